/// A matter over which claimants of different sides differ, with what each of them says.
///
/// It holds no verdict: the statements stand side by side, whoever makes them.
public struct Contest: Sendable, Hashable {
  /// What they differ on.
  public enum Matter: String, CaseIterable, Sendable {
    /// Who acted first, or against whom: each side accuses the other.
    case who
    /// Whether it happened, or happened so: a side denies what others tell.
    case whether
    /// How many: two sides count the same people on the same day, and no number satisfies both.
    case howMany = "how-many"
    /// What the editor holds for contested, without more.
    case other
  }

  /// What they differ on.
  public var matter: Matter
  /// The statements, by place in the text.
  public var claims: [Claim.ID]

  /// The statements `claims` differ on `matter`.
  public init(matter: Matter, claims: [Claim.ID]) { (self.matter, self.claims) = (matter, claims) }
}

/// The side of a conflict on which an actor stands.
public struct Side: Sendable, Hashable {
  /// How that is known.
  public enum Basis: String, CaseIterable, Sendable {
    /// The texts tell who fights whom.
    case text
    /// The editor says so.
    case editor
  }

  /// What the side is called: the name of the actor that fights, or the editor's word.
  public var name: String
  /// How it is known.
  public var basis: Basis
  /// The event in which the texts tell that it fights.
  public var event: Event.ID?

  /// The side `name`.
  public init(name: String, basis: Basis, event: Event.ID? = nil) {
    (self.name, self.basis, self.event) = (name, basis, event)
  }
}
