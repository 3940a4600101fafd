import DossierModel
import Synchronization

/// What publishing did.
public struct PublicationSummary: Hashable, Sendable {
  /// Files that are new or differ from those before.
  public var written = 0
  /// Files that stayed as they were.
  public var unchanged = 0
  /// Files of the site before that are no longer part of it.
  public var removed = 0
  /// Files that somebody else put into the folder.
  public var carried = 0
  /// What did not prevent publication.
  public var diagnostics: [Diagnostic] = []
  /// What the site is like now, if that was asked for.
  public var state: SiteState?

  /// So many files, and no remark.
  public init(written: Int = 0, unchanged: Int = 0, removed: Int = 0) {
    (self.written, self.unchanged, self.removed) = (written, unchanged, removed)
  }
}

/// Why nothing was published; the site is what it was before.
public struct PublicationError: Error, Sendable {
  /// The faults, sorted.
  public var diagnostics: [Diagnostic]

  /// The code of faults of the disk, which the next file would meet too.
  static let disk = "site-disk"

  /// Nothing was published because of `diagnostics`.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics.sorted() }
}

/// Puts a new site in the place of the old one, in one step and as a whole.
///
/// 1. A lock beside the site keeps other builds away; what a killed build left is cleared.
/// 2. The new site is written into a folder beside the old one. Files that are the same are not
///    written again but get a second name.
/// 3. Files that dossier did not write are carried over in the same way.
/// 4. The manifest is written, and the two folders are exchanged in one step of the system. Whatever
///    fails before leaves the old site as it is.
struct Publisher: Sendable {
  /// The folder that is published, links followed.
  private let site: DiskPath
  /// The folder as the user named it.
  private let name: String
  private let version: String
  private let staging: DiskPath
  private let previous: DiskPath
  private let lockFile: DiskPath

  /// Marks a folder that is being written.
  private static let unfinished = ".dossier-unfinished"

  /// Publishes what `generate` writes as the folder `site`; `version` is the program's.
  ///
  /// `generate` may write from several threads, and take files over as they are if the site is as it
  /// was when its state was `state`. With `tellsState` the summary has the state of the new site.
  /// Throws `PublicationError`, or what `generate` throws.
  static func publish(
    to site: String, version: String, since state: SiteState? = nil, tellsState: Bool = false,
    generate: (StagedSite) throws -> Void
  ) throws -> PublicationSummary {
    do {
      let publisher = try Publisher(site: site, version: version)
      return try publisher.publish(since: state, tellsState: tellsState, generate)
    } catch let error as DiskError {
      throw PublicationError([
        Diagnostic(
          .error, file: error.path.description, "cannot \(error.operation) this: \(error.reason)",
          code: PublicationError.disk)
      ])
    }
  }

  private init(site: String, version: String) throws {
    (name, self.version) = (site, version)
    self.site = try Self.resolved(DiskPath(site.isEmpty ? "." : site))
    let (parent, own) = (self.site.parent, String(decoding: self.site.name, as: UTF8.self))
    guard !own.isEmpty else {
      throw PublicationError([
        Diagnostic(.error, file: site, "the root is no folder for a site", code: "site-folder")
      ])
    }
    staging = parent.appending(".\(own).dossier-new")
    previous = parent.appending(".\(own).dossier-old")
    lockFile = parent.appending(".\(own).dossier-lock")
  }

  /// The folder that `path` leads to in the end, which need not exist.
  private static func resolved(_ path: DiskPath) throws -> DiskPath {
    var path = path
    for _ in 0..<40 {
      if let real = try Disk.resolved(path) { return real }
      guard try Disk.kind(path) == .link else { break }
      let target = try Disk.target(of: path)
      path = target.bytes.first == UInt8(ascii: "/") ? target : path.parent.appending(target.bytes)
    }
    try Disk.makeFolder(path.parent, parents: true)
    return (try Disk.resolved(path.parent) ?? path.parent).appending(path.name)
  }

