#!/usr/bin/env python3
"""Conjugate the Italian verbs of news and print it/verbs.tsv.

    python3 make_verbs.py > ../it/verbs.tsv

Regular verbs follow the grammar's three conjugations; irregular ones are families: the forms of a
head verb ("tenere") with every prefix ("man", "so", "ot") that makes another verb of it. The
lists are written by hand from common knowledge of the language; nothing is copied from a corpus.
"""
import sys

COLUMNS = ("lemma auxiliary infinitive gerund part_ms part_fs part_mp part_fp "
           "pres_1s pres_3s pres_1p pres_3p impf_3s impf_3p past_3s past_3p fut_3s fut_3p "
           "cond_3s cond_3p subj_3s subj_3p isubj_3s isubj_3p impf_1p fut_1s fut_1p cond_1s cond_1p nouns").split()

# --- regular verbs, by conjugation and auxiliary ---------------------------------------------
# First conjugation. A "!" marks a stressed i (invii, inviino).
ARE_AVERE = """
abbandonare abilitare abituare abbassare abbracciare accantonare accarezzare accelerare accendare accennare accentuare accertare
accettare accompagnare accorciare accordare accreditare accumulare accusare acquistare adeguare adottare affermare affiancare
affidare affittare affondare affrontare agevolare aggiornare aggiudicare aggravare agguantare aiutare alimentare
allargare allarmare allegare alleggerare allenare allentare alleviare allevare allontanare alzare amare ambientare ammainare ammanettare
ammassare ammazzare ammonticchiare ampliare analizzare anatemizzare ancorare animare annegare annientare
annotare annullare annunciare anticipare appellare applaudare applicare appoggiare apportare apprezzare approfondare approfittare
approntare appurare archiviare architettare armare arrecare arrestare articolare ascoltare aspettare
assaltare assassinare assediare assegnare asserragliare assicurare assistare associare assoldare attaccare attendare
attestare attirare attivare attraccare attraversare attribuare attuare aumentare auspicare autorizzare avallare avanzare avviare!
avvicinare avvisare avvistare azionare azzerare baciare ballare barattare barricare basare bastonare battezzare bersagliare
biasimare bisbigliare bloccare bocciare borbottare brontolare boicottare bollare bombardare bonificare braccare bruciare bucare buttare caldeggiare calcolare calmare calpestare
cambiare camminare cancellare candidare cannoneggiare cantare capitanare capovolgare caratterizzare caricare carpare cassare castigare catalogare catturare causare
celebrare censurare cercare certificare cessare chiamare chiarificare circolare circondare citare classificare
collaborare collaudare collegare collocare colonizzare colmare coltivare comandare combinare commemorare commentare commerciare
commissionare comparare compensare compilare complicare comportare comprare compromessare comunicare concentrare conclamare concordare condannare condizionare
confermare confinare confiscare confutare congelare congratulare congedare conquistare consacrare consegnare conservare considerare
consigliare consolidare constatare consultare consumare contagiare contare contaminare contemplare contestare contrabbandare contrassegnare contrastare contrattaccare
contrattare controllare convalidare convocare coordinare costeggiare coronare correlare corteggiare cospirare creare criticare crivellare crocifissare curare custodiare
danneggiare datare debellare decapitare decifrare decimare declamare declassare declinare decretare dedicare definizzare delegare deliberare delimitare delineare
demilitarizzare demonizzare denominare denotare denunciare denuclearizzare depennare depistare deplorare depositare depotenziare deportare derubare
descrittare desiderare designare destabilizzare destinare deteriorare determinare detonare detronizzare devastare diagnosticare dialogare dichiarare difendare
diffidare dilaniare dimezzare diminuare dimostrare diramare dirottare disarmare disapprovare disboscare discreditare discriminare disertare disinnescare disintegrare disonorare
disperdare disperare disprezzare disputare disseminare dissestare dissimulare dissotterrare distaccare distanziare distillare disturbare
divulgare documentare domandare domare dominare donare dondolare dosare dotare drammatizzare drenare dubitare duplicare durare
eccitare effettuare elaborare elargare elencare elevare eliminare elogiare eludare emanare emarginare emigrare enfatizzare enunciare epurare equilibrare equipaggiare
ereditare esacerbare esagerare esaltare esaminare esasperare esautorare esecrare esercitare esiliare esitare esonerare esortare
espatriare esplicare esplicitare esplorare esportare espugnare espropriare esternare esterminare estradare esumare evacuare
evidenziare evitare evocare evidenziare fabbricare facilitare falciare falsificare fatturare faticare favoreggiare ferrare fermare festeggiare fiancheggiare filmare filtrare finanziare fiorare
firmare fissare fomentare fondare forgiare formalizzare formare formulare fornare fortificare forzare fotografare fregare frenare frequentare freddare fronteggiare
frustrare fucilare fulminare funestare garantare generare gestare gettare giocare giovare giudicare giurare giustificare giustiziare governare gradare gravare gridare guadagnare guardare
guastare guerreggiare guidare identificare ignorare illustrare imbarcare imboccare imboscare immaginare immobilizzare impallinare imparare impartare impattare impegnare impersonare
impiantare impiccare impiegare implementare implicare implorare importare impostare impressionare imprigionare improvvisare impugnare imputare
inaugurare inasprare incalzare incanalare incaricare incarcerare incassare incastrare incatenare incendiare incentivare incitare incolpare incontrare incoraggiare
incriminare incrinare incrociare incrementare inculcare indagare indennizzare indicare indignare indirizzare individuare indossare indottrinare infastidare infettare infiammare infiltrare inficiare
influenzare informare infrangare ingaggiare ingannare ingiuriare ingrandare inneggiare innescare innestare innovare inoltrare inondare inquadrare inquinare insabbiare insediare insegnare
inserare insidiare insinuare installare instaurare insultare integrare intaccare intascare intensificare intentare intercettare interessare internare internazionalizzare
interpellare interpretare interrogare intervistare intimare intimorare intitolare intonare intralciare intrappolare inventare investigare inviare! invitare invocare
ipotizzare irritare irrorare ispezionare ispirare isolare istallare istigare istituzionalizzare lacerare lamentare lanciare lasciare lavare lavorare legalizzare legare legiferare
legittimare lesinare leggare levare liberare licenziare limitare linciare liquidare litigare localizzare logorare lodare lottare lucrare malmenare malversare mandare manganellare manifestare
manipolare manomettare manovrare marcare marciare marginalizzare martellare mascherare massacrare massimizzare mediare meditare meritare militare militarizzare minacciare minare minimizzare mirare
miscelare misurare mitigare mitragliare mobilitare mobilizzare moderare modificare moltiplicare monitorare monopolizzare montare mostrare motivare movimentare multare mutare mutilare
narrare nascondare nazionalizzare necessitare negare negoziare neutralizzare nominare normalizzare notare notificare nutrare obbligare obliterare occultare
occupare odiare offuscare oltrepassare oltraggiare omaggiare ombreggiare omologare onorare operare orchestrare ordinare organizzare originare orientare osannare oscurare ospitare osservare ossequiare
ostacolare osteggiare ostentare ottemperare ottimizzare pagare paragonare paralizzare parafrasare parlare parcheggiare partecipare passare patrocinare patteggiare pattugliare paventare
penalizzare pensare perdonare perfezionare perforare perlustrare permeare perpetrare perpetuare perquisare perseguitare persuadare pesare pestare pianificare piangare piazzare picchettare picchiare
piegare pignorare pilotare plagiare plasmare polarizzare polemizzare portare postare posticipare posizionare potenziare praticare precettare precipitare precisare precludare predicare prefigurare
pregare pregiudicare prelevare premiare preoccupare preparare presagare presentare presenziare presidiare pressare prestare presumare pretestare prevaricare privare privatizzare privilegiare procacciare
processare proclamare procrastinare procurare profanare programmare progettare prolungare pronosticare pronunciare propagandare propagare propiziare prorogare prosciugare protestare provare
provocare pubblicare pubblicizzare pugnalare puntare purgare quantificare raccomandare raccontare raddoppiare radere radunare rafforzare raffigurare raffreddare ragionare rallentare rammaricare rammentare rappresentare
rastrellare ratificare razionare razziare reagare realizzare recapitare recare recitare reclamare reclutare recuperare redarguare refutare regalare registrare regnare regolamentare regolare reimparare reinsediare reintegrare
reiterare relazionare relegare replicare requisare respirare restaurare restituare ribaltare ricalcare ricamare ricambiare ricapitolare ricattare ricavare ricercare riconquistare ricondurre riconfermare ricoverare ricordare ricreare
ricucire ridicolizzare ridimensionare riduare rievocare rifiutare rilanciare rilasciare rilevare rimandare rimarcare rimborsare rimbrottare rimpatriare rimpiazzare rimproverare rincarare rinforzare ringraziare rinnegare rinnovare rintracciare
rinunciare rinviare! riparare ripassare ripopolare riportare riprogrammare riscattare riscontrare risanare rischiare riservare risparmiare rispettare risposare
risucchiare risvegliare ritardare ritirare ritrattare ritrovare rivalutare rivelare rivendicare rivitalizzare riviviare rivoltare rubare sabotare saccheggiare sacrificare salutare salvare salvaguardare sancionare sanzionare
saturare sbandierare sbaragliare sbarcare sbarrare sbloccare scacciare scagionare scambiare scandagliare scansare scaricare scartare scatenare scavare schedare scheggiare schiacciare schiaffeggiare schierare scioccare
scomodare scomunicare scongiurare sconfessare sconsigliare scontare scortare screditare scrutare scusare sdoganare secretare segnalare segnare segregare selezionare seminare semplificare separare seppellare sequestrare
serrare setacciare sfatare sferrare sfidare sfigurare sfiorare sfollare sfondare sforare sformare sfregiare sfruttare sganciare sgomberare sgombrare sgominare sgozzare siglare silenziare silurare simboleggiare simulare
sloggiare smantellare smascherare smentare smilitarizzare sminare sminuzzare smobilitare smontare smorzare snobbare sobillare soccombare soffocare soggiogare solidarizzare sollecitare sollevare
somministrare sondare soppiantare sopravvalutare sopravanzare sorpassare sorvegliare sorvolare sospettare sostare sottolineare sottovalutare spalleggiare sparpagliare spaventare spazzare specificare sperare sperimentare spezzare
spiare! spiegare spingare spodestare spogliare sponsorizzare spopolare sprecare sprigionare spronare squalificare squarciare stabilizzare stampare stanare stanziare stazionare sterminare stigmatizzare
stilare stimare stimolare stipulare stracciare strangolare strappare strumentalizzare studiare stuprare subissare subordinare suddividare sudare suffragare suggellare suonare superare supervisionare supplicare supportare
suscitare svalutare svecchiare sventare sventolare svincolare tacciare tagliare tamponare targare tassare telefonare temporeggiare tentare terminare terrorizzare testare testimoniare timbrare
tirare tollerare torchiare tormentare torturare totalizzare traghettare tramandare tramare trapelare trascurare trasportare traumatizzare trattare trivellare trovare trucidare truffare tutelare
twittare ultimare umiliare usare usurpare utilizzare vagliare valutare vantare varare variare vegliare vendicare ventilare verificare versare vessare vezzeggiare viaggiare vidimare vietare
violare violentare visionare visitare vittimizzare vituperare vivacchiare volatilizzare votare vulnerare zittare
fronteggiare avvelenare aizzare sbandierare brindare urlare chiosare puntualizzare rimarcare tuonare chattare whatsappare ritwittare ritweettare avvertizzare allertare
rassicurare sbottare incalzare ammonizzare vaticinare obiettare argomentare arringare dettagliare mormorare sussurrare balbettare bisbigliare esclamare interpellare lamentare scherzare ironizzare stigmatizzare
denunziare annunziare rinunziare pronunziare sperticare annoverare catalizzare esplicare millantare motteggiare farneticare delirare pontificare filosofeggiare teorizzare congetturare esemplificare
commutare bivaccare bighellonare affermare accampare appiccare assimilare attorniare avvinghiare barattare bacchettare bastare bracconare cannibalizzare cavalcare
colpevolizzare condonare contornare defenestrare delegittimare dragare elettrizzare escogitare evangelizzare fagocitare fiutare foraggiare frantumare frugare imbavagliare imbrattare imbottigliare imperversare incenerare
lapidare maltrattare marchiare molestare narcotizzare obbligare perseverare picconare ponderare profetizzare rapinare raschiare razzolare resuscitare ricompensare ricostruzzare rigettare rimuginare rinfacciare
rischiarare rovesciare rovinare scalzare scannare scaraventare schivare scippare scomparare scuotare sdraiare sfamare sfasciare sfilare smistare sobbalzare sorteggiare spacciare spintonare spolpare squadrare stoccare strangolare stravolgare scagliare sospirare sintetizzare sbuffare imprecare ringhiare
"""
ARE_ESSERE = """
arrivare tornare ritornare rientrare entrare restare bastare diventare atterrare approdare sbarcare emigrare immigrare transitare sembrare crollare
annegare naufragare capitare costare mancare scappare scampare sfociare sbucare affiorare affogare decollare precipitare espatriare cessare
continuare cambiare migliorare peggiorare passare saltare volare penetrare ruotare scoppiare scattare esplodiare deflagrare degenerare iniziare cominciare terminare finare
andarsene ricominciare rimpatriare avanzare sconfinare franare slittare sfumare tramontare rimbalzare calare aumentare circolare durare invecchiare
rincasare emanare evaporare trapelare filtrare culminare decampare sgusciare scivolare risultare balzare crepare naufragare subentrare
sopravanzare penetrare dilagare montare ruzzolare mutare variare ritardare durare
"""
# First conjugation again: what the first list lacked.
ARE_MORE = """
cinguettare sbraitare farfugliare azzardare enumerare vagheggiare ragguagliare frignare meravigliare
trasformare trascinare ubicare vigilare ripristinare riabilitare ristrutturare riqualificare scoraggiare sensibilizzare smembrare
stroncare svuotare tramutare tranquillizzare preannunciare mugugnare sibilare singhiozzare ridacchiare adombrare strillare proiettare placare prenotare
additare apostrofare confessare esultare etichettare menzionare prospettare qualificare sentenziare esultare osare sfogare
sparare dispiegare dislocare revocare approvare scarcerare ripiegare ammirare apprestare auspicare toccare riguardare spostare mangiare cacciare pescare piantare fruttare sbagliare
sanguinare bagnare triplicare quadruplicare quintuplicare imbracciare immolare suicidare scommettare funzionare significare bisognare tremare nuotare soggiornare pernottare alloggiare abitare popolare
affollare assembrare ammutinare ribellare sollazzare acclamare fischiare applaudare contestare sfrattare sgretolare demarcare delineare tracciare mappare scavalcare varcare valicare guadare
ormeggiare attraccare salpare speronare abbordare dirottare sorvolare paracadutare elitrasportare rifocillare vaccinare contagiare quarantenare medicare operare amputare ricucare ingessare
dialogare interloquare barcamenare cavillare disquisare vociferare speculare rettificare controfirmare emendare abrogare promulgare legiferare depenalizzare inabilitare interinare
commissariare sfiduciare insediare nominare cooptare reincaricare rieducare schedare dossierare intercettare hackerare crittografare decrittare oscurare bannare censurare
sfoggiare esplicitare tratteggiare ritrarre ribadare confidare svelare rivelare sbandierare spifferare origliare rimproverare rinfacciare sferzare fustigare strigliare
bersagliare crivellare bombardare mitragliare cannoneggiare minare sminare fortificare trincerare interrare seppellare disseppellare riesumare cremare
incentrare imperniare focalizzare basare vertare gravitare ruotare orbitare convogliare instradare deviare! dirottare incolonnare scortare
risentare perorare invocare scongiurare implorare supplicare pregare esigere pretendare reclamare ingiungare intimare
abusare adescare sfruttare schiavizzare trafficare contrabbandare riciclare corrompare estorcare ricattare minacciare taglieggiare
avvisare ammonizzare preavvisare allertare preallarmare rimpallare richiamare rappacificare pacificare conciliare riconciliare mediare intermediare arbitrare
crollare sprofondare affondare colare inabissare ribaltare capovolgare schiantare impattare frenare sbandare tamponare investare
intensificare rallentare sospettare dubitare temporeggiare tergiversare esitare titubare indugiare procrastinare
sbancare fatturare importare esportare tariffare dazionare embargare congelare scongelare sbloccare erogare elargare finanziare rifinanziare saldare indebitare
evolvare stagnare ristagnare precipitare degenerare sfociare esondare straripare alluvionare franare
radicalizzare fanatizzare indottrinare arruolare addestrare coscrivare congedare richiamare riarmare disarmare armare equipaggiare
barattare permutare scambiare restituare riconsegnare riportare rimandare riavvicinare allontanare riallacciare troncare
sprecare sperperare dissipare accaparrare requisare razionare rastrellare razziare predare depredare saccheggiare spogliare
aspirare agognare bramare anelare sognare desiderare sperare auspicare augurare
lamentare deplorare rimpiangare piangare commiserare compatare consolare confortare
odorare puzzare fumare incendiare bruciare ardare avvampare divampare infuriare imperversare deflagrare scoppiettare
rifiutare ricusare respingare rigettare declinare scartare
sventare vanificare neutralizzare scongiurare prevenare impedare ostacolare intralciare
"""
# First conjugation: verbs of fighting, moving and dealing.
ARE_EVENTS = """
scontrare centrare vandalizzare accoltellare capitolare issare arretrare accerchiare sigillare rifugiare cooperare scioperare completare riavviare! inscenare
sopportare arginare rintuzzare addebitare calendarizzare adoperare impossessare indietreggiare crollare asserragliare mitragliare squassare
attentare brillare confrontare ribombardare riversare allacciare amnistiare arrembare azzuffare brutalizzare carbonizzare dinamitare frustare graziare parafare piombare
riabbracciare riacquistare ridispiegare riguadagnare rioccupare riparlare riposizionare rischierare seviziare snidare spianare svaligiare tempestare tranciare transennare tumultuare urtare
svegliare illuminare riecheggiare echeggiare risuonare rimbombare oscillare radunare perlustrare setacciare sequestrare videochiamare trainare rimorchiare affamare gasare esfiltrare intossicare asfissiare ustionare
"""
ARE_MORE_ESSERE = "divampare esondare straripare salpare ammontare affluire:x rifluire:x spirare tracimare sprofondare colare stagnare balenare trasmigrare avvampare bisognare funzionare:x gravitare approdare ristagnare"
# Second conjugation, regular or nearly.
ERE_AVERE = """
divergere
battere abbattere combattere ribattere controbattere credere cedere concedere temere ricevere vendere ripetere tessere premere mietere dovere godere insistere
resistere assistere consistere esistere persistere desistere sussistere riflettere competere perdere compiere adempiere combattere dibattere sbattere precedere
procedere eccedere accedere succedere recedere retrocedere intercedere predicere cedere sedere possedere presiedere insediere solere
"""
# Third conjugation with -isc-.
IRE_ISC_AVERE = """
pattuire
eccepire annuire plaudire
gioire impadronire lambire inasprire imbestialire
aderire agire ambire ammonire appesantire arricchire arrossire asserire asservire assorbire attribuire attutire bandire blandire capire chiarire
colpire concepire condire conferire contribuire costituire costruire custodire definire demolire destituire deperire differire digerire diminuire disobbedire disperire distribuire esaurire
esibire esordire fallire favorire ferire finire fiorire fornire garantire gestire gradire guarire impartire impaurire impazzire impedire inasprire incenerire
incuriosire indebolire infastidire inferire inferocire infliggire influire ingerire ingrandire inibire inserire interferire intimidire intimorire intuire investire irrigidire irretire istituire istruire
munire obbedire ordire ostruire partorire patire percepire perire perquisire perseguire preferire preferire presagire prestabilire proferire progredire proibire pulire punire ratire rapire
reagire redarguire reperire requisire restituire retribuire ribadire ribollire ricostituire ricostruire riferire rifornire ripulire risarcire riunire riverire
sancire sbandire sbalordire scalfire scandire scaturire schernire scolpire seppellire smarrire smentire snellire sostituire sparire spartire spedire stabilire starnutire stupire subire suggerire svanire svilire
tradire trasferire tramortire trasgredire ubbidire unire usufruire zittire asserire ricolpire inorridire tramortire sgualcire rabbrividire lenire ripartire ammorbidire indispettire interloquire
aggredire trasgredire affluire confluire influire fluire rifluire proferire reperire abolire ardire asserire aderire concepire deferire esperire inferire ingerire insignire interagire ordire smaltire sopire supplire tripartire usufruire ammutolire arricchire impoverire inacidire infierire inveire ringiovanire risarcire scurire stordire tornire trasalire reinserire ristabilire riferire sminuire intimorire addolcire allestire ammattire annerire appassire arrugginire assopire atterrire avvilire incattivire infoltire ingigantire insospettire
"""
# Third conjugation without -isc-.
IRE_AVERE = """
nutrire inghiottire avvertire bollire consentire convertire coprire divertire dormire empire fuggire investire mentire offrire pentire seguire perseguire inseguire conseguire proseguire eseguire sentire servire
soffrire sovvertire vestire travestire tossire applaudire acconsentire dissentire assentire presentire risentire
"""
IRE_ESSERE = "partire ripartire fuggire sfuggire rifuggire"
ISC_ESSERE = "perire fallire scaturire sparire svanire guarire arrossire impazzire inorridire fiorire progredire deperire stupire riuscire"

