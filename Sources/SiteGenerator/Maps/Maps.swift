import Cartography
import DossierModel
import Markdown
import Synchronization

/// Draws the maps of the site and says what stands on them.
struct Maps: Sendable {
  private let edition: Edition

  private var atlas: Atlas { edition.atlas }
  private var words: Words { edition.words }
  private var phrasing: any Phrasing { edition.phrasing }
  private var dossier: Dossier { edition.dossier }

  /// The maps of `edition`.
  init(_ edition: Edition) { self.edition = edition }

  /// The sizes of maps in CSS pixels, and how many bytes their land may take.
  private enum Format {
    /// Across the column of a page.
    case wide
    /// The same on a telephone.
    case narrow
    /// Beside a page.
    case small

    var className: String {
      switch self {
      case .wide: "wide"
      case .narrow: "narrow"
      case .small: "small"
      }
    }
    func size(isWorld: Bool) -> (width: Int, height: Int) {
      switch self {
      case .wide: (780, isWorld ? 362 : 500)
      case .narrow: (360, isWorld ? 170 : 400)
      case .small: (360, isWorld ? 170 : 270)
      }
    }
    var budget: Int {
      switch self {
      case .wide: 15_000
      case .narrow: 8_000
      case .small: 5_500
      }
    }
    var ratio: Double {
      let size = size(isWorld: false)
      return Double(size.width) / Double(size.height)
    }
  }

  /// The least half height of a map in kilometres: a place is shown with what is around it.
  private static let least = 75.0
  /// The same of a map with only one or two places.
  private static let leastAlone = 180.0
  /// How many places a small map shows around its own.
  private static let around = 8

  /// A figure for a page, and what it shows.
  struct Figure {
    /// HTML: drawing and caption.
    var html: [UInt8]
    /// The locations in it, in the order of the list beside it.
    var locations: [Int]
  }

  // MARK: Large maps

  /// Where the dossier's events happened: one part of the world or a few.
  var theatres: [(choice: MapWindow.Choice, locations: [Int])] {
    let numbers = atlas.told.isEmpty ? atlas.anyPlaces : atlas.told
    let sights = numbers.compactMap(atlas.sight)
    let ratio = Format.wide.ratio
    return MapWindow.theatres(sights, least: Self.least, ratio: ratio).map { choice in
      var choice = choice
      if choice.seen.count < 3,
        let larger = MapWindow.choice(
          choice.seen.map { sights[$0] }, least: Self.leastAlone, ratio: ratio, isWhole: true)
      {
        choice.window = larger.window
      }
      return (choice, choice.seen.map { numbers[$0] })
    }
  }

  /// The map of a theatre on the page `path` with at most `limit` places, once for wide screens and
  /// once with half as many for narrow ones.
  func figure(
    _ theatre: (choice: MapWindow.Choice, locations: [Int]), on path: SitePath, prefix: String,
    limit: Int
  ) -> Figure {
    let sights = theatre.locations.compactMap(atlas.sight)
    let narrow = MapWindow.choice(
      sights, least: sights.count < 3 ? Self.leastAlone : Self.least,
      ratio: Format.narrow.ratio, isWhole: true)
    let shown = Array(theatre.locations.prefix(limit))
    let title = words(.mapTitle, ["what": subject(of: theatre.locations)])
    let wide = draw(
      theatre.choice.window, .wide, shown, path: path, prefix: prefix, title: title)
    let second = draw(
      narrow?.window ?? theatre.choice.window, .narrow, Array(shown.prefix((limit + 1) / 2)),
      path: path, prefix: prefix + "n", title: title)
    return Figure(
      html: html(
        [wide, second], note: note(wide, on: path, beyond: theatre.locations.count - shown.count)),
      locations: shown)
  }

  /// What a map is of: the countries of the locations on it, those with most of them first.
  func subject(of locations: [Int]) -> String {
    var counts: [String: Int] = [:]
    for number in locations {
      if let code = dossier.locations[number].country { counts[code, default: 0] += 1 }
    }
    let names = counts.map { (count: $0.value, name: words.country($0.key)) }.sorted {
      $0.count != $1.count
        ? $0.count > $1.count
        : LatinFold.fold($0.name) < LatinFold.fold($1.name)
    }.prefix(3).map(\.name)
    return names.isEmpty
      ? words[.mapPlaces]
      : edition.enumeration(names.map { Inline.text($0) }).map(\.plain).joined()
  }

  // MARK: Small maps

