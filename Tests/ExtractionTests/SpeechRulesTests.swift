import DossierModel
import Testing

@testable import Extraction

/// One rule after the other: sentences that it must get right, and such that it must leave alone.
///
/// {Braces} hold the names that are known, {*} the speaker, {^} a medium; [brackets] the clause that must be found.
@Suite struct SpeechRuleTests {
  /// The first quotation in marks, or the first clause, has the speakers with a star.
  func check(_ example: String) throws {
    let example = MarkedExample(example)
    let found = try example.quotations()
    let isMarked = example.clause == nil
    let quotation = try #require(
      found.first { ($0.kind != .indirect) == isMarked }, "nothing found: \(example.text)")
    #expect(quotation.speakers == example.speakers)
    if let clause = example.clause { #expect(quotation.span == clause) }
    #expect(quotation.chain == example.tellers.filter { !example.speakers.contains($0) })
  }

  @Test(arguments: [
    "«Non tratteremo», ha detto lunedì il ministro {*Fidan}.",
    "«Non tratteremo», ha detto ieri sera a Ginevra {*Lavrov}.",
    "«Non tratteremo», ha fatto sapere {*Hamas}.",
    "«Non tratteremo», disse {*Arafat} nel 2001.",
    "«Non tratteremo», ha poi aggiunto, in una nota, {*Fidan}.",
    "«Non tratteremo» ha dichiarato {*Fidan} alla stampa.",
    "«Non tratteremo» – ha ribadito {*Fidan} – «e basta».",
    "“Non tratteremo”, ha ammonito più volte {*Fidan}.",
    "\"Non tratteremo\", dice al telefono {*Amina}.",
    "«Non tratteremo»: lo ha detto {*Fidan}.",
    "«Non tratteremo», si sfoga {*Fidan}.",
    "«Non tratteremo», taglia corto {*Fidan}.",
    "«Non tratteremo», è la replica di {*Fidan}.",
    "«Non tratteremo», sono le parole di {*Fidan}.",
    "«Non tratteremo», così {*Fidan}.",
    "«Non tratteremo», secondo {*Fidan}.",
    "«Non tratteremo», è quanto afferma {*Fidan}.",
  ]) func findsTheSubjectAfter(_ example: String) throws { try check(example) }

  @Test(arguments: [
    "{*Fidan} ha detto: «Non tratteremo».",
    "{*Fidan}, da parte sua, ha detto: «Non tratteremo».",
    "{*Fidan}, che ieri ha incontrato {Lavrov}, ha detto: «Non tratteremo».",
    "{*Fidan}, parlando a Roma con {Lavrov}, ha detto: «Non tratteremo».",
    "In una nota {*Fidan} ha detto: «Non tratteremo».",
    "Ieri, in un’intervista, {*Fidan} ha detto: «Non tratteremo».",
    "Dopo il colloquio con {Lavrov}, {*Fidan} ha detto: «Non tratteremo».",
    "Mentre {Lavrov} parlava, {*Fidan} ha detto: «Non tratteremo».",
    "{Lavrov} è partito e {*Fidan} ha detto: «Non tratteremo».",
    "{Lavrov} ha chiesto una tregua, ma {*Fidan} ha detto: «Non tratteremo».",
    "{*Fidan} ha incontrato {Lavrov} e ha detto: «Non tratteremo».",
    "{*Fidan} ha incontrato {Lavrov}, ha detto: «Non tratteremo».",
    "{*Fidan} non usa mezzi termini: «Non tratteremo».",
    "{*Fidan}: «Non tratteremo».",
    "Ankara, {*Fidan}: «Non tratteremo».",
    "{*Fidan}, «non tratteremo»",
    "{*Fidan} ha lanciato un monito: «Non tratteremo».",
    "Il monito di {*Fidan}: «Non tratteremo».",
    "Per {*Fidan} «non è il momento di trattare».",
    "Secondo {*Fidan}, «non è il momento di trattare».",
  ]) func findsTheSubjectBefore(_ example: String) throws { try check(example) }

  @Test(arguments: [
    "{*Fidan} e {*Lavrov} hanno detto: «Non tratteremo».",
    "{*Roma}, {*Parigi} e {*Berlino} hanno detto: «Non tratteremo».",
    "{*Fidan} e {*Lavrov} hanno concordato di «avviare i negoziati».",
    "«Non tratteremo», hanno detto {*Fidan} e {*Lavrov}.",
    "Secondo {*Fidan} e {*Lavrov}, «non è il momento di trattare».",
  ]) func findsSeveralSpeakers(_ example: String) throws { try check(example) }

