import Cartography

/// HTML with SVG, written element by element: the only way in which figures write markup, so that
/// every text and attribute is escaped.
///
/// Lengths are units of the view box, rounded to a tenth, so that the same values give the same bytes
/// everywhere.
struct Drawing {
  /// The width of a drawing that has the page for itself; the style sheet lets it grow and, on a
  /// phone, scroll.
  static let wholePage = 1100.0
  /// The width of a drawing in the column of the text.
  static let column = 760.0

  /// What was written.
  private(set) var bytes: [UInt8] = []

  /// The value of an attribute.
  enum Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    case text(String)
    case length(Double)
    case number(Int)
    /// No attribute at all.
    case absent

    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .number(value) }
    init(floatLiteral value: Double) { self = .length(value) }
  }

  /// Writes a start tag.
  mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, Value> = [:]) {
    start(name, attributes)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes an end tag.
  mutating func close(_ name: StaticString) {
    bytes += "</".utf8
    add(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes an SVG element without content.
  mutating func shape(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, Value>) {
    start(name, attributes)
    bytes += "/>".utf8
  }

  /// Writes an element that holds only `text`.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, Value> = [:], text: String
  ) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// Writes words.
  mutating func text(_ text: String) { bytes += Layout.escaped(text) }

  /// Ends the line, so that the file can be read.
  mutating func newline() { bytes.append(10) }

  /// Writes what another drawing holds.
  mutating func append(_ other: Drawing) { bytes += other.bytes }

  private mutating func start(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, Value>
  ) {
    bytes.append(UInt8(ascii: "<"))
    add(name)
    for (key, value) in attributes {
      if case .absent = value { continue }
      bytes.append(32)
      add(key)
      bytes += "=\"".utf8
      switch value {
      case .text(let text): bytes += Layout.escaped(text)
      case .length(let length): bytes += Self.length(length).utf8
      case .number(let number): bytes += String(number).utf8
      case .absent: break
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func add(_ name: StaticString) {
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// `length` rounded to a tenth: "12.3", "12", "-0.5".
  static func length(_ length: Double) -> String {
    let tenths = Int((length * 10).rounded())
    let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
  }
}

/// Words that have room in a figure, whatever typeface the reader has.
enum TextWidth {
  /// The width of `text` at `size`, in the units of `size`.
  static func of(_ text: String, size: Double) -> Double {
    TextMetrics.width(of: text, size: size)
  }

  /// `text`, cut between words and marked with an ellipsis if it is wider than `width` at `size`.
  static func fitting(_ text: String, width: Double, size: Double) -> String {
    if of(text, size: size) <= width { return text }
    let ellipsis = of("…", size: size)
    var (end, used) = (text.unicodeScalars.startIndex, 0.0)
    var lastSpace: String.Index?
    for i in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[i]
      used += Double(TextMetrics.width(of: scalar)) * size / 1000
      if used + ellipsis > width { break }
      if scalar == " " { lastSpace = i }
      end = text.unicodeScalars.index(after: i)
    }
    if let lastSpace, end < text.unicodeScalars.endIndex, text.unicodeScalars[end] != " " {
      end = lastSpace
    }
    var cut = text[..<end]
    while let last = cut.unicodeScalars.last, " ,;:.–-(«".unicodeScalars.contains(last) {
      cut = cut[..<cut.unicodeScalars.index(before: cut.endIndex)]
    }
    return cut + "…"
  }

  /// `text` on at most `count` lines no wider than `width`, the last one cut if need be.
  static func lines(_ text: String, width: Double, size: Double, atMost count: Int) -> [String] {
    var lines: [String] = []
    var words = text.split(separator: " ").map(String.init)
    while !words.isEmpty {
      if lines.count == count - 1 {
        lines.append(fitting(words.joined(separator: " "), width: width, size: size))
        return lines
      }
      var line = words.removeFirst()
      while let next = words.first, of(line + " " + next, size: size) <= width {
        line += " " + next
        words.removeFirst()
      }
      lines.append(fitting(line, width: width, size: size))
    }
    return lines
  }
}
