/// All that the articles say, linked: what the pages and the data files are made from.
///
/// Arrays are sorted: articles, actors and locations by id; events by date, then id; quotations and
/// claims by article, then place in the text.
public struct Dossier: Sendable {
  /// The title.
  public var title: String
  /// The language of the site's words, BCP 47.
  public var language: String
  /// The articles with what was read in them.
  public var articles: [ArticleRecord]
  /// The actors.
  public var actors: [Actor]
  /// The locations.
  public var locations: [Location]
  /// The events.
  public var events: [Event]
  /// The quotations.
  public var quotations: [Quotation]
  /// The claims.
  public var claims: [Claim]
  /// The sides on which actors stand, of those that stand on one.
  public var sides: [Actor.ID: Side]
  /// Corrections that readers are told of, the latest first.
  public var corrections: [Correction]

  /// An empty dossier.
  public init(title: String, language: String) {
    (self.title, self.language) = (title, language)
    (articles, actors, locations, events, quotations, claims) = ([], [], [], [], [], [])
    sides = [:]
    corrections = []
  }
}

/// An article and what was read in it, resolved.
public struct ArticleRecord: Sendable {
  /// The article.
  public var article: Article
  /// Whether it was read at all; a text in a language without tables is not.
  public var isAnalyzed = true
  /// Its paragraphs.
  public var paragraphs: [TextSpan]
  /// Its sentences.
  public var sentences: [TextSpan]
  /// Its mentions, in order of the text.
  public var mentions: [Mention]
  /// Its temporal expressions, in order of the text.
  public var dates: [TemporalExpression]

  /// An article with nothing read in it.
  public init(article: Article) {
    self.article = article
    (paragraphs, sentences, mentions, dates) = ([], [], [], [])
  }

  /// Words that refer to an actor, a place or both.
  public struct Mention: Sendable, Hashable {
    /// The words.
    public var span: TextSpan
    /// What sort of thing they name.
    public var label: ArticleReading.Mention.Label
    /// The actor.
    public var actor: Actor.ID?
    /// The place.
    public var location: Location.ID?
    /// How the reference was found.
    public var resolution: ArticleReading.Mention.Resolution
    /// The rule that found it.
    public var sieve: String

    /// A mention at `span`.
    public init(
      span: TextSpan, label: ArticleReading.Mention.Label, actor: Actor.ID?,
      location: Location.ID?, resolution: ArticleReading.Mention.Resolution, sieve: String
    ) {
      (self.span, self.label, self.actor, self.location) = (span, label, actor, location)
      (self.resolution, self.sieve) = (resolution, sieve)
    }
  }
}

/// A decision of the editor that shows on a page.
public struct EditorialDecision: Sendable, Hashable {
  /// What was decided: the keys of the editor's file.
  public var keys: [String]
  /// The editor's remark for readers.
  public var note: String?
  /// Where the decisions stand; not published.
  public var positions: [SourcePosition]

  /// A decision over `keys`, which stands at `positions`.
  public init(keys: [String], note: String? = nil, positions: [SourcePosition] = []) {
    (self.keys, self.note, self.positions) = (keys, note, positions)
  }
}

/// A person, state, institution or group.
public struct Actor: Sendable, Hashable {
  /// The identity of an actor.
  public typealias ID = Identifier<Actor>

  /// A title or role with the passages that give it.
  public struct Role: Sendable, Hashable {
    /// The words, without article.
    public var text: String
    /// Where they stand.
    public var evidence: [Passage]

    /// The role `text`.
    public init(text: String, evidence: [Passage]) { (self.text, self.evidence) = (text, evidence) }
  }

  /// Why a name was taken for this actor's.
  public struct Merge: Sendable, Hashable {
    /// The rule, such as `same-key` or `name-variant`.
    public var rule: String
    /// The name, as one article has it.
    public var name: String

    /// The name `name`, taken for the actor's by `rule`.
    public init(rule: String, name: String) { (self.rule, self.name) = (rule, name) }
  }

  /// The slug of the canonical name.
  public var id: ID
  /// The canonical name.
  public var name: String
  /// The definite article of the name in the site's language ("le", "l'"); `nil` if it takes none.
  public var article: String?
  /// The kind.
  public var kind: ActorKind
  /// Every form that occurs, as written, sorted, the name itself left out unless it occurs.
  public var aliases: [String]
  /// The country (ISO 3166-1 alpha-2).
  public var country: String?
  /// Titles and roles.
  public var roles: [Role]
  /// The side of the conflict that it is on, as the editor calls it.
  public var side: String?
  /// Names of several articles that were taken for this actor's, with the reason, by rule and name.
  public var merges: [Merge]
  /// The Wikidata item, `Q…`.
  public var wikidata: String?
  /// The editor's decision, if there is one.
  public var editorial: EditorialDecision?

