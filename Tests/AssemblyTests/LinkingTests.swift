import DossierModel
import Testing

@testable import Assembly

@Suite struct ActorLinkingTests {
  /// The names of the actors of articles that each name one person.
  private func actors(_ names: [String], countries: [String?] = []) -> [String] {
    let tellings = names.enumerated().map { number, name in
      var telling = Telling("a\(number)", name)
      telling.actor(name, country: number < countries.count ? countries[number] : nil)
      return telling
    }
    return dossier(tellings).actors.map(\.name)
  }

  @Test(arguments: [
    ["Antony Blinken", "Anthony Blinken"], ["Sergey Lavrov", "Sergej Lavrov"],
    ["Dmitry Peskov", "Dmitrij Peskov"], ["Volodymyr Zelensky", "Volodymyr Zelenskyj"],
    ["Olaf Scholz", "Scholz"], ["Mohamed Morsi", "Mohammed Morsi"],
    ["J. Borrell", "Josep Borrell"],
    ["Abdel Fattah al-Burhan", "Burhan"],
  ]) func writesOfOne(_ names: [String]) {
    #expect(actors(names).count == 1)
  }

  @Test(arguments: [
    ["Ilham Aliyev", "Heydar Aliyev"], ["George Bush", "Jeb Bush"], ["Michel", "Michelle Obama"],
    ["Emmanuel Macron", "Brigitte Macron"], ["Paolo Berti", "Paola Berti"],
    ["Bashar Assad", "Hafez Assad"],
    ["Kim Jong", "Kim Jong-un"],
  ]) func writesOfTwo(_ names: [String]) {
    #expect(actors(names).count == 2)
  }

  @Test func leavesASurnameThatTwoBear() {
    #expect(actors(["Ilham Aliyev", "Heydar Aliyev", "Aliyev"]).count == 3)
  }

  @Test func doesNotLinkAcrossCountries() {
    #expect(
      actors(["Ivan Petrov", "Iván Petrov", "Petrov"], countries: ["RU", "BG", "RU"]).count == 1)
    #expect(actors(["Marco Rossi", "Marko Rossi"], countries: ["IT", "HR"]).count == 2)
  }

  @Test func neverMergesUnnamedPeople() {
    let tellings = ["a", "b"].map { name in
      var telling = Telling(name, "un funzionario dell’UE")
      telling.actor("funzionario dell’UE", .anonymous)
      return telling
    }
    #expect(dossier(tellings).actors.count == 2)
  }

  @Test func keepsApartWhomTheEditorSeparates() {
    var (one, two) = (Telling("a", "Matvei Brenz"), Telling("b", "Matfei Brenz"))
    one.actor("Matvei Brenz")
    two.actor("Matfei Brenz")
    #expect(dossier([one, two]).actors.count == 1)
    var editor = EditorFile()
    let here = SourcePosition(file: "dossier.yml", line: 1, column: 1)
    let names = [Decided("Matvei Brenz", at: here), Decided("Matfei Brenz", at: here)]
    editor.separate = [Separation(position: here, names: names)]
    #expect(dossier([one, two], editor: editor).actors.count == 2)
  }

  @Test func takesTheEditorsNameAndAliases() throws {
    var editor = EditorFile()
    let here = SourcePosition(file: "dossier.yml", line: 1, column: 1)
    var decision = ActorDecision(position: here, name: Decided("Forze locali", at: here))
    decision.aliases = [Decided("Brigata Est", at: here), Decided("Brigata Ovest", at: here)]
    decision.kind = Decided(.military, at: here)
    editor.actors = [decision]
    var (one, two) = (Telling("a", "Brigata Est"), Telling("b", "Brigata Ovest"))
    one.actor("Brigata Est", .group)
    two.actor("Brigata Ovest", .group)
    let actors = dossier([one, two], editor: editor).actors
    let actor = try #require(actors.first)
    #expect(actors.count == 1)
    #expect(actor.name == "Forze locali")
    #expect(actor.kind == .military)
    #expect(actor.aliases == ["Brigata Est", "Brigata Ovest"])
    #expect(actor.editorial != nil)
  }
}

@Suite struct EventMergingTests {
  /// A clash at a settlement on a day, told in an article of its own.
  private func clash(
    _ name: String, _ date: String?, at geonames: Int, published: String = "2024-01-10"
  ) -> Telling {
    var telling = Telling(name, "Scontri al valico.", published: published)
    let place = telling.settlement("Luogo \(geonames)", geonames)
    telling.event(.armedClash, "Scontri", date: date, places: [place])
    return telling
  }

  @Test func makesOneOfTwoAccounts() throws {
    let result = dossier([clash("a", "2024-01-09", at: 1), clash("b", "2024-01-09", at: 1)])
    let event = try #require(result.events.first)
    #expect(result.events.count == 1)
    #expect(event.accounts.map(\.article.rawValue) == ["a", "b"])
    #expect(event.mergeReasons == ["same-type-day-place"])
  }

