import DossierModel

/// A text as the rules for temporal expressions look at it: tokens with their temporal senses.
///
/// A class, since rules pass it on at every step; nothing in it changes but the bounds and what the
/// rules have found before.
final class TemporalText {
  typealias Kind = TemporalLexicon.Kind
  typealias Sense = TemporalLexicon.Sense

  /// The text.
  let text: TokenizedText
  /// The words of time.
  let lexicon: TemporalLexicon
  /// The prepositions and articles.
  let grammar: Grammar
  /// Reads numbers.
  let numbers: NumberReader
  /// The sorts of senses of each token.
  let kinds: [Kind]
  /// What verb groups say of each token.
  let verbs: [VerbSign]
  /// What the first token of any rule can be, of any simple one, of each simple one and of each composed
  /// one.
  let starts = TemporalRule.starts
  private let simpleStarts = TemporalRule.simpleStarts
  private let startsOfSimple = TemporalRule.startsOfSimple
  let startsOfComposed = TemporalRule.startsOfComposed
  /// The tokens that a rule may look at: one paragraph.
  var bounds: Range<Int> {
    didSet {
      amountAt = -1
      for slot in simpleTimes.indices { simpleTimes[slot].token = -1 }
    }
  }

  /// The simple times that begin with a token.
  private struct SimpleTimes {
    var token = -1
    /// The one of the most tokens.
    var most: TemporalMatch?
    /// The one that goes furthest, and the number of the rule that found it.
    var furthest: (match: TemporalMatch, rule: Int)?
  }

  // What was found at the tokens looked at last, since many rules begin with the same.
  @exclusivity(unchecked) private var simpleTimes = [SimpleTimes](
    repeating: SimpleTimes(), count: 8)
  @exclusivity(unchecked) private var amountAt = -1
  @exclusivity(unchecked) private var amountFound: Amount?

  /// What a token is to the verb group that it belongs to.
  struct VerbSign: OptionSet, Sendable {
    let rawValue: UInt8

    /// The group begins with it.
    static let start = VerbSign(rawValue: 1 << 0)
    /// The main verb of a group that tells what has been.
    static let past = VerbSign(rawValue: 1 << 1)
    /// The main verb of a group that tells what will be.
    static let future = VerbSign(rawValue: 1 << 2)
    /// The main verb of a group in the present tense.
    static let present = VerbSign(rawValue: 1 << 3)
    /// The main verb of a group in the remote past, the tense of history.
    static let remote = VerbSign(rawValue: 1 << 4)
  }

  /// The tokens of `document`.
  init(_ document: Document, language: Language) {
    let text = document.tokens
    self.text = text
    lexicon = language.temporal
    grammar = language.grammar
    let numbers = NumberReader(text: text, language: language)
    self.numbers = numbers
    let lexicon = language.temporal
    kinds = (0..<text.count).map { index in
      let token = text[index]
      if token.lexeme >= 0 {
        guard var kind = lexicon.kinds[token.lexeme] else { return [] }
        // Most first words of phrases stand without the rest.
        if kind.contains(.phrase),
          lexicon.phrases.match(text, at: index, grammar: language.grammar) == nil
        {
          kind.remove(.phrase)
        }
        return kind
      }
      if token.isNumber { return .digits }
      if token.isPunctuation {
        let isBeforeDigits =
          index + 1 < text.count && text[index + 1].isNumber
          && !text[index + 1].shape.contains(.spaceBefore)
        return isBeforeDigits && Self.isApostrophe(text, index) ? .apostrophe : []
      }
      return token.isWord && text.has(.numeral, index, { numbers.word(at: index) != nil })
        ? .numeral : []
    }
    verbs = Self.signs(document.verbGroups, count: text.count)
    bounds = 0..<text.count
  }

