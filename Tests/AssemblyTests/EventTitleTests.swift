import DossierModel
import Testing

@testable import Assembly

@Suite struct EventTitleTests {
  @Test func namesTheSidesOfAClash() {
    var telling = Telling("a", "Gli scontri")
    let roles = [
      (telling.state("Armenia", "AM"), ParticipantRole.party),
      (telling.state("Azerbaigian", "AZ"), .party),
    ]
    telling.event(.armedClash, "scontri", date: "2022-09-13", roles: roles)
    #expect(dossier([telling]).events[0].title == "Scontri tra Armenia e Azerbaigian, 2022-09-13")
    #expect(
      dossier([telling], language: "en").events[0].title
        == "Clashes between Armenia and Azerbaijan, 2022-09-13")
  }

  @Test func namesTheAuthorOfWhatIsToldAsAFact() {
    var telling = Telling("a", "L’offensiva")
    let roles = [(telling.state("Sudan", "SD"), ParticipantRole.initiator)]
    telling.event(
      .operation, "offensiva", places: [telling.settlement("Omdurman", 1)], roles: roles)
    #expect(dossier([telling]).events[0].title == "Offensiva del Sudan a Omdurman")
  }

  @Test func doesNotNameAnAuthorWhoIsOnlyAccused() {
    var telling = Telling("a", "L’offensiva")
    let roles = [(telling.state("Sudan", "SD"), ParticipantRole.initiator)]
    let event = telling.event(
      .operation, "offensiva", places: [telling.settlement("Aleppo", 1)], roles: roles)
    telling.reading.events[event].status = .alleged
    #expect(dossier([telling]).events[0].title == "Offensiva ad Aleppo")
  }

  @Test func takesForAllegedWhatIsToldOnlyInAnAccusation() {
    var telling = Telling("a", "Kiev accusa Mosca di sabotaggio.")
    let (accuser, accused) = (telling.state("Ucraina", "UA"), telling.state("Russia", "RU"))
    let event = telling.event(.sabotage, "sabotaggio", roles: [(accused, .initiator)])
    telling.claim(.accusation, "accusa Mosca di sabotaggio", by: [accuser], about: event)
    #expect(dossier([telling]).events.map(\.status) == [.alleged])
    #expect(dossier([telling]).events.map(\.title) == ["Sabotaggio, secondo l’Ucraina"])
  }

  @Test(arguments: [
    ("Il Cairo", "al Cairo"), ("L’Aquila", "all’Aquila"), ("Goris", "a Goris"),
    ("Aden", "ad Aden"),
  ]) func saysWhere(_ name: String, _ words: String) {
    var telling = Telling("a", "La protesta")
    telling.event(.protest, "protesta", places: [telling.settlement(name, 1)])
    #expect(dossier([telling]).events[0].title == "Protesta \(words)")
  }

  /// Somebody who takes part in an event of these tests.
  private enum Part {
    case state(String, String, ParticipantRole)
    case actor(String, ActorKind, ParticipantRole)
  }

  /// The title of an event of `type`.
  private func title(
    _ type: EventType, _ parts: [Part], status: EventStatus = .occurred,
    at place: (String, LocationKind, String?)? = nil, date: String? = "2024-05-08"
  ) -> String {
    var telling = Telling("a", "Accaduto")
    let roles = parts.map { part -> (Int, ParticipantRole) in
      switch part {
      case .state(let name, let country, let role): (telling.state(name, country), role)
      case .actor(let name, let kind, let role): (telling.actor(name, kind), role)
      }
    }
    let places = place.map {
      [telling.place($0.0, $0.1, country: $0.2, precision: $0.1 == .country ? 6 : 5)]
    }
    let event = telling.event(
      type, "Accaduto", date: date, places: places ?? [], roles: roles)
    telling.reading.events[event].status = status
    return dossier([telling]).events[0].title
  }

  @Test func namesPartiesWithTheirArticles() {
    let forces = Part.actor("Forze di supporto rapido", .group, .party)
    #expect(
      title(.armedClash, [.actor("Esercito sudanese", .military, .party), forces])
        == "Scontri tra l’Esercito sudanese e le Forze di supporto rapido, 2024-05-08")
    #expect(
      title(.armedClash, [.state("Israele", "IL", .party), .actor("Hamas", .group, .party)])
        == "Scontri tra Hamas e Israele, 2024-05-08")
    #expect(
      title(.meeting, [.state("Stati Uniti", "US", .party), .state("Egitto", "EG", .party)])
        == "Incontro tra Stati Uniti ed Egitto, 2024-05-08")
    #expect(
      title(
        .meeting,
        [.state("Stati Uniti", "US", .party), .actor("Unione europea", .organization, .party)])
        == "Incontro tra gli Stati Uniti e l’Unione europea, 2024-05-08")
    #expect(
      title(.armedClash, [.actor("Polizia", .organization, .party)])
        == "Scontri con la Polizia, 2024-05-08")
  }

  @Test func tellsWhoseLossesWhereNothingElseIsKnown() {
    let victims: [Part] = [
      .state("Azerbaigian", "AZ", .victim), .actor("Esercito del Karabakh", .military, .victim),
    ]
    #expect(
      title(.armedClash, victims)
        == "Scontri con perdite dell’Azerbaigian e dell’Esercito del Karabakh, 2024-05-08")
    #expect(
      title(.armedClash, victims, at: ("Armenia", .country, "AM"))
        == "Scontri in Armenia, 2024-05-08")
    #expect(
      title(.armedClash, [.actor("Ada Brenz", .person, .victim)]) == "Scontri, 2024-05-08")
    #expect(title(.armedClash, [], date: nil) == "Scontri, luogo e data non noti")
  }

  @Test func callsNoAttackAClash() {
    let rebels = Part.actor("Hamas", .organization, .initiator)
    #expect(
      title(.armedClash, [rebels], at: ("Nyala", .settlement, "SD"))
        == "Attacco da parte di Hamas a Nyala, 2024-05-08")
    #expect(
      title(.armedClash, [rebels, .state("Israele", "IL", .target)])
        == "Attacco di Hamas contro Israele, 2024-05-08")
    #expect(title(.armedClash, [rebels], status: .alleged) == "Attacco, 2024-05-08")
    #expect(
      title(.armedClash, [rebels, .state("Israele", "IL", .party)])
        == "Scontri tra Hamas e Israele, 2024-05-08")
  }

  @Test func namesWhoIsSetFreeAndWhoFlees() {
    let hamas = Part.actor("Hamas", .organization, .initiator)
    #expect(
      title(.return, [hamas]) == "Liberazione di prigionieri da parte di Hamas, 2024-05-08")
    #expect(title(.return, []) == "Ritorno della popolazione, 2024-05-08")
    #expect(
      title(.displacement, [.actor("Ada Brenz", .person, .victim)])
        == "Fuga di Ada Brenz, 2024-05-08")
    #expect(
      title(.displacement, [.state("Siria", "SY", .victim)])
        == "Fuga della popolazione, 2024-05-08")
  }

  @Test func namesCommandersBehindTheirForces() {
    let parts: [Part] = [
      .actor("Ada Brenz", .person, .party), .actor("Hamas", .organization, .party),
      .state("Israele", "IL", .party),
    ]
    #expect(title(.armedClash, parts) == "Scontri tra Hamas e Israele, 2024-05-08")
    #expect(
      title(.meeting, parts) == "Incontro tra Ada Brenz, Hamas e Israele, 2024-05-08")
  }

  @Test(
    arguments: [
      (Figure.Metric.displaced, 12000, nil, "Fuga della popolazione: almeno 12.000 sfollati"),
      (.displaced, 900, 900, "Fuga della popolazione: 900 sfollati"),
      (.displaced, nil, 40, "Fuga della popolazione: fino a 40 sfollati"),
      (.killed, 12, 12, "Fuga della popolazione: 12 morti"),
      (.killed, 1, 1, "Fuga della popolazione: un morto"),
      (.injured, 1, nil, "Fuga della popolazione: almeno un ferito"),
      (.displaced, 1, 1, "Fuga della popolazione: una persona"),
      (.killed, nil, nil, "Fuga della popolazione, luogo e data non noti"),
    ] as [(Figure.Metric, Int?, Int?, String)])
  func saysHowManyWhereNothingElseIsKnown(
    _ metric: Figure.Metric, _ low: Int?, _ high: Int?, _ expected: String
  ) {
    var telling = Telling("a", "Sono fuggiti in molti")
    let event = telling.event(.displacement, "fuggiti")
    telling.claim(
      .figure, "in molti", by: [], about: event,
      figure: Figure(
        metric: metric, victims: "sfollati", low: low, high: high,
        qualifier: low == high ? .exact : low == nil ? .about : .atLeast))
    #expect(dossier([telling]).events.map(\.title) == [expected])
  }

  @Test func saysByWhomWithoutBlamingTheVictim() {
    let (russia, ukraine) = (
      Part.state("Russia", "RU", .initiator), Part.state("Ucraina", "UA", .target)
    )
    #expect(title(.shelling, [russia]) == "Bombardamento da parte della Russia, 2024-05-08")
    #expect(
      title(.shelling, [russia, ukraine])
        == "Bombardamento della Russia contro l’Ucraina, 2024-05-08")
    #expect(
      title(.shelling, [russia, ukraine], status: .alleged)
        == "Bombardamento contro l’Ucraina, 2024-05-08")
    #expect(title(.blockade, [russia], status: .alleged) == "Blocco, 2024-05-08")
    #expect(
      title(.detention, [.actor("Polizia", .organization, .initiator)])
        == "Arresti da parte della Polizia, 2024-05-08")
    #expect(
      title(.support, [.state("Germania", "DE", .initiator), ukraine])
        == "Sostegno della Germania all’Ucraina, 2024-05-08")
    #expect(
      title(.accusation, [russia, ukraine], status: .alleged)
        == "Accuse della Russia contro l’Ucraina, 2024-05-08")
    #expect(title(.operation, [russia], status: .planned) == "Offensiva, 2024-05-08")
  }

  @Test(
    arguments: [
      ("Cuba", .country, "CU", "a Cuba"), ("Israele", .country, "IL", "in Israele"),
      ("Cipro", .country, "CY", "a Cipro"), ("Stati Uniti", .country, "US", "negli Stati Uniti"),
      ("Regno Unito", .country, "GB", "nel Regno Unito"), ("Libano", .country, "LB", "in Libano"),
      ("Yemen", .country, "YE", "nello Yemen"),
      ("Paesi Bassi", .country, "NL", "nei Paesi Bassi"),
      ("Crimea", .region, "UA", "in Crimea"), ("Donbass", .region, "UA", "nel Donbass"),
      ("Striscia di Gaza", .region, "PS", "nella Striscia di Gaza"),
      ("Rakhine", .region, "MM", "nella regione di Rakhine"),
      ("Valico di Rafah", .other, "PS", "al Valico di Rafah"),
      ("Ponte Antonivskyj", .venue, "UA", "al Ponte Antonivskyj"),
      ("Scuola di Kuriga", .venue, "NG", "alla Scuola di Kuriga"),
      ("Piazza Tahrir", .venue, "EG", "in Piazza Tahrir"),
      ("Via Nazionale", .venue, "IT", "in Via Nazionale"),
      ("Viareggio", .settlement, "IT", "a Viareggio"),
      ("Porto Alegre", .settlement, "BR", "a Porto Alegre"),
      ("Litani", .other, "LB", "nella zona di Litani"),
      ("confine tra Ciad e Sudan", .border, nil, "al confine tra Ciad e Sudan"),
    ] as [(String, LocationKind, String?, String)])
  func saysWhereInGoodItalian(
    _ name: String, _ kind: LocationKind, _ country: String?, _ words: String
  ) {
    #expect(title(.protest, [], at: (name, kind, country), date: nil) == "Protesta \(words)")
  }
}
