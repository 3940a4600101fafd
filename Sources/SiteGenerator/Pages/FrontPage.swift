import DossierModel

/// The front page: what this dossier is, what it knows and how it is read.
struct FrontPage {
  private let edition: Edition

  private var words: Words { edition.words }
  private var phrasing: any Phrasing { edition.phrasing }
  private var dossier: Dossier { edition.dossier }

  /// How many of each kind the front page shows.
  private static let shown = 8

  /// The front page of `edition`.
  init(_ edition: Edition) { self.edition = edition }

  /// The page, composed.
  func page() -> Page {
    var contents = PageContents(path: .index)
    contents.fill("title", line: [.text(dossier.title)])
    contents.fill("coverage", line: [.text(edition.coverage)])
    contents.fill("summary", line: [.text(edition.eventPeriod)])
    contents.fill("numbers", [numbers])
    fillMap(&contents)
    if let picture = edition.timeline(
      edition.mainEvents(Self.shown), on: .index, width: Drawing.column)
    {
      contents.fill("events", figure: picture, named: "timeline", follows: true, mainEvents)
    } else {
      contents.fill("events", mainEvents)
    }
    contents.fill("kinds", kinds)
    contents.fill("contested", contested)
    contents.fill("voices", voices)
    contents.fill("sources", sources)
    contents.fill(
      "coverageLink", [.paragraph([.link(words[.coverageAll], to: .page(.coverage))])])
    contents.fill("legend", legend)
    var matter = FrontMatter()
    matter.add("title", dossier.title)
    matter.add("kind", "index")
    return edition.page(
      .index, .index, frame: .index, title: dossier.title, contents,
      description: edition.coverage, frontMatter: matter)
  }

  /// Where most of the events happened, with the places of the most of them.
  private func fillMap(_ contents: inout PageContents) {
    let maps = Maps(edition)
    guard let theatre = maps.theatres.first else { return }
    let figure = maps.figure(theatre, on: .index, prefix: "map", limit: 24)
    contents.fill(
      "map", figure: figure.html,
      [
        .bullets(figure.locations.prefix(Self.shown).map { maps.item($0) }),
        .paragraph([.link(words[.mapMore], to: .page(.map))]),
      ])
  }

  private var numbers: Block {
    let entries: [(Words.Noun, Int, SitePath)] = [
      (.articles, dossier.articles.count, .articles), (.events, dossier.events.count, .events),
      (.actors, dossier.actors.count, .actors),
      (.locations, dossier.locations.count, .locations),
      (.quotations, dossier.quotations.count, .quotations),
    ]
    return .region(
      .div, class: "numbers",
      [
        .bullets(
          entries.map { noun, count, path in
            [
              .link(
                [
                  .strong([.text(phrasing.number(count))]),
                  .text(" " + words.noun(noun, isPlural: count != 1)),
                ], to: .page(path))
            ]
          })
      ])
  }

  /// The events with most behind them, in order of time.
  private var mainEvents: [Block] {
    let main = edition.mainEvents(Self.shown)
    if main.isEmpty { return [] }
    let items: Block = .bullets(main.map { edition.item(dossier.events[$0]) })
    if main.count == dossier.events.count { return [items] }
    let all = words(.allEvents, ["events": words.count(dossier.events.count, .events, phrasing)])
    return [items, .paragraph([.link(all, to: .page(.timeline))])]
  }

  /// What the events are, by type.
  private var kinds: [Block] {
    var counts: [EventType: Int] = [:]
    for event in dossier.events { counts[event.type, default: 0] += 1 }
    if counts.isEmpty { return [] }
    let order = EventType.allCases.enumerated().filter { counts[$0.element] != nil }
      .sorted { a, b in
        let (x, y) = (counts[a.element] ?? 0, counts[b.element] ?? 0)
        return x != y ? x > y : a.offset < b.offset
      }.map(\.element)
    let plan = IndexPages(edition).events
    let pages = Dictionary(
      uniqueKeysWithValues: zip(plan.groups.map(\.id), plan.firstPages.map(plan.path(ofPage:))))
    return [
      .bullets(
        order.map { type in
          let count = counts[type] ?? 0
          return [
            .link(
              words.eventType(type, isPlural: count != 1),
              to: .page(pages[type.rawValue] ?? .events, anchor: type.rawValue)), " ",
            .strong([.text(phrasing.number(count))]),
          ]
        })
    ]
  }

  private var contested: [Block] {
    let events = dossier.events.indices.filter { dossier.events[$0].contested }
    if events.isEmpty { return [] }
    return [
      .bullets(
        events.prefix(Self.shown).map { number -> [Inline] in
          let event = dossier.events[number]
          var item = edition.item(event, isAmongContested: true)
          if let matters = edition.matters(of: event) {
            item += [" ", .emphasis([.text(matters)])]
          }
          return item
        }),
      .paragraph([.link(words[.allVersions], to: .page(.versions))]),
    ]
  }

  /// Whose words the dossier has, and how much of them is whose.
  private var voices: [Block] {
    let shares = SpeechShares(of: dossier.quotations.indices, edition)
    let table = edition.table(of: shares, limit: Self.shown)
    return table.isEmpty
      ? [] : table + [.paragraph([.link(words[.allQuotations], to: .page(.quotations))])]
  }

  private var sources: [Block] {
    let numbers = dossier.articles.indices
    if numbers.count > 2 * Self.shown {
      var counts: [String: Int] = [:]
      for record in dossier.articles {
        counts[record.article.publisher ?? words[.publisherUnknown], default: 0] += 1
      }
      let order = counts.sorted {
        $0.value != $1.value
          ? $0.value > $1.value : $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
      }
      return [
        .bullets(
          order.prefix(2 * Self.shown).map { name, count in
            [.text(name + " · " + words.count(count, .articles, phrasing))]
          }),
        .paragraph([.link(words[.allSources], to: .page(.articles))]),
      ]
    }
    let pages = IndexPages(edition)
    return edition.index.articlesByDate.map(pages.articleEntry)
  }

  /// What the five signs mean, and where more is said of it.
  private var legend: [Block] {
    let entries: [(Chip, Word, Word)] = [
      (.stated, .legendStated, .legendStatedText), (.alleged, .legendAlleged, .legendAllegedText),
      (.contested, .legendContested, .legendContestedText),
      (.editor, .legendEditor, .legendEditorText), (.open, .legendOpen, .legendOpenText),
    ]
    return [
      .bullets(
        entries.map { chip, name, text in
          [.chip(chip, words[name]), .text(" " + words[text])]
        }),
      .paragraph([.link(words[.readingLink], to: .page(.reading))]),
    ]
  }
}
