import DossierModel

/// The words around marks that tell whose they are, most precise first.
extension MarkedSpeech {
  func frame(of place: Place, _ pair: QuotationMarks.Pair) -> Frame? {
    cueAfter(place) ?? cueBefore(place) ?? headlineComma(place) ?? resumed(place)
      ?? wording(place) ?? governing(place) ?? closing(place) ?? strangeVerbAfter(place)
      ?? together(place) ?? inBrackets(place)
  }

  /// `»`, ha detto X / `»`, così X / `»`, secondo X / `»`, le parole di X.
  func cueAfter(_ place: Place) -> Frame? {
    let sentence = place.lastSentence
    var k = place.outer.upperBound
    guard k < sentence.upperBound || k < text.count else { return nil }
    let end = sentenceEnd(after: place)
    var hasComma = false
    while k < end, clauses.isComma(k) || text.isMark(k, ":") {
      hasComma = true
      k += 1
    }
    let start = k
    while k < end, k - start < 3, text[k].isWord, clauses.groupAt[k] < 0,
      clauses.isCoordinator(k) || clauses.isAdverb(k) || lexicon.phrase(text, k, .thus) != nil
        || lexicon.phrase(text, k, .clauseSource) != nil
    {
      if let cue = sourceCue(startingAt: k, end), cue.isPointing {
        return Frame(attribution: cue.attribution, cue: cue.tokens, isBeside: true)
      }
      k += 1
    }
    guard k < end else { return nil }
    if let frame = opinionAfter(k, place, end) ?? withTheseWords(k, end) { return frame }
    // "Il «processo del secolo» comincia": the words are the verb's subject.
    let before = place.outer.lowerBound - 1
    if !hasComma, before >= place.sentence.lowerBound,
      clauses.isArticle(before)
        || clauses.grammar.isAny(text[before].lexeme, of: .articulatedPreposition, .possessive)
    {
      return nil
    }
    if let frame = verbFrame(at: k, end) { return leadsOn(frame, place, end) ? nil : frame }
    if let cue = sourceCue(startingAt: k, end), !cue.isPointing {
      return Frame(attribution: cue.attribution, cue: cue.tokens, isBeside: true)
    }
    if hasComma || start > place.outer.upperBound {
      // `»`, lui ha detto
      if k + 1 < end, clauses.grammar.isAny(text[k].lexeme, of: .subjectPronoun),
        let frame = verbFrame(at: k + 1, end)
      {
        return frame
      }
      // `»`, il ministro ha detto; `»`, è quanto afferma X.
      if let phrase = clauses.phrase(k, end), phrase.tokens.upperBound < end,
        let frame = verbFrame(at: phrase.tokens.upperBound, end)
      {
        return leadsOn(frame, place, end) ? nil : frame
      }
      if let frame = nounFrameAfter(k, end) ?? ownerless(k, end) { return frame }
    }
    return nil
  }

  /// Words before whose they are: "è «storica» per Parigi, «una resa» per Mosca".
  private func opinionAfter(_ k: Int, _ place: Place, _ end: Int) -> Frame? {
    let before = place.outer.lowerBound - 1
    guard k == place.outer.upperBound, lexicon.phrase(text, k, .opinion) != nil,
      before >= place.sentence.lowerBound,
      clauses.isComma(before)
        || clauses.groupAt[before] >= 0 && groups[Int(clauses.groupAt[before])].isFinite,
      let phrase = clauses.phrase(k + 1, end)
    else { return nil }
    let isRole =
      phrase.head.map { clauses.language.names.roles.nouns[text[$0].lexeme] != nil } ?? false
    guard isRole || phrase.actors.contains(where: { canHoldOpinion($0) }) else { return nil }
    return Frame(
      attribution: cues.attribution(of: phrase, sieve: "opinion-after"), cue: k..<(k + 1),
      isBeside: false)
  }

  /// `»`: con queste parole X ha aperto il vertice.
  private func withTheseWords(_ k: Int, _ end: Int) -> Frame? {
    guard k + 3 < end, clauses.isPreposition(k),
      clauses.grammar.isAny(text[k + 1].lexeme, of: .demonstrative),
      lexicon.phrase(text, k + 2, .saying, .wording) != nil,
      let verb = clauses.finiteGroup(after: k + 3, before: end), groups[verb].voice != .passive,
      clauses.introducer[verb] == nil
    else { return nil }
    var attribution = cues.subjectOf[verb]
    if !attribution.isKnown, clauses.subjects[verb].phrase == nil,
      let phrase = clauses.phraseAfter(verb),
      phrase.tokens.lowerBound == groups[verb].tokens.upperBound
    {
      attribution = cues.attribution(of: phrase, sieve: "subject-after")
    }
    attribution.chain = []
    return Frame(attribution: attribution, cue: (k + 2)..<(k + 3), isBeside: true)
  }

