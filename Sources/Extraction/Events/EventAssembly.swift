import DossierModel

/// Ties events, figures and claims of one article together, and leaves out what tells nothing.
final class EventAssembly {
  private let document: Document
  private let language: Language
  private let outline: Outline
  private let stances: Stances
  private let mentions: [EventMention]
  private var drafts: [EventMerger.Draft]
  private let draftOfMention: [Int?]
  private let reading: ArticleReading
  /// The mentions of each sentence.
  private var mentionsOfSentence: [Range<Int>]
  /// By draft: whether it told where, when or who before anything was inferred.
  private var hadSomething: [Bool] = []
  private(set) var events: [ArticleReading.Event] = []
  private(set) var claims: [ArticleReading.Claim] = []

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
    stances.references.trying(with: reading.actors) { takeDelegates() }
    linkParts()
    settleDates()
    var pending: [(claim: ArticleReading.Claim, drafts: [Int])] = []
    for figure in figures {
      pending.append((figure.claim, about(figure).map { [$0] } ?? []))
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
    for (mention, draft) in zip(mentions, draftOfMention) {
      guard let draft, let claim = sourced(mention),
        !pending.contains(where: {
          $0.claim.claimants == claim.claimants && $0.claim.span.overlaps(claim.span)
            && $0.claim.kind != .figure
        })
      else { continue }
      pending.append((claim, [draft]))
    }
    publish(&pending)
  }

  // MARK: Delegates

  /// "L’UE era rappresentata da …", "Mosca ha inviato …": those who come to talks that were just told
  /// of, and of which their sender is a party.
  private func takeDelegates() {
    let references = stances.references
    for (sentence, clauses) in outline.sentences.enumerated() {
      for index in clauses {
        let clause = outline.clauses[index]
        guard let verb = clause.verb, stances.all[index].reality == .occurred else { continue }
        let group = document.verbGroups[verb]
        for slot in language.events.delegateSlots(of: group.verb) {
          var senders = TextArray<Reference>(in: outline.memory)
          var delegates = TextArray<Reference>(in: outline.memory)
          switch slot {
          case .agent where group.voice == .passive:
            senders = references.subjects[index]
            for phrase in clause.phrases
            where outline.phrases[phrase].preposition?.relation == .agent {
              delegates.append(contentsOf: references.references(ofList: phrase))
            }
          case .object where group.voice == .active:
            senders = references.subjects[index]
            if let object = clause.object { delegates = references.references(ofList: object) }
          case .subject where group.voice == .active: delegates = references.subjects[index]
          default: continue
          }
          delegates = delegates.filter(\.isPerson)
          guard !delegates.isEmpty, let draft = runningTalks(sentence, senders) else { continue }
          for reference in delegates {
            guard let actor = reference.actor,
              !drafts[draft].event.participants.contains(where: { $0.actor == actor })
            else { continue }
            drafts[draft].event.participants.append(
              .init(actor: actor, role: .party, evidence: [reference.span]))
          }
        }
      }
    }
  }

  /// The talks told of in this paragraph or the one before, of which one of `senders` is a party.
  private func runningTalks(_ sentence: Int, _ senders: TextArray<Reference>) -> Int? {
    var current = sentence
    while current >= 0, outline.paragraphs[sentence] - outline.paragraphs[current] <= 1,
      sentence - current <= 8
    {
      for index in mentionsOfSentence[current].reversed() {
        guard let draft = draftOfMention[index], drafts[draft].family == .talks,
          mentions[index].standing != .passing
        else { continue }
        let parties = drafts[draft].event.participants.map(\.actor)
        if senders.isEmpty || senders.contains(where: { $0.actor.map(parties.contains) ?? false }) {
          return draft
        }
      }
      current -= 1
    }
    return nil
  }

  // MARK: Containment and dates

