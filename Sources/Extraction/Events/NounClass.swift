/// Kinds of nouns that rules on events and figures ask for; a noun may be of several.
struct NounClass: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  /// The names in the table, in order of their bits.
  private static let names = [
    "people", "civilian", "fighter", "captive", "leader", "force", "troops", "territory",
    "district", "building", "target", "weapon", "projectile", "missile", "aircraft", "aid", "home",
    "route", "agreement", "hostility", "relation", "envoy", "asset", "meal", "body",
  ]

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The class that tables call `name`; `nil` if there is none.
  init?(named name: String) {
    guard let bit = Self.names.firstIndex(of: name) else { return nil }
    rawValue = 1 << UInt32(bit)
  }

  private init(bit: UInt32) { rawValue = 1 << bit }

  /// Persons, whoever they are.
  static let people = NounClass(bit: 0)
  /// People who don't fight.
  static let civilian = NounClass(bit: 1)
  /// People who fight.
  static let fighter = NounClass(bit: 2)
  /// People held by others.
  static let captive = NounClass(bit: 3)
  /// People who speak and act for many: their titles.
  static let leader = NounClass(bit: 4)
  /// Armed forces, governments and what they act by; "di" after them names whose they are.
  static let force = NounClass(bit: 5)
  /// What is moved and massed.
  static let troops = NounClass(bit: 6)
  /// What is conquered and ceded.
  static let territory = NounClass(bit: 7)
  /// What is shot or flown.
  static let weapon = NounClass(bit: 11)
  /// Missiles, rockets, shells, drones.
  static let projectile = NounClass(bit: 12)
  /// What flies.
  static let aircraft = NounClass(bit: 14)
  /// Common nouns for organizations that take up a name.
  static let body = NounClass(bit: 24)
  /// Those who fight, and what they fight with and at.
  static let arms: NounClass = [.fighter, .troops, .weapon, .projectile, .aircraft]
  /// What stands somewhere: "di" after it names where.
  static let placed: NounClass = [
    .district, .territory, .people, .civilian, .building, .target, .home, .route,
  ]
  /// What is built.
  static let building = NounClass(bit: 9)
  /// What is aimed at.
  static let target = NounClass(bit: 10)
  /// Where people live.
  static let home = NounClass(bit: 16)
  /// Where people and goods pass.
  static let route = NounClass(bit: 17)
  /// Parts of the earth: "di" after them names the place.
  static let district = NounClass(bit: 8)

  /// Everybody who is counted.
  static let persons: NounClass = [.people, .civilian, .fighter, .captive]
}
