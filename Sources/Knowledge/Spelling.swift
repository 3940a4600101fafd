/// How a place name sounds, whatever the alphabet that it was written over from.
///
/// Digraphs of English, French, German and Italian transliteration become one symbol each (`sh`,
/// `sch`, and `sc` before e and i are S; `kh` and `x` are X), doubled letters one, Arabic articles
/// nothing. What may stand for what (j for y, g for k, ch for kh) is told by the costs of
/// `Spelling.substitution`. `make_gazetteer.py` makes the same skeletons.
enum Skeleton {
  /// The longest skeleton that is made; longer names are cut.
  static let capacity = 48

  static func isVowel(_ symbol: UInt8) -> Bool {
    switch symbol {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }

  /// The symbols of a key.
  static func make(_ key: some Sequence<UInt8>) -> [UInt8] {
    let key = Array(key)
    return key.withUnsafeBytes { key in
      [UInt8](unsafeUninitializedCapacity: capacity) { symbols, count in
        count = make(key, into: symbols)
      }
    }
  }

  /// Writes the symbols of a key and gives their number; `symbols` has room for `capacity`.
  static func make(
    _ key: UnsafeRawBufferPointer, into symbols: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    // The letters without articles and spaces.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: key.count + 4) { text in
      var length = 0
      var wordStart = 0
      let isOneWord = !key.contains(NameKey.space)
      for position in 0...key.count {
        guard position == key.count || key[position] == NameKey.space else { continue }
        let word = UnsafeRawBufferPointer(rebasing: key[wordStart..<position])
        wordStart = position + 1
        if !isOneWord, isArticle(word) { continue }
        for letter in word {
          text.initializeElement(at: length, to: letter)
          length += 1
        }
      }
      if length == 0 {
        for letter in key where letter != NameKey.space {
          text.initializeElement(at: length, to: letter)
          length += 1
        }
      }
      // Patterns look ahead up to three letters.
      for offset in 0..<3 { text.initializeElement(at: length + offset, to: 0) }
      var count = 0
      var position = 0
      while position < length {
        let (symbol, width) = read(text, position)
        position += width
        if count > 0, symbols[count - 1] == symbol { continue }
        if count == capacity { break }
        symbols.initializeElement(at: count, to: symbol)
        count += 1
      }
      if count > 3, symbols[count - 1] == UInt8(ascii: "h"), isVowel(symbols[count - 2]) {
        count -= 1
      }
      return count
    }
  }

  /// Whether a word is an Arabic article, in any assimilation.
  private static func isArticle(_ word: UnsafeRawBufferPointer) -> Bool {
    switch word.count {
    case 1: return word[0] == UInt8(ascii: "l")
    case 2:
      guard word[0] == UInt8(ascii: "a") || word[0] == UInt8(ascii: "e") else { return false }
      switch word[1] {
      case UInt8(ascii: "l"), UInt8(ascii: "r"), UInt8(ascii: "s"), UInt8(ascii: "d"),
        UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "z"):
        return true
      default: return false
      }
    case 3:
      return (word[0] == UInt8(ascii: "a") || word[0] == UInt8(ascii: "e"))
        && word[1] == UInt8(ascii: "s") && word[2] == UInt8(ascii: "h")
    default: return false
    }
  }

  /// The symbol at `position` and how many letters it takes; three zeros follow the text.
  private static func read(
    _ text: UnsafeMutableBufferPointer<UInt8>, _ position: Int
  ) -> (UInt8, Int) {
    let (letter, next) = (text[position], text[position + 1])
    let h = next == UInt8(ascii: "h")
    switch letter {
    case UInt8(ascii: "s"):
      if h {
        let isLong =
          text[position + 2] == UInt8(ascii: "c") && text[position + 3] == UInt8(ascii: "h")
        return (UInt8(ascii: "S"), isLong ? 4 : 2)
      }
      if next == UInt8(ascii: "c") {
        let third = text[position + 2]
        if third == UInt8(ascii: "h") { return (UInt8(ascii: "S"), 3) }
        if third == UInt8(ascii: "e") || third == UInt8(ascii: "i") {
          return (UInt8(ascii: "S"), 2)
        }
      }
    case UInt8(ascii: "d"):
      if next == UInt8(ascii: "z"), text[position + 2] == UInt8(ascii: "h") {
        return (UInt8(ascii: "J"), 3)
      }
      if next == UInt8(ascii: "j") { return (UInt8(ascii: "J"), 2) }
      if h { return (letter, 2) }
    case UInt8(ascii: "i"):
      if next == UInt8(ascii: "j") { return (letter, text[position + 2] == letter ? 3 : 2) }
    case UInt8(ascii: "k"): if h { return (UInt8(ascii: "X"), 2) }
    case UInt8(ascii: "c"):
      if h { return (UInt8(ascii: "C"), 2) }
      if next == UInt8(ascii: "k") { return (next, 2) }
    case UInt8(ascii: "z"): if h { return (UInt8(ascii: "Z"), 2) }
    case UInt8(ascii: "t"):
      if next == UInt8(ascii: "s") || next == UInt8(ascii: "z") { return (UInt8(ascii: "T"), 2) }
      if h { return (letter, 2) }
    case UInt8(ascii: "p"): if h { return (UInt8(ascii: "f"), 2) }
    case UInt8(ascii: "g"): if h { return (letter, 2) }
    case UInt8(ascii: "o"):
      if next == letter || next == UInt8(ascii: "u") { return (UInt8(ascii: "u"), 2) }
    case UInt8(ascii: "e"):
      if next == letter { return (UInt8(ascii: "i"), 2) }
      if next == UInt8(ascii: "y") || next == UInt8(ascii: "i") { return (letter, 2) }
    case UInt8(ascii: "a"):
      if next == UInt8(ascii: "w") || next == UInt8(ascii: "u") { return (UInt8(ascii: "o"), 2) }
      if next == UInt8(ascii: "y") || next == UInt8(ascii: "i") { return (UInt8(ascii: "e"), 2) }
    case UInt8(ascii: "y"): return (UInt8(ascii: "i"), 1)
    case UInt8(ascii: "w"): return (UInt8(ascii: "v"), 1)
    case UInt8(ascii: "q"): return (UInt8(ascii: "k"), 1)
    case UInt8(ascii: "x"): return (UInt8(ascii: "X"), 1)
    case UInt8(ascii: "j"): return (UInt8(ascii: "J"), 1)
    default: break
    }
    return (letter, 1)
  }
}

