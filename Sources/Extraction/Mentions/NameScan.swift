import DossierModel
import Knowledge

/// One pass over an article's tokens that finds names, institutions and roles.
final class NameScan {
  let document: Document
  let language: Language
  let knowledge: Knowledge
  /// The names of the world, at hand for inner loops.
  let names: NameIndex
  let tokens: TokenizedText
  let lexicon: NameLexicon
  let words: NameWords

  // No method of the scan runs while another changes one of these in place.
  @exclusivity(unchecked) var found: [FoundName] = []
  @exclusivity(unchecked) var roles: [RolePhrase] = []
  /// The role that waits for a name at a token.
  @exclusivity(unchecked) var pendingRole: (role: Int, start: Int)?
  /// Where a name must not run over.
  @exclusivity(unchecked) var boundary = Int.max
  @exclusivity(unchecked) var sentence = 0..<0
  @exclusivity(unchecked) var isShouting = false
  let capitals: CapitalUse
  /// Venues told by their towns, with the index of the town's name: "l'aeroporto di X".
  var venues: [(tokens: Range<Int>, town: Int)] = []
  /// Sentences in capitals.
  var headlines: [Range<Int>] = []
  /// Borders by the countries on either side: "il confine tra X e Y", "la frontiera turco-siriana".
  var borders: [(tokens: Range<Int>, countries: [String])] = []
  /// Fields of government inside roles ("degli Esteri"), which are no names.
  var fields: [Range<Int>] = []

  /// A known name that was looked for, up to a token.
  private struct KnownAt {
    var limit: Int
    var found: (end: Int, names: [KnownName])?
  }
  /// The known names that were looked for, the first aside, and for each token which is its.
  private var knownNames = [KnownAt(limit: -1)]
  private let knownAt: TextArray<Int32>

  init(document: Document, language: Language, knowledge: Knowledge) {
    self.document = document
    self.language = language
    self.knowledge = knowledge
    names = knowledge.names
    tokens = document.tokens
    lexicon = language.names
    words = language.nameWords
    capitals = CapitalUse(
      tokens: tokens, sentences: document.sentences, grammar: language.grammar)
    knownAt = TextArray(repeating: 0, count: tokens.count, in: tokens.memory)
  }

  /// Reads the whole article.
  func scan() {
    // What somebody says begins sentences of its own, whose first capital says little.
    let splitter = SentenceSplitter(abbreviations: language.grammar.abbreviations)
    for whole in document.sentences {
      for piece in splitter.pieces(tokens, of: whole) { scan(piece) }
    }
  }

  private func scan(_ sentence: Range<Int>) {
    self.sentence = sentence
    isShouting = isAllCapitals(sentence)
    if isShouting { headlines.append(sentence) }
    pendingRole = nil
    boundary = Int.max
    scanSentence()
  }

  // MARK: Capitals

  /// Whether a sentence is a headline in capitals, where capitals say nothing.
  func isAllCapitals(_ sentence: Range<Int>) -> Bool {
    var capitals = 0
    var hasFunctionWord = false
    for i in sentence where tokens[i].isWord {
      let shape = tokens[i].shape
      if shape.contains(.allCapitals) || (shape.contains(.initials)) || shape.contains(.elided) {
        capitals += 1
        if isFunction(i) { hasFunctionWord = true }
      } else {
        return false
      }
    }
    return capitals >= 4 || capitals == 3 && hasFunctionWord
  }

  /// How much the capital of a token says.
  enum Capital {
    case none
    /// It starts a sentence or quotation.
    case weak
    case strong
  }

  func capital(_ i: Int) -> Capital {
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
  func startsClause(_ i: Int) -> Bool {
    var k = i - 1
    while k >= sentence.lowerBound {
      let token = tokens[k]
      if token.isWord || token.isNumber { return false }
      // What opens a clause: marks, dashes, a colon; what does not: comma, bracket.
      switch tokens.mark(k) {
      case ",", "(", ";", "/", "&", ")": return false
      case ":", "?", "!", "\"", "“", "«", "‘", "„", "‹": return true
      case "-", "–", "—":
        // "ROMA – Il governo": an article after a dash begins what the dash opens.
        return k <= sentence.lowerBound || (k == i - 1 && isFunction(i))
      default: k -= 1
      }
    }
    return true
  }

  /// "al-Assad" begins with a small letter and is a name all the same.
  func beginsWithHyphenPrefix(_ i: Int) -> Bool {
    let token = tokens[i]
    guard token.shape.contains(.hyphenated), !token.isCapitalized else { return false }
    let bytes = tokens.bytes(i)
    for prefix in lexicon.hyphenPrefixes where bytes.count > prefix.count + 1 {
      if bytes.starts(with: prefix) {
        let next = bytes[prefix.count]
        if next >= 65 && next <= 90 || next >= 0xC3 { return true }
      }
    }
    return false
  }

  // MARK: A sentence

  func scanSentence() {
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      let token = tokens[i]
      guard token.isWord, !isMetadata(token) else {
        i = titleEnd(i) ?? i + 1
        continue
      }
      if let field = fields.last, field.contains(i) {
        i = field.upperBound
        continue
      }
      if let pending = pendingRole, i > pending.start { pendingRole = nil }
      if boundary != Int.max, i >= boundary { boundary = Int.max }
      let cue = lexicon[token.lexeme]
      if cue.contains(.institutionStart), let end = scanInstitution(i) {
        i = end
        continue
      }
      if cue.contains(.roleNoun), !isInsideName(i), scanRole(i) {
        i += 1
        continue
      }
      if cue.contains(.border) { scanBorder(i) }
      if !cue.isDisjoint(with: .anyPlaceNoun), let end = scanPlaceNoun(i, cue) {
        i = end
        continue
      }
      if cue.contains(.demonym), let demonyms = lexicon.demonyms[token.lexeme],
        let end = scanPeople(i, demonyms)
      {
        i = end
        continue
      }
      if token.isCapitalized || token.shape.contains(.hyphenated), let end = scanName(i) {
        i = end
        continue
      }
      i += 1
    }
  }

