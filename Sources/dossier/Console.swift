import DossierModel
import Foundation

/// What the user sees: progress on a terminal, diagnostics, and a summary.
struct Console {
  /// Whether only errors and warnings are told.
  let isQuiet: Bool
  /// Whether diagnostics are printed as JSON lines.
  let isJSON: Bool
  private let isTerminal: Bool
  /// The line that tells how far a build is; `nil` where nobody would read it.
  private let line: ProgressLine?

  /// A console; `isJSON` prints diagnostics as JSON lines, `isQuiet` leaves out all that went well.
  init(isQuiet: Bool, isJSON: Bool) {
    (self.isQuiet, self.isJSON) = (isQuiet, isJSON)
    isTerminal = Terminal.isTerminal(STDERR_FILENO)
    line = isTerminal && !isQuiet && !isJSON ? ProgressLine() : nil
  }

  /// Tells how far a build is, on a terminal and after a while; from any thread.
  func progress(_ progress: Progress) { line?.note(progress) }

  /// Takes the progress away; the build is at its end.
  func endProgress() { line?.end() }

  /// Prints diagnostics to standard error, in order; an error is the end of a build.
  func report(_ diagnostics: [Diagnostic]) {
    if diagnostics.contains(where: { $0.severity == .error }) { endProgress() }
    line?.wipe()
    for diagnostic in diagnostics {
      let line: String
      if isJSON {
        line = Self.json(diagnostic)
      } else if isTerminal {
        line = Self.coloured(diagnostic)
      } else {
        line = diagnostic.text
      }
      Terminal.write(line + "\n", to: STDERR_FILENO)
    }
  }

  /// Prints what was done to standard output.
  func summary(_ lines: [String]) {
    endProgress()
    guard !isQuiet, !isJSON else { return }
    Terminal.write(lines.map { $0 + "\n" }.joined(), to: STDOUT_FILENO)
  }

  /// Prints what was asked for to standard output.
  func output(_ lines: [String]) {
    endProgress()
    Terminal.write(lines.map { $0 + "\n" }.joined(), to: STDOUT_FILENO)
  }

  private static func coloured(_ diagnostic: Diagnostic) -> String {
    let colour =
      switch diagnostic.severity {
      case .error: "\u{1B}[1;31m"
      case .warning: "\u{1B}[1;33m"
      case .note: "\u{1B}[1;36m"
      }
    let word = "\(diagnostic.severity.rawValue):"
    guard let range = diagnostic.text.range(of: word) else { return diagnostic.text }
    return diagnostic.text.replacingCharacters(in: range, with: "\(colour)\(word)\u{1B}[0m")
  }

  private static func json(_ diagnostic: Diagnostic) -> String {
    func quoted(_ text: String) -> String {
      var out = "\""
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": out += "\\\""
        case "\\": out += "\\\\"
        case "\n": out += "\\n"
        case "\r": out += "\\r"
        case "\t": out += "\\t"
        default:
          if scalar.value < 0x20 || scalar.value == 0x7F {
            out += "\\u" + String(repeating: "0", count: scalar.value < 16 ? 3 : 2)
            out += String(scalar.value, radix: 16)
          } else {
            out.unicodeScalars.append(scalar)
          }
        }
      }
      return out + "\""
    }
    let fields = [
      ("file", diagnostic.file.map(quoted)), ("line", diagnostic.line.map(String.init)),
      ("column", diagnostic.column.map(String.init)),
      ("severity", quoted(diagnostic.severity.rawValue)), ("code", quoted(diagnostic.code)),
      ("message", quoted(diagnostic.message)),
    ]
    return "{" + fields.map { "\"\($0.0)\":\($0.1 ?? "null")" }.joined(separator: ",") + "}"
  }
}
