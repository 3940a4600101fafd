import DossierModel
import Testing

@testable import Extraction

/// Sentences and the speech acts in them.
@Suite struct ClaimTests {
  @Test(arguments: [
    (
      "L’Ucraina ha accusato la Russia di aver bombardato un ospedale a Kharkiv.",
      ["accusation: Ucraina > Russia"]
    ),
    ("Il Pakistan ha incolpato l’India per l’attentato.", ["accusation: Pakistan > India"]),
    ("Damasco ha attribuito il raid a Israele.", ["accusation: Siria > Israele"]),
    ("Mosca ha negato di aver attaccato Sumy.", ["denial: Russia"]),
    ("Il Cremlino ha smentito l’attacco.", ["denial: Cremlino"]),
    ("Israele ha confermato il raid su Damasco.", ["confirmation: Israele"]),
    ("Lo Stato islamico ha rivendicato l’attentato di Kabul.", ["confirmation: Stato islamico"]),
    (
      "Guterres ha esortato Israele a cessare i bombardamenti su Gaza.",
      ["appeal: António Guterres > Israele"]
    ),
    (
      "Gli Stati Uniti hanno chiesto al Ruanda di ritirare le truppe dal Congo.",
      ["appeal: Stati Uniti > Ruanda"]
    ),
    (
      "L’Onu ha lanciato un appello alla Russia per la fine della guerra.",
      ["appeal: Nazioni Unite > Russia"]
    ),
    ("L’Iran si è impegnato a rispettare la tregua.", ["pledge: Iran"]),
    ("La Francia ha condannato il colpo di Stato in Niger.", ["condemnation: Francia"]),
    ("Borrell ha definito l’attacco «inaccettabile».", ["condemnation: Josep Borrell"]),
    ("Il Pentagono ha rifiutato di commentare il raid.", ["no-comment: Pentagono"]),
    (
      "L’esercito ucraino ha dichiarato che la Russia ha bombardato Odessa.",
      ["fact: Forze armate ucraine"]
    ),
    ("Secondo l’Onu, i paramilitari hanno saccheggiato Nyala.", ["fact: Nazioni Unite"]),
    // Whoever is accused or called upon does not speak.
    (
      "Il premier ha parlato alla Camera. Ha invitato la Francia a ritirare le truppe.",
      ["appeal: premier > Francia"]
    ),
    ("«Bugie», ha accusato il ministro Carlo Bassi.", ["accusation: Carlo Bassi"]),
  ]) func reads(_ text: String, _ expected: [String]) {
    #expect(ReadArticle(text).claims == expected, "\(text)")
  }

  @Test(arguments: [
    "Il ministro ha sostenuto la riforma.",
    "La Russia potrebbe accusare l’Ucraina.",
    "Il presidente non ha condannato nessuno.",
    "La guida indica la strada.",
    "Chi accusa deve provare.",
    "Il giornale non ha confermato la notizia.",
    "Ha chiesto un caffè.",
    "Ha accusato il governo di aver taciuto.",
    "Chieda a Mosca chi ha pagato.",
  ]) func findsNone(_ text: String) {
    #expect(ReadArticle(text).claims == [], "\(text)")
  }

  @Test func tiesBothVersionsToOneEvent() {
    let read = ReadArticle(
      """
      Scontri tra India e Pakistan sono scoppiati giovedì in Kashmir. L’India ha accusato il Pakistan \
      di aver aperto il fuoco. Il Pakistan ha accusato l’India di aver attaccato per prima.
      """)
    #expect(read.reading.events.count == 1, "\(read.events)")
    let about = read.reading.claims.filter { $0.kind == .accusation }.map(\.about)
    #expect(about == [[0], [0]])
  }
}
