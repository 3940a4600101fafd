import DossierModel
import Knowledge

/// What the tables of a language say of names: the words that make a name, introduce one, or are
/// none though they have a capital.
final class NameLexicon: Sendable {
  /// What a word is to the rules for names.
  struct Cue: OptionSet, Sendable {
    let rawValue: UInt64
    /// A frequent word that is no name.
    static let common = Cue(rawValue: 1 << 0)
    /// A verb whose subject is a person or institution.
    static let speech = Cue(rawValue: 1 << 1)
    /// Before the title of a work, an operation, a vehicle.
    static let work = Cue(rawValue: 1 << 2)
    /// "la città di".
    static let settlement = Cue(rawValue: 1 << 3)
    /// "la provincia di".
    static let admin = Cue(rawValue: 1 << 4)
    /// "il fiume".
    static let feature = Cue(rawValue: 1 << 5)
    /// "l'ospedale".
    static let venue = Cue(rawValue: 1 << 6)
    /// Makes a name an organization.
    static let organizationWord = Cue(rawValue: 1 << 7)
    /// Makes a name a place.
    static let placeWord = Cue(rawValue: 1 << 8)
    /// At the end of a company's name.
    static let companyMark = Cue(rawValue: 1 << 9)
    /// A small word inside a person's name.
    static let particle = Cue(rawValue: 1 << 10)
    /// Before a saint's name.
    static let saint = Cue(rawValue: 1 << 11)
    /// Joins the words of a foreign organization's name.
    static let connector = Cue(rawValue: 1 << 12)
    /// After a person's name.
    static let suffix = Cue(rawValue: 1 << 13)
    /// Never a name alone.
    static let notName = Cue(rawValue: 1 << 14)
    /// Begins the name of an event.
    static let eventWord = Cue(rawValue: 1 << 15)
    /// "nord di".
    static let direction = Cue(rawValue: 1 << 16)
    /// "chilometri da".
    static let unit = Cue(rawValue: 1 << 17)
    /// "la risposta di Mosca": what a government does.
    static let actNoun = Cue(rawValue: 1 << 18)
    /// "detto X".
    static let alias = Cue(rawValue: 1 << 19)
    /// "su X": where something was published.
    static let platform = Cue(rawValue: 1 << 20)
    /// "il sindaco di X": X is a place.
    static let ruledPlace = Cue(rawValue: 1 << 21)
    /// "la moglie di X": X is a person.
    static let owned = Cue(rawValue: 1 << 22)
    /// "il confine tra X e Y".
    static let border = Cue(rawValue: 1 << 23)
    /// "il governo X", "la legge X": called after a person.
    static let eponym = Cue(rawValue: 1 << 24)
    /// "la autostrada A1", "la Provinciale 38": with a number the name of a road.
    static let road = Cue(rawValue: 1 << 25)
    /// Begins the foreign name of a place: "Puerto", "Deir".
    static let placeHead = Cue(rawValue: 1 << 26)
    /// "la festa di San X", "la statua di San X": the saint and no town.
    static let devotion = Cue(rawValue: 1 << 27)
    /// "i tifosi della Lazio": what follows is a club.
    static let sport = Cue(rawValue: 1 << 28)
    /// "il naufragio della X": X is a ship.
    static let vessel = Cue(rawValue: 1 << 29)

    /// An adjective of an institution's name: "Commissione tributaria".
    static let institutional = Cue(rawValue: 1 << 30)
    /// "Repubblica di X", "Regno di X": X is a country, and both are its name.
    static let realm = Cue(rawValue: 1 << 31)
    /// A body of the sky.
    static let celestial = Cue(rawValue: 1 << 32)
    /// "nato a X", "originario di X": X is a place.
    static let native = Cue(rawValue: 1 << 33)
    /// "la ferrovia X-Y": a line between two places.
    static let line = Cue(rawValue: 1 << 34)
    /// "battezzata «X»", "il cosiddetto «X»": what is in the marks is what something is called.
    static let naming = Cue(rawValue: 1 << 35)
    /// "la vicina X": before a name alone an adjective, and no noun for people.
    static let nearby = Cue(rawValue: 1 << 36)
    /// A definite article of another language, which names of papers begin with.
    static let foreignArticle = Cue(rawValue: 1 << 37)
    /// "il mare di X": waters, called after what lies beside them.
    static let water = Cue(rawValue: 1 << 38)
    /// "la cattedrale di X": where X is no town, it belongs to the name.
    static let sacred = Cue(rawValue: 1 << 39)
    /// "lo Stato di X": a part of a federation.
    static let state = Cue(rawValue: 1 << 40)
    /// "un'azienda di X", "i campi di X": what lies somewhere, X is a place.
    static let sited = Cue(rawValue: 1 << 41)
    /// "si chiama X", "di nome X": somebody, mostly.
    static let called = Cue(rawValue: 1 << 42)

