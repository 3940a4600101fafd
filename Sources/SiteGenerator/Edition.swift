import Cartography
import DossierModel

/// A dossier about to be published: what it says, in which words and in whose language.
final class Edition: Sendable {
  let dossier: Dossier
  let index: DossierIndex
  let templates: Templates
  let phrasing: any Phrasing
  /// All quotations by speaker.
  let quotationList: ListPlan
  /// The page of that list that shows each quotation.
  let quotationPages: [Int]
  /// By quotation: its place among those of its article.
  let quotationPlaces: [Int]
  /// The contested events, by year.
  let versionList: ListPlan
  /// The page of that list that shows each event.
  private let versionPages: [Int]
  /// The locations as places on maps.
  let atlas: Atlas
  /// Which sentences of each article carry something.
  let coverages: [Coverage]
  /// Who did what to whom.
  let ties: Ties
  /// What deserves a decision, in a draft; `nil` for what is published.
  let review: ReviewList?
  /// What this dossier knows, in one sentence.
  let coverage: String
  /// What the program looks for and by which words.
  let codebook: Codebook
  /// Where the site will stand on the web; `nil` if nobody says.
  let address: SiteAddress?
  /// What the feed tells of, the latest first; only a site on the web has one.
  let feedEntries: [FeedEntry]
  /// The corrections of each page, by their places in the dossier.
  let correctionsBySubject: [Correction.Subject: [Int]]
  /// The maps of events that were drawn.
  let eventMaps = DrawnMaps()
  /// By article: its title, its headline, or its first words marked as such.
  private let titles: [String]
  /// By article: who published it and when.
  private let sources: [String]

  /// The words of the site.
  var words: Words { templates.words }

  /// `dossier` in the words of `templates`; with `review` it is a draft, with `address` it is told to
  /// the web.
  init(
    _ dossier: Dossier, templates: Templates, review: ReviewList? = nil,
    codebook: Codebook = Codebook(), address: SiteAddress? = nil
  ) {
    (self.dossier, self.templates, self.review) = (dossier, templates, review)
    (self.codebook, self.address) = (codebook, address)
    index = DossierIndex(dossier, citing: review?.items.flatMap(\.passages) ?? [])
    let (words, phrasing) = (templates.words, SiteGenerator.phrasing(for: dossier.language))
    self.phrasing = phrasing
    titles = dossier.articles.map { record in
      record.article.title ?? Self.headline(of: record)
        ?? words(
          .untitled, ["words": phrasing.quoted(Self.firstWords(of: record) + "…")])
    }
    sources = dossier.articles.map { record in
      let publisher = record.article.publisher ?? words[.publisherUnknownShort]
      return record.article.published.map { "\(publisher), \(phrasing.date($0))" } ?? publisher
    }
    quotationList = Self.quotationList(dossier, index, words)
    quotationPages = quotationList.pageByItem(count: dossier.quotations.count)
    var places = [Int](repeating: 0, count: dossier.quotations.count)
    for own in index.articles {
      for (place, quotation) in own.quotations.enumerated() { places[quotation] = place }
    }
    quotationPlaces = places
    versionList = VersionsPages.plan(dossier, words, phrasing)
    versionPages = versionList.pageByItem(count: dossier.events.count)
    atlas = Atlas(dossier, index)
    ties = Ties(dossier, index)
    coverages = Coverage.all(dossier, index)
    coverage = Self.coverage(dossier, words, phrasing)
    feedEntries = address == nil ? [] : FeedEntry.all(of: dossier, index)
    var corrections: [Correction.Subject: [Int]] = [:]
    for (number, correction) in dossier.corrections.enumerated() {
      for subject in correction.subjects { corrections[subject, default: []].append(number) }
    }
    correctionsBySubject = corrections
  }

  /// Where the versions of the event at `number` stand side by side.
  func versionsPath(of number: Int) -> SitePath {
    versionList.path(ofPage: versionPages[number])
  }

  // MARK: Things by identity

  func article(_ id: Article.ID) -> ArticleRecord? {
    index.articleNumber[id].map { dossier.articles[$0] }
  }
  func actor(_ id: Actor.ID) -> Actor? { index.actorNumber[id].map { dossier.actors[$0] } }
  func location(_ id: Location.ID) -> Location? {
    index.locationNumber[id].map { dossier.locations[$0] }
  }
  func event(_ id: Event.ID) -> Event? { index.eventNumber[id].map { dossier.events[$0] } }

  /// The actors in the order of their names, which no side can object to.
  func byName(_ actors: [Actor.ID]) -> [Actor.ID] {
    actors.sorted { rank($0) < rank($1) }
  }
  func rank(_ actor: Actor.ID) -> Int {
    index.actorNumber[actor].map { index.actors[$0].rank } ?? .max
  }
  func rank(_ location: Location.ID) -> Int {
    index.locationNumber[location].map { index.locations[$0].rank } ?? .max
  }

