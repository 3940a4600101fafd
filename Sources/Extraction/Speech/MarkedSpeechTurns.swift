import DossierModel

/// Speech and the reporter’s words within one pair of marks or between dashes.
extension MarkedSpeech {
  // MARK: - Attribution between the marks

  /// «A - ha detto X - B»: the reporter's words stand between dashes inside the marks.
  mutating func readAttributedInside(
    _ number: Int, _ pair: QuotationMarks.Pair, _ place: Place
  ) -> Bool {
    guard place.inner.count > 5, let cue = insertedCue(place.inner) else { return false }
    add(pair.inner, .direct, cue.attribution, cue.tokens, pair.integrity, number)
    return true
  }

  /// The cue after a dash among the words, of a known speaker if there is one.
  private func insertedCue(_ range: Range<Int>) -> Cue? {
    var unknown: Cue?
    var i = range.lowerBound + 1
    while i + 1 < range.upperBound {
      defer { i += 1 }
      guard clauses.isDash(i), clauses.groupAt[i + 1] >= 0 else { continue }
      let group = Int(clauses.groupAt[i + 1])
      guard groups[group].isFinite, cues.cueOfGroup[group] >= 0,
        groups[group].tokens.lowerBound == i + 1
      else { continue }
      let cue = cues.cues[Int(cues.cueOfGroup[group])]
      guard cue.verb?.frames.contains(.quote) == true else { continue }
      if cue.attribution.isKnown { return cue }
      let closes = ((i + 2)..<min(range.upperBound, i + 40)).contains { clauses.isDash($0) }
      if closes, unknown == nil { unknown = cue }
    }
    return unknown
  }

  /// The first of «A, ha detto X and «B» has lost its closing mark, since it holds its own attribution.
  mutating func readUnclosed(
    _ number: Int, _ pair: QuotationMarks.Pair, _ place: Place
  ) -> Bool {
    let goesOn = pair.flaws.contains(.goesOn)
    var cut = attributionInside(place.inner)
    if let known = cut, !goesOn, !endsSentence(known.cue, in: place.inner) { cut = nil }
    if cut == nil, goesOn, let other = attributionAfter(place.inner),
      endsSentence(other.cue, in: place.inner.lowerBound..<place.inner.upperBound + 1)
    {
      cut = other
    }
    guard let cut, cut.end > place.inner.lowerBound else { return false }
    let span = text.span(place.inner.lowerBound..<cut.end)
    add(span, .direct, cut.cue.attribution, cut.cue.tokens, .damaged, number)
    return true
  }

  /// Whether the sentence of the cue ends inside `range` with no comma after the cue's subject, and the
  /// words in marks go on: a reporter's sentence, and no aside between the speaker's.
  private func endsSentence(_ cue: Cue, in range: Range<Int>) -> Bool {
    var i = cue.tokens.upperBound
    while i < min(range.upperBound - 1, cue.tokens.upperBound + 40) {
      if clauses.isComma(i) { return false }
      if text.isMark(i, "."), i + 2 == range.upperBound || text[i + 1].isCapitalized,
        !text[i - 1].shape.contains(.initials),
        !clauses.grammar.abbreviations.contains(text[i - 1].lexeme)
      {
        return true
      }
      i += 1
    }
    return false
  }

  /// A cue after a comma with its subject inside `range`, which is not the speaker's own words.
  func attributionInside(_ range: Range<Int>) -> (end: Int, cue: Cue)? {
    var i = range.lowerBound + 1
    while i < min(range.upperBound, range.lowerBound + Self.reach) {
      if clauses.groupAt[i] >= 0, clauses.isComma(i - 1) {
        let group = Int(clauses.groupAt[i])
        if groups[group].isFinite, groups[group].tokens.lowerBound == i,
          cues.cueOfGroup[group] >= 0
        {
          let cue = cues.cues[Int(cues.cueOfGroup[group])]
          if let verb = cue.verb, verb.frames.contains(.quote), verb.verbClass != .stance,
            cue.complement == nil, cue.attribution.isKnown,
            cue.attribution.sieve == "subject-after"
          {
            return (i - 1, cue)
          }
        }
      }
      i += 1
    }
    return nil
  }

  // MARK: - Dashes

  /// A paragraph that a dash opens.
  private struct DashTurn {
    var paragraph: Int
    /// The tokens after the dash.
    var words: Range<Int>
    /// The numbers of what was found in it; none while it is open.
    var found: Range<Int>
    var asks: Bool
  }

