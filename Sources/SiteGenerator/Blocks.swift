import DossierModel
import Markdown

/// Where a link leads.
enum LinkTarget: Hashable, Sendable {
  /// A file of the site, and there an element's id.
  case page(SitePath, anchor: String? = nil)
  /// An address on the network; only http, https and mailto become links.
  case external(String)
}

/// The state of a statement, shown in words, shape and colour.
enum Chip: String, CaseIterable, Sendable {
  /// Told as a fact, or accepted.
  case stated
  /// Claimed by somebody.
  case alleged
  /// Told differently by others.
  case contested
  /// Decided by the editor.
  case editor
  /// Not settled, or decided by the program alone.
  case open

  /// The shape that stands before the words in the Markdown.
  var sign: String {
    switch self {
    case .stated: "●"
    case .alleged: "◐"
    case .contested: "◆"
    case .editor: "✎"
    case .open: "○"
    }
  }
}

/// A piece of a line; text is data, which the writer escapes.
enum Inline: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Words, shown as they are.
  case text(String)
  /// Stress.
  case emphasis([Inline])
  /// Strong stress.
  case strong([Inline])
  /// A word of a machine: an id, a hash.
  case code(String)
  /// Words that lead somewhere; no link may stand inside.
  case link([Inline], to: LinkTarget)
  /// The state of a statement.
  case chip(Chip, String)

  /// Words, shown as they are.
  init(stringLiteral words: String) { self = .text(words) }

  /// Whether it shows nothing.
  var isEmpty: Bool {
    switch self {
    case .text(let words), .code(let words): words.utf8.allSatisfy(\.isBlank)
    case .emphasis(let inlines), .strong(let inlines), .link(let inlines, _):
      inlines.allSatisfy(\.isEmpty)
    case .chip: false
    }
  }

  /// `words` that lead to `target`.
  static func link(_ words: String, to target: LinkTarget) -> Inline {
    .link([.text(words)], to: target)
  }
}

/// A piece of a page.
enum Block: Hashable, Sendable {
  /// A heading of `level` 1 to 6; `id` only the HTML has.
  case heading(_ level: Int, [Inline], id: String? = nil)
  /// A paragraph; line breaks in its text are spaces.
  case paragraph([Inline])
  /// A list of items; numbers start at 1.
  case list([[Block]], numbered: Bool = false)
  /// Words of somebody else.
  case quote([Block])
  /// A table; rows are filled up or cut to the length of `header`.
  case table(header: [[Inline]], rows: [[[Inline]]])
  /// A line across.
  case rule
  /// Blocks that the HTML wraps in an element; only at the top level or inside another region.
  /// A region with tag `aside` at the top level is rendered apart from the rest.
  case region(
    Region.Tag, class: String = "", id: String? = nil, label: String? = nil, [Block])
  /// A figure that the HTML draws and that `blocks` tell as a list or table, which the Markdown
  /// holds alone: `<div class="figure name">`, the HTML of `Page.figures[name]`, the blocks, or
  /// the blocks first if it `follows`. Only
  /// at the top level or inside a region; one of each name on a page.
  case figure(_ name: String, follows: Bool = false, [Block])
  /// The text of an article; at most once, only at the top level or inside a region.
  case article(ArticleBody)

  /// Whether it shows nothing; such a block is left out.
  var isEmpty: Bool {
    switch self {
    case .heading(_, let inlines, _), .paragraph(let inlines): inlines.allSatisfy(\.isEmpty)
    case .list(let items, _): items.allSatisfy { $0.allSatisfy(\.isEmpty) }
    case .quote(let blocks), .region(_, _, _, _, let blocks), .figure(_, _, let blocks):
      blocks.allSatisfy(\.isEmpty)
    case .table(let header, _): header.isEmpty
    case .rule: false
    case .article(let body): body.markdown.isEmpty
    }
  }

  /// A paragraph of `words`.
  static func paragraph(_ words: String) -> Block { .paragraph([.text(words)]) }
  /// A bulleted list of single lines.
  static func bullets(_ items: [[Inline]]) -> Block { .list(items.map { [.paragraph($0)] }) }
}

/// Markdown with what it cannot say itself.
struct MarkdownText: Hashable, Sendable {
  /// The Markdown, whole lines, without front matter.
  private(set) var bytes: [UInt8] = []
  /// What the HTML wraps.
  private(set) var regions: [Region] = []
  /// The ids of headings.
  private(set) var headingIDs: [HeadingID] = []
  /// The lines of an article's text, from 1, half-open.
  private(set) var articleLines: Range<Int>?
  /// The number of lines.
  private(set) var lineCount = 0

  /// No text.
  init() {}

  /// Markdown that is ready as it is, such as the words of a frame; its last line is ended.
  init(literal: String) { self.init(bytes: Array(literal.utf8)) }

  init(
    bytes: [UInt8], regions: [Region] = [], headingIDs: [HeadingID] = [],
    articleLines: Range<Int>? = nil
  ) {
    self.bytes = bytes
    if let last = bytes.last, last != UInt8(ascii: "\n") { self.bytes.append(10) }
    (self.regions, self.headingIDs, self.articleLines) = (regions, headingIDs, articleLines)
    lineCount = self.bytes.count { $0 == 10 }
  }

  /// Whole lines, as many as `count`.
  init(
    lines bytes: [UInt8], count: Int, regions: [Region], headingIDs: [HeadingID],
    articleLines: Range<Int>?
  ) {
    (self.bytes, self.regions, self.headingIDs) = (bytes, regions, headingIDs)
    (self.articleLines, lineCount) = (articleLines, count)
  }

  /// As a string.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds `other` on new lines, its lines moved along.
  mutating func append(_ other: MarkdownText) {
    let shift = lineCount
    func moved(_ lines: Range<Int>) -> Range<Int> {
      lines.lowerBound + shift..<lines.upperBound + shift
    }
    bytes += other.bytes
    for var region in other.regions {
      region.lines = moved(region.lines)
      regions.append(region)
    }
    headingIDs += other.headingIDs.map { HeadingID(line: $0.line + shift, id: $0.id) }
    if let lines = other.articleLines { articleLines = moved(lines) }
    lineCount += other.lineCount
  }

  /// The same inside a region.
  func wrapped(
    in tag: Region.Tag, class className: String = "", id: String? = nil, label: String? = nil
  ) -> MarkdownText {
    var result = self
    result.regions.append(
      Region(lines: 1..<lineCount + 1, tag: tag, className: className, id: id, label: label))
    return result
  }
}