/// What is known of a skeleton in 32 bits, so that most names are passed over without reading them:
/// the first symbol, the length, and how many consonants of each of nine classes there are.
struct SkeletonSignature {
  var bits: UInt32

  init(bits: UInt32) { self.bits = bits }

  init(_ symbols: [UInt8]) {
    bits = UInt32(symbols.first ?? 0) & 127 | UInt32(min(symbols.count, 31)) << 7
    var counts = [UInt32](repeating: 0, count: 9)
    for symbol in symbols {
      if let kind = Self.kind(symbol) { counts[kind] += 1 }
    }
    for (kind, count) in counts.enumerated() { bits |= min(count, 3) << UInt32(12 + 2 * kind) }
  }

  var first: UInt8 { UInt8(bits & 127) }
  var length: Int { Int(bits >> 7 & 31) }

  /// The class of a consonant; cheap substitutions lead from one class to another only between
  /// hisses (6), throat sounds (7) and those that are written for either (8).
  private static func kind(_ symbol: UInt8) -> Int? {
    switch symbol {
    case UInt8(ascii: "l"): 0
    case UInt8(ascii: "m"), UInt8(ascii: "n"): 1
    case UInt8(ascii: "r"): 2
    case UInt8(ascii: "b"), UInt8(ascii: "p"): 3
    case UInt8(ascii: "d"), UInt8(ascii: "t"): 4
    case UInt8(ascii: "f"), UInt8(ascii: "v"): 5
    case UInt8(ascii: "S"), UInt8(ascii: "s"), UInt8(ascii: "T"), UInt8(ascii: "Z"),
      UInt8(ascii: "z"):
      6
    case UInt8(ascii: "g"), UInt8(ascii: "h"), UInt8(ascii: "k"), UInt8(ascii: "X"): 7
    case UInt8(ascii: "c"), UInt8(ascii: "C"), UInt8(ascii: "J"): 8
    default: nil
    }
  }

  /// At least how many consonants one must put in, leave out or change to come from one to the other.
  func leastEdits(to other: SkeletonSignature) -> Int {
    func difference(_ kind: UInt32) -> Int {
      Int(bits >> (12 + 2 * kind) & 3) - Int(other.bits >> (12 + 2 * kind) & 3)
    }
    var (more, fewer) = (0, 0)
    for kind in 0..<UInt32(6) {
      let d = difference(kind)
      if d > 0 { more += d } else { fewer -= d }
    }
    let (hisses, throats, either) = (difference(6), difference(7), difference(8))
    var plus = max(hisses, 0) + max(throats, 0)
    var minus = max(-hisses, 0) + max(-throats, 0)
    // Letters for either stand in for both, also in a chain (s for c, c for k).
    if either > 0 { minus -= min(either, minus) } else { plus -= min(-either, plus) }
    let chains = min(plus, minus, Int(min(bits >> 28 & 3, other.bits >> 28 & 3)))
    let net = hisses + throats + either
    plus = max(plus - chains, net)
    minus = max(minus - chains, -net)
    return max(more + max(plus, 0), fewer + max(minus, 0))
  }
}