# Typing slips of the lists above: made-up infinitives of another conjugation.
NOT_VERBS = set("""
accendare alleggerare anatemizzare applaudare approfondare assistare attendare attribuare capovolgare carpare compromessare crocifissare
custodiare definizzare descrittare difendare diminuare disperdare elargare eludare esterminare fiorare fornare garantare gestare gradare
impartare inasprare infastidare infrangare ingrandare inserare intimorare leggare manomettare nascondare nutrare perquisare persuadare piangare precludare
presagare presumare pretestare radere reagare redarguare reimparare requisare restituare ricondurre ricucire riduare risposare riviviare sancionare seppellare smentare soccombare
spingare suddividare vulnerare zittare ritweettare whatsappare avvertizzare ammonizzare ricostruzzare scomparare scuotare stravolgare incenerare
esplodiare finare andarsene predicere insediere infliggire disperire ratire solere dovere consistere
sedere possedere custodiare conseguire seguire perseguire
""".split()) - {"conseguire", "seguire", "perseguire"}

NOT_VERBS_MORE = NOT_VERBS | set("""
scommettare ritrarre ribadare risentare exigere esigere pretendare ingiungare corrompare estorcare capovolgare investare evolvare coscrivare rimpiangare compatare ardare respingare prevenare impedare
ricucare interloquare disquisare vertare dazionare embargare sollazzare dossierare quarantenare alluvionare seppellare disseppellare elargare restituare requisare piangare interinare tariffare cavillare
""".split())
# --- irregular families ----------------------------------------------------------------------
# head: ({column: form}, prefixes). Columns not given follow the regular pattern of `like`.
FAMILIES = [
  # -ere with remote past in -si and a participle of its own: (ending, past_3s, participle, prefixed verbs)
  ("S", "mettere", "mise", "messo", " ammettere commettere permettere promettere trasmettere dimettere rimettere scommettere smettere sottomettere compromettere emettere immettere omettere premettere manomettere"),
  ("S", "prendere", "prese", "preso", " apprendere comprendere intraprendere riprendere sorprendere"),
  ("S", "rendere", "rese", "reso", " arrendere"),
  ("S", "tendere", "tese", "teso", " attendere estendere intendere pretendere stendere sottintendere protendere fraintendere distendere"),
  ("S", "spendere", "spese", "speso", " sospendere"),
  ("S", "appendere", "appese", "appeso", ""),
  ("S", "dipendere", "dipese", "dipeso", ""),
  ("S", "difendere", "difese", "difeso", ""),
  ("S", "offendere", "offese", "offeso", ""),
  ("S", "accendere", "accese", "acceso", " riaccendere"),
  ("S", "scendere", "scese", "sceso", " discendere ascendere trascendere"),
  ("S", "uccidere", "uccise", "ucciso", ""),
  ("S", "decidere", "decise", "deciso", ""),
  ("S", "incidere", "incise", "inciso", " coincidere"),
  ("S", "recidere", "recise", "reciso", ""),
  ("S", "dividere", "divise", "diviso", " condividere suddividere"),
  ("S", "ridere", "rise", "riso", " deridere irridere sorridere"),
  ("S", "chiudere", "chiuse", "chiuso", " richiudere rinchiudere dischiudere socchiudere"),
  ("S", "concludere", "concluse", "concluso", " includere escludere precludere accludere occludere"),
  ("S", "illudere", "illuse", "illuso", " deludere eludere alludere colludere"),
  ("S", "intrudere", "intruse", "intruso", ""),
  ("S", "esplodere", "esplose", "esploso", " implodere"),
  ("S", "evadere", "evase", "evaso", " invadere pervadere"),
  ("S", "persuadere", "persuase", "persuaso", " dissuadere"),
  ("S", "radere", "rase", "raso", ""),
  ("S", "ledere", "lese", "leso", ""),
  ("S", "espellere", "espulse", "espulso", ""),
  ("S", "chiedere", "chiese", "chiesto", " richiedere"),
  ("S", "rispondere", "rispose", "risposto", " corrispondere"),
  ("S", "nascondere", "nascose", "nascosto", ""),
  ("S", "rimanere", "rimase", "rimasto", ""),
  ("S", "correre", "corse", "corso", " accorrere concorrere decorrere incorrere occorrere percorrere ricorrere rincorrere scorrere soccorrere trascorrere ripercorrere"),
  ("S", "spargere", "sparse", "sparso", " cospargere"),
  ("S", "emergere", "emerse", "emerso", " immergere sommergere"),
  ("S", "disperdere", "disperse", "disperso", ""),
  ("S", "perdere", "perse", "perso|perduto", ""),
  ("S", "mordere", "morse", "morso", ""),
  ("S", "ardere", "arse", "arso", ""),
  ("S", "volgere", "volse", "volto", " coinvolgere rivolgere sconvolgere stravolgere svolgere capovolgere avvolgere travolgere"),
  ("S", "sorgere", "sorse", "sorto", " insorgere risorgere"),
  ("S", "porgere", "porse", "porto", ""),
  ("S", "accorgere", "accorse", "accorto", ""),
  ("S", "piangere", "pianse", "pianto", " compiangere rimpiangere"),
  ("S", "spingere", "spinse", "spinto", " respingere sospingere"),
  ("S", "dipingere", "dipinse", "dipinto", ""),
  ("S", "fingere", "finse", "finto", ""),
  ("S", "stringere", "strinse", "stretto", " costringere restringere"),
  ("S", "giungere", "giunse", "giunto", " aggiungere raggiungere congiungere soggiungere sopraggiungere ricongiungere"),
  ("S", "ungere", "unse", "unto", ""),
  ("S", "infrangere", "infranse", "infranto", " frangere"),
  ("S", "vincere", "vinse", "vinto", " convincere avvincere"),
  ("S", "distinguere", "distinse", "distinto", " estinguere"),
  ("S", "leggere", "lesse", "letto", " rileggere eleggere rieleggere"),
  ("S", "correggere", "corresse", "corretto", " reggere sorreggere"),
  ("S", "proteggere", "protesse", "protetto", ""),
  ("S", "dirigere", "diresse", "diretto", " erigere"),
  ("S", "redigere", "redasse", "redatto", ""),
  ("S", "esigere", "esigette", "esatto", ""),
  ("S", "transigere", "transigette", "transatto", ""),
  ("S", "infliggere", "inflisse", "inflitto", ""),
  ("S", "sconfiggere", "sconfisse", "sconfitto", " trafiggere affliggere"),
  ("S", "scrivere", "scrisse", "scritto", " descrivere iscrivere prescrivere sottoscrivere trascrivere circoscrivere ascrivere riscrivere proscrivere"),
  ("S", "discutere", "discusse", "discusso", ""),
  ("S", "percuotere", "percosse", "percosso", " riscuotere scuotere"),
  ("S", "muovere", "mosse", "mosso", " promuovere rimuovere smuovere commuovere"),
  ("S", "annettere", "annetté", "annesso", " connettere"),
  ("S", "assumere", "assunse", "assunto", " presumere desumere riassumere"),
  ("S", "sopprimere", "soppresse", "soppresso", " opprimere reprimere esprimere comprimere imprimere deprimere"),
  ("S", "redimere", "redense", "redento", ""),
  ("S", "distruggere", "distrusse", "distrutto", " struggere"),
  ("S", "torcere", "torse", "torto", " ritorcere contorcere estorcere"),
  ("S", "tingere", "tinse", "tinto", " attingere"),
  ("S", "cingere", "cinse", "cinto", " accingere"),
  ("S", "indulgere", "indulse", "indulto", ""),
  ("S", "rifulgere", "rifulse", "rifulso", ""),
  ("S", "mungere", "munse", "munto", ""),
  ("S", "alludere", "alluse", "alluso", ""),
  ("S", "pungere", "punse", "punto", " fungere"),
  ("S", "intessere", "intessé", "intessuto", ""),
  ("S", "splendere", "splendette", "", ""),
  ("S", "propendere", "propendette", "propeso", ""),
  ("S", "provvedere", "provvide", "provveduto|provvisto", ""),
  ("S", "ravvedere", "ravvide", "ravveduto", ""),
  ("S", "decedere", "decedette", "deceduto", ""),
  ("S", "mescere", "mescé", "mesciuto", ""),
  ("S", "pascere", "pascé", "pasciuto", ""),
  ("S", "fondere", "fuse", "fuso", " diffondere confondere infondere effondere"),
  ("S", "rompere", "ruppe", "rotto", " interrompere irrompere corrompere prorompere"),
  ("S", "crescere", "crebbe", "cresciuto", " accrescere decrescere ricrescere"),
  ("S", "conoscere", "conobbe", "conosciuto", " riconoscere disconoscere misconoscere"),
  ("S", "nascere", "nacque", "nato", " rinascere"),
  ("S", "vivere", "visse", "vissuto", " sopravvivere convivere rivivere"),
  ("S", "sciogliere", "sciolse", "sciolto", ""),
  ("S", "assolvere", "assolse", "assolto", ""),
  ("S", "risolvere", "risolse", "risolto", " dissolvere"),
  ("S", "evolvere", "evolvette", "evoluto", " devolvere"),
  ("S", "cedere", "cedette", "ceduto", ""),
  ("S", "concedere", "concesse", "concesso", " succedere"),
  ("S", "procedere", "procedette", "proceduto", " precedere eccedere accedere recedere retrocedere intercedere"),
  ("S", "insistere", "insistette", "insistito", " resistere assistere esistere persistere desistere sussistere consistere"),
  ("S", "riflettere", "rifletté", "riflettuto|riflesso", ""),
  ("S", "credere", "credette", "creduto", ""),
  ("S", "ricevere", "ricevette", "ricevuto", ""),
  ("S", "temere", "temette", "temuto", ""),
  ("S", "vendere", "vendette", "venduto", " svendere rivendere"),
  ("S", "battere", "batté", "battuto", " abbattere combattere ribattere controbattere dibattere sbattere imbattere"),
  ("S", "ripetere", "ripeté", "ripetuto", ""),
  ("S", "competere", "competé", "competuto", ""),
  ("S", "premere", "premette", "premuto", " spremere"),
  ("S", "tessere", "tessé", "tessuto", ""),
  ("S", "compiere", "compì", "compiuto", " adempiere"),
  ("S", "godere", "godette", "goduto", ""),
  ("S", "piovere", "piovve", "piovuto", ""),
  ("S", "cuocere", "cosse", "cotto", ""),
  ("S", "soccombere", "soccombette", "soccombuto", ""),
  ("S", "incombere", "incombette", "", ""),
]

