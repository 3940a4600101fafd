import DossierModel

/// Who says something, and how that is known.
struct Attribution: Sendable {
  /// The speakers; none if nobody is known.
  var actors: [Int] = []
  var basis: SpeakerBasis = .unresolved
  /// The rule that decided.
  var sieve = ""
  /// The words that name a speaker whom nothing more is known of.
  var stranger: Range<Int>?
  /// The tellers from the speaker outward.
  var chain: [Int] = []

  /// Whether somebody is known.
  var isKnown: Bool { !actors.isEmpty }
}

/// Words that report speech: a verb of speech, or "secondo" with its source.
struct Cue: Sendable {
  /// Its words.
  var tokens: Range<Int>
  /// The verb group, for verbs.
  var group: Int?
  /// The verb of speech.
  var verb: SpeechLexicon.Verb?
  /// Who speaks.
  var attribution = Attribution()
  /// The first token of the reported clause, for verbs with "che", "di" or "a".
  var complement: Int?
  /// Whether an infinitive is reported.
  var isInfinitive = false
  /// Whether it points back at the words right before it: "Parola di X".
  var isPointing = false
  /// Where the sentence goes on after a cue between commas: "…, ha detto X, …".
  var resumption: Int?
  /// Whether only words in marks are told by it: "Per il sindaco «…»".
  var isOpinion = false
}

/// Finds the cues of an article in the order of the text, and who speaks by each.
struct CueReader: Sendable {
  let clauses: Clauses
  let reading: ArticleReading
  /// The cues, in order.
  private(set) var cues: [Cue] = []
  /// For each verb group the number of its cue; -1 if it is none.
  private(set) var cueOfGroup: [Int32]
  /// For each finite verb group who its subject is.
  private(set) var subjectOf: [Attribution]

  private let text: TokenizedText
  private let groups: [VerbGroup]
  private let lexicon: SpeechLexicon
  private let document: Document

  // Whom the text spoke of last, for verbs without a subject.
  private struct Topic {
    var attribution: Attribution
    var position: Int
    var paragraph: Int
  }
  private var lastSubject: Topic?
  private var lastSpeaker: Topic?
  private var lastStranger: Int = -1
  private var lastMedium: Int?
  /// The media through which unnamed people reach the article.
  private(set) var tellers: [Int: [Int]] = [:]

  init(clauses: Clauses, reading: ArticleReading) {
    (self.clauses, self.reading) = (clauses, reading)
    (text, groups, lexicon, document) = (
      clauses.text, clauses.groups, clauses.lexicon, clauses.document
    )
    cueOfGroup = Array(repeating: -1, count: clauses.groups.count)
    subjectOf = Array(repeating: Attribution(), count: clauses.groups.count)
  }

  /// Finds all cues.
  mutating func run() {
    var sources = sourcePhrases()[...]
    var paragraph = 0
    for number in groups.indices {
      let start = groups[number].tokens.lowerBound
      while let source = sources.first, source.tokens.lowerBound < start {
        take(source)
        sources = sources.dropFirst()
      }
      let position = Int(text[start].start)
      while paragraph < document.paragraphs.count, document.paragraphs[paragraph].end <= position {
        paragraph += 1
      }
      readVerb(number, paragraph: paragraph)
    }
    for source in sources { take(source) }
    cues.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    for (number, cue) in cues.enumerated() {
      if let group = cue.group { cueOfGroup[group] = Int32(number) }
    }
    linkTellers()
  }

  private mutating func take(_ source: Cue) {
    var cue = source
    if let stranger = cue.attribution.stranger {
      let phrase = NounPhrase(tokens: stranger, head: stranger.lowerBound)
      if let known = standIn(phrase, gender: nil) {
        cue.attribution = known
      } else if let report = report(phrase) {
        cue.attribution = report
      }
    }
    cues.append(cue)
    if cue.attribution.isKnown {
      let paragraph = self.paragraph(of: cue.tokens.lowerBound)
      lastSpeaker = Topic(
        attribution: cue.attribution, position: cue.tokens.lowerBound, paragraph: paragraph)
    }
  }

