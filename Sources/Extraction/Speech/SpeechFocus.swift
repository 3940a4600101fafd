import DossierModel
import Knowledge

/// Whom the text is about after each sentence: the subject of its last main clause, or who speaks there.
///
/// Verbs without a subject and words in marks that no cue stands beside go on with him, as centering theory
/// has it: the subject of a clause is the one whom the next is about most likely.
struct SpeechFocus: Sendable {
  /// Somebody whom the text is about.
  struct State: Sendable {
    var attribution: Attribution
    /// How many sentences ago he was the subject; none in the sentence itself.
    var age = 0
    /// Whether he says something there.
    var speaks = false
    /// Whether the words that mean him only may be a person: "una suora".
    var isDoubtful = false
    /// Whether the sentence tells of another person too, or of what was done to him, so that words in
    /// marks may be another’s.
    var isCrowded = false
    /// Whether only his words were the subject: "La replica di X è arrivata ieri".
    var isOwner = false
    var paragraph: Int
  }

  /// For each sentence, whom the text is about after it.
  fileprivate(set) var after: [State?] = []

  /// The most sentences over which somebody stays the one whom the text is about.
  static let reach = 2

  /// Gives those who were without a name the name that the text tells later.
  mutating func rename(_ named: (inout Attribution) -> Void) {
    for number in after.indices where after[number] != nil {
      if var state = after[number] {
        named(&state.attribution)
        after[number] = state
      }
    }
  }
}

extension CueReader {
  /// Goes over the sentences in order: keeps whom the text is about, and gives him what verbs of
  /// speech without a subject tell.
  mutating func followFocus() {
    var state: SpeechFocus.State?
    focus.after.reserveCapacity(document.sentences.count)
    var previous: Range<Int>?
    for (number, sentence) in document.sentences.enumerated() {
      defer { focus.after.append(state) }
      guard let first = sentence.first else { continue }
      let paragraph = self.paragraph(of: first)
      if let last = previous, !areTogether(last.lowerBound, first) { state = nil }
      if let known = state, paragraph - known.paragraph > 1 { state = nil }
      previous = sentence
      let before = state
      // A question of the reporter's tells of nothing.
      if document.isMetadata(Int(text[sentence.upperBound - 1].start))
        || text.isMark(sentence.upperBound - 1, "?")
      {
        continue
      }
      read(sentence, paragraph, &state)
      // Words in marks alone in the next sentence are of whoever is spoken of here.
      let hasSpoken = before.map { $0.attribution.isKnown && $0.speaks } ?? false
      if let known = state, !known.attribution.isKnown, !known.isDoubtful, known.age == 0,
        isFollowedByMarks(number), !hasSpoken || before?.paragraph != paragraph
      {
        state?.attribution = introduced(known.attribution)
      }
    }
  }

  /// Whether the next sentence of the paragraph is only words in marks.
  private func isFollowedByMarks(_ number: Int) -> Bool {
    guard number + 1 < document.sentences.count,
      let open = document.sentences[number + 1].first, text[open].isPunctuation,
      open + 1 < text.count, clauses.level[open] < 0, clauses.level[open + 1] >= 0,
      !text[open].shape.contains(.lineStart)
    else { return false }
    return clauses.finiteGroup(
      after: open, before: document.sentences[number + 1].upperBound) == nil
  }

  // MARK: - One sentence

  private mutating func read(
    _ sentence: Range<Int>, _ paragraph: Int, _ state: inout SpeechFocus.State?
  ) {
    var hasMain = false
    var isSettled = false
    var last: Int?
    var subject: [Int]?
    var k = clauses.firstGroup(atOrAfter: sentence.lowerBound)
    while k < groups.count, groups[k].tokens.lowerBound < sentence.upperBound {
      defer { k += 1 }
      let group = groups[k]
      if group.isFinite, clauses.level[group.finite] < 0 {
        if clauses.introducer[k] == nil, group.person != 1 || group.number == .plural {
          hasMain = true
          // "Siamo riusciti a parlare con X": whom the reporters meet.
          if group.person == 1, clauses.speechVerbs[k] == nil, let met = solePerson(in: sentence) {
            state = SpeechFocus.State(attribution: met, paragraph: paragraph)
            (isSettled, last, subject) = (true, k, met.actors)
            continue
          }
          if readMain(k, paragraph, &state) {
            (isSettled, last) = (true, k)
            // "X tace e Y se ne va": nobody knows who goes on.
            if let known = state, !known.speaks, let subject, subject != known.attribution.actors {
              state = nil
            }
            subject = state?.attribution.actors ?? subject
          }
        } else {
          shareSubject(k)
        }
      } else if group.mood == .gerund, let last, clauses.level[group.head] < 0 {
        giveGerund(k, last)
      }
    }
    if isSettled { return }
    state?.age += 1
    if !hasMain, let named = soleNominative(sentence) {
      state = SpeechFocus.State(attribution: named, paragraph: paragraph)
    } else if let source = source(of: sentence) {
      // A body that is the source has no face: nobody knows who goes on.
      let isPerson = source.actors.allSatisfy { isOnePerson($0) }
      state =
        source.isKnown && isPerson
        ? SpeechFocus.State(attribution: source, speaks: true, paragraph: paragraph) : nil
    } else if let known = state, hasMain || !holdsMarks(sentence),
      namesAnother(sentence, than: known.attribution)
    {
      state = nil
    }
    if let known = state, known.age > SpeechFocus.reach { state = nil }
  }

