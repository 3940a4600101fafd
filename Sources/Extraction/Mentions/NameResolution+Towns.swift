import DossierModel
import Knowledge

extension NameResolution {
  // MARK: Which town a name means

  /// Of a town that nothing else in the article speaks for, the fewest inhabitants.
  private static let knownFar = 50_000
  /// The same where the words around say that it is a place.
  private static let knownNear = 5_000
  /// How near another town of the article makes one of several towns of that name the likely one, in
  /// kilometres.
  private static let near = 120.0

  /// The town that the name number `index` means; `nil` if the article leaves it open.
  func town(_ index: Int) -> Settlement? {
    let candidates = towns(index)
    guard !candidates.isEmpty else { return nil }
    return choose(
      candidates, called: tokens.string(found[index].core), isPlaced: isPlaced(index))
  }

  /// Whether the words around a name say that it is a place: "a X", "la città di X", a list of towns.
  private func isPlaced(_ index: Int) -> Bool {
    let name = found[index]
    return !name.placeNoun.isDisjoint(with: [.settlement, .admin]) || lists[index] != nil
      || name.preposition == words.a
      || name.preposition == words.inn || name.preposition == words.verso
      || name.preposition == words.presso
  }

  private func choose(
    _ candidates: [(Settlement, KnownName)], called form: String, isPlaced: Bool
  ) -> Settlement? {
    guard let first = candidates.first else { return nil }
    // The country that is spoken of most; of its towns the one that is called so first.
    var best: (Settlement, Int)?
    var rivals: [Settlement] = []
    for (settlement, name) in candidates {
      let weight = votes[settlement.country]
      guard weight > 0, name.isPrimary || weight >= 4 else { continue }
      let isAlike = settlement.name.utf8.first == form.utf8.first
      let rank = weight * 4 + (name.isPrimary ? 2 : 0) + (isAlike ? 1 : 0)
      if rank > (best?.1 ?? 0) {
        best = (settlement, rank)
        rivals = [settlement]
      } else if rank == best?.1 {
        rivals.append(settlement)
      }
    }
    let isFamous =
      first.1.isPrimary && first.0.population >= 200_000
      && (candidates.count == 1 || first.0.population >= 10 * candidates[1].0.population)
    if isFamous, best == nil || best?.0.population ?? 0 < first.0.population / 20 {
      return first.0
    }
    if let best { return rivals.count > 1 ? nearest(of: rivals) : best.0 }
    guard candidates.count == 1, first.1.isPrimary, !first.1.isWeak,
      isWithinReach(first.0, isPlaced: isPlaced)
    else { return nil }
    return first.0
  }

  /// Whether a town may be meant though the article does not speak of its country: where it speaks of
  /// no country, of a neighbour, or where the town is one that readers know.
  private func isWithinReach(_ town: Settlement, isPlaced: Bool) -> Bool {
    let inPlay = votes.leading(4)
    if inPlay.isEmpty || town.population >= Self.knownFar { return true }
    guard isPlaced else { return false }
    return town.population >= Self.knownNear || town.country.lowercased() == language.code
      || knowledge.countries[town.country]?.neighbours.contains(where: inPlay.contains) == true
  }

  /// Of towns of one name in one country the one by far the largest, or the only one near another
  /// town of the article.
  private func nearest(of rivals: [Settlement]) -> Settlement? {
    let order = rivals.sorted { $0.population > $1.population }
    if order[0].population >= max(10 * order[1].population, 1) { return order[0] }
    let close = rivals.filter { rival in
      sureTowns.contains {
        $0.country == rival.country
          && $0.distance(latitude: rival.latitude, longitude: rival.longitude) <= Self.near
      }
    }
    return close.count == 1 ? close[0] : nil
  }

  /// The towns of the article whose name only one town has.
  func findSureTowns() -> [Settlement] {
    var seen: Set<Int> = []
    var sure: [Settlement] = []
    for name in found {
      var only: Int?
      var count = 0
      for referent in name.referents {
        guard case .settlement(let place) = referent.referent else { continue }
        count += 1
        if referent.isPrimary, !referent.isWeak { only = place }
      }
      guard count == 1, let only, seen.insert(only).inserted else { continue }
      let town = knowledge.gazetteer[only]
      if votes[town.country] > 0 { sure.append(town) }
    }
    return sure
  }
}
