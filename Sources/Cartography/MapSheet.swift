import Foundation

/// Draws one map.
///
/// The drawing counts in half pixels, so that whole numbers are fine enough.
struct MapSheet {
  /// Units in a CSS pixel.
  static let unit = 2.0

  let figure: MapFigure
  let words: MapFigure.Words
  let names: MapNames
  let map: WorldMap
  let view: MapView
  let base: BaseMap
  var placement: LabelPlacement
  var svg = SVG()

  /// A place in sight.
  struct Marker {
    var number: Int
    var at: PlanePoint
    var radius: Double
    var isRing: Bool
    var label: LabelPlacement.Place?
  }

  /// The name of a country or disputed area on the map.
  struct AreaName {
    var area: WorldMap.Area
    var place: LabelPlacement.Place
    /// Where its leader ends.
    var end: PlanePoint?
    /// The place that it stands for.
    var number: Int?
  }

  // Sizes of type, in units.
  static let placeType = 28.0
  static let areaType = 25.0
  static let noteType = 22.0

  init(_ figure: MapFigure, words: MapFigure.Words, map: WorldMap, names: MapNames) {
    (self.figure, self.words, self.map, self.names) = (figure, words, map, names)
    let size = PlanePoint(Double(figure.width), Double(figure.height)) * Self.unit
    view = MapView(figure.window, size: size)
    base = Self.land(of: map, in: view, budget: figure.budget)
    placement = LabelPlacement(
      frame: PlaneRect(x: 0, y: 0, width: size.x, height: size.y).expanded(by: -6))
  }

  /// The land in `view`, as fine as `budget` bytes allow.
  private static func land(of map: WorldMap, in view: MapView, budget: Int) -> BaseMap {
    for tolerance in [0.5, 0.8, 1.3] {
      let base = BaseMap(
        of: map, in: view, tolerance: tolerance * unit, least: 32 * tolerance * tolerance)
      // A point takes five to six bytes.
      if base.pointCount * 11 / 2 <= budget { return base }
    }
    return BaseMap(of: map, in: view, tolerance: 2 * unit, least: 100)
  }

  private var frame: PlaneRect { PlaneRect(x: 0, y: 0, width: view.size.x, height: view.size.y) }

  mutating func drawing() -> MapFigure.Drawing {
    var markers = self.markers
    for marker in markers where !marker.isRing {
      placement.block(
        PlaneRect(x: marker.at.x, y: marker.at.y, width: 0, height: 0).expanded(by: marker.radius))
    }
    let locator = figure.hasLocator ? locatorCorner(avoiding: markers) : nil
    if let locator { placement.block(locator) }
    let scale = scaleBar
    if let scale { placement.block(scale.box) }
    for i in markers.indices where figure.places[markers[i].number].isFocus { label(&markers[i]) }
    let disputed = disputedNames()
    for i in markers.indices where !figure.places[markers[i].number].isFocus { label(&markers[i]) }
    let countries = countryNames()

    open()
    drawGround()
    draw(disputed + countries)
    for marker in markers { draw(marker) }
    if let scale { draw(scale) }
    if let locator { drawLocator(in: locator) }
    svg.close("svg")

    let named = Set((disputed + countries).compactMap(\.number))
    let seen = markers.map(\.number) + areaPlaces.values.filter(isInSight)
    return MapFigure.Drawing(
      svg: svg.bytes,
      disputedAreas: base.areas.compactMap { area in
        if case .disputed(let id) = area.area { return isSeen(area) ? id : nil }
        return nil
      }.sorted(),
      disputedLines: Set(base.lines.filter { $0.parts.contains(where: isSeen) }.map(\.name))
        .sorted(),
      seen: Set(seen).sorted(),
      unlabelled: markers.filter { $0.label == nil }.map(\.number)
        + areaPlaces.values.filter { isInSight($0) && !named.contains($0) }.sorted())
  }

  // MARK: What is in sight

  private func isSeen(_ path: BaseMap.Path) -> Bool {
    path.contains { frame.contains(PlanePoint(Double($0.x), Double($0.y))) }
  }
  private func isSeen(_ area: BaseMap.Area) -> Bool { area.box.intersects(frame) }

  private func isInSight(_ number: Int) -> Bool {
    guard case .area(let area) = figure.places[number].extent else { return false }
    return base.areas.contains { $0.area == area && isSeen($0) }
  }

  /// The places that are a country or disputed area, by that.
  private var areaPlaces: [WorldMap.Area: Int] {
    var places: [WorldMap.Area: Int] = [:]
    for (number, place) in figure.places.enumerated() {
      if case .area(let area) = place.extent, places[area] == nil { places[area] = number }
    }
    return places
  }

  /// The markers of the places in sight.
  private var markers: [Marker] {
    figure.places.enumerated().compactMap { number, place in
      let at = view.place(place.point)
      switch place.extent {
      case .area: return nil
      case .point:
        guard frame.expanded(by: -4).contains(at) else { return nil }
        let extra = 1.5 * Double(max(0, place.weight - 1)).squareRoot()
        return Marker(
          number: number, at: at, radius: (3.4 + min(extra, 6)) * Self.unit, isRing: false)
      case .around(let kilometres):
        guard frame.expanded(by: -4).contains(at) else { return nil }
        let largest = min(view.size.x, view.size.y) * 0.42
        return Marker(
          number: number, at: at,
          radius: min(largest, max(9 * Self.unit, kilometres * view.scale)), isRing: true)
      }
    }
  }

