import DossierModel

/// The actors of all articles, each once.
struct ActorAssembly {
  /// The set of each actor, by its number among all actors of the corpus.
  private(set) var setOf: [Int]
  /// The actors, in the order of the sets.
  private(set) var actors: [Actor] = []
  private let offsets: [Int]

  /// Links the actors of `corpus`, with the `names` that the editor gives.
  init(_ corpus: Corpus, names: EditorialNames) {
    offsets = corpus.actorOffsets
    setOf = Array(repeating: 0, count: corpus.actorCount)
    let linking = ActorLinking(corpus, separate: names.separate, same: names.actors)
    var readings: [(article: Int, actor: ArticleReading.Actor)] = []
    readings.reserveCapacity(corpus.actorCount)
    for (article, reading) in corpus.readings.enumerated() {
      for actor in reading.actors { readings.append((article, actor)) }
    }
    var slugs = UniqueNames()
    for (set, members) in linking.sets.enumerated() {
      for member in members { setOf[member] = set }
      var actor = Self.actor(
        members.map { readings[$0] }, corpus, decision: linking.decisions[set], &slugs)
      // The one that comes first was joined by nothing: what joined others to it holds for it too.
      let rules = members.compactMap { linking.rules[$0] }
      if let first = rules.first(where: { $0 == .variant }) ?? rules.first {
        actor.merges = members.map { member in
          let rule = linking.rules[member] ?? first
          return Actor.Merge(rule: rule.rawValue, name: readings[member].actor.name)
        }.uniqued().sorted { ($0.rule, $0.name) < ($1.rule, $1.name) }
      }
      actors.append(actor)
    }
  }

  /// The identity of the actor number `index` of the article number `article`.
  func id(article: Int, _ index: Int) -> Actor.ID { actors[setOf[offsets[article] + index]].id }

  /// The identities of several actors of one article, each once, sorted.
  func ids(article: Int, _ indices: [Int]) -> [Actor.ID] {
    Set(indices.map { id(article: article, $0) }).sorted()
  }

  private static func actor(
    _ members: [(article: Int, actor: ArticleReading.Actor)], _ corpus: Corpus,
    decision: ActorDecision?, _ slugs: inout UniqueNames
  ) -> Actor {
    var names = Tally<String>()
    var kinds = Tally<String>()
    var countries = Tally<String>()
    var forms: Set<String> = []
    var roles: [String: [Passage]] = [:]
    for (article, actor) in members {
      // A translation may have misspelt the name: it has a vote only where nobody else has.
      let weight = corpus.articles[article].translated == nil ? 1000 : 1
      names.add(actor.name, weight: weight * (1 + actor.name.utf8.split(separator: 32).count))
      kinds.add(actor.kind.rawValue)
      if let country = actor.country { countries.add(country) }
      forms.formUnion(actor.forms)
      for role in actor.roles {
        roles[role.text, default: []].append(corpus.passage(article, role.span))
      }
    }
    let kind = kinds.winner.flatMap(ActorKind.init(rawValue:)) ?? .group
    let name = decision?.name.value ?? names.winner ?? "?"
    let country = countries.winner
    let firstRole = roles.keys.min()
    let isAnonymous = kind == .anonymous
    let fact =
      isAnonymous
      ? corpus.articles[members[0].article].file
      : country ?? firstRole ?? kind.rawValue
    let id = slugs.claim(Slug.page(name), fact: fact, digits: isAnonymous ? 4 : 0)
    var actor = Actor(id: Actor.ID(id), name: name, kind: decision?.kind?.value ?? kind)
    actor.country = country
    actor.aliases = forms.sorted()
    actor.roles = roles.keys.sorted().map { text in
      Actor.Role(text: text, evidence: Array(Set(roles[text] ?? [])).sorted())
    }
    if let decision { actor.apply(decision) }
    return actor
  }
}

extension Actor {
  /// Takes over what the editor says, name and kind apart.
  mutating func apply(_ decision: ActorDecision) {
    if let country = decision.country { self.country = country.value }
    if let wikidata = decision.wikidata { self.wikidata = wikidata.value }
    if let side = decision.side { self.side = side.value }
    aliases = Set(aliases).union((decision.aliases ?? []).map(\.value)).sorted()
    if let roles = decision.roles {
      let read = Dictionary(self.roles.map { ($0.text, $0) }, uniquingKeysWith: { a, _ in a })
      self.roles = roles.map { read[$0.value] ?? Role(text: $0.value, evidence: []) }.uniqued()
    }
    editorial = EditorialDecision(
      keys: decision.keys, note: decision.note?.value, positions: [decision.position])
  }
}
