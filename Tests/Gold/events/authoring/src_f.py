from dsl import *
P("srilanka-colombo", "2022-07-10", """Sri Lanka, la folla occupa il palazzo presidenziale

Migliaia di manifestanti hanno fatto irruzione sabato nella residenza del capo dello Stato a Colombo, sfondando i cancelli difesi dalla polizia. Almeno 55 persone sono rimaste ferite, tra cui tre agenti, ha riferito il direttore dell'ospedale nazionale, Ruwan Jayalath. Il presidente, già portato in salvo dai militari, ha fatto sapere che si dimetterà mercoledì.""")
E("riot", "hanno fatto irruzione", "2022-07-09", ["Colombo"], "", also=["manifestanti", "polizia", "folla", "presidente", "militari"], alsoP=["Sri Lanka", "palazzo presidenziale"], trig2=["occupa il palazzo presidenziale"], otherTypes=["protest", "territory-overtaken"],
  figs=[F("injured", 55, None, "at-least", "Almeno 55 persone", ["Ruwan Jayalath"]), F("injured", 3, 3, "exact", "tre agenti", ["Ruwan Jayalath"], optional=True)])
O("displacement", "portato in salvo")
C("pledge", "si dimetterà mercoledì", ["presidente"])

P("niger-niamey", "2023-07-27", """Un gruppo di militari ha annunciato mercoledì sera alla televisione nazionale di aver destituito il presidente del Niger, Seydou Maïga, trattenuto dal mattino nel palazzo dagli uomini della guardia presidenziale. Il colonnello Adamou Tchiroma, circondato da nove ufficiali, ha letto il comunicato e annunciato la chiusura delle frontiere. L'Unione africana ha condannato «il tentativo di golpe»; Parigi chiede la liberazione immediata del capo dello Stato.""")
E("territory-overtaken", "aver destituito", "2023-07-26", ["Niger"], "gruppo di militari|~militari:initiator", also=["Seydou Maïga", "Adamou Tchiroma", "guardia presidenziale"], trig2=["tentativo di golpe"], otherTypes=["operation", "mobilization", "detention", "riot"])
E("detention", "trattenuto", "2023-07-26", [], "guardia presidenziale:initiator; Seydou Maïga:target|victim", also=["gruppo di militari", "militari"], alsoP=["Niger"], otherTypes=["abduction"], dates=["2023-07-26/.."])
O("blockade", "chiusura delle frontiere", otherTypes=["sanction"]); O("condemnation", "ha condannato"); O("appeal", "chiede")
C("condemnation", "L'Unione africana ha condannato «il tentativo di golpe»", ["Unione africana"]); C("appeal", "Parigi chiede la liberazione immediata del capo dello Stato", ["Parigi"])

P("iran-israele", "2024-04-14", """TEL AVIV - L'Iran ha lanciato nella notte tra sabato e domenica oltre 300 tra droni e missili contro Israele, in risposta al raid del primo aprile sul suo consolato di Damasco. Il 99 per cento è stato intercettato, ha dichiarato il portavoce militare israeliano, Amir Lavon. Una bambina di sette anni è rimasta gravemente ferita nel Negev. Teheran ha avvertito che colpirà ancora se Israele reagirà.""")
E("air-drone-strike", "ha lanciato", "2024-04-13/2024-04-14", ["Israele"], "Iran:initiator; Israele:target", also=["Teheran", "Amir Lavon"], alsoP=["Negev"], dates=["2024-04-14", "2024-04-13"], otherTypes=["shelling"],
  figs=[F("injured", 1, 1, "exact", "Una bambina di sette anni è rimasta gravemente ferita")])
E("air-drone-strike", "raid", "2024-04-01", ["Damasco"], "", also=["Iran", "Israele"], alsoP=["consolato"], otherTypes=["shelling"])
O("threat", "colpirà ancora", status="hypothetical"); O("threat", "ha avvertito"); O("operation", "reagirà", status="hypothetical")
C("fact", "Il 99 per cento è stato intercettato", ["Amir Lavon"])

P("pakistan-treno", "2025-03-12", """Almeno 80 passeggeri, tra cui 26 donne e undici bambini, sono stati liberati dalle forze di sicurezza pachistane dopo che martedì i separatisti dell'Esercito di liberazione del Belucistan avevano sequestrato un treno diretto a Peshawar. A bordo, stando alle ferrovie, viaggiavano in più di quattrocento. Il gruppo minaccia di uccidere gli ostaggi se entro 48 ore non verranno rilasciati i detenuti beluci.""")
E("abduction", "avevano sequestrato", "2025-03-11", [], "Esercito di liberazione del Belucistan|~separatisti|~separatisti dell'Esercito di liberazione del Belucistan:initiator", also=["passeggeri", "ostaggi"], alsoP=["Peshawar", "Belucistan"])
E("return", "sono stati liberati", None, [], "forze di sicurezza pachistane|~Pakistan:initiator", also=["passeggeri"], dates=["2025-03-11", "2025-03-12", "2025-03-11/2025-03-12"], otherTypes=["operation", "armed-clash"],
  figs=[F("returned", 80, None, "at-least", "Almeno 80 passeggeri"), F("returned", 26, 26, "exact", "26 donne", optional=True), F("returned", 11, 11, "exact", "undici bambini", optional=True)])
E("threat", "minaccia di uccidere", None, [], "Esercito di liberazione del Belucistan|~separatisti:initiator|speaker", also=["ostaggi", "gruppo"])