  /// Reads a main clause; false if nobody is its subject.
  private mutating func readMain(
    _ k: Int, _ paragraph: Int, _ state: inout SpeechFocus.State?
  ) -> Bool {
    let group = groups[k]
    let subject = clauses.subjects[k]
    let speaks = clauses.speechVerbs[k] != nil && group.voice != .passive
    func settle(_ attribution: Attribution, isDoubtful: Bool = false) {
      var known = attribution
      known.chain = []
      state = SpeechFocus.State(
        attribution: known, speaks: speaks, isDoubtful: isDoubtful, paragraph: paragraph)
    }
    shareSubject(k)
    // "La replica del sindaco è arrivata ieri. Ha detto che …": not of who was a subject before.
    if let known = state, known.isOwner, known.age == 0, known.paragraph == paragraph,
      subjectOf[k].sieve == "null-subject", agrees(known.attribution.actors, with: group)
    {
      var attribution = known.attribution
      (attribution.basis, attribution.sieve) = (.nullSubject, "focus")
      give(attribution, to: k)
    }
    if subjectOf[k].isKnown {
      nameFocus(k, state)
      settle(subjectOf[k])
      state?.isCrowded =
        group.voice == .passive && !speaks
        || !speaks
          && namesAnother(clauses.sentence(of: group.head), than: subjectOf[k])
      return true
    }
    // "La replica del sindaco è arrivata ieri": whose words are told of.
    if let words = subjectOf[k].stranger ?? subject.phrase?.tokens, !isInsertedAlone(k, words) {
      if let owner = ownerOfWords(words, clauses.sentence(of: group.head)) {
        settle(owner)
        state?.speaks = true
        state?.isOwner = true
        return true
      }
      if isPerson(words) || arePeople(words) {
        if let known = described(words, state) {
          settle(known)
        } else {
          settle(Attribution(sieve: "focus", stranger: words))
        }
        return true
      }
      if let first = words.first, words.count >= 2,
        clauses.grammar.isAny(text[first].lexeme, of: .indefiniteArticle),
        !words.contains(where: { lexicon.phrase(text, $0, .thing, .document, .saying) != nil })
      {
        settle(Attribution(sieve: "focus", stranger: words), isDoubtful: true)
        return true
      }
      // Somebody unknown speaks.
      guard speaks, isOpenTelling(k) else { return false }
      state = nil
      return true
    }
    if let next = nextInTurn(k) {
      settle(next)
      state?.isOwner = true
      return true
    }
    // "Comincia così il racconto di X."
    let next = group.tokens.upperBound
    if next < text.count, lexicon.phrase(text, next, .thus) != nil,
      let phrase = clauses.phraseAfter(k),
      let owner = ownerOfWords(phrase.tokens, clauses.sentence(of: group.head))
    {
      settle(owner)
      state?.speaks = true
      state?.isOwner = true
      return true
    }
    if isInverted(k), let phrase = clauses.phraseAfter(k) {
      if let owner = ownerOfWords(phrase.tokens, clauses.sentence(of: group.head)) {
        settle(owner)
        state?.speaks = true
        state?.isOwner = true
        return true
      }
      let isSomebody = isPerson(phrase.tokens) || arePeople(phrase.tokens)
      guard phrase.actors.isEmpty,
        isSomebody
          || clauses.grammar.isAny(
            text[phrase.tokens.lowerBound].lexeme, of: .indefiniteArticle)
      else { return false }
      settle(Attribution(sieve: "focus", stranger: phrase.tokens), isDoubtful: !isSomebody)
      return true
    }
    let gives = isOpenCue(k)
    guard subject.sharedWith == nil, group.person == 3 else { return false }
    guard let known = state else {
      guard gives, let main = protagonistAlone(before: k) else { return false }
      give(main, to: k)
      settle(main)
      return true
    }
    guard agrees(known, with: group) else { return false }
    // Who only may be somebody is, if he says something.
    if known.isDoubtful, !gives { return true }
    if gives {
      guard known.age <= 1, known.paragraph == paragraph || known.age == 0 else { return false }
      var attribution = known.attribution
      if !attribution.isKnown { attribution = introduced(attribution) }
      let isUttered = clauses.speechVerbs[k]?.verbClass == .utterance
      if isUttered, known.paragraph != paragraph { return false }
      guard attribution.isKnown,
        attribution.actors.allSatisfy({ isPersonal($0) || known.speaks && !isUttered })
      else { return false }
      attribution.basis = .nullSubject
      attribution.sieve = "focus"
      give(attribution, to: k)
      settle(attribution)
      return true
    }
    // A paragraph that begins without a subject goes on with the one before it.
    let isNext =
      known.paragraph == paragraph - 1 && known.age == 0
      && text[clauses.sentence(of: group.head).lowerBound].shape.contains(.lineStart)
      && known.attribution.actors.contains(where: { reading.actors[$0].kind == .person })
    guard known.paragraph == paragraph || isNext else { return false }
    if known.attribution.isKnown, known.attribution.actors.allSatisfy({ isPersonal($0) }),
      group.voice == .active, !subjectOf[k].isKnown,
      !namesAnother(clauses.sentence(of: group.head), than: known.attribution)
    {
      subjectOf[k] = known.attribution
      (subjectOf[k].basis, subjectOf[k].sieve) = (.nullSubject, "focus")
    }
    state?.age = 0
    state?.paragraph = paragraph
    state?.isCrowded = false
    return true
  }

