import DossierModel

/// Words and marks, as they come.
extension OutlineReader {
  func readSentence(_ range: Range<Int>) {
    stack.truncate(to: 0)
    if !asideStacks.isEmpty { asideStacks = [] }
    lastPhrase = nil
    (separator, boundary, boundaryKind) = (.none, outline.phrases.count, .none)
    var i = range.lowerBound
    while i < range.upperBound, document.isMetadata(Int(text[i].start)) { i += 1 }
    open(.main, parent: nil, at: i)
    while i < range.upperBound { i = step(at: i, in: range) }
    for clause in stack { outline.clauses[clause].end = range.upperBound }
  }

  /// Takes what begins at the token `i`; the token after it.
  func step(at i: Int, in range: Range<Int>) -> Int {
    let token = text[i]
    if beginnings[i].date >= 0 {
      return readDate(Int(beginnings[i].date), preposition: nil, from: i, in: range)
    }
    if let end = readConjunction(at: i, in: range) { return end }
    if beginnings[i].group >= 0 {
      let end = groups[Int(beginnings[i].group)].tokens.upperBound
      takeVerb(Int(beginnings[i].group), preposition: nil, at: i, in: range)
      return max(end, i + 1)
    }
    if token.isPunctuation {
      takeMark(at: i, in: range)
      return i + 1
    }
    if let end = readPhrase(at: i, in: range) { return max(end, i + 1) }
    return i + 1
  }

  func takeMark(at i: Int, in range: Range<Int>) {
    if text.isMark(i, ",") {
      separator = .comma
      noteBoundary(.comma)
      // A set-off clause ends where the comma after it stands, if the clause around has its verb.
      if let top = stack.last, stack.count > 1, outline.clauses[top].isSetOff,
        outline.clauses[top].verb != nil,
        outline.clauses[top].kind == .relative || outline.clauses[top].kind == .participle,
        outline.clauses[stack[stack.count - 2]].verb != nil
      {
        close(to: stack.count - 1, at: i)
      }
    } else if text.isMark(i, ":") || text.isMark(i, ";") {
      close(to: 0, at: i)
      let kind: Clause.Kind = text.isMark(i, ":") ? .complement : .main
      let before = outline.clauses.indices.last
      open(kind, parent: kind == .complement ? before : nil, at: i + 1)
      (separator, boundaryKind, boundary) = (.colon, .none, outline.phrases.count)
      lastPhrase = nil
    } else if text.isMark(i, "(") {
      asideStacks.append(stack)
      let parent = stack.last
      stack = TextArray(in: outline.memory)
      open(.aside, parent: parent, at: i + 1)
      (separator, boundaryKind, boundary) = (.colon, .none, outline.phrases.count)
    } else if text.isMark(i, ")") {
      if let outer = asideStacks.popLast() {
        close(to: 0, at: i)
        stack = outer
        separator = .none
        lastPhrase = outline.clauses[stack.last ?? 0].phrases.last
      }
    } else if isDash(i) {
      separator = .dash
      noteBoundary(.comma)
    }
  }

  func isDash(_ i: Int) -> Bool {
    text.isMark(i, "-") || text.isWritten(i, "–") || text.isWritten(i, "—")
  }

  func isQuote(_ i: Int) -> Bool {
    i < text.count && text[i].isPunctuation && isQuotationMark(i)
  }

  private func isQuotationMark(_ i: Int) -> Bool {
    text.isMark(i, "\"") || text.isMark(i, "'") || text.isWritten(i, "“")
      || text.isWritten(i, "”") || text.isWritten(i, "«") || text.isWritten(i, "»")
      || text.isWritten(i, "‘") || text.isWritten(i, "’") || text.isWritten(i, "„")
  }

  func noteBoundary(_ kind: Separator) {
    boundary = outline.phrases.count
    boundaryKind = kind
  }

  /// Opens a clause if a conjunction or relative pronoun begins at `i`; the token after it.
  func readConjunction(at i: Int, in range: Range<Int>) -> Int? {
    let token = text[i]
    guard token.isWord, token.lexeme >= 0 else { return nil }
    let opening = lexicon.opening(token.lexeme)
    guard opening.contains(.conjunction) || token.lexeme == words.che else { return nil }
    if opening.contains(.subordinator),
      let (effect, end) = lexicon.subordinators.match(text, at: i, grammar: grammar),
      end <= range.upperBound, isConjunction(at: i, end: end, in: range)
    {
      openSubordinate(effect, at: i)
      return end
    }
    if token.lexeme == words.che { return readChe(at: i, in: range) }
    // "in cui", "a cui", "con il quale", "le quali"
    if let end = relativePronoun(at: i, in: range) { return end }
    if beginnings[i].group < 0, grammar.isAny(token.lexeme, of: .coordinator) {
      let kind: Separator = words.adversatives.contains(token.lexeme) ? .but : .and
      // "tuttavia", "inoltre", "quindi" at the head of a sentence join nothing.
      if i > range.lowerBound {
        separator = kind == .but ? .comma : .and
        noteBoundary(kind)
      }
      return i + 1
    }
    return nil
  }

  /// Whether a verb stands not far after the conjunction: "come" and "perché" may do without.
  func isConjunction(at i: Int, end: Int, in range: Range<Int>) -> Bool {
    var j = end
    while j < range.upperBound, j - end < 20 {
      if beginnings[j].group >= 0 {
        return groups[Int(beginnings[j].group)].isFinite
          || !text[i].isCapitalized
            && groups[Int(beginnings[j].group)].mood != .infinitive
      }
      if text.isMark(j, ",") || text.isMark(j, ";") || text.isMark(j, ":") { return false }
      j += 1
    }
    return false
  }

