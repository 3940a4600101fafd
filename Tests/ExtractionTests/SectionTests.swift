import DossierModel
import Foundation
import Knowledge
import Testing

@testable import Extraction

/// The document of `text`.
private func document(_ text: String, metadata: [TextSpan] = []) throws -> Document {
  let language = try #require(Language.italian)
  var article = Article(
    id: .init("a"), file: "a.txt", text: ArticleText(text), sha256: ContentHash(of: text))
  article.metadata = metadata
  return Document(article: article, language: language)
}

/// `marked` without the signs `open` and `close`, and what stood between them.
private func unmarked(_ marked: String, _ open: Character, _ close: Character) -> (String, [String])
{
  var (text, parts, part) = ("", [String](), String?.none)
  for character in marked {
    if character == open {
      part = ""
    } else if character == close {
      parts.append(part ?? "")
      part = nil
    } else {
      text.append(character)
      part?.append(character)
    }
  }
  return (text, parts)
}

@Suite struct SectionLexiconTests {
  static let rows = EmbeddedTable.rows(of: "it/sections.tsv").map { $0 }

  @Test(arguments: rows.flatMap { $0.list(2) }) func takesNoProse(_ example: String) throws {
    let (text, expected) = unmarked(example, "[", "]")
    let document = try document(text)
    #expect(document.sections.asides.map { ArticleText(text)[$0.span] } == expected)
  }

  @Test(arguments: rows.flatMap { $0.list(3) }) func leavesProse(_ example: String) throws {
    let document = try document(example)
    #expect(document.sections.asides.map { ArticleText(example)[$0.span] } == [])
    #expect(document.sections.all.count == 1)
  }

  @Test func everyFormHasAnExample() {
    #expect(Self.rows.filter { $0.list(2).isEmpty }.map { $0[0] } == [])
  }

  @Test func aThirdAreCounterExamples() {
    let counters = Self.rows.flatMap { $0.list(3) }.count
    #expect(counters * 2 >= Self.rows.flatMap { $0.list(2) }.count)
  }
}

@Suite struct SectionTests {
  /// Lines with the stamp between braces.
  @Test(arguments: [
    "{14:35 –} Due razzi sono caduti sul porto.",
    "{14.35 -} Due razzi sono caduti sul porto.",
    "{ore 9.10 -} Due razzi sono caduti sul porto.",
    "{Ore 18 –} Due razzi sono caduti sul porto.",
    "{[10:20]} Due razzi sono caduti sul porto.",
    "{(10.20) –} Due razzi sono caduti sul porto.",
    "{09:12 |} Due razzi sul porto",
    "{09:12} Due razzi sul porto",
    "{09:12} «Non ci arrenderemo»: parla il sindaco",
    "{14:35:} Due razzi sul porto",
    "{• 14:35 –} Due razzi sul porto",
    "{14:35 (ora italiana) –} Due razzi sul porto",
    "{14:35 GMT –} Due razzi sul porto",
    "{13 settembre, ore 14:35 –} Due razzi sul porto",
    "{13/09/2031 14:35 –} Due razzi sul porto",
    "{14:35 – 13 settembre 2031 –} Due razzi sul porto",
    "{Ore 14:35}",
    "{Lunedì 4 marzo}",
    "{Lunedì 4 marzo 2031:}",
    "{4 marzo 2031}",
    "{04.03.2031}",
    "{10 minuti fa}",
    "{2 ore fa –} Due razzi sul porto",
    "{(ANSA) – ROMA, 13 SET –} Due razzi sono caduti.",
    "{(ANSA) - ROMA -} Due razzi sono caduti.",
    "{(ANSA-AFP) - KIEV, 24 FEB -} Due razzi sono caduti.",
    "{ROMA (ITALPRESS) –} Due razzi sono caduti.",
    "{Roma, 19 set. (askanews) –} Due razzi sono caduti.",
    "{KIEV, 24 FEB –} Due razzi sono caduti.",
    "{TEL AVIV, 3 GIU -} Due razzi sono caduti.",
    "{++} Kiev, esplosioni nel porto {++}",
  ]) func findsTheStamp(_ marked: String) throws {
    let (text, expected) = unmarked(marked, "{", "}")
    let document = try document(text)
    #expect(document.sections.asides.map { ArticleText(text)[$0.span] } == expected)
    #expect(document.sections.all.first?.stamp != nil)
  }

  @Test(arguments: [
    "Alle 14:35 di ieri due razzi sono caduti.",
    "Ore dopo l'attacco la città brucia.",
    "Ore 14 e 35 minuti: tanto è durato il viaggio.",
    "14 soldati sono morti.",
    "3-2 il risultato della finale.",
    "1.15 Finanziamento della missione",
    "14.35 Due razzi sul porto",
    "12 giugno Beirut - Tripoli, la strada è chiusa.",
    "Il 4 marzo",
    "4 marzo, il giorno dell'assalto, è festa.",
    "Lunedì 4 marzo due razzi sono caduti.",
    "Lunedì nero per i mercati",
    "24 febbraio 2031 – Comincia l'invasione.",
    "Roma - Il governo cade.",
    "Vladimir Brenz (presidente) - ha firmato",
    "M. Brenz (punteggio ELO 2743) - ha vinto",
    "La Nato (Otan) - dicono a Bruxelles - è pronta.",
    "Armenia - Azerbaigian, nuovi scontri",
    "2 ore fa i soldati erano qui.",
    "10 minuti fa, dice un testimone, è caduto un razzo.",
    "(Non) è finita – dice il sindaco.",
  ]) func takesNoProseForAStamp(_ text: String) throws {
    let document = try document(text)
    #expect(document.sections.asides.map { ArticleText(text)[$0.span] } == [])
    #expect(document.sections.all.count == 1)
  }

