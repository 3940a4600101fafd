/// A town, village or camp.
public struct Settlement: Sendable, Hashable {
  /// Its place in the gazetteer.
  public let index: Int
  /// What an Italian reader expects: the Italian name where there is one, or GeoNames' own.
  public let name: String
  /// Degrees north.
  public let latitude: Double
  /// Degrees east.
  public let longitude: Double
  /// ISO 3166-1 alpha-2, or XK.
  public let country: String
  /// The number of inhabitants that GeoNames gives; zero if unknown.
  public let population: Int
  /// The GeoNames id; `nil` for those that were added by hand.
  public let geonames: Int?

  /// The key of the settlement as a place.
  public var key: String {
    if let geonames { return "geonames:\(geonames)" }
    return "settlement:" + country.lowercased() + "-"
      + String(decoding: NameKey.make(name).map { $0 == NameKey.space ? 45 : $0 }, as: UTF8.self)
  }

  /// The distance to a point in kilometres, on a sphere of 6371 km.
  public func distance(latitude: Double, longitude: Double) -> Double {
    Geodesy.kilometres(self.latitude, self.longitude, latitude, longitude)
  }
}

/// The settlements of the world, searched where they stand in the program.
///
/// Places and names are GeoNames' (CC BY 4.0), with Italian names and additions by hand;
/// `make_gazetteer.py` tells which, and how the bytes are laid out.
public struct Gazetteer: @unchecked Sendable {
  // Unchecked: all pointers are to constant data of the binary.

  /// A key of a settlement that was looked up.
  struct Hit: Hashable {
    /// The settlement's place in the gazetteer.
    var place: Int
    /// Whether the name is its display name or another of the first rank.
    var isPrimary: Bool
    /// Whether the name is also a common word or a given name.
    var isWeak: Bool
  }

  /// The number of settlements.
  public let count: Int
  /// The codes of the countries that have settlements here, sorted.
  public let countryCodes: [String]
  let keyCount: Int

  private let firstPlaces: [Int]
  private let places: UnsafeRawPointer
  private let names: UnsafeRawPointer
  let keys: UnsafeRawPointer
  private let slots: UnsafeRawPointer
  private let slotCount: Int
  private let postings: UnsafeRawPointer
  private let words: UnsafeRawPointer
  private let wordBuckets: Int

  /// The names by how they sound.
  let skeletons: SkeletonIndex

  private static let placeSize = 24
  static let keyHeader = 6

