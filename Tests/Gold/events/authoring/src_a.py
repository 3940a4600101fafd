from dsl import *
# ---------------------------------------------------------------- Ucraina
P("ucraina-kharkiv", "2024-05-11", """Le forze russe hanno lanciato venerdì un'offensiva nella regione di Kharkiv, attraversando il confine in due punti. Il ministero della Difesa ucraino ha fatto sapere che gli attacchi contro Vovchansk e Lyptsi sono stati respinti. Secondo il governatore della regione, Ostap Veremiy, almeno 1.775 persone sono state evacuate dai villaggi di frontiera e due civili sono morti sotto i bombardamenti. Mosca non ha commentato.""")
E("operation", "offensiva", "2024-05-10", ["Kharkiv|regione di Kharkiv"], "forze russe|~Russia|Mosca:initiator", also=["Ucraina", "Ministero della Difesa ucraino"], alsoP=["Vovchansk", "Lyptsi"], trig2=["attacchi"], dates=["2024-05-10/.."])
O("shelling", "bombardamenti", dates=["2024-05-10"]); O("armed-clash", "attacchi")
E("displacement", "sono state evacuate", None, alsoP=["Kharkiv"], dates=["2024-05-10", "2024-05-10/..", "2024-05-10/2024-05-11"], also=["Ostap Veremiy"],
  figs=[F("displaced", 1775, None, "at-least", "almeno 1.775 persone", ["Ostap Veremiy"])])
PF(F("killed", 2, 2, "exact", "due civili sono morti", ["Ostap Veremiy"]))
C("no-comment", "Mosca non ha commentato", ["Mosca"]); C("fact", "gli attacchi contro Vovchansk e Lyptsi sono stati respinti", ["ministero della Difesa ucraino"])

P("ucraina-odessa", "2024-03-12", """KIEV - Tre morti e dodici feriti: è il bilancio di un attacco con droni lanciato dalla Russia nella notte tra domenica e lunedì su Odessa. Lo ha riferito su Telegram il sindaco della città portuale, Hennadij Tarasiuk, precisando che tra le vittime c'è un bambino di sei anni. Le difese aeree ucraine affermano di aver abbattuto 17 dei 22 velivoli. Un magazzino di cereali è stato distrutto dalle fiamme.""")
E("air-drone-strike", "attacco con droni", "2024-03-10/2024-03-11", ["Odessa"], "Russia:initiator", also=["Ucraina", "Hennadij Tarasiuk", "difese aeree ucraine"], dates=["2024-03-11"],
  figs=[F("killed", 3, 3, "exact", "Tre morti", ["Hennadij Tarasiuk"]), F("injured", 12, 12, "exact", "dodici feriti", ["Hennadij Tarasiuk"])])
O("sabotage", "distrutto"); O("armed-clash", "aver abbattuto")
PF(F("killed", 1, 1, "exact", "un bambino di sei anni", ["Hennadij Tarasiuk"], optional=True))

P("ucraina-zaporizhzhia", "2022-08-12", """Mosca e Kiev si accusano a vicenda del bombardamento che giovedì ha danneggiato un deposito nell'area della centrale nucleare di Zaporizhzhia. L'esercito russo sostiene che l'artiglieria ucraina abbia sparato dieci colpi da Nikopol; il gestore ucraino Energoatom parla invece di una provocazione russa. Nessun ferito, secondo l'Agenzia internazionale per l'energia atomica, che ha chiesto l'accesso immediato al sito.""")
E("shelling", "bombardamento", "2022-08-11", ["Zaporizhzhia|centrale nucleare di Zaporizhzhia"], "Mosca|~Russia|esercito russo:initiator|party|target; Kiev|~Ucraina|artiglieria ucraina:initiator|party|target", also=["Energoatom"], alsoP=["Nikopol"], trig2=["abbia sparato"])
O("appeal", "ha chiesto")
PF(F("injured", 0, 0, "exact", "Nessun ferito", ["Agenzia internazionale per l'energia atomica"], optional=True))
C("accusation", "Mosca e Kiev si accusano a vicenda del bombardamento", ["Mosca", "Kiev"]); C("accusation", "l'artiglieria ucraina abbia sparato dieci colpi da Nikopol", ["esercito russo"])
C("accusation", "parla invece di una provocazione russa", ["Energoatom"]); C("appeal", "ha chiesto l'accesso immediato al sito", ["Agenzia internazionale per l'energia atomica"])

P("ucraina-istanbul", "2022-03-30", """Le delegazioni di Russia e Ucraina si sono incontrate martedì a Istanbul per un nuovo ciclo di colloqui mediati dalla Turchia. L'incontro, durato quattro ore, si è svolto nel palazzo di Dolmabahçe. Al termine il capo della squadra russa, Andrej Ladygin, ha annunciato che Mosca ridurrà le operazioni militari attorno a Kiev e Chernihiv. Una nuova riunione è prevista per venerdì in videoconferenza.""")
E("talks-mediated", "si sono incontrate", "2022-03-29", ["Istanbul"], "Russia:party; Ucraina:party; Turchia:mediator", also=["Andrej Ladygin"], alsoP=["Turchia", "palazzo di Dolmabahçe", "Dolmabahçe"], trig2=["colloqui", "incontro,"])
O("pledge", "ridurrà le operazioni militari"); O("operation", "operazioni militari")
E("meeting", "riunione è prevista", "2022-04-01", [], "", also=["Russia", "Ucraina", "Turchia"], status="planned")
C("pledge", "Mosca ridurrà le operazioni militari attorno a Kiev e Chernihiv", ["Andrej Ladygin"])

