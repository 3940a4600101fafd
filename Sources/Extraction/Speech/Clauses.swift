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
  private(set) var introducer: [Int?]
  /// For each verb group its subject.
  private(set) var subjects: [Subject]

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
  private func isQuotationMark(_ i: Int) -> Bool {
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
  private func isPossessive(_ i: Int) -> Bool {
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

  // MARK: - Noun phrases

  /// The noun phrase that starts with the token `i` and ends before `end`.
  ///
  /// In a complement ("nella notte Israele …") a name after a noun that is no title is not part of it.
  func phrase(_ i: Int, _ end: Int, isComplement: Bool = false) -> NounPhrase? {
    var k = i
    var agreement = ArticleReading.Agreement()
    // "Tra loro X"
    if isComplement, grammar.isAny(text[i].lexeme, of: .subjectPronoun), i + 1 < end,
      referents.mention(startingAt: i + 1) != nil
    {
      return NounPhrase(tokens: i..<(i + 1), head: i)
    }
    while k < end, isDeterminer(k), referents.mention(startingAt: k) == nil || isPossessive(k) {
      // "quest’ultimo" is one word that stands for a name.
      if k > i, lexicon.phrase(text, k, .latter) != nil,
        grammar.isAny(text[k - 1].lexeme, of: .demonstrative)
      {
        break
      }
      if agreement.number == nil, let entry = grammar.entries[text[k].lexeme]?.first {
        agreement = entry.agreement
      }
      // "Entrambi hanno detto": the quantifier stands alone.
      if k == i, k + 1 < text.count, groupAt[k + 1] >= 0, lexicon.phrase(text, k, .count) != nil,
        groups[Int(groupAt[k + 1])].isFinite
      {
        return NounPhrase(tokens: i..<(i + 1), head: i, agreement: agreement)
      }
      k += 1
    }
    // "l’altro": somebody else.
    if k == end || isPhraseEnd(k), k > i, lexicon.phrase(text, k - 1, .other) != nil {
      return NounPhrase(tokens: i..<k, head: k - 1, agreement: agreement)
    }
    let start = k
    while k < end, k - start <= 10 {
      if let found = name(k, end, isTitleOnly: isComplement && k > start) {
        if !isComplement, let named = apposition(to: found, from: i, agreement) { return named }
        // "una donna curda" is no people.
        if k > start, found.mention?.label == .group,
          lexicon.phrase(text, start, .generic, .individual) != nil
        {
          return NounPhrase(tokens: i..<found.end, head: start, agreement: agreement)
        }
        return NounPhrase(
          tokens: i..<found.end, actors: found.actor.map { [$0] } ?? [], mention: found.mention,
          agreement: agreement)
      }
      if isComplement, k > start, referents.mention(startingAt: k) != nil {
        // "al quotidiano The Nation" is one; "nella notte Israele" is not.
        guard let found = name(k, end, isTitleOnly: false),
          lexicon.phrase(text, k - 1, .naming) != nil
            // "sul molo Rossi, X aspetta"
            || found.end < end && isComma(found.end) && groupAt[k - 1] < 0
              && found.mention?.label != .person
        else { break }
        return NounPhrase(
          tokens: i..<found.end, actors: found.actor.map { [$0] } ?? [], mention: found.mention,
          agreement: agreement)
      }
      // il quotidiano «Haaretz»
      if k > start, k + 1 < end, text[k].isPunctuation, level[k] == level[k + 1], !isComma(k),
        let mention = referents.mention(startingAt: k + 1), mention.tokens.upperBound < end,
        text[mention.tokens.upperBound].isPunctuation, !isComma(mention.tokens.upperBound)
      {
        return NounPhrase(
          tokens: i..<(mention.tokens.upperBound + 1), actors: mention.actor.map { [$0] } ?? [],
          mention: mention, agreement: agreement)
      }
      guard text[k].isWord, !isPhraseEnd(k),
        !(k > start && (isArticle(k) || lexicon.phrase(text, k, .somebody) != nil))
      else { break }
      k += 1
    }
    guard k > start else { return nil }
    return NounPhrase(tokens: i..<k, head: start, agreement: agreement)
  }

  /// "il portavoce dell’esercito, il colonnello X", "lo scrittore e cronista X": the name that says who
  /// is described.
  private func apposition(
    to found: (actor: Int?, mention: Referents.Mention?, end: Int), from start: Int,
    _ agreement: ArticleReading.Agreement
  ) -> NounPhrase? {
    guard found.mention?.resolution == .description, found.mention?.label == .person else {
      return nil
    }
    let sentence = sentence(of: start)
    var k = found.end
    guard k + 1 < sentence.upperBound else { return nil }
    let isAside = text.isMark(k, ",")
    guard isAside || isCoordinator(k) && text[k].span.count <= 2 else { return nil }
    k += 1
    // Title words lead to the name.
    let limit = min(sentence.upperBound, k + 6)
    if isAside, k < limit, isArticle(k) { k += 1 }
    var hasTitle = false
    while k < limit, text[k].isWord, !text[k].isCapitalized,
      language.names.roles.nouns.contains(text[k].lexeme)
        || language.names.roles.adjuncts.contains(text[k].lexeme)
        || language.names.demonyms[text[k].lexeme] != nil
        // "il generale irlandese X"
        || hasTitle && !isPreposition(k) && !isIntroducer(k) && groupAt[k] < 0
    {
      hasTitle = true
      k += 1
    }
    guard k < limit, let name = referents.mention(startingAt: k), name.label == .person,
      name.resolution != .description, let actor = name.actor
    else { return nil }
    let end = name.tokens.upperBound
    // A list of people goes on with a conjunction; an apposition ends.
    if isAside, end < sentence.upperBound, text[end].isWord, isCoordinator(end) { return nil }
    return NounPhrase(tokens: start..<end, actors: [actor], mention: name, agreement: agreement)
  }

  /// Whether a noun phrase ends before the token `k`.
  private func isPhraseEnd(_ k: Int) -> Bool {
    if referents.date(at: k) != nil { return true }
    let lexeme = text[k].lexeme
    if grammar.isAny(
      lexeme, of: .preposition, .articulatedPreposition, .coordinator, .relative, .subordinator,
      .negation)
    {
      return true
    }
    guard groupAt[k] >= 0 else { return false }
    return groups[Int(groupAt[k])].mood != .participle
  }

  /// The name or description at the token `k`, with the title before it.
  private func name(
    _ k: Int, _ end: Int, isTitleOnly: Bool
  ) -> (actor: Int?, mention: Referents.Mention?, end: Int)? {
    if let role = referents.role(startingAt: k), role.tokens.upperBound <= end {
      // Title and name: the name may follow an adjective or two.
      var next = role.tokens.upperBound
      let limit = min(end, next + 4)
      while next < limit {
        if let mention = referents.mention(startingAt: next), mention.actor == role.actor {
          return (role.actor, mention, mention.tokens.upperBound)
        }
        guard text[next].isWord, !isPhraseEnd(next) else { break }
        next += 1
      }
      if !isTitleOnly, referents.mention(startingAt: k) == nil {
        return (role.actor, nil, role.tokens.upperBound)
      }
    }
    guard !isTitleOnly, let mention = referents.mention(startingAt: k),
      mention.tokens.upperBound <= end
    else { return nil }
    // A description with the person's name right after it.
    if mention.resolution == .description {
      var next = mention.tokens.upperBound
      let limit = min(end, next + 2)
      while next < limit {
        if let name = referents.mention(startingAt: next), name.label == .person,
          name.resolution != .description, name.tokens.upperBound <= end
        {
          return (name.actor, name, name.tokens.upperBound)
        }
        guard text[next].isWord, !isPhraseEnd(next), !text[next].isCapitalized else { break }
        next += 1
      }
      if mention.label == .person, let name = nameAfterComplements(of: mention, end) { return name }
    }
    return (mention.actor, mention, mention.tokens.upperBound)
  }

  /// "l’Alto commissario Onu per i diritti umani X": the name after what the office is for.
  private func nameAfterComplements(
    of description: Referents.Mention, _ end: Int
  ) -> (actor: Int?, mention: Referents.Mention?, end: Int)? {
    var k = description.tokens.upperBound
    let limit = min(end, k + 12)
    while k < limit {
      if let mention = referents.mention(startingAt: k) {
        if mention.label == .person {
          // "il portavoce del presidente X": X is the president.
          let before = k - 1
          guard mention.resolution != .description, mention.actor != nil,
            k > description.tokens.upperBound,
            !isPreposition(before), !isArticle(before), !isCoordinator(before),
            language.names.roles.nouns[text[before].lexeme] == nil
          else { return nil }
          return (mention.actor, mention, mention.tokens.upperBound)
        }
        guard mention.label != .group else { return nil }
        k = mention.tokens.upperBound
        continue
      }
      guard text[k].isWord, !isCoordinator(k), !isIntroducer(k), !isAdverb(k),
        referents.date(at: k) == nil,
        groupAt[k] < 0 || groups[Int(groupAt[k])].mood == .participle
      else { return nil }
      k += 1
    }
    return nil
  }

  /// Past the noun phrase that a preposition governs, which starts at `i`.
  func endOfComplement(_ i: Int, _ end: Int) -> Int {
    guard i < end else { return end }
    if let phrase = phrase(i, end, isComplement: true) { return phrase.tokens.upperBound }
    return i
  }

  /// The first noun phrase of `range` that no preposition governs, with those joined to it.
  ///
  /// Only tokens on the level `here` count; by default that of the first token.
  func firstPhrase(in range: Range<Int>, on level: Int32? = nil) -> NounPhrase? {
    guard let first = range.first else { return nil }
    let here = level ?? self.level[first]
    var unknown: NounPhrase?
    var i = range.lowerBound
    while i < range.upperBound {
      if self.level[i] != here || referents.date(at: i) != nil
        || !text[i].isWord && !text[i].isNumber
      {
        i += 1
        continue
      }
      if groupAt[i] >= 0, referents.mention(startingAt: i) == nil {
        let group = groups[Int(groupAt[i])]
        if group.isFinite { return unknown }
        // "Parlando a Roma, il premier": what depends on a gerund ends with its comma.
        i = group.tokens.upperBound
        if group.mood != .participle, let comma = (i..<range.upperBound).first(where: isComma) {
          i = comma + 1
        }
        continue
      }
      if isPreposition(i), referents.mention(startingAt: i) == nil {
        i = max(endOfComplement(i + 1, range.upperBound), i + 1)
        i = pastJoined(i, range.upperBound)
        continue
      }
      // "Secondo lui, l’accordo regge"
      if i == range.lowerBound || text[i - 1].isPunctuation,
        let source = lexicon.phrase(text, i, .according), source.words.count == 1
      {
        i = max(joinedPhrase(i + 1, range.upperBound)?.tokens.upperBound ?? 0, i + 1)
        continue
      }
      if isCoordinator(i) || isIntroducer(i) || isAdverb(i),
        referents.mention(startingAt: i) == nil,
        !isArticle(i)
      {
        i += 1
        continue
      }
      guard let phrase = phrase(i, range.upperBound) else {
        i += 1
        continue
      }
      if phrase.actors.isEmpty {
        // "Il negoziatore, Steve Witkoff, …": the name may follow between commas.
        i = phrase.tokens.upperBound
        // "Anche questa volta, …"
        if let head = phrase.head, lexicon.phrase(text, head, .occasion) != nil, unknown == nil {
          continue
        }
        // A bare noun before another phrase tells when or how: "ha detto stamane il ministro".
        if phrase.tokens.count == 1, i < range.upperBound, unknown == nil,
          isArticle(i) || referents.mention(startingAt: i) != nil,
          // "dice donna curda"
          lexicon.phrase(text, phrase.tokens.lowerBound, .generic, .individual) == nil
        {
          continue
        }
        if unknown == nil { unknown = phrase }
        // "il capo ministro dello stato, X"
        while i < range.upperBound, text[i].isWord, !text[i].isCapitalized, groupAt[i] < 0,
          language.names.roles.nouns.contains(text[i].lexeme)
        {
          i += 1
        }
        if i < range.upperBound, isComma(i) { continue }
        // Its complements, then what follows a comma.
        while i < range.upperBound, isPreposition(i) {
          i = max(endOfComplement(i + 1, range.upperBound), i + 1)
        }
        if i < range.upperBound, isComma(i) { continue }
        // "il candidato alla segreteria Ada Brenz"
        if i < range.upperBound, let name = referents.mention(startingAt: i),
          name.label == .person, name.resolution != .description, let start = unknown?.tokens
        {
          return NounPhrase(
            tokens: start.lowerBound..<name.tokens.upperBound,
            actors: name.actor.map { [$0] } ?? [], mention: name)
        }
        return unknown
      }
      return namedLater(phrase, range.upperBound) ?? joined(phrase, range.upperBound)
    }
    return unknown
  }

  /// "il capo della polizia dello stato, X, …": the name between commas of who is described.
  private func namedLater(_ phrase: NounPhrase, _ end: Int) -> NounPhrase? {
    guard let mention = phrase.mention, mention.resolution == .description,
      mention.label == .person, phrase.actors.count == 1, let actor = phrase.actors.first,
      referents.actors.indices.contains(actor), referents.actors[actor].kind == .anonymous,
      phrase.agreement.number != .plural
    else { return nil }
    var k = phrase.tokens.upperBound
    let limit = min(end, k + 10)
    while k < limit, text[k].isWord, !isCoordinator(k), !isIntroducer(k),
      groupAt[k] < 0 || groups[Int(groupAt[k])].mood == .participle
    {
      k += 1
    }
    guard k > phrase.tokens.upperBound, k < end, text.isMark(k, ","),
      let close = appositionEnd(k + 1, end), close < text.count, isComma(close),
      let name = referents.mention(covering: close - 1), let named = name.actor
    else { return nil }
    return NounPhrase(
      tokens: phrase.tokens.lowerBound..<close, actors: [named], mention: name,
      agreement: phrase.agreement)
  }

  /// "tra gli applausi di X e Y": past what a conjunction joins to the complement that ends at `i`.
  private func pastJoined(_ i: Int, _ end: Int) -> Int {
    guard i + 1 < end, text[i].isWord, isCoordinator(i), text[i].span.count <= 2,
      !isPreposition(i + 1) || referents.mention(startingAt: i + 1) != nil,
      let next = phrase(i + 1, end)
    else { return i }
    return next.tokens.upperBound
  }

  /// The noun phrase that starts with the token `i`, with those joined to it.
  func joinedPhrase(_ i: Int, _ end: Int) -> NounPhrase? {
    guard i < end, let phrase = phrase(i, end) else { return nil }
    return phrase.actors.isEmpty ? phrase : joined(phrase, end)
  }

  /// `phrase` with those that "e" and commas join to it.
  private func joined(_ phrase: NounPhrase, _ end: Int) -> NounPhrase {
    var result = phrase
    while true {
      var k = result.tokens.upperBound
      // Complements belong to what stands before them: "il ministro di Kiev e …".
      while k < end, isPreposition(k) { k = max(endOfComplement(k + 1, end), k + 1) }
      guard k < end else { return result }
      let isConjunction =
        grammar.isAny(text[k].lexeme, of: .coordinator) && text[k].span.count <= 2
      guard isConjunction || text.isMark(k, ",") else { return result }
      guard k + 1 < end, let next = self.phrase(k + 1, end), !next.actors.isEmpty else {
        return result
      }
      // "i ministri di Oman e Qatar": the second name belongs to the complement too.
      if next.mention?.label == .place, next.tokens.lowerBound == next.mention?.tokens.lowerBound,
        result.tokens.dropFirst().contains(where: isPreposition) || k > result.tokens.upperBound
      {
        return result
      }
      if !isConjunction {
        // A comma joins only in a list that "e" ends; else it opens an aside.
        let after = next.tokens.upperBound
        guard after < end, isCoordinator(after) || text.isMark(after, ","),
          (after..<min(end, after + 40)).contains(where: {
            isCoordinator($0) && text[$0].span.count <= 2
          })
        else { return result }
      }
      result.tokens = result.tokens.lowerBound..<next.tokens.upperBound
      for actor in next.actors where !result.actors.contains(actor) { result.actors.append(actor) }
      result.agreement.number = .plural
      if isConjunction { return result }
    }
  }

  // MARK: - Subjects

  /// The number of the sentence of the token `i`, as a range of tokens.
  func sentence(of i: Int) -> Range<Int> {
    document.sentence(ofToken: i).map { document.sentences[$0] } ?? i..<(i + 1)
  }

  private mutating func findSubjects() {
    for number in groups.indices where groups[number].isFinite {
      subjects[number] = subject(before: number)
    }
  }

  /// Where the clause of the group `number` can begin at the earliest: after the last colon,
  /// semicolon, or mark that stands around it.
  private func earliest(_ number: Int) -> Int {
    let group = groups[number]
    let here = level[group.finite]
    let sentence = sentence(of: group.finite)
    let floor = max(sentence.lowerBound, group.tokens.lowerBound - 160)
    var i = group.tokens.lowerBound - 1
    while i >= floor {
      if level[i] == here {
        if text.isMark(i, ":") || text.isMark(i, ";") { return i + 1 }
        // Inside marks several sentences can stand together.
        if here >= 0, i + 1 < text.count, text[i + 1].isCapitalized,
          text.isMark(i, ".") || text.isMark(i, "!") || text.isMark(i, "?")
        {
          return i + 1
        }
      } else if here >= 0, level[i] == -1 || level[i] < here, isOutside(i, here) {
        return i + 1
      }
      i -= 1
    }
    return floor
  }

  /// Whether the token `i` lies outside the pair of marks `pair`.
  private func isOutside(_ i: Int, _ pair: Int32) -> Bool {
    guard Int(pair) < document.marks.pairs.count else { return true }
    return !document.marks.pairs[Int(pair)].inner.contains(text[i].span)
  }

  /// The finite group before the token `i` on the same level, not before `floor`.
  private func finite(before number: Int, floor: Int) -> Int? {
    let here = level[groups[number].finite]
    var k = number - 1
    while k >= 0, groups[k].tokens.lowerBound >= floor {
      if groups[k].isFinite, level[groups[k].finite] == here { return k }
      k -= 1
    }
    return nil
  }

  /// The last token of `range` that opens a clause, on the level `here`.
  private func introducer(in range: Range<Int>, _ here: Int32) -> Int? {
    var i = range.upperBound - 1
    while i >= range.lowerBound {
      if level[i] == here, text[i].isWord, isIntroducer(i), groupAt[i] < 0,
        !isElliptic(i, range.upperBound)
      {
        return i
      }
      i -= 1
    }
    return nil
  }

  /// "perché non autorizzato, …": a conjunction with a participle alone opens no clause of what follows.
  private func isElliptic(_ i: Int, _ end: Int) -> Bool {
    guard grammar.entry(text[i].lexeme, .relative) == nil else { return false }
    for k in (i + 1)..<min(end, i + 4) where groupAt[k] >= 0 {
      let group = groups[Int(groupAt[k])]
      guard group.mood == .participle else { return false }
      return (group.tokens.upperBound..<min(end, k + 16)).contains(where: isComma)
    }
    return false
  }

  private func lastSeparator(in range: Range<Int>, _ here: Int32) -> Int? {
    range.last { level[$0] == here && (isComma($0) || (text[$0].isWord && isCoordinator($0))) }
  }

  /// The subject that stands before the finite group `number`, or the group that it shares its
  /// subject with.
  private mutating func subject(before number: Int) -> Subject {
    let group = groups[number]
    let here = level[group.finite]
    let floor = earliest(number)
    var end = group.tokens.lowerBound
    var current = number
    var isOwn = true
    var aside: Int?
    while true {
      guard let previous = finite(before: current, floor: floor) else {
        if let r = introducer(in: floor..<max(floor, end), here) {
          if isOwn { introducer[number] = r }
          if let phrase = firstPhrase(in: (r + 1)..<max(r + 1, end), on: here) {
            return Subject(phrase: phrase, sieve: "subject-before")
          }
          return antecedent(of: r, floor: floor)
        }
        guard let phrase = firstPhrase(in: floor..<max(floor, end), on: here) else {
          return aside.map { pastAside($0, before: number) } ?? Subject()
        }
        if isAside(phrase, floor, end, here) { return Subject() }
        return Subject(phrase: pastTopic(phrase, end), sieve: "subject-before")
      }
      let after = groups[previous].tokens.upperBound
      guard after <= end else { return Subject() }
      if let r = introducer(in: after..<end, here) {
        if let joined = pastMarkedVerb(number, previous, r, end) { return joined }
        if isOwn { introducer[number] = r }
        if let phrase = firstPhrase(in: (r + 1)..<end, on: here) {
          return Subject(phrase: phrase, sieve: "subject-before")
        }
        if isComplementizer(r, after: previous) {
          return Subject(sharedWith: previous, sieve: "shared-subject")
        }
        if isNaming(number, r) { return Subject(sharedWith: previous, sieve: "shared-subject") }
        return antecedent(of: r, floor: after)
      }
      let separator = lastSeparator(in: after..<end, here)
      if let r = introducer[previous], !governs(r) {
        // The clause before is an aside or an adverbial one: "che …, ha detto", "quando …, Kiev ha …".
        if let separator, let phrase = firstPhrase(in: (separator + 1)..<end, on: here),
          !phrase.actors.isEmpty || !grammar.isAny(text[r].lexeme, of: .relative)
        {
          return Subject(phrase: phrase, sieve: "subject-before")
        }
        end = r
        aside = aside ?? after
        if end - 1 >= floor, isPreposition(end - 1) { end -= 1 }
        while end - 1 >= floor, isComma(end - 1) { end -= 1 }
        if end <= floor { return Subject() }
        current = previous
        isOwn = false
        continue
      }
      guard let separator else { return Subject() }
      if let phrase = firstPhrase(in: (separator + 1)..<end, on: here) {
        return Subject(phrase: phrase, sieve: "subject-before")
      }
      if isComma(separator), let conjunction = lastClauseConjunction(in: after..<separator, here),
        let phrase = firstPhrase(in: (conjunction + 1)..<end, on: here),
        phrase.tokens.upperBound <= separator
      {
        return Subject(phrase: phrase, sieve: "subject-before")
      }
      introducer[number] = introducer[previous]
      return Subject(
        sharedWith: sharing(number, with: previous, separator), sieve: "shared-subject")
    }
  }

  /// "Al porto dove la nave attracca, il capitano, X, aspetta": the subject after the clause, where
  /// nothing before it can be one.
  private func pastAside(_ start: Int, before number: Int) -> Subject {
    let (end, here) = (groups[number].tokens.lowerBound, level[groups[number].finite])
    guard start < end, let comma = (start..<end).first(where: { isComma($0) && level[$0] == here }),
      let phrase = firstPhrase(in: (comma + 1)..<end, on: here), !phrase.actors.isEmpty
    else { return Subject() }
    return Subject(phrase: phrase, sieve: "subject-before")
  }

  /// "ha detto che il piano «non regge» e ha chiesto": the verb of the clause that `r` opens stands in
  /// marks, and the group `number` goes on with the one before it.
  private mutating func pastMarkedVerb(
    _ number: Int, _ previous: Int, _ r: Int, _ end: Int
  ) -> Subject? {
    let here = level[groups[number].finite]
    guard previous + 1 < number, governor(of: r) == previous,
      let joint = (r + 1..<max(end, r + 1)).last(where: {
        level[$0] == here && text[$0].isWord && isCoordinator($0)
      }),
      (previous + 1..<number).contains(where: {
        groups[$0].isFinite && level[groups[$0].finite] > here
          && groups[$0].tokens.lowerBound > r && groups[$0].tokens.upperBound <= joint
      })
    else { return nil }
    introducer[number] = introducer[previous]
    if let phrase = firstPhrase(in: (joint + 1)..<max(joint + 1, end), on: here) {
      return Subject(phrase: phrase, sieve: "subject-before")
    }
    return Subject(sharedWith: previous, sieve: "shared-subject")
  }

  /// "quello che ha definito «un golpe»": what is named so is the object.
  private func isNaming(_ number: Int, _ r: Int) -> Bool {
    r > 0 && grammar.isAny(text[r - 1].lexeme, of: .demonstrative)
      && speechVerbs[number]?.verbClass == .description
  }

  /// "Nel suo libro, Fuoco, ha scritto": a name between commas right before the verb belongs to the
  /// complement before it.
  private func isAside(_ phrase: NounPhrase, _ floor: Int, _ end: Int, _ here: Int32) -> Bool {
    let comma = phrase.tokens.upperBound
    guard comma < end, isComma(comma), phrase.tokens.lowerBound > floor,
      isComma(phrase.tokens.lowerBound - 1),
      ((comma + 1)..<max(end, comma + 1)).allSatisfy({ text[$0].isWord && isAdverb($0) })
    else { return false }
    return firstPhrase(in: floor..<phrase.tokens.lowerBound, on: here) == nil
  }

  /// "Sudan, l’Onu denuncia": what stands beside the verb after a single comma is its subject, and
  /// the first phrase only the topic.
  private func pastTopic(_ phrase: NounPhrase, _ end: Int) -> NounPhrase {
    let comma = phrase.tokens.upperBound
    guard comma + 1 < end, text.isMark(comma, ","), phrase.actors.count <= 1,
      !((comma + 1)..<end).contains(where: isComma),
      let next = self.phrase(comma + 1, end), !next.actors.isEmpty,
      (next.tokens.upperBound..<end).allSatisfy({ text[$0].isWord && isAdverb($0) })
    else { return phrase }
    return next
  }

  /// A conjunction after a comma: ", ma il portavoce, Ned Price, ha …".
  private func lastClauseConjunction(in range: Range<Int>, _ here: Int32) -> Int? {
    range.last {
      level[$0] == here && text[$0].isWord && isCoordinator($0) && $0 > range.lowerBound
        && isComma($0 - 1)
    }
  }

  /// Whether the group `number`, joined to `previous`, goes on with its clause or with the one that
  /// the clause depends on: "ha detto che X è arrivato, ma ha negato" has one speaker.
  private mutating func sharing(_ number: Int, with previous: Int, _ separator: Int) -> Int {
    guard let r = introducer[previous], let outer = governor(of: r) else { return previous }
    let isSpeech = speechVerbs[number]
    guard let isSpeech else { return previous }
    let hasComma = isComma(separator) || (separator > 0 && isComma(separator - 1))
    // "Il governo ha detto che X ha condannato il raid e ha chiesto": X takes a stand and goes on.
    let isTold =
      groups[previous].voice != .passive
      && speechVerbs[previous].map { $0.frames.contains(.clause) || $0.verbClass == .stance }
        ?? false
    let fits = groups[number].number == groups[outer].number
    guard fits else { return previous }
    if hasComma || !isTold || isSpeech.verbClass == .continuation {
      introducer[number] = introducer[outer]
      return outer
    }
    return previous
  }

  /// Whether `r` opens what a verb before it governs ("ha detto che"), not a relative or adverbial
  /// clause.
  private func governs(_ r: Int) -> Bool { governor(of: r) != nil }

  /// The verb group that governs the clause opened at `r`.
  func governor(of r: Int) -> Int? {
    guard r > 0 else { return nil }
    guard lexicon.complementizers.contains(text[r].lexeme) else { return otherGovernor(of: r) }
    // Directly, or past its subject, addressee or time: "ha detto lunedì a Roma X che".
    if let number = governorBeforeAside(of: r) { return number }
    var i = r - 1
    let floor = max(0, r - 24)
    while i >= floor {
      if groupAt[i] >= 0 {
        var number = Int(groupAt[i])
        guard level[i] == level[r] else {
          // "ha detto al canale «X» che"
          i = groups[number].tokens.lowerBound - 1
          continue
        }
        // "ha fatto presente che", "è del parere che": what looks like a verb belongs to the one before.
        if number > 0, let end = lexicon.notedEnd(of: groups[number - 1], in: text), i < end {
          number -= 1
        }
        if groups[number].tokens.upperBound == r {
          return groups[number].mood == .participle ? nil : number
        }
        let verb = speechVerbs[number]
        guard let verb else { return nil }
        if verb.frames.contains(.noun), isContentNoun(before: r) { return number }
        guard verb.frames.contains(.clause) else { return nil }
        return isReportedAfter(number, r) ? number : nil
      }
      if text[i].isPunctuation, !isComma(i), !isQuotationMark(i) { return nil }
      i -= 1
    }
    return nil
  }

  /// The verb of speech before an aside between commas: "ha detto ieri, quando …, che".
  private func governorBeforeAside(of r: Int) -> Int? {
    guard isComma(r - 1) else { return nil }
    let floor = max(sentence(of: r).lowerBound, r - 48)
    var comma = r - 2
    while comma > floor {
      defer { comma -= 1 }
      guard isComma(comma), level[comma] == level[r] else { continue }
      // Between the verb and the aside stand only when, where and to whom.
      var i = comma - 1
      while i >= max(floor, comma - 10), groupAt[i] < 0 || level[i] != level[r] { i -= 1 }
      guard i >= floor, groupAt[i] >= 0 else { return nil }
      let number = Int(groupAt[i])
      guard let verb = speechVerbs[number] else { continue }
      guard groups[number].isFinite, verb.frames.contains(.clause) else { return nil }
      return isReportedAfter(number, comma) ? number : nil
    }
    return nil
  }

  /// The verb that governs "se" or "come" right after it: "ha chiesto se".
  private func otherGovernor(of r: Int) -> Int? {
    guard let frame = lexicon.otherComplementizers[text[r].lexeme] else { return nil }
    var i = r - 1
    while i > max(0, r - 4), groupAt[i] < 0, text[i].isWord, isAdverb(i) { i -= 1 }
    guard groupAt[i] >= 0, level[i] == level[r],
      let verb = speechVerbs[Int(groupAt[i])], verb.frames.contains(frame),
      groups[Int(groupAt[i])].mood != .participle
    else { return nil }
    return Int(groupAt[i])
  }

  /// Whether a noun that has a clause of its own stands right before the token: "il timore che".
  func isContentNoun(before r: Int) -> Bool {
    var i = r - 1
    while i > max(0, r - 3), groupAt[i] < 0, text[i].isWord {
      if lexicon.phrase(text, i, .content) != nil { return true }
      i -= 1
    }
    return i >= 0 && lexicon.phrase(text, i, .content) != nil
  }

  /// Whether "che" at `r` opens what the verb of speech reports.
  ///
  /// Between them stand only its subject, whom it is said to, when and where. After a bare object it would be relative ("ha criticato la
  /// legge che …"), unless its clause has a subject of its own.
  private func isReportedAfter(_ number: Int, _ r: Int) -> Bool {
    if isContentNoun(before: r) { return true }
    var i = lexicon.notedEnd(of: groups[number], in: text) ?? groups[number].tokens.upperBound
    var commas = 0
    var hasObject = false
    while i < r {
      if isComma(i) {
        commas += 1
        i += 1
      } else if referents.date(at: i) != nil || isAdverb(i) {
        i += 1
      } else if isPreposition(i), referents.mention(startingAt: i) == nil {
        i = max(endOfComplement(i + 1, r), i + 1)
      } else if let phrase = phrase(i, r) {
        if phrase.mention == nil, phrase.actors.isEmpty { hasObject = true }
        i = phrase.tokens.upperBound
      } else {
        i += 1
      }
    }
    // "ha detto l’uomo, che …" is relative; "ha detto, in una nota, che" and "ha detto, che" are not.
    if isComma(r - 1), commas < 2, groups[number].tokens.upperBound < r - 1 { return false }
    // "ha annunciato, al termine della riunione che …": inside an aside it is relative.
    if commas == 1, !isComma(r - 1) { return false }
    if !hasObject { return true }
    guard r + 1 < text.count else { return false }
    return isArticle(r + 1) || referents.mention(startingAt: r + 1) != nil
  }

  private func isComplementizer(_ r: Int, after previous: Int) -> Bool {
    governor(of: r) == previous
  }

  /// Whom a relative pronoun stands for: the phrase right before it.
  private func antecedent(of r: Int, floor: Int) -> Subject {
    guard lexicon.complementizers.contains(text[r].lexeme) else { return Subject() }
    var end = r
    if end - 1 >= floor, isComma(end - 1) { end -= 1 }
    guard end > floor, let mention = referents.mention(covering: end - 1),
      mention.tokens.upperBound == end, mention.label != .place || mention.actor != nil
    else { return Subject() }
    // "la risposta di X, che …": what "di" belongs to may be meant as well.
    var before = mention.tokens.lowerBound - 1
    while before >= floor, mention.tokens.lowerBound - before <= 6, text[before].isWord,
      isDeterminer(before) || referents.mention(covering: before) == nil && !isPhraseEnd(before)
    {
      before -= 1
    }
    if before > floor, grammar.preposition(text[before].lexeme) == lexicon.of {
      // "il governo di Kigali, che …" is the government.
      if let owner = referents.mention(covering: before - 1),
        owner.tokens.upperBound == before, owner.actor != nil
      {
        return Subject(
          phrase: NounPhrase(
            tokens: owner.tokens, actors: owner.actor.map { [$0] } ?? [], mention: owner),
          sieve: "relative-antecedent")
      }
      return Subject(
        phrase: NounPhrase(tokens: mention.tokens, head: mention.tokens.lowerBound),
        sieve: "relative-antecedent")
    }
    let phrase = NounPhrase(
      tokens: mention.tokens, actors: mention.actor.map { [$0] } ?? [], mention: mention)
    return Subject(phrase: phrase, sieve: "relative-antecedent")
  }

  /// Past "il generale irlandese X" at the token `i`: titles, a demonym and a person’s name up to a mark.
  func appositionEnd(_ i: Int, _ limit: Int) -> Int? {
    var k = i
    if k < limit, isArticle(k) { k += 1 }
    while k < min(limit, i + 6), text[k].isWord, !text[k].isCapitalized, !isPreposition(k),
      groupAt[k] < 0 || groups[Int(groupAt[k])].mood == .participle
    {
      k += 1
    }
    guard k < limit, let name = referents.mention(startingAt: k), name.label == .person,
      name.resolution != .description, name.actor != nil
    else { return nil }
    let end = name.tokens.upperBound
    return end >= limit || text[end].isPunctuation ? end : nil
  }

  /// The noun phrase that follows the verb group `number` as its subject: up to the next mark, verb
  /// or conjunction, past adverbs, dates and what prepositions govern.
  func phraseAfter(_ number: Int) -> NounPhrase? {
    let group = groups[number]
    let here = level[group.head]
    let limit = min(sentence(of: group.head).upperBound, group.tokens.upperBound + 60)
    var end = group.tokens.upperBound
    var isFirst = true
    var asides = 0
    while end < limit {
      if level[end] != here { break }
      if text[end].isPunctuation {
        // An aside right after the verb: "ha detto, in una nota, il ministro".
        if isFirst, isComma(end), end + 1 < limit, isPreposition(end + 1),
          let close = ((end + 1)..<min(limit, end + 16)).first(where: { isComma($0) })
        {
          end = close + 1
          isFirst = false
          continue
        }
        // A hyphen or a full stop of a name stays inside its mention.
        if let mention = referents.mention(covering: end), mention.tokens.upperBound > end + 1 {
          end += 1
          continue
        }
        // "dice il comandante della base, il generale X": the name of who is described.
        if isComma(end), let close = appositionEnd(end + 1, limit),
          let before = firstPhrase(in: group.tokens.upperBound..<end, on: here),
          before.actors.allSatisfy({ referents.actors[$0].kind == .anonymous })
        {
          end = close
          continue
        }
        // "ha detto a Roma, dove è arrivata ieri, X"
        if isComma(end), end + 1 < limit, asides < 3, isIntroducer(end + 1),
          firstPhrase(in: group.tokens.upperBound..<end, on: here) == nil,
          let close = ((end + 2)..<min(limit, end + 20)).first(where: {
            isComma($0) && level[$0] == here
          })
        {
          asides += 1
          end = close + 1
          isFirst = false
          if let found = joinedPhrase(end, limit), !found.actors.isEmpty { return found }
          return nil
        }
        // "ha detto ieri a Roma, accanto a X, il ministro": only complements so far.
        if isComma(end), end + 2 < limit, asides < 3, level[end + 1] == here,
          !isCoordinator(end + 1),
          firstPhrase(in: group.tokens.upperBound..<end, on: here) == nil
        {
          asides += 1
          end += 1
          continue
        }
        break
      }
      if asides > 0, groupAt[end] >= 0, groups[Int(groupAt[end])].isFinite { return nil }
      if groupAt[end] >= 0, groups[Int(groupAt[end])].mood != .participle,
        referents.mention(covering: end) == nil
      {
        break
      }
      if text[end].isWord, isIntroducer(end), referents.mention(covering: end) == nil { break }
      end += 1
    }
    guard end > group.tokens.upperBound else { return nil }
    return firstPhrase(in: group.tokens.upperBound..<end, on: here)
  }
}
