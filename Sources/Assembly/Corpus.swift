import DossierModel

/// The articles with their readings, in the order in which they were published: what linking and
/// merging go over.
///
/// The order depends on publication date and file name alone, so that nothing depends on the order in
/// which articles are handed over.
struct Corpus: Sendable {
  /// The articles, by publication date, then by file; those without a date last.
  let articles: [Article]
  /// The readings, in the order of the articles.
  let readings: [ArticleReading]
  /// Converts the positions of each article to code points.
  let maps: [CodePointMap]
  /// The first number of each article's actors among all actors.
  let actorOffsets: [Int]
  /// The first number of each article's places among all places.
  let placeOffsets: [Int]
  /// The first number of each article's events among all events.
  let eventOffsets: [Int]

  /// The corpus of `articles` and their `readings`, which are in the same order.
  init(articles: [Article], readings: [ArticleReading]) {
    let order = articles.indices.sorted { a, b in
      switch (articles[a].published, articles[b].published) {
      case (let x?, let y?) where x != y: x < y
      case (.some, nil): true
      case (nil, .some): false
      default: articles[a].file.utf8.lexicographicallyPrecedes(articles[b].file.utf8)
      }
    }
    self.articles = order.map { articles[$0] }
    let ordered = order.map { readings[$0] }
    self.readings = ordered
    maps = self.articles.map { CodePointMap($0.text) }
    func offsets(_ count: (ArticleReading) -> Int) -> [Int] {
      var sum = 0
      return ordered.map { reading in
        defer { sum += count(reading) }
        return sum
      }
    }
    actorOffsets = offsets(\.actors.count)
    placeOffsets = offsets(\.places.count)
    eventOffsets = offsets(\.events.count)
  }

  /// How many actors all readings have.
  var actorCount: Int { (actorOffsets.last ?? 0) + (readings.last?.actors.count ?? 0) }
  /// How many places all readings have.
  var placeCount: Int { (placeOffsets.last ?? 0) + (readings.last?.places.count ?? 0) }
  /// How many events all readings have.
  var eventCount: Int { (eventOffsets.last ?? 0) + (readings.last?.events.count ?? 0) }

  /// The words at `span` of the article number `article`.
  func words(_ article: Int, _ span: TextSpan) -> String { articles[article].text[span] }

  /// The passage at `span` of the article number `article`.
  func passage(_ article: Int, _ span: TextSpan) -> Passage { Passage(articles[article].id, span) }
}

/// Counts values and tells the most frequent; of equals the first in their own order.
struct Tally<Value: Hashable & Comparable> {
  private var counts: [Value: Int] = [:]

  /// Adds `weight` votes for `value`.
  mutating func add(_ value: Value, weight: Int = 1) { counts[value, default: 0] += weight }

  /// The value with the most votes; `nil` if there is none.
  var winner: Value? {
    counts.max { a, b in a.value != b.value ? a.value < b.value : a.key > b.key }?.key
  }
}