P("kashmir-pahalgam", "2025-04-23", """Uomini armati hanno aperto il fuoco martedì su una comitiva di turisti in un prato sopra Pahalgam, nel Kashmir amministrato dall'India: i morti sono almeno 26. «Sparavano da vicino e chiedevano i nomi», racconta Neha Kulkarni, superstite. L'attentato è stato rivendicato da una sigla poco nota, il Fronte della resistenza. Nuova Delhi accusa Islamabad di proteggere i responsabili; il ministero degli Esteri pachistano nega qualsiasi coinvolgimento.""")
E("attack-on-civilians", "hanno aperto il fuoco", "2025-04-22", ["Pahalgam"], "Fronte della resistenza|~uomini armati:initiator", also=["turisti", "uomini armati", "Islamabad", "Pakistan"], alsoP=["Kashmir", "India"], trig2=["attentato"],
  figs=[F("killed", 26, None, "at-least", "i morti sono almeno 26")])
C("confirmation", "L'attentato è stato rivendicato da una sigla poco nota, il Fronte della resistenza", ["Fronte della resistenza"]); C("accusation", "Nuova Delhi accusa Islamabad di proteggere i responsabili", ["Nuova Delhi"]); C("denial", "il ministero degli Esteri pachistano nega qualsiasi coinvolgimento", ["ministero degli Esteri pachistano"])

P("india-pakistan-tregua", "2025-05-10", """India e Pakistan hanno concordato oggi un cessate il fuoco immediato dopo quattro giorni di scontri lungo la Linea di controllo. Lo ha annunciato per primo il presidente americano in un messaggio sui social, attribuendo il merito alla mediazione di Washington. I comandi militari dei due Paesi si riparleranno lunedì. Poche ore dopo, tuttavia, il governatore del Kashmir indiano, Ajay Thakur, ha denunciato nuove esplosioni a Srinagar; Islamabad smentisce ogni violazione.""")
E("ceasefire", "cessate il fuoco", "2025-05-10", [], "India:party; Pakistan:party; Washington|~Stati Uniti:mediator", alsoP=["Linea di controllo"], trig2=["hanno concordato"], otherTypes=["agreement"], dates=["2025-05-10/.."])
E("armed-clash", "scontri", "2025-05-07/2025-05-10", ["Linea di controllo"], "India:party; Pakistan:party", dates=[None, "2025-05-06/2025-05-10", "2025-05-06/2025-05-09", "2025-05"])
E("meeting", "si riparleranno", "2025-05-12", [], "", also=["India", "Pakistan", "comandi militari"], status="planned", otherTypes=["phone-call", "talks-mediated"])
E("explosive", "esplosioni", "2025-05-10", ["Srinagar"], "", also=["Islamabad", "Pakistan", "Ajay Thakur"], alsoP=["Kashmir", "Kashmir indiano"], status="alleged", dates=[None], otherTypes=["shelling"])
C("accusation", "ha denunciato nuove esplosioni a Srinagar", ["Ajay Thakur"]); C("denial", "Islamabad smentisce ogni violazione", ["Islamabad"])

P("thailandia-cambogia", "2025-07-29", """È entrato in vigore alla mezzanotte di lunedì il cessate il fuoco tra Thailandia e Cambogia, negoziato a Putrajaya con la mediazione della Malaysia. In cinque giorni di combattimenti attorno ai templi di frontiera sono morte almeno 38 persone e oltre 300.000 hanno lasciato le loro case. L'esercito di Bangkok ha accusato però i cambogiani di avere aperto il fuoco in più punti anche dopo l'ora stabilita. Phnom Penh nega.""")
E("ceasefire", "cessate il fuoco", "2025-07-28", [], "Thailandia:party; Cambogia:party; Malaysia:mediator", alsoP=["Putrajaya"], trig2=["È entrato in vigore"], otherTypes=["agreement"], dates=["2025-07-29", "2025-07-28/2025-07-29", "2025-07-28/..", "2025-07-29/.."])
O("talks-mediated", "negoziato", places=["Putrajaya"])
E("armed-clash", "combattimenti", "2025-07-24/2025-07-28", [], "", also=["Thailandia", "Cambogia"], alsoP=["templi di frontiera"], dates=[None, "2025-07", "2025-07-25/2025-07-29", "2025-07-23/2025-07-28", "2025-07-24/2025-07-29"],
  figs=[F("killed", 38, None, "at-least", "almeno 38 persone")])
E("displacement", "hanno lasciato le loro case", None, [], "", also=["Thailandia", "Cambogia"], dates=["2025-07-24/2025-07-28", "2025-07"], figs=[F("displaced", 300000, None, "at-least", "oltre 300.000")])
E("armed-clash", "avere aperto il fuoco", "2025-07-29", [], "cambogiani|~Cambogia|Phnom Penh:initiator", also=["esercito di Bangkok", "Thailandia"], status="alleged", otherTypes=["shelling"], dates=[None, "2025-07-28"])
C("accusation", "L'esercito di Bangkok ha accusato però i cambogiani di avere aperto il fuoco in più punti anche dopo l'ora stabilita", ["esercito di Bangkok|~esercito thailandese"]); C("denial", "Phnom Penh nega", ["Phnom Penh"])

