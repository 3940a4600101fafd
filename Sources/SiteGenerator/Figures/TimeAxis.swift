import DossierModel

/// An axis of days, cut where for a long time nothing begins or ends.
///
/// Each stretch between two cuts has a scale of its own, so that a week of events can be read beside
/// a war of thirty years ago; the cuts are drawn and said, and inside a stretch the scale is true.
struct TimeAxis: Sendable {
  /// A stretch of the axis without a cut.
  struct Segment: Hashable, Sendable {
    /// Its days.
    var days: Range<Int>
    /// Where it begins and ends.
    var start: Double
    var end: Double

    /// Where the beginning of `day` stands.
    func position(of day: Int) -> Double {
      let share = Double(day - days.lowerBound) / Double(max(1, days.count))
      return start + (end - start) * min(max(share, 0), 1)
    }
  }

  /// A mark on the axis.
  struct Tick: Hashable, Sendable {
    var x: Double
    /// The day, the month or the year.
    var label: String
    /// The year (or month and year), below the first tick of a segment and where it changes.
    var context: String?
  }

  /// How wide a cut is drawn.
  static let cutWidth = 26.0
  /// The narrowest segment.
  static let narrowest = 100.0
  /// A gap is cut if it is longer than two months and fills at least half of its stretch.
  private static let shortestCut = 60
  /// More cuts would be harder to read than what they gain.
  private static let mostSegments = 5

  /// The segments in order of time; at least one.
  let segments: [Segment]

  /// The axis from 0 to `width` on which `extents` stand.
  init(_ extents: [TimeExtent], width: Double) {
    var borders: [Border] = []
    for (owner, extent) in extents.enumerated() {
      for stretch in extent.stretches {
        borders.append(Border(day: stretch.days.lowerBound, owner: owner))
        borders.append(Border(day: stretch.days.upperBound, owner: owner))
      }
    }
    borders.sort { ($0.day, $0.owner) < ($1.day, $1.owner) }
    let stretches = Self.cut(borders)
    let weights = stretches.map { Double($0.count) }
    let room =
      width - Self.cutWidth * Double(stretches.count - 1)
      - Self.narrowest * Double(stretches.count)
    let total = weights.reduce(0, +)
    var x = 0.0
    var segments: [Segment] = []
    for (number, stretch) in stretches.enumerated() {
      let first = stretch.first?.day ?? 0
      let last = max(stretch.last?.day ?? first, first + 1)
      let isPoint = last - first <= 1
      let margin = isPoint ? (stretches.count == 1 ? 3 : 20) : max(1, (last - first) / 40)
      let end = x + Self.narrowest + room * weights[number] / max(total, 1)
      segments.append(Segment(days: first - margin..<last + margin, start: x, end: end))
      x = end + Self.cutWidth
    }
    self.segments = segments
  }

  /// Where a stretch of an extent begins or ends, and which extent it is.
  private struct Border {
    var day: Int
    var owner: Int
  }

  /// Whether `borders` belong to several extents and lie apart: what a cut beside them makes legible.
  private static func isCrowd(_ borders: ArraySlice<Border>) -> Bool {
    guard let first = borders.first, let last = borders.last else { return false }
    return last.day - first.day > 1 && borders.contains { $0.owner != first.owner }
  }

  /// `borders`, sorted, in as many stretches as make the crowded ones legible.
  private static func cut(_ borders: [Border]) -> [[Border]] {
    var stretches = [borders]
    while stretches.count < mostSegments {
      var best: (gap: Int, stretch: Int, place: Int)?
      for (number, stretch) in stretches.enumerated() {
        guard let first = stretch.first, let last = stretch.last, stretch.count > 2 else {
          continue
        }
        for place in 1..<stretch.count {
          let gap = stretch[place].day - stretch[place - 1].day
          guard gap >= shortestCut, gap * 2 >= last.day - first.day, gap > best?.gap ?? 0 else {
            continue
          }
          // A cut between two things, or inside one, makes nothing legible that was not so before.
          if isCrowd(stretch[..<place]) || isCrowd(stretch[place...]) {
            best = (gap, number, place)
          }
        }
      }
      guard let best else { break }
      let stretch = stretches[best.stretch]
      stretches.replaceSubrange(
        best.stretch...best.stretch,
        with: [Array(stretch[..<best.place]), Array(stretch[best.place...])])
    }
    return stretches
  }

