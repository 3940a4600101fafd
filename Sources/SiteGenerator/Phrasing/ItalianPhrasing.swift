import DossierModel

/// Italian, as its newspapers write it.
struct ItalianPhrasing: Phrasing {
  let months = [
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
    "ottobre", "novembre", "dicembre",
  ]
  let marks = (open: "«", close: "»")

  func number(_ number: Int) -> String { grouped(number, by: ".") }

  /// "e", and "ed" before another e.
  func conjunction(before next: String) -> String {
    guard let first = next.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else {
      return "e"
    }
    return "eEèÈéÉ".unicodeScalars.contains(first) ? "ed" : "e"
  }

  /// "da", melted with the article: "dal Cremlino", "dalle Forze di difesa", "da Hamas".
  func by(_ name: String, article: String?) -> String {
    switch article {
    case "il"?: "dal \(name)"
    case "lo"?: "dallo \(name)"
    case "la"?: "dalla \(name)"
    case "i"?: "dai \(name)"
    case "gli"?: "dagli \(name)"
    case "le"?: "dalle \(name)"
    case "l'"?, "l’"?: "dall’\(name)"
    default: "da \(name)"
    }
  }

  // MARK: Numbers

  func quantity(_ figure: Figure) -> String? {
    switch (figure.low, figure.high, figure.qualifier) {
    case (nil, nil, _), (_, _, .unspecified): nil
    case (let low?, let high?, .about):
      low == high ? "circa \(number(low))" : "circa \(number(low))–\(number(high))"
    case (let low?, nil, .about): "circa \(number(low))"
    case (nil, let high?, .about): "fino a circa \(number(high))"
    case (let low?, let high?, _):
      low == high ? number(low) : "tra \(number(low)) e \(number(high))"
    case (let low?, nil, _): "almeno \(number(low))"
    case (nil, let high?, _): "al massimo \(number(high))"
    }
  }

  func duration(_ duration: String) -> String? {
    guard let parts = DurationParts(duration)?.parts else { return nil }
    let words = [
      "", "un", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci",
    ]
    return list(
      parts.map { count, unit in
        let (one, many, article) =
          switch unit {
          case .years: ("anno", "anni", "un")
          case .months: ("mese", "mesi", "un")
          case .weeks: ("settimana", "settimane", "una")
          case .days: ("giorno", "giorni", "un")
          case .hours: ("ora", "ore", "un’")
          case .minutes: ("minuto", "minuti", "un")
          case .seconds: ("secondo", "secondi", "un")
          }
        if count == 1 { return article.hasSuffix("’") ? article + one : "\(article) \(one)" }
        return "\(count < words.count ? words[count] : number(count)) \(many)"
      })
  }

  func position(latitude: Double, longitude: Double) -> String {
    degrees(latitude, mark: ",", "nord", "sud") + ", "
      + degrees(longitude, mark: ",", "est", "ovest")
  }

  // MARK: Dates

  func date(_ date: EDTF) -> String {
    switch date.value {
    case .date(let one): phrase(one).text
    case .all(let dates): several(dates, joined: nil)
    case .oneOf(let dates): several(dates, joined: "o")
    case .interval(let start?, let end?): interval(from: start, to: end, lasting: false)
    case .interval(let start?, nil): phrase(start).with(.da)
    case .interval(nil, let end?): "fino " + phrase(end).with(.a)
    case .interval(nil, nil): ""
    }
  }

  func period(_ date: EDTF) -> String {
    if case .interval(let start?, let end?) = date.value {
      return interval(from: start, to: end, lasting: true)
    }
    return self.date(date)
  }

  /// A date with the article that its first word takes.
  private struct Phrase {
    /// The definite article.
    enum Article: Int { case il, l, la, gli }
    /// A preposition that melts with the article.
    enum Preposition { case da, a, none }

    var text: String
    var article: Article
    /// Whether the date goes without article after "tra" (months do).
    var isBare = false

    func with(_ preposition: Preposition) -> String {
      let forms: [String] =
        switch preposition {
        case .da: ["dal ", "dall’", "dalla ", "dagli "]
        case .a: ["al ", "all’", "alla ", "agli "]
        case .none: ["il ", "l’", "la ", "gli "]
        }
      return (isBare && preposition == .none ? "" : forms[article.rawValue]) + text
    }
  }

  func shortDay(_ day: Int, month: Int) -> String {
    "\(day == 1 ? "1º" : "\(day)") \(shortMonth(month))"
  }

