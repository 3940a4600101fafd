import DossierModel

/// A dossier seen from every side: who is named where, who took part in what, what is said of whom.
///
/// Built once, in one pass over each list, so that every page finds its own without searching.
///
/// Things are given by their place in the dossier's lists. Events keep the dossier's order, which is
/// that of time.
struct DossierIndex: Sendable {
  /// How often a form or an article names something, and where first.
  struct Occurrences: Sendable {
    /// How often.
    var count: Int
    /// The first place.
    var first: Passage
  }

  /// What one article has for its page.
  struct ArticleContents: Sendable {
    /// The quotations, in order of the text.
    var quotations: [Int] = []
    /// The claims, in order of the text.
    var claims: [Int] = []
    /// The events told, in order of time.
    var events: [Int] = []
    /// Places that pages lead to and that are no quotations, without doubles, in order of the text.
    var passages: [TextSpan] = []
  }

  /// Where something is named.
  struct Naming: Sendable {
    /// Its forms as written, the most frequent first, then by their bytes.
    var forms: [(form: String, at: Occurrences)] = []
    /// The articles that name it, by their place in the dossier.
    var articles: [(article: Int, at: Occurrences)] = []
    /// How often in all.
    var count = 0
  }

  /// What an actor has for its page.
  struct ActorContents: Sendable {
    /// Events it took part in.
    var events: [Int] = []
    /// Quotations it speaks in.
    var quotations: [Int] = []
    /// Quotations of others that name it.
    var quotationsAbout: [Int] = []
    /// Claims it answers for.
    var claims: [Int] = []
    /// Claims of others that are addressed to it.
    var claimsAbout: [Int] = []
    /// Where it is named.
    var naming = Naming()
    /// Its place among all actors by name.
    var rank = 0
  }

  /// What a location has for its page.
  struct LocationContents: Sendable {
    /// Events there.
    var events: [Int] = []
    /// Where it is named.
    var naming = Naming()
    /// Its place among all locations by name.
    var rank = 0
  }

  let articleNumber: [Article.ID: Int]
  let actorNumber: [Actor.ID: Int]
  let locationNumber: [Location.ID: Int]
  let eventNumber: [Event.ID: Int]
  let quotationNumber: [Quotation.ID: Int]
  let claimNumber: [Claim.ID: Int]
  /// By article: code points for bytes.
  let codePoints: [CodePointMap]

  /// By article.
  private(set) var articles: [ArticleContents]
  /// By actor.
  private(set) var actors: [ActorContents]
  /// By location.
  private(set) var locations: [LocationContents]
  /// By event: the events that are part of it.
  private(set) var parts: [[Int]]
  /// By quotation: the claims whose words hold it.
  private(set) var claimsHolding: [[Int]]
  /// Quotations whose speaker is not known.
  private(set) var unattributed: [Int] = []
  /// By actor: the location of the same name and country, as states and regions have one.
  let locationOfActor: [Int: Int]
  /// By location: the actor of the same name and country.
  let actorOfLocation: [Int: Int]
  /// The articles in order of publication, those without a date last, then by id.
  let articlesByDate: [Int]
  /// By article: the places that pages lead to.
  private var places: [Set<TextSpan>]

