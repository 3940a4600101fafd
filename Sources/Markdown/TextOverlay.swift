// How quotations are laid over cmark's tree.
//
// 1. The blocks of the article's text move into one element `data-text`.
// 2. Their text nodes are read against the source, white space apart: every other byte must follow
//    in order, which proves that the page holds the text. Nodes are cut where a mark starts or ends.
// 3. In each paragraph the pieces move into marks. A stack of open marks, ordered by start and then
//    the longer first, is popped to what it shares with the marks over the next piece. A link that a
//    mark covers wholly stands inside the mark; one covered in part holds marks of its own.
//
// Anchors are for readers of the Markdown and are left out: the marks have the ids.

extension TextOverlay {
  /// Moves the text's blocks into their element and marks the quotations in them.
  ///
  /// Returns the ids of the anchors that stood there.
  func lay(
    over blocks: inout [(node: CommonMarkTree.Node, line: Int)]
  ) throws(MarkdownError) -> [String] {
    var layer = OverlayLayer(overlay: self)
    try layer.checkBounds()
    let covered = blocks.filter { lines.contains($0.line) }
    guard let first = covered.first,
      let element = CommonMarkTree.Node.block(
        enter: HTML.tag("div", [("class", "text"), ("data-text", article), ("lang", language)]),
        exit: HTML.endTag("div"))
    else {
      try layer.finish()
      return []
    }
    first.node.insertBefore(element)
    for (node, _) in covered {
      guard node.kind == .paragraph else { throw layer.altered }
      node.unlink()
      element.append(node)
      try layer.mark(paragraph: node)
    }
    try layer.finish()
    let at = blocks.firstIndex { $0.line == first.line } ?? 0
    blocks.removeAll { lines.contains($0.line) }
    blocks.insert((element, first.line), at: at)
    return layer.anchors
  }
}

/// Reads the text on the page against its source and marks the quotations.
private struct OverlayLayer {
  /// The anchors that were left out.
  private(set) var anchors: [String] = []

  private let article: String
  private let source: [UInt8]
  /// The marks from first to last byte that is no white space, by start, the longer first.
  private let marks: [PlacedMark]
  /// Where marks begin and where they end, each once and in order.
  private let firsts: [Int]
  private let lasts: [Int]

  /// A mark from its first to its last byte that is no white space.
  private struct PlacedMark {
    var mark: TextOverlay.Mark
    var first: Int
    var last: Int
  }

  /// The byte of the source that comes next.
  private var cursor = 0
  /// The last byte that was read and was no white space.
  private var lastRead = -1
  /// Whether white space stood on the page since then.
  private var isApart = true
  private var nextFirst = 0
  private var nextLast = 0

  /// The marks that have begun and not ended, and the next to begin.
  private var active: [Int] = []
  private var nextMark = 0
  private var hasID: [Bool]

  init(overlay: TextOverlay) {
    (article, source) = (overlay.article, overlay.text)
    let text = source
    // Words that are a quotation and evidence are marked once, as the quotation.
    var seen = Set(overlay.marks.lazy.filter { $0.quotation != nil }.map(\.anchor))
    let distinct = overlay.marks.filter { $0.quotation != nil || seen.insert($0.anchor).inserted }
    let placed = distinct.map { mark -> PlacedMark in
      var (first, last) = (max(mark.span.lowerBound, 0), min(mark.span.upperBound, text.count) - 1)
      while first < last, text[first].isBlank { first += 1 }
      while last > first, text[last].isBlank { last -= 1 }
      return PlacedMark(mark: mark, first: first, last: last)
    }
    marks = placed.sorted { a, b in
      if a.first != b.first { return a.first < b.first }
      return a.last != b.last ? a.last > b.last : a.mark.anchor < b.mark.anchor
    }
    firsts = marks.map(\.first)
    lasts = marks.map(\.last).sorted()
    hasID = Array(repeating: false, count: marks.count)
  }

  /// What is thrown when the page and the source part.
  var altered: MarkdownError { .altered(article: article, offset: cursor) }

