/// A country, as an Italian newspaper speaks of it.
public struct Country: Sendable, Hashable {
  /// How official its code is.
  public enum Status: String, Sendable {
    /// In ISO 3166-1.
    case iso
    /// Under a code that the standard leaves to its users (Kosovo).
    case user
    /// A state of the past, under a code that the standard once gave.
    case historical
  }

  /// ISO 3166-1 alpha-2, or what stands for it.
  public let code: String
  /// How official the code is.
  public let status: Status
  /// The Italian name without article.
  public let name: String
  /// The Italian name with its article, if it takes one.
  public let nameWithArticle: String
  /// Other Italian names, as written.
  public let aliases: [String]
  /// The English name.
  public let englishName: String
  /// The capital, in Italian; empty if there is none.
  public let capital: String
  /// Names of cities that stand for the government.
  public let seats: [String]
  /// Degrees north of a representative point.
  public let latitude: Double
  /// Degrees east of a representative point.
  public let longitude: Double
  /// Codes of the countries beside it.
  public let neighbours: [String]
  /// The masculine singular of its adjectives, the usual one first.
  public let adjectives: [String]
  /// The plural noun of its people ("armeni"), if there is one.
  public let people: String?

  /// The key of the country as an actor.
  public var actorKey: String { "state:" + code }
  /// The key of the country as a place.
  public var placeKey: String { "country:" + code }
  /// The code if it is one of ISO 3166-1 today.
  public var isoCode: String? { status == .iso ? code : nil }
}

/// The countries of the world, in order of their codes, those of the past last.
public struct Countries: Sendable {
  /// All countries.
  public let all: [Country]
  private let index: [String: Int]

  init(_ all: [Country]) {
    self.all = all
    index = Dictionary(all.enumerated().map { ($1.code, $0) }) { first, _ in first }
  }

  /// The country with `code`.
  public subscript(code: String) -> Country? { index[code].map { all[$0] } }

  /// Whether two countries lie beside each other, or are one.
  public func areNeighbours(_ a: String, _ b: String) -> Bool {
    a == b || self[a]?.neighbours.contains(b) == true
  }
}
