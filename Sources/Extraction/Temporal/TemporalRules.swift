import DossierModel

/// Words that a rule took for a time, and what they say.
struct TemporalMatch {
  var meaning: TemporalMeaning
  var tokens: Range<Int>

  init(_ meaning: TemporalMeaning, _ start: Int, _ end: Int) {
    self.meaning = meaning
    tokens = start..<max(start, end)
  }
}

/// A way to say a time.
///
/// A rule is tried where a token has one of the senses that it starts with; of
/// all that fit the longest is taken, of two equally long ones the one listed first.
struct TemporalRule: Sendable {
  typealias Kind = TemporalLexicon.Kind

  /// Its name, which signs what it found.
  let name: String
  /// What its first token can be.
  let starts: Kind
  /// The match that begins at a token.
  let match: @Sendable (TemporalText, Int) -> TemporalMatch?

  init(
    _ name: String, _ starts: Kind,
    _ match: @escaping @Sendable (TemporalText, Int) -> TemporalMatch?
  ) {
    (self.name, self.starts, self.match) = (name, starts, match)
  }

  /// Rules for times that hold no other time.
  static let simple: [TemporalRule] = [
    TemporalRule("numeric-date", [.digits, .weekday]) { $0.numericDate($1) },
    TemporalRule("day", [.digits, .numeral, .ordinal, .weekday]) { $0.date($1) },
    TemporalRule("month-first", .month) { $0.monthFirst($1) },
    TemporalRule("month", [.month, .unit]) { $0.monthName($1) },
    TemporalRule("weekday-number", .weekday) { $0.weekdayNumber($1) },
    TemporalRule("day-of-month", [.digits, .numeral, .ordinal, .last, .unit]) {
      $0.dayOfMonth($1)
    },
    TemporalRule("decade", [.unit, .yearNoun]) { $0.decade($1) },
    TemporalRule("year-span", [.digits, .yearNoun]) { $0.yearSpan($1) },
    TemporalRule("year", [.digits, .numeral, .yearNoun]) { $0.year($1) },
    TemporalRule("short-year", .apostrophe) { $0.shortYearDate($1) },
    TemporalRule("century", [.unit, .ordinal, .numeral, .digits, .apostrophe]) { $0.century($1) },
    TemporalRule("season", .season) { $0.season($1) },
    TemporalRule("year-part", [.ordinal, .last, .unit]) { $0.yearPart($1) },
    TemporalRule("holiday", [.phrase, .other]) { $0.holiday($1) },
    TemporalRule("day-shift", [.day, .phrase]) { $0.dayShift($1) },
    TemporalRule("weekday", .weekday) { $0.weekdayName($1) },
    TemporalRule("shifted-name", .shift) { $0.shiftedName($1) },
    TemporalRule("period", [.shift, .unit, .phrase]) { $0.period($1) },
    TemporalRule("rolling", [.shift, .last, .unit, .digits, .numeral, .vague]) { $0.rolling($1) },
    TemporalRule("ago", .number.union([.half, .unit, .phrase])) { $0.ago($1) },
    TemporalRule("ahead", .number.union([.opening, .half])) { $0.ahead($1) },
    TemporalRule("nth-weekday", [.ordinal, .last]) { $0.nthWeekday($1) },
    TemporalRule("nth-week", [.ordinal, .last]) { $0.nthWeek($1) },
  ]

  /// Rules for times that hold others or lean on them.
  static let composed: [TemporalRule] = [
    TemporalRule("recurring", [.recurring, .phrase, .weekday]) { $0.recurring($1) },
    TemporalRule("portion", [.portion, .ordinal, .last, .phrase]) { $0.portion($1) },
    TemporalRule("rest", .rest) { $0.rest($1) },
    TemporalRule("week-of", [.unit, .phrase]) { $0.weekOf($1) },
    TemporalRule("weekday-of-week", [.shift, .unit, .phrase]) { $0.weekdayOfWeek($1) },
    TemporalRule("day-part", [.part, .ordinal, .last, .shift, .hour]) { $0.dayPart($1) },
    TemporalRule("part-of-day", [.weekday, .day, .digits, .numeral, .phrase]) { $0.partOfDay($1) },
    TemporalRule("clock", [.at, .opening, .clock, .digits, .hour]) { $0.clockTime($1) },
    TemporalRule("day-clock", [.weekday, .day, .digits, .numeral, .ordinal]) { $0.dayClock($1) },
    TemporalRule("range", [.opening, .digits, .month, .weekday, .numeral]) { $0.range($1) },
    TemporalRule("several", [.month, .weekday, .digits]) { $0.several($1) },
    TemporalRule("since-then", .phrase) { $0.sinceThen($1) },
    TemporalRule("text-shift", .number.union([.half, .other, .phrase])) { $0.textShift($1) },
    TemporalRule("text-period", [.unit, .follow, .weekday, .part, .phrase]) { $0.textPeriod($1) },
    TemporalRule("same", .same) { $0.same($1) },
    TemporalRule("duration", .number.union(.half)) { $0.duration($1) },
    TemporalRule("uncounted-since", .opening) { $0.uncountedSince($1) },
  ]

