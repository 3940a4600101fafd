import DossierModel

// The corrections that readers are told of.
extension DossierDecisions {
  /// Takes down a correction with what it is about; ids that nothing has are told and left out.
  mutating func apply(_ decision: CorrectionDecision) {
    var subjects: [Correction.Subject] = []
    for page in decision.pages {
      let found = subjectsCalled(page.value)
      if found.isEmpty {
        let near = guess(page.value, among: ids)
        tell("no page has the id \"\(page.value)\"\(near)", at: page.position)
      }
      subjects += found.filter { !subjects.contains($0) }
    }
    dossier.corrections.append(
      Correction(date: decision.date, subjects: subjects, text: decision.text))
  }

  /// What has the id `id`, now or before: a state may be an actor and a place.
  private func subjectsCalled(_ id: String) -> [Correction.Subject] {
    var found: [Correction.Subject] = []
    if let event = dossier.events.first(where: { $0.id.rawValue == id })
      ?? dossier.events.first(where: { $0.formerIDs.contains(Event.ID(id)) })
    {
      found.append(.event(event.id))
    }
    if dossier.actors.contains(where: { $0.id.rawValue == id }) { found.append(.actor(.init(id))) }
    if dossier.locations.contains(where: { $0.id.rawValue == id }) {
      found.append(.location(.init(id)))
    }
    if dossier.articles.contains(where: { $0.article.id.rawValue == id }) {
      found.append(.article(.init(id)))
    }
    return found
  }

  private var ids: [String] {
    dossier.events.map(\.id.rawValue) + dossier.actors.map(\.id.rawValue)
      + dossier.locations.map(\.id.rawValue) + dossier.articles.map(\.article.id.rawValue)
  }
}
