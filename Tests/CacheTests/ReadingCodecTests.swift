import DossierModel
import Extraction
import Foundation
import Ingestion
import Testing

@testable import Cache

/// The articles of Tests/Gold and what they say.
private let gold: [(article: Article, reading: ArticleReading)] = {
  let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().path
  let extractor = Extractor()
  return ["articles", "quotations"].flatMap { folder in
    Ingestion.read(folder: "\(tests)/Gold/\(folder)", jobs: 2).articles.map {
      ($0, extractor.read($0))
    }
  }
}()

/// A reading in which everything that can be there is there.
private let full: (article: Article, reading: ArticleReading) = {
  let text = ArticleText("Ada Brenz: «Non ci arrenderemo», tre morti a Grova.")
  let article = Article(id: .init("a"), file: "a.txt", text: text, sha256: .init(of: text.bytes))
  let span = TextSpan(3, 9)
  let times = [
    EDTF(.date(.init(2031, 4, 29, time: .init(hour: 23, minute: 59, zone: -330)))),
    EDTF(.interval(nil, .init(2031, 22, qualifier: .both))),
    EDTF(.all([.init(year: 1980, unspecifiedDigits: 1), .init(-44, 3, 15)])),
    EDTF(.oneOf([])),
  ]
  var reading = ArticleReading(article: article.id)
  (reading.isAnalyzed, reading.language, reading.end) = (false, "und", 3)
  (reading.paragraphs, reading.sentences) = ([text.span], [span, TextSpan(9, 9)])
  for kind in ActorKind.allCases {
    var actor = ArticleReading.Actor(name: "Città", kind: kind, country: "VD", key: "state:VD")
    actor.roles = [.init(text: "presidente", span: span)]
    actor.forms = ["", "Ada Brenz"]
    actor.agreement = .init(gender: .feminine, number: .plural)
    reading.actors.append(actor)
  }
  for kind in LocationKind.allCases {
    var place = ArticleReading.Place(name: "Grova", kind: kind)
    (place.latitude, place.longitude, place.precision) = (-90, 0.1 + 0.2, 7)
    (place.country, place.geonames, place.key, place.forms) = ("VD", 0, "k", ["Grova"])
    reading.places.append(place)
  }
  for resolution in ArticleReading.Mention.Resolution.allCases {
    reading.mentions.append(
      .init(span: span, label: .group, actor: 1, place: 2, resolution: resolution, sieve: "x"))
  }
  for (time, relation) in zip(times, TemporalExpression.Relation.allCases) {
    reading.dates.append(
      .init(
        span: span, edtf: time, duration: "P6W", relation: relation, anchor: .text, rule: "day"))
  }
  for basis in SpeakerBasis.allCases {
    var quotation = ArticleReading.Quotation(span: span, kind: .mixed)
    (quotation.continues, quotation.speakers, quotation.basis) = (1, [0, 1], basis)
    (quotation.sieve, quotation.cue, quotation.integrity) = ("s", TextSpan(0, 3), .damaged)
    (quotation.chain, quotation.date) = ([2], times[0])
    reading.quotations.append(quotation)
  }
  for kind in ClaimKind.allCases {
    var claim = ArticleReading.Claim(span: span, kind: kind)
    (claim.claimants, claim.chain, claim.addressees, claim.about) = ([0], [1], [2], [1])
    (claim.modality, claim.asOf, claim.sieve) = (.conditional, times[1], "figure")
    claim.figure = Figure(
      metric: .displaced, victims: "civili", low: 0, high: 1 << 40, qualifier: .atLeast)
    reading.claims.append(claim)
  }
  for type in EventType.allCases {
    var event = ArticleReading.Event(type: type, trigger: span, evidence: [span, text.span])
    event.status = .hypothetical
    event.date = .init(edtf: times[2], duration: "P1D", span: span, basis: .inferred)
    event.places = [.init(place: 1, evidence: [span])]
    event.participants = [.init(actor: 1, role: .mediator, evidence: [])]
    (event.partOf, event.claimants, event.sieve) = (0, [1], "rule")
    reading.events.append(event)
  }
  return (article, reading)
}()

