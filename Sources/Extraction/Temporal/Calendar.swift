import DossierModel

// Reckoning with days, months and feasts.

extension CalendarDate {
  /// The same day so many months later, or the last day of a shorter month.
  func adding(months: Int) -> CalendarDate {
    let count = year * 12 + month - 1 + months
    let (year, month) = (count >= 0 ? count / 12 : (count - 11) / 12, ((count % 12) + 12) % 12 + 1)
    let day = min(self.day, CalendarDate.days(inMonth: month, of: year))
    return CalendarDate(year, month, day) ?? self
  }

  /// The day after `amount` has passed (`direction` 1) or before it began (-1); clock time counts in
  /// whole days, begun ones included.
  func adding(_ amount: TemporalAmount, direction: Int) -> CalendarDate {
    let months = adding(months: direction * min(amount.years * 12 + amount.months, 100_000))
    let hours = amount.hours + amount.minutes / 60
    let days = amount.days + 7 * amount.weeks + (hours + 23) / 24
    return months.adding(days: direction * min(days, 10_000_000))
  }

  /// The Monday of its week.
  var monday: CalendarDate { adding(days: -weekday) }

  /// Easter Sunday of the western churches (Meeus, Jones and Butcher), for years after 1582.
  static func easter(_ year: Int) -> CalendarDate? {
    guard year > 1582 else { return nil }
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let month = (h + l - 7 * m + 114) / 31
    return CalendarDate(year, month, (h + l - 7 * m + 114) % 31 + 1)
  }

  /// Easter Sunday of the eastern churches (Meeus, Julian), in the Gregorian calendar of 1900-2099.
  static func pascha(_ year: Int) -> CalendarDate? {
    guard (1900..<2100).contains(year) else { return nil }
    let d = (19 * (year % 19) + 15) % 30
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    let month = (d + e + 114) / 31
    return CalendarDate(year, month, (d + e + 114) % 31 + 1)?.adding(days: 13)
  }

  /// Minutes that European clocks are ahead of standard time on this day: 60 from the last Sunday of
  /// March to the one of October (the rule since 1996), else 0.
  var europeanSummerTime: Int {
    func lastSunday(_ month: Int) -> CalendarDate {
      let end = CalendarDate(year, month, 31) ?? self
      return end.adding(days: -((end.weekday + 1) % 7))
    }
    return self >= lastSunday(3) && self < lastSunday(10) ? 60 : 0
  }
}

extension Holiday {
  /// The day on which it falls in `year`; `nil` if that is not reckoned here.
  func day(in year: Int) -> CalendarDate? {
    switch self {
    case .fixed(let month, let day): CalendarDate(year, month, day)
    case .easter(let days): CalendarDate.easter(year)?.adding(days: days)
    case .pascha(let days): CalendarDate.pascha(year)?.adding(days: days)
    case .moving: nil
    }
  }
}

extension EDTF.Date {
  /// How fine it is: 0 year (or coarser), 1 month or season, 2 day.
  var precision: Int { day != nil ? 2 : month != nil ? 1 : 0 }

  /// The day, if it is one.
  var calendarDay: CalendarDate? {
    guard let month, let day else { return nil }
    return CalendarDate(year, month, day)
  }

  /// The same, marked approximate.
  var approximate: EDTF.Date {
    var date = self
    date.qualifier = .approximate
    return date
  }
}
