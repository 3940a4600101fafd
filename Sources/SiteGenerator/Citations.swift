import DossierModel

/// How a quotation is cited: what is known of it and its source, and nothing else; what is unknown is
/// said to be.
struct Citations: Sendable {
  private let edition: Edition

  private var words: Words { edition.words }
  private var phrasing: any Phrasing { edition.phrasing }

  /// The citations of `edition`.
  init(_ edition: Edition) { self.edition = edition }

  /// As a newspaper writes it, «…», ha detto …, with the source.
  ///
  /// Indirect speech stands without marks.
  func press(_ quotation: Quotation) -> String { sentence(quotation).uppercasedFirst }

  private func sentence(_ quotation: Quotation) -> String {
    let source = sourceLine(quotation)
    let said = edition.words(at: quotation.passage)
    guard !quotation.speakers.isEmpty else {
      let text = quotation.kind == .indirect ? said : phrasing.quoted(said)
      return words(.citeUnattributed, ["words": text, "source": source])
    }
    return words.press(
      quotation.kind, speakers: quotation.speakers.count,
      [
        "words": quotation.kind == .indirect ? said : phrasing.quoted(said),
        "speakers": speakers(of: quotation), "source": source,
      ])
  }

  /// The names of who speaks, a single one with the role, and through whom the words came.
  private func speakers(of quotation: Quotation) -> String {
    var text = phrasing.list(quotation.speakers.map(subject))
    if let only = quotation.speakers.first, quotation.speakers.count == 1,
      let role = edition.mainRole(only)
    {
      text += ", \(role.collapsed)"
    }
    let tellers = edition.chain(quotation.chain).map(\.plain).joined()
    return tellers.isEmpty ? text : "\(text), \(tellers)"
  }

  /// An actor's name with its article, as it stands after a verb.
  private func subject(_ id: Actor.ID) -> String {
    guard let actor = edition.actor(id) else { return id.rawValue }
    guard let article = actor.article, !article.isEmpty else { return actor.name }
    let isElided = article.hasSuffix("'") || article.hasSuffix("’")
    return isElided ? "\(article.dropLast())’\(actor.name)" : "\(article) \(actor.name)"
  }

  /// The title of an article in marks, unless only its first words are known.
  private func title(of id: Article.ID) -> String {
    let title = edition.title(of: id)
    return title.hasPrefix("[") ? title : phrasing.quoted(title)
  }

  /// Publisher, date, and what a reader must know before using the words.
  private func sourceLine(_ quotation: Quotation) -> String {
    let article = edition.article(quotation.passage.article)?.article
    let parts =
      [
        article?.publisher ?? words[.publisherUnknownShort],
        article?.published.map(phrasing.date) ?? words[.citeUnknownDate],
      ] + remarks(on: quotation)
    return parts.joined(separator: "; ")
  }

  /// Machine translation, lost marks, and who attributed the words.
  func remarks(on quotation: Quotation) -> [String] {
    var remarks: [String] = []
    if edition.isMachineTranslated(quotation.passage.article) {
      remarks.append(words[.citeMachine])
    }
    if quotation.integrity == .damaged { remarks.append(words[.citeDamaged]) }
    if !quotation.speakers.isEmpty {
      let isEditors = quotation.basis == .editor || quotation.review == .accepted
      remarks.append(words[isEditors ? .citeEditor : .citeAutomatic])
    }
    return remarks
  }

  /// The whole reference: article, publisher, author, date, place in the text, hash, tellers, remarks.
  func reference(_ quotation: Quotation) -> String {
    guard let article = edition.article(quotation.passage.article)?.article else { return "" }
    let parts = [
      edition.speakerNames(of: quotation), title(of: article.id),
      article.author ?? words[.citeUnknownAuthor],
      article.publisher ?? words[.publisherUnknownShort],
      article.published.map(phrasing.date) ?? words[.citeUnknownDate],
      provenance(quotation, of: article),
    ]
    return "\(parts.joined(separator: "; ")). \(edition.dossier.title)."
  }

