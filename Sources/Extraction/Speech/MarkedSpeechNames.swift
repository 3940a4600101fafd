import DossierModel

/// What stands in marks and is no speech.
extension MarkedSpeech {
  /// Titles of works, names of operations, media, ships; what is only called so.
  func isNamed(_ place: Place) -> Bool {
    let before = place.outer.lowerBound - 1
    guard before >= place.sentence.lowerBound else { return false }
    // "cosiddetto «califfato»", also "la cosiddetta legge «…»".
    var k = before
    var steps = 0
    while k >= place.sentence.lowerBound, steps < 3, text[k].isWord {
      if lexicon.phrase(text, k, .soCalled) != nil { return true }
      if clauses.groupAt[k] >= 0, groups[Int(clauses.groupAt[k])].isFinite { break }
      k -= 1
      steps += 1
    }
    if text.isMark(before, ":") { return false }
    if isNamedToo(before, place) || isSubjectInMarks(before, place) { return true }
    if text.isMark(before, ","), isAppositionOfName(before, place) { return true }
    // "con la formula della «…»", "la politica del «…»"
    if clauses.grammar.preposition(text[before].lexeme) == lexicon.of,
      before > place.sentence.lowerBound, lexicon.phrase(text, before - 1, .namingOf) != nil
    {
      return true
    }
    // A naming noun right before, with adjectives or a name between: "l’operazione militare «…»".
    k = before
    steps = 0
    while k >= place.sentence.lowerBound, steps < 4, text[k].isWord {
      if isNaming(endingNear: k) {
        return wordCount(place.inner) <= 9 && !isSaid(k) && !isDescribed(place, noun: k)
          && !(k < before && isCalling(k, place))
          // "il decreto, detto «salva fiumi»": a name may be a sentence of its own.
          && (k == before && text.isMark(k - 1, ",") || !isPredicate(place))
      }
      if clauses.isPreposition(k) || clauses.isCoordinator(k)
        || clauses.grammar.isAny(text[k].lexeme, of: .subordinator, .relative)
      {
        break
      }
      if clauses.groupAt[k] >= 0, groups[Int(clauses.groupAt[k])].isFinite { break }
      k -= 1
      steps += 1
    }
    return false
  }

  /// «…», sbuffa «Il Messaggero»: the name of who speaks.
  private func isSubjectInMarks(_ before: Int, _ place: Place) -> Bool {
    guard clauses.groupAt[before] >= 0, text[place.inner.lowerBound].isCapitalized,
      wordCount(place.inner) <= 5, !hasFiniteVerb(place.inner)
    else { return false }
    let group = groups[Int(clauses.groupAt[before])]
    return group.isFinite && group.tokens.upperBound == place.outer.lowerBound
      && cues.isAfterQuotation(group.tokens.lowerBound)
  }

  /// "chiamano «A» o semplicemente «B»": after another name that is no speech.
  private func isNamedToo(_ before: Int, _ place: Place) -> Bool {
    var k = before
    while k > place.sentence.lowerBound, before - k < 3, text[k].isWord,
      clauses.isAdverb(k) || clauses.isCoordinator(k)
    {
      k -= 1
    }
    guard k < before, text[k + 1].isWord, clauses.isCoordinator(k + 1), cues.isMarkEnd(k),
      covered[k - 1] < 0, wordCount(place.inner) <= 4, !hasFiniteVerb(place.inner),
      let start = clauses.markStart(endingAt: k)
    else { return false }
    let open = text.index(atOrAfter: start)
    return open > place.sentence.lowerBound
      && (isNaming(endingNear: open - 1) || lexicon.phrase(text, open - 1, .soCalled) != nil)
  }

  /// Whether the marks stand in a line that only leads to another text: "Leggi anche: «…»".
  func isReference(_ place: Place) -> Bool {
    guard let paragraph = paragraph(at: Int(text[place.outer.lowerBound].start)) else {
      return false
    }
    let first = text.index(atOrAfter: paragraph.start)
    return lexicon.phrase(text, first, .reference) != nil
  }

