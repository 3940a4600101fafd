import DossierModel

/// An institution, armed group, party, medium or seat of power that the world knows by name.
public struct Organization: Sendable, Hashable {
  /// Its key without `org:`, a slug.
  public let slug: String
  /// The Italian name, cased as an Italian broadsheet does.
  public let name: String
  /// Government, military, organization, media or group.
  public let kind: ActorKind
  /// The country that it belongs to; `nil` for those of many or none.
  public let country: String?
  /// Other names and acronyms, as written.
  public let aliases: [String]
  /// Names of cities that stand for it ("Bruxelles" for the European Union).
  public let seats: [String]
  /// The Wikidata id, where it is sure.
  public let wikidata: String?

  /// The key of the organization as an actor.
  public var key: String { "org:" + slug }
}

/// The organizations of the world's table, in order of their slugs.
public struct Organizations: Sendable {
  /// All organizations.
  public let all: [Organization]
  private let index: [String: Int]

  init(_ all: [Organization]) {
    self.all = all
    index = Dictionary(all.enumerated().map { ($1.slug, $0) }) { first, _ in first }
  }

  /// The organization with `slug`.
  public subscript(slug: String) -> Organization? { index[slug].map { all[$0] } }
}
