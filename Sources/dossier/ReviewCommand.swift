import ArgumentParser
import Assembly
import DossierModel
import Foundation
import Ingestion
import Interchange

/// `dossier review`: what deserves a decision of the editor.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "List what deserves a decision, most valuable first.",
    discussion: """
      Each question is told with its place, the words around it, and the lines that would settle it: \
      append those you agree with to dossier.yml. A question that is settled is not asked again.
      """)

  @Option(help: ArgumentHelp("The folder of articles.", valueName: "dir"))
  var articles = "seeds"
  @Option(help: "How many threads to use; by default one for each processor.")
  var jobs: Int?
  @Flag(help: "Print the list, and diagnostics, as JSON lines.")
  var json = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
  }

  func run() throws {
    let console = Console(isQuiet: false, isJSON: json)
    let reader = DossierReader(
      articles: articles, language: nil,
      jobs: jobs ?? max(1, ProcessInfo.processInfo.activeProcessorCount), outcome: "")
    do {
      let (dossier, diagnostics) = try reader.read { console.progress($0) }
      console.report(diagnostics)
      var report = ReviewReport(ReviewList(of: dossier), dossier, SourceLocator(folder: articles))
      console.output(json ? report.jsonLines : report.lines)
    } catch {
      console.report(error.diagnostics)
      throw ExitCode(1)
    }
  }
}

/// A review list as the command prints it.
struct ReviewReport {
  private let list: ReviewList
  private let articles: [Article.ID: ArticleRecord]
  private var locator: SourceLocator

  /// The report of `list`, which was made of `dossier`; `locator` finds its places.
  init(_ list: ReviewList, _ dossier: Dossier, _ locator: SourceLocator) {
    (self.list, self.locator) = (list, locator)
    articles = Dictionary(
      dossier.articles.map { ($0.article.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// For readers: each question in comments of YAML, the lines that settle it as they are pasted.
  var lines: [String] {
    mutating get {
      if list.items.isEmpty { return ["# Nothing deserves a decision."] }
      var lines = [
        "# \(list.items.count) questions, most valuable first. Append the lines that you agree with to",
        "# dossier.yml; of several answers to one question take one.",
      ]
      for item in list.items {
        lines.append("")
        lines.append("# \(place(item)): \(Self.question(item)) [\(item.kind.rawValue)]")
        for passage in item.passages.prefix(4) {
          lines.append("#   \(words(passage, isFirst: passage == item.passages.first))")
        }
        if item.passages.count > 4 {
          lines.append("#   and \(item.passages.count - 4) more places")
        }
        for proposal in item.proposals {
          lines.append("# - \(Self.answer(proposal)):")
          lines += proposal.lines
        }
      }
      return lines
    }
  }

  /// For scripts: an object for each question.
  var jsonLines: [String] {
    mutating get {
      let maps = articles.mapValues { CodePointMap($0.article.text) }
      return list.items.map { item in
        let places = item.passages.map { passage -> ReviewData.Place in
          guard let record = articles[passage.article] else { return ReviewData.Place(file: "") }
          let (before, _, after) = record.surroundings(of: passage.span)
          let position = locator.position(of: passage.span, in: record.article)
          return ReviewData.Place(
            file: locator.file(of: record.article), line: position?.line,
            column: position?.column, before: before, after: after)
        }
        return ReviewData.line(
          item, places: places, codePoints: { maps[$0.article]?.codePoints($0.span) ?? 0..<0 },
          words: { self.articles[$0.article]?.article.text[$0.span] ?? "" })
      }
    }
  }

  /// `file:line:column` of the item.
  private mutating func place(_ item: ReviewItem) -> String {
    guard let passage = item.passages.first, let record = articles[passage.article] else {
      return ""
    }
    return locator.position(of: passage.span, in: record.article)?.description
      ?? locator.file(of: record.article)
  }

  /// The words of a passage, in their sentence; the place of those that are not the first.
  private mutating func words(_ passage: Passage, isFirst: Bool) -> String {
    guard let record = articles[passage.article] else { return "" }
    let (before, words, after) = record.surroundings(of: passage.span)
    let text = Self.onOneLine("\(before)⟦\(words)⟧\(after)")
    if isFirst { return text }
    let place =
      locator.position(of: passage.span, in: record.article)?.description
      ?? locator.file(of: record.article)
    return "\(place): \(text)"
  }

  private static func onOneLine(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return String(
      String.UnicodeScalarView(
        line.unicodeScalars.map { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) ? "�" : $0 }))
  }

  /// What is asked.
  static func question(_ item: ReviewItem) -> String {
    let title = onOneLine(item.title)
    let short = title.count > 80 ? title.prefix(79) + "…" : title[...]
    switch item.kind {
    case .publication: return "when was \"\(short)\" published?"
    case .figures: return "figures differ: \(short)"
    case .speaker: return "who says \"\(short)\"?"
    case .eventDate: return "when was this? \(short)"
    case .merge:
      return item.proposals.contains { $0.meaning == .merge }
        ? "are these one event? \(short)" : "is this one event? \(short)"
    case .identity: return "is this one actor? \(short)"
    case .name: return "who or what is \"\(short)\"?"
    case .damage: return "are the marks around \"\(short)\" whole?"
    }
  }

  /// What an answer says.
  static func answer(_ proposal: ReviewItem.Proposal) -> String {
    let value = proposal.value.map(onOneLine) ?? ""
    switch proposal.meaning {
    case .publishedOn: return "on \(value), the latest day that the text names"
    case .publicationUnknown: return "nobody knows"
    case .speaker: return "\(value) speaks"
    case .date: return "\(value)"
    case .accept: return "leave it as it is"
    case .hide: return value.isEmpty ? "leave it out" : "leave out \"\(value)\""
    case .intact: return "the marks are whole"
    case .merge: return "one event with \"\(value)\""
    case .split: return "an event for each account"
    case .same: return "one actor, \(value)"
    case .separate: return "another than \(value)"
    case .actor: return "the actor \(value)"
    case .location: return "the location \(value)"
    case .newLocation: return "a location of its own; add latitude and longitude if you know them"
    case .unresolved: return "it cannot be told"
    case .noName: return "it is no name"
    }
  }
}
