import DossierModel
import Extraction
import Interchange
import SiteGenerator

/// From a folder of articles to a published site.
struct Build {
  /// The folder of articles.
  var articles: String
  /// The folder of the site.
  var site: String
  /// The folder of templates; `nil` is ./Templates if there is one, else the built-in copy.
  var templates: String?
  /// The language of the site's words; `nil` is what the editor's file says, else Italian.
  var language: String?
  /// How many threads work.
  var jobs: Int
  /// Whether the site is a working copy, with the list of what is to be checked.
  var isDraft = false
  /// Where the site will stand on the web.
  var address: SiteAddress?

  /// Why nothing was published.
  struct Failure: Error {
    /// All faults.
    var diagnostics: [Diagnostic]
    /// What became of the site.
    var outcome: String
  }

  /// What was read and written.
  struct Report {
    /// The counts of what was found: articles, events, actors, locations, quotations, claims.
    var dossier: Dossier
    /// What was written.
    var summary: Site.Summary
    /// The seconds of each stage, in order.
    var laps: [(stage: String, seconds: Double)]
  }

  /// Reads, links, checks and publishes.
  ///
  /// `progress` is told what is being done, `diagnostics` what the user should know although it
  /// prevents nothing. Throws `Failure`; the site stays as it was then.
  func run(
    progress: (String) -> Void = { _ in }, diagnostics report: ([Diagnostic]) -> Void = { _ in }
  ) throws -> Report {
    var stopwatch = Stopwatch()
    let kept = "Nothing was published; \(site) is as it was."

    let reader = DossierReader(articles: articles, language: language, jobs: jobs, outcome: kept)
    let input = try reader.readFiles(progress: progress)
    report(input.diagnostics)
    let siteLanguage = reader.siteLanguage(input)
    let templates: Templates
    do {
      templates = try readTemplates(language: siteLanguage)
    } catch {
      throw Failure(diagnostics: error.diagnostics, outcome: kept)
    }
    stopwatch.lap("reading files")
    let readings = reader.extract(input, progress: progress)
    stopwatch.lap("extraction")
    let (dossier, remarks) = try reader.assemble(input, readings, progress: progress)
    report(remarks)
    stopwatch.lap("assembly")

    progress("Writing the pages …")
    let files = DossierData(dossier, generator: Program.generator).files
      .map { SiteFile($0.path, bytes: $0.bytes) }
    do {
      let summary = try Site.build(
        dossier, templates: templates, codebook: Codebook(language: "it"),
        review: isDraft ? ReviewList(of: dossier) : nil, address: address, to: site, files: files,
        jobs: jobs, version: Program.version)
      report(summary.publication.diagnostics)
      stopwatch.lap("pages")
      return Report(dossier: dossier, summary: summary, laps: stopwatch.laps)
    } catch let error as PublicationError {
      throw Failure(diagnostics: error.diagnostics, outcome: kept)
    }
  }

  private func readTemplates(language: String) throws(TemplateFaults) -> Templates {
    try Templates.read(
      folder: templates ?? "Templates", isOptional: templates == nil, language: language)
  }
}

/// Tells how long stages take.
private struct Stopwatch {
  private var start = ContinuousClock.now
  /// The seconds of each stage, in order.
  private(set) var laps: [(stage: String, seconds: Double)] = []

  /// Ends the stage called `stage`; the next begins.
  mutating func lap(_ stage: String) {
    let now = ContinuousClock.now
    laps.append((stage, (now - start) / .seconds(1)))
    start = now
  }
}

extension Build.Report {
  /// What was found and written, and the file to open.
  func lines(site: String) -> [String] {
    func counted(_ number: Int, _ one: String, _ many: String) -> String {
      "\(number) \(number == 1 ? one : many)"
    }
    let found = [
      counted(dossier.articles.count, "article", "articles"),
      counted(dossier.events.count, "event", "events"),
      counted(dossier.actors.count, "actor", "actors"),
      counted(dossier.locations.count, "location", "locations"),
      counted(dossier.quotations.count, "quotation", "quotations"),
      counted(dossier.claims.count, "claim", "claims"),
    ]
    let unresolved = dossier.quotations.count { $0.speakers.isEmpty }
    var lines = ["Read " + found.joined(separator: ", ") + "."]
    if unresolved > 0 {
      lines.append("\(counted(unresolved, "quotation has", "quotations have")) no known speaker.")
    }
    let files = summary.publication
    lines.append(
      "Wrote \(counted(summary.pages, "page", "pages")): \(files.written) files new or changed, "
        + "\(files.unchanged) as before, \(files.removed) removed.")
    lines.append("Open \(site)/index.html")
    return lines
  }

  /// The seconds of each stage.
  var timingLines: [String] {
    laps.map { stage, seconds in
      let hundredths = Int((seconds * 100).rounded())
      let fraction = hundredths % 100
      return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) s  \(stage)"
    }
  }
}
