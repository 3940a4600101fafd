import DossierModel

/// The form under which names are looked up: lower-case ASCII letters and digits, words separated by
/// one space.
///
/// `LatinFold` takes the marks off the letters; apostrophes and full stops vanish ("N'Djamena" is
/// `ndjamena`, "U.S.A." is `usa`), everything else that is no letter or digit separates words
/// ("Nagorno-Karabakh" is `nagorno karabakh`). `make_gazetteer.py` makes the same keys.
public enum NameKey {
  /// The key of `name`.
  public static func make(_ name: some StringProtocol) -> [UInt8] {
    var name = String(name)
    return name.withUTF8 { make(utf8: $0[...]) }
  }

  /// The key of a name in UTF-8.
  static func make(utf8 name: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(name.count)
    if name.allSatisfy({ $0 < 0x80 }) {
      for byte in name { append(byte, to: &key) }
    } else {
      for byte in LatinFold.fold(String(decoding: name, as: UTF8.self)).utf8 {
        append(byte, to: &key)
      }
    }
    trim(&key)
    return key
  }

  /// What `body` makes of the key of a name in UTF-8, which it may read as long as it runs.
  static func withKey<Result>(
    of name: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard name.allSatisfy({ $0 < 0x80 }) else {
      return make(utf8: name[...]).withUnsafeBufferPointer(body)
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(name.count, 1)) { key in
      var count = 0
      for byte in name {
        if let letter = letter(byte, after: count == 0 ? space : key[count - 1]) {
          key.initializeElement(at: count, to: letter)
          count += 1
        }
      }
      if count > 0, key[count - 1] == space { count -= 1 }
      return body(UnsafeBufferPointer(rebasing: key[..<count]))
    }
  }

  /// The key of a name that is folded already (by `LatinFold`, punctuation kept).
  @inlinable public static func make(folded: some Sequence<UInt8>) -> [UInt8] {
    make(foldedBytes: Array(folded))
  }

  /// The key of a name that is folded already.
  public static func make(foldedBytes folded: [UInt8]) -> [UInt8] {
    if isKey(folded) { return folded }
    var key: [UInt8] = []
    key.reserveCapacity(folded.count)
    for byte in folded { append(byte, to: &key) }
    trim(&key)
    return key
  }

  /// Whether the bytes are a key as they stand.
  private static func isKey(_ bytes: [UInt8]) -> Bool {
    var last = space
    for byte in bytes {
      guard byte &- 97 < 26 || byte &- 48 < 10 || byte == space && last != space else {
        return false
      }
      last = byte
    }
    return last != space
  }

  /// The number of words in a key.
  public static func wordCount(_ key: some Sequence<UInt8>) -> Int {
    key.reduce(1) { $1 == space ? $0 + 1 : $0 }
  }

  static let space = UInt8(ascii: " ")

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte &- 97 < 26 || byte &- 48 < 10 || byte &- 65 < 26
  }

  private static func append(_ byte: UInt8, to key: inout [UInt8]) {
    if let letter = letter(byte, after: key.last ?? space) { key.append(letter) }
  }

  /// What `byte` adds to a key whose last byte is `last`.
  private static func letter(_ byte: UInt8, after last: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "."): nil
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
    case _ where isLetterOrDigit(byte): byte
    default: last == space ? nil : space
    }
  }

  private static func trim(_ key: inout [UInt8]) {
    if key.last == space { key.removeLast() }
  }
}

/// The hash of keys (FNV-1a, 32 bits), which `make_gazetteer.py` computes too.
struct KeyHash {
  private(set) var value: UInt32 = 0x811C_9DC5

  mutating func combine(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 0x0100_0193 }

  static func of(_ key: some Sequence<UInt8>) -> UInt32 {
    var hash = KeyHash()
    for byte in key { hash.combine(byte) }
    return hash.value
  }
}
