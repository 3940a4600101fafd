import DossierModel

/// Reported clauses without marks: "ha riferito che …", "accusa X di …", "secondo X, …".
struct IndirectSpeech: Sendable {
  let clauses: Clauses
  let cues: CueReader
  let reading: ArticleReading
  /// The most tokens of a reported clause.
  static let reach = 400
  /// What was found.
  private(set) var found: [FoundSpeech] = []
  /// Who tells what is told in a sentence with a speaker of its own: "Lo riporta l’agenzia X".
  var tellers: [(sentence: TextSpan, actors: [Int])] = []

  let text: TokenizedText
  let groups: [VerbGroup]
  let lexicon: SpeechLexicon
  let document: Document

  init(clauses: Clauses, cues: CueReader, reading: ArticleReading) {
    (self.clauses, self.cues, self.reading) = (clauses, cues, reading)
    (text, groups, lexicon, document) = (
      clauses.text, clauses.groups, clauses.lexicon, clauses.document
    )
  }

  /// Finds all reported clauses; none that is already there as words in marks.
  mutating func run(avoiding marked: MarkedSpeech) {
    let taken = Set(marked.found.map(\.quotation.span))
    for number in cues.cues.indices {
      let cue = cues.cues[number]
      guard clauses.level[cue.tokens.lowerBound] < 0 else { continue }
      if cue.isPointing || cue.isOpinion { continue }
      if marked.isAnswered(cue.tokens.lowerBound) { continue }
      let range: Range<Int>?
      if cue.group == nil {
        range = clause(ofSource: cue)
      } else if cue.complement != nil {
        range = clause(ofVerb: cue)
      } else {
        range =
          clauseBefore(cue) ?? predicate(cue) ?? clauseAfterSource(cue) ?? clauseLookedBackAt(cue)
      }
      guard let range, !range.isEmpty else { continue }
      for part in coordinated(range, cue) { add(part, cue, avoiding: taken) }
    }
    addBackward(avoiding: taken, marked.covered)
  }

  mutating func add(
    _ range: Range<Int>, _ cue: Cue, avoiding taken: Set<TextSpan>, basis: SpeakerBasis? = nil
  ) {
    guard let range = trimmed(range) else { return }
    let span = text.span(range)
    guard !taken.contains(span), !isMarked(range) else { return }
    var quotation = ArticleReading.Quotation(span: span, kind: .indirect)
    quotation.speakers = cue.attribution.actors
    quotation.basis = cue.attribution.isKnown ? basis ?? cue.attribution.basis : .unresolved
    quotation.sieve = basis == .backward ? "backward" : cue.attribution.sieve
    quotation.chain = cue.attribution.chain
    quotation.cue = text.span(cue.tokens)
    quotation.date = date(of: cue, range)
    found.append(FoundSpeech(quotation: quotation))
  }

  /// When it was said, if the words around the cue tell.
  func date(of cue: Cue, _ clause: Range<Int>) -> EDTF? {
    let sentence = clauses.sentence(of: cue.tokens.lowerBound)
    var i = max(sentence.lowerBound, cue.tokens.lowerBound - 14)
    let end = min(sentence.upperBound, cue.tokens.upperBound + 10)
    while i < end {
      if !clause.contains(i), clauses.level[i] < 0, let number = clauses.referents.date(at: i),
        clause.lowerBound >= i || i > cue.tokens.lowerBound
      {
        return reading.dates[number].edtf
      }
      i += 1
    }
    return nil
  }

  /// Whether nearly all of the clause stands in marks, so that it is there already.
  private func isMarked(_ range: Range<Int>) -> Bool {
    var outside = 0
    for i in range where clauses.level[i] < 0 && (text[i].isWord || text[i].isNumber) {
      outside += 1
      if outside > 2 { return false }
    }
    return range.contains { clauses.level[$0] >= 0 }
  }

  // MARK: - Verbs

  func clause(ofVerb cue: Cue) -> Range<Int>? {
    guard let number = cue.group, let verb = cue.verb, let start = cue.complement else {
      return nil
    }
    let group = groups[number]
    if group.mood == .subjunctive || group.mood == .participle { return nil }
    if group.isNegated, !isDenial(number) { return nil }
    if group.tense == .future || group.person == 1 { return nil }
    if !cue.attribution.isKnown {
      // Unknown speakers are told only where people alone can speak.
      guard !verb.frames.contains(.weak), !isThing(cue) else { return nil }
      if let stranger = cue.attribution.stranger {
        guard
          verb.verbClass == .report || verb.verbClass == .continuation || cues.canSpeak(stranger)
        else { return nil }
      } else {
        // "Ha promesso che …", "È stato reso noto che …"
        guard group.isFinite, clauses.introducer[number] == nil, group.mood == .indicative,
          group.voice == .active
            || group.voice == .passive && clauses.subjects[number].phrase == nil,
          verb.verbClass == .report || verb.verbClass == .continuation
            || verb.verbClass == .performative && group.voice == .active
        else { return nil }
      }
    }
    let end = clauseEnd(from: start, of: number)
    guard start < end else { return nil }
    if cue.isInfinitive {
      return start..<end
    }
    guard document.verbGroups(in: start..<end).contains(where: { $0.isFinite }) else { return nil }
    return start..<end
  }

