/// What a browser asks the preview for.
public struct PreviewRequest: Hashable, Sendable {
  /// The method, such as `GET`.
  public var method: String
  /// The path as it was sent, percent-encoded, without the query.
  public var path: String
  /// The authority of the `Host` field; `nil` if there was none.
  public var host: String?
  /// Who asks, in the word of `Sec-Fetch-Site`; `nil` from programs that do not tell.
  public var fetchSite: String?
  /// What for, in the word of `Sec-Fetch-Mode`.
  public var fetchMode: String?

  /// A request for `path`.
  public init(
    method: String = "GET", path: String, host: String?, fetchSite: String? = nil,
    fetchMode: String? = nil
  ) {
    (self.method, self.path, self.host) = (method, path, host)
    (self.fetchSite, self.fetchMode) = (fetchSite, fetchMode)
  }
}

/// What the preview answers.
public struct PreviewResponse: Hashable, Sendable {
  /// The status code, RFC 9110.
  public var status: Int
  /// The header fields by name, without `Content-Length`.
  public var fields: [String: String]
  /// The content, also where only its length is sent, as for `HEAD`.
  public var body: [UInt8]

  /// An answer with the fields that all have, which keep it from every cache and from other sites.
  init(_ status: Int, type: String, _ body: [UInt8], fields: [String: String] = [:]) {
    self.status = status
    self.body = body
    self.fields = [
      "Content-Type": type,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      // Another site must neither frame a page nor take its scripts, which hold the articles' words.
      "Content-Security-Policy": "frame-ancestors 'none'",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Referrer-Policy": "no-referrer",
    ].merging(fields) { $1 }
  }
}
