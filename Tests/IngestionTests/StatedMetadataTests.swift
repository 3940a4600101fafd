import DossierModel
import Testing

@testable import Ingestion

@Suite struct StatedMetadataTests {
  /// A text and what it states: metadata, place, date, agency, author.
  struct Example: CustomTestStringConvertible, Sendable {
    var text: String
    var metadata: [String]
    var place: String?
    var published: String?
    var publisher: String?
    var author: String?

    init(
      _ text: String, _ metadata: [String], place: String? = nil, published: String? = nil,
      publisher: String? = nil, author: String? = nil
    ) {
      (self.text, self.metadata, self.place) = (text, metadata, place)
      (self.published, self.publisher, self.author) = (published, publisher, author)
    }

    var testDescription: String { String(text.prefix(50)) }
  }

  static let prose = "Il governo ha riferito di nuovi scontri lungo il confine."

  static let datelines = [
    Example(
      " date 2031-10 AgenPress – \(prose)", ["date 2031-10 AgenPress –"], published: "2031-10",
      publisher: "AgenPress"),
    Example(
      "data: 2031-10-04 \(prose)", ["data: 2031-10-04"], published: "2031-10-04"),
    Example("AgenPress – \(prose)", ["AgenPress –"], publisher: "AgenPress"),
    Example("AgenPress. \(prose)", ["AgenPress."], publisher: "AgenPress"),
    Example("ValdoriaPress – \(prose)", ["ValdoriaPress –"], publisher: "ValdoriaPress"),
    Example(
      "(AGENPARL) - Roma, 12 MAR - \(prose)", ["(AGENPARL) - Roma, 12 MAR -"], place: "Roma",
      publisher: "Agenparl"),
    Example(
      "(AGENPARL) – Ginevra, lun 12 marzo 2029 – \(prose)",
      ["(AGENPARL) – Ginevra, lun 12 marzo 2029 –"], place: "Ginevra", published: "2029-03-12",
      publisher: "Agenparl"),
    Example(
      "ROMA (ITALPRESS) – \(prose)", ["ROMA (ITALPRESS) –"], place: "ROMA", publisher: "Italpress"),
    Example(
      "KIEV (UCRAINA) (ITALPRESS) - \(prose)", ["KIEV (UCRAINA) (ITALPRESS) -"], place: "KIEV",
      publisher: "Italpress"),
    Example(
      "TRIPOLI (LIBIA) (ITALPRESS/MNA) – \(prose)", ["TRIPOLI (LIBIA) (ITALPRESS/MNA) –"],
      place: "TRIPOLI", publisher: "Italpress"),
    Example("BAKU, 20 SET - \(prose)", ["BAKU, 20 SET -"], place: "BAKU"),
    Example("GORIS, 13 SET – \(prose)", ["GORIS, 13 SET –"], place: "GORIS"),
    Example("NEW YORK, 1° ottobre – \(prose)", ["NEW YORK, 1° ottobre –"], place: "NEW YORK"),
    Example(
      "Roma, 19 set. (askanews) - \(prose)", ["Roma, 19 set. (askanews) -"], place: "Roma",
      publisher: "askanews"),
    Example(
      "Roma, 12 mar. - (Adnkronos) - \(prose)", ["Roma, 12 mar. - (Adnkronos) -"], place: "Roma",
      publisher: "Adnkronos"),
    Example(
      "Roma, 12 mar. (Adnkronos/Dpa) - \(prose)", ["Roma, 12 mar. (Adnkronos/Dpa) -"],
      place: "Roma", publisher: "Adnkronos"),
    Example(
      "Roma, 12 mar. - (Adnkronos) \(prose)", ["Roma, 12 mar. - (Adnkronos)"], place: "Roma",
      publisher: "Adnkronos"),
    Example(
      "Il Cairo, martedì 12 marzo 2030 - \(prose)", ["Il Cairo, martedì 12 marzo 2030 -"],
      place: "Il Cairo", published: "2030-03-12"),
    Example(
      "(ANSA) - ROMA, 13 SET - \(prose)", ["(ANSA) - ROMA, 13 SET -"], place: "ROMA",
      publisher: "ANSA"),
    Example(
      "(ANSA-AFP) - KHARTUM, 13 SET - \(prose)", ["(ANSA-AFP) - KHARTUM, 13 SET -"],
      place: "KHARTUM", publisher: "ANSA"),
    Example(
      "(DIRE) Roma, 13 Set. - \(prose)", ["(DIRE) Roma, 13 Set. -"], place: "Roma",
      publisher: "Agenzia Dire"),
    Example(
      "Gerusalemme, 7 ottobre 2023 – \(prose)", ["Gerusalemme, 7 ottobre 2023 –"],
      place: "Gerusalemme", published: "2023-10-07"),
    Example(
      "Città del Vaticano, 7 ottobre 2023, ore 10:45 — \(prose)",
      ["Città del Vaticano, 7 ottobre 2023, ore 10:45 —"], place: "Città del Vaticano",
      published: "2023-10-07"),
    Example(
      "L’Aia, 24 feb (Reuters) - \(prose)", ["L’Aia, 24 feb (Reuters) -"], place: "L’Aia",
      publisher: "Reuters"),
    Example(
      "MOSCA, 24 febbraio (Reuters) \(prose)", ["MOSCA, 24 febbraio (Reuters)"], place: "MOSCA",
      publisher: "Reuters"),
    Example("ADDIS ABEBA — «Non ci fermeremo», ha detto.", ["ADDIS ABEBA —"], place: "ADDIS ABEBA"),
    Example("Beirut – \(prose)", ["Beirut –"], place: "Beirut"),
    Example(
      "Beirut – Hezbollah ha colpito – di nuovo – la costa.", ["Beirut –"], place: "Beirut"),
    Example("\u{A0}\n\nSANA’A - \(prose)", ["SANA’A -"], place: "SANA’A"),
  ]

