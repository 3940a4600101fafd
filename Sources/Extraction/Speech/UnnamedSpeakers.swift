import DossierModel
import Knowledge

/// People and bodies that speak without a name: "un macchinista", "gli abitanti", "il sindacato".
///
/// Each description is one actor of the article.
struct UnnamedSpeakers: Sendable {
  /// A description by the number of its noun’s base form.
  private struct Key: Hashable {
    var noun: LexemeTable.ID
    var isPlural: Bool
  }

  private var byName: [String: Int] = [:]
  /// The actors by noun and number; nil where there are several.
  private var byNoun: [Key: Int?] = [:]

  /// The actor with the folded name, if it was added before.
  func actor(named folded: String) -> Int? { byName[folded] }

  /// The one added for a description with the same noun and number, if there is just one.
  func actor(noun: LexemeTable.ID, isPlural: Bool) -> Int? {
    byNoun[Key(noun: noun, isPlural: isPlural)] ?? nil
  }

  mutating func add(_ actor: Int, named folded: String, noun: LexemeTable.ID, isPlural: Bool) {
    byName[folded] = actor
    let key = Key(noun: noun, isPlural: isPlural)
    if let known = byNoun[key] {
      if known != actor { byNoun[key] = .some(nil) }
    } else {
      byNoun[key] = actor
    }
  }
}

extension CueReader {
  /// What sort of noun can speak without a name.
  private enum Noun { case role(RoleLexicon.Noun), person, body }

  private func speakingNoun(_ token: Int) -> Noun? {
    guard text[token].isWord else { return nil }
    let lexeme = text[token].lexeme
    if let noun = clauses.language.names.roles.nouns[lexeme] {
      return noun.roleClass == .honorific ? nil : .role(noun)
    }
    if lexicon.phrase(text, token, .generic, .source, .individual) != nil { return .person }
    if lexicon.phrase(text, token, .body) != nil || lexicon.standIns.contains(lexeme) {
      return .body
    }
    return lexicon.looksLikeAgent(text, token) ? .person : nil
  }

  /// Whether the words can mean somebody: not if they are a thing’s by all that is known.
  func canSpeak(_ words: Range<Int>) -> Bool {
    words.contains { token in
      text[token].isWord
        && (text[token].isCapitalized && !clauses.isDeterminer(token)
          || speakingNoun(token) != nil
          || clauses.grammar.isAny(text[token].lexeme, of: .subjectPronoun)
          || lexicon.phrase(text, token, .document) != nil)
    }
  }

  /// Whoever the phrase of `attribution` means, as an actor of its own, if it is somebody who can speak.
  mutating func introduced(_ attribution: Attribution) -> Attribution {
    guard !attribution.isKnown, let words = attribution.stranger else { return attribution }
    var result = attribution
    if let person = surnamed(words) {
      result.actors = [person]
      result.basis = .name
      return result
    }
    guard let actor = unnamedSpeaker(words) else { return attribution }
    result.actors = [actor]
    result.basis = .description
    return result
  }

  /// "la Quispe": the one person of the article with that surname, if the article agrees.
  private func surnamed(_ words: Range<Int>) -> Int? {
    // "dice Maestri": a surname that is a noun for people too.
    if words.count == 1, let first = words.first, text[first].isCapitalized {
      return surnames[LatinFold.fold(text.text[text[first].span])] ?? nil
    }
    guard words.count == 2, let first = words.first,
      clauses.grammar.isAny(text[first].lexeme, of: .definiteArticle),
      text[first + 1].isCapitalized,
      let actor = surnames[LatinFold.fold(text.text[text[first + 1].span])] ?? nil
    else { return nil }
    let article = clauses.grammar.entries[text[first].lexeme]?.first?.agreement
    if article?.number == .plural { return nil }
    if let gender = article?.gender, let known = reading.actors[actor].agreement.gender,
      gender != known
    {
      return nil
    }
    // "la Ferrari" is no man: Italian first names in -o are men’s.
    if article?.gender == .feminine,
      reading.actors[actor].name.utf8.prefix(while: { $0 != UInt8(ascii: " ") }).last
        == UInt8(ascii: "o")
    {
      return nil
    }
    return actor
  }

