import DossierModel
import Knowledge

extension NameResolution {
  // MARK: Known names

  func emitKnown(_ index: Int) {
    let name = found[index]
    let form = tokens.string(name.tokens)
    if let twin = name.twin, let actor = actorOfFound[twin] {
      add(index, label: .organization, actor: actor, place: nil, .alias, "acronym")
      return
    }
    if let actor = actorByKey["article:" + LatinFold.fold(form)] {
      add(index, label: .organization, actor: actor, place: nil, .alias, "acronym")
      return
    }
    for referent in ranked(name.referents) {
      switch referent.referent {
      case .country(let code):
        guard let country = knowledge.countries[code] else { continue }
        let actor =
          actingCountries.contains(code) || actorByKey[country.actorKey] != nil
          ? stateActor(country) : nil
        let place = countryPlace(country)
        add(
          index, label: .place, actor: actor, place: place,
          form == country.name ? .exact : .alias, "country")
        return
      case .region(let slug):
        guard let region = knowledge.regions[slug] else { continue }
        add(
          index, label: .place, actor: regionActs(index) ? regionActor(region) : nil,
          place: regionPlace(region), form == region.name ? .exact : .alias, "region")
        return
      case .organization(let slug):
        guard let organization = knowledge.organizations[slug] else { continue }
        if let head = commonHead(name.tokens), isElsewhere(organization.country) {
          emitCommon(index, head)
          return
        }
        let actor = organizationActor(organization)
        let label: Mention.Label = slug == "eu" ? .place : .organization
        registerTwins(of: index, actor)
        add(
          index, label: label, actor: actor, place: nil,
          form == organization.name ? .exact : .alias, "organization")
        return
      case .settlement, .seat, .demonym: continue
      }
    }
    guard found[index].kind == .known else { return }
    let isOrganization = name.referents.contains {
      if case .organization = $0.referent { true } else { false }
    }
    mentions.append(
      Mention(
        span: tokens.span(name.tokens), label: isOrganization ? .organization : .place,
        resolution: .unresolved, sieve: "ambiguous"))
  }

  /// The head of an institution that is the whole name, so that any country may have one: "Senato".
  private func commonHead(_ range: Range<Int>) -> InstitutionLexicon.Head? {
    guard range.count == 1, let first = range.first,
      let (end, head) = lexicon.institutions.heads.longest(
        in: tokens, at: first, limit: range.upperBound), end == range.upperBound,
      head.keyClass != nil
    else { return nil }
    return head
  }

  /// Whether the article speaks of another country much more than of this one.
  func isElsewhere(_ country: String?) -> Bool {
    guard let country, let most = votes.leading(1).first, most != country else { return false }
    return votes[most] >= 6 && votes[country] * 2 <= votes[most]
  }

  /// "il Senato" in an article about another country than the one whose Senate is called just so.
  private func emitCommon(_ index: Int, _ head: InstitutionLexicon.Head) {
    let range = found[index].tokens
    guard let code = votes.only else {
      mentions.append(
        Mention(
          span: tokens.span(range), label: .organization, resolution: .unresolved,
          sieve: "institution-elsewhere"))
      return
    }
    let institution = InstitutionName(
      head: head, headTokens: range, portfolio: nil, homeland: .country(code), whole: range,
      isBare: false, isOwn: false)
    let (name, key, country) = canonical(institution, range)
    let actor = self.actor(key: key ?? "article:" + LatinFold.fold(name)) {
      Actor(name: name, kind: head.kind, country: country, key: key)
    }
    actors[actor].agreement = head.agreement
    add(
      index, label: .organization, actor: actor, place: nil, .alias, "institution-country")
  }

  /// The acronym that follows in parentheses is the same from now on.
  func registerTwins(of index: Int, _ actor: Int) {
    guard index + 1 < found.count, found[index + 1].twin == index else { return }
    actorByKey["article:" + key(found[index + 1].tokens)] = actor
  }

