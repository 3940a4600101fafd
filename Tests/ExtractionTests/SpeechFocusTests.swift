import Testing

@testable import Extraction

/// Words that no cue stands beside, and verbs without a subject: whom the text is about.
@Suite struct SpeechFocusTests {
  @Test(arguments: [
    SpokenCase(
      "Rosa Quispe ha perso il raccolto. Non ha più un campo. «Ho venduto il trattore, poi la stalla».",
      "Rosa Quispe"),
    SpokenCase(
      "Tra loro Rosa Quispe, figlia di un minatore. «Siamo qui dall'alba, non ce ne andremo».",
      "Rosa Quispe"),
    SpokenCase(
      "La dottoressa Rosa Quispe ha riaperto l'ambulatorio. Sono arrivate due ambulanze. «Le medicine finiranno lunedì».",
      "Rosa Quispe"),
    SpokenCase(
      "Il sindaco Ramon Ilagan, che ha ascoltato in silenzio, scuote la testa. «Nessuno mi ha avvertito del crollo».",
      "Ramon Ilagan"),
    SpokenCase(
      "Rosa Quispe guarda il fiume. E il ponte? «Il ponte lo hanno portato via in marzo».",
      "Rosa Quispe"),
    // Nobody, or more than one, can be meant.
    SpokenCase("Il ponte è chiuso da marzo. «Nessuno ci ha avvertito del crollo».", "?"),
    SpokenCase(
      "Rosa Quispe tace e Ramon Ilagan se ne va. «Nessuno ci ha avvertito del crollo».", "?"),
    SpokenCase(
      "Rosa Quispe guarda il fiume. Il ponte è chiuso. La strada è interrotta. Il porto è deserto. «Nessuno ci ha avvertito del crollo».",
      "?"),
    SpokenCase(
      "Rosa Quispe è partita. La nomina spetta ora a Ramon Ilagan. «Nessuno ci ha avvertito del crollo».",
      "?"),
  ]) func goesOnInMarks(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "La replica di Rosa Quispe è arrivata ieri mattina. Ha detto che [i costi saranno divisi].",
      "Rosa Quispe"),
    SpokenCase(
      "Ramon Ilagan ha lasciato l'aula.\n\nLa risposta di Rosa Quispe è arrivata in serata. Ha spiegato che [il bando resta aperto].",
      "Rosa Quispe"),
    SpokenCase(
      "Ramon Ilagan ha lasciato l'aula. La risposta è arrivata in serata. Ha spiegato che [il bando resta aperto].",
      "Ramon Ilagan"),
  ]) func isWhoseWordsAreTold(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "«Cittadini, restate in casa e aspettate notizie». In un messaggio alla radio il premier Ramon Ilagan ha assicurato che [il palazzo è al sicuro].",
      "Ramon Ilagan, Ramon Ilagan"),
    SpokenCase(
      "«Cittadini, restate in casa e aspettate notizie». La radio trasmette il messaggio ogni ora.",
      "?"),
    SpokenCase(
      "Siamo riusciti a parlare con Rosa Quispe, infermiera. «Ho messo i materassi contro le finestre».",
      "Rosa Quispe"),
    SpokenCase(
      "Siamo riusciti a parlare con Rosa Quispe e Ramon Ilagan. «Ho messo i materassi contro le finestre».",
      "?"),
  ]) func standsAfterThemOrMeetsTheReporter(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Il sindaco Ramon Ilagan ha letto il verbale. Quanto a Rosa Quispe: «Le voglio bene, le telefonerò».",
      "Ramon Ilagan"),
    SpokenCase(
      "Il sindaco Ramon Ilagan ha letto il verbale. Poi, ai cronisti che lo aspettavano: «Non ho altro da dire».",
      "Ramon Ilagan"),
    SpokenCase(
      "Il sindaco Ramon Ilagan ha letto il verbale. Sul muro una scritta: «Qui non passa nessuno».",
      "?"),
  ]) func leadsOnWithoutAVerb(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Il tribunale ha condannato Ramon Ilagan a nove anni. L'imputato ha detto che [leggerà la sentenza].",
      "Ramon Ilagan"),
    SpokenCase(
      "Rosa Quispe è imputata di frode. «Ho la coscienza tranquilla», ha detto l'imputata.",
      "Rosa Quispe"),
    SpokenCase(
      "Ramon Ilagan e Pedro Salas sono stati condannati. «Ho la coscienza tranquilla», ha detto l'imputato.",
      "imputato"),
    SpokenCase(
      "Marco Ilagan è stato condannato. «Ho la coscienza tranquilla», ha detto l'imputata.",
      "imputata"),
  ]) func standsBeforeACourt(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "«I campi sono pieni», ha detto la portavoce dell'agenzia per i profughi, Marit Solheim. La funzionaria ha avvertito che [le scorte finiranno].",
      "Marit Solheim, Marit Solheim"),
    SpokenCase(
      "Il difensore, Jude Obiora, ha parlato due ore. Soddisfatto l'avvocato di parte civile, Pedro Salas. Il legale ha detto che [il ricorso è pronto].",
      "Pedro Salas"),
    SpokenCase(
      "Il comandante Jude Obiora ha lasciato la base. «La chiesa è piena di sfollati», ha detto il vescovo ausiliare, Wilner Sanon. Il presule ha chiesto di [aprire il porto].",
      "Wilner Sanon, Wilner Sanon"),
    SpokenCase(
      "Il comandante Jude Obiora ha lasciato la base. «La chiesa è piena di sfollati», ha detto il vescovo.",
      "vescovo"),
  ]) func isDescribedByAnotherOffice(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "«E il resto del denaro?», chiede Rosa Quispe. «Non esiste», risponde Ramon Ilagan. «E le carte?», domanda Rosa Quispe. «Bruciate tutte».",
      "Rosa Quispe, Ramon Ilagan, Rosa Quispe, Ramon Ilagan"),
    SpokenCase(
      "Ramon Ilagan alza la voce: «Dov'è la cassa?». «Non lo so nemmeno io».",
      "Ramon Ilagan, ?"),
    SpokenCase(
      "Rosa Quispe risponde: «Il conto è chiuso». Ramon Ilagan ride: «E il solito disturbo?». «Il solito, certo».",
      "Rosa Quispe, Ramon Ilagan, Rosa Quispe"),
    SpokenCase(
      "Ramon Ilagan aveva negato tutto. «E gli altri due?», gli era stato chiesto. «Mai visti in vita mia».",
      "?, Ramon Ilagan"),
  ]) func answersAQuestion(_ example: SpokenCase) { example.check() }
}

