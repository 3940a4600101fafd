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
    var position = start
    var headlines = 0
    var isFirst = true
    for _ in 0..<Self.lineLimit {
      guard let line = Self.nextLine(bytes, from: position) else { break }
      if line.count <= Self.longestLine, let found = MetadataLine(bytes, line) {
        take(found)
        spans.append(found.span)
        position = line.upperBound
        continue
      }
      if let found = Dateline(bytes, line, startsText: isFirst || headlines == 0) {
        published = published ?? found.published
        publisher = publisher ?? found.publisher
        dateline = found.place
        spans.append(found.span)
        return found.span.end
      }
      // A line without a full stop may be a headline; metadata can follow it.
      guard headlines < 3, line.count <= Self.longestLine, !Self.endsSentence(bytes, line) else {
        return position
      }
      headlines += 1
      isFirst = false
      position = line.upperBound
      // What follows only counts if it is metadata itself.
    }
    return position
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
    let folded = LatinFold.fold(String(decoding: bytes[line], as: UTF8.self)).lowercased()
    if HeadWords.rights.contains(where: folded.contains), tokens.count <= 16 { return true }
    if bytes[first.span.range].elementsEqual([0xC2, 0xA9]) { return true }
    if closingMark(bytes, line, wholeLine: true) != nil { return true }
    // Initials: two to four letters between slashes.
    var words = 0
    for (i, token) in tokens.enumerated() {
      if i & 1 == 0 {
        guard token.kind == .word, (2...4).contains(token.span.count) else { return false }
        words += 1
      } else if i == tokens.count - 1, token.kind == .period {
        break
      } else if token.kind != .slash || token.isAfterBlank {
        return false
      }
    }
    return words >= 2
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

/// A position in the tokens of a line.
struct HeadReader {
  let bytes: [UInt8]
  let tokens: [HeadToken]
  /// Whether `tokens` are all tokens of the line.
  let isComplete: Bool
  var index = 0

  init(_ bytes: [UInt8], _ line: Range<Int>, limit: Int) {
    self.bytes = bytes
    (tokens, isComplete) = HeadToken.tokens(of: bytes, in: line, limit: limit)
  }

  /// The token `ahead` of the next one.
  func peek(_ ahead: Int = 0) -> HeadToken? {
    tokens.indices.contains(index + ahead) ? tokens[index + ahead] : nil
  }

  /// Whether the next token is of `kind`; if so it is passed over.
  mutating func skip(_ kind: HeadToken.Kind) -> Bool {
    guard peek()?.kind == kind else { return false }
    index += 1
    return true
  }

  /// The text from the token number `first` up to the next one.
  func text(from first: Int) -> String {
    guard first < index else { return "" }
    return String(
      decoding: bytes[tokens[first].span.start..<tokens[index - 1].span.end], as: UTF8.self)
  }

  // MARK: Dates

  /// A date as a head states it.
  struct StatedDate {
    /// The date, if its year is stated with four digits.
    var edtf: EDTF?
    /// Whether it is written in figures from the year down, as in `2023-10`.
    var isISO = false
  }

  /// Reads a date at the next token: `7 ottobre 2023`, `13 SET`, `19 set.`, `13/09/2022`,
  /// `2023-10`, `martedì 13 settembre`, `October 7, 2023`, `ottobre 2023`.
  mutating func date() -> StatedDate? {
    let start = index
    if let word = peek(), word.kind == .word, HeadWords.isWeekday(word.folded),
      peek(1)?.kind == .number || peek(1)?.kind == .comma && peek(2)?.kind == .number
        || peek(1)?.kind == .period && peek(2)?.kind == .number
    {
      index += peek(1)?.kind == .number ? 1 : 2
    }
    if let date = numericDate() ?? wordedDate() { return date }
    index = start
    return nil
  }

  private func number(_ ahead: Int, digits: ClosedRange<Int>) -> Int? {
    guard let token = peek(ahead), token.kind == .number, digits.contains(token.folded.utf8.count)
    else { return nil }
    return Int(token.folded)
  }

