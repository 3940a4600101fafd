/// A page as the preview sends it: with a script that reloads it, and a policy that lets that run.
///
/// The file on the disk has neither.
struct PreviewPage {
  /// The address of what belongs to the preview and not to the site.
  ///
  /// No file of a site is served under such a name.
  static let folder = "/.dossier-serve/"

  /// The bytes of the page `html` with the script, which is told that it stands in a page of `edition`.
  static func bytes(of html: [UInt8], edition: String) -> [UInt8] {
    let tags = Array(
      """

      <link rel="stylesheet" href="\(folder)preview.css">
      <script src="\(folder)preview.js" data-edition="\(edition)" defer></script>

      """.utf8)
    let head = position(of: "</head", in: html, from: 0) ?? html.count
    var page = Array(html[..<head])
    if let policy = policyRange(in: page) {
      page.replaceSubrange(
        policy, with: loosened(String(decoding: page[policy], as: UTF8.self)).utf8)
    }
    return page + tags + html[head...]
  }

  /// `policy` (Content Security Policy Level 3) with leave to run scripts and styles of the same
  /// origin, and to ask it for something.
  static func loosened(_ policy: String) -> String {
    var directives = policy.split(separator: ";").compactMap { part -> (String, [String])? in
      let words = part.split(whereSeparator: \.isWhitespace).map(String.init)
      return words.first.map { ($0.lowercased(), Array(words.dropFirst())) }
    }
    func sources(_ name: String) -> [String]? { directives.first { $0.0 == name }?.1 }
    for name in ["script-src", "style-src", "connect-src"] {
      // Without a directive of its own the default counts; without that everything is allowed.
      guard var allowed = sources(name) ?? sources("default-src"), !allowed.contains("'self'")
      else { continue }
      allowed.removeAll { $0.lowercased() == "'none'" }
      allowed.append("'self'")
      if let place = directives.firstIndex(where: { $0.0 == name }) {
        directives[place].1 = allowed
      } else {
        directives.append((name, allowed))
      }
    }
    return directives.map { ([$0.0] + $0.1).joined(separator: " ") }.joined(separator: "; ")
  }

  /// Where the head `html` has its policy: the value of `content` in the `meta` element for it.
  private static func policyRange(in html: [UInt8]) -> Range<Int>? {
    var from = 0
    while let start = position(of: "<meta", in: html, from: from) {
      guard let end = html[start...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
      let element = Array(html[start..<end])
      if position(of: "content-security-policy", in: element, from: 0) != nil,
        let value = position(of: "content=", in: element, from: 0).map({ $0 + "content=".count }),
        value < element.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(element[value]),
        let close = element[(value + 1)...].firstIndex(of: element[value])
      {
        return (start + value + 1)..<(start + close)
      }
      from = end
    }
    return nil
  }

  /// Where `word` (ASCII, lower case) stands first in `bytes` from `start`, in any case.
  private static func position(of word: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
    word.withUTF8Buffer { word in
      guard let first = word.first else { return nil }
      return bytes.indices.dropFirst(start).first { place in
        bytes[place] | 0x20 == first | 0x20 && place + word.count <= bytes.count
          && word.indices.allSatisfy { lowered(bytes[place + $0]) == word[$0] }
      }
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// A page of the preview itself, where the site has none.
  static func notice(_ title: String, _ text: String, edition: String) -> [UInt8] {
    let page = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title) – dossier serve</title>
      </head>
      <body class="dossier-serve-notice">
      <main><h1>\(title)</h1><p>\(text)</p></main>
      </body>
      </html>

      """
    return bytes(of: Array(page.utf8), edition: edition)
  }
}
