import DossierModel

/// Applies the editor's decisions over actors, locations, events, quotations and claims to the finished
/// dossier, so that the editor has the last word.
struct DossierDecisions {
  /// The dossier, as far as it is decided.
  var dossier: Dossier
  /// Decisions that find nothing to decide, or names that nobody has.
  var diagnostics: [Diagnostic] = []

  let editor: EditorFile
  let corpus: Corpus
  let wording: EventWording
  var people: ActorsByName
  /// How many more faults are to be explained by a search for what was meant.
  private var guesses = 24

  /// The decisions of `editor` over `dossier`, which was made from `corpus`.
  init(_ dossier: Dossier, editor: EditorFile, corpus: Corpus, wording: EventWording) {
    self.dossier = dossier
    (self.editor, self.corpus, self.wording) = (editor, corpus, wording)
    people = ActorsByName(dossier, editor.actors)
  }

  /// Applies all of them.
  ///
  /// Names come first, for all others use them; events before what is about them.
  mutating func apply() {
    hideActors()
    hideLocations()
    applyEvents()
    for decision in editor.quotations { apply(decision) }
    for decision in editor.claims { apply(decision) }
    people.addMissing(to: &dossier)
    for decision in editor.corrections { apply(decision) }
    dossier.corrections.sort { $0.date != $1.date ? $1.date < $0.date : $0.text < $1.text }
    for name in people.doubtful { tellDoubt(name) }
    tellUnknownNames()
  }

  /// Sets what is contested by the editor's word, after it was found out from the claims.
  mutating func settleContested() {
    for decision in editor.events {
      guard let contested = decision.contested, let index = index(of: decision) else { continue }
      dossier.events[index].contested = contested.value
    }
  }

  // MARK: What was not found

  mutating func tell(
    _ message: String, at position: SourcePosition, severity: Diagnostic.Severity = .warning,
    code: String = "decision-lost"
  ) {
    diagnostics.append(
      Diagnostic(
        severity, file: position.file, line: position.line, column: position.column, message,
        code: code))
  }

  /// A question whether the nearest of `candidates` was meant; empty if none is near.
  mutating func guess(_ word: String, among candidates: some Sequence<String>) -> String {
    guard guesses > 0 else { return "" }
    guesses -= 1
    return Nearest.word(to: word, among: candidates).map { "; did you mean \"\($0)\"?" } ?? ""
  }

  /// A name that was made an actor although a known one is written almost like it.
  private mutating func tellDoubt(_ name: Decided<String>) {
    let near = guess(name.value, among: people.known)
    if near.isEmpty { return }
    tell(
      "nobody in the articles is called \"\(name.value)\"\(near)", at: name.position,
      code: "new-name")
  }

  /// Decisions over actors and locations that nothing in the dossier is called by.
  private mutating func tellUnknownNames() {
    let actors = Set(dossier.actors.compactMap(\.editorial).flatMap(\.positions))
    for decision in editor.actors
    where decision.hide?.value != true && !actors.contains(decision.position) {
      let near = guess(decision.name.value, among: dossier.actors.map(\.name))
      tell(
        "no actor is called \"\(decision.name.value)\" or one of its aliases\(near)",
        at: decision.name.position)
    }
    let locations = Set(dossier.locations.compactMap(\.editorial).flatMap(\.positions))
    for decision in editor.locations
    where decision.hide?.value != true && !locations.contains(decision.position) {
      let near = guess(decision.name.value, among: dossier.locations.map(\.name))
      tell(
        "no location is called \"\(decision.name.value)\" or one of its aliases\(near)",
        at: decision.name.position)
    }
    if editor.separate.isEmpty { return }
    let names = Set(
      (dossier.actors.flatMap { [$0.name] + $0.aliases }
        + dossier.locations.flatMap { [$0.name] + $0.aliases }).map { EditorialNames.fold($0) })
    for name in editor.separate.flatMap(\.names)
    where !names.contains(EditorialNames.fold(name.value)) {
      let near = guess(
        name.value, among: dossier.actors.map(\.name) + dossier.locations.map(\.name))
      tell("nothing is called \"\(name.value)\"\(near)", at: name.position)
    }
  }

  // MARK: Hiding names

