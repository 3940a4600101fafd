// The reader of articles: any bytes, as plain text and as Markdown.

import DossierModel

@testable import Ingestion

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = bytes(start, count)
  for file in ["a.txt", "a.md"] {
    let outcome = ArticleReader(defaultLanguage: "it")
      .article(bytes, at: ArticlePath(text: file), name: file)
    guard let article = outcome.article else {
      require(
        outcome.isExcluded || !outcome.diagnostics.isEmpty, "\(file): left out without a word")
      continue
    }
    for span in article.metadata {
      require(span, in: article.text, mayBeEmpty: true, "metadata")
    }
    if file == "a.txt" {
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      let text = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
      require(article.text.bytes == text, "the text is not that of the file")
    }
    for diagnostic in outcome.diagnostics {
      require((diagnostic.line ?? 1) >= 1 && (diagnostic.column ?? 1) >= 1, "a place before 1")
    }
  }
  return 0
}
