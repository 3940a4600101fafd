import DossierModel

/// A noun phrase as far as it matters who is meant.
struct NounPhrase: Sendable {
  /// Its tokens, with determiner and title.
  var tokens: Range<Int>
  /// Who is meant; several if joined by "e"; none if it names nobody that is known.
  var actors: [Int] = []
  /// The mention that says so.
  var mention: Referents.Mention?
  /// The first noun, where no mention is.
  var head: Int?
  /// Number and gender as the determiner shows them.
  var agreement = ArticleReading.Agreement()
}

/// Who is the subject of a verb.
struct Subject: Sendable {
  /// The words, if there are any.
  var phrase: NounPhrase?
  /// The verb group whose subject it shares.
  var sharedWith: Int?
  /// The rule that found it.
  var sieve = ""
}

/// Walks over the clauses of an article: noun phrases, and the subject of each verb.
struct Clauses: Sendable {
  let document: Document
  let language: Language
  let referents: Referents
  /// For each token the innermost pair of marks or brackets that it stands in; -1 outside.
  let level: [Int32]
  /// For each token the number of the verb group that holds it; -1 if none does.
  let groupAt: [Int32]
  /// The ends of the pairs of marks, sorted.
  let markEnds: [Int]
  /// The starts of the pairs of marks, in the order of their ends.
  private let markStarts: [Int]
  /// For each verb group what it reports, if its verb is one of speech.
  let speechVerbs: [SpeechLexicon.Verb?]
  /// For each verb group the token that makes its clause depend on another ("che", "mentre").
  var introducer: [Int?]
  /// For each verb group its subject.
  var subjects: [Subject]

  /// The tokens, verb groups and tables, at hand for inner loops.
  let text: TokenizedText
  let groups: [VerbGroup]
  let grammar: Grammar
  let lexicon: SpeechLexicon

  init(document: Document, language: Language, referents: Referents) {
    (self.document, self.language, self.referents) = (document, language, referents)
    (text, groups) = (document.tokens, document.verbGroups)
    (grammar, lexicon) = (language.grammar, language.speech)
    level = Self.levels(document, referents)
    var groupAt = [Int32](repeating: -1, count: document.tokens.count)
    for (number, group) in document.verbGroups.enumerated() {
      for token in group.tokens { groupAt[token] = Int32(number) }
    }
    self.groupAt = groupAt
    speechVerbs = document.verbGroups.map { language.speech.verb(of: $0, in: document.tokens) }
    let byEnd = document.marks.pairs.map(\.outer).sorted { $0.end < $1.end }
    (markEnds, markStarts) = (byEnd.map(\.end), byEnd.map(\.start))
    introducer = Array(repeating: nil, count: document.verbGroups.count)
    subjects = Array(repeating: Subject(), count: document.verbGroups.count)
    findSubjects()
  }

  /// The pairs of marks and brackets that the tokens stand in.
  ///
  /// Marks around a name alone do not part it from its sentence: il quotidiano «Haaretz» scrive.
  private static func levels(_ document: Document, _ referents: Referents) -> [Int32] {
    let text = document.tokens
    var level = [Int32](repeating: -1, count: text.count)
    // Outer pairs come before inner ones, which so overwrite them.
    for (number, pair) in document.marks.pairs.enumerated() {
      let inner = text.range(in: pair.inner)
      if let first = inner.first, let mention = referents.mention(startingAt: first),
        mention.tokens == inner, mention.label == .organization || mention.label == .person
      {
        continue
      }
      for token in inner { level[token] = Int32(number) }
    }
    var next = Int32(document.marks.pairs.count)
    var open: (start: Int, level: Int32)?
    for i in 0..<text.count where text[i].isPunctuation {
      if text.isMark(i, "(") {
        open = (i, level[i])
      } else if text.isMark(i, ")"), let start = open, i - start.start < 200,
        level[i] == start.level
      {
        for token in (start.start + 1)..<i where level[token] == start.level { level[token] = next }
        next += 1
        open = nil
      }
    }
    return level
  }

  /// Whether the token opens or closes a pair of marks.
  func isQuotationMark(_ i: Int) -> Bool {
    if markStart(endingAt: i) != nil { return true }
    let start = Int(text[i].start)
    let pairs = document.marks.pairs
    var (low, high) = (0, pairs.count)
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle].outer.start < start { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count && pairs[low].outer.start == start
  }

  /// The byte where the pair of marks starts that ends with the token `i`.
  func markStart(endingAt i: Int) -> Int? {
    let end = Int(text[i].end)
    var (low, high) = (0, markEnds.count)
    while low < high {
      let middle = (low + high) / 2
      if markEnds[middle] < end { low = middle + 1 } else { high = middle }
    }
    return low < markEnds.count && markEnds[low] == end ? markStarts[low] : nil
  }

  // MARK: - Words

