import DossierModel

/// How real the text says something is.
enum Reality: UInt8, Sendable, Comparable {
  /// Told as having happened.
  case occurred
  /// To come.
  case planned
  /// Asked for, feared, possible: no event.
  case hypothetical
  /// Said not to have happened.
  case denied

  static func < (a: Reality, b: Reality) -> Bool { a.rawValue < b.rawValue }
}

/// Who answers for a clause, and how real it is.
struct Stance: Sendable {
  var reality = Reality.occurred
  /// Whether it is told in the conditional of distance, or as a suspicion.
  var isHearsay = false
  /// Who says so; empty is the article itself.
  var claimants = TextArray<Int>()
  /// The tellers from the claimant outward.
  var chain = TextArray<Int>()
  /// Whether somebody says so, known or not.
  var isReported = false
}

/// Who takes part in an event, and the words that say so.
struct EventParticipant: Sendable {
  var actor: Int
  var role: ParticipantRole
  var span: TextSpan

  /// The same as the reading has it.
  var participation: ArticleReading.Participation {
    .init(actor: actor, role: role, evidence: [span])
  }
}

/// A place of an event, and the words that say so.
struct EventPlace: Sendable {
  var place: Int
  var span: TextSpan

  /// The same as the reading has it.
  var link: ArticleReading.PlaceLink { .init(place: place, evidence: [span]) }
}

/// A place in the text that speaks of an event.
struct EventMention: Sendable {
  /// How far the words establish the event.
  enum Standing: UInt8, Sendable {
    /// The clause tells it.
    case told
    /// Spoken of as known; an event of its own only if the phrase says when, where or who.
    case presupposed
    /// Mentioned in passing: at most another word for an event told elsewhere.
    case passing
  }

  /// The words that give it away.
  var trigger: Range<Int>
  var type: EventType
  var flags: EventLexicon.Flags
  var frame: EventLexicon.Frame
  var sentence: Int
  var clause: Int
  /// The noun's phrase; `nil` for verbs.
  var phrase: Int?
  var standing: Standing
  var stance: Stance
  /// Whether an article points to it as known ("gli scontri").
  var isDefinite = false
  /// Whether its clause tells what happened.
  var isInFact = false
  /// Whether it is called new or another.
  var isNew = false
  /// Whether somebody or something not spoken of before does it: "un kamikaze".
  var isByAnother = false
  /// Whether it is called recent.
  var isRecent = false
  /// How many events the noun counts; 1 if it does not say.
  var count = 1
  var participants: TextArray<EventParticipant>
  var places: TextArray<EventPlace>
  var date = ArticleReading.EventDate()
  /// Whether the date stands in the event's own phrase or clause.
  var isDateOwn = false
  /// Whether its clause names somebody or some place, known or not.
  var hasName = false
  /// Whether its own phrase names a date, place or participant.
  var isAnchored = false
  /// The words that tell it.
  var evidence: TextSpan
  /// The event in the same clause that this is another word for.
  var sameAs: Int?
  /// Whether only people's deaths or wounds tell of it.
  var isKilling: Bool { flags.contains(.killing) }
}
