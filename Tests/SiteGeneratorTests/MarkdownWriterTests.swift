import DossierModel
import Markdown
import Testing

@testable import SiteGenerator

/// Blocks as Markdown, and what cmark-gfm makes of it.
@Suite struct MarkdownWriterTests {
  static let path = SitePath("events/x.md")

  static func markdown(_ blocks: [Block]) -> String {
    MarkdownWriter.write(blocks, on: path).string
  }
  static func html(_ blocks: [Block]) throws -> String {
    let text = MarkdownWriter.write(blocks, on: path)
    let page = try Markdown.page(text.bytes, regions: text.regions, headingIDs: text.headingIDs)
    return String(decoding: page.main + page.aside, as: UTF8.self)
  }

  @Test(
    arguments: [
      (.heading(2, ["Che cosa"]), "## Che cosa\n"),
      (.paragraph("* non è *\n un  elenco "), "\\* non è \\* un elenco\n"),
      (.paragraph("1. uno"), "1\\. uno\n"),
      (
        .paragraph("https://example.org e www.example.org"),
        "https\\://example.org e www\\.example.org\n"
      ),
      (.bullets([["uno"], [.strong(["due"])]]), "- uno\n- **due**\n"),
      (
        .list([[.paragraph("a"), .bullets([["b"]])], [.paragraph("c")]], numbered: true),
        "1. a\n   - b\n2. c\n"
      ),
      (.list([[.paragraph("a"), .paragraph("b")], [.paragraph("c")]]), "- a\n\n  b\n\n- c\n"),
      (.quote([.paragraph("a"), .paragraph("b")]), "> a\n>\n> b\n"),
      (
        .table(header: [["A"], ["B"]], rows: [[["1|2"]]]),
        "| A | B |\n| --- | --- |\n| 1\\|2 |  |\n"
      ),
      (.paragraph([.link("Ada", to: .page(.actor(Actor.ID("ada"))))]), "[Ada](../actors/ada.md)\n"),
      (.paragraph([.link("su", to: .page(path, anchor: "top"))]), "[su](#top)\n"),
      (
        .paragraph([.link("w", to: .external("https://x.org/a_(b) c?d=1&copy;=2"))]),
        "[w](https://x.org/a_%28b%29%20c?d=1&amp;copy;=2)\n"
      ),
      (.paragraph([.link("j", to: .external("javascript:x"))]), "j\n"),
      (.paragraph(["Ah!", .link("x", to: .page(.index))]), "Ah\\![x](../index.md)\n"),
      (.paragraph([.chip(.contested, "Versioni contrastanti")]), "**◆ Versioni contrastanti**\n"),
      (.paragraph([.code("a`b"), " ", .code("`")]), "``a`b`` `` ` ``\n"),
      (.paragraph([.emphasis([" a "]), "b"]), "*a* b\n"),
      (.paragraph([.strong(["«a»"]), "b"]), "«a»b\n"),
      (.paragraph([.strong(["a"]), .emphasis(["b"])]), "ab\n"),
      // What Unicode takes for white space or punctuation, and cmark does not.
      (.paragraph([.emphasis(["«a»"]), "\u{7F}b"]), "«a»\u{7F}b\n"),
      (.paragraph([.emphasis(["«a»"]), "\u{85}b"]), "«a»\u{85}b\n"),
      (.paragraph([.emphasis(["«a»"]), "\u{2E5D}b"]), "«a»\u{2E5D}b\n"),
      (.paragraph([.emphasis(["«a»"]), "\u{A0}b"]), "*«a»*\u{A0}b\n"),
      (.paragraph([.emphasis(["«a»"]), "…b"]), "*«a»*…b\n"),
      (.paragraph([.emphasis(["a"]), "\u{7F}b"]), "*a*\u{7F}b\n"),
      (.rule, "***\n"),
    ] as [(Block, String)]) func writesBlocks(block: Block, markdown: String)
  {
    #expect(Self.markdown([block]) == markdown)
  }

  @Test func keepsNeighbouringListsApart() throws {
    let html = try Self.html([.bullets([["a"]]), .bullets([["b"]])])
    #expect(html.split(separator: "</ul>").count == 3)
  }