P("ucraina-scambio", "2024-01-04", """Russia e Ucraina hanno annunciato mercoledì il più grande scambio di prigionieri dall'inizio della guerra: 230 ucraini e 248 russi sono tornati a casa grazie alla mediazione degli Emirati Arabi Uniti. «Abbiamo atteso quasi cinque mesi», ha detto a Sumy Iryna Bondarčuk, portavoce del centro di coordinamento per i prigionieri di guerra. Altri scambi sono allo studio, ma nessuna data è stata fissata.""")
E("agreement", "scambio di prigionieri", "2024-01-03", [], "Russia:party; Ucraina:party; Emirati Arabi Uniti:mediator", alsoP=["Sumy"], trig2=["sono tornati a casa"], otherTypes=["return", "detention", "cooperation", "talks-mediated"],
  figs=[F("returned", 230, 230, "exact", "230 ucraini", ["Russia", "Ucraina"], otherClaimants=[[]]), F("returned", 248, 248, "exact", "248 russi", ["Russia", "Ucraina"], otherClaimants=[[]])])
O("return", "sono tornati a casa"); O("war", "guerra:"); O("agreement", "Altri scambi", otherTypes=["return", "detention"])

P("ucraina-diga", "2023-06-08", """L’esplosione che martedì ha squarciato la diga di Nova Kakhovka ha sommerso decine di villaggi lungo il Dnipro. Kiev accusa le truppe russe di aver minato l’impianto; il Cremlino nega e parla di un «sabotaggio deliberato» ucraino. Circa 17.000 persone sono state costrette ad abbandonare le loro case sulla riva occidentale, secondo le autorità ucraine, mentre l’amministrazione installata da Mosca ha contato sette dispersi.""")
E("explosive", "esplosione", "2023-06-06", ["Nova Kakhovka|diga di Nova Kakhovka"], "truppe russe|~Russia|Mosca:initiator|party", also=["Kiev", "Ucraina", "Cremlino"], alsoP=["Dnipro"], trig2=["ha squarciato", "aver minato", "sabotaggio deliberato"],
  figs=[F("missing", 7, 7, "exact", "sette dispersi", ["amministrazione installata da Mosca"])])
E("displacement", "costrette ad abbandonare le loro case", None, also=["autorità ucraine"], alsoP=["Dnipro", "Nova Kakhovka"], dates=["2023-06-06", "2023-06-06/..", "2023-06-06/2023-06-08"],
  figs=[F("displaced", 17000, 17000, "about", "Circa 17.000 persone", ["autorità ucraine"])])
C("accusation", "Kiev accusa le truppe russe di aver minato l’impianto", ["Kiev"]); C("denial", "il Cremlino nega", ["Cremlino"]); C("accusation", "parla di un «sabotaggio deliberato» ucraino", ["Cremlino"])

P("ucraina-stinger", "2024-04-25", """Washington ha annunciato mercoledì un pacchetto di aiuti militari all'Ucraina da un miliardo di dollari, che comprende missili Stinger, munizioni per l'artiglieria e veicoli corazzati. Lo stesso giorno la Commissione europea ha proposto un nuovo giro di sanzioni contro Mosca, il quattordicesimo, che dovrà essere approvato all'unanimità dai Ventisette. «È una decisione che allunga la guerra», ha commentato l'ambasciata russa a Roma.""")
E("aid", "aiuti militari", "2024-04-24", [], "Washington|~Stati Uniti:initiator; Ucraina:target", alsoP=["Ucraina"], otherTypes=["support", "pledge"])
E("sanction", "sanzioni", "2024-04-24", [], "Commissione europea:initiator; Mosca|~Russia:target", also=["Unione europea", "Ventisette"], status="planned", dates=[None])
C("condemnation", "È una decisione che allunga la guerra", ["ambasciata russa"])

P("ucraina-sebastopoli", "2023-09-23", """Il comandante della flotta russa del Mar Nero sarebbe rimasto ucciso nel raid missilistico di venerdì contro il quartier generale di Sebastopoli. Lo sostengono fonti dei servizi di Kiev, citate dall'emittente Hromadske; il ministero della Difesa russo parla di un solo disperso e non conferma altre perdite. Secondo il governatore filorusso della penisola, i missili abbattuti sono stati cinque.""")
E("shelling", "raid missilistico", "2023-09-22", ["Sebastopoli"], "", also=["Ucraina", "Kiev", "comandante della flotta russa del Mar Nero", "flotta russa del Mar Nero", "ministero della Difesa russo", "Russia"], alsoP=["Mar Nero"], trig2=["sarebbe rimasto ucciso"],
  figs=[F("missing", 1, 1, "exact", "un solo disperso", ["ministero della Difesa russo"]), F("killed", 1, 1, "exact", "sarebbe rimasto ucciso", ["fonti dei servizi di Kiev|~fonti"], optional=True)])
C("fact", "Il comandante della flotta russa del Mar Nero sarebbe rimasto ucciso", ["fonti dei servizi di Kiev|~fonti"])

