import DossierModel

/// What the world knows: countries and their peoples, regions, organizations, settlements and given
/// names, and one index of all their names.
///
/// All of it comes from the tables under `CTables/world`.
public final class Knowledge: Sendable {
  /// The countries.
  public let countries: Countries
  /// Regions, disputed lands, waters, mountains and borders.
  public let regions: Regions
  /// Institutions, armed groups, parties and media.
  public let organizations: Organizations
  /// Given names.
  public let givenNames: GivenNames
  /// Surnames and their endings.
  public let surnames: Surnames
  /// People whom newspapers name without introducing them.
  public let people: FamousPeople
  /// The settlements.
  public let gazetteer: Gazetteer
  /// The names of countries, regions, organizations, settlements and peoples.
  public let names: NameIndex
  /// The demonyms with each of their forms, in the order of the tables.
  public let demonymForms: [(form: String, demonym: Demonym)]

  fileprivate init(
    countries: Countries, regions: Regions, organizations: Organizations, givenNames: GivenNames,
    surnames: Surnames, people: FamousPeople, gazetteer: Gazetteer, names: NameIndex,
    demonymForms: [(form: String, demonym: Demonym)]
  ) {
    (self.countries, self.regions, self.organizations) = (countries, regions, organizations)
    (self.givenNames, self.surnames, self.people) = (givenNames, surnames, people)
    (self.gazetteer, self.names, self.demonymForms) = (gazetteer, names, demonymForms)
  }

  /// The knowledge of this program, read once.
  public static let shared = load()

  /// Reads the tables anew; `shared` spares that.
  public static func load() -> Knowledge {
    var reader = KnowledgeReader()
    return reader.read()
  }

  /// The demonyms with this folded text ("armena", "russi"); several where countries share them.
  @inlinable public func demonyms(folded: some Sequence<UInt8>) -> [Demonym] {
    demonyms(foldedBytes: Array(folded))
  }

  @usableFromInline func demonyms(foldedBytes: [UInt8]) -> [Demonym] {
    names.lookup(foldedBytes: foldedBytes, includingExact: false).compactMap { name in
      if case .demonym(let demonym) = name.referent { demonym } else { nil }
    }
  }

  /// The demonyms written `word`.
  public func demonyms(_ word: some StringProtocol) -> [Demonym] {
    names.lookup(word).compactMap { name in
      if case .demonym(let demonym) = name.referent { demonym } else { nil }
    }
  }

  /// The members of a folded compound such as `armeno-azero`, `filo-russi`, `filorussi`,
  /// `israelo-palestinese`; `nil` if it is none.
  public func compound(folded: some Sequence<UInt8>) -> DemonymCompound? {
    var words = NameKey.make(folded: folded).split(separator: NameKey.space).map(Array.init)
    guard let first = words.first else { return nil }
    var stance: DemonymCompound.Stance?
    for candidate in DemonymCompound.Stance.allCases
    where first.starts(with: candidate.rawValue.utf8) {
      let rest = Array(first.dropFirst(candidate.rawValue.utf8.count))
      if rest.isEmpty, words.count > 1 {
        stance = candidate
        words.removeFirst()
      } else if !rest.isEmpty, !demonyms(folded: rest).isEmpty, demonyms(folded: first).isEmpty {
        stance = candidate
        words[0] = rest
      }
      if stance != nil { break }
    }
    guard stance != nil || words.count > 1, let last = words.last else { return nil }
    var members: [[Demonym]] = words.dropLast().map { word in
      demonyms(folded: word).filter(\.isPrefix)
    }
    members.append(demonyms(folded: last).filter { !$0.isOnlyPrefix })
    return members.contains { $0.isEmpty } ? nil : DemonymCompound(stance: stance, members: members)
  }
}

/// Reads the tables of the world.
private struct KnowledgeReader {
  private var countries: [Country] = []
  private var regions: [Region] = []
  private var organizations: [Organization] = []
  private var countryForms: [[WrittenForm]] = []
  private var regionForms: [[WrittenForm]] = []
  private var organizationForms: [[WrittenForm]] = []
  private var demonyms: [(form: WrittenForm, demonym: Demonym)] = []

  mutating func read() -> Knowledge {
    let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    let gazetteer = Gazetteer(EmbeddedTable(named: "world/gazetteer.bin")?.bytes ?? empty)
    for row in EmbeddedTable.rows(of: "world/countries.tsv") { readCountry(row) }
    for row in EmbeddedTable.rows(of: "world/regions.tsv") { readRegion(row) }
    for row in EmbeddedTable.rows(of: "world/organizations.tsv") { readOrganization(row) }
    return Knowledge(
      countries: Countries(countries), regions: Regions(regions),
      organizations: Organizations(organizations), givenNames: readGivenNames(),
      surnames: readSurnames(), people: readPeople(),
      gazetteer: gazetteer, names: index(gazetteer),
      demonymForms: demonyms.map { ($0.form.text, $0.demonym) })
  }

