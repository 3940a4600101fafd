import DossierModel
import Knowledge

/// What a language's tables know of numbers.
struct NumberLexicon: Sendable {
  /// What a word is for a number.
  enum Word: Sendable, Hashable {
    case numeral(Int)
    case article
    case scale(Int)
    /// A round number of things, in the singular.
    case collective(Int)
    /// The same in the plural, with the least that it means uncounted.
    case collectives(Int, least: Int)
    /// A count that stands for itself: nessuno, entrambi.
    case count(Int)
    case half
  }

  /// What a phrase does to the number that it stands by.
  enum Bound: String, Sendable {
    case atLeast = "at-least"
    case atMost = "at-most"
    case about
  }

  /// How a quantity can begin with a word, for a quick look.
  struct Opening: OptionSet, Sendable {
    let rawValue: UInt8

    /// A number word.
    static let word = Opening(rawValue: 1 << 0)
    /// The first word of a phrase for an unknown number.
    static let vague = Opening(rawValue: 1 << 1)
    /// The first word of a phrase that bounds a number.
    static let bound = Opening(rawValue: 1 << 2)
    /// The preposition before a number and another that "e" joins to it.
    static let between = Opening(rawValue: 1 << 3)
    /// The preposition before a number from which another goes on.
    static let from = Opening(rawValue: 1 << 4)
  }

  /// How a quantity can begin with each word.
  private(set) var openings = LexemeMap<Opening>()
  /// The classes of each word.
  private(set) var words = LexemeMap<TableArray<Word>>()
  /// Phrases for a number that is not told.
  private(set) var vague = PhraseMap<Bool>()
  /// Phrases before a number.
  private(set) var before = PhraseMap<Bound>()
  /// Phrases after a number.
  private(set) var after = PhraseMap<Bound>()
  /// Nouns after which a number is a name: articolo 5.
  private(set) var designators = LexemeMap<Bool>()
  /// The parts of compound numerals by their first byte, longest first.
  private var parts = TableArray<[(form: [UInt8], value: Int)]>(repeating: [], count: 256)
  /// For each first byte of a part, which letters (bit 0 is a) can be second.
  private var seconds = TableArray<UInt32>(repeating: 0, count: 256)

  /// The numbers of the language whose tables stand under `folder`.
  init(folder: String, lexemes: inout LexemeTable, grammar: Grammar) {
    let (tra, da) = (lexemes.intern("tra"), lexemes.intern("da"))
    for row in EmbeddedTable.rows(of: folder + "/numbers.tsv") {
      let value = Int(row[2]) ?? 0
      switch row[1] {
      case "numeral":
        add(.numeral(value), to: lexemes.intern(row[0]))
        addPart(row[0], value)
      case "part": addPart(row[0], value)
      case "article": add(.article, to: lexemes.intern(row[0]))
      case "scale": add(.scale(value), to: lexemes.intern(row[0]))
      case "collective": add(.collective(value), to: lexemes.intern(row[0]))
      case "collectives":
        add(.collectives(value, least: Int(row[3]) ?? value), to: lexemes.intern(row[0]))
      case "count": add(.count(value), to: lexemes.intern(row[0]))
      case "half": add(.half, to: lexemes.intern(row[0]))
      case "vague": vague.add(row[0], true, lexemes: &lexemes)
      case "after":
        if let bound = Bound(rawValue: row[2]) { after.add(row[0], bound, lexemes: &lexemes) }
      case "designator": designators[lexemes.intern(row[0])] = true
      default:
        if let bound = Bound(rawValue: row[1]) { before.add(row[0], bound, lexemes: &lexemes) }
      }
    }
    for id in LexemeTable.ID(0)..<LexemeTable.ID(lexemes.count) {
      var opening: Opening = words.contains(id) ? .word : []
      if vague.begins(with: id) { opening.insert(.vague) }
      if before.begins(with: id) { opening.insert(.bound) }
      if grammar.preposition(id) == tra { opening.insert(.between) }
      if grammar.preposition(id) == da { opening.insert(.from) }
      if !opening.isEmpty { openings[id] = opening }
    }
  }

  private mutating func add(_ word: Word, to id: LexemeTable.ID) {
    var known = words[id] ?? []
    known.append(word)
    words[id] = known
  }

  private mutating func addPart(_ form: String, _ value: Int) {
    let bytes = LexemeTable.normalized(Array(form.utf8))
    guard let first = bytes.first, bytes.last != UInt8(ascii: "'") else { return }
    var known = parts[Int(first)]
    let place = known.firstIndex { $0.form.count < bytes.count } ?? known.count
    known.insert((bytes, value), at: place)
    parts[Int(first)] = known
    if bytes.count > 1, (97...122).contains(bytes[1]) {
      seconds[Int(first)] |= 1 << UInt32(bytes[1] - 97)
    }
  }

  /// Gives the words among `lexemes` that are compound numerals their value.
  mutating func addCompounds(among lexemes: LexemeTable) {
    for id in LexemeTable.ID(0)..<LexemeTable.ID(lexemes.count) where !words.contains(id) {
      guard let value = compound(lexemes.bytes(id)) else { continue }
      add(.numeral(value), to: id)
      openings[id] = (openings[id] ?? []).union(.word)
    }
  }

  /// The value of a numeral written as one word ("trecentoventuno") of several parts; `nil` if `form`
  /// is none.
  func compound(_ form: UnsafeBufferPointer<UInt8>) -> Int? {
    // The longest up to a million has fewer bytes; the bound keeps odd input cheap.
    guard form.count >= 5, form.count <= 64 else { return nil }
    let (first, second) = (form[0] | 0x20, form[1] | 0x20)
    guard (97...122).contains(second), seconds[Int(first)] & (1 << UInt32(second - 97)) != 0 else {
      return nil
    }
    return compound(LexemeTable.normalized(form), from: 0, total: 0, current: 0)
  }

  /// Goes on at `start` with `total` thousands done and `current` below a thousand.
  private func compound(_ form: [UInt8], from start: Int, total: Int, current: Int) -> Int? {
    if start == form.count { return total + current }
    for part in parts[Int(form[start])] {
      let end = start + part.form.count
      guard end <= form.count, form[start..<end].elementsEqual(part.form) else { continue }
      guard let (total, current) = Self.joined(part.value, total: total, current: current) else {
        continue
      }
      if let value = compound(form, from: end, total: total, current: current) { return value }
    }
    return nil
  }

  /// The number with `value` said after it; `nil` if nobody counts so.
  private static func joined(_ value: Int, total: Int, current: Int) -> (Int, Int)? {
    switch value {
    case 1000: return total == 0 ? (max(current, 1) * 1000, 0) : nil
    case 100: return current < 10 && current != 1 ? (total, max(current, 1) * 100) : nil
    case 1...9: return current % 10 == 0 && current % 100 != 10 ? (total, current + value) : nil
    case 10...99: return current % 100 == 0 ? (total, current + value) : nil
    default: return nil
    }
  }
}
