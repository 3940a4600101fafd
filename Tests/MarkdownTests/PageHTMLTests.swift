import Markdown
import Testing

/// What the HTML of a page has that Markdown cannot say.
@Suite struct PageHTMLTests {
  @Test func showsChipsInTablesAsElsewhere() throws {
    let source = """
      **● Riferito** e **altro**

      | Segno | Testo |
      | --- | --- |
      | **● Riferito** | uno |
      | due **◐ Sostenuto** | **tre** |
      """
    let html = String(
      decoding: try Markdown.page(Array((source + "\n").utf8)).main, as: UTF8.self)
    #expect(html.contains("<span class=\"chip stated\">Riferito</span> e <strong>altro</strong>"))
    #expect(
      html.contains("<td><strong><span class=\"chip stated\">Riferito</span></strong></td>"))
    #expect(
      html.contains(
        "<td>due <strong><span class=\"chip alleged\">Sostenuto</span></strong></td>"))
    #expect(html.contains("<td><strong>tre</strong></td>"))
  }

  @Test func givesHeadingsIDsAndKeepsTheirWords() throws {
    // Enough headings that memory is used again.
    let source = (1...50).map { "## [Nome \($0)](a.md) & `c` *due*\n\n" }.joined()
    let ids = (1...50).map { HeadingID(line: 2 * $0 - 1, id: "n\($0)") }
    let page = try Markdown.page(Array(source.utf8), headingIDs: ids)
    let html = String(decoding: page.main, as: UTF8.self)
    for i in 1...50 {
      #expect(
        html.contains(
          """
          <h2 id="n\(i)">
          <a href="a.html">Nome \(i)</a> &amp; <code>c</code> <em>due</em>
          </h2>
          """))
    }
  }
}