P("filippine-marawi", "2017-05-24", """Centinaia di miliziani del gruppo Maute hanno preso martedì il controllo di parte di Marawi, nel sud delle Filippine, dando alle fiamme una chiesa e il carcere cittadino. Tre membri delle forze di sicurezza sono stati uccisi e dodici feriti. Il presidente ha proclamato la legge marziale a Mindanao per sessanta giorni. L'esercito ha promesso di riprendere la città «entro la settimana».""")
E("territory-overtaken", "hanno preso martedì il controllo", "2017-05-23", ["Marawi"], "miliziani del gruppo Maute|~gruppo Maute|~Maute:initiator", also=["forze di sicurezza"], alsoP=["Filippine", "Mindanao"], otherTypes=["armed-clash"],
  figs=[F("killed", 3, 3, "exact", "Tre membri delle forze di sicurezza"), F("injured", 12, 12, "exact", "dodici feriti")])
O("sabotage", "dando alle fiamme"); O("mobilization", "legge marziale", otherTypes=["sanction"]); O("territory-regained", "riprendere la città", status="planned", otherTypes=["pledge"])
C("pledge", "L'esercito ha promesso di riprendere la città «entro la settimana»", ["esercito|~esercito filippino"])

P("mali-bamako", "2020-08-19", """Mali, golpe a Bamako: arrestati presidente e premier

I soldati ammutinati della base di Kati hanno arrestato martedì pomeriggio il capo dello Stato Modibo Kouyaté e il suo primo ministro, poi apparso in televisione per annunciare le dimissioni di entrambi. Nella capitale si sono uditi spari isolati. La Cedeao ha chiuso le frontiere con il Paese e sospeso i flussi finanziari. Il Consiglio di sicurezza dell'Onu si riunisce mercoledì a porte chiuse.""")
E("detention", "hanno arrestato", "2020-08-18", [], "soldati ammutinati|~soldati|~soldati ammutinati della base di Kati:initiator; Modibo Kouyaté:target|victim", also=["primo ministro"], alsoP=["Bamako", "Mali", "Kati", "base di Kati"], trig2=["arrestati presidente e premier"])
O("territory-overtaken", "golpe", places=["Bamako"], date="2020-08-18", otherTypes=["operation", "mobilization"])
E("sanction", "ha chiuso le frontiere", None, [], "Cedeao:initiator", also=["Mali"], alsoP=["Mali"], trig2=["sospeso i flussi finanziari"], otherTypes=["blockade"], dates=["2020-08-18", "2020-08-19"])
E("meeting", "si riunisce", "2020-08-19", [], "Consiglio di sicurezza dell'Onu|~Consiglio di sicurezza:party", also=["Onu"], status="planned")

P("mozambico-evacuazioni", "2021-03-28", """PEMBA - Circa 1.300 persone sono arrivate domenica a Pemba a bordo di un traghetto partito da Afungi: sono in gran parte operai e abitanti in fuga da Palma, assalita mercoledì dai jihadisti. «Altri duemila aspettano sulla spiaggia», ha detto Joana Muianga, dell'Organizzazione internazionale per le migrazioni. Di sette persone che avevano lasciato in auto un albergo non si hanno più notizie. Il governo non ha fornito un bilancio delle vittime.""")
E("displacement", "sono arrivate", "2021-03-28", ["Pemba"], "", also=["operai", "abitanti"], alsoP=["Afungi", "Palma"], trig2=["in fuga"], otherTypes=["return"], figs=[F("displaced", 1300, 1300, "about", "Circa 1.300 persone"), F("displaced", 2000, 2000, "exact", "Altri duemila", ["Joana Muianga"], optional=True)])
E("armed-clash", "assalita", "2021-03-24", ["Palma"], "jihadisti:initiator", otherTypes=["attack-on-civilians", "operation"], figs=[F("missing", 7, 7, "exact", "Di sette persone", optional=True)])
C("no-comment", "Il governo non ha fornito un bilancio delle vittime", ["governo|~governo mozambicano"])

P("camerun-kumba", "2020-10-25", """Un commando ha assaltato sabato una scuola bilingue di Kumba, nel Camerun anglofono, uccidendo sei alunni tra i 9 e i 12 anni. Altri otto sono ricoverati, ha precisato l'Ocha. Il prefetto attribuisce la strage ai separatisti, che a loro volta puntano il dito contro l'esercito. Papa e Onu hanno espresso sgomento. Domenica le chiese della città sono rimaste chiuse.""")
E("attack-on-civilians", "ha assaltato", "2020-10-24", ["Kumba"], "", also=["commando", "separatisti", "esercito", "alunni"], alsoP=["Camerun", "Camerun anglofono", "scuola bilingue di Kumba"], trig2=["uccidendo", "strage"],
  figs=[F("killed", 6, 6, "exact", "uccidendo sei alunni"), F("injured", 8, 8, "exact", "Altri otto sono ricoverati", ["Ocha"])])
C("accusation", "Il prefetto attribuisce la strage ai separatisti", ["prefetto"]); C("accusation", "puntano il dito contro l'esercito", ["separatisti"]); C("condemnation", "Papa e Onu hanno espresso sgomento", ["Papa", "Onu"])

P("kosovo-banjska", "2023-09-25", """Un agente della polizia kosovara e tre assalitori sono morti domenica a Banjska, nel nord del Kosovo, dove un gruppo di una trentina di uomini armati si era asserragliato in un monastero ortodosso. Sei persone sono state arrestate, ha reso noto il ministro dell'Interno Faton Krasniqi. Il premier accusa Belgrado di avere armato il commando. Il presidente serbo respinge le accuse e ha proclamato una giornata di lutto per le vittime serbe.""")
E("armed-clash", "sono morti", "2023-09-24", ["Banjska"], "", also=["polizia kosovara", "uomini armati", "Belgrado", "Serbia", "assalitori"], alsoP=["Kosovo", "monastero"], trig2=["si era asserragliato"], otherTypes=["attack-on-civilians"],
  figs=[F("killed", 1, 1, "exact", "Un agente della polizia kosovara"), F("killed", 3, 3, "exact", "tre assalitori")])