  private mutating func unnamedSpeaker(_ words: Range<Int>) -> Int? {
    if let body = unknownBody(words) { return body }
    // The noun: the first that can speak, past determiners and adjectives.
    var head = words.lowerBound
    var determiner: Int?
    while head < words.upperBound, head - words.lowerBound < 5 {
      if speakingNoun(head) != nil { break }
      if clauses.isDeterminer(head) { determiner = determiner ?? head }
      head += 1
    }
    // "a detta dei vicini": the article is in the preposition.
    if determiner == nil, words.lowerBound > 0,
      clauses.grammar.isAny(text[words.lowerBound - 1].lexeme, of: .articulatedPreposition)
    {
      determiner = words.lowerBound - 1
    }
    var found = head < words.upperBound ? speakingNoun(head) : nil
    // "una mercante", "un libraio": whoever says something is somebody, unless he is a thing.
    if found == nil, let indefinite = indefiniteHead(words) {
      (head, found) = (indefinite, .person)
    }
    if found == nil, let partitive = partitive(words) { return partitive }
    // "le missioni dell’Unione europea": of a body.
    if found == nil, let body = bodyHead(words) { (head, found) = (body, .body) }
    guard let noun = found else { return nil }
    if let named = nameGiven(after: words.upperBound) { return named }
    let isDefinite =
      determiner.map {
        clauses.grammar.isAny(
          text[$0].lexeme, of: .definiteArticle, .demonstrative, .possessive,
          .articulatedPreposition)
      } ?? false
    let number = agreement(min(determiner ?? head, words.lowerBound)..<head, noun)
    let isPlural = number.number == .plural
    var lemma = text[head].lexeme
    var isOffice = false
    if case .role(let role) = noun {
      lemma = role.lemma
      isOffice = role.roleClass == .office || role.roleClass == .rank
      // "ministri" alone, without an article, is nobody in particular.
      if determiner == nil, isPlural == false, !isAloneInHeadline(head) { return nil }
    } else if determiner == nil, !isPlural {
      return nil
    }
    let end = descriptionEnd(head, words.upperBound)
    // "il ragazzo con la maglietta"
    let isSpecific =
      end > head + 1
      || end < text.count && lexicon.phrase(text, head, .generic) != nil
        && clauses.isPreposition(end)
    // "la donna", "la donna di Kassala": somebody told of before, unless nobody was.
    if isDefinite, !isPlural, lexicon.phrase(text, head, .generic) != nil,
      end > head + 1 || !isSpecific, isAnybodyKnown(before: head)
    {
      return nil
    }
    if isDefinite, !isPlural, !isSpecific {
      if let known = unnamed.actor(noun: lemma, isPlural: false) { return known }
      switch noun {
      case .role:
        // "il ministro": whoever has that office here, if it is one alone.
        var holders = self.holders(of: lemma)
        if holders.isEmpty, lexicon.armedRanks.contains(lemma) { holders = armed }
        if holders.count == 1 { return holders.first }
        if !holders.isEmpty || isOffice && canBeNamed(head, number.gender) { return nil }
        // "La figlia dice": who may be somebody named before.
        if case .role(let role) = noun, role.roleClass == .kin,
          canBeKin(head, number.gender)
        {
          return nil
        }
      case .person: break
      case .body:
        if lexicon.phrase(text, head, .body) == nil, isAnyBodyKnown(before: head) { return nil }
      }
    }
    let name = nameStart(words, head)..<end
    // "La governatrice di Osorno: «…»", who is named further on.
    if isDefinite, !isPlural, isSpecific,
      let person = described[LatinFold.fold(text.text[text.span(name)])]
        ?? officeKey(name).flatMap({ described[$0] ?? nil })
    {
      return person
    }
    return add(name, lemma, number, isPlural: isPlural)
  }

  /// The noun after an indefinite article, if it can be anybody: "un libraio".
  private func indefiniteHead(_ words: Range<Int>) -> Int? {
    guard words.count >= 2, let first = words.first,
      clauses.grammar.isAny(text[first].lexeme, of: .indefiniteArticle)
    else { return nil }
    var head = first + 1
    while head < words.upperBound, clauses.isDeterminer(head) { head += 1 }
    guard head < words.upperBound, text[head].isWord, !text[head].isCapitalized,
      lexicon.phrase(
        text, head, .document, .saying, .remark, .naming, .thing) == nil
    else { return nil }
    return head
  }

  /// "il Governo di unità nazionale": a body that is named but known to no table.
  private mutating func unknownBody(_ words: Range<Int>) -> Int? {
    for token in words.prefix(4) {
      guard let mention = clauses.referents.mention(startingAt: token) else { continue }
      guard mention.actor == nil, mention.label == .organization else { return nil }
      let end = descriptionEnd(mention.tokens.lowerBound, mention.tokens.upperBound)
      return add(
        mention.tokens.lowerBound..<end, text[token].lexeme, .init(number: .singular),
        isPlural: false)
    }
    return nil
  }

