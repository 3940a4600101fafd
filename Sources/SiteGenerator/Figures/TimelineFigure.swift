/// The picture of a timeline: bars in lanes over an axis of days.
///
/// It shows what the list beside it says: what went on throughout as a full bar, where only the bounds
/// of a period are known as a hollow one with a broken outline, an open end as an arrow, a war as the
/// ground under its battles. Every bar is a link.
struct TimelineFigure {
  private static let margin = 14.0
  private static let head = 40.0
  private static let rowHeight = 36.0
  private static let barHeight = 9.0
  /// Pictures with more rows have the axis at the foot too.
  private static let rowsWithFoot = 8

  /// The width of the drawing.
  let width: Double
  let axis: TimeAxis
  let lanes: TimelineLanes
  private let words: Words
  private let phrasing: any Phrasing

  /// The picture of `items`, in order of time.
  init(_ items: [TimelineItem], width: Double, words: Words, phrasing: any Phrasing) {
    self.width = width
    var extents: [TimeExtent] = []
    func collect(_ items: [TimelineItem]) {
      for item in items {
        extents.append(item.extent)
        collect(item.parts)
      }
    }
    collect(items)
    let inner = width - 2 * Self.margin
    axis = TimeAxis(extents, width: inner)
    lanes = TimelineLanes(items, on: axis, width: inner)
    (self.words, self.phrasing) = (words, phrasing)
  }

  private var hasFoot: Bool { lanes.rowCount > Self.rowsWithFoot }
  private var bottom: Double { Self.head + Double(lanes.rowCount) * Self.rowHeight + 8 }

  /// The height of the drawing.
  var height: Double { bottom + (hasFoot ? Self.head - 8 : 0) }

  /// The whole `<figure>`, spoken as `label`.
  func html(label: String) -> [UInt8] {
    var out = Drawing()
    out.open("figure")
    out.open("div", ["class": "scroll", "role": "group", "aria-label": .text(label)])
    out.newline()
    out.open(
      "svg",
      [
        "viewBox": .text(
          "\(Drawing.length(-Self.margin)) 0 \(Drawing.length(width)) "
            + Drawing.length(height))
      ])
    drawGround(&out)
    drawAxis(&out)
    for placed in lanes.placed {
      out.newline()
      draw(placed, &out)
    }
    out.newline()
    out.close("svg")
    out.close("div")
    out.newline()
    drawCaption(&out)
    out.close("figure")
    out.newline()
    return out.bytes
  }

  // MARK: Ground and axis

  private func top(ofRow row: Int) -> Double { Self.head + 4 + Double(row) * Self.rowHeight }

  private func drawGround(_ out: inout Drawing) {
    for band in lanes.bands {
      out.newline()
      out.shape(
        "rect",
        [
          "class": "band", "x": .length(band.place.lowerBound),
          "y": .length(top(ofRow: band.rows.lowerBound) - 2),
          "width": .length(band.place.upperBound - band.place.lowerBound),
          "height": .length(Double(band.rows.count) * Self.rowHeight - 3), "rx": 5,
        ])
    }
  }

  private func drawAxis(_ out: inout Drawing) {
    for (number, segment) in axis.segments.enumerated() {
      out.newline()
      out.open("g", ["class": "axis", "aria-hidden": "true"])
      out.shape(
        "path",
        [
          "class": "line",
          "d": .text(
            "M" + point(segment.start, Self.head - 4) + "H" + Drawing.length(segment.end)
              + (hasFoot
                ? "M" + point(segment.start, bottom) + "H" + Drawing.length(segment.end) : "")),
        ])
      for tick in TimeAxis.ticks(of: segment, phrasing: phrasing) {
        out.shape(
          "path",
          [
            "class": "tick",
            "d": .text("M" + point(tick.x, Self.head - 8) + "V" + Drawing.length(bottom)),
          ])
        drawLabels(of: tick, y: Self.head - 12, &out)
        if hasFoot { drawLabels(of: tick, y: bottom + 27, &out) }
      }
      out.close("g")
      if number > 0 { drawCut(before: segment, &out) }
    }
  }

