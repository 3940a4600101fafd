import DossierModel

/// Words in one clause that tell one event.
extension EventFinder {
  /// "la tregua firmata a …", "hanno concordato un armistizio": one deed in two words.
  func isTruce(_ mention: EventMention, _ noun: EventMention) -> Bool {
    EventKinship.family(mention.type) == .truce && EventKinship.family(noun.type) == .truce
  }

  /// Mentions in one clause that are words for one event: "è stato ucciso in un attacco", "ha
  /// attaccato con un raid".
  func joinInClause(_ first: Int) {
    for index in first..<mentions.count {
      // "gli scontri segnano una nuova escalation": the one is the other.
      let clause = outline.clauses[mentions[index].clause]
      guard let phrase = mentions[index].phrase, clause.object == phrase, let verb = clause.verb,
        lexicon.effect(of: document.verbGroups[verb].verb, on: .object) == .equal,
        let subject = (first..<mentions.count).first(where: {
          mentions[$0].phrase != nil && mentions[$0].phrase == clause.subject
        }), EventKinship.family(mentions[subject].type) == EventKinship.family(mentions[index].type)
      else { continue }
      mentions[index].sameAs = subject
    }
    for index in first..<mentions.count where mentions[index].sameAs == nil {
      let mention = mentions[index]
      guard mention.phrase == nil, mention.standing != .passing else { continue }
      for other in first..<mentions.count where other != index && mentions[other].sameAs == nil {
        let noun = mentions[other]
        guard let phrase = noun.phrase, noun.standing != .passing,
          EventKinship.sameKind(noun.type, mention.type)
            || mention.isKilling && EventKinship.family(noun.type) == .unrest,
          mention.isKilling || mention.type == noun.type || isTruce(mention, noun)
            || EventKinship.family(noun.type) == .talks
            || mention.isKilling && EventKinship.family(noun.type) == .unrest
            || EventKinship.isAttack(noun.type)
              && (EventKinship.isAttack(mention.type)
                || mention.type == .sabotage
                  && outline.clauses[mention.clause].subject == noun.phrase)
        else { continue }
        let clause = outline.clauses[mention.clause]
        let isInside =
          outline.phrases[phrase].clause == mention.clause
          && (clause.subject == phrase
            || outline.phrases[phrase].preposition.map {
              $0.relation == .place || $0.relation == .agent || $0.relation == .with
                || ($0.relation == .cause || $0.relation == .within) && mention.isKilling
                || ($0.relation == .beneficiary || $0.relation == .within)
                  && EventKinship.family(mention.type) == .talks
            } ?? false)
        let isAntecedent = clause.antecedent == phrase
        if mention.standing != .told, !(isAntecedent && isTruce(mention, noun)) { continue }
        // "hanno firmato un accordo", "ha distribuito aiuti"
        let isObject =
          clause.object == phrase && (mention.type == noun.type || isTruce(mention, noun))
        if isInside || isAntecedent || isObject {
          // "gli scontri hanno ucciso": the deed is the noun's.
          mentions[index].sameAs = other
          if noun.stance.isHearsay { mentions[index].stance.isHearsay = true }
          break
        }
      }
    }
  }
}
