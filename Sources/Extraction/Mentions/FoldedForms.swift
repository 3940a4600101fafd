import DossierModel

/// The folded forms that an article's names are compared by, each with a number: what is known of a
/// form stands in a list by its number.
final class FoldedForms {
  private let tokens: TokenizedText
  @exclusivity(unchecked) private var bytes: TextArray<UInt8>
  @exclusivity(unchecked) private var spans: TextArray<(start: Int32, end: Int32)>
  /// The numbers by their form's hash; -1 where none is.
  private let slots: TextArray<Int32>

  /// Room for at most `capacity` forms of `tokens`.
  init(of tokens: TokenizedText, capacity: Int) {
    self.tokens = tokens
    bytes = TextArray(in: tokens.memory)
    spans = TextArray(in: tokens.memory)
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = TextArray(repeating: -1, count: size, in: tokens.memory)
  }

  /// How many forms there are.
  var count: Int { spans.count }

  /// The number of the folded words from the first to the last token of `range`.
  func number(of range: Range<Int>) -> Int {
    let start = fold(range)
    return number(ofBytes: start..<bytes.count, from: start)
  }

  /// The number of the folded words without the first of `prefixes`, which end with a hyphen, that
  /// they begin with.
  func number(of range: Range<Int>, without prefixes: [[UInt8]]) -> Int {
    let start = fold(range)
    let folded = bytes.buffer(start..<bytes.count)
    let prefix =
      folded.contains(UInt8(ascii: "-")) ? prefixes.first { folded.starts(with: $0) } : nil
    return number(ofBytes: start + (prefix?.count ?? 0)..<bytes.count, from: start)
  }

  /// Appends the folded words; where they begin.
  private func fold(_ range: Range<Int>) -> Int {
    let start = bytes.count
    let written = tokens.bytes(range)
    var isASCII = true
    for byte in written {
      if byte >= 0x80 { isASCII = false }
      bytes.append(byte &- 65 < 26 ? byte | 0x20 : byte)
    }
    if !isASCII {
      bytes.truncate(to: start)
      for byte in LatinFold.fold(utf8: written) { bytes.append(byte) }
    }
    return start
  }

  /// The number of the form in the last bytes, which were added at `start`; they go if it is known.
  private func number(ofBytes range: Range<Int>, from start: Int) -> Int {
    let form = WordBytes(bytes.buffer(range))
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: form.hash) & mask
    while slots[slot] >= 0 {
      let known = spans[Int(slots[slot])]
      if form == bytes.buffer(Int(known.start)..<Int(known.end)) {
        bytes.truncate(to: start)
        return Int(slots[slot])
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(spans.count)
    spans.append((Int32(range.lowerBound), Int32(range.upperBound)))
    return spans.count - 1
  }
}