E("detention", "sono state arrestate", None, [], "", also=["polizia kosovara", "Faton Krasniqi"], alsoP=["Banjska", "Kosovo"], dates=["2023-09-24"], figs=[F("detained", 6, 6, "exact", "Sei persone", ["Faton Krasniqi"])])
E("support", "avere armato", None, [], "Belgrado|~Serbia:initiator", also=["commando", "premier"], status="alleged", otherTypes=["aid", "cooperation", "accusation", "mobilization"])
C("accusation", "Il premier accusa Belgrado di avere armato il commando", ["premier"]); C("denial", "Il presidente serbo respinge le accuse", ["presidente serbo"])

P("irlanda-omagh", "2023-02-23", """Due uomini a volto coperto hanno sparato mercoledì sera a un ispettore di polizia fuori servizio, in un centro sportivo di Omagh, davanti al figlio. È in condizioni critiche ma stabili. Le indagini, ha detto il vicecapo della polizia nordirlandese Colin Mawhinney, si concentrano sulla Nuova Ira. Tre uomini sono stati arrestati giovedì. I cinque maggiori partiti dell'Ulster hanno condannato l'agguato in una dichiarazione comune.""")
E("attack-on-civilians", "hanno sparato", "2023-02-22", ["Omagh"], "Due uomini a volto coperto|~uomini a volto coperto|Nuova Ira:initiator", also=["ispettore di polizia", "Nuova Ira"], alsoP=["Ulster", "centro sportivo di Omagh"], trig2=["agguato"], otherTypes=["armed-clash"], figs=[F("injured", 1, 1, "exact", "in condizioni critiche", optional=True)])
E("detention", "sono stati arrestati", "2023-02-23", [], "", also=["polizia nordirlandese", "Tre uomini"], alsoP=["Omagh", "Ulster"], figs=[F("detained", 3, 3, "exact", "Tre uomini")])
C("condemnation", "I cinque maggiori partiti dell'Ulster hanno condannato l'agguato", ["partiti dell'Ulster"])

P("spagna-eta", "2011-10-21", """L'Eta ha annunciato giovedì la «cessazione definitiva della propria attività armata». Il comunicato, diffuso dal quotidiano basco Gara, arriva tre giorni dopo la conferenza di pace di San Sebastián, alla quale aveva partecipato l'ex segretario generale dell'Onu. In oltre quarant'anni il gruppo ha ucciso più di 800 persone. L'associazione delle vittime chiede che i terroristi consegnino anche le armi.""")
E("ceasefire", "cessazione definitiva", "2011-10-20", [], "Eta:initiator|party", trig2=["ha annunciato"], otherTypes=["surrender", "pledge"])
E("meeting", "conferenza di pace", "2011-10-17", ["San Sebastián"], "", also=["ex segretario generale dell'Onu", "Onu", "Eta"], otherTypes=["talks-mediated"], dates=["2011-10-18"])
E("attack-on-civilians", "ha ucciso", None, [], "Eta|~gruppo:initiator", otherTypes=["operation", "war"], dates=["1968/2011", "1959/2011"], figs=[F("killed", 800, None, "at-least", "più di 800 persone")])
C("appeal", "L'associazione delle vittime chiede che i terroristi consegnino anche le armi", ["associazione delle vittime"])

P("colombia-scuola-polizia", "2019-01-18", """È salito a 21 morti e 68 feriti il bilancio dell'autobomba esplosa giovedì mattina nella scuola di polizia General Santander di Bogotá. Giovedì sera il ministero della Difesa aveva parlato di undici vittime. Alla guida c'era un uomo dell'Eln, ha affermato il procuratore generale Hernando Villate. Il presidente ha ordinato l'arresto di dieci comandanti del gruppo, che si trovano a Cuba per i negoziati.""")
E("explosive", "autobomba esplosa", "2019-01-17", ["Bogotá"], "Eln|~uomo dell'Eln:initiator", also=["polizia", "Hernando Villate", "uomo dell'Eln"], alsoP=["scuola di polizia General Santander", "Colombia"],
  figs=[F("killed", 21, 21, "exact", "21 morti"), F("injured", 68, 68, "exact", "68 feriti"), F("killed", 11, 11, "exact", "undici vittime", ["ministero della Difesa"], asOf="2019-01-17")])
O("detention", "l'arresto", status="planned"); O("talks-mediated", "negoziati", places=["Cuba"])
C("accusation", "Alla guida c'era un uomo dell'Eln", ["Hernando Villate"])

P("venezuela-pdvsa", "2019-01-29", """Gli Stati Uniti hanno imposto lunedì sanzioni alla compagnia petrolifera di Stato venezuelana Pdvsa, congelandone i beni per sette miliardi di dollari. «Tutte le opzioni sono sul tavolo», ha ripetuto il consigliere per la sicurezza nazionale, Grant Holloway, a chi gli chiedeva di un intervento militare. Caracas parla di «furto» e annuncia ricorsi. L'Italia non ha ancora riconosciuto il leader dell'opposizione.""")
E("sanction", "hanno imposto", "2019-01-28", [], "Stati Uniti:initiator; Pdvsa|~Venezuela|Caracas:target", alsoP=["Venezuela"], trig2=["sanzioni", "congelandone i beni"])
O("operation", "intervento militare", status="hypothetical"); O("threat", "Tutte le opzioni sono sul tavolo")
C("accusation", "Caracas parla di «furto»", ["Caracas"])

