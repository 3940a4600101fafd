/// A place in a file: where a decision stands.
public struct SourcePosition: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The file, as the user named it.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column in code points, from 1.
  public var column: Int

  /// The `column` of `line` in `file`.
  public init(file: String, line: Int, column: Int) {
    (self.file, self.line, self.column) = (file, line, column)
  }

  /// `file:line:column`.
  public var description: String { "\(file):\(line):\(column)" }

  /// By file, then line, then column.
  public static func < (a: Self, b: Self) -> Bool {
    if a.file != b.file { return a.file.utf8.lexicographicallyPrecedes(b.file.utf8) }
    return (a.line, a.column) < (b.line, b.column)
  }
}

/// A value that the editor has decided, and where.
public struct Decided<Value: Hashable & Sendable>: Hashable, Sendable {
  /// What was decided; where `Value` is optional, `nil` is the decision that there is none.
  public var value: Value
  /// Where it stands.
  public var position: SourcePosition

  /// The decision for `value` at `position`.
  public init(_ value: Value, at position: SourcePosition) {
    (self.value, self.position) = (value, position)
  }
}

/// What the editor has decided: the contents of all the editor's files, checked, with passages
/// resolved against the articles.
///
/// A property is `nil` if the editor says nothing; an empty list, or a `Decided` of `nil`, is the
/// decision that there is none. Names of actors and locations are as the editor wrote them: the
/// editor's file is read before anything is known of actors and places. Decisions over one thing in
/// several places are one decision here; none contradict each other. Lists are in the order of the
/// files' paths, then of the lines.
public struct EditorFile: Hashable, Sendable {
  /// The title of the dossier.
  public var title: Decided<String>?
  /// The language of the site's words, BCP 47.
  public var language: Decided<String>?
  /// Decisions over articles.
  public var articles: [ArticleDecision] = []
  /// Decisions over actors.
  public var actors: [ActorDecision] = []
  /// Decisions over locations.
  public var locations: [LocationDecision] = []
  /// Names that must not be taken for one another.
  public var separate: [Separation] = []
  /// Decisions over events, and events that the editor adds.
  public var events: [EventDecision] = []
  /// Decisions over quotations.
  public var quotations: [QuotationDecision] = []
  /// Decisions over claims.
  public var claims: [ClaimDecision] = []
  /// Decisions over what words refer to.
  public var mentions: [MentionDecision] = []
  /// Decisions over what temporal expressions mean.
  public var dates: [DateDecision] = []
  /// Corrections that readers are told of.
  public var corrections: [CorrectionDecision] = []

  /// An editor's file that decides nothing.
  public init() {}
}

/// What the editor says of an article; `Article` has it already where it shows there.
public struct ArticleDecision: Hashable, Sendable {
  /// Where the decision stands.
  public var position: SourcePosition
  /// The path of the article in the articles folder.
  public var file: String
  /// When it was published; `nil` is unknown, whatever the text states.
  public var published: Decided<EDTF?>?
  /// The title.
  public var title: Decided<String?>?
  /// Who published it.
  public var publisher: Decided<String?>?
  /// Who wrote it.
  public var author: Decided<String?>?
  /// Where it was published; `http` or `https`.
  public var url: Decided<String?>?
  /// When it was taken from there.
  public var retrieved: Decided<EDTF?>?
  /// Where an archive keeps it; `http` or `https`.
  public var archiveURL: Decided<String?>?
  /// The language, BCP 47.
  public var language: Decided<String>?
  /// Whether it is a translation.
  public var translated: Decided<Article.Translation?>?
  /// A remark for readers.
  public var note: Decided<String>?
  /// Whether it is left out of the dossier.
  public var exclude: Decided<Bool>?

  /// A decision over the article at the path `file`.
  public init(position: SourcePosition, file: String) {
    (self.position, self.file) = (position, file)
  }
}

/// What the editor says of an actor.
public struct ActorDecision: Hashable, Sendable {
  /// Where the decision stands.
  public var position: SourcePosition
  /// The canonical name.
  public var name: Decided<String>
  /// Other forms of the name.
  public var aliases: [Decided<String>]?
  /// The kind.
  public var kind: Decided<ActorKind>?
  /// The country (ISO 3166-1 alpha-2).
  public var country: Decided<String?>?
  /// Titles and roles, in the place of what was read.
  public var roles: [Decided<String>]?
  /// The side of the conflict that it is on; `nil` is none.
  public var side: Decided<String?>?
  /// The Wikidata item, `Q…`.
  public var wikidata: Decided<String?>?
  /// Whether it is left out, with what only it says.
  public var hide: Decided<Bool>?
  /// A remark for readers.
  public var note: Decided<String>?

  /// A decision over the actor `name`.
  public init(position: SourcePosition, name: Decided<String>) {
    (self.position, self.name) = (position, name)
  }
}

