import DossierModel
import Testing

@testable import SiteGenerator

@Suite("Network: ties, layout, drawing")
struct NetworkTests {
  private let words: Words

  init() throws { words = try Templates(language: "it").words }

  // MARK: Ties

  /// A dossier in which actors of an invented conflict do what `build` says.
  private static func ties(
    _ build: (inout PageSamples.Builder, [Actor.ID]) -> Void
  ) -> (ties: Ties, dossier: Dossier) {
    var builder = PageSamples.Builder(title: "Prova")
    builder.article("a", "La Valdoria accusa Grova. Bruna riferisce le parole di Ada.")
    let names = ["Ada Brenz", "Bruna Dossi", "Grova", "Lega dei Porti", "Valdoria"]
    let actors = names.map { builder.actor($0, .state) }
    build(&builder, actors)
    let dossier = builder.finished
    return (Ties(dossier, DossierIndex(dossier)), dossier)
  }

  private static func texts(_ found: (ties: Ties, dossier: Dossier)) -> [String] {
    found.ties.all.map { tie in
      let name = { (number: Int) in found.dossier.actors[number].name }
      return "\(name(tie.from)) \(tie.kind) \(name(tie.to)) \(tie.evidence.count)"
    }
  }

  private static func event(
    _ builder: inout PageSamples.Builder, _ id: String, _ type: EventType,
    _ roles: [(Actor.ID, ParticipantRole)], status: EventStatus = .occurred
  ) {
    builder.event(id, id, type) { event in
      event.status = status
      event.participants = roles.map { Event.Participant(actor: $0.0, role: $0.1, evidence: []) }
    }
  }

