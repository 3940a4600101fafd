import DossierModel
import Testing

@testable import Extraction

/// A sentence and the types of the events that it tells; none for those that tell of none.
@Suite struct EventTypeTests {
  @Test(arguments: [
    // Wars and offensives.
    ("Nel 2011 in Siria è scoppiata la guerra civile.", "war"),
    ("L’esercito sudanese ha lanciato un’offensiva a Khartum.", "operation"),
    ("Il 24 febbraio 2022 la Russia ha invaso l’Ucraina.", "operation"),
    ("Le forze di Haftar hanno sferrato una controffensiva a Tripoli.", "operation"),
    ("L’invasione russa dell’Ucraina è cominciata il 24 febbraio 2022.", "operation"),
    ("Israele ha avviato un’operazione militare a Jenin.", "operation"),
    // Fighting.
    (
      "Violenti scontri tra l’esercito e le Forze di supporto rapido sono scoppiati a Khartum.",
      "armed-clash"
    ),
    ("Combattimenti sono in corso a Goma tra l’esercito congolese e l’M23.", "armed-clash"),
    ("I ribelli hanno attaccato una caserma a Bamako.", "armed-clash"),
    ("Uomini armati hanno assaltato una stazione di polizia a Maiduguri.", "armed-clash"),
    ("Le truppe ucraine hanno combattuto contro i russi a Bakhmut.", "armed-clash"),
    ("Gli Houthi e l’esercito yemenita si sono scontrati a Marib.", "armed-clash"),
    ("Un’imboscata contro un convoglio militare è avvenuta a Gao.", "armed-clash"),
    ("I soldati hanno aperto il fuoco a Hebron.", "armed-clash"),
    // Shelling.
    ("L’artiglieria russa ha bombardato Kherson.", "shelling"),
    ("Hamas ha lanciato razzi contro Tel Aviv.", "shelling"),
    ("Colpi di mortaio sono caduti su Donetsk.", "shelling"),
    ("Un missile ha colpito un condominio a Dnipro.", "shelling"),
    ("Un attacco missilistico russo ha colpito Odessa.", "shelling"),
    // From the air.
    ("Un raid israeliano ha colpito Rafah.", "air-drone-strike"),
    ("Un attacco con droni ha danneggiato il porto di Odessa.", "air-drone-strike"),
    ("Caccia turchi hanno bombardato Qamishli.", "air-drone-strike"),
    ("La difesa aerea ha abbattuto dieci droni su Kiev.", "air-drone-strike"),
    (
      "L’aviazione birmana ha colpito un villaggio nel Sagaing con attacchi aerei.",
      "air-drone-strike"
    ),
    // Explosions.
    ("Un’autobomba è esplosa a Mogadiscio.", "explosive"),
    ("Un attentatore suicida si è fatto esplodere a Kabul.", "explosive"),
    ("Un’esplosione ha scosso il centro di Beirut.", "explosive"),
    ("L’attentato suicida è avvenuto a Quetta.", "explosive"),
    // Destruction.
    (
      "I miliziani hanno saccheggiato i magazzini del Programma alimentare mondiale a Nyala.",
      "sabotage"
    ),
    ("I soldati hanno incendiato decine di case a Masafer Yatta.", "sabotage"),
    ("L’esercito ha distrutto un ponte sul Dnipro.", "sabotage"),
    // Civilians.
    ("I paramilitari hanno massacrato i residenti di El Geneina.", "attack-on-civilians"),
    ("I jihadisti hanno giustiziato dodici pastori a Mopti.", "attack-on-civilians"),
    ("La strage di Bucha è stata documentata dall’Onu.", "attack-on-civilians"),
    ("Il giornalista è stato assassinato a Tripoli.", "attack-on-civilians"),
    ("Uomini armati hanno rapito trenta studenti a Kaduna.", "abduction"),
    ("Due cooperanti sono stati sequestrati in Niger.", "abduction"),
    ("Soldati eritrei hanno violentato decine di donne nel Tigray.", "sexual-violence"),
    // Territory.
    ("L’esercito siriano ha riconquistato Palmira.", "territory-regained"),
    ("Le truppe ucraine hanno liberato Kherson.", "territory-regained"),
    ("L’M23 ha conquistato Goma.", "territory-overtaken"),
    ("I talebani hanno preso il controllo di Kandahar.", "territory-overtaken"),
    ("I ribelli si sono impadroniti di Aleppo.", "territory-overtaken"),
    ("Mariupol è caduta nelle mani dei russi.", "territory-overtaken"),
    ("Le truppe russe si sono ritirate da Kherson.", "territory-transfer"),
    ("La Francia ha ritirato i suoi soldati dal Mali.", "territory-transfer"),
    // Forces and sieges.
    ("La Polonia ha schierato truppe al confine con la Bielorussia.", "mobilization"),
    ("La Nato ha inviato rinforzi in Kosovo.", "mobilization"),
    ("La Cina ha avviato esercitazioni militari intorno a Taiwan.", "mobilization"),
    ("I paramilitari assediano El Fasher.", "blockade"),
    ("Israele ha chiuso il valico di Rafah.", "blockade"),
    ("L’Egitto ha imposto un blocco navale.", "blockade"),
    // People on the move.
    ("Migliaia di persone sono fuggite da Rafah.", "displacement"),
    ("I civili hanno abbandonato le loro case a Sloviansk.", "displacement"),
    ("Le autorità hanno evacuato i residenti di Belgorod.", "displacement"),
    ("Centinaia di sfollati sono tornati a casa a Gaza.", "return"),
    ("Hamas ha rilasciato tre ostaggi.", "return"),
    // Agreements.
    ("Israele e Hezbollah hanno concordato un cessate il fuoco.", "ceasefire"),
    ("Una tregua è entrata in vigore in Sudan.", "ceasefire"),
    ("I combattenti di Azovstal si sono arresi.", "surrender"),
    ("I ribelli hanno deposto le armi a Bangui.", "surrender"),
    ("La polizia ha arrestato venti manifestanti a Teheran.", "detention"),
    ("L’Unione europea ha imposto sanzioni alla Bielorussia.", "sanction"),
    ("La Polonia ha espulso due diplomatici russi.", "sanction"),
    ("Russia e Ucraina hanno firmato un accordo a Istanbul.", "agreement"),
    // Talks.
    (
      "Serbia e Kosovo hanno tenuto colloqui a Bruxelles con la mediazione dell’Unione europea.",
      "talks-mediated"
    ),
    ("Zelensky ha incontrato Macron a Parigi.", "meeting"),
    ("Putin e Xi Jinping si sono incontrati a Samarcanda.", "meeting"),
    ("Erdogan ha telefonato a Putin.", "phone-call"),
    ("Biden ha avuto una telefonata con Netanyahu.", "phone-call"),
    // Help and pressure.
    ("L’Onu ha distribuito aiuti umanitari a Gaza.", "aid"),
    ("Gli Stati Uniti hanno fornito missili all’Ucraina.", "support"),
    ("L’Iran ha minacciato Israele.", "threat"),
    ("Russia e Ucraina hanno scambiato cento prigionieri.", "cooperation"),
    // Streets.
    ("Migliaia di persone hanno protestato a Tbilisi.", "protest"),
    ("A Belgrado gli studenti sono scesi in piazza.", "protest"),
    ("Disordini sono scoppiati a Nairobi.", "riot"),
    // Two words for one truce.
    ("La tregua firmata ad Algeri nel 2015 qui è una parola.", "ceasefire"),
    ("Russia e Ucraina hanno firmato un armistizio a Istanbul.", "ceasefire"),
    // Weapons, fighters and places make a fight of an attack on a government.
    ("Il generale ha attaccato il governo con i carri armati.", "armed-clash"),
    ("I miliziani hanno attaccato il ministro a Mogadiscio.", "armed-clash"),
  ]) func tells(_ text: String, _ expected: String) {
    #expect(ReadArticle(text).reading.events.map(\.type.rawValue) == [expected], "\(text)")
  }

