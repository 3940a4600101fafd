import ArgumentParser
import DossierModel
import Foundation

/// `dossier new`: a folder to start in.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a folder to start in.",
    discussion: """
      Makes FOLDER/seeds with a commented dossier.yml. Put the articles there, one file each, and run \
      dossier build in FOLDER. Nothing that is there already is touched.
      """)

  @Argument(help: "The folder to make.")
  var folder: String

  func run() throws {
    let console = Console(isQuiet: false, isJSON: false)
    let seeds = folder + "/seeds"
    let file = seeds + "/dossier.yml"
    if FileManager.default.fileExists(atPath: file) {
      console.report([
        Diagnostic(
          .error, file: file, "this is there already; name another folder", code: "new-folder")
      ])
      throw ExitCode(1)
    }
    do {
      try FileManager.default.createDirectory(atPath: seeds, withIntermediateDirectories: true)
      // Not over a file that came to be in between.
      try Data(Self.editorFile.utf8).write(
        to: URL(fileURLWithPath: file), options: .withoutOverwriting)
    } catch {
      console.report([
        Diagnostic(.error, file: seeds, error.localizedDescription, code: "new-folder")
      ])
      throw ExitCode(1)
    }
    console.output([
      "Made \(file).",
      "Put articles into \(seeds) (*.txt, or *.md with front matter), then: cd \(folder) && dossier build",
    ])
  }

  /// An editor's file in which everything is a comment, so that it decides nothing.
  static let editorFile = """
    # What only an editor can know. Everything here is optional; lines that begin with # are comments.
    # `dossier review` lists what deserves a decision, with the lines to paste here.

    # The title of the dossier, and the language of the site's words (it or en).
    #title: La crisi di Valdoria
    #language: it

    # What is known of the articles, by path. Without a date of publication "martedì" stays unresolved.
    #articles:
    #  a17.txt: {published: 2031-05-02, title: Ponte chiuso, publisher: AgenPress, url: "https://example.org/a17"}

    # Who and where: other spellings, kinds, coordinates; and who must not be taken for one.
    #actors:
    #  - {name: Ada Brenz, aliases: [A. Brentz], kind: person}
    #locations:
    #  - {name: Porto Grua, aliases: [Grova], kind: settlement, latitude: 45.1, longitude: 13.2}
    #separate: [[Ada Brenz, Ida Brenz]]

    # Decisions about what was read. A passage is named by its article and its exact words.
    #events:
    #  - {id: shelling-grova-2031-05-01, date: 2031-05-01, status: alleged, review: accepted}
    #quotations:
    #  - {article: a17.txt, exact: "Il ponte è chiuso", speakers: [Ada Brenz]}
    #claims:
    #  - {article: a17.txt, exact: "tre morti", kind: figure, figure: {metric: killed, low: 3, high: 3, qualifier: exact}}
    #mentions:
    #  - {article: a17.txt, exact: Grova, location: Porto Grua}
    #dates:
    #  - {article: a17.txt, exact: martedì, edtf: 2031-04-29}

    """
}