  @Test(arguments: [
    "{*Fidan} ha detto a {Lavrov}: «Non tratteremo».",
    "«Non tratteremo», ha detto {*Fidan} a {Lavrov}.",
    "«Non tratteremo», ha detto a {Lavrov} il ministro {*Fidan}.",
    "{*Fidan} ha avvertito {Lavrov}: «Non tratteremo».",
    "{*Fidan} ha accusato {Lavrov} di «tradimento».",
    "{*Fidan} ha telefonato a {Lavrov} e gli ha detto: «Non tratteremo».",
  ]) func doesNotTakeTheAddressee(_ example: String) throws { try check(example) }

  @Test(arguments: [
    "«Non tratteremo», ha detto {*Fidan} a {^Politico}.",
    "«Non tratteremo», ha detto alla {^Cnn} {*Fidan}.",
    "{*Fidan} ha detto al quotidiano {^Haaretz}: «Non tratteremo».",
    "«Non tratteremo», ha detto {*Fidan}, citato dalla {^Tass}.",
    "{^Reuters}, citando {*Fidan}, riferisce che [il valico è chiuso].",
    "Il valico è chiuso, riferisce {^Reuters} citando {*Fidan}.",
  ]) func keepsTheMediumInTheChain(_ example: String) throws {
    let example = MarkedExample(example)
    let quotation = try #require(try example.quotations().first)
    #expect(quotation.speakers == example.speakers)
    #expect(quotation.chain == example.tellers)
  }

  @Test(arguments: [
    "«{Putin} vuole la pace», ha detto {*Fidan}.",
    "{*Fidan} ha detto: «{Putin} ha detto di no».",
    "«Come ha detto {Putin}, è tardi», ha spiegato {*Fidan}.",
    "{*Fidan}: «{Putin} non si fermerà».",
  ]) func doesNotTakeANameInside(_ example: String) throws { try check(example) }

  @Test(arguments: [
    "Il secondo {Rapporto} è «devastante».",
    "Nel secondo trimestre {Israele} ha speso «troppo».",
    "{Kiev} apre un secondo fronte «caldo».",
    "{Mosca} sostiene i ribelli «moderati».",
    "La legge, secondo la quale si vota, è «nuova».",
  ]) func leavesOtherSensesAlone(_ example: String) throws {
    #expect(try MarkedExample(example).quotations().isEmpty)
  }

  @Test(arguments: [
    "Il quotidiano «{Haaretz}» è uscito.", "L’operazione «Alba di ferro» continua.",
    "Il cosiddetto «califfato» è caduto.", "La nave «{Mavi Marmara}» è salpata.",
    "Il film «Valzer con Bashir» racconta il Libano.", "Il gruppo «Lupi grigi» è fuorilegge.",
    "Il colonnello, soprannominato «la Volpe», è morto.",
    "La sedicente «repubblica» non ha esercito.",
    "Il libro «La strada di casa» è esaurito.", "Il missile «Burevestnik» è stato provato.",
    "L’ospedale «Al Shifa» è chiuso.", "La brigata «Azov» si è ritirata.",
    "Il sistema «Iron Dome» ha intercettato i razzi.", "Hanno colpito i «fratelli» del clan.",
    "Il vertice si è aperto con un «ma».",
  ]) func leavesTitlesAndNamesAlone(_ example: String) throws {
    #expect(try MarkedExample(example).quotations().isEmpty)
  }

  @Test(arguments: [
    "{*Michel} ha descritto il raid come «devastante».",
    "{*Michel} ha definito «devastante» il raid.",
    "Il raid, definito «devastante» da {*Michel}, è durato ore.",
    "{*Michel} insiste di avere il diritto di agire contro «bande armate».",
    "{*Michel} si è impegnato a «reintegrare» gli sfollati.",
    "{*Michel} si è unito alle richieste di «astenersi da ogni violenza».",
    "L’appello di {*Michel} a «deporre le armi» è caduto nel vuoto.",
    "{*Michel} ha parlato di «giornata storica» per l’Europa.",
    "{*Michel} ha condannato le «azioni provocatorie» di Belgrado.",
    "{*Michel} ha accusato Belgrado, definendo il raid «vile».",
  ]) func findsFragments(_ example: String) throws {
    try check(example)
    #expect(try MarkedExample(example).quotations().contains { $0.kind == .mixed })
  }

