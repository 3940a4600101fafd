import DossierModel
import Testing

@testable import Extraction

/// Words of war that tell of none, and the same words where they do.
@Suite struct EventImageTests {
  @Test(arguments: [
    // Sport.
    "L’attacco della capolista ha travolto la difesa nel primo tempo.",
    "La squadra di Verdi ha assediato per venti minuti la porta avversaria prima del gol.",
    "Il portiere si è arreso solo al terzo rigore.",
    "Una fuga di sei corridori ha animato la tappa.",
    // Politics.
    "L’opposizione ha bombardato la manovra con tremila emendamenti.",
    "Prima del congresso la vecchia guardia ha lanciato l’offensiva contro la segretaria.",
    // Trade, weather.
    "Dopo la tregua di Natale è ripresa la guerra dei prezzi tra i supermercati.",
    "La grandine ha bombardato i vigneti e i frutteti della provincia.",
    // A speaker’s image.
    "«Vinceremo questa guerra», ha detto Paolo Verdi.",
    "«Abbiamo attaccato bene fino alla fine», ha detto Paolo Verdi.",
    // What somebody does as a rule.
    "Il Qatar, che media nei negoziati, ha ringraziato l’Onu.",
    "Il presidente deposto vive in esilio.",
  ]) func tellsNothing(_ text: String) {
    #expect(ReadArticle(text).events == [], "\(text)")
  }

  @Test(arguments: [
    ("Un missile ha colpito uno stadio di Kharkiv durante una partita.", "shelling"),
    (
      "L’aviazione siriana ha bombardato un mercato ad Aleppo malgrado il maltempo.",
      "air-drone-strike"
    ),
    ("Durante il campionato un’autobomba è esplosa a Mogadiscio.", "explosive"),
    ("I ribelli hanno attaccato un museo a Bamako.", "armed-clash"),
    ("Tre soldati sono stati uccisi in un attacco durante il comizio a Mogadiscio.", "armed-clash"),
    (
      "L’Egitto, che domenica ha ospitato i colloqui al Cairo, ha ringraziato l’Onu.", "meeting"
    ),
  ]) func tells(_ text: String, _ expected: String) {
    #expect(ReadArticle(text).reading.events.map(\.type.rawValue) == [expected], "\(text)")
  }
}

/// Who takes part without a name, and who speaks for whom.
@Suite struct EventUnnamedTests {
  @Test(arguments: [
    (
      "I talebani hanno conquistato Kandahar.",
      "territory-overtaken @Kandahar initiator:Talebani"
    ),
    (
      "I talebani hanno preso domenica il controllo di Kabul.",
      "territory-overtaken 2024-05-05 @Kabul initiator:Talebani"
    ),
    (
      "Uomini armati hanno attaccato un villaggio nel nord della Nigeria.",
      "armed-clash @Nigeria initiator:uomini armati"
    ),
    (
      "I separatisti hanno rapito due ingegneri a Quetta.",
      "abduction @Quetta initiator:separatisti"
    ),
    (
      "Gli insorti e l’esercito birmano si sono scontrati a Mandalay.",
      "armed-clash @Mandalay party:insorti,Forze armate birmane"
    ),
    (
      "L’esercito ha evacuato gli abitanti di Belgorod.",
      "displacement @Belgorod initiator:esercito"
    ),
    (
      "Kiev attribuisce il bombardamento di Kherson alla Russia.",
      "shelling alleged @Kherson initiator:Russia"
    ),
    // Those who take to the streets.
    ("I pescatori hanno protestato ad Aden.", "protest @Aden party:pescatori"),
    // A capital that mediates, a town that is called like its country.
    (
      "L’intesa tra Russia e Ucraina, mediata da Ankara, durerà 120 giorni.",
      "agreement planned party:Russia,Ucraina mediator:Turchia"
    ),
    (
      "I colloqui tra Serbia e Kosovo si sono tenuti a Lussemburgo.",
      "meeting @Lussemburgo party:Serbia,Kosovo"
    ),
    (
      "Il presidente Zelensky ha incontrato venerdì a Parigi Emmanuel Macron.",
      "meeting 2024-05-03 @Parigi party:Volodymyr Zelensky,Emmanuel Macron"
    ),
    (
      "Russia e Ucraina hanno firmato ieri a Istanbul due accordi sul grano.",
      "agreement 2024-05-07 @Istanbul party:Russia,Ucraina"
    ),
  ]) func namesThem(_ text: String, _ expected: String) {
    #expect(ReadArticle(text, published: "2024-05-08").events == [expected], "\(text)")
  }

  @Test(arguments: [
    // Those who only suffer, are counted or own something are nobody’s part.
    ("Due soldati sono stati rapiti a Timbuctù.", "abduction @Timbuctù"),
    ("Un raid ha colpito Damasco.", "air-drone-strike @Damasco"),
    // A town to which somebody travels takes part in nothing.
    ("Il vertice si è tenuto a Palazzo Chigi.", "meeting"),
    ("La tregua proposta dall’Onu è entrata in vigore in Sudan.", "ceasefire @Sudan"),
  ]) func namesNobody(_ text: String, _ expected: String) {
    let events = ReadArticle(text).events
    #expect(events.allSatisfy { $0 == expected }, "\(text): \(events)")
  }

  @Test func knowsWhoseFightersTheyAre() {
    let read = ReadArticle(
      "I paramilitari delle Forze di supporto rapido sono entrati a Nyala. I paramilitari hanno attaccato El Fasher."
    )
    #expect(
      read.events == [
        "operation @Nyala initiator:Forze di supporto rapido",
        "armed-clash @El Fasher initiator:Forze di supporto rapido",
      ])
  }

  @Test func takesUpTheGroupNamedLast() {
    let read = ReadArticle(
      "Hamas ha lanciato razzi contro Tel Aviv. Il gruppo ha rapito due soldati.")
    #expect(read.events.last == "abduction initiator:Hamas")
  }

  @Test func doesNotTakeUpWhoOnlyOwns() {
    let read = ReadArticle(
      "Il segretario dell’Onu ha visitato Bamako. Il gruppo ha rapito due soldati.")
    #expect(!read.events.contains { $0.contains("initiator:Nazioni Unite") })
  }
}

/// Denials of a deed that the denier’s own side is said to have done.
@Suite struct EventDenialTests {
  @Test(arguments: [
    "Mosca: l’esercito non ha attaccato l’ospedale di Kharkiv.",
    "Il ministero della Difesa russo ha negato di aver colpito l’ospedale pediatrico di Kiev.",
    "Israele ha negato di aver bombardato la scuola di Nuseirat.",
    "Hamas ha smentito di aver rapito i due giornalisti.",
    "Il governo etiope ha negato di aver attaccato Macallè.",
  ]) func areDenied(_ text: String) {
    #expect(ReadArticle(text).reading.events.map(\.status) == [.denied], "\(text)")
  }

  @Test(arguments: [
    "L’esercito non ha attaccato l’ospedale.",
    "Il ministro ha detto che l’esercito non ha mai attaccato la Siria.",
    "Mosca non ha attaccato.",
  ]) func areNoEvents(_ text: String) {
    #expect(ReadArticle(text).events == [], "\(text)")
  }
}
