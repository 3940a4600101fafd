import DossierModel

/// The picture of a network: who did what to whom, the strongest ties first.
///
/// Shapes tell the kinds of actors and lines the sorts of ties, with colours only beside them.
struct NetworkFigure {
  /// A node.
  struct Node: Sendable {
    var name: String
    var kind: ActorKind
    /// What screen readers speak and a hint shows.
    var description: String
    /// Where it leads, from the page.
    var target: String
  }

  /// A line between two nodes.
  struct Line: Sendable {
    var from: Int
    var to: Int
    var kind: Tie.Kind
    /// Whether the tie goes in both directions.
    var isMutual: Bool
    /// How much shows it.
    var count: Int
    /// "Armenia ha accusato Azerbaigian (3)".
    var description: String
  }

  private static let fontSize = 13.0
  private static let lineHeight = 15.0
  private static let widestLabel = 150.0
  /// The middle of a node's shape, from the top of its box.
  private static let shapeCenter = 12.0
  private static let radius = 9.0
  private static let margin = 6.0

  private let width: Double
  private let nodes: [Node]
  private let lines: [Line]
  private let labels: [[String]]
  let sizes: [NetworkLayout.Size]
  let layout: NetworkLayout
  private let words: Words

  /// The picture of `nodes`, those with the most ties first, and `lines`.
  init(_ nodes: [Node], _ lines: [Line], width: Double, words: Words) {
    (self.nodes, self.lines, self.width, self.words) = (nodes, lines, width, words)
    labels = nodes.map {
      TextWidth.lines($0.name, width: Self.widestLabel, size: Self.fontSize, atMost: 2)
    }
    sizes = labels.map { label in
      let widest = label.map { TextWidth.of($0, size: Self.fontSize) }.max() ?? 0
      return NetworkLayout.Size(
        width: max(widest, 2 * Self.radius) + 2,
        height: 2 * Self.shapeCenter + Double(label.count) * Self.lineHeight + 3)
    }
    let inner = width - 2 * Self.margin
    // Room grows with what stands in it, not with the page.
    let area = sizes.reduce(0) { $0 + $1.width * $1.height } * 9
    layout = NetworkLayout(
      sizes: sizes, edges: lines.map { ($0.from, $0.to) }, width: inner,
      height: min(max(area / inner, width / 3), 900))
  }

  /// Where the shape of a node stands.
  private func anchor(_ node: Int) -> NetworkLayout.Point {
    let center = layout.centers[node]
    return .init(x: center.x, y: center.y - sizes[node].height / 2 + Self.shapeCenter)
  }

