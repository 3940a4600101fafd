import DossierModel

/// What several spans cover together.
///
/// Asking takes logarithmic time, and so does adding spans in the order of the text.
struct SpanSet {
  /// What is covered, in order; no two overlap.
  private(set) var spans: [TextSpan] = []

  /// What `spans` cover.
  init(_ spans: some Sequence<TextSpan>) {
    for span in spans.sorted() { insert(span) }
  }

  /// Whether some of `span` is covered.
  func overlaps(_ span: TextSpan) -> Bool {
    let index = first(endingAfter: span.start)
    return index < spans.count && spans[index].overlaps(span)
  }

  /// Covers `span` too.
  mutating func insert(_ span: TextSpan) {
    let start = first(endingAfter: span.start)
    var (end, all) = (start, span)
    while end < spans.count, spans[end].overlaps(span) {
      all = all.union(spans[end])
      end += 1
    }
    spans.replaceSubrange(start..<end, with: CollectionOfOne(all))
  }

  private func first(endingAfter position: Int) -> Int {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
