import DossierModel

/// The quotation marks of a text, paired before anything is cut into sentences.
///
/// Each style of marks is paired by itself: the cheapest reading of its marks as opening, closing or
/// lost ones, where the shape of a mark and the white space beside it say what it should be. So a
/// closing mark of the opening shape, a space on the wrong side, a mark of another style or a lost
/// one is understood and kept as damage; the text is never repaired.
struct QuotationMarks: Sendable {
  /// A family of marks that belong together.
  enum Style: UInt8, CaseIterable, Sendable {
    /// « »
    case guillemets
    /// “ ” „ ‟
    case curly
    /// "
    case straight
    /// '' or ’’ written for a double mark, also after `` or ‘‘.
    case twinApostrophes
    /// << >>
    case angles
    /// ‹ ›
    case singleGuillemets
    /// ‘ ’ ‚
    case singleCurly
    /// '
    case singleStraight
    /// — or – before each turn of speech.
    case dash

    /// Whether the marks look like apostrophes.
    var isSingle: Bool { self == .singleCurly || self == .singleStraight }
    /// Whether the shape tells opening from closing.
    var isDirected: Bool {
      switch self {
      case .straight, .twinApostrophes, .singleStraight, .dash: false
      default: true
      }
    }
  }

  /// What is wrong with a pair of marks.
  struct Flaws: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    /// The two marks are of different styles.
    static let mixedStyles = Flaws(rawValue: 1 << 0)
    /// One mark has the shape of the other: “così“.
    static let wrongShape = Flaws(rawValue: 1 << 1)
    /// The paragraph ends before the quotation does, and the next opens it again, as is the custom.
    static let goesOn = Flaws(rawValue: 1 << 2)
  }

  /// Two marks and what is between them.
  struct Pair: Sendable, Hashable {
    /// The words inside, without the marks and the white space beside them.
    var inner: TextSpan
    /// The same with the marks.
    var outer: TextSpan
    /// The style of the opening mark.
    var style: Style
    /// What is wrong with the marks.
    var flaws: Flaws = []
    /// The number of the smallest pair around it.
    var parent: Int?
    /// The number of the pair that it goes on with, after the end of a paragraph.
    var continues: Int?

    /// Whether both marks are there and fit together.
    var integrity: Integrity {
      flaws.isDisjoint(with: [.mixedStyles, .wrongShape]) ? .intact : .damaged
    }
  }

  /// A mark whose other half is lost.
  struct LoneMark: Sendable, Hashable {
    /// The mark.
    var span: TextSpan
    /// Its style.
    var style: Style
    /// Whether it opens.
    var opens: Bool
    /// Whether it stands after a number, and may mean inches or seconds.
    var isMeasure = false
  }

  /// The pairs, in order; around nothing but white space there is none.
  var pairs: [Pair] = []
  /// The marks without another half, in order.
  var lone: [LoneMark] = []

  /// The marks of `text`, which has these `paragraphs`.
  ///
  /// `isReported` tells whether a span of one paragraph holds words of the reporter that end a quotation,
  /// such as ", ha detto": no mark stays open after them.
  static func pair(
    _ text: ArticleText, paragraphs: [TextSpan],
    isReported: @escaping (TextSpan) -> Bool = { _ in false }
  ) -> QuotationMarks {
    var scanner = MarkScanner(text: text, paragraphs: paragraphs)
    scanner.scan()
    var result = QuotationMarks()
    guard scanner.marks.contains(where: { !$0.isEmpty }) else { return result }
    let breaks = ParagraphBreaks(text: text, paragraphs: paragraphs, isReported: isReported)
    for style in Style.allCases where !scanner.marks[Int(style.rawValue)].isEmpty {
      let marks = scanner.marks[Int(style.rawValue)]
      MarkPairing(style: style, marks: marks, text: text, paragraphs: paragraphs, breaks: breaks)
        .pair(into: &result)
    }
    result.lone.sort { $0.span < $1.span }
    result.splitCrossStyles(text)
    result.pairMixedStyles(text, paragraphs)
    result.lone.removeAll { $0.style.isSingle }
    result.settle()
    return result
  }

  /// “A», ha detto X, «B“: a pair that holds a lost closing and then a lost opening mark of another
  /// style is two pairs of mixed styles.
  private mutating func splitCrossStyles(_ text: ArticleText) {
    guard lone.count >= 2 else { return }
    let order = pairs.indices.sorted { pairs[$0].outer < pairs[$1].outer }
    var isUsed = [Bool](repeating: false, count: lone.count)
    var next = 0
    for index in order {
      let outer = pairs[index].outer
      while next < lone.count, lone[next].span.start < outer.start { next += 1 }
      guard next + 1 < lone.count, lone[next + 1].span.end <= outer.end, !lone[next].opens,
        lone[next + 1].opens, lone[next].style == lone[next + 1].style,
        lone[next].style != pairs[index].style, !isUsed[next]
      else { continue }
      let (closing, opening) = (lone[next].span, lone[next + 1].span)
      let first = text.trimmed(TextSpan(pairs[index].inner.start, closing.start))
      let second = text.trimmed(TextSpan(opening.end, pairs[index].inner.end))
      guard !first.isEmpty, !second.isEmpty else { continue }
      (isUsed[next], isUsed[next + 1]) = (true, true)
      pairs[index].inner = first
      pairs[index].outer.end = closing.end
      pairs[index].flaws = .mixedStyles
      pairs.append(
        Pair(
          inner: second, outer: TextSpan(opening.start, outer.end), style: lone[next].style,
          flaws: .mixedStyles))
    }
    lone = lone.indices.filter { !isUsed[$0] }.map { lone[$0] }
  }

  /// Joins a lost opening mark with a lost closing one of another style in the same paragraph.
  private mutating func pairMixedStyles(_ text: ArticleText, _ paragraphs: [TextSpan]) {
    var rest: [LoneMark] = []
    var paragraph = 0
    var openParagraph = -1
    for mark in lone {
      while paragraph < paragraphs.count, paragraphs[paragraph].end <= mark.span.start {
        paragraph += 1
      }
      // An apostrophe alone says nothing, and a lone mark of its own kind is none.
      if mark.style.isSingle, mark.opens || openParagraph != paragraph { continue }
      if !mark.opens, openParagraph == paragraph, let open = rest.last, open.opens {
        let inner = text.trimmed(TextSpan(open.span.end, mark.span.start))
        if !inner.isEmpty {
          let outer = TextSpan(open.span.start, mark.span.end)
          pairs.append(Pair(inner: inner, outer: outer, style: open.style, flaws: .mixedStyles))
          rest.removeLast()
          openParagraph = -1
          continue
        }
      }
      rest.append(mark)
      openParagraph = mark.opens ? paragraph : -1
    }
    lone = rest
  }

  /// Sorts the pairs, drops those that cross a better one, and finds what each stands in.
  private mutating func settle() {
    let order = pairs.indices.sorted {
      pairs[$0].outer != pairs[$1].outer ? pairs[$0].outer < pairs[$1].outer : $0 < $1
    }
    var isDropped = [Bool](repeating: false, count: pairs.count)
    var open: [Int] = []
    for index in order {
      while let last = open.last, pairs[last].outer.end <= pairs[index].outer.start {
        open.removeLast()
      }
      var isWorse = false
      while let last = open.last, pairs[last].outer.end < pairs[index].outer.end {
        // The two cross: single marks are the less certain ones, then the one that starts later.
        if pairs[last].style.isSingle, !pairs[index].style.isSingle {
          isDropped[last] = true
          open.removeLast()
        } else {
          isWorse = true
          break
        }
      }
      if isWorse { isDropped[index] = true } else { open.append(index) }
    }
    var numbers = [Int?](repeating: nil, count: pairs.count)
    var kept: [Pair] = []
    for index in order where !isDropped[index] {
      numbers[index] = kept.count
      kept.append(pairs[index])
    }
    open = []
    for index in kept.indices {
      kept[index].continues = kept[index].continues.flatMap { numbers[$0] }
      while let last = open.last, kept[last].outer.end <= kept[index].outer.start {
        open.removeLast()
      }
      kept[index].parent = open.last
      open.append(index)
    }
    pairs = kept
  }
}
