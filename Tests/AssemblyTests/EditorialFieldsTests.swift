import DossierModel
import Foundation
import Interchange
import Testing

@testable import Assembly

/// Everything that is published can be decided by the editor, or says why it need not be.
@Suite struct EditorialFieldsTests {
  private static let here = "article: a17.txt, exact"
  private static let attack = "L’attacco di martedì è durato sei ore"
  private static let said = "Tre morti a Grova"

  /// For each published field a decision that changes it, over the articles of `valdoria`.
  static let decisions: KeyValuePairs<String, String> = [
    "title": "title: Altro",
    "articles[].title": "articles: {a17.txt: {title: Altro}}",
    "articles[].publisher": "articles: {a17.txt: {publisher: Eco}}",
    "articles[].author": "articles: {a17.txt: {author: Ugo Lasi}}",
    "articles[].url": "articles: {a17.txt: {url: \"https://eco.example/17\"}}",
    "articles[].retrieved": "articles: {a17.txt: {retrieved: 2031-06-01}}",
    "articles[].archiveUrl": "articles: {a17.txt: {archiveUrl: \"https://arc.example/17\"}}",
    "articles[].published": "articles: {a17.txt: {published: 2031-05-04}}",
    "articles[].publishedBasis": "articles: {a17.txt: {published: 2031-05-04}}",
    "articles[].language": "articles: {a17.txt: {language: en}}",
    "articles[].translated": "articles: {a17.txt: {translated: machine}}",
    "articles[].note": "articles: {a17.txt: {note: Dal russo}}",
    "articles[].editor.decided[]": "articles: {a17.txt: {title: Altro}}",
    "articles[].editor.note": "articles: {a17.txt: {note: Dal russo}}",
    "actors[].name": "actors: [{name: Ada Maria Brenz, aliases: [Ada Brenz]}]",
    "actors[].kind": "actors: [{name: Lega, kind: military}]",
    "actors[].aliases[]": "actors: [{name: Ada Brenz, aliases: [A. B.]}]",
    "actors[].country": "actors: [{name: Ada Brenz, country: null}]",
    "actors[].roles[].text": "actors: [{name: Ada Brenz, roles: [presidente]}]",
    "actors[].roles[].evidence[]": "actors: [{name: Ada Brenz, roles: []}]",
    "actors[].side": "actors: [{name: Ada Brenz, side: governo}]",
    "actors[].wikidata": "actors: [{name: Ada Brenz, wikidata: Q12}]",
    "actors[].editor.decided[]": "actors: [{name: Ada Brenz, kind: person}]",
    "actors[].editor.note": "actors: [{name: Ada Brenz, note: x}]",
    "locations[].name": "locations: [{name: Porto Grua, aliases: [Grova]}]",
    "locations[].kind": "locations: [{name: Grova, kind: venue}]",
    "locations[].aliases[]": "locations: [{name: Grova, aliases: [Grovà]}]",
    "locations[].latitude": "locations: [{name: Grova, latitude: 1, longitude: 2}]",
    "locations[].longitude": "locations: [{name: Grova, latitude: 1, longitude: 2}]",
    "locations[].precision": "locations: [{name: Grova, precision: 2}]",
    "locations[].country": "locations: [{name: Grova, country: VD}]",
    "locations[].geonames": "locations: [{name: Grova, geonames: null}]",
    "locations[].statusNote": "locations: [{name: Grova, statusNote: contesa}]",
    "locations[].editor.decided[]": "locations: [{name: Grova, kind: venue}]",
    "locations[].editor.note": "locations: [{name: Grova, note: x}]",
    "events[].id": "events: [{\(here): \"\(attack)\", id: altro}]",
    "events[].formerIds[]": "events: [{\(here): \"\(attack)\", id: altro}]",
    "events[].title": "events: [{\(here): \"\(attack)\", title: Altro}]",
    "events[].type": "events: [{\(here): \"\(attack)\", type: explosive}]",
    "events[].status": "events: [{\(here): \"\(attack)\", status: alleged}]",
    "events[].date.edtf": "events: [{\(here): \"\(attack)\", date: 2031-04-30}]",
    "events[].date.duration": "events: [{\(here): \"\(attack)\", duration: P1D}]",
    "events[].date.literal": "events: [{\(here): \"\(attack)\", date: 2031-04-30}]",
    "events[].date.basis": "events: [{\(here): \"\(attack)\", date: 2031-04-30}]",
    "events[].date.span": "events: [{\(here): \"\(attack)\", date: 2031-04-30}]",
    "events[].locations[].location": "events: [{\(here): \"\(attack)\", locations: [Sedra]}]",
    "events[].locations[].evidence[]": "events: [{\(here): \"\(attack)\", locations: []}]",
    "events[].participants[].actor":
      "events: [{\(here): \"\(attack)\", participants: [{actor: Ivo Lem, role: target}]}]",
    "events[].participants[].role":
      "events: [{\(here): \"\(attack)\", participants: [{actor: Lega, role: party}]}]",
    "events[].participants[].evidence[]": "events: [{\(here): \"\(attack)\", participants: []}]",
    "events[].partOf": "events: [{\(here): \"\(attack)\", partOf: null}]",
    "events[].evidence[]":
      "events: [{\(here): \"\(attack)\", evidence: [{\(here): \"dell’attacco\"}]}]",
    "events[].accounts[].source":
      "events: [{\(here): \"\(attack)\", evidence: [{\(here): \"\(attack)\"}]}]",
    "events[].accounts[].status":
      "events: [{\(here): \"\(attack)\", accounts: [{article: b.txt, status: denied}]}]",
    "events[].accounts[].date.edtf":
      "events: [{\(here): \"\(attack)\", accounts: [{article: b.txt, date: 2031-04-30}]}]",
    "events[].accounts[].date.basis":
      "events: [{\(here): \"\(attack)\", accounts: [{article: b.txt, date: 2031-04-30}]}]",
    "events[].accounts[].date.literal":
      "events: [{\(here): \"\(attack)\", accounts: [{article: a17.txt, date: 2031-04-30}]}]",
    "events[].accounts[].date.span":
      "events: [{\(here): \"\(attack)\", accounts: [{article: a17.txt, date: 2031-04-30}]}]",
    "events[].accounts[].date.duration":
      "dates: [{article: a17.txt, exact: martedì, occurrence: 2, duration: P2D}]",
    "events[].accounts[].trigger":
      "events: [{\(here): \"\(attack)\", evidence: [{\(here): \"dell’attacco\"}]}]",
    "events[].figures[]": "claims: [{\(here): quattro morti, about: []}]",
    "events[].claims[]": "claims: [{\(here): La Lega accusa Ada Brenz dell’attacco, about: []}]",
    "events[].quotations[]":
      "quotations: [{\(here): \(said), about: []}]",
    "events[].contested": "events: [{\(here): \"\(attack)\", contested: false}]",
    "events[].mergeReasons[]": "events: [{\(here): \"\(attack)\", split: true}]",
    "events[].review": "events: [{\(here): \"\(attack)\", review: conflict}]",
    "events[].editor.decided[]": "events: [{\(here): \"\(attack)\", title: Altro}]",
    "events[].editor.note": "events: [{\(here): \"\(attack)\", note: x}]",
    "quotations[].kind": "quotations: [{\(here): \(said), kind: mixed}]",
    "quotations[].continues": "quotations: [{\(here): Basta, continues: null}]",
    "quotations[].speakers[]": "quotations: [{\(here): \(said), speakers: [Lega]}]",
    "quotations[].speakerBasis": "quotations: [{\(here): \(said), speakers: [Lega]}]",
    "quotations[].cue": "quotations: [{\(here): \(said), cue: null}]",
    "quotations[].integrity": "quotations: [{\(here): \(said), integrity: damaged}]",
    "quotations[].chain[]": "quotations: [{\(here): \(said), chain: []}]",
    "quotations[].about[]": "quotations: [{\(here): \(said), about: [war-2031]}]",
    "quotations[].date": "quotations: [{\(here): \(said), date: 2031-04-29}]",
    "quotations[].original.text": "quotations: [{\(here): \(said), original: {text: Three dead}}]",
    "quotations[].original.language":
      "quotations: [{\(here): \(said), original: {text: Three dead, language: en}}]",
    "quotations[].original.url":
      "quotations: [{\(here): \(said), original: {text: x, url: \"https://e.example\"}}]",
    "quotations[].review": "quotations: [{\(here): \(said), review: accepted}]",
    "quotations[].editor.decided[]": "quotations: [{\(here): \(said), kind: mixed}]",
    "quotations[].editor.note": "quotations: [{\(here): \(said), note: x}]",
    "claims[].kind": "claims: [{\(here): La Lega accusa Ada Brenz dell’attacco, kind: fact}]",
    "claims[].claimants[]": "claims: [{\(here): quattro morti, claimants: []}]",
    "claims[].chain[]": "claims: [{\(here): quattro morti, chain: [Ada Brenz]}]",
    "claims[].addressees[]":
      "claims: [{\(here): La Lega accusa Ada Brenz dell’attacco, addressees: []}]",
    "claims[].about[]": "claims: [{\(here): quattro morti, about: [war-2031]}]",
    "claims[].modality": "claims: [{\(here): quattro morti, modality: conditional}]",
    "claims[].asOf": "claims: [{\(here): quattro morti, asOf: 2031-05-01}]",
    "claims[].figure.metric": "claims: [{\(here): quattro morti, figure: {metric: injured}}]",
    "claims[].figure.victims": "claims: [{\(here): quattro morti, figure: {victims: civili}}]",
    "claims[].figure.low": "claims: [{\(here): quattro morti, figure: {low: 2}}]",
    "claims[].figure.high": "claims: [{\(here): quattro morti, figure: {high: null}}]",
    "claims[].figure.qualifier": "claims: [{\(here): quattro morti, figure: {qualifier: about}}]",
    "claims[].review": "claims: [{\(here): quattro morti, review: accepted}]",
    "claims[].editor.decided[]": "claims: [{\(here): quattro morti, modality: conditional}]",
    "claims[].editor.note": "claims: [{\(here): quattro morti, note: x}]",
    "mentions[].label": "mentions: [{\(here): Grova, label: group}]",
    "mentions[].actor": "mentions: [{\(here): Grova, actor: Lega}]",
    "mentions[].location": "mentions: [{\(here): Grova, location: null}]",
    "mentions[].resolution": "mentions: [{\(here): Grova, location: null}]",
    "dates[].edtf": "dates: [{article: a17.txt, exact: martedì, occurrence: 1, edtf: 2031}]",
    "dates[].duration": "dates: [{article: a17.txt, exact: martedì, occurrence: 1, duration: P1D}]",
    "dates[].relation":
      "dates: [{article: a17.txt, exact: martedì, occurrence: 1, relation: since}]",
    "dates[].rule": "dates: [{article: a17.txt, exact: martedì, occurrence: 1, edtf: 2031}]",
  ]

