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
      if let possessed = lexicon.phrase(text, i, .possessed) {
        var cue = Cue(tokens: i..<(i + possessed.words.count))
        cue.attribution.sieve = "according-to-possessive"
        // "da dove, a suo dire, passano le armi": an aside in what somebody says anyway.
        cue.isOpinion = i != clauses.sentence(of: i).lowerBound
        cues.append(cue)
        i += possessed.words.count - 1
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
      guard let phrase = clauses.joinedPhrase(start, sourceEnd(start, sentence)) else { continue }
      let source = named(phrase, sentence)
      var cue = Cue(tokens: i..<sourceEnd(of: source))
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
      i == sentence.lowerBound || clauses.isComma(i - 1) || text.isMark(i - 1, ";")
      || clauses.isCoordinator(i - 1)
    guard isStart, i + 1 < sentence.upperBound,
      let phrase = clauses.phrase(i + 1, sourceEnd(i + 1, sentence)), clauses.level[i] < 0
    else { return nil }
    let source = named(phrase, sentence)
    if let cue = opinionOfExperts(i, source, sentence) { return cue }
    let isPronoun =
      source.tokens.count == 1
      && clauses.grammar.isAny(text[source.tokens.lowerBound].lexeme, of: .subjectPronoun)
    let described =
      source.actors.isEmpty
      ? widerDescription(source.tokens).flatMap { $0.isKnown ? $0 : nil } : nil
    guard isPronoun || !source.actors.isEmpty || described != nil || isBodyAlone(source) else {
      return nil
    }
    if let actor = source.actors.first {
      // A state is one only with its article; a day or a place is none.
      guard reading.actors[actor].kind != .group else { return nil }
      if let cue = opinionOfPerson(i, source, actor, sentence) { return cue }
    }
    // The marks come soon, with at most one verb before them.
    var verbs = 0
    let start = pastAsides(source.tokens.upperBound, sentence)
    var k = start
    while k < min(sentence.upperBound, start + 12) {
      if clauses.level[k] >= 0 {
        var cue = Cue(tokens: i..<source.tokens.upperBound)
        cue.attribution = described ?? attribution(of: source, sieve: "opinion-of")
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

  /// "la difesa": a body without a name that has opinions.
  private func isBodyAlone(_ source: NounPhrase) -> Bool {
    guard let first = source.tokens.first, source.tokens.count == 2,
      clauses.grammar.isAny(text[first].lexeme, of: .definiteArticle)
    else { return false }
    return lexicon.phrase(text, first + 1, .body, .source) != nil
  }

  /// Past what stands between commas after a source: "Per X, che pure ha votato contro, la legge è «…»".
  private func pastAsides(_ start: Int, _ sentence: Range<Int>) -> Int {
    var end = start
    if end + 1 < sentence.upperBound, clauses.isComma(end),
      let close = clauses.appositionEnd(end + 1, sentence.upperBound), close < sentence.upperBound,
      clauses.isComma(close)
    {
      end = close
    }
    while end + 1 < sentence.upperBound, clauses.isComma(end), clauses.level[end + 1] < 0,
      clauses.isIntroducer(end + 1)
        || clauses.groupAt[end + 1] >= 0
          && groups[Int(clauses.groupAt[end + 1])].mood == .participle
        || text[end + 1].isWord && !text[end + 1].isCapitalized && !clauses.isArticle(end + 1)
          && clauses.language.names.roles.nouns[text[end + 1].lexeme] != nil,
      let close = ((end + 2)..<min(sentence.upperBound, end + 24)).first(where: {
        clauses.isComma($0) && clauses.level[$0] < 0
      })
    {
      end = close
    }
    return end
  }

  /// "Per il sindaco, il ponte non reggerà": a person set off by a comma, with a clause of its own.
  private func opinionOfPerson(
    _ i: Int, _ source: NounPhrase, _ actor: Int, _ sentence: Range<Int>
  ) -> Cue? {
    var comma = source.tokens.upperBound
    var isExplained = source.tokens.contains { clauses.isComma($0) }
    // "Per il sindaco, X, il tempo è finito"
    if comma + 2 < sentence.upperBound, clauses.isComma(comma),
      let name = clauses.referents.mention(startingAt: comma + 1), name.actor == actor,
      name.tokens.upperBound < sentence.upperBound, clauses.isComma(name.tokens.upperBound)
    {
      (comma, isExplained) = (name.tokens.upperBound, true)
    }
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
      clauses.subjects[next].phrase.map({
        $0.tokens.lowerBound == comma + 1
          // "Per il portavoce, il colonnello X, i miliziani …": the name looks like the subject.
          || isExplained && $0.tokens.lowerBound < comma && clauses.isArticle(comma + 1)
      }) ?? false,
      groups[next].tense == .present || groups[next].tense == .future
        || groups[next].mood == .conditional
        || isExplained
    else { return nil }
    var cue = Cue(tokens: i..<(isExplained ? comma : source.tokens.upperBound))
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
        if text[end].isPunctuation, !isNameMark(end, sentence) { break }
        if clauses.groupAt[end] >= 0, groups[Int(clauses.groupAt[end])].isFinite { break }
        if text[end].isWord, clauses.isIntroducer(end) { break }
      }
      end += 1
    }
    return end
  }

  /// "la legale, X, …": the name between commas of the source that is described.
  private func named(_ source: NounPhrase, _ sentence: Range<Int>) -> NounPhrase {
    guard source.agreement.number != .plural,
      source.actors.allSatisfy({ reading.actors[$0].kind == .anonymous }),
      source.mention.map({ $0.label == .person }) ?? true
    else { return source }
    var comma = sourceEnd(of: source)
    while comma < min(sentence.upperBound, source.tokens.upperBound + 8), text[comma].isWord,
      clauses.groupAt[comma] < 0, !clauses.isIntroducer(comma), !clauses.isCoordinator(comma)
    {
      comma += 1
    }
    guard comma + 1 < sentence.upperBound, text.isMark(comma, ","),
      source.mention != nil || canSpeak(source.tokens),
      let close = clauses.appositionEnd(comma + 1, sentence.upperBound),
      close < sentence.upperBound,
      clauses.isComma(close), let name = clauses.referents.mention(covering: close - 1),
      let actor = name.actor
    else { return source }
    return NounPhrase(
      tokens: source.tokens.lowerBound..<close, actors: [actor], mention: name,
      agreement: source.agreement)
  }

  /// Where a source ends, with the complement of one without a name: "secondo l’associazione dei medici i
  /// posti mancano".
  private func sourceEnd(of source: NounPhrase) -> Int {
    let end = source.tokens.upperBound
    guard source.actors.isEmpty, let head = source.head ?? source.mention?.tokens.lowerBound else {
      return end
    }
    return max(end, descriptionEnd(head, end))
  }

  /// Whether the mark at `i` stands beside a name: "secondo il quotidiano «Haaretz»".
  private func isNameMark(_ i: Int, _ sentence: Range<Int>) -> Bool {
    guard !clauses.isComma(i), !text.isMark(i, "."), !text.isMark(i, ":"), !text.isMark(i, ";")
    else {
      return false
    }
    if i + 1 < sentence.upperBound, lexicon.phrase(text, i - 1, .naming) != nil,
      let name = clauses.referents.mention(startingAt: i + 1)
    {
      return name.tokens.upperBound < sentence.upperBound
        && text[name.tokens.upperBound].isPunctuation
    }
    guard i > 0, let name = clauses.referents.mention(covering: i - 1),
      name.tokens.upperBound == i, name.tokens.lowerBound > 1
    else { return false }
    let open = name.tokens.lowerBound - 1
    return text[open].isPunctuation && !clauses.isComma(open)
      && lexicon.phrase(text, open - 1, .naming) != nil
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
    guard var head = phrase.head else { return false }
    // "Secondo due abitanti della zona"
    while head + 1 < phrase.tokens.upperBound, text[head].isNumber || clauses.isDeterminer(head) {
      head += 1
    }
    if head + 1 < phrase.tokens.upperBound, arePeople(head + 1) { head += 1 }
    return lexicon.phrase(
      text, head, .document, .saying, .source, .generic, .individual, .body) != nil
      || lexicon.standIns.contains(text[head].lexeme)
      || clauses.language.names.roles.nouns[text[head].lexeme] != nil
  }

  /// Whether the noun means several people: "funzionari".
  private func arePeople(_ noun: Int) -> Bool {
    clauses.language.names.roles.nouns[text[noun].lexeme].map { $0.agreement.number == .plural }
      ?? (lexicon.phrase(text, noun, .source, .individual) != nil)
  }

  /// "X, secondo cui …": the phrase before is the source.
  func relativeSource(_ i: Int, _ after: Int) -> Cue? {
    var end = i
    if end > 0, clauses.isComma(end - 1) { end -= 1 }
    guard end > 0, let mention = antecedent(before: end) else { return nil }
    let phrase = NounPhrase(
      tokens: mention.tokens, actors: mention.actor.map { [$0] } ?? [], mention: mention)
    let pronounEnd =
      clauses.grammar.isAny(text[after].lexeme, of: .relative) ? after + 1 : after + 2
    var cue = Cue(tokens: i..<pronounEnd)
    cue.attribution = attribution(of: phrase, sieve: "according-to-antecedent")
    return cue
  }

  /// "X", or "X, consigliere a Y e volto dell’ala dura": the name that a relative clause tells of.
  private func antecedent(before end: Int) -> Referents.Mention? {
    let own = clauses.referents.mention(covering: end - 1).flatMap {
      $0.tokens.upperBound == end ? $0 : nil
    }
    if let own, own.label == .person, own.resolution != .description { return own }
    // An apposition has no verb and no article.
    let floor = max(clauses.sentence(of: end - 1).lowerBound, end - 20)
    var i = end - 1
    while i > floor, !clauses.isComma(i) {
      if clauses.groupAt[i] >= 0, groups[Int(clauses.groupAt[i])].isFinite { return own }
      i -= 1
    }
    guard i > floor, text[i].isPunctuation, text[i + 1].isWord, !text[i + 1].isCapitalized,
      clauses.language.names.roles.nouns[text[i + 1].lexeme] != nil,
      let name = clauses.referents.mention(covering: i - 1), name.tokens.upperBound == i,
      name.label == .person, name.resolution != .description
    else { return own }
    return name
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
    return owner(after: k, sentence) ?? signatory(after: head, sentence)
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
    // "una nota della portavoce del Servizio, X"
    let explained = named(phrase, sentence)
    if explained.actors != phrase.actors {
      return attribution(of: explained, sieve: "noun-frame")
    }
    // "una domanda del capocantiere, X: «…»"
    let comma = phrase.tokens.upperBound
    if phrase.actors.isEmpty, phrase.tokens.count <= 2, comma + 1 < sentence.upperBound,
      text.isMark(comma, ","), let close = clauses.appositionEnd(comma + 1, sentence.upperBound),
      close < sentence.upperBound, text.isMark(close, ":"),
      let name = clauses.referents.mention(covering: close - 1), let actor = name.actor
    {
      return Attribution(actors: [actor], basis: .name, sieve: "noun-frame")
    }
    if phrase.actors.isEmpty {
      let words = k..<phrase.tokens.upperBound
      if let body = standInBody(words) { return body }
      // "La replica del primo cittadino"
      return widerDescription(words).flatMap { $0.isKnown ? $0 : nil }
    }
    return attribution(of: phrase, sieve: "noun-frame")
  }
}
