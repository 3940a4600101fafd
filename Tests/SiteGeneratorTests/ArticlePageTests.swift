import DossierModel
import Markdown
import Testing

@testable import SiteGenerator

/// An article's text on its page: unaltered, with every quotation marked in its place.
@Suite struct ArticlePageTests {
  /// Faults of the page of `text`; quotations, passages and links as UTF-8 spans.
  static func faults(
    _ text: ArticleText, quotations: [TextSpan] = [], passages: [TextSpan] = [],
    links: [TextSpan] = [], paragraphs: [TextSpan] = []
  ) throws -> [String] {
    let map = CodePointMap(text)
    func anchor(_ span: TextSpan) -> String {
      let range = map.codePoints(span)
      return "c\(range.lowerBound)-\(range.upperBound)"
    }
    let path = SitePath("articles/x.md")
    let body = ArticleBody(
      text: text, paragraphs: paragraphs,
      quotations: (quotations + passages).map { (anchor($0), $0) },
      links: links.map { ($0, SitePath("actors/a.md")) }, on: path)
    let page = MarkdownWriter.write([.heading(1, ["Titolo"]), .article(body)], on: path)
    let marks =
      quotations.map {
        TextOverlay.Mark(
          quotation: "x-\(anchor($0))", anchor: anchor($0), span: $0.range,
          note: .init(sign: "1", target: "../quotations.md#\(anchor($0))", label: "Citazione 1"))
      } + passages.map { TextOverlay.Mark(quotation: nil, anchor: anchor($0), span: $0.range) }
    let overlay = TextOverlay(
      article: "x", text: text.bytes, lines: page.articleLines ?? 1..<1, marks: marks)
    let rendered = try Markdown.page(
      page.bytes, regions: page.regions, headingIDs: page.headingIDs, overlay: overlay)
    let read = ReadPage(rendered.main)

    var faults: [String] = []
    if !read.isWellFormed { faults.append("elements are not closed in order") }
    if read.linksInLinks > 0 { faults.append("a link inside a link") }
    if ReadPage.collapse(read.text) != ReadPage.collapse(text.string) {
      faults.append("text reads \(read.text.debugDescription)")
    }
    if !read.notes.isEmpty, read.notes.count != quotations.count {
      faults.append("\(read.notes.count) notes for \(quotations.count) quotations")
    }
    for span in quotations {
      guard let mark = read.marks["x-\(anchor(span))"] else {
        faults.append("\(anchor(span)) is not marked")
        continue
      }
      if ReadPage.ink(mark.parts.joined()) != ReadPage.ink(text[span]) {
        faults.append("\(anchor(span)) reads \(mark.parts)")
      }
      if mark.ids.first != anchor(span) || mark.ids.dropFirst().contains(where: { $0 != nil }) {
        faults.append("\(anchor(span)) has ids \(mark.ids)")
      }
      if mark.parts.count == 1,
        ReadPage.collapse(mark.parts[0]) != ReadPage.collapse(text[span])
      {
        faults.append("\(anchor(span)) reads \(mark.parts)")
      }
      let before = text[TextSpan(0, span.start)]
      if mark.first != before.unicodeScalars.count(where: { !$0.properties.isWhitespace }) {
        faults.append("\(anchor(span)) stands in another place")
      }
    }
    let anchors = Set(quotations.map(anchor) + passages.map(anchor))
    if Set(rendered.anchors) != anchors || rendered.anchors.count != anchors.count {
      faults.append("anchors \(rendered.anchors)")
    }
    return faults
  }

