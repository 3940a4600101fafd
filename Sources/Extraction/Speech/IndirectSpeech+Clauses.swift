import DossierModel

/// Where a reported clause begins and ends.
extension IndirectSpeech {
  /// The clauses that "e che", "e di" join: "ha detto che …, e che …".
  func coordinated(_ range: Range<Int>, _ cue: Cue) -> [Range<Int>] {
    guard cue.complement == range.lowerBound else { return [range] }
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var hasRelative = false
    var i = start + 1
    while i + 1 < range.upperBound {
      defer { i += 1 }
      guard clauses.level[i] < 0, text[i].isWord else { continue }
      let joint = jointBefore(i, start)
      if cue.isInfinitive {
        guard let joint, let base = clauses.grammar.preposition(text[i].lexeme),
          base == lexicon.of || base == lexicon.to, opensInfinitive(i + 1, range.upperBound)
        else { continue }
        parts.append(start..<joint)
        start = i + 1
      } else if lexicon.complementizers.contains(text[i].lexeme) {
        guard let joint else {
          if clauses.governor(of: i) == nil { hasRelative = true }
          continue
        }
        // "uomini che hanno perso e che hanno vinto" goes on with the relative clause.
        guard !hasRelative || clauses.isComma(joint) || opensWithSubject(i + 1, range.upperBound),
          clauses.finiteGroup(after: i, before: range.upperBound) != nil
        else { continue }
        parts.append(start..<joint)
        (start, hasRelative) = (i + 1, false)
      }
    }
    parts.append(start..<range.upperBound)
    return parts
  }

  /// Where the conjunction before the token begins, with a comma or an aside around it: ", e, anzi, ".
  private func jointBefore(_ i: Int, _ floor: Int) -> Int? {
    var k = i - 1
    var steps = 0
    while k > floor, steps < 4, clauses.isComma(k) || text[k].isWord && clauses.isAdverb(k) {
      k -= 1
      steps += 1
    }
    guard k > floor, text[k].isWord, clauses.isCoordinator(k) else { return nil }
    return clauses.isComma(k - 1) ? k - 1 : k
  }

  private func opensInfinitive(_ start: Int, _ end: Int) -> Bool {
    var i = start
    while i < min(end, start + 3), clauses.groupAt[i] < 0 {
      if clauses.looksInfinitive(i) { return true }
      i += 1
    }
    return i < end && clauses.groupAt[i] >= 0
      && groups[Int(clauses.groupAt[i])].mood == .infinitive
  }

  /// Whether a clause begins at the token with a subject of its own.
  private func opensWithSubject(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    return clauses.isArticle(start) || clauses.referents.mention(startingAt: start) != nil
      || clauses.grammar.isAny(text[start].lexeme, of: .subjectPronoun, .negation)
  }

