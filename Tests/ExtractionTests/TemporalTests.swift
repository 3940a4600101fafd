import DossierModel
import Foundation
import Testing

@testable import Extraction

/// The temporal expressions of `text`, published on `published` (EDTF).
func temporalExpressions(
  in text: String, published: String = "", metadata: [TextSpan] = []
) throws -> [TemporalExpression] {
  let language = try #require(Language.italian)
  var article = Article(
    id: .init("a"), file: "a.txt", text: ArticleText(text), sha256: ContentHash(of: text))
  article.published = EDTF(published)
  article.metadata = metadata
  return TemporalReader(language: language).read(Document(article: article, language: language))
}

/// The expressions as "words: date" with what else they say.
func temporalSummary(_ text: String, published: String = "") throws -> [String] {
  try temporalExpressions(in: text, published: published).map { expression in
    let words = ArticleText(text)[expression.span]
    let date = expression.edtf?.text ?? "null"
    let duration = expression.duration.map { " " + $0 } ?? ""
    let relation = expression.relation == .at ? "" : " " + expression.relation.rawValue
    return "\(words): \(date)\(duration)\(relation)"
  }
}

/// A row of the table of examples.
struct TemporalExample: Sendable, CustomTestStringConvertible {
  let line: Int
  let rule: String
  let published: String
  /// The sentence, without the brackets.
  let text: String
  /// The words in brackets; `nil` if there are none.
  let span: TextSpan?
  let expected: [String]

  var testDescription: String { "line \(line): \(text)" }
  var isCounterExample: Bool { rule == "-" }

  /// The examples that stand beside the tables of the language.
  static let all: [TemporalExample] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/CTables/it/temporal-examples.tsv")
    guard let data = try? Data(contentsOf: path) else { return [] }
    var examples: [TemporalExample] = []
    for (index, row) in String(decoding: data, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !row.isEmpty && !row.hasPrefix("#") {
      var fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      while fields.count < 7 { fields.append("") }
      let marked = Array(fields[2].utf8)
      let open = marked.firstIndex(of: UInt8(ascii: "["))
      let close = marked.firstIndex(of: UInt8(ascii: "]"))
      var span: TextSpan?
      if let open, let close { span = TextSpan(open, close - 1) }
      let text = String(
        decoding: marked.filter { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") },
        as: UTF8.self)
      examples.append(
        TemporalExample(
          line: index + 1, rule: fields[0], published: fields[1], text: text, span: span,
          expected: Array(fields[3...6])))
    }
    return examples
  }()
}

@Suite struct TemporalExampleTests {
  @Test(arguments: TemporalExample.all) func holds(_ example: TemporalExample) throws {
    let found = try temporalExpressions(in: example.text, published: example.published)
    let text = ArticleText(example.text)
    if example.isCounterExample {
      let near = found.filter { example.span?.overlaps($0.span) ?? true }
      #expect(near.map { text[$0.span] } == [])
      return
    }
    let span = try #require(example.span)
    let near = found.filter { $0.span.overlaps(span) }
    let expression = try #require(near.first, "nothing found")
    #expect(near.map { text[$0.span] } == [text[span]])
    #expect(
      [
        expression.edtf?.text ?? "null", expression.duration ?? "",
        expression.relation.rawValue, expression.anchor.rawValue,
      ] == example.expected)
    #expect(expression.rule == example.rule)
  }

  @Test func everyRuleHasAnExample() {
    let shown = Set(TemporalExample.all.map(\.rule))
    let rules = Set(TemporalRule.all.map(\.name))
    #expect(rules.subtracting(shown).sorted() == [])
    #expect(shown.subtracting(rules).sorted() == ["-"])
  }

  @Test func manyExamplesAreCounterExamples() {
    let all = TemporalExample.all
    #expect(all.count >= 450)
    #expect(all.count(where: \.isCounterExample) * 3 >= all.count)
  }
}

@Suite struct TemporalIndexTests {
  /// The words of the expression that governs the word `trigger` of `text` within the whole sentence.
  private func governing(_ text: String, _ trigger: String, published: String) throws -> String? {
    let language = try #require(Language.italian)
    var article = Article(
      id: .init("a"), file: "a.txt", text: ArticleText(text), sha256: ContentHash(of: text))
    article.published = EDTF(published)
    let document = Document(article: article, language: language)
    let dates = TemporalReader(language: language).read(document)
    let index = TemporalIndex(dates, in: document, language: language)
    let tokens = document.tokens
    let token = try #require((0..<tokens.count).first { tokens.string($0) == trigger })
    let sentence = try #require(document.sentence(ofToken: token))
    return index.governing(token, in: document.sentences[sentence]).map {
      tokens.string($0.tokens)
    }
  }

  @Test(arguments: [
    ("Lunedì i droni hanno colpito il porto.", "colpito", "Lunedì"),
    ("I droni hanno colpito il porto nel 2020 e lo hanno distrutto ieri.", "distrutto", "ieri"),
    ("Gli attacchi di lunedì hanno ucciso due civili.", "attacchi", "lunedì"),
    ("Ieri, dopo gli scontri del 2020, il premier ha firmato.", "firmato", "Ieri"),
  ]) func findsTheTime(_ text: String, _ trigger: String, _ expected: String) throws {
    #expect(try governing(text, trigger, published: "2022-09-13") == expected)
  }

  @Test(arguments: [
    ("L’esercito ha riconquistato i territori del 2020.", "riconquistato"),
    ("La guerra di sei settimane ha ucciso migliaia di soldati.", "ucciso"),
    ("L’esercito ha colpito il porto.", "colpito"),
  ]) func findsNone(_ text: String, _ trigger: String) throws {
    #expect(try governing(text, trigger, published: "2022-09-13") == nil)
  }

