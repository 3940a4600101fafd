/// Numbers by the keys of names (`NameKey`), in one pool of bytes.
///
/// A class, so that asking it copies nothing.
final class KeyTable: @unchecked Sendable {
  // Unchecked: only the reader of a table of the world adds to it, before anybody asks.
  private var pool: [UInt8] = []
  private var ends: [Int32] = []
  private var values: [Int32] = []
  private var slots = [Int32](repeating: -1, count: 1 << 10)

  /// How many keys there are.
  var count: Int { values.count }

  /// The number of `key`, if it has one.
  subscript(key: [UInt8]) -> Int? {
    get { key.withUnsafeBufferPointer { self[$0] } }
    set {
      guard let newValue, !key.isEmpty else { return }
      if (count + 1) * 2 > slots.count { grow() }
      let (index, slot) = key.withUnsafeBufferPointer { find($0) }
      if let index {
        values[index] = Int32(newValue)
      } else {
        slots[slot] = Int32(count)
        pool.append(contentsOf: key)
        ends.append(Int32(pool.count))
        values.append(Int32(newValue))
      }
    }
  }

  /// The number of `key`, if it has one.
  subscript(key: UnsafeBufferPointer<UInt8>) -> Int? { find(key).index.map { Int(values[$0]) } }

  private func find(_ key: UnsafeBufferPointer<UInt8>) -> (index: Int?, slot: Int) {
    var slot = Int(KeyHash.of(key)) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if isKey(key, of: index) { return (index, slot) }
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
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for index in 0..<count {
      var slot = Int(KeyHash.of(pool[range(index)])) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }
}
