/// A date in EDTF (ISO 8601-2:2019), level 1 with the level 2 sets `{…}` and `[…]`.
public struct EDTF: Hashable, Sendable, CustomStringConvertible {
  /// A qualification of a date: `?`, `~` or `%`.
  public enum Qualifier: Character, CaseIterable, Sendable, Hashable {
    case uncertain = "?"
    case approximate = "~"
    case both = "%"
  }

  /// A clock time, with seconds and a zone.
  public struct Time: Hashable, Sendable {
    /// The hour, 0 to 23.
    public var hour: Int
    /// The minute, 0 to 59.
    public var minute: Int
    /// The second, 0 to 59.
    public var second: Int
    /// Minutes east of UTC; `nil` where none is written.
    public var zone: Int?

    /// A time of the day; `zone` in minutes east of UTC.
    public init(hour: Int, minute: Int, second: Int = 0, zone: Int?) {
      (self.hour, self.minute, self.second, self.zone) = (hour, minute, second, zone)
    }
  }

  /// One date: a year with as many `X` as digits are unspecified, a month or season, a day, a time.
  public struct Date: Hashable, Sendable {
    /// The year; for `198X` it is 1980.
    public var year: Int
    /// How many last digits of the year are unspecified, 0 to 2.
    public var unspecifiedYearDigits = 0
    /// The month, 1 to 12, or a season, 21 (spring) to 24 (winter).
    public var month: Int?
    /// The day of the month.
    public var day: Int?
    /// The time of the day.
    public var time: Time?
    /// How sure the date is.
    public var qualifier: Qualifier?

    /// A year, month or day.
    public init(
      _ year: Int, _ month: Int? = nil, _ day: Int? = nil, time: Time? = nil,
      qualifier: Qualifier? = nil
    ) {
      (self.year, self.month, self.day) = (year, month, day)
      (self.time, self.qualifier) = (time, qualifier)
    }

    /// A decade (`198X`) or century (`19XX`): `year` with its last `digits` unspecified.
    public init(year: Int, unspecifiedDigits digits: Int, qualifier: Qualifier? = nil) {
      self.year = year
      unspecifiedYearDigits = digits
      self.qualifier = qualifier
    }

    /// The day `date`.
    public init(_ date: CalendarDate, time: Time? = nil, qualifier: Qualifier? = nil) {
      self.init(date.year, date.month, date.day, time: time, qualifier: qualifier)
    }

    /// The first day that it can mean (seasons by the astronomical convention, from the 21st).
    public var earliest: CalendarDate { bound(last: false) }
    /// The last day that it can mean.
    public var latest: CalendarDate { bound(last: true) }

    private func bound(last: Bool) -> CalendarDate {
      let step = [1, 10, 100][min(unspecifiedYearDigits, 2)]
      let year = last ? self.year + step - 1 : self.year
      let whole = CalendarDate(year, last ? 12 : 1, last ? 31 : 1)
      var result = whole
      if let month {
        switch month {
        case 21: result = last ? CalendarDate(year, 6, 20) : CalendarDate(year, 3, 21)
        case 22: result = last ? CalendarDate(year, 9, 22) : CalendarDate(year, 6, 21)
        case 23: result = last ? CalendarDate(year, 12, 20) : CalendarDate(year, 9, 23)
        case 24: result = last ? CalendarDate(year, 12, 31) : CalendarDate(year, 12, 21)
        default:
          let end = CalendarDate.days(inMonth: month, of: year)
          result = CalendarDate(year, month, day ?? (last ? end : 1))
        }
      }
      return result ?? whole ?? CalendarDate(dayNumber: 0)
    }

    /// The EDTF form.
    public var text: String {
      var text = CalendarDate.padded(year, 4)
      if unspecifiedYearDigits > 0 {
        text =
          String(text.dropLast(unspecifiedYearDigits))
          + String(repeating: "X", count: unspecifiedYearDigits)
      }
      if let month { text += "-" + CalendarDate.padded(month, 2) }
      if let day { text += "-" + CalendarDate.padded(day, 2) }
      if let time {
        let pad = { CalendarDate.padded($0, 2) }
        text += "T\(pad(time.hour)):\(pad(time.minute)):\(pad(time.second))"
        if let zone = time.zone {
          let sign = zone < 0 ? "-" : "+"
          text += zone == 0 ? "Z" : "\(sign)\(pad(abs(zone) / 60)):\(pad(abs(zone) % 60))"
        }
      }
      if let qualifier { text.append(qualifier.rawValue) }
      return text
    }
  }

  /// What a date says.
  public enum Value: Hashable, Sendable {
    /// One date.
    case date(Date)
    /// From one to another; `nil` is an open end, `..`.
    case interval(Date?, Date?)
    /// All of several dates, `{…}`.
    case all([Date])
    /// One of several dates, `[…]`.
    case oneOf([Date])
  }

  /// What it says.
  public let value: Value

  /// The date that says `value`.
  public init(_ value: Value) { self.value = value }
  /// The single date `date`.
  public init(_ date: Date) { value = .date(date) }
  /// The day `day`.
  public init(_ day: CalendarDate) { value = .date(Date(day)) }
  /// The interval from `start` to `end`, either of which may be open (`nil`).
  ///
  /// Equal ends make a single date.
  public init(from start: Date?, to end: Date?) {
    if let start, start == end { value = .date(start) } else { value = .interval(start, end) }
  }

