import CWorldMap

/// The land of the world, divided into countries and areas whose status is disputed.
///
/// Natural Earth 1:10m, version 4.1.0, public domain, as cut and simplified by
/// CWorldMap/scripts/make_map.py. Borders are arcs that both of their sides share.
public struct WorldMap: Sendable {
  /// The source of all shapes, and the year whose borders it shows.
  public static let source = "Natural Earth 1:10m"
  /// The source's version.
  public static let version = "4.1.0"
  /// The year of that version.
  public static let year = 2018

  /// The map embedded in the program.
  public static let shared = WorldMap()

  /// What an area is.
  public enum Area: Hashable, Sendable {
    /// A country, by its ISO 3166-1 code.
    case country(String)
    /// An area in no country's fill, by its id in disputed-areas.tsv.
    case disputed(String)
  }

  /// What an arc divides.
  enum ArcKind: UInt8, Sendable {
    case coast, border, edge
    /// Where the source is cut, at the 180th meridian and the pole: no line to draw.
    case seam
  }

  /// Longitudes and latitudes, in degrees.
  struct Bounds: Hashable, Sendable {
    var west = Double.infinity
    var south = Double.infinity
    var east = -Double.infinity
    var north = -Double.infinity

    mutating func add(_ longitude: Double, _ latitude: Double) {
      (west, east) = (min(west, longitude), max(east, longitude))
      (south, north) = (min(south, latitude), max(north, latitude))
    }
    mutating func add(_ other: Bounds) {
      (west, east) = (min(west, other.west), max(east, other.east))
      (south, north) = (min(south, other.south), max(north, other.north))
    }
  }

  /// A line in three levels of detail.
  struct Polyline: Sendable {
    /// Where its points stand, by level.
    var levels: [Range<Int>]
    var bounds: Bounds
  }

  struct Arc: Sendable {
    var kind: ArcKind
    var line: Polyline
  }

  /// A ring of an area: its arcs, twice the number, one more if backwards.
  struct RingShape: Sendable {
    var arcs: [Int]
    var bounds: Bounds
  }

  struct Shape: Sendable {
    var area: Area
    var rings: [RingShape]
    var bounds: Bounds
  }

  struct DisputedLine: Sendable {
    /// Its number in `lineNames`.
    var name: Int
    var line: Polyline
  }

  /// How far a line may have moved at each level, in degrees of latitude: make_map.py's TOLERANCES.
  static let tolerances = [0.0015, 0.03, 0.25]
  /// The coarsest level.
  static let coarsest = 2

  private(set) var arcs: [Arc] = []
  private(set) var shapes: [Shape] = []
  private(set) var lines: [DisputedLine] = []
  /// The names of the disputed lines, as the source has them.
  private(set) var lineNames: [String] = []
  /// The outlines of all land at the coarsest level, in degrees.
  private(set) var landmasses: [[SIMD2<Double>]] = []
  /// Longitudes and latitudes, in 1/1000 degree.
  private var points: [SIMD2<Int32>] = []

  private init() {
    let file = cworldmap_world
    var reader = Reader(UnsafeBufferPointer(start: file.bytes, count: file.count))
    precondition(reader.word(4) == "DWM1", "the embedded map is of another version")
    lineNames = (0..<reader.number()).map { _ in reader.text() }
    points.reserveCapacity(file.count / 3)
    arcs = (0..<reader.number()).map { _ in
      let kind = ArcKind(rawValue: UInt8(reader.number())) ?? .border
      return Arc(kind: kind, line: polyline(&reader))
    }
    shapes = (0..<reader.number()).map { _ in
      let isDisputed = reader.number() == 1
      let id = reader.text()
      var bounds = Bounds()
      let rings = (0..<reader.number()).map { _ in
        let arcs = (0..<reader.number()).map { _ in reader.number() }
        var own = Bounds()
        for arc in arcs { own.add(self.arcs[arc / 2].line.bounds) }
        bounds.add(own)
        return RingShape(arcs: arcs, bounds: own)
      }
      return Shape(
        area: isDisputed ? .disputed(id) : .country(id), rings: rings, bounds: bounds)
    }
    lines = (0..<reader.number()).map { _ in
      let name = reader.number()
      return DisputedLine(name: name, line: polyline(&reader))
    }
    landmasses = Self.landmasses(shapes: shapes, arcs: arcs) { points(of: $0, level: $1) }
  }

