import DossierModel

/// One article's text, cut up: what every reader of it starts from.
final class Document: Sendable {
  /// The article.
  let article: Article
  /// The tokens.
  let tokens: TokenizedText
  /// The paragraphs.
  let paragraphs: [TextSpan]
  /// The sentences, as ranges of tokens.
  let sentences: [Range<Int>]
  /// The quotation marks, paired.
  let marks: QuotationMarks
  /// The verb groups, in order; none crosses a sentence.
  let verbGroups: [VerbGroup]

  /// Cuts up the text of `article`.
  init(article: Article, language: Language) {
    self.article = article
    paragraphs = Paragraphs.split(article.text)
    marks = QuotationMarks.pair(article.text, paragraphs: paragraphs)
    let closing = marks.pairs.filter { $0.style == .singleStraight }.map { $0.outer.end - 1 }
    tokens = Tokenizer(lexemes: language.lexemes, grammar: language.grammar)
      .tokenize(article.text, marks: closing.sorted())
    sentences = SentenceSplitter(abbreviations: language.grammar.abbreviations)
      .split(
        tokens, paragraphs: paragraphs,
        quoted: marks.pairs.filter { $0.inner.count <= Self.longestClause }.map(\.outer))
    let finder = VerbGroupFinder(language: language)
    let tokens = tokens
    verbGroups = sentences.flatMap { finder.groups(tokens, in: $0) }
  }

  /// The most bytes in marks that are held to be part of one sentence; a longer speech has sentences
  /// of its own.
  private static let longestClause = 300

  /// The verb groups whose first token lies in `range`.
  func verbGroups(in range: Range<Int>) -> ArraySlice<VerbGroup> {
    func first(atOrAfter token: Int) -> Int {
      var (low, high) = (0, verbGroups.count)
      while low < high {
        let middle = (low + high) / 2
        if verbGroups[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return verbGroups[first(atOrAfter: range.lowerBound)..<first(atOrAfter: range.upperBound)]
  }

  /// The number of the sentence that holds the token `index`.
  func sentence(ofToken index: Int) -> Int? {
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].contains(index) ? low : nil
  }

  /// Whether the byte `position` belongs to metadata, which is no prose.
  func isMetadata(_ position: Int) -> Bool {
    article.metadata.contains { $0.contains(position) }
  }
}