  /// All rules.
  static let all = composed + simple

  /// What the first token of each simple rule and of each composed rule can be.
  static let startsOfSimple = TableArray(simple.map(\.starts))
  static let startsOfComposed = TableArray(composed.map(\.starts))
  /// What the first token of a simple rule can be.
  static let simpleStarts = simple.reduce(into: Kind()) { $0.formUnion($1.starts) }
  /// What the first token of any rule can be.
  static let starts = all.reduce(into: Kind()) { $0.formUnion($1.starts) }
}

// MARK: Days, months, years

extension TemporalText {
  typealias Year = TemporalMeaning.Year
  typealias Choice = TemporalMeaning.Choice
  typealias Day = TemporalMeaning.Day

  /// What says the year after a day or month: "2022", "del 2022", "dell'anno scorso", "scorso".
  func yearSuffix(_ i: Int) -> (year: Year?, choice: Choice, end: Int) {
    let none: (Year?, Choice, Int) = (nil, .tense, i)
    if let year = fullYear(i) { return (.number(year), .tense, i + 1) }
    if let (digits, end) = shortYear(i) { return (.number(century(of: digits)), .tense, end) }
    if let shift = shift(i), unit(i + 1) == nil {
      return (nil, shift < 0 ? .last : shift > 0 ? .next : .this, i + 1)
    }
    // "il 12 gennaio, 2016"
    if isMark(i, ","), isDigits(i + 1), let year = fullYear(i + 1),
      !has(i + 2) || text[i + 2].isPunctuation
    {
      return (.number(year), .tense, i + 2)
    }
    guard let next = afterOf(i) else { return none }
    if let year = fullYear(next) { return (.number(year), .tense, next + 1) }
    if let (digits, end) = shortYear(next) { return (.number(century(of: digits)), .tense, end) }
    if isAny(next, .yearNoun), let year = fullYear(next + 1) {
      return (.number(year), .tense, next + 2)
    }
    if let (meaning, end) = yearShift(next) { return (.shifted(meaning), .tense, end) }
    if let (shift, end) = yearFromText(next) { return (.fromText(shift), .tense, end) }
    return none
  }

  /// "scorso anno", "anno scorso", "quest'anno", "anno in corso", "due anni fa": years from now.
  func yearShift(_ i: Int) -> (shift: Int, end: Int)? {
    if let shift = shift(i), let (unit, end) = unit(i + 1), unit == .year { return (shift, end) }
    if let (unit, end) = unit(i), unit == .year {
      if let shift = shift(end) { return (shift, end + 1) }
      if let after = phrase(end, is: .current) { return (0, after) }
    }
    if let (amount, unit, count, end) = amount(i), amount != nil, unit == .year, let count,
      let after = phrase(end, is: .ago)
    {
      return (-count, after)
    }
    return nil
  }

  /// "anno seguente", "anno prima", "stesso anno": years from the one that the text has named.
  private func yearFromText(_ i: Int) -> (shift: Int, end: Int)? {
    if isAny(i, .same), let (unit, end) = unit(i + 1), unit == .year { return (0, end) }
    guard let (unit, end) = unit(i), unit == .year, !isPlural(i) else { return nil }
    if let shift = adjacent(end) { return (shift, end + 1) }
    return follow(end).map { (shift: $0.value, end: $0.end) }
  }

  /// The year that two digits after an apostrophe mean: of this century up to 29.
  func century(of digits: Int) -> Int { digits < 30 ? 2000 + digits : 1900 + digits }

  /// "il mese scorso", "questo mese", "del prossimo mese" after a day: months from now.
  private func monthShift(_ i: Int) -> (shift: Int, end: Int)? {
    let j = afterOf(i) ?? afterArticle(i)
    if let shift = shift(j), let (unit, end) = unit(j + 1), unit == .month { return (shift, end) }
    guard let (unit, end) = unit(j), unit == .month else { return nil }
    if let shift = shift(end) { return (shift, end + 1) }
    return phrase(end, is: .current).map { (0, $0) }
  }

