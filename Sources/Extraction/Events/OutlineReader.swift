import DossierModel

/// Cuts sentences into noun phrases and clauses: a light parser that knows words and their order.
///
/// It goes once from left to right with a stack of open clauses; what it leaves open, the rules that
/// ask it leave unresolved.
final class OutlineReader {
  private let document: Document
  private let language: Language
  private let numbers: NumberReader
  private let mentions: [ArticleReading.Mention]
  private let dates: [TemporalExpression]
  /// By token: the mention, date or verb group that begins there, and the tokens it covers.
  private var mentionAt: [Int32]
  private var mentionTokens: [Range<Int>]
  private var dateAt: [Int32]
  private var dateTokens: [Range<Int>]
  private var groupAt: [Int32]

  private var outline = Outline()
  private var stack: [Int] = []
  private var sentence = 0
  private var lastPhrase: Int?
  private var separator = Separator.none
  /// The phrases after this one were read after the last separator.
  private var boundary = 0
  private var boundaryKind = Separator.none
  private var asideStacks: [[Int]] = []

  private enum Separator { case none, comma, and, but, dash, colon }

  private var grammar: Grammar { language.grammar }
  private var lexicon: EventLexicon { language.events }
  private var text: TokenizedText { document.tokens }
  private let che: LexemeTable.ID
  private let di: LexemeTable.ID
  private let cui: LexemeTable.ID
  private let chi: LexemeTable.ID
  private let adversatives: Set<LexemeTable.ID>

  /// A reader of `document`, whose names and dates `reading` holds.
  init(document: Document, language: Language, reading: ArticleReading) {
    self.document = document
    self.language = language
    numbers = NumberReader(text: document.tokens, language: language)
    mentions = reading.mentions
    dates = reading.dates
    let count = document.tokens.count
    (mentionAt, dateAt, groupAt) = (
      Array(repeating: -1, count: count), Array(repeating: -1, count: count),
      Array(repeating: -1, count: count)
    )
    mentionTokens = mentions.map { Self.tokens($0.span, document.tokens) }
    dateTokens = dates.map { Self.tokens($0.span, document.tokens) }
    let id = { (form: String) in language.lexemes.id(form) }
    (che, di, cui, chi) = (id("che"), id("di"), id("cui"), id("chi"))
    adversatives = Set(["ma", "però", "tuttavia", "bensì", "anzi"].map(id).filter { $0 >= 0 })
    var covered = -1
    for (index, range) in mentionTokens.enumerated() where !range.isEmpty {
      let known = mentionAt[range.lowerBound]
      if known < 0 || mentionTokens[Int(known)].count < range.count {
        mentionAt[range.lowerBound] = Int32(index)
      }
      covered = max(covered, range.upperBound)
    }
    for (index, range) in dateTokens.enumerated() where !range.isEmpty {
      dateAt[range.lowerBound] = Int32(index)
    }
    for (index, group) in document.verbGroups.enumerated() {
      groupAt[group.tokens.lowerBound] = Int32(index)
    }
    // "le sue posizioni": after a determiner a noun of the tables is no verb.
    for group in document.verbGroups
    where group.tokens.count == 1 && group.isFinite && group.tokens.lowerBound > 0 {
      let token = group.tokens.lowerBound
      let before = document.tokens[token - 1].lexeme
      if before >= 0,
        language.grammar.isAny(
          before, of: .possessive, .articulatedPreposition, .indefiniteArticle, .demonstrative),
        language.events.classes.match(document.tokens, at: token, grammar: language.grammar) != nil
      {
        groupAt[token] = -1
      }
    }
    // "faccia a faccia", "colpi di mortaio": nor is one inside a phrase of several words.
    for token in 0..<count where document.tokens[token].lexeme >= 0 {
      let end =
        language.events.nouns.match(
          document.tokens, at: token, grammar: language.grammar)?.end ?? token
      guard end > token + 1 else { continue }
      for inner in token..<end where groupAt[inner] >= 0 {
        if document.verbGroups[Int(groupAt[inner])].tokens.upperBound <= end { groupAt[inner] = -1 }
      }
    }
    // A participle inside a name ("Forze armate") is no verb.
    for range in mentionTokens where range.count > 1 {
      for token in range where groupAt[token] >= 0 {
        if document.verbGroups[Int(groupAt[token])].tokens.upperBound <= range.upperBound {
          groupAt[token] = -1
        }
      }
    }
  }

  /// The tokens that `span` touches.
  private static func tokens(_ span: TextSpan, _ text: TokenizedText) -> Range<Int> {
    var first = text.index(atOrAfter: span.start)
    if first > 0, Int(text[first - 1].end) > span.start { first -= 1 }
    let last = text.index(atOrAfter: span.end)
    return first..<max(first, last)
  }

  /// The outline of the whole text.
  consuming func read() -> Outline {
    var paragraph = 0
    for (number, range) in document.sentences.enumerated() {
      sentence = number
      let start = Int(text[range.lowerBound].start)
      while paragraph + 1 < document.paragraphs.count,
        document.paragraphs[paragraph + 1].start <= start
      {
        paragraph += 1
      }
      outline.paragraphs.append(paragraph)
      let firstClause = outline.clauses.count
      let firstPhrase = outline.phrases.count
      if document.isMetadata(Int(text[range.lowerBound].start)),
        document.isMetadata(Int(text[range.upperBound - 1].start))
      {
        outline.sentences.append(firstClause..<firstClause)
        outline.phrasesOfSentence.append(firstPhrase..<firstPhrase)
        continue
      }
      readSentence(range)
      resolveLists(firstPhrase..<outline.phrases.count)
      for clause in firstClause..<outline.clauses.count { resolveArguments(clause) }
      outline.sentences.append(firstClause..<outline.clauses.count)
      outline.phrasesOfSentence.append(firstPhrase..<outline.phrases.count)
    }
    return outline
  }

  // MARK: Words to phrases and clauses

