import DossierModel

/// What a verb of speech reports.
extension CueReader {
  /// Where what the verb of the group `number` reports begins, and whether it is an infinitive.
  func complement(of number: Int, _ verb: SpeechLexicon.Verb) -> (Int?, Bool) {
    let group = groups[number]
    let here = clauses.level[group.head]
    let sentence = clauses.sentence(of: group.head)
    let limit = min(sentence.upperBound, group.tokens.upperBound + 40)
    var i = lexicon.notedEnd(of: group, in: text) ?? group.tokens.upperBound
    while i < limit {
      guard clauses.level[i] == here else {
        i += 1
        continue
      }
      if text.isMark(i, ":") || text.isMark(i, ";") { return (nil, false) }
      if clauses.groupAt[i] >= 0, groups[Int(clauses.groupAt[i])].isFinite {
        return (openingAfterAside(from: i, limit, of: number, verb), false)
      }
      // «A», racconta X, che aspettava sul molo: of her.
      if isAfterQuotation(group.tokens.lowerBound), clauses.isIntroducer(i),
        let subject = clauses.phraseAfter(number), subject.tokens.upperBound <= i
      {
        return (nil, false)
      }
      if text[i].isWord,
        lexicon.complementizers.contains(text[i].lexeme)
          || lexicon.otherComplementizers.contains(text[i].lexeme)
            && clauses.governor(of: i) == number
      {
        // «A», ha detto ai tifosi che aspettavano: of them.
        if i > group.tokens.upperBound, isAfterQuotation(group.tokens.lowerBound),
          !clauses.isComma(i - 1)
        {
          return (nil, false)
        }
        guard !verb.frames.isDisjoint(with: [.clause, .noun, .question, .manner]),
          clauses.governor(of: i) == number
        else { return (openingAfterAside(from: i, limit, of: number, verb), false) }
        return (i + 1, false)
      }
      if text[i].isWord, clauses.isIntroducer(i) {
        return (openingAfterAside(from: i, limit, of: number, verb), false)
      }
      if let base = clauses.grammar.preposition(text[i].lexeme), i + 1 < limit {
        let isFrame =
          (base == lexicon.of && verb.frames.contains(.ofInfinitive))
          || (base == lexicon.to && verb.frames.contains(.toInfinitive))
        var next = i + 1
        // The infinitive may stand in marks: "ha promesso di «ricostruire»".
        while next < limit, clauses.groupAt[next] < 0,
          clauses.isAdverb(next)
            || (next == i + 1 && text[next].isPunctuation && !clauses.isComma(next))
        {
          next += 1
        }
        let isAdverbial =
          lexicon.phrase(text, i - 1, .adverbial) != nil && clauses.referents.date(at: i - 1) == nil
        if isFrame, !isAdverbial, next < limit,
          clauses.groupAt[next] >= 0
            && groups[Int(clauses.groupAt[next])].mood == .infinitive
            || clauses.groupAt[next] < 0 && clauses.looksInfinitive(next)
        {
          return (i + 1, true)
        }
      }
      i += 1
    }
    return (nil, false)
  }

  /// "ha annunciato, al termine di una riunione che è durata ore, che …": past a clause between commas.
  private func openingAfterAside(
    from start: Int, _ limit: Int, of number: Int, _ verb: SpeechLexicon.Verb
  ) -> Int? {
    guard verb.frames.contains(.clause) else { return nil }
    return (start..<limit).first {
      lexicon.complementizers.contains(text[$0].lexeme) && clauses.isComma($0 - 1)
        && clauses.level[$0] == clauses.level[groups[number].head]
        && clauses.governor(of: $0) == number
    }.map { $0 + 1 }
  }

  /// Where the sentence goes on after ", assicurano,"; nowhere if it ends there.
  func resumption(afterVerb number: Int) -> Int? {
    let group = groups[number]
    let (start, comma) = (group.tokens.lowerBound, group.tokens.upperBound)
    let sentence = clauses.sentence(of: group.head)
    guard start > 0, text.isMark(start - 1, ","), comma + 1 < sentence.upperBound,
      text.isMark(comma, ","), clauses.level[comma] == clauses.level[group.head],
      clauses.groupAt[comma + 1] >= 0,
      groups[Int(clauses.groupAt[comma + 1])].isFinite
    else { return nil }
    return comma + 1
  }

  /// Where the sentence goes on after ", ha detto X,"; nowhere if it ends there.
  func resumption(after number: Int) -> Int? {
    let group = groups[number]
    let start = group.tokens.lowerBound
    guard start > 0, clauses.isComma(start - 1), let phrase = clauses.phraseAfter(number) else {
      return nil
    }
    let sentence = clauses.sentence(of: group.head)
    let here = clauses.level[group.head]
    var i = phrase.tokens.upperBound
    // Past where and when it was said.
    while i < min(sentence.upperBound, phrase.tokens.upperBound + 12), text[i].isWord,
      clauses.groupAt[i] < 0, !clauses.isIntroducer(i)
    {
      i += 1
    }
    // "raccontano gli abitanti che vivono sul fiume, …"
    if i < sentence.upperBound, text[i].isWord, clauses.isIntroducer(i),
      let comma = (i..<min(sentence.upperBound, i + 24)).first(where: clauses.isComma)
    {
      i = comma
    }
    // "ha spiegato il presidente della commissione, X, sarà presa": past the name.
    if i + 1 < sentence.upperBound, clauses.isComma(i),
      phrase.tokens.upperBound <= i,
      let close = clauses.appositionEnd(i + 1, sentence.upperBound), close < sentence.upperBound
    {
      i = close
    }
    guard i + 1 < sentence.upperBound, clauses.isComma(i), clauses.level[i] == here else {
      return nil
    }
    let rest = (i + 1)..<sentence.upperBound
    // Words in marks go on: "…, ha detto X, «…»".
    if clauses.level[min(i + 2, sentence.upperBound - 1)] > here, text[i + 1].isPunctuation {
      return i + 2
    }
    let next = document.verbGroups(in: rest).first { clauses.level[$0.head] == here }
    guard let next, next.isFinite, !clauses.isIntroducer(i + 1) else { return nil }
    return i + 1
  }
}
