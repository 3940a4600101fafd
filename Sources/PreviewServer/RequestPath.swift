/// The way from the site folder to what a request names, decoded and found harmless.
struct RequestPath: Hashable {
  /// The names of the folders and of the file, as bytes; empty for the site folder itself.
  var names: [[UInt8]]
  /// Whether a folder is meant: the path ends in `/`.
  var isFolder: Bool

  /// The path that `encoded` (percent-encoded, without a query) means; `nil` if no page of a site has
  /// such an address.
  ///
  /// Names that begin with `.` are refused, which leaves out `..` and what is nobody's business in a
  /// site folder (`.git`). So is whatever would be read differently by somebody else: a slash or
  /// backslash that was encoded, a name that is empty, control characters, bytes that are not UTF-8.
  /// Nothing is decoded twice.
  init?(_ encoded: String) {
    let bytes = Array(encoded.utf8)
    guard bytes.first == UInt8(ascii: "/") else { return nil }
    var parts = bytes.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    isFolder = parts.last?.isEmpty ?? true
    if isFolder { parts.removeLast() }
    names = []
    for part in parts {
      guard let name = Self.decoded(part), Self.isHarmless(name) else { return nil }
      names.append(name)
    }
  }

  private static func isHarmless(_ name: [UInt8]) -> Bool {
    guard let first = name.first, first != UInt8(ascii: "."), name.count <= 255 else {
      return false
    }
    let refused = name.contains {
      $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\")
    }
    return !refused && String(validating: name, as: UTF8.self) != nil
  }

  private static func decoded(_ part: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var rest = part
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        result.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      result.append(high << 4 | low)
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
