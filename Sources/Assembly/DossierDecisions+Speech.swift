import DossierModel

extension DossierDecisions {
  // MARK: Quotations

  mutating func apply(_ decision: QuotationDecision) {
    let found = dossier.quotations.firstIndex { $0.passage == decision.passage }
    guard let index = found ?? add(decision) else { return }
    if decision.hide?.value == true {
      hide(quotation: index)
      return
    }
    var quotation = dossier.quotations[index]
    var keys: [String] = []
    func decide(_ key: String, _ isDecided: Bool) { if isDecided { keys.append(key) } }
    if let kind = decision.kind { quotation.kind = kind.value }
    decide("kind", decision.kind != nil)
    if let speakers = decision.speakers {
      quotation.speakers = speakers.map { people.id(of: $0) }.uniqued().sorted()
      quotation.basis = speakers.isEmpty ? .unresolved : .editor
      quotation.sieve = "editor"
    }
    decide("speakers", decision.speakers != nil)
    if let chain = decision.chain { quotation.chain = chain.map { people.id(of: $0) }.uniqued() }
    decide("chain", decision.chain != nil)
    if let integrity = decision.integrity { quotation.integrity = integrity.value }
    decide("integrity", decision.integrity != nil)
    if let date = decision.date { quotation.date = date.value }
    decide("date", decision.date != nil)
    if let original = decision.original { quotation.original = original.value }
    decide("original", decision.original != nil)
    if let continues = decision.continues, settle(continues, &quotation) {
      keys.append("continues")
    }
    if let cue = decision.cue, settle(cue, &quotation) { keys.append("cue") }
    if let about = decision.about {
      quotation.about = events(about)
      relink(quotation)
      keys.append("about")
    }
    if let review = decision.review {
      quotation.review = review.value
      keys.append("review")
    }
    if !keys.isEmpty || decision.note != nil {
      quotation.editorial = EditorialDecision(
        keys: keys, note: decision.note?.value, positions: [decision.position])
    }
    dossier.quotations[index] = quotation
  }

  /// Adds the quotation that a decision over unread words describes; `nil` if it describes none.
  private mutating func add(_ decision: QuotationDecision) -> Int? {
    let passage = decision.passage
    guard let article = articleNumber(passage.article) else { return nil }
    let map = corpus.maps[article]
    guard let kind = decision.kind, decision.hide?.value != true else {
      let near = dossier.quotations.filter {
        $0.passage.article == passage.article && $0.passage.span.overlaps(passage.span)
      }.first
      var hint = "; to add it, give its \"kind\""
      if let near {
        hint =
          "; the quotation there is start: \(near.codePoints.lowerBound), end: "
          + "\(near.codePoints.upperBound), exact: "
          + EditorLines.quoted(corpus.articles[article].text[near.passage.span])
      }
      tell("these words were not read as a quotation" + hint, at: decision.position)
      return nil
    }
    let range = map.codePoints(passage.span)
    let id = "\(passage.article)-c\(range.lowerBound)-\(range.upperBound)"
    dossier.quotations.append(
      Quotation(
        id: Quotation.ID(id), passage: passage, codePoints: range, kind: kind.value))
    return dossier.quotations.count - 1
  }

  private mutating func hide(quotation index: Int) {
    let id = dossier.quotations.remove(at: index).id
    for event in dossier.events.indices {
      dossier.events[event].quotations.removeAll { $0 == id }
    }
    for other in dossier.quotations.indices where dossier.quotations[other].continues == id {
      dossier.quotations[other].continues = nil
    }
  }

  private mutating func settle(
    _ continues: Decided<Quotation.ID?>, _ quotation: inout Quotation
  ) -> Bool {
    if let id = continues.value,
      !dossier.quotations.contains(where: { $0.id == id }) || id == quotation.id
    {
      let near = guess(id.rawValue, among: dossier.quotations.map(\.id.rawValue))
      tell("there is no other quotation \"\(id)\" to go on with\(near)", at: continues.position)
      return false
    }
    quotation.continues = continues.value
    return true
  }

