import DossierModel
import Knowledge

/// Heads of institutions' names and the fields of government.
struct InstitutionLexicon: Sendable {
  /// What a head may stand with.
  struct Grammar: OptionSet, Sendable {
    let rawValue: UInt16
    /// A name alone after a definite article.
    static let bare = Grammar(rawValue: 1 << 0)
    /// A name alone when it has a capital inside a sentence.
    static let capital = Grammar(rawValue: 1 << 1)
    /// Takes adjectives, a demonym among them.
    static let adjective = Grammar(rawValue: 1 << 2)
    /// Takes "di" and a name or place.
    static let complement = Grammar(rawValue: 1 << 3)
    /// A name only with a demonym or complement.
    static let must = Grammar(rawValue: 1 << 4)
    /// Takes a field of government.
    static let portfolio = Grammar(rawValue: 1 << 5)
    /// Takes a name that follows at once, inside the span.
    static let name = Grammar(rawValue: 1 << 6)
    /// The name that follows at once is the mention, the head stands outside.
    static let introduces = Grammar(rawValue: 1 << 7)
    /// Never a name; only a word that looks like one.
    static let none = Grammar(rawValue: 1 << 8)

    /// Only with a capital.
    static let upper = Grammar(rawValue: 1 << 9)
    /// The complement belongs to the name's span.
    static let whole = Grammar(rawValue: 1 << 10)

    /// Told of rather than named: a description.
    static let loose = Grammar(rawValue: 1 << 11)

    /// Only right after a definite article.
    static let article = Grammar(rawValue: 1 << 12)

    /// One of each town: "la Procura" is that of the article's town.
    static let local = Grammar(rawValue: 1 << 13)

    /// Has its seat where the others do that have this flag: "la Procura" beside "Tribunale di Trani".
    static let seated = Grammar(rawValue: 1 << 14)

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ words: [String]) {
      self = []
      for word in words {
        switch word {
        case "bare": insert(.bare)
        case "cap": insert(.capital)
        case "adj": insert(.adjective)
        case "of": insert(.complement)
        case "must": insert(.must)
        case "portfolio": insert(.portfolio)
        case "name": insert(.name)
        case "intro": insert(.introduces)
        case "upper": insert(.upper)
        case "loose": insert(.loose)
        case "whole": insert(.whole)
        case "local": insert(.local)
        case "seat": insert(.seated)
        case "art": insert(.article)
        default: insert(.none)
        }
      }
    }
  }

  /// A head.
  struct Head: Sendable {
    /// Its number, which tells heads apart.
    var index: Int
    /// Gender and number of the name.
    var agreement: ArticleReading.Agreement
    /// The kind of actor.
    var kind: ActorKind
    /// With a country it makes the key.
    var keyClass: String?
    /// The head of the canonical name, where one institution has several.
    var canonical: String?
    /// What it may stand with.
    var grammar: Grammar
  }

  /// A field of government.
  struct Portfolio: Sendable {
    /// With a country it makes the key of the ministry.
    var keyClass: String?
    /// The words in the canonical name ("della Difesa").
    var canonical: String?
  }

  /// The heads.
  private(set) var heads = PhraseTable<Head>()
  /// The fields of government.
  private(set) var portfolios = PhraseTable<Portfolio>()
  /// Words that a head's phrase begins with.
  private(set) var starts = LexemeMap<Bool>()
  /// Words that a portfolio's phrase begins with.
  private(set) var portfolioStarts = LexemeMap<Bool>()

  /// The institutions of the language whose tables stand under `folder`; `cut` gives the words of a
  /// phrase.
  init(folder: String, lexemes: inout LexemeTable, cut: (String) -> [String]) {
    var index = 0
    for row in EmbeddedTable.rows(of: folder + "/institutions.tsv") {
      guard let kind = ActorKind(rawValue: row[2]) else { continue }
      let agreement = ArticleReading.Agreement(
        gender: row[1].utf8.first == UInt8(ascii: "f") ? .feminine : .masculine,
        number: row[1].utf8.last == UInt8(ascii: "p") ? .plural : .singular)
      let grammar = Grammar(
        row[5].utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)) })
      let head = Head(
        index: index, agreement: agreement, kind: kind, keyClass: row[3].isEmpty ? nil : row[3],
        canonical: row[4].isEmpty ? nil : row[4], grammar: grammar)
      index += 1
      for phrase in row.list(0) {
        let words = cut(phrase).map { lexemes.intern($0) }
        heads.insert(words, head)
        if let first = words.first { starts[first] = true }
      }
    }
    for row in EmbeddedTable.rows(of: folder + "/portfolios.tsv") {
      let portfolio = Portfolio(
        keyClass: row[1].isEmpty ? nil : row[1], canonical: row[2].isEmpty ? nil : row[2])
      for phrase in row.list(0) {
        let words = cut(phrase).map { lexemes.intern($0) }
        portfolios.insert(words, portfolio)
        if let first = words.first { portfolioStarts[first] = true }
      }
    }
  }
}
