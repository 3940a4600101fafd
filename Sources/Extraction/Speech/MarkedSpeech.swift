import DossierModel

/// Words in marks: which of them are speech, and whose.
struct MarkedSpeech: Sendable {
  let clauses: Clauses
  let cues: CueReader
  let reading: ArticleReading
  /// What was found, in order of the pairs of marks.
  private(set) var found: [FoundSpeech] = []

  private let text: TokenizedText
  private let groups: [VerbGroup]
  private let lexicon: SpeechLexicon
  private let document: Document
  private let bytes: [UInt8]

  /// How words in marks stand in their sentence and who says them.
  private struct Frame {
    var attribution: Attribution
    var cue: Range<Int>?
    /// Whether the cue stands beside the marks, so that they are an utterance.
    var isBeside: Bool
    /// Whether things too can be the subject of the cue.
    var isWeak = false
  }

  /// The number of the found speech for each pair.
  private var numbers: [Int?] = []
  /// For each token the number of the found speech that holds it; -1 if none does.
  private(set) var covered: [Int32]
  /// The most tokens that a rule looks back or that words without whole marks may have.
  private static let reach = 400

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
    var pending: [Int] = []
    for number in pairs.indices where pairs[number].parent == nil {
      if !read(number) { pending.append(number) }
    }
    // Utterances that no cue stands beside go on with the speech before them.
    for number in pending { readFloating(number) }
    for number in pairs.indices {
      guard let parent = pairs[number].parent else { continue }
      if numbers[parent] != nil, !isSpokenInside(pairs[number]) { continue }
      _ = read(number)
    }
    readDashes()
    readLoneMarks()
    readLostMarks()
    linkInterruptions()
  }

  // MARK: - Geometry

  private struct Place {
    /// The tokens of the words, and of the words with their marks.
    var inner: Range<Int>
    var outer: Range<Int>
    /// The sentence that the opening mark stands in, and the closing one.
    var sentence: Range<Int>
    var lastSentence: Range<Int>
  }

  private func place(_ pair: QuotationMarks.Pair) -> Place? {
    let inner = text.range(in: pair.inner)
    let first = text.index(atOrAfter: pair.outer.start)
    let end = text.index(atOrAfter: pair.outer.end)
    guard !inner.isEmpty, first < end else { return nil }
    return Place(
      inner: inner, outer: first..<end, sentence: clauses.sentence(of: first),
      lastSentence: clauses.sentence(of: end - 1))
  }

  /// Whether a verb stands finite among the words.
  private func hasFiniteVerb(_ range: Range<Int>) -> Bool {
    document.verbGroups(in: range).contains { $0.isFinite }
  }

  private func wordCount(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (text[$1].isWord || text[$1].isNumber ? 1 : 0) }
  }

  // MARK: - One pair of marks

  /// Reads the pair `number`; false if nothing tells whose words they are.
  private mutating func read(_ number: Int) -> Bool {
    let pair = document.marks.pairs[number]
    guard let place = place(pair) else { return true }
    if pair.flaws.contains(.goesOn), readUnclosed(number, pair, place) { return true }
    if isNamed(place) { return true }
    if readAttributedInside(number, pair, place) { return true }
    guard let frame = frame(of: place, pair) else { return false }
    if !frame.isBeside, isTitle(place) { return true }
    if !frame.attribution.isKnown, frame.isWeak { return true }
    if !frame.attribution.isKnown, !frame.isBeside, wordCount(place.inner) < 3,
      frame.attribution.stranger == nil
    {
      return true
    }
    let kind = self.kind(of: place, frame)
    add(pair.inner, kind, frame.attribution, frame.cue, pair.integrity, number)
    return true
  }

  private mutating func add(
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
  private func lastFound(before end: Int, floor: Int) -> FoundSpeech? {
    var i = end - 1
    while i >= max(floor, end - Self.reach) {
      if covered[i] >= 0 { return found[Int(covered[i])] }
      i -= 1
    }
    return nil
  }

  /// When it was said, if the clause of the cue tells.
  private func date(of cue: Range<Int>) -> EDTF? {
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

  /// Whether the words are an utterance or built into the reporter's sentence.
  private func kind(of place: Place, _ frame: Frame) -> QuotationKind {
    let before = place.outer.lowerBound - 1
    if before < place.sentence.lowerBound || text.isMark(before, ":") {
      return isWholeClause(place) || frame.isBeside ? .direct : .mixed
    }
    if frame.isBeside {
      if lexicon.complementizers.contains(text[before].lexeme) {
        return hasFiniteVerb(place.inner) ? .direct : .mixed
      }
      // "si è detto «pronto a tutto»" goes on with the reporter's sentence.
      if clauses.groupAt[before] >= 0 {
        return text[place.inner.lowerBound].isCapitalized ? .direct : .mixed
      }
      if text[before].isPunctuation || clauses.isCoordinator(before) {
        return hasFiniteVerb(place.inner) || text[place.inner.lowerBound].isCapitalized
          ? .direct : .mixed
      }
      return .mixed
    }
    if lexicon.complementizers.contains(text[before].lexeme), hasFiniteVerb(place.inner),
      clauses.governor(of: before) != nil
    {
      return .direct
    }
    // "Per il sindaco «è un attacco alla democrazia»"
    if let number = cues.firstCue(atOrAfter: frame.cue?.lowerBound ?? 0), frame.cue != nil,
      cues.cues[number].isOpinion, hasFiniteVerb(place.inner),
      !document.verbGroups(in: cues.cues[number].tokens.upperBound..<place.outer.lowerBound)
        .contains(where: { $0.isFinite })
    {
      return .direct
    }
    return .mixed
  }

  /// Whether the words in marks begin a sentence and are not its subject.
  private func isWholeClause(_ place: Place) -> Bool {
    hasFiniteVerb(place.inner) || place.outer.upperBound >= place.lastSentence.upperBound - 1
  }

  // MARK: - What is no speech

  /// Titles of works, names of operations, media, ships; what is only called so.
  private func isNamed(_ place: Place) -> Bool {
    let before = place.outer.lowerBound - 1
    guard before >= place.sentence.lowerBound else { return false }
    // "cosiddetto «califfato»", also "la cosiddetta legge «…»".
    var k = before
    var steps = 0
    while k >= place.sentence.lowerBound, steps < 3, text[k].isWord {
      if lexicon.phrase(text, k, .soCalled) != nil { return true }
      if clauses.groupAt[k] >= 0, groups[Int(clauses.groupAt[k])].isFinite { break }
      k -= 1
      steps += 1
    }
    if text.isMark(before, ":") { return false }
    // A naming noun right before, with adjectives or a name between: "l’operazione militare «…»".
    k = before
    steps = 0
    while k >= place.sentence.lowerBound, steps < 4, text[k].isWord {
      if let phrase = naming(endingNear: k) {
        if phrase == .inscription { return true }
        return wordCount(place.inner) <= 9
      }
      if clauses.isPreposition(k) || clauses.isCoordinator(k)
        || clauses.grammar.isAny(text[k].lexeme, of: .subordinator, .relative)
      {
        break
      }
      if clauses.groupAt[k] >= 0, groups[Int(clauses.groupAt[k])].isFinite { break }
      k -= 1
      steps += 1
    }
    return false
  }

  /// A naming noun at the token `k`, or a phrase of several words that ends there.
  private func naming(endingNear k: Int) -> SpeechLexicon.Role? {
    if let phrase = lexicon.phrase(text, k, .naming, .inscription), phrase.words.count == 1 {
      return phrase.role
    }
    for length in 2...3 where k - length + 1 >= 0 {
      if let phrase = lexicon.phrase(text, k - length + 1, .naming), phrase.words.count == length {
        return .naming
      }
    }
    return nil
  }

  /// Whether the words look like a name: they are one that is known, or begin with a capital inside
  /// the sentence and hold no verb.
  private func isTitle(_ place: Place) -> Bool {
    if let mention = clauses.referents.mention(startingAt: place.inner.lowerBound),
      mention.tokens == place.inner, mention.label != .group
    {
      return true
    }
    let before = place.outer.lowerBound - 1
    guard before >= place.sentence.lowerBound, text[before].isWord else { return false }
    let first = text[place.inner.lowerBound]
    guard first.isCapitalized, wordCount(place.inner) <= 6 else { return false }
    return !hasFiniteVerb(place.inner)
  }

  // MARK: - Frames, most precise first

  private func frame(of place: Place, _ pair: QuotationMarks.Pair) -> Frame? {
    cueAfter(place) ?? cueBefore(place) ?? headlineComma(place) ?? resumed(place) ?? governing(
      place) ?? closing(place)
      ?? strangeVerbAfter(place)
  }

  /// `»`, ha detto X / `»`, così X / `»`, secondo X / `»`, le parole di X.
  private func cueAfter(_ place: Place) -> Frame? {
    let sentence = place.lastSentence
    var k = place.outer.upperBound
    guard k < sentence.upperBound || k < text.count else { return nil }
    let end = sentenceEnd(after: place)
    var hasComma = false
    while k < end, clauses.isComma(k) || text.isMark(k, ":") {
      hasComma = true
      k += 1
    }
    guard k < end, clauses.level[k] == clauses.level[max(0, place.outer.lowerBound - 1)] || true
    else { return nil }
    let start = k
    while k < end, k - start < 3, text[k].isWord, clauses.groupAt[k] < 0,
      clauses.isCoordinator(k) || clauses.isAdverb(k) || lexicon.phrase(text, k, .thus) != nil
        || lexicon.phrase(text, k, .clauseSource) != nil
    {
      if let cue = sourceCue(startingAt: k, end), cue.isPointing {
        return Frame(attribution: cue.attribution, cue: cue.tokens, isBeside: true)
      }
      k += 1
    }
    guard k < end else { return nil }
    if let frame = verbFrame(at: k, end) { return frame }
    if let cue = sourceCue(startingAt: k, end), !cue.isPointing {
      return Frame(attribution: cue.attribution, cue: cue.tokens, isBeside: true)
    }
    if hasComma || start > place.outer.upperBound {
      // `»`, il ministro ha detto; `»`, è quanto afferma X.
      if let phrase = clauses.phrase(k, end), phrase.tokens.upperBound < end,
        let frame = verbFrame(at: phrase.tokens.upperBound, end)
      {
        return frame
      }
      if let frame = nounFrameAfter(k, end) { return frame }
    }
    return nil
  }

  /// The end of the sentence that the closing mark stands in; a sentence that ends with the mark may go
  /// on with its cue in small letters ("«Basta.» ha detto").
  private func sentenceEnd(after place: Place) -> Int {
    let end = place.lastSentence.upperBound
    let next = place.outer.upperBound
    if next >= end, next < text.count, text[next].isWord, !text[next].isCapitalized {
      return clauses.sentence(of: next).upperBound
    }
    return end
  }

  private func verbFrame(at k: Int, _ end: Int) -> Frame? {
    guard k < end, clauses.groupAt[k] >= 0 else { return nil }
    let group = Int(clauses.groupAt[k])
    guard groups[group].isFinite, cues.cueOfGroup[group] >= 0 else {
      return phaseFrame(group, end) ?? backwardFrame(at: k, end)
    }
    let cue = cues.cues[Int(cues.cueOfGroup[group])]
    guard let verb = cue.verb, verb.frames.contains(.quote) else { return nil }
    if groups[group].isNegated { return nil }
    // "ha detto che": another statement begins.
    if let complement = cue.complement, complement <= groups[group].tokens.upperBound + 1 {
      return nil
    }
    return Frame(attribution: cue.attribution, cue: cue.tokens, isBeside: true)
  }

  /// `»`, si limita a dire X; `»`, tiene a precisare X.
  private func phaseFrame(_ group: Int, _ end: Int) -> Frame? {
    let next = groups[group].tokens.upperBound + 1
    guard groups[group].isFinite, next < end, clauses.groupAt[next] >= 0 else { return nil }
    let infinitive = Int(clauses.groupAt[next])
    guard cues.cueOfGroup[infinitive] >= 0 else { return nil }
    let cue = cues.cues[Int(cues.cueOfGroup[infinitive])]
    guard cue.verb?.frames.contains(.quote) == true, cue.complement == nil else { return nil }
    return Frame(attribution: cue.attribution, cue: cue.tokens, isBeside: true)
  }

  /// `»`, è quanto afferma X; `»`, lo ha detto X.
  private func backwardFrame(at k: Int, _ end: Int) -> Frame? {
    var i = k
    while i < min(end, k + 6) {
      if clauses.groupAt[i] >= 0 {
        let group = Int(clauses.groupAt[i])
        if cues.cueOfGroup[group] >= 0, groups[group].isFinite, i > k {
          let cue = cues.cues[Int(cues.cueOfGroup[group])]
          guard cue.verb?.frames.contains(.quote) == true, cue.complement == nil,
            i > 0, lexicon.phrase(text, i - 1, .backwardClause) != nil
          else { return nil }
          return Frame(attribution: cue.attribution, cue: cue.tokens, isBeside: true)
        }
      }
      i += 1
    }
    return nounFrameAfter(k, end)
  }

  /// `»`, sono le parole di X; `»`, il commento del ministro.
  private func nounFrameAfter(_ k: Int, _ end: Int) -> Frame? {
    var i = k
    while i < min(end, k + 6) {
      if text[i].isPunctuation { return nil }
      if lexicon.phrase(text, i, .saying, .remark) != nil {
        let sentence = clauses.sentence(of: i)
        guard var owner = cues.owner(after: i + 1, sentence) else { return nil }
        owner.sieve = "noun-after"
        return Frame(attribution: owner, cue: i..<(i + 1), isBeside: true)
      }
      i += 1
    }
    return nil
  }

  /// The cue "secondo X" that starts with the token `k`.
  private func sourceCue(startingAt k: Int, _ end: Int) -> Cue? {
    guard let number = cues.firstCue(atOrAfter: k) else { return nil }
    let cue = cues.cues[number]
    return cue.group == nil && cue.tokens.lowerBound == k && k < end ? cue : nil
  }

  /// X ha detto: `«` / X: `«`, also at the end of the sentence or paragraph before.
  private func cueBefore(_ place: Place) -> Frame? {
    let before = place.outer.lowerBound - 1
    guard before >= 0 else { return nil }
    if text.isMark(before, ":") {
      return colonFrame(before, clauses.sentence(of: before), place)
    }
    return nil
  }

  private func colonFrame(_ colon: Int, _ sentence: Range<Int>, _ place: Place) -> Frame? {
    guard colon > sentence.lowerBound else { return nil }
    let here = clauses.level[colon]
    var nearest: Int?
    var i = colon - 1
    let floor = max(sentence.lowerBound, colon - 80)
    while i >= floor {
      if clauses.level[i] == here {
        if text.isMark(i, ":") { break }
        if let role = lexicon.phrase(text, i, .saying, .remark)?.role, nearest == nil,
          clauses.groupAt[i] < 0
        {
          if var owner = cues.owner(after: i + 1, sentence) {
            owner.sieve = role == .saying ? "noun-before" : "remark-before"
            return Frame(attribution: owner, cue: i..<(i + 1), isBeside: true)
          }
        } else if nearest == nil, clauses.groupAt[i] < 0,
          lexicon.phrase(text, i, .document) != nil
        {
          // "È di oggi un messaggio audio di X: «…»"
          var k = i + 1
          while k < min(colon, i + 4), text[k].isWord, !clauses.isPreposition(k) { k += 1 }
          if var owner = cues.owner(after: k, sentence) {
            owner.sieve = "document-before"
            return Frame(attribution: owner, cue: i..<(i + 1), isBeside: true)
          }
        }
        if clauses.groupAt[i] >= 0 {
          let group = Int(clauses.groupAt[i])
          let cueNumber = cues.cueOfGroup[group]
          if cueNumber >= 0 {
            let cue = cues.cues[Int(cueNumber)]
            let isMain = groups[group].isFinite && clauses.introducer[group] == nil
            let canReport =
              cue.verb.map { $0.frames.contains(.clause) || $0.frames.contains(.mixed) } ?? false
            if groups[group].mood != .participle, canReport || isMain,
              groups[group].isFinite || cue.attribution.isKnown,
              cue.verb?.verbClass != .description || nearest == nil
            {
              return Frame(attribution: cue.attribution, cue: cue.tokens, isBeside: true)
            }
          }
          if groups[group].isFinite, clauses.introducer[group] == nil || nearest == nil {
            nearest = group
          }
          i = groups[group].tokens.lowerBound - 1
          continue
        }
      }
      i -= 1
    }
    if let nearest {
      // "Netanyahu non usa mezzi termini: «…»": the subject speaks, if it is somebody.
      var attribution = cues.subjectOf[nearest]
      guard attribution.isKnown, attribution.actors.allSatisfy({ canSpeak($0) }),
        clauses.introducer[nearest] == nil
      else {
        return place.outer.count > 8
          ? Frame(attribution: Attribution(), cue: nil, isBeside: true) : nil
      }
      attribution.sieve = "colon"
      attribution.chain = []
      return Frame(attribution: attribution, cue: nil, isBeside: true)
    }
    // "Peskov: «…»"; "Gaza, il ministero: «…»".
    guard let phrase = headlinePhrase(in: floor..<colon), !phrase.actors.isEmpty else { return nil }
    var attribution = cues.attribution(of: phrase, sieve: "headline-colon")
    if !phrase.actors.allSatisfy({ canSpeak($0) }) { attribution = Attribution() }
    return Frame(attribution: attribution, cue: nil, isBeside: true)
  }

  /// A line that is only "Zelensky, «pronti a trattare»".
  private func headlineComma(_ place: Place) -> Frame? {
    let comma = place.outer.lowerBound - 1
    guard comma > place.sentence.lowerBound, text.isMark(comma, ","),
      let paragraph = paragraph(at: Int(text[comma].start))
    else { return nil }
    let line = text.range(in: paragraph)
    guard place.outer.upperBound >= line.upperBound - 1,
      place.sentence.lowerBound == line.lowerBound,
      document.verbGroups(in: line.lowerBound..<comma).isEmpty,
      let phrase = headlinePhrase(in: line.lowerBound..<comma), !phrase.actors.isEmpty,
      phrase.tokens.upperBound == comma, comma - line.lowerBound <= 14
    else { return nil }
    return Frame(
      attribution: cues.attribution(of: phrase, sieve: "headline-comma"), cue: nil, isBeside: true)
  }

  /// The phrase before a headline's colon; after a place and a comma the next one: "Gaza, Hamas: «…»".
  private func headlinePhrase(in range: Range<Int>) -> NounPhrase? {
    guard let first = clauses.firstPhrase(in: range) else { return nil }
    let comma = first.tokens.upperBound
    guard first.mention?.label == .place || first.actors.isEmpty, comma < range.upperBound,
      text.isMark(comma, ",") || text.isMark(comma, ".")
    else { return first }
    return clauses.firstPhrase(in: (comma + 1)..<range.upperBound)
  }

  private func canSpeak(_ actor: Int) -> Bool { actor < reading.actors.count }

  /// «A», ha detto X, «B»: B goes on with A.
  private func resumed(_ place: Place) -> Frame? {
    let before = place.outer.lowerBound - 1
    guard before > place.sentence.lowerBound, clauses.isComma(before) || cues.isMarkEnd(before - 1),
      let last = found.last, last.quotation.kind == .direct, let cue = last.quotation.cue,
      cue.start >= last.quotation.span.end, !last.quotation.speakers.isEmpty,
      cue.start >= Int(text[place.sentence.lowerBound].start),
      cue.end <= Int(text[before].start)
    else { return nil }
    // Only the cue, its subject and where or when stand between.
    let between = text.index(atOrAfter: cue.end)..<before
    guard between.count <= 30, !document.verbGroups(in: between).contains(where: { $0.isFinite }),
      !between.contains(where: { text[$0].isWord && clauses.isIntroducer($0) })
    else { return nil }
    let quotation = last.quotation
    let attribution = Attribution(
      actors: quotation.speakers, basis: quotation.basis, sieve: quotation.sieve,
      chain: quotation.chain)
    return Frame(attribution: attribution, cue: text.range(in: cue), isBeside: true)
  }

  /// «A», taglia corto X: a verb that no table knows, between an utterance and a person.
  private func strangeVerbAfter(_ place: Place) -> Frame? {
    guard startsSentence(place) else { return nil }
    let end = sentenceEnd(after: place)
    var k = place.outer.upperBound
    guard k < end, clauses.isComma(k) else { return nil }
    k += 1
    while k < end, clauses.isAdverb(k), clauses.groupAt[k] < 0 { k += 1 }
    guard k < end, clauses.groupAt[k] >= 0 else { return nil }
    let group = Int(clauses.groupAt[k])
    guard groups[group].isFinite, groups[group].tokens.lowerBound == k,
      groups[group].person == 3, groups[group].voice == .active, !groups[group].isNegated,
      hasFiniteVerb(place.inner) || wordCount(place.inner) >= 3,
      let phrase = clauses.phraseAfter(group), let actor = phrase.actors.first,
      phrase.tokens.lowerBound - groups[group].tokens.upperBound <= 4
    else { return nil }
    let kind = reading.actors[actor].kind
    guard kind == .person || kind == .anonymous else { return nil }
    return Frame(
      attribution: cues.attribution(of: phrase, sieve: "verb-after-quotation"),
      cue: groups[group].tokens, isBeside: true)
  }

  /// Whether the marks open a sentence, at most after a dateline.
  private func startsSentence(_ place: Place) -> Bool {
    let open = place.outer.lowerBound
    let start = place.sentence.lowerBound
    if open == start || text.isMark(open - 1, ":") { return true }
    guard open - start <= 16, clauses.isDash(open - 1) || text.isMark(open - 1, "-") else {
      return (start..<open).allSatisfy { document.isMetadata(Int(text[$0].start)) }
    }
    return document.verbGroups(in: start..<open).isEmpty
  }

  /// The cue to the left in whose clause the words stand: "ha accusato l’Armenia di «…»".
  private func governing(_ place: Place) -> Frame? {
    let open = place.outer.lowerBound
    let sentence = place.sentence
    let here = clauses.level[open]
    let floor = max(sentence.lowerBound, open - 160)
    var passed: Int?
    var i = open - 1
    while i >= floor {
      guard clauses.level[i] == here else {
        i -= 1
        continue
      }
      if text.isMark(i, ";") { break }
      if text[i].isWord, lexicon.phrase(text, i, .contrast) != nil, passed != nil { break }
      // "X ha minacciato sanzioni, ma Y «non cederà»": a clause with a subject of its own.
      if text[i].isWord, clauses.isCoordinator(i), clauses.isComma(i - 1), passed == nil,
        let subject = clauses.phrase(i + 1, open), subject.tokens.upperBound == open,
        subject.mention != nil, hasFiniteVerb(place.inner)
      {
        return nil
      }
      if clauses.groupAt[i] >= 0 {
        let group = Int(clauses.groupAt[i])
        i = groups[group].tokens.lowerBound - 1
        if cues.cueOfGroup[group] >= 0 {
          let cue = cues.cues[Int(cues.cueOfGroup[group])]
          if governs(cue, group, open, passed) {
            return Frame(
              attribution: cue.attribution, cue: cue.tokens,
              isBeside: isBeside(cue, open), isWeak: cue.verb?.frames.contains(.weak) ?? false)
          }
        }
        if groups[group].isFinite {
          if passed == nil, let frame = nounFrameBefore(open, group) { return frame }
          passed = group
        }
        continue
      }
      i -= 1
    }
    // "Secondo X, …" governs the whole sentence.
    if let cue = sourceBefore(open, sentence, here) {
      return Frame(attribution: cue.attribution, cue: cue.tokens, isBeside: false)
    }
    if passed == nil { return nounFrameBefore(open, nil) }
    return nil
  }

  private func sourceBefore(_ open: Int, _ sentence: Range<Int>, _ here: Int32) -> Cue? {
    let floor = max(sentence.lowerBound, open - Self.reach)
    guard let first = cues.firstCue(atOrAfter: floor) else { return nil }
    var result: Cue?
    var k = first
    while k < cues.cues.count, cues.cues[k].tokens.upperBound <= open {
      if cues.cues[k].group == nil, !cues.cues[k].isPointing,
        clauses.level[cues.cues[k].tokens.lowerBound] == here
      {
        result = cues.cues[k]
      }
      k += 1
    }
    return result
  }

  /// Whether the verb of speech has the words at `open` in what depends on it.
  private func governs(_ cue: Cue, _ group: Int, _ open: Int, _ passed: Int?) -> Bool {
    guard let verb = cue.verb else { return false }
    let verbGroup = groups[group]
    if verbGroup.isNegated, !(verb.verbClass == .stance || verb.verbClass == .performative) {
      return false
    }
    if verbGroup.voice == .passive, verbGroup.mood != .participle,
      cue.attribution.sieve != "agent"
    {
      return false
    }
    if verbGroup.mood == .participle { return verb.frames.contains(.predicate) && passed == nil }
    let isAdjacent = open - verbGroup.tokens.upperBound <= 1
    if isAdjacent, verb.frames.contains(.quote) { return true }
    guard verb.frames.contains(.mixed) || verb.frames.contains(.predicate) else { return false }
    // A relative clause that has ended governs nothing: "X, che ha parlato, è «isolato»".
    if let r = clauses.introducer[group], clauses.governor(of: r) == nil,
      (verbGroup.tokens.upperBound..<open).contains(where: {
        clauses.level[$0] == clauses.level[verbGroup.head] && clauses.isComma($0)
      })
    {
      return false
    }
    if let resumption = cue.resumption, resumption <= open { return true }
    if verb.frames.contains(.clausal), cue.complement.map({ $0 > open }) ?? true { return false }
    guard let passed else { return true }
    // Finite verbs between belong to the reported clause.
    guard let complement = cue.complement else { return false }
    return complement <= groups[passed].tokens.lowerBound
  }

  private func isBeside(_ cue: Cue, _ open: Int) -> Bool {
    if cue.tokens.upperBound == open { return true }
    if let complement = cue.complement, complement == open, !cue.isInfinitive { return true }
    return cue.tokens.upperBound == open - 1 && clauses.isComma(open - 1)
  }

  /// "l’appello di X a «…»", "ha rivolto un appello a «…»": a noun of speech shortly before.
  private func nounFrameBefore(_ open: Int, _ verb: Int?) -> Frame? {
    let here = clauses.level[open]
    let floor = max(verb.map { groups[$0].tokens.upperBound } ?? 0, open - 12)
    let sentence = clauses.sentence(of: open)
    // The words follow the noun, or a preposition that leads to them: "un appello a «…»".
    guard open > sentence.lowerBound, text[open - 1].isWord else { return nil }
    let base = clauses.grammar.preposition(text[open - 1].lexeme)
    guard base == nil || base == lexicon.of || base == lexicon.to else { return nil }
    if base == nil, lexicon.phrase(text, open - 1, .saying) == nil { return nil }
    var i = open - 1
    while i >= max(floor, sentence.lowerBound) {
      if clauses.level[i] == here, text[i].isWord, lexicon.phrase(text, i, .saying) != nil,
        clauses.groupAt[i] < 0
      {
        if var owner = cues.owner(after: i + 1, sentence) {
          owner.sieve = "noun-before"
          return Frame(attribution: owner, cue: i..<(i + 1), isBeside: false)
        }
        guard let verb, cues.subjectOf[verb].isKnown else { return nil }
        var attribution = cues.subjectOf[verb]
        attribution.sieve = "noun-of-subject"
        attribution.chain = []
        return Frame(attribution: attribution, cue: i..<(i + 1), isBeside: false)
      }
      if text[i].isPunctuation { return nil }
      i -= 1
    }
    return nil
  }

  /// A cue at the end of the sentence: "…«x»…, ha detto X", "…, secondo X".
  private func closing(_ place: Place) -> Frame? {
    let end = place.lastSentence.upperBound
    let here = place.outer.lowerBound > 0 ? clauses.level[place.outer.lowerBound] : -1
    var i = place.outer.upperBound
    let limit = min(end, i + 80)
    while i < limit {
      if clauses.level[i] == here, i > place.outer.upperBound,
        clauses.isComma(i - 1) || document.marks.pairs.isEmpty
      {
        if let cue = sourceCue(startingAt: i, end), !cue.isPointing {
          return Frame(attribution: cue.attribution, cue: cue.tokens, isBeside: false)
        }
        if clauses.groupAt[i] >= 0 {
          let group = Int(clauses.groupAt[i])
          if cues.cueOfGroup[group] >= 0 {
            let cue = cues.cues[Int(cues.cueOfGroup[group])]
            if groups[group].isFinite, cue.complement == nil, cue.attribution.isKnown,
              cue.attribution.sieve == "subject-after",
              cue.verb?.frames.contains(.quote) == true
            {
              return Frame(attribution: cue.attribution, cue: cue.tokens, isBeside: false)
            }
          }
        }
      }
      i += 1
    }
    return nil
  }

  // MARK: - Attribution between the marks

  /// «A - ha detto X - B»: the reporter's words between dashes are no speech.
  private mutating func readAttributedInside(
    _ number: Int, _ pair: QuotationMarks.Pair, _ place: Place
  ) -> Bool {
    guard place.inner.count > 5 else { return false }
    var parts: [TextSpan] = []
    var start = place.inner.lowerBound
    var attribution: Attribution?
    var cueTokens: Range<Int>?
    var i = start + 1
    while i + 1 < place.inner.upperBound {
      guard clauses.isDash(i), clauses.groupAt[i + 1] >= 0 else {
        i += 1
        continue
      }
      let group = Int(clauses.groupAt[i + 1])
      guard groups[group].isFinite, cues.cueOfGroup[group] >= 0,
        groups[group].tokens.lowerBound == i + 1
      else {
        i += 1
        continue
      }
      let cue = cues.cues[Int(cues.cueOfGroup[group])]
      guard cue.verb?.frames.contains(.quote) == true else {
        i += 1
        continue
      }
      let close = ((i + 2)..<min(place.inner.upperBound, i + 40)).first { clauses.isDash($0) }
      guard let end = close ?? (cue.attribution.isKnown ? place.inner.upperBound : nil) else {
        i += 1
        continue
      }
      if i > start { parts.append(text.span(start..<i)) }
      if attribution == nil || !(attribution?.isKnown ?? false) {
        attribution = cue.attribution
        cueTokens = cue.tokens
      }
      start = min(end + 1, place.inner.upperBound)
      i = start
    }
    guard let attribution else { return false }
    // A comma may follow the dash: "- ha detto X -, e poi".
    while start < place.inner.upperBound, text[start].isPunctuation { start += 1 }
    if start < place.inner.upperBound {
      parts.append(
        TextSpan(Int(text[start].start), pair.inner.end))
    }
    var last: Int?
    for part in parts {
      let current = found.count
      add(part, .direct, attribution, cueTokens, pair.integrity, nil, continues: last)
      last = current
    }
    numbers[number] = last
    return true
  }

  /// The first of «A, ha detto X and «B» has lost its closing mark, since it holds its own attribution.
  private mutating func readUnclosed(
    _ number: Int, _ pair: QuotationMarks.Pair, _ place: Place
  ) -> Bool {
    guard let cut = attributionInside(place.inner) else { return false }
    let span = text.span(place.inner.lowerBound..<cut.end)
    add(span, .direct, cut.cue.attribution, cut.cue.tokens, .damaged, number)
    return true
  }

  /// A cue after a comma with its subject inside `range`, which is not the speaker's own words.
  private func attributionInside(_ range: Range<Int>) -> (end: Int, cue: Cue)? {
    var i = range.lowerBound + 1
    while i < min(range.upperBound, range.lowerBound + Self.reach) {
      if clauses.groupAt[i] >= 0, clauses.isComma(i - 1) {
        let group = Int(clauses.groupAt[i])
        if groups[group].isFinite, groups[group].tokens.lowerBound == i,
          cues.cueOfGroup[group] >= 0
        {
          let cue = cues.cues[Int(cues.cueOfGroup[group])]
          if let verb = cue.verb, verb.frames.contains(.quote), verb.verbClass != .stance,
            cue.complement == nil, cue.attribution.isKnown,
            cue.attribution.sieve == "subject-after"
          {
            return (i - 1, cue)
          }
        }
      }
      i += 1
    }
    return nil
  }

  /// Whether nested marks hold words that somebody inside the quotation is told to have said.
  private func isSpokenInside(_ pair: QuotationMarks.Pair) -> Bool {
    guard let place = place(pair), let frame = frame(of: place, pair) else { return false }
    return frame.isBeside && frame.attribution.isKnown && hasFiniteVerb(place.inner)
  }

  // MARK: - Without a cue

  /// A whole sentence in marks without a cue: it goes on with the speech before it.
  private mutating func readFloating(_ number: Int) {
    let pair = document.marks.pairs[number]
    guard pair.parent == nil, let place = place(pair) else { return }
    let endsSentence =
      place.outer.upperBound >= place.lastSentence.upperBound
      || (place.outer.upperBound == place.lastSentence.upperBound - 1
        && text[place.outer.upperBound].isPunctuation)
    let words = wordCount(place.inner)
    if readUnframed(number, place, words) { return }
    guard startsSentence(place), endsSentence || (words >= 6 && hasFiniteVerb(place.inner)),
      words >= 2,
      hasFiniteVerb(place.inner) || words >= 4 || pair.continues != nil
    else { return }
    var attribution = Attribution()
    var link: Int?
    if let earlier = pair.continues, let known = numbers[earlier] {
      attribution = continued(found[known].quotation, "goes-on")
      link = known
    } else if let backward = backwardAttribution(place) {
      add(pair.inner, .direct, backward.attribution, backward.tokens, pair.integrity, number)
      return
    } else if place.outer.lowerBound == 0 || !text.isMark(place.outer.lowerBound - 1, ":"),
      let before = speechBefore(place)
    {
      attribution = before
    }
    add(pair.inner, .direct, attribution, nil, pair.integrity, number, continues: link)
  }

  /// A longer piece of a sentence in marks, with a verb in it, is somebody's words even if no rule
  /// tells whose.
  private mutating func readUnframed(_ number: Int, _ place: Place, _ words: Int) -> Bool {
    let pair = document.marks.pairs[number]
    guard !startsSentence(place), words >= 5, !text[place.inner.lowerBound].isCapitalized,
      document.verbGroups(in: place.inner).contains(where: { $0.mood != .participle })
    else { return false }
    add(pair.inner, .mixed, Attribution(sieve: "unframed"), nil, pair.integrity, number)
    return true
  }

  private func continued(_ quotation: ArticleReading.Quotation, _ sieve: String) -> Attribution {
    Attribution(
      actors: quotation.speakers, basis: quotation.speakers.isEmpty ? .unresolved : .context,
      sieve: sieve, chain: quotation.chain)
  }

  /// The cue of a sentence after the quotation: "Lo ha detto X".
  private func backwardAttribution(_ place: Place) -> Cue? {
    let next = place.lastSentence.upperBound
    guard next < text.count, sameParagraph(next, place.outer.lowerBound) else { return nil }
    let sentence = clauses.sentence(of: next)
    return cues.backwardCue(in: sentence)
  }

  private func sameParagraph(_ a: Int, _ b: Int) -> Bool {
    guard let paragraph = paragraph(at: Int(text[a].start)) else { return false }
    return paragraph.contains(Int(text[b].start))
  }

  /// The speech that a sentence in marks goes on with: the quotation before it in its paragraph, or
  /// the speaker of the sentence before.
  private func speechBefore(_ place: Place) -> Attribution? {
    let start = Int(text[place.outer.lowerBound].start)
    guard let paragraph = paragraph(at: start) else { return nil }
    // The quotation that ends last before this one, unless another sentence stands between.
    let previous = place.sentence.lowerBound - 1
    guard previous >= 0 else { return nil }
    let sentence = clauses.sentence(of: previous)
    let isHere = paragraph.contains(Int(text[sentence.lowerBound].start))
    if let last = lastFound(before: place.outer.lowerBound, floor: sentence.lowerBound) {
      let attribution = continued(last.quotation, isHere ? "continued" : "continued-paragraph")
      return attribution.isKnown ? attribution : nil
    }
    guard isHere else { return nil }
    // "Il ministro spiega la situazione. «…»"
    guard let first = cues.firstCue(atOrAfter: sentence.lowerBound) else { return nil }
    var k = first
    while k < cues.cues.count, cues.cues[k].tokens.lowerBound < sentence.upperBound {
      let cue = cues.cues[k]
      if cue.attribution.isKnown, let group = cue.group, clauses.introducer[group] == nil,
        groups[group].isFinite, clauses.level[groups[group].head] < 0
      {
        return Attribution(
          actors: cue.attribution.actors, basis: .context, sieve: "speaker-before",
          chain: cue.attribution.chain)
      }
      k += 1
    }
    return nil
  }

  private func paragraph(at position: Int) -> TextSpan? {
    var (low, high) = (0, document.paragraphs.count)
    while low < high {
      let middle = (low + high) / 2
      if document.paragraphs[middle].end <= position { low = middle + 1 } else { high = middle }
    }
    guard low < document.paragraphs.count, document.paragraphs[low].contains(position) else {
      return nil
    }
    return document.paragraphs[low]
  }

  // MARK: - Dashes

  /// Turns of speech that dashes open: "— Non torneremo, — ha detto X".
  private mutating func readDashes() {
    for paragraph in document.paragraphs {
      let tokens = text.range(in: paragraph)
      guard tokens.count > 4, isLongDash(tokens.lowerBound) else { continue }
      // Parts between dashes: the speech, the reporter's words up to a full stop, the speech again.
      var parts: [Range<Int>] = []
      var start = tokens.lowerBound + 1
      for i in start..<tokens.upperBound where isLongDash(i) && text[i].shape.contains(.spaceBefore)
      {
        parts.append(start..<i)
        start = i + 1
      }
      parts.append(start..<tokens.upperBound)
      var attribution: (Attribution, Range<Int>)?
      for part in parts.dropFirst() {
        guard let first = part.first, clauses.groupAt[first] >= 0 else { continue }
        let number = cues.cueOfGroup[Int(clauses.groupAt[first])]
        guard number >= 0 else { continue }
        let cue = cues.cues[Int(number)]
        if cue.verb?.frames.contains(.quote) == true {
          attribution = (cue.attribution, cue.tokens)
          break
        }
      }
      guard let (speaker, cue) = attribution else { continue }
      var last: Int?
      for part in parts {
        var range = part
        if let first = part.first, clauses.groupAt[first] >= 0, part.contains(cue.lowerBound) {
          continue
        }
        while let end = range.last, text.isMark(end, ",") { range = range.dropLast() }
        guard !range.isEmpty, wordCount(range) > 0 else { continue }
        let span = text.span(range)
        guard isFree(span) else { continue }
        let current = found.count
        add(span, .direct, speaker, cue, .intact, nil, continues: last)
        last = current
      }
    }
  }

  private func isLongDash(_ i: Int) -> Bool { text.isWritten(i, "—") || text.isWritten(i, "–") }

  // MARK: - Damaged marks

  /// Marks whose other half is lost.
  private mutating func readLoneMarks() {
    for mark in document.marks.lone where !mark.style.isSingle {
      guard let paragraph = paragraph(at: mark.span.start) else { continue }
      if mark.opens { readLoneOpening(mark, paragraph) } else { readLoneClosing(mark, paragraph) }
    }
  }

  private mutating func readLoneOpening(_ mark: QuotationMarks.LoneMark, _ paragraph: TextSpan) {
    let first = text.index(atOrAfter: mark.span.end)
    guard first < text.count, Int(text[first].start) < paragraph.end else { return }
    let sentence = clauses.sentence(of: first)
    // “A, ha detto X.
    if let cut = attributionInside(first..<sentence.upperBound), cut.end > first {
      add(
        text.span(first..<cut.end), .direct, cut.cue.attribution, cut.cue.tokens, .damaged, nil)
      return
    }
    // X ha detto: “A.
    let open = text.index(atOrAfter: mark.span.start)
    guard open > 0, open < first else { return }
    let place = Place(
      inner: first..<sentence.upperBound, outer: open..<sentence.upperBound, sentence: sentence,
      lastSentence: sentence)
    guard let frame = cueBefore(place) ?? governing(place), frame.isBeside else { return }
    let span = text.text.trimmed(text.span(first..<sentence.upperBound))
    guard isFree(span) else { return }
    add(span, .direct, frame.attribution, frame.cue, .damaged, nil)
  }

  private mutating func readLoneClosing(_ mark: QuotationMarks.LoneMark, _ paragraph: TextSpan) {
    let close = text.index(atOrAfter: mark.span.start)
    guard close > 0, close < text.count, Int(text[close - 1].start) >= paragraph.start else {
      return
    }
    // A mark may stand in a sentence of its own; what it closes stands before it.
    let sentence = clauses.sentence(of: close - 1)
    let next = text.index(atOrAfter: mark.span.end)
    let place = Place(
      inner: sentence.lowerBound..<close, outer: sentence.lowerBound..<next, sentence: sentence,
      lastSentence: next <= sentence.upperBound ? sentence : clauses.sentence(of: close))
    if let frame = cueAfter(place) {
      let span = text.text.trimmed(TextSpan(Int(text[sentence.lowerBound].start), mark.span.start))
      guard isFree(span), !span.isEmpty else { return }
      add(span, .direct, frame.attribution, frame.cue, .damaged, nil)
      return
    }
    // “A”, ha detto X. B. “: goes on with the quotation before it in its paragraph.
    let floor = text.index(atOrAfter: paragraph.start)
    guard let last = lastFound(before: close, floor: floor), !last.quotation.speakers.isEmpty,
      last.quotation.span.end <= mark.span.start
    else { return }
    let after = text.index(atOrAfter: last.quotation.span.end)
    var start = clauses.sentence(of: max(0, after - 1)).upperBound
    if after < text.count { start = max(start, clauses.sentence(of: after).upperBound) }
    guard start < close, isSpeech(start..<close) else { return }
    let span = text.text.trimmed(TextSpan(Int(text[start].start), mark.span.start))
    guard isFree(span), !span.isEmpty, span.end <= paragraph.end else { return }
    add(span, .direct, continued(last.quotation, "lost-opening-mark"), nil, .damaged, nil)
  }

  /// Whether the sentences in `range` can be the speaker's own: none of them reports.
  private func isSpeech(_ range: Range<Int>) -> Bool {
    guard let first = cues.firstCue(atOrAfter: range.lowerBound) else { return true }
    var k = first
    while k < cues.cues.count, cues.cues[k].tokens.lowerBound < range.upperBound {
      if let group = cues.cues[k].group, groups[group].isFinite, groups[group].person == 3,
        cues.cues[k].attribution.basis == .name
      {
        return false
      }
      k += 1
    }
    return true
  }

  /// Whether no quotation stands in `span` yet.
  private func isFree(_ span: TextSpan) -> Bool {
    let tokens = text.range(in: span)
    return tokens.count <= Self.reach && !tokens.contains { covered[$0] >= 0 }
  }

  /// Words whose marks are both lost: a cue with a capital in the midst of a sentence tells where they
  /// end ("Ci sono perdite Disse senza dare numeri.").
  private mutating func readLostMarks() {
    for (number, cue) in cues.cues.enumerated() {
      guard let group = cue.group, let verb = cue.verb, groups[group].isFinite,
        verb.frames.contains(.quote), isSayingClass(verb.verbClass),
        groups[group].mood == .indicative,
        groups[group].tense == .past || groups[group].tense == .perfect,
        cue.complement == nil
      else { continue }
      let start = groups[group].tokens.lowerBound
      let sentence = clauses.sentence(of: start)
      guard clauses.level[start] < 0, start > sentence.lowerBound, text[start].isCapitalized,
        !text[start].shape.contains(.allCapitals), !endsSpeech(start - 1)
      else { continue }
      let words = sentence.lowerBound..<start
      guard wordCount(words) >= 3, hasFiniteVerb(words) else { continue }
      var span = text.span(words)
      while span.end > span.start, bytes[span.end - 1] == UInt8(ascii: ",") { span.end -= 1 }
      span = text.text.trimmed(span)
      guard isFree(span) else { continue }
      var attribution = cue.attribution
      if attribution.isKnown {
        attribution.basis = attribution.basis == .nullSubject ? .context : attribution.basis
      }
      attribution.sieve = "lost-marks"
      add(span, .direct, attribution, cue.tokens, .damaged, nil)
      _ = number
    }
  }

  private func isSayingClass(_ verbClass: SpeechLexicon.VerbClass) -> Bool {
    verbClass == .report || verbClass == .continuation || verbClass == .utterance
  }

  /// Whether a new sentence may rightly begin after the token.
  private func endsSpeech(_ i: Int) -> Bool {
    guard text[i].isPunctuation else { return false }
    return text.isMark(i, ".") || text.isMark(i, "!") || text.isMark(i, "?") || text.isMark(i, ":")
      || text.isMark(i, ";") || text.isWritten(i, "…") || text.isMark(i, "(") || cues.isMarkEnd(i)
      || clauses.isDash(i) || text.isMark(i, "\"") || text.isWritten(i, "“")
      || text.isWritten(i, "«") || text.isMark(i, "-")
  }

  // MARK: - Interruptions

  /// «A», ha detto X, «B»: the second goes on with the first.
  private mutating func linkInterruptions() {
    let order = found.indices.sorted { found[$0].quotation.span < found[$1].quotation.span }
    for (position, index) in order.enumerated().dropFirst() where found[index].continues == nil {
      let before = order[position - 1]
      let (a, b) = (found[before].quotation, found[index].quotation)
      guard a.kind == .direct, a.span.end < b.span.start, let cue = a.cue,
        cue.start > a.span.end, cue.end < b.span.start, a.speakers == b.speakers
      else { continue }
      guard b.span.start - a.span.end <= Self.reach else { continue }
      let between = text.range(in: TextSpan(a.span.end, b.span.start))
      let ends = between.contains {
        text.isMark($0, ".") || text.isMark($0, "!") || text.isMark($0, "?") || text.isMark($0, ";")
      }
      let cues = document.verbGroups(in: between).filter { $0.isFinite }.count
      guard !ends, cues == 1, between.count <= 40, b.cue == nil || b.cue == a.cue else { continue }
      found[index].continues = before
      found[index].quotation.kind = .direct
    }
  }
}
