import DossierModel

// Times that are counted: so long ago, so long, for so long.
extension TemporalText {
  /// "ultimi tre mesi", "giorni scorsi", "prossime ore", "3 settimane passate", "ultimo anno".
  func rolling(_ i: Int) -> TemporalMatch? {
    if let direction = isAny(i, .last) ? -1 : shift(i) {
      let counted = count(i + 1)
      let j = counted?.end ?? i + 1
      guard let (unit, end) = unit(j) else { return nil }
      if !isPlural(j), counted == nil {
        guard isAny(i, .last), unit.base != .weekend, unit.base != .hour else { return nil }
        // "ultimo giorno di combattimenti" is no day before the writing.
        if afterOf(end) != nil || unit.base == .day { return nil }
        return TemporalMatch(
          unit.isYears ? .rolling(unit.multiple, .year, -1) : .rolling(1, unit, -1), i, end)
      }
      if direction == 0 {
        return counted == nil && unit.base != .year && unit.base != .month
          ? TemporalMatch(.rolling(0, unit, 0), i, end) : nil
      }
      // "gli ultimi due decenni" are the last twenty years, "i due decenni scorsi" the calendar's.
      if isAny(i, .last), let count = counted?.count, unit.isYears, unit.multiple > 1 {
        return TemporalMatch(.rolling(count * unit.multiple, .year, -1), i, end)
      }
      // "gli ultimi giorni di agosto" are a portion of it.
      if isAny(i, .last), counted == nil, let of = afterOf(end), simple(of) != nil { return nil }
      return TemporalMatch(.rolling(counted?.count, unit, direction), i, end)
    }
    if let (_, unit, count, end) = amount(i), let direction = shift(end), direction != 0 {
      return TemporalMatch(.rolling(count, unit, direction), i, end + 1)
    }
    if let (unit, end) = unit(i), isPlural(i), let direction = shift(end), direction != 0 {
      return TemporalMatch(.rolling(nil, unit, direction), i, end + 1)
    }
    return nil
  }

  /// "due giorni fa", "2 anni, 1 mese e 21 giorni fa", "due o tre giorni fa"; "mesi fa", "tempo fa".
  func ago(_ i: Int) -> TemporalMatch? {
    // "Il tempo fa paura"
    if !isArticle(i - 1), let end = phrase(i, is: .uncountedAgo) {
      return TemporalMatch(.open, i, end)
    }
    if !isArticle(i - 1), let (unit, end) = unit(i), isPlural(i), unit.base != .weekend,
      let after = phrase(end, is: .ago)
    {
      return TemporalMatch(.open, i, after)
    }
    if let (counts, unit, end) = alternativeCounts(i), let after = phrase(end, is: .ago) {
      return TemporalMatch(.several(away(counts, unit, -1), isAlternative: true), i, after)
    }
    guard let (amount, unit, _, end) = amount(i), unit.base != .weekend,
      let after = phrase(end, is: .ago)
    else { return nil }
    if let amount, isRough(i) {
      return TemporalMatch(unit.isYears ? .away(amount, -1) : .about(amount, -1), i, after)
    }
    if let amount, amount == TemporalAmount(amount.years, .year),
      let match = dated(inYear: -amount.years, after, from: i)
    {
      return match
    }
    return TemporalMatch(.away(amount, -1), i, after)
  }

  /// "quattro anni fa, il 10 novembre", "l’anno scorso, a marzo": a day or month without a year
  /// after the comma at `i` is of the year so many from that of writing.
  func dated(inYear shift: Int, _ i: Int, from start: Int) -> TemporalMatch? {
    guard isMark(i, ",") else { return nil }
    var next = i + 1
    if isPreposition(next, lexicon.in) || isPreposition(next, lexicon.a) { next += 1 }
    guard let match = date(afterArticle(next)) ?? monthName(afterArticle(next)) else { return nil }
    let end = match.tokens.upperBound
    switch match.meaning {
    case .day(var day) where day.year == nil && day.month != nil && day.choice == .tense:
      day.year = .shifted(shift)
      return TemporalMatch(.day(day), start, end)
    case .month(let month, nil, .tense):
      return TemporalMatch(.month(month, year: .shifted(shift), .tense), start, end)
    default: return nil
    }
  }

  /// "tra due settimane", "fra due o tre giorni", "4 settimane in futuro".
  func ahead(_ i: Int) -> TemporalMatch? {
    let isOpened = isPreposition(i, lexicon.tra) && !isArticulated(i)
    if isOpened, let (counts, unit, end) = alternativeCounts(i + 1) {
      return TemporalMatch(.several(away(counts, unit, 1), isAlternative: true), i, end)
    }
    guard let (amount, unit, count, end) = amount(isOpened ? i + 1 : i) else { return nil }
    let after = phrase(end, is: .ahead)
    if isOpened {
      // "tra due anni e mezzo", but "tra due anni e tre anni" is a range.
      if isAnd(end), isAny(end + 1, .number) { return nil }
      let behind = after ?? phrase(end, is: .fromNow) ?? end
      if let amount, isRough(i + 1), !unit.isYears {
        return TemporalMatch(.about(amount, 1), i, behind)
      }
      return TemporalMatch(.away(amount, 1), i, behind)
    }
    if let after { return TemporalMatch(.rolling(count, unit, 1), i, after) }
    guard let amount, let after = phrase(end, is: .fromNow) else { return nil }
    return TemporalMatch(.away(amount, 1), i, after)
  }

