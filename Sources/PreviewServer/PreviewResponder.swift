/// Answers requests: values in, values out.
public struct PreviewResponder: Sendable {
  /// The port that the preview listens on.
  public let port: UInt16

  /// A responder for the preview on `port`.
  public init(port: UInt16) { self.port = port }

  /// The answer to `request`, when the site stands as `status` says and `entry` tells what stands at a
  /// path of it.
  public func response(
    to request: PreviewRequest, status: PreviewStatus, entry: ([[UInt8]]) -> SiteEntry?
  ) -> PreviewResponse {
    if let refusal = refusal(of: request) { return refusal }
    if let own = own(request.path, status) { return own }
    guard let path = RequestPath(request.path) else { return notFound(request.path, status, entry) }
    let index = Array("index.html".utf8)
    switch path.isFolder ? entry(path.names + [index]) : entry(path.names) {
    case .file(let bytes):
      let name = path.isFolder ? index : path.names.last ?? index
      return file(bytes, named: String(decoding: name, as: UTF8.self), status)
    case .folder where !path.isFolder && entry(path.names + [index]) != nil:
      // Relative links of the page count from the folder.
      return PreviewResponse(
        308, type: MediaType.html, PreviewPage.notice("Moved", "", edition: status.edition),
        fields: ["Location": request.path + "/"])
    default:
      return path.names.isEmpty ? noSite(status) : notFound(request.path, status, entry)
    }
  }

  /// Why a request gets nothing, whatever it asks for.
  private func refusal(of request: PreviewRequest) -> PreviewResponse? {
    guard request.method == "GET" || request.method == "HEAD" else {
      return refusal(
        405, "This preview answers GET and HEAD only.", fields: ["Allow": "GET, HEAD"])
    }
    // A name that somebody else's DNS leads here must not make his page one of ours (DNS rebinding).
    guard let host = request.host, isOwn(host) else {
      return refusal(403, "This preview is at http://127.0.0.1:\(port)/ and at no other address.")
    }
    // Another page may lead a reader here, but take nothing into itself.
    let asker = request.fetchSite ?? "none"
    guard ["none", "same-origin"].contains(asker) || request.fetchMode == "navigate" else {
      return refusal(403, "This preview answers its own pages only.")
    }
    return nil
  }

  private func isOwn(_ host: String) -> Bool {
    ["127.0.0.1", "localhost"].contains { name in
      let host = host.lowercased()
      return host == "\(name):\(port)" || (port == 80 && host == name)
    }
  }

  private func refusal(
    _ status: Int, _ text: String, fields: [String: String] = [:]
  ) -> PreviewResponse {
    PreviewResponse(
      status, type: "text/plain; charset=utf-8", Array((text + "\n").utf8), fields: fields)
  }

  /// What belongs to the preview itself.
  private func own(_ path: String, _ status: PreviewStatus) -> PreviewResponse? {
    guard path.hasPrefix(PreviewPage.folder) else { return nil }
    switch path.dropFirst(PreviewPage.folder.count) {
    case "status.json": return PreviewResponse(200, type: MediaType.json, status.json)
    case "preview.js":
      return PreviewResponse(200, type: MediaType.script, Array(PreviewAssets.script.utf8))
    case "preview.css":
      return PreviewResponse(200, type: MediaType.style, Array(PreviewAssets.style.utf8))
    default: return nil
    }
  }

  private func file(
    _ bytes: [UInt8], named name: String, _ status: PreviewStatus, code: Int = 200
  ) -> PreviewResponse {
    let type = MediaType.of(name)
    let body =
      type == MediaType.html ? PreviewPage.bytes(of: bytes, edition: status.edition) : bytes
    return PreviewResponse(code, type: type, body)
  }

  /// The site's own page for what is not there, or one of ours.
  private func notFound(
    _ path: String, _ status: PreviewStatus, _ entry: ([[UInt8]]) -> SiteEntry?
  ) -> PreviewResponse {
    if case .file(let bytes) = entry([Array("404.html".utf8)]) {
      return file(bytes, named: "404.html", status, code: 404)
    }
    // Browsers ask for one although no page names it, and complain when there is none.
    if path == "/favicon.ico" {
      return PreviewResponse(204, type: MediaType.of("favicon.ico"), [])
    }
    return PreviewResponse(
      404, type: MediaType.html,
      PreviewPage.notice(
        "Not found", "This dossier has no such page. <a href=\"/\">The front page</a>",
        edition: status.edition))
  }

  /// What is told while there is no site yet.
  private func noSite(_ status: PreviewStatus) -> PreviewResponse {
    let (title, text) =
      status.phase == .failed
      ? ("Nothing built yet", "The build found errors. Mend them, and the site appears here.")
      : ("Building …", "The site appears here as soon as it is built.")
    return PreviewResponse(
      503, type: MediaType.html, PreviewPage.notice(title, text, edition: status.edition),
      fields: ["Retry-After": "1"])
  }
}
