import Glibc
import Markdown

/// What a page of HTML holds and where it leads: read from the finished file, whoever wrote it.
///
/// It points into the page, and lives no longer than that.
struct PageScan {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Its ids, in order.
  private(set) var ids: [Bytes] = []
  /// Where its links lead: attributes as written, entities decoded.
  private(set) var links = ByteStrings()
  /// What it loads.
  private(set) var loads = ByteStrings()
  /// The quotations whose marks it holds.
  private(set) var quotations: [Bytes] = []
  /// Scripts, styles and handlers inside the page.
  private(set) var inlineCode: [String] = []

  /// Reads `html`.
  init(_ html: Bytes) {
    var tags = TagReader(html)
    while tags.readNext() { take(tags, of: html) }
  }

  private mutating func take(_ tag: borrowing TagReader, of html: Bytes) {
    let isLink = tag.isNamed("a")
    for attribute in tag.attributes {
      // Handlers aside, an attribute that matters is known by its length before it is compared.
      switch attribute.name.count {
      case 2 where tag.is(attribute, "id"): ids.append(Bytes(rebasing: html[attribute.value]))
      case 3 where tag.is(attribute, "src"), 6 where tag.is(attribute, "poster"),
        4 where tag.is(attribute, "data"), 10 where tag.is(attribute, "background"):
        if !isLink, !attribute.value.isEmpty {
          Self.decoding(html[attribute.value]) { loads.append($0) }
        }
      case 4 where tag.is(attribute, "href"), 10 where tag.is(attribute, "xlink:href"):
        if isLink {
          Self.decoding(html[attribute.value]) { links.append($0) }
        } else if !tag.isNamed("link") || !Self.isReference(tag, html) {
          Self.decoding(html[attribute.value]) { loads.append($0) }
        }
      case 5 where tag.is(attribute, "style"): inlineCode.append("the attribute style")
      case 6 where tag.is(attribute, "srcset"):
        Self.decoding(html[attribute.value]) { value in
          for part in value.split(separator: UInt8(ascii: ",")) {
            if let address = part.split(separator: 32).first {
              loads.append(Bytes(rebasing: address))
            }
          }
        }
      case 14 where tag.is(attribute, "data-quotation"):
        quotations.append(Bytes(rebasing: html[attribute.value]))
      default:
        if tag.isHandler(attribute) {
          inlineCode.append("the handler \(Self.lowercased(html[attribute.name]))")
        }
      }
    }
    if tag.isNamed("style") {
      inlineCode.append("an element style")
    } else if tag.isNamed("script") {
      let isData =
        tag.value(of: "type").map { Self.lowercased(html[$0]) } == "application/ld+json"
      let isEmpty = html[tag.content].allSatisfy(\.isBlank)
      if tag.value(of: "src") == nil, !isData, !isEmpty { inlineCode.append("a script") }
    }
  }

  /// Whether a `<link>` only names another page and loads nothing.
  private static func isReference(_ tag: borrowing TagReader, _ html: Bytes) -> Bool {
    guard let rel = tag.value(of: "rel") else { return false }
    let kinds = ["canonical", "alternate", "license", "author", "self"]
    return lowercased(html[rel]).split(separator: " ").contains { kinds.contains(String($0)) }
  }

  private static func lowercased(_ bytes: Slice<Bytes>) -> String {
    String(decoding: bytes.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
  }

  /// Hands an attribute's value to `body`, without the entities that our pages are written with.
  private static func decoding(_ value: Slice<Bytes>, _ body: (Bytes) -> Void) {
    guard value.contains(UInt8(ascii: "&")) else { return body(Bytes(rebasing: value)) }
    let entities: [(StaticString, UInt8)] = [
      ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
      ("&quot;", UInt8(ascii: "\"")), ("&#39;", UInt8(ascii: "'")), ("&#x27;", UInt8(ascii: "'")),
    ]
    var out: [UInt8] = []
    var rest = value
    while let byte = rest.first {
      let entity = entities.first { word, _ in word.withUTF8Buffer { rest.starts(with: $0) } }
      out.append(entity?.1 ?? byte)
      rest = rest.dropFirst(entity?.0.utf8CodeUnitCount ?? 1)
    }
    out.withUnsafeBufferPointer(body)
  }
}

/// Reads the start tags of a page one by one; every page of every build passes through it, and
/// offsets into the page cost nothing where slices of it would be counted.
private struct TagReader {
  /// An attribute: the bytes of its name and of its value.
  struct Attribute {
    var name: Range<Int>
    var value: Range<Int>
  }