P("ucraina-kherson", "2022-11-12", """L'esercito ucraino ha riconquistato venerdì Kherson, unico capoluogo di regione che Mosca avesse preso dall'inizio dell'invasione. La popolazione ha accolto i soldati in piazza della Libertà sventolando bandiere. Poche ore prima il ministero della Difesa russo aveva annunciato il completamento del ritiro di 30.000 militari sulla sponda orientale del Dnipro. Il ponte Antonivskyj è stato fatto saltare in aria: Kiev attribuisce la distruzione ai russi in fuga.""")
E("territory-regained", "ha riconquistato", "2022-11-11", ["Kherson"], "esercito ucraino|~Ucraina|Kiev:initiator", also=["Russia", "Mosca"], alsoP=["piazza della Libertà"])
E("territory-transfer", "ritiro", "2022-11-11", [], "~Russia|militari|Mosca|ministero della Difesa russo:initiator|party", alsoP=["Dnipro", "Kherson"], dates=[None])
E("sabotage", "è stato fatto saltare in aria", None, [], "russi|~Russia|Mosca:initiator", also=["Kiev"], alsoP=["ponte Antonivskyj", "Kherson"], status="occurred", dates=["2022-11-11"], trig2=["distruzione"])
O("operation", "invasione", otherTypes=["war"]); O("territory-overtaken", "avesse preso")
C("accusation", "Kiev attribuisce la distruzione ai russi in fuga", ["Kiev"])

P("ucraina-azovstal", "2022-05-18", """Altri 265 combattenti ucraini, tra cui 51 gravemente feriti, si sono arresi nelle ultime 24 ore nell'acciaieria Azovstal di Mariupol. Lo ha affermato mercoledì il ministero della Difesa russo. Kiev preferisce parlare di «evacuazione» e conta su un futuro scambio con prigionieri russi. Amnesty International chiede che la Croce Rossa possa visitare i detenuti.""")
E("surrender", "si sono arresi", "2022-05-17/2022-05-18", ["Mariupol"], "combattenti ucraini|~Ucraina:initiator|party", also=["Russia", "ministero della Difesa russo", "Kiev"], alsoP=["Azovstal", "acciaieria Azovstal"], dates=["2022-05-17", "2022-05-18"], status="alleged",
  figs=[F("injured", 51, 51, "exact", "51 gravemente feriti", ["ministero della Difesa russo"]), F("detained", 265, 265, "exact", "265 combattenti ucraini", ["ministero della Difesa russo"], optional=True)])
O("agreement", "scambio", otherTypes=["return"]); O("displacement", "evacuazione"); O("appeal", "chiede"); O("detention", "detenuti")
C("appeal", "chiede che la Croce Rossa possa visitare i detenuti", ["Amnesty International"])
# ---------------------------------------------------------------- Gaza
P("gaza-shifa", "2023-11-16", """I soldati israeliani sono entrati nella notte nell'ospedale al-Shifa di Gaza City, dove secondo l'Onu si trovavano almeno 2.300 persone. L'esercito israeliano parla di «un'operazione mirata contro Hamas». Il ministero della Sanità della Striscia ha condannato l'irruzione e ha riferito che sette pazienti sono morti per mancanza di ossigeno.""")
E("operation", "sono entrati", "2023-11-16", ["Gaza City"], "soldati israeliani|esercito israeliano|~Israele:initiator; Hamas:target", also=["ministero della Sanità della Striscia"], alsoP=["al-Shifa", "ospedale al-Shifa", "Striscia"], trig2=["operazione mirata", "irruzione"], dates=["2023-11-15/2023-11-16", "2023-11-15"], otherTypes=["territory-transfer"])
PF(F("killed", 7, 7, "exact", "sette pazienti sono morti", ["ministero della Sanità della Striscia"]))
C("condemnation", "ha condannato l'irruzione", ["ministero della Sanità della Striscia"])

P("gaza-trentamila", "2024-02-29", """Il numero delle persone uccise a Gaza ha superato quota 30.000, ha annunciato giovedì il ministero della Sanità della Striscia, che non distingue tra civili e combattenti. I feriti sono 70.457. Mercoledì lo stesso ministero aveva parlato di 29.954 morti. La guerra è cominciata il 7 ottobre con l'attacco di Hamas nel sud di Israele, costato la vita a circa 1.200 persone secondo le autorità israeliane.""")
E("war", "guerra è cominciata", "2023-10-07/..", [], "", also=["Hamas", "Israele"], alsoP=["Gaza", "Striscia", "Israele"], dates=["2023-10-07", "2023-10-07/2024-02-29"],
  figs=[F("killed", 30000, None, "at-least", "uccise a Gaza ha superato quota 30.000", ["ministero della Sanità della Striscia"], asOf="2024-02-29"), F("injured", 70457, 70457, "exact", "feriti sono 70.457", ["ministero della Sanità della Striscia"], otherClaimants=[[]], asOf="2024-02-29"),
        F("killed", 29954, 29954, "exact", "29.954 morti", ["ministero della Sanità della Striscia"], asOf="2024-02-28")])
E("attack-on-civilians", "attacco di Hamas", "2023-10-07", ["Israele"], "Hamas:initiator", also=["Israele", "autorità israeliane"], trig2=[],
  figs=[F("killed", 1200, 1200, "about", "costato la vita a circa 1.200 persone", ["autorità israeliane"])])