  /// "martedì 13 settembre 2022", "il 24-25 marzo", "3, 4 e 5 maggio", "1° maggio".
  func date(_ i: Int) -> TemporalMatch? {
    var j = i
    var named: Int?
    if let (weekday, end) = weekday(i, isShortAllowed: true) {
      named = weekday
      j = isMark(end, ",") ? end + 1 : end
    }
    guard let first = dayNumber(j) else { return nil }
    // Most numbers are of no month.
    guard
      isAny(first.end, .month) || dayJoint(first.end) != nil || isMark(first.end, ".")
        || isPreposition(first.end, lexicon.di)
    else { return nil }
    var days = [first.day]
    var weekdays = [named]
    var joints: [Joint] = []
    j = first.end
    while true {
      guard let (joint, next) = dayJoint(j) else { break }
      let weekday = weekday(afterArticle(next))
      guard let (day, end) = dayNumber(weekday?.end ?? afterArticle(next)) else { break }
      days.append(day)
      weekdays.append(weekday?.weekday)
      joints.append(joint)
      j = end
      if days.count > 12 { break }
    }
    // "16. Nov. 2016", "ventidue di giugno"
    if isMark(j, "."), isJoined(j), month(j + 1, isShortAllowed: true) != nil { j += 1 }
    if isPreposition(j, lexicon.di), !isArticulated(j) { j += 1 }
    guard let (month, afterMonth) = month(j, isShortAllowed: true) ?? joinedMonth(j) else {
      return nil
    }
    if isAny(j, .month), self.month(j) == nil, !isClearAbbreviation(j, dayAt: i, named != nil) {
      return nil
    }
    let (year, choice, end) = yearSuffix(afterMonth)
    let meanings = days.enumerated().map { place, day in
      TemporalMeaning.day(
        Day(weekday: weekdays[place], day: day, month: month, year: year, choice: choice))
    }
    if meanings.count == 1 { return TemporalMatch(meanings[0], i, end) }
    if meanings.count == 2, joints[0] == .dash, days[0] < days[1] {
      return TemporalMatch(.range(meanings[0], meanings[1]), i, end)
    }
    guard !joints.contains(.dash) else { return nil }
    return TemporalMatch(.several(meanings, isAlternative: joints.contains(.or)), i, end)
  }

  /// What stands between the days of a list.
  private enum Joint { case dash, and, or }

  private func dayJoint(_ i: Int) -> (Joint, Int)? {
    if isDash(i) { return (.dash, i + 1) }
    if isMark(i, "/"), isJoined(i) { return (.dash, i + 1) }
    if isAnd(i) || isMark(i, ",") { return (.and, i + 1) }
    if lexeme(i) == lexicon.or { return (.or, i + 1) }
    return nil
  }

  /// The month joined to its day by a hyphen: "2-Ott".
  private func joinedMonth(_ i: Int) -> (month: Int, end: Int)? {
    guard isDash(i) || isMark(i, "/"), isJoined(i), isJoined(i + 1) else { return nil }
    return month(i + 1, isShortAllowed: true)
  }

  /// Whether an abbreviated month at `i` is one: "3 set" may be of tennis, "3 mar" may not.
  private func isClearAbbreviation(_ i: Int, dayAt start: Int, _ isNamed: Bool) -> Bool {
    isNamed || text[i].isCapitalized || isMark(i + 1, ".") || fullYear(i + 1) != nil
      || isArticle(start - 1) || isArticulated(start - 1)
  }

  /// "Novembre 19-20", "settembre 13, 2022": the month first.
  func monthFirst(_ i: Int) -> TemporalMatch? {
    guard let (month, next) = month(i), isDigits(next), let (day, end) = dayNumber(next) else {
      return nil
    }
    let first = TemporalMeaning.day(Day(day: day, month: month))
    if isDash(end), isDigits(end + 1), let (other, after) = dayNumber(end + 1), other > day {
      return TemporalMatch(.range(first, .day(Day(day: other, month: month))), i, after)
    }
    if isMark(end, ","), let year = fullYear(end + 1) {
      return TemporalMatch(
        .day(Day(day: day, month: month, year: .number(year))), i, end + 2)
    }
    return endsClause(end) ? TemporalMatch(first, i, end) : nil
  }

  private func isDigits(_ i: Int) -> Bool { isAny(i, .digits) }

  /// "settembre 2022", "settembre scorso", "marzo dell'anno scorso", "maggio".
  func monthName(_ i: Int) -> TemporalMatch? {
    if let (month, next) = month(i) {
      let (year, choice, end) = yearSuffix(next)
      if year == nil, choice == .tense, isPartOfName(i) || isBareName(i) || isGivenName(i) {
        return nil
      }
      return TemporalMatch(.month(month, year: year, choice), i, end)
    }
    // "mese di settembre"
    if let (unit, of) = unit(i), unit == .month, !isPlural(i), isPreposition(of, lexicon.di),
      let match = monthName(of + 1)
    {
      return TemporalMatch(match.meaning, i, match.tokens.upperBound)
    }
    // "Set. 2022"
    guard let (month, next) = month(i, isShortAllowed: true), text[i].isCapitalized,
      let year = fullYear(next)
    else { return nil }
    return TemporalMatch(.month(month, year: .number(year), .tense), i, next + 1)
  }

  /// Whether the capitalised word at `i` follows another one: a surname, a saint, a place.
  private func isPartOfName(_ i: Int) -> Bool {
    guard text[i].isCapitalized, i > bounds.lowerBound else { return false }
    let before = text[i - 1]
    return before.isCapitalized && preposition(i - 1) == nil && !isArticle(i - 1)
      && !isAny(i - 1, [.weekday, .portion, .shift, .month, .last])
      && !grammar.isAny(before.lexeme, of: .coordinator)
  }