  /// Why other published fields need no decision.
  static let reasons: [String: String] = [
    "schemaVersion": "a property of the format",
    "generator": "a property of the program",
    "language": "a key of the file, which decides the words of the site before it is assembled",
    "articles[].id": "made of the path", "articles[].file": "the path itself",
    "articles[].sha256": "a hash", "articles[].codePoints": "a count",
    "articles[].textPublished": "what is published of the text",
    "articles[].page": "an address", "actors[].id": "made of the name",
    "actors[].page": "an address", "actors[].merges[].rule": "tells why; separate undoes it",
    "actors[].merges[].name": "tells why; separate undoes it",
    "locations[].id": "made of the name", "locations[].page": "an address",
    "events[].page": "an address", "events[].accounts[].rule": "tells how it was read",
    "quotations[].id": "made of the place", "quotations[].article": "another place is another one",
    "quotations[].start": "hide it and add another", "quotations[].end": "hide it and add another",
    "quotations[].exact": "the words of the place", "quotations[].href": "an address",
    "quotations[].sieve": "tells how the speaker was found",
    "claims[].id": "made of the place", "claims[].article": "another place is another one",
    "claims[].start": "hide it and add another", "claims[].end": "hide it and add another",
    "claims[].exact": "the words of the place", "claims[].sieve": "tells how it was read",
    "mentions[].article": "another place is another one",
    "mentions[].start": "hide it and add another", "mentions[].end": "hide it and add another",
    "mentions[].exact": "the words of the place", "mentions[].sieve": "tells how it was read",
    "dates[].article": "another place is another one",
    "dates[].start": "hide it and add another", "dates[].end": "hide it and add another",
    "dates[].exact": "the words of the place",
    "dates[].anchor": "tells what an unedited date was reckoned from",
  ]

