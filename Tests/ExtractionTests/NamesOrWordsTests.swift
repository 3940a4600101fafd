import DossierModel
import Testing

@testable import Extraction
@testable import Knowledge

/// What has a capital and is no name, and what is one all the same.
@Suite struct NamesOrWordsTests {
  @Test(arguments: [
    // Verbs and other words that begin what somebody says.
    ("«Dormivo già. Sentivo gli spari», racconta Ilda Ferraù.", ["p Ilda Ferraù"]),
    ("«Aspettate. Correte via», gridava Osman Diallo.", ["p Osman Diallo"]),
    ("“Chiudetelo!”, ha detto Petra Novak.", ["p Petra Novak"]),
    ("«Facevamo la fila. Mancava tutto», dice Amal Haddad.", ["p Amal Haddad"]),
    ("«Partirai? Tornerai?», chiede Lidia Moraru.", ["p Lidia Moraru"]),
    ("Il cartello diceva «Pioggia è vita».", []),
    ("«Marmo e polvere», sospira Goran Ilić.", ["p Goran Ilić"]),
    ("«Siamo vivi. Lavandoci le mani tremavamo», dice Rosa Quispe.", ["p Rosa Quispe"]),
    // Names that begin it.
    ("«Macron ha ragione», dice Yves Lemaire.", ["p Macron", "p Yves Lemaire"]),
    ("«Bogotà tace. Caracas no», scrive Pilar Rojas.", ["p Bogotà", "p Caracas", "p Pilar Rojas"]),
    ("«Karim è tornato», dice la vedova.", ["p Karim"]),
    // Titles in marks.
    ("L’operazione “Vento di Ponente” è finita.", []),
    ("L’indagine, denominata «Porto Franco», dura da mesi.", []),
    ("La manovra, battezzata \"Scudo Boreale\", preoccupa Oslo.", ["p Oslo"]),
    ("Il film “Notte a Tbilisi” ha vinto a Cannes.", ["p Cannes"]),
    // Names in marks.
    ("Il quotidiano “El País” lo conferma.", ["o El País"]),
    ("Il boss Saro Licata, detto “Mezzanotte”, è in cella.", ["p Saro Licata", "p Mezzanotte"]),
    ("Una copia di “Haaretz” era sul tavolo.", ["o Haaretz"]),
  ]) func begins(_ text: String, _ expected: [String]) {
    #expect(Read(text).names == expected)
  }

  @Test(arguments: [
    // People told by their kin, by a given name, by two roles.
    ("Il marito, Tadeo, è morto.", "Tadeo", ActorKind.person, "Tadeo"),
    ("La figlia, Nadezhda, vive a Riga.", "Nadezhda", .person, "Nadezhda"),
    (
      "Fergus Dunbar se ne va. Fergus aveva guidato la missione.", "Fergus", .person,
      "Fergus Dunbar"
    ),
    ("Il presidente Choi Min-jun ha vinto. Choi governerà.", "Choi", .person, "Choi Min-jun"),
    ("Erdal Kaya, detto Aquila, è libero. Aquila tace.", "Aquila", .person, "Erdal Kaya"),
    // Papers with a foreign article.
    ("Secondo Le Quotidien la trattativa è finita.", "Le Quotidien", .organization, "Le Quotidien"),
    ("Lo scrive El Heraldo citando fonti militari.", "El Heraldo", .organization, "El Heraldo"),
    // And people whose surname has an article.
    (
      "Il ministro Anna Lo Presti nega. Lo Presti tace.", "Anna Lo Presti", .person,
      "Anna Lo Presti"
    ),
    ("L’avvocato Nunzio Ferrante ricorre.", "Nunzio Ferrante", .person, "Nunzio Ferrante"),
    ("La ministra Marina Solinas è attesa.", "Marina Solinas", .person, "Marina Solinas"),
    ("La Marina smentisce.", "Marina", .anonymous, "Marina"),
    ("Marcel Le Goff ha perso.", "Marcel Le Goff", .person, "Marcel Le Goff"),
    // Bodies of states by their seats.
    ("Il governo di Kabul protesta.", "governo", .government, "Governo afghano"),
    (
      "Il ministero della Difesa di Oslo tace.", "ministero della Difesa", .organization,
      "Ministero della Difesa norvegese"
    ),
    // A body that every country may have.
    (
      "In Bolivia il Senato discute. Il presidente boliviano attende, i boliviani pure.",
      "Senato", .organization, "Senato boliviano"
    ),
    ("Il Senato discute la manovra.", "Senato", .organization, "Senato della Repubblica"),
    ("Lo ha detto a Radio Free Sudan.", "Radio Free Sudan", .media, "Radio Free Sudan"),
    // An acronym in brackets.
    (
      "L’Alleanza agraria della Bolivia (Aco) protesta. L’Aco tace.", "Aco", .organization,
      "Alleanza agraria della Bolivia"
    ),
    // Bodies that are no state's.
    ("La procura di Oslo indaga.", "procura", .organization, "Procura di Oslo"),
    // An accent written as an apostrophe.
    (
      "Il ministero della Sanita' di Gaza conferma.", "ministero della Sanita'", .organization,
      "Ministero della Sanità di Gaza"
    ),
  ]) func isCalled(_ text: String, _ form: String, _ kind: ActorKind, _ name: String) {
    let actor = Read(text).actor(form)
    #expect(actor?.name == name)
    #expect(actor?.kind == kind)
  }

