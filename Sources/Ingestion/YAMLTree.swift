import DossierModel
import Yams

/// A value of a YAML file with its place: what Yams reads, without anchors, tags and guesses.
///
/// Scalars keep their text: whether `no` is a language or a refusal, and `2022-09-13` a date or
/// words, is for the key to say.
struct YAMLTree {
  indirect enum Content {
    /// A text; plain ones stand without quotation marks.
    case scalar(String, isPlain: Bool)
    case mapping([(key: YAMLTree, value: YAMLTree)])
    case sequence([YAMLTree])
  }

  var content: Content
  /// From 1.
  var line: Int
  /// From 1, in code points.
  var column: Int

  /// The most levels of lists and keys within each other.
  static let depthLimit = 64

  /// The text of a scalar.
  var text: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }

  /// Whether nothing is given: `key:`, `key: null`, `key: ~`.
  var isNull: Bool {
    if case .scalar(let text, isPlain: true) = content {
      return ["", "~", "null", "Null", "NULL"].contains(text)
    }
    return false
  }

  /// What the value is, for a message.
  var description: String {
    switch content {
    case .scalar where isNull: "nothing"
    case .scalar(let text, _): "\"\(excerpt(text))\""
    case .mapping: "a mapping"
    case .sequence: "a list"
    }
  }

  /// The tree of `text`, a file's UTF-8 that passed `TextEncoding`; `nil` if it holds nothing.
  ///
  /// `firstLine` is the number of the line that the text starts at. Throws a `YAMLFault`.
  static func read(_ text: ArraySlice<UInt8>, firstLine: Int = 1) throws(YAMLFault) -> YAMLTree? {
    try YAMLGuard.check(text, firstLine: firstLine)
    let offset = firstLine - 1
    do {
      // No rule of the resolver: every plain scalar is a text.
      let parser = try Parser(
        yaml: String(decoding: text, as: UTF8.self), resolver: .basic, encoding: .utf8)
      // The nodes hold their anchors weakly; the parser keeps them.
      defer { withExtendedLifetime(parser) {} }
      guard let node = try parser.singleRoot() else { return nil }
      var count = 0
      let tree = try YAMLTree(
        node, lineOffset: offset, depth: 0, count: &count, limit: text.count + 1)
      return tree.isNull ? nil : tree
    } catch let fault as YAMLFault {
      throw fault
    } catch let error as YamlError {
      throw YAMLFault(error, lineOffset: offset)
    } catch {
      throw YAMLFault("is not valid YAML", line: firstLine, column: 1)
    }
  }

  /// The tree of `node`; recursion ends at `depthLimit`.
  private init(_ node: Node, lineOffset: Int, depth: Int, count: inout Int, limit: Int) throws {
    line = (node.mark?.line ?? 1) + lineOffset
    column = node.mark?.column ?? 1
    count += 1
    guard depth < Self.depthLimit else {
      throw YAMLFault(
        "more than \(Self.depthLimit) lists and keys within each other", line: line, column: column)
    }
    if node.anchor != nil || count > limit { throw YAMLFault.anchor(line: line, column: column) }
    let tag: String
    switch node {
    case .scalar(let scalar):
      tag = scalar.tag.rawValue
      content = .scalar(scalar.string, isPlain: scalar.style == .plain)
    case .mapping(let mapping):
      tag = mapping.tag.rawValue
      var pairs: [(key: YAMLTree, value: YAMLTree)] = []
      pairs.reserveCapacity(mapping.count)
      for (key, value) in mapping {
        pairs.append(
          (
            try YAMLTree(
              key, lineOffset: lineOffset, depth: depth + 1, count: &count, limit: limit),
            try YAMLTree(
              value, lineOffset: lineOffset, depth: depth + 1, count: &count, limit: limit)
          ))
      }
      content = .mapping(pairs)
    case .sequence(let sequence):
      tag = sequence.tag.rawValue
      content = .sequence(
        try sequence.map {
          try YAMLTree($0, lineOffset: lineOffset, depth: depth + 1, count: &count, limit: limit)
        })
    case .alias:
      throw YAMLFault.anchor(line: line, column: column)
    }
    guard
      ["", "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"]
        .contains(tag)
    else {
      throw YAMLFault(
        "a tag (\(excerpt(tag))) has no meaning here; if the text starts with !, put it between "
          + "quotation marks", line: line, column: column)
    }
  }
}

/// The first words of a text, for a message.
func excerpt(_ text: String, limit: Int = 60) -> String {
  let line = displayed(text)
  if line.unicodeScalars.count <= limit { return line }
  return String(String.UnicodeScalarView(line.unicodeScalars.prefix(limit - 1))) + "…"
}

/// Why a text is not YAML that is read here, and where.
struct YAMLFault: Error {
  let message: String
  let line: Int
  let column: Int

