import DossierModel

/// Clauses: where they begin and end, and to which a verb belongs.
extension OutlineReader {
  @discardableResult
  func open(_ kind: Clause.Kind, parent: Int?, at token: Int) -> Int {
    let index = outline.clauses.count
    outline.clauses.append(
      Clause(
        kind: kind, parent: parent, sentence: sentence, phrases: TextArray(in: outline.memory),
        start: token, end: token))
    stack.append(index)
    return index
  }

  /// Closes the open clauses from the place `count` of the stack on.
  func close(to count: Int, at token: Int) {
    while stack.count > count, let clause = stack.popLast() { outline.clauses[clause].end = token }
  }

  /// Gives the verb group `number` to a clause.
  func takeVerb(
    _ number: Int, preposition: LexemeTable.ID?, at i: Int, in range: Range<Int>
  ) {
    let group = groups[number]
    if group.isFinite {
      takeFinite(number, at: i)
    } else if group.mood == .participle {
      takeParticiple(number, at: i, in: range)
    } else if group.mood == .gerund {
      takeGerund(number, at: i)
    } else {
      takeInfinitive(number, preposition: preposition, at: i)
    }
    clearBoundary()
  }

  func takeFinite(_ number: Int, at i: Int) {
    guard let top = stack.last else { return }
    if outline.clauses[top].verb == nil {
      outline.clauses[top].verb = number
      if outline.clauses[top].kind == .relative, outline.clauses[top].preposition < 0 {
        settleAntecedent(of: top, group: groups[number])
      }
      return
    }
    let moved = boundaryKind == .none ? outline.phrases.count : movedFrom()
    if let place = stack.lastIndex(where: {
      outline.clauses[$0].verb == nil && outline.clauses[$0].kind.isFinite
    }) {
      close(to: place + 1, at: i)
      if boundaryKind != .and || startsSubject(moved, of: stack[place], groups[number]) {
        move(phrasesFrom: moved, to: stack[place])
      }
      outline.clauses[stack[place]].verb = number
      return
    }
    let isLoose = boundaryKind == .comma || boundaryKind == .but
    let place =
      isLoose ? stack.indices.first : stack.lastIndex { outline.clauses[$0].kind.isFinite }
    let beside = stack[place ?? 0]
    let start = moved < outline.phrases.count ? outline.phrases[moved].tokens.lowerBound : i
    close(to: place ?? 0, at: start)
    let clause = open(
      outline.clauses[beside].kind, parent: outline.clauses[beside].parent, at: start)
    outline.clauses[clause].sibling = beside
    outline.clauses[clause].antecedent = outline.clauses[beside].antecedent
    outline.clauses[clause].effect = outline.clauses[beside].effect
    outline.clauses[clause].preposition = outline.clauses[beside].preposition
    outline.clauses[clause].verb = number
    move(phrasesFrom: moved, to: clause)
  }

  /// Of the phrases before "che" the nearest that agrees with the verb in number.
  func settleAntecedent(of clause: Int, group: VerbGroup) {
    guard
      outline.clauses[clause].phrases.allSatisfy({
        outline.phrases[$0].preposition != nil || outline.phrases[$0].date != nil
      }), let number = group.number, var phrase = outline.clauses[clause].antecedent
    else { return }
    for _ in 0..<4 {
      let own = outline.phrases[phrase].agreement.number
      if own == number || own == nil, outline.phrases[phrase].date == nil {
        outline.clauses[clause].antecedent = phrase
        return
      }
      guard let before = outline.phrases[phrase].follows ?? outline.phrases[phrase].joinedTo
      else { return }
      phrase = before
    }
  }

  /// The first phrase after the last separator, with the whole list that it ends.
  func movedFrom() -> Int {
    var first = boundary
    guard first < outline.phrases.count, boundaryKind != .but else { return first }
    if boundaryKind == .and, let joined = outline.phrases[first].joinedTo {
      // "…, Mosca, Kiev e Minsk hanno firmato": the list begins after a comma.
      var member = head(of: joined)
      while let earlier = outline.phrases[member].joinedTo,
        !outline.phrases[member].isJoinedByConjunction
      {
        first = member
        member = head(of: earlier)
        if outline.phrases[member].date != nil || outline.phrases[first].preposition != nil {
          break
        }
      }
    }
    return first
  }

  /// The first of the phrases that follow each other up to `phrase`.
  func head(of phrase: Int) -> Int {
    var current = phrase
    for _ in 0..<6 {
      guard let before = outline.phrases[current].follows else { break }
      current = before
    }
    return current
  }

  /// Whether the phrases from `first` on can be the subject for which the clause waits: "Durante i
  /// colloqui mediati dall’UE, X e Y hanno concordato".
  func startsSubject(_ first: Int, of clause: Int, _ group: VerbGroup) -> Bool {
    guard first < boundary, outline.phrases[first].preposition == nil, group.number != .singular
    else { return false }
    return !outline.clauses[clause].phrases.contains {
      outline.phrases[$0].preposition == nil && outline.phrases[$0].date == nil
    }
  }