  /// What a name may refer to, those that fit the article first.
  func ranked(_ names: [KnownName]) -> [KnownName] {
    guard names.count > 1 else { return names }
    func weight(_ name: KnownName) -> Int {
      switch name.referent {
      case .organization(let slug):
        guard let organization = knowledge.organizations[slug] else { return 0 }
        let isMentioned = actorByKey[organization.key] != nil ? 1000 : 0
        return isMentioned + (organization.country.map { votes[$0] } ?? 0)
      case .region(let slug):
        return knowledge.regions[slug]?.countries.map { votes[$0] }.max() ?? 0
      case .country(let code): return votes[code] + 1
      default: return -1
      }
    }
    let weights = names.map(weight)
    // Two that fit equally well are not told apart.
    if let best = weights.max(), best == 0, weights.filter({ $0 == 0 }).count > 1 { return [] }
    let order = names.indices.sorted {
      weights[$0] != weights[$1] ? weights[$0] > weights[$1] : $0 < $1
    }
    return order.map { names[$0] }
  }

  /// The countries that are more than the scene of something: "in Ungheria" and "la strada per il
  /// Guatemala" tell of nothing that these states did or suffered.
  func findActingCountries() -> Set<String> {
    var acting: Set<String> = []
    for name in found {
      for case .country(let code) in name.referents.lazy.map(\.referent)
      where !acting.contains(code) && !isScene(name.tokens.lowerBound) { acting.insert(code) }
    }
    return acting
  }

  /// Whether the words before a country's name say where something is.
  private func isScene(_ start: Int) -> Bool {
    var before = start - 1
    if before > 0, language.grammar.isAny(tokens[before].lexeme, of: .definiteArticle) {
      before -= 1
    }
    guard before > 0, let preposition = language.grammar.preposition(tokens[before].lexeme) else {
      return false
    }
    let cue = lexicon[tokens[before - 1].lexeme]
    if preposition == words.inn { return true }
    if preposition == words.per { return !cue.isDisjoint(with: [.road, .line]) }
    return preposition == words.di
      && !cue.isDisjoint(with: [.direction, .settlement, .sited])
  }

  func stateActor(_ country: Country) -> Int {
    actor(key: country.actorKey) {
      Actor(
        name: country.name, kind: .state, country: country.isoCode ?? country.code,
        key: country.actorKey)
    }
  }

  func countryPlace(_ country: Country) -> Int {
    place(key: country.placeKey) {
      var place = Place(name: country.name, kind: .country)
      place.latitude = country.latitude
      place.longitude = country.longitude
      place.precision = 6
      place.country = country.isoCode
      place.key = country.placeKey
      return place
    }
  }

  /// Whether a region is the subject of what is done; that makes those who govern it an actor.
  func regionActs(_ index: Int) -> Bool {
    let (before, next) = (found[index].tokens.lowerBound - 1, found[index].tokens.upperBound)
    guard next < tokens.count,
      before < 0 || language.grammar.preposition(tokens[before].lexeme) == nil
    else { return false }
    return language.verbs.readings(tokens[next].lexeme).contains { reading in
      guard reading.mood.isFinite else { return false }
      switch language.verbGroupWords.task(reading.verb) {
      case .be, .become, .progressive: return false
      default: return true
      }
    }
  }

  func regionActor(_ region: Region) -> Int? {
    guard region.kind == .region || region.kind == .district, !region.countries.isEmpty else {
      return nil
    }
    return actor(key: region.key) {
      Actor(name: region.name, kind: .government, country: region.country, key: region.key)
    }
  }

  func regionPlace(_ region: Region) -> Int {
    place(key: region.key) {
      var place = Place(name: region.name, kind: region.kind)
      place.latitude = region.latitude
      place.longitude = region.longitude
      place.precision = region.precision
      place.country = region.country
      place.geonames = region.geonames
      place.key = region.key
      return place
    }
  }

  func organizationActor(_ organization: Organization) -> Int {
    actor(key: organization.key) {
      Actor(
        name: organization.name, kind: organization.kind, country: organization.country,
        key: organization.key)
    }
  }

  // MARK: Institutions