  private func canHoldOpinion(_ actor: Int) -> Bool {
    canSpeak(actor) && reading.actors[actor].kind != .group
  }

  /// Whether the cue belongs to other words that a colon opens: "X, citando «Le Monde», ha detto: «…»".
  private func leadsOn(_ frame: Frame, _ place: Place, _ end: Int) -> Bool {
    guard let cue = frame.cue, !startsSentence(place) else { return false }
    var i = cue.upperBound
    while i < min(end, cue.upperBound + 16) {
      if text.isMark(i, ":") {
        return i + 2 < text.count && clauses.level[i + 2] >= 0
      }
      if text.isMark(i, ";") { return false }
      i += 1
    }
    return false
  }

  /// `»`, il grido degli sfollati: a noun of speech after a comma, whoever it is of.
  private func ownerless(_ k: Int, _ end: Int) -> Frame? {
    guard clauses.isArticle(k), k + 1 < end else { return nil }
    for i in (k + 1)..<min(end, k + 3) where clauses.groupAt[i] < 0 {
      if lexicon.phrase(text, i, .saying, .remark, .wording) != nil {
        return Frame(
          attribution: cues.besideMarks[i] ?? Attribution(), cue: i..<(i + 1), isBeside: true)
      }
    }
    return nil
  }

  /// The end of the sentence that the closing mark stands in; a sentence that ends with the mark may go
  /// on with its cue in small letters ("«Basta.» ha detto").
  func sentenceEnd(after place: Place) -> Int {
    let end = place.lastSentence.upperBound
    let next = place.outer.upperBound
    if next >= end, next < text.count, text[next].isWord, !text[next].isCapitalized {
      return clauses.sentence(of: next).upperBound
    }
    return end
  }

  func verbFrame(at k: Int, _ end: Int) -> Frame? {
    guard k < end, clauses.groupAt[k] >= 0 else { return nil }
    let group = Int(clauses.groupAt[k])
    guard groups[group].isFinite, cues.cueOfGroup[group] >= 0 else {
      return phaseFrame(group, end) ?? backwardFrame(at: k, end)
    }
    let cue = cues.cues[Int(cues.cueOfGroup[group])]
    guard let verb = cue.verb, verb.frames.contains(.quote) else { return nil }
    if groups[group].isNegated { return nil }
    // "ha detto che": another statement begins.
    if let complement = cue.complement, complement <= groups[group].tokens.upperBound + 1 {
      return nil
    }
    return Frame(attribution: cue.attribution, cue: cue.tokens, isBeside: true, verb: verb)
  }

  /// `»`, si limita a dire X; `»`, tiene a precisare X.
  func phaseFrame(_ group: Int, _ end: Int) -> Frame? {
    let next = groups[group].tokens.upperBound + 1
    guard groups[group].isFinite, next < end, clauses.groupAt[next] >= 0 else { return nil }
    let infinitive = Int(clauses.groupAt[next])
    guard cues.cueOfGroup[infinitive] >= 0 else { return nil }
    let cue = cues.cues[Int(cues.cueOfGroup[infinitive])]
    guard cue.verb?.frames.contains(.quote) == true, cue.complement == nil else { return nil }
    return Frame(attribution: cue.attribution, cue: cue.tokens, isBeside: true)
  }

  /// `»`, è quanto afferma X; `»`, lo ha detto X.
  func backwardFrame(at k: Int, _ end: Int) -> Frame? {
    var i = k
    while i < min(end, k + 6) {
      if clauses.groupAt[i] >= 0 {
        let group = Int(clauses.groupAt[i])
        if cues.cueOfGroup[group] >= 0, groups[group].isFinite, i > k {
          let cue = cues.cues[Int(cues.cueOfGroup[group])]
          guard cue.verb?.frames.contains(.quote) == true, cue.complement == nil,
            i > 0, lexicon.phrase(text, i - 1, .backwardClause) != nil
          else { return nil }
          return Frame(attribution: cue.attribution, cue: cue.tokens, isBeside: true)
        }
      }
      i += 1
    }
    return nounFrameAfter(k, end)
  }

