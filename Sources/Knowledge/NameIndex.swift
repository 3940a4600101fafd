import DossierModel

/// What a name refers to.
public enum Referent: Sendable, Hashable {
  /// A country, by its code.
  case country(String)
  /// A region, by its slug.
  case region(String)
  /// An organization, by its slug.
  case organization(String)
  /// A settlement, by its place in the gazetteer.
  case settlement(Int)
  /// A city that stands for a government or organization, by the key of the actor: "Mosca ha
  /// insistito" speaks of `state:RU`.
  case seat(String)
  /// An adjective or noun of belonging.
  case demonym(Demonym)
}

/// One thing that a name may refer to.
public struct KnownName: Sendable, Hashable {
  /// What it refers to.
  public let referent: Referent
  /// Whether the name needs more evidence than its letters: it is also a common word or a given
  /// name.
  public let isWeak: Bool
  /// Whether it is the name itself or, of settlements, an equal of it, and not an alias.
  public let isPrimary: Bool
}

/// A name found in a text.
public struct NameMatch: Sendable, Hashable {
  /// The bytes of the name.
  public let span: TextSpan
  /// How many words it has.
  public let words: Int
  /// What it may refer to, never empty.
  ///
  /// Countries, regions, organizations, demonyms and seats come in the order of the tables, then
  /// settlements, those of that very name first, then by population.
  public let names: [KnownName]
}

/// The names of countries, regions, organizations, settlements and peoples in one index.
///
/// Names are looked up by their key (`NameKey`). An alias that a table marks with "=" ("=Usa") is
/// met only in exactly that writing, so a look-up that knows only the key does not give it unless
/// asked to.
public struct NameIndex: Sendable {
  private struct Entry {
    var keyStart: Int32
    var keyCount: Int32
    /// The next entry with the same key, or -1.
    var next: Int32
    /// Where the exact writing stands in the pool; empty if any writing will do.
    var exactStart: Int32
    var exactCount: Int32
    /// The words that must have a capital.
    var capitals: WordSet
    var name: KnownName
  }

  private var pool: [UInt8] = []
  private var entries: [Entry] = []
  private var slots: [Int32]
  private var longest: [UInt8]
  private let gazetteer: Gazetteer

  init(gazetteer: Gazetteer, capacity: Int) {
    self.gazetteer = gazetteer
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    longest = [UInt8](repeating: 0, count: 1 << 16)
    entries.reserveCapacity(capacity)
    pool.reserveCapacity(capacity * 12)
  }

