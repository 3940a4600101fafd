import DossierModel

/// Who speaks by a verb: its subject, its agent, or whom a document belongs to.
extension CueReader {
  /// Who is the subject of the finite group `number`.
  func subject(
    _ number: Int, verb: SpeechLexicon.Verb?, paragraph: Int
  ) -> Attribution {
    let group = groups[number]
    if group.voice == .passive {
      // The agent speaks: "è stato annunciato da X".
      if verb != nil, let agent = agent(of: number) { return agent }
      // "è scritto nel rapporto di X"
      if let verb, verb.frames.contains(.quote), clauses.subjects[number].phrase == nil,
        let owner = documentOwner(number, paragraph)
      {
        return owner
      }
      if let phrase = clauses.subjects[number].phrase {
        return attribution(of: phrase, sieve: "subject-before")
      }
      // "È stato sentito il maresciallo X": whom the text speaks of next.
      if clauses.introducer[number] == nil, let phrase = clauses.phraseAfter(number),
        phrase.actors.count == 1, phrase.mention?.label == .person,
        phrase.tokens.lowerBound == group.tokens.upperBound
      {
        return attribution(of: phrase, sieve: "inverted-subject")
      }
      return Attribution()
    }
    if let verb, verb.frames.contains(.ofDocument),
      let owner = documentOwner(number, paragraph)
    {
      return owner
    }
    if verb == nil, let subject = clefted(number) ?? named(number) { return subject }
    if group.person == 1 { return Attribution() }
    let order = self.order(of: number, verb)
    if order != .subjectFirst, let after = clauses.phraseAfter(number) {
      let isFitting = agrees(after, group)
      let isNoted =
        lexicon.notedEnd(of: group, in: text).map { after.tokens.upperBound <= $0 } ?? false
      if !after.actors.isEmpty, isFitting {
        if isFirstDescription(after), let same = sameSpeaker(verb, after, group, paragraph) {
          return same
        }
        return standInActor(after) ?? attribution(of: after, sieve: "subject-after")
      }
      if order == .afterQuotation || isTelling(number) || isLeading(number, after),
        after.actors.isEmpty, !isNoted
      {
        if let owner = complementOwner(after, clauses.sentence(of: group.finite)) {
          return Attribution(actors: owner.actors, basis: owner.basis, sieve: "document-of")
        }
        if let known = standIn(after, gender: nil) ?? widerDescription(after.tokens) {
          return known
        }
        if order == .afterQuotation, let owner = quotedDocument(after, group, paragraph),
          owner.isKnown
        {
          return owner
        }
        if let same = sameSpeaker(verb, after, group, paragraph) { return same }
        return Attribution(sieve: "subject-after", stranger: after.tokens)
      }
    }
    // «…», sbuffa «Il Messaggero»: the subject stands in marks.
    let following = group.tokens.upperBound
    if order == .afterQuotation, following + 1 < text.count, text[following].isPunctuation,
      text.isWritten(following, "«") || text.isWritten(following, "“")
        || text.isMark(following, "\""), text[following + 1].isCapitalized,
      following + 1 < clauses.sentence(of: group.finite).upperBound
    {
      return Attribution()
    }
    if order == .verbFirst, let inserted = insertedStranger(number) { return inserted }
    if order == .afterQuotation, group.number == .plural,
      let writers = writers(after: group.tokens.upperBound, clauses.sentence(of: group.finite))
    {
      return writers
    }
    // "ha gridato uno dei minatori"
    let next = group.tokens.upperBound
    if order != .subjectFirst, next + 2 < text.count,
      clauses.grammar.isAny(text[next].lexeme, of: .indefiniteArticle, .quantifier),
      clauses.grammar.preposition(text[next + 1].lexeme) == lexicon.of
    {
      return Attribution(sieve: "subject-after", stranger: next..<(next + 1))
    }
    // «A - ha aggiunto - B»: what stands before belongs to the speech.
    if isBetweenDashes(number) {
      // «Servono - avvertono dal porto - altre gru»
      if group.number == .plural, let agent = agent(of: number), let actor = agent.actors.first,
        isBody(reading.actors[actor].kind)
      {
        return agent
      }
      return previous(for: group, verb, .afterQuotation, paragraph)
    }
    let isInSpeech =
      clauses.level[group.finite] >= 0
      && Int(clauses.level[group.finite]) < document.marks.pairs.count
    let subject = clauses.subjects[number]
    if verb != nil, let owner = documentRelative(number, paragraph) { return owner }
    if let phrase = subject.phrase {
      if order == .afterQuotation, let owner = quotedDocument(phrase, group, paragraph) {
        return owner
      }
      if verb?.frames.contains(.same) == true, phrase.actors.isEmpty,
        let known = sameSpeaker(verb, phrase, group, paragraph)
      {
        return known
      }
      if let inverted = subjectAfterPlace(number, phrase) { return inverted }
      if isInserted(number, verb, after: phrase) {
        return previous(for: group, verb, .afterQuotation, paragraph)
      }
      if phrase.actors.isEmpty, let known = standIn(phrase, gender: nil) { return known }
      if phrase.actors.isEmpty, verb != nil, let known = widerDescription(phrase.tokens) {
        return known
      }
      if phrase.actors.isEmpty, verb != nil,
        let owner = complementOwner(phrase, clauses.sentence(of: group.finite))
      {
        return Attribution(
          actors: owner.actors, basis: owner.basis, sieve: "document-of")
      }
      if agrees(phrase, group) {
        return standInActor(phrase) ?? attribution(of: phrase, sieve: subject.sieve)
      }
      return Attribution(sieve: subject.sieve, stranger: phrase.tokens)
    }
    if let other = subject.sharedWith, canShare(other, group, verb),
      !isParenthesis(number, verb)
    {
      var shared = subjectOf[other]
      shared.chain = []
      if shared.isKnown {
        shared.sieve = "shared-subject"
        return shared
      }
      if shared.stranger != nil { return shared }
    }
    if subject.sharedWith == nil, let inverted = invertedSubject(number) { return inverted }
    if isParenthesis(number, verb), !isInSpeech {
      return previous(for: group, verb, .afterQuotation, paragraph)
    }
    if verb == nil || clauses.introducer[number] != nil, subject.sharedWith == nil {
      return Attribution()
    }
    // Inside a speech a verb without a subject goes on with somebody that the speech tells of.
    if isInSpeech, verb != nil { return toldInSpeech(number) }
    if verb == nil { return Attribution() }
    // "fanno sapere dal ministero": nobody in particular there.
    if group.number == .plural, let agent = agent(of: number) ?? bodyBefore(number),
      let actor = agent.actors.first,
      isBody(reading.actors[actor].kind)
    {
      var result = agent
      result.sieve = "from-body"
      return result
    }
    return previous(for: group, verb, order, paragraph)
  }

