import DossierModel

/// Lists of phrases, and the subject and object among them.
extension OutlineReader {
  /// Settles which phrases joined by commas and conjunctions are lists, and which are appositions.
  func resolveLists(_ range: Range<Int>) {
    // From the right: a comma joins a list only if a conjunction ends it.
    var endsList = TextArray<Int>(in: outline.memory)
    for index in range.reversed() {
      let phrase = outline.phrases[index]
      guard phrase.joinedTo != nil else { continue }
      if phrase.isJoinedByConjunction || endsList.contains(index) {
        guard let partner = partner(of: index) else {
          outline.phrases[index].joinedTo = nil
          continue
        }
        outline.phrases[index].joinedTo = partner
        endsList.append(partner)
      } else {
        outline.phrases[index].joinedTo = nil
      }
    }
    for index in range {
      if let joined = outline.phrases[index].joinedTo {
        outline.phrases[index].listHead = outline.phrases[joined].listHead
        let clause = outline.phrases[joined].clause
        if outline.phrases[index].clause != clause {
          let old = outline.phrases[index].clause
          if let place = outline.clauses[old].phrases.firstIndex(of: index) {
            outline.clauses[old].phrases.remove(at: place)
          }
          outline.clauses[clause].phrases.append(index)
          outline.clauses[clause].phrases.sort()
          outline.phrases[index].clause = clause
        }
      }
    }
  }

  /// Ties the members of each list together.
  func linkLists(_ range: Range<Int>) {
    for index in range where outline.phrases[index].listHead != index {
      // Members stand near each other.
      var before = index - 1
      let head = outline.phrases[index].listHead
      while before > head, index - before < Self.longestGap,
        outline.phrases[before].listHead != head
      {
        before -= 1
      }
      if index - before < Self.longestGap, before == head || outline.phrases[before].isLinked {
        outline.phrases[before].nextInList = index
        outline.phrases[index].isLinked = true
      }
    }
  }

  /// How many phrases two members of a list can stand apart.
  private static let longestGap = 12

  /// The phrase before that the phrase `index` is listed with.
  func partner(of index: Int) -> Int? {
    let phrase = outline.phrases[index]
    guard var candidate = phrase.joinedTo else { return nil }
    let nearest = candidate
    for _ in 0..<5 {
      let other = outline.phrases[candidate]
      if other.date == nil || phrase.date != nil {
        if phrase.preposition != nil {
          if phrase.preposition?.base == other.preposition?.base { return candidate }
        } else if !phrase.classes.isDisjoint(with: other.classes),
          !phrase.classes.isDisjoint(with: .persons.union([.leader, .force]))
        {
          return candidate
        } else if phrase.triggers != nil, other.triggers != nil {
          return candidate
        }
      }
      guard let before = other.follows ?? joinedApposition(candidate) ?? antecedent(of: candidate)
      else { break }
      candidate = before
    }
    if phrase.preposition != nil { return nil }
    let other = outline.phrases[nearest]
    if (other.date == nil) != (phrase.date == nil) { return nil }
    return nearest
  }

  /// What the participle or relative clause around the phrase hangs on.
  func antecedent(of index: Int) -> Int? {
    let clause = outline.clauses[outline.phrases[index].clause]
    return clause.kind == .participle ? clause.antecedent : nil
  }

  func joinedApposition(_ index: Int) -> Int? {
    let phrase = outline.phrases[index]
    return phrase.isJoinedByConjunction ? nil : phrase.joinedTo
  }

  /// Finds subject and object of a clause among its phrases.
  func resolveArguments(_ index: Int) {
    let clause = outline.clauses[index]
    guard let number = clause.verb else { return }
    let group = groups[number]
    before.truncate(to: 0)
    after.truncate(to: 0)
    for place in clause.phrases {
      let tokens = outline.phrases[place].tokens
      guard isBare(place), outline.phrases[place].listHead == place else { continue }
      if tokens.upperBound <= group.tokens.lowerBound { before.append(place) }
      if tokens.lowerBound >= group.tokens.upperBound { after.append(place) }
    }
    var subject: Int?
    var object: Int?
    switch clause.kind {
    case .infinitive, .gerund:
      object = firstAfter(group)
    case .participle:
      subject = clause.antecedent
      if subject == nil, let parent = clause.parent, let verb = outline.clauses[parent].verb,
        groups[verb].tokens.upperBound == group.tokens.lowerBound
      {
        subject = outline.clauses[parent].subject  // "sono rimasti uccisi"
      }
      if group.voice == .active { object = firstAfter(group) }
    default:
      if clause.isHeadline {
        subject = after.first
        break
      }
      subject = chosenSubject()
      let first = firstAfter(group)
      if let before = subject, let first, group.voice == .passive, isApart(before, group),
        outline.phrases[first].agreement.number == group.number
      {
        // "Dalla fuga di X, capo dei Y, sono state uccise dieci persone"
        subject = first
      }
      if clause.kind == .relative, clause.preposition < 0, subject == nil {
        // "gli uomini che hanno attaccato"; "la città che i ribelli hanno preso" has its own subject.
        subject = clause.antecedent
        object = first
      } else if clause.kind == .relative, clause.preposition < 0, group.voice == .active {
        object = clause.antecedent
      } else if subject != nil {
        object = first
      } else if let first {
        if takesSubjectAfter(group, first) { subject = first } else { object = first }
        if subject == first, after.count > 1, group.voice == .active,
          language.verbs.auxiliary(of: group.verb) == .avere
        {
          object = after[1]
        } else if subject == nil, after.count > 1, followsObject(after[1], first, group) {
          subject = after[1]
        }
      }
    }
    if group.voice == .passive, object == subject { object = nil }
    outline.clauses[index].subject = subject
    outline.clauses[index].object = object
  }

