import DossierModel

// Times that hold other times or lean on them: parts, ranges, lists, clock times, times reckoned
// from one that the text has named.
extension TemporalText {
  // MARK: Parts of periods

  /// The period that a portion is of: a month, year, decade, season, week; "anno" alone is this year.
  func portioned(_ i: Int) -> (meaning: TemporalMeaning, end: Int)? {
    if let match = simple(i) {
      switch match.meaning {
      case .month, .year, .decade, .century, .season, .yearPart, .period:
        return (match.meaning, match.tokens.upperBound)
      default: break
      }
    }
    guard let (unit, end) = unit(i), !isPlural(i), !isUnlike(end) else { return nil }
    switch unit.base {
    case .week, .month, .year, .weekend: return (.period(unit, 0), end)
    default: return nil
    }
  }

  /// "inizio marzo", "metà del 2021", "fine degli anni ’80", "prima metà di luglio", "primi giorni
  /// di maggio", "ultimi mesi del 2021", "fine anno".
  func portion(_ i: Int) -> TemporalMatch? {
    if let portion = sense(i, .portion, { if case .portion(let p) = $0 { p } else { nil } }) {
      let next = afterOf(i + 1) ?? i + 1
      // "fine settimana" without "a" before is a weekend.
      if next == i + 1, unit(i)?.unit.base == .weekend,
        !isPreposition(i - 1, lexicon.a) || isArticulated(i - 1)
      {
        return nil
      }
      guard let (period, end) = portioned(next) else { return nil }
      return TemporalMatch(.portion(portion, period), i, end)
    }
    // "ai primi di maggio"
    if sense(i, .ordinal, { $0 == .firsts ? true : nil }) != nil, let next = afterOf(i + 1),
      let (period, end) = portioned(next)
    {
      return TemporalMatch(.portion(.early, period), i, end)
    }
    if let match = countedPortion(i) { return match }
    guard let number = ordinalOrLast(i) else { return nil }
    if number > 0, sense(i + 1, .portion, { $0 == .portion(.middle) ? true : nil }) != nil {
      guard number <= 2, let next = afterOf(i + 2), let (period, end) = portioned(next) else {
        return nil
      }
      return TemporalMatch(.portion(number == 1 ? .firstHalf : .secondHalf, period), i, end)
    }
    guard number == 1 || number == -1 else { return nil }
    if let match = decade(i + 1) {
      return TemporalMatch(
        .portion(number == 1 ? .early : .late, match.meaning), i, match.tokens.upperBound)
    }
    guard isPlural(i + 1), let (_, after) = unit(i + 1), let next = afterOf(after),
      let (period, end) = portioned(next)
    else { return nil }
    return TemporalMatch(.portion(number == 1 ? .early : .late, period), i, end)
  }

  /// "resto dell’anno", "resto di questa settimana".
  func rest(_ i: Int) -> TemporalMatch? {
    guard sense(i, .rest, { $0 == .rest ? true : nil }) != nil, let next = afterOf(i + 1),
      let (period, end) = portioned(next)
    else { return nil }
    let after = phrase(end, is: .current)
    return TemporalMatch(.rest(period), i, after ?? end)
  }

  /// "settimana del 16 settembre", "weekend di Pasqua".
  func weekOf(_ i: Int) -> TemporalMatch? {
    guard let (unit, next) = unit(i), unit == .week || unit.base == .weekend,
      let of = afterOf(next), let match = simple(of)
    else { return nil }
    if isDay(match.meaning) {
      return TemporalMatch(.weekOf(match.meaning), i, match.tokens.upperBound)
    }
    // "fine settimana del 9 e 10 ottobre", "del 9-10 ottobre"
    switch match.meaning {
    case .several, .range: break
    default: return nil
    }
    return TemporalMatch(match.meaning, i, match.tokens.upperBound)
  }

  /// "questa settimana, venerdì", "la settimana scorsa da lunedì a giovedì".
  func weekdayOfWeek(_ i: Int) -> TemporalMatch? {
    guard let week = period(i), case .period(let unit, _) = week.meaning, unit == .week else {
      return nil
    }
    var j = week.tokens.upperBound
    if isMark(j, ",") { j += 1 }
    if isPreposition(j, lexicon.da), let (first, next) = weekday(j + 1, isShortAllowed: true),
      isPreposition(next, lexicon.a), let (last, end) = weekday(next + 1, isShortAllowed: true)
    {
      return TemporalMatch(
        .range(.weekdayOf(first, week.meaning), .weekdayOf(last, week.meaning)), i, end)
    }
    if isPreposition(j, lexicon.di), !isArticulated(j) { j += 1 }
    guard let (weekday, end) = weekday(j) else { return nil }
    return TemporalMatch(.weekdayOf(weekday, week.meaning), i, end)
  }