  private func refusal(_ message: String, file: String? = nil, code: String) -> PublicationError {
    PublicationError([Diagnostic(.error, file: file ?? name, message, code: code)])
  }

  /// Whether the folder `site` is as it was when its state was `state`, and no other build at work on it.
  ///
  /// What a killed build left beside it is cleared.
  static func isUnchanged(_ site: String, since state: SiteState) throws -> Bool {
    let publisher = try Publisher(site: site, version: "")
    let lock = try publisher.lock()
    defer { withExtendedLifetime(lock) {} }
    try publisher.clearLeftovers()
    return try publisher.state() == state
  }

  /// The state of the site that is published now; `nil` if there is none.
  private func state() throws -> SiteState? {
    let marker = site.appending(Manifest.name)
    guard try Disk.kind(marker) == .file else { return nil }
    let bytes = try Disk.read(marker)
    guard let manifest = Manifest(bytes) else { return nil }
    return try SiteState(of: site, manifest, bytes: bytes)
  }

  private func publish(
    since state: SiteState?, tellsState: Bool, _ generate: (StagedSite) throws -> Void
  ) throws -> PublicationSummary {
    let lock = try lock()
    defer { withExtendedLifetime(lock) {} }
    try clearLeftovers()
    let published = try published()
    let old = published?.manifest
    var isAsLeft = false
    if let state, let published, !published.bytes.isEmpty {
      isAsLeft =
        try SiteState(of: self.site, published.manifest, bytes: published.bytes) == state
    }
    try Disk.makeFolder(staging)
    do {
      try Disk.write([], to: staging.appending(Self.unfinished))
      let site = StagedSite(
        name: name, staging: staging, old: old.map { (self.site, $0) }, isAsLeft: isAsLeft)
      try generate(site)
      var (summary, manifest, bytes) = try finish(site, old: old)
      // The old site stands where the new one was written.
      if old != nil {
        do {
          try Disk.removeTree(staging, last: [Manifest.name, Self.unfinished])
        } catch {
          summary.diagnostics.append(
            Diagnostic(
              .warning, file: error.path.description,
              "the site before could not be removed: \(error.reason)", code: "site-leftover"))
        }
      }
      // Not before: a file that loses its second name has changed for the system.
      if tellsState {
        summary.state = try? SiteState(of: self.site, manifest, bytes: bytes)
      }
      return summary
    } catch {
      try? Disk.removeTree(staging, last: [Manifest.name, Self.unfinished])
      throw error
    }
  }

  private func lock() throws -> Disk.Lock {
    do {
      if let lock = try Disk.Lock.take(lockFile) { return lock }
    } catch {
      throw refusal(
        "a new site is written beside the old one, but nothing can be written in \(site.parent): "
          + error.reason, code: PublicationError.disk)
    }
    throw refusal("another build of this site is running", code: "site-locked")
  }

  /// Removes what a build left that was killed.
  private func clearLeftovers() throws {
    if try Disk.kind(previous) == .folder {
      if try Disk.kind(site) == nil {
        try Disk.rename(previous, to: site)
      } else {
        try Disk.removeTree(previous, last: [Manifest.name])
      }
    }
    guard let kind = try Disk.kind(staging) else { return }
    let isOurs =
      try kind == .folder
      && (Disk.names(in: staging).isEmpty
        || Disk.kind(staging.appending(Self.unfinished)) != nil
        || Disk.kind(staging.appending(Manifest.name)) != nil)
    guard isOurs else {
      throw refusal(
        "this stands where the new site is to be written, and dossier did not make it; move it away",
        file: staging.description, code: "site-leftover")
    }
    try Disk.removeTree(staging, last: [Manifest.name, Self.unfinished])
  }

