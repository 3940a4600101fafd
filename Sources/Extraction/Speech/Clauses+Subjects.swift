import DossierModel

/// The subject of each verb, before it or after it.
extension Clauses {
  mutating func findSubjects() {
    for number in groups.indices where groups[number].isFinite {
      subjects[number] = subject(before: number)
    }
  }

  /// Where the clause of the group `number` can begin at the earliest: after the last colon,
  /// semicolon, or mark that stands around it.
  private func earliest(_ number: Int) -> Int {
    let group = groups[number]
    let here = level[group.finite]
    let sentence = sentence(of: group.finite)
    let floor = max(pastDateline(sentence), group.tokens.lowerBound - 160)
    var i = group.tokens.lowerBound - 1
    while i >= floor {
      if level[i] == here {
        if text.isMark(i, ":") || text.isMark(i, ";") { return i + 1 }
        // Inside marks several sentences can stand together.
        if here >= 0, i + 1 < text.count, text[i + 1].isCapitalized,
          text.isMark(i, ".") || text.isMark(i, "!") || text.isMark(i, "?")
        {
          return i + 1
        }
      } else if here >= 0, level[i] == -1 || level[i] < here, isOutside(i, here) {
        return i + 1
      }
      i -= 1
    }
    return floor
  }

  /// Past "CITTÀ DI X – ", "X, Italia (Agenzie) – " at the start of a paragraph: capitalized words before a
  /// dash, the first of them in capitals.
  private func pastDateline(_ sentence: Range<Int>) -> Int {
    let start = sentence.lowerBound
    guard start < sentence.upperBound, text[start].shape.contains(.lineStart) else { return start }
    var i = start
    while i < min(sentence.upperBound, start + 8), !isDash(i) {
      guard
        !text[i].isWord || text[i].shape.contains(.allCapitals)
          || i > start && text[i].isCapitalized
      else { return start }
      i += 1
    }
    return i > start && i + 1 < sentence.upperBound && isDash(i) ? i + 1 : start
  }

  /// Whether the token `i` lies outside the pair of marks `pair`.
  private func isOutside(_ i: Int, _ pair: Int32) -> Bool {
    guard Int(pair) < document.marks.pairs.count else { return true }
    return !document.marks.pairs[Int(pair)].inner.contains(text[i].span)
  }

  /// The finite group before the token `i` on the same level, not before `floor`.
  func finite(before number: Int, floor: Int) -> Int? {
    let here = level[groups[number].finite]
    var k = number - 1
    while k >= 0, groups[k].tokens.lowerBound >= floor {
      if groups[k].isFinite, level[groups[k].finite] == here { return k }
      k -= 1
    }
    return nil
  }

  /// The last token of `range` that opens a clause, on the level `here`.
  func introducer(in range: Range<Int>, _ here: Int32) -> Int? {
    var i = range.upperBound - 1
    while i >= range.lowerBound {
      if level[i] == here, text[i].isWord, isIntroducer(i), groupAt[i] < 0,
        !isElliptic(i, range.upperBound)
      {
        return i
      }
      i -= 1
    }
    return nil
  }

  /// "perché non autorizzato, …": a conjunction with a participle alone opens no clause of what follows.
  private func isElliptic(_ i: Int, _ end: Int) -> Bool {
    guard grammar.entry(text[i].lexeme, .relative) == nil else { return false }
    for k in (i + 1)..<min(end, i + 4) where groupAt[k] >= 0 {
      let group = groups[Int(groupAt[k])]
      guard group.mood == .participle else { return false }
      return (group.tokens.upperBound..<min(end, k + 16)).contains(where: isComma)
    }
    return false
  }

  private func lastSeparator(in range: Range<Int>, _ here: Int32) -> Int? {
    range.last { level[$0] == here && (isComma($0) || (text[$0].isWord && isCoordinator($0))) }
  }

