import DossierModel

/// English, in the British order of day and month.
struct EnglishPhrasing: Phrasing {
  let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  let marks = (open: "“", close: "”")

  func number(_ number: Int) -> String { grouped(number, by: ",") }

  func conjunction(before next: String) -> String { "and" }

  func by(_ name: String, article: String?) -> String { "by \(name)" }

  // MARK: Numbers

  func quantity(_ figure: Figure) -> String? {
    switch (figure.low, figure.high, figure.qualifier) {
    case (nil, nil, _), (_, _, .unspecified): nil
    case (let low?, let high?, .about):
      low == high ? "about \(number(low))" : "about \(number(low))–\(number(high))"
    case (let low?, nil, .about): "about \(number(low))"
    case (nil, let high?, .about): "up to about \(number(high))"
    case (let low?, let high?, _):
      low == high ? number(low) : "between \(number(low)) and \(number(high))"
    case (let low?, nil, _): "at least \(number(low))"
    case (nil, let high?, _): "at most \(number(high))"
    }
  }

  func duration(_ duration: String) -> String? {
    guard let parts = DurationParts(duration)?.parts else { return nil }
    let words = [
      "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    return list(
      parts.map { count, unit in
        let noun =
          switch unit {
          case .years: "year"
          case .months: "month"
          case .weeks: "week"
          case .days: "day"
          case .hours: "hour"
          case .minutes: "minute"
          case .seconds: "second"
          }
        let text = count < words.count ? words[count] : number(count)
        return "\(text) \(noun)\(count == 1 ? "" : "s")"
      })
  }

  func position(latitude: Double, longitude: Double) -> String {
    degrees(latitude, mark: ".", "north", "south") + ", "
      + degrees(longitude, mark: ".", "east", "west")
  }

  // MARK: Dates

  func date(_ date: EDTF) -> String {
    switch date.value {
    case .date(let one): phrase(one)
    case .all(let dates): several(dates, joined: "and")
    case .oneOf(let dates): several(dates, joined: "or")
    case .interval(let start?, let end?): interval(from: start, to: end, lasting: false)
    case .interval(let start?, nil): "from " + phrase(start)
    case .interval(nil, let end?): "until " + phrase(end)
    case .interval(nil, nil): ""
    }
  }

  func period(_ date: EDTF) -> String {
    if case .interval(let start?, let end?) = date.value {
      return interval(from: start, to: end, lasting: true)
    }
    return self.date(date)
  }

  func shortDay(_ day: Int, month: Int) -> String { "\(day) \(shortMonth(month))" }

  private func phrase(_ date: EDTF.Date, _ detail: DateDetail = .full) -> String {
    var text = unqualified(date, detail)
    if detail == .full, let time = date.time { text += ", at " + time.digits + zone(time) }
    switch detail == .full ? date.qualifier : nil {
    case .approximate: return "about " + text
    case .uncertain: return text + " (date uncertain)"
    case .both: return "about " + text + " (date uncertain)"
    case nil: return text
    }
  }

  private func unqualified(_ date: EDTF.Date, _ detail: DateDetail) -> String {
    let year = detail == .full ? " \(date.year)" : ""
    if date.unspecifiedYearDigits == 2 {
      let century = date.year / 100 + 1
      let ending =
        switch century % 10 {
        case 1 where century % 100 != 11: "st"
        case 2 where century % 100 != 12: "nd"
        case 3 where century % 100 != 13: "rd"
        default: "th"
        }
      return "\(century)\(ending) century"
    }
    if date.unspecifiedYearDigits == 1 { return "\(date.year)s" }
    guard let month = date.month else { return "\(date.year)" }
    if month > 12 {
      return ["spring", "summer", "autumn", "winter"][min(max(month - 21, 0), 3)] + year
    }
    let name = months[min(max(month - 1, 0), 11)]
    guard let day = date.day else { return name + year }
    return detail == .dayOnly ? "\(day)" : "\(day) \(name)\(year)"
  }

  private func interval(from start: EDTF.Date, to end: EDTF.Date, lasting: Bool) -> String {
    if let vague = VagueInterval(from: start, to: end) {
      let part =
        switch vague.part {
        case .beginning: "early"
        case .middle: "mid"
        case .end: "late"
        }
      return (part == "mid" ? "mid-" : part + " ") + phrase(vague.whole)
    }
    if start.isSameDay(as: end), let from = start.time, let to = end.time {
      var day = start
      day.time = nil
      let zone = from.zone == to.zone ? self.zone(to) : ""
      return phrase(day) + ", between \(from.digits) and \(to.digits)\(zone)"
    }
    let detail = DateDetail(of: start, before: end)
    let (first, second) = (phrase(start, detail), phrase(end))
    return lasting ? "from \(first) to \(second)" : "between \(first) and \(second)"
  }

  private func several(_ dates: [EDTF.Date], joined word: String) -> String {
    var texts: [String] = []
    for (i, date) in dates.enumerated() {
      let detail = DateDetail(of: date, before: i + 1 < dates.count ? dates[i + 1] : nil)
      texts.append(phrase(date, detail))
    }
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  private func zone(_ time: EDTF.Time) -> String {
    guard let offset = time.offset else { return "" }
    return time.zone == 0 ? " (GMT)" : " (local time, \(offset))"
  }
}
