import DossierModel

/// The network of actors: who met, accused, attacked, mediated for and quoted whom, as a picture of the
/// strongest ties and a table of all.
struct NetworkPages: Sendable {
  /// How many actors and pairs the picture shows.
  private static let shownActors = 45
  private static let shownPairs = 90
  /// With more pairs than this the picture shows only the strongest ties of each actor.
  private static let crowd = 60
  private static let strongestEach = 3
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
    let rows = rows
    let plan = ListPlan(
      path: .network,
      groups: Tie.Kind.allCases.map { kind in
        ListPlan.Group(
          title: [.text(words.name(.tieKind, kind))], id: kind.rawValue,
          items: rows.indices.filter { rows[$0].kind == kind })
      }.filter { !$0.items.isEmpty }, limit: 150)
    var list = ListPages(
      edition: edition, plan: plan, frame: .network, title: words[.navNetwork], summary: summary,
      entries: { numbers in table(numbers.map { rows[$0] }) })
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
      [
        "actors": words.count(actors, .actors, phrasing),
        "shown": phrasing.number(shown.nodes.count),
      ])
  }

  // MARK: Table

  /// A row: ties that the same events, claims or quotations show.
  private struct Row {
    var kind: Tie.Kind
    var from: [Int]
    var to: [Int]
    var evidence: [Tie.Evidence]
  }

  /// The ties in rows: of a meeting of five one row, not ten.
  private var rows: [Row] {
    struct Key: Hashable {
      var kind: Tie.Kind
      var from: Int
      var evidence: [Tie.Evidence]
    }
    var order: [Key] = []
    var members: [Key: [Tie]] = [:]
    for tie in ties.all {
      let key = Key(
        kind: tie.kind, from: tie.kind.isDirected ? tie.from : -1, evidence: tie.evidence)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(tie)
    }
    return order.flatMap { key -> [Row] in
      let ties = members[key] ?? []
      func sorted(_ actors: [Int]) -> [Int] {
        Set(actors).sorted { edition.index.actors[$0].rank < edition.index.actors[$1].rank }
      }
      if key.kind.isDirected {
        return [
          Row(kind: key.kind, from: [key.from], to: sorted(ties.map(\.to)), evidence: key.evidence)
        ]
      }
      let all = sorted(ties.flatMap(\.ends))
      if all.count * (all.count - 1) / 2 == ties.count {
        return [Row(kind: key.kind, from: all, to: [], evidence: key.evidence)]
      }
      return ties.map { Row(kind: key.kind, from: $0.ends, to: [], evidence: key.evidence) }
    }
  }

  private func table(_ rows: [Row]) -> [Block] {
    guard let kind = rows.first?.kind else { return [] }
    func names(_ actors: [Int]) -> [Inline] {
      edition.enumeration(actors.map { edition.link(dossier.actors[$0].id) })
    }
    var header: [[Inline]] = [[.text(words[.tieWho])]]
    if kind.isDirected { header.append([.text(words.name(.tieTo, kind))]) }
    header.append([.text(words[.tieEvidence])])
    return [
      .table(
        header: header,
        rows: rows.map { row in
          (kind.isDirected ? [names(row.from), names(row.to)] : [names(row.from)])
            + [evidence(row.evidence)]
        })
    ]
  }

  private func evidence(_ evidence: [Tie.Evidence]) -> [Inline] {
    // One more takes no more room than to say that there is one more.
    let shown = evidence.count == Self.shownEvidence + 1 ? evidence.count : Self.shownEvidence
    var inlines = evidence.prefix(shown).map(inline)
    if evidence.count > shown {
      inlines.append([
        .text(words(.tieMore, ["n": phrasing.number(evidence.count - shown)]))
      ])
    }
    return edition.row(inlines)
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
    case .claim(let number): return words(at: dossier.claims[number].passage)
    case .quotation(let number): return words(at: dossier.quotations[number].passage)
    }
  }

  /// The first words of a passage, leading to their place, and who published them.
  private func words(at passage: Passage) -> [Inline] {
    let whole = edition.words(at: passage)
    let head = Excerpt.head(of: Array(whole.utf8)[...], limit: 60)
    let quoted = phrasing.quoted(head.utf8.count < whole.utf8.count ? head + "…" : whole)
    return [
      .link(quoted, to: edition.target(passage)), .text(", " + edition.source(passage.article)),
    ]
  }

  // MARK: Picture

  /// The actors and ties of the picture.
  private struct Strongest {
    var nodes: [Int]
    var ties: [Int]
  }

  /// The pairs with most behind them, as many as can be read; unnamed people are only in the table.
  private var strongest: Strongest {
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
    var degrees: [Int: Int] = [:]
    let isCrowded = pairs.count > Self.crowd
    for (pair, value) in pairs where count < Self.shownPairs {
      // In a crowd a tie is shown if it is among the strongest of one of the two.
      let (a, b) = (degrees[pair.a] ?? 0, degrees[pair.b] ?? 0)
      if isCrowded, min(a, b) >= Self.strongestEach { continue }
      let new = (weights[pair.a] == nil ? 1 : 0) + (weights[pair.b] == nil ? 1 : 0)
      if weights.count + new > Self.shownActors { continue }
      weights[pair.a, default: 0] += value.strength
      weights[pair.b, default: 0] += value.strength
      shown += value.ties
      (degrees[pair.a], degrees[pair.b]) = (a + 1, b + 1)
      count += 1
    }
    let nodes = weights.sorted { x, y in
      if x.value != y.value { return x.value > y.value }
      return edition.index.actors[x.key].rank < edition.index.actors[y.key].rank
    }.map(\.key)
    return Strongest(nodes: nodes, ties: shown.sorted())
  }

  private var picture: [UInt8]? {
    let shown = strongest
    return edition.network(
      of: shown.nodes, shown.ties, on: .network, width: Drawing.wholePage)
  }
}