ESSERE = set("""
scendere discendere ascendere evadere rimanere accorrere decorrere occorrere scorrere trascorrere emergere sorgere insorgere risorgere
giungere sopraggiungere crescere decrescere nascere rinascere succedere consistere esistere sussistere rinascere esplodere scoppiare
irrompere incombere arrivare tornare ritornare rientrare entrare restare bastare diventare emigrare sembrare crollare capitare costare scappare
sfociare sbucare affiorare sparire svanire perire partire fuggire venire andare morire uscire riuscire cadere accadere ricadere decadere
divenire avvenire intervenire provenire pervenire sopravvenire rinvenire apparire comparire scomparire salire valere piacere parere
dispiacere tacere stare essere ricomparire degenerare naufragare deflagrare sconfinare dilagare divampare esondare straripare salpare ammontare spirare tracimare stagnare balenare trasmigrare decedere affluire confluire rifluire fluire balzare risultare subentrare scivolare
rincasare trapelare culminare evaporare precipitare affogare atterrare approdare transitare atterrare franare slittare sfumare tramontare
rimbalzare sopravvivere evolvere dipendere coincidere fallire scaturire
""".split())
BOTH = set("""
correre vivere convivere volare saltare correre esplodere passare cambiare continuare cominciare iniziare terminare finire aumentare diminuire
avanzare migliorare peggiorare salire scendere durare mancare cessare annegare affondare bruciare servire procedere accedere
approdare atterrare atterrare decollare fuggire emigrare sbarcare sfuggire scoppiare volere dovere potere trascorrere scattare rimpatriare calare
appartenere circolare filtrare mutare variare guarire progredire naufragare precipitare decollare sopravvivere evolvere slittare montare ricominciare
scampare sconfinare raddoppiare variare penetrare espatriare transitare ritardare crollare evadere
""".split())

