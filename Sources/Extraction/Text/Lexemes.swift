import DossierModel

/// The word forms that any table of a language knows, each with a small number.
///
/// A token is looked up once; after that rules compare and index by the number.
struct LexemeTable: Sendable {
  /// The number of a word form.
  typealias ID = Int32
  /// The number of words that no table knows.
  static let unknown: ID = -1

  /// A form's number, or -1 for none, and what most other words are told from it by: its letters if
  /// it is short, else half of its hash.
  private struct Slot {
    var letters: UInt64 = 0
    var hash: UInt32 = 0
    var id: Int32 = -1
  }

  private var slots = TableArray<Slot>(repeating: Slot(), count: 1 << 12)
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
    let word = WordBytes(form)
    if let known = find(word) { return known }
    if (count + 1) * 2 > slots.count { grow() }
    let id = ID(count)
    bytes.append(contentsOf: form)
    starts.append(Int32(bytes.count))
    insert(id, word)
    return id
  }

  /// The number of `form`; `unknown` if no table knows it.
  func id(_ form: some StringProtocol) -> ID { id(normalized: Self.normalized(Array(form.utf8))) }

  /// The number of a form that is in lower case already; `unknown` if no table knows it.
  func id(normalized form: [UInt8]) -> ID {
    form.withUnsafeBufferPointer { find(WordBytes($0)) ?? Self.unknown }
  }

  /// The number of a word of ASCII letters, digits and marks, of any case; `unknown` if no table
  /// knows it.
  func id(ascii word: UnsafeBufferPointer<UInt8>) -> ID {
    find(WordBytes(word, inSmallLetters: true)) ?? Self.unknown
  }

  /// The bytes of the form with the number `id`.
  func bytes(_ id: ID) -> UnsafeBufferPointer<UInt8> {
    guard id >= 0, id < count else { return bytes.buffer(0..<0) }
    return bytes.buffer(Int(starts[Int(id)])..<Int(starts[Int(id) + 1]))
  }

  /// The form with the number `id`.
  func form(_ id: ID) -> String { String(decoding: bytes(id), as: UTF8.self) }

  @inline(__always)
  private func find(_ form: WordBytes) -> ID? {
    let mask = slots.count - 1
    let hash = form.hash
    var index = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[index]
      if slot.id < 0 { return nil }
      // A copy of a table that grows does not know what came later.
      if slot.letters == form.letters, slot.hash == UInt32(truncatingIfNeeded: hash >> 32),
        slot.id < count
      {
        if slot.letters != 0 { return slot.id }
        let start = Int(starts[Int(slot.id)])
        if form == bytes.buffer(start..<Int(starts[Int(slot.id) + 1])) { return slot.id }
      }
      index = (index + 1) & mask
    }
  }

  private func insert(_ id: ID, _ word: WordBytes) {
    let (mask, hash) = (slots.count - 1, word.hash)
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index].id >= 0 { index = (index + 1) & mask }
    slots[index] = Slot(
      letters: word.letters, hash: UInt32(truncatingIfNeeded: hash >> 32), id: id)
  }

  private mutating func grow() {
    slots = TableArray(repeating: Slot(), count: slots.count * 2)
    for id in 0..<ID(count) { insert(id, WordBytes(bytes(id))) }
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

/// The bytes of a word, taken eight at a time: a short word is a single number.
struct WordBytes {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Whether the capitals from A to Z stand for small letters.
  private let isLowered: Bool

  /// The word as it stands, or with its capitals from A to Z `inSmallLetters`.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, inSmallLetters isLowered: Bool = false) {
    (self.bytes, self.isLowered) = (bytes, isLowered)
  }

  /// The whole word, if it has one to eight bytes, none of them zero; else zero.
  var letters: UInt64 {
    @inline(__always) get { bytes.isEmpty || bytes.count > 8 ? 0 : eight(at: 0) }
  }

  /// A hash of the word, well mixed in all its bits.
  var hash: UInt64 {
    @inline(__always) get {
      var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
      var i = 0
      while i < bytes.count {
        hash = (hash ^ eight(at: i)) &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 32
        i += 8
      }
      return hash &* 0x9E37_79B9_7F4A_7C15
    }
  }

  /// Whether the word is `form`, which is in lower case.
  @inline(__always)
  static func == (word: WordBytes, form: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.bytes.count == form.count else { return false }
    let form = WordBytes(form)
    var i = 0
    while i < word.bytes.count {
      if word.eight(at: i) != form.eight(at: i) { return false }
      i += 8
    }
    return true
  }

  /// The bytes from `start` on, at most eight, as one number; zeros where the word has ended.
  @inline(__always)
  private func eight(at start: Int) -> UInt64 {
    let place = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped + start)
    let count = bytes.count - start
    var eight: UInt64
    if count >= 8 {
      eight = place.loadUnaligned(as: UInt64.self)
    } else if count >= 4 {
      // Two halves that may overlap.
      let rest = UInt64((place + count - 4).loadUnaligned(as: UInt32.self))
      eight = UInt64(place.loadUnaligned(as: UInt32.self)) | rest << UInt64((count - 4) * 8)
    } else {
      eight = UInt64(place.load(as: UInt8.self))
      if count > 1 { eight |= UInt64(place.load(fromByteOffset: 1, as: UInt8.self)) << 8 }
      if count > 2 { eight |= UInt64(place.load(fromByteOffset: 2, as: UInt8.self)) << 16 }
    }
    return isLowered ? Self.lower(eight) : eight
  }

  /// Eight bytes with bit 5 set in those from A to Z.
  @inline(__always)
  private static func lower(_ eight: UInt64) -> UInt64 {
    let each: UInt64 = 0x0101_0101_0101_0101
    // The top bit of each byte tells whether its other seven are at least A, and past Z.
    let low = eight & (each &* 0x7F)
    let fromA = low &+ each &* UInt64(0x80 - UInt8(ascii: "A"))
    let pastZ = low &+ each &* UInt64(0x7F - UInt8(ascii: "Z"))
    return eight | (fromA & ~pastZ & ~eight & (each &* 0x80)) >> 2
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
    @inline(__always) get {
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

  /// The map with what `transform` makes of each value.
  func mapValues<Other>(_ transform: (Value) -> Other) -> LexemeMap<Other> {
    var map = LexemeMap<Other>()
    for id in 0..<LexemeTable.ID(storage.value.index.count) { map[id] = self[id].map(transform) }
    return map
  }

  /// Whether the form `id` has a value.
  @inline(__always)
  func contains(_ id: LexemeTable.ID) -> Bool {
    id >= 0 && Int(id) < storage.value.index.count && storage.value.index[Int(id)] >= 0
  }
}
