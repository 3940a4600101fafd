import DossierModel

extension PageSamples {
  /// Two articles about an invented border war: one machine-translated, without title and publisher,
  /// one from an agency that retells another paper.
  static var valdoria: Dossier {
    var b = Builder(title: "La crisi di Valdoria")
    b.article(
      "a17",
      """
      La Valdoria ha riportato perdite delle sue forze dopo gli scontri al confine con la Lutezia.
      I combattimenti, scoppiati nelle prime ore di martedì, segnano l’ultima escalation tra i due rivali, che nel 2028 hanno combattuto una guerra di sei settimane.
      Il ministero della Difesa luteziano ha dichiarato che la Valdoria ha lanciato un “bombardamento intensivo” verso Porto Grova e Sant’Ardo alle 00:05 (20:05 GMT). Ha aggiunto che le forze valdoriane hanno usato droni e “artiglieria di alto calibro”.
      Ma il ministero della Difesa valdoriano ha accusato la Lutezia di aver commesso “atti di sabotaggio su larga scala” vicino a Monte Lago.
      Ci sono perdite in mezzo [Valdoriani] Disse senza dare numeri.
      “Come abbiamo chiarito da tempo, non ci può essere una soluzione militare”, ha detto lunedì la cancelliera Ada Brenz. Un portavoce, parlando del <soldato ignoto>, ha detto che l’esercito non commenta.
      Nel conflitto degli anni ’80 furono uccise circa 30.000 persone.
      """
    ) {
      $0.published = EDTF("2031-05-13")
      $0.publishedBasis = .editor
      $0.translated = .machine
      $0.note = "La data viene dagli scontri di quel martedì."
    }
    b.article(
      "nova-b02",
      """
      AgenNova – Alti funzionari dell’Unione dei Mari hanno tenuto colloqui segreti a Sant’Ardo pochi giorni prima dell’offensiva. Lo ha riferito Il Corriere del Porto citando un alto diplomatico.

      Il diplomatico ha detto che l’incontro ha avuto luogo il 17 maggio e che serviva a “far muovere quei maledetti camion”.

      “Devastante”, così Ada Brenz ha descritto il 19 maggio l’offensiva valdoriana, che secondo il governo luteziano ha ucciso almeno 100 persone. Da allora, secondo il governo luteziano, più di 6.500 persone sono fuggite.

      La Valdoria nega e insiste di avere il diritto di agire contro “formazioni armate illegali”.
      """
    ) {
      $0.published = EDTF("2031-05-24")
      $0.publishedBasis = .stated
      $0.publisher = "AgenNova"
      $0.title = "Colloqui segreti, poi l’offensiva"
      $0.url = "https://agennova.example/colloqui"
      $0.author = "M. R."
      $0.file = "nova/b02.txt"
    }

    let valdoria = b.actor("Valdoria", .state) { $0.aliases = ["Valdoria"] }
    let lutezia = b.actor("Lutezia", .state) { $0.aliases = ["Lutezia"] }
    let luteziaDefence = b.actor("Ministero della Difesa luteziano", .organization)
    let valdoriaDefence = b.actor("Ministero della Difesa valdoriano", .organization)
    let government = b.actor("Governo luteziano", .government)
    let brenzRole = b.passage("a17", "cancelliera")
    let brenz = b.actor("Ada Brenz", .person) {
      $0.aliases = ["Ada Brenz"]
      $0.roles = [Actor.Role(text: "cancelliera", evidence: [brenzRole])]
      $0.country = "DE"
      $0.wikidata = "Q1"
    }
    let union = b.actor("Unione dei Mari", .organization)
    let paper = b.actor("Il Corriere del Porto", .media)
    let diplomat = b.actor("alto diplomatico", .anonymous)

    let grova = b.location("Porto Grua", .settlement) {
      $0.aliases = ["Porto Grova"]
      ($0.latitude, $0.longitude, $0.precision, $0.country) = (39.51, -46.34, 1, "AM")
      $0.geonames = 616_052
      $0.editorial = EditorialDecision(keys: ["aliases"], note: "Scritto «Grova» nella traduzione.")
    }
    let ardo = b.location("Sant’Ardo", .settlement) {
      ($0.latitude, $0.longitude, $0.precision, $0.country) = (40.18, 44.51, 1, "AM")
    }
    let lago = b.location("Monte Lago", .district) { $0.precision = 3 }

    b.mention("a17", "Valdoria", actor: valdoria)
    b.mention("a17", "Lutezia", actor: lutezia)
    b.mention("a17", "ministero della Difesa luteziano", actor: luteziaDefence)
    b.mention("a17", "Valdoria", 2, actor: valdoria)
    b.mention("a17", "Porto Grova", location: grova)
    b.mention("a17", "Sant’Ardo", location: ardo)
    b.mention("a17", "ministero della Difesa valdoriano", actor: valdoriaDefence)
    b.mention("a17", "Lutezia", 2, actor: lutezia)
    b.mention("a17", "Monte Lago", location: lago)
    b.mention("a17", "Ada Brenz", actor: brenz)
    b.mention("nova-b02", "Unione dei Mari", actor: union)
    b.mention("nova-b02", "Sant’Ardo", location: ardo)
    b.mention("nova-b02", "Il Corriere del Porto", actor: paper)
    b.mention("nova-b02", "alto diplomatico", actor: diplomat)
    b.mention("nova-b02", "Ada Brenz", actor: brenz)
    b.mention("nova-b02", "governo luteziano", actor: government)
    b.mention("nova-b02", "governo luteziano", 2, actor: government)
    b.mention("nova-b02", "La Valdoria", actor: valdoria)

    let clash = Event.ID("armed-clash-confine-2031-05-13")
    let offensive = Event.ID("operation-2031-05-19")
    let talks = Event.ID("talks-mediated-sant-ardo-2031-05-17")
    let shelling = b.quotation("a17", "bombardamento intensivo", .mixed, by: [luteziaDefence]) {
      $0.about = [clash]
    }
    let guns = b.quotation("a17", "artiglieria di alto calibro", .mixed, by: [luteziaDefence]) {
      $0.basis = .nullSubject
      $0.about = [clash]
    }
    let sabotage = b.quotation(
      "a17", "atti di sabotaggio su larga scala", .mixed, by: [valdoriaDefence]
    ) { $0.about = [clash] }
    let losses = b.quotation("a17", "Ci sono perdite in mezzo [Valdoriani]", .direct, by: []) {
      $0.integrity = .damaged
      $0.about = [clash]
    }
    let solution = b.quotation(
      "a17", "Come abbiamo chiarito da tempo, non ci può essere una soluzione militare", .direct,
      by: [brenz]
    ) {
      $0.about = [clash]
      $0.date = EDTF("2031-05-12")
    }
    _ = b.quotation("a17", "l’esercito non commenta", .indirect, by: [])
    let trucks = b.quotation(
      "nova-b02", "far muovere quei maledetti camion", .mixed, by: [diplomat]
    ) {
      $0.about = [talks]
      $0.chain = [paper]
      $0.basis = .description
    }
    let devastating = b.quotation("nova-b02", "Devastante", .direct, by: [brenz]) {
      $0.about = [offensive]
      $0.review = .accepted
      $0.date = EDTF("2031-05-19")
    }
    let armed = b.quotation("nova-b02", "formazioni armate illegali", .mixed, by: [valdoria]) {
      $0.about = [offensive]
    }

    let accusation = b.claim(
      "a17", "la Valdoria ha lanciato un “bombardamento intensivo” verso Porto Grova e Sant’Ardo",
      .accusation, by: [luteziaDefence]
    ) {
      $0.addressees = [valdoria]
      $0.about = [clash]
    }
    let counter = b.claim(
      "a17",
      "la Lutezia di aver commesso “atti di sabotaggio su larga scala” vicino a Monte Lago",
      .accusation, by: [valdoriaDefence]
    ) {
      $0.addressees = [lutezia]
      $0.about = [clash]
    }
    let unknown = b.claim("a17", "La Valdoria ha riportato perdite", .figure, by: []) {
      $0.figure = Figure(
        metric: .killed, victims: "forze valdoriane", low: nil, high: nil, qualifier: .unspecified)
      $0.about = [clash]
    }
    let war = b.claim("a17", "furono uccise circa 30.000 persone", .figure, by: []) {
      $0.figure = Figure(
        metric: .killed, victims: "persone", low: 30000, high: 30000, qualifier: .about)
    }
    let killed = b.claim("nova-b02", "ha ucciso almeno 100 persone", .figure, by: [government]) {
      $0.figure = Figure(
        metric: .killed, victims: "persone", low: 100, high: nil, qualifier: .atLeast)
      $0.about = [offensive]
    }
    let fled = b.claim("nova-b02", "più di 6.500 persone sono fuggite", .figure, by: [government]) {
      $0.figure = Figure(
        metric: .displaced, victims: "persone", low: 6500, high: nil, qualifier: .atLeast)
      $0.about = [offensive]
      $0.asOf = EDTF("2031-05-24")
      $0.modality = .conditional
    }
    let denial = b.claim("nova-b02", "La Valdoria nega", .denial, by: [valdoria]) {
      $0.about = [offensive]
    }

    let clashText = b.passage(
      "a17", "I combattimenti, scoppiati nelle prime ore di martedì, segnano l’ultima escalation")
    let clashDate = b.passage("a17", "nelle prime ore di martedì")
    b.event(clash.rawValue, "Scontri al confine tra Lutezia e Valdoria", .armedClash) {
      $0.when = Event.When(
        edtf: EDTF("2031-05-13"), literal: "nelle prime ore di martedì", basis: .inferred,
        passage: clashDate)
      $0.places = [
        .init(location: grova, evidence: []), .init(location: ardo, evidence: []),
        .init(location: lago, evidence: []),
      ]
      $0.participants = [
        .init(actor: valdoria, role: .party, evidence: [clashText]),
        .init(actor: lutezia, role: .party, evidence: [clashText]),
      ]
      $0.evidence = [clashText]
      $0.accounts = [
        .init(
          article: .init("a17"), status: .occurred, when: $0.when, trigger: clashText)
      ]
      $0.figures = [unknown]
      $0.claims = [accusation, counter]
      $0.quotations = [shelling, guns, sabotage, losses, solution]
      $0.contested = true
      $0.contests = [Contest(matter: .who, claims: [accusation, counter])]
      $0.partOf = .init("war-valdoria-198x")
      $0.editorial = EditorialDecision(keys: ["date"], note: "L’anno è della redazione.")
    }
    let warText = b.passage(
      "a17", "Nel conflitto degli anni ’80 furono uccise circa 30.000 persone.")
    let warDate = b.passage("a17", "anni ’80")
    b.event("war-valdoria-198x", "Guerra degli anni Ottanta", .war) {
      $0.when = Event.When(
        edtf: EDTF("198X"), literal: "anni ’80", basis: .stated, passage: warDate)
      $0.evidence = [warText]
      $0.figures = [war]
    }
    let recentDate = b.passage("a17", "nel 2028")
    let recent = b.passage("a17", "nel 2028 hanno combattuto una guerra di sei settimane")
    b.event("war-2028", "Guerra tra Lutezia e Valdoria, 2028", .war) {
      $0.when = Event.When(
        edtf: EDTF("2028"), duration: "P6W", literal: "nel 2028", basis: .stated,
        passage: recentDate)
      $0.participants = [
        .init(actor: valdoria, role: .party, evidence: [recent]),
        .init(actor: lutezia, role: .party, evidence: [recent]),
      ]
      $0.evidence = [recent]
    }
    let talksDate = b.passage("nova-b02", "il 17 maggio")
    let meeting = b.passage("nova-b02", "l’incontro ha avuto luogo il 17 maggio")
    let talksText = b.passage(
      "nova-b02",
      "Alti funzionari dell’Unione dei Mari hanno tenuto colloqui segreti a Sant’Ardo")
    b.event(talks.rawValue, "Colloqui segreti a Sant’Ardo", .talksMediated) {
      $0.when = Event.When(
        edtf: EDTF("2031-05-17"), literal: "il 17 maggio", basis: .inferred,
        passage: talksDate)
      $0.places = [.init(location: ardo, evidence: [talksText])]
      $0.participants = [.init(actor: union, role: .mediator, evidence: [talksText])]
      $0.evidence = [talksText, meeting]
      $0.quotations = [trucks]
      $0.status = .alleged
    }
    let offensiveDate = b.passage("nova-b02", "il 19 maggio")
    let before = b.passage("nova-b02", "prima dell’offensiva")
    let offensiveText = b.passage("nova-b02", "ha descritto il 19 maggio l’offensiva valdoriana")
    b.event(offensive.rawValue, "Offensiva della Valdoria", .operation) {
      $0.when = Event.When(
        edtf: EDTF("2031-05-19/.."), literal: "il 19 maggio", basis: .inferred,
        passage: offensiveDate)
      $0.participants = [
        .init(actor: valdoria, role: .initiator, evidence: [offensiveText]),
        .init(actor: lutezia, role: .target, evidence: []),
      ]
      $0.evidence = [offensiveText, before]
      $0.figures = [killed, fled]
      $0.claims = [denial]
      $0.quotations = [devastating, armed]
      $0.contested = true
      $0.contests = [Contest(matter: .whether, claims: [denial])]
    }
    let flight = b.passage("nova-b02", "più di 6.500 persone sono fuggite")
    b.event("displacement", "Fuga dalle case", .displacement) { $0.evidence = [flight] }
    b.dossier.sides = [
      valdoria: Side(name: "Valdoria", basis: .text, event: clash),
      valdoriaDefence: Side(name: "Valdoria", basis: .text, event: clash),
      luteziaDefence: Side(name: "Repubblica di Lutezia", basis: .editor),
    ]
    return b.finished
  }
}
