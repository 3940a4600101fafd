import DossierModel

/// The pages that list everything of one kind.
struct IndexPages: Sendable {
  private let edition: Edition

  private var words: Words { edition.words }
  private var phrasing: any Phrasing { edition.phrasing }
  private var dossier: Dossier { edition.dossier }
  private var index: DossierIndex { edition.index }

  /// How many groups are named at the head of every page of a list; of more only the page's own.
  private static let namedGroups = 80

  /// The lists of `edition`.
  init(_ edition: Edition) { self.edition = edition }

  /// Writes things that stand under one heading.
  private typealias Entries = @Sendable (ArraySlice<Int>) -> [Block]

  /// The pages of all lists.
  var pages: [PlannedPage] {
    pages(
      of: events, frame: .events, title: .navEvents,
      summary: words.count(dossier.events.count, .events, phrasing)
    ) { numbers in [.bullets(numbers.map { edition.item(dossier.events[$0]) })] }
      + pages(
        of: actors, frame: .actors, title: .navActors,
        summary: words.count(dossier.actors.count, .actors, phrasing)
      ) { numbers in [.bullets(numbers.map(actorItem))] }
      + pages(
        of: locations, frame: .locations, title: .navLocations,
        summary: words.count(dossier.locations.count, .locations, phrasing)
      ) { numbers in [.bullets(numbers.map(locationItem))] }
      + pages(of: articles, frame: .articles, title: .navArticles, summary: edition.coverage) {
        numbers in numbers.map(articleEntry)
      }
      + pages(
        of: edition.quotationList, frame: .quotations, title: .navQuotations,
        summary: words.count(dossier.quotations.count, .quotations, phrasing)
      ) { numbers in edition.entries(Array(numbers), leavingOut: .speaker) }
  }

  private func pages(
    of plan: ListPlan, frame: PageFrame, title: Word, summary: String, entries: @escaping Entries
  ) -> [PlannedPage] {
    plan.pages.indices.map { number in
      PlannedPage(path: plan.path(ofPage: number)) {
        page(
          number, of: plan, frame: frame, title: words[title], summary: summary, entries: entries)
      }
    }
  }

  private func page(
    _ number: Int, of plan: ListPlan, frame: PageFrame, title: String, summary: String,
    entries: Entries
  ) -> Page {
    let path = plan.path(ofPage: number)
    var contents = PageContents(path: path)
    var summary = summary
    if plan.pages.count > 1 {
      summary +=
        " · "
        + words(
          .pageOf,
          ["n": phrasing.number(number + 1), "all": phrasing.number(plan.pages.count)])
      contents.fill("pages", [turning(number, of: plan)])
    }
    contents.fill("title", line: [.text(title)])
    contents.fill("summary", line: [.text(summary)])
    contents.fill("contents", names(of: plan, onPage: number))
    contents.fill("list", plan.pages[number].map { section($0, of: plan, entries: entries) })
    var matter = FrontMatter()
    matter.add("title", title)
    matter.add("kind", frame.rawValue)
    return edition.page(
      path, .list, frame: frame, title: title, contents, description: summary, frontMatter: matter)
  }

  private func section(
    _ stretch: ListPlan.Stretch, of plan: ListPlan, entries: Entries
  ) -> Block {
    let group = plan.groups[stretch.group]
    var blocks: [Block] = [.heading(2, group.title, id: group.id)]
    var start = stretch.items.lowerBound
    while start < stretch.items.upperBound {
      if let heading = group.headings[start] { blocks.append(.heading(3, [.text(heading)])) }
      var end = start + 1
      while end < stretch.items.upperBound, group.headings[end] == nil { end += 1 }
      blocks += entries(group.items[start..<end])
      start = end
    }
    return .region(.section, class: "group", blocks)
  }

