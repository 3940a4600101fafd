import DossierModel

extension Extractor {
  /// The most quotations, statements and events, taken together, that are read in one article.
  ///
  /// A newspaper's article holds some dozens, and a live blog of a hundred thousand words some
  /// thousands. Each takes its place on several pages, so that a text made of nothing else would take
  /// a hundred times its size.
  public static let findingLimit = 20_000

  /// What `article` says, up to where it has said more than `limit` things: as if it ended there.
  ///
  /// Its paragraphs and sentences are those of the whole text.
  public func readWithinLimit(
    _ article: Article, limit: Int = Extractor.findingLimit
  ) -> ArticleReading {
    let whole = read(article)
    guard let end = whole.end(ofFindings: limit) else { return whole }
    var beginning = article
    beginning.text = ArticleText(bytes: Array(article.text.bytes[..<end]))
    beginning.metadata.removeAll { $0.end > end }
    var reading = read(beginning)
    (reading.paragraphs, reading.sentences) = (whole.paragraphs, whole.sentences)
    reading.end = end
    return reading
  }
}

extension ArticleReading {
  /// The byte before the sentence that brings the quotations, statements and events over `limit`; `nil`
  /// if there are no more than that.
  fileprivate func end(ofFindings limit: Int) -> Int? {
    guard quotations.count + claims.count + events.count > limit else { return nil }
    let starts =
      (quotations.map(\.span.start) + claims.map(\.span.start) + events.map(\.trigger.start))
      .sorted()
    let first = starts[limit]
    let sentence = sentences.last { $0.start <= first }
    // A sentence can be longer than any that is told to somebody.
    return sentence.flatMap { $0.start > 0 ? $0.start : nil } ?? first
  }
}
