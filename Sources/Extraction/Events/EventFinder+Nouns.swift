import DossierModel

/// Nouns: events that a noun names, and what its place in the clause makes of them.
extension EventFinder {
  /// What the phrase's place in its clause makes of its event.
  struct Standing {
    var standing: EventMention.Standing
    var stance: Stance
    /// What the governing verb's subject is to the event.
    var effect: EventLexicon.Effect?
    /// The clause whose complements the event shares.
    var sharing: Int?
    /// Whether the verb's subject puts an end to it.
    var isEnded = false
    /// Whether the words tell how long it took: "24 ore di combattimenti".
    var isDurative = false
  }

  func nounMention(_ index: Int) -> EventMention? {
    let phrase = outline.phrases[index]
    guard let (numbers, tokens) = phrase.triggers,
      let number = numbers.first(where: { fits(noun: index, lexicon.triggers[$0]) })
    else { return nil }
    let trigger = lexicon.triggers[number]
    if trigger.flags.contains(.arms) { return nil }
    guard var standing = standing(of: index) else { return nil }
    if trigger.flags.contains(.bare), phrase.determiner != .definite || phrase.quantity != nil {
      return nil
    }
    for token in phrase.core {
      guard let effect = lexicon.adjectiveEffects[text[token].lexeme],
        !tokens.contains(token)
      else { continue }
      switch effect {
      case .generic: return nil
      case .averted, .foiled: standing.stance.reality = max(standing.stance.reality, .hypothetical)
      case .planned: standing.stance.reality = max(standing.stance.reality, .planned)
      case .told: standing.stance.isHearsay = true
      default: break
      }
    }
    var mention = EventMention(
      trigger: tokens, type: trigger.type, flags: trigger.flags, frame: trigger.frame,
      sentence: outline.clauses[phrase.clause].sentence, clause: phrase.clause, phrase: index,
      standing: standing.standing, stance: standing.stance,
      participants: TextArray(in: outline.memory), places: TextArray(in: outline.memory),
      evidence: evidence(of: phrase.clause, around: phrase.tokens))
    mention.isDefinite =
      phrase.determiner == .definite || phrase.determiner == .demonstrative
      || standing.isDurative
    mention.isInFact = stances.all[phrase.clause].reality == .occurred
    for token in phrase.core {
      switch lexicon.adjectiveEffects[text[token].lexeme] {
      case .novel: mention.isNew = true
      case .recent: mention.isRecent = true
      default: break
      }
    }
    if let low = phrase.quantity?.low, phrase.quantity?.wording != .article { mention.count = low }
    takeOwn(index, trigger, into: &mention)
    // "il rientro di centinaia di famiglie"
    if let complement = references.complement(of: index),
      outline.phrases[complement].quantity != nil
    {
      mention.hasName = true
    }
    mention.isAnchored =
      !mention.participants.isEmpty || !mention.places.isEmpty || mention.date.span != nil
      || mention.hasName && !trigger.flags.contains(.weak)
    mention.isDateOwn = mention.date.span != nil
    for clause in describing[index] { takeDescription(clause, into: &mention) }
    if standing.isEnded, outline.clauses[phrase.clause].subject != phrase.listHead,
      let role = trigger.frame.agent, trigger.frame.patient != nil
    {
      for reference in references.subjects[phrase.clause] where reference.actor != nil {
        add(reference, role, to: &mention)
      }
    }
    if mention.standing == .told {
      if let object = outline.clauses[phrase.clause].object,
        outline.clauses[phrase.clause].subject == phrase.listHead, takesPlaceOfObject(trigger.type)
      {
        if hasName(object) { mention.hasName = true }
        // "un’esplosione ha scosso il centro di Beirut"
        for place in references.places(ofList: object) { addPlace(place, to: &mention) }
      }
      takeSubject(standing, into: &mention)
      if let clause = standing.sharing { takeComplements(of: clause, for: index, into: &mention) }
    }
    if mention.standing == .told { takeWhere(phrase.clause, into: &mention) }
    takeTalkers(of: phrase, into: &mention)
    takeVisitor(of: phrase, into: &mention)
    mention.participants.sort { $0.span.start < $1.span.start }
    settleSpeakers(&mention)
    if isBackground(phrase.clause), mention.places.isEmpty, mention.date.span == nil {
      mention.standing = .passing
    }
    if isSpeakersImage(mention) { mention.standing = .passing }
    return isWarOfWords(mention) || isFigurative(mention) ? nil : mention
  }