  @Test(arguments: [
    // Two roles of one person.
    (
      "Il portavoce della polizia, il colonnello Juma Otieno, ha confermato.", "Juma Otieno",
      ["colonnello", "portavoce della polizia"]
    ),
    ("Il vescovo di Goma, monsignor Alain Kazadi, prega.", "Alain Kazadi", ["vescovo di Goma"]),
    // Three people of a list.
    (
      "Erano presenti il ministro, il generale Tariq Anwar e il giudice Sami Nour.", "Tariq Anwar",
      ["generale"]
    ),
    // A role in the plural is each one's in the singular.
    ("Le giornaliste Olena Bondar e Iryna Kovtun sono libere.", "Olena Bondar", ["giornalista"]),
    // A body that somebody named serves is no person.
    ("Davide Orrù, delegato Fiom, annuncia lo sciopero.", "Davide Orrù", ["delegato"]),
    (
      "Il presidente della Regione Liguria Marco Bucci ha firmato.", "Marco Bucci",
      ["presidente della Regione Liguria"]
    ),
  ]) func hasRoles(_ text: String, _ form: String, _ roles: [String]) {
    #expect(Read(text).actor(form)?.roles.map(\.text).sorted() == roles.sorted())
  }

  @Test(arguments: [
    // Nouns of places that are verbs too.
    ("La giunta porta Ferrante in tribunale.", "Ferrante", nil),
    ("Il presidio di porta Maggiore è finito.", "porta Maggiore", LocationKind.venue),
    // Venues with their nouns.
    ("I naufraghi sono sbarcati al molo Ferraioli.", "molo Ferraioli", .venue),
    ("La messa nella cattedrale di Nostra Donna è finita.", "cattedrale di Nostra Donna", .venue),
    ("La chiesa di Saint-Roch è bruciata.", "chiesa di Saint-Roch", .venue),
    ("È chiuso l’ospedale di Medici senza frontiere.", "ospedale di Medici senza frontiere", nil),
    ("Si spara nel dipartimento di Cochabamba.", "dipartimento di Cochabamba", .district),
    // A sea is not the country beside it.
    ("Le navi sono nel mare delle Filippine.", "mare delle Filippine", .other),
    ("L’isola di Cuba è al buio.", "isola di Cuba", .country),
    // Small towns of countries that nothing speaks of.
    ("In Serbia e in Kosovo circola la frase di Lepa.", "Lepa", nil),
    ("In Serbia si protesta anche a Niš.", "Niš", .settlement),
    ("Il vertice in Ucraina si è spostato a Bellinzona.", "Bellinzona", .settlement),
    // "vicina" before a town is no neighbour.
    ("I profughi sono fuggiti nella vicina Adré.", "Adré", .settlement),
  ]) func lies(_ text: String, _ form: String, _ kind: LocationKind?) {
    #expect(Read(text).place(form)?.kind == kind)
  }

  @Test(arguments: [
    "Nessun ferito tra i passeggeri.",
    "Il ministero accusa i funzionari di aver mentito.",
  ]) func isNobody(_ text: String) {
    let actors = Read(text).reading.actors.filter { $0.kind == .anonymous }.map(\.name)
    #expect(!actors.contains { $0.contains("aver") || $0 == "ferito" })
  }

  @Test func rolesAreNotWhatPeopleAreCalled() {
    let read = Read("Il viceministro Anas Kilani è a Ginevra. Il viceministro non ha parlato.")
    #expect(read.actor("Anas Kilani")?.forms == ["Anas Kilani"])
  }

  @Test func aVenueIsNotCalledAsWhomItHonours() {
    let read = Read("L’ospedale Nasser è pieno.")
    #expect(read.place("ospedale Nasser")?.forms == ["ospedale Nasser"])
  }

  @Test(arguments: [
    ("Abī al Khaşīb", "IQ", "Abi al Khasib"), ("Kup’yans’k", "UA", "Kupyansk"),
    ("Macallè", "ET", "Macallè"), ("Iaşi", "RO", "Iaşi"), ("L’Aquila", "IT", "L’Aquila"),
  ]) func isPlain(_ name: String, _ country: String, _ plain: String) {
    #expect(Transcription.plain(name, country: country) == plain)
  }

  @Test(arguments: [
    // What an office is of is a body of its own, unless a minister has it for a field.
    ("Il rettore dell’Università di Trento tace.", "Università di Trento", true),
    ("Il capo della Protezione Civile è qui.", "Protezione Civile", true),
    ("Un professore dell’Università di Pisa tace.", "Università di Pisa", true),
    ("La commissione Esteri ha votato.", "commissione Esteri", true),
    ("Il ministro dell’Università è qui.", "Università", false),
    ("Il sottosegretario alla Protezione civile è qui.", "Protezione civile", false),
    ("Un incendio nella regione Calabria è spento.", "regione Calabria", false),
    // Where something is written is nobody who acts.
    ("Lo ha scritto sul profilo Facebook.", "Facebook", false),
    ("La pagina Instagram è chiusa.", "Instagram", false),
    ("Facebook ha rimosso il video.", "Facebook", true),
    ("La società Facebook ha perso la causa.", "Facebook", true),
  ]) func areBodies(_ text: String, _ name: String, _ isBody: Bool) {
    #expect(Read(text).names.contains("o " + name) == isBody, "\(Read(text).names)")
  }

  @Test(arguments: [
    ("Nella vicina Trelovo, una vedova aspetta.", ["p Trelovo"]),
    ("Il ritorno in Italia di Scalzi è escluso.", ["p Italia"]),
    ("La visita in Francia di Moretti è finita.", ["p Francia", "p Moretti"]),
  ]) func arePlaces(_ text: String, _ expected: [String]) {
    #expect(Read(text).names == expected)
  }
}
