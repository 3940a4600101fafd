import DossierModel
import Knowledge

/// Finds every place where a text speaks of an event, with what its clause says of it: who, where,
/// when, how real and who says so.
final class EventFinder {
  private let document: Document
  private let language: Language
  private let outline: Outline
  private let stances: Stances
  private let references: References
  private let quotedSpeech: QuotedSpeech
  private let dates: [TemporalExpression]
  /// By phrase: the clauses that a relative pronoun or participle hangs on it.
  private let describing: TextArray<TextArray<Int>>
  private(set) var mentions: [EventMention] = []

  private let a: LexemeTable.ID

  private var lexicon: EventLexicon { @inline(__always) get { language.events } }
  private var text: TokenizedText { document.tokens }

  /// The most code points of a passage that carries an event.
  static let longestEvidence = 560

  /// The events that `outline` speaks of.
  init(
    document: Document, language: Language, outline: Outline, stances: Stances,
    quotedSpeech: QuotedSpeech
  ) {
    (self.document, self.language, self.outline) = (document, language, outline)
    self.quotedSpeech = quotedSpeech
    self.stances = stances
    references = stances.references
    dates = references.reading.dates
    a = language.words.a
    describing = TextArray(
      repeating: TextArray(in: outline.memory), count: outline.phrases.count, in: outline.memory)
    for (index, clause) in outline.clauses.enumerated() {
      if let antecedent = clause.antecedent { describing[antecedent].append(index) }
    }
  }

  /// The reading, with the actors that only adjectives name.
  var reading: ArticleReading { references.reading }

  /// Finds the mentions of all sentences.
  func find() {
    for sentence in outline.sentences.indices {
      let first = mentions.count
      for clause in outline.sentences[sentence] {
        if let mention = verbMention(clause) { mentions.append(mention) }
      }
      for phrase in outline.phrasesOfSentence[sentence]
      where outline.phrases[phrase].triggers != nil {
        if let mention = nounMention(phrase) { mentions.append(mention) }
      }
      if mentions.count > first + 1 {
        mentions[first...].sort { $0.trigger.lowerBound < $1.trigger.lowerBound }
      }
      joinInClause(first)
    }
  }

  // MARK: Nouns

  /// What the phrase's place in its clause makes of its event.
  private struct Standing {
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

  private func nounMention(_ index: Int) -> EventMention? {
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
    takeTalkers(of: phrase, into: &mention)
    settleSpeakers(&mention)
    if quotedSpeech.innermost(at: tokens.lowerBound) != nil, !mention.hasName,
      mention.participants.isEmpty, mention.places.isEmpty, mention.date.span == nil,
      EventKinship.family(mention.type) == .violence
    {
      // "«Vinceremo questa battaglia»": words of a speaker that name nobody and no place.
      mention.standing = .passing
    }
    return isWarOfWords(mention) ? nil : mention
  }

