import DossierModel
import Testing

@testable import SiteGenerator

@Suite struct SearchIndexTests {
  @Test(arguments: [
    ("Perché la città", ["perche", "la", "citta"]),
    ("PERCHE\u{301}", ["perche"]),
    ("l’accordo dell'Onu", ["l", "accordo", "dell", "onu"]),
    ("Nagorno-Karabakh, 30.000", ["nagorno", "karabakh", "30", "000"]),
    ("Əliyev e Straße", ["eliyev", "e", "strasse"]),
    ("cara\u{AD}bine", ["carabine"]),
    ("Київ Իջևան", ["київ", "իջևան"]),
    ("«»—…", []),
    ("", []),
  ]) func wordsAreSmallLettersWithoutMarks(_ text: String, _ keys: [String]) {
    #expect(SearchWords.keys(in: text) == keys)
  }

  @Test func aWordBeyondTheScriptsReachKeepsItsPlace() {
    #expect(SearchWords.keys(in: "a 𝔸𝔹 b") == ["a", SearchWords.unsearchable, "b"])
    var terms = SearchTerms()
    for (place, key) in SearchWords.keys(in: "a 𝔸𝔹 b").enumerated() { terms.add(key, at: place) }
    #expect(terms.places == ["a": [0], "b": [2]])
  }

  @Test func wordsStandWhereTheyAre() {
    let text = Array("È già".utf8)
    #expect(SearchWords.words(in: text).map(\.span) == [TextSpan(0, 2), TextSpan(3, 7)])
    #expect(SearchWords.words(in: text, TextSpan(3, 7)).map(\.key) == ["gia"])
  }

  @Test(arguments: [
    ("Sana'a", "sanaa"), ("O’Brien", "obrien"), ("dell'accordo", nil), ("l’Onu", nil),
    ("casa a", nil),
  ]) func whatSomeWriteAsOneWordIsFoundAsOne(_ text: String, _ joined: String?) {
    let bytes = Array(text.utf8)
    let words = SearchWords.words(in: bytes)
    #expect(SearchWords.joined(words[0], words[1], in: bytes) == joined)
  }

  /// The things and places that postings tell, as scripts read them.
  private func read(_ bytes: [UInt8]) -> [Int: [Int]] {
    let letters = Array(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    var i = 0
    func next() -> Int {
      var (value, shift) = (0, 0)
      while true {
        let digit = letters.firstIndex(of: bytes[i]) ?? 0
        i += 1
        value |= (digit & 31) << shift
        if digit < 32 { return value }
        shift += 5
      }
    }
    var (things, thing) = ([Int: [Int]](), -1)
    while i < bytes.count {
      let head = next()
      thing += head >> 1
      let count = head & 1 == 1 ? 1 : next()
      var at = 0
      things[thing] = (0..<count).map { _ in
        at += next()
        return at
      }
    }
    return things
  }

  @Test func postingsAreReadAsTheyWereWritten() {
    let places: [Int: [Int]] = [
      0: [64], 1: [0, 3, 31, 32, 33], 40: [1_000_000], 5000: [64, 5064],
    ]
    var postings = SearchPostings()
    for number in places.keys.sorted() {
      var terms = SearchTerms()
      for place in places[number] ?? [] { terms.add("pace", at: place) }
      postings.add(terms, number: number)
    }
    #expect(postings["pace"].map(read) == places)
    #expect(postings["guerra"] == nil)
  }

  @Test func noPhraseGoesFromOneLabelToTheNext() {
    var terms = SearchTerms()
    terms.add(labels: ["uno due", "tre"])
    let (two, three) = (terms.places["due"]?.first ?? 0, terms.places["tre"]?.first ?? 0)
    #expect(terms.places["uno"] == [SearchTerms.body] && two == SearchTerms.body + 1)
    #expect(three > two + 1)
  }

  @Test func nothingInAScriptEndsIt() {
    let text = "</script><!-- \u{2028}\u{2029} \\ \" \n \u{1F} & è"
    let file = String(decoding: ScriptFile.bytes("texts/x", .text(text)), as: UTF8.self)
    #expect(
      file
        == "dossierIndex(\"texts/x\",\"\\u003c/script\\u003e\\u003c!-- \\u2028\\u2029 \\\\ \\\" \\n "
        + "\\u001f \\u0026 è\");\n")
  }

  // MARK: The files of a site

  /// The files that scripts read, by path.
  private func files(_ dossier: Dossier, jobs: Int = 1) throws -> [String: String] {
    let edition = Edition(dossier, templates: try Templates(language: "it"))
    var files: [String: String] = [:]
    for file in edition.readerFiles(jobs: jobs) {
      files[file.path.path] = String(decoding: try file.bytes(), as: UTF8.self)
    }
    return files
  }

  @Test func everyArticleHasItsTextAndEveryThingItsEntry() throws {
    let dossier = PageSamples.valdoria
    let files = try files(dossier)
    for record in dossier.articles {
      #expect(files["search/texts/\(record.article.id).js"] != nil)
    }
    let entries = files.filter { $0.key.hasPrefix("search/entries/actors-") }.values.joined()
    for actor in dossier.actors { #expect(entries.contains("\"\(actor.id)\"")) }
    #expect(files["search/directory.js"]?.contains("\"events\":\(dossier.events.count)") == true)
    #expect(files["search.html"]?.contains("<main id=\"main\">") == true)
  }

  @Test func anyNumberOfThreadsMakesTheSameIndex() throws {
    #expect(try files(PageSamples.valdoria, jobs: 1) == files(PageSamples.valdoria, jobs: 4))
  }

  @Test func anEmptyDossierHasAnIndex() throws {
    let files = try files(Dossier(title: "Niente", language: "it"))
    #expect(files["search/directory.js"]?.contains("\"firsts\":[]") == true)
    #expect(!files.keys.contains { $0.hasPrefix("search/terms/") })
  }

  @Test func theHashOfACardIsFNV() {
    // The test vectors of FNV-1a, 32 bits.
    #expect(PreviewCards.hash("") == 0x811C_9DC5)
    #expect(PreviewCards.hash("a") == 0xE40C_292C)
    #expect(PreviewCards.hash("foobar") == 0xBF9C_F968)
  }
}