P("gaza-tregua", "2023-11-22", """Israele e Hamas hanno raggiunto nella notte un accordo per una tregua di quattro giorni, mediato dal Qatar con l'appoggio di Egitto e Stati Uniti. Cinquanta ostaggi, donne e bambini, saranno liberati in cambio di 150 detenuti palestinesi. Il cessate il fuoco entrerà in vigore giovedì alle 10 ora locale, ha precisato il ministero degli Esteri di Doha.""")
E("ceasefire", "hanno raggiunto nella notte un accordo per una tregua", "2023-11-22", [], "Israele:party; Hamas:party; Qatar:mediator", also=["Egitto", "Stati Uniti", "ministero degli Esteri di Doha"], trig2=["accordo", "tregua"], dates=["2023-11-21/2023-11-22", "2023-11-21", "2023-11-23", "2023-11-23/2023-11-26"])
O("ceasefire", "cessate il fuoco entrerà in vigore", status="planned"); O("return", "saranno liberati", otherTypes=["detention", "agreement"], status="planned")
PF(F("returned", 50, 50, "exact", "Cinquanta ostaggi", (), optional=True), F("detained", 150, 150, "exact", "150 detenuti palestinesi", (), optional=True), F("returned", 150, 150, "exact", "150 detenuti palestinesi", (), optional=True))

P("gaza-erez", "2024-03-19", """«Nessun convoglio è entrato nel nord della Striscia da dieci giorni», denuncia il Programma alimentare mondiale. L'agenzia chiede a Israele di aprire il valico di Erez e di consentire l'ingresso dei camion. Senza un cessate il fuoco, avverte, la carestia potrebbe estendersi entro maggio. Le autorità israeliane respingono la critica: «Non c'è alcun limite agli aiuti».""", note="demands and negations: no event but speech acts")
O("accusation", "denuncia"); O("appeal", "chiede a Israele"); O("denial", "respingono")
C("accusation", "Nessun convoglio è entrato nel nord della Striscia da dieci giorni", ["Programma alimentare mondiale"]); C("denial", "Le autorità israeliane respingono la critica", ["autorità israeliane"]); C("appeal", "chiede a Israele di aprire il valico di Erez", ["Programma alimentare mondiale"])

P("gaza-giornalisti", "2024-08-01", """Due giornalisti di una televisione araba sono stati uccisi mercoledì in un raid israeliano sul campo profughi di Shati, alla periferia di Gaza City. L'auto su cui viaggiavano Karim al-Ghazzawi e il cameraman Bassel Rifaat è stata centrata da un missile, raccontano i testimoni. L'esercito non ha commentato. Sale così a più di 110 il numero dei reporter morti nella Striscia dall'ottobre scorso, secondo il Comitato per la protezione dei giornalisti.""")
E("air-drone-strike", "raid israeliano", "2024-07-31", ["Shati|campo profughi di Shati"], "~Israele|~esercito israeliano|esercito:initiator; Karim al-Ghazzawi:victim|target; Bassel Rifaat:victim|target", also=["giornalisti"], alsoP=["Gaza City", "Striscia"], trig2=["sono stati uccisi", "è stata centrata da un missile"],
  figs=[F("killed", 2, 2, "exact", "Due giornalisti di una televisione araba sono stati uccisi")])
PF(F("killed", 110, None, "at-least", "più di 110 il numero dei reporter morti", ["Comitato per la protezione dei giornalisti"]))
C("no-comment", "L'esercito non ha commentato", ["esercito|~esercito israeliano|~Israele"])

P("gaza-rafah", "2024-05-03", """Israele è pronto a lanciare un'operazione di terra a Rafah se i negoziati del Cairo fallissero, ha ribadito giovedì un alto funzionario del governo israeliano. Un'offensiva provocherebbe «un bagno di sangue», ha avvertito l'Ufficio Onu per gli affari umanitari: nella città di confine vivono ammassati 1,2 milioni di sfollati. I mediatori egiziani attendono la risposta di Hamas alla proposta di tregua.""")
E("operation", "operazione di terra", None, ["Rafah"], "Israele:initiator", also=["alto funzionario del governo israeliano"], trig2=["offensiva"], status="hypothetical")
O("talks-mediated", "negoziati"); O("threat", "è pronto a lanciare"); O("ceasefire", "proposta di tregua"); O("displacement", "sfollati")
PF(F("displaced", 1200000, 1200000, "exact", "1,2 milioni di sfollati", ["Ufficio Onu per gli affari umanitari"], otherClaimants=[[]]))
# ---------------------------------------------------------------- Libano
P("libano-dahieh", "2024-10-04", """BEIRUT, 4 ott - Aerei israeliani hanno bombardato nella notte la periferia sud di Beirut, roccaforte di Hezbollah, con undici raid consecutivi. All'alba è stato colpito anche il valico di Masnaa, al confine con la Siria. Il ministero della Salute libanese ha reso noto che 37 persone sono rimaste uccise e 151 ferite nelle ultime 24 ore in tutto il Paese. Più di un milione di libanesi ha lasciato le proprie case da metà settembre, stando al governo.""")
E("air-drone-strike", "hanno bombardato", "2024-10-04", ["Beirut"], "aerei israeliani|~Israele:initiator", also=["Hezbollah"], trig2=["raid"], dates=["2024-10-03/2024-10-04", "2024-10-03"])
E("air-drone-strike", "è stato colpito", "2024-10-04", ["Masnaa|valico di Masnaa"], "", also=["Israele", "Aerei israeliani"], alsoP=["Siria"], dates=[None])
E("displacement", "ha lasciato le proprie case", "2024-09-11/..", [], "", also=["libanesi", "governo"], alsoP=["Libano"], dates=["2024-09-11/2024-09-20", "2024-09-15/..", "2024-09/..", "2024-09-11/2024-10-04", "2024-09-15/2024-10-04", "2024-09/2024-10"],
  figs=[F("displaced", 1000000, None, "at-least", "Più di un milione di libanesi", ["governo|~governo libanese|~Libano"])])
