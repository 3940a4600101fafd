import DossierModel

/// A dossier as a folder of pages.
public enum Site {
  /// What building did.
  public struct Summary: Sendable {
    /// How many pages there are, each as Markdown and as HTML.
    public var pages: Int
    /// What publishing did.
    public var publication: PublicationSummary
  }

  /// Composes all pages of `dossier`, checks them and publishes them as `folder` in one step.
  ///
  /// - Parameters:
  ///   - review: what deserves a decision, which makes the site a draft; `nil` for what is published.
  ///   - files: everything that is no page: data, the articles' texts.
  ///   - jobs: how many threads work; the result is the same with any number.
  ///   - version: the program's version, for the manifest.
  /// - Throws: `PublicationError` with all faults; the folder is what it was then.
  public static func build(
    _ dossier: Dossier, templates: Templates, review: ReviewList? = nil, to folder: String,
    files: [SiteFile], jobs: Int, version: String
  ) throws -> Summary {
    let edition = Edition(dossier, templates: templates, review: review)
    let pages = edition.pages
    let assets = templates.assets.map { asset in SiteFile(SitePath(asset.path)) { asset.bytes } }
    let writer = SiteWriter(
      dossier: dossier, pageCount: pages.count, page: { pages[$0].compose() },
      layout: { edition.html($0, $1) },
      files: files + assets + edition.readerFiles(jobs: jobs) + TimelineFilter(edition).files,
      jobs: jobs)
    return Summary(
      pages: pages.count, publication: try writer.publish(to: folder, version: version))
  }
}
