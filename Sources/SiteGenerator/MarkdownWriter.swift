import DossierModel
import Markdown

/// Writes blocks as Markdown that reads well on a code host and in a notes program.
struct MarkdownWriter {
  /// The most rows of one table; more go into further tables with the same header.
  static let tableRows = 1000
  /// The most columns of a table; more are cut.
  static let tableColumns = 20

  private let path: SitePath
  private var out: [UInt8] = []
  private var line = 1
  private var regions: [Region] = []
  private var headingIDs: [HeadingID] = []
  private var articleLines: Range<Int>?
  /// What stands before each line: list markers, which become indentation, and `> `.
  private var prefixes: [(first: [UInt8], rest: [UInt8], isUsed: Bool)] = []

  private init(path: SitePath) { self.path = path }

  /// `blocks` as they stand on the page `path`, links being relative to it.
  static func write(_ blocks: [Block], on path: SitePath) -> MarkdownText {
    var writer = MarkdownWriter(path: path)
    writer.write(blocks, isTight: false)
    return MarkdownText(
      lines: writer.out, count: writer.line - 1, regions: writer.regions,
      headingIDs: writer.headingIDs, articleLines: writer.articleLines)
  }

  /// `inlines` in one line, for the middle of a frame's line; `atLineStart` if they begin it.
  static func line(_ inlines: [Inline], on path: SitePath, atLineStart: Bool = false) -> String {
    var line: [UInt8] = []
    InlineWriter.write(inlines, to: &line, on: path, atLineStart: atLineStart)
    return String(decoding: line, as: UTF8.self)
  }

  // MARK: Blocks

  private mutating func write(_ blocks: [Block], isTight: Bool) {
    var lastList: (numbered: Bool, isAlternate: Bool)?
    for (i, block) in blocks.lazy.filter({ !$0.isEmpty }).enumerated() {
      if i > 0, !isTight { blank() }
      if case .list(let items, let numbered) = block {
        // Two lists in a row would be one, if their markers did not differ.
        let isAlternate = lastList.map { $0.numbered == numbered && !$0.isAlternate } ?? false
        lastList = (numbered, isAlternate)
        write(items: items, numbered: numbered, isAlternate: isAlternate)
      } else {
        lastList = nil
        write(block)
      }
    }
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .heading(let level, let inlines, let id):
      if let id { headingIDs.append(HeadingID(line: line, id: id)) }
      beginLine()
      for _ in 0..<min(max(level, 1), 6) { out.append(UInt8(ascii: "#")) }
      out.append(32)
      InlineWriter.write(inlines, to: &out, on: path)
      endLine()
    case .paragraph(let inlines):
      beginLine()
      InlineWriter.write(inlines, to: &out, on: path, atLineStart: true)
      endLine()
    case .list(let items, let numbered):
      write(items: items, numbered: numbered, isAlternate: false)
    case .quote(let blocks):
      prefixes.append((Array("> ".utf8), Array("> ".utf8), false))
      write(blocks, isTight: false)
      prefixes.removeLast()
    case .table(let header, let rows):
      write(header: header, rows: rows)
    case .rule:
      emit(Array("***".utf8))
    case .region(let tag, let className, let id, let label, let blocks):
      let start = line
      write(blocks, isTight: false)
      regions.append(
        Region(lines: start..<line, tag: tag, className: className, id: id, label: label))
    case .figure(let name, let follows, let blocks):
      let start = line
      write(blocks, isTight: false)
      var region = Region(
        lines: start..<line, tag: .div, className: "figure " + name, figure: name)
      region.figureFollows = follows
      regions.append(region)
    case .article(let body):
      let start = line
      out += body.markdown
      line += body.markdown.count { $0 == 10 }
      articleLines = start..<line
    }
  }

  private mutating func write(items: [[Block]], numbered: Bool, isAlternate: Bool) {
    let items = items.filter { !$0.allSatisfy(\.isEmpty) }
    let isTight = items.allSatisfy { item in
      item.enumerated().allSatisfy { i, block in
        switch block {
        case .paragraph: i == 0
        case .list: i > 0
        default: false
        }
      }
    }
    for (i, item) in items.enumerated() {
      if i > 0, !isTight { blank() }
      let marker =
        numbered
        ? "\(i + 1)\(isAlternate ? ")" : ".") " : isAlternate ? "* " : "- "
      let width = marker.utf8.count
      prefixes.append((Array(marker.utf8), [UInt8](repeating: 32, count: width), false))
      write(item, isTight: isTight)
      prefixes.removeLast()
    }
  }

  private mutating func write(header: [[Inline]], rows: [[[Inline]]]) {
    let columns = min(header.count, Self.tableColumns)
    guard columns > 0 else { return }
    let rule = Array(("|" + String(repeating: " --- |", count: columns)).utf8)
    var start = 0
    repeat {
      if start > 0 { blank() }
      emit(header, columns: columns)
      emit(rule)
      let end = min(start + Self.tableRows, rows.count)
      for cells in rows[start..<end] { emit(cells, columns: columns) }
      start = end
    } while start < rows.count
  }

  // MARK: Lines

  private mutating func emit(_ content: [UInt8]) {
    beginLine()
    out += content
    endLine()
  }

  /// A row of a table.
  private mutating func emit(_ cells: [[Inline]], columns: Int) {
    beginLine()
    out.append(UInt8(ascii: "|"))
    for column in 0..<columns {
      out.append(32)
      if column < cells.count {
        InlineWriter.write(cells[column], to: &out, on: path, inTable: true)
      }
      out.append(32)
      out.append(UInt8(ascii: "|"))
    }
    endLine()
  }

  private mutating func beginLine() {
    for i in prefixes.indices {
      out += prefixes[i].isUsed ? prefixes[i].rest : prefixes[i].first
      prefixes[i].isUsed = true
    }
  }

  private mutating func blank() {
    for prefix in prefixes { out += prefix.rest }
    endLine()
  }

  private mutating func endLine() {
    while out.last == 32 { out.removeLast() }
    out.append(10)
    line += 1
  }
}

