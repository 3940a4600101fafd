import DossierModel
import Foundation
import Testing

@testable import SiteGenerator

/// A small site as it should be, file by file, in `Golden/`.
///
/// With `RECORD_GOLDEN` in the environment the files are written anew and the test fails, so that
/// nobody takes a recording for a success.
@Suite struct GoldenSiteTests {
  static let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  /// The pages of `dossier`, built with `jobs` threads.
  static func pages(
    of dossier: Dossier, language: String = "it", jobs: Int = 2
  ) throws -> [String: String] {
    let folder = try TemporaryFolder()
    var dossier = dossier
    dossier.language = language
    let texts = dossier.articles.map { record in
      SiteFile(SitePath.article(record.article.id).plainText) { record.article.text.bytes }
    }
    let data = SiteFile(SitePath("data/dossier.json")) { Array("{}".utf8) }
    _ = try Site.build(
      dossier, templates: Templates(language: language), to: folder.path + "/site",
      files: texts + [data], jobs: jobs, version: "0")
    return folder.files(in: "site").filter { $0.key.hasSuffix(".md") || $0.key.hasSuffix(".html") }
  }

  @Test func theSiteOfValdoriaIsAsItShouldBe() throws {
    let built = try Self.pages(of: PageSamples.valdoria)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try? FileManager.default.removeItem(at: Self.golden)
      for (path, text) in built {
        let file = Self.golden.appendingPathComponent(path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: false, encoding: .utf8)
      }
      Issue.record("the golden site was recorded; look at the difference and run again")
      return
    }
    var expected: [String: String] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: Self.golden.path)
      ?? .init()
    where name.hasSuffix(".md") || name.hasSuffix(".html") {
      expected[name] = try String(
        contentsOf: Self.golden.appendingPathComponent(name), encoding: .utf8)
    }
    #expect(Set(expected.keys).subtracting(built.keys).sorted() == [], "missing pages")
    #expect(Set(built.keys).subtracting(expected.keys).sorted() == [], "unexpected pages")
    for (path, text) in expected.sorted(by: { $0.key < $1.key }) {
      guard let other = built[path], other != text else { continue }
      let lines = zip(text.split(separator: "\n"), other.split(separator: "\n"))
      let (was, now) = lines.first { $0 != $1 } ?? ("", "(other length)")
      Issue.record("\(path): “\(was)” is now “\(now)”")
    }
  }

  @Test func anyNumberOfThreadsMakesTheSamePages() throws {
    let alone = try Self.pages(of: PageSamples.valdoria, jobs: 1)
    #expect(try Self.pages(of: PageSamples.valdoria, jobs: 4) == alone)
  }

  @Test func anEmptyDossierIsASite() throws {
    let pages = try Self.pages(of: Dossier(title: "Niente", language: "it"))
    #expect(
      pages.keys.filter { $0.hasSuffix(".md") }.sorted()
        == [
          "actors.md", "articles.md", "changes.md", "codebook.md", "coverage.md", "events.md",
          "how-to-read.md", "index.md", "locations.md", "map.md", "method.md", "names.md",
          "network.md", "quotations.md", "timeline.md", "versions.md",
        ])
  }

  @Test func anEnglishSiteHasNoItalianWords() throws {
    let italian = try Templates(language: "it").words
    let english = try Templates(language: "en").words
    let pages = try Self.pages(of: PageSamples.valdoria, language: "en")
    // Words of several letters that only Italian has.
    let telling = italian.keys.filter { key in
      guard !key.hasPrefix("country."), !key.hasPrefix("language.") else { return false }
      let text = italian.text(forKey: key) ?? ""
      return text != english.text(forKey: key) && text.contains(" ") && !text.contains("{")
    }
    #expect(telling.count > 50)
    for (path, page) in pages where path.hasSuffix(".md") {
      for key in telling {
        let text = italian.text(forKey: key) ?? ""
        #expect(!page.contains(text), "\(path): \(text)")
      }
    }
  }
}
