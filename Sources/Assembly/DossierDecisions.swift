import DossierModel

/// The editor's decisions over quotations, claims and events: applied to the finished dossier, so that
/// the editor has the last word.
struct DossierDecisions {
  let editor: EditorFile
  let corpus: Corpus
  let wording: EventWording

  /// Applies the decisions to `dossier`; those that find nothing are told.
  func apply(to dossier: inout Dossier, _ diagnostics: inout [Diagnostic]) {
    if editor.quotations.isEmpty, editor.claims.isEmpty, editor.events.isEmpty { return }
    var people = ActorsByName(dossier)
    for decision in editor.quotations { apply(decision, &dossier, &people, &diagnostics) }
    for decision in editor.claims { apply(decision, &dossier, &people, &diagnostics) }
    for decision in editor.events { apply(decision, &dossier, &people, &diagnostics) }
    people.addMissing(to: &dossier)
  }

  private func lost(_ what: String, _ position: SourcePosition, _ remedy: String) -> Diagnostic {
    Diagnostic(
      .warning, file: position.file, line: position.line, column: position.column,
      "\(what) was not found; \(remedy)", code: "decision-lost")
  }

  // MARK: Quotations

  private func apply(
    _ decision: QuotationDecision, _ dossier: inout Dossier, _ people: inout ActorsByName,
    _ diagnostics: inout [Diagnostic]
  ) {
    var index = dossier.quotations.firstIndex { $0.passage == decision.passage }
    if decision.hide?.value == true {
      guard let index else {
        diagnostics.append(lost("the quotation to hide", decision.position, "remove the entry"))
        return
      }
      let id = dossier.quotations.remove(at: index).id
      for event in dossier.events.indices {
        dossier.events[event].quotations.removeAll { $0 == id }
      }
      for other in dossier.quotations.indices where dossier.quotations[other].continues == id {
        dossier.quotations[other].continues = nil
      }
      return
    }
    if index == nil, let article = articleNumber(decision.passage.article) {
      let range = corpus.maps[article].codePoints(decision.passage.span)
      let id = "\(decision.passage.article)-c\(range.lowerBound)-\(range.upperBound)"
      dossier.quotations.append(
        Quotation(
          id: Quotation.ID(id), passage: decision.passage, codePoints: range,
          kind: decision.kind?.value ?? .direct))
      index = dossier.quotations.count - 1
    }
    guard let index else { return }
    var keys: [String] = []
    if let kind = decision.kind {
      dossier.quotations[index].kind = kind.value
      keys.append("kind")
    }
    if let speakers = decision.speakers {
      dossier.quotations[index].speakers = speakers.map { people.id(of: $0.value) }.sorted()
      dossier.quotations[index].basis = speakers.isEmpty ? .unresolved : .editor
      dossier.quotations[index].sieve = "editor"
      keys.append("speakers")
    }
    if let chain = decision.chain {
      dossier.quotations[index].chain = chain.map { people.id(of: $0.value) }.uniqued()
      keys.append("chain")
    }
    if let integrity = decision.integrity {
      dossier.quotations[index].integrity = integrity.value
      keys.append("integrity")
    }
    if let review = decision.review { dossier.quotations[index].review = review.value }
    if !keys.isEmpty || decision.note != nil {
      dossier.quotations[index].editorial = EditorialDecision(
        keys: keys, note: decision.note?.value)
    }
  }

  // MARK: Claims

