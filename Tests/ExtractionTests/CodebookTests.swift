import DossierModel
import Extraction
import Knowledge
import Testing

/// What the tables say of the types of events.
@Suite struct CodebookTests {
  let codebook = Codebook(language: "it")

  /// The 25 sub-event types of ACLED's codebook.
  static let acled: Set = [
    "Government regains territory", "Non-state actor overtakes territory", "Armed clash",
    "Excessive force against protesters", "Protest with intervention", "Peaceful protest",
    "Violent demonstration", "Mob violence", "Chemical weapon", "Air/drone strike",
    "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED",
    "Grenade", "Sexual violence", "Attack", "Abduction/forced disappearance", "Agreement",
    "Arrests", "Change to group/activity", "Disrupted weapons use",
    "Headquarters or base established", "Looting/property destruction",
    "Non-violent transfer of territory", "Other",
  ]
  /// The 16 event types of PLOVER.
  static let plover: Set = [
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
  ]

  @Test func everyTypeStandsInTheTableOnce() {
    let codes = EmbeddedTable.rows(of: "world/event-types.tsv").map { $0[0] }
    #expect(codes == EventType.allCases.map(\.rawValue))
    #expect(codebook.entries.map(\.type) == EventType.allCases)
  }

  @Test func everyTypeOfTheTwoCodebooksIsCovered() {
    #expect(Set(codebook.entries.flatMap(\.acled)) == Self.acled)
    #expect(Set(codebook.entries.compactMap(\.plover)) == Self.plover)
    // A dash is no name.
    #expect(codebook.entries.first { $0.type == .war }?.acled == [])
    #expect(codebook.entries.first { $0.type == .statement }?.plover == nil)
  }

  @Test func theWordsAreThoseOfTheTables() {
    let war = codebook.entries.first { $0.type == .war }
    #expect(war?.nouns.contains("guerra") == true)
    #expect(war?.nouns.contains("guerre") == false)
    let accusation = codebook.entries.first { $0.type == .accusation }
    #expect(accusation?.verbs.contains("accusare") == true)
    #expect(codebook.speechVerbs.contains("dire"))
    #expect(codebook.speechVerbs == Array(Set(codebook.speechVerbs)).sorted())
    for stock in Codebook.Stock.allCases { #expect(codebook.sizes[stock, default: 0] > 100) }
    for entry in codebook.entries {
      #expect(Set(entry.nouns).count == entry.nouns.count, "\(entry.type)")
      #expect(Set(entry.verbs).count == entry.verbs.count, "\(entry.type)")
    }
  }

  @Test func aLanguageWithoutTablesHasNoWords() {
    let other = Codebook(language: "xx")
    #expect(other.entries.map(\.type) == EventType.allCases)
    #expect(other.entries.allSatisfy { $0.nouns.isEmpty && $0.verbs.isEmpty })
    #expect(other.speechVerbs.isEmpty)
  }
}
