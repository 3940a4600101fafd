import DossierModel

/// The tags of a template, read before the template engine sees it, so that a slot that nobody fills
/// is an error with a place and not an empty string.
struct TemplateScan {
  /// A tag `{{…}}`.
  struct Tag: Hashable, Sendable {
    /// What a tag does.
    enum Kind: Hashable, Sendable { case variable, opening, inverted, closing, comment }

    /// What it does.
    var kind: Kind
    /// The name in it.
    var name: String
    /// Its line, from 1.
    var line: Int
    /// Its column in code points, from 1.
    var column: Int
    /// Whether nothing else stands on its line.
    var isAlone: Bool
  }

  /// The tags in order.
  private(set) var tags: [Tag] = []
  /// What is wrong with their form.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the tags of `source`, a file named `file`.
  init(_ source: String, file: String) {
    var line = 1
    for text in source.split(separator: "\n", omittingEmptySubsequences: false) {
      scan(Array(text.unicodeScalars), line: line, file: file)
      line += 1
    }
    checkNesting(file: file)
  }

  private mutating func scan(_ scalars: [Unicode.Scalar], line: Int, file: String) {
    func fault(_ column: Int, _ message: String) {
      diagnostics.append(
        Diagnostic(
          .error, file: file, line: line, column: column + 1, message, code: "template"))
    }
    var (i, found) = (0, 0)
    var isBlankBesides = true
    while i < scalars.count {
      guard i + 1 < scalars.count, scalars[i] == "{", scalars[i + 1] == "{" else {
        if !scalars[i].properties.isWhitespace { isBlankBesides = false }
        i += 1
        continue
      }
      let start = i
      var end = i + 2
      while end + 1 < scalars.count, scalars[end] != "}" || scalars[end + 1] != "}" { end += 1 }
      guard end + 1 < scalars.count else {
        fault(start, "the tag opens here and does not close on this line: write `{{name}}`")
        return
      }
      var inner = scalars[(start + 2)..<end]
      i = end + 2
      var kind = Tag.Kind.variable
      switch inner.first {
      case "#": kind = .opening
      case "^": kind = .inverted
      case "/": kind = .closing
      case "!": kind = .comment
      case "{":
        guard i < scalars.count, scalars[i] == "}" else {
          fault(start, "the tag opens with three braces and closes with two")
          return
        }
        i += 1
      case "&": break
      case ">", "<", "$", "=", "%":
        fault(start, "`{{\(inner.first ?? " ")` is not used in these templates")
        continue
      default: inner = scalars[(start + 1)..<end]
      }
      inner = inner.dropFirst()
      while let last = inner.last, last.properties.isWhitespace { inner.removeLast() }
      while let first = inner.first, first.properties.isWhitespace { inner.removeFirst() }
      var name = String.UnicodeScalarView()
      name.append(contentsOf: inner)
      found += 1
      let isName = !inner.isEmpty && inner.allSatisfy(Self.isNamePart)
      if kind != .comment, !isName {
        fault(start, "`\(String(name))` is no name of a slot")
        continue
      }
      tags.append(
        Tag(kind: kind, name: String(name), line: line, column: start + 1, isAlone: false))
    }
    if found == 1, isBlankBesides, tags.last?.line == line { tags[tags.count - 1].isAlone = true }
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".": true
    default: false
    }
  }

  private mutating func checkNesting(file: String) {
    var open: [Tag] = []
    for tag in tags {
      switch tag.kind {
      case .opening, .inverted: open.append(tag)
      case .closing:
        if open.last?.name == tag.name {
          open.removeLast()
        } else {
          let expected = open.last.map { "`{{/\($0.name)}}` is expected" } ?? "nothing is open"
          diagnostics.append(
            Diagnostic(
              .error, file: file, line: tag.line, column: tag.column,
              "`{{/\(tag.name)}}` closes what is not open here: \(expected)", code: "template"))
          return
        }
      case .variable, .comment: break
      }
    }
    for tag in open {
      diagnostics.append(
        Diagnostic(
          .error, file: file, line: tag.line, column: tag.column,
          "`{{#\(tag.name)}}` is never closed: add `{{/\(tag.name)}}`", code: "template"))
    }
  }

  /// Faults of the names: those that are no slot and no word, and slots that are missing.
  func check(
    slots: Set<String>, required: Set<String>, words: Words, file: String
  ) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    for tag in tags where tag.kind != .comment {
      if tag.name.hasPrefix("word.") {
        if words.text(forKey: String(tag.name.dropFirst(5))) != nil { continue }
      } else if slots.contains(tag.name) {
        continue
      }
      let names = slots.sorted().joined(separator: ", ")
      faults.append(
        Diagnostic(
          .error, file: file, line: tag.line, column: tag.column,
          "there is no slot `\(tag.name)`; there are \(names), and word.… for the words of "
            + "words/\(words.language).txt", code: "template"))
    }
    for name in required.sorted() where !tags.contains(where: { $0.name == name }) {
      faults.append(
        Diagnostic(
          .error, file: file,
          "the slot `{{\(name)}}` is missing: without it nothing of the page "
            + "would be shown", code: "template"))
    }
    return faults
  }
}