  /// What is known of the words beyond their article: their kind, their place, the file's hash, through
  /// whom they came, and what a reader must know.
  private func provenance(_ quotation: Quotation, of article: Article) -> String {
    let tellers = edition.chain(quotation.chain).map(\.plain).joined()
    let parts: [String?] = [
      words.name(.quotationKind, quotation.kind), characters(of: quotation),
      words(.citeHash, ["hash": article.sha256.description]),
      tellers.isEmpty ? nil : words(.citeTold, ["chain": tellers]),
    ]
    return (parts.compactMap { $0 } + remarks(on: quotation)).joined(separator: "; ")
  }

  private func characters(of quotation: Quotation) -> String {
    words(
      .citeCharacters,
      [
        "start": "\(quotation.codePoints.lowerBound)", "end": "\(quotation.codePoints.upperBound)",
      ])
  }

  /// The place of the words, from the site's folder.
  func link(_ quotation: Quotation) -> String {
    SitePath.index.link(
      to: SitePath.article(quotation.passage.article).html, anchor: quotation.anchor)
  }

  /// The quotation as an item of CSL-JSON (citation-style-language, schema 1.0.2): the article that
  /// prints it, with the words and all that is known of them.
  func item(_ quotation: Quotation, of article: Article) -> ScriptValue {
    .fields(source(article) + own(quotation, of: article))
  }

  /// What the items of an article's quotations share.
  func source(_ article: Article) -> [(key: String, value: ScriptValue)] {
    let known: [(key: String, value: ScriptValue)] = [
      ("type", "article-newspaper"), ("title", .text(edition.title(of: article.id))),
      (
        "author",
        .list([.fields([("literal", .text(article.author ?? words[.citeUnknownAuthor]))])])
      ),
      ("container-title", .text(article.publisher ?? words[.publisherUnknownShort])),
      ("issued", issued(article.published)), ("language", .text(article.language)),
    ]
    let optional: [(key: String, value: ScriptValue)?] = [
      article.url.flatMap(onTheWeb).map { ("URL", .text($0)) },
      article.archiveURL.flatMap(onTheWeb).map { ("archive_location", .text($0)) },
      article.retrieved.flatMap(parts).map { ("accessed", $0) },
    ]
    return known + optional.compactMap { $0 }
  }

  /// `address` if it is one of the Web.
  private func onTheWeb(_ address: String) -> String? {
    ["http://", "https://"].contains { address.lowercased().hasPrefix($0) } ? address : nil
  }

  /// What each item has for itself.
  func own(_ quotation: Quotation, of article: Article) -> [(key: String, value: ScriptValue)] {
    let said = edition.words(at: quotation.passage)
    return [
      ("id", .text(quotation.id.rawValue)),
      ("abstract", .text(quotation.kind == .indirect ? said : phrasing.quoted(said))),
      (
        "note",
        .text("\(edition.speakerNames(of: quotation)); \(provenance(quotation, of: article))")
      ),
      (
        "custom",
        .fields([
          ("speakers", .texts(quotation.speakers.map { edition.actor($0)?.name ?? "" })),
          ("kind", .text(quotation.kind.rawValue)),
          ("start", .number(quotation.codePoints.lowerBound)),
          ("end", .number(quotation.codePoints.upperBound)), ("link", .text(link(quotation))),
        ])
      ),
    ]
  }

  private func issued(_ date: EDTF?) -> ScriptValue {
    date.flatMap(parts) ?? .fields([("literal", .text(words[.citeUnknownDate]))])
  }

  /// A date by its parts; `nil` where its ends are open.
  private func parts(of date: EDTF) -> ScriptValue? {
    let dates: [EDTF.Date]
    switch date.value {
    case .date(let single): dates = [single]
    case .interval(let start?, let end?): dates = [start, end]
    default: return .fields([("literal", .text(phrasing.date(date)))])
    }
    guard dates.allSatisfy({ $0.unspecifiedYearDigits == 0 }) else {
      return .fields([("literal", .text(phrasing.date(date)))])
    }
    let parts = dates.map { date -> ScriptValue in
      let month = date.month.flatMap { $0 <= 12 ? $0 : nil }
      let numbers = [date.year, month, month == nil ? nil : date.day]
      return .list(numbers.compactMap { $0 }.map { .number($0) })
    }
    let isVague = dates.contains { $0.qualifier != nil }
    return .fields([("date-parts", .list(parts))] + (isVague ? [("circa", 1)] : []))
  }
}

