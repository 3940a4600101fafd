import DossierModel

/// Reckons what temporal expressions say from the day of writing and from times that the text named.
///
/// What neither settles stays open: no year is assumed, no weekday without a day to count from.
struct TemporalResolver {
  /// What the words around speak of.
  enum Tense: Sendable {
    /// What has been.
    case past
    /// What has been, as history tells it (disse).
    case remotePast
    /// What will be.
    case future
    /// What is.
    case present
    /// What happens, mostly history told as if it were now.
    case narration
    /// What somebody announced, on either side of now.
    case announced
    /// No verb tells.
    case none

    /// Whether a day without a year may lie ahead.
    var isOpen: Bool { self == .present || self == .announced || self == .none }
  }

  /// A time that was found.
  struct Resolution {
    /// The date; `nil` if it stays open.
    var edtf: EDTF?
    /// The ISO 8601 duration, if one is told.
    var duration: String?
    /// What the date was reckoned from.
    var anchor = TemporalExpression.Anchor.none
    /// Whether the text gave the year itself.
    var hasYear = false

    static let open = Resolution()
  }

  /// A time that the text has named before.
  struct Antecedent {
    /// The date.
    var edtf: EDTF
    /// Whether the text gave the year itself.
    var hasYear: Bool
  }

  /// The day, month or year of writing, if it is known.
  var written: EDTF.Date?
  /// The time named last, as far as it may be referred to from here.
  var last: Antecedent?
  /// The last time named that is a day.
  var lastDay: Antecedent?
  /// The last time named that is a month or a day.
  var lastMonth: Antecedent?
  /// The last time named with its year that tells when something happened.
  var narrated: Antecedent?
  /// The year of a day that is called by its date alone, by month and day, if the words refer to
  /// something known ("gli attentati dell’11 settembre", "dopo il 7 ottobre").
  var knownYear: @Sendable (Int, Int) -> Int? = { _, _ in nil }
  /// What the words around speak of.
  var tense = Tense.none

  typealias Date = EDTF.Date

  /// The day of writing, if it is known to the day.
  var today: CalendarDate? { written?.calendarDay }

  private func publication(_ edtf: EDTF?) -> Resolution {
    edtf.map { Resolution(edtf: $0, anchor: .publication) } ?? .open
  }

  private func publication(_ day: CalendarDate?) -> Resolution { publication(day.map { EDTF($0) }) }

  private func publication(_ date: EDTF.Date?) -> Resolution {
    publication(date.map { EDTF($0) })
  }

  private func said(_ date: EDTF.Date) -> Resolution {
    Resolution(edtf: EDTF(date), anchor: .none, hasYear: true)
  }

  private func text(_ edtf: EDTF?) -> Resolution {
    let hasYear = last?.hasYear ?? narrated?.hasYear ?? false
    return edtf.map { Resolution(edtf: $0, anchor: .text, hasYear: hasYear) } ?? .open
  }

