import DossierModel

extension NameScan {
  // MARK: Titles in marks

  /// The most words that a title in marks has.
  private static let longestTitle = 8

  /// Where the marks that open at `i` close, if what they hold is what a work, an operation or a thing
  /// is called: 'l’operazione "Carri di Gedeone"', 'ribattezzata "Molo Vecchio"'.
  func titleEnd(_ i: Int) -> Int? {
    guard isOpeningMark(i), i > sentence.lowerBound, isNamedInMarks(after: i - 1) else {
      return nil
    }
    var end = i + 1
    while end < sentence.upperBound, end - i <= Self.longestTitle + 1 {
      if isClosingMark(end) { return end > i + 1 ? end + 1 : nil }
      end += 1
    }
    return nil
  }

  /// Whether the words that end at `i` say that a title follows: a noun for works with its adjectives,
  /// or a participle of naming.
  private func isNamedInMarks(after i: Int) -> Bool {
    var k = i
    var steps = 0
    while k >= sentence.lowerBound, steps < 3, tokens[k].isWord, !tokens[k].isCapitalized {
      let cue = lexicon[tokens[k].lexeme]
      if !cue.isDisjoint(with: [.work, .naming]) { return true }
      if cue.contains(.alias) { return !followsPerson(k) }
      guard
        homelandAdjective(k) != nil || words.looksAdjectival(tokens, k)
          || preposition(k) == words.inn || isIndefinite(k)
      else { return false }
      k -= 1
      steps += 1
    }
    return false
  }

  private func isIndefinite(_ i: Int) -> Bool {
    language.grammar.isAny(tokens[i].lexeme, of: .indefiniteArticle)
  }

  /// Whether a name or a noun for people stands right before `i`, a comma aside: "X, detto Y".
  func followsPerson(_ i: Int) -> Bool {
    var end = i
    if end > sentence.lowerBound, tokens.isMark(end - 1, ",") { end -= 1 }
    return found.last?.tokens.upperBound == end || roles.last?.tokens.upperBound == end
  }
}
