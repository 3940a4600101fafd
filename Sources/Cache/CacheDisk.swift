import Glibc

/// What the system refused.
struct CacheDiskError: Error {
  /// The system's number for the reason.
  var code: Int32
  /// The system's words for the reason.
  var reason: String { String(cString: strerror(code)) }
}

/// The system's files: the one place of this room that touches the disk.
enum CacheDisk {
  /// A file that is open for reading; it stays what it was even if another takes its name.
  final class OpenFile: Sendable {
    private let descriptor: Int32
    /// Its size in bytes.
    let size: Int

    /// The plain file at `path`; `nil` if there is none that can be read.
    init?(_ path: String) {
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard descriptor >= 0 else { return nil }
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        close(descriptor)
        return nil
      }
      (self.descriptor, size) = (descriptor, Int(status.st_size))
    }

    deinit { close(descriptor) }

    /// The `count` bytes from `offset` on; `nil` if they are not there.
    func bytes(at offset: Int, count: Int) -> [UInt8]? {
      guard offset >= 0, count >= 0, offset <= size, count <= size - offset else { return nil }
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        while filled < count, let base = buffer.baseAddress {
          let got = pread(descriptor, base + filled, count - filled, off_t(offset + filled))
          if got < 0, errno == EINTR { continue }
          if got <= 0 { break }
          filled += got
        }
      }
      return bytes.count == count ? bytes : nil
    }

    /// Makes it the one that was used last.
    func touch() { _ = futimens(descriptor, nil) }
  }

  /// A file that is being written.
  final class NewFile: Sendable {
    private let descriptor: Int32
    private let path: String

    /// A new file at `path`, for this user alone; one that is there already is replaced.
    init(_ path: String) throws(CacheDiskError) {
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
      var descriptor = open(path, flags, 0o600)
      if descriptor < 0, errno == EEXIST {
        unlink(path)
        descriptor = open(path, flags, 0o600)
      }
      guard descriptor >= 0 else { throw CacheDiskError(code: errno) }
      (self.descriptor, self.path) = (descriptor, path)
    }

    deinit { close(descriptor) }

    /// Adds `bytes` at its end.
    func append(_ bytes: [UInt8]) throws(CacheDiskError) {
      let failure = bytes.withUnsafeBytes { bytes -> Int32 in
        var done = 0
        while done < bytes.count, let base = bytes.baseAddress {
          let count = Glibc.write(descriptor, base + done, bytes.count - done)
          if count < 0, errno == EINTR { continue }
          if count < 0 { return errno }
          done += count
        }
        return 0
      }
      if failure != 0 { throw CacheDiskError(code: failure) }
    }

    /// Gives it the name `path`, whatever had it before.
    func take(_ path: String) throws(CacheDiskError) {
      if rename(self.path, path) != 0 { throw CacheDiskError(code: errno) }
    }

    /// Takes it away.
    func remove() { unlink(path) }
  }

  /// Makes the folder `path` and those that it is in, for this user alone.
  static func makeFolder(_ path: String) throws(CacheDiskError) {
    if mkdir(path, 0o700) == 0 { return }
    var code = errno
    if code == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolder(String(path[..<slash]))
      if mkdir(path, 0o700) == 0 { return }
      code = errno
    }
    var status = stat()
    if code == EEXIST, stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { return }
      code = ENOTDIR
    }
    throw CacheDiskError(code: code)
  }

  /// Throws unless files can be made in the folder `path`.
  static func checkWritable(_ path: String) throws(CacheDiskError) {
    if access(path, W_OK | X_OK) != 0 { throw CacheDiskError(code: errno) }
  }

  /// The files in a folder, those used last first, with the names that do not begin with a dot.
  static func filesByAge(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var files: [(name: String, seconds: Int, nanoseconds: Int)] = []
    while let entry = readdir(folder) {
      let bytes = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard bytes.first != UInt8(ascii: "."), let name = String(validating: bytes, as: UTF8.self)
      else { continue }
      var status = stat()
      guard lstat(path + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        continue
      }
      files.append((name, Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec)))
    }
    return files.sorted {
      ($0.seconds, $0.nanoseconds, $0.name) > ($1.seconds, $1.nanoseconds, $1.name)
    }.map(\.name)
  }

  /// Takes a file away, if it is there.
  static func removeFile(_ path: String) { unlink(path) }

  /// The number of this process.
  static var process: Int { Int(getpid()) }

  /// Whether the process of that number runs.
  static func isRunning(process: Int) -> Bool {
    guard let number = Int32(exactly: process), number > 0 else { return false }
    return kill(number, 0) == 0 || errno == EPERM
  }

  /// A variable of the environment.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// The path without links and dots; `nil` if it leads nowhere.
  static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The running program and the libraries that it was loaded with, each with what the system knows
  /// it by: device, number, size and times of the last changes of contents and of the entry.
  static var programFiles: [String]? {
    guard let maps = wholeFile("/proc/self/maps") else { return nil }
    var paths: Set<String> = ["/proc/self/exe"]
    for line in maps.split(separator: 10) {
      // Address, permissions, offset, device, number, path.
      let fields = line.split(separator: 32, maxSplits: 5)
      guard fields.count == 6, fields[1].contains(UInt8(ascii: "x")) else { continue }
      let path = fields[5].drop { $0 == 32 }
      if path.first == UInt8(ascii: "/") { paths.insert(String(decoding: path, as: UTF8.self)) }
    }
    var files: [String] = []
    for path in paths.sorted() {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      let (written, changed) = (status.st_mtim, status.st_ctim)
      files.append(
        "\(path) \(status.st_dev) \(status.st_ino) \(status.st_size) "
          + "\(written.tv_sec).\(written.tv_nsec) \(changed.tv_sec).\(changed.tv_nsec)")
    }
    return files
  }

  /// The bytes of a file whose size the system does not tell.
  private static func wholeFile(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var (bytes, chunk): ([UInt8], [UInt8]) = ([], [UInt8](repeating: 0, count: 1 << 16))
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return nil }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }
}