  /// "due o tre giorni", "2-3 giorni": days, weeks or years of one number or the next.
  private func alternativeCounts(_ i: Int) -> (counts: [Int], unit: TemporalUnit, end: Int)? {
    guard isAny(i, [.digits, .numeral]), let (first, next) = count(i), let first,
      lexeme(next) == lexicon.or || isDash(next), let (second, unitAt) = count(next + 1),
      let second, second == first + 1, let (unit, end) = unit(unitAt)
    else { return nil }
    switch unit.base {
    case .day, .week: return ([first, second], unit, end)
    case .year where unit.multiple == 1: return ([first, second], unit, end)
    default: return nil
    }
  }

  private func away(_ counts: [Int], _ unit: TemporalUnit, _ direction: Int) -> [TemporalMeaning] {
    counts.map { .away(TemporalAmount($0, unit), direction) }
  }

  /// "primi tre mesi del 2024", "ultimi sei mesi dell’anno", "primi dieci giorni di maggio".
  func countedPortion(_ i: Int) -> TemporalMatch? {
    guard let place = ordinalOrLast(i), place == 1 || place == -1, isAny(i + 1, .number),
      let (number, unitAt) = count(i + 1), let number, number > 1, let (unit, after) = unit(unitAt),
      let of = afterOf(after), let (period, end) = portioned(of)
    else { return nil }
    return TemporalMatch(.counted(number, unit, place, of: period), i, end)
  }

  /// "nove mesi", "un anno e mezzo"; "da nove mesi" up to now.
  func duration(_ i: Int) -> TemporalMatch? {
    guard let (amount, unit, count, end) = amount(i), let amount, unit.base != .weekend else {
      return nil
    }
    if isAge(i, unit, count, end) { return nil }
    // "Il Sole 24 Ore"
    if text[end - 1].isCapitalized, has(i - 1), text[i - 1].isCapitalized { return nil }
    // "24 ore su 24"
    if isPreposition(end, lexicon.su), isAny(end + 1, .digits) { return nil }
    // "da più di due anni"
    let start = boundStart(i)
    let isSince = isPreposition(start - 1, lexicon.da) && !isArticulated(start - 1)
    if count == 1, !isAny(i, .digits) {
      // "un giorno" is some day; "per un giorno" is a day long.
      guard isSince || preposition(i - 1) != nil || amount != TemporalAmount(1, unit) else {
        return nil
      }
    }
    return isSince
      ? TemporalMatch(.sinceDuration(amount), start, end) : TemporalMatch(.duration(amount), i, end)
  }

  /// Where the words begin that bound the number at `i`: "più di due", "circa tre"; `i` if none do.
  private func boundStart(_ i: Int) -> Int {
    for back in stride(from: 3, through: 1, by: -1) where has(i - back) {
      if let (_, end) = numbers.lexicon.before.match(text, at: i - back, grammar: grammar), end == i
      {
        return i - back
      }
    }
    return i
  }

  /// "da mesi", "da anni", "da tempo": since nobody says when.
  func uncountedSince(_ i: Int) -> TemporalMatch? {
    guard isPreposition(i, lexicon.da), !isArticulated(i) else { return nil }
    if let end = phrase(i, is: .uncountedSince) { return TemporalMatch(.sinceUnknown, i, end) }
    guard isPlural(i + 1), let (unit, end) = unit(i + 1), unit.base != .weekend, end == i + 2,
      !isDash(end), endsClause(end) || startsVerb(end), afterOf(end) == nil
    else { return nil }
    return TemporalMatch(.sinceUnknown, i, end)
  }

  /// Whether a number of years is somebody's age: "un uomo di 45 anni", "Rossi, 45 anni,", "ha 45
  /// anni", "è morto a 45 anni".
  private func isAge(_ i: Int, _ unit: TemporalUnit, _ count: Int?, _ end: Int) -> Bool {
    guard unit == .year || unit == .month, let count, count < 120 else { return false }
    if isPreposition(i - 1, lexicon.di), isAny(i - 2, .person) { return true }
    if isPreposition(end, lexicon.di), isAny(end + 1, .person) { return true }
    guard unit == .year else { return false }
    let endsHere = !has(end) || text[end].isPunctuation || isAnd(end)
    if sense(i - 1, .ageVerb, { $0 == .ageVerb(isAlways: true) || endsHere ? true : nil }) != nil {
      return true
    }
    // "a 45 anni", but "a due anni dalla guerra", "condannato a 12 anni di carcere"
    if isPreposition(i - 1, lexicon.a), !isArticulated(i - 1), count > 11, endsHere,
      isAny(i - 2, .ageContext)
    {
      return true
    }
    // "Ali Hassan, 45 anni, …", "(45 anni)"
    guard isAny(i, .digits), has(i - 2) else { return false }
    return (isMark(i - 1, ",") || isMark(i - 1, "("))
      && (isMark(end, ",") || isMark(end, ")") || isMark(end, ".") && text[i - 2].isCapitalized)
  }
}