  /// The index of `dossier`; pages lead to `cited` too.
  init(_ dossier: Dossier, citing cited: [Passage] = []) {
    articleNumber = Self.numbers(dossier.articles) { $0.article.id }
    actorNumber = Self.numbers(dossier.actors) { $0.id }
    locationNumber = Self.numbers(dossier.locations) { $0.id }
    eventNumber = Self.numbers(dossier.events) { $0.id }
    quotationNumber = Self.numbers(dossier.quotations) { $0.id }
    claimNumber = Self.numbers(dossier.claims) { $0.id }
    codePoints = dossier.articles.map { CodePointMap($0.article.text) }
    var places: [String: Int] = [:]
    for (number, location) in dossier.locations.enumerated() where location.kind != .settlement {
      places["\(location.name)/\(location.country ?? "")"] = number
    }
    var twins: [(actor: Int, location: Int)] = []
    for (number, actor) in dossier.actors.enumerated()
    where actor.kind == .state || actor.kind == .government {
      if let place = places["\(actor.name)/\(actor.country ?? "")"] {
        twins.append((number, place))
      }
    }
    locationOfActor = Dictionary(twins.map { ($0.actor, $0.location) }) { first, _ in first }
    actorOfLocation = Dictionary(twins.map { ($0.location, $0.actor) }) { first, _ in first }
    articlesByDate = dossier.articles.indices.sorted { a, b in
      let (x, y) = (dossier.articles[a].article.published, dossier.articles[b].article.published)
      if x == y { return a < b }
      guard let x else { return false }
      guard let y else { return true }
      return x < y
    }
    articles = dossier.articles.map { _ in ArticleContents() }
    actors = dossier.actors.map { _ in ActorContents() }
    locations = dossier.locations.map { _ in LocationContents() }
    parts = dossier.events.map { _ in [] }
    claimsHolding = dossier.quotations.map { _ in [] }
    self.places = dossier.articles.map { _ in [] }

    for (i, event) in dossier.events.enumerated() { add(event, number: i) }
    for (i, claim) in dossier.claims.enumerated() { add(claim, number: i) }
    for (i, quotation) in dossier.quotations.enumerated() { add(quotation, number: i) }
    for actor in dossier.actors {
      for role in actor.roles { cite(role.evidence) }
    }
    addMentions(of: dossier)
    cite(cited)
    for (number, record) in dossier.articles.enumerated() {
      findNamed(in: record, number: number, dossier)
      findHolding(in: number, dossier)
      // A place that is a quotation has its anchor already.
      for i in articles[number].quotations {
        self.places[number].remove(dossier.quotations[i].passage.span)
      }
      articles[number].passages = self.places[number].sorted()
    }
    self.places = []
    Self.rank(dossier.actors.map { ($0.name, $0.id.rawValue) }) { actors[$0].rank = $1 }
    Self.rank(dossier.locations.map { ($0.name, $0.id.rawValue) }) { locations[$0].rank = $1 }
  }

  private mutating func cite(_ passages: [Passage]) {
    for passage in passages {
      if let article = articleNumber[passage.article] { places[article].insert(passage.span) }
    }
  }

  private mutating func add(
    _ item: Int, to list: WritableKeyPath<ActorContents, [Int]>, of actor: Actor.ID
  ) {
    guard let number = actorNumber[actor], actors[number][keyPath: list].last != item else {
      return
    }
    actors[number][keyPath: list].append(item)
  }

  private mutating func add(_ event: Event, number: Int) {
    for part in event.participants {
      add(number, to: \.events, of: part.actor)
      cite(part.evidence)
    }
    for place in event.places {
      if let location = locationNumber[place.location], locations[location].events.last != number {
        locations[location].events.append(number)
      }
      cite(place.evidence)
    }
    for passage in event.evidence {
      if let article = articleNumber[passage.article], articles[article].events.last != number {
        articles[article].events.append(number)
      }
    }
    cite(event.evidence + [event.when.passage].compactMap { $0 })
    for account in event.accounts {
      cite([account.trigger, account.when.passage].compactMap { $0 })
    }
    if let whole = event.partOf, let container = eventNumber[whole] {
      parts[container].append(number)
    }
  }

  private mutating func add(_ claim: Claim, number: Int) {
    cite([claim.passage])
    if let article = articleNumber[claim.passage.article] {
      articles[article].claims.append(number)
    }
    for actor in claim.claimants { add(number, to: \.claims, of: actor) }
    for actor in claim.addressees where !claim.claimants.contains(actor) {
      add(number, to: \.claimsAbout, of: actor)
    }
  }

  private mutating func add(_ quotation: Quotation, number: Int) {
    if let article = articleNumber[quotation.passage.article] {
      articles[article].quotations.append(number)
    }
    if quotation.speakers.isEmpty { unattributed.append(number) }
    for actor in quotation.speakers { add(number, to: \.quotations, of: actor) }
  }

