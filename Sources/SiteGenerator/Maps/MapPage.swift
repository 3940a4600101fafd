import Cartography
import DossierModel

extension SitePath {
  /// The page with the maps.
  static let map = SitePath("map.md")
}

/// The page with the maps of where the dossier's events happened, and how to read them.
struct MapPage: Sendable {
  private let edition: Edition

  private var words: Words { edition.words }
  private var phrasing: any Phrasing { edition.phrasing }
  private var dossier: Dossier { edition.dossier }

  /// How many places stand in one table.
  private static let rows = 100

  /// The map page of `edition`.
  init(_ edition: Edition) { self.edition = edition }

  /// The page, composed.
  func page() -> Page {
    let maps = Maps(edition)
    let theatres = maps.theatres
    var contents = PageContents(path: .map)
    contents.fill("title", line: [.text(words[.headMap])])
    contents.fill("summary", line: [.text(summary(theatres))])
    var blocks: [Block] = []
    for (i, theatre) in theatres.enumerated() {
      let figure = maps.figure(theatre, on: .map, prefix: "map\(i + 1)", limit: 60)
      let name = "map-\(i + 1)"
      contents.add(figure: figure.html, name)
      if theatres.count > 1 {
        blocks.append(.heading(2, [.text(maps.subject(of: theatre.locations))], id: name))
      }
      blocks.append(.figure(name, [table(theatre.locations, maps)]))
      if theatre.locations.count > Self.rows { blocks.append(rest) }
    }
    contents.fill("maps", blocks)
    contents.fill("outside", outside(theatres, maps))
    contents.fill("legend", legend(maps))
    var matter = FrontMatter()
    matter.add("title", words[.headMap])
    matter.add("kind", "map")
    return edition.page(
      .map, .list, frame: .map, title: words[.headMap], contents,
      description: summary(theatres), frontMatter: matter)
  }

  private func summary(_ theatres: [(choice: MapWindow.Choice, locations: [Int])]) -> String {
    let located = edition.atlas.places.count { $0 != nil }
    var sentences = [
      words(
        .mapSummary,
        [
          "n": phrasing.number(located),
          "all": words.count(dossier.locations.count, .locations, phrasing),
        ])
    ]
    if theatres.isEmpty { sentences.append(words[.mapNone]) }
    return sentences.joined(separator: " ")
  }

  private func table(_ numbers: [Int], _ maps: Maps) -> Block {
    .table(
      header: [Word.mapPlace, .factCountry, .navEvents].map { [.text(words[$0])] },
      rows: numbers.prefix(Self.rows).map { number in
        let location = dossier.locations[number]
        let precision =
          location.precision.flatMap(words.precision)
          ?? words.name(.locationKind, location.kind)
        let events = edition.atlas.places[number]?.events ?? 0
        return [
          [edition.link(dossier.locations[number].id)] + [" ", .emphasis([.text(precision)])],
          [.text(edition.country(ofLocation: number) ?? "–")], [.text(phrasing.number(events))],
        ]
      })
  }

  private var rest: Block {
    let all = words.count(dossier.locations.count, .locations, phrasing)
    return .paragraph([.link(words(.mapAll, ["places": all]), to: .page(.locations))])
  }

  /// The places with events that no map shows.
  private func outside(
    _ theatres: [(choice: MapWindow.Choice, locations: [Int])], _ maps: Maps
  ) -> [Block] {
    let shown = Set(theatres.flatMap(\.locations))
    let numbers = edition.atlas.told.filter { !shown.contains($0) }
    let others = dossier.locations.indices.filter { number in
      let isCountry = edition.atlas.places[number]?.isCountry ?? true
      return isCountry && !edition.index.locations[number].events.isEmpty
    }.sorted {
      edition.index.locations[$0].events.count != edition.index.locations[$1].events.count
        ? edition.index.locations[$0].events.count > edition.index.locations[$1].events.count
        : edition.index.locations[$0].rank < edition.index.locations[$1].rank
    }
    let all = numbers + others
    if all.isEmpty { return [] }
    let items: Block = .bullets(
      all.prefix(Self.rows).map { number in
        [edition.link(dossier.locations[number].id)] + [
          " ",
          .emphasis([
            .text(words.count(edition.index.locations[number].events.count, .events, phrasing))
          ]),
        ]
      })
    return all.count > Self.rows ? [items, rest] : [items]
  }

  /// What the signs on maps mean, and what maps do not say.
  private func legend(_ maps: Maps) -> [Block] {
    [
      .bullets(
        [
          Word.mapLegendDot, .mapLegendRing, .mapLegendCountry, .mapLegendHatch, .mapLegendLine,
          .mapLegendNames, .mapLegendProjection,
        ].map { [.text(words[$0])] }),
      .paragraph(maps.source(.mapSource)),
    ]
  }
}
