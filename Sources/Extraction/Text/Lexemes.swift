import DossierModel

/// The word forms that any table of a language knows, each with a small number.
///
/// A token is looked up once; after that rules compare and index by the number.
struct LexemeTable: Sendable {
  /// The number of a word form.
  typealias ID = Int32
  /// The number of words that no table knows.
  static let unknown: ID = -1

  /// A form's number, or -1 for none, and the low half of its hash.
  private struct Slot {
    var id: Int32
    var hash: UInt32
  }

  private var slots = TableArray<Slot>(repeating: Slot(id: -1, hash: 0), count: 1 << 12)
  private var starts = TableArray<Int32>([0])
  private var bytes = TableArray<UInt8>()

  /// How many forms there are.
  var count: Int { starts.count - 1 }

  /// The number of `form`, which is added if it is new.
  ///
  /// Forms are compared in lower case, with `'` for every apostrophe.
  mutating func intern(_ form: some StringProtocol) -> ID {
    let form = Self.normalized(Array(form.utf8))
    return form.withUnsafeBufferPointer { intern(normalized: $0) }
  }

  /// The number of a form that is in lower case already, which is added if it is new.
  mutating func intern(normalized form: UnsafeBufferPointer<UInt8>) -> ID {
    if let known = find(form) { return known }
    if (count + 1) * 3 > slots.count { grow() }
    let id = ID(count)
    bytes.append(contentsOf: form)
    starts.append(Int32(bytes.count))
    insert(id, hash: Self.hash(form))
    return id
  }

  /// The number of `form`; `unknown` if no table knows it.
  func id(_ form: some StringProtocol) -> ID {
    find(Self.normalized(Array(form.utf8))) ?? Self.unknown
  }

  /// The number of a form that is in lower case already; `unknown` if no table knows it.
  func id(normalized form: some Collection<UInt8>) -> ID { find(form) ?? Self.unknown }