P("corea-missile", "2022-10-04", """Un missile balistico nordcoreano ha sorvolato martedì mattina il Giappone prima di inabissarsi nel Pacifico, a 3.200 chilometri dall'arcipelago. Tokyo ha invitato gli abitanti di Hokkaido e Aomori a mettersi al riparo; non risultano danni né feriti. «È un atto barbaro», ha detto il premier nipponico Takeshi Morinaga. Seul e Washington hanno risposto in serata con un'esercitazione congiunta. Pyongyang, per ora, tace.""")
E("shelling", "ha sorvolato", "2022-10-04", ["Giappone|Pacifico"], "~Corea del Nord|Pyongyang|missile balistico nordcoreano:initiator", also=["Giappone", "Tokyo"], alsoP=["Pacifico", "Giappone", "Hokkaido", "Aomori"], otherTypes=["mobilization", "threat", "air-drone-strike"])
E("mobilization", "esercitazione congiunta", "2022-10-04", [], "Seul|~Corea del Sud:initiator|party; Washington|~Stati Uniti:initiator|party", alsoP=["Giappone"], otherTypes=["cooperation"])
PF(F("injured", 0, 0, "exact", "né feriti", optional=True)); O("appeal", "ha invitato")
C("condemnation", "È un atto barbaro", ["Takeshi Morinaga"]); C("no-comment", "Pyongyang, per ora, tace", ["Pyongyang"])

P("corea-panmunjom", "2018-04-27", """I leader delle due Coree si sono stretti la mano oggi sulla linea di demarcazione di Panmunjom, prima di chiudersi per due ore nella Casa della pace. Nella dichiarazione firmata al termine Seul e Pyongyang si impegnano a trasformare entro l'anno l'armistizio del 1953 in un trattato di pace. Un nuovo vertice si terrà in autunno nella capitale del Nord. Pechino ha salutato «un passo coraggioso».""")
E("meeting", "si sono stretti la mano", "2018-04-27", ["Panmunjom"], "leader delle due Coree|~Corea del Nord|Pyongyang:party; Seul|~Corea del Sud|~leader delle due Coree:party", alsoP=["Casa della pace"], otherTypes=["talks-mediated"], trig2=["chiudersi per due ore"])
E("agreement", "dichiarazione firmata", "2018-04-27", ["Panmunjom|~Casa della pace"], "Seul|~Corea del Sud:party; Pyongyang|~Corea del Nord:party", trig2=["si impegnano"], otherTypes=["pledge"])
E("meeting", "vertice si terrà", "2018-09-21/2018-12-20", ["Pyongyang|~Corea del Nord|capitale del Nord"], "", also=["Seul", "Corea del Sud", "Corea del Nord"], status="planned", dates=["2018-23", "2018-09/2018-11", "2018-09/2018-12", "2018", None, "2018-09-22/2018-12-21", "2018-09-23/2018-12-21", "2018-09-22/2018-12-20", "2018-09-23/2018-12-20"])
O("ceasefire", "armistizio", date="1953"); O("agreement", "trattato di pace", status="planned")
C("pledge", "Seul e Pyongyang si impegnano a trasformare entro l'anno l'armistizio del 1953 in un trattato di pace", ["Seul", "Pyongyang"])

P("scambio-ankara", "2024-08-02", """Ventisei detenuti di sette Paesi sono stati scambiati giovedì sulla pista dell'aeroporto di Ankara: è la più vasta operazione del genere fra Est e Ovest dalla fine della guerra fredda. Mosca ha consegnato sedici persone e ne ha ottenute otto, oltre a due minori. A organizzare il tutto sono stati i servizi turchi. Berlino ammette che liberare un sicario «non è stata una decisione facile».""")
E("agreement", "sono stati scambiati", "2024-08-01", ["Ankara|aeroporto di Ankara"], "Mosca|~Russia:party|initiator; servizi turchi|~Turchia:mediator|host|initiator", also=["Berlino", "Germania"], alsoP=["Turchia"], trig2=["ha consegnato"], otherTypes=["return", "cooperation", "detention", "talks-mediated"],
  figs=[F("returned", 26, 26, "exact", "Ventisei detenuti"), F("returned", 16, 16, "exact", "sedici persone"), F("returned", 8, 8, "exact", "ne ha ottenute otto", optional=True), F("returned", 2, 2, "exact", "due minori", optional=True)])
C("confirmation", "Berlino ammette che liberare un sicario «non è stata una decisione facile»", ["Berlino"])

P("russia-ammutinamento", "2023-06-25", """Gli uomini della Wagner, che sabato mattina avevano occupato il quartier generale del distretto militare sud a Rostov sul Don, hanno invertito la marcia a duecento chilometri da Mosca. L'accordo, mediato dal presidente bielorusso, prevede l'esilio del loro capo a Minsk. Il Cremlino ha assicurato che nessuno sarà processato. Sette velivoli, secondo blogger militari russi, sarebbero stati abbattuti durante l'avanzata.""")
E("territory-overtaken", "avevano occupato", "2023-06-24", ["Rostov sul Don"], "Wagner|~uomini della Wagner:initiator", also=["Russia"], alsoP=["quartier generale del distretto militare sud"], otherTypes=["operation", "riot"])
E("agreement", "accordo", None, [], "presidente bielorusso|~Bielorussia:mediator", also=["Wagner", "Cremlino", "Russia"], alsoP=["Minsk"], dates=["2023-06-24"], otherTypes=["talks-mediated"])
O("territory-transfer", "hanno invertito la marcia", otherTypes=["mobilization", "operation"]); O("air-drone-strike", "sarebbero stati abbattuti", status="alleged", otherTypes=["shelling", "armed-clash"]); O("operation", "avanzata", otherTypes=["mobilization"])
C("pledge", "nessuno sarà processato", ["Cremlino"]); C("fact", "sarebbero stati abbattuti", ["blogger militari russi"])

