import DossierModel
import Foundation
import Testing

@testable import Ingestion

/// The table of the contract, section 5, line by line.
@Suite struct ArticlesFolderTests {
  static let prose = "Il governo ha riferito di nuovi scontri."

  // MARK: What is read

  @Test func textAndMarkdownAreReadRecursivelyInTheOrderOfTheirPaths() throws {
    let folder = try TemporaryFolder([
      "b.txt": Self.prose, "a/z.txt": Self.prose, "a.txt": Self.prose, "B.md": Self.prose,
      "a/b/c/d.txt": Self.prose, "nota.rtf": "x", "mappa.png": "x", ".nascosto.txt": "x",
      ".git/x.txt": "x", "README.md": "x", "a/readme.txt": "x",
    ])
    #expect(
      folder.read().articles.map(\.file) == ["B.md", "a.txt", "a/b/c/d.txt", "a/z.txt", "b.txt"])
  }

  @Test func theResultDoesNotDependOnTheNumberOfThreads() throws {
    let folder = try TemporaryFolder()
    for i in 0..<200 { try folder.write("f\(i % 7)/a\(i).txt", Array("\(Self.prose) \(i)".utf8)) }
    let one = folder.read(jobs: 1)
    let many = folder.read(jobs: 8)
    #expect(one.articles == many.articles)
    #expect(one.diagnostics == many.diagnostics)
    #expect(one.articles.count == 200)
  }

  @Test func aTextIsItsFileByteForByte() throws {
    let bytes = Array("  «Città»\r\n\r\nfine \t\n".utf8)
    let folder = try TemporaryFolder()
    try folder.write("a.txt", bytes)
    let article = try #require(folder.read().articles.first)
    #expect(article.text.bytes == bytes)
    #expect(article.sha256 == ContentHash(of: bytes))
  }

  @Test(arguments: [
    "\u{FEFF}Con un segno in testa.", "Righe\r\ndi Windows.\r\n", "Citta\u{300} scomposta.",
    "“Una citazione mai chiusa.", "<script>alert(1)</script> [x](javascript:alert(1)) `*_|#",
    "Riga\rvecchia.", "\u{2028}Riga\u{2029}", "a\u{1}b\u{7F}",
  ])
  func oddTextsAreReadAsTheyAre(_ text: String) throws {
    let folder = try TemporaryFolder(["a.txt": text])
    let article = try #require(folder.read().articles.first)
    let bytes = Array(text.utf8)
    #expect(
      article.text.bytes == (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes))
    #expect(article.sha256 == ContentHash(of: bytes))
  }

  @Test func tenMegabytesOnOneLineAreRead() throws {
    let folder = try TemporaryFolder()
    let line = Array(String(repeating: "Il governo – dicono – tace, “forse. ", count: 280_000).utf8)
    try folder.write("lungo.txt", line)
    #expect(folder.read().articles.first?.text.bytes.count == line.count)
  }

  // MARK: Faults

  @Test func whatIsNotUTF8IsNamedWithItsByteOffset() throws {
    let folder = try TemporaryFolder()
    try folder.write("latin.txt", Array("Uno.\nLa citt".utf8) + [0xE0] + Array(" brucia".utf8))
    #expect(
      folder.messages == [
        "seeds/latin.txt:2:8: error: not UTF-8: byte E0 at byte offset 12; save the file as UTF-8 "
          + "(it may be Windows-1252 or Latin-1) [not-utf8]"
      ])
  }

  @Test(
    arguments: [
      [0xC3], [0x41, 0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x80],
      [0x80],
    ] as [[UInt8]])
  func brokenUTF8IsRefused(_ bytes: [UInt8]) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", bytes)
    #expect(folder.read().diagnostics.map(\.code) == ["not-utf8"])
  }

  @Test func utf16IsRefusedByItsMarkOrItsZeros() throws {
    let words = "La città brucia da tre giorni"
    let little = words.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big = words.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    for bytes in [[0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big] {
      let folder = try TemporaryFolder()
      try folder.write("a.txt", bytes)
      #expect(
        folder.messages == ["seeds/a.txt: error: is UTF-16, not UTF-8; save it as UTF-8 [not-utf8]"]
      )
    }
  }

  @Test func aNullByteIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", Array("Uno due tre quattro\u{0}cinque sei".utf8))
    #expect(
      folder.messages == [
        "seeds/a.txt:1:20: error: a NUL byte at byte offset 19: this is no text; save the article as "
          + "UTF-8 text [nul]"
      ])
  }

  @Test func aFileThatCannotBeReadIsAnError() throws {
    let folder = try TemporaryFolder(["b.txt": Self.prose])
    try folder.link("a.txt", to: "nessuno")
    try folder.link("c.txt", to: "c.txt")
    #expect(mkfifo(folder.path + "/d.txt", 0o600) == 0)
    #expect(
      folder.messages == [
        "seeds/a.txt: error: cannot be read: there is no such file; is it a link to one that is gone? "
          + "[unreadable]",
        "seeds/c.txt: error: cannot be read: the link leads round in a circle [unreadable]",
        "seeds/d.txt: error: cannot be read: it is no regular file [unreadable]",
      ])
  }

  @Test(.enabled(if: geteuid() != 0)) func aFileWithoutPermissionIsAnError() throws {
    let folder = try TemporaryFolder(["a.txt": Self.prose, "chiusa/b.txt": Self.prose])
    chmod(folder.path + "/a.txt", 0)
    chmod(folder.path + "/chiusa", 0)
    #expect(folder.read().diagnostics.map(\.code) == ["unreadable", "unreadable"])
    chmod(folder.path + "/chiusa", 0o700)
  }

  @Test func aFileThatIsTooLargeIsAnError() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", [])
    #expect(truncate(folder.path + "/a.txt", (64 << 20) + 1) == 0)
    #expect(
      folder.messages == [
        "seeds/a.txt: error: is larger than 64 MB, the most that is read; split it or move it away "
          + "[too-large]"
      ])
  }

  @Test func aNameThatIsNotUTF8IsAnError() throws {
    let folder = try TemporaryFolder(["b.txt": Self.prose])
    let name = Array(folder.path.utf8CString.dropLast()) + [0x2F, -32, 0x2E, 0x74, 0x78, 0x74, 0]
    let file = open(name, O_CREAT | O_WRONLY, 0o600)
    close(file)
    #expect(
      folder.messages == [
        "seeds/\u{FFFD}.txt: error: the file's name is not UTF-8; rename it [unreadable]"
      ])
  }

  @Test(arguments: [
    ("A.txt", "a.txt"), ("a b.txt", "a_b.txt"), ("citt\u{E0}.md", "citta\u{300}.md"),
  ])
  func twoArticlesWithOneIDAreAnErrorThatNamesBoth(_ one: String, _ other: String) throws {
    let folder = try TemporaryFolder([one: Self.prose])
    try folder.write(other, Array(Self.prose.utf8))
    let result = folder.read()
    // A file system may take the two for one.
    guard FileManager.default.subpaths(atPath: folder.path)?.count == 2 else { return }
    let names = [one, other].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let id = ArticlePath(text: names[0]).articleID
    #expect(
      result.diagnostics.map(\.text) == [
        "seeds/\(names[1]): error: has the same id as seeds/\(names[0]), \"\(id)\"; rename one of them "
          + "[duplicate-id]"
      ])
    #expect(result.articles.isEmpty)
  }

  @Test func allFaultsAreToldInOneRunAndNothingIsPublishable() throws {
    let folder = try TemporaryFolder([
      "A.txt": Self.prose, "a.txt": Self.prose, "buono.txt": Self.prose,
      "dossier.yml": "tittle: Prova\n", "capo.md": "---\npublsher: Eco\n---\n\(Self.prose)\n",
    ])
    try folder.write("latin.txt", [0xE0, 0x20])
    try folder.write("zero.txt", [0x41, 0x41, 0])
    try folder.link("via.txt", to: "nessuno")
    let result = folder.read()
    #expect(
      Set(result.diagnostics.filter { $0.severity == .error }.map(\.code)) == [
        "duplicate-id", "editor-file", "front-matter", "not-utf8", "nul", "unreadable",
      ])
    #expect(result.articles.isEmpty)
    #expect(result.editorFile == EditorFile())
    #expect(!result.isPublishable)
  }

  // MARK: Warnings and notes

  @Test(arguments: [
    ("", "the file is empty; the article is left out"),
    ("\u{FEFF}", "there is no text in it; the article is left out"),
    (" \n\t\r\n\u{A0}", "there is no text in it; the article is left out"),
    (
      "ROMA (ITALPRESS) –\n(Res)\n", "there is no text in it but metadata; the article is left out"
    ),
  ])
  func aFileWithoutProseIsLeftOut(_ text: String, _ message: String) throws {
    let folder = try TemporaryFolder([
      "a.txt": text, "b.txt": Self.prose,
      "dossier.yml": "articles: {b.txt: {published: 2031}, a.txt: {title: Vuoto}}",
    ])
    let result = folder.read()
    #expect(result.diagnostics.map(\.text) == ["seeds/a.txt: warning: \(message) [empty]"])
    #expect(result.articles.map(\.file) == ["b.txt"])
  }

  @Test func frontMatterAloneIsLeftOut() throws {
    let folder = try TemporaryFolder([
      "a.md": "---\ntitle: Solo un titolo\n---\n\n", "b.md": "---\npublished: 2031\n---\nUn testo.",
    ])
    let result = folder.read()
    #expect(result.diagnostics.map(\.code) == ["empty"])
    #expect(result.articles.map(\.file) == ["b.md"])
  }

  @Test func aFolderThatIsMissingIsAnErrorThatSaysWhatToDo() {
    #expect(
      Ingestion.read(folder: "/nessuna/cartella", displayedAs: "seeds/").diagnostics.map(\.text)
        == [
          "seeds: error: there is no such folder; put articles (*.txt or *.md) into it, or name another "
            + "folder with --articles DIR [no-folder]"
        ])
  }

  @Test func aFileIsNoFolder() throws {
    let folder = try TemporaryFolder(["a.txt": Self.prose])
    let result = Ingestion.read(folder: folder.path + "/a.txt", displayedAs: "a.txt")
    #expect(result.diagnostics.map(\.code) == ["no-folder"])
  }

  @Test(arguments: [[:], ["README.md": "x", ".a.txt": "x", "dossier.yml": "title: Prova"]])
  func aFolderWithoutArticlesIsAnErrorThatSaysWhatToDo(_ files: [String: String]) throws {
    let folder = try TemporaryFolder(files)
    #expect(
      folder.messages == [
        "seeds: error: there is no article in it; put articles (*.txt or *.md) into it, or name "
          + "another folder with --articles DIR [no-articles]"
      ])
  }

  @Test func ifNoArticleIsLeftThatIsAnErrorToo() throws {
    let folder = try TemporaryFolder([
      "a.txt": "", "b.txt": Self.prose, "dossier.yml": "articles: {b.txt: {exclude: true}}",
    ])
    #expect(folder.read().diagnostics.map(\.code) == ["no-articles", "empty"])
  }

  @Test func filesToImportAreNamedInANote() throws {
    let folder = try TemporaryFolder([
      "a.txt": "Roma, 3 marzo 2031 – \(Self.prose)", "b.html": "x", "c.pdf": "x", "d/e.eml": "x",
    ])
    #expect(
      folder.messages == [
        "seeds: note: b.html, c.pdf, d/e.eml are not read; \"dossier import FILE\" makes articles of "
          + "them [import]"
      ])
  }

  @Test func anArticleWithoutADateIsWarnedOf() throws {
    let folder = try TemporaryFolder([
      "000.txt": Self.prose, "b.md": Self.prose, "c.txt": "Roma, 3 marzo 2031 – \(Self.prose)",
      "d.txt": Self.prose, "dossier.yml": "articles: {d.txt: {published: null}}",
    ])
    #expect(
      folder.messages == [
        "seeds/000.txt: warning: no publication date: dates such as \"martedì\" stay unresolved; add "
          + "\"published: …\" under articles in seeds/dossier.yml [no-date]",
        "seeds/b.md: warning: no publication date: dates such as \"martedì\" stay unresolved; add "
          + "\"published: …\" to its front matter, or under articles in seeds/dossier.yml [no-date]",
      ])
  }

  // MARK: Links

  @Test func linksToFilesAreFollowedAndFoldersNeverLoop() throws {
    let folder = try TemporaryFolder(["a/b.txt": Self.prose])
    try folder.link("c.txt", to: "a/b.txt")
    try folder.link("a/su", to: "..")
    try folder.link("fuori", to: "/")
    let result = folder.read()
    #expect(result.articles.map(\.file) == ["a/b.txt", "c.txt"])
    #expect(
      result.diagnostics.filter { $0.code == "folder-link" }.map(\.file) == [
        "seeds/a/su", "seeds/fuori",
      ])
  }

  @Test func theFolderItselfMayBeALink() throws {
    let folder = try TemporaryFolder(["dentro/a.txt": Self.prose])
    try folder.link("seeds", to: "dentro")
    #expect(Ingestion.read(folder: folder.path + "/seeds").articles.count == 1)
  }

  @Test func namesCannotDisguiseWhatIsSaidOfThem() throws {
    let folder = try TemporaryFolder(["b.txt": Self.prose])
    try folder.write("\u{202E}a\n\u{1B}[31m.txt", [0xE0])
    #expect(
      folder.messages.first?.hasPrefix(
        "seeds/\\u{202E}a\\u{A}\\u{1B}[31m.txt:1:1: error: not UTF-8")
        == true)
  }
}

