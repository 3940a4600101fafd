/// Writes a shard: a classic script with one call of `dossierShard`.
///
/// What could end the script, begin a comment or break a line for an older engine is escaped.
struct ShardWriter {
  private var bytes: [UInt8]
  private var needsComma = false

  /// A shard called `name`.
  init(name: String) {
    bytes = Array("dossierShard(".utf8)
    string(name)
    needsComma = true
  }

  /// The whole script.
  var finished: [UInt8] { bytes + Array(");\n".utf8) }

  /// Writes `{`, what `body` writes, and `}`.
  mutating func object(_ body: (inout ShardWriter) -> Void) {
    bracketed("{", "}", body)
  }

  /// Writes `[`, what `body` writes, and `]`.
  mutating func array(_ body: (inout ShardWriter) -> Void) { bracketed("[", "]", body) }

  /// Writes `[`, each of `elements` as `body` writes it, and `]`; on `lines`, one element a line.
  mutating func array<Element>(
    _ elements: some Sequence<Element>, lines: Bool = false,
    _ body: (inout ShardWriter, Element) -> Void
  ) {
    bracketed("[", "]") { out in
      for element in elements {
        if lines { out.newline() }
        body(&out, element)
      }
    }
  }

  /// Writes a list of integers.
  mutating func integers(_ numbers: [Int]) {
    comma()
    bytes += ("[" + numbers.map(String.init).joined(separator: ",") + "]").utf8
    needsComma = true
  }

  /// Writes the key of the next value.
  mutating func key(_ name: StaticString) {
    comma()
    bytes += "\"\(name)\":".utf8
    needsComma = false
  }

  /// Writes a string.
  mutating func string(_ text: String) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        bytes.append(UInt8(ascii: "\\"))
        bytes += String(scalar).utf8
      case "\u{0}"..."\u{1F}", "\u{7F}", "<", ">", "&", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      default: bytes += String(scalar).utf8
      }
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  private mutating func newline() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    bytes.append(10)
    needsComma = false
  }

  private mutating func comma() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func bracketed(
    _ open: StaticString, _ close: StaticString, _ body: (inout ShardWriter) -> Void
  ) {
    comma()
    bytes += "\(open)".utf8
    needsComma = false
    body(&self)
    bytes += "\(close)".utf8
    needsComma = true
  }
}
