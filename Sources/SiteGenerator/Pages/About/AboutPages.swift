import DossierModel

extension SitePath {
  /// How a page is read, on one screen and one sheet of paper.
  static let reading = SitePath("how-to-read.md")
  /// What is found how, what is inferred, what is not known.
  static let method = SitePath("method.md")
  /// The types of events and the other vocabularies, with the words that give them away.
  static let codebook = SitePath("codebook.md")
  /// Abbreviations and the forms in which names are written.
  static let names = SitePath("names.md")
  /// Corrections and the latest articles.
  static let changes = SitePath("changes.md")
}

/// The pages about the dossier itself, made from the tables that the program uses and from what it
/// found.
struct AboutPages: Sendable {
  private let edition: Edition

  private var words: Words { edition.words }
  private var phrasing: any Phrasing { edition.phrasing }
  private var dossier: Dossier { edition.dossier }

  /// How many of the latest articles the page of changes shows.
  private static let shown = 20

  /// The pages about `edition`.
  init(_ edition: Edition) { self.edition = edition }

  /// All of them.
  var pages: [PlannedPage] {
    [
      PlannedPage(path: .reading) { readingPage() },
      PlannedPage(path: .method) { MethodPage(edition).page() },
      PlannedPage(path: .codebook) { CodebookPage(edition).page() },
      PlannedPage(path: .changes) { changesPage() },
    ] + NamesPages(edition).pages
  }

  // MARK: How to read

  private func readingPage() -> Page {
    var contents = PageContents(path: .reading)
    contents.fill("title", line: [.text(words[.readingTitle])])
    contents.fill("legend", [edition.legendTable])
    return edition.aboutPage(.reading, frame: .reading, title: words[.readingTitle], contents)
  }

  // MARK: Changes

  private func changesPage() -> Page {
    var contents = PageContents(path: .changes)
    contents.fill("title", line: [.text(words[.changesTitle])])
    contents.fill("corrections", corrections)
    contents.fill("articles", latest)
    return edition.aboutPage(.changes, frame: .changes, title: words[.changesTitle], contents)
  }

  private var corrections: [Block] {
    if dossier.corrections.isEmpty { return [.paragraph(words[.changesNone])] }
    return dossier.corrections.enumerated().map { number, correction in
      var row: [[Inline]] = [[.text(phrasing.date(correction.date))]]
      row.append(edition.enumeration(correction.subjects.compactMap(edition.link)))
      return .region(
        .div, class: "entry", id: edition.correctionAnchor(number),
        [.paragraph([.text(correction.text)]), .paragraph(edition.row(row))])
    }
  }

  private var latest: [Block] {
    let numbers = edition.index.articlesByDate.reversed()
      .filter { dossier.articles[$0].article.published != nil }.prefix(Self.shown)
    if numbers.isEmpty { return [] }
    return numbers.map(IndexPages(edition).articleEntry)
      + [.paragraph([.link(words[.allSources], to: .page(.articles))])]
  }
}

extension Edition {
  /// A page about the dossier.
  func aboutPage(
    _ path: SitePath, frame: PageFrame, title: String, _ contents: PageContents
  ) -> Page {
    var matter = FrontMatter()
    matter.add("title", title)
    matter.add("kind", frame.rawValue)
    return page(
      path, .about, frame: frame, title: title, contents, description: coverage,
      frontMatter: matter)
  }

  /// The five signs with what they mean and an example of each.
  var legendTable: Block {
    let entries: [(Chip, Word, Word, Word)] = [
      (.stated, .legendStated, .legendStatedText, .legendStatedExample),
      (.alleged, .legendAlleged, .legendAllegedText, .legendAllegedExample),
      (.contested, .legendContested, .legendContestedText, .legendContestedExample),
      (.editor, .legendEditor, .legendEditorText, .legendEditorExample),
      (.open, .legendOpen, .legendOpenText, .legendOpenExample),
    ]
    return .region(
      .div, class: "signs",
      [
        .table(
          header: [Word.legendSign, .legendMeaning, .legendExample].map { [.text(words[$0])] },
          rows: entries.map { chip, name, text, example in
            [[.chip(chip, words[name])], [.text(words[text])], [.text(words[example])]]
          })
      ])
  }

  // MARK: Corrections

  /// What a correction is about, leading to its page.
  func link(_ subject: Correction.Subject) -> Inline? {
    switch subject {
    case .article(let id): article(id).map { _ in link(id) }
    case .event(let id): event(id).map { _ in link(id) }
    case .actor(let id): actor(id).map { _ in link(id) }
    case .location(let id): location(id).map { _ in link(id) }
    }
  }

  /// The anchor of the correction at `number` on its page: by its date and words, so that it stays when
  /// others are added.
  func correctionAnchor(_ number: Int) -> String {
    let correction = dossier.corrections[number]
    let hash = ContentHash(of: Array("\(correction.date.text) \(correction.text)".utf8))
    return "k-\(hash.description.prefix(8))"
  }

  /// The corrections of `subject`, as notes on its page.
  func corrections(of subject: Correction.Subject) -> [Block] {
    (correctionsBySubject[subject] ?? []).map { number in
      let correction = dossier.corrections[number]
      let title = words(.correctionOf, ["date": phrasing.date(correction.date)])
      return .region(
        .div, class: "note",
        [
          .paragraph([
            .chip(.editor, words[.correction]), " ",
            .link(title, to: .page(.changes, anchor: correctionAnchor(number))),
            .text(": " + correction.text),
          ])
        ])
    }
  }
}
