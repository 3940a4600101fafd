/// Names of pages and ids: lower-case ASCII letters, digits and single hyphens.
public enum Slug {
  /// The most bytes that a slug may have.
  public static let limit = 80

  /// A slug of `text`, and whether it lost anything but case, white space and `_`.
  ///
  /// Letters lose their marks (città → citta); what has no Latin form, and punctuation, becomes a
  /// hyphen. The slug is empty if nothing is left. It is at most `limit` bytes, cut at a hyphen if
  /// there is one in its second half.
  public static func make(_ text: some StringProtocol) -> (slug: String, isLossy: Bool) {
    var bytes: [UInt8] = []
    var isLossy = false
    func hyphen() {
      if !bytes.isEmpty, bytes.last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": bytes.append(UInt8(scalar.value))
      case "A"..."Z": bytes.append(UInt8(scalar.value) + 32)
      case " ", "_": hyphen()
      case "-":
        if bytes.isEmpty || bytes.last == UInt8(ascii: "-") { isLossy = true }
        hyphen()
      default:
        isLossy = true
        if scalar.isASCII {
          hyphen()
        } else if let folded = LatinFold.ascii(scalar) {
          for byte in folded { bytes.append((65...90).contains(byte) ? byte + 32 : byte) }
        } else {
          hyphen()
        }
      }
    }
    if bytes.count > limit {
      isLossy = true
      let cut = bytes[..<limit].lastIndex(of: UInt8(ascii: "-")) ?? limit
      bytes.removeSubrange((cut > limit / 2 ? cut : limit)...)
    }
    if bytes.last == UInt8(ascii: "-") {
      bytes.removeLast()
      // A blank or `_` at the end is no loss, a hyphen is.
      if text.unicodeScalars.last(where: { $0 != " " && $0 != "_" }) == "-" { isLossy = true }
    }
    let slug = String(decoding: bytes, as: UTF8.self)
    return reserved.contains(slug) ? (slug + "-", true) : (slug, isLossy)
  }

  /// A slug for a page named `name`; one that would be empty is made of the hash of the name.
  public static func page(_ name: String) -> String {
    let slug = make(name).slug
    if slug.isEmpty { return "x-" + ContentHash(of: name).hex(6) }
    return slug.hasSuffix("-") ? slug + ContentHash(of: name).hex(4) : slug
  }

  /// Names that Windows keeps for devices, and `index`, which is a page of ours.
  private static let reserved: Set<String> = Set(
    ["con", "prn", "aux", "nul", "index"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })
}