  /// An actor.
  public init(id: ID, name: String, kind: ActorKind) {
    (self.id, self.name, self.kind) = (id, name, kind)
    (aliases, roles, merges) = ([], [], [])
  }
}

/// A place.
public struct Location: Sendable, Hashable {
  /// The identity of a location.
  public typealias ID = Identifier<Location>

  /// The slug of the canonical name.
  public var id: ID
  /// The canonical name.
  public var name: String
  /// The kind.
  public var kind: LocationKind
  /// Every form that occurs, as written, sorted.
  public var aliases: [String]
  /// Degrees north of a representative point.
  public var latitude: Double?
  /// Degrees east.
  public var longitude: Double?
  /// UCDP where_prec, 1 to 7.
  public var precision: Int?
  /// The country (ISO 3166-1 alpha-2).
  public var country: String?
  /// The GeoNames id.
  public var geonames: Int?
  /// The editor's remark on the place's status.
  public var statusNote: String?
  /// The editor's decision, if there is one.
  public var editorial: EditorialDecision?

  /// A location.
  public init(id: ID, name: String, kind: LocationKind) {
    (self.id, self.name, self.kind) = (id, name, kind)
    aliases = []
  }
}

/// An event, told by one passage or many.
public struct Event: Sendable, Hashable {
  /// The identity of an event.
  public typealias ID = Identifier<Event>

  /// When it happened.
  public struct When: Sendable, Hashable {
    /// The date.
    public var edtf: EDTF?
    /// The duration (ISO 8601).
    public var duration: String?
    /// The words that date it.
    public var literal: String?
    /// How it is known.
    public var basis: DateBasis
    /// Where the words stand.
    public var passage: Passage?

    /// A date.
    public init(
      edtf: EDTF? = nil, duration: String? = nil, literal: String? = nil,
      basis: DateBasis = .unknown, passage: Passage? = nil
    ) {
      (self.edtf, self.duration, self.literal) = (edtf, duration, literal)
      (self.basis, self.passage) = (basis, passage)
    }
  }

  /// A place of the event.
  public struct Place: Sendable, Hashable {
    /// The location.
    public var location: Location.ID
    /// The passages that say so.
    public var evidence: [Passage]

    /// The place `location`.
    public init(location: Location.ID, evidence: [Passage]) {
      (self.location, self.evidence) = (location, evidence)
    }
  }

  /// Somebody's part in the event.
  public struct Participant: Sendable, Hashable {
    /// The actor.
    public var actor: Actor.ID
    /// What it did or suffered.
    public var role: ParticipantRole
    /// The passages that say so.
    public var evidence: [Passage]

    /// The part of `actor`.
    public init(actor: Actor.ID, role: ParticipantRole, evidence: [Passage]) {
      (self.actor, self.role, self.evidence) = (actor, role, evidence)
    }
  }

  /// How one article tells the event.
  public struct Account: Sendable, Hashable {
    /// The article.
    public var article: Article.ID
    /// The status in that article.
    public var status: EventStatus
    /// The date in that article.
    public var when: When
    /// The words that name it there.
    public var trigger: Passage
    /// The rule that found it there; empty where the editor told it.
    public var rule = ""

    /// The account of `article`.
    public init(article: Article.ID, status: EventStatus, when: When, trigger: Passage) {
      (self.article, self.status, self.when, self.trigger) = (article, status, when, trigger)
    }
  }

  /// The identity.
  public var id: ID
  /// Identities that it had, or that were merged into it.
  public var formerIDs: [ID]
  /// The title, in the site's language.
  public var title: String
  /// The type.
  public var type: EventType
  /// Whether it is told as a fact.
  public var status: EventStatus
  /// When it happened.
  public var when: When
  /// Where.
  public var places: [Place]
  /// Who took part.
  public var participants: [Participant]
  /// The event that it belongs to.
  public var partOf: ID?
  /// The passages that tell it.
  public var evidence: [Passage]
  /// How each article tells it, in order of publication.
  public var accounts: [Account]
  /// Claims with a figure, by the day they speak for.
  public var figures: [Claim.ID]
  /// The other claims about it.
  public var claims: [Claim.ID]
  /// The quotations about it.
  public var quotations: [Quotation.ID]
  /// Whether claimants of opposed sides differ.
  public var contested: Bool
  /// What they differ on and what they say.
  public var contests: [Contest]
  /// Why two mentions were taken for one event, for readers.
  public var mergeReasons: [String]
  /// Where review stands.
  public var review: Review
  /// The editor's decision, if there is one.
  public var editorial: EditorialDecision?

