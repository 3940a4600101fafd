import DossierModel

/// A stretch of time that is counted: days, weeks, trimesters, decades.
struct TemporalUnit: Hashable, Sendable {
  /// What it is made of.
  enum Base: Sendable, Hashable { case second, minute, hour, day, week, month, year, weekend }

  /// What it is made of.
  var base: Base
  /// How many of those make one: three months make a trimester.
  var multiple = 1

  static let day = TemporalUnit(base: .day)
  static let week = TemporalUnit(base: .week)
  static let month = TemporalUnit(base: .month)
  static let year = TemporalUnit(base: .year)

  /// Whether it counts years, or more than years.
  var isYears: Bool { base == .year }

  /// The unit written as an ISO 8601 duration of one, or `weekend`.
  init?(code: String) {
    if code == "weekend" {
      base = .weekend
      return
    }
    var digits = 0
    var isClock = false
    var found: Base?
    for byte in code.utf8.dropFirst() {
      switch byte {
      case UInt8(ascii: "T"): isClock = true
      case 48...57: digits = digits * 10 + Int(byte) - 48
      case UInt8(ascii: "Y"): found = .year
      case UInt8(ascii: "M"): found = isClock ? .minute : .month
      case UInt8(ascii: "W"): found = .week
      case UInt8(ascii: "D"): found = .day
      case UInt8(ascii: "H"): found = .hour
      case UInt8(ascii: "S"): found = .second
      default: return nil
      }
    }
    guard let found, digits > 0 else { return nil }
    (base, multiple) = (found, digits)
  }

  /// `multiple` of `base`.
  init(base: Base, multiple: Int = 1) { (self.base, self.multiple) = (base, multiple) }
}

/// How long: years, months, weeks, days and clock time apart, as they are said.
struct TemporalAmount: Hashable, Sendable {
  var years = 0
  var months = 0
  var weeks = 0
  var days = 0
  var hours = 0
  var minutes = 0
  var seconds = 0

  /// `count` times `unit`.
  init(_ count: Int, _ unit: TemporalUnit) { add(count, unit) }

  /// Adds `count` times `unit`.
  mutating func add(_ count: Int, _ unit: TemporalUnit) {
    let amount = min(count, 1_000_000) * unit.multiple
    switch unit.base {
    case .second: seconds += amount
    case .minute: minutes += amount
    case .hour: hours += amount
    case .day: days += amount
    case .weekend: days += 2 * amount
    case .week: weeks += amount
    case .month: months += amount
    case .year: years += amount
    }
  }

  /// Adds half of one `unit`.
  mutating func addHalf(_ unit: TemporalUnit) {
    switch unit.base {
    case .year where unit.multiple % 2 == 0: years += unit.multiple / 2
    case .year: months += 6 * unit.multiple
    case .month: days += 15 * unit.multiple
    case .week: days += 3
    case .day, .weekend: hours += 12
    case .hour: minutes += 30
    case .minute: seconds += 30
    case .second: break
    }
  }

  /// The finest of its parts.
  var finest: TemporalUnit.Base {
    if seconds > 0 { return .second }
    if minutes > 0 { return .minute }
    if hours > 0 { return .hour }
    if days > 0 { return .day }
    if weeks > 0 { return .week }
    return months > 0 ? .month : .year
  }

  /// The ISO 8601 duration, such as `P2Y6M` or `PT24H`.
  var iso: String {
    // Weeks do not go with other units in ISO 8601.
    if weeks > 0, years == 0, months == 0, days == 0, hours == 0, minutes == 0, seconds == 0 {
      return "P\(weeks)W"
    }
    var text = "P"
    if years > 0 { text += "\(years)Y" }
    if months > 0 { text += "\(months)M" }
    if days + 7 * weeks > 0 { text += "\(days + 7 * weeks)D" }
    if hours + minutes + seconds > 0 { text += "T" }
    if hours > 0 { text += "\(hours)H" }
    if minutes > 0 { text += "\(minutes)M" }
    if seconds > 0 { text += "\(seconds)S" }
    return text == "P" ? "P0D" : text
  }
}

/// A part of the day.
enum DayPart: String, Sendable, Hashable { case morning, afternoon, evening, night, dawn }

/// A vague or exact part of a period.
enum Portion: String, Sendable, Hashable {
  case early, middle, late
  case firstHalf, secondHalf
}

/// A feast, by the calendar or by Easter.
enum Holiday: Hashable, Sendable {
  case fixed(month: Int, day: Int)
  /// Days after Easter Sunday of the western churches.
  case easter(Int)
  /// Days after Easter Sunday of the eastern churches.
  case pascha(Int)
  /// One that follows a calendar which is not reckoned here.
  case moving
}

/// The zone of a clock time.
enum ClockZone: Hashable, Sendable {
  /// Minutes east of UTC.
  case fixed(Int)
  /// Central (60) or eastern (120) European time, an hour more in summer.
  case european(Int)
  /// The zone of the place, which the text does not give in minutes.
  case local
}

