/// An index or `nil` in 32 bits, for values that there are many of.
@propertyWrapper
struct CompactIndex: Sendable, Hashable {
  private var raw: Int32

  @inline(__always)
  init(wrappedValue: Int?) { raw = Int32(truncatingIfNeeded: wrappedValue ?? -1) }

  var wrappedValue: Int? {
    @inline(__always) get { raw >= 0 ? Int(raw) : nil }
    @inline(__always) set { raw = Int32(truncatingIfNeeded: newValue ?? -1) }
  }
}

/// A range of tokens in 64 bits, for values that there are many of.
@propertyWrapper
struct CompactRange: Sendable, Hashable {
  private var lower: Int32
  private var upper: Int32

  @inline(__always)
  init(wrappedValue: Range<Int>) {
    lower = Int32(truncatingIfNeeded: wrappedValue.lowerBound)
    upper = Int32(truncatingIfNeeded: wrappedValue.upperBound)
  }

  var wrappedValue: Range<Int> {
    @inline(__always) get { Range(uncheckedBounds: (Int(lower), Int(upper))) }
    @inline(__always) set { self = CompactRange(wrappedValue: newValue) }
  }
}
