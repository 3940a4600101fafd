/// How much each country is in play in an article.
struct CountryVotes {
  private var votes: [String: Int] = [:]

  subscript(code: String) -> Int { votes[code] ?? 0 }

  mutating func add(_ code: String, _ weight: Int) { votes[code, default: 0] += weight }

  /// The country that the article speaks of, if it speaks of hardly any other.
  var only: String? {
    let order = votes.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    guard let first = order.first, first.value >= 6,
      (order.dropFirst().first?.value ?? 0) * 4 <= first.value
    else { return nil }
    return first.key
  }

  /// The countries that are spoken of most, at most `count`, those far behind left out.
  func leading(_ count: Int) -> [String] {
    let order = votes.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    let most = order.first?.value ?? 0
    return order.prefix(count).filter { $0.value * 4 >= most && $0.value >= 3 }.map(\.key)
  }
}
