import Foundation
import Testing

@testable import PreviewServer

/// A folder for a test, removed when the test ends.
private final class Scratch {
  let path = NSTemporaryDirectory() + "dossier-preview-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(
      atPath: path + "/site/in", withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: target)
  }

  func names(_ path: String) -> [[UInt8]] { path.split(separator: "/").map { Array($0.utf8) } }
}

/// The folder that is served.
@Suite struct SiteFolderTests {
  @Test func whatIsInItIsRead() throws {
    let work = try Scratch()
    try work.write("è", "site/in/a.txt")
    try work.write("", "site/empty")
    let site = SiteFolder(work.path + "/site")
    #expect(site.entry(work.names("in/a.txt")) == .file(Array("è".utf8)))
    #expect(site.entry(work.names("empty")) == .file([]))
    #expect(site.entry(work.names("in")) == .folder)
    #expect(site.entry([]) == .folder)
    #expect(site.entry(work.names("none")) == nil)
    #expect(site.entry(work.names("in/a.txt/b")) == nil)
    #expect(SiteFolder(work.path + "/none").entry([]) == nil)
  }

  @Test func noLinkLeadsOut() throws {
    let work = try Scratch()
    try work.write("secret", "secret")
    try work.write("inside", "site/inside")
    try work.link("site/file", to: work.path + "/secret")
    try work.link("site/near", to: "../secret")
    try work.link("site/up", to: "..")
    try work.link("site/in/root", to: "/")
    try work.link("site/self", to: "self")
    let site = SiteFolder(work.path + "/site")
    for path in ["file", "near", "up", "up/secret", "in/root/etc/passwd", "self"] {
      #expect(site.entry(work.names(path)) == nil, "\(path)")
    }
    // The site folder itself may be a link, as it may be for a build.
    try work.link("published", to: "site")
    #expect(SiteFolder(work.path + "/published").entry(work.names("inside")) != nil)
  }

  @Test func onlyPlainFilesAreRead() throws {
    let work = try Scratch()
    #expect(mkfifo(work.path + "/site/pipe", 0o600) == 0)
    #expect(SiteFolder(work.path + "/site").entry(work.names("pipe")) == nil)
  }
}

/// What is seen of files that change.
@Suite struct FolderSnapshotTests {
  private static func snapshot(_ work: Scratch, site: String = "none") -> FolderSnapshot {
    FolderSnapshot(
      of: [
        WatchedFolder(work.path + "/site") { $0.hasSuffix(".txt") },
        WatchedFolder(work.path + "/later"),
      ], leavingOut: work.path + "/" + site)
  }

  @Test func everyWayOfSavingIsSeen() throws {
    let work = try Scratch()
    let manager = FileManager.default
    try work.write("a", "site/a.txt")
    var last = Self.snapshot(work)
    func expectChange(_ names: [String], _ act: () throws -> Void) rethrows {
      try act()
      let now = Self.snapshot(work)
      #expect(now.changes(since: last) == names.map { work.path + "/" + $0 })
      #expect((now == last) == names.isEmpty)
      last = now
    }
    expectChange([]) {}
    try expectChange(["site/a.txt"]) { try work.write("b", "site/a.txt") }
    try expectChange(["site/in/b.txt"]) { try work.write("b", "site/in/b.txt") }
    // By a new file in place of the old one, of the same size and time.
    try expectChange(["site/a.txt"]) {
      try work.write("c", "site/.a.swp")
      let times = try manager.attributesOfItem(atPath: work.path + "/site/a.txt")
      try manager.setAttributes(
        [.modificationDate: times[.modificationDate] as Any],
        ofItemAtPath: work.path + "/site/.a.swp")
      #expect(rename(work.path + "/site/.a.swp", work.path + "/site/a.txt") == 0)
    }
    try expectChange(["site/a.txt", "site/c.txt"]) {
      try manager.moveItem(atPath: work.path + "/site/a.txt", toPath: work.path + "/site/c.txt")
    }
    try expectChange(["site/in/b.txt"]) { try manager.removeItem(atPath: work.path + "/site/in") }
    try expectChange(["later/x"]) {
      try manager.createDirectory(
        atPath: work.path + "/later", withIntermediateDirectories: false)
      try work.write("x", "later/x")
    }
    try expectChange(["site/c.txt"]) {
      try manager.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 0)],
        ofItemAtPath: work.path + "/site/c.txt")
    }
  }

  @Test func whatIsNoInputIsNotSeen() throws {
    let work = try Scratch()
    let before = Self.snapshot(work)
    try work.write("x", "site/a.jpg")
    try work.write("x", "site/.a.txt")
    try work.write("x", "site/a.txt~")
    #expect(Self.snapshot(work) == before)
  }

  @Test func theSiteInsideIsLeftOut() throws {
    let work = try Scratch()
    let before = Self.snapshot(work, site: "site/in")
    try work.write("x", "site/in/page.txt")
    #expect(Self.snapshot(work, site: "site/in") == before)
    #expect(Self.snapshot(work) != before)
  }

  @Test func aFileBehindALinkIsSeen() throws {
    let work = try Scratch()
    try work.write("a", "target")
    try work.link("site/l.txt", to: "../target")
    let before = Self.snapshot(work)
    try work.write("ab", "target")
    #expect(Self.snapshot(work).changes(since: before) == [work.path + "/site/l.txt"])
    try FileManager.default.removeItem(atPath: work.path + "/target")
    #expect(Self.snapshot(work) != before)
  }
}
