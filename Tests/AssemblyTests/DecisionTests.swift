import DossierModel
import Testing

@testable import Assembly

private let attack = "L’attacco di martedì è durato sei ore"

/// What the editor adds, hides, merges and splits.
@Suite struct DecisionTests {
  // MARK: Adding

  @Test func addsAQuotation() throws {
    let edited = Edited(
      valdoria(),
      "quotations: [{article: a17.txt, exact: un giorno di guerra, kind: indirect, "
        + "speakers: [Ada Brenz]}]")
    let quotation = try #require(edited.quotation("un giorno di guerra"))
    #expect(quotation.speakers.map(\.rawValue) == ["ada-brenz"])
    #expect(quotation.basis == .editor)
    #expect(edited.diagnostics == [])
  }

  @Test func addsAClaimToItsEvent() throws {
    let edited = Edited(
      valdoria(),
      "claims: [{article: b.txt, exact: cinque morti, kind: figure, claimants: [Lega], "
        + "about: [shelling-grova-2031-04-29], figure: {metric: killed, low: 5, high: 5, "
        + "qualifier: exact}}]")
    let claim = try #require(edited.claim("cinque morti"))
    #expect(claim.figure?.low == 5)
    #expect(edited.event(attack)?.figures.contains(claim.id) == true)
    #expect(edited.diagnostics == [])
  }

  @Test func addsAnEventWithItsParticipantsAndPlaces() throws {
    let edited = Edited(
      valdoria(),
      "events: [{type: meeting, date: 2031-05-01, title: Incontro, "
        + "evidence: [{article: a17.txt, exact: un giorno di guerra}], locations: [Sedra], "
        + "participants: [{actor: Lega, role: party}, {actor: Ivo Lem, role: host}]}]\n"
        + "locations: [{name: Sedra, kind: settlement, latitude: 1, longitude: 2}]\n"
        + "actors: [{name: Ivo Lem, kind: media}]")
    let event = try #require(edited.event("un giorno di guerra"))
    #expect(event.title == "Incontro")
    #expect(event.participants.map(\.actor.rawValue) == ["lega", "ivo-lem"])
    #expect(edited.actor("Ivo Lem")?.kind == .media)
    #expect(edited.location("Sedra")?.latitude == 1)
    #expect(event.accounts.map(\.article.rawValue) == ["a17"])
    #expect(edited.diagnostics == [])
  }

  @Test func addsAMentionAndADate() throws {
    let edited = Edited(
      valdoria(),
      "mentions: [{article: a17.txt, exact: ministra degli Esteri, actor: Ada Brenz}]\n"
        + "dates: [{article: a17.txt, exact: giorno, edtf: 2031-04-30}]")
    #expect(edited.mentions("ministra degli Esteri").map(\.actor?.rawValue) == ["ada-brenz"])
    let dates = edited.dossier.articles[0].dates.filter { $0.rule == "editor" }
    #expect(dates.map(\.edtf?.text) == ["2031-04-30"])
  }

  @Test func anAliasResolvesWordsThatNothingElseDoes() {
    var telling = Telling("c", "A Grovena si spara.", published: "2031-05-04")
    telling.mention("Grovena", label: .place)
    let plain = Edited(valdoria() + [telling])
    #expect(plain.mentions("Grovena").map(\.location) == [nil])
    let edited = Edited(valdoria() + [telling], "locations: [{name: Grova, aliases: [Grovena]}]")
    #expect(edited.mentions("Grovena").map(\.location?.rawValue) == ["grova"])
    #expect(edited.mentions("Grovena").map(\.resolution) == [.editor])
    #expect(edited.location("Grova")?.geonames == 7)
  }

  // MARK: Hiding