P("turchia-pkk", "2025-03-02", """Il Pkk ha proclamato sabato un cessate il fuoco unilaterale con la Turchia, accogliendo l'appello lanciato giovedì dal suo fondatore, detenuto dal 1999 sull'isola di Imrali. «Nessuna delle nostre forze compirà azioni armate se non verrà attaccata», afferma il comitato esecutivo dal nord dell'Iraq. In quarant'anni il conflitto ha fatto più di 40.000 morti. Ankara non ha commentato; il partito filocurdo Dem sollecita un gesto del governo.""")
E("ceasefire", "cessate il fuoco", "2025-03-01", [], "Pkk:initiator|party", also=["Turchia", "Ankara"], alsoP=["Turchia", "Iraq"], dates=["2025-03-01/.."])
E("appeal", "appello", "2025-02-27", [], "fondatore|~Pkk:initiator|speaker", also=["Pkk"], alsoP=["Imrali", "isola di Imrali"], dates=[None])
E("war", "conflitto", None, [], "", also=["Pkk", "Turchia", "Ankara"], alsoP=["Turchia"], dates=["1984/2025", "1985/2025", "1984/..", "1985/2025-03"], figs=[F("killed", 40000, None, "at-least", "più di 40.000 morti")])
O("detention", "detenuto", date="1999/.."); O("appeal", "sollecita")
C("pledge", "Nessuna delle nostre forze compirà azioni armate se non verrà attaccata", ["comitato esecutivo|~Pkk"]); C("no-comment", "Ankara non ha commentato", ["Ankara"]); C("appeal", "il partito filocurdo Dem sollecita un gesto del governo", ["Dem"])

P("libia-berlino", "2020-01-20", """La conferenza sulla Libia riunita domenica a Berlino si è chiusa con un documento di 55 punti: i dodici Paesi presenti si impegnano a rispettare l'embargo sulle armi e a non interferire. I due rivali, Fathi Ben Ghalboun e il generale Mansour Drissi, erano nella capitale tedesca ma non si sono parlati. Da venerdì, intanto, i terminal petroliferi della Cirenaica sono bloccati dalle milizie di Drissi.""")
E("meeting", "conferenza", "2020-01-19", ["Berlino"], "", also=["Fathi Ben Ghalboun", "Mansour Drissi", "Germania", "Libia", "dodici Paesi"], alsoP=["Libia"], trig2=["riunita"], otherTypes=["talks-mediated"])
E("pledge", "si impegnano", "2020-01-19", [], "dodici Paesi|~Paesi:initiator|party|speaker", alsoP=["Berlino", "Libia"], otherTypes=["agreement"])
E("blockade", "sono bloccati", "2020-01-17/..", ["Cirenaica"], "milizie di Drissi|~Mansour Drissi:initiator", alsoP=["Libia", "terminal petroliferi della Cirenaica"], dates=["2020-01-17", "2020-01-17/2020-01-20"])
C("pledge", "i dodici Paesi presenti si impegnano a rispettare l'embargo sulle armi", ["dodici Paesi|~Paesi"])

P("sudsudan-addis", "2018-09-13", """Il presidente sudsudanese Lual Deng e il capo ribelle Taban Gai hanno firmato mercoledì ad Addis Abeba un accordo di pace che dovrebbe porre fine a cinque anni di guerra civile. La cerimonia è stata ospitata dal premier etiope. Secondo uno studio della London School of Hygiene, il conflitto ha causato circa 383.000 morti. Washington si dice scettica e non esclude nuove sanzioni se le armi non taceranno.""")
E("agreement", "accordo di pace", "2018-09-12", ["Addis Abeba"], "Lual Deng:party; Taban Gai:party; premier etiope|~Etiopia:host|mediator", also=["Sud Sudan"], trig2=["hanno firmato", "cerimonia"])
E("war", "guerra civile", None, [], "", also=["Lual Deng", "Taban Gai", "Sud Sudan"], alsoP=["Sud Sudan"], trig2=["conflitto"], dates=["2013/2018", "2013/..", "2013/2018-09"], figs=[F("killed", 383000, 383000, "about", "circa 383.000 morti", ["London School of Hygiene"], others=[(383000, 383000, "exact")])])
O("sanction", "nuove sanzioni", status="hypothetical")

