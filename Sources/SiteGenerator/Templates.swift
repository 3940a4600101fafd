import DossierModel

/// What a user may change without Swift: frames, layout, style sheet and words, ready for use.
public struct Templates: Sendable {
  /// The words of the site.
  let words: Words
  /// The frames of the pages, by name.
  private let frames: [PageFrame: Frame]
  /// The HTML around every page.
  let layout: Layout
  /// What stands on the search page.
  let search: Layout
  /// Files that go into the site as they are: style sheet, scripts.
  public let assets: [(path: String, bytes: [UInt8])]
  /// The hash of all files and of the language: two with one hash write the same pages.
  public let fingerprint: ContentHash

  /// The templates in `files`, by path inside their folder; what is not among them is taken from the
  /// built-in copy.
  ///
  /// - Parameters:
  ///   - language: the language of the site's words, BCP 47; those of another language than Italian
  ///     and English are Italian unless `files` has them.
  ///   - folder: what the folder is called in diagnostics.
  /// - Throws: `TemplateFaults` with all faults at once.
  public init(
    files: [String: [UInt8]] = [:], language: String, folder: String = "Templates"
  ) throws(TemplateFaults) {
    var all: [String: [UInt8]] = [:]
    for (path, bytes) in BuiltInTemplates.files { all[path] = bytes }
    for (path, bytes) in files { all[path] = bytes }
    func text(_ path: String) throws(TemplateFaults) -> String {
      guard let bytes = all[path] else { throw Self.missing(path, in: folder) }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw TemplateFaults(diagnostics: [
          Diagnostic(
            .error, file: "\(folder)/\(path)", "the file is not UTF-8: save it as UTF-8",
            code: "template")
        ])
      }
      return text
    }

    let primary = String(language.split(separator: "-").first ?? "it").lowercased()
    let name = all["words/\(primary).txt"] == nil ? "it" : primary
    let path = "words/\(name).txt"
    let builtIn = try Self.builtInWords(name, in: path)
    words = try Words(text(path), language: name, file: "\(folder)/\(path)", builtIn: builtIn)

    var faults = Self.uselessWords(
      words, builtIn: builtIn,
      frames: all.filter { $0.key.hasSuffix(".md") || $0.key.hasSuffix(".html") }.map(\.value))
    var frames: [PageFrame: Frame] = [:]
    for kind in PageFrame.allCases {
      do throws(TemplateFaults) {
        frames[kind] = try Frame(
          text(kind.file), file: "\(folder)/\(kind.file)", slots: kind.slots,
          required: kind.required, words: words)
      } catch {
        faults += error.diagnostics
      }
    }
    var layout: Layout?
    do throws(TemplateFaults) {
      layout = try Layout(
        text("layout.html"), file: "\(folder)/layout.html", slots: LayoutSlot.all,
        required: LayoutSlot.required, words: words)
    } catch {
      faults += error.diagnostics
    }
    var search: Layout?
    do throws(TemplateFaults) {
      search = try Layout(
        text("search.html"), file: "\(folder)/search.html", slots: [], required: [], words: words)
    } catch {
      faults += error.diagnostics
    }
    guard let layout, let search, faults.isEmpty else {
      throw TemplateFaults(diagnostics: faults)
    }
    (self.frames, self.layout, self.search) = (frames, layout, search)
    assets = all.keys.filter { $0.hasSuffix(".css") || $0.hasSuffix(".js") || $0.hasSuffix(".svg") }
      .sorted().map { ($0, all[$0] ?? []) }
    // No path holds a zero byte.
    let files = all.sorted { $0.key < $1.key }.map { "\($0)\0\(ContentHash(of: $1))\0" }
    fingerprint = ContentHash(of: files.joined() + name)
  }

  /// The templates in `folder`, or the built-in copy if there is none.
  ///
  /// - Parameters:
  ///   - folder: a folder with the layout of Templates/; what it lacks is taken from the built-in copy.
  ///   - isOptional: whether the built-in copy serves if `folder` does not exist.
  ///   - language: the language of the site's words, BCP 47.
  /// - Throws: `TemplateFaults` with all faults at once.
  public static func read(
    folder: String, isOptional: Bool, language: String
  ) throws(TemplateFaults) -> Templates {
    let root = DiskPath(folder)
    var files: [String: [UInt8]] = [:]
    do {
      guard try Disk.kind(root) != nil else {
        if isOptional { return try Templates(language: language) }
        throw TemplateFaults(diagnostics: [
          Diagnostic(
            .error, file: folder,
            "there is no such folder of templates; without --templates the "
              + "built-in ones serve", code: "template")
        ])
      }
      let own = try own(in: root)
      for path in BuiltInTemplates.files.map(\.path) + own {
        let file = root.appending(path)
        if try Disk.kind(file) != nil { files[path] = try Disk.read(file) }
      }
    } catch let error as DiskError {
      throw TemplateFaults(diagnostics: [
        Diagnostic(
          .error, file: error.path.description, "cannot \(error.operation) this: \(error.reason)",
          code: "template")
      ])
    } catch let error as TemplateFaults {
      throw error
    } catch {
      throw TemplateFaults(diagnostics: [
        Diagnostic(.error, file: folder, "\(error)", code: "template")
      ])
    }
    return try Templates(files: files, language: language, folder: folder)
  }

  /// The program's own words in the language `name`, if it has some.
  private static func builtInWords(
    _ name: String, in path: String
  ) throws(TemplateFaults) -> Words? {
    guard let bytes = BuiltInTemplates.files.first(where: { $0.path == path })?.bytes else {
      return nil
    }
    return try Words(String(decoding: bytes, as: UTF8.self), language: name, file: path)
  }

  /// Words that nothing asks for: their keys are misspelt.
  private static func uselessWords(
    _ words: Words, builtIn: Words?, frames: [[UInt8]]
  ) -> [Diagnostic] {
    let families = ["language.", "country.", Words.scripts]
    let added = words.additions.filter { key, _ in !families.contains(where: key.hasPrefix) }
    if added.isEmpty { return [] }
    let text = frames.map { String(decoding: $0, as: UTF8.self) }.joined()
    return added.filter { key, _ in
      !text.contains("word.\(key)}}") && !text.contains("word.\(key) }}")
    }.map { key, place in
      let nearest = Nearest.word(to: key, among: builtIn?.keys ?? [])
      let near = nearest.map { "; did you mean `\($0)`?" } ?? ""
      return Diagnostic(
        .error, file: place.file, line: place.line, column: place.column,
        "no page asks for the words `\(key)`\(near)", code: "words")
    }
  }

  /// Words of further languages, style sheets and scripts that a user added.
  private static func own(in root: DiskPath) throws(DiskError) -> [String] {
    var paths: [String] = []
    for (folder, endings) in [("", [".css", ".js", ".svg"]), ("words/", [".txt"])] {
      let place = folder.isEmpty ? root : root.appending(folder)
      guard try Disk.kind(place) != nil else { continue }
      for name in try Disk.names(in: place) {
        let name = String(decoding: name, as: UTF8.self)
        if !name.hasPrefix("."), endings.contains(where: name.hasSuffix) {
          paths.append(folder + name)
        }
      }
    }
    return paths
  }

  private static func missing(_ path: String, in folder: String) -> TemplateFaults {
    TemplateFaults(diagnostics: [
      Diagnostic(.error, file: "\(folder)/\(path)", "there is no such template", code: "template")
    ])
  }

  /// The page of `kind` with its slots filled.
  func page(_ kind: PageFrame, _ contents: [String: Frame.Content]) -> MarkdownText {
    frames[kind]?.filled(with: contents) ?? MarkdownText()
  }
}

