import DossierModel
import Testing

@testable import dossier

/// Articles that tell one event in other words, through the whole program.
@Suite struct SameEventTests {
  private static let first = """
    L’esercito etiope ha lanciato lunedì un’offensiva contro Macallè. Secondo la Croce Rossa, almeno \
    12 persone sono state uccise nell’offensiva. Il governo etiope ha negato di aver colpito i civili.
    """
  private static let second = """
    L’offensiva dell’esercito etiope contro Macallè, cominciata il 6 maggio 2024, ha provocato 30 morti, \
    ha fatto sapere la Croce Rossa.
    """
  private static let third = """
    Sono 45 i morti dell’operazione militare che le forze armate etiopi hanno lanciato lunedì 6 maggio \
    a Macallè, nel nord del Paese.
    """
  private static let anotherWeek = """
    L’esercito etiope ha lanciato lunedì 13 maggio una nuova offensiva contro Macallè. Nell’offensiva \
    sono state uccise almeno 20 persone.
    """

  /// The dossier of `articles`, by file, each with its date of publication.
  private func dossier(_ articles: [(name: String, text: String, date: String)]) throws -> Dossier {
    let work = try Folder()
    var editor = "title: Prova\narticles:\n"
    for (name, text, date) in articles {
      try work.write(text, to: "seeds/\(name).txt")
      editor += "  \(name).txt: {published: \(date), publisher: Testata \(name)}\n"
    }
    try work.write(editor, to: "seeds/dossier.yml")
    return try #require(try build(work.path + "/seeds", into: work.path + "/site").dossier)
  }

  private func offensives(_ dossier: Dossier) -> [Event] {
    dossier.events.filter { $0.type == .operation }
  }

  private let two: [(name: String, text: String, date: String)] = [
    ("a", Self.first, "2024-05-07"), ("b", Self.second, "2024-05-08"),
  ]
  private let three: [(name: String, text: String, date: String)] = [
    ("a", Self.first, "2024-05-07"), ("b", Self.second, "2024-05-08"),
    ("c", Self.third, "2024-05-09"),
  ]

  @Test func aThirdArticleInOtherWordsJoinsTheSameEvent() throws {
    let before = try dossier(two)
    let after = try dossier(three)
    let event = try #require(offensives(after).first)
    #expect(offensives(after).count == 1)
    #expect(event.accounts.map(\.article.rawValue) == ["a", "b", "c"])
    #expect(!event.mergeReasons.isEmpty)
    #expect(Set(before.events.map(\.id)).isSubset(of: Set(after.events.map(\.id))))
    #expect(Set(before.quotations.map(\.id)).isSubset(of: Set(after.quotations.map(\.id))))
    #expect(Set(before.claims.map(\.id)).isSubset(of: Set(after.claims.map(\.id))))
    #expect(Set(before.actors.map(\.id)).isSubset(of: Set(after.actors.map(\.id))))
  }

  @Test func itsFigureStandsBesideTheOthersByDay() throws {
    let after = try dossier(three)
    let event = try #require(offensives(after).first)
    let figures = event.figures.compactMap { id in after.claims.first { $0.id == id } }
    #expect(figures.compactMap { $0.figure?.low } == [12, 30, 45])
    #expect(!event.contests.contains { $0.matter == .howMany })
  }

  @Test func anotherWeekStaysAnotherEvent() throws {
    let before = try dossier(three)
    let after = try dossier(three + [(name: "d", text: Self.anotherWeek, date: "2024-05-14")])
    #expect(offensives(after).compactMap(\.when.edtf?.text) == ["2024-05-06", "2024-05-13"])
    #expect(Set(before.events.map(\.id)).isSubset(of: Set(after.events.map(\.id))))
    let figures = offensives(after).map { event in
      event.figures.compactMap { id in after.claims.first { $0.id == id }?.figure?.low }
    }
    #expect(figures == [[12, 30, 45], [20]])
  }

  @Test func theOrderOfTheFilesDoesNotMatter() throws {
    let one = try dossier(three)
    let other = try dossier([
      ("z", Self.first, "2024-05-07"), ("y", Self.second, "2024-05-08"),
      ("x", Self.third, "2024-05-09"),
    ])
    #expect(one.events.map(\.id) == other.events.map(\.id))
    #expect(one.events.map(\.title) == other.events.map(\.title))
  }
}