/// Writes what stands in one line.
///
/// Blanks and the delimiters before stressed words wait for the next character that is no blank, so
/// that neither links nor stress begin or end with a blank.
private struct InlineWriter {
  private let path: SitePath
  private let inTable: Bool
  /// The page so far, to which the line is added.
  private var out: [UInt8]
  /// Where the line begins in it.
  private let start: Int
  private var escape: MarkdownEscape
  /// Whether a blank waits.
  private var hasBlank = false
  /// How wide the delimiter is that waits, or none.
  private var waiting = 0
  /// Whether what is written now is stressed.
  private var isStressed = false
  /// Whether it stands in a link.
  private var isInLink = false
  /// Where the last code ended.
  private var codeEnd = -1
  /// The delimiters of stress.
  private var stress: [(open: Int, close: Int, width: Int)] = []
  /// The opening brackets of links, in order.
  private var brackets: [Int] = []

  /// Adds the line of `inlines` to `out`, without white space at its ends.
  static func write(
    _ inlines: [Inline], to out: inout [UInt8], on path: SitePath, inTable: Bool = false,
    atLineStart: Bool = false
  ) {
    var writer = InlineWriter(
      path: path, inTable: inTable, escape: MarkdownEscape(atLineStart: atLineStart), out: out)
    // The writer's must be the only one, or the page so far would be copied.
    out = []
    writer.write(inlines)
    writer.dropIdleStress()
    out = writer.out
  }

  private init(path: SitePath, inTable: Bool, escape: MarkdownEscape, out: [UInt8]) {
    (self.path, self.inTable, self.escape) = (path, inTable, escape)
    (self.out, start) = (out, out.count)
  }

