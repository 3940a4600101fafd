/// Values for fixed sequences of words, found by the first.
///
/// A word of a phrase that is a plain preposition stands for its articulated forms too: the phrase
/// "fino a" is found in "fino ai" and "fino alle".
struct PhraseMap<Value: Sendable>: Sendable {
  /// A phrase in the list of those with one first word: where its other words stand, and which
  /// phrase comes next.
  private struct Entry: Sendable {
    var start: Int32
    var count: Int32
    var value: Int32
    var next: Int32
  }

  private var heads = LexemeMap<Int32>()
  private var entries = TableArray<Entry>()
  private var words = TableArray<LexemeTable.ID>()
  private var values = TableArray<Value>()

  /// Gives the phrase `phrase` (words separated by spaces or elided) the value `value`.
  mutating func add(_ phrase: String, _ value: Value, lexemes: inout LexemeTable) {
    let ids = PhraseWords.split(phrase).map { lexemes.intern($0) }
    guard let first = ids.first else { return }
    var entry = Entry(
      start: Int32(words.count), count: Int32(ids.count - 1), value: Int32(values.count), next: -1)
    words.append(contentsOf: ids.dropFirst())
    values.append(value)
    let number = Int32(entries.count)
    // The longest first, so that the first that fits is the longest that fits.
    var previous: Int32 = -1
    var current = heads[first] ?? -1
    while current >= 0, entries[Int(current)].count >= entry.count {
      (previous, current) = (current, entries[Int(current)].next)
    }
    entry.next = current
    entries.append(entry)
    if previous < 0 { heads[first] = number } else { entries[Int(previous)].next = number }
  }

  /// Whether a phrase begins with the form `lexeme`.
  func begins(with lexeme: LexemeTable.ID) -> Bool { heads.contains(lexeme) }

  /// The value of the longest phrase that begins at the token `index`, and the token after it.
  func match(
    _ text: TokenizedText, at index: Int, grammar: Grammar
  ) -> (value: Value, end: Int)? {
    guard index >= 0, index < text.count, var number = heads[text[index].lexeme] else {
      return nil
    }
    while number >= 0 {
      let entry = entries[Int(number)]
      let end = index + 1 + Int(entry.count)
      if end <= text.count {
        var i = index + 1
        while i < end {
          let word = words[Int(entry.start) + i - index - 1]
          let lexeme = text[i].lexeme
          if lexeme != word, lexeme < 0 || grammar.preposition(lexeme) != word { break }
          i += 1
        }
        if i == end { return (values[Int(entry.value)], end) }
      }
      number = entry.next
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
