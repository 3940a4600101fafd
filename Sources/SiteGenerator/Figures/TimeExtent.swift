import DossierModel

/// What a date says about where on a line of days something stands: what is certain, what is only
/// possible, and what is open.
///
/// Days are counted from 1970-01-01 and ranges are half-open, so that the 3rd of a month alone is one
/// day wide.
struct TimeExtent: Hashable, Sendable {
  /// What a stretch of days means.
  enum Certainty: Hashable, Sendable {
    /// It went on throughout, or it was this day.
    case certain
    /// It began or ended somewhere here, or it was one of these days.
    case possible
  }

  /// Some days and what they mean.
  struct Stretch: Hashable, Sendable {
    var days: Range<Int>
    var certainty: Certainty
  }

  /// How the stretches belong together.
  enum Form: Hashable, Sendable {
    /// On one day.
    case moment
    /// On one or some of several days, nobody says which.
    case within
    /// All the time.
    case lasting
    /// Several times.
    case several
    /// At one of several times.
    case oneOf
  }

  /// How the stretches belong together.
  let form: Form
  /// The stretches in order of time, apart from each other; at least one.
  let stretches: [Stretch]
  /// Whether nobody says when it began.
  let isStartOpen: Bool
  /// Whether nobody says when it ended, or whether it did.
  let isEndOpen: Bool
  /// Whether the date is called approximate or uncertain.
  let isQualified: Bool

  /// From the first day that is named to the last.
  var days: Range<Int> {
    let start = stretches.map(\.days.lowerBound).min() ?? 0
    return start..<max(start + 1, stretches.map(\.days.upperBound).max() ?? start)
  }

  /// The extent of `date`; an interval is filled by something that `lasts` and holds anything else
  /// somewhere inside.
  init(_ date: EDTF, lasts: Bool) {
    var (isStartOpen, isEndOpen) = (false, false)
    switch date.value {
    case .date(let one):
      let days = one.days
      form = days.count == 1 ? .moment : lasts ? .lasting : .within
      let isCertain = days.count == 1 && one.qualifier == nil
      stretches = [Stretch(days: days, certainty: isCertain ? .certain : .possible)]
    case .interval(let start, let end):
      (isStartOpen, isEndOpen) = (start == nil, end == nil)
      form = lasts || start == nil || end == nil ? .lasting : .within
      stretches =
        lasts
        ? Self.lasting(from: start, to: end)
        : [Stretch(days: Self.hull(start, end), certainty: .possible)]
    case .all(let dates):
      form = .several
      stretches = Self.apart(
        dates.map { Stretch(days: $0.days, certainty: $0.days.count == 1 ? .certain : .possible) })
    case .oneOf(let dates):
      form = .oneOf
      stretches = Self.apart(dates.map { Stretch(days: $0.days, certainty: .possible) })
    }
    (self.isStartOpen, self.isEndOpen) = (isStartOpen, isEndOpen)
    isQualified = date.isQualified
  }

  /// Where something that lasts may have begun, went on, and may have ended.
  private static func lasting(from start: EDTF.Date?, to end: EDTF.Date?) -> [Stretch] {
    guard let start, let end else {
      let days = hull(start, end)
      return [Stretch(days: days, certainty: days.count == 1 ? .certain : .possible)]
    }
    let whole = hull(start, end)
    let isSure = start.qualifier == nil && end.qualifier == nil
    // From the last day on which it can have begun to the first on which it can have ended.
    let core = start.latest.dayNumber..<max(start.latest.dayNumber, end.earliest.dayNumber + 1)
    guard !core.isEmpty, core.lowerBound >= whole.lowerBound, core.upperBound <= whole.upperBound
    else { return [Stretch(days: whole, certainty: .possible)] }
    let isExact = start.days.count == 1 && end.days.count == 1
    if isExact { return [Stretch(days: whole, certainty: isSure ? .certain : .possible)] }
    return [
      Stretch(days: whole.lowerBound..<core.lowerBound, certainty: .possible),
      Stretch(days: core, certainty: .certain),
      Stretch(days: core.upperBound..<whole.upperBound, certainty: .possible),
    ].filter { !$0.days.isEmpty }
  }

  private static func hull(_ start: EDTF.Date?, _ end: EDTF.Date?) -> Range<Int> {
    let first = (start ?? end)?.days ?? 0..<1
    let last = (end ?? start)?.days ?? first
    if start == nil { return last.lowerBound..<last.upperBound }
    return first
      .lowerBound..<max(first.lowerBound + 1, end == nil ? first.upperBound : last.upperBound)
  }

  /// In order of time, those that touch joined.
  private static func apart(_ stretches: [Stretch]) -> [Stretch] {
    var result: [Stretch] = []
    for stretch in stretches.sorted(by: { $0.days.lowerBound < $1.days.lowerBound }) {
      if let last = result.last, stretch.days.lowerBound < last.days.upperBound {
        let end = max(last.days.upperBound, stretch.days.upperBound)
        result[result.count - 1].days = last.days.lowerBound..<end
      } else {
        result.append(stretch)
      }
    }
    return result
  }
}

extension EDTF.Date {
  /// The days that it can mean, from 1970-01-01.
  fileprivate var days: Range<Int> {
    earliest.dayNumber..<max(earliest.dayNumber, latest.dayNumber) + 1
  }
}