  private func readSentence(_ range: Range<Int>) {
    stack = []
    asideStacks = []
    lastPhrase = nil
    (separator, boundary, boundaryKind) = (.none, outline.phrases.count, .none)
    var i = range.lowerBound
    while i < range.upperBound, document.isMetadata(Int(text[i].start)) { i += 1 }
    open(.main, parent: nil, at: i)
    while i < range.upperBound { i = step(at: i, in: range) }
    for clause in stack { outline.clauses[clause].end = range.upperBound }
  }

  /// Takes what begins at the token `i`; the token after it.
  private func step(at i: Int, in range: Range<Int>) -> Int {
    let token = text[i]
    if dateAt[i] >= 0 { return readDate(Int(dateAt[i]), preposition: nil, from: i, in: range) }
    if let end = readConjunction(at: i, in: range) { return end }
    if groupAt[i] >= 0 {
      let end = document.verbGroups[Int(groupAt[i])].tokens.upperBound
      takeVerb(Int(groupAt[i]), preposition: nil, at: i, in: range)
      return max(end, i + 1)
    }
    if token.isPunctuation {
      takeMark(at: i, in: range)
      return i + 1
    }
    if let end = readPhrase(at: i, in: range) { return max(end, i + 1) }
    return i + 1
  }

  private func takeMark(at i: Int, in range: Range<Int>) {
    if text.isMark(i, ",") {
      separator = .comma
      noteBoundary(.comma)
      // A set-off clause ends where the comma after it stands, if the clause around has its verb.
      if let top = stack.last, stack.count > 1, outline.clauses[top].isSetOff,
        outline.clauses[top].verb != nil,
        outline.clauses[top].kind == .relative || outline.clauses[top].kind == .participle,
        outline.clauses[stack[stack.count - 2]].verb != nil
      {
        close(to: stack.count - 1, at: i)
      }
    } else if text.isMark(i, ":") || text.isMark(i, ";") {
      close(to: 0, at: i)
      let kind: Clause.Kind = text.isMark(i, ":") ? .complement : .main
      let before = outline.clauses.indices.last
      open(kind, parent: kind == .complement ? before : nil, at: i + 1)
      (separator, boundaryKind, boundary) = (.colon, .none, outline.phrases.count)
      lastPhrase = nil
    } else if text.isMark(i, "(") {
      asideStacks.append(stack)
      let parent = stack.last
      stack = []
      open(.aside, parent: parent, at: i + 1)
      (separator, boundaryKind, boundary) = (.colon, .none, outline.phrases.count)
    } else if text.isMark(i, ")") {
      if let outer = asideStacks.popLast() {
        close(to: 0, at: i)
        stack = outer
        separator = .none
        lastPhrase = outline.clauses[stack.last ?? 0].phrases.last
      }
    } else if isDash(i) {
      separator = .dash
      noteBoundary(.comma)
    }
  }

  private func isDash(_ i: Int) -> Bool {
    text.isMark(i, "-") || text.isWritten(i, "–") || text.isWritten(i, "—")
  }

  private func isQuote(_ i: Int) -> Bool {
    guard i < text.count, text[i].isPunctuation else { return false }
    return text.isMark(i, "\"") || text.isMark(i, "'") || text.isWritten(i, "“")
      || text.isWritten(i, "”") || text.isWritten(i, "«") || text.isWritten(i, "»")
      || text.isWritten(i, "‘") || text.isWritten(i, "’") || text.isWritten(i, "„")
  }

  private func noteBoundary(_ kind: Separator) {
    boundary = outline.phrases.count
    boundaryKind = kind
  }

  /// Opens a clause if a conjunction or relative pronoun begins at `i`; the token after it.
  private func readConjunction(at i: Int, in range: Range<Int>) -> Int? {
    let token = text[i]
    guard token.isWord, token.lexeme >= 0 else { return nil }
    if let (effect, end) = lexicon.subordinators.match(text, at: i, grammar: grammar),
      end <= range.upperBound, isConjunction(at: i, end: end, in: range)
    {
      openSubordinate(effect, at: i)
      return end
    }
    if token.lexeme == che { return readChe(at: i, in: range) }
    // "in cui", "a cui", "con il quale", "le quali"
    if let end = relativePronoun(at: i, in: range) { return end }
    if groupAt[i] < 0, grammar.isAny(token.lexeme, of: .coordinator) {
      let kind: Separator = adversatives.contains(token.lexeme) ? .but : .and
      // "tuttavia", "inoltre", "quindi" at the head of a sentence join nothing.
      if i > range.lowerBound {
        separator = kind == .but ? .comma : .and
        noteBoundary(kind)
      }
      return i + 1
    }
    return nil
  }

  /// Whether a verb stands not far after the conjunction: "come" and "perché" may do without.
  private func isConjunction(at i: Int, end: Int, in range: Range<Int>) -> Bool {
    var j = end
    while j < range.upperBound, j - end < 20 {
      if groupAt[j] >= 0 {
        return document.verbGroups[Int(groupAt[j])].isFinite
          || !text[i].isCapitalized
            && document.verbGroups[Int(groupAt[j])].mood != .infinitive
      }
      if text.isMark(j, ",") || text.isMark(j, ";") || text.isMark(j, ":") { return false }
      j += 1
    }
    return false
  }

  private func openSubordinate(_ effect: EventLexicon.Effect, at i: Int) {
    let clause = open(.subordinate, parent: stack.last, at: i)
    outline.clauses[clause].effect = effect
    outline.clauses[clause].isSetOff = separator == .comma
    clearBoundary()
  }

  private func clearBoundary() {
    (separator, boundaryKind, boundary) = (.none, .none, outline.phrases.count)
    lastPhrase = nil
  }

