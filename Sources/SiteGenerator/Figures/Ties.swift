import DossierModel

/// What ties one actor to another, as the articles tell it.
struct Tie: Sendable {
  /// The sorts of ties, in the order of their tables: from the table to the battlefield.
  enum Kind: String, CaseIterable, Sendable {
    /// They met, spoke, or made an agreement.
    case met
    /// One mediated where the other was a party.
    case mediated
    /// One repeated words of the other.
    case quoted
    /// One accused or condemned the other.
    case accused
    /// One attacked the other.
    case attacked
    /// They fought each other.
    case fought

    /// Whether it goes from one to the other.
    var isDirected: Bool { self != .met && self != .fought }
  }

  /// What shows a tie, by its place in the dossier's lists.
  enum Evidence: Hashable, Sendable {
    case event(Int)
    case claim(Int)
    case quotation(Int)
  }

  /// The sort.
  let kind: Kind
  /// Who did it; of those who did it together the first by name.
  let from: Int
  /// To whom, or with whom.
  let to: Int
  /// What shows it, each once, in the order of the dossier.
  fileprivate(set) var evidence: [Evidence] = []

  /// The actors.
  var ends: [Int] { [from, to] }
}

/// The ties between the actors of a dossier.
struct Ties: Sendable {
  /// All ties: by sort, the strongest first, then by the names.
  let all: [Tie]
  /// By actor: its ties, by their place in `all`.
  let ofActor: [Int: [Int]]

  /// Of an event with more participants in one role only the first are tied to each other: that they
  /// were on one list says little of any two.
  private static let mostParticipants = 12

  /// The ties that events, claims and quotations of `dossier` show.
  init(_ dossier: Dossier, _ index: DossierIndex) {
    var finder = Finder(dossier: dossier, index: index)
    for (number, event) in dossier.events.enumerated() { finder.add(event, number) }
    for (number, claim) in dossier.claims.enumerated() { finder.add(claim, number) }
    for (number, quotation) in dossier.quotations.enumerated() { finder.add(quotation, number) }
    let kinds = Dictionary(
      uniqueKeysWithValues: Tie.Kind.allCases.enumerated().map { ($1, $0) })
    all = finder.ties.values.sorted { a, b in
      if a.kind != b.kind { return kinds[a.kind, default: 0] < kinds[b.kind, default: 0] }
      if a.evidence.count != b.evidence.count { return a.evidence.count > b.evidence.count }
      let (x, y) = (a.ends.map { index.actors[$0].rank }, b.ends.map { index.actors[$0].rank })
      return x.lexicographicallyPrecedes(y)
    }
    var ofActor: [Int: [Int]] = [:]
    for (number, tie) in all.enumerated() {
      for end in tie.ends { ofActor[end, default: []].append(number) }
    }
    self.ofActor = ofActor
  }

  private struct Key: Hashable {
    var kind: Tie.Kind
    var from: Int
    var to: Int
  }

  private struct Finder {
    let dossier: Dossier
    let index: DossierIndex
    var ties: [Key: Tie] = [:]

    mutating func add(_ kind: Tie.Kind, _ from: Int, _ to: Int, _ evidence: Tie.Evidence) {
      if from == to { return }
      var (from, to) = (from, to)
      if !kind.isDirected, index.actors[from].rank > index.actors[to].rank { swap(&from, &to) }
      let key = Key(kind: kind, from: from, to: to)
      var tie = ties[key] ?? Tie(kind: kind, from: from, to: to)
      if tie.evidence.last != evidence { tie.evidence.append(evidence) }
      ties[key] = tie
    }

    func actors(_ ids: [Actor.ID]) -> [Int] {
      var seen: Set<Int> = []
      return ids.compactMap { index.actorNumber[$0] }.filter { seen.insert($0).inserted }
        .sorted { index.actors[$0].rank < index.actors[$1].rank }
    }

    mutating func add(_ event: Event, _ number: Int) {
      // What is denied, planned or only imagined ties nobody.
      guard event.status == .occurred || event.status == .alleged else { return }
      func those(in roles: ParticipantRole...) -> [Int] {
        Array(
          actors(event.participants.filter { roles.contains($0.role) }.map(\.actor))
            .prefix(Ties.mostParticipants))
      }
      let evidence = Tie.Evidence.event(number)
      let parties = those(in: .party)
      for mediator in those(in: .mediator) {
        for party in parties { add(.mediated, mediator, party, evidence) }
      }
      switch event.type {
      case .meeting, .phoneCall, .talksMediated, .agreement, .cooperation, .ceasefire:
        let all = those(in: .party, .initiator, .host)
        for (i, one) in all.enumerated() {
          for other in all[(i + 1)...] { add(.met, one, other, evidence) }
        }
      case .accusation, .condemnation:
        for one in those(in: .initiator, .speaker) {
          for other in those(in: .target) { add(.accused, one, other, evidence) }
        }
      default:
        guard event.type.isViolence || event.type == .blockade else { return }
        for one in those(in: .initiator) {
          for other in those(in: .target, .victim) { add(.attacked, one, other, evidence) }
        }
        for (i, one) in parties.enumerated() {
          for other in parties[(i + 1)...] { add(.fought, one, other, evidence) }
        }
      }
    }

    mutating func add(_ claim: Claim, _ number: Int) {
      guard claim.kind == .accusation || claim.kind == .condemnation else { return }
      for one in actors(claim.claimants) {
        for other in actors(claim.addressees) { add(.accused, one, other, .claim(number)) }
      }
    }

    mutating func add(_ quotation: Quotation, _ number: Int) {
      var told = actors(quotation.speakers)
      for teller in quotation.chain.compactMap({ index.actorNumber[$0] }) {
        for one in told { add(.quoted, teller, one, .quotation(number)) }
        told = [teller]
      }
    }
  }
}
