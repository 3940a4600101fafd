import DossierModel
import Synchronization

/// What verification finds in the files of a page, as hashes: its paths and `path#id` of its ids, and
/// where its links lead.
struct PageTrace: Hashable, Sendable {
  var known: [UInt64]
  var wanted: [UInt64]
}

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
    /// Where links lead of pages that were checked in an earlier build.
    var wantedBefore = Set<UInt64>()
  }

  fileprivate struct Wanted {
    var page: SitePath
    var link: [UInt8]
    /// The hash of the file that the link leads into.
    var file: UInt64

    init(page: SitePath, link: ArraySlice<UInt8>, file: UInt64) {
      // Not the slice, which would keep its whole page in memory.
      (self.page, self.link, self.file) = (page, Array(link), file)
    }

    /// Whether it is to be named rather than `other`: the same one in every build.
    func precedes(_ other: Wanted) -> Bool {
      page == other.page ? link.lexicographicallyPrecedes(other.link) : page < other.page
    }
  }

  /// Nothing checked yet.
  init() {}

  /// A file that holds neither links nor ids.
  func add(file: SitePath) {
    let hash = Self.hash(file.path.utf8)
    state.withLock { $0.add(file, hash: hash) }
  }

  /// A page that an earlier build checked, and what it found there in `trace`.
  ///
  /// Nobody knows any longer what a link is called that leads nowhere now: see `isCertain`.
  func add(unchanged page: SitePath, _ trace: PageTrace) {
    let (markdown, html) = (Self.hash(page.path.utf8), Self.hash(page.html.path.utf8))
    state.withLock { state in
      state.add(page, hash: markdown)
      state.add(page.html, hash: html)
      state.known.formUnion(trace.known)
      for target in trace.wanted where !state.known.contains(target) {
        state.wantedBefore.insert(target)
      }
    }
  }

  /// Whether every link of the pages that an earlier build checked still leads somewhere.
  ///
  /// If not, all pages must be checked themselves.
  var isCertain: Bool {
    state.withLock { state in state.wantedBefore.allSatisfy { state.known.contains($0) } }
  }

  /// A page as HTML, and the quotations that it must mark.
  @discardableResult
  func add(page: SitePath, html: [UInt8], marks: [PageMark] = []) -> PageTrace {
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
      fault("the page loads \(Self.text(load))", "page-loads")
    }
    for code in Set(scan.inlineCode).sorted() {
      fault("\(code) stands inside the page; it belongs in a file of its own", "page-inline")
    }
    for mark in marks {
      let isMarked = scan.quotations.contains(Array(mark.quotation.utf8)[...])
      if !isMarked || !ids.contains(Array(mark.anchor.utf8)[...]) {
        fault("the quotation \(mark.quotation) is not marked in its article", "quotation-mark")
      }
    }
    return add(page, ids: ids, links: scan.links + scan.loads, faults: &faults)
  }

  /// A page as Markdown: where its links lead, and the ids of its anchors.
  @discardableResult
  func add(markdown page: SitePath, links: [[UInt8]], anchors: [String]) -> PageTrace {
    var faults: [Diagnostic] = []
    return add(
      page, ids: anchors.lazy.map { Array($0.utf8)[...] }, links: links.map { $0[...] },
      isMarkdown: true, faults: &faults)
  }

  private func add(
    _ page: SitePath, ids: some Sequence<ArraySlice<UInt8>>, links: [ArraySlice<UInt8>],
    isMarkdown: Bool = false, faults: inout [Diagnostic]
  ) -> PageTrace {
    let path = Array(page.path.utf8)
    let hash = Self.hash(path)
    let known = ids.map { Self.hash(of: $0, from: Self.hash(of: "#".utf8, from: hash)) }
    var wanted: [(target: UInt64, file: UInt64, link: ArraySlice<UInt8>)] = []
    var seen = Set<UInt64>(minimumCapacity: links.count)
    var resolver = LinkResolver(page: path)
    for link in links where seen.insert(Self.hash(link)).inserted {
      switch resolver.target(of: link) {
      case .elsewhere: break
      case .forbidden(let why):
        faults.append(
          Diagnostic(
            .error, file: page.path, "the link \(Self.text(link)) \(why)", code: "page-link"))
      case .file(let anchor):
        // Of the ids only the anchors of quotations stand in the Markdown.
        if isMarkdown, let anchor, !Self.isPlace(anchor) { resolver.turnToHTML() }
        let file = Self.hash(resolver.file)
        var target = file
        if let anchor { target = Self.hash(of: anchor, from: Self.hash(of: "#".utf8, from: file)) }
        wanted.append((target, file, link))
      }
    }
    state.withLock { state in
      state.add(page, hash: hash)
      state.known.formUnion(known)
      state.faults += faults
      for (target, file, link) in wanted where !state.known.contains(target) {
        let new = Wanted(page: page, link: link, file: file)
        if let other = state.wanted[target], !new.precedes(other) { continue }
        state.wanted[target] = new
      }
    }
    return PageTrace(known: known, wanted: wanted.map(\.target))
  }

  /// All faults, sorted, when every file has been handed in; each of `articles` needs its page.
  func finish(articles: [Article.ID] = []) -> [Diagnostic] {
    state.withLock { state in
      var faults = state.faults
      for path in articles.map({ SitePath.article($0).html })
      where !state.known.contains(Self.hash(path.path.utf8)) {
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
  private static func isPlace(_ id: ArraySlice<UInt8>) -> Bool {
    let parts = id.dropFirst().split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return id.first == UInt8(ascii: "c") && parts.count == 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (48...57).contains($0) } }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix(200), as: UTF8.self)
  }

  /// FNV-1a, 64 bits.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    hash(of: bytes, from: 0xCBF2_9CE4_8422_2325)
  }

  /// FNV-1a of bytes that follow those of which `hash` is the hash.
  private static func hash(of bytes: some Sequence<UInt8>, from hash: UInt64) -> UInt64 {
    var hash = hash
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
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
  /// A file of the site, which the resolver names, and maybe a place in it.
  case file(anchor: ArraySlice<UInt8>?)
  /// Somewhere no link may lead.
  case forbidden(String)

  /// Whether `link` names a host or a scheme other than `data:image/`.
  static func isElsewhere(_ link: ArraySlice<UInt8>) -> Bool {
    if link.starts(with: "//".utf8) { return true }
    return scheme(of: link) != nil && !link.starts(with: "data:image/".utf8)
  }

  /// The scheme of `link`, in small letters.
  static func scheme(of link: ArraySlice<UInt8>) -> String? {
    for i in link.indices {
      switch link[i] {
      case UInt8(ascii: ":"): return String(decoding: link[..<i], as: UTF8.self).lowercased()
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
      default: break
      }
    }
    return nil
  }
}

