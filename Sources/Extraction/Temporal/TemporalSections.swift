import DossierModel

/// Which day of writing a section goes by.
///
/// A section with a date is reckoned from that date, one without from the heading above it, if that is
/// a date. Where none is above it, the article's own serves, unless the entries' clock times do not fit
/// one day: such pages run over days, and nobody can tell which entry is of which.
struct TemporalSections {
  /// The day, month or year of writing of the whole text.
  private let published: EDTF.Date?
  private let sections: Sections
  /// The day of writing of the section entered last.
  private(set) var written: EDTF.Date?
  /// Whether an entry with a time of its own has begun.
  private(set) var isEntry = false
  /// The date of the last heading that is nothing but a date.
  private var heading: EDTF.Date?
  /// The day of entries without a date.
  private let undated: EDTF.Date?
  private var number = -1

  /// The `sections` of a text written on `published`.
  init(_ sections: Sections, published: EDTF.Date?) {
    (self.sections, self.published) = (sections, published)
    written = published
    undated = Self.areOfOneDay(sections.all) ? published : nil
  }

  /// Enters what begins with the byte `position`; whether another section begins there or before.
  mutating func enter(_ position: Int, _ text: TemporalText) -> Bool {
    let here = sections.number(at: position)
    guard here > number else { return false }
    while number < here {
      number += 1
      let section = sections.all[number]
      isEntry = section.kind == .entry
      let date = section.date.flatMap { resolve($0, text) }
      if section.kind == .day { heading = date }
      written = section.date == nil ? heading ?? undated : date
    }
    return true
  }

  /// Whether the entries without a date are of the day on which the article was published.
  ///
  /// Clock times in order, or in the reverse order of a page that puts the last entry first, can be of
  /// one day. Where headings tell the days further down, only the entries of such a page are above them.
  private static func areOfOneDay(_ sections: [Sections.Section]) -> Bool {
    if sections.contains(where: { $0.kind == .entry && $0.date != nil }) { return false }
    let leading = sections.prefix { $0.kind != .day }
    let minutes = leading.compactMap(\.minutes)
    let steps = zip(minutes, minutes.dropFirst())
    let isReverse = steps.allSatisfy { $0 >= $1 }
    if leading.count < sections.count { return minutes.count > 1 && isReverse }
    return isReverse || steps.allSatisfy { $0 <= $1 }
  }

  /// The date in the bytes `span` of a stamp.
  private func resolve(_ span: TextSpan, _ text: TemporalText) -> EDTF.Date? {
    let bounds = text.bounds
    defer { text.bounds = bounds }
    text.bounds = text.text.range(in: span)
    let start = text.bounds.lowerBound
    guard let match = text.date(start) ?? text.numericDate(start) else { return nil }
    var resolver = TemporalResolver(written: published)
    resolver.tense = .past
    guard case .date(let date)? = resolver.resolve(match.meaning).edtf?.value else { return nil }
    return date
  }
}

extension TemporalText {
  subscript(_ i: Int) -> Token { text[i] }
}
