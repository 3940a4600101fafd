import DossierModel
import Knowledge

/// Somebody or something that a phrase speaks of.
struct Reference: Sendable, Hashable {
  /// The index of the actor.
  var actor: Int?
  /// The index of the place.
  var place: Int?
  /// The words that refer to it.
  var span: TextSpan
  /// Whether a person is named.
  var isPerson = false
}

/// Tells which actors and places the phrases of a text speak of: by the mentions in them, by
/// adjectives of countries, by possessives and by words for both sides.
///
/// Clauses are taken in the order of the text, so that what was said before is known.
struct References {
  let document: Document
  let language: Language
  let outline: Outline
  /// The reading, which gains the countries that only adjectives name.
  private(set) var reading: ArticleReading
  /// The subjects of each clause.
  private(set) var subjects: [[Reference]] = []
  /// The two that were named last as a pair.
  private var pair: [Int] = []
  /// By phrase: the pair that was known when it was read.
  private var pairs: [[Int]] = []

  private var text: TokenizedText { document.tokens }
  private var lexicon: EventLexicon { language.events }

  /// What the phrases of `outline` refer to, by the mentions of `reading`.
  init(document: Document, language: Language, outline: Outline, reading: ArticleReading) {
    (self.document, self.language, self.outline, self.reading) = (
      document, language, outline, reading
    )
    subjects = Array(repeating: [], count: outline.clauses.count)
    pairs = Array(repeating: [], count: outline.phrases.count)
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
  mutating func references(ofList phrase: Int) -> [Reference] {
    outline.list(phrase).flatMap { references(of: $0) }
  }

  /// What `phrase` refers to: the names in it, or what its complement or adjective names.
  mutating func references(of phrase: Int, depth: Int = 0) -> [Reference] {
    let own = outline.phrases[phrase]
    guard own.date == nil, depth < 4 else { return [] }
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
    if own.triggers != nil { return [] }
    if let next = complement(of: phrase) {
      let inner = references(ofList: next, depth: depth + 1)
      if own.classes.contains(.district) {
        return inner.filter { $0.place != nil }.map {
          Reference(actor: nil, place: $0.place, span: $0.span)
        }
      }
      if own.classes.isDisjoint(with: [.force, .leader, .fighter, .troops]) == false {
        return inner
      }
    }
    if own.isPossessive {
      return possessors(of: phrase).map {
        Reference(actor: $0.actor, place: nil, span: text.span(own.core))
      }
    }
    return []
  }

  /// Those for whom unnamed leaders and officials act: "i leader dei due paesi", "funzionari di
  /// Stati Uniti e Russia".
  private mutating func represented(
    by phrase: Int, _ named: [Reference], _ depth: Int
  ) -> [Reference]? {
    let own = outline.phrases[phrase]
    guard own.classes.contains(.leader), own.agreement.number != .singular,
      named.allSatisfy({ reference in
        reference.actor.map { reading.actors[$0].kind == .anonymous } ?? false
      })
    else { return nil }
    // A description may cover its complement; the names inside stand beside it.
    let span = text.span(own.core)
    var inner: [Reference] = []
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
        return pairs[phrase].map { Reference(actor: $0, place: nil, span: span) }
      }
    }
    if let next = complement(of: phrase) {
      inner += references(ofList: next, depth: depth + 1)
    }
    // One state’s officials are themselves; those of several stand for each.
    return inner.count > 1 || inner.count == 1 && outline.list(own.listHead).second != nil
      ? inner : nil
  }

  private func isTwo(before token: Int) -> Bool {
    token > 0 && language.numbers.words[text[token - 1].lexeme]?.contains(.numeral(2)) ?? false
  }

  private mutating func references(ofList phrase: Int, depth: Int) -> [Reference] {
    outline.list(phrase).flatMap { references(of: $0, depth: depth) }
  }

  private func references(ofMentionsIn phrase: Phrase) -> [Reference] {
    phrase.mentions.compactMap { index in
      let mention = reading.mentions[index]
      guard mention.actor != nil || mention.place != nil else { return nil }
      return Reference(
        actor: mention.actor, place: mention.place, span: mention.span,
        isPerson: mention.label == .person)
    }
  }

  /// The places that the list beginning with `phrase` names.
  mutating func places(ofList phrase: Int) -> [Reference] {
    var result: [Reference] = []
    for member in outline.list(phrase) {
      let own = outline.phrases[member]
      let named = references(ofMentionsIn: own).filter { $0.place != nil }
      if !named.isEmpty {
        result += named
      } else if own.mentions.isEmpty, own.triggers == nil, let next = complement(of: member) {
        let isPart = !own.classes.isDisjoint(with: [.district, .territory, .people, .civilian])
        if isPart {
          result += places(ofList: next)
          // "nella regione di confine di Homs": past a complement that names nothing.
          if result.isEmpty, let further = complement(of: next) {
            result += places(ofList: further)
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

  /// The person that a title in `phrase` introduces past its complement: "il presidente
  /// dell’Azerbaigian Ilham Aliyev".
  private func person(after phrase: Int) -> [Reference]? {
    var current = phrase
    for _ in 0..<4 {
      guard current + 1 < outline.phrases.count, outline.phrases[current + 1].follows == current,
        let preposition = outline.phrases[current + 1].preposition,
        preposition.relation == .of
          || preposition.relation == .beneficiary
      else { return nil }
      current += 1
      let persons = references(ofMentionsIn: outline.phrases[current]).filter(\.isPerson)
      // "il portavoce di Ivan Petrov" has the name right after "di".
      if let first = persons.first {
        let start = outline.phrases[current].core.lowerBound
        return Int(text[start].start) < first.span.start ? persons : nil
      }
    }
    return nil
  }

  /// The countries that adjectives in `phrase` name: "le truppe russe".
  mutating func adjectives(of phrase: Phrase) -> [Reference] {
    var result: [Reference] = []
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

  mutating func homelandActor(_ homeland: Demonym.Homeland) -> Int? {
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

  /// Those whom a possessive in `phrase` points to: whoever speaks or acts in the clause around.
  private mutating func possessors(of phrase: Int) -> [Reference] {
    var clause = outline.phrases[phrase].clause
    for _ in 0..<6 {
      let own = outline.clauses[clause]
      let isSubject = own.subject == outline.phrases[phrase].listHead
      if let verb = own.verb {
        let group = document.verbGroups[verb]
        let isReport = !lexicon.claimCues(of: group.verb).isEmpty
        if !isSubject, group.voice != .passive || isReport, own.kind != .infinitive,
          !subjects[clause].isEmpty
        {
          return subjects[clause]
        }
        // "accusa X di aver ucciso uno dei suoi soldati": the accuser's.
        if own.kind == .infinitive, !isAccused(clause), !subjects[clause].isEmpty {
          return subjects[clause]
        }
      }
      guard let parent = own.parent else { return [] }
      clause = parent
    }
    return []
  }

  /// Whether the infinitive tells what somebody else is accused of.
  private func isAccused(_ clause: Int) -> Bool {
    guard let parent = outline.clauses[clause].parent, let verb = outline.clauses[parent].verb
    else { return false }
    return lexicon.claimCues(of: document.verbGroups[verb].verb).contains {
      $0.kind == .accusation && $0.addressees == .object
    }
  }

  // MARK: Both sides

  /// The pair that a phrase for both sides stands for.
  private func both(of phrase: Int) -> [Reference]? {
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
        return pairs[phrase].map { Reference(actor: $0, place: nil, span: text.span(own.core)) }
      }
    }
    return nil
  }

  /// Notes two that are named together: "X e Y", "tra X e Y".
  private mutating func notePair(at phrase: Int) {
    let own = outline.phrases[phrase]
    guard own.listHead != phrase else {
      // "… contro Y", "… con Y" after a subject in the same clause
      guard let preposition = own.preposition,
        preposition.relation == .with || preposition.relation == .against
          || preposition.relation == .border,
        let other = sole(phrase), let clause = clauseSubject(phrase), other != clause,
        isSide(other), isSide(clause)
      else { return }
      pair = [clause, other]
      return
    }
    let members = outline.list(own.listHead)
    guard members.count == 2, let member = members.second, let first = sole(members.first),
      let second = sole(member),
      first != second, isSide(first), isSide(second)
    else { return }
    pair = [first, second]
  }

  private func sole(_ phrase: Int) -> Int? {
    let found = references(ofMentionsIn: outline.phrases[phrase]).compactMap(\.actor)
    return found.count == 1 ? found[0] : nil
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

  // MARK: Subjects

  /// Those who do, or undergo, what the verb of `clause` tells.
  private mutating func subject(of clause: Int) -> [Reference] {
    let own = outline.clauses[clause]
    guard let verb = own.verb else { return [] }
    let group = document.verbGroups[verb]
    if let phrase = own.subject {
      let found = references(ofList: phrase)
      if !found.isEmpty || own.kind == .main { return found }
      return found
    }
    if let sibling = own.sibling, own.kind.isFinite || own.kind == .infinitive {
      let other = outline.clauses[sibling]
      if own.kind == .infinitive { return subjects[sibling] }
      let number = other.verb.flatMap { document.verbGroups[$0].number }
      if number == nil || group.number == nil || number == group.number { return subjects[sibling] }
      return []
    }
    switch own.kind {
    case .infinitive, .gerund:
      guard let parent = own.parent else { return [] }
      if own.kind == .infinitive, let controlled = controlled(by: parent) { return controlled }
      return subjects[parent]
    case .complement:
      // "ha detto che ha attaccato": the speaker.
      guard let parent = own.parent, group.person != 1 else { return [] }
      let number = outline.clauses[parent].verb.flatMap { document.verbGroups[$0].number }
      return number == group.number && group.voice == .active && own.start > 0
        ? subjects[parent] : []
    case .subordinate:
      guard let parent = own.parent, group.voice != .passive else { return [] }
      // "preme su X affinché cessi": whoever is pressed.
      if own.effect == .wanted, let pressed = pressed(before: own.start, in: parent) {
        return pressed
      }
      return subjects[parent]
    case .main:
      guard group.person == 3, group.voice != .reflexive || group.clitics == .reflexive,
        !own.isHeadline, own.sentence > 0
      else { return [] }
      // A null subject goes on with that of the sentence before.
      guard
        let earlier = outline.sentences[own.sentence - 1].first(where: {
          outline.clauses[$0].kind == .main && outline.clauses[$0].verb != nil
        }), let other = outline.clauses[earlier].verb
      else { return [] }
      let previous = document.verbGroups[other]
      guard previous.number == group.number,
        isSameParagraph(own.sentence, own.sentence - 1)
      else { return [] }
      return subjects[earlier]
    default: return []
    }
  }

  /// Those named last before an aim is told, after a preposition or as an object.
  private mutating func pressed(before token: Int, in parent: Int) -> [Reference]? {
    guard
      let phrase = outline.clauses[parent].phrases.last(where: {
        outline.phrases[$0].tokens.upperBound <= token && outline.phrases[$0].date == nil
      }), outline.phrases[phrase].tokens.upperBound == token
    else { return nil }
    let found = references(ofList: phrase).filter { $0.actor != nil }
    return found.isEmpty ? nil : found
  }

  /// Those whom the verb of `parent` makes the subject of its infinitive: the object of accusing,
  /// urging and forcing, the "a" of asking.
  private mutating func controlled(by parent: Int) -> [Reference]? {
    let clause = outline.clauses[parent]
    guard let verb = clause.verb else { return nil }
    let group = document.verbGroups[verb]
    if group.voice == .passive { return subjects[parent] }
    let cues = lexicon.claimCues(of: group.verb)
    for cue in cues {
      switch cue.addressees {
      case .object:
        if let object = clause.object { return references(ofList: object) }
      case .preposition(let base):
        if cue.kind == .appeal,
          let phrase = clause.phrases.first(where: {
            outline.phrases[$0].preposition?.base == base
              && outline.phrases[$0].tokens.lowerBound >= group.tokens.upperBound
          })
        {
          return references(ofList: phrase)
        }
      default: break
      }
    }
    if lexicon.effect(of: group.verb, on: .clause) == .happened, let object = clause.object {
      return references(ofList: object)  // costringere X a
    }
    return nil
  }

  private func isSameParagraph(_ a: Int, _ b: Int) -> Bool {
    outline.paragraphs[a] == outline.paragraphs[b]
  }
}

extension References {
  /// The countries of a compound adjective at `token`: "russo-ucraini".
  mutating func compound(at token: Int) -> [Reference] {
    let folded = LatinFold.fold(document.tokens.string(token))
    guard let compound = Knowledge.shared.compound(folded: folded.utf8), compound.stance == nil
    else { return [] }
    return compound.members.compactMap { demonyms in
      guard let first = demonyms.first?.homeland, demonyms.allSatisfy({ $0.homeland == first })
      else { return nil }
      return homelandActor(first).map {
        Reference(actor: $0, place: nil, span: document.tokens[token].span)
      }
    }
  }
}
