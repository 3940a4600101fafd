import Cache
import DossierModel
import Markdown

/// Everything that the two files of a page are made of, but for the program and the templates: of
/// equal sources equal files are made, and whoever makes them has nothing else.
struct PageSource {
  /// Where its Markdown stands.
  let path: SitePath
  /// YAML between two lines `---`, or nothing.
  let frontMatter: [UInt8]
  /// The Markdown, and what the HTML wraps in it.
  let text: MarkdownText
  /// The article's text and the quotations to mark there.
  let overlay: TextOverlay?
  /// Figures that only the HTML has, by name.
  let figures: [String: [UInt8]]
  /// What stands around the page in the HTML.
  let surroundings: [String: Layout.Content]
  /// The quotations that the page must mark: what their marks are called.
  let marks: [PageMark]

  /// `page` between `surroundings`; an article in another language than the page's says so.
  init(
    _ page: Page, surroundings: [String: Layout.Content], quotations: [Quotation],
    textLanguage: String?
  ) {
    (path, frontMatter, text) = (page.path, page.frontMatter, page.markdown)
    (figures, self.surroundings) = (page.figures, surroundings)
    let lines = page.markdown.articleLines ?? 1..<1
    let language = textLanguage == page.language ? nil : textLanguage
    overlay = page.article.map { article in
      TextOverlay(
        article: article.id.rawValue, text: article.text.bytes, lines: lines,
        marks: article.marks, language: language)
    }
    marks = quotations.map { PageMark(quotation: $0.id.rawValue, anchor: $0.anchor) }
  }

  /// The key of all this; `scope` stands for the templates.
  func key(in scope: CacheKey) -> CacheKey {
    var out = BinaryWriter()
    out.write(key: scope)
    out.write(text: path.path)
    out.write(data: frontMatter)
    out.write(data: text.bytes)
    out.write(list: text.regions) { $0.write($1) }
    out.write(list: text.headingIDs) {
      $0.write(integer: $1.line)
      $0.write(text: $1.id)
    }
    out.write(text.articleLines) { $0.write($1) }
    out.write(overlay) { $0.write($1) }
    out.write(list: figures.sorted { $0.key < $1.key }) {
      $0.write(text: $1.key)
      $0.write(data: $1.value)
    }
    out.write(list: surroundings.sorted { $0.key < $1.key }) { out, slot in
      out.write(text: slot.key)
      switch slot.value {
      case .text(let text):
        out.write(count: 0)
        out.write(text: text)
      case .html(let bytes):
        out.write(count: 1)
        out.write(data: bytes)
      case .condition(let holds):
        out.write(count: 2)
        out.write(flag: holds)
      }
    }
    out.write(list: marks) {
      $0.write(text: $1.quotation)
      $0.write(text: $1.anchor)
    }
    return CacheKey(of: out.bytes)
  }
}

/// A quotation that a page must mark.
struct PageMark: Hashable {
  /// The quotation's id.
  var quotation: String
  /// The id of its place on the page.
  var anchor: String
}

extension BinaryWriter {
  fileprivate mutating func write(_ range: Range<Int>) {
    write(integer: range.lowerBound)
    write(integer: range.upperBound)
  }

  fileprivate mutating func write(optional text: String?) { write(text) { $0.write(text: $1) } }

  fileprivate mutating func write(_ region: Region) {
    write(region.lines)
    for text in [region.tag.rawValue, region.className] { write(text: text) }
    for text in [region.id, region.label, region.figure] { write(optional: text) }
    write(flag: region.figureFollows)
  }

  fileprivate mutating func write(_ overlay: TextOverlay) {
    write(text: overlay.article)
    write(data: overlay.text)
    write(overlay.lines)
    write(list: overlay.marks) { out, mark in
      out.write(optional: mark.quotation)
      out.write(text: mark.anchor)
      out.write(mark.span)
      out.write(text: mark.className)
      out.write(mark.note) {
        for text in [$1.sign, $1.target, $1.label] { $0.write(text: text) }
      }
    }
    write(optional: overlay.language)
  }
}