P("bielorussia-sanzioni", "2021-06-22", """L'Unione europea, gli Stati Uniti, il Regno Unito e il Canada hanno adottato lunedì sanzioni coordinate contro la Bielorussia per il dirottamento del volo Atene-Vilnius, costretto il 23 maggio ad atterrare a Minsk. Nella lista nera finiscono 78 persone, tra cui il ministro della Difesa. I ministri riuniti a Lussemburgo hanno ascoltato anche la leader dell'opposizione in esilio. Minsk promette «contromisure dolorose».""")
E("sanction", "sanzioni", "2021-06-21", [], "Unione europea:initiator; Stati Uniti:initiator; Regno Unito:initiator; Canada:initiator; Bielorussia:target", also=["Minsk", "ministro della Difesa"], alsoP=["Lussemburgo", "Bielorussia"], trig2=["hanno adottato"])
E("sabotage", "dirottamento", "2021-05-23", ["Minsk"], "", also=["Bielorussia", "Minsk"], alsoP=["Atene", "Vilnius", "Bielorussia"], trig2=["costretto"], otherTypes=["abduction", "detention", "threat"])
O("meeting", "riuniti a Lussemburgo", date="2021-06-21", places=["Lussemburgo"]); O("threat", "promette")
C("pledge", "Minsk promette «contromisure dolorose»", ["Minsk"])

P("caledonia-numea", "2024-05-16", """Quattro morti, tra cui un gendarme, centinaia di feriti: la Nuova Caledonia è in stato d'emergenza da mercoledì sera. I disordini a Numea sono esplosi lunedì, mentre a Parigi l'Assemblea nazionale discuteva la riforma elettorale osteggiata dagli indipendentisti kanak. L'alto commissario francese, Thierry Vasseur, ha riferito di oltre duecento arresti. Cinquecento uomini partiranno oggi dalla Francia per rafforzare i 1.800 già presenti.""")
E("riot", "disordini", "2024-05-13", ["Numea"], "", also=["indipendentisti kanak", "gendarme", "Francia"], alsoP=["Nuova Caledonia"], dates=["2024-05-13/..", "2024-05-13/2024-05-16", "2024-05-13/2024-05-15"], trig2=["sono esplosi"], otherTypes=["protest", "armed-clash"],
  figs=[F("killed", 4, 4, "exact", "Quattro morti"), F("injured", 100, None, "at-least", "centinaia di feriti", others=[(200, None, "at-least"), (None, None, "unspecified")])])
E("detention", "arresti", None, [], "", also=["Francia", "Thierry Vasseur"], alsoP=["Numea", "Nuova Caledonia"], dates=["2024-05-13/2024-05-16", "2024-05-13/.."], figs=[F("detained", 200, None, "at-least", "oltre duecento arresti", ["Thierry Vasseur"])])
E("mobilization", "partiranno", "2024-05-16", [], "~Francia|Cinquecento uomini|~uomini:initiator", alsoP=["Nuova Caledonia", "Francia"], status="planned")
O("mobilization", "stato d'emergenza", otherTypes=["sanction"])

P("groenlandia-ipotesi", "2025-01-09", """Che cosa farebbe la Nato se un alleato ne attaccasse un altro? La domanda, fino a ieri accademica, circola da martedì nelle cancellerie nordiche, dopo che il presidente eletto americano si è rifiutato di escludere l'uso della forza per prendersi la Groenlandia. «Non è in vendita», ribatte Copenaghen. Un eventuale sbarco, osserva l'analista Mads Thorup, aprirebbe una crisi senza precedenti. Nessun soldato, per ora, si è mosso.""", note="hypothetical only")
O("operation", "ne attaccasse", status="hypothetical"); O("operation", "sbarco", status="hypothetical", places=["Groenlandia"], otherTypes=["mobilization"]); O("threat", "si è rifiutato di escludere", date="2025-01-07"); O("operation", "uso della forza", status="hypothetical"); O("territory-overtaken", "prendersi la Groenlandia", status="hypothetical")
C("denial", "Non è in vendita", ["Copenaghen"])

P("eritrea-smentita", "2021-01-20", """«Non abbiamo un solo soldato oltre il confine»: così il ministro dell'Informazione eritreo, Yonas Tesfay, ha smentito mercoledì che le truppe di Asmara abbiano partecipato al massacro di Axum. Amnesty International sostiene il contrario: centinaia di civili furono uccisi, secondo 41 testimoni, il 28 e 29 novembre. Gli Stati Uniti hanno chiesto il ritiro immediato delle forze eritree. Addis Abeba non risponde alle richieste di commento.""")
E("attack-on-civilians", "massacro", "2020-11-28/2020-11-29", ["Axum"], "truppe di Asmara|~Eritrea|~Asmara|forze eritree:initiator", also=["civili", "Amnesty International", "Eritrea", "Asmara"], alsoP=["Etiopia"], trig2=["furono uccisi"], status="alleged", dates=[],
  figs=[F("killed", 100, None, "at-least", "centinaia di civili", ["testimoni|~41 testimoni|Amnesty International"], others=[(200, None, "at-least"), (None, None, "unspecified")], otherClaimants=[["Amnesty International"], ["Amnesty International", "testimoni|41 testimoni"]])])
O("territory-transfer", "ritiro immediato", status="planned"); O("appeal", "hanno chiesto"); O("denial", "ha smentito"); O("mobilization", "Non abbiamo un solo soldato", status="denied")
C("denial", "ha smentito mercoledì che le truppe di Asmara abbiano partecipato al massacro di Axum", ["Yonas Tesfay"]); C("accusation", "Amnesty International sostiene il contrario", ["Amnesty International"]); C("appeal", "Gli Stati Uniti hanno chiesto il ritiro immediato delle forze eritree", ["Stati Uniti"]); C("no-comment", "Addis Abeba non risponde alle richieste di commento", ["Addis Abeba"])

