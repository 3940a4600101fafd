/// The nearest of some words to one that is not among them.
public enum Nearest {
  /// The candidate that takes the fewest changes to write `word` as; `nil` if all are far from it.
  public static func word(to word: String, among candidates: some Sequence<String>) -> String? {
    let word = Array(word.utf8)
    guard (1...128).contains(word.count) else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.utf8)
      guard other.count <= 256 else { continue }
      let limit = word.count <= 3 ? 1 : max(2, min(word.count, other.count) / 3)
      guard abs(word.count - other.count) <= limit else { continue }
      let distance = distance(word, other)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// How many bytes must be put in, taken out, changed or exchanged with their neighbour, case not
  /// counted (Damerau, each place touched once).
  public static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    let (a, b) = (a.map(lower), b.map(lower))
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          cost = min(cost, before[j - 2] + 1)
        }
        row[j] = cost
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }

  private static func lower(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
}
