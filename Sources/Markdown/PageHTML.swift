extension Markdown {
  /// What cmark-gfm makes of a page's Markdown.
  public struct RenderedPage: Sendable {
    /// The HTML of everything but the regions beside it.
    public var main: [UInt8] = []
    /// The HTML of the `aside` regions of the top level.
    public var aside: [UInt8] = []
    /// Where the links and images of the Markdown lead, as written there.
    public var links = ByteStrings()
    /// The ids of the anchors in the Markdown.
    public var anchors: [String] = []
  }

  /// The HTML of a page of ours, in cmark's safe mode with tables.
  ///
  /// - Relative links to `.md` lead to `.html`; links of another scheme than http, https and mailto
  ///   become words, and so do images from elsewhere.
  /// - Raw HTML is shown as text, but for the anchors `<a id="cS-E"></a>`.
  /// - Strong stress that begins with one of five shapes becomes a chip.
  /// - Regions and ids of headings are set; the text of `overlay` stands in an element `data-text`
  ///   with its quotations marked.
  /// - A region that names one of `figures`, which are HTML, begins or ends with it.
  ///
  /// Throws `MarkdownError.altered` if the article's text is not the same on the page.
  public static func page(
    _ source: [UInt8], regions: [Region] = [], headingIDs: [HeadingID] = [],
    overlay: TextOverlay? = nil, figures: [String: [UInt8]] = [:]
  ) throws(MarkdownError) -> RenderedPage {
    try CommonMarkTree.withPage(source) { tree throws(MarkdownError) in
      var page = RenderedPage()
      var blocks: [(node: CommonMarkTree.Node, line: Int)] = []
      var child = tree.root.firstChild
      while let node = child {
        blocks.append((node, node.line))
        child = node.next
      }
      if let overlay {
        page.anchors += try overlay.lay(over: &blocks)
      }
      let asides = wrap(blocks, in: regions, figures)
      translate(tree.root, headingIDs: headingIDs, into: &page)
      for aside in asides {
        page.aside += tree.html(of: aside)
        aside.unlink()
      }
      page.main = tree.html()
      return page
    }
  }

  /// Wraps the blocks of the top level in their regions; returns the asides among the outermost.
  private static func wrap(
    _ blocks: [(node: CommonMarkTree.Node, line: Int)], in regions: [Region],
    _ figures: [String: [UInt8]]
  ) -> [CommonMarkTree.Node] {
    // Of regions with the same lines the one that was written later holds the other.
    let order = regions.indices.sorted { a, b in
      let (x, y) = (regions[a].lines, regions[b].lines)
      if x.lowerBound != y.lowerBound { return x.lowerBound < y.lowerBound }
      return x.upperBound != y.upperBound ? x.upperBound > y.upperBound : a > b
    }
    var asides: [CommonMarkTree.Node] = []
    var open: [(end: Int, node: CommonMarkTree.Node)] = []
    var next = 0
    for (node, line) in blocks {
      while let last = open.last, last.end <= line { open.removeLast() }
      while next < order.count, regions[order[next]].lines.lowerBound <= line {
        let region = regions[order[next]]
        next += 1
        let figure = region.figure.flatMap { figures[$0] } ?? []
        let end = HTML.endTag(region.tag.rawValue)
        guard region.lines.upperBound > line,
          let block = CommonMarkTree.Node.block(
            enter: HTML.tag(
              region.tag.rawValue,
              [("class", region.className), ("id", region.id), ("aria-label", region.label)]),
            exit: region.figureFollows ? figure + end : end)
        else { continue }
        if let outer = open.last {
          outer.node.append(block)
        } else {
          node.insertBefore(block)
          if region.tag == .aside { asides.append(block) }
        }
        if !figure.isEmpty, !region.figureFollows,
          let picture = CommonMarkTree.Node.block(enter: figure, exit: [])
        {
          block.append(picture)
        }
        open.append((min(region.lines.upperBound, open.last?.end ?? .max), block))
      }
      if let inner = open.last {
        node.unlink()
        inner.node.append(node)
      }
    }
    return asides
  }

  /// Turns what Markdown cannot say, or must not, into what the page shows.
  private static func translate(
    _ root: CommonMarkTree.Node, headingIDs: [HeadingID], into page: inout RenderedPage
  ) {
    let ids = Dictionary(headingIDs.map { ($0.line, $0.id) }) { first, _ in first }
    var cursor = root.following(in: root)
    while let node = cursor {
      cursor = node.following(in: root)
      switch node.kind {
      case .link:
        let url = node.url
        page.links.append(url)
        switch HTML.destination(of: url) {
        case .same: break
        case .other(let destination): node.setURL(destination)
        case .forbidden:
          cursor = node.firstChild ?? node.following(in: root, skippingChildren: true)
          node.unwrap()
        }
      case .image:
        let url = node.url
        if HTML.isRelative(url) {
          page.links.append(url)
        } else {
          cursor = node.firstChild ?? node.following(in: root, skippingChildren: true)
          node.unwrap()
        }
      case .htmlInline:
        let literal = node.literal
        if let id = HTML.anchor(literal), let close = node.next, close.isAnchorEnd {
          cursor = close.following(in: root)
          page.anchors.append(id)
          close.unlink()
          replace(node, by: .inline(enter: Array("<a id=\"\(id)\"></a>".utf8), exit: []))
        } else {
          replace(node, by: .text(literal))
        }
      case .htmlBlock:
        let paragraph = CommonMarkTree.Node.paragraph()
        if let text = CommonMarkTree.Node.text(node.literal) { paragraph?.append(text) }
        replace(node, by: paragraph)
      case .strong: chip(node)
      case .heading:
        guard let id = ids[node.line] else { continue }
        let name = "h\(node.headingLevel)"
        let block = CommonMarkTree.Node.block(
          enter: HTML.tag(name, [("id", id)]), exit: HTML.endTag(name))
        while let child = node.firstChild {
          child.unlink()
          block?.append(child)
        }
        replace(node, by: block)
        cursor = block?.following(in: root)
      default: break
      }
    }
  }

  private static func replace(_ node: CommonMarkTree.Node, by other: CommonMarkTree.Node?) {
    if let other { node.insertBefore(other) }
    node.unlink()
  }

  /// The shapes before the words of a chip, and its class.
  private static let chips: [(sign: [UInt8], className: String)] = [
    (Array("● ".utf8), "stated"), (Array("◐ ".utf8), "alleged"), (Array("◆ ".utf8), "contested"),
    (Array("✎ ".utf8), "editor"), (Array("○ ".utf8), "open"),
  ]

  /// Makes a chip of strong stress that begins with a shape.
  private static func chip(_ strong: CommonMarkTree.Node) {
    guard let first = strong.firstChild, first.kind == .text else { return }
    let words = first.literal
    guard let chip = chips.first(where: { words.starts(with: $0.sign) }),
      let span = CommonMarkTree.Node.inline(
        enter: HTML.tag("span", [("class", "chip \(chip.className)")]), exit: HTML.endTag("span"))
    else { return }
    strong.insertBefore(span)
    // cmark lets no element of ours into the cell of a table, but into strong stress in it.
    let isInPlace = span.parent != nil
    first.setLiteral(UnsafeBufferPointer(rebasing: words[chip.sign.count...]))
    while let child = strong.firstChild {
      child.unlink()
      span.append(child)
    }
    if isInPlace { strong.unlink() } else { strong.append(span) }
  }
}

