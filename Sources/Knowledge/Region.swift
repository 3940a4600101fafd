import DossierModel

/// A place that is neither a country nor a settlement: a region, disputed land, union of lands, sea,
/// river, mountain range, border or line.
public struct Region: Sendable, Hashable {
  /// Its key without `region:`, a slug.
  public let slug: String
  /// The Italian name.
  public let name: String
  /// Region, district, border, or other for waters and mountains.
  public let kind: LocationKind
  /// UCDP where_prec: 3 district, 4 province, 5 region or line, 7 international.
  public let precision: Int
  /// The codes of the countries that it lies in or is claimed by; none for continents and seas.
  public let countries: [String]
  /// Degrees north of a representative point.
  public let latitude: Double
  /// Degrees east of a representative point.
  public let longitude: Double
  /// Other names, as written.
  public let aliases: [String]
  /// The masculine singular of its adjectives, if it has any.
  public let adjectives: [String]
  /// The GeoNames id, where it is sure.
  public let geonames: Int?

  /// The key of the region as a place and, where regions act, as an actor.
  public var key: String { "region:" + slug }
  /// The country, if it lies in one alone.
  public var country: String? { countries.count == 1 ? countries[0] : nil }
}

/// The regions of the world's table, in order of their slugs.
public struct Regions: Sendable {
  /// All regions.
  public let all: [Region]
  private let index: [String: Int]

  init(_ all: [Region]) {
    self.all = all
    index = Dictionary(all.enumerated().map { ($1.slug, $0) }) { first, _ in first }
  }

  /// The region with `slug`.
  public subscript(slug: String) -> Region? { index[slug].map { all[$0] } }
}
