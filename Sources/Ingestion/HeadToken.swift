import DossierModel

/// A word, number or mark of a line that may state metadata.
struct HeadToken {
  /// What sort of token.
  enum Kind: Equatable {
    case word, number, open, close, comma, period, colon, slash, dash, bar, quote, apostrophe, other
  }
  /// How a word is written.
  enum Case { case lower, capitalised, capitals, mixed }

  let kind: Kind
  let span: TextSpan
  /// Whether blank space, or the start of the line, stands before it.
  let isAfterBlank: Bool
  /// The word in lower-case ASCII letters, or the number's digits; otherwise empty.
  let folded: String
  /// How the word is written.
  let letters: Case

  var isUpper: Bool { kind == .word && letters != .lower }

  /// The first tokens of `range`, `limit` at most, and where the next would start.
  static func tokens(
    of bytes: [UInt8], in range: Range<Int>, limit: Int
  ) -> (tokens: [HeadToken], isComplete: Bool) {
    var tokens: [HeadToken] = []
    var i = range.lowerBound
    var isAfterBlank = true
    while i < range.upperBound {
      let (scalar, width) = scalar(in: bytes, at: i, before: range.upperBound)
      if isBlank(scalar) {
        isAfterBlank = true
        i += width
        continue
      }
      if tokens.count == limit { return (tokens, false) }
      var end = i + width
      var kind = mark(scalar)
      if isLetterOrDigit(scalar) {
        var hasLetter = !isDigit(scalar)
        while end < range.upperBound {
          let (next, step) = Self.scalar(in: bytes, at: end, before: range.upperBound)
          if isLetterOrDigit(next) {
            hasLetter = hasLetter || !isDigit(next)
            end += step
            continue
          }
          // An apostrophe or hyphen between letters belongs to the word.
          guard hasLetter, [0x27, 0x2019, 0x2D, 0x2010, 0x2011].contains(next.value),
            end + step < range.upperBound
          else { break }
          let (after, further) = Self.scalar(in: bytes, at: end + step, before: range.upperBound)
          guard isLetterOrDigit(after), !isDigit(after) else { break }
          end += step + further
        }
        kind = hasLetter ? .word : .number
      } else if kind == .dash {
        // Two hyphens are a dash.
        while end < range.upperBound, bytes[end] == UInt8(ascii: "-") { end += 1 }
      }
      let isWord = kind == .word || kind == .number
      let (folded, letters) = isWord ? written(bytes[i..<end]) : ("", .lower)
      tokens.append(
        HeadToken(
          kind: kind, span: TextSpan(i, end), isAfterBlank: isAfterBlank, folded: folded,
          letters: kind == .word ? letters : .lower))
      isAfterBlank = false
      i = end
    }
    return (tokens, true)
  }

  /// The code point at `i` of valid UTF-8, and its bytes.
  static func scalar(
    in bytes: [UInt8], at i: Int, before end: Int
  ) -> (Unicode.Scalar, Int) {
    let lead = bytes[i]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard i + width <= end else { return ("\u{FFFD}", end - i) }
    var value = UInt32(lead & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07))
    for byte in bytes[(i + 1)..<(i + width)] { value = value << 6 | UInt32(byte & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9...13, 32, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (48...57).contains(scalar.value)
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return isDigit(scalar) || (65...90).contains(scalar.value)
        || (97...122).contains(scalar.value)
    }
    if scalar.value == 0xAA || scalar.value == 0xBA { return false }
    return scalar.properties.isAlphabetic || (0x300...0x36F).contains(scalar.value)
  }

  private static func mark(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x28, 0x5B: .open
    case 0x29, 0x5D: .close
    case 0x2C: .comma
    case 0x2E: .period
    case 0x3A: .colon
    case 0x2F: .slash
    case 0x7C, 0x2022, 0xB7: .bar
    case 0x2D, 0x2010...0x2015, 0x2212: .dash
    case 0x22, 0xAB, 0xBB, 0x201C...0x201F, 0x2039, 0x203A: .quote
    case 0x27, 0x2018, 0x2019: .apostrophe
    default: .other
    }
  }

  /// A word in lower-case ASCII letters, and how it is written.
  private static func written(_ word: ArraySlice<UInt8>) -> (String, Case) {
    if word.contains(where: { $0 >= 0x80 }) {
      let text = String(decoding: word, as: UTF8.self)
      return (LatinFold.fold(text).lowercased(), letterCase(text))
    }
    var (upper, lower) = (0, 0)
    let folded = String(unsafeUninitializedCapacity: word.count) { buffer in
      for (i, byte) in word.enumerated() {
        let isUpper = (65...90).contains(byte)
        upper += isUpper ? 1 : 0
        lower += (97...122).contains(byte) ? 1 : 0
        buffer[i] = isUpper ? byte + 32 : byte
      }
      return word.count
    }
    return (folded, letterCase(upper, lower, startsUpper: (65...90).contains(word.first ?? 0)))
  }

  private static func letterCase(_ text: String) -> Case {
    var (upper, lower) = (0, 0)
    var startsUpper = false
    var isFirst = true
    for scalar in text.unicodeScalars {
      if scalar.properties.isUppercase {
        upper += 1
        if isFirst { startsUpper = true }
      } else if scalar.properties.isLowercase {
        lower += 1
      }
      isFirst = false
    }
    return letterCase(upper, lower, startsUpper: startsUpper)
  }

  private static func letterCase(_ upper: Int, _ lower: Int, startsUpper: Bool) -> Case {
    if upper == 0 { return .lower }
    if lower == 0 { return .capitals }
    return startsUpper && upper == 1 ? .capitalised : startsUpper ? .mixed : .lower
  }
}
