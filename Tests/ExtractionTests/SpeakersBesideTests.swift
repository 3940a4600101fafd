import DossierModel
import Testing

@testable import Extraction

/// Who does not speak although he stands near the words, and who does without a verb of his own.
@Suite struct SpeakersBesideTests {
  @Test(arguments: [
    SpokenCase(
      "Tadas Brunelis ha aperto il congresso. «Torneremo», ha scandito, tra i fischi di Azione e Forza Italia.",
      "Tadas Brunelis"),
    SpokenCase(
      "Rosa Quispe è salita sul palco. «Torneremo», ha gridato, tra gli applausi di Pedro Salas e Ramon Ilagan.",
      "Rosa Quispe"),
    SpokenCase(
      "Rosa Quispe è arrivata a Lima. «Si firma domani», ha detto, davanti ai ministri di Cile e Bolivia.",
      "Rosa Quispe"),
    SpokenCase(
      "«Si firma domani», ha detto con Ramon Ilagan e Pedro Salas accanto Rosa Quispe.",
      "Rosa Quispe"),
    SpokenCase(
      "«Si firma domani», hanno detto Ramon Ilagan e Pedro Salas.", "Ramon Ilagan + Pedro Salas"),
  ]) func areNotThoseWhoApplaud(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "La seduta si è interrotta due volte. La prima quando la deputata Rosa Quispe ha strappato il testo. «Vergogna», ha urlato.",
      "Rosa Quispe"),
    SpokenCase(
      "Ramon Ilagan ha sospeso i lavori. La prima volta dopo che la deputata Rosa Quispe è salita sul banco. «È un bavaglio», ha gridato.",
      "Rosa Quispe"),
    SpokenCase(
      "Ramon Ilagan ha sospeso i lavori. La seconda volta quando il deputato Pedro Salas ha lanciato un libro verso i banchi. «È una farsa», ha urlato.",
      "Pedro Salas"),
    SpokenCase(
      "Ramon Ilagan ha parlato mentre Pedro Salas usciva dall'aula. «È una farsa», ha detto.",
      "Ramon Ilagan"),
    SpokenCase(
      "Ramon Ilagan è arrivato quando Pedro Salas era già partito. «Peccato», ha commentato.",
      "Ramon Ilagan"),
    SpokenCase(
      "Nel cortile dove i soldati scaricano le casse, il comandante del battaglione, Tadas Brunelis, controlla le liste. Dice che [mancano le coperte].",
      "Tadas Brunelis"),
    SpokenCase(
      "Nella sala dove il comitato si riunisce, la segretaria, Rosa Quispe, prende appunti. Spiega che [il voto è rinviato].",
      "Rosa Quispe"),
    SpokenCase(
      "Ramon Ilagan, che a Lima ha incontrato Rosa Quispe, Pedro Salas e altri, ha detto che [il patto regge].",
      "Ramon Ilagan"),
    SpokenCase(
      "Rosa Quispe ha detto che il piano «non regge» e ha chiesto di [rinviare il voto].",
      "Rosa Quispe, Rosa Quispe"),
    SpokenCase(
      "Rosa Quispe ha detto che il piano «non regge» e Ramon Ilagan ha chiesto di [rinviare il voto].",
      "Rosa Quispe, Ramon Ilagan"),
  ]) func areSubjectsOfTheirOwnClause(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Un inviato di Ginevra parla di stallo. Secondo la stessa fonte, [il Cile avrebbe scritto una bozza, ma il Perù pretende tempo]. «Si gira in tondo», riassume.",
      "inviato di Ginevra, inviato di Ginevra"),
    SpokenCase("La Bolivia ha chiuso il confine. «È una misura breve», ha detto.", "?"),
    SpokenCase(
      "La Bolivia ha detto che [il confine è chiuso]. «È una misura breve», ha aggiunto.",
      "Bolivia, Bolivia"),
    SpokenCase(
      "Secondo la Reuters, [Ramon Ilagan ha detto che [il ponte è chiuso]]. «Riapre domani», ha aggiunto.",
      "Reuters, Ramon Ilagan, Ramon Ilagan"),
  ]) func areNotStatesThatAct(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Rosa Quispe ha lasciato l'aula. «Più scuole», si leggeva su quelli del Partito Democratico.",
      "Partito Democratico"),
    SpokenCase("Rosa Quispe ha lasciato l'aula. «Più scuole», si legge su un muro.", "?"),
    SpokenCase(
      "Rosa Quispe ha lasciato l'aula. «Più scuole», scrivono sui fogli quelli del Partito Democratico.",
      "Partito Democratico"),
    SpokenCase("L'Unicef ha scritto ai governi. «Servono vaccini», si legge nella nota.", "Unicef"),
    SpokenCase("L'Unicef ha diffuso una nota. «Servono vaccini», si legge ancora.", "Unicef"),
  ]) func areThoseWhoWrote(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase("La polizia: «La strada è di nuovo libera»\n\nIl traffico è ripreso.", "polizia"),
    SpokenCase("L'opposizione: «Domani tutti in piazza»\n\nIl voto è vicino.", "opposizione"),
    SpokenCase("I pendolari: «Nessun treno da ore»\n\nLe linee sono ferme.", "pendolari"),
    SpokenCase("Lima, i medici: «Mancano i farmaci»\n\nL'ospedale è pieno.", "medici"),
    SpokenCase(
      "Perù, frana sulla ferrovia. I soccorsi: «Cerchiamo ancora»\n\nLa linea è chiusa.", "soccorsi"
    ),
    SpokenCase("Il comunicato: «La strada è di nuovo libera»\n\nIl traffico è ripreso.", "?"),
    SpokenCase("Di Rosa Quispe la frase più dura: «Andiamo avanti senza di loro».", "Rosa Quispe"),
    SpokenCase("Della serata la frase più dura: «Andiamo avanti senza di loro».", "?"),
    SpokenCase(
      "Di parere opposto il sindaco, Ramon Ilagan, che è rimasto in paese: «Qui nessuno ci aiuta».",
      "Ramon Ilagan"),
    SpokenCase(
      "Il sindaco ha scritto a Ramon Ilagan, che è rimasto in paese: «Qui nessuno ci aiuta».", "?"),
    SpokenCase(
      "Rosa Quispe ha parlato alla radio. «Vinceremo senza di loro», le sue parole.", "Rosa Quispe"),
    SpokenCase("«Vinceremo senza di loro», il commento amaro di Rosa Quispe.", "Rosa Quispe"),
    SpokenCase("Il muro è stato dipinto. «Vinceremo senza di loro», le sue parole.", "?"),
  ]) func speakWithoutAVerb(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Il ministero dell'Interno, tramite la portavoce Rosa Quispe, ha ribadito che [il confine è chiuso].",
      "Rosa Quispe"),
    SpokenCase(
      "Il governo, tramite il ministro Ramon Ilagan, ha annunciato che [il ponte riapre].",
      "Ramon Ilagan"),
    SpokenCase(
      "Il convoglio, tramite il porto, è arrivato. Rosa Quispe ha detto che [sta bene].",
      "Rosa Quispe"),
  ]) func speakForOthers(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "L'Unione Africana ha convocato i ministri. In una nota l'organismo condanna «un gesto senza scuse».",
      "Unione africana"),
    SpokenCase(
      "Il Consiglio nazionale di salvezza ha deciso. In una nota l'organo condanna «un gesto senza scuse».",
      "Consiglio nazionale di salvezza"),
    SpokenCase(
      "Il Consiglio nazionale di salvezza ha deciso.\n\nRosa Quispe è partita. L'agenzia condanna «un gesto senza scuse».",
      "agenzia"),
    SpokenCase("Il comitato è salvo. L'organo condanna «un gesto senza scuse».", "organo"),
  ]) func areBodiesNamedBefore(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase("[La strada, fanno sapere i vigili, resta chiusa].", "vigili"),
    SpokenCase(
      "[Il governo di Lima, ha replicato in serata la portavoce Rosa Quispe, non ha truppe al confine].",
      "Rosa Quispe"),
    SpokenCase(
      "[I lavori, raccontano gli abitanti che vivono lungo il fiume, sono ripresi in aprile].",
      "abitanti"),
    SpokenCase("[Il ponte, spiega Ramon Ilagan, riapre domani].", "Ramon Ilagan"),
    SpokenCase("[La strada, dicono gli abitanti del borgo, resta chiusa].", "abitanti del borgo"),
    SpokenCase("La frana è ferma; [la strada, fanno sapere i vigili, resta chiusa].", "vigili"),
    SpokenCase(
      "La frana è ferma, ma [la strada, fanno sapere i vigili, resta chiusa].", "vigili"),
    SpokenCase(
      "Un uomo è in clinica; [le sue condizioni, fanno sapere i vigili, sono buone].", "vigili"),
    SpokenCase(
      "[Il ponte regge: le strade sono libere], dice Ramon Ilagan.", "Ramon Ilagan"),
    SpokenCase("La strada, conferma la mappa, resta chiusa.", ""),
    SpokenCase("Il ponte, costruito da Ramon Ilagan, riapre domani.", ""),
    SpokenCase("La giunta, ricorda la targa, è nata qui.", ""),
  ]) func standInsideTheClause(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Per gli esperti dell'Onu [il cartello ne ricava un milione al mese].", "esperti dell'Onu"),
    SpokenCase("Per gli analisti [la guerra durerà a lungo].", "analisti"),
    SpokenCase("Per gli investigatori [il denaro è a Panama].", "investigatori"),
    SpokenCase("Per gli esperti la regione ha aperto un bando.", ""),
    SpokenCase("Per i profughi il viaggio è finito.", ""),
    SpokenCase("Per la Bolivia il conto è salato.", ""),
  ]) func areThoseWhoJudge(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase("Il sindacato chiede alla Regione di [convocare le parti].", "sindacato"),
    SpokenCase(
      "Secondo un funzionario egiziano di alto livello, [il valico resta chiuso].",
      "funzionario egiziano di alto livello"),
    SpokenCase(
      "Il collegio presieduto da una giudice ha detto che [il ricorso è infondato].", "collegio"),
    SpokenCase("Secondo un ufficiale di marina, [il valico resta chiuso].", "ufficiale di marina"),
    SpokenCase(
      "Un consigliere della Regione Lazio ha detto che [il ricorso è infondato].",
      "consigliere della Regione Lazio"),
  ]) func areDescribedAsFarAsTheyGo(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      """
      La diretta della giornata.

      Ore 20.15 – Il ponte riapre
      Il sindaco Ramon Ilagan ha tagliato il nastro.

      Ore 19.40 – La piena cala
      «Il peggio è passato», ha detto.
      """, "?"),
    SpokenCase(
      """
      La diretta della giornata.

      Ore 20.15 – Il ponte riapre
      Il sindaco Ramon Ilagan ha tagliato il nastro. «Era ora», ha detto.

      Ore 19.40 – La piena cala
      Lui spiega che [il peggio è passato].
      """, "Ramon Ilagan, ?"),
    SpokenCase(
      """
      La diretta della giornata.

      Ore 20.15 – Le suore: «Qui si sta bene»
      Il convento ospita cento persone.

      Ore 19.40 – I pendolari: «Nessun treno da ore»
      La linea è ferma.
      """, "?, pendolari"),
  ]) func endWithTheEntry(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    ("Ha accusato la premier Rosa Quispe di voler chiudere il porto.", []),
    ("Ha invitato la Cina a ritirare le navi.", []),
    ("L’ha accusato la Bolivia di voler chiudere il porto.", ["accusation: Bolivia"]),
    (
      "La Bolivia ha invitato la Cina a ritirare le navi.", ["appeal: Bolivia > Cina"]
    ),
    ("Chieda alla Bolivia di ritirare le navi.", []),
  ]) func areNotThoseAddressed(_ text: String, _ expected: [String]) {
    #expect(ReadArticle(text).claims == expected, "\(text)")
  }
}
