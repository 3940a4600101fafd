import DossierModel

/// What a source tells: "secondo X, …", and what a sentence looks back at: "Lo ha detto X".
extension IndirectSpeech {
  /// What is told after or before "secondo X".
  func clause(ofSource cue: Cue) -> Range<Int>? {
    guard cue.attribution.isKnown || cue.attribution.stranger != nil else { return nil }
    let whole = clauses.sentence(of: cue.tokens.lowerBound)
    if cue.isHeadline { return cue.tokens.upperBound..<whole.upperBound }
    let sentence =
      max(
        whole.lowerBound, cue.tokens.lowerBound - Self.reach)..<min(
        whole.upperBound, cue.tokens.upperBound + Self.reach)
    let (start, end) = (cue.tokens.lowerBound, cue.tokens.upperBound)
    let isRelative = cue.attribution.sieve == "according-to-antecedent"
    if isRelative { return relativeClause(from: end, openedAt: end - 1) }
    if let opening = relativeOpening(before: start, sentence) {
      return relativeClause(from: end, openedAt: opening)
    }
    var next = end
    // "Secondo X, che ha parlato a margine, …"
    if next + 2 < sentence.upperBound, clauses.isComma(next),
      clauses.isIntroducer(next + 1)
        // "Secondo X, il cui gruppo …, …"
        || clauses.isArticle(next + 1)
          && clauses.grammar.isAny(text[next + 2].lexeme, of: .relative),
      let close = ((next + 2)..<sentence.upperBound).first(where: {
        clauses.level[$0] < 0 && clauses.isComma($0)
      })
    {
      next = close
    }
    while next < sentence.upperBound, !clauses.isComma(next), next - end < 12,
      clauses.groupAt[next] < 0, text[next].isWord
    {
      next += 1
    }
    let rest = end..<clauseEnd(from: end, of: nil)
    let before = sentence.lowerBound..<start
    let hasVerbBefore = document.verbGroups(in: before).contains {
      $0.isFinite && clauses.level[$0.finite] < 0
    }
    let hasVerbAfter = document.verbGroups(in: rest).contains {
      $0.isFinite && clauses.level[$0.finite] < 0
    }
    if !hasVerbBefore, hasVerbAfter {
      // "Le truppe, secondo Kiev, hanno perso …": the subject stands before.
      let words = before.filter { text[$0].isWord && clauses.referents.date(at: $0) == nil }
      if let phrase = clauses.firstPhrase(in: before), words.count >= 1,
        !(phrase.actors.isEmpty && phrase.head == nil),
        clauses.isComma(start - 1), next < sentence.upperBound, clauses.isComma(next),
        let verb = clauses.finiteGroup(after: end, before: rest.upperBound),
        clauses.subjects[verb].phrase.map({ $0.tokens.lowerBound < start }) ?? true
      {
        return before.lowerBound..<rest.upperBound
      }
      next = pastApposition(next, rest.upperBound)
      return next < sentence.upperBound && clauses.isComma(next)
        ? (next + 1)..<max(next + 1, rest.upperBound) : rest
    }
    if hasVerbBefore {
      // ", secondo X." after the clause.
      guard start > sentence.lowerBound else { return nil }
      let isLast = next >= sentence.upperBound - 1
      if isLast || !hasVerbAfter { return clauseStart(start, sentence)..<start }
      return rest
    }
    return hasVerbAfter ? rest : nil
  }

  /// "…, che secondo X …": the pronoun right before the source.
  private func relativeOpening(before start: Int, _ sentence: Range<Int>) -> Int? {
    var i = start - 1
    if i > sentence.lowerBound, clauses.isComma(i) { i -= 1 }
    guard i > sentence.lowerBound, text[i].isWord,
      clauses.isIntroducer(i), clauses.governor(of: i) == nil
    else { return nil }
    return i
  }

