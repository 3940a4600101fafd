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
    guard let topic, paragraph - topic.paragraph <= 1, lastStranger < topic.position else {
      return Attribution()
    }
    return Attribution(
      actors: topic.attribution.actors, basis: .context, sieve: "document-before")
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
      paragraph - topic.paragraph <= 1, lastStranger < topic.position, phrase.mention?.actor == nil,
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
    return solePerson(before: phrase.tokens.lowerBound, gender: gender).map {
      Attribution(
        actors: [$0], basis: isPronoun ? .pronoun : .description,
        sieve: isPronoun ? "pronoun" : "generic-noun")
    }
  }

  /// "quest’ultimo": the person named last before it.
  private func latter(_ words: Range<Int>) -> Attribution? {
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
      clauses.grammar.isAny(text[first].lexeme, of: .definiteArticle, .demonstrative),
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
        isRank = noun.roleClass == .rank
        gender = gender ?? noun.agreement.gender
      }
      if roles.isEmpty, let word = withoutNewness(token) {
        roles = lexicon.roles(of: word)
        if let noun = clauses.language.names.roles.nouns[word] { roles.append(noun.lemma) }
        isOffice = !roles.isEmpty
      }
      if !roles.isEmpty { break }
    }
    guard !roles.isEmpty else { return nil }
    var candidates: Set<Int> = []
    for role in roles { candidates.formUnion(officeHolders[role] ?? []) }
    if candidates.isEmpty, isRank { candidates = armed }
    candidates = candidates.filter { actor in
      guard let gender, let known = reading.actors[actor].agreement.gender else { return true }
      return gender == known || gender == .masculine
    }
    // "il suo collega" is somebody else.
    let isRelated = words.contains {
      clauses.grammar.isAny(text[$0].lexeme, of: .possessive)
    }
    if candidates.isEmpty, !isOffice, !isRelated,
      let sole = solePerson(before: words.lowerBound, gender: nil, inParagraph: true),
      gender != .feminine || reading.actors[sole].agreement.gender != .masculine,
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
    // "il movimento dei lavoratori" is one of its own.
    let next = words.upperBound
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

  /// Whether the words mean a single person, as "un anziano" does.
  func isPerson(_ words: Range<Int>) -> Bool {
    let nouns = clauses.language.names.roles.nouns
    return words.contains { token in
      guard text[token].isWord else { return false }
      if let noun = nouns[text[token].lexeme] { return noun.agreement.number != .plural }
      return lexicon.phrase(text, token, .generic) != nil
        || lexicon.phrase(text, token, .individual) != nil
          && clauses.grammar.entries[text[words.lowerBound].lexeme]?.first?.agreement.number
            == .singular
    }
  }

  /// Whether the unknown subject since is one that words of this gender cannot mean.
  private func isOtherStranger(_ gender: ArticleReading.Agreement.Gender) -> Bool {
    lastStrangerWords.flatMap(self.gender).map { $0 != gender } ?? false
  }

  /// The gender that the words show.
  private func gender(_ words: Range<Int>) -> ArticleReading.Agreement.Gender? {
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
