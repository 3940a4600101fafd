import DossierModel

/// Sources named by a preposition or conjunction: "secondo X", "a detta di X", "come riferito da X", "per X".
extension CueReader {
  /// "Secondo X", "a detta di X", "come riferito da X".
  func sourcePhrases() -> [Cue] {
    var cues: [Cue] = []
    let tokens = text.tokens
    var i = 0
    while i < tokens.count {
      defer { i += 1 }
      let word = tokens[i].lexeme
      if clauses.grammar.isAny(word, of: .demonstrative), let cue = pointedNoun(i) {
        cues.append(cue)
        continue
      }
      if lexicon.begins(.thus, with: word), let cue = thus(i) {
        cues.append(cue)
        continue
      }
      if lexicon.begins(.opinion, with: word), let cue = opinion(i) {
        cues.append(cue)
        continue
      }
      guard let phrase = lexicon.phrase(text, i, .according) else { continue }
      let after = i + phrase.words.count
      guard after < text.count else { continue }
      let sentence = clauses.sentence(of: i)
      guard sentence.contains(after), isClauseEdge(before: i, in: sentence) else { continue }
      var start = after
      if phrase.companion != LexemeTable.unknown {
        guard clauses.grammar.preposition(text[after].lexeme) == phrase.companion else { continue }
        start = after + 1
      } else if phrase.words.count == 1 {
        // "secondo cui", "secondo il quale": the source stands before.
        if clauses.grammar.isAny(text[after].lexeme, of: .relative)
          || (after + 1 < sentence.upperBound
            && clauses.grammar.isAny(text[after + 1].lexeme, of: .relative)
            && clauses.grammar.isAny(text[after].lexeme, of: .definiteArticle))
        {
          if let cue = relativeSource(i, after) { cues.append(cue) }
          continue
        }
        guard isSource(after, sentence) else { continue }
      }
      guard start < sentence.upperBound else { continue }
      guard let source = clauses.joinedPhrase(start, sourceEnd(start, sentence)) else { continue }
      var cue = Cue(tokens: i..<source.tokens.upperBound)
      cue.attribution = attribution(of: source, sieve: "according-to")
      if source.actors.isEmpty, let owner = complementOwner(source, sentence) {
        cue.attribution = owner
        cue.attribution.sieve = "according-to-document"
      }
      if let medium = medium(after: source.tokens.upperBound, sentence) {
        for actor in medium.actors where !cue.attribution.actors.contains(actor) {
          cue.attribution.chain.append(actor)
        }
      }
      cues.append(cue)
      i = max(i, after - 1)
    }
    return cues
  }

  /// "Per il sindaco «è un attacco»": before words in marks, at the start of a clause.
  func opinion(_ i: Int) -> Cue? {
    guard lexicon.phrase(text, i, .opinion) != nil else { return nil }
    let sentence = clauses.sentence(of: i)
    let isStart =
      i == sentence.lowerBound || clauses.isComma(i - 1)
      || clauses.isCoordinator(i - 1)
    guard isStart, i + 1 < sentence.upperBound,
      let source = clauses.phrase(i + 1, sourceEnd(i + 1, sentence)), clauses.level[i] < 0
    else { return nil }
    if let cue = opinionOfExperts(i, source, sentence) { return cue }
    guard let actor = source.actors.first else { return nil }
    // A state is one only with its article; a day or a place is none.
    guard reading.actors[actor].kind != .group else { return nil }
    if i + 1 < sentence.upperBound, let cue = opinionOfPerson(i, source, actor, sentence) {
      return cue
    }
    // The marks come soon, with at most one verb before them.
    var verbs = 0
    var k = source.tokens.upperBound
    while k < min(sentence.upperBound, source.tokens.upperBound + 12) {
      if clauses.level[k] >= 0 {
        var cue = Cue(tokens: i..<source.tokens.upperBound)
        cue.attribution = attribution(of: source, sieve: "opinion-of")
        cue.isOpinion = true
        return cue
      }
      if clauses.groupAt[k] >= 0, groups[Int(clauses.groupAt[k])].isFinite {
        verbs += 1
        if verbs > 1 || clauses.speechVerbs[Int(clauses.groupAt[k])] != nil { return nil }
        k = groups[Int(clauses.groupAt[k])].tokens.upperBound
        continue
      }
      k += 1
    }
    return nil
  }

