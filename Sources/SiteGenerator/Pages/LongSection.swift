import DossierModel

/// A section of an actor's or a location's page that grows with the number of articles: the page
/// shows the first things of it, and a list of its own all of them.
struct LongSection: Sendable {
  /// How many things stand on the page itself.
  static let limit = 100

  /// The slot on the page, and the name of the list's file.
  let name: String
  /// The heading of the list.
  let title: String
  /// The things, in order.
  let items: [Int]
  /// The date of a thing, by which the list is divided.
  let date: @Sendable (Int) -> EDTF?
  /// Names what a thing is made of.
  let ingredient: @Sendable (Int, inout Recipe) -> Void
  /// Writes things.
  let entries: @Sendable ([Int]) -> [Block]

  /// Names what stands on the page itself.
  func write(recipe: inout Recipe) {
    recipe.add(items.count)
    for item in items.prefix(Self.limit) { ingredient(item, &recipe) }
  }

  /// What stands on the page at `path`.
  func blocks(on path: SitePath, _ edition: Edition) -> [Block] {
    if items.isEmpty { return [] }
    let blocks = entries(Array(items.prefix(Self.limit)))
    return items.count <= Self.limit
      ? blocks
      : blocks + [
        .paragraph([
          .link(
            edition.words(
              .wholeList,
              [
                "shown": edition.phrasing.number(Self.limit),
                "all": edition.phrasing.number(items.count),
              ]),
            to: .page(list(of: path)))
        ])
      ]
  }

  /// Where the list of all things stands.
  func list(of path: SitePath) -> SitePath {
    SitePath("\(path.path.dropLast(3))/\(name).md")
  }

  /// The pages of the list, if there is one.
  func pages(
    of path: SitePath, named name: String, over limit: Int = Self.limit, _ edition: Edition
  ) -> [PlannedPage] {
    if items.count <= limit { return [] }
    let groups = edition.yearPlan(items, undated: edition.words[.undatedGroup], date: date)
    return ListPages(
      edition: edition, plan: ListPlan(path: list(of: path), groups: groups, limit: 250),
      frame: .list, title: "\(name): \(title)", crumbs: [.link(name, to: .page(path))],
      summary: edition.phrasing.number(items.count), ingredient: ingredient,
      entries: { entries(Array($0)) }
    ).pages
  }
}

extension Edition {
  /// Events as a long section.
  func section(
    _ name: String, title: Word, events: [Int], item: @escaping @Sendable (Event) -> [Inline]
  ) -> LongSection {
    LongSection(
      name: name, title: words[title], items: events,
      date: { self.dossier.events[$0].when.edtf }, ingredient: { $1.add(wholeEvent: $0) },
      entries: { [.bullets($0.map { item(self.dossier.events[$0]) })] })
  }

  /// Quotations as a long section.
  func section(
    _ name: String, title: Word, quotations: [Int], leavingOut omitted: Omission = []
  ) -> LongSection {
    LongSection(
      name: name, title: words[title], items: quotations,
      date: { self.published(self.dossier.quotations[$0].passage.article) },
      ingredient: { $1.add(quotation: $0) },
      entries: { self.entries($0, leavingOut: omitted) })
  }

  /// Claims as a long section.
  func section(
    _ name: String, title: Word, claims: [Int], leavingOut omitted: Omission = []
  ) -> LongSection {
    LongSection(
      name: name, title: words[title], items: claims,
      date: { self.published(self.dossier.claims[$0].passage.article) },
      ingredient: { $1.add(claim: $0) },
      entries: { numbers in
        [
          .region(
            .div, class: "claims",
            [.list(numbers.map { self.item(self.dossier.claims[$0], leavingOut: omitted) })])
        ]
      })
  }

  /// The articles that name something as a long section, each with the sentence of the first place.
  func section(_ name: String, title: Word, naming: DossierIndex.Naming) -> LongSection {
    LongSection(
      name: name, title: words[title], items: Array(naming.articles.indices),
      date: { self.dossier.articles[naming.articles[$0].article].article.published },
      ingredient: { number, recipe in
        recipe.add(naming.articles[number].at.count)
        recipe.add(naming.articles[number].at.first)
      },
      entries: { numbers in
        [
          .list(
            numbers.map { number in
              let (article, at) = naming.articles[number]
              let id = self.dossier.articles[article].article.id
              return [
                .paragraph([
                  self.link(id),
                  .text(
                    " · \(self.source(id)) · "
                      + self.words.count(at.count, .mentions, self.phrasing)),
                ]),
                .paragraph(self.naming(at.first)),
              ]
            })
        ]
      })
  }

  /// The sentence in which something is named, the name leading to its place.
  private func naming(_ passage: Passage) -> [Inline] {
    guard let record = article(passage.article) else { return [] }
    let text = record.article.text
    let sentence = record.sentence(at: passage.span) ?? passage.span
    let window = Excerpt.window(around: passage.span, in: sentence, of: text, margin: 120)
    return [
      .text(
        (window.start > sentence.start ? "… " : "")
          + text[TextSpan(window.start, passage.span.start)]),
      .link(words(at: passage), to: target(passage)),
      .text(
        text[text.trimmedEnd(TextSpan(passage.span.end, window.end))]
          + (window.end < sentence.end ? " …" : "")),
    ]
  }
}
