import DossierModel

/// Who gives a figure, and for which day.
extension FigureReader {
  /// Who gives the figure: "la Procura parla di nove vittime", "il bilancio fornito da X".
  func tellers(of phrase: Phrase, in clause: Int, _ sentence: Int) -> [Int] {
    let own = outline.clauses[clause]
    if let verb = own.verb {
      let group = document.verbGroups[verb]
      if lexicon.figureTellers[group.verb] != nil, references.subjects[clause].isEmpty,
        group.voice == .active, let actors = namedFirst(sentence, before: group)
      {
        return actors
      }
      if let canBeState = lexicon.figureTellers[group.verb], group.voice == .active,
        phrase.tokens.lowerBound >= group.tokens.upperBound
      {
        let actors = references.subjects[clause].filter { $0.place == nil || canBeState }
          .compactMap(\.actor)
        return Stances.unique(actors.filter { canBeState || !isState($0) })
      }
    }
    if own.kind == .participle, let parent = own.parent, outline.clauses[parent].verb != nil {
      // "ha contato 12 morti dall’alba": "morti" tells more of what the verb before counts.
      let actors = tellers(of: phrase, in: parent, sentence)
      if !actors.isEmpty { return actors }
    }
    let accounts = accounts(at: own)
    if !accounts.isEmpty { return accounts }
    let givers = givers(before: phrase.tokens.lowerBound, sentence)
    return givers.isEmpty ? laterTellers(after: clause, sentence) : givers
  }

  /// "costrette ad andarsene, secondo X", "due feriti, ha denunciato X": who is named only then.
  func laterTellers(after clause: Int, _ sentence: Int) -> [Int] {
    let next = clause + 1
    guard outline.sentences[sentence].contains(next) else { return [] }
    let other = outline.clauses[next]
    if other.kind == .infinitive, other.parent == clause {
      return Array(stances.all[next].claimants)
    }
    guard other.kind == .main, let verb = other.verb else { return [] }
    let group = document.verbGroups[verb]
    guard group.voice == .active, !group.isNegated, text.isMark(group.tokens.lowerBound - 1, ","),
      lexicon.figureTellers[group.verb] != nil || !lexicon.claimCues(of: group.verb).isEmpty,
      let subject = other.subject,
      outline.phrases[subject].tokens.lowerBound == group.tokens.upperBound
    else { return [] }
    return Stances.unique(references.references(ofList: subject).compactMap(\.actor))
  }

  /// "Per la Croce Rossa i morti sono 12": whose account the clause gives.
  func accounts(at clause: Clause) -> [Int] {
    guard let first = clause.phrases.first,
      outline.phrases[first].preposition?.base == language.words.per,
      outline.phrases[first].tokens.lowerBound <= clause.start + 1
    else { return [] }
    return Stances.unique(
      references.references(ofList: first).compactMap(\.actor).filter {
        [.organization, .media, .military].contains(references.reading.actors[$0].kind)
      })
  }

  /// "L’agenzia, che ha sede a Berna, ha contato …": whom the sentence names before a clause set off.
  func namedFirst(_ sentence: Int, before group: VerbGroup) -> [Int]? {
    guard text.isMark(group.tokens.lowerBound - 1, ","),
      let first = outline.phrasesOfSentence[sentence].first,
      outline.phrases[first].preposition == nil,
      outline.phrases[first].tokens.lowerBound <= document.sentences[sentence].lowerBound + 1
    else { return nil }
    let actors = references.references(ofList: first).compactMap(\.actor).filter { !isState($0) }
    return actors.isEmpty ? nil : Stances.unique(actors)
  }

  func isState(_ actor: Int) -> Bool { references.reading.actors[actor].kind == .state }

  /// "il bilancio fornito da X", "il bilancio di X": whose the figures are.
  func givers(before end: Int, _ sentence: Int) -> [Int] {
    let phrases = outline.phrasesOfSentence[sentence].filter {
      outline.phrases[$0].tokens.lowerBound < end
    }
    guard
      let toll = phrases.last(where: { number in
        outline.phrases[number].core.contains { lexicon.tolls.contains(text[$0].lexeme) }
      })
    else { return [] }
    let start = outline.phrases[toll].tokens.upperBound
    for number in phrases where outline.phrases[number].tokens.lowerBound >= start {
      let next = outline.phrases[number]
      guard next.tokens.lowerBound - start <= 4, let relation = next.preposition?.relation else {
        return []
      }
      let isGiven =
        relation == .agent
        && document.verbGroups(in: start..<next.tokens.lowerBound).contains {
          $0.mood == .participle
        }
      guard isGiven || relation == .of else { continue }
      return Stances.unique(
        references.references(ofList: number).compactMap(\.actor).filter { !isState($0) })
    }
    return []
  }

  /// The day that a figure speaks for: that of the statement which gives it, or of the count.
  func asOf(_ index: Int, in clause: Int, _ sentence: Int) -> EDTF? {
    let own = outline.clauses[clause]
    if stances.all[clause].isReported, own.kind == .complement || own.kind == .infinitive,
      let parent = own.parent, let day = day(in: parent)
    {
      return day
    }
    guard let verb = own.verb else { return nil }
    let group = document.verbGroups[verb]
    let isTold =
      lexicon.figureTellers[group.verb] != nil || !lexicon.claimCues(of: group.verb).isEmpty
    if isTold || isCount(group) {
      if let day = day(in: clause, near: index) { return day }
      if let day = dayOfReport(after: clause, sentence) { return day }
    }
    guard isCount(group), group.tense == .present, let before = figures.last,
      before.sentence == sentence - 1 || before.sentence == sentence,
      outline.paragraphs[before.sentence] == outline.paragraphs[sentence]
    else { return nil }
    // "… ha annunciato giovedì il ministero. I feriti sono 70": the same count.
    return before.claim.asOf
  }

  /// Whether the verb only tells how many they are: "i profughi erano 50", "è salito a 45".
  func isCount(_ group: VerbGroup) -> Bool {
    if lexicon.exceeding[group.verb] != nil || lexicon.counting[group.verb] != nil { return true }
    return language.verbGroupWords.task(group.verb) == .be
      && (group.tense == .present || group.tense == .imperfect)
  }

  /// The last day named before the phrase `index` in its clause, else the first after it.
  func day(in clause: Int, near index: Int = 0) -> EDTF? {
    var after: EDTF?
    var before: EDTF?
    for phrase in outline.clauses[clause].phrases {
      // "il bilancio del raid di lunedì": the day of the raid.
      let isOfNoun =
        outline.phrases[phrase].preposition?.relation == .of
        && outline.phrases[phrase].follows != nil
      guard let date = outline.phrases[phrase].date, dates[date].relation == .at, !isOfNoun,
        let first = dates[date].edtf?.earliest, let last = dates[date].edtf?.latest, first == last
      else { continue }
      if phrase < index { before = EDTF(first) } else if after == nil { after = EDTF(first) }
    }
    return before ?? after
  }

  /// The day of a report named after the figure: "…, ha annunciato giovedì il ministero".
  func dayOfReport(after clause: Int, _ sentence: Int) -> EDTF? {
    let next = clause + 1
    guard outline.sentences[sentence].contains(next), outline.clauses[next].kind == .main,
      let verb = outline.clauses[next].verb
    else { return nil }
    let group = document.verbGroups[verb]
    guard text.isMark(group.tokens.lowerBound - 1, ","),
      lexicon.figureTellers[group.verb] != nil || !lexicon.claimCues(of: group.verb).isEmpty
    else { return nil }
    return day(in: next)
  }
}