  /// "che": a relative pronoun after a noun, a conjunction after a verb of saying.
  private func readChe(at i: Int, in range: Range<Int>) -> Int? {
    guard let top = stack.last else { return nil }
    // "… e che …", beside an earlier one
    if boundaryKind == .and || boundaryKind == .but, boundary == outline.phrases.count,
      let place = stack.lastIndex(where: {
        let kind = outline.clauses[$0].kind
        return kind == .complement || kind == .relative || kind == .subordinate
      })
    {
      let beside = stack[place]
      close(to: place, at: i)
      let clause = open(outline.clauses[beside].kind, parent: outline.clauses[beside].parent, at: i)
      outline.clauses[clause].antecedent = outline.clauses[beside].antecedent
      outline.clauses[clause].effect = outline.clauses[beside].effect
      clearBoundary()
      return i + 1
    }
    let clauseVerb = outline.clauses[top].verb
    let antecedent = lastPhrase
    let takesClause = clauseVerb.map { takesComplement($0) } ?? false
    var isComplement = antecedent == nil
    if let antecedent, takesClause, !hasComplement(top),
      !(startsWithVerb(i + 1) && isToldAlready(top, clauseVerb))
    {
      let phrase = outline.phrases[antecedent]
      // "ha detto ai giornalisti che", "ha spiegato il ministro che", but "annuncia un piano che".
      let isSubject = outline.clauses[top].phrases.allSatisfy {
        outline.phrases[$0].preposition != nil || outline.phrases[$0].date != nil
          || outline.phrases[$0].tokens.lowerBound
            >= document.verbGroups[clauseVerb ?? 0].tokens.upperBound
      }
      isComplement =
        phrase.preposition != nil || phrase.date != nil || separator == .comma
        || (isSubject && !phrase.classes.isDisjoint(with: [.leader, .force, .people, .fighter]))
        || phrase.tokens.upperBound <= document.verbGroups[clauseVerb ?? 0].tokens.lowerBound
    } else if antecedent != nil, clauseVerb != nil, let verb = clauseVerb,
      document.verbGroups[verb].tokens.upperBound == i
    {
      isComplement = true
    }
    if let antecedent, !isComplement {
      let clause = open(.relative, parent: top, at: i)
      outline.clauses[clause].antecedent = antecedent
      outline.clauses[clause].isSetOff = separator == .comma
    } else {
      open(.complement, parent: top, at: i)
    }
    clearBoundary()
    return i + 1
  }

  private func startsWithVerb(_ i: Int) -> Bool { i < groupAt.count && groupAt[i] >= 0 }

  /// Whether what is said stands in the clause already: "hanno riferito di scontri che …".
  private func isToldAlready(_ clause: Int, _ verb: Int?) -> Bool {
    guard let verb else { return false }
    let end = document.verbGroups[verb].tokens.upperBound
    return outline.clauses[clause].phrases.contains {
      let phrase = outline.phrases[$0]
      return phrase.tokens.lowerBound >= end && phrase.triggers != nil
        && (phrase.preposition == nil || phrase.preposition?.base == di && phrase.follows == nil)
    }
  }

  private func takesComplement(_ group: Int) -> Bool {
    let verb = document.verbGroups[group].verb
    return lexicon.effect(of: verb, on: .clause) != nil || !lexicon.claimCues(of: verb).isEmpty
  }

  private func hasComplement(_ clause: Int) -> Bool {
    outline.clauses.indices.reversed().prefix { $0 > clause }.contains {
      outline.clauses[$0].parent == clause && outline.clauses[$0].kind == .complement
    }
  }

  /// "cui", "il quale" with what stands before them.
  private func relativePronoun(at i: Int, in range: Range<Int>) -> Int? {
    var j = i
    var preposition = LexemeTable.unknown
    if let base = grammar.preposition(text[i].lexeme) {
      preposition = base
      j += 1
    } else if grammar.isAny(text[i].lexeme, of: .definiteArticle) {
      j += 1
    }
    guard j < range.upperBound, text[j].lexeme >= 0 else { return nil }
    let form = text[j].lexeme
    guard form != che, grammar.isAny(form, of: .relative), form == cui || j > i || form == chi
    else { return nil }
    if form == chi { return nil }
    guard let top = stack.last else { return nil }
    let clause = open(.relative, parent: top, at: i)
    outline.clauses[clause].antecedent = lastPhrase
    outline.clauses[clause].preposition = preposition
    outline.clauses[clause].isSetOff = separator == .comma
    clearBoundary()
    return j + 1
  }

  // MARK: Clauses

  @discardableResult
  private func open(_ kind: Clause.Kind, parent: Int?, at token: Int) -> Int {
    let index = outline.clauses.count
    outline.clauses.append(
      Clause(kind: kind, parent: parent, sentence: sentence, start: token, end: token))
    stack.append(index)
    return index
  }

  /// Closes the open clauses from the place `count` of the stack on.
  private func close(to count: Int, at token: Int) {
    while stack.count > count, let clause = stack.popLast() { outline.clauses[clause].end = token }
  }

  /// Gives the verb group `number` to a clause.
  private func takeVerb(
    _ number: Int, preposition: LexemeTable.ID?, at i: Int, in range: Range<Int>
  ) {
    let group = document.verbGroups[number]
    if group.isFinite {
      takeFinite(number, at: i)
    } else if group.mood == .participle {
      takeParticiple(number, at: i, in: range)
    } else if group.mood == .gerund {
      takeGerund(number, at: i)
    } else {
      takeInfinitive(number, preposition: preposition, at: i)
    }
    clearBoundary()
  }

