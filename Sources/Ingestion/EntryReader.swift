import DossierModel

/// The keys of one kind of entry in the editor's file, in the order in which a message lists them.
struct EntryKeys {
  let known: [String]
  /// Keys of the contract whose feature is not built.
  let notBuilt: [String]

  init(_ known: [String], notBuilt: [String] = []) {
    (self.known, self.notBuilt) = (known, notBuilt)
  }

  private static let passage = ["article", "exact", "occurrence", "start", "end"]

  static let file = EntryKeys(
    [
      "title", "language", "articles", "actors", "locations", "separate", "events", "quotations",
      "claims", "mentions", "dates", "corrections",
    ])
  static let article = EntryKeys(
    [
      "published", "title", "publisher", "author", "url", "retrieved", "archiveUrl", "language",
      "translated", "note", "exclude",
    ],
    notBuilt: ["rights", "supersedes", "retracted", "copyOf", "memo"])
  static let actor = EntryKeys(
    [
      "name", "aliases", "kind", "country", "roles", "side", "wikidata", "hide", "note",
    ], notBuilt: ["withhold", "as"])
  static let location = EntryKeys([
    "name", "aliases", "kind", "latitude", "longitude", "precision", "country", "geonames",
    "statusNote", "hide", "note",
  ])
  static let event = EntryKeys(
    ["id"] + passage + [
      "evidence", "title", "type", "status", "date", "duration", "accounts", "participants",
      "locations", "merge", "split", "partOf", "contested", "hide", "review", "note",
    ])
  static let evidence = EntryKeys(passage)
  static let participant = EntryKeys(["actor", "role"])
  static let account = EntryKeys(["article", "status", "date"])
  static let quotation = EntryKeys(
    passage + [
      "speakers", "kind", "integrity", "chain", "continues", "cue", "about", "date", "original",
      "hide", "review", "note",
    ])
  static let original = EntryKeys(["text", "language", "url"])
  static let claim = EntryKeys(
    ["id"] + passage + [
      "claimants", "chain", "addressees", "about", "kind", "modality", "asOf", "figure", "hide",
      "review", "note",
    ])
  static let figure = EntryKeys(["metric", "victims", "low", "high", "qualifier"])
  static let mention = EntryKeys(passage + ["actor", "location", "label", "hide"])
  static let date = EntryKeys(passage + ["edtf", "duration", "relation", "hide"])
  static let correction = EntryKeys(["date", "pages", "text"])

  /// Words that people write for a key, with the key.
  private static let synonyms = [
    "date": "published", "data": "published", "pubdate": "published", "pubblicato": "published",
    "source": "publisher", "fonte": "publisher", "testata": "publisher", "site": "publisher",
    "link": "url", "titolo": "title", "headline": "title", "autore": "author", "by": "author",
    "lang": "language", "lingua": "language", "lat": "latitude", "lon": "longitude",
    "lng": "longitude", "long": "longitude", "alias": "aliases", "speaker": "speakers",
    "claimant": "claimants", "place": "location", "quote": "exact", "text": "exact",
    "exactly": "exact", "nome": "name", "nota": "note", "tipo": "type", "excluded": "exclude",
    "hidden": "hide", "skip": "exclude", "translation": "translated", "tradotto": "translated",
  ]

  /// The key that `word` was probably meant to be.
  func nearest(to word: String) -> String? {
    if let meant = Self.synonyms[word.lowercased()], known.contains(meant) { return meant }
    return Nearest.word(to: word, among: known + notBuilt)
  }
}

/// An entry: a mapping whose keys are known.
struct Entry {
  let tree: YAMLTree
  let position: SourcePosition
  private let values: [String: YAMLTree]

  init(_ tree: YAMLTree, at position: SourcePosition, values: [String: YAMLTree]) {
    (self.tree, self.position, self.values) = (tree, position, values)
  }

  subscript(_ key: String) -> YAMLTree? { values[key] }
}

/// Reads values of a file's tree as what its keys stand for, and notes every fault with its place.
struct EntryReader {
  /// The file, as the user names it.
  let file: String
  /// The code of the faults.
  let code: String
  /// What was found wrong.
  var diagnostics: [Diagnostic] = []

  init(file: String, code: String) { (self.file, self.code) = (file, code) }

  func position(of tree: YAMLTree) -> SourcePosition {
    SourcePosition(file: file, line: tree.line, column: tree.column)
  }

