import DossierModel

/// A mark and what stands beside it.
struct Mark {
  var start: Int
  var end: Int
  var paragraph: Int
  /// The cost of reading it as an opening mark, as a closing one, and as none at all.
  var opening: Int
  var closing: Int
  var nothing: Int
  var isParagraphStart: Bool
  /// Has the shape of an opening mark, of a closing one, or of neither.
  var shape: Shape
  enum Shape { case opening, closing, low, neither }
}

/// Finds the marks of a text, by style.
struct MarkScanner {
  let text: ArticleText
  let paragraphs: [TextSpan]
  var marks = [[Mark]](repeating: [], count: QuotationMarks.Style.allCases.count)
  private var paragraph = 0

  init(text: ArticleText, paragraphs: [TextSpan]) {
    (self.text, self.paragraphs) = (text, paragraphs)
  }

  mutating func scan() {
    text.bytes.withUnsafeBufferPointer { scan($0) }
  }

  /// The first position from `start` on where a mark may begin.
  @inline(__always)
  private static func next(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    ByteSearch.first(in: bytes, from: start) { eight in
      ByteSearch.places(of: 0x22, in: eight) | ByteSearch.places(of: 0x27, in: eight)
        | ByteSearch.places(of: 0x3C, in: eight) | ByteSearch.places(of: 0x3E, in: eight)
        | ByteSearch.places(of: 0x60, in: eight) | ByteSearch.places(of: 0xC2, in: eight)
        | ByteSearch.places(of: 0xE2, in: eight)
    } where: {
      switch $0 {
      case 0x22, 0x27, 0x3C, 0x3E, 0x60, 0xC2, 0xE2: true
      default: false
      }
    }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    var i = 0
    while true {
      i = Self.next(bytes, from: i)
      guard i < bytes.count else { return }
      let byte = bytes[i]
      let second = i + 1 < bytes.count ? bytes[i + 1] : 0
      switch byte {
      case 0x22:
        add(.straight, i, 1, .neither)
      case 0x27:
        if second == 0x27 {
          add(.twinApostrophes, i, 2, .neither)
          i += 1
        } else {
          addSingle(.singleStraight, i, 1, .neither)
        }
      case 0x60 where second == 0x60:
        add(.twinApostrophes, i, 2, .opening)
        i += 1
      case 0x3C where second == 0x3C, 0x3E where second == 0x3E:
        // Not part of a longer row, such as a merge mark or an arrow.
        let third = i + 2 < bytes.count ? bytes[i + 2] : 0
        if third != byte, i == 0 || bytes[i - 1] != byte {
          add(.angles, i, 2, byte == 0x3C ? .opening : .closing)
        }
        i += 1
      case 0xC2 where second == 0xAB: add(.guillemets, i, 2, .opening)
      case 0xC2 where second == 0xBB: add(.guillemets, i, 2, .closing)
      case 0xE2 where second == 0x80 && i + 2 < bytes.count:
        switch bytes[i + 2] {
        case 0x9C: add(.curly, i, 3, .opening)
        case 0x9D: add(.curly, i, 3, .closing)
        case 0x9E, 0x9F: add(.curly, i, 3, .low)
        case 0xB9: add(.singleGuillemets, i, 3, .opening)
        case 0xBA: add(.singleGuillemets, i, 3, .closing)
        case 0x98 where isTwin(i):
          add(.twinApostrophes, i, 6, .opening)
          i += 3
        case 0x98, 0x9A, 0x9B: addSingle(.singleCurly, i, 3, .opening)
        case 0x99:
          if isTwin(i) {
            add(.twinApostrophes, i, 6, .neither)
            i += 3
          } else {
            addSingle(.singleCurly, i, 3, .closing)
          }
        default: break
        }
        i += 2
      default: break
      }
      i += 1
    }
  }

  /// Whether the curly mark at `i` is written twice.
  private func isTwin(_ i: Int) -> Bool {
    let bytes = text.bytes
    return i + 5 < bytes.count && bytes[i + 3] == 0xE2 && bytes[i + 4] == 0x80
      && bytes[i + 5] == bytes[i + 2]
  }

  /// What stands beside a mark.
  private enum Side {
    case edge, space, word, openingMark, closingMark, elision, mark, dash
  }

  /// Whether the mark at `position` may stand for inches or seconds: 12", 6”.
  private func isMeasure(_ position: Int, _ right: Side) -> Bool {
    guard position > 0, Self.isDigit(text.bytes[position - 1]) else { return false }
    return right != .word && right != .openingMark
  }

