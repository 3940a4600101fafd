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

/// A mark and what stands beside it.
private struct Mark {
  var start: Int
  var end: Int
  var paragraph: Int
  /// The cost of reading it as an opening mark, as a closing one, and as none at all.
  var opening: Int
  var closing: Int
  var nothing: Int
  var isParagraphStart: Bool
  /// Has the shape of an opening mark, of a closing one, or of neither.
  var shape: Shape
  enum Shape { case opening, closing, low, neither }
}

/// Finds the marks of a text, by style.
private struct MarkScanner {
  let text: ArticleText
  let paragraphs: [TextSpan]
  var marks = [[Mark]](repeating: [], count: QuotationMarks.Style.allCases.count)
  private var paragraph = 0

  init(text: ArticleText, paragraphs: [TextSpan]) {
    (self.text, self.paragraphs) = (text, paragraphs)
  }

  mutating func scan() {
    text.bytes.withUnsafeBufferPointer { scan($0) }
  }

  /// The first position from `start` on where a mark may begin.
  @inline(__always)
  private static func next(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    ByteSearch.first(in: bytes, from: start) { eight in
      ByteSearch.places(of: 0x22, in: eight) | ByteSearch.places(of: 0x27, in: eight)
        | ByteSearch.places(of: 0x3C, in: eight) | ByteSearch.places(of: 0x3E, in: eight)
        | ByteSearch.places(of: 0x60, in: eight) | ByteSearch.places(of: 0xC2, in: eight)
        | ByteSearch.places(of: 0xE2, in: eight)
    } where: {
      switch $0 {
      case 0x22, 0x27, 0x3C, 0x3E, 0x60, 0xC2, 0xE2: true
      default: false
      }
    }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    var i = 0
    while true {
      i = Self.next(bytes, from: i)
      guard i < bytes.count else { return }
      let byte = bytes[i]
      let second = i + 1 < bytes.count ? bytes[i + 1] : 0
      switch byte {
      case 0x22:
        add(.straight, i, 1, .neither)
      case 0x27:
        if second == 0x27 {
          add(.twinApostrophes, i, 2, .neither)
          i += 1
        } else {
          addSingle(.singleStraight, i, 1, .neither)
        }
      case 0x60 where second == 0x60:
        add(.twinApostrophes, i, 2, .opening)
        i += 1
      case 0x3C where second == 0x3C, 0x3E where second == 0x3E:
        // Not part of a longer row, such as a merge mark or an arrow.
        let third = i + 2 < bytes.count ? bytes[i + 2] : 0
        if third != byte, i == 0 || bytes[i - 1] != byte {
          add(.angles, i, 2, byte == 0x3C ? .opening : .closing)
        }
        i += 1
      case 0xC2 where second == 0xAB: add(.guillemets, i, 2, .opening)
      case 0xC2 where second == 0xBB: add(.guillemets, i, 2, .closing)
      case 0xE2 where second == 0x80 && i + 2 < bytes.count:
        switch bytes[i + 2] {
        case 0x9C: add(.curly, i, 3, .opening)
        case 0x9D: add(.curly, i, 3, .closing)
        case 0x9E, 0x9F: add(.curly, i, 3, .low)
        case 0xB9: add(.singleGuillemets, i, 3, .opening)
        case 0xBA: add(.singleGuillemets, i, 3, .closing)
        case 0x98 where isTwin(i):
          add(.twinApostrophes, i, 6, .opening)
          i += 3
        case 0x98, 0x9A, 0x9B: addSingle(.singleCurly, i, 3, .opening)
        case 0x99:
          if isTwin(i) {
            add(.twinApostrophes, i, 6, .neither)
            i += 3
          } else {
            addSingle(.singleCurly, i, 3, .closing)
          }
        default: break
        }
        i += 2
      default: break
      }
      i += 1
    }
  }

  /// Whether the curly mark at `i` is written twice.
  private func isTwin(_ i: Int) -> Bool {
    let bytes = text.bytes
    return i + 5 < bytes.count && bytes[i + 3] == 0xE2 && bytes[i + 4] == 0x80
      && bytes[i + 5] == bytes[i + 2]
  }

  /// What stands beside a mark.
  private enum Side {
    case edge, space, word, openingMark, closingMark, elision, mark, dash
  }

  /// Whether the mark at `position` may stand for inches or seconds: 12", 6”.
  private func isMeasure(_ position: Int, _ right: Side) -> Bool {
    guard position > 0, Self.isDigit(text.bytes[position - 1]) else { return false }
    return right != .word && right != .openingMark
  }

