import DossierModel

/// What the rows of the tables of events are made of.
extension EventLexicon {
  /// Who fills which part in an event.
  struct Frame: Sendable, Hashable {
    /// Subject, "da" of the passive, adjective of a country.
    var agent: ParticipantRole?
    /// Object, "contro", "su".
    var patient: ParticipantRole?
    /// "con".
    var companion: ParticipantRole?
    /// "tra X e Y".
    var pair: ParticipantRole?
    /// Whether "di" after the noun names the patient rather than the agent.
    var ofIsPatient: Bool
    /// "a".
    var goal: ParticipantRole?
  }

  /// What a condition asks of a noun phrase.
  enum Want: Sendable, Hashable {
    case noun(NounClass), word(LexemeTable.ID), place, actor, person, none, any
    /// An event; a deed of violence of which it is told whose it was.
    case event, deed
  }

  /// A part of the clause that a condition asks about.
  enum Slot: Sendable, Hashable {
    case subject, object, of
    case preposition(LexemeTable.ID)
  }

  /// A condition on a verb or noun.
  enum Condition: Sendable {
    case reflexive, plain, infinitive(TableArray<VerbLexicon.ID>), clause, negated, marked, future,
      causative, pronoun
    case slot(Slot, TableArray<Want>)
  }

  /// What triggers differ in.
  struct Flags: OptionSet, Sendable, Hashable {
    let rawValue: UInt16
    /// The words around may tell a more exact type.
    static let general = Flags(rawValue: 1 << 0)
    /// An event only with somebody, a place or a date to it, or a verb that says it took place.
    static let weak = Flags(rawValue: 1 << 1)
    /// May take up any event of its kind told before.
    static let wide = Flags(rawValue: 1 << 2)
    /// "a" names its place or target.
    static let goal = Flags(rawValue: 1 << 3)
    /// "di" names its target when that is a place.
    static let patient = Flags(rawValue: 1 << 4)
    /// Somebody dies or is hurt by it: what the deed was, other words may tell.
    static let killing = Flags(rawValue: 1 << 5)
    /// Talks: delegations and mediators may be told later.
    static let talks = Flags(rawValue: 1 << 6)
    /// An arm, which is an event only by its verb.
    static let arms = Flags(rawValue: 1 << 7)
    /// An event only with an article and a verb that says it took place.
    static let bare = Flags(rawValue: 1 << 8)
    /// Those who do it cross a border.
    static let crossing = Flags(rawValue: 1 << 9)

    private static let names: [String: Flags] = [
      "general": .general, "weak": .weak, "wide": .wide, "goal": .goal, "patient": .patient,
      "killing": .killing, "talks": .talks, "arms": .arms, "bare": .bare,
      "crossing": .crossing,
    ]

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(named text: String) {
      self = text.split(separator: ",").reduce(into: []) { flags, name in
        if let flag = Self.names[String(name)] { flags.insert(flag) }
      }
    }
  }

  /// A word or phrase that gives an event away.
  struct Trigger: Sendable {
    var type: EventType
    var frame: Frame
    var conditions: TableArray<Condition>
    var flags: Flags
  }

  /// What the words around an event make of it.
  enum Effect: String, Sendable {
    case agent, patient, join, host, mediator, happened, ending, presupposed, told, denied, planned
    /// Done by saying so, where words can do it: "ha annunciato una tregua"; else only told.
    case declared
    case wanted, averted, foiled, transparent, generic, context, purpose, setting, delegate, equal,
      novel, recent
  }

  /// The part that an event's noun has beside a governing verb.
  enum GovernedSlot: Sendable, Hashable {
    case subject, object, clause, agent
    /// The noun that a participle tells more of: "una tregua negoziata da X".
    case participle
    case preposition(LexemeTable.ID)
  }

  /// What a complement after a preposition is to an event.
  enum Relation: String, Sendable {
    case place, border, goal, agent, against, with, pair, of, mediator, host
    case time, cause, within, other
    case beneficiary = "for"
  }

  /// A preposition or prepositional phrase.
  struct Preposition: Sendable, Hashable {
    /// The number of the phrase among all, in order of the table.
    var number: Int
    /// Its words' first base form, or that of the simple preposition.
    var base: LexemeTable.ID
    var relation: Relation
  }

  /// How the number in a phrase is tied to what happened to those counted.
  enum FigureForm: String, Sendable { case subject, object, owner, recipient, participle, noun, of }

  /// A word that counts people.
  struct FigureCue: Sendable {
    var form: FigureForm
    var metric: Figure.Metric
    var conditions: TableArray<Condition>
    /// Who the counted are, if the noun does not say.
    var victims: String?
  }

  /// A verb of a speech act.
  struct ClaimCue: Sendable {
    var kind: ClaimKind
    /// Where those addressed or accused stand.
    var addressees: Slot?
    var conditions: TableArray<Condition>
  }

  /// Where a word stands that tells the exact type of an event.
  enum ModifierPlace: String, Sendable { case own, means, clash, civil }

  /// A word that tells the exact type of an event.
  struct Modifier: Sendable, Hashable {
    var type: EventType
    var place: ModifierPlace
  }

  /// What must stand before a word for both sides.
  enum PairNeed: String, Sendable { case the, due, each }

  /// How phrases of the tables can begin with a word, for a quick look.
  struct Opening: OptionSet, Sendable {
    let rawValue: UInt8

    /// A phrase for a class of nouns.
    static let nounClass = Opening(rawValue: 1 << 0)
    /// A trigger that is a noun.
    static let trigger = Opening(rawValue: 1 << 1)
    /// A preposition or prepositional phrase.
    static let preposition = Opening(rawValue: 1 << 2)
    /// A conjunction.
    static let subordinator = Opening(rawValue: 1 << 3)
    /// A word that counts people.
    static let figure = Opening(rawValue: 1 << 4)

    /// Any conjunction, a relative pronoun, or what can stand before one.
    static let conjunction = Opening(rawValue: 1 << 5)
    /// A preposition, or a word of a closed class.
    static let function = Opening(rawValue: 1 << 6)
    /// A word of a field in which words of war are images.
    static let field = Opening(rawValue: 1 << 7)

    /// A noun that rules know.
    static let noun: Opening = [.nounClass, .trigger]
  }
}
