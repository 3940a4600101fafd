import DossierModel
import Foundation

/// The path of a file inside the articles folder.
struct ArticlePath: Hashable, Comparable, Sendable {
  /// What a file of the folder is for, by its name.
  enum Role: Hashable, Sendable {
    case article(Article.Format)
    case editorFile
    /// What `dossier import` makes articles of.
    case importable
    case other
  }

  /// The path, with `/`.
  let text: String

  /// The name without the folders before it.
  var name: Substring {
    let slash = text.utf8.lastIndex(of: UInt8(ascii: "/"))
    return text[(slash.map(text.utf8.index(after:)) ?? text.startIndex)...]
  }

  /// What the file is for; extensions count in any case.
  var role: Role {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return .other }
    switch name[name.utf8.index(after: dot)...].lowercased() {
    case "txt": return .article(.plainText)
    case "md": return .article(.markdown)
    case "yml", "yaml": return .editorFile
    case "html", "htm", "pdf", "eml": return .importable
    default: return .other
    }
  }

  /// Whether the file or folder named `name` is none of ours: hidden, or about the folder itself.
  static func isSkipped(_ name: some StringProtocol) -> Bool {
    if name.utf8.first == UInt8(ascii: ".") { return true }
    return name.prefix { $0 != "." }.lowercased() == "readme"
  }

  /// The path in composed form (NFC): two paths that look alike are alike in it.
  var composed: String {
    text.utf8.contains { $0 >= 0x80 } ? text.precomposedStringWithCanonicalMapping : text
  }

  /// The id of the article at this path: a slug of the path without `.txt`, with six digits of the
  /// path's hash where the slug does not tell all of it.
  ///
  /// A slug that hash digits follow is cut so that the id has at most `Slug.limit` bytes.
  var articleID: Article.ID {
    let path = composed
    let isPlain = path.utf8.reversed().starts(with: ".txt".utf8.reversed())
    let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) ?? path.endIndex
    let (slug, isLossy) = Slug.make(path[..<dot])
    if isPlain, !isLossy, !slug.isEmpty { return Article.ID(slug) }
    var head = Array(slug.utf8)
    let limit = Slug.limit - 7
    if head.count > limit {
      let hyphen = head[...limit].lastIndex(of: UInt8(ascii: "-")) ?? limit
      head.removeSubrange((hyphen > limit / 2 ? hyphen : limit)...)
    }
    while head.last == UInt8(ascii: "-") { head.removeLast() }
    if head.isEmpty { head = Array("article".utf8) }
    return Article.ID(String(decoding: head, as: UTF8.self) + "-" + ContentHash(of: path).hex(6))
  }

  /// In the order of the bytes.
  static func < (a: Self, b: Self) -> Bool {
    a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }
}

/// `text` for a terminal: control characters, and marks that turn the direction of writing, are
/// written out, so that no file name can disguise what is said of it.
func displayed(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      result.append(contentsOf: "\\u{\(digits)}".unicodeScalars)
    default: result.append(scalar)
    }
  }
  return String(result)
}
