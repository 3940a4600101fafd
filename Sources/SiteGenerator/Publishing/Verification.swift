import DossierModel
import Markdown
import Synchronization

/// What verification finds in the files of a page, as fingerprints: the places of its ids, and where
/// its links lead.
struct PageTrace: Hashable, Sendable {
  var known: [Fingerprint]
  var wanted: [Fingerprint]
}

/// Checks in every build that each link leads somewhere and each quotation can be reached.
///
/// Pages are handed in as they are written, in any order and from several threads; only fingerprints
/// of what they hold are kept. A link that leads nowhere has no name then: whoever finds that some are
/// `missing` hands all pages in again, to one that names those.
final class Verification: Sendable {
  private let state = Mutex(State())
  /// The targets whose links are named if they are not there.
  private let suspects: Set<Fingerprint>

  fileprivate struct State {
    /// The paths of all files and the places of all ids.
    var known = FingerprintSet()
    /// Where links lead that had not been found when they were handed in.
    var wanted = FingerprintSet()
    /// Of the suspects the first link that leads there.
    var named: [Fingerprint: Wanted] = [:]
    /// The file behind each path without regard to case.
    var folded: [Fingerprint: SitePath] = [:]
    var faults: [Diagnostic] = []
  }

  fileprivate struct Wanted {
    var page: SitePath
    var link: [UInt8]
    /// The file that the link leads into.
    var file: Fingerprint

    /// Whether it is to be named rather than `other`: the same one in every build.
    func precedes(_ other: Wanted) -> Bool {
      page == other.page ? link.lexicographicallyPrecedes(other.link) : page < other.page
    }
  }

  /// Nothing checked yet; links to `suspects` are named if those are not there.
  init(naming suspects: Set<Fingerprint> = []) { self.suspects = suspects }

  /// A file that holds neither links nor ids.
  func add(file: SitePath) {
    let entry = FileEntry(file)
    state.withLock { $0.add(entry) }
  }

  /// A page that an earlier build checked, and what it found there in `trace`.
  func add(unchanged page: SitePath, _ trace: PageTrace) {
    let entries = [FileEntry(page), FileEntry(page.html)]
    state.withLock { state in
      for entry in entries { state.add(entry) }
      state.add(trace)
    }
  }

  /// The targets of links that are not there; nobody knows what the links are called but those of the
  /// suspects.
  var missing: Set<Fingerprint> {
    state.withLock { state in Set(state.wanted.all.filter { !state.known.contains($0) }) }
  }

  /// A page as HTML, and the quotations that it must mark.
  @discardableResult
  func add(page: SitePath, html: [UInt8], marks: [PageMark] = []) -> PageTrace {
    html.withUnsafeBufferPointer { bytes in
      let scan = PageScan(bytes)
      var faults: [Diagnostic] = []
      func fault(_ message: String, _ code: String) {
        faults.append(Diagnostic(.error, file: page.path, message, code: code))
      }
      var ids = FingerprintSet()
      for id in scan.ids where !ids.insert(Fingerprint(id)) {
        fault("the id \(Self.text(id)) stands twice on the page", "page-id")
      }
      scan.loads.forEach { load in
        if LinkResolver.isElsewhere(load) {
          fault("the page loads \(Self.text(load))", "page-loads")
        }
      }
      for code in Set(scan.inlineCode).sorted() {
        fault("\(code) stands inside the page; it belongs in a file of its own", "page-inline")
      }
      if !marks.isEmpty {
        let marked = FingerprintSet(scan.quotations.map { Fingerprint($0) })
        for mark in marks
        where !marked.contains(Fingerprint(mark.quotation))
          || !ids.contains(Fingerprint(mark.anchor))
        {
          fault("the quotation \(mark.quotation) is not marked in its article", "quotation-mark")
        }
      }
      var check = LinkCheck(page, isMarkdown: false, naming: suspects)
      scan.links.forEach { check.add($0) }
      scan.loads.forEach { check.add($0) }
      return add(check, ids: scan.ids.map { Fingerprint($0) }, faults: faults)
    }
  }

