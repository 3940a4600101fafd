import DossierModel
import Markdown

/// The page of an article: its text to read, its quotations marked and numbered, and the ways from
/// each quotation to every page that uses it.
struct ArticlePage {
  /// How many bytes of what tells an event stand beside its title.
  private static let excerpt = 160

  private let edition: Edition
  private let number: Int
  private let record: ArticleRecord
  private let own: DossierIndex.ArticleContents
  private let path: SitePath

  private var article: Article { record.article }
  private var words: Words { edition.words }
  private var phrasing: any Phrasing { edition.phrasing }
  private var dossier: Dossier { edition.dossier }

  /// The page of the article at `number`.
  init(_ edition: Edition, number: Int) {
    (self.edition, self.number) = (edition, number)
    record = edition.dossier.articles[number]
    own = edition.index.articles[number]
    path = .article(record.article.id)
  }

  /// The page, composed.
  func page() -> Page {
    let title = edition.title(of: article.id)
    var contents = PageContents(path: path)
    contents.fill("title", line: [.text(title)])
    contents.fill(
      "crumbs",
      edition.crumbs([
        .link(words[.navArticles], to: .page(.articles)),
        .text(article.publisher ?? words[.publisherUnknown]),
      ]))
    contents.fill("banner", banner)
    contents.fill("facts", [facts])
    contents.fill("text", text)
    contents.fill("speakers", speakers)
    contents.fill("events", events)
    contents.fill("record", [file])
    contents.fill("note", note + edition.corrections(of: .article(article.id)))
    var page = edition.page(
      path, .article, frame: .article, title: title, contents,
      description: edition.source(article.id), frontMatter: frontMatter)
    page.article = (article.id, article.text, marks)
    return page
  }

  private var frontMatter: FrontMatter {
    var matter = FrontMatter()
    matter.add("title", edition.title(of: article.id))
    matter.add("kind", "article")
    matter.add("id", article.id.rawValue)
    matter.add("file", article.file)
    matter.add("publisher", article.publisher)
    matter.add("author", article.author)
    matter.add("published", article.published?.text)
    matter.add("url", article.url)
    matter.add("language", article.language)
    matter.add("translated", article.translated?.rawValue)
    matter.add("sha256", article.sha256.description)
    return matter
  }

  // MARK: Head

  private var banner: [Block] {
    guard article.translated == .machine else { return [] }
    let damaged = own.quotations.count { dossier.quotations[$0].integrity == .damaged }
    var text = words[.bannerMachine]
    if damaged > 0 {
      text +=
        " "
        + words(.bannerDamaged, ["quotations": words.count(damaged, .quotations, phrasing)])
    }
    return [
      .region(
        .div, class: "banner",
        [.paragraph([.strong([.text(words[.bannerMachineTitle])]), .text(" " + text)])])
    ]
  }

  private var facts: Block {
    var published: [Inline] = []
    if let date = article.published {
      published = [.text(phrasing.date(date))]
      switch article.publishedBasis {
      case .editor: published += [" ", .chip(.editor, words[.byEditor])]
      case .stated: published += [" ", .chip(.stated, words[.statedInText])]
      case .unknown: break
      }
    } else {
      published = [.chip(.open, words[.publishedUnknown])]
    }
    let translation: [Inline] =
      switch article.translated {
      case .machine: [.text(words[.translatedMachine])]
      case .human: [.text(words[.translatedHuman])]
      case .unknown: [.text(words[.translatedUnknown])]
      case nil: []
      }
    return edition.facts([
      edition.fact(
        .factPublisher,
        article.publisher.map { [.text($0)] } ?? [.chip(.open, words[.publisherUnknown])]),
      edition.fact(.factAuthor, article.author.map { [.text($0)] } ?? []),
      edition.fact(.factPublished, published),
      edition.fact(
        .factLanguage,
        record.isAnalyzed ? [] : [.text(language), " ", .chip(.open, words[.notAnalyzed])]),
      edition.fact(.factTranslation, translation),
      edition.fact(
        .factOriginal, article.url.map { [.link($0, to: .external($0))] } ?? []),
    ])
  }

  private var language: String { words.languageName(article.language) }

  /// What is known of the file: who wants to read needs it after the text.
  private var file: Block {
    edition.facts([
      edition.fact(.factLanguage, record.isAnalyzed ? [.text(language)] : []),
      edition.fact(
        .factFile,
        [
          .code(article.file), " ",
          .emphasis([
            .text(
              "("
                + words(
                  .codePoints,
                  ["n": phrasing.number(edition.index.codePoints[number].count)])
                + ", "),
            .link(words[.plainText], to: .page(path.plainText)), .text(")"),
          ]),
        ]),
      edition.fact(.factCoverage, edition.coverageFact(number)),
      edition.fact(
        .factHash, [.code(article.sha256.description), " ", .emphasis([.text(words[.hashNote])])]),
    ])
  }

