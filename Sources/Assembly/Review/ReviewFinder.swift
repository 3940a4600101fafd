import DossierModel

extension ReviewList {
  /// What deserves a decision in `dossier`.
  public init(of dossier: Dossier) {
    let finder = ReviewFinder(dossier)
    self.init(
      finder.publications + finder.figures + finder.speakers + finder.eventDates + finder.merges
        + finder.identities + finder.names + finder.damages)
  }
}

/// Finds what is open in a dossier, and the decisions that would settle it.
///
/// The weight of an item is the stake of its kind, which says how much a wrong or missing answer
/// costs the reader, and the number of published things that it touches, at most 99.
struct ReviewFinder {
  typealias Proposal = ReviewItem.Proposal

  let dossier: Dossier
  let lines: EditorLines
  let actors: [Actor.ID: Actor]
  let locations: [Location.ID: Location]
  let claims: [Claim.ID: Claim]
  private let records: [Article.ID: Int]
  /// The first actor by id of each name: the one that the editor's file finds by it.
  private let bearers: [String: Actor.ID]
  /// How many claims have one clause.
  private let claimsAt: [Passage: Int]

  /// How many candidates are proposed for one answer.
  static let candidateLimit = 3

  init(_ dossier: Dossier) {
    self.dossier = dossier
    lines = EditorLines(dossier)
    actors = Dictionary(dossier.actors.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    locations = Dictionary(dossier.locations.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    claims = Dictionary(dossier.claims.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    records = Dictionary(
      dossier.articles.enumerated().map { ($1.article.id, $0) }, uniquingKeysWith: { a, _ in a })
    bearers = Dictionary(
      dossier.actors.map { (EditorialNames.fold($0.name), $0.id) },
      uniquingKeysWith: { min($0, $1) })
    claimsAt = Dictionary(dossier.claims.map { ($0.passage, 1) }, uniquingKeysWith: +)
  }

  /// How much a missing or wrong answer costs.
  static func stake(_ kind: ReviewItem.Kind) -> Int {
    switch kind {
    case .publication: 900
    case .figures: 700
    case .speaker: 600
    case .eventDate: 500
    case .merge: 400
    case .identity: 300
    case .name: 200
    case .damage: 100
    }
  }

  func item(
    _ kind: ReviewItem.Kind, _ subject: ReviewItem.Subject, detail: String? = nil, title: String,
    _ passages: [Passage], reach: Int, _ proposals: [Proposal]
  ) -> ReviewItem {
    ReviewItem(
      kind, subject, detail: detail, title: title, passages: passages,
      weight: Self.stake(kind) + min(max(reach, 0), 99), proposals: proposals)
  }

  func record(_ id: Article.ID) -> ArticleRecord? { records[id].map { dossier.articles[$0] } }

  func words(_ passage: Passage) -> String {
    record(passage.article)?.article.text[passage.span] ?? ""
  }

  // MARK: Articles

  /// Articles without a date of publication whose editor has not said that nobody knows it.
  var publications: [ReviewItem] {
    dossier.articles.compactMap { record in
      let article = record.article
      guard article.published == nil, article.editorial?.keys.contains("published") != true else {
        return nil
      }
      let open = record.dates.filter { $0.edtf == nil && $0.duration == nil }
      let place =
        open.first?.span ?? record.sentences.first ?? record.paragraphs.first ?? article.text.span
      let latest = record.dates.compactMap { date -> CalendarDate? in
        guard case .date(let day)? = date.edtf?.value, day.day != nil, date.relation == .at else {
          return nil
        }
        return day.latest
      }.max()
      func line(_ value: String) -> [String] {
        ["articles:", "  \(EditorLines.scalar(article.file)): {published: \(value)}"]
      }
      var proposals: [Proposal] = []
      if let latest {
        let day = EDTF(EDTF.Date(latest)).text
        proposals.append(Proposal(.publishedOn, value: day, lines: line(day)))
      }
      proposals.append(Proposal(.publicationUnknown, lines: line("null")))
      return item(
        .publication, .article(article.id), title: article.title ?? article.file,
        [Passage(article.id, place)], reach: open.count, proposals)
    }
  }

  // MARK: Quotations

  /// Quotations of which nobody knows the speaker.
  var speakers: [ReviewItem] {
    dossier.quotations.compactMap { quotation in
      guard quotation.speakers.isEmpty, quotation.review != .accepted, !isDecided(quotation),
        quotation.kind != .indirect || quotation.cue != nil
      else { return nil }
      let keys = lines.keys(of: quotation.passage)
      var proposals = candidates(for: quotation).map { actor in
        Proposal(
          .speaker, value: actor.name,
          lines: EditorLines.section(
            "quotations", [keys + [("speakers", EditorLines.list([actor.name]))]]))
      }
      proposals.append(accept(quotation))
      let isUttered = quotation.kind == .indirect ? 0 : 50
      return item(
        .speaker, .quotation(quotation.id), title: words(quotation.passage), [quotation.passage],
        reach: isUttered + 10 * quotation.about.count, proposals)
    }
  }

  /// Quotations whose marks are not whole.
  var damages: [ReviewItem] {
    dossier.quotations.compactMap { quotation in
      guard quotation.integrity == .damaged, quotation.review != .accepted,
        quotation.editorial?.keys.contains("integrity") != true
      else { return nil }
      let keys = lines.keys(of: quotation.passage)
      func proposal(_ meaning: Proposal.Meaning, _ key: String, _ value: String) -> Proposal {
        Proposal(meaning, lines: EditorLines.section("quotations", [keys + [(key, value)]]))
      }
      return item(
        .damage, .quotation(quotation.id), title: words(quotation.passage), [quotation.passage],
        reach: quotation.about.count,
        [
          accept(quotation), proposal(.intact, "integrity", "intact"),
          proposal(.hide, "hide", "true"),
        ])
    }
  }

  private func isDecided(_ quotation: Quotation) -> Bool {
    quotation.editorial?.keys.contains("speakers") == true
  }

  private func accept(_ quotation: Quotation) -> Proposal {
    Proposal(
      .accept,
      lines: EditorLines.section(
        "quotations", [lines.keys(of: quotation.passage) + [("review", "accepted")]]))
  }

  /// Who is named around a quotation, the nearest first: in its sentence, then before it in its
  /// paragraph and the one before.
  private func candidates(for quotation: Quotation) -> [Actor] {
    guard let record = record(quotation.passage.article) else { return [] }
    let span = quotation.passage.span
    let paragraphs = record.paragraphs
    let paragraph = paragraphs.overlapping(span, \.self).startIndex
    let start =
      paragraphs.isEmpty
      ? span.start : paragraphs[max(0, min(paragraph, paragraphs.count) - 1)].start
    let end = max(span.end, record.sentences.overlapping(span, \.self).last?.end ?? span.end)
    let near = record.mentions.starting(in: TextSpan(min(start, span.start), end)) { $0.span }
      .filter { $0.actor != nil && !span.overlaps($0.span) }
      .sorted { a, b in
        let (x, y) = (distance(a.span, span), distance(b.span, span))
        return x != y ? x < y : a.span < b.span
      }
    return Array(
      near.compactMap { $0.actor }.uniqued().compactMap { actors[$0] }
        .filter { $0.kind != .anonymous && isFoundByName($0) }.prefix(Self.candidateLimit))
  }

  private func distance(_ a: TextSpan, _ b: TextSpan) -> Int {
    a.end <= b.start ? b.start - a.end : a.start >= b.end ? a.start - b.end : 0
  }

  /// Whether the editor's file finds `actor` by its name alone.
  func isFoundByName(_ actor: Actor) -> Bool {
    bearers[EditorialNames.fold(actor.name)] == actor.id
  }

  // MARK: Events

  /// Events without a date.
  var eventDates: [ReviewItem] {
    dossier.events.compactMap { event in
      guard event.when.edtf == nil, event.review != .accepted,
        event.editorial?.keys.contains("date") != true,
        let passage = event.accounts.first?.trigger ?? event.evidence.first
      else { return nil }
      var proposals = datesAround(passage).map { date in
        Proposal(
          .date, value: date.text, lines: lines(event, "date", EditorLines.scalar(date.text)))
      }
      proposals.append(accept(event))
      return item(
        .eventDate, .event(event.id), title: event.title, [passage],
        reach: 10 * event.accounts.count + event.figures.count + event.claims.count
          + event.quotations.count, proposals)
    }
  }

  private func lines(_ event: Event, _ key: String, _ value: String) -> [String] {
    EditorLines.section("events", [[("id", event.id.rawValue), (key, value)]])
  }

  private func accept(_ event: Event) -> Proposal {
    Proposal(.accept, lines: lines(event, "review", "accepted"))
  }

  /// Dates of the paragraph, the nearest first.
  private func datesAround(_ passage: Passage) -> [EDTF] {
    guard let record = record(passage.article),
      let paragraph = record.paragraphs.overlapping(passage.span, \.self).first
    else { return [] }
    let near = record.dates.starting(in: paragraph) { $0.span }.filter { $0.edtf != nil }
      .sorted { a, b in
        let (x, y) = (distance(a.span, passage.span), distance(b.span, passage.span))
        return x != y ? x < y : a.span < b.span
      }
    return Array(near.compactMap(\.edtf).uniqued().prefix(Self.candidateLimit))
  }

  /// Events whose figures of one kind differ.
  var figures: [ReviewItem] {
    dossier.events.flatMap { event -> [ReviewItem] in
      guard event.review != .accepted else { return [] }
      let figures = event.figures.compactMap { claims[$0] }
      return Figure.Metric.allCases.compactMap { metric in
        let counted = figures.filter { $0.figure?.metric == metric }.prefix(64)
        let rivals = counted.filter { one in counted.contains { Self.exclude(one, $0) } }
        guard rivals.contains(where: { $0.review != .accepted }) else { return nil }
        let accepted = rivals.map { self.keys(of: $0) + [("review", "accepted")] }
        var proposals = [Proposal(.accept, lines: EditorLines.section("claims", accepted))]
        for claim in rivals {
          proposals.append(
            Proposal(
              .hide, value: words(claim.passage),
              lines: EditorLines.section("claims", [self.keys(of: claim) + [("hide", "true")]])))
        }
        return item(
          .figures, .event(event.id), detail: metric.rawValue, title: event.title,
          rivals.map(\.passage),
          reach: 10 * rivals.count, proposals)
      }
    }
  }

  /// Whether two claimants count the same on the same day, and no number satisfies both.
  private static func exclude(_ a: Claim, _ b: Claim) -> Bool {
    guard let x = a.figure, let y = b.figure, a.claimants != b.claimants, a.asOf == b.asOf,
      EditorialNames.fold(x.victims ?? "") == EditorialNames.fold(y.victims ?? "")
    else { return false }
    return max(x.low ?? 0, y.low ?? 0) > min(x.high ?? .max, y.high ?? .max)
  }

  /// The keys that name a claim: its passage, where no other claim stands there, else its id.
  private func keys(of claim: Claim) -> [(key: String, value: String)] {
    claimsAt[claim.passage] == 1
      ? lines.keys(of: claim.passage) : [("id", claim.id.rawValue)]
  }

  /// Events that were merged on thin grounds, and pairs that are alike and were not.
  var merges: [ReviewItem] {
    let merged = dossier.events.compactMap { event -> ReviewItem? in
      guard event.accounts.count > 1, event.review != .accepted, isDoubtful(event),
        event.editorial?.keys.contains("merge") != true
      else { return nil }
      return item(
        .merge, .event(event.id), title: event.title, event.accounts.map(\.trigger),
        reach: 10 * event.accounts.count, [accept(event), split(event)])
    }
    return merged + neighbours
  }

  private func split(_ event: Event) -> Proposal {
    Proposal(.split, value: event.title, lines: lines(event, "split", "true"))
  }

  /// Whether the accounts differ in status or date, or were joined because nothing else was near.
  private func isDoubtful(_ event: Event) -> Bool {
    let reasons = Set(event.mergeReasons)
    if reasons.isEmpty { return false }
    let dates = Set(event.accounts.compactMap(\.when.edtf))
    return reasons.isSubset(of: [MergeReason.month.rawValue]) || dates.count > 1
      || Set(event.accounts.map(\.status)).count > 1
  }

  /// Events of several articles, of one type and month and with a place and a participant in common,
  /// that were left two; each event in one pair at most, the first.
  private var neighbours: [ReviewItem] {
    var byMonth: [String: [Event]] = [:]
    for event in dossier.events {
      guard let date = event.when.edtf?.earliest, !event.type.isContainer else { continue }
      byMonth["\(event.type.rawValue) \(date.year * 12 + date.month)", default: []].append(event)
    }
    var items: [ReviewItem] = []
    var paired: Set<Event.ID> = []
    for key in byMonth.keys.sorted() {
      let events = byMonth[key] ?? []
      for (number, one) in events.enumerated() where !paired.contains(one.id) {
        // Events are in order of time: what may be the same is not far.
        let other = events.dropFirst(number + 1).prefix(32)
          .first { !paired.contains($0.id) && mayBeOne(one, $0) }
        guard let other else { continue }
        paired.formUnion([one.id, other.id])
        items.append(pair(one, other))
      }
    }
    return items
  }

  private func pair(_ one: Event, _ other: Event) -> ReviewItem {
    item(
      .merge, .event(one.id), detail: other.id.rawValue, title: one.title,
      [one, other].compactMap { $0.accounts.first?.trigger ?? $0.evidence.first },
      reach: one.accounts.count + other.accounts.count,
      [
        Proposal(
          .merge, value: other.title,
          lines: lines(one, "merge", EditorLines.list([other.id.rawValue]))),
        accept(one),
      ])
  }

  /// Whether the dates overlap or are a day apart, a place finer than a country is shared, and a
  /// participant is, unless one has none.
  private func mayBeOne(_ a: Event, _ b: Event) -> Bool {
    guard a.review != .accepted, b.review != .accepted,
      let x = a.when.edtf, let y = b.when.edtf,
      let (start, end) = x.earliest.flatMap({ start in x.latest.map { (start, $0) } }),
      let (from, to) = y.earliest.flatMap({ start in y.latest.map { (start, $0) } }),
      start.dayNumber - 1 <= to.dayNumber, from.dayNumber - 1 <= end.dayNumber,
      Set(a.accounts.map(\.article)).isDisjoint(with: b.accounts.map(\.article))
    else { return false }
    let places = Set(a.places.map(\.location)).intersection(b.places.map(\.location))
    guard places.contains(where: { locations[$0]?.kind != .country }) else { return false }
    return a.participants.isEmpty || b.participants.isEmpty
      || !Set(a.participants.map(\.actor)).isDisjoint(with: b.participants.map(\.actor))
  }
}
