import DossierModel
import Foundation
import Testing

@testable import Ingestion

/// A folder that is gone when the test is over.
final class TemporaryFolder {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = NSTemporaryDirectory() + "ingestion-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, Array(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: target)
  }

  /// What is read here, the folder being called `seeds`.
  func read(jobs: Int = 1) -> Ingestion.Result {
    Ingestion.read(folder: path, displayedAs: "seeds", jobs: jobs)
  }

  /// The diagnostics as a user sees them.
  var messages: [String] { read().diagnostics.map(\.text) }
}

@Suite struct SeedTests {
  static let folder =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/seeds"

  @Test func theSeedsAreReadWithWhatTheirEditorKnows() throws {
    let result = Ingestion.read(folder: Self.folder, displayedAs: "seeds")
    #expect(result.diagnostics.isEmpty)
    try #require(result.articles.count == 2)
    let (first, second) = (result.articles[0], result.articles[1])
    #expect(first.id.rawValue == "000-a4b227896e37e968")
    #expect(first.published?.text == "2022-09-13")
    #expect(first.publishedBasis == .editor)
    #expect(first.translated == .machine)
    #expect(first.publisher == nil)
    #expect(first.metadata.isEmpty)
    #expect(second.id.rawValue == "004-9184b28e1bfff435")
    #expect(second.published?.text == "2023-10-04")
    #expect(second.publishedBasis == .editor)
    #expect(second.publisher == "AgenPress")
    #expect(second.metadata.map { second.text[$0] } == ["date 2023-10 AgenPress –"])
    #expect(result.editorFile.title?.value == "Nagorno-Karabakh, un dossier")
  }

  @Test func theTextsAreTheFilesByteForByte() throws {
    for article in Ingestion.read(folder: Self.folder).articles {
      let data = try Data(contentsOf: URL(fileURLWithPath: Self.folder + "/" + article.file))
      #expect(article.text.bytes == Array(data))
      #expect(article.sha256 == ContentHash(of: Array(data)))
    }
  }
}
