import DossierModel
import Knowledge
import Testing

@testable import Extraction

/// What is read in `text`: each quotation with its speakers, `mixed «words» Name + Name`.
struct SpokenWords {
  let article: Article
  let reading: ArticleReading

  init(_ text: String) {
    article = Article(
      id: .init("a"), file: "a.txt", text: ArticleText(text), sha256: ContentHash(of: text))
    reading = Extractor().read(article)
  }

  func words(_ quotation: ArticleReading.Quotation) -> String { article.text[quotation.span] }

  func speakers(_ quotation: ArticleReading.Quotation) -> [String] {
    quotation.speakers.map { reading.actors[$0].name }
  }

  func chain(_ quotation: ArticleReading.Quotation) -> [String] {
    quotation.chain.map { reading.actors[$0].name }
  }

  /// The quotations in marks, `words ← speakers`.
  var marked: [String] {
    reading.quotations.filter { $0.kind != .indirect }.map { line($0) }
  }

  /// The reported clauses, `words ← speakers`.
  var indirect: [String] {
    reading.quotations.filter { $0.kind == .indirect }.map { line($0) }
  }

  func line(_ quotation: ArticleReading.Quotation) -> String {
    (quotation.integrity == .damaged ? "!" : "") + words(quotation) + " ← "
      + speakers(quotation).joined(separator: " + ")
  }
}

/// A sentence with marks: {names}, {*a speaker}, {^a teller}, [the reported clause].
struct MarkedExample {
  var text = ""
  var names: [TextSpan] = []
  var speakers: [Int] = []
  var tellers: [Int] = []
  var clause: TextSpan?

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var start = 0
    for byte in Array(marked.utf8) {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): start = bytes.count
      case UInt8(ascii: "*") where bytes.count == start: speakers.append(names.count)
      case UInt8(ascii: "^") where bytes.count == start: tellers.append(names.count)
      case UInt8(ascii: "}"): names.append(TextSpan(start, bytes.count))
      case UInt8(ascii: "]"): clause = TextSpan(start, bytes.count)
      default: bytes.append(byte)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// What is said in it, the names taken as known.
  func quotations() throws -> [ArticleReading.Quotation] {
    let language = try #require(Language.italian)
    let article = Article(
      id: .init("a"), file: "a.txt", text: ArticleText(text), sha256: ContentHash(of: text))
    let document = Document(article: article, language: language)
    var reading = ArticleReading(article: article.id)
    for (index, span) in names.enumerated() {
      let isMedium = tellers.contains(index)
      reading.actors.append(.init(name: article.text[span], kind: isMedium ? .media : .person))
      reading.mentions.append(
        .init(span: span, label: .person, actor: index, resolution: .exact, sieve: "test"))
    }
    SpeechReader(language: language).read(document, into: &reading)
    return reading.quotations
  }
}

@Suite struct SpeechLexiconTests {
  static let rows = EmbeddedTable.rows(of: "it/speech.tsv").map { $0 }
  static func cells(_ column: Int) -> [String] {
    rows.flatMap { row in
      row[column].split(separator: "|").map { part in
        var text = Substring(part)
        while text.first == " " { text = text.dropFirst() }
        while text.last == " " { text = text.dropLast() }
        return String(text)
      }.filter { !$0.isEmpty }
    }
  }

  @Test(arguments: cells(3)) func findsTheSpeech(_ example: String) throws {
    let example = MarkedExample(example)
    let found = try example.quotations()
    let quotation = try #require(found.first)
    #expect(quotation.speakers == example.speakers)
    if let clause = example.clause {
      #expect(quotation.kind == .indirect)
      #expect(ArticleText(example.text)[quotation.span] == ArticleText(example.text)[clause])
    } else if example.text.contains("«") {
      #expect(found.contains { $0.kind != .indirect })
    }
  }

  @Test(arguments: cells(4)) func leavesTheRestAlone(_ example: String) throws {
    #expect(try MarkedExample(example).quotations().isEmpty)
  }

  @Test func knowsEveryVerb() throws {
    let language = try #require(Language.italian)
    for row in Self.rows { #expect(language.verbs.id(row[0]) != nil, "\(row[0])") }
  }
}
