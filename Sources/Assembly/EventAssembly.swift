import DossierModel

/// The events of all articles, merged, with their identities, titles, claims and quotations.
struct EventAssembly {
  /// The events, in the order of the sets.
  private(set) var events: [Event] = []
  /// The claims, with the events that they are about.
  private(set) var claims: [Claim] = []
  /// The quotations, with the events that they are about.
  private(set) var quotations: [Quotation] = []
  /// The set of each event, by its number among all events of the corpus.
  private var setOf: [Int]

  /// Builds the events of `corpus` as `merging` found them.
  init(
    _ corpus: Corpus, merging: EventMerging, actors: ActorAssembly, locations: LocationAssembly
  ) {
    setOf = Array(repeating: 0, count: corpus.eventCount)
    var readings: [(article: Int, event: ArticleReading.Event)] = []
    readings.reserveCapacity(corpus.eventCount)
    for (article, reading) in corpus.readings.enumerated() {
      for event in reading.events { readings.append((article, event)) }
    }
    var slugs = UniqueNames()
    for (set, members) in merging.sets.enumerated() {
      for member in members { setOf[member] = set }
      var event = Self.event(
        members.map { readings[$0] }, corpus, actors: actors, locations: locations, &slugs)
      event.mergeReasons = merging.reasons[set].map(\.rawValue)
      events.append(event)
    }
    for (number, reading) in readings.enumerated() {
      guard let container = reading.event.partOf else { continue }
      let set = setOf[number]
      let whole = setOf[corpus.eventOffsets[reading.article] + container]
      if whole != set, events[set].partOf == nil { events[set].partOf = events[whole].id }
    }
    Self.breakCycles(&events)
  }

  private static func event(
    _ members: [(article: Int, event: ArticleReading.Event)], _ corpus: Corpus,
    actors: ActorAssembly, locations: LocationAssembly, _ slugs: inout UniqueNames
  ) -> Event {
    let first = members[0]
    var places: [Location.ID: Set<Passage>] = [:]
    var placeOrder: [Location.ID] = []
    var parts: [Actor.ID: [ParticipantRole: Set<Passage>]] = [:]
    var partOrder: [Actor.ID] = []
    var evidence: Set<Passage> = []
    var accounts: [Event.Account] = []
    for (article, event) in members {
      let passages = { (spans: [TextSpan]) in spans.map { corpus.passage(article, $0) } }
      for link in event.places {
        let id = locations.id(article: article, link.place)
        if places[id] == nil { placeOrder.append(id) }
        places[id, default: []].formUnion(passages(link.evidence))
      }
      for part in event.participants {
        let id = actors.id(article: article, part.actor)
        if parts[id] == nil { partOrder.append(id) }
        parts[id, default: [:]][part.role, default: []].formUnion(passages(part.evidence))
      }
      evidence.formUnion(passages(event.evidence))
      var account = Event.Account(
        article: corpus.articles[article].id, status: event.status,
        when: when(event.date, article, corpus), trigger: corpus.passage(article, event.trigger))
      account.rule = event.sieve
      accounts.append(account)
    }
    let mainPlace =
      first.event.places.first.map { locations.id(article: first.article, $0.place).rawValue }
      ?? first.event.participants.first.map { actors.id(article: first.article, $0.actor).rawValue }
    let date = first.event.date.edtf.map { Slug.make($0.text).slug }
    let slug = [first.event.type.rawValue, mainPlace, date].compactMap { $0 }
      .joined(separator: "-")
    let words = first.event.evidence.map { corpus.words(first.article, $0) }.joined()
    let id = slugs.claim(Slug.page(slug), fact: words)
    var event = Event(id: Event.ID(id), title: "", type: first.event.type)
    event.status = members.map(\.event.status).min { rank($0) < rank($1) } ?? .occurred
    event.when = bestDate(accounts)
    event.places = placeOrder.map { id in
      Event.Place(location: id, evidence: (places[id] ?? []).sorted())
    }
    event.participants = partOrder.flatMap { id in
      roles(parts[id] ?? [:]).map { role, evidence in
        Event.Participant(actor: id, role: role, evidence: evidence.sorted())
      }
    }
    event.evidence = evidence.sorted()
    event.accounts = accounts
    return event
  }