  static let lines = [
    Example(
      "13 settembre 2022, 10:45\n\(prose)", ["13 settembre 2022, 10:45"], published: "2022-09-13"),
    Example(
      "Martedì 13 settembre 2022 - 10.45\n\n\(prose)", ["Martedì 13 settembre 2022 - 10.45"],
      published: "2022-09-13"),
    Example(
      "Pubblicato il 13/09/2022\n\(prose)", ["Pubblicato il 13/09/2022"], published: "2022-09-13"),
    Example(
      "Pubblicato il 13/09/2022 alle 10:45 | Aggiornato il 14/09/2022\n\(prose)",
      ["Pubblicato il 13/09/2022 alle 10:45 | Aggiornato il 14/09/2022"], published: "2022-09-13"),
    Example(
      "Ultimo aggiornamento: 14 settembre 2022\n\(prose)",
      ["Ultimo aggiornamento: 14 settembre 2022"]),
    Example(
      "2022-09-13T10:45:00+02:00\n\(prose)", ["2022-09-13T10:45:00+02:00"], published: "2022-09-13"),
    Example("di Ada Brenz\n\(prose)", ["di Ada Brenz"], author: "Ada Brenz"),
    Example(
      "di Ada Brenz e Ugo De Marchi\n\(prose)", ["di Ada Brenz e Ugo De Marchi"],
      author: "Ada Brenz e Ugo De Marchi"),
    Example(
      "Dal nostro inviato a Leopoli Ugo De Marchi\n\(prose)",
      ["Dal nostro inviato a Leopoli Ugo De Marchi"]),
    Example("Redazione\n\(prose)", ["Redazione"]),
    Example(
      "di Redazione Esteri - 13 settembre 2022\n\(prose)",
      ["di Redazione Esteri - 13 settembre 2022"], published: "2022-09-13"),
    Example(
      "Nuovi scontri al confine\ndi Ada Brenz\n13 settembre 2022\nGORIS (ITALPRESS) – \(prose)",
      ["di Ada Brenz", "13 settembre 2022", "GORIS (ITALPRESS) –"], place: "GORIS",
      published: "2022-09-13", publisher: "Italpress", author: "Ada Brenz"),
    Example(
      "Nuovi scontri al confine\nROMA (ITALPRESS) – \(prose)", ["ROMA (ITALPRESS) –"],
      place: "ROMA", publisher: "Italpress"),
  ]

