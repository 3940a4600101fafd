import DossierModel
import Foundation
import Markdown
import Testing

@testable import SiteGenerator

/// Pages go into the site when all of them are right.
@Suite struct SiteWriterTests {
  let folder: TemporaryFolder
  var site: String { folder.path + "/site" }
  let dossier: Dossier

  init() throws {
    folder = try TemporaryFolder()
    let text = ArticleText("Ha detto «basta» ieri.")
    let quoted = TextSpan(11, 16)
    let article = Article(
      id: Article.ID("a"), file: "a.txt", text: text, sha256: ContentHash(of: text.bytes),
      language: "en")
    var dossier = Dossier(title: "Prova", language: "it")
    dossier.articles = [ArticleRecord(article: article)]
    dossier.quotations = [
      Quotation(
        id: Quotation.ID("a-c10-15"), passage: Passage(article.id, quoted), codePoints: 10..<15,
        kind: .direct)
    ]
    self.dossier = dossier
  }

  /// The article's page, and `count` pages of which each leads to the next.
  func writer(
    count: Int = 20, jobs: Int = 1, marks: Bool = true, target: String = "pages/0.md"
  ) -> SiteWriter {
    let dossier = dossier
    return SiteWriter(
      dossier: dossier, pageCount: count + 1,
      page: { number in
        let next = number + 1 == count ? SitePath(target) : SitePath("pages/\(number + 1).md")
        let path = number < count ? SitePath("pages/\(number).md") : .article(Article.ID("a"))
        var blocks: [Block] = [.heading(1, [.text("\(number)")])]
        let article = dossier.articles[0].article
        if number < count {
          blocks.append(.paragraph([.link("next", to: .page(next))]))
        } else {
          blocks.append(
            .article(
              ArticleBody(
                text: article.text, paragraphs: [],
                quotations: [("c10-15", dossier.quotations[0].passage.span)], links: [], on: path)))
        }
        var page = Page(
          path: path, kind: .text, title: "\(number)", language: "it",
          markdown: MarkdownWriter.write(blocks, on: path))
        if number == count {
          let span = dossier.quotations[0].passage.span.range
          page.article = (
            article.id, article.text,
            [TextOverlay.Mark(quotation: "a-c10-15", anchor: "c10-15", span: span)]
          )
        }
        return page
      },
      layout: PageLayout(
        surroundings: { page in
          ["title": .text(page.title), "kept": .condition(marks || page.article == nil)]
        },
        fill: { around, body in
          guard case .text(let title) = around["title"] else { return [] }
          let head = "<html lang=\"it\"><head><title>\(title)</title></head><body>"
          let isKept = around["kept"]?.isFilled == true
          return Array(head.utf8) + (isKept ? body.main + body.aside : []) + Array("</body>".utf8)
        }),
      files: [SiteFile(SitePath("articles/a.txt")) { dossier.articles[0].article.text.bytes }],
      jobs: jobs)
  }

  func faults(_ writer: SiteWriter) -> [String] {
    do {
      _ = try writer.publish(to: site, version: "1")
      return []
    } catch {
      return (error as? PublicationError)?.diagnostics.map(\.text) ?? ["\(error)"]
    }
  }

  @Test func theSameBytesWithAnyNumberOfThreads() throws {
    #expect(faults(writer(jobs: 1)) == [])
    let one = folder.files(in: "site")
    #expect(one.count == 21 * 2 + 2)
    #expect(
      one["articles/a.html"]?.contains(
        "<div class=\"text\" data-text=\"a\" lang=\"en\">\n"
          + "<p>Ha detto «<mark id=\"c10-15\" data-quotation=\"a-c10-15\">basta</mark>» ieri.</p>")
        == true)
    try FileManager.default.removeItem(atPath: site)
    #expect(faults(writer(jobs: 8)) == [])
    #expect(folder.files(in: "site") == one)
  }

  @Test func aBrokenLinkPublishesNothing() throws {
    #expect(faults(writer()) == [])
    let before = folder.files()
    #expect(
      faults(writer(jobs: 4, target: "pages/99.md")) == [
        "pages/19.html: error: the link 99.html leads to no file of the site [page-link]",
        "pages/19.md: error: the link 99.md leads to no file of the site [page-link]",
      ])
    #expect(folder.files() == before)
  }

  @Test func aLayoutThatLosesTheTextPublishesNothing() {
    #expect(
      faults(writer(marks: false)) == [
        "articles/a.html: error: the quotation a-c10-15 is not marked in its article "
          + "[quotation-mark]"
      ])
    #expect(folder.files() == [:])
  }

  @Test func twoPagesOfOneNamePublishNothing() {
    var writer = writer()
    writer.files.append(SiteFile(SitePath("pages/3.html")) { [] })
    #expect(
      faults(writer) == ["pages/3.html: error: two pages would be this file [site-collision]"])
  }

  @Test func spansOutsideTheirTextPublishNothing() {
    var writer = writer()
    writer.dossier.quotations[0].passage.span.end += 2
    #expect(faults(writer).first?.contains("counts other code points") == true)
  }
}
