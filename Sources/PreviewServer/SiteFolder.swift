import Glibc

/// What stands at a path of the site.
public enum SiteEntry: Hashable, Sendable {
  /// A file with these bytes.
  case file([UInt8])
  /// A folder.
  case folder
}

/// The folder that is served, and nothing besides.
///
/// A path is followed name by name from the folder, which is opened first; a symbolic link on the way
/// is not followed. So nothing outside can be reached, also while somebody moves things about. The
/// folder itself may be a link.
public struct SiteFolder: Sendable {
  /// The folder, as the user named it.
  public let path: String

  /// The folder at `path`.
  public init(_ path: String) { self.path = path.isEmpty ? "." : path }

  /// What stands at `names`; `nil` if there is nothing that can be served.
  func entry(_ names: [[UInt8]]) -> SiteEntry? {
    for _ in 0..<3 {
      let root = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard root >= 0 else {
        // Where folders cannot be exchanged in one step there is a moment with no site.
        if names.isEmpty || errno != ENOENT { return nil }
        usleep(20_000)
        continue
      }
      defer { close(root) }
      if let entry = Self.entry(names, in: root) { return entry }
      // A site that was replaced meanwhile is taken apart: what was not found there is looked for in
      // the new one.
      if isSame(root) { return nil }
    }
    return nil
  }

  private func isSame(_ root: Int32) -> Bool {
    var (opened, now) = (stat(), stat())
    return fstat(root, &opened) == 0 && stat(path, &now) == 0 && opened.st_ino == now.st_ino
      && opened.st_dev == now.st_dev
  }

  private static func entry(_ names: [[UInt8]], in root: Int32) -> SiteEntry? {
    var current = root
    defer { if current != root { close(current) } }
    for name in names {
      // Without O_NONBLOCK a pipe would wait for ever.
      let next = (name + [0]).withUnsafeBytes {
        openat(
          current, $0.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: CChar.self),
          O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      }
      if current != root { close(current) }
      current = next
      if next < 0 {
        current = root
        return nil
      }
    }
    var status = stat()
    guard fstat(current, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return bytes(of: current, size: Int(status.st_size)).map { .file($0) }
    default: return nil
    }
  }

  private static func bytes(of file: Int32, size: Int) -> [UInt8]? {
    var isRead = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = 0
      while count < size, let base = buffer.baseAddress {
        let got = read(file, base + count, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { isRead = false }
        if got <= 0 { break }
        count += got
      }
    }
    return isRead ? bytes : nil
  }
}