  /// What `meaning` comes to.
  func resolve(_ meaning: TemporalMeaning) -> Resolution {
    switch meaning {
    case .day(let day): return resolve(day)
    case .dayOfSameMonth(let day):
      guard let date = last?.edtf.dates.last, let month = date.month,
        let day = CalendarDate(date.year, month, day)
      else { return .open }
      return text(EDTF(day))
    case .month(let month, let year, let choice): return resolve(month: month, year, choice)
    case .year(let year): return said(Date(year))
    case .yearBefore, .recurring, .sinceUnknown, .open: return .open
    case .decade(let year): return said(Date(year: year, unspecifiedDigits: 1))
    case .century(let year): return said(Date(year: year, unspecifiedDigits: 2))
    case .season(let season, let year, let choice): return resolve(season: season, year, choice)
    case .yearPart(let number, let months, let year):
      return resolve(part: number, months: months, year)
    case .holiday(let holiday, let year, let choice): return resolve(holiday, year, choice)
    case .dayShift(let days): return resolve(dayShift: days)
    case .weekday(let weekday, let choice): return resolve(weekday: weekday, choice)
    case .period(let unit, let shift): return resolve(unit, shift)
    case .weekOf(let day):
      return map(resolve(day)) { date in date.calendarDay.map { week(from: $0.monday) } ?? nil }
    case .weekdayOf(let weekday, let week):
      let base = resolve(week)
      guard let monday = base.edtf?.earliest, base.edtf?.dates.count == 2 else { return .open }
      return Resolution(edtf: EDTF(monday.adding(days: weekday)), anchor: base.anchor)
    case .nthWeekday(let number, let weekday, let month):
      return resolve(number, weekday: weekday, of: month)
    case .nthDay(let number, let month):
      return map(resolve(month)) { date in
        let month = date.month ?? (number > 0 ? 1 : 12)
        guard month <= 12 else { return nil }
        let last = CalendarDate.days(inMonth: month, of: date.year)
        return EDTF(CalendarDate(date.year, month, number > 0 ? number : last))
      }
    case .nthWeek(let number, let period): return resolve(week: number, of: period)
    case .away(let amount, let direction): return resolve(away: amount, direction)
    case .about(let amount, let direction):
      guard let today else { return .open }
      return publication(
        Date(today.adding(amount, direction: direction), qualifier: .approximate))
    case .rolling(let count, let unit, let direction):
      return resolve(rolling: count, unit, direction)
    case .shifted(let amount, let direction, let from):
      return resolve(amount, direction, from: from)
    case .neighbour(let unit, let direction): return resolve(neighbour: unit, direction)
    case .rollingFromText(let count, let unit, let direction):
      return resolve(rollingFromText: count, unit, direction)
    case .weekdayFromText(let weekday, let direction):
      guard let day = bound(of: lastDay, direction)?.calendarDay else { return .open }
      let days = direction > 0 ? after(weekday, day) : -before(weekday, day)
      return text(EDTF(day.adding(days: days)))
    case .same(let unit): return resolve(same: unit)
    case .sinceThen:
      guard let last, let date = last.edtf.dates.last else { return .open }
      return text(EDTF(date))
    case .portion(let portion, let period): return resolve(portion, of: period)
    case .counted(let number, let unit, let place, of: let period):
      return resolve(number, unit, at: place, of: period)
    case .rest(let period):
      guard let today, let end = resolve(period).edtf?.latest, end >= today else { return .open }
      return publication(EDTF(from: Date(today), to: Date(end)))
    case .part(let part, let day): return resolve(part, of: day)
    case .clock(let clock, let other, let day): return resolve(clock, other, day: day)
    case .hours(let clock, let day): return resolve(clock, nil, day: day)
    case .range(let first, let second): return resolve(first, to: second)
    case .several(let meanings, let isAlternative):
      return resolve(meanings, isAlternative: isAlternative)
    case .duration(let amount): return Resolution(duration: amount.iso)
    case .sinceDuration(let amount):
      var resolution = resolve(away: amount, -1)
      if let date = resolution.edtf?.dates.first { resolution.edtf = EDTF(date.approximate) }
      resolution.duration = amount.iso
      return resolution
    }
  }

  private func map(_ base: Resolution, _ change: (EDTF.Date) -> EDTF?) -> Resolution {
    guard let edtf = base.edtf, edtf.dates.count == 1, let date = edtf.dates.first,
      let result = change(date)
    else { return .open }
    return Resolution(edtf: result, anchor: base.anchor, hasYear: base.hasYear)
  }

  // MARK: Days

  private func year(_ year: TemporalMeaning.Year?) -> (
    year: Int, anchor: TemporalExpression.Anchor
  )? {
    switch year {
    case .number(let number): (number, .none)
    case .shifted(let shift): written.map { ($0.year + shift, .publication) }
    case .fromText(let shift):
      (shift < 0 ? last?.edtf.dates.first : last?.edtf.dates.last).flatMap { date in
        date.unspecifiedYearDigits == 0 ? (date.year + shift, .text) : nil
      }
    case nil: nil
    }
  }