  private mutating func numericDate() -> StatedDate? {
    guard peek()?.kind == .number, let separator = peek(1),
      [.slash, .period, .dash].contains(separator.kind), !separator.isAfterBlank,
      peek(2)?.isAfterBlank == false
    else { return nil }
    let isThird =
      peek(3)?.kind == separator.kind && peek(3)?.isAfterBlank == false
      && peek(4)?.kind == .number && peek(4)?.isAfterBlank == false
    if let year = number(0, digits: 4...4), (1800...2199).contains(year),
      let month = number(2, digits: 2...2), (1...12).contains(month), separator.kind != .period
    {
      if isThird {
        guard let day = number(4, digits: 2...2), let date = CalendarDate(year, month, day) else {
          return nil
        }
        index += 5
        // The time of a timestamp.
        if let letter = peek(), letter.kind == .word, !letter.isAfterBlank,
          letter.folded.hasPrefix("t")
        {
          index += 1
          while let token = peek(), !token.isAfterBlank { _ = token; index += 1 }
        }
        return StatedDate(edtf: EDTF(date), isISO: true)
      }
      index += 3
      return StatedDate(edtf: EDTF(EDTF.Date(year, month)), isISO: true)
    }
    guard isThird, let day = number(0, digits: 1...2), let month = number(2, digits: 1...2),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    if let year = number(4, digits: 4...4) {
      guard (1800...2199).contains(year), let date = CalendarDate(year, month, day) else {
        return nil
      }
      index += 5
      return StatedDate(edtf: EDTF(date))
    }
    guard number(4, digits: 2...2) != nil else { return nil }
    index += 5
    return StatedDate(edtf: nil)
  }

  private mutating func wordedDate() -> StatedDate? {
    let start = index
    if let word = peek(), word.kind == .word, let month = HeadWords.month(word.folded) {
      // ottobre 2023, October 7, 2023
      index += 1
      _ = skip(.period)
      if let year = number(0, digits: 4...4), (1800...2199).contains(year) {
        index += 1
        return StatedDate(edtf: EDTF(EDTF.Date(year, month)))
      }
      if let day = number(0, digits: 1...2), peek(1)?.kind == .comma,
        let year = number(2, digits: 4...4), (1800...2199).contains(year),
        let date = CalendarDate(year, month, day)
      {
        index += 3
        return StatedDate(edtf: EDTF(date))
      }
      index = start
      return nil
    }
    guard let day = number(0, digits: 1...2), (1...31).contains(day) else { return nil }
    index += 1
    // 1° ottobre
    if let sign = peek(), sign.kind == .other, !sign.isAfterBlank { index += 1 }
    _ = peek()?.kind == .dash && peek()?.isAfterBlank == false && skip(.dash)
    guard let word = peek(), word.kind == .word, let month = HeadWords.month(word.folded),
      day <= CalendarDate.days(inMonth: month, of: 2024)
    else {
      index = start
      return nil
    }
    index += 1
    // The full stop of "set." belongs to the month, that of "settembre." ends a sentence.
    if word.folded.utf8.count <= 4, peek()?.isAfterBlank == false { _ = skip(.period) }
    let beforeYear = index
    _ = peek()?.kind == .dash && peek()?.isAfterBlank == false && skip(.dash)
    if let year = number(0, digits: 4...4), (1800...2199).contains(year) {
      guard let date = CalendarDate(year, month, day) else {
        index = start
        return nil
      }
      index += 1
      return StatedDate(edtf: EDTF(date))
    }
    index = beforeYear
    if peek()?.kind == .dash, peek()?.isAfterBlank == false, number(1, digits: 2...2) != nil {
      index += 2
    }
    return StatedDate(edtf: nil)
  }

  /// Reads a time of the day at the next token: `10:45`, `10.45`, `ore 10:45`, `h 10.45`.
  mutating func time() -> Bool {
    let start = index
    if let word = peek(), word.kind == .word,
      ["ore", "h", "alle", "ora", "at"].contains(word.folded)
    {
      index += 1
      _ = skip(.period)
      if let next = peek(), next.kind == .word, next.folded == "ore" { index += 1 }
    }
    if let hour = number(0, digits: 1...2), hour < 24, peek(1)?.isAfterBlank == false,
      peek(1)?.kind == .colon || peek(1)?.kind == .period, peek(2)?.isAfterBlank == false,
      let minute = number(2, digits: 2...2), minute < 60
    {
      index += 3
      if peek()?.kind == .colon, peek()?.isAfterBlank == false, number(1, digits: 2...2) != nil {
        index += 2
      }
      return true
    }
    index = start
    return false
  }

