import DossierModel
import Testing

@testable import Ingestion

@Suite struct EditorFileTests {
  static let text =
    "Ada Brenz ha parlato martedì a Grova. «Tre morti», ha detto A. Brentz: tre morti, non quattro. "
    + "L’attacco di martedì è durato ore."

  /// The folder with one article of `text` and the given editor's file.
  static func read(_ yml: String, _ more: [String: String] = [:]) throws -> Ingestion.Result {
    var files = ["a17.txt": text, "sub/b.txt": "Un altro testo.", "dossier.yml": yml]
    files.merge(more) { $1 }
    return try TemporaryFolder(files).read()
  }

  /// What is wrong with the given editor's file.
  static func errors(_ yml: String, _ more: [String: String] = [:]) throws -> [String] {
    try read(yml, more).diagnostics.filter { $0.severity == .error }.map(\.text)
  }

  // MARK: What can be decided

  @Test func everyDecisionIsReadWithItsPlace() throws {
    let result = try Self.read(
      """
      title: La crisi di Valdoria
      language: it
      articles:
        a17.txt: {published: 2031-05-02, title: Terzo giorno, publisher: Eco, author: Ada Brenz,
                  url: https://eco.example/17, language: no, translated: machine, note: Dal russo}
        sub/b.txt:
          exclude: true
      actors:
        - {name: Ada Brenz, aliases: [A. Brentz], kind: person, country: VD, wikidata: Q12, note: x}
        - {name: Grova, country: null}
      locations:
        - name: Porto Grua
          aliases: [Grova]
          kind: settlement
          latitude: -12.5
          longitude: 130
          country: null
          statusNote: contesa
          note: x
      separate: [[Ada Brenz, Ida Brenz]]
      events:
        - {id: shelling-grova-2031, title: Il bombardamento, type: shelling, status: alleged,
           date: 2031-04-29, participants: [{actor: Ada Brenz, role: victim}], locations: [Grova],
           merge: [attacco-2], partOf: war-valdoria, hide: false, review: accepted, note: x}
        - {article: a17.txt, exact: L’attacco di martedì, id: attacco, partOf: null}
        - {type: protest, evidence: [{article: a17.txt, start: 0, end: 9}]}
      quotations:
        - {article: a17.txt, exact: Tre morti, speakers: [Ada Brenz], kind: mixed,
           integrity: damaged, chain: [Eco], hide: true, review: work-needed, note: x}
      claims:
        - {article: a17.txt, exact: tre morti, claimants: [], kind: figure, modality: asserted,
           figure: {metric: killed, low: 3, high: null, qualifier: exact, victims: civili}}
      mentions:
        - {article: a17.txt, exact: Grova, location: Porto Grua, actor: null}
      dates:
        - {article: a17.txt, exact: martedì, occurrence: 2, edtf: 2031-04-29}
      """)
    #expect(result.diagnostics.map(\.text) == [])
    let file = result.editorFile
    #expect(file.title?.value == "La crisi di Valdoria")
    #expect(file.title?.position.description == "seeds/dossier.yml:1:8")

    #expect(result.articles.map(\.file) == ["a17.txt"])
    let article = try #require(result.articles.first)
    #expect(article.published?.text == "2031-05-02")
    #expect(article.publishedBasis == .editor)
    #expect(article.title == "Terzo giorno")
    #expect(article.publisher == "Eco")
    #expect(article.author == "Ada Brenz")
    #expect(article.url == "https://eco.example/17")
    #expect(article.language == "no")
    #expect(article.translated == .machine)
    #expect(article.note == "Dal russo")

    let actor = try #require(file.actors.first)
    #expect(actor.position.description == "seeds/dossier.yml:9:5")
    #expect(actor.name.value == "Ada Brenz")
    #expect(actor.aliases?.map(\.value) == ["A. Brentz"])
    #expect(actor.kind?.value == .person)
    #expect(actor.country?.value == "VD")
    #expect(actor.wikidata?.value == "Q12")
    #expect(file.actors[1].country != nil)
    #expect(file.actors[1].country?.value == .some(nil))
    #expect(file.actors[1].wikidata == nil)

    let location = try #require(file.locations.first)
    #expect(location.point?.value == .init(latitude: -12.5, longitude: 130))
    #expect(location.kind?.value == .settlement)
    #expect(location.statusNote?.value == "contesa")
    #expect(file.separate.map { $0.names.map(\.value) } == [["Ada Brenz", "Ida Brenz"]])

    try #require(file.events.count == 3)
    let event = file.events[0]
    #expect(event.subject == .id(Event.ID("shelling-grova-2031")))
    #expect(event.type?.value == .shelling)
    #expect(event.status?.value == .alleged)
    #expect(event.date?.value?.text == "2031-04-29")
    #expect(event.participants?.map(\.role) == [.victim])
    #expect(event.participants?.first?.actor.position.description == "seeds/dossier.yml:23:47")
    #expect(event.merge?.map(\.value.rawValue) == ["attacco-2"])
    #expect(event.partOf?.value == Event.ID("war-valdoria"))
    #expect(event.hide?.value == false)
    #expect(event.review?.value == .accepted)
    guard case .evidence(let passage) = file.events[1].subject else {
      Issue.record("no passage")
      return
    }
    #expect(article.text[passage.span] == "L’attacco di martedì")
    #expect(file.events[1].id?.value == Event.ID("attacco"))
    #expect(file.events[1].partOf?.value == .some(nil))
    #expect(file.events[2].subject == .new)
    #expect(file.events[2].evidence?.map { article.text[$0.value.span] } == ["Ada Brenz"])

    let quotation = try #require(file.quotations.first)
    #expect(article.text[quotation.passage.span] == "Tre morti")
    #expect(quotation.speakers?.map(\.value) == ["Ada Brenz"])
    #expect(quotation.kind?.value == .mixed)
    #expect(quotation.integrity?.value == .damaged)
    #expect(quotation.chain?.map(\.value) == ["Eco"])
    #expect(quotation.hide?.value == true)
    #expect(quotation.review?.value == .workNeeded)

    let claim = try #require(file.claims.first)
    #expect(claim.claimants == [])
    #expect(claim.chain == nil)
    #expect(claim.kind?.value == .figure)
    #expect(claim.figure?.value.metric?.value == .killed)
    #expect(claim.figure?.value.low?.value == 3)
    #expect(claim.figure?.value.high?.value == .some(nil))
    #expect(claim.figure?.value.qualifier?.value == .exact)

    #expect(file.mentions.first?.location?.value == "Porto Grua")
    #expect(file.mentions.first?.actor?.value == .some(nil))
    let date = try #require(file.dates.first)
    #expect(article.text[date.passage.span] == "martedì")
    #expect(date.passage.span.start > 100)
    #expect(date.edtf?.value?.text == "2031-04-29")
  }

