/// Writes JSON (RFC 8259) as UTF-8: compact, keys in the order given, `null` written out.
///
/// `<`, `>`, `&`, U+2028 and U+2029 are written as escapes, so that the text can stand inside a script
/// or a page and means the same.
struct JSONWriter {
  /// What was written.
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Writes `{`, what `body` writes, and `}`.
  mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  /// Writes `[`, each of `elements` as `body` writes it, and `]`; on `lines`, one element a line.
  mutating func array<Element>(
    _ elements: some Sequence<Element>, lines: Bool = false,
    _ body: (inout JSONWriter, Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    for element in elements {
      if lines {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
      }
      body(&self, element)
    }
    if lines, needsComma { bytes.append(UInt8(ascii: "\n")) }
    close(UInt8(ascii: "]"))
  }

  /// Writes the key of the next value.
  mutating func key(_ name: StaticString) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string, or `null`.
  mutating func string(_ value: String?) {
    guard let value else {
      null()
      return
    }
    comma()
    bytes.append(UInt8(ascii: "\""))
    var text = value
    text.withUTF8 { escape($0) }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes an integer, or `null`.
  mutating func integer(_ value: Int?) {
    guard let value else {
      null()
      return
    }
    comma()
    bytes.append(contentsOf: String(value).utf8)
    needsComma = true
  }

  /// Writes a finite number in its shortest form, or `null`.
  mutating func number(_ value: Double?) {
    guard let value, value.isFinite else {
      null()
      return
    }
    comma()
    bytes.append(contentsOf: "\(value)".utf8)
    needsComma = true
  }

  /// Writes `true` or `false`.
  mutating func bool(_ value: Bool) {
    comma()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
    needsComma = true
  }

  /// Writes `null`.
  mutating func null() {
    comma()
    bytes.append(contentsOf: "null".utf8)
    needsComma = true
  }

  /// Ends the line.
  mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func comma() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func open(_ bracket: UInt8) {
    comma()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  /// Whether a byte stands in a string as it is, whatever follows.
  private static let isPlain: [Bool] = (0..<256).map { byte in
    byte >= 0x20 && byte != 0x7F && byte != 0xE2 && !"\"\\<>&".utf8.contains(UInt8(byte))
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    let digits: StaticString = "0123456789abcdef"
    var i = 0
    while i < text.count {
      // Most bytes stand as they are.
      let start = i
      while i < text.count, Self.isPlain[Int(text[i])] { i += 1 }
      if i > start { bytes.append(contentsOf: text[start..<i]) }
      guard i < text.count else { break }
      let byte = text[i]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 10: bytes.append(contentsOf: "\\n".utf8)
      case 13: bytes.append(contentsOf: "\\r".utf8)
      case 9: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(digits.utf8Start[Int(byte >> 4)])
        bytes.append(digits.utf8Start[Int(byte & 15)])
      case 0xE2 where i + 2 < text.count && text[i + 1] == 0x80 && text[i + 2] & 0xFE == 0xA8:
        bytes.append(contentsOf: (text[i + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
        i += 2
      default: bytes.append(byte)
      }
      i += 1
    }
  }
}
