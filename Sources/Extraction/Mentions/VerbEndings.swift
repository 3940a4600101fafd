import Knowledge

/// Tells forms of verbs that the table of verbs does not list by their endings: first and second
/// persons, and forms with a pronoun at their end ("Avevo", "Cercavi", "Ditemi", "Chiedendosi").
struct VerbEndings: Sendable {
  private struct Rule {
    var ending: [UInt8]
    /// What stands in its place in a form that the table has; empty if the ending is enough.
    var listed: [UInt8]
  }

  /// The rules by the last letter of the ending.
  private var rules: [UInt8: [Rule]] = [:]

  /// The fewest letters before an ending.
  private static let shortestStem = 2

  /// The endings of the language whose tables stand under `folder`.
  init(folder: String) {
    for row in EmbeddedTable.rows(of: folder + "/verb-endings.tsv") {
      let ending = Array(row[0].utf8)
      guard let last = ending.last else { continue }
      rules[last, default: []].append(Rule(ending: ending, listed: Array(row[1].utf8)))
    }
  }

  /// Whether the word in lower case is a form of a verb.
  func isVerb(_ word: [UInt8], lexemes: LexemeTable, verbs: VerbLexicon) -> Bool {
    guard let last = word.last else { return false }
    for rule in rules[last] ?? [] where word.suffix(rule.ending.count).elementsEqual(rule.ending) {
      let stem = word.dropLast(rule.ending.count)
      if rule.listed.isEmpty {
        if stem.count >= Self.shortestStem { return true }
        continue
      }
      let form = Array(stem + rule.listed)
      if verbs.contains(lexemes.id(normalized: form)) { return true }
      // "Aiutateci": "aiutate" is itself known by its ending only.
      if form.count < word.count, isVerb(form, lexemes: lexemes, verbs: verbs) { return true }
    }
    return false
  }
}
