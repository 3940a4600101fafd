import DossierModel

/// The page of an event: who did what, where and when, and who says so.
struct EventPage {
  private let edition: Edition
  private let number: Int
  private let event: Event
  private let path: SitePath
  private let told: Accounts
  /// Where the claims and quotations of the page stand, by article.
  private let shownSpans: [Article.ID: [TextSpan]]

  private var words: Words { edition.words }
  private var phrasing: any Phrasing { edition.phrasing }
  private var dossier: Dossier { edition.dossier }

  /// The page of the event at `number`.
  init(_ edition: Edition, number: Int) {
    (self.edition, self.number) = (edition, number)
    event = edition.dossier.events[number]
    path = .event(event.id)
    told = Accounts(edition, of: event)
    shownSpans = Self.shownSpans(edition, event)
  }

  /// The page, composed.
  func page() -> Page {
    var contents = PageContents(path: path)
    contents.fill("title", line: [.text(event.title)])
    contents.fill("crumbs", crumbs)
    contents.fill("chips", edition.chips(chips))
    contents.fill("facts", [facts])
    contents.fill("compared", compared)
    contents.fill("accounts", told.blocks)
    contents.fill(event.contests.isEmpty ? "versions" : "others", versions + allStatements)
    for section in sections { contents.fill(section.name, section.blocks(on: path, edition)) }
    contents.fill("parts", parts)
    contents.fill("gaps", gaps)
    let maps = Maps(edition)
    if let figure = maps.figure(ofEvent: number, on: path) {
      contents.fill(
        "map", figure: figure.html, [.bullets(figure.locations.map { maps.item($0) })])
    }
    contents.fill("neighbours", neighbours)
    contents.fill("sources", sources)
    contents.fill("cite", cite)
    contents.fill(
      "note", edition.note(event.editorial) + edition.corrections(of: .event(event.id)))
    contents.fill("read", read)
    return edition.page(
      path, .event, frame: .event, title: event.title, contents, description: description,
      frontMatter: frontMatter)
  }

  private var frontMatter: FrontMatter {
    var matter = FrontMatter()
    matter.add("title", event.title)
    matter.add("kind", "event")
    matter.add("id", event.id.rawValue)
    matter.add("type", event.type.rawValue)
    matter.add("status", event.status.rawValue)
    matter.add("date", event.when.edtf?.text)
    matter.add("contested", .boolean(event.contested))
    return matter
  }

  private var description: String {
    let places = event.places.compactMap { edition.index.locationNumber[$0.location] }
      .map(edition.name(ofLocation:))
    return ([words.eventType(event.type), edition.date(of: event)].compactMap { $0 } + places)
      .joined(separator: ", ") + ". " + edition.coverage
  }

  // MARK: Head

  private var crumbs: [Block] {
    var steps: [Inline] = [.link(words[.navEvents], to: .page(.events))]
    if let date = event.when.edtf, let year = date.listedYear {
      steps.append(
        .link(phrasing.date(EDTF(year)), to: edition.timelineTarget(of: date)))
      if year.unspecifiedYearDigits == 0, let month = date.dates.first?.month,
        (1...12).contains(month)
      {
        steps.append(.text(phrasing.months[month - 1]))
      }
    } else {
      steps.append(.text(words.eventType(event.type)))
    }
    return edition.crumbs(steps)
  }

  private var chips: [Inline] {
    let statuses = told.statuses
    var chips: [Inline] =
      event.editorial?.keys.contains("status") == true || statuses.count < 2
      ? [.chip(edition.chip(for: event.status), status(event.status, in: articles))]
      : statuses.map { .chip(edition.chip(for: $0.status), status($0.status, in: $0.articles)) }
    if event.contested { chips.append(.chip(.contested, words[.contested])) }
    if event.when.basis == .editor { chips.append(.chip(.editor, words[.dateByEditor])) }
    if let editorial = event.editorial, editorial.keys.contains(where: { $0 != "date" }) {
      chips.append(.chip(.editor, words[.byEditor]))
    }
    switch event.review {
    case .accepted: chips.append(.chip(.editor, words[.reviewAccepted]))
    case .conflict: chips.append(.chip(.contested, words[.reviewConflict]))
    case .workNeeded: chips.append(.chip(.open, words[.reviewWorkNeeded]))
    case .none: break
    }
    return chips
  }

