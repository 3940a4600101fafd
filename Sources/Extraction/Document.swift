import DossierModel

/// One article's text, cut up: what every reader of it starts from.
final class Document: Sendable {
  /// The article.
  let article: Article
  /// The tokens.
  let tokens: TokenizedText
  /// The paragraphs as the article lays them out; a section begins none in the midst.
  let layout: [TextSpan]
  /// The sections with a time of their own, and what is no prose.
  let sections: Sections
  /// The paragraphs of prose, without stamps, captions and what else is none.
  let paragraphs: [TextSpan]
  /// The sentences, as ranges of tokens.
  let sentences: [Range<Int>]
  /// What the whole text is, if it is in another language.
  let foreign: LanguageProfiles.Judgement?
  /// The quotation marks, paired.
  let marks: QuotationMarks
  /// The verb groups, in order; none crosses a sentence.
  let verbGroups: [VerbGroup]
  /// For each token the number of its sentence, or -1, and of the first verb group that begins with it or
  /// after it.
  private let sentenceOfToken: TextArray<Int32>
  private let groupFromToken: TextArray<Int32>

  /// Cuts up the text of `article`, whose words are counted among `forms`.
  init(article: Article, language: Language, forms: WordForms = WordForms()) {
    self.article = article
    let tokenizer = Tokenizer(lexemes: language.lexemes, grammar: language.grammar)
    let first = tokenizer.tokenize(article.text, forms: forms)
    let lines = Paragraphs.split(article.text)
    var reader = SectionReader(first, language: language)
    var sections = reader.read(lines, metadata: article.metadata)
    layout = sections.cut(lines, of: article.text)
    var foreign = ForeignPassages(first, language: language)
    foreign.judge(paragraphs: sections.prose(of: layout, in: article.text))
    sections = sections.adding(foreign.found)
    paragraphs = sections.prose(of: layout, in: article.text)
    self.foreign = foreign.whole
    let finder = VerbGroupFinder(language: language)
    marks = QuotationMarks.pair(article.text, paragraphs: paragraphs) { span in
      Self.isReported(first, in: first.range(in: span), finder, language.speech)
    }
    self.sections = sections.adding(foreign.judge(quotations: marks.pairs))
    // Apostrophes that close a quotation are no part of a word.
    let closing = marks.pairs.filter { $0.style == .singleStraight }.map { $0.outer.end - 1 }
    tokens =
      closing.isEmpty
      ? first : tokenizer.tokenize(article.text, marks: closing.sorted(), forms: forms)
    sentences = SentenceSplitter(abbreviations: language.grammar.abbreviations)
      .split(
        tokens, paragraphs: paragraphs,
        quoted: marks.pairs.filter { $0.inner.count <= Self.longestClause }.map(\.outer))
    var groups: [VerbGroup] = []
    groups.reserveCapacity(tokens.count / 8)
    sentenceOfToken = TextArray(repeating: -1, count: tokens.count, in: tokens.memory)
    for (number, sentence) in sentences.enumerated() {
      finder.find(tokens, in: sentence, into: &groups)
      for token in sentence { sentenceOfToken[token] = Int32(number) }
    }
    verbGroups = groups
    groupFromToken = TextArray(
      repeating: Int32(groups.count), count: tokens.count, in: tokens.memory)
    var token = 0
    for (number, group) in groups.enumerated() {
      while token <= group.tokens.lowerBound {
        groupFromToken[token] = Int32(number)
        token += 1
      }
    }
  }

  /// Whether a verb of saying of the third person stands right after a comma among the tokens, as the
  /// reporter's words do after a quotation: ", ha detto".
  private static func isReported(
    _ text: TokenizedText, in range: Range<Int>, _ finder: VerbGroupFinder, _ lexicon: SpeechLexicon
  ) -> Bool {
    finder.groups(text, in: range).contains { group in
      let first = group.tokens.lowerBound
      guard first > range.lowerBound, text.isMark(first - 1, ","), group.isFinite,
        group.person == 3, group.voice == .active, group.mood == .indicative,
        let verb = lexicon.verb(of: group, in: text), verb.frames.contains(.quote)
      else { return false }
      switch verb.verbClass {
      case .report, .continuation, .utterance: break
      default: return false
      }
      let next = group.tokens.upperBound
      return next >= text.count || !lexicon.complementizers.contains(text[next].lexeme)
    }
  }

  /// The most bytes in marks that are held to be part of one sentence; a longer speech has sentences
  /// of its own.
  private static let longestClause = 300

  /// The verb groups whose first token lies in `range`.
  func verbGroups(in range: Range<Int>) -> ArraySlice<VerbGroup> {
    func first(atOrAfter token: Int) -> Int {
      token < tokens.count ? Int(groupFromToken[max(0, token)]) : verbGroups.count
    }
    return verbGroups[first(atOrAfter: range.lowerBound)..<first(atOrAfter: range.upperBound)]
  }

  /// The number of the sentence that holds the token `index`.
  func sentence(ofToken index: Int) -> Int? {
    guard index >= 0, index < tokens.count, sentenceOfToken[index] >= 0 else { return nil }
    return Int(sentenceOfToken[index])
  }

  /// Whether the byte `position` belongs to no prose: to metadata, a caption, a foreign passage.
  func isMetadata(_ position: Int) -> Bool { !sections.isProse(position) }

  /// The number of the section that holds the token `index`.
  func section(ofToken index: Int) -> Int { sections.number(at: Int(tokens[index].start)) }
}
