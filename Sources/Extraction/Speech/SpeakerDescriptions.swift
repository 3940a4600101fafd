import DossierModel

/// Nouns that stand for a person or body named before: "il legale", "il movimento".
extension CueReader {
  /// "quest’ultimo": the person named last before it.
  func latter(_ words: Range<Int>) -> Attribution? {
    guard words.count == 2, let last = words.last,
      clauses.grammar.isAny(text[words.lowerBound].lexeme, of: .demonstrative),
      let word = lexicon.phrase(text, last, .latter)
    else { return nil }
    let gender: ArticleReading.Agreement.Gender =
      word.companion == lexicon.feminine ? .feminine : .masculine
    for mention in clauses.referents.mentions(before: words.lowerBound).prefix(12) {
      guard words.lowerBound - mention.tokens.upperBound < 60 else { return nil }
      guard mention.label == .person, clauses.level[mention.tokens.lowerBound] < 0,
        let actor = mention.actor
      else { continue }
      if let known = reading.actors[actor].agreement.gender, known != gender { continue }
      if let stranger = strangerBefore(words.lowerBound, gender),
        stranger.lowerBound > mention.tokens.lowerBound
      {
        return Attribution(sieve: "latter", stranger: stranger)
      }
      return Attribution(actors: [actor], basis: .pronoun, sieve: "latter")
    }
    return strangerBefore(words.lowerBound, gender).map {
      Attribution(sieve: "latter", stranger: $0)
    }
  }

  /// "un venditore di pesce" shortly before the token: somebody without a name.
  private func strangerBefore(
    _ token: Int, _ gender: ArticleReading.Agreement.Gender
  ) -> Range<Int>? {
    let nouns = clauses.language.names.roles.nouns
    var i = token - 1
    let floor = max(0, token - 30)
    while i > floor {
      defer { i -= 1 }
      guard text[i].isWord, clauses.level[i] < 0, areTogether(i, token),
        clauses.grammar.isAny(text[i - 1].lexeme, of: .indefiniteArticle),
        clauses.grammar.entries[text[i - 1].lexeme]?.first?.agreement.gender
          != (gender == .masculine ? .feminine : .masculine)
      else { continue }
      let isPerson =
        nouns[text[i].lexeme].map { $0.agreement.number != .plural }
        ?? (lexicon.phrase(text, i, .individual, .generic) != nil)
      if isPerson { return (i - 1)..<(i + 1) }
    }
    return nil
  }

  /// "i due", "i tre leader", "entrambi": the people named last before, if they are as many.
  func several(_ words: Range<Int>) -> Attribution? {
    guard words.count <= 3,
      let counted = words.prefix(2).first(where: { lexicon.phrase(text, $0, .count) != nil }),
      let count = lexicon.phrase(text, counted, .count)?.companion,
      clauses.isArticle(words.lowerBound) || counted == words.lowerBound && words.count == 1
    else { return nil }
    // "i due palazzi" are nobody; "i due soldati" may be others than those named.
    let nouns = clauses.language.names.roles.nouns
    for token in words where token > counted {
      guard let noun = nouns[text[token].lexeme], noun.roleClass == .office,
        noun.agreement.number != .singular
      else { return nil }
    }
    let paragraph = self.paragraph(of: words.lowerBound)
    var found: [Int] = []
    for mention in clauses.referents.mentions(before: words.lowerBound).prefix(24) {
      guard areTogether(mention.tokens.lowerBound, words.lowerBound),
        paragraph - self.paragraph(of: mention.tokens.lowerBound) <= 1
      else { break }
      guard mention.label == .person, mention.resolution != .description,
        clauses.level[mention.tokens.lowerBound] < 0, let actor = mention.actor,
        reading.actors[actor].kind == .person
      else { continue }
      if !found.contains(actor) { found.append(actor) }
    }
    guard count == clauses.language.lexemes.id(Substring(String(found.count))) else { return nil }
    return Attribution(actors: found.reversed(), basis: .description, sieve: "several")
  }

