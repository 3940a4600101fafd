import DossierModel

/// How several articles tell one event: what each says, in order of publication, and on what they
/// agree and differ.
struct Accounts {
  private let edition: Edition
  private let event: Event
  private let figures: [Claim]
  /// The accounts by article, in order of publication.
  private let rows: [Row]

  private var words: Words { edition.words }
  private var phrasing: any Phrasing { edition.phrasing }

  /// What one article says.
  private struct Row {
    var article: Article.ID
    var statuses: [EventStatus]
    var when: Event.When
    var trigger: Passage
    var places: [Location.ID]
    var participants: [Actor.ID]
    var figures: [Claim]
  }

  /// The accounts of `event`.
  init(_ edition: Edition, of event: Event) {
    (self.edition, self.event) = (edition, event)
    figures = event.figures.compactMap { edition.index.claimNumber[$0] }
      .map { edition.dossier.claims[$0] }
    var rows: [Row] = []
    for account in event.accounts {
      guard let row = rows.firstIndex(where: { $0.article == account.article }) else {
        let isHere = { (passages: [Passage]) in
          passages.contains { $0.article == account.article }
        }
        rows.append(
          Row(
            article: account.article, statuses: [account.status], when: account.when,
            trigger: account.trigger,
            places: event.places.filter { isHere($0.evidence) }.map(\.location),
            participants: event.participants.filter { isHere($0.evidence) }.map(\.actor),
            figures: figures.filter { $0.passage.article == account.article }))
        continue
      }
      if !rows[row].statuses.contains(account.status) { rows[row].statuses.append(account.status) }
      if rows[row].when.edtf == nil { rows[row].when = account.when }
    }
    self.rows = rows.sorted { edition.precedes($0.trigger, $1.trigger) }
  }

  /// The articles, in order of publication.
  var articles: [Article.ID] { rows.map(\.article) }

  /// The statuses that articles give the event, each with those that do, in order of publication.
  var statuses: [(status: EventStatus, articles: [Article.ID])] {
    var result: [(status: EventStatus, articles: [Article.ID])] = []
    for row in rows {
      for status in row.statuses {
        if let place = result.firstIndex(where: { $0.status == status }) {
          result[place].articles.append(row.article)
        } else {
          result.append((status, [row.article]))
        }
      }
    }
    return result
  }

  /// The accounts as a table with what they agree and differ on; nothing if there is but one.
  var blocks: [Block] {
    if rows.count < 2 { return [] }
    var blocks = comparison
    let hasFigures = rows.contains { !$0.figures.isEmpty }
    var header: [Word] = [.accountSource, .accountStatus, .accountWhen, .accountWhere, .accountWho]
    if hasFigures { header.append(.accountFigures) }
    blocks.append(
      .region(
        .div, class: "accounts",
        [
          .table(
            header: header.map { [.text(words[$0])] },
            rows: rows.map { cells(of: $0, withFigures: hasFigures) })
        ]))
    if !event.mergeReasons.isEmpty {
      let reasons = event.mergeReasons.map(words.mergeReason).joined(separator: "; ")
      blocks.append(
        .paragraph([.emphasis([.text(words(.mergeReasons, ["reasons": reasons]))])]))
    }
    return blocks
  }

  private func cells(of row: Row, withFigures: Bool) -> [[Inline]] {
    var when: [Inline] = [.text(row.when.edtf.map(phrasing.date) ?? words[.dateUnknown])]
    if let literal = row.when.literal?.collapsed, !literal.isEmpty {
      when += [" ", .emphasis([.text("(\(phrasing.quoted(literal)))")])]
    }
    let places = Set(row.places).sorted { edition.rank($0) < edition.rank($1) }
    var cells: [[Inline]] = [
      [.link(edition.source(row.article), to: edition.target(row.trigger))],
      [.text(row.statuses.map { words.name(.status, $0) }.joined(separator: "; "))],
      when, edition.enumeration(places.map(edition.link)),
      edition.enumeration(edition.byName(Array(Set(row.participants))).map(edition.link)),
    ]
    if withFigures {
      cells.append(
        edition.row(
          row.figures.compactMap { claim in
            claim.figure.map { figure in
              [
                .link(
                  "\(edition.counted(figure)): \(edition.quantity(figure))",
                  to: edition.target(claim.passage))
              ]
            }
          }))
    }
    return cells
  }

  // MARK: Agreement

  /// What a comparison of two accounts can tell.
  private enum Finding { case agree, differ, update }

