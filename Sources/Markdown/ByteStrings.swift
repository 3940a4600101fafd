/// Many short strings of bytes, one behind the other.
public struct ByteStrings: Sendable, ExpressibleByArrayLiteral {
  private var bytes: [UInt8] = []
  /// Where each ends.
  private var ends: [Int] = []

  /// None.
  public init() {}

  /// Those in `strings`.
  public init(_ strings: some Sequence<[UInt8]>) {
    for string in strings { string.withUnsafeBufferPointer { append($0) } }
  }

  /// Those in `strings`.
  public init(arrayLiteral strings: [UInt8]...) { self.init(strings) }

  /// How many there are.
  public var count: Int { ends.count }

  /// Adds one.
  public mutating func append(_ string: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: string)
    ends.append(bytes.count)
  }

  /// Hands each to `body`, in order.
  public func forEach(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { all in
      var start = 0
      for end in ends {
        body(UnsafeBufferPointer(rebasing: all[start..<end]))
        start = end
      }
    }
  }
}
