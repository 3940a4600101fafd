import DossierModel

/// All quotations in three orders: by speaker, by event, by date.
struct QuotationLists: Sendable {
  /// How many stand on one page.
  static let limit = 200

  private let edition: Edition
  private var dossier: Dossier { edition.dossier }
  private var words: Words { edition.words }

  /// The lists of `edition`.
  init(_ edition: Edition) { self.edition = edition }

  /// The pages of the three lists.
  var pages: [PlannedPage] {
    let count = words.count(dossier.quotations.count, .quotations, edition.phrasing)
    let bySpeaker = list(
      edition.quotationList, .navQuotations, summary: count, leavingOut: .speaker)
    if dossier.quotations.isEmpty { return bySpeaker }
    return bySpeaker
      + list(byEvent, .quotationsByEventTitle, summary: count, leavingOut: .events)
      + list(
        byDate, .quotationsByDateTitle, summary: "\(count). \(words[.quotationsByDateSummary])")
  }

  private func list(
    _ plan: ListPlan, _ title: Word, summary: String, leavingOut omitted: Edition.Omission = []
  ) -> [PlannedPage] {
    let edition = edition
    return ListPages(
      edition: edition, plan: plan, frame: .quotations, title: words[title],
      views: views(besides: plan.path), summary: summary, ingredient: { $1.add(quotation: $0) }
    ) { edition.entries(Array($0), leavingOut: omitted) }.pages
  }

  /// The ways to the other orders, the one at hand without a link.
  private func views(besides path: SitePath) -> [Block] {
    if dossier.quotations.isEmpty { return [] }
    let orders: [(SitePath, Word)] = [
      (.quotations, .quotationsBySpeaker), (.quotationsByEvent, .quotationsByEvent),
      (.quotationsByDate, .quotationsByDate),
    ]
    let items = orders.map { target, word -> [Inline] in
      [
        target == path
          ? .strong([.text(words[word])]) : .link(words[word], to: .page(target))
      ]
    }
    return [.region(.nav, class: "views", label: words[.viewsLabel], [.bullets(items)])]
  }

  /// By the events that they are about, in order of time; those about none last.
  private var byEvent: ListPlan {
    var groups = dossier.events.filter { !$0.quotations.isEmpty }.map { event in
      ListPlan.Group(
        title: [edition.link(event.id)], id: event.id.rawValue,
        items: event.quotations.compactMap { edition.index.quotationNumber[$0] })
    }
    let about = Set(groups.flatMap(\.items))
    let rest = dossier.quotations.indices.filter { !about.contains($0) }
    if !rest.isEmpty {
      groups.append(
        ListPlan.Group(title: [.text(words[.quotationsOfNoEvent])], id: "none", items: rest))
    }
    return ListPlan(path: .quotationsByEvent, groups: groups, limit: Self.limit)
  }

  /// By the day on which they were said, or else on which their article was published.
  private var byDate: ListPlan {
    let dates = dossier.quotations.map {
      $0.date ?? edition.article($0.passage.article)?.article.published
    }
    let order = dates.indices.sorted { a, b in
      switch (dates[a]?.earliest, dates[b]?.earliest) {
      case (let x?, let y?) where x != y: x < y
      case (nil, _?): false
      case (_?, nil): true
      default: a < b
      }
    }
    let groups = edition.months(
      of: edition.yearPlan(order, undated: words[.undatedGroup]) { dates[$0] }
    ) { dates[$0] }
    return ListPlan(path: .quotationsByDate, groups: groups, limit: Self.limit)
  }
}
