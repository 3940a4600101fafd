import Cache
import DossierModel
import Synchronization

/// The pages of a site as its last build wrote them: a page whose source is the same need not be
/// rendered, laid out, checked and written again.
///
/// They are believed only if the folder is as that build left it. What verification would read in the
/// files is kept with them, so that every link is still checked in every build.
public final class KnownPages: Sendable {
  /// The two files of a page, and what verification found in them.
  struct Entry: Hashable {
    var markdown: ContentHash
    var html: ContentHash
    var trace: PageTrace
  }

  /// What the site was like when the pages were kept.
  let state: SiteState?
  private let scope: CacheKey
  private let old: Pack?
  /// What this build keeps.
  public let pack: NewPack
  private let used = Mutex<[CacheKey]>([])

  /// The pages of the site in the folder `site` as `folder` keeps them.
  ///
  /// They belong to its `state`; without one none is known. `templates` are those of this build.
  public init(_ folder: CacheFolder, site: String, since state: SiteState?, templates: Templates) {
    self.state = state
    old = state == nil ? nil : folder.pack(.sites, of: site)
    pack = folder.newPack(.sites, of: site)
    scope = CacheKey(of: "page \(templates.fingerprint)")
  }

  /// The key of a page.
  func key(of source: PageSource) -> CacheKey { source.key(in: scope) }

  /// The page of that key, if it is known.
  func entry(_ key: CacheKey) -> Entry? {
    guard let bytes = old?.entry(key) else { return nil }
    return try? Entry(bytes)
  }

  /// Keeps a page that was written anew.
  func keep(_ entry: Entry, at key: CacheKey) { pack.add(entry.bytes, at: key) }

  /// Keeps a page that was taken as it was.
  func keep(_ key: CacheKey) { used.withLock { $0.append(key) } }

  /// Ends the keeping: what was taken as it was is kept for the next build too.
  func finish() {
    guard let old else { return }
    for key in used.withLock({ $0 }) { pack.add(key, of: old) }
  }
}

extension KnownPages.Entry {
  var bytes: [UInt8] {
    var out = BinaryWriter()
    out.write(plain: markdown.digest + html.digest)
    for hashes in [trace.known, trace.wanted] {
      out.write(count: hashes.count)
      for hash in hashes { out.write(bits: hash.bits) }
    }
    return out.bytes
  }

  init(_ bytes: [UInt8]) throws(DamagedBytes) {
    var input = BinaryReader(bytes)
    func hash(_ input: inout BinaryReader) throws(DamagedBytes) -> ContentHash {
      guard let hash = ContentHash(digest: try input.plain(count: 32)) else { throw DamagedBytes() }
      return hash
    }
    func hashes(_ input: inout BinaryReader) throws(DamagedBytes) -> [Fingerprint] {
      let count = try input.count(upTo: input.rest / 8)
      var hashes: [Fingerprint] = []
      hashes.reserveCapacity(count)
      for _ in 0..<count {
        let bits = try input.bits()
        guard bits != 0 else { throw DamagedBytes() }
        hashes.append(Fingerprint(bits: bits))
      }
      return hashes
    }
    (markdown, html) = (try hash(&input), try hash(&input))
    trace = PageTrace(known: try hashes(&input), wanted: try hashes(&input))
    try input.end()
  }
}
