import DossierModel
import Knowledge

/// What a language's tables know of words of time.
struct TemporalLexicon: Sendable {
  /// What a word or phrase can mean.
  enum Sense: Hashable, Sendable {
    case month(Int, isShort: Bool)
    case weekday(Int, isShort: Bool)
    case unit(TemporalUnit, isPlural: Bool)
    case day(Int, DayPart?)
    case thisWeek
    case part(DayPart)
    case hour(Int)
    case season(Int)
    case holiday(Holiday)
    case ordinal(Int)
    /// The first days or years of a period: primi.
    case firsts
    case shift(Int, isParticiple: Bool)
    case unlike
    case current
    case last
    case follow(Int)
    case adjacent(Int)
    case late
    case same
    case that
    case nextDay
    case sinceThen
    case portion(Portion)
    case rest
    case ago
    case ahead
    /// Words for a time before now that nobody counts: tempo fa.
    case uncountedAgo
    /// The same from then on: da tempo.
    case uncountedSince
    /// Words for roughly before a clock time: intorno.
    case around
    /// Verbs whose object is an age, always (compie 80 anni) or where nothing follows (ha 45 anni).
    case ageVerb(isAlways: Bool)
    /// Words before "a" and an age: morto a 45 anni.
    case ageContext
    case recurring
    case clock
    case zone(ClockZone)
    case relation(TemporalExpression.Relation)
    case half
    case yearNoun
    /// Looks like a time and names something else.
    case name
    /// Makes a name of the date after it: piazza.
    case place
    case deadline
    case planned
    case announced
    case copula
    case scheduled
    case fromNow
    case notFuture
    case noun
    case person
    case clause
  }

  /// The sorts of senses that a word has, for a quick look; phrases count with their first word.
  struct Kind: OptionSet, Sendable, Hashable {
    let rawValue: UInt64

    static let month = Kind(rawValue: 1 << 0)
    static let weekday = Kind(rawValue: 1 << 1)
    static let unit = Kind(rawValue: 1 << 2)
    static let day = Kind(rawValue: 1 << 3)
    static let part = Kind(rawValue: 1 << 4)
    static let hour = Kind(rawValue: 1 << 5)
    static let season = Kind(rawValue: 1 << 6)
    static let ordinal = Kind(rawValue: 1 << 7)
    static let shift = Kind(rawValue: 1 << 8)
    static let current = Kind(rawValue: 1 << 9)
    static let last = Kind(rawValue: 1 << 10)
    static let follow = Kind(rawValue: 1 << 11)
    static let same = Kind(rawValue: 1 << 12)
    static let portion = Kind(rawValue: 1 << 13)
    static let rest = Kind(rawValue: 1 << 14)
    static let ago = Kind(rawValue: 1 << 15)
    static let recurring = Kind(rawValue: 1 << 16)
    static let clock = Kind(rawValue: 1 << 17)
    static let yearNoun = Kind(rawValue: 1 << 18)
    static let place = Kind(rawValue: 1 << 19)
    static let planned = Kind(rawValue: 1 << 20)
    static let scheduled = Kind(rawValue: 1 << 21)
    static let notFuture = Kind(rawValue: 1 << 22)
    static let person = Kind(rawValue: 1 << 23)
    static let clause = Kind(rawValue: 1 << 24)
    static let half = Kind(rawValue: 1 << 25)
    /// The first word of a phrase; of a token, that the phrase stands there whole.
    static let phrase = Kind(rawValue: 1 << 26)
    /// A number word or the indefinite article.
    static let numeral = Kind(rawValue: 1 << 27)
    /// A number in digits.
    static let digits = Kind(rawValue: 1 << 28)
    /// A word for an unknown number.
    static let vague = Kind(rawValue: 1 << 29)
    /// The prepositions that open a stretch of time: da, tra.
    static let opening = Kind(rawValue: 1 << 30)
    /// The prepositions before a clock time: alle.
    static let at = Kind(rawValue: 1 << 31)
    static let other = Kind(rawValue: 1 << 32)
    static let announced = Kind(rawValue: 1 << 34)
    static let copula = Kind(rawValue: 1 << 35)
    static let around = Kind(rawValue: 1 << 36)
    static let ageVerb = Kind(rawValue: 1 << 37)
    static let ageContext = Kind(rawValue: 1 << 38)
    /// An apostrophe before digits: ’92.
    static let apostrophe = Kind(rawValue: 1 << 33)

    /// What a number can be.
    static let number: Kind = [.numeral, .digits, .vague]
  }

  /// The senses of single words.
  private(set) var senses = LexemeMap<TableArray<Sense>>()
  /// The senses of phrases.
  private(set) var phrases = PhraseMap<Sense>()
  /// The sorts of senses of each word.
  private(set) var kinds = LexemeMap<Kind>()

  private let years = TableValue<[Int: Int]>([:])
  /// The years of days that are called by their date alone, by month and day (1007).
  var knownDays: [Int: Int] { years.value }

  // Words that rules ask for by name.
  let di: LexemeTable.ID
  let a: LexemeTable.ID
  let da: LexemeTable.ID
  let `in`: LexemeTable.ID
  let su: LexemeTable.ID
  let per: LexemeTable.ID
  let tra: LexemeTable.ID
  let durante: LexemeTable.ID
  let verso: LexemeTable.ID
  let and: TableArray<LexemeTable.ID>
  let or: LexemeTable.ID
  let le: LexemeTable.ID

