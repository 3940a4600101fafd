import DossierModel

/// Whose the document is that speaks: "si legge nella nota di X".
extension CueReader {
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
  func documentRelative(_ number: Int, _ paragraph: Int) -> Attribution? {
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
  func quotedDocument(
    _ phrase: NounPhrase, _ group: VerbGroup, _ paragraph: Int
  ) -> Attribution? {
    guard phrase.actors.isEmpty, phrase.tokens.count == 2, let noun = phrase.tokens.last,
      lexicon.phrase(text, noun, .document) != nil,
      clauses.grammar.isAny(text[noun - 1].lexeme, of: .definiteArticle),
      noun + 1 >= text.count
        || clauses.grammar.preposition(text[noun + 1].lexeme) != lexicon.of
    else { return nil }
    return documentBefore(group, paragraph)
  }

  /// "Nella nota di X si legge che", "Nel testo si legge": the document stands before the verb.
  func documentOpening(_ number: Int, _ paragraph: Int) -> Attribution? {
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
  func writers(after start: Int, _ sentence: Range<Int>) -> Attribution? {
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
}
