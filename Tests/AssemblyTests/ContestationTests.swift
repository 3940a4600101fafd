import DossierModel
import Testing

@testable import Assembly

/// Statements in a few words: who says what of whom, and whether the event is contested then.
@Suite struct ContestationTests {
  /// An actor of these tests.
  enum Who: CaseIterable {
    case armenia, azerbaijan, armenianMinistry, georgia, sudan, army, rebels, journalist

    func add(to telling: inout Telling) -> Int {
      switch self {
      case .armenia: telling.state("Armenia", "AM")
      case .azerbaijan: telling.state("Azerbaigian", "AZ")
      case .armenianMinistry:
        telling.actor("Ministero della Difesa armeno", .organization, country: "AM")
      case .georgia: telling.state("Georgia", "GE")
      case .sudan: telling.state("Sudan", "SD")
      case .army: telling.actor("Esercito sudanese", .military, country: "SD")
      case .rebels: telling.actor("Forze di supporto rapido", .group, country: "SD")
      case .journalist: telling.actor("Ani Petrosyan", .person, country: "AM")
      }
    }
  }

  /// A statement.
  struct Saying {
    var kind: ClaimKind
    var by: [Who]
    var against: [Who] = []
    var low: Int?
    var high: Int?
    var victims: String?
    var day: String?

    static func says(_ kind: ClaimKind, _ by: Who..., against: [Who] = []) -> Saying {
      Saying(kind: kind, by: by, against: against)
    }
    static func counts(
      _ by: Who..., low: Int?, high: Int?, of victims: String? = "soldati", on day: String? = nil
    ) -> Saying {
      Saying(kind: .figure, by: by, low: low, high: high, victims: victims, day: day)
    }
  }

  /// The dossier of one article in which `sides` clash and `sayings` are said.
  static func tell(sides: [Who], _ sayings: [Saying]) -> Dossier {
    var telling = Telling("a", "Gli scontri", published: "2024-01-10")
    var numbers: [Who: Int] = [:]
    for who in Who.allCases { numbers[who] = who.add(to: &telling) }
    func those(_ who: [Who]) -> [Int] { who.compactMap { numbers[$0] } }
    let event = telling.event(
      .armedClash, "scontri", date: "2024-01-09",
      roles: those(sides).map { ($0, ParticipantRole.party) })
    for saying in sayings {
      var figure: Figure?
      if saying.kind == .figure {
        let isKnown = saying.low != nil || saying.high != nil
        figure = Figure(
          metric: .killed, victims: saying.victims, low: saying.low, high: saying.high,
          qualifier: isKnown ? .exact : .unspecified)
      }
      telling.claim(
        saying.kind, "scontri", by: those(saying.by), against: those(saying.against), about: event,
        figure: figure, asOf: saying.day)
    }
    return dossier([telling])
  }

  private static let border: [Who] = [.armenia, .azerbaijan]
  private static let civil: [Who] = [.army, .rebels]

  @Test(
    arguments: [
      // Each accuses the other.
      (
        border,
        [
          .says(.accusation, .armenia, against: [.azerbaijan]),
          .says(.accusation, .azerbaijan, against: [.armenia]),
        ], .who
      ),
      (border, [.says(.accusation, .armenia), .says(.accusation, .azerbaijan)], .who),
      (border, [.says(.accusation, .armenia, .azerbaijan)], .who),
      (
        border,
        [
          .says(.accusation, .armenianMinistry, against: [.azerbaijan]),
          .says(.accusation, .azerbaijan, against: [.armenia]),
        ], .who
      ),
      (
        civil,
        [
          .says(.accusation, .army, against: [.rebels]),
          .says(.accusation, .rebels, against: [.army]),
        ], .who
      ),
      // Somebody denies.
      (border, [.says(.denial, .azerbaijan)], .whether),
      (border, [.says(.fact, .armenia), .says(.denial, .azerbaijan)], .whether),
      // Numbers that no number satisfies.
      (
        border,
        [.counts(.armenia, low: 3, high: 3), .counts(.azerbaijan, low: 30, high: 30)], .howMany
      ),
      (
        border,
        [
          .counts(.armenia, low: 3, high: 3, of: "persone"),
          .counts(.azerbaijan, low: 30, high: nil, of: nil),
        ], .howMany
      ),
      (
        civil,
        [
          .counts(.army, low: nil, high: 10, on: "2024-01-10"),
          .counts(.rebels, low: 30, high: nil),
        ], .howMany
      ),
    ] as [([Who], [Saying], Contest.Matter)])
  func findsWhatIsContested(_ sides: [Who], _ sayings: [Saying], _ matter: Contest.Matter) throws {
    let event = try #require(Self.tell(sides: sides, sayings).events.first)
    #expect(event.contests.map(\.matter) == [matter])
    #expect(event.contests.first?.claims.count == sayings.count)
    #expect(event.contested)
  }

