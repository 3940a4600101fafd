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
  public init?(hex digits: some Collection<UInt8>) {
    guard digits.count == 64 else { return nil }
    var digest: [UInt8] = []
    var high: UInt8?
    for digit in digits {
      let value: UInt8
      switch digit {
      case 48...57: value = digit - 48
      case 97...102: value = digit - 87
      default: return nil
      }
      if let first = high {
        digest.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    self.digest = digest
  }

  /// 64 lower-case hexadecimal digits.
  public var description: String { hex(64) }

  /// The first `count` lower-case hexadecimal digits.
  public func hex(_ count: Int) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest where text.count < count {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text.prefix(count), as: UTF8.self)
  }
}
