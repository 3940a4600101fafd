import Cache
import DossierModel
import Foundation
import Testing

@testable import dossier

/// Numbers that look random and are the same in every run (Steele, Lea and Flood, SplitMix64).
private struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// One of `items`, of which there is at least one.
  mutating func one<Item>(of items: [Item]) -> Item { items[Int(next() % UInt64(items.count))] }
}

/// A folder of articles, an editor's file and templates that change, and two sites of it: one built
/// on what was kept from the build before, one from nothing.
private final class Newsroom {
  let work: Folder
  var chance: Chance
  private var articles: [String: [String]] = [:]
  private var published: [String: String] = [:]
  private var decisions: [String] = []
  private var number = 0

  init(seed: UInt64) throws {
    chance = Chance(state: seed)
    work = try Folder(["templates/words/none": ""])
    for _ in 0..<6 { try add() }
    try writeEditorFile()
  }

  private static let states = ["l'Armenia", "l'Azerbaigian", "la Georgia", "la Moldavia"]
  private static let armies = ["armene", "azere", "georgiane", "moldave"]
  private static let places = ["Goris", "Ganja", "Tbilisi", "Kapan", "Chișinău", "Grova"]
  private static let people = ["Ada Brenz", "Ivo Tarsk", "Lena Morav", "Oto Kell"]
  private static let days = ["lunedì", "il 3 marzo", "ieri", "nel 2021", "la scorsa settimana"]

  private func sentence() -> String {
    let (state, other) = (chance.one(of: Self.states), chance.one(of: Self.states))
    let (army, place) = (chance.one(of: Self.armies), chance.one(of: Self.places))
    let (person, day) = (chance.one(of: Self.people), chance.one(of: Self.days))
    let count = Int(chance.next() % 60) + 2
    return chance.one(of: [
      "Le forze armate \(army) hanno bombardato \(place) \(day), provocando almeno \(count) morti.",
      "Il ministro \(person) ha detto: «Non lasceremo \(place) a \(other), neppure tra \(count) anni».",
      "Nuovi scontri sono scoppiati \(day) vicino a \(place) tra \(state) e \(other).",
      "«Vogliamo negoziare con \(other)», ha aggiunto \(person).",
      "Secondo \(person), \(state) ha attaccato \(place) \(day).",
      "Più di \(count) persone sono fuggite da \(place).", "La situazione a \(place) resta tesa.",
      "\(state.prefix(1).uppercased() + state.dropFirst()) ha smentito di aver colpito \(place).",
    ])
  }

  private func write(_ name: String) throws {
    try work.write((articles[name] ?? []).joined(separator: "\n\n") + "\n", to: "seeds/" + name)
  }

  private func add() throws {
    number += 1
    let name = chance.one(of: ["a\(number).txt", "sub/a\(number).txt"])
    articles[name] = (0..<8).map { _ in sentence() }
    published[name] = "2022-0\(number % 9 + 1)-1\(number % 10)"
    try write(name)
  }

  private func writeEditorFile() throws {
    var lines = ["title: Prova", "articles:"]
    for (name, date) in published.sorted(by: { $0.key < $1.key }) {
      lines.append("  \(name): {published: \(date), publisher: Testata \(name.utf8.count % 3)}")
    }
    try work.write((lines + decisions).joined(separator: "\n") + "\n", to: "seeds/dossier.yml")
  }

  /// Changes something; says what.
  func change() throws -> String {
    let names = articles.keys.sorted()
    let name = chance.one(of: names)
    switch chance.next() % 12 {
    case 0, 1:
      try add()
      try writeEditorFile()
      return "added an article"
    case 2 where names.count > 3:
      articles[name] = nil
      published[name] = nil
      try FileManager.default.removeItem(atPath: work.path + "/seeds/" + name)
      try writeEditorFile()
      return "removed \(name)"
    case 3:
      number += 1
      let new = "r\(number).txt"
      (articles[new], published[new]) = (articles[name], published[name])
      (articles[name], published[name]) = (nil, nil)
      try FileManager.default.removeItem(atPath: work.path + "/seeds/" + name)
      try write(new)
      try writeEditorFile()
      return "renamed \(name)"
    case 4:
      published[name] = chance.one(of: ["2022-01-09", "2021", "2022-11"])
      try writeEditorFile()
      return "another date of \(name)"
    case 5:
      let person = chance.one(of: Self.people)
      decisions = chance.one(of: [
        [], ["actors: [{name: \(person), aliases: [Il Vecchio], note: Una nota.}]"],
        ["separate: [[Ada Brenz, Oto Kell]]", "locations: [{name: Grova, country: MD}]"],
      ])
      try writeEditorFile()
      return "other decisions"
    case 6:
      let words = chance.one(of: ["# Niente\n", "/* altro */\n"])
      try work.write("body { color: black } \(words)", to: "templates/own\(number % 2).css")
      return "another template"
    case 7:
      let page = chance.one(of: ["index.html", "articles.md", "data/dossier.json"])
      try work.write("altro", to: "site/" + page)
      return "somebody wrote \(page)"
    case 8:
      try work.write("example.org", to: "site/CNAME")
      return "a file of somebody else"
    case 9: return "nothing"
    case 10:
      let end = min(2, articles[name]?.count ?? 0)
      articles[name]?.removeLast(end)
      articles[name]?.append(sentence())
      try write(name)
      return "the end of \(name)"
    default:
      articles[name]?[0] = sentence()
      try write(name)
      return "the beginning of \(name)"
    }
  }