  /// Whether a meaning is one day.
  func isDay(_ meaning: TemporalMeaning) -> Bool {
    switch meaning {
    case .day, .dayShift, .weekday, .holiday, .weekdayOf, .nthWeekday, .weekdayFromText: true
    case .part(_, let day): day.map(isDay) ?? false
    case .neighbour(let unit, _), .same(let unit): unit == .day
    default: false
    }
  }

  // MARK: Parts of the day, clock times

  private func part(_ i: Int) -> DayPart? {
    sense(i, .part) { if case .part(let part) = $0 { part } else { nil } }
  }

  /// "mattina", "tarda serata", "primo pomeriggio"; for "prime ore" the part is `nil`.
  private func partOfDayWords(_ i: Int) -> (part: DayPart?, end: Int)? {
    if let part = part(i) { return (part, i + 1) }
    guard ordinal(i) == 1 || isAny(i, .last) else { return nil }
    if let part = part(i + 1) { return (part, i + 2) }
    guard isPlural(i + 1), let (unit, end) = unit(i + 1), unit.base == .hour else { return nil }
    guard let next = afterOf(end), let part = part(next) else { return (nil, end) }
    return (part, next + 1)
  }

  /// A day at `i`, with the part of it that may follow.
  private func day(_ i: Int) -> TemporalMatch? {
    guard has(i) else { return nil }
    if let match = partOfDay(i) ?? shiftedPart(i) { return match }
    for candidate in [simple(i), textPeriod(i), same(i)] {
      if let candidate, isDay(candidate.meaning) { return candidate }
    }
    return nil
  }

  /// "prime ore di martedì mattina", "sera del 13 settembre", "notte tra lunedì e martedì",
  /// "questa mattina", "notte scorsa"; "nel pomeriggio".
  func dayPart(_ i: Int) -> TemporalMatch? {
    if let match = shiftedPart(i) { return match }
    guard let (part, next) = partOfDayWords(i) else { return nil }
    if let part, let shift = shift(next), unit(next + 1) == nil {
      return TemporalMatch(.part(part, of: .dayShift(shift > 0 ? 1 : 0)), i, next + 1)
    }
    if isPreposition(next, lexicon.tra), let range = range(next) {
      return TemporalMatch(range.meaning, i, range.tokens.upperBound)
    }
    if isPreposition(next, lexicon.tra), let first = day(afterArticle(next + 1)),
      isAnd(first.tokens.upperBound),
      let second = day(afterArticle(first.tokens.upperBound + 1))
    {
      return TemporalMatch(.range(first.meaning, second.meaning), i, second.tokens.upperBound)
    }
    if let of = afterOf(next), let day = day(of) {
      return TemporalMatch(.part(part ?? .morning, of: day.meaning), i, day.tokens.upperBound)
    }
    guard let part else { return nil }
    let isInside = isPreposition(i - 1, lexicon.in)
    let isAtDawn = part == .dawn && isPreposition(i - 1, lexicon.a) && isArticulated(i - 1)
    return isInside || isAtDawn ? TemporalMatch(.part(part, of: nil), i, next) : nil
  }

  /// "questa mattina", "scorsa notte".
  private func shiftedPart(_ i: Int) -> TemporalMatch? {
    guard let shift = shift(i), let part = part(i + 1) else { return nil }
    return TemporalMatch(.part(part, of: .dayShift(shift > 0 ? 1 : 0)), i, i + 2)
  }

  /// "martedì mattina", "ieri in tarda serata", "lunedì all’alba".
  func partOfDay(_ i: Int) -> TemporalMatch? {
    guard let day = simple(i), isDay(day.meaning) else { return nil }
    let j = day.tokens.upperBound
    if let part = part(j) { return TemporalMatch(.part(part, of: day.meaning), i, j + 1) }
    guard isPreposition(j, lexicon.in) || isPreposition(j, lexicon.a),
      let (part, end) = partOfDayWords(j + 1), let part
    else { return nil }
    if isPreposition(j, lexicon.a), part != .dawn { return nil }
    return TemporalMatch(.part(part, of: day.meaning), i, end)
  }

  /// "alle 00:05 (20:05 GMT) di martedì", "alle ore 9.10", "ore 14", "a mezzanotte di ieri".
  func clockTime(_ i: Int) -> TemporalMatch? {
    if let (clock, end) = clockSpan(i) {
      let day = dayAfterClock(end)
      return TemporalMatch(
        .hours(clock, day: day?.meaning), i, day?.tokens.upperBound ?? end)
    }
    guard let (clock, other, end) = clockWords(i) else { return nil }
    let day = dayAfterClock(end)
    return TemporalMatch(
      .clock(clock, other, day: day?.meaning), i, day?.tokens.upperBound ?? end)
  }

