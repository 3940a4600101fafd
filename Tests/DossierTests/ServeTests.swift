import Foundation
import Testing

@testable import dossier

/// The preview as a whole: a folder that changes, and what a browser is sent.
@Suite(.serialized) struct ServeTests {
  @Test func whatIsSavedIsSeen() throws {
    let work = try Folder(["seeds/uno.txt": "Il ponte di Grova è chiuso.\n"])
    try work.write("secret", to: "secret.txt")
    let preview = try RunningPreview(work)
    // A page that is sent while a site takes the place of another may call itself the older one.
    let ready = try preview.status { $0["phase"] as? String == "ready" }
    let first = try preview.page("/articles/uno.html") { $0.contains("Grova è chiuso") }
    #expect(first.contains("/.dossier-serve/preview.js"))
    #expect(first.contains("connect-src 'self'"))
    let edition = try #require(ready["edition"] as? String)
    #expect(first.contains("data-edition=\"\(edition)\""))

    // The file that lies there is what build writes.
    try build(work.path + "/seeds", into: work.path + "/other")
    #expect(Folder.files(in: work.path + "/site") == Folder.files(in: work.path + "/other"))

    // In place, and as editors do that write another file first.
    try work.write("Il ponte di Grova è aperto.\n", to: "seeds/uno.txt")
    _ = try preview.page("/articles/uno.html") { $0.contains("Grova è aperto") }
    try work.write("Il ponte di Grova è crollato.\n", to: "seeds/.uno.txt.new")
    #expect(rename(work.path + "/seeds/.uno.txt.new", work.path + "/seeds/uno.txt") == 0)
    _ = try preview.page("/articles/uno.html") { $0.contains("Grova è crollato") }
    #expect(
      try preview.status(where: { $0["phase"] as? String == "ready" })["edition"] as? String
        != edition)

    for path in ["/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/.dossier"] {
      let answer = try preview.answer(path)
      #expect(answer.hasPrefix("HTTP/1.1 404"), "\(path)")
      #expect(!answer.contains("secret\n") && !answer.contains("sha256"))
    }
    #expect(try preview.answer("/", host: "evil.example").hasPrefix("HTTP/1.1 403"))
    #expect(try preview.answer("/", method: "POST").hasPrefix("HTTP/1.1 405"))
    let head = try preview.answer("/index.html", method: "HEAD")
    #expect(head.hasPrefix("HTTP/1.1 200") && head.hasSuffix("\r\n\r\n"))
  }

  @Test func aFaultIsToldAndTheLastSiteStays() throws {
    let work = try Folder([
      "seeds/uno.txt": "Il ponte di Grova è chiuso.\n", "seeds/dossier.yml": "title: Uno\n",
    ])
    let preview = try RunningPreview(work)
    _ = try preview.page("/index.html") { $0.contains("Uno") }
    let files = Folder.files(in: work.path + "/site")
    try work.write("tittle: Due\n", to: "seeds/dossier.yml")
    let failed = try preview.status { $0["phase"] as? String == "failed" }
    let faults = try #require(failed["diagnostics"] as? [[String: String]])
    #expect(faults.first?["severity"] == "error")
    #expect(faults.first?["place"] == "seeds/dossier.yml:1:1")
    #expect(faults.first?["message"]?.contains("tittle") == true)
    #expect(try preview.page("/index.html") { _ in true }.contains("Uno"))
    #expect(Folder.files(in: work.path + "/site") == files)
    try work.write("title: Due\n", to: "seeds/dossier.yml")
    _ = try preview.page("/index.html") { $0.contains("Due") }
    let mended = try preview.status { $0["phase"] as? String == "ready" }
    #expect(mended["errors"] as? Int == 0)
  }

  @Test func whatIsMissingAtFirstMayComeLater() throws {
    let work = try Folder(["templates/.keep": ""])
    let preview = try RunningPreview(work)
    _ = try preview.status { $0["phase"] as? String == "failed" }
    #expect(try preview.answer("/").hasPrefix("HTTP/1.1 503"))
    try work.write("Il ponte di Grova è chiuso.\n", to: "seeds/uno.txt")
    _ = try preview.page("/articles/uno.html") { $0.contains("Grova") }
    // So may a template, and a site that somebody has removed.
    try work.write("p { color: red }\n", to: "templates/style.css")
    _ = try preview.page("/style.css") { $0.contains("color: red") }
    try FileManager.default.removeItem(atPath: work.path + "/site")
    _ = try preview.page("/index.html") { $0.hasPrefix("HTTP/1.1 200") }
  }

  @Test func aPortThatIsTakenIsSaid() throws {
    let work = try Folder(["seeds/uno.txt": "Il ponte di Grova è chiuso.\n"])
    let preview = try RunningPreview(work)
    let other = Process()
    other.executableURL = URL(fileURLWithPath: builtFolder + "/dossier")
    other.currentDirectoryURL = URL(fileURLWithPath: work.path)
    other.arguments = ["serve", "--port", "\(preview.port)", "--no-cache"]
    let output = Pipe()
    other.standardError = output
    other.standardOutput = FileHandle.nullDevice
    try other.run()
    let told = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    other.waitUntilExit()
    #expect(other.terminationStatus == 1)
    #expect(told.contains("error: ") && told.contains("[serve-port]"))
    #expect(told.contains("\(preview.port)") && told.contains("--port 0"))
    #expect(preview.end() == 0)
  }
}

