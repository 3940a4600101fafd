import DossierModel

/// Noun phrases: where they begin and end, and whom they name.
extension Clauses {
  /// The noun phrase that starts with the token `i` and ends before `end`.
  ///
  /// In a complement ("nella notte Israele …") a name after a noun that is no title is not part of it.
  func phrase(_ i: Int, _ end: Int, isComplement: Bool = false) -> NounPhrase? {
    var k = i
    var agreement = ArticleReading.Agreement()
    // "Tra loro X"
    if isComplement, grammar.isAny(text[i].lexeme, of: .subjectPronoun), i + 1 < end,
      referents.mention(startingAt: i + 1) != nil
    {
      return NounPhrase(tokens: i..<(i + 1), head: i)
    }
    while k < end, isDeterminer(k), referents.mention(startingAt: k) == nil || isPossessive(k) {
      // "quest’ultimo" is one word that stands for a name.
      if k > i, lexicon.phrase(text, k, .latter) != nil,
        grammar.isAny(text[k - 1].lexeme, of: .demonstrative)
      {
        break
      }
      if agreement.number == nil, let entry = grammar.entries[text[k].lexeme]?.first {
        agreement = entry.agreement
      }
      // "Entrambi hanno detto": the quantifier stands alone.
      if k == i, k + 1 < text.count, groupAt[k + 1] >= 0, lexicon.phrase(text, k, .count) != nil,
        groups[Int(groupAt[k + 1])].isFinite
      {
        return NounPhrase(tokens: i..<(i + 1), head: i, agreement: agreement)
      }
      k += 1
    }
    // "l’altro": somebody else.
    if k == end || isPhraseEnd(k), k > i, lexicon.phrase(text, k - 1, .other) != nil {
      return NounPhrase(tokens: i..<k, head: k - 1, agreement: agreement)
    }
    let start = k
    while k < end, k - start <= 10 {
      if let found = name(k, end, isTitleOnly: isComplement && k > start) {
        if !isComplement, let named = apposition(to: found, from: i, agreement) { return named }
        // "una donna curda" is no people.
        if k > start, found.mention?.label == .group,
          lexicon.phrase(text, start, .generic, .individual) != nil
        {
          return NounPhrase(tokens: i..<found.end, head: start, agreement: agreement)
        }
        return NounPhrase(
          tokens: i..<found.end, actors: found.actor.map { [$0] } ?? [], mention: found.mention,
          agreement: agreement)
      }
      if isComplement, k > start, referents.mention(startingAt: k) != nil {
        // "al quotidiano The Nation" is one; "nella notte Israele" is not.
        guard let found = name(k, end, isTitleOnly: false),
          lexicon.phrase(text, k - 1, .naming) != nil
            // "sul molo Rossi, X aspetta"
            || found.end < end && isComma(found.end) && groupAt[k - 1] < 0
              && found.mention?.label != .person
        else { break }
        return NounPhrase(
          tokens: i..<found.end, actors: found.actor.map { [$0] } ?? [], mention: found.mention,
          agreement: agreement)
      }
      // il quotidiano «Haaretz»
      if k > start, k + 1 < end, text[k].isPunctuation, level[k] == level[k + 1], !isComma(k),
        let mention = referents.mention(startingAt: k + 1), mention.tokens.upperBound < end,
        text[mention.tokens.upperBound].isPunctuation, !isComma(mention.tokens.upperBound)
      {
        return NounPhrase(
          tokens: i..<(mention.tokens.upperBound + 1), actors: mention.actor.map { [$0] } ?? [],
          mention: mention, agreement: agreement)
      }
      guard text[k].isWord, !isPhraseEnd(k),
        !(k > start && (isArticle(k) || lexicon.phrase(text, k, .somebody) != nil))
      else { break }
      k += 1
    }
    guard k > start else { return nil }
    return NounPhrase(tokens: i..<k, head: start, agreement: agreement)
  }

