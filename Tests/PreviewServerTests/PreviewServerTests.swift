import DossierModel
import Testing

@testable import PreviewServer

/// What the preview answers: request in, response out.
@Suite struct PreviewResponderTests {
  private static let files: [String: String] = [
    "index.html": "<!doctype html><html><head><title>a</title></head><body>Città</body></html>",
    "style.css": "p {}", "site.js": "1", "data/dossier.json": "{}", "articles/a.txt": "testo",
    "articles/a.md": "testo", "articles/a.html": "<p>x", "part/index.html": "<p>part",
    "feed.atom": "<feed/>", "name": "?", "città.txt": "è", "a b.txt": "c",
  ]

  /// The entry of `files` at a path.
  private static func entry(_ names: [[UInt8]]) -> SiteEntry? {
    let path = names.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    if let text = files[path] { return .file(Array(text.utf8)) }
    return path.isEmpty || files.keys.contains { $0.hasPrefix(path + "/") } ? .folder : nil
  }

  private static func answer(
    _ path: String, method: String = "GET", host: String? = "127.0.0.1:8000",
    site: String? = nil, mode: String? = nil, phase: PreviewStatus.Phase = .ready
  ) -> PreviewResponse {
    PreviewResponder(port: 8000).response(
      to: PreviewRequest(
        method: method, path: path, host: host, fetchSite: site, fetchMode: mode),
      status: PreviewStatus(edition: "7-1", phase: phase), entry: entry)
  }

