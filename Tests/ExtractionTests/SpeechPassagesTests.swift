import Testing

@testable import Extraction

/// A text and what is said in it: `words ← speakers`, with `!` before damaged ones.
struct Passage: Sendable, CustomTestStringConvertible {
  var name: String
  var text: String
  var marked: [String] = []
  var indirect: [String] = []

  var testDescription: String { name }
}

@Suite struct SpeechPassageTests {
  @Test(arguments: passages) func readsPassage(_ passage: Passage) {
    let spoken = SpokenWords(passage.text)
    #expect(spoken.marked == passage.marked)
    #expect(spoken.indirect == passage.indirect)
  }

  static let passages: [Passage] = [
    Passage(
      name: "an agency on a raid",
      text: #"""
        Le forze russe hanno bombardato nella notte un deposito di carburante nella regione di Kharkiv. Lo ha riferito il governatore Oleh Synehubov su Telegram, precisando che non ci sono vittime. "I soccorritori sono al lavoro", ha aggiunto.
        Il ministero della Difesa russo ha invece sostenuto che l'attacco ha colpito "un centro di comando ucraino". Secondo Mosca, sarebbero morti almeno 40 militari. Kiev nega.
        "Non abbiamo perso nessun soldato - ha detto il portavoce dell'esercito ucraino Serhii Cherevatyi - e il nemico mente come sempre".
        """#,
      marked: [
        #"I soccorritori sono al lavoro ← Oleh Synehubov"#,
        #"un centro di comando ucraino ← Ministero della Difesa russo"#,
        #"Non abbiamo perso nessun soldato - ha detto il portavoce dell'esercito ucraino Serhii Cherevatyi - e il nemico mente come sempre ← Serhii Cherevatyi"#,
      ],
      indirect: [
        #"Le forze russe hanno bombardato nella notte un deposito di carburante nella regione di Kharkiv ← Oleh Synehubov"#,
        #"non ci sono vittime ← Oleh Synehubov"#,
        #"l'attacco ha colpito "un centro di comando ucraino" ← Ministero della Difesa russo"#,
        #"sarebbero morti almeno 40 militari ← Russia"#,
      ]),
    Passage(
      name: "a daily on Gaza",
      text: #"""
        Gaza, ministero della Sanità: «Oltre 200 morti nelle ultime 24 ore»
        Il premier israeliano Benjamin Netanyahu ha promesso che l'esercito «continuerà fino alla vittoria totale». «Non ci fermeremo», ha scandito davanti alla Knesset, «finché tutti gli ostaggi non saranno a casa».
        Il segretario generale dell'Onu António Guterres ha chiesto «un cessate il fuoco umanitario immediato», definendo la situazione «un incubo». Per Hamas si tratta di «parole tardive», come ha dichiarato il portavoce Osama Hamdan.
        L'operazione «Spade di ferro» prosegue. Il quotidiano «Haaretz» scrive che l'esercito si prepara a entrare a Rafah.
        """#,
      marked: [
        #"Oltre 200 morti nelle ultime 24 ore ← Ministero della Sanità"#,
        #"continuerà fino alla vittoria totale ← Benjamin Netanyahu"#,
        #"Non ci fermeremo ← Benjamin Netanyahu"#,
        #"finché tutti gli ostaggi non saranno a casa ← Benjamin Netanyahu"#,
        #"un cessate il fuoco umanitario immediato ← António Guterres"#,
        #"un incubo ← António Guterres"#,
        #"parole tardive ← Osama Hamdan"#,
      ],
      indirect: [
        #"l'esercito si prepara a entrare a Rafah ← Haaretz"#
      ]),
    Passage(
      name: "a daily on Sudan",
      text: #"""
        Sudan, l'Onu denuncia: «A El Fasher si muore di fame»
        Almeno 120 persone sarebbero state uccise nel mercato di Kabkabiya, secondo fonti locali citate dalla Reuters. L'esercito sudanese ha smentito di aver bombardato il mercato e ha accusato le Forze di supporto rapido di usare i civili come scudi umani.
        «È un massacro», racconta Amina, 34 anni, fuggita con i quattro figli. «Hanno bruciato tutto. Non abbiamo più niente».
        Il generale Abdel Fattah al-Burhan ha ribadito che non tratterà con «i terroristi». Il suo rivale, Mohamed Hamdan Dagalo, detto Hemeti, ha replicato in un messaggio audio: «Siamo pronti a combattere per vent'anni».
        """#,
      marked: [
        #"A El Fasher si muore di fame ← Nazioni Unite"#,
        #"È un massacro ← Amina"#,
        #"Hanno bruciato tutto. Non abbiamo più niente ← Amina"#,
        #"i terroristi ← Abdel Fattah al-Burhan"#,
        #"Siamo pronti a combattere per vent'anni ← Mohamed Hamdan Dagalo"#,
      ],
      indirect: [
        #"Almeno 120 persone sarebbero state uccise nel mercato di Kabkabiya ← fonti locali"#,
        #"aver bombardato il mercato ← Forze armate sudanesi"#,
        #"usare i civili come scudi umani ← Forze armate sudanesi"#,
        #"non tratterà con «i terroristi» ← Abdel Fattah al-Burhan"#,
      ]),
    Passage(
      name: "an interview on Libya",
      text: #"""
        «La tregua in Libia è appesa a un filo». A dirlo è l'inviata speciale dell'Onu Stephanie Williams, in un'intervista a Repubblica. Williams ritiene che le elezioni possano tenersi entro l'anno, ma avverte: «Senza una costituzione non si va da nessuna parte».
        Il premier Abdulhamid Dbeibah si è detto disponibile al dialogo con Haftar. Il generale, da parte sua, non ha commentato.
        """#,
      marked: [
        #"La tregua in Libia è appesa a un filo ← Stephanie Williams"#,
        #"Senza una costituzione non si va da nessuna parte ← Stephanie Williams"#,
      ],
      indirect: [
        #"le elezioni possano tenersi entro l'anno ← Stephanie Williams"#,
        #"disponibile al dialogo con Haftar ← Abdulhamid Dbeibah"#,
      ]),
    Passage(
      name: "Italian politics",
      text: #"""
        "L'Italia continuerà a sostenere l'Ucraina". Lo ha detto la presidente del Consiglio Giorgia Meloni intervenendo in Senato. "Lo faremo – ha proseguito la premier – perché è giusto". Dall'opposizione, la segretaria del Pd Elly Schlein ha accusato il governo di "ambiguità", mentre Giuseppe Conte ha parlato di "deriva bellicista". Matteo Salvini: "Pensiamo agli italiani".
        "Siamo contrari all'invio di soldati", così il ministro della Difesa Guido Crosetto.
        """#,
      marked: [
        #"L'Italia continuerà a sostenere l'Ucraina ← Giorgia Meloni"#,
        #"Lo faremo – ha proseguito la premier – perché è giusto ← Giorgia Meloni"#,
        #"ambiguità ← Elly Schlein"#,
        #"deriva bellicista ← Giuseppe Conte"#,
        #"Pensiamo agli italiani ← Matteo Salvini"#,
        #"Siamo contrari all'invio di soldati ← Guido Crosetto"#,
      ]),
    Passage(
      name: "Mali",
      text: #"""
        Mali, i jihadisti del Jnim rivendicano l'attacco di Bamako
        In un comunicato diffuso sui social, il Jnim afferma di aver «neutralizzato decine di mercenari russi» e di aver preso il controllo dell'aeroporto per alcune ore. La giunta militare ha fatto sapere che la situazione è «sotto controllo». «Invitiamo la popolazione alla calma», si legge nella nota.
        Un diplomatico occidentale, che ha chiesto di restare anonimo, ha spiegato all'Afp che i danni sono ingenti. "Le immagini parlano da sole", ha detto il diplomatico.
        """#,
      marked: [
        #"neutralizzato decine di mercenari russi ← Jnim"#,
        #"sotto controllo ← giunta militare"#,
        #"Invitiamo la popolazione alla calma ← giunta militare"#,
        #"Le immagini parlano da sole ← diplomatico occidentale"#,
      ],
      indirect: [
        #"aver preso il controllo dell'aeroporto per alcune ore ← Jnim"#,
        #"la situazione è «sotto controllo» ← giunta militare"#,
        #"restare anonimo ← diplomatico occidentale"#,
        #"i danni sono ingenti ← diplomatico occidentale"#,
      ]),
    Passage(
      name: "Syria",
      text: #"""
        Il presidente siriano Ahmed al-Sharaa ha annunciato che scioglierà le fazioni armate. «La Siria non sarà più terreno di scontro», ha assicurato, aggiungendo che i curdi «sono parte integrante del Paese». Le Forze democratiche siriane hanno accolto con favore l'annuncio. Il loro comandante, Mazloum Abdi, ha dichiarato: «Siamo pronti a integrarci nell'esercito nazionale». La Turchia ha minacciato di intervenire se l'accordo non sarà rispettato, ha riferito il ministro degli Esteri Hakan Fidan.
        Secondo l'Osservatorio siriano per i diritti umani, gli scontri hanno causato 15 vittime.
        """#,
      marked: [
        #"La Siria non sarà più terreno di scontro ← Ahmed al-Sharaa"#,
        #"sono parte integrante del Paese ← Ahmed al-Sharaa"#,
        #"Siamo pronti a integrarci nell'esercito nazionale ← Mazloum Abdi"#,
      ],
      indirect: [
        #"scioglierà le fazioni armate ← Ahmed al-Sharaa"#,
        #"La Turchia ha minacciato di intervenire se l'accordo non sarà rispettato ← Hakan Fidan"#,
        #"intervenire se l'accordo non sarà rispettato ← Turchia"#,
        #"gli scontri hanno causato 15 vittime ← Osservatorio siriano per i diritti umani"#,
      ]),
    Passage(
      name: "dashes, names and other senses",
      text: #"""
        — Non ci ritireremo, — ha detto il comandante Petrenko. — Il fronte tiene.
        Il cosiddetto «califfato» è stato sconfitto nel 2019. Il film «Oppenheimer» ha vinto sette Oscar. Il secondo battaglione è arrivato ieri. Nel secondo trimestre l'economia è cresciuta. Il governo sostiene le famiglie con nuovi aiuti.
        Gli abitanti parlano di «un boato enorme». L'imam Khaled ha detto a La Stampa che i ragazzi «vogliono solo pace».
        """#,
      marked: [
        #"Non ci ritireremo ← Petrenko"#,
        #"Il fronte tiene. ← Petrenko"#,
        #"un boato enorme ← abitanti"#,
        #"vogliono solo pace ← Khaled"#,
      ]),
    Passage(
      name: "Russia and America",
      text: #"""
        Il Cremlino ha respinto le accuse. «Sono menzogne», ha tagliato corto Dmitry Peskov.
        Il ministro degli Esteri Sergej Lavrov ha incontrato a Ginevra il segretario di Stato Antony Blinken. Al termine dei colloqui ha detto che Mosca attende una risposta scritta. Blinken ha ribattuto che «la palla è nel campo russo».
        È quanto riferisce l'agenzia Interfax. Peskov ha poi precisato: «Nessuna data è stata fissata».
        """#,
      marked: [
        #"Sono menzogne ← Dmitry Peskov"#,
        #"la palla è nel campo russo ← Antony Blinken"#,
        #"Nessuna data è stata fissata ← Dmitry Peskov"#,
      ],
      indirect: [
        #"Mosca attende una risposta scritta ← Sergej Lavrov"#
      ]),
    Passage(
      name: "Ukraine",
      text: #"""
        Volodymyr Zelensky ha esortato gli alleati a inviare «più sistemi Patriot» e a «non avere paura». Nel suo videomessaggio serale Zelensky ha ricordato le vittime di Bucha: «Non dimenticheremo mai». Ha inoltre ringraziato l'Italia per il sostegno.
        «Putin - ha aggiunto - capisce solo la forza». Zelensky ha poi rivolto un appello ai russi a «fermare questa follia».
        """#,
      marked: [
        #"più sistemi Patriot ← Volodymyr Zelensky"#,
        #"non avere paura ← Volodymyr Zelensky"#,
        #"Non dimenticheremo mai ← Volodymyr Zelensky"#,
        #"Putin - ha aggiunto - capisce solo la forza ← Volodymyr Zelensky"#,
        #"fermare questa follia ← Volodymyr Zelensky"#,
      ]),
    Passage(
      name: "addressees, agents and relatives",
      text: #"""
        Il presidente americano Donald Trump ha detto a Emmanuel Macron che «la guerra deve finire subito».
        «Con Zelensky non si può trattare», ha detto il vicepresidente ungherese. «Putin vuole la pace», ha assicurato a Fox News l'inviato Steve Witkoff.
        L'accordo, mediato dal Qatar e firmato da Hamas, prevede «una pausa di sei settimane».
        Il ministro Badr Abdelatty, che ieri ha incontrato a Doha il capo negoziatore di Hamas, ha confermato che i colloqui continueranno, ma ha detto che restano «nodi irrisolti».
        La portavoce della Farnesina ha rifiutato di commentare. Il governo non ha detto quando riaprirà il valico.
        """#,
      marked: [
        #"la guerra deve finire subito ← Donald Trump"#,
        #"Con Zelensky non si può trattare ← vicepresidente ungherese"#,
        #"Putin vuole la pace ← Steve Witkoff"#,
        #"nodi irrisolti ← Badr Abdelatty"#,
      ],
      indirect: [
        #"i colloqui continueranno ← Badr Abdelatty"#
      ]),
    Passage(
      name: "several speakers",
      text: #"""
        Francia, Germania e Regno Unito hanno condannato «con la massima fermezza» l'attacco iraniano e hanno chiesto a Teheran di fermarsi. Italia e Giappone si sono detti «profondamente preoccupati».
        Né Mosca né Pechino hanno commentato.
        «L'Iran non cerca la guerra», hanno dichiarato in una nota congiunta Oman e Qatar.
        L'ayatollah Ali Khamenei ha definito gli Stati Uniti «il grande bugiardo» e ha ordinato di rafforzare le difese. «Risponderemo», ha twittato.
        """#,
      marked: [
        #"con la massima fermezza ← Francia + Germania + Regno Unito"#,
        #"profondamente preoccupati ← Italia + Giappone"#,
        #"L'Iran non cerca la guerra ← Oman + Qatar"#,
        #"il grande bugiardo ← Ali Khamenei"#,
        #"Risponderemo ← Ali Khamenei"#,
      ],
      indirect: [
        #"fermarsi ← Francia + Germania + Regno Unito"#,
        #"rafforzare le difese ← Ali Khamenei"#,
      ]),
    Passage(
      name: "Burkina Faso",
      text: #"""
        Burkina Faso, Ong: «Almeno 60 civili uccisi a Solenzo»
        Secondo Human Rights Watch, milizie filogovernative hanno ucciso decine di civili peul. "I corpi erano ovunque", ha raccontato un testimone all'ong. "Ho visto mio fratello morire", ha aggiunto l'uomo, che ha chiesto l'anonimato.
        Il capitano Ibrahim Traoré nega ogni coinvolgimento. Per il governo si tratta di «pura propaganda».
        L'Unione africana ha invitato le autorità ad aprire un'inchiesta, sottolineando che i responsabili dovranno rispondere «davanti alla giustizia».
        """#,
      marked: [
        #"Almeno 60 civili uccisi a Solenzo ← "#,
        #"I corpi erano ovunque ← testimone"#,
        #"Ho visto mio fratello morire ← testimone"#,
        #"pura propaganda ← "#,
        #"davanti alla giustizia ← Unione africana"#,
      ],
      indirect: [
        #"milizie filogovernative hanno ucciso decine di civili peul ← Human Rights Watch"#,
        #"aprire un'inchiesta ← Unione africana"#,
        #"i responsabili dovranno rispondere «davanti alla giustizia» ← Unione africana"#,
      ]),
    Passage(
      name: "Lebanon",
      text: #"""
        "Il cessate il fuoco regge, nonostante tutto". Parola del generale Aroldo Lázaro, comandante della missione Unifil in Libano. "I miei uomini - spiega - pattugliano la Linea Blu giorno e notte".
        Hezbollah ha annunciato che i suoi combattenti si ritireranno a nord del Litani. Tel Aviv non si fida: "Verificheremo sul terreno", fanno sapere dall'esercito.
        Un alto funzionario israeliano, citato dal Jerusalem Post, ha rivelato che il governo sta valutando un ritiro graduale. Lo stesso funzionario ha però precisato che «nulla è deciso».
        """#,
      marked: [
        #"Il cessate il fuoco regge, nonostante tutto ← Aroldo Lázaro"#,
        #"I miei uomini - spiega - pattugliano la Linea Blu giorno e notte ← Aroldo Lázaro"#,
        #"Verificheremo sul terreno ← "#,
        #"nulla è deciso ← alto funzionario israeliano"#,
      ],
      indirect: [
        #"i suoi combattenti si ritireranno a nord del Litani ← Hezbollah"#,
        #"il governo sta valutando un ritiro graduale ← alto funzionario israeliano"#,
      ]),
    Passage(
      name: "Niger",
      text: #"""
        La Cedeao ha sospeso il Niger. Lo ha annunciato il presidente della Commissione Omar Touray, aggiungendo che le sanzioni entreranno in vigore lunedì.
        A Niamey migliaia di persone sono scese in piazza al grido di «Abbasso la Francia». Il generale Abdourahamane Tchiani ha promesso «una transizione breve». Un ex ministro, Hassoumi Massaoudou, si appella all'esercito: «Tornate nelle caserme».
        Emmanuel Macron: «Mai con i golpisti». La Casa Bianca: «Seguiamo con preoccupazione».
        """#,
      marked: [
        #"Abbasso la Francia ← "#,
        #"una transizione breve ← Abdourahamane Tchiani"#,
        #"Tornate nelle caserme ← Hassoumi Massaoudou"#,
        #"Mai con i golpisti ← Emmanuel Macron"#,
        #"Seguiamo con preoccupazione ← Casa Bianca"#,
      ],
      indirect: [
        #"La Cedeao ha sospeso il Niger ← Omar Touray"#,
        #"le sanzioni entreranno in vigore lunedì ← Omar Touray"#,
      ]),
    Passage(
      name: "Congo",
      text: #"""
        Il ministro degli Esteri italiano, Antonio Tajani, rispondendo a una domanda dei giornalisti a margine del Consiglio Affari Esteri, ha spiegato che l'Italia «è pronta a fare la sua parte». Tajani ha inoltre espresso «forte preoccupazione» per la sorte dei civili di Goma.
        "Bisogna fermare l'M23", ha sottolineato il ministro. "L'Europa - ha osservato - non può restare a guardare. Serve un cessate il fuoco".
        Da Kinshasa il presidente Félix Tshisekedi accusa il Ruanda di «aggressione». Kigali respinge le accuse: «Difendiamo i nostri confini».
        """#,
      marked: [
        #"è pronta a fare la sua parte ← Antonio Tajani"#,
        #"forte preoccupazione ← Antonio Tajani"#,
        #"Bisogna fermare l'M23 ← Antonio Tajani"#,
        #"L'Europa - ha osservato - non può restare a guardare. Serve un cessate il fuoco ← Antonio Tajani"#,
        #"aggressione ← Félix Tshisekedi"#,
        #"Difendiamo i nostri confini ← Ruanda"#,
      ]),
    Passage(
      name: "the Red Sea",
      text: #"""
        Gli Houthi hanno rivendicato la responsabilità dell'attacco alla petroliera «Sounion». Yahya Saree, portavoce militare del gruppo, ha detto in un discorso televisivo che la nave è stata «colpita con precisione».
        Il Pentagono ha reso noto di aver distrutto due droni. «Azione sconsiderata», il commento del Pentagono.
        L'ammiraglio Brad Cooper è convinto che gli attacchi continueranno: "Non hanno intenzione di fermarsi".
        """#,
      marked: [
        #"colpita con precisione ← Yahya Saree"#,
        #"Azione sconsiderata ← Pentagono"#,
        #"Non hanno intenzione di fermarsi ← Brad Cooper"#,
      ],
      indirect: [
        #"la nave è stata «colpita con precisione» ← Yahya Saree"#,
        #"aver distrutto due droni ← Pentagono"#,
        #"gli attacchi continueranno ← Brad Cooper"#,
      ]),
    Passage(
      name: "people of Khan Younis",
      text: #"""
        «Vogliamo tornare a casa», ripetono gli sfollati di Khan Younis. «Ma quale casa?», si chiede Umm Ahmad, 52 anni, seduta davanti alla sua tenda. «Della mia non resta niente».
        Il medico, interpellato da Al Jazeera, parla di almeno dieci feriti gravi. Secondo lui, «mancano anestetici e garze».
        Israele sostiene di aver colpito «un obiettivo militare legittimo»; Hamas parla invece di «crimine di guerra». Il terzo attacco in due giorni, secondo l'Unrwa, ha ucciso sei operatori.
        """#,
      marked: [
        #"Vogliamo tornare a casa ← sfollati di Khan Younis"#,
        #"Ma quale casa? ← Umm Ahmad"#,
        #"Della mia non resta niente ← Umm Ahmad"#,
        #"mancano anestetici e garze ← medico"#,
        #"un obiettivo militare legittimo ← Israele"#,
        #"crimine di guerra ← Hamas"#,
      ],
      indirect: [
        #"Il terzo attacco in due giorni, secondo l'Unrwa, ha ucciso sei operatori ← Unrwa"#
      ]),
    Passage(
      name: "Ukraine again",
      text: #"""
        Alla domanda se invierà truppe, il primo ministro ha risposto: "Nessuna opzione è esclusa". Il leader dell'opposizione ha parlato di "follia".
        Zelensky ha scritto su X: "Grazie, amici". Poi l'affondo: "Senza armi le parole non bastano".
        Il consigliere Mykhailo Podolyak ha ammesso che la situazione a Pokrovsk è «difficile», ma ha assicurato che la città non cadrà. Anche lo stato maggiore riconosce che i russi «avanzano».
        Il Washington Post, citando funzionari dell'intelligence, riferisce che Mosca prepara una nuova offensiva.
        """#,
      marked: [
        #"Nessuna opzione è esclusa ← primo ministro"#,
        #"follia ← leader dell'opposizione"#,
        #"Grazie, amici ← Volodymyr Zelensky"#,
        #"Senza armi le parole non bastano ← Volodymyr Zelensky"#,
        #"difficile ← Mykhailo Podolyak"#,
        #"avanzano ← stato maggiore"#,
      ],
      indirect: [
        #"la situazione a Pokrovsk è «difficile» ← Mykhailo Podolyak"#,
        #"la città non cadrà ← Mykhailo Podolyak"#,
        #"Mosca prepara una nuova offensiva ← funzionari dell'intelligence"#,
      ]),
    Passage(
      name: "Myanmar",
      text: #"""
        L’esercito del Myanmar ha detto di aver ripreso il controllo di Lashio. Il portavoce della giunta Zaw Min Tun ha dichiarato alla televisione di Stato che i ribelli sono “in fuga”.
        La guerriglia ha smentito la notizia, affermando che le sue truppe tengono ancora la città. "È falso", ha detto un suo comandante.
        Un'operatrice umanitaria, che ha parlato a condizione di anonimato, ha riferito di centinaia di famiglie in fuga.
        """#,
      marked: [
        #"in fuga ← Zaw Min Tun"#,
        #"È falso ← comandante"#,
      ],
      indirect: [
        #"aver ripreso il controllo di Lashio ← Forze armate birmane"#,
        #"i ribelli sono “in fuga” ← Zaw Min Tun"#,
        #"le sue truppe tengono ancora la città ← guerriglia"#,
      ]),
    Passage(
      name: "a translation with damaged marks",
      text: #"""
        L'Ucraina ha riportato perdite tra i suoi soldati dopo i combattimenti nel Donbass.
        Il ministero degli Esteri moldavo ha dichiarato in una nota che la Transnistria ha lanciato una “provocazione deliberata” contro le postazioni di frontiera alle 03:15 di giovedì. Ha aggiunto che i separatisti hanno utilizzato mortai, “lanciarazzi e mitragliatrici pesanti”.
        “Le nostre guardie hanno risposto al fuoco”, ha aggiunto.
        Ma il ministero della Difesa russo ha accusato la Moldavia di aver compiuto “una provocazione armata”, aggiungendo che i suoi soldati “sono stati colpiti senza motivo”.
        Non ci sono feriti tra i civili Disse senza fornire dettagli.
        “Come ripetiamo da mesi, serve una soluzione politica”, ha detto martedì il segretario generale della Nato Mark Rutte. Invitiamo tutti alla moderazione. “
        """#,
      marked: [
        #"provocazione deliberata ← Ministero degli Esteri moldavo"#,
        #"lanciarazzi e mitragliatrici pesanti ← Ministero degli Esteri moldavo"#,
        #"Le nostre guardie hanno risposto al fuoco ← Ministero degli Esteri moldavo"#,
        #"una provocazione armata ← Ministero della Difesa russo"#,
        #"sono stati colpiti senza motivo ← Ministero della Difesa russo"#,
        #"!Non ci sono feriti tra i civili ← Ministero della Difesa russo"#,
        #"Come ripetiamo da mesi, serve una soluzione politica ← Mark Rutte"#,
        #"!Invitiamo tutti alla moderazione. ← Mark Rutte"#,
      ],
      indirect: [
        #"la Transnistria ha lanciato una “provocazione deliberata” contro le postazioni di frontiera alle 03:15 di giovedì ← Ministero degli Esteri moldavo"#,
        #"i separatisti hanno utilizzato mortai, “lanciarazzi e mitragliatrici pesanti” ← Ministero degli Esteri moldavo"#,
        #"i suoi soldati “sono stati colpiti senza motivo” ← Ministero della Difesa russo"#,
      ]),
    Passage(
      name: "a translation with fragments",
      text: #"""
        In un comunicato un portavoce della Commissione europea ha affermato che “riteniamo essenziale proteggere i civili”. Il portavoce ha anche notato che Kallas ha cercato il dialogo negli “ultimi mesi”.
        La portavoce della Casa Bianca Karoline Leavitt ha commentato l'inchiesta del Guardian, ha confermato che la telefonata c'è stata, ma ha detto che il resoconto contiene diversi errori.
        Pechino ha insistito che il colloquio è stato “costruttivo” e non si è parlato di Taiwan.
        Un funzionario del Pentagono ha rifiutato di commentare, dicendo solo che “non discutiamo piani operativi”.
        Tuttavia, un consigliere del premier a conoscenza del dossier, a cui è stato garantito l'anonimato per parlare liberamente, ha spiegato che le trattative sono ferme. “Siamo in un vicolo cieco”, ha detto il consigliere.
        La Serbia insiste di avere il diritto di difendere i “propri connazionali” e si è impegnata a “dialogare” con Pristina.
        """#,
      marked: [
        #"riteniamo essenziale proteggere i civili ← portavoce della Commissione europea"#,
        #"ultimi mesi ← portavoce della Commissione europea"#,
        #"costruttivo ← Cina"#,
        #"non discutiamo piani operativi ← funzionario del Pentagono"#,
        #"Siamo in un vicolo cieco ← consigliere"#,
        #"propri connazionali ← Serbia"#,
        #"dialogare ← Serbia"#,
      ],
      indirect: [
        #"Kallas ha cercato il dialogo negli “ultimi mesi” ← portavoce della Commissione europea"#,
        #"la telefonata c'è stata ← Karoline Leavitt"#,
        #"il resoconto contiene diversi errori ← Karoline Leavitt"#,
        #"il colloquio è stato “costruttivo” e non si è parlato di Taiwan ← Cina"#,
        #"le trattative sono ferme ← consigliere"#,
        #"avere il diritto di difendere i “propri connazionali” ← Serbia"#,
      ]),
    Passage(
      name: "a wire with apostrophes for accents",
      text: #"""
        Il Libano e' pronto a negoziare. Lo ha detto il premier Najib Mikati. "La situazione e' grave, ma c'e' ancora spazio per la diplomazia", ha spiegato, precisando che "i raid devono cessare". ''Non vogliamo la guerra'', ha concluso.
        L'esercito israeliano ha fatto sapere che l'operazione e' limitata. Perche' sia davvero cosi', ha avvertito l'Unifil, servira' ''la massima moderazione''.
        """#,
      marked: [
        #"La situazione e' grave, ma c'e' ancora spazio per la diplomazia ← Najib Mikati"#,
        #"i raid devono cessare ← Najib Mikati"#,
        #"Non vogliamo la guerra ← Najib Mikati"#,
        #"la massima moderazione ← Unifil"#,
      ],
      indirect: [
        #"Il Libano e' pronto a negoziare ← Najib Mikati"#,
        #"l'operazione e' limitata ← Forze di difesa israeliane"#,
      ]),
    Passage(
      name: "a live blog",
      text: #"""
        14:35 - Zelensky: "Colpita una scuola a Dnipro"
        "Un missile russo ha colpito una scuola a Dnipro", scrive il presidente ucraino Volodymyr Zelensky su Telegram.
        14:20 - Mosca: abbattuti dodici droni
        Il ministero della Difesa russo riferisce che la contraerea ha abbattuto dodici droni sul Mar Nero.
        13:58 - Von der Leyen, "nuove sanzioni in arrivo"
        La presidente della Commissione europea Ursula von der Leyen ha annunciato un diciottesimo pacchetto di sanzioni. "Putin deve sentire la pressione", ha detto.
        """#,
      marked: [
        #"Colpita una scuola a Dnipro ← Volodymyr Zelensky"#,
        #"Un missile russo ha colpito una scuola a Dnipro ← Volodymyr Zelensky"#,
        #"nuove sanzioni in arrivo ← Ursula von der Leyen"#,
        #"Putin deve sentire la pressione ← Ursula von der Leyen"#,
      ],
      indirect: [
        #"la contraerea ha abbattuto dodici droni sul Mar Nero ← Ministero della Difesa russo"#
      ]),
    Passage(
      name: "questions and answers",
      text: #"""
        Ministro, la tregua reggerà?
        «Lo spero. Ma non dipende solo da noi».
        E se dovesse fallire?
        «Abbiamo un piano B. Nessuno ci troverà impreparati».
        Il ministro sorride. «Però non chiedetemi quale», aggiunge.
        """#,
      marked: [
        #"Lo spero. Ma non dipende solo da noi ← "#,
        #"Abbiamo un piano B. Nessuno ci troverà impreparati ← "#,
        #"Però non chiedetemi quale ← ministro"#,
      ]),
    Passage(
      name: "Turkey",
      text: #"""
        Secondo le prime informazioni l'esplosione ha ucciso sette persone. Secondo la polizia, l'attentatore era un ex militare. Un secondo ordigno è stato disinnescato. Per il sindaco Ekrem Imamoglu «è un attacco alla democrazia».
        Il ministro dell'Interno, Ali Yerlikaya, ha confermato che l'attentatore è stato identificato e ha invitato i cittadini a non diffondere immagini. Lo riporta l'agenzia Anadolu.
        Erdogan, da parte sua, ha detto di aver parlato con Putin e di averlo informato. «Ho chiesto a Putin di fermarsi», ha spiegato Erdogan.
        """#,
      marked: [
        #"è un attacco alla democrazia ← Ekrem Imamoglu"#,
        #"Ho chiesto a Putin di fermarsi ← Recep Tayyip Erdogan"#,
      ],
      indirect: [
        #"l'attentatore era un ex militare ← polizia"#,
        #"l'attentatore è stato identificato ← Ali Yerlikaya"#,
        #"non diffondere immagini ← Ali Yerlikaya"#,
        #"aver parlato con Putin ← Recep Tayyip Erdogan"#,
        #"averlo informato ← Recep Tayyip Erdogan"#,
      ]),
    Passage(
      name: "Goma",
      text: #"""
        Il comandante dei ribelli dell'M23 Sultani Makenga nega di ricevere armi dal Ruanda. Secondo un rapporto delle Nazioni Unite, invece, circa 4 mila soldati ruandesi combattono al suo fianco. «È falso», ribatte il governo di Kigali, che accusa Kinshasa di «razzismo di Stato».
        La missionaria, raggiunta al telefono, dice che a Goma «si spara ovunque». «Siamo chiusi in casa da tre giorni», racconta suor Angela. «L'acqua è finita».
        """#,
      marked: [
        #"È falso ← Governo ruandese"#,
        #"razzismo di Stato ← Governo ruandese"#,
        #"si spara ovunque ← "#,
        #"Siamo chiusi in casa da tre giorni ← Angela"#,
        #"L'acqua è finita ← Angela"#,
      ],
      indirect: [
        #"ricevere armi dal Ruanda ← comandante dei ribelli"#,
        #"circa 4 mila soldati ruandesi combattono al suo fianco ← Nazioni Unite"#,
      ]),
    Passage(
      name: "no speech",
      text: #"""
        Il generale, che nel 2012 aveva guidato l'offensiva, sostiene la candidatura di Al-Burhan. Il Consiglio di sicurezza ha ricordato le vittime. Gli analisti prevedono un aumento dei prezzi.
        Lo Stato maggiore parla di «pesanti perdite» nemiche. La Croce Rossa indica la strada ai profughi.
        Il cosiddetto «triangolo della morte» è tornato sotto il controllo dell'esercito. La missione «Aspides» scorta le navi. Il romanzo «La strada di casa» racconta l'assedio di Sarajevo. Il leader, soprannominato «il Macellaio», è stato arrestato.
        I soldati hanno scritto «Per i bambini» sui missili.
        """#,
      marked: [
        #"Per i bambini ← soldati"#
      ]),
    Passage(
      name: "headlines",
      text: #"""
        Haniyeh ucciso a Teheran. Hamas: «Non resterà impunito». L'Iran promette una «dura punizione», Israele tace. «Nessun commento», si limita a dire un portavoce militare.
        Il segretario di Stato Usa Antony Blinken ha ribadito che gli Stati Uniti «non erano a conoscenza né coinvolti». Per il ministro degli Esteri turco Hakan Fidan, invece, «Netanyahu non vuole la pace».
        «Siamo molto preoccupati», ammette da Bruxelles Josep Borrell.
        """#,
      marked: [
        #"Non resterà impunito ← Hamas"#,
        #"dura punizione ← Iran"#,
        #"Nessun commento ← portavoce militare"#,
        #"non erano a conoscenza né coinvolti ← Antony Blinken"#,
        #"Netanyahu non vuole la pace ← Hakan Fidan"#,
        #"Siamo molto preoccupati ← Josep Borrell"#,
      ],
      indirect: [
        #"gli Stati Uniti «non erano a conoscenza né coinvolti» ← Antony Blinken"#
      ]),
    Passage(
      name: "Rome",
      text: #"""
        Mattarella: «L'Europa ritrovi la sua voce»
        Il presidente della Repubblica Sergio Mattarella, parlando ai giovani a Ventotene, ha detto che «la pace non è resa». Mattarella ha ricordato che l'Europa nacque dalle macerie della guerra e ha citato Altiero Spinelli: «La via da percorrere non è facile né sicura, ma deve essere percorsa».
        Secondo Schlein, che ha parlato a margine, il governo «è isolato». Replica Tajani: «Polemiche sterili». Il vicepremier Salvini, intervistato da Radio 24, ha invece auspicato che si torni a parlare con Mosca.
        """#,
      marked: [
        #"L'Europa ritrovi la sua voce ← Sergio Mattarella"#,
        #"la pace non è resa ← Sergio Mattarella"#,
        #"La via da percorrere non è facile né sicura, ma deve essere percorsa ← Sergio Mattarella"#,
        #"è isolato ← Elly Schlein"#,
        #"Polemiche sterili ← Antonio Tajani"#,
      ],
      indirect: [
        #"l'Europa nacque dalle macerie della guerra ← Sergio Mattarella"#,
        #"si torni a parlare con Mosca ← Matteo Salvini"#,
      ]),
  ]
}
