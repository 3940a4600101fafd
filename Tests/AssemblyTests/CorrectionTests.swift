import DossierModel
import Testing

@testable import Assembly

/// Corrections that readers are told of.
@Suite struct CorrectionTests {
  @Test func areTakenDownWithWhatTheyAreAbout() throws {
    let event = try #require(Edited(valdoria()).event("L’attacco di martedì è durato sei ore"))
    let edited = Edited(
      valdoria(),
      """
      corrections:
        - {date: 2031-06, text: Prima.}
        - {date: 2031-06-08, pages: [\(event.id), a17, lega, grova], text: Dopo.}
      """)
    #expect(edited.diagnostics == [])
    #expect(edited.dossier.corrections.map(\.text) == ["Dopo.", "Prima."])
    #expect(
      edited.dossier.corrections.first?.subjects == [
        .event(event.id), .article(Article.ID("a17")), .actor(Actor.ID("lega")),
        .location(Location.ID("grova")),
      ])
  }

  @Test func anIdThatNothingHasIsTold() {
    let edited = Edited(
      valdoria(), "corrections: [{date: 2031, pages: [legaa, a17, a17], text: x}]")
    #expect(
      edited.diagnostics.map(\.text) == [
        "dossier.yml:1:36: warning: no page has the id \"legaa\"; did you mean \"lega\"? "
          + "[decision-lost]"
      ])
    #expect(edited.dossier.corrections.first?.subjects == [.article(Article.ID("a17"))])
  }

  @Test(arguments: [
    ("corrections: [{text: x}]", "\"date\" is missing"),
    ("corrections: [{date: 2031}]", "\"text\" is missing"),
    ("corrections: [{date: ieri, text: x}]", "\"date\" must be a date"),
    ("corrections: [{date: 2031/2032, text: x}]", "\"date\" must be a date"),
    ("corrections: {date: 2031, text: x}", "must be a list of corrections"),
  ])
  func whatIsWrongIsAnError(_ yaml: String, _ fault: String) {
    let edited = Edited(valdoria(), yaml)
    #expect(edited.diagnostics.contains { $0.severity == .error && $0.message.contains(fault) })
    #expect(edited.dossier.corrections == [])
  }
}