  private func apply(
    _ decision: ClaimDecision, _ dossier: inout Dossier, _ people: inout ActorsByName,
    _ diagnostics: inout [Diagnostic]
  ) {
    var index = dossier.claims.firstIndex { $0.passage == decision.passage }
    if decision.hide?.value == true {
      guard let index else {
        diagnostics.append(lost("the claim to hide", decision.position, "remove the entry"))
        return
      }
      let id = dossier.claims.remove(at: index).id
      for event in dossier.events.indices {
        dossier.events[event].claims.removeAll { $0 == id }
        dossier.events[event].figures.removeAll { $0 == id }
      }
      return
    }
    if index == nil, let article = articleNumber(decision.passage.article) {
      let range = corpus.maps[article].codePoints(decision.passage.span)
      let kind = decision.kind?.value ?? .fact
      let place = "\(range.lowerBound)-\(range.upperBound)"
      let id = "\(decision.passage.article)-\(kind.rawValue)-\(place)"
      dossier.claims.append(Claim(id: Claim.ID(id), passage: decision.passage, kind: kind))
      index = dossier.claims.count - 1
    }
    guard let index else { return }
    var keys: [String] = []
    if let kind = decision.kind {
      dossier.claims[index].kind = kind.value
      keys.append("kind")
    }
    if let claimants = decision.claimants {
      dossier.claims[index].claimants = claimants.map { people.id(of: $0.value) }.sorted()
      keys.append("claimants")
    }
    if let chain = decision.chain {
      dossier.claims[index].chain = chain.map { people.id(of: $0.value) }.uniqued()
      keys.append("chain")
    }
    if let modality = decision.modality {
      dossier.claims[index].modality = modality.value
      keys.append("modality")
    }
    if let asOf = decision.asOf {
      dossier.claims[index].asOf = asOf.value
      keys.append("asOf")
    }
    if let decided = decision.figure?.value {
      let old = dossier.claims[index].figure
      var figure =
        old
        ?? Figure(
          metric: decided.metric?.value ?? .killed, victims: nil, low: nil, high: nil,
          qualifier: .unspecified)
      if let metric = decided.metric { figure.metric = metric.value }
      if let victims = decided.victims { figure.victims = victims.value }
      if let low = decided.low { figure.low = low.value }
      if let high = decided.high { figure.high = high.value }
      if let qualifier = decided.qualifier { figure.qualifier = qualifier.value }
      dossier.claims[index].figure = figure
      keys.append("figure")
    }
    if let review = decision.review { dossier.claims[index].review = review.value }
    if !keys.isEmpty || decision.note != nil {
      dossier.claims[index].editorial = EditorialDecision(keys: keys, note: decision.note?.value)
    }
  }

  // MARK: Events

  private func apply(
    _ decision: EventDecision, _ dossier: inout Dossier, _ people: inout ActorsByName,
    _ diagnostics: inout [Diagnostic]
  ) {
    guard let index = self.index(of: decision, &dossier) else {
      diagnostics.append(
        lost("the event", decision.position, "see the ids in data/dossier.json"))
      return
    }
    if decision.hide?.value == true {
      remove(dossier.events[index].id, from: &dossier, in: nil)
      return
    }
    for merged in decision.merge ?? [] {
      merge(merged, into: dossier.events[index].id, &dossier, &diagnostics)
    }
    // Merging takes events away: the number may have changed.
    guard let index = self.index(of: decision, &dossier) else { return }
    var event = dossier.events[index]
    var keys: [String] = []
    if let type = decision.type {
      event.type = type.value
      keys.append("type")
    }
    if let status = decision.status {
      event.status = status.value
      keys.append("status")
    }
    if let date = decision.date {
      event.when = Event.When(
        edtf: date.value, duration: event.when.duration, literal: event.when.literal,
        basis: date.value == nil ? .unknown : .editor, passage: event.when.passage)
      keys.append("date")
    }
    if let participants = decision.participants {
      let old = event.participants
      event.participants = participants.map { part in
        let id = people.id(of: part.actor.value)
        let evidence = old.filter { $0.actor == id }.flatMap(\.evidence)
        return Event.Participant(
          actor: id, role: part.role, evidence: Array(Set(evidence)).sorted())
      }
      keys.append("participants")
    }
    if let locations = decision.locations {
      let old = event.places
      event.places = locations.map { name in
        let id = Self.location(named: name.value, &dossier)
        return Event.Place(
          location: id, evidence: old.filter { $0.location == id }.flatMap(\.evidence))
      }
      keys.append("locations")
    }
    if let whole = decision.partOf {
      if let id = whole.value, !dossier.events.contains(where: { $0.id == id }) {
        diagnostics.append(
          lost("the event \(id) that this one is part of", whole.position, "see data/dossier.json"))
      } else {
        event.partOf = whole.value == event.id ? nil : whole.value
        keys.append("partOf")
      }
    }
    if !keys.isEmpty {
      people.addMissing(to: &dossier)
      event.title = wording.title(
        of: event, actors: Dictionary(uniqueKeysWithValues: dossier.actors.map { ($0.id, $0) }),
        locations: Dictionary(uniqueKeysWithValues: dossier.locations.map { ($0.id, $0) }))
    }
    if let title = decision.title {
      event.title = title.value
      keys.append("title")
    }
    if let review = decision.review { event.review = review.value }
    if let merged = decision.merge, !merged.isEmpty { keys.append("merge") }
    if !keys.isEmpty || decision.note != nil {
      event.editorial = EditorialDecision(keys: keys, note: decision.note?.value)
    }
    if let id = decision.id?.value, id != event.id {
      rename(event.id, to: id, in: &dossier)
      event.formerIDs = Array(Set(event.formerIDs + [event.id])).sorted()
      event.id = id
    }
    dossier.events[index] = event
  }