  // MARK: Agencies

  /// Reads parentheses at the next token and says what stands in them.
  mutating func parentheses() -> (text: String, tokens: ArraySlice<HeadToken>)? {
    guard peek()?.kind == .open else { return nil }
    let stop = min(tokens.count, index + 10)
    guard let close = tokens[index..<stop].firstIndex(where: { $0.kind == .close }),
      close > index + 1
    else { return nil }
    let inner = tokens[(index + 1)..<close]
    let text = String(
      decoding: bytes[tokens[index + 1].span.start..<tokens[close - 1].span.end], as: UTF8.self)
    index = close + 1
    return (text, inner)
  }

  /// Reads an agency's name at the next token, the longest that is known.
  mutating func agency() -> AgencyMarks.Agency? {
    guard let first = peek(), first.kind == .word || first.kind == .number else { return nil }
    for length in stride(from: AgencyMarks.longestMark, through: 1, by: -1) {
      guard let last = peek(length - 1), last.kind == .word || last.kind == .number else {
        continue
      }
      let text = String(decoding: bytes[first.span.start..<last.span.end], as: UTF8.self)
      guard let agency = AgencyMarks.agency(text), agency.isDistinctive else { continue }
      index += length
      return agency
    }
    return nil
  }

  /// Reads an agency's name that is not known, but says so itself.
  mutating func agencyByShape() -> AgencyMarks.Agency? {
    guard let token = peek(), token.kind == .word else { return nil }
    let text = String(decoding: bytes[token.span.range], as: UTF8.self)
    guard AgencyMarks.looksLikeAgency(text) else { return nil }
    index += 1
    return AgencyMarks.Agency(name: text, isDistinctive: true)
  }

  // MARK: Places and people

  /// Reads the name of a place at the next token: capitalised words, with small ones between.
  mutating func place() -> TextSpan? {
    guard let first = peek(), first.isUpper, HeadWords.month(first.folded) == nil,
      !HeadWords.isWeekday(first.folded)
    else { return nil }
    let start = index
    index += 1
    var words = 1
    var last = first
    while words < 5, let next = peek() {
      if next.isUpper, HeadWords.month(next.folded) == nil || next.letters != .lower {
        var probe = self
        if probe.agency() != nil { break }
        last = next
        index += 1
      } else if next.kind == .slash, let after = peek(1), after.isUpper, !after.isAfterBlank {
        last = after
        index += 2
      } else if next.kind == .word, HeadWords.placeParticles.contains(next.folded),
        let after = peek(1), after.isUpper
      {
        last = after
        index += 2
      } else {
        break
      }
      words += 1
    }
    // An article alone names nothing: "Il 7 ottobre – …".
    if words == 1, HeadWords.openers.contains(first.folded) {
      index = start
      return nil
    }
    return TextSpan(first.span.start, last.span.end)
  }

  /// Reads names of people at the next token: two to four capitalised words each.
  mutating func people() -> String? {
    let start = index
    var end = index
    while true {
      var names = 0
      var words = 0
      while let token = peek(), token.kind == .word || token.kind == .period, words < 6 {
        if token.kind == .period {
          // An initial: "Mario D. Rossi".
          guard names > 0, !token.isAfterBlank, let before = peek(-1), before.span.count == 1 else {
            break
          }
        } else if token.isUpper {
          names += 1
        } else if !HeadWords.particles.contains(token.folded) || names == 0 {
          break
        }
        words += 1
        index += 1
      }
      guard (2...4).contains(names) else { break }
      end = index
      // More names after "e", a comma or a slash.
      guard let next = peek(),
        next.kind == .comma || next.kind == .slash || next.folded == "e" || next.folded == "and"
      else { break }
      index += 1
    }
    index = end
    return end > start ? text(from: start) : nil
  }
}

/// A line that is metadata as a whole: `13 settembre 2022, 10:45`, `di Mario Rossi`, `Redazione`.
struct MetadataLine {
  var span: TextSpan
  var published: EDTF?
  var publisher: String?
  var author: String?
  var place: TextSpan?

