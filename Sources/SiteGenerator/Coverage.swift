import DossierModel

/// Which sentences of an article carry something in the dossier, and which do not.
struct Coverage: Sendable {
  /// A sentence with what it carries, by place in the dossier.
  struct Sentence: Sendable {
    /// Its words.
    var span: TextSpan
    /// The quotations in it.
    var quotations: [Int] = []
    /// How many claims are in it.
    var claims = 0
    /// The events that it tells.
    var events: [Int] = []
    /// A place in it that the article's page has an anchor for.
    var anchor: TextSpan?

    /// Whether it carries anything.
    var isCarrying: Bool { anchor != nil }
  }

  /// The sentences, in order of the text; what is only metadata is none.
  private(set) var sentences: [Sentence]
  /// How many carry something.
  private(set) var carrying = 0

  /// The coverage of each article of `dossier`.
  static func all(_ dossier: Dossier, _ index: DossierIndex) -> [Coverage] {
    var evidence: [[(span: TextSpan, event: Int)]] = dossier.articles.map { _ in [] }
    for (number, event) in dossier.events.enumerated() {
      let passages =
        event.evidence + event.accounts.map(\.trigger) + event.participants.flatMap(\.evidence)
        + event.places.flatMap(\.evidence)
      for passage in passages {
        if let article = index.articleNumber[passage.article] {
          evidence[article].append((passage.span, number))
        }
      }
    }
    return dossier.articles.indices.map { number in
      Coverage(dossier, index.articles[number], dossier.articles[number], evidence[number])
    }
  }

  private init(
    _ dossier: Dossier, _ contents: DossierIndex.ArticleContents, _ record: ArticleRecord,
    _ evidence: [(span: TextSpan, event: Int)]
  ) {
    let metadata = record.article.metadata
    sentences = record.sentences.filter { sentence in
      !metadata.contains { $0.contains(sentence) }
    }.map { Sentence(span: $0) }
    for quotation in contents.quotations {
      let span = dossier.quotations[quotation].passage.span
      add(span) { $0.quotations.append(quotation) }
    }
    for claim in contents.claims { add(dossier.claims[claim].passage.span) { $0.claims += 1 } }
    for (span, event) in evidence {
      add(span) { if !$0.events.contains(event) { $0.events.append(event) } }
    }
    carrying = sentences.count { $0.isCarrying }
  }

  /// Notes in the sentences that share a byte with `span` that they carry something.
  private mutating func add(_ span: TextSpan, _ note: (inout Sentence) -> Void) {
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
    }
    while low < sentences.count, sentences[low].span.start < span.end {
      note(&sentences[low])
      if sentences[low].anchor == nil { sentences[low].anchor = span }
      low += 1
    }
  }
}
