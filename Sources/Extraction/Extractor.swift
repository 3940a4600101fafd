import DossierModel
import Knowledge

/// Reads articles, one at a time: the outcome depends on the article and the tables alone.
public struct Extractor: Sendable {
  private let language: Language?

  /// A reader of articles in the language `code` (BCP 47); of one without tables it reads nothing.
  public init(language code: String = "it") {
    language = code == "it" ? Language.italian : Language(code: code)
  }

  /// What `article` says.
  public func read(_ article: Article) -> ArticleReading {
    read(article) { _ in }
  }

  /// What `article` says; `ended` is told the name of each stage when it ends.
  package func read(_ article: Article, ended: (String) -> Void) -> ArticleReading {
    var reading = ArticleReading(article: article.id)
    guard let language, article.language.hasPrefix(language.code) else {
      reading.paragraphs = Paragraphs.split(article.text)
      reading.isAnalyzed = false
      return reading
    }
    let document = Document(article: article, language: language)
    ended("tokens, marks, sentences, verbs")
    reading.paragraphs = document.layout
    if let foreign = document.foreign {
      reading.isAnalyzed = false
      reading.language = foreign.code ?? "und"
      return reading
    }
    reading.sentences = document.sentences.map { document.tokens.span($0) }
    reading.dates = TemporalReader(language: language).read(document)
    ended("dates")
    MentionReader(language: language, knowledge: .shared).read(document, into: &reading)
    ended("names")
    SpeechReader(language: language).read(document, into: &reading)
    ended("speech")
    EventReader(language: language).read(document, into: &reading)
    ended("events")
    return reading
  }
}