  /// What `articles` tell the event as, and who does: never a bare "happened".
  private func status(_ status: EventStatus, in articles: [Article.ID]) -> String {
    let name = words.name(.status, status)
    let teller =
      articles.count == 1
      ? articles.first.flatMap { edition.article($0)?.article.publisher }
        ?? words[.publisherUnknownShort]
      : words.count(articles.count, .articles, phrasing)
    switch status {
    case .occurred: return words(.statusBy, ["status": name, "source": teller])
    case .alleged:
      var names: [String] = []
      for actor in claimants(in: articles) {
        let isNamed = actor.kind != .anonymous
        let name = phrasing.by(
          isNamed ? actor.name : words[.unnamedSource], article: isNamed ? actor.article : nil)
        if !names.contains(name) { names.append(name) }
      }
      return names.isEmpty || names.count > 2
        ? name : words(.allegedBy, ["source": phrasing.list(names)])
    case .denied, .planned, .hypothetical:
      return told.statuses.count < 2
        ? name : words(.statusIn, ["status": name, "source": teller])
    }
  }

  /// Who claims in `articles` that it happened, in the order of their names.
  private func claimants(in articles: [Article.ID]) -> [Actor] {
    var claimants: [Actor.ID] = []
    for number in event.claims.compactMap({ edition.index.claimNumber[$0] }) {
      let claim = dossier.claims[number]
      guard claim.kind != .denial, claim.kind != .noComment,
        articles.contains(claim.passage.article)
      else { continue }
      claimants += claim.claimants.filter { !claimants.contains($0) }
    }
    return edition.byName(claimants).compactMap(edition.actor)
  }

  /// The articles that tell the event, by date of publication where the accounts say so.
  private var articles: [Article.ID] {
    var seen: Set<Article.ID> = []
    return (told.articles + event.evidence.sorted(by: edition.precedes).map(\.article))
      .filter { seen.insert($0).inserted }
  }

  // MARK: Facts

  private var facts: Block {
    var facts: [[Inline]?] = [
      edition.fact(.factType, [.text(words.eventType(event.type))]),
      edition.fact(.factWhen, when(event.when, of: event)),
    ]
    if let duration = event.when.duration.flatMap(phrasing.duration) {
      facts.append(edition.fact(.factDuration, [.text(duration)]))
    }
    facts.append(edition.fact(.factWhere, places))
    for role in ParticipantRole.allCases {
      let actors = event.participants.filter { $0.role == role }.map(\.actor)
      if actors.isEmpty { continue }
      facts.append(
        edition.fact(
          words.role(role, count: actors.count),
          edition.enumeration(edition.byName(actors).map(edition.link))))
    }
    facts.append(edition.fact(.factPartOf, event.partOf.map { [edition.link($0)] } ?? []))
    facts.append(edition.fact(.factToldBy, toldBy))
    return edition.facts(facts)
  }

  /// A date in words, with the words of the text and how they were understood.
  private func when(_ when: Event.When, of event: Event) -> [Inline] {
    var inlines: [Inline] = []
    if when.edtf != nil, let date = edition.date(of: event) {
      inlines.append(.text(date))
    } else {
      inlines.append(.chip(.open, words[.dateUnknown]))
    }
    var basis: [Inline] = []
    if let literal = when.literal?.collapsed, !literal.isEmpty {
      let quoted = phrasing.quoted(literal)
      basis.append(
        when.passage.map { .link(quoted, to: edition.target($0)) } ?? .text(quoted))
    }
    if when.edtf != nil {
      if !basis.isEmpty { basis.append(", ") }
      basis.append(.text(words.name(.dateBasis, when.basis)))
    }
    if !basis.isEmpty { inlines += [" ", .emphasis([.text("(")] + basis + [.text(")")])] }
    return inlines
  }

  private var places: [Inline] {
    let sorted = event.places.map(\.location).sorted { edition.rank($0) < edition.rank($1) }
    return edition.enumeration(sorted.map(edition.link)) + precision(of: sorted)
  }

  /// How exactly the places are known, where none is a settlement.
  private func precision(of places: [Location.ID]) -> [Inline] {
    let finest = places.compactMap { edition.location($0)?.precision }.min() ?? 1
    guard finest > 1, let words = words.precision(finest) else { return [] }
    return [" ", .emphasis([.text("(\(words))")])]
  }