  @Test(arguments: [
    // Asked for, feared, possible, prevented.
    "Il papa ha chiesto la fine della guerra.",
    "L’Onu chiede un cessate il fuoco immediato.",
    "Gli Stati Uniti temono un attacco contro Taiwan.",
    "Mosca potrebbe attaccare Kharkiv in primavera.",
    "Se Israele attaccasse l’Iran, Teheran risponderebbe.",
    "La polizia ha sventato un attentato.",
    "I negoziatori vogliono evitare un’escalation.",
    "L’Unione europea esorta le parti a cessare le ostilità.",
    "Il rischio di una guerra regionale preoccupa l’Europa.",
    "Cresce il timore di nuovi attacchi.",
    "La Russia attaccherebbe la Nato?",
    "La Polonia si prepara alla possibilità di un’invasione.",
    "Serve un accordo per porre fine al conflitto.",
    "Le famiglie sperano in un accordo per la liberazione degli ostaggi.",
    // Denied or not happened, in the article’s own voice.
    "Non ci sono stati scontri a Tripoli.",
    "I soldati non hanno attaccato il villaggio.",
    "Nessun attacco è stato segnalato a Damasco.",
    // Generic.
    "Il ministro della Guerra ha visitato la mostra.",
    "I crimini di guerra non cadono in prescrizione.",
    "La nave da guerra è lunga cento metri.",
    "Il gabinetto di guerra è composto da cinque membri.",
    "È un veterano della guerra fredda.",
    "La guerra commerciale preoccupa i mercati.",
    "La campagna elettorale è entrata nel vivo.",
    "Il presidente ha avuto un attacco cardiaco.",
    "La squadra ha vinto la battaglia per lo scudetto.",
    "L’operazione chirurgica è durata tre ore.",
    // Other senses.
    "Il prezzo del grano è caduto.",
    "Il ministro è tornato a parlare di riforme.",
    "La legge colpisce gli evasori.",
    "Il governo ha combattuto l’inflazione.",
    "La Borsa ha perso tre punti.",
    "Il rapporto copre due trimestri.",
    "Ha abbattuto ogni record.",
    "Il libro racconta la storia della regione.",
    // Battles of words.
    "Il ministro Paolo Verdi ha attaccato l’opposizione.",
    "Il segretario ha sferrato un attacco frontale al governo.",
    "È guerra tra la Cgil e il ministro Verdi.",
    "«Nessuno ci ha detto niente», protesta Mario Neri.",
    "«Questa è la nostra battaglia», ha detto Paolo Verdi.",
    "Una nave italiana ha evacuato i passeggeri del traghetto.",
    // What is denied or conditional is another thing.
    "Il portavoce russo diceva che Mosca non avrebbe invaso la Georgia.",
    "Il ministro ha detto che l’esercito non ha mai attaccato la Siria.",
    "Se perdiamo, il negoziato con Bruxelles si ferma.",
  ]) func tellsNothing(_ text: String) {
    #expect(ReadArticle(text).events == [], "\(text)")
  }
}
