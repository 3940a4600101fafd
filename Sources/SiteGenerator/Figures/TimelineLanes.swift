/// What a timeline shows: one thing with its place in time, and what belongs to it.
struct TimelineItem: Sendable {
  /// Whose state the label's sign and colour tell.
  var chip: Chip?
  /// The words above its bar.
  var label: String
  /// Everything that the bar tells, for screen readers and as a hint.
  var name: String
  /// Where it leads, from the page.
  var target: String
  /// When.
  var extent: TimeExtent
  /// What belongs to it, in order of time.
  var parts: [TimelineItem] = []
}

/// The items of a timeline in lanes: no two share a place, and what belongs to a war stands under it.
///
/// Lengths are units of the drawing; rows count from 0 at the top.
struct TimelineLanes: Sendable {
  /// An item with its place.
  struct Placed: Sendable {
    var item: TimelineItem
    var row: Int
    /// Where its bar begins and ends.
    var bar: ClosedRange<Double>
    /// The words that fit, and where they begin and end.
    var label: String
    var words: ClosedRange<Double>

    /// The whole place that it takes in its row.
    var place: ClosedRange<Double> {
      min(bar.lowerBound, words.lowerBound)...max(bar.upperBound, words.upperBound)
    }
  }

  /// The ground under a container and its parts.
  struct Band: Hashable, Sendable {
    var rows: Range<Int>
    var place: ClosedRange<Double>
  }

  /// The size of the labels.
  static let fontSize = 13.0
  /// The widest label: a share of the drawing, but so much at least.
  static let widestLabel = 0.4
  static let leastLabel = 310.0
  /// The shortest bar that can be seen and pointed at.
  static let shortestBar = 9.0
  /// How far an open end reaches.
  static let openEnd = 30.0
  /// The distance between things in one row.
  static let gap = 16.0
  /// How far a band reaches beyond what it holds.
  static let bandMargin = 7.0

  /// The items in order of time, those that belong to another after it.
  private(set) var placed: [Placed] = []
  /// The bands, outer ones before those inside.
  private(set) var bands: [Band] = []
  /// How many rows there are.
  let rowCount: Int

  /// The `items` on `axis`, which ends at `width`.
  init(_ items: [TimelineItem], on axis: TimeAxis, width: Double) {
    let packed = Self.pack(items.map { Self.block($0, axis, width) })
    rowCount = packed.rows
    placed = packed.placed
    bands = packed.bands
  }

  /// Rows that move together.
  private struct Block {
    var placed: [Placed]
    var bands: [Band]
    var rows: Int
    var place: ClosedRange<Double>
  }

  private static func block(_ item: TimelineItem, _ axis: TimeAxis, _ width: Double) -> Block {
    let own = place(item, axis, width)
    guard !item.parts.isEmpty else {
      return Block(placed: [own], bands: [], rows: 1, place: own.place)
    }
    let inner = pack(item.parts.map { block($0, axis, width) })
    let moved = inner.placed.map { part in
      var part = part
      part.row += 1
      return part
    }
    let all = [own] + moved
    let start = all.map(\.place.lowerBound).min() ?? 0
    let end = all.map(\.place.upperBound).max() ?? width
    let reach = inner.bands.map(\.place)
    let place =
      min(start, reach.map(\.lowerBound).min() ?? start) - bandMargin...max(
        end, reach.map(\.upperBound).max() ?? end) + bandMargin
    let bands = inner.bands.map {
      Band(rows: $0.rows.lowerBound + 1..<$0.rows.upperBound + 1, place: $0.place)
    }
    return Block(
      placed: all, bands: [Band(rows: 0..<inner.rows + 1, place: place)] + bands,
      rows: inner.rows + 1, place: place)
  }

  /// `blocks` in the first rows that are free for all of theirs; the order of what they hold stays.
  private static func pack(
    _ blocks: [Block]
  ) -> (placed: [Placed], bands: [Band], rows: Int) {
    var taken: [[ClosedRange<Double>]] = []
    var placed: [Placed] = []
    var bands: [Band] = []
    for block in blocks {
      let place = block.place.lowerBound - gap...block.place.upperBound + gap
      var row = 0
      var next = 0
      while next < row + block.rows {
        // A row in which something stands in the way: try below it.
        if next < taken.count, taken[next].contains(where: { $0.overlaps(place) }) {
          row = next + 1
        }
        next += 1
      }
      while taken.count < row + block.rows { taken.append([]) }
      for r in row..<row + block.rows { taken[r].append(block.place) }
      placed += block.placed.map { part in
        var part = part
        part.row += row
        return part
      }
      bands += block.bands.map {
        Band(rows: $0.rows.lowerBound + row..<$0.rows.upperBound + row, place: $0.place)
      }
    }
    return (placed, bands, taken.count)
  }

  /// Where `item` stands: its bar where its days are, its words above it inside the drawing.
  private static func place(_ item: TimelineItem, _ axis: TimeAxis, _ width: Double) -> Placed {
    var start = axis.position(of: item.extent.days.lowerBound)
    var end = axis.position(of: item.extent.days.upperBound)
    if end - start < shortestBar {
      let middle = min(max((start + end) / 2, shortestBar / 2), width - shortestBar / 2)
      (start, end) = (middle - shortestBar / 2, middle + shortestBar / 2)
    }
    if item.extent.isEndOpen { end = min(width, end + openEnd) }
    if item.extent.isStartOpen { start = max(0, start - openEnd) }
    let label = TextWidth.fitting(
      item.label, width: min(width, max(leastLabel, widestLabel * width)), size: fontSize)
    let length = min(TextWidth.of(label, size: fontSize), width)
    let x = min(start, width - length)
    return Placed(item: item, row: 0, bar: start...end, label: label, words: x...x + length)
  }
}
