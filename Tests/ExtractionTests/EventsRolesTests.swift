import DossierModel
import Testing

@testable import Extraction

/// Sentences and the events in them, with date, places and who took which part.
@Suite struct EventRoleTests {
  @Test(arguments: [
    // Subject and object.
    ("La Russia ha attaccato l’Ucraina.", ["armed-clash @Ucraina initiator:Russia target:Ucraina"]),
    // The passive.
    (
      "L’Ucraina è stata attaccata dalla Russia.",
      ["armed-clash @Ucraina initiator:Russia target:Ucraina"]
    ),
    (
      "Kherson è stata liberata dall’esercito ucraino.",
      ["territory-regained @Kherson initiator:Forze armate ucraine"]
    ),
    // Nouns with "di", "contro", "da parte di".
    (
      "L’attacco dell’Iran contro Israele è avvenuto di notte.",
      ["armed-clash @Israele initiator:Iran target:Israele"]
    ),
    (
      "L’offensiva di Hezbollah contro Israele è cominciata.",
      ["operation @Israele initiator:Hezbollah target:Israele"]
    ),
    (
      "Un attacco da parte della Turchia contro la Siria è stato denunciato da Damasco.",
      ["armed-clash alleged @Siria initiator:Turchia target:Siria"]
    ),
    // Adjectives of countries.
    ("Un raid israeliano ha colpito Damasco.", ["air-drone-strike @Damasco initiator:Israele"]),
    ("L’artiglieria russa ha bombardato Kharkiv.", ["shelling @Kharkiv initiator:Russia"]),
    ("Le truppe ruandesi hanno attaccato Goma.", ["armed-clash @Goma initiator:Ruanda"]),
    ("Sono cominciati a Riad i colloqui russo-ucraini.", ["meeting @Riad party:Russia,Ucraina"]),
    // Neutral parties.
    (
      "Scontri tra India e Pakistan sono scoppiati in Kashmir.",
      ["armed-clash @Kashmir party:India,Pakistan"]
    ),
    ("Nuovi combattimenti tra Armenia e Azerbaigian.", ["armed-clash party:Armenia,Azerbaigian"]),
    (
      "L’esercito libanese e Israele si sono scontrati lungo il confine.",
      ["armed-clash party:Forze armate libanesi,Israele"]
    ),
    // Reciprocal verbs and partners.
    (
      "Putin ha incontrato Erdogan a Sochi.",
      ["meeting @Soči party:Vladimir Putin,Recep Tayyip Erdogan"]
    ),
    (
      "Lavrov si è incontrato con Blinken a Ginevra.",
      ["meeting @Ginevra party:Sergej Lavrov,Antony Blinken"]
    ),
    (
      "Macron e Scholz si sono sentiti al telefono con Zelensky.",
      ["phone-call party:Emmanuel Macron,Olaf Scholz,Volodymyr Zelensky"]
    ),
    (
      "L’incontro tra Biden e Xi Jinping si è svolto a Giacarta.",
      ["meeting @Giacarta party:Biden,Xi Jinping"]
    ),
    // Mediators and hosts.
    (
      "I colloqui tra Israele e Hamas, mediati dal Qatar, si sono tenuti a Doha.",
      ["talks-mediated @Doha party:Israele,Hamas mediator:Qatar"]
    ),
    (
      "Russia e Ucraina hanno firmato a Istanbul un accordo con la mediazione della Turchia.",
      ["agreement @Istanbul party:Russia,Ucraina mediator:Turchia"]
    ),
    (
      "L’Egitto ha mediato una tregua tra Israele e la Jihad islamica.",
      ["ceasefire party:Israele,Jihad islamica palestinese mediator:Egitto"]
    ),
    (
      "L’Arabia Saudita ha ospitato colloqui tra l’esercito sudanese e le Forze di supporto rapido.",
      ["meeting party:Forze armate sudanesi,Forze di supporto rapido host:Arabia Saudita"]
    ),
    // Victims.
    ("La Bielorussia ha arrestato due giornalisti polacchi.", ["detention initiator:Bielorussia"]),
    ("Hamas ha rapito due cittadini tedeschi.", ["abduction initiator:Hamas"]),
    // From and to.
    (
      "Le truppe russe si sono ritirate da Kiev.",
      ["territory-transfer @Kiev initiator:Russia"]
    ),
    // Sanctions, threats, support.
    (
      "Gli Stati Uniti hanno imposto sanzioni contro la Corea del Nord.",
      ["sanction initiator:Stati Uniti target:Corea del Nord"]
    ),
    (
      "La Corea del Nord ha minacciato la Corea del Sud.",
      ["threat initiator:Corea del Nord target:Corea del Sud"]
    ),
    (
      "La Germania ha fornito carri armati all’Ucraina.",
      ["support initiator:Germania target:Ucraina"]
    ),
    // Lists of places.
    (
      "Missili russi hanno colpito Kharkiv, Kiev e Leopoli.",
      ["shelling @Kharkiv,Kiev,Leopoli initiator:Russia"]
    ),
    // Both sides taken up by a word.
    (
      "Etiopia ed Eritrea sono vicine. I due paesi hanno combattuto una guerra.",
      ["war party:Etiopia,Eritrea"]
    ),
    // Relative clauses and gerunds.
    ("I razzi lanciati da Hezbollah hanno colpito Haifa.", ["shelling @Haifa initiator:Hezbollah"]),
    (
      "La Turchia ha invaso la Siria, occupando Afrin.",
      [
        "operation @Siria initiator:Turchia target:Siria",
        "territory-overtaken @Afrin initiator:Turchia",
      ]
    ),
  ]) func reads(_ text: String, _ expected: [String]) {
    #expect(ReadArticle(text).events == expected, "\(text)")
  }
}