# Nouns and adjectives that look like a form of a verb: form:gender+number; with ! the noun is by far
# the more usual word.
NOUNS = """
ancora:fs! rammarico:ms accusa:fs arma:fs! attacco:ms! accordo:ms! annuncio:ms aiuto:ms aumento:ms arresto:ms assedio:ms avviso:ms appoggio:ms abbandono:ms
ascolto:ms auspicio:ms blocco:ms bilancio:ms! bombardamento:ms battaglia:fs! combattimento:ms cambio:ms campagna:fs! calcolo:ms canto:ms capo:ms! carica:fs carico:ms causa:fs
censura:fs cerca:fs! circolo:ms citazione:fs colloquio:ms comando:ms commento:ms compagna:fs! compenso:ms comunica:fs condanna:fs conferma:fs confino:ms
congedo:ms conquista:fs riconquista:fs consegna:fs consiglio:ms! consulta:fs consumo:ms conta:fs conto:ms! contatto:ms contrasto:ms contratto:ms controllo:ms critica:fs critico:ms! cura:fs
data:fs! dato:ms! debito:ms denuncia:fs denunzia:fs deposito:ms desiderio:ms! dialogo:ms! domanda:fs domino:ms dono:ms dubbio:ms! dura:fs! duro:ms! esame:ms esercito:ms! esilio:ms esito:ms
espatrio:ms evento:ms! ferma:fs fermo:ms filtro:ms finanza:fs! firma:fs fondo:ms! fonda:fs forma:fs! forza:fs fuga:fs genera:fs gioco:ms giudica:fs giura:fs giustizia:fs! governo:ms!
grida:fp grido:ms guida:fs guarda:fs impegno:ms impiego:ms incarico:ms incontro:ms! indirizzo:ms interesse:ms interno:ms! interna:fs! invito:ms invio:ms ispira:fs lancio:ms lavoro:ms
lega:fs limite:ms lotta:fs mancanza:fs manca:fs mandato:ms! marca:fs marcia:fs massacro:ms mina:fs! minaccia:fs mira:fs misura:fs! mobilita:fs modifica:fs mostra:fs motivo:ms nota:fs! noto:ms! nomina:fs
obbligo:ms offerta:fs opera:fs! ordine:ms! ordina:fs organo:ms! origine:fs! oscura:fs oscuro:ms! paga:fs parla:fs partecipa:fs passo:ms passa:fs pattuglia:fs pena:fs pensa:fs pensiero:ms pesa:fs pianto:ms
piega:fs porta:fs porto:ms! posta:fs posto:ms! pratica:fs premio:ms prepara:fs presa:fs preso:ms presidio:ms pressa:fs prestito:ms processo:ms programma:ms progetto:ms prolunga:fs proroga:fs
protesta:fs prova:fs provoca:fs pubblica:fs pubblico:ms! punta:fs punto:ms! racconto:ms ragiona:fs recupero:ms regala:fs regalo:ms registro:ms regno:ms regola:fs! replica:fs requisito:ms respiro:ms resta:fs resto:ms
resa:fs ricerca:fs richiesta:fs ricordo:ms ricovero:ms rifiuto:ms rilancio:ms rilascio:ms rilievo:ms rimpatrio:ms rincaro:ms rinforzo:ms rinnovo:ms rinuncia:fs rinvio:ms riparo:ms riporto:ms ripresa:fs
riscatto:ms rischio:ms riserva:fs risparmio:ms rispetto:ms risposta:fs ritardo:ms ritiro:ms ritorno:ms ritrovo:ms rivolta:fs rivalsa:fs ruota:fs sabotaggio:ms salto:ms salva:fs saluto:ms sbarco:ms scambio:ms scarica:fs scarico:ms
scatto:ms scavo:ms schiera:fs scomodo:ms sconto:ms scorta:fs scusa:fs segna:fs segno:ms! segreta:fs separa:fs sequestro:ms sfida:fs sfollato:ms sgombero:ms sicura:fs
sorpresa:fs sospetto:ms sosta:fs sparo:ms spera:fs spia:fs spiega:fs spinta:fs stampa:fs! stanza:fs! stima:fs strage:fs studia:fs studio:ms! stupro:ms successo:ms superato:ms supporto:ms svolta:fs taglia:fs taglio:ms
tassa:fs telefono:ms tentativo:ms termine:ms! testa:fs! testo:ms! tiro:ms torna:fs tortura:fs trama:fs transito:ms trasporto:ms tratta:fs tratto:ms! trattato:ms! tregua:fs tutela:fs uso:ms! usa:fs utile:ms
vanto:ms vendetta:fs vendita:fs veglia:fs versa:fs veto:ms viaggio:ms vieta:fs viola:fs visita:fs vista:fs visto:ms vita:fs! vivo:ms! viva:fs voglia:fs riguardo:ms! volo:ms! vota:fs voto:ms
morto:ms morta:fs morti:mp morte:fs ferito:ms ferita:fs feriti:mp ferite:fp detenuto:ms detenuta:fs detenuti:mp detenute:fp imputato:ms imputati:mp indagato:ms indagati:mp inviato:ms inviata:fs inviati:mp inviate:fp incaricato:ms
delegato:ms delegata:fs delegati:mp deputato:ms! deputata:fs! deputati:mp! deputate:fp! alleato:ms alleati:mp alleata:fs candidato:ms candidata:fs candidati:mp dichiarato:ms designato:ms disperso:ms dispersi:mp dispersa:fs
rifugiato:ms rifugiati:mp rifugiate:fp sfollati:mp sfollate:fp soldato:ms! soldati:mp! stato:ms stati:mp! fatto:ms fatti:mp detto:ms corso:ms passato:ms passata:fs risultato:ms risultati:mp significato:ms
mercato:ms! mandati:mp attentato:ms! attentati:mp! comunicato:ms comunicati:mp arrivo:ms entrata:fs uscita:fs uscite:fp partita:fs partito:ms! partiti:mp! caduta:fs caduti:mp perdita:fs scritto:ms scritta:fs! lettera:fs! letto:ms
chiusa:fs aperta:fs unita:fs uniti:mp unite:fp difesa:fs difese:fp offesa:fs spesa:fs spese:fp impresa:fs imprese:fp scelta:fs scelte:fp raccolta:fs fine:fs! sede:fs! parte:fs! porte:fp parti:fp! via:fs! vie:fp
armi:fp! forze:fp! accuse:fp minacce:fp proteste:fp visite:fp guardia:fs guardie:fp notizia:fs! pace:fs! croce:fs! legge:fs! regge:fs corte:fs! notte:fs! base:fs! crisi:fs! serie:fs! sera:fs! ora:fs! ore:fp! persone:fp! persona:fs
intesa:fs intese:fp pretesa:fs attesa:fs ripetuta:fs ripetute:fp presunto:ms presunta:fs presunti:mp presunte:fp vinto:ms conosciuto:ms promessa:fs promesse:fp
sapere:ms potere:ms dovere:ms piacere:ms volere:ms essere:ms avere:ms averi:mp poteri:mp
conti:mp! segni:mp punti:mp! passi:mp colpi:mp colpo:ms crolli:mp crollo:ms incontri:mp! scontri:mp! scontro:ms! attacchi:mp accordi:mp! aiuti:mp arresti:mp governi:mp! eserciti:mp! ritiri:mp studi:mp! termini:mp
impegni:mp controlli:mp consigli:mp motivi:mp rischi:mp lanci:mp lavori:mp limiti:mp ordini:mp premi:mp processi:mp progetti:mp programmi:mp rapporti:mp rapporto:ms resti:mp ricordi:mp rifiuti:mp rinforzi:mp soccorsi:mp soccorso:ms
sospetti:mp spari:mp tentativi:mp testi:mp tiri:mp viaggi:mp voli:mp voti:mp giochi:mp gesti:mp! aumenti:mp blocchi:mp bilanci:mp annunci:mp avvisi:mp contatti:mp contratti:mp desideri:mp domini:mp esiti:mp
uscite:fp mostre:fp note:fp prove:fp mine:fp! armate:fp armata:fs armato:ms armati:mp lega:fs leghe:fp missione:fs! torture:fp stime:fp sfide:fp scorte:fp riserve:fp ricerche:fp risposte:fp richieste:fp vite:fp
decisa:fs deciso:ms decisi:mp decise:fp divisa:fs divise:fp intera:fs sola:fs! solo:ms! sole:ms! soli:mp! rase:fp scorsa:fs! scorso:ms! scorse:fp! scorsi:mp! corsa:fs corse:fp mosse:fp mossa:fs scosse:fp scossa:fs rese:fp prese:fp messa:fs messe:fp
provincia:fs! province:fp! confine:ms! confini:mp! fede:fs! piana:fs vera:fs! volta:fs! volte:fp porti:mp! posti:mp! poste:fp
azioni:fp! caccia:mp! ultima:fs! ultimo:ms! ultimi:mp! posizioni:fp! tratti:mp! militare:ms! condizioni:fp! relazioni:fp! sanzioni:fp! stazioni:fp! razioni:fp! centri:mp! centro:ms! completa:fs! completo:ms! completi:mp! argini:mp! sigilli:mp! sigillo:ms! rifugi:mp! rifugio:ms! scioperi:mp! sciopero:ms! razzi:mp! bombardamenti:mp! guerra:fs! battaglie:fp! negoziati:mp! negoziato:ms! trattati:mp! telefonata:fs! telefonate:fp! invasione:fs! capitale:ms! pattuglie:fp! esercitazioni:fp! munizioni:fp! indice:ms! indici:mp! grazia:fs! tempesta:fs! tempeste:fp! piombo:ms! urto:ms! frusta:fs! cattura:fs catture:fp assalto:ms assalti:mp saccheggio:ms saccheggi:mp incendio:ms incendi:mp ritirata:fs avanzata:fs avanzate:fp sorvolo:ms sorvoli:mp raduno:ms raduni:mp sequestri:mp massacri:mp disarmo:ms
"""