  /// The number of a word of ASCII letters, digits and hyphens, of any case; `unknown` if no table
  /// knows it.
  func id(ascii word: UnsafeBufferPointer<UInt8>) -> ID {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(Self.lower(byte))) &* 0x100_0000_01b3 }
    hash ^= hash >> 29
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[index]
      if slot.id < 0 { return Self.unknown }
      // A copy of a table that grows does not know what came later.
      if slot.hash == UInt32(truncatingIfNeeded: hash), slot.id < count {
        let start = Int(starts[Int(slot.id)])
        if Int(starts[Int(slot.id) + 1]) - start == word.count {
          var i = 0
          while i < word.count, bytes[start + i] == Self.lower(word[i]) { i += 1 }
          if i == word.count { return slot.id }
        }
      }
      index = (index + 1) & mask
    }
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= 65 && byte <= 90 ? byte | 0x20 : byte
  }

  /// The form with the number `id`.
  func form(_ id: ID) -> String {
    guard id >= 0, id < count else { return "" }
    return String(
      decoding: bytes[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])], as: UTF8.self)
  }

  private func find(_ form: some Collection<UInt8>) -> ID? {
    let mask = slots.count - 1
    let hash = Self.hash(form)
    var index = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[index]
      if slot.id < 0 { return nil }
      if slot.hash == UInt32(truncatingIfNeeded: hash), slot.id < count {
        let start = Int(starts[Int(slot.id)])
        let end = Int(starts[Int(slot.id) + 1])
        if end - start == form.count, isEqual(form, at: start) { return slot.id }
      }
      index = (index + 1) & mask
    }
  }

  private func isEqual(_ form: some Collection<UInt8>, at start: Int) -> Bool {
    var position = start
    for byte in form {
      if bytes[position] != byte { return false }
      position += 1
    }
    return true
  }

  private mutating func insert(_ id: ID, hash: UInt64) {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index].id >= 0 { index = (index + 1) & mask }
    slots[index] = Slot(id: id, hash: UInt32(truncatingIfNeeded: hash))
  }

  private mutating func grow() {
    slots = TableArray(repeating: Slot(id: -1, hash: 0), count: slots.count * 2)
    for id in 0..<count {
      insert(ID(id), hash: Self.hash(bytes[Int(starts[id])..<Int(starts[id + 1])]))
    }
  }

  /// FNV-1a, 64 bits, with the high half folded in for the small tables.
  private static func hash(_ form: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in form { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 29)
  }

  /// `form` in lower case (Latin-1, Latin Extended-A, Greek and Cyrillic capitals too), with `'` for
  /// the curly apostrophes.
  static func normalized(_ form: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(form.count)
    appendNormalized(form, to: &result)
    return result
  }

  /// Appends `form` in lower case to `result`.
  static func appendNormalized(_ form: some Collection<UInt8>, to result: inout [UInt8]) {
    var lead: UInt8 = 0
    var pending = 0
    for byte in form {
      if byte < 0x80 {
        result.append(byte >= 65 && byte <= 90 ? byte + 32 : byte)
        lead = 0
        continue
      }
      if byte >= 0xC0 {
        lead = byte
        pending = result.count
        result.append(byte)
        continue
      }
      result.append(byte)
      switch lead {
      case 0xC3 where byte >= 0x80 && byte <= 0x9E && byte != 0x97:
        result[result.count - 1] = byte + 0x20
        lead = 0
      case 0xC4, 0xC5:
        lowerLatinExtendedA(lead: lead, byte: byte, at: pending, in: &result)
        lead = 0
      case 0xC6 where byte == 0x8F:  // Ə
        result[pending] = 0xC9
        result[pending + 1] = 0x99
        lead = 0
      case 0xD0 where byte >= 0x90 && byte <= 0x9F:
        result[result.count - 1] = byte + 0x20
        lead = 0
      case 0xD0 where byte >= 0xA0 && byte <= 0xAF:
        result[pending] = 0xD1
        result[pending + 1] = byte - 0x20
        lead = 0
      case 0xE2 where result.count == pending + 3:
        if result[pending + 1] == 0x80, byte == 0x98 || byte == 0x99 {
          result.removeSubrange(pending...)
          result.append(UInt8(ascii: "'"))
        }
        lead = 0
      case 0xCA where byte == 0xBC:
        result.removeSubrange(pending...)
        result.append(UInt8(ascii: "'"))
        lead = 0
      default: break
      }
    }
  }

  private static func lowerLatinExtendedA(
    lead: UInt8, byte: UInt8, at pending: Int, in result: inout [UInt8]
  ) {
    let scalar = (UInt32(lead & 0x1F) << 6) | UInt32(byte & 0x3F)
    var lower = scalar
    switch scalar {
    case 0x130: lower = 0x69  // İ
    case 0x178: lower = 0xFF
    case 0x139...0x148, 0x179...0x17E: if scalar % 2 == 1 { lower = scalar + 1 }
    case 0x100...0x137, 0x14A...0x177: if scalar % 2 == 0 { lower = scalar + 1 }
    default: break
    }
    if lower == scalar { return }
    result.removeSubrange(pending...)
    if lower < 0x80 {
      result.append(UInt8(lower))
    } else {
      result.append(0xC0 | UInt8(lower >> 6))
      result.append(0x80 | UInt8(lower & 0x3F))
    }
  }
}

/// A value for some word forms, found by the form's number.
///
/// Copies share their values: only the reader of a table adds to it.
struct LexemeMap<Value: Sendable>: Sendable {
  private struct Storage: Sendable {
    var index = TableArray<Int32>()
    var values = TableArray<Value>()
  }

  private let storage = TableValue(Storage())

  /// The value of the form `id`; setting it replaces an earlier one.
  subscript(id: LexemeTable.ID) -> Value? {
    get {
      guard contains(id) else { return nil }
      return storage.value.values[Int(storage.value.index[Int(id)])]
    }
    set {
      guard id >= 0 else { return }
      let known = storage.value.index.count
      if Int(id) >= known {
        storage.value.index.append(contentsOf: repeatElement(-1, count: Int(id) + 1 - known))
      }
      if let newValue {
        if contains(id) {
          storage.value.values[Int(storage.value.index[Int(id)])] = newValue
        } else {
          storage.value.index[Int(id)] = Int32(storage.value.values.count)
          storage.value.values.append(newValue)
        }
      } else {
        storage.value.index[Int(id)] = -1
      }
    }
  }

  /// Whether the form `id` has a value.
  @inline(__always)
  func contains(_ id: LexemeTable.ID) -> Bool {
    id >= 0 && Int(id) < storage.value.index.count && storage.value.index[Int(id)] >= 0
  }
}
