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
  /// What it looks like.
  var shape: Shape

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

/// A text cut into tokens: the common ground of all rules.
final class TokenizedText: Sendable {
  /// The text.
  let text: ArticleText
  /// The tokens, in order.
  let tokens: TextArray<Token>
  /// The bytes of the text.
  let bytes: TextArray<UInt8>
  private let memory = TextMemory()

  init(text: ArticleText, tokens: [Token]) {
    self.text = text
    self.tokens = TextArray(tokens, in: memory)
    bytes = TextArray(text.bytes, in: memory)
  }

  /// The number of tokens.
  var count: Int { @inline(__always) get { tokens.count } }
  /// The token number `index`.
  subscript(_ index: Int) -> Token { @inline(__always) get { tokens[index] } }

  /// The words of the token number `index`, as written.
  func string(_ index: Int) -> String { text[tokens[index].span] }

  /// The words from the first to the last token of `range`, as written.
  func string(_ range: Range<Int>) -> String { text[span(range)] }

  /// The bytes from the first to the last token of `range`; empty for an empty range.
  func span(_ range: Range<Int>) -> TextSpan {
    guard let first = range.first, let last = range.last else { return TextSpan(0, 0) }
    return TextSpan(Int(tokens[first].start), Int(tokens[last].end))
  }

  /// Whether the token number `index` is the single ASCII byte `mark`.
  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    let token = tokens[index]
    return token.end - token.start == 1 && bytes[Int(token.start)] == UInt8(ascii: mark)
  }

  /// Whether the token number `index` is written exactly `form`.
  func isWritten(_ index: Int, _ form: StaticString) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    let token = tokens[index]
    let count = Int(token.end - token.start)
    guard count == form.utf8CodeUnitCount else { return false }
    return form.withUTF8Buffer { form in
      for i in 0..<count where bytes[Int(token.start) + i] != form[i] { return false }
      return true
    }
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
