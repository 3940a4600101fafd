/// Articles whose marks are all there, to lose one of them at a time.
enum LostMarksArticles {
  /// Paragraphs between empty lines, in the styles of newspapers, agencies and translations.
  static let all: [String] = [
    guillemets, curly, straight, nested, lines, singles, floating, openings, answers,
  ]

  static let guillemets = """
    Valle del Senko, riapre il ponte dopo la frana

    KARVIN - Il ponte sul Senko ha riaperto ieri mattina dopo tre settimane di lavori. «Abbiamo lavorato giorno e notte», ha detto l'ingegnera Dana Korvat, che ha diretto il cantiere. Alla cerimonia c'erano pochi abitanti.

    Il sindaco Pavel Drozd ha ringraziato i volontari e ha promesso altri fondi. «La valle non sarà più isolata. Lo dobbiamo ai nostri figli», ha aggiunto. Poi ha tagliato il nastro.

    Il comitato dei residenti resta scettico. La sua presidente, Irena Malk, sostiene che il nuovo pilone è «troppo debole» e che la perizia va rifatta. Il ministero ha risposto in serata: «I controlli sono stati eseguiti da tecnici indipendenti».

    Sul posto sono arrivati anche i camion degli aiuti. «Portiamo farina e coperte», racconta l'autista Milo Terk. «Domani torniamo con le medicine».
    """

  static let curly = """
    Sulmar, l’opposizione torna in piazza

    Migliaia di persone hanno sfilato ieri nel centro di Sulmar contro la nuova legge elettorale. “Questa legge cancella i piccoli partiti”, ha dichiarato la deputata Lena Oduya. La polizia ha chiuso due strade.

    Il governo difende la riforma. Il ministro dell’Interno, Karim Besso, ha parlato di “un passo avanti per la democrazia” e ha invitato i manifestanti a restare calmi. Secondo gli organizzatori i fermati sono trenta.

    Nel pomeriggio il corteo ha raggiunto il parlamento. “Non ce ne andremo finché il testo non sarà ritirato”, ha gridato uno studente dal palco. Il presidente della Camera ha ricevuto una delegazione: “Ho ascoltato le loro ragioni. Ne parlerò con i capigruppo”, ha spiegato Tarek Onul.

    In serata la tensione è scesa. La deputata Oduya ha ribadito che la protesta sarà “pacifica ma lunga”. Domani è previsto uno sciopero.
    """

  static let straight = """
    Porto di Lomek, accordo sulle gru dopo lo sciopero

    LOMEK - I portuali hanno sospeso lo sciopero. "Abbiamo ottenuto quello che chiedevamo", ha detto il sindacalista Jonas Breht. L'azienda conferma.

    L'accordo prevede nuovi turni. "È una buona notizia per la città", ha commentato la sindaca Vera Lind. "Ora bisogna rispettare gli impegni". Il prefetto ha definito l'intesa "un segnale di maturità".

    Restano fuori i marittimi. Il loro portavoce, Anton Gress, ha accusato l'azienda di "dividere i lavoratori" e ha annunciato una protesta. "Bloccheremo il molo nord", ha avvertito. Il governo segue la vicenda.

    Gli armatori chiedono tempi certi. "Ogni giorno di fermo costa un milione", spiega il direttore dell'associazione, Paul Reiner. Il ministro dei Trasporti ha replicato: "Il porto riaprirà lunedì". Le navi in attesa sono dodici.

    Sui moli la giornata è cominciata presto. "Siamo stanchi, ma contenti", dice un gruista. La direzione assicura che "nessuno perderà il posto".
    """

  static let nested = """
    Il processo di Varsk, parla il testimone

    Nell'aula bunker di Varsk ha deposto ieri il primo testimone. «Mi dissero “Firma o sparisci”, e io firmai», ha raccontato l'ex ragioniere Bruno Halter. Gli imputati sono undici.

    Il procuratore Edo Marsan ha mostrato i registri. «La voce “spese varie” nascondeva le tangenti», ha spiegato ai giudici. La difesa contesta la traduzione.

    L'avvocata Rita Kolm ha chiesto un rinvio. «Il mio assistito non ha mai usato la parola “patto”. Lo dimostreremo», ha affermato. Il tribunale ha respinto l'istanza.

    La prossima udienza è fissata per giugno. «Aspettiamo da otto anni», dice la figlia di una delle vittime.
    """

  static let lines = """
    Tregua nel Nord, tornano gli sfollati
    A Berun sono rientrate le prime duecento famiglie.
    «La casa è ancora in piedi», ha detto l'infermiera Salma Idrani.
    Il convoglio è arrivato all'alba dalla capitale.
    L'inviato dell'Onu, Jens Okker, ha chiesto prudenza: «Le mine sono ovunque».
    L'esercito ha bonificato soltanto la strada principale.
    «Servono almeno due anni», ha precisato il colonnello Adil Maruf.
    I ribelli hanno parlato di «rientro forzato» e hanno chiesto un'inchiesta.
    La prossima partenza è prevista per domenica.
    """

  static let singles = """
    Elezioni a Norvia, il voto rinviato a marzo

    La commissione elettorale di Norvia ha rinviato il voto. 'Mancano le schede in quattro distretti', ha detto la presidente Mira Solend. I partiti protestano.

    Il leader conservatore Peter Haug ha parlato di 'scelta incomprensibile' e ha chiesto un incontro. Il governo ha risposto che la decisione spetta alla commissione.

    Gli osservatori restano nel paese. 'Il rinvio è legittimo', ha osservato la capomissione Clara Weil. Il nuovo calendario sarà pubblicato domani.
    """

  static let floating = """
    La siccità svuota i villaggi del Tamun

    Nel villaggio di Orres il pozzo è asciutto da aprile. La maestra Nadia Ferrouk ha contato i banchi vuoti. «Ne restano undici. A settembre erano quaranta».

    Il governatore ha visitato la regione martedì. Ha promesso autobotti e sementi. «Nessuno sarà lasciato solo», ha detto Omar Challi ai contadini. «Lo Stato è qui».

    I pastori non ci credono. «Sono venuti anche l'anno scorso», ricorda il vecchio Idris. Poi indica la strada vuota.

    Le organizzazioni umanitarie chiedono fondi. Il rapporto descrive «una crisi dimenticata» e invita i donatori a muoversi.
    """

  static let openings = """
    Crolla il tetto della scuola di Ilmar

    La sindaca Greta Holm ha chiuso l'edificio: «Il tetto è pericolante».

    «Nessuno ci ha avvisati», protesta la preside Olga Remy. Le lezioni sono sospese.

    «Domani apriamo la palestra», ha promesso l'assessore Nils Torun. Il trasloco comincia all'alba.

    La sindaca Holm ha respinto le critiche. «I controlli erano in regola», ha detto.

    «Aspettavamo i lavori da dieci anni», ricorda il bidello Otto Kram.
    """

  static let answers = """
    Intervista alla governatrice Helena Brask

    La governatrice Helena Brask riceve nel suo ufficio di Torvik.

    Governatrice, il bilancio è in rosso. Che cosa farà?
    «Taglieremo le spese inutili. Gli ospedali non si toccano».

    L'opposizione la accusa di improvvisare.
    «L'opposizione non ha letto i conti. Noi sì».

    Si ricandiderà?
    «Decideremo in autunno con la coalizione».
    """
}
