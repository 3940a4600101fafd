import DossierModel
import Knowledge

/// Finds the events over which claimants of opposed sides differ, and what they say.
///
/// Nobody is told right: an event is contested when two sides accuse each other, when somebody denies
/// what another tells, or when two sides give figures for one thing and day that cannot both hold.
struct Contestation {
  private let claims: [Claim.ID: Claim]
  private let published: [Article.ID: EDTF]
  private let sides: ConflictSides
  /// Words for those who are counted that tell nobody apart.
  private let everybody: Set<String>

  /// Marks the contested events of `dossier` and tells the sides.
  static func mark(_ dossier: inout Dossier) {
    let contestation = Contestation(dossier)
    dossier.sides = contestation.sides.sides
    for index in dossier.events.indices {
      let contests = contestation.contests(of: dossier.events[index])
      dossier.events[index].contests = contests
      dossier.events[index].contested = !contests.isEmpty
    }
  }

  /// Follows what the editor has decided: no versions of what is not contested, and all that is told of
  /// what only the editor holds for contested.
  static func settle(_ dossier: inout Dossier) {
    let kinds = Dictionary(uniqueKeysWithValues: dossier.claims.map { ($0.id, $0.kind) })
    for index in dossier.events.indices {
      let event = dossier.events[index]
      guard event.contested == event.contests.isEmpty else { continue }
      dossier.events[index].contests =
        event.contested
        ? [Contest(matter: .other, claims: event.claims.filter { kinds[$0]?.isVersion == true })]
        : []
    }
  }

