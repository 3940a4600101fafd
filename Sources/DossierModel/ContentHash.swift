import CCrypto

/// The SHA-256 of some bytes (FIPS 180-4, computed by the system's libcrypto).
public struct ContentHash: Hashable, Sendable, CustomStringConvertible {
  /// The 32 bytes of the digest.
  public let digest: [UInt8]

  /// The hash of `bytes`.
  public init(of bytes: [UInt8]) {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    _ = SHA256(bytes, bytes.count, &digest)
    self.digest = digest
  }

  /// The hash of the UTF-8 of `string`.
  public init(of string: String) { self.init(of: Array(string.utf8)) }

  /// The hash with these 32 bytes; `nil` if they are more or less.
  public init?(digest: [UInt8]) {
    guard digest.count == Int(SHA256_DIGEST_LENGTH) else { return nil }
    self.digest = digest
  }

  /// The hash that 64 lower-case hexadecimal digits write; `nil` if these are none.
  public init?(hex digits: UnsafeBufferPointer<UInt8>) {
    guard digits.count == 64 else { return nil }
    var isHex = true
    func value(_ digit: UInt8) -> UInt8 {
      switch digit {
      case 48...57: return digit - 48
      case 97...102: return digit - 87
      default:
        isHex = false
        return 0
      }
    }
    let digest = [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      for i in 0..<32 { buffer[i] = value(digits[2 * i]) << 4 | value(digits[2 * i + 1]) }
      count = 32
    }
    guard isHex else { return nil }
    self.digest = digest
  }

  /// 64 lower-case hexadecimal digits.
  public var description: String { hex(64) }

  /// The first `count` lower-case hexadecimal digits.
  public func hex(_ count: Int) -> String {
    let count = min(count, 2 * digest.count)
    return String(unsafeUninitializedCapacity: max(0, count)) { text in
      for i in 0..<max(0, count) {
        let half = i % 2 == 0 ? digest[i / 2] >> 4 : digest[i / 2] & 15
        text[i] = half < 10 ? 48 + half : 87 + half
      }
      return max(0, count)
    }
  }
}