  /// What a source tells inside a relative clause: up to the comma where the sentence goes on.
  private func relativeClause(from start: Int, openedAt opening: Int) -> Range<Int>? {
    var first = start
    if clauses.isComma(first) { first += 1 }
    let limit = clauseEnd(from: first, of: nil)
    guard first < limit else { return nil }
    var isFirst = true
    var k = clauses.firstGroup(atOrAfter: first)
    while k < groups.count, groups[k].tokens.lowerBound < limit {
      defer { k += 1 }
      guard groups[k].isFinite, clauses.level[groups[k].finite] < 0 else { continue }
      if isFirst {
        isFirst = false
      } else if (clauses.introducer[k] ?? -1) < opening,
        !(clauses.subjects[k].sharedWith.map { groups[$0].tokens.lowerBound >= first } ?? false)
      {
        return first..<boundary(before: groups[k].tokens.lowerBound, first)
      }
    }
    return isFirst ? nil : first..<limit
  }

  /// "Secondo X, analista di Y, …": past a bare noun with its complements between commas.
  private func pastApposition(_ comma: Int, _ end: Int) -> Int {
    guard comma + 1 < end, clauses.isComma(comma), text[comma + 1].isWord,
      !text[comma + 1].isCapitalized, !clauses.isArticle(comma + 1),
      !clauses.isPreposition(comma + 1), !clauses.isAdverb(comma + 1),
      !clauses.isIntroducer(comma + 1), clauses.referents.date(at: comma + 1) == nil,
      clauses.groupAt[comma + 1] < 0
        || groups[Int(clauses.groupAt[comma + 1])].mood == .participle,
      let close = ((comma + 1)..<min(end, comma + 24)).first(where: { clauses.isComma($0) }),
      !document.verbGroups(in: comma..<close).contains(where: { $0.isFinite })
    else { return comma }
    return close
  }

  /// Where the clause before ", secondo X" begins.
  func clauseStart(_ end: Int, _ sentence: Range<Int>) -> Int {
    var i = end - 1
    while i > sentence.lowerBound {
      if clauses.level[i] < 0 {
        if text.isMark(i, ";") || text.isMark(i, ":") { return i + 1 }
        if lexicon.phrase(text, i, .contrast) != nil, clauses.isComma(i - 1) { return i + 1 }
      }
      i -= 1
    }
    return sentence.lowerBound
  }

  /// What "Lo ha detto X" looks back at: the sentence before it.
  mutating func addBackward(avoiding taken: Set<TextSpan>, _ covered: [Int32]) {
    for index in document.sentences.indices.dropFirst() {
      let sentence = document.sentences[index]
      let before = document.sentences[index - 1]
      guard let first = sentence.first, let last = before.last,
        isSameParagraph(first, last), let cue = backwardCue(in: sentence)
      else { continue }
      // A sentence with a speaker of its own stays his; words in marks are there already.
      let span = text.span(before)
      if hasSpeaker(before) {
        tellers.append((span, cue.attribution.actors))
        continue
      }
      if before.contains(where: { covered[$0] >= 0 }) { continue }
      add(before, cue, avoiding: taken, basis: .backward)
    }
  }

  /// Whether the sentence tells itself who says what it tells.
  private func hasSpeaker(_ sentence: Range<Int>) -> Bool {
    var k = cues.firstCue(atOrAfter: sentence.lowerBound) ?? cues.cues.count
    while k < cues.cues.count, cues.cues[k].tokens.lowerBound < sentence.upperBound {
      let cue = cues.cues[k]
      k += 1
      guard clauses.level[cue.tokens.lowerBound] < 0 else { continue }
      guard let group = cue.group else {
        if cue.attribution.isKnown, !cue.isPointing { return true }
        continue
      }
      if groups[group].isFinite, cue.verb?.frames.contains(.clause) == true { return true }
    }
    return false
  }

  private func isSameParagraph(_ a: Int, _ b: Int) -> Bool {
    let position = Int(text[b].start)
    var (low, high) = (0, document.paragraphs.count)
    while low < high {
      let middle = (low + high) / 2
      if document.paragraphs[middle].end <= position { low = middle + 1 } else { high = middle }
    }
    return low < document.paragraphs.count
      && document.paragraphs[low].contains(Int(text[a].start))
  }

  private func backwardCue(in sentence: Range<Int>) -> Cue? {
    cues.backwardCue(in: sentence)
  }
}