  /// Ties what belongs to a war or an offensive to it, and the truce to what it ends.
  private func linkParts() {
    for (index, mention) in mentions.enumerated() {
      guard let own = draftOfMention[index], drafts[own].event.partOf == nil else { continue }
      // "nei combattimenti del 2020", "un armistizio" that ends the fighting its clause tells of
      let clause = outline.clauses[mention.clause]
      var container: Int?
      if let antecedent = clause.antecedent, let other = draft(ofPhrase: antecedent, not: own) {
        container = other
      } else if mention.phrase == nil {
        for phrase in clause.phrases {
          guard let relation = outline.phrases[phrase].preposition?.relation,
            relation == .place || relation == .within, let other = draft(ofPhrase: phrase, not: own)
          else { continue }
          container = other
        }
      } else if let subject = clause.subject, subject != mention.phrase,
        let other = draft(ofPhrase: subject, not: own),
        mention.type == .ceasefire || mention.type == .surrender
      {
        container = other
      }
      if container == nil { container = running(mention, own) }
      guard let container, container != own, mayHold(container, own),
        !isAncestor(own, of: container)
      else { continue }
      drafts[own].event.partOf = container
    }
  }

  /// The war or offensive that the sentence, or the one before, tells of on the same side.
  private func running(_ mention: EventMention, _ own: Int) -> Int? {
    let draft = drafts[own]
    if draft.event.type == .war || draft.event.type == .operation { return nil }
    for other in drafts.indices.reversed() where other != own {
      let kind = drafts[other].event.type
      guard kind == .war || kind == .operation else { continue }
      let candidate = drafts[other]
      guard
        candidate.mentions.contains(where: {
          mention.sentence - mentions[$0].sentence <= 1
            && mention.sentence >= mentions[$0].sentence
        })
      else { continue }
      let isClose = candidate.mentions.contains {
        mentions[$0].sentence == mention.sentence && isBound(mentions[$0].clause, mention.clause)
      }
      switch EventKinship.family(draft.event.type) {
      case .violence, .displacement: break
      default:
        let type = draft.event.type
        if type != .surrender, type != .ceasefire, !(type == .mobilization && isClose) { continue }
      }
      let shares =
        draft.event.participants.contains { part in
          candidate.event.participants.contains { $0.actor == part.actor }
        }
        || draft.event.places.contains { link in
          candidate.event.places.contains { $0.place == link.place }
        }
      let agrees = overlap(draft.event.date.edtf, candidate.event.date.edtf)
      let isFlight =
        draft.event.type == .displacement && draft.event.places.isEmpty
        && candidate.mentions.contains {
          let sentence = mentions[$0].sentence
          return sentence <= mention.sentence && mention.sentence - sentence <= 2
            && outline.paragraphs[sentence] == outline.paragraphs[mention.sentence]
        }
      if agrees, isClose || shares || isFlight || draft.event.type == .surrender { return other }
    }
    return nil
  }

  /// Whether one clause hangs on the other.
  private func isBound(_ a: Int, _ b: Int) -> Bool {
    var clause: Int? = max(a, b)
    for _ in 0..<8 {
      guard let current = clause else { return false }
      if current == min(a, b) { return true }
      clause = outline.clauses[current].parent
    }
    return false
  }

  private func overlap(_ a: EDTF?, _ b: EDTF?) -> Bool {
    guard let a, let b else { return true }
    if let end = a.latest, let start = b.earliest, end < start { return false }
    if let end = b.latest, let start = a.earliest, end < start { return false }
    return true
  }

  private func draft(ofPhrase phrase: Int, not own: Int) -> Int? {
    guard outline.phrases[phrase].triggers != nil else { return nil }
    let sentence = outline.clauses[outline.phrases[phrase].clause].sentence
    for index in mentionsOfSentence[sentence] where mentions[index].phrase == phrase {
      if let draft = draftOfMention[index], draft != own { return draft }
    }
    return nil
  }

