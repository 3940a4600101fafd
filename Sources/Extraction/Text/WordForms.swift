import DossierModel
import Knowledge

/// The words that a reader of articles has met, as they were written, each with a small number and
/// with what has been found out about its letters.
///
/// News is written with few words: nine of ten have been met before. What is kept of a word depends
/// on its letters and the tables alone, so that it makes no difference in which order articles are
/// read, or by how many readers; only one of them uses it at a time.
final class WordForms: @unchecked Sendable {
  /// The number of a word.
  typealias ID = Int32
  /// The number of words that are not kept.
  static let none: ID = -1

  /// What is known of a word.
  struct Word {
    /// Its number among the language's lexemes.
    var lexeme: LexemeTable.ID
    /// What it looks like, apart from what stands before it.
    var shape: Token.Shape
    /// What is known of its letters so far.
    var traits: WordTraits = []
    /// The word in small letters.
    var small: ID
    /// Which article's uses of the word are noted, and which those are.
    var article: UInt32 = 0
    var uses: UInt8 = 0
    /// Where the names are that the word alone is; `isBeginning` if longer ones may begin with it.
    fileprivate var names: Int32 = Self.isUnasked

    fileprivate static let isUnasked: Int32 = -2
    fileprivate static let isBeginning: Int32 = -1
  }

  /// The letters of a word as two numbers: the first sixteen bytes, or, if it is longer, their hash,
  /// whose first byte is zero as that of no word is.
  struct Key: Equatable {
    var first: UInt64
    var second: UInt64

    /// The key of no word.
    static let none = Key(first: 0, second: 0)

    private init(first: UInt64, second: UInt64) { (self.first, self.second) = (first, second) }

    /// The key of a word of at most eight bytes, which are `letters`.
    @inline(__always)
    init(letters: UInt64) { (first, second) = (letters, 0) }

    /// The key of the `count` bytes at `start`, behind which eight more can be read.
    @inline(__always)
    init(_ start: UnsafePointer<UInt8>, _ count: Int) {
      let place = UnsafeRawPointer(start)
      if count <= 8 {
        first = place.loadUnaligned(as: UInt64.self) & Self.mask(count)
        second = 0
      } else if count <= 16 {
        first = place.loadUnaligned(as: UInt64.self)
        second = place.loadUnaligned(fromByteOffset: 8, as: UInt64.self) & Self.mask(count - 8)
      } else {
        first = WordBytes(UnsafeBufferPointer(start: start, count: count)).hash << 8
        second = UInt64(count)
      }
    }

    /// The key of the word with one more byte after its `count` ones, at most fifteen.
    func adding(_ byte: UInt8, _ count: Int) -> Key {
      var key = self
      if count < 8 {
        key.first |= UInt64(byte) << UInt64(count * 8)
      } else {
        key.second |= UInt64(byte) << UInt64((count - 8) * 8)
      }
      return key
    }

    /// The lowest `count` bytes of eight, at least one.
    @inline(__always)
    static func mask(_ count: Int) -> UInt64 { .max >> UInt64(64 - count * 8) }

    @inline(__always)
    var hash: Int {
      var hash = (first ^ (second << 29 | second >> 35)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      return Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 24)
    }
  }

  fileprivate struct Slot {
    var key: Key
    var word: ID
  }

  /// Where everything lies: words are asked for without counting references.
  struct Storage {
    fileprivate var slots: UnsafeMutablePointer<Slot>
    fileprivate var mask: Int
    fileprivate var words: UnsafeMutablePointer<Word>
    fileprivate var count = 0
    fileprivate var capacity: Int
    fileprivate let most: Int
    /// The letters of the words that have more than sixteen.
    fileprivate var long: [ID: [UInt8]] = [:]
    fileprivate var article: UInt32 = 0
    /// The names that words are, those of words that are none first.
    fileprivate var names: [[KnownName]] = [[]]
    /// The towns of some countries that names were found to be like.
    fileprivate var towns: [TownQuery: Int?] = [:]
  }

  /// A folded name and the countries in which a town was looked for that is called nearly so.
  fileprivate struct TownQuery: Hashable {
    var name: String
    var countries: [String]
  }

  fileprivate let storage: UnsafeMutablePointer<Storage>

  /// The most towns that are kept when another text is begun.
  private static let mostTowns = 1 << 13

  /// No words yet, of which `most` are kept while a text is read, and half as many when another is
  /// begun: odd texts have millions.
  init(most: Int = 1 << 17) {
    storage = .allocate(capacity: 1)
    storage.initialize(to: Self.empty(most: most))
  }

  deinit {
    storage.pointee.slots.deallocate()
    storage.pointee.words.deallocate()
    storage.deinitialize(count: 1)
    storage.deallocate()
  }

