import DossierModel
import Testing

@testable import Extraction

/// Sentences and the figures in them.
@Suite struct FigureTests {
  @Test(arguments: [
    // Verbs.
    ("Dodici persone sono morte a Gaza.", ["killed 12 persone"]),
    ("Sono morti 45 civili in un raid su Idlib.", ["killed 45 civili"]),
    (
      "Almeno 30 persone sono state uccise in un attacco a El Fasher.",
      ["killed 30-? at-least persone"]
    ),
    ("Il raid ha ucciso 7 persone e ne ha ferite 12.", ["killed 7 persone", "injured 12 persone"]),
    (
      "Oltre 200 manifestanti sono stati arrestati a Teheran.",
      ["detained 200-? at-least manifestanti"]
    ),
    ("Più di 6.500 persone hanno perso la vita nella guerra.", ["killed 6500-? at-least persone"]),
    (
      "Due soldati sono rimasti uccisi e cinque feriti.", ["killed 2 soldati", "injured 5 soldati"]
    ),
    ("L’esercito ha perso tre uomini in un’imboscata.", ["killed 3 uomini"]),
    ("Circa 10.000 civili sono fuggiti da Goma.", ["displaced 10000 about civili"]),
    (
      "Quasi un milione di persone hanno lasciato le proprie case.",
      ["displaced ?-1000000 about persone"]
    ),
    ("Tra 20 e 30 soldati sono stati catturati.", ["detained 20-30 soldati"]),
    ("Tre giornalisti risultano dispersi.", ["missing 3 giornalisti"]),
    // Nouns.
    ("Il bilancio è di 12 morti e 30 feriti.", ["killed 12 persone", "injured 30 persone"]),
    (
      "Un attacco a Kharkiv ha causato almeno 12 morti e una trentina di feriti.",
      ["killed 12-? at-least persone", "injured 30 about persone"]
    ),
    ("Il bilancio delle vittime è salito a 45.", ["killed 45 persone"]),
    ("Secondo l’Onu gli sfollati sono 2,5 milioni.", ["displaced 2500000 persone (Nazioni Unite)"]),
    ("Un’autobomba a Mogadiscio: 18 morti.", ["killed 18 persone"]),
    ("L’incursione ha provocato decine di vittime.", ["killed 20-? at-least persone"]),
    ("La polizia ha eseguito 60 arresti.", ["detained 60 persone"]),
    // Nouns with "di".
    ("L’attacco ha provocato la morte di tre bambini.", ["killed 3 bambini"]),
    (
      "La tregua ha permesso il ritorno di migliaia di profughi.",
      ["returned 1000-? at-least profughi"]
    ),
    ("Il raid ha causato il ferimento di due donne.", ["injured 2 donne"]),
    ("L’accordo prevede il rilascio di 50 ostaggi.", ["returned 50 ostaggi"]),
    // Participles.
    ("Nel villaggio sono stati trovati i corpi di venti civili uccisi.", ["killed 20 civili"]),
    ("Gaza, uccisi 12 palestinesi in un raid israeliano.", ["killed 12 palestinesi"]),
    ("Arrestati tre uomini a Istanbul.", ["detained 3 uomini"]),
    // Ones.
    ("Un soldato è stato ucciso a Hebron.", ["killed 1 soldato"]),
    ("Una donna è rimasta ferita nell’esplosione.", ["injured 1 donna"]),
    // Unknown numbers.
    ("Un numero imprecisato di miliziani è stato ucciso.", ["killed ? unspecified miliziani"]),
    ("Diversi civili sono rimasti feriti.", ["injured ? unspecified civili"]),
    // Parts.
    (
      "I raid hanno causato 56 morti, di cui 25 a Khartum.",
      ["killed 56 persone", "killed 25 persone"]
    ),
    ("Nove persone sono morte, tra cui tre bambini.", ["killed 9 persone", "killed 3 bambini"]),
    // Who says so, and how.
    (
      "Il ministero della Sanità di Gaza ha detto che 30 persone sono state uccise.",
      ["killed 30 persone (Ministero della Sanità di Gaza)"]
    ),
    ("Sarebbero morte venti persone.", ["killed 20 persone conditional"]),
    (
      "L’esercito israeliano sostiene di aver ucciso cinque terroristi.",
      ["killed 5 terroristi (Forze di difesa israeliane)"]
    ),
    // Verbs of state, and parts put in before the verb.
    ("Quindici persone sono rimaste uccise a Kandahar.", ["killed 15 persone"]),
    (
      "Decine di donne risultano ancora disperse nel Sinai.",
      ["missing 20-? at-least donne"]
    ),
    (
      "Almeno 19 persone, di cui 7 bambini, sono state uccise a Homs.",
      ["killed 19-? at-least persone", "killed 7 bambini"]
    ),
    (
      "Una ventina di soldati, tra cui quattro ufficiali, sono rimasti feriti a Naqura.",
      ["injured 20 about soldati", "injured 4 ufficiali"]
    ),
    ("L’assedio di Marawi è costato la vita a circa 900 persone.", ["killed 900 about persone"]),
    (
      "La procura parla di 10 feriti: 4 agenti e 6 operai.",
      ["injured 10 persone (procura)", "injured 4 agenti (procura)", "injured 6 operai (procura)"]
    ),
    ("I morti hanno superato quota 3.000.", ["killed 3000-? at-least persone"]),
    (
      "Il Pentagono ha contato 32 morti dall’inizio dell’offensiva.",
      ["killed 32 persone (Pentagono)"]
    ),
    (
      "I morti sono 15. L’Onu ne ha contati fino a 80.",
      ["killed 15 persone", "killed ?-80 about persone (Nazioni Unite)"]
    ),
  ]) func reads(_ text: String, _ expected: [String]) {
    #expect(ReadArticle(text).figures == expected, "\(text)")
  }

  @Test(arguments: [
    "Il 12 maggio è morto il presidente.",
    "Il governo ha approvato 30 decreti.",
    "La guerra è costata 300 milioni di dollari.",
    "Ha perso tre elezioni.",
    "Due ministri hanno firmato l’accordo.",
    "Tre aerei sono tornati alla base.",
    "Rischiano la fame 5 milioni di persone.",
    "Nessuno è rimasto ferito.",
    "Il presidente ha incontrato tre ministri.",
    "Cento persone hanno assistito al concerto.",
    "La squadra ha liberato due giocatori.",
    "Potrebbero morire migliaia di persone.",
    "Il numero 12 della rivista parla dei feriti.",
    "Ha 45 anni ed è fuggito dalla Siria.",
    "Tre ministri sono rimasti a Ginevra.",
    "La mostra è costata la vita sociale a due curatori.",
    "Le proposte sono tre: due decreti e una legge.",
    "L’Egitto ne ha annunciati altri due.",
  ]) func findsNone(_ text: String) {
    #expect(ReadArticle(text).figures == [], "\(text)")
  }
}
