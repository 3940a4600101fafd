import DossierModel

/// The places of all articles, each once.
struct LocationAssembly {
  /// The set of each place, by its number among all places of the corpus.
  private(set) var setOf: [Int]
  /// The locations, in the order of the sets.
  private(set) var locations: [Location] = []
  private let offsets: [Int]

  /// Links the places of `corpus` by key, and those without one by name.
  init(_ corpus: Corpus, names: EditorialNames) {
    offsets = corpus.placeOffsets
    var places: [ArticleReading.Place] = []
    places.reserveCapacity(corpus.placeCount)
    for reading in corpus.readings { places += reading.places }
    var links = UnionFind(count: places.count)
    var first: [String: Int] = [:]
    let separation = SeparateNames(names.separate, names: places.map { [$0.name] + $0.forms })
    for (number, place) in places.enumerated() {
      var identity =
        place.key.map { "key \($0)" }
        ?? "name " + NameVariants.words(place.name).joined(separator: " ") + " \(place.kind)"
      // Of two that the editor keeps apart each gathers its own.
      if let kept = separation.kept(number) { identity += " " + kept }
      if let other = first[identity] { links.join(other, number) } else { first[identity] = number }
    }
    let decisions = names.locations.link(&links) { number in
      [places[number].name] + places[number].forms
    }
    setOf = Array(repeating: 0, count: places.count)
    var slugs = UniqueNames()
    for (set, members) in links.sets().enumerated() {
      for member in members { setOf[member] = set }
      let decision = members.lazy.compactMap { decisions[$0] }.first
      locations.append(Self.location(members.map { places[$0] }, decision: decision, &slugs))
    }
  }

  /// The identity of the place number `index` of the article number `article`.
  func id(article: Int, _ index: Int) -> Location.ID {
    locations[setOf[offsets[article] + index]].id
  }

  private static func location(
    _ members: [ArticleReading.Place], decision: LocationDecision?, _ slugs: inout UniqueNames
  ) -> Location {
    // One key has one place: what the first says holds for all.
    let place = members[0]
    var names = Tally<String>()
    for member in members { names.add(member.name) }
    let name = decision?.name.value ?? names.winner ?? place.name
    let country = members.lazy.compactMap(\.country).first
    let id = slugs.claim(
      Slug.page(name), fact: country ?? place.key ?? place.kind.rawValue)
    var location = Location(
      id: Location.ID(id), name: name, kind: decision?.kind?.value ?? place.kind)
    (location.latitude, location.longitude) = (place.latitude, place.longitude)
    (location.precision, location.geonames) = (place.precision, place.geonames)
    location.country = country
    location.aliases = Set(members.flatMap(\.forms)).sorted()
    if let decision { location.apply(decision) }
    return location
  }
}

extension Location {
  /// Takes over what the editor says, name and kind apart.
  mutating func apply(_ decision: LocationDecision) {
    if let country = decision.country { self.country = country.value }
    if let point = decision.point?.value {
      (latitude, longitude) = (point.latitude, point.longitude)
      geonames = nil
      if precision == nil { precision = Self.precision(of: kind) }
    }
    if let precision = decision.precision { self.precision = precision.value }
    if let geonames = decision.geonames { self.geonames = geonames.value }
    aliases = Set(aliases).union((decision.aliases ?? []).map(\.value)).sorted()
    statusNote = decision.statusNote?.value
    editorial = EditorialDecision(
      keys: decision.keys, note: decision.note?.value, positions: [decision.position])
  }

  /// UCDP where_prec for a place of which only its kind is known.
  private static func precision(of kind: LocationKind) -> Int? {
    switch kind {
    case .settlement, .venue: 1
    case .district: 3
    case .region, .border: 5
    case .country: 6
    case .other: nil
    }
  }
}