/// Sentences and the status of the events in them.
@Suite struct EventStatusTests {
  @Test(arguments: [
    ("Israele ha bombardato Beirut.", EventStatus.occurred),
    ("Secondo l’Onu, Israele ha bombardato Beirut.", .occurred),
    ("Israele avrebbe bombardato Damasco.", .alleged),
    ("L’esercito siriano afferma che Israele ha bombardato Damasco.", .alleged),
    ("La Siria ha accusato Israele di aver bombardato Damasco.", .alleged),
    ("Secondo un funzionario, Israele ha bombardato Damasco.", .alleged),
    ("Un presunto attacco israeliano ha colpito Damasco.", .alleged),
    ("Mosca nega di aver bombardato Kharkiv.", .denied),
    ("La Russia ha smentito che le sue truppe abbiano attaccato Sumy.", .denied),
    ("La Turchia ha detto di non aver bombardato Afrin.", .denied),
    ("L’Onu ha detto che il raid su Sana’a non ha ucciso civili.", .occurred),
    ("Il presidente Zelensky incontrerà Macron a Parigi.", .planned),
    ("La Nato ha annunciato che invierà truppe in Kosovo.", .planned),
    ("Un vertice tra Putin e Erdogan è previsto a Sochi il 5 agosto 2022.", .planned),
    ("Il governo etiope ha deciso di ritirare le truppe dal Tigray.", .planned),
  ]) func hasStatus(_ text: String, _ expected: EventStatus) {
    let events = ReadArticle(text).reading.events
    #expect(events.map(\.status) == [expected], "\(text) \(ReadArticle(text).events)")
  }
}

/// Sentences of articles with a publication date, and when their events happened.
@Suite struct EventDateTests {
  @Test(
    arguments: [
      ("Il 7 ottobre 2023 Hamas ha attaccato Israele.", ["2023-10-07"]),
      ("Lunedì l’esercito ha bombardato Homs.", ["2024-05-06"]),
      ("L’esercito ha bombardato Homs lunedì.", ["2024-05-06"]),
      ("La scorsa settimana Putin ha incontrato Xi a Pechino.", ["2024-04-29/2024-05-05"]),
      (
        "Dopo l’attacco di Hamas del 7 ottobre 2023 contro Israele, l’esercito ha bombardato Gaza.",
        ["2023-10-07", nil]
      ),
      ("Nel 2011 in Siria è scoppiata la guerra civile.", ["2011"]),
      ("I ribelli hanno assediato la città di Homs per sei mesi.", [nil]),
      // The day of a statement is not that of what it tells.
      ("Mercoledì il ministero ha detto che l’esercito ha bombardato Homs.", [nil]),
      ("Ad aprile l’Ucraina ha denunciato che la Russia ha bombardato Kharkiv.", ["2024-04"]),
      // Fronted dates hold for clauses joined.
      (
        "Martedì le truppe hanno attaccato Goma e i ribelli si sono ritirati da Sake.",
        ["2024-05-07", "2024-05-07"]
      ),
      // No date: none is made up.
      ("L’esercito ha bombardato Homs.", [nil]),
    ] as [(String, [String?])]) func isDated(_ text: String, _ expected: [String?])
  {
    let read = ReadArticle(text, published: "2024-05-08")
    #expect(read.reading.events.map { $0.date.edtf?.text } == expected, "\(text) \(read.events)")
  }

  @Test func leavesWeekdaysOpenWithoutAPublicationDate() {
    let read = ReadArticle("Martedì l’esercito ha bombardato Homs.")
    #expect(read.reading.events.map { $0.date.edtf?.text } == [nil])
    #expect(read.reading.events.first?.date.span.map { read.article.text[$0] } == "Martedì")
  }

  @Test(arguments: [
    ("La guerra di dieci giorni tra Georgia e Russia è finita.", "P10D"),
    ("L’assedio di tre anni di Sarajevo è finito.", "P3Y"),
  ]) func keepsDurations(_ text: String, _ expected: String) {
    #expect(ReadArticle(text).reading.events.first?.date.duration == expected)
  }
}