  /// Whether the naming word is part of a verb of saying: "ha detto «…»", "si legge «…»".
  private func isSaid(_ k: Int) -> Bool {
    guard clauses.groupAt[k] >= 0 else { return false }
    let group = groups[Int(clauses.groupAt[k])]
    return group.isFinite
      && (lexicon.declaringVerbs.contains(group.verb)
        || lexicon.verbs[Int(group.verb)]?.frames.contains(.quote) ?? false)
  }

  /// Whether the words go on with the reporter's clause, so that no name stands there: "i droni «vedono
  /// tutto»".
  private func isPredicate(_ place: Place) -> Bool {
    guard !text[place.inner.lowerBound].isCapitalized, wordCount(place.inner) >= 2 else {
      return false
    }
    return document.verbGroups(in: place.inner).contains {
      if $0.mood == .participle {
        // "droni «forniti da un vicino»"
        return $0.tokens.lowerBound == place.inner.lowerBound && wordCount(place.inner) >= 3
          && $0.tokens.upperBound < place.inner.upperBound
          && clauses.isPreposition($0.tokens.upperBound)
      }
      return $0.isFinite && $0.person == 3
        && $0.tokens.lowerBound - place.inner.lowerBound <= 1
    }
  }

  /// "ha chiamato l’attacco «profondamente ingiusto»": the verb calls its object so, which is no name.
  private func isCalling(_ k: Int, _ place: Place) -> Bool {
    guard clauses.groupAt[k] >= 0, !text[place.inner.lowerBound].isCapitalized else { return false }
    let group = groups[Int(clauses.groupAt[k])]
    return group.isFinite && group.voice == .active
      && clauses.speechVerbs[Int(clauses.groupAt[k])] != nil
  }

  /// "ha scritto un libro, «Il ponte», che …": a name in apposition to a naming noun.
  private func isAppositionOfName(_ comma: Int, _ place: Place) -> Bool {
    guard text[place.inner.lowerBound].isCapitalized, !hasFiniteVerb(place.inner) else {
      return false
    }
    var k = comma - 1
    let floor = max(place.sentence.lowerBound, comma - 6)
    while k >= floor, text[k].isWord,
      clauses.groupAt[k] < 0 || !groups[Int(clauses.groupAt[k])].isFinite
    {
      if isNaming(endingNear: k) { return true }
      k -= 1
    }
    return false
  }

  /// Whether the noun is what the words in marks describe: "ha definito il piano «inaccettabile»".
  private func isDescribed(_ place: Place, noun: Int) -> Bool {
    guard !text[place.inner.lowerBound].isCapitalized else { return false }
    var k = noun - 1
    let floor = max(place.sentence.lowerBound, noun - 8)
    while k >= floor, text[k].isWord {
      if clauses.groupAt[k] >= 0 {
        if clauses.groupAt[k] == clauses.groupAt[noun] { return false }
        let group = Int(clauses.groupAt[k])
        guard let verb = clauses.speechVerbs[group] else { return false }
        return verb.frames.contains(.predicate)
      }
      if clauses.isPreposition(k), clauses.grammar.preposition(text[k].lexeme) != lexicon.of {
        return false
      }
      k -= 1
    }
    return false
  }

  /// Whether a naming noun stands at the token `k`, or a naming phrase of several words ends there.
  private func isNaming(endingNear k: Int) -> Bool {
    if let phrase = lexicon.phrase(text, k, .naming), phrase.words.count == 1 { return true }
    for length in 2...3 where k - length + 1 >= 0 {
      if let phrase = lexicon.phrase(text, k - length + 1, .naming), phrase.words.count == length {
        return true
      }
    }
    return false
  }

  /// Whether the words look like a name: they are one that is known, or begin with a capital inside
  /// the sentence and hold no verb.
  func isTitle(_ place: Place) -> Bool {
    if let mention = clauses.referents.mention(startingAt: place.inner.lowerBound),
      mention.tokens == place.inner, mention.label != .group
    {
      return true
    }
    let before = place.outer.lowerBound - 1
    guard before >= place.sentence.lowerBound, text[before].isWord else { return false }
    let first = text[place.inner.lowerBound]
    guard first.isCapitalized, wordCount(place.inner) <= 6 else { return false }
    return !hasFiniteVerb(place.inner)
  }
}