  /// What the map of one location shows, and what is near it; `nil` if nobody knows where it is.
  func surroundings(ofLocation number: Int) -> (window: MapWindow, near: [Int])? {
    guard let place = atlas.places[number] else { return nil }
    let ratio = Format.small.ratio
    let window: MapWindow?
    var near: [Int] = []
    switch place.extent {
    case .area(let area):
      window = MapWindow.window(on: area, least: Self.least, ratio: ratio)
      if let window {
        near = atlas.neighbours(
          of: number, within: min(2500, window.radius), limit: Self.around)
      }
    case .around(let kilometres):
      window = atlas.sight(number).flatMap {
        MapWindow.choice([$0], least: 1.8 * kilometres + 40, ratio: ratio, isWhole: true)?.window
      }
      near = atlas.neighbours(of: number, within: 3 * kilometres + 60, limit: Self.around)
    case .point:
      window = atlas.sight(number).flatMap {
        MapWindow.choice([$0], least: 100, ratio: ratio, isWhole: true)?.window
      }
      near = atlas.neighbours(of: number, within: 150, limit: Self.around)
    }
    return window.map { ($0, near) }
  }

  /// The map of one location; `nil` if nobody knows where it is.
  func figure(ofLocation number: Int, on path: SitePath) -> Figure? {
    guard let (window, near) = surroundings(ofLocation: number) else { return nil }
    let drawing = draw(
      window, .small, [number] + near, focus: [number], path: path, prefix: "map",
      title: words(.mapTitle, ["what": dossier.locations[number].name]))
    return Figure(
      html: html([drawing], note: note(drawing, on: path, isShort: true)),
      locations: near.filter(Set(drawing.seen).contains)
    )
  }

  /// The map of the places of the event at `number`; `nil` if nothing nearer than a country is known.
  func figure(ofEvent number: Int, on path: SitePath) -> Figure? {
    let event = dossier.events[number]
    let spots = atlas.spots(of: event, edition.index)
    let sights = spots.compactMap(atlas.sight)
    guard
      let choice = MapWindow.choice(
        sights, least: 110, ratio: Format.small.ratio, isWhole: true)
    else { return nil }
    // The events of one place have one drawing, but for its title.
    var drawing = edition.eventMaps.drawing(of: spots) {
      draw(
        choice.window, .small, spots, focus: Set(spots), path: path, prefix: "map",
        title: DrawnMaps.title)
    }
    drawing.svg = DrawnMaps.titled(
      drawing.svg, Layout.escaped(words(.mapTitle, ["what": event.title])))
    return Figure(
      html: html([drawing], note: note(drawing, on: path, isShort: true)), locations: spots)
  }

  // MARK: Drawing

  /// A map, and what stands on it.
  struct Drawn: Sendable {
    var svg: [UInt8]
    var areas: [String]
    var lines: [String]
    /// The locations in sight.
    var seen: [Int]
    /// Whether some of the locations are rings.
    var hasRings: Bool
  }

  private func draw(
    _ window: MapWindow, _ format: Format, _ numbers: [Int], focus: Set<Int> = [],
    path: SitePath, prefix: String, title: String
  ) -> Drawn {
    let size = format.size(isWorld: window.isWorld)
    let shown = numbers.filter { atlas.places[$0] != nil }
    let figure = MapFigure(
      window, width: size.width, height: size.height, className: format.className,
      prefix: prefix, places: shown.map { mapPlace($0, isFocus: focus.contains($0), on: path) },
      budget: format.budget)
    let names = shown.prefix(12).map { dossier.locations[$0].name }
    let language = words.language
    let drawing = figure.drawing(
      MapFigure.Words(
        title: title,
        description: words(.mapDescription, ["places": names.joined(separator: ", ")]),
        disputedStatus: words[.disputedStatus], language: language,
        country: { [words] in words.country($0) }))
    let seen = drawing.seen.map { shown[$0] }
    return Drawn(
      svg: drawing.svg,
      areas: drawing.disputedAreas.map { MapNames.shared.area($0, in: language) },
      lines: drawing.disputedLines.map { MapNames.shared.line($0, in: language) }, seen: seen,
      hasRings: seen.contains { number in
        if case .around = atlas.places[number]?.extent { true } else { false }
      })
  }

  private func mapPlace(_ number: Int, isFocus: Bool, on path: SitePath) -> MapPlace {
    let location = dossier.locations[number]
    let place = atlas.places[number]
    let events = place?.events ?? 0
    let count = events > 0 ? words.count(events, .events, phrasing) : words[.onlyNamed]
    let names = place?.names ?? [location.name]
    let target = SitePath.location(location.id)
    return MapPlace(
      point: place?.point ?? GeoPoint(longitude: 0, latitude: 0), names: names,
      label: "\(names.joined(separator: " / ")): \(count)",
      target: target == path ? nil : path.link(to: target.html), weight: events,
      extent: place?.extent ?? .point, isFocus: isFocus)
  }

  // MARK: Captions

  private func html(_ drawings: [Drawn], note: String) -> [UInt8] {
    var out = Array("<figure>".utf8)
    for drawing in drawings { out += drawing.svg }
    out += Array("<figcaption>\(note)</figcaption></figure>".utf8)
    return out
  }

  /// How many disputed areas a small map names.
  private static let namedAreas = 5