  /// The groups with how much is in them, each leading to its heading.
  private func names(of plan: ListPlan, onPage number: Int) -> [Block] {
    let shown =
      plan.groups.count <= Self.namedGroups
      ? Array(plan.groups.indices) : plan.pages[number].map(\.group)
    if shown.count < 2 { return [] }
    let items = shown.map { group -> [Inline] in
      let isHere = plan.pages[number].contains { $0.group == group }
      let page = isHere ? number : plan.firstPages[group]
      return [
        .link(
          plan.groups[group].title.map(\.plain).joined(),
          to: .page(plan.path(ofPage: page), anchor: plan.groups[group].id)),
        .text(" " + phrasing.number(plan.groups[group].items.count)),
      ]
    }
    return [.region(.nav, class: "contents", label: words[.contentsLabel], [.bullets(items)])]
  }

  /// The way to the other pages of a list, each named by the first heading on it.
  private func turning(_ number: Int, of plan: ListPlan) -> Block {
    let items = plan.pages.indices.map { page -> [Inline] in
      let first = plan.pages[page].first.map { plan.groups[$0.group].title.map(\.plain).joined() }
      let name = phrasing.number(page + 1)
      let link: Inline =
        page == number ? .strong([.text(name)]) : .link(name, to: .page(plan.path(ofPage: page)))
      return [link, .text(" " + (first ?? ""))]
    }
    return .region(.nav, class: "pages", label: words[.pagesLabel], [.bullets(items)])
  }

  // MARK: Events

  /// All events by year and month, those without a date last.
  private var events: ListPlan {
    var groups: [ListPlan.Group] = []
    var places: [String: Int] = [:]
    var months: [Int: Int] = [:]
    for (number, event) in dossier.events.enumerated() {
      let date = event.when.edtf?.dates.first
      let id = date.map { "y" + EDTF(year(of: $0)).text.lowercased() } ?? "undated"
      let group: Int
      if let known = places[id] {
        group = known
      } else {
        let title = date.map { phrasing.date(EDTF(year(of: $0))) } ?? words[.undatedGroup]
        group = groups.count
        places[id] = group
        groups.append(ListPlan.Group(title: [.text(title)], id: id))
      }
      if let month = date?.month, (1...12).contains(month), months[group] != month {
        groups[group].headings[groups[group].items.count] = phrasing.months[month - 1]
        months[group] = month
      }
      groups[group].items.append(number)
    }
    groups = groups.filter { $0.id != "undated" } + groups.filter { $0.id == "undated" }
    return ListPlan(path: .events, groups: groups, limit: 400)
  }

  private func year(of date: EDTF.Date) -> EDTF.Date {
    EDTF.Date(year: date.year, unspecifiedDigits: date.unspecifiedYearDigits)
  }

  // MARK: Actors

  /// All actors by kind and name.
  private var actors: ListPlan {
    var groups = ActorKind.allCases.map { kind in
      ListPlan.Group(title: [.text(words.name(.actorKinds, kind))], id: kind.rawValue)
    }
    let byRank = dossier.actors.indices.sorted { index.actors[$0].rank < index.actors[$1].rank }
    for number in byRank {
      let kind = dossier.actors[number].kind
      if let group = ActorKind.allCases.firstIndex(of: kind) { groups[group].items.append(number) }
    }
    return ListPlan(path: .actors, groups: groups.filter { !$0.items.isEmpty }, limit: 800)
  }

  private func actorItem(_ number: Int) -> [Inline] {
    let actor = dossier.actors[number]
    let own = index.actors[number]
    var row: [[Inline]] = []
    if let role = edition.mainRole(actor.id) { row.append([.text(role.collapsed)]) }
    if actor.kind == .anonymous {
      row += own.naming.articles.map { naming in
        [.text(edition.source(dossier.articles[naming.article].article.id))]
      }
    }
    let counts = counts(quotations: own.quotations.count, events: own.events.count)
    row.append([.text(counts.isEmpty ? words[.onlyNamed] : counts)])
    return [edition.link(actor.id), " ", .emphasis(edition.row(row))]
  }

  private func counts(quotations: Int, events: Int) -> String {
    var counts: [String] = []
    if quotations > 0 { counts.append(words.count(quotations, .quotations, phrasing)) }
    if events > 0 { counts.append(words.count(events, .events, phrasing)) }
    return counts.joined(separator: ", ")
  }

  // MARK: Locations

