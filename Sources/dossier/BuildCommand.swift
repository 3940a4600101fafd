import ArgumentParser
import Assembly
import DossierModel
import Extraction
import Foundation
import Ingestion
import Interchange
import Knowledge
import SiteGenerator

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

  @Option(help: ArgumentHelp("The folder of articles.", valueName: "dir"))
  var articles = "seeds"
  @Option(help: ArgumentHelp("The folder of the site.", valueName: "dir"))
  var site = "site"
  @Option(
    help: ArgumentHelp(
      "The folder of templates; without one, ./Templates or the built-in copy.",
      valueName: "dir"))
  var templates: String?
  @Option(help: "The language of the site's words: it or en.")
  var language: String?
  @Option(help: "How many threads to use; by default one for each processor.")
  var jobs: Int?
  @Flag(help: "Keep nothing between builds (nothing is kept yet).")
  var noCache = false
  @Flag(help: "Print errors and warnings only.")
  var quiet = false
  @Flag(help: "Print the seconds that each stage took.")
  var timings = false
  @Flag(help: "Print diagnostics as JSON lines.")
  var json = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
    if let language, language != "it", language != "en" {
      throw ValidationError("--language takes it or en, not \"\(language)\"")
    }
  }

  func run() throws {
    let console = Console(isQuiet: quiet, isJSON: json)
    var stopwatch = Stopwatch()
    let jobs = jobs ?? max(1, ProcessInfo.processInfo.activeProcessorCount)

    console.progress("Reading \(articles) …")
    let input = Ingestion.read(folder: articles, jobs: jobs)
    console.report(input.diagnostics)
    guard input.isPublishable else {
      console.summary(["Nothing was published."])
      throw ExitCode(1)
    }
    stopwatch.lap("reading")

    console.progress("Reading what \(input.articles.count) articles say …")
    let extractor = Extractor()
    let readings = parallelMap(count: input.articles.count, jobs: jobs) { index in
      extractor.read(input.articles[index])
    }
    stopwatch.lap("extraction")

    console.progress("Linking …")
    let siteLanguage = language ?? input.editorFile.language?.value ?? "it"
    let wording = EventWording(
      language: siteLanguage, knowledge: .shared, date: DateWords.writer(for: siteLanguage))
    var (dossier, diagnostics) = Assembly(wording: wording)
      .assemble(articles: input.articles, readings: readings, editor: input.editorFile)
    dossier.language = siteLanguage
    console.report(diagnostics)
    stopwatch.lap("assembly")

    let data = DossierData(dossier, generator: Program.generator)
    for folder in ["data/articles", "articles"] {
      try FileManager.default.createDirectory(
        atPath: site + "/" + folder, withIntermediateDirectories: true)
    }
    try Data(data.dossierJSON()).write(to: URL(fileURLWithPath: site + "/data/dossier.json"))
    for (index, record) in dossier.articles.enumerated() {
      let id = record.article.id.rawValue
      try Data(data.articleJSON(index)).write(
        to: URL(fileURLWithPath: site + "/data/articles/\(id).json"))
      try Data(record.article.text.bytes).write(
        to: URL(fileURLWithPath: site + "/articles/\(id).txt"))
    }
  }
}

/// Tells how long stages take.
struct Stopwatch {
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
