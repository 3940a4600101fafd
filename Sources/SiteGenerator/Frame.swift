import DossierModel
import Mustache
import Synchronization

/// Faults in the templates; nothing is built while there are any.
public struct TemplateFaults: Error, Hashable, Sendable {
  /// What is wrong, with file, line and column.
  public let diagnostics: [Diagnostic]

  /// Faults in the order of their places.
  init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics.sorted() }
}

/// A template after its sections have been decided: what is fixed, and where the slots stand.
///
/// swift-mustache decides the sections once for each combination of filled slots; what pages fill in
/// never passes through the engine, so that it costs nothing and nothing in it can be taken for a tag.
struct Skeleton: Sendable {
  /// A stretch of a template.
  enum Piece: Hashable, Sendable {
    case fixed(String)
    case slot(String)
    case opening(String)
    case closing(String)
  }

  /// The stretches in order.
  let pieces: [Piece]

  // Private-use characters stand for slots while the engine works.
  private static let slotSign: Unicode.Scalar = "\u{F0001}"
  private static let openingSign: Unicode.Scalar = "\u{F0002}"
  private static let closingSign: Unicode.Scalar = "\u{F0003}"
  private static let endSign: Unicode.Scalar = "\u{F0004}"

  static func slot(_ name: String) -> String { "\(slotSign)\(name)\(endSign)" }
  static func opening(_ name: String) -> String { "\(openingSign)\(name)\(endSign)" }
  static func closing(_ name: String) -> String { "\(closingSign)\(name)\(endSign)" }

  /// The stretches of what the engine made of a template.
  init(_ rendered: String) {
    var pieces: [Piece] = []
    var fixed = String.UnicodeScalarView()
    var name = String.UnicodeScalarView()
    var sign: Unicode.Scalar?
    for scalar in rendered.unicodeScalars {
      switch scalar {
      case Self.slotSign, Self.openingSign, Self.closingSign:
        if !fixed.isEmpty { pieces.append(.fixed(String(fixed))) }
        fixed.removeAll()
        sign = scalar
      case Self.endSign:
        let text = String(name)
        switch sign {
        case Self.openingSign: pieces.append(.opening(text))
        case Self.closingSign: pieces.append(.closing(text))
        default: pieces.append(.slot(text))
        }
        name.removeAll()
        sign = nil
      default:
        if sign == nil { fixed.append(scalar) } else { name.append(scalar) }
      }
    }
    if !fixed.isEmpty { pieces.append(.fixed(String(fixed))) }
    self.pieces = pieces
  }
}

/// A template with checked slots, shared by all pages of a kind.
final class SlottedTemplate: Sendable {
  /// The slots that stand in the template, sorted.
  let slots: [String]
  private let template: MustacheTemplate
  private let words: Words
  private let escape: @Sendable (String) -> String
  private let skeletons = Mutex<[UInt64: Skeleton]>([:])

