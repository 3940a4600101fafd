import DossierModel
import Testing

@testable import Extraction

/// Names of people, bodies and places as papers of all sorts write them: the sentence, then each name
/// with the first letter of its label (p for person and for place, o for organization).
@Suite struct NamesInTheNewsTests {
  /// All names in `text`, with their labels in short.
  private func names(_ text: String) -> [String] {
    let read = Read(text)
    return read.reading.mentions.filter {
      $0.resolution != .description && $0.resolution != .pronoun
    }.map { mention in
      let label =
        switch mention.label {
        case .person: "PER"
        case .organization: "ORG"
        case .place: "LOC"
        case .group: "GRP"
        }
      return label + " " + read.text[mention.span]
    }
  }

  @Test(arguments: [
    // Surnames alone, of those everybody knows and of others.
    (
      "Il premier Modi è a Kiev. Xi riceve Lula.",
      ["PER Modi", "LOC Kiev", "PER Xi", "PER Lula"]
    ),
    ("Trump attacca Maduro.", ["PER Trump", "PER Maduro"]),
    ("Catturati i figli di Milosevic.", ["PER Milosevic"]),
    ("La Merkel ha incontrato Sarkozy.", ["PER Merkel", "PER Sarkozy"]),
    ("L’eredità di Sankara divide il Burkina Faso.", ["PER Sankara", "LOC Burkina Faso"]),
    ("La difesa di Zorić e Hadžibegović ha chiesto tempo.", ["PER Zorić", "PER Hadžibegović"]),
    ("Con Ballarini e Tonelli la lista è completa.", ["PER Ballarini", "PER Tonelli"]),
    ("Il ritorno di Petrenko ha sorpreso tutti.", ["PER Petrenko"]),
    // Particles, hyphens, initials, foreign letters.
    (
      "Lo sceicco Omar ibn Yusuf al-Tikriti è malato.", ["PER Omar ibn Yusuf al-Tikriti"]
    ),
    (
      "Otto von Habsburg e Jean-Baptiste de La Salle erano amici.",
      ["PER Otto von Habsburg", "PER Jean-Baptiste de La Salle"]
    ),
    (
      "I ministri Ferhat Yıldızhan e Şükran Öztaş negano.",
      ["PER Ferhat Yıldızhan", "PER Şükran Öztaş"]
    ),
    ("M.R., 41 anni, è accusato di omicidio.", ["PER M.R."]),
    ("Il giudice ha ascoltato G.B. e T.L. in aula.", ["PER G.B.", "PER T.L."]),
    ("La leader Aung San Suu Kyi resta agli arresti.", ["PER Aung San Suu Kyi"]),
    // People with the names of towns, and towns.
    ("Sofia Loren è a Sofia.", ["PER Sofia Loren", "LOC Sofia"]),
    ("Denzel Washington è a Washington.", ["PER Denzel Washington", "LOC Washington"]),
    ("Asia Argento vola in Asia.", ["PER Asia Argento", "LOC Asia"]),
    ("La città natale di Brecht è lontana.", ["PER Brecht"]),
    ("Il giorno di San Gennaro le banche sono chiuse.", ["PER San Gennaro"]),
    ("A San Felice sul Panaro si scava.", ["LOC San Felice sul Panaro"]),
    // Lists are of one kind.
    ("I cugini Amal e Tariq Fayad sono liberi.", ["PER Amal", "PER Tariq Fayad"]),
    (
      "Hezbollah ha colpito Haifa, Safed e Metula.",
      ["ORG Hezbollah", "LOC Haifa", "LOC Safed", "LOC Metula"]
    ),
  ]) func people(_ text: String, _ expected: [String]) { #expect(names(text) == expected) }

  @Test(arguments: [
    // Heads with complements.
    (
      "La Commissione tributaria di Latina ha deciso.",
      ["ORG Commissione tributaria", "LOC Latina"]
    ),
    (
      "Il Comitato internazionale per la tutela dei beni culturali protesta.",
      ["ORG Comitato internazionale per la tutela dei beni culturali"]
    ),
    ("Il Movimento per la giustizia sociale ha vinto.", ["ORG Movimento per la giustizia sociale"]),
    ("Il Comitato centrale si riunisce a porte chiuse.", ["ORG Comitato centrale"]),
    ("La Giunta regionale ha deliberato.", ["ORG Giunta regionale"]),
    ("La giunta comunale è caduta ieri.", ["ORG giunta comunale"]),
    (
      "L’azienda ospedaliera Brotzu di Cagliari smentisce.",
      ["ORG azienda ospedaliera Brotzu", "LOC Cagliari"]
    ),
    (
      "Il Corpo nazionale dei Vigili del fuoco è intervenuto.",
      ["ORG Corpo nazionale dei Vigili del fuoco"]
    ),
    ("La 3ª brigata d’assalto difende Izium.", ["ORG 3ª brigata", "LOC Izium"]),
    ("La procura romana ha aperto un fascicolo.", ["ORG procura"]),
    ("L’Osservatorio di Arcetri ha misurato la scossa.", ["ORG Osservatorio di Arcetri"]),
    // Introduced by their noun.
    (
      "La società Aldebaran Energia e l’azienda Torvex hanno firmato.",
      ["ORG Aldebaran Energia", "ORG Torvex"]
    ),
    ("Il partito Alleanza Popolare ha rotto la tregua.", ["ORG Alleanza Popolare"]),
    ("La compagnia aerea Skyways Nepal è fallita.", ["ORG Skyways Nepal"]),
    ("Il gruppo Fratellanza del Deserto ha rivendicato.", ["ORG Fratellanza del Deserto"]),
    ("Il tabloid Bild smentisce.", ["ORG Bild"]),
    ("Il quotidiano la Repubblica ha il video.", ["ORG la Repubblica"]),
    // Seats and houses of parliament.
    ("La Rada ha votato, la Knesset rinvia.", ["ORG Rada", "ORG Knesset"]),
    ("Il Bundestag approva, la Duma discute.", ["ORG Bundestag", "ORG Duma"]),
    ("Palazzo Chigi e la Farnesina tacciono.", ["ORG Palazzo Chigi", "ORG Farnesina"]),
    ("La Casa Bianca e il Cremlino negano.", ["ORG Casa Bianca", "ORG Cremlino"]),
    // Teams.
    ("I tifosi del Napoli hanno invaso il campo.", ["ORG Napoli"]),
    ("Juventus - Torino è rinviata.", ["ORG Juventus", "ORG Torino"]),
    ("La nazionale argentina ha perso.", ["ORG nazionale argentina"]),
    ("Il portiere del Verona è ferito.", ["ORG Verona"]),
    // Acronyms.
    ("Le Farc e l’Eln hanno firmato.", ["ORG Farc", "ORG Eln"]),
    ("L’Unrwa e l’Unicef chiedono fondi.", ["ORG Unrwa", "ORG Unicef"]),
    ("Fonti del Centcom citate da Axios confermano.", ["ORG Centcom", "ORG Axios"]),
  ]) func bodies(_ text: String, _ expected: [String]) { #expect(names(text) == expected) }

  @Test(arguments: [
    ("Il quartiere di Haret Hreik è vuoto.", ["LOC quartiere di Haret Hreik"]),
    ("A Haret Hreik si scava.", ["LOC Haret Hreik"]),
    ("Le milizie avanzano verso Wadi Halfa.", ["LOC Wadi Halfa"]),
    ("A Port Sudan il mercato è chiuso.", ["LOC Port Sudan"]),
    ("Le truppe sono arrivate a Deir Hafir.", ["LOC Deir Hafir"]),
    ("L’esplosione al Crocus City Hall ha fatto strage.", ["LOC Crocus City Hall"]),
    ("L’ospedale Al-Shuhada è senza corrente.", ["LOC ospedale Al-Shuhada"]),
    (
      "Il direttore dell’ospedale Al-Shuhada, Ahmed Abbas: «Manca il sangue».",
      ["LOC ospedale Al-Shuhada", "PER Ahmed Abbas"]
    ),
    ("L’incidente sull’autostrada A22 ha bloccato il traffico.", ["LOC A22"]),
    ("La SS 16 è chiusa vicino a Foggia.", ["LOC SS 16", "LOC Foggia"]),
    ("I soldati pattugliano la E45.", ["LOC E45"]),
    ("Il Principato di Monaco media.", ["LOC Principato di Monaco"]),
    ("Il Regno di Giordania protesta.", ["LOC Regno di Giordania"]),
    ("La Repubblica di Moldova ha votato.", ["LOC Repubblica di Moldova"]),
    ("In via della Conciliazione sfila il corteo.", ["LOC via della Conciliazione"]),
    ("Il sindaco di San Donà di Piave (VE) tace.", ["LOC San Donà di Piave", "LOC VE"]),
    ("Il Musée d’Orsay riapre.", ["LOC Musée d’Orsay"]),
    ("Il Venezia Film Festival apre domani.", ["LOC Venezia"]),
    // Birthplaces, lines, the sky, ruins.
    ("Fabio Rinaldetti è nato a Vergnacco.", ["PER Fabio Rinaldetti", "LOC Vergnacco"]),
    ("Le vittime sono Aldo Brunetti, 41 anni, di Sorgà.", ["PER Aldo Brunetti", "LOC Sorgà"]),
    ("La sonda è scesa sulla Luna.", ["LOC Luna"]),
    ("Un asteroide è caduto su Giove.", ["LOC Giove"]),
    ("La ferrovia Velmara-Ostuna è chiusa.", ["LOC Velmara-Ostuna"]),
    ("Le rovine di Palmira sono salve.", ["LOC Palmira"]),
  ]) func places(_ text: String, _ expected: [String]) { #expect(names(text) == expected) }

  @Test(arguments: [
    // Holidays, editions, events.
    "La preghiera dell’Eid al-Adha è alle sette.", "Il Ramadan comincia domani.",
    "Lo Yom Kippur ferma i negoziati.", "A Natale e a Pasqua le urne restano chiuse.",
    "La XIX legislatura si apre oggi.", "La II Conferenza di pace è finita.",
    "L’Eurofestival Song Contest ha un vincitore.", "Hanno vinto la Fed Cup due volte.",
    "Il Palio si corre a luglio.", "Il Grande Slam resta un sogno.", "Il MotoGP riparte.",
    // Weapons, vehicles, ships, things.
    "Uno Stinger ha abbattuto un elicottero.", "Il naufragio della Norman Atlantic è un mistero.",
    "Un Kalashnikov è stato trovato nel bagagliaio.", "Il relitto della Vlora è ancora in mare.",
    "La magnitudo è di sei gradi della scala Richter.", "Hanno ordinato uno Spritz.",
    // Ordinary words with a capital.
    "Il Paese è diviso.", "La Legge è uguale per tutti.", "Il Popolo ha parlato.",
    "Le Istituzioni tacciono.", "Contrari anche i moderati.", "Notevoli i danni alle colture.",
    "Grandi chiedono, piccoli ottengono.", "La Patria è in pericolo.",
    "Terra bruciata attorno ai ribelli.", "Luna di miele finita per la maggioranza.",
    "Allarme rosso per la siccità.", "Alluvione senza precedenti nella valle.",
  ]) func none(_ text: String) { #expect(names(text) == []) }

  @Test(arguments: [
    // Not what they look like.
    ("Il dirigente al settore Finanze ha firmato.", "PER Finanze"),
    ("La visita del pontefice Cattolico è rinviata.", "PER Cattolico"),
    ("Italia Viva ha votato contro.", "LOC Italia"),
    ("A Pasqua la Chiesa prega.", "PER Pasqua la Chiesa"),
    ("Il prefetto di Verona ha visto il portiere del Verona.", "ORG prefetto"),
    ("La Mercedes A4 è in vendita.", "PER Mercedes A4"),
    ("L’Autodromo di Monza riapre con il World Circuit Rossi.", "PER World Circuit Rossi"),
    ("Un tribunale egiziano ha condannato tutti.", "ORG tribunale egiziano"),
    ("Il regno di Carlo è cominciato.", "LOC regno di Carlo"),
    ("Il treno Napoli - Roma è in ritardo.", "ORG Roma"),
    ("La sicurezza nazionale italiana è a rischio.", "ORG nazionale italiana"),
    ("La stazione di Bad Gastein è chiusa.", "PER Bad Gastein"),
    ("Protest The Crown organizza il corteo.", "PER Protest The Crown"),
    ("Ha comprato un Airbus usato.", "PER Airbus"),
    ("I reparti dotati di visori sono in marcia.", "ORG reparti dotati di visori"),
  ]) func neverReads(_ text: String, _ wrong: String) { #expect(!names(text).contains(wrong)) }
}

/// Who is who: surnames, nicknames, acronyms and many words for one army.
@Suite struct OneAndTheSameTests {
  @Test(arguments: [
    ("Putin ha telefonato a Modi.", "Modi", "Narendra Modi"),
    ("Secondo Guterres la crisi è grave.", "Guterres", "António Guterres"),
    ("Xi ha ricevuto Lula.", "Xi", "Xi Jinping"),
    ("Aung San Suu Kyi è malata. Suu Kyi ha ottant’anni.", "Suu Kyi", "Aung San Suu Kyi"),
    ("Il generale Hemedti tratta a Nairobi.", "Hemedti", "Mohamed Hamdan Dagalo"),
    ("Mahmoud Abbas ha parlato. Abu Mazen ha lasciato la sala.", "Abu Mazen", "Mahmoud Abbas"),
    ("Ahmed Ismail, alias «il Macellaio», è morto.", "Macellaio", "Ahmed Ismail"),
    ("Noa Levinson-Katz è libera. Levinson-Katz sta bene.", "Levinson-Katz", "Noa Levinson-Katz"),
    (
      "Ursula von der Leyen è a Kiev. Von der Leyen ha promesso aiuti.", "Von der Leyen",
      "Ursula von der Leyen"
    ),
    ("MACRON A PECHINO\nIl presidente francese è partito ieri.", "MACRON", "Emmanuel Macron"),
    (
      "L’Idf avanza. L’esercito israeliano nega.", "esercito israeliano",
      "Forze di difesa israeliane"
    ),
    (
      "Le forze armate israeliane indagano.", "forze armate israeliane",
      "Forze di difesa israeliane"
    ),
    (
      "Reporters sans frontières (Rsf) protesta. Rsf chiede il rilascio.", "Rsf",
      "Reporter senza frontiere"
    ),
    ("Apple ha presentato un telefono.", "Apple", "Apple"),
  ]) func ties(_ text: String, _ form: String, _ name: String) {
    #expect(Read(text).actor(form)?.name == name)
  }

  @Test(arguments: [
    // Several bear the surname, or the role is another's.
    ("Clinton ha reso omaggio.", "Clinton", "Bill Clinton"),
    ("L’ex presidente Bush è morto.", "Bush", "George W. Bush"),
    ("Il calciatore francese Modi ha segnato.", "Modi", "Narendra Modi"),
    ("Emine Erdogan era presente. Erdogan ha sorriso.", "Erdogan", "Emine Erdogan"),
    ("Piero Vannozzi e Aldo Vannozzi sono fratelli. Vannozzi tace.", "Vannozzi", "Piero Vannozzi"),
    ("Il generale Grant ha vinto.", "Grant", "Ulysses Grant"),
  ]) func doesNotTie(_ text: String, _ form: String, _ wrong: String) {
    #expect(Read(text).actor(form)?.name != wrong)
  }

  @Test(
    arguments: [
      ("In Puglia il voto è regolare.", nil), ("La scossa ha colpito la Lombardia.", nil),
      ("Il Karabakh ha proclamato la mobilitazione.", "Nagorno-Karabakh"),
      ("Nel Donbass si spara.", nil),
    ] as [(String, String?)]) func regionsActOrAreNoActors(_ text: String, _ actor: String?)
  {
    #expect(Read(text).reading.actors.map(\.name) == (actor.map { [$0] } ?? []))
  }
}
