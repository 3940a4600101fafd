/// Phrases of one word or more, found at a token by the numbers of their word forms.
///
/// Copies share their phrases: only the reader of a table adds to it.
struct PhraseTable<Value: Sendable>: Sendable {
  /// The way from a node of the tree of phrases on by a word; `isFree` where none is kept.
  private struct Edge: Sendable {
    var key = UInt64.max
    var node: Int32 = 0
    var isFree: Bool { key == .max }
  }

  /// The edges by the hash of their keys, at most half of the room taken.
  private var edges = TableArray(repeating: Edge(), count: 16)
  private var edgeCount = 0
  private var values = TableArray<Value?>([nil])

  /// A table without phrases.
  init() {}

  /// Adds `value` for the phrase of `words`; `merge` settles what happens if it has one already.
  mutating func insert(
    _ words: [LexemeTable.ID], _ value: Value, merge: (Value, Value) -> Value = { old, _ in old }
  ) {
    guard !words.isEmpty else { return }
    var node: Int32 = 0
    for word in words {
      if let next = next(node, word) {
        node = next
      } else {
        let next = Int32(values.count)
        values.append(nil)
        add(Edge(key: Self.key(node, word), node: next))
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
      guard lexeme >= 0, let next = next(node, lexeme) else { break }
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
      guard word >= 0, let next = next(node, word) else { return nil }
      node = next
    }
    return values[Int(node)]
  }

  /// The node that `word` leads to from `node`.
  @inline(__always)
  private func next(_ node: Int32, _ word: LexemeTable.ID) -> Int32? {
    let key = Self.key(node, word)
    var slot = slot(of: key)
    while !edges[slot].isFree {
      if edges[slot].key == key { return edges[slot].node }
      slot = (slot + 1) & (edges.count - 1)
    }
    return nil
  }

  private mutating func add(_ edge: Edge) {
    edgeCount += 1
    if edgeCount * 2 > edges.count {
      let known = edges
      edges = TableArray(repeating: Edge(), count: known.count * 2)
      for edge in known where !edge.isFree { place(edge) }
    }
    place(edge)
  }

  private func place(_ edge: Edge) {
    var slot = slot(of: edge.key)
    while !edges[slot].isFree { slot = (slot + 1) & (edges.count - 1) }
    edges[slot] = edge
  }

  /// Where the edge with `key` stands, unless others took the place.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (edges.count - 1)
  }

  private static func key(_ node: Int32, _ word: LexemeTable.ID) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}
