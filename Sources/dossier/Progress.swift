/// How far a build is.
struct Progress: Hashable, Sendable {
  /// What is being done.
  enum Stage: Hashable, Sendable {
    /// The files of this folder are read.
    case files(String)
    /// What each article says is read.
    case extraction
    /// What the articles say is linked.
    case assembly
    /// The pages and all other files are written.
    case pages
  }

  /// What is being done.
  var stage: Stage
  /// How many things are done.
  var done = 0
  /// How many there are; 0 where nothing is counted.
  var total = 0
}

extension Progress {
  /// The seconds that a stage must have taken before anything is said of its end.
  private static let firstEstimate = 1.0

  /// What a user reads: what is being done, how many of how many, and how long that still takes.
  ///
  /// - Parameters:
  ///   - seconds: how long the stage has taken so far.
  ///   - columns: the width of the terminal; a line never fills it.
  func line(after seconds: Double, columns: Int) -> String {
    var line = words
    if total > 0 {
      line += " \(Self.grouped(done)) of \(Self.grouped(total))"
      if done > 0, done < total, seconds >= Self.firstEstimate {
        line += ", \(Self.duration(seconds / Double(done) * Double(total - done))) left"
      }
    } else {
      line += " …"
    }
    return line.count < columns ? line : String(line.prefix(max(0, columns - 2))) + "…"
  }

  private var words: String {
    switch stage {
    case .files(let folder): "Reading \(folder)"
    case .extraction: "Reading what the articles say:"
    case .assembly: "Linking what they say"
    case .pages: "Writing the site:"
    }
  }

  /// `1234567` as `1,234,567`.
  private static func grouped(_ number: Int) -> String {
    var text = String(number)
    var place = text.count - 3
    while place > 0 {
      text.insert(",", at: text.index(text.startIndex, offsetBy: place))
      place -= 3
    }
    return text
  }

  /// A duration as exact as an estimate can be.
  private static func duration(_ seconds: Double) -> String {
    let seconds = Int(min(seconds, 1e6).rounded(.up))
    switch seconds {
    case ..<10: return "\(seconds) s"
    case ..<60: return "\((seconds + 4) / 5 * 5) s"
    case ..<600: return "\(seconds / 60) min \(seconds % 60 / 10 * 10) s"
    default: return "\((seconds + 59) / 60) min"
    }
  }
}