/// How many stored properties a value of each type has.
///
/// Whoever adds one must write it in `ReadingCodec` and in `full`, and raise the number here.
private var propertyCounts: [(Any, Int)] {
  [
    (full.reading, 13), (full.reading.actors[0], 7), (full.reading.actors[0].roles[0], 2),
    (full.reading.actors[0].agreement, 2), (full.reading.places[0], 9),
    (full.reading.mentions[0], 6), (full.reading.dates[0], 6), (full.reading.quotations[0], 10),
    (full.reading.claims[0], 10), (full.reading.events[0], 10), (full.reading.events[0].date, 4),
    (full.reading.events[0].places[0], 2), (full.reading.events[0].participants[0], 3),
    (Figure(metric: .killed, victims: nil, low: nil, high: nil, qualifier: .about), 5),
    (EDTF.Date(2031), 6), (EDTF.Time(hour: 0, minute: 0, zone: nil), 4), (TextSpan(0, 0), 2),
  ]
}

@Suite struct ReadingCodecTests {
  @Test func takesBackWhatItWrote() throws {
    try #require(gold.count > 20)
    for (article, reading) in gold + [full] {
      let bytes = ReadingCodec.bytes(of: reading)
      #expect(try ReadingCodec.reading(of: article, from: bytes) == reading)
    }
  }

  @Test func knowsEveryProperty() {
    for (value, count) in propertyCounts {
      #expect(Mirror(reflecting: value).children.count == count, "\(type(of: value))")
    }
  }

  /// Without a checksum bytes may still mean something; then it keeps all bounds.
  @Test func neverMakesUpAReadingThatIsOutOfBounds() {
    let (article, reading) = full
    let bytes = ReadingCodec.bytes(of: reading)
    let limit = article.text.bytes.count
    for i in bytes.indices {
      for flip in [UInt8(1), 0x80, 0x7F, 0xFF] {
        var damaged = bytes
        damaged[i] ^= flip
        guard let found = try? ReadingCodec.reading(of: article, from: damaged) else { continue }
        let spans =
          found.paragraphs + found.sentences + found.mentions.map(\.span)
          + found.quotations.map(\.span) + found.claims.map(\.span) + found.events.map(\.trigger)
        #expect(spans.allSatisfy { 0 <= $0.start && $0.start <= $0.end && $0.end <= limit })
        #expect(found.mentions.allSatisfy { ($0.actor ?? 0) < found.actors.count })
        #expect(found.quotations.allSatisfy { ($0.continues ?? 0) < found.quotations.count })
        #expect(found.claims.allSatisfy { $0.about.allSatisfy { $0 < found.events.count } })
        for date in found.dates { _ = (date.edtf?.earliest, date.edtf?.latest, date.edtf?.text) }
      }
    }
  }

  @Test func refusesWhatIsCutOrHasMore() {
    let (article, reading) = full
    let bytes = ReadingCodec.bytes(of: reading)
    for count in bytes.indices {
      #expect(throws: DamagedBytes.self) {
        try ReadingCodec.reading(of: article, from: Array(bytes[..<count]))
      }
    }
    #expect(throws: DamagedBytes.self) {
      try ReadingCodec.reading(of: article, from: bytes + [0])
    }
  }

  @Test(
    arguments: [
      // A list of more things than there are bytes, numbers of more than 64 bits, and without an end.
      [0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F],
      [0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1],
      [0, 0, 0x80], [], [2], [0, 1, 0x80, 0],
    ] as [[UInt8]]) func refusesNonsense(_ bytes: [UInt8])
  {
    #expect(throws: DamagedBytes.self) {
      try ReadingCodec.reading(of: full.article, from: bytes)
    }
  }
}

