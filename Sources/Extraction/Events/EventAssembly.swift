import DossierModel

/// Ties events, figures and claims of one article together, and leaves out what tells nothing.
final class EventAssembly {
  let document: Document
  let language: Language
  let outline: Outline
  let stances: Stances
  let mentions: [EventMention]
  var drafts: [EventMerger.Draft]
  let draftOfMention: [Int?]
  let reading: ArticleReading
  /// The mentions of each sentence.
  var mentionsOfSentence: [Range<Int>]
  /// Those who fight or accuse each other, and their countries: what only they tell is alleged.
  var belligerents: Set<Int> = []
  var belligerentCountries: Set<String> = []
  /// By draft: whether it told where, when or who before anything was inferred.
  var hadSomething: [Bool] = []
  /// The events that only a number of people tells of, with their types and sentences.
  private var countedEvents: [(type: EventType, sentence: Int, draft: Int)] = []
  var events: [ArticleReading.Event] = []
  var claims: [ArticleReading.Claim] = []

  init(
    document: Document, language: Language, outline: Outline, stances: Stances,
    reading: ArticleReading, mentions: [EventMention], merger: EventMerger
  ) {
    (self.document, self.language, self.outline, self.stances) = (
      document, language, outline, stances
    )
    self.mentions = mentions
    drafts = merger.takeDrafts()
    draftOfMention = merger.draftOfMention
    self.reading = reading
    mentionsOfSentence = []
    var start = 0
    for sentence in outline.sentences.indices {
      var end = start
      while end < mentions.count, mentions[end].sentence == sentence { end += 1 }
      mentionsOfSentence.append(start..<end)
      start = end
    }
  }

  /// Fills events and claims.
  func assemble(figures: [FoundFigure], claims found: [FoundClaim]) {
    for index in drafts.indices {
      hadSomething.append(
        hasSomething(drafts[index].event) || drafts[index].hasName)
    }
    takeDelegates()
    linkParts()
    settleDates()
    takeCrossings(figures)
    shareParties()
    var pending: [(claim: ArticleReading.Claim, drafts: [Int])] = []
    for figure in figures {
      pending.append(
        (figure.claim, (about(figure) ?? counted(figure)).map { [$0] } ?? []))
    }
    for claim in found {
      let drafts = about(claim)
      if claim.claim.kind == .fact, drafts.isEmpty { continue }
      var claim = claim.claim
      if drafts.isEmpty, let own = ownEvent(of: claim) {
        let index = self.drafts.count
        self.drafts.append(own)
        pending.append((claim, [index]))
        continue
      }
      if claim.kind == .fact, claim.claimants.isEmpty { claim.sieve = "told" }
      pending.append((claim, drafts))
    }
    // By claimant: a long article has thousands of claims.
    let claimed = Dictionary(
      grouping: pending.lazy.map(\.claim).filter { $0.kind != .figure }, by: \.claimants
    ).mapValues { SpanSet($0.map(\.span)) }
    var sourced: [[Int]: SpanSet] = [:]
    for (mention, draft) in zip(mentions, draftOfMention) {
      guard let draft, let claim = self.sourced(mention),
        claimed[claim.claimants]?.overlaps(claim.span) != true,
        sourced[claim.claimants]?.overlaps(claim.span) != true
      else { continue }
      sourced[claim.claimants, default: SpanSet([])].insert(claim.span)
      pending.append((claim, [draft]))
    }
    noteBelligerents(found)
    publish(&pending)
  }

