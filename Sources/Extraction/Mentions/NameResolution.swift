import DossierModel
import Knowledge

/// Decides what the names found in one article name, and ties those that name one thing together.
struct NameResolution {
  typealias Actor = ArticleReading.Actor
  typealias Place = ArticleReading.Place
  typealias Mention = ArticleReading.Mention
  typealias Agreement = ArticleReading.Agreement

  let scan: NameScan
  private let tokens: TokenizedText
  private let knowledge: Knowledge
  private let lexicon: NameLexicon
  private let words: NameWords
  private let language: Language

  private(set) var actors: [Actor] = []
  private(set) var places: [Place] = []
  private(set) var mentions: [Mention] = []

  private var found: [FoundName]
  private var kinds: [Decision] = []
  private var actorByKey: [String: Int] = [:]
  private var placeByKey: [String: Int] = [:]
  private var votes = CountryVotes()
  private var persons: [PersonEntry] = []
  private var personOfFound: [Int: Int] = [:]
  private var institutionByHead: [Int: Int] = [:]
  private var roleState = DescriptionState()
  private var actorOfFound: [Int?] = []

  /// What a found name was decided to be.
  enum Decision: UInt8 { case person, organization, place, people, nothing, unresolved }

  /// A person of the article.
  struct PersonEntry {
    /// The words of the name, as written, particles included.
    var words: [String]
    /// The words in lower-case letters without marks.
    var folded: [String]
    /// The index of the actor.
    var actor: Int
    /// Whether the name has more than one word.
    var isFull: Bool
  }

  init(scan: NameScan) {
    self.scan = scan
    tokens = scan.tokens
    knowledge = scan.knowledge
    lexicon = scan.lexicon
    words = scan.words
    language = scan.language
    found = scan.found
  }

  /// Resolves everything.
  mutating func resolve() {
    vote()
    decide()
    tieTwins()
    actorOfFound = Array(repeating: nil, count: found.count)
    let sequence = merged()
    registerPersons()
    for item in sequence {
      switch item {
      case .name(let index): emit(index)
      case .role(let index): describe(index)
      }
    }
    mentions.sort {
      $0.span != $1.span ? $0.span < $1.span : $0.label.rawValue < $1.label.rawValue
    }
  }

  /// A found name or a role without one.
  private enum Item {
    case name(Int)
    case role(Int)
  }

  private func merged() -> [Item] {
    var items: [(Int, Int, Item)] = []
    items.reserveCapacity(found.count + scan.roles.count)
    for index in found.indices { items.append((found[index].tokens.lowerBound, 1, .name(index))) }
    for index in scan.roles.indices where scan.roles[index].name == nil {
      items.append((scan.roles[index].tokens.lowerBound, 0, .role(index)))
    }
    items.sort { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }
    return items.map(\.2)
  }

  // MARK: The countries in play

  private mutating func vote() {
    for i in 0..<tokens.count {
      guard let demonyms = lexicon.demonyms[tokens[i].lexeme] else { continue }
      for demonym in demonyms { vote(demonym.homeland, weight: demonyms.count == 1 ? 2 : 1) }
    }
    for name in found {
      for referent in name.referents {
        switch referent.referent {
        case .country(let code): votes.add(code, 3)
        case .region(let slug):
          for code in knowledge.regions[slug]?.countries ?? [] { votes.add(code, 2) }
        case .organization(let slug):
          if let code = knowledge.organizations[slug]?.country { votes.add(code, 1) }
        case .seat(let key):
          if key.utf8.starts(with: "state:".utf8) { votes.add(String(key.dropFirst(6)), 1) }
        case .settlement, .demonym: break
        }
      }
    }
  }

  private mutating func vote(_ homeland: Demonym.Homeland, weight: Int) {
    switch homeland {
    case .country(let code): votes.add(code, weight)
    case .region(let slug):
      for code in knowledge.regions[slug]?.countries ?? [] { votes.add(code, weight) }
    }
  }

  // MARK: What the open names are

