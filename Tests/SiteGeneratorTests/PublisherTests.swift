import DossierModel
import Foundation
import Testing

@testable import SiteGenerator

/// A folder that is gone after the test.
final class TemporaryFolder {
  let path: String
  init() throws {
    path = NSTemporaryDirectory() + "dossier-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// All files below `folder`, by path, with their text; links as `-> target`.
  func files(in folder: String = "") -> [String: String] {
    let root = folder.isEmpty ? path : path + "/" + folder
    var files: [String: String] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: root) ?? .init() {
      let full = root + "/" + name
      if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: full) {
        files[name] = "-> " + target
      } else if let data = FileManager.default.contents(atPath: full) {
        files[name] = String(decoding: data, as: UTF8.self)
      }
    }
    return files
  }
  func write(_ text: String, to name: String) throws {
    let full = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (full as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: full))
  }
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}

/// A site takes the place of the one before, as a whole or not at all.
@Suite struct PublisherTests {
  let folder: TemporaryFolder
  var site: String { folder.path + "/site" }

  init() throws { folder = try TemporaryFolder() }

  @discardableResult
  func publish(_ files: [String: String]) throws -> PublicationSummary {
    try Publisher.publish(to: site, version: "1") { staged in
      for (path, text) in files.sorted(by: { $0.key < $1.key }) {
        try staged.write(Array(text.utf8), to: SitePath(path))
      }
    }
  }

  /// The codes of the faults that publishing `files` meets.
  func faults(_ files: [String: String]) -> [String] {
    do {
      try publish(files)
      return []
    } catch let error as PublicationError {
      return error.diagnostics.map(\.code)
    } catch {
      return ["\(error)"]
    }
  }

