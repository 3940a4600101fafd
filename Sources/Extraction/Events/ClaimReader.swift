import DossierModel

/// A statement that somebody answers for, before it is known which events it is about.
struct FoundClaim: Sendable {
  var claim: ArticleReading.Claim
  var sentence: Int
  var clause: Int
  /// The tokens of the clause.
  var tokens: Range<Int>
}

/// Finds accusations, denials, confirmations, appeals, pledges, condemnations, refusals to comment and
/// statements of fact.
final class ClaimReader {
  private let document: Document
  private let language: Language
  private let outline: Outline
  private let stances: Stances
  private let quotedSpeech: QuotedSpeech
  private let references: References
  private(set) var claims: [FoundClaim] = []
  /// The quotations by where their cue starts.
  private var byCue: [Int: Int] = [:]

  private var lexicon: EventLexicon { @inline(__always) get { language.events } }
  private var text: TokenizedText { document.tokens }

  /// The claims in `outline`.
  init(
    document: Document, language: Language, outline: Outline, stances: Stances,
    quotedSpeech: QuotedSpeech
  ) {
    self.quotedSpeech = quotedSpeech
    (self.document, self.language, self.outline, self.stances) = (
      document, language, outline, stances
    )
    references = stances.references
    for (number, quotation) in references.reading.quotations.enumerated() {
      if let cue = quotation.cue, byCue[cue.start] == nil { byCue[cue.start] = number }
    }
  }

  /// Finds the claims of all sentences.
  func find() {
    for sentence in outline.sentences.indices {
      for clause in outline.sentences[sentence] { read(clause, in: sentence) }
    }
  }

  private func read(_ index: Int, in sentence: Int) {
    let clause = outline.clauses[index]
    guard let verb = clause.verb else { return }
    let group = document.verbGroups[verb]
    let cues = lexicon.claimCues(of: group.verb)
    guard !cues.isEmpty, clause.kind != .participle || group.voice == .active else { return }
    // What is only wanted, possible or asked is no statement.
    let stance = stances.all[index]
    guard let cue = self.cue(of: cues, index, clause, group) else { return }
    if stance.reality == .hypothetical || group.modal != nil { return }
    if stance.reality == .denied, cue.kind != .noComment { return }
    if clause.kind == .infinitive { return }
    // "Chieda a lui": a demand made of the listener.
    if clause.kind == .main, group.mood == .subjunctive { return }
    var claimants = claimants(index, clause, group, stance, cue)
    var addressees = addressees(cue, index, clause, group)
    let isMutual =
      cue.kind == .accusation && group.clitics.contains(.reflexive) && group.number == .plural
    if isMutual {
      let sides = Stances.unique(references.subjects[index].compactMap(\.actor))
      (claimants.actors, addressees) = (sides, sides.count > 1 ? sides : [])
    } else if outline.isTag(group, in: text) {
      addressees.removeAll { claimants.actors.contains($0) }
    } else {
      // Whoever is accused or called upon does not speak.
      claimants.actors.removeAll { addressees.contains($0) }
    }
    // Without anybody who says so there is no claim.
    if claimants.actors.isEmpty { return }
    let tokens = range(of: index)
    var claim = ArticleReading.Claim(span: text.span(tokens), kind: cue.kind)
    claim.claimants = claimants.actors
    claim.chain = claimants.chain
    claim.modality = stance.isHearsay ? .conditional : .asserted
    claim.addressees = addressees
    claim.sieve = "verb"
    if cue.kind == .fact, let content = contentKind(index) { claim.kind = content }
    claims.append(FoundClaim(claim: claim, sentence: sentence, clause: index, tokens: tokens))
  }

  /// The first cue whose conditions hold; of a negated verb one that tells of silence goes first.
  private func cue(
    of cues: TableArray<EventLexicon.ClaimCue>, _ index: Int, _ clause: Clause, _ group: VerbGroup
  ) -> EventLexicon.ClaimCue? {
    if group.isNegated,
      let silence = cues.first(where: {
        $0.kind == .noComment && holds($0, index, clause, group)
      })
    {
      return silence
    }
    return cues.first { holds($0, index, clause, group) }
  }