  /// `»`, sono le parole di X; `»`, il commento del ministro.
  func nounFrameAfter(_ k: Int, _ end: Int) -> Frame? {
    var i = k
    while i < min(end, k + 6) {
      if text[i].isPunctuation { return nil }
      if lexicon.phrase(text, i, .saying, .remark) != nil {
        let sentence = clauses.sentence(of: i)
        guard
          var owner = cues.owner(after: i + 1, sentence) ?? cues.signatory(after: i, sentence)
        else { return nil }
        owner.sieve = "noun-after"
        return Frame(attribution: owner, cue: i..<(i + 1), isBeside: true)
      }
      i += 1
    }
    return nil
  }

  /// The cue "secondo X" that starts with the token `k`.
  func sourceCue(startingAt k: Int, _ end: Int) -> Cue? {
    guard let number = cues.firstCue(atOrAfter: k) else { return nil }
    let cue = cues.cues[number]
    return cue.group == nil && cue.tokens.lowerBound == k && k < end ? cue : nil
  }

  /// X ha detto: `«` / X: `«`, also at the end of the sentence or paragraph before.
  func cueBefore(_ place: Place) -> Frame? {
    let before = place.outer.lowerBound - 1
    guard before >= 0 else { return nil }
    if text.isMark(before, ":") {
      return colonFrame(before, clauses.sentence(of: before), place)
    }
    return nil
  }

  func colonFrame(_ colon: Int, _ sentence: Range<Int>, _ place: Place) -> Frame? {
    guard colon > sentence.lowerBound else { return nil }
    let here = clauses.level[colon]
    var nearest: Int?
    var i = colon - 1
    let floor = max(sentence.lowerBound, colon - 80)
    while i >= floor {
      if clauses.level[i] == here {
        if text.isMark(i, ":") { break }
        if let role = lexicon.phrase(text, i, .saying, .remark)?.role, nearest == nil,
          clauses.groupAt[i] < 0
        {
          if var owner = cues.owner(after: i + 1, sentence) {
            owner.sieve = role == .saying ? "noun-before" : "remark-before"
            return Frame(attribution: owner, cue: i..<(i + 1), isBeside: true)
          }
        } else if nearest == nil, clauses.groupAt[i] < 0,
          lexicon.phrase(text, i, .document) != nil, let owner = documentOwner(i, colon)
        {
          return Frame(attribution: owner, cue: i..<(i + 1), isBeside: true)
        }
        if clauses.groupAt[i] >= 0 {
          let group = Int(clauses.groupAt[i])
          let cueNumber = cues.cueOfGroup[group]
          if cueNumber >= 0 {
            let cue = cues.cues[Int(cueNumber)]
            let isMain = groups[group].isFinite && clauses.introducer[group] == nil
            let canReport =
              cue.verb.map { $0.frames.contains(.clause) || $0.frames.contains(.mixed) } ?? false
            // "…, come i giornali lo hanno chiamato, …: «…»" is an aside.
            if let opening = clauses.introducer[group], clauses.governor(of: opening) == nil,
              (groups[group].tokens.upperBound..<colon).contains(where: clauses.isComma)
            {
              i = groups[group].tokens.lowerBound - 1
              continue
            }
            if groups[group].mood != .participle, canReport || isMain,
              groups[group].isFinite || cue.attribution.isKnown,
              cue.verb?.verbClass != .description || nearest == nil
            {
              return Frame(attribution: cue.attribution, cue: cue.tokens, isBeside: true)
            }
          }
          if groups[group].isFinite, clauses.introducer[group] == nil || nearest == nil {
            nearest = group
          }
          i = groups[group].tokens.lowerBound - 1
          continue
        }
      }
      i -= 1
    }
    if let nearest, !cues.subjectOf[nearest].isKnown, let person = personBefore(colon) {
      return Frame(attribution: person, cue: nil, isBeside: true)
    }
    if let nearest {
      // "Netanyahu non usa mezzi termini: «…»": the subject speaks, if it is somebody.
      var attribution = cues.subjectOf[nearest]
      guard attribution.isKnown, attribution.actors.allSatisfy({ canSpeak($0) }),
        clauses.introducer[nearest] == nil || cues.isOnlyTold(nearest)
      else {
        return place.outer.count > 8 || isUtteredAfterColon(place)
          ? Frame(attribution: Attribution(), cue: nil, isBeside: true) : nil
      }
      attribution.sieve = "colon"
      attribution.chain = []
      return Frame(attribution: attribution, cue: nil, isBeside: true)
    }
    if let known = cues.besideMarks[colon] {
      return Frame(attribution: known, cue: nil, isBeside: true)
    }
    // "Peskov: «…»"; "Gaza, il ministero: «…»".
    let named = headlinePhrase(in: floor..<colon)
    guard let phrase = named, !phrase.actors.isEmpty else {
      let isSomebody =
        named.map { clauses.isArticle($0.tokens.lowerBound) && cues.canSpeak($0.tokens) } ?? false
      return isUtteredAfterColon(place) || isSomebody
        ? Frame(attribution: Attribution(sieve: "colon"), cue: nil, isBeside: true) : nil
    }
    var attribution = cues.attribution(of: phrase, sieve: "headline-colon")
    if !phrase.actors.allSatisfy({ canSpeak($0) }) { attribution = Attribution() }
    return Frame(attribution: attribution, cue: nil, isBeside: true)
  }

