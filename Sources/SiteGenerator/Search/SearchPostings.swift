/// The kinds of things that are searched, in the order of the index.
enum SearchKind: String, CaseIterable, Sendable {
  case actors, locations, events, quotations, articles
}

/// What is searched of one thing: which words stand where.
///
/// Places below `SearchTerms.body` are those of its name, the others of its text.
struct SearchTerms: Sendable {
  /// Where the text begins.
  static let body = 64

  /// The places of each word, in order.
  private(set) var places: [String: [Int]] = [:]

  /// Adds a word at `place`.
  mutating func add(_ key: String, at place: Int) {
    if key != SearchWords.unsearchable { places[key, default: []].append(place) }
  }

  /// Adds the words of a name.
  mutating func add(name: String) {
    for (place, key) in SearchWords.keys(in: name).prefix(Self.body).enumerated() {
      add(key, at: place)
    }
  }

  /// Adds several names or labels to the text, apart from each other, so that no phrase goes from one
  /// to the next.
  mutating func add(labels: [String]) {
    var place = Self.body
    for label in labels {
      for key in SearchWords.keys(in: label) {
        add(key, at: place)
        place += 1
      }
      place += 8
    }
  }
}

/// The words of all things of one kind, with the things that hold them and the places there.
///
/// A word's postings are numbers in groups of five bits, the lowest first, as letters of the URL-safe
/// base 64 (RFC 4648); 32 is added to all groups of a number but the last. For each thing: the distance
/// to the one before, doubled, plus one if the word stands there once; otherwise how often; then the
/// distances between the places.
struct SearchPostings: Sendable {
  private struct List {
    var bytes: [UInt8] = []
    var last = -1

    /// Adds the thing at `number`, where the word stands at `places`.
    mutating func add(_ places: [Int], number: Int) {
      write((number - last) << 1 | (places.count == 1 ? 1 : 0), to: &bytes)
      if places.count > 1 { write(places.count, to: &bytes) }
      var before = 0
      for place in places {
        write(place - before, to: &bytes)
        before = place
      }
      last = number
    }
  }

  private var lists: [String: List] = [:]

  /// Adds the thing at `number`; things come in order.
  mutating func add(_ terms: SearchTerms, number: Int) {
    for (key, places) in terms.places {
      var distinct = places
      // Most words were added in order.
      if !zip(places, places.dropFirst()).allSatisfy({ $0 < $1 }) {
        distinct = []
        for place in places.sorted() where place != distinct.last { distinct.append(place) }
      }
      lists[key, default: List()].add(distinct, number: number)
    }
  }

  /// The words.
  var keys: some Collection<String> { lists.keys }

  /// The postings of a word.
  subscript(key: String) -> [UInt8]? { lists[key]?.bytes }

  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  private static func write(_ number: Int, to bytes: inout [UInt8]) {
    var rest = number
    while rest > 31 {
      bytes.append(letters[rest & 31 | 32])
      rest >>= 5
    }
    bytes.append(letters[rest])
  }
}