  /// "Il motivo, lo dice sottovoce, è un altro": a verb of speech between commas after a thing.
  private func isInsertedAlone(_ k: Int, _ words: Range<Int>) -> Bool {
    let (start, next) = (groups[k].tokens.lowerBound, groups[k].tokens.upperBound)
    guard clauses.speechVerbs[k]?.canLead == true, start > 0, text.isMark(start - 1, ","),
      words.upperBound <= start - 1, !canSpeak(words),
      let close = (next..<min(text.count, next + 4)).first(where: { !text[$0].isWord })
    else { return false }
    return text.isMark(close, ",")
  }

  /// Whether the verb reports something and nobody is known to be its subject.
  private func isOpenCue(_ k: Int) -> Bool {
    guard cueOfGroup[k] >= 0, let verb = clauses.speechVerbs[k], groups[k].voice != .passive,
      !verb.frames.contains(.ofDocument)
    else { return false }
    let cue = cues[Int(cueOfGroup[k])]
    return !cue.attribution.isKnown
      && (cue.attribution.stranger.map { isInsertedAlone(k, $0) } ?? true)
      && (verb.canLead || verb.verbClass == .stance || verb.verbClass == .performative
        || verb.frames.contains(.clause))
  }

  /// The person whom the article is about, where its paragraph has told of nobody else.
  private func protagonistAlone(before k: Int) -> Attribution? {
    let token = groups[k].tokens.lowerBound
    guard let protagonist, agrees([protagonist], with: groups[k]) else { return nil }
    let paragraph = self.paragraph(of: token)
    for mention in clauses.referents.mentions(before: token).prefix(20) {
      guard self.paragraph(of: mention.tokens.lowerBound) == paragraph else { break }
      guard mention.label == .person, let actor = mention.actor else { continue }
      if actor != protagonist { return nil }
    }
    return Attribution(actors: [protagonist], basis: .nullSubject, sieve: "protagonist")
  }

