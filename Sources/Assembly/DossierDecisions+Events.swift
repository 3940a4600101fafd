import DossierModel

extension DossierDecisions {
  /// Applies the decisions over events: first what makes events, then what is said of them, then what
  /// names or hides them, so that each finds its target whatever the order of the lines.
  mutating func applyEvents() {
    for decision in editor.events where decision.split?.value == true { split(decision) }
    for decision in editor.events where decision.subject == .new { add(decision) }
    for decision in editor.events where decision.merge != nil {
      guard let index = index(of: decision) else { continue }
      for merged in decision.merge ?? [] { merge(merged, into: dossier.events[index].id) }
    }
    for decision in editor.events where decision.hide?.value != true { apply(decision) }
    for decision in editor.events { name(decision) }
    for decision in editor.events { place(decision) }
    for decision in editor.events where decision.hide?.value == true {
      if let index = index(of: decision) {
        remove(dossier.events[index].id, successor: nil)
      } else {
        tellMissing(decision)
      }
    }
  }

  // MARK: Finding

  /// The event called `id`, now or before.
  func event(_ id: Event.ID) -> Event.ID? {
    (dossier.events.first { $0.id == id }
      ?? dossier.events.first { $0.formerIDs.contains(id) })?.id
  }

  /// The number of the event that a decision is over.
  func index(of decision: EventDecision) -> Int? {
    switch decision.subject {
    case .id(let id):
      return dossier.events.firstIndex { $0.id == id }
        ?? dossier.events.firstIndex { $0.formerIDs.contains(id) }
    case .evidence(let passage): return index(toldBy: passage)
    case .new:
      guard let first = decision.evidence?.first?.value else { return nil }
      return dossier.events.firstIndex {
        $0.editorial?.positions.contains(decision.position) ?? false
      } ?? index(toldBy: first)
    }
  }

  /// The event that `passage` tells: one whose trigger it touches goes before one whose evidence.
  private func index(toldBy passage: Passage) -> Int? {
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
  }

  mutating func tellMissing(_ id: Decided<Event.ID>) {
    let ids = dossier.events.flatMap { [$0.id] + $0.formerIDs }.map(\.rawValue)
    let near = guess(id.value.rawValue, among: ids)
    tell(
      "there is no event \"\(id.value)\""
        + (near.isEmpty ? "; data/dossier.json has the ids" : near), at: id.position)
  }

  private mutating func tellMissing(_ decision: EventDecision) {
    switch decision.subject {
    case .id(let id): tellMissing(Decided(id, at: decision.position))
    case .evidence(let passage): tellUntold(passage, at: decision.position)
    case .new: break
    }
  }

  /// Words that tell no event, with the event that is told nearest to them.
  private mutating func tellUntold(_ passage: Passage, at position: SourcePosition) {
    func distance(_ other: TextSpan) -> Int {
      other.end <= passage.span.start
        ? passage.span.start - other.end : other.start - passage.span.end
    }
    var nearest: (distance: Int, id: Event.ID)?
    for event in dossier.events {
      for evidence in event.evidence where evidence.article == passage.article {
        let distance = distance(evidence.span)
        if distance < nearest?.distance ?? .max { nearest = (distance, event.id) }
      }
    }
    let hint = nearest.map { "; the nearest event is \"\($0.id)\"" } ?? ""
    tell("these words tell no event\(hint)", at: position)
  }

  // MARK: What is said of an event