/// A clock time as said.
struct Clock: Hashable, Sendable {
  var hour: Int
  var minute = 0
  var second = 0
  var zone: ClockZone?
}

/// What a temporal expression says, before it is reckoned from a date.
indirect enum TemporalMeaning: Hashable, Sendable {
  /// Which of the periods with one name is meant.
  enum Choice: Hashable, Sendable {
    /// The tense decides.
    case tense
    /// The last one before now: scorso.
    case last
    /// The next one: prossimo.
    case next
    /// The one of now: questo.
    case this
  }

  /// The year of a date, where one is said.
  enum Year: Hashable, Sendable {
    case number(Int)
    /// Years from the year of writing: dell'anno scorso.
    case shifted(Int)
    /// Years from the one that the text has named: dell'anno seguente, dello stesso anno.
    case fromText(Int)
  }

  /// A day of a month; what is not said is `nil`.
  struct Day: Hashable, Sendable {
    var weekday: Int?
    var day: Int
    var month: Int?
    var year: Year?
    /// Months from the month of writing: il 20 del prossimo mese.
    var monthShift: Int?
    var choice = Choice.tense
  }

  /// One day: 13 settembre 2022, il 17.
  case day(Day)
  /// A day of the month that the text has named: il 29 dello stesso mese.
  case dayOfSameMonth(Int)
  /// One month: settembre 2022.
  case month(Int, year: Year?, Choice)
  /// One year.
  case year(Int)
  /// A year before our era, which the notation used here does not write.
  case yearBefore(Int)
  /// A decade by its first year.
  case decade(Int)
  /// A century by its first year: 1900.
  case century(Int)
  /// A season by its EDTF month.
  case season(Int, year: Year?, Choice)
  /// The `n`th of the parts of `months` months in a year: trimesters, semesters.
  case yearPart(Int, months: Int, year: Year?)
  /// A feast.
  case holiday(Holiday, year: Year?, Choice)
  /// Days from the day of writing: ieri.
  case dayShift(Int)
  /// A weekday.
  case weekday(Int, Choice)
  /// The period of writing, or the one so many before or after it.
  case period(TemporalUnit, Int)
  /// The week or weekend that holds a day.
  case weekOf(TemporalMeaning)
  /// A weekday of a week.
  case weekdayOf(Int, TemporalMeaning)
  /// The `n`th weekday (or the last, -1) of a month.
  case nthWeekday(Int, Int, TemporalMeaning)
  /// The `n`th day (or the last, -1) of a month.
  case nthDay(Int, TemporalMeaning)
  /// The `n`th week of a month or year.
  case nthWeek(Int, TemporalMeaning)
  /// So long before (-1) or after (1) the day of writing; an unknown time if `nil`.
  case away(TemporalAmount?, Int)
  /// The same of a roughly known time: una decina di giorni fa.
  case about(TemporalAmount, Int)
  /// The time up to now (-1) or from now (1): negli ultimi tre mesi.
  case rolling(Int?, TemporalUnit, Int)
  /// So long before or after a time that the text has named.
  case shifted(TemporalAmount?, Int, from: TemporalMeaning?)
  /// The period before or after one that the text has named: l'anno successivo.
  case neighbour(TemporalUnit, Int)
  /// The time before or after one that the text has named: nei tre giorni successivi.
  case rollingFromText(Int?, TemporalUnit, Int)
  /// The weekday before or after a time that the text has named.
  case weekdayFromText(Int, Int)
  /// The period that the text has named: lo stesso giorno.
  case same(TemporalUnit)
  /// From a time that the text has named.
  case sinceThen
  /// A vague part of a period.
  case portion(Portion, TemporalMeaning)
  /// The first (1) or last (-1) so many of a period: i primi tre mesi del 2024.
  case counted(Int, TemporalUnit, Int, of: TemporalMeaning)
  /// What is left of a period.
  case rest(TemporalMeaning)
  /// A part of a day.
  case part(DayPart, of: TemporalMeaning?)
  /// A clock time, with another that says the same in another zone.
  case clock(Clock, Clock?, day: TemporalMeaning?)
  /// Hours of a day, from a clock time on: dalle 8 alle 12.
  case hours(Clock, day: TemporalMeaning?)
  /// From one time to another.
  case range(TemporalMeaning, TemporalMeaning)
  /// Several times, all or one of them.
  case several([TemporalMeaning], isAlternative: Bool)
  /// How long.
  case duration(TemporalAmount)
  /// For how long up to now: da nove mesi.
  case sinceDuration(TemporalAmount)
  /// For so long up to now that nobody says how long: da mesi.
  case sinceUnknown
  /// What comes again: ogni lunedì.
  case recurring
  /// What cannot be reckoned from words alone.
  case open
}
