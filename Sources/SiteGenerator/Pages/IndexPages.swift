import DossierModel

/// The pages that list everything of one kind.
struct IndexPages {
  private let edition: Edition

  private var words: Words { edition.words }
  private var phrasing: any Phrasing { edition.phrasing }
  private var dossier: Dossier { edition.dossier }
  private var index: DossierIndex { edition.index }

  /// The id of the quotations without a known speaker on their page.
  static let unattributed = "unattributed"

  /// The lists of `edition`.
  init(_ edition: Edition) { self.edition = edition }

  /// A heading and what stands under it.
  private struct Group {
    var title: [Inline]
    var id: String?
    var blocks: [Block]
    /// How many things are in it.
    var count: Int
  }

  private func list(
    _ path: SitePath, frame: PageFrame, title: Word, summary: String, groups: [Group]
  ) -> Page {
    var contents = PageContents(path: path)
    contents.fill("title", line: [.text(words[title])])
    contents.fill("summary", line: [.text(summary)])
    if groups.count > 1 {
      contents.fill(
        "contents",
        [
          .region(
            .nav, class: "contents", label: words[.contentsLabel],
            [
              .bullets(
                groups.map { group in
                  let title = group.title.map(\.plain).joined()
                  let link: Inline =
                    group.id.map { .link(title, to: .page(path, anchor: $0)) } ?? .text(title)
                  return [link, .text(" " + phrasing.number(group.count))]
                })
            ])
        ])
    }
    contents.fill(
      "list",
      groups.map { group in
        .region(
          .section, class: "group", [.heading(2, group.title, id: group.id)] + group.blocks)
      })
    var matter = FrontMatter()
    matter.add("title", words[title])
    matter.add("kind", frame.rawValue)
    return edition.page(
      path, .list, frame: frame, title: words[title], contents, description: summary,
      frontMatter: matter)
  }

  // MARK: Events

  /// All events by year and month, those without a date last.
  func events() -> Page {
    var groups: [(key: String, group: Group, months: [(month: Int?, items: [[Inline]])])] = []
    for event in dossier.events {
      let date = event.when.edtf?.dates.first
      let key: String
      let title: String
      switch date {
      case .some(let date) where date.unspecifiedYearDigits > 0:
        key = date.text
        title = phrasing.date(
          EDTF(EDTF.Date(year: date.year, unspecifiedDigits: date.unspecifiedYearDigits)))
      case .some(let date):
        key = "\(date.year)"
        title = key
      case nil:
        key = ""
        title = words[.undatedGroup]
      }
      if groups.last?.key != key {
        let id =
          key.isEmpty ? "undated" : "y\(key.lowercased().filter { $0.isLetter || $0.isNumber })"
        groups.append((key, Group(title: [.text(title)], id: id, blocks: [], count: 0), []))
      }
      let last = groups.count - 1
      let month = date?.month.flatMap { (1...12).contains($0) ? $0 : nil }
      if groups[last].months.last.map({ $0.month == month }) != true {
        groups[last].months.append((month, []))
      }
      groups[last].months[groups[last].months.count - 1].items.append(
        edition.item(event) + [.text(" · " + words.eventType(event.type))])
      groups[last].group.count += 1
    }
    // An undated event has no place in time: those come last wherever they stand in the list.
    let sorted = groups.filter { !$0.key.isEmpty } + groups.filter { $0.key.isEmpty }
    return list(
      .events, frame: .events, title: .navEvents,
      summary: words.count(dossier.events.count, .events, phrasing),
      groups: merged(
        sorted.map { entry in
          var group = entry.group
          for (month, items) in entry.months {
            if let month, entry.months.count > 1 {
              group.blocks.append(.heading(3, [.text(phrasing.months[month - 1])]))
            }
            group.blocks.append(.bullets(items))
          }
          return group
        }))
  }

  /// Groups with one id become one.
  private func merged(_ groups: [Group]) -> [Group] {
    var result: [Group] = []
    var places: [String: Int] = [:]
    for group in groups {
      if let id = group.id, let place = places[id] {
        result[place].blocks += group.blocks
        result[place].count += group.count
      } else {
        if let id = group.id { places[id] = result.count }
        result.append(group)
      }
    }
    return result
  }

  // MARK: Actors

  /// All actors by kind and name.
  func actors() -> Page {
    let byRank = dossier.actors.indices.sorted { index.actors[$0].rank < index.actors[$1].rank }
    let groups: [Group] = ActorKind.allCases.compactMap { kind in
      let members = byRank.filter { dossier.actors[$0].kind == kind }
      if members.isEmpty { return nil }
      return Group(
        title: [.text(words.name(.actorKinds, kind))], id: kind.rawValue,
        blocks: [.bullets(members.map(actorItem))], count: members.count)
    }
    return list(
      .actors, frame: .actors, title: .navActors,
      summary: words.count(dossier.actors.count, .actors, phrasing), groups: groups)
  }