  private func key(_ range: Range<Int>) -> String {
    LatinFold.fold(tokens.string(range))
  }

  private mutating func decide() {
    kinds = found.map { name in
      switch name.kind {
      case .known: .nothing
      case .institution: .organization
      case .person: .person
      case .place: .place
      case .people: .people
      case .border: .place
      case .open: .unresolved
      }
    }
    // All occurrences of one name are one thing.
    var total: [String: Evidence] = [:]
    var keys: [String] = Array(repeating: "", count: found.count)
    for index in found.indices where found[index].kind == .open {
      keys[index] = key(found[index].tokens)
      total[keys[index], default: Evidence()] += found[index].evidence
    }
    var isPerson: [String: Bool] = [:]
    var surnames: Set<String> = []
    for index in found.indices where found[index].kind == .open {
      let name = found[index]
      guard name.tokens.count > 1, let evidence = total[keys[index]] else { continue }
      let person = evidence.person
      let best = max(evidence.organization, evidence.place, evidence.other)
      if person >= best, person > 0 {
        isPerson[keys[index]] = true
        surnames.insert(key(lastWord(name.tokens)))
        surnames.insert(key(surnameRange(name.tokens)))
      }
    }
    for index in found.indices where found[index].kind == .open {
      let name = found[index]
      let evidence = total[keys[index]] ?? Evidence()
      if evidence.other >= 6, evidence.other >= evidence.person {
        kinds[index] = .nothing
        found[index].kind = .open
        continue
      }
      if isPerson[keys[index]] == true {
        kinds[index] = .person
      } else if surnames.contains(keys[index]), name.evidence.place < 8 {
        kinds[index] = .person
      } else if evidence.place > 0, evidence.place >= evidence.organization,
        evidence.place >= evidence.person
      {
        kinds[index] = .place
      } else if evidence.organization > 0, evidence.organization >= evidence.person {
        kinds[index] = .organization
      } else if evidence.person > 0 {
        kinds[index] = .person
      } else if name.hasArticle {
        kinds[index] = .organization
      } else {
        kinds[index] = .person
      }
    }
  }

  private func lastWord(_ range: Range<Int>) -> Range<Int> {
    var last = range.upperBound - 1
    while last > range.lowerBound,
      lexicon[tokens[last].lexeme].contains(.suffix) || !tokens[last].isWord
    {
      last -= 1
    }
    return last..<(last + 1)
  }

  /// The name without its first word, if that leaves something.
  private func surnameRange(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 1 else { return range }
    return (range.lowerBound + 1)..<range.upperBound
  }

  // MARK: A name and its acronym

  private mutating func tieTwins() {
    for index in found.indices.dropFirst() {
      let (before, after) = (found[index - 1], found[index])
      let gap = before.tokens.upperBound
      guard after.tokens.lowerBound == gap + 1, tokens.isMark(gap, "("),
        after.tokens.upperBound < tokens.count, tokens.isMark(after.tokens.upperBound, ")")
      else { continue }
      let (first, second) = (before.tokens, after.tokens)
      if second.count == 1, isInitials(second.lowerBound, of: first)
        || (kinds[index - 1] == .organization && tokens[second.lowerBound].shape.contains(.allCapitals)
          && tokens[second.lowerBound].end - tokens[second.lowerBound].start > 2)
      {
        tie(index, to: index - 1)
      } else if first.count == 1, isInitials(first.lowerBound, of: second) {
        tie(index, to: index - 1)
      }
    }
  }

  private mutating func tie(_ index: Int, to other: Int) {
    found[index].twin = other
    for one in [index, other] where found[one].kind == .open { kinds[one] = .organization }
    // The acronym stands for the institution wherever it occurs.
    for one in [index, other] {
      let acronym = key(found[one].tokens)
      for k in found.indices
      where found[k].kind == .open && key(found[k].tokens) == acronym {
        kinds[k] = .organization
      }
    }
  }