  @Test(arguments: [
    "{*Fidan} ha detto che [il valico è chiuso].",
    "{*Fidan} ha detto lunedì in parlamento che [il valico è chiuso].",
    "{*Fidan} ha detto, in una nota, che [il valico è chiuso].",
    "{*Fidan} ha detto che [il valico è chiuso], ma ha negato tensioni.",
    "{*Fidan} ha detto che [il valico è chiuso], aggiungendo che riaprirà.",
    "{*Fidan} nega di [aver chiuso il valico].",
    "{*Fidan} accusa {Lavrov} di [aver chiuso il valico].",
    "Secondo {*Fidan}, [il valico è chiuso].",
    "[Il valico è chiuso], ha detto {*Fidan}.",
    "[Il valico è chiuso], secondo {*Fidan}.",
    "{*Fidan} si è detto [preoccupato per il valico].",
    "{*Fidan} ha chiesto a {Lavrov} di [riaprire il valico].",
    "{*Fidan} esorta {Lavrov} a [riaprire il valico].",
    "[Il valico è chiuso]. Lo ha riferito {*Fidan}.",
    "[Il valico è chiuso]. Lo rende noto {*Fidan}.",
    "[Il valico è chiuso]. A riferirlo è {*Fidan}.",
    "[Il valico è chiuso]. È quanto afferma {*Fidan}.",
    "Come riferito da {*Fidan}, [il valico è chiuso].",
    "Stando a {*Fidan}, [il valico è chiuso].",
    "A detta di {*Fidan}, [il valico è chiuso].",
    "{*Fidan} ha fatto sapere che [il valico è chiuso].",
    "{*Fidan} non esclude che [il valico riapra].",
    "{*Fidan} ha insistito che [il valico è chiuso e non si sono tenuti negoziati].",
  ]) func findsClauses(_ example: String) throws { try check(example) }

  @Test(arguments: [
    "{Fidan} ha rifiutato di commentare.", "{Fidan} non ha detto che il valico è chiuso.",
    "{Fidan} ha criticato la legge che vieta il voto.", "Si dice che il valico sia chiuso.",
    "{Fidan} ha confermato la notizia.", "{Fidan} dovrà dire se il valico è chiuso.",
    "{Fidan} ha incontrato chi dice di no.", "Il valico che {Fidan} ha chiuso è a nord.",
    "{Fidan} ricorda bene la guerra.", "{Fidan} non ha commentato.",
    "L’accordo prevede che il valico riapra.", "{Fidan} ha parlato con {Lavrov}.",
  ]) func leavesOtherClausesAlone(_ example: String) throws {
    #expect(try MarkedExample(example).quotations().isEmpty)
  }

