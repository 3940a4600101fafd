import DossierModel
import Knowledge

/// The verbs of a language with all their forms.
struct VerbLexicon: Sendable {
  /// The number of a verb.
  typealias ID = Int32

  /// A verbal mood.
  enum Mood: UInt8, Sendable {
    case indicative, conditional, subjunctive, infinitive, gerund, participle

    /// Whether a form in this mood has a subject of its own.
    var isFinite: Bool { rawValue < Mood.infinitive.rawValue }
  }

  /// A tense, of a single form or of a group with its auxiliary.
  enum Tense: UInt8, Sendable {
    case present, imperfect
    /// The remote past: disse.
    case past
    case future
    /// An auxiliary in the present: ha detto.
    case perfect
    /// An auxiliary in the imperfect or remote past: aveva detto.
    case pluperfect
    /// An auxiliary in the future: avrà detto.
    case futurePerfect
  }

  /// What a verb's past tenses are formed with.
  enum Auxiliary: UInt8, Sendable { case avere, essere, both }

  /// One reading of a form.
  struct Form: Sendable, Hashable {
    /// The verb.
    var verb: ID
    var mood: Mood
    var tense: Tense
    /// 1 or 3; 0 where the form shows none.
    var person: UInt8
    var number: ArticleReading.Agreement.Number?
    var gender: ArticleReading.Agreement.Gender?
  }

  /// A noun or adjective that a form looks like.
  struct Noun: Sendable, Hashable {
    var agreement: ArticleReading.Agreement
    /// By far the more usual word of the two.
    var isUsual: Bool
  }

  /// The base forms, by number.
  private(set) var lemmas = TableArray<String>()
  private var auxiliaries = TableArray<Auxiliary>()
  private let numbers = TableValue<[String: ID]>([:])
  /// The readings of all forms, by the form's number.
  private var forms = TableArray<Form>()
  /// For each form where its readings begin, and so those of the form before end.
  private var starts = TableArray<Int32>([0])
  private var nouns = LexemeMap<Noun>()

  /// The verbs of the language whose tables stand under `folder`.
  init(folder: String, lexemes: inout LexemeTable) {
    var pending: [(lexeme: LexemeTable.ID, form: Form)] = []
    pending.reserveCapacity(70_000)
    let table = EmbeddedTable(named: folder + "/verbs.tsv")
    let bytes = table?.bytes ?? UnsafeBufferPointer(start: nil, count: 0)
    func string(_ field: Range<Int>) -> String { String(decoding: bytes[field], as: UTF8.self) }
    for (_, fields) in TableRowRanges(bytes) where fields.count >= Self.columns.count + 2 {
      let verb = ID(lemmas.count)
      let lemma = string(fields[0])
      lemmas.append(lemma)
      numbers.value[lemma] = verb
      let auxiliary = string(fields[1])
      auxiliaries.append(auxiliary == "essere" ? .essere : auxiliary == "both" ? .both : .avere)
      for (offset, column) in Self.columns.enumerated() {
        let (mood, tense, person, number, gender) = column
        let form = Form(
          verb: verb, mood: mood, tense: tense, person: person, number: number, gender: gender)
        // Alternatives are separated by "|".
        let field = fields[offset + 2]
        var start = field.lowerBound
        for i in field where bytes[i] == UInt8(ascii: "|") {
          pending.append(
            (lexemes.intern(normalized: UnsafeBufferPointer(rebasing: bytes[start..<i])), form))
          start = i + 1
        }
        if start < field.upperBound {
          let last = UnsafeBufferPointer(rebasing: bytes[start..<field.upperBound])
          pending.append((lexemes.intern(normalized: last), form))
        }
      }
      if fields.count > Self.columns.count + 2 {
        for noun in string(fields[Self.columns.count + 2]).split(separator: "|") {
          addNoun(String(noun), &lexemes)
        }
      }
    }
    // Stable by form, in the order of the table.
    pending.sort { $0.lexeme < $1.lexeme }
    for (lexeme, form) in pending {
      while starts.count <= Int(lexeme) { starts.append(Int32(forms.count)) }
      forms.append(form)
    }
    starts.append(Int32(forms.count))
  }