  /// Whether the words begin with dots that stand for others: "…e poi", "...e poi", "[...] e poi".
  private func isEllipsis(_ position: Int) -> Bool {
    let bytes = text.bytes
    guard position + 1 < bytes.count else { return false }
    return bytes[position] == 0xE2
      || bytes[position] == UInt8(ascii: ".") && bytes[position + 1] == UInt8(ascii: ".")
  }

  private func before(_ position: Int) -> Side {
    guard position > 0 else { return .edge }
    let bytes = text.bytes
    let byte = bytes[position - 1]
    switch byte {
    case 10, 13: return .edge
    case 9, 11, 12, 32: return .space
    case 0x27: return isElision(endingAt: position - 1) ? .elision : .mark
    case 0x28, 0x5B, 0x7B, 0x2F, 0x3D: return .openingMark  // ( [ { / =
    case 0x2D: return .dash
    case 0x22, 0x3A: return .mark
    case 0x21, 0x29, 0x2C, 0x2E, 0x3B, 0x3F, 0x5D, 0x7D, 0x25: return .closingMark
    case 0..<0x80: return Self.isLetter(byte) ? .word : .mark
    default: break
    }
    if position >= 2, bytes[position - 2] == 0xC2 {
      switch byte {
      case 0xA0: return .space
      case 0xAB, 0xBB: return .mark
      default: return .mark
      }
    }
    if position >= 3, bytes[position - 3] == 0xE2, bytes[position - 2] == 0x80 {
      switch byte {
      case 0x80...0x8A, 0xA8, 0xA9, 0xAF: return .space
      case 0x93...0x95: return .dash
      case 0x99: return isElision(endingAt: position - 3) ? .elision : .mark
      case 0xA6: return .closingMark
      default: return .mark
      }
    }
    return .word
  }

