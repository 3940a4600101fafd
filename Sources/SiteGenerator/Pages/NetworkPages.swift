import DossierModel

/// The network of actors: who met, accused, attacked, mediated for and quoted whom, as a picture of the
/// strongest ties and a table of all.
struct NetworkPages: Sendable {
  /// How many actors and pairs the picture shows.
  private static let shownActors = 45
  private static let shownPairs = 90
  /// How much of what shows a tie is named in the table.
  private static let shownEvidence = 3

  private let edition: Edition

  private var words: Words { edition.words }
  private var phrasing: any Phrasing { edition.phrasing }
  private var dossier: Dossier { edition.dossier }
  private var ties: Ties { edition.ties }

  /// The network of `edition`.
  init(_ edition: Edition) { self.edition = edition }

  /// The pages: one, and more of them if the table is long.
  var pages: [PlannedPage] {
    let plan = ListPlan(
      path: .network,
      groups: Tie.Kind.allCases.map { kind in
        ListPlan.Group(
          title: [.text(words.name(.tieKind, kind))], id: kind.rawValue,
          items: ties.all.indices.filter { ties.all[$0].kind == kind })
      }.filter { !$0.items.isEmpty }, limit: 150)
    var list = ListPages(
      edition: edition, plan: plan, frame: .network, title: words[.navNetwork], summary: summary,
      entries: table)
    list.figure = ("network", { number in number == 0 ? picture : nil })
    list.figureFollows = false
    return list.pages
  }

  private var summary: String {
    if ties.all.isEmpty { return words[.networkNone] }
    let shown = strongest
    let actors = ties.ofActor.count
    return words(
      shown.nodes.count < actors ? .networkSome : .networkAll,
      ["actors": words.count(actors, .actors, phrasing), "shown": phrasing.number(shown.nodes.count)])
  }

  // MARK: Table

  private func table(_ numbers: ArraySlice<Int>) -> [Block] {
    guard let kind = numbers.first.map({ ties.all[$0].kind }) else { return [] }
    let heads: [Word] = [.tieWho, kind.isDirected ? .tieToWhom : .tieWithWhom, .tieEvidence]
    return [
      .table(
        header: heads.map { [.text(words[$0])] },
        rows: numbers.map { number in
          let tie = ties.all[number]
          return [
            [edition.link(dossier.actors[tie.from].id)], [edition.link(dossier.actors[tie.to].id)],
            evidence(of: tie),
          ]
        })
    ]
  }

  private func evidence(of tie: Tie) -> [Inline] {
    var shown = tie.evidence.prefix(Self.shownEvidence).map(inline)
    let rest = tie.evidence.count - shown.count
    if rest > 0 { shown.append([.text(words(.tieMore, ["n": phrasing.number(rest)]))]) }
    return edition.row(shown)
  }

  private func inline(_ evidence: Tie.Evidence) -> [Inline] {
    switch evidence {
    case .event(let number):
      let event = dossier.events[number]
      if event.status == .occurred { return [edition.link(event.id)] }
      return [
        edition.link(event.id), " ",
        .chip(edition.chip(for: event.status), words.name(.status, event.status)),
      ]
    case .claim(let number): return [edition.source(dossier.claims[number].passage)]
    case .quotation(let number): return [edition.source(dossier.quotations[number].passage)]
    }
  }

  // MARK: Picture

  /// The actors and ties of the picture.
  private struct Excerpt {
    var nodes: [Int]
    var ties: [Int]
  }

  /// The pairs with most behind them, as many as can be read; unnamed people are only in the table.
  private var strongest: Excerpt {
    struct Pair: Hashable {
      var a: Int
      var b: Int
    }
    var strengths: [Pair: (strength: Int, ties: [Int])] = [:]
    for (number, tie) in ties.all.enumerated() {
      if tie.ends.contains(where: { dossier.actors[$0].kind == .anonymous }) { continue }
      let pair = Pair(a: min(tie.from, tie.to), b: max(tie.from, tie.to))
      strengths[pair, default: (0, [])].strength += tie.evidence.count
      strengths[pair]?.ties.append(number)
    }
    let pairs = strengths.sorted { x, y in
      if x.value.strength != y.value.strength { return x.value.strength > y.value.strength }
      return (x.key.a, x.key.b) < (y.key.a, y.key.b)
    }
    var weights: [Int: Int] = [:]
    var shown: [Int] = []
    var count = 0
    for (pair, value) in pairs where count < Self.shownPairs {
      let new = (weights[pair.a] == nil ? 1 : 0) + (weights[pair.b] == nil ? 1 : 0)
      if weights.count + new > Self.shownActors { continue }
      weights[pair.a, default: 0] += value.strength
      weights[pair.b, default: 0] += value.strength
      shown += value.ties
      count += 1
    }
    let nodes = weights.sorted { x, y in
      if x.value != y.value { return x.value > y.value }
      return edition.index.actors[x.key].rank < edition.index.actors[y.key].rank
    }.map(\.key)
    return Excerpt(nodes: nodes, ties: shown.sorted())
  }

  private var picture: [UInt8]? {
    let shown = strongest
    if shown.nodes.isEmpty { return nil }
    let places = Dictionary(uniqueKeysWithValues: shown.nodes.enumerated().map { ($1, $0) })
    let nodes = shown.nodes.map { number in
      let actor = dossier.actors[number]
      return NetworkFigure.Node(
        name: actor.name, kind: actor.kind,
        description: "\(actor.name), \(words.name(.actorKind, actor.kind).lowercasedFirst)",
        target: SitePath.network.link(to: SitePath.actor(actor.id).html))
    }
    var lines: [NetworkFigure.Line] = []
    for number in shown.ties {
      let tie = ties.all[number]
      guard let from = places[tie.from], let to = places[tie.to] else { continue }
      let description = edition.sentence(of: tie)
      if let back = lines.firstIndex(where: {
        $0.kind == tie.kind && $0.from == to && $0.to == from
      }) {
        lines[back].isMutual = true
        lines[back].count += tie.evidence.count
        lines[back].description += "; " + description
        continue
      }
      lines.append(
        NetworkFigure.Line(
          from: from, to: to, kind: tie.kind, isMutual: false, count: tie.evidence.count,
          description: description))
    }
    return NetworkFigure(nodes, lines, words: words).html(label: words[.networkLabel])
  }
}

extension Edition {
  /// A tie in words: "A ha accusato B: 3".
  func sentence(of tie: Tie) -> String {
    Words.fill(
      words.name(.tieSentence, tie.kind),
      [
        "from": dossier.actors[tie.from].name, "to": dossier.actors[tie.to].name,
        "n": phrasing.number(tie.evidence.count),
      ])
  }
}
