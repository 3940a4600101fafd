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
      bytes: writer.out, regions: writer.regions, headingIDs: writer.headingIDs,
      articleLines: writer.articleLines)
  }

  /// `inlines` in one line, for the middle of a frame's line; `atLineStart` if they begin it.
  static func line(_ inlines: [Inline], on path: SitePath, atLineStart: Bool = false) -> String {
    var writer = InlineWriter(path: path, inTable: false, atLineStart: atLineStart)
    return String(decoding: writer.finished(inlines), as: UTF8.self)
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
      let marks = [UInt8](repeating: UInt8(ascii: "#"), count: min(max(level, 1), 6))
      emit(marks + [32] + text(inlines, atLineStart: false))
    case .paragraph(let inlines):
      emit(text(inlines))
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
    func row(_ cells: [[Inline]]) -> [UInt8] {
      var line: [UInt8] = [UInt8(ascii: "|")]
      for column in 0..<columns {
        line.append(32)
        if column < cells.count {
          var writer = InlineWriter(path: path, inTable: true, atLineStart: false)
          line += writer.finished(cells[column])
        }
        line += [32, UInt8(ascii: "|")]
      }
      return line
    }
    let head = row(header)
    let rule = Array(("|" + String(repeating: " --- |", count: columns)).utf8)
    var start = 0
    repeat {
      if start > 0 { blank() }
      emit(head)
      emit(rule)
      let end = min(start + Self.tableRows, rows.count)
      for cells in rows[start..<end] { emit(row(cells)) }
      start = end
    } while start < rows.count
  }

  private func text(_ inlines: [Inline], atLineStart: Bool = true) -> [UInt8] {
    var writer = InlineWriter(path: path, inTable: false, atLineStart: atLineStart)
    return writer.finished(inlines)
  }

  // MARK: Lines

  private mutating func emit(_ content: [UInt8]) {
    for i in prefixes.indices {
      out += prefixes[i].isUsed ? prefixes[i].rest : prefixes[i].first
      prefixes[i].isUsed = true
    }
    out += content
    endLine()
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
  private var out: [UInt8] = []
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
  /// The opening brackets of links.
  private var brackets: Set<Int> = []

  init(path: SitePath, inTable: Bool, atLineStart: Bool) {
    (self.path, self.inTable) = (path, inTable)
    escape = MarkdownEscape(atLineStart: atLineStart)
  }

  /// The line of `inlines`, without white space at its ends.
  mutating func finished(_ inlines: [Inline]) -> [UInt8] {
    write(inlines)
    dropIdleStress()
    return out
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
      guard let destination = destination(of: target) else { return write(inlines) }
      writeWaiting()
      MarkdownEscape.guardLink(&out)
      brackets.insert(out.count)
      out.append(UInt8(ascii: "["))
      escape.passed()
      isInLink = true
      write(inlines)
      isInLink = false
      out += Array("](".utf8) + destination + [UInt8(ascii: ")")]
    }
  }

  /// Writes what waits for a character that is no blank.
  private mutating func writeWaiting() {
    if hasBlank, let last = out.last, last != 32 { out.append(32) }
    hasBlank = false
    if waiting > 0 {
      stress.append((out.count, 0, waiting))
      out += [UInt8](repeating: UInt8(ascii: "*"), count: waiting)
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
      out += [UInt8](repeating: UInt8(ascii: "*"), count: width)
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
    for (i, byte) in out.enumerated() {
      while next < dropped.count, dropped[next].upperBound <= i { next += 1 }
      if next < dropped.count, dropped[next].contains(i) { continue }
      if brackets.contains(i) { MarkdownEscape.guardLink(&kept) }
      kept.append(byte)
    }
    out = kept
  }

  /// Whether a delimiter with `inner` on its inner side and `outer` on the other counts.
  private static func flanks(inner: Unicode.Scalar?, outer: Unicode.Scalar?) -> Bool {
    guard let inner, !inner.properties.isWhitespace else { return false }
    guard isPunctuation(inner) else { return true }
    guard let outer else { return true }
    return outer.properties.isWhitespace || isPunctuation(outer)
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      let isLetter = (65...90).contains(scalar.value & 0xDF)
      return !isLetter && !(48...57).contains(scalar.value) && scalar.value > 32
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
    guard index > 0 else { return nil }
    var start = index - 1
    while start > 0, out[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }

  // MARK: Links

  private func destination(of target: LinkTarget) -> [UInt8]? {
    switch target {
    case .page(let page, let anchor): return Array(path.link(to: page, anchor: anchor).utf8)
    case .external(let address): return Self.encoded(address)
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
