import DossierModel

/// Why a name of one article was taken for that of an actor of another.
enum ActorMergeRule: String, Sendable {
  case key = "same-key"
  case name = "same-name"
  case variant = "name-variant"
  case surname = "surname-of-one"
  case editor
}

/// Finds which actors of many articles are one.
///
/// Known actors by their key, unnamed people never, persons by their full name and its variants, a
/// surname alone by the only person who bears it, others by their name.
struct ActorLinking {
  /// The sets of actors that are one, as numbers among all actors of the corpus.
  private(set) var sets: [[Int]] = []
  /// The editor's decision over each set, if there is one.
  private(set) var decisions: [ActorDecision?] = []
  /// By which rule the actor with a number was joined to an actor before it.
  private(set) var rules: [Int: ActorMergeRule] = [:]
  private let actors: [ArticleReading.Actor]
  private var links: UnionFind
  private var separation: SeparateNames

  /// Links the actors of `corpus`; the `separate` names, folded, are never linked, and those that one
  /// decision of `same` names are linked whatever their names.
  init(_ corpus: Corpus, separate: Set<Set<String>>, same: NamedDecisions<ActorDecision>) {
    actors = corpus.readings.flatMap(\.actors)
    links = UnionFind(count: actors.count)
    separation = SeparateNames(separate, names: actors.map { [$0.name] + $0.forms })
    linkEqual()
    linkVariants()
    linkSurnames()
    let actors = actors
    let decided = same.link(&links, names: { [actors[$0].name] + actors[$0].forms }) {
      rules[$0] = .editor
    }
    sets = links.sets()
    decisions = sets.map { set in set.lazy.compactMap { decided[$0] }.first }
  }

  /// One key, or one kind of actor with one name.
  private mutating func linkEqual() {
    var first: [String: Int] = [:]
    for (number, actor) in actors.enumerated() where actor.kind != .anonymous {
      let name = NameVariants.words(actor.name).joined(separator: " ")
      let identity =
        actor.key.map { "key \($0)" }
        ?? (actor.kind == .person ? "person \(name)" : "name \(name)")
      if name.isEmpty, actor.key == nil { continue }
      // Of two that the editor keeps apart each gathers its own.
      let keys = separation.kept(number).map { "\(identity) \($0)" } ?? identity
      if let other = first[keys] {
        join(other, number, by: actor.key == nil ? .name : .key)
      } else {
        first[keys] = number
      }
    }
  }

  /// Full names with one surname and given names that agree.
  private mutating func linkVariants() {
    var bySurname: [String: [(given: String, name: String, number: Int)]] = [:]
    var seen: Set<String> = []
    for (number, actor) in actors.enumerated() where actor.kind == .person && actor.key == nil {
      let words = NameVariants.words(actor.name)
      guard words.count >= 2, let surname = NameVariants.surname(words),
        seen.insert(words.joined(separator: " ")).inserted
      else { continue }
      bySurname[NameVariants.skeleton(surname), default: []]
        .append((words[0], words.joined(separator: " "), number))
    }
    for (_, bearers) in bySurname where bearers.count > 1 && bearers.count <= 64 {
      for (i, one) in bearers.enumerated() {
        for other in bearers[(i + 1)...]
        where NameVariants.givenNamesAgree(one.given, other.given)
          && haveOneCountry(one.number, other.number)
        {
          join(one.number, other.number, by: .variant)
        }
      }
    }
  }

  /// A surname alone, borne by one person only.
  private mutating func linkSurnames() {
    var bearers: [String: Set<Int>] = [:]
    var alone: [(surname: String, number: Int)] = []
    for (number, actor) in actors.enumerated() where actor.kind == .person && actor.key == nil {
      let words = NameVariants.words(actor.name)
      guard let surname = NameVariants.surname(words) else { continue }
      if words.count == 1 {
        alone.append((surname, number))
      } else {
        bearers[surname, default: []].insert(links.root(number))
      }
    }
    for (surname, number) in alone {
      guard let bearers = bearers[surname], bearers.count == 1, let bearer = bearers.first,
        haveOneCountry(bearer, number)
      else { continue }
      join(bearer, number, by: .surname)
    }
  }

  /// Makes the sets of `element` and of `number`, which comes later, one, unless the editor keeps them
  /// apart.
  private mutating func join(_ element: Int, _ number: Int, by rule: ActorMergeRule) {
    let (a, b) = (links.root(element), links.root(number))
    guard a != b, !separation.areApart(a, b), links.join(a, b) else { return }
    separation.join(a, b, into: links.root(a))
    rules[number] = rule
  }

  private func haveOneCountry(_ a: Int, _ b: Int) -> Bool {
    guard let x = actors[a].country, let y = actors[b].country else { return true }
    return x == y
  }
}

/// Keeps apart what the editor keeps apart, while sets grow.
struct SeparateNames {
  private let pairs: Set<Set<String>>
  /// The names that stand in a pair, by the number that stands for a set.
  private var names: [Int: Set<String>] = [:]

  /// The `pairs` of folded names; `names` has the names of each element.
  init(_ pairs: Set<Set<String>>, names: [[String]]) {
    self.pairs = pairs
    if pairs.isEmpty { return }
    let named = Set(pairs.flatMap(\.self))
    for (number, forms) in names.enumerated() {
      let own = named.intersection(forms.map { EditorialNames.fold($0) })
      if !own.isEmpty { self.names[number] = own }
    }
  }

  /// The name of `element` that the editor keeps apart from another, if it has exactly one.
  func kept(_ element: Int) -> String? {
    names[element].flatMap { $0.count == 1 ? $0.first : nil }
  }

  /// Whether a name of the set `a` and one of the set `b` are kept apart.
  func areApart(_ a: Int, _ b: Int) -> Bool {
    guard !pairs.isEmpty, let x = names[a], let y = names[b] else { return false }
    return x.contains { one in y.contains { one != $0 && pairs.contains([one, $0]) } }
  }

  /// Takes note that the sets `a` and `b` are one, called `root`.
  mutating func join(_ a: Int, _ b: Int, into root: Int) {
    guard !pairs.isEmpty else { return }
    let union = (names[a] ?? []).union(names[b] ?? [])
    if !union.isEmpty { names[root] = union }
  }
}
