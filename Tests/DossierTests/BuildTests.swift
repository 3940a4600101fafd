import DossierModel
import Foundation
import SiteGenerator
import Testing

@testable import dossier

/// Builds `articles` into `site`, with the package's own templates.
@discardableResult
func build(_ articles: String, into site: String, jobs: Int = 2) throws -> Build.Report {
  try Build(
    articles: articles, site: site, templates: packageFolder + "/Templates", language: nil,
    jobs: jobs
  ).run()
}

/// What a build that publishes nothing says.
func faults(_ articles: String, into site: String) -> [String] {
  do {
    try build(articles, into: site)
    return []
  } catch let failure as Build.Failure {
    return failure.diagnostics.filter { $0.severity == .error }.map(\.text)
  } catch {
    return ["\(error)"]
  }
}

@Suite struct BuildTests {
  @Test func isTheSameWithAnyNumberOfThreads() throws {
    let work = try Folder()
    try build(packageFolder + "/seeds", into: work.path + "/one", jobs: 1)
    try build(packageFolder + "/seeds", into: work.path + "/two", jobs: 2)
    #expect(Folder.files(in: work.path + "/one") == Folder.files(in: work.path + "/two"))
  }

  @Test func writesNothingAnewWhenNothingChanged() throws {
    let work = try Folder(["seeds/a.txt": "Armenia e Azerbaigian hanno firmato un accordo."])
    try build(work.path + "/seeds", into: work.path + "/site")
    let report = try build(work.path + "/seeds", into: work.path + "/site")
    #expect(report.summary.publication.written == 0)
    #expect(report.summary.publication.removed == 0)
  }

  @Test func takesAwayPagesWhoseSourceIsGoneAndKeepsForeignFiles() throws {
    let work = try Folder(["seeds/a.txt": "Il governo tace.", "seeds/b.txt": "Il premier parla."])
    let site = work.path + "/site"
    try build(work.path + "/seeds", into: site)
    try work.write("example.org", to: "site/CNAME")
    try FileManager.default.removeItem(atPath: work.path + "/seeds/b.txt")
    try build(work.path + "/seeds", into: site)
    let files = Folder.files(in: site)
    #expect(files["articles/b.html"] == nil)
    #expect(files["articles/a.html"] != nil)
    #expect(files["CNAME"] == Data("example.org".utf8))
  }

  @Test(arguments: [
    // A line of its own above an empty line is what the article is called by.
    (
      "Il ponte di Grova chiude ancora\n\nIl ponte è chiuso.\n\nRiaprirà.",
      "[Il ponte di Grova chiude ancora]"
    ),
    ("«Grova non si arrende»\n\nIl ponte è chiuso.\n\nRiaprirà.", "[«Grova non si arrende»]"),
    // A sentence, a line of prose and a single word are not.
    ("Il ponte di Grova chiude.\n\nIl ponte è chiuso.\n\nRiaprirà.", "senza titolo"),
    ("Il ponte di Grova chiude ancora\nIl ponte è chiuso.\nRiaprirà.", "senza titolo"),
    ("Grova\n\nIl ponte è chiuso.\n\nRiaprirà.", "senza titolo"),
  ]) func callsAnArticleByItsHeadline(text: String, expected: String) throws {
    let work = try Folder(["seeds/a.txt": text])
    try build(work.path + "/seeds", into: work.path + "/site")
    let page = Folder.files(in: work.path + "/site")["articles.md"] ?? Data()
    #expect(String(decoding: page, as: UTF8.self).contains(expected))
  }

  @Test func worksWithoutAnEditorsFileAndSaysWhichDateIsMissing() throws {
    let work = try Folder(["seeds/a.txt": "Martedì il premier Ada Brenz ha parlato a Goris."])
    var told: [String] = []
    _ = try Build(
      articles: work.path + "/seeds", site: work.path + "/site",
      templates: packageFolder + "/Templates", language: nil, jobs: 1
    ).run(diagnostics: { told += $0.map(\.text) })
    #expect(told.count { $0.contains("[no-date]") && $0.contains("a.txt") } == 1)
  }

  @Test func aDraftListsWhatIsToBeChecked() throws {
    let work = try Folder(["seeds/a.txt": "Martedì il premier Ada Brenz ha parlato a Goris."])
    for (isDraft, site) in [(true, "draft"), (false, "site")] {
      _ = try Build(
        articles: work.path + "/seeds", site: work.path + "/" + site,
        templates: packageFolder + "/Templates", language: nil, jobs: 1, isDraft: isDraft
      ).run()
    }
    #expect(try work.read("draft/review.html").contains("a.txt: {published: "))
    #expect(try work.read("draft/index.html").contains("Copia di lavoro"))
    #expect(Folder.files(in: work.path + "/site")["review.html"] == nil)
    #expect(try !work.read("site/index.html").contains("Copia di lavoro"))
  }

