import DossierModel

/// Speakers who were named before: null subjects, pronouns, nouns that stand in for a name.
extension CueReader {
  /// "si legge nella nota": of whom the text spoke last.
  func documentBefore(_ group: VerbGroup, _ paragraph: Int, at token: Int? = nil) -> Attribution {
    var topic = lastSpeaker
    if let subject = lastSubject, subject.position > (topic?.position ?? -1) { topic = subject }
    if var owner = lastDocument(before: token ?? group.tokens.lowerBound) {
      owner.sieve = "document-before"
      return owner
    }
    guard let topic, paragraph - topic.paragraph <= 1, lastStranger < topic.position,
      !isRelative(topic.position)
    else { return Attribution() }
    return Attribution(
      actors: topic.attribution.actors, basis: .context, sieve: "document-before")
  }

  /// Whether the verb at the token stands in a relative clause: "Sul registro, che il Comune ha esposto".
  private func isRelative(_ token: Int) -> Bool {
    guard clauses.groupAt[token] >= 0,
      let opening = clauses.introducer[Int(clauses.groupAt[token])]
    else { return false }
    return clauses.governor(of: opening) == nil
  }

  /// Whose the document is that was told of last: "Spunta una lettera di X: «…», vi si legge".
  private func lastDocument(before token: Int) -> Attribution? {
    var i = token - 1
    let floor = max(0, token - 80)
    while i >= floor {
      if clauses.level[i] < 0, text[i].isWord, lexicon.phrase(text, i, .document) != nil {
        let sentence = clauses.sentence(of: i)
        var k = i + 1
        while k < min(sentence.upperBound, i + 4), text[k].isWord, !clauses.isPreposition(k) {
          k += 1
        }
        return owner(after: k, sentence)
      }
      i -= 1
    }
    return nil
  }

  /// "ha continuato il numero uno della Farnesina": who goes on is who spoke, however he is called.
  func sameSpeaker(
    _ verb: SpeechLexicon.Verb?, _ phrase: NounPhrase, _ group: VerbGroup, _ paragraph: Int
  ) -> Attribution? {
    guard let verb, verb.frames.contains(.same), let topic = lastSpeaker,
      paragraph - topic.paragraph <= 1, lastStranger < topic.position,
      phrase.mention?.actor == nil || isFirstDescription(phrase),
      clauses.grammar.isAny(text[phrase.tokens.lowerBound].lexeme, of: .definiteArticle),
      agrees(topic.attribution.actors, with: group), topic.attribution.actors.count == 1,
      let actor = topic.attribution.actors.first,
      reading.actors[actor].kind == .person || reading.actors[actor].kind == .anonymous
    else { return nil }
    if let shown = phrase.agreement.gender, let known = reading.actors[actor].agreement.gender,
      shown != known
    {
      return nil
    }
    return Attribution(actors: [actor], basis: .description, sieve: "same-speaker")
  }

  /// Whether no border of sections parts the two tokens: the entries of a live blog.
  func areTogether(_ a: Int, _ b: Int) -> Bool {
    document.sections.areTogether(Int(text[a].start), Int(text[b].start))
  }

  /// "secondo la stessa fonte": who spoke last, if he has no name.
  func sameSource(_ words: Range<Int>) -> Attribution? {
    guard
      let same = words.first(where: { clauses.isSame($0) }), same + 1 < words.upperBound,
      let topic = lastSpeaker, topic.attribution.actors.count == 1,
      let actor = topic.attribution.actors.first, reading.actors[actor].kind == .anonymous,
      areTogether(topic.position, same), lexicon.phrase(text, same + 1, .source) != nil
    else { return nil }
    return Attribution(actors: [actor], basis: .description, sieve: "same-source")
  }

