import DossierModel
import Testing

@testable import Extraction

/// Texts of several sentences and the events that remain when mentions of one event are joined.
@Suite struct EventMergingTests {
  @Test(arguments: [
    // Taken up by an article and a word of the kind.
    (
      "Un raid israeliano ha colpito Damasco domenica. L’attacco ha ucciso venti persone. Nel bombardamento sono morti anche due bambini.",
      ["air-drone-strike 2024-05-05 @Damasco initiator:Israele"]
    ),
    (
      "Russia e Ucraina hanno tenuto colloqui a Istanbul. L’incontro è durato tre ore. Le trattative si sono concluse senza un’intesa.",
      ["meeting @Istanbul party:Russia,Ucraina"]
    ),
    (
      "L’esercito ha lanciato un’offensiva a Idlib. L’operazione è cominciata lunedì.",
      ["operation 2024-05-06 @Idlib initiator:esercito"]
    ),
    // A headline and its sentence.
    (
      "Scontri a Tripoli.\nScontri tra milizie rivali sono scoppiati martedì a Tripoli.",
      ["armed-clash 2024-05-07 @Tripoli"]
    ),
    // Other days, other places: other events.
    (
      "Lunedì un raid ha colpito Damasco. Martedì un altro raid ha colpito Aleppo.",
      ["air-drone-strike 2024-05-06 @Damasco", "air-drone-strike 2024-05-07 @Aleppo"]
    ),
    (
      "Droni hanno colpito Kharkiv. Missili sono caduti su Leopoli.",
      ["air-drone-strike @Kharkiv", "shelling @Leopoli"]
    ),
    (
      "Putin ha incontrato Xi a Pechino. Erdogan ha incontrato Meloni a Roma.",
      [
        "meeting @Pechino party:Vladimir Putin,Xi Jinping",
        "meeting @Roma party:Recep Tayyip Erdogan,Giorgia Meloni",
      ]
    ),
    // A headline in other words.
    (
      "Kharkiv, raid sulla città\nTre persone sono morte lunedì in un attacco missilistico russo a Kharkiv.",
      ["shelling 2024-05-06 @Kharkiv initiator:Russia"]
    ),
    (
      "Strage a Mosca, commando assalta un teatro\nUomini armati hanno aperto il fuoco lunedì a Mosca.",
      ["attack-on-civilians 2024-05-06 @Mosca initiator:commando,uomini armati"]
    ),
    // An offensive and its fighting on one day in one place.
    (
      "L’esercito ha lanciato lunedì un’offensiva a Idlib. Scontri sono scoppiati lunedì a Idlib.",
      ["operation 2024-05-06 @Idlib initiator:esercito"]
    ),
    // Talks in two words.
    (
      "Putin e Xi si sono visti lunedì a Pechino per un incontro bilaterale.",
      ["meeting 2024-05-06 @Pechino party:Vladimir Putin,Xi Jinping"]
    ),
    // What went before is another event.
    (
      "L’Iran ha lanciato lunedì missili contro Israele, in risposta al raid di domenica su Damasco.",
      [
        "shelling 2024-05-06 @Israele initiator:Iran target:Israele",
        "air-drone-strike 2024-05-05 @Damasco",
      ]
    ),
    // Dated anew in another measure.
    (
      "La scorsa settimana la Russia ha perso due soldati. Ad aprile l’Ucraina ha perso tre soldati a Kherson.",
      [
        "armed-clash 2024-04-29/2024-05-05 victim:Russia",
        "armed-clash 2024-04 @Kherson victim:Ucraina",
      ]
    ),
  ]) func joins(_ text: String, _ expected: [String]) {
    #expect(ReadArticle(text, published: "2024-05-08").events == expected, "\(text)")
  }

  @Test func putsPartsIntoTheirWhole() throws {
    let read = ReadArticle(
      "Il 10 maggio 2024 la Russia ha lanciato un’offensiva contro Kharkiv, conquistando Vovchansk."
    )
    let parts = read.reading.events.map(\.partOf)
    #expect(parts == [nil, 0], "\(read.events)")
  }

  @Test func givesTheTruceWhatItEnds() throws {
    let read = ReadArticle(
      "La guerra del 2014 tra Israele e Hamas si è conclusa con una tregua mediata dall’Egitto.")
    let truce = try #require(read.reading.events.first { $0.type == .ceasefire })
    #expect(read.describe(truce) == "ceasefire 2014 party:Israele,Hamas mediator:Egitto")
    #expect(truce.partOf == 0)
  }

  @Test func keepsEvidenceShort() {
    let long = String(repeating: "la città di Homs, ", count: 60)
    let read = ReadArticle("L’esercito ha bombardato \(long)e Aleppo.")
    for event in read.reading.events {
      for span in event.evidence { #expect(read.article.text[span].unicodeScalars.count < 600) }
    }
  }
}