  private func resolve(_ day: TemporalMeaning.Day) -> Resolution {
    if let month = day.month {
      if let (year, anchor) = year(day.year) {
        guard let date = CalendarDate(year, month, day.day) else { return .open }
        return Resolution(edtf: EDTF(date), anchor: anchor, hasYear: true)
      }
      if day.year != nil { return .open }
      return resolve(yearless: month, day.day, weekday: day.weekday, day.choice)
    }
    if let shift = day.monthShift {
      guard let written, let month = written.month, month <= 12,
        let first = CalendarDate(written.year, month, 1)?.adding(months: shift),
        let date = CalendarDate(first.year, first.month, day.day)
      else { return .open }
      return publication(date)
    }
    if day.weekday == nil, day.choice == .tense, let near = bound(of: lastMonth, 1),
      let month = near.month,
      let date = CalendarDate(near.year, month, day.day)
    {
      // "Il 3 marzo …; il 5 …"
      return text(EDTF(date))
    }
    guard let today else { return .open }
    return publication(
      nearest(to: today, day.choice) { months in
        let date = today.adding(months: months).with(day: day.day)
        return date.flatMap { day.weekday == nil || $0.weekday == day.weekday ? $0 : nil }
      })
  }

  /// The nearest day on the side of the choice or tense (today included in the past) that `candidate`
  /// gives for months from now; if that side has none within two years, one on the other.
  private func nearest(
    to today: CalendarDate, _ choice: TemporalMeaning.Choice,
    _ candidate: (Int) -> CalendarDate?
  ) -> CalendarDate? {
    let isFuture = choice == .next || choice != .last && tense == .future
    for side in [isFuture ? 1 : -1, isFuture ? -1 : 1] {
      for months in 0...24 {
        guard let date = candidate(side * months) else { continue }
        if side < 0 ? date <= today : date > today { return date }
      }
    }
    return nil
  }

  /// A day and month without a year.
  private func resolve(
    yearless month: Int, _ day: Int, weekday: Int?, _ choice: TemporalMeaning.Choice
  ) -> Resolution {
    // A weekday that fits no year about now is one by mistake.
    let near = written.map { $0.year - 1...$0.year + 1 }
    let isFitting =
      near?.contains { CalendarDate($0, month, day)?.weekday == weekday } ?? (weekday != nil)
    func date(_ year: Int) -> CalendarDate? {
      CalendarDate(year, month, day).flatMap {
        weekday == nil || !isFitting || $0.weekday == weekday ? $0 : nil
      }
    }
    if choice == .tense, let start = narrated?.edtf.earliest, narrated?.hasYear == true {
      // "Il 24 febbraio 2022 …. Il 2 marzo …": the story goes on, if it soon does.
      for year in [start.year, start.year + 1] {
        if let date = date(year), date >= start, date <= start.adding(days: 183) {
          return text(EDTF(date))
        }
      }
      if narrated?.edtf.dates.first?.precision == 0, let date = date(start.year) {
        return text(EDTF(date))
      }
    }
    guard let written, written.unspecifiedYearDigits == 0 else { return .open }
    guard let now = written.month, now <= 12 else {
      return .open
    }
    if let today, choice == .tense, tense.isOpen, let date = upcoming(today, date) {
      return publication(date)
    }
    if let today, choice == .tense, tense != .future, let known = knownYear(month, day),
      let last = [today.year, today.year - 1].compactMap(date).first(where: { $0 <= today }),
      last.year > known
    {
      // Soon after the day came round again nobody can tell which is meant.
      return today.dayNumber - last.dayNumber > 45
        ? CalendarDate(known, month, day).map { said(Date($0)) } ?? .open : .open
    }
    let isFuture = choice == .next || (choice == .tense && tense == .future)
    let years =
      isFuture
      ? Array(written.year...written.year + 8)
      : Array((written.year - 8...written.year).reversed())
    for year in years {
      guard let date = date(year) else { continue }
      if let today {
        if choice == .last ? date < today : isFuture ? date >= today : date <= today {
          return publication(date)
        }
      } else if isFuture
        ? (year, month) >= (written.year, now) : (year, month) <= (written.year, now)
      {
        return publication(date)
      }
      if choice == .this { return publication(date) }
    }
    return .open
  }