  private func takeFinite(_ number: Int, at i: Int) {
    guard let top = stack.last else { return }
    if outline.clauses[top].verb == nil {
      outline.clauses[top].verb = number
      if outline.clauses[top].kind == .relative, outline.clauses[top].preposition < 0 {
        settleAntecedent(of: top, group: document.verbGroups[number])
      }
      return
    }
    let moved = boundaryKind == .none ? outline.phrases.count : movedFrom()
    if let place = stack.lastIndex(where: {
      outline.clauses[$0].verb == nil && outline.clauses[$0].kind.isFinite
    }) {
      close(to: place + 1, at: i)
      if boundaryKind != .and || startsSubject(moved, of: stack[place], document.verbGroups[number])
      {
        move(phrasesFrom: moved, to: stack[place])
      }
      outline.clauses[stack[place]].verb = number
      return
    }
    let isLoose = boundaryKind == .comma || boundaryKind == .but
    let place =
      isLoose ? stack.indices.first : stack.lastIndex { outline.clauses[$0].kind.isFinite }
    let beside = stack[place ?? 0]
    let start = moved < outline.phrases.count ? outline.phrases[moved].tokens.lowerBound : i
    close(to: place ?? 0, at: start)
    let clause = open(
      outline.clauses[beside].kind, parent: outline.clauses[beside].parent, at: start)
    outline.clauses[clause].sibling = beside
    outline.clauses[clause].antecedent = outline.clauses[beside].antecedent
    outline.clauses[clause].effect = outline.clauses[beside].effect
    outline.clauses[clause].preposition = outline.clauses[beside].preposition
    outline.clauses[clause].verb = number
    move(phrasesFrom: moved, to: clause)
  }

  /// Of the phrases before "che" the nearest that agrees with the verb in number.
  private func settleAntecedent(of clause: Int, group: VerbGroup) {
    guard
      outline.clauses[clause].phrases.allSatisfy({
        outline.phrases[$0].preposition != nil || outline.phrases[$0].date != nil
      }), let number = group.number, var phrase = outline.clauses[clause].antecedent
    else { return }
    for _ in 0..<4 {
      let own = outline.phrases[phrase].agreement.number
      if own == number || own == nil, outline.phrases[phrase].date == nil {
        outline.clauses[clause].antecedent = phrase
        return
      }
      guard let before = outline.phrases[phrase].follows ?? outline.phrases[phrase].joinedTo
      else { return }
      phrase = before
    }
  }

  /// The first phrase after the last separator, with the whole list that it ends.
  private func movedFrom() -> Int {
    var first = boundary
    guard first < outline.phrases.count, boundaryKind != .but else { return first }
    if boundaryKind == .and, let joined = outline.phrases[first].joinedTo {
      // "…, Mosca, Kiev e Minsk hanno firmato": the list begins after a comma.
      var member = head(of: joined)
      while let earlier = outline.phrases[member].joinedTo,
        !outline.phrases[member].isJoinedByConjunction
      {
        first = member
        member = head(of: earlier)
        if outline.phrases[member].date != nil || outline.phrases[first].preposition != nil {
          break
        }
      }
    }
    return first
  }

  /// The first of the phrases that follow each other up to `phrase`.
  private func head(of phrase: Int) -> Int {
    var current = phrase
    for _ in 0..<6 {
      guard let before = outline.phrases[current].follows else { break }
      current = before
    }
    return current
  }

  /// Whether the phrases from `first` on can be the subject for which the clause waits: "Durante i
  /// colloqui mediati dall’UE, X e Y hanno concordato".
  private func startsSubject(_ first: Int, of clause: Int, _ group: VerbGroup) -> Bool {
    guard first < boundary, outline.phrases[first].preposition == nil, group.number != .singular
    else { return false }
    return !outline.clauses[clause].phrases.contains {
      outline.phrases[$0].preposition == nil && outline.phrases[$0].date == nil
    }
  }

  private func move(phrasesFrom first: Int, to clause: Int) {
    guard first < outline.phrases.count else { return }
    for phrase in first..<outline.phrases.count {
      let old = outline.phrases[phrase].clause
      guard old != clause else { continue }
      if let place = outline.clauses[old].phrases.lastIndex(of: phrase) {
        outline.clauses[old].phrases.remove(at: place)
      }
      outline.clauses[clause].phrases.append(phrase)
      outline.phrases[phrase].clause = clause
    }
    outline.phrases[first].joinedTo = nil
    outline.phrases[first].follows = nil
    outline.phrases[first].isJoinedByConjunction = false
  }

  private func takeGerund(_ number: Int, at i: Int) {
    if separator == .comma || boundaryKind == .and {
      while stack.count > 1, let top = stack.last, !outline.clauses[top].kind.isFinite {
        close(to: stack.count - 1, at: i)
      }
    }
    let clause = open(.gerund, parent: stack.last, at: i)
    outline.clauses[clause].verb = number
  }

  private func takeInfinitive(_ number: Int, preposition: LexemeTable.ID?, at i: Int) {
    // "di mantenere e rafforzare", "di cessare il fuoco e di ritirarsi"
    var sibling: Int?
    if boundaryKind == .and || boundaryKind == .comma || boundaryKind == .but,
      boundary == outline.phrases.count,
      let place = stack.lastIndex(where: { outline.clauses[$0].kind == .infinitive })
    {
      sibling = stack[place]
      close(to: place, at: i)
    }
    let parent = sibling.map { outline.clauses[$0].parent } ?? stack.last
    let clause = open(.infinitive, parent: parent, at: i)
    outline.clauses[clause].sibling = sibling
    outline.clauses[clause].verb = number
    outline.clauses[clause].preposition =
      preposition ?? sibling.map { outline.clauses[$0].preposition } ?? LexemeTable.unknown
    // "prima di attaccare", "dopo aver attaccato", "senza combattere", "per attaccare"
    outline.clauses[clause].effect = sibling.flatMap { outline.clauses[$0].effect }
  }

  private func takeParticiple(_ number: Int, at i: Int, in range: Range<Int>) {
    guard let top = stack.last else { return }
    let group = document.verbGroups[number]
    let end = group.tokens.upperBound
    let antecedent = eventAntecedent(group) ?? participleAntecedent(group)
    // "Gaza, uccisi dodici civili", "Arrestato un giornalista": headlines tell so.
    let startsPhrase = end < range.upperBound && beginsBarePhrase(at: end)
    if outline.clauses[top].verb == nil, outline.clauses[top].kind.isFinite, startsPhrase,
      antecedent == nil || separator != .none || outline.clauses[top].phrases.isEmpty
    {
      outline.clauses[top].verb = number
      outline.clauses[top].isHeadline = true
      return
    }
    let clause = open(.participle, parent: top, at: i)
    outline.clauses[clause].verb = number
    outline.clauses[clause].antecedent = antecedent
    outline.clauses[clause].isSetOff = separator == .comma
  }

