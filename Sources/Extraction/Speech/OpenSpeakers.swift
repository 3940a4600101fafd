import DossierModel
import Knowledge

/// Finds speakers from the article as a whole for quotations that their own sentences leave open: words
/// that another place attributes, answers of an interview, words that go on after a short lead.
struct OpenSpeakers {
  let clauses: Clauses
  let reading: ArticleReading
  private let text: TokenizedText
  private let document: Document
  private let lexicon: SpeechLexicon

  init(clauses: Clauses, reading: ArticleReading) {
    (self.clauses, self.reading) = (clauses, reading)
    (text, document, lexicon) = (clauses.text, clauses.document, clauses.lexicon)
  }

  /// Fills in speakers of `found` where they are open.
  func resolve(_ found: inout [FoundSpeech]) {
    let order = found.indices.filter { found[$0].quotation.kind != .indirect }
      .sorted { found[$0].quotation.span < found[$1].quotation.span }
    let interview = Interview(clauses: clauses, reading: reading)
    var previous: Int?
    for index in order {
      defer { previous = index }
      if let interview, isPlaceInHeadline(found[index].quotation),
        interview.isAnswer(found[index].quotation.span)
      {
        attribute(&found[index], to: [interview.speaker], "interview")
        continue
      }
      // "«…», sorride": whoever answers, and not whom the question told of.
      if let interview, isSilent(found[index].quotation),
        interview.isAnswer(found[index].quotation.span)
      {
        attribute(&found[index], to: [interview.speaker], "interview")
        continue
      }
      if let interview, let previous, found[previous].quotation.sieve == "interview",
        found[index].quotation.basis == .nullSubject || found[index].quotation.basis == .context
          || isOpen(found[index].quotation),
        interview.isSameParagraph(found[previous].quotation.span, found[index].quotation.span)
      {
        attribute(&found[index], to: [interview.speaker], "interview")
        continue
      }
      // A speech of several paragraphs has one speaker, found only now.
      if let previous, found[index].quotation.sieve == "goes-on",
        found[index].quotation.speakers.isEmpty,
        found[previous].quotation.span.end <= found[index].quotation.span.start
      {
        let last = found[previous].quotation
        attribute(&found[index], to: last.speakers, "goes-on", chain: last.chain)
        continue
      }
      guard isOpen(found[index].quotation) else { continue }
      if let interview, interview.isAnswer(found[index].quotation.span) {
        attribute(&found[index], to: [interview.speaker], "interview")
      } else if let previous,
        isLedOn(found[index].quotation.span, after: found[previous].quotation.span)
      {
        let last = found[previous].quotation
        attribute(&found[index], to: last.speakers, "led-on", chain: last.chain)
      } else if let previous,
        isAlone(
          found[previous].quotation, before: found[index].quotation.span,
          cue: found[index].quotation.cue)
      {
        let last = found[previous].quotation
        attribute(&found[index], to: last.speakers, "same-paragraph", chain: last.chain)
      }
    }
    resolveRepeated(order, &found)
    resolveNested(order, &found)
  }

  // MARK: - Words in words

  /// Words inside a speech: a null subject outside says nothing about them; "e io rispondevo" does.
  private func resolveNested(_ order: [Int], _ found: inout [FoundSpeech]) {
    var open: [Int] = []
    for index in order {
      let span = found[index].quotation.span
      while let last = open.last, found[last].quotation.span.end <= span.start { open.removeLast() }
      if let outer = open.last {
        let basis = found[index].quotation.basis
        if basis == .nullSubject || basis == .context {
          found[index].quotation.speakers = []
          found[index].quotation.basis = .unresolved
        }
        if isOwn(found[index].quotation, in: span) {
          found[index].quotation.speakers = []
          found[index].quotation.basis = .unresolved
          attribute(&found[index], to: found[outer].quotation.speakers, "own-words")
        }
      }
      open.append(index)
    }
  }

