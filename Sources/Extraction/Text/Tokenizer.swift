import DossierModel

/// Cuts a text into tokens: words with their inner hyphens and full stops of initials, elided articles
/// apart from what they lean on, numbers with their separators, single marks.
///
/// What lies between tokens is white space: joined with it, they give the text back.
struct Tokenizer: Sendable {
  /// The forms to number tokens by.
  let lexemes: LexemeTable
  /// Tells elided words (l’, dell’) from apostrophes inside a name (Sana’a, O’Brien).
  let grammar: Grammar

  /// What a byte or scalar is to the tokenizer.
  private enum Class {
    case space, letter, foreignLetter, digit, joiner, apostrophe, mark
  }

  /// The tokens of `text`, whose words are counted among `forms`.
  ///
  /// Apostrophes at `marks`, in order, are quotation marks and never part of a word.
  func tokenize(
    _ text: ArticleText, marks: [Int] = [], forms: WordForms = WordForms()
  ) -> TokenizedText {
    let memory = TextMemory()
    let bytes = TextArray(text.bytes, zeros: 16, in: memory)
    var tokens = TextArray<Token>(in: memory)
    tokens.reserve(text.bytes.count / 5 + 16)
    cut(bytes.buffer(0..<bytes.count), marks[...], forms.table, into: &tokens)
    return TokenizedText(text: text, bytes: bytes, tokens: tokens, memory: memory, forms: forms)
  }

  /// Appends the tokens of `bytes`, behind which eight more can be read.
  private func cut(
    _ bytes: UnsafeBufferPointer<UInt8>, _ allMarks: ArraySlice<Int>, _ words: WordForms.WordTable,
    into tokens: inout TextArray<Token>
  ) {
    guard let base = bytes.baseAddress else { return }
    var marks = allMarks
    var buffer: [UInt8] = []
    var i = 0
    var before: Token.Shape = [.spaceBefore, .lineStart]
    while i < bytes.count {
      let byte = base[i]
      if byte == UInt8(ascii: " ") {
        before.insert(.spaceBefore)
        i += 1
        continue
      }
      // Most words are of plain letters and have been met.
      if byte | 0x20 &- 97 < 26, let (form, end) = plainWord(base, from: i, words) {
        let word = words[form]
        tokens.append(
          Token(
            start: Int32(i), end: Int32(end), lexeme: word.lexeme, form: form,
            shape: word.shape.union(before)))
        before = []
        i = end
        continue
      }
      let (kind, width) = Self.classify(bytes, i)
      if kind == .space {
        if byte == 10 || byte == 13 { before.insert(.lineStart) }
        before.insert(.spaceBefore)
        i += width
        continue
      }
      var (end, shape) = token(bytes, from: i, kind, width, words)
      var lexeme = LexemeTable.unknown
      var form = WordForms.none
      if shape.contains(.word) {
        lexeme = self.lexeme(bytes, i, &end, shape, &marks, &buffer)
        form = words.note(base + i, end - i, lexeme: lexeme, shape: shape)
      } else if end - i == width, shape.contains(.punctuation) {
        form = Self.scalar(base + i, width).map(Token.form(ofMark:)) ?? WordForms.none
      }
      tokens.append(
        Token(
          start: Int32(i), end: Int32(end), lexeme: lexeme, form: form, shape: shape.union(before)))
      before = []
      i = end
    }
  }

