import Foundation
import Testing

@testable import dossier

/// The built site in a real browser: what Tests/Browser asks of it.
@Suite struct BrowserTests {
  /// Debian's `python3-selenium`, `chromium` and `chromium-driver`, which the README's command installs.
  private static let needed = [
    "/usr/bin/python3", "/usr/bin/chromium", "/usr/bin/chromedriver",
    "/usr/lib/python3/dist-packages/selenium",
  ]

  @Test(
    .enabled("Chromium and Selenium are not installed") {
      needed.allSatisfy { FileManager.default.fileExists(atPath: $0) }
    })
  func theSiteWorksFromDisk() throws {
    let work = try Folder()
    try build(packageFolder + "/seeds", into: work.path + "/site")
    let run = Process()
    run.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    run.arguments = [packageFolder + "/Tests/Browser/run.py", work.path + "/site"]
    run.environment = ProcessInfo.processInfo.environment.merging([
      "DOSSIER": builtFolder + "/dossier"
    ]) { $1 }
    let output = Pipe()
    run.standardError = output
    try run.run()
    let told = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    run.waitUntilExit()
    #expect(run.terminationStatus == 0, "\(told)")
  }
}
