import DossierModel
import Testing

@testable import SiteGenerator

/// The Markdown of all pages of `dossier`, by path.
private func pages(of dossier: Dossier, review: ReviewList? = nil) throws -> [String: String] {
  let edition = Edition(dossier, templates: try Templates(language: "it"), review: review)
  var pages: [String: String] = [:]
  for plan in edition.pages { pages[plan.path.path] = plan.compose().markdown.string }
  return pages
}

/// The part of `page` under the heading `title`, up to the next of its level.
private func section(_ title: String, of page: String?) throws -> String {
  let parts = try #require(page).split(separator: "\n## ")
  return String(try #require(parts.first { $0.hasPrefix(title + "\n") }))
}

/// The contested events, gathered and side by side.
@Suite struct VersionsTests {
  @Test func gathersAllContestedEvents() throws {
    let page = try #require(pages(of: PageSamples.valdoria)["versions.md"])
    #expect(page.contains("2 eventi"))
    #expect(
      page.contains(
        "### [Scontri al confine tra Lutezia e Valdoria](events/armed-clash-confine-2031-05-13.md)"
      ))
    #expect(page.contains("#### Differiscono su: chi ha fatto che cosa"))
    #expect(page.contains("#### Differiscono su: se e come è avvenuto"))
    #expect(!page.contains("Guerra degli anni Ottanta"))
  }

  @Test func givesEveryVersionTheSameRows() throws {
    let page = try section(
      "Versioni a confronto",
      of: pages(of: PageSamples.valdoria)["events/armed-clash-confine-2031-05-13.md"])
    let headings = page.split(separator: "\n").filter { $0.hasPrefix("#### ") }
    #expect(headings.map { $0.contains("Ministero della Difesa") } == [true, true])
    #expect(page.contains("*Parte nel conflitto secondo la redazione: Repubblica di Lutezia*"))
    #expect(
      page.contains(
        "*Parte nel conflitto secondo i testi: [Valdoria](armed-clash-confine-2031-05-13.md)*"))
    #expect(page.contains("](../versions.md#v-armed-clash-confine-2031-05-13)"))
  }

  @Test func setsWhatTheArticlesTellBesideALoneDenial() throws {
    let page = try section(
      "Versioni a confronto", of: pages(of: PageSamples.valdoria)["events/operation-2031-05-19.md"])
    #expect(page.contains("#### [Valdoria](../actors/valdoria.md)"))
    #expect(page.contains("#### Il racconto degli articoli"))
  }

  @Test func saysWhereTheArticlesReportNoOtherVersion() throws {
    var b = PageSamples.Builder(title: "Smentita")
    b.article("a", "Ada nega di aver attaccato il ponte.")
    let ada = b.actor("Ada", .state)
    let denial = b.claim("a", "Ada nega di aver attaccato il ponte", .denial, by: [ada])
    let evidence = b.passage("a", "aver attaccato il ponte")
    b.event("e", "Attacco", .shelling) {
      ($0.claims, $0.evidence, $0.contested) = ([denial], [evidence], true)
      $0.contests = [Contest(matter: .whether, claims: [denial])]
    }
    let page = try section("Versioni a confronto", of: pages(of: b.finished)["events/e.md"])
    #expect(page.contains("#### [Ada](../actors/ada.md)"))
    #expect(page.contains("#### Altra versione\n\n*Gli articoli non ne riportano altre.*"))
  }

  @Test(
    arguments: [
      ("Forze di difesa", ActorKind.military, "le", "dalle Forze di difesa"),
      ("Hamas", .group, nil, "da Hamas"),
      ("portavoce", .anonymous, nil, "da una fonte senza nome"),
    ] as [(String, ActorKind, String?, String)])
  func saysWhoClaimsInGoodItalian(
    _ name: String, _ kind: ActorKind, _ article: String?, _ words: String
  ) throws {
    var b = PageSamples.Builder(title: "Voci")
    b.article("a", "Il ponte sarebbe stato colpito.")
    let actor = b.actor(name, kind) { $0.article = article }
    let claim = b.claim("a", "Il ponte sarebbe stato colpito", .fact, by: [actor])
    let evidence = b.passage("a", "Il ponte sarebbe stato colpito")
    b.event("e", "Attacco", .shelling) {
      ($0.claims, $0.evidence, $0.status) = ([claim], [evidence], .alleged)
    }
    let page = try #require(pages(of: b.finished)["events/e.md"])
    #expect(page.contains("**◐ Sostenuto \(words)**"))
  }

  @Test func isThereWithoutContestedEvents() throws {
    let page = try #require(pages(of: Dossier(title: "Niente", language: "it"))["versions.md"])
    #expect(page.contains("Nessun evento di questo dossier ha versioni contrastanti."))
  }

  @Test func isReachedFromTheFrontPage() throws {
    let page = try #require(pages(of: PageSamples.valdoria)["index.md"])
    #expect(page.contains("[Tutte le versioni a confronto →](versions.md)"))
  }

  @Test func cutsManyStatementsIntoAList() throws {
    var b = PageSamples.Builder(title: "Molto")
    let ada = b.actor("Ada", .person)
    let text = ["Parola", "Frase"].flatMap { word in
      (0..<130).map { "\(word) numero \($0)." }
    }.joined(separator: " ")
    b.article("a", text)
    var claims: [Claim.ID] = []
    for i in 0..<130 {
      claims.append(
        b.claim("a", "Parola numero \(i).", .fact, by: [ada]) { $0.about = [.init("e")] })
    }
    let evidence = (0..<130).map { b.passage("a", "Frase numero \($0).") }
    b.event("e", "Evento", .meeting) { ($0.claims, $0.evidence) = (claims, evidence) }
    let pages = try pages(of: b.finished)
    let page = try #require(pages["events/e.md"])
    #expect(page.contains("[Tutto ciò che se ne dice: 130 affermazioni →](e/statements.md)"))
    #expect(page.contains("](e/passages.md)"))
    let list = try #require(pages["events/e/statements.md"])
    #expect(list.split(separator: "\n").count { $0.hasPrefix("- [Parola numero ") } == 130)
  }

  @Test func saysNothingOnceWhoSaysNothing() throws {
    var b = PageSamples.Builder(title: "Silenzio")
    b.article(
      "a", "Ada ha rifiutato di commentare, dicendo che “non commentiamo”. Ada tace ancora.")
    let ada = b.actor("Ada", .person)
    let claims = [
      b.claim("a", "Ada ha rifiutato di commentare", .noComment, by: [ada]),
      b.claim("a", "dicendo che “non commentiamo", .fact, by: [ada]),
      b.claim("a", "non commentiamo", .noComment, by: [ada]),
      b.claim("a", "Ada tace ancora", .noComment, by: [ada]),
    ]
    b.event("e", "Evento", .meeting) { $0.claims = claims }
    let page = try section("Che cosa dice ciascuna parte", of: pages(of: b.finished)["events/e.md"])
    #expect(page.split(separator: "\n").count { $0.hasPrefix("  nessun commento") } == 1)
    #expect(page.contains("… [dicendo che “non commentiamo”](../articles/a.md#c"))
  }
}

