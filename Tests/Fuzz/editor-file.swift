// The editor's file: any bytes beside one article.

import DossierModel

@testable import Ingestion

private let directory: ArticleDirectory = {
  var directory = ArticleDirectory()
  let path = ArticlePath(text: "a.txt")
  let text = "Il ministro ha detto: «Non abbiamo attaccato». A Grova sono morte 12 persone."
  let article = ArticleReader(defaultLanguage: "it")
    .article(Array(text.utf8), at: path, name: "a.txt").article
  directory.add(path, article.map { .article($0) } ?? .leftOut)
  return directory
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard case .success(let text) = TextEncoding.text(of: bytes(start, count), name: "dossier.yml")
  else { return 0 }
  var reader = EditorFileReader(directory: directory)
  reader.read([(text, "dossier.yml")])
  for diagnostic in reader.diagnostics {
    require((diagnostic.line ?? 1) >= 1 && (diagnostic.column ?? 1) >= 1, "a place before 1")
    require(!diagnostic.message.isEmpty, "a fault without words")
  }
  return 0
}