  /// Builds the site of that name; the report, and its files.
  func build(_ name: String, cache: String?) throws -> (Build.Report, [String: Data]) {
    let report = try Build(
      articles: work.path + "/seeds", site: work.path + "/" + name,
      templates: work.path + "/templates", language: nil, jobs: 2,
      cache: cache.map { try CacheFolder(work.path + "/" + $0) }
    ).run()
    return (report, Folder.files(in: work.path + "/" + name))
  }
}

@Suite struct IncrementalTests {
  /// Whatever changes between two builds, what was kept spares work and changes no byte.
  @Test(arguments: [1, 2, 3] as [UInt64]) func givesWhatABuildFromNothingGives(
    seed: UInt64
  ) throws {
    let newsroom = try Newsroom(seed: seed)
    for step in 0..<16 {
      let change = step == 0 ? "the first build" : try newsroom.change()
      var (report, site) = try newsroom.build("site", cache: "cache")
      try? FileManager.default.removeItem(atPath: newsroom.work.path + "/new")
      let (whole, new) = try newsroom.build("new", cache: nil)
      site["CNAME"] = nil
      let differing = Set(site.keys).union(new.keys).filter { site[$0] != new[$0] }.sorted()
      #expect(differing == [], "step \(step): \(change)")
      #expect(report.found == whole.found && report.summary.pages == whole.summary.pages)
      if change == "nothing" || change.hasPrefix("a file of") { #expect(report.dossier == nil) }
    }
  }

  @Test func doesNothingWhenNothingChanged() throws {
    let newsroom = try Newsroom(seed: 4)
    let (first, files) = try newsroom.build("site", cache: "cache")
    let (second, same) = try newsroom.build("site", cache: "cache")
    #expect(first.dossier != nil && second.dossier == nil)
    #expect(files == same)
    let publication = second.summary.publication
    #expect(publication.written == 0 && publication.removed == 0)
    #expect(publication.unchanged == files.count - 1)
    let lines = second.lines(site: "site")
    #expect(
      lines.filter { !$0.hasPrefix("Wrote ") && !$0.hasPrefix("Nothing has changed") }
        == first.lines(site: "site").filter { !$0.hasPrefix("Wrote ") })
  }

  /// The same diagnostics are told whether there is something to do or not.
  @Test func repeatsWhatItHadToSay() throws {
    let work = try Folder([
      "seeds/a.txt": "Martedì Ada Brenz ha parlato a Goris.",
      "seeds/dossier.yml": "events: [{id: nothing-such, title: Titolo}]\n",
    ])
    func told() throws -> [String] {
      var told: [Diagnostic] = []
      _ = try Build(
        articles: work.path + "/seeds", site: work.path + "/site", templates: nil, language: nil,
        jobs: 1, cache: CacheFolder(work.path + "/cache")
      ).run(diagnostics: { told += $0 })
      return told.map(\.text)
    }
    let first = try told()
    #expect(first.count > 1)
    #expect(try told() == first)
  }

  /// Which options make another site, though the articles are the same.
  @Test func buildsAnewForOtherOptions() throws {
    let work = try Folder(["seeds/a.txt": "Ada Brenz: «Non ci arrenderemo mai»."])
    func build(_ language: String?, isDraft: Bool = false) throws -> Bool {
      try Build(
        articles: work.path + "/seeds", site: work.path + "/site", templates: nil,
        language: language, jobs: 1, isDraft: isDraft, cache: CacheFolder(work.path + "/cache")
      ).run().dossier == nil
    }
    #expect(try !build(nil))
    #expect(try build("it"))
    #expect(try !build("en"))
    #expect(try !build("it"))
    #expect(try !build("it", isDraft: true))
    #expect(try work.read("site/index.html").contains("Copia di lavoro"))
    try FileManager.default.removeItem(atPath: work.path + "/site/index.md")
    #expect(try !build("it", isDraft: true))
    try FileManager.default.removeItem(atPath: work.path + "/site")
    #expect(try !build("it", isDraft: true))
  }

  /// A cache that cannot be believed, or not be written, is as good as none.
  @Test func buildsWithoutAUsableCache() throws {
    let newsroom = try Newsroom(seed: 5)
    let (_, files) = try newsroom.build("site", cache: "cache")
    let cache = newsroom.work.path + "/cache"
    for name in Folder.files(in: cache).keys {
      try newsroom.work.write("altro", to: "cache/" + name)
    }
    let (report, same) = try newsroom.build("site", cache: "cache")
    #expect(report.dossier != nil)
    #expect(files == same)
  }
}