PF(F("killed", 37, 37, "exact", "37 persone sono rimaste uccise", ["ministero della Salute libanese"]), F("injured", 151, 151, "exact", "151 ferite", ["ministero della Salute libanese"]))

P("libano-porto", "2020-08-05", """Una doppia esplosione ha devastato martedì pomeriggio il porto di Beirut: almeno 100 morti e oltre 4.000 feriti, secondo la Croce Rossa libanese. All'origine ci sarebbero 2.750 tonnellate di nitrato d'ammonio custodite in un magazzino da sei anni. Il Consiglio superiore di difesa ha proclamato lo stato d'emergenza per due settimane. Decine di persone risultano ancora disperse.""")
E("explosive", "esplosione", "2020-08-04", ["Beirut"], "", alsoP=["Libano", "porto di Beirut"],
  figs=[F("killed", 100, None, "at-least", "almeno 100 morti", ["Croce Rossa libanese"]), F("injured", 4000, None, "at-least", "oltre 4.000 feriti", ["Croce Rossa libanese"]), F("missing", 20, None, "at-least", "Decine di persone risultano ancora disperse")])
O("mobilization", "stato d'emergenza")

P("libano-unifil", "2024-10-11", """Due caschi blu indonesiani sono rimasti feriti giovedì a Naqura, nel sud del Libano, quando un carro armato israeliano ha sparato contro una torretta del quartier generale dell'Unifil. Israele ha ammesso di aver aperto il fuoco nella zona, dopo aver avvertito i militari dell'Onu di restare al riparo. Francia e Spagna hanno condannato l'attacco. La Farnesina ha convocato l'ambasciatore israeliano.""")
E("shelling", "ha sparato contro", "2024-10-10", ["Naqura"], "Israele|carro armato israeliano|~esercito israeliano:initiator; Unifil:target|victim", also=["caschi blu indonesiani", "caschi blu"], alsoP=["Libano"], trig2=["aver aperto il fuoco", "attacco"],
  figs=[F("injured", 2, 2, "exact", "Due caschi blu indonesiani sono rimasti feriti")])
O("meeting", "ha convocato"); O("threat", "aver avvertito"); O("condemnation", "hanno condannato")
C("confirmation", "Israele ha ammesso di aver aperto il fuoco nella zona", ["Israele"]); C("condemnation", "Francia e Spagna hanno condannato l'attacco", ["Francia", "Spagna"])

P("libano-rientro", "2024-11-27", """È in vigore dalle 4 di questa mattina il cessate il fuoco tra Israele e Hezbollah, negoziato da Stati Uniti e Francia. Migliaia di sfollati sono già rientrati nei villaggi del sud del Libano, ignorando l'invito dell'esercito israeliano a non avvicinarsi al confine. L'intesa prevede il ritiro graduale delle truppe israeliane entro sessanta giorni e lo schieramento di 5.000 soldati libanesi a sud del fiume Litani.""")
E("ceasefire", "cessate il fuoco", "2024-11-27", [], "Israele:party; Hezbollah:party; Stati Uniti:mediator; Francia:mediator", alsoP=["Libano"], trig2=["intesa"], dates=["2024-11-27/.."])
E("return", "sono già rientrati", None, ["Libano"], "", also=["sfollati"], dates=["2024-11-27", "2024-11-27/.."], figs=[F("returned", 1000, None, "at-least", "Migliaia di sfollati sono già rientrati")])
E("territory-transfer", "ritiro graduale", None, [], "truppe israeliane|Israele|~esercito israeliano:initiator|party", alsoP=["Libano"], status="planned", dates=["2024-11-27/2025-01-26", "../2025-01-26", "2025-01-26", "2024-11-27/2025-01"])
O("mobilization", "schieramento", status="planned"); O("agreement", "intesa"); O("appeal", "invito")
# ---------------------------------------------------------------- Sudan
P("sudan-khartum", "2023-04-18", """I combattimenti scoppiati sabato a Khartum tra l'esercito e i paramilitari delle Forze di supporto rapido hanno già causato 185 morti e più di 1.800 feriti, ha detto lunedì l'inviato dell'Onu Matthias Brandl. Il sindacato dei medici sudanesi conta invece 144 civili uccisi, di cui 65 nella capitale. Le due parti si rimpallano la responsabilità degli scontri. In Darfur un convoglio del Programma alimentare mondiale è stato saccheggiato.""")
E("armed-clash", "combattimenti", "2023-04-15", ["Khartum"], "esercito|~esercito sudanese|~Sudan:party; Forze di supporto rapido:party", trig2=["scoppiati", "scontri"], dates=["2023-04-15/..", "2023-04-15/2023-04-17"], alsoP=["Sudan"],
  figs=[F("killed", 185, 185, "exact", "185 morti", ["Matthias Brandl"]), F("injured", 1800, None, "at-least", "più di 1.800 feriti", ["Matthias Brandl"]), F("killed", 144, 144, "exact", "144 civili uccisi", ["sindacato dei medici sudanesi"]), F("killed", 65, 65, "exact", "65 nella capitale", ["sindacato dei medici sudanesi"])])