  /// Whether a month with a capital stands where none would be without a preposition: "il colonnello
  /// Maggio".
  private func isBareName(_ i: Int) -> Bool {
    guard text[i].isCapitalized, i > bounds.lowerBound, text[i - 1].isWord else { return false }
    return preposition(i - 1) == nil && !isArticle(i - 1)
      && !isAny(i - 1, [.portion, .shift, .month, .last, .recurring, .part, .follow])
      && !grammar.isAny(text[i - 1].lexeme, of: .coordinator)
  }

  /// Whether a month opens its sentence before another word with a capital, as no month does without
  /// a preposition: "Marzo Rossi ha detto".
  private func isGivenName(_ i: Int) -> Bool {
    guard text[i].isCapitalized, has(i + 1), text[i + 1].isWord, text[i + 1].isCapitalized else {
      return false
    }
    return i == bounds.lowerBound || text[i - 1].isPunctuation
  }

  /// "venerdì 22": a weekday with the day of the month alone.
  func weekdayNumber(_ i: Int) -> TemporalMatch? {
    guard let (weekday, next) = weekday(i), let (day, end) = dayNumber(next), day > 1,
      endsClause(end)
    else { return nil }
    return TemporalMatch(.day(Day(weekday: weekday, day: day)), i, end)
  }

  /// "il 17", "dal 4", "il 20 del prossimo mese", "per il due".
  func dayOfMonth(_ i: Int) -> TemporalMatch? {
    // "il secondo giorno di agosto", "l’ultimo giorno dell’anno"
    if let number = ordinalOrLast(i), unit(i + 1)?.unit == .day, !isPlural(i + 1),
      let of = afterOf(i + 2), let (period, end) = monthSaid(of) ?? yearSaid(of)
    {
      return TemporalMatch(.nthDay(number, period), i, end)
    }
    // "il giorno 15", but "il giorno 15 della guerra", "siamo al giorno 15"
    if unit(i)?.unit == .day, isDigits(i + 1), let (day, end) = dayNumber(i + 1) {
      guard isIntroduced(i), !isPreposition(i - 1, lexicon.a), endsClause(end), afterOf(end) == nil
      else { return nil }
      return TemporalMatch(.day(Day(day: day)), i, end)
    }
    guard let (day, end) = dayNumber(i) else { return nil }
    // "il 6° reggimento", "al 14’"
    if end > i + 1 || isJoined(end) && (isApostrophe(end) || text[end].isWord) { return nil }
    if let of = afterOf(end), isAny(of, .same), let (unit, after) = unit(of + 1), unit == .month {
      return TemporalMatch(.dayOfSameMonth(day), i, after)
    }
    if let (shift, after) = monthShift(end), isIntroduced(i) {
      return TemporalMatch(.day(Day(day: day, monthShift: shift)), i, after)
    }
    if let of = afterOf(end), let (amount, unit, count, after) = amount(of), amount != nil,
      unit == .month, let count, let behind = phrase(after, is: .ago)
    {
      return TemporalMatch(.day(Day(day: day, monthShift: -count)), i, behind)
    }
    // "il 15 scorso", "il 20 prossimo venturo", but "il 15 scorso mese"
    if isIntroduced(i), isDigits(i), let shift = shift(end), shift != 0, endsClause(end + 1) {
      let last = self.shift(end + 1) == shift ? end + 2 : end + 1
      return TemporalMatch(.day(Day(day: day, choice: shift < 0 ? .last : .next)), i, last)
    }
    guard isIntroduced(i), endsClause(end), ordinal(i) == nil else { return nil }
    if isDigits(i) { return TemporalMatch(.day(Day(day: day)), i, end) }
    // In words only before a mark: "per il due." but not "il due per cento", "il sei volte".
    guard !has(end) || text[end].isPunctuation else { return nil }
    return TemporalMatch(.day(Day(day: day)), i, end)
  }

  /// Whether the masculine article in the singular stands before `i`, alone or in a preposition.
  private func isIntroduced(_ i: Int) -> Bool {
    guard has(i - 1), text[i - 1].lexeme >= 0 else { return false }
    return grammar.entries[text[i - 1].lexeme]?.contains { entry in
      (entry.wordClass == .definiteArticle || entry.wordClass == .articulatedPreposition)
        && entry.agreement.gender != .feminine && entry.agreement.number == .singular
    } ?? false
  }

  /// Whether what stands at `i` cannot be counted by the number before it: the end, a mark, a small
  /// word, a name.
  func endsClause(_ i: Int) -> Bool {
    guard has(i) else { return true }
    let token = text[i]
    if isPercent(i) || token.isNumber { return false }
    if token.isPunctuation { return !isDash(i) && !isMark(i, "/") || !isJoined(i) }
    if isPreposition(i, lexicon.a), isAny(i + 1, .digits) { return false }
    if token.isCapitalized { return true }
    if isAny(i, [.part, .clock, .clause, .planned]) || startsVerb(i) { return true }
    return grammar.isAny(
      token.lexeme, of: .preposition, .articulatedPreposition, .definiteArticle,
      .indefiniteArticle, .coordinator, .subordinator, .relative, .clitic, .negation, .adverb,
      .subjectPronoun)
  }