def participle_forms(ms):
    return {"part_ms": ms, "part_fs": ms[:-1] + "a", "part_mp": ms[:-1] + "i", "part_fp": ms[:-1] + "e"} if ms else {}

def hard(stem):  # -care, -gare keep their sound before e and i
    return stem + "h" if stem.endswith(("c", "g")) else stem

def are(lemma, stressed):
    s = lemma[:-3]
    soft = s.endswith(("ci", "gi"))
    before_i = (s[:-1] if s.endswith("i") else hard(s))   # i + i contracts
    before_i_stressed = s if stressed else before_i
    before_e = s[:-1] if soft else hard(s)
    f = {"gerund": s + "ando", "pres_1s": s + "o", "pres_3s": s + "a", "pres_1p": before_i + "iamo", "pres_3p": s + "ano",
         "impf_3s": s + "ava", "impf_3p": s + "avano", "past_3s": s + "ò", "past_3p": s + "arono",
         "fut_3s": before_e + "erà", "fut_3p": before_e + "eranno", "cond_3s": before_e + "erebbe", "cond_3p": before_e + "erebbero",
         "subj_3s": before_i_stressed + "i", "subj_3p": before_i_stressed + "ino", "isubj_3s": s + "asse", "isubj_3p": s + "assero"}
    return f | participle_forms(s + "ato")

