/// The types of events, with the codes of the contract's event-types.tsv.
public enum EventType: String, CaseIterable, Sendable, Hashable {
  case war, operation
  case armedClash = "armed-clash"
  case shelling
  case airDroneStrike = "air-drone-strike"
  case explosive, sabotage
  case attackOnCivilians = "attack-on-civilians"
  case abduction
  case sexualViolence = "sexual-violence"
  case territoryRegained = "territory-regained"
  case territoryOvertaken = "territory-overtaken"
  case territoryTransfer = "territory-transfer"
  case mobilization, blockade, displacement
  case `return`
  case ceasefire, surrender, detention, sanction
  case talksMediated = "talks-mediated"
  case meeting
  case phoneCall = "phone-call"
  case agreement, pledge, aid, threat, support, cooperation
  case accusation, condemnation, appeal, denial, statement, protest, riot

  /// Armed violence, for which victims are counted.
  public var isViolence: Bool {
    switch self {
    case .war, .operation, .armedClash, .shelling, .airDroneStrike, .explosive, .sabotage,
      .attackOnCivilians, .abduction, .sexualViolence, .territoryRegained, .territoryOvertaken:
      true
    default: false
    }
  }

  /// Types that last and hold other events.
  public var isContainer: Bool { self == .war || self == .operation }
}