/// What the editor says of a location.
public struct LocationDecision: Hashable, Sendable {
  /// A representative point.
  public struct Point: Hashable, Sendable {
    /// Degrees north, -90 to 90.
    public var latitude: Double
    /// Degrees east, -180 to 180.
    public var longitude: Double

    /// The point at `latitude` and `longitude`.
    public init(latitude: Double, longitude: Double) {
      (self.latitude, self.longitude) = (latitude, longitude)
    }
  }

  /// Where the decision stands.
  public var position: SourcePosition
  /// The canonical name.
  public var name: Decided<String>
  /// Other forms of the name.
  public var aliases: [Decided<String>]?
  /// The kind.
  public var kind: Decided<LocationKind>?
  /// A representative point.
  public var point: Decided<Point>?
  /// The country (ISO 3166-1 alpha-2).
  public var country: Decided<String?>?
  /// UCDP where_prec, 1 to 7; `nil` is unknown.
  public var precision: Decided<Int?>?
  /// The GeoNames id; `nil` is none.
  public var geonames: Decided<Int?>?
  /// A remark for readers on the place's status.
  public var statusNote: Decided<String>?
  /// Whether it is left out.
  public var hide: Decided<Bool>?
  /// A remark for readers.
  public var note: Decided<String>?

  /// A decision over the location `name`.
  public init(position: SourcePosition, name: Decided<String>) {
    (self.position, self.name) = (position, name)
  }
}

/// Names that look alike and are several actors or places.
public struct Separation: Hashable, Sendable {
  /// Where the decision stands.
  public var position: SourcePosition
  /// The names, at least two, no two alike.
  public var names: [Decided<String>]

  /// The decision that `names` are several.
  public init(position: SourcePosition, names: [Decided<String>]) {
    (self.position, self.names) = (position, names)
  }
}

/// What the editor says of an event.
public struct EventDecision: Hashable, Sendable {
  /// Which event is meant.
  public enum Subject: Hashable, Sendable {
    /// The event with this id.
    case id(Event.ID)
    /// The event that has these words among its evidence, or that they now tell.
    case evidence(Passage)
    /// A new event, which its `evidence` tells.
    case new
  }

  /// Somebody's part.
  public struct Participant: Hashable, Sendable {
    /// The name of the actor.
    public var actor: Decided<String>
    /// What it did or suffered.
    public var role: ParticipantRole

    /// The part of `actor`.
    public init(actor: Decided<String>, role: ParticipantRole) {
      (self.actor, self.role) = (actor, role)
    }
  }

  /// How one article tells it, as far as it is decided.
  public struct Account: Hashable, Sendable {
    /// The article.
    public var article: Article.ID
    /// Where the decision stands.
    public var position: SourcePosition
    /// Whether the article tells it as a fact.
    public var status: Decided<EventStatus>?
    /// When it happened, by that article; `nil` is unknown.
    public var date: Decided<EDTF?>?

    /// The account of `article`, of which nothing is decided.
    public init(article: Article.ID, position: SourcePosition) {
      (self.article, self.position) = (article, position)
    }
  }

  /// Where the decision stands.
  public var position: SourcePosition
  /// Which event is meant.
  public var subject: Subject
  /// The id that the event is to have, where a passage names it.
  public var id: Decided<Event.ID>?
  /// The words that tell it, in the place of what was read.
  public var evidence: [Decided<Passage>]?
  /// The title.
  public var title: Decided<String>?
  /// The type.
  public var type: Decided<EventType>?
  /// Whether it is told as a fact.
  public var status: Decided<EventStatus>?
  /// When it happened; `nil` is unknown.
  public var date: Decided<EDTF?>?
  /// How long it lasted (ISO 8601); `nil` is unknown.
  public var duration: Decided<String?>?
  /// How articles tell it.
  public var accounts: [Account]?
  /// Who took part, in the place of what was read.
  public var participants: [Participant]?
  /// The names of its places, in the place of what was read.
  public var locations: [Decided<String>]?
  /// Events that are this one.
  public var merge: [Decided<Event.ID>]?
  /// Whether its accounts, or the passages of its only account, tell an event each.
  public var split: Decided<Bool>?
  /// Whether claimants of opposed sides differ.
  public var contested: Decided<Bool>?
  /// The event that it belongs to; `nil` is none.
  public var partOf: Decided<Event.ID?>?
  /// Whether it is left out.
  public var hide: Decided<Bool>?
  /// Where review stands.
  public var review: Decided<Review>?
  /// A remark for readers.
  public var note: Decided<String>?

  /// A decision over `subject`.
  public init(position: SourcePosition, subject: Subject) {
    (self.position, self.subject) = (position, subject)
  }
}

