import DossierModel

/// The page that says what is found how, how much of it was inferred in this dossier, and what the
/// program cannot know.
struct MethodPage {
  private let edition: Edition

  private var words: Words { edition.words }
  private var phrasing: any Phrasing { edition.phrasing }
  private var dossier: Dossier { edition.dossier }

  /// The page about `edition`.
  init(_ edition: Edition) { self.edition = edition }

  /// The page, composed.
  func page() -> Page {
    var contents = PageContents(path: .method)
    contents.fill("title", line: [.text(words[.methodTitle])])
    contents.fill("speakers", speakers)
    contents.fill("dates", dates)
    contents.fill("names", names)
    contents.fill("merges", merges)
    contents.fill("tables", tables)
    return edition.aboutPage(.method, frame: .method, title: words[.methodTitle], contents)
  }

  /// How the speakers of this dossier's quotations were found.
  private var speakers: [Block] {
    var counts: [SpeakerBasis: Int] = [:]
    for quotation in dossier.quotations { counts[quotation.basis, default: 0] += 1 }
    return table(
      .methodSpeakerBasis, .navQuotations,
      SpeakerBasis.allCases.map { (words.name(.speakerBasis, $0), counts[$0] ?? 0) })
  }

  /// How the dates of this dossier's events are known.
  private var dates: [Block] {
    var counts: [DateBasis: Int] = [:]
    for event in dossier.events { counts[event.when.basis, default: 0] += 1 }
    return table(
      .methodDateBasis, .navEvents,
      DateBasis.allCases.map { (words.name(.dateBasis, $0), counts[$0] ?? 0) })
  }

  /// How the names in the articles were understood.
  private var names: [Block] {
    var counts: [ArticleReading.Mention.Resolution: Int] = [:]
    for record in dossier.articles {
      for mention in record.mentions { counts[mention.resolution, default: 0] += 1 }
    }
    return table(
      .methodResolution, .methodMentions,
      ArticleReading.Mention.Resolution.allCases.map {
        (words.name(.resolution, $0), counts[$0] ?? 0)
      })
  }

  /// Why articles were taken to tell one event.
  private var merges: [Block] {
    var counts: [String: Int] = [:]
    for event in dossier.events {
      for reason in event.mergeReasons { counts[reason, default: 0] += 1 }
    }
    return table(
      .methodMerge, .navEvents,
      MergeReason.allCases.map { (words.mergeReason($0.rawValue), counts[$0.rawValue] ?? 0) })
  }

  /// How much the program's tables hold.
  private var tables: [Block] {
    let sizes = edition.codebook.sizes
    if sizes.isEmpty { return [] }
    return [
      .bullets(
        Codebook.Stock.allCases.map { stock in
          [
            .strong([.text(phrasing.number(sizes[stock] ?? 0))]),
            .text(" " + words.name(.stock, stock)),
          ]
        })
    ]
  }

  /// What was counted, with its share; nothing if there is nothing to count.
  private func table(_ what: Word, _ counted: Word, _ rows: [(String, Int)]) -> [Block] {
    let total = rows.reduce(0) { $0 + $1.1 }
    if total == 0 { return [] }
    return [
      .region(
        .div, class: "shares",
        [
          .table(
            header: [what, counted, .coverageQuota].map { [.text(words[$0])] },
            rows: rows.filter { $0.1 > 0 }.map { name, count in
              [
                [.text(name)], [.text(phrasing.number(count))],
                [.text(edition.percentage(count, of: total))],
              ]
            })
        ])
    ]
  }
}
