import DossierModel
import Testing

@testable import Knowledge

/// The tables hold what they promise.
@Suite struct TablesTests {
  let knowledge = Knowledge.shared

  @Test(arguments: [
    ("world/countries.tsv", 13, 250), ("world/regions.tsv", 10, 700),
    ("world/organizations.tsv", 7, 800),
  ])
  func rowsAreWholeAndKeysUnique(table: String, columns: Int, atLeast: Int) {
    let rows = Array(EmbeddedTable.rows(of: table))
    #expect(rows.count >= atLeast)
    var seen: Set<String> = []
    for row in rows {
      #expect(row.fields.count == columns, "\(table):\(row.line)")
      #expect(seen.insert(row[0]).inserted, "\(table):\(row.line): \(row[0]) stands twice")
      for field in row.fields {
        #expect(field.utf8.first != 32 && field.utf8.last != 32, "\(table):\(row.line)")
        #expect(!field.contains("||") && !field.hasPrefix("|") && !field.hasSuffix("|"))
      }
    }
  }

  @Test func slugsAreSlugs() {
    for slug in knowledge.regions.all.map(\.slug) + knowledge.organizations.all.map(\.slug) {
      #expect(Slug.make(slug) == (slug, false))
    }
  }

  @Test func pointsLieOnTheEarth() {
    for country in knowledge.countries.all {
      #expect(abs(country.latitude) <= 90 && abs(country.longitude) <= 180)
      #expect(country.latitude != 0 && country.longitude != 0, "\(country.code)")
    }
    for region in knowledge.regions.all {
      #expect(abs(region.latitude) <= 90 && abs(region.longitude) <= 180, "\(region.slug)")
      #expect([3, 4, 5, 7].contains(region.precision), "\(region.slug)")
    }
    for row in EmbeddedTable.rows(of: "world/regions.tsv") {
      #expect(LocationKind(rawValue: row[2]) != nil && Double(row[5]) != nil, "\(row.line)")
      #expect(Int(row[3]) != nil && Double(row[6]) != nil, "\(row.line)")
    }
    for row in EmbeddedTable.rows(of: "world/organizations.tsv") {
      #expect(ActorKind(rawValue: row[2]) != nil, "\(row.line)")
    }
  }

