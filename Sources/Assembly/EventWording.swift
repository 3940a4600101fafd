import DossierModel
import Knowledge

/// How events are named in the site's language: "Scontri tra Armenia e Azerbaigian, 13 settembre 2022".
///
/// A title is built of type, participants, place and date, never of a clause of the text, and does not
/// name as author somebody who is only said to be it.
public struct EventWording: Sendable {
  /// How a type names its participants.
  private enum Pattern: String {
    case between, directed, struck, towards, by, agent, place, victims, figure
  }

  /// The language, BCP 47.
  public let language: String
  /// The title of a dossier that has none.
  public let untitled: String
  private let date: @Sendable (EDTF) -> String
  /// By type, and by type with a sort after a colon.
  private let heads: [String: (noun: String, pattern: Pattern)]
  private let articles: [String: String]
  private let prepositions: [String: String]
  /// By first word: what stands before a place without the article.
  private let barePrepositions: [String: String]
  private let countries: Countries

  /// The wording in `language`, with `date` to write dates in words.
  public init(
    language: String, knowledge: Knowledge, date: @escaping @Sendable (EDTF) -> String
  ) {
    let folder = language.hasPrefix("en") ? "en" : "it"
    self.language = folder
    self.date = date
    countries = knowledge.countries
    untitled = folder == "en" ? "Untitled dossier" : "Dossier senza titolo"
    var heads: [String: (noun: String, pattern: Pattern)] = [:]
    for row in EmbeddedTable.rows(of: folder + "/event-titles.tsv") {
      if let pattern = Pattern(rawValue: row[2]) { heads[row[0]] = (row[1], pattern) }
    }
    self.heads = heads
    var articles: [String: String] = [:]
    for row in EmbeddedTable.rows(of: folder + "/name-articles.tsv") { articles[row[0]] = row[1] }
    self.articles = articles
    var prepositions: [String: String] = [:]
    var barePrepositions: [String: String] = [:]
    for row in EmbeddedTable.rows(of: folder + "/place-prepositions.tsv") {
      if row[2] == "bare" {
        barePrepositions[row[0]] = row[1]
      } else {
        prepositions[row[0]] = row[1]
      }
    }
    self.prepositions = prepositions
    self.barePrepositions = barePrepositions
  }

  /// The title of `event`, whose actors and locations are found in the dictionaries; without its author
  /// if `namesAuthor` is false.
  ///
  /// Of an event of which nobody and no place is known, a figure among `claims` says how many it
  /// concerned; of one of which nothing is known, who tells it.
  func title(
    of event: Event, actors: [Actor.ID: Actor], locations: [Location.ID: Location],
    claims: [Claim.ID: Claim], namesAuthor: Bool = true
  ) -> String {
    let head = head(of: event, actors)
    let cast = Cast(event, actors)
    let places = event.places.compactMap { locations[$0.location] }
    let border = places.first { $0.kind == .border }
    var title = head.noun
    var named: [Actor] = []
    switch head.pattern {
    case .between:
      named = cast.sides
      if let border, named.count == 2 {
        title += " " + atBorder(border, named)
      } else if named.count >= 2 {
        title += (isEnglish ? " between " : " tra ") + list(named)
      } else if let only = named.first {
        title += event.type.isViolence || event.type.isPact ? with(only) : of(only)
      }
    case .directed, .struck, .towards, .by, .agent:
      let author = namesAuthor && mayNameAuthor(of: event) ? cast.author : nil
      let target = head.pattern == .by || head.pattern == .agent ? nil : cast.target(not: author)
      let isNamed =
        target.map { target in
          places.contains { $0.name == target.name && ($0.kind != .country || places.count > 1) }
        } ?? true
      if let author {
        // "Bombardamento della Russia" could be that of which Russia is the target.
        let isAgent = head.pattern == .agent || head.pattern == .struck && isNamed
        title += isAgent ? by(author) : of(author)
        named.append(author)
      }
      if let target, !isNamed {
        title += head.pattern == .towards ? to(target) : against(target)
        named.append(target)
      }
    case .victims:
      named = cast.fled
      title += " " + (isEnglish ? "of " + list(named) : "di " + list(named))
    case .place, .figure: break
    }
    let place = place(places, beside: named, border: border)
    title += place
    if named.isEmpty, place.isEmpty {
      if event.type.isViolence { title += victims(cast.victims) }
      if cast.victims.isEmpty,
        let figure = event.figures.lazy.compactMap({ claims[$0]?.figure }).first,
        let words = words(for: figure)
      {
        title += ": " + words
      }
    }
    if let when = event.when.edtf {
      title += ", " + date(when)
    } else if title == head.noun {
      let tellers = event.claims.lazy.compactMap { claims[$0]?.claimants.first }
      if let teller = tellers.compactMap({ actors[$0] }).first(where: { $0.kind != .anonymous }) {
        return title + (isEnglish ? ", according to " + list([teller]) : secondo(teller))
      }
      title += isEnglish ? ", no place or date known" : ", luogo e data non noti"
    }
    return title
  }

