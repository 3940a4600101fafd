import DossierModel
import Knowledge

/// An office, with the words for it made one: "premier" and "primo ministro" are equal.
struct RoleTitle: Sendable, Hashable {
  /// The number of the noun's masculine singular.
  var noun: LexemeTable.ID
  /// Whether "primo" makes the noun another office.
  var isPrime: Bool
  /// Whether "vice" does.
  var isDeputy: Bool
  /// The class of the field of government.
  var field: String?
}

/// Nouns for people by what they are, and the words that stand around them.
struct RoleLexicon: Sendable {
  /// What a noun says of a person.
  enum RoleClass: String, Sendable {
    /// Leads or acts for a body.
    case office
    /// A rank of armed forces, police or clergy.
    case rank
    /// Talks to reporters unnamed.
    case source
    /// A profession or standing.
    case person
    /// Ordinary people.
    case people
    /// Family.
    case kin
    /// Stands before a name and is no role.
    case honorific
  }

  /// A form of a noun.
  struct Noun: Sendable, Hashable {
    /// What it says.
    var roleClass: RoleClass
    /// Its gender and number; nothing where forms coincide.
    var agreement: ArticleReading.Agreement
    /// The number of the masculine singular, which stands for all forms.
    var lemma: LexemeTable.ID
  }

  /// Words around the noun.
  struct Adjunct: OptionSet, Sendable {
    let rawValue: UInt8
    /// Before the noun, and part of the role ("primo", "alto").
    static let before = Adjunct(rawValue: 1)
    /// Before the noun; no longer in office ("ex").
    static let former = Adjunct(rawValue: 2)
    /// An adjective after the noun ("generale", "speciale").
    static let after = Adjunct(rawValue: 4)
  }

  /// Roles that are worded otherwise, by the words from the noun on.
  private var synonyms = PhraseTable<RoleTitle>()
  private var prime = LexemeMap<Bool>()
  private var deputy = LexemeMap<Bool>()
  /// Heads of state and government, whom "il leader" of a country can mean.
  private let heads = TableValue<Set<RoleTitle>>([])
  private var leader: LexemeTable.ID = LexemeTable.unknown

  /// The offices of government whose complement is a field: "ministro dell’Università".
  private(set) var ministers: Set<LexemeTable.ID> = []
  /// The nouns.
  private(set) var nouns = LexemeMap<Noun>()
  /// The feminine singular forms by the masculine ones.
  private var feminines = LexemeMap<LexemeTable.ID>()
  /// The words around them.
  private(set) var adjuncts = LexemeMap<Adjunct>()

  /// The roles of the language whose tables stand under `folder`.
  init(folder: String, lexemes: inout LexemeTable, cut: (String) -> [String]) {
    for row in EmbeddedTable.rows(of: folder + "/roles.tsv") {
      guard let roleClass = RoleClass(rawValue: row[1]) else { continue }
      let forms = row[0].utf8.split(separator: UInt8(ascii: ":")).map { String(Substring($0)) }
      guard let first = forms.first(where: { $0 != "-" }) else { continue }
      let lemma = lexemes.intern(first)
      if forms.count > 1, forms[1] != "-" { feminines[lemma] = lexemes.intern(forms[1]) }
      for (index, form) in forms.enumerated() where form != "-" {
        let id = lexemes.intern(form)
        var agreement = ArticleReading.Agreement(
          gender: index % 2 == 0 ? .masculine : .feminine,
          number: index < 2 ? .singular : .plural)
        if let known = nouns[id] {
          if known.agreement.gender != agreement.gender { agreement.gender = nil }
          if known.agreement.number != agreement.number { agreement.number = nil }
          if known.lemma != lemma {
            // Two nouns share a form ("politica"): the earlier stays, with what both agree in.
            var merged = known
            merged.agreement = agreement
            nouns[id] = merged
            continue
          }
        }
        nouns[id] = Noun(roleClass: roleClass, agreement: agreement, lemma: lemma)
      }
    }
    for row in EmbeddedTable.rows(of: folder + "/role-words.tsv") {
      let adjunct: Adjunct
      switch row[1] {
      case "minister":
        ministers.insert(lexemes.intern(row[0]))
        continue
      case "before": adjunct = .before
      case "former": adjunct = .former
      case "after": adjunct = .after
      default: continue
      }
      let id = lexemes.intern(row[0])
      adjuncts[id] = (adjuncts[id] ?? []).union(adjunct)
      if row[2] == "prime" { prime[id] = true }
      if row[2] == "deputy" { deputy[id] = true }
    }
    for row in EmbeddedTable.rows(of: folder + "/role-synonyms.tsv") {
      guard let noun = nouns[lexemes.intern(row[1])] else { continue }
      let title = RoleTitle(
        noun: noun.lemma, isPrime: row[2] == "prime", isDeputy: false,
        field: row[3].isEmpty ? nil : row[3])
      if row[0] == "*" {
        heads.value.insert(title)
      } else if row[0] == "leader" {
        leader = noun.lemma
      } else {
        synonyms.insert(cut(row[0]).map { lexemes.intern($0) }, title)
      }
    }
  }

  /// The singular of a form of a noun, by its gender.
  func singular(of noun: Noun) -> LexemeTable.ID? {
    noun.agreement.gender == .feminine ? feminines[noun.lemma] : noun.lemma
  }

  /// The office that the noun at `noun` with the words before it names.
  func title(
    _ tokens: TokenizedText, noun: Int, adjuncts before: [LexemeTable.ID]
  ) -> RoleTitle {
    let isPrime = before.contains { prime.contains($0) }
    let isDeputy = before.contains { deputy.contains($0) }
    if !isPrime, !isDeputy,
      let synonym = synonyms.longest(in: tokens, at: noun, limit: min(tokens.count, noun + 5))
    {
      return synonym.value
    }
    return RoleTitle(
      noun: nouns[tokens[noun].lexeme]?.lemma ?? LexemeTable.unknown, isPrime: isPrime,
      isDeputy: isDeputy, field: nil)
  }

  /// How many words from the noun on make the office ("capo della diplomazia"), 1 for most.
  func titleLength(_ tokens: TokenizedText, noun: Int) -> Int {
    let synonym = synonyms.longest(in: tokens, at: noun, limit: min(tokens.count, noun + 5))
    return (synonym?.end ?? noun + 1) - noun
  }

  /// Whether "il leader" of a country can mean who holds `title`.
  func isHead(_ title: RoleTitle) -> Bool { heads.value.contains(title) }

  /// Whether `title` is "leader".
  func isLeader(_ title: RoleTitle) -> Bool { title.noun == leader }
}
