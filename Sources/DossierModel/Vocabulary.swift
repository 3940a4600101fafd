// The closed vocabularies of the contract, section 3.

/// The kinds of actors.
public enum ActorKind: String, CaseIterable, Sendable {
  case person, state, government, military, organization, media, group, anonymous
}

/// The kinds of locations.
public enum LocationKind: String, CaseIterable, Sendable {
  case settlement, district, region, country, border, venue, other
}

/// How speech is reported: as an utterance in marks, built into the reporter's sentence in marks, or
/// without marks.
public enum QuotationKind: String, CaseIterable, Sendable { case direct, mixed, indirect }

/// How a speaker was found.
public enum SpeakerBasis: String, CaseIterable, Sendable {
  case name, description, pronoun
  case nullSubject = "null-subject"
  case backward, context, editor, unresolved
}

/// Whether the marks of a quotation are whole.
public enum Integrity: String, CaseIterable, Sendable { case intact, damaged }

/// The kinds of claims.
public enum ClaimKind: String, CaseIterable, Sendable {
  case fact, figure, accusation, denial, confirmation, appeal, pledge, condemnation
  case noComment = "no-comment"
}

/// Whether a claim is asserted or told in the conditional of distance.
public enum Modality: String, CaseIterable, Sendable { case asserted, conditional }

/// Whether an event is told as a fact.
public enum EventStatus: String, CaseIterable, Sendable {
  case occurred, alleged, denied, planned, hypothetical
}

/// What a participant did or suffered.
public enum ParticipantRole: String, CaseIterable, Sendable {
  case initiator, target, party, mediator, host, victim, speaker
}

/// How the date of an event is known.
public enum DateBasis: String, CaseIterable, Sendable { case stated, inferred, editor, unknown }

/// Where an editor's review stands.
public enum Review: String, CaseIterable, Sendable {
  case accepted, conflict
  case workNeeded = "work-needed"
  case none
}

/// A number of people: what happened to them, who they are, how many, how exactly.
public struct Figure: Hashable, Sendable {
  /// What is counted.
  public enum Metric: String, CaseIterable, Sendable {
    case killed, injured, missing, detained, displaced, returned
  }
  /// How exact the number is.
  public enum Qualifier: String, CaseIterable, Sendable {
    case exact
    case atLeast = "at-least"
    case about, unspecified
  }

  /// What is counted.
  public var metric: Metric
  /// Who is counted, as the text words it.
  public var victims: String?
  /// The least; `nil` if unknown, never zero for unknown.
  public var low: Int?
  /// The most; `nil` if unknown.
  public var high: Int?
  /// How exact the number is.
  public var qualifier: Qualifier

  /// A figure; unknown bounds are `nil`.
  public init(metric: Metric, victims: String?, low: Int?, high: Int?, qualifier: Qualifier) {
    (self.metric, self.victims, self.low, self.high) = (metric, victims, low, high)
    self.qualifier = qualifier
  }
}

/// Words that say when, how long or how often, and what they mean.
public struct TemporalExpression: Hashable, Sendable {
  /// How the time relates to what is told.
  public enum Relation: String, CaseIterable, Sendable {
    case at, before, after, since, until
  }
  /// What the date was reckoned from.
  public enum Anchor: String, CaseIterable, Sendable { case publication, text, none }

  /// The words.
  public var span: TextSpan
  /// The date; `nil` where text and metadata do not settle it.
  public var edtf: EDTF?
  /// The duration (ISO 8601, such as `P6W`).
  public var duration: String?
  /// How the time relates to what is told.
  public var relation: Relation
  /// What it was reckoned from.
  public var anchor: Anchor
  /// The rule that found it.
  public var rule: String

  /// The expression at `span`.
  public init(
    span: TextSpan, edtf: EDTF?, duration: String? = nil, relation: Relation = .at,
    anchor: Anchor, rule: String
  ) {
    (self.span, self.edtf, self.duration) = (span, edtf, duration)
    (self.relation, self.anchor, self.rule) = (relation, anchor, rule)
  }
}
