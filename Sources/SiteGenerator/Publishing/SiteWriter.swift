import Dispatch
import DossierModel
import Markdown
import Synchronization

/// A file of the site that is no page; its bytes are made when they are written, on any thread.
public struct SiteFile: Sendable {
  /// Where it stands.
  public var path: SitePath
  /// What it holds.
  public var bytes: @Sendable () throws -> [UInt8]

  /// The file at `path`.
  public init(_ path: SitePath, bytes: @escaping @Sendable () throws -> [UInt8]) {
    (self.path, self.bytes) = (path, bytes)
  }
}

/// Writes pages as Markdown and HTML, checks them, and publishes them with other files.
struct SiteWriter: Sendable {
  /// What the pages tell.
  var dossier: Dossier
  /// How many pages there are.
  var pageCount: Int
  /// The page of a number; each is asked for once, on any thread.
  var page: @Sendable (Int) throws -> Page
  /// What stands around a page.
  var layout: PageLayout
  /// Everything that is no page.
  var files: [SiteFile]
  /// How many threads work.
  var jobs: Int
  /// The pages of the last build, if they are kept.
  var known: KnownPages?

  /// Links lead nowhere, and nobody knows what they are called.
  private struct UnnamedLinks: Error {
    /// What they lead to.
    var targets: Set<Fingerprint>
  }

  /// Publishes everything as the folder `site`.
  ///
  /// Throws `PublicationError` with all faults of all pages; the site stays as it was then.
  func publish(to site: String, version: String) throws -> PublicationSummary {
    let spans = Verification.spans(of: dossier)
    guard spans.isEmpty else { throw PublicationError(spans) }
    do {
      return try publish(to: site, version: version, since: known?.state)
    } catch let links as UnnamedLinks {
      return try publish(to: site, version: version, since: nil, naming: links.targets)
    }
  }

  private func publish(
    to site: String, version: String, since state: SiteState?, naming suspects: Set<Fingerprint> = []
  ) throws -> PublicationSummary {
    let quotations = Dictionary(grouping: dossier.quotations, by: \.passage.article)
    let languages = Dictionary(
      dossier.articles.map { ($0.article.id, $0.article.language) }
    ) { first, _ in first }
    return try Publisher.publish(
      to: site, version: version, since: state, tellsState: known != nil
    ) { staged in
      let verification = Verification(naming: suspects)
      let faults = Mutex<[Diagnostic]>([])
      let count = pageCount + files.count
      let next = Mutex(0)
      DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, count))) { _ in
        while true {
          let number = next.withLock { next in
            defer { next += 1 }
            return next
          }
          guard number < count else { return }
          do {
            if number < pageCount {
              let page = try page(number)
              let article = page.article?.id
              let source = PageSource(
                page, surroundings: layout.surroundings(page),
                quotations: article.flatMap { quotations[$0] } ?? [],
                textLanguage: article.flatMap { languages[$0] })
              try write(source, to: staged, verification)
            } else {
              try write(files[number - pageCount], to: staged, verification)
            }
          } catch {
            let found = Self.diagnostics(of: error)
            faults.withLock { $0 += found }
            // The disk will not be better for the next file.
            if found.contains(where: { $0.code == PublicationError.disk }) {
              next.withLock { $0 = count }
            }
          }
        }
      }
      // Without all pages nobody can tell which links lead somewhere.
      var found = faults.withLock { $0 }
      if found.isEmpty {
        let missing = verification.missing
        guard missing.isSubset(of: suspects) else { throw UnnamedLinks(targets: missing) }
        found = verification.finish(articles: dossier.articles.map(\.article.id))
      }
      guard found.isEmpty else { throw PublicationError(Array(Set(found))) }
      known?.finish()
    }
  }

  /// Writes a page, or takes the files over that were made of the same source.
  private func write(
    _ source: PageSource, to staged: StagedSite, _ verification: Verification
  ) throws {
    let key = known?.key(of: source)
    if let known, let key, staged.isAsLeft, let entry = known.entry(key),
      try staged.keep([(source.path, entry.markdown), (source.path.html, entry.html)])
    {
      verification.add(unchanged: source.path, entry.trace)
      known.keep(key)
      return
    }
    let rendered = try Markdown.page(
      source.text.bytes, regions: source.text.regions, headingIDs: source.text.headingIDs,
      overlay: source.overlay, figures: source.figures)
    let html = try layout.fill(
      source.surroundings, PageBody(main: rendered.main, aside: rendered.aside))
    let markdownHash = try staged.write(source.frontMatter + source.text.bytes, to: source.path)
    let htmlHash = try staged.write(html, to: source.path.html)
    var trace = verification.add(
      markdown: source.path, links: rendered.links, anchors: rendered.anchors)
    let more = verification.add(page: source.path.html, html: html, marks: source.marks)
    guard let known, let key else { return }
    trace.known += more.known
    trace.wanted = FingerprintSet(trace.wanted + more.wanted).all
    known.keep(
      KnownPages.Entry(markdown: markdownHash, html: htmlHash, trace: trace), at: key)
  }

  private func write(
    _ file: SiteFile, to staged: StagedSite, _ verification: Verification
  ) throws {
    let bytes = try file.bytes()
    try staged.write(bytes, to: file.path)
    if file.path == file.path.html {
      verification.add(page: file.path, html: bytes)
    } else {
      verification.add(file: file.path)
    }
  }

  private static func diagnostics(of error: any Error) -> [Diagnostic] {
    switch error {
    case let error as PublicationError: error.diagnostics
    case let error as MarkdownError:
      [Diagnostic(.error, error.description, code: "page-text")]
    default: [Diagnostic(.error, "\(error)", code: "page")]
    }
  }
}