  /// The day that a clock time before `i` is of: "di martedì", "del 13 settembre", "ieri".
  private func dayAfterClock(_ i: Int) -> TemporalMatch? {
    let next = isMark(i, ",") && afterOf(i + 1) != nil ? i + 1 : i
    return afterOf(next).flatMap(day) ?? day(i)
  }

  /// "martedì alle 14.30", "ieri, intorno alle 9", "13 settembre, ore 14:35".
  func dayClock(_ i: Int) -> TemporalMatch? {
    guard let day = day(i) else { return nil }
    var j = day.tokens.upperBound
    if isMark(j, ",") { j += 1 }
    // "ieri verso le 9", "lunedì intorno alle 9"
    while j < day.tokens.upperBound + 3, !isAny(j, [.at, .clock, .opening]),
      preposition(j) != nil || isAny(j, .around)
    {
      j += 1
    }
    if isArticle(j) { j += 1 }
    guard isAny(j, [.at, .opening, .clock, .digits, .hour]), let (clock, other, end) = clockWords(j)
    else { return nil }
    return TemporalMatch(.clock(clock, other, day: day.meaning), i, end)
  }

  /// A clock time with the words before it, and the same time in another zone.
  private func clockWords(_ i: Int) -> (Clock, Clock?, Int)? {
    var j = i
    var isIntroduced = false
    if isAny(j, [.at, .opening]), isFemininePlural(j) || isElidedArticle(j) {
      (j, isIntroduced) = (j + 1, true)
    } else if isPreposition(j, lexicon.a), isAny(j + 1, .hour) {
      j += 1
    } else if has(j - 1), text[j - 1].lexeme == lexicon.le {
      isIntroduced = preposition(j - 2) != nil && preposition(j - 2) != lexicon.di
    }
    if isAny(j, .clock), isPlural(j) || unit(j) == nil { (j, isIntroduced) = (j + 1, true) }
    guard let (clock, next, isPrecise) = clockNumber(j, isIntroduced: isIntroduced) else {
      return nil
    }
    var first = clock
    var end = next
    if let (zone, after) = zone(end) { (first.zone, end) = (zone, after) }
    var second: Clock?
    if let (other, after) = bracketed(end, first: first) { (second, end) = (other, after) }
    let isClear =
      isPrecise || first.zone != nil || second != nil || isAny(j, .hour) || endsClause(end)
    guard isClear else { return nil }
    return (first, second, end)
  }

  /// "dalle 8 alle 12", "tra le 18:10 e le 18:50": the first time, up to the end of the second.
  private func clockSpan(_ i: Int) -> (Clock, Int)? {
    var j = i + 1
    let isBetween = isPreposition(i, lexicon.tra)
    if isBetween {
      guard isArticle(j), lexeme(j) == lexicon.le || text[j].shape.contains(.elided) else {
        return nil
      }
      j += 1
    } else {
      guard isPreposition(i, lexicon.da), isFemininePlural(i) || isElidedArticle(i) else {
        return nil
      }
    }
    if isAny(j, .clock) { j += 1 }
    guard let (clock, next, isPrecise) = clockNumber(j, isIntroduced: true) else { return nil }
    var first = clock
    var end = next
    if let (zone, after) = zone(end) { (first.zone, end) = (zone, after) }
    if isBetween {
      guard isAnd(end), isArticle(end + 1) else { return nil }
      end += 2
    } else if let after = phrase(end, is: .relation(.until)) {
      end = after
    } else {
      guard isPreposition(end, lexicon.a), isArticulated(end) else { return nil }
      end += 1
    }
    if isAny(end, .clock) { end += 1 }
    guard let (last, after, isLastPrecise) = clockNumber(end, isIntroduced: true) else {
      return nil
    }
    end = after
    if let (zone, after) = zone(end) {
      end = after
      if first.zone == nil { first.zone = zone }
    }
    guard isPrecise || isLastPrecise || first.zone != nil || endsClause(end), last != first else {
      return nil
    }
    return (first, end)
  }

  private func isFemininePlural(_ i: Int) -> Bool {
    grammar.entry(lexeme(i), .articulatedPreposition)?.agreement
      == .init(gender: .feminine, number: .plural)
  }

  private func isElidedArticle(_ i: Int) -> Bool {
    has(i) && text[i].shape.contains(.elided) && isArticulated(i) && text.isWritten(i + 1, "una")
  }

