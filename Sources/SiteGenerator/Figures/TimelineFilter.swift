import DossierModel

/// The filters of the timeline: a form that a script shows, and the data that it loads on first use.
///
/// A value of a filter that occurs in few shards names them, so that a filter reads no more than it
/// needs.
struct TimelineFilter: Sendable {
  /// How many events one shard holds.
  private static let shardSize = 500
  /// A value names its shards unless it occurs in more.
  private static let namedShards = 12

  private let edition: Edition

  private var words: Words { edition.words }
  private var dossier: Dossier { edition.dossier }

  /// The filters of `edition`.
  init(_ edition: Edition) { self.edition = edition }

  // MARK: Form

  /// The form, hidden until the script shows it; `isWhole` if the page has all events.
  func html(isWhole: Bool) -> [UInt8] {
    var out = Drawing()
    out.open(
      "div",
      [
        "class": "filters", "hidden": "hidden", "data-timeline": .text(isWhole ? "whole" : "part"),
      ])
    out.element(
      "button",
      ["type": "button", "aria-expanded": "false", "aria-controls": "timeline-filter"],
      text: words[.filterOpen])
    out.open(
      "form",
      ["id": "timeline-filter", "hidden": "hidden", "aria-label": .text(words[.filterLabel])])
    let fields: [(String, Word)] = [
      ("type", .filterType), ("actor", .filterActor), ("place", .filterPlace),
      ("article", .filterArticle),
    ]
    for (name, word) in fields {
      out.open("label")
      out.text(words[word] + " ")
      out.open("select", ["name": .text(name)])
      out.element("option", ["value": ""], text: words[.filterAny])
      out.close("select")
      out.close("label")
    }
    out.element("button", ["type": "reset"], text: words[.filterReset])
    out.close("form")
    out.element("p", ["role": "status"], text: "")
    out.open("div", ["class": "results"])
    out.close("div")
    out.close("div")
    out.newline()
    return out.bytes
  }

  // MARK: Data

  /// Where an event can be found: its places in the lists of the filters.
  private struct Keys {
    var actors: [Int]
    var places: [Int]
    var articles: [Int]
  }

  private func keys(of event: Event) -> Keys {
    func numbers<ID: Hashable>(_ ids: [ID], _ numbers: [ID: Int]) -> [Int] {
      Set(ids.compactMap { numbers[$0] }).sorted()
    }
    return Keys(
      actors: numbers(event.participants.map(\.actor), edition.index.actorNumber),
      places: numbers(event.places.map(\.location), edition.index.locationNumber),
      articles: numbers(event.evidence.map(\.article), edition.index.articleNumber))
  }

  /// What can be chosen in a filter: its value, its words, how many events, in which shards.
  private struct Choice {
    var count = 0
    var shards: [Int] = []

    mutating func add(shard: Int) {
      count += 1
      if shards.last != shard, shards.count <= TimelineFilter.namedShards { shards.append(shard) }
    }

    /// Id, name, how many events, its number in the events' lists, its shards if they are few.
    func value(id: String, name: String, number: Int = -1) -> ScriptValue {
      let named = shards.count <= TimelineFilter.namedShards ? ScriptValue.numbers(shards) : .none
      return .list([.text(id), .text(name), .number(count), .number(number), named])
    }
  }

  /// The files: the names of the filters' values, and the events in order of time.
  var files: [SiteFile] {
    if dossier.events.isEmpty { return [] }
    func file(_ name: String, _ value: @escaping @Sendable () -> ScriptValue) -> SiteFile {
      SiteFile(SitePath("search/timeline/\(name).js")) {
        ScriptFile.bytes("timeline/\(name)", value())
      }
    }
    return [file("names") { names }]
      + (0..<shardCount).map { number in file("\(number + 1)") { shard(number) } }
  }

  private var shardCount: Int { (dossier.events.count + Self.shardSize - 1) / Self.shardSize }

  private func shard(_ number: Int) -> ScriptValue {
    let start = number * Self.shardSize
    let range = start..<min(dossier.events.count, start + Self.shardSize)
    return .list(range.map { entry(dossier.events[$0]) })
  }

  /// What the script needs of an event: id, date, title, type, the filters' values, year, state.
  private func entry(_ event: Event) -> ScriptValue {
    let keys = keys(of: event)
    var state: [ScriptValue] = []
    if event.contested {
      state += [.text(Chip.contested.rawValue), .text(words[.contested])]
    }
    if event.status != .occurred {
      let chip = edition.chip(for: event.status)
      state += [.text(chip.rawValue), .text(words.name(.status, event.status))]
    }
    let year = event.when.edtf?.listedYear.map { edition.phrasing.date(EDTF($0)) }
    return .list([
      .text(event.id.rawValue), .text(edition.date(of: event) ?? words[.undated]),
      .text(edition.titleWithoutDate(of: event)), .text(event.type.rawValue),
      .numbers(keys.actors), .numbers(keys.places), .numbers(keys.articles),
      .text(year ?? words[.undatedGroup]), .list(state),
    ])
  }

  private var names: ScriptValue {
    var types: [EventType: Choice] = [:]
    var actors: [Int: Choice] = [:]
    var places: [Int: Choice] = [:]
    var articles: [Int: Choice] = [:]
    for (i, event) in dossier.events.enumerated() {
      let shard = i / Self.shardSize
      let keys = keys(of: event)
      types[event.type, default: Choice()].add(shard: shard)
      for key in keys.actors { actors[key, default: Choice()].add(shard: shard) }
      for key in keys.places { places[key, default: Choice()].add(shard: shard) }
      for key in keys.articles { articles[key, default: Choice()].add(shard: shard) }
    }
    let index = edition.index
    let byName = { (type: EventType) in
      (LatinFold.fold(words.eventType(type, isPlural: true)), type.rawValue)
    }
    return .fields([
      ("shards", .number(shardCount)),
      (
        "type",
        .list(
          types.sorted { byName($0.key) < byName($1.key) }.map { type, choice in
            choice.value(id: type.rawValue, name: words.eventType(type, isPlural: true))
          })
      ),
      (
        "actor",
        .list(
          actors.sorted { index.actors[$0.key].rank < index.actors[$1.key].rank }
            .map { number, choice in
              let actor = dossier.actors[number]
              return choice.value(id: actor.id.rawValue, name: actor.name, number: number)
            })
      ),
      (
        "place",
        .list(
          places.sorted { index.locations[$0.key].rank < index.locations[$1.key].rank }
            .map { number, choice in
              let place = dossier.locations[number]
              return choice.value(id: place.id.rawValue, name: place.name, number: number)
            })
      ),
      (
        "article",
        .list(
          index.articlesByDate.compactMap { number in
            articles[number].map { choice in
              let id = dossier.articles[number].article.id
              let title = Excerpt.head(of: Array(edition.title(of: id).utf8)[...], limit: 90)
              return choice.value(
                id: id.rawValue, name: title + " · " + edition.source(id), number: number)
            }
          })
      ),
    ])
  }
}

extension ScriptValue {
  /// A list of integers.
  fileprivate static func numbers(_ numbers: [Int]) -> ScriptValue {
    .list(numbers.map { .number($0) })
  }
}
