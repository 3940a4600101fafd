import DossierModel
import Knowledge

extension VerbGroupFinder {
  // MARK: - Verb or noun

  /// Whether the token is a name: a capital inside a sentence, headlines in capitals apart.
  func isName(_ text: TokenizedText, _ i: Int, in sentence: Range<Int>) -> Bool {
    let token = text[i]
    guard token.isCapitalized, i > sentence.lowerBound else { return false }
    let before = text[i - 1]
    if before.isPunctuation {
      // After a mark, colon or bracket a sentence begins; after a comma a name.
      return text.isMark(i - 1, ",") || text.isMark(i - 1, "-") || text.isMark(i - 1, "/")
    }
    if isLostStart(text, i, in: sentence) { return false }
    if token.shape.contains(.allCapitals) {
      return !before.shape.contains(.allCapitals)
        && !(i + 1 < sentence.upperBound && text[i + 1].shape.contains(.allCapitals))
    }
    return true
  }

  /// A verb with a capital in the midst of a sentence, where a mark or full stop is lost: "Ci sono
  /// perdite Disse", "non ci fermeremo Ha detto".
  private func isLostStart(_ text: TokenizedText, _ i: Int, in sentence: Range<Int>) -> Bool {
    let (token, before) = (text[i], text[i - 1])
    guard !token.shape.contains(.allCapitals), before.isWord, !before.isCapitalized,
      i + 1 < sentence.upperBound, !text[i + 1].isCapitalized,
      grammar.preposition(before.lexeme) == nil,
      !grammar.isAny(
        before.lexeme, of: .definiteArticle, .indefiniteArticle, .possessive, .demonstrative)
    else { return false }
    guard verbs.noun(token.lexeme) == nil else { return false }
    return verbs.readings(token.lexeme).contains { form in
      guard form.mood == .indicative, form.person == 3 else { return false }
      if form.tense == .past { return true }
      return form.tense == .present && words.task(form.verb) == .have
        && verbs.reading(text[i + 1].lexeme, in: .participle) != nil
    }
  }

  /// "sia … sia", "sia … che": no verb.
  func isCorrelative(
    _ text: TokenizedText, _ i: Int, _ form: VerbLexicon.Form, in sentence: Range<Int>
  ) -> Bool {
    guard words.task(form.verb) == .be, form.mood == .subjunctive,
      form.tense == .present, form.number == .singular, i + 1 < sentence.upperBound
    else { return false }
    if subordinator(text, before: i, in: sentence) != nil { return false }
    let next = text[i + 1].lexeme
    return grammar.isAny(next, of: .definiteArticle, .indefiniteArticle)
      || grammar.preposition(next) != nil || text[i + 1].isCapitalized
  }

  /// The conjunction or relative that may govern a subjunctive at `i`: the last one shortly before.
  func subordinator(
    _ text: TokenizedText, before i: Int, in sentence: Range<Int>
  ) -> Int? {
    var j = i - 1
    while j >= sentence.lowerBound, i - j <= 12 {
      if grammar.isAny(text[j].lexeme, of: .subordinator, .relative) { return j }
      j -= 1
    }
    return nil
  }

  func endsInI(_ text: TokenizedText, _ i: Int) -> Bool {
    text.bytes[Int(text[i].end) - 1] == UInt8(ascii: "i")
  }

  /// Whether gender or number of the two exclude each other.
  func isApart(_ a: ArticleReading.Agreement, _ b: ArticleReading.Agreement) -> Bool {
    if let x = a.gender, let y = b.gender, x != y { return true }
    if let x = a.number, let y = b.number, x != y { return true }
    return false
  }

  /// Whether an article, preposition or adjective before the token `i` makes a noun of it.
  func readsAsNoun(
    _ text: TokenizedText, _ i: Int, _ noun: ArticleReading.Agreement, in sentence: Range<Int>
  ) -> Bool {
    let before = text[i - 1]
    if before.isNumber { return true }
    if grammar.preposition(before.lexeme) != nil { return true }
    for entry in grammar.entries[before.lexeme] ?? [] {
      switch entry.wordClass {
      case .definiteArticle, .indefiniteArticle, .possessive, .demonstrative, .quantifier,
        .articulatedPreposition:
        if !isApart(entry.agreement, noun) { return true }
      default: break
      }
    }
    // An adjective before the noun: "una nuova minaccia", "gravi accuse".
    guard let adjective = words.prenominals[before.lexeme] else { return false }
    return !isApart(adjective, noun)
  }

  /// Whether the token `i` looks like a noun in the feminine plural with its article: "le persone".
  func looksFemininePlural(_ text: TokenizedText, _ i: Int, in sentence: Range<Int>) -> Bool {
    guard i > sentence.lowerBound, text[i].isWord, !text[i].isCapitalized else { return false }
    let before = text[i - 1]
    let last = text.bytes[Int(text[i].end) - 1]
    guard last == UInt8(ascii: "e") || last == UInt8(ascii: "i") || last == 0xA0 else {
      return false
    }
    if before.isNumber { return true }
    return (grammar.entries[before.lexeme] ?? []).contains {
      $0.agreement.gender == .feminine && $0.agreement.number == .plural
    }
  }
}