  /// Whether one person or thing stands before a verb of several.
  private func isApart(_ phrase: Int, _ group: VerbGroup) -> Bool {
    guard group.number == .plural, outline.list(phrase).second == nil else { return false }
    let own = outline.phrases[phrase]
    return own.agreement.number == .singular
      || own.agreement.number == nil && own.mentions.contains { mentions[$0].label == .person }
  }

  /// Whether the phrase has no preposition and is no date.
  func isBare(_ phrase: Int) -> Bool {
    outline.phrases[phrase].preposition == nil && outline.phrases[phrase].date == nil
  }

  /// The first phrase after the verb, if no other complement stands far between.
  func firstAfter(_ group: VerbGroup) -> Int? {
    guard let first = after.first else { return nil }
    // After a comma it is another's: an apposition or the subject of what follows; two commas only set
    // off what stands between.
    let end = outline.phrases[first].tokens.lowerBound
    var commas = 0
    var j = group.tokens.upperBound
    while j < end {
      if text.isMark(j, ",") { commas += 1 }
      j += 1
    }
    return commas == 0 || commas == 2 && text.isMark(end - 1, ",") ? first : nil
  }

  /// The subject among the bare phrases before the verb: the last, unless it only explains a name.
  func chosenSubject() -> Int? {
    guard var chosen = before.last else { return nil }
    var place = before.count - 1
    while place > 0 {
      let phrase = outline.phrases[chosen]
      let earlier = before[place - 1]
      let other = outline.phrases[earlier]
      let isSetOff = (other.tokens.upperBound..<phrase.tokens.lowerBound).contains {
        text.isMark($0, ",")
      }
      // "Secondo il portavoce, X, i paramilitari hanno attaccato": several explain no one person.
      if phrase.agreement.number == .plural, other.mentions.count == 1,
        mentions[other.mentions.first ?? 0].label == .person
      {
        break
      }
      guard isSetOff, phrase.mentions.isEmpty || phrase.classes.contains(.leader),
        !other.mentions.isEmpty || !other.classes.isDisjoint(with: .persons.union(.leader))
      else { break }
      chosen = earlier
      place -= 1
    }
    return chosen
  }

  /// Whether who does it stands after the object, as number shows: "hanno perso la vita 40 persone".
  func followsObject(_ phrase: Int, _ object: Int, _ group: VerbGroup) -> Bool {
    guard group.voice == .active, let number = group.number,
      let other = outline.phrases[object].agreement.number
    else { return false }
    return other != number && outline.phrases[phrase].agreement.number == number
  }

  /// Whether the phrase after the verb is its subject: "è scoppiata la guerra", "sono morti in tre".
  func takesSubjectAfter(_ group: VerbGroup, _ phrase: Int) -> Bool {
    let agreement = outline.phrases[phrase].agreement
    if let number = agreement.number, let own = group.number, number != own,
      outline.list(phrase).second == nil
    {
      return false
    }
    if group.voice == .passive || group.voice == .reflexive { return true }
    if group.clitics.contains(.object) { return true }
    if language.verbs.auxiliary(of: group.verb) == .essere { return true }
    if language.verbs.auxiliary(of: group.verb) == .both {
      return group.finite == group.head
        || language.verbs.readings(text[group.finite].lexeme).contains {
          language.verbGroupWords.task($0.verb) == .be
        }
    }
    // "ha accusato il ministro di …": the object, unless the words accuse: "«…», ha accusato il ministro".
    if group.voice == .active, !outline.isTag(group, in: text),
      lexicon.claimCues(of: group.verb).first.map({ cue in
        guard case .object? = cue.addressees else { return false }
        return cue.kind == .accusation || cue.kind == .appeal || cue.kind == .condemnation
      }) ?? false
    {
      return false
    }
    // "ha detto il ministro": whoever speaks may stand after.
    return !lexicon.claimCues(of: group.verb).isEmpty
      && !outline.phrases[phrase].classes.isDisjoint(with: [.leader, .force, .people, .fighter])
      || (!lexicon.claimCues(of: group.verb).isEmpty && !outline.phrases[phrase].mentions.isEmpty
        && outline.phrases[phrase].triggers == nil)
  }
}