    /// Begins an institution's name; a noun for people; a demonym: the tables of these tell more.
    static let institutionStart = Cue(rawValue: 1 << 61)
    static let roleNoun = Cue(rawValue: 1 << 62)
    static let demonym = Cue(rawValue: 1 << 63)

    private static let names: [String: Cue] = [
      "speech": .speech, "work": .work, "settlement": .settlement, "admin": .admin,
      "feature": .feature, "venue": .venue, "orgword": .organizationWord,
      "placeword": .placeWord, "orgmark": .companyMark, "particle": .particle,
      "saint": .saint, "connector": .connector, "suffix": .suffix, "notname": .notName,
      "eventword": .eventWord, "direction": .direction, "unit": .unit,
      "act": .actNoun, "alias": .alias, "platform": .platform, "ruled": .ruledPlace,
      "owned": .owned, "border": .border,
      "eponym": .eponym, "road": .road, "placehead": .placeHead, "devotion": .devotion,
      "sport": .sport, "vessel": .vessel, "instadj": .institutional, "realm": .realm,
      "celestial": .celestial, "native": .native, "line": .line,
      "naming": .naming, "nearby": .nearby, "foreignarticle": .foreignArticle,
      "water": .water, "sacred": .sacred, "state": .state, "sited": .sited,
      "called": .called,
    ]

    static func named(_ name: String) -> Cue? { names[name] }

    /// What introduces or belongs to the name of a place.
    static let anyPlaceNoun: Cue = [.settlement, .admin, .feature, .venue]
  }

  /// Nouns for people.
  let roles: RoleLexicon
  /// Heads of institutions.
  let institutions: InstitutionLexicon
  /// Demonyms by their forms.
  let demonyms: LexemeMap<[Demonym]>
  /// Prefixes with hyphen that begin a name (`al-`), in lower case.
  let hyphenPrefixes: [[UInt8]]
  /// The forms that only names have.
  private let nameForms: Range<LexemeTable.ID>
  /// A company, club or service by name.
  struct Body: Sendable {
    /// Whether the name is also a word, a place or a person's, so that it needs more evidence.
    var needsEvidence: Bool
    /// Whether it is a team, which may stand in a list of fixtures.
    var isClub: Bool
  }

  /// Companies, clubs and services by name.
  let bodies: PhraseTable<Body>
  /// Words that such a name begins with.
  let bodyStarts: LexemeMap<Bool>
  /// Codes of provinces in brackets after towns, with the provinces' names.
  let provinces: [String: String]
  /// How the border of the countries 1 and 2 is called.
  private let borderPattern: String
  private let cues: TableArray<Cue>
  private let adjectives: [String: [(form: String, agreement: ArticleReading.Agreement)]]
  private let mainLemmas: [Demonym.Homeland: String]

