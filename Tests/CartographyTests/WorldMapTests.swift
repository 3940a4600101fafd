import Testing

@testable import Cartography

/// A place and the area that it must lie in.
struct Spot: Sendable, CustomTestStringConvertible {
  var name: String
  var point: GeoPoint
  var area: WorldMap.Area

  init(_ name: String, _ longitude: Double, _ latitude: Double, _ area: WorldMap.Area) {
    (self.name, self.area) = (name, area)
    point = GeoPoint(longitude: longitude, latitude: latitude)
  }

  var testDescription: String { name }

  /// Places whose status is disputed: in no country's fill.
  static let disputed: [Spot] = [
    Spot("Simferopol", 34.10, 44.95, .disputed("crimea")),
    Spot("Sevastopol", 33.60, 44.60, .disputed("crimea")),
    Spot("Katzrin", 35.69, 32.99, .disputed("golan")),
    Spot("Buq'ata", 35.75, 33.18, .disputed("golan")),
    Spot("Ramallah", 35.20, 31.90, .disputed("west-bank")),
    Spot("the old city of Jerusalem", 35.2345, 31.7767, .disputed("west-bank")),
    Spot("Gaza", 34.46, 31.50, .disputed("gaza")),
    Spot("Laayoune", -13.15, 27.12, .disputed("western-sahara")),
    Spot("Smara", -11.67, 26.74, .disputed("western-sahara")),
    Spot("Tifariti", -10.57, 26.16, .disputed("western-sahara")),
    Spot("Pristina", 21.16, 42.66, .disputed("kosovo")),
    Spot("Kyrenia", 33.32, 35.30, .disputed("northern-cyprus")),
    Spot("Sukhumi", 41.02, 43.05, .disputed("abkhazia")),
    Spot("Tskhinvali", 43.97, 42.226, .disputed("south-ossetia")),
    Spot("Akhalgori", 44.48, 42.12, .disputed("south-ossetia")),
    Spot("Stepanakert", 46.75, 39.82, .disputed("nagorno-karabakh")),
    Spot("Hadrut", 47.03, 39.52, .disputed("nagorno-karabakh")),
    Spot("Tiraspol", 29.66, 46.86, .disputed("transnistria")),
    Spot("Srinagar", 74.80, 34.08, .disputed("jammu-kashmir")),
    Spot("Leh", 77.58, 34.16, .disputed("jammu-kashmir")),
    Spot("Muzaffarabad", 73.47, 34.36, .disputed("azad-kashmir")),
    Spot("Gilgit", 74.31, 35.92, .disputed("gilgit-baltistan")),
    Spot("Aksai Chin", 79.50, 35.20, .disputed("aksai-chin")),
    Spot("Donetsk", 37.80, 48.00, .disputed("donbas")),
    Spot("Hargeisa", 44.06, 9.56, .disputed("somaliland")),
    Spot("Iturup", 147.90, 45.10, .disputed("southern-kurils")),
  ]

  /// Places beside those, or with a like name, whose status nobody disputes here.
  static let undisputed: [Spot] = [
    Spot("Kherson", 33.0, 46.8, .country("UA")),
    Spot("Kharkiv", 36.25, 50.0, .country("UA")),
    Spot("Krasnodar", 38.98, 45.04, .country("RU")),
    Spot("Tel Aviv", 34.85, 32.05, .country("IL")),
    Spot("Tiberias", 35.50, 32.79, .country("IL")),
    Spot("Damascus", 36.30, 33.50, .country("SY")),
    Spot("Tarfaya's hinterland", -12.5, 27.9, .country("MA")),
    Spot("Novi Pazar", 20.51, 43.14, .country("RS")),
    Spot("Larnaca", 33.60, 34.93, .country("CY")),
    Spot("Gori", 44.11, 41.985, .country("GE")),
    Spot("Ganja", 46.36, 40.68, .country("AZ")),
    Spot("Goris", 46.34, 39.51, .country("AM")),
    Spot("Chisinau", 28.85, 47.0, .country("MD")),
    Spot("Lahore", 74.3, 31.5, .country("PK")),
    Spot("Amritsar", 74.87, 31.63, .country("IN")),
    Spot("Mogadishu's hinterland", 45.2, 2.2, .country("SO")),
    Spot("Suva", 178.2, -17.9, .country("FJ")),
    Spot("Chukotka", -175.0, 66.5, .country("RU")),
    Spot("the South Pole", 0, -89.99, .country("AQ")),
  ]
}

