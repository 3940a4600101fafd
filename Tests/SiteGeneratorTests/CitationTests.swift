import DossierModel
import Testing

@testable import SiteGenerator

@Suite struct CitationTests {
  private func edition(
    _ language: String = "it", changing change: (inout Dossier) -> Void = { _ in }
  ) throws -> Edition {
    var dossier = PageSamples.valdoria
    dossier.language = language
    change(&dossier)
    return Edition(dossier, templates: try Templates(language: language))
  }

  /// The first quotation of `kind` with a speaker.
  private func number(_ kind: QuotationKind, _ edition: Edition) throws -> Int {
    try #require(
      edition.dossier.quotations.firstIndex { $0.kind == kind && !$0.speakers.isEmpty })
  }

  private func press(_ number: Int, _ edition: Edition) -> String {
    Citations(edition).press(edition.dossier.quotations[number])
  }

  @Test func wordsThatWereSaidStandInMarksWithWhoSaidThem() throws {
    let edition = try edition()
    let quotation = edition.dossier.quotations[try number(.direct, edition)]
    let text = Citations(edition).press(quotation)
    #expect(text.hasPrefix("«\(edition.words(at: quotation.passage))», ha detto "))
    #expect(text.contains(edition.speakerNames(of: quotation)))
    #expect(try self.edition("en").dossier.quotations.count > 0)
  }

  @Test func indirectSpeechNeverStandsInMarks() throws {
    let edition = try edition { dossier in
      for i in dossier.quotations.indices { dossier.quotations[i].kind = .indirect }
    }
    for quotation in edition.dossier.quotations {
      let (text, said) = (Citations(edition).press(quotation), edition.words(at: quotation.passage))
      #expect(text.contains(said) || text.hasPrefix(said.uppercasedFirst))
      #expect(!text.contains("«\(said)") && !text.contains("“\(said)"))
    }
  }

  @Test func nobodyIsGivenWordsOfAnUnknownSpeaker() throws {
    let edition = try edition { dossier in
      for i in dossier.quotations.indices { dossier.quotations[i].speakers = [] }
    }
    for number in edition.dossier.quotations.indices {
      let text = press(number, edition)
      #expect(text.contains("parole di cui non è noto l’autore"))
      #expect(!text.contains("ha detto") && !text.contains("attribuzione"))
    }
  }

  @Test func whatIsUnknownIsWrittenAsUnknown() throws {
    let edition = try edition { dossier in
      for i in dossier.articles.indices {
        dossier.articles[i].article.publisher = nil
        dossier.articles[i].article.published = nil
        dossier.articles[i].article.author = nil
      }
    }
    let reference = Citations(edition).reference(edition.dossier.quotations[0])
    for words in ["testata ignota", "data ignota", "autore ignoto"] {
      #expect(reference.contains(words), "\(reference)")
    }
  }

  @Test(arguments: [Review.none, .accepted]) func onlyTheEditorVouchesForASpeaker(
    _ review: Review
  ) throws {
    let edition = try edition { dossier in
      for i in dossier.quotations.indices {
        dossier.quotations[i].review = review
        if dossier.quotations[i].basis == .editor { dossier.quotations[i].basis = .name }
      }
    }
    let reference = Citations(edition).reference(
      edition.dossier.quotations[try number(.direct, edition)])
    #expect(reference.contains("attribuzione automatica") == (review == .none))
    #expect(reference.contains("attribuzione verificata dalla redazione") == (review == .accepted))
  }

  @Test func damageAndMachineTranslationAreSaid() throws {
    let plain = try edition { dossier in
      for i in dossier.articles.indices { dossier.articles[i].article.translated = nil }
      for i in dossier.quotations.indices { dossier.quotations[i].integrity = .intact }
    }
    let damaged = try edition { dossier in
      for i in dossier.articles.indices { dossier.articles[i].article.translated = .machine }
      for i in dossier.quotations.indices { dossier.quotations[i].integrity = .damaged }
    }
    for words in ["traduzione automatica", "segni di citazione perduti"] {
      #expect(!press(0, plain).contains(words))
      #expect(press(0, damaged).contains(words))
    }
  }

  @Test func theReferenceNamesPlaceHashAndAllTellers() throws {
    let edition = try edition { dossier in
      dossier.quotations[0].chain = dossier.actors.prefix(2).map(\.id)
    }
    let quotation = edition.dossier.quotations[0]
    let reference = Citations(edition).reference(quotation)
    let article = try #require(edition.article(quotation.passage.article)).article
    #expect(reference.contains(article.sha256.description))
    #expect(
      reference.contains(
        "\(quotation.codePoints.lowerBound)–\(quotation.codePoints.upperBound)"))
    for teller in edition.dossier.actors.prefix(2) { #expect(reference.contains(teller.name)) }
  }

  @Test(arguments: [
    ("2022-09-13", #""issued":{"date-parts":[[2022,9,13]]}"#),
    ("2022-09", #""issued":{"date-parts":[[2022,9]]}"#),
    ("2022~", #""issued":{"date-parts":[[2022]],"circa":1}"#),
    ("2022-01-05/2022-01-07", #""issued":{"date-parts":[[2022,1,5],[2022,1,7]]}"#),
    ("202X", #""issued":{"literal":"#),
  ]) func datesAreThoseOfCSL(_ date: String, _ issued: String) throws {
    let edition = try edition { dossier in
      for i in dossier.articles.indices { dossier.articles[i].article.published = EDTF(date) }
    }
    let quotation = edition.dossier.quotations[0]
    let article = try #require(edition.article(quotation.passage.article)).article
    let item = ScriptFile.json(Citations(edition).item(quotation, of: article))
    #expect(String(decoding: item, as: UTF8.self).contains(issued))
  }

  @Test func quotationsStandInThreeOrdersAndInEachAll() throws {
    let edition = try edition()
    let paths = QuotationLists(edition).pages.map(\.path.path)
    #expect(
      paths == ["quotations.md", "quotations-by-event.md", "quotations-by-date.md"])
    for page in QuotationLists(edition).pages {
      let text = page.compose().markdown.string
      for quotation in edition.dossier.quotations {
        #expect(text.contains("#\(quotation.anchor)"), "\(page.path)")
      }
    }
  }
}