  /// The time at `i`: "9", "9.10", "14:35:20", "tre e mezza", "5 del mattino", "mezzogiorno".
  ///
  /// It is precise if it has minutes or the part of the day.
  private func clockNumber(
    _ i: Int, isIntroduced: Bool
  ) -> (clock: Clock, end: Int, isPrecise: Bool)? {
    if let hour = sense(i, .hour, { if case .hour(let hour) = $0 { hour } else { nil } }) {
      // "le province del mezzogiorno", "il mezzogiorno di fuoco"
      let before = isArticle(i - 1) ? i - 2 : i - 1
      guard let base = preposition(before), base != lexicon.di || !isArticulated(before) else {
        return nil
      }
      return (Clock(hour: hour), i + 1, true)
    }
    guard has(i) else { return nil }
    var clock: Clock
    var isPrecise = false
    if kinds[i].contains(.digits) {
      let bytes = text.bytes(i)
      let parts = bytes.split(omittingEmptySubsequences: false) { byte in
        byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
      }
      let numbers = parts.compactMap { NumberReader.plainDigits($0) }
      guard numbers.count == parts.count, numbers.count <= 3, let hour = numbers.first,
        hour.value <= 24, hour.count <= 2,
        numbers.dropFirst().allSatisfy({ $0.count == 2 && $0.value < 60 })
      else { return nil }
      clock = Clock(hour: hour.value % 24)
      if numbers.count > 1 { (clock.minute, isPrecise) = (numbers[1].value, true) }
      if numbers.count > 2 { clock.second = numbers[2].value }
      // Without "alle" or "ore" only a colon makes a time of it.
      guard isIntroduced || isPrecise && (bytes.contains(UInt8(ascii: ":")) || zone(i + 1) != nil)
      else { return nil }
    } else {
      guard isIntroduced, let hour = numbers.word(at: i), (1...24).contains(hour) else {
        return nil
      }
      clock = Clock(hour: hour % 24)
    }
    var end = i + 1
    if isAnd(end), isAny(end + 1, .half) {
      (clock.minute, isPrecise, end) = (30, true, end + 2)
    } else if isAnd(end), !isPrecise, let minutes = numbers.word(at: end + 1),
      (5..<60).contains(minutes), minutes % 5 == 0, endsClause(end + 2)
    {
      (clock.minute, isPrecise, end) = (minutes, true, end + 2)
    }
    if let of = afterOf(end), let part = part(of) {
      if clock.hour < 12, part == .afternoon || part == .evening { clock.hour += 12 }
      if clock.hour == 12, part == .night { clock.hour = 0 }
      (isPrecise, end) = (true, of + 1)
    }
    return (clock, end, isPrecise)
  }

  /// The zone told at `i`: "GMT", "UTC+2", "ora italiana", "(UTC-4)", "locali".
  private func zone(_ i: Int) -> (value: ClockZone, end: Int)? {
    let isBracketed = isMark(i, "(")
    guard let (first, next) = zoneWords(isBracketed ? i + 1 : i) else { return nil }
    if isBracketed { return isMark(next, ")") ? (first, next + 1) : nil }
    // "ora locale (UTC-4)": what follows tells which.
    if case .local = first {
      let isFollowed = isMark(next, "(")
      if let (other, end) = zoneWords(isFollowed ? next + 1 : next), other != .local,
        !isFollowed || isMark(end, ")")
      {
        return (other, isFollowed ? end + 1 : end)
      }
    }
    return (first, next)
  }

  private func zoneWords(_ i: Int) -> (value: ClockZone, end: Int)? {
    // "UTC-4" is one token.
    if has(i), text[i].shape.contains(.hyphenated), let zone = hyphenatedZone(i) {
      return (zone, i + 1)
    }
    guard let (zone, end) = phrase(i, { if case .zone(let zone) = $0 { zone } else { nil } }) else {
      return nil
    }
    if case .fixed(0) = zone, isMark(end, "+") || isDash(end),
      let (hours, _) = numbers.plainDigits(at: end + 1), hours <= 14
    {
      return (.fixed(hours * (isDash(end) ? -60 : 60)), end + 2)
    }
    return (zone, end)
  }

  private func hyphenatedZone(_ i: Int) -> ClockZone? {
    let parts = text.bytes(i).split(separator: UInt8(ascii: "-"))
    guard parts.count == 2, let (hours, _) = NumberReader.plainDigits(parts[1]), hours <= 14,
      parts[0].elementsEqual("UTC".utf8) || parts[0].elementsEqual("GMT".utf8)
    else { return nil }
    return .fixed(-60 * hours)
  }