  private mutating func addMentions(of dossier: Dossier) {
    var actorTallies = dossier.actors.map { _ in NamingTally() }
    var locationTallies = dossier.locations.map { _ in NamingTally() }
    for (number, record) in dossier.articles.enumerated() {
      for mention in record.mentions {
        let passage = Passage(record.article.id, mention.span)
        let isName = mention.resolution != .pronoun
        let form = isName ? record.article.text[mention.span].collapsed : nil
        if let actor = mention.actor.flatMap({ actorNumber[$0] }) {
          actorTallies[actor].add(form, in: number, at: passage)
        }
        if let location = mention.location.flatMap({ locationNumber[$0] }) {
          locationTallies[location].add(form, in: number, at: passage)
        }
      }
    }
    for (i, tally) in actorTallies.enumerated() { actors[i].naming = tally.naming }
    for (i, tally) in locationTallies.enumerated() { locations[i].naming = tally.naming }
    for tally in actorTallies + locationTallies {
      cite(tally.forms.values.map(\.first) + tally.articles.map(\.at.first))
    }
  }

  /// Finds who is named in the quotations of others: both stand in order of the text, so that one
  /// sweep does.
  private mutating func findNamed(in record: ArticleRecord, number: Int, _ dossier: Dossier) {
    var first = 0
    for i in articles[number].quotations {
      let quotation = dossier.quotations[i]
      let span = quotation.passage.span
      while first < record.mentions.count, record.mentions[first].span.end <= span.start {
        first += 1
      }
      for mention in record.mentions[first...] {
        if mention.span.start >= span.end { break }
        guard let actor = mention.actor, span.contains(mention.span),
          !quotation.speakers.contains(actor)
        else { continue }
        add(i, to: \.quotationsAbout, of: actor)
      }
    }
  }

  /// Finds the claims whose words hold quotations.
  private mutating func findHolding(in number: Int, _ dossier: Dossier) {
    let quotations = articles[number].quotations
    var first = 0
    for claim in articles[number].claims {
      let span = dossier.claims[claim].passage.span
      while first < quotations.count,
        dossier.quotations[quotations[first]].passage.span.start < span.start
      {
        first += 1
      }
      for quotation in quotations[first...] {
        let inner = dossier.quotations[quotation].passage.span
        if inner.start >= span.end { break }
        if span.contains(inner) { claimsHolding[quotation].append(claim) }
      }
    }
  }

  private static func numbers<Item, ID: Hashable>(
    _ items: [Item], _ id: (Item) -> ID
  ) -> [ID: Int] {
    var numbers: [ID: Int] = [:]
    numbers.reserveCapacity(items.count)
    for (i, item) in items.enumerated() { numbers[id(item)] = i }
    return numbers
  }

  /// Gives each name its place in the alphabet, letters without marks.
  private static func rank(_ names: [(String, String)], _ set: (Int, Int) -> Void) {
    let keys = names.map { (LatinFold.fold($0.0), $0.1) }
    let order = keys.indices.sorted { keys[$0] < keys[$1] }
    for (rank, i) in order.enumerated() { set(i, rank) }
  }

  /// Counts where something is named.
  private struct NamingTally {
    var forms: [String: Occurrences] = [:]
    var articles: [(article: Int, at: Occurrences)] = []

    mutating func add(_ form: String?, in article: Int, at passage: Passage) {
      if let form {
        forms[form, default: Occurrences(count: 0, first: passage)].count += 1
      }
      if articles.last?.article == article {
        articles[articles.count - 1].at.count += 1
      } else {
        articles.append((article, Occurrences(count: 1, first: passage)))
      }
    }

    var naming: Naming {
      let sorted = forms.sorted {
        $0.value.count != $1.value.count
          ? $0.value.count > $1.value.count
          : $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
      }
      return Naming(
        forms: sorted.map { ($0.key, $0.value) }, articles: articles,
        count: articles.reduce(0) { $0 + $1.at.count })
    }
  }
}

extension String {
  /// The string with every run of white space as one space.
  var collapsed: String {
    guard utf8.contains(where: { $0.isBlank && $0 != 32 }) || utf8.first == 32 else { return self }
    var bytes: [UInt8] = []
    for byte in utf8 {
      if !byte.isBlank {
        bytes.append(byte)
      } else if let last = bytes.last, last != 32 {
        bytes.append(32)
      }
    }
    while bytes.last == 32 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
