import CMarkGFM

/// A document as cmark-gfm parses it: the one file that touches the C library.
///
/// A tree belongs to one thread at a time; any number of trees may be parsed at once. Nothing here
/// recurses over the depth of a document.
final class CommonMarkTree {
  /// The longest document: cmark counts bytes in 32 bits, and what it writes is longer.
  static let limit = 256 << 20

  /// What a document is made of.
  enum Kind {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case customBlock, table
    case text, softBreak, lineBreak, code, htmlInline, customInline, emphasis, strong, link, image
  }

  /// The document.
  let root: Node

  /// Parses `source` as CommonMark, tables being the one extension, if wanted.
  ///
  /// Safe mode, no typographic replacement, no automatic links.
  init(_ source: [UInt8], tables: Bool = false) throws(MarkdownError) {
    guard source.count <= Self.limit else { throw .tooLarge }
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
    defer { cmark_parser_free(parser) }
    if tables {
      _ = Self.registered
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"))
    }
    source.withUnsafeBytes { bytes in
      cmark_parser_feed(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let document = cmark_parser_finish(parser) else { throw .tooLarge }
    root = Node(pointer: document)
  }

  deinit { cmark_node_free(root.pointer) }

  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  /// The HTML of the whole document or of one block of it, in safe mode.
  func html(of node: Node? = nil) -> [UInt8] {
    guard let text = cmark_render_html((node ?? root).pointer, CMARK_OPT_DEFAULT, nil) else {
      return []
    }
    defer { cmark_get_default_mem_allocator().pointee.free(text) }
    return Array(UnsafeRawBufferPointer(start: text, count: CString.count(text)))
  }

  /// A piece of a document; it lives as long as its tree.
  struct Node: Hashable {
    fileprivate let pointer: OpaquePointer

    /// What it is.
    var kind: Kind {
      let type = Int(cmark_node_get_type(pointer).rawValue)
      let kinds = type & 0x4000 == 0 ? CommonMarkTree.blocks : CommonMarkTree.inlines
      let index = type & 0x3FFF
      return index < kinds.count ? kinds[index] : .table
    }
    /// The first inside it.
    var firstChild: Node? { cmark_node_first_child(pointer).map(Node.init) }
    /// The next beside it.
    var next: Node? { cmark_node_next(pointer).map(Node.init) }
    /// What it stands in.
    var parent: Node? { cmark_node_parent(pointer).map(Node.init) }
    /// The line on which it starts, from 1.
    var line: Int { Int(cmark_node_get_start_line(pointer)) }

    /// The level of a heading, 1 to 6.
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

    /// The text of text, code and raw HTML.
    var literal: [UInt8] {
      guard let text = cmark_node_get_literal(pointer) else { return [] }
      return Array(UnsafeRawBufferPointer(start: text, count: CString.count(text)))
    }

    /// Where a link or image leads, without escapes.
    var url: [UInt8] {
      get {
        guard let url = cmark_node_get_url(pointer) else { return [] }
        return Array(UnsafeRawBufferPointer(start: url, count: CString.count(url)))
      }
      nonmutating set { CString.with(newValue[...]) { _ = cmark_node_set_url(pointer, $0) } }
    }

    /// Puts `text`, which holds no NUL, in the place of its own.
    func setLiteral(_ text: ArraySlice<UInt8>) {
      CString.with(text) { _ = cmark_node_set_literal(pointer, $0) }
    }

    /// Lets the text inside it outlive it; before, that text may lie in its memory.
    func own() { cmark_node_own(pointer) }
    /// Takes it out of its place; it must be put elsewhere or freed.
    func unlink() { cmark_node_unlink(pointer) }
    /// Takes it out and forgets it and all inside it.
    func remove() { cmark_node_free(pointer) }
    /// Puts `node` last inside it.
    func append(_ node: Node) { cmark_node_append_child(pointer, node.pointer) }
    /// Puts `node` before it.
    func insertBefore(_ node: Node) { cmark_node_insert_before(pointer, node.pointer) }

    /// Puts what is inside it in its place.
    func unwrap() {
      while let child = firstChild {
        child.unlink()
        insertBefore(child)
      }
      remove()
    }

    /// The node after it in the order of the document, inside `root`.
    func following(in root: Node, skippingChildren: Bool = false) -> Node? {
      if !skippingChildren, let child = firstChild { return child }
      var node = self
      while node != root {
        if let next = node.next { return next }
        guard let parent = node.parent else { return nil }
        node = parent
      }
      return nil
    }

    /// A text.
    static func text(_ text: ArraySlice<UInt8>) -> Node? {
      let node = cmark_node_new(CMARK_NODE_TEXT).map(Node.init)
      node?.setLiteral(text)
      return node
    }
    /// A paragraph.
    static func paragraph() -> Node? { cmark_node_new(CMARK_NODE_PARAGRAPH).map(Node.init) }
    /// An element of ours around words: `enter` and `exit` are HTML.
    static func inline(enter: String, exit: String) -> Node? {
      custom(CMARK_NODE_CUSTOM_INLINE, enter: enter, exit: exit)
    }
    /// An element of ours around blocks: `enter` and `exit` are HTML.
    static func block(enter: String, exit: String) -> Node? {
      custom(CMARK_NODE_CUSTOM_BLOCK, enter: enter, exit: exit)
    }

    private static func custom(_ type: cmark_node_type, enter: String, exit: String) -> Node? {
      guard let node = cmark_node_new(type) else { return nil }
      cmark_node_set_on_enter(node, enter)
      cmark_node_set_on_exit(node, exit)
      return Node(pointer: node)
    }
  }

  /// By the low bits of cmark's type, whose bit 14 tells inlines from blocks.
  private static let blocks = table(
    of: [
      (CMARK_NODE_DOCUMENT, .document), (CMARK_NODE_BLOCK_QUOTE, .blockQuote),
      (CMARK_NODE_LIST, .list), (CMARK_NODE_ITEM, .item), (CMARK_NODE_CODE_BLOCK, .codeBlock),
      (CMARK_NODE_HTML_BLOCK, .htmlBlock), (CMARK_NODE_PARAGRAPH, .paragraph),
      (CMARK_NODE_HEADING, .heading), (CMARK_NODE_THEMATIC_BREAK, .thematicBreak),
      (CMARK_NODE_CUSTOM_BLOCK, .customBlock),
    ])
  private static let inlines = table(
    of: [
      (CMARK_NODE_TEXT, .text), (CMARK_NODE_SOFTBREAK, .softBreak),
      (CMARK_NODE_LINEBREAK, .lineBreak), (CMARK_NODE_CODE, .code),
      (CMARK_NODE_HTML_INLINE, .htmlInline), (CMARK_NODE_CUSTOM_INLINE, .customInline),
      (CMARK_NODE_EMPH, .emphasis), (CMARK_NODE_STRONG, .strong), (CMARK_NODE_LINK, .link),
      (CMARK_NODE_IMAGE, .image),
    ])

  private static func table(of kinds: [(cmark_node_type, Kind)]) -> [Kind] {
    var table: [Kind] = []
    for (type, kind) in kinds {
      let index = Int(type.rawValue & 0x3FFF)
      while table.count <= index { table.append(.table) }
      table[index] = kind
    }
    return table
  }

  /// Strings that end at their first NUL.
  private enum CString {
    static func count(_ text: UnsafePointer<CChar>) -> Int {
      var end = text
      while end.pointee != 0 { end += 1 }
      return end - text
    }

    static func with(_ text: ArraySlice<UInt8>, _ body: (UnsafePointer<CChar>) -> Void) {
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + 1) { buffer in
        _ = buffer.update(fromContentsOf: text)
        buffer[text.count] = 0
        if let base = buffer.baseAddress {
          base.withMemoryRebound(to: CChar.self, capacity: text.count + 1) { body($0) }
        }
      }
    }
  }
}
