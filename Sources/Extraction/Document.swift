import DossierModel

/// One article's text, cut up: what every reader of it starts from.
struct Document: Sendable {
  /// The article.
  let article: Article
  /// The tokens.
  let tokens: TokenizedText
  /// The paragraphs.
  let paragraphs: [TextSpan]
  /// The sentences, as ranges of tokens.
  let sentences: [Range<Int>]

  /// Cuts up the text of `article`.
  init(article: Article, language: Language) {
    self.article = article
    tokens = Tokenizer(lexemes: language.lexemes, grammar: language.grammar)
      .tokenize(article.text)
    paragraphs = Paragraphs.split(article.text)
    sentences = SentenceSplitter(abbreviations: language.grammar.abbreviations)
      .split(tokens, paragraphs: paragraphs, quoted: [])
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
