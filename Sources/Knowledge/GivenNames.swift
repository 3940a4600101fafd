import DossierModel

/// Given names of many languages.
public struct GivenNames: Sendable {
  /// What gender a given name tells.
  public enum Gender: UInt8, Sendable { case masculine, feminine, either }

  private var pool: [UInt8] = []
  private var starts: [Int32] = []
  private var genders: [Gender] = []
  private var slots: [Int32]

  /// The number of names.
  public var count: Int { genders.count }

  init(capacity: Int) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    pool.reserveCapacity(capacity * 8)
    starts.reserveCapacity(capacity)
    genders.reserveCapacity(capacity)
  }

  /// Adds a key; of two genders for one key comes `either`.
  mutating func add(_ key: [UInt8], _ gender: Gender) {
    guard !key.isEmpty, count * 2 < slots.count else { return }
    var slot = Int(KeyHash.of(key)) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if pool[range(index)].elementsEqual(key) {
        if genders[index] != gender { genders[index] = .either }
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(count)
    starts.append(Int32(pool.count))
    genders.append(gender)
    pool.append(contentsOf: key)
  }

  private func range(_ index: Int) -> Range<Int> {
    Int(starts[index])..<(index + 1 < starts.count ? Int(starts[index + 1]) : pool.count)
  }

  /// The gender of the given name with this folded text, or `nil` if it is none.
  public func gender(folded: some Sequence<UInt8>) -> Gender? {
    let key = NameKey.make(folded: folded)
    guard !key.isEmpty else { return nil }
    var slot = Int(KeyHash.of(key)) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if pool[range(index)].elementsEqual(key) { return genders[index] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The gender of the given name `name`, or `nil` if it is none.
  public func gender(_ name: some StringProtocol) -> Gender? {
    gender(folded: NameKey.make(name))
  }

  /// Whether the folded text is a given name.
  public func contains(folded: some Sequence<UInt8>) -> Bool { gender(folded: folded) != nil }
}