  /// The metadata of `line`, or `nil` if it is a headline or prose.
  ///
  /// At the foot a date counts only if a word introduces it.
  init?(_ bytes: [UInt8], _ line: Range<Int>, isFoot: Bool = false) {
    span = TextSpan(line.lowerBound, line.upperBound)
    var reader = HeadReader(bytes, line, limit: 40)
    guard reader.isComplete, !reader.tokens.isEmpty else { return nil }
    var isMetadata = false
    while let token = reader.peek() {
      if [.comma, .dash, .bar, .period, .slash].contains(token.kind), reader.index > 0 {
        reader.index += 1
        continue
      }
      if token.kind == .word, let found = Self.introducedDate(&reader) {
        if found.isPublication { published = published ?? found.edtf }
        isMetadata = true
        continue
      }
      if let date = reader.date() {
        // Without its year, a date may head an entry of a chronicle.
        guard date.edtf != nil, !isFoot || isMetadata else { return nil }
        published = published ?? date.edtf
        isMetadata = true
        continue
      }
      if isMetadata || reader.index > 0, reader.time() { continue }
      if let found = Self.byline(&reader) {
        author = author ?? found.author
        isMetadata = true
        continue
      }
      let start = reader.index
      if let found = reader.parentheses() {
        guard let agency = AgencyMarks.agency(found.text) else { return nil }
        publisher = publisher ?? agency.name
        isMetadata = true
        continue
      }
      if let agency = reader.agency() {
        publisher = publisher ?? agency.name
        isMetadata = true
        continue
      }
      // A place, if a full date follows it.
      guard start == 0, !isFoot, let found = reader.place(), reader.skip(.comma) else { return nil }
      place = found
    }
    guard isMetadata else { return nil }
    if place != nil, published == nil { return nil }
  }

  /// Reads `Pubblicato il 13/09/2022`, `date 2023-10`, `Ultimo aggiornamento: 14 settembre 2022`.
  static func introducedDate(
    _ reader: inout HeadReader
  ) -> (edtf: EDTF?, isPublication: Bool, isISO: Bool)? {
    let start = reader.index
    var isPublication = false
    var isIntroduced = false
    while let token = reader.peek() {
      if token.kind == .word, HeadWords.published.contains(token.folded) {
        isPublication = true
        isIntroduced = true
      } else if token.kind == .word, HeadWords.changed.contains(token.folded) {
        isIntroduced = true
      } else if token.kind == .colon ? !isIntroduced : !HeadWords.links.contains(token.folded) {
        break
      }
      reader.index += 1
      if reader.index - start > 6 { break }
    }
    if isIntroduced, let date = reader.date(), date.edtf != nil {
      return (date.edtf, isPublication, date.isISO)
    }
    reader.index = start
    return nil
  }

  /// Reads `di Mario Rossi`, `a cura della Redazione`, `dal nostro inviato a Kiev Mario Rossi`,
  /// `Redazione Esteri`.
  private static func byline(_ reader: inout HeadReader) -> (author: String?, Void)? {
    let start = reader.index
    guard let first = reader.peek(), first.kind == .word else { return nil }
    func desk() -> Bool {
      if let word = reader.peek(), word.folded == "la" || word.folded == "della" {
        reader.index += 1
      }
      guard let word = reader.peek(), HeadWords.desk.contains(word.folded) else { return false }
      reader.index += 1
      // The desk's name: "Redazione Esteri".
      if let next = reader.peek(), next.isUpper { reader.index += 1 }
      return true
    }
    if desk() { return (nil, ()) }
    reader.index = start
    if HeadWords.by.contains(first.folded) {
      reader.index += 1
      if desk() { return (nil, ()) }
    } else if first.folded == "a", reader.peek(1)?.folded == "cura" {
      reader.index += 2
      if desk() { return (nil, ()) }
      if let word = reader.peek(), word.folded == "di" { reader.index += 1 }
    } else if ["dal", "dalla", "dai"].contains(first.folded),
      let word = reader.peek(1), word.folded.hasPrefix("nostr")
    {
      reader.index += 2
      guard let word = reader.peek(),
        word.folded.hasPrefix("inviat") || word.folded.hasPrefix("corrispondent")
      else {
        reader.index = start
        return nil
      }
      reader.index += 1
      if let word = reader.peek(), ["a", "in", "da"].contains(word.folded) {
        // The place and the name follow each other without a mark: what is which stays open.
        while let word = reader.peek(), word.kind == .word { _ = word; reader.index += 1 }
        return (nil, ())
      }
      return (reader.people(), ())
    } else {
      return nil
    }
    if let names = reader.people() { return (names, ()) }
    reader.index = start
    return nil
  }
}