  /// Checks that no mark begins or ends inside a character.
  func checkBounds() throws(MarkdownError) {
    for mark in marks {
      guard mark.first <= mark.last, mark.last < source.count, source[mark.first] & 0xC0 != 0x80,
        mark.last + 1 == source.count || source[mark.last + 1] & 0xC0 != 0x80
      else { throw .altered(article: article, offset: mark.first) }
    }
  }

  /// Checks that all was read and all was marked.
  mutating func finish() throws(MarkdownError) {
    skipBlanks()
    guard cursor == source.count else { throw altered }
    for (i, mark) in marks.enumerated() where !hasID[i] {
      throw .altered(article: article, offset: mark.first)
    }
  }

  private mutating func skipBlanks() {
    while cursor < source.count, source[cursor].isBlank { cursor += 1 }
  }

  // MARK: Reading and cutting

  /// A piece of a paragraph, and the bytes of the source from the first to the last that it shows;
  /// white space shows none.
  private struct Piece {
    var node: CommonMarkTree.Node
    var ink: (first: Int, last: Int)?
    /// What is inside, if it is a link.
    var children: [Piece] = []
  }

  /// The pieces of `container`, taken out of it.
  private mutating func pieces(
    of container: CommonMarkTree.Node, isLink: Bool
  ) throws(MarkdownError) -> [Piece] {
    var pieces: [Piece] = []
    while let node = container.firstChild {
      node.unlink()
      switch node.kind {
      case .text: cut(node, into: &pieces)
      case .softBreak:
        isApart = true
        pieces.append(Piece(node: node))
      case .link where !isLink:
        let children = try self.pieces(of: node, isLink: true)
        var ink: (first: Int, last: Int)?
        for child in children.compactMap(\.ink) { ink = (ink?.first ?? child.first, child.last) }
        pieces.append(Piece(node: node, ink: ink, children: children))
      case .htmlInline where !isLink:
        guard let id = HTML.anchor(node.literal), let end = container.firstChild, end.isAnchorEnd
        else { throw altered }
        end.unlink()
        anchors.append(id)
      default: throw altered
      }
      guard cursor >= 0 else {
        cursor = lastRead + 1
        throw altered
      }
    }
    return pieces
  }

  /// Reads a text node against the source and cuts it where marks start and end.
  ///
  /// Sets `cursor` below zero where the two part.
  private mutating func cut(_ node: CommonMarkTree.Node, into pieces: inout [Piece]) {
    let text = node.literal
    var cuts: [(end: Int, ink: (first: Int, last: Int)?)] = []
    var ink: (first: Int, last: Int)?
    for (i, byte) in text.enumerated() {
      if byte.isBlank {
        isApart = true
        continue
      }
      let before = cursor
      skipBlanks()
      guard cursor < source.count, source[cursor] == byte,
        isApart == (cursor > before || cursor == 0)
      else {
        cursor = -1
        return
      }
      isApart = false
      var isStart = false
      while nextFirst < firsts.count, firsts[nextFirst] <= cursor {
        isStart = isStart || firsts[nextFirst] == cursor
        nextFirst += 1
      }
      if isStart, i > (cuts.last?.end ?? 0) {
        cuts.append((i, ink))
        ink = nil
      }
      ink = (ink?.first ?? cursor, cursor)
      var isEnd = false
      while nextLast < lasts.count, lasts[nextLast] <= cursor {
        isEnd = isEnd || lasts[nextLast] == cursor
        nextLast += 1
      }
      if isEnd {
        cuts.append((i + 1, ink))
        ink = nil
      }
      lastRead = cursor
      cursor += 1
    }
    if cuts.last?.end ?? 0 < text.count { cuts.append((text.count, ink)) }
    var start = 0
    for (k, cut) in cuts.enumerated() {
      if k == cuts.count - 1 {
        if start > 0 { node.setLiteral(UnsafeBufferPointer(rebasing: text[start...])) }
        pieces.append(Piece(node: node, ink: cut.ink))
      } else if let piece = CommonMarkTree.Node.text(
        UnsafeBufferPointer(rebasing: text[start..<cut.end]))
      {
        pieces.append(Piece(node: piece, ink: cut.ink))
      }
      start = cut.end
    }
  }

