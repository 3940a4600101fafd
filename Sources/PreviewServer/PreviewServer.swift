import Dispatch
import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// Serves a folder on 127.0.0.1, to this machine alone.
///
/// The one place of the program that touches FlyingFox.
public final class PreviewServer: Sendable {
  /// Why nothing is served.
  public enum Failure: Error, Hashable {
    /// Another program listens on the port.
    case portTaken
    /// The port is one that the system reserves.
    case portForbidden
    /// Anything else, in the system's words.
    case other(String)
  }

  private let site: SiteFolder
  private let status: Mutex<PreviewStatus>
  private let server: HTTPServer

  /// A server for `site`; `port` 0 takes any that is free.
  public init(site: SiteFolder, port: UInt16, status: PreviewStatus) throws(Failure) {
    self.site = site
    self.status = Mutex(status)
    do {
      server = HTTPServer(
        address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), logger: .disabled)
    } catch {
      throw .other(error.localizedDescription)
    }
  }

  /// Tells pages that are open how the site stands now.
  public func update(_ status: PreviewStatus) { self.status.withLock { $0 = status } }

  /// Begins to serve; returns the port as soon as it listens, and goes on until `stop`.
  public func start() throws(Failure) -> UInt16 {
    let listening = Listening()
    Task.detached { [self] in
      await server.appendRoute("*") { [self] request in await answer(request) }
      do { try await server.run() } catch { listening.end(.failure(Failure(error))) }
    }
    Task.detached { [server] in
      guard (try? await server.waitUntilListening(timeout: Listening.limit)) != nil,
        case .ip4(_, let port)? = await server.listeningAddress
      else { return }
      listening.end(.success(port))
    }
    let port = try listening.wait()
    responder.withLock { $0 = PreviewResponder(port: port) }
    return port
  }

  private let responder = Mutex<PreviewResponder?>(nil)

  /// Ends it, connections that are open too.
  public func stop() {
    let isDone = DispatchSemaphore(value: 0)
    Task.detached { [server] in
      await server.stop()
      isDone.signal()
    }
    _ = isDone.wait(timeout: .now() + 2)
  }

  private func answer(_ request: HTTPRequest) async -> HTTPResponse {
    guard let responder = responder.withLock({ $0 }) else {
      return HTTPResponse(statusCode: .serviceUnavailable)
    }
    // The status comes first: a site that is published in between is at worst reloaded once more.
    let status = status.withLock { $0 }
    let response = responder.response(to: PreviewRequest(request), status: status) {
      site.entry($0)
    }
    var headers = HTTPHeaders()
    for (name, value) in response.fields { headers[HTTPHeader(name)] = value }
    headers[.contentLength] = String(response.body.count)
    return HTTPResponse(
      statusCode: HTTPStatusCode(response.status, phrase: ""), headers: headers,
      body: request.method == .HEAD ? Data() : Data(response.body))
  }
}

/// How a server came to listen: on which port, or why not.
private final class Listening: Sendable {
  /// How long that may take, in seconds.
  static let limit = 60.0

  private let outcome = Mutex<Result<UInt16, PreviewServer.Failure>?>(nil)
  private let isKnown = DispatchSemaphore(value: 0)

  /// Notes how it came; only the first time counts.
  func end(_ result: Result<UInt16, PreviewServer.Failure>) {
    outcome.withLock { $0 = $0 ?? result }
    isKnown.signal()
  }

  /// The port.
  func wait() throws(PreviewServer.Failure) -> UInt16 {
    _ = isKnown.wait(timeout: .now() + Self.limit)
    let result = outcome.withLock { $0 }
    return try (result ?? .failure(.other("the system did not answer"))).get()
  }
}

extension PreviewRequest {
  fileprivate init(_ request: HTTPRequest) {
    self.init(
      method: request.method.rawValue, path: request.target.path(), host: request.headers[.host],
      fetchSite: request.headers[HTTPHeader("Sec-Fetch-Site")],
      fetchMode: request.headers[HTTPHeader("Sec-Fetch-Mode")])
  }
}

extension PreviewServer.Failure {
  fileprivate init(_ error: any Error) {
    switch error {
    case SocketError.failed(_, EADDRINUSE, _): self = .portTaken
    case SocketError.failed(_, EACCES, _): self = .portForbidden
    default: self = .other(error.localizedDescription)
    }
  }
}
