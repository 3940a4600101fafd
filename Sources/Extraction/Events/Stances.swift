import DossierModel

/// Tells of each clause how real it is and who answers for it.
final class Stances {
  let document: Document
  let language: Language
  let outline: Outline
  /// What the words refer to.
  let references: References
  /// The stance of each clause.
  private(set) var all: TextArray<Stance>

  private let sources: TableArray<LexemeTable.ID>
  private let per: LexemeTable.ID
  private let di: LexemeTable.ID

  private var lexicon: EventLexicon { @inline(__always) get { language.events } }
  private var text: TokenizedText { document.tokens }

  /// The stances of the clauses of `outline`.
  init(document: Document, language: Language, outline: Outline, references: References) {
    (self.document, self.language, self.outline, self.references) = (
      document, language, outline, references
    )
    (per, di, sources) = (language.words.per, language.words.di, language.words.sources)
    all = TextArray(in: outline.memory)
    all.reserve(outline.clauses.count)
    for (sentence, clauses) in outline.sentences.enumerated() {
      let isQuestion = endsAsQuestion(sentence)
      for clause in clauses {
        var stance = stance(of: clause)
        if isQuestion { stance.reality = max(stance.reality, .hypothetical) }
        all.append(stance)
      }
    }
  }

  private func endsAsQuestion(_ sentence: Int) -> Bool {
    let range = document.sentences[sentence]
    var i = range.upperBound - 1
    while i >= range.lowerBound, i > range.upperBound - 4 {
      if text.isMark(i, "?") { return true }
      if text[i].isWord { return false }
      i -= 1
    }
    return false
  }

  private func stance(of index: Int) -> Stance {
    let clause = outline.clauses[index]
    var stance = Stance()
    let parent = clause.parent.map { all[$0] }
    switch clause.kind {
    case .main: break
    case .complement:
      if let parentIndex = clause.parent, let parent {
        stance = complementStance(of: parentIndex, parent)
      }
    case .relative, .participle, .aside:
      if let parent { stance = Stance(parent) }
    case .gerund:
      if let parent { stance = parent }
    case .subordinate:
      if let parent { stance = Stance(parent) }
      stance.reality = Self.reality(of: clause.effect) ?? .occurred
    case .infinitive:
      stance = infinitiveStance(clause, parent)
    }
    takeSources(of: clause, into: &stance)
    takeVerb(of: clause, into: &stance)
    return stance
  }

  /// What the verb of the clause `parent` makes of the clause that it governs.
  private func complementStance(of parent: Int, _ outer: Stance) -> Stance {
    guard let verb = outline.clauses[parent].verb else {
      // "Ministero: 12 morti"
      var stance = outer
      let speakers = headlineSpeakers(parent)
      if !speakers.isEmpty {
        stance.chain = tellers(outer)
        (stance.claimants, stance.isReported) = (speakers, true)
      }
      return stance
    }
    let group = document.verbGroups[verb]
    guard let effect = lexicon.effect(of: group.verb, on: .clause) else {
      return lexicon.claimCues(of: group.verb).isEmpty ? outer : told(by: parent, outer)
    }
    switch effect {
    case .told:
      var stance = told(by: parent, outer)
      if group.isNegated { stance.reality = .hypothetical }
      return stance
    case .denied:
      var stance = told(by: parent, outer)
      stance.reality = group.isNegated ? .occurred : .denied
      return stance
    case .wanted, .averted, .foiled:
      var stance = Stance(outer)
      stance.reality = .hypothetical
      return stance
    case .planned:
      var stance = Stance(outer)
      stance.reality = max(outer.reality, group.isNegated ? .hypothetical : .planned)
      return stance
    default: return outer
    }
  }

  private func told(by clause: Int, _ outer: Stance) -> Stance {
    var stance = Stance()
    let voice = outline.clauses[clause].verb.map { document.verbGroups[$0].voice }
    let speakers =
      voice == .passive ? agents(of: clause) : actors(of: references.subjects[clause])
    stance.claimants = speakers
    stance.isReported = true
    stance.chain = tellers(outer).filter { !speakers.contains($0) }
    // What is said under a condition is said; what was to be said is not.
    stance.reality = outer.reality == .occurred ? .occurred : outer.reality
    stance.isHearsay = outer.isHearsay
    return stance
  }

  /// Those who tell what stands under `stance`, from the claimant outward.
  private func tellers(_ stance: Stance) -> TextArray<Int> {
    var tellers = TextArray<Int>(in: outline.memory)
    tellers.append(contentsOf: stance.claimants)
    tellers.append(contentsOf: stance.chain)
    return tellers
  }

  /// The actors among `references`, each once.
  private func actors(of references: TextArray<Reference>) -> TextArray<Int> {
    references.actors(in: outline.memory)
  }

  private func agents(of clause: Int) -> TextArray<Int> {
    var found = TextArray<Reference>(in: outline.memory)
    for phrase in outline.clauses[clause].phrases
    where outline.phrases[phrase].preposition?.relation == .agent {
      found.append(contentsOf: references.references(ofList: phrase))
    }
    return actors(of: found)
  }

