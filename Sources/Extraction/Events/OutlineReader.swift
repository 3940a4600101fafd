import DossierModel

/// Cuts sentences into noun phrases and clauses: a light parser that knows words and their order.
///
/// It goes once from left to right with a stack of open clauses; what it leaves open, the rules that
/// ask it leave unresolved.
final class OutlineReader {
  let document: Document
  let language: Language
  let text: TokenizedText
  let numbers: NumberReader
  let mentions: [ArticleReading.Mention]
  let groups: TextArray<VerbGroup>
  /// What begins at each token.
  let beginnings: TextArray<Beginnings>
  let mentionTokens: TextArray<Range<Int>>
  let dateTokens: TextArray<Range<Int>>

  // No method of the reader runs while another changes one of these in place.
  @exclusivity(unchecked) var outline: Outline
  /// The open clauses.
  @exclusivity(unchecked) var stack: TextArray<Int>
  @exclusivity(unchecked) var sentence = 0
  @exclusivity(unchecked) var lastPhrase: Int?
  @exclusivity(unchecked) var separator = Separator.none
  /// The phrases after this one were read after the last separator.
  @exclusivity(unchecked) var boundary = 0
  @exclusivity(unchecked) var boundaryKind = Separator.none
  /// The open clauses around each bracket.
  @exclusivity(unchecked) var asideStacks: [TextArray<Int>] = []

  /// The phrases before and after a clause's verb that have no preposition.
  @exclusivity(unchecked) var before: TextArray<Int>
  @exclusivity(unchecked) var after: TextArray<Int>

  /// The mention, date and verb group that begin at a token; -1 for none.
  struct Beginnings {
    var mention: Int32 = -1
    var date: Int32 = -1
    var group: Int32 = -1
  }

  /// What stands between two phrases.
  enum Separator: UInt8 { case none, comma, and, but, dash, colon }

  var grammar: Grammar { @inline(__always) get { language.grammar } }
  var lexicon: EventLexicon { @inline(__always) get { language.events } }
  var words: FunctionWords { @inline(__always) get { language.words } }

  /// A reader of `document`, whose names and dates `reading` holds.
  init(document: Document, language: Language, reading: ArticleReading) {
    let memory = TextMemory()
    self.document = document
    self.language = language
    text = document.tokens
    numbers = NumberReader(text: document.tokens, language: language)
    mentions = reading.mentions
    outline = Outline(in: memory)
    stack = TextArray(in: memory)
    before = TextArray(in: memory)
    after = TextArray(in: memory)
    groups = TextArray(document.verbGroups, in: memory)
    let count = text.count
    beginnings = TextArray(repeating: Beginnings(), count: count, in: memory)
    var tokens = TextArray<Range<Int>>(in: memory)
    for mention in reading.mentions { tokens.append(Self.tokens(mention.span, text)) }
    mentionTokens = tokens
    tokens = TextArray(in: memory)
    for date in reading.dates { tokens.append(Self.tokens(date.span, text)) }
    dateTokens = tokens
    outline.phrases.reserve(count / 3)
    outline.clauses.reserve(count / 8)
    noteBeginnings()
  }

  /// Notes where mentions, dates and verb groups begin.
  func noteBeginnings() {
    for (index, range) in mentionTokens.enumerated() where !range.isEmpty {
      if range.count == 1, isNumeral(range.lowerBound) { continue }
      let known = beginnings[range.lowerBound].mention
      if known < 0 || mentionTokens[Int(known)].count < range.count {
        beginnings[range.lowerBound].mention = Int32(index)
      }
    }
    for (index, range) in dateTokens.enumerated() where !range.isEmpty {
      beginnings[range.lowerBound].date = Int32(index)
    }
    for (index, group) in groups.enumerated() {
      beginnings[group.tokens.lowerBound].group = Int32(index)
    }
    // "le sue posizioni": after a determiner a noun of the tables is no verb.
    for group in groups
    where group.tokens.count == 1 && group.isFinite && group.tokens.lowerBound > 0 {
      let token = group.tokens.lowerBound
      let before = text[token - 1].lexeme
      if before >= 0,
        grammar.isAny(
          before, of: .possessive, .articulatedPreposition, .indefiniteArticle, .demonstrative),
        nounClasses(at: token) != nil
      {
        beginnings[token].group = -1
      }
    }
    // "faccia a faccia", "colpi di mortaio": nor is one inside a phrase of several words.
    for token in 0..<text.count {
      guard let end = triggers(at: token)?.end, end > token + 1 else { continue }
      for inner in token..<end where beginnings[inner].group >= 0 {
        if groups[Int(beginnings[inner].group)].tokens.upperBound <= end {
          beginnings[inner].group = -1
        }
      }
    }
    // A participle inside a name ("Forze armate") is no verb.
    for range in mentionTokens where range.count > 1 {
      for token in range where beginnings[token].group >= 0 {
        if groups[Int(beginnings[token].group)].tokens.upperBound <= range.upperBound {
          beginnings[token].group = -1
        }
      }
    }
  }

  /// "Cinquantaquattro corpi": a number with a capital that begins a sentence.
  private func isNumeral(_ token: Int) -> Bool {
    guard token == 0 || text.isMark(token - 1, ".") || text[token - 1].isPunctuation,
      token + 1 < text.count, text[token + 1].isWord, let quantity = numbers.quantity(at: token)
    else { return false }
    return quantity.tokens.lowerBound == token && (quantity.low ?? 0) > 1
  }

  /// The classes of the noun that begins at the token `i`, and the token after it.
  @inline(__always)
  func nounClasses(at i: Int) -> (value: NounClass, end: Int)? {
    guard lexicon.opening(text[i].lexeme).contains(.nounClass) else { return nil }
    return lexicon.classes.match(text, at: i, grammar: grammar)
  }

  /// The triggers whose noun begins at the token `i`, and the token after it.
  @inline(__always)
  func triggers(at i: Int) -> (value: TableArray<Int>, end: Int)? {
    guard lexicon.opening(text[i].lexeme).contains(.trigger) else { return nil }
    return lexicon.nouns.match(text, at: i, grammar: grammar)
  }

  /// The quantity that begins at the token `i`.
  @inline(__always)
  func quantity(at i: Int) -> Quantity? {
    let token = text[i]
    if token.isWord, token.lexeme >= 0, !language.numbers.openings.contains(token.lexeme) {
      return nil
    }
    return numbers.quantity(at: i)
  }

  /// The tokens that `span` touches.
  private static func tokens(_ span: TextSpan, _ text: TokenizedText) -> Range<Int> {
    var first = text.index(atOrAfter: span.start)
    if first > 0, Int(text[first - 1].end) > span.start { first -= 1 }
    let last = text.index(atOrAfter: span.end)
    return first..<max(first, last)
  }

  /// The outline of the whole text.
  func read() -> Outline {
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
      linkLists(firstPhrase..<outline.phrases.count)
      for clause in firstClause..<outline.clauses.count { resolveArguments(clause) }
      outline.sentences.append(firstClause..<outline.clauses.count)
      outline.phrasesOfSentence.append(firstPhrase..<outline.phrases.count)
    }
    return outline
  }
}