  private mutating func apply(_ decision: EventDecision) {
    guard let index = index(of: decision) else {
      tellMissing(decision)
      return
    }
    var event = dossier.events[index]
    var keys = Set(event.editorial?.keys ?? [])
    let known = keys
    if let passages = decision.evidence?.map(\.value), decision.subject != .new {
      event.evidence = Array(Set(passages)).sorted()
      event.accounts = accounts(of: event, decision)
      keys.insert("evidence")
    }
    if let type = decision.type {
      event.type = type.value
      keys.insert("type")
    }
    let isToldOnce = event.accounts.count == 1
    if let status = decision.status {
      event.status = status.value
      if isToldOnce { event.accounts[0].status = status.value }
      keys.insert("status")
    }
    if let date = decision.date {
      event.when = dated(event.when, date.value)
      if isToldOnce { event.accounts[0].when = dated(event.accounts[0].when, date.value) }
      keys.insert("date")
    }
    if let duration = decision.duration {
      event.when.duration = duration.value
      keys.insert("duration")
    }
    for account in decision.accounts ?? [] {
      let told = event.accounts.indices.filter {
        event.accounts[$0].article == account.article
      }
      if told.isEmpty {
        tell("this article has no account of the event", at: account.position)
      }
      for number in told {
        if let status = account.status { event.accounts[number].status = status.value }
        if let date = account.date {
          event.accounts[number].when = dated(event.accounts[number].when, date.value)
        }
        keys.insert("accounts")
      }
    }
    if let participants = decision.participants {
      let old = event.participants
      event.participants = participants.map { part in
        let id = people.id(of: part.actor)
        let evidence = old.filter { $0.actor == id }.flatMap(\.evidence)
        return Event.Participant(
          actor: id, role: part.role, evidence: Array(Set(evidence)).sorted())
      }
      keys.insert("participants")
    }
    if let locations = decision.locations {
      let old = event.places
      event.places = locations.map { name in
        let id = location(named: name)
        return Event.Place(
          location: id, evidence: old.filter { $0.location == id }.flatMap(\.evidence))
      }
      keys.insert("locations")
    }
    if decision.contested != nil { keys.insert("contested") }
    if !(decision.merge ?? []).isEmpty { keys.insert("merge") }
    if keys != known { event.title = title(of: event) }
    if let title = decision.title {
      event.title = title.value
      keys.insert("title")
    }
    if let review = decision.review {
      event.review = review.value
      keys.insert("review")
    }
    if decision.id != nil { keys.insert("id") }
    var positions = event.editorial?.positions ?? []
    if !positions.contains(decision.position) { positions.append(decision.position) }
    event.editorial = EditorialDecision(
      keys: Self.keyOrder.filter { keys.contains($0) },
      note: decision.note?.value ?? event.editorial?.note, positions: positions)
    dossier.events[index] = event
  }

  private static let keyOrder = [
    "id", "evidence", "title", "type", "status", "date", "duration", "accounts", "participants",
    "locations", "merge", "split", "partOf", "contested", "review",
  ]

  /// `when` with the editor's date; words that date it otherwise are no words of this date.
  private func dated(_ when: Event.When, _ date: EDTF?) -> Event.When {
    var result = when
    result.edtf = date
    result.basis = date == nil ? .unknown : .editor
    if date != when.edtf { (result.literal, result.passage) = (nil, nil) }
    return result
  }

  /// The accounts of the articles that the evidence is from, in the order of the corpus.
  private func accounts(of event: Event, _ decision: EventDecision) -> [Event.Account] {
    corpus.articles.map(\.id).flatMap { article -> [Event.Account] in
      let passages = event.evidence.filter { $0.article == article }
      let old = event.accounts.filter { account in
        account.article == article && passages.contains { $0.span.overlaps(account.trigger.span) }
      }
      guard old.isEmpty, let first = passages.first else { return old }
      return [
        Event.Account(
          article: article, status: event.status, when: Event.When(), trigger: first)
      ]
    }
  }

  /// Gives the event the id that the editor wants.
  private mutating func name(_ decision: EventDecision) {
    guard let id = decision.id, decision.subject != .id(id.value),
      let index = index(of: decision), dossier.events[index].id != id.value
    else { return }
    let old = dossier.events[index].id
    if dossier.events.contains(where: { $0.id == id.value }) {
      tell(
        "another event has the id \"\(id.value)\"; choose another, or \"merge\" the two",
        at: id.position, severity: .error, code: "duplicate-id")
      return
    }
    replace(old, by: id.value)
    dossier.events[index].formerIDs =
      Array(Set(dossier.events[index].formerIDs + [old])).sorted()
    dossier.events[index].id = id.value
  }

  /// Makes the event a part of another.
  private mutating func place(_ decision: EventDecision) {
    guard let whole = decision.partOf, let index = index(of: decision) else { return }
    if let id = whole.value {
      guard let container = event(id) else {
        tellMissing(Decided(id, at: whole.position))
        return
      }
      guard !isInside(container, dossier.events[index].id) else {
        tell("an event cannot be part of itself or of its own part", at: whole.position)
        return
      }
      dossier.events[index].partOf = container
    } else {
      dossier.events[index].partOf = nil
    }
    dossier.events[index].editorial?.keys.append("partOf")
  }

  /// Whether `event` is `whole` or lies inside it.
  private func isInside(_ event: Event.ID, _ whole: Event.ID) -> Bool {
    let wholes = Dictionary(
      dossier.events.map { ($0.id, $0.partOf) }, uniquingKeysWith: { first, _ in first })
    var current: Event.ID? = event
    var steps = 0
    while let id = current, steps <= dossier.events.count {
      if id == whole { return true }
      (current, steps) = (wholes[id] ?? nil, steps + 1)
    }
    return false
  }

