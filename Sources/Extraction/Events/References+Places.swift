import DossierModel
import Knowledge

/// Towns that stand in the names of institutions and buildings, and countries in compound adjectives.
extension References {
  /// The town in the name of an institution: "davanti al Parlamento di Tbilisi".
  func seat(in phrase: Phrase) -> Reference? {
    for index in phrase.mentions {
      let mention = reading.mentions[index]
      guard mention.label == .organization, let actor = mention.actor,
        let place = town(
          in: document.article.text[mention.span], reading.actors[actor].country ?? "")
      else { continue }
      return Reference(actor: nil, place: place, span: mention.span)
    }
    return nil
  }

  /// Places that no table of the world lists, by the name that the text gives them: a village is where
  /// something happened even if nobody can point to it on a map.
  func unlisted(in phrase: Phrase) -> TextArray<Reference> {
    var found = TextArray<Reference>(in: outline.memory)
    // "il gasdotto X", "il volo A-B": what leads from place to place is none.
    guard phrase.classes.isDisjoint(with: .route) else { return found }
    for index in phrase.mentions {
      let mention = reading.mentions[index]
      guard mention.label == .place, mention.place == nil, mention.actor == nil,
        isProper(mention.span)
      else { continue }
      let name = document.article.text[mention.span]
      let isDescribed = name.first?.isLowercase ?? true
      let place =
        reading.places.firstIndex { $0.name == name || $0.forms.contains(name) }
        ?? reading.places.count
      if place == reading.places.count {
        var added = ArticleReading.Place(name: name, kind: isDescribed ? .other : .settlement)
        added.forms = [name]
        reading.places.append(added)
      }
      found.append(Reference(actor: nil, place: place, span: mention.span))
    }
    return found
  }

  /// Whether the words are a name to their end, and no point of the compass.
  private func isProper(_ span: TextSpan) -> Bool {
    let last = document.tokens.index(atOrAfter: span.end) - 1
    guard last >= 0, document.tokens[last].shape.contains(.capitalized) else { return false }
    let first = document.tokens.index(atOrAfter: span.start)
    return first < last || lexicon.classes.match(text, at: first, grammar: language.grammar) == nil
  }

  /// The country whose part an adjective names: "in territorio burkinabé", "nelle acque filippine".
  func homeland(of phrase: Phrase) -> TextArray<Reference> {
    var found = TextArray<Reference>(in: outline.memory)
    guard phrase.classes.contains(.district),
      phrase.classes.isDisjoint(with: [.people, .civilian, .home, .building]),
      phrase.triggers == nil
    else { return found }
    for adjective in adjectives(of: phrase) {
      guard let actor = adjective.actor, let code = reading.actors[actor].country,
        let country = Knowledge.shared.countries[code], reading.actors[actor].kind == .state
      else { continue }
      let place =
        reading.places.firstIndex { $0.kind == .country && $0.country == code }
        ?? reading.places.count
      if place == reading.places.count {
        var added = ArticleReading.Place(name: country.name, kind: .country)
        (added.latitude, added.longitude) = (country.latitude, country.longitude)
        (added.country, added.key, added.precision) = (code, country.placeKey, 6)
        reading.places.append(added)
      }
      found.append(Reference(actor: nil, place: place, span: adjective.span))
    }
    return found
  }

  /// The town in the name of a building: "Carcere di Saada".
  func seat(of place: Int) -> Int? {
    let own = reading.places[place]
    guard own.kind == .venue || own.kind == .other, let country = own.country else { return nil }
    return town(in: own.name, country)
  }

  /// The town that `name` ends with, in `country`: one that the text names, or the largest so called.
  private func town(in name: String, _ country: String) -> Int? {
    let words = name.split(separator: " ")
    guard let di = words.lastIndex(of: "di"), di > 0, di + 1 < words.count else { return nil }
    let town = words[(di + 1)...].joined(separator: " ")
    if let known = reading.places.firstIndex(where: {
      $0.kind == .settlement && ($0.name == town || $0.forms.contains(town))
    }) {
      return known
    }
    guard
      let settlement = Self.settlement(town, in: country)
    else { return nil }
    var place = ArticleReading.Place(name: settlement.name, kind: .settlement)
    (place.latitude, place.longitude) = (settlement.latitude, settlement.longitude)
    (place.precision, place.country) = (1, settlement.country)
    (place.geonames, place.key) = (settlement.geonames, settlement.key)
    place.forms = [town]
    if let known = reading.places.firstIndex(where: { $0.key == place.key }) { return known }
    reading.places.append(place)
    return reading.places.count - 1
  }

  /// The largest town called `name` in `country`; a consulate stands in another, in a town that all know.
  private static func settlement(_ name: String, in country: String) -> Settlement? {
    let towns = Knowledge.shared.gazetteer.settlements(named: name)
    let own = towns.filter { $0.country == country }.max { $0.population < $1.population }
    return own
      ?? towns.filter { $0.population >= knownEverywhere }
      .max { $0.population < $1.population }
  }

  /// Inhabitants of a town that needs no country beside its name.
  private static let knownEverywhere = 500_000

  /// The countries of a compound adjective at `token`: "russo-ucraini".
  func compound(at token: Int) -> TextArray<Reference> {
    let folded = LatinFold.fold(document.tokens.string(token))
    guard let compound = Knowledge.shared.compound(folded: folded.utf8), compound.stance == nil
    else { return TextArray() }
    var found = TextArray<Reference>(in: outline.memory)
    for demonyms in compound.members {
      guard let first = demonyms.first?.homeland, demonyms.allSatisfy({ $0.homeland == first }),
        let actor = homelandActor(first)
      else { continue }
      found.append(Reference(actor: actor, place: nil, span: document.tokens[token].span))
    }
    return found
  }
}
