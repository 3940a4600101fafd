/// CommonMark as cmark-gfm understands it: articles are read with it, pages written.
public enum Markdown {
  /// How many bytes the addresses of reference links may become in memory.
  ///
  /// cmark copies an address to each of its links, so that a small file can fill the memory.
  static let expansionLimit = 256 << 20

  /// The words of a Markdown article, UTF-8, without its front matter.
  ///
  /// These are the literals of text, code and raw HTML in order, a line break for soft and hard
  /// breaks, an empty line between blocks, and no markers. Extensions are off: a table is a
  /// paragraph of its lines. Throws `MarkdownError` if the source is too large, or small but made to
  /// grow.
  public static func plainText(of source: [UInt8]) throws(MarkdownError) -> [UInt8] {
    guard expansion(of: source) <= expansionLimit, searches(in: source) <= searchLimit else {
      throw .growing
    }
    return try CommonMarkTree.withArticle(source) { tree in words(of: tree, capacity: source.count) }
  }

  private static func words(of tree: CommonMarkTree, capacity: Int) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(capacity)
    var isNewBlock = false
    func write(_ literal: some Collection<UInt8>) {
      guard !literal.isEmpty else { return }
      if isNewBlock, !out.isEmpty { out += [10, 10] }
      isNewBlock = false
      out += literal
    }
    var node = tree.root
    while let current = node.following(in: tree.root) {
      switch current.kind {
      case .paragraph, .heading: isNewBlock = true
      case .codeBlock, .htmlBlock:
        isNewBlock = true
        let literal = current.literal
        let last = literal.lastIndex { $0 != 10 && $0 != 13 }
        write(literal[..<(last.map { $0 + 1 } ?? 0)])
        isNewBlock = true
      case .text, .code, .htmlInline: write(current.literal)
      case .softBreak, .lineBreak: write([10])
      default: break
      }
      node = current
    }
    return out
  }

  /// How many bytes cmark may read in search of the ends of instructions and declarations.
  ///
  /// It looks for each of them to the end of its paragraph: about a second.
  static let searchLimit = 4_000_000_000

  /// The most bytes that are read in search of `?>`, `>` and `]]>`.
  private static func searches(in source: [UInt8]) -> Int {
    var openings = 0
    for i in source.indices.dropLast() where source[i] == UInt8(ascii: "<") {
      let next = source[i + 1]
      if next == UInt8(ascii: "?") || next == UInt8(ascii: "!") { openings += 1 }
    }
    return openings * source.count
  }

  /// The most bytes that the addresses and titles of reference links can become: the longest
  /// definition, times the links that there may be.
  static func expansion(of source: [UInt8]) -> Int {
    let isBlank = { @Sendable (byte: UInt8) in byte == 32 || (9...13).contains(byte) }
    var word = Search { !isBlank($0) }
    // Addresses in angle brackets reach to the end of their line at most, others to a blank.
    var bare = DefinitionEnd { isBlank($0) }
    var bracketed = DefinitionEnd { $0 == 10 || $0 == 13 }
    var (longest, closings) = (0, 0)
    for i in source.indices where source[i] == UInt8(ascii: "]") {
      closings += 1
      guard i + 1 < source.count, source[i + 1] == UInt8(ascii: ":") else { continue }
      let address = word.first(in: source, from: i + 2)
      guard address < source.count else { continue }
      let end =
        source[address] == UInt8(ascii: "<")
        ? bracketed.find(in: source, from: address) : bare.find(in: source, from: address)
      longest = max(longest, end - address)
    }
    return longest * closings
  }

  /// Where definitions end, with their titles.
  private struct DefinitionEnd {
    private var address: Search
    private var word = Search { $0 != 32 && !(9...13).contains($0) }
    private var titles: [(open: UInt8, close: Search)] = [
      (UInt8(ascii: "\""), Search { $0 == UInt8(ascii: "\"") }),
      (UInt8(ascii: "'"), Search { $0 == UInt8(ascii: "'") }),
      (UInt8(ascii: "("), Search { $0 == UInt8(ascii: ")") }),
    ]

    init(address isEnd: @escaping (UInt8) -> Bool) { address = Search(isEnd) }

    mutating func find(in source: [UInt8], from start: Int) -> Int {
      let end = address.first(in: source, from: start)
      let title = word.first(in: source, from: end)
      guard title < source.count,
        let kind = titles.firstIndex(where: { $0.open == source[title] })
      else { return end }
      return titles[kind].close.first(in: source, from: title + 1)
    }
  }

  /// The next byte of some sort, asked for from places that only move on: each byte is read once.
  private struct Search {
    private let matches: (UInt8) -> Bool
    private var (start, found) = (0, -1)

    init(_ matches: @escaping (UInt8) -> Bool) { self.matches = matches }

    mutating func first(in source: [UInt8], from start: Int) -> Int {
      if self.start <= start, start <= found { return found }
      var i = start
      while i < source.count, !matches(source[i]) { i += 1 }
      (self.start, found) = (start, i)
      return i
    }
  }
}

/// Why Markdown was refused.
public enum MarkdownError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It has more bytes than can be read.
  case tooLarge
  /// It is made to take memory or time beyond all measure when it is read.
  case growing
  /// What became of an article's text on its page is not that text, from this byte on.
  case altered(article: String, offset: Int)

  /// What is wrong, in English.
  public var description: String {
    switch self {
    case .tooLarge: "the Markdown has more than \(CommonMarkTree.limit >> 20) MB"
    case .growing:
      "the Markdown is made to take memory or time beyond all measure (reference links, <? or <!)"
    case .altered(let article, let offset):
      "the text of \(article) is not the same on its page, from byte \(offset) on"
    }
  }
}
