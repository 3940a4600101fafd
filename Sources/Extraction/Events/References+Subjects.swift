import DossierModel

/// Who does, undergoes or owns what a clause tells of.
extension References {
  /// Those who do, or undergo, what the verb of `clause` tells.
  func subject(of clause: Int) -> TextArray<Reference> {
    let own = outline.clauses[clause]
    guard let verb = own.verb else { return nobody }
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
      return nobody
    }
    switch own.kind {
    case .infinitive, .gerund:
      guard let parent = own.parent else { return nobody }
      if own.kind == .infinitive, let controlled = controlled(by: parent) { return controlled }
      return subjects[parent]
    case .complement:
      // "ha detto che ha attaccato": the speaker.
      guard let parent = own.parent, group.person != 1 else { return nobody }
      let number = outline.clauses[parent].verb.flatMap { document.verbGroups[$0].number }
      return number == group.number && group.voice == .active && own.start > 0
        ? subjects[parent] : nobody
    case .subordinate:
      guard let parent = own.parent, group.voice != .passive else { return nobody }
      // "preme su X affinché cessi": whoever is pressed.
      if own.effect == .wanted, let pressed = pressed(before: own.start, in: parent) {
        return pressed
      }
      return subjects[parent]
    case .main:
      guard group.person == 3, group.voice != .reflexive || group.clitics == .reflexive,
        !own.isHeadline, own.sentence > 0
      else { return nobody }
      // A null subject goes on with that of the sentence before.
      guard
        let earlier = outline.sentences[own.sentence - 1].first(where: {
          outline.clauses[$0].kind == .main && outline.clauses[$0].verb != nil
        }), let other = outline.clauses[earlier].verb
      else { return nobody }
      let previous = document.verbGroups[other]
      guard previous.number == group.number,
        isSameParagraph(own.sentence, own.sentence - 1)
      else { return nobody }
      return subjects[earlier]
    default: return nobody
    }
  }

  /// Those named last before an aim is told, after a preposition or as an object.
  private func pressed(before token: Int, in parent: Int) -> TextArray<Reference>? {
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
  private func controlled(by parent: Int) -> TextArray<Reference>? {
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

  /// Those whom a possessive in `phrase` points to: whoever speaks or acts in the clause around.
  func possessors(of phrase: Int) -> TextArray<Reference> {
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
        // "accusa X di aver rapito due dei suoi medici": the accuser's.
        if own.kind == .infinitive, !isAccused(clause), !subjects[clause].isEmpty {
          return subjects[clause]
        }
      }
      guard let parent = own.parent else { return nobody }
      clause = parent
    }
    return nobody
  }

  /// Whether the infinitive tells what somebody else is accused of.
  private func isAccused(_ clause: Int) -> Bool {
    guard let parent = outline.clauses[clause].parent, let verb = outline.clauses[parent].verb
    else { return false }
    return lexicon.claimCues(of: document.verbGroups[verb].verb).contains {
      $0.kind == .accusation && $0.addressees == .object
    }
  }
}
