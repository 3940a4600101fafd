import DossierModel

/// The names by which the editor tells who or what is one, and who is not.
struct EditorialNames: Sendable {
  /// Decisions over actors, by folded name.
  let actors: NamedDecisions<ActorDecision>
  /// Decisions over locations, by folded name.
  let locations: NamedDecisions<LocationDecision>
  /// Pairs of folded names that are two.
  let separate: Set<Set<String>>

  /// The names in `editor`.
  init(editor: EditorFile) {
    actors = NamedDecisions(editor.actors.map { ($0, [$0.name] + ($0.aliases ?? [])) })
    locations = NamedDecisions(editor.locations.map { ($0, [$0.name] + ($0.aliases ?? [])) })
    var pairs: Set<Set<String>> = []
    for separation in editor.separate {
      let names = separation.names.map { Self.fold($0.value) }
      for (i, one) in names.enumerated() {
        for other in names[(i + 1)...] { pairs.insert([one, other]) }
      }
    }
    separate = pairs
  }

  /// A name as names are compared: folded words.
  static func fold(_ name: String) -> String { NameVariants.words(name).joined(separator: " ") }
}

/// Decisions that are found by any of the names they give.
struct NamedDecisions<Decision: Sendable>: Sendable {
  private let decisions: [Decision]
  private let numbers: [String: Int]

  /// Decisions with the names that each gives.
  init(_ decisions: [(Decision, [Decided<String>])]) {
    self.decisions = decisions.map(\.0)
    var numbers: [String: Int] = [:]
    for (number, decision) in decisions.enumerated() {
      for name in decision.1 where numbers[EditorialNames.fold(name.value)] == nil {
        numbers[EditorialNames.fold(name.value)] = number
      }
    }
    self.numbers = numbers
  }

  /// Joins the elements of `links` that one decision names; the decision of each such element.
  ///
  /// `joined` is told of each element that was joined to one before it.
  func link(
    _ links: inout UnionFind, names: (Int) -> [String], joined: (Int) -> Void = { _ in }
  ) -> [Int: Decision] {
    guard !numbers.isEmpty else { return [:] }
    var result: [Int: Decision] = [:]
    var first: [Int: Int] = [:]
    for element in 0..<links.count {
      let hit = names(element).lazy.compactMap { numbers[EditorialNames.fold($0)] }.first
      guard let hit else { continue }
      result[element] = decisions[hit]
      if let other = first[hit] {
        if links.join(other, element) { joined(element) }
      } else {
        first[hit] = element
      }
    }
    return result
  }
}

extension ActorDecision {
  /// The keys that are decided, as the editor's file has them.
  var keys: [String] {
    var keys = ["name"]
    if aliases != nil { keys.append("aliases") }
    if kind != nil { keys.append("kind") }
    if country != nil { keys.append("country") }
    if roles != nil { keys.append("roles") }
    if side != nil { keys.append("side") }
    if wikidata != nil { keys.append("wikidata") }
    return keys
  }
}

extension LocationDecision {
  /// The keys that are decided, as the editor's file has them.
  var keys: [String] {
    var keys = ["name"]
    if aliases != nil { keys.append("aliases") }
    if kind != nil { keys.append("kind") }
    if point != nil { keys += ["latitude", "longitude"] }
    if country != nil { keys.append("country") }
    if precision != nil { keys.append("precision") }
    if geonames != nil { keys.append("geonames") }
    if statusNote != nil { keys.append("statusNote") }
    return keys
  }
}
