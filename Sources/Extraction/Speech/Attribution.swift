import DossierModel
import Knowledge

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
  /// Whether it is the source of a headline, which tells all that follows in its line.
  var isHeadline = false
}

/// Finds the cues of an article in the order of the text, and who speaks by each.
struct CueReader: Sendable {
  let clauses: Clauses
  /// The reading, which gains those who speak without a name.
  var reading: ArticleReading
  /// The cues, in order.
  var cues: [Cue] = []
  /// For each verb group the number of its cue; -1 if it is none.
  var cueOfGroup: [Int32]
  /// For each finite verb group who its subject is.
  var subjectOf: [Attribution]

  let text: TokenizedText
  let groups: [VerbGroup]
  let lexicon: SpeechLexicon
  let document: Document

  // Whom the text spoke of last, for verbs without a subject.
  struct Topic {
    var attribution: Attribution
    var position: Int
    var paragraph: Int
  }
  var lastSubject: Topic?
  var lastSpeaker: Topic?
  /// Somebody or something unknown that was a subject since.
  var lastStranger: Int = -1
  var lastStrangerWords: Range<Int>?
  /// The same, if it is a person.
  var lastUnknownPerson: Int = -1
  var unknownPersonWords: Range<Int>?
  /// The same, if they are several: "gli operai".
  var unknownPeople: (position: Int, words: Range<Int>)?
  /// The last subject that is a body known to no table: "Il Consiglio della costa ha deciso".
  var unknownBodyWords: Range<Int>?
  /// Where somebody unknown spoke last.
  var lastUnknownSpeaker: Int = -1
  /// For descriptions that tell of somebody with a name, who that is: "il portavoce, il colonnello X",
  /// "X è il nuovo presidente".
  var identity: [Int: Int] = [:]
  var lastMedium: Int?
  /// Where a source that tells a clause stands: "secondo X".
  private var lastSource: Int?
  /// The sentence that was last asked about, and whether it has no main clause.
  private var fragment: (start: Int, isOne: Bool)?
  /// Who speaks by a token beside marks that is no verb: the colon of "La polizia: «…»", the noun of
  /// "«…», le sue parole".
  var besideMarks: [Int: Attribution] = [:]
  /// Those who speak without a name.
  var unnamed = UnnamedSpeakers()
  /// The unnamed people of the article by their folded description.
  var anonymous: [String: Int] = [:]
  /// The mentions of those who speak without a name.
  var added: [ArticleReading.Mention] = []
  /// By the base form of an office’s noun: who holds it in this article.
  var officeHolders: [LexemeTable.ID: Set<Int>] = [:]
  /// All who hold an office.
  var allHolders: Set<Int> = []
  /// Those whose office is one of armed forces, whom any rank can mean: "il generale".
  var armed: Set<Int> = []
  /// The person by the folded last word of the name; nil where several share it.
  var surnames: [String: Int?] = [:]
  /// The person by a folded description of several words: "governatrice di Osorno".
  var described: [String: Int?] = [:]
  /// The names that the text gives later to those who spoke without one.
  var names: [Int: Int] = [:]
  /// Where a sentence has told of two people in turn, so that nobody knows who goes on.
  var contested: Int = -1
  /// For each actor the first token that means it.
  var firstMention: [Int] = []
  /// Where the first body is named.
  var firstBody: Int?
  /// The one who stands before a court in this article, if it is one alone.
  var accused: Int?
  /// The one person whom the headline names and the text tells of, as portraits and obituaries do.
  var protagonist: Int?
  /// Whom the text is about after each sentence.
  var focus = SpeechFocus()
  /// The media through which unnamed people reach the article.
  var tellers: [Int: [Int]] = [:]