  /// The manifest of the site that is published now and its bytes, both empty for an empty folder;
  /// `nil` if there is no folder.
  private func published() throws -> (manifest: Manifest, bytes: [UInt8])? {
    switch try Disk.kind(site) {
    case nil: return nil
    case .folder: break
    default: throw refusal("this is a file, not a folder for a site", code: "site-folder")
    }
    let marker = site.appending(Manifest.name)
    guard try Disk.kind(marker) != nil else {
      if try Disk.names(in: site).isEmpty { return (Manifest(version: version), []) }
      throw refusal(
        "the folder is not empty and dossier did not make it (it has no file \(Manifest.name)); "
          + "choose another folder, or empty this one", code: "site-folder")
    }
    let bytes = try Disk.read(marker)
    guard let manifest = Manifest(bytes) else {
      throw refusal(
        "its \(Manifest.name) is damaged, so that nobody can tell which files are yours; "
          + "move the folder away", code: "site-folder")
    }
    return (manifest, bytes)
  }

  /// Completes the new site and puts it in the place of the old one; returns its manifest too.
  private func finish(
    _ site: StagedSite, old: Manifest?
  ) throws -> (PublicationSummary, Manifest, bytes: [UInt8]) {
    var summary = site.summary
    let manifest = Manifest(version: version, files: site.files)
    if let old {
      summary.removed = old.files.keys.count { manifest.files[$0] == nil }
      summary.carried = try carry(besides: old, into: manifest)
      try Disk.copyPermissions(from: self.site, to: staging)
    }
    let bytes = manifest.bytes
    try Disk.write(bytes, to: staging.appending(Manifest.name))
    try Disk.removeFile(staging.appending(Self.unfinished))
    if old == nil {
      try Disk.rename(staging, to: self.site)
    } else if try !Disk.exchange(staging, self.site) {
      // Without an exchange there is a moment with no site; a build that is killed there leaves the
      // old one where the next build finds it.
      try Disk.rename(self.site, to: previous)
      do {
        try Disk.rename(staging, to: self.site)
      } catch {
        try Disk.rename(previous, to: self.site)
        throw error
      }
      try Disk.rename(previous, to: staging)
    }
    return (summary, manifest, bytes)
  }

  /// Gives the files that dossier did not write a place in the new site; returns how many they are.
  private func carry(besides old: Manifest, into new: Manifest) throws -> Int {
    let own = Set(old.files.keys.map { Array($0.path.utf8) })
    let ownFolders = Self.folders(of: old.files.keys)
    let written = Set(new.files.keys.map { Array($0.path.utf8) })
    let writtenFolders = Self.folders(of: new.files.keys)
    let markers = [Manifest.name, Self.unfinished].map { Array($0.utf8) }
    var faults: [Diagnostic] = []
    var count = 0
    var folders: [(from: DiskPath, to: DiskPath)] = []
    var pending: [[UInt8]] = [[]]
    while let folder = pending.popLast() {
      for (name, isFolder) in try Disk.entries(in: site.appending(folder)) {
        let path = folder.isEmpty ? name : folder + [UInt8(ascii: "/")] + name
        if !isFolder, own.contains(path) { continue }
        let (from, to) = (site.appending(path), staging.appending(path))
        if isFolder, ownFolders.contains(path) {
          pending.append(path)
        } else if markers.contains(path) {
          continue
        } else if written.contains(path) || (!isFolder && writtenFolders.contains(path)) {
          faults.append(
            Diagnostic(
              .error, file: from.description,
              "a page is to be written here, but dossier did not write this; move it away",
              code: "site-foreign-file"))
        } else if isFolder {
          try Disk.makeFolder(to, parents: true)
          folders.append((from, to))
          pending.append(path)
        } else {
          try Disk.makeFolder(to.parent, parents: true)
          try Disk.link(from, to: to)
          count += 1
        }
      }
    }
    guard faults.isEmpty else { throw PublicationError(faults) }
    // Last, and the innermost first: a folder may forbid that anything be put into it.
    for folder in folders.reversed() {
      try Disk.copyPermissions(from: folder.from, to: folder.to)
    }
    return count
  }