  /// The actor's name.
  ///
  /// As everywhere where one property is asked for, the whole is not copied.
  func name(of id: Actor.ID) -> String {
    index.actorNumber[id].map { dossier.actors[$0].name } ?? id.rawValue
  }
  /// When an article was published.
  func published(_ id: Article.ID) -> EDTF? {
    index.articleNumber[id].flatMap { dossier.articles[$0].article.published }
  }
  /// The sentence that holds `passage`; the passage itself if none does.
  func sentence(around passage: Passage) -> TextSpan {
    index.articleNumber[passage.article]
      .flatMap { dossier.articles[$0].sentence(at: passage.span) } ?? passage.span
  }
  /// The text of an article.
  func text(of id: Article.ID) -> ArticleText? {
    index.articleNumber[id].map { dossier.articles[$0].article.text }
  }

  // MARK: Links

  /// The actor's name, leading to its page.
  func link(_ id: Actor.ID) -> Inline {
    .link(name(of: id), to: .page(.actor(id)))
  }
  /// The location's name, leading to its page.
  func link(_ id: Location.ID) -> Inline {
    .link(index.locationNumber[id].map(name(ofLocation:)) ?? id.rawValue, to: .page(.location(id)))
  }
  /// The name of the location at `number`; both, in the order of the alphabet, if two parties name it
  /// differently.
  func name(ofLocation number: Int) -> String {
    guard let names = atlas.places[number]?.names, names.count > 1 else {
      return dossier.locations[number].name
    }
    return names.joined(separator: " / ")
  }
  /// The country of the location at `number`, or the disputed area that it is or lies in; `nil` if it
  /// has none.
  func country(ofLocation number: Int) -> String? {
    if atlas.isDisputedArea(number) { return words[.disputedStatus] }
    if let area = atlas.disputedArea(of: number) {
      return words(.mapDisputedIn, ["area": MapNames.shared.area(area, in: words.language)])
    }
    return dossier.locations[number].country.map(words.country)
  }
  /// Whether no country is said of the location at `number` because several claim it.
  func isDisputed(_ number: Int) -> Bool {
    atlas.isDisputedArea(number) || atlas.disputedArea(of: number) != nil
  }
  /// The event's title, leading to its page.
  func link(_ id: Event.ID) -> Inline {
    .link(
      index.eventNumber[id].map { dossier.events[$0].title } ?? id.rawValue, to: .page(.event(id)))
  }
  /// The article's title, leading to its page.
  func link(_ id: Article.ID) -> Inline {
    .link(title(of: id), to: .page(.article(id)))
  }

  /// The anchor of `passage` on its article's page, `c<start>-<end>` in code points.
  func anchor(_ passage: Passage) -> String {
    guard let number = index.articleNumber[passage.article] else { return "" }
    let range = index.codePoints[number].codePoints(passage.span)
    return "c\(range.lowerBound)-\(range.upperBound)"
  }
  /// The place of `passage` in its article.
  func target(_ passage: Passage) -> LinkTarget {
    .page(.article(passage.article), anchor: anchor(passage))
  }
  /// The words of `passage`.
  func words(at passage: Passage) -> String {
    index.articleNumber[passage.article]
      .map { dossier.articles[$0].article.text[passage.span].collapsed } ?? ""
  }

  // MARK: Lists

  /// `items` with commas and a last "and", as words of a sentence.
  func enumeration(_ items: [Inline]) -> [Inline] {
    var result: [Inline] = []
    for (i, item) in items.enumerated() {
      if i > 0 {
        let isLast = i == items.count - 1
        result.append(.text(isLast ? " \(phrasing.conjunction(before: item.plain)) " : ", "))
      }
      result.append(item)
    }
    return result
  }

  /// `groups` with ` · ` between them; empty ones are left out.
  func row(_ groups: [[Inline]]) -> [Inline] {
    var result: [Inline] = []
    for group in groups where !group.isEmpty {
      if !result.isEmpty { result.append(" · ") }
      result += group
    }
    return result
  }

  // MARK: Articles

  /// The title of an article, or its first words marked as such.
  func title(of id: Article.ID) -> String {
    index.articleNumber[id].map { titles[$0] } ?? id.rawValue
  }

  /// Who published an article and when: what a source is called where it is cited.
  func source(_ id: Article.ID) -> String {
    index.articleNumber[id].map { sources[$0] } ?? id.rawValue
  }

  /// The headline that the text of an untitled article begins with: a line of three words to 160
  /// letters, without a full stop, before an empty line and at least two paragraphs.
  private static func headline(of record: ArticleRecord) -> String? {
    guard record.paragraphs.count >= 3, let line = record.paragraphs.first else { return nil }
    let text = record.article.text
    let words = text[line].split(separator: " ")
    guard words.count >= 3, text[line].count <= 160, !text[line].contains(where: \.isNewline),
      text.bytes[line.end - 1] != UInt8(ascii: "."),
      text.trimmed(TextSpan(0, line.start)).isEmpty,
      !record.article.metadata.contains(where: { $0.start < line.end && line.start < $0.end })
    else { return nil }
    let gap = text[TextSpan(line.end, record.paragraphs[1].start)]
    return gap.count(where: \.isNewline) >= 2 ? text[line] : nil
  }