  /// "non esclude", "non nega": what is not denied is said.
  private func isDenial(_ number: Int) -> Bool {
    guard let verb = clauses.speechVerbs[number] else { return false }
    return verb.verbClass == .stance && verb.frames.contains(.clause)
      && !verb.frames.contains(.weak)
  }

  private func isThing(_ cue: Cue) -> Bool {
    guard let stranger = cue.attribution.stranger else { return false }
    return stranger.contains { lexicon.phrase(text, $0, .document) != nil }
      || stranger.contains { clauses.grammar.isAny(text[$0].lexeme, of: .subjectPronoun) } == false
        && stranger.allSatisfy { !text[$0].isWord }
  }

  /// "La tregua è vicina, ha detto X.": the clause before the cue.
  func clauseBefore(_ cue: Cue) -> Range<Int>? {
    guard let number = cue.group, let verb = cue.verb, verb.frames.contains(.clause),
      groups[number].isFinite, !groups[number].isNegated, cue.attribution.isKnown,
      isParenthesis(number)
    else { return nil }
    let start = groups[number].tokens.lowerBound
    let sentence = clauses.sentence(of: start)
    // "La proposta, è stata respinta da X": a passive with a subject of its own tells of that.
    if groups[number].voice == .passive, clauses.subjects[number].phrase != nil { return nil }
    var before = start
    // "come ha detto X" and "secondo quanto riferisce X" lean on the clause too.
    while before - 1 > sentence.lowerBound, text[before - 1].isWord,
      lexicon.phrase(text, before - 1, .clauseSource) != nil || clauses.isAdverb(before - 1)
        || (before - 2 > sentence.lowerBound
          && lexicon.phrase(text, before - 2, .clauseSource) != nil)
    {
      before -= 1
    }
    guard before - 1 > sentence.lowerBound, before - sentence.lowerBound <= Self.reach,
      text.isMark(before - 1, ","),
      clauses.level[before - 2] < 0, !cues.isMarkEnd(before - 2)
    else { return nil }
    let range = partBefore(before - 1, sentence.lowerBound, cue)
    let finite = document.verbGroups(in: range).filter {
      $0.isFinite && clauses.level[$0.finite] < 0
        // "le sue condizioni" is a noun.
        && !isNoun($0)
    }
    // "La strada, dice X, resta chiusa": the cue parts the subject from its verb.
    if finite.isEmpty, let resumption = cue.resumption, clauses.level[resumption] < 0,
      range.count <= 24, let phrase = clauses.firstPhrase(in: range),
      phrase.tokens.lowerBound == range.lowerBound
    {
      return range.lowerBound..<clauseEnd(from: resumption, of: nil)
    }
    // "Dall’inizio dell’anno, denuncia X, i bambini sono …": only a complement stands before.
    if finite.isEmpty, let resumption = cue.resumption, clauses.level[resumption] < 0,
      clauses.isPreposition(range.lowerBound) || clauses.referents.date(at: range.lowerBound) != nil
    {
      return resumption..<clauseEnd(from: resumption, of: nil)
    }
    guard let last = finite.last, lexicon.verb(of: last, in: text) == nil || last.tense == .present
    else {
      return nil
    }
    // "Se la tregua regge, ha detto X, «torneremo a casa»": the main part is there already.
    if let resumption = cue.resumption, clauses.level[resumption] >= 0 { return nil }
    // "Se la tregua regge, ha detto X, torneremo a casa": the longer part is the main one.
    if let resumption = cue.resumption {
      let rest = resumption..<clauseEnd(from: resumption, of: nil)
      if rest.count >= range.count { return rest }
    }
    return range
  }

  /// "Il Comune doveva muoversi: è quanto affermano X e Y": the clause in the same sentence.
  func clauseLookedBackAt(_ cue: Cue) -> Range<Int>? {
    guard let number = cue.group, groups[number].isFinite, !groups[number].isNegated,
      cue.attribution.isKnown, cue.verb?.frames.contains(.clause) == true
    else { return nil }
    let start = groups[number].tokens.lowerBound
    let sentence = clauses.sentence(of: start)
    guard start - 3 > sentence.lowerBound, let opening = backwardOpening(before: start),
      text.isMark(opening - 1, ":") || text.isMark(opening - 1, ",")
    else { return nil }
    let range = sentence.lowerBound..<(opening - 1)
    guard !range.contains(where: { clauses.level[$0] >= 0 }),
      clauses.finiteGroup(after: range.lowerBound, before: range.upperBound) != nil
    else { return nil }
    return range
  }