  static let feet = [
    Example("\(prose)\n(Res)", ["(Res)"]),
    Example("\(prose) (Res)", ["(Res)"]),
    Example("\(prose) (segue)", ["(segue)"]),
    Example("\(prose)\nsat/gsl", ["sat/gsl"]),
    Example(
      "\(prose)\n(ITALPRESS).\n\nsat/gsl/red\n", ["(ITALPRESS).", "sat/gsl/red"],
      publisher: "Italpress"),
    Example("\(prose)\nFonte: Eco di Valdoria", ["Fonte: Eco di Valdoria"]),
    Example("\(prose)\n\nFoto: Ansa\n", ["Foto: Ansa"]),
    Example("\(prose) (ANSA).", ["(ANSA)."], publisher: "ANSA"),
    Example("\(prose)\n© Riproduzione riservata", ["© Riproduzione riservata"]),
    Example(
      "\(prose)\n\nRIPRODUZIONE RISERVATA © Copyright ANSA",
      ["RIPRODUZIONE RISERVATA © Copyright ANSA"]),
    Example(
      "\(prose)\nPubblicato il 13/09/2022", ["Pubblicato il 13/09/2022"], published: "2022-09-13"),
    Example("«Resteremo qui».\n(Red/Est)", ["(Red/Est)"]),
  ]

  @Test(arguments: datelines + lines + feet)
  func whatATextStatesOfItselfIsMetadata(_ example: Example) {
    let text = ArticleText(example.text)
    let stated = StatedMetadata(of: text)
    #expect(stated.spans.map { text[$0] } == example.metadata)
    #expect(stated.dateline.map { text[$0] } == example.place)
    #expect(stated.published?.text == example.published)
    #expect(stated.publisher == example.publisher)
    #expect(stated.author == example.author)
  }

  @Test(arguments: [
    "Roma – la città eterna – ha ospitato i colloqui.",
    "Kiev – La capitale ucraina – è stata colpita ancora.",
    "Armenia – Azerbaigian, nuovi scontri al confine.",
    "Armenia - Azerbaigian: nuovi scontri",
    "Roma-Milano, fermi i treni dopo l’allarme.",
    "Il 7 ottobre – un sabato – cambiò tutto.",
    "7 ottobre – Le milizie attaccano il valico.\n8 ottobre – Il governo risponde.",
    "13 settembre\nLe forze azere attaccano.",
    "Martedì – Il vertice si apre a Ginevra.",
    "Martedì 13 settembre 2022 le forze armate hanno lanciato un’offensiva.",
    "Gerusalemme, 7 ottobre 2023, ore 6.30: suonano le sirene.",
    "Gerusalemme, 7 ottobre 2023 – il giorno che nessuno dimentica – resta una ferita.",
    "Date le circostanze, il vertice è rinviato.",
    "Data 2023-10 è scritto sul foglio.",
    "Di Maio ha incontrato l’omologo turco.",
    "di Mario",
    "ANSA – la maggiore agenzia italiana – ha riferito dell’attacco.",
    "(Ansa) è il mittente del messaggio.",
    "Secondo l’ANSA – che cita fonti locali – i morti sono tre.",
    "La Redazione del quotidiano è stata evacuata.",
    "Vladimir Putin – Il presidente russo è a Minsk.",
    "Ha parlato il senatore (Pd).",
    "È l’alleanza atlantica. Così la chiamano tutti (Nato).",
    "Lo scrive il quotidiano israeliano (Haaretz).",
    "La legge punisce chi diffonde opere protette da copyright.",
    "venerdì 12 giugno Beirut - Tripoli, la partita si gioca comunque.",
    "Fonte: il portavoce ha detto che il governo non commenta la notizia dell’attacco.",
    "I diritti umani sono violati e/o negati.",
    "Nuova offensiva. Il governo tace.",
    "Nova ha riferito dell’attacco.",
    "Report, la trasmissione, ne ha parlato.",
    "«Roma – disse – è lontana».",
    "– Il governo è caduto – disse.",
    "1. Il governo",
    "2023",
    "(",
    "–",
    "",
  ])
  func whatMayBeProseIsLeftToProse(_ words: String) {
    let text = ArticleText(words)
    #expect(StatedMetadata(of: text).spans.map { text[$0] } == [])
  }

  @Test func aDayAndMonthWithoutAYearGiveNoDate() {
    #expect(StatedMetadata(of: ArticleText("BAKU, 20 SET - \(Self.prose)")).published == nil)
  }

  @Test(arguments: [
    "(ANSA) - ", "ROMA (", "date ", "date 2023-", "1° ", "\u{301}", "«", "(((((((((((",
    "Roma, 30 feb 2022 – Il",
    "\u{202E}ROMA – Il governo", "13/13/2022", "2023-99-99", "99:99", "(ANSA)\u{0}",
  ])
  func oddHeadsAreRead(_ words: String) {
    _ = StatedMetadata(of: ArticleText(words))
    _ = StatedMetadata(of: ArticleText(words + "\n" + Self.prose + "\n" + words))
  }
}
