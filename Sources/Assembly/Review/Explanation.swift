import DossierModel
import Knowledge

/// How something published came about: spans, rules, decisions.
public struct Explanation: Hashable, Sendable {
  /// One thing to know, with the words that it rests on.
  public struct Step: Hashable, Sendable {
    /// How far it is set in: 0 for what is explained, 1 for its reasons, 2 for theirs.
    public var depth: Int
    /// What is to be known, in English.
    public var text: String
    /// The words that it rests on.
    public var passage: Passage?

    /// The step `text`, which rests on the words at `passage`.
    public init(_ depth: Int, _ text: String, _ passage: Passage? = nil) {
      (self.depth, self.text, self.passage) = (depth, text, passage)
    }
  }

  /// The steps, in the order in which they are told.
  public var steps: [Step]
}

/// Explains what a dossier holds.
public struct Explainer {
  let dossier: Dossier
  let names: Names
  private let rules: [String: String]

  /// An explainer of `dossier`.
  public init(_ dossier: Dossier) {
    self.dossier = dossier
    names = Names(dossier)
    var rules: [String: String] = [:]
    for row in EmbeddedTable.rows(of: "en/rules.tsv") { rules[row[0]] = row[1] }
    self.rules = rules
  }

  /// How the article, actor, location, event, quotation or claim with the id `id` came about.
  ///
  /// For `<article>-c<start>-<end>` that is no quotation, what was read there; `nil` if nothing has the
  /// id.
  public func explanation(of id: String) -> Explanation? {
    if let event = dossier.events.first(where: { $0.id.rawValue == id })
      ?? dossier.events.first(where: { $0.formerIDs.contains(Event.ID(id)) })
    {
      return Explanation(steps: steps(of: event))
    }
    if let quotation = dossier.quotations.first(where: { $0.id.rawValue == id }) {
      return Explanation(steps: steps(of: quotation))
    }
    if let claim = dossier.claims.first(where: { $0.id.rawValue == id }) {
      return Explanation(steps: steps(of: claim))
    }
    if let passage = passage(called: id) { return explanation(of: passage) }
    var steps: [Explanation.Step] = []
    // An actor and a place may have one id: a state acts and is a place.
    if let actor = dossier.actors.first(where: { $0.id.rawValue == id }) {
      steps += self.steps(of: actor)
    }
    if let location = dossier.locations.first(where: { $0.id.rawValue == id }) {
      steps += self.steps(of: location)
    }
    if let record = dossier.articles.first(where: {
      $0.article.id.rawValue == id || $0.article.file == id
    }) {
      steps += self.steps(of: record)
    }
    return steps.isEmpty ? nil : Explanation(steps: steps)
  }

  /// What was read at `passage`; `nil` if nothing was.
  public func explanation(of passage: Passage) -> Explanation? {
    guard
      let record = dossier.articles.first(where: { $0.article.id == passage.article })
    else { return nil }
    func touches(_ other: Passage) -> Bool {
      other.article == passage.article && other.span.overlaps(passage.span)
    }
    var steps: [Explanation.Step] = []
    for mention in record.mentions where mention.span.overlaps(passage.span) {
      steps += self.steps(of: mention, in: record.article.id)
    }
    for date in record.dates where date.span.overlaps(passage.span) {
      steps += self.steps(of: date, in: record.article.id)
    }
    for quotation in dossier.quotations where touches(quotation.passage) {
      steps += self.steps(of: quotation)
    }
    for claim in dossier.claims where touches(claim.passage) { steps += self.steps(of: claim) }
    for event in dossier.events where event.evidence.contains(where: touches) {
      steps += self.steps(of: event)
    }
    return steps.isEmpty ? nil : Explanation(steps: steps)
  }

  /// Ids that are written almost like `id` or contain it, the nearest first.
  public func ids(near id: String) -> [String] {
    var all = Set<String>()
    for event in dossier.events { all.formUnion(([event.id] + event.formerIDs).map(\.rawValue)) }
    all.formUnion(dossier.actors.map(\.id.rawValue))
    all.formUnion(dossier.locations.map(\.id.rawValue))
    all.formUnion(dossier.articles.map(\.article.id.rawValue))
    all.formUnion(dossier.quotations.map(\.id.rawValue))
    all.formUnion(dossier.claims.map(\.id.rawValue))
    var found: [String] = []
    var rest = all
    while found.count < 3, let near = Nearest.word(to: id, among: rest.sorted()) {
      found.append(near)
      rest.remove(near)
    }
    // Who knows a word of the name: those that have it, the shortest first.
    let word = Slug.make(id).slug
    if found.isEmpty, word.utf8.count >= 3 {
      found = rest.filter { $0.contains(word) }
        .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }.prefix(5).map(\.self)
    }
    return found
  }

  /// The passage that `<article>-c<start>-<end>` names, in code points.
  private func passage(called id: String) -> Passage? {
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 3, let end = Int(parts[parts.count - 1]),
      parts[parts.count - 2].first == "c", let start = Int(parts[parts.count - 2].dropFirst()),
      start < end
    else { return nil }
    let name = parts.dropLast(2).joined(separator: "-")
    guard let record = dossier.articles.first(where: { $0.article.id.rawValue == name }) else {
      return nil
    }
    let map = CodePointMap(record.article.text)
    guard let first = map.byte(atCodePoint: start), let last = map.byte(atCodePoint: end) else {
      return nil
    }
    return Passage(record.article.id, TextSpan(first, last))
  }

  // MARK: Words

  /// Names of things by their ids.
  struct Names {
    private let actors: [Actor.ID: String]
    private let locations: [Location.ID: String]

    init(_ dossier: Dossier) {
      actors = Dictionary(dossier.actors.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
      locations = Dictionary(
        dossier.locations.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
    }

    func actor(_ id: Actor.ID) -> String { "\(actors[id] ?? "?") (\(id))" }
    func location(_ id: Location.ID) -> String { "\(locations[id] ?? "?") (\(id))" }
    func actors(_ ids: [Actor.ID]) -> String { ids.map { actor($0) }.joined(separator: ", ") }
  }

  /// A rule with what it means.
  func rule(_ name: String) -> String {
    if name.isEmpty { return "no rule noted" }
    return rules[name].map { "\(name) - \($0)" } ?? name
  }

  /// What the editor decided, and where.
  func decision(_ decision: EditorialDecision?) -> [Explanation.Step] {
    guard let decision else { return [] }
    let places = decision.positions.map(\.description).joined(separator: ", ")
    let keys = decision.keys.isEmpty ? "a note" : decision.keys.joined(separator: ", ")
    let text = "the editor decided: \(keys)" + (places.isEmpty ? "" : " (\(places))")
    return [Explanation.Step(1, text)]
      + (decision.note.map { [Explanation.Step(2, "note: \($0)")] } ?? [])
  }

  func review(_ review: Review) -> [Explanation.Step] {
    review == .none ? [] : [Explanation.Step(1, "review: \(review.rawValue)")]
  }
}