  /// The subject that stands before the finite group `number`, or the group that it shares its
  /// subject with.
  mutating func subject(before number: Int) -> Subject {
    let group = groups[number]
    let here = level[group.finite]
    let floor = earliest(number)
    var end = group.tokens.lowerBound
    var current = number
    var isOwn = true
    var aside: Int?
    while true {
      guard let previous = finite(before: current, floor: floor) else {
        if let r = introducer(in: floor..<max(floor, end), here) {
          if isOwn { introducer[number] = r }
          if let phrase = firstPhrase(in: (r + 1)..<max(r + 1, end), on: here) {
            return Subject(phrase: phrase, sieve: "subject-before")
          }
          return antecedent(of: r, floor: floor)
        }
        guard let phrase = firstPhrase(in: floor..<max(floor, end), on: here) else {
          return aside.map { pastAside($0, before: number) } ?? Subject()
        }
        if isAside(phrase, floor, end, here) { return Subject() }
        return Subject(phrase: pastTopic(phrase, end), sieve: "subject-before")
      }
      let after = groups[previous].tokens.upperBound
      guard after <= end else { return Subject() }
      if let r = introducer(in: after..<end, here) {
        if let joined = pastMarkedVerb(number, previous, r, end) { return joined }
        if isOwn { introducer[number] = r }
        if let phrase = firstPhrase(in: (r + 1)..<end, on: here) {
          return Subject(phrase: phrase, sieve: "subject-before")
        }
        if isComplementizer(r, after: previous) {
          return Subject(sharedWith: previous, sieve: "shared-subject")
        }
        if isNaming(number, r) { return Subject(sharedWith: previous, sieve: "shared-subject") }
        return antecedent(of: r, floor: after)
      }
      let separator = lastSeparator(in: after..<end, here)
      if let r = introducer[previous], !governs(r) {
        // The clause before is an aside or an adverbial one: "che …, ha detto", "quando …, Kiev ha …".
        if let separator, let phrase = firstPhrase(in: (separator + 1)..<end, on: here),
          !phrase.actors.isEmpty || !grammar.isAny(text[r].lexeme, of: .relative)
        {
          return Subject(phrase: phrase, sieve: "subject-before")
        }
        if let name = nameAfterRelative(after..<end, here) {
          return Subject(phrase: name, sieve: "subject-before")
        }
        end = r
        aside = aside ?? after
        if end - 1 >= floor, isPreposition(end - 1) { end -= 1 }
        while end - 1 >= floor, isComma(end - 1) { end -= 1 }
        if end <= floor { return Subject() }
        current = previous
        isOwn = false
        continue
      }
      guard let separator else { return Subject() }
      if let phrase = firstPhrase(in: (separator + 1)..<end, on: here) {
        return Subject(phrase: phrase, sieve: "subject-before")
      }
      if isComma(separator), let conjunction = lastClauseConjunction(in: after..<separator, here),
        let phrase = firstPhrase(in: (conjunction + 1)..<end, on: here),
        phrase.tokens.upperBound <= separator
      {
        return Subject(phrase: phrase, sieve: "subject-before")
      }
      introducer[number] = introducer[previous]
      return Subject(
        sharedWith: sharing(number, with: previous, separator), sieve: "shared-subject")
    }
  }

  /// "Al porto dove la nave attracca, il capitano, X, aspetta": the subject after the clause, where
  /// nothing before it can be one.
  private func pastAside(_ start: Int, before number: Int) -> Subject {
    let (end, here) = (groups[number].tokens.lowerBound, level[groups[number].finite])
    guard start < end, let comma = (start..<end).first(where: { isComma($0) && level[$0] == here }),
      let phrase = firstPhrase(in: (comma + 1)..<end, on: here), !phrase.actors.isEmpty
    else { return Subject() }
    return Subject(phrase: phrase, sieve: "subject-before")
  }

  /// "ha detto che il piano «non regge» e ha chiesto": the verb of the clause that `r` opens stands in
  /// marks, and the group `number` goes on with the one before it.
  private mutating func pastMarkedVerb(
    _ number: Int, _ previous: Int, _ r: Int, _ end: Int
  ) -> Subject? {
    let here = level[groups[number].finite]
    guard previous + 1 < number, governor(of: r) == previous,
      let joint = (r + 1..<max(end, r + 1)).last(where: {
        level[$0] == here && text[$0].isWord && isCoordinator($0)
      }),
      (previous + 1..<number).contains(where: {
        groups[$0].isFinite && level[groups[$0].finite] > here
          && groups[$0].tokens.lowerBound > r && groups[$0].tokens.upperBound <= joint
      })
    else { return nil }
    introducer[number] = introducer[previous]
    if let phrase = firstPhrase(in: (joint + 1)..<max(joint + 1, end), on: here) {
      return Subject(phrase: phrase, sieve: "subject-before")
    }
    return Subject(sharedWith: previous, sieve: "shared-subject")
  }

  /// "quello che ha definito «un golpe»": what is named so is the object.
  private func isNaming(_ number: Int, _ r: Int) -> Bool {
    r > 0 && grammar.isAny(text[r - 1].lexeme, of: .demonstrative)
      && speechVerbs[number]?.verbClass == .description
  }

  /// "Nel suo libro, Fuoco, ha scritto": a name between commas right before the verb belongs to the
  /// complement before it.
  func isAside(_ phrase: NounPhrase, _ floor: Int, _ end: Int, _ here: Int32) -> Bool {
    let comma = phrase.tokens.upperBound
    // "A Roma, la portavoce di X, Y, ha scritto" has an article.
    guard comma < end, isComma(comma), !isArticle(phrase.tokens.lowerBound),
      phrase.tokens.lowerBound > floor,
      isComma(phrase.tokens.lowerBound - 1),
      ((comma + 1)..<max(end, comma + 1)).allSatisfy({ text[$0].isWord && isAdverb($0) })
    else { return false }
    return firstPhrase(in: floor..<phrase.tokens.lowerBound, on: here) == nil
  }

