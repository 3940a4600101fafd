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

  /// Every place where the bytes of `exact` stand, in order.
  func occurrences(of exact: String) -> [TextSpan] {
    text.occurrences(of: Array(exact.utf8)).map { TextSpan($0, $0 + exact.utf8.count) }
  }

  /// The place that `words` were probably meant to name: the first whose words differ only by marks,
  /// blanks, accents or case, else the first that has the longest beginning or end of `words`.
  func nearest(to words: String) -> TextSpan? {
    let (text, origin) = Self.loosened(self.text.bytes)
    var (needle, _) = Self.loosened(Array(words.utf8))
    while needle.first == 32 { needle.removeFirst() }
    while needle.last == 32 { needle.removeLast() }
    guard needle.count >= 3 else { return nil }
    let haystack = ArticleText(bytes: text)
    if let found = haystack.occurrences(of: needle).first {
      return TextSpan(origin[found], origin[found + needle.count])
    }
    let parts = needle.split(separator: 32)
    // Half of the words, then a quarter: fewer than three might stand anywhere.
    var count = parts.count / 2
    while count >= 3 {
      for (part, isHead) in [(parts.prefix(count), true), (parts.suffix(count), false)] {
        let words = Array(part.joined(separator: [32]))
        guard let found = haystack.occurrences(of: words).first else { continue }
        let rest = needle.count - words.count
        let start = isHead ? found : max(0, found - rest)
        let end = isHead ? min(text.count, found + needle.count) : found + words.count
        return wholeWords(TextSpan(origin[start], origin[end]))
      }
      count /= 2
    }
    return nil
  }

  /// `span` with the rest of the words that it cuts, without blanks at its ends.
  private func wholeWords(_ span: TextSpan) -> TextSpan {
    func isLetter(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (97...122).contains(byte | 32) || (48...57).contains(byte)
    }
    var (start, end) = (span.start, span.end)
    while start > 0, isLetter(text.bytes[start]), isLetter(text.bytes[start - 1]) { start -= 1 }
    while end < text.bytes.count, isLetter(text.bytes[end - 1]), isLetter(text.bytes[end]) {
      end += 1
    }
    return text.trimmed(TextSpan(start, end))
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
