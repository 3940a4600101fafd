import CSystem
import Glibc

/// A place on the disk, as the bytes that the system knows it by.
struct DiskPath: Hashable, Sendable, CustomStringConvertible {
  /// The bytes, without NUL.
  private(set) var bytes: [UInt8]

  /// The path that a user wrote.
  init(_ path: String) { bytes = path.utf8.filter { $0 != 0 } }
  fileprivate init(bytes: [UInt8]) { self.bytes = bytes }

  /// `name`, or a path of several names, inside this folder.
  func appending(_ name: some Sequence<UInt8>) -> DiskPath {
    var path = bytes
    if let last = path.last, last != UInt8(ascii: "/") { path.append(UInt8(ascii: "/")) }
    return DiskPath(bytes: path + name)
  }
  /// `name` inside this folder.
  func appending(_ name: String) -> DiskPath { appending(name.utf8) }

  /// The last name; empty for the root.
  var name: [UInt8] {
    bytes.split(separator: UInt8(ascii: "/")).last.map { Array($0) } ?? []
  }
  /// The folder that it is in.
  var parent: DiskPath {
    var path = bytes[...]
    while path.count > 1, path.last == UInt8(ascii: "/") { path.removeLast() }
    while let last = path.last, last != UInt8(ascii: "/") { path.removeLast() }
    while path.count > 1, path.last == UInt8(ascii: "/") { path.removeLast() }
    return DiskPath(bytes: path.isEmpty ? [UInt8(ascii: ".")] : Array(path))
  }

  /// For messages.
  var description: String { String(decoding: bytes, as: UTF8.self) }

  fileprivate func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    var path = bytes.map { CChar(bitPattern: $0) }
    path.append(0)
    return path.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return "".withCString(body) }
      return body(base)
    }
  }
}

/// What the system refused, where and why.
struct DiskError: Error, Hashable {
  /// What was asked for, such as `write`.
  var operation: String
  /// Where.
  var path: DiskPath
  /// The system's number for the reason.
  var code: Int32

  /// The system's words for the reason.
  var reason: String { String(cString: strerror(code)) }
  /// Whether there is nothing of that name.
  var isMissing: Bool { code == ENOENT || code == ENOTDIR }
}

/// The system's files: the one place of this room that touches the disk.
///
/// Files are written without waiting for the device, which would cost a thousand times as much: a
/// site is exchanged as a whole.
enum Disk {
  /// What stands at a path.
  enum Kind: Hashable, Sendable { case file, folder, link, other }