  /// A day of the next three months that is nearer than the same day of the year before: what is told
  /// without a tense ("il vertice è il 20 gennaio") is then to come, for who tells of last year says
  /// so.
  private func upcoming(_ today: CalendarDate, _ date: (Int) -> CalendarDate?) -> CalendarDate? {
    for year in [today.year, today.year + 1] {
      guard let next = date(year), next > today else { continue }
      return next.dayNumber - today.dayNumber <= 90 ? next : nil
    }
    return nil
  }

  private func resolve(
    month: Int, _ year: TemporalMeaning.Year?, _ choice: TemporalMeaning.Choice
  ) -> Resolution {
    if let (year, anchor) = self.year(year) {
      return Resolution(edtf: EDTF(Date(year, month)), anchor: anchor, hasYear: true)
    }
    if year != nil { return .open }
    if choice == .tense, let narrated, narrated.hasYear, let start = narrated.edtf.dates.first {
      if start.precision == 0, start.unspecifiedYearDigits == 0 {
        return text(EDTF(Date(start.year, month)))
      }
      if let now = start.month, now <= 12 {
        let later = month >= now ? start.year : start.year + 1
        if (later - start.year) * 12 + month - now <= 6 { return text(EDTF(Date(later, month))) }
      }
    }
    guard let written, let now = written.month, now <= 12 else { return .open }
    var year = written.year
    switch choice {
    case .last: if month >= now { year -= 1 }
    case .next: if month <= now { year += 1 }
    case .this: break
    case .tense:
      if tense != .future, month > now { year -= 1 }
      if tense == .future, month < now { year += 1 }
    }
    return publication(Date(year, month))
  }

  private func resolve(
    season: Int, _ year: TemporalMeaning.Year?, _ choice: TemporalMeaning.Choice
  ) -> Resolution {
    if let (year, anchor) = self.year(year) {
      return Resolution(edtf: EDTF(Date(year, season)), anchor: anchor, hasYear: true)
    }
    guard year == nil, choice != .tense, let today else { return .open }
    // By the calendar of three months: winter is named by the year in which it begins.
    let starts = [21: 3, 22: 6, 23: 9, 24: 12]
    guard let start = starts[season] else { return .open }
    var first = today.year
    if season == 24, today.month < 3 { first -= 1 }
    let began = CalendarDate(first, start, 1) ?? today
    let ended = began.adding(months: 3)
    switch choice {
    case .last: if ended > today { first -= 1 }
    case .next: if began <= today { first += 1 }
    case .this, .tense: break
    }
    return publication(Date(first, season))
  }

  private func resolve(part number: Int, months: Int, _ year: TemporalMeaning.Year?) -> Resolution {
    func part(_ year: Int) -> EDTF {
      EDTF(
        from: Date(year, (number - 1) * months + 1), to: Date(year, number * months))
    }
    if let (year, anchor) = self.year(year) {
      return Resolution(edtf: part(year), anchor: anchor, hasYear: true)
    }
    if let date = narrated?.edtf.dates.first, narrated?.hasYear == true,
      date.unspecifiedYearDigits == 0, year == nil
    {
      return text(part(date.year))
    }
    guard year == nil, let written, let month = written.month, month <= 12 else { return .open }
    let isOver = number * months <= month
    let year = tense != .future && !isOver ? written.year - 1 : written.year
    return publication(part(tense == .future && isOver ? year + 1 : year))
  }

