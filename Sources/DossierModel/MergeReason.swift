/// Why events of several articles were taken for one.
public enum MergeReason: String, CaseIterable, Comparable, Sendable {
  case place = "same-type-day-place"
  case participants = "same-type-day-participants"
  case placeAndParticipant = "same-type-day-place-participant"
  case month = "only-one-that-month"

  /// In the order of their codes.
  public static func < (a: MergeReason, b: MergeReason) -> Bool { a.rawValue < b.rawValue }
}