  /// Where `words` stand in `text`.
  static func span(of words: String, in text: ArticleText) throws -> TextSpan {
    let (words, bytes) = (Array(words.utf8), text.bytes)
    let start = try #require(
      (0...max(0, bytes.count - words.count)).first { bytes[$0...].starts(with: words) })
    return TextSpan(start, start + words.count)
  }

  @Test(arguments: [
    ("Ha detto «basta» e poi.", ["basta"], []),
    ("Ha detto «basta».", ["basta"], ["basta"]),
    ("Il ministro Rossi ha detto: ciao", ["ministro Rossi ha"], ["Rossi"]),
    ("Il ministro Rossi ha detto: ciao", ["Rossi ha detto"], ["ministro Rossi"]),
    ("Il ministro Rossi ha detto: ciao", ["Il ministro"], ["ministro Rossi"]),
    ("uno due tre quattro", ["uno due tre quattro", "due tre", "due", "tre quattro"], ["tre"]),
    ("uno due tre quattro cinque", ["uno due tre", "due tre quattro", "tre quattro cinque"], []),
    ("«Prima.\n\nSeconda.\n\nTerza.» Fine", ["Prima.\n\nSeconda.\n\nTerza."], ["Seconda"]),
    ("«Prima\nriga» e «altra\r\nriga»\rfine", ["Prima\nriga", "altra\r\nriga"], ["Prima\nriga"]),
    ("Aiuto!Roma chiama", ["Roma"], ["Roma"]),
    ("![foto](f.png) <b>grezzo</b> &amp; &lt; \\* `x`", ["foto](f.png) <b>"], ["grezzo"]),
    ("Il <unknown soldier> ha detto «<!-- no -->»", ["<!-- no -->"], ["<unknown soldier>"]),
    ("1. uno\n2) due\n# tre\n> quattro\n- cinque\n+ sei\n* sette\n=\n---\n===", ["due\n# tre"], []),
    ("    rientrato\n\n\tanche\n  questo  \nfine   ", ["rientrato\n\n\tanche"], ["questo"]),
    ("| a | b |\n| - | - |\n| 1 | 2 |", ["a | b |\n| -"], ["2"]),
    ("a\n:-\nb", ["a\n:-\nb"], []),
    ("[a]: http://x.example\n\n[a] www.example.org https://example.org", ["www.example"], []),
    (
      "ca\u{300}ffe\u{301} e\u{200D}a \u{FEFF}b\u{A0}c \u{2028} d\u{B}e\u{C}f\u{1F}g", ["b\u{A0}c"],
      []
    ),
    ("~~~\ncodice\n~~~\n```\naltro\n```", ["codice"], ["altro"]),
    ("a\\\nb\\\\\nc", ["a\\\nb"], []),
    ("\u{1F}\n\n\u{85}x\u{85}\ny", ["x"], []),
    ("&#35; &copy; &notanentity &#x41;", ["&copy;"], []),
    ("<a id=\"c1-2\"></a>x", ["<a id=\"c1-2\"></a>"], ["x"]),
    ("- - - -\n\n***\n\n___\n\n+ x\n1.\n2)", ["- -"], []),
    ("**\u{25C6} Finto**", ["Finto"], []),
    ("\u{FEFF}inizio", ["inizio"], []),
    ("x", ["x"], ["x"]),
  ]) func holdsTheText(text: String, quotations: [String], links: [String]) throws {
    let text = ArticleText(text)
    let faults = try Self.faults(
      text, quotations: quotations.map { try Self.span(of: $0, in: text) },
      links: links.map { try Self.span(of: $0, in: text) })
    #expect(faults == [])
  }

  @Test func breaksParagraphsWhereTheReadingDoes() throws {
    let text = ArticleText("Prima riga.\nSeconda riga.\nancora.")
    let body = ArticleBody(
      text: text, paragraphs: [TextSpan(0, 11), TextSpan(12, 33)], quotations: [], links: [],
      on: .index)
    #expect(
      String(decoding: body.markdown, as: UTF8.self)
        == "Prima riga.\n\nSeconda riga.\nancora.\n")
  }

  @Test func anchorsStandBeforeTheLinkThatAQuotationBeginsIn() throws {
    let text = ArticleText("Il ministro Rossi: basta")
    let body = ArticleBody(
      text: text, paragraphs: [], quotations: [("c12-24", TextSpan(12, 24))],
      links: [(TextSpan(3, 17), .actor(Actor.ID("rossi")))], on: .article(Article.ID("a")))
    #expect(
      String(decoding: body.markdown, as: UTF8.self)
        == "Il <a id=\"c12-24\"></a>[ministro Rossi](../actors/rossi.md): basta\n")
  }

  @Test func marksEvidenceAroundQuotations() throws {
    let text = ArticleText("Ha detto «basta» ieri.")
    #expect(
      try Self.faults(
        text, quotations: [try Self.span(of: "basta", in: text)],
        passages: [text.span, try Self.span(of: "basta", in: text)]) == [])
  }

  @Test func noticesAlteredText() throws {
    let page = MarkdownWriter.write([.paragraph("Ha detto basta")], on: .index)
    let overlay = TextOverlay(
      article: "x", text: Array("Ha detto  bastà".utf8), lines: 1..<2, marks: [])
    #expect(throws: MarkdownError.altered(article: "x", offset: 14)) {
      try Markdown.page(page.bytes, overlay: overlay)
    }
    let glued = TextOverlay(
      article: "x", text: Array("Hadetto basta".utf8), lines: 1..<2, marks: [])
    #expect(throws: MarkdownError.self) { try Markdown.page(page.bytes, overlay: glued) }
  }

  /// Random texts of everything that means something to Markdown, with random quotations and links.
  @Test(arguments: 0..<16) func holdsRandomTexts(seed: UInt64) throws {
    let words = [
      "\\", "`", "*", "_", "[", "]", "(", ")", "<", ">", "#", "~", "&", "-", "+", "=", ".", "1",
      "23",
      "!", "|", ":", "www", "http://", "https://x", "a", "bè", "l’altro", " ", " ", " ", "  ", "\t",
      "\n", "\n", "\r\n", "\r", "\n\n", "\u{A0}", "\u{2028}", "e\u{301}", "\u{200D}", "\u{B}",
      "\u{C}", "\u{1F}", "\u{FEFF}", "&amp;", "<b>", "</b>", "<!--", "-->", "```", "[a](b)", "![",
      "«", "»", "\"", "'", "$", "@", "^", "{", "}", "%", "\u{25C6} ", "    ", "1. ", "- ", "> ",
      "# ",
      "---", "|-|", "[x]: /y", "\u{202E}", "😀", "<a id=\"c1-2\"></a>", "&#35;", "**", "__",
    ]
    var random = SplitMix(state: seed)
    for _ in 0..<200 {
      var string = ""
      for _ in 0..<random.below(60) { string += words[random.below(words.count)] }
      let text = ArticleText(string)
      let faults = try Self.faults(
        text, quotations: Self.spans(&random, in: text, count: random.below(6)),
        passages: Self.spans(&random, in: text, count: random.below(3)),
        links: Self.spans(&random, in: text, count: random.below(5)),
        paragraphs: Self.spans(&random, in: text, count: random.below(3)))
      #expect(faults == [], "\(string.debugDescription)")
      if !faults.isEmpty { break }
    }
  }

  /// Random spans without white space at their ends, each once.
  static func spans(_ random: inout SplitMix, in text: ArticleText, count: Int) -> [TextSpan] {
    let bounds = text.bytes.indices.filter { text.bytes[$0] & 0xC0 != 0x80 } + [text.bytes.count]
    var spans = Set<TextSpan>()
    for _ in 0..<count {
      let (a, b) = (bounds[random.below(bounds.count)], bounds[random.below(bounds.count)])
      var span = text.trimmed(TextSpan(min(a, b), max(a, b)))
      // Separators that Unicode calls white space are no end of a quotation either.
      while !span.isEmpty, text[span].unicodeScalars.first.map(Self.isSpace) == true {
        span.start += text[span].unicodeScalars.first.map { UTF8.width($0) } ?? 1
      }
      while !span.isEmpty, text[span].unicodeScalars.last.map(Self.isSpace) == true {
        span.end -= text[span].unicodeScalars.last.map { UTF8.width($0) } ?? 1
      }
      if !span.isEmpty { spans.insert(span) }
    }
    return spans.sorted()
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
      || scalar.value == 0xFEFF
  }
}

/// Pseudo-random numbers that are the same in every run (SplitMix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
  /// A number from 0 up to `bound`.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }
}
