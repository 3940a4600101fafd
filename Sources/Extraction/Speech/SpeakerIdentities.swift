import DossierModel
import Knowledge

/// Who is known in the article by an office, a description or a surname.
extension CueReader {
  /// Finds the names of those who are described: by an apposition, a predicate, or the same office with
  /// the same complement.
  mutating func findIdentities() {
    for mention in clauses.referents.mentions where mention.resolution == .description {
      guard let actor = mention.actor, reading.actors[actor].kind == .anonymous,
        reading.actors[actor].agreement.number != .plural, identity[actor] == nil
      else { continue }
      let first = mention.tokens.lowerBound
      if let phrase = clauses.phrase(first, min(text.count, first + 16)), phrase.actors.count == 1,
        let named = phrase.actors.first, named != actor,
        reading.actors[named].kind == .person
      {
        identity[actor] = named
      } else if let subject = predicateSubject(first) {
        identity[actor] = subject
      }
    }
  }

  /// "X è il nuovo presidente": X, for the description at `first`.
  private func predicateSubject(_ first: Int) -> Int? {
    var i = first - 1
    while i >= 0, first - i <= 3, clauses.isDeterminer(i), clauses.groupAt[i] < 0 { i -= 1 }
    guard i >= 0, clauses.groupAt[i] >= 0 else { return nil }
    let number = Int(clauses.groupAt[i])
    let group = groups[number]
    guard group.isFinite, group.voice == .active, !group.isNegated,
      group.tokens.upperBound == i + 1,
      clauses.language.verbGroupWords.task(group.verb) == .be,
      let subject = clauses.subjects[number].phrase, subject.actors.count == 1,
      let actor = subject.actors.first, reading.actors[actor].kind == .person
    else { return nil }
    return actor
  }

  /// Notes that the actor holds an office.
  mutating func hold(_ office: LexemeTable.ID, _ actor: Int) {
    officeHolders[office, default: []].insert(actor)
    allHolders.insert(actor)
  }

  /// Notes who is known by a description or office, and where bodies begin to be named.
  mutating func findHolders() {
    let nouns = clauses.language.names.roles.nouns
    for (actor, entry) in reading.actors.enumerated() {
      if entry.kind == .anonymous {
        let folded = LatinFold.fold(entry.name)
        if anonymous[folded] == nil { anonymous[folded] = actor }
      }
      guard
        entry.kind == .person || entry.kind == .anonymous && entry.agreement.number != .plural
      else { continue }
      if entry.kind == .person { noteName(actor, entry) }
      for role in entry.roles {
        let words = text.range(in: role.span)
        guard let head = words.first(where: { nouns[text[$0].lexeme] != nil }),
          let noun = nouns[text[head].lexeme]
        else { continue }
        // "il primo ministro" is an office of two words.
        let office = head > words.lowerBound ? officeOfTwoWords(before: head + 1) : nil
        hold(office ?? noun.lemma, identity[actor] ?? actor)
        if noun.roleClass != .rank,
          words.contains(where: { lexicon.phrase(text, $0, .arms) != nil })
        {
          armed.insert(identity[actor] ?? actor)
        }
      }
    }
    // "La governatrice di Osorno: «…»", who is named further on.
    for (actor, entry) in reading.actors.enumerated()
    where entry.kind == .anonymous && entry.agreement.number != .plural && identity[actor] == nil {
      let key = entry.roles.first.flatMap { officeKey(text.range(in: $0.span)) }
      guard
        let named = described[LatinFold.fold(entry.name)] ?? key.flatMap({ described[$0] ?? nil })
      else { continue }
      if let gender = entry.agreement.gender, let known = reading.actors[named].agreement.gender,
        gender != known
      {
        continue
      }
      identity[actor] = named
    }
    // "l’avvocato X": what stands before a name is no role, but tells what X is.
    for mention in clauses.referents.mentions where mention.label == .person {
      guard let actor = mention.actor, mention.resolution != .description,
        mention.tokens.lowerBound > 0
      else { continue }
      let first = mention.tokens.lowerBound
      // "X, figlio e consigliere di Y"
      let comma = mention.tokens.upperBound
      if comma + 1 < text.count, text.isMark(comma, ","), let kin = nouns[text[comma + 1].lexeme],
        kin.roleClass == .kin
      {
        hold(kin.lemma, actor)
      }
      if let noun = nouns[text[first - 1].lexeme] {
        hold(noun.lemma, actor)
      } else if let office = officeOfTwoWords(before: first) {
        hold(office, actor)
      }
    }
    for mention in clauses.referents.mentions {
      guard let actor = mention.actor, isBody(reading.actors[actor].kind) else { continue }
      firstBody = mention.tokens.lowerBound
      break
    }
  }

  /// The noun of an office with the names in its complement: the same for "governatrice di X" and
  /// "governatrice della regione di X".
  func officeKey(_ words: Range<Int>) -> String? {
    let nouns = clauses.language.names.roles.nouns
    guard let head = words.first(where: { nouns[text[$0].lexeme] != nil }),
      let noun = nouns[text[head].lexeme], noun.roleClass == .office
    else { return nil }
    let names = ((head + 1)..<max(head + 1, words.upperBound)).filter { text[$0].isCapitalized }
    guard !names.isEmpty else { return nil }
    return "\(noun.lemma) "
      + names.map { LatinFold.fold(text.text[text[$0].span]) }
      .joined(separator: " ")
  }

  /// "il pubblico ministero X": an office whose nouns no table has alone.
  private func officeOfTwoWords(before first: Int) -> LexemeTable.ID? {
    guard first >= 2, text[first - 1].isWord, text[first - 2].isWord,
      !text[first - 1].isCapitalized, !clauses.isPreposition(first - 1),
      clauses.groupAt[first - 1] < 0
    else { return nil }
    let words = text.text[text.span((first - 2)..<first)]
    let office = clauses.language.lexemes.id(Substring(words))
    return lexicon.isRole(office) ? office : nil
  }

  private mutating func noteName(_ actor: Int, _ entry: ArticleReading.Actor) {
    func note(_ key: String, in table: inout [String: Int?]) {
      if let known = table[key], known != actor {
        table[key] = .some(nil)
      } else {
        table[key] = actor
      }
    }
    let name = entry.name
    if let space = name.utf8.lastIndex(of: 32) {
      note(LatinFold.fold(name[name.utf8.index(after: space)...]), in: &surnames)
    }
    for role in entry.roles where role.text.utf8.contains(32) {
      note(LatinFold.fold(role.text), in: &described)
      if let key = officeKey(text.range(in: role.span)) { note(key, in: &described) }
    }
  }
}