  /// The attributes of the tag.
  private(set) var attributes: [Attribute] = []
  /// What stands inside a script or style, which is no HTML.
  private(set) var content = 0..<0

  private let html: UnsafeBufferPointer<UInt8>
  private var name = 0..<0
  private var i = 0

  init(_ html: UnsafeBufferPointer<UInt8>) { self.html = html }

  /// Reads the next start tag; `false` if there is none.
  mutating func readNext() -> Bool {
    while let start = next(UInt8(ascii: "<"), from: i) {
      i = start + 1
      if starts(with: "!--") {
        skip(past: "-->")
      } else if i < html.count, Self.isLetter(html[i]) {
        read()
        return true
      }
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }

  /// Where `byte` stands next.
  private func next(_ byte: UInt8, from start: Int) -> Int? {
    guard start < html.count, let base = html.baseAddress,
      let found = memchr(base + start, Int32(byte), html.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private func starts(with word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard i + count <= html.count else { return false }
    for k in 0..<count where html[i + k] != word.utf8Start[k] { return false }
    return true
  }

  private mutating func skip(past word: StaticString) {
    while i < html.count, !starts(with: word) { i += 1 }
    i = min(i + word.utf8CodeUnitCount, html.count)
  }

  /// The bytes up to white space or one of `stops`.
  private mutating func word(until stops: StaticString) -> Range<Int> {
    let start = i
    let count = stops.utf8CodeUnitCount
    scan: while i < html.count, html[i] > 32 {
      for k in 0..<count where stops.utf8Start[k] == html[i] { break scan }
      i += 1
    }
    return start..<i
  }

  private mutating func skipBlanks() {
    while i < html.count, html[i].isBlank { i += 1 }
  }

  /// Reads a start tag, of which `i` stands behind the `<`.
  private mutating func read() {
    name = word(until: "/>")
    attributes.removeAll(keepingCapacity: true)
    while true {
      while i < html.count, html[i].isBlank || html[i] == UInt8(ascii: "/") { i += 1 }
      guard i < html.count, html[i] != UInt8(ascii: ">") else { break }
      let key = word(until: "/>=")
      var value = i..<i
      skipBlanks()
      if i < html.count, html[i] == UInt8(ascii: "=") {
        i += 1
        skipBlanks()
        if i < html.count, html[i] == UInt8(ascii: "\"") || html[i] == UInt8(ascii: "'") {
          let end = next(html[i], from: i + 1) ?? html.count
          value = (i + 1)..<max(end, i + 1)
          i = min(end + 1, html.count)
        } else {
          value = word(until: ">")
        }
      } else if key.isEmpty {
        i += 1
        continue
      }
      attributes.append(Attribute(name: key, value: value))
    }
    i = min(i + 1, html.count)
    if isNamed("script") { content = skipContent(until: "</script") }
    if isNamed("style") { content = skipContent(until: "</style") }
  }

  private mutating func skipContent(until end: StaticString) -> Range<Int> {
    let start = i
    skip(past: end)
    return start..<max(start, i - end.utf8CodeUnitCount)
  }

  // MARK: The tag that was read

  /// Whether the bytes are `word`, in either case.
  private func equals(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    for k in 0..<range.count {
      let byte = html[range.lowerBound + k]
      if ((65...90).contains(byte) ? byte | 32 : byte) != word.utf8Start[k] { return false }
    }
    return true
  }

  /// Whether the tag has this name.
  func isNamed(_ word: StaticString) -> Bool { equals(name, word) }
  /// Whether an attribute has this name.
  func `is`(_ attribute: Attribute, _ word: StaticString) -> Bool { equals(attribute.name, word) }
  /// The value of an attribute of this name.
  func value(of word: StaticString) -> Range<Int>? {
    attributes.first { equals($0.name, word) }?.value
  }
  /// Whether an attribute is a handler of something that happens, such as `onclick`.
  func isHandler(_ attribute: Attribute) -> Bool {
    attribute.name.count > 1 && html[attribute.name.lowerBound] | 32 == UInt8(ascii: "o")
      && html[attribute.name.lowerBound + 1] | 32 == UInt8(ascii: "n")
  }
}