  /// Where the beginning of `day` stands; a day inside a cut stands at its nearer side.
  func position(of day: Int) -> Double {
    guard let last = segments.last, let first = segments.first else { return 0 }
    if day <= first.days.lowerBound { return first.start }
    for (segment, next) in zip(segments, segments.dropFirst()) where day < next.days.lowerBound {
      if day <= segment.days.upperBound { return segment.position(of: day) }
      let middle = segment.days.upperBound + (next.days.lowerBound - segment.days.upperBound) / 2
      return day < middle ? segment.end : next.start
    }
    return last.position(of: day)
  }

  // MARK: Ticks

  /// The distance of ticks.
  private enum Step {
    case days(Int)
    case months(Int)
    case years(Int)
  }

  private static let steps: [(step: Step, days: Double, label: Double)] = [
    (.days(1), 1, 46), (.days(2), 2, 46), (.days(5), 5, 46), (.days(10), 10, 46),
    (.months(1), 30.4, 32), (.months(3), 91.3, 32), (.months(6), 182.6, 32),
    (.years(1), 365.2, 38), (.years(2), 730.5, 38), (.years(5), 1826, 38),
    (.years(10), 3652, 38), (.years(20), 7305, 38), (.years(50), 18262, 38),
    (.years(100), 36524, 38), (.years(500), 182_621, 38),
  ]

  /// The ticks of `segment`, as close as their labels allow.
  static func ticks(of segment: Segment, phrasing: any Phrasing) -> [Tick] {
    let perDay = (segment.end - segment.start) / Double(max(1, segment.days.count))
    let fitting = steps.firstIndex { $0.days * perDay >= $0.label + 14 } ?? steps.count - 1
    // Of a step so wide that none falls into the segment, the next narrower one.
    for number in stride(from: fitting, through: 0, by: -1) {
      let ticks = ticks(of: segment, steps[number].step, phrasing)
      if !ticks.isEmpty { return spaced(ticks) }
    }
    return []
  }

  /// `ticks` without those whose labels would touch the one before.
  private static func spaced(_ ticks: [Tick]) -> [Tick] {
    var result: [Tick] = []
    for tick in ticks {
      if let last = result.last, tick.x - last.x < 46 { continue }
      result.append(tick)
    }
    return result
  }

  private static func ticks(
    of segment: Segment, _ step: Step, _ phrasing: any Phrasing
  ) -> [Tick] {
    let first = CalendarDate(dayNumber: segment.days.lowerBound)
    let last = CalendarDate(dayNumber: segment.days.upperBound - 1)
    var ticks: [Tick] = []
    var year: Int?
    func add(_ date: CalendarDate?, _ label: String, withYear: Bool = true) {
      guard let date, segment.days.contains(date.dayNumber) else { return }
      let isNew = withYear && date.year != year
      if isNew { year = date.year }
      ticks.append(
        Tick(
          x: segment.position(of: date.dayNumber), label: label,
          context: isNew ? "\(date.year)" : nil))
    }
    switch step {
    case .days(let days):
      var (y, m) = (first.year, first.month)
      while (y, m) <= (last.year, last.month) {
        for day in stride(from: 1, through: CalendarDate.days(inMonth: m, of: y), by: days)
        where day == 1 || days < 5 || day + days / 2 <= CalendarDate.days(inMonth: m, of: y) {
          // 1, 6, 11 are read less easily than 1, 5, 10.
          let round = days >= 5 && day > 1 ? day - 1 : day
          add(CalendarDate(y, m, round), phrasing.shortDay(round, month: m))
        }
        (y, m) = m == 12 ? (y + 1, 1) : (y, m + 1)
      }
    case .months(let count):
      var (y, m) = (first.year, 1)
      while (y, m) <= (last.year, last.month) {
        add(CalendarDate(y, m, 1), phrasing.shortMonth(m))
        m += count
        if m > 12 { (y, m) = (y + 1, 1) }
      }
    case .years(let count):
      var y = first.year - first.year % count
      while y <= last.year {
        add(CalendarDate(y, 1, 1), "\(y)", withYear: false)
        y += count
      }
    }
    return ticks
  }
}
