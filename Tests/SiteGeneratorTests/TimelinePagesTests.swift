import DossierModel
import Testing

@testable import SiteGenerator

@Suite("Timeline: pages, what belongs to what, filters")
struct TimelinePagesTests {
  /// A dossier of invented events, with their dates.
  private static func dossier(
    _ dates: [String?], set: (Int, inout Event) -> Void = { _, _ in }
  ) -> Dossier {
    var builder = PageSamples.Builder(title: "Prova")
    builder.article("a", "Si sono incontrati a Grova.")
    let evidence = builder.passage("a", "Si sono incontrati a Grova.")
    for (i, date) in dates.enumerated() {
      let pad = String(1000 + i)
      builder.event("e\(pad)", "Evento \(pad)", .meeting) { event in
        event.evidence = [evidence]
        event.when.edtf = date.flatMap { EDTF($0) }
        set(i, &event)
      }
    }
    return builder.finished
  }

  @Test("a short timeline is one page: the list first, the undated apart, then the picture")
  func short() throws {
    let pages = try GoldenSiteTests.pages(of: Self.dossier(["2031-04-05", "2029", nil]))
    let markdown = try #require(pages["timeline.md"])
    let order = [
      "## 2029", "Evento 1001", "## 2031", "Evento 1000", "Senza una data", "Evento 1002",
    ]
    var rest = markdown[...]
    for words in order {
      let found = try #require(rest.firstRange(of: words), "\(words)")
      rest = rest[found.upperBound...]
    }
    #expect(!markdown.contains("<svg"))
    let html = try #require(pages["timeline.html"])
    let list = try #require(html.firstRange(of: "events/e1000.html"))
    let picture = try #require(html.firstRange(of: "viewBox"))
    #expect(list.lowerBound < picture.lowerBound)
    // What has no date has no place in the picture.
    #expect(!html[picture.upperBound...].contains("events/e1002.html"))
    #expect(html.contains("<script src=\"timeline.js\" defer>"))
    #expect(pages["events.html"]?.contains("timeline.js\"") == false)
    #expect(!pages.keys.contains { $0.hasPrefix("timeline/") })
  }

  @Test("a long timeline has a page for each year, each with every event of it once")
  func long() throws {
    let dates = (0..<240).map { i -> String? in
      i % 20 == 0 ? nil : "20\(29 + i % 3)-0\(1 + i % 9)-1\(i % 10)"
    }
    let dossier = Self.dossier(dates)
    let pages = try GoldenSiteTests.pages(of: dossier)
    let years = pages.filter { $0.key.hasPrefix("timeline/") && $0.key.hasSuffix(".md") }
    #expect(
      years.keys.sorted()
        == ["2029", "2030", "2031", "undated"].map { "timeline/\($0).md" })
    for event in dossier.events {
      let holding = years.filter { $0.value.contains("(../events/\(event.id).md)") }.map(\.key)
      let year = event.when.edtf.map { $0.text.prefix(4) } ?? "undated"
      #expect(holding == ["timeline/\(year).md"], "\(event.id)")
    }
    let first = try #require(pages["timeline.md"])
    #expect(first.contains("(timeline/2030.md)") && first.contains("(timeline/undated.md)"))
    #expect(pages["timeline/undated.html"]?.contains("viewBox") == false)
  }

  @Test("parts stand inside what they belong to; what belongs to itself in a circle stands alone")
  func parts() throws {
    let dossier = Self.dossier(["2030/2032", "2030-05", "2030-05-09", "2031", "2031-02", "2031-03"])
    {
      number, event in
      switch number {
      case 0: event.type = .war
      case 1: event.partOf = .init("e1000")
      case 2: event.partOf = .init("e1001")
      case 3: event.partOf = .init("e1004")
      case 4: event.partOf = .init("e1003")
      default: event.partOf = .init("not-here")
      }
    }
    let edition = Edition(dossier, templates: try Templates(language: "it"))
    let items = edition.timelineItems(Array(dossier.events.indices), on: .timeline)
    func outline(_ items: [TimelineItem]) -> [String] {
      items.flatMap { item in
        [String(item.target.suffix(10).prefix(5))] + outline(item.parts).map { "-" + $0 }
      }
    }
    #expect(outline(items) == ["e1000", "-e1001", "--e1002", "e1003", "e1004", "e1005"])
    #expect(items.first?.extent.form == .lasting && items.last?.extent.form == .within)
  }

  @Test("the filters' files name what events have, in their shards, and nothing else")
  func filters() throws {
    let dossier = PageSamples.valdoria
    let filter = TimelineFilter(Edition(dossier, templates: try Templates(language: "it")))
    let files = try filter.files.map {
      (path: $0.path.path, text: String(decoding: try $0.bytes(), as: UTF8.self))
    }
    #expect(files.map(\.path) == ["search/timeline/names.js", "search/timeline/1.js"])
    let names = try #require(files.first?.text)
    #expect(names.hasPrefix("dossierIndex(\"timeline/names\","))
    let from = try #require(names.firstRange(of: "\"actor\":")).upperBound
    let actors = names[from..<(try #require(names.firstRange(of: "\"place\":")).lowerBound)]
    let taking = Set(dossier.events.flatMap { $0.participants.map(\.actor) })
    for actor in dossier.actors {
      #expect(actors.contains("[\"\(actor.id)\",") == taking.contains(actor.id), "\(actor.id)")
    }
    let events = try #require(files.last?.text)
    for event in dossier.events { #expect(events.contains("[\"\(event.id)\",")) }
    let none = Edition(
      Dossier(title: "Niente", language: "it"), templates: try Templates(language: "it"))
    #expect(TimelineFilter(none).files.isEmpty)
  }
}
