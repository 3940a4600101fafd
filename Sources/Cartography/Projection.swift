import Foundation

/// How the globe becomes flat, in kilometres: x east, y north of the middle.
enum Projection: Hashable, Sendable {
  /// Lambert's azimuthal equal-area projection: true areas, and shapes that hold well around the
  /// middle, wherever that is: at a pole, on the 180th meridian.
  case azimuthal(middle: GeoPoint)
  /// The Equal Earth projection (Šavrič, Patterson and Jenny 2018) of the whole world around a
  /// meridian in degrees.
  case world(meridian: Double)
}

/// Applies a projection.
struct Projector: Sendable {
  let projection: Projection
  private let sine: Double
  private let cosine: Double
  /// Unit vectors in the middle of an azimuthal map: to the east, to the north, and up.
  private let east: SIMD3<Double>
  private let north: SIMD3<Double>
  private let up: SIMD3<Double>

  /// What applies `projection`.
  init(_ projection: Projection) {
    self.projection = projection
    switch projection {
    case .azimuthal(let middle):
      sine = sin(middle.latitude * .pi / 180)
      cosine = cos(middle.latitude * .pi / 180)
      let lambda = middle.longitude * .pi / 180
      east = [-sin(lambda), cos(lambda), 0]
      north = [-sine * cos(lambda), -sine * sin(lambda), cosine]
      up = middle.vector
    case .world: (sine, cosine, east, north, up) = (0, 1, [0, 1, 0], [0, 0, 1], [1, 0, 0])
    }
  }

  private static let radius = GeoPoint.earthRadius
  // The polynomial of Equal Earth.
  private static let a: [Double] = [1.340264, -0.081106, 0.000893, 0.003796]

  /// Half the width and height of the world in kilometres.
  static let worldExtent: PlanePoint = {
    let projector = Projector(.world(meridian: 0))
    return [
      projector.project(SIMD2(180, 0)).x, projector.project(SIMD2(0, 90)).y,
    ]
  }()

  /// The plane's point for `degrees`, longitude and latitude.
  ///
  /// On a world map longitudes are taken as they are, from -180 to 180 around the meridian.
  func project(_ degrees: SIMD2<Double>) -> PlanePoint {
    let radian = Double.pi / 180
    switch projection {
    case .azimuthal(let middle):
      let lambda = (degrees.x - middle.longitude) * radian
      let phi = degrees.y * radian
      let (sinPhi, cosPhi, cosLambda) = (sin(phi), cos(phi), cos(lambda))
      let nearness = sine * sinPhi + cosine * cosPhi * cosLambda
      // The other end of the earth has no place of its own.
      let k = (2 / max(1 + nearness, 1e-9)).squareRoot() * Self.radius
      return [k * cosPhi * sin(lambda), k * (cosine * sinPhi - sine * cosPhi * cosLambda)]
    case .world:
      let theta = asin(3.0.squareRoot() / 2 * sin(degrees.y * radian))
      let (t2, a) = (theta * theta, Self.a)
      let t6 = t2 * t2 * t2
      let slope = a[0] + 3 * a[1] * t2 + t6 * (7 * a[2] + 9 * a[3] * t2)
      return [
        2 * 3.0.squareRoot() * degrees.x * radian * cos(theta) / (3 * slope) * Self.radius,
        theta * (a[0] + a[1] * t2 + t6 * (a[2] + a[3] * t2)) * Self.radius,
      ]
    }
  }

  /// The plane's point for a unit vector from the middle of the earth, on an azimuthal map.
  @inline(__always)
  func project(vector: SIMD3<Double>) -> PlanePoint {
    let k = (2 / max(1 + (up * vector).sum(), 1e-9)).squareRoot() * Self.radius
    return [k * (east * vector).sum(), k * (north * vector).sum()]
  }

  /// The place on the globe under `point` of an azimuthal map; `nil` outside the globe, and on a map
  /// of the world, which nobody asks.
  func unproject(_ point: PlanePoint) -> GeoPoint? {
    guard case .azimuthal(let middle) = projection else { return nil }
    let rho = (point * point).sum().squareRoot() / Self.radius
    if rho == 0 { return middle }
    if rho > 2 { return nil }
    let c = 2 * asin(rho / 2)
    let (x, y) = (point.x / Self.radius, point.y / Self.radius)
    let phi = asin(min(1, max(-1, cos(c) * sine + y * sin(c) * cosine / rho)))
    let lambda = atan2(x * sin(c), rho * cosine * cos(c) - y * sine * sin(c))
    return GeoPoint(
      longitude: Self.wrapped(middle.longitude + lambda * 180 / .pi), latitude: phi * 180 / .pi)
  }

