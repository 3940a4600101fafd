import DossierModel
import Knowledge

/// Speakers whom no verb names: "La polizia: «…»", "Di X la frase: «…»", "«…», le sue parole".
extension CueReader {
  /// The colons before marks and the nouns of speech after them, in order.
  func tokensBesideMarks() -> [Int] {
    var found: [Int] = []
    for pair in document.marks.pairs {
      let open = text.index(atOrAfter: pair.outer.start)
      if open > 0, open < text.count, text.isMark(open - 1, ":"), clauses.level[open - 1] < 0 {
        found.append(open - 1)
      }
      let close = text.index(atOrAfter: pair.outer.end)
      if let noun = possessedNoun(after: close) { found.append(noun) }
    }
    return found.sorted()
  }

  /// `»`, le sue parole: the noun.
  private func possessedNoun(after close: Int) -> Int? {
    guard close + 3 < text.count, text.isMark(close, ","), clauses.isArticle(close + 1),
      clauses.grammar.isAny(text[close + 2].lexeme, of: .possessive),
      clauses.level[close + 2] < 0
    else { return nil }
    return ((close + 3)..<min(text.count, close + 5)).first {
      lexicon.phrase(text, $0, .saying, .remark, .wording) != nil
    }
  }

  /// Reads who speaks by the colon or noun at `token`.
  mutating func readBesideMarks(_ token: Int) {
    let found =
      text.isMark(token, ":") ? speaker(beforeColon: token) : possessor(of: token)
    if let found, found.isKnown { besideMarks[token] = found }
  }

  /// `»`, le sue parole: of the person who was spoken of last in the paragraph.
  private func possessor(of noun: Int) -> Attribution? {
    var topic = lastSpeaker
    if let subject = lastSubject, subject.position > (topic?.position ?? -1) { topic = subject }
    guard let topic, topic.paragraph == paragraph(of: noun), lastStranger < topic.position,
      topic.attribution.actors.count == 1, let actor = topic.attribution.actors.first,
      areTogether(topic.position, noun),
      reading.actors[actor].kind == .person || reading.actors[actor].kind == .anonymous
    else { return nil }
    return Attribution(actors: [actor], basis: .pronoun, sieve: "noun-after")
  }

  /// "La polizia: «…»", "Gaza, i medici: «…»", "Di X la frase: «…»": a sentence without a verb.
  private mutating func speaker(beforeColon colon: Int) -> Attribution? {
    let sentence = clauses.sentence(of: colon)
    if let found = ledOn(sentence.lowerBound..<colon) { return found }
    var start = colon
    while start > sentence.lowerBound, colon - start < 12, text[start - 1].isWord,
      !document.isMetadata(Int(text[start - 1].start)),
      clauses.groupAt[start - 1] < 0 || !groups[Int(clauses.groupAt[start - 1])].isFinite
    {
      start -= 1
    }
    guard start < colon, isOpening(start, of: sentence) else { return nil }
    if let owner = owner(after: start, sentence) {
      let named = owner.actors.first.map { reading.actors[$0].kind == .person } ?? false
      let hasNoun = (start..<colon).contains { lexicon.phrase(text, $0, .saying, .remark) != nil }
      guard named, hasNoun else { return nil }
      return Attribution(actors: owner.actors, basis: owner.basis, sieve: "noun-before")
    }
    guard let phrase = clauses.phrase(start, colon), phrase.actors.isEmpty,
      phrase.tokens.upperBound == colon
        || clauses.grammar.preposition(text[phrase.tokens.upperBound].lexeme) == lexicon.of
          && clauses.endOfComplement(phrase.tokens.upperBound + 1, colon) == colon,
      phrase.tokens.allSatisfy({ lexicon.phrase(text, $0, .document, .saying, .thing) == nil })
    else { return nil }
    if let holder = headlineHolder(phrase.tokens, colon) { return holder }
    var found =
      standIn(phrase, gender: nil) ?? widerDescription(phrase.tokens)
      ?? introduced(Attribution(stranger: phrase.tokens))
    found.sieve = "headline-colon"
    return found
  }

  /// "Il premier: «…»" above "il primo ministro X ha assicurato": the one person of the section with the office,
  /// who is named only below.
  private func headlineHolder(_ words: Range<Int>, _ colon: Int) -> Attribution? {
    guard let noun = words.last, words.count <= 2,
      let role = clauses.language.names.roles.nouns[text[noun].lexeme],
      role.agreement.number != .plural
    else { return nil }
    var holders = officeHolders[role.lemma] ?? []
    for office in lexicon.roles(for: text, at: noun) {
      holders.formUnion(officeHolders[office] ?? [])
    }
    holders = holders.filter { actor in
      reading.actors[actor].kind == .person && actor < firstMention.count
        && firstMention[actor] > colon && areTogether(colon, firstMention[actor])
    }
    guard holders.count == 1, let actor = holders.first else { return nil }
    return Attribution(actors: [actor], basis: .description, sieve: "headline-role")
  }

  /// "Poi la stoccata agli avversari: «…»": of who spoke last in the paragraph.
  private func ledOn(_ lead: Range<Int>) -> Attribution? {
    guard let first = lead.first, lead.count <= 10, lexicon.phrase(text, first, .lead) != nil,
      lead.contains(where: {
        clauses.groupAt[$0] < 0 && lexicon.phrase(text, $0, .saying, .remark) != nil
      }),
      clauses.finiteGroup(after: first, before: lead.upperBound) == nil
    else { return nil }
    guard var found = possessor(of: first) else { return nil }
    (found.basis, found.sieve) = (.context, "led-on")
    return found
  }

  /// Whether only a time, a place or nothing stands before the token in its sentence.
  private func isOpening(_ start: Int, of sentence: Range<Int>) -> Bool {
    guard start > sentence.lowerBound else { return true }
    let before = start - 1
    if document.isMetadata(Int(text[before].start)) || clauses.isDash(before)
      || text[before].isNumber || text.isMark(before, ".")
    {
      return true
    }
    // "La premier in fuga, il generale: «…»"
    if text.isMark(before, ","), clauses.isArticle(start), before - sentence.lowerBound <= 14,
      clauses.finiteGroup(after: sentence.lowerBound, before: before) == nil
    {
      return true
    }
    // "Gaza, i medici: «…»"
    guard clauses.isComma(before), before - sentence.lowerBound <= 3,
      let mention = clauses.referents.mention(covering: before - 1)
    else { return false }
    return mention.label == .place && mention.tokens.lowerBound == sentence.lowerBound
  }

  /// "Di altro avviso X, che è partito: «…»": a sentence whose only clause is a relative one tells of
  /// the person that it belongs to.
  func isOnlyTold(_ number: Int) -> Bool {
    guard subjectOf[number].sieve == "relative-antecedent",
      let actor = subjectOf[number].actors.first, subjectOf[number].actors.count == 1,
      reading.actors[actor].kind == .person
    else { return false }
    let sentence = clauses.sentence(of: groups[number].head)
    var k = clauses.firstGroup(atOrAfter: sentence.lowerBound)
    while k < groups.count, groups[k].tokens.lowerBound < sentence.upperBound {
      if groups[k].isFinite, clauses.level[groups[k].finite] < 0, k != number { return false }
      k += 1
    }
    return true
  }
}
