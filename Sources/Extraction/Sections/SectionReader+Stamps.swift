import DossierModel

extension SectionReader {
  // MARK: Stamps

  /// Begins a section if a stamp stands at `start` of `line`.
  ///
  /// `isFree` says that no sentence of the line before goes on.
  mutating func readStamp(_ start: Int, _ line: Range<Int>, isFree: Bool) -> Bool {
    guard start < line.upperBound else { return false }
    let token = text[start]
    guard
      token.isNumber || token.isPunctuation || token.isCapitalized || kinds.contains(token.lexeme)
    else { return false }
    // "++ Esplosioni nel porto ++"
    if text.isMark(start, "+"), text.isMark(start + 1, "+") {
      var end = start
      while end < line.upperBound, text.isMark(end, "+") { end += 1 }
      begin(.entry, line, stampEnd: end)
      readTail(line)
      return true
    }
    if isFree, let date = dateEnd(start), isOver(date, line, isBracketed: false) {
      begin(.day, line, stampEnd: line.upperBound, date: start..<date)
      return true
    }
    return readClock(start, line, isFree: isFree) || readUpdate(start, line)
      || readAgo(start, line, isFree: isFree) || readFlash(start, line)
      || isFree && readDateline(start, line)
  }

  mutating func begin(
    _ kind: Sections.Section.Kind, _ line: Range<Int>, stampEnd: Int, date: Range<Int>? = nil,
    minutes: Int? = nil
  ) {
    let start = Int(text[line.lowerBound].start)
    sections.append(
      Sections.Section(
        kind: kind, span: TextSpan(start, start), stamp: text.span(line.lowerBound..<stampEnd),
        date: date.map { text.span($0) }, minutes: minutes))
    set(aside: .stamp, line.lowerBound..<stampEnd, in: line)
    if stampEnd < line.upperBound { readTail(stampEnd..<line.upperBound) }
  }

  /// "14:35 –", "[10:20]", "ore 9.10 -", "13 settembre, ore 14:35 –", "09:12 | …", "14:35" alone.
  private mutating func readClock(_ start: Int, _ line: Range<Int>, isFree: Bool) -> Bool {
    var i = start
    if text.isMark(i, "[") || text.isMark(i, "(") { i += 1 }
    var date: Range<Int>?
    if let end = dateEnd(i) {
      date = i..<end
      i = end
      while i < line.upperBound, text.isMark(i, ",") || isDash(i) || text.isMark(i, "|") { i += 1 }
    }
    guard let clock = clock(i), clock.end <= line.upperBound else { return false }
    var end = clock.end
    if text.isMark(end, "]") || text.isMark(end, ")") { end += 1 }
    end = afterZone(end, line)
    if end >= line.upperBound || isSeparator(end) && text[end].shape.contains(.spaceBefore)
      || isSeparator(end) && !text.isMark(end, ",")
    {
      // "9.10.": the full stop after the time belongs to it.
      while end < line.upperBound, isSeparator(end) { end += 1 }
      if date == nil, let after = dateEnd(end), after == line.upperBound || isSeparator(after) {
        date = end..<after
        end = after
        while end < line.upperBound, isSeparator(end) { end += 1 }
      }
      begin(.entry, line, stampEnd: end, date: date, minutes: clock.minutes)
      return true
    }
    // "14:35 Razzi sul porto" is an entry; "14.35 Razzi" is one among others of its kind, for
    // "1.15 Finanziamento" is a numbered heading.
    guard isFree, text[end].isCapitalized || isQuote(end) else { return false }
    if clock.isClear || date != nil {
      begin(.entry, line, stampEnd: end, date: date, minutes: clock.minutes)
      return true
    }
    let first = Int(text[line.lowerBound].start)
    doubtful.append(
      Sections.Section(
        kind: .entry, span: TextSpan(first, first), stamp: text.span(line.lowerBound..<end),
        minutes: clock.minutes))
    return false
  }

  /// Takes the doubtful heads for clock times if there are several and hours of the day among them.
  mutating func settleDoubtful() {
    guard doubtful.count > 1, doubtful.contains(where: { ($0.minutes ?? 0) >= 600 }) else { return }
    sections = (sections + doubtful).sorted { $0.span.start < $1.span.start }
    asides += doubtful.compactMap { section in
      section.stamp.map { Sections.Aside(span: $0, kind: .stamp, isInline: true) }
    }
  }