  // MARK: Marking

  /// Marks the quotations in `paragraph`.
  mutating func mark(paragraph: CommonMarkTree.Node) throws(MarkdownError) {
    isApart = true
    let pieces = try pieces(of: paragraph, isLink: false)
    isApart = true
    fill(paragraph, with: pieces, inside: [])
  }

  /// Puts `pieces` into `container`, inside the marks over them.
  ///
  /// Marks that are open `outside` are left out. Returns the marks that ended in a link and wait for
  /// their notes.
  @discardableResult
  private mutating func fill(
    _ container: CommonMarkTree.Node, with pieces: [Piece], inside outside: [Int],
    isLink: Bool = false
  ) -> [Int] {
    var open: [(mark: Int, node: CommonMarkTree.Node)] = []
    var ended: [Int] = []
    func place(_ node: CommonMarkTree.Node) { (open.last?.node ?? container).append(node) }
    for (i, piece) in pieces.enumerated() {
      var over: [Int]
      if let ink = piece.ink {
        begin(upTo: ink.first)
        over = active.filter { marks[$0].last >= ink.last && !outside.contains($0) }
      } else {
        // White space belongs to the marks that go on after it.
        let next = pieces[(i + 1)...].lazy.compactMap(\.ink).first
        over = next.map { next in open.map(\.mark).filter { marks[$0].last >= next.first } } ?? []
      }
      var common = 0
      while common < open.count, common < over.count, open[common].mark == over[common] {
        common += 1
      }
      open.removeSubrange(common...)
      for index in over[common...] {
        guard let node = element(of: marks[index].mark, isFirst: !hasID[index]) else { continue }
        hasID[index] = true
        place(node)
        open.append((index, node))
      }
      place(piece.node)
      var notes: [Int] = []
      if !piece.children.isEmpty {
        notes = fill(piece.node, with: piece.children, inside: outside + over, isLink: true)
      }
      guard let ink = piece.ink else { continue }
      notes += active.filter { marks[$0].last <= ink.last && !notes.contains($0) }
      active.removeAll { marks[$0].last <= ink.last }
      if isLink {
        // A note is a link, and links do not nest: it follows this one.
        ended += notes
        continue
      }
      for index in notes {
        if let at = open.firstIndex(where: { $0.mark == index }) { open.removeSubrange(at...) }
      }
      for index in notes {
        if let note = marks[index].mark.note.flatMap(Self.element) { place(note) }
      }
    }
    return ended
  }

  /// Adds the marks that begin at `position` or before to the active ones.
  private mutating func begin(upTo position: Int) {
    while nextMark < marks.count, marks[nextMark].first <= position {
      active.append(nextMark)
      nextMark += 1
    }
  }

  /// The element around words of a quotation or of another passage; the first of it has the id.
  private func element(of mark: TextOverlay.Mark, isFirst: Bool) -> CommonMarkTree.Node? {
    let id = isFirst ? mark.anchor : nil
    guard let quotation = mark.quotation else {
      return .inline(
        enter: HTML.tag("span", [("id", id), ("class", "passage")]), exit: HTML.endTag("span"))
    }
    return .inline(
      enter: HTML.tag(
        "mark", [("id", id), ("class", mark.className), ("data-quotation", quotation)]),
      exit: HTML.endTag("mark"))
  }

  private static func element(_ note: TextOverlay.Note) -> CommonMarkTree.Node? {
    var target: String? = note.target
    var bytes = note.target
    switch bytes.withUTF8({ HTML.destination(of: $0) }) {
    case .same: break
    case .other(let destination): target = String(decoding: destination, as: UTF8.self)
    case .forbidden: target = nil
    }
    var html = HTML.tag("a", [("href", target), ("aria-label", note.label)])
    html.removeLast()
    html += " data-apparatus>".utf8
    HTML.escape(note.sign, to: &html)
    html += HTML.endTag("a")
    return .inline(enter: html, exit: [])
  }
}

extension UInt8 {
  /// Whether it is ASCII white space: what cmark drops at the ends of lines.
  fileprivate var isBlank: Bool { self == 32 || (9...13).contains(self) }
}