  /// Gives the events their titles, when everything else is known of them.
  mutating func entitle(
    actors: ActorAssembly, locations: LocationAssembly, wording: EventWording
  ) {
    let actorOf = Dictionary(uniqueKeysWithValues: actors.actors.map { ($0.id, $0) })
    let locationOf = Dictionary(uniqueKeysWithValues: locations.locations.map { ($0.id, $0) })
    let claimOf = Dictionary(claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for index in events.indices {
      events[index].title = wording.title(
        of: events[index], actors: actorOf, locations: locationOf, claims: claimOf)
    }
  }

  /// What is told only in the words of an accusation is alleged, whoever accuses.
  private mutating func markAccusations(_ claims: [Claim]) {
    var accusations: [Event.ID: [Passage]] = [:]
    for claim in claims where claim.kind == .accusation && !claim.claimants.isEmpty {
      for event in claim.about { accusations[event, default: []].append(claim.passage) }
    }
    for index in events.indices where events[index].status == .occurred {
      guard let passages = accusations[events[index].id] else { continue }
      let isOnlyAccused = events[index].accounts.allSatisfy { account in
        passages.contains {
          $0.article == account.trigger.article && $0.span.contains(account.trigger.span)
        }
      }
      guard isOnlyAccused else { continue }
      events[index].status = .alleged
      for account in events[index].accounts.indices
      where events[index].accounts[account].status == .occurred {
        events[index].accounts[account].status = .alleged
      }
    }
  }

  /// One article's account of it as a fact outweighs others that know it as a claim or a plan.
  static func rank(_ status: EventStatus) -> Int {
    switch status {
    case .occurred: 0
    case .alleged: 1
    case .planned: 2
    case .denied: 3
    case .hypothetical: 4
    }
  }

  /// A neutral part says nothing beside a telling one.
  private static func roles(
    _ parts: [ParticipantRole: Set<Passage>]
  ) -> [(ParticipantRole, Set<Passage>)] {
    let telling = parts.filter { $0.key != .party }
    return (telling.isEmpty ? parts : telling)
      .sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value) }
  }

  private static func when(
    _ date: ArticleReading.EventDate, _ article: Int, _ corpus: Corpus
  ) -> Event.When {
    Event.When(
      edtf: date.edtf, duration: date.duration,
      literal: date.span.map { corpus.words(article, $0) }, basis: date.basis,
      passage: date.span.map { corpus.passage(article, $0) })
  }

  /// The date that says most: stated before inferred, the shorter span of days first, then the one told
  /// first; a duration is kept from whoever tells it.
  private static func bestDate(_ accounts: [Event.Account]) -> Event.When {
    func days(_ when: Event.When) -> Int {
      guard let date = when.edtf else { return Int.max }
      guard let earliest = date.earliest, let latest = date.latest else { return 1_000_000 }
      return latest.dayNumber - earliest.dayNumber
    }
    func order(_ when: Event.When) -> (Int, Int) { (when.basis == .stated ? 0 : 1, days(when)) }
    let dated = accounts.map(\.when).filter { $0.edtf != nil || $0.duration != nil }
    guard var best = dated.min(by: { order($0) < order($1) }) else { return Event.When() }
    best.duration = best.duration ?? dated.lazy.compactMap(\.duration).first
    return best
  }

  /// A whole that is part of its own part is part of nothing.
  private static func breakCycles(_ events: inout [Event]) {
    let numbers = Dictionary(uniqueKeysWithValues: events.enumerated().map { ($1.id, $0) })
    for start in events.indices {
      var seen: Set<Int> = [start]
      var current = start
      while let next = events[current].partOf.flatMap({ numbers[$0] }) {
        if !seen.insert(next).inserted {
          events[current].partOf = nil
          break
        }
        current = next
      }
    }
  }

  /// `figures` by the day they speak for, which is that of their article where they tell none; those
  /// without a day last, then by place in the text.
  private static func byDay(
    _ figures: [Claim], _ published: [Article.ID: EDTF]
  ) -> [Claim.ID] {
    figures.map { ($0, $0.asOf ?? published[$0.passage.article]) }.sorted { a, b in
      switch (a.1?.earliest, b.1?.earliest) {
      case (let x?, let y?) where x != y: return x < y
      case (.some, nil): return true
      case (nil, .some): return false
      default: return (a.0.passage, a.0.id) < (b.0.passage, b.0.id)
      }
    }.map(\.0.id)
  }

  /// Ties claims and quotations to the events that they are about.
  ///
  /// A quotation is about the events that its claim is about, and else about those that its sentence
  /// tells.
  mutating func link(claims: ClaimAssembly, quotations: QuotationAssembly, corpus: Corpus) {
    var aboutBySentence: [Passage: Set<Int>] = [:]
    let sentences = SentenceIndex(corpus)
    for (number, claim) in claims.claims.enumerated() {
      let sets = Set(claims.about[number].map { setOf[$0] }).sorted()
      var claim = claim
      claim.about = sets.map { events[$0].id }.sorted()
      for set in sets {
        if claim.kind == .figure {
          events[set].figures.append(claim.id)
        } else {
          events[set].claims.append(claim.id)
        }
      }
      self.claims.append(claim)
      for sentence in sentences.around(claim.passage.span, article: claims.articleOf[number]) {
        aboutBySentence[sentence, default: []].formUnion(sets)
      }
    }
    markAccusations(self.claims)
    for (set, event) in events.enumerated() {
      for passage in event.evidence {
        guard let article = sentences.number(of: passage.article) else { continue }
        for sentence in sentences.around(passage.span, article: article) {
          aboutBySentence[sentence, default: []].insert(set)
        }
      }
    }
    for var quotation in quotations.quotations {
      if let article = sentences.number(of: quotation.passage.article) {
        var sets: Set<Int> = []
        for sentence in sentences.around(quotation.passage.span, article: article) {
          sets.formUnion(aboutBySentence[sentence] ?? [])
        }
        quotation.about = sets.map { events[$0].id }.sorted()
        for set in sets { events[set].quotations.append(quotation.id) }
      }
      self.quotations.append(quotation)
    }
    let claimOf = Dictionary(uniqueKeysWithValues: self.claims.map { ($0.id, $0) })
    let published = Dictionary(
      corpus.articles.compactMap { article in article.published.map { (article.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    for index in events.indices {
      events[index].figures = Self.byDay(
        events[index].figures.compactMap { claimOf[$0] }, published)
      events[index].claims.sort { a, b in
        guard let x = claimOf[a], let y = claimOf[b] else { return a < b }
        return (x.passage, a) < (y.passage, b)
      }
    }
  }
}

/// Finds the sentences around a span.
struct SentenceIndex {
  private let corpus: Corpus
  private let numbers: [Article.ID: Int]

  /// An index over the articles of `corpus`.
  init(_ corpus: Corpus) {
    self.corpus = corpus
    numbers = Dictionary(
      corpus.articles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of an article in the corpus.
  func number(of article: Article.ID) -> Int? { numbers[article] }

  /// The sentences that share a byte with `span`.
  func around(_ span: TextSpan, article: Int) -> [Passage] {
    let sentences = corpus.readings[article].sentences
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].end <= span.start { low = middle + 1 } else { high = middle }
    }
    var result: [Passage] = []
    while low < sentences.count, sentences[low].start < span.end {
      result.append(corpus.passage(article, sentences[low]))
      low += 1
    }
    return result
  }
}