  private mutating func hideActors() {
    var hidden: Set<Actor.ID> = []
    for decision in editor.actors where decision.hide?.value == true {
      let found = dossier.actors.filter {
        $0.editorial?.positions.contains(decision.position) ?? false
      }
      if found.isEmpty {
        let near = guess(decision.name.value, among: dossier.actors.map(\.name))
        tell(
          "the actor to hide, \"\(decision.name.value)\", was not found\(near)",
          at: decision.name.position)
      }
      hidden.formUnion(found.map(\.id))
    }
    if hidden.isEmpty { return }
    dossier.actors.removeAll { hidden.contains($0.id) }
    for article in dossier.articles.indices {
      for index in dossier.articles[article].mentions.indices {
        guard let actor = dossier.articles[article].mentions[index].actor, hidden.contains(actor)
        else { continue }
        dossier.articles[article].mentions[index].actor = nil
        dossier.articles[article].mentions[index].resolution = .editor
        dossier.articles[article].mentions[index].sieve = "editor"
      }
    }
    for index in dossier.quotations.indices {
      let speakers = dossier.quotations[index].speakers
      dossier.quotations[index].chain.removeAll { hidden.contains($0) }
      dossier.quotations[index].speakers.removeAll { hidden.contains($0) }
      if !speakers.isEmpty, dossier.quotations[index].speakers.isEmpty {
        dossier.quotations[index].basis = .unresolved
        dossier.quotations[index].sieve = "editor"
      }
    }
    // Without its claimants a claim would be the article's own: it goes with them.
    let orphans = dossier.claims.filter { claim in
      !claim.claimants.isEmpty && claim.claimants.allSatisfy { hidden.contains($0) }
    }
    remove(claims: Set(orphans.map(\.id)))
    for index in dossier.claims.indices {
      dossier.claims[index].claimants.removeAll { hidden.contains($0) }
      dossier.claims[index].chain.removeAll { hidden.contains($0) }
      dossier.claims[index].addressees.removeAll { hidden.contains($0) }
    }
    for index in dossier.events.indices
    where dossier.events[index].participants.contains(where: { hidden.contains($0.actor) }) {
      dossier.events[index].participants.removeAll { hidden.contains($0.actor) }
      dossier.events[index].title = title(of: dossier.events[index])
    }
    people = ActorsByName(dossier, editor.actors)
  }

  private mutating func hideLocations() {
    var hidden: Set<Location.ID> = []
    for decision in editor.locations where decision.hide?.value == true {
      let found = dossier.locations.filter {
        $0.editorial?.positions.contains(decision.position) ?? false
      }
      if found.isEmpty {
        let near = guess(decision.name.value, among: dossier.locations.map(\.name))
        tell(
          "the location to hide, \"\(decision.name.value)\", was not found\(near)",
          at: decision.name.position)
      }
      hidden.formUnion(found.map(\.id))
    }
    if hidden.isEmpty { return }
    dossier.locations.removeAll { hidden.contains($0.id) }
    for article in dossier.articles.indices {
      for index in dossier.articles[article].mentions.indices {
        guard let location = dossier.articles[article].mentions[index].location,
          hidden.contains(location)
        else { continue }
        dossier.articles[article].mentions[index].location = nil
        dossier.articles[article].mentions[index].resolution = .editor
        dossier.articles[article].mentions[index].sieve = "editor"
      }
    }
    for index in dossier.events.indices
    where dossier.events[index].places.contains(where: { hidden.contains($0.location) }) {
      dossier.events[index].places.removeAll { hidden.contains($0.location) }
      dossier.events[index].title = title(of: dossier.events[index])
    }
  }

  /// Takes claims off the dossier.
  mutating func remove(claims ids: Set<Claim.ID>) {
    if ids.isEmpty { return }
    dossier.claims.removeAll { ids.contains($0.id) }
    for event in dossier.events.indices {
      dossier.events[event].claims.removeAll { ids.contains($0) }
      dossier.events[event].figures.removeAll { ids.contains($0) }
    }
  }

