import DossierModel

/// An adjective or noun of belonging to a country or region: "armeno", "cinesi", "curda".
public struct Demonym: Sendable, Hashable {
  /// What it belongs to.
  public enum Homeland: Sendable, Hashable {
    /// A country, by its code.
    case country(String)
    /// A region, by its key without `region:`.
    case region(String)
  }

  /// What it belongs to.
  public let homeland: Homeland
  /// The masculine singular.
  public let lemma: String
  /// Gender and number of this form; what it leaves open is `nil` ("francese": singular).
  public let agreement: ArticleReading.Agreement
  /// Whether the form can be the first member of a compound ("russo-ucraino", "sino-indiano").
  public let isPrefix: Bool
  /// Whether the form stands only in compounds ("sino").
  public let isOnlyPrefix: Bool
}

/// A compound of demonyms, or of a stance and a demonym: "armeno-azero", "filorussi",
/// "israelo-palestinese".
public struct DemonymCompound: Sendable, Hashable {
  /// What stands before the demonyms.
  public enum Stance: String, Sendable, CaseIterable {
    case filo, pro, anti, ex, non, ultra
  }
  /// What stands before the demonyms, if it is no demonym itself.
  public let stance: Stance?
  /// The demonyms of each member in turn; a member that two countries share ("coreano") has several.
  public let members: [[Demonym]]
}

/// The four forms of an Italian adjective.
struct AdjectiveForms {
  /// The forms, each with what it shows; forms that coincide stand once.
  var forms: [(text: String, agreement: ArticleReading.Agreement)] = []
  /// The masculine singular.
  var lemma: String

  /// Whether the forms are also common words ("corso").
  let isWeak: Bool

  /// The forms of `notation`: the masculine singular, or all four separated by ":"; "?" before it
  /// marks common words.
  init(_ notation: String) {
    isWeak = notation.utf8.first == UInt8(ascii: "?")
    let parts = notation.utf8.dropFirst(isWeak ? 1 : 0).split(separator: UInt8(ascii: ":")).map {
      String(Substring($0))
    }
    lemma = parts.first ?? ""
    var four = parts
    if four.count != 4 {
      let stem = String(lemma.dropLast())
      switch lemma.utf8.last {
      case UInt8(ascii: "o"): four = [lemma, stem + "a", stem + "i", stem + "e"]
      case UInt8(ascii: "e"): four = [lemma, lemma, stem + "i", stem + "i"]
      default: four = [lemma, lemma, lemma, lemma]
      }
    }
    typealias Agreement = ArticleReading.Agreement
    for (index, form) in four.enumerated() where !form.isEmpty {
      let gender: Agreement.Gender = index % 2 == 0 ? .masculine : .feminine
      let number: Agreement.Number = index < 2 ? .singular : .plural
      if let known = forms.firstIndex(where: { $0.text == form }) {
        if forms[known].agreement.gender != gender { forms[known].agreement.gender = nil }
        if forms[known].agreement.number != number { forms[known].agreement.number = nil }
      } else {
        forms.append((form, Agreement(gender: gender, number: number)))
      }
    }
  }

  /// The masculine plural.
  var plural: String {
    (forms.first { $0.agreement.number == .plural && $0.agreement.gender != .feminine }
      ?? forms.first { $0.agreement.number == nil })?.text ?? lemma
  }
}