  /// Makes `form` refer to `referent` too.
  mutating func add(_ form: WrittenForm, _ referent: Referent) {
    let key = NameKey.make(form.text)
    guard !key.isEmpty else { return }
    if entries.count * 2 >= slots.count { grow() }
    var slot = Int(KeyHash.of(key)) & (slots.count - 1)
    var last: Int32 = -1
    while slots[slot] >= 0 {
      if key.withUnsafeBytes({ isKey($0, of: Int(slots[slot])) }) {
        last = slots[slot]
        break
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    var entry = Entry(
      keyStart: Int32(pool.count), keyCount: Int32(key.count), next: -1, exactStart: 0,
      exactCount: 0, capitals: form.capitals,
      name: KnownName(referent: referent, isWeak: form.isWeak, isPrimary: form.isName))
    if last >= 0 {
      (entry.keyStart, entry.keyCount) = (entries[Int(last)].keyStart, entries[Int(last)].keyCount)
    } else {
      pool.append(contentsOf: key)
    }
    if form.isExact {
      entry.exactStart = Int32(pool.count)
      entry.exactCount = Int32(form.text.utf8.count)
      pool.append(contentsOf: form.text.utf8)
    }
    let new = Int32(entries.count)
    if last < 0 {
      slots[slot] = new
      note(key)
    } else {
      while true {
        let known = entries[Int(last)]
        if known.name.referent == referent && known.exactCount == 0 {
          let capitals = form.capitals
          if capitals.isSubset(of: known.capitals) { entries[Int(last)].capitals = capitals }
          return
        }
        if known.next < 0 { break }
        last = known.next
      }
      entries[Int(last)].next = new
    }
    entries.append(entry)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    var isLinked = [Bool](repeating: false, count: entries.count)
    for entry in entries where entry.next >= 0 { isLinked[Int(entry.next)] = true }
    for index in entries.indices where !isLinked[index] {
      var slot = Int(KeyHash.of(pool[range(entries[index])])) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }

  private mutating func note(_ key: [UInt8]) {
    let words = NameKey.wordCount(key)
    let hash = KeyHash.of(key.prefix { $0 != NameKey.space })
    let bucket = Int(hash) & (longest.count - 1)
    longest[bucket] = max(longest[bucket], UInt8(min(words, 255)))
  }

  private func isKey(_ key: UnsafeRawBufferPointer, of entry: Int) -> Bool {
    let start = Int(entries[entry].keyStart)
    guard Int(entries[entry].keyCount) == key.count else { return false }
    for offset in 0..<key.count where pool[start + offset] != key[offset] { return false }
    return true
  }

  private func range(_ entry: Entry) -> Range<Int> {
    Int(entry.keyStart)..<Int(entry.keyStart + entry.keyCount)
  }

  // MARK: Looking up by key

  /// What the name with this folded text may refer to; names that must be written in one way are
  /// left out unless `includingExact` says otherwise.
  @inlinable public func lookup(
    folded: some Sequence<UInt8>, includingExact: Bool = false
  ) -> [KnownName] {
    lookup(foldedBytes: Array(folded), includingExact: includingExact)
  }

  @usableFromInline func lookup(foldedBytes: [UInt8], includingExact: Bool) -> [KnownName] {
    let key = NameKey.make(foldedBytes: foldedBytes)
    return key.withUnsafeBytes { bytes in
      names(bytes, hash: KeyHash.of(bytes), capitals: .all) { _ in includingExact }
    }
  }

  /// What `name` may refer to, as it is written.
  public func lookup(_ name: some StringProtocol) -> [KnownName] {
    let key = NameKey.make(name)
    return key.withUnsafeBytes { bytes in
      names(bytes, hash: KeyHash.of(bytes), capitals: .all) { exact in
        exact.elementsEqual(name.utf8)
      }
    }
  }

  /// At most how many words the names have that begin with the word `folded`; at least 1.
  @inlinable public func maxWords(startingWith folded: some Sequence<UInt8>) -> Int {
    maxWords(startingWith: Array(folded))
  }

  @usableFromInline func maxWords(startingWith folded: [UInt8]) -> Int {
    maxWords(KeyHash.of(NameKey.make(foldedBytes: folded)))
  }

  private func maxWords(_ hash: UInt32) -> Int {
    let here = Int(longest[Int(hash) & (longest.count - 1)])
    return max(here, gazetteer.maxWords(startingWith: hash), 1)
  }

  private func names(
    _ key: UnsafeRawBufferPointer, hash: UInt32, capitals: WordSet,
    isWritten: (ArraySlice<UInt8>) -> Bool
  ) -> [KnownName] {
    guard !key.isEmpty else { return [] }
    var found: [KnownName] = []
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let first = Int(slots[slot])
      if isKey(key, of: first) {
        var index = Int32(first)
        while index >= 0 {
          let entry = entries[Int(index)]
          let exact = pool[Int(entry.exactStart)..<Int(entry.exactStart + entry.exactCount)]
          if entry.capitals.isSubset(of: capitals), exact.isEmpty || isWritten(exact),
            !found.contains(where: { $0.referent == entry.name.referent })
          {
            found.append(entry.name)
          }
          index = entry.next
        }
        break
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard isWrittenAsName(key, capitals) else { return found }
    for hit in gazetteer.hits(key, hash: hash) {
      found.append(
        KnownName(referent: .settlement(hit.place), isWeak: hit.isWeak, isPrimary: hit.isPrimary))
    }
    return found
  }

  /// Whether words with these capitals may be the name of a settlement: all have one but short words
  /// inside and an Arabic article at the beginning ("Rostov sul Don", "al-Fashir").
  private func isWrittenAsName(_ key: UnsafeRawBufferPointer, _ capitals: WordSet) -> Bool {
    var start = 0
    var word = 0
    while start < key.count {
      var end = start
      while end < key.count, key[end] != NameKey.space { end += 1 }
      if !capitals.contains(word), word < 16 {
        let isDigit = key[start] < UInt8(ascii: "a")
        let isArticle = key[start] == UInt8(ascii: "a") || key[start] == UInt8(ascii: "e")
        guard isDigit || end - start <= 3 && (word > 0 || isArticle) else { return false }
      }
      start = end + 1
      word += 1
    }
    return !capitals.isEmpty
  }

  // MARK: Finding names in a text

  /// The longest known name that begins at `start` in `text`, where a word must begin, and ends
  /// before `limit` at the end of a word; `nil` if there is none.
  ///
  /// Words of one name may be parted by a space, no-break space, single line break, hyphen, slash,
  /// apostrophe or full stop. A word must have a capital where the name is written with one, so that
  /// "la pena" is no town and "armeno" is met in any writing; of settlements all words but short
  /// ones.
  public func longestMatch(
    in text: Span<UInt8>, from start: Int, to limit: Int? = nil
  ) -> NameMatch? {
    var match: NameMatch?
    scan(text, start, limit) { found in
      match = found
      return true
    }
    return match
  }

  /// The longest known name that begins at `start` in `text`.
  public func longestMatch(in text: [UInt8], from start: Int, to limit: Int? = nil) -> NameMatch? {
    longestMatch(in: text.span, from: start, to: limit)
  }

  /// Reports the known names that begin at `start` in `text`, the longest first, until one
  /// `isEnough`.
  public func visitMatches(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, until isEnough: (NameMatch) -> Bool
  ) {
    scan(text.span, start, nil, isEnough)
  }

  /// What `word` may refer to where no more words follow; `nil` if it is not a single word or may begin
  /// a longer name.
  public func names(ofWord word: UnsafeBufferPointer<UInt8>) -> [KnownName]? {
    let text = word.span
    guard !word.isEmpty else { return nil }
    guard mayBegin(text, 0, word.count) else { return [] }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: KeyScanner.capacity) { bytes in
      var key = KeyScanner(at: 0, into: bytes)
      guard key.readWord(text, word.count), key.position == word.count,
        maxWords(key.hash.value) == 1
      else { return nil }
      return names(
        UnsafeRawBufferPointer(start: bytes.baseAddress, count: key.count), hash: key.hash.value,
        capitals: key.capitals
      ) { $0.elementsEqual(word) }
    }
  }

  /// All known names that begin at `start` in `text`, the longest first.
  public func matches(in text: [UInt8], from start: Int, to limit: Int? = nil) -> [NameMatch] {
    var matches: [NameMatch] = []
    scan(text.span, start, limit) { found in
      matches.append(found)
      return false
    }
    return matches
  }

  /// Whether the word at `start` may be the first of a name: quickly `false` for most words that are
  /// written without a capital.
  private func mayBegin(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    var hash = KeyHash()
    var position = start
    while position < limit {
      let byte = text[position]
      if byte &- 97 < 26 || byte &- 48 < 10 {
        hash.combine(byte)
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "`")
        || byte >= 0x80 || NameKey.isLetterOrDigit(byte)
      {
        return true
      } else {
        break
      }
      position += 1
    }
    // Arabic names may begin with their article ("al-Fashir").
    return longest[Int(hash.value) & (longest.count - 1)] > 0
      || position - start <= 3
        && (text[start] == UInt8(ascii: "a") || text[start] == UInt8(ascii: "e"))
  }

  /// Reports the known names at `start`, the longest first, until `isEnough`.
  private func scan(
    _ text: Span<UInt8>, _ start: Int, _ limit: Int?, _ isEnough: (NameMatch) -> Bool
  ) {
    let limit = min(limit ?? text.count, text.count)
    guard start >= 0, start < limit, mayBegin(text, start, limit) else { return }
    // Names are short and have few words: both stay on the stack.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: KeyScanner.capacity) { bytes in
      withUnsafeTemporaryAllocation(of: WordEnd.self, capacity: 16) { ends in
        var key = KeyScanner(at: start, into: bytes)
        var count = 0
        var most = ends.count
        while count < most, key.readWord(text, limit) {
          if count == 0 { most = min(most, maxWords(key.hash.value)) }
          ends.initializeElement(at: count, to: WordEnd(key))
          count += 1
          if count == most || !key.skipSeparator(text, limit) { break }
        }
        while count > 0 {
          count -= 1
          let end = ends[count]
          let span = TextSpan(start, end.text)
          let found = names(
            UnsafeRawBufferPointer(start: bytes.baseAddress, count: end.key), hash: end.hash,
            capitals: end.capitals
          ) { exact in
            guard exact.count == span.count else { return false }
            return exact.indices.allSatisfy { exact[$0] == text[start + $0 - exact.startIndex] }
          }
          guard !found.isEmpty else { continue }
          if isEnough(NameMatch(span: span, words: count + 1, names: found)) { return }
        }
      }
    }
  }
}
