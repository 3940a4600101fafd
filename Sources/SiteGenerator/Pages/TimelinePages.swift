import DossierModel

/// The timeline: an ordered list, then its picture; of a long dossier the main events on one page and
/// every year on pages of its own.
struct TimelinePages: Sendable {
  /// How many events stand on one page: more would make a picture that nobody reads.
  static let limit = 100
  /// How many of a long dossier stand on its first page.
  private static let main = 50

  private let edition: Edition

  private var words: Words { edition.words }
  private var phrasing: any Phrasing { edition.phrasing }
  private var dossier: Dossier { edition.dossier }

  /// The timeline of `edition`.
  init(_ edition: Edition) { self.edition = edition }

  /// All pages.
  var pages: [PlannedPage] {
    let all = Array(dossier.events.indices)
    if !edition.hasYearPages {
      return list(
        edition.eventPlan(all, at: .timeline), title: words[.navTimeline], summary: summary,
        isFirst: true
      ).pages
    }
    let main = edition.mainEvents(Self.main).filter { dossier.events[$0].when.edtf != nil }
    var first = list(
      edition.eventPlan(main, at: .timeline), title: words[.navTimeline],
      summary: words(
        .timelineMain, ["events": summary, "shown": phrasing.number(main.count)]), isFirst: true)
    let years = edition.yearPlan(all, undated: words[.undatedGroup]) {
      dossier.events[$0].when.edtf
    }
    let more = first.more
    let links = yearLinks(years)
    first.hasContents = false
    first.more = { number, contents in
      more(number, &contents)
      contents.fill("years", links)
    }
    return first.pages
      + years.indices.flatMap { number in self.pages(of: years[number], links: links) }
  }

  /// How many events there are, and from when to when.
  private var summary: String {
    [words.count(dossier.events.count, .events, phrasing), edition.eventPeriod]
      .filter { !$0.isEmpty }.joined(separator: ". ")
  }

  private func list(
    _ plan: ListPlan, title: String, crumbs: [Inline] = [], summary: String, isFirst: Bool = false
  ) -> ListPages {
    let edition = edition
    let isWhole = plan.pages.count == 1 && !edition.hasYearPages
    var list = ListPages(
      edition: edition, plan: plan, frame: .timeline, title: title, crumbs: crumbs,
      summary: summary,
      entries: { numbers in [.bullets(numbers.map { edition.item(edition.dossier.events[$0]) })] })
    list.figure = (
      "timeline",
      { number in
        let events = plan.pages[number].flatMap { plan.groups[$0.group].items[$0.items] }
        return edition.timeline(
          events, on: plan.path(ofPage: number), width: Drawing.wholePage)
      }
    )
    if isFirst, !edition.dossier.events.isEmpty {
      list.more = { number, contents in
        if number > 0 { return }
        let form = TimelineFilter(edition).html(isWhole: isWhole)
        contents.fill("filter", figure: form, [.paragraph(edition.words[.timelineAll])])
      }
    }
    return list
  }

  // MARK: Years

  /// The years, each leading to its page, with how much is in it.
  private func yearLinks(_ years: [ListPlan.Group]) -> [Block] {
    [
      .region(
        .nav, class: "years", label: words[.timelineYears],
        [
          .bullets(
            years.map { year in
              [
                .link(year.title, to: .page(Edition.timelinePath(ofGroup: year.id))),
                .text(" " + phrasing.number(year.items.count)),
              ]
            })
        ])
    ]
  }

  /// The pages of one year, by month, or of the events without a date, by type.
  private func pages(of year: ListPlan.Group, links: [Block]) -> [PlannedPage] {
    let name = year.title.map(\.plain).joined()
    let plan = ListPlan(
      path: Edition.timelinePath(ofGroup: year.id),
      groups: year.id == "undated" ? byType(year.items) : byMonth(year.items, of: name),
      limit: Self.limit)
    var list = list(
      plan, title: words(.timelineOfYear, ["year": name]),
      crumbs: [.link(words[.navTimeline], to: .page(.timeline)), .text(name)],
      summary: words.count(year.items.count, .events, phrasing))
    list.more = { _, contents in contents.fill("years", links) }
    return list.pages
  }

  private func byMonth(_ events: [Int], of year: String) -> [ListPlan.Group] {
    var groups: [ListPlan.Group] = []
    var places: [Int: Int] = [:]
    for number in events {
      let date = dossier.events[number].when.edtf?.dates.first
      let month = date?.month.flatMap { (1...12).contains($0) ? $0 : nil } ?? 0
      if let place = places[month] {
        groups[place].items.append(number)
      } else {
        places[month] = groups.count
        groups.append(
          ListPlan.Group(
            title: [.text(month == 0 ? words[.monthUnknown] : phrasing.months[month - 1])],
            id: "m\(month)", items: [number]))
      }
    }
    if groups.count == 1, places[0] != nil { groups[0].title = [.text(year)] }
    return groups.sorted {
      $0.id.utf8.count != $1.id.utf8.count ? $0.id.utf8.count < $1.id.utf8.count : $0.id < $1.id
    }
  }

