/// Values for fixed sequences of words, found by the first.
///
/// A word of a phrase that is a plain preposition stands for its articulated forms too: the phrase
/// "fino a" is found in "fino ai" and "fino alle".
struct PhraseMap<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var rest: [LexemeTable.ID]
    var value: Value
  }

  private var entries = LexemeMap<[Entry]>()

  /// Gives the phrase `words` (separated by spaces or elided) the value `value`.
  mutating func add(_ words: String, _ value: Value, lexemes: inout LexemeTable) {
    let ids = PhraseWords.split(words).map { lexemes.intern($0) }
    guard let first = ids.first else { return }
    var known = entries[first] ?? []
    let rest = Array(ids.dropFirst())
    // The longest first, so that the first that fits is the longest that fits.
    let place = known.firstIndex { $0.rest.count < rest.count } ?? known.count
    known.insert(Entry(rest: rest, value: value), at: place)
    entries[first] = known
  }

  /// Whether a phrase begins with the form `lexeme`.
  func begins(with lexeme: LexemeTable.ID) -> Bool { entries.contains(lexeme) }

  /// The value of the longest phrase that begins at the token `index`, and the token after it.
  func match(
    _ text: TokenizedText, at index: Int, grammar: Grammar
  ) -> (value: Value, end: Int)? {
    guard index >= 0, index < text.count, let known = entries[text[index].lexeme] else {
      return nil
    }
    for entry in known where index + entry.rest.count < text.count {
      var fits = true
      for (offset, word) in entry.rest.enumerated() {
        let lexeme = text[index + 1 + offset].lexeme
        if lexeme != word, lexeme < 0 || grammar.preposition(lexeme) != word {
          fits = false
          break
        }
      }
      if fits { return (entry.value, index + 1 + entry.rest.count) }
    }
    return nil
  }
}

/// The words of phrases as tables write them.
enum PhraseWords {
  /// The words of `phrase`, cut at spaces and after apostrophes, as texts are.
  static func split(_ phrase: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in phrase.utf8 {
      if byte != UInt8(ascii: " ") { word.append(byte) }
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "'") {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}