  /// "(20:05 GMT)", "(le 3.30 in Italia)", ", le 3.30 italiane,".
  private func bracketed(_ i: Int, first: Clock) -> (Clock, Int)? {
    let isBracketed = isMark(i, "(")
    guard isBracketed || isMark(i, ",") else { return nil }
    var j = afterArticle(i + 1)
    let isIntroduced = j > i + 1 || isAny(j, .clock) || isBracketed
    if isAny(j, .clock) { j += 1 }
    guard let (clock, next, _) = clockNumber(j, isIntroduced: isIntroduced) else { return nil }
    // "(le 7:30 in Italia)"
    if isBracketed, zone(next) == nil, preposition(next) != nil, has(next + 1),
      text[next + 1].isCapitalized, isMark(next + 2, ")")
    {
      return (clock, next + 3)
    }
    guard let (zone, end) = zone(next) else { return nil }
    var other = clock
    other.zone = zone
    if !isBracketed { return first.zone == nil ? nil : (other, end) }
    if isMark(end, ")") { return (other, end + 1) }
    if let day = afterOf(end).flatMap(day), isMark(day.tokens.upperBound, ")") {
      return (other, day.tokens.upperBound + 1)
    }
    return nil
  }

  // MARK: From one time to another

  /// "dal 4 al 22 gennaio", "tra il 3 e il 5 marzo", "da lunedì a giovedì", "da oggi fino a domani",
  /// "tra aprile e maggio", "nel 2014 fino al 2018".
  func range(_ i: Int) -> TemporalMatch? {
    if isPreposition(i, lexicon.tra) || isPreposition(i, lexicon.da) {
      let isBetween = isPreposition(i, lexicon.tra)
      guard
        let first = bareDay(afterArticle(i + 1), isBetween)
          ?? bareCentury(afterArticle(i + 1), isBetween) ?? endpoint(afterArticle(i + 1)),
        let next = joint(first.tokens.upperBound, isBetween: isBetween),
        let second = endpoint(afterArticle(next))
      else { return nil }
      return range(first, second, from: i, isArticulated: isArticulated(i) || isArticle(i + 1))
    }
    guard let first = simple(i) else { return nil }
    let j = first.tokens.upperBound
    if let next = phrase(j, is: .relation(.until)), let second = endpoint(afterArticle(next)) {
      return range(first, second, from: i, isArticulated: true)
    }
    if isDash(j), let second = endpoint(j + 1), case .day(let day) = first.meaning,
      day.month != nil, case .day = second.meaning
    {
      return range(first, second, from: i, isArticulated: true)
    }
    return nil
  }

  /// A day of which the month is told with the other end: "tra il 3 e il 5 marzo".
  private func bareDay(_ i: Int, _ isBetween: Bool) -> TemporalMatch? {
    guard let (day, end) = dayNumber(i), joint(end, isBetween: isBetween) != nil else { return nil }
    return TemporalMatch(.day(Day(day: day)), i, end)
  }

  /// A century of which the noun is told with the other end: "tra il XVIII e il XIX secolo".
  private func bareCentury(_ i: Int, _ isBetween: Bool) -> TemporalMatch? {
    guard let number = roman(i) ?? ordinal(i), (1...21).contains(number),
      let next = joint(i + 1, isBetween: isBetween), romanCentury(afterArticle(next)) != nil
    else { return nil }
    return TemporalMatch(.century((number - 1) * 100), i, i + 1)
  }

  /// "XIX secolo" at `i`, its number first.
  private func romanCentury(_ i: Int) -> TemporalMatch? {
    guard let number = roman(i) ?? ordinal(i), (1...21).contains(number),
      let (unit, end) = unit(i + 1), unit == TemporalUnit(base: .year, multiple: 100)
    else { return nil }
    return TemporalMatch(.century((number - 1) * 100), i, end)
  }

  private func joint(_ i: Int, isBetween: Bool) -> Int? {
    if isBetween { return isAnd(i) ? i + 1 : nil }
    if let end = phrase(i, is: .relation(.until)) { return end }
    if isPreposition(i, lexicon.a) || isDash(i) { return i + 1 }
    return nil
  }

  /// One end of a range; a number alone may be a day or a year.
  private func endpoint(_ i: Int) -> TemporalMatch? {
    guard has(i) else { return nil }
    let match = simple(i) ?? portion(i) ?? romanCentury(i)
    if let match, !isCount(match.meaning) {
      if case .weekday(_, .tense) = match.meaning, let part = part(match.tokens.upperBound) {
        return TemporalMatch(.part(part, of: match.meaning), i, match.tokens.upperBound + 1)
      }
      return match
    }
    if let (weekday, end) = weekday(i, isShortAllowed: true) {
      return TemporalMatch(.weekday(weekday, .tense), i, end)
    }
    if let (digits, end) = shortYear(i) {
      return TemporalMatch(.year(century(of: digits)), i, end)
    }
    if let year = fullYear(i) { return TemporalMatch(.year(year), i, i + 1) }
    if let (day, end) = dayNumber(i), ordinal(i) == nil || end > i + 1 || day == 1 {
      return TemporalMatch(.day(Day(day: day)), i, end)
    }
    return nil
  }