  /// An event with nothing known but its type.
  public init(id: ID, title: String, type: EventType) {
    (self.id, self.title, self.type) = (id, title, type)
    status = .occurred
    when = When()
    (formerIDs, places, participants, evidence, accounts) = ([], [], [], [], [])
    (figures, claims, quotations, mergeReasons, contests) = ([], [], [], [], [])
    contested = false
    review = .none
  }
}

/// Reported speech.
public struct Quotation: Sendable, Hashable {
  /// The identity of a quotation: `<article>-c<start>-<end>` in code points.
  public typealias ID = Identifier<Quotation>

  /// The words as they were said, where the article translates them.
  public struct Original: Sendable, Hashable {
    /// The words.
    public var text: String
    /// Their language, BCP 47.
    public var language: String?
    /// Where they are published; `http` or `https`.
    public var url: String?

    /// The words `text`.
    public init(text: String, language: String? = nil, url: String? = nil) {
      (self.text, self.language, self.url) = (text, language, url)
    }
  }

  /// The identity.
  public var id: ID
  /// Where its words stand.
  public var passage: Passage
  /// The same in code points, half-open.
  public var codePoints: Range<Int>
  /// How it is reported.
  public var kind: QuotationKind
  /// The quotation that this one goes on with after an interruption.
  public var continues: ID?
  /// Who speaks.
  public var speakers: [Actor.ID]
  /// How the speaker was found.
  public var basis: SpeakerBasis
  /// The sieve that found the speaker.
  public var sieve: String
  /// The words that introduce it.
  public var cue: Passage?
  /// Whether its marks are whole.
  public var integrity: Integrity
  /// The tellers from the speaker outward.
  public var chain: [Actor.ID]
  /// The events that it is about.
  public var about: [Event.ID]
  /// When it was said.
  public var date: EDTF?
  /// The words before they were translated, as the editor gives them.
  public var original: Original?
  /// Where review stands.
  public var review: Review
  /// The editor's decision, if there is one.
  public var editorial: EditorialDecision?

  /// A quotation.
  public init(id: ID, passage: Passage, codePoints: Range<Int>, kind: QuotationKind) {
    (self.id, self.passage, self.codePoints, self.kind) = (id, passage, codePoints, kind)
    (speakers, chain, about) = ([], [], [])
    (basis, sieve, integrity, review) = (.unresolved, "", .intact, .none)
  }

  /// The anchor of its place on the article's page, `c<start>-<end>`.
  public var anchor: String { "c\(codePoints.lowerBound)-\(codePoints.upperBound)" }
}

/// A statement that somebody answers for.
public struct Claim: Sendable, Hashable {
  /// The identity of a claim.
  public typealias ID = Identifier<Claim>

  /// The identity.
  public var id: ID
  /// Its clause.
  public var passage: Passage
  /// What sort of statement.
  public var kind: ClaimKind
  /// Who claims it; empty is the article's own voice.
  public var claimants: [Actor.ID]
  /// The tellers from the claimant outward.
  public var chain: [Actor.ID]
  /// Who is accused or addressed.
  public var addressees: [Actor.ID]
  /// The events that it is about.
  public var about: [Event.ID]
  /// Whether it is asserted.
  public var modality: Modality
  /// The day that a figure speaks for.
  public var asOf: EDTF?
  /// The figure.
  public var figure: Figure?
  /// The rule that found it.
  public var sieve: String
  /// Where review stands.
  public var review: Review
  /// The editor's decision, if there is one.
  public var editorial: EditorialDecision?

  /// A claim.
  public init(id: ID, passage: Passage, kind: ClaimKind) {
    (self.id, self.passage, self.kind) = (id, passage, kind)
    (claimants, chain, addressees, about) = ([], [], [], [])
    (modality, sieve, review) = (.asserted, "", .none)
  }
}

extension ArticleRecord {
  /// The sentence around `span`: what stands before it, its words, and what stands after, the
  /// first and the last cut to whole words of about `limit` bytes.
  public func surroundings(
    of span: TextSpan, limit: Int = 120
  ) -> (before: String, words: String, after: String) {
    let touched = sentences.overlapping(span, \.self)
    let start = min(touched.first?.start ?? span.start, span.start)
    let end = max(touched.last?.end ?? span.end, span.end)
    let bytes = article.text.bytes
    var first = start
    if span.start - start > limit {
      first = span.start - limit
      while first < span.start, bytes[first] != 32 { first += 1 }
    }
    var last = end
    if end - span.end > limit {
      last = span.end + limit
      while last > span.end, bytes[last] != 32 { last -= 1 }
    }
    return (
      (first > start ? "…" : "") + article.text[TextSpan(first, span.start)],
      article.text[span],
      article.text[TextSpan(span.end, last)] + (last < end ? " …" : "")
    )
  }
}
