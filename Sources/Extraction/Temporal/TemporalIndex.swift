import DossierModel

/// Where the temporal expressions of a text stand among its tokens: what readers of events and
/// claims ask for the time of a clause.
struct TemporalIndex: Sendable {
  /// A temporal expression and its place.
  struct Entry: Sendable, Hashable {
    /// Its place in the reading's `dates`.
    var index: Int
    /// Its tokens.
    var tokens: Range<Int>
    /// Whether it determines the noun before it ("gli scontri del 2020") instead of telling when
    /// something happens.
    var isAttributive: Bool
    /// The expression.
    var expression: TemporalExpression

    /// The date of what happens then: open at one end for "da lunedì" and "fino a marzo".
    var eventDate: EDTF? { expression.eventDate }
  }

  /// All expressions, in order.
  let entries: [Entry]
  private let document: Document
  private let kinds: LexemeMap<TemporalLexicon.Kind>

  /// The places of `expressions`, which are those of `document`.
  init(_ expressions: [TemporalExpression], in document: Document, language: Language) {
    self.document = document
    kinds = language.temporal.kinds
    let tokens = document.tokens
    let di = language.temporal.di
    entries = expressions.enumerated().map { index, expression in
      let range = tokens.range(in: expression.span)
      let before = range.lowerBound - 1
      let isAttributive =
        before >= 0 && tokens[before].lexeme >= 0
        && language.grammar.preposition(tokens[before].lexeme) == di
      return Entry(
        index: index, tokens: range, isAttributive: isAttributive, expression: expression)
    }
  }

  /// The expressions that begin in `tokens`, in order.
  func entries(in tokens: Range<Int>) -> ArraySlice<Entry> {
    func first(atOrAfter token: Int) -> Int {
      var (low, high) = (0, entries.count)
      while low < high {
        let middle = (low + high) / 2
        if entries[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = first(atOrAfter: tokens.lowerBound)
    return entries[start..<max(start, first(atOrAfter: tokens.upperBound))]
  }

  /// The expression that tells when the thing at the token `trigger` happens, in the clause `clause`:
  /// the nearest in the clause, else the one that opens the sentence ("Lunedì, secondo …, l’esercito
  /// ha …").
  ///
  /// Durations, recurring times and dates of other nouns do not tell it; a date right after the trigger
  /// ("gli attacchi di lunedì") does.
  func governing(_ trigger: Int, in clause: Range<Int>) -> Entry? {
    var best: (entry: Entry, distance: Int)?
    for entry in entries(in: clause) {
      guard tellsWhen(entry, of: trigger) else { continue }
      let distance = distance(entry.tokens, trigger)
      if distance < best?.distance ?? Int.max { best = (entry, distance) }
    }
    if let best { return best.entry }
    guard let number = document.sentence(ofToken: trigger) else { return nil }
    let sentence = document.sentences[number]
    guard
      let first = entries(in: sentence).first(where: { tellsWhen($0, of: trigger) }),
      first.tokens.lowerBound - sentence.lowerBound <= 2, !first.isAttributive
    else { return nil }
    return first
  }

  private func tellsWhen(_ entry: Entry, of trigger: Int) -> Bool {
    guard entry.expression.edtf != nil else { return false }
    return !entry.isAttributive || entry.tokens.lowerBound - trigger == 2
  }

  /// Tokens between, those of another clause weighing more.
  private func distance(_ tokens: Range<Int>, _ trigger: Int) -> Int {
    let between =
      tokens.lowerBound > trigger
      ? trigger + 1..<tokens.lowerBound : tokens.upperBound..<max(trigger, tokens.upperBound)
    var distance = 0
    for i in between.prefix(60) {
      let token = document.tokens[i]
      let opensClause = kinds[token.lexeme]?.contains(.clause) ?? false
      distance += opensClause ? 8 : token.isPunctuation ? 3 : 1
    }
    return distance + max(0, between.count - 60)
  }
}

extension TemporalExpression {
  /// The date of what happens at this time: an interval open at one end for what began or ended
  /// then, nothing for what is told to lie before or after it.
  var eventDate: EDTF? {
    guard let edtf else { return nil }
    switch relation {
    case .at: return edtf
    case .since, .after: return EDTF(from: edtf.dates.first, to: nil)
    case .until, .before: return EDTF(from: nil, to: edtf.dates.last)
    }
  }
}