  /// All locations by country and name, those of no country last.
  private var locations: ListPlan {
    let byRank = dossier.locations.indices
      .sorted { index.locations[$0].rank < index.locations[$1].rank }
    var members: [String: [Int]] = [:]
    for number in byRank {
      members[dossier.locations[number].country ?? "", default: []].append(number)
    }
    let countries = members.keys.filter { !$0.isEmpty }
      .map { (LatinFold.fold(words.country($0)), $0) }.sorted { $0 < $1 }.map(\.1)
    var groups = countries.map { code in
      ListPlan.Group(
        title: [.text(words.country(code))], id: code.lowercased(), items: members[code] ?? [])
    }
    if let rest = members[""] {
      groups.append(
        ListPlan.Group(title: [.text(words[.countryUnknownGroup])], id: "elsewhere", items: rest))
    }
    return ListPlan(path: .locations, groups: groups, limit: 800)
  }

  private func locationItem(_ number: Int) -> [Inline] {
    let location = dossier.locations[number]
    let events = index.locations[number].events.count
    let counts = counts(quotations: 0, events: events)
    var item: [Inline] = [
      edition.link(location.id), " ",
      .emphasis(
        edition.row([
          [.text(words.name(.locationKind, location.kind))],
          [.text(counts.isEmpty ? words[.onlyNamed] : counts)],
        ])),
    ]
    if location.latitude == nil { item += [" ", .chip(.open, words[.placeUnresolved])] }
    return item
  }

  // MARK: Articles

  /// All articles by date, those without a date last.
  private var articles: ListPlan {
    var groups: [ListPlan.Group] = []
    for number in index.articlesByDate {
      let year = dossier.articles[number].article.published?.dates.first.map { "\($0.year)" }
      let id = year.map { "y" + $0 } ?? "undated"
      if groups.last?.id != id {
        groups.append(ListPlan.Group(title: [.text(year ?? words[.undatedArticles])], id: id))
      }
      groups[groups.count - 1].items.append(number)
    }
    return ListPlan(path: .articles, groups: groups, limit: 400)
  }

  /// An article in a list: its title, its source, how much is in it.
  func articleEntry(_ number: Int) -> Block {
    let article = dossier.articles[number].article
    let own = index.articles[number]
    var row: [[Inline]] = [[.text(edition.source(article.id))]]
    let counts = counts(quotations: own.quotations.count, events: own.events.count)
    if !counts.isEmpty { row.append([.text(counts)]) }
    if article.published == nil {
      row.append([.chip(.open, words[.publishedUnknown])])
    } else if article.publishedBasis == .editor {
      row.append([.chip(.editor, words[.dateByEditor])])
    }
    if article.translated == .machine { row.append([.chip(.open, words[.machineTranslated])]) }
    return .region(
      .div, class: "entry",
      [.paragraph([.strong([edition.link(article.id)])]), .paragraph(edition.row(row))])
  }
}

extension Edition {
  /// The id of the quotations without a known speaker in their list.
  static let unattributed = "unattributed"

  /// All quotations by speaker, those of unknown speakers last.
  static func quotationList(_ dossier: Dossier, _ index: DossierIndex, _ words: Words) -> ListPlan {
    let speakers = dossier.actors.indices.filter { !index.actors[$0].quotations.isEmpty }
      .sorted { index.actors[$0].rank < index.actors[$1].rank }
    var groups = speakers.map { number in
      let actor = dossier.actors[number]
      return ListPlan.Group(
        title: [.link(actor.name, to: .page(.actor(actor.id)))], id: actor.id.rawValue,
        items: index.actors[number].quotations)
    }
    if !index.unattributed.isEmpty {
      groups.append(
        ListPlan.Group(
          title: [.text(words[.speakerUnknown])], id: unattributed, items: index.unattributed))
    }
    return ListPlan(path: .quotations, groups: groups, limit: 250)
  }

  /// Where `quotation` stands in the list of all quotations.
  func listing(of number: Int) -> LinkTarget {
    let speaker = dossier.quotations[number].speakers.first
    return .page(
      quotationList.path(ofPage: quotationPages[number]),
      anchor: speaker?.rawValue ?? Self.unattributed)
  }
}
