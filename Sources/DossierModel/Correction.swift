/// A correction that the editor tells the readers of a published dossier.
public struct Correction: Sendable, Hashable {
  /// What a correction is about.
  public enum Subject: Sendable, Hashable {
    case article(Article.ID)
    case event(Event.ID)
    case actor(Actor.ID)
    case location(Location.ID)
  }

  /// The day, month or year on which it was made.
  public var date: EDTF
  /// What it is about, in the order in which the editor names it.
  public var subjects: [Subject]
  /// What was wrong and what is right now, in the editor's words.
  public var text: String

  /// The correction `text` of `date`.
  public init(date: EDTF, subjects: [Subject], text: String) {
    (self.date, self.subjects, self.text) = (date, subjects, text)
  }
}
