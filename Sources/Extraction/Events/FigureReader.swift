import DossierModel

/// A number of people that a text gives, before it is known which event it is about.
struct FoundFigure: Sendable {
  var claim: ArticleReading.Claim
  var sentence: Int
  var clause: Int
  /// The tokens of the phrase that is counted.
  var tokens: Range<Int>
}

/// Finds how many people were killed, hurt, missed, detained, driven out or brought back, and who
/// says so.
final class FigureReader {
  private let document: Document
  private let language: Language
  private let outline: Outline
  private let stances: Stances
  private let quotedSpeech: QuotedSpeech
  private let dates: [TemporalExpression]
  private let references: References
  private(set) var figures: [FoundFigure] = []
  /// By phrase: whether its number is taken.
  private let isTaken: TextArray<Bool>

  private let di: LexemeTable.ID
  private let tra: LexemeTable.ID

  private var lexicon: EventLexicon { @inline(__always) get { language.events } }
  private var text: TokenizedText { document.tokens }

  /// The figures that `outline` gives.
  init(
    document: Document, language: Language, outline: Outline, stances: Stances,
    quotedSpeech: QuotedSpeech
  ) {
    self.quotedSpeech = quotedSpeech
    (self.document, self.language, self.outline, self.stances) = (
      document, language, outline, stances
    )
    references = stances.references
    dates = references.reading.dates
    isTaken = TextArray(
      repeating: false, count: outline.phrases.count, in: outline.memory)
    (di, tra) = (language.words.di, language.words.tra)
  }