  /// "il gruppo francese", "i due leader": what looks like somebody of its own, but stands for those named
  /// before.
  private func standInActor(_ phrase: NounPhrase) -> Attribution? {
    guard let mention = phrase.mention, !text[mention.tokens.lowerBound].isCapitalized else {
      return nil
    }
    return standInBody(phrase.tokens) ?? several(phrase.tokens) ?? describedPerson(phrase)
  }

  /// "Lo ha riferito X", "Come spiega X, …": what follows the verb is its subject.
  func isTelling(_ number: Int) -> Bool {
    if pointsBack(number) { return true }
    let start = groups[number].tokens.lowerBound
    return start > 0
      && (lexicon.phrase(text, start - 1, .clauseSource, .backwardClause) != nil
        || start > 1 && lexicon.phrase(text, start - 2, .backwardClause)?.words.count == 2
        || start > 1 && lexicon.phrase(text, start - 2, .clauseSource)?.words.count == 2)
  }

  /// "Parla il padre del ragazzo: «…»", "Gli risponde la commissaria: «…»": the verb opens its sentence, and
  /// its subject stands before the colon.
  private func isLeading(_ number: Int, _ after: NounPhrase) -> Bool {
    let group = groups[number]
    let sentence = clauses.sentence(of: group.finite)
    guard group.tokens.lowerBound - sentence.lowerBound <= 1, group.voice == .active,
      after.tokens.lowerBound - group.tokens.upperBound <= 4,
      clauses.isArticle(after.tokens.lowerBound), canSpeak(after.tokens)
    else { return false }
    let limit = min(sentence.upperBound, after.tokens.upperBound + 8)
    return (after.tokens.upperBound..<max(after.tokens.upperBound, limit)).contains {
      text.isMark($0, ":")
    }
  }