  private static func empty(most: Int) -> Storage {
    let size = 1 << 6
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: size)
    slots.initialize(repeating: Slot(key: .none, word: none), count: size)
    return Storage(
      slots: slots, mask: size - 1, words: .allocate(capacity: size / 2), capacity: size / 2,
      most: most)
  }

  /// Makes room for the words of another text.
  func beginText() {
    if storage.pointee.towns.count > Self.mostTowns { storage.pointee.towns = [:] }
    guard storage.pointee.count > storage.pointee.most / 2 else { return }
    storage.pointee.slots.deallocate()
    storage.pointee.words.deallocate()
    storage.pointee = Self.empty(most: storage.pointee.most)
  }

  /// The words themselves, to be used as long as this is kept.
  var table: WordTable { WordTable(storage: storage) }

  /// The words of the forms that have been met.
  struct WordTable: @unchecked Sendable {
    fileprivate let storage: UnsafeMutablePointer<Storage>

    /// The names of the tables that the word with the number `id` is, which `find` tells when it is first
    /// asked for; `nil` if longer ones may begin with it.
    func names(of id: ID, _ find: () -> [KnownName]?) -> [KnownName]? {
      if self[id].names == Word.isUnasked {
        let names = find()
        switch names {
        case nil: self[id].names = Word.isBeginning
        case []?: self[id].names = 0
        case let names?:
          self[id].names = Int32(storage.pointee.names.count)
          storage.pointee.names.append(names)
        }
      }
      let place = self[id].names
      return place < 0 ? nil : storage.pointee.names[Int(place)]
    }

    /// The town of `countries` that is called nearly as the folded `name`, which `find` tells when it is
    /// first asked for.
    func town(like name: String, inCountries countries: [String], _ find: () -> Int?) -> Int? {
      let query = TownQuery(name: name, countries: countries)
      if let known = storage.pointee.towns[query] { return known }
      let town = find()
      storage.pointee.towns[query] = .some(town)
      return town
    }

    /// Forgets the uses of words that were noted, for another article.
    func beginUses() {
      storage.pointee.article += 1
    }

    /// How the word with the number `id` is used in the article.
    @inline(__always)
    func uses(of id: ID) -> UInt8 {
      let word = self[id]
      return word.article == storage.pointee.article ? word.uses : 0
    }

    /// Notes that the word with the number `id` is used so, too.
    @inline(__always)
    func note(_ uses: UInt8, of id: ID) {
      self[id].uses = self.uses(of: id) | uses
      self[id].article = storage.pointee.article
    }

    /// What is known of the word with the number `id`.
    subscript(_ id: ID) -> Word {
      @inline(__always) unsafeAddress {
        precondition(UInt(bitPattern: Int(id)) < UInt(bitPattern: storage.pointee.count))
        return UnsafePointer(storage.pointee.words + Int(id))
      }
      @inline(__always) nonmutating unsafeMutableAddress {
        precondition(UInt(bitPattern: Int(id)) < UInt(bitPattern: storage.pointee.count))
        return storage.pointee.words + Int(id)
      }
    }

    /// The number of the word with `key`, which has at most sixteen bytes.
    @inline(__always)
    func find(short key: Key) -> ID {
      let (slots, mask) = (storage.pointee.slots, storage.pointee.mask)
      var index = key.hash & mask
      while slots[index].key != key {
        if slots[index].word < 0 { return none }
        index = (index + 1) & mask
      }
      return slots[index].word
    }

    /// The number of the `count` bytes at `start`, behind which eight more can be read; `none` if they
    /// have not been met.
    func find(_ start: UnsafePointer<UInt8>, _ count: Int) -> ID {
      let key = Key(start, count)
      if count <= 16 { return find(short: key) }
      let letters = UnsafeBufferPointer(start: start, count: count)
      let (slots, mask) = (storage.pointee.slots, storage.pointee.mask)
      var index = key.hash & mask
      while slots[index].word >= 0 {
        if slots[index].key == key,
          storage.pointee.long[slots[index].word]?.elementsEqual(letters) == true
        {
          return slots[index].word
        }
        index = (index + 1) & mask
      }
      return none
    }

    /// The number of the `count` bytes at `start`, behind which eight more can be read; they are kept if
    /// they are new and there is room.
    func note(
      _ start: UnsafePointer<UInt8>, _ count: Int, lexeme: LexemeTable.ID, shape: Token.Shape
    ) -> ID {
      let known = find(start, count)
      if known >= 0 || storage.pointee.count >= storage.pointee.most { return known }
      let id = add(start, count, lexeme, shape)
      var small: [UInt8] = []
      for i in 0..<count where start[i] &- 65 < 26 {
        if small.isEmpty {
          small = Array(UnsafeBufferPointer(start: start, count: count)) + [0, 0, 0, 0, 0, 0, 0, 0]
        }
        small[i] |= 0x20
      }
      if !small.isEmpty {
        self[id].small = small.withUnsafeBufferPointer { letters in
          guard let first = letters.baseAddress else { return id }
          let known = find(first, count)
          return known >= 0
            ? known : add(first, count, lexeme, shape.intersection([.word, .elided]))
        }
      }
      return id
    }

    private func add(
      _ start: UnsafePointer<UInt8>, _ count: Int, _ lexeme: LexemeTable.ID, _ shape: Token.Shape
    ) -> ID {
      let all = storage.pointee.count
      if all == storage.pointee.capacity { grow() }
      let id = ID(all)
      (storage.pointee.words + all).initialize(
        to: Word(lexeme: lexeme, shape: shape, small: id))
      storage.pointee.count = all + 1
      let key = Key(start, count)
      if count > 16 {
        storage.pointee.long[id] = Array(UnsafeBufferPointer(start: start, count: count))
      }
      place(Slot(key: key, word: id))
      return id
    }

    private func place(_ slot: Slot) {
      var index = slot.key.hash & storage.pointee.mask
      while storage.pointee.slots[index].word >= 0 { index = (index + 1) & storage.pointee.mask }
      storage.pointee.slots[index] = slot
    }

    private func grow() {
      let old = storage.pointee
      let words = UnsafeMutablePointer<Word>.allocate(capacity: old.capacity * 2)
      words.moveInitialize(from: old.words, count: old.count)
      old.words.deallocate()
      let size = (old.mask + 1) * 2
      let slots = UnsafeMutablePointer<Slot>.allocate(capacity: size)
      slots.initialize(repeating: Slot(key: .none, word: WordForms.none), count: size)
      storage.pointee.words = words
      storage.pointee.capacity = old.capacity * 2
      storage.pointee.slots = slots
      storage.pointee.mask = size - 1
      for index in 0...old.mask where old.slots[index].word >= 0 { place(old.slots[index]) }
      old.slots.deallocate()
    }
  }
}
