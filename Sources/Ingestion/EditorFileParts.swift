/// The parts of an editor's file, in each of which every section stands once.
///
/// YAML has every key once. A section that is there already may all the same begin again, so that
/// lines can be added at the end of the file without looking for their place.
struct EditorFileParts: Sequence {
  private let text: ArraySlice<UInt8>
  private static let sections = EntryKeys.file.known.filter { $0 != "title" && $0 != "language" }

  /// The parts of `text`.
  init(_ text: ArraySlice<UInt8>) { self.text = text }

  /// A part, and the number of its first line.
  typealias Part = (text: ArraySlice<UInt8>, firstLine: Int)

  func makeIterator() -> IndexingIterator<[Part]> { parts.makeIterator() }

  private var parts: [Part] {
    var parts: [Part] = []
    var (start, firstLine) = (text.startIndex, 1)
    var seen: Set<String> = []
    var (position, line) = (text.startIndex, 1)
    while position < text.endIndex {
      let end = text[position...].firstIndex(of: 10) ?? text.endIndex
      if let section = Self.section(text[position..<end]), !seen.insert(section).inserted {
        parts.append((text[start..<position], firstLine))
        (start, firstLine, seen) = (position, line, [section])
      }
      (position, line) = (end + 1, line + 1)
    }
    parts.append((text[start...], firstLine))
    return parts
  }

  /// The section that begins with the line `line` and nothing else in it: `events:`.
  private static func section(_ line: ArraySlice<UInt8>) -> String? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = String(decoding: line[..<colon], as: UTF8.self)
    guard sections.contains(name) else { return nil }
    let rest = line[(colon + 1)...].drop { $0 == 32 || $0 == 9 || $0 == 13 }
    return rest.isEmpty || rest.first == UInt8(ascii: "#") ? name : nil
  }
}
