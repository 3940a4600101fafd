import DossierModel

/// What a clause takes up by a pronoun or "dove".
extension EventFinder {
  /// "a Homs e Hama, dove la polizia ha sparato": the places that the clause hangs on.
  func takeWhere(_ index: Int, into mention: inout EventMention) {
    guard mention.places.isEmpty else { return }
    let clause = outline.clauses[index]
    if clause.kind == .subordinate, clause.effect == .happened, let parent = clause.parent,
      outline.clauses[parent].start < clause.start,
      EventKinship.family(mention.type) == .violence
    {
      takePlaceOfMain(parent, into: &mention)
      if !mention.places.isEmpty { return }
    }
    guard clause.kind == .subordinate || clause.kind == .relative,
      let word = connective(of: clause), text[word].lexeme == language.words.dove,
      let phrase = outline.phrasesOfSentence[clause.sentence].last(where: {
        outline.phrases[$0].tokens.upperBound <= word
      }), outline.phrases[phrase].tokens.upperBound >= word - 1
    else { return }
    for place in references.places(ofList: outline.phrases[phrase].listHead) {
      addPlace(place, to: &mention)
    }
  }

  /// "Due soldati sono rimasti feriti a X, quando un carro armato ha sparato": it happened there.
  private func takePlaceOfMain(_ index: Int, into mention: inout EventMention) {
    for phrase in outline.clauses[index].phrases
    where outline.phrases[phrase].preposition?.base == a
      && outline.phrases[phrase].tokens.upperBound <= mention.trigger.lowerBound
    {
      for place in references.places(ofList: phrase) where !isState(place) {
        addPlace(place, to: &mention)
      }
    }
  }

  /// The token of the conjunction that opens the clause.
  private func connective(of clause: Clause) -> Int? {
    let range = document.sentences[clause.sentence]
    for token in [clause.start, clause.start - 1] where range.contains(token) {
      if text[token].lexeme == language.words.dove { return token }
    }
    return nil
  }

  /// "i manifestanti", "gli operai di X": those who take to the streets, whom no name names.
  func addCrowd(_ phrase: Int, _ role: ParticipantRole, to mention: inout EventMention) {
    let family = EventKinship.family(mention.type)
    guard family == .unrest || family == .blockade else { return }
    for member in outline.list(phrase) {
      for reference in references.unnamed(outline.phrases[member], of: .civilian) {
        add(reference, role, to: &mention)
      }
    }
  }

  /// "Lo hanno arrestato": whoever the sentence before was about undergoes it.
  func takePronoun(of index: Int, _ group: VerbGroup, into mention: inout EventMention) {
    guard let role = mention.frame.patient, role == .victim || role == .target else { return }
    let clause = outline.clauses[index]
    guard clause.kind == .main, clause.sentence > 0,
      outline.paragraphs[clause.sentence - 1] == outline.paragraphs[clause.sentence],
      let earlier = outline.sentences[clause.sentence - 1].first(where: {
        outline.clauses[$0].kind == .main && outline.clauses[$0].verb != nil
      })
    else { return }
    let named = references.subjects[earlier].filter { $0.actor != nil }
    guard let only = named.first, named.count == 1, only.isPerson,
      isSingular(pronounOf: group),
      !mention.participants.contains(where: { $0.actor == only.actor })
    else { return }
    add(only, role, to: &mention)
  }

  /// Whether the object pronoun of the group is "lo", "la" or "l’".
  private func isSingular(pronounOf group: VerbGroup) -> Bool {
    group.tokens.contains {
      guard let clitics = language.verbGroupWords.pronouns[text[$0].lexeme] else { return false }
      return clitics == .object && !text.bytes($0).elementsEqual("li".utf8)
    }
  }
}