  /// Whether the words begin with dots that stand for others: "…e poi", "...e poi", "[...] e poi".
  private func isEllipsis(_ position: Int) -> Bool {
    let bytes = text.bytes
    guard position + 1 < bytes.count else { return false }
    return bytes[position] == 0xE2
      || bytes[position] == UInt8(ascii: ".") && bytes[position + 1] == UInt8(ascii: ".")
  }

  private func before(_ position: Int) -> Side {
    guard position > 0 else { return .edge }
    let bytes = text.bytes
    let byte = bytes[position - 1]
    switch byte {
    case 10, 13: return .edge
    case 9, 11, 12, 32: return .space
    case 0x27: return isElision(endingAt: position - 1) ? .elision : .mark
    case 0x28, 0x5B, 0x7B, 0x2F, 0x3D: return .openingMark  // ( [ { / =
    case 0x2D: return .dash
    case 0x22, 0x3A: return .mark
    case 0x21, 0x29, 0x2C, 0x2E, 0x3B, 0x3F, 0x5D, 0x7D, 0x25: return .closingMark
    case 0..<0x80: return Self.isLetter(byte) ? .word : .mark
    default: break
    }
    if position >= 2, bytes[position - 2] == 0xC2 {
      switch byte {
      case 0xA0: return .space
      case 0xAB, 0xBB: return .mark
      default: return .mark
      }
    }
    if position >= 3, bytes[position - 3] == 0xE2, bytes[position - 2] == 0x80 {
      switch byte {
      case 0x80...0x8A, 0xA8, 0xA9, 0xAF: return .space
      case 0x93...0x95: return .dash
      case 0x99: return isElision(endingAt: position - 3) ? .elision : .mark
      case 0xA6: return .closingMark
      default: return .mark
      }
    }
    return .word
  }

