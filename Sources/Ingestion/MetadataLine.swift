import DossierModel

/// A line that is metadata as a whole: `13 settembre 2022, 10:45`, `di Mario Rossi`, `Redazione`.
struct MetadataLine {
  var span: TextSpan
  var published: EDTF?
  var publisher: String?
  var author: String?
  var place: TextSpan?

  /// The metadata of `line`, or `nil` if it is a headline or prose.
  ///
  /// At the foot a date counts only if a word introduces it.
  init?(_ bytes: [UInt8], _ line: Range<Int>, isFoot: Bool = false) {
    span = TextSpan(line.lowerBound, line.upperBound)
    var reader = HeadReader(bytes, line, limit: 40)
    guard reader.isComplete, !reader.tokens.isEmpty else { return nil }
    var isMetadata = false
    while let token = reader.peek() {
      if [.comma, .dash, .bar, .period, .slash].contains(token.kind), reader.index > 0 {
        reader.index += 1
        continue
      }
      if token.kind == .word, let found = Self.introducedDate(&reader) {
        if found.isPublication { published = published ?? found.edtf }
        isMetadata = true
        continue
      }
      if let date = reader.date() {
        // Without its year, a date may head an entry of a chronicle.
        guard date.edtf != nil, !isFoot || isMetadata else { return nil }
        published = published ?? date.edtf
        isMetadata = true
        continue
      }
      if isMetadata || reader.index > 0, reader.time() { continue }
      if let found = Self.byline(&reader) {
        author = author ?? found.author
        isMetadata = true
        continue
      }
      let start = reader.index
      if let found = reader.parentheses() {
        guard let agency = AgencyMarks.agency(found.text) else { return nil }
        publisher = publisher ?? agency.name
        isMetadata = true
        continue
      }
      if let agency = reader.agency() {
        publisher = publisher ?? agency.name
        isMetadata = true
        continue
      }
      // A place, if a full date follows it.
      guard start == 0, !isFoot, let found = reader.place(), reader.skip(.comma) else { return nil }
      place = found
    }
    guard isMetadata else { return nil }
    if place != nil, published == nil { return nil }
  }

  /// Reads `Pubblicato il 13/09/2022`, `date 2023-10`, `Ultimo aggiornamento: 14 settembre 2022`.
  static func introducedDate(
    _ reader: inout HeadReader
  ) -> (edtf: EDTF?, isPublication: Bool, isISO: Bool)? {
    let start = reader.index
    var isPublication = false
    var isIntroduced = false
    while let token = reader.peek() {
      if token.kind == .word, HeadWords.published.contains(token.folded) {
        isPublication = true
        isIntroduced = true
      } else if token.kind == .word, HeadWords.changed.contains(token.folded) {
        isIntroduced = true
      } else if token.kind == .colon ? !isIntroduced : !HeadWords.links.contains(token.folded) {
        break
      }
      reader.index += 1
      if reader.index - start > 6 { break }
    }
    if isIntroduced, let date = reader.date(), date.edtf != nil {
      return (date.edtf, isPublication, date.isISO)
    }
    reader.index = start
    return nil
  }

  /// Reads `di Mario Rossi`, `a cura della Redazione`, `dal nostro inviato a Kiev Mario Rossi`,
  /// `Redazione Esteri`.
  private static func byline(_ reader: inout HeadReader) -> (author: String?, Void)? {
    let start = reader.index
    guard let first = reader.peek(), first.kind == .word else { return nil }
    func desk() -> Bool {
      if let word = reader.peek(), word.folded == "la" || word.folded == "della" {
        reader.index += 1
      }
      guard let word = reader.peek(), HeadWords.desk.contains(word.folded) else { return false }
      reader.index += 1
      // The desk's name: "Redazione Esteri".
      if let next = reader.peek(), next.isUpper { reader.index += 1 }
      return true
    }
    if desk() { return (nil, ()) }
    reader.index = start
    if HeadWords.by.contains(first.folded) {
      reader.index += 1
      if desk() { return (nil, ()) }
    } else if first.folded == "a", reader.peek(1)?.folded == "cura" {
      reader.index += 2
      if desk() { return (nil, ()) }
      if let word = reader.peek(), word.folded == "di" { reader.index += 1 }
    } else if ["dal", "dalla", "dai"].contains(first.folded),
      let word = reader.peek(1), word.folded.hasPrefix("nostr")
    {
      reader.index += 2
      guard let word = reader.peek(),
        word.folded.hasPrefix("inviat") || word.folded.hasPrefix("corrispondent")
      else {
        reader.index = start
        return nil
      }
      reader.index += 1
      if let word = reader.peek(), ["a", "in", "da"].contains(word.folded) {
        // The place and the name follow each other without a mark: what is which stays open.
        while let word = reader.peek(), word.kind == .word { _ = word; reader.index += 1 }
        return (nil, ())
      }
      return (reader.people(), ())
    } else {
      return nil
    }
    if let names = reader.people() { return (names, ()) }
    reader.index = start
    return nil
  }
}