  /// The first words of the prose, at most about sixty letters.
  private static func firstWords(of record: ArticleRecord) -> String {
    let text = record.article.text
    let metadata = record.article.metadata
    let sentence =
      record.sentences.first { sentence in !metadata.contains { $0.contains(sentence) } }
      ?? record.paragraphs.first ?? text.span
    var start = sentence.start
    for span in metadata where span.start <= start && span.end > start { start = span.end }
    let span = text.trimmed(TextSpan(min(start, sentence.end), sentence.end))
    return Excerpt.head(of: text.bytes[span.range], limit: 60)
  }

  /// The source of `passage`, leading to its place there; `tellsTranslation` if it says so when the
  /// article was translated by a machine.
  func source(_ passage: Passage, tellsTranslation: Bool = false) -> Inline {
    var source = source(passage.article)
    if tellsTranslation, isMachineTranslated(passage.article) {
      source += ", " + words[.machineTranslatedShort]
    }
    return .link(words(.inSource, ["source": source]), to: target(passage))
  }

  /// Whether an article was translated by a machine.
  func isMachineTranslated(_ id: Article.ID) -> Bool {
    index.articleNumber[id].map { dossier.articles[$0].article.translated == .machine } ?? false
  }

  /// What `dossier` knows: how many articles, of whom, from when to when.
  private static func coverage(
    _ dossier: Dossier, _ words: Words, _ phrasing: any Phrasing
  ) -> String {
    let articles = dossier.articles.map(\.article)
    let publishers = Set(articles.compactMap(\.publisher))
    let unknown = articles.count { $0.publisher == nil }
    var parts: [String] = []
    if publishers.isEmpty {
      parts.append(words[.coverageNoPublisher])
    } else {
      parts.append(words.count(publishers.count, .publishers, phrasing))
      if unknown > 0 {
        parts.append(
          words(.coverageSomeUnknown, ["articles": words.count(unknown, .articles, phrasing)]))
      }
    }
    var period = ""
    let dates = articles.compactMap(\.published).sorted()
    if let start = dates.first?.dates.first, let end = dates.last?.dates.last {
      period =
        ", "
        + (start == end ? phrasing.date(EDTF(start)) : phrasing.period(EDTF(from: start, to: end)))
    }
    return words(
      .coverage,
      [
        "articles": words.count(articles.count, .articles, phrasing),
        "publishers": parts.joined(separator: " "), "period": period,
      ])
  }
}

extension Inline {
  /// The words without stress and links.
  var plain: String {
    switch self {
    case .text(let text), .code(let text): text
    case .emphasis(let inlines), .strong(let inlines), .link(let inlines, _):
      inlines.map(\.plain).joined()
    case .chip(_, let text): text
    }
  }
}

/// Short stretches of a text, cut between words.
enum Excerpt {
  /// The beginning of `bytes` with at most `limit` bytes, without punctuation at its end.
  static func head(of bytes: ArraySlice<UInt8>, limit: Int) -> String {
    var end = min(bytes.endIndex, bytes.startIndex + limit)
    if end < bytes.endIndex {
      var cut = end
      while cut > bytes.startIndex, !bytes[cut].isBlank { cut -= 1 }
      if cut > bytes.startIndex {
        end = cut
      } else {
        while end > bytes.startIndex, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      }
    }
    while end > bytes.startIndex, bytes[end - 1].isBlank || ".,;:".utf8.contains(bytes[end - 1]) {
      end -= 1
    }
    return String(decoding: bytes[bytes.startIndex..<end], as: UTF8.self).collapsed
  }

  /// The stretch of `sentence` with at most about `margin` bytes on either side of `span`.
  static func window(
    around span: TextSpan, in sentence: TextSpan, of text: ArticleText, margin: Int
  ) -> TextSpan {
    let bytes = text.bytes
    var start = max(sentence.start, span.start - margin)
    if start > sentence.start {
      while start < span.start, !bytes[start].isBlank { start += 1 }
    }
    var end = min(sentence.end, span.end + margin)
    if end < sentence.end {
      while end > span.end, !bytes[end].isBlank { end -= 1 }
    }
    return TextSpan(start, end)
  }

  /// The words of such a stretch; what is cut is marked with an ellipsis.
  static func around(
    _ span: TextSpan, in sentence: TextSpan, of text: ArticleText, margin: Int
  ) -> String {
    let window = window(around: span, in: sentence, of: text, margin: margin)
    return (window.start > sentence.start ? "… " : "") + text[text.trimmed(window)].collapsed
      + (window.end < sentence.end ? " …" : "")
  }
}

extension ArticleText {
  /// The span without white space at its end.
  func trimmedEnd(_ span: TextSpan) -> TextSpan {
    span.isEmpty ? span : TextSpan(span.start, max(span.start, trimmed(span).end))
  }
}

extension ArticleRecord {
  /// The sentence that holds `span`, if one does.
  func sentence(at span: TextSpan) -> TextSpan? {
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].end <= span.start { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].contains(span) ? sentences[low] : nil
  }
}
