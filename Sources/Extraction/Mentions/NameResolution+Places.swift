import DossierModel
import Knowledge

extension NameResolution {
  // MARK: Places

  func emitPlace(_ index: Int) {
    let name = found[index]
    let core = tokens.string(name.core)
    for referent in name.referents {
      switch referent.referent {
      case .country, .region:
        if name.placeNoun.isEmpty || name.tokens == name.core {
          emitKnown(index)
          return
        }
      default: break
      }
    }
    var kind: LocationKind = .settlement
    if name.placeNoun.contains(.venue) { kind = .venue }
    if name.placeNoun.contains(.feature) { kind = .other }
    if name.placeNoun.contains(.admin) { kind = .district }
    if name.placeNoun.contains(.admin), let region = administrativeRegion(core) {
      add(
        index, label: .place, actor: regionActs(index) ? regionActor(region) : nil,
        place: regionPlace(region), .alias,
        "region-of")
      return
    }
    if !name.placeNoun.isDisjoint(with: [.feature, .venue]) {
      emitNamedPlace(index, kind)
      return
    }
    // Towns have no article: "nel Donetsk" is the region.
    if name.hasArticle, name.tokens == name.core, isTown(index),
      let region = administrativeRegion(core),
      region.country?.lowercased() != language.code
    {
      add(
        index, label: .place, actor: regionActs(index) ? regionActor(region) : nil,
        place: regionPlace(region), .alias,
        "region-of")
      return
    }
    if let seat = seatActor(index) {
      add(index, label: .place, actor: seat, place: nil, .alias, "metonym")
      return
    }
    if let settlement = town(index) {
      let place = settlementPlace(settlement, kind)
      add(
        index, label: .place, actor: nil, place: place,
        LatinFold.fold(core) == LatinFold.fold(settlement.name) ? .exact : .alias, "gazetteer")
      return
    }
    if let settlement = misspelled(index) {
      let place = settlementPlace(settlement, kind)
      add(index, label: .place, actor: nil, place: place, .spelling, "spelling")
      return
    }
    if let place = townBegun(by: core) {
      add(index, label: .place, actor: nil, place: place, .alias, "place-shortened")
      return
    }
    // "il villaggio di X" is one, wherever it lies.
    if !name.placeNoun.isDisjoint(with: [.settlement, .admin]) || isSomewhere(name) {
      let place = place(key: "article:" + LatinFold.fold(core)) { Place(name: core, kind: kind) }
      add(index, label: .place, actor: nil, place: place, .unresolved, "place-noun")
      return
    }
    if let place = placeByKey["article:" + LatinFold.fold(core)] {
      add(index, label: .place, actor: nil, place: place, .unresolved, "place-again")
      return
    }
    mentions.append(
      Mention(
        span: tokens.span(name.tokens), label: .place, resolution: .unresolved, sieve: "place"))
  }

  /// The town of the article that a name is the beginning of: "San Cristóbal" after "San Cristóbal de
  /// las Casas".
  private func townBegun(by core: String) -> Int? {
    let beginning = core + " "
    let longer = places.indices.filter { place in
      places[place].kind == .settlement
        && places[place].forms.contains { $0.utf8.starts(with: beginning.utf8) }
    }
    return longer.count == 1 ? longer[0] : nil
  }

  /// Whether the words around a name that no table has say plainly that it is a place: "nel campo
  /// di X", "a X" and the like.
  private func isSomewhere(_ name: FoundName) -> Bool {
    let evidence = name.evidence
    return name.kind == .open && name.referents.isEmpty && name.tokens == name.core
      && !name.hasArticle && evidence.place >= 6 && evidence.person < 5
      && evidence.organization < 5
      && !name.core.contains {
        lexicon[tokens[$0].lexeme].contains(.notName) || scan.isPairOfPlaces($0)
      }
  }

  func settlementPlace(_ settlement: Settlement, _ kind: LocationKind) -> Int {
    let isDistrict = kind == .district
    let key = (isDistrict ? "district:" : "") + settlement.key
    return place(key: key) {
      var place = Place(name: settlement.name, kind: kind)
      place.latitude = settlement.latitude
      place.longitude = settlement.longitude
      place.precision = isDistrict ? 3 : 1
      place.country = settlement.country
      place.geonames = isDistrict ? nil : settlement.geonames
      place.key = key
      return place
    }
  }

