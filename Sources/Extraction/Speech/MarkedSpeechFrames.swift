import DossierModel

/// The words around marks that tell whose they are, most precise first.
extension MarkedSpeech {
  func frame(of place: Place, _ pair: QuotationMarks.Pair) -> Frame? {
    cueAfter(place) ?? cueBefore(place) ?? headlineComma(place) ?? resumed(place)
      ?? wording(place) ?? governing(place) ?? closing(place) ?? strangeVerbAfter(place)
      ?? together(place) ?? inBrackets(place)
  }

  func canSpeak(_ actor: Int) -> Bool { actor < reading.actors.count }

  /// «A», ha detto X, «B»: B goes on with A.
  func resumed(_ place: Place) -> Frame? {
    let before = place.outer.lowerBound - 1
    guard before > place.sentence.lowerBound, clauses.isComma(before) || cues.isMarkEnd(before - 1),
      let last = found.last, last.quotation.kind == .direct, let cue = last.quotation.cue,
      cue.start >= last.quotation.span.end,
      cue.start >= Int(text[place.sentence.lowerBound].start),
      cue.end <= Int(text[before].start)
    else { return nil }
    // Only the cue, its subject and where or when stand between.
    let between = text.index(atOrAfter: cue.end)..<before
    guard between.count <= 30, !document.verbGroups(in: between).contains(where: { $0.isFinite }),
      !between.contains(where: { text[$0].isWord && clauses.isIntroducer($0) })
    else { return nil }
    let quotation = last.quotation
    let attribution = Attribution(
      actors: quotation.speakers, basis: quotation.basis, sieve: quotation.sieve,
      chain: quotation.chain)
    return Frame(attribution: attribution, cue: text.range(in: cue), isBeside: true)
  }

  /// Whether the marks open a sentence, at most after a dateline.
  func startsSentence(_ place: Place) -> Bool {
    let open = place.outer.lowerBound
    let start = place.sentence.lowerBound
    if open == start || text.isMark(open - 1, ":") { return true }
    // (ride) «…»
    if text.isMark(open - 1, ")"), text.isMark(start, "("), open - start <= 8 { return true }
    guard open - start <= 16, clauses.isDash(open - 1) || text.isMark(open - 1, "-") else {
      return (start..<open).allSatisfy { document.isMetadata(Int(text[$0].start)) }
    }
    return document.verbGroups(in: start..<open).isEmpty
  }

  /// The cue to the left in whose clause the words stand: "ha accusato X di «…»".
  func governing(_ place: Place) -> Frame? {
    let open = place.outer.lowerBound
    let sentence = place.sentence
    let here = clauses.level[open]
    let floor = max(sentence.lowerBound, open - 160)
    var passed: Int?
    var fallback: Frame?
    var semicolon: Int?
    let isSentence =
      text[place.inner.lowerBound].isCapitalized && hasFiniteVerb(place.inner)
    var i = open - 1
    while i >= floor {
      guard clauses.level[i] == here else {
        i -= 1
        continue
      }
      if text.isMark(i, ";") {
        semicolon = i
        break
      }
      if text[i].isWord, lexicon.phrase(text, i, .contrast) != nil, passed != nil { break }
      // "X ha minacciato sanzioni, ma Y «non cederà»": a clause with a subject of its own.
      if text[i].isWord, clauses.isCoordinator(i), clauses.isComma(i - 1), passed == nil,
        let subject = clauses.phrase(i + 1, open), subject.tokens.upperBound == open,
        subject.mention != nil, hasFiniteVerb(place.inner)
      {
        return nil
      }
      if clauses.groupAt[i] >= 0 {
        let group = Int(clauses.groupAt[i])
        i = groups[group].tokens.lowerBound - 1
        if cues.cueOfGroup[group] >= 0 {
          let cue = cues.cues[Int(cues.cueOfGroup[group])]
          if governs(cue, group, open, passed, isSentence: isSentence) {
            return Frame(
              attribution: cue.attribution, cue: cue.tokens,
              isBeside: isBeside(cue, open), isWeak: cue.verb?.frames.contains(.weak) ?? false,
              verb: cue.verb)
          }
        } else if passed == nil, fallback == nil, let verb = clauses.speechVerbs[group],
          canTell(groups[group], verb)
        {
          // "Oltre a esprimere «profondo rammarico», …": whoever it is.
          fallback = Frame(
            attribution: Attribution(), cue: groups[group].tokens, isBeside: false, verb: verb)
        }
        if isToldOf(group),
          passed == nil
            || lexicon.complementizers.contains(text[groups[group].tokens.upperBound].lexeme)
        {
          return Frame(
            attribution: cues.documentOpening(group, cues.paragraph(of: open)) ?? Attribution(),
            cue: groups[group].tokens, isBeside: false)
        }
        if groups[group].isFinite {
          if passed == nil, let frame = nounFrameBefore(open, group) { return frame }
          // A reporter seldom says "I"; "rammarico" is a noun then.
          if groups[group].person != 1 { passed = group }
        }
        continue
      }
      i -= 1
    }
    // "Secondo X, …" governs the whole sentence.
    if let cue = sourceBefore(open, sentence, here) {
      return Frame(attribution: cue.attribution, cue: cue.tokens, isBeside: false)
    }
    return fallback ?? (passed == nil ? nounFrameBefore(open, nil) : nil) ?? opinion(place)
      ?? semicolon.flatMap { reportBefore($0, open, sentence) }
  }

