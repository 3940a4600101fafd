import DossierModel
import Foundation
import Ingestion
import PreviewServer

/// Builds a site again and again, as its files change.
struct Preview {
  private let build: Build
  private let console: Console
  private let interruption: Interruption
  private let folders: [WatchedFolder]
  /// How the site stands.
  private(set) var status: PreviewStatus
  /// How many editions of the site there were.
  private var editions = 0
  /// The manifest of the site, which every publication writes anew.
  private var marker: (path: String, state: FolderSnapshot)

  /// The time between two looks at the files, in seconds, and of a look at most this share of it.
  private static let pause = 0.15
  private static let share = 0.05
  /// The time between two looks while files are being written, in seconds, and how often at most.
  private static let settling = (pause: 0.03, looks: 30)
  /// The time after which a build is tried again that met another one, in seconds.
  private static let retry = 0.5

  /// A preview of what `build` builds.
  init(build: Build, console: Console, interruption: Interruption) {
    (self.build, self.console, self.interruption) = (build, console, interruption)
    folders = [
      WatchedFolder(build.articles) { Ingestion.minds($0) },
      WatchedFolder(build.templates ?? "Templates"),
    ]
    status = PreviewStatus(edition: Self.edition(0), phase: .building)
    let manifest = build.site + "/.dossier"
    marker = (manifest, FolderSnapshot(ofFile: manifest))
  }

  /// Builds until somebody wants an end; `tell` gets the status whenever it is another one.
  mutating func run(tell: (PreviewStatus) -> Void) {
    while true {
      // What is saved while a build is at work differs from this afterwards.
      let files = snapshot()
      status.phase = .building
      tell(status)
      let isBusy = rebuild()
      tell(status)
      guard let changes = waitForChange(since: files, atMost: isBusy ? Self.retry : nil, tell)
      else { return }
      if let first = changes.first {
        let more = changes.count > 1 ? " and \(changes.count - 1) more" : ""
        console.summary(["\(first)\(more) changed."])
      }
    }
  }

  private func snapshot() -> FolderSnapshot {
    FolderSnapshot(of: folders, leavingOut: build.site)
  }

  /// Builds once; whether another build of the site is at work.
  private mutating func rebuild() -> Bool {
    var diagnostics: [Diagnostic] = []
    do {
      let report = try build.run(
        progress: { console.progress($0) },
        diagnostics: {
          console.report($0)
          diagnostics += $0
        })
      console.summary(report.lines)
      status.phase = .ready
      noteEdition()
    } catch let failure as Build.Failure {
      let isBusy = failure.diagnostics.contains { $0.code == "site-locked" }
      if isBusy { return true }
      console.report(failure.diagnostics)
      console.summary([failure.outcome])
      diagnostics += failure.diagnostics
      status.phase = .failed
    } catch {
      diagnostics.append(Diagnostic(.error, "\(error)", code: "build"))
      console.report(diagnostics.suffix(1))
      status.phase = .failed
    }
    status.diagnostics = diagnostics.sorted()
    return false
  }

  /// The files that are others than in `before`, when nobody is writing them any more; none if the
  /// site is gone, or after `limit` seconds; `nil` if somebody wants an end.
  private mutating func waitForChange(
    since before: FolderSnapshot, atMost limit: Double?, _ tell: (PreviewStatus) -> Void
  ) -> [String]? {
    let start = ContinuousClock.now
    var pause = Self.pause
    while true {
      interruption.wait(seconds: limit.map { min($0, pause) } ?? pause)
      if interruption.isAsked { return nil }
      let began = ContinuousClock.now
      let files = snapshot()
      let end = ContinuousClock.now
      if files != before { return settled(files).changes(since: before) }
      if let limit, (end - start) / .seconds(1) >= limit { return [] }
      if status.phase == .ready {
        guard FolderSnapshot(ofFile: marker.path).isThere else { return [] }
        // A site that another program has built is another edition too.
        if noteEdition() { tell(status) }
      }
      pause = max(Self.pause, (end - began) / .seconds(1) / Self.share)
    }
  }

  private func settled(_ first: FolderSnapshot) -> FolderSnapshot {
    var files = first
    for _ in 0..<Self.settling.looks {
      interruption.wait(seconds: Self.settling.pause)
      let now = snapshot()
      if now == files { break }
      files = now
    }
    return files
  }

  /// Whether the site is another one than it was; it is a new edition then.
  @discardableResult
  private mutating func noteEdition() -> Bool {
    let now = FolderSnapshot(ofFile: marker.path)
    if now == marker.state { return false }
    marker.state = now
    editions += 1
    status.edition = Self.edition(editions)
    return true
  }

  /// The name of an edition: of this run and no other.
  private static func edition(_ number: Int) -> String { "\(getpid())-\(number)" }
}

extension Build.Report {
  /// What a preview tells of a build: one line.
  fileprivate var lines: [String] {
    let files = summary.publication
    if dossier == nil || files.written + files.removed == 0 { return ["The site is as it was."] }
    let seconds = laps.reduce(0) { $0 + $1.seconds }
    let tenths = Int((seconds * 10).rounded(.up))
    return [
      "Built in \(tenths / 10).\(tenths % 10) s: \(files.written) files new or changed, "
        + "\(files.removed) removed."
    ]
  }
}
