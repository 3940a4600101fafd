import DossierModel

/// What an entry of a cache is found by, and what its bytes are recognised by: the first half of a
/// SHA-256, 128 bits.
public struct CacheKey: Hashable, Sendable {
  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

  /// The key of what `bytes` say.
  public init(of bytes: [UInt8]) {
    var (high, low): (UInt64, UInt64) = (0, 0)
    for (i, byte) in ContentHash(of: bytes).digest.prefix(16).enumerated() {
      if i < 8 { high = high &<< 8 | UInt64(byte) } else { low = low &<< 8 | UInt64(byte) }
    }
    (self.high, self.low) = (high, low)
  }

  /// The key of what `text` says.
  public init(of text: String) { self.init(of: Array(text.utf8)) }

  /// 32 hexadecimal digits.
  var name: String {
    [high, low].map { part in
      let digits = String(part, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

extension BinaryWriter {
  /// Writes a key, 16 bytes.
  public mutating func write(key: CacheKey) {
    write(bits: key.high)
    write(bits: key.low)
  }
}

extension BinaryReader {
  /// A key.
  public mutating func key() throws(DamagedBytes) -> CacheKey {
    CacheKey(high: try bits(), low: try bits())
  }
}
