/// A hash of bytes in 64 bits, the same in every run: of each id and each link of a site only that is
/// remembered.
///
/// Eight bytes at a time are multiplied into 128 bits and folded, as in wyhash (Wang Yi, 2019).
struct Fingerprint: Hashable, Sendable {
  let bits: UInt64

  /// The fingerprint of those bits.
  init(bits: UInt64) { self.bits = bits }

  /// The fingerprint of `bytes`.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var hash = 0xA076_1D64_78BD_642F ^ UInt64(bytes.count)
    let raw = UnsafeRawBufferPointer(bytes)
    var i = 0
    while i + 8 <= raw.count {
      hash = Self.folded(
        hash ^ UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)))
      i += 8
    }
    if i < raw.count {
      var rest: UInt64 = 0
      for k in i..<raw.count { rest = rest << 8 | UInt64(raw[k]) }
      hash = Self.folded(hash ^ rest)
    }
    // Zero stands for nothing.
    bits = max(1, Self.folded(hash ^ 0xE703_7ED1_A0B4_28DB))
  }

  /// The fingerprint of `bytes`.
  init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBufferPointer { Fingerprint($0) }
  }

  /// The fingerprint of a text.
  init(_ text: String) {
    var text = text
    self = text.withUTF8 { Fingerprint($0) }
  }

  /// That of the place `id` in the file of this one.
  func place(_ id: Fingerprint) -> Fingerprint {
    Fingerprint(bits: max(1, Self.folded(bits ^ id.bits.byteSwapped &+ 0x8EBC_6AF0_9C88_C6E3)))
  }

  private static func folded(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}

/// A set of fingerprints: an open table, without hashing what are hashes.
struct FingerprintSet: Sendable {
  private var table: [UInt64] = []
  /// How many there are.
  private(set) var count = 0

  /// None.
  init() {}

  /// Those in `fingerprints`.
  init(_ fingerprints: some Sequence<Fingerprint>) {
    for fingerprint in fingerprints { insert(fingerprint) }
  }

  /// Whether `fingerprint` is one of them.
  func contains(_ fingerprint: Fingerprint) -> Bool {
    guard !table.isEmpty else { return false }
    return table[slot(of: fingerprint.bits)] != 0
  }

  /// Adds one; whether it was not there.
  @discardableResult
  mutating func insert(_ fingerprint: Fingerprint) -> Bool {
    if count * 3 >= table.count * 2 { grow() }
    let slot = slot(of: fingerprint.bits)
    if table[slot] != 0 { return false }
    table[slot] = fingerprint.bits
    count += 1
    return true
  }

  /// All of them, in no order.
  var all: [Fingerprint] { table.lazy.filter { $0 != 0 }.map { Fingerprint(bits: $0) } }

  /// Where it stands or may stand.
  private func slot(of bits: UInt64) -> Int {
    let mask = table.count - 1
    var slot = Int(truncatingIfNeeded: bits) & mask
    while table[slot] != 0, table[slot] != bits { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = table
    table = [UInt64](repeating: 0, count: max(16, old.count * 2))
    for bits in old where bits != 0 { table[slot(of: bits)] = bits }
  }
}
