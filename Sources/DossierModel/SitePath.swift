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
    let fragment = anchor.map { "#" + $0 } ?? ""
    if target == self { return fragment.isEmpty ? name : fragment }
    // The folders that both stand in need not be named.
    let (here, there) = (path.utf8, target.path.utf8)
    let slash = UInt8(ascii: "/")
    var shared = there.startIndex
    for (i, j) in zip(here.indices, there.indices) {
      guard here[i] == there[j] else { break }
      if here[i] == slash { shared = there.index(after: j) }
    }
    let up = depth - there[..<shared].count { $0 == slash }
    return String(repeating: "../", count: up) + target.path[shared...] + fragment
  }

  /// The path.
  public var description: String { path }

  /// In the order of the paths' bytes.
  public static func < (a: SitePath, b: SitePath) -> Bool {
    a.path.utf8.lexicographicallyPrecedes(b.path.utf8)
  }
}
