import DossierModel
import Foundation

/// Checks the data of a published site as others would: each span against the text that it names.
public struct PublishedSpans {
  /// How many spans were checked.
  public private(set) var count = 0
  /// What does not hold, in the order of the files.
  public private(set) var faults: [Diagnostic] = []

  /// The code points of the articles' texts; `nil` where there is no such file.
  private var texts: [String: [Unicode.Scalar]?] = [:]
  private let text: (SitePath) -> [UInt8]?

  /// Nothing checked yet; `text` gives the bytes of a file of the site.
  public init(text: @escaping (SitePath) -> [UInt8]?) { self.text = text }

  /// Checks every object with `article`, `start`, `end` and `exact` in the JSON file `path`, which
  /// the user calls `name`.
  public mutating func check(_ path: SitePath, named name: String) {
    guard let bytes = text(path) else { return }
    do {
      check(try JSONSerialization.jsonObject(with: Data(bytes)), in: name)
    } catch {
      faults.append(
        Diagnostic(.error, file: name, "this is no JSON that can be read", code: "site-data"))
    }
  }

  private mutating func check(_ value: Any, in file: String) {
    // Not by recursion: the data may be nested as deep as its writer liked.
    var pending = [value]
    while let value = pending.popLast() {
      if let list = value as? [Any] {
        pending += list
      } else if let object = value as? [String: Any] {
        pending += object.values
        if let article = object["article"] as? String, let exact = object["exact"] as? String,
          let start = object["start"] as? Int, let end = object["end"] as? Int
        {
          check(article, start, end, exact, in: file)
        }
      }
    }
  }

  private mutating func check(
    _ article: String, _ start: Int, _ end: Int, _ exact: String, in file: String
  ) {
    count += 1
    func fault(_ message: String) {
      faults.append(
        Diagnostic(
          .error, file: file, "\(message) (\(article), code points \(start) to \(end))",
          code: "site-span"))
    }
    guard let scalars = scalars(of: article) else { return fault("a span in no article") }
    guard 0 <= start, start < end, end <= scalars.count else {
      return fault("a span beyond its text")
    }
    // By code points: strings that look alike are equal otherwise.
    if !scalars[start..<end].elementsEqual(exact.unicodeScalars) {
      fault("a span that is not its text: \"\(exact.prefix(80))\"")
    }
  }

  private mutating func scalars(of article: String) -> [Unicode.Scalar]? {
    if let known = texts[article] { return known }
    let scalars = text(.article(Article.ID(article)).plainText)
      .map { Array(String(decoding: $0, as: UTF8.self).unicodeScalars) }
    texts[article] = .some(scalars)
    return scalars
  }
}