/// What stands before the dash at the start of a report: `ROMA (ITALPRESS) –`,
/// `(ANSA) - ROMA, 13 SET -`, `date 2023-10 AgenPress –`.
struct Dateline {
  var span: TextSpan
  var published: EDTF?
  var publisher: String?
  var place: TextSpan?

  /// What one group up to a dash says.
  private struct Group {
    var agency: AgencyMarks.Agency?
    var hasParentheses = false
    var hasUnknownAgency = false
    var place: TextSpan?
    var placeWords = 0
    var placeIsCapitals = false
    var date: HeadReader.StatedDate?
    var hasDash = false
    var dashIsSpaced = true
    var isEmpty: Bool {
      agency == nil && !hasUnknownAgency && place == nil && date == nil
    }
  }

  /// The dateline at the start of `line`, or `nil` if the line starts with prose.
  ///
  /// A single capitalised word counts only if the line starts the text.
  init?(_ bytes: [UInt8], _ line: Range<Int>, startsText: Bool) {
    var reader = HeadReader(bytes, line, limit: 48)
    guard let first = reader.tokens.first else { return nil }
    var end: Int?
    // A date before everything else: an export's header.
    if let found = MetadataLine.introducedDate(&reader), found.isPublication {
      published = found.edtf
      end = reader.index
    } else if let date = reader.date(), date.isISO, let edtf = date.edtf,
      case .date(let value) = edtf.value, value.day != nil
    {
      published = edtf
      end = reader.index
    } else {
      reader.index = 0
    }
    if end != nil {
      _ = reader.time()
      if let mark = reader.peek(), [.dash, .bar, .comma, .colon].contains(mark.kind) {
        reader.index += 1
      }
      end = reader.index
    }
    let isHeaded = end != nil
    var isFirst = true
    while true {
      let start = reader.index
      guard let group = Self.group(&reader),
        Self.accepts(
          group, before: reader, line, isFirst: isFirst && !isHeaded,
          startsText: startsText || isHeaded)
      else {
        reader.index = start
        // The agency may close the dateline without a dash of its own.
        if !isFirst, let found = reader.parentheses(), let agency = AgencyMarks.agency(found.text) {
          publisher = publisher ?? agency.name
          end = reader.index
        }
        break
      }
      publisher = publisher ?? group.agency?.name
      published = published ?? group.date?.edtf
      place = place ?? group.place
      end = reader.index
      isFirst = false
    }
    guard let end, end > 0 else { return nil }
    if isFirst, let next = reader.tokens.indices.contains(end) ? reader.tokens[end] : nil,
      !next.isUpper, next.kind != .quote, next.kind != .number
    {
      // "Data 2023-10 è …" is a sentence.
      return nil
    }
    span = TextSpan(first.span.start, reader.tokens[end - 1].span.end)
  }

