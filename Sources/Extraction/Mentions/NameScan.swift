import DossierModel
import Knowledge

/// A stretch of an article that names or describes somebody, something or some place.
struct FoundName {
  /// What sort of thing it seems to be.
  enum Kind: UInt8 {
    /// One that the world's tables know.
    case known
    /// An institution by its head noun.
    case institution
    /// A person for sure.
    case person
    /// A place for sure, though perhaps unknown.
    case place
    /// A name; what it names is decided when all of its occurrences are known.
    case open
    /// People by their demonym.
    case people
    /// A place between two: "il confine armeno-azero".
    case border
  }

  /// Its tokens.
  var tokens: Range<Int>
  /// What sort of thing it seems to be.
  var kind: Kind
  /// The name without the noun that belongs to it ("Bilaspur" of "distretto di Bilaspur").
  var core: Range<Int>
  /// What the tables have for it.
  var referents: [KnownName] = []
  /// The institution.
  var institution: InstitutionName?
  /// The role that introduces it, as an index of the scan's roles.
  var role: Int?
  /// Demonyms that it consists of.
  var demonyms: [Demonym] = []
  /// What speaks for each reading of an open name.
  var evidence = Evidence()
  /// Whether its only capital starts a sentence.
  var isWeak = false
  /// The noun that makes it a place ("provincia", "aeroporto").
  var placeNoun: NameLexicon.Cue = []
  /// The kind of organization that an introducing noun gives.
  var introducedKind: ActorKind?
  /// Whether another name in parentheses explains it, or it another; that one's index.
  var twin: Int?
  /// The preposition before, in its base form, without an article.
  var preposition: LexemeTable.ID = LexemeTable.unknown
  /// Whether a definite article stands before it, alone or in a preposition.
  var hasArticle = false
  /// Whether it is "20 chilometri da", "nei pressi di".
  var isNear = false
  /// Whether "detto" or the like stands before it.
  var isAlias = false
}

/// What speaks for each reading of a name.
struct Evidence {
  /// For a person.
  var person = 0
  /// For an organization.
  var organization = 0
  /// For a place.
  var place = 0
  /// For something that is none of these: a work, a vehicle.
  var other = 0

  static func += (a: inout Evidence, b: Evidence) {
    a.person += b.person
    a.organization += b.organization
    a.place += b.place
    a.other += b.other
  }
}

/// An institution as its words give it.
struct InstitutionName {
  /// The head.
  var head: InstitutionLexicon.Head
  /// The tokens of the head.
  var headTokens: Range<Int>
  /// The field of government.
  var portfolio: InstitutionLexicon.Portfolio?
  /// The homeland that a demonym or complement gives.
  var homeland: Demonym.Homeland?
  /// The masculine singular of the demonym that the text uses.
  var demonym: String?
  /// Its tokens with the complement that is a name of its own ("esercito del Karabakh").
  var whole: Range<Int>
  /// Whether it has words beyond the head.
  var isBare: Bool
  /// Whether beyond head, field and homeland it has words of its own.
  var isOwn: Bool
}

/// A noun phrase for a person by what they are.
struct RolePhrase {
  /// From the first word of the role to the end of its last sure complement.
  var tokens: Range<Int>
  /// The noun.
  var noun: Int
  /// What the noun says.
  var word: RoleLexicon.Noun
  /// Gender and number, by the noun and the article before it.
  var agreement: ArticleReading.Agreement
  /// The office, with synonyms made one.
  var title: RoleTitle
  /// Words before the noun, "ex" aside.
  var adjuncts: [LexemeTable.ID] = []
  /// Whether it is no longer held.
  var isFormer = false
  /// The country or region that it serves.
  var homeland: Demonym.Homeland?
  /// The tokens of the first complement, without preposition and article, if it is not just a
  /// homeland or field.
  var complement: Range<Int>?
  /// Up to where it goes if a name follows.
  var nameStart: Int
  /// The found name that it introduces.
  var name: Int?
  /// Whether something other than article, noun and adjuncts stands in it.
  var isSpecific = false
  /// The found name that it follows as an apposition.
  var apposedTo: Int?
}

/// One pass over an article's tokens that finds names, institutions and roles.
struct NameScan {
  let document: Document
  let language: Language
  let knowledge: Knowledge
  let tokens: TokenizedText
  let lexicon: NameLexicon
  let words: NameWords

  private(set) var found: [FoundName] = []
  private(set) var roles: [RolePhrase] = []
  /// The role that waits for a name at a token.
  private var pendingRole: (role: Int, start: Int)?
  /// Where a name must not run over.
  private var boundary = Int.max
  private var sentence = 0..<0
  private var isShouting = false
  private var capitals = CapitalUse()
  /// Venues told by their towns, with the index of the town's name: "l'aeroporto di X".
  private(set) var venues: [(tokens: Range<Int>, town: Int)] = []
  /// Sentences in capitals.
  private(set) var headlines: [Range<Int>] = []
  /// Borders by the countries on either side: "il confine tra X e Y", "la frontiera turco-siriana".
  private(set) var borders: [(tokens: Range<Int>, countries: [String])] = []
  /// Fields of government inside roles ("degli Esteri"), which are no names.
  private var fields: [Range<Int>] = []

  init(document: Document, language: Language, knowledge: Knowledge) {
    self.document = document
    self.language = language
    self.knowledge = knowledge
    tokens = document.tokens
    lexicon = language.names
    words = language.nameWords
  }

  /// Reads the whole article.
  mutating func scan() {
    capitals = CapitalUse(
      tokens: tokens, sentences: document.sentences, grammar: language.grammar)
    for sentence in document.sentences {
      self.sentence = sentence
      isShouting = isAllCapitals(sentence)
      if isShouting { headlines.append(sentence) }
      pendingRole = nil
      boundary = Int.max
      scanSentence()
    }
  }

  // MARK: Capitals

  /// Whether a sentence is a headline in capitals, where capitals say nothing.
  private func isAllCapitals(_ sentence: Range<Int>) -> Bool {
    var capitals = 0
    for i in sentence where tokens[i].isWord {
      let shape = tokens[i].shape
      if shape.contains(.allCapitals) || (shape.contains(.initials)) || shape.contains(.elided) {
        capitals += 1
      } else {
        return false
      }
    }
    return capitals >= 4
  }

  /// How much the capital of a token says.
  private enum Capital {
    case none
    /// It starts a sentence or quotation.
    case weak
    case strong
  }

  private func capital(_ i: Int) -> Capital {
    guard sentence.contains(i) else { return .none }
    let token = tokens[i]
    guard token.isWord, !token.shape.contains(.address) else { return .none }
    if !token.isCapitalized {
      return beginsWithHyphenPrefix(i) ? .strong : .none
    }
    if isShouting { return .none }
    if token.shape.contains(.elided), token.end - token.start <= 4 { return .none }
    if token.shape.contains(.allCapitals) || token.shape.contains(.innerCapital) {
      return .strong
    }
    return startsClause(i) ? .weak : .strong
  }

  /// Whether the token is the first word of its sentence or of a quotation.
  private func startsClause(_ i: Int) -> Bool {
    var k = i - 1
    while k >= sentence.lowerBound {
      let token = tokens[k]
      if token.isWord || token.isNumber { return false }
      // What opens a clause: marks, dashes, a colon; what does not: comma, bracket.
      if tokens.isMark(k, ",") || tokens.isMark(k, "(") || tokens.isMark(k, ";")
        || tokens.isMark(k, "/") || tokens.isMark(k, "&") || tokens.isMark(k, ")")
      {
        return false
      }
      if tokens.isMark(k, ":") { return true }
      if tokens.isMark(k, "-") || tokens.isWritten(k, "–") || tokens.isWritten(k, "—") {
        return k == sentence.lowerBound || k - 1 < sentence.lowerBound
      }
      if tokens.isMark(k, "\"") || tokens.isWritten(k, "“") || tokens.isWritten(k, "«")
        || tokens.isWritten(k, "‘") || tokens.isWritten(k, "„") || tokens.isWritten(k, "‹")
      {
        return true
      }
      k -= 1
    }
    return true
  }

  /// "al-Assad" begins with a small letter and is a name all the same.
  private func beginsWithHyphenPrefix(_ i: Int) -> Bool {
    let token = tokens[i]
    guard token.shape.contains(.hyphenated), !token.isCapitalized else { return false }
    let bytes = tokens.text.bytes[token.span.range]
    for prefix in lexicon.hyphenPrefixes where bytes.count > prefix.count + 1 {
      if bytes.starts(with: prefix) {
        let next = bytes[bytes.startIndex + prefix.count]
        if next >= 65 && next <= 90 || next >= 0xC3 { return true }
      }
    }
    return false
  }

  // MARK: A sentence

