import DossierModel

/// How a language writes dates, durations, numbers and lists on the pages.
///
/// Words that stand alone are in the templates; what needs grammar is here.
protocol Phrasing: Sendable {
  /// The names of the months, January first, as they stand inside a date.
  var months: [String] { get }
  /// The marks around words that are quoted: opening, closing.
  var marks: (open: String, close: String) { get }

  /// `number` with its thousands marked off.
  func number(_ number: Int) -> String
  /// `date` as it stands alone after a label: "tra il 5 e l’11 settembre 2022".
  func date(_ date: EDTF) -> String
  /// What lasts from the start of `date` to its end: "dal 5 all’11 settembre 2022".
  func period(_ date: EDTF) -> String
  /// `duration` (ISO 8601) in words; `nil` if it is none that people say.
  func duration(_ duration: String) -> String?
  /// A day of a `month` from 1, short enough for an axis: "13 set".
  func shortDay(_ day: Int, month: Int) -> String
  /// The number of `figure` in words, "circa 30.000"; `nil` if none is known.
  func quantity(_ figure: Figure) -> String?
  /// A position in degrees: "39,51 N, 46,34 E".
  func position(latitude: Double, longitude: Double) -> String
  /// The word between the last two items of a list, of which the last begins with `next`.
  func conjunction(before next: String) -> String
  /// Somebody as the source of something: "dalle Forze di difesa", of a `name` that takes `article`.
  func by(_ name: String, article: String?) -> String
}

extension Phrasing {
  /// The name of `month`, from 1, in three letters.
  func shortMonth(_ month: Int) -> String { String(months[min(max(month - 1, 0), 11)].prefix(3)) }

  /// The month of the day `number` days after 1970-01-01: "dicembre 1989".
  func month(of number: Int) -> String {
    let day = CalendarDate(dayNumber: number)
    return date(EDTF(EDTF.Date(day.year, day.month)))
  }

