import DossierModel
import Knowledge

/// Decides what the names found in one article name, and ties those that name one thing together.
final class NameResolution {
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

  // No method of the resolution runs while another changes one of these in place.
  @exclusivity(unchecked) var actors: [Actor] = []
  @exclusivity(unchecked) var places: [Place] = []
  @exclusivity(unchecked) var mentions: [Mention] = []

  @exclusivity(unchecked) var found: [FoundName]
  @exclusivity(unchecked) var kinds: [Decision] = []
  @exclusivity(unchecked) var actorByKey: [String: Int] = [:]
  @exclusivity(unchecked) var placeByKey: [String: Int] = [:]
  @exclusivity(unchecked) var votes = CountryVotes()
  @exclusivity(unchecked) var persons = PersonList()
  @exclusivity(unchecked) var personOfFound = IndexMap<Int>()
  @exclusivity(unchecked) var institutionByHead: [Int: Int] = [:]
  /// The institutions with more than their head, by the head.
  lazy var wholeInstitutions = Dictionary(
    grouping: found.indices.filter { found[$0].institution?.isBare == false },
    by: { found[$0].institution?.head.index ?? -1 })
  /// The entries of people whom the tables know, by their names there.
  @exclusivity(unchecked) var famousEntries: [String: Int] = [:]
  @exclusivity(unchecked) var introduced = IntroducedRoles()
  @exclusivity(unchecked) var actorOfFound: [Int?] = []
  @exclusivity(unchecked) var appositions: [Int: [Int]] = [:]
  /// Roles that the next role says more of, whose holder is named with that one.
  @exclusivity(unchecked) var followedRoles: Set<Int> = []
  /// The first unnamed actor of each name, among as many actors as were looked at.
  @exclusivity(unchecked) var anonymous: [String: Int] = [:]
  @exclusivity(unchecked) var anonymousCount = 0
  /// How often each region is named.
  lazy var regionCounts = countRegions()
  /// The actors whom nicknames name, by the found name.
  @exclusivity(unchecked) var nicknamed = IndexMap<Int>()
  /// The lists that names are members of.
  @exclusivity(unchecked) var lists = IndexMap<Range<Int>>()

  /// The towns of the countries in play that names were found to be like, by their folded letters.
  @exclusivity(unchecked) var similarTowns: [String: Int?] = [:]
  /// The countries that are more than the scene of something.
  lazy var actingCountries = findActingCountries()
  /// The town that the bodies have in their names that share a seat.
  lazy var seatOfBodies = findSeatOfBodies()
  /// The only town of the article, in the country of its language.
  lazy var onlyTown = findOnlyTown()
  /// The towns of the article that no other town is called like.
  lazy var sureTowns = findSureTowns()

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

