import DossierModel
import Testing

@testable import Extraction

/// A text and whose words are in it.
///
/// [Brackets] hold the reported clauses that must be found, and no others; `speakers` are those of all
/// quotations in the order of the text, with "?" for an open one, "+" between several and " < " before
/// those who hand the words on.
struct SpokenCase: Sendable, CustomTestStringConvertible {
  var text = ""
  var clauses: [TextSpan] = []
  var speakers: [String]

  init(_ marked: String, _ speakers: String) {
    var bytes: [UInt8] = []
    var open: [Int] = []
    for byte in marked.utf8 {
      switch byte {
      case UInt8(ascii: "["): open.append(bytes.count)
      case UInt8(ascii: "]"):
        if let start = open.popLast() { clauses.append(TextSpan(start, bytes.count)) }
      default: bytes.append(byte)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    clauses.sort { ($0.start, -$0.end) < ($1.start, -$1.end) }
    self.speakers = speakers.isEmpty ? [] : speakers.split(separator: ",").map(Self.trimmed)
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }

  var testDescription: String { text }

  func check() {
    let spoken = SpokenWords(text)
    let found = spoken.reading.quotations.sorted {
      ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end)
    }
    let shown = found.enumerated().map { index, quotation -> String in
      let names = spoken.speakers(quotation)
      let line = names.isEmpty ? "?" : names.joined(separator: " + ")
      guard index < speakers.count, speakers[index].contains(" < ") else { return line }
      return ([line] + spoken.chain(quotation)).joined(separator: " < ")
    }
    let indirect = found.filter { $0.kind == .indirect }.map { spoken.words($0) }
    #expect(shown == speakers, "\(found.map(spoken.line)), \(found.map(\.sieve))")
    #expect(indirect == clauses.map { spoken.article.text[$0] })
  }
}

/// Whose words they are, rule by rule, with the names read from the text.
@Suite struct SpeakerTests {
  @Test(arguments: [
    SpokenCase(
      "Il primo ministro maltese Karl Zerafa ha parlato in aula. Ha accusato l'opposizione di [aver diviso il Paese].",
      "Karl Zerafa"),
    SpokenCase(
      "Il presidente keniota Daniel Otieno è arrivato a Kampala. Ha accusato il Ruanda di [armare i ribelli].",
      "Daniel Otieno"),
    SpokenCase(
      "Il ministro Daniel Otieno ha visitato il fronte. Ha chiesto al Ruanda di [ritirare le truppe].",
      "Daniel Otieno"),
    SpokenCase(
      "La premier islandese Sigrun Halldal ha incontrato i sindacati. Ha promesso che [i salari saliranno].",
      "Sigrun Halldal"),
    SpokenCase(
      "La senatrice peruviana Rosa Quispe è intervenuta in aula. Ha definito la riforma «un furto». Ha poi chiesto di [rinviare il voto].",
      "Rosa Quispe, Rosa Quispe"),
    SpokenCase(
      "Il generale Thein Lwin ha preso la parola alla parata. «Non cederemo», ha detto. «I traditori pagheranno», ha aggiunto.",
      "Thein Lwin, Thein Lwin"),
    SpokenCase(
      "L'Etiopia ha convocato l'ambasciatore egiziano. Ha accusato Il Cairo di [finanziare i ribelli].",
      "Etiopia"),
    SpokenCase(
      "Human Rights Watch ha pubblicato un rapporto. Denuncia che [i detenuti sono torturati].",
      "Human Rights Watch"),
    SpokenCase(
      "Il sindaco di Cebu, Ramon Ilagan, ha detto che [il ponte è chiuso]. Ha anche detto che [le scuole riapriranno].",
      "Ramon Ilagan, Ramon Ilagan"),
    SpokenCase(
      "Il portavoce Idris Kolo ha smentito le voci. Secondo lui, [l'accordo regge]. Ha escluso che [si vada al voto].",
      "Idris Kolo, Idris Kolo"),
  ]) func goesOnWithTheSubject(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Il presidente Daniel Otieno e il premier Karl Zerafa si sono visti a Nairobi. «Un buon incontro», ha detto.",
      "?"),
    SpokenCase(
      "Il ministro Daniel Otieno è arrivato.\nLa folla ha invaso la piazza.\n\nPoi è calato il buio.\n«Non torneremo», ha detto.",
      "?"),
    SpokenCase(
      "La ministra Rosa Quispe è partita. Un anziano ha aperto la porta. «Non c'è nessuno», ha detto.",
      "anziano"),
    SpokenCase(
      "Il ministro Daniel Otieno è partito. «Siamo stanchi», hanno detto.", "?"),
    SpokenCase(
      "La premier Sigrun Halldal ha lasciato l'aula. «Sono stato offeso», si è sfogato.", "?"),
    SpokenCase(
      "L'ambasciatore egiziano è stato convocato dall'Etiopia. La folla ha gridato: «Vattene».",
      "folla"),
  ]) func leavesTheSubjectOpen(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "L'intervista. Parla il generale Thein Lwin\n\nGenerale, come va la guerra?\n«Va male. I soldati sono stanchi».\n\nE i negoziati?\n«Non ne vedo».",
      "Thein Lwin, Thein Lwin"),
    SpokenCase(
      "Intervista a Rosa Quispe: «Il Perù cambierà»\n\nSenatrice, perché si candida?\n«Perché il Paese è fermo».",
      "Rosa Quispe, Rosa Quispe"),
    SpokenCase(
      "Rosa Quispe, senatrice peruviana, ci riceve nel suo studio. L'abbiamo intervistata.\n\nD: Che cosa propone?\nR: «Una costituzione che tuteli tutti».\n\nD: Con chi?\nR: «Con tutti quelli che ci stanno».",
      "Rosa Quispe, Rosa Quispe"),
    SpokenCase(
      "Abbiamo intervistato l'economista Tadas Brunelis sul debito lituano.\n\nIl debito è sostenibile?\n«Lo è, se i tassi scendono».",
      "Tadas Brunelis"),
    SpokenCase(
      "Colloquio con il vescovo Jude Obiora\n\nMonsignore, che cosa succede nel Plateau?\n«Ogni notte bruciano un villaggio».\n\nIl governo vi aiuta?\n«Ci promette molto».",
      "Jude Obiora, Jude Obiora"),
  ]) func knowsWhoIsInterviewed(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Intervista doppia a Rosa Quispe e Daniel Otieno\n\nPerché si candida?\n«Perché il Paese è fermo».",
      "?"),
    SpokenCase(
      "Il vertice di Nairobi\n\nChe cosa resta dell'accordo?\n«Poco o niente di quello che avevamo firmato».",
      "?"),
    SpokenCase(
      "Intervista a Rosa Quispe\n\nSenatrice, che cosa pensa di Daniel Otieno?\n«Lo stimo da molti anni». «Si dimetta», ha risposto a distanza Daniel Otieno.",
      "Rosa Quispe, Daniel Otieno"),
  ]) func isNotMisledByInterviews(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase("Secondo la Croce Rossa, [il campo è senz'acqua].", "Croce Rossa"),
    SpokenCase(
      "Il generale Thein Lwin, che secondo l'Onu [ha ordinato la strage], è stato promosso.",
      "Nazioni Unite"),
    SpokenCase(
      "Il convoglio, che secondo il governatore Oleksa Bondar [portava armi], era partito da Odessa.",
      "Oleksa Bondar"),
    SpokenCase(
      "La miniera, dove secondo il sindacato [mancano le uscite], è stata chiusa.",
      "sindacato"),
    SpokenCase(
      "[Il bilancio è salito a 14 morti], secondo il ministro dell'Interno Daniel Otieno. La strada resta chiusa.",
      "Daniel Otieno"),
    SpokenCase(
      "[I ribelli controllano il porto], secondo il portavoce Idris Kolo.", "Idris Kolo"),
    SpokenCase(
      "[I ribelli, secondo il portavoce Idris Kolo, controllano il porto].", "Idris Kolo"),
    SpokenCase(
      "Secondo quanto riferito dalla polizia keniota, [i rapinatori erano quattro].",
      "Polizia keniota"),
    SpokenCase(
      "Stando al portavoce Idris Kolo, [i rapinatori erano quattro].", "Idris Kolo"),
    SpokenCase(
      "A giudizio della senatrice Rosa Quispe, [la legge va riscritta].", "Rosa Quispe"),
    SpokenCase(
      "[La legge va riscritta], a giudizio della senatrice Rosa Quispe.", "Rosa Quispe"),
    SpokenCase(
      "Per il sindaco Ramon Ilagan, [il ponte non reggerà].", "Ramon Ilagan"),
  ]) func findsWhatASourceTells(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase("Il secondo governo di Karl Zerafa è caduto in marzo.", ""),
    SpokenCase("Nel secondo turno Rosa Quispe ha vinto.", ""),
    SpokenCase("Secondo per numero di voti, il partito di Rosa Quispe resta fuori.", ""),
    SpokenCase("Un secondo convoglio è arrivato a Nairobi, il terzo è fermo.", ""),
    SpokenCase("Secondo la legge, il parlamento ha trenta giorni per votare.", ""),
    SpokenCase("Per la senatrice Rosa Quispe è arrivato il giorno del voto.", ""),
    SpokenCase("Per Nairobi è passato il convoglio degli aiuti.", ""),
    SpokenCase("Un ospedale per la Croce Rossa è stato aperto a Cebu, dove mancano i medici.", ""),
  ]) func leavesOtherSourcesAlone(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "[I droni hanno colpito un deposito], secondo il governatore Oleksa Bondar. Lo riferisce Ukrinform.",
      "Oleksa Bondar < Ukrinform"),
    SpokenCase(
      "Secondo il governatore Oleksa Bondar, [i droni hanno colpito un deposito]. Lo riferisce la Reuters.",
      "Oleksa Bondar < Reuters"),
    SpokenCase(
      "Il governatore Oleksa Bondar ha detto che [i droni hanno colpito un deposito]. Lo scrive la Reuters.",
      "Oleksa Bondar < Reuters"),
    SpokenCase(
      "[I droni hanno colpito un deposito]. Lo ha riferito la Reuters citando il governatore Oleksa Bondar.",
      "Oleksa Bondar < Reuters"),
    SpokenCase("[I droni hanno colpito un deposito]. Lo riferisce la Reuters.", "Reuters"),
    SpokenCase("[Il porto è chiuso], scrive la Reuters.", "Reuters"),
    SpokenCase(
      "[Il porto è chiuso], scrive la Reuters citando il governatore Oleksa Bondar.",
      "Oleksa Bondar < Reuters"),
    SpokenCase(
      "«Il porto è chiuso», ha detto il governatore Oleksa Bondar, citato dalla Reuters.",
      "Oleksa Bondar < Reuters"),
    SpokenCase(
      "«Il porto è chiuso», ha detto alla Reuters il governatore Oleksa Bondar.",
      "Oleksa Bondar < Reuters"),
    SpokenCase(
      "In un'intervista alla Reuters il governatore Oleksa Bondar ha detto che [il porto è chiuso].",
      "Oleksa Bondar"),
  ]) func keepsTheTellersApart(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "La senatrice Rosa Quispe ha detto: «Non votiamo». Per Karl Zerafa, leader dell'opposizione, «serve unità».",
      "Rosa Quispe, Karl Zerafa"),
    SpokenCase("Per Idris Kolo, il deputato, «la riforma è morta».", "Idris Kolo"),
    SpokenCase(
      "Per il vescovo Jude Obiora, da anni voce dei villaggi, «lo Stato è assente».", "Jude Obiora"),
    SpokenCase("Per Rosa Quispe la legge è «una vergogna nazionale».", "Rosa Quispe"),
    SpokenCase("Secondo il vescovo Jude Obiora «lo Stato è assente».", "Jude Obiora"),
    SpokenCase(
      "«Il voto è valido», ha detto Idris Kolo. Secondo Rosa Quispe, invece, «il voto è nullo».",
      "Idris Kolo, Rosa Quispe"),
  ]) func findsWhoseOpinionItIs(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Per due giorni Nairobi è rimasta «senz'acqua e senza luce», ha detto Idris Kolo.",
      "Idris Kolo"),
    SpokenCase("Per la pace «serve coraggio», ha detto la senatrice Rosa Quispe.", "Rosa Quispe"),
    SpokenCase("Per l'Onu ha parlato Idris Kolo: «Serve coraggio».", "Idris Kolo"),
  ]) func tellsOtherComplementsFromOpinions(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Il ministero della Salute keniota ha reso noto che [i contagi calano].",
      "Ministero della Salute keniota"),
    SpokenCase("La senatrice Rosa Quispe ha fatto sapere che [non firmerà].", "Rosa Quispe"),
    SpokenCase("La senatrice Rosa Quispe ha fatto notare che [mancano i fondi].", "Rosa Quispe"),
    SpokenCase("Il portavoce Idris Kolo ha fatto presente che [il porto è chiuso].", "Idris Kolo"),
    SpokenCase(
      "Il portavoce Idris Kolo ha lasciato intendere che [il voto slitterà].", "Idris Kolo"),
    SpokenCase("Il generale Thein Lwin ha fatto capire che [non si ritirerà].", "Thein Lwin"),
    SpokenCase(
      "Il vescovo Jude Obiora si è detto convinto che [la tregua reggerà].", "Jude Obiora"),
    SpokenCase(
      "La premier Sigrun Halldal si è detta certa che [l'accordo passerà].", "Sigrun Halldal"),
    SpokenCase(
      "La premier Sigrun Halldal si è dichiarata [pronta a un nuovo vertice].", "Sigrun Halldal"),
    SpokenCase(
      "Il vescovo Jude Obiora si è rivolto ai fedeli dicendo che [la paura non vincerà].",
      "Jude Obiora"),
    SpokenCase("Il vescovo Jude Obiora ha preso la parola: «La paura non vincerà».", "Jude Obiora"),
    SpokenCase("L'Unicef ha lanciato l'allarme: «I bambini sono senz'acqua».", "Unicef"),
    SpokenCase("L'Unicef ha messo in guardia: «I bambini sono senz'acqua».", "Unicef"),
    SpokenCase(
      "Il sindaco Ramon Ilagan ha tenuto a precisare che [il ponte è sicuro].", "Ramon Ilagan"),
    SpokenCase(
      "Il sindaco Ramon Ilagan ha voluto sottolineare che [il ponte è sicuro].", "Ramon Ilagan"),
    SpokenCase(
      "La senatrice Rosa Quispe ha espresso la speranza che [la tregua regga].", "Rosa Quispe"),
    SpokenCase(
      "Il generale Thein Lwin ha espresso il timore che [la capitale cada].", "Thein Lwin"),
    SpokenCase(
      "Il portavoce Idris Kolo ha ribadito la convinzione che [il voto sia valido].", "Idris Kolo"),
    SpokenCase(
      "Il ministro Daniel Otieno ha ventilato l'ipotesi che [si voti a giugno].", "Daniel Otieno"),
    SpokenCase(
      "Il ministro Daniel Otieno si è augurato che [le parti tornino al tavolo].", "Daniel Otieno"),
    SpokenCase(
      "Il ministro Daniel Otieno si è lamentato che [i fondi non arrivano].", "Daniel Otieno"),
    SpokenCase("Il ministro Daniel Otieno è convinto che [i fondi arriveranno].", "Daniel Otieno"),
    SpokenCase("La senatrice Rosa Quispe è del parere che [serva un rinvio].", "Rosa Quispe"),
    SpokenCase(
      "La senatrice Rosa Quispe ha chiesto se [il governo intenda dimettersi].", "Rosa Quispe"),
    SpokenCase(
      "Il sindaco Ramon Ilagan ha spiegato come [il ponte sia crollato per il peso dei camion].",
      "Ramon Ilagan"),
    SpokenCase(
      "Il governo keniota ha dato notizia che [la tregua è stata prorogata].", "Governo keniota"),
    SpokenCase("La Croce Rossa ha assicurato di [aver raggiunto tutti i villaggi].", "Croce Rossa"),
    SpokenCase(
      "Il Ruanda ha negato qualsiasi responsabilità e ha detto di [non avere truppe oltre confine].",
      "Ruanda"),
  ]) func knowsLightVerbs(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase("Il ministro Daniel Otieno ha preso la decisione che tutti aspettavano.", ""),
    SpokenCase("La senatrice Rosa Quispe ha la speranza di tornare a casa.", ""),
    SpokenCase("Il generale Thein Lwin ha messo in sicurezza il ponte che porta a nord.", ""),
    SpokenCase("Il governo keniota ha reso la multa che aveva incassato.", ""),
    SpokenCase("Il governo keniota ha fatto costruire un muro che taglia la valle.", ""),
    SpokenCase("L'Unicef ha lanciato la campagna che raccoglie fondi per il Sahel.", ""),
    SpokenCase("Il portavoce Idris Kolo ha dato il libro che aveva promesso.", ""),
    SpokenCase("La senatrice Rosa Quispe ha espresso il voto che mancava.", ""),
    SpokenCase("Il sindaco Ramon Ilagan si è rivolto a un medico che conosceva.", ""),
    SpokenCase("Il vescovo Jude Obiora ha preso la strada che porta al fiume.", ""),
    SpokenCase("Il ministro Daniel Otieno è sicuro nel suo ufficio.", ""),
    SpokenCase("Il generale Thein Lwin ha lasciato intendere poco.", ""),
    SpokenCase("La senatrice Rosa Quispe ha rinnovato il contratto che scadeva a marzo.", ""),
    SpokenCase("Non si sa se il governo keniota intenda dimettersi.", ""),
  ]) func leavesOtherVerbsAlone(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "L'Unione africana ha minacciato nuove sanzioni, ma Bamako «non cederà a chi la ricatta».",
      "?"),
    SpokenCase(
      "L'Unione africana ha minacciato sanzioni ma la giunta «non cederà ai ricatti», ha detto il colonnello Sidi Traorel.",
      "Sidi Traorel"),
    SpokenCase(
      "Il sindacato ha annunciato lo sciopero, ma per la senatrice Rosa Quispe è «una protesta politica».",
      "Rosa Quispe"),
    SpokenCase(
      "Daniel Otieno ha chiesto il rinvio del voto, che Rosa Quispe giudica «un golpe».",
      "Rosa Quispe"),
  ]) func doesNotReachAcrossAnotherSubject(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Hamas ha diffuso un comunicato. Il movimento sostiene che [gli ostaggi sono vivi].", "Hamas"),
    SpokenCase(
      "Medici senza frontiere ha chiuso l'ospedale. L'organizzazione denuncia che [i farmaci sono finiti].",
      "Medici senza frontiere"),
    SpokenCase(
      "Amnesty International ha presentato un rapporto. Secondo l'organizzazione, [i detenuti sono mille].",
      "Amnesty International"),
    SpokenCase(
      "L'Azerbaigian ha chiuso il confine. Il Paese ha annunciato che [riaprirà in estate].",
      "Azerbaigian"),
    SpokenCase(
      "Il Partito Democratico ha votato contro. Il partito ha detto che [la legge è sbagliata].",
      "Partito Democratico"),
    SpokenCase(
      "L'Unione europea ha rinviato il vertice. L'Unione ha ribadito che [le sanzioni restano].",
      "Unione europea"),
    SpokenCase(
      "L'Unione africana ha rinviato il vertice. L'Unione ha precisato che [la missione resta].",
      "Unione africana"),
    SpokenCase(
      "La senatrice Rosa Quispe è stata chiara. «Non votiamo», ha detto la senatrice.",
      "Rosa Quispe"),
    SpokenCase(
      "Il vescovo Jude Obiora ha celebrato la messa. «Basta sangue», ha detto il prelato.",
      "Jude Obiora"),
    SpokenCase(
      "Il generale Thein Lwin guida la giunta. «Non cederemo», ha detto l'ufficiale.", "Thein Lwin"),
    SpokenCase(
      "Un testimone era alla finestra. «Ho visto i camion», ha raccontato l'uomo.", "testimone"),
    SpokenCase(
      "Ha parlato la ministra keniota Grace Wanjala. Secondo la ministra, [i fondi arriveranno].",
      "Grace Wanjala"),
  ]) func knowsWhatDescriptionsMean(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Hamas e la Jihad islamica hanno firmato. Il movimento sostiene che [gli ostaggi sono vivi].",
      "?"),
    SpokenCase(
      "Ha parlato la ministra keniota Grace Wanjala. «Non è vero», ha detto il ministro ugandese.",
      "ministro ugandese"),
    SpokenCase(
      "Il Kenya ha chiuso il confine con l'Uganda. Il movimento pacifista ha detto che [la guerra è vicina].",
      "movimento pacifista"),
    SpokenCase(
      "La senatrice Rosa Quispe è uscita. «Non la conosco», ha detto un deputato.", "deputato"),
    SpokenCase(
      "Il generale Thein Lwin è uscito. «Non lo conosco», ha detto un altro generale.", "generale"),
  ]) func isNotMisledByDescriptions(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "«Non votiamo», hanno detto Rosa Quispe e Idris Kolo.", "Rosa Quispe + Idris Kolo"),
    SpokenCase(
      "Rosa Quispe, Idris Kolo e Karl Zerafa hanno chiesto di [rinviare il voto].",
      "Rosa Quispe + Idris Kolo + Karl Zerafa"),
    SpokenCase(
      "Il premier Karl Zerafa e la ministra Grace Wanjala hanno dichiarato che [il patto regge].",
      "Karl Zerafa + Grace Wanjala"),
    SpokenCase(
      "In una nota congiunta Kenya e Uganda affermano che [il confine riaprirà].", "Kenya + Uganda"),
    SpokenCase(
      "«Il patto regge», è stato detto da Karl Zerafa.", "Karl Zerafa"),
    SpokenCase("È stato annunciato da Karl Zerafa che [il patto regge].", "Karl Zerafa"),
    SpokenCase("[Il patto regge], è stato confermato da Karl Zerafa.", "Karl Zerafa"),
    SpokenCase(
      "La notizia, confermata da Karl Zerafa, è stata smentita da Idris Kolo: «È falsa».",
      "Idris Kolo"),
  ]) func findsSeveralSpeakersAndAgents(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "La Croce Rossa ha diffuso un comunicato. «Mancano i farmaci», si legge nella nota.",
      "Croce Rossa"),
    SpokenCase("«Mancano i farmaci», si legge nella nota della Croce Rossa.", "Croce Rossa"),
    SpokenCase("«Mancano i farmaci», recita il comunicato della Croce Rossa.", "Croce Rossa"),
    SpokenCase("«Mancano i farmaci», è scritto nel rapporto della Croce Rossa.", "Croce Rossa"),
    SpokenCase("In una nota la Croce Rossa scrive: «Mancano i farmaci».", "Croce Rossa"),
    SpokenCase("«Mancano i farmaci». È quanto afferma la Croce Rossa.", "Croce Rossa"),
    SpokenCase(
      "«Mancano i farmaci». È quanto si legge in una nota della Croce Rossa.", "Croce Rossa"),
    SpokenCase("[Mancano i farmaci]. È quanto denuncia la Croce Rossa.", "Croce Rossa"),
    SpokenCase(
      "[Mancano i farmaci]. È quanto emerge da un rapporto della Croce Rossa.", "Croce Rossa"),
    SpokenCase("[Mancano i farmaci]. Lo si apprende da una nota della Croce Rossa.", "Croce Rossa"),
    SpokenCase("«Mancano i farmaci». Ad affermarlo è la Croce Rossa.", "Croce Rossa"),
    SpokenCase("«Mancano i farmaci». Così la Croce Rossa in una nota.", "Croce Rossa"),
    SpokenCase("«Mancano i farmaci». Queste le parole del vescovo Jude Obiora.", "Jude Obiora"),
    SpokenCase(
      "«Mancano i farmaci». Lo ha detto ieri a Nairobi il vescovo Jude Obiora.", "Jude Obiora"),
    SpokenCase("«Mancano i farmaci». A lanciare l'allarme è la Croce Rossa.", "Croce Rossa"),
    SpokenCase("«Mancano i farmaci»: questo il commento del vescovo Jude Obiora.", "Jude Obiora"),
    SpokenCase(
      "«Mancano i farmaci». Lo scrive su Telegram il governatore Oleksa Bondar.", "Oleksa Bondar"),
  ]) func looksBackFromTheAttribution(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase("La valle è isolata. Lo ha aiutato Idris Kolo.", ""),
    SpokenCase("La valle è isolata. La Croce Rossa lo sapeva.", ""),
    SpokenCase("La valle è isolata. È quanto basta a Idris Kolo.", ""),
    SpokenCase("Il libro è uscito. Lo ha venduto Jude Obiora.", ""),
  ]) func doesNotLookBackFromOtherVerbs(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase("Idris Kolo: «Il porto resta chiuso»", "Idris Kolo"),
    SpokenCase("Kenya, Idris Kolo: «Il porto resta chiuso»", "Idris Kolo"),
    SpokenCase("Il premier Karl Zerafa: \"Non mi dimetto\"", "Karl Zerafa"),
    SpokenCase("Porto chiuso, Idris Kolo avverte: «Non riaprirà»", "Idris Kolo"),
    SpokenCase("La rabbia di Idris Kolo: «Ci hanno traditi»", "Idris Kolo"),
    SpokenCase("Kenya-Uganda, il presidente Daniel Otieno: “Nessuna guerra”", "Daniel Otieno"),
    SpokenCase(
      "Il governatore Oleksa Bondar ha scritto su Telegram:\n«Il porto è chiuso».", "Oleksa Bondar"),
    SpokenCase(
      "Idris Kolo ha poi risposto così ai cronisti:\n\n«Non ho nulla da dire».", "Idris Kolo"),
    SpokenCase("Oleksa Bondar non ha dubbi: «Il porto riaprirà».", "Oleksa Bondar"),
    SpokenCase("Poi il monito di Oleksa Bondar: «Il porto non riaprirà».", "Oleksa Bondar"),
    SpokenCase("E ancora: «Il porto non riaprirà».", "?"),
    SpokenCase(
      "«Il porto è chiuso», ha detto Oleksa Bondar. E ancora: «Non riaprirà».",
      "Oleksa Bondar, Oleksa Bondar"),
    SpokenCase(
      "«Il porto è chiuso», ha detto Oleksa Bondar. Poi ha aggiunto: «Non riaprirà».",
      "Oleksa Bondar, Oleksa Bondar"),
    SpokenCase("Il titolo del giornale: «Il porto è chiuso».", "?"),
  ]) func readsColons(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "«Il porto», ha detto Oleksa Bondar, «resta chiuso».", "Oleksa Bondar, Oleksa Bondar"),
    SpokenCase(
      "«Il porto – ha detto Oleksa Bondar – resta chiuso».", "Oleksa Bondar"),
    SpokenCase(
      "«Il porto resta chiuso», ha detto Oleksa Bondar. «Non riaprirà».",
      "Oleksa Bondar, Oleksa Bondar"),
    SpokenCase(
      "Oleksa Bondar, che nel 2019 ha battuto Idris Kolo, ha detto: «Il porto resta chiuso».",
      "Oleksa Bondar"),
    SpokenCase(
      "Il governatore Oleksa Bondar, eletto con i voti di Karl Zerafa e ora sotto inchiesta, ha negato di [aver preso denaro].",
      "Oleksa Bondar"),
    SpokenCase(
      "Un funzionario keniota, che ha parlato a condizione di restare anonimo perché non autorizzato, ha detto che [il patto è morto].",
      "funzionario keniota"),
    SpokenCase(
      "«Il porto resta chiuso», ha detto lunedì a Bruxelles il segretario generale della Nato Anders Lindqvist.",
      "Anders Lindqvist"),
    SpokenCase(
      "Ha detto lunedì a Bruxelles il segretario generale Anders Lindqvist che [il patto regge].",
      "Anders Lindqvist"),
    SpokenCase(
      "«Il patto regge», ha ribadito ieri, al termine del vertice di Nairobi, il ministro Daniel Otieno.",
      "Daniel Otieno"),
    SpokenCase(
      "«Il patto regge», ha fatto sapere in una nota diffusa nella notte la ministra Grace Wanjala.",
      "Grace Wanjala"),
    SpokenCase(
      "«Il patto regge», spiega da Nairobi la ministra Grace Wanjala.", "Grace Wanjala"),
  ]) func findsSubjectsFarFromTheirVerb(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase("«Venga, Idris Kolo», ha detto Rosa Quispe.", "Rosa Quispe"),
    SpokenCase("«Il patto regge», ha detto Rosa Quispe a Idris Kolo.", "Rosa Quispe"),
    SpokenCase(
      "«Il patto regge», ha detto al ministro Daniel Otieno la senatrice Rosa Quispe.",
      "Rosa Quispe"),
    SpokenCase(
      "«Il patto regge», ha risposto a Idris Kolo la senatrice Rosa Quispe.", "Rosa Quispe"),
    SpokenCase("Rosa Quispe ha telefonato a Idris Kolo: «Il patto regge».", "Rosa Quispe"),
    SpokenCase("«Il patto regge», ha detto Rosa Quispe parlando con Idris Kolo.", "Rosa Quispe"),
    SpokenCase("«Il patto regge», ha detto Rosa Quispe di Idris Kolo.", "Rosa Quispe"),
    SpokenCase("Rosa Quispe ha ricordato Idris Kolo: «Un uomo giusto».", "Rosa Quispe"),
    SpokenCase("Rosa Quispe sostiene Idris Kolo con «tutte le forze del partito».", "?"),
    SpokenCase("Il Kenya sostiene l'Uganda con armi e denaro.", ""),
    SpokenCase("Idris Kolo è stato accusato di aver preso denaro.", ""),
    SpokenCase("«Idris Kolo ha detto che pagherà», ha riferito Rosa Quispe.", "Rosa Quispe"),
    SpokenCase(
      "Rosa Quispe ha attaccato il ministro Daniel Otieno: «È un bugiardo».", "Rosa Quispe"),
    SpokenCase(
      "Rosa Quispe ha attaccato Daniel Otieno, che ha replicato: «È un'ingrata».", "Daniel Otieno"),
    SpokenCase("A Idris Kolo, Rosa Quispe ha risposto: «Il patto regge».", "Rosa Quispe"),
    SpokenCase(
      "Contro Idris Kolo si è schierata Rosa Quispe: «Il patto non regge».", "Rosa Quispe"),
    SpokenCase(
      "Interpellata da Idris Kolo, Rosa Quispe ha detto: «Il patto regge».", "Rosa Quispe"),
    SpokenCase("Citando Idris Kolo, Rosa Quispe ha detto: «Il patto regge».", "Rosa Quispe"),
  ]) func isNotTrapped(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Il ministro Daniel Otieno ha detto che [il patto regge], ma ha aggiunto che [servono fondi].",
      "Daniel Otieno, Daniel Otieno"),
    SpokenCase(
      "Il ministro Daniel Otieno ha detto che [il patto regge] e che [servono fondi].",
      "Daniel Otieno, Daniel Otieno"),
    SpokenCase(
      "Il ministro Daniel Otieno ha detto che [il patto regge], mentre Rosa Quispe ha negato che [ci sia un patto].",
      "Daniel Otieno, Rosa Quispe"),
    SpokenCase(
      "Rosa Quispe ha accusato il governo di [aver truccato il voto] e di [aver arrestato gli oppositori].",
      "Rosa Quispe, Rosa Quispe"),
    SpokenCase(
      "Rosa Quispe ha chiesto al governo di [liberare i detenuti], dicendo che [sono innocenti].",
      "Rosa Quispe, Rosa Quispe"),
    SpokenCase(
      "Il ministro Daniel Otieno, secondo cui [il patto regge], è atteso a Kampala.",
      "Daniel Otieno"),
    SpokenCase(
      "Il governo keniota ha negato di [aver chiuso il porto], spiegando che [i lavori sono in corso].",
      "Governo keniota, Governo keniota"),
    SpokenCase(
      "Idris Kolo ha detto alla Reuters che [il porto è chiuso] e ha chiesto all'Onu di [intervenire].",
      "Idris Kolo, Idris Kolo"),
    SpokenCase(
      "Idris Kolo teme che [il porto resti chiuso]; Rosa Quispe spera che [riapra presto].",
      "Idris Kolo, Rosa Quispe"),
  ]) func dividesClauses(_ example: SpokenCase) { example.check() }
}
