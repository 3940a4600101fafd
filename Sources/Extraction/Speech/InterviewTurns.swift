import DossierModel

/// Interviews: turns of speech that a sign opens instead of marks: "D:" and "R:", names, initials,
/// dashes after a question.
extension MarkedSpeech {
  /// What opens a turn.
  private enum Sign: Hashable {
    case question, answer, dash
    /// A name, initials or another label before a colon, by its number.
    case label(Int)
    case none
  }

  /// A paragraph of an interview.
  private struct Turn {
    var sign: Sign
    /// The tokens after the sign.
    var words: Range<Int>
    /// The tokens of the sign.
    var signTokens: Range<Int>
    /// Ends with a question mark.
    var asks: Bool
  }

  /// Finds the answers of interviews, and leaves their questions alone.
  mutating func readInterviews() {
    var labels: [ArraySlice<UInt8>: Int] = [:]
    let turns = document.paragraphs.map { turn(text.range(in: $0), &labels) }
    guard turns.contains(where: { $0.sign != .none }),
      let roles = roles(of: turns, labels: labels.count)
    else {
      readUnsigned(turns)
      return
    }
    var speakers: [Sign: Attribution] = [:]
    let interviewee = interviewee(before: turns, roles)
    // The answer that an unsigned paragraph goes on with.
    var open: (number: Int?, sign: Sign)?
    for (index, turn) in turns.enumerated() {
      if turn.sign == .none {
        guard let going = open, !turn.asks, !turn.words.isEmpty, roles.asksWithSign,
          turns[(index + 1)...].prefix(4).contains(where: { $0.sign != .none })
        else {
          open = nil
          continue
        }
        let number = answer(turn, speakers[going.sign] ?? interviewee, going.number)
        open = (number, going.sign)
      } else if roles.answers.contains(turn.sign) && !(turn.asks && roles.dashesAsk)
        || names(turn, interviewee)
      {
        let speaker = speakers[turn.sign] ?? speaker(of: turn, or: interviewee)
        speakers[turn.sign] = speaker
        open = (answer(turn, speaker, nil), turn.sign)
      } else if roles.questions.contains(turn.sign) || turn.asks && roles.dashesAsk {
        for number in pairs(in: turn.words) { isQuestion.insert(number) }
        open = nil
      } else {
        open = nil
      }
    }
  }

  /// Questions and answers in turn without any sign: the paragraph after each question answers it.
  private mutating func readUnsigned(_ turns: [Turn]) {
    let asked = turns.indices.filter { index in
      turns[index].asks && turns[index].words.count <= Self.longestQuestion
        && index + 1 < turns.count && !turns[index + 1].asks
    }
    guard asked.count >= 3, let first = asked.first, let last = asked.last,
      asked.count * 3 >= last - first + 1,
      !asked.contains(where: { !pairs(in: turns[$0 + 1].words).isEmpty && isMarked(turns[$0 + 1]) })
    else { return }
    // An explainer asks and answers too, but nobody in it says "I".
    let start = turns[first].words.lowerBound
    guard
      (0..<start).contains(where: { lexicon.phrase(text, $0, .interview) != nil })
        || asked.filter({ saysI(turns[$0 + 1].words) }).count * 3 >= asked.count
    else { return }
    let speaker = interviewee(before: start)
    for index in asked { _ = answer(turns[index + 1], speaker, nil) }
  }

  private func saysI(_ words: Range<Int>) -> Bool {
    document.verbGroups(in: words).contains {
      $0.isFinite && $0.person == 1 && $0.number == .singular && clauses.level[$0.finite] < 0
    }
  }

  /// The most tokens of a question without a sign.
  private static let longestQuestion = 80

  /// Whether the paragraph begins with a mark.
  private func isMarked(_ turn: Turn) -> Bool {
    guard let pair = pairs(in: turn.words).first else { return false }
    return text.index(atOrAfter: document.marks.pairs[pair].outer.start) == turn.words.lowerBound
  }

  /// Whether the token stands in an answer without marks.
  func isAnswered(_ token: Int) -> Bool {
    covered[token] >= 0 && found[Int(covered[token])].isAnswer
  }

  /// What the signs of an interview open.
  private struct Roles {
    var questions: Set<Sign> = []
    var answers: Set<Sign> = []
    /// Whether a sign stands before the questions too.
    var asksWithSign = false
    /// Whether dashes stand before both.
    var dashesAsk = false
  }