  /// "La ditta comunica che la linea chiuderà; la fabbrica «non serve più»": the report goes on.
  private func reportBefore(_ semicolon: Int, _ open: Int, _ sentence: Range<Int>) -> Frame? {
    guard let group = clauses.lastFiniteGroup(before: semicolon, after: sentence.lowerBound) else {
      return nil
    }
    var main = group
    if let opening = clauses.introducer[group], let governor = clauses.governor(of: opening) {
      main = governor
    }
    guard cues.cueOfGroup[main] >= 0, clauses.introducer[main] == nil,
      !(semicolon..<open).contains(where: {
        text[$0].isWord && lexicon.phrase(text, $0, .opinion, .according) != nil
      })
    else { return nil }
    let cue = cues.cues[Int(cues.cueOfGroup[main])]
    guard cue.attribution.isKnown, let complement = cue.complement, complement < semicolon,
      cue.verb?.verbClass == .report
    else { return nil }
    return Frame(attribution: cue.attribution, cue: cue.tokens, isBeside: false)
  }

  /// "Per il difensore il processo è «una farsa»": whoever has the role.
  func opinion(_ place: Place) -> Frame? {
    let start = place.sentence.lowerBound
    guard lexicon.phrase(text, start, .opinion) != nil, clauses.isArticle(start + 1),
      place.outer.lowerBound - start <= 40
    else { return nil }
    let head = (start + 2)..<min(start + 4, place.outer.lowerBound)
    let noun = head.first {
      clauses.language.names.roles.nouns[text[$0].lexeme] != nil
        || lexicon.phrase(text, $0, .source) != nil
    }
    guard let noun else { return nil }
    return Frame(
      attribution: Attribution(sieve: "opinion-of", stranger: start + 1..<noun + 1),
      cue: start..<(start + 1), isBeside: false)
  }

  /// Whether an infinitive, or the participle of a charge ("accusato di «tradimento»"), tells what
  /// somebody says even if it has no subject.
  private func canTell(_ group: VerbGroup, _ verb: SpeechLexicon.Verb) -> Bool {
    guard verb.frames.contains(.mixed), !verb.frames.contains(.weak), !group.isNegated else {
      return false
    }
    if group.mood == .infinitive { return group.voice == .active }
    guard group.mood == .participle, group.tokens.upperBound < text.count else { return false }
    let preposition = clauses.grammar.preposition(text[group.tokens.upperBound].lexeme)
    switch verb.verbClass {
    case .stance: return verb.frames.contains(.ofInfinitive) && preposition == lexicon.of
    // "definito dall’accusa come «…»"
    case .description:
      return preposition.map { clauses.language.verbGroupWords.agents.contains($0) } ?? false
    default: return false
    }
  }

