import Assembly
import DossierModel
import Foundation
import Ingestion
import Testing

@testable import dossier

/// `dossier review` and `dossier explain`, from files to lines.
@Suite struct DeskTests {
  private static let text =
    "GROVA – Il ministro Ada Brenz ha visitato il porto martedì.\n\n«Non torneremo indietro».\n\n"
    + "La città è sotto assedio, ha detto Ada Brenz."

  private func dossier(_ folder: Folder) throws -> Dossier {
    try DossierReader(articles: folder.path + "/seeds", language: nil, jobs: 1, outcome: "")
      .read { _ in }.0
  }

  private func review(_ folder: Folder) throws -> ReviewReport {
    let dossier = try dossier(folder)
    return ReviewReport(
      ReviewList(of: dossier), dossier, SourceLocator(folder: folder.path + "/seeds"))
  }

  private func explanation(_ folder: Folder, _ id: String) throws -> [String]? {
    var report = ExplanationReport(
      try dossier(folder), SourceLocator(folder: folder.path + "/seeds"))
    return report.lines(for: id)
  }

  @Test func aQuestionIsToldWithItsPlaceItsWordsAndTheLinesToPaste() throws {
    let folder = try Folder(["seeds/a.txt": Self.text])
    var report = try review(folder)
    let lines = report.lines
    let start = try #require(lines.firstIndex { $0.hasSuffix("[speaker]") })
    #expect(
      lines[start]
        == "# \(folder.path)/seeds/a.txt:3:2: who says \"Non torneremo indietro\"? [speaker]")
    #expect(lines[start + 1] == "#   «⟦Non torneremo indietro⟧».")
    #expect(
      lines.contains(
        "  - {article: a.txt, exact: \"Non torneremo indietro\", review: accepted}"))
  }

  @Test func theWholeListIsAnEditorsFile() throws {
    let folder = try Folder(["seeds/a.txt": Self.text])
    var report = try review(folder)
    let comments = report.lines.filter { $0.hasPrefix("#") || $0.isEmpty }
    try folder.write(comments.joined(separator: "\n"), to: "seeds/dossier.yml")
    #expect(throws: Never.self) { try dossier(folder) }
  }

  @Test func pastedLinesSettleTheQuestion() throws {
    let folder = try Folder(["seeds/a.txt": Self.text])
    var kept: [String] = []
    for _ in 0..<6 {
      let items = ReviewList(of: try dossier(folder)).items
      guard let proposal = items.first?.proposals.last else { break }
      kept += proposal.lines
      try folder.write(kept.joined(separator: "\n"), to: "seeds/dossier.yml")
    }
    #expect(ReviewList(of: try dossier(folder)).items == [])
    var report = try review(folder)
    #expect(report.lines == ["# Nothing deserves a decision."])
  }

  @Test func scriptsReadAnObjectForEachQuestion() throws {
    let folder = try Folder(["seeds/a.txt": Self.text])
    var report = try review(folder)
    let objects = try report.jsonLines.map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    let speaker = try #require(objects.first { $0["kind"] as? String == "speaker" })
    let passage = try #require((speaker["passages"] as? [[String: Any]])?.first)
    #expect(passage["line"] as? Int == 3 && passage["column"] as? Int == 2)
    #expect(passage["exact"] as? String == "Non torneremo indietro")
    #expect(passage["start"] as? Int == 62 && passage["end"] as? Int == 84)
    let proposals = try #require(speaker["proposals"] as? [[String: Any]])
    #expect((proposals.last?["lines"] as? [String])?.first == "quotations:")
  }

  @Test func placesOfMarkdownAreThoseOfItsFile() throws {
    let folder = try Folder([
      "seeds/a.md":
        "---\npublished: 2031-05-02\n---\n# Titolo\n\nUno.\n\n«*Non* torneremo mai indietro».\n\n«Basta con questa guerra».\n"
    ])
    var report = try review(folder)
    let lines = report.lines.filter { $0.hasSuffix("[speaker]") }
    // Words that the file writes with markers between them have the file alone.
    #expect(lines.contains { $0.contains("a.md: who says \"Non torneremo mai indietro\"?") })
    #expect(lines.contains { $0.contains("a.md:10:2: who says \"Basta con questa guerra\"?") })
  }

  @Test func anIdAndAPlaceAreExplained() throws {
    let folder = try Folder(["seeds/a.txt": Self.text])
    let quotation = try #require(try explanation(folder, "a-c62-84"))
    #expect(
      quotation.first
        == "quotation a-c62-84, direct: «Non torneremo indietro» (\(folder.path)/seeds/a.txt:3:2)")
    let place = try #require(try explanation(folder, "\(folder.path)/seeds/a.txt:1:23"))
    #expect(place.first == "name, person: «Ada Brenz» (\(folder.path)/seeds/a.txt:1:21)")
    #expect(try explanation(folder, "a.txt:2:1")?.count == 1)
    #expect(try explanation(folder, "a.txt:99:1") == nil)
    #expect(try explanation(folder, "nessuno") == nil)
  }

  @Test func aDecisionThatIsLostIsToldByTheBuild() throws {
    let folder = try Folder([
      "seeds/a.txt": Self.text,
      "seeds/dossier.yml":
        "articles: {a.txt: {published: 2031-05-02}}\nevents: [{id: x, hide: true}]",
    ])
    var told: [String] = []
    _ = try Build(
      articles: folder.path + "/seeds", site: folder.path + "/site",
      templates: packageFolder + "/Templates", language: nil, jobs: 1
    ).run(diagnostics: { told += $0.map(\.text) })
    #expect(
      told == [
        "\(folder.path)/seeds/dossier.yml:2:10: warning: there is no event \"x\"; data/dossier.json "
          + "has the ids [decision-lost]"
      ])
  }

  @Test func twoEventsWithOneIdAreNotPublished() throws {
    let folder = try Folder([
      "seeds/a.txt": "Il 3 maggio 2031 si spara a Tblisi. Il 4 maggio 2031 si spara a Erevan.",
      "seeds/dossier.yml":
        "events:\n  - {article: a.txt, exact: a Tblisi, id: due}\n"
        + "  - {article: a.txt, exact: a Erevan, id: due}",
    ])
    #expect(faults(folder.path + "/seeds", into: folder.path + "/site").count == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/site"))
  }
}
