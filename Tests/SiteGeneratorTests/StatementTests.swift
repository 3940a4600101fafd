import DossierModel
import Testing

@testable import SiteGenerator

/// How statements stand on the pages.
@Suite struct StatementTests {
  /// The Markdown of all pages of `dossier`, by path.
  func pages(of dossier: Dossier, language: String = "it") throws -> [String: String] {
    let edition = Edition(dossier, templates: try Templates(language: language))
    var pages: [String: String] = [:]
    for plan in edition.pages { pages[plan.path.path] = plan.compose().markdown.string }
    return pages
  }

  /// The part of a page under the heading `title`.
  func section(_ title: String, of page: String?) throws -> String {
    let parts = try #require(page).split(separator: "\n## ")
    return String(try #require(parts.first { $0.hasPrefix(title + "\n") }))
  }

  @Test func whatHappenedIsToldBySomebody() throws {
    for (path, page) in try pages(of: PageSamples.valdoria) where path.hasPrefix("events/") {
      let chips = try #require(page.split(separator: "\n").first { $0.hasPrefix("**") })
      #expect(
        chips.contains("Riferito come avvenuto da ") || chips.contains("Sostenuto"), "\(path)")
      #expect(!page.contains("Avvenuto"))
    }
  }

  @Test func indirectSpeechNeverStandsBetweenMarks() throws {
    let pages = try pages(of: PageSamples.valdoria)
    for (path, page) in pages where !path.hasPrefix("articles/") {
      #expect(!page.contains("«l’esercito non commenta»"), "\(path)")
    }
    let list = try #require(pages["quotations.md"])
    #expect(list.contains("\\>, ha detto che [l’esercito non commenta](articles/a17.md#c"))
    #expect(list.contains("> [«Devastante»](articles/nova-b02.md#c"))
  }