  private func byType(_ events: [Int]) -> [ListPlan.Group] {
    var groups = EventType.allCases.map { type in
      ListPlan.Group(
        title: [.text(words.eventType(type, isPlural: true))], id: "type-" + type.rawValue)
    }
    for number in events {
      if let place = EventType.allCases.firstIndex(of: dossier.events[number].type) {
        groups[place].items.append(number)
      }
    }
    return groups.filter { !$0.items.isEmpty }
  }
}

extension Edition {
  /// Whether every year has a page of its own in the timeline.
  var hasYearPages: Bool { dossier.events.count > TimelinePages.limit }

  /// Where the events of the group `id` of the plan by year begin.
  static func timelinePath(ofGroup id: String) -> SitePath {
    SitePath("timeline/\(id.hasPrefix("y") ? String(id.dropFirst()) : id).md")
  }

  /// Where the events of the year of `date` stand in the timeline.
  func timelineTarget(of date: EDTF?) -> LinkTarget {
    let id = date?.listedYear.map { "y" + EDTF($0).text.lowercased() } ?? "undated"
    return hasYearPages
      ? .page(Self.timelinePath(ofGroup: id)) : .page(.timeline, anchor: id)
  }

  /// At most `count` events with most behind them, in order of time; those without a date only to
  /// fill up.
  func mainEvents(_ count: Int) -> [Int] {
    let weights = dossier.events.indices.map { i in
      let event = dossier.events[i]
      return (
        weight: event.evidence.count + 2 * event.participants.count + event.claims.count
          + 2 * event.figures.count + event.quotations.count + index.parts[i].count, i
      )
    }
    let isDated = dossier.events.map { $0.when.edtf != nil }
    return weights.sorted { a, b in
      if isDated[a.1] != isDated[b.1] { return isDated[a.1] }
      return a.weight != b.weight ? a.weight > b.weight : a.1 < b.1
    }
    .prefix(count).map(\.1).sorted()
  }

  /// From when to when the events reach, as a sentence; empty if none has a date.
  var eventPeriod: String {
    let dates = dossier.events.compactMap(\.when.edtf)
    guard let first = dates.compactMap(\.listedYear).min(by: { $0.earliest < $1.earliest }),
      let last = dates.compactMap({ EDTF($0.dates.last ?? first).listedYear })
        .max(by: { $0.latest < $1.latest })
    else { return "" }
    let period =
      first == last
      ? phrasing.date(EDTF(first)) : phrasing.period(EDTF(from: first, to: last))
    return words(.eventPeriod, ["period": period])
  }

  /// The picture of those of `events` that have a date, in order of time, for the page at `path`;
  /// `nil` if none has.
  func timeline(_ events: [Int], on path: SitePath, width: Double) -> [UInt8]? {
    let dated = events.filter { dossier.events[$0].when.edtf != nil }
    if dated.isEmpty { return nil }
    let figure = TimelineFigure(
      timelineItems(dated, on: path), width: width, words: words, phrasing: phrasing)
    return figure.html(label: words[.timelineLabel])
  }

  /// `events` as items of a timeline, those that are part of another of them inside it.
  func timelineItems(_ events: [Int], on path: SitePath) -> [TimelineItem] {
    let shown = Set(events)
    func container(of number: Int) -> Int? {
      dossier.events[number].partOf.flatMap { index.eventNumber[$0] }
        .flatMap { shown.contains($0) && $0 != number ? $0 : nil }
    }
    // A chain that comes back to itself has no outermost event: it is taken apart.
    func isInside(_ number: Int) -> Bool {
      var (next, steps) = (container(of: number), 0)
      while let outer = next {
        steps += 1
        if outer == number || steps > 16 { return false }
        next = container(of: outer)
      }
      return steps > 0
    }
    var parts: [Int: [Int]] = [:]
    var roots: [Int] = []
    for number in events {
      if isInside(number), let outer = container(of: number) {
        parts[outer, default: []].append(number)
      } else {
        roots.append(number)
      }
    }
    func item(_ number: Int) -> TimelineItem? {
      let event = dossier.events[number]
      guard let date = event.when.edtf else { return nil }
      let chip: Chip? =
        event.contested
        ? .contested : event.status == .occurred ? nil : self.chip(for: event.status)
      let title = titleWithoutDate(of: event)
      var state: [String] = event.contested ? [words[.contested]] : []
      if event.status != .occurred { state.append(words.name(.status, event.status)) }
      let name = [self.date(of: event), title].compactMap { $0 }.joined(separator: ": ")
      return TimelineItem(
        chip: chip, label: (chip.map { $0.sign + " " } ?? "") + title,
        name: name + (state.isEmpty ? "" : " (\(state.joined(separator: ", ")))"),
        target: path.link(to: SitePath.event(event.id).html),
        extent: TimeExtent(
          date, lasts: event.type.isContainer || event.when.duration != nil),
        parts: (parts[number] ?? []).compactMap(item))
    }
    return roots.compactMap(item)
  }
}