  /// "Sudan, l’Onu denuncia": what stands beside the verb after a single comma is its subject, and
  /// the first phrase only the topic.
  private func pastTopic(_ phrase: NounPhrase, _ end: Int) -> NounPhrase {
    let comma = phrase.tokens.upperBound
    guard comma + 1 < end, text.isMark(comma, ","), phrase.actors.count <= 1,
      !((comma + 1)..<end).contains(where: isComma),
      let next = self.phrase(comma + 1, end), !next.actors.isEmpty,
      (next.tokens.upperBound..<end).allSatisfy({ text[$0].isWord && isAdverb($0) })
    else { return phrase }
    return next
  }

  /// A conjunction after a comma: ", ma il portavoce, Ned Price, ha …".
  private func lastClauseConjunction(in range: Range<Int>, _ here: Int32) -> Int? {
    range.last {
      level[$0] == here && text[$0].isWord && isCoordinator($0) && $0 > range.lowerBound
        && isComma($0 - 1)
    }
  }

  /// Whether the group `number`, joined to `previous`, goes on with its clause or with the one that
  /// the clause depends on: "ha detto che X è arrivato, ma ha negato" has one speaker.
  private mutating func sharing(_ number: Int, with previous: Int, _ separator: Int) -> Int {
    guard let r = introducer[previous], let outer = governor(of: r) else { return previous }
    let isSpeech = speechVerbs[number]
    guard let isSpeech else { return previous }
    let hasComma = isComma(separator) || (separator > 0 && isComma(separator - 1))
    // "Il governo ha detto che X ha condannato il raid e ha chiesto": X takes a stand and goes on.
    let isTold =
      groups[previous].voice != .passive
      && speechVerbs[previous].map { $0.frames.contains(.clause) || $0.verbClass == .stance }
        ?? false
    let fits = groups[number].number == groups[outer].number
    guard fits else { return previous }
    if hasComma || !isTold || isSpeech.verbClass == .continuation {
      introducer[number] = introducer[outer]
      return outer
    }
    return previous
  }

  /// Whom a relative pronoun stands for: the phrase right before it.
  private func antecedent(of r: Int, floor: Int) -> Subject {
    guard lexicon.complementizers.contains(text[r].lexeme) else { return Subject() }
    var end = r
    if end - 1 >= floor, isComma(end - 1) { end -= 1 }
    if end < r, let name = nameBeforeApposition(end, floor: floor) {
      return Subject(
        phrase: NounPhrase(
          tokens: name.tokens, actors: name.actor.map { [$0] } ?? [], mention: name),
        sieve: "relative-antecedent")
    }
    guard end > floor, let mention = referents.mention(covering: end - 1),
      mention.tokens.upperBound == end, mention.label != .place || mention.actor != nil
    else { return Subject() }
    // "la risposta di X, che …": what "di" belongs to may be meant as well.
    var before = mention.tokens.lowerBound - 1
    while before >= floor, mention.tokens.lowerBound - before <= 6, text[before].isWord,
      isDeterminer(before) || referents.mention(covering: before) == nil && !isPhraseEnd(before)
    {
      before -= 1
    }
    if before > floor, grammar.preposition(text[before].lexeme) == lexicon.of {
      // "il governo di Kigali, che …" is the government.
      if let owner = referents.mention(covering: before - 1),
        owner.tokens.upperBound == before, owner.actor != nil
      {
        return Subject(
          phrase: NounPhrase(
            tokens: owner.tokens, actors: owner.actor.map { [$0] } ?? [], mention: owner),
          sieve: "relative-antecedent")
      }
      return Subject(
        phrase: NounPhrase(tokens: mention.tokens, head: mention.tokens.lowerBound),
        sieve: "relative-antecedent")
    }
    let phrase = NounPhrase(
      tokens: mention.tokens, actors: mention.actor.map { [$0] } ?? [], mention: mention)
    return Subject(phrase: phrase, sieve: "relative-antecedent")
  }