  private func drawLabels(of tick: TimeAxis.Tick, y: Double, _ out: inout Drawing) {
    let half = TextWidth.of(tick.label, size: 11) / 2
    let x = min(max(tick.x, half - Self.margin), width - Self.margin - half)
    out.element("text", ["x": .length(x), "y": .length(y)], text: tick.label)
    if let context = tick.context {
      out.element("text", ["class": "year", "x": .length(x), "y": .length(y - 13)], text: context)
    }
  }

  /// A jagged strip where time is left out.
  private func drawCut(before segment: TimeAxis.Segment, _ out: inout Drawing) {
    let middle = segment.start - TimeAxis.cutWidth / 2
    for side in [-4.0, 4.0] {
      var path = "M" + point(middle + side, Self.head - 14)
      var (y, turn) = (Self.head - 14, 3.0)
      while y < bottom {
        y = min(bottom, y + 7)
        path += "L" + point(middle + side + turn, y)
        turn = -turn
      }
      out.shape("path", ["class": "cut", "d": .text(path)])
    }
  }

  private func point(_ x: Double, _ y: Double) -> String {
    Drawing.length(x) + " " + Drawing.length(y)
  }

  // MARK: Items

  private func draw(_ placed: TimelineLanes.Placed, _ out: inout Drawing) {
    let item = placed.item
    let y = top(ofRow: placed.row)
    out.open(
      "a",
      [
        "class": item.chip.map { .text($0.rawValue) } ?? .absent, "href": .text(item.target),
      ])
    out.element("title", text: item.name)
    // What can be pointed at: words and bar together.
    out.shape(
      "rect",
      [
        "class": "touch", "x": .length(placed.place.lowerBound - 3), "y": .length(y - 1),
        "width": .length(placed.place.upperBound - placed.place.lowerBound + 6), "height": 31,
      ])
    out.element(
      "text", ["x": .length(placed.words.lowerBound), "y": .length(y + 13)], text: placed.label)
    drawBar(placed, y: y + 19, &out)
    out.close("a")
  }

  private func drawBar(_ placed: TimelineLanes.Placed, y: Double, _ out: inout Drawing) {
    let extent = placed.item.extent
    let middle = y + Self.barHeight / 2
    var ends: [(start: Double, end: Double)] = []
    for stretch in extent.stretches {
      let isDay = stretch.days.count == 1
      let isCertain = stretch.certainty == .certain
      let pieces = pieces(of: stretch.days)
      for piece in pieces {
        let isPoint =
          isDay
          || piece.end - piece.start < TimelineLanes.shortestBar && pieces.count == 1
            && extent.stretches.count == 1
        if isPoint {
          let x = center(of: piece)
          out.shape(
            "circle",
            [
              "class": isCertain ? "day" : "day maybe", "cx": .length(x), "cy": .length(middle),
              "r": 4.5,
            ])
          ends.append((x - 4.5, x + 4.5))
        } else {
          out.shape(
            "rect",
            [
              "class": isCertain ? "sure" : "maybe", "x": .length(piece.start), "y": .length(y),
              "width": .length(max(2, piece.end - piece.start)),
              "height": .length(Self.barHeight), "rx": isCertain ? 1 : 4,
            ])
          ends.append((piece.start, piece.end))
        }
      }
    }
    drawJoints(ends, y: middle, isSure: extent.form == .lasting || extent.form == .within, &out)
    if extent.isEndOpen, let end = ends.last?.end {
      arrow(from: end, to: placed.bar.upperBound, y: middle, &out)
    }
    if extent.isStartOpen, let start = ends.first?.start {
      arrow(from: start, to: placed.bar.lowerBound, y: middle, &out)
    }
  }

  /// A day at the very edge stands a little inside.
  private func center(of piece: (start: Double, end: Double)) -> Double {
    let inner = width - 2 * Self.margin
    return min(max((piece.start + piece.end) / 2, 4.5), inner - 4.5)
  }

  /// Thin lines between what belongs together: across a cut, or from one time to the next.
  private func drawJoints(
    _ ends: [(start: Double, end: Double)], y: Double, isSure: Bool, _ out: inout Drawing
  ) {
    for (one, next) in zip(ends, ends.dropFirst()) where next.start - one.end > 1 {
      out.shape(
        "path",
        [
          "class": isSure ? "joint" : "joint apart",
          "d": .text("M" + point(one.end, y) + "H" + Drawing.length(next.start)),
        ])
    }
  }

