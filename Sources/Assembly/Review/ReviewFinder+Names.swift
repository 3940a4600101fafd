import DossierModel

extension ReviewFinder {
  // MARK: Identities

  /// Persons to whom several spellings or a bare surname were taken to belong.
  var identities: [ReviewItem] {
    let doubtful = dossier.actors.compactMap { actor -> (actor: Actor, others: [String])? in
      let others = actor.merges.filter {
        $0.rule == ActorMergeRule.variant.rawValue
          && EditorialNames.fold($0.name) != EditorialNames.fold(actor.name)
      }.map(\.name).uniqued()
      return others.isEmpty || actor.editorial != nil ? nil : (actor, others)
    }
    let places = firstMentions(of: Set(doubtful.map(\.actor.id)))
    return doubtful.compactMap { actor, others in
      let passages = ([actor.name] + others).compactMap {
        places[Naming(actor: actor.id, name: EditorialNames.fold($0))]
      }
      guard let other = others.first, !passages.isEmpty else { return nil }
      let name = EditorLines.scalar(actor.name)
      return item(
        .identity, .actor(actor.id), title: actor.name, passages, reach: others.count,
        [
          Proposal(
            .same, value: actor.name,
            lines: EditorLines.section(
              "actors", [[("name", name), ("aliases", EditorLines.list(others))]])),
          Proposal(
            .separate, value: other,
            lines: ["separate:", "  - \(EditorLines.list([actor.name, other]))"]),
        ])
    }
  }

  /// An actor under one of its names, folded.
  private struct Naming: Hashable {
    var actor: Actor.ID
    var name: String
  }

  /// Where each name of `actors` stands first.
  private func firstMentions(of actors: Set<Actor.ID>) -> [Naming: Passage] {
    var places: [Naming: Passage] = [:]
    if actors.isEmpty { return places }
    for record in dossier.articles {
      for mention in record.mentions {
        guard let actor = mention.actor, actors.contains(actor) else { continue }
        let name = EditorialNames.fold(record.article.text[mention.span])
        let naming = Naming(actor: actor, name: name)
        if places[naming] == nil { places[naming] = Passage(record.article.id, mention.span) }
      }
    }
    return places
  }

  // MARK: Names

  /// Words that name an actor or a place that could not be told.
  var names: [ReviewItem] {
    var items: [ReviewItem] = []
    var places: [String: [Passage]] = [:]
    var writings: [String: String] = [:]
    for record in dossier.articles {
      var others: [String: [Passage]] = [:]
      for mention in record.mentions
      where mention.resolution == .unresolved && mention.actor == nil && mention.location == nil {
        let words = record.article.text[mention.span]
        let passage = Passage(record.article.id, mention.span)
        let folded = EditorialNames.fold(words)
        if mention.label == .place, !folded.isEmpty {
          places[folded, default: []].append(passage)
          if writings[folded] == nil { writings[folded] = words }
        } else {
          others[words, default: []].append(passage)
        }
      }
      items += others.keys.sorted().map { nameItem($0, others[$0] ?? []) }
    }
    items += places.keys.sorted().map { placeItem(writings[$0] ?? $0, places[$0] ?? []) }
    return items
  }

  /// How many passages of one name are decided by one proposal.
  private static let passageLimit = 24

  private func mentions(
    _ passages: [Passage], _ decision: [(key: String, value: String)]
  ) -> [String] {
    EditorLines.section(
      "mentions", passages.prefix(Self.passageLimit).map { lines.keys(of: $0) + decision })
  }

  private func nameItem(_ words: String, _ passages: [Passage]) -> ReviewItem {
    var proposals = bearers(of: words, in: passages).map { actor in
      Proposal(
        .actor, value: actor.name,
        lines: mentions(passages, [("actor", EditorLines.scalar(actor.name))]))
    }
    proposals.append(Proposal(.unresolved, lines: mentions(passages, [("actor", "null")])))
    proposals.append(Proposal(.noName, lines: mentions(passages, [("hide", "true")])))
    return item(.name, .words, title: words, passages, reach: 10 * passages.count, proposals)
  }

  /// Actors of the article whose names end in or contain `words`, those named oftenest first.
  private func bearers(of words: String, in passages: [Passage]) -> [Actor] {
    guard let article = passages.first?.article, let record = record(article) else { return [] }
    let folded = EditorialNames.fold(words).split(separator: " ")
    var counts: [Actor.ID: Int] = [:]
    for mention in record.mentions {
      guard let id = mention.actor, counts[id] != nil || shares(id, folded) else { continue }
      counts[id, default: 0] += 1
    }
    return counts.keys.sorted { a, b in
      let (x, y) = (counts[a] ?? 0, counts[b] ?? 0)
      return x != y ? x > y : a < b
    }
    .compactMap { actors[$0] }.filter { $0.kind != .anonymous && isFoundByName($0) }
    .prefix(Self.candidateLimit).map(\.self)
  }

  private func shares(_ id: Actor.ID, _ words: [Substring]) -> Bool {
    guard let actor = actors[id] else { return false }
    let name = EditorialNames.fold(actor.name).split(separator: " ")
    return !Set(name).isDisjoint(with: words.filter { $0.utf8.count > 3 })
  }

  private func placeItem(_ words: String, _ passages: [Passage]) -> ReviewItem {
    var proposals: [Proposal] = []
    if let near = resembling(words) {
      proposals.append(
        Proposal(
          .location, value: near.name,
          lines: EditorLines.section(
            "locations",
            [[("name", EditorLines.scalar(near.name)), ("aliases", EditorLines.list([words]))]])))
    }
    proposals.append(
      Proposal(
        .newLocation, value: words,
        lines: EditorLines.section(
          "locations", [[("name", EditorLines.scalar(words)), ("kind", "settlement")]])))
    proposals.append(Proposal(.unresolved, lines: mentions(passages, [("location", "null")])))
    proposals.append(Proposal(.noName, lines: mentions(passages, [("hide", "true")])))
    return item(.name, .words, title: words, passages, reach: 10 * passages.count, proposals)
  }

  /// The location whose name is written almost like `words`.
  private func resembling(_ words: String) -> Location? {
    let names = dossier.locations.map(\.name)
    guard let near = Nearest.word(to: words, among: names) else { return nil }
    let same = dossier.locations.filter { $0.name == near }
    return same.count == 1 ? same.first : nil
  }
}