  private func holds(
    _ cue: EventLexicon.ClaimCue, _ index: Int, _ clause: Clause, _ group: VerbGroup
  ) -> Bool {
    cue.conditions.allSatisfy { condition in
      switch condition {
      case .negated: return group.isNegated
      case .causative: return group.isCausative
      case .reflexive: return group.voice == .reflexive || group.clitics.contains(.reflexive)
      case .clause:
        return children(of: index).contains {
          outline.clauses[$0].kind == .complement || outline.clauses[$0].kind == .infinitive
        }
      case .infinitive(let verbs):
        return children(of: index).contains { child in
          guard outline.clauses[child].kind == .infinitive, let verb = outline.clauses[child].verb
          else { return false }
          return verbs.isEmpty || verbs.contains(document.verbGroups[verb].verb)
        }
      case .future:
        return children(of: index).contains { child in
          guard let verb = outline.clauses[child].verb else { return false }
          let other = document.verbGroups[verb]
          return other.tense == .future || other.mood == .infinitive
        }
      case .marked: return hasMarks(after: group.tokens.upperBound, to: clause.end)
      case .slot(.object, let wants):
        return matches(clause.object ?? (group.voice == .passive ? clause.subject : nil), wants)
      case .slot(.preposition(let base), let wants):
        return clause.phrases.contains {
          outline.phrases[$0].preposition?.base == base && matches($0, wants)
        }
      default: return true
      }
    }
  }

  private func matches(_ phrase: Int?, _ wants: TableArray<EventLexicon.Want>) -> Bool {
    guard let phrase else { return wants.contains(.none) }
    let own = outline.phrases[phrase]
    return wants.contains { want in
      switch want {
      case .any: true
      case .noun(let noun): !own.classes.isDisjoint(with: noun)
      case .word(let word): own.core.contains { text[$0].lexeme == word }
      case .actor: references.references(of: phrase).contains { $0.actor != nil }
      case .event: isEvent(phrase) || references.complement(of: phrase).map(isEvent) ?? false
      case .deed: isDeed(phrase)
      default: false
      }
    }
  }

  private func isEvent(_ phrase: Int) -> Bool {
    outline.phrases[phrase].triggers?.numbers.contains {
      !lexicon.triggers[$0].flags.contains(.arms)
    } ?? false
  }

  /// "un attacco russo", "un sabotaggio di Kiev": violence of which it is told whose it was.
  private func isDeed(_ phrase: Int) -> Bool {
    guard
      outline.phrases[phrase].triggers?.numbers.contains(where: {
        EventKinship.family(lexicon.triggers[$0].type) == .violence
          && !lexicon.triggers[$0].flags.contains(.arms)
      }) ?? false
    else { return false }
    return !references.adjectives(of: outline.phrases[phrase]).isEmpty
      || references.complement(of: phrase).map {
        references.references(ofList: $0).contains { $0.actor != nil && $0.place == nil }
      } ?? false
  }

  private func children(of clause: Int) -> [Int] {
    let sentence = outline.sentences[outline.clauses[clause].sentence]
    guard clause + 1 < sentence.upperBound else { return [] }
    return (clause + 1..<sentence.upperBound).filter { outline.clauses[$0].parent == clause }
  }

  /// Whether words in quotation marks follow: "ha definito l’attacco «barbaro»".
  private func hasMarks(after start: Int, to end: Int) -> Bool {
    guard start < end, start < text.count else { return false }
    let span = text.span(start..<min(end, text.count))
    return document.marks.pairs.contains {
      span.start <= $0.outer.start && $0.outer.start < span.end
    }
  }

  private func claimants(
    _ index: Int, _ clause: Clause, _ group: VerbGroup, _ stance: Stance,
    _ cue: EventLexicon.ClaimCue
  ) -> (actors: [Int], chain: [Int]) {
    var actors: [Int] = []
    if group.voice == .passive || clause.kind == .participle {
      actors = clause.phrases.flatMap { phrase -> [Int] in
        outline.phrases[phrase].preposition?.relation == .agent
          ? references.references(ofList: phrase).compactMap(\.actor) : []
      }
    } else if !isUndergoer(clause, group, cue) {
      actors = references.subjects[index].compactMap(\.actor)
    }
    var chain = Array(stance.claimants) + Array(stance.chain)
    if let speech = quotedSpeech.innermost(at: group.head), !speech.speakers.isEmpty {
      if actors.isEmpty || group.person == 1 {
        actors = speech.speakers
        chain = speech.chain
      } else if !speech.speakers.allSatisfy({ actors.contains($0) }) {
        chain = speech.speakers + speech.chain
      }
    }
    // What the reader of speech knows of the verb's speaker, a null subject among others.
    if let speech = spoken(by: group) {
      actors = speech.speakers
      chain = speech.chain + chain
    }
    if actors.isEmpty, group.voice == .active, let subject = clause.subject, clause.kind == .main,
      let speaker = references.speaker(in: subject)
    {
      actors = [speaker]
    }
    actors = Stances.unique(actors)
    return (actors, Stances.unique(chain).filter { !actors.contains($0) })
  }

