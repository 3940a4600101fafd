import DossierModel

/// What results and previews show of each thing, in the words of the site.
struct SearchEntries: Sendable {
  /// How many other names an entry shows.
  private static let otherNames = 6

  private let edition: Edition
  private var dossier: Dossier { edition.dossier }
  private var index: DossierIndex { edition.index }
  private var words: Words { edition.words }
  private var phrasing: any Phrasing { edition.phrasing }

  /// The entries of `edition`.
  init(_ edition: Edition) { self.edition = edition }

  /// The actors and locations by their places in the dossier, those first that are told of most; the
  /// events in order of time.
  func order(of kind: SearchKind) -> [Int] {
    switch kind {
    case .actors:
      Self.byWeight(dossier.actors.indices) { number in
        let own = index.actors[number]
        return own.naming.count + 2 * (own.quotations.count + own.events.count)
      }
    case .locations:
      Self.byWeight(dossier.locations.indices) { number in
        index.locations[number].naming.count + 2 * index.locations[number].events.count
      }
    case .events: Array(dossier.events.indices)
    case .quotations, .articles: []
    }
  }

  /// The words that find an actor, location or event.
  func terms(of kind: SearchKind, _ number: Int) -> SearchTerms {
    switch kind {
    case .actors: actor(number)
    case .locations: location(number)
    case .events: event(number)
    case .quotations, .articles: SearchTerms()
    }
  }

  /// What is shown of a thing.
  func entry(of kind: SearchKind, _ number: Int) -> ScriptValue {
    switch kind {
    case .actors: card(actor: number)
    case .locations: card(location: number)
    case .events: card(event: number)
    case .quotations: quotation(number)
    case .articles: article(number)
    }
  }

  private static func byWeight(_ numbers: Range<Int>, _ weight: (Int) -> Int) -> [Int] {
    let weights = numbers.map(weight)
    return numbers.sorted { a, b in weights[a] != weights[b] ? weights[a] > weights[b] : a < b }
  }

  // MARK: Cards

  /// An actor's id, name, line and other names.
  func card(actor number: Int) -> ScriptValue {
    let (actor, own) = (dossier.actors[number], index.actors[number])
    let role = actor.kind == .person ? edition.mainRole(actor.id)?.collapsed : nil
    let line = [
      words.name(.actorKind, actor.kind), role,
      edition.presence(own.naming, quotations: own.quotations.count, events: own.events.count),
    ]
    return card(actor.id.rawValue, actor.name, line, forms: own.naming.forms.map(\.form))
  }

  /// A location's id, name, line and other names.
  func card(location number: Int) -> ScriptValue {
    let (location, own) = (dossier.locations[number], index.locations[number])
    let line = [
      words.name(.locationKind, location.kind),
      location.kind == .country ? nil : location.country.map(words.country),
      edition.presence(own.naming, events: own.events.count),
    ]
    return card(location.id.rawValue, location.name, line, forms: own.naming.forms.map(\.form))
  }

  /// An event's id, title and line.
  func card(event number: Int) -> ScriptValue {
    let event = dossier.events[number]
    let places = event.places.prefix(4).compactMap { edition.location($0.location)?.name }
    let line = [
      edition.date(of: event) ?? words[.undated],
      places.isEmpty ? nil : phrasing.list(places),
      event.status == .occurred ? nil : words.name(.status, event.status),
      event.contested ? words[.contested] : nil,
      words.count(
        Set(event.evidence.map(\.article)).count, .articles, phrasing),
    ]
    return card(event.id.rawValue, event.title, line, forms: [])
  }

  private func card(
    _ id: String, _ name: String, _ line: [String?], forms: [String]
  ) -> ScriptValue {
    let others = forms.filter { $0 != name }.prefix(Self.otherNames)
    return .list([
      .text(id), .text(name),
      .text(line.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")),
      .text(others.joined(separator: ", ")),
    ])
  }

  // MARK: Things

  private func actor(_ number: Int) -> SearchTerms {
    let (actor, own) = (dossier.actors[number], index.actors[number])
    var terms = SearchTerms()
    terms.add(name: actor.name)
    terms.add(
      labels: own.naming.forms.map(\.form) + actor.roles.map(\.text) + [
        words.name(.actorKind, actor.kind), actor.country.map(words.country) ?? "",
        actor.side ?? "",
      ])
    return terms
  }

  private func location(_ number: Int) -> SearchTerms {
    let (location, own) = (dossier.locations[number], index.locations[number])
    var terms = SearchTerms()
    terms.add(name: location.name)
    terms.add(
      labels: own.naming.forms.map(\.form) + [
        words.name(.locationKind, location.kind), location.country.map(words.country) ?? "",
      ])
    return terms
  }

  private func event(_ number: Int) -> SearchTerms {
    let event = dossier.events[number]
    var terms = SearchTerms()
    terms.add(name: event.title)
    var labels = [words.eventType(event.type), edition.date(of: event) ?? ""]
    labels += event.places.compactMap { edition.location($0.location)?.name }
    labels += event.participants.compactMap { edition.actor($0.actor)?.name }
    terms.add(labels: labels)
    return terms
  }

  /// A quotation's article, code points, kind, speakers and source.
  func quotation(_ number: Int) -> ScriptValue {
    let quotation = dossier.quotations[number]
    let article = quotation.passage.article
    return .list([
      .text(article.rawValue), .number(quotation.codePoints.lowerBound),
      .number(quotation.codePoints.upperBound), .text(quotation.kind.rawValue),
      .text(edition.speakerNames(of: quotation)), .text(edition.source(article)),
    ])
  }

  /// An article's id, title and source.
  func article(_ number: Int) -> ScriptValue {
    let id = dossier.articles[number].article.id
    return .list([.text(id.rawValue), .text(edition.title(of: id)), .text(edition.source(id))])
  }
}

/// What a link's preview shows: cards of actors, locations and events in parts that a page finds by
/// the id in the link.
struct PreviewCards: Sendable {
  /// About how many cards stand in one part.
  private static let partSize = 64

  /// All files.
  let files: [SiteFile]
  /// How many parts there are of each kind.
  let parts: [(kind: SearchKind, count: Int)]

  /// The cards of `edition`.
  init(_ edition: Edition) {
    let (entries, dossier) = (SearchEntries(edition), edition.dossier)
    var files: [SiteFile] = []
    var counts: [(kind: SearchKind, count: Int)] = []
    func add(
      _ kind: SearchKind, _ ids: [String], card: @escaping @Sendable (Int) -> ScriptValue
    ) {
      let count = (ids.count + Self.partSize - 1) / Self.partSize
      counts.append((kind, count))
      var parts = [[Int]](repeating: [], count: count)
      for (number, id) in ids.enumerated() {
        parts[Int(Self.hash(id)) % count].append(number)
      }
      for (part, numbers) in parts.enumerated() {
        let name = "cards/\(kind.rawValue)-\(part)"
        files.append(
          SiteFile(SitePath("search/\(name).js")) {
            ScriptFile.bytes(name, .list(numbers.map(card)))
          })
      }
    }
    add(.actors, dossier.actors.map(\.id.rawValue)) { entries.card(actor: $0) }
    add(.locations, dossier.locations.map(\.id.rawValue)) { entries.card(location: $0) }
    add(.events, dossier.events.map(\.id.rawValue)) { entries.card(event: $0) }
    (self.files, parts) = (files, counts)
  }

  /// FNV-1a, 32 bits, of the UTF-8 of an id.
  static func hash(_ id: String) -> UInt32 {
    id.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }
}
