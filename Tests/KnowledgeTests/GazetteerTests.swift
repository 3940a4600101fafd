import DossierModel
import Testing

@testable import Knowledge

@Suite struct GazetteerTests {
  let gazetteer = Knowledge.shared.gazetteer

  @Test func theWorldIsCovered() {
    #expect(gazetteer.count > 75_000)
    #expect(gazetteer.countryCodes.count > 230)
    #expect(gazetteer.countryCodes == gazetteer.countryCodes.sorted())
    for code in gazetteer.countryCodes {
      #expect(Knowledge.shared.countries[code] != nil, "\(code)")
      #expect(!gazetteer.range(of: code).isEmpty)
    }
    #expect(gazetteer.range(of: "ZZ").isEmpty)
  }

  @Test func everySettlementIsFoundByItsName() {
    var missing: [String] = []
    for index in 0..<gazetteer.count {
      let place = gazetteer[index]
      #expect(abs(place.latitude) <= 90 && abs(place.longitude) <= 180)
      let key = NameKey.make(place.name)
      guard key.count <= 40 else { continue }
      if !gazetteer.hits(key).contains(where: { $0.place == index && $0.isPrimary }) {
        missing.append(place.name)
      }
    }
    #expect(missing == [])
  }

  @Test func settlementsStandByCountryAndPopulation() {
    for code in gazetteer.countryCodes {
      let range = gazetteer.range(of: code)
      #expect(gazetteer.country(of: range.lowerBound) == code)
      #expect(gazetteer.country(of: range.upperBound - 1) == code)
      for index in range.dropFirst() {
        #expect(gazetteer.population(of: index) <= gazetteer.population(of: index - 1))
      }
    }
  }

  /// Coordinates of well-known places, good to some kilometres.
  @Test(arguments: [
    ("Goris", "AM", 39.51, 46.34), ("Sotk", "AM", 40.2, 45.86), ("Jermuk", "AM", 39.84, 45.67),
    ("Daşkəsən", "AZ", 40.52, 46.08), ("Kəlbəcər", "AZ", 40.1, 46.04),
    ("Laçın", "AZ", 39.6, 46.55), ("Lachin", "AZ", 39.6, 46.55),
    ("Stepanakert", "AZ", 39.82, 46.75), ("Istanbul", "TR", 41.01, 28.97),
    ("Bruxelles", "BE", 50.85, 4.35), ("Kiev", "UA", 50.45, 30.52), ("Bachmut", "UA", 48.59, 38.0),
    ("Leopoli", "UA", 49.84, 24.03), ("Robotyne", "UA", 47.44, 35.84),
    ("Chasiv Yar", "UA", 48.59, 37.84), ("Sudzha", "RU", 51.2, 35.27),
    ("Khan Yunis", "PS", 31.34, 34.3), ("Jabalia", "PS", 31.53, 34.48),
    ("Nuseirat", "PS", 31.45, 34.39), ("Be’eri", "IL", 31.42, 34.49),
    ("Naqoura", "LB", 33.12, 35.14), ("Bint Jbeil", "LB", 33.12, 35.43),
    ("Raqqa", "SY", 35.95, 39.01), ("Kobane", "SY", 36.89, 38.35), ("al-Hol", "SY", 36.38, 41.15),
    ("Mosul", "IQ", 36.34, 43.13), ("El Fasher", "SD", 13.63, 25.35),
    ("El Geneina", "SD", 13.45, 22.44), ("Khartoum", "SD", 15.55, 32.53),
    ("Omdurman", "SD", 15.64, 32.48), ("Macallè", "ET", 13.5, 39.47),
    ("Bengasi", "LY", 32.12, 20.07), ("Misurata", "LY", 32.38, 15.09), ("Goma", "CD", -1.68, 29.22),
    ("Bunagana", "CD", -1.3, 29.6), ("Maiduguri", "NG", 11.85, 13.16),
    ("Sana’a", "YE", 15.35, 44.2),
    ("Hodeida", "YE", 14.8, 42.95), ("Mocímboa da Praia", "MZ", -11.35, 40.35),
    ("Teheran", "IR", 35.69, 51.42), ("Damasco", "SY", 33.51, 36.29),
    ("Il Cairo", "EG", 30.06, 31.25),
    ("Pechino", "CN", 39.9, 116.4), ("Città del Messico", "MX", 19.43, -99.13),
    ("Port-au-Prince", "HT", 18.54, -72.34), ("Pristina", "XK", 42.67, 21.17),
  ])
  func aPlaceLiesWhereItShould(name: String, country: String, latitude: Double, longitude: Double) {
    let found = gazetteer.settlements(named: name).filter { $0.country == country }
    let distances = found.map { $0.distance(latitude: latitude, longitude: longitude) }
    #expect(distances.contains { $0 < 30 }, "\(found)")
  }

  @Test(arguments: [
    ("Kyiv", "Kiev"), ("Moscow", "Mosca"), ("Dashkesan", "Daşkəsən"), ("Kalbajar", "Kəlbəcər"),
    ("Lachin", "Laçın"), ("Damascus", "Damasco"), ("Jerusalem", "Gerusalemme"),
    ("Benghazi", "Bengasi"), ("Lviv", "Leopoli"), ("Tripoli", "Tripoli"),
    ("Bent Jbaïl", "Bint Jbeil"), ("Mumbai", "Mumbai"), ("Bombay", "Mumbai"),
    ("Ho Chi Minh City", "Città Ho Chi Minh"), ("Saigon", "Città Ho Chi Minh"),
  ])
  func aPlaceIsShownUnderTheNameThatReadersExpect(name: String, shown: String) {
    #expect(gazetteer.settlements(named: name).first?.name == shown)
  }

  @Test(arguments: ["Sale", "Una", "Secondo", "Dire", "Porta", "Pace", "Guerra"])
  func aCommonWordIsNoStrongName(word: String) {
    let hits = gazetteer.hits(NameKey.make(word))
    #expect(hits.allSatisfy { $0.isWeak })
  }

  @Test(arguments: [
    "Sofia", "Goma", "Mosca", "Kiev", "Aden", "Erbil", "Riga", "Beni", "Uvira", "Ginevra",
  ])
  func aKnownCityIsAStrongName(name: String) {
    #expect(gazetteer.hits(NameKey.make(name)).first?.isWeak == false)
  }

  @Test func keysAreUniqueAndStable() {
    let added = (0..<gazetteer.count).map { gazetteer[$0] }.filter { $0.geonames == nil }
    #expect(added.count > 150)
    #expect(Set(added.map { $0.key }).count == added.count)
    let goris = gazetteer.settlements(named: "Goris").first { $0.country == "AM" }
    #expect(goris?.key == "geonames:174895")
  }

  @Test func aDamagedTableIsAnEmptyOne() {
    for bytes in [[UInt8]](arrayLiteral: [], Array("DGZ1".utf8), [UInt8](repeating: 7, count: 64)) {
      let empty = bytes.withUnsafeBufferPointer { Gazetteer.read($0) }
      #expect(empty.count == 0)
      #expect(empty.settlements(named: "Goris").isEmpty)
      #expect(empty.similar(to: "Goris", inCountries: ["AM"]).best == nil)
    }
  }
}
