import DossierModel

/// Whether the bytes of a file are UTF-8 text, and what else they may be.
enum TextEncoding {
  /// The bytes without a byte-order mark, or what is wrong with them, as a diagnostic for the file
  /// called `name`.
  static func text(of bytes: [UInt8], name: String) -> Result<ArraySlice<UInt8>, TextFault> {
    if let form = wideForm(bytes) {
      return .failure(
        TextFault(
          Diagnostic(
            .error, file: name, "is \(form), not UTF-8; save it as UTF-8", code: "not-utf8")))
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let invalid = firstInvalid(in: bytes)
    let null = bytes.firstIndex(of: 0)
    if let null, null < invalid ?? .max {
      let (line, column) = position(of: null, in: bytes)
      return .failure(
        TextFault(
          Diagnostic(
            .error, file: name, line: line, column: column,
            "a NUL byte at byte offset \(null): this is no text; save the article as UTF-8 text",
            code: "nul")))
    }
    if let invalid {
      let (line, column) = position(of: invalid, in: bytes)
      let byte = String(bytes[invalid], radix: 16, uppercase: true)
      return .failure(
        TextFault(
          Diagnostic(
            .error, file: name, line: line, column: column,
            "not UTF-8: byte \(byte) at byte offset \(invalid); save the file as UTF-8 "
              + "(it may be Windows-1252 or Latin-1)", code: "not-utf8")))
    }
    return .success(text)
  }

  /// UTF-16 or UTF-32, if the byte-order mark or the pattern of zero bytes tells so.
  private static func wideForm(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return "UTF-32"
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    // Latin text in UTF-16 without a mark: every other byte is zero.
    let head = bytes.prefix(512)
    if head.count < 8 { return nil }
    var zeros = [0, 0]
    for (i, byte) in head.enumerated() where byte == 0 { zeros[i & 1] += 1 }
    let half = head.count / 2
    let isWide = zeros.contains { $0 > half * 3 / 4 } && zeros.contains { $0 <= half / 16 }
    return isWide ? "UTF-16" : nil
  }

  /// The offset of the first byte that belongs to no UTF-8 code point.
  static func firstInvalid(in bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// The line and the column, in code points, of the byte at `offset`.
  static func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    var (line, column) = (1, 1)
    var i = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while i < min(offset, bytes.count) {
      let byte = bytes[i]
      if byte == 10 || (byte == 13 && (i + 1 == bytes.count || bytes[i + 1] != 10)) {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      i += 1
    }
    return (line, column)
  }
}

/// A file that is no text: the diagnostic to give.
struct TextFault: Error {
  let diagnostic: Diagnostic
  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
