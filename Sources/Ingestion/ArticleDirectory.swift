import DossierModel

/// The articles as the editor's file can name them.
struct ArticleDirectory {
  /// What a path leads to.
  enum Entry {
    case article(Article)
    /// A file that is no article of the dossier; why stands in a diagnostic of its own.
    case leftOut
  }

  private var entries: [String: (path: String, entry: Entry)] = [:]

  init() {}

  /// Adds the article at `path`.
  mutating func add(_ path: ArticlePath, _ entry: Entry) {
    entries[path.composed] = (path.text, entry)
  }

  /// What `path` leads to; letters count as one whether composed or not.
  func entry(at path: String) -> (path: String, entry: Entry)? {
    entries[ArticlePath(text: path).composed]
  }

  /// The path that `path` was probably meant to be.
  func nearest(to path: String) -> String? {
    let paths = entries.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    // A path without its extension, or without its folder, is as near as can be.
    return paths.first { candidate in
      candidate.hasPrefix(path + ".") || candidate.hasSuffix("/" + path)
    } ?? Nearest.word(to: path, among: paths)
  }
}
