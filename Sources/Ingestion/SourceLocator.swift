import DossierModel

/// Tells where the words of articles stand in their files.
public struct SourceLocator {
  private let folder: ArticlesFolder
  private var texts: [Article.ID: Lines] = [:]
  private var sources: [Article.ID: Lines] = [:]

  /// A locator for the articles of the folder at `path`, which the user calls by it.
  public init(folder path: String) { folder = ArticlesFolder(path: path, displayedAs: path) }

  /// The file of `article` as the user names it.
  public func file(of article: Article) -> String {
    folder.displayName(of: ArticlePath(text: article.file))
  }

  /// Where the words at `span` of `article` start in its file; `nil` if the file words them otherwise,
  /// as Markdown can.
  public mutating func position(of span: TextSpan, in article: Article) -> SourcePosition? {
    let text = texts[article.id] ?? Lines(article.text)
    texts[article.id] = text
    var place = text.place(of: span.start)
    if article.format == .markdown {
      guard let source = source(of: article) else { return nil }
      let words = Array(article.text.bytes[span.range])
      let here = article.text.occurrences(of: words)
      let there = source.text.occurrences(of: words)
      guard here.count == there.count, let number = here.firstIndex(of: span.start) else {
        return nil
      }
      place = source.place(of: there[number])
    }
    return SourcePosition(file: file(of: article), line: place.line, column: place.column)
  }

  /// The place in the text of `article` that `line` and `column` of its file name.
  public mutating func offset(line: Int, column: Int, in article: Article) -> Int? {
    guard article.format == .plainText else { return nil }
    let text = texts[article.id] ?? Lines(article.text)
    texts[article.id] = text
    return text.offset(line: line, column: column)
  }

  private mutating func source(of article: Article) -> Lines? {
    if let known = sources[article.id] { return known }
    let path = ArticlePath(text: article.file)
    guard case .bytes(let bytes) = folder.read(path, limit: ArticlesFolder.articleLimit) else {
      return nil
    }
    let lines = Lines(ArticleText(bytes: bytes))
    sources[article.id] = lines
    return lines
  }

  /// The lines of a text.
  private struct Lines {
    let text: ArticleText
    private let starts: [Int]
    private let map: CodePointMap

    init(_ text: ArticleText) {
      self.text = text
      map = CodePointMap(text)
      var starts = [0]
      let bytes = text.bytes
      for (i, byte) in bytes.enumerated()
      where byte == 10 || byte == 13 && (i + 1 == bytes.count || bytes[i + 1] != 10) {
        starts.append(i + 1)
      }
      self.starts = starts
    }

    func place(of offset: Int) -> (line: Int, column: Int) {
      var (low, high) = (0, starts.count - 1)
      while low < high {
        let middle = (low + high + 1) / 2
        if starts[middle] <= offset { low = middle } else { high = middle - 1 }
      }
      let column = map.codePoint(atByte: offset) - map.codePoint(atByte: starts[low]) + 1
      return (low + 1, column)
    }

    func offset(line: Int, column: Int) -> Int? {
      guard starts.indices.contains(line - 1), column >= 1 else { return nil }
      let start = map.codePoint(atByte: starts[line - 1])
      guard let offset = map.byte(atCodePoint: start + column - 1) else { return nil }
      return line < starts.count && offset >= starts[line] ? nil : offset
    }
  }
}