  init(clauses: Clauses, reading: ArticleReading) {
    (self.clauses, self.reading) = (clauses, reading)
    (text, groups, lexicon, document) = (
      clauses.text, clauses.groups, clauses.lexicon, clauses.document
    )
    cueOfGroup = Array(repeating: -1, count: clauses.groups.count)
    subjectOf = Array(repeating: Attribution(), count: clauses.groups.count)
    firstMention = Array(repeating: Int.max, count: reading.actors.count)
    for mention in clauses.referents.mentions {
      guard let actor = mention.actor else { continue }
      firstMention[actor] = min(firstMention[actor], mention.tokens.lowerBound)
    }
    findIdentities()
    findHolders()
    accused = findAccused()
    protagonist = findProtagonist()
  }

  /// Finds all cues.
  mutating func run() {
    let all = sourcePhrases() + headlineReports()
    var sources = all.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }[...]
    var beside = tokensBesideMarks()[...]
    var paragraph = 0
    for number in groups.indices {
      let start = groups[number].tokens.lowerBound
      while let token = beside.first, token < start {
        readBesideMarks(token)
        beside = beside.dropFirst()
      }
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
    for token in beside { readBesideMarks(token) }
    cues.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    for (number, cue) in cues.enumerated() {
      if let group = cue.group { cueOfGroup[group] = Int32(number) }
    }
    followFocus()
    takeNames()
    linkTellers()
  }

  mutating func take(_ source: Cue) {
    var cue = source
    if cue.attribution.sieve == "according-to-possessive" { cue.attribution = possessor(cue) }
    if let stranger = cue.attribution.stranger {
      let phrase = NounPhrase(tokens: stranger, head: stranger.lowerBound)
      if let known = sameSource(stranger) ?? standIn(phrase, gender: nil)
        ?? widerDescription(phrase.tokens)
      {
        cue.attribution = introduced(known)
      } else if let report = report(phrase) {
        cue.attribution = report
      } else {
        cue.attribution = introduced(cue.attribution)
      }
    }
    cues.append(cue)
    if cue.isHeadline { return }
    if !cue.isPointing, !cue.isOpinion { lastSource = cue.tokens.lowerBound }
    // "Secondo l’accusa": a body without a name goes on with nothing.
    let isBodyAlone = source.attribution.stranger.map { !isPerson($0) && !arePeople($0) } ?? false
    if cue.attribution.isKnown, !isBodyAlone {
      let paragraph = self.paragraph(of: cue.tokens.lowerBound)
      lastSpeaker = Topic(
        attribution: cue.attribution, position: cue.tokens.lowerBound, paragraph: paragraph)
    } else if cue.attribution.stranger != nil, !cue.isOpinion,
      cue.attribution.sieve != "according-to-antecedent"
    {
      lastUnknownSpeaker = cue.tokens.lowerBound
    }
  }

