/// A list that belongs to a table: it lives as long as the program, so that reading it counts no
/// references.
///
/// Tables are read once and asked millions of times; with an `Array` most of the asking would be
/// keeping count of who holds it. Copies share their elements: only the reader of a table adds to it.
struct TableArray<Element: Sendable>: @unchecked Sendable, RandomAccessCollection,
  ExpressibleByArrayLiteral
{
  private var base: UnsafeMutablePointer<Element>?
  private var capacity = 0
  /// How many elements there are.
  private(set) var count = 0

  /// An empty list.
  init() {}

  /// A list of `elements`.
  init(_ elements: some Sequence<Element>) {
    for element in elements { append(element) }
  }

  init(arrayLiteral elements: Element...) { self.init(elements) }

  /// A list of `count` times `element`.
  init(repeating element: Element, count: Int) {
    reserve(count)
    for _ in 0..<count { append(element) }
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(_ index: Int) -> Element {
    @inline(__always) get {
      precondition(index >= 0 && index < count)
      return base.unsafelyUnwrapped[index]
    }
    @inline(__always) nonmutating set {
      precondition(index >= 0 && index < count)
      base.unsafelyUnwrapped[index] = newValue
    }
  }

  /// The elements of `range` where they stand.
  @inline(__always)
  func buffer(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return UnsafeBufferPointer(start: base.map { $0 + range.lowerBound }, count: range.count)
  }

  /// Adds `element` at the end.
  mutating func append(_ element: Element) {
    if count == capacity { reserve(Swift.max(8, capacity * 2)) }
    (base.unsafelyUnwrapped + count).initialize(to: element)
    count += 1
  }

  /// Adds `elements` at the end.
  mutating func append(contentsOf elements: some Sequence<Element>) {
    for element in elements { append(element) }
  }

  /// Makes room for `wanted` elements; the old room is left to copies that may still read it.
  private mutating func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let room = UnsafeMutablePointer<Element>.allocate(capacity: wanted)
    if let base { room.initialize(from: base, count: count) }
    base = room
    capacity = wanted
  }
}

/// A value that belongs to a table: it lives as long as the program, see `TableArray`.
struct TableValue<Value: Sendable>: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Value>

  /// Keeps `value` for as long as the program runs.
  init(_ value: Value) {
    base = .allocate(capacity: 1)
    base.initialize(to: value)
  }

  /// The value; setting it changes it for all copies.
  var value: Value {
    @inline(__always) unsafeAddress { UnsafePointer(base) }
    @inline(__always) nonmutating unsafeMutableAddress { base }
  }
}
