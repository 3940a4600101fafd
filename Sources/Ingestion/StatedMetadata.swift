import DossierModel

/// What a text states of its own publication at its head and foot: date, place, agency, author.
///
/// Only whole lines, and what stands before the dash of a dateline, count as metadata. A day and
/// month without a year give no date. Where words may as well be prose, they are left to prose.
struct StatedMetadata: Hashable {
  /// The date of publication, if the text states it with its year.
  var published: EDTF?
  /// The agency.
  var publisher: String?
  /// The author or authors, as written.
  var author: String?
  /// The metadata, in order of the text.
  var spans: [TextSpan] = []
  /// The name of the place in the dateline.
  var dateline: TextSpan?

  /// The most lines at the head, and at the foot, that are looked at.
  private static let lineLimit = 8
  /// The most bytes of a line that is metadata as a whole.
  private static let longestLine = 160

  /// What `text` states, its first `start` bytes left out.
  init(of text: ArticleText, from start: Int = 0) {
    let bytes = text.bytes
    let end = readHead(bytes, from: start)
    readFoot(bytes, from: end)
    spans.sort()
  }

  // MARK: The head

  /// Reads the lines before the prose and the dateline that starts it; returns where they end.
  private mutating func readHead(_ bytes: [UInt8], from start: Int) -> Int {
    var (position, end) = (start, start)
    var headlines = 0
    for _ in 0..<Self.lineLimit {
      guard let line = Self.nextLine(bytes, from: position) else { break }
      position = line.upperBound
      if line.count <= Self.longestLine, let found = MetadataLine(bytes, line) {
        take(found)
        spans.append(found.span)
        end = position
        continue
      }
      if let found = Dateline(bytes, line, startsText: headlines == 0) {
        published = published ?? found.published
        publisher = publisher ?? found.publisher
        dateline = found.place
        spans.append(found.span)
        return found.span.end
      }
      // A line without a full stop may be a headline, with more metadata after it.
      guard headlines < 3, line.count <= Self.longestLine, !Self.endsSentence(bytes, line) else {
        break
      }
      headlines += 1
    }
    return end
  }

  private mutating func take(_ line: MetadataLine) {
    published = published ?? line.published
    publisher = publisher ?? line.publisher
    author = author ?? line.author
    dateline = dateline ?? line.place
  }

  // MARK: The foot

  /// Reads the lines after the prose, from the last upwards, and the marks that end it.
  private mutating func readFoot(_ bytes: [UInt8], from start: Int) {
    var end = bytes.count
    for _ in 0..<Self.lineLimit {
      guard let line = Self.lastLine(bytes, from: start, to: end) else { return }
      if line.count <= Self.longestLine {
        if let found = MetadataLine(bytes, line, isFoot: true) {
          take(found)
          spans.append(found.span)
          end = line.lowerBound
          continue
        }
        if Self.isSignature(bytes, line) {
          spans.append(TextSpan(line.lowerBound, line.upperBound))
          if publisher == nil { publisher = Self.agencyInMark(bytes, line)?.name }
          end = line.lowerBound
          continue
        }
      }
      if let mark = Self.closingMark(bytes, line) {
        spans.append(mark)
        if publisher == nil { publisher = Self.agencyInMark(bytes, mark.range)?.name }
      }
      return
    }
  }

  /// Whether the line at the foot says nothing but who signs it or who has the rights:
  /// `sat/gsl`, `(Res)`, `(ITALPRESS).`, `© Riproduzione riservata`.
  private static func isSignature(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    let (tokens, isComplete) = HeadToken.tokens(of: bytes, in: line, limit: 24)
    guard isComplete, let first = tokens.first else { return false }
    if bytes[first.span.range].elementsEqual([0xC2, 0xA9]) { return true }
    let words = tokens.filter { $0.kind == .word }.map(\.folded).joined(separator: " ")
    if tokens.count <= 16, HeadWords.rights.contains(where: words.hasPrefix) { return true }
    if HeadWords.credits.contains(first.folded), tokens.count <= 8, tokens.count > 2,
      tokens[1].kind == .colon
    {
      return true
    }
    if closingMark(bytes, line, wholeLine: true) != nil { return true }
    // Initials: two to four letters between slashes.
    var initials = 0
    for (i, token) in tokens.enumerated() {
      if i & 1 == 0 {
        guard token.kind == .word, (2...4).contains(token.span.count) else { return false }
        initials += 1
      } else if i == tokens.count - 1, token.kind == .period {
        break
      } else if token.kind != .slash || token.isAfterBlank {
        return false
      }
    }
    return initials >= 2
  }

