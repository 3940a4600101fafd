import DossierModel

/// Words in marks: which of them are speech, and whose.
struct MarkedSpeech: Sendable {
  let clauses: Clauses
  let cues: CueReader
  let reading: ArticleReading
  /// What was found, in order of the pairs of marks.
  var found: [FoundSpeech] = []

  let text: TokenizedText
  let groups: [VerbGroup]
  let lexicon: SpeechLexicon
  let document: Document
  let bytes: [UInt8]

  /// How words in marks stand in their sentence and who says them.
  struct Frame {
    var attribution: Attribution
    var cue: Range<Int>?
    /// Whether the cue stands beside the marks, so that they are an utterance.
    var isBeside: Bool
    /// Whether things too can be the subject of the cue.
    var isWeak = false
    /// The verb of the cue.
    var verb: SpeechLexicon.Verb?
    /// Whether the words in marks are somebody’s wording by themselves: a cry, a slogan, an inscription.
    var isWording = false
  }

  /// The pairs that hold the questions of an interview, and who answers in others.
  var isQuestion: Set<Int> = []
  var answers: [Int: Attribution] = [:]
  /// The number of the found speech for each pair.
  var numbers: [Int?] = []
  /// For each token the number of the found speech that holds it; -1 if none does.
  private(set) var covered: [Int32]
  /// The most tokens that a rule looks back or that words without whole marks may have.
  static let reach = 400

  init(clauses: Clauses, cues: CueReader, reading: ArticleReading) {
    (self.clauses, self.cues, self.reading) = (clauses, cues, reading)
    (text, groups, lexicon, document) = (
      clauses.text, clauses.groups, clauses.lexicon, clauses.document
    )
    bytes = clauses.text.text.bytes
    covered = Array(repeating: -1, count: clauses.text.count)
  }

  /// Finds all words in marks that are speech, then those whose marks are damaged.
  mutating func run() {
    let pairs = document.marks.pairs
    numbers = Array(repeating: nil, count: pairs.count)
    readInterviews()
    var pending: [Int] = []
    for number in pairs.indices where pairs[number].parent == nil && !isQuestion.contains(number) {
      if !read(number), !isCovered(pairs[number]) { pending.append(number) }
    }
    // Utterances that no cue stands beside go on with the speech before them.
    for number in pending { readFloating(number) }
    for number in pairs.indices where pairs[number].parent != nil {
      if !read(number) { readNested(number) }
    }
    readDashes()
    readLoneMarks()
    readLostMarks()
    readLostSentences()
    partContinuations()
    linkInterruptions()
  }

  /// Whether the pair stands in an answer without marks.
  private func isCovered(_ pair: QuotationMarks.Pair) -> Bool {
    let first = text.index(atOrAfter: pair.outer.start)
    return first < covered.count && covered[first] >= 0
  }

  // MARK: - Geometry

  struct Place {
    /// The tokens of the words, and of the words with their marks.
    var inner: Range<Int>
    var outer: Range<Int>
    /// The sentence that the opening mark stands in, and the closing one.
    var sentence: Range<Int>
    var lastSentence: Range<Int>
  }

  func place(_ pair: QuotationMarks.Pair) -> Place? {
    let inner = text.range(in: pair.inner)
    let first = text.index(atOrAfter: pair.outer.start)
    let end = text.index(atOrAfter: pair.outer.end)
    guard !inner.isEmpty, first < end else { return nil }
    return Place(
      inner: inner, outer: first..<end, sentence: clauses.sentence(of: first),
      lastSentence: clauses.sentence(of: end - 1))
  }

  /// Whether a verb stands finite among the words.
  func hasFiniteVerb(_ range: Range<Int>) -> Bool {
    document.verbGroups(in: range).contains { $0.isFinite }
  }

