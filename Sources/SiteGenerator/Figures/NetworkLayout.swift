/// Where the nodes of a network stand: near whom they are tied to, their boxes apart from each other,
/// all inside the drawing.
///
/// Stress majorization (Gansner, Koren and North, 2004) from a fixed start with a fixed number of
/// steps, in an order that never changes and with no function but the square root, which IEEE 754
/// rounds exactly: the same network has the same drawing on every machine.
struct NetworkLayout: Sendable {
  /// A point of the drawing.
  struct Point: Hashable, Sendable {
    var x: Double
    var y: Double
  }
  /// The size of a node with its words.
  struct Size: Hashable, Sendable {
    var width: Double
    var height: Double
  }

  private static let steps = 250
  /// The distance between boxes.
  private static let gap = 6.0

  /// The middle of each node's box.
  private(set) var centers: [Point]
  /// The width of the drawing, as asked.
  let width: Double
  /// The height, which grows until no boxes overlap.
  private(set) var height: Double

  /// The layout of nodes with `sizes`, tied as `edges` say, in a drawing `width` wide and at least
  /// `height` high; the nodes with the most ties come first.
  init(sizes: [Size], edges: [(Int, Int)], width: Double, height: Double) {
    (self.width, self.height) = (width, height)
    centers = Self.start(sizes.count)
    guard sizes.count > 1 else {
      centers = sizes.map { _ in Point(x: width / 2, y: height / 2) }
      return
    }
    majorize(Self.distances(count: sizes.count, edges))
    fit(sizes)
    for _ in 0..<24 {
      if separate(sizes) { return }
      let growth = 1.15
      self.height *= growth
      for i in centers.indices { centers[i].y *= growth }
    }
    stack(sizes)
  }

  /// A spiral by the golden angle, turned by multiplication alone.
  private static func start(_ count: Int) -> [Point] {
    let (cosine, sine) = (-0.737_368_878_078_319_7, 0.675_490_294_261_523_8)
    var (x, y) = (1.0, 0.0)
    return (0..<count).map { number in
      let radius = (Double(number) + 0.5).squareRoot()
      let point = Point(x: x * radius, y: y * radius)
      (x, y) = (x * cosine - y * sine, x * sine + y * cosine)
      return point
    }
  }

  /// How many ties lie between any two; those that nothing connects stand near enough
  /// to leave the others room.
  private static func distances(count: Int, _ edges: [(Int, Int)]) -> [[Double]] {
    var neighbours = [[Int]](repeating: [], count: count)
    for (a, b) in edges {
      neighbours[a].append(b)
      neighbours[b].append(a)
    }
    var farthest = 1
    var hops = [[Int]](repeating: [], count: count)
    for source in 0..<count {
      var row = [Int](repeating: -1, count: count)
      row[source] = 0
      var queue = [source]
      var head = 0
      while head < queue.count {
        let node = queue[head]
        head += 1
        for next in neighbours[node] where row[next] < 0 {
          row[next] = row[node] + 1
          queue.append(next)
        }
      }
      farthest = max(farthest, row.max() ?? 0)
      hops[source] = row
    }
    let apart = min(Double(farthest) + 1, 2.5)
    return hops.map { row in row.map { $0 < 0 ? apart : Double($0) } }
  }

  private mutating func majorize(_ distances: [[Double]]) {
    let count = centers.count
    for _ in 0..<Self.steps {
      for i in 0..<count {
        var (x, y, sum) = (0.0, 0.0, 0.0)
        for j in 0..<count where j != i {
          let distance = distances[i][j]
          let weight = 1 / (distance * distance)
          let (dx, dy) = (centers[i].x - centers[j].x, centers[i].y - centers[j].y)
          let length = (dx * dx + dy * dy).squareRoot()
          let pull = length > 1e-9 ? distance / length : 0
          x += weight * (centers[j].x + dx * pull)
          y += weight * (centers[j].y + dy * pull)
          sum += weight
        }
        centers[i] = Point(x: x / sum, y: y / sum)
      }
    }
  }

  /// Stretches the layout over the drawing, its longer side lying.
  private mutating func fit(_ sizes: [Size]) {
    func bounds(_ values: [Double]) -> (low: Double, length: Double) {
      let low = values.min() ?? 0
      return (low, max((values.max() ?? 0) - low, 1e-6))
    }
    if bounds(centers.map(\.y)).length > bounds(centers.map(\.x)).length {
      centers = centers.map { Point(x: $0.y, y: $0.x) }
    }
    let (x, y) = (bounds(centers.map(\.x)), bounds(centers.map(\.y)))
    let marginX = (sizes.map(\.width).max() ?? 0) / 2
    let marginY = (sizes.map(\.height).max() ?? 0) / 2
    centers = centers.map { point in
      Point(
        x: marginX + (point.x - x.low) / x.length * max(width - 2 * marginX, 1),
        y: marginY + (point.y - y.low) / y.length * max(height - 2 * marginY, 1))
    }
  }

  /// Moves overlapping boxes apart; whether none overlap now.
  private mutating func separate(_ sizes: [Size]) -> Bool {
    for _ in 0..<400 {
      var isClear = true
      for i in sizes.indices {
        for j in sizes.indices.dropFirst(i + 1) {
          let dx = centers[j].x - centers[i].x
          let dy = centers[j].y - centers[i].y
          let overX = (sizes[i].width + sizes[j].width) / 2 + Self.gap - abs(dx)
          let overY = (sizes[i].height + sizes[j].height) / 2 + Self.gap - abs(dy)
          if overX <= 0 || overY <= 0 { continue }
          isClear = false
          // A little more than needed, so that rounding leaves nothing.
          if overX < overY * 1.5 {
            let push = (overX / 2 + 0.05) * (dx < 0 ? -1 : 1)
            centers[i].x -= push
            centers[j].x += push
          } else {
            let push = (overY / 2 + 0.05) * (dy < 0 ? -1 : 1)
            centers[i].y -= push
            centers[j].y += push
          }
          clamp(i, sizes[i])
          clamp(j, sizes[j])
        }
      }
      if isClear { return true }
    }
    return false
  }

  private mutating func clamp(_ i: Int, _ size: Size) {
    centers[i].x = min(
      max(centers[i].x, size.width / 2), max(size.width / 2, width - size.width / 2))
    centers[i].y = min(
      max(centers[i].y, size.height / 2), max(size.height / 2, height - size.height / 2))
  }

  /// One under the other, if nothing else helps.
  private mutating func stack(_ sizes: [Size]) {
    var y = 0.0
    for i in sizes.indices.sorted(by: {
      centers[$0].y != centers[$1].y ? centers[$0].y < centers[$1].y : $0 < $1
    }) {
      y += sizes[i].height / 2
      centers[i].y = y
      y += sizes[i].height / 2 + Self.gap
      clampX(i, sizes[i])
    }
    height = max(height, y)
  }

  private mutating func clampX(_ i: Int, _ size: Size) {
    centers[i].x = min(
      max(centers[i].x, size.width / 2), max(size.width / 2, width - size.width / 2))
  }
}
