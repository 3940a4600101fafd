/// Where a file stands inside the site folder: `events/x.md`.
///
/// Every page is a Markdown and an HTML file side by side; the path of a page is that of its
/// Markdown. The parts are joined by `/` and are never `.`, `..` or empty.
public struct SitePath: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The path from the site folder, with extension.
  public let path: String

  /// The file at `path`, which the program has chosen itself.
  public init(_ path: String) { self.path = path }

  /// The front page.
  public static let index = SitePath("index.md")
  /// The page of an article.
  public static func article(_ id: Article.ID) -> SitePath { SitePath("articles/\(id).md") }
  /// The page of an event.
  public static func event(_ id: Event.ID) -> SitePath { SitePath("events/\(id).md") }
  /// The page of an actor.
  public static func actor(_ id: Actor.ID) -> SitePath { SitePath("actors/\(id).md") }
  /// The page of a location.
  public static func location(_ id: Location.ID) -> SitePath { SitePath("locations/\(id).md") }

  /// The file of the same name that ends in `.md`.
  public var markdown: SitePath { with(extension: "md") }
  /// The file of the same name that ends in `.html`.
  public var html: SitePath { with(extension: "html") }
  /// The file of the same name that ends in `.txt`.
  public var plainText: SitePath { with(extension: "txt") }

  /// The file of the same name with another extension.
  public func with(extension new: String) -> SitePath {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) }
    let dot = path.utf8[(name ?? path.startIndex)...].lastIndex(of: UInt8(ascii: "."))
    return SitePath("\(path[..<(dot ?? path.endIndex)]).\(new)")
  }

  /// How many folders it stands in.
  public var depth: Int { path.utf8.count { $0 == UInt8(ascii: "/") } }
  /// The way from it to the site folder: empty, `../`, `../../`.
  public var root: String { String(repeating: "../", count: depth) }
  /// The name of the file.
  public var name: String { String(path.split(separator: "/").last ?? "") }

  /// The relative link from this file to `target`, and there to the element `anchor`.
  public func link(to target: SitePath, anchor: String? = nil) -> String {
    var link: [UInt8] = []
    appendLink(to: target, anchor: anchor, to: &link)
    return String(decoding: link, as: UTF8.self)
  }

  /// Adds the relative link from this file to `target`, and there to the element `anchor`, to `out`.
  public func appendLink(to target: SitePath, anchor: String? = nil, to out: inout [UInt8]) {
    let (slash, up) = (UInt8(ascii: "/"), "../".utf8)
    if target == self {
      if anchor == nil { out += name.utf8 }
    } else {
      // The folders that both stand in need not be named.
      let (here, there) = (path.utf8, target.path.utf8)
      var (shared, isShared) = (there.startIndex, true)
      var j = there.startIndex
      for byte in here {
        if isShared, j < there.endIndex, there[j] == byte {
          j = there.index(after: j)
          if byte == slash { shared = j }
        } else {
          isShared = false
          if byte == slash { out += up }
        }
      }
      out += there[shared...]
    }
    if let anchor {
      out.append(UInt8(ascii: "#"))
      out += anchor.utf8
    }
  }

  /// The path.
  public var description: String { path }

  /// In the order of the paths' bytes.
  public static func < (a: SitePath, b: SitePath) -> Bool {
    a.path.precedes(b.path)
  }
}