  private func mayHold(_ container: Int, _ part: Int) -> Bool {
    let (a, b) = (drafts[container].event.type, drafts[part].event.type)
    if drafts[container].isKillingOnly { return false }
    guard overlap(drafts[container].event.date.edtf, drafts[part].event.date.edtf) else {
      return false
    }
    switch EventKinship.family(a) {
    case .violence:
      switch b {
      case .ceasefire, .surrender, .displacement, .return, .territoryTransfer, .detention,
        .blockade, .mobilization:
        return true
      default:
        return EventKinship.family(b) == .violence && b != .war && (b != .operation || a == .war)
      }
    case .talks: return b == .agreement || b == .ceasefire
    case .truce: return b == .return || b == .territoryTransfer
    case .unrest: return EventKinship.family(b) == .violence || b == .detention
    default: return false
    }
  }

  private func isAncestor(_ draft: Int, of other: Int) -> Bool {
    var current: Int? = other
    for _ in 0..<8 {
      guard let index = current else { return false }
      if index == draft { return true }
      current = drafts[index].event.partOf
    }
    return true
  }

  /// Dates and places that follow from what an event belongs to.
  private func settleDates() {
    for index in drafts.indices {
      guard let container = drafts[index].event.partOf else { continue }
      let outer = drafts[container].event
      let type = drafts[index].event.type
      let ends = type == .ceasefire || type == .surrender
      if drafts[index].event.date.edtf == nil, drafts[index].event.date.span == nil || ends,
        let edtf = outer.date.edtf
      {
        let mention = drafts[index].mentions.first.map { mentions[$0] }
        if ends, let mention, let hours = delay(mention) {
          drafts[index].event.date.edtf = later(edtf, by: hours.days)
          drafts[index].event.date.span = hours.span
          drafts[index].event.date.basis = .inferred
        } else if isSettled(index, in: container) {
          drafts[index].event.date.edtf = edtf
          drafts[index].event.date.span = outer.date.span
          drafts[index].event.date.basis = .inferred
        }
      }
      if drafts[index].event.places.isEmpty, ends || type == .displacement {
        drafts[index].event.places = outer.places
      }
      if ends,
        drafts[index].event.participants.allSatisfy({ $0.role == .mediator || $0.role == .host })
      {
        for part in outer.participants
        where !drafts[index].event.participants.contains(where: { $0.actor == part.actor }) {
          var part = part
          part.role = .party
          drafts[index].event.participants.append(part)
        }
      }
    }
  }

  /// Whether the part is told within the clause of the whole, so that its date holds.
  private func isSettled(_ index: Int, in container: Int) -> Bool {
    drafts[index].mentions.contains { own in
      drafts[container].mentions.contains { outer in
        mentions[own].sentence == mentions[outer].sentence
          && isBound(mentions[own].clause, mentions[outer].clause)
      }
    }
  }

  /// "dopo 24 ore di combattimenti": how long after the beginning, in days.
  private func delay(_ mention: EventMention) -> (days: Int, span: TextSpan)? {
    let clause = outline.clauses[mention.clause]
    for phrase in clause.phrases {
      guard let date = outline.phrases[phrase].date,
        outline.phrases[phrase].preposition?.relation == .cause,
        let duration = reading.dates[date].duration, let days = Self.days(duration)
      else { continue }
      return (days, reading.dates[date].span)
    }
    return nil
  }

  /// The days of a duration in hours, days or weeks.
  private static func days(_ duration: String) -> Int? {
    let bytes = Array(duration.utf8)
    guard let unit = bytes.last else { return nil }
    let digits = bytes.drop { !(48...57).contains($0) }.dropLast()
    guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    let number = digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    switch unit {
    case UInt8(ascii: "H"): return number % 24 == 0 ? number / 24 : nil
    case UInt8(ascii: "D"): return number
    case UInt8(ascii: "W"): return number * 7
    default: return nil
    }
  }

  private func later(_ edtf: EDTF, by days: Int) -> EDTF? {
    guard case .date(let date) = edtf.value, date.day != nil else { return nil }
    return EDTF(date.earliest.adding(days: days))
  }

