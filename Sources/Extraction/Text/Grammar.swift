import DossierModel
import Knowledge

/// The closed classes of a language's words: articles, prepositions, pronouns, conjunctions.
struct Grammar: Sendable {
  /// A class of words.
  enum WordClass: String, CaseIterable, Sendable {
    case definiteArticle = "definite-article"
    case indefiniteArticle = "indefinite-article"
    case preposition
    case articulatedPreposition = "articulated-preposition"
    case subjectPronoun = "subject-pronoun"
    case clitic, relative, coordinator, subordinator, negation, possessive, demonstrative
    case quantifier, adverb, elision

    /// Its place in a set of classes.
    fileprivate var bit: UInt32 {
      switch self {
      case .definiteArticle: 1 << 0
      case .indefiniteArticle: 1 << 1
      case .preposition: 1 << 2
      case .articulatedPreposition: 1 << 3
      case .subjectPronoun: 1 << 4
      case .clitic: 1 << 5
      case .relative: 1 << 6
      case .coordinator: 1 << 7
      case .subordinator: 1 << 8
      case .negation: 1 << 9
      case .possessive: 1 << 10
      case .demonstrative: 1 << 11
      case .quantifier: 1 << 12
      case .adverb: 1 << 13
      case .elision: 1 << 14
      }
    }
  }

  /// One of the classes that a form belongs to.
  struct Entry: Sendable, Hashable {
    /// The class.
    var wordClass: WordClass
    /// Gender and number, where the form shows them.
    var agreement: ArticleReading.Agreement
    /// The base form: `di` for `della`.
    var base: LexemeTable.ID
  }

  /// The classes of each form.
  private(set) var entries = LexemeMap<TableArray<Entry>>()
  /// The classes of each form, one bit each, by its number.
  private var classes = TableArray<UInt32>()
  /// The base of each form that is a preposition, by its number.
  private var prepositions = TableArray<LexemeTable.ID>()
  /// Abbreviations whose full stop does not end a sentence, without it.
  private(set) var abbreviations = LexemeMap<Bool>()

  /// The grammar of the language whose tables stand under `folder`.
  init(folder: String, lexemes: inout LexemeTable) {
    for row in EmbeddedTable.rows(of: folder + "/grammar.tsv") {
      guard let wordClass = WordClass(rawValue: row[1]) else { continue }
      let form = lexemes.intern(row[0])
      let gender: ArticleReading.Agreement.Gender? =
        row[2] == "m" ? .masculine : row[2] == "f" ? .feminine : nil
      let number: ArticleReading.Agreement.Number? =
        row[3] == "s" ? .singular : row[3] == "p" ? .plural : nil
      let base = row[4].isEmpty ? form : lexemes.intern(row[4])
      let entry = Entry(
        wordClass: wordClass, agreement: .init(gender: gender, number: number), base: base)
      var known = entries[form] ?? []
      known.append(entry)
      entries[form] = known
      while classes.count <= Int(form) { classes.append(0) }
      classes[Int(form)] |= wordClass.bit
      let isPreposition = wordClass == .preposition || wordClass == .articulatedPreposition
      while prepositions.count <= Int(form) { prepositions.append(LexemeTable.unknown) }
      if isPreposition, prepositions[Int(form)] < 0 { prepositions[Int(form)] = base }
    }
    for row in EmbeddedTable.rows(of: folder + "/abbreviations.tsv") {
      abbreviations[lexemes.intern(row[0])] = true
    }
  }

  /// The entry of the form `lexeme` in `wordClass`, if it belongs to that class.
  func entry(_ lexeme: LexemeTable.ID, _ wordClass: WordClass) -> Entry? {
    entries[lexeme]?.first { $0.wordClass == wordClass }
  }

  /// Whether the form `lexeme` belongs to the class `a`.
  @inline(__always)
  func isAny(_ lexeme: LexemeTable.ID, of a: WordClass) -> Bool {
    bits(lexeme) & a.bit != 0
  }

  /// Whether the form `lexeme` belongs to one of the classes `a` and `b`.
  @inline(__always)
  func isAny(_ lexeme: LexemeTable.ID, of a: WordClass, _ b: WordClass) -> Bool {
    bits(lexeme) & (a.bit | b.bit) != 0
  }

  /// Whether the form `lexeme` belongs to one of the classes `a`, `b` and `c`.
  @inline(__always)
  func isAny(_ lexeme: LexemeTable.ID, of a: WordClass, _ b: WordClass, _ c: WordClass) -> Bool {
    bits(lexeme) & (a.bit | b.bit | c.bit) != 0
  }

  /// Whether the form `lexeme` belongs to one of `classes`.
  func isAny(_ lexeme: LexemeTable.ID, of classes: WordClass...) -> Bool {
    let own = bits(lexeme)
    return own != 0 && classes.contains { own & $0.bit != 0 }
  }

  /// Whether the form `lexeme` belongs to any class.
  func isFunctionWord(_ lexeme: LexemeTable.ID) -> Bool { bits(lexeme) != 0 }

  /// The classes of the form `lexeme`, one bit each.
  @inline(__always)
  private func bits(_ lexeme: LexemeTable.ID) -> UInt32 {
    lexeme >= 0 && Int(lexeme) < classes.count ? classes[Int(lexeme)] : 0
  }

  /// The base of the preposition `lexeme`, articulated or not: `di` for `della`.
  @inline(__always)
  func preposition(_ lexeme: LexemeTable.ID) -> LexemeTable.ID? {
    guard lexeme >= 0, Int(lexeme) < prepositions.count, prepositions[Int(lexeme)] >= 0 else {
      return nil
    }
    return prepositions[Int(lexeme)]
  }
}