  /// "a suo dire": whom the text spoke of last.
  func possessor(_ cue: Cue) -> Attribution {
    var topic = lastSubject
    if let speaker = lastSpeaker, speaker.position > (topic?.position ?? -1) { topic = speaker }
    let isPlural =
      lexicon.phrase(text, cue.tokens.lowerBound, .possessed)?.companion != LexemeTable.unknown
    guard let topic, paragraph(of: cue.tokens.lowerBound) == topic.paragraph,
      lastStranger <= topic.position, areTogether(topic.position, cue.tokens.lowerBound),
      (topic.attribution.actors.count > 1) == isPlural
    else { return Attribution(sieve: "according-to-possessive") }
    return Attribution(
      actors: topic.attribution.actors, basis: .pronoun, sieve: "according-to-possessive")
  }

  /// "secondo il rapporto": of the medium that the text told of.
  func report(_ phrase: NounPhrase) -> Attribution? {
    guard phrase.tokens.count <= 2, let head = phrase.tokens.last,
      lexicon.phrase(text, head, .document) != nil, let medium = lastMedium
    else { return nil }
    return Attribution(actors: [medium], basis: .description, sieve: "report-of-medium")
  }

  /// "egli", "lei", "l’uomo": whom the text spoke of last with that gender.
  func standIn(
    _ phrase: NounPhrase, gender shown: ArticleReading.Agreement.Gender?
  ) -> Attribution? {
    if let body = standInBody(phrase.tokens) { return body }
    if let source = lastSource(phrase.tokens) { return source }
    if let several = several(phrase.tokens) { return several }
    guard phrase.tokens.count <= 2, let last = phrase.tokens.last else { return nil }
    if let latter = latter(phrase.tokens) { return latter }
    var gender: ArticleReading.Agreement.Gender
    if phrase.tokens.count == 1,
      let pronoun = clauses.grammar.entry(text[last].lexeme, .subjectPronoun)?.agreement.gender
    {
      gender = pronoun
    } else if let generic = lexicon.phrase(text, last, .generic),
      clauses.grammar.isAny(text[phrase.tokens.lowerBound].lexeme, of: .definiteArticle)
    {
      gender = generic.companion == lexicon.feminine ? .feminine : .masculine
    } else {
      return nil
    }
    if let shown { gender = shown }
    let isPronoun = phrase.tokens.count == 1
    // Inside a speech "lei" is somebody that the speech tells of, or speaks to.
    if clauses.level[phrase.tokens.lowerBound] >= 0,
      Int(clauses.level[phrase.tokens.lowerBound]) < document.marks.pairs.count
    {
      return nil
    }
    // "La procuratrice l’ha accusata. Lei nega": the pronoun turns to the object.
    if isPronoun, let subject = lastSubject,
      let group = clauses.groupAt[subject.position] >= 0
        ? groups[Int(clauses.groupAt[subject.position])] : nil,
      group.clitics.contains(.object), !pointsBack(Int(clauses.groupAt[subject.position])),
      phrase.tokens.lowerBound - subject.position < 40
    {
      return nil
    }
    let topics = [lastSubject, lastSpeaker].compactMap { $0 }.sorted { $0.position > $1.position }
    // "Suo fratello è disperso. «Lo aspetto», dice la donna": not of him.
    let isOther = unknownPersonWords.flatMap(self.gender).map { $0 != gender } ?? false
    if !isOther, let words = unknownPersonWords,
      topics.allSatisfy({ $0.position < lastUnknownPerson }),
      phrase.tokens.lowerBound - words.upperBound < 60
    {
      return Attribution(sieve: isPronoun ? "pronoun" : "generic-noun", stranger: words)
    }
    // "Era nato qui anche X. Lui non ne parla mai": not who spoke in another paragraph.
    if isPronoun, let nearest = topics.first,
      nearest.paragraph < paragraph(of: phrase.tokens.lowerBound),
      let person = solePerson(
        before: phrase.tokens.lowerBound, gender: gender, inParagraph: true)
    {
      return Attribution(actors: [person], basis: .pronoun, sieve: "pronoun")
    }
    for topic in topics where areTogether(topic.position, phrase.tokens.lowerBound) {
      if lastStranger > topic.position, !isOtherStranger(gender),
        !(isOther && lastStranger == lastUnknownPerson)
      {
        return nil
      }
      guard topic.attribution.actors.count == 1, let actor = topic.attribution.actors.first else {
        continue
      }
      let known = reading.actors[actor]
      guard known.kind == .person || known.kind == .anonymous else { continue }
      if let other = known.agreement.gender, other != gender { continue }
      return Attribution(
        actors: [actor], basis: isPronoun ? .pronoun : .description,
        sieve: isPronoun ? "pronoun" : "generic-noun")
    }
    let main = isPronoun ? protagonist : nil
    let sole =
      solePerson(before: phrase.tokens.lowerBound, gender: gender)
      ?? main.flatMap { reading.actors[$0].agreement.gender == gender ? $0 : nil }
    return sole.map {
      Attribution(
        actors: [$0], basis: isPronoun ? .pronoun : .description,
        sieve: isPronoun ? "pronoun" : "generic-noun")
    }
  }