  /// `longitude` between -180 and 180 degrees.
  static func wrapped(_ longitude: Double) -> Double {
    let turned = (longitude + 180).truncatingRemainder(dividingBy: 360)
    return turned < 0 ? turned + 180 : turned - 180
  }
}

/// A part of the plane on a drawing: what is seen, how large, and where on the globe that is.
struct MapView: Sendable {
  let projector: Projector
  /// Units of the drawing in a kilometre.
  let scale: Double
  /// The middle of the drawing on the plane, in kilometres.
  let middle: PlanePoint
  /// The size of the drawing, in its units.
  let size: PlanePoint
  /// The longitudes in sight, from the west eastwards, perhaps beyond 180; and the latitudes.
  let bounds: WorldMap.Bounds

  /// The view of `window` on a drawing of `size`.
  init(_ window: MapWindow, size: PlanePoint) {
    self.size = size
    projector = Projector(window.projection)
    switch window.projection {
    case .world:
      // From the south of Patagonia to the north of Greenland: nobody lives beyond.
      let (south, north) = (
        projector.project(SIMD2(0, -58)).y, projector.project(SIMD2(0, 84)).y
      )
      scale = min(size.x / (2.02 * Projector.worldExtent.x), size.y / (north - south))
      middle = [0, (north + south) / 2]
      bounds = WorldMap.Bounds(west: -180, south: -90, east: 180, north: 90)
    case .azimuthal(let center):
      scale = min(size.x / window.halfWidth, size.y / window.halfHeight) / 2
      middle = [0, 0]
      bounds = Self.bounds(around: center, projector, half: size / (2 * scale))
    }
  }

  private static func bounds(
    around center: GeoPoint, _ projector: Projector, half: PlanePoint
  ) -> WorldMap.Bounds {
    var bounds = WorldMap.Bounds()
    let steps = 24
    for i in 0..<(4 * steps) {
      let t = Double(i % steps) / Double(steps) * 2 - 1
      let edge: PlanePoint =
        switch i / steps {
        case 0: [t, -1]
        case 1: [t, 1]
        case 2: [-1, t]
        default: [1, t]
        }
      guard let point = projector.unproject(edge * half * 1.02) else {
        return WorldMap.Bounds(west: -180, south: -90, east: 180, north: 90)
      }
      let offset = Projector.wrapped(point.longitude - center.longitude)
      bounds.add(center.longitude + offset, point.latitude)
    }
    bounds.add(center.longitude, center.latitude)
    for pole in [90.0, -90.0] {
      let place = projector.project(SIMD2(center.longitude, pole))
      if abs(place.x) <= half.x, abs(place.y) <= half.y {
        bounds.add(center.longitude - 180, pole)
        bounds.add(center.longitude + 180, pole)
      }
    }
    return bounds
  }

  /// The place of `degrees`, longitude and latitude, on the drawing.
  func place(_ degrees: SIMD2<Double>) -> PlanePoint {
    let point = (projector.project(degrees) - middle) * scale
    return [size.x / 2 + point.x, size.y / 2 - point.y]
  }

  /// The place on the drawing of a unit vector from the middle of the earth, on an azimuthal map.
  @inline(__always)
  func place(vector: SIMD3<Double>) -> PlanePoint {
    let point = (projector.project(vector: vector) - middle) * scale
    return [size.x / 2 + point.x, size.y / 2 - point.y]
  }

  /// The place of `point` on the drawing.
  func place(_ point: GeoPoint) -> PlanePoint {
    if case .world(let meridian) = projector.projection {
      return place(SIMD2(Projector.wrapped(point.longitude - meridian), point.latitude))
    }
    return place(SIMD2(point.longitude, point.latitude))
  }

  /// Kilometres in a unit of the drawing.
  var unit: Double { 1 / scale }

  /// Whether something within `other` may be in sight, whatever turn of the globe its longitudes are
  /// counted in.
  func shows(_ other: WorldMap.Bounds, margin: Double = 0) -> Bool {
    guard other.south <= bounds.north + margin, other.north >= bounds.south - margin else {
      return false
    }
    return [-360.0, 0, 360].contains { turn in
      other.west + turn <= bounds.east + margin && other.east + turn >= bounds.west - margin
    }
  }
}
