import DossierModel

/// Reads an articles folder: articles from `*.txt` and `*.md`, the editor's decisions from `*.yml`.
public struct Ingestion {
  /// What a folder holds.
  public struct Result: Sendable {
    /// The articles, in the order of their paths' bytes; none if there is an error.
    public var articles: [Article]
    /// The editor's decisions; none if there is an error.
    public var editorFile: EditorFile
    /// What to tell the user, sorted; all faults of the folder.
    public var diagnostics: [Diagnostic]
    /// The hash of all paths and bytes that were read: two folders with one hash give one result.
    public var sources: ContentHash

    /// Whether nothing prevents publication.
    public var isPublishable: Bool { !diagnostics.contains { $0.severity == .error } }
  }

  /// Whether a file or folder of that name in an articles folder is read, or a reason for a note.
  public static func minds(_ name: String) -> Bool {
    !ArticlePath.isSkipped(name) && ArticlePath(text: name).role != .other
  }

  /// Reads the folder at the path `folder` and all folders in it.
  ///
  /// Diagnostics name files below `name`, which is what the user calls the folder (the path itself
  /// by default). `defaultLanguage` (BCP 47) is that of articles that do not state theirs. Files are
  /// read on up to `jobs` threads; the result does not depend on how many. Nothing is thrown: every
  /// fault is a diagnostic.
  public static func read(
    folder path: String, displayedAs name: String? = nil, defaultLanguage: String = "it",
    jobs: Int = 1
  ) -> Result {
    let folder = ArticlesFolder(path: path, displayedAs: name ?? path)
    let listing = folder.list()
    var diagnostics = listing.diagnostics
    if !listing.importable.isEmpty { diagnostics.append(importNote(listing.importable, folder)) }

    let reader = ArticleReader(defaultLanguage: defaultLanguage)
    let outcomes = parallelMap(count: listing.articles.count, jobs: jobs) { index in
      let file = listing.articles[index]
      switch folder.read(file, limit: ArticlesFolder.articleLimit) {
      case .bytes(let bytes):
        var outcome = reader.article(bytes, at: file, name: folder.displayName(of: file))
        outcome.source = outcome.article?.sha256 ?? ContentHash(of: bytes)
        return outcome
      case .problem(let diagnostic): return ArticleReader.Outcome(diagnostics: [diagnostic])
      }
    }
    var sources = zip(listing.articles, outcomes).map { ($0, $1.source) }
    diagnostics += outcomes.flatMap(\.diagnostics)
    diagnostics += sharedIDs(listing.articles, folder)
    if listing.articles.isEmpty, !listing.diagnostics.contains(where: { $0.severity == .error }) {
      diagnostics.append(noArticles(folder, "there is no article in it"))
    }

    var directory = ArticleDirectory()
    var excluded: Set<String> = []
    for (file, outcome) in zip(listing.articles, outcomes) {
      directory.add(file, outcome.article.map { .article($0) } ?? .leftOut)
      if outcome.isExcluded { excluded.insert(file.text) }
    }
    let (editorFile, editorSources, editorDiagnostics) = editorFile(
      listing.editorFiles, folder, EditorFileReader(directory: directory, excluded: excluded))
    diagnostics += editorDiagnostics
    sources += zip(listing.editorFiles, editorSources).map { ($0, $1) }
    // No path holds a zero byte.
    let hash = ContentHash(
      of: sources.map { "\($0.text)\0\($1?.description ?? "")\0" }.joined())

    // The editor's decisions meet the articles.
    let decisions = Dictionary(
      editorFile.articles.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    var articles: [Article] = []
    for outcome in outcomes {
      guard var article = outcome.article else { continue }
      let decision = decisions[article.file]
      if decision?.exclude?.value ?? outcome.isExcluded { continue }
      if let decision { article.apply(decision, basis: .editor) }
      articles.append(article)
    }
    if articles.isEmpty, !listing.articles.isEmpty,
      !diagnostics.contains(where: { $0.severity == .error })
    {
      diagnostics.append(noArticles(folder, "none of its articles is left"))
    }
    // With a faulty editor's file nobody knows which dates are missing.
    if !diagnostics.contains(where: { $0.severity == .error }) {
      let editorName = folder.displayName(
        of: listing.editorFiles.first ?? ArticlePath(text: "dossier.yml"))
      for article in articles where article.published == nil {
        // An editor who writes "published: null" knows.
        if decisions[article.file]?.published != nil { continue }
        diagnostics.append(dateMissing(article, folder, editorName))
      }
    }
    diagnostics.sort()
    let result = Result(
      articles: articles, editorFile: editorFile, diagnostics: diagnostics, sources: hash)
    if result.isPublishable { return result }
    return Result(
      articles: [], editorFile: EditorFile(), diagnostics: diagnostics, sources: hash)
  }

  private static func editorFile(
    _ files: [ArticlePath], _ folder: ArticlesFolder, _ reader: EditorFileReader
  ) -> (EditorFile, [ContentHash?], [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var sources: [ContentHash?] = []
    var texts: [(text: ArraySlice<UInt8>, name: String)] = []
    for file in files {
      let name = folder.displayName(of: file)
      switch folder.read(file, limit: ArticlesFolder.editorFileLimit) {
      case .problem(let diagnostic):
        sources.append(nil)
        diagnostics.append(diagnostic)
      case .bytes(let bytes):
        sources.append(ContentHash(of: bytes))
        switch TextEncoding.text(of: bytes, name: name) {
        case .success(let text): texts.append((text, name))
        case .failure(let fault): diagnostics.append(fault.diagnostic)
        }
      }
    }
    var reader = reader
    reader.read(texts)
    return (reader.editorFile, sources, diagnostics + reader.diagnostics)
  }

  // MARK: Diagnostics

  private static func noArticles(_ folder: ArticlesFolder, _ what: String) -> Diagnostic {
    Diagnostic(
      .error, file: displayed(folder.name),
      "\(what); put articles (*.txt or *.md) into it, or name another folder with --articles DIR",
      code: "no-articles")
  }

  private static func importNote(_ files: [ArticlePath], _ folder: ArticlesFolder) -> Diagnostic {
    let shown = files.prefix(4).map { displayed($0.text) }.joined(separator: ", ")
    let more = files.count > 4 ? " and \(files.count - 4) more" : ""
    let (verb, pronoun) = files.count == 1 ? ("is", "an article") : ("are", "articles")
    return Diagnostic(
      .note, file: displayed(folder.name),
      "\(shown)\(more) \(verb) not read; \"dossier import FILE\" makes \(pronoun) of "
        + (files.count == 1 ? "it" : "them"), code: "import")
  }

  /// Articles whose paths make one id.
  private static func sharedIDs(_ files: [ArticlePath], _ folder: ArticlesFolder) -> [Diagnostic] {
    var owners: [Article.ID: ArticlePath] = [:]
    var diagnostics: [Diagnostic] = []
    for file in files {
      let id = file.articleID
      if let owner = owners[id] {
        diagnostics.append(
          Diagnostic(
            .error, file: folder.displayName(of: file),
            "has the same id as \(folder.displayName(of: owner)), \"\(id)\"; rename one of them",
            code: "duplicate-id"))
      } else {
        owners[id] = file
      }
    }
    return diagnostics
  }

  private static func dateMissing(
    _ article: Article, _ folder: ArticlesFolder, _ editorName: String
  ) -> Diagnostic {
    let place = article.format == .markdown ? "to its front matter, or " : ""
    return Diagnostic(
      .warning, file: folder.displayName(of: ArticlePath(text: article.file)),
      "no publication date: dates such as \"martedì\" stay unresolved; add \"published: …\" \(place)"
        + "under articles in \(editorName)", code: "no-date")
  }
}