  @Test(
    arguments: [
      ("2024-01-09", 1, "2024-01-16", 1), ("2024-01-09", 1, "2024-01-09", 2),
      ("2024-01-09", 1, nil, 1), ("2024-01", 1, "2024-01", 1), (nil, 1, nil, 1),
    ] as [(String?, Int, String?, Int)])
  func keepsTwo(_ date: String?, _ place: Int, _ other: String?, _ otherPlace: Int) {
    let result = dossier([clash("a", date, at: place), clash("b", other, at: otherPlace)])
    #expect(result.events.count == 2)
  }

  /// Violence of two types that two articles tell on one day, each with its place and author.
  private func kindred(
    _ type: EventType, _ other: EventType, at place: Int = 1, by country: String = "RU",
    on day: String = "2024-01-09"
  ) -> [EventType] {
    var one = Telling("a", "L’attacco", published: "2024-01-10")
    one.event(
      type, "attacco", date: "2024-01-09", places: [one.settlement("X", 1)],
      roles: [(one.state("Russia", "RU"), .initiator)])
    var two = Telling("b", "L’attacco", published: "2024-01-11")
    two.event(
      other, "attacco", date: day, places: [two.settlement("X", place)],
      roles: [(two.state(country, country), .initiator)])
    return dossier([one, two]).events.map(\.type)
  }

  @Test(arguments: [
    (EventType.armedClash, EventType.operation), (.operation, .armedClash),
    (.armedClash, .shelling), (.airDroneStrike, .armedClash), (.explosive, .armedClash),
    (.armedClash, .attackOnCivilians),
  ]) func makesOneOfTwoWordsForOneAttack(_ type: EventType, _ other: EventType) {
    #expect(kindred(type, other) == [type])
  }

  @Test(arguments: [
    (EventType.shelling, EventType.airDroneStrike), (.armedClash, .protest),
    (.armedClash, .territoryOvertaken), (.operation, .war),
  ]) func keepsOtherKindsApart(_ type: EventType, _ other: EventType) {
    #expect(kindred(type, other).count == 2)
  }

  @Test func keepsApartKindredOfAnotherPlaceDayOrAuthor() {
    #expect(kindred(.armedClash, .shelling, at: 2).count == 2)
    #expect(kindred(.armedClash, .shelling, by: "UA").count == 2)
    #expect(kindred(.armedClash, .shelling, on: "2024-01-16").count == 2)
  }

  @Test func neverJoinsWhatOneArticleTellsApart() {
    var one = Telling("a", "L’attacco e il raid", published: "2024-01-10")
    let (place, russia) = (one.settlement("X", 1), one.state("Russia", "RU"))
    one.event(
      .shelling, "attacco", date: "2024-01-09", places: [place], roles: [(russia, .initiator)])
    one.event(
      .airDroneStrike, "raid", date: "2024-01-09", places: [place], roles: [(russia, .initiator)])
    var two = Telling("b", "L’attacco", published: "2024-01-11")
    two.event(
      .armedClash, "attacco", date: "2024-01-09", places: [two.settlement("X", 1)],
      roles: [(two.state("Russia", "RU"), .initiator)])
    #expect(dossier([one, two]).events.count == 2)
  }

  @Test func joinsTheOnlyEventOfAMonth() {
    var one = Telling("a", "L’offensiva", published: "2024-02-01")
    one.event(
      .operation, "offensiva", date: "2024-01-09", places: [one.settlement("X", 1)],
      roles: [(one.state("Russia", "RU"), .initiator)])
    var two = Telling("b", "L’offensiva", published: "2024-03-01")
    two.event(
      .operation, "offensiva", date: "2024-01", places: [two.settlement("X", 1)],
      roles: [(two.state("Russia", "RU"), .initiator)])
    #expect(dossier([one, two]).events.map(\.when.edtf?.text) == ["2024-01-09"])
  }

  @Test func doesNotDependOnTheOrderOfArticles() {
    let tellings = [
      clash("a", "2024-01-09", at: 1, published: "2024-01-12"),
      clash("b", "2024-01-09", at: 1, published: "2024-01-11"), clash("c", "2024-01-09", at: 2),
    ]
    let one = dossier(tellings)
    let two = dossier(tellings.reversed())
    #expect(one.events == two.events)
    #expect(one.locations == two.locations)
    #expect(
      one.events.first { $0.accounts.count == 2 }?.accounts.map(\.article.rawValue) == ["b", "a"])
  }

  @Test func keepsIdsWhenOtherArticlesArrive() {
    let before = dossier([clash("a", "2024-01-09", at: 1)]).events.map(\.id)
    let after = dossier([
      clash("a", "2024-01-09", at: 1), clash("b", "2024-01-20", at: 1, published: "2024-01-21"),
      clash("c", "2024-01-09", at: 1, published: "2024-02-01"),
    ]).events.map(\.id)
    #expect(before.allSatisfy { after.contains($0) })
  }
}
