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
  let files: [SitePath: ContentHash]
  /// The files, sorted.
  let paths: [SitePath]

  /// A manifest of `files`.
  init(version: String, files: [SitePath: ContentHash] = [:]) {
    (self.version, self.files) = (version, files)
    paths = files.keys.sorted()
  }

  /// Reads what `bytes` wrote; `nil` if this is no manifest.
  init?(_ bytes: [UInt8]) {
    let head = Array("dossier ".utf8)
    guard bytes.last == 10, bytes.starts(with: head), let end = bytes.firstIndex(of: 10) else {
      return nil
    }
    var files: [SitePath: ContentHash] = [:]
    var paths: [SitePath] = []
    files.reserveCapacity(bytes.count / 100)
    paths.reserveCapacity(bytes.count / 100)
    let isWhole = bytes.withUnsafeBufferPointer { bytes in
      var start = end + 1
      while start < bytes.count {
        var stop = start
        while bytes[stop] != 10 { stop += 1 }
        if stop > start {
          let line = UnsafeBufferPointer(rebasing: bytes[start..<stop])
          guard let (path, hash) = Self.entry(line) else { return false }
          files[path] = hash
          paths.append(path)
        }
        start = stop + 1
      }
      return true
    }
    guard isWhole, zip(paths, paths.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
    version = String(decoding: bytes[head.count..<end], as: UTF8.self)
    (self.files, self.paths) = (files, paths)
  }

  /// The path and the hash of a line; `nil` if it is none of ours.
  private static func entry(_ line: UnsafeBufferPointer<UInt8>) -> (SitePath, ContentHash)? {
    guard line.count > 66, line[64] == 32, line[65] == 32,
      let hash = ContentHash(hex: UnsafeBufferPointer(rebasing: line[..<64]))
    else { return nil }
    let path = String(decoding: line[66...], as: UTF8.self)
    var isPath = true
    var start = 66
    for i in 66...line.count where i == line.count || line[i] == UInt8(ascii: "/") {
      let isDots = i - start < 3 && (start..<i).allSatisfy { line[$0] == UInt8(ascii: ".") }
      isPath = isPath && !isDots
      start = i + 1
    }
    return isPath ? (SitePath(path), hash) : nil
  }

  /// The lines.
  var bytes: [UInt8] {
    var out = Array("dossier \(version)\n".utf8)
    for path in paths {
      guard let hash = files[path] else { continue }
      out += hash.description.utf8
      out += [32, 32]
      out += path.path.utf8
      out.append(10)
    }
    return out
  }
}
