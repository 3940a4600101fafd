import DossierModel
import Synchronization

/// Checks in every build that each link leads somewhere and each quotation can be reached.
///
/// Pages are handed in as they are written, in any order and from several threads; only hashes of
/// what they hold are kept.
final class Verification: Sendable {
  private let state = Mutex(State())

  fileprivate struct State {
    /// Hashes of the paths of all files and of `path#id` of all ids.
    var known = Set<UInt64>()
    /// Where links lead that have not been found yet, with the first page that has such a link.
    var wanted: [UInt64: Wanted] = [:]
    /// The file behind each path without regard to case.
    var folded: [String: SitePath] = [:]
    var faults: [Diagnostic] = []
  }

  fileprivate struct Wanted {
    var page: SitePath
    var link: [UInt8]
    /// The hash of the file that the link leads into.
    var file: UInt64
  }

  /// Nothing checked yet.
  init() {}

  /// A file that holds neither links nor ids.
  func add(file: SitePath) {
    let hash = Self.hash(Array(file.path.utf8))
    state.withLock { $0.add(file, hash: hash) }
  }

  /// A page as HTML, and the quotations that it must mark.
  func add(page: SitePath, html: [UInt8], quotations: [Quotation] = []) {
    let scan = PageScan(html)
    var faults: [Diagnostic] = []
    func fault(_ message: String, _ code: String) {
      faults.append(Diagnostic(.error, file: page.path, message, code: code))
    }
    var ids = Set<ArraySlice<UInt8>>()
    for id in scan.ids where !ids.insert(id).inserted {
      fault("the id \(Self.text(id)) stands twice on the page", "page-id")
    }
    for load in scan.loads where Target.isElsewhere(load) {
      fault("the page loads \(Self.text(load[...]))", "page-loads")
    }
    for code in Set(scan.inlineCode).sorted() {
      fault("\(code) stands inside the page; it belongs in a file of its own", "page-inline")
    }
    for quotation in quotations {
      let isMarked = scan.quotations.contains(Array(quotation.id.rawValue.utf8)[...])
      if !isMarked || !ids.contains(Array(quotation.anchor.utf8)[...]) {
        fault("the quotation \(quotation.id) is not marked in its article", "quotation-mark")
      }
    }
    add(page, ids: ids.map { Array($0) }, links: scan.links + scan.loads, faults: &faults)
  }

  /// A page as Markdown: where its links lead, and the ids of its anchors.
  func add(markdown page: SitePath, links: [String], anchors: [String]) {
    var faults: [Diagnostic] = []
    add(
      page, ids: anchors.map { Array($0.utf8) }, links: links.map { Array($0.utf8) },
      isMarkdown: true, faults: &faults)
  }

  private func add(
    _ page: SitePath, ids: [[UInt8]], links: [[UInt8]], isMarkdown: Bool = false,
    faults: inout [Diagnostic]
  ) {
    let path = Array(page.path.utf8)
    let known = ids.map { Self.hash(path, anchor: $0) }
    var wanted: [(UInt64, Wanted)] = []
    for link in Set(links).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      switch Target(link, on: path) {
      case .elsewhere: break
      case .forbidden(let why):
        faults.append(
          Diagnostic(
            .error, file: page.path, "the link \(Self.text(link[...])) \(why)", code: "page-link"))
      case .file(var file, let anchor):
        // Of the ids only the anchors of quotations stand in the Markdown.
        if isMarkdown, let anchor, file.suffix(3).elementsEqual(".md".utf8), !Self.isPlace(anchor) {
          file = file.dropLast(3) + ".html".utf8
        }
        let hash = Self.hash(file)
        wanted.append((Self.hash(file, anchor: anchor), Wanted(page: page, link: link, file: hash)))
      }
    }
    let hash = Self.hash(path)
    state.withLock { state in
      state.add(page, hash: hash)
      state.known.formUnion(known)
      state.faults += faults
      for (target, link) in wanted where !state.known.contains(target) {
        if let other = state.wanted[target], other.page < link.page { continue }
        state.wanted[target] = link
      }
    }
  }

  /// All faults, sorted, when every file has been handed in; each of `articles` needs its page.
  func finish(articles: [Article.ID] = []) -> [Diagnostic] {
    state.withLock { state in
      var faults = state.faults
      for path in articles.map({ SitePath.article($0).html })
      where !state.known.contains(Self.hash(Array(path.path.utf8))) {
        faults.append(
          Diagnostic(.error, file: path.path, "the article has no page", code: "page-missing"))
      }
      for (target, link) in state.wanted where !state.known.contains(target) {
        let why =
          state.known.contains(link.file)
          ? "leads to no such place" : "leads to no file of the site"
        faults.append(
          Diagnostic(
            .error, file: link.page.path, "the link \(Self.text(link.link[...])) \(why)",
            code: "page-link"))
      }
      return faults.sorted()
    }
  }

  /// Whether an id is that of a place in an article, `c<start>-<end>`.
  private static func isPlace(_ id: [UInt8]) -> Bool {
    let parts = id.dropFirst().split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return id.first == UInt8(ascii: "c") && parts.count == 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (48...57).contains($0) } }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix(200), as: UTF8.self)
  }

  /// FNV-1a, 64 bits, of a path, or of a path and an id in it.
  private static func hash(_ path: [UInt8], anchor: [UInt8]? = nil) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for byte in path { add(byte) }
    if let anchor {
      add(UInt8(ascii: "#"))
      for byte in anchor { add(byte) }
    }
    return hash
  }
}