  @Test func writesFilesAndTheManifest() throws {
    let summary = try publish(["index.html": "a", "events/x.md": "b"])
    #expect(summary == PublicationSummary(written: 2))
    let files = folder.files(in: "site")
    #expect(files["index.html"] == "a")
    #expect(files["events/x.md"] == "b")
    #expect(
      files[".dossier"] == """
        dossier 1
        3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  events/x.md
        ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  index.html

        """)
    #expect(try folder.names() == ["site"])
  }

  @Test func keepsWhatStaysAndRemovesWhatGoes() throws {
    try publish(["a.html": "1", "b.html": "2", "gone/c.html": "3"])
    let summary = try publish(["a.html": "1", "b.html": "new"])
    #expect(summary == PublicationSummary(written: 1, unchanged: 1, removed: 1))
    #expect(folder.files(in: "site").keys.sorted() == [".dossier", "a.html", "b.html"])
    #expect(try folder.names() == ["site"])
    let names = try FileManager.default.contentsOfDirectory(atPath: site)
    #expect(!names.contains("gone"))
  }

  @Test func repairsFilesThatWereChangedByHand() throws {
    try publish(["a.html": "1"])
    try folder.write("2", to: "site/a.html")
    #expect(try publish(["a.html": "1"]) == PublicationSummary(written: 1))
    #expect(folder.files(in: "site")["a.html"] == "1")
  }

  @Test func carriesOverWhatOthersPutThere() throws {
    try publish(["events/a.html": "1"])
    try folder.write("example.org", to: "site/CNAME")
    try folder.write("", to: "site/.nojekyll")
    try folder.write("ref", to: "site/.git/refs/heads/main")
    try folder.write("note", to: "site/events/note.txt")
    let files = FileManager.default
    try files.createDirectory(atPath: site + "/empty", withIntermediateDirectories: true)
    try files.createSymbolicLink(atPath: site + "/latest", withDestinationPath: "events/a.html")
    try files.createSymbolicLink(atPath: site + "/broken", withDestinationPath: "/nowhere")
    let summary = try publish(["locations/b.html": "2"])
    #expect(summary.carried == 6)
    let after = folder.files(in: "site")
    #expect(after["CNAME"] == "example.org")
    #expect(after[".nojekyll"] == "")
    #expect(after[".git/refs/heads/main"] == "ref")
    #expect(after["events/note.txt"] == "note")
    #expect(after["latest"] == "-> events/a.html")
    #expect(after["broken"] == "-> /nowhere")
    #expect(after["events/a.html"] == nil)
    #expect(files.fileExists(atPath: site + "/empty"))
    #expect(try publish(["locations/b.html": "2"]).carried == 6)
  }

  @Test func refusesToOverwriteWhatOthersPutThere() throws {
    try publish(["a.html": "1"])
    try folder.write("mine", to: "site/b.html")
    try folder.write("mine", to: "site/events")
    let before = folder.files()
    #expect(
      faults(["a.html": "1", "b.html": "2", "events/x.html": "3"])
        == ["site-foreign-file", "site-foreign-file"])
    #expect(folder.files() == before)
    #expect(try folder.names() == ["site"])
  }

  @Test func refusesFoldersOfOthers() throws {
    try folder.write("mine", to: "site/thesis.txt")
    #expect(faults(["a.html": "1"]) == ["site-folder"])
    #expect(folder.files() == ["site/thesis.txt": "mine"])
    try FileManager.default.removeItem(atPath: site)
    try folder.write("mine", to: "site")
    #expect(faults(["a.html": "1"]) == ["site-folder"])
    #expect(folder.files() == ["site": "mine"])
  }

  @Test(arguments: ["", "dossier", "nonsense\n", "dossier 1\nabc  x\n", "dossier 1\n../x\n"])
  func refusesADamagedMarker(marker: String) throws {
    try folder.write(marker, to: "site/.dossier")
    #expect(faults(["a.html": "1"]) == ["site-folder"])
  }

  @Test func takesAnEmptyFolderAndMakesParents() throws {
    try FileManager.default.createDirectory(atPath: site, withIntermediateDirectories: true)
    #expect(faults(["a.html": "1"]) == [])
    let deep = folder.path + "/x/y/site/"
    _ = try Publisher.publish(to: deep, version: "1") {
      try $0.write([1], to: SitePath("a.html"))
    }
    #expect(folder.files()["x/y/site/a.html"] != nil)
  }

  @Test func replacesTheTargetOfALink() throws {
    let files = FileManager.default
    try files.createSymbolicLink(atPath: site, withDestinationPath: "real/target")
    try publish(["a.html": "1"])
    try publish(["a.html": "2"])
    #expect(folder.files()["site"] == "-> real/target")
    #expect(folder.files()["real/target/a.html"] == "2")
    #expect(try files.contentsOfDirectory(atPath: folder.path + "/real") == ["target"])
  }

  @Test func aFailureLeavesTheOldSite() throws {
    struct Failure: Error {}
    try publish(["a.html": "1"])
    let before = folder.files()
    #expect(throws: Failure.self) {
      try Publisher.publish(to: site, version: "2") { staged in
        try staged.write([1], to: SitePath("a.html"))
        throw Failure()
      }
    }
    #expect(folder.files() == before)
    #expect(
      throws: PublicationError.self, "a name longer than the file system allows",
      performing: { try publish([String(repeating: "x", count: 300) + ".html": "1"]) })
    #expect(folder.files() == before)
    #expect(try folder.names() == ["site"])
  }

  @Test func clearsWhatAKilledBuildLeft() throws {
    try publish(["a.html": "1"])
    try folder.write("half", to: ".site.dossier-new/a.html")
    try folder.write("", to: ".site.dossier-new/.dossier-unfinished")
    try folder.write("", to: ".site.dossier-lock")
    try publish(["a.html": "2"])
    #expect(try folder.names() == ["site"])
    // Killed between the two steps where a file system has no exchange.
    try FileManager.default.moveItem(atPath: site, toPath: folder.path + "/.site.dossier-old")
    #expect(try publish(["a.html": "2"]) == PublicationSummary(unchanged: 1))
    #expect(try folder.names() == ["site"])
    try folder.write("mine", to: ".site.dossier-new/thesis.txt")
    #expect(faults(["a.html": "3"]) == ["site-leftover"])
    #expect(folder.files()[".site.dossier-new/thesis.txt"] == "mine")
  }

  @Test func oneBuildAtATime() throws {
    try publish(["a.html": "1"])
    _ = try Publisher.publish(to: site, version: "1") { staged in
      #expect(faults(["a.html": "2"]) == ["site-locked"])
      try staged.write([3], to: SitePath("a.html"))
    }
    #expect(folder.files(in: "site")["a.html"] == "\u{3}")
    #expect(try folder.names() == ["site"])
  }

  @Test func aFileIsWrittenOnce() {
    #expect(throws: PublicationError.self) {
      try Publisher.publish(to: site, version: "1") { staged in
        try staged.write([1], to: SitePath("a.html"))
        try staged.write([1], to: SitePath("a.html"))
      }
    }
  }

  @Test func theSameFilesAreTheSameSite() throws {
    let pages = Dictionary(uniqueKeysWithValues: (0..<50).map { ("p\($0).html", "\($0)") })
    try publish(pages)
    let first = folder.files()
    var expected = PublicationSummary()
    expected.unchanged = 50
    #expect(try publish(pages) == expected)
    #expect(folder.files() == first)
  }
}