  /// Which signs open questions and which answers; nil if this is no interview.
  private func roles(of turns: [Turn], labels: Int) -> Roles? {
    var count: [Sign: Int] = [:]
    var asking: [Sign: Int] = [:]
    // How often a turn follows a question without a sign, or one with another sign.
    var replies: [Sign: Int] = [:]
    var before: Turn?
    for turn in turns where !turn.words.isEmpty {
      count[turn.sign, default: 0] += 1
      if turn.asks { asking[turn.sign, default: 0] += 1 }
      if turn.sign != .none, !turn.asks, let before, before.asks {
        replies[turn.sign, default: 0] += 1
      }
      before = turn
    }
    if count[.question, default: 0] > 0, count[.answer, default: 0] > 0 {
      return Roles(questions: [.question], answers: [.answer], asksWithSign: true)
    }
    if replies[.answer, default: 0] >= 2 { return Roles(answers: [.answer]) }
    let signs = (0..<labels).map { Sign.label($0) }.filter { count[$0, default: 0] >= 2 }
    let questions = signs.filter { asking[$0, default: 0] * 2 >= count[$0, default: 0] }
    let answers = signs.filter {
      !questions.contains($0) && replies[$0, default: 0] * 2 >= count[$0, default: 0]
    }
    if !answers.isEmpty, answers.contains(where: { replies[$0, default: 0] >= 2 }) {
      // Where somebody asks, all others answer: a debate.
      let others = questions.isEmpty ? [] : signs.filter { !questions.contains($0) }
      return Roles(
        questions: Set(questions), answers: Set(answers + others),
        asksWithSign: !questions.isEmpty)
    }
    if replies[.dash, default: 0] >= 2 {
      let asksToo = asking[.dash, default: 0] > 0
      return Roles(answers: [.dash], dashesAsk: asksToo)
    }
    return nil
  }

  /// The paragraph `tokens` with its sign.
  private func turn(_ tokens: Range<Int>, _ labels: inout [ArraySlice<UInt8>: Int]) -> Turn {
    guard tokens.count > 1 else {
      return Turn(sign: .none, words: tokens, signTokens: 0..<0, asks: false)
    }
    var last = tokens.upperBound - 1
    while last > tokens.lowerBound,
      cues.isMarkEnd(last) || text.isMark(last, ")") || isEmphasis(last)
    {
      last -= 1
    }
    // In bold it asks, whatever it ends with.
    let asks =
      text.isMark(last, "?")
      || isEmphasis(tokens.lowerBound) && isEmphasis(tokens.upperBound - 1)
    func turn(_ sign: Sign, _ length: Int) -> Turn {
      let start = min(tokens.lowerBound + length, tokens.upperBound)
      return Turn(
        sign: sign, words: start..<tokens.upperBound, signTokens: tokens.lowerBound..<start,
        asks: asks)
    }
    // Signs may be in bold: "**D.** Quando?"
    let first = (tokens.lowerBound..<tokens.upperBound - 1).first { !isEmphasis($0) }
    guard let first else { return turn(.none, 0) }
    if clauses.isDash(first) { return turn(.dash, 1) }
    guard text[first].isCapitalized, clauses.level[first] < 0 else { return turn(.none, 0) }
    if let role = lexicon.phrase(text, first, .question, .answer)?.role {
      var end = first + 1
      var isSign = false
      while end < tokens.upperBound, isSignEnd(end) {
        if !isEmphasis(end) {
          isSign =
            isSign || !text.isMark(end, ".") || first > tokens.lowerBound
            || text[first].end - text[first].start == 1
        }
        end += 1
      }
      if isSign { return turn(role == .question ? .question : .answer, end - tokens.lowerBound) }
    }
    var colon = first + 1
    while colon < min(tokens.upperBound - 1, first + 7),
      text[colon].isCapitalized
        || text.isMark(colon, ".") && !text[colon].shape.contains(.spaceBefore)
    {
      colon += 1
    }
    guard colon < tokens.upperBound - 1, text.isMark(colon, ":"), !text[first].isNumber else {
      return turn(.none, 0)
    }
    let key = bytes[Int(text[first].start)..<Int(text[colon].start)]
    let number = labels[key] ?? labels.count
    labels[key] = number
    return turn(.label(number), colon + 1 - tokens.lowerBound)
  }

  private func isEmphasis(_ i: Int) -> Bool { text.isMark(i, "*") || text.isMark(i, "_") }