  func emitInstitution(_ index: Int) {
    guard let institution = institution(index) else { return }
    let form = tokens.string(found[index].tokens)
    if institution.isBare {
      if let known = institutionByHead[institution.head.index] {
        add(index, label: .organization, actor: known, place: nil, .alias, "institution-again")
        return
      }
      if let own = wellKnownBare(institution) {
        add(index, label: .organization, actor: own, place: nil, .alias, "institution-known")
        institutionByHead[institution.head.index] = own
        return
      }
      if let whole = onlyWhole(of: institution.head) ?? townBody(institution, form) {
        add(index, label: .organization, actor: whole, place: nil, .alias, "institution-whole")
        institutionByHead[institution.head.index] = whole
        return
      }
      let isLoose = institution.head.grammar.contains(.loose)
      guard isAgent(found[index].tokens) else {
        mentions.append(
          Mention(
            span: tokens.span(found[index].tokens), label: .organization,
            resolution: isLoose ? .description : .unresolved, sieve: "institution-bare"))
        return
      }
      if let code = votes.only, let actor = nationalBody(institution, of: code) {
        add(
          index, label: .organization, actor: actor, place: nil, .alias, "institution-country")
        return
      }
      let actor = self.actor(key: "article:" + LatinFold.fold(form)) {
        Actor(name: form, kind: .anonymous)
      }
      actors[actor].agreement = institution.head.agreement
      add(
        index, label: .organization, actor: actor, place: nil, isLoose ? .description : .exact,
        "institution-bare")
      return
    }
    let actor = wholeActor(index, institution)
    institutionByHead[institution.head.index] = actor
    let isLoose = institution.head.grammar.contains(.loose)
    add(
      index, label: .organization, actor: actor, place: nil,
      isLoose || isOneOfMany(found[index].tokens)
        ? .description
        : LatinFold.fold(form) == LatinFold.fold(actors[actor].name) ? .exact : .alias,
      "institution")
  }

  /// The institution of a found name, with the country that the article gives it.
  private func institution(_ index: Int) -> InstitutionName? {
    guard var institution = found[index].institution else { return nil }
    // "il ministero della Difesa" in an article that speaks of one country only.
    if institution.portfolio != nil, institution.homeland == nil, !institution.isOwn,
      let code = votes.only
    {
      institution.homeland = .country(code)
    }
    return institution
  }

  /// The actor of an institution that has more than its head.
  private func wholeActor(_ index: Int, _ institution: InstitutionName) -> Int {
    let (name, key, country) = canonical(institution, institution.whole)
    let actor =
      armedForces(name, key)
      ?? self.actor(key: key ?? "article:" + LatinFold.fold(name)) {
        Actor(name: name, kind: institution.head.kind, country: country, key: key)
      }
    actors[actor].agreement = institution.head.agreement
    if institution.whole != found[index].tokens {
      note(tokens.string(institution.whole), actor: actor)
    }
    return actor
  }

  /// "La Procura … la Procura di X": what a head alone means where the article has it with more
  /// words once, before or after.
  private func onlyWhole(of head: InstitutionLexicon.Head) -> Int? {
    guard !head.grammar.contains(.loose), let whole = wholeInstitutions[head.index] else {
      return nil
    }
    var only: Int?
    for index in whole where !isOneOfMany(found[index].tokens) {
      guard let institution = institution(index) else { continue }
      let actor = wholeActor(index, institution)
      guard only == nil || only == actor else { return nil }
      only = actor
    }
    return only
  }

  /// "il Comune", "la Procura" in an article about one town, or beside another body of one town:
  /// that town's.
  private func townBody(_ institution: InstitutionName, _ form: String) -> Int? {
    let grammar = institution.head.grammar
    guard grammar.contains(.local),
      let town = grammar.contains(.seated) ? seatOfBodies ?? onlyTown : onlyTown
    else { return nil }
    let name = Self.capitalized(form) + " di " + town
    let actor = self.actor(key: "article:" + LatinFold.fold(name)) {
      Actor(name: name, kind: institution.head.kind)
    }
    actors[actor].agreement = institution.head.agreement
    return actor
  }

