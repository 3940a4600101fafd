/// What the program looks for and by which words, as its tables have it: what a reader needs to judge
/// what a dossier can know.
public struct Codebook: Sendable, Hashable {
  /// A type of events.
  public struct Entry: Sendable, Hashable {
    /// The type.
    public var type: EventType
    /// The sub-event types of ACLED that it corresponds to, by their published names; none where ACLED
    /// has no such type.
    public var acled: [String]
    /// The event type of PLOVER; `nil` where PLOVER has none.
    public var plover: String?
    /// Nouns and phrases that give it away, the first form of each.
    public var nouns: [String]
    /// Verbs that give it away under the conditions of the tables, in the infinitive.
    public var verbs: [String]

    /// The type `type`.
    public init(
      type: EventType, acled: [String] = [], plover: String? = nil, nouns: [String] = [],
      verbs: [String] = []
    ) {
      (self.type, self.acled, self.plover) = (type, acled, plover)
      (self.nouns, self.verbs) = (nouns, verbs)
    }
  }

  /// Things that the tables have many of.
  public enum Stock: String, CaseIterable, Sendable {
    case countries, regions, settlements, organizations, givenNames, speechVerbs, eventWords
  }

  /// The types, in the order of `EventType`.
  public var entries: [Entry]
  /// Verbs that report speech, in the infinitive, sorted.
  public var speechVerbs: [String]
  /// How much the tables hold.
  public var sizes: [Stock: Int]
  /// Other names of organizations and regions that the tables know, by the name that pages use.
  public var otherNames: [String: [String]]

  /// What the tables hold.
  public init(
    entries: [Entry] = [], speechVerbs: [String] = [], sizes: [Stock: Int] = [:],
    otherNames: [String: [String]] = [:]
  ) {
    (self.entries, self.speechVerbs) = (entries, speechVerbs)
    (self.sizes, self.otherNames) = (sizes, otherNames)
  }
}
