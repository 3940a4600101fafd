/// Some of the first sixteen words of a name.
struct WordSet {
  private(set) var bits: UInt16 = 0

  /// All of them.
  static let all = WordSet(bits: .max)

  mutating func insert(_ word: Int) { if word < 16 { bits |= 1 << UInt16(word) } }
  func contains(_ word: Int) -> Bool { word < 16 && bits & 1 << UInt16(word) != 0 }
  func isSubset(of other: WordSet) -> Bool { bits & ~other.bits == 0 }
  var isEmpty: Bool { bits == 0 }
}

/// A name as a table writes it: "=" before it means that it is met only in exactly this writing, "?"
/// that it is also a common word and needs more evidence.
struct WrittenForm {
  /// The name without the signs.
  var text: String
  /// Whether no other writing will do.
  var isExact = false
  /// Whether it needs more evidence.
  var isWeak = false
  /// Whether it is the name and not one of its aliases.
  var isName = false
  /// The words that are written with a capital.
  var capitals: WordSet {
    let bytes = Array(text.utf8)
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: KeyScanner.capacity) { key in
      var scanner = KeyScanner(at: 0, into: key)
      while scanner.readWord(bytes.span, bytes.count),
        scanner.skipSeparator(bytes.span, bytes.count)
      {}
      return scanner.capitals
    }
  }

  /// The name in `notation`.
  init(_ notation: String) {
    var rest = notation.utf8[...]
    if rest.first == UInt8(ascii: "?") {
      isWeak = true
      rest = rest.dropFirst()
    }
    if rest.first == UInt8(ascii: "=") {
      isExact = true
      rest = rest.dropFirst()
    }
    text = String(Substring(rest))
  }

  /// The forms of a thing called `name`; signs at an alias with the same key hold for the name too.
  static func forms(_ name: String, aliases: [String]) -> [WrittenForm] {
    var first = WrittenForm(name)
    let others = aliases.map(WrittenForm.init)
    let isMarked = others.contains { $0.isExact || $0.isWeak }
    let key = isMarked ? NameKey.make(name) : []
    for other in others where other.isExact || other.isWeak {
      guard NameKey.make(other.text) == key else { continue }
      first.isExact = first.isExact || other.isExact
      first.isWeak = first.isWeak || other.isWeak
    }
    first.isName = true
    return [first] + others
  }
}