  /// The names that no table knows, by their words.
  lazy var openNames: [String: [Int]] = Dictionary(
    grouping: found.indices.filter { found[$0].kind == .open }, by: { key(found[$0].tokens) })

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
  func resolve() {
    vote()
    decide()
    tieTwins()
    actorOfFound = Array(repeating: nil, count: found.count)
    findFollowedRoles()
    let sequence = merged()
    registerPersons()
    registerNicknames()
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
  func registerPublisher() {
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
  func emitSurnames(_ sentence: Range<Int>) {
    for i in sentence
    where tokens[i].shape.contains(.allCapitals) && tokens[i].end - tokens[i].start > 3 {
      let folded = LatinFold.fold(tokens.string(i))
      let same = persons.entries(of: folded).filter { $0.isFull && $0.folded.last == folded }
      let span = tokens[i].span
      let actor: Int
      if same.isEmpty, let famous = words.famous(surname: tokens.string(i)) {
        actor = famousActor(famous)
      } else if same.count == 1, let only = same.first?.actor {
        actor = only
      } else {
        continue
      }
      guard !mentions.contains(where: { $0.span.overlaps(span) }) else { continue }
      note(tokens.string(i), actor: actor)
      mentions.append(
        Mention(
          span: span, label: .person, actor: actor, resolution: .alias, sieve: "headline"))
    }
  }

  /// A found name or a role without one.
  enum Item {
    case name(Int)
    case role(Int)
  }

  func merged() -> [Item] {
    var items: [(Int, Int, Item)] = []
    items.reserveCapacity(found.count + scan.roles.count)
    for index in found.indices { items.append((found[index].tokens.lowerBound, 1, .name(index))) }
    for index in scan.roles.indices where scan.roles[index].name == nil {
      // What follows a person's name is that person's.
      if let apposed = scan.roles[index].apposedTo, kinds[apposed] == .person { continue }
      if followedRoles.contains(index) { continue }
      items.append((scan.roles[index].tokens.lowerBound, 0, .role(index)))
    }
    items.sort { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }
    return items.map(\.2)
  }

  // MARK: The countries in play

  func vote() {
    for i in 0..<tokens.count where lexicon[tokens[i].lexeme].contains(.demonym) {
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
    votes.count()
  }

  func vote(_ homeland: Demonym.Homeland, weight: Int) {
    switch homeland {
    case .country(let code): votes.add(code, weight)
    case .region(let slug):
      for code in knowledge.regions[slug]?.countries ?? [] { votes.add(code, weight) }
    }
  }

  // MARK: Persons

  func registerPersons() {
    for index in found.indices
    where kinds[index] == .person && found[index].kind != .known {
      let range = found[index].tokens
      guard range.count > 1, isSomebody(index) else { continue }
      _ = person(index, range)
    }
  }

  /// Whether something shows that a name is a person's: a given name, a role, what is said or done.
  func isSomebody(_ index: Int) -> Bool {
    found[index].kind == .person || found[index].evidence.somebody > 0
      || found[index].role != nil || appositions[index] != nil
  }

  /// "Jimmy Chérizier, detto Barbecue": the nickname is known before and after.
  private func registerNicknames() {
    for index in found.indices.dropFirst()
    where found[index].isAlias && kinds[index] == .person && kinds[index - 1] == .person {
      let (last, name) = (found[index - 1].tokens, found[index].tokens)
      guard name.lowerBound - last.upperBound <= 5, let entry = personOfFound[index - 1] else {
        continue
      }
      let folded = nameWords(name).map { bare(LatinFold.fold($0)) }
      let actor = persons[entry].actor
      persons.append(
        PersonEntry(words: nameWords(name), folded: folded, actor: actor, isFull: false))
      nicknamed[index] = actor
    }
  }

  func nameWords(_ range: Range<Int>) -> [String] {
    range.filter { tokens[$0].isWord }.map { tokens.string($0) }
  }

  /// The person that the name at `range` is, new if need be.
  func person(_ index: Int, _ range: Range<Int>) -> Int {
    knownPerson(index, range) ?? newPerson(index, range)
  }

  /// The person of the article that the name at `range` is.
  func knownPerson(_ index: Int, _ range: Range<Int>) -> Int? {
    if let known = personOfFound[index] { return known }
    let written = nameWords(range)
    let folded = written.map { bare(LatinFold.fold($0)) }
    var match: Int?
    let famous = famousPerson(index, range)
    if let famous, let entry = famousEntries[famous.name] {
      match = entry
    } else if written.count > 1 {
      match = persons.places(of: folded[0], folded[folded.count - 1]).first {
        persons[$0].isFull && Self.isSamePerson(persons[$0].folded, folded)
      }
      if match == nil {
        // "Suu Kyi", "von der Leyen": the end of one full name.
        let byEnd = persons.places(of: folded[folded.count - 1]).filter {
          persons[$0].folded.count > folded.count
            && persons[$0].folded.suffix(folded.count).elementsEqual(folded)
        }
        if byEnd.count == 1 { match = byEnd[0] }
      }
    } else if let only = folded.first {
      let bySurname = persons.places(of: only).filter {
        persons[$0].isFull && persons[$0].folded.last.map { $0 == only } == true
          || !persons[$0].isFull && persons[$0].folded == folded
      }
      if bySurname.count == 1 {
        match = bySurname[0]
      } else if bySurname.isEmpty {
        let byAny = persons.places(of: only).filter {
          persons[$0].isFull && persons[$0].folded.contains(only)
        }
        if byAny.count == 1 {
          match = byAny[0]
        } else if only.utf8.count > 5 {
          // A surname spelled in another way than with the full name.
          let bySpelling = persons.places(like: only).filter {
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
      if written.count > persons[match].words.count, isSurname(folded, of: famous) {
        persons[match].words = written
        persons[match].folded = folded
        actors[persons[match].actor].name = tokens.string(range)
      }
      personOfFound[index] = match
    }
    return match
  }

  private func newPerson(_ index: Int, _ range: Range<Int>) -> Int {
    let written = nameWords(range)
    let folded = written.map { bare(LatinFold.fold($0)) }
    let famous = famousPerson(index, range)
    var actor = Actor(name: tokens.string(range), kind: .person)
    if let famous {
      // A surname alone stands for the whole name; a full name stays as the article writes it.
      if words.famous(tokens.string(range)) == nil || !isSurname(folded, of: famous)
        || written.count == 1
      {
        actor.name = famous.name
      }
      actor.country = famous.country
      actor.agreement.gender = famous.isFeminine ? .feminine : .masculine
      famousEntries[famous.name] = persons.count
    }
    actors.append(actor)
    persons.append(
      PersonEntry(
        words: written, folded: folded, actor: actors.count - 1,
        isFull: written.count > 1 && isSurname(folded, of: famous)))
    personOfFound[index] = persons.count - 1
    return persons.count - 1
  }

  /// The actor of somebody whom the tables know and the article names in a headline only.
  private func famousActor(_ person: FamousPerson) -> Int {
    if let entry = famousEntries[person.name] { return persons[entry].actor }
    var actor = Actor(name: person.name, kind: .person, country: person.country)
    actor.agreement.gender = person.isFeminine ? .feminine : .masculine
    actors.append(actor)
    let words = person.name.split(separator: " ").map(String.init)
    famousEntries[person.name] = persons.count
    persons.append(
      PersonEntry(
        words: words, folded: words.map { bare(LatinFold.fold($0)) }, actor: actors.count - 1,
        isFull: true))
    return actors.count - 1
  }

  /// Whom the tables know by the name at `range`, unless the role before speaks of another country.
  func famousPerson(_ index: Int, _ range: Range<Int>) -> FamousPerson? {
    guard let person = words.famous(tokens, range) else { return nil }
    if let role = found[index].role, case .country(let code)? = scan.roles[role].homeland,
      let country = person.country, code != country
    {
      return nil
    }
    return person
  }

  /// Whether a name ends with the surname of `person`: "Abu Mazen" does not.
  private func isSurname(_ folded: [String], of person: FamousPerson?) -> Bool {
    guard let person, let last = folded.last else { return true }
    let words = LatinFold.fold(person.name).split(separator: " ").map { bare(String($0)) }
    return words.dropFirst().contains { $0 == last || EditDistance.isWithin(2, $0, last) }
  }

  /// A folded word of a name without a prefix such as "al-".
  func bare(_ word: String) -> String {
    guard word.utf8.contains(UInt8(ascii: "-")) else { return word }
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

  func emit(_ index: Int) {
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

  func add(
    _ index: Int, label: Mention.Label, actor: Int?, place: Int?, _ resolution: Mention.Resolution,
    _ sieve: String
  ) {
    let span = tokens.span(found[index].tokens)
    let form = tokens.text[span]
    if let actor { note(form, actor: actor) }
    if let place {
      note(form, place: place)
      // The Nasser of "l'ospedale Nasser" is not the hospital's name everywhere.
      if found[index].core != found[index].tokens, places[place].kind != .venue {
        note(tokens.string(found[index].core), place: place)
      }
    }
    actorOfFound[index] = actor
    mentions.append(
      Mention(
        span: span, label: label, actor: actor, place: place, resolution: resolution, sieve: sieve))
  }

  func note(_ form: String, actor: Int) {
    if !actors[actor].forms.contains(form) { actors[actor].forms.append(form) }
  }

  func note(_ form: String, place: Int) {
    if !places[place].forms.contains(form) { places[place].forms.append(form) }
  }

  func actor(key: String, _ make: () -> Actor) -> Int {
    if let known = actorByKey[key] { return known }
    actors.append(make())
    actorByKey[key] = actors.count - 1
    return actors.count - 1
  }

  func place(key: String, _ make: () -> Place) -> Int {
    if let known = placeByKey[key] { return known }
    places.append(make())
    placeByKey[key] = places.count - 1
    return places.count - 1
  }
}
