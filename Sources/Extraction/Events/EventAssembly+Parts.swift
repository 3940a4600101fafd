import DossierModel

/// Who came to talks, what belongs to what, and the dates and places that follow.
extension EventAssembly {
  /// "L’UE era rappresentata da …", "Mosca ha inviato …": those who come to talks that were just told
  /// of, and of which their sender is a party.
  func takeDelegates() {
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
  func runningTalks(_ sentence: Int, _ senders: TextArray<Reference>) -> Int? {
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

  /// Ties what belongs to a war or an offensive to it, and the truce to what it ends.
  func linkParts() {
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
  func running(_ mention: EventMention, _ own: Int) -> Int? {
    let draft = drafts[own]
    if draft.event.type == .war || draft.event.type == .operation { return nil }
    let reach = draft.event.type == .displacement ? 2 : 1
    var near: Set<Int> = []
    for sentence in max(0, mention.sentence - reach)...max(0, mention.sentence) {
      for index in mentionsOfSentence[sentence] {
        if let other = draftOfMention[index], other != own { near.insert(other) }
      }
    }
    for other in near.sorted(by: >) {
      let kind = drafts[other].event.type
      guard kind == .war || kind == .operation else { continue }
      let candidate = drafts[other]
      guard
        candidate.mentions.contains(where: {
          mention.sentence - mentions[$0].sentence <= reach
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
  func isBound(_ a: Int, _ b: Int) -> Bool {
    var clause: Int? = max(a, b)
    for _ in 0..<8 {
      guard let current = clause else { return false }
      if current == min(a, b) { return true }
      clause = outline.clauses[current].parent
    }
    return false
  }

  func overlap(_ a: EDTF?, _ b: EDTF?) -> Bool {
    guard let a, let b else { return true }
    if let end = a.latest, let start = b.earliest, end < start { return false }
    if let end = b.latest, let start = a.earliest, end < start { return false }
    return true
  }

  func draft(ofPhrase phrase: Int, not own: Int) -> Int? {
    guard outline.phrases[phrase].triggers != nil else { return nil }
    let sentence = outline.clauses[outline.phrases[phrase].clause].sentence
    for index in mentionsOfSentence[sentence] where mentions[index].phrase == phrase {
      if let draft = draftOfMention[index], draft != own { return draft }
    }
    return nil
  }

  func mayHold(_ container: Int, _ part: Int) -> Bool {
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

  func isAncestor(_ draft: Int, of other: Int) -> Bool {
    var current: Int? = other
    for _ in 0..<8 {
      guard let index = current else { return false }
      if index == draft { return true }
      current = drafts[index].event.partOf
    }
    return true
  }

  /// Dates and places that follow from what an event belongs to.
  func settleDates() {
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
      // Who flees an offensive flees where it is; those whom somebody brings away left places of their own.
      let isFlight =
        type == .displacement
        && (drafts[index].mentions.first.map { mentions[$0].frame.patient == nil } ?? false
          || isSettled(index, in: container))
      if drafts[index].event.places.isEmpty, ends || isFlight {
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

  /// Those who flee across a border that no name names do so at the border of the state whose government
  /// counts them.
  func takeCrossings(_ figures: [FoundFigure]) {
    for figure in figures where figure.claim.figure?.metric == .displaced {
      guard let draft = about(figure), drafts[draft].event.type == .displacement,
        drafts[draft].mentions.contains(where: {
          mentions[$0].flags.contains(.crossing) && mentions[$0].sentence == figure.sentence
        })
      else { continue }
      for claimant in figure.claim.claimants {
        let actor = reading.actors[claimant]
        guard actor.kind == .state || actor.kind == .government, let country = actor.country,
          let place = reading.places.firstIndex(where: {
            $0.kind == .country && $0.country == country
          }), let span = words(for: claimant, in: figure.sentence)
        else { continue }
        EventMerger.add(.init(place: place, evidence: [span]), to: &drafts[draft].event.places)
      }
    }
  }

  /// "X e Y hanno concordato una tregua dopo quattro giorni di scontri": those who agree have fought.
  func shareParties() {
    for (index, mention) in mentions.enumerated() {
      guard let truce = draftOfMention[index], drafts[truce].family == .truce else { continue }
      let parties = drafts[truce].event.participants.filter { $0.role == .party }
      guard parties.count > 1 else { continue }
      for other in mentionsOfSentence[mention.sentence] {
        guard let fight = draftOfMention[other], drafts[fight].family == .violence,
          drafts[fight].event.participants.isEmpty, mentions[other].frame.agent == .party,
          let phrase = mentions[other].phrase,
          outline.phrases[phrase].preposition != nil
        else { continue }
        drafts[fight].event.participants = parties
      }
    }
  }

  /// The words of the sentence that name the actor.
  private func words(for actor: Int, in sentence: Int) -> TextSpan? {
    let range = document.tokens.span(document.sentences[sentence])
    return reading.mentions.first { $0.actor == actor && range.contains($0.span) }?.span
  }

  /// Whether the part is told within the clause of the whole, so that its date holds.
  func isSettled(_ index: Int, in container: Int) -> Bool {
    drafts[index].mentions.contains { own in
      drafts[container].mentions.contains { outer in
        mentions[own].sentence == mentions[outer].sentence
          && isBound(mentions[own].clause, mentions[outer].clause)
      }
    }
  }

  /// "dopo 24 ore di combattimenti": how long after the beginning, in days.
  func delay(_ mention: EventMention) -> (days: Int, span: TextSpan)? {
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
  static func days(_ duration: String) -> Int? {
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

  func later(_ edtf: EDTF, by days: Int) -> EDTF? {
    guard case .date(let date) = edtf.value, date.day != nil else { return nil }
    return EDTF(date.earliest.adding(days: days))
  }
}
