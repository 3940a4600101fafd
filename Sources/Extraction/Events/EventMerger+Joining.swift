import DossierModel

/// Events of one day and place that were told apart.
extension EventMerger {
  /// Joins fighting with the attack or offensive of the same day and place: what is an offensive in one
  /// sentence is an attack or a clash in another.
  func joinSame() {
    var byDay: [EDTF: [Int]] = [:]
    for index in drafts.indices {
      guard isJoinable(drafts[index]), let edtf = drafts[index].event.date.edtf else { continue }
      byDay[edtf, default: []].append(index)
    }
    for index in drafts.indices {
      guard let edtf = drafts[index].event.date.edtf, let others = byDay[edtf] else { continue }
      guard let first = others.first(where: { $0 < index && isSame($0, index) }),
        isJoinable(drafts[index])
      else { continue }
      take(index, into: first)
    }
  }

  /// Whether the event is of one day and no other of its kind is set against it.
  private func isJoinable(_ draft: Draft) -> Bool {
    guard draft.family == .violence, draft.event.type != .war, !isTerritorial(draft.event.type),
      draft.count == 1, draft.isTold, let edtf = draft.event.date.edtf, days(edtf) <= 1
    else { return false }
    return !draft.mentions.contains { mentions[$0].isNew }
  }

  private func isSame(_ a: Int, _ b: Int) -> Bool {
    let (one, other) = (drafts[a], drafts[b])
    let (x, y) = (one.event.type, other.event.type)
    guard x == y || x == .armedClash || y == .armedClash, !one.mentions.isEmpty,
      !other.mentions.isEmpty
    else { return false }
    let places = settlements(one.event.places.map(\.place))
    guard settlements(other.event.places.map(\.place)).contains(where: { places.contains($0) })
    else { return false }
    let actors = one.event.participants.map(\.actor)
    return actors.isEmpty || other.event.participants.isEmpty
      || other.event.participants.contains { part in
        actors.contains { isOne($0, part.actor) }
      }
  }

  /// Makes the draft `index` one with the draft `first`.
  private func take(_ index: Int, into first: Int) {
    let gone = drafts[index]
    for mention in gone.mentions { absorb(mention, into: first) }
    if drafts[first].event.type == .armedClash, gone.event.type != .armedClash {
      drafts[first].event.type = gone.event.type
      drafts[first].event.trigger = gone.event.trigger
    }
    drafts[index].mentions = []
    drafts[index].isTold = false
  }
}
