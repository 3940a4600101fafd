import DossierModel
import Foundation
import Testing

@testable import dossier

/// What is dated of an article whose day nobody has told.
@Suite struct UndatedTests {
  private func dossier(_ text: String) throws -> (dossier: Dossier, diagnostics: [String]) {
    try dossier(files: ["seeds/a.txt": text])
  }

  private func dossier(
    files: [String: String]
  ) throws -> (dossier: Dossier, diagnostics: [String]) {
    let work = try Folder(files)
    var diagnostics: [String] = []
    let report = try Build(
      articles: work.path + "/seeds", site: work.path + "/site",
      templates: packageFolder + "/Templates", language: nil, jobs: 1
    ).run(diagnostics: { diagnostics += $0.map(\.text) })
    return (try #require(report.dossier), diagnostics)
  }

  /// The years that the dates of `dossier` begin and end with.
  private func years(_ dossier: Dossier) -> Set<Int> {
    let dates =
      dossier.events.compactMap(\.when.edtf)
      + dossier.events.flatMap(\.accounts).compactMap(\.when.edtf)
      + dossier.articles.flatMap(\.dates).compactMap(\.edtf)
      + dossier.quotations.compactMap(\.date) + dossier.claims.compactMap(\.asOf)
    return Set(dates.flatMap { [$0.earliest?.year, $0.latest?.year].compactMap { $0 } })
  }

  @Test func nothingIsDatedToAYearThatTheTextDoesNotGive() throws {
    let article = "000_a4b227896e37e968.txt"
    let text = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: packageFolder + "/seeds/" + article)),
      as: UTF8.self)
    let years = years(try dossier(text).dossier)
    // It gives 2020 and "the end of the eighties".
    #expect(years.isSubset(of: [2020, 1987, 1988, 1989]), "\(years)")
    #expect(years.contains(2020))
  }

  @Test(arguments: [
    "Martedì un raid ha colpito Damasco. A marzo Putin ha incontrato Xi a Pechino.",
    "Il 17 settembre Russia e Ucraina hanno firmato una tregua a Istanbul.",
    "Ieri sono morte tre persone a Tripoli. La scorsa settimana erano venti.",
    "Nella notte l’esercito ha bombardato Idlib; il 5 maggio i morti erano 12.",
  ]) func aDayWithoutAYearIsNoDate(_ text: String) throws {
    let (dossier, diagnostics) = try dossier(text)
    #expect(years(dossier) == [], "\(text)")
    #expect(dossier.events.count + dossier.claims.count > 0)
    #expect(
      diagnostics.contains { $0.contains("a.txt") && $0.contains("no publication date") },
      "\(diagnostics)")
  }

  @Test func theYearOfTheTextIsTaken() throws {
    let (dossier, _) = try dossier("Il 17 settembre 2023 un raid ha colpito Damasco.")
    #expect(years(dossier) == [2023])
  }

  @Test func aStatedDateIsNotMissed() throws {
    let (dossier, diagnostics) = try dossier(files: [
      "seeds/a.txt": "Martedì un raid ha colpito Damasco.",
      "seeds/dossier.yml": "articles: {a.txt: {published: 2024-05-08}}",
    ])
    #expect(years(dossier) == [2024])
    #expect(!diagnostics.contains { $0.contains("no publication date") })
  }
}