  /// "l’ufficiale", "il legale", "il primo cittadino": the person whose office it can stand for.
  func widerDescription(_ words: Range<Int>) -> Attribution? {
    guard let first = words.first,
      clauses.grammar.isAny(
        text[first].lexeme, of: .definiteArticle, .demonstrative, .articulatedPreposition),
      clauses.grammar.entries[text[first].lexeme]?.first?.agreement.number != .plural
    else { return nil }
    var roles: [LexemeTable.ID] = []
    var gender = clauses.grammar.entries[text[first].lexeme]?.first?.agreement.gender
    var isOffice = false
    var isRank = false
    for token in words.dropFirst().prefix(2) {
      roles = lexicon.roles(for: text, at: token)
      if let noun = clauses.language.names.roles.nouns[text[token].lexeme] {
        roles.append(noun.lemma)
        isOffice = noun.roleClass == .office || noun.roleClass == .rank
        isRank = lexicon.armedRanks.contains(noun.lemma)
        gender = gender ?? noun.agreement.gender
      }
      if roles.isEmpty, let word = withoutNewness(token) {
        roles = lexicon.roles(of: word)
        if let noun = clauses.language.names.roles.nouns[word] { roles.append(noun.lemma) }
        isOffice = !roles.isEmpty
      }
      if !roles.isEmpty { break }
    }
    if let accused, words.count == 2, let word = lexicon.phrase(text, first + 1, .accused) {
      let isWoman = word.companion == lexicon.feminine
      let known = reading.actors[accused].agreement.gender
      if known == (isWoman ? .masculine : .feminine) { return nil }
      // Italian first names in -o are men’s.
      if isWoman, known == nil,
        reading.actors[accused].name.utf8.prefix(while: { $0 != UInt8(ascii: " ") }).last
          == UInt8(ascii: "o")
      {
        return nil
      }
      return Attribution(actors: [accused], basis: .description, sieve: "accused")
    }
    guard !roles.isEmpty else { return nil }
    var candidates: Set<Int> = []
    for role in roles { candidates.formUnion(officeHolders[role] ?? []) }
    if candidates.isEmpty, isRank { candidates = armed }
    candidates = candidates.filter { actor in
      // Whoever is named only later is not meant yet.
      if actor < firstMention.count, firstMention[actor] > words.lowerBound { return false }
      guard let gender, let known = reading.actors[actor].agreement.gender else { return true }
      return gender == known || gender == .masculine
    }
    // The text’s own person, of whom no office has been told yet: "X … la vicepresidente".
    if candidates.isEmpty, isOffice, words.count == 2, words.upperBound < text.count,
      clauses.grammar.preposition(text[words.upperBound].lexeme) != lexicon.of,
      let person = salientPerson(before: first, gender: gender), !allHolders.contains(person)
    {
      return Attribution(actors: [person], basis: .description, sieve: "office-of-topic")
    }
    // "il suo collega" is somebody else.
    let isRelated = words.contains {
      clauses.grammar.isAny(text[$0].lexeme, of: .possessive)
    }
    if candidates.isEmpty, !isOffice, !isRelated,
      let sole = solePerson(before: words.lowerBound, gender: nil, inParagraph: true),
      gender == nil || reading.actors[sole].agreement.gender == nil
        || gender == reading.actors[sole].agreement.gender,
      !allHolders.contains(sole)
    {
      return Attribution(actors: [sole], basis: .description, sieve: "sole-description")
    }
    guard let actor = nearest(of: candidates, before: words.lowerBound) else {
      // Two that it can stand for: nobody can tell.
      return candidates.count > 1 ? Attribution(sieve: "ambiguous-description") : nil
    }
    return Attribution(actors: [actor], basis: .description, sieve: "wider-description")
  }

  /// The person whom the text spoke of last in the same paragraph, if of that gender and no other is named
  /// since.
  func salientPerson(
    before token: Int, gender: ArticleReading.Agreement.Gender?
  ) -> Int? {
    var topic = lastSpeaker
    if let subject = lastSubject, subject.position > (topic?.position ?? -1) { topic = subject }
    guard let gender, let topic, topic.paragraph == paragraph(of: token),
      topic.position < token, lastStranger < topic.position,
      topic.attribution.actors.count == 1, let actor = topic.attribution.actors.first,
      reading.actors[actor].kind == .person, reading.actors[actor].agreement.gender == gender,
      areTogether(topic.position, token)
    else { return nil }
    for mention in clauses.referents.mentions(before: token).prefix(16) {
      guard mention.tokens.lowerBound > topic.position else { break }
      if mention.label == .person, clauses.level[mention.tokens.lowerBound] < 0,
        let other = mention.actor, other != actor, identity[other] != actor
      {
        return nil
      }
    }
    return actor
  }

