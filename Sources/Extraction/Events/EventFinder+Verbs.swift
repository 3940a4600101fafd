import DossierModel

/// Verbs: events that a clause tells.
extension EventFinder {
  func verbMention(_ index: Int) -> EventMention? {
    let clause = outline.clauses[index]
    guard let verb = clause.verb else { return nil }
    let group = document.verbGroups[verb]
    let stance = stances.all[index]
    guard stance.reality != .hypothetical else { return nil }
    if stance.reality == .denied, !stance.isReported { return nil }
    if stance.reality == .denied, group.isProgressive || group.tense == .future { return nil }
    let roles = logicalRoles(clause, group)
    // "mediato dalla Russia", "lanciare un’offensiva": the event is the noun's.
    if isEvent(roles.object) || isEvent(roles.subject),
      lexicon.effect(of: group.verb, on: .object) != nil,
      !lexicon.triggers(of: group.verb).contains(where: { takesEvent(lexicon.triggers[$0]) })
    {
      return nil
    }
    guard
      let number = lexicon.triggers(of: group.verb).first(where: {
        holds(lexicon.triggers[$0], index, group, roles)
      })
    else { return nil }
    if isNone(roles.subject) || isNone(roles.object) { return nil }
    let trigger = lexicon.triggers[number]
    var mention = EventMention(
      trigger: group.tokens, type: trigger.type, flags: trigger.flags, frame: trigger.frame,
      sentence: clause.sentence, clause: index, phrase: nil, standing: .told, stance: stance,
      participants: TextArray(in: outline.memory), places: TextArray(in: outline.memory),
      evidence: evidence(of: index, around: group.tokens))
    let frame = trigger.frame
    if let subject = roles.subject {
      let found =
        subject == clause.subject
        ? references.subjects[index] : references.references(ofList: subject)
      for reference in found where reference.actor != nil {
        if let role = frame.agent { add(reference, role, to: &mention) }
      }
      if mention.participants.isEmpty, let role = frame.agent {
        addCrowd(subject, role, to: &mention)
      }
      refine(&mention, by: outline.phrases[subject].core, at: [.means])
    } else if group.voice != .passive, clause.kind != .participle, roles.subject == nil {
      for reference in references.subjects[index] where reference.actor != nil {
        if let role = frame.agent { add(reference, role, to: &mention) }
      }
    }
    if group.voice == .passive, roles.object == nil, clause.subject == nil, let role = frame.patient
    {
      for reference in references.subjects[index] where reference.actor != nil {
        add(reference, role, to: &mention)
      }
    }
    if let subject = roles.subject, hasName(subject) { mention.hasName = true }
    if let object = roles.object, hasName(object) { mention.hasName = true }
    if let object = roles.object {
      let found = references.references(ofList: object)
      for reference in found where reference.actor != nil {
        if let role = frame.patient { add(reference, role, to: &mention) }
      }
      if takesPlaceOfObject(trigger.type) {
        for place in references.places(ofList: object) { addPlace(place, to: &mention) }
      }
    }
    if trigger.type == .territoryOvertaken, let subject = roles.subject, roles.object == nil {
      for place in references.places(ofList: subject) { addPlace(place, to: &mention) }
    }
    if roles.object == nil, group.clitics.contains(.object), group.voice == .active {
      takePronoun(of: index, group, into: &mention)
    }
    takeVerbComplements(of: index, roles.object, into: &mention)
    takeWhere(index, into: &mention)
    mention.isInFact = stance.reality == .occurred
    if let subject = roles.subject, EventKinship.isAttack(trigger.type), !mention.isKilling {
      let own = outline.phrases[subject]
      mention.isByAnother =
        own.determiner == .indefinite && !own.classes.isDisjoint(with: [.fighter, .projectile])
    }
    takeParticipleAntecedent(clause, index, group, into: &mention)
    if isWarOfWords(mention) || isFigurative(mention) { return nil }
    // "ha detto che X non ha mai attaccato Y" is no denial of a deed, unless X says so itself.
    if stance.reality == .denied, group.isNegated {
      let isOwnDeed =
        mention.participants.contains { stance.claimants.contains($0.actor) }
        || isOwnForce(roles.subject, of: stance, group)
      guard !group.isHearsay, isOwnDeed else { return nil }
      if mention.participants.isEmpty, let role = frame.agent, let claimant = stance.claimants.first
      {
        mention.participants.append(
          EventParticipant(
            actor: claimant, role: role,
            span: roles.subject.map { text.span(outline.phrases[$0].core) } ?? mention.evidence))
      }
    }
    settleSpeakers(&mention)
    if isSpeakersImage(mention) || isBareEvacuation(mention, roles.object) {
      mention.standing = .passing
    }
    if isBackground(index), mention.places.isEmpty, mention.date.span == nil {
      mention.standing = .passing
    }
    if trigger.flags.contains(.weak), mention.participants.isEmpty, mention.places.isEmpty {
      mention.standing = .passing
    }
    mention.isAnchored = true
    mention.participants.sort { $0.span.start < $1.span.start }
    return mention
  }

