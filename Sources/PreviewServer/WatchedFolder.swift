import Glibc

/// A folder whose files are watched.
///
/// It is looked through again and again, rather than subscribed to: that sees every way of saving (in
/// place, by renaming a new file over the old one, by moving a whole folder in), works on network
/// disks and in containers, where the system tells nothing, and cannot miss anything.
public struct WatchedFolder: Sendable {
  /// The folder, as the user named it; it need not be there.
  public var path: String
  /// Whether a file of that name is of interest; those that begin with `.` never are.
  public var isWatched: @Sendable (_ name: String) -> Bool

  /// The folder at `path`, of which the files count that `isWatched`.
  public init(
    _ path: String, isWatched: @escaping @Sendable (_ name: String) -> Bool = { _ in true }
  ) {
    (self.path, self.isWatched) = (path, isWatched)
  }
}

/// What the system knows of watched files: whoever writes or replaces one changes it.
public struct FolderSnapshot: Hashable, Sendable {
  /// What a file is known by: device, number, permissions, size, and the times (seconds and
  /// nanoseconds) of the last changes of its contents and of its entry.
  ///
  /// Times are compared, never ordered: a clock that is set back does no harm.
  private struct Trace: Hashable, Sendable {
    var device, number: UInt64
    var mode: UInt32
    var size: Int
    var written, changed: [Int]

    init(_ status: stat) {
      (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino))
      (mode, size) = (status.st_mode, Int(status.st_size))
      written = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
      changed = [status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
    }
  }

  private var files: [String: Trace] = [:]

  /// The files of `folders` as they are now; `site`, if it stands inside one of them, is left out.
  public init(of folders: [WatchedFolder], leavingOut site: String) {
    var status = stat()
    let own: Trace? = stat(site, &status) == 0 ? Trace(status) : nil
    for folder in folders {
      var pending = [folder.path]
      while let path = pending.popLast() {
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { continue }
        if let own, own.device == status.st_dev, own.number == status.st_ino { continue }
        look(into: path, of: folder, &pending)
      }
    }
  }

  /// The one file at `path`.
  public init(ofFile path: String) {
    var status = stat()
    if stat(path, &status) == 0 { files[path] = Trace(status) }
  }

  /// Whether there is a file.
  public var isThere: Bool { !files.isEmpty }

  private mutating func look(
    into path: String, of folder: WatchedFolder, _ pending: inout [String]
  ) {
    guard let directory = opendir(path) else { return }
    defer { closedir(directory) }
    let descriptor = dirfd(directory)
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.utf8.first == UInt8(ascii: ".") { continue }
      var status = stat()
      guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        pending.append(path + "/" + name)
      } else if folder.isWatched(name) {
        // A link stands for the file that it leads to; one that leads nowhere, for itself.
        var target = stat()
        let isThere = fstatat(descriptor, name, &target, 0) == 0
        files[path + "/" + name] = Trace(isThere ? target : status)
      }
    }
  }

  /// The files that are there in one only or differ, sorted.
  public func changes(since before: FolderSnapshot) -> [String] {
    let changed = files.filter { before.files[$0.key] != $0.value }.map(\.key)
    return (changed + before.files.keys.filter { files[$0] == nil }).sorted()
  }
}
