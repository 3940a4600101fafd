import Testing

@testable import Extraction

/// Speakers whom nouns, sources, documents and headlines tell.
@Suite struct SpeakersBySourceTests {
  @Test(arguments: [
    SpokenCase(
      "Il Comune di Lecce ha vietato la festa «per ragioni di sicurezza».", "Comune di Lecce"),
    SpokenCase(
      "Il giudice Marta Lindholm ha assolto gli imputati «perché il fatto non sussiste».",
      "Marta Lindholm"),
    SpokenCase(
      "Il ministero della Salute ha ritirato il farmaco «in quanto non più sicuro per i bambini».",
      "Ministero della Salute"),
    SpokenCase(
      "La Croce Rossa ha sospeso i convogli «a causa dei continui spari sulla strada».",
      "Croce Rossa"),
    SpokenCase(
      "Il sindaco Jude Obiora ha chiuso le scuole «per evitare altri rischi inutili».",
      "Jude Obiora"),
    SpokenCase("L'aereo ha ritardato la partenza «per ragioni tecniche non meglio spiegate».", "?"),
    SpokenCase("Jude Obiora è stato fischiato «per le sue troppe promesse mai mantenute».", "?"),
    SpokenCase("Il pescatore è morto «per cause ancora tutte da chiarire».", "?"),
  ]) func giveReasons(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "«Basta armi»: con queste parole l'ex presidente Jude Obiora ha aperto il vertice.",
      "Jude Obiora"),
    SpokenCase(
      "«Il lago è di tutti»: con queste parole Rosa Quispe ha chiuso il comizio.", "Rosa Quispe"),
    SpokenCase(
      "«Siamo al limite»: è l'allarme lanciato dal direttore dell'ospedale, Sidi Traorel.",
      "Sidi Traorel"),
    SpokenCase("«Siamo pronti a tutto», il monito di Teheran.", "Iran"),
    SpokenCase("«Basta tagli», è la richiesta avanzata da Rosa Quispe.", "Rosa Quispe"),
    SpokenCase("«Basta tagli», è la richiesta arrivata ieri.", "?"),
    SpokenCase("«Basta tagli»: con questa scritta il corteo è partito.", "?"),
    SpokenCase("Con queste parole il libro comincia.", ""),
  ]) func haveWords(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "A chiedere un'inchiesta è anche Amnesty International: «Servono risposte subito».",
      "Amnesty International"),
    SpokenCase("A parlare è Rosa Quispe: «Il lago è vuoto».", "Rosa Quispe"),
    SpokenCase("A protestare sono stati i pescatori: «Il lago è vuoto».", "pescatori"),
    SpokenCase("A difendere il piano è Ramon Ilagan: «Nessun taglio».", "Ramon Ilagan"),
    SpokenCase(
      "A rompere il silenzio è stata la ministra Rosa Quispe: «Ora basta».", "Rosa Quispe"),
    SpokenCase("A crollare è stato il ponte: «vecchio di cento anni».", "?"),
    SpokenCase("A Rosa Quispe è stato chiesto: «Torna?».", "?"),
    SpokenCase("A mancare sono i fondi.", ""),
  ]) func areClefted(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Per il vescovo di Pemba, Jude Obiora, trasferito a febbraio, «il gas è una rovina».",
      "Jude Obiora"),
    SpokenCase(
      "Per il leader del partito, Ramon Ilagan, che pure ha votato contro, la legge «è un regalo».",
      "Ramon Ilagan"),
    SpokenCase(
      "La ministra Rosa Quispe ha parlato. Per lei si tratta di «una vittoria».", "Rosa Quispe"),
    SpokenCase(
      "Secondo la legale, Marta Lindholm, [il suo assistito è innocente].", "Marta Lindholm"),
    SpokenCase(
      "Secondo Sidi Traorel, il cui gruppo lavora al porto, [le gru sono ferme].", "Sidi Traorel"),
    SpokenCase("Per tre giorni il lago è rimasto chiuso.", ""),
    SpokenCase("Per loro la strada è «un sogno».", ""),
    SpokenCase("Per il ponte, lungo un chilometro, servono «molti soldi».", ""),
  ]) func areSetOffByCommas(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Secondo l'associazione dei giovani avvocati [i fermi sarebbero più di settanta].",
      "associazione dei giovani avvocati"),
    SpokenCase("Secondo il sindacato dei medici [mancano i farmaci].", "sindacato dei medici"),
    SpokenCase("Secondo la procura di Grova [i fondi sono spariti].", "procura di Grova"),
    SpokenCase(
      "Secondo il quotidiano “Haaretz”, [l'accordo è vicino].", "Haaretz"),
    SpokenCase("A detta dei vicini, [l'uomo viveva solo].", "vicini"),
    SpokenCase("Stando alle autorità, [i feriti sono venti].", "autorità"),
    SpokenCase("Secondo il piano dei lavori il ponte riapre a marzo.", ""),
    SpokenCase("Il secondo sindacato dei medici ha scioperato.", ""),
  ]) func haveComplements(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Più duro Jude Obiora, consigliere a Cebu e volto dell'ala radicale, secondo cui [il piano è un errore].",
      "Jude Obiora"),
    SpokenCase(
      "Più critica Rosa Quispe, deputata di Lima, secondo la quale [la legge non serve].",
      "Rosa Quispe"),
    SpokenCase("Ne parla Sidi Traorel, secondo cui [il lago è vuoto].", "Sidi Traorel"),
    SpokenCase(
      "[La premier è partita]. Lo riferisce l'Afp, che cita una fonte diplomatica.",
      "fonte diplomatica"),
    SpokenCase(
      "[La nave è salpata], riferisce Reuters citando fonti portuali.", "fonti portuali"),
    SpokenCase("C'è una legge, secondo cui il lago è di tutti.", ""),
    SpokenCase("La lista cita una fonte diplomatica.", ""),
    SpokenCase("Rosa Quispe, che cita un proverbio, è partita.", ""),
  ]) func areQuotedByOthers(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Il capo di stato maggiore dell'esercito Jude Obiora ha parlato. Il generale ha detto che [la base è chiusa].",
      "Jude Obiora"),
    SpokenCase(
      "Il portavoce della Difesa, Sidi Traorel, è in sala. Il colonnello ha aggiunto che [la base è chiusa].",
      "Sidi Traorel"),
    SpokenCase(
      "Il comandante della brigata Thein Lwin ha passato in rassegna i reparti. «Si resta», ha detto l'ufficiale.",
      "Thein Lwin"),
    SpokenCase(
      "Il figlio: «Non tornerà»\nSidi Traorel, figlio della premier, ha parlato alla radio.",
      "Sidi Traorel"),
    SpokenCase(
      "«Il piano è pronto», ha detto Rosa Quispe. La deputata ha aggiunto che [i fondi ci sono].",
      "Rosa Quispe, Rosa Quispe"),
    SpokenCase(
      "Il sindaco Jude Obiora ha parlato. Il generale ha detto che [la base è chiusa].", "generale"),
    SpokenCase(
      "Il capo dell'esercito Jude Obiora e il comandante della marina Sidi Traorel sono in sala. «Si resta», ha detto il generale.",
      "?"),
    SpokenCase(
      "«Il piano è pronto», ha detto Ramon Ilagan. La deputata ha aggiunto che [i fondi ci sono].",
      "Ramon Ilagan, deputata"),
  ]) func holdRanks(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "La Croce Rossa ha diffuso una nota. «Servono aiuti», si legge nel documento, che parla di «fame».",
      "Croce Rossa, Croce Rossa"),
    SpokenCase(
      "Il rapporto dell'Onu parla di «atrocità». Nel testo si legge che [i miliziani hanno ucciso civili].",
      "Nazioni Unite, Nazioni Unite"),
    SpokenCase(
      "Nella nota della Croce Rossa si legge che [il valico è chiuso].", "Croce Rossa"),
    SpokenCase(
      "La Total ha fermato i lavori. «La sicurezza viene prima», scrive il gruppo francese.",
      "Total"),
    SpokenCase(
      "Dai banchi del Partito democratico gli hanno urlato «Vergogna!».", "Partito Democratico"),
    SpokenCase("Sul muro si legge che il lago è vuoto.", ""),
    SpokenCase("Nel libro si legge che il lago è vuoto.", ""),
    SpokenCase("Dai banchi di scuola hanno urlato «Vergogna!».", "?"),
  ]) func writeDocuments(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "«Ci siamo persi», ha raccontato a Pemba, dove è arrivata domenica, Rosa Quispe.",
      "Rosa Quispe"),
    SpokenCase(
      "«La tregua regge», assicura il comandante della base, il generale irlandese Sean Doyle, parlando ai cronisti.",
      "Sean Doyle"),
    SpokenCase(
      "L'Alto commissario Onu per i diritti umani Volker Stern chiede che [la transizione sia pacifica].",
      "Volker Stern"),
    SpokenCase("Il suo ex collega Jude Obiora sostiene che [la trincea è vuota].", "Jude Obiora"),
    SpokenCase(
      "Lo Stato islamico ha rivendicato l'azione attraverso la sua agenzia, sostenendo di [controllare il porto].",
      "Stato islamico"),
    SpokenCase(
      "Rosa Quispe ha parlato. Il leader dell'opposizione, Jude Obiora, la accusa di [usare i giudici].",
      "Jude Obiora"),
    SpokenCase("Sui muri qualcuno ha scritto «Il lago è nostro».", "?"),
    SpokenCase(
      "Rosa Quispe è a Lima. Sul ponte qualcuno ha scritto «Il lago è nostro».", "?"),
    SpokenCase(
      "La procuratrice Marta Lindholm l'ha accusata. Lei nega di [aver mentito].", "?"),
  ]) func standFarFromTheirVerb(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase(
      "Aiea: [nessuna fuga radioattiva]\nLa centrale è sicura.",
      "Agenzia internazionale per l'energia atomica"),
    SpokenCase(
      "L'esercito israeliano: [colpito un deposito]\nLa notte è passata.",
      "Forze di difesa israeliane"),
    SpokenCase(
      "Sudan: Unicef, [due milioni di bambini senza scuola]\nLa notte è passata.", "Unicef"),
    SpokenCase("I medici: [l'ospedale resta aperto]\nLa notte è passata.", "medici"),
    SpokenCase("Testimoni, [corpi lasciati per strada]\nLa notte è passata.", "testimoni"),
    SpokenCase("Sudan: esercito, ribelli e civili in fuga\nLa notte è passata.", ""),
    SpokenCase("Juventus: arriva un nuovo portiere\nLa notte è passata.", ""),
    SpokenCase("Ucraina: colpito un deposito\nLa notte è passata.", ""),
    SpokenCase("Rosa Quispe: condannata in appello\nLa notte è passata.", ""),
  ]) func tellHeadlines(_ example: SpokenCase) { example.check() }

  @Test(arguments: [
    SpokenCase("Rosa Quispe scrive su un foglio. «Non torneremo qui».", "Rosa Quispe"),
    SpokenCase("Il sindaco Jude Obiora alza le spalle. «Non abbiamo scelta».", "Jude Obiora"),
    SpokenCase(
      "Sidi Traorel apre la porta del magazzino. «Qui non c'è più niente».", "Sidi Traorel"),
    SpokenCase("La pioggia batte sui vetri. «Non abbiamo scelta».", "?"),
    SpokenCase("Rosa Quispe guarda Jude Obiora. «Non abbiamo scelta».", "?"),
    SpokenCase("Rosa Quispe è stata arrestata. «Non abbiamo scelta».", "?"),
  ]) func actBefore(_ example: SpokenCase) { example.check() }
}
