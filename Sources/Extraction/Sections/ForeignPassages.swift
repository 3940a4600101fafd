import DossierModel

/// Finds what is in another language: paragraphs and quotations.
struct ForeignPassages {
  private let text: TokenizedText
  private let language: Language
  private var words = 0
  private var foreignWords = 0
  private var longest = LanguageProfiles.Judgement()
  /// The paragraphs found.
  private(set) var found: [Sections.Aside] = []

  /// A reader of `text`, which should be in `language`.
  init(_ text: TokenizedText, language: Language) { (self.text, self.language) = (text, language) }

  /// Judges `paragraphs`.
  mutating func judge(paragraphs: [TextSpan]) {
    for paragraph in paragraphs {
      let judgement = judge(paragraph)
      words += judgement.words
      guard judgement.isForeign else { continue }
      foreignWords += judgement.words
      if judgement.words > longest.words { longest = judgement }
      found.append(Sections.Aside(span: paragraph, kind: .foreign))
    }
  }

  /// What the whole text is, if at most one word in five is the language's own.
  var whole: LanguageProfiles.Judgement? {
    foreignWords > 0 && foreignWords * 5 >= words * 4 ? longest : nil
  }

  /// The quotations among `pairs` whose words are foreign.
  func judge(quotations pairs: [QuotationMarks.Pair]) -> [Sections.Aside] {
    var asides: [Sections.Aside] = []
    for pair in pairs where pair.parent == nil && pair.inner.count >= Self.shortest {
      if judge(pair.inner).isForeign {
        asides.append(Sections.Aside(span: pair.inner, kind: .foreign, isInline: true))
      }
    }
    return asides
  }

  /// The bytes that five words have at least.
  private static let shortest = 12

  private func judge(_ span: TextSpan) -> LanguageProfiles.Judgement {
    language.profiles.judge(text, text.range(in: span)) { language.verbs.contains($0) }
  }
}