  /// Whether the verb of speech before the words is in the first person.
  private func isOwn(_ quotation: ArticleReading.Quotation, in span: TextSpan) -> Bool {
    let end = text.index(atOrAfter: span.start)
    var i = end - 1
    while i >= max(0, end - 6) {
      if lexicon.phrase(text, i, .me) != nil { return true }
      if clauses.groupAt[i] >= 0 {
        let group = Int(clauses.groupAt[i])
        let isFirst =
          clauses.groups[group].person == 1
          && (clauses.groups[group].number == .singular
            || (clauses.groups[group].tokens.upperBound..<end).allSatisfy {
              text[$0].isPunctuation
            })
          || clauses.groups[group].tokens.lowerBound > 0
            && lexicon.phrase(text, clauses.groups[group].tokens.lowerBound - 1, .me) != nil
        return clauses.speechVerbs[group] != nil && isFirst
      }
      i -= 1
    }
    return false
  }

  /// Whether nothing in the sentence tells of a speaker, not even of an unknown one.
  private func isOpen(_ quotation: ArticleReading.Quotation) -> Bool {
    quotation.speakers.isEmpty && (quotation.cue == nil || quotation.sieve.isEmpty)
      && quotation.kind == .direct
  }

  /// Whether only the words around it told whose it is, and no cue with a subject.
  private func isSilent(_ quotation: ArticleReading.Quotation) -> Bool {
    quotation.basis == .nullSubject
      || quotation.basis == .context && quotation.cue == nil && quotation.kind == .direct
  }

  private func attribute(
    _ speech: inout FoundSpeech, to actors: [Int], _ sieve: String, chain: [Int] = []
  ) {
    guard !actors.isEmpty else { return }
    speech.quotation.speakers = actors
    speech.quotation.basis = .context
    speech.quotation.sieve = sieve
    speech.quotation.chain = chain
  }

  /// Whether the reporter goes on about the one speaker between two quotations of a paragraph.
  private func isAlone(
    _ last: ArticleReading.Quotation, before span: TextSpan, cue: TextSpan?
  ) -> Bool {
    guard last.speakers.count == 1, last.span.end <= span.start, span.start - last.span.end < 400
    else { return false }
    let between = text.range(in: TextSpan(last.span.end, span.start))
    // "«…», gli hanno risposto": several others.
    if let cue = cue.map({ text.range(in: $0) }), let first = cue.first,
      clauses.groupAt[first] >= 0,
      clauses.groups[Int(clauses.groupAt[first])].number == .plural
        || clauses.groups[Int(clauses.groupAt[first])].voice == .passive
    {
      return false
    }
    // «Dov’è?». «Non lo so»: marks that close on a question and open again are another’s.
    let asked = text.range(in: last.span)
    if let end = asked.last, text.isMark(end, "?"), between.allSatisfy({ text[$0].isPunctuation }) {
      return false
    }
    let sentence = clauses.sentence(of: text.index(atOrAfter: span.start))
    guard let first = between.first,
      // The words stand alone in their sentence.
      (sentence.lowerBound..<between.upperBound).allSatisfy({ text[$0].isPunctuation }),
      !(first..<text.index(atOrAfter: span.start)).contains(where: {
        text[$0].shape.contains(.lineStart)
      })
    else { return false }
    let nouns = clauses.language.names.roles.nouns
    return !between.contains { token in
      guard text[token].isWord else { return false }
      if let mention = clauses.referents.mention(startingAt: token), let actor = mention.actor,
        reading.actors[actor].kind != .state, last.speakers != [actor],
        !isTitle(mention.tokens, of: actor)
      {
        return true
      }
      if isArrival(token) { return true }
      // "si piega come un ragazzo" is a comparison.
      if token > 1, clauses.isArticle(token - 1),
        lexicon.otherComplementizers[text[token - 2].lexeme] == .manner
      {
        return false
      }
      let noun = nouns[text[token].lexeme]
      return noun.map { $0.agreement.number != .plural } ?? false
        || noun == nil && lexicon.phrase(text, token, .individual, .generic) != nil
        || clauses.groupAt[token] >= 0
          && clauses.speechVerbs[Int(clauses.groupAt[token])]?.frames.contains(.quote) == true
          && clauses.groups[Int(clauses.groupAt[token])].tokens.lowerBound == token
          && clauses.groups[Int(clauses.groupAt[token])].isFinite
          && clauses.subjects[Int(clauses.groupAt[token])].phrase != nil
    }
  }

