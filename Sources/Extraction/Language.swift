import DossierModel
import Knowledge

/// What the rules know of one language: its tables, read once.
///
/// The algorithms ask the tables; a new language is a new folder of tables.
final class Language: Sendable {
  /// The code (BCP 47), which is the name of the tables' folder.
  let code: String
  /// The word forms of all tables.
  let lexemes: LexemeTable
  /// The words that rules call by name.
  let words: FunctionWords
  /// Articles, prepositions, pronouns, conjunctions.
  let grammar: Grammar
  /// Number words.
  let numbers: NumberLexicon
  /// Words of time.
  let temporal: TemporalLexicon
  /// Words around prose.
  let sections: SectionLexicon
  /// What tells the language from others.
  let profiles: LanguageProfiles
  /// Verbs with all their forms.
  let verbs: VerbLexicon
  /// Auxiliaries, unstressed pronouns, negation.
  let verbGroupWords: VerbGroupWords
  /// Words of events, figures and claims.
  let events: EventLexicon
  /// Roles, institutions, demonyms and the words around names.
  let names: NameLexicon
  /// Words that the rules for names ask for.
  let nameWords: NameWords
  /// Verbs and words of speech.
  let speech: SpeechLexicon

  /// The language with the tables under `code`; `nil` if the program has none.
  init?(code: String) {
    guard EmbeddedTable(named: code + "/grammar.tsv") != nil else { return nil }
    self.code = code
    var lexemes = LexemeTable()
    grammar = Grammar(folder: code, lexemes: &lexemes)
    var numbers = NumberLexicon(folder: code, lexemes: &lexemes, grammar: grammar)
    var temporal = TemporalLexicon(
      folder: code, lexemes: &lexemes, grammar: grammar, numbers: numbers)
    sections = SectionLexicon(folder: code, lexemes: &lexemes)
    profiles = LanguageProfiles(code: code, lexemes: &lexemes)
    verbs = VerbLexicon(folder: code, lexemes: &lexemes)
    verbGroupWords = VerbGroupWords(folder: code, verbs: verbs, lexemes: &lexemes)
    events = EventLexicon(folder: code, verbs: verbs, grammar: grammar, lexemes: &lexemes)
    names = NameLexicon(
      folder: code, lexemes: &lexemes, grammar: grammar, knowledge: Knowledge.shared)
    nameWords = NameWords(folder: code, lexemes: &lexemes, knowledge: Knowledge.shared)
    speech = SpeechLexicon(folder: code, verbs: verbs, lexemes: &lexemes)
    numbers.addCompounds(among: lexemes)
    temporal.addNumerals(numbers, among: lexemes)
    self.temporal = temporal
    self.numbers = numbers
    self.lexemes = lexemes
    words = FunctionWords(lexemes)
  }

  /// Italian, whose tables are always there.
  static let italian = Language(code: "it")
}
