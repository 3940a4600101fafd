import DossierModel

/// The words of the site in one language: what stands in `Templates/words/<language>.txt`.
///
/// A line is `key = text`; `#` begins a comment line. `{name}` in a text is filled in. A key that ends
/// in `.one` has the words for one thing, `.many` for any other number.
struct Words: Sendable {
  /// The language of the words, BCP 47.
  let language: String
  /// Keys of the file that the built-in words do not have, with their places.
  let additions: [(key: String, place: SourcePosition)]
  private let texts: [String: String]

  /// Reads the words of `source`, a file named `file`; throws all faults of the file together.
  ///
  /// What the file lacks is taken from `builtIn`, the program's words in the same language.
  init(
    _ source: String, language: String, file: String, builtIn: Words? = nil
  ) throws(TemplateFaults) {
    var texts: [String: String] = [:]
    var additions: [(key: String, place: SourcePosition)] = []
    var faults: [Diagnostic] = []
    var number = 0
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let line = Self.trimmed(line)
      if line.isEmpty || line.first == "#" { continue }
      guard let sign = line.utf8.firstIndex(of: UInt8(ascii: "=")) else {
        faults.append(
          Diagnostic(
            .error, file: file, line: number, column: 1, "a line is `key = text`", code: "words"))
        continue
      }
      let key = String(Self.trimmed(line[..<sign]))
      let text = String(Self.trimmed(line[line.utf8.index(after: sign)...]))
      if texts.updateValue(text, forKey: key) != nil {
        faults.append(
          Diagnostic(
            .error, file: file, line: number, column: 1, "`\(key)` stands here a second time",
            code: "words"))
      } else if let builtIn, builtIn.texts[key] == nil {
        additions.append((key, SourcePosition(file: file, line: number, column: 1)))
      }
    }
    if let builtIn { texts.merge(builtIn.texts) { own, _ in own } }
    for key in Self.required where texts[key] == nil {
      faults.append(
        Diagnostic(.error, file: file, "the words for `\(key)` are missing", code: "words"))
    }
    if !faults.isEmpty { throw TemplateFaults(diagnostics: faults) }
    (self.language, self.texts, self.additions) = (language, texts, additions)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.utf8.first, first == 32 || first == 9 || first == 13 {
      text = text[text.utf8.index(after: text.startIndex)...]
    }
    while let last = text.utf8.last, last == 32 || last == 9 || last == 13 {
      text = text[..<text.utf8.index(before: text.endIndex)]
    }
    return text
  }

  /// All keys, sorted.
  var keys: [String] { texts.keys.sorted() }

  /// What the keys of the words that scripts show begin with.
  static let scripts = "script."

  /// The keys that begin with `prefix`, with what follows it, sorted.
  func keys(of prefix: String) -> [(key: String, short: String)] {
    keys.filter { $0.hasPrefix(prefix) }.map { ($0, String($0.dropFirst(prefix.count))) }
  }

  /// The words for `key`, if there are any.
  func text(forKey key: String) -> String? { texts[key] }

  /// The words for `word`.
  subscript(_ word: Word) -> String { texts[word.rawValue] ?? word.rawValue }

  /// The words for `word` with `{name}` filled in from `values`.
  func callAsFunction(_ word: Word, _ values: KeyValuePairs<String, String>) -> String {
    Self.fill(self[word], values)
  }

  /// "un articolo", "3 articoli": the words of `noun` for `count`, which `number` writes.
  func count(_ count: Int, _ noun: Noun, _ phrasing: any Phrasing) -> String {
    let key = "\(noun.rawValue).\(count == 1 ? "one" : "many")"
    return Self.fill(texts[key] ?? key, ["n": phrasing.number(count)])
  }

  /// The noun alone, which stands beside its number.
  func noun(_ noun: Noun, isPlural: Bool) -> String {
    texts["\(noun.rawValue).\(isPlural ? "nouns" : "noun")"] ?? noun.rawValue
  }

  /// The words for one of a family, such as the kinds of actors.
  func name<Value: RawRepresentable>(_ family: Family, _ value: Value) -> String
  where Value.RawValue == String {
    texts["\(family.rawValue).\(value.rawValue)"] ?? value.rawValue
  }

  /// The label of a role held by `count` participants.
  func role(_ role: ParticipantRole, count: Int) -> String {
    texts["role.\(role.rawValue).\(count == 1 ? "one" : "many")"] ?? role.rawValue
  }

  /// The name of a type of events, for one event or for several.
  func eventType(_ type: EventType, isPlural: Bool = false) -> String {
    texts["type.\(type.rawValue).\(isPlural ? "many" : "one")"] ?? type.rawValue
  }

  /// The name of a country (ISO 3166-1 alpha-2); the code itself if it is none.
  func country(_ code: String) -> String { texts["country.\(code)"] ?? code }

  /// The name of a language (BCP 47); the code itself if there are no words for it.
  func languageName(_ code: String) -> String { texts["language.\(code)"] ?? code }

  /// Why several articles tell one event, in words; the code itself if there are none for it.
  func mergeReason(_ code: String) -> String { texts["mergeReason.\(code)"] ?? code }

  /// What `contest` is about; `counted` are the people whose number is contested.
  func matter(_ matter: Contest.Matter, counted: String) -> String {
    Self.fill(name(.matter, matter), ["counted": counted])
  }

  /// The words of one or several `speakers` as a newspaper quotes them.
  func press(
    _ kind: QuotationKind, speakers: Int, _ values: KeyValuePairs<String, String>
  ) -> String {
    let key = "pressSaid.\(kind.rawValue).\(speakers == 1 ? "one" : "many")"
    return Self.fill(texts[key] ?? key, values)
  }

  /// What UCDP's where_prec `precision` means.
  func precision(_ precision: Int) -> String? { texts["precision.\(precision)"] }

  static func fill(_ text: String, _ values: KeyValuePairs<String, String>) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
    {
      result += rest[..<open]
      let name = rest[rest.utf8.index(after: open)..<close]
      result += values.first { $0.key == name }?.value ?? ""
      rest = rest[rest.utf8.index(after: close)...]
    }
    return result + rest
  }

  /// Families of words, one for each value of a closed vocabulary.
  enum Family: String, CaseIterable, Sendable {
    case actorKind
    case actorKinds
    case locationKind
    case quotationKind
    case speakerBasis
    case claimKind
    case status
    case dateBasis
    case metric
    case matter
    case reviewKind
    case reviewMeaning
    case tieKind, tieSentence, tieTo, tieOut, tieIn
    case resolution
    case stock
  }

  /// Nouns that are counted.
  enum Noun: String, CaseIterable, Sendable {
    case articles, publishers, events, actors, locations, quotations, claims, sources, mentions,
      sentences, decisions
  }

  /// The keys that every file of words must have.
  static let required: [String] = {
    var keys = Word.allCases.map(\.rawValue)
    func family<Value: RawRepresentable>(_ family: Family, _ values: [Value])
    where Value.RawValue == String {
      keys += values.map { "\(family.rawValue).\($0.rawValue)" }
    }
    for noun in Noun.allCases {
      keys += ["one", "many", "noun", "nouns"].map { "\(noun.rawValue).\($0)" }
    }
    family(.actorKind, ActorKind.allCases)
    family(.actorKinds, ActorKind.allCases)
    family(.locationKind, LocationKind.allCases)
    family(.quotationKind, QuotationKind.allCases)
    family(.speakerBasis, SpeakerBasis.allCases)
    family(.claimKind, ClaimKind.allCases)
    family(.status, EventStatus.allCases)
    family(.dateBasis, DateBasis.allCases)
    family(.metric, Figure.Metric.allCases)
    family(.matter, Contest.Matter.allCases)
    family(.reviewKind, ReviewItem.Kind.allCases)
    family(.reviewMeaning, ReviewItem.Proposal.Meaning.allCases)
    family(.tieKind, Tie.Kind.allCases)
    family(.tieSentence, Tie.Kind.allCases)
    for name in [Family.tieTo, .tieOut, .tieIn] { family(name, Tie.Kind.allCases) }
    for kind in QuotationKind.allCases {
      keys += ["pressSaid.\(kind.rawValue).one", "pressSaid.\(kind.rawValue).many"]
    }
    family(.resolution, ArticleReading.Mention.Resolution.allCases)
    family(.stock, Codebook.Stock.allCases)
    keys += MergeReason.allCases.map { "mergeReason.\($0.rawValue)" }
    for role in ParticipantRole.allCases {
      keys += ["role.\(role.rawValue).one", "role.\(role.rawValue).many"]
    }
    for type in EventType.allCases {
      keys += ["type.\(type.rawValue).one", "type.\(type.rawValue).many"]
    }
    keys += (1...7).map { "precision.\($0)" }
    return keys
  }()
}
