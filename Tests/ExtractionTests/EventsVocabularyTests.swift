import DossierModel
import Testing

@testable import Extraction

/// The words of the tables in sentences, and sentences in which they tell of nothing.
@Suite struct EventVocabularyTests {
  private static let told = EventVocabulary.told.flatMap { type, sentences in
    sentences.map { (type, $0) }
  }.sorted { $0.1 < $1.1 }

  @Test(arguments: told) func tells(_ type: EventType, _ text: String) {
    let read = ReadArticle(text, published: "2024-05-08")
    #expect(read.reading.events.contains { $0.type == type }, "\(text) \(read.events)")
  }

  @Test(arguments: EventVocabulary.untold) func tellsNothing(_ text: String) {
    let events = ReadArticle(text, published: "2024-05-08").events
    #expect(events == [], "\(text)")
  }

  /// Words are tried in every way they are used; a third of all that is tried must tell nothing.
  @Test func tryEnough() {
    let (told, untold) = (Self.told.count, EventVocabulary.untold.count)
    #expect(told + untold >= 250, "\(told) and \(untold)")
    #expect(untold * 3 >= told + untold, "\(told) and \(untold)")
    #expect(Set(EventVocabulary.untold).count == untold)
  }
}
