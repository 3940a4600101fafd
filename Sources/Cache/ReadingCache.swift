import DossierModel
import Synchronization

extension Article {
  /// The article as those who read it may see it: without what the editor and the catalogue say of it
  /// but what its text may mean otherwise.
  ///
  /// A note added to an article, or a line moved in the editor's file, is no reason to read it again.
  public var asRead: Article {
    var article = self
    article.editorial = nil
    (article.note, article.author, article.url) = (nil, nil, nil)
    (article.retrieved, article.archiveURL) = (nil, nil)
    return article
  }

  /// The key of what it says: everything in `asRead`.
  var readingKey: CacheKey {
    var out = BinaryWriter()
    for text in [id.rawValue, file, format.rawValue, language, publishedBasis.rawValue] {
      out.write(text: text)
    }
    for text in [title, publisher, published?.text, translated?.rawValue] {
      out.write(text) { $0.write(text: $1) }
    }
    for spans in [metadata, [dateline].compactMap { $0 }] {
      out.write(list: spans) {
        $0.write(count: $1.start)
        $0.write(count: $1.end)
      }
    }
    out.write(plain: sha256.digest)
    out.write(data: text.bytes)
    return CacheKey(of: out.bytes)
  }
}

/// What the articles of a folder say, as the last build read them.
///
/// What one article says depends on that article, on the program and on its tables alone: an entry is
/// found by all of these, and is checked before it is believed.
public final class ReadingCache: Sendable {
  private let old: Pack?
  private let new: NewPack
  private let found = Mutex<[CacheKey]>([])

  /// The readings of the articles in the folder `articles`, as `folder` keeps them.
  public init(_ folder: CacheFolder, articles: String) {
    old = folder.pack(.readings, of: articles)
    new = folder.newPack(.readings, of: articles)
  }

  /// What `article` says; `read` is asked where that is not known.
  public func reading(
    of article: Article, read: (Article) -> ArticleReading
  ) -> ArticleReading {
    let article = article.asRead
    let key = article.readingKey
    if let bytes = old?.entry(key),
      let reading = try? ReadingCodec.reading(of: article, from: bytes)
    {
      found.withLock { $0.append(key) }
      return reading
    }
    let reading = read(article)
    new.add(ReadingCodec.bytes(of: reading), at: key)
    return reading
  }

  /// How many readings were found.
  public var foundCount: Int { found.withLock { $0.count } }

  /// Keeps the readings that were asked for, and no others; returns why that could not be done, if so.
  public func save() -> String? {
    let found = found.withLock { $0 }
    guard let old else { return new.finish() }
    // Nothing new, nothing gone.
    if new.count == 0, found.count == old.count {
      old.touch()
      return nil
    }
    for key in found { new.add(key, of: old) }
    return new.finish()
  }
}
