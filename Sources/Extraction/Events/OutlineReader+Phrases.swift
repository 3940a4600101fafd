import DossierModel

/// Noun phrases.
extension OutlineReader {
  func add(_ phrase: inout Phrase) -> Int {
    let index = outline.phrases.count
    phrase.listHead = index
    if let last = lastPhrase {
      if separator == .none {
        phrase.follows = last
      } else if separator == .comma || separator == .and {
        phrase.joinedTo = last
        phrase.isJoinedByConjunction = separator == .and
      }
    }
    outline.phrases.append(phrase)
    if let top = stack.last { outline.clauses[top].phrases.append(index) }
    lastPhrase = index
    separator = .none
    return index
  }

  /// Takes the temporal expression `date` as a phrase; the token after it.
  func readDate(
    _ date: Int, preposition: EventLexicon.Preposition?, from start: Int, in range: Range<Int>
  ) -> Int {
    let tokens = dateTokens[date]
    var preposition = preposition
    var core = tokens
    if preposition == nil, let (found, end) = self.preposition(at: tokens.lowerBound),
      end < tokens.upperBound
    {
      preposition = found
      core = end..<tokens.upperBound
    }
    let end = max(tokens.upperBound, start + 1)
    var phrase = Phrase(
      tokens: start..<end, core: core, preposition: preposition, head: core.lowerBound,
      mentions: TextArray(in: outline.memory), date: date, listHead: 0,
      clause: stack.last ?? 0)
    _ = add(&phrase)
    return end
  }

  /// Takes the phrase or infinitive that begins at `i`; the token after it, or `nil` if none does.
  func readPhrase(at i: Int, in range: Range<Int>) -> Int? {
    guard lexicon.opening(text[i].lexeme).contains(.preposition) else {
      return readNouns(from: i, preposition: nil, at: i, quantity: nil, in: range)
    }
    if grammar.preposition(text[i].lexeme) != nil, let quantity = self.quantity(at: i) {
      // "tra 20 e 30 feriti", "oltre 300 morti"
      return readNouns(from: i, preposition: nil, at: i, quantity: quantity, in: range)
    }
    var j = i
    var preposition: EventLexicon.Preposition?
    if let (found, end) = self.preposition(at: i), end <= range.upperBound {
      preposition = found
      j = end
    }
    while j < range.upperBound, isQuote(j) { j += 1 }
    guard j < range.upperBound else { return preposition == nil ? nil : j }
    if preposition != nil {
      if beginnings[j].date >= 0 {
        return readDate(Int(beginnings[j].date), preposition: preposition, from: i, in: range)
      }
      if beginnings[j].group >= 0 {
        let group = groups[Int(beginnings[j].group)]
        if group.mood == .infinitive {
          takeVerb(Int(beginnings[j].group), preposition: preposition?.base, at: i, in: range)
          if let clause = stack.last, outline.clauses[clause].kind == .infinitive,
            let number = preposition?.number, number >= 0
          {
            outline.clauses[clause].effect = infinitiveEffect(preposition)
          }
          return group.tokens.upperBound
        }
        return j
      }
      if let end = relativePronounAfterLocution(at: j, preposition, in: range) { return end }
    }
    return readNouns(from: i, preposition: preposition, at: j, quantity: nil, in: range)
      ?? (preposition == nil ? nil : j)
  }

  /// The preposition or prepositional phrase that begins at `i`, and the token after it.
  func preposition(at i: Int) -> (EventLexicon.Preposition, Int)? {
    guard lexicon.opening(text[i].lexeme).contains(.preposition) else { return nil }
    if let (found, end) = lexicon.prepositions.match(text, at: i, grammar: grammar) {
      return (found, end)
    }
    guard let base = grammar.preposition(text[i].lexeme) else { return nil }
    return (
      lexicon.simplePrepositions[base]
        ?? EventLexicon.Preposition(number: -1, base: base, relation: .other), i + 1
    )
  }

  func relativePronounAfterLocution(
    at j: Int, _ preposition: EventLexicon.Preposition?, in range: Range<Int>
  ) -> Int? {
    guard text[j].lexeme == words.cui || grammar.isAny(text[j].lexeme, of: .relative),
      text[j].lexeme != words.che,
      let top = stack.last
    else { return nil }
    let clause = open(.relative, parent: top, at: j)
    outline.clauses[clause].antecedent = lastPhrase
    outline.clauses[clause].preposition = preposition?.base ?? LexemeTable.unknown
    clearBoundary()
    return j + 1
  }

