import Testing

@testable import Cartography

/// Projecting, clipping and simplifying.
@Suite struct GeometryTests {
  static let middles = [
    GeoPoint(longitude: 45, latitude: 40), GeoPoint(longitude: 179.5, latitude: -17),
    GeoPoint(longitude: -60, latitude: 89), GeoPoint(longitude: 20, latitude: -70),
  ]

  @Test(
    "the middle of a map is where it was asked for, and the way back leads there",
    arguments: middles)
  func azimuthal(middle: GeoPoint) throws {
    let projector = Projector(.azimuthal(middle: middle))
    let own = projector.project(SIMD2(middle.longitude, middle.latitude))
    #expect(abs(own.x) < 1e-6 && abs(own.y) < 1e-6)
    for offset in [PlanePoint(300, 0), PlanePoint(-120, 500), PlanePoint(0, -900)] {
      let there = try #require(projector.unproject(offset))
      let back = projector.project(SIMD2(there.longitude, there.latitude))
      #expect(abs(back.x - offset.x) < 1e-6 && abs(back.y - offset.y) < 1e-6)
      // Lambert's projection shortens distances from the middle by less than a percent here.
      let length = (offset * offset).sum().squareRoot()
      #expect(abs(there.distance(to: middle) / length - 1) < 0.01)
    }
  }

  @Test("areas are true: a square degree is as large as on the globe")
  func equalArea() {
    let projector = Projector(.azimuthal(middle: GeoPoint(longitude: 10, latitude: 50)))
    let world = Projector(.world(meridian: 0))
    for (west, south) in [(10.0, 50.0), (25, 60), (-5, 36)] {
      let corners = [(0.0, 0.0), (1, 0), (1, 1), (0, 1)].map { x, y in
        SIMD2(west + x, south + y)
      }
      let radian = Double.pi / 180
      let truth =
        GeoPoint.earthRadius * GeoPoint.earthRadius * radian
        * (sine((south + 1) * radian) - sine(south * radian))
      for one in [projector, world] {
        let area = Ring.area(corners.map(one.project))
        #expect(abs(area / truth - 1) < 0.002, "\(west) \(south)")
      }
    }
  }

  /// The sine of `angle` in radians, by its series, so that the test has its own.
  private func sine(_ angle: Double) -> Double {
    var (term, sum) = (angle, angle)
    for n in stride(from: 2.0, through: 24, by: 2) {
      term *= -angle * angle / (n * (n + 1))
      sum += term
    }
    return sum
  }

  @Test(
    "longitudes stay between -180 and 180",
    arguments: [(190.0, -170.0), (-181, 179), (540, -180), (12, 12)])
  func wrapping(longitude: Double, expected: Double) {
    #expect(abs(Projector.wrapped(longitude) - expected) < 1e-9)
  }

  static let frame = PlaneRect(x: 0, y: 0, width: 10, height: 10)

  @Test("a ring is cut at the frame; one around the frame becomes the frame; one outside nothing")
  func rings() {
    let half = Clipping.ring([[-5, 2], [5, 2], [5, 8], [-5, 8]], to: Self.frame)
    #expect(Ring.area(half) == 30)
    let around = Clipping.ring([[-50, -50], [50, -50], [50, 50], [-50, 50]], to: Self.frame)
    #expect(Ring.area(around) == 100)
    #expect(Clipping.ring([[20, 20], [30, 20], [30, 30]], to: Self.frame).isEmpty)
    let inside: [PlanePoint] = [[1, 1], [2, 1], [2, 2]]
    #expect(Clipping.ring(inside, to: Self.frame) == inside)
  }

  @Test("a line that leaves the frame and returns is two lines")
  func lines() {
    let parts = Clipping.line([[1, 5], [15, 5], [15, 6], [1, 6]], to: Self.frame)
    #expect(parts == [[[1, 5], [10, 5]], [[10, 6], [1, 6]]])
    #expect(Clipping.line([[12, 0], [20, 9]], to: Self.frame).isEmpty)
    // Across a corner without touching it.
    #expect(Clipping.line([[-1, 10], [1, 12]], to: Self.frame).isEmpty)
  }

  @Test("simplifying keeps the ends and whatever stands out, whichever way the line runs")
  func simplifying() {
    let line: [PlanePoint] = [[0, 0], [1, 0.1], [2, 0], [3, 5], [4, 0], [5, -0.1], [6, 0]]
    let kept = Simplification.line(line, tolerance: 1)
    #expect(kept == [[0, 0], [2, 0], [3, 5], [4, 0], [6, 0]])
    #expect(Simplification.line(line.reversed(), tolerance: 1) == kept.reversed())
    #expect(Simplification.line(line, tolerance: 10) == [[0, 0], [6, 0]])
    let ring: [PlanePoint] = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]
    #expect(Simplification.line(ring, tolerance: 1) == ring)
  }
}