  /// "Nessuna tregua è stata firmata", "nessun soldato è stato ucciso".
  private func isNone(_ phrase: Int?) -> Bool {
    guard let phrase, let quantity = outline.phrases[phrase].quantity else { return false }
    return quantity.low == 0 && quantity.high == 0
  }

  /// Whether those who speak for a state deny a deed of its own forces: "Mosca: l’esercito non ha
  /// attaccato".
  func isOwnForce(_ subject: Int?, of stance: Stance, _ group: VerbGroup) -> Bool {
    guard let subject, !stance.claimants.isEmpty,
      !outline.phrases[subject].classes.isDisjoint(with: [.force, .troops]),
      references.references(of: subject).allSatisfy({ reference in
        reference.actor.map { references.reading.actors[$0].country == nil } ?? true
      })
    else { return false }
    return stance.claimants.contains { claimant in
      switch references.reading.actors[claimant].kind {
      case .state, .government, .military: true
      default: false
      }
    }
  }

  /// Whether somebody brings away people of whom no number, place or day is told.
  private func isBareEvacuation(_ mention: EventMention, _ object: Int?) -> Bool {
    mention.type == .displacement && mention.places.isEmpty && mention.date.span == nil
      && mention.participants.contains { $0.role == .initiator }
      && !mention.participants.contains { $0.role == .victim }
      && object.flatMap { outline.phrases[$0].quantity } == nil
  }

  /// Whether the clause only says what somebody is or does as a rule: "il Qatar, che media nei negoziati".
  func isBackground(_ index: Int) -> Bool {
    let clause = outline.clauses[index]
    guard clause.kind == .relative, let verb = clause.verb else { return false }
    let group = document.verbGroups[verb]
    return group.mood == .indicative && group.tense == .present && group.modal == nil
      && group.voice == .active && !group.isProgressive
  }

  /// Whether those who attack or clash do so with words: politicians, parties, unions, companies,
  /// where neither weapons nor places nor people hurt are named.
  func isWarOfWords(_ mention: EventMention) -> Bool {
    if mention.type == .protest, mention.phrase == nil {
      // "«…», protesta X"; a state protests with a note.
      let verb = outline.clauses[mention.clause].verb.map { document.verbGroups[$0] }
      if let verb, outline.isTag(verb, in: text) { return true }
      return !mention.participants.isEmpty
        && mention.participants.allSatisfy {
          [.state, .government].contains(references.reading.actors[$0.actor].kind)
        }
    }
    guard mention.type == .armedClash || mention.type == .war, mention.places.isEmpty else {
      return false
    }
    // "«…», ha attaccato la consigliera"
    if mention.phrase == nil, mention.flags.contains(.general),
      let verb = outline.clauses[mention.clause].verb.map({ document.verbGroups[$0] }),
      outline.isTag(verb, in: text)
    {
      return true
    }
    let isGeneral = !mention.flags.isDisjoint(with: [.general, .wide])
    var isCivil = false
    for participant in mention.participants {
      switch references.reading.actors[participant.actor].kind {
      case .person, .media: isCivil = isGeneral
      case .state, .military: return false
      default: break
      }
    }
    for index in outline.clauses[mention.clause].phrases {
      let phrase = outline.phrases[index]
      if !phrase.classes.isDisjoint(with: .arms) { return false }
      if phrase.quantity != nil, !phrase.classes.isDisjoint(with: .persons) { return false }
      let isPolitical = phrase.core.contains {
        lexicon.modifiers[text[$0].lexeme]?.place == .civil
      }
      if isPolitical {
        isCivil = true
      } else if phrase.classes.contains(.force) {
        return false
      }
    }
    return isCivil
  }

