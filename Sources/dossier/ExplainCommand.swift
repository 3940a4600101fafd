import ArgumentParser
import Assembly
import DossierModel
import Foundation
import Ingestion

/// `dossier explain`: how something published came about.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell how something came about: spans, rules, decisions.",
    discussion: """
      The id is that of an article, event, actor, location, quotation or claim, as in data/dossier.json \
      and in the addresses of pages. A place, file:line:column, tells all that was read there: names \
      and dates too.
      """)

  @Argument(help: "An id, or a place: file:line:column.")
  var id: String
  @Option(help: ArgumentHelp("The folder of articles.", valueName: "dir"))
  var articles = "seeds"
  @Option(help: "How many threads to use; by default one for each processor.")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
  }

  func run() throws {
    let console = Console(isQuiet: false, isJSON: false)
    let reader = DossierReader(
      articles: articles, language: nil,
      jobs: jobs ?? max(1, ProcessInfo.processInfo.activeProcessorCount), outcome: "")
    do {
      let (dossier, _) = try reader.read { console.progress($0) }
      var report = ExplanationReport(dossier, SourceLocator(folder: articles))
      if let lines = report.lines(for: id) {
        console.output(lines)
      } else {
        console.report([Diagnostic(.error, report.hint(for: id), code: "unknown-id")])
        throw ExitCode(1)
      }
    } catch let failure as Build.Failure {
      console.report(failure.diagnostics)
      throw ExitCode(1)
    }
  }
}

/// An explanation as the command prints it.
struct ExplanationReport {
  private let explainer: Explainer
  private let articles: [Article.ID: ArticleRecord]
  private var locator: SourceLocator

  /// Explanations of `dossier`; `locator` finds the places of words.
  init(_ dossier: Dossier, _ locator: SourceLocator) {
    self.locator = locator
    explainer = Explainer(dossier)
    articles = Dictionary(
      dossier.articles.map { ($0.article.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The lines that explain `id`, an id or a place; `nil` if there is nothing of that name.
  mutating func lines(for id: String) -> [String]? {
    if let explanation = explainer.explanation(of: id) {
      return explanation.steps.map { line($0) }
    }
    guard let place = passage(at: id) else { return nil }
    return explainer.explanation(of: place)?.steps.map { line($0) }
      ?? ["Nothing was read at \(id)."]
  }

  /// What to tell of an id that nothing has.
  func hint(for id: String) -> String {
    if let file = articles.values.map({ locator.file(of: $0.article) })
      .first(where: { id.hasPrefix($0 + ":") })
    {
      return "\(file) has no such line and column, or is Markdown, of which only ids are found"
    }
    let near = explainer.ids(near: id)
    let guess =
      near.isEmpty
      ? "; data/dossier.json has the ids"
      : "; did you mean " + near.map { "\"\($0)\"" }.joined(separator: ", ") + "?"
    return "nothing has the id \"\(id)\"\(guess)"
  }

  private mutating func line(_ step: Explanation.Step) -> String {
    var line = String(repeating: "  ", count: step.depth) + step.text
    guard let passage = step.passage, let record = articles[passage.article] else { return line }
    let words = record.article.text[passage.span].split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    line += ": «\(words.count > 160 ? words.prefix(159) + "…" : words[...])»"
    let place =
      locator.position(of: passage.span, in: record.article)?.description
      ?? locator.file(of: record.article)
    return line + " (\(place))"
  }

  /// The code point at `file:line:column`.
  private mutating func passage(at place: String) -> Passage? {
    let parts = place.split(separator: ":")
    guard parts.count >= 3, let line = Int(parts[parts.count - 2]),
      let column = Int(parts[parts.count - 1])
    else { return nil }
    let file = parts.dropLast(2).joined(separator: ":")
    for record in articles.values
    where record.article.file == file || locator.file(of: record.article) == file {
      guard let offset = locator.offset(line: line, column: column, in: record.article),
        offset < record.article.text.bytes.count
      else { return nil }
      return Passage(record.article.id, TextSpan(offset, offset + 1))
    }
    return nil
  }
}
