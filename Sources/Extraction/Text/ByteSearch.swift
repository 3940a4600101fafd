/// Looks for bytes eight at a time.
enum ByteSearch {
  /// The first position from `start` on of one of the bytes that `isSought` holds of; the count if
  /// there is none.
  ///
  /// `places` gives, for eight bytes, a number whose lowest bit set stands in the first of them that is
  /// sought.
  @inline(__always)
  static func first(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, places: (UInt64) -> UInt64,
    where isSought: (UInt8) -> Bool
  ) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var i = start
    while i + 8 <= bytes.count {
      let found = places(UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self))
      if found != 0 { return i + found.trailingZeroBitCount >> 3 }
      i += 8
    }
    while i < bytes.count, !isSought(base[i]) { i += 1 }
    return i
  }

  /// A number whose lowest bit set stands in the first of `eight` bytes that is `byte`; zero if none is.
  @inline(__always)
  static func places(of byte: UInt8, in eight: UInt64) -> UInt64 {
    let each: UInt64 = 0x0101_0101_0101_0101
    let rest = eight ^ (each &* UInt64(byte))
    return (rest &- each) & ~rest & (each &* 0x80)
  }
}