  @Test func opensTheDatesOfWhatGoesOn() throws {
    let dates = try temporalExpressions(
      in: "È chiuso dal 7 ottobre 2023 e resterà chiuso fino al 2 maggio 2024.")
    #expect(dates.map { $0.eventDate?.text } == ["2023-10-07/..", "../2024-05-02"])
  }
}

@Suite struct TemporalSectionTests {
  @Test func reckonsEntriesFromTheDateAbove() throws {
    let text = """
      Martedì 13 settembre 2022
      14:35 – Ieri due razzi sono caduti sul porto.
      ore 9.10 - Oggi le scuole sono chiuse.
      Lunedì 12 settembre 2022
      22:10 – L’esercito: rientro domani.
      """
    #expect(
      try temporalSummary(text, published: "2022-09-20")
        == ["Ieri: 2022-09-12", "Oggi: 2022-09-13", "domani: 2022-09-13"])
  }

  @Test func reckonsAnEntryFromItsOwnDate() throws {
    let text = """
      La diretta
      13 settembre, ore 14:35 – Ieri due razzi sono caduti.
      09:10 – Ieri tre razzi sono caduti.
      """
    #expect(
      try temporalSummary(text, published: "2022-09-20")
        == ["Ieri: 2022-09-12", "Ieri: null"])
  }

  @Test func reckonsEntriesOfOneDayFromTheArticle() throws {
    let text = "14:35 – Ieri due razzi sono caduti.\n15:10 – Lunedì erano tre."
    #expect(
      try temporalSummary(text, published: "2022-09-13") == [
        "Ieri: 2022-09-12", "Lunedì: 2022-09-12",
      ])
    #expect(try temporalSummary(text) == ["Ieri: null", "Lunedì: null"])
  }

  @Test func leavesEntriesOfSeveralDaysOpen() throws {
    let text = """
      14:35 – Ieri due razzi sono caduti.
      23:50 – Ieri erano tre.
      07:10 – Ieri erano quattro.
      """
    #expect(
      try temporalSummary(text, published: "2022-09-13")
        == ["Ieri: null", "Ieri: null", "Ieri: null"])
  }

  @Test func reckonsTheLatestEntriesAboveTheFirstHeading() throws {
    let newestFirst = """
      15:10 – Ieri due razzi sono caduti.
      14:35 – Ieri erano tre.
      Lunedì 12 settembre 2022
      22:10 – Ieri erano quattro.
      """
    #expect(
      try temporalSummary(newestFirst, published: "2022-09-13")
        == ["Ieri: 2022-09-12", "Ieri: 2022-09-12", "Ieri: 2022-09-11"])
    let oldestFirst = """
      14:35 – Ieri due razzi sono caduti.
      15:10 – Ieri erano tre.
      Lunedì 12 settembre 2022
      22:10 – Ieri erano quattro.
      """
    #expect(
      try temporalSummary(oldestFirst, published: "2022-09-13")
        == ["Ieri: null", "Ieri: null", "Ieri: 2022-09-11"])
  }

  @Test func reckonsNothingAcrossEntries() throws {
    let text = """
      La tregua è del 3 marzo 2022.
      14:35 – Il giorno dopo due razzi sono caduti.
      15:10 – Da allora si tratta.
      """
    #expect(
      try temporalSummary(text) == [
        "3 marzo 2022: 2022-03-03", "Il giorno dopo: null", "Da allora: null since",
      ])
  }

  @Test func reckonsAgencyTakesFromTheirDatelines() throws {
    let text = """
      (ANSA) - ROMA, 13 SET - Ieri due razzi sono caduti.
      (ANSA) - KIEV, 14 SET - Ieri tre razzi sono caduti.
      """
    #expect(
      try temporalSummary(text, published: "2022-09-20")
        == ["Ieri: 2022-09-12", "Ieri: 2022-09-13"])
  }

  @Test func takesNoOrdinaryParagraphForAnEntry() throws {
    #expect(
      try temporalSummary("Alle 14:35 di ieri due razzi sono caduti.", published: "2022-09-13")
        == ["Alle 14:35 di ieri: 2022-09-12"])
  }

  @Test func findsNothingInMetadata() throws {
    let text = "Roma, 13 settembre 2022. Ieri due razzi sono caduti."
    let found = try temporalExpressions(
      in: text, published: "2022-09-13", metadata: [TextSpan(0, 24)])
    #expect(found.map { $0.edtf?.text } == ["2022-09-12"])
  }

  @Test func survivesOddTexts() throws {
    for text in [
      "", "alle", "dal", "tra il", "il 31 febbraio 2022", "9999-99-99", "0/0/0", "alle 99:99",
      "(((((((((((((((((((((((((", "anni anni anni anni", "lunedì martedì mercoledì giovedì",
      "fine fine fine della fine", "un milione e un milione e un milione di anni fa",
      "99999999999999999999 anni fa", "tra 999999999 anni", "da 999999999 mesi", "’’’’92",
      "ora locale ora locale ora locale", "’", "1 anno, 1 mese, 1 anno, 1 mese, 1 anno",
      "dal 31 aprile al 1 maggio", "29 febbraio", "Pasqua 3000", "secolo", "XXXXXXXXXX secolo",
    ] {
      _ = try temporalSummary(text, published: "2022-09-13")
      _ = try temporalSummary(text)
      _ = try temporalSummary(text, published: "2022")
    }
  }
}
