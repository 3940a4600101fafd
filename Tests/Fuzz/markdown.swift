// The writer of Markdown: any words in any blocks must stand on the page as they are.

import DossierModel
import Markdown

@testable import SiteGenerator

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var source = BlockSource(bytes: bytes(start, count))
  let blocks = source.blocks(depth: 0)
  let path = SitePath("events/x.md")
  let text = MarkdownWriter.write(blocks, on: path)
  guard
    let page = try? Markdown.page(text.bytes, regions: text.regions, headingIDs: text.headingIDs)
  else { return 0 }
  let html = page.main + page.aside
  html.withUnsafeBufferPointer { html in
    let scan = PageScan(html)
    require(scan.inlineCode.isEmpty, "code came to life: \(scan.inlineCode)")
    scan.links.forEach { link in
      let address = String(decoding: link, as: UTF8.self).lowercased()
      require(
        address.hasPrefix("../") || address.hasPrefix("https://") || address.hasPrefix("#")
          || address.hasPrefix("x.html"), "a link leads to \(address)")
    }
  }
  let (shown, meant) = (
    ink(Visible.text(of: html)), ink(blocks.map(plain).joined())
  )
  require(shown == meant, "the page says \(shown), not \(meant)")
  return 0
}

/// Blocks out of bytes: the first of each few decides what the next become.
private struct BlockSource {
  var bytes: [UInt8]
  var i = 0

  mutating func next() -> UInt8 {
    guard i < bytes.count else { return 0 }
    i += 1
    return bytes[i - 1]
  }

  mutating func words() -> String {
    let count = min(Int(next() % 48), bytes.count - i)
    defer { i += count }
    let words = String(decoding: bytes[i..<(i + count)], as: UTF8.self)
    // A word of nothing would leave out what holds it.
    return words.utf8.allSatisfy({ $0 <= 32 }) ? words + "x" : words
  }

  mutating func inlines(depth: Int) -> [Inline] {
    (0...Int(next() % 4)).map { _ in
      switch next() % (depth > 2 ? 2 : 7) {
      case 0, 1: .text(words())
      case 2: .emphasis(inlines(depth: depth + 1))
      case 3: .strong(inlines(depth: depth + 1))
      case 4: .code(words())
      case 5: .link(words(), to: .page(.actor(Actor.ID("a")), anchor: next() % 2 == 0 ? "x" : nil))
      default: .link(words(), to: .external("https://example.org/" + words()))
      }
    }
  }

  mutating func blocks(depth: Int) -> [Block] {
    (0...Int(next() % 3)).map { _ in
      switch next() % (depth > 2 ? 2 : 7) {
      case 0, 1: .paragraph(inlines(depth: 0))
      case 2: .heading(Int(next() % 6) + 1, inlines(depth: 0))
      case 3:
        .list(
          (0...Int(next() % 3)).map { _ in blocks(depth: depth + 1) }, numbered: next() % 2 == 0)
      case 4: .quote(blocks(depth: depth + 1))
      case 5: .table(header: [inlines(depth: 1), inlines(depth: 1)], rows: [[inlines(depth: 1)]])
      default: .paragraph(words())
      }
    }
  }
}

/// What a block says.
private func plain(_ block: Block) -> String {
  func plain(_ inlines: [Inline]) -> String { inlines.map(\.plain).joined() }
  switch block {
  case .heading(_, let inlines, _), .paragraph(let inlines): return plain(inlines)
  case .list(let items, _): return items.flatMap { $0 }.map { fuzzPlain($0) }.joined()
  case .quote(let blocks): return blocks.map { fuzzPlain($0) }.joined()
  case .table(let header, let rows):
    return (header + rows.flatMap { $0 }).map(plain).joined()
  default: return ""
  }
}
private func fuzzPlain(_ block: Block) -> String { plain(block) }

/// Everything but white space, which Markdown collapses, and NUL, which it replaces.
private func ink(_ text: String) -> [UInt8] {
  Array(text.replacing("\u{0}", with: "\u{FFFD}").utf8.filter { $0 > 32 })
}

/// What a reader sees of HTML.
private enum Visible {
  static func text(of html: [UInt8]) -> String {
    var out: [UInt8] = []
    var i = 0
    let entities = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\""]
    while i < html.count {
      if html[i] == UInt8(ascii: "<") {
        while i < html.count, html[i] != UInt8(ascii: ">") { i += 1 }
        i += 1
        continue
      }
      if html[i] == UInt8(ascii: "&"),
        let entity = entities.first(where: { html[i...].starts(with: $0.key.utf8) })
      {
        out += entity.value.utf8
        i += entity.key.utf8.count
        continue
      }
      out.append(html[i])
      i += 1
    }
    return String(decoding: out, as: UTF8.self)
  }
}