  /// "Arriva un vigile": somebody or something new comes in after the verb.
  private func isArrival(_ token: Int) -> Bool {
    guard token > 0, clauses.groupAt[token - 1] >= 0,
      clauses.grammar.isAny(text[token].lexeme, of: .indefiniteArticle)
    else { return false }
    let group = clauses.groups[Int(clauses.groupAt[token - 1])]
    return group.isFinite && group.voice == .active
      && clauses.language.verbs.auxiliary(of: group.verb) == .essere
  }

  /// Whether the words are a medium’s title in marks: "una copia del «Corriere»" is nobody who speaks.
  private func isTitle(_ words: Range<Int>, of actor: Int) -> Bool {
    let before = words.lowerBound - 1
    return reading.actors[actor].kind == .media && before >= 0 && text[before].isPunctuation
      && !clauses.isComma(before) && !text.isMark(before, ".") && !text.isMark(before, ":")
  }

  // MARK: - "E ancora: «…»"

  /// Whether only a short lead without a subject stands between the two: "Poi, più seria:".
  private func isLedOn(_ span: TextSpan, after last: TextSpan) -> Bool {
    guard last.end < span.start, span.start - last.end < 120 else { return false }
    let between = text.range(in: TextSpan(last.end, span.start))
    guard let colon = between.last(where: { text.isMark($0, ":") }), colon > between.lowerBound,
      (colon + 1..<between.upperBound).allSatisfy({ text[$0].isPunctuation })
    else { return false }
    let sentence = clauses.sentence(of: colon)
    let lead = max(sentence.lowerBound, between.lowerBound)..<colon
    let words = lead.filter { text[$0].isWord }
    guard let first = words.first, words.count <= 7,
      lexicon.phrase(text, first, .lead) != nil || clauses.isCoordinator(first)
    else { return false }
    return !lead.contains { clauses.referents.mention(startingAt: $0)?.actor != nil }
  }

  // MARK: - Repeated words

  /// Words in a headline that the text repeats with their speaker.
  private func resolveRepeated(_ order: [Int], _ found: inout [FoundSpeech]) {
    let open = order.filter {
      let quotation = found[$0].quotation
      return quotation.speakers.isEmpty || isPlaceInHeadline(quotation)
        || isOfSomeInHeadline(quotation)
    }
    guard !open.isEmpty else { return }
    var places: [[LexemeTable.ID]: [Int]] = [:]
    var words: [Int: [LexemeTable.ID]] = [:]
    for index in order {
      let quotation = found[index].quotation
      let own = text.range(in: quotation.span).filter { text[$0].isWord }.map { text[$0].lexeme }
      words[index] = own
      guard !quotation.speakers.isEmpty, !isHeadline(quotation) else { continue }
      for length in Self.shingles where own.count >= length {
        for start in 0...(own.count - length) {
          places[Array(own[start..<start + length]), default: []].append(index)
        }
      }
    }
    for index in open {
      guard let own = words[index],
        let shingle = isInHeadline(found[index].quotation)
          ? Self.shingles.last(where: { $0 <= own.count }) : Self.shingles.last,
        own.count >= shingle
      else { continue }
      let candidates = (places[Array(own.prefix(shingle))] ?? []).prefix(8).filter { other in
        other != index && Self.contains(words[other] ?? [], own)
          && (found[other].quotation.span.end <= found[index].quotation.span.start
            || found[index].quotation.span.end <= found[other].quotation.span.start)
      }
      let speakers = Set(candidates.map { found[$0].quotation.speakers })
      guard speakers.count == 1, let known = speakers.first else { continue }
      attribute(&found[index], to: known, "repeated")
    }
    resolveShortened(open, order, &found)
  }

  /// Words in a headline that shorten what the text has in full: most of their longer words stand there.
  private func resolveShortened(_ open: [Int], _ order: [Int], _ found: inout [FoundSpeech]) {
    let open = open.filter {
      found[$0].quotation.speakers.isEmpty && isInHeadline(found[$0].quotation)
    }
    guard !open.isEmpty else { return }
    let told = order.filter {
      !found[$0].quotation.speakers.isEmpty && !isHeadline(found[$0].quotation)
        && !isInHeadline(found[$0].quotation)
    }.map { (speakers: found[$0].quotation.speakers, words: longWords(found[$0].quotation.span)) }
    for index in open {
      let own = longWords(found[index].quotation.span)
      guard own.count >= 2 else { continue }
      let fitting = told.filter { other in
        let shared = own.intersection(other.words).count
        return shared >= 2 && shared * 3 >= own.count * 2
      }
      guard let first = fitting.first, fitting.allSatisfy({ $0.speakers == first.speakers }) else {
        continue
      }
      attribute(&found[index], to: first.speakers, "shortened")
    }
  }

