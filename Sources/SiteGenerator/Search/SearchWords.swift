import DossierModel

/// The words of a text as they are searched: small letters without marks.
///
/// `Templates/reading.js` takes texts apart in the same way, which the browser tests compare; the
/// letters without their marks are published with the index, so that there is one table.
struct SearchWords {
  /// A word of a text.
  struct Word: Hashable {
    /// The word as it is searched; never empty.
    var key: String
    /// Its bytes in the text.
    var span: TextSpan
  }

  /// A word is a run of letters, digits and marks; characters that only guide the layout (soft
  /// hyphens, joiners) stand inside words without being part of them.
  static func words(in bytes: [UInt8], _ span: TextSpan? = nil) -> [Word] {
    let range = span?.range ?? 0..<bytes.count
    var words: [Word] = []
    words.reserveCapacity(range.count / 6)
    var key: [UInt8] = []
    var (start, end) = (0, 0)
    var isSearchable = true
    func finish() {
      if !key.isEmpty, isSearchable {
        words.append(Word(key: String(decoding: key, as: UTF8.self), span: TextSpan(start, end)))
      } else if !key.isEmpty {
        // It keeps its place among the words, so that phrases are found around it.
        words.append(Word(key: unsearchable, span: TextSpan(start, end)))
      }
      key.removeAll(keepingCapacity: true)
      isSearchable = true
    }
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = bytes[i]
      if byte < 0x80 {
        let lower = (65...90).contains(byte) ? byte + 32 : byte
        if (97...122).contains(lower) || (48...57).contains(lower) {
          if key.isEmpty { start = i }
          key.append(lower)
          end = i + 1
        } else {
          finish()
        }
        i += 1
        continue
      }
      let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      guard let scalar = scalar(of: bytes, at: i, width: width) else {
        i += 1
        continue
      }
      if isTransparent(scalar) {
        if !key.isEmpty, scalar.properties.generalCategory == .nonspacingMark { end = i + width }
      } else if let letters = letters(for: scalar) {
        if key.isEmpty { start = i }
        key += letters
        end = i + width
        if scalar.value > 0xFFFF { isSearchable = false }
      } else {
        finish()
      }
      i += width
    }
    finish()
    return words
  }

  /// The searched forms of the words of `text`.
  static func keys(in text: String) -> [String] { words(in: Array(text.utf8)).map(\.key) }

  /// Stands for a word that cannot be searched: scripts compare characters beyond U+FFFF otherwise.
  static let unsearchable = "\u{FFFD}"

  /// The two words of `Sana'a`, which some write as one; not those of `dell'accordo`, since Italian
  /// drops a vowel where it writes an apostrophe.
  static func joined(_ word: Word, _ next: Word, in bytes: [UInt8]) -> String? {
    guard let last = word.key.utf8.last, "aeiou".utf8.contains(last),
      next.key.utf8.first.map({ (97...122).contains($0) }) == true
    else { return nil }
    let gap = bytes[word.span.end..<next.span.start]
    let apostrophes: [StaticString] = ["'", "\u{2019}", "\u{2018}", "\u{2BC}"]
    return apostrophes.contains { $0.withUTF8Buffer { gap.elementsEqual($0) } }
      ? word.key + next.key : nil
  }

  private static func scalar(of bytes: [UInt8], at i: Int, width: Int) -> Unicode.Scalar? {
    guard i + width <= bytes.count else { return nil }
    var value = UInt32(bytes[i]) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
    for k in 1..<width { value = value << 6 | UInt32(bytes[i + k] & 0x3F) }
    return Unicode.Scalar(value)
  }

  /// Combining marks of Latin letters, and characters of format.
  private static func isTransparent(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value) || scalar.properties.generalCategory == .format
  }

  private static func letters(for scalar: Unicode.Scalar) -> [UInt8]? {
    if let plain = LatinFold.ascii(scalar) {
      return plain.map { (65...90).contains($0) ? $0 + 32 : $0 }
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter, .lowercaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      return Array(scalar.properties.lowercaseMapping.utf8)
    default: return nil
    }
  }
}
