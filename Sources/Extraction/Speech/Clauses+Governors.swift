import DossierModel

/// What governs a clause: the verb that "che" or "se" depends on.
extension Clauses {
  /// Whether `r` opens what a verb before it governs ("ha detto che"), not a relative or adverbial
  /// clause.
  func governs(_ r: Int) -> Bool { governor(of: r) != nil }

  /// The verb group that governs the clause opened at `r`.
  func governor(of r: Int) -> Int? {
    guard r > 0 else { return nil }
    guard lexicon.complementizers.contains(text[r].lexeme) else { return otherGovernor(of: r) }
    // Directly, or past its subject, addressee or time: "ha detto lunedì a Roma X che".
    if let number = governorBeforeAside(of: r) { return number }
    var i = r - 1
    let floor = max(0, r - 24)
    while i >= floor {
      if groupAt[i] >= 0 {
        var number = Int(groupAt[i])
        guard level[i] == level[r] else {
          // "ha detto al canale «X» che"
          i = groups[number].tokens.lowerBound - 1
          continue
        }
        // "ha fatto presente che", "è del parere che": what looks like a verb belongs to the one before.
        if number > 0, let end = lexicon.notedEnd(of: groups[number - 1], in: text), i < end {
          number -= 1
        }
        if groups[number].tokens.upperBound == r {
          return groups[number].mood == .participle ? nil : number
        }
        let verb = speechVerbs[number]
        guard let verb else { return nil }
        if verb.frames.contains(.noun), isContentNoun(before: r) { return number }
        guard verb.frames.contains(.clause) else { return nil }
        return isReportedAfter(number, r) ? number : nil
      }
      if text[i].isPunctuation, !isComma(i), !isQuotationMark(i) { return nil }
      i -= 1
    }
    return nil
  }

  /// The verb of speech before an aside between commas: "ha detto ieri, quando …, che".
  private func governorBeforeAside(of r: Int) -> Int? {
    guard isComma(r - 1) else { return nil }
    let floor = max(sentence(of: r).lowerBound, r - 48)
    var comma = r - 2
    while comma > floor {
      defer { comma -= 1 }
      guard isComma(comma), level[comma] == level[r] else { continue }
      // Between the verb and the aside stand only when, where and to whom.
      var i = comma - 1
      while i >= max(floor, comma - 10), groupAt[i] < 0 || level[i] != level[r] { i -= 1 }
      guard i >= floor, groupAt[i] >= 0 else { return nil }
      let number = Int(groupAt[i])
      guard let verb = speechVerbs[number] else { continue }
      guard groups[number].isFinite, verb.frames.contains(.clause) else { return nil }
      return isReportedAfter(number, comma) ? number : nil
    }
    return nil
  }

  /// The verb that governs "se" or "come" right after it: "ha chiesto se".
  private func otherGovernor(of r: Int) -> Int? {
    guard let frame = lexicon.otherComplementizers[text[r].lexeme] else { return nil }
    var i = r - 1
    while i > max(0, r - 4), groupAt[i] < 0, text[i].isWord, isAdverb(i) { i -= 1 }
    guard groupAt[i] >= 0, level[i] == level[r],
      let verb = speechVerbs[Int(groupAt[i])], verb.frames.contains(frame),
      groups[Int(groupAt[i])].mood != .participle
    else { return nil }
    return Int(groupAt[i])
  }

  /// Whether a noun that has a clause of its own stands right before the token: "il timore che".
  func isContentNoun(before r: Int) -> Bool {
    var i = r - 1
    while i > max(0, r - 3), groupAt[i] < 0, text[i].isWord {
      if lexicon.phrase(text, i, .content) != nil { return true }
      i -= 1
    }
    return i >= 0 && lexicon.phrase(text, i, .content) != nil
  }

  /// Whether "che" at `r` opens what the verb of speech reports.
  ///
  /// Between them stand only its subject, whom it is said to, when and where. After a bare object it would be relative ("ha criticato la
  /// legge che …"), unless its clause has a subject of its own.
  private func isReportedAfter(_ number: Int, _ r: Int) -> Bool {
    if isContentNoun(before: r) { return true }
    var i = lexicon.notedEnd(of: groups[number], in: text) ?? groups[number].tokens.upperBound
    var commas = 0
    var hasObject = false
    while i < r {
      if isComma(i) {
        commas += 1
        i += 1
      } else if referents.date(at: i) != nil || isAdverb(i) {
        i += 1
      } else if isPreposition(i), referents.mention(startingAt: i) == nil {
        i = max(endOfComplement(i + 1, r), i + 1)
      } else if let phrase = phrase(i, r) {
        if phrase.mention == nil, phrase.actors.isEmpty { hasObject = true }
        i = phrase.tokens.upperBound
      } else {
        i += 1
      }
    }
    // "ha detto l’uomo, che …" is relative; "ha detto, in una nota, che" and "ha detto, che" are not.
    if isComma(r - 1), commas < 2, groups[number].tokens.upperBound < r - 1 { return false }
    // "ha annunciato, al termine della riunione che …": inside an aside it is relative.
    if commas == 1, !isComma(r - 1) { return false }
    if !hasObject { return true }
    guard r + 1 < text.count else { return false }
    return isArticle(r + 1) || referents.mention(startingAt: r + 1) != nil
  }

  func isComplementizer(_ r: Int, after previous: Int) -> Bool {
    governor(of: r) == previous
  }
}