  /// "le missioni dell’Unione europea": a noun whose complement is a body that is known.
  private func bodyHead(_ words: Range<Int>) -> Int? {
    guard let first = words.first, words.count >= 2,
      clauses.grammar.isAny(
        text[first].lexeme, of: .definiteArticle, .indefiniteArticle, .quantifier)
    else { return nil }
    let (head, end) = (first + 1, words.upperBound)
    guard end < text.count, text[head].isWord, !text[head].isCapitalized,
      lexicon.phrase(
        text, head, .document, .saying, .remark, .naming, .thing, .content) == nil,
      clauses.grammar.preposition(text[end].lexeme) == lexicon.of,
      let complement = clauses.phrase(end + 1, min(text.count, end + 8)),
      let actor = complement.actors.first, isBody(reading.actors[actor].kind)
    else { return nil }
    return head
  }

  /// "uno dei passeggeri", "alcuni abitanti del posto": one or some of people.
  private mutating func partitive(_ words: Range<Int>) -> Int? {
    guard words.count == 1, let first = words.first, first + 2 < text.count,
      clauses.grammar.isAny(text[first].lexeme, of: .indefiniteArticle, .quantifier),
      clauses.grammar.preposition(text[first + 1].lexeme) == lexicon.of,
      text[first + 2].isWord, !text[first + 2].isCapitalized, !clauses.isAdverb(first + 2),
      !clauses.grammar.isAny(text[first + 2].lexeme, of: .demonstrative),
      lexicon.phrase(text, first + 2, .document, .saying, .thing) == nil
    else { return nil }
    // "uno dei due, un insegnante in pensione": who he is.
    if let comma = ((first + 2)..<min(text.count, first + 6)).first(where: clauses.isComma),
      comma + 1 < text.count,
      clauses.grammar.isAny(text[comma + 1].lexeme, of: .indefiniteArticle),
      let phrase = clauses.phrase(comma + 1, min(text.count, comma + 8)), phrase.actors.isEmpty,
      let known = unnamedSpeaker(phrase.tokens)
    {
      return known
    }
    let entry = clauses.grammar.entries[text[first].lexeme]?.first
    var agreement = ArticleReading.Agreement()
    agreement.gender = entry?.agreement.gender
    return add(
      first..<(first + 3), text[first + 2].lexeme, agreement,
      isPlural: entry?.agreement.number == .plural)
  }

  /// "un ragazzo che chiameremo Yasir", "un uomo di nome Yasir": the name that he is given.
  private func nameGiven(after end: Int) -> Int? {
    let sentence = clauses.sentence(of: max(0, end - 1))
    var i = end
    let limit = min(sentence.upperBound, end + 8)
    while i < limit, !text[i].isPunctuation || text.isMark(i, ",") && i == end {
      if let phrase = lexicon.phrase(text, i, .called) {
        let name = i + phrase.words.count
        guard name < sentence.upperBound, let mention = clauses.referents.mention(startingAt: name),
          mention.label == .person
        else { return nil }
        return mention.actor
      }
      i += 1
    }
    return nil
  }

  /// The first word of the description: adjectives before the noun belong to it, articles do not.
  private func nameStart(_ words: Range<Int>, _ head: Int) -> Int {
    var start = words.lowerBound
    while start < head,
      !text[start].isWord
        || clauses.grammar.isAny(
          text[start].lexeme, of: .definiteArticle, .indefiniteArticle, .possessive, .demonstrative,
          .quantifier, .adverb, .preposition, .articulatedPreposition)
    {
      start += 1
    }
    return start
  }

  /// Whether somebody of that gender, whom the text is not about just now, was named before.
  private func canBeKin(_ token: Int, _ gender: ArticleReading.Agreement.Gender?) -> Bool {
    let topics = [lastSubject, lastSpeaker].compactMap { $0 }.flatMap(\.attribution.actors)
    return reading.actors.indices.contains { actor in
      reading.actors[actor].kind == .person && actor < firstMention.count
        && firstMention[actor] < token && !topics.contains(actor)
        && gender != nil && reading.actors[actor].agreement.gender == gender
    }
  }

