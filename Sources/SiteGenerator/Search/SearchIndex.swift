import DossierModel

/// What the search page reads: an index of all words in parts that are loaded when they are needed,
/// whatever the number of articles.
///
/// - `search/directory.js`: which parts there are; the first word of each part of the index.
/// - `search/terms/N.js`: words in order with their postings.
/// - `search/entries/KIND-N.js`: what results show, by number.
/// - `search/texts/ARTICLE.js`: title, source and text of an article, for passages in results and previews.
struct SearchIndex: Sendable {
  /// How many bytes of postings stand in one part, but for single words that have more.
  private static let partSize = 40_000
  /// How many entries stand in one part.
  static let blockSize = 64

  /// All files.
  private(set) var files: [SiteFile] = []

  /// The index of `edition`, made on `jobs` threads.
  init(_ edition: Edition, jobs: Int) {
    var postings: [SearchKind: SearchPostings] = [:]
    var counts: [SearchKind: Int] = [:]
    let entries = SearchEntries(edition)
    for kind in [SearchKind.actors, .locations, .events] {
      let order = entries.order(of: kind)
      counts[kind] = order.count
      var own = SearchPostings()
      // In stretches, so that the words of all things never stand side by side.
      for start in stride(from: 0, to: order.count, by: 1024) {
        let count = min(1024, order.count - start)
        let terms = parallelMap(count: count, jobs: jobs) { i in
          entries.terms(of: kind, order[start + i])
        }
        for (i, terms) in terms.enumerated() { own.add(terms, number: start + i) }
      }
      postings[kind] = own
      add(kind, count: order.count) { entries.entry(of: kind, order[$0]) }
    }
    let (quotations, articles) = Self.texts(of: edition, jobs: jobs)
    (postings[.quotations], postings[.articles]) = (quotations, articles)
    counts[.quotations] = edition.dossier.quotations.count
    counts[.articles] = edition.dossier.articles.count
    add(.quotations, count: edition.dossier.quotations.count) { entries.quotation($0) }
    add(.articles, count: edition.dossier.articles.count) { entries.article($0) }
    addTexts(edition)
    let parts = addTerms(postings)
    addDirectory(parts, counts)
  }

  // MARK: Words

  /// The words of all quotations and articles.
  private static func texts(of edition: Edition, jobs: Int) -> (SearchPostings, SearchPostings) {
    let names = SearchNames(edition)
    let (dossier, index) = (edition.dossier, edition.index)
    var (quotations, articles) = (SearchPostings(), SearchPostings())
    // In stretches, so that the words of all articles never stand side by side.
    let stretch = 256
    for start in stride(from: 0, to: dossier.articles.count, by: stretch) {
      let end = min(start + stretch, dossier.articles.count)
      let read = parallelMap(count: end - start, jobs: jobs) { i in
        ArticleTerms(edition, names, number: start + i)
      }
      for (i, terms) in read.enumerated() {
        for (number, quotation) in zip(index.articles[start + i].quotations, terms.quotations) {
          quotations.add(quotation, number: number)
        }
        articles.add(terms.article, number: start + i)
      }
    }
    return (quotations, articles)
  }

  /// Where a part of the index begins, and how many bytes it has.
  private struct Part {
    var first: String
    var bytes: Int
  }

  /// Cuts the words into parts.
  private mutating func addTerms(_ postings: [SearchKind: SearchPostings]) -> [Part] {
    var all = Set<String>()
    for kind in SearchKind.allCases { all.formUnion(postings[kind].map { Array($0.keys) } ?? []) }
    let keys = all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var parts: [Part] = []
    var stretch: [(key: String, value: [UInt8])] = []
    var size = 0
    func finish() -> SiteFile? {
      guard let first = stretch.first?.key else { return nil }
      let number = parts.count
      parts.append(Part(first: first, bytes: size))
      let rows = stretch
      stretch = []
      size = 0
      return SiteFile(SitePath("search/terms/\(number).js")) {
        ScriptFile.bytes(
          "terms/\(number)",
          .list([.texts(rows.map(\.key)), .list(rows.map { .code($0.value) })]))
      }
    }
    for key in keys {
      var value: [UInt8] = []
      // A full stop stands between the kinds; those at the end are left out.
      var waiting = 0
      for kind in SearchKind.allCases {
        if let own = postings[kind]?[key] {
          value += [UInt8](repeating: UInt8(ascii: "."), count: waiting)
          value += own
          waiting = 0
        }
        waiting += 1
      }
      let weight = key.utf8.count + value.count + 6
      if size > 0, size + weight > Self.partSize, let file = finish() { files.append(file) }
      stretch.append((key, value))
      size += weight
    }
    if let file = finish() { files.append(file) }
    return parts
  }

  // MARK: What results show

