import DossierModel

/// How many: a number as the text words it, with what it leaves open.
struct Quantity: Hashable, Sendable {
  /// How the number is worded.
  enum Wording: Sendable, Hashable {
    /// Digits or number words: 30.000, venti, tre milioni.
    case numeral
    /// The indefinite article, which may mean one: un soldato.
    case article
    /// A round number of things together: una ventina, decine, centinaia di migliaia.
    case collective
    /// No number: alcuni, un numero imprecisato di.
    case vague
  }

  /// The tokens, with the words that bound the number ("più di", "circa").
  var tokens: Range<Int>
  /// The least; `nil` if open.
  var low: Int?
  /// The most; `nil` if open.
  var high: Int?
  /// How exact the number is.
  var qualifier: Figure.Qualifier
  /// How the number is worded.
  var wording: Wording
}