  @Test func whatAMachineTranslatedSaysSoWhereverItIsQuoted() throws {
    for (path, page) in try pages(of: PageSamples.valdoria) where !path.hasPrefix("articles/") {
      for entry in page.split(separator: "\n\n")
      where entry.hasPrefix("> ") && entry.contains("/a17.md#c") {
        #expect(
          entry.contains("**○ Tradotto a macchina**") || entry.contains("traduzione automatica"),
          "\(path): \(entry)")
      }
    }
  }

  @Test func quotationsOfUnknownSpeakersAreListed() throws {
    let list = try section(
      "Parlante non identificato", of: pages(of: PageSamples.valdoria)["quotations.md"])
    #expect(list.contains("[«Ci sono perdite in mezzo \\[Valdoriani\\]»]"))
    #expect(list.contains("**○ Segni perduti**"))
    #expect(list.contains("**○ Parlante non identificato**"))
  }

  @Test func attributionsSayWhoMadeThem() throws {
    let said = try section(
      "Che cosa ha detto", of: pages(of: PageSamples.valdoria)["actors/ada-brenz.md"])
    let entries = said.split(separator: "\n\n")
    #expect(entries.contains { $0.contains("attribuzione automatica (dal nome)") })
    #expect(entries.contains { $0.contains("**✎ Attribuzione della redazione**") })
  }

  @Test func tellersAreNamedFromTheSpeakerOutward() throws {
    var dossier = PageSamples.valdoria
    for i in dossier.quotations.indices where !dossier.quotations[i].chain.isEmpty {
      dossier.quotations[i].chain.append(.init("ada-brenz"))
    }
    let said = try #require(pages(of: dossier)["actors/alto-diplomatico.md"])
    #expect(
      said.contains(
        "secondo [Il Corriere del Porto](il-corriere-del-porto.md), citato da [Ada Brenz](ada-brenz.md)"
      ))
  }

  @Test func whatIsSaidOfAnActorComesFromOthers() throws {
    let pages = try pages(of: PageSamples.valdoria)
    let about = try section(
      "Accuse e appelli rivolti a questo attore", of: pages["actors/lutezia.md"])
    #expect(about.contains("[atti di sabotaggio su larga scala]"))
    #expect(
      about.contains("[Ministero della Difesa valdoriano](ministero-della-difesa-valdoriano.md)"))
  }

  @Test func unknownIsNeverZero() throws {
    let pages = try pages(of: PageSamples.valdoria)
    let clash = pages["events/armed-clash-confine-2031-05-13.md"]
    let toll = try section("Bilancio dichiarato", of: clash)
    #expect(
      toll.contains(
        "| Morti, forze valdoriane | non precisato | secondo l’articolo, senza indicare la fonte"))
    #expect(
      try section("Che cosa non si sa", of: clash).contains("- Quante sono le persone colpite"))
    let offensive = try section("Bilancio dichiarato", of: pages["events/operation-2031-05-19.md"])
    #expect(offensive.contains("| Morti, persone | almeno 100 | [Governo luteziano]"))
    #expect(offensive.contains("al 24 maggio 2031 · al condizionale"))
  }

  @Test func whatOneVoiceSaysInOneSentenceIsOneEntry() throws {
    var b = PageSamples.Builder(title: "Voci")
    b.article(
      "a", "Secondo Ada, l’incontro serviva a “muovere i camion” e a “parlare”. Bea ha detto altro."
    )
    let ada = b.actor("Ada", .person)
    _ = b.quotation(
      "a", "l’incontro serviva a “muovere i camion” e a “parlare”", .indirect, by: [ada])
    _ = b.quotation("a", "muovere i camion", .mixed, by: [ada])
    _ = b.quotation("a", "muovere i camion” e a “parlare”", .indirect, by: [ada])
    _ = b.quotation("a", "parlare", .mixed, by: [ada]) { $0.basis = .nullSubject }
    let entries = try section("Che cosa ha detto", of: pages(of: b.finished)["actors/ada.md"])
      .split(separator: "\n\n").dropFirst()
    #expect(
      entries.joined() == """
        > [«muovere i camion»](../articles/a.md#c35-51) … [«parlare»](../articles/a.md#c58-65)
        >
        > *Nel testo: Secondo Ada, [l’incontro serviva a “](../articles/a.md#c13-66)\
        [muovere i camion” e a “parlare”](../articles/a.md#c35-66).*
        >
        > [testata ignota →](../articles/a.md#c13-66) · [Cita](../articles/a/citations.md#q13-66)
        >
        > parole citate e discorso indiretto · attribuzione automatica (dal nome e soggetto \
        sottinteso)

        """)
  }

  // MARK: Order

  /// An event with an accusation by each of `claimants`, in articles of the given dates.
  func contested(_ claims: [(claimant: String, published: String?)]) throws -> [String] {
    var b = PageSamples.Builder(title: "Ordine")
    var ids: [Claim.ID] = []
    for (i, (claimant, date)) in claims.enumerated() {
      b.article("a\(i)", "Loro hanno cominciato.") { $0.published = date.flatMap(EDTF.init) }
      let actor =
        b.dossier.actors.first { $0.name == claimant }?.id
        ?? (claimant.isEmpty ? nil : b.actor(claimant, .state))
      ids.append(
        b.claim("a\(i)", "Loro hanno cominciato", .accusation, by: [actor].compactMap { $0 }) {
          $0.about = [.init("e")]
        })
    }
    let evidence = b.passage("a0", "Loro hanno cominciato.")
    b.event("e", "Inizio", .armedClash) {
      $0.evidence = [evidence]
      $0.claims = ids.reversed()
    }
    let page = try section(
      "Che cosa dice ciascuna parte", of: pages(of: b.finished)["events/e.md"])
    return page.split(separator: "\n").filter { $0.hasPrefix("### ") }.map {
      String($0.dropFirst(4).prefix { $0 != "]" }.drop { $0 == "[" })
    }
  }

  @Test func sidesStandInTheOrderOfDateThenOfName() throws {
    #expect(
      try contested([("Zembla", "2031-05"), ("Èrewhon", "2031-05"), ("Agartha", "2031-06")])
        == ["Èrewhon", "Zembla", "Agartha"])
    #expect(
      try contested([("Agartha", nil), ("Zembla", "2031"), ("", "2030")])
        == ["Zembla", "Agartha", "Gli articoli, senza indicare la fonte"])
    #expect(
      try contested([("Zembla", "2031-06"), ("Agartha", "2031-05"), ("Zembla", "2031-04")])
        == ["Zembla", "Agartha"])
  }

  // MARK: Untrusted text

  @Test func whatTextsHoldIsShownAsItIs() throws {
    let sly = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) {{title}} `a` | *b* # c"
    var b = PageSamples.Builder(title: sly)
    b.article("a", "Detto: \(sly)") {
      ($0.title, $0.publisher, $0.author, $0.note) = (sly, sly, sly, sly)
      $0.url = "javascript:alert(1)"
    }
    let actor = b.actor(sly, .person) {
      $0.wikidata = "Q1\"><script>"
      $0.country = "<b>"
    }
    _ = b.location(sly, .settlement) { $0.statusNote = sly }
    let quotation = b.quotation("a", sly, .direct, by: [actor])
    let evidence = b.passage("a", sly)
    b.event("e", sly, .meeting) {
      $0.evidence = [evidence]
      $0.quotations = [quotation]
      $0.when.literal = sly
      $0.mergeReasons = [sly]
    }
    for (path, page) in try GoldenSiteTests.pages(of: b.finished) where path.hasSuffix(".html") {
      #expect(!page.contains("<img"), "\(path)")
      #expect(!page.contains("href=\"javascript:"), "\(path)")
      // No script but those of the layout, which are files.
      #expect(!page.contains(/<script(?! src="[.\/a-z-]*\.js")/), "\(path)")
      if path != "events.html", path != "locations.html" {
        #expect(page.contains("&lt;img src=x onerror=alert(1)&gt;"), "\(path)")
      }
    }
  }
}
