import DossierModel
import Testing

@testable import SiteGenerator

/// A dossier with that many events in each place, all of them in one country.
private func dossier(
  _ places: [(
    name: String, kind: LocationKind, at: (Double, Double)?, precision: Int, events: Int
  )],
  country: String = "AM", aliases: [String: [String]] = [:]
) -> Dossier {
  var b = PageSamples.Builder(title: "Mappe")
  b.article("a", "Qualcosa è accaduto.")
  let evidence = b.passage("a", "Qualcosa è accaduto.")
  for place in places {
    let location = b.location(place.name, place.kind) {
      ($0.latitude, $0.longitude) = (place.at?.1, place.at?.0)
      ($0.precision, $0.country, $0.aliases) = (
        place.precision, country, aliases[place.name] ?? []
      )
    }
    for n in 0..<place.events {
      b.event("e-\(location.rawValue)-\(n)", "Scontri a \(place.name)", .armedClash) {
        $0.places = [.init(location: location, evidence: [evidence])]
        $0.evidence = [evidence]
      }
    }
  }
  return b.finished
}

private let usual = dossier([
  ("Goris", .settlement, (46.34, 39.51), 1, 3), ("Stepanakert", .settlement, (46.75, 39.82), 1, 2),
  ("Sotk", .settlement, (45.87, 40.20), 1, 2), ("Syunik", .region, (46.2, 39.3), 4, 1),
  ("Armenia", .country, (44.9, 40.2), 6, 4), ("Bruxelles", .settlement, (4.35, 50.85), 1, 1),
  ("Sok", .settlement, nil, 1, 1), ("Europa", .region, (15, 50), 7, 1),
])

private func pages(of dossier: Dossier, language: String = "it") throws -> [String: Page] {
  let edition = Edition(dossier, templates: try Templates(language: language))
  var pages: [String: Page] = [:]
  for plan in edition.pages { pages[plan.path.path] = plan.compose() }
  return pages
}

