import DossierModel

/// The cheapest reading of the marks of one style.
struct MarkPairing {
  let style: QuotationMarks.Style
  let marks: [Mark]
  let text: ArticleText
  let paragraphs: [TextSpan]
  let breaks: ParagraphBreaks

  /// What a mark is read as.
  private enum Reading: UInt8 {
    /// Opens one more.
    case opens
    /// Closes the one that is open.
    case closes
    /// Opens; the one that was open has lost its closing mark.
    case opensAfterLoss
    /// Opens again the one that was open, at the start of a paragraph.
    case reopens
    /// Is alone, or no mark at all.
    case alone
    /// As `opens`, `closes` and `alone`, after one that was open at the end of a paragraph was lost.
    case opensFresh, aloneFresh
  }

  private struct Step {
    var reading: Reading
    var depthBefore: UInt8
  }

  private static let most = 2
  private static let never = Int.max / 8

  /// Adds the pairs and lone marks to `result`.
  func pair(into result: inout QuotationMarks) {
    let depths = Self.most + 1
    var costs = [Int](repeating: Self.never, count: depths)
    costs[0] = 0
    var steps: [Step] = []
    steps.reserveCapacity(marks.count * depths)
    var next = costs
    var chosen = [Step](repeating: Step(reading: .alone, depthBefore: 0), count: depths)
    for (index, mark) in marks.enumerated() {
      for d in 0..<depths { next[d] = Self.never }
      func take(_ cost: Int, _ depth: Int, _ reading: Reading, from before: Int) {
        if cost < next[depth] {
          next[depth] = cost
          chosen[depth] = Step(reading: reading, depthBefore: UInt8(before))
        }
      }
      let boundaries = index > 0 ? mark.paragraph - marks[index - 1].paragraph : 0
      let canCross = boundaries == 0 || canStayOpen(from: marks[index - 1], to: mark)
      for depth in 0..<depths where costs[depth] < Self.never {
        let cost = costs[depth]
        let crossing = depth > 0 ? canCross ? crossing(boundaries) : Self.never : 0
        // Closing.
        if depth > 0 { take(cost + mark.closing + crossing, depth - 1, .closes, from: depth) }
        // Opening, perhaps inside another of its kind.
        let canNest = style.isDirected && !style.isSingle
        if depth == 0 || (depth < Self.most && canNest) {
          let nesting = depth > 0 ? boundaries > 0 ? Self.farNesting : 3 : 0
          take(cost + mark.opening + crossing + nesting, depth + 1, .opens, from: depth)
        }
        if depth == 1 {
          let loss = style.isSingle ? 2 : MarkScanner.loss
          take(cost + mark.opening + loss, 1, .opensAfterLoss, from: 1)
          if boundaries == 1, mark.isParagraphStart, mark.shape != .closing || style == .guillemets
          {
            take(cost + min(mark.opening, 1) + 1, 1, .reopens, from: 1)
          }
        }
        if depth > 0, boundaries > 0 {
          // The open ones are given up at the end of the paragraph.
          let loss = (style.isSingle ? 2 : MarkScanner.loss) * depth
          take(cost + loss + mark.opening, 1, .opensFresh, from: depth)
          take(cost + loss + mark.nothing, 0, .aloneFresh, from: depth)
        }
        // Alone.
        take(cost + mark.nothing + crossing, depth, .alone, from: depth)
      }
      steps.append(contentsOf: chosen)
      swap(&costs, &next)
    }
    // What stays open at the end is lost too.
    var depth = 0
    for d in 1..<depths {
      let loss = (style.isSingle ? 2 : MarkScanner.loss) * d
      if costs[d] < Self.never, costs[d] + loss < costs[depth] + (depth > 0 ? loss : 0) {
        depth = d
      }
    }
    var readings = [Step](repeating: Step(reading: .alone, depthBefore: 0), count: marks.count)
    for index in stride(from: marks.count - 1, through: 0, by: -1) {
      readings[index] = steps[index * depths + depth]
      depth = Int(readings[index].depthBefore)
    }
    collect(readings, into: &result)
  }

