/// Passages with lost, mixed, nested and mentioned marks, as `MarkedSpeechCases` writes them.
enum LostMarksCases {
  /// A mark of every style that is lost at the start, in the midst and at the end of a paragraph.
  static let lost: [String] = [
    // The closing one, before an attribution.
    "«{D|Il raccolto è perduto}, ha detto l'agronoma Lidia Ferro.",
    "“{D|Il raccolto è perduto}, ha detto l’agronoma Lidia Ferro.",
    "\"{D|Il raccolto è perduto}, ha detto l'agronoma Lidia Ferro.",
    "<<{D|Il raccolto è perduto}, ha detto l'agronoma Lidia Ferro.",
    "„{D|Il raccolto è perduto}, ha detto l’agronoma Lidia Ferro.",
    "‹{D|Il raccolto è perduto}, ha detto l’agronoma Lidia Ferro.",
    "«{D|Il raccolto è perduto. Non resta nulla}, ha detto l'agronoma Lidia Ferro. Poi è uscita.",
    "L'agronoma Lidia Ferro è tornata ieri. «{D|Il raccolto è perduto}, ha detto.",
    "L'agronoma Lidia Ferro è tornata ieri. \"{D|Il raccolto è perduto}, ha spiegato ai soci.",
    // The closing one, after a colon: no further than the sentence.
    "L'agronoma Lidia Ferro ha detto: «{D|Il raccolto è perduto.} La pioggia è arrivata tardi.",
    "L'agronoma Lidia Ferro ha detto: \"{D|Il raccolto è perduto.} La pioggia è arrivata tardi.",
    "L'agronoma Lidia Ferro ha detto: “{D|Il raccolto è perduto.}\n\nLa pioggia è arrivata tardi.",
    "L'agronoma Lidia Ferro ha detto: «{D|Il raccolto è perduto.}\n\nIl mercato è chiuso.\n\nIl sindaco ha parlato di «{m|annata nera}».",
    // The opening one.
    "{D|Il raccolto è perduto}», ha detto l'agronoma Lidia Ferro.",
    "{D|Il raccolto è perduto}\", ha detto l'agronoma Lidia Ferro.",
    "{D|Il raccolto è perduto}>>, ha detto l'agronoma Lidia Ferro.",
    "{D|Il raccolto è perduto}», lei ha detto ai giornalisti.",
    "L'agronoma Lidia Ferro: {D|Il raccolto è perduto}».",
    "L'agronoma Lidia Ferro: {D|Il raccolto è perduto}\".",
    "Val Serra, l'agronoma Ferro: {D|Raccolto perduto}”\nLa pioggia è arrivata tardi.",
    "Il consorzio si è riunito ieri. {D|Il raccolto è perduto}», ha detto l'agronoma Lidia Ferro.",
    "Il consorzio si è riunito ieri. L'agronoma Lidia Ferro ha risposto: {D|Il raccolto è perduto}».",
    // In the midst of an article the marks that follow keep their pairs.
    "«{D|Il raccolto è perduto}, ha detto l'agronoma Lidia Ferro.\n\n«{d|Servono aiuti}», ha chiesto il sindaco Ugo Bassi.",
    "«{D|Il raccolto è perduto}, ha detto l'agronoma Lidia Ferro.\n\nIl sindaco è partito.\n\n{D|Servono aiuti}», ha chiesto il sindaco Ugo Bassi.",
    "\"{D|Il raccolto è perduto}, ha detto l'agronoma Lidia Ferro.\n\n\"{d|Servono aiuti}\", ha chiesto il sindaco Ugo Bassi. \"{d|Subito}\", ha aggiunto.",
    "{D|Il raccolto è perduto}\", ha detto l'agronoma Lidia Ferro.\n\n\"{d|Servono aiuti}\", ha chiesto il sindaco Ugo Bassi. \"{d|Subito}\", ha aggiunto.",
    "«{D|Il raccolto è perduto}, ha detto l'agronoma Lidia Ferro.\nIl consorzio tace.\nIl sindaco è partito.\n{D|Servono aiuti}», ha chiesto il sindaco Ugo Bassi.",
    // With others inside.
    "«{D|Mi hanno detto “{d|Aspetta}”, e io ho aspettato}, ha raccontato l'agronoma Lidia Ferro.",
    "{D|La voce “aiuti” è sparita dal bilancio}», ha detto l'agronoma Lidia Ferro.",
  ]

  /// A mark of one style that another closes.
  static let mixed: [String] = [
    "“{D|Il raccolto è perduto}\" ha detto l'agronoma Lidia Ferro in una nota.",
    "\"{D|Il raccolto è perduto}”, ha detto l'agronoma Lidia Ferro.",
    "«{D|Il raccolto è perduto}\", ha detto l'agronoma Lidia Ferro.",
    "L'agronoma Lidia Ferro ha parlato di un danno “{M|enorme e duraturo}', e ha chiesto aiuti.",
    "“{D|Il raccolto è perduto}', ha detto l'agronoma Lidia Ferro.",
    "L'agronoma Lidia Ferro ha detto che i soci \"{M|non avranno un soldo}” e ha chiesto aiuti.",
    // An apostrophe closes nothing.
    "“{d|Non c’e’ piu’ nulla, un po’ di grano e basta}”, ha detto l'agronoma Lidia Ferro.",
    "«{d|Ne resta un po', non di più}», ha detto l'agronoma Lidia Ferro.",
    "La sede dell'ong e la casa degli Adams' sono chiuse. Il raccolto è perduto.",
  ]