  @Test("roles in events make ties, with their direction")
  func events() {
    let found = Self.ties { builder, actors in
      let (ada, grova, lega, valdoria) = (actors[0], actors[2], actors[3], actors[4])
      Self.event(&builder, "e1", .armedClash, [(valdoria, .party), (grova, .party)])
      Self.event(&builder, "e2", .shelling, [(valdoria, .initiator), (grova, .target)])
      Self.event(
        &builder, "e3", .talksMediated, [(valdoria, .party), (grova, .party), (lega, .mediator)])
      Self.event(&builder, "e4", .meeting, [(grova, .party), (valdoria, .party)])
      Self.event(&builder, "e5", .condemnation, [(ada, .initiator), (valdoria, .target)])
    }
    #expect(
      Self.texts(found) == [
        "Grova met Valdoria 2", "Lega dei Porti mediated Grova 1",
        "Lega dei Porti mediated Valdoria 1", "Ada Brenz accused Valdoria 1",
        "Valdoria attacked Grova 1", "Grova fought Valdoria 1",
      ])
  }

  @Test("what is denied or planned, and what one does alone, ties nobody")
  func noTies() {
    let found = Self.ties { builder, actors in
      let (grova, valdoria) = (actors[2], actors[4])
      for (number, status) in [EventStatus.denied, .planned, .hypothetical].enumerated() {
        Self.event(
          &builder, "e\(number)", .shelling, [(valdoria, .initiator), (grova, .target)],
          status: status)
      }
      Self.event(&builder, "e7", .mobilization, [(valdoria, .initiator), (grova, .party)])
      Self.event(&builder, "e8", .shelling, [(valdoria, .initiator), (valdoria, .target)])
      Self.event(&builder, "e9", .shelling, [(grova, .victim)])
    }
    #expect(found.ties.all.isEmpty && found.ties.ofActor.isEmpty)
  }

  @Test("accusers and accused, tellers and told; a claim that blames nobody ties nobody")
  func speech() {
    let found = Self.ties { builder, actors in
      let (ada, bruna, grova, lega, valdoria) = (
        actors[0], actors[1], actors[2], actors[3], actors[4]
      )
      _ = builder.claim("a", "La Valdoria accusa Grova", .accusation, by: [valdoria]) {
        $0.addressees = [grova]
      }
      _ = builder.claim("a", "Grova", .appeal, by: [valdoria]) { $0.addressees = [grova] }
      _ = builder.claim("a", "La Valdoria", .accusation, by: []) { $0.addressees = [grova] }
      // Ada's words, told by Bruna, cited by the Lega.
      _ = builder.quotation("a", "le parole di Ada", .indirect, by: [ada]) {
        $0.chain = [bruna, lega]
      }
      _ = builder.quotation("a", "Bruna riferisce", .indirect, by: [ada])
    }
    #expect(
      Self.texts(found) == [
        "Bruna Dossi quoted Ada Brenz 1", "Lega dei Porti quoted Bruna Dossi 1",
        "Valdoria accused Grova 1",
      ])
    #expect(found.ties.ofActor[1]?.count == 2)
  }

  // MARK: Layout

  private static func network(_ count: Int, edgesPerNode: Int) -> (
    sizes: [NetworkLayout.Size], edges: [(Int, Int)]
  ) {
    var state: UInt64 = 11
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let sizes = (0..<count).map { _ in
      NetworkLayout.Size(width: Double(40 + next(110)), height: Double(42 + 15 * next(2)))
    }
    var edges: [(Int, Int)] = []
    for node in 1..<max(count, 2) where count > 1 {
      for _ in 0..<edgesPerNode where next(8) > 0 { edges.append((node, next(node))) }
    }
    return (sizes, edges)
  }

  @Test("no two boxes touch and all are inside", arguments: [1, 2, 3, 17, 45, 60], [1, 3])
  func layout(_ count: Int, _ edgesPerNode: Int) {
    let (sizes, edges) = Self.network(count, edgesPerNode: edgesPerNode)
    let layout = NetworkLayout(sizes: sizes, edges: edges, width: 1088, height: 400)
    for i in sizes.indices {
      let (center, size) = (layout.centers[i], sizes[i])
      #expect(center.x - size.width / 2 >= -0.01 && center.x + size.width / 2 <= 1088.01)
      #expect(center.y - size.height / 2 >= -0.01)
      #expect(center.y + size.height / 2 <= layout.height + 0.01)
      for j in sizes.indices.dropFirst(i + 1) {
        let other = layout.centers[j]
        #expect(
          abs(center.x - other.x) >= (size.width + sizes[j].width) / 2
            || abs(center.y - other.y) >= (size.height + sizes[j].height) / 2)
      }
    }
  }

  @Test("the same network has the same layout, and who are tied stand nearer than who are not")
  func neighbours() {
    let sizes = [NetworkLayout.Size](repeating: .init(width: 60, height: 42), count: 8)
    // Two groups of four with one tie between them.
    var edges = [(0, 4)]
    for a in 0..<4 {
      for b in (a + 1)..<4 { edges += [(a, b), (a + 4, b + 4)] }
    }
    let one = NetworkLayout(sizes: sizes, edges: edges, width: 1000, height: 500)
    let other = NetworkLayout(sizes: sizes, edges: edges, width: 1000, height: 500)
    #expect(one.centers == other.centers && one.height == other.height)
    func distance(_ a: Int, _ b: Int) -> Double {
      let (dx, dy) = (one.centers[a].x - one.centers[b].x, one.centers[a].y - one.centers[b].y)
      return (dx * dx + dy * dy).squareRoot()
    }
    #expect(distance(1, 2) < distance(1, 6) && distance(5, 7) < distance(3, 7))
  }

  @Test("boxes that cannot stand beside each other make the drawing higher")
  func growth() {
    let sizes = [NetworkLayout.Size](repeating: .init(width: 300, height: 60), count: 20)
    let layout = NetworkLayout(sizes: sizes, edges: [], width: 320, height: 100)
    #expect(layout.height >= 20 * 60)
  }

  // MARK: Drawing

  @Test("names are escaped and lead to their pages; shapes and lines are explained")
  func drawing() {
    let nodes = [
      NetworkFigure.Node(
        name: "<Valdoria> & \"figli\"", kind: .state, description: "Valdoria, stato",
        target: "actors/valdoria.html"),
      NetworkFigure.Node(
        name: "Ada Brenz", kind: .person, description: "Ada Brenz, persona",
        target: "actors/ada-brenz.html"),
    ]
    let lines = [
      NetworkFigure.Line(
        from: 1, to: 0, kind: .accused, isMutual: false, count: 1, description: "Ada accusa <V>"),
      NetworkFigure.Line(
        from: 0, to: 1, kind: .met, isMutual: false, count: 12, description: "incontri"),
    ]
    let figure = NetworkFigure(nodes, lines, width: 1100, words: words)
    let html = String(decoding: figure.html(label: "Rete"), as: UTF8.self)
    #expect(html.contains("&lt;Valdoria&gt; &amp; &quot;figli&quot;"))
    #expect(html.contains("<a class=\"person\" href=\"actors/ada-brenz.html\">"))
    #expect(html.contains("<title>Ada accusa &lt;V&gt;</title>"))
    #expect(html.contains("class=\"tie met strong\"") && html.contains("class=\"tie accused\""))
    let kinds = [Tie.Kind.met, .accused].map { words.name(.tieKind, $0) }
    #expect(kinds.allSatisfy(html.contains))
    #expect(!html.contains(words.name(.tieKind, Tie.Kind.attacked)))
    #expect(!html.contains("style=") && !html.contains(" id="))
  }
}