  private static func signs(_ groups: [VerbGroup], count: Int) -> [VerbSign] {
    var signs = [VerbSign](repeating: [], count: count)
    for group in groups where group.tokens.upperBound <= count && !group.tokens.isEmpty {
      if group.isFinite { signs[group.tokens.lowerBound].insert(.start) }
      switch (group.mood, group.tense) {
      case (.indicative, .future), (.conditional, .present): signs[group.head].insert(.future)
      case (.indicative, .present):
        signs[group.head].insert(group.modal == nil ? .present : .future)
      case (.indicative, .past): signs[group.head].insert([.past, .remote])
      case (.indicative, _), (.conditional, _), (.participle, _): signs[group.head].insert(.past)
      case (.subjunctive, .imperfect), (.subjunctive, .perfect), (.subjunctive, .pluperfect):
        signs[group.head].insert(.past)
      default: break
      }
    }
    return signs
  }

  // MARK: What a token can be

  /// Whether the token `i` is one that a rule may look at.
  func has(_ i: Int) -> Bool { bounds.contains(i) }

  /// Whether the token `i` has a sense of one of the sorts `kind`.
  func isAny(_ i: Int, _ kind: Kind) -> Bool { has(i) && !kinds[i].isDisjoint(with: kind) }

  /// Whether a finite verb begins with the token `i`.
  func startsVerb(_ i: Int) -> Bool { has(i) && verbs[i].contains(.start) }

  /// What `read` makes of the first sense of the token `i` for which it makes something.
  func sense<Value>(_ i: Int, _ kind: Kind, _ read: (Sense) -> Value?) -> Value? {
    guard isAny(i, kind), let senses = lexicon.senses[text[i].lexeme] else { return nil }
    for sense in senses { if let value = read(sense) { return value } }
    return nil
  }

  /// What `read` makes of the phrase or word at `i`, and the token after it.
  func phrase<Value>(_ i: Int, _ read: (Sense) -> Value?) -> (value: Value, end: Int)? {
    guard has(i), !kinds[i].isEmpty else { return nil }
    if kinds[i].contains(.phrase),
      let (sense, end) = lexicon.phrases.match(text, at: i, grammar: grammar),
      end <= bounds.upperBound, let value = read(sense)
    {
      return (value, end)
    }
    for sense in lexicon.senses[text[i].lexeme] ?? [] {
      if let value = read(sense) { return (value, i + 1) }
    }
    return nil
  }

  /// Whether the word or phrase `sense` stands at `i`; the token after it.
  func phrase(_ i: Int, is sense: Sense) -> Int? {
    phrase(i) { $0 == sense ? true : nil }?.end
  }

  /// The lexeme of the token `i`.
  func lexeme(_ i: Int) -> LexemeTable.ID { has(i) ? text[i].lexeme : LexemeTable.unknown }

  /// Whether the token `i` is the preposition `base`, articulated or not.
  func isPreposition(_ i: Int, _ base: LexemeTable.ID) -> Bool {
    has(i) && text[i].lexeme >= 0 && grammar.preposition(text[i].lexeme) == base
  }

  /// Whether the token `i` is any preposition.
  func preposition(_ i: Int) -> LexemeTable.ID? {
    has(i) && text[i].lexeme >= 0 ? grammar.preposition(text[i].lexeme) : nil
  }

  func isArticulated(_ i: Int) -> Bool {
    has(i) && grammar.isAny(text[i].lexeme, of: .articulatedPreposition)
  }

  func isArticle(_ i: Int) -> Bool {
    has(i) && grammar.isAny(text[i].lexeme, of: .definiteArticle)
  }

  func isAnd(_ i: Int) -> Bool { has(i) && lexicon.and.contains(text[i].lexeme) }

  func isMark(_ i: Int, _ mark: Unicode.Scalar) -> Bool { has(i) && text.isMark(i, mark) }

  /// Whether the token `i` is a hyphen or dash.
  func isDash(_ i: Int) -> Bool {
    has(i) && (text.isMark(i, "-") || text.isMark(i, "–") || text.isMark(i, "—"))
  }