  /// What a path itself is, a link not followed; `nil` if there is nothing.
  static func kind(_ path: DiskPath) throws(DiskError) -> Kind? {
    guard let status = try status(path) else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  private static func status(_ path: DiskPath) throws(DiskError) -> stat? {
    var status = stat()
    if path.withCString({ lstat($0, &status) }) == 0 { return status }
    let error = DiskError(operation: "look at", path: path, code: errno)
    if error.isMissing { return nil }
    throw error
  }

  /// What the system knows a plain file by: its number, permissions, size, and the times at which its
  /// contents and its entry changed last; `nil` if there is none.
  static func trace(_ path: DiskPath) throws(DiskError) -> [UInt64]? {
    guard let status = try status(path), status.st_mode & S_IFMT == S_IFREG else { return nil }
    let (written, changed) = (status.st_mtim, status.st_ctim)
    return [
      UInt64(status.st_ino), UInt64(status.st_mode), UInt64(bitPattern: Int64(status.st_size)),
      UInt64(bitPattern: Int64(written.tv_sec)), UInt64(bitPattern: Int64(written.tv_nsec)),
      UInt64(bitPattern: Int64(changed.tv_sec)), UInt64(bitPattern: Int64(changed.tv_nsec)),
    ]
  }

  /// The bytes of a file.
  static func read(_ path: DiskPath) throws(DiskError) -> [UInt8] {
    let file = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard file >= 0 else { throw DiskError(operation: "read", path: path, code: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else {
      throw DiskError(operation: "read", path: path, code: errno)
    }
    return try read(file, size: Int(status.st_size), path)
  }

  private static func read(
    _ file: Int32, size: Int, _ path: DiskPath
  ) throws(DiskError) -> [UInt8] {
    var (count, failure): (Int, Int32) = (0, 0)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      while count < size, let base = buffer.baseAddress {
        let got = Glibc.read(file, base + count, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
      filled = count
    }
    if failure != 0 { throw DiskError(operation: "read", path: path, code: failure) }
    return bytes
  }

  /// Whether a plain file holds exactly `bytes`.
  static func holds(_ path: DiskPath, _ bytes: [UInt8]) -> Bool {
    let file = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == bytes.count
    else { return false }
    return (try? read(file, size: bytes.count, path)) == bytes
  }

  /// Writes a new file.
  static func write(_ bytes: [UInt8], to path: DiskPath) throws(DiskError) {
    let file = path.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
    guard file >= 0 else { throw DiskError(operation: "write", path: path, code: errno) }
    let failure = bytes.withUnsafeBytes { bytes -> Int32 in
      var done = 0
      while done < bytes.count, let base = bytes.baseAddress {
        let count = Glibc.write(file, base + done, bytes.count - done)
        if count < 0, errno == EINTR { continue }
        if count < 0 { return errno }
        done += count
      }
      return 0
    }
    // Some file systems tell that they are full only now.
    let closing = close(file) == 0 ? 0 : errno
    if failure != 0 || closing != 0 {
      throw DiskError(operation: "write", path: path, code: failure != 0 ? failure : closing)
    }
  }

  /// The names in a folder, sorted.
  static func names(in path: DiskPath) throws(DiskError) -> [[UInt8]] {
    try entries(in: path).map(\.name)
  }

  /// The names in a folder, sorted, and whether each is a folder itself; a link is none.
  static func entries(
    in path: DiskPath
  ) throws(DiskError) -> [(name: [UInt8], isFolder: Bool)] {
    guard let folder = path.withCString({ opendir($0) }) else {
      throw DiskError(operation: "list", path: path, code: errno)
    }
    defer { closedir(folder) }
    var entries: [(name: [UInt8], isFolder: Bool)] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: UInt8.self, capacity: MemoryLayout.size(ofValue: name.pointee)) {
          Array(UnsafeBufferPointer(start: $0, count: strlen(name)))
        }
      }
      if name == Array(".".utf8) || name == Array("..".utf8) { continue }
      // Not all file systems tell here what something is.
      let type = Int(entry.pointee.d_type)
      let isFolder =
        type == Int(DT_UNKNOWN)
        ? try kind(path.appending(name)) == .folder : type == Int(DT_DIR)
      entries.append((name, isFolder))
    }
    return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  /// Makes a folder; with `parents` those that it is in too, and none of them need be new.
  static func makeFolder(_ path: DiskPath, parents: Bool = false) throws(DiskError) {
    if path.withCString({ mkdir($0, 0o777) }) == 0 { return }
    let code = errno
    if parents, code == EEXIST { return }
    if parents, code == ENOENT, path.parent != path {
      try makeFolder(path.parent, parents: true)
      if path.withCString({ mkdir($0, 0o777) }) == 0 || errno == EEXIST { return }
    }
    throw DiskError(operation: "make the folder", path: path, code: code)
  }

  /// Gives `to` the same permissions as `from` has.
  static func copyPermissions(from: DiskPath, to: DiskPath) throws(DiskError) {
    guard let status = try status(from) else { return }
    if to.withCString({ chmod($0, status.st_mode & 0o7777) }) != 0 {
      throw DiskError(operation: "set the permissions of", path: to, code: errno)
    }
  }

  /// Gives a file or link a second name; where the file system has none of that, copies it.
  static func link(_ from: DiskPath, to: DiskPath) throws(DiskError) {
    if hardLink(from, to: to) { return }
    switch try kind(from) {
    case .file:
      try write(try read(from), to: to)
      try copyPermissions(from: from, to: to)
    case .link:
      let target = try target(of: from)
      let isMade = target.withCString { target in to.withCString { symlink(target, $0) == 0 } }
      if !isMade { throw DiskError(operation: "write", path: to, code: errno) }
    default: throw DiskError(operation: "carry over", path: from, code: ENOTSUP)
    }
  }

  /// Gives a file a second name; whether that could be done.
  static func hardLink(_ from: DiskPath, to: DiskPath) -> Bool {
    from.withCString { from in
      to.withCString { linkat(AT_FDCWD, from, AT_FDCWD, $0, 0) == 0 }
    }
  }

  /// Where a symbolic link leads, as written in it.
  static func target(of path: DiskPath) throws(DiskError) -> DiskPath {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { buffer in
      path.withCString { path in
        buffer.baseAddress.map {
          readlink(path, $0.assumingMemoryBound(to: CChar.self), buffer.count)
        } ?? -1
      }
    }
    guard count >= 0 else { throw DiskError(operation: "read", path: path, code: errno) }
    return DiskPath(bytes: Array(buffer[..<count]))
  }

  /// The path without links and dots; `nil` if it leads nowhere.
  static func resolved(_ path: DiskPath) throws(DiskError) -> DiskPath? {
    let real = path.withCString { realpath($0, nil) }
    guard let real else {
      let error = DiskError(operation: "look at", path: path, code: errno)
      if error.isMissing { return nil }
      throw error
    }
    defer { free(real) }
    return DiskPath(bytes: Array(UnsafeRawBufferPointer(start: real, count: strlen(real))))
  }

  /// Gives something another path.
  static func rename(_ from: DiskPath, to: DiskPath) throws(DiskError) {
    let code = from.withCString { from in
      to.withCString { Glibc.rename(from, $0) == 0 ? 0 : errno }
    }
    if code != 0 { throw DiskError(operation: "rename", path: from, code: code) }
  }

  /// Exchanges two paths in one step; `false` if the file system cannot.
  static func exchange(_ first: DiskPath, _ second: DiskPath) throws(DiskError) -> Bool {
    let code = first.withCString { first in second.withCString { csystem_exchange(first, $0) } }
    switch code {
    case 0: return true
    case EINVAL, ENOSYS, ENOTSUP: return false
    default: throw DiskError(operation: "exchange", path: second, code: code)
    }
  }

  /// Removes a file or link, if it is there.
  static func removeFile(_ path: DiskPath) throws(DiskError) {
    if path.withCString({ unlink($0) }) != 0, errno != ENOENT {
      throw DiskError(operation: "remove", path: path, code: errno)
    }
  }

  /// Removes a folder and all in it, the names `last` at its top after everything else.
  static func removeTree(_ root: DiskPath, last: [String] = []) throws(DiskError) {
    var pending = [root]
    var folders: [DiskPath] = []
    let last = last.map { Array($0.utf8) }
    while let folder = pending.popLast() {
      folders.append(folder)
      for (name, isFolder) in try entries(in: folder)
      where folder != root || !last.contains(name) {
        let path = folder.appending(name)
        if isFolder { pending.append(path) } else { try removeFile(path) }
      }
    }
    // A folder stands before what is in it.
    for folder in folders.dropFirst().reversed() { try removeFolder(folder) }
    for name in last { try removeFile(root.appending(name)) }
    try removeFolder(root)
  }

  private static func removeFolder(_ path: DiskPath) throws(DiskError) {
    if path.withCString({ rmdir($0) }) != 0 {
      throw DiskError(operation: "remove", path: path, code: errno)
    }
  }

  /// A lock that one process at a time can hold; it ends with the process at the latest.
  final class Lock: Sendable {
    private let path: DiskPath
    private let file: Int32

    private init(path: DiskPath, file: Int32) { (self.path, self.file) = (path, file) }

    /// Takes the lock that the file at `path` stands for; `nil` if another process holds it.
    static func take(_ path: DiskPath) throws(DiskError) -> Lock? {
      while true {
        let file = path.withCString { open($0, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666) }
        guard file >= 0 else { throw DiskError(operation: "write", path: path, code: errno) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
          let code = errno
          close(file)
          if code == EWOULDBLOCK { return nil }
          throw DiskError(operation: "lock", path: path, code: code)
        }
        // The last holder may have removed the file after it was opened here.
        var (held, found) = (stat(), stat())
        if fstat(file, &held) == 0, path.withCString({ lstat($0, &found) }) == 0,
          held.st_ino == found.st_ino, held.st_dev == found.st_dev
        {
          return Lock(path: path, file: file)
        }
        close(file)
      }
    }

    deinit {
      _ = path.withCString { unlink($0) }
      close(file)
    }
  }
}