  /// Whether the words mean a single person, as "un anziano" does.
  func isPerson(_ words: Range<Int>) -> Bool {
    let nouns = clauses.language.names.roles.nouns
    return words.contains { token in
      guard text[token].isWord else { return false }
      if let noun = nouns[text[token].lexeme] { return noun.agreement.number != .plural }
      return lexicon.phrase(text, token, .generic) != nil
        || (lexicon.phrase(text, token, .individual) != nil
          || lexicon.looksLikeAgent(text, token))
          && clauses.grammar.entries[text[words.lowerBound].lexeme]?.first?.agreement.number
            == .singular
    }
  }

  /// Whether the unknown subject since is one that words of this gender cannot mean.
  private func isOtherStranger(_ gender: ArticleReading.Agreement.Gender) -> Bool {
    lastStrangerWords.flatMap(self.gender).map { $0 != gender } ?? false
  }

  /// The gender that the words show.
  func gender(_ words: Range<Int>) -> ArticleReading.Agreement.Gender? {
    for token in words where text[token].isWord {
      if let noun = clauses.language.names.roles.nouns[text[token].lexeme],
        let gender = noun.agreement.gender
      {
        return gender
      }
      if let gender = clauses.grammar.entries[text[token].lexeme]?.first?.agreement.gender {
        return gender
      }
    }
    return nil
  }

  /// Whether the words mean several people, as "gli operai" does.
  func arePeople(_ words: Range<Int>) -> Bool {
    guard
      words.contains(where: {
        clauses.grammar.entries[text[$0].lexeme]?.first?.agreement.number == .plural
          || lexicon.phrase(text, $0, .count) != nil
      })
    else { return false }
    return words.contains { token in
      guard text[token].isWord else { return false }
      if let noun = clauses.language.names.roles.nouns[text[token].lexeme] {
        return noun.agreement.number != .singular
      }
      return lexicon.phrase(text, token, .individual, .source) != nil
        || lexicon.looksLikeAgent(text, token)
    }
  }

