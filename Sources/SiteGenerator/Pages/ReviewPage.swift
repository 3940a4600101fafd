import DossierModel

extension SitePath {
  /// The page of what is to be checked, in a draft.
  static let review = SitePath("review.md")
}

/// The page of a draft that lists what deserves a decision, most valuable first, each with its
/// passages and the lines to paste into the editor's file.
struct ReviewPage: Sendable {
  private let edition: Edition
  private let items: [ReviewItem]

  private var words: Words { edition.words }

  /// How many passages of an item are shown.
  private static let shownPassages = 6

  /// The page of `review`.
  init(_ edition: Edition, _ review: ReviewList) {
    (self.edition, items) = (edition, review.items)
  }

  /// The pages; at least one.
  var pages: [PlannedPage] {
    var groups: [ListPlan.Group] = []
    for (number, item) in items.enumerated() {
      if let group = groups.firstIndex(where: { $0.id == item.kind.rawValue }) {
        groups[group].items.append(number)
      } else {
        groups.append(
          ListPlan.Group(
            title: [.text(words.name(.reviewKind, item.kind))], id: item.kind.rawValue,
            items: [number]))
      }
    }
    return ListPages(
      edition: edition, plan: ListPlan(path: .review, groups: groups, limit: 200), frame: .review,
      title: words[.reviewTitle],
      summary: items.isEmpty
        ? words[.reviewNone] : words.count(items.count, .decisions, edition.phrasing),
      entries: { numbers in numbers.map(entry) }
    ).pages
  }

  private func entry(_ number: Int) -> Block {
    let item = items[number]
    var blocks: [Block] = [.paragraph([.strong(title(of: item))])]
    let passages = item.passages.prefix(Self.shownPassages).map { passage -> [Inline] in
      [
        .link(edition.phrasing.quoted(edition.words(at: passage)), to: edition.target(passage)),
        " ", .emphasis([edition.source(passage)]),
      ]
    }
    if !passages.isEmpty { blocks.append(.bullets(passages)) }
    for proposal in item.proposals {
      let meaning = words.name(.reviewMeaning, proposal.meaning)
      let label = proposal.value.map { "\(meaning): \($0)" } ?? meaning
      blocks.append(.paragraph([.emphasis([.text(label)])]))
      blocks.append(
        .region(.div, class: "paste", proposal.lines.map { .paragraph([.code($0)]) }))
    }
    return .region(.div, class: "entry", blocks)
  }

  /// What an item is about, leading to its page if it has one.
  private func title(of item: ReviewItem) -> [Inline] {
    switch item.subject {
    case .article(let id): [edition.link(id)]
    case .event(let id): [edition.link(id)]
    case .actor(let id): [edition.link(id)]
    case .quotation, .words: [.text(item.title.collapsed)]
    }
  }
}
