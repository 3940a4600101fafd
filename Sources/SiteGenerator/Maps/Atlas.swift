import Cartography
import DossierModel

/// The dossier's locations as places on maps, found by where they are.
struct Atlas: Sendable {
  /// A location that maps can show.
  struct Place: Sendable {
    /// A point in its middle.
    var point: GeoPoint
    /// Its name, or the two names that two parties use, in the order of the alphabet.
    var names: [String]
    /// How exactly it is known.
    var extent: MapPlace.Extent
    /// How many events are told to have happened there.
    var events: Int
  }

  /// By location; `nil` for one without a position, and for continents and seas.
  let places: [Place?]
  /// The locations whose events maps tell of and that are no mere country, most events first, then by name.
  let told: [Int]
  /// All locations that are no mere country, by whole degrees, most events first.
  private let cells: [SIMD2<Int>: [Int]]
  /// By location: its place among all by name.
  private let rank: [Int]

  /// The locations of `dossier`.
  init(_ dossier: Dossier, _ index: DossierIndex) {
    places = dossier.locations.enumerated().map { number, location in
      Self.place(location, events: index.locations[number].events.count)
    }
    let rank = index.locations.map(\.rank)
    self.rank = rank
    var spots: [(number: Int, place: Place)] = []
    for (number, place) in places.enumerated() {
      if let place, !place.isCountry { spots.append((number, place)) }
    }
    spots.sort { a, b in
      a.place.events != b.place.events
        ? a.place.events > b.place.events : rank[a.number] < rank[b.number]
    }
    told = spots.filter { $0.place.events > 0 }.map(\.number)
    var cells: [SIMD2<Int>: [Int]] = [:]
    for spot in spots { cells[Self.cell(spot.place.point), default: []].append(spot.number) }
    self.cells = cells
  }

  /// How far around its point a place may lie, in kilometres: about the middle sizes of districts,
  /// provinces and regions, by UCDP's where_prec from 3 to 5.
  private static let reaches = [3: 20.0, 4: 60, 5: 90]

  private static func place(_ location: Location, events: Int) -> Place? {
    guard let latitude = location.latitude, let longitude = location.longitude,
      abs(latitude) <= 90, abs(longitude) <= 180
    else { return nil }
    let point = GeoPoint(longitude: longitude, latitude: latitude)
    let forms = [location.name] + location.aliases
    let names = MapNames.shared.parties(of: forms, at: point) ?? [location.name]
    let extent: MapPlace.Extent
    let isSpot = location.kind == .settlement || location.kind == .venue
    if !isSpot, let area = MapNames.shared.area(named: location.name) {
      extent = .area(.disputed(area))
    } else if location.kind == .country || location.precision == 6 {
      guard let code = location.country, WorldMap.shared.has(.country(code)) else { return nil }
      extent = .area(.country(code))
    } else if location.precision == 7 {
      // A continent or a sea is everywhere on a map and nowhere.
      return nil
    } else if isSpot || (location.precision ?? 9) < 3 {
      extent = .point
    } else {
      let isBorder = location.kind == .border
      extent = .around(kilometres: isBorder ? 40 : reaches[location.precision ?? 5] ?? 90)
    }
    return Place(point: point, names: names, extent: extent, events: events)
  }

  private static func cell(_ point: GeoPoint) -> SIMD2<Int> {
    [Int(point.longitude.rounded(.down)), Int(point.latitude.rounded(.down))]
  }

  /// The locations within `kilometres` of that at `number`, most events first, then by name.
  func neighbours(of number: Int, within kilometres: Double, limit: Int) -> [Int] {
    guard let own = places[number] else { return [] }
    let center = Self.cell(own.point)
    let high = Int((kilometres / 111).rounded(.up))
    // Meridians come together towards the poles; beyond 80 degrees everything is near.
    let narrowing = max(0.17, own.point.narrowing)
    let wide = min(180, Int((kilometres / 111 / narrowing).rounded(.up)))
    var found: [Int] = []
    for y in (center.y - high)...(center.y + high) {
      for x in (center.x - wide)...(center.x + wide) {
        let turned = x < -180 ? x + 360 : x >= 180 ? x - 360 : x
        found += cells[[turned, y]] ?? []
      }
    }
    let near = found.filter { other in
      guard other != number, let place = places[other],
        place.point.distance(to: own.point) <= kilometres
      else { return false }
      // A zone that is only named says nothing of what is near.
      if case .around = place.extent { return place.events > 0 }
      return true
    }
    return near.sorted { a, b in
      let (x, y) = (places[a]?.events ?? 0, places[b]?.events ?? 0)
      return x != y ? x > y : rank[a] < rank[b]
    }.prefix(limit).map { $0 }
  }

  /// The locations of `event` that maps can show and that are no mere country.
  func spots(of event: Event, _ index: DossierIndex) -> [Int] {
    var numbers: [Int] = []
    for place in event.places {
      if let number = index.locationNumber[place.location], let place = places[number],
        !place.isCountry, !numbers.contains(number)
      {
        numbers.append(number)
      }
    }
    return numbers
  }

  /// The disputed area that the location at `number` lies in; `nil` for a zone, which may reach
  /// beyond it.
  func disputedArea(of number: Int) -> String? {
    guard let place = places[number], case .point = place.extent,
      case .disputed(let id) = WorldMap.shared.area(at: place.point)
    else { return nil }
    return id
  }

  /// Whether the location at `number` is itself a disputed area.
  func isDisputedArea(_ number: Int) -> Bool {
    if case .area(.disputed) = places[number]?.extent { true } else { false }
  }

  /// The place of `number` as a window must show it; a weight of 1 for a place without events.
  func sight(_ number: Int) -> MapWindow.Sight? {
    guard let place = places[number] else { return nil }
    let reach: Double =
      switch place.extent {
      case .point: 0
      case .around(let kilometres): kilometres
      // A large area is seen in part rather than everything else as specks.
      case .area(let area):
        min(250, 0.8 * WorldMap.shared.reach(of: area, from: place.point))
      }
    return MapWindow.Sight(place.point, weight: Double(max(1, place.events)), reach: reach)
  }
}

extension Atlas.Place {
  /// Whether nothing but the country is known.
  var isCountry: Bool {
    if case .area(.country) = extent { true } else { false }
  }
}
