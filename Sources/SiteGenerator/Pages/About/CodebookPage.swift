import DossierModel

/// The page of the vocabularies: the types of events with what they correspond to elsewhere and the
/// words that give them away, and every other closed list of the data.
struct CodebookPage {
  private let edition: Edition

  private var words: Words { edition.words }
  private var phrasing: any Phrasing { edition.phrasing }

  /// The page about `edition`.
  init(_ edition: Edition) { self.edition = edition }

  /// The page, composed.
  func page() -> Page {
    var contents = PageContents(path: .codebook)
    contents.fill("title", line: [.text(words[.codebookTitle])])
    contents.fill("types", [types])
    contents.fill("words", triggers)
    contents.fill("speech", speech)
    contents.fill("vocabularies", vocabularies)
    return edition.aboutPage(.codebook, frame: .codebook, title: words[.codebookTitle], contents)
  }

  private var entries: [Codebook.Entry] {
    let entries = edition.codebook.entries
    return entries.isEmpty ? EventType.allCases.map { Codebook.Entry(type: $0) } : entries
  }

  /// The types with their counterparts in ACLED and PLOVER, and how many events of each there are.
  private var types: Block {
    var counts: [EventType: Int] = [:]
    for event in edition.dossier.events { counts[event.type, default: 0] += 1 }
    return .region(
      .div, class: "codes",
      [
        .table(
          header: [
            [.text(words[.factType])], [.text(words[.codebookCode])], ["ACLED"], ["PLOVER"],
            [.text(words[.navEvents])],
          ],
          rows: entries.map { entry in
            [
              [.text(words.eventType(entry.type))], [.code(entry.type.rawValue)],
              [.text(entry.acled.isEmpty ? "—" : entry.acled.joined(separator: "; "))],
              [.text(entry.plover ?? "—")],
              [.text(phrasing.number(counts[entry.type] ?? 0))],
            ]
          })
      ])
  }

  /// By which words each type is found.
  private var triggers: [Block] {
    let told = entries.filter { !$0.nouns.isEmpty || !$0.verbs.isEmpty }
    if told.isEmpty { return [] }
    return [
      .region(
        .div, class: "terms",
        [
          .bullets(
            told.map { entry in
              var row: [[Inline]] = []
              if !entry.nouns.isEmpty { row.append([.text(entry.nouns.joined(separator: ", "))]) }
              if !entry.verbs.isEmpty {
                row.append([.emphasis([.text(entry.verbs.joined(separator: ", "))])])
              }
              return [.strong([.text(words.eventType(entry.type))]), " "] + edition.row(row)
            })
        ])
    ]
  }

  private var speech: [Block] {
    let verbs = edition.codebook.speechVerbs
    return verbs.isEmpty
      ? [] : [.region(.div, class: "terms", [.paragraph(verbs.joined(separator: ", "))])]
  }

  // MARK: Vocabularies

  private var vocabularies: [Block] {
    vocabulary(.factStatus, .status, EventStatus.allCases)
      + vocabulary(.codebookRoles, ParticipantRole.allCases) { words.role($0, count: 1) }
      + vocabulary(.methodDateBasis, .dateBasis, DateBasis.allCases)
      + vocabulary(.navQuotations, .quotationKind, QuotationKind.allCases)
      + vocabulary(.methodSpeakerBasis, .speakerBasis, SpeakerBasis.allCases)
      + vocabulary(.codebookClaims, .claimKind, ClaimKind.allCases)
      + vocabulary(.headFigures, .metric, Figure.Metric.allCases)
      + vocabulary(.navActors, .actorKind, ActorKind.allCases)
      + vocabulary(.navLocations, .locationKind, LocationKind.allCases)
      + vocabulary(
        .factPrecision, (1...7).map { (String($0), words.precision($0) ?? "") })
  }

  private func vocabulary<Value: RawRepresentable>(
    _ title: Word, _ family: Words.Family, _ values: [Value]
  ) -> [Block] where Value.RawValue == String {
    vocabulary(title, values) { words.name(family, $0) }
  }

  private func vocabulary<Value: RawRepresentable>(
    _ title: Word, _ values: [Value], _ name: (Value) -> String
  ) -> [Block] where Value.RawValue == String {
    vocabulary(title, values.map { ($0.rawValue, name($0)) })
  }

  /// The codes of a closed list, as the data have them, with the words that stand for them on pages.
  private func vocabulary(_ title: Word, _ values: [(code: String, name: String)]) -> [Block] {
    [
      .heading(3, [.text(words[title])]),
      .region(
        .div, class: "codes",
        [
          .table(
            header: [[.text(words[.codebookCode])], [.text(words[.legendMeaning])]],
            rows: values.map { [[.code($0.code)], [.text($0.name)]] })
        ]),
    ]
  }
}