  func paragraph(of token: Int) -> Int {
    let position = Int(text[token].start)
    var (low, high) = (0, document.paragraphs.count)
    while low < high {
      let middle = (low + high) / 2
      if document.paragraphs[middle].end <= position { low = middle + 1 } else { high = middle }
    }
    return low
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
    if let verb { nameLastSpeaker(number, verb, attribution, paragraph) }
    let isPointed = attribution.sieve == "pointed"
    if let verb, group.isFinite || attribution.isKnown || group.mood == .gerund || isPointed {
      var cue = Cue(tokens: group.tokens, group: number, verb: verb)
      // "è stato accusato di": who undergoes it says nothing.
      let isUndergoer =
        group.isFinite && group.voice == .passive && !Self.speaks(attribution.sieve)
        && !verb.frames.contains(.state)
      (cue.complement, cue.isInfinitive) = complement(of: number, verb)
      if !isUndergoer, isPointed || reports(number, verb, cue.complement) {
        attribution = introduced(attribution)
      }
      subjectOf[number] = attribution
      cue.attribution = isUndergoer ? Attribution() : attribution
      if cue.complement == nil, attribution.sieve == "subject-after" {
        cue.resumption = resumption(after: number)
      } else if cue.complement == nil, attribution.sieve == "null-subject" {
        cue.resumption = resumption(afterVerb: number)
      }
      relay(number, &cue)
      cues.append(cue)
      if !isUndergoer { attribution = cue.attribution }
      if cue.attribution.isKnown,
        clauses.level[group.finite] < 0 || isBetweenDashes(number), !group.isNegated,
        (verb.canLead || verb.frames.contains(.person) && verb.verbClass == .report)
          && group.mood != .conditional && reports(number, verb, cue.complement)
          || !isToldBySource(number)
      {
        lastSpeaker = Topic(
          attribution: attribution, position: group.head, paragraph: paragraph)
      } else if !isUndergoer, attribution.stranger != nil, clauses.level[group.finite] < 0 {
        lastUnknownSpeaker = group.head
      }
    }
    // "Gli studenti scandiscono lo slogan «…»": whoever has words in marks right after.
    if verb == nil, group.isFinite, attribution.stranger != nil, isBeforeMarks(number) {
      attribution = introduced(attribution)
      subjectOf[number] = attribution
    }
    // Main clauses set the topic; where a sentence has none, those that it has; not what a source tells.
    guard group.isFinite, clauses.level[group.finite] < 0,
      clauses.introducer[number] == nil || isFragment(clauses.sentence(of: group.finite)),
      !isToldBySource(number)
    else { return }
    nameStranger(number, attribution)
    if attribution.isKnown {
      if let last = lastSubject, last.attribution.actors != attribution.actors,
        clauses.sentence(of: last.position) == clauses.sentence(of: group.head),
        verb == nil, isPerson(last.attribution), isPerson(attribution)
      {
        contested = group.head
      }
      lastSubject = Topic(attribution: attribution, position: group.head, paragraph: paragraph)
    } else if let stranger = attribution.stranger {
      if canSpeak(stranger), !isSomebody(stranger) {
        (lastStranger, lastStrangerWords) = (group.head, stranger)
      }
      if isUnknownBody(stranger) { unknownBodyWords = stranger }
      if isPerson(stranger) {
        (lastUnknownPerson, unknownPersonWords) = (group.head, stranger)
      } else if arePeople(stranger) {
        unknownPeople = (group.head, stranger)
      }
    }
  }

  /// "qualcuno": nobody who could go on.
  private func isSomebody(_ words: Range<Int>) -> Bool {
    words.first.map { lexicon.phrase(text, $0, .somebody) != nil } ?? false
  }

  /// Whether it is one person.
  private func isPerson(_ attribution: Attribution) -> Bool {
    attribution.actors.count == 1
      && attribution.actors.allSatisfy { reading.actors[$0].kind == .person }
  }

  /// Gives those who spoke without a name the name that the text tells later.
  private mutating func takeNames() {
    guard !names.isEmpty else { return }
    let names = names
    func named(_ attribution: inout Attribution) {
      attribution.actors = attribution.actors.map { names[$0] ?? $0 }
    }
    for number in cues.indices { named(&cues[number].attribution) }
    for number in subjectOf.indices { named(&subjectOf[number]) }
    focus.rename(named)
    for number in added.indices {
      if let actor = added[number].actor { added[number].actor = names[actor] ?? actor }
    }
    besideMarks = besideMarks.mapValues { attribution in
      var attribution = attribution
      named(&attribution)
      return attribution
    }
  }

  /// Whether the reporter’s verb stands inside the words that it tells of: «A - ha detto X - B».
  func isBetweenDashes(_ number: Int) -> Bool {
    let start = groups[number].tokens.lowerBound
    return clauses.level[groups[number].finite] >= 0 && start > 0 && clauses.isDash(start - 1)
  }

  /// Whether no verb outside marks makes the sentence a main clause.
  ///
  /// "Il secondo quando X è caduto" is such a fragment.
  mutating func isFragment(_ sentence: Range<Int>) -> Bool {
    if let fragment, fragment.start == sentence.lowerBound { return fragment.isOne }
    var k = clauses.firstGroup(atOrAfter: sentence.lowerBound)
    var isOne = true
    while k < groups.count, groups[k].tokens.lowerBound < sentence.upperBound, isOne {
      // A reporter seldom says "I"; "verso" is a preposition then.
      if groups[k].isFinite, groups[k].person != 1, clauses.level[groups[k].finite] < 0,
        clauses.introducer[k] == nil
      {
        isOne = false
      }
      k += 1
    }
    fragment = (sentence.lowerBound, isOne)
    return isOne
  }