  func isApostrophe(_ i: Int) -> Bool { has(i) && Self.isApostrophe(text, i) }

  private static func isApostrophe(_ text: TokenizedText, _ i: Int) -> Bool {
    text.isMark(i, "'") || text.isMark(i, "’") || text.isMark(i, "‘")
  }

  /// Whether nothing stands between the token `i` and the one before.
  func isJoined(_ i: Int) -> Bool { has(i) && !text[i].shape.contains(.spaceBefore) }

  /// The index after a definite article at `i`, or `i`.
  func afterArticle(_ i: Int) -> Int { isArticle(i) ? i + 1 : i }

  /// The index after "di", "del", "dell'" or "di" with an article at `i`; `nil` if there is none.
  func afterOf(_ i: Int) -> Int? {
    guard isPreposition(i, lexicon.di) else { return nil }
    return isArticulated(i) ? i + 1 : afterArticle(i + 1)
  }

  /// Whether a sign of percentage stands at `i`.
  func isPercent(_ i: Int) -> Bool {
    if isMark(i, "%") { return true }
    return lexeme(i) == lexicon.per && has(i + 1) && text.isWritten(i + 1, "cento")
  }

  // MARK: Words of the calendar

  /// The month named at `i`; an abbreviation counts only where `isShortAllowed`.
  func month(_ i: Int, isShortAllowed: Bool = false) -> (month: Int, end: Int)? {
    guard isAny(i, .month) else { return nil }
    return sense(i, .month) { sense -> (Int, Int)? in
      guard case .month(let month, let isShort) = sense else { return nil }
      guard isShort else { return (month, i + 1) }
      guard isShortAllowed else { return nil }
      // "19 set. (…)": the full stop belongs to the abbreviation, unless it ends the paragraph.
      return (month, isMark(i + 1, ".") && isJoined(i + 1) && has(i + 2) ? i + 2 : i + 1)
    }.map { (month: $0.0, end: $0.1) }
  }

  /// The weekday named at `i`.
  func weekday(_ i: Int, isShortAllowed: Bool = false) -> (weekday: Int, end: Int)? {
    guard isAny(i, .weekday) else { return nil }
    return sense(i, .weekday) { sense -> (Int, Int)? in
      guard case .weekday(let weekday, let isShort) = sense else { return nil }
      guard isShort else { return (weekday, i + 1) }
      return isShortAllowed ? (weekday, isMark(i + 1, ".") ? i + 2 : i + 1) : nil
    }.map { (weekday: $0.0, end: $0.1) }
  }

  /// The unit named at `i`.
  func unit(_ i: Int) -> (unit: TemporalUnit, end: Int)? {
    guard isAny(i, [.unit, .phrase]) else { return nil }
    return phrase(i) { sense in
      if case .unit(let unit, _) = sense { return unit }
      return nil
    }.map { (unit: $0.value, end: $0.end) }
  }

  /// Whether the token `i` is a unit in the plural.
  func isPlural(_ i: Int) -> Bool {
    sense(i, .unit) { if case .unit(_, true) = $0 { true } else { nil } } ?? false
  }

  /// The number of an ordinal at `i`.
  func ordinal(_ i: Int) -> Int? {
    if let value = sense(i, .ordinal, { if case .ordinal(let n) = $0 { n } else { nil } }) {
      return value
    }
    return nil
  }

  /// The last of its kind is -1, the first 1.
  func ordinalOrLast(_ i: Int) -> Int? { isAny(i, .last) ? -1 : ordinal(i) }

  /// scorso -1, questo 0, prossimo 1.
  func shift(_ i: Int) -> Int? {
    sense(i, .shift) { sense in
      guard case .shift(let shift, let isParticiple) = sense else { return nil }
      // "tre anni passati in carcere"
      if isParticiple, let base = preposition(i + 1), base != lexicon.di { return nil }
      return shift
    }
  }

