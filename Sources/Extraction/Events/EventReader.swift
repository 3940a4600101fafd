import DossierModel

/// Reads events, figures and claims: what is told to have happened, when, where and with whom, how
/// many were hurt, and who says so.
struct EventReader: Sendable {
  /// The tables of the language.
  let language: Language

  /// Fills the events and claims of `reading`, whose mentions, dates and quotations are known; actors
  /// that only adjectives name are added.
  func read(_ document: Document, into reading: inout ArticleReading) {
    let outline = OutlineReader(document: document, language: language, reading: reading).read()
    let references = References(
      document: document, language: language, outline: outline, reading: reading)
    let stances = Stances(
      document: document, language: language, outline: outline, references: references)
    let quotedSpeech = QuotedSpeech(reading.quotations, in: document)
    let known = references.reading
    let figures = FigureReader(
      document: document, language: language, outline: outline, stances: stances,
      quotedSpeech: quotedSpeech)
    references.trying { figures.find() }
    let claims = ClaimReader(
      document: document, language: language, outline: outline, stances: stances,
      quotedSpeech: quotedSpeech)
    references.trying { claims.find() }
    let finder = EventFinder(
      document: document, language: language, outline: outline, stances: stances,
      quotedSpeech: quotedSpeech)
    finder.find()
    let merger = EventMerger(
      document: document, outline: outline, reading: finder.reading, mentions: finder.mentions)
    merger.merge()
    let assembly = EventAssembly(
      document: document, language: language, outline: outline, stances: stances,
      reading: known, mentions: finder.mentions, merger: merger)
    assembly.assemble(figures: figures.figures, claims: claims.claims)
    reading.actors = finder.reading.actors
    reading.events = assembly.events
    reading.claims = assembly.claims
  }
}
