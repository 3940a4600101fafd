/// What stands in the file.
extension MapSheet {
  /// A coordinate, to a tenth where it needs one.
  private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }

  mutating func open() {
    let (id, size) = (figure.prefix, view.size)
    svg.open(
      "svg",
      [
        "class": "map \(figure.className)", "viewBox": "0 0 \(number(size.x)) \(number(size.y))",
        "width": "\(figure.width)", "height": "\(figure.height)",
        "aria-labelledby": "\(id)-title \(id)-desc",
      ])
    svg.text("title", words.title, ["id": id + "-title"])
    svg.text("desc", words.description, ["id": id + "-desc"])
    svg.add(
      "<defs><pattern id=\"\(id)-hatch\" width=\"10\" height=\"10\" patternUnits=\"userSpaceOnUse\""
        + " patternTransform=\"rotate(45)\"><path class=\"unclaimed\" d=\"M0 0h10v10H0z\"/>"
        + "<path class=\"hatch\" d=\"M5 0v10\"/></pattern></defs>")
  }

  // MARK: The ground

  mutating func drawGround() {
    svg.add("<g aria-hidden=\"true\">")
    if case .world = figure.window.projection {
      svg.path([globeEdge], isClosed: true, ["class": "sea"])
    } else {
      svg.add("<path class=\"sea\" d=\"M0 0h\(number(view.size.x))v\(number(view.size.y))H0z\"/>")
    }
    let countries = base.areas.filter {
      if case .country = $0.area { true } else { false }
    }
    svg.path(
      countries.flatMap(\.rings), isClosed: true, ["class": "land", "fill-rule": "evenodd"])
    for area in base.areas {
      guard case .disputed(let id) = area.area else { continue }
      svg.path(
        area.rings, isClosed: true,
        [
          "class": "disputed", "data-area": id, "fill": "url(#\(figure.prefix)-hatch)",
          "fill-rule": "evenodd",
        ])
    }
    svg.path(base.coasts, isClosed: false, ["class": "coast"])
    svg.path(base.borders, isClosed: false, ["class": "border"])
    svg.path(base.edges, isClosed: false, ["class": "edge"])
    svg.path(base.lines.flatMap(\.parts), isClosed: false, ["class": "edge claim"])
    svg.add("</g>")
  }

  /// The outline of a map of the world.
  private var globeEdge: BaseMap.Path {
    let latitudes = stride(from: -90.0, through: 90, by: 3)
    let east = latitudes.map { view.place(SIMD2(180, $0)) }
    let west = latitudes.reversed().map { view.place(SIMD2(-180, $0)) }
    return (east + west).map { SIMD2(Int($0.x.rounded()), Int($0.y.rounded())) }
  }

  // MARK: Names and places

  mutating func draw(_ areaNames: [AreaName]) {
    for name in areaNames {
      let isDisputed = if case .disputed = name.area { true } else { false }
      let place = name.number.map { figure.places[$0] }
      openLink(place)
      let focus = place?.isFocus == true ? " focus" : place == nil ? "" : " told"
      svg.open("g", ["class": (isDisputed ? "status" : "country") + focus])
      if let end = name.end, let leader = name.place.leader { drawLeader(from: end, to: leader) }
      drawWords(name.place)
      svg.close("g")
      closeLink(place)
    }
  }

  mutating func draw(_ marker: Marker) {
    let place = figure.places[marker.number]
    openLink(place)
    svg.open("g", ["class": "place" + (place.isFocus ? " focus" : "")])
    if let label = marker.label, let leader = label.leader {
      drawLeader(from: marker.at, to: leader)
    }
    svg.open(
      "circle",
      [
        "class": marker.isRing ? "ring" : "dot", "cx": number(marker.at.x.rounded()),
        "cy": number(marker.at.y.rounded()), "r": number(marker.radius),
      ])
    svg.close("circle")
    if let label = marker.label { drawWords(label) }
    svg.close("g")
    closeLink(place)
  }

  private mutating func openLink(_ place: MapPlace?) {
    guard let place else { return }
    if let target = place.target {
      svg.open("a", ["href": target, "aria-label": place.label])
    } else {
      svg.open("g", ["role": "img", "aria-label": place.label])
    }
  }
  private mutating func closeLink(_ place: MapPlace?) {
    guard let place else { return }
    svg.close(place.target == nil ? "g" : "a")
  }

  private mutating func drawLeader(from start: PlanePoint, to end: PlanePoint) {
    svg.add(
      "<path class=\"leader\" d=\"M\(number(start.x)) \(number(start.y))"
        + "L\(number(end.x)) \(number(end.y))\"/>")
  }

  private mutating func drawWords(_ place: LabelPlacement.Place) {
    let (label, box) = (place.label, place.box)
    let x =
      switch place.anchor {
      case .start: box.minX
      case .middle: box.middle.x
      case .end: box.maxX
      }
    for (i, line) in label.lines.enumerated() {
      // Letters stand on a line about a quarter of their size above the lower edge.
      let y = box.minY + Double(i) * label.leading + label.size * 0.9
      svg.text(
        "text", line,
        [
          "x": number(x), "y": number(y),
          "text-anchor": place.anchor == .start ? nil : place.anchor.rawValue,
        ])
    }
  }

  // MARK: Scale and locator

  mutating func draw(_ scale: Scale) {
    let (x, y) = (scale.box.minX + 4, scale.box.maxY - 6)
    svg.add("<g class=\"scale\" aria-hidden=\"true\">")
    svg.add("<path d=\"M\(number(x)) \(number(y - 8))v8h\(number(scale.length))v-8\"/>")
    svg.text("text", scale.words, ["x": number(x), "y": number(y - 14)])
    svg.add("</g>")
  }

  mutating func drawLocator(in corner: PlaneRect) {
    guard case .azimuthal(let middle) = figure.window.projection else { return }
    let radius = corner.width / 2
    let globe = Globe(of: map, around: middle, radius: radius)
    let scale = radius / (2.0.squareRoot() * GeoPoint.earthRadius)
    let id = figure.prefix + "-globe"
    svg.open(
      "g",
      [
        "class": "locator", "aria-hidden": "true",
        "transform": "translate(\(number(corner.minX)) \(number(corner.minY)))",
      ])
    let circle = "<circle cx=\"\(number(radius))\" cy=\"\(number(radius))\" r=\"\(number(radius))\""
    svg.add("<clipPath id=\"\(id)\">\(circle)/></clipPath>\(circle) class=\"sea\"/>")
    svg.path(
      globe.land, isClosed: true,
      ["class": "land", "fill-rule": "evenodd", "clip-path": "url(#\(id))"])
    svg.add("\(circle) class=\"rim\"/>")
    let half = view.size / 2 * view.unit * scale
    if min(half.x, half.y) < 5 {
      svg.add(
        "<circle class=\"here\" cx=\"\(number(radius))\" cy=\"\(number(radius))\" r=\"8\"/>")
    } else {
      let (x, y) = (radius - half.x, radius - half.y)
      svg.add(
        "<path class=\"here\" d=\"M\(number(x)) \(number(y))h\(number(2 * half.x))"
          + "v\(number(2 * half.y))h\(number(-2 * half.x))z\"/>")
    }
    svg.add("</g>")
  }
}