  /// The template `source`, a file named `file`, that may use `slots` and must use `required`.
  ///
  /// - Parameters:
  ///   - marksSections: whether sections that stand on lines of their own become `opening` and
  ///     `closing` pieces.
  ///   - escape: what the words of the site pass through.
  init(
    _ source: String, file: String, slots: Set<String>, required: Set<String>, words: Words,
    marksSections: Bool, escape: @escaping @Sendable (String) -> String
  ) throws(TemplateFaults) {
    let scan = TemplateScan(source, file: file)
    let faults =
      scan.diagnostics + scan.check(slots: slots, required: required, words: words, file: file)
    if !faults.isEmpty { throw TemplateFaults(diagnostics: faults) }
    let text = marksSections ? Self.markingSections(of: source, scan.tags) : source
    do {
      template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT }}\n" + text)
    } catch {
      throw TemplateFaults(diagnostics: [
        Diagnostic(
          .error, file: file, "the template engine cannot read this: \(error)", code: "template")
      ])
    }
    let used = Set(scan.tags.filter { $0.kind != .comment }.map(\.name))
    self.slots = slots.intersection(used).sorted()
    (self.words, self.escape) = (words, escape)
  }

  /// Puts signs for the sections beside their tags.
  private static func markingSections(of source: String, _ tags: [TemplateScan.Tag]) -> String {
    var openings: [Int: String] = [:]
    var closings: [Int: String] = [:]
    var open: [TemplateScan.Tag] = []
    for tag in tags {
      if tag.kind == .opening || tag.kind == .inverted { open.append(tag) }
      guard tag.kind == .closing, let start = open.popLast() else { continue }
      if start.kind == .opening, start.isAlone, tag.isAlone {
        openings[start.line] = tag.name
        closings[tag.line] = tag.name
      }
    }
    var (number, result) = (0, "")
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if let name = closings[number] { result += Skeleton.closing(name) + "\n" }
      result += line + "\n"
      if let name = openings[number] { result += Skeleton.opening(name) + "\n" }
    }
    return result
  }

  /// The template with its sections decided for the slots that `isFilled` names.
  func skeleton(where isFilled: (String) -> Bool) -> Skeleton {
    var key: UInt64 = 0
    for (i, slot) in slots.enumerated() where isFilled(slot) { key |= 1 << UInt64(i % 64) }
    if let known = skeletons.withLock({ $0[key] }) { return known }
    let signs = Signs(
      filled: Set(slots.filter(isFilled)), words: WordSigns(words: words, escape: escape))
    let skeleton = Skeleton(template.render(signs))
    skeletons.withLock { $0[key] = skeleton }
    return skeleton
  }

  /// Gives the engine signs instead of contents.
  private struct Signs: MustacheParent {
    var filled: Set<String>
    var words: WordSigns

    func child(named name: String) -> Any? {
      if name == "word" { return words }
      return filled.contains(name) ? Skeleton.slot(name) : nil
    }
  }

  /// Gives the engine the words whose keys begin with `prefix`; it takes names apart at full stops.
  private struct WordSigns: MustacheParent {
    var words: Words
    var prefix = ""
    var escape: @Sendable (String) -> String

    func child(named name: String) -> Any? {
      if let text = words.text(forKey: prefix + name) { return escape(text) }
      return WordSigns(words: words, prefix: prefix + name + ".", escape: escape)
    }
  }
}

/// A Markdown template of one kind of pages: headings, order and words, with slots for what Swift
/// composes.
///
/// A slot on a line of its own takes blocks, any other takes a piece of a line. A section
/// `{{#name}}…{{/name}}` on lines of its own becomes `<section class="name">` in the HTML and is left
/// out if its slot is empty; `{{#aside}}` holds what stands beside the page.
struct Frame: Sendable {
  /// What fills a slot.
  enum Content: Sendable {
    case blocks(MarkdownText)
    case line(String)

    var isEmpty: Bool {
      switch self {
      case .blocks(let text): text.lineCount == 0
      case .line(let text): text.isEmpty
      }
    }
  }

  /// The name of the section whose content stands beside the page.
  static let aside = "aside"

  private let template: SlottedTemplate
  private let asideLabel: String

  /// The frame `source`, a file named `file`.
  ///
  /// - Parameter slots: the slots with whether they take blocks.
  init(
    _ source: String, file: String, slots: [String: Bool], required: Set<String>, words: Words
  ) throws(TemplateFaults) {
    let scan = TemplateScan(source, file: file)
    let faults = scan.tags.filter { $0.kind == .variable && slots[$0.name] == true && !$0.isAlone }
      .map {
        Diagnostic(
          .error, file: file, line: $0.line, column: $0.column,
          "the slot `\($0.name)` holds whole paragraphs: put it on a line of its own",
          code: "template")
      }
    if !faults.isEmpty { throw TemplateFaults(diagnostics: faults) }
    template = try SlottedTemplate(
      source, file: file, slots: Set(slots.keys).union([Self.aside]), required: required,
      words: words, marksSections: true, escape: { $0 })
    asideLabel = words[.asideLabel]
  }

