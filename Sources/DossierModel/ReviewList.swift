/// What deserves a decision of the editor, most valuable first.
public struct ReviewList: Hashable, Sendable {
  /// The items, by descending weight, then by place.
  public var items: [ReviewItem]

  /// A list of `items`, put in order.
  public init(_ items: [ReviewItem]) {
    self.items = items.sorted { a, b in
      if a.weight != b.weight { return a.weight > b.weight }
      guard let x = a.passages.first, let y = b.passages.first, x != y else { return a.id < b.id }
      return x < y
    }
  }
}

/// Something that the program could not settle, or settled on thin grounds, with the decisions that
/// would settle it.
public struct ReviewItem: Hashable, Sendable {
  /// What is open.
  public enum Kind: String, CaseIterable, Sendable {
    /// An article has no date of publication, and its relative dates stay open.
    case publication
    /// Figures for one event differ.
    case figures
    /// Nobody knows who speaks.
    case speaker
    /// An event has no date.
    case eventDate = "event-date"
    /// Accounts of several articles were taken for one event, or left two, on thin grounds.
    case merge
    /// Names that are written differently were taken for one person, or left two.
    case identity
    /// A name is not resolved.
    case name
    /// The marks of a quotation are not whole.
    case damage
  }

  /// What the item is about.
  public enum Subject: Hashable, Sendable {
    case article(Article.ID)
    case event(Event.ID)
    case quotation(Quotation.ID)
    case actor(Actor.ID)
    /// The words at the item's first passage.
    case words
  }

  /// A decision that would settle the item.
  public struct Proposal: Hashable, Sendable {
    /// What the decision says; `value` of the proposal completes it.
    public enum Meaning: String, CaseIterable, Sendable {
      /// The article was published on the day `value`.
      case publishedOn = "published-on"
      /// Nobody knows when the article was published.
      case publicationUnknown = "publication-unknown"
      /// The actor `value` speaks.
      case speaker
      /// It happened at the time `value`.
      case date
      /// What is published stands: the doubt was looked into.
      case accept
      /// The words `value` are taken off the pages.
      case hide
      /// The marks are whole.
      case intact
      /// The event `value` is the same event.
      case merge
      /// Each article tells an event of its own.
      case split
      /// The names are one actor's, called `value`.
      case same
      /// The names are several actors'.
      case separate
      /// The words name the actor `value`.
      case actor
      /// The words name the location `value`.
      case location
      /// The words name a location that is not known yet.
      case newLocation = "new-location"
      /// The words name nobody that could be told.
      case unresolved
      /// The words are no name.
      case noName = "no-name"
    }

    /// What the decision says.
    public var meaning: Meaning
    /// The name, date, title or words that complete the meaning.
    public var value: String?
    /// The lines of the editor's file that say it, the section's own line first.
    public var lines: [String]

    /// The proposal that `lines` say `meaning`, completed by `value`.
    public init(_ meaning: Meaning, value: String? = nil, lines: [String]) {
      (self.meaning, self.value, self.lines) = (meaning, value, lines)
    }
  }

  /// What is open.
  public var kind: Kind
  /// What it is about.
  public var subject: Subject
  /// What tells it from other items of its kind about the same subject: the other event of a pair, or
  /// what figures count.
  public var detail: String?
  /// The name, title or words that it is about.
  public var title: String
  /// Where it shows; the first is the place to look at.
  public var passages: [Passage]
  /// How much hangs on it: the stake of its kind and the number of published things it touches.
  public var weight: Int
  /// What can be decided, the likeliest first.
  public var proposals: [Proposal]

  /// An open question of `kind` about `subject`.
  public init(
    _ kind: Kind, _ subject: Subject, detail: String? = nil, title: String, passages: [Passage],
    weight: Int, proposals: [Proposal]
  ) {
    (self.kind, self.subject, self.detail, self.title) = (kind, subject, detail, title)
    (self.passages, self.weight, self.proposals) = (passages, weight, proposals)
  }

  /// A name for scripts: the kind and what it is about, the same in every build of the same articles.
  public var id: String {
    let subject =
      switch subject {
      case .article(let id): id.rawValue
      case .event(let id): id.rawValue
      case .quotation(let id): id.rawValue
      case .actor(let id): id.rawValue
      case .words: (passages.first.map { "\($0.article):" } ?? "") + title
      }
    return "\(kind.rawValue):\(subject)" + (detail.map { ":\($0)" } ?? "")
  }
}
