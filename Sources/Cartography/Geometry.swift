import Foundation

/// A point on the globe, WGS 84.
public struct GeoPoint: Hashable, Sendable {
  /// Degrees east, -180 to 180.
  public var longitude: Double
  /// Degrees north, -90 to 90.
  public var latitude: Double

  /// The point at `longitude` and `latitude`, in degrees.
  public init(longitude: Double, latitude: Double) {
    (self.longitude, self.latitude) = (longitude, latitude)
  }

  /// The mean radius of the earth in kilometres (IUGG).
  static let earthRadius = 6371.0088

  /// The unit vector from the middle of the earth.
  var vector: SIMD3<Double> {
    let (lambda, phi) = (longitude * .pi / 180, latitude * .pi / 180)
    return [cos(phi) * cos(lambda), cos(phi) * sin(lambda), sin(phi)]
  }

  /// The point above `vector`, which is not zero.
  init(vector: SIMD3<Double>) {
    longitude = atan2(vector.y, vector.x) * 180 / .pi
    latitude = atan2(vector.z, (vector.x * vector.x + vector.y * vector.y).squareRoot()) * 180 / .pi
  }

  /// How much shorter a degree of longitude is here than on the equator: 1 there, 0 at the poles.
  public var narrowing: Double { cos(latitude * .pi / 180) }

  /// The distance along a great circle, in kilometres.
  public func distance(to other: GeoPoint) -> Double {
    let (a, b) = (vector, other.vector)
    let cross = SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
    return atan2((cross * cross).sum().squareRoot(), (a * b).sum()) * Self.earthRadius
  }
}

/// A point on the drawing: x to the right, y down.
typealias PlanePoint = SIMD2<Double>

/// A rectangle on the drawing.
struct PlaneRect: Hashable, Sendable {
  var minX: Double
  var minY: Double
  var maxX: Double
  var maxY: Double

  /// The rectangle from `(x, y)`, `width` wide and `height` high.
  init(x: Double, y: Double, width: Double, height: Double) {
    (minX, minY, maxX, maxY) = (x, y, x + width, y + height)
  }

  var width: Double { maxX - minX }
  var height: Double { maxY - minY }
  var middle: PlanePoint { [(minX + maxX) / 2, (minY + maxY) / 2] }

  /// The rectangle with `margin` more on every side.
  func expanded(by margin: Double) -> PlaneRect {
    PlaneRect(
      x: minX - margin, y: minY - margin, width: width + 2 * margin, height: height + 2 * margin)
  }
  func contains(_ point: PlanePoint) -> Bool {
    point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
  }
  func contains(_ other: PlaneRect) -> Bool {
    other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY
  }
  func intersects(_ other: PlaneRect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }
}

/// Cutting lines and rings at a rectangle.
enum Clipping {
  /// The part of the ring `points` inside `rect` (Sutherland and Hodgman); where the ring leaves the
  /// rectangle the result runs along its edge.
  static func ring(_ points: [PlanePoint], to rect: PlaneRect) -> [PlanePoint] {
    var ring = points
    if ring.allSatisfy(rect.contains) { return ring }
    let edges: [(inside: (PlanePoint) -> Double, Void)] = [
      ({ $0.x - rect.minX }, ()), ({ rect.maxX - $0.x }, ()), ({ $0.y - rect.minY }, ()),
      ({ rect.maxY - $0.y }, ()),
    ]
    for (depth, _) in edges {
      guard var last = ring.last else { return [] }
      var lastDepth = depth(last)
      var result: [PlanePoint] = []
      result.reserveCapacity(ring.count)
      for point in ring {
        let own = depth(point)
        if (own >= 0) != (lastDepth >= 0) {
          result.append(last + (point - last) * (lastDepth / (lastDepth - own)))
        }
        if own >= 0 { result.append(point) }
        (last, lastDepth) = (point, own)
      }
      ring = result
    }
    return ring
  }

