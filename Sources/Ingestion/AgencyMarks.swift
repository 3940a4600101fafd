import DossierModel

/// The marks by which news agencies sign their reports: `(ANSA)`, `AgenPress –`, `(Reuters)`.
///
/// The list names well-known agencies of Italy and of the world; a line more is an agency more.
enum AgencyMarks {
  /// An agency.
  struct Agency: Hashable, Sendable {
    /// Its name, as a publisher is called.
    let name: String
    /// Whether the mark tells it without parentheses too; short marks that are words do not.
    let isDistinctive: Bool
  }

  /// Agencies whose name is told by itself, `name: other marks`.
  private static let distinctive: KeyValuePairs<StaticString, String> = [
    // Italy and the Vatican.
    "ANSA": "ansa it, ansamed, agenzia ansa",
    "AGI": "agenzia italia, agenzia agi",
    "Adnkronos": "adn kronos, agenzia adnkronos",
    "askanews": "aska news, tmnews, tm news, apcom",
    "Italpress": "agenzia italpress",
    "LaPresse": "la presse, agenzia lapresse",
    "AgenPress": "agen press, agenpress it",
    "Agenparl": "agen parl",
    "Agenzia Nova": "agenzianova, novanews, nova news",
    "Agenzia Dire": "agenziadire",
    "9Colonne": "nove colonne",
    "Radiocor": "il sole 24 ore radiocor, radiocor plus, il sole 24 ore radiocor plus",
    "Public Policy": "",
    "AsiaNews": "asia news",
    "Agenzia Fides": "fides, agenziafides",
    "AgenSIR": "agenzia sir",
    "ACI Stampa": "aci prensa",
    "Vatican News": "vaticannews",
    "Pressenza": "",
    "Redattore Sociale": "",
    "Nena News": "nenanews",
    "InfoAfrica": "",
    "Aise": "agenzia aise",
    "Inform": "",
    // The world.
    "Reuters": "thomson reuters",
    "AFP": "agence france presse, france presse, afp com",
    "Associated Press": "",
    "Bloomberg": "",
    "Dow Jones": "mf dow jones, mf dj, dowjones",
    "UPI": "",
    "dpa": "dpa international",
    "EFE": "agencia efe, agenzia efe",
    "Europa Press": "",
    "Lusa": "",
    "Belga": "",
    "Keystone-ATS": "keystone ats",
    "Ritzau": "",
    "Agerpres": "",
    "Tanjug": "",
    "Ukrinform": "",
    "Unian": "",
    "Interfax-Ukraine": "interfax ukraine",
    "Interfax": "",
    "TASS": "itar tass, agenzia tass",
    "RIA Novosti": "ria, rianovosti",
    "Sputnik": "sputniknews, sputnik news",
    "BelTA": "",
    "Armenpress": "",
    "News.am": "news am",
    "Azertac": "azertag",
    "Interpressnews": "interpress news",
    "Kazinform": "",
    "Kabar": "",
    "Anadolu": "anadolu ajansi, agenzia anadolu, anadolu agency",
    "IRNA": "",
    "ISNA": "",
    "Mehr": "mehr news",
    "Fars": "fars news",
    "Tasnim": "tasnim news",
    "SANA": "",
    "WAFA": "",
    "KUNA": "",
    "Xinhua": "nuova cina, agenzia xinhua",
    "Kyodo": "kyodo news",
    "Yonhap": "",
    "KCNA": "",
    "ANI": "",
    "PTI": "press trust of india",
  ]

  /// Agencies whose mark is a common word or short: told between parentheses only.
  private static let bracketed: KeyValuePairs<StaticString, String> = [
    "Agenzia Nova": "nova",
    "Agenzia Dire": "dire",
    "AgenSIR": "sir",
    "Associated Press": "ap",
    "Anadolu": "aa",
    "Keystone-ATS": "ats",
    "APA": "apa",
    "ANP": "anp",
    "PAP": "pap",
    "MTI": "mti",
    "CTK": "ctk",
    "BTA": "bta",
    "STA": "sta",
    "HINA": "hina",
    "MIA": "mia",
    "TT": "tt",
    "NTB": "ntb",
    "BNS": "bns",
    "SPA": "spa",
    "WAM": "wam",
    "QNA": "qna",
    "MENA": "mena",
    "NNA": "nna",
    "Petra": "petra",
    "SUNA": "suna",
    "ENA": "ena",
    "APS": "aps",
    "MAP": "map",
    "TAP": "tap",
    "LANA": "lana",
    "Trend": "trend",
    "Report": "report",
  ]

  private static let table: [String: Agency] = {
    var table: [String: Agency] = [:]
    for (agencies, isDistinctive) in [(bracketed, false), (distinctive, true)] {
      for (name, marks) in agencies {
        let agency = Agency(name: name.description, isDistinctive: isDistinctive)
        if isDistinctive { table[key(agency.name)] = agency }
        for mark in marks.split(separator: ",") where !mark.isEmpty { table[key(mark)] = agency }
      }
    }
    return table
  }()

  /// The first words of all marks.
  private static let firstWords: Set<Substring> = Set(
    table.keys.compactMap { $0.split(separator: " ").first })

  /// Whether a mark may start with the word `folded`, in lower-case ASCII letters.
  static func mayStart(with folded: String) -> Bool {
    firstWords.contains(folded.prefix { $0.isLetter || $0.isNumber })
  }

  /// The words of a mark in lower case with single blanks between them.
  private static func key(_ mark: some StringProtocol) -> String {
    LatinFold.fold(mark).split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
  }

  /// The agency that `mark` names, such as `ANSA`; of several, joined by a slash or a hyphen as in
  /// `ANSA-AFP`, the first.
  static func agency(_ mark: some StringProtocol) -> Agency? {
    if let agency = table[key(mark)] { return agency }
    let joint = mark.unicodeScalars.firstIndex { $0 == "/" || $0 == "-" }
    return joint.flatMap { table[key(mark[..<$0])] }
  }

  /// The most words that a mark without parentheses has.
  static let longestMark = 5

  /// Whether an unknown name is an agency's by its shape: one capitalised word that says so itself.
  static func looksLikeAgency(_ mark: some StringProtocol) -> Bool {
    let key = key(mark)
    guard !key.contains(" "), (5...24).contains(key.utf8.count),
      mark.unicodeScalars.first?.properties.isUppercase == true
    else { return false }
    return key.hasSuffix("press") || key.hasSuffix("news")
      || key.hasPrefix("agen")
        && !key.hasPrefix("agent") && !key.hasPrefix("agenda")
  }
}
