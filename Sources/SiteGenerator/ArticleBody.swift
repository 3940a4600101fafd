import DossierModel

/// An article's text as Markdown, escaped, with anchors at its quotations and links in it.
struct ArticleBody: Hashable, Sendable {
  /// The Markdown, whole lines.
  let markdown: [UInt8]

  /// The whole `text`, line by line, for the page `path`.
  ///
  /// A blank line stands where the text has one and before each of `paragraphs`. The anchor of a
  /// quotation stands before its first character that is no white space, or before the link that
  /// this character stands inside. `links` may overlap: of two the one that begins first stays, then
  /// the longer; those that go on over a blank line or beyond the text are left out.
  init(
    text: ArticleText, paragraphs: [TextSpan], quotations: [(anchor: String, span: TextSpan)],
    links: [(span: TextSpan, target: SitePath)], on path: SitePath
  ) {
    let bytes = text.bytes
    let lines = Self.lines(of: bytes, paragraphs: paragraphs)
    let links = Self.placed(links, in: bytes, lines: lines)
    let anchors = Self.placed(quotations, in: bytes, links: links)

    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 8 + anchors.count * 24 + links.count * 32)
    var escape = MarkdownEscape()
    var (nextAnchor, nextLink) = (0, 0)
    var openLink: (end: Int, close: [UInt8])?
    for (number, line) in lines.enumerated() {
      if number > 0 { out.append(10) }
      if line.startsParagraph, number > 0 { out.append(10) }
      escape.newLine()
      for i in line.span.range {
        while nextAnchor < anchors.count, anchors[nextAnchor].position <= i {
          out += Array("<a id=\"\(anchors[nextAnchor].anchor)\"></a>".utf8)
          escape.passed()
          nextAnchor += 1
        }
        if nextLink < links.count, links[nextLink].span.start == i {
          MarkdownEscape.guardLink(&out)
          out.append(UInt8(ascii: "["))
          escape.passed()
          let destination = path.link(to: links[nextLink].target)
          openLink = (links[nextLink].span.end, Array("](\(destination))".utf8))
          nextLink += 1
        }
        escape.write(bytes[i], to: &out)
        if let link = openLink, link.end == i + 1 {
          out += link.close
          openLink = nil
        }
      }
    }
    if !out.isEmpty { out.append(10) }
    markdown = out
  }

  /// A line that is not blank, without the white space at its ends.
  private struct Line {
    var span: TextSpan
    /// Whether a blank line stands before it on the page.
    var startsParagraph: Bool
  }

  /// The lines of a text, which end at LF, CR LF or CR.
  private static func lines(of bytes: [UInt8], paragraphs: [TextSpan]) -> [Line] {
    let starts = paragraphs.map(\.start).sorted()
    var nextStart = 0
    var lines: [Line] = []
    var isAfterBlank = true
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
      var after = end + 1
      if end + 1 < bytes.count, bytes[end] == 13, bytes[end + 1] == 10 { after += 1 }
      var span = TextSpan(start, end)
      while span.start < span.end, bytes[span.start].isBlank { span.start += 1 }
      while span.start < span.end, bytes[span.end - 1].isBlank { span.end -= 1 }
      if span.isEmpty {
        isAfterBlank = true
      } else {
        var isStart = false
        while nextStart < starts.count, starts[nextStart] < end {
          isStart = isStart || starts[nextStart] <= span.start
          nextStart += 1
        }
        lines.append(Line(span: span, startsParagraph: isAfterBlank || isStart))
        isAfterBlank = false
      }
      start = after
    }
    return lines
  }

  /// The links that can stand in the text, by place, without white space at their ends.
  private static func placed(
    _ links: [(span: TextSpan, target: SitePath)], in bytes: [UInt8], lines: [Line]
  ) -> [(span: TextSpan, target: SitePath)] {
    var placed: [(span: TextSpan, target: SitePath)] = []
    var line = 0
    for var link in links.sorted(by: { $0.span < $1.span }) {
      guard link.span.start >= 0, link.span.end <= bytes.count else { continue }
      while !link.span.isEmpty, bytes[link.span.start].isBlank { link.span.start += 1 }
      while !link.span.isEmpty, bytes[link.span.end - 1].isBlank { link.span.end -= 1 }
      guard !link.span.isEmpty, link.span.start >= (placed.last?.span.end ?? 0) else { continue }
      while line < lines.count, lines[line].span.end <= link.span.start { line += 1 }
      var last = line
      var isWhole = true
      while last < lines.count, lines[last].span.end < link.span.end {
        last += 1
        isWhole = isWhole && last < lines.count && !lines[last].startsParagraph
      }
      if isWhole { placed.append(link) }
    }
    return placed
  }

  /// The anchors with the bytes before which they stand, by place.
  private static func placed(
    _ quotations: [(anchor: String, span: TextSpan)], in bytes: [UInt8],
    links: [(span: TextSpan, target: SitePath)]
  ) -> [(anchor: String, position: Int)] {
    var anchors: [(anchor: String, position: Int)] = []
    var link = 0
    for quotation in quotations.sorted(by: { $0.span < $1.span }) {
      var position = max(quotation.span.start, 0)
      while position < min(quotation.span.end, bytes.count), bytes[position].isBlank {
        position += 1
      }
      while link < links.count, links[link].span.end <= position { link += 1 }
      if link < links.count, links[link].span.start < position {
        position = links[link].span.start
      }
      // The same words may be given twice, as a quotation and as evidence.
      if anchors.last?.anchor == quotation.anchor { continue }
      anchors.append((quotation.anchor, position))
    }
    return anchors
  }
}