private func figure(_ page: Page?, _ name: String = "map") throws -> String {
  let figures = try #require(page).figures
  return String(decoding: try #require(figures[name]), as: UTF8.self)
}

/// The maps on the pages and the lists beside them.
@Suite struct MapsTests {
  @Test("the map page has the places with events and tells of those that it cannot show")
  func mapPage() throws {
    let page = try #require(try pages(of: usual)["map.md"])
    let svg = try figure(page, "map-1")
    for name in ["goris", "stepanakert", "sotk", "syunik"] {
      #expect(svg.contains("href=\"locations/\(name).html\""), "\(name)")
    }
    #expect(!svg.contains("bruxelles.html") && !svg.contains("europa.html"))
    let text = page.markdown.string
    #expect(text.contains("| [Goris](locations/goris.md) *centro abitato* | Armenia | 3 |"))
    let parts = text.components(separatedBy: "## Fuori da queste mappe")
    #expect(parts.count == 2)
    for name in ["Bruxelles", "Armenia", "Sok", "Europa"] {
      #expect(parts[1].contains("[\(name)](locations/"), "\(name)")
      #expect(!parts[0].contains("[\(name)]("), "\(name)")
    }
    #expect(parts[1].contains("Natural Earth 1:10m, versione 4.1.0, pubblico dominio"))
  }

  @Test("a place that two parties name differently has both names, on the map and in the list")
  func bothNames() throws {
    let all = try pages(of: usual)
    #expect(try figure(all["map.md"], "map-1").contains(">Khankendi /</text>"))
    let text = try #require(all["map.md"]).markdown.string
    #expect(
      text.contains(
        "| [Khankendi / Stepanakert](locations/stepanakert.md) *centro abitato* "
          + "| Nagorno-Karabakh (status conteso) | 2 |"))
  }

  @Test("a settlement is a dot, a region a ring, a country neither")
  func shapes() throws {
    let svg = try figure(try pages(of: usual)["map.md"], "map-1")
    #expect(svg.contains("aria-label=\"Syunik: un evento\""))
    #expect(svg.contains("class=\"ring\""))
    #expect(!svg.contains("armenia.html"))
  }

  @Test("the page of a location shows it with its neighbours, and its own name is no link")
  func locationPage() throws {
    let all = try pages(of: usual)
    let svg = try figure(all["locations/goris.md"])
    #expect(svg.contains("<g role=\"img\" aria-label=\"Goris: 3 eventi\">"))
    #expect(svg.contains("href=\"stepanakert.html\"") && !svg.contains("href=\"goris.html\""))
    let text = try #require(all["locations/goris.md"]).markdown.string
    #expect(text.contains("- [Khankendi / Stepanakert](stepanakert.md)"))
    #expect(try figure(all["locations/bruxelles.md"]).contains("Bruxelles"))
    let alone = try #require(all["locations/bruxelles.md"])
    #expect(alone.markdown.string.contains("Su questa mappa il dossier non ha altri luoghi."))
    // Nobody knows where it is, or it is everywhere.
    #expect(all["locations/sok.md"]?.figures.isEmpty == true)
    #expect(all["locations/europa.md"]?.figures.isEmpty == true)
  }

  @Test("the page of an event has a map of its places, but none of a mere country")
  func eventPage() throws {
    let all = try pages(of: usual)
    #expect(try figure(all["events/e-goris-0.md"]).contains("../locations/goris.html"))
    #expect(all["events/e-armenia-0.md"]?.figures.isEmpty == true)
    #expect(all["events/e-sok-0.md"]?.figures.isEmpty == true)
  }

  @Test("the front page has the map; its caption names what is disputed, the source and its year")
  func frontPage() throws {
    let page = try #require(try pages(of: usual)["index.md"])
    let svg = try figure(page)
    #expect(
      svg.contains(
        "A tratteggio, con status conteso e senza il colore di nessun paese: Nagorno-Karabakh."))
    #expect(svg.contains("I confini sono quelli del 2018"))
    #expect(svg.contains("linea del cessate il fuoco del 1994"))
    #expect(svg.utf8.count < 60_000)
    #expect(page.markdown.string.contains("](map.md)"))
  }

  @Test("in English the words are English")
  func english() throws {
    var dossier = usual
    dossier.language = "en"
    let svg = try figure(try pages(of: dossier, language: "en")["map.md"], "map-1")
    #expect(svg.contains("Hatched, with disputed status") && svg.contains("(disputed status)"))
    #expect(!svg.contains("conteso") && !svg.contains("linea"))
  }

  @Test("without any position there is no map, and the page says so")
  func nowhere() throws {
    let all = try pages(of: dossier([("Sok", .settlement, nil, 1, 2)]))
    let map = try #require(all["map.md"])
    #expect(map.figures.isEmpty)
    #expect(map.markdown.string.contains("Di nessun evento si conosce un luogo più preciso"))
    let front = try #require(all["index.md"])
    #expect(front.figures.isEmpty && !front.markdown.string.contains("## Mappa"))
  }

  @Test("a region that is a disputed area is that area, not a ring; its status stands beside it")
  func disputedRegion() throws {
    let all = try pages(
      of: dossier(
        [
          ("Crimea", .region, (34.4, 45.3), 4, 2),
          ("Sebastopoli", .settlement, (33.52, 44.6), 1, 1),
        ], country: "UA"))
    let svg = try figure(all["locations/crimea.md"])
    #expect(svg.contains("data-area=\"crimea\"") && !svg.contains("class=\"ring\""))
    #expect(svg.contains("class=\"status focus\"") && svg.contains(">(status conteso)</text>"))
    let table = try #require(all["map.md"]).markdown.string
    #expect(table.contains("| [Crimea](locations/crimea.md) *provincia* | status conteso | 2 |"))
    #expect(table.contains("| Crimea (status conteso) | 1 |"))
  }

  @Test("the same dossier has the same maps")
  func deterministic() throws {
    let (first, second) = (try pages(of: usual), try pages(of: usual))
    for (path, page) in first { #expect(page.figures == second[path]?.figures) }
  }

  @Test("a border that is only named is no neighbour; nor is a region that is only named")
  func neighbours() throws {
    let all = try pages(
      of: dossier([
        ("Goris", .settlement, (46.34, 39.51), 1, 1), ("Jermuk", .settlement, (45.67, 39.84), 1, 0),
        ("confine", .border, (46.0, 39.7), 5, 0), ("Syunik", .region, (46.2, 39.3), 4, 0),
      ]))
    let svg = try figure(all["locations/goris.md"])
    #expect(svg.contains("jermuk.html") && !svg.contains("confine.html"))
    #expect(!svg.contains("syunik.html"))
    #expect(try figure(all["locations/confine.md"]).contains("class=\"ring\""))
  }
}