/// Speakers whom other words tell of.
@Suite struct SpeakersTellingTests {
  @Test(arguments: [
    SpokenCase(
      "Per il portavoce militare, il colonnello Jude Obiora, [i ribelli controllano la costa].",
      "Jude Obiora"),
    SpokenCase(
      "Per il sindaco, Ramon Ilagan, [la trattativa è finita].", "Ramon Ilagan"),
    SpokenCase(
      "Secondo due funzionari della dogana [il valico riaprirà].", "due funzionari della dogana"),
    SpokenCase("Secondo due terzi dei voti il piano è bocciato.", ""),
    SpokenCase("Per due anni il ponte è rimasto chiuso.", ""),
  ]) func haveAnOpinion(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "«Mia nonna portava il vino ai rifugi. Diceva sempre “il ghiaccio ha memoria”», racconta Rosa Quispe.",
      "Rosa Quispe, nonna"),
    SpokenCase(
      "«Il ponte era chiuso. Diceva “vietato il passo”», racconta Rosa Quispe.",
      "Rosa Quispe, ?"),
    SpokenCase(
      "«Per anni ci hanno detto che erano “beghe di cortile”. Ora basta», ha detto Rosa Quispe.",
      "Rosa Quispe, ?"),
    SpokenCase(
      "«Il telefono squillò due settimane. “Poteva succedere anche da voi?”. Poi silenzio», ha detto Rosa Quispe.",
      "Rosa Quispe, ?"),
    SpokenCase("«Ho letto “Guerra e pace” in carcere», ha detto Rosa Quispe.", "Rosa Quispe"),
    SpokenCase("«Lo chiamano “il Sordo” da anni», ha detto Rosa Quispe.", "Rosa Quispe"),
  ]) func areToldOfInASpeech(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Rosa Quispe ha letto i nomi. Poi ha detto una cosa che in città ripetono tutti: «Il silenzio pesa più delle armi».",
      "Rosa Quispe"),
    SpokenCase(
      "Non usa mezzi termini il governatore Ramon Ilagan: «Ci hanno abbandonati».", "Ramon Ilagan"),
    SpokenCase(
      "La ditta ha scritto al governatore Ramon Ilagan: «Chiudiamo la linea a marzo».", "?"),
    SpokenCase(
      "Rosa Quispe ha ricordato le parole del nonno: «La terra non si vende mai».", "?"),
  ]) func standBeforeAColon(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "La Croce Rossa comunica che [il campo chiuderà]; il pozzo «non serve più a nessuno».",
      "Croce Rossa, Croce Rossa"),
    SpokenCase(
      "Rosa Quispe guarda il campo; il pozzo «non serve più a nessuno».", "?"),
  ]) func goOnAfterASemicolon(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "A Lima, la portavoce del Segretario generale, Karin Olsson, ha detto che [le scuole sono chiuse].",
      "Karin Olsson"),
    SpokenCase(
      "Rosa Quispe è a Lima. «Un atto dovuto», recita il comunicato del comitato dei pescatori.",
      "?"),
    SpokenCase(
      "«Ho visto i soldati entrare nella scuola». Comincia così il racconto di Rosa Quispe.",
      "Rosa Quispe"),
    SpokenCase("«Ho visto i soldati entrare nella scuola». Comincia così il film.", "?"),
  ]) func areExplained(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase("«Un altro rinvio», sbuffa «Il Mattino di Osorno».", "?"),
    SpokenCase("«Un altro rinvio», sbuffa Rosa Quispe.", "Rosa Quispe"),
  ]) func standInMarks(_ example: SpokenCase) { example.check() }
}

/// Turns that dashes open.
@Suite struct DashDialogueTests {
  @Test(arguments: [
    SpokenCase(
      "Rosa Quispe aspetta sul molo.\n\n— Da quanto tempo è qui?\n\n— Da quando è partito mio fratello, — risponde Rosa Quispe.\n\n— E la casa?\n\n— La casa non c'è più.",
      "?, Rosa Quispe, ?, Rosa Quispe"),
    SpokenCase(
      "— Tornerete a casa?\n\n— Quando finirà.\n\n— E quando finirà?",
      "?, ?, ?"),
    // A list.
    SpokenCase("I punti dell'accordo:\n\n— cessate il fuoco.\n\n— scambio dei prigionieri.", ""),
    SpokenCase("Il programma:\n\n– Ore 9, apertura del porto.\n\n– Ore 10, visita del molo.", ""),
  ]) func areRead(_ example: SpokenCase) { example.check() }
}