  // MARK: What figures and claims are about

  private func about(_ figure: FoundFigure) -> Int? {
    let metric = figure.claim.figure?.metric
    func fits(_ draft: Int) -> Bool {
      let type = drafts[draft].event.type
      switch metric {
      case .displaced: return type == .displacement
      case .returned: return type == .return || type == .cooperation
      case .detained: return type == .detention || type == .abduction
      default:
        let family = EventKinship.family(type)
        return family == .violence || family == .unrest || type == .detention
          || type == .displacement
      }
    }
    // In its own clause, then in those around, then in its sentence.
    var clause: Int? = figure.clause
    for _ in 0..<5 {
      guard let current = clause else { break }
      var best: (draft: Int, distance: Int)?
      for index in mentionsOfSentence[figure.sentence] where mentions[index].clause == current {
        guard let draft = draftOfMention[index], fits(draft) else { continue }
        let distance = abs(mentions[index].trigger.lowerBound - figure.tokens.lowerBound)
        if best.map({ distance < $0.distance }) ?? true { best = (draft, distance) }
      }
      if let best { return best.draft }
      if let antecedent = outline.clauses[current].antecedent {
        for index in mentionsOfSentence[figure.sentence] where mentions[index].phrase == antecedent
        {
          if let draft = draftOfMention[index], fits(draft) { return draft }
        }
      }
      clause = outline.clauses[current].sibling ?? outline.clauses[current].parent
    }
    var nearest: (draft: Int, distance: Int)?
    for index in mentionsOfSentence[figure.sentence] {
      guard let draft = draftOfMention[index], fits(draft) else { continue }
      let distance = abs(mentions[index].trigger.lowerBound - figure.tokens.lowerBound)
      if nearest.map({ distance < $0.distance }) ?? true { nearest = (draft, distance) }
    }
    if let nearest { return nearest.draft }
    var sentence = figure.sentence - 1
    while sentence >= 0, figure.sentence - sentence <= 3 {
      for index in mentionsOfSentence[sentence].reversed() {
        if let draft = draftOfMention[index], fits(draft), mentions[index].standing != .passing {
          return draft
        }
      }
      sentence -= 1
    }
    return nil
  }

  private func about(_ claim: FoundClaim) -> [Int] {
    var found: [Int] = []
    for index in mentionsOfSentence[claim.sentence] {
      guard let draft = draftOfMention[index],
        claim.tokens.contains(mentions[index].trigger.lowerBound)
      else { continue }
      // What stands before the verb of a statement is its setting, not what it says.
      if claim.claim.kind == .fact, let verb = outline.clauses[claim.clause].verb,
        mentions[index].trigger.lowerBound < document.verbGroups[verb].tokens.lowerBound
      {
        continue
      }
      if !found.contains(draft) { found.append(draft) }
    }
    if !found.isEmpty || claim.claim.kind == .fact || claim.claim.kind == .pledge { return found }
    // "Ha deplorato la «scelta irresponsabile»": what was spoken of last.
    var sentence = claim.sentence
    while sentence >= 0, claim.sentence - sentence <= 2 {
      for index in mentionsOfSentence[sentence].reversed() {
        guard let draft = draftOfMention[index],
          mentions[index].trigger.upperBound <= claim.tokens.lowerBound
        else { continue }
        let family = drafts[draft].family
        if family == .violence || claim.claim.kind != .condemnation && family == .talks {
          return [draft]
        }
      }
      sentence -= 1
    }
    return []
  }

