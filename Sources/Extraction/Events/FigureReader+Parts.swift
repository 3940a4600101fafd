import DossierModel

/// Parts of figures, and figures that count several kinds together.
extension FigureReader {
  /// "30 morti: 12 donne e 18 uomini": what a colon after the figure divides it into.
  func readDivision(_ sentence: Int) {
    guard let whole = figures.last(where: { $0.sentence == sentence }),
      let figure = whole.claim.figure, let most = figure.high ?? figure.low
    else { return }
    let end = document.sentences[sentence].upperBound
    var colon = whole.tokens.upperBound
    while colon < end, !text.isMark(colon, ":") { colon += 1 }
    guard colon < min(end, whole.tokens.upperBound + 12) else { return }
    var edge = colon + 1
    for index in outline.phrasesOfSentence[sentence] {
      let phrase = outline.phrases[index]
      if phrase.tokens.lowerBound < edge { continue }
      // Only a bare list of numbers and people divides.
      guard phrase.tokens.lowerBound <= edge + 1, phrase.quantity != nil, isPeople(phrase),
        (phrase.quantity?.low ?? most) < most, wordCue(in: index, of: [.noun]) == nil
      else {
        if phrase.preposition?.relation == .of || phrase.tokens.lowerBound == edge {
          edge = max(edge, phrase.tokens.upperBound)
          if phrase.preposition != nil { continue }
        }
        return
      }
      let cue = EventLexicon.FigureCue(
        form: .noun, metric: figure.metric, conditions: [], victims: nil)
      let count = figures.count
      _ = take(index, cue, clause: phrase.clause, sentence: sentence, nil)
      if figures.count > count, figures[count].claim.claimants.isEmpty {
        figures[count].claim.claimants = whole.claim.claimants
        figures[count].claim.chain = whole.claim.chain
      }
      edge = phrase.tokens.upperBound
    }
  }

  /// "Ventinove morti, dieci soldati e diciannove sicari": a list after the figure that adds up to it.
  func readSum(_ sentence: Int) {
    guard let number = outline.phrasesOfSentence[sentence].first(where: { isWhole($0) }) else {
      return
    }
    guard let whole = figures.last(where: { $0.tokens == outline.phrases[number].tokens }),
      let figure = whole.claim.figure, let total = figure.low, total == figure.high
    else { return }
    var parts: [Int] = []
    var next = number + 1
    var sum = 0
    while next < outline.phrasesOfSentence[sentence].upperBound, sum < total {
      let phrase = outline.phrases[next]
      let gap = phrase.tokens.lowerBound - outline.phrases[next - 1].tokens.upperBound
      guard gap == 1, phrase.preposition == nil, !isTaken[next], isPeople(phrase),
        let count = phrase.quantity?.low, count == phrase.quantity?.high
      else { return }
      parts.append(next)
      sum += count
      next += 1
    }
    guard sum == total, parts.count > 1 else { return }
    let cue = EventLexicon.FigureCue(
      form: .noun, metric: figure.metric, conditions: [], victims: nil)
    for part in parts {
      _ = take(part, cue, clause: outline.phrases[part].clause, sentence: sentence, nil)
    }
  }

  /// Whether the phrase counts people by a noun, with people counted right after it.
  private func isWhole(_ phrase: Int) -> Bool {
    isTaken[phrase] && wordCue(in: phrase, of: [.noun]) != nil
      && phrase + 2 < outline.phrases.count && outline.phrases[phrase + 1].quantity != nil
      && outline.phrases[phrase + 2].quantity != nil
  }

  /// "56 morti, di cui 25 a Khartum", "tra i morti tre bambini": parts of a figure.
  func readParts(_ sentence: Int) {
    for clause in outline.sentences[sentence] {
      let own = outline.clauses[clause]
      guard own.kind == .relative, own.preposition == di || own.preposition == tra,
        isReportOnly(own)
      else { continue }
      let whole = figures.last {
        $0.sentence == sentence && $0.tokens.upperBound <= own.start
          && $0.tokens.upperBound + 14 > own.start
      }
      guard let whole, let figure = whole.claim.figure else { continue }
      for phrase in own.phrases where !isTaken[phrase] {
        guard outline.phrases[phrase].preposition == nil, outline.phrases[phrase].quantity != nil
        else { continue }
        let cue = EventLexicon.FigureCue(
          form: .noun, metric: figure.metric, conditions: [], victims: figure.victims)
        _ = take(phrase, cue, clause: clause, sentence: sentence, nil)
      }
    }
    // "Tra le vittime ci sono tre bambini"
    for phrase in outline.phrasesOfSentence[sentence] {
      let own = outline.phrases[phrase]
      guard own.preposition?.base == tra, own.quantity == nil,
        let cue = wordCue(in: phrase, of: [.noun])
      else { continue }
      var next = phrase + 1
      while next < outline.phrasesOfSentence[sentence].upperBound {
        let other = outline.phrases[next]
        if other.preposition == nil, other.quantity != nil, !isTaken[next], isPeople(other) {
          let part = EventLexicon.FigureCue(
            form: .noun, metric: cue.metric, conditions: [], victims: nil)
          _ = take(next, part, clause: other.clause, sentence: sentence, nil)
        } else if outline.phrases[next].triggers != nil {
          break
        }
        next += 1
      }
    }
  }

  /// Whether the clause has no verb but that of a report after it: "tra cui due medici, ha detto …".
  func isReportOnly(_ clause: Clause) -> Bool {
    guard let verb = clause.verb else { return true }
    let group = document.verbGroups[verb]
    return !lexicon.claimCues(of: group.verb).isEmpty
      && text.isMark(group.tokens.lowerBound - 1, ",")
  }

  /// "40 tra morti e feriti": at most so many of each; "decine tra morti e feriti" tells no bound.
  func readMixed(_ index: Int, in sentence: Int) -> Bool {
    let phrase = outline.phrases[index]
    guard let quantity = phrase.quantity, let cue = wordCue(in: index, of: [.noun]),
      index + 1 < outline.phrases.count, outline.phrases[index + 1].isJoinedByConjunction,
      outline.phrases[index + 1].quantity == nil,
      let other = wordCue(in: index + 1, of: [.noun]), other.metric != cue.metric,
      take(index, cue, clause: phrase.clause, sentence: sentence, nil),
      var found = figures.popLast()
    else { return false }
    isTaken[index + 1] = true
    guard quantity.qualifier != .atLeast, let high = quantity.high else { return true }
    for metric in [cue.metric, other.metric] {
      found.claim.figure = Figure(
        metric: metric, victims: "persone", low: nil, high: high, qualifier: .about)
      figures.append(found)
      // Two claims of one kind need two places.
      found.claim.span = text.span(
        phrase.core.lowerBound..<outline.phrases[index + 1].core.upperBound)
      found.tokens = phrase.tokens.lowerBound..<outline.phrases[index + 1].tokens.upperBound
    }
    return true
  }
}