  /// Whether a noun phrase without preposition begins at `i`.
  private func beginsBarePhrase(at i: Int) -> Bool {
    let token = text[i]
    if token.isPunctuation {
      return isQuote(i) && i + 1 < text.count && beginsBarePhrase(at: i + 1)
    }
    if token.isNumber { return dateAt[i] < 0 }
    if dateAt[i] >= 0 || groupAt[i] >= 0 { return false }
    if mentionAt[i] >= 0 { return true }
    if grammar.isAny(token.lexeme, of: .definiteArticle, .indefiniteArticle, .quantifier) {
      return true
    }
    if grammar.preposition(token.lexeme) != nil { return numbers.quantity(at: i) != nil }
    return numbers.quantity(at: i) != nil
      || lexicon.classes.match(text, at: i, grammar: grammar) != nil
  }

  /// Of a participle that tells how an event came about ("mediati dal Qatar") the nearest event before.
  private func eventAntecedent(_ group: VerbGroup) -> Int? {
    guard lexicon.effect(of: group.verb, on: .object) != nil, var phrase = lastPhrase else {
      return nil
    }
    for _ in 0..<6 {
      let own = outline.phrases[phrase]
      if own.triggers != nil {
        let isApart =
          own.agreement.number != nil && group.number != nil && own.agreement.number != group.number
        return isApart ? nil : phrase
      }
      guard let before = own.follows ?? own.joinedTo else { return nil }
      phrase = before
    }
    return nil
  }

  /// The nearest phrase before that agrees with the participle.
  private func participleAntecedent(_ group: VerbGroup) -> Int? {
    guard var phrase = lastPhrase else { return nil }
    let first = phrase
    for _ in 0..<4 {
      let agreement = outline.phrases[phrase].agreement
      let isApart =
        (agreement.number != nil && group.number != nil && agreement.number != group.number)
        || (agreement.gender != nil && group.gender != nil && agreement.gender != group.gender)
      if !isApart, outline.phrases[phrase].date == nil { return phrase }
      guard let before = outline.phrases[phrase].follows else { break }
      phrase = before
    }
    return separator == .none ? first : nil
  }

  // MARK: Phrases

  private func add(_ phrase: Phrase) -> Int {
    let index = outline.phrases.count
    var phrase = phrase
    phrase.listHead = index
    if let last = lastPhrase {
      if separator == .none {
        phrase.follows = last
      } else if separator == .comma || separator == .and {
        phrase.joinedTo = last
        phrase.isJoinedByConjunction = separator == .and
      }
    }
    outline.phrases.append(phrase)
    if let top = stack.last { outline.clauses[top].phrases.append(index) }
    lastPhrase = index
    separator = .none
    return index
  }

  /// Takes the temporal expression `date` as a phrase; the token after it.
  private func readDate(
    _ date: Int, preposition: EventLexicon.Preposition?, from start: Int, in range: Range<Int>
  ) -> Int {
    let tokens = dateTokens[date]
    var preposition = preposition
    var core = tokens
    if preposition == nil, let (found, end) = self.preposition(at: tokens.lowerBound),
      end < tokens.upperBound
    {
      preposition = found
      core = end..<tokens.upperBound
    }
    let end = max(tokens.upperBound, start + 1)
    _ = add(
      Phrase(
        tokens: start..<end, core: core, preposition: preposition, head: core.lowerBound,
        date: date, listHead: 0, clause: stack.last ?? 0))
    return end
  }

  /// Takes the phrase or infinitive that begins at `i`; the token after it, or `nil` if none does.
  private func readPhrase(at i: Int, in range: Range<Int>) -> Int? {
    if let quantity = numbers.quantity(at: i), grammar.preposition(text[i].lexeme) != nil {
      // "tra 20 e 30 feriti", "oltre 300 morti"
      return readNouns(from: i, preposition: nil, at: i, quantity: quantity, in: range)
    }
    var j = i
    var preposition: EventLexicon.Preposition?
    if let (found, end) = self.preposition(at: i), end <= range.upperBound {
      preposition = found
      j = end
    }
    while j < range.upperBound, isQuote(j) { j += 1 }
    guard j < range.upperBound else { return preposition == nil ? nil : j }
    if preposition != nil {
      if dateAt[j] >= 0 {
        return readDate(Int(dateAt[j]), preposition: preposition, from: i, in: range)
      }
      if groupAt[j] >= 0 {
        let group = document.verbGroups[Int(groupAt[j])]
        if group.mood == .infinitive {
          takeVerb(Int(groupAt[j]), preposition: preposition?.base, at: i, in: range)
          if let clause = stack.last, outline.clauses[clause].kind == .infinitive,
            let number = preposition?.number, number >= 0
          {
            outline.clauses[clause].effect = infinitiveEffect(preposition)
          }
          return group.tokens.upperBound
        }
        return j
      }
      if let end = relativePronounAfterLocution(at: j, preposition, in: range) { return end }
    }
    return readNouns(from: i, preposition: preposition, at: j, quantity: nil, in: range)
      ?? (preposition == nil ? nil : j)
  }

  /// The preposition or prepositional phrase that begins at `i`, and the token after it.
  private func preposition(at i: Int) -> (EventLexicon.Preposition, Int)? {
    if let (found, end) = lexicon.prepositions.match(text, at: i, grammar: grammar) {
      return (found, end)
    }
    guard let base = grammar.preposition(text[i].lexeme) else { return nil }
    return (
      lexicon.simplePrepositions[base]
        ?? EventLexicon.Preposition(number: -1, base: base, relation: .other), i + 1
    )
  }