  /// "13/09/2022", "13.09.2022", "2022-09-13", "22/04", "2015/3".
  func numericDate(_ i: Int) -> TemporalMatch? {
    // "martedì 13/09/2022"
    let named = weekday(i, isShortAllowed: true)
    let start = named.map { afterArticle(isMark($0.end, ",") ? $0.end + 1 : $0.end) } ?? i
    guard let (numbers, end) = numericGroups(start) ?? numericGroupsWithComma(start) else {
      return nil
    }
    func day(_ d: Int, _ m: Int, _ y: Int?) -> TemporalMatch? {
      guard (1...31).contains(d), (1...12).contains(m) else { return nil }
      return TemporalMatch(
        .day(Day(weekday: named?.weekday, day: d, month: m, year: y.map { .number($0) })), i, end)
    }
    if numbers.count == 3 {
      let (a, b, c) = (numbers[0], numbers[1], numbers[2])
      if a.count == 4 { return day(c.value, b.value, a.value) }
      guard c.count == 4 || c.count == 2, a.count <= 2, b.count <= 2 else { return nil }
      let year = c.count == 4 ? c.value : century(of: c.value)
      return day(a.value, b.value, year) ?? day(b.value, a.value, year)
    }
    guard numbers.count == 2 else { return nil }
    let (a, b) = (numbers[0], numbers[1])
    if named != nil {
      // "venerdì 13/9", but "lunedì 3-2 alla capolista"
      guard a.count <= 2, b.count <= 2, text.bytes(start..<end).contains(UInt8(ascii: "/")),
        endsClause(end)
      else { return nil }
      return day(a.value, b.value, nil)
    }
    guard isIntroduced(i) || preposition(i - 1) != nil && numbers[0].count == 4 else { return nil }
    if isIntroduced(i), (1...12).contains(a.value), a.count <= 2, b.count == 4,
      (1000..<2200).contains(b.value)
    {
      return TemporalMatch(.month(a.value, year: .number(b.value), .tense), i, end)
    }
    if a.count == 4, (1000..<2200).contains(a.value), b.count <= 2, (1...12).contains(b.value) {
      // "nel 2008-09" are two years.
      if isDash(i + 1), b.value == a.value % 100 + 1 { return nil }
      return TemporalMatch(.month(b.value, year: .number(a.value), .tense), i, end)
    }
    guard isIntroduced(i), a.count <= 2, b.count <= 2, endsClause(end) else { return nil }
    return day(a.value, b.value, nil) ?? day(b.value, a.value, nil)
  }

