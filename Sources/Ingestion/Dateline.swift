import DossierModel

/// What stands before the dash at the start of a report: `ROMA (ITALPRESS) –`,
/// `(ANSA) - ROMA, 13 SET -`, `date 2023-10 AgenPress –`.
struct Dateline {
  var span: TextSpan
  var published: EDTF?
  var publisher: String?
  var place: TextSpan?

  /// What one group up to a dash says.
  private struct Group {
    var agency: AgencyMarks.Agency?
    var hasParentheses = false
    var hasUnknownAgency = false
    var place: TextSpan?
    var placeWords = 0
    var placeIsCapitals = false
    var date: HeadReader.StatedDate?
    var hasDash = false
    var dashIsSpaced = true
    var isEmpty: Bool {
      agency == nil && !hasUnknownAgency && place == nil && date == nil
    }
  }

  /// The dateline at the start of `line`, or `nil` if the line starts with prose.
  ///
  /// A single capitalised word counts only if the line starts the text.
  init?(_ bytes: [UInt8], _ line: Range<Int>, startsText: Bool) {
    var reader = HeadReader(bytes, line, limit: 32)
    guard let first = reader.tokens.first else { return nil }
    var end: Int?
    // A date before everything else: an export's header.
    if let found = MetadataLine.introducedDate(&reader), found.isPublication {
      published = found.edtf
      end = reader.index
    } else if let date = reader.date(), date.isISO, let edtf = date.edtf,
      case .date(let value) = edtf.value, value.day != nil
    {
      published = edtf
      end = reader.index
    } else {
      reader.index = 0
    }
    if end != nil {
      _ = reader.time()
      if let mark = reader.peek(), [.dash, .bar, .comma, .colon].contains(mark.kind) {
        reader.index += 1
      }
      end = reader.index
    }
    let isHeaded = end != nil
    var isFirst = true
    while true {
      let start = reader.index
      guard let group = Self.group(&reader),
        Self.accepts(
          group, before: reader, line, isFirst: isFirst && !isHeaded,
          startsText: startsText || isHeaded)
      else {
        reader.index = start
        // The agency may close the dateline without a dash of its own.
        if !isFirst, let found = reader.parentheses(), let agency = AgencyMarks.agency(found.text) {
          publisher = publisher ?? agency.name
          end = reader.index
        }
        break
      }
      publisher = publisher ?? group.agency?.name
      published = published ?? group.date?.edtf
      place = place ?? group.place
      end = reader.index
      isFirst = false
    }
    guard let end, end > 0 else { return nil }
    if isFirst, let next = reader.tokens.indices.contains(end) ? reader.tokens[end] : nil,
      !next.isUpper, next.kind != .quote, next.kind != .number
    {
      // "Data 2023-10 è …" is a sentence.
      return nil
    }
    span = TextSpan(first.span.start, reader.tokens[end - 1].span.end)
  }