  /// On what the accounts agree and differ, in words.
  private var comparison: [Block] {
    var agree: [String] = []
    var differ: [String] = []
    var update: [String] = []
    func add(_ aspect: String, _ finding: Finding?) {
      switch finding {
      case .agree: agree.append(aspect)
      case .differ: differ.append(aspect)
      case .update: update.append(aspect)
      case nil: break
      }
    }
    add(words[.aspectStatus], compare(rows.map { Set($0.statuses) }))
    add(words[.aspectDate], compareDates)
    add(words[.aspectPlaces], compare(rows.map { Set($0.places) }))
    add(words[.aspectParticipants], compare(rows.map { Set($0.participants) }))
    for metric in Figure.Metric.allCases {
      add(words.name(.metric, metric).lowercased(), compareFigures(metric))
    }
    var items: [[Inline]] = []
    if !agree.isEmpty {
      items.append([.text(words(.accountAgree, ["aspects": phrasing.list(agree)]))])
    }
    if !differ.isEmpty {
      items.append([.strong([.text(words(.accountDiffer, ["aspects": phrasing.list(differ)]))])])
    }
    if !update.isEmpty {
      items.append([.text(words(.accountUpdate, ["aspects": phrasing.list(update)]))])
    }
    return items.isEmpty ? [] : [.bullets(items)]
  }

  /// Those that name something agree if they have something in common.
  private func compare<Value: Hashable>(_ values: [Set<Value>]) -> Finding? {
    let told = values.filter { !$0.isEmpty }
    guard told.count > 1, let first = told.first else { return nil }
    return told.dropFirst().reduce(first) { $0.intersection($1) }.isEmpty ? .differ : .agree
  }

  /// Dates agree if there is a day that all of them can mean.
  private var compareDates: Finding? {
    let dates = rows.compactMap(\.when.edtf)
    guard dates.count > 1 else { return nil }
    let starts = dates.compactMap(\.earliest)
    let ends = dates.compactMap(\.latest)
    if let last = starts.max(), let first = ends.min(), first < last { return .differ }
    return .agree
  }

  /// Figures differ if two articles give numbers of the same people that no number satisfies, unless
  /// the later only goes beyond the earlier.
  private func compareFigures(_ metric: Figure.Metric) -> Finding? {
    let told = rows.map { row in
      row.figures.filter { $0.figure?.metric == metric && $0.figure?.isKnown == true }
    }.filter { !$0.isEmpty }
    guard told.count > 1 else { return nil }
    var finding = Finding.agree
    for (i, one) in told.enumerated() {
      for other in told.dropFirst(i + 1) {
        for (claim, next) in one.flatMap({ claim in other.map { (claim, $0) } }) {
          guard let x = claim.figure, let y = next.figure, x.countsTheSame(as: y),
            !x.isCompatible(with: y)
          else { continue }
          if !edition.isUpdate(next, of: claim), !edition.isUpdate(claim, of: next) {
            return .differ
          }
          finding = .update
        }
      }
    }
    return finding
  }
}

extension Edition {
  /// The day that a figure speaks for: its own, else that of its article, which knew no later one.
  func day(of claim: Claim) -> EDTF? {
    claim.asOf ?? article(claim.passage.article)?.article.published
  }

  /// Whether `claim` brings the figure of `earlier` up to date: the same people on a later day, not
  /// fewer of them, and not told by somebody else who was told of the first.
  func isUpdate(_ claim: Claim, of earlier: Claim) -> Bool {
    guard let figure = claim.figure, let old = earlier.figure, figure.countsTheSame(as: old),
      let day = day(of: claim)?.earliest, let before = self.day(of: earlier)?.latest, before < day,
      let number = figure.low ?? figure.high, let oldNumber = old.low ?? old.high,
      number > oldNumber
    else { return false }
    return claim.claimants.isEmpty || earlier.claimants.isEmpty
      || !Set(claim.claimants).isDisjoint(with: earlier.claimants)
  }
}

extension Figure {
  /// Whether a bound is known.
  fileprivate var isKnown: Bool { low != nil || high != nil }

  /// Whether both count the same fate of the same people, as the texts word them.
  func countsTheSame(as other: Figure) -> Bool {
    metric == other.metric && victims?.lowercased() == other.victims?.lowercased()
  }

  /// Whether a number satisfies both.
  func isCompatible(with other: Figure) -> Bool {
    max(low ?? 0, other.low ?? 0) <= min(high ?? .max, other.high ?? .max)
  }
}
