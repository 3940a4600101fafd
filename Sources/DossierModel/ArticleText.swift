/// An article's text: UTF-8 bytes that never change.
public struct ArticleText: Hashable, Sendable {
  /// The UTF-8 bytes, without a byte-order mark.
  public let bytes: [UInt8]

  /// A text of these bytes, which must be valid UTF-8.
  public init(bytes: [UInt8]) { self.bytes = bytes }
  /// The UTF-8 of `string`.
  public init(_ string: String) { bytes = Array(string.utf8) }

  /// The whole text.
  public var string: String { String(decoding: bytes, as: UTF8.self) }
  /// The words at `span`.
  public subscript(_ span: TextSpan) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }
  /// All of it.
  public var span: TextSpan { TextSpan(0, bytes.count) }

  /// The first bytes of every place where `words` stand, in order; places may overlap (Knuth, Morris
  /// and Pratt).
  public func occurrences(of words: [UInt8]) -> [Int] {
    guard !words.isEmpty, words.count <= bytes.count else { return [] }
    var border = [Int](repeating: 0, count: words.count)
    var k = 0
    for i in 1..<max(1, words.count) {
      while k > 0, words[i] != words[k] { k = border[k - 1] }
      if words[i] == words[k] { k += 1 }
      border[i] = k
    }
    var found: [Int] = []
    k = 0
    for i in bytes.indices {
      while k > 0, bytes[i] != words[k] { k = border[k - 1] }
      if bytes[i] == words[k] { k += 1 }
      if k == words.count {
        found.append(i + 1 - k)
        k = border[k - 1]
      }
    }
    return found
  }

  /// The span without ASCII white space, no-break spaces and byte-order marks at its ends.
  public func trimmed(_ span: TextSpan) -> TextSpan {
    var (start, end) = (span.start, span.end)
    func blank(at i: Int) -> Int {
      let byte = bytes[i]
      if byte == 32 || (9...13).contains(byte) { return 1 }
      if byte == 0xC2, i + 1 < end, bytes[i + 1] == 0xA0 { return 2 }
      if byte == 0xE2, i + 2 < end, bytes[i + 1] == 0x80 {
        // U+2000-200A spaces, U+2028, U+2029, U+202F.
        let last = bytes[i + 2]
        if (0x80...0x8A).contains(last) || last == 0xA8 || last == 0xA9 || last == 0xAF {
          return 3
        }
      }
      if byte == 0xEF, i + 2 < end, bytes[i + 1] == 0xBB, bytes[i + 2] == 0xBF { return 3 }
      return 0
    }
    while start < end {
      let width = blank(at: start)
      if width == 0 { break }
      start += width
    }
    while end > start {
      if blank(at: end - 1) == 1 {
        end -= 1
      } else if end - 2 >= start, blank(at: end - 2) == 2 {
        end -= 2
      } else if end - 3 >= start, blank(at: end - 3) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return TextSpan(start, end)
  }
}

/// Converts positions of a text from UTF-8 bytes to code points and back: the one place that does.
public struct CodePointMap: Sendable {
  private let bytes: [UInt8]
  /// Code points before each block of 256 bytes.
  private let before: [Int]
  /// The code points of the whole text.
  public let count: Int

  /// A map for `text`.
  public init(_ text: ArticleText) {
    bytes = text.bytes
    var before: [Int] = []
    before.reserveCapacity(bytes.count / 256 + 1)
    var count = 0
    for (i, byte) in bytes.enumerated() {
      if i & 255 == 0 { before.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    if before.isEmpty { before.append(0) }
    self.before = before
    self.count = count
  }

  /// The code points before the byte at `offset`.
  public func codePoint(atByte offset: Int) -> Int {
    let block = min(offset >> 8, before.count - 1)
    guard offset > block << 8 else { return before[block] }
    return bytes[(block << 8)..<offset].withUnsafeBufferPointer { bytes in
      var count = before[block]
      for byte in bytes { count &+= byte & 0xC0 != 0x80 ? 1 : 0 }
      return count
    }
  }

  /// The byte at which the code point number `index` starts; `nil` outside the text.
  public func byte(atCodePoint index: Int) -> Int? {
    guard index >= 0, index <= count else { return nil }
    if index == count { return bytes.count }
    var (low, high) = (0, before.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if before[middle] <= index { low = middle } else { high = middle - 1 }
    }
    var seen = before[low]
    var i = low << 8
    while i < bytes.count {
      if bytes[i] & 0xC0 != 0x80 {
        if seen == index { return i }
        seen += 1
      }
      i += 1
    }
    return bytes.count
  }

  /// The code points of `span`, half-open.
  public func codePoints(_ span: TextSpan) -> Range<Int> {
    codePoint(atByte: span.start)..<codePoint(atByte: span.end)
  }
}
