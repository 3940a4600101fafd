import DossierModel
import Markdown

/// A page of the site, before it is written as Markdown and HTML.
struct Page: Sendable {
  /// The sorts of pages, each with its frame in Templates/.
  enum Kind: String, CaseIterable, Sendable {
    case index, event, actor, location, article, list, about, text, search
  }

  /// A step of the way from the front page.
  struct Breadcrumb: Hashable, Sendable {
    /// The words.
    var title: String
    /// Where they lead; `nil` for the page itself.
    var target: SitePath?
  }

  /// Where its Markdown stands.
  var path: SitePath
  /// The sort of page.
  var kind: Kind
  /// The title, for `<title>` and lists.
  var title: String
  /// The language, BCP 47.
  var language: String
  /// One sentence for search engines and previews.
  var description: String?
  /// The way from the front page, itself last.
  var breadcrumbs: [Breadcrumb] = []
  /// YAML between two lines `---`, or nothing.
  var frontMatter: [UInt8] = []
  /// Whether its Markdown is published beside it.
  var isMarkdown = true
  /// The page itself; regions with tag `aside` at its top level stand beside the rest.
  var markdown: MarkdownText
  /// The article's text on it and the quotations to mark there.
  var article: (id: Article.ID, text: ArticleText, marks: [TextOverlay.Mark])?
  /// Figures that only the HTML has, by the name of the block `figure` that stands for them in the
  /// Markdown: HTML such as `<figure>` with SVG.
  var figures: [String: [UInt8]] = [:]

  /// A page with nothing around it.
  init(
    path: SitePath, kind: Kind, title: String, language: String, markdown: MarkdownText,
    frontMatter: [UInt8] = []
  ) {
    (self.path, self.kind, self.title, self.language) = (path, kind, title, language)
    (self.markdown, self.frontMatter) = (markdown, frontMatter)
  }
}

/// What cmark-gfm makes of a page's Markdown.
struct PageBody: Sendable {
  /// The HTML of everything but the regions beside it.
  var main: [UInt8]
  /// The HTML of the `aside` regions of the top level.
  var aside: [UInt8]
}

/// Lays out pages: what stands around a page, and the whole HTML file of that and the page's body.
struct PageLayout: Sendable {
  /// Everything around a page, by slot of the layout.
  var surroundings: @Sendable (Page) -> [String: Layout.Content]
  /// The file, of what is around a page and its body, and of nothing else.
  var fill: @Sendable ([String: Layout.Content], PageBody) throws -> [UInt8]
}
