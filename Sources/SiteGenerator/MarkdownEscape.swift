/// Writes text so that Markdown shows it as it is: the one place that escapes.
///
/// A backslash stands before every character that could mean something to cmark-gfm or to a code
/// host; bare addresses are broken (`https\://`, `www\.`), which would become links there.
struct MarkdownEscape {
  /// Whether what comes next is the first of its line, where more characters have a meaning.
  private enum Place { case lineStart, lineNumber, inside }
  private var place = Place.lineStart

  /// An escape at the start of a line, or inside one.
  init(atLineStart: Bool = true) { place = atLineStart ? .lineStart : .inside }

  /// What a byte may need: 1 a backslash everywhere, 2 a look at its place.
  private static let needs: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    for byte in "\\`*_[]<>#~&|".utf8 { table[Int(byte)] = 1 }
    for byte in "-+=:.)".utf8 { table[Int(byte)] = 2 }
    return table
  }()

  /// Something that is no text, such as an anchor or the start of a link, was written to the line.
  mutating func passed() { place = .inside }
  /// A line was ended.
  mutating func newLine() { place = .lineStart }

  /// Writes `byte` of a text, of which `out` holds what stands before.
  mutating func write(_ byte: UInt8, to out: inout [UInt8]) {
    switch Self.needs[Int(byte)] {
    case 0: break
    case 1: out.append(UInt8(ascii: "\\"))
    default: if isSpecialHere(byte, after: out) { out.append(UInt8(ascii: "\\")) }
    }
    out.append(byte)
    if place != .inside {
      place = (48...57).contains(byte) ? .lineNumber : .inside
    }
  }

  /// Writes `bytes` of a text, without line breaks among them.
  mutating func write(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, to out: inout [UInt8]) {
    Self.needs.withUnsafeBufferPointer { needs in
      var i = bytes.startIndex
      while i < bytes.endIndex {
        let start = i
        if place == .inside {
          while i < bytes.endIndex, needs[Int(bytes[i])] == 0 { i += 1 }
          out += bytes[start..<i]
        }
        if i < bytes.endIndex {
          write(bytes[i], to: &out)
          i += 1
        }
      }
    }
  }

  private func isSpecialHere(_ byte: UInt8, after out: [UInt8]) -> Bool {
    switch byte {
    case UInt8(ascii: ")"): return place == .lineNumber
    case UInt8(ascii: "."): return place == .lineNumber || Self.ends(out, with: "www")
    case UInt8(ascii: ":"):
      return place == .lineStart || Self.ends(out, with: "http") || Self.ends(out, with: "https")
        || Self.ends(out, with: "ftp")
    default: return place == .lineStart
    }
  }

  /// Whether `out` ends with `word`, in either case.
  private static func ends(_ out: [UInt8], with word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard out.count >= count else { return false }
    return word.withUTF8Buffer { word in
      for i in 0..<count where out[out.count - count + i] | 32 != word[i] { return false }
      return true
    }
  }

  /// Takes the meaning from a `!` that stands directly before a link of ours, which would make it an
  /// image.
  static func guardLink(_ out: inout [UInt8]) {
    guard out.last == UInt8(ascii: "!") else { return }
    var escapes = 0
    for byte in out.dropLast().reversed() {
      guard byte == UInt8(ascii: "\\") else { break }
      escapes += 1
    }
    if escapes % 2 == 0 { out.insert(UInt8(ascii: "\\"), at: out.count - 1) }
  }
}

extension UInt8 {
  /// Whether it is ASCII white space: what cmark drops at the ends of lines.
  var isBlank: Bool { self == 32 || (9...13).contains(self) }
}
