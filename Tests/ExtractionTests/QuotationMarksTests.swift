import DossierModel
import Testing

@testable import Extraction

/// The words in marks of `text`, each with `!` before it if its marks are damaged.
func marked(_ text: String) -> [String] {
  let article = ArticleText(text)
  let marks = QuotationMarks.pair(article, paragraphs: Paragraphs.split(article))
  return marks.pairs.map { ($0.integrity == .damaged ? "!" : "") + article[$0.inner] }
}

/// The lost marks of `text`, each with the byte where it stands.
func loneMarks(_ text: String) -> [String] {
  let article = ArticleText(text)
  let marks = QuotationMarks.pair(article, paragraphs: Paragraphs.split(article))
  return marks.lone.map { article[$0.span] + ($0.opens ? " opens" : " closes") }
}

@Suite struct QuotationMarksTests {
  @Test(arguments: [
    ("«Basta», ha detto.", ["Basta"]),
    ("Ha parlato di “pace” e di „guerra“.", ["pace", "guerra"]),
    ("\"Non ora\", ha detto. \"Domani\", forse.", ["Non ora", "Domani"]),
    ("Il premier: ‹basta›.", ["basta"]),
    ("Ha detto ‘basta’ e l’altro no.", ["basta"]),
    ("Putin: 'Siamo pronti al dialogo'", ["Siamo pronti al dialogo"]),
    ("L'esercito: ''situazione sotto controllo''.", ["situazione sotto controllo"]),
    ("Ha detto: <<Torneremo>>.", ["Torneremo"]),
    ("L’\"operazione speciale\" e l'“altra”.", ["operazione speciale", "altra"]),
  ]) func pairsEveryStyle(_ text: String, _ expected: [String]) {
    #expect(marked(text) == expected)
    #expect(loneMarks(text).isEmpty)
  }

  @Test(arguments: [
    "Negli anni ’80 e ’90 l’esercito dell’Armenia.",
    "Un po’ di pace, d’accordo, c’è.",
    "E' vero, non c'e' piu' tempo: l'ha detto anche il capo dell'Onu, po' stanco.",
    "Negli anni '80 e nel '92 l'Urss e la 'ndrangheta.",
    "Sana’a e Nizhyn’ e ’ndrangheta.",
    "La citta' e' isolata, la popolazione e' senz'acqua, perche' i soldati l'hanno circondata.",
    "a < b e b > c, 3 << 4.",
    "La 'ndrangheta e la citta' di Reggio.",
  ]) func leavesApostrophesAlone(_ text: String) {
    #expect(marked(text).isEmpty)
  }

  @Test(arguments: [
    ("«Ha detto “mai” e poi basta», ricorda.", ["Ha detto “mai” e poi basta", "mai"]),
    ("“Il piano ‘Vittoria’ c’è”, dice.", ["Il piano ‘Vittoria’ c’è", "Vittoria"]),
    ("\"La 'zona rossa' resta\", dice.", ["La 'zona rossa' resta", "zona rossa"]),
    ("«Prima «dentro» dopo», dice.", ["Prima «dentro» dopo", "dentro"]),
  ]) func nests(_ text: String, _ expected: [String]) {
    #expect(marked(text) == expected)
  }

  @Test func knowsWhatAPairStandsIn() {
    let text = ArticleText("«Ha detto “mai” e “poi”», ricorda «lui».")
    let marks = QuotationMarks.pair(text, paragraphs: [text.span])
    #expect(marks.pairs.map(\.parent) == [nil, 0, 0, nil])
  }

  @Test(arguments: [
    ("“ Torneremo presto ”, ha detto.", ["Torneremo presto"]),
    ("« \u{A0}Torneremo\u{A0}», ha detto.", ["Torneremo"]),
    ("\" Torneremo \", ha detto.", ["Torneremo"]),
    ("Ha detto “Torneremo ”e poi “ basta”.", ["Torneremo", "basta"]),
  ]) func acceptsSpacesOnTheWrongSide(_ text: String, _ expected: [String]) {
    #expect(marked(text) == expected)
  }

  @Test(arguments: [
    ("“Torneremo“, ha detto. “Presto“.", ["!Torneremo", "!Presto"]),
    ("”Torneremo”, ha detto.", ["!Torneremo"]),
    ("“Torneremo», ha detto.", ["!Torneremo"]),
    ("«Torneremo\", ha detto. “Presto”.", ["!Torneremo", "Presto"]),
    ("\"Torneremo”, ha detto.", ["!Torneremo"]),
    ("»Torneremo«, ha detto.", ["!Torneremo"]),
    ("Ha detto “Torneremo “ e poi “basta”.", ["!Torneremo", "basta"]),
  ]) func recordsMarksOfTheWrongShape(_ text: String, _ expected: [String]) {
    #expect(marked(text) == expected)
  }

  @Test(arguments: [
    ("“Mai”, ha detto. Chiediamo la pace. “\nAltro.", ["Mai"], ["“ closes"]),
    ("«Mai, ha detto il ministro.\nPoi «altro» ancora.", ["altro"], ["« opens"]),
    ("Mai», ha detto. «Altro», poi.", ["Altro"], ["» closes"]),
    ("\"Mai, ha detto il ministro.\nPoi \"altro\" ancora.", ["altro"], ["\" opens"]),
    ("Il muro è alto 6\" e largo.", [], ["\" closes"]),
  ]) func keepsLostMarksApart(_ text: String, _ expected: [String], _ lone: [String]) {
    #expect(marked(text) == expected)
    #expect(loneMarks(text) == lone)
  }

  @Test func opensAParagraphAgain() {
    let text = ArticleText("Disse: «Prima parte.\n«Seconda parte.\n«Terza parte».\n«Altro», poi.")
    let marks = QuotationMarks.pair(text, paragraphs: Paragraphs.split(text))
    #expect(
      marks.pairs.map { text[$0.inner] }
        == ["Prima parte.", "Seconda parte.", "Terza parte", "Altro"])
    #expect(marks.pairs.map(\.continues) == [nil, 0, 1, nil])
    #expect(marks.pairs.allSatisfy { $0.integrity == .intact })
  }

  @Test func staysOpenOverParagraphs() {
    #expect(
      marked("Disse: «Prima.\nSeconda.\nTerza». Poi «altro».") == [
        "Prima.\nSeconda.\nTerza", "altro",
      ])
  }

  @Test(arguments: ["«»", "“ ”", "\"\"", "", "”", "«", "''", "‘’", "<<>>", "\"", "'"])
  func findsNothingInNothing(_ text: String) {
    #expect(marked(text).isEmpty)
  }

  @Test func isLinear() {
    for mark in ["«", "»", "\"", "“", "”", "'", "‘", "’", "« ", "a\"", "«a\n", "\"a\n", "‘a "] {
      let text = ArticleText(String(repeating: mark, count: 100_000))
      let start = ContinuousClock.now
      _ = QuotationMarks.pair(text, paragraphs: Paragraphs.split(text))
      #expect(ContinuousClock.now - start < .seconds(2))
    }
  }
}
