import DossierModel

/// Finds which events of many articles are one.
///
/// Two are one when type, time and a place or two participants agree. The time must be a day, or for
/// wars the year in which they began; what is dated to a month only joins
/// the one event of that month that agrees in place and participant. Undated events stay apart.
struct EventMerging {
  /// The sets of events that are one, as numbers among all events of the corpus.
  private(set) var sets: [[Int]] = []
  /// Why a set is one, in the order of `sets`; empty for sets of one.
  private(set) var reasons: [[MergeReason]] = []

  /// Merges the events of `corpus`, whose actors and places belong to the sets `actorOf`, `placeOf`.
  init(_ corpus: Corpus, actorOf: [Int], placeOf: [Int]) {
    var links = UnionFind(count: corpus.eventCount)
    var found: [(Int, MergeReason)] = []
    let facts = Self.facts(of: corpus, actorOf: actorOf, placeOf: placeOf)

    var first: [Key: Int] = [:]
    for fact in facts {
      for (key, reason) in fact.keys {
        if let other = first[key] {
          if facts[other].article != fact.article, links.join(other, fact.number) {
            found.append((fact.number, reason))
          }
        } else {
          first[key] = fact.number
        }
      }
    }
    Self.linkMonths(facts, &links, &found)
    Self.linkKindred(facts, &links, &found)

    let sets = links.sets()
    var reasonsByRoot: [Int: Set<MergeReason>] = [:]
    for (number, reason) in found { reasonsByRoot[links.root(number), default: []].insert(reason) }
    self.sets = sets
    reasons = sets.map { set in
      set.first.flatMap { reasonsByRoot[$0] }.map { $0.sorted() } ?? []
    }
  }

  /// An event seen from afar.
  private struct Fact {
    var number: Int
    var article: Int
    var type: EventType
    var date: EDTF?
    /// Sets of places that are finer than a country.
    var places: [Int]
    var countries: [Int]
    var participants: [Int]
    /// The countries of states and their forces among the participants.
    var sides: [String] = []
    var keys: [(Key, MergeReason)] = []
  }

  /// What two events must share to be one.
  private struct Key: Hashable {
    var type: EventType
    var day: Int
    var first: Int
    var second: Int
  }

  private static func facts(of corpus: Corpus, actorOf: [Int], placeOf: [Int]) -> [Fact] {
    var facts: [Fact] = []
    for (article, reading) in corpus.readings.enumerated() {
      for (index, event) in reading.events.enumerated() {
        var fact = Fact(
          number: corpus.eventOffsets[article] + index, article: article, type: event.type,
          date: event.date.edtf, places: [], countries: [], participants: [])
        for link in event.places {
          let place = placeOf[corpus.placeOffsets[article] + link.place]
          let precision = reading.places[link.place].precision ?? 1
          if precision < 6 { fact.places.append(place) } else { fact.countries.append(place) }
        }
        fact.participants = Set(
          event.participants.map { actorOf[corpus.actorOffsets[article] + $0.actor] }
        ).sorted()
        fact.sides = Set(
          event.participants.compactMap { part in
            let actor = reading.actors[part.actor]
            return [.state, .government, .military].contains(actor.kind) ? actor.country : nil
          }
        ).sorted()
        fact.keys = keys(of: fact)
        facts.append(fact)
      }
    }
    return facts
  }

  /// A number for the time of an event and how many days it spans; for wars the year of the beginning.
  private static func time(of fact: Fact) -> (key: Int, days: Int)? {
    guard let date = fact.date, let earliest = date.earliest else { return nil }
    if fact.type == .war { return (-earliest.year, 0) }
    if case .interval(let start?, nil) = date.value, start.day != nil {
      return (earliest.dayNumber * 400, 0)
    }
    guard let latest = date.latest else { return nil }
    let days = latest.dayNumber - earliest.dayNumber
    // A clock time may lie on two days in two zones; it counts for the day as written.
    return days <= 366 ? (earliest.dayNumber * 400 + days, days) : nil
  }

