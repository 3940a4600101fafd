/// The persons of an article in the order in which they were found, who are found again by the words
/// of their names: where they are many, each name is compared with those few that share a word with it.
struct PersonList: RandomAccessCollection {
  typealias Entry = NameResolution.PersonEntry

  private var entries: [Entry] = []
  /// So many are all compared, which is quicker than keeping account of their words.
  private let few: Int
  /// Those in whose names a folded word stands or has stood, in order; kept of more than a few.
  private var byWord: [String: [Int]] = [:]
  /// Those whose last word begins or ends with two letters, in order.
  private var byEdge: [Edge: [Int]] = [:]

  /// The first or last two letters of a word.
  private struct Edge: Hashable {
    var letters: [UInt8]
    var isEnd: Bool
  }

  /// No persons; up to `few` are all looked at.
  init(few: Int = 24) { self.few = few }

  var startIndex: Int { 0 }
  var endIndex: Int { entries.count }

  subscript(index: Int) -> Entry {
    get { entries[index] }
    set {
      let isRenamed = entries[index].folded != newValue.folded
      entries[index] = newValue
      if isRenamed, count > few { note(index) }
    }
  }

  /// Adds a person.
  mutating func append(_ entry: Entry) {
    entries.append(entry)
    if count > few + 1 {
      note(count - 1)
    } else if count == few + 1 {
      for index in indices { note(index) }
    }
  }

  /// The places of those in whose names the folded `word` may stand, in order.
  func places(of word: String) -> [Int] { count > few ? byWord[word] ?? [] : Array(indices) }

  /// The places of those in whose names one of the folded words may stand, in order.
  func places(of word: String, _ other: String) -> [Int] {
    word == other || count <= few
      ? places(of: word) : Self.merged(places(of: word), places(of: other))
  }

  /// The places of those whose last word may be `word`, of more than four letters, but for one letter or
  /// two neighbours that have changed places: the beginning or the end of the two is the same.
  func places(like word: String) -> [Int] {
    guard count > few else { return Array(indices) }
    return Self.merged(
      byEdge[Edge(letters: Array(word.utf8.prefix(2)), isEnd: false)] ?? [],
      byEdge[Edge(letters: Array(word.utf8.suffix(2)), isEnd: true)] ?? [])
  }

  /// Those in whose names the folded `word` may stand.
  func entries(of word: String) -> [Entry] { places(of: word).map { entries[$0] } }

  private mutating func note(_ index: Int) {
    for word in entries[index].folded { Self.add(index, to: &byWord[word, default: []]) }
    guard let last = entries[index].folded.last?.utf8 else { return }
    Self.add(
      index, to: &byEdge[Edge(letters: Array(last.prefix(2)), isEnd: false), default: []])
    Self.add(index, to: &byEdge[Edge(letters: Array(last.suffix(2)), isEnd: true), default: []])
  }

  /// Adds `index` to `places`, which are in order.
  private static func add(_ index: Int, to places: inout [Int]) {
    guard let last = places.last, last >= index else { return places.append(index) }
    if let next = places.firstIndex(where: { $0 >= index }), places[next] != index {
      places.insert(index, at: next)
    }
  }

  private static func merged(_ a: [Int], _ b: [Int]) -> [Int] {
    if a.isEmpty { return b }
    if b.isEmpty { return a }
    var all = a
    all.append(contentsOf: b)
    all.sort()
    var kept: [Int] = []
    for place in all where kept.last != place { kept.append(place) }
    return kept
  }
}
