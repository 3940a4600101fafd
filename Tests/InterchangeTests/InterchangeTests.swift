import DossierModel
import Foundation
import Interchange
import Testing

/// The data files: every key of the contract, positions in code points, nothing lost.
@Suite struct InterchangeTests {
  /// A dossier with one of everything, told by a text full of what JSON must escape.
  static func dossier() -> Dossier {
    let text = ArticleText(
      "L’«è così» 😀 </script> \u{2028} \"citato\" \\ fine.\u{1}\r\nMorti: 3 in città.")
    let id = Article.ID("uno")
    let map = CodePointMap(text)
    var article = Article(
      id: id, file: "uno.txt", text: text, sha256: ContentHash(of: text.bytes))
    article.title = "Titolo </script>"
    article.published = EDTF("2031-05")
    article.publishedBasis = .stated
    var record = ArticleRecord(article: article)
    record.mentions = [
      .init(
        span: TextSpan(0, 4), label: .person, actor: Actor.ID("ada"), location: nil,
        resolution: .exact, sieve: "name")
    ]
    record.dates = [
      TemporalExpression(span: TextSpan(0, 4), edtf: nil, anchor: .none, rule: "weekday")
    ]
    var dossier = Dossier(title: "Prova", language: "it")
    dossier.articles = [record]
    let quoted = Passage(id, TextSpan(6, 14))
    var actor = Actor(id: Actor.ID("ada"), name: "Ada", kind: .person)
    actor.roles = [Actor.Role(text: "teste", evidence: [quoted])]
    dossier.actors = [actor]
    var location = Location(id: Location.ID("porto"), name: "Porto", kind: .settlement)
    (location.latitude, location.longitude, location.precision) = (39.5, -0.000012, 1)
    dossier.locations = [location]
    let range = map.codePoints(quoted.span)
    let quotation = Quotation(
      id: Quotation.ID("uno-c\(range.lowerBound)-\(range.upperBound)"), passage: quoted,
      codePoints: range, kind: .direct)
    dossier.quotations = [quotation]
    let end = text.bytes.count
    var claim = Claim(
      id: Claim.ID("claim"), passage: Passage(id, TextSpan(end - 18, end)), kind: .figure)
    claim.figure = Figure(metric: .killed, victims: nil, low: 3, high: nil, qualifier: .atLeast)
    dossier.claims = [claim]
    var event = Event(id: Event.ID("event"), title: "Evento", type: .shelling)
    event.evidence = [claim.passage]
    event.places = [Event.Place(location: location.id, evidence: [])]
    event.participants = [Event.Participant(actor: actor.id, role: .victim, evidence: [quoted])]
    event.when = Event.When(edtf: EDTF("2031-04-29"), basis: .stated, passage: quoted)
    event.figures = [claim.id]
    event.quotations = [quotation.id]
    dossier.events = [event]
    return dossier
  }

  static func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test func writesEveryKeyAndNull() throws {
    let bytes = DossierData(Self.dossier(), generator: "dossier 1").dossierJSON()
    let model = try Self.object(bytes)
    #expect(model["schemaVersion"] as? Int == 1)
    #expect(model["generator"] as? String == "dossier 1")
    let article = try #require((model["articles"] as? [[String: Any]])?.first)
    #expect(article["publisher"] is NSNull)
    #expect(article["page"] as? String == "articles/uno.html")
    #expect(article["published"] as? String == "2031-05")
    let location = try #require((model["locations"] as? [[String: Any]])?.first)
    #expect(location["longitude"] as? Double == -0.000012)
    #expect(location["geonames"] is NSNull)
    let claim = try #require((model["claims"] as? [[String: Any]])?.first)
    let figure = try #require(claim["figure"] as? [String: Any])
    #expect(figure["low"] as? Int == 3)
    #expect(figure["high"] is NSNull)
    #expect(figure["victims"] is NSNull)
  }

  @Test func countsCodePoints() throws {
    let dossier = Self.dossier()
    let model = try Self.object(DossierData(dossier, generator: "").dossierJSON())
    let quotation = try #require((model["quotations"] as? [[String: Any]])?.first)
    #expect(quotation["start"] as? Int == 3)
    #expect(quotation["end"] as? Int == 9)
    #expect(quotation["exact"] as? String == "è così")
    #expect(quotation["href"] as? String == "articles/uno.html#c3-9")
    let article = try #require((model["articles"] as? [[String: Any]])?.first)
    let text = dossier.articles[0].article.text.string
    #expect(article["codePoints"] as? Int == text.unicodeScalars.count)
  }

  @Test func mayStandInsideAScript() throws {
    let dossier = Self.dossier()
    for file in DossierData(dossier, generator: "</script>").files where file.path.name != "uno.txt"
    {
      let bytes = file.bytes()
      #expect(!bytes.contains(UInt8(ascii: "<")))
      #expect(!String(decoding: bytes, as: UTF8.self).unicodeScalars.contains("\u{2028}"))
      _ = try Self.object(bytes)
    }
  }

  @Test func publishesTextsAsTheyAre() throws {
    let dossier = Self.dossier()
    let files = DossierData(dossier, generator: "").files
    #expect(
      files.map(\.path.path) == ["data/dossier.json", "data/articles/uno.json", "articles/uno.txt"])
    #expect(files[2].bytes() == dossier.articles[0].article.text.bytes)
    let reading = try Self.object(files[1].bytes())
    let mention = try #require((reading["mentions"] as? [[String: Any]])?.first)
    #expect(mention["exact"] as? String == "L’")
    #expect(mention["location"] is NSNull)
    let date = try #require((reading["dates"] as? [[String: Any]])?.first)
    #expect(date["edtf"] is NSNull)
    #expect(date["relation"] as? String == "at")
  }
}