  private static func keys(of fact: Fact) -> [(Key, MergeReason)] {
    guard let (time, days) = time(of: fact) else { return [] }
    var keys: [(Key, MergeReason)] = []
    let isDiplomatic = isDiplomatic(fact.type)
    if !isDiplomatic || fact.participants.isEmpty, days <= 1 {
      for place in fact.places {
        keys.append((Key(type: fact.type, day: time, first: place, second: -1), .place))
      }
    }
    let people = fact.participants.prefix(12)
    for (i, one) in people.enumerated() {
      if days <= 1 || isDiplomatic && days <= 31 {
        for other in people.dropFirst(i + 1) {
          let key = Key(type: fact.type, day: time, first: -2 - one, second: -2 - other)
          keys.append((key, .participants))
        }
      }
      if days <= 10 {
        for place in fact.places + (isDiplomatic ? fact.countries : []) {
          let key = Key(type: fact.type, day: time, first: -2 - one, second: place)
          keys.append((key, .placeAndParticipant))
        }
      }
    }
    return keys
  }

  private static func isDiplomatic(_ type: EventType) -> Bool {
    switch type {
    case .meeting, .talksMediated, .phoneCall, .agreement, .statement, .accusation, .condemnation,
      .appeal, .denial, .pledge, .threat, .sanction, .support, .cooperation, .aid:
      true
    default: false
    }
  }

  /// Joins what is dated to a month with the only event of that month that agrees.
  private static func linkMonths(
    _ facts: [Fact], _ links: inout UnionFind, _ found: inout [(Int, MergeReason)]
  ) {
    var byMonth: [Key: Set<Int>] = [:]
    func month(_ date: CalendarDate) -> Int { date.year * 12 + date.month }
    func keys(_ fact: Fact, _ month: Int) -> [Key] {
      fact.participants.prefix(12).flatMap { one in
        (fact.places + fact.countries).map {
          Key(type: fact.type, day: month, first: -2 - one, second: $0)
        }
      }
    }
    for fact in facts {
      guard let (_, days) = time(of: fact), days <= 1, fact.type != .war,
        let date = fact.date?.earliest
      else { continue }
      for key in keys(fact, month(date)) {
        byMonth[key, default: []].insert(links.root(fact.number))
      }
    }
    for fact in facts where fact.type != .war {
      guard case .date(let date)? = fact.date?.value, let number = date.month, number <= 12,
        date.day == nil
      else { continue }
      var candidates: Set<Int> = []
      for key in keys(fact, date.year * 12 + number) { candidates.formUnion(byMonth[key] ?? []) }
      let roots = Set(candidates.map { links.root($0) })
      if roots.count == 1, let root = roots.first, facts[root].article != fact.article,
        links.join(root, fact.number)
      {
        found.append((fact.number, .month))
      }
    }
  }

  /// Joins violence of one day and place that articles tell in words of another type: an attack with the
  /// raid, the clashes with the offensive, if somebody takes part in both.
  ///
  /// Never two events that one article tells apart.
  private static func linkKindred(
    _ facts: [Fact], _ links: inout UnionFind,
    _ found: inout [(Int, MergeReason)]
  ) {
    var articles: [Int: Set<Int>] = [:]
    for fact in facts { articles[links.root(fact.number), default: []].insert(fact.article) }
    var byPlace: [Spot: [Int]] = [:]
    for fact in facts where fact.type.isViolence && fact.type != .war {
      guard let (time, days) = time(of: fact), days <= 1 else { continue }
      for place in fact.places {
        let spot = Spot(day: time, place: place)
        for other in byPlace[spot, default: []] {
          let (a, b) = (links.root(other), links.root(fact.number))
          guard a != b, mayBeOne(facts[other], fact),
            articles[a, default: []].isDisjoint(with: articles[b, default: []])
          else { continue }
          let both = articles[a, default: []].union(articles[b, default: []])
          links.join(a, b)
          articles[links.root(a)] = both
          found.append((fact.number, .placeAndParticipant))
        }
        if byPlace[spot, default: []].count < kindred {
          byPlace[spot, default: []].append(fact.number)
        }
      }
    }
  }

  /// A place on a day.
  private struct Spot: Hashable {
    var day: Int
    var place: Int
  }

  /// How many events of one place and day a further one is compared with.
  private static let kindred = 8

  private static func mayBeOne(_ a: Fact, _ b: Fact) -> Bool {
    guard a.type != b.type, a.type == .armedClash || b.type == .armedClash else { return false }
    let other = a.type == .armedClash ? b.type : a.type
    switch other {
    case .operation, .shelling, .airDroneStrike, .explosive, .attackOnCivilians: break
    default: return false
    }
    return !Set(a.participants).isDisjoint(with: b.participants)
      || !Set(a.sides).isDisjoint(with: b.sides)
  }
}
