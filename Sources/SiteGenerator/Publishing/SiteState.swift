import Cache
import DossierModel

/// What tells whether a published folder is still as a build left it: its manifest, and of each file
/// what the system knows it by (number, size, times of the last changes of contents and of the entry).
///
/// Whoever writes, replaces or renames one of the files, or gives it another name, changes it. Files
/// that dossier did not write do not count.
public struct SiteState: Hashable, Sendable {
  /// The hash of all that.
  public let key: CacheKey

  /// A state that was kept.
  public init(key: CacheKey) { self.key = key }

  /// The state of the folder `site`, which `manifest` describes; `nil` if a file of it is missing.
  init?(of site: DiskPath, _ manifest: Manifest, bytes: [UInt8]) throws(DiskError) {
    var out = BinaryWriter()
    out.write(data: bytes)
    for path in manifest.paths {
      guard let trace = try Disk.trace(site.appending(path.path)) else { return nil }
      for part in trace { out.write(bits: part) }
    }
    key = CacheKey(of: out.bytes)
  }
}
