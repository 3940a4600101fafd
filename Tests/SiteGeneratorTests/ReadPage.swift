import DossierModel
import Markdown

@testable import SiteGenerator

/// What a reader from outside finds in an article's HTML.
struct ReadPage {
  /// A quotation's elements: their words, ids, and how many characters stand before the first.
  struct Mark: Equatable {
    var parts: [String] = []
    var ids: [String?] = []
    var first = 0
  }

  var text = ""
  var marks: [String: Mark] = [:]
  var passages: [String: String] = [:]
  var notes: [String] = []
  var isWellFormed = true
  var linksInLinks = 0

  /// Reads `html`, of which every element is closed.
  init(_ html: [UInt8]) {
    var stack: [(name: String, attributes: [String: String])] = []
    var (i, ink) = (0, 0)
    func isInside(_ attribute: String) -> Bool {
      stack.contains { $0.attributes[attribute] != nil }
    }
    func put(_ words: String) -> Int {
      guard isInside("data-text") else { return 0 }
      if isInside("data-apparatus") { return 0 }
      for quotation in Set(stack.compactMap { $0.attributes["data-quotation"] }) {
        guard var mark = marks[quotation], let last = mark.parts.popLast() else { continue }
        mark.parts.append(last + words)
        marks[quotation] = mark
      }
      for element in stack where element.attributes["class"] == "passage" {
        if let id = element.attributes["id"] { passages[id, default: ""] += words }
      }
      text += words
      return words.unicodeScalars.count { !$0.properties.isWhitespace }
    }
    while i < html.count {
      if html[i] == UInt8(ascii: "<") {
        var end = i
        var isQuoted = false
        while end < html.count, isQuoted || html[end] != UInt8(ascii: ">") {
          if html[end] == UInt8(ascii: "\"") { isQuoted.toggle() }
          end += 1
        }
        let tag = String(decoding: html[(i + 1)..<end], as: UTF8.self)
        i = end + 1
        if tag.hasPrefix("/") {
          if stack.last?.name == String(tag.dropFirst()) {
            stack.removeLast()
          } else {
            isWellFormed = false
          }
          if ["/p", "/div"].contains(tag) { _ = put("\n") }
          continue
        }
        let name = String(tag.prefix { $0 != " " })
        var attributes: [String: String] = [:]
        var rest = tag.dropFirst(name.count)
        while let key = rest.split(separator: " ").first?.prefix(while: { $0 != "=" }) {
          rest = rest.drop { $0 == " " }.dropFirst(key.count)
          if rest.first == "=" {
            let value = rest.dropFirst(2).prefix { $0 != "\"" }
            attributes[String(key)] = Self.decoded(String(value))
            rest = rest.dropFirst(value.count + 3)
          } else {
            attributes[String(key)] = ""
          }
        }
        if name == "a", stack.contains(where: { $0.name == "a" }) { linksInLinks += 1 }
        if name == "p" { _ = put("\n") }
        if attributes["data-apparatus"] != nil { notes.append(attributes["href"] ?? "") }
        if let quotation = attributes["data-quotation"] {
          if marks[quotation] == nil { marks[quotation] = Mark(first: ink) }
          marks[quotation]?.parts.append("")
          marks[quotation]?.ids.append(attributes["id"])
        }
        if !["br", "hr", "img", "meta", "link", "input"].contains(name) {
          stack.append((name, attributes))
        }
      } else {
        var end = i
        while end < html.count, html[end] != UInt8(ascii: "<") { end += 1 }
        ink += put(Self.decoded(String(decoding: html[i..<end], as: UTF8.self)))
        i = end
      }
    }
  }

  /// White space as one blank each, none at the ends.
  static func collapse(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.split(whereSeparator: isSpace).map { Array($0) }
      .joined(separator: [" "]).map { $0 }
  }
  /// Without white space.
  static func ink(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !isSpace($0) }
  }
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }

  private static func decoded(_ text: String) -> String {
    var text = text[...]
    var out = ""
    while let scalar = text.unicodeScalars.first {
      let entities = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\"")]
      if scalar == "&", let entity = entities.first(where: { text.utf8.starts(with: $0.0.utf8) }) {
        out += entity.1
        text = text[text.utf8.index(text.startIndex, offsetBy: entity.0.utf8.count)...]
      } else {
        out.unicodeScalars.append(scalar)
        text = text[text.unicodeScalars.index(after: text.startIndex)...]
      }
    }
    return out
  }
}