/// The embedded map: who is in whose fill.
@Suite struct WorldMapTests {
  @Test("a place whose status is disputed lies in no country", arguments: Spot.disputed)
  func disputed(spot: Spot) { #expect(WorldMap.shared.area(at: spot.point) == spot.area) }

  @Test("a place beside it lies in its country", arguments: Spot.undisputed)
  func undisputed(spot: Spot) { #expect(WorldMap.shared.area(at: spot.point) == spot.area) }

  @Test("the sea is nobody's")
  func sea() {
    #expect(WorldMap.shared.area(at: GeoPoint(longitude: -30, latitude: 30)) == nil)
    #expect(WorldMap.shared.area(at: GeoPoint(longitude: 34, latitude: 43.3)) == nil)
  }

  @Test("a disputed place is drawn in the hatched shape and in no other", arguments: Spot.disputed)
  func drawnDisputed(spot: Spot) throws { try expectFill(of: spot) }

  @Test("a place beside it is drawn in its country's fill alone", arguments: Spot.undisputed)
  func drawnUndisputed(spot: Spot) throws { try expectFill(of: spot) }

  /// Looks at the very shapes that are drawn, at two scales.
  private func expectFill(of spot: Spot) throws {
    for least in [60.0, 220] {
      let choice = try #require(
        MapWindow.choice([MapWindow.Sight(spot.point)], least: least, ratio: 4.0 / 3))
      let view = MapView(choice.window, size: [720, 540])
      let base = BaseMap(of: .shared, in: view, tolerance: 0.8)
      let at = view.place(spot.point)
      let fills = base.areas.filter { area in
        Ring.contains(at, in: area.rings.map { $0.map { [Double($0.x), Double($0.y)] } })
      }
      #expect(fills.map(\.area) == [spot.area], "half height \(least)")
    }
  }

  @Test("every area of the table is on the map and the reverse")
  func tables() {
    let drawn = WorldMap.shared.shapes.compactMap { shape in
      if case .disputed(let id) = shape.area { id } else { nil }
    }
    #expect(drawn.sorted() == MapNames.shared.areaIDs)
    for name in WorldMap.shared.lineNames {
      #expect(MapNames.shared.line(name, in: "it") != name, "\(name) has no Italian name")
    }
    for shape in WorldMap.shared.shapes {
      if case .country(let code) = shape.area { #expect(code.count == 2, "\(code)") }
    }
  }

  @Test("where there is no sea, the fills cover the map without gap and overlap")
  func seamless() throws {
    // The borders of Switzerland, Austria, Germany and Italy; of Chad, Niger, Sudan and Cameroon.
    for (longitude, latitude, least) in [(10.0, 47.2, 120.0), (17.0, 14.5, 300.0)] {
      let point = GeoPoint(longitude: longitude, latitude: latitude)
      let choice = try #require(
        MapWindow.choice([MapWindow.Sight(point)], least: least, ratio: 1))
      for tolerance in [0.5, 1, 4] {
        let view = MapView(choice.window, size: [600, 600])
        let base = BaseMap(of: .shared, in: view, tolerance: tolerance)
        let covered = base.areas.reduce(0) { $0 + $1.size }
        #expect(abs(covered - 616 * 616) < 616 * 616 * 0.002, "\(covered) at \(tolerance)")
      }
    }
  }

  @Test("a name leads to the disputed area, in either language; a like name does not")
  func names() {
    let names = MapNames.shared
    #expect(names.area(named: "Crimea") == "crimea")
    #expect(names.area(named: "alture del Golan") == "golan")
    #expect(names.area(named: "Western Sahara") == "western-sahara")
    #expect(names.area(named: "Ossezia del Nord") == nil)
    #expect(names.area(named: "Kosovo settentrionale") == nil)
    #expect(names.area(named: "Sahara") == nil)
    #expect(names.area("west-bank", in: "it") == "Cisgiordania")
    #expect(names.area("west-bank", in: "en") == "West Bank")
  }

  @Test("both parties' names stand in the order of the alphabet, and only near the place")
  func toponyms() {
    let names = MapNames.shared
    let point = GeoPoint(longitude: 46.752, latitude: 39.818)
    #expect(names.parties(of: ["Stepanakert"], at: point) == ["Khankendi", "Stepanakert"])
    #expect(names.parties(of: ["Xankəndi"], at: point) == ["Khankendi", "Stepanakert"])
    #expect(names.parties(of: ["Goris"], at: point) == nil)
    // Martuni in Armenia is not Martuni in Nagorno-Karabakh.
    let sevan = GeoPoint(longitude: 45.30, latitude: 40.14)
    #expect(names.parties(of: ["Martuni"], at: sevan) == nil)
  }
}

/// The small globe beside a map.
@Suite struct GlobeTests {
  @Test(
    "land is land and sea is sea on the globe, wherever it is seen from",
    arguments: [
      (12.0, 42.0), (-65, -35), (178, -17), (0, 89), (0, -89), (100, 60), (-60, -15),
    ])
  func land(longitude: Double, latitude: Double) {
    let center = GeoPoint(longitude: longitude, latitude: latitude)
    let globe = Globe(of: .shared, around: center, radius: 500)
    let projector = Projector(.azimuthal(middle: center))
    let scale = 500 / (2.0.squareRoot() * GeoPoint.earthRadius)
    let rings = globe.land.map { $0.map { PlanePoint(Double($0.x), Double($0.y)) } }
    let land = [(25.0, 0.0), (-60, -5), (-100, 45), (100, 62), (134, -25), (80, 22), (30, -84)]
    let sea = [(-30.0, 0.0), (-150, 0), (80, -30), (160, 35), (-140, -50), (10, -50), (0, 86)]
    for (isLand, spots) in [(true, land), (false, sea)] {
      for (x, y) in spots {
        let spot = GeoPoint(longitude: x, latitude: y)
        // Near the edge of the globe everything is narrow.
        guard spot.distance(to: center) < 8500 else { continue }
        let point = projector.project(SIMD2(x, y)) * scale
        #expect(
          Ring.contains([500 + point.x, 500 - point.y], in: rings) == isLand, "\(x) \(y)")
      }
    }
  }
}