  /// The parts of the line `points` inside `rect`, in order.
  static func line(_ points: [PlanePoint], to rect: PlaneRect) -> [[PlanePoint]] {
    var parts: [[PlanePoint]] = []
    var part: [PlanePoint] = []
    for (a, b) in zip(points, points.dropFirst()) {
      guard let (start, end) = segment(a, b, to: rect) else {
        if part.count > 1 { parts.append(part) }
        part = []
        continue
      }
      if part.isEmpty || part[part.count - 1] != start {
        if part.count > 1 { parts.append(part) }
        part = [start]
      }
      part.append(end)
    }
    if part.count > 1 { parts.append(part) }
    return parts
  }

  /// The part of the segment from `a` to `b` inside `rect` (Liang and Barsky).
  static func segment(
    _ a: PlanePoint, _ b: PlanePoint, to rect: PlaneRect
  ) -> (PlanePoint, PlanePoint)? {
    let d = b - a
    var (start, end) = (0.0, 1.0)
    let sides = [
      (-d.x, a.x - rect.minX), (d.x, rect.maxX - a.x), (-d.y, a.y - rect.minY),
      (d.y, rect.maxY - a.y),
    ]
    for (p, q) in sides {
      if p == 0 {
        if q < 0 { return nil }
      } else if p < 0 {
        start = max(start, q / p)
      } else {
        end = min(end, q / p)
      }
    }
    if start > end { return nil }
    return (start == 0 ? a : a + d * start, end == 1 ? b : a + d * end)
  }
}

/// Leaving out points of a line that nobody would miss.
enum Simplification {
  /// Those of `points` without which the line would move by more than `tolerance`.
  ///
  /// Douglas and Peucker's way. The ends stay, so that lines that meet go on meeting; of a ring its
  /// farthest point too.
  static func line(_ points: [PlanePoint], tolerance: Double) -> [PlanePoint] {
    guard points.count > 2, let first = points.first, let last = points.last else { return points }
    var keep = [Bool](repeating: false, count: points.count)
    keep[0] = true
    keep[points.count - 1] = true
    var pending: [(Int, Int)] = []
    if first == last {
      var far = (distance: -1.0, index: 0)
      for (i, point) in points.enumerated() {
        let d = squared(point - first)
        if d > far.distance { far = (d, i) }
      }
      keep[far.index] = true
      pending = [(0, far.index), (far.index, points.count - 1)]
    } else {
      pending = [(0, points.count - 1)]
    }
    let limit = tolerance * tolerance
    while let (a, b) = pending.popLast() {
      if b - a < 2 { continue }
      let (start, way) = (points[a], points[b] - points[a])
      let length = squared(way)
      var worst = (distance: limit, index: -1)
      for i in (a + 1)..<b {
        let offset = points[i] - start
        let t = length == 0 ? 0 : min(1, max(0, (offset * way).sum() / length))
        let d = squared(offset - way * t)
        if d > worst.distance { worst = (d, i) }
      }
      if worst.index > 0 {
        keep[worst.index] = true
        pending.append((a, worst.index))
        pending.append((worst.index, b))
      }
    }
    return zip(points, keep).filter(\.1).map(\.0)
  }

  private static func squared(_ v: PlanePoint) -> Double { (v * v).sum() }
}

/// Measures of rings.
enum Ring {
  /// The area of the ring `points`, without sign.
  static func area(_ points: [PlanePoint]) -> Double {
    guard var last = points.last else { return 0 }
    var sum = 0.0
    for point in points {
      sum += last.x * point.y - point.x * last.y
      last = point
    }
    return abs(sum) / 2
  }

  /// Whether `point` lies inside an odd number of `rings`.
  static func contains(_ point: PlanePoint, in rings: [[PlanePoint]]) -> Bool {
    var isInside = false
    for ring in rings {
      guard var a = ring.last else { continue }
      for b in ring {
        if (a.y > point.y) != (b.y > point.y),
          point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
        {
          isInside.toggle()
        }
        a = b
      }
    }
    return isInside
  }
}
