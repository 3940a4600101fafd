import DossierModel

extension SitePath {
  /// The page that tells of all articles how much of them is in the dossier.
  static let coverage = SitePath("coverage.md")
  /// The page that tells it of one article, sentence by sentence.
  static func coverage(of id: Article.ID) -> SitePath { SitePath("articles/\(id)/coverage.md") }
}

/// The pages that tell which sentences carry something in the dossier, and which do not.
struct CoveragePages: Sendable {
  private let edition: Edition

  private var words: Words { edition.words }
  private var phrasing: any Phrasing { edition.phrasing }

  /// The pages of `edition`.
  init(_ edition: Edition) { self.edition = edition }

  /// The page of all articles and one of each.
  var pages: [PlannedPage] {
    summary + edition.dossier.articles.indices.flatMap(article)
  }

  // MARK: All articles

  private var summary: [PlannedPage] {
    let groups = edition.yearPlan(
      edition.index.articlesByDate, undated: words[.undatedArticles]
    ) { edition.dossier.articles[$0].article.published }
    let carrying = edition.coverages.reduce(0) { $0 + $1.carrying }
    let all = edition.coverages.reduce(0) { $0 + $1.sentences.count }
    return ListPages(
      edition: edition, plan: ListPlan(path: .coverage, groups: groups, limit: 400),
      frame: .coverage, title: words[.coverageTitle],
      summary: "\(words[.coverageTotal]): \(edition.share(carrying, of: all))",
      ingredient: { number, recipe in
        recipe.add(article: number)
        recipe.add(edition.coverages[number].carrying)
        recipe.add(edition.coverages[number].sentences.count)
      },
      entries: { numbers in [table(Array(numbers))] }
    ).pages
  }

  private func table(_ numbers: [Int]) -> Block {
    .region(
      .div, class: "shares",
      [
        .table(
          header: [
            Word.accountSource, .coverageSentences, .coverageCarrying, .coverageQuota,
          ].map { [.text(words[$0])] },
          rows: numbers.map(row))
      ])
  }

  private func row(_ number: Int) -> [[Inline]] {
    let record = edition.dossier.articles[number]
    let coverage = edition.coverages[number]
    let id = record.article.id
    let name: [Inline] = [
      .link(edition.title(of: id), to: .page(.coverage(of: id))), " ",
      .emphasis([.text(edition.source(id))]),
    ]
    if !record.isAnalyzed { return [name, [.text(words[.notAnalyzed])], [], []] }
    return [
      name, [.text(phrasing.number(coverage.sentences.count))],
      [.text(phrasing.number(coverage.carrying))],
      [.text(edition.percentage(coverage.carrying, of: coverage.sentences.count))],
    ]
  }

  // MARK: One article

  private func article(_ number: Int) -> [PlannedPage] {
    let record = edition.dossier.articles[number]
    let id = record.article.id
    let coverage = edition.coverages[number]
    let group = ListPlan.Group(
      title: [.text(words[.coverageSentences])], id: "sentences",
      items: Array(coverage.sentences.indices))
    let title = words(.coverageOf, ["title": edition.title(of: id)])
    return ListPages(
      edition: edition, plan: ListPlan(path: .coverage(of: id), groups: [group], limit: 400),
      frame: .list, title: title,
      crumbs: [
        .link(words[.navArticles], to: .page(.articles)), edition.link(id),
        .link(words[.coverageTitle], to: .page(.coverage)),
      ],
      summary: words(
        .coverageOfIntro,
        [
          "carrying": phrasing.number(coverage.carrying),
          "all": words.count(coverage.sentences.count, .sentences, phrasing),
        ]),
      ingredient: { place, recipe in
        let sentence = coverage.sentences[place]
        recipe.add(article: number)
        recipe.write { $0.write(sentence.span) }
        recipe.write { out in out.write(sentence.anchor) { $0.write($1) } }
        for count in [sentence.quotations.count, sentence.claims] { recipe.add(count) }
        for event in sentence.events { recipe.add(event: event) }
      },
      entries: { numbers in
        [
          .region(
            .div, class: "sentences",
            [.bullets(numbers.map { item(coverage.sentences[$0], of: record) })])
        ]
      }
    ).pages
  }

  /// How many bytes of a sentence are shown.
  private static let shown = 260

  private func item(_ sentence: Coverage.Sentence, of record: ArticleRecord) -> [Inline] {
    let bytes = record.article.text.bytes[sentence.span.range]
    let head = Excerpt.head(of: bytes, limit: Self.shown)
    let text = head + (bytes.count > Self.shown ? " …" : "")
    guard let anchor = sentence.anchor else { return [.text("○ " + text)] }
    var row: [[Inline]] = []
    if !sentence.quotations.isEmpty {
      row.append([.text(words.count(sentence.quotations.count, .quotations, phrasing))])
    }
    if sentence.claims > 0 {
      row.append([.text(words.count(sentence.claims, .claims, phrasing))])
    }
    row += sentence.events.map { [edition.link(edition.dossier.events[$0].id)] }
    return [
      "● ", .link(text, to: edition.target(Passage(record.article.id, anchor))), " ",
      .emphasis(edition.row(row)),
    ]
  }
}

extension Edition {
  /// "18 su 25 frasi (72 %)".
  func share(_ carrying: Int, of all: Int) -> String {
    words(
      .coverageShare,
      [
        "carrying": phrasing.number(carrying), "all": words.count(all, .sentences, phrasing),
        "share": percentage(carrying, of: all),
      ])
  }

  /// The share of `part` in `whole`, in whole per cent, rounded to the nearest, but so that only all is
  /// 100.
  static func percent(_ part: Int, of whole: Int) -> String {
    if whole == 0 { return "0" }
    return "\(part < whole ? min(99, (200 * part + whole) / (2 * whole)) : 100)"
  }

  /// How much of the article at `number` is in the dossier, leading to its page on that.
  func coverageFact(_ number: Int) -> [Inline] {
    guard dossier.articles[number].isAnalyzed else { return [] }
    let coverage = coverages[number]
    return [
      .link(
        share(coverage.carrying, of: coverage.sentences.count) + " →",
        to: .page(.coverage(of: dossier.articles[number].article.id)))
    ]
  }
}