  /// "Per il sindaco, il ponte non reggerà": a person set off by a comma, with a clause of its own.
  private func opinionOfPerson(
    _ i: Int, _ source: NounPhrase, _ actor: Int, _ sentence: Range<Int>
  ) -> Cue? {
    var comma = source.tokens.upperBound
    // "Per X, interpellato da noi, il piano è …"
    if comma + 1 < sentence.upperBound, clauses.isComma(comma), clauses.groupAt[comma + 1] >= 0,
      groups[Int(clauses.groupAt[comma + 1])].mood == .participle,
      let close = ((comma + 2)..<min(sentence.upperBound, comma + 20)).first(where: {
        clauses.isComma($0)
      })
    {
      comma = close
    }
    guard reading.actors[actor].kind == .person || reading.actors[actor].kind == .anonymous,
      comma + 2 < sentence.upperBound, text.isMark(comma, ","),
      !(comma..<min(sentence.upperBound, comma + 40)).contains(where: { clauses.level[$0] >= 0 }),
      let next = clauses.finiteGroup(after: comma, before: sentence.upperBound),
      clauses.subjects[next].phrase.map({ $0.tokens.lowerBound == comma + 1 }) ?? false,
      groups[next].tense == .present || groups[next].tense == .future
        || groups[next].mood == .conditional
    else { return nil }
    var cue = Cue(tokens: i..<source.tokens.upperBound)
    cue.attribution = attribution(of: source, sieve: "opinion-of")
    return cue
  }

  /// "Per gli esperti il cartello ne ricava milioni": those who judge need no comma.
  private func opinionOfExperts(_ i: Int, _ source: NounPhrase, _ sentence: Range<Int>) -> Cue? {
    let end = source.tokens.upperBound
    guard i == sentence.lowerBound, end + 1 < sentence.upperBound,
      source.tokens.contains(where: { lexicon.phrase(text, $0, .judge) != nil }),
      !(end..<min(sentence.upperBound, end + 40)).contains(where: { clauses.level[$0] >= 0 }),
      let next = clauses.finiteGroup(after: end, before: sentence.upperBound),
      clauses.subjects[next].phrase.map({ $0.tokens.lowerBound == end }) ?? false,
      // "Per gli esperti la regione ha aperto un bando": for their good.
      groups[next].tense != .perfect, groups[next].tense != .past
    else { return nil }
    var cue = Cue(tokens: i..<end)
    cue.attribution = attribution(of: source, sieve: "opinion-of")
    return cue
  }

  /// "Parola di X.", "Così X." after a quotation.
  func thus(_ i: Int) -> Cue? {
    guard let phrase = lexicon.phrase(text, i, .thus), i > 0 else { return nil }
    let sentence = clauses.sentence(of: i)
    var before = i - 1
    if i > sentence.lowerBound, clauses.isComma(before) { before -= 1 }
    if i == sentence.lowerBound, before > 0, text.isMark(before, ".") { before -= 1 }
    guard before >= 0,
      isMarkEnd(before) || text[before].isPunctuation && before > 0 && isMarkEnd(before - 1)
    else { return nil }
    var start = i + phrase.words.count
    guard start < sentence.upperBound else { return nil }
    if phrase.companion != LexemeTable.unknown {
      guard clauses.grammar.preposition(text[start].lexeme) == phrase.companion else { return nil }
      start += 1
    }
    // "così ha detto X" is the verb's.
    guard start < sentence.upperBound, clauses.groupAt[start] < 0,
      let source = clauses.phrase(start, sourceEnd(start, sentence)), !source.actors.isEmpty
    else { return nil }
    var cue = Cue(tokens: i..<start)
    cue.attribution = attribution(of: source, sieve: "thus")
    cue.isPointing = true
    return cue
  }

  /// "Queste le parole di X", "È questo il monito di X": a noun of speech that points back at words in
  /// marks.
  private func pointedNoun(_ i: Int) -> Cue? {
    guard i > 0, clauses.grammar.isAny(text[i].lexeme, of: .demonstrative) else { return nil }
    let sentence = clauses.sentence(of: i)
    var start = i
    if start > sentence.lowerBound, clauses.groupAt[start - 1] >= 0,
      clauses.language.verbGroupWords.task(
        groups[Int(clauses.groupAt[start - 1])].verb) == .be
    {
      start = groups[Int(clauses.groupAt[start - 1])].tokens.lowerBound
    }
    var before = start - 1
    if start == sentence.lowerBound {
      if before >= 0, text.isMark(before, ".") { before -= 1 }
    } else {
      guard clauses.isComma(before) || text.isMark(before, ":") else { return nil }
      before -= 1
    }
    guard before >= 0, isMarkEnd(before) else { return nil }
    var k = i + 1
    while k < min(sentence.upperBound, i + 6), text[k].isWord {
      if lexicon.phrase(text, k, .saying, .remark) != nil {
        guard var owner = owner(after: k + 1, sentence) else { return nil }
        owner.sieve = "pointed-noun"
        var cue = Cue(tokens: start..<(k + 1))
        cue.attribution = owner
        cue.isPointing = true
        return cue
      }
      k += 1
    }
    return nil
  }

  /// "fonti locali citate dalla Reuters": the medium right after a source.
  func medium(after end: Int, _ sentence: Range<Int>) -> NounPhrase? {
    var i = end
    if i < sentence.upperBound, clauses.isComma(i) { i += 1 }
    guard i + 2 < sentence.upperBound, let quoted = lexicon.phrase(text, i, .quoted),
      clauses.grammar.preposition(text[i + 1].lexeme) == quoted.companion
    else { return nil }
    return clauses.phrase(i + 2, sourceEnd(i + 2, sentence))
  }

