/// What a page of HTML holds and where it leads: read from the finished file, whoever wrote it.
struct PageScan {
  /// Its ids, in order.
  private(set) var ids: [ArraySlice<UInt8>] = []
  /// Where its links lead, and what it loads: attributes as written, entities decoded.
  private(set) var links: [[UInt8]] = []
  /// What it loads.
  private(set) var loads: [[UInt8]] = []
  /// The quotations whose marks it holds.
  private(set) var quotations: Set<ArraySlice<UInt8>> = []
  /// Scripts, styles and handlers inside the page.
  private(set) var inlineCode: [String] = []

  private let html: [UInt8]
  private var i = 0

  /// Reads `html`.
  init(_ html: [UInt8]) {
    self.html = html
    while let start = html[i...].firstIndex(of: UInt8(ascii: "<")) {
      i = start + 1
      if starts(with: "!--") {
        skip(past: "-->")
      } else if i < html.count, Self.isLetter(html[i]) {
        readTag()
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }

  private func starts(with word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard i + count <= html.count else { return false }
    return word.withUTF8Buffer { html[i..<(i + count)].elementsEqual($0) }
  }

  private mutating func skip(past word: StaticString) {
    while i < html.count, !starts(with: word) { i += 1 }
    i = min(i + word.utf8CodeUnitCount, html.count)
  }

  private mutating func word(until stops: StaticString) -> ArraySlice<UInt8> {
    let start = i
    stops.withUTF8Buffer { stops in
      while i < html.count, html[i] > 32, !stops.contains(html[i]) { i += 1 }
    }
    return html[start..<i]
  }

  private mutating func skipBlanks() {
    while i < html.count, html[i].isBlank { i += 1 }
  }

  /// Reads a start tag, of which `i` stands behind the `<`.
  private mutating func readTag() {
    let name = Self.lowercased(word(until: "/>"))
    var attributes: [(name: String, value: ArraySlice<UInt8>)] = []
    while true {
      while i < html.count, html[i].isBlank || html[i] == UInt8(ascii: "/") { i += 1 }
      guard i < html.count, html[i] != UInt8(ascii: ">") else { break }
      let key = Self.lowercased(word(until: "/>="))
      var value: ArraySlice<UInt8> = []
      skipBlanks()
      if i < html.count, html[i] == UInt8(ascii: "=") {
        i += 1
        skipBlanks()
        if i < html.count, html[i] == UInt8(ascii: "\"") || html[i] == UInt8(ascii: "'") {
          let quote = html[i]
          let end = html[(i + 1)...].firstIndex(of: quote) ?? html.count
          value = html[(i + 1)..<end]
          i = min(end + 1, html.count)
        } else {
          value = word(until: ">")
        }
      } else if key.isEmpty {
        i += 1
        continue
      }
      attributes.append((key, value))
    }
    i = min(i + 1, html.count)
    take(name, attributes)
  }

  private mutating func take(
    _ name: String, _ attributes: [(name: String, value: ArraySlice<UInt8>)]
  ) {
    func value(_ key: String) -> ArraySlice<UInt8>? {
      attributes.first { $0.name == key }?.value
    }
    for (key, value) in attributes {
      switch key {
      case "id": ids.append(value)
      case "data-quotation": quotations.insert(value)
      case "src", "poster", "data", "background":
        if name != "a", !value.isEmpty { loads.append(Self.decoded(value)) }
      case "srcset":
        for part in Self.decoded(value).split(separator: UInt8(ascii: ",")) {
          if let address = part.split(separator: 32).first { loads.append(Array(address)) }
        }
      case "href", "xlink:href":
        let address = Self.decoded(value)
        if name == "a" {
          links.append(address)
        } else if name == "link" {
          let kinds = ["canonical", "alternate", "license", "author", "self"]
          let rel = Self.lowercased(self.attribute("rel", of: attributes)).split(separator: " ")
          if !rel.contains(where: { kinds.contains(String($0)) }) { loads.append(address) }
        } else {
          loads.append(address)
        }
      case "style": inlineCode.append("the attribute style")
      default: if key.hasPrefix("on") { inlineCode.append("the handler \(key)") }
      }
    }
    switch name {
    case "style":
      inlineCode.append("an element style")
      skip(past: "</style")
    case "script":
      let isData = value("type").map(Self.lowercased) == "application/ld+json"
      let start = i
      skip(past: "</script")
      let isEmpty = html[start..<max(start, i - 8)].allSatisfy(\.isBlank)
      if value("src") == nil, !isData, !isEmpty { inlineCode.append("a script") }
    default: break
    }
  }

  private func attribute(
    _ key: String, of attributes: [(name: String, value: ArraySlice<UInt8>)]
  ) -> ArraySlice<UInt8> {
    attributes.first { $0.name == key }?.value ?? []
  }

  private static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
  }

  /// An attribute's value without the entities that our pages are written with.
  private static func decoded(_ value: ArraySlice<UInt8>) -> [UInt8] {
    guard value.contains(UInt8(ascii: "&")) else { return Array(value) }
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
    return out
  }
}