  /// What "dopo", "prima di", "senza", "per" make of the infinitive after them.
  func infinitiveEffect(_ preposition: EventLexicon.Preposition?) -> EventLexicon.Effect? {
    guard let preposition else { return nil }
    switch preposition.relation {
    case .beneficiary: return .wanted
    case .cause, .within: return .presupposed
    default:
      if preposition.number >= 0, lexicon.prepositionEffects[preposition.number] == .averted {
        return .averted
      }
      return nil
    }
  }

  /// How many tokens may stand before the nouns of a phrase: "tutti gli altri suoi", not a page of
  /// articles alone.
  private static let longestDeterminer = 12

  /// Takes determiners, numbers, adjectives and nouns from `start` on as one phrase.
  func readNouns(
    from first: Int, preposition: EventLexicon.Preposition?, at start: Int, quantity: Quantity?,
    in range: Range<Int>
  ) -> Int? {
    var phrase = Phrase(
      tokens: first..<first, core: start..<start, preposition: preposition, head: -1,
      mentions: TextArray(in: outline.memory), listHead: 0, clause: stack.last ?? 0)
    if preposition != nil, start > 0 {
      takeDeterminer(text[start - 1].lexeme, into: &phrase)  // dell’, nei
    }
    let tokens = text.tokens
    var i = start
    var content = 0
    var firstWord = -1
    if let quantity {
      phrase.quantity = quantity
      i = quantity.tokens.upperBound
      i = afterPartitive(i, quantity, &phrase, in: range)
    }
    while i < range.upperBound {
      let token = tokens[i]
      if token.isPunctuation {
        if isQuote(i) {
          i += 1
          continue
        }
        break
      }
      if beginnings[i].date >= 0, i > start || content > 0 || phrase.quantity == nil { break }
      if beginnings[i].mention >= 0 {
        let mention = Int(beginnings[i].mention)
        if content > 0, isApart(mention, in: phrase) { break }
        phrase.mentions.append(mention)
        if firstWord < 0 { firstWord = i }
        takeNouns(at: i, through: mentionTokens[mention].upperBound, into: &phrase)
        if mentions[mention].resolution == .description {
          // "alti ufficiali di Svezia": the noun stands inside.
          var inner = i + 1
          while phrase.classes.isEmpty, inner < mentionTokens[mention].upperBound {
            takeNouns(at: inner, through: inner + 1, into: &phrase)
            inner += 1
          }
        }
        i = mentionTokens[mention].upperBound
        content += 1
        continue
      }
      if token.lexeme >= 0 {
        if phrase.quantity == nil, content == 0, let found = self.quantity(at: i) {
          // "una guerra" is one, but no number; "un soldato" may be counted.
          phrase.quantity = found
          if found.wording == .article {
            if phrase.determiner == .none { phrase.determiner = .indefinite }
            takeAgreement(token.lexeme, .indefiniteArticle, into: &phrase)
          }
          i = afterPartitive(found.tokens.upperBound, found, &phrase, in: range)
          continue
        }
        if phrase.quantity == nil, content > 0, let next = self.quantity(at: i),
          next.wording != .article,
          phrase.preposition != nil && !phrase.mentions.isEmpty || countsPeople(next)
        {
          break  // "hanno firmato a Istanbul due accordi", "hanno riportato ferite otto agenti"
        }
        let opening = lexicon.opening(token.lexeme)
        if !opening.isDisjoint(with: .noun), let end = multiword(at: i, in: range) {
          if firstWord < 0 { firstWord = i }
          takeNouns(at: i, through: end, into: &phrase)
          i = end
          content += 1
          continue
        }
        if beginnings[i].group >= 0, !readsAsNoun(at: i, after: content, &phrase) { break }
        if opening.contains(.function) {
          if content == 0, i - start < Self.longestDeterminer,
            takeDeterminer(token.lexeme, into: &phrase)
          {
            i += 1
            continue
          }
          if opening.contains(.preposition) {
            if grammar.preposition(token.lexeme) != nil { break }
            if content > 0, lexicon.prepositions.match(text, at: i, grammar: grammar) != nil {
              break
            }
          }
          let isPossessive = grammar.isAny(token.lexeme, of: .possessive)
          if !isPossessive, endsPhrase(token.lexeme) {
            if content == 0, grammar.isAny(token.lexeme, of: .subjectPronoun) {
              firstWord = i
              content += 1
              i += 1
            }
            break
          }
          if isPossessive {
            phrase.isPossessive = true
            i += 1
            continue
          }
        }
        if isAdverb(at: i), !isKnownNoun(at: i) {
          if content == 0, phrase.determiner == .none, phrase.quantity == nil { return nil }
          i += 1
          continue
        }
      } else if token.isNumber {
        if phrase.quantity == nil, let found = self.quantity(at: i) {
          if content > 0 { break }
          phrase.quantity = found
          i = afterPartitive(found.tokens.upperBound, found, &phrase, in: range)
          continue
        }
        i += 1
        continue
      } else if isAdverb(at: i) {
        if content == 0, phrase.determiner == .none, phrase.quantity == nil { return nil }
        i += 1
        continue
      } else if beginnings[i].group >= 0 {
        break
      }
      if firstWord < 0 { firstWord = i }
      if !lexicon.opening(token.lexeme).isDisjoint(with: .noun) {
        takeNouns(at: i, through: i + 1, into: &phrase)
      }
      content += 1
      i += 1
    }
    guard content > 0 || phrase.quantity != nil else { return nil }
    if phrase.head < 0 { phrase.head = firstWord >= 0 ? firstWord : start }
    while i > start + 1, isQuote(i - 1) { i -= 1 }
    phrase.tokens = first..<i
    phrase.core = start..<i
    settleAgreement(&phrase)
    let isBare = phrase.preposition == nil
    let index = add(&phrase)
    if isBare, boundaryKind == .none { boundary = min(boundary, index) }
    return i
  }