  /// "Gli sfollati sono 113.000", "36 gli arrestati": the number itself tells that people fled or were
  /// arrested, where no event told accounts for it.
  private func counted(_ figure: FoundFigure) -> Int? {
    let type: EventType
    switch figure.claim.figure?.metric {
    case .displaced: type = .displacement
    case .detained: type = .detention
    default: return nil
    }
    guard let most = figure.claim.figure?.high ?? figure.claim.figure?.low, most > 1,
      isCount(figure)
    else { return nil }
    if let known = countedEvents.last(where: {
      $0.type == type && figure.sentence - $0.sentence <= 3
    }) {
      return known.draft
    }
    let references = stances.references
    let clause = outline.clauses[figure.clause]
    let whole = document.tokens.span(clause.start..<max(clause.end, clause.start + 1))
    let isShort = whole.count <= EventFinder.longestEvidence && whole.contains(figure.claim.span)
    var event = ArticleReading.Event(
      type: type, trigger: figure.claim.span,
      evidence: [isShort ? whole : figure.claim.span])
    for phrase in outline.clauses[figure.clause].phrases
    where outline.phrases[phrase].preposition?.relation == .place {
      for place in references.places(ofList: phrase) {
        guard let index = place.place else { continue }
        EventMerger.add(
          .init(place: index, evidence: [place.span]), to: &event.places)
      }
    }
    event.sieve = "count"
    countedEvents.append((type, figure.sentence, drafts.count))
    drafts.append(
      EventMerger.Draft(
        event: event, mentions: [], family: EventKinship.family(type), isTold: true,
        isNarrated: figure.claim.claimants.isEmpty, isDenied: false,
        lastSentence: figure.sentence, isKillingOnly: false, count: 1, isAside: false, flags: [],
        dateSpans: []))
    return drafts.count - 1
  }

  /// Whether the clause only counts: "gli arrestati sono 36", "36 arresti", "X parla di 36 fermati".
  private func isCount(_ figure: FoundFigure) -> Bool {
    guard figure.claim.sieve == "figure-noun" else { return false }
    guard let verb = outline.clauses[figure.clause].verb else { return true }
    let verbs = document.verbGroups[verb]
    return language.verbGroupWords.task(verbs.verb) == .be
      || language.events.counting[verbs.verb] != nil
      || language.events.exceeding[verbs.verb] != nil
      || language.events.figureTellers[verbs.verb] != nil
  }

  // MARK: Publishing

  func publish(_ pending: inout [(claim: ArticleReading.Claim, drafts: [Int])]) {
    var kept: [Int] = []
    for index in drafts.indices where isWorth(index, pending) { kept.append(index) }
    kept.sort {
      (drafts[$0].event.trigger.start, $0) < (drafts[$1].event.trigger.start, $1)
    }
    var place: [Int?] = Array(repeating: nil, count: drafts.count)
    for (number, index) in kept.enumerated() { place[index] = number }
    for index in kept {
      var event = drafts[index].event
      event.partOf = event.partOf.flatMap { place[$0] }
      event.status = status(drafts[index])
      event.claimants = claimants(drafts[index])
      event.evidence.sort { ($0.start, $0.end) < ($1.start, $1.end) }
      events.append(event)
    }
    for (claim, about) in pending {
      var claim = claim
      claim.about = about.compactMap { place[$0] }.sorted()
      if claim.about.isEmpty, claim.kind == .fact { continue }
      claims.append(claim)
    }
    claims.sort {
      ($0.span.start, $0.span.end, $0.kind.rawValue) < (
        $1.span.start, $1.span.end, $1.kind.rawValue
      )
    }
  }

  /// Whether an event tells enough to have a page: somebody, a place or a day, or a figure.
  func isWorth(
    _ index: Int, _ pending: [(claim: ArticleReading.Claim, drafts: [Int])]
  ) -> Bool {
    let draft = drafts[index]
    guard draft.isTold else { return false }
    if draft.count > 1, draft.event.date.edtf == nil,
      draft.event.type == .war
        || draft.event.participants.isEmpty && draft.event.type != .detention
    {
      return false
    }
    if index < hadSomething.count, !hadSomething[index] {
      return pending.contains { $0.drafts.contains(index) && $0.claim.kind == .figure }
    }
    return true
  }

  func hasSomething(_ event: ArticleReading.Event) -> Bool {
    !event.participants.isEmpty || !event.places.isEmpty || event.date.span != nil
  }