E("sabotage", "è stato saccheggiato", None, ["Darfur"], "Programma alimentare mondiale:target|victim")
C("accusation", "Le due parti si rimpallano la responsabilità degli scontri", [])

P("sudan-omdurman", "2025-02-02", """Almeno 56 persone, di cui 25 a Omdurman e le altre nei quartieri orientali di Khartum, sono state uccise sabato dai bombardamenti d'artiglieria delle Forze di supporto rapido. Lo ha denunciato il ministero della Cultura e dell'Informazione, che parla anche di 158 feriti. I paramilitari respingono ogni accusa e puntano il dito contro l'aviazione. In un comunicato precedente il ministero aveva parlato di 54 morti.""")
E("shelling", "bombardamenti d'artiglieria", "2025-02-01", ["Omdurman", "Khartum"], "Forze di supporto rapido:initiator", also=["aviazione", "paramilitari"], trig2=["sono state uccise"], status="alleged",
  figs=[F("killed", 56, None, "at-least", "Almeno 56 persone", ["ministero della Cultura e dell'Informazione"]), F("killed", 25, 25, "exact", "25 a Omdurman", ["ministero della Cultura e dell'Informazione"]), F("injured", 158, 158, "exact", "158 feriti", ["ministero della Cultura e dell'Informazione"]), F("killed", 54, 54, "exact", "54 morti", ["ministero|ministero della Cultura e dell'Informazione"])])
C("denial", "I paramilitari respingono ogni accusa", ["paramilitari|Forze di supporto rapido"]); C("accusation", "puntano il dito contro l'aviazione", ["paramilitari|Forze di supporto rapido"])

P("sudan-elfasher", "2024-08-22", """El Fasher, l'ultima grande città del Darfur in mano ai militari, è assediata da maggio dalle Forze di supporto rapido. Tra il 5 e il 9 agosto, riferiscono i comitati di resistenza locali, i cannoneggiamenti sui mercati hanno ucciso tra 28 e 33 persone. A Ginevra sono in corso dal 14 agosto colloqui promossi da Stati Uniti e Arabia Saudita, ma l'esercito sudanese non si è presentato.""")
E("blockade", "è assediata", "2024-05/..", ["El Fasher"], "Forze di supporto rapido:initiator", also=["militari", "esercito sudanese"], alsoP=["Darfur"], dates=["2024-05", "2024-05/2024-08-22", "2024-05/2024-08"])
E("shelling", "cannoneggiamenti", "2024-08-05/2024-08-09", [], "", also=["Forze di supporto rapido", "comitati di resistenza locali"], alsoP=["El Fasher", "Darfur"], figs=[F("killed", 28, 33, "exact", "tra 28 e 33 persone", ["comitati di resistenza locali"])])
E("talks-mediated", "colloqui", "2024-08-14/..", ["Ginevra"], "Stati Uniti:mediator|host|initiator; Arabia Saudita:mediator|host|initiator", dates=["2024-08-14", "2024-08-14/2024-08-22"])

P("sudan-ardamata", "2023-11-12", """Oltre 800 persone sarebbero state massacrate ad Ardamata, nel Darfur occidentale, nei primi giorni di novembre. L'Unhcr cita i racconti dei profughi giunti in Ciad: uomini armati sarebbero passati casa per casa uccidendo i membri della comunità masalit. Le Forze di supporto rapido negano qualsiasi coinvolgimento. Secondo un portavoce dell'agenzia, centinaia di donne risultano disperse.""")
E("attack-on-civilians", "sarebbero state massacrate", "2023-11-01/2023-11-10", ["Ardamata"], "", also=["masalit", "comunità masalit", "membri della comunità masalit", "Forze di supporto rapido", "uomini armati"], alsoP=["Darfur occidentale", "Darfur"], trig2=["uccidendo"], status="alleged", dates=["2023-11", "2023-11-01", "2023-11-01/2023-11-05", "2023-11-01/2023-11-03"],
  figs=[F("killed", 800, None, "at-least", "Oltre 800 persone sarebbero state massacrate", ["Unhcr|profughi|~profughi giunti in Ciad"], otherClaimants=[[]]), F("missing", 100, None, "at-least", "centinaia di donne risultano disperse", ["portavoce dell'agenzia|~portavoce dell'Unhcr|Unhcr"])])
O("displacement", "profughi giunti")
C("denial", "Le Forze di supporto rapido negano qualsiasi coinvolgimento", ["Forze di supporto rapido"])

P("sudan-stupri", "2024-07-29", """Almeno 262 donne e ragazze tra i 9 e i 60 anni sono state violentate a Khartum e nelle città vicine tra aprile 2023 e febbraio 2024, secondo un rapporto presentato lunedì da Human Rights Watch. L'organizzazione attribuisce la maggior parte degli stupri alle Forze di supporto rapido. Il gruppo non ha risposto alle domande dei ricercatori. Quattro sopravvissute sono morte in seguito alle ferite.""")
E("sexual-violence", "sono state violentate", "2023-04/2024-02", ["Khartum"], "Forze di supporto rapido:initiator", also=["Human Rights Watch", "donne e ragazze"], trig2=["stupri"],
  figs=[F("killed", 4, 4, "exact", "Quattro sopravvissute sono morte", ["Human Rights Watch"], otherClaimants=[[]])])
