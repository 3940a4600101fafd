import DossierModel
import Knowledge
import Testing

@testable import Extraction

@Suite struct WordFormsTests {
  private static let texts = [
    "L’Armenia e l'Iran, dell’esercito; dell'esercito. DELL'ESERCITO!",
    "E' vero, perche' e piu' di cio'. «E'»: e'",
    "gli U.S.A. e il G20 www.esempio.it www. A. B. Rossi S.Marco",
    "Nagorno-Karabakh al-Assad Sana’a O’Brien D’Alema Hyper-V",
    "Città città CITTÀ perché Perché Š š Жуков жуков",
    "Precipitevolissimevolmente precipitevolissimevolmente sedici1234567890 ottoletteR",
    "parola parola, (parola) \"parola\" parola? parola; parola: parola… parola- parola/parola",
    "12.30 30.000 1° 2ª ’80 '80 “così“ ``x''\u{0}y\u{200B}z\u{FEFF}",
    "http://a.b http wwww whisky hotel h w",
  ]

  private func words(_ text: TokenizedText) -> [[Int]] {
    text.tokens.map {
      [Int($0.start), Int($0.end), Int($0.lexeme), Int($0.shape.rawValue), Int($0.mark.value)]
    }
  }

  @Test(arguments: texts) func cutsAlikeWhatItHasMet(_ text: String) throws {
    let language = try #require(Language.italian)
    let tokenizer = Tokenizer(lexemes: language.lexemes, grammar: language.grammar)
    let fresh = words(tokenizer.tokenize(ArticleText(text)))
    let forms = WordForms()
    for other in Self.texts { _ = tokenizer.tokenize(ArticleText(other), forms: forms) }
    let again = words(tokenizer.tokenize(ArticleText(text), forms: forms))
    #expect(again == fresh)
  }

  @Test(arguments: [
    (",", true), ("«", true), ("–", true), ("…", true), ("’", true), ("...", false), ("a", false),
    ("1", false),
  ]) func knowsMarks(_ text: String, _ isMark: Bool) throws {
    let language = try #require(Language.italian)
    let tokens = Tokenizer(lexemes: language.lexemes, grammar: language.grammar)
      .tokenize(ArticleText("x " + text + " x"))
    let scalar = try #require(text.unicodeScalars.first)
    #expect(tokens.isMark(1, scalar) == isMark)
    #expect(tokens.mark(1) == (isMark ? scalar : "\0"))
    #expect(!tokens.isMark(1, ";") && !tokens.isMark(7, scalar) && tokens.mark(-1) == "\0")
  }

  private func article(_ text: String) -> Article {
    Article(id: .init("a"), file: "a.txt", text: ArticleText(text), sha256: ContentHash(of: text))
  }

  private static let news = [
    "Il ministro Dario Velz ha detto ieri a Brindisi che «non ci saranno rinvii».",
    "Velz ha poi incontrato Lena Orsk, sindaca di Sulmona. La Regione Puglia tace.",
    "A Sulmna e Brindsi, in Puglia, due feriti; secondo Orsk «è stato un incidente».",
    "BRINDISI – Perche' no? Il velz, la puglia, l’orsk. Il Comune di Brindisi ha smentito.",
  ]

  @Test func readsAlikeInAnyOrder() {
    let fresh = Self.news.map { Extractor().read(article($0)) }
    let used = Extractor()
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
      for index in order { #expect(used.read(article(Self.news[index])) == fresh[index]) }
    }
  }

  @Test(arguments: [0, 1, 8, 20, 60]) func readsTextsOfMoreWordsThanAreKept(_ most: Int) {
    let extractor = Extractor()
    let forms = WordForms(most: most)
    for text in Self.news + Self.news.reversed() {
      forms.beginText()
      let reading = extractor.read(article(text), forms: forms)
      #expect(reading == Extractor().read(article(text)))
    }
  }

  @Test(arguments: [
    ("", 10, 0), ("abc", 10, 3), ("\nabc", 10, 0), ("abcdefgh\n", 10, 8),
    ("abcdefghi\njk\n", 10, 9),
    ("àèìòù\u{0B}\n", 10, 11), ("\t\t\t\t\t\t\t\t\t", 10, 9),
  ]) func findsBytes(_ text: String, _ byte: UInt8, _ expected: Int) {
    let found = Array(text.utf8).withUnsafeBufferPointer {
      ByteSearch.first(in: $0, from: 0) {
        ByteSearch.places(of: byte, in: $0)
      } where: {
        $0 == byte
      }
    }
    #expect(found == expected)
  }

  @Test(arguments: [("Brindisi", true), ("brindisi", false), ("Xyzzyqu", false)])
  func knowsNamesOfOneWord(_ word: String, _ isName: Bool) {
    let names = Array(word.utf8).withUnsafeBufferPointer {
      Knowledge.shared.names.names(ofWord: $0)
    }
    // A word that may begin a longer name is left to the text.
    if let names { #expect(!names.isEmpty == isName) }
    #expect(!Knowledge.shared.names.matches(in: Array(word.utf8), from: 0).isEmpty == isName)
  }
}