  /// Whether somebody named shortly before can have the office: a person of that gender of whom no other is
  /// told.
  private func canBeNamed(_ token: Int, _ gender: ArticleReading.Agreement.Gender?) -> Bool {
    let paragraph = self.paragraph(of: token)
    func fits(_ mention: Referents.Mention) -> Bool {
      guard mention.label == .person, mention.resolution != .description,
        let actor = mention.actor, reading.actors[actor].kind == .person,
        !allHolders.contains(actor)
      else { return false }
      let known = reading.actors[actor].agreement.gender
      // A woman can be called "il ministro".
      return gender != .feminine || known != .masculine
    }
    for mention in clauses.referents.mentions(before: token).prefix(40) {
      guard paragraph - self.paragraph(of: mention.tokens.lowerBound) <= 2 else { break }
      if fits(mention) { return true }
    }
    // Or in what follows: "…, ha detto il ministro. X tace."
    let sentence = clauses.sentence(of: token)
    for next in (token + 1)..<max(token + 1, min(text.count, sentence.upperBound + 24)) {
      guard let mention = clauses.referents.mention(startingAt: next),
        self.paragraph(of: next) == paragraph
      else { continue }
      if fits(mention) { return true }
    }
    return false
  }

  private func isAloneInHeadline(_ head: Int) -> Bool {
    clauses.sentence(of: head).lowerBound == head
  }

  private func agreement(_ determiners: Range<Int>, _ noun: Noun) -> ArticleReading.Agreement {
    var result = ArticleReading.Agreement()
    if case .role(let role) = noun { result = role.agreement }
    for token in determiners {
      guard let entry = clauses.grammar.entries[text[token].lexeme]?.first else { continue }
      result.number = result.number ?? entry.agreement.number
      result.gender = result.gender ?? entry.agreement.gender
    }
    return result
  }

  /// Past the adjectives and the first complement of a description.
  func descriptionEnd(_ head: Int, _ phraseEnd: Int) -> Int {
    let sentence = clauses.sentence(of: head)
    var end = max(head + 1, phraseEnd)
    while end > head + 1, text[end - 1].isPunctuation { end -= 1 }
    // "il collegio presieduto da X": not without its complement.
    if end > head + 1, end < text.count, clauses.isPreposition(end), clauses.groupAt[end - 1] >= 0,
      groups[Int(clauses.groupAt[end - 1])].mood == .participle
    {
      end -= 1
    }
    guard end + 1 < sentence.upperBound, end - head <= 4, clauses.level[end] == clauses.level[head],
      clauses.grammar.preposition(text[end].lexeme) == lexicon.of
    else { return end }
    let complement = clauses.endOfComplement(end + 1, min(sentence.upperBound, end + 6))
    guard complement > end + 1, clauses.referents.date(at: end + 1) == nil else { return end }
    return complement
  }

  private mutating func add(
    _ words: Range<Int>, _ noun: LexemeTable.ID, _ agreement: ArticleReading.Agreement,
    isPlural: Bool
  ) -> Int {
    let span = text.span(words)
    let name = text.text[span]
    let folded = LatinFold.fold(name)
    let actor: Int
    if let known = unnamed.actor(named: folded) {
      actor = known
    } else if let known = anonymous[folded] {
      actor = known
    } else {
      var new = ArticleReading.Actor(name: name, kind: .anonymous)
      new.agreement = agreement
      new.agreement.number = isPlural ? .plural : .singular
      new.forms = [name]
      new.roles = [ArticleReading.Role(text: name, span: span)]
      actor = reading.actors.count
      reading.actors.append(new)
      anonymous[folded] = actor
    }
    if !isPlural { hold(noun, actor) }
    unnamed.add(actor, named: folded, noun: noun, isPlural: isPlural)
    added.append(
      ArticleReading.Mention(
        span: span, label: isPlural ? .group : .person, actor: actor, resolution: .description,
        sieve: "unnamed-speaker"))
    return actor
  }

  /// Those who hold an office by that noun anywhere in the article.
  private func holders(of noun: LexemeTable.ID) -> Set<Int> { officeHolders[noun] ?? [] }

  private func isAnybodyKnown(before token: Int) -> Bool {
    lastSubject.map { topic in
      topic.attribution.actors.contains { isPerson(actor: $0) }
    } ?? false
      || lastSpeaker.map { topic in
        topic.attribution.actors.contains { isPerson(actor: $0) }
      } ?? false
  }

  private func isPerson(actor: Int) -> Bool {
    reading.actors[actor].kind == .person || reading.actors[actor].kind == .anonymous
  }

  /// Whether a body was named in this article before the token.
  private func isAnyBodyKnown(before token: Int) -> Bool {
    firstBody.map { $0 < token } ?? false
  }
}