  func status(_ draft: EventMerger.Draft) -> EventStatus {
    let told = draft.mentions.map { mentions[$0] }.filter { $0.standing != .passing }
    if draft.mentions.isEmpty { return .occurred }
    if draft.isDenied { return .denied }
    let real = told.filter { $0.stance.reality == .occurred }
    if real.isEmpty {
      return told.contains { $0.stance.reality == .planned } ? .planned : .hypothetical
    }
    if draft.isNarrated { return .occurred }
    if real.allSatisfy({ $0.stance.isHearsay }) { return .alleged }
    if !isHostile(draft) {
      // Officials who tell of people that fled, of talks or of aid accuse nobody.
      let isUnsourced = real.allSatisfy { mention in
        mention.stance.isReported && mention.stance.claimants.isEmpty
      }
      return isUnsourced ? .alleged : .occurred
    }
    // What only those involved, or nobody known by name, say happened.
    let isOnlyClaimed = real.allSatisfy { mention in
      guard mention.stance.isReported else { return mention.stance.isHearsay }
      let claimants = mention.stance.claimants
      guard !claimants.isEmpty else { return true }
      return claimants.allSatisfy { isInvolved($0, draft) }
    }
    return isOnlyClaimed ? .alleged : .occurred
  }

  func noteBelligerents(_ claims: [FoundClaim]) {
    for draft in drafts where draft.family == .violence && !draft.mentions.isEmpty {
      belligerents.formUnion(draft.event.participants.map(\.actor))
    }
    for claim in claims where claim.claim.kind == .accusation && !claim.claim.addressees.isEmpty {
      belligerents.formUnion(claim.claim.claimants + claim.claim.addressees)
    }
    belligerents = belligerents.filter { reading.actors[$0].kind != .person }
    for actor in belligerents {
      switch reading.actors[actor].kind {
      case .state, .government, .military:
        if let country = reading.actors[actor].country { belligerentCountries.insert(country) }
      default: break
      }
    }
  }

  /// Whether what is told would be somebody's guilt or defeat.
  func isHostile(_ draft: EventMerger.Draft) -> Bool {
    switch draft.event.type {
    case .displacement, .return, .meeting, .talksMediated, .phoneCall, .agreement, .ceasefire, .aid,
      .support, .cooperation, .pledge, .statement, .protest, .territoryTransfer, .mobilization,
      .sanction:
      false
    default: true
    }
  }

  /// Whether what the actor says is the word of its state: not that of a press or an association.
  private func speaksForState(_ actor: ArticleReading.Actor) -> Bool {
    switch actor.kind {
    case .state, .government, .military, .person: return true
    case .organization:
      let name = actor.name.lowercased()
      return language.events.ministries.contains { name == $0 || name.hasPrefix($0 + " ") }
    case .media, .group, .anonymous: return false
    }
  }

  /// Whether the actor takes part, or is nobody known.
  func isInvolved(_ actor: Int, _ draft: EventMerger.Draft) -> Bool {
    guard reading.actors.indices.contains(actor) else { return true }
    let own = reading.actors[actor]
    if own.kind == .anonymous || belligerents.contains(actor) { return true }
    if let country = own.country, belligerentCountries.contains(country), speaksForState(own) {
      return true
    }
    if let country = own.country, draft.family == .violence,
      draft.event.places.contains(where: { reading.places[$0.place].country == country })
    {
      return true
    }
    return draft.event.participants.contains { part in
      if part.actor == actor { return true }
      guard reading.actors.indices.contains(part.actor) else { return false }
      guard let country = own.country else { return false }
      return reading.actors[part.actor].country == country
    }
  }

  func claimants(_ draft: EventMerger.Draft) -> [Int] {
    if draft.isNarrated { return [] }
    return Stances.unique(
      draft.mentions.flatMap {
        mentions[$0].stance.reality == .occurred ? mentions[$0].stance.claimants : TextArray()
      })
  }
}