  private func isCount(_ meaning: TemporalMeaning) -> Bool {
    switch meaning {
    case .rolling, .away, .about: true
    default: false
    }
  }

  private func range(
    _ first: TemporalMatch, _ second: TemporalMatch, from start: Int, isArticulated: Bool
  ) -> TemporalMatch? {
    var end = second.tokens.upperBound
    var (a, b) = (first.meaning, second.meaning)
    switch (a, b) {
    case (.day(var from), .day(var to)):
      if to.month == nil, to.monthShift == nil {
        guard from.month == nil, from.day < to.day else { return nil }
        if let (shift, after) = monthShift(end) {
          (to.monthShift, end) = (shift, after)
        } else {
          // "tra il 12 e il 15, …"
          guard isArticulated, endsClause(end), !isAnd(end) else { return nil }
        }
      }
      if from.month == nil {
        (from.month, from.monthShift) = (to.month, to.monthShift)
        if from.year == nil { from.year = to.year }
        guard from.day < to.day else { return nil }
      } else if from.year == nil, let year = to.year, let month = from.month,
        let last = to.month
      {
        if case .number(let number) = year {
          from.year = .number(month > last ? number - 1 : number)
        }
      }
      if from.choice == .tense { from.choice = to.choice }
      (a, b) = (.day(from), .day(to))
    case (.year(let from), .year(let to)):
      guard from < to else { return nil }
      // "da 1500 a 2000 uomini" counts; "dal 1992 al 1995" dates.
      if !isArticulated {
        guard from >= 1900, to <= 2100, endsClause(end) else { return nil }
      }
    case (.month(let from, nil, let choice), .month(let to, let year?, _)):
      if case .number(let number) = year {
        a = .month(from, year: .number(from > to ? number - 1 : number), choice)
      }
    case (.weekday(let weekday, .tense), .weekdayOf(_, let week)):
      a = .weekdayOf(weekday, week)
    case (.weekday, .weekday):
      // "dal lunedì al venerdì" speaks of every week.
      if isArticulated { return TemporalMatch(.recurring, start, end) }
    case (.day(let from), _):
      if from.month == nil { return nil }
    case (.dayShift, .day(let to)) where to.month == nil:
      // "da domani al 15"
      guard self.isArticulated(second.tokens.lowerBound - 1), endsClause(end) else { return nil }
    case (_, .day(let to)):
      if to.month == nil { return nil }
    case (.year, .decade), (.decade, .year), (.decade, .decade), (.century, .century),
      (.month, .month), (.season, .season):
      break
    case (.dayShift, _), (_, .dayShift), (.portion, _), (_, .portion), (.period, .period),
      (.holiday, _), (_, .holiday), (.weekday, _), (_, .weekday), (.part, _), (_, .part),
      (.month, .year), (.year, .month), (.season, _), (_, .season):
      break
    default: return nil
    }
    return TemporalMatch(.range(a, b), start, end)
  }

  private func monthShift(_ i: Int) -> (shift: Int, end: Int)? {
    let j = afterOf(i) ?? afterArticle(i)
    guard let match = period(j), case .period(let unit, let shift) = match.meaning, unit == .month
    else { return nil }
    return (shift, match.tokens.upperBound)
  }

  /// "maggio e aprile", "2006, 2008 e 2014", "lunedì e martedì".
  func several(_ i: Int) -> TemporalMatch? {
    var meanings: [TemporalMeaning] = []
    var isAlternative = false
    var j = i
    var end = i
    while meanings.count < 12 {
      guard let (meaning, next) = member(j, isFirst: j == i) else { break }
      if let first = meanings.first, !isAlike(first, meaning) { break }
      meanings.append(meaning)
      end = next
      let isLast = isAnd(next) || lexeme(next) == lexicon.or
      if lexeme(next) == lexicon.or { isAlternative = true }
      guard isLast || isMark(next, ",") else { break }
      j = next + 1
    }
    guard meanings.count > 1, isAnd(lastJoint(i, end)) || isAlternative else { return nil }
    switch meanings[0] {
    case .month:
      let (year, choice, after) = yearSuffix(end)
      meanings = meanings.map { meaning in
        guard case .month(let month, nil, _) = meaning else { return meaning }
        return .month(month, year: year, choice)
      }
      end = after
    case .weekday:
      // "lunedì e martedì." but "è arrivato lunedì e martedì ha parlato"
      guard !has(end) || text[end].isPunctuation || preposition(end) != nil else { return nil }
    default: break
    }
    return TemporalMatch(.several(meanings, isAlternative: isAlternative), i, end)
  }