  /// The town that the bodies have in their names that share a seat.
  func findSeatOfBodies() -> String? {
    var named: Set<String> = []
    for (index, name) in found.enumerated() {
      guard let institution = name.institution, institution.head.grammar.contains(.seated),
        !institution.isBare, index + 1 < found.count, isTownsName(index + 1),
        found[index + 1].tokens.upperBound == institution.whole.upperBound,
        found[index + 1].tokens.lowerBound == institution.headTokens.upperBound + 1,
        !found[index + 1].hasArticle
      else { continue }
      named.insert(tokens.string(found[index + 1].tokens))
    }
    return named.count == 1 ? named.first : nil
  }

  /// Whether a name is a place's or, if of a team, called as a town is.
  private func isTownsName(_ index: Int) -> Bool {
    kinds[index] == .place
      || kinds[index] == .organization && found[index].isClub && !found[index].hasArticle
  }

  /// Whether some town is called so, though the article does not say which.
  private func isCalledAsTown(_ index: Int) -> Bool {
    found[index].referents.contains {
      if case .settlement = $0.referent { true } else { false }
    }
  }

  /// The only town of the article, in the country of its language.
  func findOnlyTown() -> String? {
    var only: Settlement?
    for index in found.indices where isTownsName(index) {
      guard let town = town(index) else {
        if isCalledAsTown(index) { return nil }
        continue
      }
      guard only == nil || only?.key == town.key else { return nil }
      only = town
    }
    return only?.country.lowercased() == language.code ? only?.name : nil
  }

  /// Classes of bodies of which a country has one.
  private static let national: Set<String> = ["gov", "mil", "police"]

  /// "l'esercito" in an article that speaks of one country only: that country's.
  private func nationalBody(_ institution: InstitutionName, of code: String) -> Int? {
    guard let keyClass = institution.head.keyClass, Self.national.contains(keyClass),
      institution.headTokens.count == 1
    else { return nil }
    var whole = institution
    whole.homeland = .country(code)
    let (name, key, country) = canonical(whole, institution.whole)
    guard let key else { return nil }
    if let own = armedForces(name, key) { return own }
    let actor = self.actor(key: key) {
      Actor(name: name, kind: institution.head.kind, country: country, key: key)
    }
    actors[actor].agreement = institution.head.agreement
    return actor
  }

  /// Whether the words are the subject of a verb or the source of what is said.
  func isAgent(_ range: Range<Int>) -> Bool {
    let next = range.upperBound
    if next < tokens.count,
      language.verbs.readings(tokens[next].lexeme).contains(where: { $0.mood.isFinite })
    {
      return true
    }
    let before = range.lowerBound - 1
    guard before >= 0 else { return false }
    return language.grammar.preposition(tokens[before].lexeme) == words.da
      || (before > 0 && language.grammar.preposition(tokens[before - 1].lexeme) == words.secondo)
  }

  /// "un tribunale egiziano": one of its kind, told of and not named.
  private func isOneOfMany(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    return before >= 0 && !tokens[range.lowerBound].isCapitalized
      && language.grammar.isAny(tokens[before].lexeme, of: .indefiniteArticle)
  }

  /// A country's armed forces that the tables have under a name of their own ("Forze di difesa
  /// israeliane").
  private func armedForces(_ name: String, _ key: String?) -> Int? {
    guard let key, key.utf8.starts(with: "mil:".utf8) else { return nil }
    for known in knowledge.names.lookup(name) {
      if case .organization(let slug) = known.referent,
        let organization = knowledge.organizations[slug], organization.kind == .military,
        organization.country == String(key.dropFirst(4))
      {
        return organizationActor(organization)
      }
    }
    return nil
  }

  /// Seats of government that name themselves ("Cremlino").
  func wellKnownBare(_ institution: InstitutionName) -> Int? {
    let form = tokens.string(institution.headTokens)
    for name in knowledge.names.lookup(form) {
      if case .organization(let slug) = name.referent,
        let organization = knowledge.organizations[slug]
      {
        return organizationActor(organization)
      }
    }
    return nil
  }