extension Edition {
  /// The picture of the actors `nodes`, those with the most ties first, and of the ties `shown`, for
  /// the page at `path`; `nil` without actors.
  func network(
    of nodes: [Int], _ shown: [Int], on path: SitePath, width: Double
  ) -> [UInt8]? {
    if nodes.isEmpty { return nil }
    let places = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    let drawn = nodes.map { number in
      let actor = dossier.actors[number]
      return NetworkFigure.Node(
        name: actor.name, kind: actor.kind,
        description: "\(actor.name), \(words.name(.actorKind, actor.kind).lowercasedFirst)",
        target: path.link(to: SitePath.actor(actor.id).html))
    }
    var lines: [NetworkFigure.Line] = []
    for number in shown {
      let tie = ties.all[number]
      guard let from = places[tie.from], let to = places[tie.to] else { continue }
      let description = sentence(of: tie)
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
    return NetworkFigure(drawn, lines, width: width, words: words)
      .html(label: words[.networkLabel])
  }

  /// The picture of the actor at `number` among those it is tied to most, for its page; `nil` if they
  /// are so few that the list says it as well.
  func network(around number: Int) -> [UInt8]? {
    let (fewest, most) = (3, 8)
    var strengths: [Int: Int] = [:]
    let own = ties.ofActor[number] ?? []
    for tie in own.map({ ties.all[$0] }) {
      strengths[tie.from == number ? tie.to : tie.from, default: 0] += tie.evidence.count
    }
    if strengths.count < fewest { return nil }
    let others = strengths.sorted { x, y in
      if x.value != y.value { return x.value > y.value }
      return index.actors[x.key].rank < index.actors[y.key].rank
    }.prefix(most).map(\.key)
    let shown = Set(others)
    return network(
      of: [number] + others,
      own.filter { tie in ties.all[tie].ends.contains(where: shown.contains) },
      on: .actor(dossier.actors[number].id), width: Drawing.column)
  }

  /// With whom the actor at `number` is tied, by sort and direction, the strongest first.
  func ties(of number: Int) -> [Block] {
    let shown = 8
    let own = ties.ofActor[number] ?? []
    if own.isEmpty { return [] }
    var items: [[Inline]] = []
    for kind in Tie.Kind.allCases {
      let ofKind = own.map { ties.all[$0] }.filter { $0.kind == kind }
      let directions =
        kind.isDirected
        ? [
          (Words.Family.tieOut, ofKind.filter { $0.from == number }),
          (.tieIn, ofKind.filter { $0.to == number }),
        ]
        : [(.tieOut, ofKind)]
      for (family, ties) in directions where !ties.isEmpty {
        var others: [Inline] = ties.prefix(shown).map { tie in
          let other = dossier.actors[tie.from == number ? tie.to : tie.from]
          let count = tie.evidence.count > 1 ? " (\(phrasing.number(tie.evidence.count)))" : ""
          return .link(other.name + count, to: .page(.actor(other.id)))
        }
        if ties.count > shown {
          others.append(
            .text(
              words(
                .tieOthers,
                ["actors": words.count(ties.count - shown, .actors, phrasing)])))
        }
        items.append([.strong([.text(words.name(family, kind))]), " "] + enumeration(others))
      }
    }
    return [
      .region(.div, class: "ties", [.bullets(items)]),
      .paragraph([.link(words[.allTies], to: .page(.network))]),
    ]
  }

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