  // MARK: Names

  private mutating func label(_ marker: inout Marker) {
    let place = figure.places[marker.number]
    let last = place.names.count - 1
    let label = MapLabel(
      lines: place.names.enumerated().map { $0 < last ? $1 + " /" : $1 }, size: Self.placeType,
      isBold: place.isFocus)
    if marker.isRing {
      marker.label =
        placement.place(label, around: marker.at)
        ?? placement.place(label, at: marker.at, radius: min(marker.radius, 60))
    } else {
      marker.label = placement.place(label, at: marker.at, radius: marker.radius)
    }
  }

  /// The names of the disputed areas, with what they are; those too small to be seen have none.
  private mutating func disputedNames() -> [AreaName] {
    let places = areaPlaces
    var result: [AreaName] = []
    for area in base.areas.sorted(by: { $0.size > $1.size }) {
      guard case .disputed(let id) = area.area, isSeen(area) else { continue }
      let name = names.area(id, in: words.language)
      let label = MapLabel(
        lines: name.components(separatedBy: " / ") + ["(\(words.disputedStatus))"],
        size: Self.noteType)
      let number = places[area.area]
      if let place = placement.place(label, inside: area) {
        result.append(AreaName(area: area.area, place: place, number: number))
      } else if area.size >= 300 || number != nil, let point = placement.inside(area),
        let place = placement.place(label, at: point, radius: 4)
      {
        result.append(AreaName(area: area.area, place: place, end: point, number: number))
      }
    }
    return result
  }

  /// The names of the countries that have room for them.
  private mutating func countryNames() -> [AreaName] {
    let places = areaPlaces
    var result: [AreaName] = []
    // Those that the map is about come first.
    let order = base.areas.sorted { a, b in
      let (x, y) = (places[a.area] != nil, places[b.area] != nil)
      return x != y ? x : a.size > b.size
    }
    for area in order {
      guard case .country(let code) = area.area else { continue }
      let name = words.country(code)
      let whole = MapLabel(lines: [name], size: Self.areaType)
      var labels = [whole]
      // A long name may stand in two lines.
      if let gap = Self.middleGap(of: name) {
        labels.append(
          MapLabel(
            lines: [String(name[..<gap]), String(name[gap...].dropFirst())],
            size: Self.areaType))
      }
      let number = places[area.area]
      for label in labels where area.size > label.width * label.height * 1.5 {
        if let place = placement.place(label, inside: area) {
          result.append(AreaName(area: area.area, place: place, number: number))
          break
        }
      }
    }
    return result
  }

  private static func middleGap(of name: String) -> String.Index? {
    let middle = name.count / 2
    return name.indices.filter { name[$0] == " " }.min { a, b in
      abs(name.distance(from: name.startIndex, to: a) - middle)
        < abs(name.distance(from: name.startIndex, to: b) - middle)
    }
  }

  // MARK: Scale

  struct Scale {
    var words: String
    var length: Double
    var box: PlaneRect
  }

  /// A bar of a round number of kilometres; none on maps of half the world, where none is true.
  private var scaleBar: Scale? {
    guard case .azimuthal = figure.window.projection, figure.window.halfWidth < 2500 else {
      return nil
    }
    let most = view.size.x * 0.22 * view.unit
    let steps = [1000, 500, 200, 100, 50, 20, 10, 5, 2, 1]
    guard let step = steps.first(where: { Double($0) <= most }) else { return nil }
    let length = Double(step) * view.scale
    let text = "\(step) km"
    let width = max(length, TextMetrics.width(of: text, size: Self.noteType))
    return Scale(
      words: text, length: length,
      box: PlaneRect(x: 12, y: view.size.y - 50, width: width + 8, height: 42))
  }

  // MARK: Locator

  /// The corner for the globe with the fewest places in it.
  private func locatorCorner(avoiding markers: [Marker]) -> PlaneRect? {
    guard case .azimuthal = figure.window.projection else { return nil }
    let side = min(160, min(view.size.x, view.size.y) * 0.24)
    let (right, bottom) = (view.size.x - side - 10, view.size.y - side - 10)
    let corners = [(right, 10.0), (10.0, 10.0), (right, bottom), (10.0, bottom - 50)]
      .map { PlaneRect(x: $0.0, y: $0.1, width: side, height: side) }
    let crowds = corners.map { corner in
      markers.reduce(0.0) { sum, marker in
        let box = PlaneRect(x: marker.at.x, y: marker.at.y, width: 0, height: 0)
          .expanded(by: marker.isRing ? 4 : marker.radius + 8)
        guard box.intersects(corner) else { return sum }
        return sum + (figure.places[marker.number].isFocus ? 100 : 1)
      }
    }
    guard let least = crowds.min(), least < 100 else { return nil }
    return crowds.firstIndex(of: least).map { corners[$0] }
  }
}