  @Test func wrapsRegionsAndSetsIDs() throws {
    let html = try Self.html([
      .heading(1, ["T"]),
      .region(
        .section, class: "versions",
        [
          .heading(2, ["Versioni"], id: "versioni"),
          .region(.div, class: "version", [.paragraph("a")]),
          .region(.div, class: "version", [.paragraph("b")]),
        ]),
      .region(.aside, id: "a", label: "Co\"ntesto", [.paragraph("c")]),
      .paragraph("d"),
    ])
    #expect(
      html.replacing("\n", with: "")
        == """
        <h1>T</h1><section class="versions"><h2 id="versioni">Versioni</h2>\
        <div class="version"><p>a</p></div><div class="version"><p>b</p></div></section>\
        <p>d</p><aside id="a" aria-label="Co&quot;ntesto"><p>c</p></aside>
        """)
  }

  @Test func movesLinesAlongWhenTextsAreJoined() throws {
    var text = MarkdownText(literal: "# Frame\n\nwords\n")
    text.append(MarkdownText(literal: ""))
    text.append(MarkdownText(literal: "\n"))
    text.append(
      MarkdownWriter.write([.region(.div, class: "x", [.heading(2, ["H"], id: "h")])], on: .index))
    let page = try Markdown.page(
      text.bytes, regions: text.regions, headingIDs: text.headingIDs)
    #expect(
      String(decoding: page.main, as: UTF8.self).replacing("\n", with: "")
        == "<h1>Frame</h1><p>words</p><div class=\"x\"><h2 id=\"h\">H</h2></div>")
  }

  @Test(arguments: Chip.allCases) func rendersChips(chip: Chip) throws {
    #expect(
      try Self.html([.paragraph([.chip(chip, "<Sì> & no")])])
        == "<p><span class=\"chip \(chip.rawValue)\">&lt;Sì&gt; &amp; no</span></p>\n")
  }

  /// What the Markdown of a frame may say, and what becomes of it.
  @Test(arguments: [
    (
      "[a](x.md#y) [b](x.md?q) [c](b.mdx) [d](e.html)",
      "<a href=\"x.html#y\">a</a> <a href=\"x.html?q\">b</a> <a href=\"b.mdx\">c</a> "
        + "<a href=\"e.html\">d</a>"
    ),
    ("[a](javascript:x) [b](JaVaScript:x) [c](data:x) [d](//h) [e](/r) [f](blob:x)", "a b c d e f"),
    ("[a](HTTPS://x) [b](mailto:x@y)", "<a href=\"HTTPS://x\">a</a> <a href=\"mailto:x@y\">b</a>"),
    ("![foto](http://x/y.png) ![f](y.svg)", "foto <img src=\"y.svg\" alt=\"f\" />"),
    ("Il <unknown soldier> <b>x</b>", "Il &lt;unknown soldier&gt; &lt;b&gt;x&lt;/b&gt;"),
    (
      "<a id=\"c1-2\"></a>x <a id=\"c1-\"></a>y",
      "<a id=\"c1-2\"></a>x &lt;a id=&quot;c1-&quot;&gt;&lt;/a&gt;y"
    ),
    ("<div onclick=\"x\">\nz", "&lt;div onclick=&quot;x&quot;&gt;\nz\n"),
    ("**◆Finto** **x ◆ y**", "<strong>◆Finto</strong> <strong>x ◆ y</strong>"),
    ("[![a](b.png)](javascript:x)", "<img src=\"b.png\" alt=\"a\" />"),
  ]) func rendersSafely(markdown: String, html: String) throws {
    let page = try Markdown.page(Array(markdown.utf8))
    #expect(String(decoding: page.main, as: UTF8.self) == "<p>\(html)</p>\n")
  }

  @Test func readsDeepNesting() throws {
    for marker in [">", "[", "- ", "*a ", "![a", "**b"] {
      _ = try Markdown.page(Array(String(repeating: marker, count: 20_000).utf8))
    }
  }

  @Test func splitsLongTables() throws {
    let rows = (0..<2500).map { [[Inline.text("\($0)")]] }
    let html = try Self.html([.table(header: [["N"]], rows: rows)])
    #expect(html.split(separator: "<table>").count == 3)
    #expect(html.contains("<td>2499</td>"))
  }

  @Test func quotesFrontMatter() {
    var front = FrontMatter()
    front.add("title", .string("«A»: \"b\"\\\n---\n\u{85}\u{2028}"))
    front.add("none", nil as String?)
    front.add("list", .list([.string("a"), .integer(1), .boolean(true), .null]))
    #expect(
      String(decoding: front.bytes, as: UTF8.self) == """
        ---
        title: "«A»: \\"b\\"\\\\\\n---\\n\\u0085\\u2028"
        list: ["a", 1, true, null]
        ---

        """)
  }

  @Test(arguments: [
    ("events/x.md", "actors/y.md", "../actors/y.md"), ("index.md", "events/x.md", "events/x.md"),
    ("events/x.md", "events/y.md", "y.md"), ("events/x.md", "index.md", "../index.md"),
    ("a/b/c.md", "a/d.md", "../d.md"), ("x.md", "x.md", "x.md"),
    ("data/articles/a.json", "articles/a.txt", "../../articles/a.txt"),
  ]) func linksBetweenFiles(from: String, to: String, link: String) {
    #expect(SitePath(from).link(to: SitePath(to)) == link)
  }

  /// Whatever text and stress are combined, the words of the page are those that were given.
  @Test(arguments: 0..<12) func showsTheWordsGiven(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    for _ in 0..<200 {
      var words = ""
      let blocks = (0..<random.below(5)).map { _ in Self.block(&random, depth: 0, &words) }
      let html = try Self.html(blocks)
      let read = ReadPage(Array("<div data-text=\"x\">\(html)</div>".utf8))
      #expect(read.isWellFormed)
      let same = ReadPage.ink(read.text) == ReadPage.ink(words)
      #expect(same, "\(words.debugDescription)\n\(Self.markdown(blocks))\n\(html)")
      if !same { break }
    }
  }

  private static let pieces = [
    "\\", "`", "*", "**", "_", "[", "]", "(", ")", "<b>", ">", "#", "~", "&amp;", "&", "-", "+",
    "=",
    ".", "1", "1.", "!", "|", ":", "www.x", "https://x", "parola", "città", " ", " ", "«", "»",
    "\n",
    "\t", "\"", "'", "a", ",", "---", "{", "$", "\u{A0}", "😀", "://", "ftp",
    "\u{7F}", "…",
  ]

  private static func text(_ random: inout SplitMix) -> String {
    (0..<random.below(5)).map { _ in pieces[random.below(pieces.count)] }.joined()
  }

  private static func inlines(
    _ random: inout SplitMix, depth: Int, isLink: Bool = false, _ words: inout String
  ) -> [Inline] {
    (0..<random.below(4)).map { _ -> Inline in
      switch random.below(depth > 2 ? 3 : 7) {
      case 0...2:
        let text = text(&random)
        words += text
        return .text(text)
      case 3: return .strong(inlines(&random, depth: depth + 1, isLink: isLink, &words))
      case 4: return .emphasis(inlines(&random, depth: depth + 1, isLink: isLink, &words))
      case 5:
        let text = text(&random)
        words += text
        return .code(text)
      default:
        let inner = inlines(&random, depth: depth + 1, isLink: true, &words)
        return isLink ? .strong(inner) : .link(inner, to: .page(.index))
      }
    }
  }

  private static func block(
    _ random: inout SplitMix, depth: Int, _ words: inout String
  ) -> Block {
    switch random.below(depth > 2 ? 2 : 6) {
    case 0: return .paragraph(inlines(&random, depth: 0, &words))
    case 1: return .heading(2, inlines(&random, depth: 0, &words))
    case 2:
      let numbered = random.below(2) == 0
      return .list(
        (0..<random.below(4)).map { _ in
          (0..<random.below(3)).map { _ in block(&random, depth: depth + 1, &words) }
        }, numbered: numbered)
    case 3:
      return .quote((0..<random.below(3)).map { _ in block(&random, depth: depth + 1, &words) })
    case 4:
      let columns = 1 + random.below(3)
      let rows = (0..<(1 + random.below(3))).map { _ in
        (0..<columns).map { _ in inlines(&random, depth: 0, &words) }
      }
      return .table(header: rows[0], rows: Array(rows.dropFirst()))
    default:
      return depth > 0 ? .rule : .region(.section, [block(&random, depth: 0, &words)])
    }
  }

  @Test("a figure stands in the HTML before what tells the same, and not in the Markdown")
  func figures() throws {
    let text = MarkdownWriter.write(
      [.paragraph("prima"), .figure("map", [.bullets([["Grova"]])])], on: Self.path)
    #expect(text.string == "prima\n\n- Grova\n")
    let figure = Array("<figure><svg></svg></figure>".utf8)
    let page = try Markdown.page(text.bytes, regions: text.regions, figures: ["map": figure])
    let html = String(decoding: page.main, as: UTF8.self).split(separator: "\n").joined()
    #expect(
      html == "<p>prima</p><div class=\"figure map\"><figure><svg></svg></figure>"
        + "<ul><li>Grova</li></ul></div>")
    let bare = try Markdown.page(text.bytes, regions: text.regions)
    #expect(!String(decoding: bare.main, as: UTF8.self).contains("<svg>"))
  }

  @Test("a figure without its list or table is left out")
  func figureAlone() {
    var contents = PageContents(path: Self.path)
    contents.fill("map", figure: Array("<svg></svg>".utf8), [])
    contents.fill("timeline", figure: Array("<svg></svg>".utf8), [.bullets([])])
    #expect(contents.slots.isEmpty && contents.figures.isEmpty)
  }
}
