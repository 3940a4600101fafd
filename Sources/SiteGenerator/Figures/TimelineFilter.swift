import DossierModel

/// The filters of the timeline: a form that a script shows, and the data that it loads on first use.
///
/// The data are classic scripts, `dossierShard(name, value)`, because a page that is opened from disk
/// may load nothing else. A value of a filter that occurs in few shards names them, so that a
/// filter reads no more than it needs.
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
        "data-one": .text(words.text(forKey: "events.one") ?? ""),
        "data-many": .text(words.text(forKey: "events.many") ?? ""),
        "data-none": .text(words[.filterNone]), "data-more": .text(words[.filterMore]),
        "data-loading": .text(words[.filterLoading]), "data-failed": .text(words[.filterFailed]),
        "data-thousand": .text(edition.phrasing.number(1000)),
        "data-undated": .text(words[.undatedGroup]),
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
  }

  /// The files: the names of the filters' values, and the events in order of time.
  var files: [SiteFile] {
    if dossier.events.isEmpty { return [] }
    let count = (dossier.events.count + Self.shardSize - 1) / Self.shardSize
    let shards = (0..<count).map { number in
      SiteFile(SitePath("data/timeline/\(number + 1).js")) { shard(number) }
    }
    return [SiteFile(SitePath("data/timeline/names.js")) { names }] + shards
  }

  private func shard(_ number: Int) -> [UInt8] {
    let start = number * Self.shardSize
    var out = ShardWriter(name: "timeline/\(number + 1)")
    out.array(start..<min(dossier.events.count, start + Self.shardSize), lines: true) { out, i in
      let event = dossier.events[i]
      let keys = keys(of: event)
      out.array {
        $0.string(event.id.rawValue)
        $0.string(edition.date(of: event) ?? words[.undated])
        $0.string(edition.titleWithoutDate(of: event))
        $0.string(event.type.rawValue)
        $0.integers(keys.actors)
        $0.integers(keys.places)
        $0.integers(keys.articles)
        $0.string(event.when.edtf?.listedYear.map { edition.phrasing.date(EDTF($0)) } ?? "")
        $0.array {
          if event.contested {
            $0.string(Chip.contested.rawValue)
            $0.string(words[.contested])
          }
          if event.status != .occurred {
            $0.string(edition.chip(for: event.status).rawValue)
            $0.string(words.name(.status, event.status))
          }
        }
      }
    }
    return out.finished
  }

  private var names: [UInt8] {
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
    var out = ShardWriter(name: "timeline/names")
    out.object {
      $0.key("shards")
      $0.integers([(dossier.events.count + Self.shardSize - 1) / Self.shardSize])
      $0.key("type")
      let sorted = types.map {
        (words.eventType($0.key, isPlural: true), $0.key.rawValue, $0.value)
      }
      .sorted { (LatinFold.fold($0.0), $0.1) < (LatinFold.fold($1.0), $1.1) }
      $0.array(sorted, lines: true) { Self.write($1.2, 0, $1.1, $1.0, &$0) }
      $0.key("actor")
      let byName = actors.sorted {
        edition.index.actors[$0.key].rank < edition.index.actors[$1.key].rank
      }
      $0.array(byName, lines: true) {
        let actor = dossier.actors[$1.key]
        Self.write($1.value, $1.key, actor.id.rawValue, actor.name, &$0)
      }
      $0.key("place")
      let byPlace = places.sorted {
        edition.index.locations[$0.key].rank < edition.index.locations[$1.key].rank
      }
      $0.array(byPlace, lines: true) {
        let place = dossier.locations[$1.key]
        Self.write($1.value, $1.key, place.id.rawValue, place.name, &$0)
      }
      $0.key("article")
      $0.array(edition.index.articlesByDate.filter { articles[$0] != nil }, lines: true) {
        let id = dossier.articles[$1].article.id
        let name =
          Excerpt.head(of: Array(edition.title(of: id).utf8)[...], limit: 90) + " · "
          + edition.source(id)
        Self.write(articles[$1] ?? Choice(), $1, id.rawValue, name, &$0)
      }
    }
    return out.finished
  }

  private static func write(
    _ choice: Choice, _ number: Int, _ id: String, _ name: String, _ out: inout ShardWriter
  ) {
    out.array {
      $0.string(id)
      $0.string(name)
      $0.integers([choice.count, number])
      if choice.shards.count <= namedShards { $0.integers(choice.shards) }
    }
  }
}