  /// "La strada, fanno sapere i vigili, resta chiusa": people without a name between commas.
  private func insertedStranger(_ number: Int) -> Attribution? {
    let group = groups[number]
    let start = group.tokens.lowerBound
    guard start > 0, text.isMark(start - 1, ","), let after = clauses.phraseAfter(number),
      after.actors.isEmpty, after.tokens.lowerBound == group.tokens.upperBound,
      clauses.isArticle(after.tokens.lowerBound)
        || group.number == .plural && isBarePlural(after.tokens.lowerBound),
      agrees(after, group), canSpeak(after.tokens),
      after.agreement.number == nil || after.agreement.number == group.number,
      after.tokens.allSatisfy({ lexicon.phrase(text, $0, .document, .saying, .thing) == nil })
    else { return nil }
    var end = descriptionEnd(after.tokens.lowerBound + 1, after.tokens.upperBound)
    while end < clauses.sentence(of: start).upperBound, clauses.referents.date(at: end) != nil {
      end += 1
    }
    guard end < clauses.sentence(of: start).upperBound,
      text[end].isPunctuation || clauses.isIntroducer(end)
    else { return nil }
    return Attribution(sieve: "subject-after", stranger: after.tokens)
  }

  /// Whether a plural without an article means people: "hanno detto funzionari dell’ospedale".
  private func isBarePlural(_ token: Int) -> Bool {
    lexicon.phrase(text, token, .source) != nil
      || clauses.language.names.roles.nouns[text[token].lexeme]?.agreement.number == .plural
  }

  /// "Contro la legge si è schierato X", "È intervenuta X": right after a verb that has no object.
  private func invertedSubject(_ number: Int) -> Attribution? {
    let group = groups[number]
    // "Lo dirige X": the pronoun is the object.
    let hasObject = group.clitics.contains(.object) && group.voice == .active
    let isWithoutObject =
      hasObject || group.voice == .reflexive
      || clauses.language.verbGroupWords.inverting.contains(group.verb)
      || group.voice == .active && clauses.language.verbs.auxiliary(of: group.verb) == .essere
      || clauses.speechVerbs[number]?.frames.contains(.intransitive) ?? false
    guard isWithoutObject, hasObject || !group.clitics.contains(.object),
      let phrase = clauses.phraseAfter(number),
      phrase.tokens.lowerBound == group.tokens.upperBound || group.voice == .active,
      phrase.actors.contains(where: { reading.actors[$0].kind != .state }), agrees(phrase, group)
    else { return nil }
    let next = phrase.tokens.upperBound
    guard next >= clauses.sentence(of: group.head).upperBound || text[next].isPunctuation else {
      return nil
    }
    return attribution(of: phrase, sieve: "inverted-subject")
  }

  /// "La linea, assicurano, era concordata", "Una mina, spiega.": the verb stands between commas beside
  /// what it tells of, which cannot speak.
  private func isInserted(
    _ number: Int, _ verb: SpeechLexicon.Verb?, after phrase: NounPhrase
  ) -> Bool {
    guard let verb, verb.frames.contains(.clause), phrase.actors.isEmpty else { return false }
    let group = groups[number]
    let (comma, next) = (group.tokens.lowerBound - 1, group.tokens.upperBound)
    guard comma >= phrase.tokens.upperBound, comma - phrase.tokens.upperBound <= 4,
      text.isMark(comma, ","), clauses.introducer[number] == nil, group.person == 3,
      clauses.level[group.finite] < 0,
      !(phrase.tokens.upperBound..<comma).contains(where: { text[$0].isPunctuation })
    else { return false }
    let isThing =
      !canSpeak(phrase.tokens)
      || phrase.tokens.contains { lexicon.phrase(text, $0, .saying, .thing) != nil }
    return isThing
      && (next >= clauses.sentence(of: group.finite).upperBound || text.isMark(next, ".")
        || text.isMark(next, ","))
  }

