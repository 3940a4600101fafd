/// Writes SVG as it stands in a page of HTML: no inline style, numbers as short as they can be.
struct SVG {
  private(set) var bytes: [UInt8] = []

  /// Adds `text` as it is.
  mutating func add(_ text: String) { bytes += text.utf8 }

  /// Opens `name` with those attributes that have a value.
  mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
    add("<" + name)
    for case (let key, let value?) in attributes { add(" \(key)=\"\(Self.escaped(value))\"") }
    add(">")
  }
  /// Closes `name`.
  mutating func close(_ name: String) { add("</\(name)>") }

  /// An element with words and nothing else.
  mutating func text(_ name: String, _ words: String, _ attributes: KeyValuePairs<String, String?>)
  {
    open(name, attributes)
    add(Self.escaped(words))
    close(name)
  }

  /// A path of `parts`; nothing without any.
  mutating func path(
    _ parts: [BaseMap.Path], isClosed: Bool, _ attributes: KeyValuePairs<String, String?>
  ) {
    if parts.isEmpty { return }
    add("<path")
    for case (let key, let value?) in attributes { add(" \(key)=\"\(Self.escaped(value))\"") }
    add(" d=\"")
    var at = SIMD2<Int>()
    for (number, part) in parts.enumerated() {
      guard let first = part.first else { continue }
      // After "z" a path goes on from where the part began.
      let start = number == 0 ? first : first &- at
      add(number == 0 ? "M" : "m")
      add(start)
      at = first
      for (i, point) in part.dropFirst().enumerated() {
        if i == 0 { add("l") }
        let step = point &- at
        if i > 0, step.x >= 0 { add(" ") }
        add(step)
        at = point
      }
      if isClosed {
        add("z")
        at = first
      }
    }
    add("\"/>")
  }

  private mutating func add(_ pair: SIMD2<Int>) {
    add("\(pair.x)")
    if pair.y >= 0 { add(" ") }
    add("\(pair.y)")
  }

  /// `text` between tags and in quoted attributes.
  static func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
