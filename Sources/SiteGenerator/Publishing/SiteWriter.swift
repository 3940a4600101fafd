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
  var layout: LayoutFrame
  /// Everything that is no page.
  var files: [SiteFile]
  /// How many threads work.
  var jobs: Int

  /// Publishes everything as the folder `site`.
  ///
  /// Throws `PublicationError` with all faults of all pages; the site stays as it was then.
  func publish(to site: String, version: String) throws -> PublicationSummary {
    let spans = Verification.spans(of: dossier)
    guard spans.isEmpty else { throw PublicationError(spans) }
    let quotations = Dictionary(grouping: dossier.quotations, by: \.passage.article)
    let languages = Dictionary(
      dossier.articles.map { ($0.article.id, $0.article.language) }
    ) { first, _ in first }
    return try Publisher.publish(to: site, version: version) { staged in
      let verification = Verification()
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
              try write(
                page, quotations: article.flatMap { quotations[$0] } ?? [],
                textLanguage: article.flatMap { languages[$0] }, to: staged, verification)
            } else {
              let file = files[number - pageCount]
              let bytes = try file.bytes()
              try staged.write(bytes, to: file.path)
              if file.path == file.path.html {
                verification.add(page: file.path, html: bytes)
              } else {
                verification.add(file: file.path)
              }
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
      if found.isEmpty { found = verification.finish(articles: dossier.articles.map(\.article.id)) }
      guard found.isEmpty else { throw PublicationError(Array(Set(found))) }
    }
  }

  private func write(
    _ page: Page, quotations: [Quotation], textLanguage: String?, to staged: StagedSite,
    _ verification: Verification
  ) throws {
    let text = page.markdown
    let overlay = page.article.map { article in
      TextOverlay(
        article: article.id.rawValue, text: article.text.bytes, lines: text.articleLines ?? 1..<1,
        marks: article.marks, language: textLanguage == page.language ? nil : textLanguage)
    }
    let rendered = try Markdown.page(
      text.bytes, regions: text.regions, headingIDs: text.headingIDs, overlay: overlay,
      figures: page.figures)
    let html = try layout(page, PageBody(main: rendered.main, aside: rendered.aside))
    try staged.write(page.frontMatter + text.bytes, to: page.path)
    try staged.write(html, to: page.path.html)
    verification.add(markdown: page.path, links: rendered.links, anchors: rendered.anchors)
    verification.add(page: page.path.html, html: html, quotations: quotations)
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