C("accusation", "L'organizzazione attribuisce la maggior parte degli stupri alle Forze di supporto rapido", ["Human Rights Watch"]); C("no-comment", "Il gruppo non ha risposto alle domande dei ricercatori", ["Forze di supporto rapido"])
# ---------------------------------------------------------------- Siria
P("siria-aleppo", "2024-11-30", """I ribelli guidati da Hayat Tahrir al-Sham sono entrati venerdì ad Aleppo e hanno conquistato gran parte della città senza incontrare resistenza. L'esercito siriano ha confermato il ritiro temporaneo dei suoi reparti, per preparare una controffensiva. L'Osservatorio siriano per i diritti umani, che ha sede a Londra, ha contato 327 morti dall'inizio dell'offensiva, mercoledì: 183 ribelli, un centinaio di soldati e 44 civili. Decine di famiglie sono fuggite verso est.""")
E("territory-overtaken", "hanno conquistato", "2024-11-29", ["Aleppo"], "Hayat Tahrir al-Sham|ribelli:initiator", also=["esercito siriano", "ribelli", "ribelli guidati da Hayat Tahrir al-Sham"], alsoP=["Siria"], trig2=["sono entrati"])
E("territory-transfer", "ritiro temporaneo", None, [], "esercito siriano|~Siria:initiator|party", alsoP=["Aleppo"], dates=["2024-11-29", "2024-11-30", "2024-11-29/2024-11-30"])
E("operation", "offensiva, mercoledì", "2024-11-27", [], "", also=["Hayat Tahrir al-Sham", "ribelli", "esercito siriano"], alsoP=["Aleppo", "Siria"], dates=["2024-11-27/..", "2024-11-27/2024-11-30"],
  figs=[F("killed", 327, 327, "exact", "327 morti", ["Osservatorio siriano per i diritti umani"]), F("killed", 183, 183, "exact", "183 ribelli", ["Osservatorio siriano per i diritti umani"]), F("killed", 100, 100, "about", "un centinaio di soldati", ["Osservatorio siriano per i diritti umani"], others=[(100, 100, "exact")]), F("killed", 44, 44, "exact", "44 civili", ["Osservatorio siriano per i diritti umani"])])
E("displacement", "sono fuggite verso est", None, [], "", alsoP=["Aleppo"], dates=["2024-11-29", "2024-11-29/..", "2024-11-27/.."], figs=[F("displaced", 20, None, "at-least", "Decine di famiglie sono fuggite", optional=True)])
O("operation", "controffensiva", status="planned")
C("confirmation", "L'esercito siriano ha confermato il ritiro temporaneo dei suoi reparti", ["esercito siriano"])

P("siria-milizie", "2021-02-26", """Gli Stati Uniti hanno condotto giovedì sera un raid aereo contro strutture usate da milizie filoiraniane nell'est della Siria. È la risposta al lancio di razzi del 15 febbraio contro la base di Erbil, nel Kurdistan iracheno, in cui era morto un contractor. Il Pentagono non ha fornito un bilancio; per l'Osservatorio siriano per i diritti umani i miliziani uccisi sono almeno 22. Damasco ha condannato «l'aggressione codarda».""")
E("air-drone-strike", "raid aereo", "2021-02-25", ["Siria"], "Stati Uniti:initiator; milizie filoiraniane|~milizie:target", also=["Pentagono", "Damasco", "Siria"], trig2=["aggressione codarda"], figs=[F("killed", 22, None, "at-least", "miliziani uccisi sono almeno 22", ["Osservatorio siriano per i diritti umani"])])
E("shelling", "lancio di razzi", "2021-02-15", ["Erbil"], "", also=["milizie filoiraniane", "Stati Uniti"], alsoP=["Kurdistan iracheno", "Kurdistan", "Iraq", "base di Erbil"], figs=[F("killed", 1, 1, "exact", "era morto un contractor")])
C("no-comment", "Il Pentagono non ha fornito un bilancio", ["Pentagono"]); C("condemnation", "Damasco ha condannato «l'aggressione codarda»", ["Damasco"])

P("siria-giordania", "2023-07-04", """Il ministro degli Esteri siriano Fadel Qasimi ha ricevuto domenica a Damasco il collega giordano Nasser Haddadin, nella prima visita di questo livello dal 2011. I due hanno discusso del ritorno volontario dei profughi e del traffico di droga lungo la frontiera. Al termine dei colloqui non è stata diffusa alcuna nota congiunta. Secondo l'Unhcr, circa 660.000 rifugiati siriani vivono ancora in Giordania.""")
E("meeting", "ha ricevuto", "2023-07-02", ["Damasco"], "Fadel Qasimi:host|party; Nasser Haddadin:party", also=["Siria", "Giordania"], alsoP=["Siria"], trig2=["visita", "hanno discusso", "colloqui"])
PF(F("displaced", 660000, 660000, "about", "circa 660.000 rifugiati siriani", ["Unhcr"], optional=True))
# ---------------------------------------------------------------- Karabakh
P("karabakh-ganja", "2020-10-11", """La tregua umanitaria concordata sabato a Mosca tra Armenia e Azerbaigian è stata violata poche ore dopo la sua entrata in vigore. Baku denuncia il bombardamento notturno di Ganja, seconda città del Paese: sette morti e 33 feriti, stando alla procura generale azera. Erevan smentisce e accusa a sua volta gli azeri di aver colpito Stepanakert e Hadrut.""")
E("ceasefire", "tregua umanitaria", "2020-10-10", ["Mosca"], "Armenia:party; Azerbaigian:party", also=["Russia"], trig2=["concordata"])
E("shelling", "bombardamento notturno", "2020-10-10/2020-10-11", ["Ganja"], "", also=["Armenia", "Erevan", "Azerbaigian", "Baku"], alsoP=["Azerbaigian"], status="alleged", dates=["2020-10-11", "2020-10-10", None],
  figs=[F("killed", 7, 7, "exact", "sette morti", ["procura generale azera"]), F("injured", 33, 33, "exact", "33 feriti", ["procura generale azera"])])