  /// Whether the mention begins a phrase of its own: "incontrerà a Parigi Emmanuel Macron", "in cambio
  /// Israele ha liberato …".
  private func isApart(_ mention: Int, in phrase: Phrase) -> Bool {
    guard let preposition = phrase.preposition else { return false }
    if let last = phrase.mentions.last {
      return (preposition.relation == .place || preposition.base == words.a)
        && mentions[last].label == .place && mentions[mention].label == .person
    }
    return preposition.relation == .place && phrase.determiner == .none && phrase.classes.isEmpty
      && phrase.quantity == nil && phrase.triggers == nil && mentions[mention].actor != nil
      && mentions[mention].label != .person
  }

  /// Whether no phrase goes on with the form `lexeme`.
  private func endsPhrase(_ lexeme: LexemeTable.ID) -> Bool {
    grammar.isAny(lexeme, of: .coordinator, .relative, .subordinator)
      || grammar.isAny(lexeme, of: .definiteArticle, .indefiniteArticle)
      || grammar.isAny(lexeme, of: .negation, .subjectPronoun)
  }

  /// Whether the verb at `i` is a noun or adjective in its place: "soluzione militare", "vasti
  /// tratti".
  func readsAsNoun(at i: Int, after content: Int, _ phrase: inout Phrase) -> Bool {
    let group = groups[Int(beginnings[i].group)]
    guard content > 0, group.tokens.count == 1 else { return false }
    if group.mood == .infinitive { return group.clitics.isEmpty }
    return phrase.classes.isEmpty && phrase.triggers == nil && phrase.mentions.isEmpty
      && isKnownNoun(at: i) && isAdjective(at: i - 1)
  }

  /// Whether the word stands before its noun: "vasti", "nuovi".
  func isAdjective(at i: Int) -> Bool {
    i >= 0 && language.verbGroupWords.prenominals[text[i].lexeme] != nil
  }

  /// Whether the word is an adverb: one of the table's, or made with -mente.
  func isAdverb(at i: Int) -> Bool {
    let token = text[i]
    if grammar.isAny(token.lexeme, of: .adverb) { return true }
    return token.end - token.start > 7 && !token.isCapitalized && endsAsAdverb(token)
  }

  private func endsAsAdverb(_ token: Token) -> Bool {
    guard text.bytes[Int(token.end) - 1] == UInt8(ascii: "e") else { return false }
    let ending: StaticString = "mente"
    let start = Int(token.end) - ending.utf8CodeUnitCount
    for i in 0..<ending.utf8CodeUnitCount
    where text.bytes[start + i] != (ending.utf8Start + i).pointee {
      return false
    }
    return true
  }