  func wordCount(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (text[$1].isWord || text[$1].isNumber ? 1 : 0) }
  }

  // MARK: - One pair of marks

  /// Reads the pair `number`; false if nothing tells whose words they are.
  mutating func read(_ number: Int) -> Bool {
    let pair = document.marks.pairs[number]
    guard let place = place(pair) else { return true }
    // What begins with a comma stands between quotations that have lost their marks.
    if clauses.isComma(place.inner.lowerBound), !clauses.isDash(place.inner.lowerBound) {
      return true
    }
    if readUnclosed(number, pair, place) { return true }
    if isNamed(place) || isReference(place) { return true }
    if let speaker = answers[number] {
      add(pair.inner, .direct, speaker, nil, pair.integrity, number)
      return true
    }
    if readAttributedInside(number, pair, place) { return true }
    guard let frame = frame(of: place, pair) else { return false }
    if !isUtterance(frame), isTitle(place), !isWritten(frame, place) { return true }
    if !frame.isBeside, isTorn(pair, place) { return true }
    if !frame.attribution.isKnown, frame.isWeak { return true }
    if !frame.attribution.isKnown, !frame.isBeside, !frame.isWording,
      wordCount(place.inner) < 3, frame.attribution.stranger == nil, frame.cue == nil
    {
      return true
    }
    let kind = self.kind(of: place, frame)
    add(pair.inner, kind, frame.attribution, frame.cue, pair.integrity, number)
    return true
  }

  mutating func add(
    _ span: TextSpan, _ kind: QuotationKind, _ attribution: Attribution, _ cue: Range<Int>?,
    _ integrity: Integrity, _ pair: Int?, continues: Int? = nil
  ) {
    var quotation = ArticleReading.Quotation(span: span, kind: kind)
    quotation.speakers = attribution.actors
    quotation.basis = attribution.isKnown ? attribution.basis : .unresolved
    quotation.sieve = attribution.sieve
    quotation.chain = attribution.chain
    quotation.integrity = integrity
    quotation.cue = cue.map { text.span($0) }
    quotation.date = cue.flatMap { date(of: $0) }
    var link = continues
    if let pair {
      numbers[pair] = found.count
      if link == nil, let earlier = document.marks.pairs[pair].continues {
        link = numbers[earlier]
      }
    }
    for token in text.range(in: span) where covered[token] < 0 {
      covered[token] = Int32(found.count)
    }
    found.append(FoundSpeech(quotation: quotation, continues: link))
  }

  /// The speech found that ends last before the token `end`, not before `floor`.
  func lastFound(before end: Int, floor: Int) -> FoundSpeech? {
    var i = end - 1
    while i >= max(floor, end - Self.reach) {
      if covered[i] >= 0 { return found[Int(covered[i])] }
      i -= 1
    }
    return nil
  }

  /// When it was said, if the clause of the cue tells.
  func date(of cue: Range<Int>) -> EDTF? {
    guard let first = cue.first,
      clauses.groupAt[first] >= 0 || clauses.groupAt[cue.upperBound - 1] >= 0
    else { return nil }
    let sentence = clauses.sentence(of: first)
    let here = clauses.level[first]
    // After the verb up to a mark or conjunction; before it back to one.
    var i = cue.upperBound
    while i < min(sentence.upperBound, cue.upperBound + 10) {
      if let number = clauses.referents.date(at: i), clauses.level[i] == here {
        return reading.dates[number].edtf
      }
      if text[i].isPunctuation || clauses.groupAt[i] >= 0 { break }
      if text[i].isWord, clauses.isIntroducer(i) { break }
      i += 1
    }
    i = first - 1
    while i >= max(sentence.lowerBound, first - 14) {
      if clauses.level[i] != here { break }
      if let number = clauses.referents.date(at: i) { return reading.dates[number].edtf }
      if text.isMark(i, ":") || text.isMark(i, ";") || clauses.groupAt[i] >= 0 { break }
      i -= 1
    }
    return nil
  }

  /// Whether the cue says that the words were uttered, not only that something is called so.
  private func isUtterance(_ frame: Frame) -> Bool {
    guard frame.isBeside else { return false }
    switch frame.verb?.verbClass {
    case .description?, .stance?: return false
    default: return true
    }
  }

  /// Whether the words are an utterance or built into the reporter's sentence.
  private func kind(of place: Place, _ frame: Frame) -> QuotationKind {
    let before = place.outer.lowerBound - 1
    if hasSeveralSentences(place.inner) { return .direct }
    // A line "Zelensky, «pronti a trattare»".
    if frame.isBeside, frame.cue == nil { return .direct }
    if before < place.sentence.lowerBound || text.isMark(before, ":") {
      return isWholeClause(place) || frame.isBeside ? .direct : .mixed
    }
    let isClause = hasMainVerb(place.inner)
    let isCapitalized = text[place.inner.lowerBound].isCapitalized
    if frame.isWording { return isClause || isCried(frame, place) ? .direct : .mixed }
    if lexicon.complementizers.contains(text[before].lexeme), isClause,
      frame.isBeside || clauses.governor(of: before) != nil
    {
      return .direct
    }
    // "Per il sindaco «è un attacco alla democrazia»", "secondo lei, «è tardi»".
    if isClause, followsSource(place, frame) { return .direct }
    if isClause, isCapitalized, isQuoting(frame, place) { return .direct }
    guard frame.isBeside else { return .mixed }
    if let cue = frame.cue, cue.lowerBound >= place.outer.upperBound {
      // «…», ha detto X: unless the reporter's sentence leads up to the marks.
      return isCapitalized || isClause && (opensClause(place) || followsMarks(place))
        ? .direct : .mixed
    }
    // "si è detto «pronto a tutto»" goes on with the reporter's sentence.
    if frame.verb?.verbClass == .utterance, frame.cue?.upperBound == place.outer.lowerBound {
      return .direct
    }
    if clauses.groupAt[before] >= 0, groups[Int(clauses.groupAt[before])].voice == .reflexive,
      lexicon.declaringVerbs.contains(groups[Int(clauses.groupAt[before])].verb)
    {
      return .mixed
    }
    if clauses.groupAt[before] >= 0 || clauses.isAdverb(before) {
      return isCapitalized || isClause && !isSubordinate(place.inner) && isUtterance(frame)
        ? .direct : .mixed
    }
    if text[before].isPunctuation || clauses.isCoordinator(before) {
      return isClause || isCapitalized ? .direct : .mixed
    }
    return .mixed
  }

  /// Whether the words were called out, and so stand by themselves: "al grido di «Terra e pane»".
  private func isCried(_ frame: Frame, _ place: Place) -> Bool {
    guard let cue = frame.cue, lexicon.phrase(text, cue.lowerBound, .saying) != nil else {
      return false
    }
    return text[place.inner.lowerBound].isCapitalized
      || clauses.grammar.preposition(text[place.outer.lowerBound - 1].lexeme) == lexicon.of
  }

  /// Whether a verb of saying has the words for its object, past whom or where it is said to: "ha scritto
  /// su X «Basta così»".
  private func isQuoting(_ frame: Frame, _ place: Place) -> Bool {
    guard let verb = frame.verb, let cue = frame.cue, verb.frames.contains(.quote),
      cue.upperBound <= place.outer.lowerBound, place.outer.lowerBound - cue.upperBound <= 8
    else { return frame.attribution.sieve == "same-sentence" }
    switch verb.verbClass {
    case .description, .stance: return false
    default: break
    }
    return !(cue.upperBound..<place.outer.lowerBound).contains {
      text[$0].isWord && clauses.isIntroducer($0)
    }
  }

  /// "qualcuno aveva scritto con lo spray «Ridateci l’acqua»": words, and no title, which would follow a
  /// preposition.
  private func isWritten(_ frame: Frame, _ place: Place) -> Bool {
    guard frame.verb?.verbClass == .report || frame.verb?.verbClass == .utterance,
      !clauses.isPreposition(place.outer.lowerBound - 1), wordCount(place.inner) >= 3
    else { return false }
    return isQuoting(frame, place) && smallWords(place.inner) * 2 > wordCount(place.inner)
  }

  /// Whether a verb stands finite among the words that no conjunction makes depend on another.
  private func hasMainVerb(_ range: Range<Int>) -> Bool {
    document.verbGroups(in: range).contains { group in
      guard group.isFinite, clauses.groupAt[group.finite] >= 0 else { return false }
      guard let r = clauses.introducer[Int(clauses.groupAt[group.finite])] else { return true }
      return !range.contains(r) || group.tokens.lowerBound - range.lowerBound <= 2
    }
  }

  /// Whether a full stop stands among the words.
  func hasSeveralSentences(_ range: Range<Int>) -> Bool {
    guard range.count > 5 else { return false }
    return range.dropFirst(2).dropLast(2).contains { i in
      (text.isMark(i, ".") || text.isMark(i, "!") || text.isMark(i, "?"))
        && text[i + 1].isCapitalized && text[i + 1].shape.contains(.spaceBefore)
        && !text[i - 1].shape.contains(.initials)
        && !clauses.grammar.abbreviations.contains(text[i - 1].lexeme)
    }
  }

  /// Whether the words begin with a conjunction that makes them depend on the reporter's sentence.
  private func isSubordinate(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    return clauses.isIntroducer(first) || clauses.isPreposition(first)
  }

  /// Whether only a source and what belongs to it stand before the marks in their sentence.
  private func followsSource(_ place: Place, _ frame: Frame) -> Bool {
    let before = place.outer.lowerBound - 1
    // "X, secondo cui «…»"
    if clauses.grammar.isAny(text[before].lexeme, of: .relative),
      lexicon.phrase(text, before - 1, .according) != nil
    {
      return true
    }
    guard let cue = frame.cue, cue.upperBound <= place.outer.lowerBound,
      cue.lowerBound - place.sentence.lowerBound <= 2,
      let number = cues.firstCue(atOrAfter: cue.lowerBound), cues.cues[number].tokens == cue,
      cues.cues[number].group == nil
    else { return false }
    // An apposition has no article: "Secondo X, direttore del museo, «…»".
    var i = cue.upperBound
    while i < place.outer.lowerBound, clauses.isComma(i) || clauses.isAdverb(i) { i += 1 }
    guard i < place.outer.lowerBound else { return true }
    guard i > cue.upperBound, clauses.isComma(before), !clauses.isComma(i),
      !clauses.isArticle(i), !clauses.isPreposition(i)
    else { return cues.cues[number].isOpinion }
    return !document.verbGroups(in: i..<place.outer.lowerBound).contains { $0.isFinite }
  }

  /// «Non tratteremo», «non cederemo»: only a comma stands between this and other words in marks.
  private func followsMarks(_ place: Place) -> Bool {
    let before = place.outer.lowerBound - 1
    return clauses.isComma(before) && before > place.sentence.lowerBound
      && cues.isMarkEnd(before - 1)
  }

  /// Whether nothing but conjunctions and adverbs stands before the marks in their sentence, or a
  /// conjunction right before them.
  private func opensClause(_ place: Place) -> Bool {
    let before = place.outer.lowerBound - 1
    var i = before
    while i >= place.sentence.lowerBound {
      if text[i].isWord {
        let isLink =
          clauses.isAdverb(i) || clauses.isCoordinator(i)
          || clauses.grammar.isAny(
            text[i].lexeme, of: .relative, .subordinator, .quantifier, .preposition)
        if !isLink { break }
      } else if !clauses.isComma(i) {
        break
      }
      i -= 1
    }
    return i < place.sentence.lowerBound || i < before && text[before].isWord
  }

  /// Whether the words in marks begin a sentence and are not its subject.
  func isWholeClause(_ place: Place) -> Bool {
    hasFiniteVerb(place.inner) || place.outer.upperBound >= place.lastSentence.upperBound - 1
  }
}