  /// Finds the figures of all sentences.
  func find() {
    for sentence in outline.sentences.indices {
      let first = figures.count
      for clause in outline.sentences[sentence] { readVerb(of: clause, in: sentence) }
      for phrase in outline.phrasesOfSentence[sentence] {
        if !isTaken[phrase] { readNoun(phrase, in: sentence) }
      }
      readParts(sentence)
      if figures.count > first { readDivision(sentence) }
      for clause in outline.sentences[sentence] { readOther(clause, in: sentence) }
      if figures.count < first + 2 { continue }
      figures[first...].sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
  }

  // MARK: Verbs

  private func readVerb(of index: Int, in sentence: Int) {
    let clause = outline.clauses[index]
    guard let verb = clause.verb else { return }
    let group = document.verbGroups[verb]
    for cue in lexicon.figureCues(of: group.verb) {
      guard holds(cue, clause, group) else { continue }
      let isPassive =
        group.voice == .passive || clause.isHeadline
        || (clause.kind == .participle && group.voice != .active)
      let counted: Int?
      switch cue.form {
      case .subject:
        counted =
          isPassive && !clause.isHeadline && clause.kind != .participle ? nil : clause.subject
      case .object: counted = isPassive ? clause.subject : clause.object
      case .owner: counted = isPassive ? nil : clause.object
      case .recipient:
        counted = clause.phrases.first {
          outline.phrases[$0].preposition?.base == language.words.a
            && outline.phrases[$0].tokens.lowerBound >= group.tokens.upperBound
        }
      default: counted = nil
      }
      if let counted, let whole = whole(before: counted, clause, group) {
        _ = take(list: whole, cue, clause: index, sentence: sentence, group)
      }
      guard let counted, take(list: counted, cue, clause: index, sentence: sentence, group) else {
        continue
      }
      return
    }
    if let subject = clause.subject, let cue = state(after: group) {
      if let whole = whole(before: subject, clause, group) {
        _ = take(list: whole, cue, clause: index, sentence: sentence, group)
      }
      if take(list: subject, cue, clause: index, sentence: sentence, group) { return }
    }
    // "sono rimasti feriti", "risultano dispersi": the word beside the verb tells.
    if let subject = clause.subject, let object = clause.object,
      let cue = wordCue(outline.phrases[object].head, of: [.participle, .noun]),
      outline.phrases[object].quantity == nil, group.voice != .passive,
      language.verbs.auxiliary(of: group.verb) != .avere
    {
      _ = take(list: subject, cue, clause: index, sentence: sentence, group)
    }
  }

  /// "sono rimaste uccise", "risultano ancora disperse": the participle after a verb of state, even
  /// where its form is also one of the finite verb.
  private func state(after group: VerbGroup) -> EventLexicon.FigureCue? {
    guard group.voice == .active, language.verbs.auxiliary(of: group.verb) == .essere else {
      return nil
    }
    for token in group.tokens.upperBound..<group.tokens.upperBound + 2 {
      guard token < text.count, text[token].isWord,
        language.grammar.preposition(text[token].lexeme) == nil
      else { return nil }
      if let cue = wordCue(token, of: [.participle]) { return cue }
    }
    return nil
  }

  /// What "tra cui" and "di cui" before the part `subject` hang on, if the verb after the comma is that
  /// of the whole: "venti soldati, tra cui due ufficiali, sono rimasti feriti".
  private func whole(before subject: Int, _ clause: Clause, _ group: VerbGroup) -> Int? {
    guard clause.kind == .relative, clause.preposition == di || clause.preposition == tra,
      text.isMark(group.tokens.lowerBound - 1, ","), let whole = clause.antecedent
    else { return nil }
    var phrase = whole
    while outline.phrases[phrase].quantity == nil {
      guard outline.phrases[phrase].preposition != nil,
        let governor = outline.phrases[phrase].follows
      else { return nil }
      phrase = governor
    }
    return phrase == subject ? nil : phrase
  }

  private func take(
    list phrase: Int, _ cue: EventLexicon.FigureCue, clause: Int, sentence: Int, _ group: VerbGroup?
  ) -> Bool {
    var found = false
    for member in outline.list(phrase) where !isTaken[member] {
      // "12 morti e 30 feriti" as objects say themselves what they count.
      if wordCue(in: member, of: [.noun]) != nil { continue }
      if take(member, cue, clause: clause, sentence: sentence, group) { found = true }
    }
    return found
  }

  private func holds(
    _ cue: EventLexicon.FigureCue, _ clause: Clause, _ group: VerbGroup
  ) -> Bool {
    cue.conditions.allSatisfy { condition in
      guard case .slot(let slot, let wants) = condition else { return true }
      switch slot {
      case .subject: return matches(clause.subject, wants)
      case .object:
        let object = group.voice == .passive ? clause.subject : clause.object
        return matches(object, wants)
          || cue.form == .recipient && clause.phrases.contains { matches($0, wants) }
      case .of: return true
      case .preposition(let base):
        let end = group.tokens.upperBound
        let isVerbal = wants.contains { want in
          guard case .word(let word) = want, end + 1 < text.count, text[end].lexeme >= 0 else {
            return false
          }
          return language.grammar.preposition(text[end].lexeme) == base
            && text[end + 1].lexeme == word
        }
        return isVerbal
          || clause.phrases.contains {
            outline.phrases[$0].preposition?.base == base && matches($0, wants)
          }
      }
    }
  }

  private func matches(_ phrase: Int?, _ wants: TableArray<EventLexicon.Want>) -> Bool {
    guard let phrase else { return wants.contains(.none) }
    let own = outline.phrases[phrase]
    return wants.contains { want in
      switch want {
      case .noun(let noun):
        if noun == .people { return isPeople(own) }
        return !own.classes.isDisjoint(with: noun)
      case .word(let word): return own.core.contains { text[$0].lexeme == word }
      case .any: return true
      default: return false
      }
    }
  }

  private func isPeople(_ phrase: Phrase) -> Bool {
    if !phrase.classes.isDisjoint(with: .persons.union(.leader)) { return true }
    // "12 palestinesi", or a number that stands alone for people.
    if phrase.mentions.contains(where: { references.reading.mentions[$0].label == .group }) {
      return true
    }
    return phrase.core.contains { language.names.demonyms[text[$0].lexeme] != nil }
  }

  // MARK: Nouns

  private func readNoun(_ index: Int, in sentence: Int) {
    let phrase = outline.phrases[index]
    if phrase.quantity != nil {
      if readGoverned(index, in: sentence) { return }
      if let cue = wordCue(in: index, of: [.noun]) {
        _ = take(index, cue, clause: phrase.clause, sentence: sentence, nil)
        return
      }
      if isPeople(phrase), let cue = wordCue(in: index, of: [.participle]) {
        _ = take(index, cue, clause: phrase.clause, sentence: sentence, nil)
        return
      }
    }
    if phrase.classes.isEmpty, phrase.mentions.isEmpty, phrase.quantity != nil {
      readToll(index, in: sentence)
    }
  }

  /// Reads "la morte di dodici persone", "il rientro di centinaia di famiglie".
  private func readGoverned(_ index: Int, in sentence: Int) -> Bool {
    let phrase = outline.phrases[index]
    guard phrase.preposition?.relation == .of, let governor = phrase.follows,
      let cue = wordCue(outline.phrases[governor].head, of: [.of]),
      isPeople(phrase) || phrase.classes.contains(.force)
    else { return false }
    for member in outline.list(index) {
      _ = take(
        member, cue, clause: phrase.clause, sentence: sentence, nil,
        from: outline.phrases[governor].core.lowerBound)
    }
    return true
  }

  /// "il bilancio delle vittime è salito a 45": the number stands apart from the noun.
  private func readToll(_ index: Int, in sentence: Int) {
    let phrase = outline.phrases[index]
    guard phrase.core.count <= (phrase.quantity?.tokens.count ?? 0) + 1,
      let subject = outline.clauses[phrase.clause].subject, subject != index
    else { return }
    var candidate = subject
    for _ in 0..<3 {
      if let cue = tollCue(candidate), outline.phrases[candidate].quantity == nil {
        _ = take(index, cue, clause: phrase.clause, sentence: sentence, nil)
        return
      }
      guard let next = references.complement(of: candidate) else { return }
      candidate = next
    }
  }

  /// "i morti", "i miliziani uccisi" as the subject of a number.
  private func tollCue(_ phrase: Int) -> EventLexicon.FigureCue? {
    if let cue = wordCue(in: phrase, of: [.noun]) { return cue }
    guard isPeople(outline.phrases[phrase]) else { return nil }
    if let cue = wordCue(in: phrase, of: [.participle]) { return cue }
    let next = outline.phrases[phrase].tokens.upperBound
    return next < text.count ? wordCue(next, of: [.participle]) : nil
  }

  /// "30 morti: 12 donne e 18 uomini": what a colon after the figure divides it into.
  private func readDivision(_ sentence: Int) {
    guard let whole = figures.last(where: { $0.sentence == sentence }),
      let figure = whole.claim.figure, let most = figure.high ?? figure.low
    else { return }
    let end = document.sentences[sentence].upperBound
    var colon = whole.tokens.upperBound
    while colon < end, !text.isMark(colon, ":") { colon += 1 }
    guard colon < min(end, whole.tokens.upperBound + 12) else { return }
    var edge = colon + 1
    for index in outline.phrasesOfSentence[sentence] {
      let phrase = outline.phrases[index]
      if phrase.tokens.lowerBound < edge { continue }
      // Only a bare list of numbers and people divides.
      guard phrase.tokens.lowerBound <= edge + 1, phrase.quantity != nil, isPeople(phrase),
        (phrase.quantity?.low ?? most) < most, wordCue(in: index, of: [.noun]) == nil
      else {
        if phrase.preposition?.relation == .of || phrase.tokens.lowerBound == edge {
          edge = max(edge, phrase.tokens.upperBound)
          if phrase.preposition != nil { continue }
        }
        return
      }
      let cue = EventLexicon.FigureCue(
        form: .noun, metric: figure.metric, conditions: [], victims: nil)
      let count = figures.count
      _ = take(index, cue, clause: phrase.clause, sentence: sentence, nil)
      if figures.count > count, figures[count].claim.claimants.isEmpty {
        figures[count].claim.claimants = whole.claim.claimants
        figures[count].claim.chain = whole.claim.chain
      }
      edge = phrase.tokens.upperBound
    }
  }

  /// "56 morti, di cui 25 a Khartum", "tra i morti tre bambini": parts of a figure.
  private func readParts(_ sentence: Int) {
    for clause in outline.sentences[sentence] {
      let own = outline.clauses[clause]
      guard own.kind == .relative, own.preposition == di || own.preposition == tra,
        isReportOnly(own)
      else { continue }
      let whole = figures.last {
        $0.sentence == sentence && $0.tokens.upperBound <= own.start
          && $0.tokens.upperBound + 14 > own.start
      }
      guard let whole, let figure = whole.claim.figure else { continue }
      for phrase in own.phrases where !isTaken[phrase] {
        guard outline.phrases[phrase].preposition == nil, outline.phrases[phrase].quantity != nil
        else { continue }
        let cue = EventLexicon.FigureCue(
          form: .noun, metric: figure.metric, conditions: [], victims: figure.victims)
        _ = take(phrase, cue, clause: clause, sentence: sentence, nil)
      }
    }
    // "Tra le vittime ci sono tre bambini"
    for phrase in outline.phrasesOfSentence[sentence] {
      let own = outline.phrases[phrase]
      guard own.preposition?.base == tra, own.quantity == nil,
        let cue = wordCue(in: phrase, of: [.noun])
      else { continue }
      var next = phrase + 1
      while next < outline.phrasesOfSentence[sentence].upperBound {
        let other = outline.phrases[next]
        if other.preposition == nil, other.quantity != nil, !isTaken[next], isPeople(other) {
          let part = EventLexicon.FigureCue(
            form: .noun, metric: cue.metric, conditions: [], victims: nil)
          _ = take(next, part, clause: other.clause, sentence: sentence, nil)
        } else if outline.phrases[next].triggers != nil {
          break
        }
        next += 1
      }
    }
  }

  /// Whether the clause has no verb but that of a report after it: "tra cui due medici, ha detto …".
  private func isReportOnly(_ clause: Clause) -> Bool {
    guard let verb = clause.verb else { return true }
    let group = document.verbGroups[verb]
    return !lexicon.claimCues(of: group.verb).isEmpty
      && text.isMark(group.tokens.lowerBound - 1, ",")
  }

  private func wordCue(
    in phrase: Int, of forms: [EventLexicon.FigureForm]
  ) -> EventLexicon.FigureCue? {
    let own = outline.phrases[phrase]
    let start =
      own.quantity.map { max($0.tokens.upperBound, own.core.lowerBound) }
      ?? own.core.lowerBound
    guard start < own.core.upperBound else { return nil }
    for token in start..<own.core.upperBound {
      if let cue = wordCue(token, of: forms) { return cue }
    }
    return nil
  }

  private func wordCue(
    _ token: Int, of forms: [EventLexicon.FigureForm]
  ) -> EventLexicon.FigureCue? {
    guard lexicon.opening(text[token].lexeme).contains(.figure),
      let (cues, _) = lexicon.figureWords.match(text, at: token, grammar: language.grammar)
    else { return nil }
    return cues.first { forms.contains($0.form) }
  }

  // MARK: Figures

  private func take(
    _ index: Int, _ cue: EventLexicon.FigureCue, clause: Int, sentence: Int, _ group: VerbGroup?,
    from start: Int? = nil
  ) -> Bool {
    let phrase = outline.phrases[index]
    guard !isTaken[index], let quantity = phrase.quantity, quantity.low != 0 || quantity.high != 0
    else { return false }
    let isCounted =
      wordCue(in: index, of: [.noun]) != nil || isPeople(phrase)
      || phrase.classes.contains(.force)
    let isBare = phrase.core.upperBound <= quantity.tokens.upperBound
    if quantity.wording == .article {
      // "un soldato" is one; "un attacco" is not counted.
      guard isPeople(phrase), cue.form != .noun || phrase.core.count <= 3 else { return false }
    } else if !isCounted, !isBare {
      return false
    }
    let stance = stances.all[clause]
    guard stance.reality == .occurred else { return false }
    isTaken[index] = true
    var range = phrase.core
    if let start, start < range.lowerBound { range = start..<range.upperBound }
    if let group {
      let whole =
        min(
          range.lowerBound, group.tokens.lowerBound)..<max(
          range.upperBound, group.tokens.upperBound)
      if whole.count <= range.count + group.tokens.count + 8 { range = whole }
    }
    var claim = ArticleReading.Claim(span: text.span(range), kind: .figure)
    claim.figure = figure(index, quantity, cue, clause)
    claim.claimants = Array(stance.claimants)
    claim.chain = Array(stance.chain)
    claim.modality = stance.isHearsay ? .conditional : .asserted
    if let speech = quotedSpeech.innermost(at: phrase.core.lowerBound), !speech.speakers.isEmpty {
      claim.claimants = speech.speakers
      claim.chain = speech.chain
    }
    if claim.claimants.isEmpty { claim.claimants = tellers(of: phrase, in: clause, sentence) }
    claim.asOf = asOf(clause)
    claim.sieve = "figure-\(cue.form.rawValue)"
    figures.append(
      FoundFigure(claim: claim, sentence: sentence, clause: clause, tokens: phrase.tokens))
    return true
  }

  /// What the phrase counts, within the bounds that "fino a" and "ha superato" set.
  private func figure(
    _ index: Int, _ quantity: Quantity, _ cue: EventLexicon.FigureCue, _ clause: Int
  ) -> Figure {
    var figure = Figure(
      metric: cue.metric, victims: victims(index, quantity, cue), low: quantity.low,
      high: quantity.high, qualifier: quantity.qualifier)
    guard quantity.qualifier == .exact else { return figure }
    let phrase = outline.phrases[index]
    let start = phrase.tokens.lowerBound
    if (max(0, start - 2)...start).contains(where: {
      lexicon.limits[text[$0].lexeme] != nil && $0 < quantity.tokens.lowerBound
        && quantity.tokens.lowerBound - $0 <= 2
    }) {
      (figure.low, figure.qualifier) = (nil, .about)
    } else if let verb = outline.clauses[clause].verb,
      lexicon.exceeding[document.verbGroups[verb].verb] != nil,
      start >= document.verbGroups[verb].tokens.upperBound
    {
      (figure.high, figure.qualifier) = (nil, .atLeast)
    }
    return figure
  }

  /// Who gives the figure: "la Procura parla di nove vittime", "il bilancio fornito da X".
  private func tellers(of phrase: Phrase, in clause: Int, _ sentence: Int) -> [Int] {
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
  private func laterTellers(after clause: Int, _ sentence: Int) -> [Int] {
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
  private func accounts(at clause: Clause) -> [Int] {
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
  private func namedFirst(_ sentence: Int, before group: VerbGroup) -> [Int]? {
    guard text.isMark(group.tokens.lowerBound - 1, ","),
      let first = outline.phrasesOfSentence[sentence].first,
      outline.phrases[first].preposition == nil,
      outline.phrases[first].tokens.lowerBound <= document.sentences[sentence].lowerBound + 1
    else { return nil }
    let actors = references.references(ofList: first).compactMap(\.actor).filter { !isState($0) }
    return actors.isEmpty ? nil : Stances.unique(actors)
  }

  /// "i morti sono 15; la presidenza ne aveva annunciati dieci": another number for those counted before.
  private func readOther(_ index: Int, in sentence: Int) {
    let clause = outline.clauses[index]
    guard let verb = clause.verb, let before = figures.last, before.sentence + 1 >= sentence,
      let metric = before.claim.figure?.metric
    else { return }
    let group = document.verbGroups[verb]
    guard group.clitics.contains(.partitive), lexicon.figureTellers[group.verb] != nil else {
      return
    }
    let phrase = clause.phrases.first {
      outline.phrases[$0].tokens.lowerBound >= group.tokens.upperBound
    }
    guard let phrase, !isTaken[phrase], let quantity = outline.phrases[phrase].quantity,
      quantity.wording != .article,
      outline.phrases[phrase].core.upperBound <= quantity.tokens.upperBound
    else { return }
    let cue = EventLexicon.FigureCue(
      form: .noun, metric: metric, conditions: [], victims: before.claim.figure?.victims)
    _ = take(phrase, cue, clause: index, sentence: sentence, group)
  }

  private func isState(_ actor: Int) -> Bool { references.reading.actors[actor].kind == .state }

  /// "il bilancio fornito da X", "il bilancio di X": whose the figures are.
  private func givers(before end: Int, _ sentence: Int) -> [Int] {
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

  /// Who is counted, as the text words it.
  private func victims(
    _ index: Int, _ quantity: Quantity, _ cue: EventLexicon.FigureCue
  ) -> String? {
    let phrase = outline.phrases[index]
    var first = max(phrase.core.lowerBound, quantity.tokens.upperBound)
    while first < phrase.core.upperBound,
      language.grammar.preposition(text[first].lexeme) != nil
        || language.grammar.isAny(
          text[first].lexeme, of: .possessive, .definiteArticle, .quantifier)
    {
      first += 1
    }
    guard first < phrase.core.upperBound else {
      // "ha contato 12 morti dall’alba": the noun stands apart as a participle.
      let next = first < text.count ? wordCue(first, of: [.noun])?.victims : nil
      return cue.victims ?? next ?? lastVictims
    }
    if let word = wordCue(first, of: [.noun]), word.victims != nil,
      first + 1 == phrase.core.upperBound, let before = figures.last,
      before.tokens.upperBound + 5 > phrase.tokens.lowerBound, phrase.tokens.lowerBound > 0,
      language.grammar.isAny(text[phrase.tokens.lowerBound - 1].lexeme, of: .coordinator),
      before.claim.sieve != "figure-noun"
    {
      return lastVictims  // "due soldati uccisi e cinque feriti"
    }
    if let word = wordCue(first, of: [.noun]) {
      return word.victims ?? text.string(first..<phrase.core.upperBound)
    }
    return text.string(first..<phrase.core.upperBound)
  }

  /// "tre soldati sono morti e due feriti": the same people.
  private var lastVictims: String? { figures.last?.claim.figure?.victims }

  /// The day of the statement that gives the figure.
  private func asOf(_ clause: Int) -> EDTF? {
    let own = outline.clauses[clause]
    guard stances.all[clause].isReported, own.kind == .complement || own.kind == .infinitive,
      let parent = own.parent
    else { return nil }
    for phrase in outline.clauses[parent].phrases {
      guard let date = outline.phrases[phrase].date, dates[date].relation == .at,
        let edtf = dates[date].edtf, let first = edtf.earliest, let last = edtf.latest,
        first == last
      else { continue }
      return edtf
    }
    return nil
  }
}