/// The costs of spelling a name in another way, in eighths of an edit.
struct Spelling: Sendable {
  /// The cost of any real change.
  static let edit = 8

  /// The cost of one symbol for another, by `a * 128 + b`.
  private let costs: [UInt8]

  /// The costs that hold for names written over from other alphabets.
  static let transliteration = Spelling()

  private init() {
    var costs = [UInt8](repeating: UInt8(Self.edit), count: 128 * 128)
    func set(_ pairs: String, _ cost: UInt8) {
      for pair in pairs.utf8.split(separator: 32) {
        guard let a = pair.first, let b = pair.last else { continue }
        costs[Int(a) * 128 + Int(b)] = cost
        costs[Int(b) * 128 + Int(a)] = cost
      }
    }
    for symbol in 0..<128 { costs[symbol * 128 + symbol] = 0 }
    set("mn", 6)
    // Vowels are heard and written in many ways; voiced and voiceless are confused.
    set("ao ai au ei eo eu io iu ou pb td fv Xk Ts Tz TC sz SC SZ sc vu CT", 4)
    // These are the same sound in two transliterations: ə is a or e, Cyrillic г is g or h.
    set("ae iJ JZ Jc Jg JC Zz Ss Tc CX Ch Ck Cc Xh kc kg gh", 1)
    self.costs = costs
  }

  /// The cost of `b` for `a`.
  func substitution(_ a: UInt8, _ b: UInt8) -> Int { Int(costs[Int(a & 127) * 128 + Int(b & 127)]) }

  /// The cost of putting in or leaving out `symbol`.
  func insertion(_ symbol: UInt8) -> Int {
    symbol == UInt8(ascii: "h") ? 4 : Skeleton.isVowel(symbol) ? 6 : Self.edit
  }

  /// The cost of the way from `a` to `b`, where neighbours may change places, or `nil` if it is more
  /// than `limit`.
  func distance(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, limit: Int
  ) -> Int? {
    let width = b.count + 1
    // Nothing within the limit strays further from the diagonal.
    let band = limit / 4
    let far = Int32(limit + 1)
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3 * width) { rows in
      guard let base = rows.baseAddress else { return nil }
      return costs.withUnsafeBufferPointer { costs in
        var (before, above, row) = (base, base + width, base + 2 * width)
        rows.initialize(repeating: far)
        above[0] = 0
        for column in 0..<min(b.count, band) {
          above[column + 1] = above[column] + Int32(insertion(b[column]))
        }
        for line in 0..<a.count {
          let symbol = a[line]
          let out = Int32(insertion(symbol))
          let (low, high) = (max(0, line - band), min(b.count, line + band + 1))
          guard low <= high else { return nil }
          row[low] = low == 0 ? above[0] + out : far
          var least = row[low]
          let costsOfSymbol = Int(symbol & 127) * 128
          for column in low..<high {
            let other = b[column]
            var cost = above[column] + Int32(costs[costsOfSymbol + Int(other & 127)])
            cost = min(cost, above[column + 1] + out)
            cost = min(cost, row[column] + Int32(insertion(other)))
            if line > 0, column > 0, symbol == b[column - 1], a[line - 1] == other {
              cost = min(cost, before[column - 1] + Int32(Self.edit))
            }
            row[column + 1] = cost
            least = min(least, cost)
          }
          if high < b.count { row[high + 1] = far }
          if least > limit { return nil }
          (before, above, row) = (above, row, before)
        }
        return above[b.count] <= limit ? Int(above[b.count]) : nil
      }
    }
  }
}

/// Settlements whose names are spelled like a given one.
public struct SimilarSettlements: Sendable, Hashable {
  /// One of them.
  public struct Candidate: Sendable, Hashable {
    /// The settlement's place in the gazetteer.
    public let index: Int
    /// How far its nearest name is from the given one, in edits; changes that other ways of
    /// transliteration explain count half or nothing.
    public let distance: Double
    /// Whether the two names are the same but for transliteration.
    public let isSameSkeleton: Bool
    /// Whether that name is its display name or an equal of it, and not a rarer alternate.
    public let isPrimary: Bool
    /// The number of inhabitants.
    public let population: Int

    /// How far the name is, and of two equally far whether it is an alternate.
    fileprivate var rank: (Double, Int) { (distance, isPrimary ? 0 : 1) }
  }

  /// The candidates, best first: by distance, then primary names, then by population.
  public let candidates: [Candidate]
  /// Whether the first is clearly meant: it is near enough, and no other is as near, unless it has
  /// less than a tenth of the inhabitants or is the same place.
  public let isUnambiguous: Bool

  /// The settlement that is clearly meant, by its place in the gazetteer.
  public var best: Int? { isUnambiguous ? candidates.first?.index : nil }
}

