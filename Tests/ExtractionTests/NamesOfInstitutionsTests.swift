import DossierModel
import Testing

@testable import Extraction

@Suite struct InstitutionNameTests {
  @Test(arguments: [
    (
      "Il ministero della Difesa armeno ha smentito.", "ministero della Difesa armeno",
      "Ministero della Difesa armeno", "mod:AM"
    ),
    (
      "Il ministero della Difesa dell’Armenia ha smentito.", "ministero della Difesa",
      "Ministero della Difesa armeno", "mod:AM"
    ),
    (
      "Il ministero degli Affari esteri ucraino tace.", "ministero degli Affari esteri ucraino",
      "Ministero degli Esteri ucraino", "mfa:UA"
    ),
    ("Le forze azere avanzano.", "forze azere", "Forze armate azere", "mil:AZ"),
    (
      "Le forze armate azere hanno perso due droni.", "forze armate azere", "Forze armate azere",
      "mil:AZ"
    ),
    (
      "L’esercito ruandese ha attraversato il confine.", "esercito ruandese",
      "Forze armate ruandesi", "mil:RW"
    ),
    (
      "L’esercito del Karabakh ha aperto il fuoco.", "esercito", "Esercito del Karabakh",
      "mil:nagorno-karabakh"
    ),
    (
      "Il governo italiano ha convocato l’ambasciatore.", "governo italiano", "Governo italiano",
      "gov:IT"
    ),
    ("La polizia del Kosovo ha chiuso il ponte.", "polizia", "Polizia kosovara", "police:XK"),
    (
      "L’ambasciata russa a Berlino ha protestato.", "ambasciata russa", "Ambasciata russa",
      "embassy:RU"
    ),
    (
      "La banca centrale turca ha alzato i tassi.", "banca centrale turca",
      "Banca centrale turca", "centralbank:TR"
    ),
    (
      "L’aviazione israeliana ha colpito Damasco.", "aviazione israeliana",
      "Aviazione israeliana", "air:IL"
    ),
    (
      "I servizi segreti ucraini hanno rivendicato l’attacco.", "servizi segreti ucraini",
      "Servizi segreti ucraini", "intel:UA"
    ),
    (
      "Il Dipartimento di Stato americano ha condannato l’attacco.",
      "Dipartimento di Stato americano", "Dipartimento di Stato", "org:dipartimento-di-stato"
    ),
    (
      "La Corte internazionale di giustizia ha emesso un’ordinanza.",
      "Corte internazionale di giustizia", "Corte internazionale di giustizia",
      "org:corte-internazionale-di-giustizia"
    ),
    (
      "Il Parlamento europeo ha votato la risoluzione.", "Parlamento europeo",
      "Parlamento europeo", "org:parlamento-europeo"
    ),
    (
      "La Guardia di Finanza ha sequestrato le armi.", "Guardia di Finanza", "Guardia di Finanza",
      "org:guardia-di-finanza"
    ),
    ("Il Cremlino non commenta.", "Cremlino", "Cremlino", "org:cremlino"),
    (
      "Rapid Support Forces (Rsf) è il nome inglese.", "Rsf", "Forze di supporto rapido",
      "org:rsf"
    ),
    (
      "Le Forze di supporto rapido (Rsf) hanno negato. Le Rsf accusano l’esercito.", "Rsf",
      "Forze di supporto rapido", "org:rsf"
    ),
    (
      "L’Organizzazione internazionale per le migrazioni (Oim) ha navi. L’Oim parte.", "Oim",
      "Organizzazione internazionale per le migrazioni", "org:oim"
    ),
    (
      "Il quotidiano israeliano Haaretz ha pubblicato i documenti.", "Haaretz", "Haaretz",
      "org:haaretz"
    ),
    ("Il gruppo armato Codeco ha ucciso venti persone.", "Codeco", "Codeco", "org:codeco"),
    ("La Gazprom ha chiuso i rubinetti.", "Gazprom", "Gazprom", "org:gazprom"),
    (
      "Il governo armeno ha protestato. Il governo si riunirà domani.", "governo",
      "Governo armeno", "gov:AM"
    ),
  ]) func names(_ text: String, _ form: String, _ name: String, _ key: String) {
    let actor = Read(text).actor(form)
    #expect(actor?.name == name)
    #expect(actor?.key == key)
  }