  @Test(
    arguments: [
      // One side alone, twice.
      (border, [.says(.accusation, .armenia), .says(.accusation, .armenianMinistry)]),
      // Two accuse a third.
      (
        border,
        [
          .says(.accusation, .armenia, against: [.azerbaijan]),
          .says(.accusation, .georgia, against: [.azerbaijan]),
        ]
      ),
      // Strangers to the fight, of whom it is not told whom they accuse.
      (border, [.says(.accusation, .armenia), .says(.accusation, .georgia)]),
      // Nobody says the opposite.
      (border, [.says(.fact, .armenia), .says(.confirmation, .azerbaijan)]),
      (border, [.says(.accusation, .armenia), .says(.appeal, .azerbaijan)]),
      (border, [.says(.accusation, .armenia), .says(.noComment, .azerbaijan)]),
      // Numbers that agree, or that nobody else gives.
      (border, [.counts(.armenia, low: 3, high: 3), .counts(.azerbaijan, low: 3, high: 3)]),
      (border, [.counts(.armenia, low: 3, high: nil), .counts(.azerbaijan, low: 30, high: 30)]),
      (
        border, [.counts(.armenia, low: 3, high: 3), .counts(.armenianMinistry, low: 30, high: 30)]
      ),
      (border, [.counts(.armenia, low: nil, high: nil), .counts(.azerbaijan, low: 3, high: 3)]),
      // Other people, another day.
      (
        border,
        [
          .counts(.armenia, low: 3, high: 3, of: "soldati"),
          .counts(.azerbaijan, low: 30, high: 30, of: "civili"),
        ]
      ),
      (
        border,
        [
          .counts(.armenia, low: 3, high: 3, on: "2024-01-09"),
          .counts(.azerbaijan, low: 30, high: 30, on: "2024-01-12"),
        ]
      ),
      // The article's own voice is no side.
      (
        border,
        [Saying(kind: .figure, by: [], low: 3, high: 3), .counts(.armenia, low: 5, high: 5)]
      ),
    ] as [([Who], [Saying])])
  func leavesTheRestAlone(_ sides: [Who], _ sayings: [Saying]) throws {
    let event = try #require(Self.tell(sides: sides, sayings).events.first)
    #expect(event.contests == [])
    #expect(!event.contested)
  }

  @Test func keepsWhatOthersSayOutOfTheVersions() throws {
    let event = try #require(
      Self.tell(
        sides: Self.border,
        [
          .says(.accusation, .armenia), .says(.accusation, .azerbaijan), .says(.appeal, .armenia),
          .says(.fact, .georgia), .says(.fact, .armenianMinistry),
        ]
      ).events.first)
    #expect(event.contests.first?.claims.count == 3)
  }

  // MARK: Sides

  /// The side of each actor of `dossier` that stands on one.
  private func sides(_ dossier: Dossier) -> [String: String] {
    Dictionary(
      dossier.sides.map { id, side in
        (dossier.actors.first { $0.id == id }?.name ?? "", side.name)
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test func takesTheSidesFromWhoFightsWhom() {
    #expect(
      sides(Self.tell(sides: Self.border, [])) == [
        "Armenia": "Armenia", "Ministero della Difesa armeno": "Armenia",
        "Azerbaigian": "Azerbaigian",
      ])
  }

  @Test func partsWhoFightsInsideACountry() {
    #expect(
      sides(Self.tell(sides: Self.civil, [])) == [
        "Esercito sudanese": "Esercito sudanese",
        "Forze di supporto rapido": "Forze di supporto rapido",
      ])
  }

  @Test(arguments: [[], [.armenia], [.armenia, .azerbaijan, .georgia]] as [[Who]])
  func tellsNoSidesWhereTheTextTellsNone(_ parties: [Who]) {
    #expect(sides(Self.tell(sides: parties, [])) == [:])
  }

  @Test func takesTheEditorsWordForTheSides() throws {
    let here = SourcePosition(file: "dossier.yml", line: 1, column: 1)
    var telling = Telling("a", "Gli scontri")
    let (one, other) = (telling.state("Armenia", "AM"), telling.state("Azerbaigian", "AZ"))
    telling.actor("Ministero della Difesa armeno", .organization, country: "AM")
    telling.event(.armedClash, "scontri", roles: [(one, .party), (other, .party)])
    var decision = ActorDecision(position: here, name: Decided("Armenia", at: here))
    decision.side = Decided("Alleanza", at: here)
    var editor = EditorFile()
    editor.actors = [decision]
    let result = dossier([telling], editor: editor)
    #expect(
      sides(result) == [
        "Armenia": "Alleanza", "Ministero della Difesa armeno": "Alleanza",
        "Azerbaigian": "Azerbaigian",
      ])
    #expect(Set(result.sides.values.map(\.basis)) == [.editor, .text])
  }

  @Test(arguments: [true, false]) func followsTheEditorOnWhatIsContested(_ isContested: Bool) throws
  {
    let here = SourcePosition(file: "dossier.yml", line: 1, column: 1)
    var telling = Telling("a", "Gli scontri")
    let one = telling.state("Armenia", "AM")
    let event = telling.event(.armedClash, "scontri", roles: [(one, .party)])
    telling.claim(isContested ? .fact : .denial, "scontri", by: [one], about: event)
    let id = try #require(dossier([telling]).events.first?.id)
    var decision = EventDecision(position: here, subject: .id(id))
    decision.contested = Decided(isContested, at: here)
    var editor = EditorFile()
    editor.events = [decision]
    let decided = try #require(dossier([telling], editor: editor).events.first)
    #expect(decided.contested == isContested)
    #expect(decided.contests.map(\.matter) == (isContested ? [.other] : []))
  }

  @Test func namesNoAuthorOfWhatIsContested() {
    var telling = Telling("a", "L’offensiva")
    let (one, other) = (telling.state("Armenia", "AM"), telling.state("Azerbaigian", "AZ"))
    let event = telling.event(
      .operation, "offensiva", places: [telling.settlement("Goris", 1)],
      roles: [(one, .initiator)])
    #expect(dossier([telling]).events.map(\.title) == ["Offensiva dell’Armenia a Goris"])
    telling.claim(.fact, "offensiva", by: [other], about: event)
    telling.claim(.denial, "offensiva", by: [one], about: event)
    #expect(dossier([telling]).events.map(\.title) == ["Offensiva a Goris"])
  }
}