  /// Turns of speech that dashes open: "— Non torneremo, — ha detto X".
  mutating func readDashes() {
    // Turns that follow each other, at most with one paragraph of the reporter's between.
    var dialogue: [DashTurn] = []
    for (number, paragraph) in document.paragraphs.enumerated() {
      let tokens = text.range(in: paragraph)
      guard tokens.count > 2, let start = firstTurn(in: tokens) else { continue }
      let current = found.count
      let isRead = readTurns(start..<tokens.upperBound) && found.count > current
      guard start == tokens.lowerBound, isRead || endsSpeech(tokens.upperBound - 1) else {
        continue
      }
      if let last = dialogue.last, number - last.paragraph > 2 {
        finish(dialogue)
        dialogue = []
      }
      let words = (start + 1)..<tokens.upperBound
      let first = isRead ? found[current].quotation.span : text.span(words)
      dialogue.append(
        DashTurn(
          paragraph: number, words: words, found: current..<found.count,
          asks: text.isMark(text.range(in: first).upperBound - 1, "?")))
    }
    finish(dialogue)
  }

  /// Adds the turns of a dialogue that no cue tells of; a list with dashes has neither cues nor questions.
  private mutating func finish(_ dialogue: [DashTurn]) {
    let hasCue = dialogue.contains { !$0.found.isEmpty }
    let isLively =
      dialogue.contains(where: \.asks)
      || dialogue.count >= 3
        && dialogue.contains { text.isMark($0.words.upperBound - 1, "!") }
    guard dialogue.count >= 2, hasCue || isLively else { return }
    var turns = dialogue
    for index in turns.indices where turns[index].found.isEmpty {
      // Without a question only what stands beside a turn with a cue is one.
      let isBeside =
        index > 0 && isBesideCue(turns[index], turns[index - 1])
        || index + 1 < turns.count && isBesideCue(turns[index], turns[index + 1])
      guard isBeside || isLively else { continue }
      let current = found.count
      addTurn(turns[index].words)
      turns[index].found = current..<found.count
    }
    alternate(turns)
  }

  private func isBesideCue(_ turn: DashTurn, _ other: DashTurn) -> Bool {
    abs(turn.paragraph - other.paragraph) == 1 && !other.found.isEmpty
  }

  /// Where one asks and one answers, all answers are of whoever gives one.
  private mutating func alternate(_ turns: [DashTurn]) {
    let isInTurn = zip(turns, turns.dropFirst()).allSatisfy { $0.asks != $1.asks }
    guard turns.count >= 3, isInTurn else { return }
    for asks in [false, true] {
      let own = turns.filter { $0.asks == asks }
      let known = own.flatMap { turn in
        turn.found.compactMap { number -> ArticleReading.Quotation? in
          let quotation = found[number].quotation
          return quotation.speakers.isEmpty ? nil : quotation
        }
      }
      guard let first = known.first, known.allSatisfy({ $0.speakers == first.speakers }) else {
        continue
      }
      for turn in own {
        for number in turn.found where found[number].quotation.speakers.isEmpty {
          found[number].quotation.speakers = first.speakers
          found[number].quotation.basis = .context
          found[number].quotation.sieve = "dialogue"
        }
      }
    }
  }

  private mutating func addTurn(_ words: Range<Int>) {
    let span = text.text.trimmed(text.span(words))
    guard wordCount(words) > 0, isFree(span), endsSpeech(words.upperBound - 1) else { return }
    add(span, .direct, Attribution(sieve: "dash"), nil, .intact, nil)
  }

  /// The first dash that begins the paragraph or a sentence of it.
  private func firstTurn(in tokens: Range<Int>) -> Int? {
    tokens.first { i in
      guard isLongDash(i), clauses.level[i] < 0 else { return false }
      if i == tokens.lowerBound { return true }
      return text[i].shape.contains(.spaceBefore) && endsSpeech(i - 1) && !text.isMark(i - 1, ":")
        && text[i - 1].isPunctuation && !clauses.isComma(i - 1)
        && i + 1 < tokens.upperBound && text[i + 1].isCapitalized
    }
  }

