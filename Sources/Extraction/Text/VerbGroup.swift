import DossierModel
import Knowledge

/// A verb with its auxiliaries, modal verb, negation, unstressed pronouns and the adverbs between:
/// "non lo ha mai detto", "è stato ucciso", "ha fatto sapere", "sta avanzando", "arrendersi".
struct VerbGroup: Sendable, Hashable {
  /// Who does it and who undergoes it.
  enum Voice: UInt8, Sendable {
    case active, passive
    /// With si: the subject does it to itself, or nobody in particular does (si è arreso, si legge).
    case reflexive
  }

  /// Unstressed pronouns.
  struct Clitics: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    /// lo, la, l’, li, le as an object.
    static let object = Clitics(rawValue: 1 << 0)
    /// gli, le, loro: to whom.
    static let dative = Clitics(rawValue: 1 << 1)
    /// si.
    static let reflexive = Clitics(rawValue: 1 << 2)
    /// mi, ti, ci, vi: of those who speak and are spoken to; ci, vi also of a place.
    static let speaker = Clitics(rawValue: 1 << 3)
    /// ne.
    static let partitive = Clitics(rawValue: 1 << 4)
  }

  /// All its tokens, from the negation or first pronoun to the last verb.
  var tokens: Range<Int>
  /// The token of the main verb.
  var head: Int
  /// The token of the finite verb; the head itself in simple tenses.
  var finite: Int
  /// The main verb: sapere in "ha fatto sapere".
  var verb: VerbLexicon.ID
  var mood: VerbLexicon.Mood
  var tense: VerbLexicon.Tense
  var voice: Voice = .active
  var isNegated = false
  /// Under way: sta avanzando.
  var isProgressive = false
  /// Lets or makes somebody else do it: fa sapere, ha lasciato passare.
  var isCausative = false
  /// potere, dovere or volere before an infinitive.
  var modal: VerbLexicon.ID?
  /// 1 or 3; 0 if the group shows none.
  var person: UInt8 = 0
  /// The number of the subject.
  var number: ArticleReading.Agreement.Number?
  /// The gender of the subject, where a participle shows it.
  var gender: ArticleReading.Agreement.Gender?
  var clitics: Clitics = []

  /// Whether it has a subject of its own.
  var isFinite: Bool { mood.isFinite }
  /// Whether something is told at a distance: avrebbe attaccato, sarebbe morto.
  var isHearsay: Bool { mood == .conditional && tense == .perfect }
}
