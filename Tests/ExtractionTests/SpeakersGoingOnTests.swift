import Testing

@testable import Extraction

/// Who speaks where the words go on, or where the name stands in another form elsewhere.
@Suite struct SpeakersGoingOnTests {
  @Test(arguments: [
    SpokenCase(
      "«Il lago sale», ha detto Susan Brandt. «Lo misuriamo ogni ora», ha aggiunto la Brandt.",
      "Susan Brandt, Susan Brandt"),
    SpokenCase(
      "«Il lago sale», ha detto Susan Brandt. «Lo misuriamo ogni ora», ha aggiunto la Brandt, secondo cui «gli argini tengono».",
      "Susan Brandt, Susan Brandt, Susan Brandt"),
    SpokenCase(
      "«La diga regge», ha spiegato Marta Lindholm. «Restano due crepe», ha precisato la Lindholm.",
      "Marta Lindholm, Marta Lindholm"),
    SpokenCase(
      "«La diga regge», ha spiegato Marta Lindholm. «Restano due crepe», ha precisato la Norberg.",
      "Marta Lindholm, Norberg"),
    SpokenCase(
      "Anna Lindholm e Marta Lindholm sono arrivate. «Restano due crepe», ha precisato la Lindholm.",
      "?"),
  ]) func areKnownBySurname(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Rosa Quispe è arrivata a Lima. Alla fine è di nuovo Quispe a chiudere la riunione urlando: «Nessun soldato entrerà qui!».",
      "Rosa Quispe"),
    SpokenCase(
      "Rosa Quispe è entrata in aula. Ha atteso poco, urlando dal fondo «Questa legge ci rovina».",
      "Rosa Quispe"),
    SpokenCase(
      "Ramon Ilagan è salito sul palco. Ha aspettato poco, urlando nel megafono «Il porto resta nostro».",
      "Ramon Ilagan"),
    SpokenCase(
      "La piazza era vuota. È passato un carro, urlando dal fondo «Il porto resta nostro».",
      "?"),
    SpokenCase(
      "Rosa Quispe è entrata in aula. Pedro Salas è uscito, gridando «Questa legge è una vergogna».",
      "Pedro Salas"),
  ]) func areSubjectsOfTheClauseOfAGerund(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Ramon Ilagan è il nuovo presidente del Rovigo. Il neopresidente ha parlato di «un cantiere aperto».",
      "Ramon Ilagan"),
    SpokenCase(
      "Ramon Ilagan è il nuovo sindaco di Rovigo. Il neosindaco ha parlato di «un cantiere aperto».",
      "Ramon Ilagan"),
    SpokenCase(
      "I sindaci Ramon Ilagan e Pedro Salas si sono visti. Il neoassunto ha parlato di «un cantiere aperto».",
      "?"),
  ]) func areNewInOffice(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Il vertice è finito con le parole di Ramon Ilagan sui dazi, «una scelta miope che pagheremo per anni».",
      "Ramon Ilagan"),
    SpokenCase(
      "La seduta è cominciata con le parole di Rosa Quispe sul porto, «una ferita aperta che nessuno vuole curare davvero».",
      "Rosa Quispe"),
  ]) func areWhoseWordsAreTold(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "«È tutto fermo.\nTutti i soci sono qui - ha dichiarato Ramon Ilagan -.\nNon so altro.\nNon dormo.\nNon tutti sono qua».\n«Erano tutti dentro - ha proseguito -, anche i figli.\nPoi basta».",
      "Ramon Ilagan, Ramon Ilagan"),
    SpokenCase(
      "«È tutto fermo - ha detto Rosa Quispe -. Non so altro».\n«Torneremo presto - prosegue - e con più forza».",
      "Rosa Quispe, Rosa Quispe"),
    SpokenCase(
      "«È tutto fermo - ha detto Rosa Quispe -. Non so altro». «Si riparte - ha replicato Pedro Salas - già domani».",
      "Rosa Quispe, Pedro Salas"),
  ]) func goOnBetweenDashes(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Il sindaco Ramon Ilagan ha un bar. «Qui tremava tutto», spiega lui. Ha sessanta anni. «Apro alle sei. Chiudo quando vanno via tutti.\n\n«Poi torno a casa. A piedi».",
      "Ramon Ilagan, Ramon Ilagan, Ramon Ilagan"),
    SpokenCase(
      "Il sindaco Ramon Ilagan ha un bar. «Qui tremava tutto», spiega lui. Accanto alla cassa ha una pagina del «Corriere della Sera». «Apro alle sei. Chiudo quando vanno via tutti.»",
      "Ramon Ilagan, Ramon Ilagan"),
    SpokenCase(
      "«È tutto fermo», ha detto Ramon Ilagan. Sul muro pende una foto di Pedro Salas. «Apro alle sei. Chiudo tardi.»",
      "Ramon Ilagan, ?"),
    SpokenCase(
      "«È tutto fermo», ha detto Ramon Ilagan. Arriva un vigile. «Via di qui. Si chiude adesso.»",
      "Ramon Ilagan, ?"),
  ]) func goOnPastTitles(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "La governatrice di Osorno: «Riaperte due strade»\n«Si passa da oggi». Lo ha scritto Rosa Quispe, governatrice di Osorno.",
      "Rosa Quispe, Rosa Quispe"),
    SpokenCase(
      "La governatrice di Osorno: «Riaperte due strade»\n«Si passa da oggi». Lo ha scritto Rosa Quispe, governatrice di Temuco.",
      "governatrice di Osorno, Rosa Quispe"),
    SpokenCase(
      "«Le prove ci sono», ha detto il pubblico ministero Silvia Rossetti. Il magistrato ha parlato di «una cassa comune».",
      "Silvia Rossetti, Silvia Rossetti"),
    SpokenCase(
      "L'azienda Eni si costituirà parte civile. «Ci tuteliamo così», è detto in una nota del gruppo.",
      "Eni"),
  ]) func areNamedElsewhere(_ example: SpokenCase) { example.check() }
}
