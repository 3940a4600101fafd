import DossierModel
import Knowledge

/// Headlines that report without a verb of speech: "Aiea: nessuna fuga radioattiva", "Sudan: Ong, oltre
/// quaranta civili uccisi".
extension CueReader {
  /// The sources of such headlines, in order.
  func headlineReports() -> [Cue] {
    document.paragraphs.compactMap { paragraph -> Cue? in
      let line = text.range(in: paragraph)
      guard let last = line.last, line.count <= Self.headlineLength, line.count > 4,
        !text.isMark(last, "."), !text.isMark(last, ":"), !text.isMark(last, "?"),
        !line.contains(where: { clauses.level[$0] >= 0 })
      else { return nil }
      return headlineReport(in: line)
    }
  }

  /// The most tokens of a headline.
  private static let headlineLength = 40

  private func headlineReport(in line: Range<Int>) -> Cue? {
    guard let colon = line.first(where: { text.isMark($0, ":") }) else {
      return bareSource(at: line.lowerBound, in: line, isTopical: false)
    }
    // One source and one report: further colons open something else.
    guard !(colon + 1..<line.upperBound).contains(where: { text.isMark($0, ":") }) else {
      return nil
    }
    if let cue = bareSource(at: colon + 1, in: line, isTopical: true) { return cue }
    var start = colon
    while start > line.lowerBound, colon - start < 10, text[start - 1].isWord { start -= 1 }
    guard start < colon, isHeadlineOpening(start, line.lowerBound),
      let phrase = clauses.phrase(start, colon), phrase.tokens.upperBound == colon,
      isHeadlineSource(phrase, colon + 1..<line.upperBound)
    else { return nil }
    return headlineCue(phrase, end: colon + 1, sieve: "headline-report")
  }

  /// Whether only a time, a dash or a place with a comma stands before the token in its line.
  private func isHeadlineOpening(_ start: Int, _ line: Int) -> Bool {
    guard start > line else { return true }
    let before = start - 1
    if document.isMetadata(Int(text[before].start)) || clauses.isDash(before)
      || text[before].isNumber || text.isMark(before, "-")
    {
      return true
    }
    return text.isMark(before, ",") && before - line <= 3
      && clauses.referents.mention(covering: before - 1)?.label == .place
  }

  /// "Topic: testimoni, corpi lasciati per strada": a source without an article between a colon, or the
  /// start of the line, and a comma.
  private func bareSource(at start: Int, in line: Range<Int>, isTopical: Bool) -> Cue? {
    guard start < line.upperBound, let phrase = clauses.phrase(start, line.upperBound) else {
      return nil
    }
    let comma = phrase.tokens.upperBound
    guard comma + 2 < line.upperBound, text.isMark(comma, ","), phrase.tokens.count <= 4 else {
      return nil
    }
    let clause = (comma + 1)..<line.upperBound
    let isSource =
      phrase.actors.allSatisfy { reading.actors[$0].kind == .anonymous }
      && !clauses.isArticle(start)
      && (lexicon.phrase(text, start, .source) != nil
        || isTopical && lexicon.phrase(text, start, .body) != nil)
    let isKnown = isTopical && isHeadlineSource(phrase, clause)
    // "Sudan: esercito, ribelli e civili in fuga" is a list.
    guard isSource || isKnown, hasVerb(clause) || clause.count >= 5,
      !clause.prefix(4).contains(where: { clauses.isCoordinator($0) || clauses.isComma($0) })
    else { return nil }
    return headlineCue(phrase, end: comma + 1, sieve: "headline-source")
  }

  private func headlineCue(_ phrase: NounPhrase, end: Int, sieve: String) -> Cue {
    var cue = Cue(tokens: phrase.tokens.lowerBound..<end)
    cue.attribution = attribution(of: phrase, sieve: sieve)
    cue.isHeadline = true
    return cue
  }

  private func hasVerb(_ range: Range<Int>) -> Bool { !document.verbGroups(in: range).isEmpty }

  /// Whether the phrase before the colon tells who says what follows, not what it is about.
  private func isHeadlineSource(_ phrase: NounPhrase, _ clause: Range<Int>) -> Bool {
    guard clause.count >= 2 else { return false }
    guard let actor = phrase.actors.first, phrase.actors.count == 1 else {
      return phrase.actors.isEmpty && phrase.head != nil && canSpeakInHeadline(phrase)
    }
    let known = reading.actors[actor]
    if phrase.mention?.label == .place { return false }
    switch known.kind {
    case .government, .military, .media: return true
    case .organization: return known.key?.hasPrefix("org:") ?? false
    case .person: return isReport(clause, by: known)
    case .anonymous: return clauses.isArticle(phrase.tokens.lowerBound)
    case .state, .group: return false
    }
  }

  /// "I medici", "Ong": people or bodies that are quoted without a name.
  private func canSpeakInHeadline(_ phrase: NounPhrase) -> Bool {
    let head =
      clauses.isArticle(phrase.tokens.lowerBound)
      ? phrase.tokens.lowerBound + 1
      : phrase.tokens.lowerBound
    guard head < phrase.tokens.upperBound, phrase.tokens.upperBound - head <= 3 else {
      return false
    }
    return lexicon.phrase(text, head, .source, .body) != nil
      || clauses.language.names.roles.nouns[text[head].lexeme].map {
        $0.roleClass == .office || $0.roleClass == .source
      } ?? false
  }

  /// "Rossi: pronti a trattare"; but "Rossi: condannato in appello" is about him.
  private func isReport(_ clause: Range<Int>, by person: ArticleReading.Actor) -> Bool {
    let groups = document.verbGroups(in: clause)
    guard let first = groups.first else { return false }
    if first.mood == .participle { return first.number == .plural }
    // "Rossi: mostra a Roma": a word that is no verb after all, or what he does.
    if first.isFinite, first.tokens.lowerBound == clause.lowerBound { return first.person == 1 }
    return groups.contains { $0.isFinite || $0.mood == .infinitive }
  }
}