  /// The word of plain letters at `start` and where it ends, if it has been met and what follows does
  /// not go on with it.
  @inline(__always)
  private func plainWord(
    _ base: UnsafePointer<UInt8>, from start: Int, _ words: WordForms.WordTable
  ) -> (form: WordForms.ID, end: Int)? {
    let place = UnsafeRawPointer(base + start)
    var count = Self.letters(place.loadUnaligned(as: UInt64.self))
    if count == 8 { count += Self.letters(place.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) }
    guard count < 16 else { return nil }
    switch base[start + count] {
    case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\""),
      UInt8(ascii: ")"), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"),
      UInt8(ascii: "\r"):
      break
    case UInt8(ascii: "."):
      // Initials and addresses have full stops of their own.
      if count == 1 || base[start] == UInt8(ascii: "w") { return nil }
    default: return nil
    }
    let form = words.find(short: WordForms.Key(base + start, count))
    return form < 0 ? nil : (form, start + count)
  }

  /// The scalar of `width` bytes at `start`.
  @inline(__always)
  private static func scalar(_ start: UnsafePointer<UInt8>, _ width: Int) -> Unicode.Scalar? {
    if width == 1 { return Unicode.Scalar(start[0]) }
    var value = UInt32(start[0]) & (0x7F >> UInt32(width))
    for offset in 1..<width { value = value << 6 | UInt32(start[offset] & 0x3F) }
    return Unicode.Scalar(value)
  }

  /// How many of eight bytes, from the first on, are letters from A to Z or a to z.
  @inline(__always)
  private static func letters(_ eight: UInt64) -> Int {
    let each: UInt64 = 0x0101_0101_0101_0101
    // The top bit of each byte tells whether it is at least a, and past z, or beyond ASCII.
    let low = (eight | (each &* 0x20)) & (each &* 0x7F)
    let fromA = low &+ each &* UInt64(0x80 - UInt8(ascii: "a"))
    let pastZ = low &+ each &* UInt64(0x7F - UInt8(ascii: "z"))
    let others = (~fromA | pastZ | eight) & (each &* 0x80)
    return others.trailingZeroBitCount >> 3
  }

  /// The number of the word from `start` to `end`, to which an apostrophe may be added that was written
  /// for an accent: e', piu', perche'.
  private func lexeme(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: inout Int, _ shape: Token.Shape,
    _ marks: inout ArraySlice<Int>, _ buffer: inout [UInt8]
  ) -> LexemeTable.ID {
    let word = UnsafeBufferPointer(rebasing: bytes[start..<end])
    let isASCII = Self.isASCII(word)
    let lexeme: LexemeTable.ID
    if isASCII {
      lexeme = lexemes.id(ascii: word)
    } else {
      buffer.removeAll(keepingCapacity: true)
      LexemeTable.appendNormalized(word, to: &buffer)
      lexeme = lexemes.id(normalized: buffer)
    }
    guard !shape.contains(.elided), end < bytes.count, bytes[end] == UInt8(ascii: "'") else {
      return lexeme
    }
    if isASCII {
      buffer.removeAll(keepingCapacity: true)
      LexemeTable.appendNormalized(word, to: &buffer)
    }
    while let mark = marks.first, mark < end { marks = marks.dropFirst() }
    guard marks.first != end,
      end + 1 == bytes.count || Self.classify(bytes, end + 1).0 != .letter,
      let accented = accented(buffer)
    else { return lexeme }
    end += 1
    return accented
  }

  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var all: UInt8 = 0
    for byte in bytes { all |= byte }
    return all < 0x80
  }

  /// The end and shape of the token that starts at `start` with a scalar of class `kind`.
  private func token(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ kind: Class, _ width: Int,
    _ words: WordForms.WordTable
  ) -> (end: Int, shape: Token.Shape) {
    switch kind {
    case .digit: return (Self.number(bytes, from: start), .number)
    case .letter, .foreignLetter: return word(bytes, from: start, words)
    default:
      // "..." is one mark.
      if bytes[start] == UInt8(ascii: ".") {
        var end = start
        while end < bytes.count, bytes[end] == UInt8(ascii: ".") { end += 1 }
        return (end, .punctuation)
      }
      return (start + width, .punctuation)
    }
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    func isDigit(_ i: Int) -> Bool { i < bytes.count && bytes[i] >= 48 && bytes[i] <= 57 }
    var end = start
    while isDigit(end) {
      end += 1
      let separator = end < bytes.count ? bytes[end] : 0
      if separator == UInt8(ascii: ".") || separator == UInt8(ascii: ",")
        || separator == UInt8(ascii: ":"), isDigit(end + 1)
      {
        end += 1
      }
    }
    return end
  }

  private func word(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ words: WordForms.WordTable
  ) -> (end: Int, shape: Token.Shape) {
    if bytes[start] == UInt8(ascii: "h") || bytes[start] == UInt8(ascii: "w"),
      let end = Self.address(bytes, from: start)
    {
      return (end, [.word, .address])
    }
    if let end = Self.initials(bytes, from: start) {
      return (end, [.word, .capitalized, .initials])
    }
    var shape: Token.Shape = .word
    var i = start
    var letters = 0
    var capitals = 0
    var previousIsSmall = false
    loop: while i < bytes.count {
      // Most letters are small and plain.
      let byte = bytes[i]
      if byte >= 97, byte <= 122 {
        letters += 1
        previousIsSmall = true
        i += 1
        continue
      }
      let (kind, width) = Self.classify(bytes, i)
      switch kind {
      case .letter, .foreignLetter:
        if kind == .foreignLetter { shape.insert(.foreignScript) }
        let isCapital = Self.isCapital(bytes, i)
        if isCapital {
          if letters == 0, i == start { shape.insert(.capitalized) }
          if previousIsSmall { shape.insert(.innerCapital) }
          capitals += 1
        }
        letters += 1
        previousIsSmall = !isCapital
        i += width
      case .digit:
        shape.insert(.hasDigit)
        i += width
      case .joiner:
        // A hyphen joins when a letter or digit follows; combining marks and zero-width joiners
        // belong to the letter before.
        if bytes[i] == UInt8(ascii: "-")
          || (bytes[i] == 0xE2 && i + 2 < bytes.count && bytes[i + 1] == 0x80
            && (bytes[i + 2] == 0x90 || bytes[i + 2] == 0x91))
        {
          guard i + width < bytes.count else { break loop }
          let next = Self.classify(bytes, i + width).0
          guard next == .letter || next == .foreignLetter || next == .digit else { break loop }
          shape.insert(.hyphenated)
          previousIsSmall = false
        }
        i += width
      case .apostrophe:
        guard i > start, letters > 0 else { break loop }
        let next = i + width < bytes.count ? Self.classify(bytes, i + width).0 : .space
        let isFollowed = next == .letter || next == .foreignLetter
        if isElision(bytes[start..<i], words) {
          shape.insert(.elided)
          i += width
          break loop
        }
        guard isFollowed else { break loop }
        i += width
      default: break loop
      }
    }
    if letters >= 2, capitals == letters { shape.insert(.allCapitals) }
    if letters == 1, capitals == 1, !shape.contains(.elided) { shape.insert(.initials) }
    return (max(i, start + 1), shape)
  }

  /// The form with an accent on its last letter, if a table knows it.
  private func accented(_ form: [UInt8]) -> LexemeTable.ID? {
    let accents: [UInt8]
    switch form.last {
    case UInt8(ascii: "a"): accents = [0xA0]
    case UInt8(ascii: "e"): accents = [0xA8, 0xA9]
    case UInt8(ascii: "i"): accents = [0xAC]
    case UInt8(ascii: "o"): accents = [0xB2]
    case UInt8(ascii: "u"): accents = [0xB9]
    default: return nil
    }
    for accent in accents {
      let id = lexemes.id(normalized: form.dropLast() + [0xC3, accent])
      if id != LexemeTable.unknown { return id }
    }
    return nil
  }

  /// Whether `word` with an apostrophe is one that leans on the next (l’, dell’) or is cut (po’).
  private func isElision(
    _ word: Slice<UnsafeBufferPointer<UInt8>>, _ words: WordForms.WordTable
  ) -> Bool {
    // The longest is of nine letters: quell', quest', cinquant'.
    guard word.count <= 12, let first = UnsafeBufferPointer(rebasing: word).baseAddress else {
      return false
    }
    // Both apostrophes are asked for as the straight one.
    let form = words.find(
      short: WordForms.Key(first, word.count).adding(UInt8(ascii: "'"), word.count))
    if form >= 0 { return words[form].shape.contains(.elided) }
    var letters = LexemeTable.normalized(word)
    letters.append(UInt8(ascii: "'"))
    let lexeme = lexemes.id(normalized: letters)
    let isElision = grammar.isAny(lexeme, of: .elision)
    let written = Array(word) + [UInt8(ascii: "'")] + [UInt8](repeating: 0, count: 8)
    written.withUnsafeBufferPointer {
      guard let first = $0.baseAddress else { return }
      _ = words.note(
        first, word.count + 1, lexeme: lexeme, shape: isElision ? [.word, .elided] : .word)
    }
    return isElision
  }

  /// The end of `U.S.A.` or `O.N.U.`: two capital letters or more, each with a full stop.
  private static func initials(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var i = start
    var count = 0
    while i + 1 < bytes.count, bytes[i] >= 65, bytes[i] <= 90, bytes[i + 1] == UInt8(ascii: ".") {
      count += 1
      i += 2
    }
    guard count >= 2 else { return nil }
    // "U.S." may have a last letter without stop: U.S.A
    if i < bytes.count, bytes[i] >= 65, bytes[i] <= 90 {
      let after = i + 1 < bytes.count ? classify(bytes, i + 1).0 : .space
      if after != .letter { i += 1 } else { return nil }
    }
    return i
  }

  /// The end of a web or mail address.
  private static func address(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    func has(_ prefix: StaticString) -> Bool {
      prefix.withUTF8Buffer { prefix in
        guard start + prefix.count <= bytes.count else { return false }
        for i in 0..<prefix.count where bytes[start + i] != prefix[i] { return false }
        return true
      }
    }
    guard has("http://") || has("https://") || has("www.") else { return nil }
    var end = start
    while end < bytes.count, bytes[end] > 32, bytes[end] < 0x80,
      bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: ")"),
      bytes[end] != UInt8(ascii: "<"), bytes[end] != UInt8(ascii: ">")
    {
      end += 1
    }
    while end > start, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: ",") {
      end -= 1
    }
    return end
  }

  /// The class of the scalar at `i` and its bytes.
  private static func classify(
    _ bytes: UnsafeBufferPointer<UInt8>, _ i: Int
  ) -> (Class, Int) {
    let byte = bytes[i]
    if byte < 0x80 {
      switch byte {
      case 9...13, 28...32: return (.space, 1)
      case 48...57: return (.digit, 1)
      case 65...90, 97...122: return (.letter, 1)
      case UInt8(ascii: "-"): return (.joiner, 1)
      case UInt8(ascii: "'"): return (.apostrophe, 1)
      default: return (byte < 32 || byte == 127 ? .space : .mark, 1)
      }
    }
    func at(_ offset: Int) -> UInt8 { i + offset < bytes.count ? bytes[i + offset] : 0 }
    switch byte {
    case 0xC2:
      switch at(1) {
      case 0xA0, 0x85: return (.space, 2)
      case 0xAD: return (.joiner, 2)  // soft hyphen
      case 0xAA, 0xB5, 0xBA: return (.letter, 2)
      default: return (.mark, 2)
      }
    case 0xC3: return (at(1) == 0x97 || at(1) == 0xB7 ? .mark : .letter, 2)
    case 0xC4...0xC9: return (.letter, 2)
    case 0xCA: return (at(1) == 0xBC || at(1) == 0xBB ? .apostrophe : .letter, 2)
    case 0xCB: return (.mark, 2)
    case 0xCC: return (.joiner, 2)
    case 0xCD: return (at(1) <= 0xAF ? .joiner : .foreignLetter, 2)
    case 0xCE...0xDF: return (.foreignLetter, 2)
    case 0xE1 where at(1) == 0xB8 || at(1) == 0xB9 || at(1) == 0xBA || at(1) == 0xBB:
      return (.letter, 3)
    case 0xE2:
      if at(1) == 0x80 {
        switch at(2) {
        case 0x80...0x8A, 0xA8, 0xA9, 0xAF: return (.space, 3)
        case 0x8B...0x8F: return (.joiner, 3)  // zero-width
        case 0x90, 0x91: return (.joiner, 3)  // hyphens
        case 0x99: return (.apostrophe, 3)
        default: return (.mark, 3)
        }
      }
      return (.mark, 3)
    case 0xE3 where at(1) == 0x80: return (at(2) == 0x80 ? .space : .mark, 3)
    case 0xEF:
      if at(1) == 0xBB, at(2) == 0xBF { return (.space, 3) }
      if at(1) == 0xB8 { return (.joiner, 3) }
      return (.mark, 3)
    case 0xE0...0xED: return (.foreignLetter, 3)
    case 0xF0...0xF4: return (.mark, 4)
    default: return (.mark, byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1)
    }
  }

  private static func isCapital(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    let byte = bytes[i]
    if byte < 0x80 { return byte >= 65 && byte <= 90 }
    guard i + 1 < bytes.count else { return false }
    let next = bytes[i + 1]
    switch byte {
    case 0xC3: return next >= 0x80 && next <= 0x9E && next != 0x97
    case 0xC4, 0xC5:
      let scalar = (UInt32(byte & 0x1F) << 6) | UInt32(next & 0x3F)
      switch scalar {
      case 0x138, 0x149, 0x17F: return false
      case 0x139...0x148, 0x179...0x17E: return scalar % 2 == 1
      case 0x178: return true
      default: return scalar % 2 == 0
      }
    case 0xC6: return next == 0x8F
    case 0xC8: return next % 2 == 0
    case 0xCE: return next >= 0x91 && next <= 0xA9
    case 0xD0: return next <= 0xAF
    case 0xE1:
      return i + 2 < bytes.count && bytes[i + 2] % 2 == 0
    default: return false
    }
  }
}