  /// Whether the letters of the token are the initials of the words in `range`, small words aside.
  private func isInitials(_ i: Int, of range: Range<Int>) -> Bool {
    let letters = tokens.text.bytes[tokens[i].span.range].map { $0 >= 97 ? $0 - 32 : $0 }
    guard letters.count >= 2, letters.count <= 8, range.count >= 2 else { return false }
    var initials: [UInt8] = []
    var all: [UInt8] = []
    for k in range where tokens[k].isWord {
      var first = tokens.text.bytes[Int(tokens[k].start)]
      if first >= 97 && first <= 122 { first -= 32 }
      all.append(first)
      if !language.grammar.entries.contains(tokens[k].lexeme),
        !lexicon[tokens[k].lexeme].contains(.connector)
      {
        initials.append(first)
      }
    }
    return letters.elementsEqual(initials) || letters.elementsEqual(all)
  }

  // MARK: Persons

  private mutating func registerPersons() {
    for index in found.indices
    where kinds[index] == .person && found[index].kind != .known {
      let range = found[index].tokens
      guard range.count > 1 else { continue }
      _ = person(index, range)
    }
  }

  private func nameWords(_ range: Range<Int>) -> [String] {
    range.filter { tokens[$0].isWord }.map { tokens.string($0) }
  }

  /// The person that the name at `range` is, new if need be.
  private mutating func person(_ index: Int, _ range: Range<Int>) -> Int {
    if let known = personOfFound[index] { return known }
    let written = nameWords(range)
    let folded = written.map { LatinFold.fold($0) }
    var match: Int?
    if written.count > 1 {
      match = persons.firstIndex { $0.isFull && Self.isSamePerson($0.folded, folded) }
    } else if let only = folded.first {
      let bySurname = persons.indices.filter {
        persons[$0].isFull && persons[$0].folded.last.map { Self.isSameWord($0, only) } == true
          || !persons[$0].isFull && persons[$0].folded == folded
      }
      if bySurname.count == 1 {
        match = bySurname[0]
      } else if bySurname.isEmpty {
        let byAny = persons.indices.filter {
          persons[$0].isFull && persons[$0].folded.contains(only)
        }
        if byAny.count == 1 { match = byAny[0] }
      } else {
        // Two share the surname: the one named last before, if that is clear.
        match = nil
      }
    }
    if let match {
      if written.count > persons[match].words.count {
        persons[match].words = written
        persons[match].folded = folded
        actors[persons[match].actor].name = tokens.string(range)
      }
      personOfFound[index] = match
      return match
    }
    let actor = Actor(name: tokens.string(range), kind: .person)
    actors.append(actor)
    persons.append(
      PersonEntry(
        words: written, folded: folded, actor: actors.count - 1, isFull: written.count > 1))
    personOfFound[index] = persons.count - 1
    return persons.count - 1
  }

  /// Whether two full names are one person's: equal last words and given names that agree.
  static func isSamePerson(_ a: [String], _ b: [String]) -> Bool {
    if a == b { return true }
    guard let lastA = a.last, let lastB = b.last, let firstA = a.first, let firstB = b.first,
      a.count > 1, b.count > 1
    else { return false }
    guard isSameWord(lastA, lastB) else { return false }
    if firstA == firstB || EditDistance.isWithin(1, firstA, firstB) { return true }
    // "J. Borrell", "George W. Bush".
    if firstA.utf8.count == 1 { return firstB.utf8.first == firstA.utf8.first }
    if firstB.utf8.count == 1 { return firstA.utf8.first == firstB.utf8.first }
    return false
  }

  static func isSameWord(_ a: String, _ b: String) -> Bool { a == b }

  // MARK: Mentions

  private mutating func emit(_ index: Int) {
    let name = found[index]
    switch name.kind {
    case .known: emitKnown(index)
    case .institution: emitInstitution(index)
    case .people: emitPeople(index)
    case .place, .border: emitPlace(index)
    case .person, .open:
      switch kinds[index] {
      case .person: emitPerson(index)
      case .place: emitPlace(index)
      case .organization: emitOrganization(index)
      case .people, .nothing, .unresolved: break
      }
    }
  }

