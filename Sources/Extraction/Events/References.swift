import DossierModel
import Knowledge

/// Somebody or something that a phrase speaks of.
struct Reference: Sendable, Hashable {
  /// The index of the actor.
  @CompactIndex var actor: Int?
  /// The index of the place.
  @CompactIndex var place: Int?
  /// The words that refer to it.
  var span: TextSpan
  /// Whether a person is named.
  var isPerson = false
}

/// Tells which actors and places the phrases of a text speak of: by the mentions in them, by
/// adjectives of countries, by possessives and by words for both sides.
///
/// Clauses are taken in the order of the text, so that what was said before is known.
final class References {
  let document: Document
  let language: Language
  let outline: Outline
  /// The reading, which gains countries that only adjectives name and groups that no name names.
  var reading: ArticleReading
  /// The subjects of each clause.
  let subjects: TextArray<TextArray<Reference>>
  /// What each mention of the reading refers to.
  private let mentions: TextArray<Reference>
  /// The two that were named last as a pair.
  private var pair = TextArray<Int>()
  /// By the noun of fighters: whose they are, where the text says so once ("i ribelli del Fronte
  /// X").
  private var owners: [LexemeTable.ID: Int] = [:]
  /// By phrase: the pair that was known when it was read.
  private let pairs: TextArray<TextArray<Int>>

  var text: TokenizedText { document.tokens }
  var lexicon: EventLexicon { @inline(__always) get { language.events } }
  var nobody: TextArray<Reference> { TextArray(in: outline.memory) }

  /// What the phrases of `outline` refer to, by the mentions of `reading`.
  init(document: Document, language: Language, outline: Outline, reading: ArticleReading) {
    (self.document, self.language, self.outline, self.reading) = (
      document, language, outline, reading
    )
    let memory = outline.memory
    subjects = TextArray(repeating: TextArray(), count: outline.clauses.count, in: memory)
    pairs = TextArray(repeating: TextArray(), count: outline.phrases.count, in: memory)
    var mentions = TextArray<Reference>(in: memory)
    mentions.reserve(reading.mentions.count)
    for mention in reading.mentions {
      mentions.append(
        Reference(
          actor: mention.actor, place: mention.place, span: mention.span,
          isPerson: mention.label == .person))
    }
    self.mentions = mentions
    noteOwners()
    for sentence in outline.sentences.indices {
      for phrase in outline.phrasesOfSentence[sentence] {
        pairs[phrase] = pair
        notePair(at: phrase)
      }
      for clause in outline.sentences[sentence] { subjects[clause] = subject(of: clause) }
    }
  }

  // MARK: Phrases

  /// What the list that begins with `phrase` refers to.
  func references(ofList phrase: Int) -> TextArray<Reference> {
    references(ofList: phrase, depth: 0)
  }

  /// What `phrase` refers to: the names in it, or what its complement or adjective names.
  func references(of phrase: Int, depth: Int = 0) -> TextArray<Reference> {
    let own = outline.phrases[phrase]
    guard own.date == nil, depth < 4 else { return nobody }
    var named = references(ofMentionsIn: own)
    if own.classes.contains(.leader), !named.contains(where: \.isPerson),
      let person = person(after: phrase)
    {
      return person
    }
    if let represented = represented(by: phrase, named, depth) { return represented }
    let persons = named.filter(\.isPerson)
    if !persons.isEmpty { return persons }
    if !named.isEmpty {
      // "la capitale Kiev" names Kiev; "le città del Donbass" its region only if nothing is named.
      return named
    }
    if let both = both(of: phrase) { return both }
    if !own.classes.isDisjoint(with: [
      .force, .leader, .fighter, .troops, .projectile, .aircraft, .weapon,
    ]), own.triggers == nil || own.classes.contains(.projectile) {
      named = adjectives(of: own)
      if !named.isEmpty { return named }
    }
    if own.triggers != nil { return nobody }
    if let next = complement(of: phrase) {
      let inner = references(ofList: next, depth: depth + 1)
      if own.classes.contains(.district) {
        var places = nobody
        for reference in inner where reference.place != nil {
          places.append(Reference(actor: nil, place: reference.place, span: reference.span))
        }
        // "obiettivi degli Houthi": whose they are.
        return places.isEmpty ? inner.filter { $0.actor != nil } : places
      }
      if own.classes.isDisjoint(with: [.force, .leader, .fighter, .troops]) == false {
        return inner
      }
    }
    if own.isPossessive {
      var owners = nobody
      for reference in possessors(of: phrase) {
        owners.append(Reference(actor: reference.actor, place: nil, span: text.span(own.core)))
      }
      return owners
    }
    if own.classes.contains(.body), let group = group(takenUpBy: own) { return group }
    return unnamed(own)
  }