  private func longWords(_ span: TextSpan) -> Set<String> {
    Set(
      text.range(in: span).filter { text[$0].isWord && text[$0].span.count >= 5 }
        .map { LatinFold.fold(text.text[text[$0].span]) })
  }

  /// The fewest words that are held to be the same speech: in a headline, and elsewhere.
  private static let shingles = [2, 3]

  /// Whether the words stand in a line without a full stop at its end, as headlines do.
  private func isInHeadline(_ quotation: ArticleReading.Quotation) -> Bool {
    let first = text.index(atOrAfter: quotation.span.start)
    var last = first
    while last + 1 < text.count, !text[last + 1].shape.contains(.lineStart) {
      last += 1
      if last - first > 40 { return false }
    }
    return !text.isMark(last, ".") && !text.isMark(last, "?") && clauses.level[last] < 0
  }

  /// Whether the speaker was only read off a headline’s mark.
  private func isHeadline(_ quotation: ArticleReading.Quotation) -> Bool {
    quotation.sieve == "headline-comma" || quotation.sieve == "headline-colon"
  }

  /// "Colombia, «…»": a state before a headline’s words is rather where than who.
  private func isPlaceInHeadline(_ quotation: ArticleReading.Quotation) -> Bool {
    isHeadline(quotation) && quotation.speakers.allSatisfy { reading.actors[$0].kind == .state }
  }

  /// "Gli operai: «…»", "La missione: «…»": one of them, or who speaks for it, whom the text names.
  private func isOfSomeInHeadline(_ quotation: ArticleReading.Quotation) -> Bool {
    isHeadline(quotation)
      && quotation.speakers.allSatisfy {
        reading.actors[$0].kind == .anonymous || reading.actors[$0].kind == .group
      }
  }

  private static func contains(_ all: [LexemeTable.ID], _ part: [LexemeTable.ID]) -> Bool {
    guard part.count <= all.count else { return false }
    return (0...(all.count - part.count)).contains { start in
      part.indices.allSatisfy { all[start + $0] == part[$0] }
    }
  }
}

/// An interview: questions and answers in turn.
struct Interview {
  /// Who answers.
  let speaker: Int
  /// Where the first question begins.
  private let start: Int
  private let text: TokenizedText
  private let document: Document

  /// The interview of the article; nil if it is none or nobody tells who answers.
  init?(clauses: Clauses, reading: ArticleReading) {
    (text, document) = (clauses.text, clauses.document)
    let paragraphs = document.paragraphs.map { clauses.text.range(in: $0) }
    var first: Int?
    var questions = 0
    for (number, paragraph) in paragraphs.enumerated() where number + 1 < paragraphs.count {
      guard Self.isQuestion(paragraph, clauses),
        Self.isAnswer(paragraphs[number + 1], clauses)
      else { continue }
      first = first ?? number
      questions += 1
    }
    guard let first, first > 0 else { return nil }
    let head = 0..<(paragraphs[first].lowerBound)
    let cue = head.first { clauses.lexicon.phrase(clauses.text, $0, .interview) != nil }
    guard questions >= 2 || cue != nil,
      let speaker = Self.speaker(head, paragraphs, cue, clauses, reading)
    else { return nil }
    self.speaker = speaker
    start = document.paragraphs[first].start
  }

  /// Whether the words at `span` begin a paragraph after the first question.
  func isAnswer(_ span: TextSpan) -> Bool {
    // The headlines tell what was answered.
    if span.start < start, isHeadline(span) { return true }
    guard span.start > start else { return false }
    var first = text.index(atOrAfter: span.start)
    while first > 0, !text[first].shape.contains(.lineStart), text[first - 1].isPunctuation {
      first -= 1
    }
    // "(ride) «…»"
    if first > 1, text.isMark(first - 1, ")") || text.isMark(first, ")") {
      var open = first
      while open > max(0, first - 6), !text.isMark(open, "(") { open -= 1 }
      if text.isMark(open, "("), text[open].shape.contains(.lineStart) { first = open }
    }
    // "R: «…»"
    if first > 0, !text[first].shape.contains(.lineStart), text[first - 1].span.count == 1 {
      first -= 1
    }
    return first == 0 || text[first].shape.contains(.lineStart)
  }

