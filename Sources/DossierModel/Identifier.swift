/// The identity of a `Subject`: a lower-case ASCII slug, unique among its kind.
public struct Identifier<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The slug.
  public let rawValue: String

  /// An identity written `rawValue`.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// The slug.
  public var description: String { rawValue }

  /// In the order of the slugs' bytes.
  public static func < (a: Self, b: Self) -> Bool {
    a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8)
  }
}
