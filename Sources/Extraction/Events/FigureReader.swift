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
  let document: Document
  let language: Language
  let outline: Outline
  let stances: Stances
  let quotedSpeech: QuotedSpeech
  let dates: [TemporalExpression]
  let references: References
  var figures: [FoundFigure] = []
  /// By phrase: whether its number is taken.
  let isTaken: TextArray<Bool>

  let di: LexemeTable.ID
  let tra: LexemeTable.ID

  var lexicon: EventLexicon { @inline(__always) get { language.events } }
  var text: TokenizedText { document.tokens }

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
      if figures.count > first {
        readDivision(sentence)
        readSum(sentence)
      }
      for clause in outline.sentences[sentence] { readOther(clause, in: sentence) }
      if figures.count < first + 2 { continue }
      figures[first...].sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
  }

  // MARK: Verbs

  func readVerb(of index: Int, in sentence: Int) {
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
  func state(after group: VerbGroup) -> EventLexicon.FigureCue? {
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
  func whole(before subject: Int, _ clause: Clause, _ group: VerbGroup) -> Int? {
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

  func take(
    list phrase: Int, _ cue: EventLexicon.FigureCue, clause: Int, sentence: Int, _ group: VerbGroup?
  ) -> Bool {
    var found = false
    for member in outline.list(phrase) where !isTaken[member] {
      // "12 morti e 30 feriti" as objects say themselves what they count.
      if let own = wordCue(in: member, of: [.noun]), !isState(own, before: cue) { continue }
      if take(member, cue, clause: clause, sentence: sentence, group) { found = true }
    }
    return found
  }

  /// Whether the noun only says what they were before the verb tells more: "ha arrestato 30 profughi".
  private func isState(
    _ noun: EventLexicon.FigureCue, before verb: EventLexicon.FigureCue
  ) -> Bool {
    noun.metric != verb.metric && (noun.metric == .displaced || noun.metric == .detained)
  }

  func holds(
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

  func matches(_ phrase: Int?, _ wants: TableArray<EventLexicon.Want>) -> Bool {
    guard let phrase else { return wants.contains(.none) }
    let own = outline.phrases[phrase]
    return wants.contains { want in
      switch want {
      case .noun(let noun):
        if noun == .people { return isPeople(own) }
        return !own.classes.isDisjoint(with: noun)
      case .word(let word): return own.core.contains { text[$0].lexeme == word }
      case .any: return true
      case .place:
        return own.mentions.contains { references.reading.mentions[$0].label == .place }
      default: return false
      }
    }
  }

  func isPeople(_ phrase: Phrase) -> Bool {
    if !phrase.classes.isDisjoint(with: .persons.union(.leader)) { return true }
    // "12 palestinesi", or a number that stands alone for people.
    if phrase.mentions.contains(where: { references.reading.mentions[$0].label == .group }) {
      return true
    }
    return phrase.core.contains { language.names.demonyms[text[$0].lexeme] != nil }
  }

  // MARK: Nouns

  func readNoun(_ index: Int, in sentence: Int) {
    let phrase = outline.phrases[index]
    if phrase.quantity != nil {
      if phrase.isMixed, readMixed(index, in: sentence) { return }
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
  func readGoverned(_ index: Int, in sentence: Int) -> Bool {
    let phrase = outline.phrases[index]
    guard phrase.preposition?.relation == .of, let governor = phrase.follows,
      let cue = wordCue(outline.phrases[governor].head, of: [.of]),
      isPeople(phrase) || phrase.classes.contains(.force), !isOnlyWanted(governor)
    else { return false }
    for member in outline.list(index) {
      _ = take(
        member, cue, clause: phrase.clause, sentence: sentence, nil,
        from: outline.phrases[governor].core.lowerBound)
    }
    return true
  }

  /// "ha ordinato l’arresto di dieci comandanti": what the verb makes of the noun has not happened.
  private func isOnlyWanted(_ phrase: Int) -> Bool {
    let clause = outline.clauses[outline.phrases[phrase].clause]
    guard clause.object == phrase, let verb = clause.verb else { return false }
    switch lexicon.effect(of: document.verbGroups[verb].verb, on: .object) {
    case .wanted, .averted, .foiled: return true
    default: return false
    }
  }

  /// "il bilancio delle vittime è salito a 45": the number stands apart from the noun.
  func readToll(_ index: Int, in sentence: Int) {
    let phrase = outline.phrases[index]
    guard phrase.core.count <= (phrase.quantity?.tokens.count ?? 0) + 1,
      let subject = tollBefore(index) ?? outline.clauses[phrase.clause].subject, subject != index
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

  /// "i morti sono 19, i feriti 347": the noun right before the number, without its verb.
  private func tollBefore(_ index: Int) -> Int? {
    guard index > 0 else { return nil }
    let before = outline.phrases[index - 1]
    guard before.tokens.upperBound == outline.phrases[index].tokens.lowerBound,
      before.determiner == .definite, before.preposition == nil, before.quantity == nil,
      wordCue(in: index - 1, of: [.noun]) != nil
    else { return nil }
    return index - 1
  }

  /// "i morti", "i miliziani uccisi" as the subject of a number.
  func tollCue(_ phrase: Int) -> EventLexicon.FigureCue? {
    if let cue = wordCue(in: phrase, of: [.noun]) { return cue }
    guard isPeople(outline.phrases[phrase]) else { return nil }
    if let cue = wordCue(in: phrase, of: [.participle]) { return cue }
    let next = outline.phrases[phrase].tokens.upperBound
    return next < text.count ? wordCue(next, of: [.participle]) : nil
  }

  func wordCue(
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

  func wordCue(
    _ token: Int, of forms: [EventLexicon.FigureForm]
  ) -> EventLexicon.FigureCue? {
    guard lexicon.opening(text[token].lexeme).contains(.figure),
      let (cues, _) = lexicon.figureWords.match(text, at: token, grammar: language.grammar)
    else { return nil }
    return cues.first { forms.contains($0.form) }
  }

  // MARK: Figures

  func take(
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
    // Soldiers who cross a border do not flee.
    if cue.metric == .displaced, cue.form != .noun,
      !phrase.classes.isDisjoint(with: [.fighter, .troops]),
      phrase.classes.isDisjoint(with: .people)
    {
      return false
    }
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
    claim.asOf = asOf(index, in: clause, sentence)
    claim.sieve = "figure-\(cue.form.rawValue)"
    figures.append(
      FoundFigure(claim: claim, sentence: sentence, clause: clause, tokens: phrase.tokens))
    return true
  }

  /// What the phrase counts, within the bounds that "fino a" and "ha superato" set.
  func figure(
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

  /// "i morti sono 15; la presidenza ne aveva annunciati dieci": another number for those counted before.
  func readOther(_ index: Int, in sentence: Int) {
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

  /// Who is counted, as the text words it.
  func victims(
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
  var lastVictims: String? { figures.last?.claim.figure?.victims }
}
