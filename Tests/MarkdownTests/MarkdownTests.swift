import Markdown
import Testing

/// What stands in a Markdown article, without its markers.
@Suite struct PlainTextTests {
  @Test(arguments: [
    ("Ha detto **«basta»** _ieri_.", "Ha detto «basta» ieri."),
    ("# Titolo\n\nPrimo\nancora  \nfine", "Titolo\n\nPrimo\nancora\nfine"),
    ("Il <unknown soldier> ha <b>detto</b>", "Il <unknown soldier> ha <b>detto</b>"),
    ("<div>\ngrezzo\n</div>\n\ndopo", "<div>\ngrezzo\n</div>\n\ndopo"),
    ("- uno\n- due\n\n1. tre", "uno\n\ndue\n\ntre"),
    ("> citato\n> ancora\n\n***\n\ndopo", "citato\nancora\n\ndopo"),
    ("```\ncodice *x*\n\ny\n```\ndopo", "codice *x*\n\ny\n\ndopo"),
    ("Vedi [qui](https://example.org \"t\") e ![la foto](f.png)", "Vedi qui e la foto"),
    ("[nota][1] e\n\n[1]: https://example.org 'x'\n", "nota e"),
    ("| a | b |\n| - | - |\n| 1 | 2 |", "| a | b |\n| - | - |\n| 1 | 2 |"),
    ("a &amp; b \\* `c  d` ~~e~~ https://example.org", "a & b * c  d ~~e~~ https://example.org"),
    ("riga\r\nriga\rriga", "riga\nriga\nriga"),
    ("#\n\n# A", "A"),
    ("", ""), ("\n\n", ""),
  ]) func keepsTheWords(source: String, text: String) throws {
    #expect(String(decoding: try Markdown.plainText(of: Array(source.utf8)), as: UTF8.self) == text)
  }

  @Test func refusesReferencesMadeToGrow() {
    let bomb = "[a]: /" + String(repeating: "x", count: 40_000) + "\n\n"
    #expect(throws: MarkdownError.growing) {
      try Markdown.plainText(of: Array((bomb + String(repeating: "[a]", count: 14_000)).utf8))
    }
  }

  @Test(arguments: [">", "[", "*", "`", "<", "- ", "![", "_a", "&#", "]", "[a](", "**a *a ", "1. "])
  func readsDeepNestingQuickly(marker: String) throws {
    let source = Array(String(repeating: marker, count: 20_000).utf8) + Array("x".utf8)
    let started = ContinuousClock.now
    let text = try Markdown.plainText(of: source)
    #expect(text.last == UInt8(ascii: "x") || marker == "`")
    #expect(ContinuousClock.now - started < .seconds(5))
  }
}