def ere(lemma, past=None, participle=None):
    s = lemma[:-3]
    past = past or s + "é"
    if past.endswith("tte"): past3p = past[:-1] + "ero"
    elif past.endswith(("é", "ì")): past3p = past[:-1] + ("erono" if past.endswith("é") else "irono")
    else: past3p = past + "ro"
    f = {"gerund": s + "endo", "pres_1s": s + "o", "pres_3s": s + "e", "pres_1p": s + "iamo", "pres_3p": s + "ono",
         "impf_3s": s + "eva", "impf_3p": s + "evano", "past_3s": past, "past_3p": past3p,
         "fut_3s": s + "erà", "fut_3p": s + "eranno", "cond_3s": s + "erebbe", "cond_3p": s + "erebbero",
         "subj_3s": s + "a", "subj_3p": s + "ano", "isubj_3s": s + "esse", "isubj_3p": s + "essero"}
    if s.endswith("i"): f["pres_1p"] = s + "amo"
    if participle is None: participle = s + ("iuto" if s.endswith("c") else "uto")
    forms = [participle_forms(p) for p in participle.split("|")]
    return f | {k: "|".join(x[k] for x in forms) for k in forms[0]}

def ire(lemma, isc):
    s = lemma[:-3]
    p = s + "isc" if isc else s
    f = {"gerund": s + "endo", "pres_1s": p + "o", "pres_3s": p + "e", "pres_1p": s + "iamo", "pres_3p": p + "ono",
         "impf_3s": s + "iva", "impf_3p": s + "ivano", "past_3s": s + "ì", "past_3p": s + "irono",
         "fut_3s": s + "irà", "fut_3p": s + "iranno", "cond_3s": s + "irebbe", "cond_3p": s + "irebbero",
         "subj_3s": p + "a", "subj_3p": p + "ano", "isubj_3s": s + "isse", "isubj_3p": s + "issero"}
    return f | participle_forms(s + "ito")

def future(stem):
    return {"fut_3s": stem + "à", "fut_3p": stem + "anno", "cond_3s": stem + "ebbe", "cond_3p": stem + "ebbero"}

def past(form, plural=None):
    return {"past_3s": form, "past_3p": plural or form + "ro"}

def subjunctive(s):  # tenga, tengano
    return {"subj_3s": s + "a", "subj_3p": s + "ano"}

def present(a, b, c, d):
    return {"pres_1s": a, "pres_3s": b, "pres_1p": c, "pres_3p": d}

def imperfects(stem):  # -va, -sse
    return {"impf_3s": stem + "va", "impf_3p": stem + "vano", "isubj_3s": stem + "sse", "isubj_3p": stem + "ssero"}

