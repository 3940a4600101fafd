import DossierModel

/// Words in marks that no cue stands beside.
extension MarkedSpeech {
  /// A whole sentence in marks without a cue: it goes on with the speech before it.
  mutating func readFloating(_ number: Int) {
    let pair = document.marks.pairs[number]
    guard pair.parent == nil, let place = place(pair) else { return }
    let endsSentence =
      place.outer.upperBound >= place.lastSentence.upperBound
      || (place.outer.upperBound == place.lastSentence.upperBound - 1
        && text[place.outer.upperBound].isPunctuation)
    let words = wordCount(place.inner)
    if readUnframed(number, place, words) { return }
    guard startsSentence(place),
      endsSentence
        || hasFiniteVerb(place.inner)
          && (words >= 6 || isFollowedByVerb(place) || words >= 3 && isFollowedByColon(place)),
      words >= 2 || endsSentence && followsSpeech(place),
      hasFiniteVerb(place.inner) || words >= 4 || pair.continues != nil
        || words == 3 && endsSentence && smallWords(place.inner) == 2 && focus(before: place) != nil
        || endsSentence && followsSpeech(place)
    else { return }
    var attribution = Attribution()
    var link: Int?
    if let earlier = pair.continues, let known = numbers[earlier] {
      attribution = continued(found[known].quotation, "goes-on")
      link = known
    } else if let backward = backwardAttribution(place) {
      add(pair.inner, .direct, backward.attribution, backward.tokens, pair.integrity, number)
      return
    } else if place.outer.lowerBound == 0 || !text.isMark(place.outer.lowerBound - 1, ":"),
      let before = speechBefore(place) ?? focus(before: place) ?? speakerAfter(place, endsSentence)
        ?? paragraphBefore(place)
    {
      attribution = before
    }
    add(pair.inner, .direct, attribution, nil, pair.integrity, number, continues: link)
  }

  /// A longer piece of a sentence in marks, with a verb in it, is somebody's words even if no rule
  /// tells whose.
  mutating func readUnframed(_ number: Int, _ place: Place, _ words: Int) -> Bool {
    let pair = document.marks.pairs[number]
    guard !startsSentence(place), isWorded(place, words), !isTorn(pair, place) else { return false }
    let isDirect =
      text[place.inner.lowerBound].isCapitalized || hasSeveralSentences(place.inner)
    add(
      pair.inner, isDirect ? .direct : .mixed,
      reasoned(place) ?? stance(place) ?? Attribution(sieve: "unframed"), nil, pair.integrity,
      number)
    return true
  }

  /// "Il Comune ha chiuso il ponte «per ragioni di sicurezza»": the reason is of whoever does it.
  private func reasoned(_ place: Place) -> Attribution? {
    let open = place.outer.lowerBound
    guard
      lexicon.phrase(text, place.inner.lowerBound, .reason) != nil
        || lexicon.phrase(text, open - 1, .reason) != nil,
      let verb = clauses.lastFiniteGroup(before: open, after: place.sentence.lowerBound),
      groups[verb].voice == .active, clauses.introducer[verb] == nil,
      clauses.language.verbs.auxiliary(of: groups[verb].verb) == .avere,
      clauses.language.verbGroupWords.task(groups[verb].verb) == nil
    else { return nil }
    let subject = cues.subjectOf[verb]
    guard subject.actors.count == 1, let actor = subject.actors.first,
      cues.isBody(reading.actors[actor].kind)
        || reading.actors[actor].kind == .person
          && cues.allHolders.contains(actor)
    else { return nil }
    return Attribution(actors: subject.actors, basis: .context, sieve: "reason-of-subject")
  }

  /// Words that a speech itself sets in marks, if they are a sentence or too long for a name: whose they are
  /// the speech alone knows.
  mutating func readNested(_ number: Int) {
    let pair = document.marks.pairs[number]
    guard let parent = pair.parent, numbers[parent] != nil, let place = place(pair) else { return }
    let words = wordCount(place.inner)
    let isSentence =
      words >= 3
      && (hasFiniteVerb(place.inner) || text.isMark(place.inner.upperBound - 1, "?")
        || text.isMark(place.inner.upperBound - 1, "!"))
    guard isSentence || words >= 3 && !text[place.inner.lowerBound].isCapitalized else { return }
    let isDirect = isSentence && text[place.inner.lowerBound].isCapitalized
    add(
      pair.inner, isDirect ? .direct : .mixed, Attribution(sieve: "unframed"), nil, pair.integrity,
      number)
  }

