import DossierModel

/// Which events figures and claims are about.
extension EventAssembly {
  func about(_ figure: FoundFigure) -> Int? {
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
    // Then what was told last; of people killed rather an attack than a thing destroyed or taken.
    return earlier(figure) { fits($0) && self.hurts($0) } ?? earlier(figure, fits)
  }

  /// The event that the sentences before `figure` told last of those that `fits` accepts.
  private func earlier(_ figure: FoundFigure, _ fits: (Int) -> Bool) -> Int? {
    var sentence = figure.sentence - 1
    while sentence >= 0, figure.sentence - sentence <= 3 {
      for index in mentionsOfSentence[sentence].reversed() {
        if let draft = draftOfMention[index], mentions[index].standing != .passing, fits(draft) {
          return draft
        }
      }
      sentence -= 1
    }
    return nil
  }

  /// Whether people are hurt by such an event.
  private func hurts(_ draft: Int) -> Bool {
    switch drafts[draft].event.type {
    case .sabotage, .territoryRegained, .territoryOvertaken, .detention: false
    default: true
    }
  }

  func about(_ claim: FoundClaim) -> [Int] {
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
    let reach =
      switch claim.claim.kind {
      case .denial, .noComment: 4
      default: 2
      }
    var sentence = claim.sentence
    while sentence >= 0, claim.sentence - sentence <= reach {
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
  func ownEvent(of claim: ArticleReading.Claim) -> EventMerger.Draft? {
    guard !claim.claimants.isEmpty else { return nil }
    let type: EventType
    switch claim.kind {
    case .accusation: type = .accusation
    case .condemnation: type = .condemnation
    case .appeal: type = .appeal
    case .denial: type = .denial
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
  func sourced(_ mention: EventMention) -> ArticleReading.Claim? {
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
}