  /// Where the source after "secondo" ends at the latest: at a comma, verb or mark.
  func sourceEnd(_ start: Int, _ sentence: Range<Int>) -> Int {
    var end = start
    while end < sentence.upperBound, end - start < 24 {
      if clauses.referents.mention(covering: end) == nil {
        if text[end].isPunctuation { break }
        if clauses.groupAt[end] >= 0, groups[Int(clauses.groupAt[end])].isFinite { break }
        if text[end].isWord, clauses.isIntroducer(end) { break }
      }
      end += 1
    }
    return end
  }

  /// Whether an attribution can begin at the token `i`: at the start of a sentence or clause, after a
  /// mark, conjunction or noun; not after an article ("il secondo").
  func isClauseEdge(before i: Int, in sentence: Range<Int>) -> Bool {
    guard i > sentence.lowerBound else { return true }
    let before = i - 1
    if text[before].isPunctuation { return true }
    if clauses.grammar.isAny(
      text[before].lexeme, of: .definiteArticle, .indefiniteArticle, .articulatedPreposition,
      .preposition, .possessive, .demonstrative)
    {
      return false
    }
    return true
  }

  /// Whether what follows "secondo" can be a source: a known actor, a pronoun, or a noun with its
  /// article that is followed by a comma or ends the sentence.
  func isSource(_ i: Int, _ sentence: Range<Int>) -> Bool {
    if clauses.referents.mention(startingAt: i) != nil { return true }
    if clauses.grammar.isAny(text[i].lexeme, of: .subjectPronoun) { return true }
    if lexicon.phrase(text, i, .source) != nil { return true }
    let end = sourceEnd(i, sentence)
    guard let phrase = clauses.phrase(i, end) else { return false }
    if !phrase.actors.isEmpty || phrase.mention != nil { return true }
    guard let head = phrase.head else { return false }
    return lexicon.phrase(
      text, head, .document, .saying, .source, .generic, .individual, .body) != nil
      || lexicon.standIns.contains(text[head].lexeme)
      || clauses.language.names.roles.nouns[text[head].lexeme] != nil
  }

  /// "X, secondo cui …": the phrase before is the source.
  func relativeSource(_ i: Int, _ after: Int) -> Cue? {
    var end = i
    if end > 0, clauses.isComma(end - 1) { end -= 1 }
    guard end > 0, let mention = clauses.referents.mention(covering: end - 1),
      mention.tokens.upperBound == end
    else { return nil }
    let phrase = NounPhrase(
      tokens: mention.tokens, actors: mention.actor.map { [$0] } ?? [], mention: mention)
    let pronounEnd =
      clauses.grammar.isAny(text[after].lexeme, of: .relative) ? after + 1 : after + 2
    var cue = Cue(tokens: i..<pronounEnd)
    cue.attribution = attribution(of: phrase, sieve: "according-to-antecedent")
    return cue
  }

  /// "secondo la nota del ministero": whose document it is.
  func complementOwner(_ phrase: NounPhrase, _ sentence: Range<Int>) -> Attribution? {
    guard let head = phrase.head,
      lexicon.phrase(text, head, .document, .saying, .remark) != nil
    else { return nil }
    // Past adjectives to "di".
    var k = phrase.tokens.upperBound
    var steps = 0
    while k < sentence.upperBound, steps < 3, text[k].isWord, !clauses.isPreposition(k),
      clauses.groupAt[k] < 0 || !groups[Int(clauses.groupAt[k])].isFinite
    {
      k += 1
      steps += 1
    }
    return owner(after: k, sentence)
  }

  /// Whose something is: "di X", "del X" at the token `k`.
  func owner(after k: Int, _ sentence: Range<Int>) -> Attribution? {
    // "il commento amaro di X"
    var k = k
    if k + 2 < sentence.upperBound, text[k].isWord, !text[k].isCapitalized,
      clauses.grammar.preposition(text[k].lexeme) == nil, !clauses.isCoordinator(k),
      !clauses.isIntroducer(k),
      clauses.groupAt[k] < 0 || groups[Int(clauses.groupAt[k])].mood == .participle,
      clauses.grammar.preposition(text[k + 1].lexeme) == lexicon.of
    {
      k += 1
    }
    guard k + 1 < sentence.upperBound,
      let base = clauses.grammar.preposition(text[k].lexeme), base == clauses.language.speech.of,
      let phrase = clauses.phrase(k + 1, sourceEnd(k + 1, sentence))
    else { return nil }
    // "nella nota dell’ente"
    if phrase.actors.isEmpty { return standInBody(k..<phrase.tokens.upperBound) }
    return attribution(of: phrase, sieve: "noun-frame")
  }
}
