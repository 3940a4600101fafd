import DossierModel

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
        return StatedDate(edtf: EDTF(date), isISO: true)
      }
      if let date = timestamp(year, month) { return StatedDate(edtf: EDTF(date), isISO: true) }
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

  /// Reads the day and the time of a timestamp whose year and month the next tokens are, such as
  /// `2022-09-13T10:45:00+02:00`; the time is passed over.
  private mutating func timestamp(_ year: Int, _ month: Int) -> CalendarDate? {
    guard peek(3)?.kind == .dash, peek(3)?.isAfterBlank == false, let rest = peek(4),
      rest.kind == .word, !rest.isAfterBlank, rest.folded.utf8.dropFirst(2).first == 0x74,
      let day = Int(rest.folded.prefix(2)), let date = CalendarDate(year, month, day)
    else { return nil }
    index += 5
    while peek()?.isAfterBlank == false { index += 1 }
    return date
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
    guard let first = peek(), first.kind == .word || first.kind == .number,
      AgencyMarks.mayStart(with: first.folded)
    else { return nil }
    for length in stride(from: AgencyMarks.longestMark, through: 1, by: -1) {
      guard let last = peek(length - 1), last.kind == .word || last.kind == .number,
        tokens[index..<(index + length)].allSatisfy({
          $0.kind == .word || $0.kind == .number || $0.kind == .period && !$0.isAfterBlank
        })
      else { continue }
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
