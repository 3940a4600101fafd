import DossierModel
import Testing

@testable import SiteGenerator

@Suite struct ListPlanTests {
  func plan(_ counts: [Int], limit: Int) -> ListPlan {
    var next = 0
    let groups = counts.enumerated().map { i, count in
      defer { next += count }
      return ListPlan.Group(title: [.text("\(i)")], id: "g\(i)", items: Array(next..<next + count))
    }
    return ListPlan(path: SitePath("events.md"), groups: groups, limit: limit)
  }

  /// Groups and how many of their things stand on each page: `0:3 1:2`.
  func shape(_ plan: ListPlan) -> [String] {
    plan.pages.map { page in
      page.map { "\($0.group):\($0.items.count)" }.joined(separator: " ")
    }
  }

  @Test(
    arguments: [
      ([], 3, [""]),
      ([2], 3, ["0:2"]),
      ([3], 3, ["0:3"]),
      ([4], 3, ["0:3", "0:1"]),
      ([2, 2, 2], 3, ["0:2 1:1", "1:1 2:2"]),
      ([3, 3], 3, ["0:3", "1:3"]),
      ([1, 7], 3, ["0:1 1:2", "1:3", "1:2"]),
    ] as [([Int], Int, [String])])
  func cutsALongList(_ counts: [Int], _ limit: Int, _ pages: [String]) {
    #expect(shape(plan(counts, limit: limit)) == pages)
  }

  @Test func knowsWhereEachThingIs() {
    let plan = plan([2, 2, 2], limit: 3)
    #expect(plan.firstPages == [0, 0, 1])
    #expect(plan.pageByItem(count: 6) == [0, 0, 0, 1, 1, 1])
    #expect(plan.path(ofPage: 0).path == "events.md")
    #expect(plan.path(ofPage: 1).path == "events-2.md")
  }

  @Test func aThingOfSeveralGroupsIsFoundWhereItStandsFirst() {
    let groups = [
      ListPlan.Group(title: ["a"], id: "a", items: [0, 1]),
      ListPlan.Group(title: ["b"], id: "b", items: [2, 0]),
    ]
    let plan = ListPlan(path: SitePath("x.md"), groups: groups, limit: 2)
    #expect(plan.pageByItem(count: 3) == [0, 0, 1])
  }

  @Test func longListsTurnPages() throws {
    var builder = PageSamples.Builder(title: "Molto")
    builder.article("a", "Si sono incontrati.")
    let evidence = builder.passage("a", "Si sono incontrati.")
    for i in 0..<900 {
      builder.event("e\(i)", "Evento \(i)", .meeting) { $0.evidence = [evidence] }
    }
    let pages = try GoldenSiteTests.pages(of: builder.finished)
    let second = try #require(pages["events-2.md"])
    #expect(second.contains("900 eventi · pagina 2 di 3"))
    #expect(second.contains("- [1](events.md) Incontri\n- **2** Incontri"))
    #expect(pages["events-4.md"] == nil)
    let html = try #require(pages["events-3.html"])
    #expect(html.contains("<a href=\"events.html\" aria-current=\"true\">"))
  }
}

@Suite struct LongSectionTests {
  @Test func whatDoesNotFitAPageHasAListOfItsOwn() throws {
    var b = PageSamples.Builder(title: "Molto")
    let ada = b.actor("Ada", .person)
    for i in 0..<120 {
      b.article("a\(1000 + i)", "“Prova”, ha detto Ada.") {
        $0.published = EDTF(EDTF.Date(2020 + i / 60))
      }
      _ = b.quotation("a\(1000 + i)", "Prova", .direct, by: [ada])
      b.mention("a\(1000 + i)", "Ada", actor: ada)
    }
    let pages = try GoldenSiteTests.pages(of: b.finished)
    let page = try #require(pages["actors/ada.md"])
    #expect(page.split(separator: "\n").count { $0.hasPrefix("> [«Prova»]") } == 100)
    #expect(page.contains("[Qui i primi 100 di 120: l’elenco intero →](ada/quotations.md)"))
    let list = try #require(pages["actors/ada/quotations.md"])
    #expect(list.contains("# Ada: Che cosa ha detto\n\n120\n"))
    #expect(list.hasPrefix("---\ntitle: \"Ada: Che cosa ha detto\""))
    #expect(list.contains("[Ada](../ada.md)"))
    #expect(list.contains("- [2020](#y2020) 60\n- [2021](#y2021) 60\n"))
    #expect(list.split(separator: "\n").count { $0.hasPrefix("> [«Prova»]") } == 120)
    #expect(pages["actors/ada/sources.md"] != nil)
    #expect(pages["actors/ada/events.md"] == nil)
  }
}