  /// Whose the document is: "È di oggi un messaggio audio di X: «…»".
  private func documentOwner(_ noun: Int, _ colon: Int) -> Attribution? {
    var k = noun + 1
    while k < min(colon, noun + 4), text[k].isWord, !clauses.isPreposition(k) { k += 1 }
    guard var owner = cues.owner(after: k, clauses.sentence(of: noun)) else { return nil }
    owner.sieve = "document-before"
    return owner
  }

  /// "Dure condanne anche del presidente X: «…»": who is named last before the colon, after "di" or "da".
  private func personBefore(_ colon: Int) -> Attribution? {
    guard let mention = clauses.referents.mention(covering: colon - 1),
      mention.tokens.upperBound == colon, mention.label == .person, let actor = mention.actor
    else { return nil }
    var i = mention.tokens.lowerBound - 1
    let floor = max(clauses.sentence(of: colon).lowerBound, i - 8)
    while i >= floor, text[i].isWord, clauses.groupAt[i] < 0 {
      if let base = clauses.grammar.preposition(text[i].lexeme),
        clauses.endOfComplement(i + 1, colon) >= mention.tokens.upperBound
      {
        guard base == lexicon.of || clauses.language.verbGroupWords.agents.contains(base) else {
          return nil
        }
        return Attribution(actors: [actor], basis: .context, sieve: "person-before-colon")
      }
      i -= 1
    }
    return nil
  }

  /// Whether words after a colon are an utterance even if nothing tells whose: they end their sentence,
  /// have a verb or are several, and are no title or list of names.
  private func isUtteredAfterColon(_ place: Place) -> Bool {
    let words = wordCount(place.inner)
    guard place.outer.upperBound >= place.lastSentence.upperBound - 1 else { return false }
    if hasFiniteVerb(place.inner) { return words >= 2 }
    return words >= 3 && smallWords(place.inner) * 2 > words
  }

  /// A line that is only "Zelensky, «pronti a trattare»".
  func headlineComma(_ place: Place) -> Frame? {
    let comma = place.outer.lowerBound - 1
    guard comma > place.sentence.lowerBound, text.isMark(comma, ","),
      let paragraph = paragraph(at: Int(text[comma].start))
    else { return nil }
    let line = text.range(in: paragraph)
    let sentence = place.sentence
    guard place.outer.upperBound >= place.lastSentence.upperBound - 1,
      sentence.lowerBound == line.lowerBound, comma - line.lowerBound <= 14,
      document.verbGroups(in: line.lowerBound..<comma).allSatisfy({ !$0.isFinite }),
      place.outer.upperBound >= line.upperBound - 1 || isHeadline(line),
      sourceBefore(place.outer.lowerBound, sentence, clauses.level[comma]) == nil
    else { return nil }
    let colon = (line.lowerBound..<comma).last { text.isMark($0, ":") }
    if let phrase = headlinePhrase(in: (colon.map { $0 + 1 } ?? line.lowerBound)..<comma),
      !phrase.actors.isEmpty, phrase.tokens.upperBound == comma
    {
      // "Colombia, «…»" tells where; "Kiev, «…»" who.
      if phrase.mention?.label == .place, phrase.mention?.resolution == .exact {
        return Frame(attribution: Attribution(sieve: "headline-comma"), cue: nil, isBeside: true)
      }
      return Frame(
        attribution: cues.attribution(of: phrase, sieve: "headline-comma"), cue: nil,
        isBeside: true)
    }
    guard isHeadline(line), wordCount(place.inner) >= 3,
      smallWords(place.inner) * 2 > wordCount(place.inner)
    else { return nil }
    return Frame(attribution: Attribution(sieve: "headline-comma"), cue: nil, isBeside: true)
  }

  /// Whether the line is a headline: a short one without a full stop at its end.
  private func isHeadline(_ line: Range<Int>) -> Bool {
    guard let last = line.last, line.count <= 40 else { return false }
    return !text.isMark(last, ".")
  }