  @Test(arguments: [
    ("La Procura di Trani ha aperto un’inchiesta.", "Procura", "Procura di Trani"),
    (
      "L’università di Khartum è stata bombardata.", "università di Khartum",
      "Università di Khartum"
    ),
    (
      "La 47ª brigata meccanizzata difende il villaggio.", "47ª brigata meccanizzata",
      "47ª brigata meccanizzata"
    ),
    (
      "La Commissione elettorale nazionale indipendente ha rinviato il voto.",
      "Commissione elettorale nazionale indipendente",
      "Commissione elettorale nazionale indipendente"
    ),
    (
      "Il tribunale militare di Kinshasa ha condannato tre soldati.", "tribunale militare",
      "Tribunale militare di Kinshasa"
    ),
    (
      "Lo scrive il Comitato per la difesa degli oceani.", "Comitato per la difesa degli oceani",
      "Comitato per la difesa degli oceani"
    ),
    (
      "Ha vinto il Partito dei lavoratori curdi.", "Partito dei lavoratori curdi",
      "Partito dei lavoratori curdi"
    ),
    (
      "Lo dice la Federazione nazionale di atletica pesante.",
      "Federazione nazionale di atletica pesante", "Federazione nazionale di atletica pesante"
    ),
  ]) func namesWithoutKey(_ text: String, _ form: String, _ name: String) {
    let actor = Read(text).actor(form)
    #expect(actor?.name == name)
    #expect(actor?.key == nil)
  }

  @Test(arguments: [
    ("Le forze armate armene avanzano.", ActorKind.military),
    ("Il governo armeno tace.", .government),
    ("Il ministero della Difesa armeno tace.", .organization),
    ("Il quotidiano Haaretz tace.", .media), ("L’Armenia tace.", .state),
  ]) func knowsTheKind(_ text: String, _ kind: ActorKind) {
    #expect(Read(text).reading.actors.first?.kind == kind)
  }

  @Test(arguments: [
    "Le forze sono allo stremo.", "Il partito ha perso le elezioni.",
    "Una commissione indagherà sui fatti.", "L’agenzia era chiusa.",
    "La società civile chiede pace.", "La brigata si è arresa.",
    "Il consiglio di un amico vale molto.", "Un gruppo di uomini armati ha assaltato la banca.",
    "Il ministero resta vacante.", "L’opposizione diserta l’aula.",
    "La difesa ha chiesto l’assoluzione.", "I servizi pubblici sono fermi.",
    "Il movimento delle truppe è lento.", "Le autorità hanno imposto il coprifuoco.",
    "L’Italia ha una lega di esperti.",
  ]) func leavesAlone(_ text: String) {
    #expect(Read(text).names(.organization) == [])
  }

  @Test func oneMilitaryOfOneCountry() {
    let read = Read(
      "Le forze armene avanzano. Le forze armate armene resistono. L’esercito armeno tace.")
    #expect(read.reading.actors.map(\.name) == ["Forze armate armene"])
  }

  @Test func thePublisherIsAnActorWithoutMention() {
    let read = reading(of: "La tregua regge.", publisher: "Gazzetta di Porto Grua")
    #expect(read.mentions.isEmpty)
    #expect(read.actors.map(\.name) == ["Gazzetta di Porto Grua"])
    #expect(read.actors.first?.kind == .media)
  }
}

@Suite struct PeopleNameTests {
  @Test(arguments: [
    ("Gli armeni hanno lasciato la regione.", ["armeni"]),
    ("I serbi del Kosovo hanno votato.", ["serbi del Kosovo"]),
    ("Russi e ucraini si accusano a vicenda.", ["Russi", "ucraini"]),
    ("Tra israeliani e palestinesi non c’è fiducia.", ["israeliani", "palestinesi"]),
    ("Il popolo armeno chiede giustizia.", []), ("I soldati russi sono arretrati.", []),
    ("L’offensiva israeliana continua.", []), ("Una donna ucraina è morta.", []),
    ("Le posizioni militari armene sono state colpite.", []),
  ]) func finds(_ text: String, _ expected: [String]) {
    #expect(Read(text).names(.group) == expected)
  }
}