  /// Whether what is open at the mark `first` can still be so at `next`, in a later paragraph.
  private func canStayOpen(from first: Mark, to next: Mark) -> Bool {
    if style.isSingle { return true }
    if breaks.isCut(from: first.paragraph, to: next.paragraph) { return false }
    // Asked only where the mark looks like one that opens, which is seldom the last of a paragraph.
    guard first.opening < first.closing else { return true }
    return !breaks.isReported(after: first.end, in: first.paragraph)
  }

  /// The cost of staying open over so many ends of paragraphs: a long speech in short lines must not
  /// cost more than two lost marks.
  private func crossing(_ boundaries: Int) -> Int {
    if boundaries == 0 { return 0 }
    return style.isSingle ? boundaries * 40 : 2 + min(boundaries, 4)
  }

  /// The cost of marks inside others of their kind that opened in another paragraph.
  private static let farNesting = 20

  private func collect(_ readings: [Step], into result: inout QuotationMarks) {
    var open: [(mark: Int, continues: Int?)] = []
    func lose() {
      for entry in open where !style.isSingle {
        result.lone.append(lone(marks[entry.mark], opens: true))
      }
      open = []
    }
    for (index, step) in readings.enumerated() {
      let mark = marks[index]
      switch step.reading {
      case .opens: open.append((index, nil))
      case .opensFresh, .opensAfterLoss:
        lose()
        open.append((index, nil))
      case .reopens:
        guard let last = open.popLast() else { continue }
        let first = marks[last.mark]
        let end = first.paragraph < paragraphs.count ? paragraphs[first.paragraph].end : first.end
        var continued: Int?
        if let pair = self.pair(from: first, to: end, markEnd: end, continues: last.continues) {
          continued = result.pairs.count
          result.pairs.append(pair)
          result.pairs[result.pairs.count - 1].flaws = .goesOn
        }
        open.append((index, continued))
      case .closes:
        guard let last = open.popLast() else { continue }
        let first = marks[last.mark]
        if var pair = self.pair(
          from: first, to: mark.start, markEnd: mark.end, continues: last.continues)
        {
          if !fits(first, mark) { pair.flaws.insert(.wrongShape) }
          result.pairs.append(pair)
        }
      case .alone: loseMark(mark, into: &result)
      case .aloneFresh:
        lose()
        loseMark(mark, into: &result)
      }
    }
    lose()
  }

  private func loseMark(_ mark: Mark, into result: inout QuotationMarks) {
    if style.isSingle {
      // It may close what a double mark has opened.
      if mark.closing == 0 { result.lone.append(lone(mark, opens: false)) }
    } else {
      // A mark at the end of its paragraph has nothing to open.
      let end = mark.paragraph < paragraphs.count ? paragraphs[mark.paragraph].end : mark.end
      let opens = mark.opening < mark.closing && mark.end < end
      result.lone.append(lone(mark, opens: opens))
    }
  }

  private func lone(_ mark: Mark, opens: Bool) -> QuotationMarks.LoneMark {
    .init(
      span: TextSpan(mark.start, mark.end), style: style, opens: opens,
      isMeasure: mark.nothing == MarkScanner.measure && !style.isSingle)
  }

  private func pair(
    from first: Mark, to end: Int, markEnd: Int, continues: Int?
  ) -> QuotationMarks.Pair? {
    guard end >= first.end else { return nil }
    let inner = text.trimmed(TextSpan(first.end, end))
    if inner.isEmpty { return nil }
    return .init(
      inner: inner, outer: TextSpan(first.start, markEnd), style: style, continues: continues)
  }

  /// Whether the two marks are of the shapes that belong together: “ ”, „ “, „ ”.
  private func fits(_ first: Mark, _ last: Mark) -> Bool {
    switch (first.shape, last.shape) {
    case (.neither, _), (.opening, .closing), (.low, .closing), (.low, .opening): true
    case (.opening, .neither): style == .twinApostrophes
    default: false
    }
  }
}