  init(_ message: String, line: Int, column: Int) {
    (self.message, self.line, self.column) = (message, line, column)
  }

  static func anchor(line: Int, column: Int) -> YAMLFault {
    YAMLFault(
      "anchors (&name) and aliases (*name) are not read; write the value out, or put a text that "
        + "starts with & or * between quotation marks", line: line, column: column)
  }

  /// What Yams reports, in words for somebody who does not know YAML's insides.
  init(_ error: YamlError, lineOffset: Int) {
    switch error {
    case .scanner(let context, let problem, let mark, let yaml),
      .parser(let context, let problem, let mark, let yaml),
      .composer(let context, let problem, let mark, let yaml):
      let hint: String
      if problem.contains("mapping values are not allowed") {
        hint = "a colon and a blank inside a value: put the value between quotation marks"
      } else if problem.contains("cannot start any token") {
        let character = Self.character(at: mark, of: yaml)
        hint =
          character == "\t"
          ? "a tab: YAML is indented with blanks"
          : "a value cannot start with this character: put it between quotation marks"
      } else if problem.contains("found unexpected end of stream") {
        hint = "a quotation mark or bracket is not closed"
      } else if problem.contains("another document") {
        hint = "a second document starts here (---): keep one in a file"
      } else {
        hint =
          "not valid YAML: \([context?.text, problem].compactMap(\.self).joined(separator: ", "))"
      }
      self.init(hint, line: mark.line + lineOffset, column: mark.column)
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.sorted().map { "\"\(excerpt($0))\"" }.joined(separator: ", ")
      self.init(
        "\(names) given twice under the same key: keep one", line: context.mark.line + lineOffset,
        column: context.mark.column)
    case .reader(let problem, _, _, _):
      self.init("not valid YAML: \(problem)", line: lineOffset + 1, column: 1)
    default:
      self.init("is not valid YAML", line: lineOffset + 1, column: 1)
    }
  }

  private static func character(at mark: Mark, of yaml: String) -> Unicode.Scalar? {
    var line = 1
    var column = 1
    for scalar in yaml.unicodeScalars {
      if line == mark.line, column == mark.column { return scalar }
      if line > mark.line { return nil }
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    }
    return nil
  }
}

/// Refuses, before Yams reads a text, what would make reading it long or deep: nesting, which Yams
/// follows by recursion, and anchors, which multiply a short text without bound.
///
/// It follows YAML's quotation marks, comments and blocks of text only as far as is needed to tell
/// brackets and anchors from words.
enum YAMLGuard {
  static func check(_ text: ArraySlice<UInt8>, firstLine: Int) throws(YAMLFault) {
    var scanner = Scanner(text: text, line: firstLine)
    try scanner.run()
  }

  private struct Scanner {
    let text: ArraySlice<UInt8>
    var line: Int
    var lineStart: Int
    var i: Int
    /// The indentation of the keys and list items that are open.
    var indents: [Int] = []
    /// How many brackets are open.
    var brackets = 0
    /// Where the word or quoted text that was read last starts: a key, if a colon follows.
    var token: Int

    init(text: ArraySlice<UInt8>, line: Int) {
      self.text = text
      self.line = line
      lineStart = text.startIndex
      i = text.startIndex
      token = i
    }

    func byte(_ offset: Int = 0) -> UInt8? {
      i + offset < text.endIndex && i + offset >= text.startIndex ? text[i + offset] : nil
    }

    func fault(_ message: String) -> YAMLFault {
      YAMLFault(message, line: line, column: column)
    }

    var column: Int {
      1 + text[lineStart..<min(i, text.endIndex)].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }

    func isBlank(_ byte: UInt8?) -> Bool {
      guard let byte else { return true }
      return byte == 32 || byte == 9 || byte == 10 || byte == 13
    }

    mutating func newLine() {
      i += 1
      line += 1
      lineStart = i
    }

    func tooDeep() -> YAMLFault {
      fault("more than \(YAMLTree.depthLimit) lists and keys within each other")
    }

    /// Refuses characters that YAML does not allow.
    func checkCharacters() throws(YAMLFault) {
      for position in text.indices {
        let byte = text[position]
        let isControl: Bool
        switch byte {
        case 9, 10, 13: isControl = false
        case 0..<32, 0x7F: isControl = true
        case 0xC2:
          let next = text[position + 1]
          isControl = next < 0xA0 && next != 0x85
        case 0xEF:
          isControl =
            text[(position + 1)...].starts(with: [0xBB, 0xBF])
            || text[(position + 1)...].starts(with: [0xBF, 0xBE])
            || text[(position + 1)...].starts(with: [0xBF, 0xBF])
        default: isControl = false
        }
        if !isControl { continue }
        let scalar = HeadToken.scalar(in: Array(text[position...].prefix(4)), at: 0, before: 4).0
        let code = String(scalar.value, radix: 16, uppercase: true)
        let (line, column) = TextEncoding.position(
          of: position - text.startIndex, in: Array(text[..<position]))
        throw YAMLFault(
          "a control character (U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)): "
            + "remove it", line: self.line + line - 1, column: column)
      }
    }

