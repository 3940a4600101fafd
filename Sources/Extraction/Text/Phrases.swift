/// Values for fixed sequences of words, found by the first.
///
/// A word of a phrase that is a plain preposition stands for its articulated forms too: the phrase
/// "fino a" is found in "fino ai" and "fino alle". Copies share their phrases: only the reader of a table
/// adds to it.
struct PhraseMap<Value: Sendable>: Sendable {
  /// A phrase in the list of those with one first word: where its other words stand, and which
  /// phrase comes next.
  private struct Entry: Sendable {
    var start: Int32
    var count: Int32
    var value: Int32
    var next: Int32
  }

  /// The phrases with one first word.
  private struct Head: Sendable {
    /// The longest.
    var first: Int32
    /// The one that is that word alone; -1 if none is.
    var single: Int32 = -1
    /// What the second words of the others can be, see `sign`.
    var seconds: UInt64 = 0
  }

  /// One of 64 bits for each word: of two words with different bits one is not the other.
  @inline(__always)
  private static func sign(_ word: LexemeTable.ID) -> UInt64 { 1 << UInt64(word & 63) }

  private struct Storage: Sendable {
    var heads = LexemeMap<Head>()
    var entries = TableArray<Entry>()
    var words = TableArray<LexemeTable.ID>()
    var values = TableArray<Value>()

    mutating func add(_ ids: [LexemeTable.ID], _ value: Value) {
      guard let first = ids.first else { return }
      var entry = Entry(
        start: Int32(words.count), count: Int32(ids.count - 1), value: Int32(values.count),
        next: -1)
      words.append(contentsOf: ids.dropFirst())
      values.append(value)
      let number = Int32(entries.count)
      // The longest first, so that the first that fits is the longest that fits.
      var head = heads[first] ?? Head(first: -1)
      var previous: Int32 = -1
      var current = head.first
      while current >= 0, entries[Int(current)].count >= entry.count {
        (previous, current) = (current, entries[Int(current)].next)
      }
      entry.next = current
      entries.append(entry)
      if previous < 0 { head.first = number } else { entries[Int(previous)].next = number }
      if ids.count > 1 {
        head.seconds |= PhraseMap.sign(ids[1])
      } else if head.single < 0 {
        head.single = number
      }
      heads[first] = head
    }
  }

  private let storage = TableValue(Storage())

  /// Gives the phrase `phrase` (words separated by spaces or elided) the value `value`.
  mutating func add(_ phrase: String, _ value: Value, lexemes: inout LexemeTable) {
    storage.value.add(PhraseWords.split(phrase).map { lexemes.intern($0) }, value)
  }

  /// Whether a phrase begins with the form `lexeme`.
  func begins(with lexeme: LexemeTable.ID) -> Bool { storage.value.heads.contains(lexeme) }

  /// The value of the longest phrase that begins at the token `index`, and the token after it.
  @inline(__always)
  func match(
    _ text: TokenizedText, at index: Int, grammar: Grammar
  ) -> (value: Value, end: Int)? {
    // Most words begin none.
    guard index >= 0, index < text.count, let head = storage.value.heads[text[index].lexeme] else {
      return nil
    }
    return match(head, text, at: index, grammar)
  }

  /// The value of the longest phrase of `head` that begins at the token `index`.
  @inline(never)
  private func match(
    _ head: Head, _ text: TokenizedText, at index: Int, _ grammar: Grammar
  ) -> (value: Value, end: Int)? {
    var number = head.first
    if !mayGoOn(head, text, at: index + 1, grammar) { number = head.single }
    while number >= 0 {
      let entry = storage.value.entries[Int(number)]
      let end = index + 1 + Int(entry.count)
      if end <= text.count {
        var i = index + 1
        while i < end {
          let word = storage.value.words[Int(entry.start) + i - index - 1]
          let lexeme = text[i].lexeme
          if lexeme != word, lexeme < 0 || grammar.preposition(lexeme) != word { break }
          i += 1
        }
        if i == end { return (storage.value.values[Int(entry.value)], end) }
      }
      number = entry.next
    }
    return nil
  }

  /// Whether the token `index` can be the second word of one of the phrases of `head`.
  @inline(__always)
  private func mayGoOn(
    _ head: Head, _ text: TokenizedText, at index: Int, _ grammar: Grammar
  ) -> Bool {
    guard head.seconds != 0, index < text.count, text[index].lexeme >= 0 else { return false }
    let lexeme = text[index].lexeme
    if head.seconds & Self.sign(lexeme) != 0 { return true }
    guard let base = grammar.preposition(lexeme) else { return false }
    return head.seconds & Self.sign(base) != 0
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