  private var note: [Block] {
    guard let note = article.note else { return [] }
    return [
      .region(
        .div, class: "note", [.paragraph([.chip(.editor, words[.editorNote]), .text(" " + note)])])
    ]
  }

  // MARK: Text

  private var text: [Block] {
    let places =
      own.quotations.map { q in
        (anchor: dossier.quotations[q].anchor, span: dossier.quotations[q].passage.span)
      } + own.passages.map { (anchor: edition.anchor(Passage(article.id, $0)), span: $0) }
    return [
      .article(
        ArticleBody(
          text: article.text, paragraphs: record.paragraphs, quotations: places, links: links,
          on: path))
    ]
  }

  /// Names lead to their actors and locations, dates to the events that they date.
  private var links: [(span: TextSpan, target: SitePath)] {
    var links: [(span: TextSpan, target: SitePath)] = []
    for mention in record.mentions where mention.resolution != .pronoun {
      if let actor = mention.actor {
        links.append((mention.span, .actor(actor)))
      } else if let location = mention.location {
        links.append((mention.span, .location(location)))
      }
    }
    for i in own.events {
      let event = dossier.events[i]
      for when in [event.when] + event.accounts.map(\.when) {
        if let passage = when.passage, passage.article == article.id {
          links.append((passage.span, .event(event.id)))
        }
      }
    }
    return links
  }

  /// The quotations with their numbers, and the other passages that pages lead to.
  private var marks: [TextOverlay.Mark] {
    var marks = own.quotations.enumerated().map { i, q in
      let quotation = dossier.quotations[q]
      return TextOverlay.Mark(
        quotation: quotation.id.rawValue, anchor: quotation.anchor,
        span: quotation.passage.span.range,
        className: quotation.kind == .indirect ? quotation.kind.rawValue : "",
        note: TextOverlay.Note(
          sign: "\(i + 1)", target: "#" + entryID(quotation),
          label: words(
            .quotationLabel, ["n": "\(i + 1)", "speaker": edition.speakerNames(of: quotation)])))
    }
    for span in own.passages {
      marks.append(
        TextOverlay.Mark(
          quotation: nil, anchor: edition.anchor(Passage(article.id, span)), span: span.range))
    }
    return marks
  }

  // MARK: Who speaks

  /// The id of a quotation's entry in the list of speakers.
  private func entryID(_ quotation: Quotation) -> String {
    "q\(quotation.codePoints.lowerBound)-\(quotation.codePoints.upperBound)"
  }

  /// Each quotation by its number: who speaks, how that is known, and every page that uses it.
  private var speakers: [Block] {
    own.quotations.enumerated().map { i, q in
      let quotation = dossier.quotations[q]
      var row: [[Inline]] = [[.text(words.name(.quotationKind, quotation.kind))]]
      row.append(edition.chain(quotation.chain))
      row.append([edition.attribution(of: [quotation])])
      row += edition.remarks(on: [quotation], isOnItsPage: true).map { [$0] }
      row.append([edition.citationLink(quotation)])
      let uses = uses(of: q)
      var blocks: [Block] = [
        .paragraph(
          [
            .strong([.link("\(i + 1)", to: .page(path, anchor: quotation.anchor))]), " ",
          ] + edition.speakers(of: quotation)),
        .paragraph(edition.row(row)),
      ]
      if !uses.isEmpty { blocks.append(.paragraph([.text("→ ")] + edition.row(uses.map { [$0] }))) }
      return .region(.div, class: "entry", id: entryID(quotation), blocks)
    }
  }

  /// The pages that show a quotation.
  private func uses(of number: Int) -> [Inline] {
    let quotation = dossier.quotations[number]
    var seen: Set<Event.ID> = []
    var events = quotation.about
    for claim in edition.index.claimsHolding[number] { events += dossier.claims[claim].about }
    var uses: [Inline] = events.filter { seen.insert($0).inserted }.map(edition.link)
    uses.append(.link(words[.allQuotationsOf], to: edition.listing(of: number)))
    return uses
  }

  /// The events told here, each with the first words that tell it.
  private var events: [Block] {
    if own.events.isEmpty { return [] }
    return [
      .bullets(
        own.events.map { number in
          let event = dossier.events[number]
          guard let evidence = event.evidence.filter({ $0.article == article.id }).min() else {
            return edition.item(event)
          }
          let words = Excerpt.head(of: article.text.bytes[evidence.span.range], limit: Self.excerpt)
          let rest = evidence.span.count > Self.excerpt ? " …" : ""
          return edition.item(event) + [": ", .link(words + rest, to: edition.target(evidence))]
        })
    ]
  }
}
