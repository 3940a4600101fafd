import DossierModel

extension SitePath {
  /// The lists of events, actors, locations, articles and quotations.
  static let events = SitePath("events.md")
  static let actors = SitePath("actors.md")
  static let locations = SitePath("locations.md")
  static let articles = SitePath("articles.md")
  static let quotations = SitePath("quotations.md")
  /// The timeline and the network of actors.
  static let timeline = SitePath("timeline.md")
  static let network = SitePath("network.md")
  static let quotationsByEvent = SitePath("quotations-by-event.md")
  static let quotationsByDate = SitePath("quotations-by-date.md")
}

/// A page that is composed when its turn comes, on whatever thread.
struct PlannedPage: Sendable {
  /// Where its Markdown stands.
  let path: SitePath
  /// Names all that it is made of; `nil` if nobody knows without composing it.
  var recipe: (@Sendable (inout Recipe) -> Void)?
  /// Composes it.
  let compose: @Sendable () -> Page

  /// The page at `path`.
  init(path: SitePath, compose: @escaping @Sendable () -> Page) {
    (self.path, self.compose) = (path, compose)
  }
}

extension Edition {
  /// All pages, each independent of the others.
  var pages: [PlannedPage] {
    func plan<Item>(
      _ items: [Item], at path: (Item) -> SitePath,
      recipe: (@Sendable (Int, inout Recipe) -> Void)? = nil,
      compose: @escaping @Sendable (Int) -> Page
    ) -> [PlannedPage] {
      items.enumerated().map { number, item in
        var planned = PlannedPage(path: path(item)) { compose(number) }
        if let recipe {
          planned.recipe = { (page: inout Recipe) in recipe(number, &page) }
        }
        return planned
      }
    }
    return [PlannedPage(path: .index) { FrontPage(self).page() }]
      + [PlannedPage(path: .map) { MapPage(self).page() }]
      + IndexPages(self).pages + VersionsPages(self).pages
      + TimelinePages(self).pages + NetworkPages(self).pages
      + plan(
        dossier.events, at: { .event($0.id) },
        recipe: { EventPage(self, number: $0).write(recipe: &$1) }
      ) { EventPage(self, number: $0).page() }
      + plan(
        dossier.actors, at: { .actor($0.id) },
        recipe: { ActorPage(self, number: $0).write(recipe: &$1) }
      ) { ActorPage(self, number: $0).page() }
      + plan(
        dossier.locations, at: { .location($0.id) },
        recipe: { LocationPage(self, number: $0).write(recipe: &$1) }
      ) { LocationPage(self, number: $0).page() }
      + dossier.events.indices.flatMap { EventPage(self, number: $0).lists }
      + dossier.actors.indices.flatMap { ActorPage(self, number: $0).lists }
      + dossier.locations.indices.flatMap { LocationPage(self, number: $0).lists }
      + plan(
        dossier.articles, at: { .article($0.article.id) },
        recipe: { ArticlePage(self, number: $0).write(recipe: &$1) }
      ) { ArticlePage(self, number: $0).page() } + CitationPages(self).pages
      + CoveragePages(self).pages + AboutPages(self).pages
      + (review.map { ReviewPage(self, $0).pages } ?? [])
  }

  /// A page whose frame is filled with `contents`.
  func page(
    _ path: SitePath, _ kind: Page.Kind, frame: PageFrame, title: String, _ contents: PageContents,
    description: String? = nil, frontMatter: FrontMatter
  ) -> Page {
    var page = Page(
      path: path, kind: kind, title: title, language: dossier.language,
      markdown: templates.page(frame, contents.slots), frontMatter: frontMatter.bytes)
    page.description = description
    page.figures = contents.figures
    return page
  }

  /// What stands around `page` in its HTML file.
  func surroundings(of page: Page) -> [String: Layout.Content] {
    var contents: [String: Layout.Content] = [
      "language": .text(page.language), "title": .text(page.title), "site": .text(dossier.title),
      "description": .text(page.description ?? ""), "root": .text(page.path.root),
      "markdown": .text(page.isMarkdown ? page.path.name : ""), "kind": .text(page.kind.rawValue),
      "coverage": .text(coverage),
    ]
    let section = page.path.path.prefix { $0 != "/" && $0 != "." && $0 != "-" }
    contents["in-" + section] = .condition(true)
    contents["draft"] = .condition(review != nil)
    if let address, review == nil {
      contents["canonical"] = .text(address.address(of: page.path.html))
      contents["locale"] = .text(Self.locale(of: page.language))
      contents["is-article"] = .condition(page.kind != .index && page.kind != .list)
      if !feedEntries.isEmpty { contents["feed"] = .text(page.path.root + SitePath.feed.path) }
    }
    return contents
  }

  /// The locale of Open Graph for a language that has no region of its own.
  private static func locale(of language: String) -> String {
    let parts = language.split(separator: "-")
    let primary = parts.first.map { $0.lowercased() } ?? "it"
    if let region = parts.dropFirst().first(where: { $0.count == 2 }) {
      return "\(primary)_\(region.uppercased())"
    }
    return primary == "en" ? "en_GB" : "\(primary)_\(primary.uppercased())"
  }
}
