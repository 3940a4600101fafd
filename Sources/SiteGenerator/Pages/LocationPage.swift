import DossierModel

/// The page of a location: where it is, how exactly that is known, what happened there.
struct LocationPage {
  private let edition: Edition
  private let number: Int
  private let location: Location
  /// The actor of the same name.
  private let actor: Actor.ID?
  private let own: DossierIndex.LocationContents
  private let path: SitePath

  /// Its name, or both if two parties name it differently.
  private var name: String { edition.name(ofLocation: number) }
  private var words: Words { edition.words }
  private var phrasing: any Phrasing { edition.phrasing }
  private var dossier: Dossier { edition.dossier }

  /// The page of the location at `number`.
  init(_ edition: Edition, number: Int) {
    (self.edition, self.number) = (edition, number)
    location = edition.dossier.locations[number]
    own = edition.index.locations[number]
    actor = edition.index.actorOfLocation[number].map { edition.dossier.actors[$0].id }
    path = .location(location.id)
  }

  /// The page, composed.
  func page() -> Page {
    var contents = PageContents(path: path)
    contents.fill("title", line: [.text(name)])
    contents.fill(
      "crumbs",
      edition.crumbs([
        .link(words[.navLocations], to: .page(.locations)),
        .text(edition.country(ofLocation: number) ?? words[.countryUnknown]),
      ]))
    contents.fill("chips", edition.chips(chips))
    contents.fill("facts", [facts])
    for section in sections { contents.fill(section.name, section.blocks(on: path, edition)) }
    fillMap(&contents)
    contents.fill("names", edition.names(own.naming, of: location.name))
    contents.fill(
      "note", edition.note(location.editorial) + edition.corrections(of: .location(location.id)))
    return edition.page(
      path, .location, frame: .location, title: name, contents, description: description,
      frontMatter: frontMatter)
  }

  /// The map around the location, with the dossier's other places in it.
  private func fillMap(_ contents: inout PageContents) {
    let maps = Maps(edition)
    guard let figure = maps.figure(ofLocation: number, on: path) else { return }
    contents.fill(
      "map", figure: figure.html,
      figure.locations.isEmpty
        ? [.paragraph(words[.mapAlone])]
        : [.bullets(figure.locations.map { maps.item($0, from: number) })])
  }

  /// Names what the page is made of.
  func write(recipe: inout Recipe) {
    recipe.add(location: number)
    if let actor { recipe.add(actor) }
    recipe.add(own.events.count)
    recipe.add(own.naming)
    for section in sections { section.write(recipe: &recipe) }
    for other in Maps(edition).surroundings(ofLocation: number)?.near ?? [] {
      recipe.add(location: other)
    }
    recipe.add(corrections: .location(location.id))
  }

  private var frontMatter: FrontMatter {
    var matter = FrontMatter()
    matter.add("title", name)
    matter.add("kind", "location")
    matter.add("id", location.id.rawValue)
    matter.add("locationKind", location.kind.rawValue)
    matter.add("country", location.country)
    matter.add("aliases", .list(location.aliases.map { .string($0) }))
    return matter
  }

  private var description: String {
    [
      words.name(.locationKind, location.kind), edition.country(ofLocation: number),
      own.events.isEmpty ? nil : words.count(own.events.count, .events, phrasing),
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private var chips: [Inline] {
    var chips: [Inline] = []
    if location.statusNote != nil || edition.isDisputed(number) {
      chips.append(.chip(.contested, words[.placeStatus]))
    }
    if location.editorial != nil { chips.append(.chip(.editor, words[.byEditor])) }
    if location.latitude == nil { chips.append(.chip(.open, words[.placeUnresolved])) }
    return chips
  }

  private var facts: Block {
    var position: [Inline] = []
    if let latitude = location.latitude, let longitude = location.longitude {
      position = [.text(phrasing.position(latitude: latitude, longitude: longitude))]
    }
    return edition.facts([
      edition.fact(.factKind, [.text(words.name(.locationKind, location.kind))]),
      edition.fact(
        edition.isDisputed(number) ? .factStatus : .factCountry,
        edition.country(ofLocation: number).map { [.text($0)] } ?? []),
      edition.fact(.factStatus, location.statusNote.map { [.text($0)] } ?? []),
      edition.fact(.factPosition, position),
      edition.fact(
        .factPrecision,
        location.precision.flatMap(words.precision)
          .flatMap { isToldByKind($0) ? nil : [.text($0)] } ?? []),
      edition.fact(.factAsActor, actor.map { [edition.link($0)] } ?? []),
      edition.fact(
        .factInThisDossier, [.text(edition.presence(own.naming, events: own.events.count))]),
      edition.fact(
        .factGeonames,
        location.geonames.map {
          [.link("\($0)", to: .external("https://www.geonames.org/\($0)"))]
        } ?? []),
    ])
  }

  /// Whether the kind of the location says in the same words how exactly it is known.
  private func isToldByKind(_ precision: String) -> Bool {
    LatinFold.fold(precision) == LatinFold.fold(words.name(.locationKind, location.kind))
  }

  /// What grows with the number of articles: what happened here, where the place is named.
  private var sections: [LongSection] {
    let edition = edition
    return [
      edition.section("events", title: .headEventsHere, events: own.events) { edition.item($0) },
      edition.section("sources", title: .headNamedIn, naming: own.naming),
    ]
  }

  /// The lists of what does not fit the page.
  var lists: [PlannedPage] {
    sections.flatMap { $0.pages(of: path, named: name, edition) }
  }
}