  /// Two or three numbers that one sign joins, in one token or in several.
  private func numericGroups(_ i: Int) -> ([(value: Int, count: Int)], Int)? {
    guard isDigits(i),
      text.bytes(i).contains(UInt8(ascii: ".")) || isMark(i + 1, "/") || isDash(i + 1)
    else { return nil }
    let parts = text.bytes(i).split(
      separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
    let inside = parts.compactMap { NumberReader.plainDigits($0) }
    guard inside.count == parts.count else { return nil }
    if inside.count > 1 { return inside.count <= 3 ? (inside, i + 1) : nil }
    var numbers = inside
    var j = i + 1
    let isSlash = isMark(j, "/")
    while numbers.count < 3, isSlash ? isMark(j, "/") : isDash(j), isJoined(j), isJoined(j + 1),
      let next = self.numbers.plainDigits(at: j + 1)
    {
      numbers.append(next)
      j += 2
    }
    guard numbers.count > 1 else { return nil }
    // A third sign makes it something else.
    return isJoined(j) && (isMark(j, "/") || isDash(j)) && isDigits(j + 1) ? nil : (numbers, j)
  }

  /// "08/12,15": day, month, and the year after a comma.
  private func numericGroupsWithComma(_ i: Int) -> ([(value: Int, count: Int)], Int)? {
    guard let first = numbers.plainDigits(at: i), isMark(i + 1, "/"), isJoined(i + 1),
      isJoined(i + 2), isDigits(i + 2)
    else { return nil }
    let parts = text.bytes(i + 2).split(separator: UInt8(ascii: ","))
    let rest = parts.compactMap { NumberReader.plainDigits($0) }
    return rest.count == 2 && parts.count == 2 ? ([first] + rest, i + 3) : nil
  }

  /// "nel 2020", "(2014)", "anno 267", "nel 500 a.C.".
  func year(_ i: Int) -> TemporalMatch? {
    if isAny(i, .yearNoun) {
      guard !isAny(i - 1, .number), unit(i)?.unit != .year || !isPlural(i) else { return nil }
      if let year = fullYear(i + 1) { return TemporalMatch(.year(year), i, i + 2) }
      guard let year = numbers.word(at: i + 1) ?? numbers.plainDigits(at: i + 1)?.value,
        (100..<1000).contains(year), isAny(i + 1, .number)
      else { return nil }
      return TemporalMatch(.year(year), i, i + 2)
    }
    if let after = era(i + 1, "a"), let digits = numbers.plainDigits(at: i) {
      return TemporalMatch(.yearBefore(digits.value), i, after)
    }
    if let after = era(i + 1, "d"), let digits = numbers.plainDigits(at: i), digits.count < 5 {
      return TemporalMatch(.year(digits.value), i, after)
    }
    guard let year = fullYear(i), !isPercent(i + 1) else { return nil }
    let isBracketed = isMark(i - 1, "(") && (isMark(i + 1, ")") || isMark(i + 1, ","))
    guard isBracketed || isIntroduced(i) || isAny(i - 1, [.portion, .yearNoun, .season]) else {
      return nil
    }
    return TemporalMatch(.year(year), i, i + 1)
  }

  /// "a.C.", "d.C." at `i`; the token after it.
  private func era(_ i: Int, _ letter: StaticString) -> Int? {
    guard has(i + 2), text.isWritten(i, letter), isMark(i + 1, "."),
      text.isWritten(i + 2, "C")
    else { return nil }
    return isMark(i + 3, ".") ? i + 4 : i + 3
  }

  /// "2014-2018", "2022/23", "negli anni 2020 e 2021", "biennio 2020-2021".
  func yearSpan(_ i: Int) -> TemporalMatch? {
    let j = isAny(i, .yearNoun) ? i + 1 : i
    guard isDigits(j), let first = fullYear(j), isDash(j + 1) || isMark(j + 1, "/"),
      isJoined(j + 1) == isJoined(j + 2), let (digits, count) = numbers.plainDigits(at: j + 2)
    else { return nil }
    let second = count == 4 ? digits : count == 2 ? first / 100 * 100 + digits : 0
    guard second > first, second < 2200 else { return nil }
    let isBracketed = isMark(i - 1, "(") && isMark(j + 3, ")")
    guard j > i || isBracketed || isIntroduced(i) || preposition(i - 1) != nil else { return nil }
    return TemporalMatch(.range(.year(first), .year(second)), i, j + 3)
  }

  /// "nel ’92".
  func shortYearDate(_ i: Int) -> TemporalMatch? {
    guard let (digits, end) = shortYear(i), isIntroduced(i) else { return nil }
    // "la guerra del ’15-’18": of which century, the words alone don't tell.
    if isDash(end), shortYear(end + 1) != nil { return nil }
    return TemporalMatch(.year(century(of: digits)), i, end)
  }

  /// "anni ’80", "anni Ottanta", "anni 1970".
  func decade(_ i: Int) -> TemporalMatch? {
    guard unit(i)?.unit == .year, isPlural(i), !isAny(i - 1, .number) else { return nil }
    if let (digits, end) = shortYear(i + 1) {
      return digits % 10 == 0 ? decade(digits, i, end) : nil
    }
    guard isAny(i + 1, [.digits, .numeral]),
      let value = numbers.plainDigits(at: i + 1)?.value ?? numbers.word(at: i + 1),
      value % 10 == 0, value >= 10, !isPercent(i + 2)
    else { return nil }
    if isDash(i + 2), isDigits(i + 3) { return nil }
    if isAnd(i + 2), fullYear(i + 3) != nil, value > 1000 { return nil }
    return decade(value, i, i + 2)
  }

  private func decade(_ value: Int, _ start: Int, _ end: Int) -> TemporalMatch? {
    guard let first = Self.decade(value) else { return nil }
    // "anni ’70 e ’80", "anni Settanta-Ottanta"
    if isAnd(end) || isDash(end),
      let (other, after) = shortYear(end + 1)
        ?? numbers.word(at: end + 1).map({ (year: $0, end: end + 2) }),
      other % 10 == 0, (10..<100).contains(other), let second = Self.decade(other), second > first
    {
      let meanings = [TemporalMeaning.decade(first), .decade(second)]
      return TemporalMatch(
        isDash(end)
          ? .range(meanings[0], meanings[1]) : .several(meanings, isAlternative: false), start,
        after)
    }
    return TemporalMatch(.decade(first), start, end)
  }

  private static func decade(_ value: Int) -> Int? {
    switch value {
    case 0: 2000
    case 10: 2010
    case 20..<100: 1900 + value
    case 1000..<2200: value
    default: nil
    }
  }

  /// "XX secolo", "secolo XIX", "ventesimo secolo", "Novecento".
  func century(_ i: Int) -> TemporalMatch? {
    func match(_ number: Int, _ start: Int, _ end: Int) -> TemporalMatch? {
      (1...21).contains(number) && era(end, "a") == nil
        ? TemporalMatch(.century((number - 1) * 100), start, end) : nil
    }
    let century = TemporalUnit(base: .year, multiple: 100)
    if unit(i)?.unit == century {
      if let number = roman(i - 1) { return match(number, i - 1, i + 1) }
      if let number = roman(i + 1) { return match(number, i, i + 2) }
      return nil
    }
    if let number = ordinal(i), unit(i + 1)?.unit == century { return match(number, i, i + 2) }
    // "nel ’900"
    if isApostrophe(i), isIntroduced(i), isJoined(i + 1),
      let (hundreds, count) = numbers.plainDigits(at: i + 1), count == 3, hundreds % 100 == 0,
      hundreds >= 200
    {
      return match(hundreds / 100 + 11, i, i + 2)
    }
    if isDigits(i), let (day, end) = dayNumber(i), end == i + 2, unit(end)?.unit == century {
      return match(day, i, end + 1)
    }
    guard has(i), text[i].isCapitalized, isIntroduced(i), let hundreds = numbers.word(at: i),
      hundreds % 100 == 0, (200...900).contains(hundreds)
    else { return nil }
    return match(hundreds / 100 + 11, i, i + 1)
  }

  /// "primavera 2022", "estate del 2006", "estate scorsa", "autunno".
  func season(_ i: Int) -> TemporalMatch? {
    let found = sense(i, .season) { if case .season(let code) = $0 { code } else { nil } }
    guard let found else { return nil }
    let (year, choice, end) = yearSuffix(i + 1)
    // "L’Estate Rossa"
    if end == i + 1, text[i].isCapitalized, has(end), text[end].isCapitalized { return nil }
    // A winter of two years is named by the first: inverno 2022-23.
    if year != nil, isDash(end) || isMark(end, "/"), isJoined(end), isDigits(end + 1) {
      return TemporalMatch(.season(found, year: year, choice), i, end + 2)
    }
    return TemporalMatch(.season(found, year: year, choice), i, end)
  }

  /// "terzo trimestre del 2016", "primo semestre", "ultimo trimestre dello scorso anno".
  func yearPart(_ i: Int) -> TemporalMatch? {
    guard let number = ordinalOrLast(i), let (unit, next) = unit(i + 1), unit.base == .month,
      unit.multiple > 1, !isPlural(i + 1)
    else { return nil }
    let parts = 12 / unit.multiple
    let place = number == -1 ? parts : number
    guard (1...parts).contains(place) else { return nil }
    let (year, _, end) = yearSuffix(next)
    if number == -1, year == nil { return nil }
    return TemporalMatch(.yearPart(place, months: unit.multiple, year: year), i, end)
  }

  /// "Natale", "lunedì di Pasqua", "Ferragosto 2022".
  func holiday(_ i: Int) -> TemporalMatch? {
    let found = phrase(i) { if case .holiday(let holiday) = $0 { holiday } else { nil } }
    guard let (holiday, next) = found, !isPartOfName(i) else { return nil }
    // "la città natale"
    if !text[next - 1].isCapitalized, preposition(i - 1) == nil, !isArticle(i - 1) { return nil }
    let (year, choice, end) = yearSuffix(next)
    return TemporalMatch(.holiday(holiday, year: year, choice), i, end)
  }

  // MARK: From the day of writing

  /// "ieri", "l’altro ieri", "stamattina", "in giornata".
  func dayShift(_ i: Int) -> TemporalMatch? {
    let found = phrase(i) { sense -> (Int, DayPart?)? in
      if case .day(let shift, let part) = sense { return (shift, part) }
      return nil
    }
    if let ((shift, part), end) = found {
      let day = TemporalMeaning.dayShift(shift)
      return TemporalMatch(part.map { .part($0, of: day) } ?? day, i, end)
    }
    return phrase(i, is: .thisWeek).map { TemporalMatch(.period(.week, 0), i, $0) }
  }

  /// "lunedì", "lunedì scorso", "martedì prossimo".
  func weekdayName(_ i: Int) -> TemporalMatch? {
    guard let (weekday, end) = weekday(i) else { return nil }
    if let shift = shift(end), unit(end + 1) == nil {
      let choice: Choice = shift < 0 ? .last : shift > 0 ? .next : .this
      return TemporalMatch(.weekday(weekday, choice), i, end + 1)
    }
    // "lunedì della settimana scorsa", "venerdì la prossima settimana"
    let of = afterOf(end) ?? afterArticle(isMark(end, ",") ? end + 1 : end)
    if let week = period(of), case .period(let unit, _) = week.meaning,
      unit == .week
    {
      return TemporalMatch(.weekdayOf(weekday, week.meaning), i, week.tokens.upperBound)
    }
    // "un venerdì di marzo" is any of them.
    if isPartOfName(i) || grammar.isAny(lexeme(i - 1), of: .indefiniteArticle) { return nil }
    return TemporalMatch(.weekday(weekday, .tense), i, end)
  }

  /// "scorso lunedì", "prossimo 4 luglio", "scorsa estate", "scorso Natale".
  func shiftedName(_ i: Int) -> TemporalMatch? {
    guard let shift = shift(i) else { return nil }
    let choice: Choice = shift < 0 ? .last : shift > 0 ? .next : .this
    if let (weekday, end) = weekday(i + 1) {
      return TemporalMatch(.weekday(weekday, choice), i, end)
    }
    if var match = date(i + 1), case .day(var day) = match.meaning {
      day.choice = choice
      match = TemporalMatch(.day(day), i, match.tokens.upperBound)
      return match
    }
    var named = i + 1
    // "il prossimo mese di luglio"
    if let (unit, of) = unit(named), unit == .month, isPreposition(of, lexicon.di) {
      named = of + 1
    }
    if let (month, next) = month(named, isShortAllowed: true) {
      let (year, _, end) = yearSuffix(next)
      return TemporalMatch(.month(month, year: year, year == nil ? choice : .tense), i, end)
    }
    if let match = season(i + 1), case .season(let code, nil, _) = match.meaning {
      return TemporalMatch(.season(code, year: nil, choice), i, match.tokens.upperBound)
    }
    if let match = holiday(i + 1), case .holiday(let feast, nil, _) = match.meaning {
      return TemporalMatch(.holiday(feast, year: nil, choice), i, match.tokens.upperBound)
    }
    return nil
  }

  /// "scorsa settimana", "mese scorso", "quest’anno", "weekend", "mese dopo il prossimo".
  func period(_ i: Int) -> TemporalMatch? {
    if let shift = shift(i), let (unit, end) = unit(i + 1), !isPlural(i + 1), isCalendar(unit) {
      if unit == .year, let match = dated(inYear: shift, end, from: i) { return match }
      return TemporalMatch(.period(unit, shift), i, end)
    }
    guard let (unit, end) = unit(i), isCalendar(unit), !isPlural(i), !isUnlike(end) else {
      return nil
    }
    if isAny(i - 1, .digits) || numbers.word(at: i - 1).map({ $0 > 1 }) ?? false { return nil }
    if let shift = shift(end) {
      if unit == .year, let match = dated(inYear: shift, end + 1, from: i) { return match }
      return TemporalMatch(.period(unit, shift), i, end + 1)
    }
    if let after = phrase(end, is: .current) { return TemporalMatch(.period(unit, 0), i, after) }
    if let (direction, after) = follow(end), direction == 1, isArticle(after),
      shift(after + 1) == 1
    {
      return TemporalMatch(.period(unit, 2), i, after + 2)
    }
    // "fine settimana" is one, but "a fine settimana" speaks of the end of a week.
    guard unit.base == .weekend, !(isPreposition(i - 1, lexicon.a) && !isArticulated(i - 1)) else {
      return nil
    }
    return TemporalMatch(.period(unit, 0), i, end)
  }

  /// Whether an adjective at `i` says that the year before it is not the calendar's: anno scolastico.
  func isUnlike(_ i: Int) -> Bool { has(i) && phrase(i, is: .unlike) != nil }

  /// Whether the calendar has such periods.
  private func isCalendar(_ unit: TemporalUnit) -> Bool {
    switch unit.base {
    case .second, .minute, .hour: false
    default: true
    }
  }

  /// "primo venerdì di luglio", "terzo martedì", "ultima domenica di marzo".
  func nthWeekday(_ i: Int) -> TemporalMatch? {
    guard let number = ordinalOrLast(i), let (weekday, next) = weekday(i + 1), number <= 5 else {
      return nil
    }
    if let of = afterOf(next), let (month, end) = monthSaid(of) {
      return TemporalMatch(.nthWeekday(number, weekday, month), i, end)
    }
    guard number > 0, endsClause(next), afterOf(next) == nil else { return nil }
    return TemporalMatch(.nthWeekday(number, weekday, .period(.month, 0)), i, next)
  }

  /// The month at `i`: "luglio", "prossimo mese", or "mese" alone for that of writing.
  private func monthSaid(_ i: Int) -> (meaning: TemporalMeaning, end: Int)? {
    if let match = monthName(i) ?? period(i) {
      switch match.meaning {
      case .month: return (match.meaning, match.tokens.upperBound)
      case .period(let unit, _) where unit == .month:
        return (match.meaning, match.tokens.upperBound)
      default: break
      }
    }
    return bare(.month, i)
  }

  /// The year at `i`: "2024", "prossimo anno", or "anno" alone for that of writing.
  private func yearSaid(_ i: Int) -> (meaning: TemporalMeaning, end: Int)? {
    if let year = fullYear(i) { return (.year(year), i + 1) }
    if let (shift, end) = yearShift(i) { return (.period(.year, shift), end) }
    return bare(.year, i)
  }

  /// "mese", "anno" after an article, with nothing behind that tells which.
  private func bare(_ unit: TemporalUnit, _ i: Int) -> (meaning: TemporalMeaning, end: Int)? {
    guard let (found, end) = self.unit(i), found == unit, !isPlural(i), isArticulated(i - 1),
      !isUnlike(end), endsClause(end), afterOf(end) == nil, adjacent(end) == nil
    else { return nil }
    return (.period(unit, 0), end)
  }

  /// "terza settimana di questo mese", "seconda settimana del 2015".
  func nthWeek(_ i: Int) -> TemporalMatch? {
    guard let number = ordinalOrLast(i), let (unit, next) = unit(i + 1), unit == .week,
      !isPlural(i + 1), let of = afterOf(next), let (period, end) = portioned(of)
    else { return nil }
    switch period {
    case .month, .year: break
    case .period(let unit, _) where unit == .month || unit == .year: break
    default: return nil
    }
    return TemporalMatch(.nthWeek(number, period), i, end)
  }
}