  /// The phrase before a headline's colon; after a place and a comma the next one: "Gaza, Hamas: «…»".
  func headlinePhrase(in range: Range<Int>) -> NounPhrase? {
    // "La premier in fuga, il generale: «…»": what stands beside the colon.
    if let last = range.last(where: { clauses.isComma($0) }), last + 2 < range.upperBound,
      clauses.isArticle(last + 1), let beside = clauses.phrase(last + 1, range.upperBound),
      beside.tokens.upperBound == range.upperBound
    {
      return beside
    }
    guard let first = clauses.firstPhrase(in: range) else { return nil }
    let comma = first.tokens.upperBound
    guard first.mention?.label == .place || first.actors.isEmpty, comma < range.upperBound,
      text.isMark(comma, ",") || text.isMark(comma, ".")
    else { return first }
    return clauses.firstPhrase(in: (comma + 1)..<range.upperBound) ?? first
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

  /// «A», taglia corto X: a verb that no table knows, between an utterance and a person.
  func strangeVerbAfter(_ place: Place) -> Frame? {
    guard startsSentence(place) else { return nil }
    let end = sentenceEnd(after: place)
    var k = place.outer.upperBound
    guard k < end, clauses.isComma(k) else { return nil }
    k += 1
    while k < end, clauses.isAdverb(k), clauses.groupAt[k] < 0 { k += 1 }
    guard k < end, clauses.groupAt[k] >= 0 else { return nil }
    let group = Int(clauses.groupAt[k])
    guard groups[group].isFinite, groups[group].tokens.lowerBound == k,
      groups[group].person == 3, groups[group].voice == .active, !groups[group].isNegated,
      let phrase = clauses.phraseAfter(group), let actor = phrase.actors.first,
      phrase.tokens.lowerBound - groups[group].tokens.upperBound <= 4
    else { return nil }
    let kind = reading.actors[actor].kind
    guard kind == .person || kind == .anonymous else { return nil }
    return Frame(
      attribution: cues.attribution(of: phrase, sieve: "verb-after-quotation"),
      cue: groups[group].tokens, isBeside: true)
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

  /// The cue to the left in whose clause the words stand: "ha accusato l’Armenia di «…»".
  func governing(_ place: Place) -> Frame? {
    let open = place.outer.lowerBound
    let sentence = place.sentence
    let here = clauses.level[open]
    let floor = max(sentence.lowerBound, open - 160)
    var passed: Int?
    var fallback: Frame?
    let isSentence =
      text[place.inner.lowerBound].isCapitalized && hasFiniteVerb(place.inner)
    var i = open - 1
    while i >= floor {
      guard clauses.level[i] == here else {
        i -= 1
        continue
      }
      if text.isMark(i, ";") { break }
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
          return Frame(attribution: Attribution(), cue: groups[group].tokens, isBeside: false)
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
  }

  /// "Per il difensore il processo è «una farsa»": whoever has the role.
  private func opinion(_ place: Place) -> Frame? {
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
  private func wording(_ place: Place) -> Frame? {
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

  /// A cue at the end of the sentence: "…«x»…, ha detto X", "…, secondo X".
  func closing(_ place: Place) -> Frame? {
    let end = place.lastSentence.upperBound
    let here = place.outer.lowerBound > 0 ? clauses.level[place.outer.lowerBound] : -1
    var i = place.outer.upperBound
    let limit = min(end, i + 80)
    while i < limit {
      if clauses.level[i] == here, i > place.outer.upperBound,
        clauses.isComma(i - 1) || document.marks.pairs.isEmpty
      {
        if let cue = sourceCue(startingAt: i, end), !cue.isPointing {
          return Frame(attribution: cue.attribution, cue: cue.tokens, isBeside: false)
        }
        if clauses.groupAt[i] >= 0 {
          let group = Int(clauses.groupAt[i])
          if cues.cueOfGroup[group] >= 0 {
            let cue = cues.cues[Int(cues.cueOfGroup[group])]
            if groups[group].isFinite, cue.complement == nil, cue.attribution.isKnown,
              cue.attribution.sieve == "subject-after",
              cue.verb?.frames.contains(.quote) == true
            {
              return Frame(attribution: cue.attribution, cue: cue.tokens, isBeside: false)
            }
            // "…, si è detto a Ginevra"
            if groups[group].voice == .passive, groups[group].isFinite, cue.complement == nil,
              groups[group].tokens.lowerBound == i, cue.verb?.frames.contains(.clause) == true
            {
              return Frame(attribution: Attribution(), cue: cue.tokens, isBeside: false)
            }
          }
        }
      }
      i += 1
    }
    return nil
  }
}