  private func relativePronounAfterLocution(
    at j: Int, _ preposition: EventLexicon.Preposition?, in range: Range<Int>
  ) -> Int? {
    guard text[j].lexeme == cui || grammar.isAny(text[j].lexeme, of: .relative),
      text[j].lexeme != che,
      let top = stack.last
    else { return nil }
    let clause = open(.relative, parent: top, at: j)
    outline.clauses[clause].antecedent = lastPhrase
    outline.clauses[clause].preposition = preposition?.base ?? LexemeTable.unknown
    clearBoundary()
    return j + 1
  }

  /// What "dopo", "prima di", "senza", "per" make of the infinitive after them.
  private func infinitiveEffect(_ preposition: EventLexicon.Preposition?) -> EventLexicon.Effect? {
    guard let preposition else { return nil }
    switch preposition.relation {
    case .beneficiary: return .wanted
    case .cause, .within: return .presupposed
    default:
      if preposition.number >= 0, lexicon.prepositionEffects[preposition.number] == .averted {
        return .averted
      }
      return nil
    }
  }

  /// Takes determiners, numbers, adjectives and nouns from `start` on as one phrase.
  private func readNouns(
    from first: Int, preposition: EventLexicon.Preposition?, at start: Int, quantity: Quantity?,
    in range: Range<Int>
  ) -> Int? {
    var phrase = Phrase(
      tokens: first..<first, core: start..<start, preposition: preposition, head: -1, listHead: 0,
      clause: stack.last ?? 0)
    if preposition != nil, start > 0 {
      takeDeterminer(text[start - 1].lexeme, into: &phrase)  // dell’, nei
    }
    var i = start
    var content = 0
    var firstWord = -1
    if let quantity {
      phrase.quantity = quantity
      i = quantity.tokens.upperBound
      i = afterPartitive(i, quantity, &phrase, in: range)
    }
    loop: while i < range.upperBound {
      let token = text[i]
      if token.isPunctuation {
        if isQuote(i) {
          i += 1
          continue
        }
        break
      }
      if dateAt[i] >= 0, i > start || content > 0 || phrase.quantity == nil { break }
      if mentionAt[i] >= 0 {
        let mention = Int(mentionAt[i])
        phrase.mentions.append(mention)
        if firstWord < 0 { firstWord = i }
        takeNouns(at: i, through: mentionTokens[mention].upperBound, into: &phrase)
        if mentions[mention].resolution == .description {
          // "alti funzionari di Stati Uniti": the noun stands inside.
          var inner = i + 1
          while phrase.classes.isEmpty, inner < mentionTokens[mention].upperBound {
            takeNouns(at: inner, through: inner + 1, into: &phrase)
            inner += 1
          }
        }
        i = mentionTokens[mention].upperBound
        content += 1
        continue
      }
      if token.lexeme >= 0 {
        if phrase.quantity == nil, content == 0, let found = numbers.quantity(at: i) {
          // "una guerra" is one, but no number; "un soldato" may be counted.
          phrase.quantity = found
          if found.wording == .article {
            if phrase.determiner == .none { phrase.determiner = .indefinite }
            takeAgreement(token.lexeme, .indefiniteArticle, into: &phrase)
          }
          i = afterPartitive(found.tokens.upperBound, found, &phrase, in: range)
          continue
        }
        if let end = multiword(at: i, in: range) {
          if firstWord < 0 { firstWord = i }
          takeNouns(at: i, through: end, into: &phrase)
          i = end
          content += 1
          continue
        }
        if groupAt[i] >= 0, !readsAsNoun(at: i, after: content, phrase) { break }
        if content == 0, takeDeterminer(token.lexeme, into: &phrase) {
          i += 1
          continue
        }
        if grammar.preposition(token.lexeme) != nil { break }
        if lexicon.prepositions.match(text, at: i, grammar: grammar) != nil, content > 0 { break }
        if grammar.isAny(
          token.lexeme, of: .coordinator, .relative, .subordinator, .definiteArticle,
          .indefiniteArticle, .negation, .subjectPronoun)
        {
          if grammar.isAny(token.lexeme, of: .possessive) {
            phrase.isPossessive = true
            i += 1
            continue
          }
          if content == 0, grammar.isAny(token.lexeme, of: .subjectPronoun) {
            firstWord = i
            content += 1
            i += 1
          }
          break
        }
        if grammar.isAny(token.lexeme, of: .possessive) {
          phrase.isPossessive = true
          i += 1
          continue
        }
        if isAdverb(at: i), !isKnownNoun(at: i) {
          if content == 0, phrase.determiner == .none, phrase.quantity == nil { return nil }
          i += 1
          continue
        }
      } else if token.isNumber {
        if phrase.quantity == nil, let found = numbers.quantity(at: i) {
          if content > 0 { break }
          phrase.quantity = found
          i = afterPartitive(found.tokens.upperBound, found, &phrase, in: range)
          continue
        }
        i += 1
        continue
      } else if isAdverb(at: i) {
        if content == 0, phrase.determiner == .none, phrase.quantity == nil { return nil }
        i += 1
        continue
      } else if groupAt[i] >= 0 {
        break
      }
      if firstWord < 0 { firstWord = i }
      takeNouns(at: i, through: i + 1, into: &phrase)
      content += 1
      i += 1
    }
    guard content > 0 || phrase.quantity != nil else { return nil }
    if phrase.head < 0 { phrase.head = firstWord >= 0 ? firstWord : start }
    while i > start + 1, isQuote(i - 1) { i -= 1 }
    phrase.tokens = first..<i
    phrase.core = start..<i
    settleAgreement(&phrase)
    let isBare = phrase.preposition == nil
    let index = add(phrase)
    if isBare, boundaryKind == .none { boundary = min(boundary, index) }
    return i
  }

  /// Whether the verb at `i` is a noun or adjective in its place: "soluzione militare", "vasti
  /// tratti".
  private func readsAsNoun(at i: Int, after content: Int, _ phrase: Phrase) -> Bool {
    let group = document.verbGroups[Int(groupAt[i])]
    guard content > 0, group.tokens.count == 1 else { return false }
    if group.mood == .infinitive { return group.clitics.isEmpty }
    return phrase.classes.isEmpty && phrase.triggers == nil && phrase.mentions.isEmpty
      && isKnownNoun(at: i) && isAdjective(at: i - 1)
  }