  /// "Durante i colloqui …, X e Y hanno concordato …": those who agree or speak at talks take part.
  private func takeTalkers(of phrase: Phrase, into mention: inout EventMention) {
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

  /// Whether the conditions of a noun's trigger hold.
  private func fits(noun index: Int, _ trigger: EventLexicon.Trigger) -> Bool {
    for condition in trigger.conditions {
      guard case .slot(.of, let wants) = condition else { continue }
      let complement = references.complement(of: index)
      if !matches(complement, wants) { return false }
    }
    return true
  }

  private func matches(_ phrase: Int?, _ wants: TableArray<EventLexicon.Want>) -> Bool {
    guard let phrase else { return wants.contains(.none) }
    let own = outline.phrases[phrase]
    for want in wants {
      switch want {
      case .none: continue
      case .any: return true
      case .noun(let noun): if !own.classes.isDisjoint(with: noun) { return true }
      case .word(let word): if own.core.contains(where: { text[$0].lexeme == word }) { return true }
      case .place:
        if hasMention(own, .place) { return true }
        if references.references(of: phrase).contains(where: { $0.place != nil }) { return true }
      case .actor:
        if references.references(of: phrase).contains(where: { $0.actor != nil }) { return true }
      case .person:
        if hasMention(own, .person) { return true }
        if references.references(of: phrase).contains(where: \.isPerson) { return true }
      }
    }
    return false
  }

  private func hasMention(_ phrase: Phrase, _ label: ArticleReading.Mention.Label) -> Bool {
    phrase.mentions.contains { references.reading.mentions[$0].label == label }
  }

  /// What governs the phrase, and what that makes of its event; `nil` if it names none ("crimini di
  /// guerra").
  private func standing(of index: Int) -> Standing? {
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

  private func nounEffect(
    _ governor: Int, _ preposition: LexemeTable.ID
  ) -> EventLexicon.Effect? {
    lexicon.effect(ofNoun: text[outline.phrases[governor].head].lexeme, preposition)
  }

  private func standingInClause(_ index: Int, _ stance: Stance) -> Standing? {
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
      {
        effect = .happened
      }
    } else {
      effect = isDefinite ? .presupposed : .happened
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

  /// Whether a negated verb leaves the event named in the phrase as it was told.
  private func isKnown(_ index: Int, _ isSubject: Bool, _ clause: Clause) -> Bool {
    let phrase = outline.phrases[index]
    if isSubject { return clause.object != nil }
    if phrase.preposition != nil { return true }
    return phrase.triggers?.numbers.first.map {
      EventKinship.family(lexicon.triggers[$0].type) == .truce
    } ?? false
  }

  /// Whether the clause is a condition or what follows from one: "se …, i colloqui si fermano".
  private func isConditional(_ index: Int) -> Bool {
    let clause = outline.clauses[index]
    if clause.kind == .subordinate, clause.effect == .averted { return true }
    return outline.sentences[clause.sentence].contains {
      outline.clauses[$0].kind == .subordinate && outline.clauses[$0].effect == .averted
        && (outline.clauses[$0].parent == index || $0 < index)
    }
  }

  private func apply(
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

  /// Takes what follows the noun: its own complements, and adjectives of countries.
  private func takeOwn(
    _ index: Int, _ trigger: EventLexicon.Trigger, into mention: inout EventMention
  ) {
    let phrase = outline.phrases[index]
    for reference in ownAdjectives(phrase) {
      if let role = trigger.frame.agent { add(reference, role, to: &mention) }
    }
    refine(&mention, by: phrase.core, at: [.own, .means])
    var last = index
    var next = index + 1
    while next < outline.phrases.count {
      let other = outline.phrases[next]
      if other.listHead != next {
        guard other.listHead > index else { break }
        last = next
        next += 1
        continue
      }
      guard let follows = other.follows,
        follows == last || outline.phrases[follows].listHead > index
      else { break }
      if isEvent(next) { break }
      // "vicino alle province di …": the complement of another complement is that one's.
      if other.preposition?.relation != .of || follows == index || other.date != nil {
        take(next, isOwn: true, into: &mention)
      }
      last = next
      next += 1
    }
  }

  private func isEvent(_ phrase: Int) -> Bool {
    guard let triggers = outline.phrases[phrase].triggers else { return false }
    return triggers.numbers.contains { !lexicon.triggers[$0].flags.contains(.arms) }
  }

  private func isEvent(_ phrase: Int?) -> Bool { phrase.map { isEvent($0) } ?? false }

  private func ownAdjectives(_ phrase: Phrase) -> TextArray<Reference> {
    var found = references.adjectives(of: phrase)
    for token in phrase.core where text[token].shape.contains(.hyphenated) {
      found.append(contentsOf: references.compound(at: token))
    }
    return found
  }

  /// What the phrase `index` after a preposition is to the event.
  private func take(_ index: Int, isOwn: Bool, into mention: inout EventMention) {
    let phrase = outline.phrases[index]
    if !phrase.mentions.isEmpty { mention.hasName = true }
    if let date = phrase.date {
      take(date: date, phrase, isOwn: isOwn, into: &mention)
      return
    }
    guard let preposition = phrase.preposition else { return }
    let frame = mention.frame
    switch preposition.relation {
    case .of:
      guard isOwn || frame.ofIsPatient else { return }
      let found = references.references(ofList: index)
      let isPatient =
        frame.ofIsPatient
        || (mention.flags.contains(.patient) && found.contains { $0.place != nil })
      let role = isPatient ? frame.patient : frame.agent
      for reference in found {
        let isPlaceOnly = reference.place != nil && !isState(reference)
        if let role, reference.actor != nil, !isPlaceOnly {
          add(reference, role, to: &mention)
        }
        if reference.place != nil, isPatient || !isState(reference) {
          addPlace(reference, to: &mention)
        }
      }
      if found.isEmpty {
        for place in references.places(ofList: index) { addPlace(place, to: &mention) }
      }
    case .place:
      for place in references.places(ofList: index) { addPlace(place, to: &mention) }
    // "sulle posizioni", "in risposta"
    case .border:
      for place in references.places(ofList: index) where !isState(place) {
        addPlace(place, to: &mention)
      }
    case .goal, .against:
      let found = references.references(ofList: index)
      let role = preposition.relation == .goal ? frame.goal ?? goalRole(mention) : frame.patient
      for reference in found where reference.actor != nil {
        // What is besieged is a place, not a party.
        if frame.ofIsPatient, reference.place != nil, !isState(reference) { continue }
        if let role { add(reference, role, to: &mention) }
      }
      for place in references.places(ofList: index) {
        let isBroad = isState(place) && found.contains { $0.actor != nil }
        if !isBroad || preposition.relation == .against, !isTopic(mention, preposition) {
          addPlace(place, to: &mention)
        }
      }
      if preposition.relation == .against { refine(&mention, by: phrase.core, at: [.clash]) }
    case .with:
      refine(&mention, by: phrase.core, at: [.means])
      for reference in references.references(ofList: index) where reference.actor != nil {
        if let role = frame.companion { add(reference, role, to: &mention) }
      }
      if mention.type == .armedClash { refine(&mention, by: phrase.core, at: [.clash]) }
    case .pair:
      for reference in references.references(ofList: index) where reference.actor != nil {
        if let role = frame.pair { add(reference, role, to: &mention) }
      }
      if mention.type == .armedClash {
        for member in outline.list(index) {
          refine(&mention, by: outline.phrases[member].core, at: [.clash])
        }
      }
    case .agent:
      guard isOwn || isPassive(phrase.clause) else {
        // "fuggiti da Homs", "ritirati da Kherson"
        if frame.patient == nil {
          for place in references.places(ofList: index) where !isState(place) {
            addPlace(place, to: &mention)
          }
        }
        return
      }
      for reference in references.references(ofList: index) where reference.actor != nil {
        if let role = frame.agent { add(reference, role, to: &mention) }
      }
      refine(&mention, by: phrase.core, at: [.means])
    case .mediator, .host:
      let role: ParticipantRole = preposition.relation == .mediator ? .mediator : .host
      for reference in references.references(ofList: index) where reference.actor != nil {
        add(reference, role, to: &mention)
      }
      if preposition.relation == .mediator, mention.type == .meeting {
        mention.type = .talksMediated
      }
    default: break
    }
  }

  /// Whether "da" in the clause names who does it.
  private func isPassive(_ clause: Int) -> Bool {
    guard let verb = outline.clauses[clause].verb else { return true }
    return document.verbGroups[verb].voice == .passive || outline.clauses[clause].isHeadline
  }

  /// "su" after talks names what they are about, not where they are.
  private func isTopic(_ mention: EventMention, _ preposition: EventLexicon.Preposition) -> Bool {
    guard preposition.relation == .against else { return false }
    switch mention.type {
    case .meeting, .talksMediated, .phoneCall, .agreement, .ceasefire, .pledge, .sanction, .support,
      .cooperation:
      return true
    default: return false
    }
  }

  private func goalRole(_ mention: EventMention) -> ParticipantRole? {
    mention.flags.contains(.goal) ? mention.frame.patient : nil
  }

  private func isState(_ reference: Reference) -> Bool {
    guard let place = reference.place else { return false }
    return references.reading.places[place].kind == .country
  }

  /// Takes what a participle or relative clause says of the event: "mediato dalla Russia".
  private func takeDescription(_ index: Int, into mention: inout EventMention) {
    let clause = outline.clauses[index]
    guard let verb = clause.verb else { return }
    let group = document.verbGroups[verb]
    let isObject =
      group.voice == .passive || group.voice == .reflexive || clause.object == mention.phrase
    let effect =
      (isObject ? lexicon.effect(of: group.verb, on: .object) : nil)
      ?? (group.voice == .passive && clause.kind == .relative
        ? nil : lexicon.effect(of: group.verb, on: .subject))
    let stance = stances.all[index]
    guard !group.isNegated, stance.reality == .occurred else {
      if effect == .planned || stance.reality == .planned { mention.stance.reality = .planned }
      return
    }
    switch effect {
    case .agent, .patient, .host, .mediator, .happened, .ending:
      if mention.standing == .presupposed { mention.standing = .told }
      if stance.isHearsay { mention.stance.isHearsay = true }
      let subject =
        group.voice == .passive || clause.kind == .participle
        ? agentPhrases(clause) : references.subjects[index]
      for reference in subject where reference.actor != nil {
        if clause.subject == mention.phrase, group.voice != .passive { continue }
        if let role = role(of: effect, mention.frame) { add(reference, role, to: &mention) }
      }
      if effect == .mediator, mention.type == .meeting { mention.type = .talksMediated }
      takeComplements(of: index, for: mention.phrase ?? -1, into: &mention)
      mention.isAnchored = mention.isAnchored || mention.date.span != nil || !mention.places.isEmpty
    case .planned: mention.stance.reality = max(mention.stance.reality, .planned)
    case .told:
      var claimants = TextArray<Int>(in: outline.memory)
      claimants.append(contentsOf: mention.stance.claimants)
      for reference in agentPhrases(clause) { claimants.append(reference.actor ?? 0) }
      mention.stance.claimants = claimants
      mention.stance.isReported = true
    default:
      if clause.kind == .participle {
        takeComplements(of: index, for: mention.phrase ?? -1, into: &mention)
      }
    }
  }

  private func agentPhrases(_ clause: Clause) -> TextArray<Reference> {
    var found = TextArray<Reference>(in: outline.memory)
    for phrase in clause.phrases where outline.phrases[phrase].listHead == phrase {
      guard outline.phrases[phrase].preposition?.relation == .agent else { continue }
      for reference in references.references(ofList: phrase) where reference.actor != nil {
        found.append(reference)
      }
    }
    return found
  }

  private func role(
    of effect: EventLexicon.Effect?, _ frame: EventLexicon.Frame
  ) -> ParticipantRole? {
    switch effect {
    case .agent: frame.agent
    case .patient: frame.patient
    case .join: frame.companion ?? frame.agent
    case .host: .host
    case .mediator: .mediator
    default: nil
    }
  }

  /// What the governing verb's subject is to the event: "hanno tenuto colloqui".
  private func takeSubject(_ standing: Standing, into mention: inout EventMention) {
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
    if standing.effect == .mediator, mention.type == .meeting { mention.type = .talksMediated }
  }

  // MARK: Complements of the clause

  /// Takes date, places and partners from the phrases of `clause` that belong to no other event.
  private func takeComplements(
    of index: Int, for own: Int, into mention: inout EventMention
  ) {
    let clause = outline.clauses[index]
    var skipping = false
    for phrase in clause.phrases where outline.phrases[phrase].listHead == phrase {
      if phrase == own { continue }
      let other = outline.phrases[phrase]
      if isEvent(phrase) {
        // Another event's complements are its own.
        skipping = true
        continue
      }
      if other.follows == nil { skipping = false }
      if skipping, own < phrase || own < 0 { continue }
      if other.date == nil {
        guard let preposition = other.preposition else { continue }
        // "di" belongs to its noun; the rest of a chain after the event's own noun is taken already.
        if preposition.relation == .of { continue }
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

  /// Whether a complement right after a noun with title belongs to that: "l’ambasciatore a Kiev".
  private func isNominal(_ relation: EventLexicon.Relation, after phrase: Int) -> Bool {
    let classes = outline.phrases[phrase].classes
    return !classes.isDisjoint(with: .leader) && (relation == .goal || relation == .place)
      && outline.phrases[phrase].mentions.isEmpty
  }

  private func take(
    date index: Int, _ phrase: Phrase, isOwn: Bool, into mention: inout EventMention
  ) {
    let expression = dates[index]
    if expression.edtf == nil {
      // A bare duration: "una guerra di sei settimane", "per tre giorni".
      if let duration = expression.duration, mention.date.duration == nil,
        isOwn || phrase.preposition?.relation == .beneficiary
      {
        mention.date.duration = duration
        if mention.date.span == nil, isOwn { mention.date.span = expression.span }
      } else if expression.duration == nil, mention.date.span == nil {
        mention.date.span = expression.span
      }
      return
    }
    if expression.relation == .before || expression.relation == .until { return }
    if mention.date.edtf != nil { return }
    mention.date.edtf = expression.edtf.map { Self.opened($0, expression) }
    mention.date.span = expression.span
    if let duration = expression.duration { mention.date.duration = duration }
    mention.date.basis = expression.anchor == .text ? .inferred : .stated
    mention.isDateOwn = true
  }

  /// A date at the head of the sentence holds for the clauses beside; a week or month at the head of
  /// what somebody says holds for what they say happened.
  private func inheritDate(from index: Int, into mention: inout EventMention) {
    guard mention.date.span == nil else { return }
    // "che erano fuggiti": before what is told.
    if let verb = outline.clauses[index].verb, document.verbGroups[verb].tense == .pluperfect {
      return
    }
    var clause = index
    for _ in 0..<5 {
      let own = outline.clauses[clause]
      let isComplement = own.kind == .complement || own.kind == .infinitive
      let outer: Int
      if let sibling = own.sibling {
        outer = sibling
      } else if let parent = own.parent, own.kind != .relative, own.kind != .aside {
        outer = parent
      } else {
        return
      }
      let isSpeech =
        isComplement && own.sibling == nil
        && outline.clauses[outer].verb.map {
          !lexicon.claimCues(of: document.verbGroups[$0].verb).isEmpty
        } ?? false
      let verbStart =
        outline.clauses[outer].verb.map { document.verbGroups[$0].tokens.lowerBound } ?? Int.max
      for phrase in outline.clauses[outer].phrases {
        let other = outline.phrases[phrase]
        guard let date = other.date, other.preposition?.relation != .of || other.follows == nil,
          let edtf = dates[date].edtf, dates[date].relation == .at || dates[date].relation == .since
        else { continue }
        let isFronted = other.tokens.lowerBound < verbStart
        if isSpeech, !(isFronted && isWide(edtf)) { continue }
        if own.sibling != nil, !isFronted { continue }
        mention.date.edtf = Self.opened(edtf, dates[date])
        mention.date.span = dates[date].span
        mention.date.basis = isSpeech ? .inferred : .stated
        return
      }
      if isSpeech, outline.clauses[outer].sibling == nil { return }
      clause = outer
    }
  }

  /// "da allora", "dal 2014": from then on.
  private static func opened(_ edtf: EDTF, _ expression: TemporalExpression) -> EDTF {
    guard expression.relation == .since, case .date(let date) = edtf.value else { return edtf }
    return EDTF(from: date, to: nil)
  }

  private func isWide(_ edtf: EDTF) -> Bool {
    guard let first = edtf.earliest, let last = edtf.latest else { return false }
    return last.dayNumber - first.dayNumber >= 5
  }

  // MARK: Verbs

  private func verbMention(_ index: Int) -> EventMention? {
    let clause = outline.clauses[index]
    guard let verb = clause.verb else { return nil }
    let group = document.verbGroups[verb]
    let stance = stances.all[index]
    guard stance.reality != .hypothetical else { return nil }
    if stance.reality == .denied, !stance.isReported { return nil }
    if group.isProgressive, stance.reality == .denied { return nil }
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
        holds(lexicon.triggers[$0], clause, group, roles)
      })
    else { return nil }
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
      refine(&mention, by: outline.phrases[subject].core, at: [.means])
    } else if group.voice != .passive, clause.kind != .participle, roles.subject == nil {
      for reference in references.subjects[index] where reference.actor != nil {
        if let role = frame.agent { add(reference, role, to: &mention) }
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
    takeVerbComplements(of: index, roles.object, into: &mention)
    mention.isInFact = stance.reality == .occurred
    takeParticipleAntecedent(clause, index, group, into: &mention)
    if isWarOfWords(mention) { return nil }
    // "ha detto che X non ha mai attaccato Y" is no denial of a deed, unless X says so itself.
    if stance.reality == .denied, group.isNegated {
      guard !group.isHearsay,
        mention.participants.contains(where: { participant in
          stance.claimants.contains(participant.actor)
        })
      else { return nil }
    }
    settleSpeakers(&mention)
    if trigger.flags.contains(.weak), mention.participants.isEmpty, mention.places.isEmpty {
      mention.standing = .passing
    }
    mention.isAnchored = true
    return mention
  }

  /// Whether those who attack or clash do so with words: politicians, parties, unions, companies,
  /// where neither weapons nor places nor people hurt are named.
  private func isWarOfWords(_ mention: EventMention) -> Bool {
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
  private func takesEvent(_ trigger: EventLexicon.Trigger) -> Bool {
    trigger.conditions.contains {
      if case .slot(.object, _) = $0 { true } else { false }
    } && trigger.flags.isDisjoint(with: .weak)
  }

  /// Whether somebody or some place is named in the phrase or its complement.
  private func hasName(_ phrase: Int) -> Bool {
    if !outline.phrases[phrase].mentions.isEmpty { return true }
    guard let next = references.complement(of: phrase) else { return false }
    return !outline.phrases[next].mentions.isEmpty
  }

  /// Whether the place of the object is where it happened.
  private func takesPlaceOfObject(_ type: EventType) -> Bool {
    switch type {
    case .meeting, .talksMediated, .phoneCall, .agreement, .ceasefire, .pledge, .support, .sanction,
      .cooperation, .threat, .aid:
      false
    default: true
    }
  }

  /// An attributive participle takes its place from nothing else: "le truppe dispiegate a Nord".
  private func takeParticipleAntecedent(
    _ clause: Clause, _ index: Int, _ group: VerbGroup, into mention: inout EventMention
  ) {
    // "civili uccisi", "armi fornite": joined to a noun they tell in passing, unless somebody or
    // some place or time is named with them.
    guard clause.kind == .participle, !clause.isSetOff else { return }
    if mention.participants.isEmpty || mention.places.isEmpty && mention.date.span == nil {
      if mention.isKilling { return }
      mention.standing = .presupposed
    }
  }

  /// The phrases that do and undergo what the verb tells.
  private func logicalRoles(
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

  private func holds(
    _ trigger: EventLexicon.Trigger, _ clause: Clause, _ group: VerbGroup,
    _ roles: (subject: Int?, object: Int?)
  ) -> Bool {
    for condition in trigger.conditions {
      switch condition {
      case .reflexive:
        if !group.clitics.contains(.reflexive), group.voice != .reflexive { return false }
      case .plain: if group.clitics.contains(.reflexive) { return false }
      case .slot(.subject, let wants):
        if !matchesSubject(roles.subject, clause, wants) { return false }
      case .slot(.object, let wants): if !matches(roles.object, wants) { return false }
      case .slot(.preposition(let base), let wants):
        let found = clause.phrases.filter {
          outline.phrases[$0].preposition?.base == base && outline.phrases[$0].date == nil
        }
        var holds = false
        for phrase in found where matches(phrase, wants) { holds = true }
        if !holds, !governs(clause, base, wants) { return false }
      default: break
      }
    }
    return true
  }

  /// "costretti a fuggire": the infinitive in the place of a noun.
  private func governs(
    _ clause: Clause, _ base: LexemeTable.ID, _ wants: TableArray<EventLexicon.Want>
  ) -> Bool {
    guard let verb = clause.verb else { return false }
    let end = document.verbGroups[verb].tokens.upperBound
    return wants.contains { want in
      guard case .word(let word) = want, end + 1 < text.count else { return false }
      return language.grammar.preposition(text[end].lexeme) == base && text[end + 1].lexeme == word
    }
  }

  private func matchesSubject(
    _ subject: Int?, _ clause: Clause, _ wants: TableArray<EventLexicon.Want>
  ) -> Bool {
    if let subject { return matchesList(subject, wants) }
    if wants.contains(.none) { return true }
    guard let verb = clause.verb, document.verbGroups[verb].voice != .passive else { return false }
    // A null subject is whoever was spoken of.
    return wants.contains(.actor) || wants.contains(.noun(.force))
  }

  private func matchesList(_ phrase: Int, _ wants: TableArray<EventLexicon.Want>) -> Bool {
    for member in outline.list(phrase) where matches(member, wants) { return true }
    return false
  }

  private func takeVerbComplements(
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
        if let follows = other.follows, isNominal(preposition.relation, after: follows) { continue }
      }
      take(phrase, isOwn: false, into: &mention)
    }
    inheritDate(from: index, into: &mention)
  }

  /// Whether the phrase names an event at whose edge another takes place.
  private func isSetting(_ phrase: Int) -> Bool {
    guard let number = outline.phrases[phrase].preposition?.number, number >= 0 else {
      return false
    }
    return lexicon.prepositionEffects[number] == .setting
  }

  // MARK: What an event has

  private func add(
    _ reference: Reference, _ role: ParticipantRole, to mention: inout EventMention
  ) {
    guard let actor = reference.actor,
      !mention.participants.contains(where: { $0.actor == actor })
    else { return }
    mention.participants.append(
      EventParticipant(actor: actor, role: role, span: reference.span))
  }

  private func addPlace(_ reference: Reference, to mention: inout EventMention) {
    guard let place = reference.place, !mention.places.contains(where: { $0.place == place }) else {
      return
    }
    mention.places.append(EventPlace(place: place, span: reference.span))
  }

  /// Words that tell a more exact type than a general trigger does.
  private func refine(
    _ mention: inout EventMention, by tokens: Range<Int>, at places: [EventLexicon.ModifierPlace]
  ) {
    guard mention.flags.contains(.general) else { return }
    for token in tokens where text[token].lexeme >= 0 {
      guard let modifier = lexicon.modifiers[text[token].lexeme], places.contains(modifier.place)
      else { continue }
      if modifier.place == .clash, mention.frame.agent != .party { continue }
      mention.type = modifier.type
      mention.flags.remove(.general)
      return
    }
  }

  // MARK: Evidence and speakers

  /// The clause with a verb of its own person that tells of the tokens `around`; at most
  /// `longestEvidence` code points.
  private func evidence(of clause: Int, around tokens: Range<Int>) -> TextSpan {
    var index = clause
    for _ in 0..<6 {
      let own = outline.clauses[index]
      if own.kind.isFinite, own.verb != nil { break }
      guard let parent = own.parent else { break }
      index = parent
    }
    let own = outline.clauses[index]
    var range = min(own.start, tokens.lowerBound)..<max(own.end, tokens.upperBound)
    if codePoints(range) > Self.longestEvidence {
      let inner = outline.clauses[clause]
      range = min(inner.start, tokens.lowerBound)..<max(inner.end, tokens.upperBound)
    }
    if codePoints(range) > Self.longestEvidence {
      var end = tokens.upperBound
      while end < range.upperBound, codePoints(tokens.lowerBound..<end + 1) < Self.longestEvidence {
        end += 1
      }
      range = tokens.lowerBound..<end
    }
    return text.span(trimmed(range, around: tokens))
  }

  private func codePoints(_ tokens: Range<Int>) -> Int {
    let span = text.span(tokens)
    // A byte is at most a code point: an upper bound is enough.
    if span.count <= Self.longestEvidence { return span.count }
    return text.bytes[span.range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// `range` without conjunctions and marks at its ends.
  private func trimmed(_ range: Range<Int>, around tokens: Range<Int>) -> Range<Int> {
    var (first, last) = (range.lowerBound, range.upperBound)
    while first < tokens.lowerBound,
      text[first].isPunctuation
        || language.grammar.isAny(text[first].lexeme, of: .coordinator, .subordinator)
    {
      first += 1
    }
    while last > tokens.upperBound,
      text[last - 1].isPunctuation
        || language.grammar.isAny(text[last - 1].lexeme, of: .coordinator)
    {
      last -= 1
    }
    return first..<max(last, first + 1)
  }

  /// Who answers for an event inside a quotation: those who speak.
  private func settleSpeakers(_ mention: inout EventMention) {
    guard let innermost = quotedSpeech.innermost(at: mention.trigger.lowerBound) else { return }
    mention.stance.isReported = true
    if !innermost.speakers.isEmpty {
      mention.stance.claimants = TextArray(innermost.speakers, in: outline.memory)
      mention.stance.chain = TextArray(innermost.chain, in: outline.memory)
    }
  }

  // MARK: One clause, one event

  /// "la tregua firmata a …", "hanno concordato un armistizio": one deed in two words.
  private func isTruce(_ mention: EventMention, _ noun: EventMention) -> Bool {
    EventKinship.family(mention.type) == .truce && EventKinship.family(noun.type) == .truce
  }

  /// Mentions in one clause that are words for one event: "è stato ucciso in un attacco", "ha
  /// attaccato con un raid".
  private func joinInClause(_ first: Int) {
    for index in first..<mentions.count {
      // "gli scontri segnano una nuova escalation": the one is the other.
      let clause = outline.clauses[mentions[index].clause]
      guard let phrase = mentions[index].phrase, clause.object == phrase, let verb = clause.verb,
        lexicon.effect(of: document.verbGroups[verb].verb, on: .object) == .equal,
        let subject = (first..<mentions.count).first(where: {
          mentions[$0].phrase != nil && mentions[$0].phrase == clause.subject
        }), EventKinship.family(mentions[subject].type) == EventKinship.family(mentions[index].type)
      else { continue }
      mentions[index].sameAs = subject
    }
    for index in first..<mentions.count where mentions[index].sameAs == nil {
      let mention = mentions[index]
      guard mention.phrase == nil, mention.standing != .passing else { continue }
      for other in first..<mentions.count where other != index && mentions[other].sameAs == nil {
        let noun = mentions[other]
        guard let phrase = noun.phrase, noun.standing != .passing,
          EventKinship.sameKind(noun.type, mention.type),
          mention.isKilling || mention.type == noun.type || isTruce(mention, noun)
            || EventKinship.isAttack(noun.type)
              && (EventKinship.isAttack(mention.type)
                || mention.type == .sabotage
                  && outline.clauses[mention.clause].subject == noun.phrase)
        else { continue }
        let clause = outline.clauses[mention.clause]
        let isInside =
          outline.phrases[phrase].clause == mention.clause
          && (clause.subject == phrase
            || outline.phrases[phrase].preposition.map {
              $0.relation == .place || $0.relation == .agent || $0.relation == .with
                || ($0.relation == .cause || $0.relation == .within) && mention.isKilling
            } ?? false)
        let isAntecedent = clause.antecedent == phrase
        if mention.standing != .told, !(isAntecedent && isTruce(mention, noun)) { continue }
        // "hanno firmato un accordo", "ha distribuito aiuti"
        let isObject =
          clause.object == phrase && (mention.type == noun.type || isTruce(mention, noun))
        if isInside || isAntecedent || isObject {
          // "gli scontri hanno ucciso": the deed is the noun's.
          mentions[index].sameAs = other
          if noun.stance.isHearsay { mentions[index].stance.isHearsay = true }
          break
        }
      }
    }
  }
}
