import DossierModel

/// Which day of writing a paragraph goes by.
///
/// A live blog or a run of agency takes has entries with a time of their own: "14:35 – …", "13
/// settembre, ore 9.10 – …", "(ANSA) – ROMA, 13 SET – …". Each begins a section. A section with a date
/// is reckoned from that date; one with a clock time alone from the heading above it, if that is a
/// date, and from nothing otherwise, since such pages run over days.
struct TemporalSections {
  /// The day, month or year of writing of the whole text.
  let published: EDTF.Date?
  /// The day of writing of the paragraph entered last.
  private(set) var written: EDTF.Date?
  /// The date of the last heading that is nothing but a date.
  private var heading: EDTF.Date?
  /// Whether an entry with a time of its own has begun.
  private(set) var isEntry = false

  /// Sections of a text written on `published`.
  init(published: EDTF.Date?) {
    self.published = published
    written = published
  }

  /// Enters the line of `text` that begins with the token `start`; whether a section begins with it.
  mutating func enter(_ text: TemporalText, at start: Int) -> Bool {
    // A heading that is a date and nothing else.
    if let match = text.date(start) ?? text.numericDate(start) {
      var end = match.tokens.upperBound
      if text.isMark(end, ".") || text.isMark(end, ":") { end += 1 }
      if !text.has(end) || text[end].shape.contains(.lineStart) {
        heading = resolve(match)
        written = heading
        isEntry = false
        return true
      }
    }
    guard let entry = entry(text, start) else { return false }
    isEntry = true
    written = entry.map(resolve) ?? heading
    return true
  }

  /// The date that an entry's head gives, if it gives one (the inner `nil`); `nil` if no entry begins.
  private func entry(_ text: TemporalText, _ start: Int) -> TemporalMatch?? {
    var i = start
    if text.isMark(i, "[") || text.isMark(i, "(") { i += 1 }
    var date: TemporalMatch?
    if let match = text.date(i) ?? text.numericDate(i) {
      date = match
      i = match.tokens.upperBound
      while text.isMark(i, ",") || text.isDash(i) { i += 1 }
    }
    if let end = text.clockHead(i) {
      var end = end
      if text.isMark(end, "]") || text.isMark(end, ")") { end += 1 }
      if text.isDash(end) || text.isMark(end, ":") || text.isMark(end, "|") {
        return .some(date)
      }
      // "14:35 Razzi su Kiev" is an entry, "1.15 Finanziamento" a numbered heading.
      let isClear = text.isAny(i, .clock) || text.isWrittenWithColon(i)
      guard isClear, !text.has(end) || text[end].isCapitalized else { return nil }
      return .some(date)
    }
    return text.datelineDate(start).map { .some($0) }
  }

  private func resolve(_ match: TemporalMatch) -> EDTF.Date? {
    var resolver = TemporalResolver(written: published)
    resolver.tense = .past
    guard case .date(let date)? = resolver.resolve(match.meaning).edtf?.value else { return nil }
    return date
  }
}

extension TemporalText {
  subscript(_ i: Int) -> Token { text[i] }

  /// Whether the number at `i` has a colon.
  func isWrittenWithColon(_ i: Int) -> Bool {
    has(i) && text.text.bytes[text[i].span.range].contains(UInt8(ascii: ":"))
  }

  /// The token after a clock time that heads an entry: "14:35", "ore 9.10".
  func clockHead(_ i: Int) -> Int? {
    let j = isAny(i, .clock) ? i + 1 : i
    guard isAny(j, .digits) else { return nil }
    let bytes = text.text.bytes[text[j].span.range]
    let parts = bytes.split(omittingEmptySubsequences: false) { byte in
      byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
    }
    let numbers = parts.compactMap { NumberReader.plainDigits($0) }
    guard numbers.count == parts.count, numbers.count == 2, numbers[0].value < 24,
      numbers[1].count == 2, numbers[1].value < 60
    else { return nil }
    return j + 1
  }

  /// The date in the dateline of an agency take that begins at `start`: words in capitals or in
  /// brackets, a day with its month, a dash.
  func datelineDate(_ start: Int) -> TemporalMatch? {
    var i = start
    while has(i), i < start + 14 {
      if isAny(i, .digits) {
        guard let match = date(i) else { return nil }
        var end = match.tokens.upperBound
        if isMark(end, ".") { end += 1 }
        if isMark(end, "(") {
          while has(end), !isMark(end, ")"), end < match.tokens.upperBound + 6 { end += 1 }
          end += 1
        }
        return isDash(end) ? match : nil
      }
      guard text[i].isCapitalized || text[i].isPunctuation else { return nil }
      i += 1
    }
    return nil
  }
}