  /// The title of `event`, as the program words it.
  mutating func title(of event: Event) -> String {
    people.addMissing(to: &dossier)
    return wording.title(
      of: event,
      actors: Dictionary(dossier.actors.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a }),
      locations: Dictionary(
        dossier.locations.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a }),
      claims: Dictionary(dossier.claims.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a }))
  }

  /// The number of an article in the corpus.
  func articleNumber(_ id: Article.ID) -> Int? { corpus.articles.firstIndex { $0.id == id } }

  /// The location that the editor calls `name`; it is made if nobody has read of it.
  mutating func location(named name: Decided<String>) -> Location.ID {
    let folded = EditorialNames.fold(name.value)
    let known =
      dossier.locations.first { EditorialNames.fold($0.name) == folded }
      ?? dossier.locations.first { location in
        location.aliases.contains { EditorialNames.fold($0) == folded }
      } ?? dossier.locations.first { $0.id.rawValue == name.value }
    if let known { return known.id }
    let near = guess(name.value, among: dossier.locations.map(\.name))
    let decision = editor.locations.first { decision in
      ([decision.name] + (decision.aliases ?? [])).contains {
        EditorialNames.fold($0.value) == folded
      }
    }
    if !near.isEmpty, decision == nil {
      tell(
        "no place in the articles is called \"\(name.value)\"\(near)", at: name.position,
        code: "new-name")
    }
    var slugs = UniqueNames()
    for location in dossier.locations { slugs.reserve(location.id.rawValue) }
    let canonical = decision?.name.value ?? name.value
    var location = Location(
      id: Location.ID(slugs.claim(Slug.page(canonical), fact: canonical)), name: canonical,
      kind: decision?.kind?.value ?? .other)
    location.editorial = EditorialDecision(keys: ["name"], positions: [name.position])
    if let decision { location.apply(decision) }
    dossier.locations.append(location)
    return location.id
  }
}

/// Finds actors by the names that the editor writes, and makes those that nobody has read of.
struct ActorsByName {
  /// The canonical names of the actors that were read of.
  private(set) var known: [String] = []
  /// The names that were made actors without a decision over them.
  private(set) var doubtful: [Decided<String>] = []
  private var ids: [String: Actor.ID] = [:]
  private var slugs = UniqueNames()
  private var missing: [Actor] = []
  private let decisions: [String: ActorDecision]

  /// The actors of `dossier`, and those that `decisions` describe.
  init(_ dossier: Dossier, _ decisions: [ActorDecision]) {
    self.decisions = Dictionary(
      decisions.flatMap { decision in
        ([decision.name] + (decision.aliases ?? [])).map {
          (EditorialNames.fold($0.value), decision)
        }
      }, uniquingKeysWith: { first, _ in first })
    let actors = dossier.actors.sorted { $0.id < $1.id }
    known = actors.map(\.name)
    // A canonical name goes before an alias, an alias before an id, and of two actors the first by id.
    for actor in actors {
      slugs.reserve(actor.id.rawValue)
      let name = EditorialNames.fold(actor.name)
      if ids[name] == nil { ids[name] = actor.id }
    }
    for actor in actors {
      for alias in actor.aliases where ids[EditorialNames.fold(alias)] == nil {
        ids[EditorialNames.fold(alias)] = actor.id
      }
    }
    for actor in actors where ids[actor.id.rawValue] == nil { ids[actor.id.rawValue] = actor.id }
  }

  /// The actor called `name`.
  mutating func id(of name: Decided<String>) -> Actor.ID {
    let folded = EditorialNames.fold(name.value)
    if let known = ids[folded] ?? ids[name.value] { return known }
    let decision = decisions[folded]
    let canonical = decision?.name.value ?? name.value
    var actor = Actor(
      id: Actor.ID(slugs.claim(Slug.page(canonical), fact: canonical)), name: canonical,
      kind: decision?.kind?.value ?? .person)
    actor.editorial = EditorialDecision(keys: ["name"], positions: [name.position])
    if let decision { actor.apply(decision) } else { doubtful.append(name) }
    missing.append(actor)
    ids[folded] = actor.id
    ids[EditorialNames.fold(canonical)] = actor.id
    return actor.id
  }

  /// Adds the actors that were made.
  mutating func addMissing(to dossier: inout Dossier) {
    dossier.actors += missing
    missing = []
  }
}
