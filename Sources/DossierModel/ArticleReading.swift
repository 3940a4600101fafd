/// What one article says: spans over its text and what they mean, found in that article alone.
///
/// Things point to each other by their index in the arrays here; `Dossier` has them by identity.
public struct ArticleReading: Sendable, Hashable {
  /// The article that was read.
  public var article: Article.ID
  /// Whether it was read at all; a text in a language without tables is not.
  public var isAnalyzed = true
  /// The language that the text turned out to be in (BCP 47, `und` where that cannot be told), if it is
  /// not the one stated.
  public var language: String?
  /// The byte up to which it was read, if the text says more than is read of one article; what follows
  /// has paragraphs and sentences only.
  public var end: Int?
  /// Its paragraphs, in order, without the line breaks between them.
  public var paragraphs: [TextSpan] = []
  /// Its sentences, in order; none crosses a paragraph.
  public var sentences: [TextSpan] = []
  /// Persons, institutions, states and groups that the text speaks of.
  public var actors: [Actor] = []
  /// Places that the text speaks of.
  public var places: [Place] = []
  /// The names, descriptions and pronouns that refer to them, in order of the text.
  public var mentions: [Mention] = []
  /// The temporal expressions, in order of the text.
  public var dates: [TemporalExpression] = []
  /// Direct, mixed and indirect speech, in order of the text.
  public var quotations: [Quotation] = []
  /// Statements with a claimant, figures among them, in order of the text.
  public var claims: [Claim] = []
  /// What is told to have happened, in order of the text.
  public var events: [Event] = []

  /// A reading that has found nothing yet.
  public init(article: Article.ID) { self.article = article }

  /// An actor as one article knows it: a person, institution, state or group with all its mentions.
  public struct Actor: Sendable, Hashable {
    /// The fullest name in this article, or the canonical name if it is known to the world's tables;
    /// for unnamed people head noun, adjectives and first complement.
    public var name: String
    /// The kind of actor.
    public var kind: ActorKind
    /// The country it belongs to (ISO 3166-1 alpha-2).
    public var country: String?
    /// The key of a known actor in the world's tables, such as `state:AM` or `org:eu`; readings
    /// with one key speak of one actor.
    public var key: String?
    /// Titles and roles with the words that give them.
    public var roles: [Role] = []
    /// Every form that occurs, as written.
    public var forms: [String] = []
    /// Grammatical gender and number, where the text shows them.
    public var agreement = Agreement()

    /// An actor named `name`.
    public init(name: String, kind: ActorKind, country: String? = nil, key: String? = nil) {
      (self.name, self.kind, self.country, self.key) = (name, kind, country, key)
    }
  }

  /// A title or role, as the text words it ("ministro degli Esteri russo").
  public struct Role: Sendable, Hashable {
    /// The words, without article.
    public var text: String
    /// Where they stand.
    public var span: TextSpan

    /// The role `text` at `span`.
    public init(text: String, span: TextSpan) { (self.text, self.span) = (text, span) }
  }

  /// Gender and number.
  public struct Agreement: Sendable, Hashable {
    /// A grammatical gender.
    public enum Gender: String, CaseIterable, Sendable { case masculine, feminine }
    /// A grammatical number.
    public enum Number: String, CaseIterable, Sendable { case singular, plural }
    /// The gender, where known.
    public var gender: Gender?
    /// The number, where known.
    public var number: Number?

    /// What is known of both.
    public init(gender: Gender? = nil, number: Number? = nil) {
      (self.gender, self.number) = (gender, number)
    }
  }

  /// A place as one article knows it.
  public struct Place: Sendable, Hashable {
    /// The canonical name, or the name as written if it is not resolved.
    public var name: String
    /// What sort of place it is.
    public var kind: LocationKind
    /// Degrees north, of a representative point; `nil` if the place is not resolved.
    public var latitude: Double?
    /// Degrees east.
    public var longitude: Double?
    /// UCDP where_prec: 1 settlement, 2 near one, 3 district, 4 province, 5 region or line,
    /// 6 country, 7 international.
    public var precision: Int?
    /// The country (ISO 3166-1 alpha-2).
    public var country: String?
    /// The GeoNames id.
    public var geonames: Int?
    /// The key in the world's tables, such as `geonames:616052`, `country:AM` or `region:…`;
    /// readings with one key speak of one place.
    public var key: String?
    /// Every form that occurs, as written.
    public var forms: [String] = []

    /// A place named `name` of which nothing more is known.
    public init(name: String, kind: LocationKind) { (self.name, self.kind) = (name, kind) }
  }

  /// Words that refer to an actor, a place or both.
  public struct Mention: Sendable, Hashable {
    /// What sort of thing the words name.
    public enum Label: String, CaseIterable, Sendable {
      case person, organization, place, group
    }
    /// How the reference was found.
    public enum Resolution: String, CaseIterable, Sendable {
      case exact, alias, spelling, description, pronoun, editor, unresolved
    }
    /// The words; titles and articles stand outside.
    public var span: TextSpan
    /// What they name.
    public var label: Label
    /// The index of the actor.
    public var actor: Int?
    /// The index of the place.
    public var place: Int?
    /// How the reference was found.
    public var resolution: Resolution
    /// The rule that found it.
    public var sieve: String