  /// Every field of `value` with what it holds, by path; a span is one field.
  static func fields(_ value: Any, _ path: String, _ fields: inout [String: [String]]) {
    switch value {
    case let object as [String: Any]:
      if Set(object.keys) == ["article", "start", "end", "exact"] {
        fields[path, default: []].append("\(object["start"] ?? ""): \(object["exact"] ?? "")")
        return
      }
      for (key, value) in object.sorted(by: { $0.key < $1.key }) {
        Self.fields(value, path.isEmpty ? key : path + "." + key, &fields)
      }
    case let array as [Any]:
      for value in array { Self.fields(value, path + "[]", &fields) }
    default: fields[path, default: []].append("\(value)")
    }
  }

  /// All published fields of `dossier`.
  static func published(_ dossier: Dossier) throws -> [String: [String]] {
    var fields: [String: [String]] = [:]
    let data = DossierData(dossier, generator: "dossier")
    for file in data.files where file.path.path.hasSuffix(".json") {
      Self.fields(try JSONSerialization.jsonObject(with: Data(file.bytes())), "", &fields)
    }
    return fields
  }

  @Test func everyPublishedFieldCanBeDecidedOrSaysWhyNot() throws {
    var paths = Set(try Self.published(Edited(valdoria()).dossier).keys)
    for (_, yaml) in Self.decisions {
      paths.formUnion(try Self.published(Edited(valdoria(), yaml).dossier).keys)
    }
    // Where something is given, its absence is not another field.
    let leaves = paths.filter { path in
      !paths.contains { $0.hasPrefix(path + ".") || $0.hasPrefix(path + "[]") }
    }
    let known = Set(Self.decisions.map(\.key)).union(Self.reasons.keys)
    #expect(leaves.subtracting(known).sorted() == [], "published, and nobody can decide it")
    #expect(known.subtracting(leaves).sorted() == [], "decided, and not published")
  }

