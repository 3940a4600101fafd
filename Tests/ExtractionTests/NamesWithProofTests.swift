import DossierModel
import Testing

@testable import Extraction

/// What makes a name an actor, and what leaves it open.
@Suite struct NamesWithProofTests {
  @Test(arguments: [
    // Something shows that it is a body.
    ("Gli operai della Velmont scioperano.", "Velmont", ActorKind.organization),
    ("Il portavoce di Tarvix ha smentito.", "Tarvix", .organization),
    ("La Zorbel ha annunciato trecento esuberi.", "Zorbel", .organization),
    ("La Zorbel, fondata nel 1962, ha annunciato trecento esuberi.", "Zorbel", .organization),
    ("Lo striscione della Klub copriva il palco.", "Klub", .organization),
    ("La banda Los Garzones controlla il porto.", "Los Garzones", .organization),
    ("Il foglio Lipa Nova attacca il premier.", "Lipa Nova", .media),
    ("Secondo la Zorbel i conti sono in ordine.", "Zorbel", .organization),
    ("La città è in mano ai Murragh.", "Murragh", .organization),
    // Something shows that it is somebody.
    ("Ha visto Anselm Torvik ieri sera.", "Anselm Torvik", .person),
    ("Il medico Torvik è partito.", "Torvik", .person),
    ("Vive solo Torvik, 45 anni, ex marinaio.", "Torvik", .person),
    ("C’è un ragazzo che si chiama Lomin.", "Lomin", .person),
    ("Un uomo di nome Barsk ha chiesto aiuto.", "Barsk", .person),
    ("«Torneremo», ha gridato Ottmar Grell.", "Ottmar Grell", .person),
  ]) func isActor(_ text: String, _ name: String, _ kind: ActorKind) {
    let actor = Read(text).actor(name)
    #expect(actor?.name == name)
    #expect(actor?.kind == kind)
  }

  @Test(arguments: [
    // A mountain, a vehicle, a prayer, a time, a tag, a shouted word, a street.
    "La Tornagora era coperta di neve.",
    "Il piccolo Fokkver della missione non atterra.",
    "Era il Sessantotto, e nessuno dormiva.",
    "Nel Quattrocento la torre bruciò.",
    "Ne ha parlato all’Angelus.",
    "Sui muri si legge «#NonTaceremo».",
    "Il giornale apre così: «VERGOGNATEVI».",
    "In un canale, “Crna Zastava”, si leggono minacce.",
  ]) func isNone(_ text: String) {
    #expect(Read(text).reading.actors.filter { $0.kind != .anonymous }.isEmpty)
  }

  @Test(arguments: [
    // No table has it, and the words around it say that it is a place.
    ("Un’azienda di Mostrella ha comprato gli stampi.", "Mostrella"),
    ("Il prefetto del distretto di Buvongo è stato ferito.", "Buvongo"),
    ("Gli abitanti di Orvecchia protestano.", "Orvecchia"),
    ("Sono arrivate mille persone nei campi di Mesuge e Ancuvara.", "Ancuvara"),
    ("I tre manovali di Toravia erano morti.", "Toravia"),
    ("Tre corpi sulla spiaggia di Abu Gammesh.", "Abu Gammesh"),
  ]) func isPlace(_ text: String, _ form: String) {
    let read = Read(text)
    #expect(read.mention(form)?.label == .place)
    #expect(read.actor(form) == nil)
  }

  @Test(arguments: [
    // One body, whichever form comes first.
    (
      "La Procura indaga. La Procura di Trani ha aperto un fascicolo.", "Procura",
      "Procura di Trani"
    ),
    ("Il Tribunale di Trani ha deciso. La Procura ricorre.", "Procura", "Procura di Trani"),
    ("A Bitonto il Comune ha chiuso le scuole.", "Comune", "Comune di Bitonto"),
  ]) func isThatOfTheTown(_ text: String, _ form: String, _ name: String) {
    #expect(Read(text).actor(form)?.name == name)
  }

  @Test(arguments: [
    // Two of them, or no town that is the article's.
    ("La Procura tace. La Procura di Trani indaga, la Procura di Bari pure.", "Procura"),
    ("Il Tribunale di Bari decide. Il sindaco di Bitonto dice che il Comune paga.", "Comune"),
    ("Da Bitonto a Molfetta il Comune tace.", "Comune"),
    ("Il Tribunale di Trani decide. Il sindaco di Bitonto dice che il Comune paga.", "Comune"),
  ]) func isNoTowns(_ text: String, _ form: String) {
    let read = Read(text)
    let bare = read.reading.mentions.first { read.text[$0.span] == form }
    #expect(bare != nil)
    #expect(bare?.actor.map { read.reading.actors[$0].kind } != .organization)
  }

  @Test(arguments: [
    ("Lo ha detto alla «Stampa» il sindaco.", "La Stampa"),
    ("Il sindaco lo ha detto al Foglio.", "Il Foglio"),
  ]) func isPaper(_ text: String, _ name: String) {
    #expect(Read(text).reading.actors.contains { $0.name == name && $0.kind == .media })
  }

  @Test func papersNeedTheirArticle() {
    #expect(!Read("La stampa tace.").reading.actors.contains { $0.kind == .media })
    #expect(!Read("Ha scritto su un Foglio.").reading.actors.contains { $0.kind == .media })
  }

  @Test(arguments: [
    ("Gli stampi andranno in Ungheria.", false),
    ("Lungo la strada per il Guatemala ci sono posti di blocco.", false),
    ("L’Ungheria ha chiuso il confine.", true),
    ("Le sanzioni all’Ungheria restano.", true),
    ("Gli stampi andranno in Ungheria. L’Ungheria tace.", true),
  ]) func isActingState(_ text: String, _ acts: Bool) {
    #expect(Read(text).reading.actors.contains { $0.kind == .state } == acts)
  }

  @Test func villagesAreNotRespelt() {
    let read = Read("L’uomo vive a Spinada, in Veneto.")
    #expect(read.mention("Spinada")?.resolution == .unresolved)
  }
}