  @Test func countriesThatAreNamedExist() {
    for country in knowledge.countries.all {
      for code in country.neighbours {
        #expect(knowledge.countries[code] != nil, "\(country.code): \(code)")
        if country.status != .historical {
          #expect(knowledge.countries.areNeighbours(code, country.code), "\(country.code), \(code)")
        }
      }
    }
    for region in knowledge.regions.all {
      for code in region.countries { #expect(knowledge.countries[code] != nil, "\(region.slug)") }
    }
    for organization in knowledge.organizations.all {
      if let code = organization.country {
        #expect(knowledge.countries[code] != nil, "\(organization.slug)")
      }
    }
  }

  @Test func everyFormFindsItsThing() {
    let names = knowledge.names
    func check(_ form: String, _ referent: Referent) {
      #expect(!NameKey.make(form).isEmpty, "\(form)")
      #expect(names.lookup(form).contains { $0.referent == referent }, "\(form)")
    }
    for country in knowledge.countries.all {
      for form in [country.name] + country.aliases { check(form, .country(country.code)) }
      for seat in country.seats { check(seat, .seat(country.actorKey)) }
    }
    for region in knowledge.regions.all {
      for form in [region.name] + region.aliases { check(form, .region(region.slug)) }
    }
    for organization in knowledge.organizations.all {
      for form in [organization.name] + organization.aliases {
        check(form, .organization(organization.slug))
      }
    }
  }

  @Test func noNameOfAnOrganizationIsAnothers() {
    var owners: [[UInt8]: [String]] = [:]
    for organization in knowledge.organizations.all {
      owners[NameKey.make(organization.name), default: []].append(organization.slug)
    }
    for (_, slugs) in owners { #expect(slugs.count == 1, "\(slugs)") }
  }

  /// Territories with few people, of whom Italian papers hardly speak.
  static let withoutDemonym: Set<String> = [
    "AI", "BL", "BQ", "BV", "CC", "CK", "CW", "CX", "DM", "GD", "GG", "GS", "HM", "IM", "JE", "KI",
    "KN", "LC", "MF", "MP", "MS", "NF", "NU", "PM", "PN", "RE", "SH", "SJ", "SX", "TC", "TF", "TK",
    "UM", "VC", "VG", "VI", "WF", "YT",
  ]

  @Test func everyCountryHasDemonyms() {
    for country in knowledge.countries.all where !Self.withoutDemonym.contains(country.code) {
      #expect(!country.adjectives.isEmpty, "\(country.code)")
      #expect(country.people != nil, "\(country.code)")
    }
  }

  @Test(arguments: [
    ("armeno", "AM", ArticleReading.Agreement(gender: .masculine, number: .singular)),
    ("armena", "AM", .init(gender: .feminine, number: .singular)),
    ("armeni", "AM", .init(gender: .masculine, number: .plural)),
    ("azere", "AZ", .init(gender: .feminine, number: .plural)),
    ("francese", "FR", .init(number: .singular)), ("cinesi", "CN", .init(number: .plural)),
    ("turche", "TR", .init(gender: .feminine, number: .plural)),
    ("belgi", "BE", .init(gender: .masculine, number: .plural)),
    ("vietnamita", "VN", .init(number: .singular)),
    ("yemeniti", "YE", .init(gender: .masculine, number: .plural)),
    ("sud sudanesi", "SS", .init(number: .plural)), ("Usa", "US", .init()),
    ("saharawi", "EH", .init()), ("sovietica", "SU", .init(gender: .feminine, number: .singular)),
  ])
  func demonymsAgree(word: String, country: String, agreement: ArticleReading.Agreement) {
    let found = knowledge.demonyms(word).filter { $0.homeland == .country(country) }
    #expect(found.map(\.agreement) == [agreement])
  }

  @Test(arguments: [
    ("palestinese", "country:PS"), ("curdi", "region:kurdistan"), ("cecena", "region:cecenia"),
    ("gazawi", "region:striscia-di-gaza"), ("europei", "region:europa"),
    ("coreano", "country:KP country:KR"), ("congolesi", "country:CD country:CG"),
    ("statunitensi", "country:US"), ("azerbaigiani", "country:AZ"),
  ])
  func demonymsLeadHome(word: String, homes: String) {
    let found = knowledge.demonyms(word).map { demonym in
      switch demonym.homeland {
      case .country(let code): "country:" + code
      case .region(let slug): "region:" + slug
      }
    }
    #expect(found.joined(separator: " ") == homes)
  }

  @Test(arguments: ["corso", "usa", "città", "verde", "marche", "golfo", "po", "giordano"])
  func commonWordsAreNoStrongNames(word: String) {
    let match = knowledge.names.longestMatch(in: Array(word.utf8), from: 0)
    #expect(match?.names.allSatisfy { $0.isWeak || $0.isDemonym } ?? true)
  }

  @Test(
    arguments: [
      ("armeno-azero", nil, ["AM", "AZ"]), ("russo-ucraina", nil, ["RU", "UA"]),
      ("israelo-palestinesi", nil, ["IL", "PS"]), ("sino-americani", nil, ["CN", "US"]),
      ("franco-tedesca", nil, ["FR", "DE"]), ("filo-russi", "filo", ["RU"]),
      ("filorussi", "filo", ["RU"]), ("filo-iraniane", "filo", ["IR"]),
      ("antisovietica", "anti", ["SU"]), ("pro-palestinese", "pro", ["PS"]),
      ("turco-siriano-iracheno", nil, ["TR", "SY", "IQ"]),
    ] as [(String, String?, [String])])
  func compoundsAreTakenApart(word: String, stance: String?, countries: [String]) throws {
    let compound = try #require(knowledge.compound(folded: word.utf8))
    #expect(compound.stance?.rawValue == stance)
    let homes = compound.members.map { $0.map(\.homeland) }
    #expect(homes.count == countries.count)
    for (home, code) in zip(homes, countries) { #expect(home.contains(.country(code))) }
  }

  @Test(arguments: [
    "armeno", "sino", "politico-militare", "armena-azera", "pro", "filo-", "ex", "",
  ])
  func otherWordsAreNoCompounds(word: String) {
    #expect(knowledge.compound(folded: word.utf8) == nil)
  }
}

extension KnownName {
  var isDemonym: Bool {
    if case .demonym = referent { true } else { false }
  }
}