  /// Whether the word stands before its noun: "vasti", "nuovi".
  private func isAdjective(at i: Int) -> Bool {
    i >= 0 && language.verbGroupWords.prenominals[text[i].lexeme] != nil
  }

  /// Whether the word is an adverb: one of the table's, or made with -mente.
  private func isAdverb(at i: Int) -> Bool {
    let token = text[i]
    if grammar.isAny(token.lexeme, of: .adverb) { return true }
    return token.end - token.start > 7 && !token.isCapitalized
      && text.text.bytes[Int(token.end) - 5..<Int(token.end)].elementsEqual("mente".utf8)
  }

  /// After "una dozzina", "due", "un numero imprecisato": past "di", "dei suoi".
  private func afterPartitive(
    _ i: Int, _ quantity: Quantity, _ phrase: inout Phrase, in range: Range<Int>
  ) -> Int {
    guard i < range.upperBound, text[i].lexeme >= 0, grammar.preposition(text[i].lexeme) == di,
      i + 1 < range.upperBound, dateAt[i] < 0, dateAt[i + 1] < 0, groupAt[i + 1] < 0
    else { return i }
    if quantity.wording == .article,
      !grammar.isAny(text[i].lexeme, of: .articulatedPreposition)
    {
      return i
    }
    takeAgreement(text[i].lexeme, .articulatedPreposition, into: &phrase)
    return i + 1
  }

  /// The end of a phrase of several words that the tables of nouns know, at `i`.
  private func multiword(at i: Int, in range: Range<Int>) -> Int? {
    var end = i
    if let (_, found) = lexicon.classes.match(text, at: i, grammar: grammar) { end = found }
    if let (_, found) = lexicon.nouns.match(text, at: i, grammar: grammar) { end = max(end, found) }
    return end > i + 1 && end <= range.upperBound ? end : nil
  }

  private func isKnownNoun(at i: Int) -> Bool {
    lexicon.classes.match(text, at: i, grammar: grammar) != nil
      || lexicon.nouns.match(text, at: i, grammar: grammar) != nil
  }

  /// Notes what the nouns from `start` to `end` tell.
  private func takeNouns(at start: Int, through end: Int, into phrase: inout Phrase) {
    if phrase.triggers == nil,
      let (numbers, after) = lexicon.nouns.match(text, at: start, grammar: grammar)
    {
      phrase.triggers = (numbers, start..<after)
      if phrase.head < 0 || phrase.classes.isEmpty { phrase.head = start }
    }
    if let (classes, _) = lexicon.classes.match(text, at: start, grammar: grammar) {
      if phrase.classes.isEmpty,
        phrase.triggers == nil || phrase.triggers?.tokens.lowerBound == start
      {
        phrase.head = start
      }
      if phrase.classes.isEmpty { phrase.classes = classes }
    }
  }

  @discardableResult
  private func takeDeterminer(_ lexeme: LexemeTable.ID, into phrase: inout Phrase) -> Bool {
    guard lexeme >= 0, let entries = grammar.entries[lexeme] else { return false }
    var isOne = false
    for entry in entries {
      let determiner: Phrase.Determiner
      switch entry.wordClass {
      case .definiteArticle, .articulatedPreposition: determiner = .definite
      case .indefiniteArticle: determiner = .indefinite
      case .demonstrative: determiner = .demonstrative
      case .quantifier: determiner = .quantifier
      case .possessive:
        phrase.isPossessive = true
        isOne = true
        continue
      default: continue
      }
      isOne = true
      if phrase.determiner == .none { phrase.determiner = determiner }
      phrase.agreement.gender = phrase.agreement.gender ?? entry.agreement.gender
      phrase.agreement.number = phrase.agreement.number ?? entry.agreement.number
      if entry.wordClass == .articulatedPreposition { break }
    }
    return isOne
  }

  private func takeAgreement(
    _ lexeme: LexemeTable.ID, _ wordClass: Grammar.WordClass, into phrase: inout Phrase
  ) {
    guard let entry = grammar.entry(lexeme, wordClass) else { return }
    phrase.agreement = entry.agreement
  }

  private func settleAgreement(_ phrase: inout Phrase) {
    if let quantity = phrase.quantity, quantity.wording != .article {
      if quantity.low != 1 { phrase.agreement.number = .plural }
    }
    if phrase.agreement.number == nil, phrase.head >= 0,
      phrase.mentions.isEmpty || phrase.classes.contains(.leader),
      let last = text.text.bytes[text[phrase.head].span.range].last
    {
      // Without an article: -i is a plural.
      if last == UInt8(ascii: "i") { phrase.agreement.number = .plural }
    }
  }

  // MARK: Lists and arguments

  /// Settles which phrases joined by commas and conjunctions are lists, and which are appositions.
  private func resolveLists(_ range: Range<Int>) {
    // From the right: a comma joins a list only if a conjunction ends it.
    var endsList = Set<Int>()
    for index in range.reversed() {
      let phrase = outline.phrases[index]
      guard phrase.joinedTo != nil else { continue }
      if phrase.isJoinedByConjunction || endsList.contains(index) {
        guard let partner = partner(of: index) else {
          outline.phrases[index].joinedTo = nil
          continue
        }
        outline.phrases[index].joinedTo = partner
        endsList.insert(partner)
      } else {
        outline.phrases[index].joinedTo = nil
      }
    }
    for index in range {
      if let joined = outline.phrases[index].joinedTo {
        outline.phrases[index].listHead = outline.phrases[joined].listHead
        let clause = outline.phrases[joined].clause
        if outline.phrases[index].clause != clause {
          let old = outline.phrases[index].clause
          outline.clauses[old].phrases.removeAll { $0 == index }
          outline.clauses[clause].phrases.append(index)
          outline.clauses[clause].phrases.sort()
          outline.phrases[index].clause = clause
        }
      }
    }
  }