E("shelling", "aver colpito", None, ["Stepanakert", "Hadrut"], "azeri|Azerbaigian|Baku:initiator", also=["Armenia", "Erevan"], status="alleged", dates=["2020-10-10/2020-10-11", "2020-10-11", "2020-10-10"])
O("armed-clash", "è stata violata", otherTypes=["ceasefire"])
C("accusation", "Baku denuncia il bombardamento notturno di Ganja", ["Baku"]); C("denial", "Erevan smentisce", ["Erevan"]); C("accusation", "accusa a sua volta gli azeri di aver colpito Stepanakert e Hadrut", ["Erevan"])

P("karabakh-lachin", "2022-12-15", """Da lunedì un gruppo di azeri che si definiscono ambientalisti blocca il corridoio di Lachin, l'unica strada che collega il Nagorno-Karabakh all'Armenia. Le autorità di Stepanakert sostengono che 120.000 persone sono isolate e che martedì è stata interrotta anche la fornitura di gas. Baku nega il blocco: i manifestanti, dice, lasciano passare medici e convogli. L'Unione europea ha esortato l'Azerbaigian a garantire la libertà di movimento.""")
E("blockade", "blocca", "2022-12-12/..", ["Lachin|corridoio di Lachin"], "azeri|gruppo di azeri|manifestanti|ambientalisti:initiator", also=["Azerbaigian", "Baku", "autorità di Stepanakert", "Unione europea"], alsoP=["Nagorno-Karabakh", "Armenia"], trig2=["blocco"], dates=["2022-12-12", "2022-12-12/2022-12-15"])
O("blockade", "è stata interrotta", otherTypes=["sabotage"]); O("appeal", "ha esortato"); O("protest", "manifestanti")
C("denial", "Baku nega il blocco", ["Baku"]); C("appeal", "L'Unione europea ha esortato l'Azerbaigian a garantire la libertà di movimento", ["Unione europea"])

P("karabakh-esodo", "2023-09-28", """Più di 70.500 armeni, oltre la metà della popolazione del Nagorno-Karabakh, sono fuggiti in Armenia da domenica, ha comunicato giovedì mattina il governo di Erevan. Mercoledì i profughi erano 50.243 e martedì 28.120. Hrant Babajan, ex ministro di Stato del Karabakh, è stato arrestato dalle guardie di frontiera azere mentre cercava di lasciare la regione.""")
E("displacement", "sono fuggiti", "2023-09-24/..", ["Nagorno-Karabakh", "Armenia"], "armeni:party|victim|initiator", also=["governo di Erevan"], dates=["2023-09-24/2023-09-28", "2023-09-24"],
  figs=[F("displaced", 70500, None, "at-least", "Più di 70.500 armeni", ["governo di Erevan|~governo armeno"], asOf="2023-09-28"), F("displaced", 50243, 50243, "exact", "profughi erano 50.243", [], otherClaimants=[["governo di Erevan|governo armeno"]], asOf="2023-09-27"), F("displaced", 28120, 28120, "exact", "28.120", [], otherClaimants=[["governo di Erevan|governo armeno"]], asOf="2023-09-26")])
E("detention", "è stato arrestato", None, [], "guardie di frontiera azere|~Azerbaigian:initiator; Hrant Babajan:target|victim", alsoP=["Nagorno-Karabakh", "Karabakh"])

P("karabakh-anniversario", "2021-09-27", """La guerra scoppiò il 27 settembre 2020 e si concluse il 10 novembre con un accordo firmato da Mosca, Baku ed Erevan. Secondo il governo armeno morirono 3.809 soldati; l'Azerbaigian ha riconosciuto 2.907 caduti. Il testo prevede il ritorno dei profughi, ma finora nessuno è rientrato a Shusha. Domenica migliaia di persone hanno manifestato a Erevan per chiedere il rilascio dei prigionieri.""")
E("war", "guerra scoppiò", "2020-09-27/2020-11-10", [], "", also=["Baku", "Azerbaigian", "Erevan", "Armenia"], dates=["2020-09-27", "2020-09-27/.."],
  figs=[F("killed", 3809, 3809, "exact", "3.809 soldati", ["governo armeno"]), F("killed", 2907, 2907, "exact", "2.907 caduti", ["Azerbaigian"])])
E("agreement", "accordo firmato", "2020-11-10", [], "Mosca|~Russia:party|mediator; Baku|~Azerbaigian:party; Erevan|~Armenia:party", otherTypes=["ceasefire"])
E("protest", "hanno manifestato", "2021-09-26", ["Erevan"], "", also=["persone"])
O("return", "ritorno dei profughi", status="planned")
