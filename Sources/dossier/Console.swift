import DossierModel
import Foundation

/// What the user sees: progress on a terminal, diagnostics, and a summary.
struct Console {
  /// Whether only errors and warnings are told.
  let isQuiet: Bool
  /// Whether diagnostics are printed as JSON lines.
  let isJSON: Bool
  private let isTerminal: Bool

  /// A console; `isJSON` prints diagnostics as JSON lines, `isQuiet` leaves out all that went well.
  init(isQuiet: Bool, isJSON: Bool) {
    (self.isQuiet, self.isJSON) = (isQuiet, isJSON)
    isTerminal = isatty(STDERR_FILENO) == 1
  }

  /// Tells what is being done, on a terminal; the next word overwrites it.
  func progress(_ words: String) {
    guard isTerminal, !isQuiet, !isJSON else { return }
    write("\r\u{1B}[K\(words)", to: STDERR_FILENO)
  }

  /// Takes the progress away.
  func endProgress() { progress("") }

  /// Prints diagnostics to standard error, in order.
  func report(_ diagnostics: [Diagnostic]) {
    endProgress()
    for diagnostic in diagnostics {
      let line: String
      if isJSON {
        line = Self.json(diagnostic)
      } else if isTerminal {
        line = Self.coloured(diagnostic)
      } else {
        line = diagnostic.text
      }
      write(line + "\n", to: STDERR_FILENO)
    }
  }

  /// Prints what was done to standard output.
  func summary(_ lines: [String]) {
    endProgress()
    guard !isQuiet, !isJSON else { return }
    write(lines.map { $0 + "\n" }.joined(), to: STDOUT_FILENO)
  }

  /// Prints what was asked for to standard output.
  func output(_ lines: [String]) {
    endProgress()
    write(lines.map { $0 + "\n" }.joined(), to: STDOUT_FILENO)
  }

  private func write(_ text: String, to descriptor: Int32) {
    var bytes = ArraySlice(text.utf8)
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written <= 0 { return }
      bytes = bytes.dropFirst(written)
    }
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
