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
        return standInActor(after) ?? attribution(of: after, sieve: "subject-after")
      }
      if order == .afterQuotation || isTelling(number), after.actors.isEmpty, !isNoted {
        if let owner = complementOwner(after, clauses.sentence(of: group.finite)) {
          return Attribution(actors: owner.actors, basis: owner.basis, sieve: "document-of")
        }
        if let known = standIn(after, gender: nil) ?? widerDescription(after.tokens) {
          return known
        }
        if let same = sameSpeaker(verb, after, group, paragraph) { return same }
        return Attribution(sieve: "subject-after", stranger: after.tokens)
      }
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
    if verb == nil || isInSpeech { return Attribution() }
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
    return standInBody(phrase.tokens) ?? several(phrase.tokens)
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
    let canLead = verb.canLead
    guard i >= sentence.lowerBound else { return canLead ? .verbFirst : .subjectFirst }
    if isMarkEnd(i) { return .afterQuotation }
    if clauses.isComma(i) || text.isMark(i, ":") {
      if i > sentence.lowerBound, isMarkEnd(i - 1) { return .afterQuotation }
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

  /// "si legge nella nota di X", "recita il comunicato del ministero".
  func documentOwner(_ number: Int, _ paragraph: Int) -> Attribution? {
    let group = groups[number]
    let sentence = clauses.sentence(of: group.head)
    var i = group.tokens.upperBound
    let limit = min(sentence.upperBound, i + 8)
    if let writers = writers(after: i, sentence) { return writers }
    let isPlaced = i < limit && group.voice == .reflexive && clauses.isPreposition(i)
    while i < limit, text[i].isWord {
      if lexicon.phrase(text, i, .document) != nil {
        if let signatory = signatory(after: i, sentence) { return signatory }
        var k = i + 1
        var steps = 0
        while k < sentence.upperBound, steps < 4, text[k].isWord, !clauses.isPreposition(k) {
          k += 1
          steps += 1
        }
        if var owner = owner(after: k, sentence) {
          owner.sieve = "document-of"
          return owner
        }
        let isOwned =
          k < sentence.upperBound && clauses.grammar.preposition(text[k].lexeme) == lexicon.of
        if isOwned, k + 1 < sentence.upperBound, let body = standInBody(k..<(k + 2)),
          body.isKnown
        {
          return Attribution(actors: body.actors, basis: body.basis, sieve: "document-of")
        }
        return isOwned
          ? Attribution(sieve: "document-of", stranger: k..<(k + 1))
          : documentBefore(group, paragraph)
      }
      i += 1
    }
    if let owner = documentOpening(number, paragraph) { return owner }
    // "si legge su un muro": nobody knows whose.
    if isPlaced { return isAfterQuotation(group.tokens.lowerBound) ? Attribution() : nil }
    // "si legge ancora": in what was quoted just before.
    return isAfterQuotation(group.tokens.lowerBound) && group.voice == .reflexive
      ? documentBefore(group, paragraph) : nil
  }

  /// "si legge nel comunicato, che parla di «…»": whose the document before the relative pronoun is.
  private func documentRelative(_ number: Int, _ paragraph: Int) -> Attribution? {
    guard let r = clauses.introducer[number], clauses.subjects[number].phrase == nil,
      lexicon.complementizers.contains(text[r].lexeme), clauses.governor(of: r) == nil
    else { return nil }
    let end = clauses.isComma(r - 1) ? r - 1 : r
    guard end > 1, lexicon.phrase(text, end - 1, .document) != nil,
      clauses.grammar.isAny(
        text[end - 2].lexeme, of: .definiteArticle, .articulatedPreposition)
    else { return nil }
    return documentBefore(groups[number], paragraph)
  }

  /// «…», il comunicato afferma: whose it is, when the text told so before.
  private func quotedDocument(
    _ phrase: NounPhrase, _ group: VerbGroup, _ paragraph: Int
  ) -> Attribution? {
    guard phrase.actors.isEmpty, phrase.tokens.count == 2, let noun = phrase.tokens.last,
      lexicon.phrase(text, noun, .document) != nil,
      clauses.grammar.isAny(text[noun - 1].lexeme, of: .definiteArticle)
    else { return nil }
    return documentBefore(group, paragraph)
  }

  /// "Nella nota di X si legge che", "Nel testo si legge": the document stands before the verb.
  private func documentOpening(_ number: Int, _ paragraph: Int) -> Attribution? {
    let group = groups[number]
    let sentence = clauses.sentence(of: group.head)
    guard group.voice == .reflexive,
      let document =
        (max(
          sentence.lowerBound, group.tokens.lowerBound - 14)..<group.tokens
        .lowerBound).first(where: {
          clauses.level[$0] < 0 && lexicon.phrase(text, $0, .document) != nil
        }), document > sentence.lowerBound, group.tokens.lowerBound - document < 12,
      clauses.grammar.preposition(text[document - 1].lexeme) != nil
    else { return nil }
    var k = document + 1
    while k < group.tokens.lowerBound, text[k].isWord, !clauses.isPreposition(k) { k += 1 }
    if var owner = owner(after: k, sentence) {
      owner.sieve = "document-of"
      return owner
    }
    guard k == group.tokens.lowerBound else { return nil }
    return documentBefore(group, paragraph, at: document)
  }

  /// "si legge su quelli di X", "scrivono sui fogli quelli di X": whose people or things they are.
  private func writers(after start: Int, _ sentence: Range<Int>) -> Attribution? {
    for i in start..<max(start, min(sentence.upperBound - 2, start + 5)) {
      guard text[i].isWord, clauses.groupAt[i] < 0 else { return nil }
      if clauses.grammar.isAny(text[i].lexeme, of: .demonstrative),
        clauses.grammar.preposition(text[i + 1].lexeme) == lexicon.of
      {
        guard var owner = owner(after: i + 1, sentence), owner.isKnown else { return nil }
        owner.sieve = "document-of"
        return owner
      }
    }
    return nil
  }

  /// "in una lettera scritta dal sindaco X": whoever the document is by.
  func signatory(after document: Int, _ sentence: Range<Int>) -> Attribution? {
    var i = document + 1
    while i < min(sentence.upperBound, document + 4), text[i].isWord {
      if clauses.groupAt[i] >= 0 {
        let number = Int(clauses.groupAt[i])
        guard groups[number].mood == .participle, var agent = agent(of: number) else { return nil }
        agent.sieve = "document-of"
        return agent
      }
      i += 1
    }
    return nil
  }

  /// Who speaks by a gerund, infinitive or participle.
  func infiniteSubject(_ number: Int, _ verb: SpeechLexicon.Verb) -> Attribution {
    let group = groups[number]
    if group.mood == .infinitive, let subject = pointedSubject(number) { return subject }
    if group.voice == .passive { return agent(of: number) ?? Attribution() }
    if group.mood == .participle {
      guard var agent = agent(of: number) else { return Attribution() }
      agent.sieve = "agent"
      return agent
    }
    if group.mood == .infinitive {
      // "si limita a dire X", "torna a ribadire che": after "a" the infinitive is what happens.
      let start = group.tokens.lowerBound
      guard start > 1, clauses.grammar.preposition(text[start - 1].lexeme) == lexicon.to,
        clauses.groupAt[start - 2] >= 0
      else { return Attribution() }
      let phase = Int(clauses.groupAt[start - 2])
      if groups[phase].isFinite, isAfterQuotation(groups[phase].tokens.lowerBound),
        let phrase = clauses.phraseAfter(number)
      {
        return attribution(of: phrase, sieve: "subject-after")
      }
    }
    // The clause that it belongs to: the finite verb before it, up to the one that governs.
    let here = clauses.level[group.head]
    let sentence = clauses.sentence(of: group.head)
    var k = number - 1
    while k >= 0, groups[k].tokens.lowerBound >= sentence.lowerBound {
      if groups[k].isFinite, clauses.level[groups[k].finite] == here {
        var outer = k
        while group.mood == .gerund, let r = clauses.introducer[outer],
          let governor = clauses.governor(of: r), governor < outer
        {
          outer = governor
        }
        var found = subjectOf[outer]
        found.chain = []
        if !found.isKnown, group.mood == .gerund, found.stranger == nil,
          let subject = cleft(outer) ?? goneOn(outer)
        {
          found = subject
        }
        if found.isKnown { found.sieve = "gerund" }
        return found
      }
      k -= 1
    }
    return Attribution()
  }

  /// "È ancora X a parlare, gridando: «…»": X.
  private func cleft(_ number: Int) -> Attribution? {
    guard clauses.language.verbGroupWords.task(groups[number].verb) == .be,
      let phrase = clauses.phraseAfter(number), !phrase.actors.isEmpty
    else { return nil }
    let next = phrase.tokens.upperBound
    guard next + 1 < clauses.sentence(of: groups[number].head).upperBound,
      clauses.grammar.preposition(text[next].lexeme) == lexicon.to,
      clauses.groupAt[next + 1] >= 0
        ? groups[Int(clauses.groupAt[next + 1])].mood == .infinitive
        : clauses.looksInfinitive(next + 1)
    else { return nil }
    return attribution(of: phrase, sieve: "cleft")
  }

  /// "L’autista si chiama X": X, who goes by both.
  private func named(_ number: Int) -> Attribution? {
    let group = groups[number]
    guard group.voice == .reflexive, clauses.language.verbGroupWords.naming.contains(group.verb),
      let name = clauses.referents.mention(startingAt: group.tokens.upperBound),
      name.label == .person, let actor = name.actor
    else { return nil }
    return Attribution(actors: [actor], basis: .name, sieve: "named")
  }

  /// Notes that whoever spoke without a name is X: "Si chiama X" after "giura un pescatore".
  mutating func nameStranger(_ number: Int, _ attribution: Attribution) {
    guard attribution.sieve == "named", clauses.subjects[number].phrase == nil,
      let actor = attribution.actors.first, let topic = lastSpeaker,
      topic.attribution.actors.count == 1, let stranger = topic.attribution.actors.first,
      reading.actors[stranger].kind == .anonymous,
      reading.actors[stranger].agreement.number != .plural,
      topic.position > (lastSubject?.position ?? -1) - 1,
      groups[number].tokens.lowerBound - topic.position < 60,
      areTogether(topic.position, groups[number].head)
    else { return }
    names[stranger] = actor
  }

  /// "A parlare è X", "A chiedere un’inchiesta è stata anche X": X.
  private func clefted(_ number: Int) -> Attribution? {
    let group = groups[number]
    let start = clauses.sentence(of: group.finite).lowerBound
    guard clauses.language.verbGroupWords.task(group.verb) == .be,
      group.tokens.lowerBound > start + 1,
      group.tokens.lowerBound - start < 16,
      clauses.grammar.preposition(text[start].lexeme) == lexicon.to,
      clauses.groupAt[start + 1] >= 0,
      groups[Int(clauses.groupAt[start + 1])].mood == .infinitive,
      clauses.finiteGroup(after: start, before: group.tokens.lowerBound) == nil,
      let phrase = clauses.phraseAfter(number)
    else { return nil }
    return attribution(of: phrase, sieve: "cleft")
  }

  /// "X è uscito; non ha aspettato, gridando: «…»": the main verb without a subject goes on with X.
  private func goneOn(_ number: Int) -> Attribution? {
    let group = groups[number]
    guard group.isFinite, group.voice == .active, group.person == 3, group.number == .singular,
      clauses.introducer[number] == nil, clauses.level[group.finite] < 0,
      clauses.subjects[number].phrase == nil, clauses.subjects[number].sharedWith == nil,
      clauses.phraseAfter(number) == nil
    else { return nil }
    let found = previous(
      for: group, nil, .subjectFirst, paragraph(of: group.tokens.lowerBound))
    guard found.actors.count == 1, let actor = found.actors.first,
      reading.actors[actor].kind == .person
    else { return nil }
    return found
  }

  /// "A dirlo è X", "A riferirlo il ministero": an infinitive with "lo" at the start of a sentence
  /// points at who said what stands before.
  func pointedSubject(_ number: Int) -> Attribution? {
    let group = groups[number]
    let sentence = clauses.sentence(of: group.head)
    let start = group.tokens.lowerBound
    let noted = lexicon.notedEnd(of: group, in: text)
    guard group.clitics.contains(.object) || noted != nil, start > sentence.lowerBound,
      start - sentence.lowerBound <= 2 || clauses.isComma(start - 2),
      clauses.grammar.preposition(text[start - 1].lexeme) == lexicon.to
    else { return nil }
    var after = noted ?? group.tokens.upperBound
    while after < sentence.upperBound, clauses.isAdverb(after) { after += 1 }
    if after < sentence.upperBound, clauses.groupAt[after] >= 0 {
      let copula = Int(clauses.groupAt[after])
      guard clauses.language.verbGroupWords.task(groups[copula].verb) == .be else { return nil }
      return clauses.phraseAfter(copula).map { attribution(of: $0, sieve: "pointed") }
    }
    return clauses.phraseAfter(number).map { attribution(of: $0, sieve: "pointed") }
  }
}