  /// Where "è quanto" begins, right before the token.
  private func backwardOpening(before token: Int) -> Int? {
    for start in [token - 2, token - 1] {
      guard let phrase = lexicon.phrase(text, start, .backwardClause) else { continue }
      if start + phrase.words.count == token { return start }
    }
    return nil
  }

  /// "Come ha spiegato X, la pressione è bassa": the clause after a cue that opens its sentence.
  func clauseAfterSource(_ cue: Cue) -> Range<Int>? {
    guard let number = cue.group, let verb = cue.verb, verb.frames.contains(.clause),
      groups[number].isFinite, !groups[number].isNegated, cue.attribution.isKnown,
      cue.attribution.sieve == "subject-after" || cue.attribution.basis == .description,
      let subject = clauses.phraseAfter(number)
    else { return nil }
    let start = groups[number].tokens.lowerBound
    let sentence = clauses.sentence(of: start)
    guard start - sentence.lowerBound <= 3,
      (max(sentence.lowerBound, start - 2)..<start).contains(where: {
        lexicon.phrase(text, $0, .clauseSource) != nil
      }),
      let comma =
        (subject.tokens.upperBound..<min(sentence.upperBound, subject.tokens.upperBound + 16))
        .first(where: { text.isMark($0, ",") })
    else { return nil }
    let range = (comma + 1)..<max(comma + 1, clauseEnd(from: comma + 1, of: nil))
    return clauses.finiteGroup(after: range.lowerBound, before: range.upperBound) != nil
      ? range : nil
  }

  /// Whether what looks like a verb has a determiner.
  private func isNoun(_ group: VerbGroup) -> Bool {
    group.tokens.lowerBound > 0 && clauses.isDeterminer(group.tokens.lowerBound - 1)
  }

  /// What stands before a cue that ends at `end`; where the sentence goes on after the cue, only what
  /// follows the last conjunction, if the verb is still to come: "…, ma il ponte, dice X, regge".
  private func partBefore(_ end: Int, _ start: Int, _ cue: Cue) -> Range<Int> {
    guard cue.resumption != nil else { return start..<end }
    var i = end - 1
    while i > start + 1 {
      if text.isMark(i, ";") || text.isMark(i, ":"), clauses.level[i] < 0 { return (i + 1)..<end }
      if clauses.groupAt[i] >= 0, groups[Int(clauses.groupAt[i])].isFinite,
        !isNoun(groups[Int(clauses.groupAt[i])])
      {
        break
      }
      if clauses.level[i] < 0, text[i].isWord, clauses.isCoordinator(i), clauses.isComma(i - 1) {
        return (i + 1)..<end
      }
      i -= 1
    }
    return start..<end
  }

  /// Whether the verb with its subject only tells who says the clause before it.
  private func isParenthesis(_ number: Int) -> Bool {
    let subject = cues.subjectOf[number]
    if groups[number].voice == .passive { return subject.sieve == "agent" }
    if subject.sieve == "subject-after" { return true }
    // "Le operazioni continueranno, fa sapere."
    let next = groups[number].tokens.upperBound
    let sentence = clauses.sentence(of: groups[number].head)
    return (subject.basis == .nullSubject || subject.sieve == "null-subject")
      && (next >= sentence.upperBound || text[next].isPunctuation && !text.isMark(next, ":"))
  }

  /// "si è detto preoccupato per …": what somebody declares to be.
  private func predicate(_ cue: Cue) -> Range<Int>? {
    guard let number = cue.group, groups[number].voice == .reflexive, groups[number].isFinite,
      lexicon.declaringVerbs.contains(groups[number].verb), cue.attribution.isKnown,
      !groups[number].isNegated
    else { return nil }
    let start = groups[number].tokens.upperBound
    let sentence = clauses.sentence(of: groups[number].head)
    guard start < sentence.upperBound, text[start].isWord,
      clauses.groupAt[start] < 0
        || groups[Int(clauses.groupAt[start])].mood == .participle
    else { return nil }
    if clauses.isIntroducer(start) || clauses.level[start] >= 0 { return nil }
    let end = clauseEnd(from: start, of: number)
    // "si è detto convinto che …": the clause is what he says.
    if let opening = (start..<min(end, start + 4)).first(where: {
      lexicon.complementizers.contains(text[$0].lexeme)
    }), opening > start, clauses.finiteGroup(after: opening, before: end) != nil {
      return (opening + 1)..<end
    }
    return start < end ? start..<end : nil
  }
}