P("senza-congresso", "2022-09-15", """Guerra di successione nel partito dopo la sconfitta di domenica. I colonnelli della vecchia guardia hanno aperto il fuoco sulla segretaria, accusata di aver portato le truppe al massacro con una campagna «da kamikaze». Lei non si arrende e prepara la controffensiva: il congresso si terrà a marzo. Chi sperava in un armistizio è rimasto deluso, e i franchi tiratori aspettano soltanto la prossima votazione segreta.""", note="party politics in words of war")
O("accusation", "accusata di aver portato"); O("meeting", "congresso si terrà", status="planned")

P("senza-derby", "2019-02-18", """Derby senza esclusione di colpi al palazzetto di Casalecchio. La Virtus ha bombardato il canestro da tre nel secondo quarto, 7 su 9, e ha messo a ferro e fuoco l'area della Fortitudo con il suo centro serbo, autore di 24 punti. Nel finale l'assalto disperato degli ospiti si è infranto sulla difesa a zona. «Siamo stati in trincea quaranta minuti», ha detto il coach Sauro Benelli. Mercoledì si torna in campo in Europa, contro il Partizan.""", note="sport")

P("afghanistan-kabul", "2021-08-27", """È salito ad almeno 170 morti il bilancio dell'attentato suicida compiuto giovedì davanti all'aeroporto di Kabul, ha detto venerdì un funzionario del ministero della Sanità. Tredici le vittime tra i militari americani, secondo il Pentagono, che la sera prima ne aveva contate dodici. L'Isis-K ha rivendicato la strage. Dal 14 agosto gli occidentali hanno portato via dal Paese circa 105.000 persone, ma il ponte aereo si chiuderà martedì.""")
E("explosive", "attentato suicida", "2021-08-26", ["Kabul|aeroporto di Kabul"], "Isis-K:initiator", also=["militari americani", "Stati Uniti", "Pentagono"], alsoP=["aeroporto di Kabul", "Afghanistan", "Kabul"], trig2=["strage"], otherTypes=["attack-on-civilians"],
  figs=[F("killed", 170, None, "at-least", "almeno 170 morti", ["funzionario del ministero della Sanità"], asOf="2021-08-27"), F("killed", 13, 13, "exact", "Tredici le vittime", ["Pentagono"]), F("killed", 12, 12, "exact", "contate dodici", ["Pentagono"], asOf="2021-08-26")])
E("displacement", "hanno portato via", "2021-08-14/..", [], "", also=["occidentali"], alsoP=["Kabul", "Afghanistan"], dates=["2021-08-14/2021-08-27", "2021-08-14"], otherTypes=["aid", "operation"], trig2=["ponte aereo"], figs=[F("displaced", 105000, 105000, "about", "circa 105.000 persone")])
C("confirmation", "L'Isis-K ha rivendicato la strage", ["Isis-K"])

P("somalia-bulomarer", "2023-05-27", """Gli al Shabaab sostengono di aver conquistato venerdì all'alba la base dell'Unione africana di Bulo Marer, a sud-ovest di Mogadiscio, e di avere ucciso 137 soldati ugandesi. La missione Atmis conferma l'attacco, cominciato con due autobombe, ma il suo portavoce, Bernard Okello, nega che la base sia caduta. «Controlliamo ogni metro», assicura. Kampala, che ha mandato una commissione d'inchiesta, non ha ancora reso noto il numero delle vittime.""")
E("territory-overtaken", "aver conquistato", "2023-05-26", ["Bulo Marer"], "al Shabaab|~Shabaab:initiator", also=["Unione africana", "soldati ugandesi", "Uganda", "Atmis"], alsoP=["Mogadiscio", "Somalia"], status="alleged", otherTypes=["armed-clash"],
  figs=[F("killed", 137, 137, "exact", "137 soldati ugandesi", ["al Shabaab|~Shabaab"])])
E("armed-clash", "attacco", "2023-05-26", ["Bulo Marer"], "", also=["al Shabaab", "Shabaab", "Atmis", "Unione africana", "soldati ugandesi", "Uganda"], alsoP=["Mogadiscio", "Somalia"], trig2=["avere ucciso", "autobombe"], otherTypes=["explosive"], dates=[None])
C("confirmation", "La missione Atmis conferma l'attacco", ["Atmis"]); C("denial", "nega che la base sia caduta", ["Bernard Okello"]); C("no-comment", "Kampala, che ha mandato una commissione d'inchiesta, non ha ancora reso noto il numero delle vittime", ["Kampala"])

P("papua-pilota", "2024-09-22", """GIACARTA - È stato rilasciato sabato, dopo 592 giorni di prigionia, il pilota neozelandese Aaron Whitmore, sequestrato il 7 febbraio 2023 dai separatisti papuani sulla pista di Paro. La polizia indonesiana lo ha accompagnato in elicottero a Timika. «Sto bene, ho solo perso qualche chilo», ha detto ai giornalisti. Wellington ringrazia i vescovi locali, che hanno condotto la trattativa, e nega che sia stato pagato un riscatto.""")
E("return", "È stato rilasciato", "2024-09-21", [], "Aaron Whitmore:target|victim|party|initiator", also=["separatisti papuani", "polizia indonesiana"], alsoP=["Timika", "Papua", "Indonesia"], figs=[F("returned", 1, 1, "exact", "il pilota neozelandese", optional=True)])
E("abduction", "sequestrato", "2023-02-07", ["Paro"], "separatisti papuani|~separatisti:initiator; Aaron Whitmore:target|victim", alsoP=["Papua", "Indonesia"], trig2=["prigionia"], dates=["2023-02-07/2024-09-21"])
O("talks-mediated", "trattativa")
C("denial", "nega che sia stato pagato un riscatto", ["Wellington"])
