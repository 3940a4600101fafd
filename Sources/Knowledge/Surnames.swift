import DossierModel

/// Surnames of many countries, and the endings that surnames have.
public struct Surnames: Sendable {
  private let keys = KeyTable()
  /// The endings by their length.
  private var endings: [(length: Int, table: KeyTable)] = []

  /// The number of surnames.
  public var count: Int { keys.count }

  /// Adds a surname.
  func add(name: [UInt8]) { keys[name] = 1 }

  /// Adds an ending.
  mutating func add(ending: [UInt8]) {
    if let known = endings.first(where: { $0.length == ending.count }) {
      known.table[ending] = 1
    } else {
      let table = KeyTable()
      table[ending] = 1
      endings.append((ending.count, table))
    }
  }

  /// Whether the word as written is a frequent surname.
  public func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let keys = keys
    return NameKey.withKey(of: word) { keys[$0] != nil }
  }

  /// Whether the folded word is a frequent surname.
  public func contains(folded word: [UInt8]) -> Bool {
    keys[NameKey.make(foldedBytes: word)] != nil
  }

  /// Whether the folded word ends as surnames do and has a syllable before the ending.
  public func hasEnding(folded word: [UInt8]) -> Bool {
    word.withUnsafeBufferPointer { word in
      endings.contains { length, table in
        word.count >= length + 3
          && table[UnsafeBufferPointer(rebasing: word.suffix(length))] != nil
      }
    }
  }
}

/// Somebody whom newspapers name without introducing them.
public struct FamousPerson: Sendable, Hashable {
  /// The name as an Italian broadsheet writes it.
  public let name: String
  /// The gender; `true` for feminine.
  public let isFeminine: Bool
  /// The country, alpha-2; `nil` for offices of many countries.
  public let country: String?
  /// Other names and spellings.
  public let aliases: [String]
  /// Whether others of that surname are in the news too.
  public let sharesSurname: Bool
}

/// The famous people of the world's table.
public struct FamousPeople: Sendable {
  /// All of them, in the order of the table.
  public let all: [FamousPerson]
  /// By the key of the name and of each alias.
  private let byName = KeyTable()
  /// By the key of the surname; -1 where two have it.
  private let bySurname = KeyTable()

  init(_ all: [FamousPerson]) {
    self.all = all
    for (index, person) in all.enumerated() {
      for name in [person.name] + person.aliases {
        byName[NameKey.make(name)] = byName[NameKey.make(name)] ?? index
        guard name.utf8.contains(UInt8(ascii: " ")) else { continue }
        // Two letters are too little to tell a name by ("Kim Jong-un").
        for surname in Self.surnames(of: name) where surname.count > 2 {
          bySurname[surname] = bySurname[surname].map { $0 == index ? index : -1 } ?? index
        }
      }
    }
  }

  /// The ends of a name, the whole aside: "Kyi", "Suu Kyi"; of the last word also without "al-".
  private static func surnames(of name: String) -> Set<[UInt8]> {
    let words = LatinFold.fold(name).utf8.split(separator: UInt8(ascii: " ")).map(Array.init)
    guard let last = words.last, words.count > 1 else { return [] }
    var surnames: Set<[UInt8]> = [NameKey.make(foldedBytes: withoutArticle(last))]
    for start in 1..<words.count {
      let end = Array(words[start...].joined(separator: [UInt8(ascii: " ")]))
      surnames.insert(NameKey.make(foldedBytes: end))
    }
    return surnames
  }

  private static func withoutArticle(_ word: [UInt8]) -> [UInt8] {
    if word.count > 5, word[2] == UInt8(ascii: "-"),
      word[0] == UInt8(ascii: "a") || word[0] == UInt8(ascii: "e")
    {
      return Array(word.dropFirst(3))
    }
    return word
  }

  /// The person with this full name or alias, as written.
  public func named(_ name: UnsafeBufferPointer<UInt8>) -> FamousPerson? {
    let table = byName
    return NameKey.withKey(of: name) { table[$0] }.map { all[$0] }
  }

  /// The only person with this surname, as written.
  public func surnamed(_ name: UnsafeBufferPointer<UInt8>) -> FamousPerson? {
    let table = bySurname
    guard let index = NameKey.withKey(of: name, { table[$0] }), index >= 0 else { return nil }
    return all[index]
  }

  /// Whether somebody in the table has this surname, as written.
  public func hasSurname(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let table = bySurname
    return NameKey.withKey(of: name) { table[$0] != nil }
  }

  /// The person with this folded full name or alias.
  public func named(folded name: [UInt8]) -> FamousPerson? {
    byName[NameKey.make(foldedBytes: name)].map { all[$0] }
  }

  /// The only person with this folded surname.
  public func surnamed(folded name: [UInt8]) -> FamousPerson? {
    guard let index = bySurname[NameKey.make(foldedBytes: name)], index >= 0 else { return nil }
    return all[index]
  }

  /// Whether somebody in the table has this folded surname.
  public func hasSurname(folded name: [UInt8]) -> Bool {
    bySurname[NameKey.make(foldedBytes: name)] != nil
  }
}