  /// Whether the verb tells an event by what its object is: "cessare le ostilità", "firmare l’accordo".
  func takesEvent(_ trigger: EventLexicon.Trigger) -> Bool {
    trigger.conditions.contains {
      if case .slot(.object, _) = $0 { true } else { false }
    } && trigger.flags.isDisjoint(with: .weak)
  }

  /// Whether somebody or some place is named in the phrase or its complement.
  func hasName(_ phrase: Int) -> Bool {
    if !outline.phrases[phrase].mentions.isEmpty { return true }
    guard let next = references.complement(of: phrase) else { return false }
    return !outline.phrases[next].mentions.isEmpty
  }

  /// Whether the place of the object is where it happened.
  func takesPlaceOfObject(_ type: EventType) -> Bool {
    switch type {
    case .meeting, .talksMediated, .phoneCall, .agreement, .ceasefire, .pledge, .support, .sanction,
      .cooperation, .threat, .aid:
      false
    default: true
    }
  }

  /// An attributive participle takes its place from nothing else: "le truppe dispiegate a Nord".
  func takeParticipleAntecedent(
    _ clause: Clause, _ index: Int, _ group: VerbGroup, into mention: inout EventMention
  ) {
    // "civili uccisi", "armi fornite": joined to a noun they tell in passing, unless somebody or
    // some place or time is named with them.
    guard clause.kind == .participle, !clause.isSetOff else { return }
    if mention.participants.isEmpty || mention.places.isEmpty && mention.date.span == nil {
      if mention.isKilling { return }
      mention.standing = .presupposed
      // "il presidente deposto": what he is, not what is told.
      if mention.places.isEmpty, mention.date.span == nil,
        !mention.participants.contains(where: { $0.role == mention.frame.agent })
      {
        mention.standing = .passing
      }
    }
  }

  /// The phrases that do and undergo what the verb tells.
  func logicalRoles(
    _ clause: Clause, _ group: VerbGroup
  ) -> (subject: Int?, object: Int?) {
    let isPassive =
      group.voice == .passive || clause.isHeadline
      || (clause.kind == .participle && group.voice != .active)
    if isPassive {
      let agent = clause.phrases.first {
        outline.phrases[$0].preposition?.relation == .agent && outline.phrases[$0].date == nil
          && outline.phrases[$0].tokens.lowerBound >= group.tokens.upperBound
      }
      return (agent, clause.subject)
    }
    return (clause.subject, clause.object == clause.subject ? nil : clause.object)
  }

  func takeVerbComplements(
    of index: Int, _ object: Int?, into mention: inout EventMention
  ) {
    let clause = outline.clauses[index]
    var skipping = false
    for phrase in clause.phrases where outline.phrases[phrase].listHead == phrase {
      let other = outline.phrases[phrase]
      if isEvent(phrase), phrase != object {
        // "a margine della riunione del G20 in India": the place is that of both.
        skipping = !isSetting(phrase)
        continue
      }
      if other.follows == nil { skipping = false }
      if skipping { continue }
      if other.date == nil {
        guard let preposition = other.preposition else { continue }
        if preposition.relation == .of, other.follows != nil || !mention.frame.ofIsPatient {
          continue
        }
        if let follows = other.follows, outline.phrases[follows].preposition == nil,
          isNominal(preposition.relation, after: follows)
        {
          continue
        }
      }
      take(phrase, isOwn: false, into: &mention)
    }
    inheritDate(from: index, into: &mention)
  }

  /// Whether the phrase names an event at whose edge another takes place.
  func isSetting(_ phrase: Int) -> Bool {
    guard let number = outline.phrases[phrase].preposition?.number, number >= 0 else {
      return false
    }
    return lexicon.prepositionEffects[number] == .setting
  }
}