/// The pages on which each quotation of an article is cited.
struct CitationPages: Sendable {
  /// How many stand on one page.
  static let limit = 100

  private let edition: Edition

  /// The pages of `edition`.
  init(_ edition: Edition) { self.edition = edition }

  /// All pages, article by article; those without quotations have none.
  var pages: [PlannedPage] {
    edition.dossier.articles.indices.flatMap { number -> [PlannedPage] in
      let quotations = edition.index.articles[number].quotations
      if quotations.isEmpty { return [] }
      let (edition, words) = (edition, edition.words)
      let id = edition.dossier.articles[number].article.id
      let title = edition.title(of: id)
      let plan = ListPlan(
        path: Self.path(of: id),
        groups: [ListPlan.Group(title: [edition.link(id)], id: "all", items: quotations)],
        limit: Self.limit)
      return ListPages(
        edition: edition, plan: plan, frame: .citations,
        title: words(.citeTitle, ["title": title]),
        crumbs: [
          .link(words[.navArticles], to: .page(.articles)), .link(title, to: .page(.article(id))),
          .text(words[.cite]),
        ],
        views: [
          .paragraph([.link(words[.citeData], to: .page(Self.dataPath(of: id)))])
        ],
        summary: words[.citeSummary],
        entries: { $0.map { Self.entry($0, edition) } }
      ).pages
    }
  }

  /// The first page of an article.
  static func path(of id: Article.ID) -> SitePath { SitePath("articles/\(id)/citations.md") }

  /// The same citations for reference managers.
  static func dataPath(of id: Article.ID) -> SitePath {
    SitePath("articles/\(id)/citations.csl.json")
  }

  private static func entry(_ number: Int, _ edition: Edition) -> Block {
    let quotation = edition.dossier.quotations[number]
    let citations = Citations(edition)
    let place: LinkTarget = .page(.article(quotation.passage.article), anchor: quotation.anchor)
    let words = edition.words
    return .region(
      .section, class: "citation", id: id(of: quotation),
      [
        .heading(
          3,
          [
            .text(
              words(
                .citeHeading,
                [
                  "n": "\(edition.quotationPlaces[number] + 1)",
                  "speaker": edition.speakerNames(of: quotation),
                ]))
          ]),
        .quote([.paragraph(citations.press(quotation))]),
        .paragraph(citations.reference(quotation)),
        .paragraph([.link(words[.citeInPlace], to: place)]),
      ])
  }

  /// The id of a quotation's place on the page.
  static func id(of quotation: Quotation) -> String {
    "q\(quotation.codePoints.lowerBound)-\(quotation.codePoints.upperBound)"
  }
}

extension Edition {
  /// The way to where a quotation is cited.
  func citationLink(_ quotation: Quotation) -> Inline {
    let place = index.quotationNumber[quotation.id].map { quotationPlaces[$0] } ?? 0
    let first = CitationPages.path(of: quotation.passage.article)
    let page = place / CitationPages.limit
    let path = page == 0 ? first : SitePath("\(first.path.dropLast(3))-\(page + 1).md")
    return .link(words[.cite], to: .page(path, anchor: CitationPages.id(of: quotation)))
  }

  /// The citations of each article for reference managers, and the same for scripts.
  var citationFiles: [SiteFile] {
    let citations = Citations(self)
    return index.articles.enumerated().flatMap { number, own -> [SiteFile] in
      if own.quotations.isEmpty { return [] }
      let article = dossier.articles[number].article
      let quotations = own.quotations.map { dossier.quotations[$0] }
      return [
        SiteFile(SitePath("search/citations/\(article.id).js")) {
          ScriptFile.bytes(
            "citations/\(article.id)",
            .list([
              .fields(citations.source(article)),
              .list(quotations.map { .fields(citations.own($0, of: article)) }),
            ]))
        },
        SiteFile(CitationPages.dataPath(of: article.id)) {
          ScriptFile.json(.list(quotations.map { citations.item($0, of: article) })) + [10]
        },
      ]
    }
  }
}