  /// The gazetteer in `bytes`; an empty one if they are not laid out as they should be.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self = Gazetteer(reading: bytes) ?? Gazetteer()
  }

  /// A gazetteer without settlements.
  private init() {
    // One empty slot and one empty bucket, so that every look-up ends; never freed.
    let zeros = UnsafeMutableRawPointer.allocate(byteCount: 32, alignment: 8)
    zeros.initializeMemory(as: UInt8.self, repeating: 0, count: 32)
    (count, keyCount, slotCount, wordBuckets) = (0, 0, 1, 1)
    (countryCodes, firstPlaces, skeletons) = ([], [0], SkeletonIndex())
    places = UnsafeRawPointer(zeros)
    (names, keys, slots, postings, words) = (places, places, places, places, places)
  }

  private init?(reading bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 32, let start = UnsafeRawPointer(bytes.baseAddress),
      bytes.prefix(4).elementsEqual("DGZ1".utf8)
    else { return nil }
    func header(_ n: Int) -> Int { Int(UInt32(littleEndian: start.load4(4 + 4 * n))) }
    func padded(_ n: Int) -> Int { (n + 3) / 4 * 4 }
    count = header(0)
    let (countries, nameBytes, keyBytes) = (header(1), header(2), header(3))
    (slotCount, wordBuckets) = (header(4), header(6))
    places = start + 32
    let countryTable = places + (count + 1) * Self.placeSize
    names = countryTable + (countries + 1) * 8
    keys = names + padded(nameBytes)
    slots = keys + padded(keyBytes)
    postings = slots + slotCount * 4
    words = postings + header(5) * 4
    guard words + wordBuckets == start + bytes.count, slotCount > 0, wordBuckets > 0 else {
      return nil
    }
    countryCodes = (0..<countries).map { n in
      String(decoding: UnsafeRawBufferPointer(start: countryTable + n * 8, count: 2), as: UTF8.self)
    }
    firstPlaces = (0...countries).map { n in Int(countryTable.load4(n * 8 + 4)) }
    (keyCount, skeletons) = (keyBytes, SkeletonIndex())
  }

  /// The settlement at `index`, which is one that the gazetteer gave.
  public subscript(index: Int) -> Settlement {
    let row = places + index * Self.placeSize
    let id = Int(row.load4(4))
    return Settlement(
      index: index, name: Transcription.plain(name(of: index), country: country(of: index)),
      latitude: Double(Int32(bitPattern: row.load4(8))) / 1e5,
      longitude: Double(Int32(bitPattern: row.load4(12))) / 1e5,
      country: country(of: index), population: population(of: index),
      geonames: id == 0 ? nil : id)
  }

  /// The settlements called `name`, those of that very name first, then by population.
  public func settlements(named name: String) -> [Settlement] {
    hits(NameKey.make(name)).map { self[$0.place] }
  }

  /// The places of the settlements in `country`.
  public func range(of country: String) -> Range<Int> {
    guard let n = countryCodes.firstIndex(of: country) else { return 0..<0 }
    return firstPlaces[n]..<firstPlaces[n + 1]
  }

  /// The country of the settlement at `index`.
  public func country(of index: Int) -> String {
    var (low, high) = (0, countryCodes.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if firstPlaces[middle] <= index { low = middle } else { high = middle }
    }
    return countryCodes[low]
  }

  /// The number of inhabitants of the settlement at `index`.
  public func population(of index: Int) -> Int {
    Int((places + index * Self.placeSize).load4(16))
  }

  func name(of index: Int) -> String {
    let start = names + Int((places + index * Self.placeSize).load4(20))
    let length = Int(start.load(as: UInt8.self))
    return String(decoding: UnsafeRawBufferPointer(start: start + 1, count: length), as: UTF8.self)
  }

  /// Where the keys of the settlement at `index` begin.
  func keyStart(of index: Int) -> Int { Int((places + index * Self.placeSize).load4(0)) }

  /// Calls `body` with each key of the settlement at `index`: its signature, flags and bytes.
  func forEachKey(of index: Int, _ body: (UInt32, UInt8, UnsafeRawBufferPointer) -> Void) {
    var position = keyStart(of: index)
    let end = keyStart(of: index + 1)
    while position < end {
      let length = Int((keys + position + 4).load(as: UInt8.self))
      body(
        keys.load4(position), (keys + position + 5).load(as: UInt8.self),
        UnsafeRawBufferPointer(start: keys + position + Self.keyHeader, count: length))
      position += Self.keyHeader + length
    }
  }

  /// The bytes of the key that begins at `position`.
  func key(at position: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: keys + position + Self.keyHeader,
      count: Int((keys + position + 4).load(as: UInt8.self)))
  }

  /// Whether the key that begins at `position` is a name of the first rank.
  func isPrimary(keyAt position: Int) -> Bool {
    (keys + position + 5).load(as: UInt8.self) & 1 != 0
  }

  /// The settlement whose keys hold the one that begins at `position`.
  func place(ofKeyAt position: Int) -> Int {
    var (low, high) = (0, count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if keyStart(of: middle) <= position { low = middle } else { high = middle }
    }
    return low
  }

  /// The settlements that have `key`, those of that very name first, then by population.
  func hits(_ key: [UInt8]) -> [Hit] {
    key.withUnsafeBytes { hits($0, hash: KeyHash.of($0)) }
  }

  func hits(_ key: UnsafeRawBufferPointer, hash: UInt32) -> [Hit] {
    var slot = Int(hash) % slotCount
    while true {
      let value = slots.load4(slot * 4)
      if value == 0 { return [] }
      if value & 0x8000_0000 == 0 {
        let position = Int(value) - 1
        if isKey(key, at: position) { return [hit(at: position)] }
      } else {
        let start = Int(value & 0x7FFF_FFFF)
        if isKey(key, at: Int(postings.load4(start * 4 + 4))) {
          return (0..<Int(postings.load4(start * 4))).map { n in
            hit(at: Int(postings.load4((start + 1 + n) * 4)))
          }
        }
      }
      slot = (slot + 1) % slotCount
    }
  }

  /// At most how many words the names have that begin with a word of this hash; 1 if there is none.
  func maxWords(startingWith hash: UInt32) -> Int {
    max(1, Int((words + Int(hash) % wordBuckets).load(as: UInt8.self)))
  }

  private func isKey(_ key: UnsafeRawBufferPointer, at position: Int) -> Bool {
    guard Int((keys + position + 4).load(as: UInt8.self)) == key.count else { return false }
    let stored = keys + position + Self.keyHeader
    for offset in 0..<key.count
    where stored.load(fromByteOffset: offset, as: UInt8.self) != key[offset] {
      return false
    }
    return true
  }

  private func hit(at position: Int) -> Hit {
    let flags = (keys + position + 5).load(as: UInt8.self)
    return Hit(
      place: place(ofKeyAt: position), isPrimary: flags & 1 != 0, isWeak: flags & 2 != 0)
  }
}

extension UnsafeRawPointer {
  /// The 32 bits at `offset`, which need not be aligned.
  func load4(_ offset: Int) -> UInt32 {
    UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}