  /// The whole `<figure>`, spoken as `label`.
  func html(label: String) -> [UInt8] {
    var out = Drawing()
    out.open("figure")
    out.open("div", ["class": "scroll", "role": "group", "aria-label": .text(label)])
    out.newline()
    let margin = Drawing.length(-Self.margin)
    out.open(
      "svg",
      [
        "viewBox": .text(
          "\(margin) \(margin) \(Drawing.length(width)) "
            + Drawing.length(layout.height + 2 * Self.margin))
      ])
    out.newline()
    out.open("g", ["aria-hidden": "true"])
    drawLines(&out)
    out.close("g")
    for number in nodes.indices {
      out.newline()
      draw(node: number, &out)
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

  // MARK: Lines

  /// How much shows the strongest tie, of which the lines' thickness is a share.
  ///
  /// What is told once or twice makes no thick line.
  private var strongest: Int { max(3, lines.map(\.count).max() ?? 0) }

  /// The lines; those between the same two stand side by side.
  private func drawLines(_ out: inout Drawing) {
    var beside: [[Int]: [Int]] = [:]
    for (number, line) in lines.enumerated() {
      beside[[min(line.from, line.to), max(line.from, line.to)], default: []].append(number)
    }
    for (number, line) in lines.enumerated() {
      let all = beside[[min(line.from, line.to), max(line.from, line.to)]] ?? [number]
      let place = Double(all.firstIndex(of: number) ?? 0) - Double(all.count - 1) / 2
      out.newline()
      draw(line, shifted: place * 6 * (line.from < line.to ? 1 : -1), &out)
    }
  }

  private func draw(_ line: Line, shifted: Double, _ out: inout Drawing) {
    let (a, b) = (anchor(line.from), anchor(line.to))
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = max((dx * dx + dy * dy).squareRoot(), 1)
    let (ux, uy) = (dx / length, dy / length)
    let inset = min(Self.radius + 4, length / 3)
    let head = line.kind.isDirected ? 8.0 : 0
    func point(_ along: Double, _ aside: Double = 0) -> String {
      let side = shifted + aside
      return Drawing.length(a.x + ux * along - uy * side) + " "
        + Drawing.length(a.y + uy * along + ux * side)
    }
    let (start, end) = (inset, length - inset)
    out.open(
      "g",
      [
        "class": .text(
          "tie \(line.kind.rawValue)"
            + (line.count * 3 > strongest * 2
              ? " strong" : line.count * 3 > strongest ? " some" : ""))
      ])
    out.element("title", text: line.description)
    let from = point(start + (line.isMutual ? head : 0))
    out.shape("path", ["class": "line", "d": .text("M\(from)L\(point(end - head))")])
    var heads: [String] = []
    if line.kind.isDirected {
      heads.append("M\(point(end))L\(point(end - head, 4))L\(point(end - head, -4))Z")
      if line.isMutual {
        heads.append("M\(point(start))L\(point(start + head, 4))L\(point(start + head, -4))Z")
      }
    }
    if !heads.isEmpty { out.shape("path", ["class": "head", "d": .text(heads.joined())]) }
    out.close("g")
  }

  // MARK: Nodes

  private func draw(node number: Int, _ out: inout Drawing) {
    let node = nodes[number]
    let (center, size, shape) = (layout.centers[number], sizes[number], anchor(number))
    let top = center.y - size.height / 2
    out.open("a", ["class": .text(node.kind.rawValue), "href": .text(node.target)])
    out.element("title", text: node.description)
    out.shape(
      "rect",
      [
        "class": "touch", "x": .length(center.x - size.width / 2), "y": .length(top),
        "width": .length(size.width), "height": .length(size.height),
      ])
    out.shape("path", ["class": "node", "d": .text(Self.outline(node.kind, at: shape))])
    for (i, line) in labels[number].enumerated() {
      out.element(
        "text",
        [
          "x": .length(center.x),
          "y": .length(top + 2 * Self.shapeCenter + Double(i + 1) * Self.lineHeight - 4),
        ], text: line)
    }
    out.close("a")
  }

  /// The shape of a kind of actors around `center`.
  private static func outline(_ kind: ActorKind, at center: NetworkLayout.Point) -> String {
    let corners: [(Double, Double)] =
      switch kind {
      case .state: [(-8, -8), (8, -8), (8, 8), (-8, 8)]
      case .government: [(0, -9), (9, -2), (9, 8), (-9, 8), (-9, -2)]
      case .military: [(0, -9), (9, 8), (-9, 8)]
      case .media: [(0, -9), (9, 0), (0, 9), (-9, 0)]
      case .group: [(-5, -8), (5, -8), (9, 0), (5, 8), (-5, 8), (-9, 0)]
      case .organization: [(-9, -5), (9, -5), (9, 5), (-9, 5)]
      case .person, .anonymous: []
      }
    func point(_ corner: (Double, Double)) -> String {
      Drawing.length(center.x + corner.0) + " " + Drawing.length(center.y + corner.1)
    }
    guard let first = corners.first else {
      return "M\(point((-8, 0)))a8 8 0 1 0 16 0a8 8 0 1 0 -16 0Z"
    }
    return "M" + point(first) + corners.dropFirst().map { "L" + point($0) }.joined() + "Z"
  }

  // MARK: Caption

  private func drawCaption(_ out: inout Drawing) {
    out.open("figcaption")
    out.open("ul", ["class": "shapes"])
    let kinds = Set(nodes.map(\.kind))
    for kind in ActorKind.allCases where kinds.contains(kind) {
      out.open("li")
      out.open("svg", ["viewBox": "0 0 34 20", "aria-hidden": "true"])
      out.open("g", ["class": .text(kind.rawValue)])
      out.shape("path", ["class": "node", "d": .text(Self.outline(kind, at: .init(x: 17, y: 10)))])
      out.close("g")
      out.close("svg")
      out.text(" " + words.name(.actorKind, kind))
      out.close("li")
    }
    let ties = Set(lines.map(\.kind))
    for kind in Tie.Kind.allCases where ties.contains(kind) {
      out.open("li")
      out.open("svg", ["viewBox": "0 0 34 20", "aria-hidden": "true"])
      out.open("g", ["class": .text("tie \(kind.rawValue) some")])
      out.shape("path", ["class": "line", "d": .text(kind.isDirected ? "M1 10H25" : "M1 10H33")])
      if kind.isDirected { out.shape("path", ["class": "head", "d": "M33 10L25 14L25 6Z"]) }
      out.close("g")
      out.close("svg")
      out.text(" " + words.name(.tieKind, kind))
      out.close("li")
    }
    out.close("ul")
    out.close("figcaption")
  }
}