extension Verification.State {
  /// Takes down a file; two that differ in case only are one on some systems.
  fileprivate mutating func add(_ file: SitePath, hash: UInt64) {
    known.insert(hash)
    let folded = file.path.lowercased()
    if let other = self.folded.updateValue(file, forKey: folded) {
      let pair = [file, other].sorted()
      faults.append(
        Diagnostic(
          .error, file: pair[0].path,
          pair[0] == pair[1]
            ? "two pages would be this file" : "differs from \(pair[1]) in letter case only",
          code: "site-collision"))
    }
  }
}

/// Where a link leads.
private enum Target {
  /// Another host or program.
  case elsewhere
  /// A file of the site, and maybe a place in it.
  case file([UInt8], anchor: [UInt8]?)
  /// Somewhere no link may lead.
  case forbidden(String)

  /// Whether `link` names a host or a scheme other than `data:image/`.
  static func isElsewhere(_ link: [UInt8]) -> Bool {
    if link.starts(with: "//".utf8) { return true }
    return scheme(of: link) != nil && !link.starts(with: "data:image/".utf8)
  }

  private static func scheme(of link: [UInt8]) -> String? {
    for (i, byte) in link.enumerated() {
      switch byte {
      case UInt8(ascii: ":"):
        return String(decoding: link[..<i], as: UTF8.self).lowercased()
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
      default: break
      }
    }
    return nil
  }

  init(_ link: [UInt8], on page: [UInt8]) {
    if let scheme = Self.scheme(of: link) {
      let isAllowed =
        ["http", "https", "mailto"].contains(scheme) || link.starts(with: "data:image/".utf8)
      self = isAllowed ? .elsewhere : .forbidden("has a scheme that is not allowed")
      return
    }
    guard link.first != UInt8(ascii: "/") else {
      self = .forbidden("is not relative")
      return
    }
    let parts = link.split(
      separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false)
    // A text directive (`:~:`) is for the browser.
    let fragment = parts.count > 1 ? Self.decoded(parts[1]) : []
    let directive = fragment.indices.first { fragment[$0...].starts(with: ":~:".utf8) }
    let anchor = Array(fragment[..<(directive ?? fragment.count)])
    let way = Self.decoded(parts[0].prefix { $0 != UInt8(ascii: "?") })
    var names = page.split(separator: UInt8(ascii: "/"))
    if !way.isEmpty {
      names.removeLast()
      for name in way.split(separator: UInt8(ascii: "/")) {
        if name.elementsEqual("..".utf8) {
          guard names.popLast() != nil else {
            self = .forbidden("leaves the site")
            return
          }
        } else if !name.elementsEqual(".".utf8) {
          names.append(name[...])
        }
      }
    }
    self = .file(
      Array(names.joined(separator: [UInt8(ascii: "/")])), anchor: anchor.isEmpty ? nil : anchor)
  }

  /// Without percent-encoding.
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "%")) else { return Array(bytes) }
    var out: [UInt8] = []
    var i = bytes.startIndex
    while i < bytes.endIndex {
      if bytes[i] == UInt8(ascii: "%"), i + 2 < bytes.endIndex,
        let byte = UInt8(String(decoding: bytes[(i + 1)...(i + 2)], as: UTF8.self), radix: 16)
      {
        out.append(byte)
        i += 3
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return out
  }
}
