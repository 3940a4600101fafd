import DossierModel
import Foundation
import Interchange
import SiteGenerator
import Testing

@testable import dossier

/// The commands beside build.
@Suite struct CommandTests {
  private static let articles = [
    "seeds/uno.txt":
      "Il ministro Carlo Verdi ha detto: «Il ponte è chiuso». A Grova sono morte 3 persone.\n"
  ]

  private static func faults(of site: String) throws -> [String] {
    let published = try PublishedSite(site)
    var spans = PublishedSpans { published.bytes(of: $0) }
    for file in published.files where file.path.hasSuffix(".json") {
      spans.check(file, named: file.path)
    }
    #expect(spans.count > 0)
    return (published.changes() + spans.faults).map(\.code)
  }

  @Test func aSiteIsAsItWasWritten() throws {
    let work = try Folder(Self.articles)
    try build(work.path + "/seeds", into: work.path + "/site")
    #expect(try Self.faults(of: work.path + "/site") == [])
    try work.write("mine", to: "site/CNAME")
    #expect(try Self.faults(of: work.path + "/site") == [])
  }

  @Test func whatWasChangedIsFound() throws {
    let work = try Folder(Self.articles)
    let site = work.path + "/site"
    try build(work.path + "/seeds", into: site)
    try work.write("other", to: "site/index.html")
    try FileManager.default.removeItem(atPath: site + "/index.md")
    #expect(try Self.faults(of: site) == ["site-changed", "site-changed"])
    let text = try work.read("site/articles/uno.txt")
    try work.write(
      text.replacingOccurrences(of: "ponte", with: "porto"), to: "site/articles/uno.txt")
    #expect(try Self.faults(of: site).contains("site-span"))
    try work.write("{\"a\": [", to: "site/data/dossier.json")
    #expect(try Self.faults(of: site).contains("site-data"))
  }

  @Test func aFolderThatIsNoSiteIsAnError() throws {
    let work = try Folder(["a/b.txt": "x", "c/.dossier": "dossier 1\nnonsense\n"])
    for folder in ["a", "c", "none"] {
      #expect(throws: PublicationError.self) { try PublishedSite(work.path + "/" + folder) }
    }
  }

  @Test func aNewFolderDecidesNothingAndNothingIsOverwritten() throws {
    let work = try Folder()
    let command = try NewCommand.parse([work.path + "/mio"])
    try command.run()
    try work.write(Self.articles["seeds/uno.txt"] ?? "", to: "mio/seeds/uno.txt")
    try build(work.path + "/mio/seeds", into: work.path + "/mio/site")
    #expect(throws: (any Error).self) { try command.run() }
    // Every line that is offered is one that the program takes.
    let offered = NewCommand.editorFile.split(separator: "\n")
      .filter { $0.hasPrefix("#") && !$0.hasPrefix("# ") }.map { $0.dropFirst() }
    #expect(offered.count > 10)
    for key in ["title", "articles", "actors", "events", "quotations", "claims", "dates"] {
      #expect(offered.contains { $0.hasPrefix(key + ":") })
    }
  }
}
