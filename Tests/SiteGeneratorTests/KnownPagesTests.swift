import Cache
import DossierModel
import Foundation
import Markdown
import Testing

@testable import SiteGenerator

/// What pages are recognised by, and what is kept of them.
@Suite struct KnownPagesTests {
  private static let text = ArticleText("Ha detto «basta» ieri.")

  /// A page in which everything is that a page can have.
  private static func source(_ change: (inout Page) -> Void = { _ in }) -> PageSource {
    let region = Region(
      lines: 1..<3, tag: .aside, className: "c", id: "i", label: "l", figure: "f")
    let markdown = MarkdownText(
      bytes: Array("# Uno\n\nHa detto «basta» ieri.\n".utf8), regions: [region],
      headingIDs: [HeadingID(line: 1, id: "uno")], articleLines: 3..<4)
    var page = Page(
      path: SitePath("articles/a.md"), kind: .article, title: "Uno", language: "it",
      markdown: markdown, frontMatter: Array("---\n---\n".utf8))
    let mark = TextOverlay.Mark(
      quotation: "a-c10-15", anchor: "c10-15", span: 11..<16, className: "x",
      note: TextOverlay.Note(sign: "1", target: "#q", label: "nota"))
    page.article = (Article.ID("a"), text, [mark])
    page.figures = ["f": [1]]
    change(&page)
    let quotation = Quotation(
      id: Quotation.ID("a-c10-15"), passage: Passage(Article.ID("a"), TextSpan(11, 16)),
      codePoints: 10..<15, kind: .direct)
    return PageSource(
      page, surroundings: ["title": .text(page.title), "draft": .condition(false)],
      quotations: [quotation], textLanguage: "en")
  }

  private static func key(_ change: (inout Page) -> Void = { _ in }) -> CacheKey {
    source(change).key(in: CacheKey(of: "templates"))
  }

  /// Whoever adds a property to one of these must write it in `PageSource.key` and raise the number.
  @Test func aPageIsRecognisedByAllThatItIsMadeOf() throws {
    let source = Self.source()
    let overlay = try #require(source.overlay)
    let values: [(Any, Int)] = [
      (source, 7), (source.text, 5), (source.text.regions[0], 7), (source.text.headingIDs[0], 2),
      (overlay, 5), (overlay.marks[0], 5), (try #require(overlay.marks[0].note), 3),
      (source.marks[0], 2),
    ]
    for (value, count) in values {
      #expect(Mirror(reflecting: value).children.count == count, "\(type(of: value))")
    }
  }

  @Test func anotherPageHasAnotherKey() {
    let changes: [(inout Page) -> Void] = [
      { _ in }, { $0.path = SitePath("articles/b.md") }, { $0.title = "Due" },
      { $0.language = "en" }, { $0.frontMatter = [] }, { $0.figures = ["f": [2]] },
      { $0.figures = ["g": [1]] }, { $0.article?.text = ArticleText("Altro.") },
      { $0.article?.marks[0].span = 11..<17 }, { $0.article?.marks[0].className = "" },
      { $0.article?.marks[0].note?.sign = "2" }, { $0.article?.marks[0].note = nil },
      { $0.article?.marks[0].quotation = nil }, { $0.article = nil },
      { $0.markdown = MarkdownText(literal: "# Uno\n") },
      { $0.markdown = MarkdownText(bytes: $0.markdown.bytes, articleLines: 3..<4) },
    ]
    #expect(Set(changes.map { Self.key($0) }).count == changes.count)
    #expect(Self.key() == Self.key())
    #expect(Self.source().key(in: CacheKey(of: "other templates")) != Self.key())
  }

  @Test func takesBackWhatItKept() throws {
    let entry = KnownPages.Entry(
      markdown: ContentHash(of: "a"), html: ContentHash(of: "b"),
      trace: PageTrace(
        known: [Fingerprint(bits: 1), Fingerprint(bits: .max)], wanted: [Fingerprint(bits: 7)]))
    #expect(try KnownPages.Entry(entry.bytes) == entry)
    for count in entry.bytes.indices {
      #expect(throws: DamagedBytes.self) { try KnownPages.Entry(Array(entry.bytes[..<count])) }
    }
  }
}