  /// "L’educatrice che lo segue, X, risponde": the name between commas right before the verb.
  private func nameAfterRelative(_ range: Range<Int>, _ here: Int32) -> NounPhrase? {
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1].isWord, isAdverb(end - 1) { end -= 1 }
    guard end - 2 > range.lowerBound, isComma(end - 1), level[end - 1] == here,
      let name = referents.mention(covering: end - 2), name.tokens.upperBound == end - 1,
      name.label == .person, name.resolution != .description, let actor = name.actor,
      name.tokens.lowerBound > range.lowerBound, isComma(name.tokens.lowerBound - 1)
    else { return nil }
    return NounPhrase(tokens: name.tokens, actors: [actor], mention: name)
  }

  /// "X, capogruppo della lista Y, che …", "X, 29 anni, che …": the name before an apposition that ends at
  /// `end`.
  private func nameBeforeApposition(_ end: Int, floor: Int) -> Referents.Mention? {
    var i = end - 1
    var commas = 0
    while i > max(floor, end - 24) {
      defer { i -= 1 }
      if groupAt[i] >= 0, groups[Int(groupAt[i])].isFinite { return nil }
      guard isComma(i) else { continue }
      let next = i + 1
      let isApposition =
        text[next].isNumber
        || !text[next].isCapitalized && language.names.roles.nouns[text[next].lexeme] != nil
      guard isApposition, commas < 3 else { return nil }
      commas += 1
      guard let name = referents.mention(covering: i - 1) else { continue }
      guard name.tokens.upperBound == i, name.label == .person, name.resolution != .description
      else { return nil }
      return name
    }
    return nil
  }

  /// Past "il generale irlandese X" at the token `i`: titles, a demonym and a person’s name up to a mark.
  func appositionEnd(_ i: Int, _ limit: Int) -> Int? {
    var k = i
    if k < limit, isArticle(k) { k += 1 }
    while k < min(limit, i + 6), text[k].isWord, !text[k].isCapitalized, !isPreposition(k),
      groupAt[k] < 0 || groups[Int(groupAt[k])].mood == .participle
    {
      k += 1
    }
    guard k < limit, let name = referents.mention(startingAt: k), name.label == .person,
      name.resolution != .description, name.actor != nil
    else { return nil }
    let end = name.tokens.upperBound
    return end >= limit || text[end].isPunctuation ? end : nil
  }

  /// The noun phrase that follows the verb group `number` as its subject: up to the next mark, verb
  /// or conjunction, past adverbs, dates and what prepositions govern.
  func phraseAfter(_ number: Int) -> NounPhrase? {
    let group = groups[number]
    let here = level[group.head]
    let limit = min(sentence(of: group.head).upperBound, group.tokens.upperBound + 60)
    var end = group.tokens.upperBound
    var isFirst = true
    var asides = 0
    while end < limit {
      if level[end] != here { break }
      if text[end].isPunctuation {
        // An aside right after the verb: "ha detto, in una nota, il ministro".
        if isFirst, isComma(end), end + 1 < limit, isPreposition(end + 1),
          let close = ((end + 1)..<min(limit, end + 16)).first(where: { isComma($0) })
        {
          end = close + 1
          isFirst = false
          continue
        }
        // A hyphen or a full stop of a name stays inside its mention.
        if let mention = referents.mention(covering: end), mention.tokens.upperBound > end + 1 {
          end += 1
          continue
        }
        // "dice il comandante della base, il generale X": the name of who is described.
        if isComma(end), let close = appositionEnd(end + 1, limit),
          let before = firstPhrase(in: group.tokens.upperBound..<end, on: here),
          before.actors.allSatisfy({ referents.actors[$0].kind == .anonymous })
        {
          end = close
          continue
        }
        // "ha detto a Roma, dove è arrivata ieri, X"
        if isComma(end), end + 1 < limit, asides < 3, isIntroducer(end + 1),
          firstPhrase(in: group.tokens.upperBound..<end, on: here) == nil,
          let close = ((end + 2)..<min(limit, end + 20)).first(where: {
            isComma($0) && level[$0] == here
          })
        {
          asides += 1
          end = close + 1
          isFirst = false
          if let found = joinedPhrase(end, limit), !found.actors.isEmpty { return found }
          return nil
        }
        // "ha detto ieri a Roma, accanto a X, il ministro": only complements so far.
        if isComma(end), end + 2 < limit, asides < 3, level[end + 1] == here,
          !isCoordinator(end + 1),
          firstPhrase(in: group.tokens.upperBound..<end, on: here) == nil
        {
          asides += 1
          end += 1
          continue
        }
        break
      }
      if asides > 0, groupAt[end] >= 0, groups[Int(groupAt[end])].isFinite { return nil }
      if groupAt[end] >= 0, groups[Int(groupAt[end])].mood != .participle,
        referents.mention(covering: end) == nil
      {
        break
      }
      if text[end].isWord, isIntroducer(end), referents.mention(covering: end) == nil { break }
      end += 1
    }
    guard end > group.tokens.upperBound else { return nil }
    return firstPhrase(in: group.tokens.upperBound..<end, on: here)
  }
}