  @Test(arguments: [
    "", "# nulla\n", "---\n", "{}", "articles:\nactors:\nevents: []\ntitle:\n", "\u{FEFF}title: x",
  ])
  func littleOrNothingIsFine(_ yml: String) throws {
    #expect(try Self.errors(yml) == [])
  }

  @Test func withoutAnEditorFileNothingIsDecided() throws {
    let result = try TemporaryFolder(["a.txt": "Un testo."]).read()
    #expect(result.isPublishable)
    #expect(result.editorFile == EditorFile())
  }

  @Test func scalarsAreTakenAsTheirText() throws {
    let result = try Self.read(
      "title: 2022-09-13\nlanguage: no\nactors: [{name: 1915}, {name: yes}, {name: 0x1F}]\n")
    #expect(result.editorFile.title?.value == "2022-09-13")
    #expect(result.editorFile.language?.value == "no")
    #expect(result.editorFile.actors.map(\.name.value) == ["1915", "yes", "0x1F"])
  }

  // MARK: Faults

  @Test(arguments: [
    (
      "tittle: Prova",
      "seeds/dossier.yml:1:1: error: unknown key \"tittle\"; did you mean \"title\"? [editor-file]"
    ),
    (
      "locations:\n  - {name: Grova, lat: 1}",
      "seeds/dossier.yml:2:19: error: unknown key \"lat\"; did you mean \"latitude\"? [editor-file]"
    ),
    (
      "title: [Prova]",
      "seeds/dossier.yml:1:8: error: \"title\" must be a text, not a list [editor-file]"
    ),
    (
      "quotations:\n  - {article: a17.txt, exact: Tre morti, speakers: Ada Brenz}",
      "seeds/dossier.yml:2:52: error: \"speakers\" must be a list of names: [Ada Brenz], not \"Ada "
        + "Brenz\" [editor-file]"
    ),
    (
      "articles: {a17.txt: {exclude: yes}}",
      "seeds/dossier.yml:1:31: error: \"exclude\" must be true or false, not \"yes\" [editor-file]"
    ),
    (
      "articles: {a17.txt: {published: 13/9/2022}}",
      "seeds/dossier.yml:1:33: error: \"published\" must be a date such as 2022-09-13, 2022-09 or "
        + "2022, or null, not \"13/9/2022\" [editor-file]"
    ),
    (
      "articles: {a17.txt: {published: 2022-02-30}}",
      "seeds/dossier.yml:1:33: error: \"published\" must be a date such as 2022-09-13, 2022-09 or "
        + "2022, or null, not \"2022-02-30\" [editor-file]"
    ),
    (
      "articles: {a17.txt: {url: \"javascript:alert(1)\"}}",
      "seeds/dossier.yml:1:27: error: \"url\" must be an address that starts with https:// or "
        + "http://, or null, not \"javascript:alert(1)\" [editor-file]"
    ),
    (
      "articles: {a17.txt: {author: }}\nactors: [{name: }]",
      "seeds/dossier.yml:2:17: error: \"name\" has no value: it must be a text; without one, remove "
        + "the key [editor-file]"
    ),
    (
      "actors: [{name: Ada, kind: persn}]",
      "seeds/dossier.yml:1:28: error: \"kind\" must be one of person, state, government, military, "
        + "organization, media, group, anonymous, not \"persn\"; did you mean \"person\"? "
        + "[editor-file]"
    ),
    (
      "locations: [{name: Grova, latitude: 91, longitude: 0}]",
      "seeds/dossier.yml:1:37: error: \"latitude\" must be degrees from -90 to 90, such as 39.8, not "
        + "\"91\" [editor-file]"
    ),
    (
      "locations: [{name: Grova, latitude: 9}]",
      "seeds/dossier.yml:1:37: error: \"latitude\" and \"longitude\" go together; one is missing "
        + "[editor-file]"
    ),
    (
      "articles: {a71.txt: {note: x}}",
      "seeds/dossier.yml:1:12: error: there is no article \"a71.txt\"; did you mean \"a17.txt\"? "
        + "[editor-file]"
    ),
    (
      "articles: {b.txt: {note: x}}",
      "seeds/dossier.yml:1:12: error: there is no article \"b.txt\"; did you mean \"sub/b.txt\"? "
        + "[editor-file]"
    ),
    (
      "articles: {completamente-altro.txt: {note: x}}",
      "seeds/dossier.yml:1:12: error: there is no article \"completamente-altro.txt\"; articles are "
        + "named by their path in the articles folder, with the extension [editor-file]"
    ),
    (
      "title: Valdoria: la crisi",
      "seeds/dossier.yml:1:16: error: a colon and a blank inside a value: put the value between "
        + "quotation marks [editor-file]"
    ),
    (
      "articles:\n\ta17.txt: {}",
      "seeds/dossier.yml:2:1: error: a tab: YAML is indented with blanks [editor-file]"
    ),
    (
      "title: \"aperto",
      "seeds/dossier.yml:1:15: error: a quotation mark or bracket is not closed [editor-file]"
    ),
    (
      "title: @eco",
      "seeds/dossier.yml:1:8: error: a value cannot start with this character: put it between "
        + "quotation marks [editor-file]"
    ),
    (
      "title: uno\n---\ntitle: due",
      "seeds/dossier.yml:2:1: error: a second document starts here (---): keep one in a file "
        + "[editor-file]"
    ),
    (
      "title: uno\ntitle: due",
      "seeds/dossier.yml:1:1: error: \"title\" given twice under the same key: keep one "
        + "[editor-file]"
    ),
    (
      "title: !!binary aGk=",
      "seeds/dossier.yml:1:8: error: a tag (tag:yaml.org,2002:binary) has no meaning here; if the "
        + "text starts with !, put it between quotation marks [editor-file]"
    ),
    (
      "- uno",
      "seeds/dossier.yml:1:1: error: the editor's file must be keys with values, not a list "
        + "[editor-file]"
    ),
    (
      "language: italiano",
      "seeds/dossier.yml:1:11: error: \"language\" must be a language tag such as it, en or az-Latn, "
        + "not \"italiano\" [editor-file]"
    ),
    (
      "claims:\n  - {article: a17.txt, exact: tre morti, figure: {low: 4, high: 3}}",
      "seeds/dossier.yml:2:50: error: \"low\" is 4, more than \"high\", which is 3 [editor-file]"
    ),
    (
      "events:\n  - {title: Nuovo, type: protest}",
      "seeds/dossier.yml:2:5: error: an event without \"id\" and without a passage is a new one: "
        + "give the words that tell it, \"evidence: [{article: …, exact: …}]\" [editor-file]"
    ),
    (
      "separate: [Ada Brenz, Ida Brenz]",
      "seeds/dossier.yml:1:12: error: \"separate\" lists lists of names, such as [[Ada Brenz, Ida "
        + "Brenz]]; this is \"Ada Brenz\" [editor-file]"
    ),
    (
      "mentions: [{article: a17.txt, exact: Grova}]",
      "seeds/dossier.yml:1:12: error: \"actor\" or \"location\" is missing: what do the words name? "
        + "[editor-file]"
    ),
  ])
  func aFaultIsToldWithItsPlaceAndWhatToDo(_ yml: String, _ message: String) throws {
    #expect(try Self.errors(yml).first == message)
  }

