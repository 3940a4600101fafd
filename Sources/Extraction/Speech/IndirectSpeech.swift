import DossierModel

/// Reported clauses without marks: "ha riferito che …", "accusa X di …", "secondo X, …".
struct IndirectSpeech: Sendable {
  let clauses: Clauses
  let cues: CueReader
  let reading: ArticleReading
  /// The most tokens of a reported clause.
  private static let reach = 400
  /// What was found.
  private(set) var found: [FoundSpeech] = []
  /// Who tells what is told in a sentence with a speaker of its own: "Lo riporta l’agenzia X".
  private(set) var tellers: [(sentence: TextSpan, actors: [Int])] = []

  private let text: TokenizedText
  private let groups: [VerbGroup]
  private let lexicon: SpeechLexicon
  private let document: Document

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

  private mutating func add(
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

  /// The clauses that "e che", "e di" join: "ha detto che …, e che …".
  private func coordinated(_ range: Range<Int>, _ cue: Cue) -> [Range<Int>] {
    guard cue.complement == range.lowerBound else { return [range] }
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var hasRelative = false
    var i = start + 1
    while i + 1 < range.upperBound {
      defer { i += 1 }
      guard clauses.level[i] < 0, text[i].isWord else { continue }
      let joint = jointBefore(i, start)
      if cue.isInfinitive {
        guard let joint, let base = clauses.grammar.preposition(text[i].lexeme),
          base == lexicon.of || base == lexicon.to, opensInfinitive(i + 1, range.upperBound)
        else { continue }
        parts.append(start..<joint)
        start = i + 1
      } else if lexicon.complementizers.contains(text[i].lexeme) {
        guard let joint else {
          if clauses.governor(of: i) == nil { hasRelative = true }
          continue
        }
        // "uomini che hanno perso e che hanno vinto" goes on with the relative clause.
        guard !hasRelative || clauses.isComma(joint) || opensWithSubject(i + 1, range.upperBound),
          clauses.finiteGroup(after: i, before: range.upperBound) != nil
        else { continue }
        parts.append(start..<joint)
        (start, hasRelative) = (i + 1, false)
      }
    }
    parts.append(start..<range.upperBound)
    return parts
  }

  /// Where the conjunction before the token begins, with a comma or an aside around it: ", e, anzi, ".
  private func jointBefore(_ i: Int, _ floor: Int) -> Int? {
    var k = i - 1
    var steps = 0
    while k > floor, steps < 4, clauses.isComma(k) || text[k].isWord && clauses.isAdverb(k) {
      k -= 1
      steps += 1
    }
    guard k > floor, text[k].isWord, clauses.isCoordinator(k) else { return nil }
    return clauses.isComma(k - 1) ? k - 1 : k
  }

  private func opensInfinitive(_ start: Int, _ end: Int) -> Bool {
    var i = start
    while i < min(end, start + 3), clauses.groupAt[i] < 0 {
      if clauses.looksInfinitive(i) { return true }
      i += 1
    }
    return i < end && clauses.groupAt[i] >= 0
      && groups[Int(clauses.groupAt[i])].mood == .infinitive
  }

  /// Whether a clause begins at the token with a subject of its own.
  private func opensWithSubject(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    return clauses.isArticle(start) || clauses.referents.mention(startingAt: start) != nil
      || clauses.grammar.isAny(text[start].lexeme, of: .subjectPronoun, .negation)
  }

  /// When it was said, if the words around the cue tell.
  private func date(of cue: Cue, _ clause: Range<Int>) -> EDTF? {
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

  /// Without the marks and conjunctions at its ends.
  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, document.isMetadata(Int(text[start].start)) { start += 1 }
    while start < end, text[start].isPunctuation, !isOpening(start) { start += 1 }
    while end > start, text[end - 1].isPunctuation, !isClosing(end - 1) { end -= 1 }
    // "Secondo l’Organizzazione (Oms) …", "secondo X, che …": what belongs to the source.
    if start < end, text.isMark(start, "("),
      let close = (start..<min(end, start + 12)).first(where: { text.isMark($0, ")") })
    {
      start = close + 1
    }
    while start < end, text[start].isPunctuation, !isOpening(start) { start += 1 }
    if start < end, lexicon.complementizers.contains(text[start].lexeme) { start += 1 }
    // "invece, …": a connective before a comma is the reporter's.
    if start + 1 < end, text[start].isWord, text.isMark(start + 1, ","),
      clauses.isAdverb(start) || clauses.isCoordinator(start),
      clauses.referents.date(at: start) == nil
    {
      start += 2
    }
    while end > start, text[end - 1].isWord, clauses.isCoordinator(end - 1) { end -= 1 }
    while end > start, text[end - 1].isPunctuation, !isClosing(end - 1) { end -= 1 }
    return start < end ? start..<end : nil
  }

  private func isOpening(_ i: Int) -> Bool {
    text.isMark(i, "(") || text.isMark(i, "[") || isMark(i, \.outer.start)
  }

  private func isClosing(_ i: Int) -> Bool {
    text.isMark(i, ")") || text.isMark(i, "]") || cues.isMarkEnd(i)
  }

  private func isMark(_ i: Int, _ edge: KeyPath<QuotationMarks.Pair, Int>) -> Bool {
    let position = Int(text[i].start)
    let pairs = document.marks.pairs
    var (low, high) = (0, pairs.count)
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle].outer.start < position { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count && pairs[low][keyPath: edge] == position
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

  private func clause(ofVerb cue: Cue) -> Range<Int>? {
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

  /// Where the clause that starts at `start` ends: at a semicolon, colon or bracket, before another
  /// verb of speech of the same rank, before "mentre" with a clause of its own, or with the sentence.
  private func clauseEnd(from start: Int, of number: Int?) -> Int {
    let sentence = clauses.sentence(of: max(0, start - 1))
    let limit = min(sentence.upperBound, start + Self.reach)
    var i = start
    while i < limit {
      guard clauses.level[i] < 0 else {
        i += 1
        continue
      }
      if text.isMark(i, ";") || (text.isMark(i, ":") && i + 1 < limit) { return i }
      // A spaced dash or comma before a cue that belongs to the sentence, not to the clause.
      if clauses.groupAt[i] >= 0 {
        let other = Int(clauses.groupAt[i])
        if other != number, groups[other].tokens.lowerBound == i, endsClause(other, number) {
          return boundary(before: i, start)
        }
        i = groups[other].tokens.upperBound
        continue
      }
      if text[i].isWord, i > start, lexicon.phrase(text, i, .contrast) != nil,
        clauses.isComma(i - 1), opensSpeech(i, limit)
      {
        return i - 1
      }
      // ", un’accusa che X respinge"; ", senza aggiungere altro"
      if clauses.isComma(i), i > start, opensVerdict(i + 1, limit) || opensSilence(i + 1, limit) {
        return i
      }
      i += 1
    }
    return limit
  }

  /// Whether a noun of speech with a relative clause begins at the token: what is told is judged by
  /// the reporter.
  private func opensVerdict(_ start: Int, _ limit: Int) -> Bool {
    let noun = start < limit && clauses.isArticle(start) ? start + 1 : start
    return noun + 1 < limit && lexicon.phrase(text, noun, .saying) != nil
      && clauses.grammar.isAny(text[noun + 1].lexeme, of: .relative)
  }

  /// ", senza aggiungere altro", ", pur senza fornire dettagli": what the speaker leaves unsaid.
  private func opensSilence(_ start: Int, _ limit: Int) -> Bool {
    guard
      let without = (start..<min(limit, start + 3)).first(where: {
        lexicon.phrase(text, $0, .without) != nil
      }),
      let verb = ((without + 1)..<min(limit, without + 4)).first(where: { clauses.groupAt[$0] >= 0 }
      )
    else { return false }
    let group = Int(clauses.groupAt[verb])
    return groups[group].mood == .infinitive
      && (clauses.speechVerbs[group] != nil || lexicon.phrase(text, verb, .telling) != nil)
  }

  /// Whether the clause after "mentre" has another speaker.
  private func opensSpeech(_ i: Int, _ limit: Int) -> Bool {
    document.verbGroups(in: i..<limit).first { $0.isFinite }.map {
      lexicon.verb(of: $0, in: text) != nil
    } ?? false
  }

  /// Whether the verb `other` goes on with the reporter's sentence: it has the rank of the cue
  /// `number`.
  private func endsClause(_ other: Int, _ number: Int?) -> Bool {
    guard let number else { return false }
    let group = groups[other]
    if group.mood == .gerund {
      // ", aggiungendo che": of the reporter's verb.
      guard cues.cueOfGroup[other] >= 0, clauses.isComma(group.tokens.lowerBound - 1) else {
        return false
      }
      let cue = cues.cues[Int(cues.cueOfGroup[other])]
      return cue.attribution.actors == cues.subjectOf[number].actors
    }
    // The clause of a relative ends where the sentence goes on: "che ha detto di sperare, è partito".
    if group.isFinite, let own = clauses.introducer[number],
      clauses.governor(of: own) == nil, clauses.introducer[other] == nil,
      clauses.isComma(group.tokens.lowerBound - 1)
        || clauses.subjects[other].phrase.map({ $0.tokens.upperBound <= own }) ?? false
    {
      return true
    }
    guard group.isFinite, cues.cueOfGroup[other] >= 0 else { return false }
    if clauses.introducer[other] == clauses.introducer[number] {
      let before = group.tokens.lowerBound - 1
      return before >= 0
        && (clauses.isComma(before) || clauses.isCoordinator(before)
          || clauses.subjects[other].phrase != nil)
    }
    return false
  }

  /// Before the conjunction and subject that lead to the verb at `i`.
  private func boundary(before i: Int, _ start: Int) -> Int {
    guard clauses.groupAt[i] >= 0 else { return i }
    let number = Int(clauses.groupAt[i])
    var end = i
    if let phrase = clauses.subjects[number].phrase, phrase.tokens.lowerBound > start,
      phrase.tokens.upperBound <= i
    {
      end = phrase.tokens.lowerBound
    }
    while end - 1 > start,
      clauses.isComma(end - 1) || (text[end - 1].isWord && clauses.isCoordinator(end - 1))
        || clauses.isAdverb(end - 1)
    {
      end -= 1
    }
    return end
  }

  /// "La tregua è vicina, ha detto X.": the clause before the cue.
  private func clauseBefore(_ cue: Cue) -> Range<Int>? {
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
  private func clauseLookedBackAt(_ cue: Cue) -> Range<Int>? {
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
  private func clauseAfterSource(_ cue: Cue) -> Range<Int>? {
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

  // MARK: - Sources

  /// What is told after or before "secondo X".
  private func clause(ofSource cue: Cue) -> Range<Int>? {
    guard cue.attribution.isKnown || cue.attribution.stranger != nil else { return nil }
    let whole = clauses.sentence(of: cue.tokens.lowerBound)
    if cue.isHeadline { return cue.tokens.upperBound..<whole.upperBound }
    let sentence =
      max(
        whole.lowerBound, cue.tokens.lowerBound - Self.reach)..<min(
        whole.upperBound, cue.tokens.upperBound + Self.reach)
    let (start, end) = (cue.tokens.lowerBound, cue.tokens.upperBound)
    let isRelative = cue.attribution.sieve == "according-to-antecedent"
    if isRelative { return relativeClause(from: end, openedAt: end - 1) }
    if let opening = relativeOpening(before: start, sentence) {
      return relativeClause(from: end, openedAt: opening)
    }
    var next = end
    // "Secondo X, che ha parlato a margine, …"
    if next + 2 < sentence.upperBound, clauses.isComma(next),
      clauses.isIntroducer(next + 1)
        // "Secondo X, il cui gruppo …, …"
        || clauses.isArticle(next + 1)
          && clauses.grammar.isAny(text[next + 2].lexeme, of: .relative),
      let close = ((next + 2)..<sentence.upperBound).first(where: {
        clauses.level[$0] < 0 && clauses.isComma($0)
      })
    {
      next = close
    }
    while next < sentence.upperBound, !clauses.isComma(next), next - end < 12,
      clauses.groupAt[next] < 0, text[next].isWord
    {
      next += 1
    }
    let rest = end..<clauseEnd(from: end, of: nil)
    let before = sentence.lowerBound..<start
    let hasVerbBefore = document.verbGroups(in: before).contains {
      $0.isFinite && clauses.level[$0.finite] < 0
    }
    let hasVerbAfter = document.verbGroups(in: rest).contains {
      $0.isFinite && clauses.level[$0.finite] < 0
    }
    if !hasVerbBefore, hasVerbAfter {
      // "Le truppe, secondo Kiev, hanno perso …": the subject stands before.
      let words = before.filter { text[$0].isWord && clauses.referents.date(at: $0) == nil }
      if let phrase = clauses.firstPhrase(in: before), words.count >= 1,
        !(phrase.actors.isEmpty && phrase.head == nil),
        clauses.isComma(start - 1), next < sentence.upperBound, clauses.isComma(next),
        let verb = clauses.finiteGroup(after: end, before: rest.upperBound),
        clauses.subjects[verb].phrase.map({ $0.tokens.lowerBound < start }) ?? true
      {
        return before.lowerBound..<rest.upperBound
      }
      next = pastApposition(next, rest.upperBound)
      return next < sentence.upperBound && clauses.isComma(next)
        ? (next + 1)..<max(next + 1, rest.upperBound) : rest
    }
    if hasVerbBefore {
      // ", secondo X." after the clause.
      guard start > sentence.lowerBound else { return nil }
      let isLast = next >= sentence.upperBound - 1
      if isLast || !hasVerbAfter { return clauseStart(start, sentence)..<start }
      return rest
    }
    return hasVerbAfter ? rest : nil
  }

  /// "…, che secondo X …": the pronoun right before the source.
  private func relativeOpening(before start: Int, _ sentence: Range<Int>) -> Int? {
    var i = start - 1
    if i > sentence.lowerBound, clauses.isComma(i) { i -= 1 }
    guard i > sentence.lowerBound, text[i].isWord,
      clauses.isIntroducer(i), clauses.governor(of: i) == nil
    else { return nil }
    return i
  }

  /// What a source tells inside a relative clause: up to the comma where the sentence goes on.
  private func relativeClause(from start: Int, openedAt opening: Int) -> Range<Int>? {
    var first = start
    if clauses.isComma(first) { first += 1 }
    let limit = clauseEnd(from: first, of: nil)
    guard first < limit else { return nil }
    var isFirst = true
    var k = clauses.firstGroup(atOrAfter: first)
    while k < groups.count, groups[k].tokens.lowerBound < limit {
      defer { k += 1 }
      guard groups[k].isFinite, clauses.level[groups[k].finite] < 0 else { continue }
      if isFirst {
        isFirst = false
      } else if (clauses.introducer[k] ?? -1) < opening,
        !(clauses.subjects[k].sharedWith.map { groups[$0].tokens.lowerBound >= first } ?? false)
      {
        return first..<boundary(before: groups[k].tokens.lowerBound, first)
      }
    }
    return isFirst ? nil : first..<limit
  }

  /// "Secondo X, analista di Y, …": past a bare noun with its complements between commas.
  private func pastApposition(_ comma: Int, _ end: Int) -> Int {
    guard comma + 1 < end, clauses.isComma(comma), text[comma + 1].isWord,
      !text[comma + 1].isCapitalized, !clauses.isArticle(comma + 1),
      !clauses.isPreposition(comma + 1), !clauses.isAdverb(comma + 1),
      !clauses.isIntroducer(comma + 1), clauses.referents.date(at: comma + 1) == nil,
      clauses.groupAt[comma + 1] < 0
        || groups[Int(clauses.groupAt[comma + 1])].mood == .participle,
      let close = ((comma + 1)..<min(end, comma + 24)).first(where: { clauses.isComma($0) }),
      !document.verbGroups(in: comma..<close).contains(where: { $0.isFinite })
    else { return comma }
    return close
  }

  /// Where the clause before ", secondo X" begins.
  private func clauseStart(_ end: Int, _ sentence: Range<Int>) -> Int {
    var i = end - 1
    while i > sentence.lowerBound {
      if clauses.level[i] < 0 {
        if text.isMark(i, ";") || text.isMark(i, ":") { return i + 1 }
        if lexicon.phrase(text, i, .contrast) != nil, clauses.isComma(i - 1) { return i + 1 }
      }
      i -= 1
    }
    return sentence.lowerBound
  }

  // MARK: - Backward

  /// What "Lo ha detto X" looks back at: the sentence before it.
  private mutating func addBackward(avoiding taken: Set<TextSpan>, _ covered: [Int32]) {
    for index in document.sentences.indices.dropFirst() {
      let sentence = document.sentences[index]
      let before = document.sentences[index - 1]
      guard let first = sentence.first, let last = before.last,
        isSameParagraph(first, last), let cue = backwardCue(in: sentence)
      else { continue }
      // A sentence with a speaker of its own stays his; words in marks are there already.
      let span = text.span(before)
      if hasSpeaker(before) {
        tellers.append((span, cue.attribution.actors))
        continue
      }
      if before.contains(where: { covered[$0] >= 0 }) { continue }
      add(before, cue, avoiding: taken, basis: .backward)
    }
  }

  /// Whether the sentence tells itself who says what it tells.
  private func hasSpeaker(_ sentence: Range<Int>) -> Bool {
    var k = cues.firstCue(atOrAfter: sentence.lowerBound) ?? cues.cues.count
    while k < cues.cues.count, cues.cues[k].tokens.lowerBound < sentence.upperBound {
      let cue = cues.cues[k]
      k += 1
      guard clauses.level[cue.tokens.lowerBound] < 0 else { continue }
      guard let group = cue.group else {
        if cue.attribution.isKnown, !cue.isPointing { return true }
        continue
      }
      if groups[group].isFinite, cue.verb?.frames.contains(.clause) == true { return true }
    }
    return false
  }

  private func isSameParagraph(_ a: Int, _ b: Int) -> Bool {
    let position = Int(text[b].start)
    var (low, high) = (0, document.paragraphs.count)
    while low < high {
      let middle = (low + high) / 2
      if document.paragraphs[middle].end <= position { low = middle + 1 } else { high = middle }
    }
    return low < document.paragraphs.count
      && document.paragraphs[low].contains(Int(text[a].start))
  }

  private func backwardCue(in sentence: Range<Int>) -> Cue? {
    cues.backwardCue(in: sentence)
  }
}
