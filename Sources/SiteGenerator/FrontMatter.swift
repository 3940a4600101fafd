/// The facts at the head of a Markdown page, as YAML that every reader takes for the same values.
struct FrontMatter: Hashable, Sendable {
  /// A value.
  indirect enum Value: Hashable, Sendable {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case list([Value])
    case null
  }

  private(set) var entries: [(key: String, value: Value)] = []

  init() {}

  /// Adds `key`, a word of ASCII letters, with `value`.
  mutating func add(_ key: String, _ value: Value) { entries.append((key, value)) }
  /// Adds `key` with a string, if there is one.
  mutating func add(_ key: String, _ text: String?) {
    if let text { entries.append((key, .string(text))) }
  }

  /// The lines, between two lines `---`.
  var bytes: [UInt8] {
    var text = "---\n"
    for (key, value) in entries { text += "\(key): \(Self.yaml(value))\n" }
    return Array((text + "---\n").utf8)
  }

  private static func yaml(_ value: Value) -> String {
    switch value {
    case .string(let text): quoted(text)
    case .integer(let number): String(number)
    case .boolean(let truth): truth ? "true" : "false"
    case .list(let values): "[" + values.map(yaml).joined(separator: ", ") + "]"
    case .null: "null"
    }
  }

  /// A double-quoted scalar: the only style of YAML that can say every text in one line.
  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      default:
        let isPlain =
          scalar.value >= 32 && !(0x7F...0x9F).contains(scalar.value)
          && ![0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value)
        if isPlain {
          out.unicodeScalars.append(scalar)
        } else {
          let hex = String(scalar.value, radix: 16)
          out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        }
      }
    }
    return out + "\""
  }

  static func == (a: FrontMatter, b: FrontMatter) -> Bool { a.bytes == b.bytes }
  func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