  /// Reads elements up to a dash, or up to where an agency in parentheses closes them.
  private static func group(_ reader: inout HeadReader) -> Group? {
    var group = Group()
    while let token = reader.peek() {
      if token.kind == .dash {
        guard !group.isEmpty else { return nil }
        group.hasDash = true
        let next = reader.peek(1)
        group.dashIsSpaced = token.isAfterBlank && (next == nil || next?.isAfterBlank == true)
        reader.index += 1
        return group
      }
      if token.kind == .comma, !group.isEmpty {
        reader.index += 1
        continue
      }
      let start = reader.index
      if let found = reader.parentheses() {
        if let agency = AgencyMarks.agency(found.text) {
          group.agency = group.agency ?? agency
          group.hasParentheses = true
        } else if found.tokens.count == 1, AgencyMarks.looksLikeAgency(found.text) {
          group.agency = group.agency ?? AgencyMarks.Agency(name: found.text, isDistinctive: true)
          group.hasParentheses = true
        } else if group.place != nil, found.tokens.allSatisfy({ $0.kind == .word }) {
          // The country: "KIEV (UCRAINA) –".
        } else if group.isEmpty, found.tokens.count == 1, found.tokens.first?.letters == .capitals {
          group.hasUnknownAgency = true
        } else {
          return nil
        }
        continue
      }
      // "AgenPress. Alti funzionari …"
      if token.kind == .period {
        if group.agency != nil, !group.hasParentheses, group.place == nil, group.date == nil,
          reader.index == 1 || !token.isAfterBlank, reader.peek(1)?.isAfterBlank == true
        {
          group.hasDash = true
          reader.index += 1
          return group
        }
        guard group.agency != nil || group.date != nil || group.place != nil else { return nil }
        reader.index += 1
        // "Roma, 12 mar. - " has its full stop inside; ". -" closes as well.
        guard let next = reader.peek(), [.dash, .open, .comma].contains(next.kind) else {
          return nil
        }
        continue
      }
      if group.date == nil, let date = reader.date() {
        group.date = date
        continue
      }
      if group.date != nil, reader.time() { continue }
      if group.agency == nil, let agency = reader.agency() ?? reader.agencyByShape() {
        group.agency = agency
        continue
      }
      // A date before the place is prose or a list: "12 giugno Beirut - Tripoli".
      if group.place == nil, group.date == nil || group.agency != nil, let place = reader.place() {
        group.place = place
        group.placeWords = reader.index - start
        group.placeIsCapitals = reader.tokens[start..<reader.index].allSatisfy {
          $0.kind != .word || $0.letters == .capitals
        }
        continue
      }
      // No dash, but an agency in parentheses: "MOSCA, 24 feb (Reuters) Il governo …".
      let before = reader.index > 0 ? reader.tokens[reader.index - 1].kind : .other
      if group.hasParentheses, group.place != nil || group.date != nil, before == .close {
        return group
      }
      return nil
    }
    return nil
  }

  /// Whether a group is a dateline's and not the start of a sentence; `reader` stands after it.
  private static func accepts(
    _ group: Group, before reader: HeadReader, _ line: Range<Int>, isFirst: Bool, startsText: Bool
  ) -> Bool {
    let next = reader.peek()
    let startsSentence =
      next.map { $0.isUpper || $0.kind == .quote || $0.kind == .number || $0.kind == .open } ?? true
    if group.agency != nil, group.hasParentheses {
      return group.hasDash || startsSentence
    }
    guard group.hasDash, startsSentence else { return false }
    if group.place != nil, group.date != nil { return group.dashIsSpaced || group.placeIsCapitals }
    guard group.dashIsSpaced || group.agency != nil else { return false }
    if group.date != nil, group.agency == nil { return !isFirst }
    if !isFirst, group.agency == nil, !group.placeIsCapitals { return false }
    // What is left looks like the start of a sentence with an insertion between dashes.
    guard !isInsertion(reader, line) else { return false }
    if group.agency != nil || group.hasUnknownAgency { return true }
    guard group.place != nil, StatedMetadata.endsSentence(reader.bytes, line) else { return false }
    if group.placeIsCapitals { return group.placeWords <= 4 }
    guard startsText, group.placeWords == 1 else { return false }
    // "Armenia – Azerbaigian, nuovi scontri" names two; "Roma – Il governo" starts anew.
    if let next, next.isUpper, let after = reader.peek(1) {
      return after.kind == .word && after.letters == .lower
        || HeadWords.openers.contains(next.folded)
    }
    return true
  }

  /// Whether the first sentence after the dash has a second dash with which an insertion would end.
  private static func isInsertion(_ reader: HeadReader, _ line: Range<Int>) -> Bool {
    guard let start = reader.peek()?.span.start else { return false }
    let bytes = reader.bytes
    let stop = min(line.upperBound, start + 2000)
    var dashes = 0
    var i = start
    while i < stop {
      let (scalar, width) = HeadToken.scalar(in: bytes, at: i, before: stop)
      switch scalar {
      case "-", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}":
        if i > 0, bytes[i - 1] == 32, i + width < stop, bytes[i + width] == 32 { dashes += 1 }
      case ".", "!", "?":
        if i + width >= stop || bytes[i + width] == 32 { return dashes & 1 == 1 }
      default: break
      }
      i += width
    }
    return dashes & 1 == 1
  }
}