  /// "Il testo è sbagliato, ha detto.": a verb of speech alone after a comma, which tells who says what
  /// stands before it.
  private func isParenthesis(_ number: Int, _ verb: SpeechLexicon.Verb?) -> Bool {
    guard let verb, verb.frames.contains(.clause) else { return false }
    let group = groups[number]
    let (start, next) = (group.tokens.lowerBound, group.tokens.upperBound)
    let sentence = clauses.sentence(of: group.finite)
    guard start - 2 > sentence.lowerBound, text.isMark(start - 1, ","), !group.isNegated,
      group.person == 3, clauses.introducer[number] == nil, clauses.level[start - 2] < 0
    else { return false }
    return next >= sentence.upperBound || text.isMark(next, ".") || text.isMark(next, ";")
      || text.isMark(next, ",") && next + 1 < sentence.upperBound && clauses.isCoordinator(next + 1)
  }

  /// Whether the group can have the subject of the group `other`: not "I lavori dureranno un mese, ha
  /// aggiunto".
  private func canShare(
    _ other: Int, _ group: VerbGroup, _ verb: SpeechLexicon.Verb?
  ) -> Bool {
    if let a = groups[other].number, let b = group.number, a != b { return false }
    guard verb != nil, !subjectOf[other].isKnown, let stranger = subjectOf[other].stranger else {
      return true
    }
    return canSpeak(stranger)
  }

  /// "Colombia, parla X: «…»": after a headline’s place and comma the subject follows its verb.
  private func subjectAfterPlace(_ number: Int, _ phrase: NounPhrase) -> Attribution? {
    let start = groups[number].tokens.lowerBound
    guard phrase.mention?.label == .place, phrase.tokens.upperBound == start - 1,
      clauses.isComma(start - 1),
      clauses.sentence(of: start).lowerBound == phrase.tokens.lowerBound,
      let after = clauses.phraseAfter(number), !after.actors.isEmpty,
      after.tokens.lowerBound == groups[number].tokens.upperBound
    else { return nil }
    return attribution(of: after, sieve: "subject-after")
  }

  /// "Dall’ambasciata fanno sapere": the complement that the clause begins with.
  func bodyBefore(_ number: Int) -> Attribution? {
    let group = groups[number]
    let sentence = clauses.sentence(of: group.finite)
    let start = sentence.lowerBound
    guard start < group.tokens.lowerBound, group.tokens.lowerBound - start < 24,
      let base = clauses.grammar.preposition(text[start].lexeme),
      clauses.language.verbGroupWords.agents.contains(base) || base == lexicon.to,
      let phrase = clauses.phrase(start + 1, group.tokens.lowerBound)
    else { return nil }
    // "Dai banchi del partito gridano"
    if phrase.actors.isEmpty {
      guard base != lexicon.to, var owner = owner(after: phrase.tokens.upperBound, sentence),
        owner.isKnown
      else { return nil }
      owner.sieve = "from-body"
      return owner
    }
    // "A Palazzo Chigi raccontano", but "Al governo chiedono".
    if base == lexicon.to,
      clauses.grammar.isAny(text[start].lexeme, of: .articulatedPreposition)
        || phrase.mention?.tokens.lowerBound != start + 1
    {
      return nil
    }
    return attribution(of: phrase, sieve: "from-body")
  }

  func isBody(_ kind: ActorKind) -> Bool {
    switch kind {
    case .organization, .government, .military, .media: true
    default: false
    }
  }

  /// Where the subject of a verb is to be looked for first.
  enum Order { case subjectFirst, verbFirst, afterQuotation }