  /// "il gruppo", "la milizia": the organization named last.
  private func group(takenUpBy phrase: Phrase) -> TextArray<Reference>? {
    guard phrase.determiner == .definite, phrase.agreement.number != .plural,
      phrase.core.upperBound - phrase.head == 1, phrase.mentions.isEmpty, phrase.quantity == nil
    else { return nil }
    var index = outline.phrases.count
    var (low, high) = (0, outline.phrases.count)
    while low < high {
      let middle = (low + high) / 2
      if outline.phrases[middle].tokens.lowerBound < phrase.tokens.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    index = low - 1
    var steps = 0
    while index >= 0, steps < Self.groupReach {
      // What only says whose something is was not spoken of: "il segretario dell’Onu".
      let other = outline.phrases[index]
      if other.preposition?.relation != .of {
        for mention in other.mentions {
          guard let actor = mentions[mention].actor, mentions[mention].place == nil else {
            continue
          }
          let kind = reading.actors[actor].kind
          guard kind == .organization || kind == .military else { continue }
          var found = nobody
          found.append(Reference(actor: actor, place: nil, span: text.span(phrase.core)))
          return found
        }
      }
      index -= 1
      steps += 1
    }
    return nil
  }

  /// How many phrases back "il gruppo" is looked for.
  private static let groupReach = 40

  /// Whoever speaks without a name in `phrase`: "il prefetto", "il governo", "i ribelli".
  func speaker(in phrase: Int) -> Int? {
    let own = outline.phrases[phrase]
    guard !own.classes.isDisjoint(with: [.leader, .fighter, .force]), own.mentions.isEmpty,
      own.quantity == nil, own.determiner == .definite, !own.isPossessive, own.triggers == nil,
      own.core.upperBound - own.head <= 2, own.head < own.core.upperBound
    else { return nil }
    let words = own.head..<own.core.upperBound
    let name = text.string(words).lowercased()
    if let known = reading.actors.firstIndex(where: { $0.kind == .anonymous && $0.name == name }) {
      return known
    }
    var added = ArticleReading.Actor(name: name, kind: .anonymous)
    added.forms = [text.string(words)]
    reading.actors.append(added)
    return reading.actors.count - 1
  }

  private func noteOwners() {
    var ambiguous: [LexemeTable.ID] = []
    for phrase in outline.phrases.indices {
      let own = outline.phrases[phrase]
      guard own.classes.contains(.fighter), own.agreement.number != .singular,
        own.quantity == nil, own.mentions.isEmpty, let next = complement(of: phrase),
        let actor = outline.phrases[next].mentions.lazy.compactMap({ self.mentions[$0].actor })
          .first,
        reading.actors[actor].kind == .organization || reading.actors[actor].kind == .military
      else { continue }
      let noun = text[own.head].lexeme
      if let known = owners[noun], known != actor { ambiguous.append(noun) }
      owners[noun] = actor
    }
    for noun in ambiguous { owners[noun] = nil }
  }

  /// Fighters without a name: "i ribelli", "uomini armati"; those whom newspapers write in small letters
  /// are known by the world's table ("i talebani").
  func unnamed(_ phrase: Phrase, of kind: NounClass = .fighter) -> TextArray<Reference> {
    guard phrase.classes.contains(kind), phrase.agreement.number != .singular,
      phrase.mentions.isEmpty, phrase.quantity == nil, !phrase.isPossessive
    else { return nobody }
    let start = phrase.core.first {
      let lexeme = text[$0].lexeme
      return !language.grammar.isAny(
        lexeme, of: .definiteArticle, .indefiniteArticle, .demonstrative, .quantifier)
        && !language.grammar.isAny(lexeme, of: .articulatedPreposition, .adverb)
    }
    guard let start, start <= phrase.head, phrase.core.upperBound - start <= 4 else {
      return nobody
    }
    let words = start..<phrase.core.upperBound
    if words.count == 1, let owner = owners[text[start].lexeme] {
      var found = nobody
      found.append(Reference(actor: owner, place: nil, span: text.span(words)))
      return found
    }
    let name = text.string(words).lowercased()
    var found = nobody
    let known = Knowledge.shared.organizations[name]
    let actor = reading.actors.firstIndex { actor in
      if let known { return actor.key == known.key }
      return actor.kind == .anonymous && actor.name == name
    }
    if let actor {
      found.append(Reference(actor: actor, place: nil, span: text.span(words)))
      return found
    }
    var added = ArticleReading.Actor(
      name: known?.name ?? name, kind: known?.kind ?? .anonymous, country: known?.country,
      key: known?.key)
    added.forms = [text.string(words)]
    reading.actors.append(added)
    found.append(Reference(actor: reading.actors.count - 1, place: nil, span: text.span(words)))
    return found
  }

  /// Those for whom unnamed leaders and officials act: "i leader dei due paesi", "funzionari di
  /// Stati Uniti e Russia".
  private func represented(
    by phrase: Int, _ named: TextArray<Reference>, _ depth: Int
  ) -> TextArray<Reference>? {
    let own = outline.phrases[phrase]
    guard own.classes.contains(.leader), own.agreement.number != .singular,
      named.allSatisfy({ reference in
        reference.actor.map { reading.actors[$0].kind == .anonymous } ?? false
      })
    else { return nil }
    // A description may cover its complement; the names inside stand beside it.
    let span = text.span(own.core)
    var inner = nobody
    for mention in own.mentions {
      var index = mention + 1
      while index < reading.mentions.count, reading.mentions[index].span.start < span.end {
        let other = reading.mentions[index]
        if other.actor != nil, reading.mentions[mention].span.contains(other.span) {
          inner.append(Reference(actor: other.actor, place: other.place, span: other.span))
        }
        index += 1
      }
    }
    for token in own.core where isTwo(before: token) {
      if let need = lexicon.pairs[text[token].lexeme], need != .each, !pairs[phrase].isEmpty {
        return both(pairs[phrase], span)
      }
    }
    if let next = complement(of: phrase) {
      inner.append(contentsOf: references(ofList: next, depth: depth + 1))
    }
    // One state’s officials are themselves; those of several stand for each.
    return inner.count > 1 || inner.count == 1 && outline.list(own.listHead).second != nil
      ? inner : nil
  }

  private func isTwo(before token: Int) -> Bool {
    token > 0 && language.numbers.words[text[token - 1].lexeme]?.contains(.numeral(2)) ?? false
  }

  private func references(ofList phrase: Int, depth: Int) -> TextArray<Reference> {
    let members = outline.list(phrase)
    var found = references(of: members.first, depth: depth)
    if members.second != nil {
      for member in members.dropFirst() {
        found.append(contentsOf: references(of: member, depth: depth))
      }
    }
    return found
  }

  func references(ofMentionsIn phrase: Phrase) -> TextArray<Reference> {
    var found = nobody
    for index in phrase.mentions {
      let mention = mentions[index]
      if mention.actor != nil || mention.place != nil { found.append(mention) }
    }
    return found
  }

  /// The places that the list beginning with `phrase` names.
  func places(ofList phrase: Int) -> TextArray<Reference> {
    var result = nobody
    for member in outline.list(phrase) {
      let own = outline.phrases[member]
      var named = references(ofMentionsIn: own).filter { $0.place != nil }
      if named.isEmpty, let seat = seat(in: own) { named.append(seat) }
      if named.isEmpty { named = unlisted(in: own) }
      if named.isEmpty, own.mentions.isEmpty { named = homeland(of: own) }
      if !named.isEmpty {
        result.append(contentsOf: named)
      } else if own.mentions.isEmpty, own.triggers == nil, let next = complement(of: member) {
        let isPart = !own.classes.isDisjoint(with: .placed)
        if isPart {
          result.append(contentsOf: places(ofList: next))
          // "nella regione di confine di Homs": past a complement that names nothing.
          if result.isEmpty, let further = complement(of: next) {
            result.append(contentsOf: places(ofList: further))
          }
        }
      }
    }
    return result
  }

  /// The phrase with "di" that complements `phrase`.
  func complement(of phrase: Int) -> Int? {
    var next = phrase + 1
    while next < outline.phrases.count, next <= phrase + 2 {
      let other = outline.phrases[next]
      if other.follows == phrase, other.preposition?.relation == .of { return next }
      next += 1
    }
    return nil
  }

  /// The countries that adjectives in `phrase` name: "le truppe russe".
  func adjectives(of phrase: Phrase) -> TextArray<Reference> {
    var result = nobody
    for token in phrase.core where text[token].lexeme >= 0 {
      guard let demonyms = language.names.demonyms[text[token].lexeme] else { continue }
      let homes = demonyms.map(\.homeland)
      guard let first = homes.first, homes.allSatisfy({ $0 == first }),
        let actor = homelandActor(first)
      else { continue }
      result.append(Reference(actor: actor, place: nil, span: text[token].span))
    }
    return result
  }

  func homelandActor(_ homeland: Demonym.Homeland) -> Int? {
    switch homeland {
    case .country(let code):
      guard let country = Knowledge.shared.countries[code] else { return nil }
      if let known = reading.actors.firstIndex(where: { $0.key == country.actorKey }) {
        return known
      }
      reading.actors.append(
        .init(
          name: country.name, kind: .state, country: country.isoCode, key: country.actorKey))
      return reading.actors.count - 1
    case .region(let slug):
      return reading.actors.firstIndex { $0.key == "region:" + slug }
    }
  }

  // MARK: Both sides

  /// The pair that a phrase for both sides stands for.
  private func both(of phrase: Int) -> TextArray<Reference>? {
    let own = outline.phrases[phrase]
    guard own.core.count <= 6, !pairs[phrase].isEmpty else { return nil }
    for token in own.core where text[token].lexeme >= 0 {
      guard let need = lexicon.pairs[text[token].lexeme] else { continue }
      let isTwo = own.quantity?.low == 2 && own.quantity?.high == 2
      let isEach = own.determiner == .quantifier || isTwo
      let fits =
        switch need {
        case .the: own.determiner == .definite || isTwo
        case .due: isTwo
        case .each: isEach
        }
      if fits, own.mentions.isEmpty {
        return both(pairs[phrase], text.span(own.core))
      }
    }
    return nil
  }

  private func both(_ pair: TextArray<Int>, _ span: TextSpan) -> TextArray<Reference> {
    var found = nobody
    for actor in pair { found.append(Reference(actor: actor, place: nil, span: span)) }
    return found
  }

  /// Notes two that are named together: "X e Y", "tra X e Y".
  private func notePair(at phrase: Int) {
    let own = outline.phrases[phrase]
    guard own.listHead != phrase else {
      // "… contro Y", "… con Y" after a subject in the same clause
      guard let preposition = own.preposition,
        preposition.relation == .with || preposition.relation == .against
          || preposition.relation == .border,
        let other = sole(phrase), let clause = clauseSubject(phrase), other != clause,
        isSide(other), isSide(clause)
      else { return }
      notePair(clause, other)
      return
    }
    let members = outline.list(own.listHead)
    guard members.isPair, let member = members.second, let first = sole(members.first),
      let second = sole(member),
      first != second, isSide(first), isSide(second)
    else { return }
    notePair(first, second)
  }

  private func notePair(_ first: Int, _ second: Int) {
    // A list of its own: phrases keep the pair that was known when they were read.
    pair = TextArray(in: outline.memory)
    pair.append(first)
    pair.append(second)
  }

  private func sole(_ phrase: Int) -> Int? {
    var found: Int?
    for mention in outline.phrases[phrase].mentions {
      guard let actor = mentions[mention].actor else { continue }
      if found != nil { return nil }
      found = actor
    }
    if found == nil, outline.phrases[phrase].classes.contains(.fighter) {
      let those = references(of: phrase)
      if those.count == 1, let only = those.first { return only.actor }
    }
    return found
  }

  private func clauseSubject(_ phrase: Int) -> Int? {
    let clause = outline.clauses[outline.phrases[phrase].clause]
    guard let subject = clause.subject else { return nil }
    return sole(subject)
  }

  private func isSide(_ actor: Int) -> Bool {
    switch reading.actors[actor].kind {
    case .state, .military, .government, .group, .organization: true
    case .person, .media, .anonymous: false
    }
  }
}
