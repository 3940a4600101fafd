/// Something to tell the user: where, what, and what to do about it.
public struct Diagnostic: Hashable, Comparable, Sendable {
  /// How grave it is: an error prevents publication.
  public enum Severity: String, CaseIterable, Sendable { case error, warning, note }

  /// How grave it is.
  public var severity: Severity
  /// The file as the user named it, or `nil` for the whole run.
  public var file: String?
  /// The line, from 1.
  public var line: Int?
  /// The column in code points, from 1.
  public var column: Int?
  /// What is wrong and what to do.
  public var message: String
  /// A stable word for scripts, such as `editor-file`.
  public var code: String

  /// A diagnostic; `line` and `column` from 1, columns in code points.
  public init(
    _ severity: Severity, file: String? = nil, line: Int? = nil, column: Int? = nil,
    _ message: String, code: String
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.code = code
  }

  /// `file:line:column: severity: message [code]`.
  public var text: String {
    var place = ""
    if let file {
      place = file + ":"
      if let line { place += "\(line):" }
      if line != nil, let column { place += "\(column):" }
      place += " "
    }
    return "\(place)\(severity.rawValue): \(message) [\(code)]"
  }

  /// By file, line and column, then by message.
  public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    let (x, y) = ((a.file ?? ""), (b.file ?? ""))
    if x != y { return x < y }
    if a.line != b.line { return (a.line ?? 0) < (b.line ?? 0) }
    if a.column != b.column { return (a.column ?? 0) < (b.column ?? 0) }
    return a.message < b.message
  }
}
