import DossierModel

/// Is told how many files of how many are done.
public typealias SiteProgress = @Sendable (_ done: Int, _ total: Int) throws -> Void

/// A dossier as a folder of pages.
public enum Site {
  /// What building did.
  public struct Summary: Sendable {
    /// How many pages there are, each as Markdown and as HTML.
    public var pages: Int
    /// What publishing did.
    public var publication: PublicationSummary

    /// So many pages, published so.
    public init(pages: Int, publication: PublicationSummary) {
      (self.pages, self.publication) = (pages, publication)
    }
  }

  /// Composes all pages of `dossier`, checks them and publishes them as `folder` in one step.
  ///
  /// - Parameters:
  ///   - codebook: what the program looks for, for the pages about that.
  ///   - address: where the site will stand on the web, for the feed, the sitemap and the addresses in
  ///     the pages; `nil` leaves them out.
  ///   - review: what deserves a decision, which makes the site a draft; `nil` for what is published.
  ///   - files: everything that is no page: data, the articles' texts.
  ///   - jobs: how many threads work; the result is the same with any number.
  ///   - version: the program's version, for the manifest.
  ///   - known: the pages of the last build, which also keeps those of this one; the summary then has
  ///     the state that the folder is left in. What is written is the same without.
  ///   - progress: is told how many files of how many are done, a page being one, on any thread; what it
  ///     throws ends the work.
  /// - Throws: `PublicationError` with all faults; the folder is what it was then.
  public static func build(
    _ dossier: Dossier, templates: Templates, codebook: Codebook = Codebook(),
    review: ReviewList? = nil, address: SiteAddress? = nil, to folder: String,
    files: [SiteFile], jobs: Int, version: String, known: KnownPages? = nil,
    progress: @escaping SiteProgress = { _, _ in }
  ) throws -> Summary {
    let edition = Edition(
      dossier, templates: templates, review: review, codebook: codebook, address: address)
    let pages = edition.pages
    let assets = templates.assets.map { asset in SiteFile(SitePath(asset.path)) { asset.bytes } }
    // A draft is for nobody else's eyes.
    let web =
      review == nil
      ? address.map { WebFiles(edition, at: $0, pages: pages.map(\.path)).files } ?? [] : []
    var writer = SiteWriter(
      dossier: dossier, pageCount: pages.count, page: { pages[$0].compose() },
      layout: PageLayout(
        surroundings: { edition.surroundings(of: $0) },
        fill: { templates.layout.filled(with: $0, $1) }),
      files: files + assets + edition.readerFiles(jobs: jobs) + TimelineFilter(edition).files + web,
      jobs: jobs, known: known, progress: progress)
    if let known {
      let ingredients = Ingredients(edition, scope: known.scope, jobs: jobs)
      writer.pageKey = { number in
        pages[number].recipe.map { (pages[number].path, ingredients.key(pages[number].path, $0)) }
      }
      writer.fileKey = { file in file.recipe.map { ingredients.key(file.path, $0) } }
    }
    return Summary(
      pages: pages.count, publication: try writer.publish(to: folder, version: version))
  }

  /// Whether `folder` is as the build left it that told `state`.
  public static func isUnchanged(_ folder: String, since state: SiteState) -> Bool {
    // What prevents looking prevents publishing too, where it is told.
    (try? Publisher.isUnchanged(folder, since: state)) ?? false
  }
}