    mutating func run() throws(YAMLFault) {
      try checkCharacters()
      var startsToken = true
      var inPlain = false
      while let byte = byte() {
        switch byte {
        case 10:
          newLine()
          // In a block a plain text goes on in deeper lines; a value may start in each of them.
          startsToken = true
          if brackets == 0 { closeIndents(&inPlain) }
        case 9, 13, 32:
          i += 1
        case UInt8(ascii: "#") where i == text.startIndex || isBlank(self.byte(-1)):
          while let next = self.byte(), next != 10 { _ = next; i += 1 }
        case UInt8(ascii: "\"") where startsToken && !inPlain,
          UInt8(ascii: "'") where startsToken && !inPlain:
          token = i
          skipQuoted(byte)
          startsToken = false
        case UInt8(ascii: "[") where startsToken && !inPlain || brackets > 0,
          UInt8(ascii: "{") where startsToken && !inPlain || brackets > 0:
          brackets += 1
          if brackets + indents.count > YAMLTree.depthLimit { throw tooDeep() }
          i += 1
          (startsToken, inPlain) = (true, false)
        case UInt8(ascii: "]") where brackets > 0, UInt8(ascii: "}") where brackets > 0:
          brackets -= 1
          i += 1
          (startsToken, inPlain) = (false, false)
        case UInt8(ascii: ",") where brackets > 0:
          i += 1
          (startsToken, inPlain) = (true, false)
        case UInt8(ascii: ":")
        where isBlank(self.byte(1))
          || brackets > 0 && [44, 91, 93, 123, 125].contains(self.byte(1) ?? 32):
          i += 1
          (startsToken, inPlain) = (true, false)
          if brackets == 0, token >= lineStart { try open(token - lineStart) }
        case UInt8(ascii: "-") where startsToken && !inPlain && isBlank(self.byte(1)),
          UInt8(ascii: "?") where startsToken && !inPlain && isBlank(self.byte(1)):
          if brackets == 0 { try open(i - lineStart) }
          i += 1
        case UInt8(ascii: "&") where startsToken && !inPlain,
          UInt8(ascii: "*") where startsToken && !inPlain:
          if !isBlank(self.byte(1)) { throw YAMLFault.anchor(line: line, column: column) }
          i += 1
          (startsToken, inPlain) = (false, true)
        case UInt8(ascii: "!") where startsToken && !inPlain:
          while !isBlank(self.byte()) { i += 1 }
        case UInt8(ascii: "|") where startsToken && !inPlain && brackets == 0,
          UInt8(ascii: ">") where startsToken && !inPlain && brackets == 0:
          skipBlock()
          startsToken = true
          inPlain = false
        default:
          if startsToken, !inPlain { token = i }
          if startsToken { inPlain = true }
          startsToken = false
          i += 1
        }
      }
    }

    /// After a line break outside brackets: closes what the next line's indentation closes, and a
    /// plain text unless the line is deeper than its key.
    mutating func closeIndents(_ inPlain: inout Bool) {
      var width = 0
      while byte(width) == 32 { width += 1 }
      guard let next = byte(width), next != 10, next != 13, next != UInt8(ascii: "#") else {
        return
      }
      while let last = indents.last, last > width { indents.removeLast() }
      if inPlain, width > indents.last ?? -1 { return }
      inPlain = false
    }

    mutating func open(_ width: Int) throws(YAMLFault) {
      if indents.last ?? -1 < width { indents.append(width) }
      if indents.count + brackets > YAMLTree.depthLimit { throw tooDeep() }
    }

    /// Passes over a text between quotation marks.
    mutating func skipQuoted(_ mark: UInt8) {
      i += 1
      while let byte = byte() {
        if byte == 10 {
          newLine()
          continue
        }
        if byte == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
          i += self.byte(1) == 10 ? 1 : 2
          continue
        }
        i += 1
        if byte == mark {
          guard mark == UInt8(ascii: "'"), self.byte() == mark else { return }
          i += 1
        }
      }
    }

    /// Passes over a block of text (`|` or `>`): the lines that are deeper than its key.
    mutating func skipBlock() {
      // The lines must be deeper than the key or item that the block belongs to.
      let parent = indents.last ?? -1
      while let byte = byte(), byte != 10 { _ = byte; i += 1 }
      while byte() == 10 {
        var width = 0
        while byte(1 + width) == 32 { width += 1 }
        guard let next = byte(1 + width) else { break }
        if next != 10, next != 13, width <= parent { return }
        newLine()
        while let byte = byte(), byte != 10 { _ = byte; i += 1 }
      }
    }
  }
}