@Suite struct ReadingCacheTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "cache-" + UUID().uuidString
  }

  private func packs(_ kind: CacheFolder.Kind = .readings) -> [String] {
    let files = try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(kind.rawValue)")
    return (files ?? []).map { "\(folder)/\(kind.rawValue)/\($0)" }
  }

  /// Reads `articles` through the cache; returns how many were not known.
  private func read(
    _ articles: [(article: Article, reading: ArticleReading)], program: String = "one"
  ) throws -> Int {
    let cache = ReadingCache(
      try CacheFolder(folder, program: ContentHash(of: program)), articles: "/articles")
    for (article, reading) in articles {
      #expect(cache.reading(of: article) { _ in reading } == reading)
    }
    #expect(cache.save() == nil)
    return articles.count - cache.foundCount
  }

  @Test func knowsWhatTheLastBuildRead() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let some = Array(gold.prefix(6))
    #expect(try read(some) == 6)
    #expect(try read(some) == 0)
    #expect(try read(Array(some.dropFirst())) == 0)
    // What the build before did not use is gone.
    #expect(try read(some) == 1)
    #expect(try read(some, program: "two") == 6)
    #expect(try read(some, program: "one") == 6)
    #expect(packs().count == 1)
  }

  @Test func readsAnArticleAgainIfWhatItMayMeanChanged() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (article, reading) = full
    _ = try read([full])
    var others = [Article](repeating: article, count: 7)
    others[0].published = EDTF("2031-05-02")
    others[1].language = "en"
    others[2].metadata = [TextSpan(0, 3)]
    others[3].dateline = TextSpan(0, 3)
    others[4].text = ArticleText(article.text.string + " ")
    others[5].publisher = "Gazzetta di Valdoria"
    others[6].title = "Grova"
    let cache = ReadingCache(
      try CacheFolder(folder, program: ContentHash(of: "one")), articles: "/articles")
    for other in others { _ = cache.reading(of: other) { _ in reading } }
    #expect(cache.foundCount == 0)
    var noted = article
    (noted.note, noted.url) = ("Nota.", "https://example.org")
    noted.editorial = EditorialDecision(keys: ["note"])
    _ = cache.reading(of: noted) { _ in reading }
    #expect(cache.foundCount == 1)
  }

  @Test func believesNoFileWithAnyByteChanged() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try read([full])
    let file = try #require(packs().first)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    for i in bytes.indices {
      var damaged = bytes
      damaged[i] ^= UInt8(1 << (i % 8))
      try Data(damaged).write(to: URL(fileURLWithPath: file))
      let cache = ReadingCache(
        try CacheFolder(folder, program: ContentHash(of: "one")), articles: "/articles")
      _ = cache.reading(of: full.article) { _ in full.reading }
      #expect(cache.foundCount == 0, "byte \(i)")
    }
    for count in [0, 15, 48, bytes.count / 2, bytes.count - 1] {
      try Data(bytes[..<count]).write(to: URL(fileURLWithPath: file))
      #expect(try read([full]) == 1)
    }
  }

  @Test func keepsNoMoreThanItsLimitAndNothingOfKilledBuilds() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let cache = try CacheFolder(folder, program: ContentHash(of: "one"))
    let killed = "\(folder)/readings/0.new-2000000000-1"
    try Data([1]).write(to: URL(fileURLWithPath: killed))
    for number in 0..<(CacheFolder.packLimit + 3) {
      #expect(cache.newPack(.readings, of: "/articles-\(number)").finish() == nil)
    }
    #expect(packs().count == CacheFolder.packLimit)
    #expect(!FileManager.default.fileExists(atPath: killed))
    // One that was begun and never finished leaves nothing.
    do {
      let new = cache.newPack(.readings, of: "/other")
      new.add([UInt8](repeating: 7, count: 3 << 20), at: CacheKey(of: "x"))
    }
    #expect(packs().count == CacheFolder.packLimit)
  }

  @Test func saysWhyAFolderCannotServe() throws {
    let file = NSTemporaryDirectory() + "cache-" + UUID().uuidString
    try Data([1]).write(to: URL(fileURLWithPath: file))
    defer { try? FileManager.default.removeItem(atPath: file) }
    #expect(throws: CacheUnavailable.self) { try CacheFolder(file + "/x") }
    #expect(throws: CacheUnavailable.self) { try CacheFolder(file, program: nil) }
  }

  @Test func tellsTheProgramFromOthers() {
    #expect(RunningProgram.identity != nil)
  }
}
