import DossierModel

/// Which types of events may be one event in other words.
enum EventKinship {
  /// The families of types: the same event is told as any of its family.
  enum Family: UInt8, Sendable {
    case violence, talks, truce, unrest, blockade, displacement, comeback, other
  }

  /// The family of `type`.
  static func family(_ type: EventType) -> Family {
    switch type {
    case .war, .operation, .armedClash, .shelling, .airDroneStrike, .explosive, .sabotage,
      .attackOnCivilians, .territoryRegained, .territoryOvertaken:
      .violence
    case .talksMediated, .meeting, .phoneCall: .talks
    case .ceasefire, .agreement: .truce
    case .protest, .riot: .unrest
    case .blockade: .blockade
    case .displacement: .displacement
    case .return: .comeback
    default: .other
    }
  }

  /// Whether two words for events in one clause can mean one event.
  static func sameKind(_ a: EventType, _ b: EventType) -> Bool {
    if a == b { return true }
    let (x, y) = (family(a), family(b))
    return x == y && x != .other
  }

  /// Whether the type is a single deed of arms, which several words may tell.
  static func isAttack(_ type: EventType) -> Bool {
    switch type {
    case .armedClash, .shelling, .airDroneStrike, .explosive, .attackOnCivilians: true
    default: false
    }
  }

  /// How exactly a type says what was done; of two for one event the more exact wins.
  static func exactness(_ type: EventType) -> Int {
    switch type {
    case .armedClash: 1
    case .war, .operation: 3
    case .meeting: 1
    case .agreement: 1
    default: 2
    }
  }
}