  /// "la fonte": who spoke last, if he has no name.
  func lastSource(_ words: Range<Int>) -> Attribution? {
    guard words.count == 2, let noun = words.last,
      clauses.grammar.isAny(text[words.lowerBound].lexeme, of: .definiteArticle),
      lexicon.phrase(text, noun, .source) != nil, words.upperBound < text.count,
      clauses.grammar.preposition(text[words.upperBound].lexeme) != lexicon.of,
      let topic = lastSpeaker, topic.position < words.lowerBound,
      topic.paragraph == paragraph(of: noun), topic.attribution.actors.count == 1,
      let actor = topic.attribution.actors.first, reading.actors[actor].kind == .anonymous,
      reading.actors[actor].agreement.number != .plural,
      clauses.grammar.entries[text[words.lowerBound].lexeme]?.first?.agreement.number != .plural
    else { return nil }
    return Attribution(actors: [actor], basis: .description, sieve: "same-source")
  }

  /// Whether the phrase describes one person whom nothing before it means.
  func isFirstDescription(_ phrase: NounPhrase) -> Bool {
    guard let mention = phrase.mention, mention.resolution == .description,
      phrase.actors.count == 1, let actor = phrase.actors.first, identity[actor] == nil,
      reading.actors[actor].kind == .anonymous, reading.actors[actor].agreement.number != .plural,
      actor < firstMention.count
    else { return false }
    return firstMention[actor] >= mention.tokens.lowerBound
  }

  /// "La funzionaria": a person named before by another office, where nothing tells that somebody new comes
  /// in.
  func describedPerson(_ phrase: NounPhrase) -> Attribution? {
    guard isFirstDescription(phrase), phrase.tokens.count == 2,
      phrase.tokens.upperBound >= text.count
        || clauses.grammar.preposition(text[phrase.tokens.upperBound].lexeme) != lexicon.of
    else { return nil }
    if let source = lastSource(phrase.tokens) { return source }
    guard let found = widerDescription(phrase.tokens), found.isKnown else { return nil }
    return found
  }

  /// "neotecnico": the noun after the prefix that says that somebody is new in an office.
  private func withoutNewness(_ token: Int) -> LexemeTable.ID? {
    guard text[token].isWord, text[token].span.count > 6 else { return nil }
    let word = text.text[text[token].span]
    guard word.hasPrefix("neo") else { return nil }
    return clauses.language.lexemes.id(Substring(word.dropFirst(3).drop { $0 == "-" }))
  }

  /// The one of `actors` who is named nearest before the token, if no other is in the same sentence.
  private func nearest(of actors: Set<Int>, before token: Int) -> Int? {
    guard !actors.isEmpty else { return nil }
    var found: Int?
    var sentence: Range<Int>?
    for mention in clauses.referents.mentions(before: token).prefix(60) {
      guard let actor = mention.actor, actors.contains(actor) else { continue }
      let own = clauses.sentence(of: mention.tokens.lowerBound)
      if let sentence, sentence != own { break }
      if let found, found != actor { return nil }
      (found, sentence) = (actor, own)
    }
    return found
  }

  /// The only person told of before the token in its paragraph; where there is none, in the one before.
  func solePerson(
    before token: Int, gender: ArticleReading.Agreement.Gender?, inParagraph: Bool = false
  ) -> Int? {
    let paragraph = self.paragraph(of: token)
    var found: Int?
    var current = paragraph
    for mention in clauses.referents.mentions(before: token).prefix(40) {
      let own = self.paragraph(of: mention.tokens.lowerBound)
      if own < current {
        if !areTogether(mention.tokens.lowerBound, token) { break }
        if found != nil || inParagraph || own < paragraph - 1 { break }
        current = own
      }
      guard mention.label == .person, clauses.level[mention.tokens.lowerBound] < 0,
        let actor = mention.actor, reading.actors[actor].agreement.number != .plural
      else { continue }
      if let gender, let known = reading.actors[actor].agreement.gender, known != gender {
        continue
      }
      if let found, found != actor { return nil }
      found = actor
    }
    return found
  }

