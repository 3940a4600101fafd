import CMarkGFM
import CSystem
import Glibc

/// A document as cmark-gfm parses it: the one file that touches the C library.
///
/// A tree belongs to one thread; any number of trees may be parsed at once. Nothing here recurses over
/// the depth of a document.
struct CommonMarkTree {
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

  private let memory: UnsafeMutablePointer<cmark_mem>

  /// What `body` makes of an article's Markdown, `source`; the tree is gone afterwards.
  ///
  /// Safe mode, no extension, no typographic replacement, no automatic links.
  static func withArticle<Result>(
    _ source: [UInt8], _ body: (CommonMarkTree) throws(MarkdownError) -> Result
  ) throws(MarkdownError) -> Result {
    let tree = try CommonMarkTree(source, cmark_get_default_mem_allocator(), tables: false)
    defer { cmark_node_free(tree.root.pointer) }
    return try body(tree)
  }

  /// What `body` makes of a page of ours, `source`, which may have tables; the tree is gone
  /// afterwards.
  ///
  /// A page is small and nothing in it makes cmark grow, so that all its nodes stand one behind the
  /// other in memory that is given back at once: that is a third of the time.
  static func withPage<Result>(
    _ source: [UInt8], _ body: (CommonMarkTree) throws(MarkdownError) -> Result
  ) throws(MarkdownError) -> Result {
    csystem_arena_begin()
    defer { csystem_arena_end() }
    return try body(CommonMarkTree(source, arena, tables: true))
  }

  private init(
    _ source: [UInt8], _ memory: UnsafeMutablePointer<cmark_mem>, tables: Bool
  ) throws(MarkdownError) {
    guard source.count <= Self.limit else { throw .tooLarge }
    let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory)
    defer { cmark_parser_free(parser) }
    if tables {
      _ = Self.registered
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"))
    }
    source.withUnsafeBytes { bytes in
      cmark_parser_feed(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard let document = cmark_parser_finish(parser) else { throw .tooLarge }
    (root, self.memory) = (Node(pointer: document), memory)
  }

  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  /// The memory of pages; it is never written again.
  nonisolated(unsafe) private static let arena: UnsafeMutablePointer<cmark_mem> = {
    let memory = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    memory.initialize(
      to: cmark_mem(
        calloc: csystem_arena_calloc, realloc: csystem_arena_realloc, free: csystem_arena_free))
    return memory
  }()

  /// The HTML of the whole document or of one block of it, in safe mode.
  func html(of node: Node? = nil) -> [UInt8] {
    guard
      let text = cmark_render_html_with_mem(
        (node ?? root).pointer, CMARK_OPT_DEFAULT, nil, memory)
    else { return [] }
    defer { memory.pointee.free(text) }
    return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
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

    /// The text of text, code and raw HTML; it lives as long as the tree.
    var literal: UnsafeBufferPointer<UInt8> { CString.bytes(cmark_node_get_literal(pointer)) }

    /// Where a link or image leads, without escapes; it lives as long as the tree.
    var url: UnsafeBufferPointer<UInt8> { CString.bytes(cmark_node_get_url(pointer)) }

    /// Lets a link or image lead to `url`, which holds no NUL.
    func setURL(_ url: [UInt8]) {
      url.withUnsafeBufferPointer { CString.with($0) { _ = cmark_node_set_url(pointer, $0) } }
    }

    /// Puts `text`, which holds no NUL, in the place of its own.
    func setLiteral(_ text: UnsafeBufferPointer<UInt8>) {
      CString.with(text) { _ = cmark_node_set_literal(pointer, $0) }
    }

    /// Takes it out of its place.
    func unlink() { cmark_node_unlink(pointer) }
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
      unlink()
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

    /// A text of a page.
    static func text(_ text: UnsafeBufferPointer<UInt8>) -> Node? {
      let node = new(CMARK_NODE_TEXT)
      node?.setLiteral(text)
      return node
    }
    /// A paragraph of a page.
    static func paragraph() -> Node? { new(CMARK_NODE_PARAGRAPH) }
    /// An element of ours around words of a page: `enter` and `exit` are HTML.
    static func inline(enter: [UInt8], exit: [UInt8]) -> Node? {
      custom(CMARK_NODE_CUSTOM_INLINE, enter: enter, exit: exit)
    }
    /// An element of ours around blocks of a page: `enter` and `exit` are HTML.
    static func block(enter: [UInt8], exit: [UInt8]) -> Node? {
      custom(CMARK_NODE_CUSTOM_BLOCK, enter: enter, exit: exit)
    }

    private static func new(_ type: cmark_node_type) -> Node? {
      cmark_node_new_with_mem(type, CommonMarkTree.arena).map(Node.init)
    }

    private static func custom(_ type: cmark_node_type, enter: [UInt8], exit: [UInt8]) -> Node? {
      guard let node = new(type) else { return nil }
      enter.withUnsafeBufferPointer { bytes in
        CString.with(bytes) { _ = cmark_node_set_on_enter(node.pointer, $0) }
      }
      exit.withUnsafeBufferPointer { bytes in
        CString.with(bytes) { _ = cmark_node_set_on_exit(node.pointer, $0) }
      }
      return node
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
    static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
      guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
      let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
      return UnsafeBufferPointer(start: bytes, count: strlen(text))
    }

    static func with(
      _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafePointer<CChar>) -> Void
    ) {
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