  /// "Durante i colloqui …, X e Y hanno concordato …": those who agree or speak at talks take part.
  func takeTalkers(of phrase: Phrase, into mention: inout EventMention) {
    guard mention.flags.contains(.talks), mention.standing != .passing,
      phrase.preposition.map({
        $0.relation == .cause || $0.relation == .within || $0.relation == .place
      }) ?? false,
      let role = mention.frame.agent,
      let verb = outline.clauses[phrase.clause].verb,
      !mention.participants.contains(where: { $0.role == role })
    else { return }
    let group = document.verbGroups[verb]
    let isTalk =
      lexicon.triggers(of: group.verb).contains {
        EventKinship.family(lexicon.triggers[$0].type) == .truce
          || EventKinship.family(lexicon.triggers[$0].type) == .talks
      } || !lexicon.claimCues(of: group.verb).isEmpty
    guard isTalk, group.voice != .passive else { return }
    for reference in references.subjects[phrase.clause] where reference.actor != nil {
      add(reference, role, to: &mention)
    }
  }

  /// What governs the phrase, and what that makes of its event; `nil` if it names none ("crimini di
  /// guerra").
  func standing(of index: Int) -> Standing? {
    var index = index
    var stance = stances.all[outline.phrases[index].clause]
    for _ in 0..<4 {
      let phrase = outline.phrases[index]
      let head = outline.phrases[phrase.listHead]
      guard let preposition = head.preposition, let governor = head.follows else { break }
      let base = preposition.base
      guard preposition.relation == .of || nounEffect(governor, base) != nil else { break }
      let isDefinite = phrase.determiner == .definite || phrase.determiner == .demonstrative
      let isSpecific = isDefinite || phrase.determiner == .indefinite
      if outline.phrases[governor].date != nil {
        // "dopo 24 ore di combattimenti"
        return Standing(standing: .presupposed, stance: stance, isDurative: true)
      }
      guard let effect = nounEffect(governor, base) else {
        if outline.phrases[governor].triggers != nil, isDefinite || phrase.date != nil {
          return Standing(standing: .presupposed, stance: Stance(stance))
        }
        return isSpecific ? Standing(standing: .presupposed, stance: Stance(stance)) : nil
      }
      switch effect {
      case .transparent:
        index = governor
        continue
      case .presupposed:
        guard isSpecific || phrase.agreement.number == .plural else { return nil }
        return Standing(standing: .presupposed, stance: Stance(stance))
      case .generic: return isDefinite ? Standing(standing: .passing, stance: stance) : nil
      case .told:
        stance.isReported = true
        return Standing(standing: .presupposed, stance: stance)
      default:
        stance.reality = .hypothetical
        return Standing(standing: .passing, stance: stance)
      }
    }
    return standingInClause(index, stance)
  }

  func nounEffect(
    _ governor: Int, _ preposition: LexemeTable.ID
  ) -> EventLexicon.Effect? {
    lexicon.effect(ofNoun: text[outline.phrases[governor].head].lexeme, preposition)
  }

