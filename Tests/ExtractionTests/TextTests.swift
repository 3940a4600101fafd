import DossierModel
import Testing

@testable import Extraction

/// The tokens of `text`, as written.
func tokens(of text: String) throws -> [String] {
  let language = try #require(Language.italian)
  let tokens = Tokenizer(lexemes: language.lexemes, grammar: language.grammar)
    .tokenize(ArticleText(text))
  return (0..<tokens.count).map { tokens.string($0) }
}

/// The sentences of `text`, as written.
func sentences(of text: String) throws -> [String] {
  let language = try #require(Language.italian)
  let article = Article(
    id: .init("a"), file: "a.txt", text: ArticleText(text), sha256: ContentHash(of: text))
  let document = Document(article: article, language: language)
  return document.sentences.map { document.tokens.string($0) }
}

@Suite struct TokenTests {
  @Test(arguments: [
    ("L’Armenia e l'Iran", ["L’", "Armenia", "e", "l'", "Iran"]),
    ("dell’esercito, “anche”", ["dell’", "esercito", ",", "“", "anche", "”"]),
    ("un po’ di Sana’a", ["un", "po’", "di", "Sana’a"]),
    ("O’Brien e D’Alema", ["O’Brien", "e", "D’", "Alema"]),
    ("alle 00:05 (20:05 GMT)", ["alle", "00:05", "(", "20:05", "GMT", ")"]),
    ("circa 30.000 persone.", ["circa", "30.000", "persone", "."]),
    ("il Nagorno-Karabakh", ["il", "Nagorno-Karabakh"]),
    ("dal 24-25 marzo", ["dal", "24", "-", "25", "marzo"]),
    ("gli anni ’80", ["gli", "anni", "’", "80"]),
    ("gli U.S.A. e il G20", ["gli", "U.S.A.", "e", "il", "G20"]),
    ("al-Assad — disse…", ["al-Assad", "—", "disse", "…"]),
    ("Daşkəsən e Kəlbəcər", ["Daşkəsən", "e", "Kəlbəcər"]),
    ("vedi https://example.org/a?b=c.", ["vedi", "https://example.org/a?b=c", "."]),
    ("E poi...", ["E", "poi", "..."]),
  ]) func cuts(_ text: String, _ expected: [String]) throws {
    #expect(try tokens(of: text) == expected)
  }

  @Test func lowersCapitalsOfManyAlphabets() {
    let lower = { (text: String) in
      String(decoding: LexemeTable.normalized(Array(text.utf8)), as: UTF8.self)
    }
    #expect(lower("L’È ŞƏKİ Ž Жуков") == "l'è şəki ž жуков")
  }
}

@Suite struct SentenceTests {
  @Test(arguments: [
    ("Il gen. Dvornikov è arrivato. Poi è partito.", 2),
    ("Nel 2020. Poi basta.", 2),
    ("Il premier S. Berri ha parlato. «Sì», ha detto.", 2),
    ("La strage del 3.500 a.C. è nota.", 1),
    ("Chi ha sparato? Nessuno lo sa! Forse…", 3),
    ("Prima riga\nSeconda riga", 2),
  ]) func counts(_ text: String, _ expected: Int) throws {
    #expect(try sentences(of: text).count == expected)
  }
}

@Suite struct ParagraphTests {
  @Test func takesALineForAParagraph() {
    #expect(Paragraphs.split(ArticleText("Uno.\nDue.\r\n\r\nTre.")).count == 3)
  }

  @Test func joinsLinesBrokenAtAWidth() {
    let line = "Le parole di questa riga arrivano fino al margine destro e poi"
    let lines = [line, line, line, "fine.\n", line, line, "fine."]
    let text = ArticleText(lines.joined(separator: "\n"))
    #expect(Paragraphs.split(text).count == 2)
  }

  @Test func spansCoverTogether() {
    var covered = SpanSet([TextSpan(10, 20), TextSpan(0, 3), TextSpan(15, 25)])
    #expect(covered.spans == [TextSpan(0, 3), TextSpan(10, 25)])
    #expect(covered.overlaps(TextSpan(24, 30)) && covered.overlaps(TextSpan(2, 5)))
    #expect(!covered.overlaps(TextSpan(3, 10)) && !covered.overlaps(TextSpan(25, 26)))
    covered.insert(TextSpan(2, 12))
    covered.insert(TextSpan(30, 31))
    #expect(covered.spans == [TextSpan(0, 25), TextSpan(30, 31)])
  }
}