  /// dopo 1, prima -1.
  func follow(_ i: Int) -> (value: Int, end: Int)? {
    guard isAny(i, [.follow, .phrase]) else { return nil }
    return phrase(i) { if case .follow(let n) = $0 { n } else { nil } }
  }

  /// successivo 1, precedente -1.
  func adjacent(_ i: Int) -> Int? {
    sense(i, .follow) { if case .adjacent(let n) = $0 { n } else { nil } }
  }

  /// The day of a month at `i`: 17, 1°, primo, ventuno.
  func dayNumber(_ i: Int) -> (day: Int, end: Int)? {
    guard has(i) else { return nil }
    if kinds[i].contains(.digits) {
      guard let (day, count) = numbers.plainDigits(at: i), count <= 2, (1...31).contains(day)
      else { return nil }
      let isRaised =
        isJoined(i + 1) && (text.isMark(i + 1, "°") || text.isWritten(i + 1, "º"))
      return (day, isRaised ? i + 2 : i + 1)
    }
    if kinds[i].contains(.numeral), let day = numbers.word(at: i), (2...31).contains(day) {
      return (day, i + 1)
    }
    // "il primo maggio", not "i primi di maggio"
    let isFirst = sense(i, .ordinal) { $0 == .firsts ? false : $0 == .ordinal(1) ? true : nil }
    return isFirst == true ? (1, i + 1) : nil
  }

  /// A year of four digits, or in words, at `i`.
  func fullYear(_ i: Int) -> Int? {
    guard has(i) else { return nil }
    if kinds[i].contains(.digits) {
      guard let (year, count) = numbers.plainDigits(at: i), count == 4, (1000..<2200).contains(year)
      else { return nil }
      return year
    }
    guard kinds[i].contains(.numeral), let year = numbers.word(at: i), (1000..<2200).contains(year)
    else { return nil }
    return year
  }

  /// The two digits of a year after an apostrophe at `i`: ’92.
  func shortYear(_ i: Int) -> (year: Int, end: Int)? {
    guard isApostrophe(i), isJoined(i + 1), let (year, count) = numbers.plainDigits(at: i + 1),
      count == 2
    else { return nil }
    return (year, i + 2)
  }

  /// The value of a Roman numeral in capitals (up to 39) at `i`.
  func roman(_ i: Int) -> Int? {
    guard has(i), text[i].isWord, text[i].isCapitalized else { return nil }
    let bytes = text.bytes(i)
    guard bytes.count <= 7 else { return nil }
    var total = 0
    var previous = 0
    for byte in bytes.reversed() {
      let value: Int
      switch byte {
      case UInt8(ascii: "I"): value = 1
      case UInt8(ascii: "V"): value = 5
      case UInt8(ascii: "X"): value = 10
      default: return nil
      }
      total += value < previous ? -value : value
      previous = max(previous, value)
    }
    return total
  }

  /// A count at `i`: a number, or `nil` for "alcuni", "pochi"; the token after it.
  func count(_ i: Int) -> (count: Int?, end: Int)? {
    guard isAny(i, .number) else { return nil }
    if kinds[i].contains(.vague),
      let (_, end) = numbers.lexicon.vague.match(text, at: i, grammar: grammar)
    {
      return (nil, end)
    }
    // "un paio di", "una decina di"
    if let quantity = numbers.quantity(at: i), quantity.wording == .collective,
      let high = quantity.high, quantity.low == high,
      lexeme(quantity.tokens.upperBound) == lexicon.di
    {
      return (high, quantity.tokens.upperBound + 1)
    }
    if let numeral = numbers.numeral(at: i) { return (numeral.value, numeral.end) }
    return nil
  }