  /// "Poi tocca al rettore.": who has the word next.
  private mutating func nextInTurn(_ k: Int) -> Attribution? {
    let group = groups[k]
    let next = group.tokens.upperBound
    let sentence = clauses.sentence(of: group.head)
    guard lexicon.phrase(text, group.head, .turn) != nil, next + 1 < sentence.upperBound,
      clauses.grammar.preposition(text[next].lexeme) == lexicon.to,
      let phrase = clauses.phrase(next + 1, sentence.upperBound),
      phrase.tokens.upperBound >= sentence.upperBound - 1
        || text[phrase.tokens.upperBound].isPunctuation
        || clauses.isPreposition(phrase.tokens.upperBound)
    else { return nil }
    if !phrase.actors.isEmpty {
      return phrase.actors.allSatisfy { isPersonal($0) }
        ? attribution(of: phrase, sieve: "focus") : nil
    }
    let words = next..<phrase.tokens.upperBound
    guard isPerson(phrase.tokens) else { return nil }
    if let known = widerDescription(words), known.isKnown { return known }
    return introduced(Attribution(sieve: "focus", stranger: phrase.tokens))
  }

  /// Whether the verb reports something, whoever its subject is.
  private func isOpenTelling(_ k: Int) -> Bool {
    guard cueOfGroup[k] >= 0 else { return false }
    let cue = cues[Int(cueOfGroup[k])]
    return cue.complement != nil || cue.verb?.canLead == true
  }

  /// Whether what stands right after the verb is its subject: "Arriva un vigile", "Cade la linea".
  private func isInverted(_ k: Int) -> Bool {
    let group = groups[k]
    guard clauses.speechVerbs[k] == nil, let phrase = clauses.phraseAfter(k),
      phrase.tokens.lowerBound - group.tokens.upperBound <= 1
    else { return false }
    if let number = phrase.agreement.number, let own = group.number, number != own { return false }
    return group.voice == .reflexive
      || clauses.language.verbs.auxiliary(of: group.verb) == .essere
      || clauses.language.verbGroupWords.inverting.contains(group.verb)
  }

  /// Gives what the cue of the group `k` tells to whom the text is about.
  private mutating func give(_ attribution: Attribution, to k: Int) {
    subjectOf[k] = attribution
    let number = Int(cueOfGroup[k])
    guard number >= 0 else { return }
    cues[number].attribution = attribution
    if cues[number].complement == nil {
      cues[number].resumption = resumption(afterVerb: k)
    }
  }

  /// A verb that shares the subject of one before it, which is known only now.
  private mutating func shareSubject(_ k: Int) {
    guard !subjectOf[k].isKnown, subjectOf[k].stranger == nil,
      let other = clauses.subjects[k].sharedWith, subjectOf[other].isKnown,
      subjectOf[other].sieve == "focus", groups[k].number == groups[other].number,
      groups[k].voice != .passive
    else { return }
    var attribution = subjectOf[other]
    attribution.chain = []
    if isOpenCue(k) { give(attribution, to: k) } else { subjectOf[k] = attribution }
  }

  /// "Poi torna seria, spiegando che …": the gerund is of whom the main clause is about.
  private mutating func giveGerund(_ k: Int, _ main: Int) {
    guard subjectOf[main].isKnown, subjectOf[main].sieve == "focus", cueOfGroup[k] >= 0,
      !cues[Int(cueOfGroup[k])].attribution.isKnown
    else { return }
    cues[Int(cueOfGroup[k])].attribution = subjectOf[main]
  }

  /// "Si chiama X" after "Il maestro della missione mostra il registro": X is the one spoken of.
  private mutating func nameFocus(_ k: Int, _ state: SpeechFocus.State?) {
    guard subjectOf[k].sieve == "named", clauses.subjects[k].phrase == nil, let state,
      let named = subjectOf[k].actors.first, state.attribution.actors.count == 1,
      let stranger = state.attribution.actors.first, stranger != named,
      reading.actors[stranger].kind == .anonymous,
      reading.actors[stranger].agreement.number != .plural, names[stranger] == nil
    else { return }
    if let gender = reading.actors[stranger].agreement.gender,
      let other = reading.actors[named].agreement.gender, gender != other
    {
      return
    }
    names[stranger] = named
  }

  // MARK: - Who is meant

  func isPersonal(_ actor: Int) -> Bool {
    reading.actors[actor].kind == .person || reading.actors[actor].kind == .anonymous
  }

  /// Whether the actor is a person or people, and no body without a name: "il Comune".
  func isSomebodyPersonal(_ actor: Int) -> Bool {
    if isOnePerson(actor) { return true }
    let entry = reading.actors[actor]
    return entry.kind == .anonymous
      && entry.roles.first.map {
        arePeople(text.range(in: $0.span)) || entry.agreement.number == .plural
      }
        ?? false
  }