  /// What stands under a map, as HTML.
  ///
  /// What is disputed on it, what the signs mean, where the borders are from; under a small map a
  /// link leads to the rest.
  private func note(
    _ drawing: Drawn, on path: SitePath, beyond: Int = 0, isShort: Bool = false
  ) -> String {
    var sentences: [String] = []
    if drawing.hasRings, !isShort { sentences.append(words[.mapRings]) }
    if isShort, drawing.areas.count > Self.namedAreas {
      sentences.append(
        words(.mapDisputedMany, ["n": phrasing.number(drawing.areas.count)]))
    } else if !drawing.areas.isEmpty {
      sentences.append(
        words(isShort ? .mapDisputedShort : .mapDisputed, ["areas": list(drawing.areas)]))
    }
    if !drawing.lines.isEmpty {
      sentences.append(words(.mapLines, ["lines": list(drawing.lines)]))
    }
    if beyond > 0 { sentences.append(words(.mapBeyond, ["n": phrasing.number(beyond)])) }
    sentences.append(isShort ? source(.mapSourceShort) : source(.mapSource))
    let text = String(decoding: Layout.escaped(sentences.joined(separator: " ")), as: UTF8.self)
    if path == .map { return text }
    let link = String(
      decoding: Layout.escaped(path.link(to: SitePath.map.html)), as: UTF8.self)
    return "\(text) <a href=\"\(link)\">\(words[.mapHow])</a>"
  }

  /// Where the shapes come from, of which year they are, and by which convention they are drawn, in
  /// the words of `word`.
  func source(_ word: Word) -> String {
    words(
      word,
      [
        "source": WorldMap.source, "version": WorldMap.version, "year": "\(WorldMap.year)",
      ])
  }

  private func list(_ names: [String]) -> String {
    edition.enumeration(names.map { Inline.text($0) }).map(\.plain).joined()
  }

  // MARK: Lists

  /// A location in the list beside a map; `from` is the location that the map is about.
  func item(_ number: Int, from center: Int? = nil) -> [Inline] {
    let location = dossier.locations[number]
    let place = atlas.places[number]
    var row: [[Inline]] = [[.text(words.name(.locationKind, location.kind))]]
    if let center, let here = atlas.places[center]?.point, let there = place?.point {
      row.append([.text(distance(here.distance(to: there)))])
    }
    let events = place?.events ?? 0
    row.append([.text(events > 0 ? words.count(events, .events, phrasing) : words[.onlyNamed])])
    return [edition.link(location.id), " ", .emphasis(edition.row(row))]
  }

  private func distance(_ kilometres: Double) -> String {
    let whole = Int(kilometres.rounded())
    return words(.kilometres, ["n": phrasing.number(whole < 100 ? max(1, whole) : whole / 10 * 10)])
  }
}

extension Atlas {
  /// All places that are no mere country, in the order of the dossier, where no event has any.
  var anyPlaces: [Int] {
    places.indices.filter { places[$0].map { !$0.isCountry } ?? false }
  }
}

/// The maps of events that were drawn last, by the locations on them: drawing one takes longer than
/// the rest of its page, and most events of a conflict happen in a few places.
///
/// Pages of events stand in one folder, so that the links on a map are the same for all of them.
final class DrawnMaps: Sendable {
  /// Stands for the title, which is the event's own.
  static let title = "\u{F0005}"
  /// How many were used last and are kept at least, of some five kilobytes each.
  private static let limit = 2048

  private struct State {
    /// The drawings that were used last, and those before them.
    var young: [[Int]: Maps.Drawn] = [:]
    var old: [[Int]: Maps.Drawn] = [:]

    mutating func keep(_ drawing: Maps.Drawn, of locations: [Int]) {
      if young.count >= limit { (young, old) = ([:], young) }
      young[locations] = drawing
    }
  }
  private let state = Mutex(State())

  /// `svg` with `title` in its place.
  static func titled(_ svg: [UInt8], _ title: [UInt8]) -> [UInt8] {
    let sign = Array(Self.title.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(svg.count + title.count)
    var rest = svg[...]
    // No other character of a map begins with the first byte of the sign.
    while let start = rest.firstIndex(of: sign[0]) {
      let isSign = rest[start...].starts(with: sign)
      out += rest[..<start]
      out += isSign ? title[...] : rest[start...start]
      rest = rest[(start + (isSign ? sign.count : 1))...]
    }
    return out + rest
  }

  /// The map of `locations`, which `draw` draws if it is not there.
  func drawing(of locations: [Int], draw: () -> Maps.Drawn) -> Maps.Drawn {
    let known = state.withLock { state -> Maps.Drawn? in
      if let drawing = state.young[locations] { return drawing }
      guard let drawing = state.old[locations] else { return nil }
      state.keep(drawing, of: locations)
      return drawing
    }
    if let known { return known }
    let drawing = draw()
    state.withLock { $0.keep(drawing, of: locations) }
    return drawing
  }
}