  /// A clock time at `i`: minutes after midnight, the token after it, whether it can be nothing else.
  private func clock(_ i: Int) -> (minutes: Int, end: Int, isClear: Bool)? {
    var j = i
    // "alle ore 14", "ore 14:35"
    if has(j), language.grammar.preposition(text[j].lexeme) == language.temporal.a { j += 1 }
    let isIntroduced = has(j) && kinds[text[j].lexeme]?.contains(.clock) ?? false
    guard isIntroduced || j == i else { return nil }
    if isIntroduced { j += 1 }
    if text.isMark(j, ".") { j += 1 }
    guard has(j), text[j].isNumber else { return nil }
    let bytes = text.bytes(j)
    let parts = bytes.split(omittingEmptySubsequences: false) { byte in
      byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
    }
    let numbers = parts.compactMap { NumberReader.plainDigits($0) }
    guard numbers.count == parts.count, let hour = numbers.first, hour.value < 24, hour.count <= 2
    else { return nil }
    if numbers.count == 1 { return isIntroduced ? (hour.value * 60, j + 1, true) : nil }
    guard numbers.count == 2, numbers[1].count == 2, numbers[1].value < 60 else { return nil }
    if !isIntroduced, bytes.contains(UInt8(ascii: ",")) { return nil }
    return (
      hour.value * 60 + numbers[1].value, j + 1,
      isIntroduced || bytes.contains(UInt8(ascii: ":"))
    )
  }

  /// The token after a zone: "(ora italiana)", "GMT".
  private func afterZone(_ i: Int, _ line: Range<Int>) -> Int {
    let isBracketed = text.isMark(i, "(")
    let start = isBracketed ? i + 1 : i
    guard start < line.upperBound else { return i }
    var end: Int?
    if case .zone? = language.temporal.senses[text[start].lexeme]?.first { end = start + 1 }
    if let match = language.temporal.phrases.match(text, at: start, grammar: language.grammar),
      case .zone = match.value
    {
      end = match.end
    }
    guard let end else { return i }
    if isBracketed { return text.isMark(end, ")") ? end + 1 : i }
    return end
  }

  /// "Aggiornamento delle 18", "Ultimo aggiornamento: 14:35".
  private mutating func readUpdate(_ start: Int, _ line: Range<Int>) -> Bool {
    guard let (cue, next) = cue(start), cue == .update else { return false }
    var i = next
    while i < line.upperBound, text.isMark(i, ":") || isDash(i) { i += 1 }
    var date: Range<Int>?
    if let end = dateEnd(i) {
      date = i..<end
      i = end
      while i < line.upperBound, text.isMark(i, ",") || isDash(i) { i += 1 }
    }
    var minutes: Int?
    if let clock = clock(i) {
      (minutes, i) = (clock.minutes, clock.end)
    } else if has(i),
      let (hour, count) = NumberReader.plainDigits(text.bytes(i)),
      hour < 24, count <= 2
    {
      (minutes, i) = (hour * 60, i + 1)
    }
    guard minutes != nil || date != nil, i >= line.upperBound || isSeparator(i) else {
      return false
    }
    while i < line.upperBound, isSeparator(i) { i += 1 }
    if date == nil, let end = dateEnd(i), end >= line.upperBound || isSeparator(end) {
      date = i..<end
      i = end
    }
    // Above the first entry it tells of the whole article.
    if sections.isEmpty, i >= line.upperBound {
      set(aside: .metadata, line, in: line)
      return true
    }
    begin(.entry, line, stampEnd: i, date: date, minutes: minutes)
    return true
  }

  /// "10 minuti fa", "2 ore fa –": alone or before a mark.
  private mutating func readAgo(_ start: Int, _ line: Range<Int>, isFree: Bool) -> Bool {
    guard isFree, text[start].isNumber, start + 2 < line.upperBound,
      kinds[text[start + 1].lexeme]?.contains(.unit) ?? false,
      kinds[text[start + 2].lexeme]?.contains(.ago) ?? false
    else { return false }
    var end = start + 3
    guard end >= line.upperBound || isDash(end) || text.isMark(end, "|") else { return false }
    if end < line.upperBound { end += 1 }
    begin(.entry, line, stampEnd: end)
    return true
  }

  /// "URGENTE –", "Ultim'ora:".
  private mutating func readFlash(_ start: Int, _ line: Range<Int>) -> Bool {
    guard let (cue, end) = cue(start), cue == .flash, isSeparator(end), end + 1 < line.upperBound
    else { return false }
    begin(.entry, line, stampEnd: end + 1)
    return true
  }
}
