/// Half the world as it is seen from far above a point: where on earth a map is.
struct Globe: Sendable {
  /// The land, closed rings to be filled by the even-odd rule; some lie beyond the edge of the globe.
  let land: [BaseMap.Path]

  /// The globe around `center`, in a circle of `radius` units around `(radius, radius)`.
  init(of map: WorldMap, around center: GeoPoint, radius: Double) {
    let projector = Projector(.azimuthal(middle: center))
    let horizon = 2.0.squareRoot() * GeoPoint.earthRadius
    let scale = radius / horizon
    // What lies behind the horizon is drawn a little beyond the edge, which is cut away.
    let edge = 1.05 * horizon
    let antipode = PlanePoint(
      Projector.wrapped(center.longitude + 180), -center.latitude)
    var land: [BaseMap.Path] = []
    for ring in map.landmasses {
      var isSeen = false
      let points = ring.map { degrees -> PlanePoint in
        var point = projector.project(degrees)
        let distance = (point * point).sum().squareRoot()
        if distance > edge { point *= edge / distance } else { isSeen = true }
        return [radius + point.x * scale, radius - point.y * scale]
      }
      guard isSeen else { continue }
      let simple = Simplification.line(points, tolerance: 1.2)
      guard Ring.area(simple) > 8 else { continue }
      land.append(BaseMap.whole(simple, isRing: true))
      // A ring around the other end of the earth has its inside outside.
      if Ring.contains(antipode, in: [ring]) {
        let r = Int((radius * 1.2).rounded())
        let middle = Int(radius.rounded())
        land.append([
          [middle - r, middle - r], [middle + r, middle - r], [middle + r, middle + r],
          [middle - r, middle + r],
        ])
      }
    }
    self.land = land
  }
}

extension WorldMap {
  /// The outlines of all land at the coarsest level, without borders: the coasts in rings.
  static func landmasses(
    shapes: [Shape], arcs: [Arc], points: (Polyline, Int) -> [PlanePoint]
  ) -> [[PlanePoint]] {
    // Coasts have land on one side only, so that each is part of one ring.
    var leaving: [PlanePoint: [[PlanePoint]]] = [:]
    var starts: [PlanePoint] = []
    for shape in shapes {
      for ring in shape.rings {
        for arc in ring.arcs {
          let kind = arcs[arc / 2].kind
          guard kind == .coast || kind == .seam else { continue }
          var line = points(arcs[arc / 2].line, coarsest)
          if line.isEmpty { continue }
          if arc % 2 == 1 { line.reverse() }
          leaving[line[0], default: []].append(line)
          starts.append(line[0])
        }
      }
    }
    var rings: [[PlanePoint]] = []
    for start in starts {
      while let first = leaving[start]?.popLast() {
        var ring = first
        while let end = ring.last, end != start, let next = leaving[end]?.popLast() {
          ring += next.dropFirst()
        }
        if ring.count > 3 { rings.append(ring) }
      }
    }
    return rings
  }
}