  private var toldBy: [Inline] {
    let articles = self.articles
    let publishers = articles.map { id in
      var inlines: [Inline] = [.link(edition.source(id), to: .page(.article(id)))]
      if edition.isMachineTranslated(id) {
        inlines.append(.emphasis([.text(" (\(words[.machineTranslatedShort]))")]))
      }
      return inlines
    }
    if articles.count == 1 { return publishers[0] }
    return [.text(words.count(articles.count, .articles, phrasing) + ": ")]
      + publishers.enumerated().flatMap { i, inlines in i == 0 ? inlines : ["; "] + inlines }
  }

  // MARK: What is said

  /// The versions of those who differ, side by side.
  private var compared: [Block] {
    if event.contests.isEmpty { return [] }
    return edition.contests(of: event, level: 3) + [
      .paragraph([
        .link(
          words[.allVersions],
          to: .page(edition.versionsPath(of: number), anchor: VersionsPages.anchor(of: event)))
      ])
    ]
  }

  /// What each says who is not among those that differ, in an order that no side can object to: by
  /// date, then by name.
  private var versions: [Block] {
    let contested = Set(event.contests.flatMap(\.claims))
    let claims = event.claims.filter { !contested.contains($0) }
      .compactMap { edition.index.claimNumber[$0] }.map { dossier.claims[$0] }
    return edition.cards(of: claims, level: 3)
  }

  /// How many claims stand side by side before a list has all of them.
  private static let sideBySide = 40

  /// All statements about the event, for those that do not fit the page.
  private var statements: LongSection {
    edition.section(
      "statements", title: .headVersions,
      claims: event.claims.compactMap { edition.index.claimNumber[$0] }, leavingOut: .events)
  }

  /// The way to all statements, if there are more than fit the page.
  private var allStatements: [Block] {
    let count = event.claims.count
    if count <= Self.sideBySide { return [] }
    let name = words(
      .allStatements, ["claims": words.count(count, .claims, phrasing)])
    return [.paragraph([.link(name, to: .page(statements.list(of: path)))])]
  }

  /// What may be long on a page.
  private var sections: [LongSection] {
    let passages = edition.outermost(event.evidence).filter { !isShownElsewhere($0) }
      .sorted(by: edition.precedes)
    return [
      LongSection(
        name: "passages", title: words[.headPassages], items: Array(passages.indices),
        date: { edition.article(passages[$0].article)?.article.published },
        entries: { numbers in edition.evidence(numbers.map { passages[$0] }) }),
      LongSection(
        name: "figures", title: words[.headFigures],
        items: event.figures.compactMap { edition.index.claimNumber[$0] },
        date: { edition.day(of: dossier.claims[$0]) }, entries: figures),
      edition.section(
        "quotations", title: .headQuotations,
        quotations: event.quotations.compactMap { edition.index.quotationNumber[$0] },
        leavingOut: .events),
    ]
  }

  /// Whether a claim or a quotation on the page has the words of `passage` already.
  private func isShownElsewhere(_ passage: Passage) -> Bool {
    shownSpans[passage.article]?.contains { $0.contains(passage.span) } ?? false
  }

  /// Where the claims and quotations of the page stand, by article.
  private static func shownSpans(
    _ edition: Edition, _ event: Event
  ) -> [Article.ID: [TextSpan]] {
    let claims = event.claims.prefix(sideBySide).compactMap { edition.index.claimNumber[$0] }
      .map { edition.dossier.claims[$0] }.filter { $0.figure == nil }.map(\.passage)
    let quotations = event.quotations.compactMap { edition.index.quotationNumber[$0] }
      .map { edition.dossier.quotations[$0].passage }
    return Dictionary(grouping: claims + quotations, by: \.article).mapValues { $0.map(\.span) }
  }

  /// The lists of what does not fit the page.
  var lists: [PlannedPage] {
    sections.flatMap { $0.pages(of: path, named: event.title, edition) }
      + statements.pages(of: path, named: event.title, over: Self.sideBySide, edition)
  }