@Suite struct MarkdownArticleTests {
  func article(_ text: String) throws -> Article {
    let folder = try TemporaryFolder(["a.md": text])
    return try #require(folder.read().articles.first)
  }

  @Test func frontMatterIsMetadataAndTheTextHasNoMarkers() throws {
    let source = """
      ---
      title: "La crisi: terzo giorno"
      publisher: Eco di Valdoria
      author: Ada Brenz
      url: https://eco.example/3
      published: 2031-05-02
      language: it
      translated: human
      ---
      Il **governo** ha detto: «[non](https://x.example) ci
      fermeremo».

      Seconda `riga`.
      """
    let article = try article(source)
    #expect(
      article.text.string
        == "Il governo ha detto: «non ci\nfermeremo».\n\nSeconda riga.")
    #expect(article.title == "La crisi: terzo giorno")
    #expect(article.publisher == "Eco di Valdoria")
    #expect(article.author == "Ada Brenz")
    #expect(article.url == "https://eco.example/3")
    #expect(article.published?.text == "2031-05-02")
    #expect(article.publishedBasis == .stated)
    #expect(article.translated == .human)
    #expect(article.format == .markdown)
    #expect(article.sha256 == ContentHash(of: source))
  }

  @Test(arguments: [
    ("# La crisi di *Valdoria*\n\nIl governo tace.", "La crisi di Valdoria"),
    ("\n\n## La crisi ##\nIl governo tace.", "La crisi"),
    ("La crisi\n========\n\nIl governo tace.", "La crisi"),
    ("---\ntitle: Altro\n---\n# La crisi\n\nIl governo tace.", "Altro"),
    ("Il governo tace.\n\n# La crisi", nil),
    ("#hashtag non è un titolo.", nil),
    ("#\n\nIl governo tace.", nil),
  ])
  func aHeadingAtTheStartIsTheTitleAndStaysInTheText(_ source: String, _ title: String?) throws {
    let article = try article(source)
    #expect(article.title == title)
    #expect(article.text.string.contains("Il governo tace.") || title == nil)
  }

  @Test func theTitleOfAPlainTextIsNotInvented() throws {
    let folder = try TemporaryFolder(["a.txt": "# La crisi\n\nIl governo tace."])
    #expect(folder.read().articles.first?.title == nil)
  }

  @Test func aDatelineAfterTheHeadingIsMetadata() throws {
    let article = try article("# La crisi\n\nROMA, 3 marzo 2031 (ITALPRESS) – Il governo tace.")
    #expect(article.metadata.map { article.text[$0] } == ["ROMA, 3 marzo 2031 (ITALPRESS) –"])
    #expect(article.published?.text == "2031-03-03")
    #expect(article.publisher == "Italpress")
  }

  @Test func frontMatterWinsOverTheText() throws {
    let article = try article(
      "---\npublished: 2031-03-04\npublisher: Eco\n---\nROMA, 3 marzo 2031 (ITALPRESS) – Il governo."
    )
    #expect(article.published?.text == "2031-03-04")
    #expect(article.publisher == "Eco")
  }

  @Test(arguments: [
    (
      "---\ntitle: Prova\npublsher: Eco\n---\nTesto.",
      "seeds/a.md:3:1: error: unknown key \"publsher\"; did you mean \"publisher\"? [front-matter]"
    ),
    (
      "---\npublished: 13/9/2022\n---\nTesto.",
      "seeds/a.md:2:12: error: \"published\" must be a date such as 2022-09-13, 2022-09 or 2022, or "
        + "null, not \"13/9/2022\" [front-matter]"
    ),
    (
      "---\ntitle: Valdoria: terzo giorno\n---\nTesto.",
      "seeds/a.md:2:16: error: front matter: a colon and a blank inside a value: put the value "
        + "between quotation marks [front-matter]"
    ),
    (
      "---\n- uno\n---\nTesto.",
      "seeds/a.md:2:1: error: front matter must be keys with values, not a list [front-matter]"
    ),
    (
      "---\nmemo: riservato\n---\nTesto.",
      "seeds/a.md:2:1: error: \"memo\" is not built yet; remove the key [not-built]"
    ),
  ])
  func faultsOfFrontMatterHaveTheirPlaceInTheFile(_ source: String, _ message: String) throws {
    let folder = try TemporaryFolder(["a.md": source])
    #expect(folder.messages == [message])
  }

  @Test func keysOfOtherProgramsAreLeftAlone() throws {
    let folder = try TemporaryFolder([
      "a.md": "---\ntags: [guerra]\npublished: 2031\n---\nIl governo tace."
    ])
    let result = folder.read()
    #expect(result.diagnostics.map(\.severity) == [.warning])
    #expect(result.articles.count == 1)
  }

  @Test(arguments: [
    "---\nIl governo tace.\n---\nFine.", "---\nIl governo tace.", "---\n---\nIl governo",
  ])
  func rulesAreNotFrontMatter(_ source: String) throws {
    #expect(try article(source).text.string.contains("Il governo"))
  }

  @Test func frontMatterCanLeaveAnArticleOut() throws {
    let folder = try TemporaryFolder([
      "a.md": "---\nexclude: true\n---\nTesto.", "b.txt": "Testo.",
    ])
    #expect(folder.read().articles.map(\.file) == ["b.txt"])
  }
}
