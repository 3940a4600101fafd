import DossierModel

/// Writes decisions as lines of the editor's file.
struct EditorLines {
  /// Above so many bytes of text, passages are named by their place: to look for the words of many
  /// passages in a long text takes long.
  private static let searchLimit = 64 << 10

  private let texts: [Article.ID: (file: String, text: ArticleText)]
  private let maps: [Article.ID: CodePointMap]

  /// A writer of decisions over what `dossier` says.
  init(_ dossier: Dossier) {
    let articles = dossier.articles.map(\.article)
    texts = Dictionary(
      articles.map { ($0.id, ($0.file, $0.text)) }, uniquingKeysWith: { first, _ in first })
    maps = Dictionary(
      articles.filter { $0.text.bytes.count > Self.searchLimit }
        .map { ($0.id, CodePointMap($0.text)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The lines of the section `name` with `entries`, each a list of keys and values as they are
  /// written.
  static func section(_ name: String, _ entries: [[(key: String, value: String)]]) -> [String] {
    ["\(name):"]
      + entries.map { entry in
        "  - {" + entry.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
      }
  }

  /// The keys that name `passage`.
  func keys(of passage: Passage) -> [(key: String, value: String)] {
    guard let (file, text) = texts[passage.article] else { return [] }
    let words = text[passage.span]
    var keys = [("article", Self.scalar(file))]
    if let map = maps[passage.article] {
      let range = map.codePoints(passage.span)
      keys += [("start", "\(range.lowerBound)"), ("end", "\(range.upperBound)")]
    }
    keys.append(("exact", Self.quoted(words)))
    if maps[passage.article] == nil {
      let places = text.occurrences(of: Array(words.utf8))
      if places.count > 1, let index = places.firstIndex(of: passage.span.start) {
        keys.append(("occurrence", "\(index + 1)"))
      }
    }
    return keys.map { (key: $0.0, value: $0.1) }
  }

  /// A list of `texts`.
  static func list(_ texts: [String]) -> String {
    "[" + texts.map(scalar).joined(separator: ", ") + "]"
  }

  /// `text` as a scalar: plain where YAML takes it for what it is, else between quotation marks.
  static func scalar(_ text: String) -> String {
    let isPlain =
      text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || [" ", "-", "_", "/", ".", "’", "~"].contains(scalar)
      } && text.unicodeScalars.first.map { $0.properties.isAlphabetic || $0.isASCIIDigit } ?? false
      && text.utf8.last != 32
      && !["null", "Null", "NULL"].contains(text)
    return isPlain ? text : quoted(text)
  }

  /// `text` between quotation marks.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      default:
        // What is not printable for YAML, breaks its lines, or is not seen.
        let value = scalar.value
        let isHidden =
          value < 0x20 || (0x7F...0xA0).contains(value) || (0x2028...0x202F).contains(value)
          || (0x200B...0x200F).contains(value) || (0x2066...0x2069).contains(value)
          || value == 0xFEFF || value == 0xFFFE || value == 0xFFFF
        if isHidden {
          let digits = String(value, radix: 16, uppercase: true)
          out += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }
}

extension Unicode.Scalar {
  /// Whether it is one of 0 to 9.
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
