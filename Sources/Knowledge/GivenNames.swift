import DossierModel

/// Given names of many languages.
public struct GivenNames: Sendable {
  /// What gender a given name tells.
  public enum Gender: UInt8, Sendable { case masculine, feminine, either }

  private var pool: [UInt8] = []
  private var starts: [Int32] = []
  private var genders: [Gender] = []
  private var words: [Bool] = []
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
  mutating func add(_ key: [UInt8], _ gender: Gender, isWord: Bool = false) {
    guard !key.isEmpty, count * 2 < slots.count else { return }
    var slot = Int(KeyHash.of(key)) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if isKey(key, of: index) {
        if genders[index] != gender { genders[index] = .either }
        words[index] = words[index] || isWord
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(count)
    starts.append(Int32(pool.count))
    genders.append(gender)
    words.append(isWord)
    pool.append(contentsOf: key)
  }

  private func isKey(_ key: [UInt8], of index: Int) -> Bool {
    let start = Int(starts[index])
    let end = index + 1 < starts.count ? Int(starts[index + 1]) : pool.count
    guard end - start == key.count else { return false }
    for offset in key.indices where pool[start + offset] != key[offset] { return false }
    return true
  }

  @usableFromInline func index(_ folded: [UInt8]) -> Int? {
    let key = NameKey.make(foldedBytes: folded)
    guard !key.isEmpty else { return nil }
    var slot = Int(KeyHash.of(key)) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if isKey(key, of: index) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Whether a word of ASCII letters in any case is a given name; `nil` if it has other letters, which
  /// must be folded first.
  public func contains(ascii word: UnsafeBufferPointer<UInt8>) -> Bool? {
    var hash = KeyHash()
    for byte in word {
      guard byte | 0x20 >= 97, byte | 0x20 <= 122, byte < 0x80 else { return nil }
      hash.combine(byte | 0x20)
    }
    var slot = Int(hash.value) & (slots.count - 1)
    while slots[slot] >= 0 {
      if isName(word, Int(slots[slot])) { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  private func isName(_ word: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let start = Int(starts[index])
    let end = index + 1 < starts.count ? Int(starts[index + 1]) : pool.count
    guard end - start == word.count else { return false }
    for offset in 0..<word.count where pool[start + offset] != word[offset] | 0x20 { return false }
    return true
  }

  /// The gender of the given name with this folded text, or `nil` if it is none.
  @inlinable public func gender(folded: some Sequence<UInt8>) -> Gender? {
    index(Array(folded)).map { gender(at: $0) }
  }

  @usableFromInline func gender(at index: Int) -> Gender { genders[index] }
  @usableFromInline func isWord(at index: Int) -> Bool { words[index] }

  /// The gender of the given name `name`, or `nil` if it is none.
  public func gender(_ name: some StringProtocol) -> Gender? {
    gender(folded: NameKey.make(name))
  }

  /// Whether the folded text is a given name.
  @inlinable public func contains(folded: some Sequence<UInt8>) -> Bool {
    index(Array(folded)) != nil
  }

  /// Whether the folded text is a given name that is also a common word or a place ("Secondo",
  /// "Franca", "Sofia"), so that it needs more evidence.
  @inlinable public func isWord(folded: some Sequence<UInt8>) -> Bool {
    index(Array(folded)).map { isWord(at: $0) } == true
  }
}