  private func after(_ position: Int) -> Side {
    let bytes = text.bytes
    guard position < bytes.count else { return .edge }
    let byte = bytes[position]
    switch byte {
    case 10, 13: return .edge
    case 9, 11, 12, 32: return .space
    case 0x28, 0x5B, 0x7B: return .openingMark
    case 0x2D: return .dash
    case 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D: return .closingMark
    case 0..<0x80: return Self.isLetter(byte) ? .word : .mark
    default: break
    }
    let second = position + 1 < bytes.count ? bytes[position + 1] : 0
    let third = position + 2 < bytes.count ? bytes[position + 2] : 0
    if byte == 0xC2 { return second == 0xA0 ? .space : .mark }
    if byte == 0xE2, second == 0x80 {
      switch third {
      case 0x80...0x8A, 0xA8, 0xA9, 0xAF: return .space
      case 0x93...0x95: return .dash
      case 0xA6: return .closingMark
      default: return .mark
      }
    }
    return .word
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)
  }

  /// Whether the apostrophe at `position` cuts a word short before another (l’, dell’, un’).
  private func isElision(endingAt position: Int) -> Bool {
    var start = position
    while start > 0, Self.isLetter(text.bytes[start - 1]) { start -= 1 }
    let count = position - start
    guard count >= 1, count <= 6 else { return false }
    // Elided words end in a consonant: l', dell', un', c', quest', anch'.
    switch text.bytes[position - 1] | 0x20 {
    case UInt8(ascii: "l"), UInt8(ascii: "n"), UInt8(ascii: "d"), UInt8(ascii: "c"),
      UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "m"), UInt8(ascii: "v"),
      UInt8(ascii: "h"):
      return true
    default: return false
    }
  }

  private mutating func enterParagraph(_ position: Int) -> Bool {
    while paragraph < paragraphs.count, paragraphs[paragraph].end <= position { paragraph += 1 }
    return paragraph < paragraphs.count && paragraphs[paragraph].start == position
  }

  /// Whether the paragraph entered last holds `position`: marks in what is no prose are none.
  private func isInParagraph(_ position: Int) -> Bool {
    paragraph < paragraphs.count && paragraphs[paragraph].start <= position
  }

  /// Adds a double mark.
  private mutating func add(
    _ style: QuotationMarks.Style, _ start: Int, _ count: Int, _ shape: Mark.Shape
  ) {
    let isParagraphStart = enterParagraph(start)
    guard isInParagraph(start) else { return }
    let (left, right) = (before(start), after(start + count))
    // White space on the wrong side says less where the shape tells what the mark is.
    var opening = 0
    switch left {
    case .word: opening += 4
    case .closingMark: opening += 2
    default: break
    }
    switch right {
    case .edge: opening += 4
    case .space: opening += shape == .opening || shape == .low ? 0 : 4
    case .closingMark: opening += isEllipsis(start + count) ? 3 : 7
    default: break
    }
    var closing = 0
    switch left {
    case .edge: closing += 6
    case .space: closing += shape != .closing ? 4 : right == .word || right == .space ? 1 : 0
    case .openingMark, .elision: closing += 5
    case .dash: closing += 1
    default: break
    }
    if right == .word { closing += 4 }
    if right == .openingMark { closing += 1 }
    if shape == .neither, right == .word, left == .space || left == .edge {
      closing += 2 * Self.loss
    }
    switch shape {
    case .opening: closing += style == .curly ? 5 : 8
    case .closing: opening += style == .curly ? 5 : 8
    case .low: closing += 14
    case .neither: break
    }
    // A straight mark after a word and before a full stop or white space opens nothing: it would cost
    // less to take it for one that does than for one whose other half is lost.
    if shape == .neither, left == .word || left == .closingMark,
      right == .space || right == .edge || right == .closingMark
    {
      opening += 2 * Self.loss
    }
    let isMeasure = self.isMeasure(start, right) && shape != .opening
    if isMeasure { opening += 6 }
    marks[Int(style.rawValue)].append(
      Mark(
        start: start, end: start + count, paragraph: paragraph, opening: opening,
        closing: closing, nothing: isMeasure ? Self.measure : Self.loss,
        isParagraphStart: isParagraphStart, shape: shape))
  }

  /// The cost of a mark whose other half is lost.
  static let loss = 10
  /// The cost of a mark after a number that stands for a measure.
  static let measure = 3

  /// Adds a mark that may be an apostrophe, unless it can be nothing else.
  private mutating func addSingle(
    _ style: QuotationMarks.Style, _ start: Int, _ count: Int, _ shape: Mark.Shape
  ) {
    let isParagraphStart = enterParagraph(start)
    guard isInParagraph(start) else { return }
    let (left, right) = (before(start), after(start + count))
    // l’armata, Sana’a; never a mark.
    if left == .word, right == .word { return }
    let isLeftEdge = left == .edge || left == .space || left == .openingMark
    if right == .word, shape == .closing, isLeftEdge { return }  // ’80, ’ndrangheta
    let isDigit = start + count < text.bytes.count && Self.isDigit(text.bytes[start + count])
    var opening = 40
    if right == .word || right == .openingMark || right == .mark {
      switch left {
      case .edge, .space, .openingMark, .elision, .mark, .dash: opening = isDigit ? 4 : 0
      default: break
      }
    }
    var closing = 40
    var nothing = 6
    if left == .word || left == .closingMark || left == .mark,
      right != .word, right != .openingMark
    {
      closing = 0
      nothing = left == .word ? 1 : 4
      // A cut word (po’) or, with typewriter's apostrophes, an accent (perche').
      if left == .word, right == .space {
        if isCutWord(endingAt: start) {
          closing = 4
          nothing = 0
        } else if style == .singleStraight, endsInVowel(start) {
          closing = 2
          nothing = 0
        }
      }
    } else if opening < 40 {
      nothing = isDigit ? 1 : 3
      if isApheresis(start + count) { nothing = 0 }
    } else {
      return
    }
    if shape == .opening { closing += 5 }
    if shape == .closing { opening += 8 }
    marks[Int(style.rawValue)].append(
      Mark(
        start: start, end: start + count, paragraph: paragraph, opening: opening,
        closing: closing, nothing: nothing, isParagraphStart: isParagraphStart, shape: shape))
  }

  /// Whether a word that begins with an apostrophe of its own follows: 'ndrangheta, 'ndrina.
  private func isApheresis(_ position: Int) -> Bool {
    let bytes = text.bytes
    guard position + 2 < bytes.count else { return false }
    return bytes[position] | 0x20 == UInt8(ascii: "n")
      && bytes[position + 1] | 0x20 == UInt8(ascii: "d")
      && bytes[position + 2] | 0x20 == UInt8(ascii: "r")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private func endsInVowel(_ position: Int) -> Bool {
    switch text.bytes[position - 1] | 0x20 {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      return true
    default: return false
    }
  }

  /// Whether the letters before `position` are a word that is cut short: po’, mo’, di’, fa’.
  private func isCutWord(endingAt position: Int) -> Bool {
    var start = position
    while start > 0, Self.isLetter(text.bytes[start - 1]) { start -= 1 }
    guard position - start <= 3 else { return false }
    let word = String(decoding: text.bytes[start..<position], as: UTF8.self).lowercased()
    return Self.cutWords.contains(word)
  }

  private static let cutWords: Set<String> = [
    "po", "mo", "di", "fa", "sta", "va", "da", "be", "to", "de", "ne", "co", "ca", "pe", "so", "a",
    "e", "que", "piu", "gia", "cio", "puo", "cosi", "la", "si", "ma",
  ]
}

/// The cheapest reading of the marks of one style.
private struct MarkPairing {
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
