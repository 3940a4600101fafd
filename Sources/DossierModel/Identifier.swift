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
    a.rawValue.precedes(b.rawValue)
  }
}

extension String {
  /// Whether its bytes come before those of `other`.
  func precedes(_ other: String) -> Bool {
    var (x, y) = (self, other)
    return x.withUTF8 { x in
      y.withUTF8 { y in
        for i in 0..<min(x.count, y.count) where x[i] != y[i] { return x[i] < y[i] }
        return x.count < y.count
      }
    }
  }
}
