import DossierModel

/// Speakers who were named before: null subjects, pronouns, nouns that stand in for a name.
extension CueReader {
  /// "si legge nella nota": of whom the text spoke last.
  func documentBefore(_ group: VerbGroup, _ paragraph: Int) -> Attribution {
    var topic = lastSpeaker
    if let subject = lastSubject, subject.position > (topic?.position ?? -1) { topic = subject }
    guard let topic, paragraph - topic.paragraph <= 1, lastStranger < topic.position else {
      return Attribution()
    }
    return Attribution(
      actors: topic.attribution.actors, basis: .context, sieve: "document-before")
  }

  /// "ha proseguito il primo cittadino": who goes on is who spoke, however he is called.
  func sameSpeaker(
    _ verb: SpeechLexicon.Verb?, _ phrase: NounPhrase, _ group: VerbGroup, _ paragraph: Int
  ) -> Attribution? {
    guard let verb, verb.frames.contains(.same), let topic = lastSpeaker,
      paragraph - topic.paragraph <= 1, lastStranger < topic.position, phrase.mention == nil,
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
    guard phrase.tokens.count <= 2, let last = phrase.tokens.last else { return nil }
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
    let topics = [lastSubject, lastSpeaker].compactMap { $0 }.sorted { $0.position > $1.position }
    for topic in topics {
      if lastStranger > topic.position { return nil }
      guard topic.attribution.actors.count == 1, let actor = topic.attribution.actors.first else {
        continue
      }
      let known = reading.actors[actor]
      guard known.kind == .person || known.kind == .anonymous else { continue }
      if let other = known.agreement.gender, other != gender { continue }
      let isPronoun = phrase.tokens.count == 1
      return Attribution(
        actors: [actor], basis: isPronoun ? .pronoun : .description,
        sieve: isPronoun ? "pronoun" : "generic-noun")
    }
    return nil
  }

  /// Whether the words mean a single person, as "un anziano" does.
  func isPerson(_ words: Range<Int>) -> Bool {
    let nouns = clauses.language.names.roles.nouns
    return words.contains { token in
      guard text[token].isWord else { return false }
      if let noun = nouns[text[token].lexeme] { return noun.agreement.number != .plural }
      return lexicon.phrase(text, token, .generic) != nil
    }
  }

  /// Who a verb without a subject goes on with.
  func previous(
    for group: VerbGroup, _ verb: SpeechLexicon.Verb?, _ order: Order, _ paragraph: Int
  ) -> Attribution {
    var topic = lastSpeaker
    if let subject = lastSubject, subject.position > (topic?.position ?? -1) { topic = subject }
    guard let topic, paragraph - topic.paragraph <= 2 else { return Attribution() }
    // Somebody unknown came between: only words that go on with a speech reach back over them.
    if lastStranger > topic.position, verb?.verbClass != .continuation, order != .afterQuotation {
      return Attribution()
    }
    guard lastUnknownPerson < topic.position,
      agrees(topic.attribution.actors, with: group)
    else { return Attribution() }
    return Attribution(actors: topic.attribution.actors, basis: .nullSubject, sieve: "null-subject")
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