  /// The fields of the schema of the published data, by path; a span is one field.
  static func schemaFields() throws -> Set<String> {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Contract/dossier-data.schema.json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    let schema = try #require(object as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    var fields: Set<String> = []
    func walk(_ node: [String: Any], _ path: String, isPart: Bool = false) {
      if let name = (node["$ref"] as? String)?.split(separator: "/").last {
        if name == "span" {
          // What has a place of its own has the parts of a span beside its other fields.
          fields.formUnion(
            isPart ? ["article", "start", "end", "exact"].map { path + "." + $0 } : [path])
        } else {
          walk(definitions[String(name)] ?? [:], path)
        }
        return
      }
      let alternatives = ["oneOf", "anyOf"].flatMap { node[$0] as? [[String: Any]] ?? [] }
      for one in alternatives { walk(one, path) }
      let parts = node["allOf"] as? [[String: Any]] ?? []
      for part in parts { walk(part, path, isPart: true) }
      if let properties = node["properties"] as? [String: [String: Any]] {
        for (key, value) in properties { walk(value, path.isEmpty ? key : path + "." + key) }
      } else if let items = node["items"] as? [String: Any] {
        walk(items, path + "[]")
      } else if alternatives.isEmpty, parts.isEmpty, node["type"] as? String != "null" {
        fields.insert(path)
      }
    }
    walk(schema, "")
    walk(try #require(definitions["articleReading"]), "")
    return fields
  }

  @Test func everyFieldOfTheSchemaCanBeDecidedOrSaysWhyNot() throws {
    let fields = try Self.schemaFields()
    #expect(fields.count > 90)
    let known = Set(Self.decisions.map(\.key)).union(Self.reasons.keys)
    #expect(fields.subtracting(known).sorted() == [], "in the schema, and nobody can decide it")
  }

  @Test(arguments: decisions.map { ($0.key, $0.value) })
  func aDecisionChangesWhatIsPublished(_ path: String, _ yaml: String) throws {
    let before = try Self.published(Edited(valdoria()).dossier)
    let edited = Edited(valdoria(), yaml)
    let after = try Self.published(edited.dossier)
    #expect(edited.diagnostics.map(\.text) == [])
    #expect(before[path] != after[path])
  }

  @Test(arguments: decisions.map(\.value).filter { $0.contains("[{") && !$0.contains("note") })
  func aDecisionIsVisibleAsTheEditors(_ yaml: String) throws {
    let before = try Self.published(Edited(valdoria()).dossier)
    let after = try Self.published(Edited(valdoria(), yaml).dossier)
    let isVisible = after.keys.contains { path in
      (path.hasSuffix("editor.decided[]") || path == "mentions[].resolution"
        || path == "dates[].rule") && after[path] != before[path]
    }
    #expect(isVisible)
  }
}
