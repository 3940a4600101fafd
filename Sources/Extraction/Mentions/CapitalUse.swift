import DossierModel

/// How the words of one article are written: with a capital inside sentences, or small.
struct CapitalUse {
  private struct Use: OptionSet {
    let rawValue: UInt8
    /// With a capital inside a sentence.
    static let capital = Use(rawValue: 1)
    /// In small letters.
    static let small = Use(rawValue: 2)
    /// After another capital, as surnames stand.
    static let second = Use(rawValue: 4)
  }

  /// The hashes of the words, zero for none, and how each is used.
  private var hashes: [UInt64]
  private var uses: [Use]

  init() {
    hashes = [0]
    uses = [[]]
  }

  /// The uses in `tokens`.
  init(tokens: TokenizedText, sentences: [Range<Int>], grammar: Grammar) {
    var size = 64
    while size < tokens.count * 2 { size *= 2 }
    hashes = Array(repeating: 0, count: size)
    uses = Array(repeating: [], count: size)
    for sentence in sentences {
      var previousIsWord = false
      for i in sentence {
        let token = tokens[i]
        if token.isWord {
          if token.shape.contains(.hyphenated), !token.isCapitalized {
            // "al-Assad" is no word in small letters.
          } else if !token.isCapitalized {
            note(Self.hash(tokens, i), .small)
          } else if previousIsWord, !token.shape.contains(.allCapitals) {
            let isSecond =
              tokens[i - 1].isCapitalized && tokens[i - 1].isWord
              && !grammar.entries.contains(tokens[i - 1].lexeme)
            note(Self.hash(tokens, i), isSecond ? [.capital, .second] : .capital)
          }
        }
        previousIsWord = token.isWord || token.isNumber || tokens.isMark(i, ",")
      }
    }
  }

  /// Whether the word stands with a capital inside a sentence, and never small.
  func isName(_ tokens: TokenizedText, _ i: Int) -> Bool {
    let use = use(tokens, i)
    return use.contains(.capital) && !use.contains(.small)
  }

  /// Whether the word stands after another with a capital somewhere, as surnames do.
  func followsCapital(_ tokens: TokenizedText, _ i: Int) -> Bool {
    use(tokens, i).contains(.second)
  }

  /// Whether the word stands in small letters somewhere.
  func isSmall(_ tokens: TokenizedText, _ i: Int) -> Bool { use(tokens, i).contains(.small) }

  private func use(_ tokens: TokenizedText, _ i: Int) -> Use {
    uses[slot(Self.hash(tokens, i))]
  }

  private mutating func note(_ hash: UInt64, _ use: Use) {
    let slot = slot(hash)
    hashes[slot] = hash
    uses[slot].formUnion(use)
  }

  /// Where `hash` stands or would.
  private func slot(_ hash: UInt64) -> Int {
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  private static func hash(_ tokens: TokenizedText, _ i: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    tokens.text.bytes.withUnsafeBufferPointer { bytes in
      for k in Int(tokens[i].start)..<Int(tokens[i].end) {
        let byte = bytes[k]
        let small = byte >= 65 && byte <= 90 ? byte + 32 : byte
        hash = (hash ^ UInt64(small)) &* 0x100_0000_01b3
      }
    }
    return hash == 0 ? 1 : hash
  }
}