  @Test(arguments: [
    "articles: {a17.txt: {rights: excerpts}}", "articles: {a17.txt: {supersedes: sub/b.txt}}",
    "articles: {a17.txt: {retracted: x}}", "articles: {a17.txt: {copyOf: sub/b.txt}}",
    "articles: {a17.txt: {memo: x}}", "actors: [{name: x, withhold: true}]",
    "actors: [{name: x, as: una testimone}]",
  ])
  func whatIsNotBuiltIsRefusedAsSuch(_ yml: String) throws {
    let result = try Self.read(yml)
    #expect(result.diagnostics.map(\.code) == ["not-built"])
    #expect(result.diagnostics.first?.message.hasSuffix("is not built yet; remove the key") == true)
  }

  @Test func theRestOfWhatCanBeDecidedIsRead() throws {
    let result = try Self.read(
      """
      articles:
        a17.txt: {retrieved: 2031-06-01, archiveUrl: "https://arc.example/17"}
      actors:
        - {name: Ada Brenz, side: governo, roles: [ministra], hide: false}
      locations:
        - {name: Grova, precision: 2, geonames: null, hide: true}
      events:
        - {id: attacco, split: true, duration: PT6H, contested: false,
           accounts: [{article: a17.txt, status: denied, date: 2031}]}
      quotations:
        - {article: a17.txt, exact: Tre morti, continues: null, cue: ha detto, about: [attacco],
           date: 2031-04-29, original: {text: Three dead, language: en, url: "https://e.example"}}
      claims:
        - {id: a17-killed-1-2, addressees: [Lega], about: []}
      mentions:
        - {article: a17.txt, exact: Grova, label: group}
      dates:
        - {article: a17.txt, exact: martedì, occurrence: 1, duration: P1D, relation: since}
        - {article: a17.txt, exact: martedì, occurrence: 2, hide: true}
      """)
    #expect(result.diagnostics.filter { $0.severity == .error }.map(\.text) == [])
    let file = result.editorFile
    #expect(result.articles[0].retrieved?.text == "2031-06-01")
    #expect(result.articles[0].archiveURL == "https://arc.example/17")
    #expect(result.articles[0].editorial?.keys == ["retrieved", "archiveUrl"])
    #expect(file.actors[0].side?.value == "governo")
    #expect(file.actors[0].roles?.map(\.value) == ["ministra"])
    #expect(file.locations[0].precision?.value == 2)
    #expect(file.locations[0].geonames?.value == .some(nil))
    #expect(file.locations[0].hide?.value == true)
    #expect(file.events[0].split?.value == true)
    #expect(file.events[0].duration?.value == "PT6H")
    #expect(file.events[0].contested?.value == false)
    #expect(file.events[0].accounts?.first?.status?.value == .denied)
    let quotation = file.quotations[0]
    #expect(quotation.continues?.value == .some(nil))
    #expect(quotation.cue?.value == "ha detto")
    #expect(quotation.about?.map(\.value.rawValue) == ["attacco"])
    #expect(
      quotation.original?.value
        == Quotation.Original(text: "Three dead", language: "en", url: "https://e.example"))
    #expect(file.claims[0].subject == .id(Claim.ID("a17-killed-1-2")))
    #expect(file.claims[0].addressees?.map(\.value) == ["Lega"])
    #expect(file.mentions[0].label?.value == .group)
    #expect(file.dates.map(\.relation?.value) == [.since, nil])
    #expect(file.dates.map(\.hide?.value) == [nil, true])
  }

  @Test(arguments: ["P6W", "P9M", "PT24H", "P1Y2M3D", "P1DT12H", "PT1H30M"])
  func durationsAreISO8601(_ text: String) throws {
    let result = try Self.read("events: [{id: x, duration: \(text)}]")
    #expect(result.editorFile.events.first?.duration?.value == text)
  }

  @Test(arguments: ["6W", "P", "PT", "P6", "P6M2Y", "PT6D", "P6w", "P1DT", "sei ore", "P-1D"])
  func otherDurationsAreFaults(_ text: String) throws {
    #expect(
      try Self.errors("events: [{id: x, duration: \(text)}]") == [
        "seeds/dossier.yml:1:28: error: \"duration\" must be a duration (ISO 8601) such as P6W, P9M "
          + "or PT24H, or null, not \"\(text)\" [editor-file]"
      ])
  }

  @Test(arguments: [
    ("locations: [{name: x, precision: 8}]", "1:34: error: \"precision\" must be a number from 1"),
    (
      "quotations: [{article: a17.txt, exact: Tre morti, original: {language: en}}]",
      "1:61: error: \"text\" is missing"
    ),
    (
      "claims: [{id: x, article: a17.txt, exact: Tre morti}]",
      "1:10: error: a claim is named by \"id\" or by its words"
    ),
    ("events: [{id: x, accounts: [{status: denied}]}]", "1:29: error: \"article\" is missing"),
    (
      "articles: {a17.txt: {archiveUrl: arc.example}}",
      "1:34: error: \"archiveUrl\" must be an address that starts with https:// or http://"
    ),
  ]) func theirFaultsAreToldToo(_ yml: String, _ message: String) throws {
    #expect(try Self.errors(yml).first?.hasPrefix("seeds/dossier.yml:" + message) == true)
  }

  @Test func aSectionMayBeginAgain() throws {
    let result = try Self.read(
      "actors: # chi\n  - {name: Ada Brenz}\nactors:\n  - {name: Ida Brenz}\n\n"
        + "mentions:\nactors:\n  - {name: 1, kindd: x}\nactors:\n  - {name: Ivo}")
    #expect(
      result.diagnostics.filter { $0.severity == .error }.map(\.text) == [
        "seeds/dossier.yml:8:15: error: unknown key \"kindd\"; did you mean \"kind\"? [editor-file]"
      ])
    let good = try Self.read("actors:\n  - {name: Ada}\r\nactors:\n  - {name: Ida}")
    #expect(good.editorFile.actors.map(\.name.value) == ["Ada", "Ida"])
    #expect(good.editorFile.actors.map(\.position.line) == [2, 4])
  }

  @Test(arguments: [
    "title: x\ntitle: y", "actors: []\nactors: []", "articles: {a17.txt: {note: x, note: y}}",
    "note: |\n  actors:\n", "actors:\n  - {name: Ada}\nactors: [{name: Ida}]",
  ]) func otherKeysStandOnce(_ yml: String) throws {
    #expect(try Self.errors(yml).count == 1)
  }

  // MARK: Passages

  @Test func aPinnedPassageThatMovedIsToldWhereItIs() throws {
    #expect(
      try Self.errors("dates: [{article: a17.txt, start: 0, end: 5, exact: Grova, edtf: 2031}]")
        == [
          "seeds/dossier.yml:1:35: error: \"start\" and \"end\" name \"Ada B\", not \"Grova\"; these "
            + "words stand at start: 31, end: 36 [editor-file]"
        ])
  }

  @Test(arguments: [
    ("Ada Brenz ha parlato mercoledì a Sedra", "Ada Brenz ha parlato martedì a Grova"),
    ("Un attacco di martedì è durato ore", "L’attacco di martedì è durato ore"),
  ]) func changedWordsAreToldWithTheNearest(_ old: String, _ new: String) throws {
    let error = try Self.errors("dates: [{article: a17.txt, exact: \"\(old)\", edtf: 2031}]").first
    #expect(error?.contains("; it has \"\(new.prefix(20))") == true, "\(error ?? "")")
  }

  @Test func wordsThatStandNowhereHaveNoNearest() throws {
    let error = try Self.errors(
      "dates: [{article: a17.txt, exact: il governo si è riunito oggi, edtf: 2031}]"
    ).first
    #expect(error?.hasSuffix("oggi\" [editor-file]") == true)
  }

  @Test(arguments: [
    ("exact: Tre morti", "Tre morti"), ("exact: \"martedì\", occurrence: 1", "martedì"),
    ("start: 0, end: 9", "Ada Brenz"), ("start: 0, end: 9, exact: Ada Brenz", "Ada Brenz"),
    ("exact: \"L’attacco\"", "L’attacco"),
  ])
  func aPassageIsFoundByItsWordsOrItsCodePoints(_ keys: String, _ words: String) throws {
    let result = try Self.read("dates: [{article: a17.txt, \(keys), edtf: 2031}]")
    let date = try #require(result.editorFile.dates.first)
    #expect(result.articles.first?.text[date.passage.span] == words)
  }

  @Test(arguments: [
    (
      "exact: Quattro morti",
      "seeds/dossier.yml:1:35: error: \"a17.txt\" has no words \"Quattro morti\" [editor-file]"
    ),
    (
      "exact: \"L'attacco  di martedì\"",
      "seeds/dossier.yml:1:35: error: \"a17.txt\" has no words \"L'attacco  di martedì\"; it has "
        + "\"L’attacco di martedì\": copy the words exactly [editor-file]"
    ),
    (
      "exact: marted\u{69}\u{300}",
      "seeds/dossier.yml:1:35: error: \"a17.txt\" has no words \"marted\u{69}\u{300}\"; it has "
        + "\"martedì\": copy the words exactly [editor-file]"
    ),
    (
      "exact: martedì",
      "seeds/dossier.yml:1:35: error: the words stand 2 times in \"a17.txt\"; say which with "
        + "\"occurrence: 1\" to 2 [editor-file]"
    ),
    (
      "exact: martedì, occurrence: 3",
      "seeds/dossier.yml:1:56: error: \"occurrence\" must be from 1 to 2: so often the words stand "
        + "in \"a17.txt\" [editor-file]"
    ),
    (
      "start: 0, end: 3, exact: Ida",
      "seeds/dossier.yml:1:35: error: \"start\" and \"end\" name \"Ada\", not \"Ida\" [editor-file]"
    ),
    (
      "start: 3, end: 3",
      "seeds/dossier.yml:1:35: error: \"end\" must be more than \"start\" [editor-file]"
    ),
    (
      "start: 3, end: 3000",
      "seeds/dossier.yml:1:35: error: the text of \"a17.txt\" has only 129 code points [editor-file]"
    ),
    (
      "start: 3",
      "seeds/dossier.yml:1:9: error: \"start\" and \"end\" go together; one is missing [editor-file]"
    ),
    (
      "start: -3, end: 9",
      "seeds/dossier.yml:1:35: error: \"start\" must be a whole number, not \"-3\" [editor-file]"
    ),
    (
      "start: 99999999999999999999, end: 9",
      "seeds/dossier.yml:1:35: error: \"start\" must be a whole number, not "
        + "\"99999999999999999999\" [editor-file]"
    ),
    (
      "edtf: 2031",
      "seeds/dossier.yml:1:9: error: which words? Give them as \"exact: …\", or by code points as "
        + "\"start: …\" and \"end: …\" [editor-file]"
    ),
  ])
  func aPassageThatIsNotThereIsAFault(_ keys: String, _ message: String) throws {
    let edtf = keys.hasPrefix("edtf") ? "" : ", edtf: 2031"
    #expect(try Self.errors("dates: [{article: a17.txt, \(keys)\(edtf)}]") == [message])
  }

  @Test func aDecisionOverAnExcludedArticleHasNoEffect() throws {
    // The article is excluded in another file, which is read later.
    let result = try Self.read(
      "dates: [{article: a17.txt, exact: Grova, edtf: 2031}]\narticles: {sub/b.txt: {published: 2031}}",
      ["z.yml": "articles: {a17.txt: {exclude: true}}"])
    #expect(
      result.diagnostics.map(\.text) == [
        "seeds/dossier.yml:1:9: warning: \"a17.txt\" is excluded; this decision has no effect "
          + "[excluded]"
      ])
    #expect(result.editorFile.dates.isEmpty)
  }

  @Test func anArticleThatExcludesItselfCanBeTakenBack() throws {
    let files = ["c.md": "---\nexclude: true\n---\nA Grova si spara."]
    let out = try Self.read("mentions: [{article: c.md, exact: Grova, location: Grova}]", files)
    #expect(out.diagnostics.contains { $0.code == "excluded" })
    let back = try Self.read(
      "articles: {c.md: {exclude: false}}\nmentions: [{article: c.md, exact: Grova, location: Grova}]",
      files)
    #expect(back.editorFile.mentions.count == 1)
    #expect(back.articles.contains { $0.file == "c.md" })
  }

  // MARK: Several files

  @Test func severalFilesAreOne() throws {
    let result = try Self.read(
      "title: Prova\narticles: {a17.txt: {published: 2031}, sub/b.txt: {published: 2031}}\n"
        + "actors: [{name: Ada Brenz, aliases: [A. Brentz], kind: person}]",
      [
        "altro.yaml":
          "title: Prova\narticles: {a17.txt: {published: 2031, publisher: Eco}}\n"
          + "actors: [{name: Ada Brenz, aliases: [Brenz], country: VD}]"
      ])
    #expect(result.diagnostics.isEmpty)
    #expect(result.articles.first?.publisher == "Eco")
    try #require(result.editorFile.actors.count == 1)
    let actor = result.editorFile.actors[0]
    #expect(actor.aliases?.map(\.value) == ["Brenz", "A. Brentz"])
    #expect(actor.kind?.value == .person)
    #expect(actor.country?.value == "VD")
  }

  @Test(arguments: [
    ("title: Uno", "title: Due", "\"title\" of the dossier", "1:8", "1:8"),
    (
      "articles: {a17.txt: {published: 2031}}", "articles: {a17.txt: {published: 2032}}",
      "\"published\" of \"a17.txt\"", "1:33", "1:33"
    ),
    (
      "actors: [{name: Ada, kind: person}]", "actors: [{name: Ada, kind: group}]",
      "\"kind\" of \"Ada\"", "1:28", "1:28"
    ),
    (
      "actors: [{name: Ada, country: null}]", "actors: [{name: Ada, country: VD}]",
      "\"country\" of \"Ada\"", "1:31", "1:31"
    ),
    (
      "quotations: [{article: a17.txt, exact: Tre morti, speakers: [Ada]}]",
      "quotations: [{article: a17.txt, start: 39, end: 48, speakers: [Ida]}]",
      "\"speakers\" of this quotation", "1:62", "1:64"
    ),
    (
      "dates: [{article: a17.txt, exact: Grova, edtf: 2031}]",
      "dates: [{article: a17.txt, exact: Grova, edtf: 2032}]", "\"edtf\" of these words", "1:48",
      "1:48"
    ),
    (
      "events: [{id: attacco, participants: [{actor: Ada, role: victim}]}]",
      "events: [{id: attacco, participants: []}]", "\"participants\" of the event attacco", "1:10",
      "1:10"
    ),
  ])
  func contradictionsAreToldWithBothPlaces(
    _ one: String, _ other: String, _ what: String, _ first: String, _ second: String
  ) throws {
    #expect(
      try Self.errors(one, ["e.yml": other]) == [
        "seeds/e.yml:\(second): error: \(what) is decided otherwise at seeds/dossier.yml:\(first); "
          + "keep one of the two [contradiction]"
      ])
  }

  @Test func oneFileCanContradictItself() throws {
    #expect(
      try Self.errors("actors:\n  - {name: Ada, kind: person}\n  - {name: Ada, kind: group}") == [
        "seeds/dossier.yml:3:23: error: \"kind\" of \"Ada\" is decided otherwise at "
          + "seeds/dossier.yml:2:23; keep one of the two [contradiction]"
      ])
  }

  @Test func allFaultsOfAllFilesAreToldAtOnce() throws {
    let errors = try Self.errors(
      "tittle: x\nactors: [{kind: persn}, {name: [x]}]\n", ["e.yml": "zzzz: 1\nlanguage: '?'\n"])
    #expect(errors.count == 6)
  }

  // MARK: Hostile files

  @Test func anchorsAndAliasesAreRefused() throws {
    var bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for (one, other) in zip("bcdefghi", "abcdefgh") {
      bomb += "\(one): &\(one) [*\(other), *\(other), *\(other), *\(other), *\(other), *\(other)]\n"
    }
    let message =
      "error: anchors (&name) and aliases (*name) are not read; write the value out, or put a text "
      + "that starts with & or * between quotation marks [editor-file]"
    #expect(try Self.errors(bomb) == ["seeds/dossier.yml:1:4: \(message)"])
    #expect(try Self.errors("title: &t Prova") == ["seeds/dossier.yml:1:8: \(message)"])
    #expect(try Self.errors("title: *t") == ["seeds/dossier.yml:1:8: \(message)"])
    #expect(try Self.errors("title: !x &t y") == ["seeds/dossier.yml:1:11: \(message)"])
    #expect(try Self.errors("actors:\n- &t\n  name: x") == ["seeds/dossier.yml:2:3: \(message)"])
    #expect(try Self.errors("? &t x\n: y") == ["seeds/dossier.yml:1:3: \(message)"])
  }

  @Test func wordsThatLookLikeAnchorsAreWords() throws {
    let yml = """
      title: R &D *grassetto* [x] {y} "z" # &commento *qui
      actors:
        - name: "&amp; *x"
          note: |
            &uno
            *due [[[
          aliases: ['*a', "b \\" &c"]
        - {name: a & b, note: 'l''&x' }
        - name: x
          note: prima
            &seconda "riga
      separate: [[x &y, "&z"]]
      """
    let result = try Self.read(yml)
    #expect(result.diagnostics.filter { $0.severity == .error }.map(\.text) == [])
    #expect(result.editorFile.actors.first?.note?.value == "&uno\n*due [[[\n")
  }

  @Test func deepNestingIsRefusedBeforeItIsRead() throws {
    let message = "error: more than 64 lists and keys within each other [editor-file]"
    let brackets = String(repeating: "[", count: 10_000)
    #expect(
      try Self.errors("a: " + brackets).map { $0.suffix(message.utf8.count) } == [message[...]])
    let braces = String(repeating: "{a: ", count: 10_000)
    #expect(try Self.errors(braces).map { $0.suffix(message.utf8.count) } == [message[...]])
    let dashes = String(repeating: "- ", count: 10_000)
    #expect(try Self.errors(dashes).map { $0.suffix(message.utf8.count) } == [message[...]])
    let questions = String(repeating: "? ", count: 10_000)
    #expect(try Self.errors(questions).map { $0.suffix(message.utf8.count) } == [message[...]])
    let indented = (0..<2000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(try Self.errors(indented).map { $0.suffix(message.utf8.count) } == [message[...]])
    // Within a key that hides its depth from a simple look.
    let hidden = "a: \"x\n" + String(repeating: "[", count: 900) + "\n\": " + brackets
    #expect(try Self.errors(hidden).count == 1)
  }

  @Test func aLongFileIsRefused() throws {
    let folder = try TemporaryFolder(["a.txt": "Un testo."])
    try folder.write("dossier.yml", [UInt8](repeating: 0x23, count: (4 << 20) + 1))
    #expect(
      folder.messages == [
        "seeds/dossier.yml: error: is larger than 4 MB, the most that is read; split it or move it "
          + "away [too-large]"
      ])
  }

  @Test func aFileThatIsNotUTF8IsRefused() throws {
    let folder = try TemporaryFolder(["a.txt": "Un testo."])
    try folder.write("dossier.yml", Array("title: Citt".utf8) + [0xE0])
    #expect(
      folder.messages == [
        "seeds/dossier.yml:1:12: error: not UTF-8: byte E0 at byte offset 11; save the file as UTF-8 "
          + "(it may be Windows-1252 or Latin-1) [not-utf8]"
      ])
  }

  @Test(arguments: [
    "title: a\u{1}b", "title: \"a\u{7F}b\"", "title: a\u{85}b: c: d", "title: \"\\ud800\"",
    "\u{FFFE}",
    "title: \"\\x00\"", "%YAML 9.9\n---\nx: 1", "title: >9999\n x", "? [a, b]\n: c", "[a]: b",
    "? {x: y}\n: c", "}", "]", "{", "'", "\"", "- ", "? ", ": ", ":", "a:\n- b\n c", "\t", "\r",
    "\r\r\n",
    "!", "&", "*", "|", ">", "@", "`", "%", "---", "...", "--- ---", "a: b\n...\nc: d", "{a, b, c}",
    "{a: {b: {c: }}}", "a: |2\n  x", "<<: {a: b}", "a: - b", "a: [b", "a: {b",
    "\u{FEFF}\u{FEFF}x: y",
  ])
  func noFileCrashes(_ yml: String) throws {
    let result = try Self.read(yml)
    for diagnostic in result.diagnostics {
      #expect((diagnostic.line ?? 1) >= 1 && (diagnostic.column ?? 1) >= 1)
    }
  }

  @Test func cutsOfAGoodFileCauseNoCrash() throws {
    let yml = """
      title: "La crisi" # uno
      articles: {a17.txt: {published: 2031-05-02, note: 'l''alba'}}
      actors:
        - {name: Ada Brenz, aliases: [A. Brentz]}
        - name: >-
            Porto
            Grua
      dates: [{article: a17.txt, exact: "Grova", edtf: 2031-04-29}]
      """
    let bytes = Array(yml.utf8)
    var directory = ArticleDirectory()
    directory.add(
      ArticlePath(text: "a17.txt"),
      .article(
        Article(
          id: Article.ID("a17"), file: "a17.txt", text: ArticleText(Self.text),
          sha256: ContentHash(of: ""))))
    for length in 0...bytes.count {
      for extra in [[], [0x5B], [0x09], [0x3A, 0x20], [0x26, 0x78], [0x0A]] as [[UInt8]] {
        var reader = EditorFileReader(directory: directory)
        reader.read([((Array(bytes[..<length]) + extra)[...], "dossier.yml")])
        _ = reader.editorFile
      }
    }
  }
}