  private func headlineSpeakers(_ clause: Int) -> TextArray<Int> {
    var speakers = TextArray<Int>(in: outline.memory)
    guard
      let last = outline.clauses[clause].phrases.last(where: {
        outline.phrases[$0].preposition == nil && outline.phrases[$0].date == nil
      }), outline.phrases[last].triggers == nil
    else { return speakers }
    for reference in references.references(ofList: last) {
      guard let actor = reference.actor else { continue }
      let kind = references.reading.actors[actor].kind
      if kind != .state || reference.place == nil { speakers.append(actor) }
    }
    return speakers
  }

  private func infinitiveStance(_ clause: Clause, _ parent: Stance?) -> Stance {
    guard let parent, let parentIndex = clause.parent else {
      return Stance(reality: .hypothetical)
    }
    let isPerfect = clause.verb.map { document.verbGroups[$0].tense == .perfect } ?? false
    if let reality = Self.reality(of: clause.effect) {
      var stance = Stance(parent)
      // "per aver attaccato" gives a cause, "per attaccare" an aim.
      stance.reality =
        reality == .hypothetical && isPerfect && clause.preposition == per
        ? .occurred : reality
      return stance
    }
    guard let verb = outline.clauses[parentIndex].verb else {
      return Stance(reality: .hypothetical)
    }
    let governor = document.verbGroups[verb].verb
    if lexicon.effect(of: governor, on: .clause) != nil
      || !lexicon.claimCues(of: governor).isEmpty
    {
      var stance = complementStance(of: parentIndex, parent)
      // "annuncia di voler", "dice di temere" are seen at the verb itself; a bare present infinitive
      // after "accettare di" is still to come.
      if clause.preposition == di, !isPerfect, stance.isReported, stance.reality == .occurred,
        lexicon.claimCues(of: governor).allSatisfy({ $0.kind != .accusation })
      {
        stance.reality = .planned
      }
      return stance
    }
    if isCleft(clause, verb) { return parent }
    var stance = Stance(parent)
    stance.reality = isPerfect ? parent.reality : .hypothetical
    stance.isReported = parent.isReported || isPerfect
    return stance
  }

  /// "sono stati i soldati ad attaccare": the infinitive tells what the subject did.
  private func isCleft(_ clause: Clause, _ parent: Int) -> Bool {
    let group = document.verbGroups[parent]
    return clause.preposition == language.words.a
      && language.verbGroupWords.task(group.verb) == .be
      && clause.parent.map { outline.clauses[$0].subject != nil } ?? false
  }

  private static func reality(of effect: EventLexicon.Effect?) -> Reality? {
    switch effect {
    case .happened, .presupposed, .ending, .told: .occurred
    case .wanted, .averted, .foiled: .hypothetical
    case .planned: .planned
    case .denied: .denied
    default: nil
    }
  }

  /// "secondo X", "stando a X", "per X" at the head of a clause.
  private func takeSources(of clause: Clause, into stance: inout Stance) {
    for phrase in clause.phrases {
      guard let preposition = outline.phrases[phrase].preposition else { continue }
      let tokens = outline.phrases[phrase].tokens
      guard
        sources.contains(preposition.base) || sources.contains(text[tokens.lowerBound].lexeme)
          || tokens.count > 1 && sources.contains(text[tokens.lowerBound + 1].lexeme)
      else { continue }
      let found = actors(of: references.references(ofList: phrase))
      stance.isReported = true
      if !found.isEmpty {
        stance.chain = tellers(stance)
        stance.claimants = found
      }
    }
  }

  /// What mood, tense, modal verb and negation make of the clause.
  private func takeVerb(of clause: Clause, into stance: inout Stance) {
    guard let verb = clause.verb else { return }
    let group = document.verbGroups[verb]
    let task = language.verbGroupWords.task(group.verb)
    switch group.mood {
    case .conditional:
      if group.isHearsay || group.modal == nil && task == .be {
        stance.isHearsay = true
      } else {
        stance.reality = max(stance.reality, .hypothetical)
      }
    case .indicative where group.tense == .future || group.tense == .futurePerfect:
      stance.reality = max(stance.reality, .planned)
    default: break
    }
    if group.modal != nil, !group.isHearsay {
      switch group.tense {
      case .perfect, .past, .pluperfect: break
      case .future: stance.reality = max(stance.reality, .planned)
      default: stance.reality = max(stance.reality, .hypothetical)
      }
    }
    if group.isNegated {
      stance.reality = stance.reality == .denied ? .occurred : .denied
    }
  }

  static func unique(_ actors: some Sequence<Int>) -> [Int] {
    var seen: [Int] = []
    for actor in actors where !seen.contains(actor) { seen.append(actor) }
    return seen
  }
}

extension Stance {
  /// The stance of a clause that only tells more beside one with the stance `outer`.
  init(_ outer: Stance) {
    self.init(
      reality: .occurred, isHearsay: outer.isHearsay, claimants: outer.claimants,
      chain: outer.chain, isReported: outer.isReported)
  }
}

extension TextArray<Reference> {
  /// The actors among them, each once, as a list in `memory`.
  func actors(in memory: TextMemory) -> TextArray<Int> {
    var actors = TextArray<Int>(in: memory)
    for reference in self {
      if let actor = reference.actor, !actors.contains(actor) { actors.append(actor) }
    }
    return actors
  }
}