  private func paragraph(of token: Int) -> Int {
    let position = Int(text[token].start)
    var (low, high) = (0, document.paragraphs.count)
    while low < high {
      let middle = (low + high) / 2
      if document.paragraphs[middle].end <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: - "Secondo X"

  /// "Secondo X", "a detta di X", "come riferito da X".
  private func sourcePhrases() -> [Cue] {
    var cues: [Cue] = []
    let tokens = text.tokens
    let phrases = lexicon.phrases
    var i = 0
    while i < tokens.count {
      defer { i += 1 }
      guard phrases.contains(tokens[i].lexeme) else { continue }
      if let cue = thus(i) {
        cues.append(cue)
        continue
      }
      if let cue = opinion(i) {
        cues.append(cue)
        continue
      }
      guard let phrase = lexicon.phrase(text, i, .according) else { continue }
      let after = i + phrase.words.count
      guard after < text.count else { continue }
      let sentence = clauses.sentence(of: i)
      guard sentence.contains(after), isClauseEdge(before: i, in: sentence) else { continue }
      var start = after
      if phrase.companion != LexemeTable.unknown {
        guard clauses.grammar.preposition(text[after].lexeme) == phrase.companion else { continue }
        start = after + 1
      } else if phrase.words.count == 1 {
        // "secondo cui", "secondo il quale": the source stands before.
        if clauses.grammar.isAny(text[after].lexeme, of: .relative)
          || (after + 1 < sentence.upperBound
            && clauses.grammar.isAny(text[after + 1].lexeme, of: .relative)
            && clauses.grammar.isAny(text[after].lexeme, of: .definiteArticle))
        {
          if let cue = relativeSource(i, after) { cues.append(cue) }
          continue
        }
        guard isSource(after, sentence) else { continue }
      }
      guard start < sentence.upperBound else { continue }
      guard let source = clauses.joinedPhrase(start, sourceEnd(start, sentence)) else { continue }
      var cue = Cue(tokens: i..<source.tokens.upperBound)
      cue.attribution = attribution(of: source, sieve: "according-to")
      if source.actors.isEmpty, let owner = complementOwner(source, sentence) {
        cue.attribution = owner
        cue.attribution.sieve = "according-to-document"
      }
      if let medium = medium(after: source.tokens.upperBound, sentence) {
        for actor in medium.actors where !cue.attribution.actors.contains(actor) {
          cue.attribution.chain.append(actor)
        }
      }
      cues.append(cue)
      i = max(i, after - 1)
    }
    return cues
  }

  /// "Per il sindaco «è un attacco»": before words in marks, at the start of a clause.
  private func opinion(_ i: Int) -> Cue? {
    guard lexicon.phrase(text, i, .opinion) != nil else { return nil }
    let sentence = clauses.sentence(of: i)
    let isStart =
      i == sentence.lowerBound || clauses.isComma(i - 1)
      || (i == sentence.lowerBound + 1 && clauses.isCoordinator(i - 1))
    guard isStart, i + 1 < sentence.upperBound,
      let source = clauses.phrase(i + 1, sourceEnd(i + 1, sentence)),
      let actor = source.actors.first, clauses.level[i] < 0
    else { return nil }
    // A state is one only with its article; a day or a place is none.
    guard reading.actors[actor].kind != .group else { return nil }
    // The marks come soon, with at most one verb before them.
    var verbs = 0
    var k = source.tokens.upperBound
    while k < min(sentence.upperBound, source.tokens.upperBound + 12) {
      if clauses.level[k] >= 0 {
        var cue = Cue(tokens: i..<source.tokens.upperBound)
        cue.attribution = attribution(of: source, sieve: "opinion-of")
        cue.isOpinion = true
        return cue
      }
      if clauses.groupAt[k] >= 0, groups[Int(clauses.groupAt[k])].isFinite {
        verbs += 1
        if verbs > 1 { return nil }
        k = groups[Int(clauses.groupAt[k])].tokens.upperBound
        continue
      }
      k += 1
    }
    return nil
  }

  /// "Parola di X.", "Così X." after a quotation.
  private func thus(_ i: Int) -> Cue? {
    guard let phrase = lexicon.phrase(text, i, .thus), i > 0 else { return nil }
    let sentence = clauses.sentence(of: i)
    var before = i - 1
    if i > sentence.lowerBound, clauses.isComma(before) { before -= 1 }
    if i == sentence.lowerBound, before > 0, text.isMark(before, ".") { before -= 1 }
    guard before >= 0,
      isMarkEnd(before) || text[before].isPunctuation && before > 0 && isMarkEnd(before - 1)
    else { return nil }
    var start = i + phrase.words.count
    guard start < sentence.upperBound else { return nil }
    if phrase.companion != LexemeTable.unknown {
      guard clauses.grammar.preposition(text[start].lexeme) == phrase.companion else { return nil }
      start += 1
    }
    // "così ha detto X" is the verb's.
    guard start < sentence.upperBound, clauses.groupAt[start] < 0,
      let source = clauses.phrase(start, sourceEnd(start, sentence)), !source.actors.isEmpty
    else { return nil }
    var cue = Cue(tokens: i..<start)
    cue.attribution = attribution(of: source, sieve: "thus")
    cue.isPointing = true
    return cue
  }

  /// "fonti locali citate dalla Reuters": the medium right after a source.
  private func medium(after end: Int, _ sentence: Range<Int>) -> NounPhrase? {
    var i = end
    if i < sentence.upperBound, clauses.isComma(i) { i += 1 }
    guard i + 2 < sentence.upperBound, let quoted = lexicon.phrase(text, i, .quoted),
      clauses.grammar.preposition(text[i + 1].lexeme) == quoted.companion
    else { return nil }
    return clauses.phrase(i + 2, sourceEnd(i + 2, sentence))
  }

  /// Where the source after "secondo" ends at the latest: at a comma, verb or mark.
  private func sourceEnd(_ start: Int, _ sentence: Range<Int>) -> Int {
    var end = start
    while end < sentence.upperBound, end - start < 24 {
      if clauses.referents.mention(covering: end) == nil {
        if text[end].isPunctuation { break }
        if clauses.groupAt[end] >= 0, groups[Int(clauses.groupAt[end])].isFinite { break }
        if text[end].isWord, clauses.isIntroducer(end) { break }
      }
      end += 1
    }
    return end
  }

  /// Whether an attribution can begin at the token `i`: at the start of a sentence or clause, after a
  /// mark, conjunction or noun; not after an article ("il secondo").
  private func isClauseEdge(before i: Int, in sentence: Range<Int>) -> Bool {
    guard i > sentence.lowerBound else { return true }
    let before = i - 1
    if text[before].isPunctuation { return true }
    if clauses.grammar.isAny(
      text[before].lexeme, of: .definiteArticle, .indefiniteArticle, .articulatedPreposition,
      .preposition, .possessive, .demonstrative)
    {
      return false
    }
    return true
  }

  /// Whether what follows "secondo" can be a source: a known actor, a pronoun, or a noun with its
  /// article that is followed by a comma or ends the sentence.
  private func isSource(_ i: Int, _ sentence: Range<Int>) -> Bool {
    if clauses.referents.mention(startingAt: i) != nil { return true }
    if clauses.grammar.isAny(text[i].lexeme, of: .subjectPronoun) { return true }
    if lexicon.phrase(text, i, .source) != nil { return true }
    let end = sourceEnd(i, sentence)
    guard let phrase = clauses.phrase(i, end) else { return false }
    if !phrase.actors.isEmpty || phrase.mention != nil { return true }
    guard let head = phrase.head else { return false }
    return lexicon.phrase(text, head, .document, .saying, .source, .generic) != nil
      || clauses.language.names.roles.nouns[text[head].lexeme] != nil
  }

  /// "X, secondo cui …": the phrase before is the source.
  private func relativeSource(_ i: Int, _ after: Int) -> Cue? {
    var end = i
    if end > 0, clauses.isComma(end - 1) { end -= 1 }
    guard end > 0, let mention = clauses.referents.mention(covering: end - 1),
      mention.tokens.upperBound == end
    else { return nil }
    let phrase = NounPhrase(
      tokens: mention.tokens, actors: mention.actor.map { [$0] } ?? [], mention: mention)
    let pronounEnd =
      clauses.grammar.isAny(text[after].lexeme, of: .relative) ? after + 1 : after + 2
    var cue = Cue(tokens: i..<pronounEnd)
    cue.attribution = attribution(of: phrase, sieve: "according-to-antecedent")
    return cue
  }

  /// "secondo la nota del ministero": whose document it is.
  func complementOwner(_ phrase: NounPhrase, _ sentence: Range<Int>) -> Attribution? {
    guard let head = phrase.head,
      lexicon.phrase(text, head, .document, .saying, .remark) != nil
    else { return nil }
    // Past adjectives to "di".
    var k = phrase.tokens.upperBound
    var steps = 0
    while k < sentence.upperBound, steps < 3, text[k].isWord, !clauses.isPreposition(k),
      clauses.groupAt[k] < 0 || !groups[Int(clauses.groupAt[k])].isFinite
    {
      k += 1
      steps += 1
    }
    return owner(after: k, sentence)
  }

  /// Whose something is: "di X", "del X" at the token `k`.
  func owner(after k: Int, _ sentence: Range<Int>) -> Attribution? {
    guard k + 1 < sentence.upperBound,
      let base = clauses.grammar.preposition(text[k].lexeme), base == clauses.language.speech.of,
      let phrase = clauses.phrase(k + 1, sourceEnd(k + 1, sentence)), !phrase.actors.isEmpty
    else { return nil }
    return attribution(of: phrase, sieve: "noun-frame")
  }

  // MARK: - Verbs

  private mutating func readVerb(_ number: Int, paragraph: Int) {
    let group = groups[number]
    let verb = clauses.speechVerbs[number]
    var attribution = Attribution()
    if group.isFinite {
      attribution = subject(number, verb: verb, paragraph: paragraph)
      subjectOf[number] = attribution
    } else if let verb {
      attribution = infiniteSubject(number, verb)
    }
    if let verb, group.isFinite || attribution.isKnown || group.mood == .gerund {
      var cue = Cue(tokens: group.tokens, group: number, verb: verb)
      cue.attribution = attribution
      (cue.complement, cue.isInfinitive) = complement(of: number, verb)
      if cue.complement == nil, attribution.sieve == "subject-after" {
        cue.resumption = resumption(after: number)
      }
      relay(number, &cue)
      cues.append(cue)
      attribution = cue.attribution
      if attribution.isKnown, clauses.level[group.finite] < 0, !group.isNegated {
        lastSpeaker = Topic(
          attribution: attribution, position: group.head, paragraph: paragraph)
      }
    }
    // Main clauses set the topic.
    guard group.isFinite, clauses.level[group.finite] < 0, clauses.introducer[number] == nil else {
      return
    }
    if attribution.isKnown {
      lastSubject = Topic(attribution: attribution, position: group.head, paragraph: paragraph)
    } else if attribution.stranger != nil {
      lastStranger = group.head
    }
  }

  /// Who the phrase names.
  func attribution(of phrase: NounPhrase, sieve: String) -> Attribution {
    var result = Attribution(actors: phrase.actors, sieve: sieve)
    if phrase.actors.isEmpty {
      result.stranger = phrase.tokens
      return result
    }
    switch phrase.mention?.resolution {
    case .description?, nil: result.basis = .description
    case .pronoun?: result.basis = .pronoun
    default: result.basis = .name
    }
    return result
  }

  /// Who is the subject of the finite group `number`.
  private func subject(
    _ number: Int, verb: SpeechLexicon.Verb?, paragraph: Int
  ) -> Attribution {
    let group = groups[number]
    if group.voice == .passive {
      // The agent speaks: "è stato annunciato da X".
      if verb != nil, let agent = agent(of: number) { return agent }
      if let phrase = clauses.subjects[number].phrase {
        return attribution(of: phrase, sieve: "subject-before")
      }
      return Attribution()
    }
    if let verb, group.voice == .reflexive, verb.frames.contains(.reflexive),
      let owner = documentOwner(number, paragraph)
    {
      return owner
    }
    if group.person == 1 { return Attribution() }
    let order = self.order(of: number, verb)
    if order != .subjectFirst, let after = clauses.phraseAfter(number) {
      let isFitting = agrees(after, group)
      if !after.actors.isEmpty, isFitting {
        return attribution(of: after, sieve: "subject-after")
      }
      if order == .afterQuotation, after.actors.isEmpty {
        if let known = standIn(after, gender: nil) { return known }
        if let same = sameSpeaker(verb, after, group, paragraph) { return same }
        return Attribution(sieve: "subject-after", stranger: after.tokens)
      }
    }
    // «A - ha aggiunto - B»: what stands before belongs to the speech.
    let isInserted =
      clauses.level[group.finite] >= 0 && group.tokens.lowerBound > 0
      && clauses.isDash(group.tokens.lowerBound - 1)
    if isInserted { return previous(for: group, verb, .afterQuotation, paragraph) }
    let subject = clauses.subjects[number]
    if let phrase = subject.phrase {
      if phrase.actors.isEmpty, let known = standIn(phrase, gender: nil) { return known }
      if phrase.actors.isEmpty, verb != nil,
        let owner = complementOwner(phrase, clauses.sentence(of: group.finite))
      {
        return Attribution(
          actors: owner.actors, basis: owner.basis, sieve: "document-of")
      }
      if agrees(phrase, group) { return attribution(of: phrase, sieve: subject.sieve) }
      return Attribution(sieve: subject.sieve, stranger: phrase.tokens)
    }
    if let other = subject.sharedWith {
      var shared = subjectOf[other]
      shared.chain = []
      if shared.isKnown {
        shared.sieve = "shared-subject"
        return shared
      }
      if shared.stranger != nil { return shared }
    }
    if verb == nil || clauses.introducer[number] != nil, subject.sharedWith == nil {
      return Attribution()
    }
    if verb == nil { return Attribution() }
    // "fanno sapere dal ministero": nobody in particular there.
    if group.number == .plural, let agent = agent(of: number) ?? bodyBefore(number),
      let actor = agent.actors.first,
      isBody(reading.actors[actor].kind)
    {
      var result = agent
      result.sieve = "from-body"
      return result
    }
    return previous(for: group, verb, order, paragraph)
  }

  /// "Dall’ambasciata fanno sapere": the complement that the clause begins with.
  private func bodyBefore(_ number: Int) -> Attribution? {
    let group = groups[number]
    let sentence = clauses.sentence(of: group.finite)
    let start = sentence.lowerBound
    guard start < group.tokens.lowerBound, group.tokens.lowerBound - start < 24,
      let base = clauses.grammar.preposition(text[start].lexeme),
      clauses.language.verbGroupWords.agents.contains(base),
      let phrase = clauses.phrase(start + 1, group.tokens.lowerBound), !phrase.actors.isEmpty
    else { return nil }
    return attribution(of: phrase, sieve: "from-body")
  }

  private func isBody(_ kind: ActorKind) -> Bool {
    switch kind {
    case .organization, .government, .military, .media: true
    default: false
    }
  }

  /// Where the subject of a verb is to be looked for first.
  private enum Order { case subjectFirst, verbFirst, afterQuotation }

  private func order(of number: Int, _ verb: SpeechLexicon.Verb?) -> Order {
    guard let verb else { return .subjectFirst }
    let group = groups[number]
    let sentence = clauses.sentence(of: group.finite)
    var i = group.tokens.lowerBound - 1
    while i >= sentence.lowerBound, text[i].isWord,
      clauses.isAdverb(i) || (clauses.isCoordinator(i) && i == sentence.lowerBound)
    {
      i -= 1
    }
    let canLead = verb.canLead
    guard i >= sentence.lowerBound else { return canLead ? .verbFirst : .subjectFirst }
    if isMarkEnd(i) { return .afterQuotation }
    if clauses.isComma(i) || text.isMark(i, ":") {
      if i > sentence.lowerBound, isMarkEnd(i - 1) { return .afterQuotation }
      if clauses.isDash(i) || clauses.level[group.finite] >= 0 { return .verbFirst }
      return canLead || isParenthetical(number, verb) ? .verbFirst : .subjectFirst
    }
    if text[i].isPunctuation { return canLead ? .verbFirst : .subjectFirst }
    // "come ha detto X", "secondo quanto riferisce X", "è quanto afferma X".
    if lexicon.phrase(text, i, .clauseSource, .backwardClause) != nil { return .verbFirst }
    if i > sentence.lowerBound, lexicon.phrase(text, i - 1, .clauseSource, .backwardClause) != nil {
      return .verbFirst
    }
    if group.clitics.contains(.object), !group.clitics.contains(.dative) { return .verbFirst }
    return .subjectFirst
  }

  /// ", ha avvertito l’Unifil,": what follows the verb and ends at a mark is its subject even if the
  /// verb can have a person for its object.
  private func isParenthetical(_ number: Int, _ verb: SpeechLexicon.Verb) -> Bool {
    switch verb.verbClass {
    case .report, .continuation, .utterance: break
    default: return false
    }
    let group = groups[number]
    guard let phrase = clauses.phraseAfter(number), !phrase.actors.isEmpty,
      phrase.tokens.lowerBound == group.tokens.upperBound
    else { return false }
    let sentence = clauses.sentence(of: group.head)
    let next = phrase.tokens.upperBound
    return next >= sentence.upperBound || text[next].isPunctuation
  }

  /// Whether a closing mark stands right before the token, at most with a comma between.
  func isAfterQuotation(_ i: Int) -> Bool {
    guard i > 0 else { return false }
    if isMarkEnd(i - 1) { return true }
    return i > 1 && clauses.isComma(i - 1) && isMarkEnd(i - 2)
  }

  /// Whether the token is the last mark of a pair.
  func isMarkEnd(_ i: Int) -> Bool {
    guard text[i].isPunctuation else { return false }
    let end = Int(text[i].end)
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < end { low = middle + 1 } else { high = middle }
    }
    return low < ends.count && ends[low] == end
  }

  /// The ends of the pairs of marks, sorted.
  private var ends: [Int] { clauses.markEnds }

  private func agrees(_ phrase: NounPhrase, _ group: VerbGroup) -> Bool {
    guard let verb = group.number, let noun = phrase.agreement.number else { return true }
    // A collective may take either ("la maggior parte dicono"); a plural never a singular verb.
    return !(verb == .singular && noun == .plural)
  }

  /// "da X" after a passive or participle.
  private func agent(of number: Int) -> Attribution? {
    let group = groups[number]
    let sentence = clauses.sentence(of: group.head)
    let here = clauses.level[group.head]
    var i = group.tokens.upperBound
    let limit = min(sentence.upperBound, i + 14)
    while i < limit {
      if clauses.level[i] == here {
        if clauses.groupAt[i] >= 0, groups[Int(clauses.groupAt[i])].isFinite { return nil }
        if let base = clauses.grammar.preposition(text[i].lexeme),
          clauses.language.verbGroupWords.agents.contains(base), i + 1 < sentence.upperBound,
          let phrase = clauses.phrase(i + 1, sourceEnd(i + 1, sentence))
        {
          return phrase.actors.isEmpty ? nil : attribution(of: phrase, sieve: "agent")
        }
        if text.isMark(i, ".") || text.isMark(i, ";") || text.isMark(i, ":") { return nil }
      }
      i += 1
    }
    return nil
  }

  /// "si legge nella nota": of whom the text spoke last.
  private func documentBefore(_ group: VerbGroup, _ paragraph: Int) -> Attribution {
    var topic = lastSpeaker
    if let subject = lastSubject, subject.position > (topic?.position ?? -1) { topic = subject }
    guard let topic, paragraph - topic.paragraph <= 1, lastStranger < topic.position else {
      return Attribution()
    }
    return Attribution(
      actors: topic.attribution.actors, basis: .context, sieve: "document-before")
  }

  /// "si legge nella nota di X", "recita il comunicato del ministero".
  private func documentOwner(_ number: Int, _ paragraph: Int) -> Attribution? {
    let group = groups[number]
    let sentence = clauses.sentence(of: group.head)
    var i = group.tokens.upperBound
    let limit = min(sentence.upperBound, i + 8)
    while i < limit, text[i].isWord {
      if lexicon.phrase(text, i, .document) != nil {
        var k = i + 1
        var steps = 0
        while k < sentence.upperBound, steps < 4, text[k].isWord, !clauses.isPreposition(k) {
          k += 1
          steps += 1
        }
        if var owner = owner(after: k, sentence) {
          owner.sieve = "document-of"
          return owner
        }
        let isOwned =
          k < sentence.upperBound && clauses.grammar.preposition(text[k].lexeme) == lexicon.of
        return isOwned
          ? Attribution(sieve: "document-of", stranger: k..<(k + 1))
          : documentBefore(group, paragraph)
      }
      i += 1
    }
    return nil
  }

  /// "ha proseguito il primo cittadino": who goes on is who spoke, however he is called.
  private func sameSpeaker(
    _ verb: SpeechLexicon.Verb?, _ phrase: NounPhrase, _ group: VerbGroup, _ paragraph: Int
  ) -> Attribution? {
    guard let verb, verb.frames.contains(.same), let topic = lastSpeaker,
      paragraph - topic.paragraph <= 1, lastStranger < topic.position, phrase.mention == nil,
      clauses.grammar.isAny(text[phrase.tokens.lowerBound].lexeme, of: .definiteArticle),
      agrees(topic.attribution.actors, with: group), topic.attribution.actors.count == 1,
      let actor = topic.attribution.actors.first,
      reading.actors[actor].kind == .person || reading.actors[actor].kind == .anonymous
    else { return nil }
    if let shown = phrase.agreement.gender, let known = reading.actors[actor].agreement.gender,
      shown != known
    {
      return nil
    }
    return Attribution(actors: [actor], basis: .description, sieve: "same-speaker")
  }

  /// "secondo il rapporto": of the medium that the text told of.
  private func report(_ phrase: NounPhrase) -> Attribution? {
    guard phrase.tokens.count <= 2, let head = phrase.tokens.last,
      lexicon.phrase(text, head, .document) != nil, let medium = lastMedium
    else { return nil }
    return Attribution(actors: [medium], basis: .description, sieve: "report-of-medium")
  }

  /// "egli", "lei", "l’uomo": whom the text spoke of last with that gender.
  private func standIn(
    _ phrase: NounPhrase, gender shown: ArticleReading.Agreement.Gender?
  ) -> Attribution? {
    guard phrase.tokens.count <= 2, let last = phrase.tokens.last else { return nil }
    var gender: ArticleReading.Agreement.Gender
    if phrase.tokens.count == 1,
      let pronoun = clauses.grammar.entry(text[last].lexeme, .subjectPronoun)?.agreement.gender
    {
      gender = pronoun
    } else if let generic = lexicon.phrase(text, last, .generic),
      clauses.grammar.isAny(text[phrase.tokens.lowerBound].lexeme, of: .definiteArticle)
    {
      gender = generic.companion == lexicon.feminine ? .feminine : .masculine
    } else {
      return nil
    }
    if let shown { gender = shown }
    let topics = [lastSubject, lastSpeaker].compactMap { $0 }.sorted { $0.position > $1.position }
    for topic in topics {
      if lastStranger > topic.position { return nil }
      guard topic.attribution.actors.count == 1, let actor = topic.attribution.actors.first else {
        continue
      }
      let known = reading.actors[actor]
      guard known.kind == .person || known.kind == .anonymous else { continue }
      if let other = known.agreement.gender, other != gender { continue }
      let isPronoun = phrase.tokens.count == 1
      return Attribution(
        actors: [actor], basis: isPronoun ? .pronoun : .description,
        sieve: isPronoun ? "pronoun" : "generic-noun")
    }
    return nil
  }

  /// Who a verb without a subject goes on with.
  private func previous(
    for group: VerbGroup, _ verb: SpeechLexicon.Verb?, _ order: Order, _ paragraph: Int
  ) -> Attribution {
    var topic = lastSpeaker
    if let subject = lastSubject, subject.position > (topic?.position ?? -1) { topic = subject }
    guard let topic, paragraph - topic.paragraph <= 2 else { return Attribution() }
    // Somebody unknown came between: only words that go on with a speech reach back over them.
    if lastStranger > topic.position, verb?.verbClass != .continuation, order != .afterQuotation {
      return Attribution()
    }
    guard agrees(topic.attribution.actors, with: group) else { return Attribution() }
    return Attribution(actors: topic.attribution.actors, basis: .nullSubject, sieve: "null-subject")
  }

  private func agrees(_ actors: [Int], with group: VerbGroup) -> Bool {
    guard let number = group.number else { return true }
    if actors.count > 1 { return number == .plural }
    guard let actor = actors.first else { return false }
    let known = reading.actors[actor].agreement
    if let other = known.number { return other == number }
    if number == .plural { return false }
    if let gender = group.gender, let other = known.gender, group.voice != .passive {
      return gender == other
    }
    return true
  }

  /// Who speaks by a gerund, infinitive or participle.
  private func infiniteSubject(_ number: Int, _ verb: SpeechLexicon.Verb) -> Attribution {
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
        if found.isKnown { found.sieve = "gerund" }
        return found
      }
      k -= 1
    }
    return Attribution()
  }

  /// "A dirlo è X", "A riferirlo il ministero": an infinitive with "lo" at the start of a sentence
  /// points at who said what stands before.
  private func pointedSubject(_ number: Int) -> Attribution? {
    let group = groups[number]
    let sentence = clauses.sentence(of: group.head)
    let start = group.tokens.lowerBound
    guard group.clitics.contains(.object), start > sentence.lowerBound,
      start - sentence.lowerBound <= 2 || clauses.isComma(start - 2),
      clauses.grammar.preposition(text[start - 1].lexeme) == lexicon.to
    else { return nil }
    var after = group.tokens.upperBound
    while after < sentence.upperBound, clauses.isAdverb(after) { after += 1 }
    if after < sentence.upperBound, clauses.groupAt[after] >= 0 {
      let copula = Int(clauses.groupAt[after])
      guard clauses.language.verbGroupWords.task(groups[copula].verb) == .be else { return nil }
      guard let phrase = clauses.phraseAfter(copula), !phrase.actors.isEmpty else { return nil }
      return attribution(of: phrase, sieve: "pointed")
    }
    guard let phrase = clauses.phraseAfter(number), !phrase.actors.isEmpty else { return nil }
    return attribution(of: phrase, sieve: "pointed")
  }

  /// Where what the verb of the group `number` reports begins, and whether it is an infinitive.
  private func complement(of number: Int, _ verb: SpeechLexicon.Verb) -> (Int?, Bool) {
    let group = groups[number]
    let here = clauses.level[group.head]
    let sentence = clauses.sentence(of: group.head)
    let limit = min(sentence.upperBound, group.tokens.upperBound + 40)
    var i = group.tokens.upperBound
    while i < limit {
      guard clauses.level[i] == here else {
        i += 1
        continue
      }
      if text.isMark(i, ":") || text.isMark(i, ";") { return (nil, false) }
      if clauses.groupAt[i] >= 0, groups[Int(clauses.groupAt[i])].isFinite { return (nil, false) }
      if text[i].isWord, lexicon.complementizers.contains(text[i].lexeme) {
        guard verb.frames.contains(.clause), clauses.governor(of: i) == number else {
          return (nil, false)
        }
        return (i + 1, false)
      }
      if text[i].isWord, clauses.isIntroducer(i) { return (nil, false) }
      if let base = clauses.grammar.preposition(text[i].lexeme), i + 1 < limit {
        let isFrame =
          (base == lexicon.of && verb.frames.contains(.ofInfinitive))
          || (base == lexicon.to && verb.frames.contains(.toInfinitive))
        var next = i + 1
        // The infinitive may stand in marks: "si è impegnato a «reintegrare»".
        while next < limit, clauses.groupAt[next] < 0,
          clauses.isAdverb(next)
            || (next == i + 1 && text[next].isPunctuation && !clauses.isComma(next))
        {
          next += 1
        }
        if isFrame, next < limit, clauses.groupAt[next] >= 0,
          groups[Int(clauses.groupAt[next])].mood == .infinitive
        {
          return (i + 1, true)
        }
      }
      i += 1
    }
    return (nil, false)
  }

  /// Where the sentence goes on after ", ha detto X,"; nowhere if it ends there.
  private func resumption(after number: Int) -> Int? {
    let group = groups[number]
    let start = group.tokens.lowerBound
    guard start > 0, clauses.isComma(start - 1), let phrase = clauses.phraseAfter(number) else {
      return nil
    }
    let sentence = clauses.sentence(of: group.head)
    let here = clauses.level[group.head]
    var i = phrase.tokens.upperBound
    // Past where and when it was said.
    while i < min(sentence.upperBound, phrase.tokens.upperBound + 12), text[i].isWord,
      clauses.groupAt[i] < 0, !clauses.isIntroducer(i)
    {
      i += 1
    }
    guard i + 1 < sentence.upperBound, clauses.isComma(i), clauses.level[i] == here else {
      return nil
    }
    let rest = (i + 1)..<sentence.upperBound
    // Words in marks go on: "…, ha detto X, «…»".
    if clauses.level[min(i + 2, sentence.upperBound - 1)] > here, text[i + 1].isPunctuation {
      return i + 2
    }
    let next = document.verbGroups(in: rest).first { clauses.level[$0.head] == here }
    guard let next, next.isFinite, !clauses.isIntroducer(i + 1) else { return nil }
    return i + 1
  }

  // MARK: - Tellers

  /// Whom a medium relies on, and through which medium somebody speaks: "ha riferito POLITICO citando
  /// un diplomatico", "ha detto X, citato dalla Tass", "ha detto alla Cnn X".
  private mutating func relay(_ number: Int, _ cue: inout Cue) {
    let group = groups[number]
    let sentence = clauses.sentence(of: group.head)
    // "Il Post, citando un funzionario, riferisce che": between the subject and its verb.
    if let subject = clauses.subjects[number].phrase,
      subject.tokens.upperBound < group.tokens.lowerBound,
      group.tokens.lowerBound - subject.tokens.upperBound < 30
    {
      for i in subject.tokens.upperBound..<group.tokens.lowerBound {
        if takeTeller(at: i, number, &cue, sentence) { return }
      }
    }
    var i = group.tokens.upperBound
    let limit = min(cue.complement ?? sentence.upperBound, sentence.upperBound, i + 40)
    while i < limit {
      if takeTeller(at: i, number, &cue, sentence) || takeAddressee(at: i, number, &cue, sentence) {
        return
      }
      if clauses.groupAt[i] >= 0, groups[Int(clauses.groupAt[i])].isFinite { return }
      i += 1
    }
  }

  /// "citando X", "citato da Y" at the token `i`.
  private mutating func takeTeller(
    at i: Int, _ number: Int, _ cue: inout Cue, _ sentence: Range<Int>
  ) -> Bool {
    guard clauses.level[i] == clauses.level[groups[number].head], i + 1 < sentence.upperBound else {
      return false
    }
    if lexicon.phrase(text, i, .quoting) != nil {
      guard let source = clauses.phrase(i + 1, sourceEnd(i + 1, sentence)) else { return true }
      let medium = cue.attribution.actors
      lastMedium = medium.last { reading.actors[$0].kind == .media } ?? lastMedium
      // Sources that nothing is known of leave the medium as who says it.
      guard !source.actors.isEmpty else { return true }
      cue.attribution = attribution(of: source, sieve: "quoting")
      cue.attribution.chain = medium.filter { !source.actors.contains($0) }
      for actor in source.actors where reading.actors[actor].kind == .anonymous {
        tellers[actor] = cue.attribution.chain
      }
      return true
    }
    if let quoted = lexicon.phrase(text, i, .quoted), i + 2 < sentence.upperBound,
      clauses.grammar.preposition(text[i + 1].lexeme) == quoted.companion,
      groups[number].mood != .participle,
      let medium = clauses.phrase(i + 2, sourceEnd(i + 2, sentence)), !medium.actors.isEmpty
    {
      for actor in medium.actors where !cue.attribution.actors.contains(actor) {
        cue.attribution.chain.append(actor)
      }
      return true
    }
    return false
  }

  /// "ha detto a Politico": the medium hands the words on.
  private func takeAddressee(
    at i: Int, _ number: Int, _ cue: inout Cue, _ sentence: Range<Int>
  ) -> Bool {
    guard clauses.level[i] == clauses.level[groups[number].head], i + 1 < sentence.upperBound,
      clauses.grammar.preposition(text[i].lexeme) == lexicon.to, cue.attribution.isKnown,
      let medium = clauses.phrase(i + 1, sourceEnd(i + 1, sentence)),
      let actor = medium.actors.first, medium.actors.count == 1,
      reading.actors[actor].kind == .media, !cue.attribution.actors.contains(actor)
    else { return false }
    cue.attribution.chain.append(actor)
    return true
  }

  /// Adds those who tell of a speech that is told of itself: "il governo ha affermato che il premier ha
  /// condannato …".
  private mutating func linkTellers() {
    for number in cues.indices {
      var chain = cues[number].attribution.chain
      if let group = cues[number].group {
        var current = group
        var steps = 0
        while steps < 8, let r = clauses.introducer[current],
          let governor = clauses.governor(of: r), governor < current
        {
          steps += 1
          current = governor
          if cueOfGroup[governor] >= 0 {
            chain += cues[Int(cueOfGroup[governor])].attribution.actors
          }
        }
        // "Secondo la Tass, Putin ha detto che …"
        let sentence = clauses.sentence(of: groups[group].head)
        var k = number - 1
        while k >= max(0, number - 40), cues[k].tokens.lowerBound >= sentence.lowerBound {
          if cues[k].group == nil, !cues[k].isPointing, !cues[k].isOpinion,
            clauses.level[cues[k].tokens.lowerBound] < 0
          {
            chain += cues[k].attribution.actors
            break
          }
          k -= 1
        }
      }
      for actor in cues[number].attribution.actors { chain += tellers[actor] ?? [] }
      var seen = Set(cues[number].attribution.actors)
      cues[number].attribution.chain = chain.filter { seen.insert($0).inserted }
    }
  }

  // MARK: - Questions about cues

  /// The number of the first cue at or after `token`.
  func firstCue(atOrAfter token: Int) -> Int? {
    var (low, high) = (0, cues.count)
    while low < high {
      let middle = (low + high) / 2
      if cues[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low < cues.count ? low : nil
  }

  /// The cue of a sentence that only says who said what stands before it.
  func backwardCue(in sentence: Range<Int>) -> Cue? {
    guard let first = firstCue(atOrAfter: sentence.lowerBound) else { return nil }
    var k = first
    while k < cues.count, cues[k].tokens.lowerBound < sentence.upperBound {
      let cue = cues[k]
      if cue.isPointing { return cue.tokens.lowerBound == sentence.lowerBound ? cue : nil }
      if let group = cue.group, clauses.level[groups[group].head] < 0 {
        return isBackward(cue, group, sentence) ? cue : nil
      }
      k += 1
    }
    return nil
  }

  private func isBackward(_ cue: Cue, _ group: Int, _ sentence: Range<Int>) -> Bool {
    guard cue.complement == nil, cue.attribution.isKnown, cue.verb?.frames.contains(.quote) == true
    else { return false }
    let start = groups[group].tokens.lowerBound
    // "Lo ha detto X", "Lo riferisce X".
    if groups[group].clitics.contains(.object), start - sentence.lowerBound <= 2 { return true }
    // "A dirlo è X".
    if cue.attribution.sieve == "pointed" { return true }
    // "È quanto afferma X".
    if start > sentence.lowerBound, start - sentence.lowerBound <= 4,
      lexicon.phrase(text, start - 1, .backwardClause) != nil
    {
      return true
    }
    return false
  }
}