  private mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let words): write(words: words)
    case .emphasis(let inlines): write(inlines, stressedBy: 1)
    case .strong(let inlines): write(inlines, stressedBy: 2)
    case .chip(let chip, let words): write([.text("\(chip.sign) \(words)")], stressedBy: 2)
    case .code(let word): write(code: word)
    case .link(let inlines, let target):
      guard !inline.isEmpty else { return }
      guard let destination = Destination(target) else { return write(inlines) }
      writeWaiting()
      MarkdownEscape.guardLink(&out)
      brackets.append(out.count)
      out.append(UInt8(ascii: "["))
      escape.passed()
      isInLink = true
      write(inlines)
      isInLink = false
      out.append(UInt8(ascii: "]"))
      out.append(UInt8(ascii: "("))
      switch destination {
      case .page(let page, let anchor): path.appendLink(to: page, anchor: anchor, to: &out)
      case .external(let address): out += address
      }
      out.append(UInt8(ascii: ")"))
    }
  }

  /// Writes what waits for a character that is no blank.
  private mutating func writeWaiting() {
    if hasBlank, out.count > start, out[out.count - 1] != 32 { out.append(32) }
    hasBlank = false
    if waiting > 0 {
      stress.append((out.count, 0, waiting))
      for _ in 0..<waiting { out.append(UInt8(ascii: "*")) }
      waiting = 0
    }
  }

  /// Words with their white space collapsed.
  private mutating func write(words: String) {
    var words = words
    words.withUTF8 { bytes in
      var i = 0
      while i < bytes.count {
        let start = i
        while i < bytes.count, !bytes[i].isBlank, bytes[i] != 0 { i += 1 }
        if i > start {
          writeWaiting()
          escape.write(bytes[start..<i], to: &out)
        }
        guard i < bytes.count else { return }
        if bytes[i].isBlank {
          hasBlank = true
        } else {
          writeWaiting()
          out += "\u{FFFD}".utf8
          escape.passed()
        }
        i += 1
      }
    }
  }

  private mutating func write(code word: String) {
    let bytes = word.utf8.map { $0.isBlank ? 32 : $0 }
    guard bytes.contains(where: { $0 != 32 }) else { return }
    // Two fences in a row would be one, and so they would be if stress between them is dropped.
    let isAfterCode =
      codeEnd >= 0 && !hasBlank && out[codeEnd...].allSatisfy { $0 == UInt8(ascii: "*") }
    // A link that begins a paragraph with code like `]:` would be the definition of a reference.
    let isBracket = isInLink && bytes.contains(UInt8(ascii: "]"))
    if isAfterCode || isBracket { return write(words: word) }
    writeWaiting()
    var (run, longest) = (0, 0)
    for byte in bytes {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = [UInt8](repeating: UInt8(ascii: "`"), count: longest + 1)
    let edges = [bytes.first, bytes.last]
    let isPadded = edges.contains(UInt8(ascii: "`")) || edges == [32, 32]
    out += fence
    if isPadded { out.append(32) }
    for byte in bytes {
      if inTable, byte == UInt8(ascii: "|") { out.append(UInt8(ascii: "\\")) }
      out.append(byte)
    }
    if isPadded { out.append(32) }
    out += fence
    codeEnd = out.count
    escape.passed()
  }

  private mutating func write(_ inlines: [Inline], stressedBy width: Int) {
    // Stress within stress is read in too many ways.
    guard !isStressed else { return write(inlines) }
    isStressed = true
    waiting = width
    write(inlines)
    isStressed = false
    if waiting > 0 {
      waiting = 0
    } else {
      // What it opened is the last that was opened, since it holds no other.
      stress[stress.count - 1].close = out.count
      for _ in 0..<width { out.append(UInt8(ascii: "*")) }
    }
  }

  /// Takes away delimiters that cmark would show, because of what stands beside them.
  private mutating func dropIdleStress() {
    guard !stress.isEmpty else { return }
    var dropped: [Range<Int>] = []
    for (k, mark) in stress.enumerated() {
      let (start, end) = (mark.open + mark.width, mark.close + mark.width)
      // Where one stress ends and another begins, nobody can tell which delimiter is whose.
      let isJoined =
        (k > 0 && stress[k - 1].close + stress[k - 1].width == mark.open)
        || (k + 1 < stress.count && stress[k + 1].open == end)
      let works =
        !isJoined && Self.flanks(inner: scalar(at: start), outer: scalar(before: mark.open))
        && Self.flanks(inner: scalar(before: mark.close), outer: scalar(at: end))
      if !works { dropped += [mark.open..<start, mark.close..<end] }
    }
    guard !dropped.isEmpty else { return }
    var kept: [UInt8] = []
    var next = 0
    var bracket = 0
    for i in start..<out.count {
      let byte = out[i]
      while next < dropped.count, dropped[next].upperBound <= i { next += 1 }
      if next < dropped.count, dropped[next].contains(i) { continue }
      if bracket < brackets.count, brackets[bracket] == i {
        bracket += 1
        MarkdownEscape.guardLink(&kept)
      }
      kept.append(byte)
    }
    out.replaceSubrange(start..., with: kept)
  }

  /// Whether a delimiter with `inner` on its inner side and `outer` on the other counts.
  private static func flanks(inner: Unicode.Scalar?, outer: Unicode.Scalar?) -> Bool {
    guard let inner, !inner.properties.isWhitespace else { return false }
    guard isPunctuation(inner) else { return true }
    guard let outer else { return true }
    return isSpace(outer) || isPunctuation(outer) && isOld(outer)
  }

  /// Whether cmark takes it for white space (`cmark_utf8proc_is_space`), which is less than Unicode does.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10, 12, 13, 32, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Whether Unicode had it when the tables of cmark were made, which know no later punctuation.
  private static func isOld(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII || (scalar.properties.age.map { $0.major < 7 } ?? false)
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      let isLetter = (65...90).contains(scalar.value & 0xDF)
      return !isLetter && !(48...57).contains(scalar.value) && (33...126).contains(scalar.value)
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  private func scalar(at index: Int) -> Unicode.Scalar? {
    guard index < out.count else { return nil }
    if out[index] < 128 { return Unicode.Scalar(out[index]) }
    return String(decoding: out[index..<min(index + 4, out.count)], as: UTF8.self).unicodeScalars
      .first
  }

  private func scalar(before index: Int) -> Unicode.Scalar? {
    guard index > start else { return nil }
    var first = index - 1
    while first > start, out[first] & 0xC0 == 0x80 { first -= 1 }
    return scalar(at: first)
  }

  // MARK: Links

  /// A link's target that may be written.
  private enum Destination {
    case page(SitePath, anchor: String?)
    case external([UInt8])

    /// `nil` for an address that is no link of ours.
    init?(_ target: LinkTarget) {
      switch target {
      case .page(let page, let anchor): self = .page(page, anchor: anchor)
      case .external(let address):
        guard let encoded = InlineWriter.encoded(address) else { return nil }
        self = .external(encoded)
      }
    }
  }

  /// An address as a link's destination, percent-encoded where needed; `nil` if it is no link of
  /// ours.
  private static func encoded(_ address: String) -> [UInt8]? {
    let bytes = Array(address.utf8)
    let schemes = ["http://", "https://", "mailto:"]
    guard
      schemes.contains(where: { scheme in
        let scheme = Array(scheme.utf8)
        return bytes.count > scheme.count
          && zip(bytes, scheme).allSatisfy { (65...90).contains($0) ? $0 + 32 == $1 : $0 == $1 }
      })
    else { return nil }
    let plain = Set("-._~:/?#@!$,=%+&;".utf8)
    let hex = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for (i, byte) in bytes.enumerated() {
      let isLetter = (65...90).contains(byte & 0xDF)
      if byte == UInt8(ascii: "&"), isEntity(bytes[i...]) {
        out += Array("&amp;".utf8)
      } else if byte < 128, isLetter || (48...57).contains(byte) || plain.contains(byte) {
        out.append(byte)
      } else {
        out += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return out
  }

  /// Whether `bytes` begins like `&amp;`, which Markdown would decode.
  private static func isEntity(_ bytes: ArraySlice<UInt8>) -> Bool {
    for byte in bytes.dropFirst().prefix(40) {
      if byte == UInt8(ascii: ";") { return true }
      let isLetter = (65...90).contains(byte & 0xDF)
      if !isLetter, !(48...57).contains(byte), byte != UInt8(ascii: "#") { return false }
    }
    return false
  }
}