  func order(of number: Int, _ verb: SpeechLexicon.Verb?) -> Order {
    guard let verb else { return .subjectFirst }
    let group = groups[number]
    let sentence = clauses.sentence(of: group.finite)
    var i = group.tokens.lowerBound - 1
    while i >= sentence.lowerBound, text[i].isWord,
      clauses.isAdverb(i) || (clauses.isCoordinator(i) && i == sentence.lowerBound)
    {
      i -= 1
    }
    // "Gli ha risposto la commissaria: «…»": the object stands before the verb already.
    let canLead = verb.canLead || verb.frames.contains(.quote) && group.clitics.contains(.dative)
    guard i >= sentence.lowerBound else { return canLead ? .verbFirst : .subjectFirst }
    if isMarkEnd(i) { return .afterQuotation }
    if clauses.isComma(i) || text.isMark(i, ":") {
      if i > sentence.lowerBound, isMarkEnd(i - 1) { return .afterQuotation }
      if clauses.isDash(i), isTurn(i) { return .afterQuotation }
      if clauses.isDash(i) || clauses.level[group.finite] >= 0 { return .verbFirst }
      return canLead || isParenthetical(number, verb) ? .verbFirst : .subjectFirst
    }
    if text[i].isPunctuation { return canLead ? .verbFirst : .subjectFirst }
    // "come ha detto X", "secondo quanto riferisce X", "è quanto afferma X".
    if lexicon.phrase(text, i, .clauseSource, .backwardClause) != nil { return .verbFirst }
    if i > sentence.lowerBound, lexicon.phrase(text, i - 1, .clauseSource, .backwardClause) != nil {
      return .verbFirst
    }
    if group.clitics.contains(.object), !group.clitics.contains(.dative) { return .verbFirst }
    return .subjectFirst
  }

  /// "— Non torno, — ha detto X": whether a dash opens the paragraph of the dash at `i`.
  private func isTurn(_ i: Int) -> Bool {
    let start = text.index(atOrAfter: document.paragraphs[paragraph(of: i)].start)
    return start < i && clauses.isDash(start)
  }

  /// ", ha avvertito l’Unifil,": what follows the verb and ends at a mark is its subject even if the
  /// verb can have a person for its object.
  func isParenthetical(_ number: Int, _ verb: SpeechLexicon.Verb) -> Bool {
    switch verb.verbClass {
    case .report, .continuation, .utterance: break
    default: return false
    }
    let group = groups[number]
    guard let phrase = clauses.phraseAfter(number), !phrase.actors.isEmpty,
      phrase.tokens.lowerBound == group.tokens.upperBound
    else { return false }
    let sentence = clauses.sentence(of: group.head)
    let next = phrase.tokens.upperBound
    return next >= sentence.upperBound || text[next].isPunctuation
  }

  /// Whether a closing mark stands right before the token, at most with a comma between.
  func isAfterQuotation(_ i: Int) -> Bool {
    guard i > 0 else { return false }
    if isMarkEnd(i - 1) { return true }
    return i > 1 && clauses.isComma(i - 1) && isMarkEnd(i - 2)
  }

  /// Whether the token is the last mark of a pair.
  func isMarkEnd(_ i: Int) -> Bool {
    guard text[i].isPunctuation else { return false }
    let end = Int(text[i].end)
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < end { low = middle + 1 } else { high = middle }
    }
    return low < ends.count && ends[low] == end
  }

  /// The ends of the pairs of marks, sorted.
  var ends: [Int] { clauses.markEnds }

  func agrees(_ phrase: NounPhrase, _ group: VerbGroup) -> Bool {
    guard let verb = group.number, let noun = phrase.agreement.number else { return true }
    // A collective may take either ("la maggior parte dicono"); a plural never a singular verb.
    return !(verb == .singular && noun == .plural)
  }

  /// "da X" after a passive or participle.
  func agent(of number: Int) -> Attribution? {
    let group = groups[number]
    let sentence = clauses.sentence(of: group.head)
    let here = clauses.level[group.head]
    var i = group.tokens.upperBound
    let limit = min(sentence.upperBound, i + 14)
    while i < limit {
      if clauses.level[i] == here {
        if clauses.groupAt[i] >= 0, groups[Int(clauses.groupAt[i])].isFinite { return nil }
        if let base = clauses.grammar.preposition(text[i].lexeme),
          clauses.language.verbGroupWords.agents.contains(base), i + 1 < sentence.upperBound,
          let phrase = clauses.phrase(i + 1, sourceEnd(i + 1, sentence))
        {
          if !phrase.actors.isEmpty { return attribution(of: phrase, sieve: "agent") }
          // "dalla stessa interessata"
          guard var known = standIn(phrase, gender: nil), known.isKnown else { return nil }
          known.sieve = "agent"
          return known
        }
        if text.isMark(i, ".") || text.isMark(i, ";") || text.isMark(i, ":") { return nil }
      }
      i += 1
    }
    return nil
  }
}