  /// The numbers that are claimed, by the day they speak for, each with who claims it and where that
  /// is written; one that goes beyond an earlier one is an update.
  private func figures(_ numbers: [Int]) -> [Block] {
    let claims = numbers.map { dossier.claims[$0] }
    let rows: [[[Inline]]] = claims.enumerated().compactMap { place, claim in
      guard let figure = claim.figure else { return nil }
      var said = [edition.claimants(of: claim), edition.chain(claim.chain)]
      if let day = claim.asOf { said.append([.text(words(.asOf, ["date": phrasing.date(day)]))]) }
      if claim.modality == .conditional { said.append([.text(words[.conditional])]) }
      if claims[..<place].suffix(20).contains(where: { edition.isUpdate(claim, of: $0) }) {
        said.append([.text(words[.update])])
      }
      said.append([edition.source(claim.passage, tellsTranslation: true)])
      return [
        [.text(edition.counted(figure))], [.text(edition.quantity(figure))], edition.row(said),
      ]
    }
    if rows.isEmpty { return [] }
    return [
      .table(
        header: [Word.figureWhat, .figureHowMany, .figureWho].map { [.text(words[$0])] },
        rows: rows)
    ]
  }

  // MARK: Around it

  private var parts: [Block] {
    let parts = edition.index.parts[number]
    return parts.isEmpty ? [] : [.bullets(parts.map { edition.item(dossier.events[$0]) })]
  }

  /// What nobody says: silence would look like completeness.
  private var gaps: [Block] {
    var gaps: [String] = []
    if event.when.edtf == nil { gaps.append(words[.gapDate]) }
    if event.places.isEmpty { gaps.append(words[.gapPlace]) }
    if event.participants.isEmpty { gaps.append(words[.gapParticipants]) }
    let figures = event.figures.compactMap { edition.index.claimNumber[$0] }
      .compactMap { dossier.claims[$0].figure }
    if figures.contains(where: { phrasing.quantity($0) == nil }) {
      gaps.append(words[.gapFigure])
    } else if figures.isEmpty, event.type.isViolence {
      gaps.append(words[.gapNoFigure])
    }
    let unattributed = event.quotations.compactMap { edition.index.quotationNumber[$0] }
      .count { dossier.quotations[$0].speakers.isEmpty }
    if unattributed > 0 { gaps.append(words[.gapSpeaker]) }
    let articles = self.articles.compactMap { edition.article($0)?.article }
    if articles.contains(where: { $0.publisher == nil }) { gaps.append(words[.gapPublisher]) }
    if articles.contains(where: { $0.published == nil }) { gaps.append(words[.gapPublished]) }
    return gaps.isEmpty ? [] : [.bullets(gaps.map { [.text($0)] })]
  }

  /// What happened before and after to the same actors or in the same places.
  private var neighbours: [Block] {
    guard event.when.edtf != nil else { return [] }
    var before: Set<Int> = []
    var after: Set<Int> = []
    func collect(_ events: [Int]) {
      var (low, high) = (0, events.count)
      while low < high {
        let middle = (low + high) / 2
        if events[middle] < number { low = middle + 1 } else { high = middle }
      }
      before.formUnion(events[max(0, low - 3)..<low])
      let next = low < events.count && events[low] == number ? low + 1 : low
      after.formUnion(events[next..<min(events.count, next + 3)])
    }
    for part in event.participants {
      if let actor = edition.index.actorNumber[part.actor] {
        collect(edition.index.actors[actor].events)
      }
    }
    for place in event.places {
      if let location = edition.index.locationNumber[place.location] {
        collect(edition.index.locations[location].events)
      }
    }
    let isDated = { (i: Int) in dossier.events[i].when.edtf != nil }
    let shown =
      Array(before.filter(isDated).sorted().suffix(3)) + [number]
      + Array(after.filter(isDated).sorted().prefix(3))
    if shown.count < 2 { return [] }
    return [
      .bullets(
        shown.map { i in
          let other = dossier.events[i]
          let date: Inline = .emphasis([.text(edition.date(of: other) ?? words[.undated])])
          return i == number
            ? [date, " ", .strong([.text(words[.thisEvent])])]
            : [
              date, " ",
              .link(edition.titleWithoutDate(of: other), to: .page(.event(other.id))),
            ]
        })
    ]
  }

  private var sources: [Block] {
    [
      .bullets(
        articles.map { id in
          [edition.link(id), .text(" · " + edition.source(id))]
        })
    ]
  }

  /// How little was read, and whose words it is.
  private var read: [Block] {
    let quotations = event.quotations.compactMap { edition.index.quotationNumber[$0] }
    return [.paragraph(edition.coverage)]
      + edition.lines(of: SpeechShares(of: quotations, edition), limit: 6)
  }

  private var cite: [Block] {
    [
      .paragraph(
        words(.citePage, ["title": event.title, "dossier": phrasing.quoted(dossier.title)]))
    ]
  }
}
