import DossierModel

/// Frames that follow the words in marks: «…», ha detto X.
extension MarkedSpeech {
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
              cue.attribution.sieve == "subject-after" || cue.attribution.sieve == "document-of",
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