  /// After "una dozzina", "due", "un numero imprecisato": past "di", "dei suoi".
  func afterPartitive(
    _ i: Int, _ quantity: Quantity, _ phrase: inout Phrase, in range: Range<Int>
  ) -> Int {
    if i + 1 < range.upperBound, quantity.wording != .article, isAmong(text[i].lexeme),
      nounClasses(at: i + 1) != nil
        || lexicon.opening(text[i + 1].lexeme).contains(.figure)
    {
      phrase.isMixed = true
      return i + 1
    }
    guard i < range.upperBound, text[i].lexeme >= 0,
      grammar.preposition(text[i].lexeme) == words.di,
      i + 1 < range.upperBound, beginnings[i].date < 0, beginnings[i + 1].date < 0,
      beginnings[i + 1].group < 0
    else { return i }
    if quantity.wording == .article,
      !grammar.isAny(text[i].lexeme, of: .articulatedPreposition)
    {
      return i
    }
    takeAgreement(text[i].lexeme, .articulatedPreposition, into: &phrase)
    return i + 1
  }

  /// Whether people follow the number.
  private func countsPeople(_ quantity: Quantity) -> Bool {
    quantity.tokens.upperBound < text.count
      && nounClasses(at: quantity.tokens.upperBound).map {
        !$0.value.isDisjoint(with: .persons)
      } ?? false
  }

  /// Whether the word is "tra" or "fra".
  private func isAmong(_ lexeme: LexemeTable.ID) -> Bool {
    guard lexeme >= 0, let base = grammar.preposition(lexeme) else { return false }
    return lexicon.simplePrepositions[base]?.relation == .pair
  }

  /// The end of a phrase of several words that the tables of nouns know, at `i`.
  func multiword(at i: Int, in range: Range<Int>) -> Int? {
    var end = i
    if let (_, found) = nounClasses(at: i) { end = found }
    if let (_, found) = triggers(at: i) { end = max(end, found) }
    return end > i + 1 && end <= range.upperBound ? end : nil
  }

  func isKnownNoun(at i: Int) -> Bool {
    nounClasses(at: i) != nil
      || triggers(at: i) != nil
  }

  /// Notes what the nouns from `start` to `end` tell.
  func takeNouns(at start: Int, through end: Int, into phrase: inout Phrase) {
    if phrase.triggers == nil,
      let (numbers, after) = triggers(at: start)
    {
      phrase.triggers = (numbers, start..<after)
      if phrase.head < 0 || phrase.classes.isEmpty { phrase.head = start }
    }
    if let (classes, _) = nounClasses(at: start) {
      if phrase.classes.isEmpty,
        phrase.triggers == nil || phrase.triggers?.tokens.lowerBound == start
      {
        phrase.head = start
      }
      if phrase.classes.isEmpty { phrase.classes = classes }
    }
  }

  @discardableResult
  func takeDeterminer(_ lexeme: LexemeTable.ID, into phrase: inout Phrase) -> Bool {
    guard lexeme >= 0, let entries = grammar.entries[lexeme] else { return false }
    var isOne = false
    for entry in entries {
      let determiner: Phrase.Determiner
      switch entry.wordClass {
      case .definiteArticle, .articulatedPreposition: determiner = .definite
      case .indefiniteArticle: determiner = .indefinite
      case .demonstrative: determiner = .demonstrative
      case .quantifier: determiner = .quantifier
      case .possessive:
        phrase.isPossessive = true
        isOne = true
        continue
      default: continue
      }
      isOne = true
      if phrase.determiner == .none { phrase.determiner = determiner }
      phrase.agreement.gender = phrase.agreement.gender ?? entry.agreement.gender
      phrase.agreement.number = phrase.agreement.number ?? entry.agreement.number
      if entry.wordClass == .articulatedPreposition { break }
    }
    return isOne
  }

  func takeAgreement(
    _ lexeme: LexemeTable.ID, _ wordClass: Grammar.WordClass, into phrase: inout Phrase
  ) {
    guard let entry = grammar.entry(lexeme, wordClass) else { return }
    phrase.agreement = entry.agreement
  }

  func settleAgreement(_ phrase: inout Phrase) {
    if let quantity = phrase.quantity, quantity.wording != .article {
      if quantity.low != 1 { phrase.agreement.number = .plural }
    }
    if phrase.agreement.number == nil, phrase.head >= 0,
      phrase.mentions.isEmpty || phrase.classes.contains(.leader),
      text.bytes[Int(text[phrase.head].end) - 1] == UInt8(ascii: "i")
    {
      phrase.agreement.number = .plural  // Without an article: -i is a plural.
    }
  }
}