  func standingInClause(_ index: Int, _ stance: Stance) -> Standing? {
    var phrase = outline.phrases[index]
    // Members of a list stand where its first does: "con un armistizio e il ritorno".
    if phrase.preposition == nil {
      phrase.preposition = outline.phrases[phrase.listHead].preposition
    }
    let clause = outline.clauses[phrase.clause]
    var result = Standing(standing: .told, stance: stance, sharing: phrase.clause)
    let isDefinite = phrase.determiner == .definite || phrase.determiner == .demonstrative
    guard let verb = clause.verb else {
      // A headline without a verb tells; so does what stands in brackets.
      if phrase.preposition == nil || phrase.preposition?.relation == .cause
        || phrase.preposition?.relation == .within
      {
        return result
      }
      result.standing = isDefinite ? .presupposed : .told
      return result
    }
    let group = document.verbGroups[verb]
    var effect: EventLexicon.Effect?
    let isSubject = clause.subject == phrase.listHead
    let isObject = clause.object == phrase.listHead
    if isSubject, clause.kind != .participle {
      if group.voice == .passive || group.voice == .reflexive {
        effect = lexicon.effect(of: group.verb, on: .object)
      }
      if group.voice != .passive {
        effect = lexicon.effect(of: group.verb, on: .subject) ?? effect
      }
      if effect == .agent || effect == .patient || effect == .mediator, group.voice == .active {
        effect = .happened
      }
      if effect == nil { effect = isDefinite ? .presupposed : .happened }
    } else if isObject {
      effect = lexicon.effect(of: group.verb, on: .object)
      if effect == nil, !lexicon.claimCues(of: group.verb).isEmpty { effect = .told }
      if effect == nil {
        effect =
          language.verbGroupWords.task(group.verb) == .be
          ? .context
          : isDefinite ? .presupposed : .happened
      }
    } else if let preposition = phrase.preposition {
      effect = lexicon.effect(of: group.verb, on: .preposition(preposition.base))
      if effect == .agent || effect == .patient || effect == .join { /* the verb's own */  }
      if effect == nil, preposition.number >= 0 {
        effect = lexicon.prepositionEffects[preposition.number]
      }
      if effect == .setting { return nil }
      if effect == .purpose {
        effect = isDefinite ? .presupposed : .averted
        if preposition.base == a, phrase.determiner == .indefinite { effect = .presupposed }
      }
      if effect == nil {
        switch preposition.relation {
        case .place, .with, .agent, .cause, .within: effect = isDefinite ? .presupposed : .happened
        default: effect = isDefinite ? .presupposed : .context
        }
      }
      // "uccisi nell’attacco", "con i raid": the clause tells what happened in it.
      if effect == .presupposed, stance.reality == .occurred,
        preposition.relation == .place || preposition.relation == .agent
          || preposition.relation == .within
      {
        effect = .happened
      }
    } else {
      effect = isDefinite ? .presupposed : .happened
    }
    if effect == .declared {
      effect =
        isProtest(index)
        ? .planned : isDoneByWords(index) && group.voice == .active ? .agent : .told
    }
    result.effect = effect
    if group.isNegated, stance.reality == .denied, isDefinite, isKnown(index, isSubject, clause) {
      // "il raid non ha ucciso civili", "non ha violato la tregua": what is denied is not the event.
      result.stance.reality = .occurred
      result.standing = .presupposed
      result.sharing = nil
      return result
    }
    apply(effect, clause: phrase.clause, group: group, to: &result)
    if effect == .ending, isConditional(phrase.clause) { result.standing = .passing }
    return result
  }

  /// "hanno proclamato uno sciopero": it is still to come.
  private func isProtest(_ phrase: Int) -> Bool {
    guard let number = outline.phrases[phrase].triggers?.numbers.first else { return false }
    return lexicon.triggers[number].type == .protest
  }

  /// Whether whoever announces such an event makes it.
  func isDoneByWords(_ phrase: Int) -> Bool {
    guard let number = outline.phrases[phrase].triggers?.numbers.first else { return false }
    switch lexicon.triggers[number].type {
    case .ceasefire, .sanction, .aid, .support, .mobilization, .pledge, .blockade: return true
    default: return false
    }
  }

  /// "Ha tenuto aperte le linee, compresi i colloqui con X e Y": whoever the clause is about talks.
  private func takeVisitor(of phrase: Phrase, into mention: inout EventMention) {
    guard mention.flags.contains(.talks), let noun = mention.phrase,
      let first = mention.participants.first, first.role == .party,
      let with = (noun + 1..<min(noun + 3, outline.phrases.count)).first(where: {
        outline.phrases[$0].preposition?.relation == .with
      }),
      mention.participants.allSatisfy({
        Int(text[outline.phrases[with].tokens.lowerBound].start) < $0.span.start
      })
    else { return }
    var clause = phrase.clause
    for _ in 0..<4 {
      let persons = references.subjects[clause].filter { $0.isPerson && $0.actor != nil }
      if !persons.isEmpty {
        for person in persons { add(person, .party, to: &mention) }
        return
      }
      guard let parent = outline.clauses[clause].parent else { return }
      clause = parent
    }
  }

