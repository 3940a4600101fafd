import Foundation

/// The part of the world that a map shows.
public struct MapWindow: Hashable, Sendable {
  /// How it is projected.
  let projection: Projection
  /// Half its width in kilometres.
  let halfWidth: Double
  /// Half its height in kilometres.
  let halfHeight: Double

  /// A place that asks to be seen.
  public struct Sight: Hashable, Sendable {
    /// Where it is.
    public var point: GeoPoint
    /// How much it matters, more than 0.
    public var weight: Double
    /// How far around the point it reaches, in kilometres.
    public var reach: Double

    /// The `point` with its weight and reach.
    public init(_ point: GeoPoint, weight: Double = 1, reach: Double = 0) {
      (self.point, self.weight, self.reach) = (point, weight, reach)
    }
  }

  /// What a map should show.
  public struct Choice: Hashable, Sendable {
    /// The part of the world.
    public var window: MapWindow
    /// The sights that lie in it, by their place in the list.
    public var seen: [Int]
  }

  /// How much the share of the weight counts in a window's worth, `share^9 / area`.
  ///
  /// A tenth of the weight is given up where what is left takes less than two fifths of the area.
  private static let devotion = 9.0
  /// The most weight that one window may leave out.
  private static let mostLeft = 0.7
  /// From this half height on, in kilometres, a window may be one of several theatres.
  private static let theatreSize = 900.0
  /// The least share of the weight that a theatre has.
  private static let theatreShare = 0.15
  /// From this half size on, in kilometres, a map shows the whole world.
  private static let worldSize = 6000.0

  /// The window on `sights`, those far from the rest left out.
  ///
  /// - Parameters:
  ///   - least: the least half height in kilometres.
  ///   - ratio: width by height of the drawing.
  ///   - isWhole: whether every sight must be seen.
  /// - Returns: `nil` without sights.
  public static func choice(
    _ sights: [Sight], least: Double, ratio: Double, isWhole: Bool = false
  ) -> Choice? {
    if sights.isEmpty { return nil }
    var seen = Array(sights.indices)
    if !isWhole {
      // The middle moves when something is left out: once more with the new one.
      for _ in 0..<2 {
        let next = kept(seen, of: sights, least: least)
        if next.count == seen.count { break }
        seen = next
      }
    }
    let window = around(seen.map { sights[$0] }, least: least, ratio: ratio)
    return Choice(window: window, seen: seen)
  }

  /// The windows on `sights`: one, or two or three far apart.
  ///
  /// A further window needs a fair share of the weight, and two sights if it has not much more.
  public static func theatres(_ sights: [Sight], least: Double, ratio: Double) -> [Choice] {
    guard let first = choice(sights, least: least, ratio: ratio) else { return [] }
    let whole = sights.reduce(0) { $0 + $1.weight }
    let parts = clusters(first.seen, of: sights, link: first.window.halfHeight * 0.55).map {
      numbers -> (choice: Choice, weight: Double) in
      let window = around(numbers.map { sights[$0] }, least: least, ratio: ratio)
      return (
        Choice(window: window, seen: numbers), numbers.reduce(0) { $0 + sights[$1].weight }
      )
    }.filter { part in
      // A place that stands alone makes no theatre unless much happened there.
      part.weight >= (part.choice.seen.count > 1 ? 1 : 1.6) * theatreShare * whole
    }
    let size = { (window: MapWindow) in window.halfWidth * window.halfHeight }
    if first.window.halfHeight > theatreSize, (2...3).contains(parts.count),
      parts.count(where: { $0.choice.seen.count == 1 }) < 2,
      parts.reduce(0, { $0 + $1.weight }) >= 0.7 * whole,
      parts.reduce(0, { $0 + size($1.choice.window) }) < size(first.window) / 4
    {
      return parts.sorted {
        $0.weight != $1.weight
          ? $0.weight > $1.weight : ($0.choice.seen.first ?? 0) < ($1.choice.seen.first ?? 0)
      }.map(\.choice)
    }
    let seen = Set(first.seen)
    let left = sights.indices.filter { !seen.contains($0) }
    guard left.reduce(0, { $0 + sights[$1].weight }) >= theatreShare * whole,
      let other = choice(left.map { sights[$0] }, least: least, ratio: ratio),
      other.seen.count > 1, other.window.halfHeight < first.window.halfHeight * 3
    else { return [first] }
    return [first, Choice(window: other.window, seen: other.seen.map { left[$0] })]
  }