  private func actorItem(_ number: Int) -> [Inline] {
    let actor = dossier.actors[number]
    let own = index.actors[number]
    var row: [[Inline]] = [[edition.link(actor.id)]]
    if let role = edition.mainRole(actor.id) { row.append([.text(role.collapsed)]) }
    if actor.kind == .anonymous {
      row.append([
        .text(
          phrasing.list(
            own.naming.articles.map {
              edition.source(dossier.articles[$0.article].article.id)
            }))
      ])
    }
    row.append([.text(counts(quotations: own.quotations.count, events: own.events.count))])
    return edition.row(row)
  }

  private func counts(quotations: Int, events: Int) -> String {
    var counts: [String] = []
    if quotations > 0 { counts.append(words.count(quotations, .quotations, phrasing)) }
    if events > 0 { counts.append(words.count(events, .events, phrasing)) }
    return counts.isEmpty ? words[.onlyNamed] : counts.joined(separator: ", ")
  }

  // MARK: Locations

  /// All locations by country and name.
  func locations() -> Page {
    let byRank = dossier.locations.indices
      .sorted { index.locations[$0].rank < index.locations[$1].rank }
    var members: [String: [Int]] = [:]
    for number in byRank {
      members[dossier.locations[number].country ?? "", default: []].append(number)
    }
    let countries = members.keys.filter { !$0.isEmpty }
      .map { (LatinFold.fold(words.country($0)), $0) }.sorted { $0 < $1 }.map(\.1)
    let groups = (countries + (members[""] == nil ? [] : [""])).map { code in
      let numbers = members[code] ?? []
      return Group(
        title: [.text(code.isEmpty ? words[.countryUnknownGroup] : words.country(code))],
        id: code.isEmpty ? "elsewhere" : code.lowercased(),
        blocks: [.bullets(numbers.map(locationItem))], count: numbers.count)
    }
    return list(
      .locations, frame: .locations, title: .navLocations,
      summary: words.count(dossier.locations.count, .locations, phrasing), groups: groups)
  }

  private func locationItem(_ number: Int) -> [Inline] {
    let location = dossier.locations[number]
    var row: [[Inline]] = [
      [edition.link(location.id)], [.text(words.name(.locationKind, location.kind))],
      [.text(counts(quotations: 0, events: index.locations[number].events.count))],
    ]
    if location.latitude == nil { row.append([.chip(.open, words[.placeUnresolved])]) }
    return edition.row(row)
  }

  // MARK: Articles

  /// All articles by date, those without a date last.
  func articles() -> Page {
    let numbers = dossier.articles.indices.sorted { a, b in
      let (x, y) = (dossier.articles[a].article, dossier.articles[b].article)
      if x.published != y.published {
        guard let first = x.published else { return false }
        guard let second = y.published else { return true }
        return first < second
      }
      return x.id < y.id
    }
    var groups: [Group] = []
    for number in numbers {
      let date = dossier.articles[number].article.published?.dates.first
      let year = date.map { "\($0.year)" }
      let id = year.map { "y" + $0 } ?? "undated"
      if groups.last?.id != id {
        groups.append(
          Group(title: [.text(year ?? words[.undatedArticles])], id: id, blocks: [], count: 0))
      }
      groups[groups.count - 1].blocks.append(contentsOf: articleEntry(number))
      groups[groups.count - 1].count += 1
    }
    return list(
      .articles, frame: .articles, title: .navArticles, summary: edition.coverage, groups: groups)
  }

  func articleEntry(_ number: Int) -> [Block] {
    let article = dossier.articles[number].article
    let own = index.articles[number]
    var row: [[Inline]] = [[.text(edition.source(article.id))]]
    switch article.publishedBasis {
    case .editor: row.append([.chip(.editor, words[.dateByEditor])])
    case .unknown where article.published == nil:
      row.append([.chip(.open, words[.publishedUnknown])])
    default: break
    }
    if article.translated == .machine { row.append([.chip(.open, words[.machineTranslated])]) }
    row.append([.text(counts(quotations: own.quotations.count, events: own.events.count))])
    return [
      .region(
        .div, class: "entry",
        [.paragraph([.strong([edition.link(article.id)])]), .paragraph(edition.row(row))])
    ]
  }

  // MARK: Quotations

  /// All quotations by speaker, those of unknown speakers last.
  func quotations() -> Page {
    let speakers = dossier.actors.indices.filter { !index.actors[$0].quotations.isEmpty }
      .sorted { index.actors[$0].rank < index.actors[$1].rank }
    var groups = speakers.map { number in
      let actor = dossier.actors[number]
      let own = index.actors[number].quotations
      return Group(
        title: [edition.link(actor.id)], id: actor.id.rawValue,
        blocks: own.map { edition.entry(dossier.quotations[$0], leavingOut: .speaker) },
        count: own.count)
    }
    if !index.unattributed.isEmpty {
      groups.append(
        Group(
          title: [.text(words[.speakerUnknown])], id: Self.unattributed,
          blocks: index.unattributed.map { edition.entry(dossier.quotations[$0]) },
          count: index.unattributed.count))
    }
    return list(
      .quotations, frame: .quotations, title: .navQuotations,
      summary: words.count(dossier.quotations.count, .quotations, phrasing), groups: groups)
  }
}