  private mutating func add(
    _ index: Int, label: Mention.Label, actor: Int?, place: Int?, _ resolution: Mention.Resolution,
    _ sieve: String
  ) {
    let span = tokens.span(found[index].tokens)
    let form = tokens.text[span]
    if let actor { note(form, actor: actor) }
    if let place {
      note(form, place: place)
      if found[index].core != found[index].tokens {
        note(tokens.string(found[index].core), place: place)
      }
    }
    actorOfFound[index] = actor
    mentions.append(
      Mention(
        span: span, label: label, actor: actor, place: place, resolution: resolution, sieve: sieve))
  }

  private mutating func note(_ form: String, actor: Int) {
    if !actors[actor].forms.contains(form) { actors[actor].forms.append(form) }
  }

  private mutating func note(_ form: String, place: Int) {
    if !places[place].forms.contains(form) { places[place].forms.append(form) }
  }

  private mutating func actor(key: String, _ make: () -> Actor) -> Int {
    if let known = actorByKey[key] { return known }
    actors.append(make())
    actorByKey[key] = actors.count - 1
    return actors.count - 1
  }

  private mutating func place(key: String, _ make: () -> Place) -> Int {
    if let known = placeByKey[key] { return known }
    places.append(make())
    placeByKey[key] = places.count - 1
    return places.count - 1
  }

  // MARK: Known names

  private mutating func emitKnown(_ index: Int) {
    let name = found[index]
    let form = tokens.string(name.tokens)
    for referent in name.referents {
      switch referent.referent {
      case .country(let code):
        guard let country = knowledge.countries[code] else { continue }
        let actor = stateActor(country)
        let place = countryPlace(country)
        add(
          index, label: .place, actor: actor, place: place,
          form == country.name ? .exact : .alias, "country")
        return
      case .region(let slug):
        guard let region = knowledge.regions[slug] else { continue }
        add(
          index, label: .place, actor: regionActor(region), place: regionPlace(region),
          form == region.name ? .exact : .alias, "region")
        return
      case .organization(let slug):
        guard let organization = knowledge.organizations[slug] else { continue }
        let actor = organizationActor(organization)
        let label: Mention.Label = slug == "eu" ? .place : .organization
        add(
          index, label: label, actor: actor, place: nil,
          form == organization.name ? .exact : .alias, "organization")
        return
      case .settlement, .seat, .demonym: continue
      }
    }
  }

  private mutating func stateActor(_ country: Country) -> Int {
    actor(key: country.actorKey) {
      Actor(
        name: country.name, kind: .state, country: country.isoCode ?? country.code,
        key: country.actorKey)
    }
  }