  private func index(of decision: EventDecision, _ dossier: inout Dossier) -> Int? {
    switch decision.subject {
    case .id(let id):
      return dossier.events.firstIndex { $0.id == id || $0.formerIDs.contains(id) }
    case .evidence(let passage):
      let hits = dossier.events.indices.filter { index in
        dossier.events[index].evidence.contains {
          $0.article == passage.article && $0.span.overlaps(passage.span)
        }
      }
      return hits.first { index in
        dossier.events[index].accounts.contains {
          $0.trigger.article == passage.article && $0.trigger.span.overlaps(passage.span)
        }
      } ?? hits.first
    case .new:
      guard let passages = decision.evidence?.map(\.value), let first = passages.first else {
        return nil
      }
      if let index = dossier.events.firstIndex(where: { $0.evidence == passages.sorted() }) {
        return index
      }
      let type = decision.type?.value ?? .statement
      let words = corpus.articles.first { $0.id == first.article }?.text[first.span] ?? ""
      let plain = Slug.page(
        [type.rawValue, decision.date?.value?.text].compactMap { $0 }.joined(separator: " "))
      let id = decision.id?.value.rawValue ?? "\(plain)-\(ContentHash(of: words).hex(4))"
      var event = Event(id: Event.ID(id), title: "", type: type)
      event.evidence = passages.sorted()
      event.accounts = [
        Event.Account(
          article: first.article, status: decision.status?.value ?? .occurred, when: .init(),
          trigger: first)
      ]
      dossier.events.append(event)
      return dossier.events.count - 1
    }
  }

  private func merge(
    _ merged: Decided<Event.ID>, into id: Event.ID, _ dossier: inout Dossier,
    _ diagnostics: inout [Diagnostic]
  ) {
    guard let from = dossier.events.firstIndex(where: { $0.id == merged.value }) else {
      if !dossier.events.contains(where: { $0.formerIDs.contains(merged.value) }) {
        diagnostics.append(
          lost("the event \(merged.value) to merge", merged.position, "see data/dossier.json"))
      }
      return
    }
    guard let into = dossier.events.firstIndex(where: { $0.id == id }), into != from else { return }
    let old = dossier.events[from]
    var event = dossier.events[into]
    event.formerIDs = Array(Set(event.formerIDs + old.formerIDs + [old.id])).sorted()
    event.evidence = Array(Set(event.evidence + old.evidence)).sorted()
    event.accounts += old.accounts
    for place in old.places where !event.places.contains(where: { $0.location == place.location }) {
      event.places.append(place)
    }
    for part in old.participants
    where !event.participants.contains(where: { $0.actor == part.actor }) {
      event.participants.append(part)
    }
    event.figures = (event.figures + old.figures).uniqued()
    event.claims = (event.claims + old.claims).uniqued()
    event.quotations = (event.quotations + old.quotations).uniqued()
    if event.when.edtf == nil { event.when = old.when }
    dossier.events[into] = event
    remove(old.id, from: &dossier, in: id)
  }