  private func phrase(_ date: EDTF.Date, _ detail: DateDetail = .full) -> Phrase {
    var phrase = unqualified(date, detail)
    if detail == .full, let time = date.time { phrase.text += ", " + clock(time) }
    switch detail == .full ? date.qualifier : nil {
    case .approximate: phrase.text += " circa"
    case .uncertain: phrase.text += " (data incerta)"
    case .both: phrase.text += " circa (data incerta)"
    case nil: break
    }
    return phrase
  }

  private func unqualified(_ date: EDTF.Date, _ detail: DateDetail) -> Phrase {
    let year = detail == .full ? " \(date.year)" : ""
    if date.unspecifiedYearDigits == 2 {
      return Phrase(text: "\(roman(date.year / 100 + 1)) secolo", article: .il)
    }
    if date.unspecifiedYearDigits == 1 { return decade(date.year) }
    guard let month = date.month else { return Phrase(text: "\(date.year)", article: .il) }
    if month > 12 {
      let seasons: [(String, Phrase.Article)] = [
        ("primavera", .la), ("estate", .l), ("autunno", .l), ("inverno", .l),
      ]
      let (name, article) = seasons[min(max(month - 21, 0), 3)]
      return Phrase(text: name + year, article: article, isBare: false)
    }
    let name = months[min(max(month - 1, 0), 11)]
    guard let day = date.day else {
      return Phrase(
        text: name + year, article: "ao".contains(name.prefix(1)) ? .l : .il, isBare: true)
    }
    let number = day == 1 ? "1º" : "\(day)"
    return Phrase(
      text: detail == .dayOnly ? number : "\(number) \(name)\(year)",
      article: day == 8 || day == 11 ? .l : .il)
  }

  private func decade(_ year: Int) -> Phrase {
    let names = [
      "", "Dieci", "Venti", "Trenta", "Quaranta", "Cinquanta", "Sessanta", "Settanta", "Ottanta",
      "Novanta",
    ]
    let centuries = [
      13: "Trecento", 14: "Quattrocento", 15: "Cinquecento", 16: "Seicento", 17: "Settecento",
      18: "Ottocento", 19: "Novecento", 20: "Duemila",
    ]
    let (century, tens) = (year / 100, year / 10 % 10)
    if year == 2000 { return Phrase(text: "anni Duemila", article: .gli) }
    guard tens > 0, let name = centuries[century] else {
      return Phrase(text: "anni \(year)–\(year + 9)", article: .gli)
    }
    // "Anni Trenta" alone are the nineteen-thirties; twenties have begun again.
    let isPlain = century == 19 && tens >= 3
    return Phrase(text: "anni \(names[tens])" + (isPlain ? "" : " del \(name)"), article: .gli)
  }

  private func interval(from start: EDTF.Date, to end: EDTF.Date, lasting: Bool) -> String {
    if let vague = VagueInterval(from: start, to: end) {
      let whole = phrase(vague.whole)
      let part =
        switch vague.part {
        case .beginning: "inizio"
        case .middle: "metà"
        case .end: "fine"
        }
      return whole.article == .gli ? "\(part) degli \(whole.text)" : "\(part) \(whole.text)"
    }
    if start.isSameDay(as: end), let from = start.time, let to = end.time {
      var day = start
      day.time = nil
      let (first, second) = (from.digits, to.digits)
      let zone = from.zone == to.zone ? self.zone(to) : ""
      return phrase(day).text + ", tra le \(first) e le \(second)\(zone)"
    }
    let detail = DateDetail(of: start, before: end)
    let (first, second) = (phrase(start, detail), phrase(end))
    if lasting { return first.with(.da) + " " + second.with(.a) }
    return "tra \(first.with(.none)) e \(second.with(.none))"
  }

  private func several(_ dates: [EDTF.Date], joined word: String?) -> String {
    var texts: [String] = []
    for (i, date) in dates.enumerated() {
      let detail = DateDetail(of: date, before: i + 1 < dates.count ? dates[i + 1] : nil)
      texts.append(phrase(date, detail).text)
    }
    guard let word, let last = texts.last, texts.count > 1 else { return list(texts) }
    return texts.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  private func clock(_ time: EDTF.Time) -> String { "alle " + time.digits + zone(time) }

  private func zone(_ time: EDTF.Time) -> String {
    guard let offset = time.offset else { return "" }
    return time.zone == 0 ? " (GMT)" : " (ora locale, \(offset))"
  }
}

/// `number`, from 1 to 39, in Roman numerals.
func roman(_ number: Int) -> String {
  let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
  guard (1...39).contains(number) else { return "\(number)" }
  return String(repeating: "X", count: number / 10) + ones[number % 10]
}