  /// Reads speech from the dash that `tokens` begin with; false if no cue stands between dashes.
  private mutating func readTurns(_ tokens: Range<Int>) -> Bool {
    // Parts between dashes: the speech, the reporter's words up to a full stop, the speech again.
    var parts: [Range<Int>] = []
    var start = tokens.lowerBound + 1
    for i in start..<tokens.upperBound where isLongDash(i) && text[i].shape.contains(.spaceBefore) {
      parts.append(start..<i)
      start = i + 1
    }
    parts.append(start..<tokens.upperBound)
    guard let (speaker, cue) = turnCue(parts) else { return false }
    var last: Int?
    for part in parts {
      var range = part
      if part.contains(cue.lowerBound), clauses.groupAt[part.lowerBound] >= 0 { continue }
      while let end = range.last, text.isMark(end, ",") { range = range.dropLast() }
      guard !range.isEmpty, wordCount(range) > 0 else { continue }
      let span = text.span(range)
      guard isFree(span) else { continue }
      let current = found.count
      add(span, .direct, speaker, cue, .intact, nil, continues: last)
      last = current
    }
    return true
  }

  /// The cue that one of the parts after the first begins with: a verb of speech, or between dashes any
  /// verb whose subject follows.
  private func turnCue(_ parts: [Range<Int>]) -> (Attribution, Range<Int>)? {
    for part in parts.dropFirst() {
      guard let first = part.first, clauses.groupAt[first] >= 0 else { continue }
      let group = Int(clauses.groupAt[first])
      let number = cues.cueOfGroup[group]
      if number >= 0 {
        let cue = cues.cues[Int(number)]
        if cue.verb?.frames.contains(.quote) == true { return (cue.attribution, cue.tokens) }
      } else if groups[group].isFinite, groups[group].person == 3,
        text.isMark(parts[0].upperBound - 1, ","), let phrase = clauses.phraseAfter(group)
      {
        return (cues.attribution(of: phrase, sieve: "verb-after-dash"), groups[group].tokens)
      }
    }
    return nil
  }

  func isLongDash(_ i: Int) -> Bool { text.isWritten(i, "—") || text.isWritten(i, "–") }

  // MARK: - Paragraphs

  /// Parts the words of two speakers, "X: «A" and in the next paragraph "«B», ha detto Y".
  ///
  /// The second goes not on with the first, which has lost its closing mark, so that only its first
  /// sentence is sure.
  mutating func partContinuations() {
    for (number, pair) in document.marks.pairs.enumerated() {
      guard let earlier = pair.continues, let second = numbers[number],
        let first = numbers[earlier], found[second].continues == first
      else { continue }
      let (a, b) = (found[first].quotation, found[second].quotation)
      guard b.basis == .name, a.basis == .name || a.basis == .description, !a.speakers.isEmpty,
        let cue = b.cue, cue.start > b.span.end, Set(a.speakers).isDisjoint(with: b.speakers)
      else { continue }
      found[second].continues = nil
      found[first].quotation.integrity = .damaged
      let words = text.range(in: a.span)
      let end = words.dropLast().first { i in
        (text.isMark(i, ".") || text.isMark(i, "!") || text.isMark(i, "?"))
          && text[i + 1].isCapitalized && !text[i - 1].shape.contains(.initials)
          && !clauses.grammar.abbreviations.contains(text[i - 1].lexeme)
      }
      if let end { found[first].quotation.span.end = Int(text[end].end) }
    }
  }

  // MARK: - Interruptions

  /// «A», ha detto X, «B»: the second goes on with the first.
  mutating func linkInterruptions() {
    let order = found.indices.sorted { found[$0].quotation.span < found[$1].quotation.span }
    for (position, index) in order.enumerated().dropFirst() where found[index].continues == nil {
      let before = order[position - 1]
      let (a, b) = (found[before].quotation, found[index].quotation)
      guard a.kind == .direct, a.span.end < b.span.start, let cue = a.cue,
        cue.start > a.span.end, cue.end < b.span.start, a.speakers == b.speakers
      else { continue }
      guard b.span.start - a.span.end <= Self.reach else { continue }
      let between = text.range(in: TextSpan(a.span.end, b.span.start))
      let ends = between.contains {
        text.isMark($0, ".") || text.isMark($0, "!") || text.isMark($0, "?") || text.isMark($0, ";")
      }
      let cues = document.verbGroups(in: between).filter { $0.isFinite }.count
      guard !ends, cues == 1, between.count <= 40, b.cue == nil || b.cue == a.cue else { continue }
      found[index].continues = before
      found[index].quotation.kind = .direct
    }
  }
}