extension Gazetteer {
  /// The settlements of `countries` that `name` may be a misspelling or other transliteration of.
  ///
  /// The first sound must agree. A name of three letters may lack one inside, one of four have half
  /// an error, of five to nine one, a longer one two. `widely` searches for suggestions: one error
  /// in four or five letters, two in six to nine, three in more; only `best` is then as strict as
  /// without.
  public func similar(
    to name: String, inCountries countries: [String], widely: Bool = false
  ) -> SimilarSettlements {
    similar(folded: NameKey.make(name), inCountries: countries, widely: widely)
  }

  /// The same for a name that is folded already.
  public func similar(
    folded name: some Sequence<UInt8>, inCountries countries: [String], widely: Bool = false
  ) -> SimilarSettlements {
    let key = NameKey.make(folded: name)
    let symbols = Skeleton.make(key)
    let letters = key.count { $0 != NameKey.space }
    guard letters > 2, letters <= 40 else {
      return SimilarSettlements(candidates: [], isUnambiguous: false)
    }
    let half = Spelling.edit / 2
    let clear = half * (letters == 4 ? 1 : letters < 10 ? 2 : 4)
    let wide = half * (letters < 6 ? 2 : letters < 10 ? 4 : 6)
    var found: [SimilarSettlements.Candidate] = []
    for country in Set(countries).sorted() {
      search(
        symbols, isShort: letters < 4, limit: widely ? wide : clear, in: range(of: country),
        into: &found)
    }
    found.sort {
      if $0.rank != $1.rank { return $0.rank < $1.rank }
      return $0.population != $1.population ? $0.population > $1.population : $0.index < $1.index
    }
    let limit = Double(clear) / Double(Spelling.edit)
    return SimilarSettlements(
      candidates: found, isUnambiguous: isUnambiguous(found, within: limit))
  }

  private func search(
    _ symbols: [UInt8], isShort: Bool, limit: Int, in places: Range<Int>,
    into found: inout [SimilarSettlements.Candidate]
  ) {
    guard !places.isEmpty, let first = symbols.first else { return }
    let spelling = Spelling.transliteration
    let signature = SkeletonSignature(symbols)
    let (length, edits) = (symbols.count, limit / Spelling.edit)
    let lengths = isShort ? length...length + 1 : max(1, length - limit / 6)...length + limit / 6
    let index = skeletons.keys(of: places, in: self)
    var near: [(position: Int, candidate: SimilarSettlements.Candidate)] = []
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Skeleton.capacity) { buffer in
      for symbol in 0..<128 where spelling.substitution(first, UInt8(symbol)) <= 1 {
        index.forEach(beginningWith: symbol) { entry in
          guard lengths.contains(entry.signature.length),
            signature.leastEdits(to: entry.signature) <= edits
          else { return }
          let position = Int(entry.position)
          let theirs = UnsafeBufferPointer(
            rebasing: buffer[..<Skeleton.make(key(at: position), into: buffer)])
          let cost = symbols.withUnsafeBufferPointer {
            spelling.distance($0, theirs, limit: limit)
          }
          guard let cost, !isShort || isWithoutOneSymbol(symbols, theirs) else { return }
          let place = Int(entry.place)
          let candidate = SimilarSettlements.Candidate(
            index: place, distance: Double(cost) / Double(Spelling.edit),
            isSameSkeleton: theirs.elementsEqual(symbols), isPrimary: isPrimary(keyAt: position),
            population: population(of: place))
          near.append((position, candidate))
        }
      }
    }
    // The best key of each settlement, in the gazetteer's order.
    near.sort { $0.position < $1.position }
    for (_, candidate) in near {
      if let last = found.last, last.index == candidate.index {
        if candidate.rank < last.rank { found[found.count - 1] = candidate }
      } else {
        found.append(candidate)
      }
    }
  }

  /// Whether `short` is `long` with at most one symbol left out, not at its ends.
  private func isWithoutOneSymbol(_ short: [UInt8], _ long: UnsafeBufferPointer<UInt8>) -> Bool {
    if short.count == long.count { return long.elementsEqual(short) }
    guard long.count == short.count + 1, short.count > 1 else { return false }
    return (1..<short.count).contains { gap in
      short[..<gap].elementsEqual(long[..<gap]) && short[gap...].elementsEqual(long[(gap + 1)...])
    }
  }

  private func isUnambiguous(
    _ found: [SimilarSettlements.Candidate], within limit: Double
  ) -> Bool {
    guard let best = found.first, best.distance <= limit else { return false }
    let place = self[best.index]
    return found.dropFirst().allSatisfy { rival in
      rival.rank > best.rank || rival.population * 10 < best.population
        || self[rival.index].distance(latitude: place.latitude, longitude: place.longitude) < 10
    }
  }
}
