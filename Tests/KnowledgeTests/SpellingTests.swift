import Testing

@testable import Knowledge

@Suite struct SpellingTests {
  let gazetteer = Knowledge.shared.gazetteer

  func describe(_ found: SimilarSettlements) -> String {
    found.candidates.prefix(6).map { c in
      "\(gazetteer[c.index].name) \(c.distance) \(c.population)"
    }.joined(separator: "; ")
  }

  @Test(arguments: [
    ("Sok", ["AM", "AZ"], "Sotk"), ("Dasheksan", ["AM", "AZ"], "Daşkəsən"),
    ("Kalpajar", ["AM", "AZ"], "Kəlbəcər"), ("Jermuc", ["AM", "AZ"], "Jermuk"),
    ("Bachmut", ["UA"], "Bakhmut"), ("Avdijivka", ["UA"], "Avdiivka"),
    ("Kupjansk", ["UA"], "Kupyansk"), ("Charkiv", ["UA"], "Kharkiv"),
    ("El Fascer", ["SD"], "El Fasher"), ("Omdurmann", ["SD"], "Omdurman"),
    ("Deir el-Zor", ["SY"], "Deir ez-Zor"), ("Misuratah", ["LY"], "Misurata"),
    ("Marjajoun", ["LB"], "Marjayoun"), ("Khan Iunis", ["PS"], "Khan Younis"),
    ("Severodoneck", ["UA"], "Severodonetsk"), ("Majduguri", ["NG"], "Maiduguri"),
    ("Makallé", ["ET"], "Macallè"), ("Qamischli", ["SY"], "Qamishli"),
    ("Ghazni", ["AF"], "Ghazni"), ("Stepanakiert", ["AM", "AZ"], "Khankendi"),
  ])
  func aMisspelledPlaceIsFound(name: String, countries: [String], expected: String) {
    let found = gazetteer.similar(to: name, inCountries: countries)
    #expect(found.best.map { gazetteer[$0].name } == expected, "\(describe(found))")
  }

  @Test(
    arguments: [
      ("Pashinyan", ["AM", "AZ"]), ("Blinken", ["AM", "AZ"]), ("Ministero", ["UA"]),
      ("Zok", ["UA"]), ("Netanyahu", ["IL", "PS"]), ("Zelensky", ["UA"]), ("Ha", ["AM", "AZ"]),
      ("Burhan", ["SD"]), ("Hezbollah", ["LB"]), ("Xyzzy", ["SY"]), ("Lavrov", ["RU"]),
      ("Haftar", ["LY"]), ("Cremlino", ["RU"]), ("Valdoria", ["UA"]), ("", ["UA"]),
      ("Bakhmut", []), ("Bakhmut", ["ZZ"]),
    ] as [(String, [String])])
  func aNameThatIsNoPlaceStaysUnresolved(name: String, countries: [String]) {
    let found = gazetteer.similar(to: name, inCountries: countries)
    #expect(found.best == nil, "\(describe(found))")
  }

  @Test func aWideSearchSuggestsMoreAndResolvesTheSame() {
    for name in ["Burhan", "Kalpajar", "Lavrov"] {
      let narrow = gazetteer.similar(to: name, inCountries: ["SD", "AZ", "RU"])
      let wide = gazetteer.similar(to: name, inCountries: ["SD", "AZ", "RU"], widely: true)
      #expect(wide.candidates.starts(with: narrow.candidates))
      #expect(wide.candidates.count > narrow.candidates.count)
      #expect(wide.best == narrow.best)
    }
  }

  @Test func signaturesOfTheTableAreThoseOfTheirSkeletons() {
    var (different, signed) = (0, 0)
    for index in 0..<gazetteer.count {
      gazetteer.forEachKey(of: index) { signature, _, key in
        if signature != 0 { signed += 1 }
        // Those of villages that nobody would misspell are 0.
        if signature != 0, SkeletonSignature(Skeleton.make(key)).bits != signature {
          different += 1
        }
      }
    }
    #expect(different == 0)
    #expect(signed > gazetteer.count)
  }
}