  /// "Nel documento si parla di «…»": nobody in particular speaks, but a text does.
  private func isToldOf(_ group: Int) -> Bool {
    guard groups[group].voice == .reflexive, groups[group].isFinite,
      let verb = lexicon.verbs[Int(groups[group].verb)], verb.frames.contains(.mixed)
    else { return false }
    let sentence = clauses.sentence(of: groups[group].head)
    return (max(sentence.lowerBound, groups[group].tokens.lowerBound - 14)..<groups[group].head)
      .contains { text[$0].isWord && lexicon.phrase(text, $0, .document, .saying) != nil }
  }

  func sourceBefore(_ open: Int, _ sentence: Range<Int>, _ here: Int32) -> Cue? {
    let floor = max(sentence.lowerBound, open - Self.reach)
    guard let first = cues.firstCue(atOrAfter: floor) else { return nil }
    var result: Cue?
    var k = first
    while k < cues.cues.count, cues.cues[k].tokens.upperBound <= open {
      if cues.cues[k].group == nil, !cues.cues[k].isPointing,
        clauses.level[cues.cues[k].tokens.lowerBound] == here
      {
        result = cues.cues[k]
      }
      k += 1
    }
    return result
  }

  /// Whether the verb of speech has the words at `open` in what depends on it.
  func governs(
    _ cue: Cue, _ group: Int, _ open: Int, _ passed: Int?, isSentence: Bool
  ) -> Bool {
    guard let verb = cue.verb else { return false }
    let verbGroup = groups[group]
    if let r = clauses.introducer[group], lexicon.phrase(text, r, .anyone) != nil { return false }
    if verbGroup.isNegated, !(verb.verbClass == .stance || verb.verbClass == .performative) {
      return false
    }
    if verbGroup.voice == .passive, verbGroup.mood != .participle,
      cue.attribution.sieve != "agent"
    {
      return false
    }
    if verbGroup.mood == .participle { return verb.frames.contains(.predicate) && passed == nil }
    let isAdjacent = open - verbGroup.tokens.upperBound <= 1
    if isAdjacent, verb.frames.contains(.quote) { return true }
    if verb.verbClass == .utterance, verb.frames.contains(.quote), passed == nil, isSentence,
      open - verbGroup.tokens.upperBound <= 8
    {
      return true
    }
    // "intere regioni, si legge nel rapporto, sono «governate dalla paura»"
    if verb.frames.contains(.ofDocument), let passed, isInserted(cue, before: groups[passed]) {
      return true
    }
    guard verb.frames.contains(.mixed) || verb.frames.contains(.predicate) else { return false }
    // A relative clause that has ended governs nothing: "X, che ha parlato, è «isolato»".
    if let r = clauses.introducer[group], clauses.governor(of: r) == nil,
      (verbGroup.tokens.upperBound..<open).contains(where: {
        clauses.level[$0] == clauses.level[verbGroup.head] && clauses.isComma($0)
      })
    {
      return false
    }
    if let resumption = cue.resumption, resumption <= open { return true }
    if verb.frames.contains(.clausal), cue.complement.map({ $0 > open }) ?? true { return false }
    guard let passed else { return true }
    // "ha definito la manovra «una follia»": the object can look like a verb with a pronoun.
    if verb.frames.contains(.predicate), clauses.isArticle(groups[passed].tokens.lowerBound),
      groups[passed].tokens.lowerBound == cue.tokens.upperBound
    {
      return true
    }
    // Finite verbs between belong to the reported clause.
    guard let complement = cue.complement else {
      return opensClause(cue, groups[passed]) || isInserted(cue, before: groups[passed])
    }
    return complement <= groups[passed].tokens.lowerBound
  }

