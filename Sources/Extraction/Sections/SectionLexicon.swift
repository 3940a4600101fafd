import DossierModel
import Knowledge

/// What a language's tables know of the words around prose: heads of entries, captions, teasers.
struct SectionLexicon: Sendable {
  /// What a word or phrase begins.
  enum Cue: String, Sendable {
    /// Words before the time of an entry: aggiornamento delle.
    case update
    /// A sign at the head of a take: urgente.
    case flash
    /// A sign in brackets or in a line of its own: segue.
    case sign
    /// Words that lead the reader elsewhere, at the head of a line.
    case teaser
    /// The same, where they stand alone or before a mark.
    case teaserWord = "teaser-word"
    /// Words for a picture before a colon, a name, or in brackets.
    case caption
    /// Words that say where something is seen in a picture, before a comma.
    case captionPlace = "caption-place"
    /// A claim of rights.
    case rights
  }

  /// The cues.
  private(set) var cues = PhraseMap<Cue>()

  /// The words of the language whose tables stand under `folder`.
  init(folder: String, lexemes: inout LexemeTable) {
    for row in EmbeddedTable.rows(of: folder + "/sections.tsv") {
      guard let cue = Cue(rawValue: row[1]) else { continue }
      cues.add(row[0], cue, lexemes: &lexemes)
    }
  }
}
