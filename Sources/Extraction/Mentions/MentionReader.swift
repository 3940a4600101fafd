import DossierModel
import Knowledge

/// Finds who and what an article speaks of: persons, institutions, states, groups and places, by
/// name, by description and by the words that stand for them.
struct MentionReader: Sendable {
  /// The tables of the language.
  let language: Language
  /// What the world knows.
  let knowledge: Knowledge

  /// Fills the mentions, actors and places of `reading`.
  func read(_ document: Document, into reading: inout ArticleReading) {
    let scan = NameScan(document: document, language: language, knowledge: knowledge)
    scan.scan()
    let resolution = NameResolution(scan: scan)
    resolution.resolve()
    reading.actors = resolution.actors
    reading.places = resolution.places
    reading.mentions = resolution.mentions
  }
}