  /// Whether the actor is a person by name or by description: "un alto funzionario", and not "l’accusa".
  private func isOnePerson(_ actor: Int) -> Bool {
    let entry = reading.actors[actor]
    if entry.kind == .person { return true }
    return entry.kind == .anonymous && entry.agreement.number != .plural
      && entry.roles.first.map { isPerson(text.range(in: $0.span)) } ?? false
  }

  private func agrees(_ state: SpeechFocus.State, with group: VerbGroup) -> Bool {
    if state.attribution.isKnown { return agrees(state.attribution.actors, with: group) }
    guard let words = state.attribution.stranger else { return false }
    let isPlural = arePeople(words)
    if let number = group.number, (number == .plural) != isPlural { return false }
    guard let gender = group.gender, group.voice != .passive, let own = self.gender(words) else {
      return true
    }
    return gender == own
  }

  /// "La donna scuote il capo", "L’imputato ascolta in piedi": whom the text is about, or who has the office.
  private func described(_ words: Range<Int>, _ state: SpeechFocus.State?) -> Attribution? {
    guard let first = words.first, words.count == 2,
      clauses.grammar.isAny(text[first].lexeme, of: .definiteArticle)
    else { return nil }
    if lexicon.phrase(text, first + 1, .generic) != nil {
      guard let state, state.attribution.isKnown, state.attribution.actors.count == 1,
        let actor = state.attribution.actors.first, isPersonal(actor),
        let gender = reading.actors[actor].agreement.gender, gender == self.gender(words)
      else { return nil }
      return state.attribution
    }
    guard let found = widerDescription(words), found.isKnown else { return nil }
    return found
  }

  /// Whose words the phrase tells of: "La replica di X", "Le parole di X".
  private func ownerOfWords(_ words: Range<Int>, _ sentence: Range<Int>) -> Attribution? {
    guard
      let noun = words.first(where: {
        text[$0].isWord && lexicon.phrase(text, $0, .saying, .remark) != nil
      }), let owner = owner(after: noun + 1, sentence), owner.actors.count == 1,
      let actor = owner.actors.first, isPersonal(actor)
    else { return nil }
    return owner
  }

  /// The only person in a sentence without a main verb whom no preposition governs: "Tra loro X, figlia di
  /// un pescatore".
  private func soleNominative(_ sentence: Range<Int>) -> Attribution? {
    guard let phrase = clauses.firstPhrase(in: sentence), phrase.actors.count == 1,
      let actor = phrase.actors.first, isPersonal(actor)
    else { return nil }
    return Attribution(
      actors: [identity[actor] ?? actor], basis: .context, sieve: "focus")
  }

  /// The only person named in the sentence.
  private func solePerson(in sentence: Range<Int>) -> Attribution? {
    var found: Int?
    for token in sentence {
      guard let mention = clauses.referents.mention(startingAt: token), let actor = mention.actor,
        clauses.level[token] < 0, reading.actors[actor].kind == .person
      else { continue }
      if let found, found != actor { return nil }
      found = actor
    }
    return found.map { Attribution(actors: [$0], basis: .context, sieve: "focus") }
  }

  /// The one source of the sentence: "Secondo X, …".
  private func source(of sentence: Range<Int>) -> Attribution? {
    guard var k = firstCue(atOrAfter: sentence.lowerBound) else { return nil }
    var found: Attribution?
    while k < cues.count, cues[k].tokens.lowerBound < sentence.upperBound {
      let cue = cues[k]
      k += 1
      guard cue.group == nil, !cue.isPointing, !cue.isHeadline,
        clauses.level[cue.tokens.lowerBound] < 0
      else { continue }
      if found != nil { return Attribution() }
      found = cue.attribution
    }
    return found
  }

  private func holdsMarks(_ sentence: Range<Int>) -> Bool {
    sentence.contains { clauses.level[$0] >= 0 }
  }

  /// Whether the sentence names a person who is not meant by `attribution`.
  private func namesAnother(_ sentence: Range<Int>, than attribution: Attribution) -> Bool {
    sentence.contains { token in
      guard let mention = clauses.referents.mention(startingAt: token), let actor = mention.actor,
        clauses.level[token] < 0
      else { return false }
      return isPersonal(actor) && !attribution.actors.contains(actor)
        && !attribution.actors.contains(identity[actor] ?? actor)
        && !(attribution.stranger?.contains(token) ?? false)
    }
  }
}
