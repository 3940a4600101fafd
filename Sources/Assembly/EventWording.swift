import DossierModel
import Knowledge

/// How events are named in the site's language: "Scontri tra Armenia e Azerbaigian, 13 settembre 2022".
///
/// A title is built of type, participants, place and date, never of a clause of the text, and does not
/// name as author somebody who is only said to be it.
public struct EventWording: Sendable {
  /// How a type names its participants.
  private enum Pattern: String { case between, directed, by, agent, place }

  /// The language, BCP 47.
  public let language: String
  /// The title of a dossier that has none.
  public let untitled: String
  private let date: @Sendable (EDTF) -> String
  private let heads: [EventType: (noun: String, pattern: Pattern)]
  private let articles: [String: String]
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
    var heads: [EventType: (noun: String, pattern: Pattern)] = [:]
    for row in EmbeddedTable.rows(of: folder + "/event-titles.tsv") {
      guard let type = EventType(rawValue: row[0]), let pattern = Pattern(rawValue: row[2]) else {
        continue
      }
      heads[type] = (row[1], pattern)
    }
    self.heads = heads
    var articles: [String: String] = [:]
    for row in EmbeddedTable.rows(of: folder + "/name-articles.tsv") { articles[row[0]] = row[1] }
    self.articles = articles
  }

  /// The title of `event`, whose actors and locations are found in the dictionaries.
  func title(
    of event: Event, actors: [Actor.ID: Actor], locations: [Location.ID: Location]
  ) -> String {
    let head = heads[event.type] ?? (event.type.rawValue, .place)
    var title = head.noun
    let places = event.places.compactMap { locations[$0.location] }
    let border = places.first { $0.kind == .border }
    let parties = { (roles: [ParticipantRole]) in
      event.participants.filter { roles.contains($0.role) }.compactMap { actors[$0.actor] }
        .uniqued()
    }
    var named: [Actor] = []
    switch head.pattern {
    case .between:
      // A state and its own army are one side: the state names it. Who suffered is a side if it is
      // told who did it; in this neutral form nobody is blamed.
      var roles: [ParticipantRole] = [.party, .initiator, .target]
      if !parties([.initiator]).isEmpty { roles.append(.victim) }
      var sides: [Actor] = []
      for actor in parties(roles)
      where actor.kind != .anonymous
        && !sides.contains(where: { $0.country != nil && $0.country == actor.country })
      {
        sides.append(actor)
      }
      // Belligerents stand in an order that none can object to.
      if event.type.isViolence {
        sides.sort { ($0.name, $0.id.rawValue) < ($1.name, $1.id.rawValue) }
      }
      if let border, sides.count == 2 {
        title += " " + atBorder(border, sides.map { name($0) })
        named = sides
      } else if sides.count >= 2 {
        title += (isEnglish ? " between " : " tra ") + list(sides.map { name($0) })
        named = sides
      } else if let only = sides.first, event.type.isViolence == false {
        title += of(only)
        named = sides
      }
    case .directed, .by, .agent:
      let mayName = event.status == .occurred || !event.type.isViolence
      if mayName, let author = parties([.initiator]).first ?? parties([.speaker, .party]).first,
        author.kind != .anonymous
      {
        title += head.pattern == .agent ? " da parte" + of(author) : of(author)
        named.append(author)
      }
      if head.pattern == .directed, let target = parties([.target]).first,
        target.kind != .anonymous, !places.contains(where: { $0.name == target.name })
      {
        title += against(target)
        named.append(target)
      }
    case .place: break
    }
    let shown = places.filter { place in
      place.kind != .border && !named.contains { $0.name == place.name }
        && !(place.kind == .country && named.contains { $0.country == place.country })
    }
    if let place = shown.first, border == nil || named.isEmpty {
      title += at(place)
      if shown.count == 2, shown[1].kind == place.kind {
        title += (isEnglish ? " and " : " e ") + shown[1].name
      } else if shown.count > 2 {
        title += isEnglish ? " and elsewhere" : " e in altri luoghi"
      }
    }
    if let when = event.when.edtf { title += ", " + date(when) }
    return title
  }

  private var isEnglish: Bool { language == "en" }

  /// The name of an actor inside "tra A e B", where no name takes its article.
  private func name(_ actor: Actor) -> String {
    if actor.kind == .state, isEnglish, let country = actor.country.flatMap({ countries[$0] }) {
      return country.englishName
    }
    return actor.name
  }

  private func list(_ names: [String]) -> String {
    let startsWithE = names.last?.utf8.first.map { $0 | 0x20 } == UInt8(ascii: "e")
    let and = isEnglish ? " and " : startsWithE && names.count <= 3 ? " ed " : " e "
    if names.count <= 1 { return names.joined() }
    if names.count > 3 {
      return names.prefix(2).joined(separator: ", ") + and + (isEnglish ? "others" : "altri")
    }
    return names.dropLast().joined(separator: ", ") + and + (names.last ?? "")
  }

  // MARK: Prepositions

  private func of(_ actor: Actor) -> String {
    if isEnglish { return " by " + name(actor) }
    return " " + joined("di", actor.name, article: article(of: actor))
  }

  private func against(_ actor: Actor) -> String {
    if isEnglish { return " against " + name(actor) }
    return " contro " + definite(actor.name, article: article(of: actor))
  }

  private func atBorder(_ border: Location, _ sides: [String]) -> String {
    (isEnglish ? "on the border between " : "al confine tra ") + list(sides)
  }

  private func at(_ place: Location) -> String {
    if isEnglish {
      if place.kind == .country, let country = place.country.flatMap({ countries[$0] }) {
        return " in " + country.englishName
      }
      return " in " + place.name
    }
    switch place.kind {
    case .settlement, .venue, .district:
      // Il Cairo: al Cairo; L’Aquila: all’Aquila.
      for article in ["Il ", "La ", "Lo ", "Le ", "I ", "Gli "] where place.name.hasPrefix(article)
      {
        let rest = String(place.name.dropFirst(article.count))
        return " " + joined("a", rest, article: article.dropLast().lowercased())
      }
      let startsWithA = place.name.utf8.first.map { $0 | 0x20 } == UInt8(ascii: "a")
      return (startsWithA ? " ad " : " a ") + place.name
    case .country:
      let article = place.country.flatMap { countries[$0] }.flatMap(countryArticle)
      switch article {
      case "gli"?, "i"?, "le"?: return " " + joined("in", place.name, article: article)
      case "il"? where place.name.contains(" "), "la"? where place.name.contains(" "):
        return " " + joined("in", place.name, article: article)
      case "lo"?: return " " + joined("in", place.name, article: article)
      default: return " in " + place.name
      }
    case .region, .border, .other:
      let article = article(of: place.name)
      if article == nil, place.name.utf8.last == UInt8(ascii: "a") { return " in " + place.name }
      return " " + joined("in", place.name, article: article ?? masculine(place.name))
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

  private func article(of actor: Actor) -> String? {
    if actor.kind == .person { return nil }
    if actor.kind == .state, let country = actor.country.flatMap({ countries[$0] }),
      country.name == actor.name
    {
      return countryArticle(country)
    }
    return article(of: actor.name)
  }

  private func article(of name: String) -> String? {
    let first = name.split(separator: " ").first.map(String.init) ?? name
    return articles[first.lowercased()]
  }

  /// The masculine article before `name`.
  private func masculine(_ name: String) -> String {
    let letters = Array(LatinFold.fold(name).utf8.prefix(2))
    guard let first = letters.first else { return "il" }
    if "aeiou".utf8.contains(first) { return "l'" }
    if first == UInt8(ascii: "z") || first == UInt8(ascii: "x") || first == UInt8(ascii: "y") {
      return "lo"
    }
    if first == UInt8(ascii: "s"), letters.count > 1, !"aeiou".utf8.contains(letters[1]) {
      return "lo"
    }
    return "il"
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
