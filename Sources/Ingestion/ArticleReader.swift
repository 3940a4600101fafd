import DossierModel
import Markdown

/// Makes an article of a file's bytes: its text, and what the file itself states of it.
struct ArticleReader {
  /// What a file yields.
  struct Outcome: Sendable {
    /// The article; `nil` if the file is faulty or has no text.
    var article: Article?
    /// The hash of the file; `nil` if it could not be read.
    var source: ContentHash?
    /// What front matter says, for the keys that `Article` does not keep.
    var isExcluded = false
    /// What to tell the user.
    var diagnostics: [Diagnostic] = []
  }

  /// The language of articles that do not state theirs.
  let defaultLanguage: String

  /// The article in `bytes`, the file at `path`, which the user calls `name`.
  func article(_ bytes: [UInt8], at path: ArticlePath, name: String) -> Outcome {
    var outcome = Outcome()
    guard case .article(let format) = path.role else { return outcome }
    let text: ArraySlice<UInt8>
    switch TextEncoding.text(of: bytes, name: name) {
    case .success(let found): text = found
    case .failure(let fault):
      outcome.diagnostics = [fault.diagnostic]
      return outcome
    }
    var article = Article(
      id: path.articleID, file: path.text, format: format, text: ArticleText(bytes: []),
      sha256: ContentHash(of: bytes), language: defaultLanguage)
    var statedFrom = 0
    switch format {
    case .plainText: article.text = ArticleText(bytes: Array(text))
    case .markdown:
      var reader = EntryReader(file: name, code: "front-matter")
      let body = Self.frontMatter(of: text, &reader).map { body, entry in
        if let entry { Self.apply(reader.article(entry, file: path.text), to: &article, &outcome) }
        return body
      }
      outcome.diagnostics += reader.diagnostics
      guard let body, !reader.diagnostics.contains(where: { $0.severity == .error }) else {
        return outcome
      }
      do throws(MarkdownError) {
        article.text = ArticleText(bytes: try Markdown.plainText(of: Array(body)))
        if let heading = try Self.heading(of: body), article.text.bytes.starts(with: heading) {
          statedFrom = heading.count
          article.title = article.title ?? String(decoding: heading, as: UTF8.self)
        }
      } catch {
        outcome.diagnostics.append(
          Diagnostic(.error, file: name, "cannot be read: \(error.description)", code: "markdown"))
        return outcome
      }
    }
    let stated = StatedMetadata(of: article.text, from: statedFrom)
    guard Self.hasProse(article.text, stated.spans) else {
      let isBlank = article.text.trimmed(article.text.span).isEmpty
      outcome.diagnostics.append(
        Diagnostic(
          .warning, file: name,
          bytes.isEmpty
            ? "the file is empty; the article is left out"
            : isBlank
              ? "there is no text in it; the article is left out"
              : "there is no text in it but metadata; the article is left out", code: "empty"))
      return outcome
    }
    article.metadata = stated.spans
    article.dateline = stated.dateline
    article.publisher = article.publisher ?? stated.publisher
    article.author = article.author ?? stated.author
    if article.published == nil, let published = stated.published {
      article.published = published
      article.publishedBasis = .stated
    }
    outcome.article = article
    return outcome
  }

  /// Takes over what front matter says.
  private static func apply(
    _ decision: ArticleDecision, to article: inout Article, _ outcome: inout Outcome
  ) {
    article.apply(decision, basis: .stated)
    outcome.isExcluded = decision.exclude?.value == true
  }