  /// "il portavoce dell’esercito, il colonnello X", "lo scrittore e cronista X": the name that says who
  /// is described.
  private func apposition(
    to found: (actor: Int?, mention: Referents.Mention?, end: Int), from start: Int,
    _ agreement: ArticleReading.Agreement
  ) -> NounPhrase? {
    guard found.mention?.resolution == .description, found.mention?.label == .person else {
      return nil
    }
    let sentence = sentence(of: start)
    var k = found.end
    guard k + 1 < sentence.upperBound else { return nil }
    let isAside = text.isMark(k, ",")
    guard isAside || isCoordinator(k) && text[k].span.count <= 2 else { return nil }
    k += 1
    // Title words lead to the name.
    let limit = min(sentence.upperBound, k + 6)
    if isAside, k < limit, isArticle(k) { k += 1 }
    var hasTitle = false
    while k < limit, text[k].isWord, !text[k].isCapitalized,
      language.names.roles.nouns.contains(text[k].lexeme)
        || language.names.roles.adjuncts.contains(text[k].lexeme)
        || language.names.demonyms[text[k].lexeme] != nil
        // "il generale irlandese X"
        || hasTitle && !isPreposition(k) && !isIntroducer(k) && groupAt[k] < 0
    {
      hasTitle = true
      k += 1
    }
    guard k < limit, let name = referents.mention(startingAt: k), name.label == .person,
      name.resolution != .description, let actor = name.actor
    else { return nil }
    let end = name.tokens.upperBound
    // A list of people goes on with a conjunction; an apposition ends.
    if isAside, end < sentence.upperBound, text[end].isWord, isCoordinator(end) { return nil }
    return NounPhrase(tokens: start..<end, actors: [actor], mention: name, agreement: agreement)
  }

  /// Whether a noun phrase ends before the token `k`.
  func isPhraseEnd(_ k: Int) -> Bool {
    if referents.date(at: k) != nil { return true }
    let lexeme = text[k].lexeme
    if grammar.isAny(
      lexeme, of: .preposition, .articulatedPreposition, .coordinator, .relative, .subordinator,
      .negation)
    {
      return true
    }
    guard groupAt[k] >= 0 else { return false }
    return groups[Int(groupAt[k])].mood != .participle
  }

  /// The name or description at the token `k`, with the title before it.
  func name(
    _ k: Int, _ end: Int, isTitleOnly: Bool
  ) -> (actor: Int?, mention: Referents.Mention?, end: Int)? {
    if let role = referents.role(startingAt: k), role.tokens.upperBound <= end {
      // Title and name: the name may follow an adjective or two.
      var next = role.tokens.upperBound
      let limit = min(end, next + 4)
      while next < limit {
        if let mention = referents.mention(startingAt: next), mention.actor == role.actor {
          return (role.actor, mention, mention.tokens.upperBound)
        }
        guard text[next].isWord, !isPhraseEnd(next) else { break }
        next += 1
      }
      if !isTitleOnly, referents.mention(startingAt: k) == nil {
        return (role.actor, nil, role.tokens.upperBound)
      }
    }
    guard !isTitleOnly, let mention = referents.mention(startingAt: k),
      mention.tokens.upperBound <= end
    else { return nil }
    // A description with the person's name right after it.
    if mention.resolution == .description {
      var next = mention.tokens.upperBound
      let limit = min(end, next + 2)
      while next < limit {
        if let name = referents.mention(startingAt: next), name.label == .person,
          name.resolution != .description, name.tokens.upperBound <= end
        {
          return (name.actor, name, name.tokens.upperBound)
        }
        guard text[next].isWord, !isPhraseEnd(next), !text[next].isCapitalized else { break }
        next += 1
      }
      if mention.label == .person, let name = nameAfterComplements(of: mention, end) { return name }
    }
    return (mention.actor, mention, mention.tokens.upperBound)
  }

  /// "l’Alto commissario Onu per i diritti umani X": the name after what the office is for.
  func nameAfterComplements(
    of description: Referents.Mention, _ end: Int
  ) -> (actor: Int?, mention: Referents.Mention?, end: Int)? {
    var k = description.tokens.upperBound
    let limit = min(end, k + 12)
    while k < limit {
      if let mention = referents.mention(startingAt: k) {
        if mention.label == .person {
          // "il portavoce del presidente X": X is the president.
          let before = k - 1
          guard mention.resolution != .description, mention.actor != nil,
            k > description.tokens.upperBound,
            !isPreposition(before), !isArticle(before), !isCoordinator(before),
            language.names.roles.nouns[text[before].lexeme] == nil
          else { return nil }
          return (mention.actor, mention, mention.tokens.upperBound)
        }
        guard mention.label != .group else { return nil }
        k = mention.tokens.upperBound
        continue
      }
      guard text[k].isWord, !isCoordinator(k), !isIntroducer(k), !isAdverb(k),
        referents.date(at: k) == nil,
        groupAt[k] < 0 || groups[Int(groupAt[k])].mood == .participle
      else { return nil }
      k += 1
    }
    return nil
  }