/// Several articles that tell one event.
@Suite struct AccountsTests {
  /// How an article tells the event: its date of publication, the status, the dead and their day.
  struct Telling {
    var published: String
    var status = EventStatus.occurred
    var date = "2031-05-01"
    var dead: Int?
    var asOf: String?
    var by: String?
  }

  private func page(_ tellings: [Telling]) throws -> String {
    var b = PageSamples.Builder(title: "Racconti")
    var accounts: [Event.Account] = []
    var evidence: [Passage] = []
    var figures: [(Claim.ID, String)] = []
    for (i, telling) in tellings.enumerated() {
      b.article("a\(i)", "Gli scontri. I morti sono molti.") {
        $0.published = EDTF(telling.published)
        $0.publisher = "Testata \(i)"
      }
      let trigger = b.passage("a\(i)", "Gli scontri")
      evidence.append(trigger)
      accounts.append(
        .init(
          article: .init("a\(i)"), status: telling.status,
          when: .init(edtf: EDTF(telling.date), basis: .stated), trigger: trigger))
      if let dead = telling.dead {
        let actor = telling.by.map { name in
          b.dossier.actors.first { $0.name == name }?.id ?? b.actor(name, .state)
        }
        let claim = b.claim(
          "a\(i)", "I morti sono molti", .figure, by: [actor].compactMap { $0 }
        ) {
          $0.figure = Figure(
            metric: .killed, victims: nil, low: dead, high: dead, qualifier: .exact)
          $0.asOf = telling.asOf.flatMap { EDTF($0) }
        }
        figures.append((claim, telling.asOf ?? telling.published))
      }
    }
    b.event("e", "Scontri", .armedClash) {
      ($0.accounts, $0.evidence) = (accounts.reversed(), evidence)
      $0.status = .occurred
      $0.figures = figures.sorted { $0.1 < $1.1 }.map(\.0)
      $0.mergeReasons = ["same-type-day-place"]
    }
    return try #require(pages(of: b.finished)["events/e.md"])
  }