extension CommonMarkTree.Node {
  /// Whether it is the raw `</a>` that ends an anchor of ours.
  var isAnchorEnd: Bool { kind == .htmlInline && literal.elementsEqual("</a>".utf8) }
}

/// The little HTML that is written by hand.
enum HTML {
  /// A start tag with those attributes that have a value.
  static func tag(_ name: String, _ attributes: [(StaticString, String?)]) -> [UInt8] {
    var tag: [UInt8] = [UInt8(ascii: "<")]
    tag.reserveCapacity(128)
    tag += name.utf8
    for case (let key, let value?) in attributes where !value.isEmpty {
      tag.append(32)
      key.withUTF8Buffer { tag += $0 }
      tag += [UInt8(ascii: "="), UInt8(ascii: "\"")]
      escape(value, to: &tag)
      tag.append(UInt8(ascii: "\""))
    }
    tag.append(UInt8(ascii: ">"))
    return tag
  }

  /// The end tag of that name.
  static func endTag(_ name: String) -> [UInt8] {
    [UInt8(ascii: "<"), UInt8(ascii: "/")] + name.utf8 + [UInt8(ascii: ">")]
  }

  /// Adds `text` as it stands between tags and in quoted attributes.
  static func escape(_ text: String, to out: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      default: out.append(byte)
      }
    }
  }

  /// The id in `<a id="c<start>-<end>">`, if `literal` is exactly that.
  static func anchor(_ literal: UnsafeBufferPointer<UInt8>) -> String? {
    let (open, close) = ("<a id=\"c".utf8, "\">".utf8)
    guard literal.starts(with: open), literal.suffix(2).elementsEqual(close),
      literal.count > open.count + close.count
    else { return nil }
    let parts = literal[open.count..<literal.count - close.count]
      .split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isNumber = { (part: Slice<UnsafeBufferPointer<UInt8>>) in
      !part.isEmpty && part.allSatisfy { (48...57).contains($0) }
    }
    guard parts.count == 2, parts.allSatisfy(isNumber) else { return nil }
    return String(
      decoding: literal[(open.count - 1)..<(literal.count - close.count)], as: UTF8.self)
  }

  /// Where a link of the Markdown leads in the HTML.
  enum Destination: Equatable {
    /// To where it leads there.
    case same
    /// To the HTML beside the Markdown.
    case other([UInt8])
    /// Nowhere: its scheme is not allowed.
    case forbidden
  }

  /// Where a link to `url` of the Markdown leads in the HTML.
  static func destination(of url: UnsafeBufferPointer<UInt8>) -> Destination {
    guard !url.contains(where: { $0 < 32 || $0 == 127 }) else { return .forbidden }
    if isRelative(url) {
      let end = url.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? url.count
      guard end >= 3, url[end - 3] == UInt8(ascii: "."), url[end - 2] == UInt8(ascii: "m"),
        url[end - 1] == UInt8(ascii: "d")
      else { return .same }
      var destination: [UInt8] = []
      destination.reserveCapacity(url.count + 2)
      destination += url[..<(end - 2)]
      destination += "html".utf8
      destination += url[end...]
      return .other(destination)
    }
    let scheme = url.prefix { $0 != UInt8(ascii: ":") }
    let name = String(decoding: scheme, as: UTF8.self).lowercased()
    let isAllowed = ["http", "https", "mailto"].contains(name) && scheme.count < url.count
    return isAllowed ? .same : .forbidden
  }

  /// Whether `url` has neither a scheme nor a host.
  static func isRelative(_ url: UnsafeBufferPointer<UInt8>) -> Bool {
    if url.first == UInt8(ascii: "/") || url.first == UInt8(ascii: "\\") { return false }
    for byte in url {
      switch byte {
      case UInt8(ascii: ":"): return false
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return true
      default: break
      }
    }
    return true
  }
}
