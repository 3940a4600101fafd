import Testing

@testable import Cartography

/// The drawing: what stands in the file, and where names stand.
@Suite struct MapFigureTests {
  static let words = MapFigure.Words(
    title: "Mappa: Valdoria & dintorni", description: "Luoghi: Grova.",
    disputedStatus: "status conteso", language: "it", country: { "Paese \($0)" })

  static func place(
    _ name: String, _ longitude: Double, _ latitude: Double, weight: Int = 1,
    extent: MapPlace.Extent = .point
  ) -> MapPlace {
    let point = GeoPoint(longitude: longitude, latitude: latitude)
    return MapPlace(
      point: point, names: [name], label: "\(name): \(weight) eventi",
      target: "locations/\(name.lowercased()).html", weight: weight, extent: extent)
  }

  static func figure(_ places: [MapPlace], width: Int = 780, height: Int = 500) throws -> MapFigure
  {
    let sights = places.map { MapWindow.Sight($0.point, weight: Double($0.weight)) }
    let choice = try #require(
      MapWindow.choice(
        sights, least: 75, ratio: Double(width) / Double(height), isWhole: true))
    return MapFigure(
      choice.window, width: width, height: height, className: "wide", prefix: "m",
      places: places, budget: 18_000)
  }

  static let caucasus = [
    place("Uno", 46.34, 39.51, weight: 9), place("Due", 45.67, 39.84, weight: 4),
    place("Tre", 45.87, 40.2), place("Quattro", 46.75, 39.82),
    place("Regione", 46.0, 39.6, weight: 2, extent: .around(kilometres: 40)),
  ]

  static func svg(_ figure: MapFigure) -> String {
    String(decoding: figure.drawing(words).svg, as: UTF8.self)
  }

  @Test("every place is a link with a name to speak; no style, no script, no address elsewhere")
  func links() throws {
    let svg = Self.svg(try Self.figure(Self.caucasus))
    for place in Self.caucasus {
      #expect(
        svg.contains("<a href=\"\(place.target ?? "")\" aria-label=\"\(place.label)\">"),
        "\(place.names)")
    }
    for taboo in ["style=", "<style", "<script", "http", "onclick", "<image", "data:"] {
      #expect(!svg.contains(taboo), "\(taboo)")
    }
    #expect(svg.contains("aria-labelledby=\"m-title m-desc\""))
    #expect(svg.contains("<title id=\"m-title\">Mappa: Valdoria &amp; dintorni</title>"))
    #expect(svg.contains("<desc id=\"m-desc\">Luoghi: Grova.</desc>"))
  }

  @Test("every element that opens closes, in order")
  func wellFormed() throws {
    let svg = Self.svg(try Self.figure(Self.caucasus))
    var open: [Substring] = []
    for part in svg.split(separator: "<").map({ $0.prefix { $0 != ">" } }) {
      if part.hasPrefix("/") {
        #expect(open.popLast() == part.dropFirst())
      } else if !part.hasSuffix("/") {
        open.append(part.prefix { $0 != " " })
      }
    }
    #expect(open.isEmpty)
  }

  @Test("a settlement is a dot, a region a ring; the more events, the larger the dot")
  func shapes() throws {
    let figure = try Self.figure(Self.caucasus)
    let svg = Self.svg(figure)
    #expect(svg.components(separatedBy: "class=\"dot\"").count == 5)
    #expect(svg.components(separatedBy: "class=\"ring\"").count == 2)
    let radii = svg.components(separatedBy: "class=\"dot\"").dropFirst().compactMap { part in
      part.components(separatedBy: " r=\"").dropFirst().first?.split(separator: "\"").first
        .flatMap { Double($0) }
    }
    #expect(radii.count == 4 && radii[0] > radii[1] && radii[1] > radii[2])
  }

  @Test("a country has no pin: its name is the link")
  func countries() throws {
    var places = Self.caucasus
    places.append(
      MapPlace(
        point: GeoPoint(longitude: 44.9, latitude: 40.2), names: ["Armenia"],
        label: "Armenia: 5 eventi", target: "locations/armenia.html", weight: 5,
        extent: .area(.country("AM"))))
    let figure = try Self.figure(places)
    let drawing = figure.drawing(Self.words)
    let svg = String(decoding: drawing.svg, as: UTF8.self)
    #expect(svg.components(separatedBy: "class=\"dot\"").count == 5)
    #expect(svg.contains("aria-label=\"Armenia: 5 eventi\"><g class=\"country told\">"))
    #expect(drawing.seen == Array(0...5))
  }

  @Test("a disputed area is hatched, named with its status, and its edge is dashed")
  func disputed() throws {
    let drawing = try Self.figure(Self.caucasus).drawing(Self.words)
    let svg = String(decoding: drawing.svg, as: UTF8.self)
    #expect(drawing.disputedAreas == ["nagorno-karabakh"])
    #expect(drawing.disputedLines == ["Ceasefire Line 1994"])
    #expect(svg.contains("data-area=\"nagorno-karabakh\" fill=\"url(#m-hatch)\""))
    #expect(svg.contains(">Nagorno-Karabakh</text>") && svg.contains(">(status conteso)</text>"))
    #expect(svg.contains("class=\"edge\"") && svg.contains("class=\"edge claim\""))
  }

  @Test("the same map is the same bytes")
  func deterministic() throws {
    let figure = try Self.figure(Self.caucasus)
    #expect(figure.drawing(Self.words).svg == figure.drawing(Self.words).svg)
  }

  @Test("two names stand in two lines")
  func twoNames() throws {
    var places = Self.caucasus
    places[3].names = ["Khankendi", "Stepanakert"]
    let svg = Self.svg(try Self.figure(places))
    #expect(svg.contains(">Khankendi /</text>") && svg.contains(">Stepanakert</text>"))
  }

  @Test(
    "a small map stays small, of a rough coast too",
    arguments: [(15.0, 69.0), (-73, -50), (25, 38)])
  func budget(longitude: Double, latitude: Double) throws {
    let places = [
      Self.place("A", longitude, latitude), Self.place("B", longitude + 6, latitude + 4),
    ]
    var figure = try Self.figure(places, width: 360, height: 270)
    figure.budget = 6_000
    #expect(figure.drawing(Self.words).svg.count < 16_000)
  }

  @Test("maps at a pole, across the 180th meridian and of the world are drawn")
  func everywhere() throws {
    for list in [
      [("P", 10.0, 89.5)], [("F", 179.9, -17), ("G", -179.9, -16)], [("S", 0, -90)],
      [("A", -77, 39), ("B", 116, 40), ("C", 149, -35)],
    ] {
      let figure = try Self.figure(list.map { Self.place($0.0, $0.1, $0.2) })
      let drawing = figure.drawing(Self.words)
      #expect(drawing.seen.count == list.count)
      #expect(!String(decoding: drawing.svg, as: UTF8.self).contains("nan"))
    }
  }

  // MARK: Labels

  @Test("labels overlap neither one another nor dots, and stay on the map")
  func labels() {
    var placement = LabelPlacement(frame: PlaneRect(x: 0, y: 0, width: 1000, height: 700))
    var points: [PlanePoint] = []
    var seed: UInt64 = 7
    func random(_ limit: Double) -> Double {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(seed >> 40) / Double(1 << 24) * limit
    }
    for _ in 0..<60 { points.append([random(980) + 10, random(680) + 10]) }
    for point in points {
      placement.block(PlaneRect(x: point.x, y: point.y, width: 0, height: 0).expanded(by: 8))
    }
    var places: [LabelPlacement.Place] = []
    for (i, point) in points.enumerated() {
      let label = MapLabel(lines: ["Località \(i)"], size: 28)
      if let place = placement.place(label, at: point, radius: 8) { places.append(place) }
    }
    #expect(places.count > 30)
    #expect(places.contains { $0.leader != nil })
    for (i, place) in places.enumerated() {
      #expect(placement.frame.contains(place.box))
      for other in places[(i + 1)...] { #expect(!place.box.intersects(other.box)) }
      for point in points {
        let dot = PlaneRect(x: point.x, y: point.y, width: 0, height: 0).expanded(by: 8)
        #expect(!place.box.intersects(dot))
      }
    }
  }

  @Test("the first label keeps its place; one without room is left out")
  func noRoom() {
    var placement = LabelPlacement(frame: PlaneRect(x: 0, y: 0, width: 100, height: 40))
    let label = MapLabel(lines: ["Grova"], size: 20)
    let first = placement.place(label, at: [10, 20], radius: 4)
    #expect(first?.box.minX == 19 && first?.anchor == .start)
    let wide = MapLabel(lines: ["Valdoria settentrionale"], size: 20)
    #expect(placement.place(wide, at: [50, 20], radius: 4) == nil)
  }

  @Test("widths are those of a wide typeface; a letter with a mark is as wide as the letter")
  func widths() {
    #expect(TextMetrics.width(of: "iiii", size: 10) < TextMetrics.width(of: "mmmm", size: 10))
    #expect(TextMetrics.width(of: "città", size: 10) == TextMetrics.width(of: "citta", size: 10))
    #expect(TextMetrics.width(of: "Şuşa", size: 10) == TextMetrics.width(of: "Susa", size: 10))
    #expect(abs(TextMetrics.width(of: "Goris", size: 1000) - 2_597) < 1)
  }
}