  private static func text(_ response: PreviewResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  @Test(arguments: [
    ("/style.css", "text/css; charset=utf-8"), ("/site.js", "text/javascript; charset=utf-8"),
    ("/data/dossier.json", "application/json; charset=utf-8"),
    ("/articles/a.txt", "text/plain; charset=utf-8"),
    ("/articles/a.md", "text/markdown; charset=utf-8"),
    ("/feed.atom", "application/atom+xml; charset=utf-8"),
    ("/name", "application/octet-stream"), ("/citt%C3%A0.txt", "text/plain; charset=utf-8"),
    ("/a%20b.txt", "text/plain; charset=utf-8"), ("/%73tyle.css", "text/css; charset=utf-8"),
  ])
  func aFileIsSentAsItIs(path: String, type: String) {
    let response = Self.answer(path)
    #expect(response.status == 200)
    #expect(response.fields["Content-Type"] == type)
    #expect(Self.files.values.contains(Self.text(response)))
  }

  @Test(arguments: ["/", "/index.html"])
  func aPageGetsTheScriptAndNothingElse(path: String) {
    let response = Self.answer(path)
    #expect(response.fields["Content-Type"] == "text/html; charset=utf-8")
    let parts = Self.text(response).split(separator: "\n").filter {
      !$0.contains("/.dossier-serve/")
    }
    #expect(parts.joined() == Self.files["index.html"])
    #expect(Self.text(response).contains("data-edition=\"7-1\""))
  }

  @Test func aFolderIsItsIndex() {
    #expect(Self.answer("/part/").status == 200)
    #expect(Self.answer("/part").status == 308)
    #expect(Self.answer("/part").fields["Location"] == "/part/")
    #expect(Self.answer("/articles/").status == 404)
    #expect(Self.answer("/articles").status == 404)
    #expect(Self.answer("/style.css/").status == 404)
  }

  @Test(arguments: [
    "/..", "/../etc/passwd", "/%2e%2e/etc/passwd", "/.%2e/x", "/..%2findex.html",
    "/%2e%2e%2findex.html", "/part/../index.html", "/part/%2e%2e/index.html", "/..%5cindex.html",
    "/part%2findex.html", "/part%5cindex.html", "//index.html", "/part//index.html",
    "/./index.html",
    "/index.html%00", "/index.html%00.css", "/%00", "/%", "/%2", "/%zz", "/%252e%252e/index.html",
    "/.dossier", "/.git/config", "/%2egit/config", "/%c0%ae%c0%ae/index.html", "/%ff",
    "/%e2%80%a5/index.html", "http://127.0.0.1:8000/index.html", "index.html", "", "*",
    "/.dossier-serve/", "/.dossier-serve/../index.html", "/.dossier-serve/other", "/%0d%0aX: y",
    "/\\..\\index.html", "/index.html/", "/index.html/x", "/articles/../../index.html",
  ])
  func nothingElseIsReached(path: String) {
    let response = Self.answer(path)
    #expect(response.status == 404)
    #expect(!Self.text(response).contains("Città"))
  }

  @Test(arguments: [
    "evil.example", "evil.example:8000", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:8000.evil.example",
    "127.0.0.1.evil.example:8000", "localhost.:8000", "0.0.0.0:8000", "[::1]:8000", "", nil,
    "user@127.0.0.1:8000", "127.1:8000", "2130706433:8000",
  ])
  func anotherHostIsRefused(host: String?) {
    #expect(Self.answer("/", host: host).status == 403)
    #expect(Self.answer("/.dossier-serve/status.json", host: host).status == 403)
  }

  @Test(arguments: ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000"])
  func thisMachineIsAnswered(host: String) { #expect(Self.answer("/", host: host).status == 200) }

  @Test func anotherSiteTakesNothingIntoItself() {
    #expect(Self.answer("/site.js", site: "cross-site", mode: "no-cors").status == 403)
    #expect(Self.answer("/site.js", site: "same-site", mode: "no-cors").status == 403)
    #expect(Self.answer("/site.js", site: "cross-site", mode: "cors").status == 403)
    #expect(Self.answer("/site.js", site: "same-origin", mode: "no-cors").status == 200)
    // A link leads here.
    #expect(Self.answer("/", site: "cross-site", mode: "navigate").status == 200)
    for path in ["/", "/site.js", "/none", "/.dossier-serve/status.json"] {
      let fields = Self.answer(path).fields
      #expect(fields["Cross-Origin-Resource-Policy"] == "same-origin")
      #expect(fields["Content-Security-Policy"] == "frame-ancestors 'none'")
      #expect(fields["X-Content-Type-Options"] == "nosniff")
      #expect(fields["Cache-Control"] == "no-store")
    }
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", ""])
  func onlyReadingIsAllowed(method: String) {
    let response = Self.answer("/", method: method)
    #expect(response.status == 405)
    #expect(response.fields["Allow"] == "GET, HEAD")
  }

  @Test func headTellsWhatGetSends() {
    #expect(Self.answer("/style.css", method: "HEAD") == Self.answer("/style.css"))
    #expect(Self.answer("/none", method: "HEAD") == Self.answer("/none"))
  }

  @Test func whatIsMissingGetsThePageOfTheSiteForIt() {
    #expect(Self.text(Self.answer("/none")).contains("Not found"))
    #expect(Self.text(Self.answer("/none")).contains("/.dossier-serve/preview.js"))
    #expect(Self.answer("/favicon.ico").status == 204)
    let response = PreviewResponder(port: 8000).response(
      to: PreviewRequest(path: "/none", host: "localhost:8000"),
      status: PreviewStatus(edition: "7-1", phase: .ready)
    ) { $0 == [Array("404.html".utf8)] ? .file(Array("<p>Non c'è".utf8)) : nil }
    #expect(response.status == 404)
    #expect(Self.text(response).hasPrefix("<p>Non c'è"))
  }

  @Test func beforeTheFirstSiteThePageSaysWhatIsGoingOn() {
    for (phase, words) in [(PreviewStatus.Phase.building, "Building"), (.failed, "errors")] {
      let response = PreviewResponder(port: 8000).response(
        to: PreviewRequest(path: "/", host: "localhost:8000"),
        status: PreviewStatus(edition: "7-0", phase: phase)
      ) { _ in nil }
      #expect(response.status == 503)
      #expect(Self.text(response).contains(words))
      #expect(Self.text(response).contains("data-edition=\"7-0\""))
    }
  }
}

/// What is added to a page, and to its policy.
@Suite struct PreviewPageTests {
  private static func page(_ html: String) -> String {
    String(decoding: PreviewPage.bytes(of: Array(html.utf8), edition: "1-1"), as: UTF8.self)
  }

  @Test func thePolicyIsLoosenedInTheHeadOnly() {
    let meta = "<META content='script-src x' HTTP-EQUIV=content-security-policy>"
    let page = Self.page("<head><meta charset=utf-8>\(meta)</HEAD><body>\(meta)</body>")
    #expect(page.contains("content='script-src x 'self''") || page.contains("script-src x 'self'"))
    #expect(page.hasSuffix("</HEAD><body>\(meta)</body>"))
    #expect(page.contains("preview.js"))
  }

  @Test(arguments: [
    (
      "default-src 'none'; script-src 'self'; style-src 'self'",
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"
    ),
    ("default-src 'self'", "default-src 'self'"),
    ("img-src 'none'", "img-src 'none'"),
    (
      "default-src https: ; script-src 'none'",
      "default-src https:; script-src 'self'; style-src https: 'self'; connect-src https: 'self'"
    ),
    ("", ""),
  ])
  func aPolicyAllowsWhatThePreviewNeeds(policy: String, expected: String) {
    #expect(PreviewPage.loosened(policy) == expected)
  }

  @Test(arguments: [
    "", "<p>senza testa", "<meta", "<head><meta content=", "</head",
    "<meta http-equiv=\"Content-Security-Policy\">",
  ])
  func anyPageGetsTheScript(html: String) {
    let page = Self.page(html)
    #expect(page.contains("<script src=\"/.dossier-serve/preview.js\" data-edition=\"1-1\" defer>"))
    #expect(page.utf8.count >= html.utf8.count)
  }
}

/// What pages that are open are told.
@Suite struct PreviewStatusTests {
  @Test func errorsComeFirstAndNotesAreLeftOut() {
    let status = PreviewStatus(
      edition: "1-2", phase: .failed,
      diagnostics: [
        Diagnostic(.warning, file: "a.txt", "w", code: "x"),
        Diagnostic(.note, "n", code: "y"),
        Diagnostic(.error, file: "d.yml", line: 3, column: 7, "\"e\"\n\\\u{1}", code: "z"),
      ])
    #expect(
      String(decoding: status.json, as: UTF8.self)
        == #"{"edition":"1-2","phase":"failed","errors":1,"warnings":1,"diagnostics":["#
        + #"{"severity":"error","place":"d.yml:3:7","message":"\"e\"\u000a\\\u0001","code":"z"},"#
        + #"{"severity":"warning","place":"a.txt","message":"w","code":"x"}]}"#)
  }

  @Test func aPageIsNotFlooded() {
    let many = (0..<1000).map { Diagnostic(.warning, file: "a\($0).txt", "w", code: "x") }
    let json = String(
      decoding: PreviewStatus(edition: "1-2", phase: .ready, diagnostics: many).json,
      as: UTF8.self)
    #expect(json.contains("\"warnings\":1000"))
    #expect(json.split(separator: "severity").count - 1 == PreviewStatus.shownLimit)
  }
}
