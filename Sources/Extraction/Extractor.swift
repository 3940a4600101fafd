import DossierModel
import Knowledge
import Synchronization

/// Reads articles, one at a time: the outcome depends on the article and the tables alone.
public struct Extractor: Sendable {
  private let language: Language?
  /// What readers that are not at work have met: one is taken for each article and given back.
  private let idle = IdleForms()

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
    let forms = idle.take()
    defer { idle.give(forms) }
    return read(article, forms: forms, ended: ended)
  }

  /// What `article` says, as a reader finds it who has met the words `forms`.
  func read(
    _ article: Article, forms: WordForms, ended: (String) -> Void = { _ in }
  ) -> ArticleReading {
    var reading = ArticleReading(article: article.id)
    guard let language, article.language.hasPrefix(language.code) else {
      reading.paragraphs = Paragraphs.split(article.text)
      reading.isAnalyzed = false
      return reading
    }
    let document = Document(article: article, language: language, forms: forms)
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

/// The words that readers have met who are not at work.
private final class IdleForms: Sendable {
  private let all = Mutex<[WordForms]>([])

  /// Those of one reader, or none yet.
  func take() -> WordForms {
    let forms = all.withLock { $0.popLast() } ?? WordForms()
    forms.beginText()
    return forms
  }

  /// Keeps what a reader has met for the next.
  func give(_ forms: WordForms) { all.withLock { $0.append(forms) } }
}