  /// Who a verb without a subject goes on with.
  func previous(
    for group: VerbGroup, _ verb: SpeechLexicon.Verb?, _ order: Order, _ paragraph: Int
  ) -> Attribution {
    var topic = lastSpeaker
    if let subject = lastSubject, subject.position > (topic?.position ?? -1) { topic = subject }
    if group.number == .plural, let people = unknownPeople,
      people.position > (topic?.position ?? -1), people.position >= lastUnknownPerson,
      paragraph - self.paragraph(of: people.words.lowerBound) <= 1,
      areTogether(people.words.lowerBound, group.head)
    {
      return Attribution(sieve: "null-subject", stranger: people.words)
    }
    // A quotation of several paragraphs does not part its cue from what stands before it.
    var paragraph = paragraph
    if order == .afterQuotation, let start = quotationStart(before: group.tokens.lowerBound) {
      paragraph = self.paragraph(of: text.index(atOrAfter: start))
    } else if let speech = pair(around: group.finite) {
      paragraph = self.paragraph(of: text.index(atOrAfter: speech.outer.start))
    }
    if let spoken = topic.flatMap({ pair(around: $0.position) }) {
      topic?.paragraph = self.paragraph(of: text.index(atOrAfter: spoken.outer.end) - 1)
    }
    let reach = order == .afterQuotation || verb?.verbClass == .continuation ? 2 : 1
    guard let topic, paragraph - topic.paragraph <= reach,
      areTogether(topic.position, group.head)
    else {
      let unknown = unknownPerson(for: group, paragraph)
      if unknown.stranger != nil { return unknown }
      guard order == .afterQuotation || clauses.isDash(group.tokens.lowerBound - 1),
        group.number == .singular, lastUnknownPerson < 0,
        let actor = solePerson(before: group.tokens.lowerBound, gender: group.gender)
      else { return Attribution() }
      return Attribution(actors: [actor], basis: .context, sieve: "sole-person")
    }
    // Somebody unknown came between: only words that go on with a speech reach back over them.
    if lastStranger > topic.position, verb?.verbClass != .continuation, order != .afterQuotation {
      return Attribution()
    }
    if lastUnknownPerson >= topic.position { return unknownPerson(for: group, paragraph) }
    // A state that did something, said nothing yet.
    if order == .afterQuotation, topic.position != lastSpeaker?.position,
      topic.attribution.actors.allSatisfy({ reading.actors[$0].kind == .state })
    {
      return Attribution()
    }
    // «…», comincia: what is only uttered is by somebody with a voice.
    if verb?.verbClass == .utterance, order == .afterQuotation,
      topic.attribution.actors.contains(where: {
        reading.actors[$0].kind != .person && reading.actors[$0].kind != .anonymous
      })
    {
      return Attribution()
    }
    // "È datata 1984 e comincia così: «…»": what a paragraph begins to quote is no matter of the one before.
    if verb?.verbClass == .utterance, order != .afterQuotation, paragraph > topic.paragraph {
      return Attribution()
    }
    // A body does not go on from one paragraph to the next, but as who speaks on.
    if paragraph > topic.paragraph,
      topic.attribution.actors.allSatisfy({ !isSomebodyPersonal($0) }),
      verb?.verbClass != .continuation
        || topic.attribution.actors.contains(where: { reading.actors[$0].kind == .anonymous })
    {
      return Attribution()
    }
    // "X tace e Y se ne va. «…», promette."
    if contested == topic.position, topic.position != lastSpeaker?.position { return Attribution() }
    guard lastUnknownSpeaker <= topic.position,
      agrees(topic.attribution.actors, with: group)
    else { return Attribution() }
    return Attribution(actors: topic.attribution.actors, basis: .nullSubject, sieve: "null-subject")
  }

  /// The marks that the token stands in: "«A - ha detto - B»" is one speech, however many paragraphs.
  private func pair(around token: Int) -> QuotationMarks.Pair? {
    let level = Int(clauses.level[token])
    return document.marks.pairs.indices.contains(level) ? document.marks.pairs[level] : nil
  }

  /// Where the quotation starts that ends before the token, at most with a comma and an adverb between.
  private func quotationStart(before token: Int) -> Int? {
    var i = token - 1
    while i >= max(0, token - 4) {
      if let start = clauses.markStart(endingAt: i) { return start }
      guard text[i].isPunctuation || clauses.isAdverb(i) else { return nil }
      i -= 1
    }
    return nil
  }

  /// "Un bambino ha appeso un foglio. Sotto ha scritto: …"
  private func unknownPerson(for group: VerbGroup, _ paragraph: Int) -> Attribution {
    guard let words = unknownPersonWords, group.number == .singular,
      paragraph - self.paragraph(of: words.lowerBound) <= 1,
      areTogether(words.lowerBound, group.head)
    else { return Attribution() }
    return Attribution(sieve: "null-subject", stranger: words)
  }

  func agrees(_ actors: [Int], with group: VerbGroup) -> Bool {
    guard let number = group.number else { return true }
    if actors.count > 1 { return number == .plural }
    guard let actor = actors.first else { return false }
    let known = reading.actors[actor].agreement
    if let other = known.number, other != number { return false }
    if known.number == nil, number == .plural { return false }
    if let gender = group.gender, let other = known.gender, group.voice != .passive {
      return gender == other
    }
    return true
  }
}