  @Test func hidesAQuotationWhereverItIsListed() {
    let edited = Edited(
      valdoria(), "quotations: [{article: a17.txt, exact: Tre morti a Grova, hide: true}]")
    #expect(edited.quotation("Tre morti a Grova") == nil)
    #expect(edited.quotation("Basta")?.continues == nil)
    #expect(
      edited.dossier.events.allSatisfy { $0.quotations.allSatisfy { $0.rawValue != "a17-c53-70" } })
  }

  @Test func hidesAnActorWithWhatOnlyItClaims() throws {
    let edited = Edited(valdoria(), "actors: [{name: Lega, hide: true}]")
    #expect(edited.actor("Lega") == nil)
    // As the article's own voice its claims would be false.
    #expect(edited.claim("quattro morti") == nil)
    #expect(edited.claim("Tre morti") != nil)
    #expect(edited.mentions("Lega").allSatisfy { $0.actor == nil && $0.resolution == .editor })
    let event = try #require(edited.event(attack))
    #expect(event.participants.map(\.actor.rawValue) == ["ada-brenz"])
    #expect(edited.diagnostics == [])
  }

  @Test func hidesALocationAnEventAndAnArticle() {
    let place = Edited(valdoria(), "locations: [{name: Grova, hide: true}]")
    #expect(place.location("Grova") == nil)
    #expect(place.event(attack)?.places == [])
    let event = Edited(valdoria(), "events: [{id: shelling-grova-2031-04-29, hide: true}]")
    #expect(event.event(attack) == nil)
    #expect(event.claim("quattro morti")?.about == [])
    let article = Edited(valdoria(), "articles: {b.txt: {exclude: true}}")
    #expect(article.dossier.articles.map(\.article.id.rawValue) == ["a17"])
  }

  @Test func hidesAMentionAndADate() {
    let edited = Edited(
      valdoria(),
      "mentions: [{article: b.txt, exact: Lega, hide: true}]\n"
        + "dates: [{article: a17.txt, exact: martedì, occurrence: 2, hide: true}]")
    #expect(edited.mentions("Lega").count == 1)
    #expect(edited.dossier.articles[0].dates.count == 1)
    #expect(edited.event(attack)?.accounts.first?.when.edtf == nil)
  }

  // MARK: Merging and splitting

  @Test func splitsAnEventIntoWhatEachArticleTells() throws {
    let whole = Edited(valdoria())
    #expect(whole.event(attack)?.accounts.count == 2)
    let edited = Edited(
      valdoria(), "events: [{id: shelling-grova-2031-04-29, split: true, note: due attacchi}]")
    let (one, other) = (
      try #require(edited.event(attack)),
      try #require(edited.event("l’attacco a Grova di martedì ha fatto cinque morti"))
    )
    #expect(one.id.rawValue == "shelling-grova-2031-04-29")
    #expect(other.id.rawValue.hasPrefix("shelling-grova-2031-04-29-"))
    #expect(one.figures.count == 2 && other.figures.isEmpty)
    #expect(edited.claim("quattro morti")?.about == [one.id])
    #expect(one.editorial?.note == "due attacchi" && other.editorial?.keys == ["split"])
    #expect(edited.diagnostics == [])
  }

  @Test func splitsAnEventOfOneArticleIntoItsPassages() throws {
    var telling = Telling("c", "Si spara a Grova. Si spara a Sedra.", published: "2031-05-04")
    telling.reading.sentences = sentences(of: telling.article.text)
    let (grova, sedra) = (telling.settlement("Grova", 7), telling.settlement("Sedra", 8))
    telling.event(.armedClash, "Si spara a Grova", date: "2031-05-03", places: [grova])
    telling.reading.events[0].evidence.append(telling.span("Si spara a Sedra"))
    telling.reading.events[0].places.append(
      .init(place: sedra, evidence: [telling.span("Sedra")]))
    let edited = Edited(
      [telling], "events: [{article: c.txt, exact: Si spara a Grova, split: true}]")
    #expect(edited.event("Si spara a Grova")?.places.map(\.location.rawValue) == ["grova"])
    #expect(edited.event("Si spara a Sedra")?.places.map(\.location.rawValue) == ["sedra"])
  }

  @Test func otherDecisionsReachThePartsOfASplit() {
    let edited = Edited(
      valdoria(),
      "events:\n  - {article: b.txt, exact: cinque morti, status: alleged}\n"
        + "  - {id: shelling-grova-2031-04-29, split: true}")
    #expect(edited.event(attack)?.status == .occurred)
    #expect(
      edited.event("l’attacco a Grova di martedì ha fatto cinque morti")?.status == .alleged)
  }

  @Test func mergesEventsAndKeepsTheirFormerIds() throws {
    let edited = Edited(
      valdoria(), "events: [{id: war-2031, merge: [shelling-grova-2031-04-29], type: war}]")
    let event = try #require(edited.event(attack))
    #expect(event.id.rawValue == "war-2031")
    #expect(event.formerIDs.map(\.rawValue) == ["shelling-grova-2031-04-29"])
    #expect(event.partOf == nil)
    #expect(edited.claim("quattro morti")?.about == [event.id])
  }

  @Test func aDecisionFindsAnEventByTheIdItHadBefore() {
    let edited = Edited(
      valdoria(),
      "events:\n  - {article: a17.txt, exact: \"\(attack)\", id: altro}\n"
        + "  - {id: shelling-grova-2031-04-29, title: Altro}")
    #expect(edited.event(attack)?.id.rawValue == "altro")
    #expect(edited.event(attack)?.title == "Altro")
    #expect(edited.event(attack)?.editorial?.keys == ["id", "title"])
  }

  @Test func separatesNamesThatOneArticleTakesForOne() {
    var telling = Telling("c", "Ada Brenz parla. La Brenz tace.", published: "2031-05-04")
    telling.reading.sentences = sentences(of: telling.article.text)
    let ada = telling.actor("Ada Brenz")
    telling.reading.actors[ada].forms = ["Ada Brenz", "Brenz"]
    telling.mention("Ada Brenz", actor: ada)
    telling.mention("Brenz", 2, actor: ada)
    telling.quotation("La Brenz tace", by: [ada])
    let edited = Edited([telling], "separate: [[Ada Brenz, Brenz]]")
    #expect(edited.dossier.actors.map(\.name) == ["Ada Brenz", "Brenz"])
    #expect(edited.quotation("La Brenz tace")?.speakers.map(\.rawValue) == ["brenz"])
    #expect(edited.actor("Ada Brenz")?.aliases == ["Ada Brenz"])
  }

  @Test(arguments: ["name", "key"]) func separateNamesAreNeverLinked(_ rule: String) {
    var (one, two) = (Telling("a", "La Lega Est"), Telling("b", "La Lega Ovest"))
    one.actor("Lega Est", .group, key: rule == "key" ? "org:lega" : nil)
    two.actor("Lega Ovest", .group, key: rule == "key" ? "org:lega" : nil)
    let edited = Edited([one, two], "separate: [[Lega Est, Lega Ovest]]")
    #expect(edited.dossier.actors.count == 2)
  }

  @Test func whatASentenceSaysFollowsTheNameInIt() {
    let edited = Edited(
      valdoria(),
      "mentions: [{article: a17.txt, exact: Ada Brenz, occurrence: 1, actor: Ida Brenz}]")
    #expect(edited.quotation("Tre morti a Grova")?.speakers.map(\.rawValue) == ["ida-brenz"])
    // The other sentence names her still.
    #expect(
      edited.claim("La Lega accusa Ada Brenz dell’attacco")?.addressees.map(\.rawValue)
        == ["ada-brenz"])
  }

  @Test func sidesOfTheEditorDecideWhoIsOpposed() {
    let edited = Edited(
      valdoria(), "actors:\n  - {name: Lega, side: governo}\n  - {name: Ada Brenz, side: governo}")
    #expect(Edited(valdoria()).event(attack)?.contested == true)
    #expect(edited.event(attack)?.contested == false)
  }
}

