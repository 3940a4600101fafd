import ArgumentParser
import Foundation

/// `dossier`: a folder of news articles in, a dossier out.
struct DossierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier",
    abstract: "A folder of news articles in, a dossier out.",
    discussion: """
      Reads the articles in a folder and writes a site: a page for each event, actor, location and \
      article, in which every statement leads to the highlighted words of the article that carry it. \
      The site needs no server: open its index.html, or copy the folder to any web host.
      """,
    version: Program.version,
    subcommands: [
      NewCommand.self, BuildCommand.self, ReviewCommand.self, ExplainCommand.self,
      VerifyCommand.self, ServeCommand.self,
    ])
}

/// The program's name and version, as published in every dossier.
enum Program {
  /// The version.
  static let version = "0.1.0"
  /// What the data files name as their generator.
  static let generator = "dossier \(version)"
}

@main
struct Main {
  /// Runs the command; the exit status is 0 if it did what was asked, 1 if not, 2 for wrong usage.
  static func main() {
    guardOutputs()
    do {
      var command = try DossierCommand.parseAsRoot()
      try command.run()
    } catch {
      let code = DossierCommand.exitCode(for: error)
      let message = DossierCommand.fullMessage(for: error)
      if code == .success {
        if !message.isEmpty { print(message) }
        exit(0)
      }
      if code == .validationFailure {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(2)
      }
      if !(error is ExitCode) { FileHandle.standardError.write(Data((message + "\n").utf8)) }
      exit(1)
    }
  }

  /// Makes sure that nobody who stops listening, or never did, can harm what is written elsewhere.
  private static func guardOutputs() {
    // A reader that is gone is no reason to publish nothing.
    signal(SIGPIPE, SIG_IGN)
    // The next file that is opened would take the place of an output that is closed, and get its words.
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", O_RDWR)
    }
  }
}
