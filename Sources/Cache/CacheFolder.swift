import DossierModel
import Synchronization

/// Why nothing can be kept between builds.
public struct CacheUnavailable: Error {
  /// The folder.
  public var folder: String
  /// What prevents it.
  public var reason: String
}

/// A folder where builds keep what spares work to the next one.
///
/// Whoever empties it loses time only.
///
/// It holds one pack of each kind for each dossier, and of each kind those of the `packLimit`
/// dossiers that were built last; a pack holds what the last build of its dossier used. No more than
/// that ever stays, and nothing needs clearing by hand.
public struct CacheFolder: Sendable {
  /// What packs are about.
  public enum Kind: String, CaseIterable, Sendable {
    /// What articles say, by folder of articles.
    case readings
    /// What a site was made of, by folder of the site.
    case sites
  }

  /// How many packs of a kind are kept.
  static let packLimit = 32

  /// The folder.
  public let path: String
  /// The program whose entries are believed.
  public let program: ContentHash

  /// The folder at `path`, which is made if it is not there; `program` is the one that runs.
  public init(
    _ path: String, program: ContentHash? = RunningProgram.identity
  ) throws(CacheUnavailable) {
    guard let program else {
      throw CacheUnavailable(folder: path, reason: "the system does not tell which program runs")
    }
    (self.path, self.program) = (path, program)
    do throws(CacheDiskError) {
      for kind in Kind.allCases {
        try CacheDisk.makeFolder(folder(of: kind))
        try CacheDisk.checkWritable(folder(of: kind))
      }
    } catch {
      throw CacheUnavailable(folder: path, reason: error.reason)
    }
  }

  /// The platform's folder for such things: `$XDG_CACHE_HOME/dossier`, or `~/.cache/dossier`; `nil`
  /// if the environment names none (XDG Base Directory Specification 0.8).
  public static var standard: String? {
    if let folder = CacheDisk.variable("XDG_CACHE_HOME"), folder.hasPrefix("/") {
      return folder + "/dossier"
    }
    if let home = CacheDisk.variable("HOME"), home.hasPrefix("/") {
      return home + "/.cache/dossier"
    }
    return nil
  }

  /// The pack of the dossier that the folder `subject` belongs to; `nil` if there is none that this
  /// program may believe.
  public func pack(_ kind: Kind, of subject: String) -> Pack? {
    Pack(file(kind, subject), program: program)
  }

  /// A new pack, which takes the place of that dossier's when it is finished.
  public func newPack(_ kind: Kind, of subject: String) -> NewPack {
    let file = file(kind, subject)
    let number = Self.newPacks.wrappingAdd(1, ordering: .relaxed).newValue
    return NewPack(
      at: file, draft: "\(file)\(Self.draftMark)\(CacheDisk.process)-\(number)", program: program,
      finished: { self.clear(kind) })
  }

  private static let newPacks = Atomic<Int>(0)
  private static let draftMark = ".new-"

  private func folder(of kind: Kind) -> String { "\(path)/\(kind.rawValue)" }
  private func file(_ kind: Kind, _ subject: String) -> String {
    "\(folder(of: kind))/\(CacheKey(of: CacheDisk.resolved(subject) ?? subject).name)"
  }

  /// Takes away what has not been used for longest, and what killed builds left.
  private func clear(_ kind: Kind) {
    let folder = folder(of: kind)
    var count = 0
    for name in CacheDisk.filesByAge(in: folder) {
      if let mark = name.range(of: Self.draftMark) {
        let process = name[mark.upperBound...].prefix { $0 != "-" }
        if Int(process).map(CacheDisk.isRunning) != true {
          CacheDisk.removeFile("\(folder)/\(name)")
        }
        continue
      }
      count += 1
      if count > Self.packLimit { CacheDisk.removeFile("\(folder)/\(name)") }
    }
  }
}

extension String {
  /// Where `words` stand first.
  fileprivate func range(of words: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(words) {
        return start..<index(start, offsetBy: words.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