/// What the editor says of reported speech.
public struct QuotationDecision: Hashable, Sendable {
  /// Where the decision stands.
  public var position: SourcePosition
  /// The words.
  public var passage: Passage
  /// The names of the speakers.
  public var speakers: [Decided<String>]?
  /// How it is reported.
  public var kind: Decided<QuotationKind>?
  /// Whether its marks are whole.
  public var integrity: Decided<Integrity>?
  /// The names of the tellers, from the speaker outward.
  public var chain: [Decided<String>]?
  /// The quotation that it goes on with; `nil` is none.
  public var continues: Decided<Quotation.ID?>?
  /// The words that introduce it, the nearest in the article; `nil` is none.
  public var cue: Decided<String?>?
  /// The events that it is about.
  public var about: [Decided<Event.ID>]?
  /// When it was said; `nil` is unknown.
  public var date: Decided<EDTF?>?
  /// The words before they were translated; `nil` is that they are not known.
  public var original: Decided<Quotation.Original?>?
  /// Whether it is left out.
  public var hide: Decided<Bool>?
  /// Where review stands.
  public var review: Decided<Review>?
  /// A remark for readers.
  public var note: Decided<String>?

  /// A decision over the quotation at `passage`.
  public init(position: SourcePosition, passage: Passage) {
    (self.position, self.passage) = (position, passage)
  }
}

/// What the editor says of a claim.
public struct ClaimDecision: Hashable, Sendable {
  /// A figure, as far as it is decided.
  public struct Figure: Hashable, Sendable {
    /// What is counted.
    public var metric: Decided<DossierModel.Figure.Metric>?
    /// Who is counted, as the text words it.
    public var victims: Decided<String?>?
    /// The least; `nil` is unknown.
    public var low: Decided<Int?>?
    /// The most; `nil` is unknown.
    public var high: Decided<Int?>?
    /// How exact the number is.
    public var qualifier: Decided<DossierModel.Figure.Qualifier>?

    /// A figure of which nothing is decided.
    public init() {}
  }

  /// Which claim is meant.
  public enum Subject: Hashable, Sendable {
    /// The claim with this id.
    case id(Claim.ID)
    /// The claim whose clause this is; of several the one of the kind and metric that are decided.
    case passage(Passage)
  }

  /// Where the decision stands.
  public var position: SourcePosition
  /// Which claim is meant.
  public var subject: Subject
  /// The names of those who claim it; empty is the article's own voice.
  public var claimants: [Decided<String>]?
  /// The names of those who are accused or addressed.
  public var addressees: [Decided<String>]?
  /// The events that it is about.
  public var about: [Decided<Event.ID>]?
  /// The names of the tellers, from the claimant outward.
  public var chain: [Decided<String>]?
  /// What sort of statement.
  public var kind: Decided<ClaimKind>?
  /// Whether it is asserted.
  public var modality: Decided<Modality>?
  /// The day that a figure speaks for; `nil` is unknown.
  public var asOf: Decided<EDTF?>?
  /// The figure.
  public var figure: Decided<Figure>?
  /// Whether it is left out.
  public var hide: Decided<Bool>?
  /// Where review stands.
  public var review: Decided<Review>?
  /// A remark for readers.
  public var note: Decided<String>?

  /// A decision over `subject`.
  public init(position: SourcePosition, subject: Subject) {
    (self.position, self.subject) = (position, subject)
  }
}

/// What the editor says that words refer to: an actor, a location or both.
public struct MentionDecision: Hashable, Sendable {
  /// Where the decision stands.
  public var position: SourcePosition
  /// The words.
  public var passage: Passage
  /// The name of the actor; `nil` is none.
  public var actor: Decided<String?>?
  /// The name of the location; `nil` is none.
  public var location: Decided<String?>?
  /// What sort of thing the words name.
  public var label: Decided<ArticleReading.Mention.Label>?
  /// Whether the words are no name.
  public var hide: Decided<Bool>?

  /// A decision over the words at `passage`.
  public init(position: SourcePosition, passage: Passage) {
    (self.position, self.passage) = (position, passage)
  }
}

/// What the editor says that a temporal expression means.
public struct DateDecision: Hashable, Sendable {
  /// Where the decision stands.
  public var position: SourcePosition
  /// The words.
  public var passage: Passage
  /// The date; `nil` is unknown.
  public var edtf: Decided<EDTF?>?
  /// How long (ISO 8601); `nil` is unknown.
  public var duration: Decided<String?>?
  /// How the time relates to what is told.
  public var relation: Decided<TemporalExpression.Relation>?
  /// Whether the words say no time.
  public var hide: Decided<Bool>?

  /// A decision over the words at `passage`.
  public init(position: SourcePosition, passage: Passage) {
    (self.position, self.passage) = (position, passage)
  }
}

/// A correction that readers are told of.
public struct CorrectionDecision: Hashable, Sendable {
  /// Where the decision stands.
  public var position: SourcePosition
  /// The day, month or year on which the correction was made.
  public var date: EDTF
  /// The ids of the articles, events, actors and locations that it is about.
  public var pages: [Decided<String>]
  /// What was wrong and what is right now.
  public var text: String

  /// The correction `text` of `date`.
  public init(position: SourcePosition, date: EDTF, pages: [Decided<String>], text: String) {
    (self.position, self.date, self.pages, self.text) = (position, date, pages, text)
  }
}
