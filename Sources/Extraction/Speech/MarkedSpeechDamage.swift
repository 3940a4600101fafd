import DossierModel

/// Words of which a mark or both are lost.
extension MarkedSpeech {
  /// Marks whose other half is lost.
  mutating func readLoneMarks() {
    for mark in document.marks.lone where !mark.style.isSingle && !mark.isMeasure {
      guard let paragraph = paragraph(at: mark.span.start) else { continue }
      if mark.opens { readLoneOpening(mark, paragraph) } else { readLoneClosing(mark, paragraph) }
    }
  }

  mutating func readLoneOpening(_ mark: QuotationMarks.LoneMark, _ paragraph: TextSpan) {
    let first = text.index(atOrAfter: mark.span.end)
    guard first < text.count, Int(text[first].start) < paragraph.end else { return }
    let sentence = clauses.sentence(of: first)
    // “A, ha detto X; “A. B, ha detto X.
    if let cut = attributionInside(first..<sentence.upperBound)
      ?? attributionAfter(first..<end(of: mark, paragraph)), cut.end > first
    {
      let span = text.span(first..<cut.end)
      if isFree(span) {
        add(span, .direct, cut.cue.attribution, cut.cue.tokens, .damaged, nil)
      }
      return
    }
    // X ha detto: “A.
    let open = text.index(atOrAfter: mark.span.start)
    guard open < first else { return }
    let place = Place(
      inner: first..<sentence.upperBound, outer: open..<sentence.upperBound, sentence: sentence,
      lastSentence: sentence)
    let words = speakersOwn(first..<sentence.upperBound, end(of: mark, paragraph))
    let span = text.text.trimmed(text.span(words))
    guard isFree(span) else { return }
    if let frame = cueBefore(place) ?? (text[first].isCapitalized ? governing(place) : nil),
      frame.isBeside
    {
      add(span, .direct, frame.attribution, frame.cue, .damaged, nil)
      return
    }
    // «A», ha detto X. «B.: goes on with the quotation before it.
    guard text[first].isCapitalized, hasFiniteVerb(place.inner) else { return }
    if followsSpeech(place),
      let last = lastFound(before: open, floor: text.index(atOrAfter: paragraph.start))
    {
      add(span, .direct, continued(last.quotation, "lost-closing-mark"), nil, .damaged, nil)
    } else if mark.style.isDirected, startsSentence(place), wordCount(place.inner) >= 3 {
      add(
        span, .direct, focus(before: place) ?? Attribution(sieve: "lost-closing-mark"), nil,
        .damaged, nil)
    }
  }

  /// The words after a lost mark with the sentences in which somebody still says "I" or "we"; the full stop
  /// at the end of such is the reporter's.
  private func speakersOwn(_ words: Range<Int>, _ limit: Int) -> Range<Int> {
    var end = words.upperBound
    var next = end
    while next < limit, next - words.lowerBound < Self.reach {
      let sentence = clauses.sentence(of: next)
      guard sentence.upperBound > next, sentence.upperBound <= limit else { break }
      next = sentence.upperBound
      let isOwn = document.verbGroups(in: sentence).contains {
        $0.isFinite && ($0.person == 1 || $0.clitics.contains(.speaker))
          && clauses.level[$0.finite] < 0
      }
      if isOwn { end = next }
    }
    if end > words.upperBound, text.isMark(end - 1, ".") { end -= 1 }
    return words.lowerBound..<end
  }

  /// The token where the words after a lost mark end at the latest: before the next pair of its style
  /// or lost mark, or at the end of the paragraph.
  private func end(of mark: QuotationMarks.LoneMark, _ paragraph: TextSpan) -> Int {
    let lone = document.marks.lone
    let next = Self.first(lone.count) { lone[$0].span.start >= mark.span.end }
    var end = next < lone.count ? min(paragraph.end, lone[next].span.start) : paragraph.end
    let pairs = document.marks.pairs
    var number = Self.first(pairs.count) { pairs[$0].outer.start >= mark.span.end }
    while number < pairs.count, pairs[number].outer.start < end {
      if pairs[number].style == mark.style { end = pairs[number].outer.start }
      number += 1
    }
    return text.index(atOrAfter: end)
  }