/// A preview at work, as its own program.
private final class RunningPreview {
  private let program = Process()
  let port: UInt16

  /// A preview of the folder `work`, with its `seeds`, `templates` and `site`.
  init(_ work: Folder) throws {
    program.executableURL = URL(fileURLWithPath: builtFolder + "/dossier")
    program.currentDirectoryURL = URL(fileURLWithPath: work.path)
    program.arguments = ["serve", "--port", "0", "--no-cache"]
    if FileManager.default.fileExists(atPath: work.path + "/templates") {
      program.arguments?.append(contentsOf: ["--templates", "templates"])
    }
    let output = Pipe()
    program.standardOutput = output
    program.standardError = FileHandle.nullDevice
    try program.run()
    var told = ""
    while !told.contains("\n") {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { throw NoAnswer() }
      told += String(decoding: data, as: UTF8.self)
    }
    let digits = try #require(told.firstRange(of: "127.0.0.1:")).upperBound
    port = try #require(UInt16(told[digits...].prefix { $0.isNumber }))
  }

  /// Ends it by Ctrl-C, which takes no longer than a build; the exit status.
  @discardableResult
  func end() -> Int32 {
    if program.isRunning { program.interrupt() }
    program.waitUntilExit()
    return program.terminationStatus
  }

  deinit { end() }

  private struct NoAnswer: Error {}

  /// The answer to a request, head and content.
  func answer(
    _ path: String, method: String = "GET", host: String? = nil
  ) throws -> String {
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(connection) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw NoAnswer() }
    let request =
      "\(method) \(path) HTTP/1.1\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\n"
      + "Connection: close\r\n\r\n"
    guard send(connection, request, request.utf8.count, 0) == request.utf8.count else {
      throw NoAnswer()
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = recv(connection, &buffer, buffer.count, 0)
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The page at `path` as soon as it is what `holds` wants.
  func page(_ path: String, where holds: (String) -> Bool) throws -> String {
    for _ in 0..<600 {
      if let page = try? answer(path), holds(page) { return page }
      usleep(50_000)
    }
    throw NoAnswer()
  }

  /// The status as soon as it is what `holds` wants.
  func status(where holds: ([String: Any]) -> Bool) throws -> [String: Any] {
    for _ in 0..<600 {
      let text = try answer("/.dossier-serve/status.json")
      let body = text.range(of: "\r\n\r\n").map { text[$0.upperBound...] } ?? ""
      if let status = try? JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any],
        holds(status)
      {
        return status
      }
      usleep(50_000)
    }
    throw NoAnswer()
  }
}