  func isMetadata(_ token: Token) -> Bool { document.isMetadata(Int(token.start)) }

  /// Whether the capitalised word `i` goes on a name that the word before began ("Giuseppe Conte").
  func isInsideName(_ i: Int) -> Bool {
    guard let last = found.last, last.tokens.upperBound > i else { return false }
    return true
  }

  func string(_ range: Range<Int>) -> String { tokens.string(range) }

  // MARK: What stands before

  /// The base of the preposition `i`, articulated or not.
  func preposition(_ i: Int) -> LexemeTable.ID? {
    guard i >= sentence.lowerBound, i < sentence.upperBound else { return nil }
    return language.grammar.preposition(tokens[i].lexeme)
  }

  func isDefinite(_ i: Int) -> Bool {
    guard i >= sentence.lowerBound, i < sentence.upperBound else { return false }
    return language.grammar.isAny(
      tokens[i].lexeme, of: .definiteArticle, .articulatedPreposition)
  }

  /// Whether the token is a preposition with its article ("della").
  func isArticulated(_ i: Int) -> Bool {
    i >= 0 && language.grammar.isAny(tokens[i].lexeme, of: .articulatedPreposition)
  }

  func isFunction(_ i: Int) -> Bool {
    language.grammar.entries.contains(tokens[i].lexeme)
  }

  // MARK: Known names

  /// The longest name of the tables at `i` whose capitals fit.
  func knownName(_ i: Int) -> (end: Int, names: [KnownName])? {
    let limit = min(sentence.upperBound, boundary)
    guard i < limit else { return nil }
    // Many rules ask about the same token.
    let known = Int(knownAt[i])
    if knownNames[known].limit == limit { return knownNames[known].found }
    let found = findKnownName(i, limit)
    knownAt[i] = Int32(knownNames.count)
    knownNames.append(KnownAt(limit: limit, found: found))
    return found
  }

  private func findKnownName(_ i: Int, _ limit: Int) -> (end: Int, names: [KnownName])? {
    firstMatch(i, limit) { names, end in
      guard !hasMark(i..<end) else { return [] }
      return names.filter { name in
        switch name.referent {
        case .demonym: false
        case .settlement: capitalsFit(i..<end, isSettlement: true)
        default: capitalsFit(i..<end, isSettlement: false)
        }
      }
    }
  }

  /// The longest name of the tables that begins at `i` and ends with a token before `limit`, of those
  /// that `read` makes something of.
  func firstMatch(
    _ i: Int, _ limit: Int, _ read: ([KnownName], _ end: Int) -> [KnownName]
  ) -> (end: Int, names: [KnownName])? {
    if let alone = namesOfWord(i) {
      let names = alone.isEmpty ? [] : read(alone, i + 1)
      return names.isEmpty ? nil : (i + 1, names)
    }
    var found: (end: Int, names: [KnownName])?
    let text = tokens.bytes.buffer(0..<Int(tokens[limit - 1].end))
    names.visitMatches(in: text, from: Int(tokens[i].start)) { match in
      let end = tokens.index(atOrAfter: match.span.end)
      guard end > i, Int(tokens[end - 1].end) == match.span.end else { return false }
      let names = read(match.names, end)
      if !names.isEmpty { found = (end, names) }
      return !names.isEmpty
    }
    return found
  }

  /// The names of the tables that the word `i` is, if its letters alone tell.
  private func namesOfWord(_ i: Int) -> [KnownName]? {
    let token = tokens[i]
    guard token.form >= 0, token.shape.isDisjoint(with: Self.compound) else { return nil }
    // What follows must part it from the next word.
    let end = Int(token.end)
    if end < tokens.bytes.count {
      switch tokens.bytes[end] {
      case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\""),
        UInt8(ascii: ")"):
        break
      default: return nil
      }
    }
    return tokens.words.names(of: token.form) { names.names(ofWord: tokens.bytes(i)) }
  }

  /// Shapes of words that may be of several parts.
  private static let compound: Token.Shape = [
    .hyphenated, .elided, .initials, .address, .foreignScript, .hasDigit,
  ]

  /// Whether a dash or other mark stands among the words, a full stop aside.
  func hasMark(_ range: Range<Int>) -> Bool {
    range.contains { tokens[$0].isPunctuation && !tokens.isMark($0, ".") }
  }

  /// Whether the words of a known name have the capitals that a name has.
  func capitalsFit(_ range: Range<Int>, isSettlement: Bool) -> Bool {
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

  func isKnownPlace(_ i: Int) -> Bool {
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
  func isGreatPlace(_ i: Int) -> Bool {
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
}
