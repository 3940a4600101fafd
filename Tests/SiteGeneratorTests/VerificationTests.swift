import DossierModel
import Markdown
import Testing

@testable import SiteGenerator

/// Every build finds the faults that would break a link or lose a quotation.
@Suite struct VerificationTests {
  static let index = "<html><body id=\"top\"><a href=\"events/x.html#c1-2\">x</a></body></html>"

  /// The faults of two pages, of which the second stands in a folder.
  static func faults(
    _ html: String, index: String = Self.index, markdown: [String] = [], anchors: [String] = [],
    quotations: [Quotation] = []
  ) -> [String] {
    func check(naming suspects: Set<Fingerprint>) -> Verification {
      let verification = Verification(naming: suspects)
      verification.add(
        page: SitePath("index.html"), html: Array(index.utf8))
      verification.add(markdown: .index, links: [], anchors: [])
      verification.add(
        page: SitePath("events/x.html"), html: Array(html.utf8),
        marks: quotations.map { PageMark(quotation: $0.id.rawValue, anchor: $0.anchor) })
      verification.add(
        markdown: SitePath("events/x.md"), links: ByteStrings(markdown.map { Array($0.utf8) }),
        anchors: anchors)
      verification.add(file: SitePath("style.css"))
      return verification
    }
    return check(naming: check(naming: []).missing).finish().map {
      "\($0.file ?? ""): \($0.message)"
    }
  }

  @Test(arguments: [
    "<p id=\"c1-2\"><a href='../index.html'>a</a><a href=\"#c1-2\">b</a><a href=x.html>c</a></p>",
    "<i id=c1-2></i><a href=\"../index.html?q=a&amp;b#top\">a</a><a href=\"#\">b</a>",
    "<i id=c1-2></i><a href=\"https://example.org\">a</a><a href=\"mailto:a@b\">b</a>",
    "<i id=c1-2></i><link rel=stylesheet href=\"../style.css\"><!-- <a href=\"nowhere\"> -->",
    "<i id=c1-2></i><a href=\"%78.html#c1%2D2\">a</a><a href=\"x.html#:~:text=b\">b</a>",
    "<i id=c1-2></i><script src=\"../style.css\"></script><img src=\"data:image/png;base64,x\">",
    "<i id=c1-2></i><script type=\"application/ld+json\">{\"a\": \"<a href='b'>\"}</script>",
  ]) func acceptsWhatLeadsSomewhere(html: String) {
    #expect(Self.faults(html) == [])
  }

  @Test(arguments: [
    ("<a href=\"y.html\">", "leads to no file"), ("<a href=\"../index.html#no\">", "no such place"),
    ("<a href=\"#no\">", "no such place"), ("<a href=\"/index.html\">", "is not relative"),
    ("<a href=\"../../x\">", "leaves the site"), ("<a href=\"javascript:x\">", "scheme"),
    ("<a href=\"//example.org\">", "is not relative"), ("<b id=c1-2></b>", "stands twice"),
    ("<img src=\"http://example.org/x.png\">", "loads"), ("<img src=\"y.png\">", "no file"),
    ("<link rel=stylesheet href=\"//x/y.css\">", "loads"), ("<p onclick=\"x\">", "onclick"),
    ("<p style=\"x\">", "style"), ("<style>p {}</style>", "style"),
    ("<script>alert(1)</script>", "a script"), ("<img srcset=\"a.png 1x, b.png 2x\">", "a.png"),
    ("<A HREF=\"y.html\">", "leads to no file"), ("<a class=x\nhref = 'y.html' >", "no file"),
  ]) func findsFaults(html: String, message: String) {
    let faults = Self.faults("<b id=c1-2></b>" + html)
    #expect(!faults.isEmpty)
    #expect(faults.contains { $0.contains(message) }, "\(faults)")
    #expect(faults.allSatisfy { $0.hasPrefix("events/x.html: ") })
  }

  @Test func namesThePageThatLeadsNowhere() {
    #expect(
      Self.faults("<p>") == ["index.html: the link events/x.html#c1-2 leads to no such place"])
  }

  @Test func checksMarkdown() {
    let html = "<b id=c1-2></b><h2 id=versions></h2>"
    #expect(Self.faults(html, markdown: ["../index.md", "#versions", "x.md#versions"]) == [])
    #expect(Self.faults(html, markdown: ["x.md#c1-2"], anchors: ["c1-2"]) == [])
    #expect(
      Self.faults(html, markdown: ["x.md#c1-2", "y.md", "#no"]) == [
        "events/x.md: the link #no leads to no such place",
        "events/x.md: the link x.md#c1-2 leads to no such place",
        "events/x.md: the link y.md leads to no file of the site",
      ])
  }

  @Test func findsQuotationsThatAreNotMarked() {
    let html = "<mark id=\"c1-2\" data-quotation=\"x-c1-2\">"
    func quotation(_ range: Range<Int>) -> Quotation {
      Quotation(
        id: Quotation.ID("x-c\(range.lowerBound)-\(range.upperBound)"),
        passage: Passage(Article.ID("x"), TextSpan(range.lowerBound, range.upperBound)),
        codePoints: range, kind: .direct)
    }
    #expect(Self.faults(html, quotations: [quotation(1..<2)]) == [])
    #expect(
      Self.faults(html, quotations: [quotation(3..<4)])
        == ["events/x.html: the quotation x-c3-4 is not marked in its article"])
  }

  @Test func findsPagesThatAreOneOnSomeSystems() {
    let verification = Verification()
    verification.add(file: SitePath("a/B.txt"))
    verification.add(file: SitePath("a/b.txt"))
    #expect(verification.finish().map(\.code) == ["site-collision"])
    #expect(
      verification.finish(articles: [Article.ID("z")]).map(\.code)
        == ["site-collision", "page-missing"])
  }

  @Test func checksSpans() {
    let id = Article.ID("a")
    let text = ArticleText("è così")
    var dossier = Dossier(title: "t", language: "it")
    dossier.articles = [
      ArticleRecord(
        article: Article(id: id, file: "a.txt", text: text, sha256: ContentHash(of: "")))
    ]
    var event = Event(id: Event.ID("e"), title: "e", type: .shelling)
    event.evidence = [Passage(id, TextSpan(0, 2))]
    dossier.events = [event]
    #expect(Verification.spans(of: dossier) == [])
    for span in [TextSpan(0, 1), TextSpan(1, 2), TextSpan(2, 2), TextSpan(0, 99), TextSpan(-1, 2)] {
      dossier.events[0].evidence = [Passage(id, span)]
      #expect(Verification.spans(of: dossier).map(\.code) == ["span"])
    }
    dossier.events[0].evidence = [Passage(Article.ID("b"), TextSpan(0, 2))]
    dossier.events[0].partOf = Event.ID("none")
    #expect(Verification.spans(of: dossier).map(\.code) == ["reference", "span"])
    dossier.events[0] = event
    dossier.quotations = [
      Quotation(
        id: Quotation.ID("q"), passage: Passage(id, TextSpan(0, 2)), codePoints: 0..<2,
        kind: .direct)
    ]
    #expect(Verification.spans(of: dossier).map(\.code) == ["span"])
  }
}
