import Cache
import DossierModel
import Extraction
import Ingestion
import Interchange
import SiteGenerator
import Synchronization

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
  /// What builds keep for each other; `nil` if nothing is kept.
  var cache: CacheFolder?

  /// Why nothing was published.
  struct Failure: Error {
    /// All faults.
    var diagnostics: [Diagnostic]
    /// What became of the site.
    var outcome: String
  }

  /// What was read and written.
  struct Report {
    /// How much was found.
    var found: Found
    /// What was found; `nil` if nothing has changed since the last build.
    var dossier: Dossier?
    /// What was written.
    var summary: Site.Summary
    /// The seconds of each stage, in order.
    var laps: [(stage: String, seconds: Double)]
  }

  /// How much a dossier holds.
  struct Found: Hashable {
    var articles, events, actors, locations, quotations, claims: Int
    /// The quotations whose speaker is not known.
    var unattributed: Int

    /// The numbers, in that order.
    var counts: [Int] {
      [articles, events, actors, locations, quotations, claims, unattributed]
    }
  }

  /// Reads, links, checks and publishes.
  ///
  /// `progress` is told how far it is, on any thread, and ends it by throwing; `diagnostics` is told
  /// what the user should know although it prevents nothing. Throws `Failure`, or `CancellationError`
  /// if `progress` threw; the site stays as it was then.
  func run(
    progress tell: @escaping @Sendable (Progress) throws -> Void = { _ in },
    diagnostics report: ([Diagnostic]) -> Void = { _ in }
  ) throws -> Report {
    let reporter = Reporter(tell)
    let progress: @Sendable (Progress) -> Void = { reporter.note($0) }
    var stopwatch = Stopwatch()
    let kept = "Nothing was published; \(site) is as it was."

    let reader = DossierReader(articles: articles, language: language, jobs: jobs, outcome: kept)
    let input = try reader.readFiles(progress: progress)
    try reporter.check()
    report(input.diagnostics)
    let siteLanguage = reader.siteLanguage(input)
    let templates: Templates
    do {
      templates = try readTemplates(language: siteLanguage)
    } catch {
      throw Failure(diagnostics: error.diagnostics, outcome: kept)
    }
    let inputs = fingerprint(input, templates, language: siteLanguage)
    let last = cache.flatMap { LastBuild.read($0, site: site) }
    if let last, last.inputs == inputs, Site.isUnchanged(site, since: last.site) {
      report(last.remarks)
      stopwatch.lap("reading files")
      return Report(
        found: last.found, dossier: nil, summary: last.summary, laps: stopwatch.laps)
    }
    stopwatch.lap("reading files")
    let known = cache.map { ReadingCache($0, articles: articles) }
    let readings = reader.extract(input, cache: known, progress: progress)
    if let fault = known?.save() { report([cacheNote(fault)]) }
    try reporter.check()
    stopwatch.lap("extraction")
    let (dossier, remarks) = try reader.assemble(input, readings, progress: progress)
    report(remarks)
    stopwatch.lap("assembly")

    progress(Progress(stage: .pages))
    let files = DossierData(dossier, generator: Program.generator).files
      .map { SiteFile($0.path, article: $0.article, bytes: $0.bytes) }
    let pages = cache.map {
      KnownPages($0, site: site, since: last?.site, templates: templates)
    }
    do {
      let summary = try Site.build(
        dossier, templates: templates, codebook: Codebook(language: "it"),
        review: isDraft ? ReviewList(of: dossier) : nil, address: address, to: site, files: files,
        jobs: jobs, version: Program.version, known: pages
      ) { done, total in
        progress(Progress(stage: .pages, done: done, total: total))
        try reporter.check()
      }
      report(summary.publication.diagnostics)
      let found = Found(of: dossier)
      if let pages, let last = LastBuild(of: inputs, found, remarks, summary) {
        last.keep(in: pages.pack)
        if let fault = pages.pack.finish() { report([cacheNote(fault)]) }
      }
      stopwatch.lap("pages")
      return Report(found: found, dossier: dossier, summary: summary, laps: stopwatch.laps)
    } catch let error as PublicationError {
      throw Failure(diagnostics: error.diagnostics, outcome: kept)
    }
  }

  /// The hash of everything that the site is made of.
  ///
  /// These are the files that were read, the templates, the program, and every option but those that
  /// change no byte. Diagnostics name the folder of articles as the user does.
  private func fingerprint(
    _ input: Ingestion.Result, _ templates: Templates, language: String
  ) -> CacheKey {
    var out = BinaryWriter()
    for text in [Program.version, language] { out.write(text: text) }
    for option in Mirror(reflecting: self).children
    where !["site", "jobs", "cache", "language"].contains(option.label) {
      out.write(text: "\(option.label ?? "") \(option.value)")
    }
    for hash in [cache?.program, input.sources, templates.fingerprint] {
      out.write(hash) { $0.write(plain: $1.digest) }
    }
    return CacheKey(of: out.bytes)
  }

  private func cacheNote(_ fault: String) -> Diagnostic {
    .nothingKept(in: cache?.path ?? "", because: fault)
  }

  private func readTemplates(language: String) throws(TemplateFaults) -> Templates {
    try Templates.read(
      folder: templates ?? "Templates", isOptional: templates == nil, language: language)
  }
}

/// Tells how far a build is, and knows whether it shall end.
private final class Reporter: Sendable {
  private let tell: @Sendable (Progress) throws -> Void
  private let isStopped = Atomic<Bool>(false)

  init(_ tell: @escaping @Sendable (Progress) throws -> Void) { self.tell = tell }

  /// Tells `progress`.
  func note(_ progress: Progress) {
    do { try tell(progress) } catch { isStopped.store(true, ordering: .relaxed) }
  }

  /// Throws if somebody who was told wanted no more.
  func check() throws {
    if isStopped.load(ordering: .relaxed) { throw CancellationError() }
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

extension Build.Found {
  /// How much `dossier` holds.
  init(of dossier: Dossier) {
    self.init(
      articles: dossier.articles.count, events: dossier.events.count,
      actors: dossier.actors.count, locations: dossier.locations.count,
      quotations: dossier.quotations.count, claims: dossier.claims.count,
      unattributed: dossier.quotations.count { $0.speakers.isEmpty })
  }
}

extension Diagnostic {
  /// Nothing is kept in `folder` because of `reason`; nothing else depends on it.
  static func nothingKept(in folder: String, because reason: String) -> Diagnostic {
    Diagnostic(
      .note, file: folder,
      "nothing is kept here for the next build, which will take longer: \(reason)", code: "cache")
  }
}

extension Build.Report {
  /// What was found and written, and the file to open.
  func lines(site: String) -> [String] {
    func counted(_ number: Int, _ one: String, _ many: String) -> String {
      "\(number) \(number == 1 ? one : many)"
    }
    let kinds = [
      counted(found.articles, "article", "articles"),
      counted(found.events, "event", "events"),
      counted(found.actors, "actor", "actors"),
      counted(found.locations, "location", "locations"),
      counted(found.quotations, "quotation", "quotations"),
      counted(found.claims, "claim", "claims"),
    ]
    var lines = ["Read " + kinds.joined(separator: ", ") + "."]
    if found.unattributed > 0 {
      lines.append(
        "\(counted(found.unattributed, "quotation has", "quotations have")) no known speaker.")
    }
    if dossier == nil { lines.append("Nothing has changed since the last build.") }
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
