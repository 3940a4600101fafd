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

  /// A town that is called as a name is: its place in the gazetteer and what is known of the name.
  private typealias Candidate = (place: Int, name: KnownName)

  /// The town that the name number `index` means; `nil` if the article leaves it open.
  func town(_ index: Int) -> Settlement? {
    let candidates = found[index].referents.compactMap { referent -> Candidate? in
      if case .settlement(let place) = referent.referent { (place, referent) } else { nil }
    }
    guard !candidates.isEmpty else { return nil }
    let first = found[index].core.first.map { tokens.bytes[Int(tokens[$0].start)] }
    return choose(candidates, beginningWith: first, isPlaced: isPlaced(index))
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
    _ candidates: [Candidate], beginningWith letter: UInt8?, isPlaced: Bool
  ) -> Settlement? {
    guard let first = candidates.first else { return nil }
    let gazetteer = knowledge.gazetteer
    // The country that is spoken of most; of its towns the one that is called so first.
    var best: (place: Int, rank: Int)?
    var rivals: [Int] = []
    for (place, name) in candidates {
      let weight = votes[gazetteer.country(of: place)]
      guard weight > 0, name.isPrimary || weight >= 4 else { continue }
      let isAlike = gazetteer[place].name.utf8.first == letter
      let rank = weight * 4 + (name.isPrimary ? 2 : 0) + (isAlike ? 1 : 0)
      if rank > (best?.rank ?? 0) {
        best = (place, rank)
        rivals = [place]
      } else if rank == best?.rank {
        rivals.append(place)
      }
    }
    let population = gazetteer.population(of: first.place)
    let isFamous =
      first.name.isPrimary && population >= 200_000
      && (candidates.count == 1
        || population >= 10 * gazetteer.population(of: candidates[1].place))
    if isFamous, best.map({ gazetteer.population(of: $0.place) < population / 20 }) ?? true {
      return gazetteer[first.place]
    }
    if let best {
      return rivals.count > 1 ? nearest(of: rivals.map { gazetteer[$0] }) : gazetteer[best.place]
    }
    guard candidates.count == 1, first.name.isPrimary, !first.name.isWeak else { return nil }
    let town = gazetteer[first.place]
    return isWithinReach(town, isPlaced: isPlaced) ? town : nil
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
