/// The working memory for reading one text: what is taken from it lives as long as it does.
///
/// Only the reader of that text takes from it.
final class TextMemory: @unchecked Sendable {
  /// Where the next bytes are taken from.
  fileprivate struct Blocks {
    var all: [UnsafeMutableRawPointer] = []
    var next = 0
    var end = 0

    /// The bytes of the first block, enough for a page of text; each further block is twice as large
    /// as the one before.
    static let first = 1 << 15

    /// Room for `count` elements, not initialized.
    mutating func room<Element>(
      for count: Int, of _: Element.Type
    ) -> UnsafeMutablePointer<Element> {
      let bytes = count * MemoryLayout<Element>.stride
      next = (next + 15) & ~15
      if next + bytes > end { addBlock(atLeast: bytes) }
      defer { next += bytes }
      return UnsafeMutablePointer(bitPattern: next).unsafelyUnwrapped
    }

    private mutating func addBlock(atLeast bytes: Int) {
      let size = max(Self.first << min(all.count, 10), bytes)
      let block = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
      all.append(block)
      (next, end) = (Int(bitPattern: block), Int(bitPattern: block) + size)
    }
  }

  fileprivate let blocks: UnsafeMutablePointer<Blocks>

  init() {
    blocks = .allocate(capacity: 1)
    blocks.initialize(to: Blocks())
  }

  deinit {
    for block in blocks.pointee.all { block.deallocate() }
    blocks.deinitialize(count: 1)
    blocks.deallocate()
  }
}

/// A list in the memory of a text: reading, changing and copying it counts no references.
///
/// It may be used as long as its memory lives, and holds plain values only, which need no end. Copies
/// share their elements; one that was made before the list grew may keep the old ones.
struct TextArray<Element>: @unchecked Sendable, RandomAccessCollection, MutableCollection {
  private var base: UnsafeMutablePointer<Element>?
  private let blocks: UnsafeMutablePointer<TextMemory.Blocks>?
  private var length: Int32 = 0
  private var capacity: Int32 = 0

  /// An empty list that stays so.
  @inline(__always)
  init() { blocks = nil }

  /// An empty list in `memory`.
  @inline(__always)
  init(in memory: TextMemory) {
    precondition(_isPOD(Element.self))
    blocks = memory.blocks
  }

  /// A list of `count` times `element` in `memory`.
  init(repeating element: Element, count: Int, in memory: TextMemory) {
    self.init(in: memory)
    reserve(count)
    base?.initialize(repeating: element, count: count)
    length = Int32(count)
  }

  /// The `elements` in `memory`.
  init(_ elements: [Element], in memory: TextMemory) {
    self.init(in: memory)
    reserve(elements.count)
    elements.withUnsafeBufferPointer {
      if let first = $0.baseAddress { base?.initialize(from: first, count: $0.count) }
    }
    length = Int32(elements.count)
  }

  /// The `elements` in `memory`, with `zeros` bytes of zero behind them that can be read too.
  init(_ elements: [UInt8], zeros: Int, in memory: TextMemory) where Element == UInt8 {
    self.init(in: memory)
    reserve(elements.count + zeros)
    guard let base else { return }
    elements.withUnsafeBufferPointer {
      if let first = $0.baseAddress { base.initialize(from: first, count: $0.count) }
    }
    (base + elements.count).initialize(repeating: 0, count: zeros)
    length = Int32(elements.count)
  }

  /// How many elements there are.
  var count: Int { @inline(__always) get { Int(length) } }
  var startIndex: Int { @inline(__always) get { 0 } }
  var endIndex: Int { @inline(__always) get { Int(length) } }

  subscript(_ index: Int) -> Element {
    @inline(__always) unsafeAddress {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      return UnsafePointer(base.unsafelyUnwrapped + index)
    }
    @inline(__always) nonmutating unsafeMutableAddress {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      return base.unsafelyUnwrapped + index
    }
  }

  /// The elements of `range` where they stand.
  @inline(__always)
  func buffer(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return UnsafeBufferPointer(start: base.map { $0 + range.lowerBound }, count: range.count)
  }

  /// Adds `element` at the end.
  @inline(__always)
  mutating func append(_ element: Element) {
    if length == capacity { reserve(Swift.max(4, count * 2)) }
    (base.unsafelyUnwrapped + count).initialize(to: element)
    length += 1
  }

  /// Adds `elements` at the end.
  @inline(__always)
  mutating func append(contentsOf elements: some Sequence<Element>) {
    for element in elements { append(element) }
  }

  /// The elements that `isIncluded` holds of, in the same memory.
  @inline(__always)
  func filter(_ isIncluded: (Element) -> Bool) -> TextArray<Element> {
    var kept = self
    (kept.base, kept.length, kept.capacity) = (nil, 0, 0)
    for element in self where isIncluded(element) { kept.append(element) }
    return kept
  }

  /// Takes the last element away.
  @inline(__always)
  mutating func popLast() -> Element? {
    guard length > 0 else { return nil }
    length -= 1
    return base.unsafelyUnwrapped[count]
  }

  /// Takes the element at `index` away; those after it move up.
  mutating func remove(at index: Int) {
    precondition(index >= 0 && index < count)
    let place = base.unsafelyUnwrapped + index
    place.update(from: place + 1, count: count - index - 1)
    length -= 1
  }

  /// Takes all elements from `count` on away.
  mutating func truncate(to count: Int) {
    precondition(count >= 0 && count <= self.count)
    length = Int32(count)
  }

  /// Makes room for `wanted` elements; the old room is left to copies that may still read it.
  @inline(never)
  mutating func reserve(_ wanted: Int) {
    guard wanted > Int(capacity) else { return }
    precondition(blocks != nil)
    let room = blocks.unsafelyUnwrapped.pointee.room(for: wanted, of: Element.self)
    if let base { room.initialize(from: base, count: count) }
    base = room
    capacity = Int32(wanted)
  }
}