  /// The names' tables under `folder`; `tokenizer` cuts phrases as it cuts texts.
  init(folder: String, lexemes: inout LexemeTable, grammar: Grammar, knowledge: Knowledge) {
    let tokenizer = Tokenizer(lexemes: lexemes, grammar: grammar)
    let cut = { (phrase: String) -> [String] in
      let tokens = tokenizer.tokenize(ArticleText(phrase))
      return (0..<tokens.count).map { tokens.string($0) }
    }
    roles = RoleLexicon(folder: folder, lexemes: &lexemes, cut: cut)
    institutions = InstitutionLexicon(folder: folder, lexemes: &lexemes, cut: cut)
    var demonyms = LexemeMap<[Demonym]>()
    var adjectives: [String: [(form: String, agreement: ArticleReading.Agreement)]] = [:]
    var mainLemmas: [Demonym.Homeland: String] = [:]
    for (form, demonym) in knowledge.demonymForms where !demonym.isOnlyPrefix {
      let written = form.utf8.first == UInt8(ascii: "=") ? String(form.dropFirst()) : form
      let id = lexemes.intern(written)
      demonyms[id] = (demonyms[id] ?? []) + [demonym]
      if mainLemmas[demonym.homeland] == nil { mainLemmas[demonym.homeland] = demonym.lemma }
      adjectives[demonym.lemma, default: []].append((written, demonym.agreement))
    }
    (self.demonyms, self.adjectives, self.mainLemmas) = (demonyms, adjectives, mainLemmas)
    var bodies = PhraseTable<Body>()
    var bodyStarts = LexemeMap<Bool>()
    let firstName = LexemeTable.ID(lexemes.count)
    for row in EmbeddedTable.rows(of: folder + "/bodies.tsv") {
      for entry in row.list(1) {
        let isWeak = entry.utf8.first == UInt8(ascii: "?")
        let ids = cut(isWeak ? String(entry.dropFirst()) : entry).map { lexemes.intern($0) }
        bodies.insert(ids, Body(needsEvidence: isWeak, isClub: row[0] == "club"))
        if let first = ids.first { bodyStarts[first] = true }
      }
    }
    (self.bodies, self.bodyStarts) = (bodies, bodyStarts)
    nameForms = firstName..<LexemeTable.ID(lexemes.count)
    var provinces: [String: String] = [:]
    for row in EmbeddedTable.rows(of: folder + "/province-codes.tsv") {
      provinces[row[0]] = row[1]
    }
    self.provinces = provinces
    var hyphenPrefixes: [[UInt8]] = []
    var borderPattern = "1-2"
    var found: [(LexemeTable.ID, Cue)] = []
    for row in EmbeddedTable.rows(of: folder + "/name-cues.tsv") {
      let words = row[1].utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
      if row[0] == "arabic" {
        hyphenPrefixes = words.map { Array($0.utf8) }.filter { $0.contains(UInt8(ascii: "-")) }
        continue
      }
      if row[0] == "bordername" {
        borderPattern = row[1]
        continue
      }
      guard let cue = Cue.named(row[0]) else { continue }
      for word in words { found.append((lexemes.intern(word), cue)) }
    }
    for row in EmbeddedTable.rows(of: folder + "/common-words.tsv") {
      let endings = row.list(0).map { $0 == "-" ? "" : $0 }
      for stem in row[1].utf8.split(separator: UInt8(ascii: " ")) {
        for ending in endings {
          found.append((lexemes.intern(String(Substring(stem)) + ending), .common))
        }
      }
    }
    (self.hyphenPrefixes, self.borderPattern) = (hyphenPrefixes, borderPattern)
    cues = TableArray(repeating: [], count: lexemes.count)
    for (id, cue) in found { cues[Int(id)].insert(cue) }
    for id in cues.indices {
      let lexeme = LexemeTable.ID(id)
      if institutions.starts.contains(lexeme) { cues[id].insert(.institutionStart) }
      if roles.nouns.contains(lexeme) { cues[id].insert(.roleNoun) }
      if demonyms.contains(lexeme) { cues[id].insert(.demonym) }
    }
  }

  /// Whether the form is an ordinary word that some table knows.
  func isWord(_ lexeme: LexemeTable.ID) -> Bool {
    lexeme >= 0 && !nameForms.contains(lexeme)
  }

  /// The name of the border of two countries.
  func borderName(_ a: String, _ b: String) -> String {
    borderPattern.replacing("1", with: a).replacing("2", with: b)
  }

  /// The adjective `lemma` of `homeland`, or its usual one, in this gender and number.
  func adjective(
    _ lemma: String?, of homeland: Demonym.Homeland, _ agreement: ArticleReading.Agreement
  ) -> String? {
    guard let lemma = lemma ?? mainLemmas[homeland] else { return nil }
    return adjectives[lemma]?.first { form in
      (form.agreement.gender == nil || form.agreement.gender == agreement.gender)
        && (form.agreement.number == nil || form.agreement.number == agreement.number)
    }?.form
  }

  /// What the form `lexeme` is to the rules for names.
  subscript(lexeme: LexemeTable.ID) -> Cue {
    @inline(__always) get {
      lexeme >= 0 && Int(lexeme) < cues.count ? cues[Int(lexeme)] : []
    }
  }
}