  /// `items` as an enumeration: "A, B e C".
  func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " " + conjunction(before: last) + " " + last
  }

  /// `text` between the language's quotation marks, or between others if it has some of those itself.
  ///
  /// Marks that are the first and last of `text` give way: a headline that is all in marks has them
  /// once.
  func quoted(_ text: String) -> String {
    let bare = Quoting.bare(text)
    let taken = (marks.open + marks.close).unicodeScalars
    let isTaken = bare.unicodeScalars.contains { taken.contains($0) }
    let other = marks.open == "“" ? (open: "‘", close: "’") : (open: "“", close: "”")
    return isTaken ? other.open + bare + other.close : marks.open + bare + marks.close
  }

  /// `degrees` with two decimals after `mark`, and the letter for its half of the globe.
  func degrees(_ degrees: Double, mark: String, _ positive: String, _ negative: String) -> String {
    guard degrees.isFinite, abs(degrees) <= 360 else { return "" }
    let hundredths = Int((abs(degrees) * 100).rounded())
    let rest = hundredths % 100
    let sign = degrees < 0 ? negative : positive
    return "\(hundredths / 100)\(mark)\(rest < 10 ? "0" : "")\(rest)° \(sign)"
  }

  /// The digits of `number` in groups of three, with `separator` between them.
  func grouped(_ number: Int, by separator: String) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var text: [UInt8] = number < 0 ? Array("−".utf8) : []
    for (i, digit) in digits.enumerated() {
      if i > 0, (digits.count - i) % 3 == 0 { text += Array(separator.utf8) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Quotation marks around words that have marks of their own.
enum Quoting {
  private static let pairs: [(open: Unicode.Scalar, close: Unicode.Scalar)] = [
    ("«", "»"), ("“", "”"), ("„", "“"), ("\"", "\""),
  ]

  /// `text` without the marks that enclose all of it.
  static func bare(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > 2,
      let pair = pairs.first(where: { $0.open == scalars[0] && $0.close == scalars.last })
    else { return text }
    let inner = scalars[1..<scalars.count - 1]
    if inner.contains(pair.open) || inner.contains(pair.close) { return text }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: inner)
    return String(result)
  }

  /// How far a mark may stand from the words that it belongs to, in bytes.
  private static let reach = 400

  /// `span` widened inside `sentence` to the marks that words in it open or close, so that no mark
  /// stands without its other half; as it is where the other half is not near.
  static func balanced(_ span: TextSpan, in sentence: TextSpan, of text: ArticleText) -> TextSpan {
    let marks = marks(in: text[span])
    var result = span
    if let closing = marks.unclosed {
      let end = min(sentence.end, span.end + reach)
      if let found = first(closing, in: text.bytes, span.end..<max(span.end, end)) {
        result.end = found + closing.utf8.count
      }
    }
    if let opening = marks.unopened {
      let start = max(sentence.start, span.start - reach)
      if let found = last(opening, in: text.bytes, min(start, span.start)..<span.start) {
        result.start = found
      }
    }
    return result
  }

  /// The mark that would close what `text` leaves open, and that which would open what it only closes.
  private static func marks(in text: String) -> (unclosed: String?, unopened: String?) {
    var open: [Unicode.Scalar] = []
    var unopened: String?
    for scalar in text.unicodeScalars {
      if let pair = pairs.first(where: { $0.open == scalar && $0.open != $0.close }),
        !(scalar == "“" && open.last == "„")
      {
        open.append(pair.open)
      } else if let last = open.last,
        pairs.contains(where: { $0.open == last && $0.close == scalar })
      {
        open.removeLast()
      } else if open.isEmpty, unopened == nil, scalar == "»" || scalar == "”" {
        unopened = scalar == "»" ? "«" : "“"
      }
    }
    let unclosed = open.first.flatMap { mark in pairs.first { $0.open == mark } }
    return (unclosed.map { String($0.close) }, unopened)
  }

  private static func first(_ mark: String, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let wanted = Array(mark.utf8)
    return range.first {
      $0 + wanted.count <= range.upperBound && bytes[$0...].starts(with: wanted)
    }
  }

  private static func last(_ mark: String, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let wanted = Array(mark.utf8)
    return range.last { bytes[$0...].starts(with: wanted) }
  }
}

/// The language of `code` (BCP 47): English for `en` and its variants, else Italian.
func phrasing(for code: String) -> any Phrasing {
  code == "en" || code.hasPrefix("en-") ? EnglishPhrasing() : ItalianPhrasing()
}

/// How much of a date is written where the date after it says the rest: "5 e 11 settembre 2022".
enum DateDetail {
  case full, withoutYear, dayOnly

  /// What `date` must say for itself if `next` follows it.
  init(of date: EDTF.Date, before next: EDTF.Date?) {
    guard let next, date.time == nil, date.qualifier == nil, date.month != nil, next.month != nil,
      date.year == next.year, (date.day == nil) == (next.day == nil)
    else {
      self = .full
      return
    }
    self = date.day != nil && date.month == next.month ? .dayOnly : .withoutYear
  }
}

extension EDTF.Time {
  /// `00:05`, with seconds only where there are some.
  var digits: String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return "\(two(hour)):\(two(minute))" + (second == 0 ? "" : ":" + two(second))
  }

  /// The zone as `UTC+5:30`; `nil` where none is known.
  var offset: String? {
    guard let zone else { return nil }
    let (hours, rest) = (abs(zone) / 60, abs(zone) % 60)
    return "UTC\(zone < 0 ? "−" : "+")\(hours)"
      + (rest == 0 ? "" : rest < 10 ? ":0\(rest)" : ":\(rest)")
  }
}

extension EDTF.Date {
  /// Whether both are the same day.
  func isSameDay(as other: EDTF.Date) -> Bool {
    day != nil && (year, month, day) == (other.year, other.month, other.day)
  }
}

/// The parts of an ISO 8601 duration, the greatest unit first.
struct DurationParts: Equatable {
  /// The units that durations of the news are given in.
  enum Unit: Character, CaseIterable {
    case years = "Y"
    case months = "M"
    case weeks = "W"
    case days = "D"
    case hours = "h"
    case minutes = "m"
    case seconds = "s"
  }

