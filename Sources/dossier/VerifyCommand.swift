import ArgumentParser
import DossierModel
import Foundation
import Interchange
import SiteGenerator

/// `dossier verify`: whether a published site is as it was written, and its data are true to its
/// texts.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a published site: files against the manifest, spans against texts.",
    discussion: """
      Every file that dossier wrote is compared with the SHA-256 in the site's .dossier, and every span \
      in data/ with the words of its article. Files that somebody else put into the folder are left \
      alone. The exit status is 1 if something differs.
      """)

  @Argument(help: ArgumentHelp("The folder of the site.", valueName: "site"))
  var site = "site"
  @Flag(help: "Print errors only.")
  var quiet = false
  @Flag(help: "Print diagnostics as JSON lines.")
  var json = false

  func run() throws {
    let console = Console(isQuiet: quiet, isJSON: json)
    do {
      let published = try PublishedSite(site)
      var spans = PublishedSpans { published.bytes(of: $0) }
      for file in published.files where file.path.hasSuffix(".json") {
        spans.check(file, named: site + "/" + file.path)
      }
      let faults = published.changes() + spans.faults
      console.report(faults)
      guard faults.isEmpty else {
        console.summary(["\(site) is not as dossier wrote it."])
        throw ExitCode(1)
      }
      console.summary([
        "\(published.files.count) files are as dossier \(published.version) wrote them; "
          + "\(spans.count) spans are the words of their articles."
      ])
    } catch let error as PublicationError {
      console.report(error.diagnostics)
      throw ExitCode(1)
    }
  }
}
