import DossierModel
import Knowledge

/// Decides what the names found in one article name, and ties those that name one thing together.
struct NameResolution {
  typealias Actor = ArticleReading.Actor
  typealias Place = ArticleReading.Place
  typealias Mention = ArticleReading.Mention
  typealias Agreement = ArticleReading.Agreement

  let scan: NameScan
  let tokens: TokenizedText
  let knowledge: Knowledge
  let lexicon: NameLexicon
  let words: NameWords
  let language: Language

  var actors: [Actor] = []
  private(set) var places: [Place] = []
  var mentions: [Mention] = []

  private var found: [FoundName]
  private var kinds: [Decision] = []
  private var actorByKey: [String: Int] = [:]
  private var placeByKey: [String: Int] = [:]
  private var votes = CountryVotes()
  private var persons: [PersonEntry] = []
  private var personOfFound: [Int: Int] = [:]
  private var institutionByHead: [Int: Int] = [:]
  var introduced = IntroducedRoles()
  private var actorOfFound: [Int?] = []
  private var appositions: [Int: [Int]] = [:]
  /// The lists that names are members of.
  private var lists: [Int: Range<Int>] = [:]

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
    for (index, role) in scan.roles.enumerated() {
      if let apposed = role.apposedTo, role.name == nil {
        appositions[apposed, default: []].append(index)
      }
    }
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
    registerPublisher()
    for sentence in scan.headlines { emitSurnames(sentence) }
    for border in scan.borders { emitBorder(border.tokens, border.countries) }
    for venue in scan.venues { emitVenue(venue.tokens, town: venue.town) }
    mentions.sort {
      $0.span != $1.span ? $0.span < $1.span : $0.label.rawValue < $1.label.rawValue
    }
  }

  /// Who published the article is known though no word of the prose names them.
  private mutating func registerPublisher() {
    guard let publisher = scan.document.article.publisher, !publisher.isEmpty else { return }
    for name in knowledge.names.lookup(publisher) {
      if case .organization(let slug) = name.referent,
        let organization = knowledge.organizations[slug]
      {
        note(publisher, actor: organizationActor(organization))
        return
      }
    }
    let actor = self.actor(key: "article:" + LatinFold.fold(publisher)) {
      Actor(name: publisher, kind: .media)
    }
    note(publisher, actor: actor)
  }

  /// The persons of the article in a headline whose capitals say nothing: "PUTIN RICEVE ERDOGAN".
  private mutating func emitSurnames(_ sentence: Range<Int>) {
    for i in sentence
    where tokens[i].shape.contains(.allCapitals) && tokens[i].end - tokens[i].start > 3 {
      let folded = LatinFold.fold(tokens.string(i))
      let same = persons.filter { $0.isFull && $0.folded.last == folded }
      guard same.count == 1, let actor = same.first?.actor else { continue }
      let span = tokens[i].span
      guard !mentions.contains(where: { $0.span.overlaps(span) }) else { continue }
      note(tokens.string(i), actor: actor)
      mentions.append(
        Mention(
          span: span, label: .person, actor: actor, resolution: .alias, sieve: "headline"))
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
      // What follows a person's name is that person's.
      if let apposed = scan.roles[index].apposedTo, kinds[apposed] == .person { continue }
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

  /// The key of a name without a prefix such as "al-".
  private func bareKey(_ range: Range<Int>) -> String {
    let text = key(range)
    for prefix in lexicon.hyphenPrefixes where text.utf8.starts(with: prefix) {
      return String(text.dropFirst(prefix.count))
    }
    return text
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
    supportLists()
    // All occurrences of one name are one thing.
    var total: [String: Evidence] = [:]
    var keys: [String] = Array(repeating: "", count: found.count)
    for index in found.indices where found[index].kind == .open {
      keys[index] = key(found[index].tokens)
      total[keys[index], default: Evidence()] += found[index].evidence
    }
    // A name whose last word goes on alone is a person's, mostly.
    var alone: Set<String> = []
    for index in found.indices where found[index].kind == .open && found[index].tokens.count == 1 {
      alone.insert(bareKey(found[index].tokens))
    }
    for index in found.indices where found[index].kind == .open {
      let name = found[index]
      guard name.tokens.count > 1, !name.tokens.isEmpty,
        alone.contains(bareKey(lastWord(name.tokens))),
        !lexicon[tokens[name.tokens.upperBound - 1].lexeme].contains(.organizationWord)
      else { continue }
      total[keys[index], default: Evidence()].person += 4
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
        surnames.insert(bareKey(lastWord(name.tokens)))
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
      } else if surnames.contains(keys[index]) || surnames.contains(bareKey(name.tokens)),
        name.evidence.place < 8
      {
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

  /// The members of a list are alike: what stands among places in "a X, Y e Z" is a place.
  private mutating func supportLists() {
    var start = 0
    while start < found.count {
      var end = start + 1
      while end < found.count, isCoordinated(end - 1, end) { end += 1 }
      if end - start > 1 {
        for index in start..<end { lists[index] = start..<end }
        let places = (start..<end).filter { isSurePlace($0) }.count
        let preposed = found[start].evidence.place >= 3
        if places > 0 {
          for index in start..<end where found[index].kind == .open {
            let isPerson = found[index].tokens.count > 1 && found[index].evidence.person >= 6
            if !isPerson, found[index].evidence.organization < 4 {
              found[index].evidence.place += preposed || places > 1 ? 8 : 4
            }
          }
        }
      }
      start = end
    }
  }

  /// Whether only a comma or "e" stands between two names.
  private func isCoordinated(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (found[a].tokens.upperBound, found[b].tokens.lowerBound)
    guard second > first, second - first <= 3 else { return false }
    var k = first
    if tokens.isMark(k, ",") { k += 1 }
    if k < second, words.isAnd(tokens[k].lexeme) { k += 1 }
    guard k > first else { return false }
    if k < second, language.grammar.preposition(tokens[k].lexeme) == found[a].preposition {
      k += 1
    }
    return k == second
  }

  private func isSurePlace(_ index: Int) -> Bool {
    switch found[index].kind {
    case .place: true
    case .known:
      found[index].referents.contains {
        if case .region = $0.referent { true } else { false }
      }
    case .open:
      found[index].referents.contains {
        if case .settlement = $0.referent { !$0.isWeak && $0.isPrimary } else { false }
      } && found[index].evidence.person < 6
    default: false
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
      if second.count == 1,
        isInitials(second.lowerBound, of: first)
          || (kinds[index - 1] == .organization
            && tokens[second.lowerBound].shape.contains(.allCapitals)
            && tokens[second.lowerBound].end - tokens[second.lowerBound].start > 2)
      {
        tie(index, to: index - 1)
      } else if first.count == 1, isInitials(first.lowerBound, of: second) {
        tie(index, to: index - 1)
      }
    }
  }

  private mutating func tie(_ index: Int, to other: Int) {
    // "Governo di unità nazionale (Nug)": the tables know the acronym only.
    if found[index].kind == .known, found[other].kind != .known {
      found[other].kind = .known
      found[other].referents = found[index].referents
      return
    }
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
    let folded = written.map { bare(LatinFold.fold($0)) }
    var match: Int?
    if written.count > 1 {
      match = persons.firstIndex { $0.isFull && Self.isSamePerson($0.folded, folded) }
    } else if let only = folded.first {
      let bySurname = persons.indices.filter {
        persons[$0].isFull && persons[$0].folded.last.map { $0 == only } == true
          || !persons[$0].isFull && persons[$0].folded == folded
      }
      if bySurname.count == 1 {
        match = bySurname[0]
      } else if bySurname.isEmpty {
        let byAny = persons.indices.filter {
          persons[$0].isFull && persons[$0].folded.contains(only)
        }
        if byAny.count == 1 {
          match = byAny[0]
        } else if only.utf8.count > 5 {
          // "Pashinian" after "Nikol Pashinyan".
          let bySpelling = persons.indices.filter {
            persons[$0].isFull
              && persons[$0].folded.last.map { EditDistance.isWithin(1, $0, only) } == true
          }
          if bySpelling.count == 1 { match = bySpelling[0] }
        }
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

  /// A folded word of a name without a prefix such as "al-".
  private func bare(_ word: String) -> String {
    for prefix in lexicon.hyphenPrefixes
    where word.utf8.starts(with: prefix) && word.utf8.count > prefix.count + 2 {
      return String(word.dropFirst(prefix.count))
    }
    return word
  }

  /// Whether two full names are one person's: equal last words and given names that agree.
  static func isSamePerson(_ a: [String], _ b: [String]) -> Bool {
    if a == b { return true }
    guard let lastA = a.last, let lastB = b.last, let firstA = a.first, let firstB = b.first,
      a.count > 1, b.count > 1
    else { return false }
    if firstA == firstB, lastA.utf8.count > 5, EditDistance.isWithin(1, lastA, lastB) {
      return true
    }
    guard lastA == lastB else { return false }
    if EditDistance.isWithin(1, firstA, firstB) { return true }
    // "J. Borrell", "George W. Bush".
    if firstA.utf8.count == 1 { return firstB.utf8.first == firstA.utf8.first }
    if firstB.utf8.count == 1 { return firstA.utf8.first == firstB.utf8.first }
    return false
  }

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

  mutating func note(_ form: String, actor: Int) {
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

  /// The acronym that follows in parentheses is the same from now on.
  private mutating func registerTwins(of index: Int, _ actor: Int) {
    guard index + 1 < found.count, found[index + 1].twin == index else { return }
    actorByKey["article:" + key(found[index + 1].tokens)] = actor
  }

  /// What a name may refer to, those that fit the article first.
  private func ranked(_ names: [KnownName]) -> [KnownName] {
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
      let isLoose = institution.head.grammar.contains(.loose)
      guard isAgent(found[index].tokens) else {
        mentions.append(
          Mention(
            span: tokens.span(found[index].tokens), label: .organization,
            resolution: isLoose ? .description : .unresolved, sieve: "institution-bare"))
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
    let (name, key, country) = canonical(institution, institution.whole)
    let actor = self.actor(key: key ?? "article:" + LatinFold.fold(name)) {
      Actor(name: name, kind: institution.head.kind, country: country, key: key)
    }
    actors[actor].agreement = institution.head.agreement
    if institution.whole != found[index].tokens {
      note(tokens.string(institution.whole), actor: actor)
    }
    institutionByHead[institution.head.index] = actor
    let isLoose = institution.head.grammar.contains(.loose)
    add(
      index, label: .organization, actor: actor, place: nil,
      isLoose ? .description : LatinFold.fold(form) == LatinFold.fold(name) ? .exact : .alias,
      "institution")
  }

  /// Whether the words are the subject of a verb or the source of what is said.
  private func isAgent(_ range: Range<Int>) -> Bool {
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

  static func uncapitalized(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return first.properties.lowercaseMapping + String(text.unicodeScalars.dropFirst())
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
      let folded = bare(LatinFold.fold(tokens.string(range.lowerBound)))
      let same = persons.filter { $0.isFull && $0.folded.last == folded }
      if same.count > 1 {
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
    let entry = person(index, range)
    let actor = persons[entry].actor
    if actors[actor].agreement.gender == nil, range.count > 1 {
      actors[actor].agreement.gender = words.gender(tokens, range.lowerBound)
    }
    actors[actor].agreement.number = .singular
    if let role = found[index].role { attach(role, to: actor) }
    for role in appositions[index] ?? [] { attach(role, to: actor) }
    let form = tokens.string(range)
    let isNamed = persons[entry].folded.contains(
      bare(LatinFold.fold(tokens.string(range.last ?? 0))))
    add(
      index, label: .person, actor: actor, place: nil,
      form == actors[actor].name ? .exact : isNamed ? .alias : .spelling, "person")
    introduced.note(actor, at: range.lowerBound)
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
    add(
      index, label: .organization, actor: actor, place: nil,
      form == actors[actor].name ? .exact : .alias, "capitals")
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
    let settlements = towns(index)
    if name.placeNoun.contains(.admin), let region = administrativeRegion(core) {
      add(
        index, label: .place, actor: regionActor(region), place: regionPlace(region), .alias,
        "region-of")
      return
    }
    if !name.placeNoun.isDisjoint(with: [.feature, .venue]) {
      emitNamedPlace(index, kind, settlements)
      return
    }
    // Towns have no article: "nel Donetsk" is the region.
    if name.hasArticle, settlements.first != nil, name.tokens == name.core,
      let region = administrativeRegion(core),
      region.country?.lowercased() != language.code
    {
      add(
        index, label: .place, actor: regionActor(region), place: regionPlace(region), .alias,
        "region-of")
      return
    }
    if let seat = seatActor(index) {
      add(index, label: .place, actor: seat, place: nil, .alias, "metonym")
      return
    }
    if let settlement = choose(settlements, called: core) {
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
    mentions.append(
      Mention(
        span: tokens.span(name.tokens), label: .place, resolution: .unresolved, sieve: "place"))
  }

  private mutating func settlementPlace(_ settlement: Settlement, _ kind: LocationKind) -> Int {
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
  private func misspelled(_ index: Int) -> Settlement? {
    let name = found[index]
    let text = tokens.string(name.core)
    guard name.referents.allSatisfy({ !$0.isPrimary }), !name.hasArticle else { return nil }
    var countries: [String] = []
    for other in lists[index] ?? index..<index where other != index {
      if let town = choose(towns(other), called: tokens.string(found[other].core)),
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
    let inPlay = votes.leading(4)
    guard !inPlay.isEmpty else { return nil }
    return knowledge.gazetteer.similar(to: text, inCountries: inPlay).best.map {
      knowledge.gazetteer[$0]
    }
  }

  private func towns(_ index: Int) -> [(Settlement, KnownName)] {
    found[index].referents.compactMap { referent in
      if case .settlement(let place) = referent.referent {
        (knowledge.gazetteer[place], referent)
      } else {
        nil
      }
    }
  }

  /// The region that "provincia di" and a town's name mean, if the tables have it.
  private func administrativeRegion(_ core: String) -> Region? {
    for head in ["regione di ", "provincia di ", "distretto di ", "oblast di ", "Stato di "] {
      for name in ranked(knowledge.names.lookup(head + core)) {
        if case .region(let slug) = name.referent { return knowledge.regions[slug] }
      }
    }
    return nil
  }

  /// A venue or feature with its noun, which lies where the town does whose name it has.
  private mutating func emitNamedPlace(
    _ index: Int, _ kind: LocationKind, _ settlements: [(Settlement, KnownName)]
  ) {
    let form = tokens.string(found[index].tokens)
    for name in ranked(knowledge.names.lookup(form)) {
      if case .region(let slug) = name.referent, let region = knowledge.regions[slug] {
        add(index, label: .place, actor: nil, place: regionPlace(region), .alias, "region")
        return
      }
    }
    let town = kind == .venue ? choose(settlements, called: tokens.string(found[index].core)) : nil
    let place = self.place(key: "article:" + LatinFold.fold(form)) {
      var place = Place(name: Self.capitalized(form), kind: kind)
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

  /// The border of two countries; a point on it stands for the line.
  private mutating func emitBorder(_ range: Range<Int>, _ codes: [String]) {
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
  private mutating func emitVenue(_ range: Range<Int>, town: Int) {
    let form = tokens.string(range)
    let settlement = choose(towns(town), called: tokens.string(found[town].core))
    let place = self.place(key: "article:venue:" + LatinFold.fold(form)) {
      var place = Place(name: Self.capitalized(form), kind: .venue)
      place.latitude = settlement?.latitude
      place.longitude = settlement?.longitude
      place.country = settlement?.country
      place.precision = settlement == nil ? nil : 2
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
  private mutating func seatActor(_ index: Int) -> Int? {
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
  private func actsWithOthers(_ index: Int) -> Bool {
    var last = index
    while last + 1 < found.count, last - index < 4, isCoordinated(last, last + 1),
      isSeat(last + 1)
    {
      last += 1
    }
    return last > index && found[index].preposition == LexemeTable.unknown && actsHere(last)
  }

  private func isSeat(_ index: Int) -> Bool {
    found[index].referents.contains {
      if case .seat = $0.referent { true } else { false }
    }
  }

  /// Whether a capital stands for its government: it does something, answers for something, or
  /// serves as somebody's employer.
  private func actsHere(_ index: Int) -> Bool {
    let name = found[index]
    if name.hasArticle, name.tokens.count == 1 { return false }
    let next = name.tokens.upperBound
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
      let readings = language.verbs.readings(tokens[next].lexeme)
      for reading in readings where reading.mood.isFinite {
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
    return preposition == words.con || preposition == words.contro
      || preposition == words.secondo
  }

  private func choose(
    _ candidates: [(Settlement, KnownName)], called form: String
  ) -> Settlement? {
    guard let first = candidates.first else { return nil }
    // The country that is spoken of most; of its towns the one that is called so first.
    var best: (Settlement, Int)?
    for (settlement, name) in candidates {
      let weight = votes[settlement.country]
      guard weight > 0, name.isPrimary || weight >= 4 else { continue }
      let isAlike = settlement.name.utf8.first == form.utf8.first
      let rank = weight * 4 + (name.isPrimary ? 2 : 0) + (isAlike ? 1 : 0)
      if best == nil || rank > (best?.1 ?? 0) { best = (settlement, rank) }
    }
    let isFamous =
      first.1.isPrimary && first.0.population >= 200_000
      && (candidates.count == 1 || first.0.population >= 10 * candidates[1].0.population)
    if isFamous, best == nil || best?.0.population ?? 0 < first.0.population / 20 {
      return first.0
    }
    if let best { return best.0 }
    if candidates.count == 1, first.1.isPrimary, !first.1.isWeak { return first.0 }
    return nil
  }
}

/// How much each country is in play in an article.
struct CountryVotes {
  private var votes: [String: Int] = [:]

  subscript(code: String) -> Int { votes[code] ?? 0 }

  mutating func add(_ code: String, _ weight: Int) { votes[code, default: 0] += weight }

  /// The countries that are spoken of most, at most `count`, those far behind left out.
  func leading(_ count: Int) -> [String] {
    let order = votes.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    let most = order.first?.value ?? 0
    return order.prefix(count).filter { $0.value * 4 >= most && $0.value >= 3 }.map(\.key)
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
