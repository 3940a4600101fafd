import DossierModel

extension SectionReader {
  // MARK: Dates and datelines

  /// The token after a date with its day and month at `i`, or after a weekday with them.
  func dateEnd(_ i: Int) -> Int? {
    guard has(i) else { return nil }
    var j = i
    let isNamed = kinds[text[j].lexeme]?.contains(.weekday) ?? false
    if isNamed {
      j += 1
      if text.isMark(j, ",") { j += 1 }
    }
    guard has(j), text[j].isNumber else { return nil }
    if let end = numericDateEnd(j) { return end }
    guard let (day, _) = digits(j), (1...31).contains(day) else { return nil }
    j += 1
    if has(j), text.isMark(j, "°") || text.isWritten(j, "º") { j += 1 }
    guard has(j), kinds[text[j].lexeme]?.contains(.month) ?? false else { return nil }
    j += 1
    let isShort = text[j - 1].end - text[j - 1].start <= 4
    if isShort, text.isMark(j, "."), !text[j].shape.contains(.spaceBefore) { j += 1 }
    if let (year, count) = digits(j), count == 4, (1000..<2200).contains(year) { return j + 1 }
    return j
  }

  /// The token after "13/09/2022", "13.09.2022", "2022-09-13".
  private func numericDateEnd(_ i: Int) -> Int? {
    let parts = text.bytes(i).split(separator: UInt8(ascii: "."))
    if parts.count == 3 {
      let numbers = parts.compactMap { NumberReader.plainDigits($0) }
      return numbers.count == 3 && numbers[2].count == 4 && numbers[0].value <= 31 ? i + 1 : nil
    }
    guard let first = digits(i), text.isMark(i + 1, "/") || text.isMark(i + 1, "-"),
      let second = digits(i + 2), second.count <= 2,
      text.isMark(i + 3, "/") || text.isMark(i + 3, "-"), let third = digits(i + 4)
    else { return nil }
    return first.count == 4 || third.count == 4 ? i + 5 : nil
  }

  private func digits(_ i: Int) -> (value: Int, count: Int)? {
    guard has(i), text[i].isNumber else { return nil }
    return NumberReader.plainDigits(text.bytes(i))
  }

  /// What one part of a dateline, up to a dash, holds.
  private struct Group {
    var hasPlace = false
    var isCapitals = true
    var hasAgency = false
    var date: Range<Int>?
    var end = 0
  }

  /// "(ANSA) – ROMA, 13 SET –", "KIEV, 24 FEB –", "ROMA (ITALPRESS) –".
  mutating func readDateline(_ start: Int, _ line: Range<Int>) -> Bool {
    guard text.isMark(start, "(") || text[start].isCapitalized,
      let first = group(start, line),
      first.hasAgency || first.hasPlace && first.date != nil
    else { return false }
    var (end, date) = (first.end, first.date)
    if date == nil, let second = group(end, line),
      second.date != nil || second.hasPlace && second.isCapitals && !second.hasAgency
    {
      (end, date) = (second.end, second.date)
    }
    guard end < line.upperBound else { return false }
    begin(.entry, line, stampEnd: end, date: date)
    return true
  }

  private func group(_ start: Int, _ line: Range<Int>) -> Group? {
    var group = Group()
    var i = start
    while i < line.upperBound, i < start + 14 {
      if isDash(i) || text.isMark(i, "-") {
        group.end = i + 1
        return i > start ? group : nil
      }
      if text.isMark(i, "(") {
        var close = i + 1
        while close < line.upperBound, close < i + 7, !text.isMark(close, ")") { close += 1 }
        guard text.isMark(close, ")"), close > i + 1 else { return nil }
        let inner = i + 1..<close
        let isAgency =
          inner.allSatisfy {
            text[$0].isCapitalized || text.isMark($0, "/") || text.isMark($0, "-")
          }
          && inner.contains { j in
            text[j].shape.contains(.allCapitals) || text[j].shape.contains(.innerCapital)
          }
        let isLowerAgency = close == i + 2 && text[i + 1].isWord && group.date != nil
        if isAgency || isLowerAgency {
          group.hasAgency = true
        } else if !group.hasPlace {
          return nil
        }
        i = close + 1
        continue
      }
      if group.date == nil, text[i].isNumber {
        guard group.hasPlace || group.hasAgency, let end = dateEnd(i) else { return nil }
        group.date = i..<end
        i = end
        continue
      }
      if group.date == nil, text[i].isCapitalized {
        group.hasPlace = true
        if !text[i].shape.contains(.allCapitals) { group.isCapitals = false }
      } else if text.isMark(i, ",") || text.isMark(i, "/") || text.isMark(i, ".") {
        guard i > start else { return nil }
      } else if !text[i].isWord || text[i].end - text[i].start > 3 || !group.hasPlace
        || group.date != nil
      {
        return nil
      }
      i += 1
    }
    return nil
  }
}