  private func resolve(
    _ holiday: Holiday, _ year: TemporalMeaning.Year?, _ choice: TemporalMeaning.Choice
  ) -> Resolution {
    if let (year, anchor) = self.year(year) {
      guard let day = holiday.day(in: year) else { return .open }
      return Resolution(edtf: EDTF(day), anchor: anchor, hasYear: true)
    }
    guard year == nil, let today else { return .open }
    let isFuture = choice == .next || (choice == .tense && tense == .future)
    let days = (-1...1).compactMap { holiday.day(in: today.year + $0) }
    if choice == .this { return publication(holiday.day(in: today.year)) }
    if choice == .tense, tense.isOpen, let next = upcoming(today, { holiday.day(in: $0) }) {
      return publication(next)
    }
    if isFuture { return publication(days.first { $0 >= today }) }
    return publication(days.last { choice == .last ? $0 < today : $0 <= today })
  }

  private func resolve(dayShift days: Int) -> Resolution {
    if let today { return publication(today.adding(days: days)) }
    return days == 0 ? publication(written) : .open
  }

  /// Days from `day` back to the last such weekday before it, 1 to 7.
  private func before(_ weekday: Int, _ day: CalendarDate) -> Int {
    (day.weekday - weekday + 6) % 7 + 1
  }

  /// Days from `day` to the next such weekday after it, 1 to 7.
  private func after(_ weekday: Int, _ day: CalendarDate) -> Int {
    (weekday - day.weekday + 6) % 7 + 1
  }

  private func resolve(weekday: Int, _ choice: TemporalMeaning.Choice) -> Resolution {
    guard let today else { return .open }
    switch choice {
    case .last: return publication(today.adding(days: -before(weekday, today)))
    case .next: return publication(today.monday.adding(days: 7 + weekday))
    case .this: return publication(today.monday.adding(days: weekday))
    case .tense:
      let days = tense == .future ? after(weekday, today) : -(before(weekday, today) % 7)
      return publication(today.adding(days: days))
    }
  }

  private func resolve(_ number: Int, weekday: Int, of month: TemporalMeaning) -> Resolution {
    let base = resolve(month)
    return map(base) { date in
      guard let month = date.month, month <= 12, let first = CalendarDate(date.year, month, 1)
      else {
        return nil
      }
      let start = first.adding(days: (weekday - first.weekday + 7) % 7)
      let last = CalendarDate.days(inMonth: month, of: date.year)
      let day =
        number > 0 ? start.day + 7 * (number - 1) : start.day + (last - start.day) / 7 * 7
      return CalendarDate(date.year, month, day).map { EDTF($0) }
    }
  }

  // MARK: Weeks, months, years

  private func week(from monday: CalendarDate) -> EDTF {
    EDTF(from: Date(monday), to: Date(monday.adding(days: 6)))
  }

  private func resolve(week number: Int, of period: TemporalMeaning) -> Resolution {
    map(resolve(period)) { date in
      let (first, last) = (date.earliest, date.latest)
      // The first week is the one with the first Thursday, as in ISO 8601.
      let thursday = first.adding(days: (3 - first.weekday + 7) % 7)
      let monday =
        number > 0
        ? thursday.monday.adding(days: 7 * (number - 1))
        : last.adding(days: -((last.weekday - 3 + 7) % 7)).monday
      return monday.adding(days: 3) <= last ? week(from: monday) : nil
    }
  }

  private func resolve(_ unit: TemporalUnit, _ shift: Int) -> Resolution {
    guard let written, written.unspecifiedYearDigits == 0 else { return .open }
    switch unit.base {
    case .second, .minute, .hour: return .open
    case .day: return resolve(dayShift: shift * unit.multiple)
    case .week:
      guard let today else { return .open }
      return publication(week(from: today.monday.adding(days: 7 * shift)))
    case .weekend:
      guard let today else { return .open }
      // On a Saturday or Sunday the last weekend is the one before this.
      let saturday = today.monday.adding(days: 5 + 7 * shift)
      return publication(EDTF(from: Date(saturday), to: Date(saturday.adding(days: 1))))
    case .month:
      guard let month = written.month, month <= 12,
        let first = CalendarDate(written.year, month, 1)
      else { return .open }
      if unit.multiple == 1 {
        let date = first.adding(months: shift)
        return publication(Date(date.year, date.month))
      }
      let start = first.adding(months: -((month - 1) % unit.multiple) + shift * unit.multiple)
      let end = start.adding(months: unit.multiple - 1)
      return publication(
        EDTF(from: Date(start.year, start.month), to: Date(end.year, end.month)))
    case .year:
      switch unit.multiple {
      case 1: return publication(Date(written.year + shift))
      case 10:
        return publication(
          Date(year: (written.year / 10 + shift) * 10, unspecifiedDigits: 1))
      case 100:
        return publication(
          Date(year: (written.year / 100 + shift) * 100, unspecifiedDigits: 2))
      default: return .open
      }
    }
  }