def heads():
    h = {}
    h["essere"] = {"infinitive": "essere|esser", "gerund": "essendo", "impf_3s": "era", "impf_3p": "erano", "isubj_3s": "fosse", "isubj_3p": "fossero",
                   **participle_forms("stato"), **present("sono", "è|e'", "siamo", "sono|son"), **past("fu", "furono"), **future("sar"), "subj_3s": "sia", "subj_3p": "siano"}
    h["avere"] = {"infinitive": "avere|aver", "gerund": "avendo", **imperfects("ave"), **participle_forms("avuto"), **present("ho", "ha", "abbiamo", "hanno|han"), **past("ebbe"), **future("avr"), "subj_3s": "abbia", "subj_3p": "abbiano"}
    h["andare"] = are("andare", False) | present("vado", "va", "andiamo", "vanno") | future("andr") | {"subj_3s": "vada", "subj_3p": "vadano"}
    h["stare"] = are("stare", False) | present("sto", "sta", "stiamo", "stanno") | past("stette") | future("star") | {"subj_3s": "stia", "subj_3p": "stiano", "isubj_3s": "stesse", "isubj_3p": "stessero"}
    h["dare"] = are("dare", False) | present("do", "dà|da'", "diamo", "danno") | past("diede", "diedero|dettero") | future("dar") | {"subj_3s": "dia", "subj_3p": "diano", "isubj_3s": "desse", "isubj_3p": "dessero"}
    h["fare"] = {"infinitive": "fare|far", "gerund": "facendo", **imperfects("face"), **participle_forms("fatto"), **present("faccio", "fa", "facciamo", "fanno"), **past("fece"), **future("far"), **subjunctive("facci")}
    h["dire"] = {"infinitive": "dire|dir", "gerund": "dicendo", **imperfects("dice"), **participle_forms("detto"), **present("dico", "dice", "diciamo", "dicono"), **past("disse"), **future("dir"), **subjunctive("dic")}
    h["potere"] = ere("potere") | {"infinitive": "potere|poter"} | present("posso", "può|puo'", "possiamo", "possono") | future("potr") | subjunctive("poss")
    h["dovere"] = ere("dovere") | {"infinitive": "dovere|dover"} | present("devo", "deve", "dobbiamo", "devono|debbono") | past("dovette") | future("dovr") | {"subj_3s": "debba|deva", "subj_3p": "debbano"}
    h["volere"] = ere("volere") | {"infinitive": "volere|voler"} | present("voglio", "vuole|vuol", "vogliamo", "vogliono") | past("volle") | future("vorr") | subjunctive("vogli")
    h["sapere"] = ere("sapere") | {"infinitive": "sapere|saper"} | present("so", "sa", "sappiamo", "sanno") | past("seppe") | future("sapr") | subjunctive("sappi")
    h["tenere"] = ere("tenere") | present("tengo", "tiene", "teniamo", "tengono") | past("tenne") | future("terr") | subjunctive("teng")
    h["venire"] = ire("venire", False) | present("vengo", "viene|vien", "veniamo", "vengono") | past("venne") | future("verr") | subjunctive("veng") | participle_forms("venuto")
    h["porre"] = {"gerund": "ponendo", **imperfects("pone"), **participle_forms("posto"), **present("pongo", "pone", "poniamo", "pongono"), **past("pose"), **future("porr"), **subjunctive("pong")}
    h["durre"] = {"gerund": "ducendo", **imperfects("duce"), **participle_forms("dotto"), **present("duco", "duce", "duciamo", "ducono"), **past("dusse"), **future("durr"), **subjunctive("duc")}
    h["trarre"] = {"gerund": "traendo", **imperfects("trae"), **participle_forms("tratto"), **present("traggo", "trae", "traiamo", "traggono"), **past("trasse"), **future("trarr"), **subjunctive("tragg")}
    h["vedere"] = ere("vedere") | past("vide") | future("vedr") | {k: a + "|" + b for (k, a), b in zip(participle_forms("visto").items(), participle_forms("veduto").values())}
    h["rivedere"] = {}
    h["cadere"] = ere("cadere") | past("cadde") | future("cadr")
    h["sedere"] = ere("sedere") | present("siedo", "siede", "sediamo", "siedono") | past("sedette") | subjunctive("sied")
    h["valere"] = ere("valere") | present("valgo", "vale", "valiamo", "valgono") | past("valse") | future("varr") | subjunctive("valg") | participle_forms("valso")
    h["parere"] = ere("parere") | present("paio", "pare", "paiamo", "paiono") | past("parve") | future("parr") | subjunctive("pai") | participle_forms("parso")
    h["parire"] = ire("parire", False) | present("paio", "pare", "pariamo", "paiono") | past("parve") | subjunctive("pai") | participle_forms("parso")
    h["piacere"] = ere("piacere") | present("piaccio", "piace", "piacciamo", "piacciono") | past("piacque") | subjunctive("piacci")
    h["giacere"] = ere("giacere") | present("giaccio", "giace", "giacciamo", "giacciono") | past("giacque") | subjunctive("giacci")
    h["tacere"] = ere("tacere") | present("taccio", "tace", "tacciamo", "tacciono") | past("tacque") | subjunctive("tacci")
    h["nuocere"] = ere("nuocere") | past("nocque")
    h["togliere"] = ere("togliere") | present("tolgo", "toglie", "togliamo", "tolgono") | past("tolse") | subjunctive("tolg") | participle_forms("tolto")
    h["cogliere"] = ere("cogliere") | present("colgo", "coglie", "cogliamo", "colgono") | past("colse") | subjunctive("colg") | participle_forms("colto")
    h["sciogliere"] = ere("sciogliere") | present("sciolgo", "scioglie", "sciogliamo", "sciolgono") | past("sciolse") | subjunctive("sciolg") | participle_forms("sciolto")
    h["scegliere"] = ere("scegliere") | present("scelgo", "sceglie", "scegliamo", "scelgono") | past("scelse") | subjunctive("scelg") | participle_forms("scelto")
    h["rimanere"] = ere("rimanere") | present("rimango", "rimane", "rimaniamo", "rimangono") | past("rimase") | future("rimarr") | subjunctive("rimang") | participle_forms("rimasto")
    h["morire"] = ire("morire", False) | present("muoio", "muore", "moriamo", "muoiono") | past("morì", "morirono") | {"subj_3s": "muoia", "subj_3p": "muoiano"} | participle_forms("morto")
    h["salire"] = ire("salire", False) | present("salgo", "sale", "saliamo", "salgono") | subjunctive("salg")
    h["assalire"] = ire("assalire", False) | present("assalgo", "assale", "assaliamo", "assalgono") | subjunctive("assalg")
    h["uscire"] = ire("uscire", False) | present("esco", "esce", "usciamo", "escono") | subjunctive("esc")
    h["riuscire"] = ire("riuscire", False) | present("riesco", "riesce", "riusciamo", "riescono") | subjunctive("riesc")
    h["udire"] = ire("udire", False) | present("odo", "ode", "udiamo", "odono") | subjunctive("od")
    h["aprire"] = ire("aprire", False) | past("aprì", "aprirono") | participle_forms("aperto")
    h["riaprire"] = ire("riaprire", False) | participle_forms("riaperto")
    h["coprire"] = ire("coprire", False) | participle_forms("coperto")
    h["offrire"] = ire("offrire", False) | participle_forms("offerto")
    h["soffrire"] = ire("soffrire", False) | participle_forms("sofferto")
    h["bere"] = {"gerund": "bevendo", **imperfects("beve"), **participle_forms("bevuto"), **present("bevo", "beve", "beviamo", "bevono"), **past("bevve"), **future("berr"), **subjunctive("bev")}
    h["cuocere"] = ere("cuocere", "cosse", "cotto") | {"pres_1s": "cuocio", "pres_3p": "cuociono", "subj_3s": "cuocia"}
    h["spegnere"] = ere("spegnere", "spense", "spento") | {"pres_1s": "spengo", "pres_3p": "spengono"} | subjunctive("speng")
    h["seguire"] = ire("seguire", False)
    h["empire"] = ire("empire", False) | present("empio", "empie", "empiamo", "empiono")
    h["cucire"] = ire("cucire", False) | present("cucio", "cuce", "cuciamo", "cuciono") | {"subj_3s": "cucia", "subj_3p": "cuciano"}
    h["dolere"] = ere("dolere") | present("dolgo", "duole", "doliamo", "dolgono") | past("dolse") | future("dorr") | subjunctive("dolg")
    h["solere"] = ere("solere") | {"pres_3s": "suole", "pres_3p": "sogliono"}
    h["sparire"] = ire("sparire", True)
    return h