  private mutating func settle(_ cue: Decided<String?>, _ quotation: inout Quotation) -> Bool {
    guard let words = cue.value else {
      quotation.cue = nil
      return true
    }
    guard let article = articleNumber(quotation.passage.article) else { return false }
    let text = corpus.articles[article].text
    let place = quotation.passage.span
    let spans = text.occurrences(of: Array(words.utf8))
      .map { TextSpan($0, $0 + words.utf8.count) }.filter { !$0.overlaps(place) }
    func distance(_ span: TextSpan) -> Int {
      span.end <= place.start ? place.start - span.end : span.start - place.end
    }
    guard let nearest = spans.min(by: { distance($0) < distance($1) }) else {
      tell("the article has no words \(EditorLines.quoted(words)) for a cue", at: cue.position)
      return false
    }
    quotation.cue = Passage(quotation.passage.article, nearest)
    return true
  }

  /// The events with the ids of the editor's list, those that are missing told.
  private mutating func events(_ ids: [Decided<Event.ID>]) -> [Event.ID] {
    var events: [Event.ID] = []
    for id in ids {
      if let event = event(id.value) {
        events.append(event)
      } else {
        tellMissing(id)
      }
    }
    return events.uniqued().sorted()
  }

  /// Puts the quotation under the events that it is about, and under no others.
  private mutating func relink(_ quotation: Quotation) {
    let places = Dictionary(
      dossier.quotations.map { ($0.id, $0.passage) }, uniquingKeysWith: { first, _ in first })
    func precedes(_ a: Quotation.ID, _ b: Quotation.ID) -> Bool {
      guard let x = places[a], let y = places[b], x != y else { return a < b }
      return x < y
    }
    for event in dossier.events.indices {
      let isListed = dossier.events[event].quotations.contains(quotation.id)
      let isAbout = quotation.about.contains(dossier.events[event].id)
      if isListed, !isAbout {
        dossier.events[event].quotations.removeAll { $0 == quotation.id }
      } else if isAbout, !isListed {
        let ids = dossier.events[event].quotations + [quotation.id]
        dossier.events[event].quotations = ids.sorted(by: precedes)
      }
    }
  }

  // MARK: Claims

  mutating func apply(_ decision: ClaimDecision) {
    guard let index = index(of: decision) ?? add(decision) else { return }
    if decision.hide?.value == true {
      remove(claims: [dossier.claims[index].id])
      return
    }
    var claim = dossier.claims[index]
    var keys: [String] = []
    func decide(_ key: String, _ isDecided: Bool) { if isDecided { keys.append(key) } }
    if let kind = decision.kind {
      claim.kind = kind.value
      if kind.value != .figure { claim.figure = nil }
    }
    decide("kind", decision.kind != nil)
    if let claimants = decision.claimants {
      claim.claimants = claimants.map { people.id(of: $0) }.uniqued().sorted()
    }
    decide("claimants", decision.claimants != nil)
    if let chain = decision.chain { claim.chain = chain.map { people.id(of: $0) }.uniqued() }
    decide("chain", decision.chain != nil)
    if let addressees = decision.addressees {
      claim.addressees = addressees.map { people.id(of: $0) }.uniqued().sorted()
    }
    decide("addressees", decision.addressees != nil)
    if let modality = decision.modality { claim.modality = modality.value }
    decide("modality", decision.modality != nil)
    if let asOf = decision.asOf { claim.asOf = asOf.value }
    decide("asOf", decision.asOf != nil)
    if let decided = decision.figure?.value, claim.kind == .figure {
      claim.figure = figure(decided, claim.figure)
      keys.append("figure")
    }
    if let about = decision.about {
      claim.about = events(about)
      keys.append("about")
    }
    if let review = decision.review {
      claim.review = review.value
      keys.append("review")
    }
    if !keys.isEmpty || decision.note != nil {
      claim.editorial = EditorialDecision(
        keys: keys, note: decision.note?.value, positions: [decision.position])
    }
    dossier.claims[index] = claim
    if decision.about != nil || decision.kind != nil || decision.asOf != nil { relink(claim) }
  }