  /// "Il ministero «condanna con fermezza» l’attacco": what a body says it does.
  private func stance(_ place: Place) -> Attribution? {
    let open = place.outer.lowerBound
    guard let group = document.verbGroups(in: place.inner).first, group.isFinite,
      group.tokens.lowerBound == place.inner.lowerBound, group.person == 3,
      group.tense == .present, !text[place.inner.lowerBound].isCapitalized,
      let phrase = clauses.firstPhrase(
        in: max(place.sentence.lowerBound, open - 12)..<open, on: clauses.level[open]),
      phrase.tokens.upperBound == open, phrase.actors.count == 1, let actor = phrase.actors.first,
      cues.isBody(reading.actors[actor].kind) || reading.actors[actor].kind == .state
    else { return nil }
    return Attribution(actors: [actor], basis: .context, sieve: "stance-of-subject")
  }

  /// Whether the words are too long for a name, a term or irony.
  private func isWorded(_ place: Place, _ words: Int) -> Bool {
    let groups = document.verbGroups(in: place.inner)
    let before = place.outer.lowerBound - 1
    if text.isMark(place.inner.upperBound - 1, "!"), clauses.groupAt[before] >= 0 { return true }
    if text[place.inner.lowerBound].isCapitalized {
      // A title has neither; names of works are shorter.
      return words >= 8 && groups.contains { $0.isFinite }
        && smallWords(place.inner) * 2 > words
    }
    if words >= 5 { return true }
    // "il «non vedo, non sento»" makes a noun of the words.
    guard words >= 2, !clauses.isArticle(before),
      !clauses.grammar.isAny(text[before].lexeme, of: .articulatedPreposition)
    else { return false }
    if groups.contains(where: { $0.isFinite }) { return true }
    guard words >= 3 else { return false }
    let first = text[place.inner.lowerBound].lexeme
    return groups.contains { $0.mood != .participle }
      || clauses.isPreposition(place.inner.lowerBound)
      || clauses.grammar.isAny(first, of: .negation, .subordinator, .coordinator)
  }

