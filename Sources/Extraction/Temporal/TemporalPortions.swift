import DossierModel

// Parts of periods: thirds, halves, so many from either end.
extension TemporalResolver {
  func resolve(_ portion: Portion, of period: TemporalMeaning) -> Resolution {
    var base = resolve(period)
    // "a fine anno" of a year that is not over speaks of what will be.
    if case .period(_, 0) = period, tense == .past || tense == .remotePast, portion == .late,
      let today,
      let end = base.edtf?.latest, end.adding(days: -10) > today, period != .period(.week, 0)
    {
      return .open
    }
    guard let edtf = base.edtf else { return .open }
    base.edtf = Self.portion(portion, of: edtf)
    return base.edtf == nil ? .open : base
  }

  /// The first or last so many months of a year, days of a month, years of a decade or century.
  func resolve(
    _ number: Int, _ unit: TemporalUnit, at place: Int, of period: TemporalMeaning
  ) -> Resolution {
    // "nei primi nove mesi dell’anno" of a year that has had only five is of none that is told.
    if case .period(_, 0) = period, tense == .past || tense == .remotePast, let today,
      let end = resolve(period).edtf.flatMap({ part($0, number, unit, place) })?.latest, end > today
    {
      return .open
    }
    var base = resolve(period)
    guard let edtf = base.edtf.flatMap({ part($0, number, unit, place) }) else { return .open }
    base.edtf = edtf
    return base
  }

  private func part(_ edtf: EDTF, _ number: Int, _ unit: TemporalUnit, _ place: Int) -> EDTF? {
    guard case .date(let date) = edtf.value, date.qualifier == nil else { return nil }
    let size = number * unit.multiple
    func places(of count: Int) -> (first: Int, last: Int)? {
      guard size <= count else { return nil }
      return place > 0 ? (1, size) : (count - size + 1, count)
    }
    switch (unit.base, date.unspecifiedYearDigits, date.month, date.day) {
    case (.month, 0, nil, nil):
      return places(of: 12).map {
        EDTF(from: Date(date.year, $0.first), to: Date(date.year, $0.last))
      }
    case (.day, 0, let month?, nil) where month <= 12:
      return places(of: CalendarDate.days(inMonth: month, of: date.year)).map {
        EDTF(from: Date(date.year, month, $0.first), to: Date(date.year, month, $0.last))
      }
    case (.year, 1, nil, nil), (.year, 2, nil, nil):
      return places(of: date.unspecifiedYearDigits == 1 ? 10 : 100).map {
        EDTF(from: Date(date.year + $0.first - 1), to: Date(date.year + $0.last - 1))
      }
    default: return nil
    }
  }

  /// A part of a period: thirds are approximate, halves are not.
  static func portion(_ portion: Portion, of edtf: EDTF) -> EDTF? {
    func interval(_ from: EDTF.Date, _ to: EDTF.Date) -> EDTF {
      switch portion {
      case .firstHalf, .secondHalf: EDTF(from: from, to: to)
      default: EDTF(from: from.approximate, to: to.approximate)
      }
    }
    if case .date(let date) = edtf.value {
      let span = [1, 10, 100][min(date.unspecifiedYearDigits, 2)]
      if span > 1 {
        let (start, end) = bounds(portion, of: span, third: span / 3)
        return interval(EDTF.Date(date.year + start), EDTF.Date(date.year + end))
      }
      if date.month == nil {
        let (start, end) = bounds(portion, of: 12, third: 4)
        return interval(EDTF.Date(date.year, start + 1), EDTF.Date(date.year, end + 1))
      }
      if let month = date.month, month <= 12 {
        if date.day != nil { return edtf }
        let days = CalendarDate.days(inMonth: month, of: date.year)
        let (start, end) =
          switch portion {
          case .early: (1, 10)
          case .middle: (11, 20)
          case .late: (21, days)
          case .firstHalf: (1, 15)
          case .secondHalf: (16, days)
          }
        return interval(EDTF.Date(date.year, month, start), EDTF.Date(date.year, month, end))
      }
    }
    guard let first = edtf.earliest, let last = edtf.latest else { return nil }
    let days = last.dayNumber - first.dayNumber + 1
    let (start, end): (Int, Int)
    if days == 7 {
      // Thirds of a week, rounded outward to whole days.
      switch portion {
      case .early, .firstHalf: (start, end) = (0, 2)
      case .middle: (start, end) = (1, 4)
      case .late, .secondHalf: (start, end) = (3, 6)
      }
    } else {
      (start, end) = bounds(portion, of: days, third: days / 3)
    }
    return interval(EDTF.Date(first.adding(days: start)), EDTF.Date(first.adding(days: end)))
  }

  /// The first and last place of a portion among `count` places from 0.
  private static func bounds(_ portion: Portion, of count: Int, third: Int) -> (Int, Int) {
    switch portion {
    case .early: (0, third - 1)
    case .middle: (third, count - third - 1)
    case .late: (count - third, count - 1)
    case .firstHalf: (0, count / 2 - 1)
    case .secondHalf: (count / 2, count - 1)
    }
  }
}