  /// The last "e" of a list that ends before `end`.
  private func lastJoint(_ start: Int, _ end: Int) -> Int {
    var i = end - 1
    while i > start {
      if isAnd(i) || isMark(i, ",") { return i }
      i -= 1
    }
    return start
  }

  private func member(_ i: Int, isFirst: Bool) -> (TemporalMeaning, Int)? {
    if let (month, end) = month(i) { return (.month(month, year: nil, .tense), end) }
    if let (weekday, end) = weekday(i) { return (.weekday(weekday, .tense), end) }
    guard isAny(i, .digits), let year = fullYear(i) else { return nil }
    if isFirst { return self.year(i) == nil ? nil : (.year(year), i + 1) }
    return endsClause(i + 1) ? (.year(year), i + 1) : nil
  }

  private func isAlike(_ a: TemporalMeaning, _ b: TemporalMeaning) -> Bool {
    switch (a, b) {
    case (.month, .month), (.weekday, .weekday), (.year, .year): true
    default: false
    }
  }

  // MARK: From a time that the text has named

  /// "da allora".
  func sinceThen(_ i: Int) -> TemporalMatch? {
    phrase(i, is: .sinceThen).map { TemporalMatch(.sinceThen, i, $0) }
  }

  /// What "dopo" or "prima" at the end of words leans on, from the token `i`: a date, something else
  /// that the text tells (an event), or nothing.
  private enum Leaning { case date(TemporalMatch), event, nothing }

  private func leaning(_ i: Int, isBefore: Bool) -> Leaning {
    guard has(i) else { return .nothing }
    let next = isBefore ? afterOf(i) ?? i : afterArticle(i)
    if next > i || isBefore == false, let match = simple(next), !isCount(match.meaning) {
      return .date(match)
    }
    if next > i { return .event }
    let token = text[i]
    if token.isPunctuation {
      return text.isMark(i, "“") || text.isMark(i, "«") ? .event : .nothing
    }
    if grammar.isAny(
      token.lexeme, of: .definiteArticle, .indefiniteArticle, .possessive, .demonstrative,
      .relative)
    {
      return .event
    }
    if isPreposition(i, lexicon.di) { return .event }
    // "due giorni dopo Hamas": nobody can tell without a comma.
    return token.isCapitalized ? .event : .nothing
  }

  /// "due giorni dopo", "tre anni prima", "l’indomani", "due giorni dopo il 7 ottobre".
  func textShift(_ i: Int) -> TemporalMatch? {
    if let end = phrase(i, is: .nextDay) {
      switch leaning(end, isBefore: true) {
      case .date(let match):
        return TemporalMatch(
          .shifted(TemporalAmount(1, .day), 1, from: match.meaning), i, match.tokens.upperBound)
      case .event:
        return afterOf(end) == nil
          ? TemporalMatch(.neighbour(.day, 1), i, end)
          : TemporalMatch(.shifted(nil, 1, from: nil), i, end)
      case .nothing: return TemporalMatch(.neighbour(.day, 1), i, end)
      }
    }
    guard isAny(i, Kind.number.union(.half)), let (amount, unit, count, end) = amount(i),
      unit.base != .weekend
    else { return nil }
    if let direction = adjacent(end) {
      if isPreposition(end + 1, lexicon.a) {
        return TemporalMatch(.shifted(nil, direction, from: nil), i, end + 1)
      }
      return TemporalMatch(.rollingFromText(count, unit, direction), i, end + 1)
    }
    // "4 giorni da domani"
    if isPreposition(end, lexicon.da), amount != nil, let day = dayShift(end + 1) {
      return TemporalMatch(
        .shifted(amount, 1, from: day.meaning), i, day.tokens.upperBound)
    }
    guard let (direction, after) = follow(end) else { return nil }
    switch leaning(after, isBefore: direction < 0) {
    case .date(let match):
      return TemporalMatch(
        .shifted(amount, direction, from: match.meaning), i, match.tokens.upperBound)
    case .event: return TemporalMatch(.shifted(nil, direction, from: nil), i, after)
    case .nothing: return TemporalMatch(.shifted(amount, direction, from: nil), i, after)
    }
  }

