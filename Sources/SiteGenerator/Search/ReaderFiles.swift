import DossierModel

extension Edition {
  /// What scripts read: the site's words for them, the index of the search, cards for previews,
  /// citations; and the search page, which without scripts would have nothing to show in Markdown.
  func readerFiles(jobs: Int) -> [SiteFile] {
    let index = SearchIndex(self, jobs: jobs)
    let cards = PreviewCards(self)
    let settings = ScriptValue.fields([
      ("language", .text(words.language)),
      ("cards", .fields(cards.parts.map { ($0.kind.rawValue, .number($0.count)) })),
      ("letters", .fields(LatinFold.forms.map { ($0.plain, .text($0.marked)) })),
      ("words", .fields(scriptWords.map { ($0, .text($1)) })),
    ])
    return [
      SiteFile(SitePath("settings.js")) { ScriptFile.bytes("settings", settings) },
      SiteFile(SitePath("search.html")) { self.searchPage },
    ] + index.files + cards.files + citationFiles
  }

  /// The words that scripts show: their own, and some of the pages'.
  private var scriptWords: [(key: String, text: String)] {
    let own = words.keys(of: Words.scripts).map { ($0.short, words.text(forKey: $0.key) ?? "") }
    let kinds: [(SearchKind, Word)] = [
      (.actors, .navActors), (.locations, .navLocations), (.events, .navEvents),
      (.quotations, .navQuotations), (.articles, .searchArticles),
    ]
    return own + kinds.map { ("kind." + $0.rawValue, words[$1]) }
      + QuotationKind.allCases.map { ("said." + $0.rawValue, words.name(.quotationKind, $0)) }
      + [("marks.open", phrasing.marks.open), ("marks.close", phrasing.marks.close)]
  }

  private var searchPage: [UInt8] {
    var page = Page(
      path: SitePath("search.md"), kind: .search, title: words[.searchTitle],
      language: dossier.language, markdown: MarkdownText())
    page.description = words[.searchDescription]
    page.isMarkdown = false
    return templates.layout.filled(
      with: surroundings(of: page),
      PageBody(main: templates.search.filled(with: [:]), aside: []))
  }
}