  @Test func dividesCoordinatedClauses() throws {
    let spoken = SpokenWords(
      "Dmitry Peskov ha confermato che l’incontro ha avuto luogo, ma ha detto che la nota è falsa.")
    #expect(
      spoken.indirect == [
        "l’incontro ha avuto luogo ← Dmitry Peskov", "la nota è falsa ← Dmitry Peskov",
      ])
  }

  @Test func knowsWhoTellsWhatIsTold() {
    let spoken = SpokenWords(
      "Il premier serbo Miloš Vučević è a Roma. Il governo serbo ha affermato che il premier ha condannato le “azioni vili” di Pristina."
    )
    let quotation = spoken.reading.quotations.first { $0.kind == .mixed }
    #expect(quotation.map(spoken.speakers) == ["Miloš Vučević"])
    #expect(quotation.map(spoken.chain) == ["Governo serbo"])
  }

  @Test func handsTheMediumOnToItsSources() {
    let spoken = SpokenWords(
      "Il valico riaprirà. Lo ha riferito Reuters citando un alto diplomatico. Il diplomatico ha detto che i camion «sono pronti»."
    )
    let quotation = spoken.reading.quotations.first { $0.kind == .mixed }
    #expect(quotation.map(spoken.speakers) == ["alto diplomatico"])
    #expect(quotation.map(spoken.chain) == ["Reuters"])
  }

  @Test func goesOnAfterAnInterruption() throws {
    let quotations = try MarkedExample(
      "«Non tratteremo», ha detto {*Fidan}, «finché il valico è chiuso». «Mai», ha aggiunto."
    ).quotations()
    #expect(quotations.map(\.continues) == [nil, 0, nil])
    #expect(quotations.allSatisfy { $0.speakers == [0] })
    #expect(quotations.last?.basis == .nullSubject)
  }

  @Test func takesOnePairOfMarksForOneQuotation() {
    let spoken = SpokenWords("\"Torneremo - ha detto Hakan Fidan - e presto\".")
    #expect(spoken.marked == ["Torneremo - ha detto Hakan Fidan - e presto ← Hakan Fidan"])
  }

  @Test(arguments: [
    ("“Basta, ha detto {*Fidan}.\nPoi altro.", "Basta"),
    ("Non torneremo”, ha detto {*Fidan}.", "Non torneremo"),
    ("{*Fidan} ha detto: “Non torneremo.\nPoi altro.", "Non torneremo."),
    (
      "{*Fidan} è arrivato a Roma. Non ci sono feriti Disse senza dare cifre.", "Non ci sono feriti"
    ),
    ("«Mai», ha detto {*Fidan}. Non torneremo. »", "Non torneremo."),
    ("“Non torneremo“, ha detto {*Fidan}.", "Non torneremo"),
    ("“Non torneremo», ha detto {*Fidan}.", "Non torneremo"),
    ("«Non torneremo, ha detto {*Fidan}.\n«Mai più», ha aggiunto.", "Non torneremo"),
  ]) func marksDamage(_ example: String, _ words: String) throws {
    let example = MarkedExample(example)
    let damaged = try example.quotations().filter { $0.integrity == .damaged }
    #expect(damaged.map { ArticleText(example.text)[$0.span] } == [words])
    #expect(damaged.first?.speakers == example.speakers)
  }

  @Test(arguments: [
    "Il film «Disse di no» è uscito.", "Il ministro {Disse} è partito.",
    "Il muro è alto 6” e largo 20”.", "Ha perso la voce. {Fidan} ha riso.",
    "«Basta», ha detto {Fidan}. Il valico è chiuso.",
  ]) func seesNoDamageElsewhere(_ example: String) throws {
    #expect(try MarkedExample(example).quotations().allSatisfy { $0.integrity == .intact })
  }

  @Test(arguments: [
    "{Fidan} è partito.\nLa riunione è finita.\n\nPoi il silenzio.\n«Si vedrà», ha detto.",
    "«Si vedrà», ha detto il ministro. {Fidan} tace.", "Qualcuno ha detto: «Si vedrà».",
    "{Fidan} e {Lavrov} sono partiti. «Si vedrà», ha detto.",
    "«Si vedrà», hanno detto. {Fidan} tace.",
  ]) func staysInDoubt(_ example: String) throws {
    let quotations = try MarkedExample(example).quotations()
    #expect(!quotations.isEmpty)
    #expect(quotations.allSatisfy { $0.speakers.isEmpty && $0.basis == .unresolved })
  }

  @Test func datesWhatIsSaid() throws {
    let text = "«Non tratteremo», ha detto lunedì 3 marzo 2025 Hakan Fidan."
    #expect(SpokenWords(text).reading.quotations.first?.date?.text == "2025-03-03")
  }

  @Test(arguments: [
    "«", "« Basta ", "«Basta», ha detto {Fidan}. ", "“Basta, ha detto {Fidan}, ", "”, ha detto. ",
    "ha detto che ", "Secondo {Fidan}, ", "Lo ha detto {Fidan}. ", "\"a\" ", "— Basta, — ha detto ",
    "Non va Disse ", "(«a» ", "«Basta»\n", "che ha detto, ",
    "«Basta», dice un pescatore. ", "«Basta», dice il pescatore. ", "Il legale dice che è vero. ",
    "Il movimento dice che è vero e che ", "La folla grida: «Basta». E ancora: «Basta». ",
    "R: Sì.\n", "E poi?\nIo ho paura.\n",
    "– Sì.\n", "Io ho visto tutto. ", "Per il pm è «a» ", "“ a ”, “a. ", "“a», b, «c“ ", "D: No?\n",
  ]) func isLinear(_ piece: String) throws {
    func time(_ count: Int) throws -> Duration {
      let text = String(repeating: piece, count: count)
      let example = MarkedExample(text)
      let start = ContinuousClock.now
      _ = try example.quotations()
      return ContinuousClock.now - start
    }
    let (short, long) = (try time(1_000), try time(8_000))
    #expect(long < short * 24 + .milliseconds(200))
  }
}