  /// Whether a negated verb leaves the event named in the phrase as it was told.
  func isKnown(_ index: Int, _ isSubject: Bool, _ clause: Clause) -> Bool {
    let phrase = outline.phrases[index]
    if isSubject { return clause.object != nil }
    if phrase.preposition != nil { return true }
    return phrase.triggers?.numbers.first.map {
      EventKinship.family(lexicon.triggers[$0].type) == .truce
    } ?? false
  }

  /// Whether the clause is a condition or what follows from one: "se …, i colloqui si fermano".
  func isConditional(_ index: Int) -> Bool {
    let clause = outline.clauses[index]
    if clause.kind == .subordinate, clause.effect == .averted { return true }
    return outline.sentences[clause.sentence].contains {
      outline.clauses[$0].kind == .subordinate && outline.clauses[$0].effect == .averted
        && (outline.clauses[$0].parent == index || $0 < index)
    }
  }

  func apply(
    _ effect: EventLexicon.Effect?, clause: Int, group: VerbGroup, to result: inout Standing
  ) {
    switch effect {
    case .ending, .presupposed:
      // Whoever ends a siege or an attack has led it.
      result.isEnded = effect == .ending && group.voice == .active
      result.standing =
        effect == .ending && result.stance.reality == .occurred ? .told : .presupposed
      if result.stance.reality != .occurred { result.stance.reality = .occurred }
      if result.standing == .presupposed { result.sharing = nil }
    case .told:
      let isNegated = group.isNegated
      let isReport = !lexicon.claimCues(of: group.verb).isEmpty
      if isReport {
        let speaking =
          group.voice == .passive
          ? agentPhrases(outline.clauses[clause]) : references.subjects[clause]
        let speakers = speaking.actors(in: outline.memory)
        if !speakers.isEmpty {
          var chain = TextArray<Int>(in: outline.memory)
          chain.append(contentsOf: result.stance.claimants)
          chain.append(contentsOf: result.stance.chain)
          result.stance.chain = chain
          result.stance.claimants = speakers
        }
        result.stance.isReported = true
      }
      result.standing = .told
      if isNegated || result.stance.reality != .occurred {
        result.stance.reality = .occurred
        result.standing = .presupposed
      }
      result.sharing = nil
    case .denied:
      if group.voice != .passive {
        result.stance.claimants = references.subjects[clause].actors(in: outline.memory)
        result.stance.isReported = true
      }
      result.stance.reality = group.isNegated ? .occurred : .denied
      result.standing = .presupposed
      result.sharing = nil
    case .planned: result.stance.reality = max(result.stance.reality, .planned)
    case .wanted, .averted, .foiled, .purpose:
      result.stance.reality = max(result.stance.reality, .hypothetical)
      result.standing = .passing
    case .context, .generic:
      result.standing = .passing
      result.sharing = nil
    default: break
    }
  }

  /// What the governing verb's subject is to the event: "hanno tenuto colloqui".
  func takeSubject(_ standing: Standing, into mention: inout EventMention) {
    guard let role = role(of: standing.effect, mention.frame) else { return }
    let clause = outline.clauses[mention.clause]
    let isPassive = clause.verb.map { document.verbGroups[$0].voice == .passive } ?? false
    if clause.subject == mention.phrase || isPassive {
      for reference in agentPhrases(clause) { add(reference, role, to: &mention) }
      return
    }
    for reference in references.subjects[mention.clause] where reference.actor != nil {
      add(reference, role, to: &mention)
    }
    if mention.participants.isEmpty, let subject = clause.subject {
      addCrowd(subject, role, to: &mention)
    }
    if standing.effect == .mediator, mention.type == .meeting { mention.type = .talksMediated }
  }
}