  private func isSignEnd(_ i: Int) -> Bool {
    isEmphasis(i) || text.isMark(i, ".") || text.isMark(i, ":") || text.isMark(i, ")")
      || clauses.isDash(i)
  }

  /// Adds an answer; the number of what was found, if it stands without marks.
  private mutating func answer(_ turn: Turn, _ speaker: Attribution, _ earlier: Int?) -> Int? {
    let marked = pairs(in: turn.words)
    if let first = marked.first,
      text.index(atOrAfter: document.marks.pairs[first].outer.start) == turn.words.lowerBound
    {
      for number in marked { answers[number] = speaker }
      return nil
    }
    guard let last = turn.words.last, wordCount(turn.words) > 0 else { return nil }
    let span = text.text.trimmed(
      TextSpan(Int(text[turn.words.lowerBound].start), Int(text[last].end)))
    let number = found.count
    add(span, .direct, speaker, nil, .intact, nil, continues: earlier)
    found[number].isAnswer = true
    return number
  }

  /// The pairs of marks that start among `tokens`.
  private func pairs(in tokens: Range<Int>) -> Range<Int> {
    guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
    func index(atOrAfter position: Int) -> Int {
      var (low, high) = (0, document.marks.pairs.count)
      while low < high {
        let middle = (low + high) / 2
        if document.marks.pairs[middle].outer.start < position {
          low = middle + 1
        } else {
          high = middle
        }
      }
      return low
    }
    let start = index(atOrAfter: Int(text[first].start))
    return start..<max(start, index(atOrAfter: Int(text[last].end)))
  }

  /// Whether the sign is the name of the one who is interviewed.
  private func names(_ turn: Turn, _ interviewee: Attribution) -> Bool {
    guard case .label = turn.sign, let first = turn.signTokens.first,
      let actor = clauses.referents.mention(startingAt: first)?.actor
    else { return false }
    return interviewee.actors == [actor]
  }

  /// Whom the sign of an answer names, or else the one who is interviewed.
  private func speaker(of turn: Turn, or interviewee: Attribution) -> Attribution {
    guard case .label = turn.sign, let first = turn.signTokens.first else { return interviewee }
    if let mention = clauses.referents.mention(startingAt: first), let actor = mention.actor {
      return Attribution(actors: [actor], basis: .name, sieve: "interview-name")
    }
    let initials = turn.signTokens.reduce(into: [UInt8]()) { result, i in
      for byte in bytes[Int(text[i].start)..<Int(text[i].end)] where byte >= 65 && byte <= 90 {
        result.append(byte)
      }
    }
    let fitting = reading.actors.indices.filter { actor in
      guard reading.actors[actor].kind == .person else { return false }
      let words = reading.actors[actor].name.utf8.split(separator: 32)
      return words.count == initials.count && zip(words, initials).allSatisfy { $0.first == $1 }
    }
    guard fitting.count == 1, initials.count >= 2 else { return Attribution(sieve: "interview") }
    return Attribution(actors: fitting, basis: .context, sieve: "interview-initials")
  }

  /// The one person who is named before the first turn, or "intervista a X".
  private func interviewee(before turns: [Turn], _ roles: Roles) -> Attribution {
    interviewee(
      before: turns.first {
        roles.questions.contains($0.sign) || roles.answers.contains($0.sign)
      }?.signTokens.lowerBound ?? 0)
  }

  private func interviewee(before start: Int) -> Attribution {
    var people: [Int] = []
    for mention in clauses.referents.mentions {
      guard mention.tokens.lowerBound < start else { break }
      guard let actor = mention.actor, reading.actors[actor].kind == .person else { continue }
      if isInterviewed(mention.tokens.lowerBound) {
        return Attribution(actors: [actor], basis: .context, sieve: "interviewee")
      }
      if !people.contains(actor) { people.append(actor) }
    }
    guard people.count == 1 else { return Attribution(sieve: "interview") }
    return Attribution(actors: people, basis: .context, sieve: "interviewee")
  }

  /// Whether "intervista a", "colloquio con" stands before the name, perhaps with a title between.
  private func isInterviewed(_ name: Int) -> Bool {
    let sentence = clauses.sentence(of: name)
    var i = name - 1
    while i >= max(sentence.lowerBound, name - 8) {
      if text[i].isPunctuation { return false }
      if lexicon.phrase(text, i, .interview) != nil { return clauses.isPreposition(i + 1) }
      i -= 1
    }
    return false
  }
}