# verb: (head, prefix)
PREFIXED = {
  "tenere": "sos ot riot man con ri de trat appar intrat as", "venire": "av inter pro per di con pre rin soprav s sov",
  "porre": "im pro dis op es com de sovrap contrap ripro predis sup ap inter sotto frap pos presup ricom decom ri reim sottoes giustap",
  "durre": "pro con ri intro tra de ricon ripro ad se in", "trarre": "at sot es ri con dis as", "vedere": "pre ri intra",
  "dire": "contrad dis male pre ri bene inter in", "fare": "disfare:s soddis ri sopraf assue contraf lique",
  "cadere": "ac ri de s", "valere": "pre av equi", "parire": "ap com scom ricom tras", "piacere": "dis com", "cogliere": "rac ac", "togliere": "dis",
  "scegliere": "pre", "sciogliere": "", "stare": "sotto sovra ri", "tacere": "", "coprire": "s ri", "seguire": "in per con pro", "sedere": "pos presied:x risied:x", "udire": "", "salire": "ri", "cucire": "ri",
  "andare": "ri", "sapere": "ri", "volere": "", "morire": "", "dare": "ri",
}

def attach(forms, prefix):
    return {k: "|".join(prefix + x for x in v.split("|")) for k, v in forms.items()}

def main():
    verbs = {}
    def add(lemma, forms):
        if lemma not in verbs: verbs[lemma] = {"infinitive": infinitive(lemma)} | forms
    def infinitive(lemma):
        return lemma + "|" + lemma[:-1] if not lemma.endswith("rre") else lemma + "|" + lemma[:-2]  # aver, ritirar(si), propor(re)
    head = heads()
    del head["rivedere"], head["solere"]
    for lemma, forms in head.items():
        if lemma in ("durre", "parire"): continue
        add(lemma, forms)
    for name, prefixes in PREFIXED.items():
        for prefix in prefixes.split():
            if ":" in prefix: continue
            add(prefix + name, attach({k: v for k, v in head[name].items() if k != "infinitive"}, prefix))
    # Prefixed forms that keep the accent or differ from their head.
    def accent(lemma, **forms): verbs[lemma].update(forms)
    for lemma in ("predire", "contraddire", "disdire", "maledire", "benedire", "interdire", "ridire"):
        if lemma in verbs: pass
    for lemma in ("disfare", "soddisfare", "rifare", "sopraffare", "contraffare"):
        if lemma not in verbs: add(lemma, attach({k: v for k, v in head["fare"].items() if k != "infinitive"}, lemma[:-4]))
    verbs["soddisfare"].update(pres_3s="soddisfa|soddisfà", pres_3p="soddisfano|soddisfanno")
    verbs["rifare"].update(pres_3s="rifà"); verbs["sopraffare"].update(pres_3s="sopraffà"); verbs["contraffare"].update(pres_3s="contraffà")
    for lemma in [x for x in verbs if x.endswith("liquefare") or x.endswith("assuefare")]: verbs[lemma]["pres_3s"] = lemma[:-2] + "à"
    verbs["ristare"]["pres_3s"] = "ristà"; verbs["ridare"]["pres_3s"] = "ridà"; verbs["risapere"]["pres_3s"] = "risà"
    verbs["sottostare"]["pres_3s"] = "sottostà"; verbs["sovrastare"] = {"infinitive": "sovrastare|sovrastar"} | are("sovrastare", False)
    del verbs["riandare"], verbs["risapere"], verbs["ristare"]
    verbs["prevedere"].update(future("prevedr") | {"fut_3s": "prevedrà|prevederà", "fut_3p": "prevedranno|prevederanno", "cond_3s": "prevedrebbe|prevederebbe", "cond_3p": "prevedrebbero|prevederebbero"})
    verbs["prevedere"].update(participle_forms("previsto")); verbs["intervenire"].update(participle_forms("intervenuto"))
    for lemma in ("presiedere", "risiedere"):
        add(lemma, ere(lemma, lemma[:-3] + "ette"))
    for _, name, past3s, participle, others in FAMILIES:
        end = next(n for n in range(min(len(name), len(past3s)), -1, -1) if name[:n] == past3s[:n])
        add(name, ere(name, past3s, participle))
        for other in others.split():
            # the family shares what follows the first letter in which head and member agree from the right
            n = 0
            while n < min(len(name), len(other)) and name[-1 - n] == other[-1 - n]: n += 1
            cut = len(name) - n
            stem = other[:len(other) - n]
            if not (past3s.startswith(name[:cut]) and all(p.startswith(name[:cut]) for p in participle.split("|") if p)): sys.exit(f"{other} does not follow {name}")
            add(other, ere(other, stem + past3s[cut:], "|".join(stem + p[cut:] if p else "" for p in participle.split("|"))))
    more = [x for x in (ARE_MORE + ARE_EVENTS).split() if x.rstrip("!") not in NOT_VERBS_MORE]
    more += [x for x in ARE_MORE_ESSERE.split() if ":" not in x]
    for lemma in (ARE_AVERE + ARE_ESSERE).split() + more:
        stressed = lemma.endswith("!")
        lemma = lemma.rstrip("!")
        if lemma in NOT_VERBS: continue
        if not lemma.endswith("are"): sys.exit(f"{lemma}: not -are")
        add(lemma, are(lemma, stressed))
    for lemma in ERE_AVERE.split():
        if lemma not in NOT_VERBS: add(lemma, ere(lemma))
    for lemma in IRE_AVERE.split() + IRE_ESSERE.split():
        if lemma not in NOT_VERBS and lemma not in IRE_ISC_AVERE.split(): add(lemma, ire(lemma, False))
    for lemma in IRE_ISC_AVERE.split() + ISC_ESSERE.split():
        if lemma not in NOT_VERBS: add(lemma, ire(lemma, True))
    for lemma, stem in {"vivere": "vivr", "sopravvivere": "sopravvivr", "convivere": "convivr", "rivivere": "rivivr", "godere": "godr", "rivedere": "rivedr", "rimanere": "rimarr", "intravedere": "intravedr"}.items():
        verbs[lemma].update(future(stem))
    # The first persons follow from the third.
    def ends(cell, old, new): return "|".join(x[:len(x) - len(old)] + new for x in cell.split("|") if x.endswith(old))
    for forms in verbs.values():
        forms["impf_1p"] = "eravamo" if forms["impf_3s"] == "era" else ends(forms["impf_3s"], "va", "vamo")
        forms["fut_1s"] = ends(forms["fut_3s"], "à", "ò"); forms["fut_1p"] = ends(forms["fut_3s"], "à", "emo")
        forms["cond_1s"] = ends(forms["cond_3s"], "bbe", "i"); forms["cond_1p"] = ends(forms["cond_3s"], "bbe", "mmo")
    # Nouns that a form of a verb looks like, beside the verb.
    nouns = dict(x.split(":") for x in NOUNS.split())
    rows = []
    for lemma, forms in sorted(verbs.items()):
        auxiliary = "both" if lemma in BOTH else "essere" if lemma in ESSERE else "avere"
        row = {"lemma": lemma, "auxiliary": auxiliary} | forms
        own = sorted({f for k in COLUMNS[2:-1] for f in row.get(k, "").split("|")} & nouns.keys())
        row["nouns"] = "|".join(f"{f}:{nouns[f]}" for f in own)
        rows.append("\t".join(row.get(c, "") for c in COLUMNS))
    print("# Italian verbs and their forms, made by scripts/make_verbs.py. Alternatives are separated by |.")
    print("# nouns: forms that are nouns or adjectives too, with gender and number; ! marks those that are\n# verbs only beside a pronoun, a negation or an auxiliary.")
    print("# " + "\t".join(COLUMNS))
    print("\n".join(rows))

if __name__ == "__main__":
    main()
