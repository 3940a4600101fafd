/// How far two words are apart.
enum EditDistance {
  /// Whether at most `limit` letters must be changed, added, left out or swapped with the next.
  static func isWithin(_ limit: Int, _ a: String, _ b: String) -> Bool {
    guard abs(a.utf8.count - b.utf8.count) <= limit else { return false }
    if a == b { return true }
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    if limit == 1 { return isOneEdit(a, b) }
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) <= limit }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [Int](repeating: 0, count: b.count + 1)
      row[0] = i
      for j in 1...b.count {
        row[j] = min(
          last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count] <= limit
  }

  /// Whether one letter is changed, added or left out, or two neighbours have changed places: where
  /// two unequal words agree from neither end, nothing else may stand.
  private static func isOneEdit(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let shorter = min(a.count, b.count)
    var start = 0
    while start < shorter, a[start] == b[start] { start += 1 }
    var end = 0
    while end < shorter - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    let (left, right) = (a[start..<(a.count - end)], b[start..<(b.count - end)])
    if left.count <= 1, right.count <= 1 { return true }
    return left.count == 2 && right.count == 2 && left[start] == right[start + 1]
      && left[start + 1] == right[start]
  }
}