  private func index(_ gazetteer: Gazetteer) -> NameIndex {
    var names = NameIndex(gazetteer: gazetteer, capacity: 16_384)
    for (country, forms) in zip(countries, countryForms) {
      for form in forms { names.add(form, .country(country.code)) }
      for seat in country.seats { names.add(WrittenForm(seat), .seat(country.actorKey)) }
    }
    for (region, forms) in zip(regions, regionForms) {
      for form in forms { names.add(form, .region(region.slug)) }
    }
    for (organization, forms) in zip(organizations, organizationForms) {
      for form in forms { names.add(form, .organization(organization.slug)) }
      for seat in organization.seats { names.add(WrittenForm(seat), .seat(organization.key)) }
    }
    for (form, demonym) in demonyms { names.add(form, .demonym(demonym)) }
    return names
  }

  private mutating func readCountry(_ row: TableRow) {
    let adjectives = row.list(11).map(AdjectiveForms.init)
    let forms = WrittenForm.forms(row[2], aliases: row.list(4))
    let country = Country(
      code: row[0], status: Country.Status(rawValue: row[1]) ?? .iso, name: row[2],
      nameWithArticle: row[3], aliases: forms.dropFirst().map(\.text), englishName: row[5],
      capital: row[6],
      seats: row.list(7), latitude: Double(row[8]) ?? 0,
      longitude: Double(row[9]) ?? 0,
      neighbours: row[10].utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) },
      adjectives: adjectives.map { WrittenForm($0.lemma).text }, people: adjectives.first?.plural)
    countries.append(country)
    countryForms.append(forms)
    readDemonyms(adjectives, prefixes: row.list(12), .country(country.code))
  }

  private mutating func readRegion(_ row: TableRow) {
    let adjectives = row.list(8).map(AdjectiveForms.init)
    let forms = WrittenForm.forms(row[1], aliases: row.list(7))
    regionForms.append(forms)
    regions.append(
      Region(
        slug: row[0], name: row[1], kind: LocationKind(rawValue: row[2]) ?? .region,
        precision: Int(row[3]) ?? 5,
        countries: row[4].utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) },
        latitude: Double(row[5]) ?? 0, longitude: Double(row[6]) ?? 0,
        aliases: forms.dropFirst().map(\.text),
        adjectives: adjectives.map { WrittenForm($0.lemma).text }, geonames: Int(row[9])))
    readDemonyms(adjectives, prefixes: [], .region(row[0]))
  }

  private mutating func readOrganization(_ row: TableRow) {
    let forms = WrittenForm.forms(row[1], aliases: row.list(4))
    organizationForms.append(forms)
    organizations.append(
      Organization(
        slug: row[0], name: row[1], kind: ActorKind(rawValue: row[2]) ?? .organization,
        country: row[3].isEmpty ? nil : row[3], aliases: forms.dropFirst().map(\.text),
        seats: row.list(5),
        wikidata: row[6].isEmpty ? nil : row[6]))
  }

  private mutating func readDemonyms(
    _ adjectives: [AdjectiveForms], prefixes: [String], _ homeland: Demonym.Homeland
  ) {
    for adjective in adjectives {
      let lemma = WrittenForm(adjective.lemma).text
      for (text, agreement) in adjective.forms {
        let demonym = Demonym(
          homeland: homeland, lemma: lemma, agreement: agreement,
          isPrefix: WrittenForm(text).text == lemma, isOnlyPrefix: false)
        var form = WrittenForm(text)
        form.isWeak = adjective.isWeak
        demonyms.append((form, demonym))
      }
    }
    let lemmas = adjectives.map { WrittenForm($0.lemma).text }
    for prefix in prefixes where !lemmas.contains(prefix) {
      let demonym = Demonym(
        homeland: homeland, lemma: lemmas.first ?? prefix, agreement: ArticleReading.Agreement(),
        isPrefix: true, isOnlyPrefix: true)
      demonyms.append((WrittenForm(prefix), demonym))
    }
  }

  private func readSurnames() -> Surnames {
    var surnames = Surnames()
    for row in EmbeddedTable.rows(of: "world/surnames.tsv") {
      for word in row[2].utf8.split(separator: UInt8(ascii: " ")) {
        let key = NameKey.make(String(Substring(word)))
        if row[0] == "ending" { surnames.add(ending: key) } else { surnames.add(name: key) }
      }
    }
    return surnames
  }

  private func readPeople() -> FamousPeople {
    FamousPeople(
      EmbeddedTable.rows(of: "world/persons.tsv").map { row in
        FamousPerson(
          name: row[0], isFeminine: row[1] == "f", country: row[2].isEmpty ? nil : row[2],
          aliases: row.list(3), sharesSurname: !row[4].isEmpty)
      })
  }

  private func readGivenNames() -> GivenNames {
    var names = GivenNames(capacity: 12_000)
    guard let table = EmbeddedTable(named: "world/given-names.tsv") else { return names }
    for (_, fields) in TableRowRanges(table.bytes) where fields.count > 1 {
      let gender: GivenNames.Gender =
        switch table.bytes[fields[1]].first {
        case UInt8(ascii: "m"): .masculine
        case UInt8(ascii: "f"): .feminine
        default: .either
        }
      let isWord = fields.count > 2 && !fields[2].isEmpty
      names.add(NameKey.make(utf8: table.bytes[fields[0]]), gender, isWord: isWord)
    }
    return names
  }
}
