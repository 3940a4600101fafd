import DossierModel

/// Finds which actors of many articles are one.
///
/// Known actors by their key, unnamed people never, persons by their full name and its variants, a
/// surname alone by the only person who bears it, others by their name.
struct ActorLinking {
  /// The sets of actors that are one, as numbers among all actors of the corpus.
  private(set) var sets: [[Int]] = []
  /// The editor's decision over each set, if there is one.
  private(set) var decisions: [ActorDecision?] = []
  private let actors: [ArticleReading.Actor]
  private var links: UnionFind
  /// Pairs of folded names that the editor keeps apart.
  private let separate: Set<Set<String>>

  /// Links the actors of `corpus`; the `separate` names, folded, are not linked by resemblance, and
  /// those that one decision of `same` names are linked whatever their names.
  init(_ corpus: Corpus, separate: Set<Set<String>>, same: NamedDecisions<ActorDecision>) {
    actors = corpus.readings.flatMap(\.actors)
    links = UnionFind(count: actors.count)
    self.separate = separate
    linkEqual()
    linkVariants()
    linkSurnames()
    let actors = actors
    let decided = same.link(&links) { [actors[$0].name] + actors[$0].forms }
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
      if let other = first[identity] { links.join(other, number) } else { first[identity] = number }
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
          && !separate.contains([one.name, other.name])
        {
          links.join(one.number, other.number)
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
      links.join(bearer, number)
    }
  }

  private func haveOneCountry(_ a: Int, _ b: Int) -> Bool {
    guard let x = actors[a].country, let y = actors[b].country else { return true }
    return x == y
  }
}