  /// `numbers` in groups with gaps of more than `link` kilometres between them, in the order of their
  /// first ones; counted in cells of a quarter of that.
  private static func clusters(_ numbers: [Int], of sights: [Sight], link: Double) -> [[Int]] {
    // Cells of the space around the globe, so that neither pole nor meridian is a border.
    let reach = 3
    let side = link / Double(reach + 1) / GeoPoint.earthRadius
    var cells: [SIMD3<Int>: [Int]] = [:]
    for number in numbers {
      let cell = sights[number].point.vector / side
      let key = SIMD3(
        Int(cell.x.rounded(.down)), Int(cell.y.rounded(.down)), Int(cell.z.rounded(.down)))
      cells[key, default: []].append(number)
    }
    var groups: [[Int]] = []
    let order = cells.sorted { ($0.value.first ?? 0) < ($1.value.first ?? 0) }.map(\.key)
    for start in order {
      guard let own = cells.removeValue(forKey: start) else { continue }
      var (group, pending) = (own, [start])
      while let cell = pending.popLast() {
        for x in -reach...reach {
          for y in -reach...reach {
            for z in -reach...reach where x * x + y * y + z * z <= reach * reach {
              let next = cell &+ SIMD3(x, y, z)
              if let members = cells.removeValue(forKey: next) {
                group += members
                pending.append(next)
              }
            }
          }
        }
      }
      groups.append(group.sorted())
    }
    return groups
  }

  /// Where the middle of `sights` is.
  private static func middle(of sights: [Sight]) -> GeoPoint {
    let sum = sights.reduce(SIMD3<Double>()) { $0 + $1.point.vector * $1.weight }
    let length = (sum * sum).sum().squareRoot()
    let whole = sights.reduce(0) { $0 + $1.weight }
    if length > 0.05 * whole { return GeoPoint(vector: sum) }
    return sights.max { $0.weight < $1.weight }?.point ?? GeoPoint(longitude: 0, latitude: 0)
  }

  /// The smallest box around `places`, each with its reach.
  private static func box(_ places: [(at: PlanePoint, reach: Double)]) -> PlaneRect {
    guard let first = places.first?.at else { return PlaneRect(x: 0, y: 0, width: 0, height: 0) }
    var box = PlaneRect(x: first.x, y: first.y, width: 0, height: 0)
    for (at, reach) in places {
      box.minX = min(box.minX, at.x - reach)
      box.maxX = max(box.maxX, at.x + reach)
      box.minY = min(box.minY, at.y - reach)
      box.maxY = max(box.maxY, at.y + reach)
    }
    return box
  }

  private static func area(_ box: PlaneRect, least: Double) -> Double {
    max(box.width, 2 * least) * max(box.height, 2 * least)
  }

  /// Those of `numbers` that a window on `sights` should keep: from whichever side it pays, the
  /// outermost are left out.
  private static func kept(_ numbers: [Int], of sights: [Sight], least: Double) -> [Int] {
    let projector = Projector(.azimuthal(middle: middle(of: numbers.map { sights[$0] })))
    let places = numbers.map { number in
      let point = sights[number].point
      return (
        at: projector.project(SIMD2(point.longitude, point.latitude)),
        weight: sights[number].weight, reach: sights[number].reach
      )
    }
    let whole = places.reduce(0) { $0 + $1.weight }
    var inside = [Bool](repeating: true, count: places.count)
    var weight = whole
    // By how far they lie to the west, east, south and north.
    let keys: [(PlanePoint) -> Double] = [{ -$0.x }, { $0.x }, { -$0.y }, { $0.y }]
    let orders = keys.map { key in
      places.indices.sorted { a, b in
        let (x, y) = (key(places[a].at), key(places[b].at))
        return x != y ? x > y : a < b
      }
    }
    for _ in 0..<12 {
      let current = places.indices.filter { inside[$0] }
      var best = (gain: 1.05, gone: [Int](), weight: weight)
      let size = area(box(current.map { (places[$0].at, places[$0].reach) }), least: least)
      for order in orders {
        let order = order.filter { inside[$0] }
        // Boxes of what is left when the first n are gone, from the last one backwards.
        var boxes: [PlaneRect] = []
        var box: PlaneRect?
        for i in order.reversed() {
          let own = self.box([(places[i].at, places[i].reach)])
          box = box.map { $0.joined(own) } ?? own
          boxes.append(box ?? own)
        }
        boxes.reverse()
        var left = weight
        for n in 1..<max(1, order.count) {
          left -= places[order[n - 1]].weight
          if left < (1 - mostLeft) * whole { break }
          let gain = pow(left / weight, devotion) * size / area(boxes[n], least: least)
          if gain > best.gain { best = (gain, Array(order[..<n]), left) }
        }
      }
      if best.gone.isEmpty { break }
      for i in best.gone { inside[i] = false }
      weight = best.weight
    }
    return zip(numbers, inside).filter(\.1).map(\.0)
  }

