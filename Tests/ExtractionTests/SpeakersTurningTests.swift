import Testing

@testable import Extraction

/// Who speaks where the text turns to somebody else, comes back to those it named, or looks back.
@Suite struct SpeakersTurningTests {
  @Test(arguments: [
    SpokenCase(
      "[Nove persone sono morte nel crollo]. Lo ha riferito la protezione civile.",
      "protezione civile"),
    SpokenCase(
      "[Due navi si sono scontrate]. Lo hanno reso noto le autorità portuali.", "autorità portuali"),
    SpokenCase("[Il ponte è chiuso]. Lo scrive il quotidiano locale.", "quotidiano locale"),
    SpokenCase("[Il valico è aperto]. A riferirlo è la guardia costiera.", "guardia costiera"),
    SpokenCase(
      "[Il porto è fermo]. Ne dà notizia il sindacato dei portuali.", "sindacato dei portuali"),
    SpokenCase("Il ponte è chiuso. Lo ha riparato la protezione civile.", ""),
    SpokenCase("Il fiume è salito. Lo dice la mappa.", ""),
    SpokenCase("Il ponte è chiuso. Lo sanno tutti.", ""),
  ]) func lookBackWithoutAName(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "I pescatori del lago hanno bloccato il molo. «Non torniamo in acqua», hanno aggiunto.",
      "pescatori del lago"),
    SpokenCase(
      "Rosa Quispe è arrivata a Lima. Gli operai hanno fermato i camion. «Vogliamo il salario», hanno detto.",
      "operai"),
    SpokenCase(
      "Due senatrici commentano il voto. «Non è finita», dicono.", "Due senatrici"),
    SpokenCase(
      "Rosa Quispe e Ramon Ilagan hanno firmato. «È un buon passo», hanno detto.",
      "Rosa Quispe + Ramon Ilagan"),
    SpokenCase(
      "Gli infermieri sono in sciopero. [I posti letto mancano], hanno spiegato.", "infermieri"),
    SpokenCase(
      "Gli operai hanno fermato i camion. «Vogliamo il salario», ha detto.", "?"),
    SpokenCase("I camion hanno bloccato il molo. «Non ci muoviamo», hanno detto.", "?"),
    SpokenCase(
      "Gli operai hanno fermato i camion. Rosa Quispe è arrivata. «Parlerò con loro», ha detto.",
      "Rosa Quispe"),
  ]) func goOnAsSeveral(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Rosa Quispe ha incontrato Ramon Ilagan. «Il canale resterà aperto», hanno detto i due.",
      "Rosa Quispe + Ramon Ilagan"),
    SpokenCase(
      "Il presidente Ramon Ilagan ha visto il collega Jude Obiora. I due leader hanno chiesto che [la tregua duri].",
      "Ramon Ilagan + Jude Obiora"),
    SpokenCase(
      "Sono saliti sul palco Rosa Quispe, Jude Obiora e Sidi Traorel. I tre hanno promesso che [la lista resterà unita].",
      "Rosa Quispe + Jude Obiora + Sidi Traorel"),
    SpokenCase(
      "Rosa Quispe ha incontrato Jude Obiora. Entrambi hanno detto che [il voto è vicino].",
      "Rosa Quispe + Jude Obiora"),
    SpokenCase(
      "Il ministro Ramon Ilagan ha ricevuto la ministra Rosa Quispe. I due ministri hanno annunciato che [il valico riapre].",
      "Ramon Ilagan + Rosa Quispe"),
    SpokenCase(
      "Rosa Quispe, Jude Obiora e Sidi Traorel sono partiti. «Torneremo», hanno detto i due.", "?"),
    SpokenCase("Rosa Quispe è partita. «Torneremo», hanno detto i due.", "?"),
    SpokenCase("Rosa Quispe ha visto Jude Obiora. I due ponti sono chiusi.", ""),
  ]) func areCounted(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Sul molo c'è un venditore di pesce. «Vendo a tutti», giura quest'ultimo.",
      "venditore di pesce"),
    SpokenCase(
      "Al mercato aspetta un'infermiera. «Non ho dormito», dice quest'ultima.", "infermiera"),
    SpokenCase(
      "Rosa Quispe ha visto un pescatore. «Il lago è vuoto», ha detto quest'ultimo.", "pescatore"),
    SpokenCase(
      "Un pescatore ha visto Ramon Ilagan. «Ci penserò», ha detto quest'ultimo.", "Ramon Ilagan"),
    SpokenCase(
      "Rosa Quispe ha visto il generale Thein Lwin. Quest'ultimo ha detto che [le truppe restano].",
      "Thein Lwin"),
    SpokenCase("Sul molo c'è una barca. «Vendo a tutti», giura quest'ultimo.", "?"),
    SpokenCase("Un'infermiera aspetta al mercato. «Non ho dormito», dice quest'ultimo.", "?"),
    SpokenCase("In quest'ultimo caso la barca è ferma.", ""),
  ]) func areTheLatter(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Rosa Quispe è intervenuta in aula. [Il testo è sbagliato], ha detto.", "Rosa Quispe"),
    SpokenCase(
      "Ramon Ilagan ha visitato il porto. [Le gru torneranno a marzo], ha assicurato.",
      "Ramon Ilagan"),
    SpokenCase(
      "Il generale Thein Lwin ha parlato alla nazione. [La riunione è finita], ha precisato.",
      "Thein Lwin"),
    SpokenCase(
      "Jude Obiora ha letto la lista. [I nomi sono quaranta], ha aggiunto; poi ha lasciato la sala.",
      "Jude Obiora"),
    SpokenCase(
      "La procura ha aperto un fascicolo. [I documenti sono spariti], ha spiegato.", "procura"),
    SpokenCase("Il testo è sbagliato, ha detto.", ""),
    SpokenCase("La nave è salpata, ha virato.", ""),
    SpokenCase("Il porto è chiuso. La pioggia è forte, ha ripreso.", ""),
  ]) func standBehindTheClause(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Come ha spiegato una delegata della missione, [la pressione è ancora bassa].",
      "delegata della missione"),
    SpokenCase("Come spiega Rosa Quispe, [il lago è vuoto].", "Rosa Quispe"),
    SpokenCase("Come ha ricordato il sindaco Ramon Ilagan, [il ponte è del 1931].", "Ramon Ilagan"),
    SpokenCase("Come dicono i pescatori, [il pesce è finito].", "pescatori"),
    SpokenCase("Come ha scritto la procura, [i fondi sono spariti].", "procura"),
    SpokenCase("Come previsto, il ponte è chiuso.", ""),
    SpokenCase("Come mostra la mappa, il lago è vuoto.", ""),
    SpokenCase("Come ha fatto Rosa Quispe, il sindaco ha firmato.", ""),
  ]) func openTheSentence(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "«Non c'erano uscite», racconta Rosa Quispe, che lavorava al secondo piano.", "Rosa Quispe"),
    SpokenCase(
      "«Aspetto da ieri», dice Jude Obiora, che insegna a Lima e vive sul lago.", "Jude Obiora"),
    SpokenCase(
      "«È tardi», ha detto la ministra Rosa Quispe, vicina al premier, che invece tace.",
      "Rosa Quispe"),
    SpokenCase("«Basta», ha scritto un pescatore che vive sul lago.", "pescatore"),
    SpokenCase("«Sparavano», ricorda Sidi Traorel, che da allora non dorme.", "Sidi Traorel"),
    SpokenCase(
      "«Basta», ha detto Rosa Quispe, e ha aggiunto che [il lago è vuoto].",
      "Rosa Quispe, Rosa Quispe"),
    SpokenCase("Ha detto Rosa Quispe che [il lago è vuoto].", "Rosa Quispe"),
    SpokenCase(
      "«Basta», ha detto Rosa Quispe. Ha spiegato che [il lago è vuoto].",
      "Rosa Quispe, Rosa Quispe"),
  ]) func areToldOfAfterTheirWords(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Rosa Quispe conferma che [il valico è chiuso], senza aggiungere altro.", "Rosa Quispe"),
    SpokenCase(
      "La procura ha detto che [due navi sono ferme], pur senza fornire dettagli.", "procura"),
    SpokenCase(
      "Ramon Ilagan ha spiegato che [il piano è pronto], senza entrare nei dettagli.",
      "Ramon Ilagan"),
    SpokenCase(
      "Il sindaco Jude Obiora dice che [i fondi ci sono], senza precisare quanti.", "Jude Obiora"),
    SpokenCase("La polizia riferisce che [un uomo è in fuga], senza indicare il nome.", "polizia"),
    SpokenCase("Rosa Quispe dice che [il lago è rimasto senza pesce].", "Rosa Quispe"),
    SpokenCase("Rosa Quispe dice che [si vive, senza lavorare, di pesca].", "Rosa Quispe"),
    SpokenCase("Rosa Quispe dice che [la legge è passata senza discutere].", "Rosa Quispe"),
  ]) func leaveThingsUnsaid(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Il delegato Jude Obiora ha letto una mozione. La proposta, ha detto, «non costa nulla».",
      "Jude Obiora"),
    SpokenCase(
      "Rosa Quispe è uscita. Una mina, spiega. «Il riso era lì», aggiunge.", "Rosa Quispe"),
    SpokenCase(
      "I due partiti hanno firmato. I sindaci hanno visto il testo: [la linea, assicurano, era decisa].",
      "sindaci"),
    SpokenCase(
      "Ramon Ilagan ha visitato il porto. [I lavori, ha detto, finiranno a marzo].", "Ramon Ilagan"),
    SpokenCase(
      "Rosa Quispe vive a Lima. [Ha dormito sul molo quattro notti], racconta, e aspetta ancora.",
      "Rosa Quispe"),
    SpokenCase("[La nave, ha notato Rosa Quispe, è ferma].", "Rosa Quispe"),
    SpokenCase("La nave, partita da Lima, ha virato.", ""),
    SpokenCase("La mina, ha detto, è vecchia.", ""),
  ]) func standBetweenCommas(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Il delegato Jude Obiora ha negato. A suo dire, la nave «ha ignorato gli avvisi».",
      "Jude Obiora"),
    SpokenCase("Rosa Quispe ha parlato. A suo avviso [il lago è vuoto].", "Rosa Quispe"),
    SpokenCase(
      "Rosa Quispe e Ramon Ilagan hanno firmato. A loro parere [il piano è buono].",
      "Rosa Quispe + Ramon Ilagan"),
    SpokenCase("La Russia ha protestato. A suo giudizio [il trattato è nullo].", "Russia"),
    SpokenCase(
      "Il teste è entrato. Secondo Rosa Quispe [il lago è vuoto]. A suo dire [manca l'acqua].",
      "Rosa Quispe, Rosa Quispe"),
    SpokenCase("Rosa Quispe ha parlato. A loro dire, la nave «ha virato».", "?"),
    SpokenCase(
      "Rosa Quispe chiede che [si chiuda il valico, da dove, a suo dire, passano le armi].",
      "Rosa Quispe"),
    SpokenCase("A suo dire il lago è vuoto.", ""),
  ]) func areMeantByAPossessive(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "L'inviato dell'Unione africana, il keniano Joseph Mutiso, ha ammesso che [nessuno risponde].",
      "Joseph Mutiso"),
    SpokenCase(
      "La presidente di turno, la norvegese Ingrid Solvang, ha detto che [il Consiglio è pronto].",
      "Ingrid Solvang"),
    SpokenCase("L'autista si chiama Jude Obiora. «Qui si guida così», dice.", "Jude Obiora"),
    SpokenCase(
      "È stato poi sentito il maresciallo Sidi Traorel. «Non ho visto le armi», ha precisato.",
      "Sidi Traorel"),
    SpokenCase(
      "L'ospedale è sotto un telo. Lo dirige la dottoressa Rosa Quispe. «Manca il sangue», dice.",
      "Rosa Quispe"),
    SpokenCase(
      "«Il carico arriva di notte», dice Jude Obiora. «Tutto?», chiede l'altro.", "Jude Obiora, ?"),
    SpokenCase("Il ponte si chiama Ilagan. «Qui si guida così», dice.", "?"),
    SpokenCase(
      "Jude Obiora è partito. È stata chiusa la strada. «Qui si guida così», dice.", "Jude Obiora"),
  ]) func areBroughtIn(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "[Il Comune doveva muoversi prima]: è quanto affermano i sindacati.", "sindacati"),
    SpokenCase("[Il valico riaprirà a marzo], è quanto assicura Rosa Quispe.", "Rosa Quispe"),
    SpokenCase("[La nave è ferma]: è quanto riferisce la Croce Rossa.", "Croce Rossa"),
    SpokenCase("La nave è ferma: è quanto basta.", ""),
    SpokenCase("Il valico è chiuso: è quanto Rosa Quispe temeva.", ""),
  ]) func lookBackInTheSentence(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "[La decisione, ha spiegato il presidente della commissione, Ramon Ilagan, sarà presa a marzo].",
      "Ramon Ilagan"),
    SpokenCase(
      "Dall'inizio dell'anno, denuncia la Croce Rossa, [duecento bambini sono spariti].",
      "Croce Rossa"),
    SpokenCase("A Cebu, sostiene Rosa Quispe, [manca l'acqua].", "Rosa Quispe"),
    SpokenCase(
      "Il ministero della Salute ha smentito. «Solo voci», ha fatto sapere il dicastero.",
      "Ministero della Salute"),
    SpokenCase("Dall'inizio dell'anno, quando Rosa Quispe è partita, il lago è vuoto.", ""),
    SpokenCase(
      "«Sono stanca», dice Rosa Quispe. «Anch'io», aggiunge il suo collega.", "Rosa Quispe, collega"
    ),
  ]) func goOnAfterTheCue(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Sul molo aspetta un pescatore. «Vendo a tutti», giura l'uomo. Si chiama Jude Obiora.",
      "Jude Obiora"),
    SpokenCase(
      "«Vendo a tutti», giura un pescatore. Si chiama Jude Obiora, ha due figli. «Piccoli», dice.",
      "Jude Obiora, Jude Obiora"),
    SpokenCase(
      "La governatrice di Cebu: «Evacuati i bambini»\n[Il ponte è chiuso]. Lo ha scritto Rosa Quispe, governatrice della regione di Cebu.",
      "Rosa Quispe, Rosa Quispe"),
    SpokenCase(
      "«Vendo a tutti», giura un pescatore. Il suo cane si chiama Argo.", "pescatore"),
    SpokenCase(
      "Jude Obiora tace e Ramon Ilagan se ne va. «Domani l'aggiusto», promette.", "?"),
    SpokenCase(
      "Jude Obiora tace. Ramon Ilagan se ne va. «Domani l'aggiusto», promette.", "Ramon Ilagan"),
  ]) func areNamedLater(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Il governo ha deciso. Ha aperto il sindaco, Ramon Ilagan. «Non cediamo», ha detto.",
      "Ramon Ilagan"),
    SpokenCase(
      "In prima fila sedeva Sidi Traorel, mediatore. «Io sono di Cebu», ha detto.", "Sidi Traorel"),
    SpokenCase(
      "In mattinata aveva deposto la vedova più attesa, Rosa Quispe. «Avevo paura», ha raccontato.",
      "Rosa Quispe"),
    SpokenCase("Il governo ha deciso. Ha aperto la porta. «Non cediamo», ha detto.", "governo"),
    SpokenCase(
      "Rosa Quispe ha parlato. Secondo l'accusa, [il conto era vuoto]. «Non so», ha detto.",
      "accusa, ?"),
    SpokenCase(
      "Rosa Quispe ha risposto. Qualcuno le ha gridato «venduta». Lei non si è mossa: «Magari fosse così».",
      "?, Rosa Quispe"),
    SpokenCase(
      "«Il piano è pronto», ha detto Rosa Quispe. Poi la stoccata agli alleati: «Vengono e ripartono».",
      "Rosa Quispe, Rosa Quispe"),
    SpokenCase(
      "«Il piano è pronto», ha detto Rosa Quispe. La stoccata degli alleati: «Vengono e ripartono».",
      "Rosa Quispe, ?"),
    SpokenCase(
      "Fuori aspettano gli esuli. Tra loro Rosa Quispe, figlia di un cronista: «Mio padre scriveva tutto».",
      "Rosa Quispe"),
    SpokenCase(
      "La dottoressa Lucia Maestri è a Lima. «Manca tutto», dice Maestri.", "Lucia Maestri"),
    SpokenCase(
      "Per la procura era una fuga; per la difesa era «una gita tra vecchi amici».", "difesa"),
    SpokenCase("La Croce Rossa ha scritto a tutti. «Gentile collaboratore, addio», comincia.", "?"),
  ]) func haveTheirTurn(_ example: SpokenCase) { example.check() }
}