  /// The EDTF string.
  public var text: String {
    switch value {
    case .date(let date): date.text
    case .interval(let start, let end): "\(start?.text ?? "..")/\(end?.text ?? "..")"
    case .all(let dates): "{" + dates.map(\.text).joined(separator: ",") + "}"
    case .oneOf(let dates): "[" + dates.map(\.text).joined(separator: ",") + "]"
    }
  }

  /// The EDTF string.
  public var description: String { text }

  /// The dates named in it.
  public var dates: [Date] {
    switch value {
    case .date(let date): [date]
    case .interval(let start, let end): [start, end].compactMap { $0 }
    case .all(let dates), .oneOf(let dates): dates
    }
  }

  /// The first day that it can mean; `nil` if its start is open.
  public var earliest: CalendarDate? {
    if case .interval(let start, _) = value { return start?.earliest }
    return dates.map(\.earliest).min()
  }

  /// The last day that it can mean; `nil` if its end is open.
  public var latest: CalendarDate? {
    if case .interval(_, let end) = value { return end?.latest }
    return dates.map(\.latest).max()
  }

  /// Whether it is approximate or uncertain in any part.
  public var isQualified: Bool { dates.contains { $0.qualifier != nil } }

  /// Parses an EDTF string of level 0 or 1, or a set; `nil` if it is none.
  public init?(_ text: String) {
    if let open = text.first, open == "{" || open == "[" {
      guard text.last == (open == "{" ? "}" : "]") else { return nil }
      let parts = text.dropFirst().dropLast()
        .split(separator: ",", omittingEmptySubsequences: false)
      let dates = parts.compactMap { Self.date(String($0.drop { $0 == " " })) }
      guard dates.count == parts.count, !dates.isEmpty else { return nil }
      value = open == "{" ? .all(dates) : .oneOf(dates)
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2 {
      var ends: [Date?] = []
      for part in parts {
        if part == ".." || part.isEmpty {
          ends.append(nil)
        } else if let date = Self.date(part) {
          ends.append(date)
        } else {
          return nil
        }
      }
      if ends[0] == nil, ends[1] == nil { return nil }
      if let start = ends[0], let end = ends[1], end.latest < start.earliest { return nil }
      value = .interval(ends[0], ends[1])
      return
    }
    guard parts.count == 1, let date = Self.date(text) else { return nil }
    value = .date(date)
  }

  private static func date(_ text: String) -> Date? {
    var text = Array(text.utf8)
    var qualifier: Qualifier?
    if let last = text.last, let found = Qualifier(rawValue: Character(UnicodeScalar(last))) {
      qualifier = found
      text.removeLast()
    }
    var time: Time?
    if let t = text.firstIndex(of: UInt8(ascii: "T")) {
      guard let parsed = Self.time(Array(text[(t + 1)...])) else { return nil }
      time = parsed
      text.removeSubrange(t...)
    }
    let fields = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(fields.count), fields[0].count == 4 else { return nil }
    let unspecified = fields[0].reversed().prefix { $0 == UInt8(ascii: "X") }.count
    guard unspecified <= 2, let head = number(fields[0].dropLast(unspecified)) else { return nil }
    let year = head * [1, 10, 100][unspecified]
    var date = Date(year, qualifier: qualifier)
    date.unspecifiedYearDigits = unspecified
    if fields.count > 1 {
      guard unspecified == 0, fields[1].count == 2, let month = number(fields[1]),
        (1...12).contains(month) || (fields.count == 2 && (21...24).contains(month))
      else { return nil }
      date.month = month
    }
    if fields.count > 2 {
      guard fields[2].count == 2, let day = number(fields[2]), let month = date.month,
        CalendarDate(year, month, day) != nil
      else { return nil }
      date.day = day
    }
    if time != nil, date.day == nil { return nil }
    date.time = time
    return date
  }

  private static func time(_ text: [UInt8]) -> Time? {
    guard text.count >= 8, text[2] == UInt8(ascii: ":"), text[5] == UInt8(ascii: ":"),
      let hour = number(text[0..<2]), let minute = number(text[3..<5]),
      let second = number(text[6..<8]), hour < 24, minute < 60, second < 60
    else { return nil }
    let rest = Array(text[8...])
    if rest.isEmpty { return Time(hour: hour, minute: minute, second: second, zone: nil) }
    if rest == [UInt8(ascii: "Z")] {
      return Time(hour: hour, minute: minute, second: second, zone: 0)
    }
    guard rest.count == 6, rest[3] == UInt8(ascii: ":"), let h = number(rest[1..<3]),
      let m = number(rest[4..<6]), rest[0] == UInt8(ascii: "+") || rest[0] == UInt8(ascii: "-"),
      h < 15, m < 60
    else { return nil }
    let zone = (h * 60 + m) * (rest[0] == UInt8(ascii: "-") ? -1 : 1)
    return Time(hour: hour, minute: minute, second: second, zone: zone)
  }

  private static func number(_ digits: some Sequence<UInt8>) -> Int? {
    var value: Int?
    for digit in digits {
      guard (48...57).contains(digit) else { return nil }
      value = (value ?? 0) * 10 + Int(digit) - 48
    }
    return value
  }
}

extension EDTF: Comparable {
  /// By the first day, then by the last, then by the text; an open start comes first.
  public static func < (a: EDTF, b: EDTF) -> Bool {
    let low = CalendarDate(dayNumber: -1_000_000)
    let high = CalendarDate(dayNumber: 10_000_000)
    let (x, y) = (a.earliest ?? low, b.earliest ?? low)
    if x != y { return x < y }
    let (u, v) = (a.latest ?? high, b.latest ?? high)
    return u != v ? u < v : a.text < b.text
  }
}