  private mutating func polyline(_ reader: inout Reader) -> Polyline {
    var line = Polyline(levels: [], bounds: Bounds())
    for level in 0..<Self.tolerances.count {
      let count = reader.number()
      if count == 0, let before = line.levels.last {
        line.levels.append(before)
        continue
      }
      let start = points.count
      var point = SIMD2<Int32>()
      for _ in 1..<max(1, count) {
        point &+= SIMD2(Int32(reader.signed()), Int32(reader.signed()))
        points.append(point)
        if level == 0 { line.bounds.add(Double(point.x) / 1000, Double(point.y) / 1000) }
      }
      line.levels.append(start..<points.count)
    }
    return line
  }

  /// The points of `line` at `level`: longitude and latitude in degrees.
  func points(of line: Polyline, level: Int) -> [SIMD2<Double>] {
    points[line.levels[level]].map { SIMD2(Double($0.x) / 1000, Double($0.y) / 1000) }
  }

  /// The unit vectors of all points from the middle of the earth: with them a map is projected without
  /// asking for another sine.
  private static let vectors: [SIMD3<Double>] = shared.points.map { point in
    GeoPoint(longitude: Double(point.x) / 1000, latitude: Double(point.y) / 1000).vector
  }

  /// The points of `line` at `level` as unit vectors from the middle of the earth.
  func vectors(of line: Polyline, level: Int) -> ArraySlice<SIMD3<Double>> {
    Self.vectors[line.levels[level]]
  }

  /// The rings of `shape` in degrees, at the finest level.
  private func rings(of shape: Shape, around point: GeoPoint) -> [[PlanePoint]] {
    shape.rings.compactMap { ring in
      let b = ring.bounds
      guard b.south <= point.latitude, b.north >= point.latitude, b.east >= point.longitude else {
        return nil
      }
      return ring.arcs.flatMap { arc -> [PlanePoint] in
        let points = points(of: arcs[arc / 2].line, level: 0)
        return arc % 2 == 0 ? points : points.reversed()
      }
    }
  }

  /// The corners of the largest ring of `area`, as roughly as a map of the world needs them; none if
  /// there is no such area.
  func outline(of area: Area) -> [GeoPoint] {
    guard let shape = shapes.first(where: { $0.area == area }) else { return [] }
    let size = { (ring: RingShape) in
      (ring.bounds.east - ring.bounds.west) * (ring.bounds.north - ring.bounds.south)
    }
    guard let largest = shape.rings.max(by: { size($0) < size($1) }) else { return [] }
    for level in [Self.coarsest, 0] {
      let corners = largest.arcs.flatMap { self.points(of: arcs[$0 / 2].line, level: level) }
      // Small islands have no points on the coarsest level.
      if corners.count > 2 { return corners.map { GeoPoint(longitude: $0.x, latitude: $0.y) } }
    }
    return []
  }

  /// How far `area` reaches from `point`, in kilometres, its islands left out; 0 if there is no such
  /// area.
  public func reach(of area: Area, from point: GeoPoint) -> Double {
    outline(of: area).reduce(0) { max($0, $1.distance(to: point)) }
  }

  /// Whether there is such an area.
  public func has(_ area: Area) -> Bool { shapes.contains { $0.area == area } }

  /// The area that `point` lies in; `nil` at sea, and on coasts that the source draws more roughly.
  public func area(at point: GeoPoint) -> Area? {
    let plane = PlanePoint(point.longitude, point.latitude)
    for shape in shapes {
      let b = shape.bounds
      guard b.west <= plane.x, b.east >= plane.x, b.south <= plane.y, b.north >= plane.y else {
        continue
      }
      if Ring.contains(plane, in: rings(of: shape, around: point)) { return shape.area }
    }
    return nil
  }

  /// Reads make_map.py's numbers and texts.
  private struct Reader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func number() -> Int {
      var (value, shift) = (0, 0)
      while true {
        let byte = Int(bytes[at])
        at += 1
        value |= (byte & 127) << shift
        if byte < 128 { return value }
        shift += 7
      }
    }
    mutating func signed() -> Int {
      let value = number()
      return value & 1 == 0 ? value / 2 : -(value / 2) - 1
    }
    mutating func word(_ count: Int) -> String {
      defer { at += count }
      return String(decoding: bytes[at..<(at + count)], as: UTF8.self)
    }
    mutating func text() -> String { word(number()) }
  }
}
