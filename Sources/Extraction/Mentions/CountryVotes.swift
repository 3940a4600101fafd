/// How much each country is in play in an article.
struct CountryVotes {
  private var votes: [String: Int] = [:]
  /// The countries by their votes, once all are counted.
  private var ranked: [(code: String, votes: Int)] = []

  subscript(code: String) -> Int { votes[code] ?? 0 }

  mutating func add(_ code: String, _ weight: Int) { votes[code, default: 0] += weight }

  /// Ranks the countries when all votes have been added: many rules ask for the first.
  mutating func count() {
    ranked = votes.map { (code: $0.key, votes: $0.value) }
      .sorted { $0.votes != $1.votes ? $0.votes > $1.votes : $0.code < $1.code }
  }

  /// The country that the article speaks of, if it speaks of hardly any other.
  var only: String? {
    guard let first = ranked.first, first.votes >= 6,
      (ranked.dropFirst().first?.votes ?? 0) * 4 <= first.votes
    else { return nil }
    return first.code
  }

  /// The countries that are spoken of most, at most `count`, those far behind left out.
  func leading(_ count: Int) -> [String] {
    let most = ranked.first?.votes ?? 0
    return ranked.prefix(count).filter { $0.votes * 4 >= most && $0.votes >= 3 }.map(\.code)
  }
}
