/// Phrases of one word or more, found at a token by the numbers of their word forms.
struct PhraseTable<Value: Sendable>: Sendable {
  private var edges: [UInt64: Int32] = [:]
  private var values: [Value?] = [nil]

  /// A table without phrases.
  init() {}

  /// Adds `value` for the phrase of `words`; `merge` settles what happens if it has one already.
  mutating func insert(
    _ words: [LexemeTable.ID], _ value: Value, merge: (Value, Value) -> Value = { old, _ in old }
  ) {
    guard !words.isEmpty else { return }
    var node: Int32 = 0
    for word in words {
      let edge = Self.edge(node, word)
      if let next = edges[edge] {
        node = next
      } else {
        let next = Int32(values.count)
        values.append(nil)
        edges[edge] = next
        node = next
      }
    }
    if let old = values[Int(node)] {
      values[Int(node)] = merge(old, value)
    } else {
      values[Int(node)] = value
    }
  }

  /// The longest phrase that starts at the token `start` and ends before `limit`.
  func longest(
    in tokens: TokenizedText, at start: Int, limit: Int,
    where fits: (Range<Int>) -> Bool = { _ in true }
  ) -> (end: Int, value: Value)? {
    var node: Int32 = 0
    var i = start
    var found: (Int, Value)?
    while i < limit {
      let lexeme = tokens[i].lexeme
      guard lexeme >= 0, let next = edges[Self.edge(node, lexeme)] else { break }
      node = next
      i += 1
      if let value = values[Int(node)], fits(start..<i) { found = (i, value) }
    }
    return found
  }

  /// The value of exactly the phrase of `words`.
  func value(of words: [LexemeTable.ID]) -> Value? {
    var node: Int32 = 0
    for word in words {
      guard word >= 0, let next = edges[Self.edge(node, word)] else { return nil }
      node = next
    }
    return values[Int(node)]
  }

  private static func edge(_ node: Int32, _ word: LexemeTable.ID) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}
