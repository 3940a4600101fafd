import DossierModel

/// Who speaks by a gerund, an infinitive or a participle, and by clauses that point at somebody.
extension CueReader {
  /// Who speaks by a gerund, infinitive or participle.
  func infiniteSubject(_ number: Int, _ verb: SpeechLexicon.Verb) -> Attribution {
    let group = groups[number]
    if group.mood == .infinitive, let subject = pointedSubject(number) { return subject }
    if group.voice == .passive { return agent(of: number) ?? Attribution() }
    if group.mood == .participle {
      guard var agent = agent(of: number) else { return Attribution() }
      agent.sieve = "agent"
      return agent
    }
    if group.mood == .infinitive {
      // "si limita a dire X", "torna a ribadire che": after "a" the infinitive is what happens.
      let start = group.tokens.lowerBound
      guard start > 1, clauses.grammar.preposition(text[start - 1].lexeme) == lexicon.to,
        clauses.groupAt[start - 2] >= 0
      else { return Attribution() }
      let phase = Int(clauses.groupAt[start - 2])
      if groups[phase].isFinite, isAfterQuotation(groups[phase].tokens.lowerBound),
        let phrase = clauses.phraseAfter(number)
      {
        return attribution(of: phrase, sieve: "subject-after")
      }
    }
    // The clause that it belongs to: the finite verb before it, up to the one that governs.
    let here = clauses.level[group.head]
    let sentence = clauses.sentence(of: group.head)
    var k = number - 1
    while k >= 0, groups[k].tokens.lowerBound >= sentence.lowerBound {
      if groups[k].isFinite, clauses.level[groups[k].finite] == here {
        var outer = k
        while group.mood == .gerund, let r = clauses.introducer[outer],
          let governor = clauses.governor(of: r), governor < outer
        {
          outer = governor
        }
        var found = subjectOf[outer]
        found.chain = []
        if !found.isKnown, group.mood == .gerund, found.stranger == nil,
          let subject = cleft(outer) ?? goneOn(outer)
        {
          found = subject
        }
        if found.isKnown { found.sieve = "gerund" }
        return found
      }
      k -= 1
    }
    return Attribution()
  }

  /// "È ancora X a parlare, gridando: «…»": X.
  private func cleft(_ number: Int) -> Attribution? {
    guard clauses.language.verbGroupWords.task(groups[number].verb) == .be,
      let phrase = clauses.phraseAfter(number), !phrase.actors.isEmpty
    else { return nil }
    let next = phrase.tokens.upperBound
    guard next + 1 < clauses.sentence(of: groups[number].head).upperBound,
      clauses.grammar.preposition(text[next].lexeme) == lexicon.to,
      clauses.groupAt[next + 1] >= 0
        ? groups[Int(clauses.groupAt[next + 1])].mood == .infinitive
        : clauses.looksInfinitive(next + 1)
    else { return nil }
    return attribution(of: phrase, sieve: "cleft")
  }

  /// "L’autista si chiama X": X, who goes by both.
  func named(_ number: Int) -> Attribution? {
    let group = groups[number]
    guard group.voice == .reflexive, clauses.language.verbGroupWords.naming.contains(group.verb),
      let name = clauses.referents.mention(startingAt: group.tokens.upperBound),
      name.label == .person, let actor = name.actor
    else { return nil }
    return Attribution(actors: [actor], basis: .name, sieve: "named")
  }

  /// Notes that whoever spoke without a name is X: "Si chiama X" after "giura un pescatore".
  mutating func nameStranger(_ number: Int, _ attribution: Attribution) {
    guard attribution.sieve == "named", clauses.subjects[number].phrase == nil,
      let actor = attribution.actors.first, let topic = lastSpeaker,
      topic.attribution.actors.count == 1, let stranger = topic.attribution.actors.first,
      reading.actors[stranger].kind == .anonymous,
      reading.actors[stranger].agreement.number != .plural,
      topic.position > (lastSubject?.position ?? -1) - 1,
      groups[number].tokens.lowerBound - topic.position < 60,
      areTogether(topic.position, groups[number].head)
    else { return }
    names[stranger] = actor
  }