  /// A page as Markdown: where its links lead, and the ids of its anchors.
  @discardableResult
  func add(markdown page: SitePath, links: ByteStrings, anchors: [String]) -> PageTrace {
    var check = LinkCheck(page, isMarkdown: true, naming: suspects)
    links.forEach { check.add($0) }
    return add(check, ids: anchors.map { Fingerprint($0) }, faults: [])
  }

  /// What the links of one file lead to.
  private struct LinkCheck {
    let page: SitePath
    private(set) var wanted: [Fingerprint] = []
    private(set) var named: [(target: Fingerprint, link: Wanted)] = []
    private(set) var faults: [Diagnostic] = []
    private let suspects: Set<Fingerprint>
    private var seen = FingerprintSet()
    private var resolver: LinkResolver

    init(_ page: SitePath, isMarkdown: Bool, naming suspects: Set<Fingerprint>) {
      (self.page, self.suspects) = (page, suspects)
      resolver = LinkResolver(page: page.path, isMarkdown: isMarkdown)
    }

    mutating func add(_ link: UnsafeBufferPointer<UInt8>) {
      guard seen.insert(Fingerprint(link)) else { return }
      switch resolver.destination(of: link) {
      case .elsewhere: break
      case .forbidden(let why):
        faults.append(
          Diagnostic(
            .error, file: page.path, "the link \(Verification.text(link)) \(why)",
            code: "page-link"))
      case .file(let file, let place):
        let target = place ?? file
        wanted.append(target)
        if suspects.contains(target) {
          named.append((target, Wanted(page: page, link: Array(link), file: file)))
        }
      }
    }
  }

  private func add(_ check: LinkCheck, ids: [Fingerprint], faults: [Diagnostic]) -> PageTrace {
    let entry = FileEntry(check.page)
    let trace = PageTrace(known: ids.map { entry.file.place($0) }, wanted: check.wanted)
    state.withLock { state in
      state.add(entry)
      state.add(trace)
      state.faults += faults + check.faults
      for (target, link) in check.named {
        if let other = state.named[target], !link.precedes(other) { continue }
        state.named[target] = link
      }
    }
    return trace
  }

  /// All faults, sorted, when every file has been handed in; each of `articles` needs its page.
  func finish(articles: [Article.ID] = []) -> [Diagnostic] {
    state.withLock { state in
      var faults = state.faults
      for path in articles.map({ SitePath.article($0).html })
      where !state.known.contains(Fingerprint(path.path)) {
        faults.append(
          Diagnostic(.error, file: path.path, "the article has no page", code: "page-missing"))
      }
      for (target, link) in state.named where !state.known.contains(target) {
        let why =
          state.known.contains(link.file)
          ? "leads to no such place" : "leads to no file of the site"
        faults.append(
          Diagnostic(
            .error, file: link.page.path,
            "the link \(String(decoding: link.link.prefix(200), as: UTF8.self)) \(why)",
            code: "page-link"))
      }
      return faults.sorted()
    }
  }

  fileprivate static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: bytes.prefix(200), as: UTF8.self)
  }

  /// A file under its path, and under its path without regard to case.
  fileprivate struct FileEntry {
    var path: SitePath
    var file: Fingerprint
    var folded: Fingerprint

    init(_ path: SitePath) {
      self.path = path
      file = Fingerprint(path.path)
      folded = Fingerprint(path.path.lowercased())
    }
  }
}

extension Verification.State {
  /// Takes down a file; two that differ in case only are one on some systems.
  fileprivate mutating func add(_ entry: Verification.FileEntry) {
    known.insert(entry.file)
    if let other = folded.updateValue(entry.path, forKey: entry.folded) {
      let pair = [entry.path, other].sorted()
      faults.append(
        Diagnostic(
          .error, file: pair[0].path,
          pair[0] == pair[1]
            ? "two pages would be this file" : "differs from \(pair[1]) in letter case only",
          code: "site-collision"))
    }
  }

  /// Takes down the ids of a page, and those of its links that lead to nothing known so far.
  fileprivate mutating func add(_ trace: PageTrace) {
    for place in trace.known { known.insert(place) }
    for target in trace.wanted where !known.contains(target) { wanted.insert(target) }
  }
}
