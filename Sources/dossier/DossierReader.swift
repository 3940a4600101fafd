import Assembly
import Cache
import DossierModel
import Extraction
import Ingestion
import Knowledge
import SiteGenerator
import Synchronization

/// From a folder of articles to a dossier, stage by stage.
struct DossierReader {
  /// The folder of articles.
  var articles: String
  /// The language of the site's words; `nil` is what the editor's file says, else Italian.
  var language: String?
  /// How many threads work.
  var jobs: Int
  /// What a failure says of the outcome.
  var outcome: String

  /// All stages: the dossier, and what the user should know although it prevents nothing.
  func read(
    progress: @Sendable (Progress) -> Void
  ) throws(Build.Failure) -> (Dossier, [Diagnostic]) {
    let input = try readFiles(progress: progress)
    let readings = extract(input, progress: progress)
    let (dossier, remarks) = try assemble(input, readings, progress: progress)
    return (dossier, input.diagnostics + remarks)
  }

  /// The articles and the editor's decisions.
  func readFiles(
    progress: (Progress) -> Void
  ) throws(Build.Failure) -> Ingestion.Result {
    progress(Progress(stage: .files(articles)))
    let input = Ingestion.read(folder: articles, jobs: jobs)
    guard input.isPublishable else {
      throw Build.Failure(diagnostics: input.diagnostics, outcome: outcome)
    }
    return input
  }

  /// What the articles say; those that `cache` knows need not be read again.
  func extract(
    _ input: Ingestion.Result, cache: ReadingCache? = nil,
    progress: @Sendable (Progress) -> Void
  ) -> [ArticleReading] {
    let count = input.articles.count
    progress(Progress(stage: .extraction, total: count))
    let extractor = Extractor()
    let done = Atomic<Int>(0)
    return parallelMap(count: count, jobs: jobs) { number in
      defer {
        let done = done.wrappingAdd(1, ordering: .relaxed).newValue
        progress(Progress(stage: .extraction, done: done, total: count))
      }
      let article = input.articles[number].asRead
      return cache?.reading(of: article) { extractor.readWithinLimit($0) }
        ?? extractor.readWithinLimit(article)
    }
  }

  /// The dossier of what the articles say and the editor decides.
  func assemble(
    _ input: Ingestion.Result, _ readings: [ArticleReading], progress: (Progress) -> Void
  ) throws(Build.Failure) -> (Dossier, [Diagnostic]) {
    progress(Progress(stage: .assembly))
    let language = siteLanguage(input)
    let wording = EventWording(
      language: language, knowledge: .shared, date: DateWords.writer(for: language))
    var (dossier, remarks) = Assembly(wording: wording)
      .assemble(articles: input.articles, readings: readings, editor: input.editorFile)
    dossier.language = language
    remarks += unread(input, readings)
    if remarks.contains(where: { $0.severity == .error }) {
      throw Build.Failure(diagnostics: remarks, outcome: outcome)
    }
    return (dossier, remarks)
  }

  /// Where articles say more than is read of one.
  private func unread(
    _ input: Ingestion.Result, _ readings: [ArticleReading]
  ) -> [Diagnostic] {
    var locator = SourceLocator(folder: articles)
    return zip(input.articles, readings).compactMap { article, reading in
      guard let end = reading.end else { return nil }
      let next = reading.sentences.first { $0.start >= end } ?? TextSpan(end, end)
      let place = locator.position(of: next, in: article)
      return Diagnostic(
        .warning, file: locator.file(of: article), line: place?.line, column: place?.column,
        "the article says more than is read of one (\(Extractor.findingLimit) quotations, statements "
          + "and events); from here on its text is published with nothing marked in it: split it",
        code: "long-article")
    }
  }

  /// The language of the site's words.
  func siteLanguage(_ input: Ingestion.Result) -> String {
    language ?? input.editorFile.language?.value ?? "it"
  }
}