/// The frames, one for each kind of pages, and their slots.
enum PageFrame: String, CaseIterable, Sendable {
  case index, events, event, actors, actor, locations, location, articles, article, quotations,
    list, citations, versions, coverage, review, timeline, network, reading, method, codebook,
    names, changes, map

  /// The file in Templates/.
  var file: String { rawValue + ".md" }

  /// The slots, with whether they take blocks.
  var slots: [String: Bool] {
    var slots = ["title": false, "crumbs": true]
    let blocks: [String] =
      switch self {
      case .index:
        [
          "numbers", "events", "map", "contested", "voices", "sources", "coverageLink", "legend",
          "kinds",
        ]
      case .event:
        [
          "chips", "facts", "passages", "compared", "versions", "others", "figures", "quotations",
          "parts", "accounts", "gaps", "map", "neighbours", "sources", "cite", "note", "read",
        ]
      case .actor:
        [
          "chips", "facts", "roles", "quotations", "claims", "about", "accusations", "events",
          "names", "sources", "note", "ties",
        ]
      case .location: ["chips", "facts", "map", "events", "names", "sources", "note"]
      case .map: ["maps", "outside", "legend"]
      case .article: ["chips", "banner", "facts", "text", "speakers", "events", "record", "note"]
      case .quotations, .citations: ["list", "pages", "contents", "views"]
      case .events, .actors, .locations, .articles, .list, .versions, .coverage, .review,
        .network, .names:
        ["list", "pages", "contents"]
      case .timeline: ["list", "pages", "contents", "filter", "years"]
      case .reading: ["legend"]
      case .method: ["speakers", "dates", "names", "merges", "tables"]
      case .codebook: ["types", "words", "speech", "vocabularies"]
      case .changes: ["corrections", "articles"]
      }
    for name in blocks { slots[name] = true }
    switch self {
    case .index, .events, .actors, .locations, .articles, .quotations, .list, .citations, .versions,
      .coverage, .review, .timeline, .network, .names, .map:
      slots["summary"] = false
    case .event, .actor, .location, .article, .reading, .method, .codebook, .changes: break
    }
    if self == .index { slots["coverage"] = false }
    return slots
  }

  /// The slots that must stand in the frame.
  var required: Set<String> {
    switch self {
    case .article: ["title", "text"]
    case .events, .actors, .locations, .articles, .quotations, .list, .citations, .versions,
      .coverage, .review, .timeline, .network, .names:
      ["title", "list"]
    default: ["title"]
    }
  }
}

/// The slots of layout.html.
enum LayoutSlot {
  static let sections = [
    "events", "timeline", "map", "versions", "actors", "network", "locations", "quotations",
    "articles", "how", "method", "codebook", "names", "coverage", "changes",
  ]
  static let all = Set(
    [
      "language", "title", "site", "description", "root", "markdown", "main", "aside", "coverage",
      "kind", "draft", "canonical", "locale", "is-article", "feed",
    ] + (["index", "search"] + sections).map { "in-" + $0 })
  static let required: Set<String> = ["main", "aside", "title", "language", "root"]
}