  /// Reads elements up to a dash, or up to where an agency in parentheses closes them.
  private static func group(_ reader: inout HeadReader) -> Group? {
    var group = Group()
    while let token = reader.peek() {
      if token.kind == .dash {
        guard !group.isEmpty else { return nil }
        group.hasDash = true
        let next = reader.peek(1)
        group.dashIsSpaced = token.isAfterBlank && (next == nil || next?.isAfterBlank == true)
        reader.index += 1
        return group
      }
      if token.kind == .comma, !group.isEmpty {
        reader.index += 1
        continue
      }
      let start = reader.index
      if let found = reader.parentheses() {
        if let agency = AgencyMarks.agency(found.text) {
          group.agency = group.agency ?? agency
          group.hasParentheses = true
        } else if found.tokens.count == 1, AgencyMarks.looksLikeAgency(found.text) {
          group.agency = group.agency ?? AgencyMarks.Agency(name: found.text, isDistinctive: true)
          group.hasParentheses = true
        } else if group.place != nil, found.tokens.allSatisfy({ $0.kind == .word }) {
          // The country: "KIEV (UCRAINA) –".
        } else if group.isEmpty, found.tokens.count == 1, found.tokens.first?.letters == .capitals {
          group.hasUnknownAgency = true
        } else {
          return nil
        }
        continue
      }
      // "AgenPress. Alti funzionari …"
      if token.kind == .period {
        if group.agency != nil, !group.hasParentheses, group.place == nil, group.date == nil,
          reader.index == 1 || !token.isAfterBlank, reader.peek(1)?.isAfterBlank == true
        {
          group.hasDash = true
          reader.index += 1
          return group
        }
        guard group.agency != nil || group.date != nil || group.place != nil else { return nil }
        reader.index += 1
        // "Roma, 12 mar. - " has its full stop inside; ". -" closes as well.
        guard let next = reader.peek(), [.dash, .open, .comma].contains(next.kind) else {
          return nil
        }
        continue
      }
      if group.date == nil, let date = reader.date() {
        group.date = date
        continue
      }
      if group.date != nil, reader.time() { continue }
      if group.agency == nil, let agency = reader.agency() ?? reader.agencyByShape() {
        group.agency = agency
        continue
      }
      if group.place == nil, let place = reader.place() {
        group.place = place
        group.placeWords = reader.index - start
        group.placeIsCapitals = reader.tokens[start..<reader.index].allSatisfy {
          $0.kind != .word || $0.letters == .capitals
        }
        continue
      }
      // No dash, but an agency in parentheses: "MOSCA, 24 feb (Reuters) Il governo …".
      let before = reader.index > 0 ? reader.tokens[reader.index - 1].kind : .other
      if group.hasParentheses, group.place != nil || group.date != nil, before == .close {
        return group
      }
      return nil
    }
    return nil
  }

  /// Whether a group is a dateline's and not the start of a sentence; `reader` stands after it.
  private static func accepts(
    _ group: Group, before reader: HeadReader, _ line: Range<Int>, isFirst: Bool, startsText: Bool
  ) -> Bool {
    let next = reader.peek()
    let startsSentence =
      next.map { $0.isUpper || $0.kind == .quote || $0.kind == .number || $0.kind == .open } ?? true
    if group.agency != nil, group.hasParentheses {
      return group.hasDash || startsSentence
    }
    guard group.hasDash, startsSentence else { return false }
    if group.place != nil, group.date != nil { return group.dashIsSpaced || group.placeIsCapitals }
    guard group.dashIsSpaced || group.agency != nil else { return false }
    if group.date != nil, group.agency == nil { return !isFirst }
    if !isFirst, group.agency == nil, !group.placeIsCapitals { return false }
    // What is left looks like the start of a sentence with an insertion between dashes.
    guard !isInsertion(reader, line) else { return false }
    if group.agency != nil || group.hasUnknownAgency { return true }
    guard group.place != nil, StatedMetadata.endsSentence(reader.bytes, line) else { return false }
    if group.placeIsCapitals { return group.placeWords <= 4 }
    guard startsText, group.placeWords == 1 else { return false }
    // "Armenia – Azerbaigian, nuovi scontri" names two; "Roma – Il governo" starts anew.
    if let next, next.isUpper, let after = reader.peek(1) {
      return after.kind == .word && after.letters == .lower
        || HeadWords.openers.contains(next.folded)
    }
    return true
  }

  /// Whether the first sentence after the dash has a second dash with which an insertion would end.
  private static func isInsertion(_ reader: HeadReader, _ line: Range<Int>) -> Bool {
    guard let start = reader.peek()?.span.start else { return false }
    let bytes = reader.bytes
    let stop = min(line.upperBound, start + 2000)
    var dashes = 0
    var i = start
    while i < stop {
      let (scalar, width) = HeadToken.scalar(in: bytes, at: i, before: stop)
      switch scalar {
      case "-", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}":
        if i > 0, bytes[i - 1] == 32, i + width < stop, bytes[i + width] == 32 { dashes += 1 }
      case ".", "!", "?":
        if i + width >= stop || bytes[i + width] == 32 { return dashes & 1 == 1 }
      default: break
      }
      i += width
    }
    return dashes & 1 == 1
  }
}