  /// How many words begin with a small letter.
  func smallWords(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (text[$1].isWord && !text[$1].isCapitalized ? 1 : 0) }
  }

  /// «Non potevo», ride: a verb follows without a subject.
  private func isFollowedByVerb(_ place: Place) -> Bool {
    let next = place.outer.upperBound
    guard next + 2 < place.lastSentence.upperBound, clauses.isComma(next) else { return false }
    // «Non tratteremo», «non cederemo»: …
    if text[next + 1].isPunctuation, clauses.level[next + 2] >= 0 { return true }
    guard clauses.groupAt[next + 1] >= 0 else { return false }
    let group = groups[Int(clauses.groupAt[next + 1])]
    return group.isFinite && group.person == 3 && group.voice == .active
  }

  /// «Non è venuto nessuno»: viaggio nella valle.
  private func isFollowedByColon(_ place: Place) -> Bool {
    place.outer.upperBound < place.lastSentence.upperBound
      && text.isMark(place.outer.upperBound, ":")
  }

  /// Whether the sentence before holds speech.
  func followsSpeech(_ place: Place) -> Bool {
    guard place.sentence.lowerBound > 0 else { return false }
    let before = clauses.sentence(of: place.sentence.lowerBound - 1)
    return sameParagraph(before.lowerBound, place.outer.lowerBound)
      && lastFound(before: place.outer.lowerBound, floor: before.lowerBound) != nil
  }

  func continued(_ quotation: ArticleReading.Quotation, _ sieve: String) -> Attribution {
    Attribution(
      actors: quotation.speakers, basis: quotation.speakers.isEmpty ? .unresolved : .context,
      sieve: sieve, chain: quotation.chain)
  }

  /// The cue of a sentence after the quotation: "Lo ha detto X".
  func backwardAttribution(_ place: Place) -> Cue? {
    let next = place.lastSentence.upperBound
    guard next < text.count, sameParagraph(next, place.outer.lowerBound) else { return nil }
    let sentence = clauses.sentence(of: next)
    return cues.backwardCue(in: sentence)
  }

  func sameParagraph(_ a: Int, _ b: Int) -> Bool {
    guard let paragraph = paragraph(at: Int(text[a].start)) else { return false }
    return paragraph.contains(Int(text[b].start))
  }

  /// The speech that a sentence in marks goes on with: the quotation before it in its paragraph, or
  /// the speaker of the sentence before.
  func speechBefore(_ place: Place) -> Attribution? {
    let start = Int(text[place.outer.lowerBound].start)
    guard let paragraph = paragraph(at: start) else { return nil }
    // The quotation that ends last before this one, unless another sentence stands between.
    let previous = place.sentence.lowerBound - 1
    guard previous >= 0 else { return nil }
    let sentence = clauses.sentence(of: previous)
    let isHere = paragraph.contains(Int(text[sentence.lowerBound].start))
    if let last = lastFound(before: place.outer.lowerBound, floor: sentence.lowerBound) {
      if isAnswered(last.quotation, at: place) { return answerer(last.quotation, place) }
      let attribution = continued(last.quotation, isHere ? "continued" : "continued-paragraph")
      return attribution.isKnown ? attribution : nil
    }
    guard isHere else { return nil }
    // "Il ministro spiega la situazione. «…»"
    var k = cues.firstCue(atOrAfter: sentence.lowerBound) ?? cues.cues.count
    while k < cues.cues.count, cues.cues[k].tokens.lowerBound < sentence.upperBound {
      let cue = cues.cues[k]
      if cue.attribution.isKnown, let group = cue.group, clauses.introducer[group] == nil,
        groups[group].isFinite, clauses.level[groups[group].head] < 0
      {
        return Attribution(
          actors: cue.attribution.actors, basis: .context, sieve: "speaker-before",
          chain: cue.attribution.chain)
      }
      k += 1
    }
    return actorBefore(sentence)
  }

  /// Whether marks close on a question and open again right after it, as those of two speakers do.
  private func isAnswered(_ last: ArticleReading.Quotation, at place: Place) -> Bool {
    let words = text.range(in: last.span)
    guard let end = words.last,
      text.isMark(end, "?") || last.cue.map({ $0.end <= last.span.start }) ?? false
    else { return false }
    if text.isMark(end, "?"), let cue = last.cue, asks(cue),
      answerer(last, place).map({ $0.actors.allSatisfy { reading.actors[$0].kind == .person } })
        ?? false
    {
      return true
    }
    return (words.upperBound..<place.outer.lowerBound).allSatisfy {
      text[$0].isPunctuation && !text[$0].shape.contains(.lineStart)
    }
  }

  /// Whether the verb of the cue asks.
  private func asks(_ cue: TextSpan) -> Bool {
    let first = text.range(in: cue).lowerBound
    guard clauses.groupAt[first] >= 0 else { return false }
    return clauses.speechVerbs[Int(clauses.groupAt[first])]?.frames.contains(.question) == true
  }

  /// Who answers: the other one who spoke in the paragraph before the question.
  private func answerer(_ question: ArticleReading.Quotation, _ place: Place) -> Attribution? {
    let start = text.index(atOrAfter: question.span.start)
    guard !question.speakers.isEmpty, let paragraph = paragraph(at: question.span.start),
      let other = lastFound(before: start, floor: text.index(atOrAfter: paragraph.start)),
      !other.quotation.speakers.isEmpty, other.quotation.kind == .direct,
      Set(other.quotation.speakers).isDisjoint(with: question.speakers)
    else { return nil }
    return continued(other.quotation, "answer")
  }

  /// Whom the text is about right before the words: «…» after "X alza le spalle. Fuori piove."
  func focus(before place: Place) -> Attribution? {
    let previous = place.sentence.lowerBound - 1
    guard previous >= 0, sameParagraph(previous, place.outer.lowerBound),
      cues.areTogether(previous, place.outer.lowerBound)
    else { return nil }
    // Somebody unknown has just spoken.
    let sentence = clauses.sentence(of: previous)
    if let last = lastFound(before: place.outer.lowerBound, floor: sentence.lowerBound),
      last.quotation.cue != nil || last.quotation.kind != .direct, !isAsked(last.quotation)
    {
      return nil
    }
    if let last = lastFound(before: place.outer.lowerBound, floor: sentence.lowerBound),
      isAnswered(last.quotation, at: place), !isAsked(last.quotation)
    {
      return nil
    }
    return focus(atToken: previous)
  }

  /// A paragraph that is only words in marks, in which somebody says "I", goes on with whom the one before it
  /// is about to its end.
  private func paragraphBefore(_ place: Place) -> Attribution? {
    let open = place.outer.lowerBound
    guard open > 0, text[open].shape.contains(.lineStart),
      place.outer.upperBound >= text.count
        || text[place.outer.upperBound].shape.contains(.lineStart)
        || text[place.outer.upperBound].isPunctuation
          && (place.outer.upperBound + 1 >= text.count
            || text[place.outer.upperBound + 1].shape.contains(.lineStart)),
      cues.areTogether(open - 1, open), !isHeadlineBefore(open),
      tellsOfOneself(place.inner),
      let number = document.sentence(ofToken: open - 1), number < cues.focus.after.count,
      let state = cues.focus.after[number], state.age == 0,
      lastFound(before: open, floor: clauses.sentence(of: open - 1).lowerBound) == nil,
      let known = focus(atToken: open - 1),
      known.actors.allSatisfy({ reading.actors[$0].kind == .person })
    else { return nil }
    return known
  }

  /// Whether the words say "I", or what was done to who speaks.
  private func tellsOfOneself(_ words: Range<Int>) -> Bool {
    document.verbGroups(in: words).contains {
      $0.isFinite
        && ($0.person == 1 && $0.number == .singular || $0.clitics.contains(.speaker))
    }
  }

  /// Whether the line before the token has no full stop at its end.
  private func isHeadlineBefore(_ token: Int) -> Bool {
    !text[token - 1].isPunctuation
  }

  /// «E gli altri?», gli era stato chiesto: nobody in particular asks.
  private func isAsked(_ quotation: ArticleReading.Quotation) -> Bool {
    guard quotation.speakers.isEmpty, let cue = quotation.cue, asks(cue) else { return false }
    let group = Int(clauses.groupAt[text.range(in: cue).lowerBound])
    return (groups[group].voice == .passive || groups[group].number == .plural)
  }

  /// Whom the text is about after the sentence of the token, in its own paragraph.
  func focus(atToken token: Int) -> Attribution? {
    guard let number = document.sentence(ofToken: token), number < cues.focus.after.count,
      let state = cues.focus.after[number], state.attribution.isKnown, !state.isDoubtful,
      !state.isCrowded,
      state.paragraph == cues.paragraph(of: token),
      state.attribution.actors.allSatisfy({ actor in
        reading.actors[actor].kind == .person || reading.actors[actor].kind == .anonymous
          || state.speaks && state.age == 0 && cues.isBody(reading.actors[actor].kind)
      })
    else { return nil }
    return Attribution(actors: state.attribution.actors, basis: .context, sieve: "focus")
  }

  /// «…» that a paragraph begins with, before "Il premier X ha assicurato che …": who speaks right after.
  private func speakerAfter(_ place: Place, _ endsSentence: Bool) -> Attribution? {
    let next = place.lastSentence.upperBound
    guard endsSentence, next < text.count,
      text[place.outer.lowerBound].shape.contains(.lineStart)
        || clauses.groupAt[next] >= 0 && next + 1 < text.count
          && lexicon.phrase(text, next + 1, .thus) != nil,
      sameParagraph(next, place.outer.lowerBound), clauses.level[next] < 0,
      !text[next].isPunctuation,
      let number = document.sentence(ofToken: next), number < cues.focus.after.count,
      let state = cues.focus.after[number], state.age == 0, state.speaks,
      let actor = state.attribution.actors.first, state.attribution.actors.count == 1,
      reading.actors[actor].kind == .person
    else { return nil }
    switch state.attribution.basis {
    case .name, .description: break
    default: return nil
    }
    return Attribution(actors: [actor], basis: .context, sieve: "speaker-after")
  }

  /// Who alone does something in the sentence before: «…» after "Jude Obiora alza le spalle".
  private func actorBefore(_ sentence: Range<Int>) -> Attribution? {
    guard let verb = clauses.finiteGroup(after: sentence.lowerBound, before: sentence.upperBound),
      clauses.introducer[verb] == nil, groups[verb].voice == .active,
      clauses.language.verbGroupWords.task(groups[verb].verb) != .be,
      groups[verb].mood == .indicative,
      cues.subjectOf[verb].actors.count == 1, let actor = cues.subjectOf[verb].actors.first,
      reading.actors[actor].kind == .person
    else { return nil }
    let isAlone = sentence.allSatisfy { token in
      guard let mention = clauses.referents.mention(startingAt: token), mention.label == .person
      else {
        return true
      }
      return mention.actor == actor
    }
    return isAlone
      ? Attribution(actors: [actor], basis: .context, sieve: "actor-before") : nil
  }

  func paragraph(at position: Int) -> TextSpan? {
    var (low, high) = (0, document.paragraphs.count)
    while low < high {
      let middle = (low + high) / 2
      if document.paragraphs[middle].end <= position { low = middle + 1 } else { high = middle }
    }
    guard low < document.paragraphs.count, document.paragraphs[low].contains(position) else {
      return nil
    }
    return document.paragraphs[low]
  }
}