  /// A speech act about no event told is one itself.
  private func ownEvent(of claim: ArticleReading.Claim) -> EventMerger.Draft? {
    guard !claim.claimants.isEmpty else { return nil }
    let type: EventType
    switch claim.kind {
    case .accusation: type = .accusation
    case .condemnation: type = .condemnation
    case .appeal: type = .appeal
    case .denial: type = .denial
    case .pledge: type = .pledge
    default: return nil
    }
    // An appeal or accusation to nobody in particular is no event.
    if claim.addressees.isEmpty,
      claim.kind == .appeal || claim.kind == .accusation
        || claim.kind == .condemnation || claim.kind == .denial
    {
      return nil
    }
    var event = ArticleReading.Event(type: type, trigger: claim.span, evidence: [claim.span])
    event.participants = claim.claimants.map {
      .init(actor: $0, role: .speaker, evidence: [claim.span])
    }
    for actor in claim.addressees where !claim.claimants.contains(actor) {
      event.participants.append(.init(actor: actor, role: .target, evidence: [claim.span]))
    }
    event.sieve = "speech-act"
    return EventMerger.Draft(
      event: event, mentions: [], family: .other, isTold: true, isNarrated: true, isDenied: false,
      lastSentence: 0, isKillingOnly: false, count: 1, isAside: false, flags: [], dateSpans: [])
  }

  /// What "secondo X" or a quotation says of an event.
  private func sourced(_ mention: EventMention) -> ArticleReading.Claim? {
    guard mention.stance.isReported, !mention.stance.claimants.isEmpty,
      mention.standing == .told || mention.stance.reality == .denied
    else { return nil }
    var claim = ArticleReading.Claim(
      span: mention.evidence, kind: mention.stance.reality == .denied ? .denial : .fact)
    claim.claimants = Array(mention.stance.claimants)
    claim.chain = Array(mention.stance.chain)
    claim.modality = mention.stance.isHearsay ? .conditional : .asserted
    claim.sieve = "source"
    return claim
  }

  // MARK: Publishing

  private func publish(_ pending: inout [(claim: ArticleReading.Claim, drafts: [Int])]) {
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
  private func isWorth(
    _ index: Int, _ pending: [(claim: ArticleReading.Claim, drafts: [Int])]
  ) -> Bool {
    let draft = drafts[index]
    guard draft.isTold else { return false }
    if draft.count > 1, draft.event.date.edtf == nil { return false }
    if index < hadSomething.count, !hadSomething[index] {
      return pending.contains { $0.drafts.contains(index) && $0.claim.kind == .figure }
    }
    return true
  }

  private func hasSomething(_ event: ArticleReading.Event) -> Bool {
    !event.participants.isEmpty || !event.places.isEmpty || event.date.span != nil
  }

  private func status(_ draft: EventMerger.Draft) -> EventStatus {
    let told = draft.mentions.map { mentions[$0] }.filter { $0.standing != .passing }
    if draft.mentions.isEmpty { return .occurred }
    if draft.isDenied { return .denied }
    let real = told.filter { $0.stance.reality == .occurred }
    if real.isEmpty {
      return told.contains { $0.stance.reality == .planned } ? .planned : .hypothetical
    }
    if draft.isNarrated { return .occurred }
    if real.allSatisfy({ $0.stance.isHearsay }) { return .alleged }
    // What only those involved, or nobody known by name, say happened.
    let isOnlyClaimed = real.allSatisfy { mention in
      guard mention.stance.isReported else { return mention.stance.isHearsay }
      let claimants = mention.stance.claimants
      guard !claimants.isEmpty else { return true }
      return claimants.allSatisfy { isInvolved($0, draft) }
    }
    return isOnlyClaimed ? .alleged : .occurred
  }

  /// Whether the actor takes part, or is nobody known.
  private func isInvolved(_ actor: Int, _ draft: EventMerger.Draft) -> Bool {
    guard reading.actors.indices.contains(actor) else { return true }
    let own = reading.actors[actor]
    if own.kind == .anonymous { return true }
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

  private func claimants(_ draft: EventMerger.Draft) -> [Int] {
    if draft.isNarrated { return [] }
    return Stances.unique(
      draft.mentions.flatMap {
        mentions[$0].stance.reality == .occurred ? mentions[$0].stance.claimants : TextArray()
      })
  }
}
