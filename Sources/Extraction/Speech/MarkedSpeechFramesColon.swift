import DossierModel

/// Frames that lead to the words in marks by a colon or a headline's comma.
extension MarkedSpeech {
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
          // "ha ricordato le parole del nonno: «…»": somebody else's.
          if role == .saying, i + 2 < colon,
            clauses.grammar.preposition(text[i + 1].lexeme) == lexicon.of,
            cues.isPerson((i + 1)..<min(colon, i + 4))
          {
            return Frame(
              attribution: Attribution(sieve: "noun-before"), cue: i..<(i + 1), isBeside: true)
          }
        } else if clauses.groupAt[i] < 0,
          nearest.map({ isCopula($0, of: i) }) ?? true,
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
            // "ha detto una cosa che tutti ripetono: «…»": of whoever said it.
            if !cue.attribution.isKnown, let opening = clauses.introducer[group],
              clauses.governor(of: opening) == nil,
              lexicon.complementizers.contains(text[opening].lexeme),
              let main = mainCue(before: opening, sentence), main.attribution.isKnown
            {
              return Frame(attribution: main.attribution, cue: main.tokens, isBeside: true)
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
    if let nearest, !cues.subjectOf[nearest].isKnown,
      let person = personBefore(colon) ?? invertedBefore(colon, nearest)
    {
      return Frame(attribution: person, cue: nil, isBeside: true)
    }
    if let nearest {
      // "Netanyahu non usa mezzi termini: «…»": the subject speaks, if it is somebody.
      var attribution = cues.subjectOf[nearest]
      guard attribution.isKnown, attribution.actors.allSatisfy({ canSpeak($0) }),
        clauses.introducer[nearest] == nil || cues.isOnlyTold(nearest)
      else {
        if let lead = focusOfLead(sentence.lowerBound..<colon) {
          return Frame(attribution: lead, cue: nil, isBeside: true)
        }
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
    // "X: «…»"; "Gaza, il ministero: «…»".
    let named = headlinePhrase(in: floor..<colon)
    guard let phrase = named, !phrase.actors.isEmpty else {
      if let lead = focusOfLead(sentence.lowerBound..<colon) {
        return Frame(attribution: lead, cue: nil, isBeside: true)
      }
      let isSomebody =
        named.map { clauses.isArticle($0.tokens.lowerBound) && cues.canSpeak($0.tokens) } ?? false
      return isUtteredAfterColon(place) || isSomebody
        ? Frame(attribution: Attribution(sieve: "colon"), cue: nil, isBeside: true) : nil
    }
    var attribution = cues.attribution(of: phrase, sieve: "headline-colon")
    if !phrase.actors.allSatisfy({ canSpeak($0) }) { attribution = Attribution() }
    return Frame(attribution: attribution, cue: nil, isBeside: true)
  }

  /// The cue of the main clause shortly before the token.
  private func mainCue(before token: Int, _ sentence: Range<Int>) -> Cue? {
    guard let group = clauses.lastFiniteGroup(before: token, after: sentence.lowerBound),
      token - groups[group].tokens.upperBound <= 6, clauses.introducer[group] == nil,
      cues.cueOfGroup[group] >= 0
    else { return nil }
    let cue = cues.cues[Int(cues.cueOfGroup[group])]
    guard cue.complement == nil, cue.verb?.frames.contains(.quote) == true else { return nil }
    return cue
  }

  /// "Il tweet di X è delle nove: «…»": whether the noun is the subject of a verb that tells only when.
  private func isCopula(_ verb: Int, of noun: Int) -> Bool {
    clauses.language.verbGroupWords.task(groups[verb].verb) == .be
      && clauses.subjects[verb].phrase?.tokens.contains(noun) == true
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

  /// "Poi, ai cronisti che lo aspettavano: «…»", "Quanto a Y: «…»": a lead without a main verb goes on with
  /// whom the text is about.
  private func focusOfLead(_ lead: Range<Int>) -> Attribution? {
    guard let first = lead.first, lead.count <= 24,
      !text[first].shape.contains(.lineStart),
      !lead.contains(where: {
        text[$0].isWord
          && lexicon.phrase(text, $0, .wording, .document, .naming, .saying, .remark) != nil
      })
    else { return nil }
    var k = clauses.firstGroup(atOrAfter: first)
    while k < groups.count, groups[k].tokens.lowerBound < lead.upperBound {
      if groups[k].isFinite, clauses.level[groups[k].finite] < 0, clauses.introducer[k] == nil {
        return nil
      }
      k += 1
    }
    if let phrase = clauses.firstPhrase(in: lead), phrase.actors.isEmpty,
      clauses.isDeterminer(phrase.tokens.lowerBound)
    {
      return nil
    }
    return focus(atToken: first)
  }

  /// "Non usa mezzi termini il governatore X: «…»": the subject stands at the end of a clause that its verb
  /// opens.
  private func invertedBefore(_ colon: Int, _ verb: Int) -> Attribution? {
    let group = groups[verb]
    let sentence = clauses.sentence(of: colon)
    guard let mention = clauses.referents.mention(covering: colon - 1),
      mention.tokens.upperBound == colon, mention.label == .person, let actor = mention.actor,
      group.tokens.lowerBound - sentence.lowerBound <= 1, group.voice == .active,
      group.number == .singular, group.person == 3, clauses.introducer[verb] == nil,
      clauses.subjects[verb].phrase == nil
    else { return nil }
    // Past the title and its complements to the article, which no preposition is part of.
    var i = mention.tokens.lowerBound - 1
    while i > group.tokens.upperBound, text[i].isWord, !clauses.isArticle(i),
      clauses.groupAt[i] < 0
    {
      if clauses.grammar.isAny(text[i].lexeme, of: .preposition) { return nil }
      i -= 1
    }
    let isSubject =
      clauses.grammar.isAny(text[i].lexeme, of: .definiteArticle)
      && !clauses.isPreposition(i - 1)
    return isSubject
      ? Attribution(actors: [actor], basis: .name, sieve: "subject-before-colon") : nil
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
    if let holder = bareRole(in: line.lowerBound..<comma) {
      return Frame(attribution: holder, cue: nil, isBeside: true)
    }
    guard isHeadline(line), wordCount(place.inner) >= 3,
      smallWords(place.inner) * 2 > wordCount(place.inner)
    else { return nil }
    return Frame(attribution: Attribution(sieve: "headline-comma"), cue: nil, isBeside: true)
  }

  /// "Attacco a X, governatore, «undici morti»": an office alone, if one person of the article holds it.
  private func bareRole(in lead: Range<Int>) -> Attribution? {
    guard let noun = lead.last, lead.count >= 2,
      text[noun - 1].isPunctuation || clauses.isArticle(noun - 1),
      let role = clauses.language.names.roles.nouns[text[noun].lexeme],
      let holders = cues.officeHolders[role.lemma], holders.count == 1, let actor = holders.first
    else { return nil }
    return Attribution(actors: [actor], basis: .description, sieve: "headline-role")
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
}
