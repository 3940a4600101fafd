import ArgumentParser
import DossierModel
import Foundation
import PreviewServer

/// `dossier serve`: a preview that follows what is written.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Build the site, show it in a browser, and follow every change.",
    discussion: """
      Builds as dossier build does and serves the site on 127.0.0.1, for this machine alone. When an \
      article, the editor's file or a template is saved, what changed is built again and pages that are \
      open are reloaded; errors and warnings stand in the page. The files of the site are those that \
      dossier build writes. Ctrl-C ends it.
      """)

  @Option(help: "The port to listen on; 0 takes any that is free.")
  var port: UInt16 = 8000
  @OptionGroup var options: SiteOptions
  @Flag(help: "Print errors and warnings only.")
  var quiet = false
  @Flag(help: "Print diagnostics as JSON lines.")
  var json = false

  func run() throws {
    let console = Console(isQuiet: quiet, isJSON: json)
    let build = try options.build(console)
    let interruption = Interruption()
    var preview = Preview(build: build, console: console, interruption: interruption)
    do throws(PreviewServer.Failure) {
      let server = try PreviewServer(
        site: SiteFolder(build.site), port: port, status: preview.status)
      let port = try server.start()
      // Also when all else is quiet: with --port 0 nobody could know it.
      console.output(["Serving \(build.site) at http://127.0.0.1:\(port)/ – Ctrl-C ends it."])
      preview.run { server.update($0) }
      server.stop()
      console.summary(["The preview has ended; \(build.site) stays."])
    } catch {
      console.report([Self.diagnostic(error, port: port)])
      throw ExitCode(1)
    }
  }

  /// What to tell when nothing can be served.
  static func diagnostic(_ failure: PreviewServer.Failure, port: UInt16) -> Diagnostic {
    let advice = "take another with --port N, or any that is free with --port 0"
    let message =
      switch failure {
      case .portTaken: "another program listens on port \(port) of 127.0.0.1; \(advice)"
      case .portForbidden: "the system keeps port \(port) for itself; \(advice)"
      case .other(let reason): "nothing can be served on port \(port): \(reason)"
      }
    return Diagnostic(.error, message, code: "serve-port")
  }
}
