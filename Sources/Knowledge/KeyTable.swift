/// Numbers by the keys of names (`NameKey`), in one pool of bytes.
///
/// A class, so that asking it copies nothing.
final class KeyTable: @unchecked Sendable {
  // Unchecked: only the reader of a table of the world adds to it, before anybody asks.
  private var pool: [UInt8] = []
  private var ends: [Int32] = []
  private var values: [Int32] = []
  /// The numbers of the keys by their hashes, -1 where none is, each with its hash.
  @exclusivity(unchecked) private var slots: UnsafeMutableBufferPointer<Slot>

  private struct Slot {
    var hash: UInt32 = 0
    var index: Int32 = -1
  }

  init() { slots = Self.empty(1 << 10) }
  deinit { slots.deallocate() }

  private static func empty(_ size: Int) -> UnsafeMutableBufferPointer<Slot> {
    let slots = UnsafeMutableBufferPointer<Slot>.allocate(capacity: size)
    slots.initialize(repeating: Slot())
    return slots
  }

  /// How many keys there are.
  var count: Int { values.count }

  /// The number of `key`, if it has one.
  subscript(key: [UInt8]) -> Int? {
    get { key.withUnsafeBufferPointer { self[$0] } }
    set {
      guard let newValue, !key.isEmpty else { return }
      if (count + 1) * 2 > slots.count { grow() }
      let hash = KeyHash.of(key)
      let (index, slot) = key.withUnsafeBufferPointer { find($0, hash) }
      if let index {
        values[index] = Int32(newValue)
      } else {
        slots[slot] = Slot(hash: hash, index: Int32(count))
        pool.append(contentsOf: key)
        ends.append(Int32(pool.count))
        values.append(Int32(newValue))
      }
    }
  }

  /// The number of `key`, if it has one.
  subscript(key: UnsafeBufferPointer<UInt8>) -> Int? {
    find(key, KeyHash.of(key)).index.map { Int(values[$0]) }
  }

  private func find(
    _ key: UnsafeBufferPointer<UInt8>, _ hash: UInt32
  ) -> (index: Int?, slot: Int) {
    let slots = slots
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot].index >= 0 {
      if slots[slot].hash == hash, isKey(key, of: Int(slots[slot].index)) {
        return (Int(slots[slot].index), slot)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return (nil, slot)
  }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  private func isKey(_ key: UnsafeBufferPointer<UInt8>, of index: Int) -> Bool {
    let range = range(index)
    guard range.count == key.count else { return false }
    for offset in 0..<key.count where pool[range.lowerBound + offset] != key[offset] {
      return false
    }
    return true
  }

  private func grow() {
    let old = slots
    slots = Self.empty(old.count * 2)
    for known in old where known.index >= 0 {
      var slot = Int(known.hash) & (slots.count - 1)
      while slots[slot].index >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = known
    }
    old.deallocate()
  }
}
