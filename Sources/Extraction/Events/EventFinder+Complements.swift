import DossierModel
import Knowledge

/// What stands beside an event: partners, places and dates.
extension EventFinder {
  /// Takes what follows the noun: its own complements, and adjectives of countries.
  func takeOwn(
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

  func isEvent(_ phrase: Int) -> Bool {
    guard let triggers = outline.phrases[phrase].triggers else { return false }
    return triggers.numbers.contains { !lexicon.triggers[$0].flags.contains(.arms) }
  }

  func isEvent(_ phrase: Int?) -> Bool { phrase.map { isEvent($0) } ?? false }

  func ownAdjectives(_ phrase: Phrase) -> TextArray<Reference> {
    var found = references.adjectives(of: phrase)
    for token in phrase.core where text[token].shape.contains(.hyphenated) {
      found.append(contentsOf: references.compound(at: token))
    }
    return found
  }

  /// What the phrase `index` after a preposition is to the event.
  func take(_ index: Int, isOwn: Bool, into mention: inout EventMention) {
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
        if let role { addCrowd(index, role, to: &mention) }
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
      // "Kiev attribuisce il bombardamento alla Russia": who is said to have done it.
      let isAuthor = preposition.relation == .goal && isAttributed(in: phrase.clause)
      let role =
        isAuthor
        ? frame.agent
        : preposition.relation == .goal ? frame.goal ?? goalRole(mention) : frame.patient
      for reference in found where reference.actor != nil {
        // What is besieged is a place, not a party.
        if frame.ofIsPatient, reference.place != nil, !isState(reference) { continue }
        if isCity(reference, phrase) { continue }
        // "il vertice a Palazzo Chigi": where they meet.
        if preposition.relation == .goal, mention.phrase != nil, !reference.isPerson,
          mention.type == .meeting || mention.type == .talksMediated
        {
          continue
        }
        // "la legge sugli «agenti stranieri»": what something is about.
        if preposition.relation == .against, preposition.base != contro, isUnnamed(reference) {
          continue
        }
        if let role { add(reference, role, to: &mention) }
      }
      for place in references.places(ofList: index) {
        let isBroad =
          isState(place) && found.contains { $0.actor != nil } && !isCity(place, phrase)
        if !isBroad || preposition.relation == .against, !isTopic(mention, preposition) {
          addPlace(place, to: &mention)
        }
      }
      if preposition.relation == .against { refine(&mention, by: phrase.core, at: [.clash]) }
    case .with:
      if mention.flags.contains(.crossing) {
        // "hanno varcato il confine con il Sudan"
        for place in references.places(ofList: index) { addPlace(place, to: &mention) }
        return
      }
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
      if leavesPlace(mention.type) {
        // "evacuate dalla regione di Batken"
        for place in references.places(ofList: index)
        where place.actor == nil && !isState(place) { addPlace(place, to: &mention) }
      }
      for reference in references.references(ofList: index) where reference.actor != nil {
        if let role = frame.agent { add(reference, role, to: &mention) }
      }
      refine(&mention, by: phrase.core, at: [.means])
    case .beneficiary:
      // "hanno sfilato per le vie di Teheran"
      if phrase.classes.contains(.route) {
        for place in references.places(ofList: index) { addPlace(place, to: &mention) }
      }
      // "nuovi aiuti per l’Ucraina"
      guard isOwn, mention.type == .aid || mention.type == .support else { return }
      for reference in references.references(ofList: index) where reference.actor != nil {
        if let role = frame.patient { add(reference, role, to: &mention) }
      }
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

  /// Whether those whom it befalls leave a place by it.
  private func leavesPlace(_ type: EventType) -> Bool {
    type == .displacement || type == .return || type == .territoryTransfer
  }

  /// Whether "da" in the clause names who does it.
  func isPassive(_ clause: Int) -> Bool {
    guard let verb = outline.clauses[clause].verb else { return true }
    return document.verbGroups[verb].voice == .passive || outline.clauses[clause].isHeadline
  }

  /// "su" after talks names what they are about, not where they are.
  func isTopic(_ mention: EventMention, _ preposition: EventLexicon.Preposition) -> Bool {
    guard preposition.relation == .against else { return false }
    switch mention.type {
    case .meeting, .talksMediated, .phoneCall, .agreement, .ceasefire, .pledge, .sanction, .support,
      .cooperation:
      return true
    default: return false
    }
  }

  func goalRole(_ mention: EventMention) -> ParticipantRole? {
    mention.flags.contains(.goal) ? mention.frame.patient : nil
  }

  /// Whether a country is named as a town: "a Lussemburgo", where the country has its article.
  func isCity(_ reference: Reference, _ phrase: Phrase) -> Bool {
    guard let place = reference.place, isState(reference), phrase.preposition?.base == a,
      text[phrase.tokens.lowerBound].lexeme == a,
      let code = reference.place.flatMap({ references.reading.places[$0].country }),
      let country = Knowledge.shared.countries[code]
    else { return false }
    return country.nameWithArticle != country.name
      && references.reading.places[place].name == country.name
  }

  /// Whether the verb of the clause names with "a" who did what its object tells.
  private func isAttributed(in clause: Int) -> Bool {
    guard let verb = outline.clauses[clause].verb else { return false }
    return lexicon.claimCues(of: document.verbGroups[verb].verb).contains { cue in
      guard case .preposition(let base)? = cue.addressees else { return false }
      return cue.kind == .accusation && base == a
    }
  }

  private func isUnnamed(_ reference: Reference) -> Bool {
    reference.actor.map { references.reading.actors[$0].kind == .anonymous } ?? false
  }

  func isState(_ reference: Reference) -> Bool {
    guard let place = reference.place else { return false }
    return references.reading.places[place].kind == .country
  }

  /// Takes what a participle or relative clause says of the event: "mediato dalla Russia".
  func takeDescription(_ index: Int, into mention: inout EventMention) {
    let clause = outline.clauses[index]
    guard let verb = clause.verb else { return }
    let group = document.verbGroups[verb]
    let isObject =
      group.voice == .passive || group.voice == .reflexive || clause.object == mention.phrase
    let isTalked =
      EventKinship.family(mention.type) == .talks || EventKinship.family(mention.type) == .truce
    let effect =
      (isObject && isTalked && group.voice != .active
        ? lexicon.effect(of: group.verb, on: .participle) : nil)
      ?? (isObject ? lexicon.effect(of: group.verb, on: .object) : nil)
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
    case .wanted, .averted, .foiled: break  // "la tregua proposta dall’Onu"
    case .told:
      var claimants = TextArray<Int>(in: outline.memory)
      claimants.append(contentsOf: mention.stance.claimants)
      for reference in agentPhrases(clause) { claimants.append(reference.actor ?? 0) }
      mention.stance.claimants = claimants
      mention.stance.isReported = true
    default:
      // "l’esplosione che martedì ha squarciato la diga": whatever it did, it happened then.
      let isDeed =
        clause.kind == .relative && clause.subject == mention.phrase && group.voice == .active
        && isDeed(mention.type) && isPast(group)
      if isDeed, mention.standing == .presupposed { mention.standing = .told }
      if clause.kind == .participle || isDeed {
        takeComplements(of: index, for: mention.phrase ?? -1, into: &mention)
        mention.isAnchored =
          mention.isAnchored || mention.date.span != nil || !mention.places.isEmpty
      }
    }
  }

  /// Whether such an event is something done, of which a relative clause tells what came of it.
  private func isDeed(_ type: EventType) -> Bool {
    switch EventKinship.family(type) {
    case .violence: type != .war
    case .unrest: true
    default: type == .detention || type == .abduction
    }
  }

  /// Whether the verb tells what is over.
  func isPast(_ group: VerbGroup) -> Bool {
    switch group.tense {
    case .perfect, .past, .pluperfect, .imperfect: group.mood == .indicative
    default: false
    }
  }

  func agentPhrases(_ clause: Clause) -> TextArray<Reference> {
    var found = TextArray<Reference>(in: outline.memory)
    for phrase in clause.phrases where outline.phrases[phrase].listHead == phrase {
      guard outline.phrases[phrase].preposition?.relation == .agent else { continue }
      for reference in references.references(ofList: phrase) where reference.actor != nil {
        found.append(reference)
      }
    }
    return found
  }

  func role(
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

  /// Takes date, places and partners from the phrases of `clause` that belong to no other event.
  func takeComplements(
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
  func isNominal(_ relation: EventLexicon.Relation, after phrase: Int) -> Bool {
    let classes = outline.phrases[phrase].classes
    return !classes.isDisjoint(with: .leader) && (relation == .goal || relation == .place)
      && outline.phrases[phrase].mentions.isEmpty
  }

  func take(
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
  func inheritDate(from index: Int, into mention: inout EventMention) {
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
  static func opened(_ edtf: EDTF, _ expression: TemporalExpression) -> EDTF {
    switch edtf.value {
    case .date(let date) where expression.relation == .since: return EDTF(from: date, to: nil)
    case .all(let days) where isConsecutive(days):
      // "gli scontri di domenica e lunedì" went on from one day to the next.
      return EDTF(from: days.first, to: days.last)
    default: return edtf
    }
  }

  private static func isConsecutive(_ days: [EDTF.Date]) -> Bool {
    days.count > 1 && days.allSatisfy { $0.day != nil }
      && zip(days, days.dropFirst()).allSatisfy { pair in
        pair.1.earliest.dayNumber == pair.0.earliest.dayNumber + 1
      }
  }

  func isWide(_ edtf: EDTF) -> Bool {
    guard let first = edtf.earliest, let last = edtf.latest else { return false }
    return last.dayNumber - first.dayNumber >= 5
  }
}