  /// The text after the front matter, and the keys of the front matter if there is any; `nil` if it
  /// has faults, which `reader` notes.
  ///
  /// Front matter stands between a first line `---` and a line `---` or `...`.
  private static func frontMatter(
    of text: ArraySlice<UInt8>, _ reader: inout EntryReader
  ) -> (body: ArraySlice<UInt8>, entry: Entry?)? {
    func line(from start: Int) -> (content: ArraySlice<UInt8>, next: Int) {
      let end = text[start...].firstIndex(of: 10) ?? text.endIndex
      var content = text[start..<end]
      while let last = content.last, last == 32 || last == 9 || last == 13 { content.removeLast() }
      return (content, min(end + 1, text.endIndex))
    }
    let dashes = Array("---".utf8)
    let first = line(from: text.startIndex)
    guard first.content.elementsEqual(dashes) else { return (text, nil) }
    var start = first.next
    while start < text.endIndex {
      let next = line(from: start)
      if next.content.elementsEqual(dashes) || next.content.elementsEqual("...".utf8) {
        let body = text[next.next...]
        do throws(YAMLFault) {
          guard let tree = try YAMLTree.read(text[first.next..<start], firstLine: 2) else {
            return (body, nil)
          }
          // Between two rules stands a text like any other.
          if tree.text != nil { return (text, nil) }
          guard
            let entry = reader.entry(
              tree, .article, name: "front matter", toleratesStrangers: true)
          else { return nil }
          return (body, entry)
        } catch {
          reader.diagnostics.append(
            Diagnostic(
              .error, file: reader.file, line: error.line, column: error.column,
              "front matter: \(error.message)", code: reader.code))
          return nil
        }
      }
      start = next.next
    }
    return (text, nil)
  }

  /// The words of the heading that a Markdown text starts with.
  private static func heading(of body: ArraySlice<UInt8>) throws(MarkdownError) -> [UInt8]? {
    let bytes = Array(body)
    guard let line = StatedMetadata.nextLine(bytes, from: 0), line.count <= 1000 else { return nil }
    let hashes = bytes[line].prefix { $0 == UInt8(ascii: "#") }.count
    var source = Array(bytes[line])
    if hashes == 0 {
      guard let below = StatedMetadata.nextLine(bytes, from: line.upperBound),
        bytes[line.upperBound..<below.lowerBound].count(where: { $0 == 10 }) == 1,
        let mark = bytes[below].first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"),
        bytes[below].allSatisfy({ $0 == mark })
      else { return nil }
      source += [10] + bytes[below]
    } else if hashes > 6 || hashes < line.count && source[hashes] != 32 && source[hashes] != 9 {
      return nil
    }
    let words = try Markdown.plainText(of: source)
    let text = ArticleText(bytes: words)
    let trimmed = text.trimmed(text.span)
    return trimmed.isEmpty || words.contains(10) ? nil : Array(words[trimmed.range])
  }

  /// Whether anything but blanks stands outside `metadata`.
  private static func hasProse(_ text: ArticleText, _ metadata: [TextSpan]) -> Bool {
    var start = 0
    for span in metadata + [TextSpan(text.bytes.count, text.bytes.count)] {
      if start < span.start, !text.trimmed(TextSpan(start, span.start)).isEmpty { return true }
      start = max(start, span.end)
    }
    return false
  }
}

extension Article {
  /// Takes over what an editor or front matter says, known by `basis`.
  mutating func apply(_ decision: ArticleDecision, basis: Basis) {
    if let published = decision.published {
      self.published = published.value
      publishedBasis = published.value == nil ? .unknown : basis
    }
    if let title = decision.title { self.title = title.value }
    if let publisher = decision.publisher { self.publisher = publisher.value }
    if let author = decision.author { self.author = author.value }
    if let url = decision.url { self.url = url.value }
    if let retrieved = decision.retrieved { self.retrieved = retrieved.value }
    if let archive = decision.archiveURL { archiveURL = archive.value }
    if let language = decision.language { self.language = language.value }
    if let translated = decision.translated { self.translated = translated.value }
    if let note = decision.note { self.note = note.value }
    if basis == .editor {
      editorial = EditorialDecision(
        keys: decision.keys, note: decision.note?.value, positions: [decision.position])
    }
  }
}

extension ArticleDecision {
  /// The keys that are decided, as the editor's file has them.
  fileprivate var keys: [String] {
    [
      ("published", published != nil), ("title", title != nil), ("publisher", publisher != nil),
      ("author", author != nil), ("url", url != nil), ("retrieved", retrieved != nil),
      ("archiveUrl", archiveURL != nil), ("language", language != nil),
      ("translated", translated != nil),
    ].filter(\.1).map(\.0)
  }
}
