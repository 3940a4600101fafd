import DossierModel

/// A word, number or punctuation mark.
///
/// Between two tokens there is nothing but white space.
struct Token: Sendable, Hashable {
  /// What the letters look like.
  struct Shape: OptionSet, Sendable, Hashable {
    let rawValue: UInt16

    /// Has letters.
    static let word = Shape(rawValue: 1 << 0)
    /// Starts with a digit; may hold `.`, `,` or `:` between digits.
    static let number = Shape(rawValue: 1 << 1)
    /// A mark, symbol or sign.
    static let punctuation = Shape(rawValue: 1 << 2)
    /// Its first letter is a capital.
    static let capitalized = Shape(rawValue: 1 << 3)
    /// Two letters or more, all capitals.
    static let allCapitals = Shape(rawValue: 1 << 4)
    /// A capital after a small letter (AgenPress).
    static let innerCapital = Shape(rawValue: 1 << 5)
    /// Ends with an apostrophe (l’, dell’, po’).
    static let elided = Shape(rawValue: 1 << 6)
    /// White space stands before it, or the text begins.
    static let spaceBefore = Shape(rawValue: 1 << 7)
    /// A line begins with it.
    static let lineStart = Shape(rawValue: 1 << 8)
    /// Has a hyphen inside.
    static let hyphenated = Shape(rawValue: 1 << 9)
    /// Single letters with full stops (U.S.A.), or one capital letter.
    static let initials = Shape(rawValue: 1 << 10)
    /// A web or mail address.
    static let address = Shape(rawValue: 1 << 11)
    /// Has letters of another script than Latin.
    static let foreignScript = Shape(rawValue: 1 << 12)
    /// Has a digit among letters (G20, M23).
    static let hasDigit = Shape(rawValue: 1 << 13)
  }

  /// The first byte.
  var start: Int32
  /// The byte after the last.
  var end: Int32
  /// The number of its form among the language's lexemes, or `LexemeTable.unknown`.
  var lexeme: LexemeTable.ID
  /// The number of the word as it is written among those that its reader has met; of a mark what
  /// `form(ofMark:)` tells, of other tokens `WordForms.none`.
  var form: WordForms.ID
  /// What it looks like.
  var shape: Shape

  /// The form of the mark `scalar`.
  @inline(__always)
  static func form(ofMark scalar: Unicode.Scalar) -> WordForms.ID {
    WordForms.none - 1 - WordForms.ID(scalar.value)
  }

  /// The mark that it is, if it is one of a single scalar; else zero.
  @inline(__always)
  var mark: Unicode.Scalar {
    form < WordForms.none
      ? Unicode.Scalar(UInt32(WordForms.none - 1 - form)).unsafelyUnwrapped : "\0"
  }

  /// Its bytes in the text.
  var span: TextSpan { TextSpan(Int(start), Int(end)) }
  /// Whether it has letters.
  var isWord: Bool { shape.contains(.word) }
  /// Whether it starts with a digit.
  var isNumber: Bool { shape.contains(.number) }
  /// Whether it is a mark or sign.
  var isPunctuation: Bool { shape.contains(.punctuation) }
  /// Whether its first letter is a capital.
  var isCapitalized: Bool { shape.contains(.capitalized) }
}

/// What the letters of a word tell: found out once, since many rules ask.
struct WordTraits: OptionSet, Sendable {
  let rawValue: UInt32

  /// A given name with a capital.
  static let givenName = WordTraits(rawValue: 1 << 0)
  /// A given name that is an ordinary word or a place too.
  static let wordName = WordTraits(rawValue: 1 << 1)
  /// Names somebody whom everybody knows.
  static let famous = WordTraits(rawValue: 1 << 2)
  /// Names somebody whom everybody knows and whose surname nobody shares who is in the news.
  static let unmistakable = WordTraits(rawValue: 1 << 3)
  /// The surname of somebody like that.
  static let ownSurname = WordTraits(rawValue: 1 << 4)
  /// A surname of the tables.
  static let surname = WordTraits(rawValue: 1 << 5)
  /// Ends as surnames do.
  static let surnameEnding = WordTraits(rawValue: 1 << 6)
  /// Ends as ordinary words do.
  static let common = WordTraits(rawValue: 1 << 7)
  /// Ends as adjectives do.
  static let adjectival = WordTraits(rawValue: 1 << 8)
  /// Is a form of a verb, perhaps with pronouns at its end.
  static let verbal = WordTraits(rawValue: 1 << 9)
  /// Is a number written as one word.
  static let numeral = WordTraits(rawValue: 1 << 10)