  // MARK: So long ago, so long

  private func resolve(away amount: TemporalAmount?, _ direction: Int) -> Resolution {
    guard let amount, let written, written.unspecifiedYearDigits == 0 else { return .open }
    guard let today else {
      // A month or year of writing is fine enough for months or years.
      guard amount.finest == .year || (amount.finest == .month && written.precision == 1),
        let month = written.month ?? Optional(1), month <= 12,
        let first = CalendarDate(written.year, month, 1)
      else { return .open }
      let date = first.adding(amount, direction: direction)
      return publication(
        written.precision == 1 && amount.months > 0
          ? Date(date.year, date.month) : Date(date.year))
    }
    let date = today.adding(amount, direction: direction)
    switch amount.finest {
    case .day, .weekend: return publication(date)
    case .week: return publication(Date(date))
    case .month: return publication(Date(date, qualifier: .approximate))
    case .year: return publication(Date(date.year))
    case .hour, .minute, .second:
      return amount.hours < 24 && amount.days == 0
        ? publication(Date(today, qualifier: .approximate))
        : publication(Date(date, qualifier: .approximate))
    }
  }

  private func resolve(rolling count: Int?, _ unit: TemporalUnit, _ direction: Int) -> Resolution {
    guard let written, written.unspecifiedYearDigits == 0 else { return .open }
    guard let today else {
      guard direction != 0 else { return .open }
      guard let count else {
        let edge = written.approximate
        return publication(direction < 0 ? EDTF(from: nil, to: edge) : EDTF(from: edge, to: nil))
      }
      let other = resolve(away: TemporalAmount(count, unit), direction)
      guard let date = other.edtf?.dates.first else { return .open }
      let edge = date.precision == 0 ? Date(written.year) : written
      return publication(direction < 0 ? EDTF(from: date, to: edge) : EDTF(from: edge, to: date))
    }
    if direction == 0 { return publication(Date(today, qualifier: .approximate)) }
    guard let count else {
      if unit.base == .hour || unit.base == .minute {
        return publication(Date(today, qualifier: .approximate))
      }
      return publication(
        direction < 0
          ? EDTF(from: nil, to: Date(today, qualifier: .approximate))
          : EDTF(from: Date(today, qualifier: .approximate), to: nil))
    }
    if unit.multiple >= 10, unit.isYears {
      // "i due decenni passati": whole ones, as the calendar has them.
      let years = unit.multiple * count
      let this = today.year / unit.multiple * unit.multiple
      return publication(
        direction < 0
          ? EDTF(from: Date(this - years), to: Date(this - 1))
          : EDTF(from: Date(this + unit.multiple), to: Date(this + unit.multiple + years - 1)))
    }
    let other = today.adding(TemporalAmount(count, unit), direction: direction)
    if direction < 0 { return publication(EDTF(from: Date(other), to: Date(today))) }
    if unit.base == .hour { return publication(EDTF(from: Date(today), to: Date(other))) }
    return publication(EDTF(from: Date(today.adding(days: 1)), to: Date(other)))
  }

  // MARK: From the text

  /// The end of an antecedent that lies in `direction`.
  private func bound(of antecedent: Antecedent?, _ direction: Int) -> EDTF.Date? {
    direction > 0 ? antecedent?.edtf.dates.last : antecedent?.edtf.dates.first
  }

