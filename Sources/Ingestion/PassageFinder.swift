import DossierModel

/// Finds in an article's text the words that an editor names.
struct PassageFinder {
  private let text: ArticleText
  private let codePoints: CodePointMap

  /// A finder for `text`.
  init(_ text: ArticleText) {
    self.text = text
    codePoints = CodePointMap(text)
  }

  /// The bytes from the code point `start` up to the code point `end`; `nil` outside the text.
  func span(start: Int, end: Int) -> TextSpan? {
    guard let first = codePoints.byte(atCodePoint: start),
      let last = codePoints.byte(atCodePoint: end)
    else { return nil }
    return TextSpan(first, last)
  }

  /// The code points of the whole text.
  var count: Int { codePoints.count }

  /// The code points of `span`.
  func range(of span: TextSpan) -> Range<Int> { codePoints.codePoints(span) }

  /// Every place where the bytes of `exact` stand, in order (Knuth, Morris and Pratt).
  func occurrences(of exact: String) -> [TextSpan] {
    Self.occurrences(of: Array(exact.utf8), in: text.bytes).map {
      TextSpan($0, $0 + exact.utf8.count)
    }
  }

  /// The first place whose words differ from `words` only by marks, blanks, accents or case.
  func resembling(_ words: String) -> String? {
    let (text, origin) = Self.loosened(self.text.bytes)
    var (needle, _) = Self.loosened(Array(words.utf8))
    while needle.first == 32 { needle.removeFirst() }
    while needle.last == 32 { needle.removeLast() }
    guard needle.count >= 3, let found = Self.occurrences(of: needle, in: text, first: true).first
    else { return nil }
    return self.text[TextSpan(origin[found], origin[found + needle.count])]
  }

  private static func occurrences(
    of needle: [UInt8], in text: [UInt8], first: Bool = false
  ) -> [Int] {
    guard !needle.isEmpty, needle.count <= text.count else { return [] }
    var border = [Int](repeating: 0, count: needle.count)
    var k = 0
    for i in 1..<max(1, needle.count) {
      while k > 0, needle[i] != needle[k] { k = border[k - 1] }
      if needle[i] == needle[k] { k += 1 }
      border[i] = k
    }
    var found: [Int] = []
    k = 0
    for i in text.indices {
      while k > 0, text[i] != needle[k] { k = border[k - 1] }
      if text[i] == needle[k] { k += 1 }
      if k == needle.count {
        found.append(i + 1 - k)
        if first { return found }
        k = border[k - 1]
      }
    }
    return found
  }

  /// The bytes with one sort of quotation mark, dash and blank, without accents and capitals, and
  /// for each the byte of the original that it comes from, with one more for the end.
  private static func loosened(_ bytes: [UInt8]) -> (text: [UInt8], origin: [Int]) {
    var text: [UInt8] = []
    var origin: [Int] = []
    func put(_ letters: some Sequence<UInt8>, _ position: Int) {
      for letter in letters {
        text.append((65...90).contains(letter) ? letter + 32 : letter)
        origin.append(position)
      }
    }
    var i = 0
    while i < bytes.count {
      let (scalar, width) = HeadToken.scalar(in: bytes, at: i, before: bytes.count)
      switch scalar.value {
      case _ where HeadToken.isBlank(scalar): if text.last != 32 { put([32], i) }
      case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A: put([0x22], i)
      case 0x2010...0x2015, 0x2212: put([0x2D], i)
      default: put(LatinFold.ascii(scalar) ?? Array(bytes[i..<(i + width)]), i)
      }
      i += width
    }
    origin.append(bytes.count)
    return (text, origin)
  }
}