/// Resolves the links of one page.
private struct LinkResolver {
  /// The path from the site folder of the file that the last link leads to.
  private(set) var file: [UInt8] = []

  private let page: [UInt8]
  /// The folder of the page, with the slash behind it.
  private let folder: ArraySlice<UInt8>

  init(page: [UInt8]) {
    self.page = page
    folder = page[..<((page.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)]
    file.reserveCapacity(128)
  }

  /// Where `link` leads; of a file of the site `file` is the path then.
  mutating func target(of link: ArraySlice<UInt8>) -> Target {
    if let scheme = Target.scheme(of: link) {
      let isAllowed =
        ["http", "https", "mailto"].contains(scheme) || link.starts(with: "data:image/".utf8)
      return isAllowed ? .elsewhere : .forbidden("has a scheme that is not allowed")
    }
    guard link.first != UInt8(ascii: "/") else { return .forbidden("is not relative") }
    let hash = link.firstIndex(of: UInt8(ascii: "#"))
    let way = Self.decoded(link[..<(hash ?? link.endIndex)].prefix { $0 != UInt8(ascii: "?") })
    guard resolve(way) else { return .forbidden("leaves the site") }
    guard let hash else { return .file(anchor: nil) }
    let fragment = Self.decoded(link[(hash + 1)...])
    // A text directive (`:~:`) is for the browser.
    let directive = fragment.indices.first { fragment[$0...].starts(with: ":~:".utf8) }
    let anchor = fragment[..<(directive ?? fragment.endIndex)]
    return .file(anchor: anchor.isEmpty ? nil : anchor)
  }

  /// Makes `file` the HTML beside the Markdown that it is.
  mutating func turnToHTML() {
    guard file.suffix(3).elementsEqual(".md".utf8) else { return }
    file.removeLast(2)
    file += "html".utf8
  }

  /// Goes `way` from the page; `false` if it leaves the site.
  private mutating func resolve(_ way: ArraySlice<UInt8>) -> Bool {
    file.removeAll(keepingCapacity: true)
    guard !way.isEmpty else {
      file += page
      return true
    }
    file += folder
    var start = way.startIndex
    while start < way.endIndex {
      let end = way[start...].firstIndex(of: UInt8(ascii: "/")) ?? way.endIndex
      let name = way[start..<end]
      if name.elementsEqual("..".utf8) {
        guard !file.isEmpty else { return false }
        file.removeLast()
        while let last = file.last, last != UInt8(ascii: "/") { file.removeLast() }
      } else if !name.isEmpty, !name.elementsEqual(".".utf8) {
        file += name
        if end < way.endIndex { file.append(UInt8(ascii: "/")) }
      }
      start = end + 1
    }
    return true
  }

  /// Without percent-encoding.
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.contains(UInt8(ascii: "%")) else { return bytes }
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
    return out[...]
  }
}