  private mutating func add(
    _ kind: SearchKind, count: Int, entry: @escaping @Sendable (Int) -> ScriptValue
  ) {
    for (block, start) in stride(from: 0, to: count, by: Self.blockSize).enumerated() {
      let name = "entries/\(kind.rawValue)-\(block)"
      files.append(
        SiteFile(SitePath("search/\(name).js")) {
          ScriptFile.bytes(
            name, .list((start..<min(start + Self.blockSize, count)).map(entry)))
        })
    }
  }

  private mutating func addTexts(_ edition: Edition) {
    for (number, record) in edition.dossier.articles.enumerated() {
      let id = record.article.id.rawValue
      files.append(
        SiteFile(SitePath("search/texts/\(id).js"), article: number) {
          ScriptFile.bytes(
            "texts/\(id)",
            .texts([
              edition.title(of: record.article.id), edition.source(record.article.id),
              record.article.text.string,
            ]))
        })
    }
  }

  private mutating func addDirectory(
    _ parts: [Part], _ counts: [SearchKind: Int]
  ) {
    let value = ScriptValue.fields([
      ("blockSize", .number(Self.blockSize)), ("body", .number(SearchTerms.body)),
      ("counts", .fields(SearchKind.allCases.map { ($0.rawValue, .number(counts[$0] ?? 0)) })),
      ("firsts", .texts(parts.map(\.first))), ("sizes", .list(parts.map { .number($0.bytes) })),
    ])
    files.append(
      SiteFile(SitePath("search/directory.js")) { ScriptFile.bytes("directory", value) })
  }
}

/// The words of an article and of its quotations.
private struct ArticleTerms: Sendable {
  var article = SearchTerms()
  var quotations: [SearchTerms] = []

  init(_ edition: Edition, _ names: SearchNames, number: Int) {
    let record = edition.dossier.articles[number]
    let bytes = record.article.text.bytes
    let words = SearchWords.words(in: bytes)
    article.add(name: record.article.title ?? "")
    for (place, word) in words.enumerated() {
      article.add(word.key, at: SearchTerms.body + place)
      if place + 1 < words.count, let joined = SearchWords.joined(word, words[place + 1], in: bytes)
      {
        article.add(joined, at: SearchTerms.body + place)
      }
    }
    for mention in record.mentions {
      guard let others = names.others(of: mention) else { continue }
      let named = words.overlapping(mention.span, \.span)
      guard let first = named.indices.first else { continue }
      for key in others where !named.contains(where: { $0.key == key }) {
        article.add(key, at: SearchTerms.body + first)
      }
    }
    for q in edition.index.articles[number].quotations {
      let quotation = edition.dossier.quotations[q]
      var terms = SearchTerms()
      var place = 0
      for speaker in quotation.speakers {
        for key in names.keys(of: speaker) where place < SearchTerms.body {
          terms.add(key, at: place)
          place += 1
        }
      }
      for (i, word) in words.overlapping(quotation.passage.span, \.span).enumerated() {
        terms.add(word.key, at: SearchTerms.body + i)
      }
      quotations.append(terms)
    }
  }
}

/// The names under which people, bodies and places are found wherever one of them stands.
private struct SearchNames: Sendable {
  private var actors: [Actor.ID: [String]] = [:]
  private var locations: [Location.ID: [String]] = [:]

  /// The words of the names as they are published and as articles write them; descriptions ("il primo
  /// ministro") are no names.
  init(_ edition: Edition) {
    var kinds: [Actor.ID: ActorKind] = [:]
    for actor in edition.dossier.actors {
      kinds[actor.id] = actor.kind
      actors[actor.id] = Self.distinct(SearchWords.keys(in: actor.name))
    }
    for location in edition.dossier.locations {
      locations[location.id] = Self.distinct(SearchWords.keys(in: location.name))
    }
    for record in edition.dossier.articles {
      for mention in record.mentions where Self.isName(mention) {
        let keys = SearchWords.words(in: record.article.text.bytes, mention.span).map(\.key)
        // Of states and their bodies the name must do: "Mosca" is no word for Russia.
        if let actor = mention.actor, kinds[actor] == .person {
          actors[actor] = Self.distinct((actors[actor] ?? []) + keys)
        } else if let location = mention.location, mention.actor == nil {
          locations[location] = Self.distinct((locations[location] ?? []) + keys)
        }
      }
    }
  }

  private static func isName(_ mention: ArticleRecord.Mention) -> Bool {
    switch mention.resolution {
    case .exact, .alias, .spelling, .editor: true
    default: false
    }
  }

  private static func distinct(_ keys: [String]) -> [String] {
    var seen = Set<String>()
    return keys.filter { seen.insert($0).inserted }
  }

  /// The words of an actor's names.
  func keys(of actor: Actor.ID) -> [String] { actors[actor] ?? [] }

  /// The words of the names of what `mention` names; `nil` if it is a description.
  func others(of mention: ArticleRecord.Mention) -> [String]? {
    guard Self.isName(mention), mention.label != .group else { return nil }
    if let actor = mention.actor { return mention.label == .place ? nil : actors[actor] }
    return mention.location.flatMap { locations[$0] }
  }
}