  func canonical(
    _ institution: InstitutionName, _ range: Range<Int>
  ) -> (name: String, key: String?, country: String?) {
    let written = Self.capitalized(accented(tokens.string(range)))
    var code: String?
    var scope: String?
    if let homeland = institution.homeland {
      switch homeland {
      case .country(let country): (code, scope) = (country, country)
      case .region(let slug):
        scope = slug
        code = knowledge.regions[slug]?.country
      }
    }
    let keyClass =
      institution.portfolio != nil
      ? institution.portfolio?.keyClass : institution.head.keyClass
    guard !institution.isOwn, let keyClass, let scope,
      keyClass != "ministry" || institution.portfolio != nil
    else { return (written, nil, code) }
    let key = keyClass + ":" + scope
    guard let code, case .country? = institution.homeland,
      let adjective = lexicon.adjective(
        institution.demonym, of: .country(code), institution.head.agreement)
    else { return (written, key, code) }
    var head = institution.head.canonical ?? Self.capitalized(tokens.string(institution.headTokens))
    var agreement = institution.head.agreement
    if keyClass == "mil" {
      head = "Forze armate"
      agreement = Agreement(gender: .feminine, number: .plural)
    }
    var name = head
    if let portfolio = institution.portfolio?.canonical { name += " " + portfolio }
    let inflected =
      lexicon.adjective(institution.demonym, of: .country(code), agreement) ?? adjective
    return (name + " " + inflected, key, knowledge.countries[code]?.isoCode ?? code)
  }