  /// "il movimento", "il Paese": the body or state that was spoken of last, if it is one alone.
  func standInBody(_ words: Range<Int>) -> Attribution? {
    guard
      words.count == 2
        || words.count == 3
          && (lexicon.phrase(text, words.upperBound - 1, .kind) != nil
            || isDemonym(words.upperBound - 1))
    else { return nil }
    let last = words.lowerBound + 1
    guard let noun = lexicon.standIns[text[last].lexeme],
      clauses.grammar.isAny(
        text[words.lowerBound].lexeme, of: .definiteArticle, .demonstrative, .articulatedPreposition
      )
    else { return nil }
    // "il movimento dei lavoratori", "il comitato «Acqua»" are of their own.
    let next = words.upperBound
    if next + 1 < text.count, text[next].isPunctuation, !text[next].shape.contains(.lineStart),
      clauses.level[next + 1] > clauses.level[next] || text[next + 1].isCapitalized,
      !clauses.isComma(next), !text.isMark(next, "."), !text.isMark(next, ":")
    {
      return nil
    }
    if next < text.count, text[next].isWord,
      clauses.grammar.preposition(text[next].lexeme) == lexicon.of
    {
      return nil
    }
    func resolved(_ actor: Int) -> Attribution {
      Attribution(actors: [actor], basis: .description, sieve: "stand-in")
    }
    if let topic = lastSubject, topic.position < words.lowerBound,
      areTogether(topic.position, last), topic.attribution.actors.count == 1,
      let actor = topic.attribution.actors.first,
      fits(noun, text[last].lexeme, actor)
    {
      return resolved(actor)
    }
    // "Il Consiglio della costa ha deciso. L’organismo …"
    if noun.isAny, let body = unknownBodyWords, body.lowerBound > (lastSubject?.position ?? -1),
      paragraph(of: body.lowerBound) == paragraph(of: last)
    {
      return Attribution(sieve: "stand-in", stranger: body)
    }
    // The nearest sentence before that names such bodies.
    var found: Set<Int> = []
    var sentence: Range<Int>?
    for mention in clauses.referents.mentions(before: words.lowerBound).prefix(40) {
      guard words.lowerBound - mention.tokens.lowerBound < 120,
        areTogether(mention.tokens.lowerBound, last)
      else { break }
      guard let actor = mention.actor, fits(noun, text[last].lexeme, actor),
        !document.isMetadata(Int(text[mention.tokens.lowerBound].start))
      else { continue }
      let own = clauses.sentence(of: mention.tokens.lowerBound)
      if let sentence, sentence != own { break }
      sentence = own
      found.insert(actor)
    }
    return found.count == 1 ? found.first.map(resolved) : nil
  }

  /// Whether the token is the adjective of a people or country: "francese".
  private func isDemonym(_ token: Int) -> Bool {
    !text[token].isCapitalized
      && clauses.language.names.demonyms[text[token].lexeme] != nil
  }

  /// Whether the noun can mean the actor.
  private func fits(_ standIn: SpeechLexicon.StandIn, _ noun: LexemeTable.ID, _ actor: Int) -> Bool
  {
    let known = reading.actors[actor]
    guard standIn.kinds.contains(known.kind) else { return false }
    let lexemes = clauses.language.lexemes
    var first = LexemeTable.unknown
    for form in [known.name] + known.forms {
      for word in form.utf8.split(separator: 32) {
        let lexeme = lexemes.id(Substring(word).lowercased())
        if lexeme == noun || lexeme == standIn.other { return true }
        if first == LexemeTable.unknown { first = lexeme }
      }
    }
    // "il movimento" is no ministry: what is called by such a noun goes by it.
    return standIn.isAny
      || !standIn.isNamed && standIn.other == nil && lexicon.standIns[first] == nil
  }

  /// Whether the words are a body's by their capital: "il Consiglio".
  func isUnknownBody(_ words: Range<Int>) -> Bool {
    guard words.count >= 2, clauses.isArticle(words.lowerBound) else { return false }
    let head = words.lowerBound + 1
    return text[head].isCapitalized && lexicon.standIns.contains(text[head].lexeme)
  }
}
