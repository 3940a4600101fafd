import DossierModel

/// The files of a site that dossier wrote, with their hashes: what `.dossier` holds.
///
/// The first line is `dossier` and the version of the program; each further line is a SHA-256 in
/// hexadecimal digits, two blanks and a path, sorted by path, as `sha256sum --check` reads it.
struct Manifest: Hashable, Sendable {
  /// The name of its file, which marks a folder as a site of ours.
  static let name = ".dossier"

  /// The version of the program.
  var version: String
  /// The hash of each file.
  var files: [SitePath: ContentHash]

  /// A manifest of no file.
  init(version: String) { (self.version, files) = (version, [:]) }

  /// Reads what `bytes` wrote; `nil` if this is no manifest.
  init?(_ bytes: [UInt8]) {
    var lines = bytes.split(separator: 10)
    let head = Array("dossier ".utf8)
    guard bytes.last == 10, let first = lines.first, first.starts(with: head) else { return nil }
    self.init(version: String(decoding: first.dropFirst(head.count), as: UTF8.self))
    lines.removeFirst()
    for line in lines {
      guard line.count > 66, line.dropFirst(64).prefix(2).allSatisfy({ $0 == 32 }),
        let hash = ContentHash(hex: line.prefix(64))
      else { return nil }
      let path = String(decoding: line.dropFirst(66), as: UTF8.self)
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.allSatisfy({ !["", ".", ".."].contains($0) }) else { return nil }
      files[SitePath(path)] = hash
    }
  }

  /// The lines.
  var bytes: [UInt8] {
    var out = Array("dossier \(version)\n".utf8)
    for (path, hash) in files.sorted(by: { $0.key < $1.key }) {
      out += "\(hash)  \(path)\n".utf8
    }
    return out
  }
}