  mutating func fault(
    _ tree: YAMLTree, _ message: String, _ severity: Diagnostic.Severity = .error,
    code: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        severity, file: file, line: tree.line, column: tree.column, message, code: code ?? self.code
      ))
  }

  /// Notes that the value of `key` is not what it should be.
  private mutating func mismatch(_ key: String, _ tree: YAMLTree, _ expected: String) {
    if tree.isNull {
      fault(tree, "\"\(key)\" has no value: it must be \(expected); without one, remove the key")
    } else {
      fault(tree, "\"\(key)\" must be \(expected), not \(tree.description)")
    }
  }

  /// `tree` as an entry with `keys`, called `name` in messages; `nil` if it is none.
  ///
  /// With `toleratesStrangers`, as for front matter that other programs read too, an unknown key is
  /// a warning unless it looks like a slip of the pen.
  mutating func entry(
    _ tree: YAMLTree, _ keys: EntryKeys, name: String, toleratesStrangers: Bool = false
  ) -> Entry? {
    guard case .mapping(let pairs) = tree.content else {
      fault(tree, "\(name) must be keys with values, not \(tree.description)")
      return nil
    }
    var values: [String: YAMLTree] = [:]
    for (key, value) in pairs {
      guard let word = key.text else {
        fault(key, "a key must be a word, not \(key.description)")
        continue
      }
      if keys.known.contains(word) {
        values[word] = value
      } else if keys.notBuilt.contains(word) {
        fault(key, "\"\(word)\" is not built yet; remove the key", code: "not-built")
      } else if let near = keys.nearest(to: word) {
        fault(key, "unknown key \"\(excerpt(word))\"; did you mean \"\(near)\"?")
      } else if toleratesStrangers {
        fault(
          key,
          "the key \"\(excerpt(word))\" is not read; known are \(keys.known.joined(separator: ", "))",
          .warning)
      } else {
        fault(
          key,
          "unknown key \"\(excerpt(word))\"; known here are \(keys.known.joined(separator: ", "))")
      }
    }
    return Entry(tree, at: position(of: tree), values: values)
  }

  /// The items of a list; none if nothing is given.
  mutating func items(_ tree: YAMLTree, _ key: String, of what: String) -> [YAMLTree] {
    if tree.isNull { return [] }
    guard case .sequence(let items) = tree.content else {
      mismatch(key, tree, "a list of \(what)")
      return []
    }
    return items
  }

  // MARK: Values

  /// The value of `key` as `convert` reads it; `expected` says what it should be.
  private mutating func value<Value>(
    _ entry: Entry, _ key: String, _ expected: String, _ convert: (YAMLTree) -> Value?
  ) -> Decided<Value>? {
    guard let tree = entry[key] else { return nil }
    guard let value = convert(tree) else {
      mismatch(key, tree, expected)
      return nil
    }
    return Decided(value, at: position(of: tree))
  }

  /// The same, where nothing is an answer too.
  private mutating func optional<Value>(
    _ entry: Entry, _ key: String, _ expected: String, _ convert: (YAMLTree) -> Value?
  ) -> Decided<Value?>? {
    value(entry, key, expected + ", or null") { tree -> Value?? in
      tree.isNull ? .some(nil) : convert(tree).map { $0 }
    }
  }

  /// A text that is not blank.
  private static func words(_ tree: YAMLTree) -> String? {
    guard let text = tree.text, !tree.isNull,
      text.unicodeScalars.contains(where: { !HeadToken.isBlank($0) })
    else { return nil }
    return text
  }

  mutating func text(_ entry: Entry, _ key: String) -> Decided<String>? {
    value(entry, key, "a text", Self.words)
  }

  mutating func optionalText(_ entry: Entry, _ key: String) -> Decided<String?>? {
    optional(entry, key, "a text", Self.words)
  }

  /// A list of names; `nil` if the key is not given.
  mutating func names(_ entry: Entry, _ key: String) -> [Decided<String>]? {
    guard let tree = entry[key] else { return nil }
    guard case .sequence(let items) = tree.content else {
      let example = Self.words(tree).map { ": [\(excerpt($0))]" } ?? ""
      mismatch(key, tree, "a list of names" + example)
      return nil
    }
    var names: [Decided<String>] = []
    for item in items {
      if let name = Self.words(item) {
        names.append(Decided(name, at: position(of: item)))
      } else {
        fault(item, "\"\(key)\" lists names; this is \(item.description)")
      }
    }
    return names
  }

  mutating func flag(_ entry: Entry, _ key: String) -> Decided<Bool>? {
    value(entry, key, "true or false") { tree in
      guard case .scalar(let text, isPlain: true) = tree.content else { return nil }
      switch text {
      case "true", "True", "TRUE": return true
      case "false", "False", "FALSE": return false
      default: return nil
      }
    }
  }

  private static func count(_ tree: YAMLTree) -> Int? {
    guard let text = tree.text, !text.isEmpty, text.utf8.count <= 15,
      text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }

  mutating func count(_ entry: Entry, _ key: String) -> Decided<Int>? {
    value(entry, key, "a whole number", Self.count)
  }

  mutating func optionalCount(_ entry: Entry, _ key: String) -> Decided<Int?>? {
    optional(entry, key, "a whole number", Self.count)
  }

  /// Degrees from `-limit` to `limit`.
  mutating func degrees(_ entry: Entry, _ key: String, limit: Double) -> Decided<Double>? {
    value(entry, key, "degrees from -\(Int(limit)) to \(Int(limit)), such as 39.8") { tree in
      guard let text = tree.text, text.utf8.count <= 24,
        text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 43 || $0 == 45 || $0 == 46 }),
        let value = Double(text), abs(value) <= limit
      else { return nil }
      return value
    }
  }

  /// A word of a closed vocabulary.
  mutating func choice<Word: CaseIterable & RawRepresentable & Hashable & Sendable>(
    _ entry: Entry, _ key: String, _: Word.Type = Word.self
  ) -> Decided<Word>? where Word.RawValue == String {
    guard let tree = entry[key] else { return nil }
    if let text = tree.text, let word = Word(rawValue: text) {
      return Decided(word, at: position(of: tree))
    }
    let words = Word.allCases.map(\.rawValue)
    let near = tree.text.flatMap { Nearest.word(to: $0, among: words) }
    let guess = near.map { "; did you mean \"\($0)\"?" } ?? ""
    fault(
      tree,
      "\"\(key)\" must be one of \(words.joined(separator: ", ")), not \(tree.description)\(guess)")
    return nil
  }

  mutating func translation(_ entry: Entry) -> Decided<Article.Translation?>? {
    optional(entry, "translated", "human, machine or unknown") {
      $0.text.flatMap(Article.Translation.init(rawValue:))
    }
  }

  mutating func edtf(_ entry: Entry, _ key: String) -> Decided<EDTF?>? {
    optional(
      entry, key,
      "a date (EDTF) such as 2022-09-13, 2022-09, 2022, 2022-09~ or 2022-09-13/2022-09-14"
    ) { $0.text.flatMap { EDTF($0) } }
  }

  /// A date of publication: one day, month or year.
  mutating func published(_ entry: Entry) -> Decided<EDTF?>? { day(entry, "published") }

  /// One day, month or year.
  mutating func day(_ entry: Entry, _ key: String) -> Decided<EDTF?>? {
    optional(entry, key, "a date such as 2022-09-13, 2022-09 or 2022") { tree in
      guard let text = tree.text, let edtf = EDTF(text), case .date = edtf.value else { return nil }
      return edtf
    }
  }

  /// A length of time (ISO 8601): weeks, or years, months, days and, after `T`, hours, minutes and
  /// seconds.
  mutating func duration(_ entry: Entry) -> Decided<String?>? {
    optional(entry, "duration", "a duration (ISO 8601) such as P6W, P9M or PT24H") { tree in
      guard let text = tree.text, text.utf8.count <= 32, Self.isDuration(Array(text.utf8)) else {
        return nil
      }
      return text
    }
  }

  private static func isDuration(_ text: [UInt8]) -> Bool {
    guard text.first == UInt8(ascii: "P"), text.count >= 3 else { return false }
    var units = ArraySlice("YMWD".utf8)
    var digits = 0
    var hasTime = false
    for letter in text.dropFirst() {
      if (48...57).contains(letter) {
        digits += 1
      } else if letter == UInt8(ascii: "T"), !hasTime, digits == 0 {
        (units, hasTime) = (ArraySlice("HMS".utf8), true)
      } else {
        guard digits > 0, let unit = units.firstIndex(of: letter) else { return false }
        units = units[(unit + 1)...]
        digits = 0
      }
    }
    return digits == 0 && text.last != UInt8(ascii: "T")
  }

  /// How exactly a place is known (UCDP where_prec).
  mutating func precision(_ entry: Entry) -> Decided<Int?>? {
    optional(entry, "precision", "a number from 1 (settlement) to 7 (international)") { tree in
      Self.count(tree).flatMap { (1...7).contains($0) ? $0 : nil }
    }
  }

  /// A language tag (BCP 47).
  mutating func language(_ entry: Entry) -> Decided<String>? {
    value(entry, "language", "a language tag such as it, en or az-Latn") { tree in
      guard let text = tree.text, text.utf8.count <= 35 else { return nil }
      let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      func isWord(_ part: Substring.UTF8View, _ length: ClosedRange<Int>, digits: Bool) -> Bool {
        length.contains(part.count)
          && part.allSatisfy {
            (97...122).contains($0 | 32) || digits && (48...57).contains($0)
          }
      }
      guard let first = parts.first, isWord(first, 2...3, digits: false),
        parts.dropFirst().allSatisfy({ isWord($0, 1...8, digits: true) })
      else { return nil }
      return text
    }
  }

  /// The address of a page.
  mutating func address(_ entry: Entry, _ key: String) -> Decided<String?>? {
    optional(entry, key, "an address that starts with https:// or http://") { tree in
      guard let text = tree.text,
        text.utf8.starts(with: "https://".utf8) || text.utf8.starts(with: "http://".utf8),
        text.utf8.count > 8,
        text.unicodeScalars.allSatisfy({ !HeadToken.isBlank($0) && $0.value > 32 })
      else { return nil }
      return text
    }
  }

  /// A country (ISO 3166-1 alpha-2).
  mutating func country(_ entry: Entry) -> Decided<String?>? {
    optional(entry, "country", "a country's code of two capital letters, such as AM") { tree in
      guard let text = tree.text, text.utf8.count == 2,
        text.utf8.allSatisfy({ (65...90).contains($0) })
      else { return nil }
      return text
    }
  }

  /// A Wikidata item.
  mutating func wikidata(_ entry: Entry) -> Decided<String?>? {
    optional(entry, "wikidata", "an item of Wikidata, such as Q399") { tree in
      guard let text = tree.text, text.utf8.first == UInt8(ascii: "Q"),
        (2...12).contains(text.utf8.count),
        text.utf8.dropFirst().allSatisfy({ (48...57).contains($0) })
      else { return nil }
      return text
    }
  }

  /// An id of a claim or quotation.
  private static func textID<Subject>(_ tree: YAMLTree) -> Identifier<Subject>? {
    guard let text = tree.text, (1...200).contains(text.utf8.count),
      text.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
    else { return nil }
    return Identifier(text)
  }

  mutating func claimID(_ entry: Entry, _ key: String) -> Decided<Claim.ID>? {
    value(entry, key, "a claim's id, as in data/dossier.json", Self.textID)
  }

  mutating func optionalQuotationID(_ entry: Entry, _ key: String) -> Decided<Quotation.ID?>? {
    optional(entry, key, "a quotation's id, as in data/dossier.json", Self.textID)
  }

  /// An id of an event.
  private static func eventID(_ tree: YAMLTree) -> Event.ID? {
    guard let text = tree.text, (1...120).contains(text.utf8.count),
      text.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
    else { return nil }
    return Event.ID(text)
  }

  private static let eventIDShape =
    "an event's id: lower-case letters, digits and hyphens, as in its page's address"

  mutating func eventID(_ entry: Entry, _ key: String) -> Decided<Event.ID>? {
    value(entry, key, Self.eventIDShape, Self.eventID)
  }

  mutating func optionalEventID(_ entry: Entry, _ key: String) -> Decided<Event.ID?>? {
    optional(entry, key, Self.eventIDShape, Self.eventID)
  }

  mutating func eventIDs(_ entry: Entry, _ key: String) -> [Decided<Event.ID>]? {
    guard let tree = entry[key] else { return nil }
    var ids: [Decided<Event.ID>] = []
    for item in items(tree, key, of: "events' ids") {
      if let id = Self.eventID(item) {
        ids.append(Decided(id, at: position(of: item)))
      } else {
        fault(item, "\"\(key)\" lists ids; this is \(item.description), not \(Self.eventIDShape)")
      }
    }
    return ids
  }

  // MARK: Articles

  /// What an entry says of the article at the path `file`.
  mutating func article(_ entry: Entry, file: String) -> ArticleDecision {
    var decision = ArticleDecision(position: entry.position, file: file)
    decision.published = published(entry)
    decision.title = optionalText(entry, "title")
    decision.publisher = optionalText(entry, "publisher")
    decision.author = optionalText(entry, "author")
    decision.url = address(entry, "url")
    decision.retrieved = day(entry, "retrieved")
    decision.archiveURL = address(entry, "archiveUrl")
    decision.language = language(entry)
    decision.translated = translation(entry)
    decision.note = text(entry, "note")
    decision.exclude = flag(entry, "exclude")
    return decision
  }
}
