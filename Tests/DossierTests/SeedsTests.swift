import DossierModel
import Foundation
import Testing

@testable import dossier

@Suite struct SeedsTests {
  @Test func theSiteOfTheCloneIsAFreshBuild() throws {
    let work = try Folder()
    try build(packageFolder + "/seeds", into: work.path + "/site")
    let fresh = Folder.files(in: work.path + "/site")
    let committed = Folder.files(in: packageFolder + "/site")
    #expect(Set(fresh.keys).symmetricDifference(committed.keys).sorted() == [])
    #expect(fresh.keys.filter { fresh[$0] != committed[$0] }.sorted() == [])
  }

  /// Names of persons, peoples and places, weekdays, months and years, and others in their stead.
  private static let others: KeyValuePairs = [
    "armeno-azero": "etiopico-eritreo", "Nagorno-Karabakh": "Tigray", "Karabakh": "Tigray",
    "Armenia": "Etiopia", "Azerbaigian": "Eritrea", "armeno": "etiope", "armena": "etiope",
    "armene": "etiopi", "armeni": "etiopi", "azero": "eritreo", "azere": "eritree",
    "azeri": "eritrei", "Goris": "Adigrat", "Jermuk": "Adua", "Ilham Aliyev": "Isaias Afwerki",
    "Nikol Pashinyan": "Getachew Bekele", "Pashinyan": "Bekele",
    "Anthony Blinken": "Marko Halvorsen", "Antony Blinken": "Marco Halvorsen",
    "Blinken": "Halvorsen", "Toivo Klaar": "Juhani Korhonen", "Klaar": "Korhonen",
    "Igor Khovaev": "Pavel Sorokin", "Khovaev": "Sorokin", "Dmitry Peskov": "Kirill Danilov",
    "Charles Michel": "Antonio Duarte", "martedì": "giovedì", "Martedì": "Giovedì",
    "lunedì": "mercoledì", "2020": "2018", "17 settembre": "9 novembre",
    "19 settembre": "11 novembre", "A marzo": "A giugno", "Istanbul": "Nairobi",
    "Turchia": "Kenya", "Bruxelles": "Lussemburgo", "India": "Brasile",
    "date 2023-10": "date 2024-12",
  ]

  /// What was read, without the names: how each quotation is reported and attributed, what happened,
  /// how many were counted.
  private func structure(_ dossier: Dossier) -> [String] {
    let quotations = dossier.quotations.map {
      "\($0.kind) \($0.basis) \($0.integrity) \($0.speakers.count) \($0.chain.count)"
    }
    let figures = dossier.claims.compactMap(\.figure).map {
      "\($0.metric) \($0.low ?? -1) \($0.high ?? -1) \($0.qualifier)"
    }
    let events = dossier.events.map {
      "\($0.type) \($0.status) \($0.when.edtf != nil) \($0.contested)"
    }
    return quotations + figures + events.sorted()
  }

  @Test func readsTheSameSentencesAboutOthersAlike() throws {
    let names = ["000_a4b227896e37e968.txt", "004_9184b28e1bfff435.txt"]
    let work = try Folder()
    for name in names {
      var text = String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: packageFolder + "/seeds/" + name)),
        as: UTF8.self)
      try work.write(text, to: "these/" + name)
      for (old, new) in Self.others { text = text.replacingOccurrences(of: old, with: new) }
      try work.write(text, to: "others/" + name)
    }
    func decided(_ one: String, _ two: String) -> String {
      "articles:\n  \(names[0]): {published: \(one)}\n  \(names[1]): {published: \(two)}\n"
    }
    try work.write(decided("2022-09-13", "2023-10-04"), to: "these/dossier.yml")
    try work.write(decided("2021-11-04", "2024-12-04"), to: "others/dossier.yml")
    let these = try #require(try build(work.path + "/these", into: work.path + "/one").dossier)
    let others = try #require(try build(work.path + "/others", into: work.path + "/two").dossier)
    #expect(structure(these) == structure(others))
  }
}
