import DossierModel

/// A site that was published before, as it lies on the disk.
public struct PublishedSite: Sendable {
  /// The folder, as the user named it.
  private let name: String
  private let folder: DiskPath
  private let manifest: Manifest

  /// The site in the folder `name`.
  ///
  /// Throws `PublicationError` if the folder holds no manifest that can be read.
  public init(_ name: String) throws(PublicationError) {
    (self.name, folder) = (name, DiskPath(name.isEmpty ? "." : name))
    let file = folder.appending(Manifest.name)
    let bytes: [UInt8]
    do {
      bytes = try Disk.read(file)
    } catch {
      throw PublicationError([
        Diagnostic(
          .error, file: name,
          error.isMissing
            ? "this is no site of dossier: it has no file \(Manifest.name)"
            : "cannot \(error.operation) \(file): \(error.reason)", code: "site-folder")
      ])
    }
    guard let manifest = Manifest(bytes) else {
      throw PublicationError([
        Diagnostic(.error, file: file.description, "the manifest is damaged", code: "site-folder")
      ])
    }
    self.manifest = manifest
  }

  /// The version of the program that wrote it.
  public var version: String { manifest.version }
  /// The files that dossier wrote, sorted.
  public var files: [SitePath] { manifest.files.keys.sorted() }

  /// The bytes of a file; `nil` if it cannot be read.
  public func bytes(of file: SitePath) -> [UInt8]? {
    try? Disk.read(folder.appending(file.path))
  }

  /// What is no longer as dossier wrote it: files that are gone or differ, sorted.
  ///
  /// Files that somebody else put there are nobody's fault.
  public func changes() -> [Diagnostic] {
    manifest.files.sorted { $0.key < $1.key }.compactMap { path, hash in
      let file = folder.appending(path.path)
      let message: String
      do throws(DiskError) {
        if ContentHash(of: try Disk.read(file)) == hash { return nil }
        message = "this is not what dossier wrote: its SHA-256 is not that of the manifest"
      } catch {
        message =
          error.isMissing
          ? "dossier wrote this file, but it is gone" : "cannot be read: \(error.reason)"
      }
      return Diagnostic(.error, file: name + "/" + path.path, message, code: "site-changed")
    }
  }
}