  private mutating func scanSentence() {
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      let token = tokens[i]
      guard token.isWord, !isMetadata(token) else {
        i += 1
        continue
      }
      if let field = fields.last, field.contains(i) {
        i = field.upperBound
        continue
      }
      if let pending = pendingRole, i > pending.start { pendingRole = nil }
      if boundary != Int.max, i >= boundary { boundary = Int.max }
      if lexicon.institutions.starts.contains(token.lexeme), let end = scanInstitution(i) {
        i = end
        continue
      }
      if lexicon.roles.nouns.contains(token.lexeme), !isInsideName(i), scanRole(i) {
        i += 1
        continue
      }
      let cue = lexicon[token.lexeme]
      if cue.contains(.border) { scanBorder(i) }
      if !cue.isDisjoint(with: .anyPlaceNoun), let end = scanPlaceNoun(i, cue) {
        i = end
        continue
      }
      if let demonyms = lexicon.demonyms[token.lexeme], let end = scanPeople(i, demonyms) {
        i = end
        continue
      }
      if let end = scanName(i) {
        i = end
        continue
      }
      i += 1
    }
  }

  private func isMetadata(_ token: Token) -> Bool { document.isMetadata(Int(token.start)) }

  /// Whether the capitalised word `i` goes on a name that the word before began ("Giuseppe Conte").
  private func isInsideName(_ i: Int) -> Bool {
    guard let last = found.last, last.tokens.upperBound > i else { return false }
    return true
  }

  private func string(_ range: Range<Int>) -> String { tokens.string(range) }

  // MARK: What stands before

  /// The base of the preposition `i`, articulated or not.
  private func preposition(_ i: Int) -> LexemeTable.ID? {
    guard i >= sentence.lowerBound, i < sentence.upperBound else { return nil }
    return language.grammar.preposition(tokens[i].lexeme)
  }

  private func isDefinite(_ i: Int) -> Bool {
    guard i >= sentence.lowerBound, i < sentence.upperBound else { return false }
    return language.grammar.isAny(
      tokens[i].lexeme, of: .definiteArticle, .articulatedPreposition)
  }

  private func isFunction(_ i: Int) -> Bool {
    language.grammar.entries.contains(tokens[i].lexeme)
  }

  // MARK: Institutions

  /// Reads the institution that begins at `start`; gives the token after it.
  private mutating func scanInstitution(_ start: Int) -> Int? {
    guard
      let (headEnd, head) = lexicon.institutions.heads.longest(
        in: tokens, at: start, limit: sentence.upperBound),
      !head.grammar.contains(.none)
    else { return nil }
    let isCapital =
      capital(start) == .strong
      || (capital(start) == .weak
        && (headEnd > start + 1
          || headEnd < sentence.upperBound && tokens[headEnd].isCapitalized))
    if head.grammar.contains(.upper), !isCapital { return nil }
    var end = headEnd
    // Where the span ends if the complement is a name of its own.
    var ownEnd: Int?
    var name = InstitutionName(
      head: head, headTokens: start..<headEnd, portfolio: nil, homeland: nil,
      whole: start..<headEnd, isBare: true, isOwn: false)
    if head.grammar.contains(.introduces), !isCapital,
      let introduced = scanIntroduced(start, headEnd, head)
    {
      return introduced
    }
    // Capitals that follow belong to a head with a capital ("Aeronautica Militare").
    if isCapital {
      while end < sentence.upperBound, capital(end) == .strong, end < boundary,
        !words.isGivenName(tokens, end), !isKnownPlace(end),
        !lexicon.roles.nouns.contains(tokens[end].lexeme)
          || lexicon.roles.adjuncts.contains(tokens[end].lexeme)
      {
        end += 1
        name.isBare = false
        name.isOwn = true
      }
    }
    if head.grammar.contains(.portfolio), let after = portfolio(after: end) {
      end = after.end
      name.portfolio = after.portfolio
      name.isBare = false
    }
    var complemented = false
    var steps = 0
    while steps < 4, end < sentence.upperBound {
      steps += 1
      if let after = homelandAdjective(end), head.grammar.contains(.adjective) {
        if name.homeland == nil {
          name.homeland = after
          name.demonym = lexicon.demonyms[tokens[end].lexeme]?.first?.lemma
        }
        name.isBare = false
        end += 1
        continue
      }
      if head.grammar.contains(.adjective), isInstitutionAdjective(end),
        homelandAdjective(end + 1) != nil
      {
        end += 1
        name.isOwn = true
        continue
      }
      if head.grammar.contains(.name), name.isBare, capital(end) == .strong, end < boundary,
        !words.isGivenName(tokens, end)
      {
        while end < sentence.upperBound, capital(end) == .strong { end += 1 }
        name.isBare = false
        name.isOwn = true
        continue
      }
      if head.grammar.contains(.complement), !complemented,
        let after = complement(after: end, takesUnknown: head.grammar.contains(.name))
      {
        name.homeland = name.homeland ?? after.homeland
        name.isBare = false
        if after.homeland == nil { name.isOwn = true }
        complemented = true
        if !head.grammar.contains(.whole), after.isPlace { ownEnd = ownEnd ?? end }
        end = after.end
        continue
      }
      if head.grammar.contains(.name), isCapital, steps <= 3,
        let after = descriptiveComplement(
          after: end, isFirst: name.isBare, isStrong: capital(start) == .strong)
      {
        name.isBare = false
        name.isOwn = true
        end = after
        continue
      }
      break
    }
    // "Commissione elettorale nazionale indipendente", "47ª brigata meccanizzata"
    let numbered = ordinal(before: start) != nil && head.kind == .military
    var more = 0
    while isCapital || numbered, more < 3, ownEnd == nil, end < sentence.upperBound,
      isInstitutionAdjective(end) || numbered && words.looksAdjectival(tokens, end)
    {
      end += 1
      more += 1
      name.isOwn = true
    }
    let accepted: Bool
    if numbered {
      accepted = true
      name.isBare = false
      name.isOwn = true
    } else if name.isBare {
      // "l'attuale governo", "il nuovo parlamento"
      var before = start - 1
      if before > sentence.lowerBound,
        lexicon.roles.adjuncts[tokens[before].lexeme]?.contains(.before) == true
      {
        before -= 1
      }
      let definite =
        isDefinite(before)
        || before > sentence.lowerBound && preposition(before) == words.di
          && head.grammar.contains(.bare) && lexicon.roles.nouns.contains(tokens[before - 1].lexeme)
        || before >= sentence.lowerBound && preposition(before) == words.inn
          && head.keyClass == "parliament"
      if !head.grammar.isDisjoint(with: [.must, .name, .introduces]) {
        accepted = false
      } else if head.grammar.contains(.bare) {
        accepted = definite || isCapital
      } else if head.grammar.contains(.capital) {
        accepted =
          isCapital && (definite || headEnd > start + 1)
          && !(preposition(end) == words.di && end + 1 < sentence.upperBound
            && tokens[end + 1].isCapitalized)
      } else {
        accepted = false
      }
    } else {
      accepted = true
    }
    // An institution that the world knows by name ("Corte penale internazionale").
    if let known = knownOrganization(start), known.end >= end,
      name.homeland == nil || known.end > end || fits(name.homeland, known.names)
    {
      var foundName = FoundName(tokens: start..<known.end, kind: .known, core: start..<known.end)
      foundName.referents = known.names
      if !accepted, known.end == headEnd, !isCapital { return nil }
      append(foundName)
      return known.end
    }
    guard accepted else { return nil }
    var start = start
    if head.kind == .military || head.grammar.contains(.whole) == false,
      let ordinal = ordinal(before: start)
    {
      start = ordinal
    }
    name.whole = start..<end
    let spanEnd = ownEnd ?? end
    var foundName = FoundName(tokens: start..<spanEnd, kind: .institution, core: start..<spanEnd)
    foundName.institution = name
    append(foundName)
    return spanEnd
  }

  /// Where a number begins that numbers the unit at `i`: "15º Stormo", "47ª brigata".
  private func ordinal(before i: Int) -> Int? {
    guard i - 1 >= sentence.lowerBound else { return nil }
    if i - 2 >= sentence.lowerBound, tokens[i - 2].isNumber,
      tokens.isWritten(i - 1, "º") || tokens.isWritten(i - 1, "ª") || tokens.isWritten(i - 1, "°")
        || tokens.isWritten(i - 1, "a") || tokens.isWritten(i - 1, "esima")
    {
      return i - 2
    }
    return nil
  }

  /// The longest organization of the tables at `i`, whatever its capitals.
  private func knownOrganization(_ i: Int) -> (end: Int, names: [KnownName])? {
    let limit = min(sentence.upperBound, boundary)
    guard i < limit else { return nil }
    for match in knowledge.names.matches(
      in: tokens.text.bytes, from: Int(tokens[i].start), to: Int(tokens[limit - 1].end))
    {
      let end = tokens.index(atOrAfter: match.span.end)
      guard end > i, Int(tokens[end - 1].end) == match.span.end else { continue }
      let names = match.names.filter {
        if case .organization = $0.referent { !$0.isWeak || tokens[i].isCapitalized } else { false }
      }
      if !names.isEmpty { return (end, names) }
    }
    return nil
  }

  /// Whether one of the organizations belongs to `homeland`.
  private func fits(_ homeland: Demonym.Homeland?, _ names: [KnownName]) -> Bool {
    names.contains { name in
      guard case .organization(let slug) = name.referent,
        let organization = knowledge.organizations[slug]
      else { return false }
      guard case .country(let code)? = homeland else { return true }
      return organization.country == code
    }
  }

  /// The name that an introducing noun stands before: "il gruppo Wagner", "il quotidiano La Stampa".
  private mutating func scanIntroduced(
    _ start: Int, _ headEnd: Int, _ head: InstitutionLexicon.Head
  ) -> Int? {
    var i = headEnd
    // Adjectives may stand between: "il quotidiano tedesco Bild", "il gruppo armato Hamas".
    var steps = 0
    while steps < 3, i < sentence.upperBound, !tokens[i].isCapitalized,
      homelandAdjective(i) != nil
        || lexicon.roles.adjuncts[tokens[i].lexeme]?.contains(.after) == true
    {
      i += 1
      steps += 1
    }
    // Marks around the name are none of the name.
    if i < sentence.upperBound, isOpeningMark(i) { i += 1 }
    guard i < sentence.upperBound, i < boundary else { return nil }
    var limit = i
    // An article with a capital may begin the name ("La Stampa", "The Guardian").
    while limit < sentence.upperBound, limit < boundary, limit - i < 7,
      tokens[limit].isCapitalized || (tokens[limit].isNumber && limit > i)
        || (limit > i && limit + 1 < sentence.upperBound && tokens[limit].isWord
          && lexicon[tokens[limit].lexeme].contains(.connector)
          && tokens[limit + 1].isCapitalized)
    {
      limit += 1
    }
    guard limit > i else { return nil }
    if limit == i + 1, isFunction(i) { return nil }
    var name = FoundName(tokens: i..<limit, kind: .open, core: i..<limit)
    if let known = knownName(i), known.end >= limit - 0 || known.end > i {
      if known.end < limit, words.isGivenName(tokens, known.end) {
        name.tokens = i..<known.end
        name.core = name.tokens
        name.referents = known.names
      } else if known.end >= limit {
        name.referents = known.names
        name.tokens = i..<known.end
        name.core = name.tokens
      }
    }
    // "gruppo Stato Islamico" is known; a person after an introducing noun is none ("gruppo Mario Rossi").
    name.evidence.organization += 9
    name.introducedKind = head.kind
    append(name)
    return name.tokens.upperBound
  }

  /// Whether the token after an institution's head is an adjective that may stand before a demonym.
  private func isInstitutionAdjective(_ i: Int) -> Bool {
    guard i < sentence.upperBound, tokens[i].isWord, !tokens[i].isCapitalized else { return false }
    return lexicon.roles.adjuncts[tokens[i].lexeme]?.contains(.after) == true
  }

  /// The homeland of the demonym at `i`, if it is one in small letters.
  private func homelandAdjective(_ i: Int) -> Demonym.Homeland? {
    guard i < sentence.upperBound, let demonyms = lexicon.demonyms[tokens[i].lexeme] else {
      return nil
    }
    return demonyms.first?.homeland
  }

  /// The field of government after the token `end`: "della Difesa", "per gli Affari esteri".
  private func portfolio(
    after end: Int
  ) -> (end: Int, portfolio: InstitutionLexicon.Portfolio)? {
    guard end + 1 < sentence.upperBound else { return nil }
    var i = end
    if let base = preposition(i) {
      guard base == words.di || base == words.per || base == words.a else { return nil }
      i += 1
      if isDefinite(i) { i += 1 }
    }
    guard
      let (after, portfolio) = lexicon.institutions.portfolios.longest(
        in: tokens, at: i, limit: sentence.upperBound)
    else { return nil }
    if i == end, !tokens[i].isCapitalized { return nil }
    // "degli Esteri e della Cooperazione".
    var last = after
    if last + 2 < sentence.upperBound, tokens[last].lexeme == words.e {
      var next = last + 1
      if preposition(next) == words.di { next += 1 }
      if let (more, _) = lexicon.institutions.portfolios.longest(
        in: tokens, at: next, limit: sentence.upperBound), tokens[next].isCapitalized
      {
        last = more
      }
    }
    return (last, portfolio)
  }

  /// "di" and a name after an institution: "del Karabakh", "di Trani", "degli Stati Uniti".
  private func complement(
    after end: Int, takesUnknown: Bool = false
  ) -> (end: Int, homeland: Demonym.Homeland?, isPlace: Bool)? {
    guard end + 1 < sentence.upperBound, preposition(end) == words.di else { return nil }
    let i = end + 1
    guard i < boundary else { return nil }
    guard capital(i) == .strong || isShouting else { return nil }
    if let known = knownName(i) {
      guard !words.isPersonStart(tokens, i, known.end, sentence) else { return nil }
      for name in known.names {
        switch name.referent {
        case .country(let code): return (known.end, .country(code), true)
        case .region(let slug): return (known.end, .region(slug), true)
        // The town's country is not said to be the institution's.
        case .settlement: return (known.end, nil, true)
        case .organization: return (known.end, nil, false)
        case .seat, .demonym: continue
        }
      }
    }
    guard takesUnknown, capital(i) == .strong, !words.isGivenName(tokens, i) else { return nil }
    return (capitalRun(i), nil, false)
  }

  /// What follows a head with a capital in lower-case or capital words: "Organizzazione mondiale
  /// della sanità", "Comitato per la protezione dei giornalisti".
  private func descriptiveComplement(
    after end: Int, isFirst: Bool, isStrong: Bool
  ) -> Int? {
    guard end < sentence.upperBound, end < boundary else { return nil }
    var i = end
    if tokens[i].isWord, !tokens[i].isCapitalized,
      words.looksAdjectival(tokens, i) || homelandAdjective(i) != nil
    {
      return i + 1
    }
    // "e Vulcanologia", "e della vigna".
    if !isFirst, tokens[i].lexeme == words.e, i + 1 < sentence.upperBound {
      if capital(i + 1) == .strong, !words.isGivenName(tokens, i + 1), knownName(i + 1) == nil {
        return i + 2
      }
      if preposition(i + 1) == words.di, i + 2 < sentence.upperBound, tokens[i + 2].isWord,
        !isFunction(i + 2), !tokens[i + 2].isCapitalized || knownName(i + 2) == nil
      {
        return i + 3
      }
      return nil
    }
    guard let base = preposition(i), base == words.di || base == words.per || base == words.a else {
      return nil
    }
    i += 1
    if i < sentence.upperBound, isDefinite(i) { i += 1 }
    guard i < sentence.upperBound, tokens[i].isWord, !isFunction(i) else { return nil }
    if tokens[i].isCapitalized {
      guard base == words.di, !words.isGivenName(tokens, i) else { return nil }
      while i < sentence.upperBound, i < boundary, tokens[i].isCapitalized, tokens[i].isWord {
        i += 1
      }
      return i
    }
    // "per la protezione", "della sanità": after an adjective, for a purpose, or of a proper head.
    guard base == words.per || !isFirst || isStrong else { return nil }
    return i + 1
  }

  // MARK: Known names

  /// The longest name of the tables at `i` whose capitals fit.
  func knownName(_ i: Int) -> (end: Int, names: [KnownName])? {
    let limit = min(sentence.upperBound, boundary)
    guard i < limit else { return nil }
    let limitByte = Int(tokens[limit - 1].end)
    for match in knowledge.names.matches(
      in: tokens.text.bytes, from: Int(tokens[i].start), to: limitByte)
    {
      let end = tokens.index(atOrAfter: match.span.end)
      guard end > i, Int(tokens[end - 1].end) == match.span.end, !hasMark(i..<end) else {
        continue
      }
      let names = match.names.filter { name in
        switch name.referent {
        case .demonym: return false
        case .settlement: return capitalsFit(i..<end, isSettlement: true)
        default: return capitalsFit(i..<end, isSettlement: false)
        }
      }
      if !names.isEmpty { return (end, names) }
    }
    return nil
  }

  /// Whether a dash or other mark stands among the words, a full stop aside.
  private func hasMark(_ range: Range<Int>) -> Bool {
    range.contains { tokens[$0].isPunctuation && !tokens.isMark($0, ".") }
  }

  /// Whether the words of a known name have the capitals that a name has.
  private func capitalsFit(_ range: Range<Int>, isSettlement: Bool) -> Bool {
    guard let first = range.first else { return false }
    if isShouting { return !isSettlement || tokens[first].end - tokens[first].start > 3 }
    guard tokens[first].isCapitalized || beginsWithHyphenPrefix(first) else { return false }
    guard isSettlement else { return true }
    for i in range.dropFirst() where tokens[i].isWord && !tokens[i].isCapitalized {
      if !isFunction(i), !lexicon[tokens[i].lexeme].contains(.particle),
        !beginsWithHyphenPrefix(i)
      {
        return false
      }
    }
    return true
  }

  private func isKnownPlace(_ i: Int) -> Bool {
    guard let known = knownName(i) else { return false }
    return known.names.contains {
      switch $0.referent {
      case .country, .region: true
      case .settlement: !$0.isWeak
      default: false
      }
    }
  }

  /// Whether a word is a country, a region or a city that everybody knows.
  private func isGreatPlace(_ i: Int) -> Bool {
    guard let known = knownName(i) else { return false }
    return known.names.contains {
      switch $0.referent {
      case .country, .region: !$0.isWeak
      case .settlement(let place):
        !$0.isWeak && $0.isPrimary
          && (knowledge.gazetteer.population(of: place) >= 100_000
            || knowledge.gazetteer.country(of: place).lowercased() == language.code)
      default: false
      }
    }
  }

  // MARK: Roles

  /// Reads the role whose noun is at `noun`; `false` if it is none.
  private mutating func scanRole(_ noun: Int) -> Bool {
    guard let word = lexicon.roles.nouns[tokens[noun].lexeme] else { return false }
    // "Maggiore" in a name, "capo" in "Capo Verde": a capital that goes on another is no role.
    if tokens[noun].isCapitalized, let known = knownName(noun), known.end > noun + 1 {
      return false
    }
    // "posizioni militari", "questioni diplomatiche" are adjectives.
    if lexicon.roles.adjuncts[tokens[noun].lexeme]?.contains(.after) == true,
      noun > sentence.lowerBound, tokens[noun - 1].isWord, !isFunction(noun - 1),
      lexicon.roles.adjuncts[tokens[noun - 1].lexeme]?.isDisjoint(with: [.before, .former]) ?? true
    {
      return false
    }
    if isParticipleInGroup(noun) { return false }
    var start = noun
    var adjuncts: [LexemeTable.ID] = []
    var isFormer = false
    while start - 1 >= sentence.lowerBound, adjuncts.count < 3 {
      let before = tokens[start - 1]
      if tokens.isMark(start - 1, "-"), start - 2 >= sentence.lowerBound,
        lexicon.roles.adjuncts.contains(tokens[start - 2].lexeme)
      {
        start -= 1
        continue
      }
      guard let adjunct = lexicon.roles.adjuncts[before.lexeme],
        !adjunct.isDisjoint(with: [.before, .former])
      else { break }
      if adjunct.contains(.former) { isFormer = true }
      adjuncts.append(before.lexeme)
      start -= 1
    }
    var role = RolePhrase(
      tokens: start..<(noun + 1), noun: noun, word: word,
      agreement: agreement(of: word, after: start - 1),
      title: lexicon.roles.title(tokens, noun: noun, adjuncts: adjuncts), adjuncts: adjuncts,
      isFormer: isFormer, nameStart: noun + 1)
    if word.roleClass == .honorific || word.roleClass == .kin {
      var next = noun + 1
      if tokens.isMark(next, "."), next + 1 < sentence.upperBound { next += 1 }
      guard next < sentence.upperBound, capital(next) == .strong else { return false }
      if word.roleClass == .honorific, tokens.isMark(noun + 1, ".") == false,
        tokens[noun].end - tokens[noun].start <= 4, !isHonorificWhole(noun)
      {
        return false
      }
      role.nameStart = next
    } else {
      readComplements(of: &role)
    }
    if role.word.roleClass != .honorific { role.apposedTo = apposition(of: role) }
    roles.append(role)
    pendingRole = (roles.count - 1, role.nameStart)
    if role.nameStart > noun + 1, role.nameStart < sentence.upperBound { boundary = role.nameStart }
    return true
  }

  /// "ha inviato", "è stato delegato": the noun is a verb's participle.
  private func isParticipleInGroup(_ noun: Int) -> Bool {
    guard
      language.verbs.readings(tokens[noun].lexeme).contains(where: { $0.mood == .participle })
    else { return false }
    var k = noun - 1
    while k >= sentence.lowerBound, noun - k <= 3,
      language.grammar.isAny(tokens[k].lexeme, of: .adverb)
    {
      k -= 1
    }
    guard k >= sentence.lowerBound else { return false }
    return language.verbs.readings(tokens[k].lexeme).contains { reading in
      guard let task = language.verbGroupWords.task(reading.verb) else { return false }
      return task == .have || task == .be || task == .become
    }
  }

  /// The name that a role follows as an apposition: "X, consigliere di Y", "X, che funge da inviato".
  private func apposition(of role: RolePhrase) -> Int? {
    guard role.word.agreement.number != .plural, let last = found.last else { return nil }
    var k = role.tokens.lowerBound - 1
    func isAny(_ i: Int, _ classes: Grammar.WordClass...) -> Bool {
      guard i >= sentence.lowerBound else { return false }
      return language.grammar.entries[tokens[i].lexeme]?.contains {
        classes.contains($0.wordClass)
      } ?? false
    }
    if isAny(k, .possessive) { k -= 1 }
    if isAny(k, .definiteArticle, .indefiniteArticle) {
      k -= 1
    } else if k >= sentence.lowerBound, preposition(k) == words.da || preposition(k) == words.di {
      // ", che funge da", ", in qualità di"
      var back = k - 1
      var steps = 0
      while back > last.tokens.upperBound, steps < 3, tokens[back].isWord { back -= 1; steps += 1 }
      guard back == last.tokens.upperBound, tokens.isMark(back, ","),
        isAny(back + 1, .relative, .subordinator) || preposition(back + 1) == words.inn
      else { return nil }
      k = back
    }
    guard k == last.tokens.upperBound, k >= sentence.lowerBound, tokens.isMark(k, ",") else {
      return nil
    }
    return last.kind == .open || last.kind == .person ? found.count - 1 : nil
  }

  /// Abbreviations are titles only with their full stop, except those that are words ("don", "sir").
  private func isHonorificWhole(_ i: Int) -> Bool {
    !language.grammar.abbreviations.contains(tokens[i].lexeme)
      || tokens[i].lexeme == LexemeTable.unknown
  }

  /// Reads adjectives and complements after a role's noun, and where a name would start.
  private mutating func readComplements(of role: inout RolePhrase) {
    var i = role.noun + 1
    var sureEnd = i
    var steps = 0
    var isSure = true
    loop: while i < sentence.upperBound, steps < 6 {
      steps += 1
      let token = tokens[i]
      guard token.isWord else { break }
      if !token.isCapitalized {
        if let homeland = homelandAdjective(i) {
          role.homeland = role.homeland ?? homeland
          role.isSpecific = true
          i += 1
          if isSure { sureEnd = i }
          continue
        }
        if lexicon.roles.adjuncts[token.lexeme]?.contains(.after) == true {
          i += 1
          if isSure { sureEnd = i }
          continue
        }
      }
      // "il presidente Usa Barack Obama".
      if token.isCapitalized, token.end - token.start <= 4, i == role.noun + 1,
        let known = knownName(i), let homeland = homeland(of: known.names)
      {
        role.homeland = role.homeland ?? homeland
        role.isSpecific = true
        i = known.end
        sureEnd = i
        continue
      }
      guard let base = preposition(i) else {
        // "ministro Esteri", "capo Pentagono" of headlines are left to the name.
        break loop
      }
      let isDi = base == words.di
      guard
        isDi || base == words.per || base == words.a || base == words.inn || base == words.presso
      else { break }
      var j = i + 1
      if j < sentence.upperBound, isDefinite(j) { j += 1 }
      guard j < sentence.upperBound, tokens[j].isWord else { break }
      if !isDi { isSure = false }
      if let after = portfolio(after: i), isDi || base == words.a || base == words.per {
        if role.title.field == nil { role.title.field = after.portfolio.keyClass ?? "other" }
        role.isSpecific = true
        if base == words.a || base == words.per { isSure = true }
        fields.append(j..<after.end)
        i = after.end
        if isSure { sureEnd = i }
        continue
      }
      let before = role.homeland
      if let end = complementEnd(j, role: &role, isDi: isDi) {
        let isOfTitle = role.noun + lexicon.roles.titleLength(tokens, noun: role.noun) > j
        let isHomeland =
          isOfTitle || before == nil && role.homeland != nil && isHomelandName(j, end)
        if isDi, role.complement == nil, !isHomeland { role.complement = j..<end }
        if isDi { role.isSpecific = true }
        i = end
        if isSure { sureEnd = i }
        continue
      }
      break
    }
    role.tokens = role.tokens.lowerBound..<max(sureEnd, role.noun + 1)
    role.nameStart = i
    // "il ministro degli Esteri, Sergej Lavrov, ha detto".
    if i + 1 < sentence.upperBound, tokens.isMark(i, ","), capital(i + 1) == .strong {
      role.nameStart = i + 1
    }
    if role.nameStart >= sentence.upperBound || capital(role.nameStart) == .none {
      // No name follows: what was tentative is not the role's.
      role.nameStart = role.tokens.upperBound
    }
  }

  private func homeland(of names: [KnownName]) -> Demonym.Homeland? {
    for name in names {
      switch name.referent {
      case .country(let code): return .country(code)
      case .region(let slug): return .region(slug)
      default: continue
      }
    }
    return nil
  }

  /// Whether the tokens are nothing but the name of a country, region or seat of government.
  private func isHomelandName(_ start: Int, _ end: Int) -> Bool {
    guard let known = knownName(start), known.end == end else { return false }
    return known.names.contains {
      switch $0.referent {
      case .country, .region, .seat: true
      default: false
      }
    }
  }

  /// Gender and number of a noun with the article before it ("la premier", "i leader").
  private func agreement(
    of word: RoleLexicon.Noun, after determiner: Int
  ) -> ArticleReading.Agreement {
    var agreement = word.agreement
    guard determiner >= sentence.lowerBound else { return agreement }
    for entry in language.grammar.entries[tokens[determiner].lexeme] ?? [] {
      switch entry.wordClass {
      case .definiteArticle, .indefiniteArticle, .articulatedPreposition, .quantifier:
        agreement.gender = agreement.gender ?? entry.agreement.gender
        agreement.number = agreement.number ?? entry.agreement.number
      default: break
      }
    }
    return agreement
  }

  /// The end of the complement that begins at `j` after preposition and article; `nil` if it is none.
  private func complementEnd(_ j: Int, role: inout RolePhrase, isDi: Bool) -> Int? {
    if lexicon.institutions.starts.contains(tokens[j].lexeme) || tokens[j].isCapitalized,
      let known = knownOrganization(j), known.end > j + 1 || tokens[j].isCapitalized
    {
      var end = known.end
      for name in known.names {
        if case .organization(let slug) = name.referent,
          let code = knowledge.organizations[slug]?.country, role.homeland == nil
        {
          role.homeland = .country(code)
        }
      }
      while end < sentence.upperBound, let homeland = homelandAdjective(end) {
        role.homeland = homeland
        end += 1
      }
      return end
    }
    // An institution by its head.
    if lexicon.institutions.starts.contains(tokens[j].lexeme),
      let (headEnd, head) = lexicon.institutions.heads.longest(
        in: tokens, at: j, limit: sentence.upperBound), !head.grammar.contains(.none)
    {
      var end = headEnd
      if let after = portfolio(after: end), head.grammar.contains(.portfolio) { end = after.end }
      var more = 0
      while more < 3, end < sentence.upperBound {
        more += 1
        if let homeland = homelandAdjective(end) {
          role.homeland = role.homeland ?? homeland
          end += 1
        } else if isInstitutionAdjective(end) {
          end += 1
        } else if let after = complement(after: end) {
          if role.homeland == nil { role.homeland = after.homeland }
          end = after.end
        } else if capital(end) == .strong,
          !head.grammar.isDisjoint(with: [.introduces, .name]) || tokens[j].isCapitalized,
          !words.isGivenName(tokens, end), !words.startsPerson(tokens, end, sentence)
        {
          end += 1
        } else {
          break
        }
      }
      return end
    }
    if tokens[j].isCapitalized || beginsWithHyphenPrefix(j) {
      let runEnd = capitalRun(j)
      if let known = knownName(j) {
        if known.end <= runEnd || known.end == j + 1 || known.end > runEnd {
          for name in known.names {
            switch name.referent {
            case .country(let code): role.homeland = role.homeland ?? .country(code)
            case .region(let slug): role.homeland = role.homeland ?? .region(slug)
            case .organization(let slug):
              if let code = knowledge.organizations[slug]?.country {
                role.homeland = role.homeland ?? .country(code)
              }
            case .seat(let key):
              if key.utf8.starts(with: "state:".utf8), isDi, role.word.roleClass != .kin,
                !known.names.contains(where: {
                  if case .country = $0.referent { true } else { false }
                }), role.word.roleClass == .source || role.word.roleClass == .office
              {
                role.homeland = role.homeland ?? .country(String(key.dropFirst(6)))
              }
            default: break
            }
            if role.homeland != nil { break }
          }
          return known.end
        }
      }
      let count = runEnd - j
      if count == 1 { return runEnd }
      for k in (j + 1)..<runEnd where words.isGivenName(tokens, k) { return k }
      if words.isGivenName(tokens, j) { return nil }
      return runEnd
    }
    // A plain noun with its adjectives: "della diplomazia europea", "dei diritti umani".
    guard !isFunction(j), !language.numbers.words.contains(tokens[j].lexeme),
      !lexicon.roles.nouns.contains(tokens[j].lexeme)
    else { return nil }
    var end = j + 1
    var more = 0
    while more < 2, end < sentence.upperBound, !tokens[end].isCapitalized, tokens[end].isWord {
      more += 1
      if let homeland = homelandAdjective(end) {
        role.homeland = role.homeland ?? homeland
        end += 1
      } else if lexicon.roles.adjuncts[tokens[end].lexeme]?.contains(.after) == true
        || words.looksAdjectival(tokens, end)
      {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  /// The end of the run of capitals at `i`.
  private func capitalRun(_ i: Int) -> Int {
    var end = i + 1
    while end < sentence.upperBound {
      if capital(end) == .strong {
        end += 1
      } else if end + 1 < sentence.upperBound, capital(end + 1) == .strong,
        lexicon[tokens[end].lexeme].contains(.particle), !isFunction(end)
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  // MARK: Nouns of places

  /// "la provincia di X", "il fiume X", "l'ospedale X": gives the token after it.
  private mutating func scanPlaceNoun(_ start: Int, _ cue: NameLexicon.Cue) -> Int? {
    // "segretario di Stato americano Antony Blinken": the noun is the role's.
    if let role = roles.last, role.tokens.contains(start) || role.nameStart > start { return nil }
    if tokens[start].isCapitalized, let known = knownName(start), known.end > start + 1 {
      return nil
    }
    // "partito via Casablanca" is no street.
    if tokens[start].lexeme == words.via, !tokens[start].isCapitalized,
      start == sentence.lowerBound || !isFunction(start - 1)
    {
      return nil
    }
    if let known = knownRegion(start) {
      var name = FoundName(tokens: start..<known.end, kind: .known, core: start..<known.end)
      name.referents = known.names
      append(name)
      return known.end
    }
    var i = start + 1
    // "l'aeroporto internazionale di", "la città portuale di", "le province di confine di".
    var steps = 0
    while steps < 3, i < sentence.upperBound, tokens[i].isWord, !tokens[i].isCapitalized {
      if homelandAdjective(i) != nil || words.looksAdjectival(tokens, i)
        || lexicon.roles.adjuncts[tokens[i].lexeme]?.contains(.after) == true
      {
        i += 1
      } else if preposition(i) == words.di, i + 2 < sentence.upperBound,
        !tokens[i + 1].isCapitalized,
        tokens[i + 1].isWord, !isFunction(i + 1), preposition(i + 2) == words.di
      {
        i += 2
      } else {
        break
      }
      steps += 1
    }
    let adjectives = i - start - 1
    var hasPreposition = false
    if i < sentence.upperBound, preposition(i) == words.di {
      hasPreposition = true
      i += 1
    }
    let marked = i < sentence.upperBound && isOpeningMark(i)
    if marked { i += 1 }
    guard i < sentence.upperBound, capital(i) == .strong else { return nil }
    // "il porto dell'Isola del Giglio": the next noun has the name.
    if hasPreposition, !lexicon[tokens[i].lexeme].isDisjoint(with: [.feature, .admin, .venue]) {
      return nil
    }
    let end: Int
    let known = knownName(i)
    let run = capitalRun(i)
    let isSaint = lexicon[tokens[i].lexeme].contains(.saint)
    if let known {
      end = hasPreposition && !isSaint ? known.end : max(known.end, run)
    } else {
      end = run
    }
    let isPlural = words.isPluralPlaceNoun(tokens, start)
    var name = FoundName(tokens: i..<end, kind: .place, core: i..<end)
    name.placeNoun = cue
    name.referents = known.map { $0.end == end ? $0.names : [] } ?? []
    if name.referents.contains(where: isTableName), known?.end == end, !cue.contains(.venue) {
      // "la regione del Nagorno-Karabakh", "l'isola di Cuba"
      name.kind = .known
      name.placeNoun = []
      if !isPlural, adjectives == 0, cue.isDisjoint(with: .settlement) { name.tokens = start..<end }
      append(name)
      return end
    }
    if cue.contains(.settlement) || isPlural
      || adjectives > 0 && hasPreposition && !cue.contains(.venue)
    {
      if name.referents.contains(where: {
        if case .organization = $0.referent { true } else { false }
      }) {
        return nil
      }
      append(name)
      return end
    }
    if cue.contains(.venue), hasPreposition, !lexicon[tokens[i].lexeme].contains(.saint) {
      // "l'ospedale di Palermo": the town is the name, unless it is a saint's.
      if !tokens[start].isCapitalized || !name.referents.isEmpty {
        // The town is the name; the venue is told by a description.
        name.kind = .open
        name.placeNoun = []
        name.evidence.place = 12
        append(name)
        venues.append((start..<end, found.count - 1))
        return end
      }
    }
    if cue.contains(.venue), !hasPreposition, words.isGivenName(tokens, i), !marked,
      lexicon[tokens[start].lexeme].contains(.work)
    {
      return nil
    }
    name.tokens = start..<end
    append(name)
    return end
  }

  /// "il confine tra X e Y", "il confine armeno-turco", "la frontiera Siria-Turchia".
  private mutating func scanBorder(_ noun: Int) {
    var i = noun + 1
    var steps = 0
    // "linea di contatto", "confine terrestre"
    while steps < 3, i < sentence.upperBound, tokens[i].isWord, !tokens[i].isCapitalized,
      !tokens[i].shape.contains(.hyphenated), preposition(i) != words.tra,
      preposition(i) != words.fra
    {
      i += 1
      steps += 1
    }
    guard i < sentence.upperBound, tokens[i].isWord else { return }
    if tokens[i].shape.contains(.hyphenated) {
      var codes: [String] = []
      if tokens[i].isCapitalized {
        for part in tokens.string(i).utf8.split(separator: UInt8(ascii: "-")) {
          codes += countries(named: String(Substring(part))).prefix(1)
        }
      } else if let compound = knowledge.compound(folded: LatinFold.fold(tokens.string(i)).utf8),
        compound.stance == nil
      {
        for member in compound.members {
          if case .country(let code)? = member.first?.homeland { codes.append(code) }
        }
      }
      if codes.count == 2, codes[0] != codes[1] { borders.append((noun..<(i + 1), codes.sorted())) }
      return
    }
    guard preposition(i) == words.tra || preposition(i) == words.fra else { return }
    i += 1
    if i < sentence.upperBound, isDefinite(i) { i += 1 }
    guard let first = knownName(i), case .country(let a)? = homeland(of: first.names) else {
      return
    }
    i = first.end
    guard i < sentence.upperBound, tokens[i].lexeme == words.e else { return }
    i += 1
    if i < sentence.upperBound, isDefinite(i) { i += 1 }
    guard let second = knownName(i), case .country(let b)? = homeland(of: second.names), a != b
    else { return }
    borders.append((noun..<second.end, [a, b].sorted()))
  }

  private func countries(named name: String) -> [String] {
    knowledge.names.lookup(name).compactMap {
      if case .country(let code) = $0.referent { code } else { nil }
    }
  }

  /// The longest region of the tables at `i` that has its noun with it: "golfo del Messico".
  private func knownRegion(_ i: Int) -> (end: Int, names: [KnownName])? {
    let limit = min(sentence.upperBound, boundary)
    guard i < limit else { return nil }
    for match in knowledge.names.matches(
      in: tokens.text.bytes, from: Int(tokens[i].start), to: Int(tokens[limit - 1].end))
    {
      let end = tokens.index(atOrAfter: match.span.end)
      guard end > i + 1, Int(tokens[end - 1].end) == match.span.end, !hasMark(i..<end),
        tokens[end - 1].isCapitalized
      else { continue }
      let names = match.names.filter {
        if case .region = $0.referent { true } else { false }
      }
      if !names.isEmpty { return (end, names) }
    }
    return nil
  }

  private func isOpeningMark(_ i: Int) -> Bool {
    tokens.isMark(i, "\"") || tokens.isWritten(i, "“") || tokens.isWritten(i, "«")
      || tokens.isWritten(i, "‘") || tokens.isWritten(i, "„") || tokens.isMark(i, "'")
  }

  private func isClosingMark(_ i: Int) -> Bool {
    tokens.isMark(i, "\"") || tokens.isWritten(i, "”") || tokens.isWritten(i, "»")
      || tokens.isWritten(i, "’") || tokens.isWritten(i, "“") || tokens.isMark(i, "'")
  }

  // MARK: People by their demonym

  /// "i russi", "gli armeni del Karabakh"; and the capital at a sentence's start ("Russi e ucraini").
  private mutating func scanPeople(_ i: Int, _ demonyms: [Demonym]) -> Int? {
    let token = tokens[i]
    if token.isCapitalized, capital(i) == .strong { return nil }
    guard
      let plural = demonyms.first(where: { $0.agreement.number == .plural }),
      plural.agreement.gender != .feminine
        || demonyms.contains(where: { $0.agreement.gender == nil })
    else { return nil }
    let before = i - 1
    var isNoun = false
    if before < sentence.lowerBound {
      isNoun = token.isCapitalized
    } else if language.grammar.isAny(
      tokens[before].lexeme, of: .definiteArticle, .articulatedPreposition, .quantifier)
    {
      isNoun = true
    } else if tokens[before].lexeme == words.e || tokens[before].lexeme == words.tra
      || tokens[before].lexeme == words.fra
    {
      isNoun =
        tokens[before].lexeme != words.e
        || (found.last?.kind == .people && found.last?.tokens.upperBound == before)
    }
    guard isNoun else { return nil }
    // An adjective before a noun is no noun: "gli europei conservatori" is rare, "i russi attacchi" too.
    let next = i + 1
    if next < sentence.upperBound, tokens[next].isWord, !tokens[next].isCapitalized,
      !isFunction(next), lexicon.roles.nouns.contains(tokens[next].lexeme)
    {
      return nil
    }
    if next < sentence.upperBound, capital(next) == .strong { return nil }
    var end = next
    var name = FoundName(tokens: i..<end, kind: .people, core: i..<end)
    name.demonyms = demonyms
    if let after = complement(after: end), after.homeland != nil {
      end = after.end
      name.tokens = i..<end
    }
    append(name)
    // The names inside the complement are mentions of their own.
    return next
  }

  // MARK: Names by their capitals

  /// Reads the name that begins at `i`; gives the token after it.
  private mutating func scanName(_ i: Int) -> Int? {
    // "il Primo Ministro David Cameron": the role comes next.
    if tokens[i].isCapitalized, i + 1 < sentence.upperBound,
      lexicon.roles.adjuncts[tokens[i].lexeme]?.isDisjoint(with: [.before, .former]) == false,
      lexicon.roles.nouns.contains(tokens[i + 1].lexeme)
    {
      return nil
    }
    let strength = capital(i)
    // "a L'Aquila"
    if strength == .none, !isShouting, tokens[i].shape.contains(.elided), tokens[i].isCapitalized,
      !startsClause(i), let known = knownName(i), known.end > i + 1
    {
      var name = FoundName(tokens: i..<known.end, kind: .open, core: i..<known.end)
      name.referents = known.names
      if known.names.contains(where: isTableName) { name.kind = .known }
      return finish(&name)
    }
    if strength == .none {
      guard isShouting, tokens[i].shape.contains(.allCapitals), let known = knownName(i),
        known.names.contains(where: isTableName) || isGreatPlace(i)
      else { return nil }
      var name = FoundName(tokens: i..<known.end, kind: .place, core: i..<known.end)
      name.referents = known.names
      if known.names.contains(where: isTableName) {
        name.kind = .known
        name.referents = known.names.filter(isTableName)
      }
      append(name)
      return known.end
    }
    let cue = lexicon[tokens[i].lexeme]
    let known = knownName(i)
    let end = runEnd(i)
    if let body = body(at: i, strength == .weak, known) {
      var name = FoundName(tokens: i..<body, kind: .open, core: i..<body)
      if let known, known.end == body { name.referents = known.names }
      name.evidence.organization = 20
      name.evidence.person = -20
      name.evidence.place = -20
      append(name)
      return body
    }
    if strength == .weak, !acceptsWeak(i, end, known, cue) {
      return nil
    }
    if end == i + 1, let province = provinceInBrackets(i) {
      var name = FoundName(tokens: i..<end, kind: .known, core: i..<end)
      name.referents = [province]
      append(name)
      return end
    }
    // "epatite B": a letter is no name.
    if end == i + 1, tokens[i].shape.contains(.initials), tokens[i].end - tokens[i].start == 1 {
      return end
    }
    if end == i + 1, strength == .strong, (known?.end ?? 0) <= end,
      !(known?.names.contains(where: isTableName) ?? false), !isPending(i)
    {
      if !cue.isDisjoint(with: [.notName, .eventWord, .speech]) { return end }
      if !isNameByItself(i, cue, hasReferents: known != nil) { return end }
    }
    if cue.contains(.eventWord), end > i + 1, known == nil || (known?.end ?? 0) < end { return end }
    if let known {
      if known.end >= end {
        var name = FoundName(tokens: i..<known.end, kind: .open, core: i..<known.end)
        name.referents = known.names
        if known.names.contains(where: isTableName) { name.kind = .known }
        name.isWeak = strength == .weak
        return finish(&name)
      }
      let restIsPerson =
        words.isGivenName(tokens, known.end)
        || (known.end - i > 1 && known.names.contains(where: isTableName))
        || (tokens[i].shape.contains(.allCapitals)
          && !tokens[known.end].shape.contains(.allCapitals))
      let isParticle = cue.contains(.particle) && known.end == i + 1
      if restIsPerson, !isParticle, !words.isGivenName(tokens, i) || known.end - i > 1,
        !lexicon[tokens[known.end].lexeme].contains(.organizationWord)
      {
        var name = FoundName(tokens: i..<known.end, kind: .open, core: i..<known.end)
        name.referents = known.names
        if known.names.contains(where: isTableName) { name.kind = .known }
        name.isWeak = strength == .weak
        return finish(&name)
      }
    }
    // "Speciale Omicidio Mario Rossi", "Miami Marlins José Fernández"
    if let split = personAfterWords(i, end) {
      if strength == .weak || lexicon.isWord(tokens[i].lexeme) { return split }
      var name = FoundName(tokens: i..<split, kind: .open, core: i..<split)
      return finish(&name)
    }
    var name = FoundName(tokens: i..<end, kind: .open, core: i..<end)
    name.isWeak = strength == .weak && end == i + 1
    return finish(&name)
  }

  /// Where a person's name begins in a run of capitals whose first words are none of it.
  private func personAfterWords(_ start: Int, _ end: Int) -> Int? {
    guard end - start >= 3, !isPending(start), !words.isGivenName(tokens, start),
      !tokens[start].shape.contains(.initials),
      !lexicon[tokens[start].lexeme].contains(.particle),
      lexicon.isWord(tokens[start].lexeme) || words.looksCommon(tokens, start)
        || isGreatPlace(start) || tokens[start].shape.contains(.allCapitals)
    else { return nil }
    for k in (start + 1)..<(end - 1)
    where words.isGivenName(tokens, k) && !words.isWordName(tokens, k) {
      for rest in k..<end where lexicon[tokens[rest].lexeme].contains(.organizationWord) {
        return nil
      }
      return k
    }
    return nil
  }

  /// The province of a code in brackets after a town: "Scarperia (FI)".
  private func provinceInBrackets(_ i: Int) -> KnownName? {
    guard tokens[i].shape.contains(.allCapitals), tokens[i].end - tokens[i].start == 2,
      i > sentence.lowerBound, tokens.isMark(i - 1, "("), i + 1 < sentence.upperBound,
      tokens.isMark(i + 1, ")"), found.last?.tokens.upperBound == i - 1,
      let province = lexicon.provinces[tokens.string(i)]
    else { return nil }
    return knowledge.names.lookup(province).first {
      if case .region = $0.referent { true } else { false }
    }
  }

  /// The end of the company's or club's name at `i`.
  private func body(
    at i: Int, _ isWeak: Bool, _ known: (end: Int, names: [KnownName])?
  ) -> Int? {
    guard lexicon.bodyStarts.contains(tokens[i].lexeme),
      let (end, needsEvidence) = lexicon.bodies.longest(
        in: tokens, at: i, limit: min(sentence.upperBound, boundary)),
      known.map({ $0.end <= end && ($0.end < end || !$0.names.contains(where: isTableName)) })
        ?? true
    else { return nil }
    for k in i..<end where tokens[k].isWord && !isFunction(k) && capital(k) == .none {
      return nil
    }
    if end == i + 1 {
      // "Bologna Fiere", "Ferrari Marco": the name goes on.
      if end < sentence.upperBound, capital(end) == .strong, !words.isGivenName(tokens, end) {
        return nil
      }
      // A club has an article where its town has none: "il Napoli".
      if needsEvidence {
        guard i > sentence.lowerBound, isDefinite(i - 1),
          language.grammar.entries[tokens[i - 1].lexeme]?.contains(where: {
            $0.agreement.number != .plural
          }) == true
        else { return nil }
      } else if isWeak, lexicon[tokens[i].lexeme].contains(.common) {
        return nil
      }
    }
    return end
  }

  /// Whether one word with a capital inside a sentence can be a name: no word of the language, no
  /// number, no model of a weapon.
  private func isNameByItself(_ i: Int, _ cue: NameLexicon.Cue, hasReferents: Bool) -> Bool {
    let token = tokens[i]
    if lexicon.institutions.starts.contains(token.lexeme) { return false }
    if lexicon.demonyms.contains(token.lexeme) { return false }
    if isRomanNumeral(i) { return false }
    if token.shape.contains(.hasDigit), !hasReferents { return false }
    if token.shape.contains(.allCapitals) { return !cue.contains(.common) }
    if words.isGivenName(tokens, i) || capitals.followsCapital(tokens, i) { return true }
    if cue.contains(.common) || capitals.isSmall(tokens, i) || isPluralNoun(i) { return false }
    if hasReferents { return true }
    return !lexicon.isWord(token.lexeme) && !words.looksCommon(tokens, i)
  }

  private func isRomanNumeral(_ i: Int) -> Bool {
    tokens.text.bytes[tokens[i].span.range].allSatisfy {
      $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") || $0 == UInt8(ascii: "X")
        || $0 == UInt8(ascii: "L")
    }
  }

  /// "le Istituzioni": an ordinary noun in the plural with a capital.
  private func isPluralNoun(_ i: Int) -> Bool {
    guard i > sentence.lowerBound, let last = tokens.text.bytes[tokens[i].span.range].last,
      last == UInt8(ascii: "i") || last == UInt8(ascii: "e")
    else { return false }
    return language.grammar.entries[tokens[i - 1].lexeme]?.contains { entry in
      (entry.wordClass == .definiteArticle || entry.wordClass == .articulatedPreposition)
        && entry.agreement.number == .plural
    } ?? false
  }

  /// Whether the tables' name needs nothing but its letters.
  private func isTableName(_ name: KnownName) -> Bool {
    switch name.referent {
    case .country, .region, .organization: !name.isWeak
    case .settlement, .seat, .demonym: false
    }
  }

  private func isPending(_ i: Int) -> Bool { pendingRole?.start == i }

  /// The end of the name that begins at `i`: capitals, small words between them, initials.
  private func runEnd(_ i: Int) -> Int {
    var end = i + 1
    let limit = min(sentence.upperBound, boundary > i ? boundary : Int.max)
    while end < limit {
      let token = tokens[end]
      if token.shape.contains(.lineStart) { break }
      // "J. K. Rowling".
      if tokens.isMark(end, "."), !token.shape.contains(.spaceBefore),
        tokens[end - 1].shape.contains(.initials), tokens[end - 1].end - tokens[end - 1].start == 1,
        end + 1 < limit, capital(end + 1) == .strong
      {
        end += 2
        continue
      }
      if capital(end) == .strong {
        // A role with a capital starts another phrase ("Nato Segretario").
        end += 1
        continue
      }
      if token.shape.contains(.elided), token.isCapitalized, end + 1 < limit,
        capital(end + 1) == .strong
      {
        end += 2
        continue
      }
      if token.isNumber, tokens[end - 1].isWord, end - i <= 2, !tokens[i].shape.contains(.initials),
        token.end - token.start <= 2, isProductNumber(end)
      {
        break
      }
      let cue = lexicon[token.lexeme]
      if end + 1 < limit, token.isWord, !token.isCapitalized, capital(end + 1) == .strong {
        if cue.contains(.particle) || cue.contains(.connector) {
          if !isFunction(end) {
            end += 2
            continue
          }
          // "Luigi di Maio" is one, "Putin di Russia" two.
          if cue.contains(.particle), end == i + 1, words.isGivenName(tokens, i),
            !(knownName(end + 1)?.names.contains { isTableName($0) || !$0.isWeak } ?? false)
          {
            end += 2
            continue
          }
        }
      }
      // "Council of the Europe", "Ursula von der Leyen".
      if end + 2 < limit, !cue.isDisjoint(with: [.connector, .particle]), !isFunction(end),
        !token.isCapitalized,
        !lexicon[tokens[end + 1].lexeme].isDisjoint(with: [.connector, .particle]),
        !isFunction(end + 1), !tokens[end + 1].isCapitalized, capital(end + 2) == .strong
      {
        end += 3
        continue
      }
      if tokens.isMark(end, "&"), end + 1 < limit, capital(end + 1) == .strong {
        end += 2
        continue
      }
      // 'Giuseppe "Pippo" Calò'.
      if isOpeningMark(end), end + 3 < limit, capital(end + 1) != .none, isClosingMark(end + 2),
        capital(end + 3) == .strong, words.isGivenName(tokens, i)
      {
        end += 4
        continue
      }
      break
    }
    // "Jr." keeps no full stop; a suffix alone is no name.
    return end
  }

  private func isProductNumber(_ i: Int) -> Bool { true }

  /// Whether a capital at the start of a sentence is a name's.
  private func acceptsWeak(
    _ i: Int, _ end: Int, _ known: (end: Int, names: [KnownName])?, _ cue: NameLexicon.Cue
  ) -> Bool {
    let token = tokens[i]
    let isTable = known?.names.contains(where: isTableName) ?? false
    // "Abu Dhabi", "La Spezia"; but "La Guardia di Finanza", "La Striscia".
    if let known, known.end > i + 1, known.names.contains(where: { !$0.isWeak }),
      !isFunction(i)
        || !lexicon.institutions.starts.contains(tokens[i + 1].lexeme)
          && known.names.contains(where: { isArticleOf($0, tokens.string(i)) })
    {
      return true
    }
    if isFunction(i) || cue.contains(.common) || cue.contains(.notName) {
      // "La Repubblica", "Il Sole 24 Ore"; "Stati Uniti"; "Nuova Delhi"
      if let known, known.end > i + 1, isTable || !isFunction(i) { return true }
      if words.isGivenName(tokens, i), end > i + 1, !isFunction(i), !cue.contains(.notName) {
        return true
      }
      return capitals.followsCapital(tokens, i) && !isFunction(i)
    }
    if lexicon.demonyms.contains(token.lexeme), !isTable { return false }
    if isTable || isPending(i) { return true }
    if words.isGivenName(tokens, i) { return true }
    if end > i + 1 {
      return !lexicon.isWord(token.lexeme) && !words.looksCommon(tokens, i)
        || token.shape.contains(.initials) || capitals.isName(tokens, i)
        || cue.contains(.organizationWord)
    }
    if capitals.isName(tokens, i) { return true }
    if capitals.isSmall(tokens, i) { return false }
    // The tables hold ordinary words; what they do not know may be a name.
    if lexicon.isWord(token.lexeme) || words.looksCommon(tokens, i) {
      return known?.names.contains { !$0.isWeak } ?? false
    }
    if let known, known.names.contains(where: { !$0.isWeak }) { return true }
    // "Vibber ha spiegato", "Kiev:".
    let next = i + 1
    guard next < sentence.upperBound else { return false }
    if words.isAuxiliary(tokens[next].lexeme) || isFiniteVerb(next) { return true }
    if tokens.isMark(next, ":") || tokens.isMark(next, ",") {
      return token.shape.contains(.hyphenated)
    }
    return preposition(next) == nil && isFunction(next)
  }

  /// Whether the name itself begins with the article.
  private func isArticleOf(_ name: KnownName, _ article: String) -> Bool {
    let text: String
    switch name.referent {
    case .country(let code): text = knowledge.countries[code]?.name ?? ""
    case .region(let slug): text = knowledge.regions[slug]?.name ?? ""
    case .organization(let slug): text = knowledge.organizations[slug]?.name ?? ""
    case .settlement(let place): text = knowledge.gazetteer[place].name
    case .seat, .demonym: return false
    }
    return LatinFold.fold(text).utf8.starts(with: LatinFold.fold(article).utf8)
  }

  private func isFiniteVerb(_ i: Int) -> Bool {
    language.verbs.readings(tokens[i].lexeme).contains { $0.mood.isFinite }
  }

  /// "a Castiglione dei Pepoli": the end of a town's name of two parts, after a preposition of place.
  private func townEnd(_ range: Range<Int>) -> Int {
    let end = range.upperBound
    guard range.count == 1, end + 1 < sentence.upperBound, end < boundary,
      range.lowerBound > sentence.lowerBound,
      !lexicon.isWord(tokens[range.lowerBound].lexeme),
      !tokens[range.lowerBound].shape.contains(.allCapitals),
      !words.isGivenName(tokens, range.lowerBound)
    else { return end }
    let before = preposition(range.lowerBound - 1)
    guard before == words.a || before == words.inn || before == words.di,
      !isDefinite(range.lowerBound - 1), let inner = preposition(end),
      inner == words.di && isDefinite(end) || inner == words.a || inner == words.su
        || inner == words.di && end + 2 < sentence.upperBound && tokens.isMark(end + 2, "("),
      capital(end + 1) == .strong, !words.isGivenName(tokens, end + 1),
      !isGreatPlace(end + 1), !tokens[end + 1].shape.contains(.allCapitals),
      !lexicon.institutions.starts.contains(tokens[end + 1].lexeme)
    else { return end }
    return end + 2
  }

  /// Adds what speaks for each reading and keeps the name.
  private mutating func finish(_ name: inout FoundName) -> Int? {
    if name.kind == .open, name.referents.allSatisfy({ !$0.isPrimary }) {
      let end = townEnd(name.tokens)
      if end > name.tokens.upperBound {
        name.tokens = name.tokens.lowerBound..<end
        name.core = name.tokens
        name.referents = []
        name.evidence.place += 9
      }
    }
    let range = name.tokens
    guard let first = range.first else { return nil }
    let count = range.count
    let before = first - 1
    var evidence = Evidence()
    let lastCue = lexicon[tokens[range.upperBound - 1].lexeme]
    let isAcronym = count == 1 && tokens[first].shape.contains(.allCapitals)
    let isGiven = words.isGivenName(tokens, first)
    if isGiven {
      evidence.person += count >= 2 ? 6 : words.isWordName(tokens, first) ? 3 : 5
    } else if count >= 2,
      tokens[first].shape.contains(.initials) || lexicon[tokens[first].lexeme].contains(.particle)
        || beginsWithHyphenPrefix(range.upperBound - 1)
    {
      evidence.person += 4
    }
    if count >= 2 {
      evidence.person += 3
    } else if !isAcronym {
      evidence.organization += 1
    }
    if count > 1 { judgeParts(range, isGiven, &evidence) }
    if count > 1, lexicon[tokens[first].lexeme].contains(.saint) { evidence.person += 3 }
    if tokens[first].shape.contains(.hyphenated), count == 1, isPairOfPlaces(first) {
      evidence.place += 8
    }
    if count > 4 { evidence.person -= 3; evidence.organization += 2 }
    if isAcronym { evidence.organization += 4 }
    if words.isCamelCase(tokens, first), count == 1 { evidence.organization += 3 }
    if tokens[first].shape.contains(.hasDigit) { evidence.organization += 1; evidence.person -= 3 }
    for k in range {
      let cue = lexicon[tokens[k].lexeme]
      if cue.contains(.organizationWord), count > 1 { evidence.organization += 5 }
      if cue.contains(.placeWord), count > 1, k > first { evidence.place += 5 }
      if cue.contains(.connector), !tokens[k].isCapitalized, !cue.contains(.particle) {
        evidence.organization += 3
        evidence.person -= 2
      }
      if cue.contains(.particle), !tokens[k].isCapitalized, count > 2 { evidence.person += 2 }
      if cue.contains(.common) || isFunction(k), tokens[k].isCapitalized, count > 1 {
        evidence.person -= 2
        evidence.organization += 1
      }
      if tokens.isMark(k, "&") { evidence.organization += 5 }
    }
    for k in range.dropFirst() where words.isCamelCase(tokens, k) {
      evidence.organization += 2
      evidence.person -= 2
    }
    if lastCue.contains(.companyMark), count > 1 { evidence.organization += 6 }
    if lastCue.contains(.suffix), count > 1 { evidence.person += 4 }
    if isPending(first) {
      evidence.person += 9
      name.role = pendingRole?.role
    }
    if before >= sentence.lowerBound {
      let definite = isDefinite(before)
      name.hasArticle = definite
      if definite {
        evidence.person -= 4
        evidence.organization += 3
        if preposition(before) == words.inn, !isAcronym { evidence.place += 4 }
      } else if let base = preposition(before) {
        name.preposition = base
        if base == words.inn {
          evidence.place += 6
          evidence.person -= 2
        }
        if base == words.a, !isAcronym { evidence.place += isGiven ? 2 : 4 }
        if base == words.di, before > sentence.lowerBound,
          lexicon[tokens[before - 1].lexeme].contains(.ruledPlace)
        {
          evidence.place += 8
        }
        if base == words.di, before > sentence.lowerBound,
          lexicon[tokens[before - 1].lexeme].contains(.owned)
        {
          evidence.person += 4
        }
        if base == words.verso || base == words.presso { evidence.place += 2 }
        if base == words.da { evidence.place += 1 }
        if base == words.su {
          evidence.organization += 2
          evidence.person -= 2
          if lexicon[tokens[first].lexeme].contains(.platform) { return range.upperBound }
        }
      }
      if lexicon[tokens[before].lexeme].contains(.alias)
        || tokens[before].lexeme == words.come && before > sentence.lowerBound
          && lexicon[tokens[before - 1].lexeme].contains(.alias)
      {
        // "X, detto Y", "X alias Y"; in "ha detto Y" nobody is called so.
        name.isAlias =
          tokens[before].lexeme == words.come
          || before > sentence.lowerBound
            && (tokens[before - 1].isPunctuation || tokens[before - 1].isCapitalized)
        evidence.person += 8
      }
      let cue = lexicon[tokens[before].lexeme]
      if cue.contains(.work) { evidence.other += 9 }
      if cue.contains(.speech), count == 1, !isAcronym { evidence.person += 3 }
      if cue.contains(.eponym), count == 1, !isAcronym { evidence.person += 5 }
      if isOpeningMark(before), range.upperBound < sentence.upperBound,
        isClosingMark(range.upperBound)
      {
        if before - 1 >= sentence.lowerBound, lexicon[tokens[before - 1].lexeme].contains(.work) {
          evidence.other += 9
        } else {
          evidence.other += 3
        }
      }
    }
    let next = range.upperBound
    if next < sentence.upperBound {
      let isSpeech =
        lexicon[tokens[next].lexeme].contains(.speech)
        || (words.isAuxiliary(tokens[next].lexeme) && next + 1 < sentence.upperBound
          && lexicon[tokens[next + 1].lexeme].contains(.speech))
      if isSpeech, name.preposition == LexemeTable.unknown {
        evidence.person += name.hasArticle ? 0 : 3
        evidence.organization += 1
      }
      // "X, direttore di Y," and "X, 45 anni,".
      if tokens.isMark(next, ","), next + 1 < sentence.upperBound {
        var k = next + 1
        if language.grammar.isAny(tokens[k].lexeme, of: .definiteArticle, .indefiniteArticle) {
          k += 1
        }
        while k < sentence.upperBound,
          lexicon.roles.adjuncts[tokens[k].lexeme].map({ !$0.isDisjoint(with: [.before, .former]) })
            == true
        {
          k += 1
        }
        if k < sentence.upperBound, let noun = lexicon.roles.nouns[tokens[k].lexeme],
          noun.roleClass != .honorific, noun.agreement.number != .plural, !name.hasArticle
        {
          evidence.person += 5
        }
        if k + 1 < sentence.upperBound, tokens[k].isNumber,
          tokens[k + 1].lexeme == words.anni
        {
          evidence.person += 6
        }
      }
      if tokens.isMark(next, "("), next + 2 < sentence.upperBound, tokens.isMark(next + 2, ")") {
        let inside = tokens[next + 1]
        if inside.shape.contains(.allCapitals), inside.end - inside.start == 2, count <= 3,
          !name.hasArticle
        {
          evidence.place += 3
        } else if inside.shape.contains(.allCapitals), inside.end - inside.start > 2 {
          evidence.organization += 4
        }
      }
    }
    if count == 1, name.hasArticle, isClubArticle(before), namesTownWithoutArticle(name.referents) {
      evidence.organization += 8
    }
    if count == 1, !capitals.followsCapital(tokens, first),
      name.referents.contains(where: { if case .seat = $0.referent { true } else { false } })
    {
      evidence.place += 6
    }
    for referent in name.referents where referent.isWeak {
      switch referent.referent {
      case .country, .region: evidence.place += 4
      case .organization: evidence.organization += 4
      default: break
      }
    }
    for referent in name.referents {
      if case .settlement(let place) = referent.referent {
        let population = knowledge.gazetteer.population(of: place)
        if count > 1, !referent.isWeak { evidence.place += 8 }
        if referent.isWeak {
          evidence.place += population > 1_000_000 ? 2 : 0
        } else {
          evidence.place +=
            3 + (population > 100_000 ? 2 : 0) + (referent.isPrimary ? 1 : 0)
          evidence.organization -= 1
        }
        break
      }
    }
    name.evidence += evidence
    append(name)
    return name.tokens.upperBound
  }

  /// A masculine singular article: "il Varese" is the club.
  private func isClubArticle(_ i: Int) -> Bool {
    language.grammar.entries[tokens[i].lexeme]?.contains {
      $0.agreement.gender == .masculine && $0.agreement.number == .singular
    } ?? false
  }

  /// Whether a name is a town's that has no article, and no region's ("il Donetsk").
  private func namesTownWithoutArticle(_ names: [KnownName]) -> Bool {
    var town: String?
    for name in names {
      switch name.referent {
      case .settlement(let place):
        if town == nil { town = knowledge.gazetteer[place].name }
      case .country, .region, .organization: return false
      case .seat, .demonym: continue
      }
    }
    guard let town, !town.contains(" ") else { return false }
    for head in ["oblast di ", "regione di ", "Stato di ", "governatorato di "] {
      for name in knowledge.names.lookup(head + town) {
        if case .region(let slug) = name.referent,
          knowledge.regions[slug]?.country?.lowercased() != language.code
        {
          return false
        }
      }
    }
    return true
  }

  /// What the words of a name of several words say when they are words of the language or places.
  private func judgeParts(_ range: Range<Int>, _ isGiven: Bool, _ evidence: inout Evidence) {
    for k in range where tokens[k].isCapitalized {
      let cue = lexicon[tokens[k].lexeme]
      if !words.isGivenName(tokens, k), cue.isDisjoint(with: [.particle, .suffix]) {
        if lexicon.isWord(tokens[k].lexeme) || words.looksCommon(tokens, k) {
          evidence.person -= isGiven ? 1 : 4
          evidence.organization += 1
        }
        if lexicon.bodyStarts.contains(tokens[k].lexeme),
          lexicon.bodies.longest(in: tokens, at: k, limit: range.upperBound)?.value == false
        {
          evidence.organization += 4
          evidence.person -= 4
        }
        if k == range.lowerBound, isGreatPlace(k) {
          evidence.place += 4
          evidence.person -= 3
        } else if k == range.upperBound - 1, !isGiven, isGreatPlace(k) {
          evidence.organization += 4
          evidence.person -= 3
        }
      }
    }
  }

  /// "Roma-Viterbo".
  private func isPairOfPlaces(_ i: Int) -> Bool {
    let parts = tokens.string(i).split(separator: "-")
    guard parts.count == 2 else { return false }
    return parts.allSatisfy { part in
      part.utf8.count > 2
        && knowledge.names.lookup(part).contains {
          switch $0.referent {
          case .settlement, .region, .country: !$0.isWeak
          default: false
          }
        }
    }
  }

  private mutating func append(_ name: FoundName) {
    var name = name
    if let pending = pendingRole, pending.start == name.tokens.lowerBound, name.kind == .open {
      name.role = pending.role
      roles[pending.role].name = found.count
      pendingRole = nil
    }
    let before = name.tokens.lowerBound - 1
    if before >= sentence.lowerBound, name.kind != .open {
      name.hasArticle = isDefinite(before)
      if !name.hasArticle, let base = preposition(before) { name.preposition = base }
    }
    found.append(name)
  }
}