  /// Whether an author may be named: of violence and coercion only who is told to have done it, since
  /// nobody is called guilty of what is only alleged.
  private func mayNameAuthor(of event: Event) -> Bool {
    if event.status == .occurred { return true }
    if event.status == .planned, !event.type.isViolence, event.type != .blockade,
      event.type != .detention
    {
      return true
    }
    switch event.type {
    case .accusation, .condemnation, .appeal, .denial, .statement, .pledge, .support, .aid,
      .cooperation, .protest, .sanction, .surrender, .threat:
      return event.status != .denied
    default: return false
    }
  }

  /// The head noun and the pattern of the event's title: an attack is no clash, and who sets people free
  /// brings nobody home.
  private func head(
    of event: Event, _ actors: [Actor.ID: Actor]
  ) -> (noun: String, pattern: Pattern) {
    let roles = Set(event.participants.map(\.role))
    var sort: String?
    switch event.type {
    case .armedClash where !roles.contains(.party):
      if !roles.isDisjoint(with: [.initiator, .target]) {
        sort = "attack"
      } else if event.accounts.first?.rule == "verb" {
        sort = event.figures.isEmpty && !roles.contains(.victim) ? "attack" : "hurt"
      }
    case .return where roles.contains(.initiator): sort = "release"
    case .displacement where !Cast(event, actors).fled.isEmpty: sort = "person"
    default: break
    }
    return sort.flatMap { heads[event.type.rawValue + ":" + $0] } ?? heads[event.type.rawValue]
      ?? (event.type.rawValue, .place)
  }

  /// How many, in words and digits: "almeno 1.200 sfollati", "40 morti".
  private func words(for figure: Figure) -> String? {
    guard let most = figure.high ?? figure.low else { return nil }
    var bound = ""
    var number = digits(figure.low ?? most)
    switch (figure.low, figure.high) {
    case (_?, nil): bound = isEnglish ? "at least " : "almeno "
    case (nil, _?): bound = isEnglish ? "up to " : "fino a "
    case (let low?, let high?) where low != high: number = digits(low) + "–" + digits(high)
    default: if figure.qualifier == .about { bound = isEnglish ? "about " : "circa " }
    }
    let metric = figure.metric.rawValue
    if number == "1", let one = heads[metric + ":one"] ?? heads["people:one"] {
      return bound + one.noun
    }
    if let head = heads[metric] { return "\(bound)\(number) \(head.noun)" }
    return "\(bound)\(number) \(isEnglish ? "people" : figure.victims ?? "persone")"
  }

  private func digits(_ number: Int) -> String {
    let plain = String(number)
    var grouped = ""
    for (place, digit) in plain.enumerated() {
      if place > 0, (plain.count - place).isMultiple(of: 3) { grouped += isEnglish ? "," : "." }
      grouped.append(digit)
    }
    return grouped
  }

  /// Who took part, as far as titles name them.
  private struct Cast {
    let sides: [Actor]
    let author: Actor?
    let victims: [Actor]
    /// The persons who fled, if only they did.
    let fled: [Actor]
    private let targets: [Actor]

    init(_ event: Event, _ actors: [Actor.ID: Actor]) {
      func those(_ roles: [ParticipantRole]) -> [Actor] {
        event.participants.filter { roles.contains($0.role) }.compactMap { actors[$0.actor] }
          .filter { $0.kind != .anonymous }.uniqued()
      }
      // A state and its own army are one side: the state names it. Who suffered is a side if it is
      // told who did it; in this neutral form nobody is blamed.
      var roles: [ParticipantRole] = [.party, .initiator, .target]
      if !those([.initiator]).isEmpty { roles.append(.victim) }
      var sides: [Actor] = []
      for actor in those(roles) {
        guard let same = sides.firstIndex(where: { $0.isOneSide(with: actor) }) else {
          sides.append(actor)
          continue
        }
        if actor.kind == .state { sides[same] = actor }
      }
      if event.type.isViolence {
        // Commanders stand behind those whom they command; a side without a name is one too.
        let bodies = sides.filter { $0.kind != .person }
        if bodies.count < sides.count {
          let unnamed = event.participants.filter { $0.role == .party }
            .compactMap { actors[$0.actor] }.filter { $0.kind == .anonymous }
          if bodies.count > 1 {
            sides = bodies
          } else if bodies.count == 1, let other = unnamed.first {
            sides = bodies + [other]
          }
        }
      }
      // Belligerents stand in an order that none can object to.
      if event.type.isViolence {
        sides.sort { ($0.name, $0.id.rawValue) < ($1.name, $1.id.rawValue) }
      }
      self.sides = sides
      author = those([.initiator]).first ?? those([.speaker]).first ?? those([.party]).first
      targets = those([.target])
      let hurt = those([.victim])
      victims = hurt.filter { $0.kind != .person && $0.kind != .media }
      fled = victims.isEmpty ? hurt.filter { $0.kind == .person } : []
    }

