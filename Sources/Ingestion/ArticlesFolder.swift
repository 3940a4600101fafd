import DossierModel
import Glibc

/// The articles folder: which files it holds, and their bytes.
struct ArticlesFolder {
  /// The most bytes that an article's file may have.
  static let articleLimit = 64 << 20
  /// The most bytes that an editor's file may have.
  static let editorFileLimit = 4 << 20

  /// The path that opens the folder.
  let path: String
  /// The folder as the user named it, without a slash at its end.
  let name: String

  /// The folder at `path`, which the user calls `name`.
  init(path: String, displayedAs name: String) {
    self.path = path
    let trimmed = name.utf8.reversed().drop { $0 == UInt8(ascii: "/") }.reversed()
    self.name = trimmed.isEmpty ? name : String(decoding: Array(trimmed), as: UTF8.self)
  }

  /// A file of the folder as the user would name it.
  func displayName(of file: ArticlePath) -> String {
    displayed(name == "." ? file.text : name == "/" ? "/" + file.text : name + "/" + file.text)
  }

  /// What the folder holds.
  struct Listing {
    /// The articles, in the order of their paths' bytes.
    var articles: [ArticlePath] = []
    /// The editor's files, in that order.
    var editorFiles: [ArticlePath] = []
    /// What `dossier import` makes articles of, in that order.
    var importable: [ArticlePath] = []
    /// What could not be listed.
    var diagnostics: [Diagnostic] = []
  }

  /// All files of the folder and of the folders in it, hidden ones and README files left out.
  ///
  /// Links to files count as files; links to folders are not followed, so that no loop can arise.
  func list() -> Listing {
    var listing = Listing()
    var state = stat()
    if stat(path, &state) != 0 {
      let missing = errno == ENOENT || errno == ENOTDIR
      listing.diagnostics.append(
        Diagnostic(
          .error, file: displayed(name),
          missing
            ? "there is no such folder; put articles (*.txt or *.md) into it, or name another "
              + "folder with --articles DIR"
            : "the folder cannot be read: \(Self.reason(errno))", code: "no-folder"))
      return listing
    }
    if state.st_mode & S_IFMT != S_IFDIR {
      listing.diagnostics.append(
        Diagnostic(
          .error, file: displayed(name),
          "this is a file, not a folder; name the folder that holds the articles with "
            + "--articles DIR", code: "no-folder"))
      return listing
    }
    var pending = [""]
    while let folder = pending.popLast() {
      let (entries, problem) = Self.entries(of: folder.isEmpty ? path : path + "/" + folder)
      if let problem {
        let name =
          folder.isEmpty ? displayed(name) : displayName(of: ArticlePath(text: folder))
        listing.diagnostics.append(
          Diagnostic(
            .error, file: name, "the folder cannot be read: \(problem)", code: "unreadable"))
      }
      for entry in entries {
        let name = String(decoding: entry, as: UTF8.self)
        if ArticlePath.isSkipped(name) { continue }
        let file = ArticlePath(text: folder.isEmpty ? name : folder + "/" + name)
        if !name.utf8.elementsEqual(entry) {
          // Such a name cannot be published, nor named in the editor's file.
          if file.role != .other {
            listing.diagnostics.append(
              Diagnostic(
                .error, file: displayName(of: file),
                "the file's name is not UTF-8; rename it", code: "unreadable"))
          }
          continue
        }
        var state = stat()
        let full = path + "/" + file.text
        if lstat(full, &state) != 0 {
          let problem = "cannot be read: \(Self.reason(errno))"
          listing.diagnostics.append(
            Diagnostic(.error, file: displayName(of: file), problem, code: "unreadable"))
          continue
        }
        let kind = state.st_mode & S_IFMT
        if kind == S_IFDIR {
          pending.append(file.text)
          continue
        }
        if kind == S_IFLNK, stat(full, &state) == 0, state.st_mode & S_IFMT == S_IFDIR {
          listing.diagnostics.append(
            Diagnostic(
              .note, file: displayName(of: file),
              "this link to a folder is not followed; copy the folder, or link its files one by one",
              code: "folder-link"))
          continue
        }
        switch file.role {
        case .article: listing.articles.append(file)
        case .editorFile: listing.editorFiles.append(file)
        case .importable: listing.importable.append(file)
        case .other: break
        }
      }
    }
    listing.articles.sort()
    listing.editorFiles.sort()
    listing.importable.sort()
    return listing
  }

  /// The names in the folder at `path`, as bytes, or what prevents listing it.
  private static func entries(of path: String) -> ([[UInt8]], problem: String?) {
    guard let folder = opendir(path) else { return ([], reason(errno)) }
    defer { closedir(folder) }
    var entries: [[UInt8]] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [46], name != [46, 46] { entries.append(name) }
    }
    return (entries, nil)
  }

  /// The bytes of a file, or why there are none.
  enum Contents: Sendable {
    case bytes([UInt8])
    case problem(Diagnostic)
  }

  /// Reads `file`, which may have at most `limit` bytes.
  func read(_ file: ArticlePath, limit: Int) -> Contents {
    func problem(_ message: String, _ code: String) -> Contents {
      .problem(Diagnostic(.error, file: displayName(of: file), message, code: code))
    }
    // Without O_NONBLOCK a pipe with an article's name would wait for ever.
    let descriptor = open(path + "/" + file.text, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    if descriptor < 0 { return problem("cannot be read: \(Self.reason(errno))", "unreadable") }
    defer { close(descriptor) }
    var state = stat()
    if fstat(descriptor, &state) != 0 {
      return problem("cannot be read: \(Self.reason(errno))", "unreadable")
    }
    if state.st_mode & S_IFMT != S_IFREG {
      return problem("cannot be read: it is no regular file", "unreadable")
    }
    let tooLarge =
      "is larger than \(limit >> 20) MB, the most that is read; split it or move it away"
    if state.st_size > limit { return problem(tooLarge, "too-large") }
    var bytes: [UInt8] = []
    var failure: Int32 = 0
    // One byte more than the file has tells its end; a file that grows meanwhile is read on.
    var room = Int(state.st_size) + 1
    while true {
      let start = bytes.count
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        count = 0
        while count < buffer.count {
          let got = Glibc.read(
            descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
          if got < 0, errno == EINTR { continue }
          if got < 0 { failure = errno }
          if got <= 0 { break }
          count += got
        }
      }
      if failure != 0 { return problem("cannot be read: \(Self.reason(failure))", "unreadable") }
      if start == 0 { bytes = chunk } else { bytes += chunk }
      if bytes.count > limit { return problem(tooLarge, "too-large") }
      if chunk.count < room { return .bytes(bytes) }
      room = 1 << 16
    }
  }

  /// What the system says of an error.
  private static func reason(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "permission denied"
    case ENOENT: "there is no such file; is it a link to one that is gone?"
    case ELOOP: "the link leads round in a circle"
    case ENAMETOOLONG: "its path is too long"
    case EIO: "the disk reports an error"
    case EMFILE, ENFILE: "too many files are open"
    default: "error \(code) of the system"
    }
  }
}
