import ArgumentParser

/// `dossier build`: reads the articles, links what they say, and publishes the site.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the site from a folder of articles.",
    discussion: """
      Reads *.txt and *.md in the articles folder, and the editor's decisions in its *.yml, and writes \
      the site. The old site stays as it is until the new one is complete and verified; files in the \
      site folder that dossier did not write are kept.
      """)

  @OptionGroup var options: SiteOptions
  @Flag(help: "Print errors and warnings only.")
  var quiet = false
  @Flag(help: "Print the seconds that each stage took.")
  var timings = false
  @Flag(help: "Print diagnostics as JSON lines.")
  var json = false

  func run() throws {
    let console = Console(isQuiet: quiet, isJSON: json)
    do {
      let report = try options.build(console).run(
        progress: { console.progress($0) }, diagnostics: { console.report($0) })
      console.summary(report.lines(site: options.site))
      if timings { console.summary(report.timingLines) }
    } catch let failure as Build.Failure {
      console.report(failure.diagnostics)
      console.summary([failure.outcome])
      throw ExitCode(1)
    }
  }
}