  /// Whether the words stand in the first paragraph, or in one of the lines before the text begins.
  private func isHeadline(_ span: TextSpan) -> Bool {
    for (number, paragraph) in document.paragraphs.prefix(4).enumerated() {
      let line = text.range(in: paragraph)
      if paragraph.contains(span.start) {
        return number == 0 || line.count <= 40 && line.last.map { !text.isMark($0, ".") } ?? false
      }
      // The text has begun.
      if line.count > 40 || line.last.map({ text.isMark($0, ".") }) ?? false { return false }
    }
    return false
  }

  /// Whether both stand in one paragraph, one beside the other.
  func isSameParagraph(_ a: TextSpan, _ b: TextSpan) -> Bool {
    guard a.end <= b.start else { return false }
    let (first, last) = (text.index(atOrAfter: a.end), text.index(atOrAfter: b.start))
    return last - first < 60
      && !(first..<last).contains { text[$0].shape.contains(.lineStart) }
  }

  /// A paragraph of the reporter’s that ends with a question mark.
  private static func isQuestion(_ paragraph: Range<Int>, _ clauses: Clauses) -> Bool {
    var words = paragraph
    while let first = words.first, isEmphasis(first, clauses) { words.removeFirst() }
    while let last = words.last, isEmphasis(last, clauses) { words.removeLast() }
    guard let first = words.first, let last = words.last, words.count < 90,
      !clauses.text[first].isPunctuation
    else { return false }
    // In bold it asks, whatever it ends with.
    if words.lowerBound > paragraph.lowerBound, words.upperBound < paragraph.upperBound {
      return true
    }
    return clauses.text.isMark(last, "?") && clauses.level[last] < 0
  }

  private static func isEmphasis(_ i: Int, _ clauses: Clauses) -> Bool {
    clauses.text.isMark(i, "*") || clauses.text.isMark(i, "_")
  }

  /// A paragraph that begins in marks, with a dash, or with a letter and a colon ("R:").
  private static func isAnswer(_ paragraph: Range<Int>, _ clauses: Clauses) -> Bool {
    guard let first = paragraph.first, paragraph.count > 1 else { return false }
    if clauses.text[first].isPunctuation { return clauses.level[first + 1] >= 0 }
    return clauses.text[first].span.count == 1 && clauses.text.isMark(first + 1, ":")
      && !isQuestion(paragraph, clauses)
  }

  /// Who answers: the only person of the headline, whom a word of interviewing introduces, or who is
  /// named most before the questions.
  private static func speaker(
    _ head: Range<Int>, _ paragraphs: [Range<Int>], _ cue: Int?, _ clauses: Clauses,
    _ reading: ArticleReading
  ) -> Int? {
    var counts: [Int: Int] = [:]
    var inTitle: Set<Int> = []
    var introduced: Set<Int> = []
    for mention in clauses.referents.mentions {
      guard mention.tokens.lowerBound < head.upperBound else { break }
      guard mention.label == .person, let actor = mention.actor,
        reading.actors[actor].kind == .person, clauses.level[mention.tokens.lowerBound] < 0
      else { continue }
      counts[actor, default: 0] += 1
      if let title = paragraphs.first, title.contains(mention.tokens.lowerBound) {
        inTitle.insert(actor)
      }
      if let cue, mention.tokens.lowerBound > cue,
        clauses.sentence(of: cue).contains(mention.tokens.lowerBound)
      {
        introduced.insert(actor)
      }
    }
    if introduced.count > 1 || inTitle.count > 1 { return nil }
    if let only = introduced.first ?? inTitle.first { return only }
    let most = counts.values.max() ?? 0
    let best = counts.filter { $0.value == most }.map(\.key)
    return best.count == 1 && (counts.count == 1 || most > 1) ? best.first : nil
  }
}