    func target(not author: Actor?) -> Actor? { targets.first { $0.id != author?.id } }
  }

  /// The main place, with a sign that there are more; nothing if the names beside it tell as much.
  private func place(_ places: [Location], beside named: [Actor], border: Location?) -> String {
    let shown = places.filter { place in
      place.kind != .border && !named.contains { $0.name == place.name }
        && !(place.kind == .country && named.contains { $0.country == place.country })
    }
    guard border == nil || named.count < 2 else { return "" }
    guard let first = shown.first else { return border.map(onBorder) ?? "" }
    // A country says nothing beside a place in it.
    if first.kind == .country,
      let finer = shown.dropFirst().first(where: {
        $0.kind != .country && $0.country == first.country
      })
    {
      return at(finer)
    }
    let same = shown.filter { $0.kind == first.kind }
    if same.count == 2 { return at(first) + (isEnglish ? " and" : " e") + at(same[1]) }
    return at(first) + (same.count > 2 ? isEnglish ? " and elsewhere" : " e in altri luoghi" : "")
  }

  /// Whose losses are told, where nothing else is.
  private func victims(_ victims: [Actor]) -> String {
    guard !victims.isEmpty else { return "" }
    if isEnglish { return " with losses of " + list(victims) }
    let names = victims.prefix(3).map { joined("di", $0.name, article: article(of: $0)) }
    return " con perdite " + enumerated(names)
  }

  private var isEnglish: Bool { language == "en" }

  /// The names of `actors`: "Armenia e Azerbaigian", "la Russia e le Forze di difesa".
  ///
  /// States alone stand without article, as headlines have them.
  private func list(_ actors: [Actor]) -> String {
    if isEnglish {
      return enumerated(
        actors.map { actor in
          guard actor.kind == .state, let country = actor.country.flatMap({ countries[$0] }) else {
            return actor.name
          }
          return country.englishName
        })
    }
    let isBare = actors.allSatisfy { $0.kind == .state || article(of: $0) == nil }
    return enumerated(
      actors.map { isBare ? $0.name : definite($0.name, article: article(of: $0)) })
  }

  private func enumerated(_ names: [String]) -> String {
    if names.count > 3 {
      return names.prefix(2).joined(separator: ", ") + (isEnglish ? " and others" : " e altri")
    }
    guard let last = names.last, names.count > 1 else { return names.joined() }
    let startsWithE = last.utf8.first.map { $0 | 0x20 } == UInt8(ascii: "e")
    let and = isEnglish ? " and " : startsWithE ? " ed " : " e "
    return names.dropLast().joined(separator: ", ") + and + last
  }

  // MARK: Prepositions

  private func of(_ actor: Actor) -> String {
    if isEnglish { return " by " + list([actor]) }
    return " " + joined("di", actor.name, article: article(of: actor))
  }

  private func by(_ actor: Actor) -> String { isEnglish ? of(actor) : " da parte" + of(actor) }

  /// One side of which the other is not told.
  private func with(_ actor: Actor) -> String {
    if isEnglish { return " involving " + list([actor]) }
    return " con " + definite(actor.name, article: article(of: actor))
  }

  private func secondo(_ actor: Actor) -> String {
    ", secondo " + definite(actor.name, article: article(of: actor))
  }

  private func against(_ actor: Actor) -> String {
    if isEnglish { return " against " + list([actor]) }
    return " contro " + definite(actor.name, article: article(of: actor))
  }

  private func to(_ actor: Actor) -> String {
    if isEnglish { return " for " + list([actor]) }
    return " " + joined("a", actor.name, article: article(of: actor))
  }

  private func atBorder(_ border: Location, _ sides: [Actor]) -> String {
    (isEnglish ? "on the border between " : "al confine tra ") + list(sides)
  }

  /// A border whose sides are not told to take part.
  private func onBorder(_ border: Location) -> String {
    isEnglish ? " on the border" : " " + joined("a", border.name, article: article(of: border.name))
  }

