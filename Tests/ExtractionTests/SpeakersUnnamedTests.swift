import DossierModel
import Testing

@testable import Extraction

/// Speakers without a name, and those that only the rest of the text tells.
@Suite struct UnnamedSpeakerTests {
  @Test(arguments: [
    SpokenCase("«Ho visto il fumo», racconta un pescatore.", "pescatore"),
    SpokenCase("«Siamo scappati», dicono gli abitanti del villaggio.", "abitanti del villaggio"),
    SpokenCase("Una mercante ha detto: «Il prezzo sale ogni giorno».", "mercante"),
    SpokenCase("«Non c'è più niente», ha commentato uno dei passeggeri.", "uno dei passeggeri"),
    SpokenCase("Secondo la procura, [il carico era di armi].", "procura"),
    SpokenCase("Secondo il sindacato, [la miniera non era sicura].", "sindacato"),
    SpokenCase("Gli sfollati chiedono di [tornare a casa].", "sfollati"),
    SpokenCase("La folla ha intonato lo slogan «Via, via, via».", "folla"),
    SpokenCase(
      "I manifestanti sono scesi in piazza al grido di «Basta guerra subito».", "manifestanti"),
    SpokenCase("Un bambino ha appeso un disegno. Sotto ha scritto: «Questo è il mare».", "bambino"),
    SpokenCase("Un uomo di nome Tadas Brunelis ha detto: «Ho perso la casa».", "Tadas Brunelis"),
    SpokenCase(
      "Le missioni dell'Unione europea nel Sahel affermano che [la strada è chiusa].",
      "missioni dell'Unione europea"),
    SpokenCase(
      "«La nave è salva», ha detto un portavoce dell'armatore.", "portavoce dell'armatore"),
  ]) func areActorsOfTheirOwn(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase("Il rapporto dice che la strada è chiusa.", ""),
    SpokenCase("Qualcuno ha detto: «La strada è chiusa».", "?"),
    SpokenCase("Una legge dice che [la strada è di tutti].", "?"),
    SpokenCase("Rosa Quispe è partita. «Si vedrà domani», ha detto il ministro.", "?"),
    SpokenCase("Molti hanno detto: «La strada è chiusa».", "?"),
    SpokenCase("Si legge sui muri: «La strada è di chi la vive».", "?"),
  ]) func areNotThings(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    "L’offensiva di Hezbollah contro Israele è cominciata.",
    "Un uomo ha parlato con gli abitanti del villaggio.",
    "Il sindacato ha indicato la strada ai lavoratori.",
    "Gli sfollati hanno ripreso il cammino.",
  ]) func areNoneWithoutSpeech(_ text: String) {
    #expect(!SpokenWords(text).reading.mentions.contains { $0.sieve == "unnamed-speaker" })
  }

  @Test(arguments: [
    SpokenCase(
      "Il colonnello Sidi Traorel è in caserma. L'ufficiale precisa che [la base è chiusa].",
      "Sidi Traorel"),
    SpokenCase(
      "L'avvocato Tadas Brunelis annuncia ricorso. «Vinceremo», dice il legale.", "Tadas Brunelis"),
    SpokenCase(
      "Il sindaco Ramon Ilagan ha riaperto il ponte. «Era ora», ha detto il primo cittadino.",
      "Ramon Ilagan"),
    SpokenCase(
      "La senatrice Rosa Quispe lascia l'aula. «Non voto», dice la parlamentare.", "Rosa Quispe"),
    SpokenCase(
      "Rosa Quispe è la nuova presidente del Perù. «Sono commossa», ha detto la presidente.",
      "Rosa Quispe"),
    SpokenCase(
      "Il portavoce dell'esercito, il colonnello Sidi Traorel, ha detto: «La base è chiusa».",
      "Sidi Traorel"),
    SpokenCase("Lo scrittore e cronista Jude Obiora ha detto: «Non dimentico».", "Jude Obiora"),
    SpokenCase(
      "Un consigliere ha incontrato il generale Thein Lwin. «Siamo d'accordo», ha detto quest'ultimo.",
      "Thein Lwin"),
    SpokenCase("Jude Obiora vende scarpe a Cebu. «È dura», spiega lui.", "Jude Obiora"),
    SpokenCase(
      "La serranda di Jude Obiora si alza a metà. «Fa sempre così», spiega l'uomo.", "Jude Obiora"),
    SpokenCase(
      "La Croce Rossa ha diffuso un rapporto. «Mancano i farmaci», si legge nel documento dell'organizzazione.",
      "Croce Rossa"),
    SpokenCase(
      "Una vedova ha perso due figli. «Li sento ancora correre», lei ha detto.", "vedova"),
  ]) func areKnownByOtherWords(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Il colonnello Sidi Traorel e il generale Thein Lwin sono in caserma. «Si resta», dice l'ufficiale.",
      "?"),
    SpokenCase(
      "Il ministro Daniel Otieno è arrivato in ospedale. «È grave», ha detto il medico.", "medico"),
    SpokenCase("La senatrice Rosa Quispe lascia l'aula. «Bene», dice il vescovo.", "vescovo"),
    SpokenCase(
      "Rosa Quispe non è la presidente del Perù. Il nuovo presidente ha detto che [si voterà].",
      "presidente del Perù"),
    SpokenCase(
      "Rosa Quispe è con Daniel Otieno. «Sono stanca», ha detto la donna.\n\nIl vertice è finito.",
      "Rosa Quispe"),
  ]) func areNotTakenForOthers(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Cebu, la rabbia del porto: «Ci hanno lasciati soli»\n\nRamon Ilagan non dorme da due giorni. «Ci hanno lasciati soli», ha detto il sindaco Ramon Ilagan.",
      "Ramon Ilagan, Ramon Ilagan"),
    SpokenCase(
      "«Il ponte cadrà», ha detto Ramon Ilagan. Poi, più serio: «E nessuno pagherà».",
      "Ramon Ilagan, Ramon Ilagan"),
    SpokenCase(
      "«Il ponte cadrà», dice Ramon Ilagan. Ha settant'anni e tre nipoti. «Lo ripeto da un anno».",
      "Ramon Ilagan, Ramon Ilagan"),
    SpokenCase("Perù, parla Rosa Quispe: «La pace si coltiva»", "Rosa Quispe"),
    SpokenCase("Kampala: «Nessun soldato oltre il confine»", "Uganda"),
    SpokenCase(
      "È di ieri un messaggio audio di Idris Kolo: «Ho paura per la città».", "Idris Kolo"),
    SpokenCase(
      "Sono arrivate condanne anche dal presidente Daniel Otieno: «È un gesto vile».",
      "Daniel Otieno"),
    SpokenCase(
      "Sul palco Rosa Quispe, sorella di una vittima: «Non voglio vendetta».", "Rosa Quispe"),
  ]) func areToldElsewhere(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "«Il ponte cadrà», dice Ramon Ilagan. Un'anziana annuisce dalla finestra. «Lo ripeto da un anno».",
      "Ramon Ilagan, ?"),
    SpokenCase("Perù, «la pace si coltiva ogni giorno»", "?"),
    SpokenCase(
      "«Il ponte cadrà», dice Ramon Ilagan. A Idris Kolo non importa: «È un allarme inutile».",
      "Ramon Ilagan, ?"),
    SpokenCase(
      "«Mi chiamò Idris Kolo e mi disse: “Vieni subito”», ha raccontato Rosa Quispe.",
      "Rosa Quispe, ?"),
  ]) func areLeftOpen(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Idris Kolo ha annunciato lunedì, al termine di una riunione alla quale il sindaco non era invitato, che [il porto riaprirà].",
      "Idris Kolo"),
    SpokenCase(
      "Idris Kolo ha detto al canale «Porto Nuovo» che [il porto riaprirà].", "Idris Kolo"),
    SpokenCase("Idris Kolo ha riferito, che [a mezzogiorno il porto era chiuso].", "Idris Kolo"),
    SpokenCase(
      "[Il porto riaprirà], ha spiegato Idris Kolo. [I lavori dureranno un mese], ha aggiunto.",
      "Idris Kolo, Idris Kolo"),
    SpokenCase(
      "Idris Kolo afferma che [il porto è chiuso] e assicura che [riaprirà presto].",
      "Idris Kolo, Idris Kolo"),
    SpokenCase("Idris Kolo esorta le parti a [non trasformare il porto in un'arma].", "Idris Kolo"),
    SpokenCase("È stato reso noto che [il porto riaprirà].", "?"),
    SpokenCase(
      "Per Idris Kolo, interpellato da questo giornale, [il piano è ingeneroso].", "Idris Kolo"),
    SpokenCase(
      "Il Kenya accusa l'Uganda di [aver bombardato il villaggio], un'accusa che Kampala respinge.",
      "Kenya"),
    SpokenCase("Anche questa volta, secondo Idris Kolo, [i ladri erano tre].", "Idris Kolo"),
  ]) func tellWholeClauses(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase("Idris Kolo ha annunciato la riunione che si terrà al porto.", ""),
    SpokenCase("Idris Kolo ha chiuso, al termine di una riunione, il porto che dirige.", ""),
    SpokenCase("Chi dice che il porto è chiuso mente.", ""),
    SpokenCase("Poche settimane fa Idris Kolo ha lasciato il porto che dirigeva.", ""),
    SpokenCase("Il direttore medico Idris Kolo ha lasciato l'ospedale.", ""),
    SpokenCase("Non è stato detto che il porto riaprirà.", ""),
    SpokenCase("Idris Kolo è convinto di Rosa Quispe.", ""),
  ]) func areNotFoundElsewhere(_ example: SpokenCase) { example.check() }
}

