import DossierModel

/// The end of a word in a text and in its key, and the hash up to there.
struct WordEnd {
  var text: Int
  var key: Int
  var hash: UInt32
  var capitals: WordSet

  init(_ key: KeyScanner) {
    (text, self.key, hash, capitals) = (key.position, key.count, key.hash.value, key.capitals)
  }
}

/// Reads a text as a key, word by word.
struct KeyScanner {
  /// The longest key that is read.
  static let capacity = 128

  private(set) var position: Int
  private(set) var count = 0
  private(set) var hash = KeyHash()
  /// The words that have a capital letter.
  private(set) var capitals = WordSet()
  private var word = 0
  private var wordStart = 0
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  /// Reads from `position` on; `bytes` has room for `capacity` letters.
  init(at position: Int, into bytes: UnsafeMutableBufferPointer<UInt8>) {
    self.position = position
    self.bytes = bytes
  }

  /// Takes the letters up to the end of the word into the key; `false` if there is none.
  mutating func readWord(_ text: Span<UInt8>, _ limit: Int) -> Bool {
    var isWord = false
    var partStart = position
    while position < limit {
      let byte = text[position]
      if byte < 0x80 {
        if NameKey.isLetterOrDigit(byte) {
          take(byte)
          position += 1
        } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`"), isWord,
          isLetter(text, position + 1, limit)
        {
          position += 1
        } else if byte == UInt8(ascii: "."), isWord, position - partStart <= 2,
          isLetter(text, position + 1, limit)
        {
          // Letters of an acronym ("U.S.A."), but not a missing space after a sentence.
          position += 1
          partStart = position
        } else {
          return isWord
        }
      } else {
        guard let (scalar, width) = decode(text, position, limit) else { return isWord }
        if scalar.value == 0x2019 || scalar.value == 0x2018 || scalar.value == 0x2BC {
          guard isWord, isLetter(text, position + width, limit) else { return isWord }
        } else if let letters = LatinFold.ascii(scalar) {
          for letter in letters { take(letter) }
        } else if (0x2B0...0x2FF).contains(scalar.value) {
          // Modifier letters (ʿ, ʻ) are left out, as in the keys of the tables.
        } else {
          return isWord
        }
        position += width
      }
      isWord = true
    }
    return isWord
  }

  /// Goes over what may stand between two words of a name; `false` if the name cannot go on.
  mutating func skipSeparator(_ text: Span<UInt8>, _ limit: Int) -> Bool {
    var next = position
    var lineBreaks = 0
    var (hasSpace, hasDash) = (false, false)
    loop: while next < limit {
      switch text[next] {
      case UInt8(ascii: " "):
        hasSpace = true
        next += 1
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "&"):
        hasDash = true
        next += 1
      case UInt8(ascii: "'"): next += 1
      case UInt8(ascii: "\n"):
        lineBreaks += 1
        if lineBreaks > 1 { return false }
        next += 1
      case UInt8(ascii: "."):
        // A full stop goes on only after an abbreviation ("S. Francisco", "Rep. Ceca").
        guard next == position, count - wordStart <= 3 else { return false }
        next += 1
      case 0x80...:
        guard let (scalar, width) = decode(text, next, limit) else { return false }
        switch scalar.value {
        case 0xA0, 0x202F: hasSpace = true
        case 0x2010...0x2014: hasDash = true
        case 0x2018, 0x2019: break
        default: break loop
        }
        next += width
      default: break loop
      }
      // A dash between spaces parts sentences, not words.
      if hasSpace && hasDash { return false }
      if next - position > 6 { return false }
    }
    guard next > position, next < limit else { return false }
    let byte = text[next]
    guard byte >= 0x80 || NameKey.isLetterOrDigit(byte) else { return false }
    position = next
    take(NameKey.space)
    wordStart = count
    word += 1
    return count < bytes.count
  }

  private mutating func take(_ letter: UInt8) {
    guard count < bytes.count else { return }
    var letter = letter
    if letter &- 65 < 26 {
      letter += 32
      capitals.insert(word)
    }
    bytes.initializeElement(at: count, to: letter)
    count += 1
    hash.combine(letter)
  }

  private func isLetter(_ text: Span<UInt8>, _ index: Int, _ limit: Int) -> Bool {
    guard index < limit else { return false }
    let byte = text[index]
    if byte < 0x80 { return NameKey.isLetterOrDigit(byte) }
    return decode(text, index, limit).map { LatinFold.ascii($0.0)?.isEmpty == false } ?? false
  }

  /// The scalar at `index` and how many bytes it has.
  private func decode(_ text: Span<UInt8>, _ index: Int, _ limit: Int) -> (Unicode.Scalar, Int)? {
    let lead = text[index]
    let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC2, index + width <= limit else { return nil }
    var value = UInt32(lead) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
    for offset in 1..<width { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
    return Unicode.Scalar(value).map { ($0, width) }
  }
}