  private func after(_ position: Int) -> Side {
    let bytes = text.bytes
    guard position < bytes.count else { return .edge }
    let byte = bytes[position]
    switch byte {
    case 10, 13: return .edge
    case 9, 11, 12, 32: return .space
    case 0x28, 0x5B, 0x7B: return .openingMark
    case 0x2D: return .dash
    case 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D: return .closingMark
    case 0..<0x80: return Self.isLetter(byte) ? .word : .mark
    default: break
    }
    let second = position + 1 < bytes.count ? bytes[position + 1] : 0
    let third = position + 2 < bytes.count ? bytes[position + 2] : 0
    if byte == 0xC2 { return second == 0xA0 ? .space : .mark }
    if byte == 0xE2, second == 0x80 {
      switch third {
      case 0x80...0x8A, 0xA8, 0xA9, 0xAF: return .space
      case 0x93...0x95: return .dash
      case 0xA6: return .closingMark
      default: return .mark
      }
    }
    return .word
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)
  }

  /// Whether the apostrophe at `position` cuts a word short before another (l’, dell’, un’).
  private func isElision(endingAt position: Int) -> Bool {
    var start = position
    while start > 0, Self.isLetter(text.bytes[start - 1]) { start -= 1 }
    let count = position - start
    guard count >= 1, count <= 6 else { return false }
    // Elided words end in a consonant: l', dell', un', c', quest', anch'.
    switch text.bytes[position - 1] | 0x20 {
    case UInt8(ascii: "l"), UInt8(ascii: "n"), UInt8(ascii: "d"), UInt8(ascii: "c"),
      UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "m"), UInt8(ascii: "v"),
      UInt8(ascii: "h"):
      return true
    default: return false
    }
  }

  private mutating func enterParagraph(_ position: Int) -> Bool {
    while paragraph < paragraphs.count, paragraphs[paragraph].end <= position { paragraph += 1 }
    return paragraph < paragraphs.count && paragraphs[paragraph].start == position
  }

  /// Whether the paragraph entered last holds `position`: marks in what is no prose are none.
  private func isInParagraph(_ position: Int) -> Bool {
    paragraph < paragraphs.count && paragraphs[paragraph].start <= position
  }

  /// Adds a double mark.
  private mutating func add(
    _ style: QuotationMarks.Style, _ start: Int, _ count: Int, _ shape: Mark.Shape
  ) {
    let isParagraphStart = enterParagraph(start)
    guard isInParagraph(start) else { return }
    let (left, right) = (before(start), after(start + count))
    // White space on the wrong side says less where the shape tells what the mark is.
    var opening = 0
    switch left {
    case .word: opening += 4
    case .closingMark: opening += 2
    default: break
    }
    switch right {
    case .edge: opening += 4
    case .space: opening += shape == .opening || shape == .low ? 0 : 4
    case .closingMark: opening += isEllipsis(start + count) ? 3 : 7
    default: break
    }
    var closing = 0
    switch left {
    case .edge: closing += 6
    case .space: closing += shape != .closing ? 4 : right == .word || right == .space ? 1 : 0
    case .openingMark, .elision: closing += 5
    case .dash: closing += 1
    default: break
    }
    if right == .word { closing += 4 }
    if right == .openingMark { closing += 1 }
    if shape == .neither, right == .word, left == .space || left == .edge {
      closing += 2 * Self.loss
    }
    switch shape {
    case .opening: closing += style == .curly ? 5 : 8
    case .closing: opening += style == .curly ? 5 : 8
    case .low: closing += 14
    case .neither: break
    }
    // A straight mark after a word and before a full stop or white space opens nothing: it would cost
    // less to take it for one that does than for one whose other half is lost.
    if shape == .neither, left == .word || left == .closingMark,
      right == .space || right == .edge || right == .closingMark
    {
      opening += 2 * Self.loss
    }
    let isMeasure = self.isMeasure(start, right) && shape != .opening
    if isMeasure { opening += 6 }
    marks[Int(style.rawValue)].append(
      Mark(
        start: start, end: start + count, paragraph: paragraph, opening: opening,
        closing: closing, nothing: isMeasure ? Self.measure : Self.loss,
        isParagraphStart: isParagraphStart, shape: shape))
  }

  /// The cost of a mark whose other half is lost.
  static let loss = 10
  /// The cost of a mark after a number that stands for a measure.
  static let measure = 3

  /// Adds a mark that may be an apostrophe, unless it can be nothing else.
  private mutating func addSingle(
    _ style: QuotationMarks.Style, _ start: Int, _ count: Int, _ shape: Mark.Shape
  ) {
    let isParagraphStart = enterParagraph(start)
    guard isInParagraph(start) else { return }
    let (left, right) = (before(start), after(start + count))
    // l’armata, Sana’a; never a mark.
    if left == .word, right == .word { return }
    let isLeftEdge = left == .edge || left == .space || left == .openingMark
    if right == .word, shape == .closing, isLeftEdge { return }  // ’80, ’ndrangheta
    let isDigit = start + count < text.bytes.count && Self.isDigit(text.bytes[start + count])
    var opening = 40
    if right == .word || right == .openingMark || right == .mark {
      switch left {
      case .edge, .space, .openingMark, .elision, .mark, .dash: opening = isDigit ? 4 : 0
      default: break
      }
    }
    var closing = 40
    var nothing = 6
    if left == .word || left == .closingMark || left == .mark,
      right != .word, right != .openingMark
    {
      closing = 0
      nothing = left == .word ? 1 : 4
      // A cut word (po’) or, with typewriter's apostrophes, an accent (perche').
      if left == .word, right == .space {
        if isCutWord(endingAt: start) {
          closing = 4
          nothing = 0
        } else if style == .singleStraight, endsInVowel(start) {
          closing = 2
          nothing = 0
        }
      }
    } else if opening < 40 {
      nothing = isDigit ? 1 : 3
      if isApheresis(start + count) { nothing = 0 }
    } else {
      return
    }
    if shape == .opening { closing += 5 }
    if shape == .closing { opening += 8 }
    marks[Int(style.rawValue)].append(
      Mark(
        start: start, end: start + count, paragraph: paragraph, opening: opening,
        closing: closing, nothing: nothing, isParagraphStart: isParagraphStart, shape: shape))
  }

  /// Whether a word that begins with an apostrophe of its own follows: 'ndrangheta, 'ndrina.
  private func isApheresis(_ position: Int) -> Bool {
    let bytes = text.bytes
    guard position + 2 < bytes.count else { return false }
    return bytes[position] | 0x20 == UInt8(ascii: "n")
      && bytes[position + 1] | 0x20 == UInt8(ascii: "d")
      && bytes[position + 2] | 0x20 == UInt8(ascii: "r")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private func endsInVowel(_ position: Int) -> Bool {
    switch text.bytes[position - 1] | 0x20 {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      return true
    default: return false
    }
  }

  /// Whether the letters before `position` are a word that is cut short: po’, mo’, di’, fa’.
  private func isCutWord(endingAt position: Int) -> Bool {
    var start = position
    while start > 0, Self.isLetter(text.bytes[start - 1]) { start -= 1 }
    guard position - start <= 3 else { return false }
    let word = String(decoding: text.bytes[start..<position], as: UTF8.self).lowercased()
    return Self.cutWords.contains(word)
  }

  private static let cutWords: Set<String> = [
    "po", "mo", "di", "fa", "sta", "va", "da", "be", "to", "de", "ne", "co", "ca", "pe", "so", "a",
    "e", "que", "piu", "gia", "cio", "puo", "cosi", "la", "si", "ma",
  ]
}