  /// Whether a count at `i` is rough: "un paio di", "circa tre", "più di due".
  func isRough(_ i: Int) -> Bool {
    if let quantity = numbers.quantity(at: i), quantity.wording == .collective { return true }
    for back in 1...3 where has(i - back) {
      if let (_, end) = numbers.lexicon.before.match(text, at: i - back, grammar: grammar),
        end == i
      {
        return true
      }
    }
    return false
  }

  /// A counted time at `i`: "due anni, un mese e 21 giorni", "un anno e mezzo", "mezz'ora".
  ///
  /// The amount is `nil` if its number is not told ("pochi giorni"); the unit is then the one told.
  func amount(_ i: Int) -> Amount? {
    if amountAt == i { return amountFound }
    amountFound = readAmount(i)
    amountAt = i
    return amountFound
  }

  /// The longest simple time at `i`.
  func simple(_ i: Int) -> TemporalMatch? {
    simpleTimes(i).flatMap { simpleTimes[$0].most }
  }

  /// The simple time at `i` that goes further than `end`, and the rule that found it.
  func simple(_ i: Int, beyond end: Int) -> (match: TemporalMatch, rule: String)? {
    guard let slot = simpleTimes(i), let (match, rule) = simpleTimes[slot].furthest,
      match.tokens.upperBound > end
    else { return nil }
    return (match, TemporalRule.simple[rule].name)
  }

  /// Where the simple times at `i` are kept; `nil` if none can begin there.
  private func simpleTimes(_ i: Int) -> Int? {
    guard isAny(i, simpleStarts) else { return nil }
    let slot = i % simpleTimes.count
    if simpleTimes[slot].token == i { return slot }
    var (most, furthest): (TemporalMatch?, (TemporalMatch, Int)?)
    var (count, end) = (0, i)
    let kind = kinds[i]
    for number in startsOfSimple.indices where !startsOfSimple[number].isDisjoint(with: kind) {
      guard let match = TemporalRule.simple[number].match(self, i) else { continue }
      if match.tokens.count > count { (most, count) = (match, match.tokens.count) }
      if match.tokens.upperBound > end {
        (furthest, end) = ((match, number), match.tokens.upperBound)
      }
    }
    simpleTimes[slot].token = i
    simpleTimes[slot].most = most
    simpleTimes[slot].furthest = furthest
    return slot
  }

  /// A counted time.
  typealias Amount = (amount: TemporalAmount?, unit: TemporalUnit, count: Int?, end: Int)

  /// Whether a unit stands among the words after `i`: no number has more.
  private func hasUnit(after i: Int) -> Bool {
    var j = i + 1
    let end = min(i + 16, bounds.upperBound)
    while j < end {
      if !kinds[j].isDisjoint(with: [.unit, .phrase]) { return true }
      j += 1
    }
    return false
  }

  private func readAmount(_ i: Int) -> Amount? {
    if isAny(i, .half), let (unit, end) = unit(i + 1) {
      var amount = TemporalAmount(0, unit)
      amount.addHalf(unit)
      return (amount, unit, nil, end)
    }
    guard hasUnit(after: i), let (count, next) = count(i), let (unit, after) = unit(next) else {
      return nil
    }
    // "dieci anni luce"
    if phrase(next, is: .name) != nil { return nil }
    guard let count else { return (nil, unit, nil, after) }
    if count == 1, unit.base == .second || unit.base == .minute { return nil }
    var amount = TemporalAmount(count, unit)
    var end = after
    var finest = unit
    for _ in 0..<5 where has(end) {
      let isJoint = isAnd(end)
      guard isJoint || isMark(end, ",") else { break }
      if isJoint, isAny(end + 1, .half) {
        amount.addHalf(finest)
        end += 2
        break
      }
      guard let (number, unitAt) = self.count(end + 1), let number, number > 0,
        let (next, after) = self.unit(unitAt), next.base != unit.base, next.base != .weekend
      else { break }
      amount.add(number, next)
      finest = next
      end = after
    }
    return (amount, unit, count, end)
  }
}