  /// Whether the cue stands between commas in the clause of another verb: "la banca, dice il pm, era
  /// «un bancomat»".
  private func isInserted(_ cue: Cue, before group: VerbGroup) -> Bool {
    guard clauses.isComma(cue.tokens.lowerBound - 1), cue.verb?.canLead == true else {
      return false
    }
    return (cue.tokens.upperBound..<group.tokens.lowerBound).contains {
      $0 <= cue.tokens.upperBound + 12 && clauses.isComma($0)
    }
  }

  /// Whether "come", "quanto", "che" opens a reported clause between the cue and the verb `group`: "ha
  /// ricordato come la legge sia", "ha detto al «Monde» che la legge è".
  private func opensClause(_ cue: Cue, _ group: VerbGroup) -> Bool {
    guard let verb = cue.verb, verb.frames.contains(.clause) else { return false }
    let here = clauses.level[cue.tokens.lowerBound]
    var i = cue.tokens.upperBound
    while i < min(group.tokens.lowerBound, cue.tokens.upperBound + 12) {
      if clauses.level[i] == here {
        if text.isMark(i, ":") || text.isMark(i, ";") || clauses.groupAt[i] >= 0 { return false }
        if text[i].isWord, clauses.isIntroducer(i) {
          return i == cue.tokens.upperBound
            || lexicon.complementizers.contains(text[i].lexeme)
              && cues.isMarkEnd(i - 1)
        }
      }
      i += 1
    }
    return false
  }

  func isBeside(_ cue: Cue, _ open: Int) -> Bool {
    if cue.tokens.upperBound == open { return true }
    if let complement = cue.complement, complement == open, !cue.isInfinitive { return true }
    return cue.tokens.upperBound == open - 1 && clauses.isComma(open - 1)
  }

  /// "l’appello di X a «…»", "ha rivolto un appello a «…»": a noun of speech shortly before.
  func nounFrameBefore(_ open: Int, _ verb: Int?) -> Frame? {
    let here = clauses.level[open]
    let floor = max(verb.map { groups[$0].tokens.upperBound } ?? 0, open - 12)
    let sentence = clauses.sentence(of: open)
    // The words follow the noun, or a preposition that leads to them: "un appello a «…»".
    guard open > sentence.lowerBound else { return nil }
    if clauses.isComma(open - 1) { return wordsOf(open, floor, sentence) }
    guard text[open - 1].isWord else { return nil }
    let base = clauses.grammar.preposition(text[open - 1].lexeme)
    guard base == nil || base == lexicon.of || base == lexicon.to else { return nil }
    if base == nil, lexicon.phrase(text, open - 1, .saying) == nil { return nil }
    var i = open - 1
    while i >= max(floor, sentence.lowerBound) {
      if clauses.level[i] == here, text[i].isWord, lexicon.phrase(text, i, .saying) != nil,
        clauses.groupAt[i] < 0
      {
        if var owner = cues.owner(after: i + 1, sentence) {
          owner.sieve = "noun-before"
          return Frame(attribution: owner, cue: i..<(i + 1), isBeside: false)
        }
        guard let verb, cues.subjectOf[verb].isKnown else {
          // "un appello a «deporre le armi»": whoever it is of.
          guard base != nil, i >= open - 3,
            clauses.grammar.entry(text[open - 1].lexeme, .preposition) != nil
          else { return nil }
          return Frame(attribution: Attribution(), cue: i..<(i + 1), isBeside: false)
        }
        var attribution = cues.subjectOf[verb]
        attribution.sieve = "noun-of-subject"
        attribution.chain = []
        return Frame(attribution: attribution, cue: i..<(i + 1), isBeside: false)
      }
      if text[i].isPunctuation { return nil }
      i -= 1
    }
    return nil
  }

