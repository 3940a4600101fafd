import Testing

@testable import Extraction

/// Who speaks where the words go on, or where the name stands in another form elsewhere.
@Suite struct SpeakersGoingOnTests {
  @Test(arguments: [
    SpokenCase(
      "«Il mare cala», ha detto Susan Brandt. «Si vedrà presto», ha aggiunto la Brandt.",
      "Susan Brandt, Susan Brandt"),
    SpokenCase(
      "«Il mare cala», ha detto Susan Brandt. «Si vedrà presto», ha aggiunto la Brandt, secondo cui «i danni restano gravi».",
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
      "Rosa Quispe è arrivata a Lima. Poi è ancora Quispe a prendere la scena gridando: «Non voglio soldati qui!».",
      "Rosa Quispe"),
    SpokenCase(
      "Rosa Quispe è entrata in aula. Non ha impiegato molto a farsi largo, gridando nel microfono «Questa legge è una vergogna».",
      "Rosa Quispe"),
    SpokenCase(
      "Ramon Ilagan è salito sul palco. Ha aspettato poco, urlando nel megafono «Il porto resta nostro».",
      "Ramon Ilagan"),
    SpokenCase(
      "La piazza era vuota. È passato un carro, gridando nel microfono «Il porto resta nostro».",
      "?"),
    SpokenCase(
      "Rosa Quispe è entrata in aula. Pedro Salas è uscito, gridando «Questa legge è una vergogna».",
      "Pedro Salas"),
  ]) func areSubjectsOfTheClauseOfAGerund(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Ramon Ilagan è il nuovo allenatore del Rovigo. Il neotecnico ha parlato di «una bella sfida».",
      "Ramon Ilagan"),
    SpokenCase(
      "Ramon Ilagan è il nuovo sindaco di Rovigo. Il neosindaco ha parlato di «una bella sfida».",
      "Ramon Ilagan"),
    SpokenCase(
      "I sindaci Ramon Ilagan e Pedro Salas si sono visti. Il neoassunto ha parlato di «una bella sfida».",
      "?"),
  ]) func areNewInOffice(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "La serata si è aperta con le parole di Ramon Ilagan sulle vittime, «un tributo doveroso per una tragedia che colpisce tutti».",
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
      "Il sindaco Ramon Ilagan ha un bar. «Qui tremava tutto», spiega lui. Ha sessanta anni. «Lo leggo ogni sera. Mi ricorda che potevo partire.\n\n«Invece sono rimasto. E basta».",
      "Ramon Ilagan, Ramon Ilagan, Ramon Ilagan"),
    SpokenCase(
      "Il sindaco Ramon Ilagan ha un bar. «Qui tremava tutto», spiega lui. Sul bancone tiene una copia del «Corriere della Sera». «Lo leggo ogni sera. Mi ricorda che potevo partire.»",
      "Ramon Ilagan, Ramon Ilagan"),
    SpokenCase(
      "«È tutto fermo», ha detto Ramon Ilagan. Sul muro pende una foto di Pedro Salas. «Lo leggo ogni sera. Mi ricorda tutto.»",
      "Ramon Ilagan, ?"),
    SpokenCase(
      "«È tutto fermo», ha detto Ramon Ilagan. Arriva un vigile. «Via di qui. Si chiude adesso.»",
      "Ramon Ilagan, ?"),
  ]) func goOnPastTitles(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "La governatrice di Osorno: «Evacuati cento anziani»\n«Da stamattina si evacua». Lo ha scritto Rosa Quispe, governatrice di Osorno.",
      "Rosa Quispe, Rosa Quispe"),
    SpokenCase(
      "La governatrice di Osorno: «Evacuati cento anziani»\n«Da stamattina si evacua». Lo ha scritto Rosa Quispe, governatrice di Temuco.",
      "governatrice di Osorno, Rosa Quispe"),
    SpokenCase(
      "«Siamo davanti a un sistema», ha detto il pubblico ministero Silvia Rossetti. Il magistrato ha parlato di «un lessico da giardino».",
      "Silvia Rossetti, Silvia Rossetti"),
    SpokenCase(
      "L'azienda Eni si costituirà parte civile. «È un atto dovuto», è detto in una nota del gruppo.",
      "Eni"),
  ]) func areNamedElsewhere(_ example: SpokenCase) { example.check() }
}