  /// Past the noun phrase that a preposition governs, which starts at `i`.
  func endOfComplement(_ i: Int, _ end: Int) -> Int {
    guard i < end else { return end }
    if let phrase = phrase(i, end, isComplement: true) { return phrase.tokens.upperBound }
    return i
  }

  /// The first noun phrase of `range` that no preposition governs, with those joined to it.
  ///
  /// Only tokens on the level `here` count; by default that of the first token.
  func firstPhrase(in range: Range<Int>, on level: Int32? = nil) -> NounPhrase? {
    guard let first = range.first else { return nil }
    let here = level ?? self.level[first]
    var unknown: NounPhrase?
    var isObject = false
    var complement = -1
    var i = range.lowerBound
    while i < range.upperBound {
      if self.level[i] != here || referents.date(at: i) != nil
        || !text[i].isWord && !text[i].isNumber
      {
        i += 1
        continue
      }
      if groupAt[i] >= 0, referents.mention(startingAt: i) == nil {
        let group = groups[Int(groupAt[i])]
        if group.isFinite { return unknown }
        // "Parlando a Roma, il premier": what depends on a gerund ends with its comma.
        i = group.tokens.upperBound
        if group.mood != .participle, let comma = (i..<range.upperBound).first(where: isComma) {
          i = comma + 1
        } else {
          isObject = group.mood == .infinitive
        }
        continue
      }
      if isPreposition(i), referents.mention(startingAt: i) == nil {
        // "sul più sobrio Corriere"
        var noun = i + 1
        while noun + 1 < range.upperBound, isAdverb(noun), !isArticle(noun),
          referents.mention(startingAt: noun) == nil
        {
          noun += 1
        }
        i = max(endOfComplement(noun, range.upperBound), i + 1)
        i = pastJoined(i, range.upperBound)
        complement = i
        continue
      }
      // "Secondo lui, l’accordo regge"
      if i == range.lowerBound || text[i - 1].isPunctuation,
        let source = lexicon.phrase(text, i, .according), source.words.count == 1
      {
        i = max(joinedPhrase(i + 1, range.upperBound)?.tokens.upperBound ?? 0, i + 1)
        continue
      }
      if isCoordinator(i) || isIntroducer(i) || isAdverb(i),
        referents.mention(startingAt: i) == nil,
        !isArticle(i)
      {
        i += 1
        continue
      }
      guard let phrase = phrase(i, range.upperBound) else {
        i += 1
        continue
      }
      // "Prima di chiudere la seduta il sindaco": the object, and then the subject.
      if isObject, phrase.tokens.upperBound < range.upperBound,
        isArticle(phrase.tokens.upperBound)
          || referents.mention(startingAt: phrase.tokens.upperBound) != nil
      {
        isObject = false
        i = phrase.tokens.upperBound
        continue
      }
      isObject = false
      // "Sul più sobrio Corriere di X l’ex ambasciatore Y sostiene": a name that belongs to the complement.
      let next = phrase.tokens.upperBound
      if i == complement, phrase.tokens.lowerBound == i, !isDeterminer(i), next < range.upperBound,
        phrase.mention?.label == .organization, isArticle(next),
        let subject = self.phrase(next, range.upperBound), !subject.actors.isEmpty
      {
        i = next
        continue
      }
      if phrase.actors.isEmpty {
        // "Il negoziatore, Steve Witkoff, …": the name may follow between commas.
        i = phrase.tokens.upperBound
        // "Anche questa volta, …"
        if let head = phrase.head, lexicon.phrase(text, head, .occasion) != nil, unknown == nil {
          continue
        }
        // A bare noun before another phrase tells when or how: "ha detto stamane il ministro".
        if phrase.tokens.count == 1, i < range.upperBound, unknown == nil,
          isArticle(i) || referents.mention(startingAt: i) != nil,
          // "dice donna curda"
          lexicon.phrase(text, phrase.tokens.lowerBound, .generic, .individual) == nil
        {
          continue
        }
        if unknown == nil { unknown = phrase }
        // "il capo ministro dello stato, X"
        while i < range.upperBound, text[i].isWord, !text[i].isCapitalized, groupAt[i] < 0,
          language.names.roles.nouns.contains(text[i].lexeme)
        {
          i += 1
        }
        if i < range.upperBound, isComma(i) { continue }
        // Its complements, then what follows a comma.
        while i < range.upperBound, isPreposition(i) {
          i = max(endOfComplement(i + 1, range.upperBound), i + 1)
        }
        if i < range.upperBound, isComma(i) { continue }
        // "il candidato alla segreteria Ada Brenz"
        if i < range.upperBound, let name = referents.mention(startingAt: i),
          name.label == .person, name.resolution != .description, let start = unknown?.tokens
        {
          return NounPhrase(
            tokens: start.lowerBound..<name.tokens.upperBound,
            actors: name.actor.map { [$0] } ?? [], mention: name)
        }
        return unknown
      }
      return namedLater(phrase, range.upperBound) ?? joined(phrase, range.upperBound)
    }
    return unknown
  }