  /// The parentheses that close the line with an agency or a sign such as `(segue)`, after the end
  /// of a sentence or, if `wholeLine`, alone.
  private static func closingMark(
    _ bytes: [UInt8], _ line: Range<Int>, wholeLine: Bool = false
  ) -> TextSpan? {
    var end = line.upperBound
    if end > line.lowerBound, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard end > line.lowerBound, bytes[end - 1] == UInt8(ascii: ")") else { return nil }
    let floor = max(line.lowerBound, end - 40)
    guard let open = bytes[floor..<end].lastIndex(of: UInt8(ascii: "(")) else { return nil }
    if wholeLine {
      guard open == line.lowerBound else { return nil }
    } else {
      var before = open
      while before > line.lowerBound, bytes[before - 1] == 32 { before -= 1 }
      guard before < open, endsSentence(bytes, line.lowerBound..<before) else { return nil }
    }
    let inner = (open + 1)..<(end - 1)
    let (tokens, _) = HeadToken.tokens(of: bytes, in: inner, limit: 8)
    guard let first = tokens.first else { return nil }
    let isSign = tokens.count == 1 && HeadWords.closings.contains(first.folded)
    let areInitials =
      tokens.count >= 3 && tokens.count & 1 == 1
      && tokens.enumerated().allSatisfy { i, token in
        i & 1 == 1
          ? token.kind == .slash : token.kind == .word && (2...4).contains(token.span.count)
      }
    let isAgency = agencyInMark(bytes, open..<end) != nil
    return isSign || areInitials || isAgency ? TextSpan(open, line.upperBound) : nil
  }

  /// The agency that the parentheses in `range` name.
  private static func agencyInMark(_ bytes: [UInt8], _ range: Range<Int>) -> AgencyMarks.Agency? {
    guard let open = bytes[range].firstIndex(of: UInt8(ascii: "(")),
      let close = bytes[open..<range.upperBound].firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    return AgencyMarks.agency(String(decoding: bytes[(open + 1)..<close], as: UTF8.self))
  }

  // MARK: Lines

  /// The next line from `position` that is not blank, without the blanks at its ends.
  static func nextLine(_ bytes: [UInt8], from position: Int) -> Range<Int>? {
    var start = position
    while start < bytes.count {
      let (scalar, width) = HeadToken.scalar(in: bytes, at: start, before: bytes.count)
      guard HeadToken.isBlank(scalar) else { break }
      start += width
    }
    guard start < bytes.count else { return nil }
    let stop = bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
    return trimmed(bytes, start..<stop)
  }

  /// The last line of the bytes from `start` to `end` that is not blank, without the blanks at its
  /// ends.
  private static func lastLine(_ bytes: [UInt8], from start: Int, to end: Int) -> Range<Int>? {
    let whole = trimmed(bytes, start..<end)
    guard !whole.isEmpty else { return nil }
    let from = bytes[whole].lastIndex { $0 == 10 || $0 == 13 }
    return trimmed(bytes, (from.map { $0 + 1 } ?? whole.lowerBound)..<whole.upperBound)
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let (scalar, width) = HeadToken.scalar(in: bytes, at: start, before: end)
      guard HeadToken.isBlank(scalar) else { break }
      start += width
    }
    while end > start {
      var first = end - 1
      while first > start, bytes[first] & 0xC0 == 0x80 { first -= 1 }
      guard HeadToken.isBlank(HeadToken.scalar(in: bytes, at: first, before: end).0) else { break }
      end = first
    }
    return start..<end
  }

  /// Whether `range` ends as a sentence does: with a full stop, or one before a closing mark.
  static func endsSentence(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound {
      let byte = bytes[end - 1]
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
        return true
      }
      if end - range.lowerBound >= 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80 {
        if byte == 0xA6 { return true }  // …
        guard [0x98, 0x99, 0x9C, 0x9D, 0xBA].contains(byte) else { return false }
        end -= 3
        if end == range.lowerBound { return true }
        // A quotation's end is a sentence's end often enough.
        return true
      }
      if end - range.lowerBound >= 2, bytes[end - 2] == 0xC2, byte == 0xBB { return true }
      return byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";")
    }
    return false
  }
}