  /// The first number below `count` for which `isAfter` holds, as it does for all that follow.
  private static func first(_ count: Int, where isAfter: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// A cue of saying right after a comma in `range`, whoever says it, with none but the speaker's words
  /// before it.
  func attributionAfter(_ range: Range<Int>) -> (end: Int, cue: Cue)? {
    guard let first = range.first else { return nil }
    var i = first + 1
    while i < min(range.upperBound, first + Self.reach) {
      defer { i += 1 }
      guard clauses.groupAt[i] >= 0, clauses.isComma(i - 1),
        clauses.level[i] == clauses.level[first]
      else { continue }
      let group = Int(clauses.groupAt[i])
      guard groups[group].isFinite, groups[group].tokens.lowerBound == i,
        groups[group].person == 3, groups[group].voice == .active,
        groups[group].mood == .indicative, !groups[group].isNegated, cues.cueOfGroup[group] >= 0
      else { continue }
      let cue = cues.cues[Int(cues.cueOfGroup[group])]
      guard let verb = cue.verb, verb.frames.contains(.quote), isSayingClass(verb.verbClass),
        cue.complement == nil
      else { continue }
      return isReported(first..<(i - 1), level: clauses.level[first]) ? nil : (i - 1, cue)
    }
    return nil
  }

  /// Whether the reporter tells among the words what somebody says.
  private func isReported(_ range: Range<Int>, level: Int32 = -1) -> Bool {
    guard let first = cues.firstCue(atOrAfter: range.lowerBound) else { return false }
    var k = first
    while k < cues.cues.count, cues.cues[k].tokens.lowerBound < range.upperBound {
      if let group = cues.cues[k].group, groups[group].isFinite, groups[group].person == 3,
        clauses.level[cues.cues[k].tokens.lowerBound] == level
      {
        return true
      }
      k += 1
    }
    return false
  }

  /// Whether the pair stands in words whose own marks are torn: a mark closes what is not open later in
  /// its sentence, or opens what is not closed before it.
  func isTorn(_ pair: QuotationMarks.Pair, _ place: Place) -> Bool {
    let lone = document.marks.lone
    guard pair.parent == nil, !lone.isEmpty else { return false }
    let next = Self.first(lone.count) { lone[$0].span.start >= pair.outer.start }
    if next < lone.count, !lone[next].opens, !lone[next].isMeasure, lone[next].style != pair.style,
      lone[next].span.end <= Int(text[place.lastSentence.upperBound - 1].end)
    {
      return true
    }
    return next > 0 && lone[next - 1].opens && lone[next - 1].style != pair.style
      && lone[next - 1].span.start >= Int(text[place.sentence.lowerBound].start)
  }

  mutating func readLoneClosing(_ mark: QuotationMarks.LoneMark, _ paragraph: TextSpan) {
    let close = text.index(atOrAfter: mark.span.start)
    guard close > 0, close < text.count, Int(text[close - 1].start) >= paragraph.start else {
      return
    }
    // A mark may stand in a sentence of its own; what it closes stands before it.
    let sentence = clauses.sentence(of: close - 1)
    let next = text.index(atOrAfter: mark.span.end)
    var place = Place(
      inner: sentence.lowerBound..<close, outer: sentence.lowerBound..<next, sentence: sentence,
      lastSentence: next <= sentence.upperBound ? sentence : clauses.sentence(of: close))
    // "A» e invita X a": what follows a conjunction tells of other words.
    let after = next < text.count && clauses.isCoordinator(next) ? nil : cueAfter(place)
    // X: A»; X ha risposto: A», ha detto.
    if let colon = lastColon(in: place.inner) {
      (place.inner, place.outer) = (colon + 1..<close, colon + 1..<next)
      if let frame = cueBefore(place),
        frame.attribution.isKnown || frame.cue != nil || frame.attribution.sieve == "colon"
      {
        let span = text.text.trimmed(TextSpan(Int(text[colon + 1].start), mark.span.start))
        guard isFree(span), !span.isEmpty else { return }
        let told = after ?? frame
        add(span, .direct, told.attribution, told.cue, .damaged, nil)
        return
      }
    }
    // "X ha parlato di A» e": nobody can tell where the words began.
    if isReported(max(sentence.lowerBound, close - Self.reach)..<close) { return }
    if let frame = after {
      let start = speechStart(sentence.lowerBound..<close)
      let span = text.text.trimmed(TextSpan(Int(text[start].start), mark.span.start))
      guard isFree(span), !span.isEmpty else { return }
      add(span, .direct, frame.attribution, frame.cue, .damaged, nil)
      return
    }
    // “A”, ha detto X. B. “: goes on with the quotation before it in its paragraph.
    let floor = text.index(atOrAfter: paragraph.start)
    guard let last = lastFound(before: close, floor: floor), !last.quotation.speakers.isEmpty,
      last.quotation.span.end <= mark.span.start
    else { return }
    let before = text.index(atOrAfter: last.quotation.span.end)
    var start = clauses.sentence(of: max(0, before - 1)).upperBound
    if before < text.count { start = max(start, clauses.sentence(of: before).upperBound) }
    guard start < close, close - start <= Self.reach, !isReported(start..<close) else { return }
    let span = text.text.trimmed(TextSpan(Int(text[start].start), mark.span.start))
    guard isFree(span), !span.isEmpty, span.end <= paragraph.end else { return }
    add(span, .direct, continued(last.quotation, "lost-opening-mark"), nil, .damaged, nil)
  }

  /// The last colon among the words with others after it, none of them in whole marks.
  private func lastColon(in range: Range<Int>) -> Int? {
    var i = range.upperBound - 2
    let floor = max(range.lowerBound + 1, range.upperBound - Self.reach)
    while i >= floor {
      if clauses.level[i] >= 0 { return nil }
      if text.isMark(i, ":"), text[i + 1].shape.contains(.spaceBefore) { return i }
      i -= 1
    }
    return nil
  }

  /// Where the words begin after a time or dateline: "14:35 –", "ROMA –", "Roma, 3 marzo -".
  private func speechStart(_ range: Range<Int>) -> Int {
    let limit = min(range.upperBound - 1, range.lowerBound + 16)
    guard range.lowerBound < limit, isLineStart(range.lowerBound) else { return range.lowerBound }
    let first = range.lowerBound
    let dash = (first..<limit).first { clauses.isDash($0) }
    guard let dash, document.verbGroups(in: first..<dash).isEmpty,
      dash - first <= 3 || (first..<dash).contains(where: { isDatelineSign($0) })
    else {
      return text[first].isNumber && text[first + 1].isCapitalized ? first + 1 : first
    }
    return dash + 1
  }

  private func isDatelineSign(_ i: Int) -> Bool { text[i].isNumber || text.isMark(i, "(") }

  private func isLineStart(_ i: Int) -> Bool {
    paragraph(at: Int(text[i].start)).map { text.index(atOrAfter: $0.start) == i } ?? false
  }

  /// Whether no quotation stands in `span` yet, but such as the speaker makes of others.
  func isFree(_ span: TextSpan) -> Bool {
    let tokens = text.range(in: span)
    return tokens.count <= Self.reach
      && !tokens.contains { token in
        guard covered[token] >= 0 else { return false }
        let other = found[Int(covered[token])].quotation.span
        return other.start <= span.start || other.end >= span.end
      }
  }

  /// Words whose marks are both lost: a cue with a capital in the midst of a sentence tells where they
  /// end ("Ci sono perdite Disse senza dare numeri.").
  mutating func readLostMarks() {
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
      let words = speechStart(sentence.lowerBound..<start)..<start
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

  /// Sentences of which both marks are lost: the next one is only "Disse X.", or somebody says "io"
  /// where an article without a narrator has told what he said.
  mutating func readLostSentences() {
    var own: [Int] = []
    for (number, sentence) in document.sentences.enumerated() {
      guard let first = sentence.first, covered[first] < 0, clauses.level[first] < 0,
        sentence.count >= 4, wordCount(sentence) >= 3
      else { continue }
      if isTold(byNextOf: number) {
        let cue = cues.firstCue(atOrAfter: sentence.upperBound).map { cues.cues[$0] }
        var attribution = cue?.attribution ?? Attribution()
        attribution.sieve = "lost-marks"
        addLost(sentence, attribution, cue?.tokens)
      } else if saysI(sentence) {
        own.append(number)
      }
    }
    // A narrator says "io" more often.
    guard own.count <= max(1, document.sentences.count / 12) else { return }
    for number in own where number > 0 {
      let sentence = document.sentences[number]
      guard sameParagraph(document.sentences[number - 1].lowerBound, sentence.lowerBound),
        let attribution = speaker(in: document.sentences[number - 1])
      else { continue }
      addLost(sentence, attribution, nil)
    }
  }

  private mutating func addLost(
    _ sentence: Range<Int>, _ attribution: Attribution, _ cue: Range<Int>?
  ) {
    let words =
      (lastColon(in: sentence).map { $0 + 1 } ?? speechStart(sentence))..<sentence.upperBound
    let span = text.text.trimmed(text.span(words))
    guard isFree(span), !sentence.contains(where: { document.isMetadata(Int(text[$0].start)) })
    else { return }
    add(span, .direct, attribution, cue, .damaged, nil)
  }

  /// Whether the sentence after the one with this number is only a verb of saying with its subject.
  private func isTold(byNextOf number: Int) -> Bool {
    guard number + 1 < document.sentences.count else { return false }
    let sentence = document.sentences[number]
    let next = document.sentences[number + 1]
    guard sameParagraph(sentence.lowerBound, next.lowerBound), next.count <= 16,
      clauses.groupAt[next.lowerBound] >= 0
    else { return false }
    let group = Int(clauses.groupAt[next.lowerBound])
    guard cues.cueOfGroup[group] >= 0, groups[group].isFinite, groups[group].person == 3,
      groups[group].voice == .active, groups[group].clitics.isEmpty, !groups[group].isNegated,
      groups[group].tense == .past || groups[group].tense == .perfect
    else { return false }
    let cue = cues.cues[Int(cues.cueOfGroup[group])]
    guard let verb = cue.verb, isSayingClass(verb.verbClass), cue.complement == nil,
      cue.attribution.sieve == "subject-after" || next.count <= groups[group].tokens.count + 1
        || clauses.phraseAfter(group)?.tokens.lowerBound == groups[group].tokens.upperBound,
      document.verbGroups(in: next).filter(\.isFinite).count == 1,
      !next.contains(where: { text.isMark($0, ":") || clauses.level[$0] >= 0 })
    else { return false }
    return hasFiniteVerb(sentence)
      && !document.verbGroups(in: sentence).contains {
        $0.person == 3 && clauses.groupAt[$0.head] >= 0
          && cues.cueOfGroup[Int(clauses.groupAt[$0.head])] >= 0
          && cues.cues[Int(cues.cueOfGroup[Int(clauses.groupAt[$0.head])])].complement != nil
      }
  }

  /// Whether a verb of the first person stands in the sentence with its pronoun or a past of its own:
  /// "io li ho lasciati", "ho visto".
  private func saysI(_ sentence: Range<Int>) -> Bool {
    document.verbGroups(in: sentence).contains { group in
      group.isFinite && group.person == 1 && group.number == .singular
        && clauses.level[group.finite] < 0 && group.mood == .indicative
        && (group.tense == .perfect || group.tense == .imperfect || group.tokens.count > 1)
    }
  }

  /// Who is told in the sentence to have said something.
  private func speaker(in sentence: Range<Int>) -> Attribution? {
    if let last = lastFound(before: sentence.upperBound, floor: sentence.lowerBound) {
      return continued(last.quotation, "lost-marks")
    }
    guard let number = cues.firstCue(atOrAfter: sentence.lowerBound),
      cues.cues[number].tokens.lowerBound < sentence.upperBound, cues.cues[number].group != nil
    else { return nil }
    var attribution = cues.cues[number].attribution
    attribution.sieve = "lost-marks"
    if attribution.isKnown { attribution.basis = .context }
    return attribution
  }

  func isSayingClass(_ verbClass: SpeechLexicon.VerbClass) -> Bool {
    verbClass == .report || verbClass == .continuation || verbClass == .utterance
  }

  /// Whether a new sentence may rightly begin after the token.
  func endsSpeech(_ i: Int) -> Bool {
    guard text[i].isPunctuation else { return false }
    return text.isMark(i, ".") || text.isMark(i, "!") || text.isMark(i, "?") || text.isMark(i, ":")
      || text.isMark(i, ";") || text.isWritten(i, "…") || text.isMark(i, "(") || cues.isMarkEnd(i)
      || clauses.isDash(i) || text.isMark(i, "\"") || text.isWritten(i, "“")
      || text.isWritten(i, "«") || text.isMark(i, "-")
  }
}