  /// Whether "secondo X" stands before the verb in its sentence, so that it is told by X.
  private func isToldBySource(_ number: Int) -> Bool {
    guard let lastSource else { return false }
    let head = groups[number].head
    return lastSource < head && clauses.sentence(of: head).contains(lastSource)
  }

  /// Whether the verb does report something here, so that its subject is a speaker: a clause or words in
  /// marks; "L’offensiva è cominciata" does not.
  private func reports(_ number: Int, _ verb: SpeechLexicon.Verb, _ complement: Int?) -> Bool {
    if complement != nil { return true }
    let group = groups[number]
    let start = group.tokens.lowerBound
    if isTelling(number) { return true }
    if isAfterQuotation(start)
      || clauses.subjects[number].phrase.map({ isAfterQuotation($0.tokens.lowerBound) }) ?? false
    {
      return true
    }
    // "Il porto è chiuso, dicono gli abitanti"
    if start > 0, clauses.isComma(start - 1), verb.frames.contains(.clause) { return true }
    let sentence = clauses.sentence(of: group.head)
    if let last = sentence.last, text.isMark(last, ":") { return true }
    let here = clauses.level[group.head]
    // Between dashes inside the words, and before them.
    if here >= 0, Int(here) < document.marks.pairs.count { return true }
    return
      (group.tokens
      .upperBound..<max(
        group.tokens.upperBound, min(sentence.upperBound, group.tokens.upperBound + 40))).contains {
        clauses.level[$0] != here && clauses.level[$0] >= 0
      }
  }

  /// Whether words in marks follow the verb after a colon or a noun of speech.
  private func isBeforeMarks(_ number: Int) -> Bool {
    let start = groups[number].tokens.upperBound
    let sentence = clauses.sentence(of: groups[number].head)
    let here = clauses.level[groups[number].head]
    for i in start..<max(start, min(sentence.upperBound, start + 24)) {
      if clauses.level[i] != here {
        guard i >= start + 2 else { return false }
        return text.isMark(i - 2, ":")
          || lexicon.phrase(text, i - 2, .saying, .wording) != nil
          || i >= start + 3 && lexicon.phrase(text, i - 3, .saying, .wording) != nil
      }
      if clauses.groupAt[i] >= 0, groups[Int(clauses.groupAt[i])].isFinite { return false }
    }
    return false
  }

  /// Whether the rule finds who speaks by a passive: its agent or whose document it is.
  private static func speaks(_ sieve: String) -> Bool {
    sieve == "agent" || sieve == "document-of" || sieve == "document-before"
  }

  /// Who the phrase names.
  func attribution(of phrase: NounPhrase, sieve: String) -> Attribution {
    var result = Attribution(actors: phrase.actors.map { identity[$0] ?? $0 }, sieve: sieve)
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

  /// "Lo ha detto X", "Lo riferisce X", "Ne dà notizia X": the verb tells of the sentence before.
  func pointsBack(_ number: Int) -> Bool {
    let group = groups[number]
    let start = group.tokens.lowerBound
    guard group.isFinite,
      group.clitics.contains(.object)
        || group.clitics.contains(.partitive) && lexicon.notedEnd(of: group, in: text) != nil
    else { return false }
    let sentence = clauses.sentence(of: group.finite)
    return sentence.lowerBound > 0 && start - sentence.lowerBound <= 2
  }

  private func isBackward(_ cue: Cue, _ group: Int, _ sentence: Range<Int>) -> Bool {
    guard cue.complement == nil, cue.attribution.isKnown, cue.verb?.frames.contains(.quote) == true
    else { return false }
    let start = groups[group].tokens.lowerBound
    if pointsBack(group) { return true }
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