  /// The window on one area of `map`, whole, but for what lies far from its largest part.
  public static func window(
    on area: WorldMap.Area, of map: WorldMap = .shared, least: Double, ratio: Double
  ) -> MapWindow? {
    let points = map.outline(of: area)
    if points.isEmpty { return nil }
    return around(points.map { Sight($0) }, least: least, ratio: ratio)
  }

  /// How far it reaches from its middle to a corner, in kilometres.
  public var radius: Double {
    (halfWidth * halfWidth + halfHeight * halfHeight).squareRoot()
  }

  /// Whether it shows the whole world.
  public var isWorld: Bool {
    if case .world = projection { true } else { false }
  }

  /// The window that shows all of `sights`, with room around them.
  private static func around(_ sights: [Sight], least: Double, ratio: Double) -> MapWindow {
    var center = middle(of: sights)
    for _ in 0..<3 {
      let projector = Projector(.azimuthal(middle: center))
      let box = self.box(
        sights.map {
          (projector.project(SIMD2($0.point.longitude, $0.point.latitude)), $0.reach)
        })
      guard let next = projector.unproject(box.middle) else { break }
      // Whole hundredths of a degree, so that a window is the same on every machine.
      center = GeoPoint(
        longitude: (next.longitude * 100).rounded() / 100,
        latitude: (next.latitude * 100).rounded() / 100)
    }
    // A map turns with its middle near a pole: what counts is how far things are from the last one.
    let projector = Projector(.azimuthal(middle: center))
    var half = PlanePoint()
    for sight in sights {
      let at = projector.project(SIMD2(sight.point.longitude, sight.point.latitude))
      half.x = max(half.x, abs(at.x) + sight.reach)
      half.y = max(half.y, abs(at.y) + sight.reach)
    }
    half *= 1.18
    half.y = max(half.y, least)
    half.x = max(half.x, least)
    if half.x < half.y * ratio { half.x = half.y * ratio } else { half.y = half.x / ratio }
    if max(half.x, half.y * ratio) > worldSize || half.y > worldSize * 0.8 {
      return world(showing: sights)
    }
    return MapWindow(
      projection: .azimuthal(middle: center), halfWidth: half.x.rounded(.up),
      halfHeight: half.y.rounded(.up))
  }

  /// The whole world, cut where the gap between the sights is widest.
  private static func world(showing sights: [Sight]) -> MapWindow {
    let longitudes = sights.map(\.point.longitude).sorted()
    var widest = (gap: 0.0, middle: 180.0)
    for (i, west) in longitudes.enumerated() {
      let east = i + 1 < longitudes.count ? longitudes[i + 1] : (longitudes[0]) + 360
      if east - west > widest.gap { widest = (east - west, (west + east) / 2) }
    }
    // Around Greenwich unless a sight would stand at the edge.
    let isUsual = longitudes.allSatisfy { abs($0) < 165 }
    let meridian = isUsual ? 10 : (Projector.wrapped(widest.middle + 180) / 10).rounded() * 10
    let extent = Projector.worldExtent
    return MapWindow(
      projection: .world(meridian: meridian), halfWidth: extent.x, halfHeight: extent.y)
  }
}

extension PlaneRect {
  /// The smallest rectangle around both.
  func joined(_ other: PlaneRect) -> PlaneRect {
    var result = self
    result.minX = min(minX, other.minX)
    result.minY = min(minY, other.minY)
    result.maxX = max(maxX, other.maxX)
    result.maxY = max(maxY, other.maxY)
    return result
  }
}
