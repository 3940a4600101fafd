import DossierModel
import Testing

@testable import Extraction

/// An article that says more than is read of one.
@Suite struct ReadingLimitTests {
  private static let sentence = "Il ministro Carlo Verdi ha detto: «Il ponte di Grova è chiuso». "

  private static func article(_ text: String) -> Article {
    Article(id: .init("a"), file: "a.txt", text: ArticleText(text), sha256: ContentHash(of: text))
  }

  @Test func lessThanThatIsReadAsItIs() {
    let article = Self.article(String(repeating: Self.sentence, count: 4))
    let reading = Extractor().read(article)
    let findings = reading.quotations.count + reading.claims.count + reading.events.count
    #expect(findings >= 4)
    #expect(Extractor().readWithinLimit(article) == reading)
    #expect(Extractor().readWithinLimit(article, limit: findings) == reading)
    #expect(Extractor().readWithinLimit(article, limit: findings - 1) != reading)
  }

  @Test func moreIsReadAsIfItEndedBeforeThatSentence() throws {
    let article = Self.article(String(repeating: Self.sentence, count: 9))
    let whole = Extractor().read(article)
    let fifth = whole.sentences[4].start
    let starts =
      whole.quotations.map(\.span.start) + whole.claims.map(\.span.start)
      + whole.events.map(\.trigger.start)
    let reading = Extractor().readWithinLimit(
      article, limit: starts.count { $0 < fifth })
    let end = try #require(reading.end)
    #expect(end == fifth)
    #expect(reading.quotations.count == whole.quotations.count { $0.span.start < fifth })
    #expect(reading.mentions.allSatisfy { $0.span.end <= end })
    // The text is all there.
    #expect(reading.sentences == whole.sentences)
    #expect(reading.paragraphs == whole.paragraphs)
    let before = Self.article(String(decoding: article.text.bytes[..<end], as: UTF8.self))
    let beginning = Extractor().read(before)
    #expect(reading.events == beginning.events && reading.actors == beginning.actors)
  }

  @Test func aSentenceWithoutEndIsCutInIt() throws {
    let article = Self.article(
      "Verdi ha detto " + String(repeating: "«il ponte è chiuso», ", count: 40))
    let reading = Extractor().readWithinLimit(article, limit: 5)
    let end = try #require(reading.end)
    #expect(end > 0 && end < article.text.bytes.count)
    #expect(reading.quotations.count <= 6)
  }

  @Test func nothingIsNoMore() {
    for text in ["", " ", "a"] {
      #expect(Extractor().readWithinLimit(Self.article(text), limit: 0).end == nil)
    }
  }
}