  /// The words of time of the language whose tables stand under `folder`.
  init(
    folder: String, lexemes: inout LexemeTable, grammar: Grammar, numbers: NumberLexicon
  ) {
    di = lexemes.intern("di")
    a = lexemes.intern("a")
    da = lexemes.intern("da")
    `in` = lexemes.intern("in")
    su = lexemes.intern("su")
    per = lexemes.intern("per")
    tra = lexemes.intern("tra")
    durante = lexemes.intern("durante")
    verso = lexemes.intern("verso")
    and = TableArray([lexemes.intern("e"), lexemes.intern("ed")])
    or = lexemes.intern("o")
    le = lexemes.intern("le")
    for row in EmbeddedTable.rows(of: folder + "/temporal.tsv") {
      if row[1] == "known-day", case .fixed(let month, let day) = Self.holiday(row[0]) {
        years.value[month * 100 + day] = Int(row[2])
      }
      guard let (sense, kind) = Self.sense(row[1], row[2], row[3]) else { continue }
      let words = PhraseWords.split(row[0])
      if words.count > 1, let first = words.first {
        phrases.add(row[0], sense, lexemes: &lexemes)
        add([.phrase], to: lexemes.intern(first))
      } else {
        let id = lexemes.intern(row[0])
        var known = senses[id] ?? []
        known.append(sense)
        senses[id] = known
        add(kind, to: id)
      }
    }
    for id in LexemeTable.ID(0)..<LexemeTable.ID(lexemes.count) {
      if numbers.words.contains(id) { add(.numeral, to: id) }
      if numbers.vague.begins(with: id) { add(.vague, to: id) }
      guard let base = grammar.preposition(id) else { continue }
      if base == da || base == tra { add(.opening, to: id) }
      if base == a { add(.at, to: id) }
    }
  }

  /// Takes the words among `lexemes` that turned out to be numbers for such.
  mutating func addNumerals(_ numbers: NumberLexicon, among lexemes: LexemeTable) {
    for id in LexemeTable.ID(0)..<LexemeTable.ID(lexemes.count) where numbers.words.contains(id) {
      add(.numeral, to: id)
    }
  }

  private mutating func add(_ kind: Kind, to id: LexemeTable.ID) {
    kinds[id] = (kinds[id] ?? []).union(kind)
  }

  /// The sense written in a row of the table.
  private static func sense(_ name: String, _ value: String, _ extra: String) -> (Sense, Kind)? {
    let number = Int(value) ?? 0
    switch name {
    case "month": return (.month(number, isShort: false), .month)
    case "month-short": return (.month(number, isShort: true), .month)
    case "weekday": return (.weekday(number, isShort: false), .weekday)
    case "weekday-short": return (.weekday(number, isShort: true), .weekday)
    case "unit": return TemporalUnit(code: value).map { (.unit($0, isPlural: extra == "p"), .unit) }
    case "day": return (.day(number, DayPart(rawValue: extra)), .day)
    case "this-week": return (.thisWeek, .other)
    case "part": return DayPart(rawValue: value).map { (.part($0), .part) }
    case "hour": return (.hour(number), .hour)
    case "season": return (.season(number), .season)
    case "holiday": return (.holiday(holiday(value)), .other)
    case "ordinal": return (.ordinal(number), .ordinal)
    case "firsts": return (.firsts, .ordinal)
    case "shift": return (.shift(number, isParticiple: extra == "participle"), .shift)
    case "unlike": return (.unlike, .other)
    case "current": return (.current, .current)
    case "last": return (.last, .last)
    case "follow": return (.follow(number), .follow)
    case "adjacent": return (.adjacent(number), .follow)
    case "late": return (.late, .last)
    case "same": return (.same, .same)
    case "that": return (.that, .same)
    case "next-day": return (.nextDay, .other)
    case "since-then": return (.sinceThen, .other)
    case "portion": return Portion(rawValue: value).map { (.portion($0), .portion) }
    case "rest": return (.rest, .rest)
    case "ago": return (.ago, .ago)
    case "ahead": return (.ahead, .other)
    case "uncounted-ago": return (.uncountedAgo, .other)
    case "uncounted-since": return (.uncountedSince, .other)
    case "around": return (.around, .around)
    case "age-verb": return (.ageVerb(isAlways: number == 1), .ageVerb)
    case "age-context": return (.ageContext, .ageContext)
    case "recurring": return (.recurring, .recurring)
    case "clock": return (.clock, .clock)
    case "zone": return (.zone(zone(value)), .other)
    case "local": return (.zone(.local), .other)
    case "relation":
      return TemporalExpression.Relation(rawValue: value).map { (.relation($0), .other) }
    case "half": return (.half, .half)
    case "year-noun": return (.yearNoun, .yearNoun)
    case "name": return (.name, .other)
    case "place": return (.place, .place)
    case "deadline": return (.deadline, .other)
    case "planned": return (.planned, .planned)
    case "announced": return (.announced, .announced)
    case "copula": return (.copula, .copula)
    case "scheduled": return (.scheduled, .scheduled)
    case "from-now": return (.fromNow, .other)
    case "not-future": return (.notFuture, .notFuture)
    case "noun": return (.noun, .other)
    case "person": return (.person, .person)
    case "clause": return (.clause, .clause)
    default: return nil
    }
  }

  private static func zone(_ value: String) -> ClockZone {
    switch value {
    case "w": .european(60)
    case "e": .european(120)
    default: .fixed(Int(value) ?? 0)
    }
  }

  private static func holiday(_ value: String) -> Holiday {
    let digits = { (part: Substring) in Int(part) ?? 0 }
    if value.hasPrefix("easter") { return .easter(digits(value.dropFirst(6))) }
    if value.hasPrefix("pascha") { return .pascha(digits(value.dropFirst(6))) }
    let parts = value.split(separator: "-")
    guard parts.count == 2 else { return .moving }
    return .fixed(month: digits(parts[0]), day: digits(parts[1]))
  }
}
