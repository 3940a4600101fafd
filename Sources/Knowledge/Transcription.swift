import DossierModel

/// Turns GeoNames' scholarly transcriptions into the plain letters that newspapers print: "Abī al
/// Khaşīb" is "Abi al Khasib", "Kup’yans’k" is "Kupyansk".
enum Transcription {
  /// Countries whose names GeoNames transcribes from Arabic, Hebrew, Persian, Indic and other scripts
  /// with marks that no newspaper sets.
  private static let marked: Set<String> = [
    "AE", "AF", "BD", "BH", "EG", "ER", "ET", "IL", "IN", "IQ", "IR", "JO", "JP", "KP", "KR", "KW",
    "LB", "LK", "LY", "MM", "NP", "OM", "PK", "PS", "QA", "SA", "SD", "SY", "TH", "YE",
  ]
  /// Countries whose names keep their marks, but for the apostrophe of a soft sign.
  private static let softened: Set<String> = ["BY", "CN", "GE", "KZ", "RU", "TJ", "UA", "UZ"]

  /// `name`, of a settlement in `country` (alpha-2), in plain letters.
  static func plain(_ name: String, country: String) -> String {
    guard name.utf8.contains(where: { $0 >= 0x80 }) else { return name }
    let isMarked = marked.contains(country)
    guard isMarked || softened.contains(country) else { return name }
    var plain = ""
    let end = name.unicodeScalars.last
    for scalar in name.unicodeScalars {
      if isApostrophe(scalar) { continue }
      // "Macallè": the accent of an Italian name.
      if scalar == end, isItalianAccent(scalar) {
        plain.unicodeScalars.append(scalar)
      } else if isMarked, let ascii = LatinFold.ascii(scalar) {
        plain += String(decoding: ascii, as: UTF8.self)
      } else {
        plain.unicodeScalars.append(scalar)
      }
    }
    // A mark in front took the capital with it: "‘āsi".
    guard let first = plain.unicodeScalars.first, first.properties.isLowercase,
      name.unicodeScalars.first.map(isApostrophe) == true
    else { return plain }
    return first.properties.titlecaseMapping + String(plain.unicodeScalars.dropFirst())
  }

  private static func isItalianAccent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "à", "è", "é", "ì", "ò", "ù": true
    default: false
    }
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2018, 0x2019, 0x2BB, 0x2BC, 0x2BE, 0x2BF: true
    default: false
    }
  }
}