  /// "con le parole di X sulle vittime, «…»": past what the words are about, a comma leads to them.
  private func wordsOf(_ open: Int, _ floor: Int, _ sentence: Range<Int>) -> Frame? {
    let comma = open - 1
    var i = comma - 1
    while i >= max(floor, sentence.lowerBound), text[i].isWord, clauses.groupAt[i] < 0 {
      if lexicon.phrase(text, i, .saying) != nil {
        guard var owner = cues.owner(after: i + 1, sentence), owner.actors.count == 1,
          let actor = owner.actors.first, reading.actors[actor].kind == .person
        else { return nil }
        owner.sieve = "noun-before"
        return Frame(attribution: owner, cue: i..<(i + 1), isBeside: false)
      }
      i -= 1
    }
    return nil
  }

  /// "al grido di «…»", "la scritta «…»", "con le parole «…»": the marks hold somebody's wording.
  func wording(_ place: Place) -> Frame? {
    let open = place.outer.lowerBound
    var i = open - 1
    let sentence = place.sentence
    guard i >= sentence.lowerBound, text[i].isWord else { return nil }
    let isOf = clauses.grammar.preposition(text[i].lexeme) == lexicon.of
    if isOf { i -= 1 }
    let floor = max(sentence.lowerBound, open - 5)
    var owner: Attribution?
    while i >= floor, text[i].isWord {
      if lexicon.phrase(text, i, .wording) != nil, clauses.groupAt[i] < 0,
        !isOf || lexicon.phrase(text, i, .saying) != nil
      {
        owner = cues.owner(after: i + 1, sentence)
        owner?.sieve = "wording-of"
        // "Gli studenti scandiscono lo slogan «…»", "I ribelli avanzano al grido di «…»"
        if owner == nil, lexicon.phrase(text, i, .saying) != nil,
          let verb = clauses.lastFiniteGroup(before: i, after: sentence.lowerBound),
          cues.subjectOf[verb].isKnown, groups[verb].voice != .passive
        {
          owner = cues.subjectOf[verb]
          owner?.sieve = "wording-of-subject"
          owner?.chain = []
        }
        var frame = Frame(
          attribution: owner ?? Attribution(sieve: "wording"), cue: i..<(i + 1), isBeside: true)
        frame.isWording = true
        return frame
      }
      if clauses.groupAt[i] >= 0 { return nil }
      if let base = clauses.grammar.preposition(text[i].lexeme), base != lexicon.of { return nil }
      i -= 1
    }
    return nil
  }

  /// The colonel («Non vedo nulla») and others: words in brackets after who says them.
  private func inBrackets(_ place: Place) -> Frame? {
    let open = place.outer.lowerBound - 1
    guard open > place.sentence.lowerBound, text.isMark(open, "("),
      text.isMark(place.outer.upperBound, ")"), hasFiniteVerb(place.inner),
      wordCount(place.inner) >= 2
    else { return nil }
    guard let mention = clauses.referents.mention(covering: open - 1),
      mention.tokens.upperBound == open, let actor = mention.actor
    else { return Frame(attribution: Attribution(sieve: "brackets"), cue: nil, isBeside: true) }
    let attribution = Attribution(actors: [actor], basis: .name, sieve: "brackets")
    return Frame(attribution: attribution, cue: nil, isBeside: true)
  }

  /// Fragments after another of the same sentence: "ha definito il corteo «una vergogna» che diffonde
  /// la «peste»".
  private func together(_ place: Place) -> Frame? {
    let open = place.outer.lowerBound
    guard let last = lastFound(before: open, floor: place.sentence.lowerBound),
      Int(text[place.sentence.lowerBound].start) <= last.quotation.span.start,
      last.quotation.span.end <= Int(text[open].start)
    else { return nil }
    let between = text.index(atOrAfter: last.quotation.span.end)..<open
    guard
      !between.contains(where: {
        text.isMark($0, ";") || text[$0].isWord && lexicon.phrase(text, $0, .contrast) != nil
      })
    else { return nil }
    var attribution = continued(last.quotation, "same-sentence")
    attribution.stranger = between
    return Frame(
      attribution: attribution, cue: last.quotation.cue.map { text.range(in: $0) },
      isBeside: false)
  }
}