  /// Vowels with an apostrophe for an accent as the dictionary writes them: "Sanita'" is "Sanità",
  /// "Ca' Foscari" stays.
  private func accented(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "'")) else { return text }
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(accentedWord)
    return words.joined(separator: " ")
  }

  private func accentedWord(_ word: Substring) -> String {
    let grave: [Character: Character] = ["a": "à", "e": "è", "i": "ì", "o": "ò", "u": "ù"]
    guard word.count > 3, word.last == "'", let vowel = word.dropLast().last,
      let accent = grave[vowel]
    else { return String(word) }
    let whole = String(word.dropLast(2)) + String(accent)
    return language.lexemes.id(whole) == LexemeTable.unknown ? String(word) : whole
  }

  static func uncapitalized(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return first.properties.lowercaseMapping + String(text.unicodeScalars.dropFirst())
  }

  static func capitalized(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return first.properties.titlecaseMapping + String(text.unicodeScalars.dropFirst())
  }

  // MARK: Demonyms as nouns

  func emitPeople(_ index: Int) {
    let name = found[index]
    guard let demonym = name.demonyms.first else { return }
    let form = tokens.string(name.tokens)
    let isPlain = name.tokens.count == 1
    var key = "article:people:" + LatinFold.fold(form)
    var country: String?
    if case .country(let code) = demonym.homeland {
      country = knowledge.countries[code]?.isoCode
      if isPlain { key = "people:" + code }
    }
    let actor = self.actor(key: key) {
      Actor(
        name: Self.capitalized(form), kind: .group, country: country,
        key: key.utf8.starts(with: "people:".utf8) ? key : nil)
    }
    actors[actor].agreement = demonym.agreement
    add(index, label: .group, actor: actor, place: nil, .exact, "demonym")
  }

  // MARK: Persons and organizations by their names

  func emitPerson(_ index: Int) {
    let range = found[index].tokens
    if let actor = nicknamed[index] {
      add(index, label: .person, actor: actor, place: nil, .alias, "nickname")
      return
    }
    if range.count == 1 {
      // Two people share the surname: unresolved rather than guessed.
      let folded = bare(LatinFold.fold(tokens.string(range.lowerBound)))
      let same = persons.entries(of: folded).filter { $0.isFull && $0.folded.last == folded }
      let isOnlyRelative =
        same.count == 1 && same[0].folded.count > 1
        && famousPerson(index, range).map {
          $0.name != actors[same[0].actor].name
            && !Self.isSamePerson(
              LatinFold.fold($0.name).split(separator: " ").map { bare(String($0)) }, same[0].folded
            )
            && !$0.aliases.contains(actors[same[0].actor].name)
        } ?? false
      if same.count > 1 || isOnlyRelative {
        mentions.append(
          Mention(
            span: tokens.span(range), label: .person, resolution: .unresolved,
            sieve: "shared-surname"))
        return
      }
    }
    if found[index].isAlias, let last = mentions.last(where: { $0.label == .person }),
      let actor = last.actor, actors[actor].kind == .person,
      tokens[range.lowerBound].start - Int32(last.span.end) < 40
    {
      let folded = nameWords(range).map { bare(LatinFold.fold($0)) }
      persons.append(
        PersonEntry(words: nameWords(range), folded: folded, actor: actor, isFull: false))
      add(index, label: .person, actor: actor, place: nil, .alias, "nickname")
      return
    }
    guard isSomebody(index) || knownPerson(index, range) != nil else {
      // Two capitals in a row may be a village's or a paper's.
      mentions.append(
        Mention(
          span: tokens.span(range), label: .person, resolution: .unresolved,
          sieve: "capitals-alone"))
      return
    }
    let entry = person(index, range)
    let actor = persons[entry].actor
    if actors[actor].agreement.gender == nil, range.count > 1 {
      actors[actor].agreement.gender = words.gender(tokens, range.lowerBound)
    }
    actors[actor].agreement.number = .singular
    if let role = found[index].role {
      if let before = scan.roles[role].follows, followedRoles.contains(before) {
        attach(before, to: actor)
      }
      attach(role, to: actor)
    }
    for role in appositions[index] ?? [] { attach(role, to: actor) }
    let form = tokens.string(range)
    let isNamed = persons[entry].folded.contains(
      bare(LatinFold.fold(tokens.string(range.last ?? 0))))
    add(
      index, label: .person, actor: actor, place: nil,
      form == actors[actor].name ? .exact : isNamed ? .alias : .spelling, "person")
    introduced.note(actor, at: range.lowerBound)
  }

  func emitOrganization(_ index: Int) {
    let name = found[index]
    let form = tokens.string(name.tokens)
    for referent in name.referents {
      if case .organization(let slug) = referent.referent,
        let organization = knowledge.organizations[slug]
      {
        let actor = organizationActor(organization)
        add(
          index, label: .organization, actor: actor, place: nil,
          form == organization.name ? .exact : .alias, "organization")
        return
      }
    }
    if let twin = name.twin, let actor = actorOfFound[twin] {
      add(index, label: .organization, actor: actor, place: nil, .alias, "acronym")
      actorByKey["article:" + LatinFold.fold(form)] = actor
      return
    }
    if let slug = region(shortenedTo: form), let region = knowledge.regions[slug] {
      add(
        index, label: .place, actor: regionActs(index) ? regionActor(region) : nil,
        place: regionPlace(region), .alias, "region-letters")
      return
    }
    let key = "article:" + LatinFold.fold(form)
    guard name.evidence.body > 0 || actorByKey[key] != nil else {
      mentions.append(
        Mention(
          span: tokens.span(name.tokens), label: .organization, resolution: .unresolved,
          sieve: "capitals-alone"))
      return
    }
    let actor = self.actor(key: key) {
      Actor(name: form, kind: name.introducedKind ?? .organization)
    }
    add(
      index, label: .organization, actor: actor, place: nil,
      form == actors[actor].name ? .exact : .alias, "capitals")
  }

  /// The region that two capitals shorten: the only one that the article names more than once with
  /// both letters, the first of them at its beginning and the second a consonant further on.
  private func region(shortenedTo form: String) -> String? {
    let letters = Array(form.utf8)
    guard letters.count == 2, letters.allSatisfy({ (65...90).contains($0) }),
      !"AEIOU".utf8.contains(letters[1])
    else { return nil }
    let named = regionCounts.filter { slug, count in
      let own = Array(slug.utf8)
      return count > 1 && own.first == letters[0] | 0x20
        && own.dropFirst().contains(letters[1] | 0x20)
    }
    return named.count == 1 ? named.first?.key : nil
  }

  func countRegions() -> [String: Int] {
    var counts: [String: Int] = [:]
    for name in found {
      for case .region(let slug) in name.referents.lazy.map(\.referent) {
        counts[slug, default: 0] += 1
      }
    }
    return counts
  }
}
