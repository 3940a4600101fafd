import Glibc

/// Where a link leads.
enum LinkDestination {
  /// Another host or program.
  case elsewhere
  /// A file of the site, and there maybe a place.
  case file(Fingerprint, place: Fingerprint?)
  /// Somewhere no link may lead.
  case forbidden(String)
}

/// Resolves the links of one page; those of a list mostly lead into one file after the other, which is
/// resolved once.
struct LinkResolver {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  private let page: [UInt8]
  /// How many bytes of it are its folder, with the slash behind it.
  private let folder: Int
  /// Whether the page is Markdown, which holds no other ids than places in articles.
  private let isMarkdown: Bool
  private var file: [UInt8] = []
  /// The way that was resolved last, what it led to, and to what if it has no place there.
  private var last: (way: [UInt8], file: Fingerprint, html: Fingerprint)?

  /// The links of the file at `page`.
  init(page: String, isMarkdown: Bool) {
    self.page = Array(page.utf8)
    self.isMarkdown = isMarkdown
    folder = (self.page.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
    file.reserveCapacity(128)
  }

  /// Where `link` leads.
  mutating func destination(of link: Bytes) -> LinkDestination {
    if let scheme = Self.scheme(of: link) {
      let isAllowed = ["http", "https", "mailto"].contains(scheme) || Self.isPicture(link)
      return isAllowed ? .elsewhere : .forbidden("has a scheme that is not allowed")
    }
    guard link.first != UInt8(ascii: "/") else { return .forbidden("is not relative") }
    let hash = link.firstIndex(of: UInt8(ascii: "#"))
    var way = Bytes(rebasing: link[..<(hash ?? link.count)])
    if let question = way.firstIndex(of: UInt8(ascii: "?")) {
      way = Bytes(rebasing: way[..<question])
    }
    guard let (file, html) = resolved(way) else { return .forbidden("leaves the site") }
    guard let hash else { return .file(file, place: nil) }
    return Self.decoding(Bytes(rebasing: link[(hash + 1)...])) { fragment in
      // A text directive (`:~:`) is for the browser.
      var end = fragment.count
      if let colon = fragment.indices.first(where: { fragment[$0...].starts(with: ":~:".utf8) }) {
        end = colon
      }
      let anchor = Bytes(rebasing: fragment[..<end])
      if anchor.isEmpty { return .file(file, place: nil) }
      let target = isMarkdown && !Self.isPlace(anchor) ? html : file
      return .file(target, place: target.place(Fingerprint(anchor)))
    }
  }

  /// The files that `way` leads to from the page: as it is written, and the HTML if that is Markdown;
  /// `nil` if it leaves the site.
  private mutating func resolved(_ way: Bytes) -> (file: Fingerprint, html: Fingerprint)? {
    if let last, last.way.count == way.count, last.way.elementsEqual(way) {
      return (last.file, last.html)
    }
    guard Self.decoding(way, { go($0) }) else { return nil }
    let own = Fingerprint(file)
    var html = own
    if file.suffix(3).elementsEqual(".md".utf8) {
      file.removeLast(2)
      file += "html".utf8
      html = Fingerprint(file)
    }
    last = (Array(way), own, html)
    return (own, html)
  }

  /// Goes `way` from the page; `false` if it leaves the site.
  private mutating func go(_ way: Bytes) -> Bool {
    file.removeAll(keepingCapacity: true)
    guard !way.isEmpty else {
      file += page
      return true
    }
    file += page[..<folder]
    var start = 0
    while start < way.count {
      var end = start
      while end < way.count, way[end] != UInt8(ascii: "/") { end += 1 }
      let name = way[start..<end]
      if name.elementsEqual("..".utf8) {
        guard !file.isEmpty else { return false }
        file.removeLast()
        while let last = file.last, last != UInt8(ascii: "/") { file.removeLast() }
      } else if !name.isEmpty, !name.elementsEqual(".".utf8) {
        file.append(contentsOf: name)
        if end < way.count { file.append(UInt8(ascii: "/")) }
      }
      start = end + 1
    }
    return true
  }

  // MARK: Addresses

  /// Whether `link` names a host or a scheme other than `data:image/`.
  static func isElsewhere(_ link: Bytes) -> Bool {
    if link.starts(with: "//".utf8) { return true }
    return scheme(of: link) != nil && !isPicture(link)
  }

  private static func isPicture(_ link: Bytes) -> Bool { link.starts(with: "data:image/".utf8) }

  /// The scheme of `link`, in small letters.
  private static func scheme(of link: Bytes) -> String? {
    for (i, byte) in link.enumerated() {
      switch byte {
      case UInt8(ascii: ":"): return String(decoding: link[..<i], as: UTF8.self).lowercased()
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
      default: break
      }
    }
    return nil
  }

  /// Whether an id is that of a place in an article, `c<start>-<end>`.
  private static func isPlace(_ id: Bytes) -> Bool {
    guard id.first == UInt8(ascii: "c") else { return false }
    var (digits, dashes) = (0, 0)
    for byte in id.dropFirst() {
      if (48...57).contains(byte) {
        digits += 1
      } else if byte == UInt8(ascii: "-"), digits > 0, dashes == 0 {
        (digits, dashes) = (0, 1)
      } else {
        return false
      }
    }
    return dashes == 1 && digits > 0
  }

  /// Hands `bytes` without percent-encoding to `body`.
  private static func decoding<Result>(_ bytes: Bytes, _ body: (Bytes) -> Result) -> Result {
    guard bytes.contains(UInt8(ascii: "%")) else { return body(bytes) }
    var out: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "%"), i + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[(i + 1)...(i + 2)], as: UTF8.self), radix: 16)
      {
        out.append(byte)
        i += 3
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return out.withUnsafeBufferPointer(body)
  }
}