  @Test func standInTheOrderOfPublication() throws {
    let page = try page([
      Telling(published: "2031-05-04"), Telling(published: "2031-05-02"),
      Telling(published: "2031-05-03"),
    ])
    let table = try section("Come lo raccontano gli articoli", of: page)
    let rows = table.split(separator: "\n").filter { $0.hasPrefix("| [Testata") }
    #expect(rows.map { $0.dropFirst(11).first } == ["1", "2", "0"])
    #expect(table.contains("perché coincidono tipo, giorno e luogo."))
  }

  @Test func showAllStatusesWhereTheyDiffer() throws {
    let page = try page([
      Telling(published: "2031-05-02", status: .planned), Telling(published: "2031-05-04"),
    ])
    #expect(page.contains("**○ Previsto, secondo Testata 0**"))
    #expect(page.contains("**● Riferito come avvenuto da Testata 1**"))
    #expect(page.contains("**Differiscono su: a che titolo lo raccontano.**"))
  }

  @Test(
    arguments: [
      // A toll that rises is an update.
      (
        [Telling(published: "2031-05-02", dead: 12), Telling(published: "2031-05-03", dead: 30)],
        ["La cifra cambia da un giorno all’altro: morti.", "aggiornamento della cifra precedente"],
        ["Differiscono su"]
      ),
      (
        [
          Telling(published: "2031-05-03", dead: 12, asOf: "2031-05-01"),
          Telling(published: "2031-05-03", dead: 30, asOf: "2031-05-03"),
        ],
        ["aggiornamento della cifra precedente"], ["Differiscono su"]
      ),
      // On one day, or falling, it is a difference; of two tellers it is no update.
      (
        [Telling(published: "2031-05-02", dead: 12), Telling(published: "2031-05-02", dead: 30)],
        ["Differiscono su: morti."], ["aggiornamento"]
      ),
      (
        [Telling(published: "2031-05-02", dead: 30), Telling(published: "2031-05-03", dead: 12)],
        ["Differiscono su: morti."], ["aggiornamento"]
      ),
      (
        [
          Telling(published: "2031-05-02", dead: 12, by: "Valdoria"),
          Telling(published: "2031-05-03", dead: 30, by: "Lutezia"),
        ],
        ["Differiscono su: morti."], ["aggiornamento"]
      ),
      (
        [Telling(published: "2031-05-02", dead: 12), Telling(published: "2031-05-03", dead: 12)],
        ["Concordano su: a che titolo lo raccontano, la data e morti."], ["aggiornamento"]
      ),
      (
        [Telling(published: "2031-05-02"), Telling(published: "2031-05-03", date: "2031-05")],
        ["Concordano su: a che titolo lo raccontano e la data."], ["Differiscono"]
      ),
      (
        [Telling(published: "2031-05-02"), Telling(published: "2031-05-03", date: "2031-04-30")],
        ["Differiscono su: la data."], []
      ),
    ] as [([Telling], [String], [String])])
  func tellAgreementAndDifference(
    _ tellings: [Telling], _ present: [String], _ absent: [String]
  ) throws {
    let page = try page(tellings)
    for words in present { #expect(page.contains(words), "\(words)") }
    for words in absent { #expect(!page.contains(words), "\(words)") }
  }
}

/// Which sentences carry something.
@Suite struct CoverageTests {
  @Test func tellsWhichSentencesCarrySomething() throws {
    let page = try #require(pages(of: PageSamples.valdoria)["articles/nova-b02/coverage.md"])
    let marks = page.split(separator: "\n").filter { $0.hasPrefix("- ") }.map {
      $0.dropFirst(2).first
    }
    #expect(marks.count > 3)
    #expect(marks.contains("●"))
    #expect(page.contains("[Colloqui segreti a Sant’Ardo](../../events/"))
  }

  @Test func sumsUpAllArticles() throws {
    var b = PageSamples.Builder(title: "Copertura")
    b.article("a", "Ada ha detto “basta”. Piove. Nevica.")
    b.article("b", "Niente di nuovo.")
    let ada = b.actor("Ada", .person)
    _ = b.quotation("a", "basta", .direct, by: [ada])
    let pages = try pages(of: b.finished)
    let summary = try #require(pages["coverage.md"])
    #expect(summary.contains("In tutto: 1 su 4 frasi (25%)"))
    #expect(summary.contains("| 3 | 1 | 33% |"))
    #expect(summary.contains("| 1 | 0 | 0% |"))
    let own = try #require(pages["articles/a/coverage.md"])
    #expect(own.contains("- ● [Ada ha detto “basta”](../a.md#c14-19) *una citazione*"))
    #expect(own.contains("- ○ Piove\n- ○ Nevica"))
    #expect(try #require(pages["articles/a.md"]).contains("[1 su 3 frasi (33%) →](a/coverage.md)"))
    #expect(try #require(pages["index.md"]).contains("](coverage.md)"))
  }
}

/// The page of a draft.
@Suite struct ReviewPageTests {
  @Test func listsWhatIsToBeDecided() throws {
    var b = PageSamples.Builder(title: "Bozza")
    b.article("a", "Ha detto che piove.")
    let review = ReviewList([
      ReviewItem(
        .speaker, .words, title: "che piove", passages: [b.passage("a", "che piove")], weight: 1,
        proposals: [
          .init(
            .speaker, value: "Ada",
            lines: ["quotations:", "  - {article: a.txt, exact: \"che piove\", speakers: [Ada]}"])
        ])
    ])
    let pages = try pages(of: b.finished, review: review)
    let page = try #require(pages["review.md"])
    #expect(page.contains("# Da verificare"))
    #expect(page.contains("## Chi parla"))
    #expect(page.contains("[«che piove»](articles/a.md#c9-18)"))
    #expect(page.contains("*Parla: Ada*"))
    #expect(page.contains("`  - {article: a.txt, exact: \"che piove\", speakers: [Ada]}`"))
    #expect(try #require(pages["articles/a.md"]).contains("<a id=\"c9-18\"></a>"))
  }

  @Test func isNotPublished() throws {
    #expect(try pages(of: PageSamples.valdoria)["review.md"] == nil)
  }

  @Test func marksEveryPageOfADraft() throws {
    let dossier = PageSamples.valdoria
    for (review, isMarked) in [(ReviewList?.none, false), (ReviewList([]), true)] {
      let edition = Edition(dossier, templates: try Templates(language: "it"), review: review)
      let page = edition.pages[0].compose()
      let html = edition.templates.layout.filled(
        with: edition.surroundings(of: page), PageBody(main: [], aside: []))
      #expect(String(decoding: html, as: UTF8.self).contains("Copia di lavoro") == isMarked)
    }
  }
}

/// Marks around words that have marks.
@Suite struct QuotingTests {
  @Test(arguments: [
    ("Testo", "«Testo»"), ("«Testo»", "«Testo»"), ("“Testo”", "«Testo»"), ("\"Testo\"", "«Testo»"),
    ("“Uno” e “due”", "«“Uno” e “due”»"), ("«Uno», dice", "“«Uno», dice”"), ("«", "“«”"),
  ]) func quotesOnce(_ text: String, _ quoted: String) {

    #expect(ItalianPhrasing().quoted(text) == quoted)
  }

  @Test(arguments: [
    ("che “sono state prese", "Ha detto che “sono state prese” ieri.", "che “sono state prese”"),
    ("prese”, dice", "Sono “state prese”, dice.", "“state prese”, dice"),
    ("che «non è", "Dice che «non è mai vero» e tace.", "che «non è mai vero»"),
    ("che “non è", "Dice che “non è vero e tace.", "che “non è"),
    ("senza segni", "Un testo senza segni qui.", "senza segni"),
    ("“tutto”", "È “tutto” qui.", "“tutto”"),
  ]) func leavesNoMarkAlone(_ words: String, _ sentence: String, _ shown: String) throws {
    let text = ArticleText(sentence)
    let span = try ArticlePageTests.span(of: words, in: text)
    #expect(text[Quoting.balanced(span, in: text.span, of: text)] == shown)
  }

  @Test(arguments: [
    ("le", "dalle Forze"), ("l'", "dall’Forze"), ("gli", "dagli Forze"), ("", "da Forze"),
  ]) func saysByWhom(_ article: String, _ words: String) {
    #expect(ItalianPhrasing().by("Forze", article: article.isEmpty ? nil : article) == words)
  }
}