  /// Says that it is known whether a word has the trait.
  fileprivate var asked: WordTraits { WordTraits(rawValue: rawValue << 16) }
}

/// A text cut into tokens: the common ground of all rules.
final class TokenizedText: Sendable {
  /// The text.
  let text: ArticleText
  /// The tokens, in order.
  let tokens: TextArray<Token>
  /// The bytes of the text.
  let bytes: TextArray<UInt8>
  /// What the readers of the text keep for as long as it.
  let memory: TextMemory
  /// The words that have been met.
  let words: WordForms.WordTable
  /// What keeps them.
  private let forms: WordForms

  /// The `tokens` of `text`, whose `bytes` lie in `memory`.
  init(
    text: ArticleText, bytes: TextArray<UInt8>, tokens: TextArray<Token>, memory: TextMemory,
    forms: WordForms
  ) {
    (self.text, self.bytes, self.tokens, self.memory) = (text, bytes, tokens, memory)
    (self.forms, words) = (forms, forms.table)
  }

  /// Whether the token number `index` has `trait`, which `find` tells when it is first asked for.
  ///
  /// It must depend on the letters alone: the answer holds for all tokens that are written so.
  @inline(__always)
  func has(_ trait: WordTraits, _ index: Int, _ find: () -> Bool) -> Bool {
    let form = tokens[index].form
    guard form >= 0 else { return find() }
    let known = words[form].traits
    if known.contains(trait.asked) { return known.contains(trait) }
    let isFound = find()
    words[form].traits = words[form].traits.union(trait.asked).union(isFound ? trait : [])
    return isFound
  }

  /// The number of tokens.
  var count: Int { @inline(__always) get { tokens.count } }
  /// The token number `index`.
  subscript(_ index: Int) -> Token { @inline(__always) get { tokens[index] } }

  /// The bytes of the token number `index`; they last as long as the text does.
  @inline(__always)
  func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    bytes.buffer(Int(tokens[index].start)..<Int(tokens[index].end))
  }

  /// The bytes from the first to the last token of `range`; they last as long as the text does.
  func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { bytes.buffer(span(range).range) }

  /// The words of the token number `index`, as written.
  func string(_ index: Int) -> String { text[tokens[index].span] }

  /// The words from the first to the last token of `range`, as written.
  func string(_ range: Range<Int>) -> String { text[span(range)] }

  /// The bytes from the first to the last token of `range`; empty for an empty range.
  func span(_ range: Range<Int>) -> TextSpan {
    guard let first = range.first, let last = range.last else { return TextSpan(0, 0) }
    return TextSpan(Int(tokens[first].start), Int(tokens[last].end))
  }

  /// Whether the token number `index` is the mark `mark`.
  @inline(__always)
  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].form == Token.form(ofMark: mark)
  }

  /// The mark that the token number `index` is; zero if it is none.
  @inline(__always)
  func mark(_ index: Int) -> Unicode.Scalar {
    index >= 0 && index < tokens.count ? tokens[index].mark : "\0"
  }

  /// Whether the token number `index` is written exactly `form`.
  @inline(__always)
  func isWritten(_ index: Int, _ form: StaticString) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    // Most tokens are longer or shorter.
    let token = tokens[index]
    guard Int(token.end - token.start) == form.utf8CodeUnitCount else { return false }
    return isWritten(
      token, UnsafeBufferPointer(start: form.utf8Start, count: form.utf8CodeUnitCount))
  }

  private func isWritten(_ token: Token, _ form: UnsafeBufferPointer<UInt8>) -> Bool {
    for i in 0..<form.count where bytes[Int(token.start) + i] != form[i] { return false }
    return true
  }

  /// The number of the first token that starts at or after `byte`; `count` if there is none.
  func index(atOrAfter byte: Int) -> Int {
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].start) < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The tokens that lie wholly in `span`.
  func range(in span: TextSpan) -> Range<Int> {
    let first = index(atOrAfter: span.start)
    var last = index(atOrAfter: span.end)
    while last > first, Int(tokens[last - 1].end) > span.end { last -= 1 }
    return first..<max(first, last)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes end with `ending`.
  @inline(__always)
  func ends(with ending: some RandomAccessCollection<UInt8>) -> Bool {
    var i = count - ending.count
    guard i >= 0 else { return false }
    for byte in ending {
      if self[i] != byte { return false }
      i += 1
    }
    return true
  }
}