  /// "il capo della polizia dello stato, X, …": the name between commas of who is described.
  func namedLater(_ phrase: NounPhrase, _ end: Int) -> NounPhrase? {
    guard let mention = phrase.mention, mention.resolution == .description,
      mention.label == .person, phrase.actors.count == 1, let actor = phrase.actors.first,
      referents.actors.indices.contains(actor), referents.actors[actor].kind == .anonymous,
      phrase.agreement.number != .plural
    else { return nil }
    var k = phrase.tokens.upperBound
    let limit = min(end, k + 10)
    while k < limit, text[k].isWord, !isCoordinator(k), !isIntroducer(k),
      groupAt[k] < 0 || groups[Int(groupAt[k])].mood == .participle
    {
      k += 1
    }
    guard k > phrase.tokens.upperBound, k < end, text.isMark(k, ","),
      let close = appositionEnd(k + 1, end),
      close >= end || isComma(close) || text.isMark(close, "."),
      let name = referents.mention(covering: close - 1), let named = name.actor
    else { return nil }
    return NounPhrase(
      tokens: phrase.tokens.lowerBound..<close, actors: [named], mention: name,
      agreement: phrase.agreement)
  }

  /// "tra gli applausi di X e Y": past what a conjunction joins to the complement that ends at `i`.
  private func pastJoined(_ i: Int, _ end: Int) -> Int {
    guard i + 1 < end, text[i].isWord, isCoordinator(i), text[i].span.count <= 2,
      !isPreposition(i + 1) || referents.mention(startingAt: i + 1) != nil,
      let next = phrase(i + 1, end)
    else { return i }
    return next.tokens.upperBound
  }

  /// The noun phrase that starts with the token `i`, with those joined to it.
  func joinedPhrase(_ i: Int, _ end: Int) -> NounPhrase? {
    guard i < end, let phrase = phrase(i, end) else { return nil }
    return phrase.actors.isEmpty ? phrase : joined(phrase, end)
  }

  /// `phrase` with those that "e" and commas join to it.
  func joined(_ phrase: NounPhrase, _ end: Int) -> NounPhrase {
    var result = phrase
    while true {
      var k = result.tokens.upperBound
      // Complements belong to what stands before them: "il ministro di Kiev e …".
      while k < end, isPreposition(k) { k = max(endOfComplement(k + 1, end), k + 1) }
      guard k < end else { return result }
      let isConjunction =
        grammar.isAny(text[k].lexeme, of: .coordinator) && text[k].span.count <= 2
      guard isConjunction || text.isMark(k, ",") else { return result }
      guard k + 1 < end, let next = self.phrase(k + 1, end), !next.actors.isEmpty else {
        return result
      }
      // "i ministri di Oman e Qatar": the second name belongs to the complement too.
      if next.mention?.label == .place, next.tokens.lowerBound == next.mention?.tokens.lowerBound,
        result.tokens.dropFirst().contains(where: isPreposition) || k > result.tokens.upperBound
      {
        return result
      }
      if !isConjunction {
        // A comma joins only in a list that "e" ends; else it opens an aside.
        let after = next.tokens.upperBound
        guard after < end, isCoordinator(after) || text.isMark(after, ","),
          (after..<min(end, after + 40)).contains(where: {
            isCoordinator($0) && text[$0].span.count <= 2
          })
        else { return result }
      }
      result.tokens = result.tokens.lowerBound..<next.tokens.upperBound
      for actor in next.actors where !result.actors.contains(actor) { result.actors.append(actor) }
      result.agreement.number = .plural
      if isConjunction { return result }
    }
  }
}