  /// "giorno dopo", "settimana successiva", "anno precedente", "lunedì seguente".
  func textPeriod(_ i: Int) -> TemporalMatch? {
    // "la sera stessa", "il giorno stesso"
    if sense(i + 1, .same, { $0 == .same ? true : nil }) != nil {
      if part(i) != nil { return TemporalMatch(.same(.day), i, i + 2) }
      if let (unit, end) = unit(i), end == i + 1, !isPlural(i), unit.multiple == 1,
        isReckoned(unit), unit.base != .weekend
      {
        return TemporalMatch(.same(unit), i, i + 2)
      }
    }
    if let direction = adjacent(i) {
      if let (count, next) = count(i + 1), let (unit, end) = unit(next) {
        return TemporalMatch(.rollingFromText(count, unit, direction), i, end)
      }
      if let (unit, end) = unit(i + 1), !isPlural(i + 1), isReckoned(unit) {
        return TemporalMatch(.neighbour(unit, direction), i, end)
      }
      if let (weekday, end) = weekday(i + 1) {
        return TemporalMatch(.weekdayFromText(weekday, direction), i, end)
      }
      return nil
    }
    if let (weekday, end) = weekday(i) {
      if let direction = adjacent(end) {
        return TemporalMatch(.weekdayFromText(weekday, direction), i, end + 1)
      }
      if let (direction, after) = follow(end),
        case .nothing = leaning(after, isBefore: direction < 0)
      {
        return TemporalMatch(.weekdayFromText(weekday, direction), i, after)
      }
      return nil
    }
    // "la mattina successiva", "la notte prima"
    if part(i) != nil {
      if let direction = adjacent(i + 1) {
        return TemporalMatch(.neighbour(.day, direction), i, i + 2)
      }
      if let (direction, after) = follow(i + 1),
        case .nothing = leaning(after, isBefore: direction < 0)
      {
        return TemporalMatch(.neighbour(.day, direction), i, after)
      }
      return nil
    }
    guard let (unit, end) = unit(i), isReckoned(unit), !isAny(i - 1, .number) || isArticle(i - 1)
    else { return nil }
    if let direction = adjacent(end) {
      if isPreposition(end + 1, lexicon.a) {
        return TemporalMatch(.shifted(nil, direction, from: nil), i, end + 1)
      }
      return isPlural(i)
        ? TemporalMatch(.rollingFromText(nil, unit, direction), i, end + 1)
        : TemporalMatch(.neighbour(unit, direction), i, end + 1)
    }
    guard !isPlural(i), let (direction, after) = follow(end) else { return nil }
    // "La settimana prima, il 28 aprile, …": the date that follows tells which.
    if isMark(after, ","), let next = date(afterArticle(after + 1)) {
      return TemporalMatch(unit == .day ? next.meaning : .open, i, after)
    }
    switch leaning(after, isBefore: direction < 0) {
    case .date(let match):
      return TemporalMatch(
        .shifted(TemporalAmount(1, unit), direction, from: match.meaning), i,
        match.tokens.upperBound)
    case .event: return TemporalMatch(.shifted(nil, direction, from: nil), i, after)
    case .nothing: return TemporalMatch(.neighbour(unit, direction), i, after)
    }
  }

  private func isReckoned(_ unit: TemporalUnit) -> Bool {
    switch unit.base {
    case .day, .week, .month, .year, .weekend: true
    default: false
    }
  }

  /// "stesso giorno", "quell’anno", "quella stessa notte".
  func same(_ i: Int) -> TemporalMatch? {
    var j = i + 1
    if isAny(j, .same) { j += 1 }
    if part(j) != nil { return TemporalMatch(.same(.day), i, j + 1) }
    guard let (unit, end) = unit(j), !isPlural(j), isReckoned(unit), unit.base != .weekend,
      unit.multiple == 1
    else { return nil }
    return TemporalMatch(.same(unit), i, end)
  }

  // MARK: How long, how often

  /// "ogni giorno", "tutti i lunedì", "il sabato", "le domeniche".
  func recurring(_ i: Int) -> TemporalMatch? {
    if let next = phrase(i, is: .recurring) {
      if let amount = amount(next) { return TemporalMatch(.recurring, i, amount.end) }
      if let (_, end) = unit(next) ?? weekday(next).map({ (.day, $0.end) }) {
        return TemporalMatch(.recurring, i, end)
      }
      if let (_, end) = month(next) { return TemporalMatch(.recurring, i, end) }
      if part(next) != nil || isAny(next, .season) {
        return TemporalMatch(.recurring, i, next + 1)
      }
      return nil
    }
    guard let (_, end) = weekday(i), isArticle(i - 1) else { return nil }
    return TemporalMatch(.recurring, i, end)
  }
}