  private func at(_ place: Location) -> String {
    if isEnglish {
      if place.kind == .country, let country = place.country.flatMap({ countries[$0] }) {
        return " in " + country.englishName
      }
      return " in " + place.name
    }
    if let preposition = prepositions[place.name.lowercased()]
      ?? (place.kind == .settlement ? nil : barePrepositions[firstWord(of: place.name)])
    {
      return " \(preposition) \(place.name)"
    }
    if place.kind == .other || place.kind == .border || place.kind == .venue,
      let article = article(of: place.name),
      let preposition = prepositions[firstWord(of: place.name)]
    {
      return " " + joined(preposition, place.name, article: article)
    }
    switch place.kind {
    case .venue:
      // A building or an institution takes its article: "al Cremlino", "all’Ospedale".
      guard let article = article(of: place.name) else { return atSettlement(place.name) }
      return " " + joined("a", place.name, article: article)
    case .settlement, .district: return atSettlement(place.name)
    case .country: return inCountry(place)
    case .region:
      if let article = article(of: place.name) {
        return " " + joined("in", place.name, article: article)
      }
      // Names of regions in -a are feminine and stand without article: "in Crimea".
      let isFeminine = place.name.utf8.last == UInt8(ascii: "a") && !place.name.contains(" ")
      return isFeminine ? " in " + place.name : " nella regione di " + place.name
    case .border, .other:
      let article = article(of: place.name)
      guard let article else { return " nella zona di " + place.name }
      return " " + joined("in", place.name, article: article)
    }
  }

  private func atSettlement(_ name: String) -> String {
    // Il Cairo: al Cairo; L’Aquila: all’Aquila.
    for article in ["Il ", "La ", "Lo ", "Le ", "I ", "Gli "] where name.hasPrefix(article) {
      let rest = String(name.dropFirst(article.count))
      return " " + joined("a", rest, article: article.dropLast().lowercased())
    }
    for article in ["L’", "L'"] where name.hasPrefix(article) {
      return " all’" + name.dropFirst(article.count)
    }
    let startsWithA = name.utf8.first.map { $0 | 0x20 } == UInt8(ascii: "a")
    return (startsWithA ? " ad " : " a ") + name
  }

  private func inCountry(_ place: Location) -> String {
    guard let country = place.country.flatMap({ countries[$0] }), country.name == place.name else {
      return " in " + place.name
    }
    switch countryArticle(country) {
    case "gli"?, "i"?, "le"?, "lo"?:
      return " " + joined("in", place.name, article: countryArticle(country))
    case let article? where place.name.contains(" ") && article != "l'":
      return " " + joined("in", place.name, article: article)
    case nil: return atSettlement(place.name)
    default: return " in " + place.name
    }
  }

  // MARK: Articles

  private func countryArticle(_ country: Country) -> String? {
    let full = country.nameWithArticle
    guard full != country.name else { return nil }
    if let space = full.firstIndex(of: " "), full[full.index(after: space)...] == country.name {
      return String(full[..<space])
    }
    return "l'"
  }

  /// The definite article of an actor's name, "l'" before a vowel; `nil` if it takes none.
  func article(of actor: Actor) -> String? {
    if isEnglish { return nil }

    if actor.kind == .person { return nil }
    if actor.kind == .state, let country = actor.country.flatMap({ countries[$0] }),
      country.name == actor.name
    {
      return countryArticle(country)
    }
    return article(of: actor.name)
  }

  private func article(of name: String) -> String? {
    articles[firstWord(of: name)]
  }

  private func firstWord(of name: String) -> String {
    (name.split(separator: " ").first.map(String.init) ?? name).lowercased()
  }

  private func definite(_ name: String, article: String?) -> String {
    guard let article else { return name }
    return article == "l'" ? "l’" + name : article + " " + name
  }

  /// `di` and `il` are `del`.
  private func joined(_ preposition: String, _ name: String, article: String?) -> String {
    guard let article else { return preposition + " " + name }
    let stems = ["di": "de", "a": "a", "in": "ne", "da": "da", "su": "su"]
    guard let stem = stems[preposition] else {
      return preposition + " " + definite(name, article: article)
    }
    switch article {
    case "il": return stem + "l " + name
    case "lo": return stem + "llo " + name
    case "la": return stem + "lla " + name
    case "l'", "l’": return stem + "ll’" + name
    case "i": return stem + "i " + name
    case "gli": return stem + "gli " + name
    case "le": return stem + "lle " + name
    default: return preposition + " " + name
    }
  }
}

extension EventType {
  /// Whether it takes two to make one.
  fileprivate var isPact: Bool {
    self == .agreement || self == .ceasefire || self == .cooperation
  }
}

extension Actor {
  /// Whether both are one side of a clash: a state with its government and its forces.
  fileprivate func isOneSide(with other: Actor) -> Bool {
    guard let country, country == other.country else { return id == other.id }
    return kind == .state || other.kind == .state || kind == .government
      || other.kind == .government
  }
}