  private mutating func countryPlace(_ country: Country) -> Int {
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

  private mutating func regionActor(_ region: Region) -> Int? {
    guard region.kind == .region || region.kind == .district, !region.countries.isEmpty else {
      return nil
    }
    return actor(key: region.key) {
      Actor(name: region.name, kind: .government, country: region.country, key: region.key)
    }
  }

  private mutating func regionPlace(_ region: Region) -> Int {
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

  private mutating func organizationActor(_ organization: Organization) -> Int {
    actor(key: organization.key) {
      Actor(
        name: organization.name, kind: organization.kind, country: organization.country,
        key: organization.key)
    }
  }

  // MARK: Institutions

  private mutating func emitInstitution(_ index: Int) {
    guard let institution = found[index].institution else { return }
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
      let actor = self.actor(key: "article:" + LatinFold.fold(form)) {
        Actor(name: form, kind: .anonymous)
      }
      actors[actor].agreement = institution.head.agreement
      add(index, label: .organization, actor: actor, place: nil, .exact, "institution-bare")
      return
    }
    let (name, key, country) = canonical(institution, found[index].tokens)
    let actor = self.actor(key: key ?? "article:" + LatinFold.fold(name)) {
      Actor(name: name, kind: institution.head.kind, country: country, key: key)
    }
    actors[actor].agreement = institution.head.agreement
    institutionByHead[institution.head.index] = actor
    add(
      index, label: .organization, actor: actor, place: nil,
      LatinFold.fold(form) == LatinFold.fold(name) ? .exact : .alias, "institution")
  }

  /// Seats of government that name themselves ("Cremlino").
  private mutating func wellKnownBare(_ institution: InstitutionName) -> Int? {
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

  private func canonical(
    _ institution: InstitutionName, _ range: Range<Int>
  ) -> (name: String, key: String?, country: String?) {
    let written = Self.capitalized(tokens.string(range))
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
    let keyClass = institution.portfolio != nil
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
    let inflected = lexicon.adjective(institution.demonym, of: .country(code), agreement) ?? adjective
    return (name + " " + inflected, key, knowledge.countries[code]?.isoCode ?? code)
  }

  static func capitalized(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return first.properties.titlecaseMapping + String(text.unicodeScalars.dropFirst())
  }

  // MARK: Demonyms as nouns

  private mutating func emitPeople(_ index: Int) {
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

  private mutating func emitPerson(_ index: Int) {
    let range = found[index].tokens
    if range.count == 1 {
      // Two people share the surname: unresolved rather than guessed.
      let folded = LatinFold.fold(tokens.string(range.lowerBound))
      let same = persons.filter { $0.isFull && $0.folded.last == folded }
      if same.count > 1 {
        mentions.append(
          Mention(
            span: tokens.span(range), label: .person, resolution: .unresolved,
            sieve: "shared-surname"))
        return
      }
    }
    let entry = person(index, range)
    let actor = persons[entry].actor
    if actors[actor].agreement.gender == nil, range.count > 1 {
      actors[actor].agreement = Agreement(
        gender: words.gender(tokens, range.lowerBound), number: .singular)
    }
    actors[actor].agreement.number = .singular
    if let role = found[index].role { attach(role, to: actor) }
    let form = tokens.string(range)
    add(
      index, label: .person, actor: actor, place: nil,
      form == actors[actor].name ? .exact : .alias, "person")
    roleState.noteMention(of: actor, at: range.lowerBound)
  }

  private mutating func attach(_ index: Int, to actor: Int) {
    let role = scan.roles[index]
    guard role.word.roleClass != .honorific, role.word.roleClass != .kin else {
      if actors[actor].agreement.gender == nil {
        actors[actor].agreement.gender = role.word.agreement.gender
      }
      return
    }
    let span = tokens.span(role.tokens)
    let text = tokens.text[span]
    if !actors[actor].roles.contains(where: { $0.text == text }) {
      actors[actor].roles.append(ArticleReading.Role(text: text, span: span))
    }
    if let gender = role.word.agreement.gender, role.word.agreement.number != .plural {
      actors[actor].agreement.gender = actors[actor].agreement.gender ?? gender
    }
    if actors[actor].country == nil, case .country(let code)? = role.homeland {
      actors[actor].country = knowledge.countries[code]?.isoCode
    }
    roleState.roles.append((role, actor))
  }

  private mutating func emitOrganization(_ index: Int) {
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
    let actor = self.actor(key: "article:" + LatinFold.fold(form)) {
      Actor(name: form, kind: name.introducedKind ?? .organization)
    }
    add(index, label: .organization, actor: actor, place: nil, form == actors[actor].name ? .exact : .alias, "capitals")
  }

  // MARK: Places

  private mutating func emitPlace(_ index: Int) {
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
    let settlements = name.referents.compactMap { referent -> (Settlement, KnownName)? in
      if case .settlement(let place) = referent.referent {
        (knowledge.gazetteer[place], referent)
      } else {
        nil
      }
    }
    if !name.placeNoun.isEmpty, name.placeNoun.isDisjoint(with: [.settlement, .admin]) {
      let form = tokens.string(name.tokens)
      let place = self.place(key: "article:" + LatinFold.fold(form)) {
        Place(name: form, kind: kind)
      }
      add(index, label: .place, actor: nil, place: place, .unresolved, "place-noun")
      return
    }
    if let seat = seatActor(index) {
      add(index, label: .place, actor: seat, place: nil, .alias, "metonym")
      return
    }
    if let settlement = choose(settlements) {
      let place = self.place(key: settlement.key) {
        var place = Place(name: settlement.name, kind: kind)
        place.latitude = settlement.latitude
        place.longitude = settlement.longitude
        place.precision = kind == .district ? 3 : 1
        place.country = settlement.country
        place.geonames = settlement.geonames
        place.key = settlement.key
        return place
      }
      add(
        index, label: .place, actor: nil, place: place,
        LatinFold.fold(core) == LatinFold.fold(settlement.name) ? .exact : .alias, "gazetteer")
      return
    }
    mentions.append(
      Mention(
        span: tokens.span(name.tokens), label: .place, resolution: .unresolved, sieve: "place"))
  }

  /// The state for which a capital stands, if it acts here.
  private mutating func seatActor(_ index: Int) -> Int? {
    let name = found[index]
    guard name.placeNoun.isEmpty,
      let key = name.referents.lazy.compactMap({ referent -> String? in
        if case .seat(let key) = referent.referent { key } else { nil }
      }).first
    else { return nil }
    let next = name.tokens.upperBound
    let isSubject = name.preposition == LexemeTable.unknown && !name.hasArticle
      && next < tokens.count
      && (lexicon[tokens[next].lexeme].contains(.speech)
        || (words.isAuxiliary(tokens[next].lexeme) && next + 1 < tokens.count
          && lexicon[tokens[next + 1].lexeme].contains(.speech)))
    guard isSubject else { return nil }
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

  private func choose(_ candidates: [(Settlement, KnownName)]) -> Settlement? {
    guard let first = candidates.first else { return nil }
    var best: (Settlement, Int)?
    for (settlement, _) in candidates {
      let weight = votes[settlement.country]
      guard weight > 0 else { continue }
      if best == nil || weight > (best?.1 ?? 0) { best = (settlement, weight) }
    }
    let isFamous = first.1.isPrimary && first.0.population >= 200_000
      && (candidates.count == 1 || first.0.population >= 10 * candidates[1].0.population)
    if isFamous, best == nil || best?.0.population ?? 0 < first.0.population / 20 {
      return first.0
    }
    if let best { return best.0 }
    if candidates.count == 1, first.1.isPrimary, !first.1.isWeak { return first.0 }
    return nil
  }

  // MARK: Descriptions

  private mutating func describe(_ index: Int) {
    let role = scan.roles[index]
    guard role.word.roleClass != .honorific, role.word.roleClass != .kin,
      role.word.roleClass != .people
    else { return }
    let start = role.tokens.lowerBound
    let before = start - 1
    let grammar = language.grammar
    let span = tokens.span(role.tokens)
    let isIndefinite =
      before >= 0
      && (grammar.isAny(tokens[before].lexeme, of: .indefiniteArticle, .quantifier))
    let isDefinite = before >= 0
      && grammar.isAny(tokens[before].lexeme, of: .definiteArticle, .articulatedPreposition)
    let isPlural = role.word.agreement.number == .plural
    let text = tokens.text[span]
    if isIndefinite || (isPlural && !isDefinite) {
      guard role.word.roleClass != .office || isIndefinite else { return }
      let actor = anonymous(role, text)
      add(role, actor)
      return
    }
    guard isDefinite else { return }
    if isPlural {
      guard role.isSpecific else { return }
      let actor = anonymous(role, text)
      add(role, actor)
      return
    }
    if let actor = roleState.named(role, words: words, actors: actors) {
      add(role, actor)
      return
    }
    if let actor = roleState.anonymous(role) {
      add(role, actor)
      return
    }
    if role.isSpecific || role.word.roleClass == .source {
      let actor = anonymous(role, text)
      add(role, actor)
      return
    }
    mentions.append(
      Mention(
        span: span, label: .person, resolution: .description, sieve: "description-unresolved"))
  }

  private mutating func add(_ role: RolePhrase, _ actor: Int) {
    let span = tokens.span(role.tokens)
    note(tokens.text[span], actor: actor)
    mentions.append(
      Mention(
        span: span, label: role.word.agreement.number == .plural ? .group : .person, actor: actor,
        resolution: .description, sieve: "description"))
    roleState.noteMention(of: actor, at: role.tokens.lowerBound)
  }

  private mutating func anonymous(_ role: RolePhrase, _ text: String) -> Int {
    var actor = Actor(name: text, kind: .anonymous)
    actor.agreement = role.word.agreement
    if actor.agreement.number == nil { actor.agreement.number = .singular }
    if case .country(let code)? = role.homeland {
      actor.country = knowledge.countries[code]?.isoCode
    }
    actor.roles.append(ArticleReading.Role(text: text, span: tokens.span(role.tokens)))
    actors.append(actor)
    roleState.anonymous.append((role, actors.count - 1))
    return actors.count - 1
  }
}

/// How much each country is in play in an article.
struct CountryVotes {
  private var votes: [String: Int] = [:]

  subscript(code: String) -> Int { votes[code] ?? 0 }

  mutating func add(_ code: String, _ weight: Int) { votes[code, default: 0] += weight }
}

/// Who was introduced with which role, and when each was last mentioned.
struct DescriptionState {
  var roles: [(role: RolePhrase, actor: Int)] = []
  var anonymous: [(role: RolePhrase, actor: Int)] = []
  private var lastMention: [Int: Int] = [:]

  mutating func noteMention(of actor: Int, at token: Int) { lastMention[actor] = token }

  /// The named person whose role the description repeats.
  func named(
    _ description: RolePhrase, words: NameWords, actors: [ArticleReading.Actor]
  ) -> Int? {
    var best: (Int, Int)?
    for (role, actor) in roles {
      guard role.word.lemma == description.word.lemma,
        Set(role.adjuncts).isSuperset(of: description.adjuncts)
          || role.adjuncts == description.adjuncts
      else { continue }
      guard Set(role.adjuncts) == Set(description.adjuncts) || description.adjuncts.isEmpty && role.word.roleClass != .office
      else { continue }
      if let a = role.homeland, let b = description.homeland, a != b { continue }
      if let a = role.portfolio?.keyClass, let b = description.portfolio?.keyClass, a != b {
        continue
      }
      if description.portfolio != nil, role.portfolio == nil { continue }
      if let gender = description.word.agreement.gender,
        let known = actors[actor].agreement.gender, gender != known
      {
        continue
      }
      let last = lastMention[actor] ?? 0
      if best == nil || last > (best?.1 ?? 0) { best = (actor, last) }
    }
    return best?.0
  }

  /// The unnamed person introduced before whom the description takes up.
  func anonymous(_ description: RolePhrase) -> Int? {
    func fits(_ role: RolePhrase) -> Bool {
      if let a = role.homeland, let b = description.homeland, a != b { return false }
      if role.homeland == nil, description.homeland != nil { return false }
      if description.portfolio != nil, role.portfolio == nil { return false }
      return role.word.agreement.number != .plural
    }
    if let same = anonymous.last(where: { $0.role.word.lemma == description.word.lemma && fits($0.role) }) {
      return same.actor
    }
    guard description.word.roleClass == .source, !description.isSpecific else { return nil }
    return anonymous.last(where: { $0.role.word.roleClass == .source && fits($0.role) })?.actor
  }
}

/// How far two words are apart.
enum EditDistance {
  /// Whether at most `limit` letters must be changed, added, left out or swapped with the next.
  static func isWithin(_ limit: Int, _ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    guard abs(a.count - b.count) <= limit else { return false }
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) <= limit }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [Int](repeating: 0, count: b.count + 1)
      row[0] = i
      for j in 1...b.count {
        row[j] = min(
          last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count] <= limit
  }
}