  func openSubordinate(_ effect: EventLexicon.Effect, at i: Int) {
    let clause = open(.subordinate, parent: stack.last, at: i)
    outline.clauses[clause].effect = effect
    outline.clauses[clause].isSetOff = separator == .comma
    clearBoundary()
  }

  func clearBoundary() {
    (separator, boundaryKind, boundary) = (.none, .none, outline.phrases.count)
    lastPhrase = nil
  }

  /// "che": a relative pronoun after a noun, a conjunction after a verb of saying.
  func readChe(at i: Int, in range: Range<Int>) -> Int? {
    guard let top = stack.last else { return nil }
    // "… e che …", beside an earlier one
    if boundaryKind == .and || boundaryKind == .but, boundary == outline.phrases.count,
      let place = stack.lastIndex(where: {
        let kind = outline.clauses[$0].kind
        return kind == .complement || kind == .relative || kind == .subordinate
      })
    {
      let beside = stack[place]
      close(to: place, at: i)
      let clause = open(outline.clauses[beside].kind, parent: outline.clauses[beside].parent, at: i)
      outline.clauses[clause].antecedent = outline.clauses[beside].antecedent
      outline.clauses[clause].effect = outline.clauses[beside].effect
      clearBoundary()
      return i + 1
    }
    let clauseVerb = outline.clauses[top].verb
    let antecedent = lastPhrase
    let takesClause = clauseVerb.map { takesComplement($0) } ?? false
    var isComplement = antecedent == nil
    if let antecedent, takesClause, !hasComplement(top),
      !(startsWithVerb(afterDate(i + 1)) && isToldAlready(top, clauseVerb))
    {
      let phrase = outline.phrases[antecedent]
      // "ha detto ai giornalisti che", "ha spiegato il ministro che", but "annuncia un piano che".
      let isSubject = outline.clauses[top].phrases.allSatisfy {
        outline.phrases[$0].preposition != nil || outline.phrases[$0].date != nil
          || outline.phrases[$0].tokens.lowerBound
            >= groups[clauseVerb ?? 0].tokens.upperBound
      }
      isComplement =
        phrase.preposition != nil || phrase.date != nil || separator == .comma
        || (isSubject && !phrase.classes.isDisjoint(with: [.leader, .force, .people, .fighter]))
        || phrase.tokens.upperBound <= groups[clauseVerb ?? 0].tokens.lowerBound
    } else if antecedent != nil, clauseVerb != nil, let verb = clauseVerb,
      groups[verb].tokens.upperBound == i
    {
      isComplement = true
    }
    if let antecedent, !isComplement {
      let clause = open(.relative, parent: top, at: i)
      outline.clauses[clause].antecedent = antecedent
      outline.clauses[clause].isSetOff = separator == .comma
    } else {
      open(.complement, parent: top, at: i)
    }
    clearBoundary()
    return i + 1
  }

  /// The token after the date that begins at `i`, or `i` itself: "che giovedì ha danneggiato".
  private func afterDate(_ i: Int) -> Int {
    guard i < beginnings.count, beginnings[i].date >= 0 else { return i }
    return dateTokens[Int(beginnings[i].date)].upperBound
  }

  func startsWithVerb(_ i: Int) -> Bool { i < beginnings.count && beginnings[i].group >= 0 }

  /// Whether what is said stands in the clause already: "hanno riferito di scontri che …".
  func isToldAlready(_ clause: Int, _ verb: Int?) -> Bool {
    guard let verb else { return false }
    let end = groups[verb].tokens.upperBound
    return outline.clauses[clause].phrases.contains {
      let phrase = outline.phrases[$0]
      return phrase.tokens.lowerBound >= end && phrase.triggers != nil
        && (phrase.preposition == nil
          || phrase.preposition?.base == words.di && phrase.follows.map(isAdverbial) ?? true)
    }
  }

  /// Whether the phrase names nothing, so that what follows is not its complement: "a vicenda".
  private func isAdverbial(_ phrase: Int) -> Bool {
    let own = outline.phrases[phrase]
    return own.preposition != nil && own.preposition?.relation != .of && own.determiner == .none
      && own.classes.isEmpty && own.mentions.isEmpty && own.triggers == nil && own.date == nil
  }

  func takesComplement(_ group: Int) -> Bool {
    let verb = groups[group].verb
    return lexicon.effect(of: verb, on: .clause) != nil || !lexicon.claimCues(of: verb).isEmpty
  }

  func hasComplement(_ clause: Int) -> Bool {
    outline.clauses.indices.reversed().prefix { $0 > clause }.contains {
      outline.clauses[$0].parent == clause && outline.clauses[$0].kind == .complement
    }
  }

  /// "cui", "il quale" with what stands before them.
  func relativePronoun(at i: Int, in range: Range<Int>) -> Int? {
    var j = i
    var preposition = LexemeTable.unknown
    if let base = grammar.preposition(text[i].lexeme) {
      preposition = base
      j += 1
    } else if grammar.isAny(text[i].lexeme, of: .definiteArticle) {
      j += 1
    }
    guard j < range.upperBound, text[j].lexeme >= 0 else { return nil }
    let form = text[j].lexeme
    guard form != words.che, grammar.isAny(form, of: .relative),
      form == words.cui || j > i || form == words.chi
    else { return nil }
    if form == words.chi { return nil }
    guard let top = stack.last else { return nil }
    let clause = open(.relative, parent: top, at: i)
    outline.clauses[clause].antecedent = lastPhrase
    outline.clauses[clause].preposition = preposition
    outline.clauses[clause].isSetOff = separator == .comma
    clearBoundary()
    return j + 1
  }
}