/// What finds no target is told, with its place and the nearest match.
@Suite struct LostDecisionTests {
  @Test(arguments: [
    (
      "actors: [{name: Ada Brens, kind: person}]",
      "1:17: warning: no actor is called \"Ada Brens\" or one of its aliases; did you mean \"Ada Brenz\"?"
    ),
    (
      "locations: [{name: Grovo, kind: venue}]",
      "1:20: warning: no location is called \"Grovo\" or one of its aliases; did you mean \"Grova\"?"
    ),
    (
      "actors: [{name: Legga, hide: true}]",
      "1:17: warning: the actor to hide, \"Legga\", was not found; did you mean \"Lega\"?"
    ),
    (
      "separate: [[Ada Brenz, Ida Bronz]]",
      "1:24: warning: nothing is called \"Ida Bronz\"; did you mean \"Ada Brenz\"?"
    ),
    (
      "quotations: [{article: a17.txt, exact: Tre morti, speakers: [Lega]}]",
      "1:14: warning: these words were not read as a quotation; the quotation there is start: 53, "
        + "end: 70, exact: \"Tre morti a Grova\""
    ),
    (
      "quotations: [{article: a17.txt, exact: giorno, speakers: [Lega]}]",
      "1:14: warning: these words were not read as a quotation; to add it, give its \"kind\""
    ),
    (
      "quotations: [{article: a17.txt, exact: Basta, speakers: [Lega Nuova, Ada Brenx]}]",
      "1:70: warning: nobody in the articles is called \"Ada Brenx\"; did you mean \"Ada Brenz\"?"
    ),
    (
      "quotations: [{article: a17.txt, exact: Basta, continues: a17-c53-71}]",
      "1:58: warning: there is no other quotation \"a17-c53-71\" to go on with; did you mean "
        + "\"a17-c53-70\"?"
    ),
    (
      "quotations: [{article: a17.txt, exact: Basta, cue: ha gridato}]",
      "1:52: warning: the article has no words \"ha gridato\" for a cue"
    ),
    (
      "quotations: [{article: a17.txt, exact: Basta, about: [war-2032]}]",
      "1:55: warning: there is no event \"war-2032\"; did you mean \"war-2031\"?"
    ),
    (
      "claims: [{article: a17.txt, exact: quattro, hide: true}]",
      "1:10: warning: these words were not read as a claim; the claim there is start: 196, end: 209"
    ),
    (
      "claims: [{id: a17-killed-53-63, hide: true}]",
      "1:10: warning: there is no claim \"a17-killed-53-63\"; did you mean \"a17-killed-53-62\"?"
    ),
    (
      "claims: [{article: a17.txt, exact: giorno, kind: figure}]",
      "1:10: warning: these words were not read as a claim; to add a figure, give its \"metric\""
    ),
    (
      "events: [{id: war-2013, title: X}]",
      "1:10: warning: there is no event \"war-2013\"; did you mean \"war-2031\"?"
    ),
    (
      "events: [{id: xyz, hide: true}]",
      "1:10: warning: there is no event \"xyz\"; data/dossier.json has the ids"
    ),
    (
      "events: [{article: a17.txt, exact: ministra, title: X}]",
      "1:10: warning: these words tell no event; the nearest event is \"shelling-grova-2031-04-29\""
    ),
    (
      "events: [{id: war-2031, merge: [shelling-grova-2031-04-28]}]",
      "1:33: warning: there is no event \"shelling-grova-2031-04-28\"; did you mean "
        + "\"shelling-grova-2031-04-29\"?"
    ),
    (
      "events: [{id: war-2031, split: true}]",
      "1:10: warning: this event is told by one passage; there is nothing to split"
    ),
    (
      "events: [{id: war-2031, partOf: shelling-grova-2031-04-29}]",
      "1:33: warning: an event cannot be part of itself or of its own part"
    ),
    (
      "events: [{id: war-2031, locations: [Grovva]}]",
      "1:37: warning: no place in the articles is called \"Grovva\"; did you mean \"Grova\"?"
    ),
    (
      "events: [{id: war-2031, accounts: [{article: b.txt, status: denied}]}]",
      "1:36: warning: this article has no account of the event"
    ),
    (
      "events: [{article: a17.txt, exact: un giorno di guerra, id: shelling-grova-2031-04-29}]",
      "1:61: error: another event has the id \"shelling-grova-2031-04-29\"; choose another, or "
        + "\"merge\" the two"
    ),
  ])
  func isToldWithItsPlaceAndTheNearest(_ yaml: String, _ message: String) {
    let told = Edited(valdoria(), yaml).diagnostics.map(\.text)
    #expect(told.count == 1)
    #expect(told.first?.hasPrefix("dossier.yml:" + message) == true, "\(told)")
  }

  @Test func severalClaimsInOneClauseAreToldApart() {
    var tellings = valdoria()
    tellings[0].claim(
      .figure, "quattro morti", by: [1], about: 0,
      figure: Figure(metric: .injured, victims: nil, low: 9, high: 9, qualifier: .exact))
    let where_ = "claims: [{article: a17.txt, exact: quattro morti, "
    let ambiguous = Edited(tellings, where_ + "hide: true}]")
    #expect(ambiguous.diagnostics.map(\.code) == ["decision-ambiguous"])
    let metric = Edited(tellings, where_ + "figure: {metric: injured, low: 8}}]")
    #expect(metric.diagnostics == [])
    #expect(metric.dossier.claims.compactMap(\.figure?.low).sorted() == [3, 4, 8])
    let id = Edited(tellings, "claims: [{id: a17-injured-196-209, hide: true}]")
    #expect(id.dossier.claims.compactMap(\.figure?.low).sorted() == [3, 4])
  }
}