  private func resolve(
    _ amount: TemporalAmount?, _ direction: Int, from: TemporalMeaning?
  ) -> Resolution {
    guard let amount else { return .open }
    let base: EDTF.Date?
    if let from {
      let resolution = resolve(from)
      base = direction > 0 ? resolution.edtf?.dates.last : resolution.edtf?.dates.first
      guard base != nil else { return .open }
    } else {
      base = bound(
        of: amount.finest == .year || amount.finest == .month ? last : lastDay, direction)
    }
    guard let base, base.unspecifiedYearDigits == 0 else { return .open }
    switch amount.finest {
    case .year: return text(EDTF(Date(base.year + direction * amount.years)))
    case .month:
      guard let month = base.month, month <= 12, let first = CalendarDate(base.year, month, 1)
      else {
        return .open
      }
      let date = first.adding(amount, direction: direction)
      return text(EDTF(Date(date.year, date.month)))
    case .day, .weekend, .week, .hour:
      guard let day = base.calendarDay, amount.hours % 24 == 0 else { return .open }
      return text(EDTF(day.adding(amount, direction: direction)))
    case .minute, .second: return .open
    }
  }

  private func resolve(neighbour unit: TemporalUnit, _ direction: Int) -> Resolution {
    let antecedent = unit.base == .month || unit.base == .year ? last : lastDay
    guard let base = bound(of: antecedent, direction) else {
      // "Tornerò il giorno dopo": with nothing named yet the future counts from now.
      return last == nil && tense == .future && direction > 0 ? resolve(unit, 1) : .open
    }
    var resolver = self
    resolver.written = base
    resolver.written?.time = nil
    resolver.written?.qualifier = nil
    guard let edtf = resolver.resolve(unit, direction).edtf else { return .open }
    return text(edtf)
  }

  private func resolve(
    rollingFromText count: Int?, _ unit: TemporalUnit, _ direction: Int
  ) -> Resolution {
    guard let last else {
      // With nothing named yet, "le tre settimane precedenti" are those before the writing.
      return direction < 0 && count != nil ? resolve(rolling: count, unit, direction) : .open
    }
    guard let base = bound(of: last, direction), let count else { return .open }
    var resolver = self
    resolver.written = base
    resolver.written?.time = nil
    resolver.written?.qualifier = nil
    guard let edtf = resolver.resolve(rolling: count, unit, direction).edtf else { return .open }
    return text(edtf)
  }

  private func resolve(same unit: TemporalUnit) -> Resolution {
    switch unit.base {
    case .day:
      guard let day = lastDay?.edtf.dates.last?.calendarDay else { return .open }
      return text(EDTF(day))
    case .week:
      guard let day = lastDay?.edtf.dates.last?.calendarDay else { return .open }
      return text(week(from: day.monday))
    case .month:
      guard let date = last?.edtf.dates.last, let month = date.month, month <= 12 else {
        return .open
      }
      return text(EDTF(Date(date.year, month)))
    case .year:
      guard let date = last?.edtf.dates.last, date.unspecifiedYearDigits == 0 else { return .open }
      return text(EDTF(Date(date.year)))
    default: return .open
    }
  }

  // MARK: Parts, lists, ranges

  private func resolve(_ part: DayPart, of day: TemporalMeaning?) -> Resolution {
    guard let day else {
      // "In serata": of the day told of, else of the day of writing.
      if let day = lastDay?.edtf.dates.last?.calendarDay { return text(EDTF(day)) }
      return last == nil ? publication(today) : .open
    }
    return resolve(day)
  }

