import DossierModel
import Testing

@testable import Ingestion

@Suite struct ArticlePathTests {
  @Test(arguments: [
    ("a17.txt", "a17"),
    ("000_a4b227896e37e968.txt", "000-a4b227896e37e968"),
    ("Scontri al confine.txt", "scontri-al-confine"),
    ("GORIS_2022.txt", "goris-2022"),
    ("a_.txt", "a"),
  ])
  func aPlainNameIsTheID(_ path: String, _ id: String) {
    #expect(ArticlePath(text: path).articleID.rawValue == id)
  }

  @Test(arguments: [
    ("città.txt", "citta"), ("a/b.txt", "a-b"), ("a.b.txt", "a-b"), ("a--b.txt", "a-b"),
    ("a-.txt", "a"), ("-a.txt", "a"), ("a17.md", "a17"), ("a17.TXT", "a17"), ("CON.txt", "con"),
    ("index.txt", "index"), ("…/.txt", "article"), ("🙂.txt", "article"), ("战争.txt", "article"),
    ("\u{202E}txt.exe.txt", "txt-exe"), ("_.txt", "article"), ("l’assedio.txt", "l-assedio"),
  ])
  func whatTheSlugLosesIsTheHash(_ path: String, _ slug: String) {
    let id = ArticlePath(text: path).articleID.rawValue
    #expect(id == slug + "-" + ContentHash(of: path).hex(6))
  }

  @Test func aFolderIsNotAHyphen() {
    #expect(ArticlePath(text: "a/b.txt").articleID != ArticlePath(text: "a-b.txt").articleID)
    #expect(ArticlePath(text: "a/b.txt").articleID != ArticlePath(text: "a b.txt").articleID)
    #expect(ArticlePath(text: "a/b.txt").articleID != ArticlePath(text: "a.b.txt").articleID)
  }

  @Test func composedAndDecomposedNamesAreOneName() {
    #expect(
      ArticlePath(text: "citt\u{E0}.txt").articleID
        == ArticlePath(text: "citta\u{300}.txt").articleID)
  }

  @Test func aNameOf255BytesIsCutToAnID() {
    for name in [String(repeating: "a", count: 251), String(repeating: "ab-", count: 80)] {
      let id = ArticlePath(text: name + ".txt").articleID.rawValue
      #expect(id.utf8.count <= Slug.limit)
      #expect(id.hasSuffix("-" + ContentHash(of: name + ".txt").hex(6)))
      #expect(!id.contains("--"))
    }
    // Two long names that differ at their end only.
    let stem = String(repeating: "guerra ", count: 30)
    #expect(
      ArticlePath(text: stem + "1.txt").articleID != ArticlePath(text: stem + "2.txt").articleID)
  }

  @Test func anIDIsASlug() {
    let names = [
      "a/b/c.txt", "É.md", "..txt", "a b  c.txt", "%2e%2e.txt", "<script>.txt", "\n.txt",
    ]
    for name in names {
      let id = ArticlePath(text: name).articleID.rawValue
      #expect(!id.isEmpty && !id.hasPrefix("-") && !id.hasSuffix("-"))
      #expect(id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
    }
  }

  @Test(arguments: [
    (".nascosto.txt", true), ("README", true), ("ReadMe.md", true), ("readme.txt", true),
    ("README.it.md", true), ("a.txt", false), ("readme-2.txt", false),
  ])
  func hiddenAndReadMeFilesAreSkipped(_ name: String, _ isSkipped: Bool) {
    #expect(ArticlePath.isSkipped(name) == isSkipped)
  }
}
