import DossierModel

/// Finds the events over which claimants of opposed sides differ.
///
/// Nobody is told right: an event is contested when somebody denies what another claims, when two sides
/// accuse each other, or when they give figures for one thing that cannot both hold.
enum Contestation {
  /// Marks the contested events of `dossier`.
  static func mark(_ dossier: inout Dossier) {
    let claims = Dictionary(uniqueKeysWithValues: dossier.claims.map { ($0.id, $0) })
    let actors = Dictionary(uniqueKeysWithValues: dossier.actors.map { ($0.id, $0) })
    func sides(_ ids: [Actor.ID]) -> Set<String> {
      Set(ids.map { actors[$0]?.side ?? actors[$0]?.country ?? $0.rawValue })
    }
    for index in dossier.events.indices {
      let event = dossier.events[index]
      let statements = event.claims.compactMap { claims[$0] }
      let figures = event.figures.compactMap { claims[$0] }
      dossier.events[index].contested =
        areMutual(statements, sides) || isDenied(statements, sides) || figuresDiffer(figures, sides)
    }
  }

  /// Whether two sides accuse, each another than itself.
  private static func areMutual(_ claims: [Claim], _ sides: ([Actor.ID]) -> Set<String>) -> Bool {
    var accusers: Set<String> = []
    for claim in claims where claim.kind == .accusation {
      accusers.formUnion(sides(claim.claimants))
    }
    return accusers.count >= 2
  }

  /// Whether one side denies what another, or the article, tells.
  private static func isDenied(_ claims: [Claim], _ sides: ([Actor.ID]) -> Set<String>) -> Bool {
    claims.contains { $0.kind == .denial && !$0.claimants.isEmpty }
  }

  /// Whether claimants of two sides count the same and cannot both be right.
  private static func figuresDiffer(
    _ claims: [Claim], _ sides: ([Actor.ID]) -> Set<String>
  ) -> Bool {
    for (i, one) in claims.enumerated().prefix(64) {
      for other in claims.dropFirst(i + 1).prefix(64) {
        guard let x = one.figure, let y = other.figure, x.metric == y.metric,
          fold(x.victims) == fold(y.victims), one.asOf == other.asOf,
          !one.claimants.isEmpty, !other.claimants.isEmpty,
          sides(one.claimants).isDisjoint(with: sides(other.claimants))
        else { continue }
        if exclude(x, y) { return true }
      }
    }
    return false
  }

  private static func fold(_ victims: String?) -> String {
    victims.map { EditorialNames.fold($0) } ?? ""
  }

  /// Whether no number satisfies both.
  private static func exclude(_ a: Figure, _ b: Figure) -> Bool {
    let low = max(a.low ?? 0, b.low ?? 0)
    let high = min(a.high ?? Int.max, b.high ?? Int.max)
    return low > high
  }
}