/// Who gives a figure, and who accuses and denies.
@Suite struct ClaimantTests {
  private func claimants(_ text: String) -> [String] {
    let reading = SpokenWords(text).reading
    return reading.claims.filter { $0.figure != nil }.map { claim in
      claim.claimants.map { reading.actors[$0].name }.joined(separator: " + ")
    }
  }

  @Test(arguments: [
    ("La Procura di Palermo parla di nove vittime nel naufragio.", ["Procura di Palermo"]),
    ("Il ministero della Salute keniota conta 22 morti.", ["Ministero della Salute keniota"]),
    (
      "Il bilancio fornito dalla Croce Rossa è di 12 morti e 30 feriti.",
      ["Croce Rossa", "Croce Rossa"]
    ),
    ("Il governo keniota ha aggiornato il bilancio a 30 morti.", ["Governo keniota"]),
    ("Emergency riferisce di 15 feriti.", ["Emergency"]),
    ("La polizia keniota dà conto di 12 arresti.", ["Polizia keniota"]),
    ("Secondo la Croce Rossa i morti sono 14.", ["Croce Rossa"]),
  ]) func giveFigures(_ text: String, _ expected: [String]) {
    #expect(claimants(text) == expected)
  }

  @Test(arguments: [
    "Il bilancio dell'attacco è di 12 morti.", "Nairobi conta 22 morti.",
    "Il raid ha causato 12 morti.", "Il ministro keniota è arrivato dove si contano 22 morti.",
  ]) func areNotGuessed(_ text: String) {
    #expect(claimants(text).allSatisfy { $0.isEmpty })
  }

  @Test(arguments: [
    (
      "Il premier maltese Karl Zerafa ha parlato in aula. Ha accusato il Kenya di armare i ribelli.",
      ["accusation: Karl Zerafa > Kenya"]
    ),
    (
      "L'Eritrea è accusata di aver bombardato Makallè, accusa che Asmara respinge.",
      ["denial: Eritrea"]
    ),
  ]) func accuseAndDeny(_ text: String, _ expected: [String]) {
    let reading = SpokenWords(text).reading
    func names(_ actors: [Int]) -> String {
      actors.map { reading.actors[$0].name }.joined(separator: " + ")
    }
    let found = reading.claims.filter { $0.kind == .accusation || $0.kind == .denial }.map {
      claim in
      "\(claim.kind): " + names(claim.claimants)
        + (claim.addressees.isEmpty ? "" : " > " + names(claim.addressees))
    }
    #expect(found == expected)
  }
}
