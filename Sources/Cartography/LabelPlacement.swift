/// Words on the drawing.
struct MapLabel: Hashable, Sendable {
  /// The lines, from the top.
  var lines: [String]
  /// The size of the type in units.
  var size: Double
  /// Whether the type is bold.
  var isBold = false

  /// The distance from line to line.
  var leading: Double { size * 1.15 }
  var height: Double { Double(lines.count) * leading }
  var width: Double {
    lines.map { TextMetrics.width(of: $0, size: size, isBold: isBold) }.max() ?? 0
  }
}

/// Finds room for labels, one after the other: what is placed first keeps its place.
///
/// The same labels in the same order always get the same places.
struct LabelPlacement {
  /// Where a label stands.
  struct Place: Hashable, Sendable {
    var label: MapLabel
    var box: PlaneRect
    /// What the lines begin at, end at or stand around.
    var anchor: Anchor
    /// The end of the line that leads to what the label names, if it stands apart from that.
    var leader: PlanePoint?
  }

  /// How text stands to its point, as `text-anchor` says.
  enum Anchor: String, Sendable { case start, middle, end }

  /// What labels may not leave.
  let frame: PlaneRect
  /// What labels may not cover.
  private(set) var obstacles: [PlaneRect] = []
  /// What leaders may not cross: boxes of labels.
  private var labels: [PlaneRect] = []

  init(frame: PlaneRect) { self.frame = frame }

  /// Keeps `box` free of labels.
  mutating func block(_ box: PlaneRect) { obstacles.append(box) }

  /// Whether `box` is free.
  func isFree(_ box: PlaneRect) -> Bool {
    frame.contains(box) && !obstacles.contains { $0.intersects(box) }
  }

  /// Takes `box` for a label.
  mutating func take(_ box: PlaneRect) {
    obstacles.append(box)
    labels.append(box)
  }

  /// Directions around a point, the best first: right, left, above, below, then between them.
  private static let directions: [(x: Double, y: Double)] = [
    (1, 0), (-1, 0), (0, -1), (0, 1), (0.8, -0.8), (-0.8, -0.8), (0.8, 0.8), (-0.8, 0.8),
  ]

  /// Places `label` beside the marker of `radius` at `point`; farther away with a leader if there is
  /// no room beside it.
  mutating func place(
    _ label: MapLabel, at point: PlanePoint, radius: Double, canLead: Bool = true
  ) -> Place? {
    let gap = 5.0
    var distances = [radius + gap]
    if canLead { distances += [radius + 30, radius + 56, radius + 84, radius + 116] }
    for (ring, distance) in distances.enumerated() {
      for direction in Self.directions {
        let tip = point + PlanePoint(direction.x, direction.y) * distance
        let (box, anchor) = Self.box(of: label, from: tip, towards: direction)
        guard isFree(box) else { continue }
        if ring > 0 {
          // The marker itself is where the leader ends.
          let start = point + PlanePoint(direction.x, direction.y) * radius
          guard !labels.contains(where: { Clipping.segment(start, tip, to: $0) != nil }) else {
            continue
          }
        }
        take(box)
        return Place(label: label, box: box, anchor: anchor, leader: ring > 0 ? tip : nil)
      }
    }
    return nil
  }

  /// Places `label` around `middle` if there is room.
  mutating func place(_ label: MapLabel, around middle: PlanePoint) -> Place? {
    let box = Self.box(of: label, around: middle)
    guard isFree(box) else { return nil }
    take(box)
    return Place(label: label, box: box, anchor: .middle, leader: nil)
  }

  static func box(of label: MapLabel, around middle: PlanePoint) -> PlaneRect {
    PlaneRect(
      x: middle.x - label.width / 2, y: middle.y - label.height / 2, width: label.width,
      height: label.height)
  }

  private static func box(
    of label: MapLabel, from tip: PlanePoint, towards direction: (x: Double, y: Double)
  ) -> (PlaneRect, Anchor) {
    let (width, height) = (label.width, label.height)
    let x = direction.x > 0 ? tip.x : direction.x < 0 ? tip.x - width : tip.x - width / 2
    let y = direction.y > 0 ? tip.y : direction.y < 0 ? tip.y - height : tip.y - height / 2
    let anchor: Anchor = direction.x > 0 ? .start : direction.x < 0 ? .end : .middle
    return (PlaneRect(x: x, y: y, width: width, height: height), anchor)
  }

  /// Places `label` inside an area, as near to its middle as there is room: its middle and both of
  /// its ends lie within.
  mutating func place(_ label: MapLabel, inside area: BaseMap.Area) -> Place? {
    guard let middle = spot(for: label, inside: area) else { return nil }
    return place(label, around: middle)
  }

  private func spot(for label: MapLabel, inside area: BaseMap.Area) -> PlanePoint? {
    let half = PlanePoint(label.width, label.height) / 2
    let box = PlaneRect(
      x: max(area.box.minX, frame.minX) + half.x, y: max(area.box.minY, frame.minY) + half.y,
      width: min(area.box.maxX, frame.maxX) - max(area.box.minX, frame.minX) - label.width,
      height: min(area.box.maxY, frame.maxY) - max(area.box.minY, frame.minY) - label.height)
    guard box.width >= 0, box.height >= 0 else { return nil }
    let rings = area.rings.map { $0.map { PlanePoint(Double($0.x), Double($0.y)) } }
    let steps = 12
    var spots: [(distance: Double, at: PlanePoint)] = []
    for i in 0...steps {
      for j in 0...steps {
        let at = PlanePoint(
          box.minX + box.width * Double(i) / Double(steps),
          box.minY + box.height * Double(j) / Double(steps))
        let offset = at - area.box.middle
        spots.append(((offset * offset).sum(), at))
      }
    }
    spots.sort { a, b in
      a.distance != b.distance
        ? a.distance < b.distance : (a.at.y, a.at.x) < (b.at.y, b.at.x)
    }
    return spots.first { _, at in
      isFree(Self.box(of: label, around: at))
        && [-1.0, 0, 1].allSatisfy { side in
          Ring.contains(at + PlanePoint(side * half.x, 0), in: rings)
        }
    }?.at
  }

  /// A point well inside an area and in the frame, for a leader; `nil` if it shows next to nothing.
  func inside(_ area: BaseMap.Area) -> PlanePoint? {
    let rings = area.rings.map { $0.map { PlanePoint(Double($0.x), Double($0.y)) } }
    let box = area.box
    var best: (distance: Double, at: PlanePoint)?
    let steps = 16
    for i in 1..<steps {
      for j in 1..<steps {
        let at = PlanePoint(
          box.minX + box.width * Double(i) / Double(steps),
          box.minY + box.height * Double(j) / Double(steps))
        let offset = at - box.middle
        let distance = (offset * offset).sum()
        guard distance < best?.distance ?? .infinity, frame.contains(at),
          Ring.contains(at, in: rings)
        else { continue }
        best = (distance, at)
      }
    }
    return best?.at
  }
}
