import DossierModel
import Knowledge

/// Who stands on which side of the conflict, as the texts tell who fights whom.
///
/// A country is one side with its government, its ministries and its forces; those who are told to
/// fight others of their own country stand alone. What no text tells stays open: people and
/// associations of a country that fights are not for that reason on its side.
struct ConflictSides {
  /// The sides of those who stand on one.
  private(set) var sides: [Actor.ID: Side] = [:]
  /// What stands for the side of each actor when two statements are compared: its side, else its
  /// country, else itself.
  private var keys: [Actor.ID: String] = [:]
  /// The sides that fight each other.
  private var opponents: [String: Set<String>] = [:]

  /// The sides in `dossier`.
  init(_ dossier: Dossier) {
    let actors = Dictionary(uniqueKeysWithValues: dossier.actors.map { ($0.id, $0) })
    var fights: [(Actor, Actor, Event.ID)] = []
    for event in dossier.events {
      for (one, other) in Self.opposed(in: event, actors) { fights.append((one, other, event.id)) }
    }
    let rivals = Set(
      fights.filter { one, other, _ in one.country == other.country }
        .flatMap { one, other, _ in [one, other] }
        .filter { $0.kind != .state && $0.kind != .government }.map(\.id))
    let bodies = StateBodies()
    // What the editor calls the side of a state is that of its country.
    let decided = Dictionary(
      dossier.actors.filter { $0.kind == .state || $0.kind == .government }.compactMap { actor in
        actor.country.flatMap { country in actor.side.map { (country, $0) } }
      }, uniquingKeysWith: { first, _ in first })
    let states = Dictionary(
      dossier.actors.filter { $0.kind == .state }.compactMap { actor in
        actor.country.map { ($0, actor.name) }
      }, uniquingKeysWith: { first, _ in first })

    for actor in dossier.actors {
      let country = rivals.contains(actor.id) ? nil : actor.country
      let side = actor.side ?? country.flatMap { decided[$0] }
      keys[actor.id] =
        side.map { "side:" + EditorialNames.fold($0) } ?? country.map(Self.key(ofCountry:))
        ?? actor.id.rawValue
    }
    var fighting: [String: Event.ID] = [:]
    for (one, other, event) in fights {
      guard let x = keys[one.id], let y = keys[other.id], x != y else { continue }
      opponents[x, default: []].insert(y)
      opponents[y, default: []].insert(x)
      for key in [x, y] where fighting[key] == nil { fighting[key] = event }
    }
    for actor in dossier.actors {
      let country = rivals.contains(actor.id) ? nil : actor.country
      if let name = actor.side ?? country.flatMap({ bodies.contain(actor) ? decided[$0] : nil }) {
        sides[actor.id] = Side(name: name, basis: .editor)
      }
      guard sides[actor.id] == nil, let key = keys[actor.id], let event = fighting[key] else {
        continue
      }
      let isNation = key == country.map(Self.key(ofCountry:))
      guard !isNation || bodies.contain(actor) else { continue }
      let name = isNation ? actor.country.flatMap { states[$0] } : nil
      sides[actor.id] = Side(name: name ?? actor.name, basis: .text, event: event)
    }
  }

  /// What stands for the sides of `actors`.
  func keys(of actors: [Actor.ID]) -> Set<String> {
    Set(actors.map { keys[$0] ?? $0.rawValue })
  }

  /// Whether some of `a` fight some of `b`.
  func areOpposed(_ a: Set<String>, _ b: Set<String>) -> Bool {
    a.contains { side in opponents[side].map { !$0.isDisjoint(with: b) } ?? false }
  }

  private static func key(ofCountry code: String) -> String { "country:" + code }

  /// The pairs that fight each other in `event`.
  ///
  /// Of three or more parties nobody is told to stand against whom, unless they are of two countries.
  private static func opposed(
    in event: Event, _ actors: [Actor.ID: Actor]
  ) -> [(Actor, Actor)] {
    guard event.type.isViolence, event.status != .hypothetical, event.status != .planned else {
      return []
    }
    func fighters(_ roles: [ParticipantRole]) -> [Actor] {
      event.participants.filter { roles.contains($0.role) }.compactMap { actors[$0.actor] }
        .filter(\.kind.fights).uniqued()
    }
    let authors = fighters([.initiator])
    var pairs = authors.flatMap { author in
      fighters([.target, .victim]).filter { $0.id != author.id }.map { (author, $0) }
    }
    let parties = fighters([.party])
    let isAcrossCountries = Set(parties.map(\.country)).count == 2
    if parties.count == 2 || isAcrossCountries {
      for (i, one) in parties.prefix(8).enumerated() {
        for other in parties.prefix(8).dropFirst(i + 1)
        where parties.count == 2 || one.country != other.country {
          pairs.append((one, other))
        }
      }
    }
    return pairs
  }
}

extension ActorKind {
  /// Whether it can be a side of a fight: not somebody who only speaks.
  fileprivate var fights: Bool {
    switch self {
    case .state, .government, .military, .group, .organization: true
    case .person, .media, .anonymous: false
    }
  }
}

/// The bodies by which a state acts.
private struct StateBodies {
  /// The classes of the table of institutions that are ministries.
  private static let classes: Set<String> = ["ministry", "mfa"]
  private let heads: [String]

  init() {
    heads = EmbeddedTable.rows(of: "it/institutions.tsv").filter { Self.classes.contains($0[3]) }
      .flatMap { $0.list(0) }.map { EditorialNames.fold($0) }
  }

  /// Whether `actor` acts for its country.
  func contain(_ actor: Actor) -> Bool {
    switch actor.kind {
    case .state, .government, .military: return true
    case .organization:
      let name = EditorialNames.fold(actor.name)
      return heads.contains { name == $0 || name.hasPrefix($0 + " ") }
    case .person, .media, .group, .anonymous: return false
    }
  }
}
