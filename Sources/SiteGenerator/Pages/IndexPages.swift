import DossierModel

/// The pages that list everything of one kind.
struct IndexPages: Sendable {
  private let edition: Edition

  private var words: Words { edition.words }
  private var phrasing: any Phrasing { edition.phrasing }
  private var dossier: Dossier { edition.dossier }
  private var index: DossierIndex { edition.index }

  /// The lists of `edition`.
  init(_ edition: Edition) { self.edition = edition }

  /// The pages of all lists.
  var pages: [PlannedPage] {
    func list(
      _ plan: ListPlan, _ frame: PageFrame, _ title: Word, _ summary: String,
      ingredient: @escaping @Sendable (Int, inout Recipe) -> Void,
      entries: @escaping ListPages.Entries
    ) -> [PlannedPage] {
      ListPages(
        edition: edition, plan: plan, frame: frame, title: words[title], summary: summary,
        ingredient: ingredient, entries: entries
      ).pages
    }
    func count(_ count: Int, _ noun: Words.Noun) -> String { words.count(count, noun, phrasing) }
    let byType = list(
      events, .events, .navEvents, count(dossier.events.count, .events),
      ingredient: { $1.add(event: $0) },
      entries: { numbers in [.bullets(numbers.map { edition.item(dossier.events[$0]) })] })
    let byKind = list(
      actors, .actors, .navActors, count(dossier.actors.count, .actors),
      ingredient: { number, recipe in
        let own = index.actors[number]
        recipe.add(actor: number)
        for count in [own.quotations.count, own.events.count] { recipe.add(count) }
        if dossier.actors[number].kind == .anonymous { recipe.add(own.naming) }
      }, entries: { numbers in [.bullets(numbers.map(actorItem))] })
    let byCountry = list(
      locations, .locations, .navLocations, count(dossier.locations.count, .locations),
      ingredient: { number, recipe in
        recipe.add(location: number)
        recipe.add(index.locations[number].events.count)
      }, entries: { numbers in [.bullets(numbers.map(locationItem))] })
    let byDate = list(
      articles, .articles, .navArticles, edition.coverage,
      ingredient: { number, recipe in
        let own = index.articles[number]
        recipe.add(article: number)
        for count in [own.quotations.count, own.events.count] { recipe.add(count) }
      }, entries: { numbers in numbers.map(articleEntry) })
    return byType + byKind + byCountry + byDate
      + QuotationLists(edition).pages
  }

  /// All events by type.
  var events: ListPlan {
    ListPlan(
      path: .events,
      groups: EventType.allCases.map { type in
        ListPlan.Group(
          title: [.text(words.eventType(type, isPlural: true))], id: type.rawValue,
          items: dossier.events.indices.filter { dossier.events[$0].type == type })
      }.filter { !$0.items.isEmpty }, limit: 400)
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

  /// All locations by country and name; then those that several countries claim, and those of none.
  private var locations: ListPlan {
    let byRank = dossier.locations.indices
      .sorted { index.locations[$0].rank < index.locations[$1].rank }
    var members: [String: [Int]] = [:]
    var disputed: [Int] = []
    for number in byRank {
      if edition.isDisputed(number) {
        disputed.append(number)
      } else {
        members[dossier.locations[number].country ?? "", default: []].append(number)
      }
    }
    let countries = members.keys.filter { !$0.isEmpty }
      .map { (LatinFold.fold(words.country($0)), $0) }.sorted { $0 < $1 }.map(\.1)
    var groups = countries.map { code in
      ListPlan.Group(
        title: [.text(words.country(code))], id: code.lowercased(), items: members[code] ?? [])
    }
    if !disputed.isEmpty {
      groups.append(
        ListPlan.Group(title: [.text(words[.placeStatus])], id: "disputed", items: disputed))
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
    let groups = edition.yearPlan(index.articlesByDate, undated: words[.undatedArticles]) {
      dossier.articles[$0].article.published
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
  /// `events` by year and month, those without a date last.
  func eventPlan(_ events: [Int], at path: SitePath) -> ListPlan {
    let groups = yearPlan(events, undated: words[.undatedGroup]) { number in
      self.dossier.events[number].when.edtf
    }
    return ListPlan(
      path: path, groups: months(of: groups) { self.dossier.events[$0].when.edtf }, limit: 400)
  }

  /// `groups` with the months as lesser headings.
  func months(of groups: [ListPlan.Group], date: (Int) -> EDTF?) -> [ListPlan.Group] {
    var groups = groups
    for group in groups.indices {
      var month: Int?
      for (position, number) in groups[group].items.enumerated() {
        let date = date(number)
        let next = date?.listedYear?.unspecifiedYearDigits == 0 ? date?.dates.first?.month : nil
        if let next, (1...12).contains(next), next != month {
          groups[group].headings[position] = phrasing.months[next - 1]
        }
        month = next
      }
    }
    return groups
  }

  /// `items` by year, or by decade where the year is not known; those without a date last.
  func yearPlan(
    _ items: [Int], undated: String, date: (Int) -> EDTF?
  ) -> [ListPlan.Group] {
    ListPlan.Group.byYear(items, undated: undated, phrasing, date: date)
  }

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
    return ListPlan(path: .quotations, groups: groups, limit: QuotationLists.limit)
  }

  /// Where `quotation` stands in the list of all quotations.
  func listing(of number: Int) -> LinkTarget {
    let speaker = dossier.quotations[number].speakers.first
    return .page(
      quotationList.path(ofPage: quotationPages[number]),
      anchor: speaker?.rawValue ?? Self.unattributed)
  }
}

extension ListPlan.Group {
  /// `items` by year, or by decade where the year is not known; those without a date last.
  static func byYear(
    _ items: [Int], undated: String, _ phrasing: any Phrasing, date: (Int) -> EDTF?
  ) -> [ListPlan.Group] {
    var groups: [ListPlan.Group] = []
    var places: [String: Int] = [:]
    for number in items {
      let year = date(number)?.listedYear.map { EDTF($0) }
      let id = year.map { "y" + $0.text.lowercased() } ?? "undated"
      if let group = places[id] {
        groups[group].items.append(number)
      } else {
        places[id] = groups.count
        groups.append(
          ListPlan.Group(
            title: [.text(year.map(phrasing.date) ?? undated)], id: id, items: [number]))
      }
    }
    return groups.filter { $0.id != "undated" } + groups.filter { $0.id == "undated" }
  }
}