  /// The phrase before that the phrase `index` is listed with.
  private func partner(of index: Int) -> Int? {
    let phrase = outline.phrases[index]
    guard var candidate = phrase.joinedTo else { return nil }
    let nearest = candidate
    for _ in 0..<5 {
      let other = outline.phrases[candidate]
      if other.date == nil || phrase.date != nil {
        if phrase.preposition != nil {
          if phrase.preposition?.base == other.preposition?.base { return candidate }
        } else if !phrase.classes.isDisjoint(with: other.classes),
          !phrase.classes.isDisjoint(with: .persons.union([.leader, .force]))
        {
          return candidate
        } else if phrase.triggers != nil, other.triggers != nil {
          return candidate
        }
      }
      guard let before = other.follows ?? joinedApposition(candidate) ?? antecedent(of: candidate)
      else { break }
      candidate = before
    }
    if phrase.preposition != nil { return nil }
    let other = outline.phrases[nearest]
    if (other.date == nil) != (phrase.date == nil) { return nil }
    return nearest
  }

  /// What the participle or relative clause around the phrase hangs on.
  private func antecedent(of index: Int) -> Int? {
    let clause = outline.clauses[outline.phrases[index].clause]
    return clause.kind == .participle ? clause.antecedent : nil
  }

  private func joinedApposition(_ index: Int) -> Int? {
    let phrase = outline.phrases[index]
    return phrase.isJoinedByConjunction ? nil : phrase.joinedTo
  }

  /// Finds subject and object of a clause among its phrases.
  private func resolveArguments(_ index: Int) {
    let clause = outline.clauses[index]
    guard let number = clause.verb else { return }
    let group = document.verbGroups[number]
    let bare = clause.phrases.filter {
      let phrase = outline.phrases[$0]
      return phrase.preposition == nil && phrase.date == nil && phrase.listHead == $0
    }
    let before = bare.filter {
      outline.phrases[$0].tokens.upperBound <= group.tokens.lowerBound
    }
    let after = bare.filter { outline.phrases[$0].tokens.lowerBound >= group.tokens.upperBound }
    var subject: Int?
    var object: Int?
    switch clause.kind {
    case .infinitive, .gerund:
      object = firstAfter(after, group, clause)
    case .participle:
      subject = clause.antecedent
      if subject == nil, let parent = clause.parent, let verb = outline.clauses[parent].verb,
        document.verbGroups[verb].tokens.upperBound == group.tokens.lowerBound
      {
        subject = outline.clauses[parent].subject  // "sono rimasti uccisi"
      }
      if group.voice == .active { object = firstAfter(after, group, clause) }
    default:
      if clause.isHeadline {
        subject = after.first
        break
      }
      subject = chosenSubject(before)
      let first = firstAfter(after, group, clause)
      if clause.kind == .relative, clause.preposition < 0, subject == nil {
        // "gli uomini che hanno attaccato"; "la città che i ribelli hanno preso" has its own subject.
        subject = clause.antecedent
        object = first
      } else if clause.kind == .relative, clause.preposition < 0, group.voice == .active {
        object = clause.antecedent
      } else if subject != nil {
        object = first
      } else if let first {
        if takesSubjectAfter(group, first) { subject = first } else { object = first }
        if subject == first, after.count > 1, group.voice == .active,
          language.verbs.auxiliary(of: group.verb) == .avere
        {
          object = after[1]
        }
      }
    }
    if group.voice == .passive, object == subject { object = nil }
    outline.clauses[index].subject = subject
    outline.clauses[index].object = object
  }

  /// The first phrase after the verb, if no other complement stands far between.
  private func firstAfter(_ after: [Int], _ group: VerbGroup, _ clause: Clause) -> Int? {
    guard let first = after.first else { return nil }
    // After a comma it is another's: an apposition or the subject of what follows.
    var j = group.tokens.upperBound
    let end = outline.phrases[first].tokens.lowerBound
    while j < end {
      if text.isMark(j, ",") { return nil }
      j += 1
    }
    return first
  }

  /// The subject among the bare phrases before the verb: the last, unless it only explains a name.
  private func chosenSubject(_ before: [Int]) -> Int? {
    guard var chosen = before.last else { return nil }
    var place = before.count - 1
    while place > 0 {
      let phrase = outline.phrases[chosen]
      let earlier = before[place - 1]
      let other = outline.phrases[earlier]
      let isSetOff = (other.tokens.upperBound..<phrase.tokens.lowerBound).contains {
        text.isMark($0, ",")
      }
      guard isSetOff, phrase.mentions.isEmpty || phrase.classes.contains(.leader),
        !other.mentions.isEmpty || !other.classes.isDisjoint(with: .persons)
      else { break }
      chosen = earlier
      place -= 1
    }
    return chosen
  }

  /// Whether the phrase after the verb is its subject: "è scoppiata la guerra", "sono morti in tre".
  private func takesSubjectAfter(_ group: VerbGroup, _ phrase: Int) -> Bool {
    let agreement = outline.phrases[phrase].agreement
    if let number = agreement.number, let own = group.number, number != own,
      outline.list(phrase).count == 1
    {
      return false
    }
    if group.voice == .passive || group.voice == .reflexive { return true }
    if group.clitics.contains(.object) { return true }
    if language.verbs.auxiliary(of: group.verb) == .essere { return true }
    if language.verbs.auxiliary(of: group.verb) == .both {
      return group.finite == group.head
        || language.verbs.readings(text[group.finite].lexeme).contains {
          language.verbGroupWords.task($0.verb) == .be
        }
    }
    // "ha detto il ministro": whoever speaks may stand after.
    return !lexicon.claimCues(of: group.verb).isEmpty
      && !outline.phrases[phrase].classes.isDisjoint(with: [.leader, .force, .people, .fighter])
      || (!lexicon.claimCues(of: group.verb).isEmpty && !outline.phrases[phrase].mentions.isEmpty
        && outline.phrases[phrase].triggers == nil)
  }
}
