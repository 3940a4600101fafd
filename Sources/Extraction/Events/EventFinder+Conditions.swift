import DossierModel

/// Whether the conditions of a trigger hold.
extension EventFinder {
  /// Whether the conditions of a noun's trigger hold.
  func fits(noun index: Int, _ trigger: EventLexicon.Trigger) -> Bool {
    for condition in trigger.conditions {
      guard case .slot(.of, let wants) = condition else { continue }
      let complement = references.complement(of: index)
      if !matches(complement, wants) { return false }
    }
    return true
  }

  func matches(_ phrase: Int?, _ wants: TableArray<EventLexicon.Want>) -> Bool {
    guard let phrase else { return wants.contains(.none) }
    let own = outline.phrases[phrase]
    for want in wants {
      switch want {
      case .none: continue
      case .any: return true
      case .event, .deed: if isEvent(phrase) { return true }
      case .noun(let noun): if !own.classes.isDisjoint(with: noun) { return true }
      case .word(let word): if own.core.contains(where: { text[$0].lexeme == word }) { return true }
      case .place:
        if hasMention(own, .place) { return true }
        if references.references(of: phrase).contains(where: { $0.place != nil }) { return true }
      case .actor:
        if references.references(of: phrase).contains(where: { $0.actor != nil }) { return true }
      case .person:
        if hasMention(own, .person) { return true }
        if references.references(of: phrase).contains(where: \.isPerson) { return true }
      }
    }
    return false
  }

  func hasMention(_ phrase: Phrase, _ label: ArticleReading.Mention.Label) -> Bool {
    phrase.mentions.contains { references.reading.mentions[$0].label == label }
  }

  func holds(
    _ trigger: EventLexicon.Trigger, _ index: Int, _ group: VerbGroup,
    _ roles: (subject: Int?, object: Int?)
  ) -> Bool {
    let clause = outline.clauses[index]
    for condition in trigger.conditions {
      switch condition {
      case .reflexive:
        if !group.clitics.contains(.reflexive), group.voice != .reflexive { return false }
      case .plain: if group.clitics.contains(.reflexive) { return false }
      case .pronoun:
        if !group.clitics.contains(.object) || group.voice == .passive { return false }
      case .slot(.subject, let wants):
        if !matchesSubject(roles.subject, index, wants) { return false }
      case .slot(.object, let wants):
        if !matches(roles.object ?? undergoer(of: index, group), wants) { return false }
      case .slot(.preposition(let base), let wants):
        let found = clause.phrases.filter {
          outline.phrases[$0].preposition?.base == base
            && (outline.phrases[$0].date == nil || asksForWord(wants))
        }
        var holds = false
        for phrase in found where matches(phrase, wants) { holds = true }
        if !holds, !governs(clause, base, wants) { return false }
      default: break
      }
    }
    return true
  }

  /// "condannato a nove anni": a word may stand in a duration.
  private func asksForWord(_ wants: TableArray<EventLexicon.Want>) -> Bool {
    wants.contains { want in
      if case .word = want { true } else { false }
    }
  }

  /// "costretti a fuggire": the infinitive in the place of a noun.
  func governs(
    _ clause: Clause, _ base: LexemeTable.ID, _ wants: TableArray<EventLexicon.Want>
  ) -> Bool {
    guard let verb = clause.verb else { return false }
    let end = document.verbGroups[verb].tokens.upperBound
    return wants.contains { want in
      guard case .word(let word) = want, end + 1 < text.count else { return false }
      return language.grammar.preposition(text[end].lexeme) == base && text[end + 1].lexeme == word
    }
  }

  func matchesSubject(
    _ subject: Int?, _ index: Int, _ wants: TableArray<EventLexicon.Want>
  ) -> Bool {
    if let subject { return matchesList(subject, wants) }
    if let inherited = inheritedSubject(of: index) { return matchesList(inherited, wants) }
    if wants.contains(.none) { return true }
    guard let verb = outline.clauses[index].verb, document.verbGroups[verb].voice != .passive else {
      return false
    }
    // A null subject is whoever was spoken of: somebody alone is no force.
    if !references.subjects[index].isEmpty, references.subjects[index].allSatisfy(\.isPerson) {
      return wants.contains(.actor)
    }
    return wants.contains(.actor) || wants.contains(.noun(.force))
  }

  func matchesList(_ phrase: Int, _ wants: TableArray<EventLexicon.Want>) -> Bool {
    for member in outline.list(phrase) where matches(member, wants) { return true }
    return false
  }

  /// "Graziati venerdì, erano stati arrestati a luglio": whom a passive without a subject goes on with,
  /// named as the subject of the clause beside or of the sentence before.
  private func undergoer(of index: Int, _ group: VerbGroup) -> Int? {
    let clause = outline.clauses[index]
    guard group.voice == .passive, clause.subject == nil, !clause.isHeadline else { return nil }
    if let sibling = clause.sibling { return outline.clauses[sibling].subject }
    guard clause.kind == .main, clause.sentence > 0,
      outline.paragraphs[clause.sentence - 1] == outline.paragraphs[clause.sentence],
      let earlier = outline.sentences[clause.sentence - 1].first(where: {
        outline.clauses[$0].kind == .main && outline.clauses[$0].verb != nil
      }), let subject = outline.clauses[earlier].subject,
      outline.phrases[subject].agreement.number == group.number
    else { return nil }
    return subject
  }

  /// The subject that a gerund, an infinitive or a clause beside takes over.
  private func inheritedSubject(of index: Int) -> Int? {
    let clause = outline.clauses[index]
    if let sibling = clause.sibling { return outline.clauses[sibling].subject }
    guard clause.kind == .gerund, let parent = clause.parent else { return nil }
    return outline.clauses[parent].subject
  }
}
