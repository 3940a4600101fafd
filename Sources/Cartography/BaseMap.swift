/// The land in a view, clipped and simplified to what the drawing can show, in whole units.
struct BaseMap: Sendable {
  /// A line or the outline of an area.
  typealias Path = [SIMD2<Int>]

  /// A country or disputed area in sight.
  struct Area: Sendable {
    var area: WorldMap.Area
    /// Its rings, closed, to be filled by the even-odd rule.
    var rings: [Path]
    /// Its extent on the drawing, and how much of it is land in sight, in square units.
    var box: PlaneRect
    var size: Double
  }

  /// A disputed line in sight.
  struct DisputedLine: Sendable {
    /// What the source calls it.
    var name: String
    var parts: [Path]
  }

  /// The areas in sight.
  private(set) var areas: [Area] = []
  /// Coasts, borders, and edges of disputed areas.
  private(set) var coasts: [Path] = []
  private(set) var borders: [Path] = []
  private(set) var edges: [Path] = []
  /// Disputed lines that are no edge of a disputed area.
  private(set) var lines: [DisputedLine] = []

  /// How far a line may be moved, in units.
  private let tolerance: Double
  /// Islands and lakes smaller than this are left out, in square units.
  private let least: Double

  /// The land in `view`.
  ///
  /// - Parameters:
  ///   - tolerance: how far a line may be moved, in units.
  ///   - least: the least size of an island, in square units.
  init(of map: WorldMap, in view: MapView, tolerance: Double, least: Double = 8) {
    (self.tolerance, self.least) = (tolerance, least)
    var sheet = Sheet(map: map, view: view, tolerance: tolerance)
    // What is cut at the frame is cut outside of what is seen.
    let frame = PlaneRect(x: 0, y: 0, width: view.size.x, height: view.size.y).expanded(by: 8)
    var drawn = Set<Int>()
    // By number: what is not in sight, which is most of the world, is not even copied.
    for number in map.shapes.indices
    where view.shows(map.shapes[number].bounds, margin: sheet.margin) {
      let shape = map.shapes[number]
      var area = Area(area: shape.area, rings: [], box: frame, size: 0)
      var box: PlaneRect?
      for ring in shape.rings {
        for turn in sheet.turns(of: ring.bounds) {
          let whole = ring.arcs.flatMap { arc -> [PlanePoint] in
            let points = sheet.points(ofArc: arc / 2, turn: turn)
            return arc % 2 == 0 ? points : points.reversed()
          }
          if sheet.isFarSide(whole) { continue }
          let path = Self.whole(Clipping.ring(whole, to: frame), isRing: true)
          let size = Ring.area(path.map { PlanePoint(Double($0.x), Double($0.y)) })
          // Without a country among others there would be a hole; a small island is missed by nobody.
          let isIsland = ring.arcs.allSatisfy { map.arcs[$0 / 2].kind == .coast }
          var isDisputed = false
          if case .disputed = shape.area { isDisputed = true }
          guard path.count > 2, size >= (isIsland && !isDisputed ? least : 3) else { continue }
          area.rings.append(path)
          area.size += size
          box = path.reduce(box) { box, point in
            let own = PlaneRect(x: Double(point.x), y: Double(point.y), width: 0, height: 0)
            return box?.joined(own) ?? own
          }
          drawn.formUnion(ring.arcs.map { ($0 / 2) * 4 + turn + 1 })
        }
      }
      if let box {
        area.box = box
        areas.append(area)
      }
    }
    for key in drawn.sorted() {
      let (arc, turn) = (key / 4, key % 4 - 1)
      let parts = Clipping.line(sheet.points(ofArc: arc, turn: turn), to: frame)
        .map { Self.whole($0, isRing: false) }.filter { $0.count > 1 }
      switch map.arcs[arc].kind {
      case .coast: coasts += parts
      case .border: borders += parts
      case .edge: edges += parts
      case .seam: break
      }
    }
    for number in map.lines.indices where view.shows(map.lines[number].line.bounds) {
      let line = map.lines[number]
      var parts: [Path] = []
      for turn in sheet.turns(of: line.line.bounds) {
        parts += Clipping.line(sheet.points(of: line.line, turn: turn), to: frame)
          .map { Self.whole($0, isRing: false) }.filter { $0.count > 1 }
      }
      if !parts.isEmpty {
        lines.append(DisputedLine(name: map.lineNames[line.name], parts: parts))
      }
    }
  }