  /// The folders that files stand in.
  private static func folders(of files: some Sequence<SitePath>) -> Set<[UInt8]> {
    var folders = Set<[UInt8]>()
    for file in files {
      let path = Array(file.path.utf8)
      for (i, byte) in path.enumerated() where byte == UInt8(ascii: "/") {
        folders.insert(Array(path[..<i]))
      }
    }
    return folders
  }
}

/// A site while it is being written; files may come from several threads, in any order.
final class StagedSite: Sendable {
  private let name: DiskPath
  private let staging: DiskPath
  private let old: (site: DiskPath, manifest: Manifest)?
  /// Whether the files of the old site are known to be what its manifest says.
  let isAsLeft: Bool
  private let state = Mutex(State())

  private struct State {
    var files: [SitePath: ContentHash] = [:]
    var folders: Set<DiskPath> = []
    var summary = PublicationSummary()
  }

  fileprivate init(
    name: String, staging: DiskPath, old: (site: DiskPath, manifest: Manifest)?, isAsLeft: Bool
  ) {
    (self.name, self.staging, self.old) = (DiskPath(name), staging, old)
    self.isAsLeft = isAsLeft
  }

  /// Writes the file at `path`, and returns the hash of its bytes; a second one there is an error.
  @discardableResult
  func write(_ bytes: [UInt8], to path: SitePath) throws(PublicationError) -> ContentHash {
    let hash = ContentHash(of: bytes)
    try add(path, hash)
    do throws(DiskError) {
      try put(bytes, hash, at: path)
    } catch {
      throw fault(error, at: path)
    }
    return hash
  }

  /// Takes files of the old site over as they are; `false`, and nothing done, if one of them is not
  /// known to have the bytes with that hash.
  func keep(_ files: [(path: SitePath, hash: ContentHash)]) throws(PublicationError) -> Bool {
    guard isAsLeft, let old, files.allSatisfy({ old.manifest.files[$0.path] == $0.hash }) else {
      return false
    }
    for (path, hash) in files {
      try add(path, hash)
      do throws(DiskError) {
        let to = staging.appending(path.path)
        try makeFolder(to.parent)
        try Disk.link(old.site.appending(path.path), to: to)
      } catch {
        throw fault(error, at: path)
      }
    }
    state.withLock { $0.summary.unchanged += files.count }
    return true
  }

  private func add(_ path: SitePath, _ hash: ContentHash) throws(PublicationError) {
    let isNew = state.withLock { $0.files.updateValue(hash, forKey: path) == nil }
    guard isNew else {
      throw PublicationError([
        Diagnostic(.error, file: path.path, "two pages would be this file", code: "site-collision")
      ])
    }
  }

  private func fault(_ error: DiskError, at path: SitePath) -> PublicationError {
    PublicationError([
      Diagnostic(
        .error, file: name.appending(path.path).description,
        "cannot \(error.operation) this: \(error.reason)", code: PublicationError.disk)
    ])
  }

  private func put(
    _ bytes: [UInt8], _ hash: ContentHash, at path: SitePath
  ) throws(DiskError) {
    let to = staging.appending(path.path)
    try makeFolder(to.parent)
    if let old, old.manifest.files[path] == hash {
      let from = old.site.appending(path.path)
      if isAsLeft || Disk.holds(from, bytes), Disk.hardLink(from, to: to) {
        state.withLock { $0.summary.unchanged += 1 }
        return
      }
    }
    try Disk.write(bytes, to: to)
    state.withLock { $0.summary.written += 1 }
  }

  private func makeFolder(_ folder: DiskPath) throws(DiskError) {
    if state.withLock({ $0.folders.contains(folder) }) { return }
    try Disk.makeFolder(folder, parents: true)
    state.withLock { _ = $0.folders.insert(folder) }
  }

  fileprivate var files: [SitePath: ContentHash] { state.withLock { $0.files } }
  fileprivate var summary: PublicationSummary { state.withLock { $0.summary } }
}
