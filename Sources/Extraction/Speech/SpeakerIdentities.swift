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
      } else if let phrase = clauses.firstPhrase(
        in: first..<min(clauses.sentence(of: first).upperBound, first + 20)),
        phrase.tokens.lowerBound == first, phrase.actors.count == 1,
        let named = phrase.actors.first, named != actor, reading.actors[named].kind == .person
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
          ?? longerOffice(entry.name)
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
      if comma + 1 < text.count, text.isMark(comma, ","), let noun = nouns[text[comma + 1].lexeme],
        noun.roleClass != .honorific, noun.agreement.number != .plural
      {
        hold(noun.lemma, actor)
      }
      if let office = officeBeforeComma(first) { hold(office, actor) }
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

  /// The only person whom the first line names, if at least two paragraphs of the text name her too and
  /// no other person as often.
  func findProtagonist() -> Int? {
    guard let line = document.paragraphs.first.map({ text.range(in: $0) }), line.count <= 40,
      let last = line.last, !text.isMark(last, ".")
    else { return nil }
    var inTitle: Set<Int> = []
    var paragraphs: [Int: Set<Int>] = [:]
    for mention in clauses.referents.mentions {
      guard mention.label == .person, let actor = mention.actor,
        reading.actors[actor].kind == .person
      else { continue }
      if mention.tokens.lowerBound < line.upperBound {
        inTitle.insert(actor)
      } else {
        paragraphs[actor, default: []].insert(paragraph(of: mention.tokens.lowerBound))
      }
    }
    guard inTitle.count == 1, let actor = inTitle.first, let own = paragraphs[actor]?.count,
      own >= 1, paragraphs.allSatisfy({ $0.key == actor || $0.value.count <= own })
    else { return nil }
    return actor
  }

  /// "ex direttore del consorzio": who is "ex direttore del consorzio irriguo" in full.
  private func longerOffice(_ name: String) -> Int? {
    guard name.utf8.filter({ $0 == 32 }).count >= 2 else { return nil }
    let folded = LatinFold.fold(name) + " "
    var found: Int?
    for (office, actor) in described where office.hasPrefix(folded) {
      guard let actor, found == nil || found == actor else { return nil }
      found = actor
    }
    return found
  }

  /// Who is charged in this article: the subject of what tells so, or else the person named next or last in
  /// its sentence; nobody where two are.
  func findAccused() -> Int? {
    guard
      text.tokens.indices.contains(where: {
        lexicon.begins(.accused, with: text[$0].lexeme)
      })
    else { return nil }
    var counts: [Int: Int] = [:]
    for i in text.tokens.indices
    where lexicon.begins(.charge, with: text[i].lexeme) && clauses.level[i] < 0 {
      guard lexicon.phrase(text, i, .charge) != nil, let actor = charged(at: i) else { continue }
      counts[actor, default: 0] += 1
    }
    let most = counts.values.max() ?? 0
    let found = counts.filter { $0.value == most }
    guard found.count == 1, counts.values.filter({ $0 * 2 > most }).count == 1 else { return nil }
    return found.first?.key
  }

  private func charged(at i: Int) -> Int? {
    func person(_ mention: Referents.Mention?) -> Int? {
      guard let mention, mention.label == .person, mention.resolution != .description,
        let actor = mention.actor, reading.actors[actor].kind == .person
      else { return nil }
      return actor
    }
    if clauses.groupAt[i] >= 0, groups[Int(clauses.groupAt[i])].isFinite,
      groups[Int(clauses.groupAt[i])].voice == .passive
    {
      let subject = clauses.subjects[Int(clauses.groupAt[i])].phrase
      if let subject, subject.actors.count == 1 { return person(subject.mention) }
    }
    let sentence = clauses.sentence(of: i)
    for k in (i + 1)..<max(i + 1, min(sentence.upperBound, i + 24)) {
      guard let actor = person(clauses.referents.mention(startingAt: k)) else { continue }
      // "condannato da X": who judges.
      let isAgent = (max(i, k - 8)..<k).contains {
        clauses.grammar.preposition(text[$0].lexeme).map {
          clauses.language.verbGroupWords.agents.contains($0)
        } ?? false
      }
      if !isAgent { return actor }
    }
    for k in (max(sentence.lowerBound, i - 16)..<i).reversed() {
      if let actor = person(clauses.referents.mention(startingAt: k)) { return actor }
    }
    return nil
  }

  /// "l’avvocato di parte civile, X, …": the noun of the phrase that the name between commas explains.
  private func officeBeforeComma(_ name: Int) -> LexemeTable.ID? {
    let sentence = clauses.sentence(of: name)
    guard name - 2 > sentence.lowerBound, text.isMark(name - 1, ",") else { return nil }
    var found: LexemeTable.ID?
    var i = name - 2
    let floor = max(sentence.lowerBound, name - 12)
    while i >= floor, text[i].isWord, !clauses.isIntroducer(i), !clauses.isCoordinator(i),
      clauses.groupAt[i] < 0 || groups[Int(clauses.groupAt[i])].mood == .participle
    {
      if clauses.referents.mention(covering: i)?.label == .person,
        clauses.referents.mention(covering: i)?.resolution != .description
      {
        return nil
      }
      if let noun = clauses.language.names.roles.nouns[text[i].lexeme],
        noun.agreement.number != .plural
      {
        found = officeOfTwoWords(before: i + 1) ?? noun.lemma
      }
      // The head of the phrase stands after its article.
      if found != nil, i - 1 >= sentence.lowerBound,
        clauses.grammar.isAny(text[i - 1].lexeme, of: .definiteArticle)
      {
        return found
      }
      i -= 1
    }
    return nil
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