  @Test(arguments: ["it", "en"]) func buildsInBothLanguages(_ language: String) throws {
    let work = try Folder(["seeds/a.txt": "Ada Brenz: «Non ci arrenderemo mai»."])
    _ = try Build(
      articles: work.path + "/seeds", site: work.path + "/site",
      templates: packageFolder + "/Templates", language: language, jobs: 1
    ).run()
    #expect(try work.read("site/index.html").contains("<html lang=\"\(language)\""))
  }
}

@Suite struct BadInputTests {
  /// A site of one article, and the same folder with a fault: the site must not change.
  private func outcome(of fault: String, in file: String) throws -> (faults: [String], kept: Bool) {
    let work = try Folder(["seeds/a.txt": "Il governo tace."])
    let site = work.path + "/site"
    try build(work.path + "/seeds", into: site)
    let before = Folder.files(in: site)
    try work.write(fault, to: "seeds/" + file)
    let told = faults(work.path + "/seeds", into: site)
    return (told, Folder.files(in: site) == before)
  }

  @Test(arguments: [
    ("dossier.yml", "tittle: X", "unknown key \"tittle\"; did you mean \"title\"?"),
    ("dossier.yml", "articles: {b.txt: {published: 2022-13-01}}", "[editor-file]"),
    ("b.txt", "Testo con \u{0} dentro", "NUL"),
    ("dossier.yml", "title: [", "[editor-file]"),
  ]) func publishesNothing(_ file: String, _ fault: String, _ words: String) throws {
    let (told, kept) = try outcome(of: fault, in: file)
    #expect(told.contains { $0.contains(words) }, "\(told)")
    #expect(kept)
  }

  @Test func refusesAFolderThatIsNotItsOwn() throws {
    let work = try Folder(["seeds/a.txt": "Il governo tace.", "site/diary.txt": "privato"])
    let told = faults(work.path + "/seeds", into: work.path + "/site")
    #expect(told.count == 1)
    #expect(try work.read("site/diary.txt") == "privato")
  }

  @Test func saysWhatToDoWithoutArticles() throws {
    let work = try Folder()
    let told = faults(work.path + "/nowhere", into: work.path + "/site")
    #expect(told.count == 1)
    #expect(told.first?.contains("--articles") ?? false)
    #expect(!FileManager.default.fileExists(atPath: work.path + "/site"))
  }

  @Test(arguments: [
    "Ha detto: «<script>alert(1)</script>» e [x](javascript:alert(1)).",
    "Un <unknown soldier> [Azerbaijani] ha detto: «Torneremo <presto>».",
    "1. uno\n# due\n> tre\n    quattro\n| a | b |\n|---|---|\n- cinque\n+ sei\n```\nsette",
    "\u{FEFF}Ada Brenz: «Sì».\r\nSeconda riga\rterza\u{2028}quarta\u{85}",
    "citta\u{300} «non chiusa “doppia ‘tripla",
    "*a* _b_ `c` ~d~ \\ & &amp; <!-- e --> ]]> https://example.org www.example.org a@b.it",
  ]) func showsMetacharactersLiterally(_ text: String) throws {
    let work = try Folder(["seeds/a.txt": text])
    try build(work.path + "/seeds", into: work.path + "/site")
    let page = try work.read("site/articles/a.html")
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("href=\"javascript"))
    let published = try Data(contentsOf: URL(fileURLWithPath: work.path + "/site/articles/a.txt"))
    let source = Data(text.utf8)
    #expect(published == (text.hasPrefix("\u{FEFF}") ? source.dropFirst(3) : source))
  }

  @Test(arguments: ["ftp://example.org", "example.org", "https://example.org/index.html"])
  func anAddressThatIsNoneIsWrongUsage(_ address: String) throws {
    do {
      _ = try BuildCommand.parse(["--base-url", address])
      Issue.record("\(address) was taken")
    } catch {
      #expect(BuildCommand.exitCode(for: error) == .validationFailure)
      #expect(BuildCommand.fullMessage(for: error).contains("--base-url: \"\(address)\" is no"))
    }
  }

  @Test func aSiteOnTheWebIsTheSameFromDiskButForItsAddress() throws {
    let work = try Folder()
    var build = Build(
      articles: packageFolder + "/seeds", site: work.path + "/web",
      templates: packageFolder + "/Templates", language: nil, jobs: 2)
    build.address = try SiteAddress("https://example.org/d")
    _ = try build.run()
    let web = Folder.files(in: work.path + "/web")
    #expect(Set(["feed.xml", "sitemap.xml"]).isSubset(of: web.keys))
    let page = String(decoding: try #require(web["index.html"]), as: UTF8.self)
    #expect(page.contains("<link rel=\"canonical\" href=\"https://example.org/d/\">"))
    #expect(page.contains("href=\"events.html\""))
  }
}