  /// Takes the event `id` away; what was about it is about `successor`, or about nothing.
  private func remove(_ id: Event.ID, from dossier: inout Dossier, in successor: Event.ID?) {
    dossier.events.removeAll { $0.id == id }
    replace(id, by: successor, in: &dossier)
  }

  private func rename(_ id: Event.ID, to new: Event.ID, in dossier: inout Dossier) {
    replace(id, by: new, in: &dossier)
  }

  private func replace(_ id: Event.ID, by new: Event.ID?, in dossier: inout Dossier) {
    func replaced(_ ids: [Event.ID]) -> [Event.ID] {
      ids.compactMap { $0 == id ? new : $0 }.uniqued().sorted()
    }
    for index in dossier.events.indices where dossier.events[index].partOf == id {
      dossier.events[index].partOf = new == dossier.events[index].id ? nil : new
    }
    for index in dossier.quotations.indices where dossier.quotations[index].about.contains(id) {
      dossier.quotations[index].about = replaced(dossier.quotations[index].about)
    }
    for index in dossier.claims.indices where dossier.claims[index].about.contains(id) {
      dossier.claims[index].about = replaced(dossier.claims[index].about)
    }
  }

  private func articleNumber(_ id: Article.ID) -> Int? {
    corpus.articles.firstIndex { $0.id == id }
  }

  private static func location(named name: String, _ dossier: inout Dossier) -> Location.ID {
    let folded = EditorialNames.fold(name)
    let known = dossier.locations.first { location in
      EditorialNames.fold(location.name) == folded
        || location.aliases.contains { EditorialNames.fold($0) == folded }
    }
    if let known { return known.id }
    var slugs = UniqueNames()
    for location in dossier.locations { slugs.reserve(location.id.rawValue) }
    var location = Location(
      id: Location.ID(slugs.claim(Slug.page(name), fact: name)), name: name, kind: .other)
    location.editorial = EditorialDecision(keys: ["name"])
    dossier.locations.append(location)
    return location.id
  }
}

/// Finds actors by the names that the editor writes, and makes those that nobody has read of.
private struct ActorsByName {
  private var ids: [String: Actor.ID] = [:]
  private var slugs = UniqueNames()
  private var missing: [Actor] = []

  init(_ dossier: Dossier) {
    for actor in dossier.actors {
      slugs.reserve(actor.id.rawValue)
      ids[actor.id.rawValue] = actor.id
    }
    // A canonical name goes before an alias, and of two actors the first by id.
    for actor in dossier.actors.sorted(by: { $0.id < $1.id }) {
      let name = EditorialNames.fold(actor.name)
      if ids[name] == nil { ids[name] = actor.id }
    }
    for actor in dossier.actors.sorted(by: { $0.id < $1.id }) {
      for alias in actor.aliases where ids[EditorialNames.fold(alias)] == nil {
        ids[EditorialNames.fold(alias)] = actor.id
      }
    }
  }

  mutating func id(of name: String) -> Actor.ID {
    let folded = EditorialNames.fold(name)
    if let known = ids[folded] ?? ids[name] { return known }
    var actor = Actor(
      id: Actor.ID(slugs.claim(Slug.page(name), fact: name)), name: name, kind: .person)
    actor.editorial = EditorialDecision(keys: ["name"])
    missing.append(actor)
    ids[folded] = actor.id
    return actor.id
  }

  mutating func addMissing(to dossier: inout Dossier) {
    dossier.actors += missing
    missing = []
  }
}