  /// The page with its slots filled.
  func filled(with contents: [String: Content]) -> MarkdownText {
    let skeleton = template.skeleton { name in
      name == Self.aside || contents[name].map { !$0.isEmpty } ?? false
    }
    var open: [(name: String, text: MarkdownText)] = [("", MarkdownText())]
    var line = ""
    func flush() {
      let text = line.trimmingNewlines()
      line = ""
      if !text.isEmpty { open[open.count - 1].text.appendApart(MarkdownText(literal: text)) }
    }
    for piece in skeleton.pieces {
      switch piece {
      case .fixed(let text): line += text
      case .opening(let name):
        flush()
        open.append((name, MarkdownText()))
      case .closing:
        flush()
        guard open.count > 1, let (name, text) = open.popLast(), text.lineCount > 0 else { break }
        let region =
          name == Self.aside
          ? text.wrapped(in: .aside, class: "context", label: asideLabel)
          : text.wrapped(in: .section, class: name)
        open[open.count - 1].text.appendApart(region)
      case .slot(let name):
        switch contents[name] {
        case .line(let text): line += text
        case .blocks(let text):
          flush()
          open[open.count - 1].text.appendApart(text)
        case nil: break
        }
      }
    }
    flush()
    return open[0].text
  }
}

extension MarkdownText {
  /// Adds `other` after an empty line.
  fileprivate mutating func appendApart(_ other: MarkdownText) {
    if lineCount > 0, other.lineCount > 0 { append(MarkdownText(literal: "\n")) }
    append(other)
  }
}

extension String {
  /// The string without line breaks at its ends, and with at most one empty line in a row.
  fileprivate func trimmingNewlines() -> String {
    var bytes: [UInt8] = []
    for byte in utf8 {
      if byte == 10, bytes.isEmpty || bytes.suffix(2) == [10, 10] { continue }
      bytes.append(byte)
    }
    while bytes.last == 10 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The HTML around every page.
struct Layout: Sendable {
  /// What fills a slot.
  enum Content: Sendable {
    /// Text, which is escaped however the template asks for it.
    case text(String)
    /// HTML that cmark or a figure has made.
    case html([UInt8])
    /// A condition for a section.
    case condition(Bool)

    var isFilled: Bool {
      switch self {
      case .text(let text): !text.isEmpty
      case .html(let bytes): !bytes.isEmpty
      case .condition(let holds): holds
      }
    }
  }

  private let template: SlottedTemplate

  /// The layout `source`, a file named `file`.
  init(_ source: String, file: String, slots: Set<String>, required: Set<String>, words: Words)
    throws(TemplateFaults)
  {
    template = try SlottedTemplate(
      source, file: file, slots: slots, required: required, words: words, marksSections: false,
      escape: { String(decoding: Self.escaped($0), as: UTF8.self) })
  }

  /// The file with `body` in its place and its other slots filled.
  func filled(with contents: [String: Content], _ body: PageBody) -> [UInt8] {
    var contents = contents
    contents["main"] = .html(body.main)
    contents["aside"] = .html(body.aside)
    return filled(with: contents)
  }

  /// The file with its slots filled.
  func filled(with contents: [String: Content]) -> [UInt8] {
    var out: [UInt8] = []
    for piece in template.skeleton(where: { contents[$0]?.isFilled ?? false }).pieces {
      switch piece {
      case .fixed(let text): out += text.utf8
      case .slot(let name):
        switch contents[name] {
        case .text(let text): out += Self.escaped(text)
        case .html(let bytes): out += bytes
        case .condition, nil: break
        }
      case .opening, .closing: break
      }
    }
    return out
  }

  /// `text` for HTML, between tags or inside a quoted attribute.
  static func escaped(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      case UInt8(ascii: "'"): out += "&#39;".utf8
      default: out.append(byte)
      }
    }
    return out
  }
}
