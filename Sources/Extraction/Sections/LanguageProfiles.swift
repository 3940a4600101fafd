import DossierModel
import Knowledge

/// Tells by its small words and its letters whether a passage is in the language of the tables.
///
/// A passage is foreign only if the words that no table of the own language has in common with another
/// speak clearly for it: names, titles and borrowed words make no passage foreign, and what is short
/// stays the language's own.
struct LanguageProfiles: Sendable {
  /// What a passage is.
  struct Judgement: Sendable, Hashable {
    /// Whether it is in another language.
    var isForeign = false
    /// The code of that language, if its words tell it.
    var code: String?
    /// How many words there are.
    var words = 0
  }

  /// The codes, in the order of the bits of `masks`.
  private var codes: [String] = []
  /// The languages that have each word.
  private var masks = LexemeMap<UInt32>()
  /// The bit of the language itself.
  private var own: UInt32 = 0

  /// The least number of words that can be foreign, and of small words that tell it.
  private static let leastWords = 5
  private static let leastSigns = 3

  /// The profiles against which passages in the language `code` are held.
  init(code: String, lexemes: inout LexemeTable) {
    for row in EmbeddedTable.rows(of: "world/language-words.tsv") where codes.count < 32 {
      let bit = UInt32(1) << UInt32(codes.count)
      if row[0] == code { own = bit }
      codes.append(row[0])
      for word in row[1].split(separator: " ") {
        let id = lexemes.intern(word)
        masks[id] = (masks[id] ?? 0) | bit
      }
    }
  }

  /// What the passage of `tokens` is.
  ///
  /// `isOwnWord` tells words of the language that are in no profile, such as its verbs.
  func judge(
    _ text: TokenizedText, _ tokens: Range<Int>, isOwnWord: (LexemeTable.ID) -> Bool
  ) -> Judgement {
    var judgement = Judgement()
    var (signs, otherScript) = (0, 0)
    for i in tokens where text[i].isWord {
      judgement.words += 1
      if text[i].shape.contains(.foreignScript) { otherScript += 1 }
      if let mask = masks[text[i].lexeme], mask & own == 0 { signs += 1 }
    }
    guard judgement.words >= Self.leastWords else { return judgement }
    if otherScript * 2 > judgement.words {
      judgement.isForeign = true
      judgement.code = likeliest(text, tokens).map { codes[$0] }
    } else if signs >= Self.leastSigns, let other = likeliest(text, tokens),
      speaks(for: UInt32(1) << UInt32(other), text, tokens, judgement.words, isOwnWord)
    {
      judgement.isForeign = true
      judgement.code = codes[other]
    }
    return judgement
  }

  /// Whether the words of `tokens` that the two languages do not share speak for `other`, in the first
  /// half of them as in the second: a foreign title at the end of a sentence does not.
  private func speaks(
    for other: UInt32, _ text: TokenizedText, _ tokens: Range<Int>, _ words: Int,
    _ isOwnWord: (LexemeTable.ID) -> Bool
  ) -> Bool {
    var foreignSigns = [0, 0]
    var ownSigns = [0, 0]
    var seen = 0
    for i in tokens where text[i].isWord {
      let half = seen * 2 < words ? 0 : 1
      seen += 1
      let token = text[i]
      // "El Salvador", "Las Vegas": parts of names tell nothing.
      if token.isCapitalized, i > tokens.lowerBound { continue }
      if let mask = masks[token.lexeme] {
        if mask & own == 0, mask & other != 0 { foreignSigns[half] += 1 }
        if mask & own != 0, mask & other == 0 { ownSigns[half] += 1 }
      } else if isOwnWord(token.lexeme) {
        ownSigns[half] += 1
      }
    }
    let (foreign, own) = (foreignSigns[0] + foreignSigns[1], ownSigns[0] + ownSigns[1])
    return foreign >= Self.leastSigns && foreign > 3 * own && foreign * 8 >= words
      && foreignSigns[0] > ownSigns[0] && foreignSigns[1] > ownSigns[1]
  }

  /// The other language whose small words are most in `tokens`, of two the one listed first.
  private func likeliest(_ text: TokenizedText, _ tokens: Range<Int>) -> Int? {
    var counts = [Int](repeating: 0, count: codes.count)
    for i in tokens {
      guard var mask = masks[text[i].lexeme], mask & own == 0 else { continue }
      while mask != 0 {
        counts[mask.trailingZeroBitCount] += 1
        mask &= mask - 1
      }
    }
    guard let most = counts.max(), most > 0 else { return nil }
    return counts.firstIndex(of: most)
  }
}