  // MARK: New events

  private mutating func add(_ decision: EventDecision) {
    guard let passages = decision.evidence?.map(\.value), let first = passages.first else { return }
    let type = decision.type?.value ?? .statement
    let words = articleNumber(first.article).map { corpus.articles[$0].text[first.span] } ?? ""
    let plain = Slug.page(
      [type.rawValue, decision.date?.value?.text].compactMap(\.self).joined(separator: " "))
    var slugs = reservedIDs
    let id =
      decision.id?.value.rawValue ?? slugs.claim(plain, fact: words, digits: 4)
    var event = Event(id: Event.ID(id), title: "", type: type)
    event.status = decision.status?.value ?? .occurred
    event.evidence = Array(Set(passages)).sorted()
    event.accounts = accounts(of: event, decision)
    event.editorial = EditorialDecision(keys: ["evidence"], positions: [decision.position])
    event.title = title(of: event)
    dossier.events.append(event)
  }

  private var reservedIDs: UniqueNames {
    var slugs = UniqueNames()
    for event in dossier.events {
      for id in [event.id] + event.formerIDs { slugs.reserve(id.rawValue) }
    }
    return slugs
  }

  // MARK: Merging and splitting

  private mutating func merge(_ merged: Decided<Event.ID>, into id: Event.ID) {
    guard let from = dossier.events.firstIndex(where: { $0.id == merged.value }) else {
      if event(merged.value) == nil { tellMissing(merged) }
      return
    }
    guard let into = dossier.events.firstIndex(where: { $0.id == id }), into != from else { return }
    let old = dossier.events[from]
    var event = dossier.events[into]
    event.formerIDs = Array(Set(event.formerIDs + old.formerIDs + [old.id])).sorted()
    event.evidence = Array(Set(event.evidence + old.evidence)).sorted()
    let order = Dictionary(
      corpus.articles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    event.accounts = (event.accounts + old.accounts).uniqued().sorted { a, b in
      let (x, y) = (order[a.article] ?? .max, order[b.article] ?? .max)
      return x != y ? x < y : a.trigger < b.trigger
    }
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
    event.mergeReasons = (event.mergeReasons + old.mergeReasons + ["editor"]).uniqued().sorted()
    event.status =
      [event.status, old.status].min { EventAssembly.rank($0) < EventAssembly.rank($1) }
      ?? event.status
    if event.when.edtf == nil { event.when = old.when }
    dossier.events[into] = event
    remove(old.id, successor: id)
  }

  /// Takes the event `id` away; what was about it is about `successor`, or about nothing.
  private mutating func remove(_ id: Event.ID, successor: Event.ID?) {
    dossier.events.removeAll { $0.id == id }
    replace(id, by: successor)
  }

  private mutating func replace(_ id: Event.ID, by new: Event.ID?) {
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

  /// Makes an event of each account of an event or, if it is told once, of each passage.
  private mutating func split(_ decision: EventDecision) {
    guard let index = index(of: decision) else {
      tellMissing(decision)
      return
    }
    let whole = dossier.events[index]
    var parts = EventSplit(whole, sentenceOf: { self.sentence(of: $0) }).parts
    guard parts.count > 1 else {
      tell("this event is told by one passage; there is nothing to split", at: decision.position)
      return
    }
    var slugs = reservedIDs
    for number in parts.indices {
      if number > 0 {
        parts[number].id = Event.ID(slugs.claim(slug(of: parts[number]), fact: fact(parts[number])))
      }
      link(&parts[number], of: whole, among: parts)
      parts[number].editorial = EditorialDecision(
        keys: ["split"], note: decision.note?.value, positions: [decision.position])
      parts[number].title = title(of: parts[number])
    }
    dossier.events.replaceSubrange(index...index, with: parts)
    relist(whole, parts)
  }

  /// The sentence around a passage.
  private func sentence(of passage: Passage) -> Passage {
    guard let article = articleNumber(passage.article) else { return passage }
    let sentence = corpus.readings[article].sentences.first { $0.overlaps(passage.span) }
    return sentence.map { Passage(passage.article, $0) } ?? passage
  }

  private func slug(of event: Event) -> String {
    let place =
      event.places.first?.location.rawValue ?? event.participants.first?.actor.rawValue
    let date = event.when.edtf.map { Slug.make($0.text).slug }
    return Slug.page([event.type.rawValue, place, date].compactMap(\.self).joined(separator: "-"))
  }

  private func fact(_ event: Event) -> String {
    event.evidence.map { passage in
      articleNumber(passage.article).map { corpus.articles[$0].text[passage.span] } ?? ""
    }.joined()
  }

  /// Gives a part those claims and quotations of the whole that stand nearest to its evidence.
  private func link(_ part: inout Event, of whole: Event, among parts: [Event]) {
    func isNearest(_ passage: Passage) -> Bool {
      let distances = parts.map { $0.evidence.map { Self.distance($0, passage) }.min() ?? .max }
      let own = part.evidence.map { Self.distance($0, passage) }.min() ?? .max
      return own == distances.min()
    }
    func passage(_ id: Claim.ID) -> Passage? { dossier.claims.first { $0.id == id }?.passage }
    part.figures = whole.figures.filter { passage($0).map(isNearest) ?? false }
    part.claims = whole.claims.filter { passage($0).map(isNearest) ?? false }
    part.quotations = whole.quotations.filter { id in
      dossier.quotations.first { $0.id == id }.map { isNearest($0.passage) } ?? false
    }
  }

  private static func distance(_ a: Passage, _ b: Passage) -> Int {
    guard a.article == b.article else { return .max }
    if a.span.overlaps(b.span) { return 0 }
    return max(a.span.start - b.span.end, b.span.start - a.span.end)
  }

  /// What was about the whole is about those parts that list it.
  private mutating func relist(_ whole: Event, _ parts: [Event]) {
    for index in dossier.claims.indices where dossier.claims[index].about.contains(whole.id) {
      let id = dossier.claims[index].id
      let about = parts.filter { $0.claims.contains(id) || $0.figures.contains(id) }.map(\.id)
      let others = dossier.claims[index].about.filter { $0 != whole.id }
      dossier.claims[index].about = (others + about).uniqued().sorted()
    }
    for index in dossier.quotations.indices
    where dossier.quotations[index].about.contains(whole.id) {
      let id = dossier.quotations[index].id
      let about = parts.filter { $0.quotations.contains(id) }.map(\.id)
      let others = dossier.quotations[index].about.filter { $0 != whole.id }
      dossier.quotations[index].about = (others + about).uniqued().sorted()
    }
  }
}

/// The events that the accounts of one event tell when they are taken apart.
struct EventSplit {
  /// The parts, the first with the id of the whole.
  private(set) var parts: [Event] = []

  /// Takes `event` apart: an event for each account or, if there is one only, for each passage.
  init(_ event: Event, sentenceOf: (Passage) -> Passage) {
    if event.accounts.count > 1 {
      let triggers = event.accounts.map(\.trigger)
      for (number, account) in event.accounts.enumerated() {
        let evidence = event.evidence.filter { Self.owner(of: $0, triggers) == number }
        let own = evidence.isEmpty ? [sentenceOf(account.trigger)] : evidence
        append(event, account, own) { Self.owner(of: $0, triggers) == number }
      }
    } else if let account = event.accounts.first {
      for passage in event.evidence {
        var told = account
        if !passage.span.overlaps(account.trigger.span) || passage.article != account.article {
          told.trigger = passage
        }
        append(event, told, [passage]) {
          $0.article == passage.article && $0.span.overlaps(passage.span)
        }
      }
    }
  }

  private mutating func append(
    _ whole: Event, _ account: Event.Account, _ evidence: [Passage], _ isOwn: (Passage) -> Bool
  ) {
    var part = Event(id: whole.id, title: "", type: whole.type)
    part.status = account.status
    part.when = account.when
    part.accounts = [account]
    part.evidence = evidence
    part.partOf = whole.partOf
    if parts.isEmpty { part.formerIDs = whole.formerIDs }
    // What no passage of any part says is kept by all.
    part.places = whole.places.compactMap { place in
      var own = place
      own.evidence = place.evidence.filter(isOwn)
      return own.evidence.isEmpty && !place.evidence.isEmpty ? nil : own
    }
    part.participants = whole.participants.compactMap { participant in
      var own = participant
      own.evidence = participant.evidence.filter(isOwn)
      return own.evidence.isEmpty && !participant.evidence.isEmpty ? nil : own
    }
    parts.append(part)
  }

  /// The number of the trigger that `passage` belongs to: the one inside it, else the nearest.
  private static func owner(of passage: Passage, _ triggers: [Passage]) -> Int? {
    triggers.indices.filter { triggers[$0].article == passage.article }.min { a, b in
      distance(triggers[a].span, passage.span) < distance(triggers[b].span, passage.span)
    }
  }

  private static func distance(_ a: TextSpan, _ b: TextSpan) -> Int {
    a.overlaps(b) ? 0 : max(a.start - b.end, b.start - a.end)
  }
}