  /// Whom the speech itself told of last: «Mia nonna portava il vino e diceva sempre “…”».
  func toldInSpeech(_ number: Int) -> Attribution {
    let group = groups[number]
    let here = clauses.level[group.finite]
    guard group.person == 3, group.number == .singular, group.voice == .active,
      document.marks.pairs.indices.contains(Int(here))
    else { return Attribution() }
    var k = number - 1
    while k >= 0, number - k <= 8, clauses.level[groups[k].head] >= 0 {
      defer { k -= 1 }
      guard groups[k].isFinite, clauses.level[groups[k].finite] == here,
        let phrase = clauses.subjects[k].phrase
      else { continue }
      if let actor = phrase.actors.first, phrase.actors.count == 1 {
        guard isPersonal(actor), agrees([actor], with: group) else { return Attribution() }
        return Attribution(actors: [actor], basis: .description, sieve: "told-in-speech")
      }
      if isPerson(phrase.tokens) {
        return Attribution(sieve: "told-in-speech", stranger: phrase.tokens)
      }
    }
    // "Per via di mia nonna. … Diceva": kin of the speaker.
    let start = text.index(atOrAfter: document.marks.pairs[Int(here)].inner.start)
    var i = group.tokens.lowerBound - 1
    while i > max(start, group.tokens.lowerBound - 40) {
      if clauses.level[i] == here, clauses.grammar.isAny(text[i - 1].lexeme, of: .possessive),
        let noun = clauses.language.names.roles.nouns[text[i].lexeme], noun.roleClass == .kin,
        noun.agreement.number != .plural
      {
        return Attribution(sieve: "told-in-speech", stranger: (i - 1)..<(i + 1))
      }
      i -= 1
    }
    return Attribution()
  }

  /// «…», aggiunge X, who is named for the first time: the minister without a name who spoke before.
  mutating func nameLastSpeaker(
    _ number: Int, _ verb: SpeechLexicon.Verb, _ attribution: Attribution, _ paragraph: Int
  ) {
    guard verb.verbClass == .continuation, attribution.sieve == "subject-after",
      attribution.actors.count == 1, let named = attribution.actors.first,
      reading.actors[named].kind == .person, named < firstMention.count,
      firstMention[named] >= groups[number].tokens.upperBound, let topic = lastSpeaker,
      topic.paragraph == paragraph, topic.attribution.basis == .description,
      topic.attribution.actors.count == 1, let stranger = topic.attribution.actors.first,
      reading.actors[stranger].kind == .anonymous, names[stranger] == nil,
      reading.actors[stranger].agreement.number != .plural,
      areTogether(topic.position, groups[number].head),
      allHolders.contains(stranger), !allHolders.contains(named)
    else { return }
    if let gender = reading.actors[stranger].agreement.gender,
      let other = reading.actors[named].agreement.gender, gender != other
    {
      return
    }
    names[stranger] = named
  }

  /// "A parlare è X", "A chiedere un’inchiesta è stata anche X": X.
  func clefted(_ number: Int) -> Attribution? {
    let group = groups[number]
    let start = clauses.sentence(of: group.finite).lowerBound
    guard clauses.language.verbGroupWords.task(group.verb) == .be,
      group.tokens.lowerBound > start + 1,
      group.tokens.lowerBound - start < 16,
      clauses.grammar.preposition(text[start].lexeme) == lexicon.to,
      clauses.groupAt[start + 1] >= 0,
      groups[Int(clauses.groupAt[start + 1])].mood == .infinitive,
      clauses.finiteGroup(after: start, before: group.tokens.lowerBound) == nil,
      let phrase = clauses.phraseAfter(number)
    else { return nil }
    return attribution(of: phrase, sieve: "cleft")
  }

  /// "X è uscito; non ha aspettato, gridando: «…»": the main verb without a subject goes on with X.
  private func goneOn(_ number: Int) -> Attribution? {
    let group = groups[number]
    guard group.isFinite, group.voice == .active, group.person == 3, group.number == .singular,
      clauses.introducer[number] == nil, clauses.level[group.finite] < 0,
      clauses.subjects[number].phrase == nil, clauses.subjects[number].sharedWith == nil,
      clauses.phraseAfter(number) == nil
    else { return nil }
    let found = previous(
      for: group, nil, .subjectFirst, paragraph(of: group.tokens.lowerBound))
    guard found.actors.count == 1, let actor = found.actors.first,
      reading.actors[actor].kind == .person
    else { return nil }
    return found
  }

  /// "A dirlo è X", "A riferirlo il ministero": an infinitive with "lo" at the start of a sentence
  /// points at who said what stands before.
  func pointedSubject(_ number: Int) -> Attribution? {
    let group = groups[number]
    let sentence = clauses.sentence(of: group.head)
    let start = group.tokens.lowerBound
    let noted = lexicon.notedEnd(of: group, in: text)
    guard group.clitics.contains(.object) || noted != nil, start > sentence.lowerBound,
      start - sentence.lowerBound <= 2 || clauses.isComma(start - 2),
      clauses.grammar.preposition(text[start - 1].lexeme) == lexicon.to
    else { return nil }
    var after = noted ?? group.tokens.upperBound
    while after < sentence.upperBound, clauses.isAdverb(after) { after += 1 }
    if after < sentence.upperBound, clauses.groupAt[after] >= 0 {
      let copula = Int(clauses.groupAt[after])
      guard clauses.language.verbGroupWords.task(groups[copula].verb) == .be else { return nil }
      return clauses.phraseAfter(copula).map { attribution(of: $0, sieve: "pointed") }
    }
    return clauses.phraseAfter(number).map { attribution(of: $0, sieve: "pointed") }
  }
}
