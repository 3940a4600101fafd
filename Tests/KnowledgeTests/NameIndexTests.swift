import DossierModel
import Testing

@testable import Knowledge

@Suite struct NameIndexTests {
  let knowledge = Knowledge.shared

  /// The keys of what `name` may refer to; a settlement stands with its display name and country.
  func readings(_ names: [KnownName]) -> [String] {
    names.map { name in
      switch name.referent {
      case .country(let code): "country:" + code
      case .region(let slug): "region:" + slug
      case .organization(let slug): "org:" + slug
      case .settlement(let index):
        "\(knowledge.gazetteer[index].name), \(knowledge.gazetteer[index].country)"
      case .seat(let key): "seat of " + key
      case .demonym(let demonym): "of \(demonym.homeland)"
      }
    }
  }

  @Test(arguments: [
    ("Armenia", "country:AM"), ("Stati Uniti", "country:US"), ("Usa", "country:US"),
    ("Stati Uniti d’America", "country:US"),
    ("Costa d'Avorio", "country:CI"), ("Rep. Dem. del Congo", "country:CD"),
    ("Nagorno-Karabakh", "region:nagorno-karabakh"),
    ("Nagorno Karabakh", "region:nagorno-karabakh"), ("NK", "region:nagorno-karabakh"),
    ("Unione europea", "org:eu"), ("UE", "org:eu"),
    ("Mosca", "seat of state:RU"), ("Mosca", "Mosca, RU"), ("Moskva", "Mosca, RU"),
    ("Bruxelles", "seat of org:eu"), ("Bruxelles", "Bruxelles, BE"),
    ("Kiev", "Kiev, UA"), ("Kyiv", "Kiev, UA"), ("Leopoli", "Leopoli, UA"),
    ("Khan Younis", "Khan Younis, PS"), ("N’Djamena", "N’Djamena, TD"),
    ("Laçın", "Laçın, AZ"), ("Lachin", "Laçın, AZ"),
  ])
  func aNameRefersTo(name: String, expected: String) {
    let found = readings(knowledge.names.lookup(name)).map {
      $0.replacing("'", with: "’")
    }
    #expect(found.contains(expected.replacing("'", with: "’")))
  }

  @Test(arguments: ["nk", "ue", "Valdoria", "", "'", "."])
  func aNameIsUnknown(name: String) {
    #expect(knowledge.names.lookup(name).filter { !$0.isWeak } == [])
  }

  @Test(arguments: [
    ("negli Stati Uniti d’America.", 6, "Stati Uniti d’America"),
    ("Stati\u{A0}Uniti", 0, "Stati\u{A0}Uniti"),
    ("nel Nagorno-\nKarabakh", 4, "Nagorno-\nKarabakh"),
    ("Khan Younis, Gaza", 0, "Khan Younis"),
    ("Goris, Jermuk", 0, "Goris"),
    ("Khan. Younis", 5, nil),
    ("la città", 3, nil),
    ("Kəlbəcər", 0, "Kəlbəcər"),
    ("russa", 0, "russa"), ("Russa", 0, "Russa"), ("RUSSIA", 0, "RUSSIA"),
    ("La pena", 0, nil), ("La Paz", 0, "La Paz"), ("al-Fashir", 0, "al-Fashir"),
    ("Rostov sul Don", 0, "Rostov sul Don"), ("rostov sul don", 0, nil),
    ("Kiev.Il presidente", 0, "Kiev"), ("Kiev - Mosca", 0, "Kiev"), ("Kiev–Mosca", 0, "Kiev"),
    ("forze di supporto rapido", 0, nil),
    ("Forze di supporto rapido", 0, "Forze di supporto rapido"),
    ("Forze di Supporto Rapido", 0, "Forze di Supporto Rapido"),
    ("gli U.S.A. hanno", 4, "U.S.A"), ("usa le armi", 0, nil), ("Usa", 0, "Usa"),
    ("caschi blu", 0, "caschi blu"), ("regione di Donetsk", 0, "regione di Donetsk"),
    ("Rep. Ceca", 0, "Rep. Ceca"), ("S. Francisco", 0, nil), ("mare d’Azov", 0, "mare d’Azov"),
    ("golfo", 0, nil), ("po’", 0, nil), ("Afc/M23", 0, "Afc/M23"), ("Il ministro", 0, nil),
  ])
  func theLongestNameInATextIsFound(text: String, byte: Int, expected: String?) {
    let bytes = Array(text.utf8)
    let match = knowledge.names.longestMatch(in: bytes, from: byte)
    #expect(match.map { String(decoding: bytes[$0.span.range], as: UTF8.self) } == expected)
  }

  @Test func oddTextIsSafe() {
    let texts: [[UInt8]] = [
      [], [0xFF], [0xC3], Array("a".utf8) + [0xE2, 0x80],
      Array(String(repeating: "san ", count: 90).utf8),
      Array(String(repeating: "x", count: 500).utf8), Array("San---------Remo".utf8),
    ]
    for text in texts {
      for start in 0...text.count { _ = knowledge.names.matches(in: text, from: start) }
    }
  }

  @Test func theBoundOnWordsHoldsForEveryName() {
    for country in knowledge.countries.all {
      for name in [country.name] + country.aliases {
        let key = NameKey.make(name)
        let first = key.prefix { $0 != 32 }
        #expect(knowledge.names.maxWords(startingWith: first) >= NameKey.wordCount(key))
      }
    }
    #expect(knowledge.names.maxWords(startingWith: Array("stati".utf8)) >= 2)
  }
}