  private mutating func addNoun(_ noun: String, _ lexemes: inout LexemeTable) {
    let parts = noun.split(separator: ":")
    guard parts.count == 2 else { return }
    let marks = Array(parts[1].utf8)
    guard marks.count >= 2 else { return }
    let agreement = ArticleReading.Agreement(
      gender: marks[0] == UInt8(ascii: "m") ? .masculine : .feminine,
      number: marks[1] == UInt8(ascii: "s") ? .singular : .plural)
    nouns[lexemes.intern(parts[0])] = Noun(
      agreement: agreement, isUsual: marks.last == UInt8(ascii: "!"))
  }

  private typealias Column = (
    Mood, Tense, UInt8, ArticleReading.Agreement.Number?, ArticleReading.Agreement.Gender?
  )

  /// The columns of the table after lemma and auxiliary.
  private static let columns: [Column] = [
    (.infinitive, .present, 0, nil, nil), (.gerund, .present, 0, nil, nil),
    (.participle, .perfect, 0, .singular, .masculine),
    (.participle, .perfect, 0, .singular, .feminine),
    (.participle, .perfect, 0, .plural, .masculine),
    (.participle, .perfect, 0, .plural, .feminine),
    (.indicative, .present, 1, .singular, nil), (.indicative, .present, 3, .singular, nil),
    (.indicative, .present, 1, .plural, nil), (.indicative, .present, 3, .plural, nil),
    (.indicative, .imperfect, 3, .singular, nil), (.indicative, .imperfect, 3, .plural, nil),
    (.indicative, .past, 3, .singular, nil), (.indicative, .past, 3, .plural, nil),
    (.indicative, .future, 3, .singular, nil), (.indicative, .future, 3, .plural, nil),
    (.conditional, .present, 3, .singular, nil), (.conditional, .present, 3, .plural, nil),
    (.subjunctive, .present, 3, .singular, nil), (.subjunctive, .present, 3, .plural, nil),
    (.subjunctive, .imperfect, 3, .singular, nil), (.subjunctive, .imperfect, 3, .plural, nil),
    (.indicative, .imperfect, 1, .plural, nil), (.indicative, .future, 1, .singular, nil),
    (.indicative, .future, 1, .plural, nil), (.conditional, .present, 1, .singular, nil),
    (.conditional, .present, 1, .plural, nil),
  ]

  /// The number of verbs.
  var count: Int { lemmas.count }

  /// The readings of the form `lexeme`; none if it is no verb.
  @inline(__always)
  func readings(_ lexeme: LexemeTable.ID) -> UnsafeBufferPointer<Form> {
    guard lexeme >= 0, Int(lexeme) + 1 < starts.count else { return forms.buffer(0..<0) }
    return forms.buffer(Int(starts[Int(lexeme)])..<Int(starts[Int(lexeme) + 1]))
  }

  /// Whether the form `lexeme` can be a verb.
  @inline(__always)
  func contains(_ lexeme: LexemeTable.ID) -> Bool { !readings(lexeme).isEmpty }

  /// The noun or adjective that the form `lexeme` looks like, if any.
  func noun(_ lexeme: LexemeTable.ID) -> Noun? { nouns[lexeme] }

  /// The first reading of `lexeme` in one of `moods`.
  func reading(_ lexeme: LexemeTable.ID, in mood: Mood) -> Form? {
    readings(lexeme).first { $0.mood == mood }
  }

  /// What the past tenses of `verb` are formed with.
  func auxiliary(of verb: ID) -> Auxiliary { auxiliaries[Int(verb)] }

  /// The number of the verb with the base form `lemma`.
  func id(_ lemma: String) -> ID? { numbers.value[lemma] }

  /// The base form of `verb`.
  func lemma(_ verb: ID) -> String { lemmas[Int(verb)] }
}