  private init(_ dossier: Dossier) {
    claims = Dictionary(uniqueKeysWithValues: dossier.claims.map { ($0.id, $0) })
    published = Dictionary(
      dossier.articles.compactMap { record in
        record.article.published.map { (record.article.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
    sides = ConflictSides(dossier)
    everybody = Set(
      EmbeddedTable.rows(of: "it/everybody.tsv").map { EditorialNames.fold($0[0]) })
  }

  private func contests(of event: Event) -> [Contest] {
    let statements = event.claims.compactMap { claims[$0] }
    let figures = event.figures.compactMap { claims[$0] }
    return [whoBegan(event, statements), whether(statements)].compactMap { $0 } + howMany(figures)
  }

  private func contest(_ matter: Contest.Matter, _ claims: [Claim]) -> Contest {
    Contest(
      matter: matter,
      claims: claims.sorted { ($0.passage, $0.id) < ($1.passage, $1.id) }.map(\.id))
  }

  // MARK: Who

  /// What the sides say that accuse each other.
  private func whoBegan(_ event: Event, _ claims: [Claim]) -> Contest? {
    var accusers = mutualAccusers(claims.filter { $0.kind == .accusation })
    if accusers.isEmpty { accusers = mutualAuthors(of: event, claims) }
    if accusers.isEmpty { return nil }
    return contest(
      .who,
      claims.filter { claim in
        claim.kind.isVersion && !sides.keys(of: claim.claimants).isDisjoint(with: accusers)
      })
  }

  /// The sides that accuse each other, each another than itself: two that accuse a third do not.
  private func mutualAccusers(_ accusations: [Claim]) -> Set<String> {
    var found: Set<String> = []
    for (i, one) in accusations.enumerated().prefix(Self.compared) {
      let accusers = sides.keys(of: one.claimants)
      // "Each side blames the other."
      if accusers.count > 1, sides.areOpposed(accusers, accusers) { found.formUnion(accusers) }
      for other in accusations.dropFirst(i + 1).prefix(Self.compared) {
        let others = sides.keys(of: other.claimants)
        guard !accusers.isEmpty, !others.isEmpty, accusers.isDisjoint(with: others) else {
          continue
        }
        let accused = sides.keys(of: one.addressees)
        let othersAccused = sides.keys(of: other.addressees)
        let isKnown = !accused.isEmpty && !othersAccused.isEmpty
        if !accused.isDisjoint(with: others) || !othersAccused.isDisjoint(with: accusers)
          || !isKnown && sides.areOpposed(accusers, others)
        {
          found.formUnion(accusers)
          found.formUnion(others)
        }
      }
    }
    return found
  }

  /// The sides that are each told to have struck the other, if both of them speak.
  private func mutualAuthors(of event: Event, _ claims: [Claim]) -> Set<String> {
    guard event.type.isViolence else { return [] }
    func keys(_ role: ParticipantRole) -> Set<String> {
      sides.keys(of: event.participants.filter { $0.role == role }.map(\.actor))
    }
    let both = keys(.initiator).intersection(keys(.target))
    let speaking = both.filter { side in
      claims.contains { $0.kind.isVersion && sides.keys(of: $0.claimants).contains(side) }
    }
    return speaking.count > 1 ? Set(speaking) : []
  }

  // MARK: Whether

  /// What somebody denies, with what the others tell.
  private func whether(_ claims: [Claim]) -> Contest? {
    let denials = claims.filter { $0.kind == .denial && !$0.claimants.isEmpty }
    return denials.isEmpty ? nil : contest(.whether, claims.filter(\.kind.isVersion))
  }

  // MARK: How many

  /// How many statements each is compared with.
  private static let compared = 64

  /// Figures of two sides for the same people and the same day that no number satisfies, one contest
  /// for each sort of people.
  private func howMany(_ figures: [Claim]) -> [Contest] {
    var found: [Sort: Set<Claim.ID>] = [:]
    for (i, one) in figures.enumerated().prefix(Self.compared) {
      for other in figures.dropFirst(i + 1).prefix(Self.compared) {
        guard let x = one.figure, let y = other.figure, exclude(x, y),
          !one.claimants.isEmpty, !other.claimants.isEmpty,
          sides.keys(of: one.claimants).isDisjoint(with: sides.keys(of: other.claimants)),
          isSameDay(one, other)
        else { continue }
        let sort = Sort(metric: x.metric, victims: victims(x))
        if sort == Sort(metric: y.metric, victims: victims(y)) {
          found[sort, default: []].formUnion([one.id, other.id])
        }
      }
    }
    return found.sorted { $0.key < $1.key }.map { _, ids in
      contest(.howMany, figures.filter { ids.contains($0.id) })
    }
  }

  /// What is counted, and whose.
  private struct Sort: Hashable, Comparable {
    var metric: Figure.Metric
    var victims: String

    static func < (a: Sort, b: Sort) -> Bool {
      (a.metric.rawValue, a.victims) < (b.metric.rawValue, b.victims)
    }
  }

  private func victims(_ figure: Figure) -> String {
    let words = figure.victims.map { EditorialNames.fold($0) } ?? ""
    return everybody.contains(words) ? "" : words
  }

  /// Whether both speak for one day.
  ///
  /// A figure without a day speaks for that of its article, at which its teller knew no other. A toll
  /// that rises from day to day is an update, not a disagreement.
  private func isSameDay(_ a: Claim, _ b: Claim) -> Bool {
    if a.asOf == b.asOf, a.passage.article == b.passage.article { return true }
    let (x, y) = (a.asOf ?? published[a.passage.article], b.asOf ?? published[b.passage.article])
    return x != nil && x == y
  }

  /// Whether no number satisfies both.
  private func exclude(_ a: Figure, _ b: Figure) -> Bool {
    let low = max(a.low ?? 0, b.low ?? 0)
    let high = min(a.high ?? Int.max, b.high ?? Int.max)
    return low > high
  }
}

extension ClaimKind {
  /// Whether it tells how something was, so that it can be one of several versions.
  fileprivate var isVersion: Bool {
    switch self {
    case .fact, .accusation, .denial, .confirmation: true
    case .figure, .appeal, .pledge, .condemnation, .noComment: false
    }
  }
}
