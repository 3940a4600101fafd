/// Letters of the Latin script without their marks: à is a, ə is e, ß is ss.
public enum LatinFold {
  /// The plain ASCII letters for the letters in each string: canonical decompositions of Unicode 15
  /// (UnicodeData.txt, blocks Latin-1 Supplement to IPA Extensions and Latin Extended Additional),
  /// and for letters without one the nearest by shape or sound.
  private static let letters: KeyValuePairs<StaticString, String> = [
    "A": "ÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ",
    "a": "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ",
    "AE": "Æ",
    "ae": "æ",
    "B": "ƁḂḄḆ",
    "b": "ɓḃḅḇ",
    "C": "ÇĆĈĊČḈ",
    "c": "çćĉċčḉ",
    "D": "ÐĎĐƊḊḌḎḐḒ",
    "d": "ðďđɗḋḍḏḑḓ",
    "DZ": "ǄǱ",
    "Dz": "ǅǲ",
    "dz": "ǆǳ",
    "E": "ÈÉÊËĒĔĖĘĚƏȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆ",
    "e": "èéêëēĕėęěȅȇȩəɛḕḗḙḛḝẹẻẽếềểễệ",
    "F": "Ḟ",
    "f": "ƒḟ",
    "G": "ĜĞĠĢǦǴḠ",
    "g": "ĝğġģǧǵḡ",
    "H": "ĤĦȞḢḤḦḨḪ",
    "h": "ĥħȟḣḥḧḩḫẖ",
    "I": "ÌÍÎÏĨĪĬĮİǏȈȊḬḮỈỊ",
    "i": "ìíîïĩīĭįıǐȉȋɨɩḭḯỉị",
    "IJ": "Ĳ",
    "ij": "ĳ",
    "J": "Ĵ",
    "j": "ĵǰȷ",
    "K": "ĶǨḰḲḴ",
    "k": "ķĸƙǩḱḳḵ",
    "L": "ĹĻĽĿŁḶḸḺḼ",
    "l": "ĺļľŀłḷḹḻḽ",
    "LJ": "Ǉ",
    "Lj": "ǈ",
    "lj": "ǉ",
    "M": "ḾṀṂ",
    "m": "ḿṁṃ",
    "N": "ÑŃŅŇŊǸṄṆṈṊ",
    "n": "ñńņňŋǹṅṇṉṋ",
    "NJ": "Ǌ",
    "Nj": "ǋ",
    "nj": "ǌ",
    "O": "ÒÓÔÕÖØŌŎŐƠǑǪǬȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢ",
    "o": "òóôõöøōŏőơǒǫǭȍȏȫȭȯȱɔṍṏṑṓọỏốồổỗộớờởỡợ",
    "OE": "Œ",
    "oe": "œ",
    "P": "ṔṖ",
    "p": "ṕṗ",
    "R": "ŔŖŘȐȒṘṚṜṞ",
    "r": "ŕŗřȑȓṙṛṝṟ",
    "S": "ŚŜŞŠȘṠṢṤṦṨ",
    "s": "śŝşšſșṡṣṥṧṩẛ",
    "SS": "ẞ",
    "ss": "ß",
    "T": "ŢŤŦȚṪṬṮṰ",
    "t": "ţťŧțṫṭṯṱẗ",
    "TH": "Þ",
    "th": "þ",
    "U": "ÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ",
    "u": "ùúûüũūŭůűųưǔǖǘǚǜȕȗʉṳṵṷṹṻụủứừửữự",
    "V": "ṼṾ",
    "v": "ṽṿ",
    "W": "ŴẀẂẄẆẈ",
    "w": "ŵẁẃẅẇẉẘ",
    "X": "ẊẌ",
    "x": "ẋẍ",
    "Y": "ÝŶŸȲẎỲỴỶỸ",
    "y": "ýÿŷȳẏẙỳỵỷỹ",
    "Z": "ŹŻŽẐẒẔ",
    "z": "źżžẑẓẕ",
  ]

  /// The plain ASCII letters with the letters that they stand for.
  public static var forms: [(plain: String, marked: String)] {
    letters.map { (String(describing: $0.key), $0.value) }
  }

  private static let table: [UInt32: [UInt8]] = {
    var table: [UInt32: [UInt8]] = [:]
    for (plain, marked) in letters {
      let plain = plain.withUTF8Buffer(Array.init)
      for scalar in marked.unicodeScalars { table[scalar.value] = plain }
    }
    return table
  }()

  /// The ASCII letters for `scalar`: itself if it is ASCII, nothing for a combining mark, `nil` if
  /// it has none.
  public static func ascii(_ scalar: Unicode.Scalar) -> [UInt8]? {
    if scalar.isASCII { return [UInt8(scalar.value)] }
    if (0x300...0x36F).contains(scalar.value) { return [] }
    return table[scalar.value]
  }

  /// `text` in lower-case ASCII letters, digits and whatever other ASCII it holds; curly apostrophes
  /// become `'`, dashes `-`, and scalars without a Latin form are left out.
  public static func fold(_ text: String) -> String {
    var text = text
    return text.withUTF8(foldedASCII) ?? foldedScalars(of: text)
  }

  /// The same of a part of a text.
  public static func fold(_ text: some StringProtocol) -> String { fold(String(text)) }

  private static func foldedScalars(of text: String) -> String {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        bytes.append(lower(UInt8(scalar.value)))
        continue
      }
      switch scalar.value {
      case 0x2018, 0x2019, 0x2BC: bytes.append(UInt8(ascii: "'"))
      case 0x2010...0x2015: bytes.append(UInt8(ascii: "-"))
      case 0xA0, 0x202F: bytes.append(32)
      default:
        for byte in ascii(scalar) ?? [] { bytes.append(lower(byte)) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same of UTF-8 as bytes.
  public static func fold(utf8 bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    if bytes.allSatisfy({ $0 < 0x80 }) {
      return [UInt8](unsafeUninitializedCapacity: bytes.count) { room, count in
        for i in 0..<bytes.count { room.initializeElement(at: i, to: lower(bytes[i])) }
        count = bytes.count
      }
    }
    return Array(fold(String(decoding: bytes, as: UTF8.self)).utf8)
  }

  /// What most words are: nothing but ASCII, whose letters only become small.
  private static func foldedASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    for byte in bytes where byte >= 0x80 { return nil }
    return String(unsafeUninitializedCapacity: bytes.count) { room in
      for i in 0..<bytes.count { room[i] = lower(bytes[i]) }
      return bytes.count
    }
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= 65 && byte <= 90 ? byte + 32 : byte
  }
}
