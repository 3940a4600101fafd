/// A half-open range of UTF-8 bytes in one article's text.
///
/// Inside the program every position counts UTF-8 bytes; `CodePointMap` converts them when they are
/// published.
public struct TextSpan: Hashable, Comparable, Sendable {
  /// The first byte.
  public var start: Int
  /// The byte after the last.
  public var end: Int

  /// The bytes from `start` up to `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// The number of UTF-8 bytes.
  public var count: Int { end - start }
  /// The same as a range of bytes.
  public var range: Range<Int> { start..<end }
  /// Whether it holds no byte.
  public var isEmpty: Bool { end <= start }

  /// Whether `other` lies wholly inside.
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
  /// Whether the byte at `position` lies inside.
  public func contains(_ position: Int) -> Bool { start <= position && position < end }
  /// Whether the two share a byte.
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }
  /// The smallest span that holds both.
  public func union(_ other: TextSpan) -> TextSpan {
    TextSpan(Swift.min(start, other.start), Swift.max(end, other.end))
  }

  /// By start; of two with one start the longer first.
  public static func < (a: TextSpan, b: TextSpan) -> Bool {
    a.start != b.start ? a.start < b.start : a.end > b.end
  }
}

/// A span of a named article: what evidence is made of.
public struct Passage: Hashable, Comparable, Sendable {
  /// The article.
  public var article: Article.ID
  /// The UTF-8 bytes in its text.
  public var span: TextSpan

  /// The `span` of `article`.
  public init(_ article: Article.ID, _ span: TextSpan) {
    self.article = article
    self.span = span
  }

  /// By article, then by place.
  public static func < (a: Passage, b: Passage) -> Bool {
    a.article != b.article ? a.article < b.article : a.span < b.span
  }
}

extension RandomAccessCollection where Index == Int {
  /// The elements that share a byte with `span`, found by bisection.
  ///
  /// The spans `spanOf` the elements are in order and do not overlap each other.
  public func overlapping(_ span: TextSpan, _ spanOf: (Element) -> TextSpan) -> SubSequence {
    let first = bisected { spanOf($0).end > span.start }
    var end = first
    while end < endIndex, spanOf(self[end]).start < span.end { end += 1 }
    return self[first..<end]
  }

  /// The elements that start from `span`'s start up to its end, found by bisection.
  ///
  /// The spans `spanOf` the elements are in order.
  public func starting(in span: TextSpan, _ spanOf: (Element) -> TextSpan) -> SubSequence {
    let first = bisected { spanOf($0).start >= span.start }
    var end = first
    while end < endIndex, spanOf(self[end]).start < span.end { end += 1 }
    return self[first..<end]
  }

  /// The first index from which on `isReached` holds.
  private func bisected(_ isReached: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if isReached(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