    /// A mention at `span`.
    public init(
      span: TextSpan, label: Label, actor: Int? = nil, place: Int? = nil, resolution: Resolution,
      sieve: String
    ) {
      (self.span, self.label, self.actor, self.place) = (span, label, actor, place)
      (self.resolution, self.sieve) = (resolution, sieve)
    }
  }

  /// Reported speech.
  public struct Quotation: Sendable, Hashable {
    /// The words, strictly inside the marks; for indirect speech the reported clause.
    public var span: TextSpan
    /// How it is reported.
    public var kind: QuotationKind
    /// The index of the quotation that this one goes on with after an interruption.
    public var continues: Int?
    /// The indices of the actors who speak.
    public var speakers: [Int] = []
    /// How the speaker was found.
    public var basis: SpeakerBasis = .unresolved
    /// The sieve that found the speaker.
    public var sieve = ""
    /// The words that introduce it ("ha detto").
    public var cue: TextSpan?
    /// Whether its marks are whole.
    public var integrity: Integrity = .intact
    /// The tellers from the speaker outward, as indices of actors; the speaker is not among them.
    public var chain: [Int] = []
    /// When it was said, if the clause tells.
    public var date: EDTF?

    /// Speech at `span`.
    public init(span: TextSpan, kind: QuotationKind) { (self.span, self.kind) = (span, kind) }
  }

  /// A statement that somebody answers for.
  public struct Claim: Sendable, Hashable {
    /// The clause.
    public var span: TextSpan
    /// What sort of statement.
    public var kind: ClaimKind
    /// The indices of the actors who claim it; empty is the article's own voice.
    public var claimants: [Int] = []
    /// The tellers from the claimant outward, as indices of actors.
    public var chain: [Int] = []
    /// Whether it is asserted or told in the conditional of distance.
    public var modality: Modality = .asserted
    /// The day that a figure speaks for.
    public var asOf: EDTF?
    /// The figure, for claims of that kind.
    public var figure: Figure?
    /// The indices of the actors that are accused or addressed.
    public var addressees: [Int] = []
    /// The indices of the events that it is about.
    public var about: [Int] = []
    /// The rule that found it.
    public var sieve = ""

    /// A claim at `span`.
    public init(span: TextSpan, kind: ClaimKind) { (self.span, self.kind) = (span, kind) }
  }

  /// Something told to have happened, or planned, denied, threatened.
  public struct Event: Sendable, Hashable {
    /// The type.
    public var type: EventType
    /// The words that give the type away ("hanno lanciato un'offensiva").
    public var trigger: TextSpan
    /// Whether it is told as a fact.
    public var status: EventStatus = .occurred
    /// When.
    public var date = EventDate()
    /// Where.
    public var places: [PlaceLink] = []
    /// Who took part.
    public var participants: [Participation] = []
    /// The index of the event that this one belongs to.
    public var partOf: Int?
    /// The words that tell it, at least one span, at most a sentence each.
    public var evidence: [TextSpan]
    /// Actors who answer for it happening; empty is the article's own voice.
    public var claimants: [Int] = []
    /// The rule that found it.
    public var sieve = ""

    /// An event of `type` that `trigger` tells, with its clause as evidence.
    public init(type: EventType, trigger: TextSpan, evidence: [TextSpan]) {
      (self.type, self.trigger, self.evidence) = (type, trigger, evidence)
    }
  }

  /// A place of an event and the words that say so.
  public struct PlaceLink: Sendable, Hashable {
    /// The index of the place.
    public var place: Int
    /// The words that say so.
    public var evidence: [TextSpan]

    /// A link to `place`.
    public init(place: Int, evidence: [TextSpan]) {
      (self.place, self.evidence) = (place, evidence)
    }
  }

  /// A participant of an event and the words that say so.
  public struct Participation: Sendable, Hashable {
    /// The index of the actor.
    public var actor: Int
    /// What it did or suffered.
    public var role: ParticipantRole
    /// The words that say so.
    public var evidence: [TextSpan]

    /// The part of `actor`.
    public init(actor: Int, role: ParticipantRole, evidence: [TextSpan]) {
      (self.actor, self.role, self.evidence) = (actor, role, evidence)
    }
  }

  /// When an event happened, with the words that say so.
  public struct EventDate: Sendable, Hashable {
    /// The date.
    public var edtf: EDTF?
    /// The duration (ISO 8601, `P6W`).
    public var duration: String?
    /// The words that date it.
    public var span: TextSpan?
    /// How it is known.
    public var basis: DateBasis = .unknown

    /// A date of which nothing is known.
    public init() {}
    /// The date `edtf`, by the words at `span`.
    public init(edtf: EDTF?, duration: String? = nil, span: TextSpan?, basis: DateBasis) {
      (self.edtf, self.duration, self.span, self.basis) = (edtf, duration, span, basis)
    }
  }
}
