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

  /// A word by its hash, zero for none, and how it is used.
  private struct Word {
    var hash: UInt64 = 0
    var use: Use = []
  }

  /// The words of a text of so many that not all are kept among the forms.
  private let others: TextArray<Word>?

  /// The uses in `tokens`.
  init(tokens: TokenizedText, sentences: [Range<Int>], grammar: Grammar) {
    if tokens.tokens.contains(where: { $0.isWord && $0.form < 0 }) {
      var size = 64
      while size < tokens.count * 2 { size *= 2 }
      others = TextArray(repeating: Word(), count: size, in: tokens.memory)
    } else {
      others = nil
      tokens.words.beginUses()
    }
    for sentence in sentences {
      var previousIsWord = false
      for i in sentence {
        let token = tokens[i]
        if token.isWord {
          if token.shape.contains(.hyphenated), !token.isCapitalized {
            // "al-Assad" is no word in small letters.
          } else if !token.isCapitalized {
            note(tokens, i, .small)
          } else if previousIsWord, !token.shape.contains(.allCapitals) {
            let isSecond =
              tokens[i - 1].isCapitalized && tokens[i - 1].isWord
              && !grammar.entries.contains(tokens[i - 1].lexeme)
            note(tokens, i, isSecond ? [.capital, .second] : .capital)
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
    if let others { return others[Self.slot(Self.hash(tokens, i), in: others)].use }
    let form = tokens[i].form
    return form < 0 ? [] : Use(rawValue: tokens.words.uses(of: tokens.words[form].small))
  }

  private func note(_ tokens: TokenizedText, _ i: Int, _ use: Use) {
    guard let others else {
      return tokens.words.note(use.rawValue, of: tokens.words[tokens[i].form].small)
    }
    let hash = Self.hash(tokens, i)
    let slot = Self.slot(hash, in: others)
    others[slot].hash = hash
    others[slot].use.formUnion(use)
  }

  /// Where `hash` stands or would.
  private static func slot(_ hash: UInt64, in words: TextArray<Word>) -> Int {
    let mask = words.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while words[slot].hash != 0, words[slot].hash != hash { slot = (slot + 1) & mask }
    return slot
  }

  private static func hash(_ tokens: TokenizedText, _ i: Int) -> UInt64 {
    max(WordBytes(tokens.bytes(i), inSmallLetters: true).hash, 1)
  }
}
