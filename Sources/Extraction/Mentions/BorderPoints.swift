import Knowledge

/// A point on the border of each two neighbouring countries, to stand for the line.
struct BorderPoints: Sendable {
  private var points: [String: (latitude: Double, longitude: Double)] = [:]

  /// The points of the world's table, read once.
  static let shared = BorderPoints()

  private init() {
    for row in EmbeddedTable.rows(of: "world/borders.tsv") {
      guard let latitude = Double(row[1]), let longitude = Double(row[2]) else { continue }
      points[row[0]] = (latitude, longitude)
    }
  }

  /// The point on the border of the countries `a` and `b`, given in order of the alphabet.
  subscript(a: String, b: String) -> (latitude: Double, longitude: Double)? {
    points[a + " " + b]
  }
}
