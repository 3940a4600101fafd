/// One article: its text, where it comes from, and what is known about it.
public struct Article: Sendable, Hashable {
  /// The identity of an article.
  public typealias ID = Identifier<Article>

  /// How a fact about an article is known.
  public enum Basis: String, Sendable { case stated, editor, unknown }
  /// Whether the text is a translation, and whose.
  public enum Translation: String, Sendable { case human, machine, unknown }
  /// How the text is written in its file.
  public enum Format: String, Sendable { case plainText, markdown }

  /// The slug of its path.
  public var id: ID
  /// The path inside the articles folder, with `/`.
  public var file: String
  /// How the file is written.
  public var format: Format
  /// The text, as published.
  public var text: ArticleText
  /// The SHA-256 of the source file.
  public var sha256: ContentHash
  /// The title, if the text, front matter or editor gives one.
  public var title: String?
  /// Who published it.
  public var publisher: String?
  /// Who wrote it.
  public var author: String?
  /// Where it was published.
  public var url: String?
  /// When it was taken from there.
  public var retrieved: EDTF?
  /// Where an archive keeps it; `http` or `https`.
  public var archiveURL: String?
  /// The day, month or year of publication.
  public var published: EDTF?
  /// How the publication date is known.
  public var publishedBasis: Basis
  /// The language, BCP 47.
  public var language: String
  /// Whether it is a translation; `nil` if it is none.
  public var translated: Translation?
  /// The editor's remark for readers.
  public var note: String?
  /// What the editor's file decides of it, if anything.
  public var editorial: EditorialDecision?
  /// The spans of the text that are metadata (dateline, `date 2023-10`, agency mark), not prose.
  public var metadata: [TextSpan]
  /// The place that a dateline names ("KIEV, 20 SET -"), if any.
  public var dateline: TextSpan?

  /// An article of which only what its file gives is known.
  public init(
    id: ID, file: String, format: Format = .plainText, text: ArticleText, sha256: ContentHash,
    language: String = "it"
  ) {
    self.id = id
    self.file = file
    self.format = format
    self.text = text
    self.sha256 = sha256
    self.publishedBasis = .unknown
    self.language = language
    self.metadata = []
  }
}