  /// "Ha accusato la premier di …": what follows such a verb is whom it is about.
  private func isUndergoer(
    _ clause: Clause, _ group: VerbGroup, _ cue: EventLexicon.ClaimCue
  ) -> Bool {
    guard case .object = cue.addressees, clause.object == nil, let subject = clause.subject,
      !group.clitics.contains(.object)
    else { return false }
    return outline.phrases[subject].tokens.lowerBound >= group.tokens.upperBound
  }

  /// The speech that the verb group tells of, if its speakers are known.
  private func spoken(by group: VerbGroup) -> ArticleReading.Quotation? {
    let start = Int(text[group.tokens.lowerBound].start)
    guard let number = byCue[start] else { return nil }
    let quotation = references.reading.quotations[number]
    return quotation.speakers.isEmpty ? nil : quotation
  }

  private func addressees(
    _ cue: EventLexicon.ClaimCue, _ index: Int, _ clause: Clause, _ group: VerbGroup
  ) -> [Int] {
    var found = TextArray<Reference>(in: outline.memory)
    switch cue.addressees {
    case .object:
      if group.voice == .passive {
        found = references.subjects[index]
      } else if let object = clause.object {
        found = references.references(ofList: object)
      } else if let subject = clause.subject, spoken(by: group) != nil,
        outline.phrases[subject].tokens.lowerBound >= group.tokens.upperBound
      {
        // "Ha accusato Israele di …": the speaker is not said again, and the object stands alone.
        found = references.references(ofList: subject)
      }
    case .preposition(let base):
      for phrase in clause.phrases where outline.phrases[phrase].listHead == phrase {
        guard outline.phrases[phrase].preposition?.base == base,
          outline.phrases[phrase].tokens.lowerBound >= group.tokens.upperBound
        else { continue }
        found.append(contentsOf: references.references(ofList: phrase))
      }
    default: break
    }
    return Stances.unique(found.compactMap(\.actor))
  }

  /// The tokens of the clause with all that depends on it.
  private func range(of index: Int) -> Range<Int> {
    let clause = outline.clauses[index]
    var (first, last) = (clause.start, clause.end)
    if let subject = clause.subject {
      first = min(first, outline.phrases[subject].tokens.lowerBound)
    }
    // A clause beside begins a claim of its own.
    for child in children(of: index) { last = max(last, outline.clauses[child].end) }
    // "…, mentre Y …" is another's.
    for child in children(of: index)
    where outline.clauses[child].kind == .subordinate && outline.clauses[child].isSetOff
      && outline.clauses[child].start > (clause.verb.map { document.verbGroups[$0].head } ?? 0)
    {
      last = min(last, outline.clauses[child].start)
    }
    while first < last - 1,
      text[first].isPunctuation
        || language.grammar.isAny(text[first].lexeme, of: .coordinator, .subordinator)
    {
      first += 1
    }
    while last > first + 1,
      text[last - 1].isPunctuation
        || language.grammar.isAny(text[last - 1].lexeme, of: .coordinator)
    {
      last -= 1
    }
    return first..<last
  }

  /// What a statement is by what it says: "l’articolo contiene inesattezze" denies.
  private func contentKind(_ index: Int) -> ClaimKind? {
    for child in children(of: index) where outline.clauses[child].kind == .complement {
      guard let object = outline.clauses[child].object else { continue }
      for token in outline.phrases[object].core {
        if let kind = lexicon.claimContents[text[token].lexeme] { return kind }
      }
    }
    return nil
  }
}
