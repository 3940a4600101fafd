import DossierModel
import Testing

@testable import Extraction

/// Figures for a day, figures that count several kinds together, and people who are no figures.
@Suite struct FigureDayTests {
  /// The days that the figures of `text` speak for, "-" for none.
  private func days(_ text: String) -> [String] {
    ReadArticle(text, published: "2024-05-08").reading.claims.filter { $0.kind == .figure }
      .map { $0.asOf?.text ?? "-" }
  }

  @Test(arguments: [
    (
      "Il 3 maggio il ministero della Sanità di Gaza aveva parlato di 34.500 morti.", ["2024-05-03"]
    ),
    ("Domenica le vittime erano 120.", ["2024-05-05"]),
    ("Secondo la Protezione civile, lunedì i dispersi erano 14.", ["2024-05-06"]),
    ("Il bilancio è salito lunedì a 45 morti.", ["2024-05-06"]),
    ("I morti sono 250, ha detto martedì il ministero della Sanità libanese.", ["2024-05-07"]),
    ("Lunedì la Croce Rossa ha contato 30 morti.", ["2024-05-06"]),
  ]) func hasADay(_ text: String, _ expected: [String]) {
    #expect(days(text) == expected, "\(text)")
  }

  @Test(arguments: [
    // The day of the deed is not that of the count.
    ("Lunedì dodici persone sono state uccise a Nablus.", ["-"]),
    ("Un raid ha ucciso lunedì tre persone a Damasco.", ["-"]),
    ("I morti sono 250.", ["-"]),
    ("Il bilancio del raid di lunedì è di 12 morti.", ["-"]),
  ]) func hasNone(_ text: String, _ expected: [String]) {
    #expect(days(text) == expected, "\(text)")
  }

  @Test(arguments: [
    (
      "Negli scontri di Tripoli ci sono stati 40 tra morti e feriti.",
      ["injured ?-40 about persone", "killed ?-40 about persone"]
    ),
    (
      "Il raid su Damasco ha causato 25 tra feriti e dispersi.",
      ["injured ?-25 about persone", "missing ?-25 about persone"]
    ),
    (
      "In due settimane di combattimenti hanno perso la vita oltre 400 persone.",
      ["killed 400-? at-least persone"]
    ),
    ("Hanno perso la vita 89 soldati russi.", ["killed 89 soldati russi"]),
    ("Hanno trovato la morte dodici minatori.", ["killed 12 minatori"]),
    ("Trenta tra uomini e donne sono stati uccisi.", ["killed 30 uomini"]),
  ]) func counts(_ text: String, _ expected: [String]) {
    #expect(ReadArticle(text).figures.sorted() == expected.sorted(), "\(text)")
  }

  @Test(arguments: [
    "Decine tra morti e feriti a Tripoli.",
    "Centinaia di soldati ucraini hanno attraversato il confine.",
    "Ha parlato con 40 tra ministri e ambasciatori.",
    "Il presidente ha ordinato l’arresto di dieci comandanti.",
    "Quaranta carri armati hanno attraversato il confine.",
  ]) func countsNobody(_ text: String) {
    #expect(ReadArticle(text).figures == [], "\(text)")
  }
}

/// Silence, and those who accuse each other.
@Suite struct ClaimSilenceTests {
  @Test(arguments: [
    ("Il Pentagono non ha fornito un bilancio.", ["no-comment: Pentagono"]),
    ("Pechino non ha dato spiegazioni.", ["no-comment: Cina"]),
    ("Mosca non ha commentato.", ["no-comment: Russia"]),
    ("Il Cremlino si è rifiutato di commentare.", ["no-comment: Cremlino"]),
    (
      "L’esercito israeliano non ha risposto alle domande.",
      ["no-comment: Forze di difesa israeliane"]
    ),
    ("La Corea del Nord, per ora, tace.", ["no-comment: Corea del Nord"]),
    (
      "Russia e Ucraina si accusano a vicenda del raid.",
      ["accusation: Russia, Ucraina > Russia, Ucraina"]
    ),
    (
      "Armenia e Azerbaigian si sono accusate a vicenda di aver violato la tregua.",
      ["accusation: Armenia, Azerbaigian > Armenia, Azerbaigian"]
    ),
    ("Mosca parla di un sabotaggio ucraino.", ["accusation: Russia"]),
    ("Kiev attribuisce il bombardamento alla Russia.", ["accusation: Ucraina > Russia"]),
  ]) func areClaims(_ text: String, _ expected: [String]) {
    let claims = ReadArticle(text).claims
    #expect(expected.allSatisfy(claims.contains), "\(text): \(claims)")
  }

  @Test(arguments: [
    "Israele non ha fornito armi all’Ucraina.",
    "Mosca non ha dato battaglia.",
    "L’Iran non ha risposto al fuoco.",
    "Kiev attribuisce grande importanza al vertice.",
    "Mosca parla di un nuovo accordo con la Turchia.",
    "Mosca e Kiev si incontrano a Istanbul.",
  ]) func areNone(_ text: String) {
    let claims = ReadArticle(text).claims
    #expect(
      !claims.contains { $0.hasPrefix("no-comment") || $0.hasPrefix("accusation") },
      "\(text): \(claims)")
  }
}
