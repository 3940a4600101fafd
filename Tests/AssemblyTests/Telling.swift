import DossierModel
import Knowledge

@testable import Assembly

/// An article of a test and what was read in it, told in a few words.
struct Telling {
  var article: Article
  var reading: ArticleReading

  /// An article with `text`, published on `day`.
  init(_ name: String, _ text: String, published day: String? = nil) {
    article = Article(
      id: .init(name), file: name + ".txt", text: ArticleText(text),
      sha256: ContentHash(of: text))
    article.published = day.flatMap { EDTF($0) }
    reading = ArticleReading(article: article.id)
    reading.paragraphs = [article.text.span]
    reading.sentences = [article.text.span]
  }

  /// The first place of `words` in the text.
  func span(_ words: String) -> TextSpan {
    let (text, words) = (article.text.bytes, Array(words.utf8))
    for start in 0...max(0, text.count - words.count)
    where Array(text[start..<start + words.count]) == words {
      return TextSpan(start, start + words.count)
    }
    return TextSpan(0, 0)
  }

  /// Adds an actor and its number.
  @discardableResult
  mutating func actor(
    _ name: String, _ kind: ActorKind = .person, country: String? = nil, key: String? = nil
  ) -> Int {
    var actor = ArticleReading.Actor(name: name, kind: kind, country: country, key: key)
    actor.forms = [name]
    reading.actors.append(actor)
    return reading.actors.count - 1
  }

  /// Adds the state with the code `country`.
  mutating func state(_ name: String, _ country: String) -> Int {
    actor(name, .state, country: country, key: "state:\(country)")
  }

  /// Adds a settlement known by its number.
  mutating func settlement(_ name: String, _ geonames: Int) -> Int {
    var place = ArticleReading.Place(name: name, kind: .settlement)
    (place.key, place.geonames, place.precision) = ("geonames:\(geonames)", geonames, 1)
    (place.latitude, place.longitude, place.forms) = (40, 45, [name])
    reading.places.append(place)
    return reading.places.count - 1
  }

  /// Adds a place of another kind.
  mutating func place(
    _ name: String, _ kind: LocationKind, country: String? = nil, precision: Int = 5
  ) -> Int {
    var place = ArticleReading.Place(name: name, kind: kind)
    (place.key, place.precision, place.country) = ("test:\(name)", precision, country)
    (place.latitude, place.longitude, place.forms) = (40, 45, [name])
    reading.places.append(place)
    return reading.places.count - 1
  }

  /// Adds an event that `words` tell.
  @discardableResult
  mutating func event(
    _ type: EventType, _ words: String, date: String? = nil, places: [Int] = [],
    roles: [(Int, ParticipantRole)] = []
  ) -> Int {
    let span = span(words)
    var event = ArticleReading.Event(type: type, trigger: span, evidence: [span])
    if let date {
      event.date = .init(edtf: EDTF(date), span: nil, basis: .stated)
    }
    event.places = places.map { .init(place: $0, evidence: [span]) }
    event.participants = roles.map { .init(actor: $0.0, role: $0.1, evidence: [span]) }
    reading.events.append(event)
    return reading.events.count - 1
  }

  /// Adds a claim about an event.
  mutating func claim(
    _ kind: ClaimKind, _ words: String, by claimants: [Int], against addressees: [Int] = [],
    about event: Int, figure: Figure? = nil, asOf day: String? = nil
  ) {
    var claim = ArticleReading.Claim(span: span(words), kind: kind)
    (claim.claimants, claim.about, claim.figure) = (claimants, [event], figure)
    (claim.addressees, claim.asOf) = (addressees, day.flatMap { EDTF($0) })
    reading.claims.append(claim)
  }
}

/// The dossier of `tellings`.
func dossier(
  _ tellings: [Telling], editor: EditorFile = EditorFile(), language: String = "it"
) -> Dossier {
  let wording = EventWording(language: language, knowledge: .shared) { $0.text }
  return Assembly(wording: wording).assemble(
    articles: tellings.map(\.article), readings: tellings.map(\.reading), editor: editor
  ).dossier
}