  /// The town that a name misspells or writes over otherwise, in the countries of the towns beside
  /// it, or in those that the article speaks of most.
  func misspelled(_ index: Int) -> Settlement? {
    let name = found[index]
    let text = tokens.string(name.core)
    guard name.referents.allSatisfy({ !$0.isPrimary }), !name.hasArticle else { return nil }
    var countries: [String] = []
    for other in lists[index] ?? index..<index where other != index {
      if let town = town(other),
        !countries.contains(town.country)
      {
        countries.append(town.country)
      }
    }
    if !countries.isEmpty,
      let best = knowledge.gazetteer.similar(to: text, inCountries: countries).best
    {
      return knowledge.gazetteer[best]
    }
    // "lo Stato di X" is no town that is called nearly so.
    let before = name.core.lowerBound - 2
    if before >= 0, !lexicon[tokens[before].lexeme].isDisjoint(with: [.admin, .realm, .state]) {
      return nil
    }
    // A country that is hardly spoken of lends its towns to no other name.
    let leading = votes.leading(2)
    let inPlay = leading.filter { votes[$0] * 3 >= votes[leading[0]] * 2 }
    guard !inPlay.isEmpty else { return nil }
    let best = tokens.words.town(like: LatinFold.fold(text), inCountries: inPlay) {
      knowledge.gazetteer.similar(to: text, inCountries: inPlay).best
    }
    return best.map { knowledge.gazetteer[$0] }
  }

  /// Whether some town is called so.
  private func isTown(_ index: Int) -> Bool {
    found[index].referents.contains {
      if case .settlement = $0.referent { true } else { false }
    }
  }

  /// The region that "provincia di" and a town's name mean, if the tables have it.
  func administrativeRegion(_ core: String) -> Region? {
    for head in ["regione di ", "provincia di ", "distretto di ", "oblast di ", "Stato di "] {
      for name in ranked(knowledge.names.lookup(head + core)) {
        if case .region(let slug) = name.referent { return knowledge.regions[slug] }
      }
    }
    return nil
  }

  /// A venue or feature with its noun, which lies where the town does whose name it has.
  func emitNamedPlace(_ index: Int, _ kind: LocationKind) {
    let form = tokens.string(found[index].tokens)
    for name in ranked(knowledge.names.lookup(form)) {
      if case .region(let slug) = name.referent, let region = knowledge.regions[slug] {
        add(index, label: .place, actor: nil, place: regionPlace(region), .alias, "region")
        return
      }
    }
    // "via Bologna" is in any town.
    let isStreet = words.isStreet(tokens, found[index].tokens.lowerBound)
    let town = kind == .venue && !isStreet ? town(index) : nil
    let region = town == nil ? smallRegion(index) : nil
    let place = self.place(key: "article:" + LatinFold.fold(form)) {
      var place = Place(name: Self.capitalized(form), kind: kind)
      if let region {
        place.latitude = region.latitude
        place.longitude = region.longitude
        place.country = region.country
        place.precision = region.precision
      }
      if let town {
        place.latitude = town.latitude
        place.longitude = town.longitude
        place.country = town.country
        place.precision = 2
        place.key = "venue:" + LatinFold.fold(form) + "@" + town.key
      }
      return place
    }
    add(
      index, label: .place, actor: nil, place: place, town == nil ? .unresolved : .alias,
      "place-noun")
  }

  /// The area that a venue's name has, where it is small enough to say where the venue is.
  private func smallRegion(_ index: Int) -> Region? {
    for name in knowledge.names.lookup(tokens.string(found[index].core)) {
      if case .region(let slug) = name.referent, let region = knowledge.regions[slug],
        region.precision <= 3
      {
        return region
      }
    }
    return nil
  }

  /// The border of two countries; a point on it stands for the line.
  func emitBorder(_ range: Range<Int>, _ codes: [String]) {
    let names = codes.compactMap { knowledge.countries[$0]?.name }.sorted()
    guard names.count == 2 else { return }
    let key = "border:" + codes.joined(separator: "-")
    let name = lexicon.borderName(names[0], names[1])
    let place = self.place(key: key) {
      var place = Place(name: name, kind: .border)
      let point = BorderPoints.shared[codes[0], codes[1]]
      place.latitude = point?.latitude
      place.longitude = point?.longitude
      place.precision = 5
      place.key = key
      return place
    }
    note(tokens.string(range), place: place)
    mentions.append(
      Mention(
        span: tokens.span(range), label: .place, place: place, resolution: .description,
        sieve: "border"))
  }

  /// "l'aeroporto di X" describes a venue; the town's name stands inside.
  func emitVenue(_ range: Range<Int>, town: Int) {
    // "la scuola di X", who teaches there
    guard kinds[town] == .place else { return }
    let form = tokens.string(range)
    let settlement = self.town(town) ?? misspelled(town)
    let region = settlement == nil ? smallRegion(town) : nil
    // "il ponte della X": of a road or a river that nobody knows
    let isUnknown = settlement == nil && region == nil
    if isUnknown, scan.isArticulated(found[town].core.lowerBound - 1) { return }
    let place = self.place(key: "article:venue:" + LatinFold.fold(form)) {
      var place = Place(name: Self.capitalized(form), kind: .venue)
      place.latitude = settlement?.latitude ?? region?.latitude
      place.longitude = settlement?.longitude ?? region?.longitude
      place.country = settlement?.country ?? region?.country
      place.precision = settlement != nil ? 2 : region?.precision
      if let settlement {
        place.key = "venue:" + LatinFold.fold(form) + "@" + settlement.key
      }
      return place
    }
    note(form, place: place)
    mentions.append(
      Mention(
        span: tokens.span(range), label: .place, place: place, resolution: .description,
        sieve: "venue"))
  }