  private func figure(_ decided: ClaimDecision.Figure, _ old: Figure?) -> Figure {
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
    return figure
  }

  /// The claim that is meant: of several in one clause the one of the kind or metric decided.
  private mutating func index(of decision: ClaimDecision) -> Int? {
    switch decision.subject {
    case .id(let id):
      let index = dossier.claims.firstIndex { $0.id == id }
      if index == nil {
        let near = guess(id.rawValue, among: dossier.claims.map(\.id.rawValue))
        tell("there is no claim \"\(id)\"\(near)", at: decision.position)
      }
      return index
    case .passage(let passage):
      let there = dossier.claims.indices.filter { dossier.claims[$0].passage == passage }
      if there.count < 2 { return there.first }
      let metric = decision.figure?.value.metric?.value
      let same = there.filter { index in
        let claim = dossier.claims[index]
        if let metric, claim.kind == .figure { return claim.figure?.metric == metric }
        return decision.kind.map { $0.value == claim.kind } ?? false
      }
      if same.count == 1 { return same.first }
      let ids = there.map { dossier.claims[$0].id.rawValue }.joined(separator: ", ")
      tell(
        "\(there.count) claims have these words; say which with \"id\": \(ids)",
        at: decision.position, code: "decision-ambiguous")
      return nil
    }
  }

  /// Adds the claim that a decision over unread words describes; `nil` if it describes none.
  private mutating func add(_ decision: ClaimDecision) -> Int? {
    guard case .passage(let passage) = decision.subject,
      let article = articleNumber(passage.article),
      !dossier.claims.contains(where: { $0.passage == passage })
    else { return nil }
    let isFigure = decision.kind?.value == .figure
    guard let kind = decision.kind?.value, decision.hide?.value != true,
      !isFigure || decision.figure?.value.metric != nil
    else {
      let near = dossier.claims.first {
        $0.passage.article == passage.article && $0.passage.span.overlaps(passage.span)
      }
      let hint =
        near.map {
          let range = corpus.maps[article].codePoints($0.passage.span)
          return "; the claim there is start: \(range.lowerBound), end: \(range.upperBound)"
        }
        ?? (isFigure
          ? "; to add a figure, give its \"metric\"" : "; to add one, give its \"kind\"")
      tell("these words were not read as a claim" + hint, at: decision.position)
      return nil
    }
    let range = corpus.maps[article].codePoints(passage.span)
    let sort = decision.figure?.value.metric?.value.rawValue ?? kind.rawValue
    let id = "\(passage.article)-\(sort)-\(range.lowerBound)-\(range.upperBound)"
    dossier.claims.append(Claim(id: Claim.ID(id), passage: passage, kind: kind))
    return dossier.claims.count - 1
  }

  /// Lists the claim with the events that it is about, figures by the day they speak for.
  private mutating func relink(_ claim: Claim) {
    let claims = Dictionary(dossier.claims.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    func precedes(_ a: Claim.ID, _ b: Claim.ID) -> Bool {
      guard let x = claims[a], let y = claims[b] else { return a < b }
      if x.kind == .figure, let u = x.asOf, let v = y.asOf, u != v { return u < v }
      return (x.passage, a) < (y.passage, b)
    }
    for event in dossier.events.indices {
      dossier.events[event].claims.removeAll { $0 == claim.id }
      dossier.events[event].figures.removeAll { $0 == claim.id }
      guard claim.about.contains(dossier.events[event].id) else { continue }
      if claim.kind == .figure {
        dossier.events[event].figures = (dossier.events[event].figures + [claim.id])
          .sorted(by: precedes)
      } else {
        dossier.events[event].claims = (dossier.events[event].claims + [claim.id])
          .sorted(by: precedes)
      }
    }
  }
}
