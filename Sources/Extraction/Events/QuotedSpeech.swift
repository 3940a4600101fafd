import DossierModel

/// Tells of each token the innermost quotation that it stands in.
struct QuotedSpeech: Sendable {
  private let quotations: [ArticleReading.Quotation]
  private var innermost: [Int32]

  /// The quotations of `document`.
  init(_ quotations: [ArticleReading.Quotation], in document: Document) {
    self.quotations = quotations
    innermost = Array(repeating: -1, count: document.tokens.count)
    // The longest first: what stands inside overwrites.
    let order = quotations.indices.sorted {
      (quotations[$1].span.count, $0) < (quotations[$0].span.count, $1)
    }
    for index in order {
      for token in document.tokens.range(in: quotations[index].span) {
        innermost[token] = Int32(index)
      }
    }
  }

  /// The innermost quotation around the token `index`.
  func innermost(at index: Int) -> ArticleReading.Quotation? {
    guard innermost.indices.contains(index), innermost[index] >= 0 else { return nil }
    return quotations[Int(innermost[index])]
  }
}
