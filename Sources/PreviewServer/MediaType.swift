/// The types of files, as browsers want to be told them.
enum MediaType {
  /// The type of the file `name`, with its character set if it is text.
  ///
  /// Types as registered with IANA; what is not known is a download, never guessed.
  static func of(_ name: String) -> String {
    let dot = name.utf8.lastIndex(of: UInt8(ascii: "."))
    let suffix = dot.map { name[name.utf8.index(after: $0)...].lowercased() } ?? ""
    return types[suffix] ?? "application/octet-stream"
  }

  static let html = "text/html; charset=utf-8"
  static let json = "application/json; charset=utf-8"
  static let script = "text/javascript; charset=utf-8"
  static let style = "text/css; charset=utf-8"

  private static let types = [
    "html": html, "htm": html, "json": json, "js": script, "mjs": script, "css": style,
    "md": "text/markdown; charset=utf-8", "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8", "tsv": "text/tab-separated-values; charset=utf-8",
    "xml": "application/xml; charset=utf-8", "atom": "application/atom+xml; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8", "geojson": "application/geo+json; charset=utf-8",
    "bib": "text/plain; charset=utf-8", "ris": "text/plain; charset=utf-8",
    "yml": "application/yaml; charset=utf-8", "yaml": "application/yaml; charset=utf-8",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp", "avif": "image/avif", "ico": "image/vnd.microsoft.icon",
    "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf",
    "pdf": "application/pdf", "zip": "application/zip", "gz": "application/gzip",
  ]
}