  /// Without the marks and conjunctions at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, document.isMetadata(Int(text[start].start)) { start += 1 }
    while start < end, text[start].isPunctuation, !isOpening(start) { start += 1 }
    while end > start, text[end - 1].isPunctuation, !isClosing(end - 1) { end -= 1 }
    // "Secondo l’Organizzazione (Oms) …", "secondo X, che …": what belongs to the source.
    if start < end, text.isMark(start, "("),
      let close = (start..<min(end, start + 12)).first(where: { text.isMark($0, ")") })
    {
      start = close + 1
    }
    while start < end, text[start].isPunctuation, !isOpening(start) { start += 1 }
    if start < end, lexicon.complementizers.contains(text[start].lexeme) { start += 1 }
    // "invece, …": a connective before a comma is the reporter's.
    if start + 1 < end, text[start].isWord, text.isMark(start + 1, ","),
      clauses.isAdverb(start) || clauses.isCoordinator(start),
      clauses.referents.date(at: start) == nil
    {
      start += 2
    }
    while end > start, text[end - 1].isWord, clauses.isCoordinator(end - 1) { end -= 1 }
    while end > start, text[end - 1].isPunctuation, !isClosing(end - 1) { end -= 1 }
    return start < end ? start..<end : nil
  }

  private func isOpening(_ i: Int) -> Bool {
    text.isMark(i, "(") || text.isMark(i, "[") || isMark(i, \.outer.start)
  }

  private func isClosing(_ i: Int) -> Bool {
    text.isMark(i, ")") || text.isMark(i, "]") || cues.isMarkEnd(i)
  }

  func isMark(_ i: Int, _ edge: KeyPath<QuotationMarks.Pair, Int>) -> Bool {
    let position = Int(text[i].start)
    let pairs = document.marks.pairs
    var (low, high) = (0, pairs.count)
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle].outer.start < position { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count && pairs[low][keyPath: edge] == position
  }

  /// Where the clause that starts at `start` ends: at a semicolon, colon or bracket, before another
  /// verb of speech of the same rank, before "mentre" with a clause of its own, or with the sentence.
  func clauseEnd(from start: Int, of number: Int?) -> Int {
    let sentence = clauses.sentence(of: max(0, start - 1))
    let limit = min(sentence.upperBound, start + Self.reach)
    var i = start
    while i < limit {
      guard clauses.level[i] < 0 else {
        i += 1
        continue
      }
      if text.isMark(i, ";") || (text.isMark(i, ":") && i + 1 < limit) { return i }
      // A spaced dash or comma before a cue that belongs to the sentence, not to the clause.
      if clauses.groupAt[i] >= 0 {
        let other = Int(clauses.groupAt[i])
        if other != number, groups[other].tokens.lowerBound == i, endsClause(other, number) {
          return boundary(before: i, start)
        }
        i = groups[other].tokens.upperBound
        continue
      }
      if text[i].isWord, i > start, lexicon.phrase(text, i, .contrast) != nil,
        clauses.isComma(i - 1), opensSpeech(i, limit)
      {
        return i - 1
      }
      // ", un’accusa che X respinge"; ", senza aggiungere altro"
      if clauses.isComma(i), i > start, opensVerdict(i + 1, limit) || opensSilence(i + 1, limit) {
        return i
      }
      i += 1
    }
    return limit
  }

  /// Whether a noun of speech with a relative clause begins at the token: what is told is judged by
  /// the reporter.
  private func opensVerdict(_ start: Int, _ limit: Int) -> Bool {
    let noun = start < limit && clauses.isArticle(start) ? start + 1 : start
    return noun + 1 < limit && lexicon.phrase(text, noun, .saying) != nil
      && clauses.grammar.isAny(text[noun + 1].lexeme, of: .relative)
  }

  /// ", senza aggiungere altro", ", pur senza fornire dettagli": what the speaker leaves unsaid.
  private func opensSilence(_ start: Int, _ limit: Int) -> Bool {
    guard
      let without = (start..<min(limit, start + 3)).first(where: {
        lexicon.phrase(text, $0, .without) != nil
      }),
      let verb = ((without + 1)..<min(limit, without + 4)).first(where: { clauses.groupAt[$0] >= 0 }
      )
    else { return false }
    let group = Int(clauses.groupAt[verb])
    return groups[group].mood == .infinitive
      && (clauses.speechVerbs[group] != nil || lexicon.phrase(text, verb, .telling) != nil)
  }

  /// Whether the clause after "mentre" has another speaker.
  private func opensSpeech(_ i: Int, _ limit: Int) -> Bool {
    document.verbGroups(in: i..<limit).first { $0.isFinite }.map {
      lexicon.verb(of: $0, in: text) != nil
    } ?? false
  }

  /// Whether the verb `other` goes on with the reporter's sentence: it has the rank of the cue
  /// `number`.
  private func endsClause(_ other: Int, _ number: Int?) -> Bool {
    guard let number else { return false }
    let group = groups[other]
    if group.mood == .gerund {
      // ", aggiungendo che": of the reporter's verb.
      guard cues.cueOfGroup[other] >= 0, clauses.isComma(group.tokens.lowerBound - 1) else {
        return false
      }
      let cue = cues.cues[Int(cues.cueOfGroup[other])]
      return cue.attribution.actors == cues.subjectOf[number].actors
    }
    // The clause of a relative ends where the sentence goes on: "che ha detto di sperare, è partito".
    if group.isFinite, let own = clauses.introducer[number],
      clauses.governor(of: own) == nil, clauses.introducer[other] == nil,
      clauses.isComma(group.tokens.lowerBound - 1)
        || clauses.subjects[other].phrase.map({ $0.tokens.upperBound <= own }) ?? false
    {
      return true
    }
    guard group.isFinite, cues.cueOfGroup[other] >= 0 else { return false }
    if clauses.introducer[other] == clauses.introducer[number] {
      let before = group.tokens.lowerBound - 1
      return before >= 0
        && (clauses.isComma(before) || clauses.isCoordinator(before)
          || clauses.subjects[other].phrase != nil)
    }
    return false
  }

  /// Before the conjunction and subject that lead to the verb at `i`.
  func boundary(before i: Int, _ start: Int) -> Int {
    guard clauses.groupAt[i] >= 0 else { return i }
    let number = Int(clauses.groupAt[i])
    var end = i
    if let phrase = clauses.subjects[number].phrase, phrase.tokens.lowerBound > start,
      phrase.tokens.upperBound <= i
    {
      end = phrase.tokens.lowerBound
    }
    while end - 1 > start,
      clauses.isComma(end - 1) || (text[end - 1].isWord && clauses.isCoordinator(end - 1))
        || clauses.isAdverb(end - 1)
    {
      end -= 1
    }
    return end
  }
}
