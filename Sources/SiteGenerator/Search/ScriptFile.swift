import DossierModel

/// A value in a classic script of the site.
indirect enum ScriptValue: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  case text(String)
  /// Letters, digits, `-` and `_` only, which need no escaping.
  case code([UInt8])
  case number(Int)
  case list([ScriptValue])
  case fields([(key: String, value: ScriptValue)])
  case none

  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral number: Int) { self = .number(number) }

  /// `text`, or nothing.
  static func text(_ text: String?) -> ScriptValue { text.map { .text($0) } ?? .none }
  /// A list of texts.
  static func texts(_ texts: [String]) -> ScriptValue { .list(texts.map { .text($0) }) }
}

/// A part of the site's data that scripts load when they need it: a classic script, since a page that
/// is read from disk may load no other.
///
/// The file holds one call, `dossierIndex("name", value);`.
enum ScriptFile {
  /// The bytes of the part `name`.
  static func bytes(_ name: String, _ value: ScriptValue) -> [UInt8] {
    var out = Array("dossierIndex(".utf8)
    write(.text(name), to: &out)
    out.append(UInt8(ascii: ","))
    write(value, to: &out)
    out += Array(");\n".utf8)
    return out
  }

  /// `value` as JSON (RFC 8259) that can stand in a script.
  static func json(_ value: ScriptValue) -> [UInt8] {
    var out: [UInt8] = []
    write(value, to: &out)
    return out
  }

  private static func write(_ value: ScriptValue, to out: inout [UInt8]) {
    switch value {
    case .text(let text):
      out.append(UInt8(ascii: "\""))
      escape(text, to: &out)
      out.append(UInt8(ascii: "\""))
    case .code(let bytes):
      out.append(UInt8(ascii: "\""))
      out += bytes
      out.append(UInt8(ascii: "\""))
    case .number(let number): out += String(number).utf8
    case .list(let values):
      out.append(UInt8(ascii: "["))
      for (i, value) in values.enumerated() {
        if i > 0 { out.append(UInt8(ascii: ",")) }
        write(value, to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .fields(let fields):
      out.append(UInt8(ascii: "{"))
      for (i, (key, value)) in fields.enumerated() {
        if i > 0 { out.append(UInt8(ascii: ",")) }
        write(.text(key), to: &out)
        out.append(UInt8(ascii: ":"))
        write(value, to: &out)
      }
      out.append(UInt8(ascii: "}"))
    case .none: out += Array("null".utf8)
    }
  }

  /// Whether a byte stands in a string as it is, whatever follows.
  private static let isPlain: [Bool] = (0..<256).map { byte in
    byte >= 0x20 && byte != 0x7F && byte != 0xE2 && !"\"\\<>&".utf8.contains(UInt8(byte))
  }

  /// Escapes what would end a string or a line, and `<`, `>` and `&`, so that neither `</script>` nor
  /// `<!--` can stand in the file.
  private static func escape(_ text: String, to out: inout [UInt8]) {
    let digits: StaticString = "0123456789abcdef"
    var text = text
    text.withUTF8 { bytes in
      var i = 0
      while i < bytes.count {
        // Most bytes stand as they are.
        let start = i
        while i < bytes.count, isPlain[Int(bytes[i])] { i += 1 }
        if i > start { out += bytes[start..<i] }
        guard i < bytes.count else { break }
        let byte = bytes[i]
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
        case 10: out += Array("\\n".utf8)
        case 0..<0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
          out += Array("\\u00".utf8)
          out += [digits.utf8Start[Int(byte >> 4)], digits.utf8Start[Int(byte & 15)]]
        case 0xE2
        where i + 2 < bytes.count && bytes[i + 1] == 0x80 && bytes[i + 2] & 0xFE == 0xA8:
          // U+2028 and U+2029 end a line in older scripts.
          out += Array((bytes[i + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
          i += 2
        default: out.append(byte)
        }
        i += 1
      }
    }
  }
}