  /// The state for which a capital stands, if it acts here.
  func seatActor(_ index: Int) -> Int? {
    let name = found[index]
    guard name.placeNoun.isEmpty,
      let key = name.referents.lazy.compactMap({ referent -> String? in
        if case .seat(let key) = referent.referent { key } else { nil }
      }).first
    else { return nil }
    let isSubject = actsHere(index)
    guard isSubject || actsWithOthers(index) else { return nil }
    if key.utf8.starts(with: "state:".utf8),
      let country = knowledge.countries[String(key.dropFirst(6))]
    {
      return stateActor(country)
    }
    if key.utf8.starts(with: "org:".utf8),
      let organization = knowledge.organizations[String(key.dropFirst(4))]
    {
      return organizationActor(organization)
    }
    return nil
  }

  /// "Teheran e Mosca sostengono": the next of the list acts.
  func actsWithOthers(_ index: Int) -> Bool {
    var last = index
    while last + 1 < found.count, last - index < 4, isCoordinated(last, last + 1),
      isSeat(last + 1)
    {
      last += 1
    }
    return last > index && found[index].preposition == LexemeTable.unknown && actsHere(last)
  }

  func isSeat(_ index: Int) -> Bool {
    found[index].referents.contains {
      if case .seat = $0.referent { true } else { false }
    }
  }

  /// Whether a capital stands for its government: it does something, answers for something, or
  /// serves as somebody's employer.
  func actsHere(_ index: Int) -> Bool {
    let name = found[index]
    if name.hasArticle, name.tokens.count == 1 { return false }
    var next = name.tokens.upperBound
    var before = name.tokens.lowerBound - 1
    var preposition = name.preposition
    // The preposition of a list is the first member's.
    if preposition == LexemeTable.unknown, let list = lists[index], list.lowerBound < index {
      preposition = found[list.lowerBound].preposition
      before = found[list.lowerBound].tokens.lowerBound - 1
    }
    if preposition == words.tra || preposition == words.fra {
      return before > 0 && lexicon[tokens[before - 1].lexeme].contains(.actNoun)
    }
    if preposition == LexemeTable.unknown {
      if before >= 0, tokens[before].lexeme == words.secondo { return true }
      guard next < tokens.count else { return false }
      // "Mosca: l’esercito non ha attaccato": nobody denies but who speaks.
      if tokens.isMark(next, ":"),
        (next..<min(next + 8, tokens.count)).contains(where: {
          language.grammar.isAny(tokens[$0].lexeme, of: .negation)
        })
      {
        return true
      }
      // "Mosca: «…»", "Kiev, «…»"
      if tokens.isMark(next, ":") || tokens.isMark(next, ","), next + 1 < tokens.count,
        tokens[next + 1].isPunctuation
      {
        return true
      }
      // "Mosca non ha commentato", "Mosca e Kiev si accusano"
      var isReflexive = false
      while next + 1 < tokens.count, next < name.tokens.upperBound + 3,
        language.grammar.isAny(tokens[next].lexeme, of: .negation, .clitic)
      {
        if tokens[next].lexeme == language.words.si { isReflexive = true }
        next += 1
      }
      let readings = language.verbs.readings(tokens[next].lexeme)
      for reading in readings where reading.mood.isFinite {
        if isReflexive, language.events.claimCues(of: reading.verb).isEmpty,
          language.events.triggers(of: reading.verb).isEmpty
        {
          continue
        }
        switch language.verbGroupWords.task(reading.verb) {
        case .be, .become, .progressive: return false
        default: return true
        }
      }
      return false
    }
    if preposition == words.di, before > 0 {
      // "consigliere di Washington", "la risposta di Mosca".
      if lexicon[tokens[before - 1].lexeme].contains(.ruledPlace) { return false }
      if let role = lexicon.roles.nouns[tokens[before - 1].lexeme] {
        return role.roleClass == .source
          || role.roleClass == .office && role.agreement.number != nil
      }
      if let adjunct = lexicon.roles.adjuncts[tokens[before - 1].lexeme], adjunct.contains(.after) {
        return before > 1 && lexicon.roles.nouns.contains(tokens[before - 2].lexeme)
      }
      return lexicon[tokens[before - 1].lexeme].contains(.actNoun)
    }
    if preposition == words.da, before > 0 {
      // "mediata da Ankara": who does it, not where from ("si sono ritirate da Kiev").
      let isReflexive = (max(0, before - 4)..<before).contains {
        tokens[$0].lexeme == language.words.si
      }
      return !isReflexive
        && language.verbs.readings(tokens[before - 1].lexeme).contains {
          $0.mood == .participle && language.verbs.auxiliary(of: $0.verb) == .avere
        }
    }
    return preposition == words.con || preposition == words.contro
      || preposition == words.secondo
  }
}