  /// How many points all of it has.
  var pointCount: Int {
    let count = { (paths: [Path]) in paths.reduce(0) { $0 + $1.count } }
    return areas.reduce(0) { $0 + count($1.rings) } + count(coasts) + count(borders) + count(edges)
      + lines.reduce(0) { $0 + count($1.parts) }
  }

  /// `points` in whole units, none twice in a row.
  static func whole(_ points: [PlanePoint], isRing: Bool) -> Path {
    var path: Path = []
    path.reserveCapacity(points.count)
    for point in points {
      let own = SIMD2(Int(point.x.rounded()), Int(point.y.rounded()))
      if path.last == own { continue }
      // A point on the way from the one before to the next says nothing.
      if path.count > 1 {
        let (a, b) = (path[path.count - 1] &- path[path.count - 2], own &- path[path.count - 1])
        if a.x * b.y == a.y * b.x, a.x * b.x + a.y * b.y > 0 { path.removeLast() }
      }
      path.append(own)
    }
    if isRing, path.count > 1, path.first == path.last { path.removeLast() }
    return path
  }

  /// Projects arcs once each, as finely as the drawing can show.
  private struct Sheet {
    let map: WorldMap
    let view: MapView
    let tolerance: Double
    /// The level for what is in sight.
    let level: Int
    /// How far a line outside the view may be off, in degrees.
    let margin = 0.5
    private var known: [Int: [PlanePoint]] = [:]

    init(map: WorldMap, view: MapView, tolerance: Double) {
      (self.map, self.view, self.tolerance) = (map, view, tolerance)
      // The coarsest level that is half as exact again as the drawing.
      let degree = 111.2 * view.scale
      level = WorldMap.tolerances.lastIndex { $0 * degree <= tolerance / 2 } ?? 0
    }

    /// By how many turns of the globe something must be moved to be in sight.
    func turns(of bounds: WorldMap.Bounds) -> [Int] {
      guard case .world(let meridian) = view.projector.projection else { return [0] }
      return [-1, 0, 1].filter { turn in
        let shift = Double(turn) * 360 - meridian
        return bounds.east + shift > -180 && bounds.west + shift < 180
      }
    }

    mutating func points(ofArc number: Int, turn: Int) -> [PlanePoint] {
      if let points = known[number * 4 + turn + 1] { return points }
      let points = points(of: map.arcs[number].line, turn: turn)
      known[number * 4 + turn + 1] = points
      return points
    }

    func points(of line: WorldMap.Polyline, turn: Int) -> [PlanePoint] {
      if case .world(let meridian) = view.projector.projection {
        // The map of the world is as rough as the coarsest level; what turns over its edge stops there.
        let shift = Double(turn) * 360 - meridian
        let points = map.points(of: line, level: WorldMap.coarsest).map {
          view.place(SIMD2(min(180, max(-180, $0.x + shift)), $0.y))
        }
        return Simplification.line(points, tolerance: tolerance)
      }
      let isSeen = view.shows(line.bounds, margin: margin)
      let points = map.vectors(of: line, level: isSeen ? level : WorldMap.coarsest)
        .map { view.place(vector: $0) }
      return isSeen ? Simplification.line(points, tolerance: tolerance) : points
    }

    /// Whether a ring reaches so far around the globe that it has no inside on the drawing.
    func isFarSide(_ ring: [PlanePoint]) -> Bool {
      guard case .azimuthal = view.projector.projection else { return false }
      let limit = 1.95 * GeoPoint.earthRadius * view.scale
      return ring.contains { point in
        let offset = point - view.size / 2
        return (offset * offset).sum() > limit * limit
      }
    }
  }
}
