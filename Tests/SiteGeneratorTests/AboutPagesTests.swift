import DossierModel
import Foundation
import Testing

@testable import SiteGenerator

/// The pages about the dossier itself, and what other pages say of it.
@Suite struct AboutPagesTests {
  /// The Markdown of all pages, by path.
  func pages(
    _ dossier: Dossier, language: String = "it", codebook: Codebook = Codebook()
  ) throws -> [String: String] {
    var dossier = dossier
    dossier.language = language
    let edition = Edition(
      dossier, templates: try Templates(language: language), codebook: codebook)
    var pages: [String: String] = [:]
    for plan in edition.pages { pages[plan.path.path] = plan.compose().markdown.string }
    return pages
  }

  @Test func howAPageIsReadNamesEverySign() throws {
    let page = try #require(pages(PageSamples.valdoria)["how-to-read.md"])
    for chip in Chip.allCases { #expect(page.contains("| **\(chip.sign) "), "\(chip)") }
    #expect(try pages(PageSamples.valdoria)["index.md"]?.contains("](how-to-read.md)") == true)
  }

  @Test func theMethodCountsWhatWasInferred() throws {
    let dossier = PageSamples.valdoria
    let page = try #require(pages(dossier)["method.md"])
    let unknown = dossier.quotations.count { $0.basis == .unresolved }
    #expect(unknown > 0)
    #expect(page.contains("| non risolta | \(unknown) |"))
    let dated = dossier.events.count { $0.when.basis == .editor }
    #expect(page.contains("| stabilito dalla redazione | ") == (dated > 0))
    // Without anything to count there is no table, and without tables no heading for them.
    let empty = try #require(pages(Dossier(title: "Niente", language: "it"))["method.md"])
    #expect(!empty.contains("| --- |"))
    #expect(!empty.contains("Quanto sanno le tavole"))
    let full = try pages(dossier, codebook: Codebook(sizes: [.regions: 1234]))["method.md"]
    #expect(full?.contains("- **1\\.234** regioni, confini e terre contese") == true)
  }

  @Test func theCodebookHasEveryTypeWithItsCounterparts() throws {
    let codebook = Codebook(
      entries: EventType.allCases.map { type in
        type == .shelling
          ? Codebook.Entry(
            type: type, acled: ["Uno", "Due"], plover: "TRE", nouns: ["cannonata"],
            verbs: ["cannoneggiare"])
          : Codebook.Entry(type: type)
      }, speechVerbs: ["dire"])
    let page = try #require(pages(PageSamples.valdoria, codebook: codebook)["codebook.md"])
    #expect(page.contains("| Bombardamento | `shelling` | Uno; Due | TRE | 0 |"))
    #expect(page.contains("| Sostegno | `support` | — | — | 0 |"))
    #expect(page.contains("- **Bombardamento** cannonata · *cannoneggiare*"))
    for type in EventType.allCases { #expect(page.contains("| `\(type.rawValue)` |"), "\(type)") }
    for status in EventStatus.allCases { #expect(page.contains("| `\(status.rawValue)` |")) }
    #expect(try pages(PageSamples.valdoria)["codebook.md"]?.contains("I verbi del dire") == false)
  }

  @Test func namesAreListedWithTheirOtherForms() throws {
    var sample = PageSamples.Builder(title: "Nomi")
    sample.article(
      "a1", "L’Unione dei Mari tratta. L’Udm ha la parola. A Karn si dice Qarn. L’unione dei mari.")
    let union = sample.actor("Unione dei Mari", .organization)
    let place = sample.location("Karn", .settlement)
    sample.mention("a1", "Unione dei Mari", actor: union)
    sample.mention("a1", "Udm", actor: union)
    sample.mention("a1", "unione dei mari", actor: union)
    sample.mention("a1", "Karn", location: place)
    sample.mention("a1", "Qarn", location: place)
    let codebook = Codebook(otherNames: ["Unione dei Mari": ["Lega dei Mari", "UDM"]])
    let page = try #require(pages(sample.finished, codebook: codebook)["names.md"])
    #expect(page.contains("## Sigle"))
    #expect(page.contains("- [Udm](articles/a1.md#c28-31) · [Unione dei Mari](actors/"))
    #expect(page.contains("*anche Lega dei Mari*"))
    // What differs in case only is no other form.
    #expect(!page.contains("UDM") && !page.contains("unione dei mari"))
    #expect(page.contains("[Karn](locations/karn.md) · [Qarn](articles/a1.md#c"))
    let empty = try #require(pages(Dossier(title: "Niente", language: "it"))["names.md"])
    #expect(empty.contains("Nessun nome è scritto in più di un modo."))
  }

  @Test(arguments: [
    ("Onu", "Organizzazione delle Nazioni Unite", true), ("UE", "Unione europea", true),
    ("U.E.", "Unione europea", true), ("Oms", "Organizzazione mondiale della sanità", true),
    ("CdS", "Consiglio di sicurezza", true), ("Nato", "Alleanza atlantica", false),
    ("Ada", "Ada Brenz", false), ("Brenz", "Ada Brenz", false), ("Ue", "Ue", false),
    ("A", "Armenia", false), ("ab", "Ada Brenz", false),
  ])
  func abbreviationsAreMadeOfFirstLetters(_ form: String, _ name: String, _ isOne: Bool) {
    #expect(Abbreviation.isOne(form, of: [name]) == isOne)
  }

  @Test func correctionsStandOnTheirPageAndOnThoseTheyAreAbout() throws {
    var dossier = PageSamples.valdoria
    let event = try #require(dossier.events.first)
    let actor = try #require(dossier.actors.first)
    dossier.corrections = [
      Correction(
        date: try #require(EDTF("2031-06-08")),
        subjects: [.event(event.id), .actor(actor.id), .event(Event.ID("gone"))],
        text: "Il giorno era *un altro*.")
    ]
    let pages = try pages(dossier)
    let page = try #require(pages["changes.md"])
    #expect(page.contains("Il giorno era \\*un altro\\*."))
    #expect(page.contains("8 giugno 2031 · [\(event.title)](events/\(event.id).md) e ["))
    #expect(!page.contains("Finora nessuna correzione."))
    for path in ["events/\(event.id).md", "actors/\(actor.id).md"] {
      let other = try #require(pages[path])
      #expect(other.contains("[Correzione, 8 giugno 2031](../changes.md#k-"), "\(path)")
    }
    let clean = try self.pages(PageSamples.valdoria)
    #expect(clean["changes.md"]?.contains("Finora nessuna correzione.") == true)
    #expect(clean["events/\(event.id).md"]?.contains("Correzione") == false)
  }

  @Test func anEventSaysHowLittleWasReadAndWhoseWordsItIs() throws {
    let pages = try pages(PageSamples.valdoria)
    let page = try #require(pages["events/armed-clash-confine-2031-05-13.md"])
    let part = try #require(page.components(separatedBy: "## Quanto si è letto").last)
    #expect(part.contains("non è una cronologia completa."))
    #expect(part.contains("- **Parte nel conflitto**: "))
    #expect(part.contains("- **Chi parla**: "))
    // Of an event without quotations there are no shares.
    let quiet = try #require(pages["events/displacement.md"])
    #expect(quiet.contains("non è una cronologia completa."))
    #expect(!quiet.contains("**Chi parla**"))
  }

  @Test func sharesCountEverySpeakerAndEveryParty() throws {
    var sample = PageSamples.Builder(title: "Quote")
    sample.article("a1", "«Uno». «Due». «Tre». «Quattro».")
    let ada = sample.actor("Ada Brenz", .person)
    let ida = sample.actor("Ida Lutz", .person)
    let medium = sample.actor("Nova", .media)
    sample.dossier.sides = [
      ada: Side(name: "Valdoria", basis: .text), ida: Side(name: "Lutezia", basis: .editor),
    ]
    _ = sample.quotation("a1", "Uno", .direct, by: [ada, ida])
    _ = sample.quotation("a1", "Due", .direct, by: [ada])
    _ = sample.quotation("a1", "Tre", .direct, by: [medium])
    _ = sample.quotation("a1", "Quattro", .direct, by: [])
    let dossier = sample.finished
    let edition = Edition(dossier, templates: try Templates(language: "it"))
    let shares = SpeechShares(of: dossier.quotations.indices, edition)
    #expect(shares.total == 4)
    #expect(shares.unknown == 1)
    #expect(shares.speakers.map(\.actor) == [ada, ida, medium])
    #expect(shares.speakers.map(\.count) == [2, 1, 1])
    #expect(shares.parties.map(\.name) == ["Lutezia", "Valdoria", nil])
    #expect(shares.parties.map(\.count) == [1, 2, 1])
    #expect(edition.percentage(1, of: 4) == "25%")
    #expect(edition.percentage(1, of: 101) == "< 1%")
    #expect(edition.percentage(0, of: 101) == "0%")
    #expect(edition.percentage(12, of: 45) == "27%")
    #expect(edition.percentage(299, of: 300) == "99%")
    #expect(edition.percentage(300, of: 300) == "100%")
  }
}
