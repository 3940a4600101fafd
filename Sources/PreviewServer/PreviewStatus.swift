import DossierModel

/// How the site that is served stands to the files that it is made of.
public struct PreviewStatus: Hashable, Sendable {
  /// What is going on.
  public enum Phase: String, Sendable {
    /// A build is at work; the site before is served.
    case building
    /// The site is that of the files as they are.
    case ready
    /// The last build published nothing; the site before is served.
    case failed
  }

  /// Which site is served: another word after every publication, and for every server.
  public var edition: String
  /// What is going on.
  public var phase: Phase
  /// What the last build had to tell, sorted.
  public var diagnostics: [Diagnostic]

  /// A status.
  public init(edition: String, phase: Phase, diagnostics: [Diagnostic] = []) {
    (self.edition, self.phase, self.diagnostics) = (edition, phase, diagnostics)
  }

  /// The most diagnostics that a page is told of; the terminal has them all.
  static let shownLimit = 100

  /// What the script in a page reads: the status, and the errors and warnings, errors first.
  var json: [UInt8] {
    let grave = [Diagnostic.Severity.error, .warning].flatMap { severity in
      diagnostics.filter { $0.severity == severity }
    }
    let items = grave.prefix(Self.shownLimit).map { diagnostic in
      let fields = [
        ("severity", Self.quoted(diagnostic.severity.rawValue)),
        ("place", Self.quoted(Self.place(diagnostic))),
        ("message", Self.quoted(diagnostic.message)), ("code", Self.quoted(diagnostic.code)),
      ]
      return "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }
    let counts = [Diagnostic.Severity.error, .warning].map { severity in
      "\"\(severity.rawValue)s\":\(grave.count { $0.severity == severity })"
    }
    let text =
      "{\"edition\":\(Self.quoted(edition)),\"phase\":\"\(phase.rawValue)\","
      + counts.joined(separator: ",") + ",\"diagnostics\":[\(items.joined(separator: ","))]}"
    return Array(text.utf8)
  }

  /// `file:line:column`, as far as it is known.
  private static func place(_ diagnostic: Diagnostic) -> String {
    [diagnostic.file, diagnostic.line.map(String.init), diagnostic.column.map(String.init)]
      .prefix { $0 != nil }.compactMap { $0 }.joined(separator: ":")
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        out += "\\"
        out.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20:
        out += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