  @Test func takesTimesWithFullStopsForStampsIfThereAreSeveral() throws {
    let text = "09.10 Razzi sul porto\n9.45 Sirene in città\n14.35 Cessato allarme"
    #expect(try document(text).sections.all.count == 3)
    let headings = "1.10 Premessa\n1.15 Finanziamento\n2.20 Conclusioni"
    #expect(try document(headings).sections.all.count == 1)
  }

  @Test func sectionsBeginAtTheirStamps() throws {
    let text = """
      La diretta della giornata.
      14:35 – Il premier ha parlato.
      Poi è partito.
      15:10 – Il ministro tace.
      """
    let document = try document(text)
    let parts = document.sections.all.map { ArticleText(text)[$0.span].prefix(8) }
    #expect(parts == ["La diret", "14:35 – ", "15:10 – "])
    #expect(
      document.paragraphs.map { ArticleText(text)[$0] }.map { $0.prefix(10) } == [
        "La diretta", "Il premier", "Poi è part", "Il ministr",
      ])
    let sections = document.sentences.map { document.section(ofToken: $0.lowerBound) }
    #expect(sections == [0, 1, 1, 2])
    #expect(document.sections.areTogether(30, 70))
    #expect(!document.sections.areTogether(0, 40))
  }

  @Test func lineBreaksOfNarrowTextsCutNoEntry() throws {
    let text = """
      14:35 – Razzi sul porto di Odessa, sirene in tutta la regione del sud
      14:50 – Sirene anche a Mykolaiv, la gente scende nella metropolitana
      15:10 – Cessato allarme in tutto il sud del Paese, riaprono le scuole
      15:30 – Il sindaco parla alla città dalla piazza del municipio di Odessa
      """
    #expect(try document(text).paragraphs.count == 4)
  }

  @Test func titlesBelowATeaserBelongToIt() throws {
    let text = "Due razzi sono caduti.\nLeggi anche:\nIl premier lascia Kiev\nIl porto è chiuso."
    let found = try document(text)
    #expect(
      found.paragraphs.map { ArticleText(text)[$0] } == [
        "Due razzi sono caduti.", "Il porto è chiuso.",
      ])
  }

  @Test(arguments: [
    (
      "Due razzi sul porto.\nFoto: Marco Rossi / Reuters\nLa città brucia.",
      ["Marco Rossi", "Reuters"]
    ),
    (
      "Due razzi.\nLEGGI ANCHE Il piano di Lavrov per Kherson\nLa città brucia.",
      ["Lavrov", "Kherson"]
    ),
    (
      "Due razzi.\nNella foto, Vladimir Putin a Mosca nel 2019\nLa città brucia.",
      ["Putin", "2019"]
    ),
    (
      "(ANSA) - ROMA, 13 SET - Due razzi.\n(ANSA) - BERLINO, 14 SET - La città brucia.", ["BERLINO"]
    ),
  ]) func readsNothingFromWhatIsNoProse(_ text: String, _ words: [String]) throws {
    let article = Article(
      id: .init("a"), file: "a.txt", text: ArticleText(text), sha256: ContentHash(of: text))
    let reading = Extractor().read(article)
    let found =
      reading.mentions.map { article.text[$0.span] } + reading.dates.map { article.text[$0.span] }
    for word in words { #expect(!found.contains { $0.contains(word) }) }
    #expect(reading.quotations.isEmpty)
  }

  @Test func keepsProseInTheMidstOfBrackets() throws {
    let text = "Il porto (nella foto, dopo il raid) è stato colpito ieri."
    let document = try document(text)
    #expect(document.paragraphs.count == 1)
    #expect(
      document.sections.asides.map { ArticleText(text)[$0.span] } == ["(nella foto, dopo il raid)"])
  }

  @Test(arguments: [
    (
      "Due razzi sul porto.\nAggiornato alle 18:45 - 12 marzo 2029\nLa città brucia.",
      "Aggiornato alle 18:45 - 12 marzo 2029"
    ),
    ("Due razzi sul porto. (ANSA). KL-XX\nLa città brucia.", "(ANSA). KL-XX"),
    ("Due razzi sul porto. (AGI)\nLa città brucia.", "(AGI)"),
  ]) func tellsWhatSignsALine(_ text: String, _ expected: String) throws {
    let document = try document(text)
    #expect(document.sections.asides.map { ArticleText(text)[$0.span] } == [expected])
    #expect(document.sections.all.count == 1)
  }

  @Test(arguments: [
    "È entrata nella Nato. (NATO) La sigla è nota a tutti.",
    "Lo dice l'Organizzazione mondiale della sanità (OMS).",
    "È la sigla dell'Alleanza (NATO). USA e UE tacciono.",
  ]) func takesNoAcronymForASignature(_ text: String) throws {
    #expect(try document(text).sections.asides.isEmpty)
  }

  @Test func oddLinesAreHarmless() throws {
    for text in [
      "", "(", "14:35", "++", "++++", "–", "(((", "[", "• ", "Foto", "©", "Foto:\n", "(ANSA) -",
    ] {
      _ = try document(text)
      _ = try document(text + "\n" + text)
    }
  }
}