  private func arrow(from start: Double, to end: Double, y: Double, _ out: inout Drawing) {
    let back = end > start ? end - 7 : end + 7
    out.shape(
      "path",
      [
        "class": "joint", "d": .text("M" + point(start, y) + "H" + Drawing.length(end)),
      ])
    out.shape(
      "path",
      [
        "class": "head",
        "d": .text("M" + point(end, y) + "L" + point(back, y - 5) + "L" + point(back, y + 5) + "Z"),
      ])
  }

  /// Where `days` stand, apart where the axis is cut.
  private func pieces(of days: Range<Int>) -> [(start: Double, end: Double)] {
    var pieces: [(start: Double, end: Double)] = []
    for segment in axis.segments {
      let shared = days.clamped(to: segment.days)
      if shared.isEmpty { continue }
      pieces.append(
        (segment.position(of: shared.lowerBound), segment.position(of: shared.upperBound)))
    }
    return pieces
  }

  // MARK: Caption

  /// What the shapes mean, as far as they occur, and where the axis is cut.
  private func drawCaption(_ out: inout Drawing) {
    out.open("figcaption")
    out.open("ul", ["class": "shapes"])
    for (shape, word) in Shape.allCases.map({ ($0, $0.word) }) where occurs(shape) {
      out.open("li")
      out.open("svg", ["viewBox": "0 0 34 12", "aria-hidden": "true"])
      shape.draw(&out)
      out.close("svg")
      out.text(" " + words[word])
      out.close("li")
    }
    out.close("ul")
    if axis.segments.count > 1 { out.element("p", text: scale) }
    out.close("figcaption")
  }

  /// Where time is left out, in words.
  private var scale: String {
    var gaps: [String] = []
    for (segment, next) in zip(axis.segments, axis.segments.dropFirst()) {
      gaps.append(
        words(
          .axisGap,
          [
            "from": phrasing.month(of: segment.days.upperBound - 1),
            "to": phrasing.month(of: next.days.lowerBound),
          ]))
    }
    return words(.axisCut, ["gaps": phrasing.list(gaps)])
  }

  private func occurs(_ shape: Shape) -> Bool {
    lanes.placed.contains { placed in
      let extent = placed.item.extent
      switch shape {
      case .day: return extent.stretches.contains { $0.days.count == 1 && $0.certainty == .certain }
      case .lasting:
        return extent.stretches.contains { $0.days.count > 1 && $0.certainty == .certain }
      case .possible: return extent.stretches.contains { $0.certainty == .possible }
      case .arrow: return extent.isEndOpen || extent.isStartOpen
      case .several: return extent.form == .several || extent.form == .oneOf
      case .band: return !placed.item.parts.isEmpty
      }
    }
  }

  /// The shapes of the legend.
  private enum Shape: CaseIterable {
    case day, lasting, possible, several, arrow, band

    var word: Word {
      switch self {
      case .day: .shapeDay
      case .lasting: .shapeLasting
      case .possible: .shapePossible
      case .several: .shapeSeveral
      case .arrow: .shapeArrow
      case .band: .shapeBand
      }
    }

    func draw(_ out: inout Drawing) {
      switch self {
      case .day: out.shape("circle", ["class": "day", "cx": 17, "cy": 6, "r": 4.5])
      case .lasting:
        out.shape(
          "rect", ["class": "sure", "x": 2, "y": 1.5, "width": 30, "height": 9, "rx": 1])
      case .possible:
        out.shape("circle", ["class": "day maybe", "cx": 6, "cy": 6, "r": 4.5])
        out.shape(
          "rect", ["class": "maybe", "x": 14, "y": 1.5, "width": 19, "height": 9, "rx": 4])
      case .several:
        out.shape("circle", ["class": "day", "cx": 6, "cy": 6, "r": 4.5])
        out.shape("circle", ["class": "day", "cx": 28, "cy": 6, "r": 4.5])
        out.shape("path", ["class": "joint apart", "d": "M10.5 6H23.5"])
      case .arrow:
        out.shape("path", ["class": "joint", "d": "M3 6H30"])
        out.shape("path", ["class": "head", "d": "M31 6L24 1L24 11Z"])
      case .band:
        out.shape(
          "rect", ["class": "band", "x": 1, "y": 0.5, "width": 32, "height": 11, "rx": 3])
      }
    }
  }
}