  private func resolve(_ first: TemporalMeaning, to second: TemporalMeaning) -> Resolution {
    // The start decides in the past, and the end follows it; so it is with the future.
    let start = resolve(first)
    var resolver = self
    if let date = start.edtf?.dates.first, start.anchor != .none || !start.hasYear,
      date.precision > 0
    {
      resolver.narrated = nil
      resolver.written = date
      resolver.written?.time = nil
      resolver.written?.qualifier = nil
      resolver.tense = .future
    }
    let end: Resolution
    switch second {
    case .weekday(let weekday, .tense) where start.edtf != nil:
      guard let day = start.edtf?.dates.first?.calendarDay else { return .open }
      end = publication(day.adding(days: after(weekday, day)))
    case .part(_, .weekday(let weekday, .tense)?) where start.edtf != nil:
      guard let day = start.edtf?.dates.first?.calendarDay else { return .open }
      end = publication(day.adding(days: after(weekday, day)))
    case .day(let day) where day.year == nil && day.monthShift == nil:
      if day.month == nil { resolver.lastMonth = nil }
      end = resolver.resolve(second)
    case .month(_, nil, .tense): end = resolver.resolve(second)
    default: end = resolve(second)
    }
    guard let from = start.edtf?.dates.first, let to = end.edtf?.dates.last,
      from.earliest <= to.latest
    else { return .open }
    let anchor = start.anchor == .none ? end.anchor : start.anchor
    return Resolution(
      edtf: EDTF(from: from, to: to), anchor: anchor, hasYear: start.hasYear || end.hasYear)
  }

  private func resolve(_ meanings: [TemporalMeaning], isAlternative: Bool) -> Resolution {
    let resolutions = meanings.map { resolve($0) }
    var dates: [EDTF.Date] = []
    for resolution in resolutions {
      guard case .date(let date)? = resolution.edtf?.value else { return .open }
      if !dates.contains(date) { dates.append(date) }
    }
    dates.sort { EDTF($0) < EDTF($1) }
    guard let first = resolutions.first, let only = dates.first else { return .open }
    let edtf =
      dates.count == 1 ? EDTF(only) : EDTF(isAlternative ? .oneOf(dates) : .all(dates))
    return Resolution(edtf: edtf, anchor: first.anchor, hasYear: first.hasYear)
  }

  // MARK: Clock times

  private func resolve(_ clock: Clock, _ other: Clock?, day: TemporalMeaning?) -> Resolution {
    var base: Resolution
    if let day {
      base = resolve(day)
    } else if let day = lastDay?.edtf.dates.last?.calendarDay {
      base = text(EDTF(day))
    } else {
      base = .open
    }
    guard case .date(let date)? = base.edtf?.value, let day = date.calendarDay else { return .open }
    // A time is written with its zone; without one the day is what can be said.
    if let zone = zone(of: clock, on: day) ?? difference(clock, other, on: day) {
      base.edtf = EDTF(
        Date(
          day,
          time: EDTF.Time(
            hour: clock.hour, minute: clock.minute, second: clock.second, zone: zone)))
    } else {
      base.edtf = EDTF(day)
    }
    return base
  }

  /// Minutes east of UTC.
  private func zone(of clock: Clock, on day: CalendarDate) -> Int? {
    switch clock.zone {
    case .fixed(let minutes): minutes
    case .european(let minutes): minutes + day.europeanSummerTime
    case .local, nil: nil
    }
  }

  /// The zone of `clock`, reckoned from the same moment told in another: 00:05 is 20:05 GMT, so it
  /// is four hours east.
  private func difference(_ clock: Clock, _ other: Clock?, on day: CalendarDate) -> Int? {
    guard let other, let zone = zone(of: other, on: day) else { return nil }
    let minutes = clock.hour * 60 + clock.minute - other.hour * 60 - other.minute + zone
    let wrapped = ((minutes % 1440) + 1440) % 1440
    // Zones lie between twelve hours west and fourteen east; what can be both is taken near.
    let east = wrapped > 720 ? wrapped - 1440 : wrapped
    return east % 15 == 0 ? east : nil
  }
}

extension CalendarDate {
  /// The day `day` of the same month, if it has one.
  func with(day: Int) -> CalendarDate? { CalendarDate(year, month, day) }
}

extension EDTF {
  /// The day `day`, if there is one.
  init?(_ day: CalendarDate?) {
    guard let day else { return nil }
    self.init(day)
  }
}