  /// What goes over the end of a paragraph, by right or not.
  static let paragraphs: [String] = [
    "L'agronoma Lidia Ferro ha letto la nota: «{d|Il raccolto è perduto.}\n\n«{d|Chiediamo aiuti}».",
    "L'agronoma Lidia Ferro ha letto la nota: «{d|Il raccolto è perduto.\nChiediamo aiuti.\nNon aspetteremo}».",
    "«{d|Il raccolto è perduto.\nNon resta nulla}», ha detto l'agronoma Lidia Ferro.",
    "«{D|Il raccolto è perduto.}\n\nIl mercato è chiuso da lunedì.\n\nIl sindaco è partito per la capitale.",
    "L'agronoma Lidia Ferro ha ammesso: «{D|Il raccolto è perduto.} Il mercato è chiuso.\n\n«{d|Servono aiuti}», ha chiesto il sindaco Ugo Bassi.",
    "L'agronoma Lidia Ferro ha ammesso: “{D|Il raccolto è perduto.}\n“{d|Servono aiuti}”, ha chiesto il sindaco Ugo Bassi. “{d|Subito}”.",
    "L'agronoma Lidia Ferro ha ammesso: «{d|Il raccolto è perduto. Il mercato è chiuso.}\n\n«{d|Servono aiuti}», ha aggiunto.",
    "L'agronoma Lidia Ferro ha ammesso: «{d|Il raccolto è perduto.}\n\n«{d|Il mercato è chiuso.}\n\n«{d|Servono aiuti}».",
    "Il «mercato nuovo è chiuso da lunedì.\n\nIl sindaco ha parlato di «{m|annata nera}».",
    "Il mercato nuovo» è chiuso da lunedì.\n\nIl sindaco ha parlato di «{m|annata nera}».",
    "«{d|Certo che torno - ha detto l'agronoma Lidia Ferro - ma è tardi.\nIl raccolto è perduto}».",
    "«{D|Il raccolto è perduto}, ha detto l'agronoma Lidia Ferro. Il sindaco ha risposto: «{d|Serve tempo}».",
    "«{d|Il raccolto, ha detto l'agronoma Lidia Ferro, è perduto}».",
    "L'agronoma Lidia Ferro ha ammesso: «{d|Il raccolto è perduto.\nIl mercato è chiuso da lunedì}», ha aggiunto.",
  ]

  /// Words that are mentioned inside a quotation, and what is called so.
  static let mentioned: [String] = [
    "«{d|Ci chiamavano \"terroni\". Adesso ci cercano}», dice il muratore Rocco Sala.",
    "«{d|Nei rapporti si chiamano “danni collaterali”, per me sono morti}», ha detto il medico Elio Brandt.",
    "«{d|La parola “tregua” non basta}», ha detto il medico Elio Brandt.",
    "“{d|Li chiamano ‘volontari’, ma sono soldati}”, ha detto il colonnello Otto Brenner.",
    "«{d|Il mio capo mi ha detto: “{d|Parti subito}”}», ha raccontato il medico Elio Brandt.",
    "«{d|Mia madre ripeteva: “{d|Non voltarti}”. Io mi sono voltato}», ha raccontato il medico Elio Brandt.",
    "Lo chiamavano «il Notaio» per la sua calma.",
    "La nave, conosciuta come \"Stella del Sud\", ha lasciato il porto.",
    "L'esercitazione è stata denominata \"Vento d'autunno\" dal comando.",
    "Le unità note come “Falchi” hanno lasciato la città.",
    "La missione, battezzata «Porta aperta», comincia a maggio.",
    "L'esercito ha usato razzi «{m|forniti da una potenza straniera}», secondo il medico Elio Brandt.",
    "Il decreto, detto «salva fiumi», è legge.",
    "La legge, ribattezzata «bavaglio», passa al Senato.",
  ]

  /// Headlines, answers and asides.
  static let lines: [String] = [
    "«{d|Il raccolto è perduto}»\nL'agronoma Lidia Ferro ha parlato ai soci.",
    "\"{d|Non lasceremo la valle}\"\n\nL'agronoma Lidia Ferro ha parlato ai soci.",
    "Perché resta nella valle?\n(ride) «{d|Perché qui ho le mie capre}».",
    "Non ha paura?\n(pausa lunga) «{d|Ne ho sempre avuta}».",
    "«La valle perduta»\nIl romanzo esce lunedì in libreria.",
    "Il ritorno (e la fine) dei «lupi»\nIl governo cambia linea.",
  ]
}