  /// Whether the token sets an aside off: a comma or a spaced dash.
  func isComma(_ i: Int) -> Bool {
    guard i >= 0, i < text.count, text[i].isPunctuation else { return false }
    if text.isMark(i, ",") { return true }
    return isDash(i)
  }

  /// Whether the token is a dash between words, with white space before it.
  func isDash(_ i: Int) -> Bool {
    guard i >= 0, i < text.count, text[i].isPunctuation,
      text[i].shape.contains(.spaceBefore) || text[i].shape.contains(.lineStart)
    else { return false }
    return text.isMark(i, "-") || text.isWritten(i, "–") || text.isWritten(i, "—")
  }

  /// Whether the token says that somebody told of is meant: "stessa".
  func isSame(_ i: Int) -> Bool { lexicon.phrase(text, i, .same) != nil }

  func isCoordinator(_ i: Int) -> Bool { grammar.isAny(text[i].lexeme, of: .coordinator) }

  func isPreposition(_ i: Int) -> Bool { grammar.preposition(text[i].lexeme) != nil }

  func isAdverb(_ i: Int) -> Bool {
    grammar.isAny(text[i].lexeme, of: .adverb, .negation)
      || language.verbGroupWords.isMannerAdverb(text, i)
  }

  /// Whether a clause of its own begins with the token: "che", "cui", "mentre", "quando".
  func isIntroducer(_ i: Int) -> Bool {
    guard grammar.isAny(text[i].lexeme, of: .relative, .subordinator) else { return false }
    // "come inviato", "se stesso": only before a clause.
    if grammar.isAny(text[i].lexeme, of: .preposition) { return false }
    if grammar.entry(text[i].lexeme, .relative) == nil,
      lexicon.phrase(text, i, .clauseSource) != nil
    {
      return (i + 1..<min(i + 4, text.count)).contains {
        groupAt[$0] >= 0 && groups[Int(groupAt[$0])].isFinite
      }
    }
    return true
  }

  /// Whether the token has the ending of an infinitive, though no table knows the verb.
  func looksInfinitive(_ i: Int) -> Bool {
    guard text[i].isWord, !text[i].isCapitalized, text[i].span.count >= 6 else { return false }
    return language.verbGroupWords.looksInfinitive(text, i)
      && (i == 0 || grammar.isAny(text[i - 1].lexeme, of: .preposition, .negation, .adverb))
  }

  /// Whether the token is a determiner; prenominal adjectives count too.
  func isDeterminer(_ i: Int) -> Bool {
    let token = text[i]
    if token.isNumber { return true }
    return grammar.isAny(
      token.lexeme, of: .definiteArticle, .indefiniteArticle, .possessive, .demonstrative,
      .quantifier)
      || (language.verbGroupWords.prenominals.contains(token.lexeme) && !token.isCapitalized)
  }

  /// Whether the token is a possessive before a noun, though it looks like a name: "Mia moglie".
  func isPossessive(_ i: Int) -> Bool {
    guard grammar.isAny(text[i].lexeme, of: .possessive), i + 1 < text.count,
      text[i + 1].isWord, !text[i + 1].isCapitalized
    else { return false }
    return language.names.roles.nouns.contains(text[i + 1].lexeme)
      || lexicon.phrase(text, i + 1, .individual) != nil
  }

  func isArticle(_ i: Int) -> Bool {
    grammar.isAny(text[i].lexeme, of: .definiteArticle, .indefiniteArticle, .demonstrative)
  }

  /// The finite group that starts with the token `i`.
  private func finiteGroup(startingAt i: Int) -> Int? {
    guard groupAt[i] >= 0 else { return nil }
    let number = Int(groupAt[i])
    return groups[number].isFinite && groups[number].tokens.lowerBound == i ? number : nil
  }

  /// The number of the first verb group at or after the token `i`.
  func firstGroup(atOrAfter i: Int) -> Int {
    var (low, high) = (0, groups.count)
    while low < high {
      let middle = (low + high) / 2
      if groups[middle].tokens.lowerBound < i { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first finite group outside marks between the tokens.
  func finiteGroup(after start: Int, before end: Int) -> Int? {
    var k = firstGroup(atOrAfter: start)
    while k < groups.count, groups[k].tokens.lowerBound < end {
      if groups[k].isFinite, level[groups[k].finite] < 0 { return k }
      k += 1
    }
    return nil
  }

  /// The last finite group outside marks before `end` and not before `start`.
  func lastFiniteGroup(before end: Int, after start: Int) -> Int? {
    var k = firstGroup(atOrAfter: end) - 1
    while k >= 0, groups[k].tokens.lowerBound >= start {
      if groups[k].isFinite, level[groups[k].finite] < 0 { return k }
      k -= 1
    }
    return nil
  }

  /// The number of the sentence of the token `i`, as a range of tokens.
  func sentence(of i: Int) -> Range<Int> {
    document.sentence(ofToken: i).map { document.sentences[$0] } ?? i..<(i + 1)
  }
}