  func move(phrasesFrom first: Int, to clause: Int) {
    guard first < outline.phrases.count else { return }
    for phrase in first..<outline.phrases.count {
      let old = outline.phrases[phrase].clause
      guard old != clause else { continue }
      if let place = outline.clauses[old].phrases.lastIndex(of: phrase) {
        outline.clauses[old].phrases.remove(at: place)
      }
      outline.clauses[clause].phrases.append(phrase)
      outline.phrases[phrase].clause = clause
    }
    outline.phrases[first].joinedTo = nil
    outline.phrases[first].follows = nil
    outline.phrases[first].isJoinedByConjunction = false
  }

  func takeGerund(_ number: Int, at i: Int) {
    if separator == .comma || boundaryKind == .and {
      while stack.count > 1, let top = stack.last, !outline.clauses[top].kind.isFinite {
        close(to: stack.count - 1, at: i)
      }
    }
    let clause = open(.gerund, parent: stack.last, at: i)
    outline.clauses[clause].verb = number
  }

  func takeInfinitive(_ number: Int, preposition: LexemeTable.ID?, at i: Int) {
    // "di mantenere e rafforzare", "di cessare il fuoco e di ritirarsi"
    var sibling: Int?
    if boundaryKind == .and || boundaryKind == .comma || boundaryKind == .but,
      boundary == outline.phrases.count,
      let place = stack.lastIndex(where: { outline.clauses[$0].kind == .infinitive })
    {
      sibling = stack[place]
      close(to: place, at: i)
    }
    let parent = sibling.map { outline.clauses[$0].parent } ?? stack.last
    let clause = open(.infinitive, parent: parent, at: i)
    outline.clauses[clause].sibling = sibling
    outline.clauses[clause].verb = number
    outline.clauses[clause].preposition =
      preposition ?? sibling.map { outline.clauses[$0].preposition } ?? LexemeTable.unknown
    // "prima di attaccare", "dopo aver attaccato", "senza combattere", "per attaccare"
    outline.clauses[clause].effect = sibling.flatMap { outline.clauses[$0].effect }
  }

  func takeParticiple(_ number: Int, at i: Int, in range: Range<Int>) {
    guard let top = stack.last else { return }
    let group = groups[number]
    let end = group.tokens.upperBound
    let antecedent = eventAntecedent(group) ?? participleAntecedent(group)
    // "Gaza, uccisi dodici civili", "Arrestato un giornalista": headlines tell so.
    let startsPhrase = end < range.upperBound && beginsBarePhrase(at: end)
    if outline.clauses[top].verb == nil, outline.clauses[top].kind.isFinite, startsPhrase,
      antecedent == nil || separator != .none || outline.clauses[top].phrases.isEmpty
    {
      outline.clauses[top].verb = number
      outline.clauses[top].isHeadline = true
      return
    }
    if outline.clauses[top].verb == nil, outline.clauses[top].kind == .main, antecedent == nil,
      outline.clauses[top].phrases.isEmpty, group.voice == .passive,
      !groups.dropFirst(number + 1).prefix(while: { $0.head < range.upperBound })
        .contains(where: \.isFinite)
    {
      // "Bombardata con i mortai la periferia di Sirte"
      outline.clauses[top].verb = number
      outline.clauses[top].isHeadline = true
      return
    }
    let clause = open(.participle, parent: top, at: i)
    outline.clauses[clause].verb = number
    outline.clauses[clause].antecedent = antecedent
    outline.clauses[clause].isSetOff = separator == .comma
  }

  /// Whether a noun phrase without preposition begins at `i`.
  func beginsBarePhrase(at i: Int) -> Bool {
    let token = text[i]
    if token.isPunctuation {
      return isQuote(i) && i + 1 < text.count && beginsBarePhrase(at: i + 1)
    }
    if token.isNumber { return beginnings[i].date < 0 }
    if beginnings[i].date >= 0 || beginnings[i].group >= 0 { return false }
    if beginnings[i].mention >= 0 { return true }
    if grammar.isAny(token.lexeme, of: .definiteArticle, .indefiniteArticle, .quantifier) {
      return true
    }
    if grammar.preposition(token.lexeme) != nil { return quantity(at: i) != nil }
    return quantity(at: i) != nil
      || nounClasses(at: i) != nil
  }

  /// Of a participle that tells how an event came about ("mediati dal Qatar") the nearest event before.
  func eventAntecedent(_ group: VerbGroup) -> Int? {
    guard lexicon.effect(of: group.verb, on: .object) != nil, var phrase = lastPhrase else {
      return nil
    }
    for _ in 0..<6 {
      let own = outline.phrases[phrase]
      if own.triggers != nil {
        let isApart =
          own.agreement.number != nil && group.number != nil && own.agreement.number != group.number
        return isApart ? nil : phrase
      }
      guard let before = own.follows ?? own.joinedTo else { return nil }
      phrase = before
    }
    return nil
  }

  /// The nearest phrase before that agrees with the participle.
  func participleAntecedent(_ group: VerbGroup) -> Int? {
    guard var phrase = lastPhrase else { return nil }
    let first = phrase
    for _ in 0..<4 {
      let agreement = outline.phrases[phrase].agreement
      let isApart =
        (agreement.number != nil && group.number != nil && agreement.number != group.number)
        || (agreement.gender != nil && group.gender != nil && agreement.gender != group.gender)
      if !isApart, outline.phrases[phrase].date == nil { return phrase }
      guard let before = outline.phrases[phrase].follows else { break }
      phrase = before
    }
    return separator == .none ? first : nil
  }
}