  /// How many of each unit; none is zero.
  var parts: [(count: Int, unit: Unit)] = []

  /// The parts of `text` (`P6W`, `P1Y6M`, `PT24H`); `nil` if it is no duration of whole numbers.
  init?(_ text: String) {
    var rest = text.utf8[...]
    guard rest.popFirst() == UInt8(ascii: "P") else { return nil }
    var isTime = false
    var last = -1
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "T"), !isTime {
        isTime = true
        continue
      }
      guard (48...57).contains(byte) else { return nil }
      var count = Int(byte) - 48
      while let digit = rest.first, (48...57).contains(digit), count < 1_000_000 {
        count = count * 10 + Int(digit) - 48
        rest = rest.dropFirst()
      }
      guard let letter = rest.popFirst(), letter < 128 else { return nil }
      let sign = Character(Unicode.Scalar(isTime ? letter | 32 : letter))
      guard let unit = Unit(rawValue: sign), let order = Unit.allCases.firstIndex(of: unit),
        order > last
      else { return nil }
      last = order
      if count > 0 { parts.append((count, unit)) }
    }
    if parts.isEmpty { return nil }
  }

  static func == (a: DurationParts, b: DurationParts) -> Bool {
    a.parts.elementsEqual(b.parts) { $0.count == $1.count && $0.unit == $1.unit }
  }
}

extension EDTF {
  /// The year under which something of this date is listed: that of its beginning, or the decade of
  /// which it is a vague part.
  var listedYear: Date? {
    guard let first = dates.first else { return nil }
    if case .interval(let start?, let end?) = value,
      let whole = VagueInterval(from: start, to: end)?.whole, whole.unspecifiedYearDigits > 0
    {
      return whole
    }
    return Date(year: first.year, unspecifiedDigits: first.unspecifiedYearDigits)
  }
}

/// A third of a decade, year or month: what "beginning", "middle" and "end" of it mean.
struct VagueInterval: Equatable {
  /// Which third.
  enum Part { case beginning, middle, end }
  /// Which third.
  var part: Part
  /// The decade, year or month.
  var whole: EDTF.Date

  /// The third that an interval from `start` to `end` is; `nil` unless both ends are approximate and
  /// lie where thirds begin and end.
  init?(from start: EDTF.Date, to end: EDTF.Date) {
    guard start.qualifier == .approximate, end.qualifier == .approximate, start.time == nil,
      end.time == nil
    else { return nil }
    func third(_ first: Int, _ last: Int, of count: Int) -> Part? {
      if first == 1, last < count { return last <= count / 3 + 1 ? .beginning : nil }
      if last == count { return first > count * 2 / 3 ? .end : nil }
      let margin = count / 4
      return first > margin && last <= count - margin ? .middle : nil
    }
    if let day = start.day, let last = end.day {
      guard start.year == end.year, start.month == end.month, let month = start.month else {
        return nil
      }
      let count = CalendarDate.days(inMonth: month, of: start.year)
      guard let part = third(day, last, of: count) else { return nil }
      (self.part, whole) = (part, EDTF.Date(start.year, month))
    } else if let month = start.month, let last = end.month, start.day == nil, end.day == nil {
      guard start.year == end.year, month <= 12, last <= 12,
        let part = third(month, last, of: 12)
      else { return nil }
      (self.part, whole) = (part, EDTF.Date(start.year))
    } else {
      guard start.month == nil, end.month == nil, start.unspecifiedYearDigits == 0,
        end.unspecifiedYearDigits == 0, start.year > 0, start.year / 10 == end.year / 10,
        start.year < end.year,
        let part = third(start.year % 10 + 1, end.year % 10 + 1, of: 10)
      else { return nil }
      (self.part, whole) = (part, EDTF.Date(year: start.year / 10 * 10, unspecifiedDigits: 1))
    }
  }
}
