import DossierModel
import Knowledge

extension Codebook {
  /// What the tables hold for articles in the language `code` (BCP 47).
  public init(language code: String) {
    let folder = code.split(separator: "-").first.map { $0.lowercased() } ?? "it"
    var nouns: [String: [String]] = [:]
    var verbs: [String: [String]] = [:]
    func add(_ word: String, to words: inout [String: [String]], of type: String) {
      guard !word.isEmpty, words[type]?.contains(word) != true else { return }
      words[type, default: []].append(word)
    }
    for row in EmbeddedTable.rows(of: folder + "/event-triggers.tsv") {
      switch row[0] {
      case "noun": add(row.list(1).first ?? "", to: &nouns, of: row[2])
      case "verb": add(row[1], to: &verbs, of: row[2])
      default: break
      }
    }
    // Speech acts are events of their own where they are about no other event.
    for row in EmbeddedTable.rows(of: folder + "/claims.tsv") where row[0] == "verb" {
      add(row[1], to: &verbs, of: row[2])
    }
    var correspondences: [String: (acled: [String], plover: String?)] = [:]
    for row in EmbeddedTable.rows(of: "world/event-types.tsv") {
      correspondences[row[0]] = (Self.names(row[1]), Self.names(row[2]).first)
    }
    let entries = EventType.allCases.map { type in
      let correspondence = correspondences[type.rawValue]
      return Entry(
        type: type, acled: correspondence?.acled ?? [], plover: correspondence?.plover,
        nouns: nouns[type.rawValue] ?? [], verbs: verbs[type.rawValue] ?? [])
    }
    let speech = Set(EmbeddedTable.rows(of: folder + "/speech.tsv").map { $0[0] })
    let words = entries.reduce(0) { $0 + $1.nouns.count + $1.verbs.count }
    let world = Knowledge.shared
    var others: [String: [String]] = [:]
    for organization in world.organizations.all where !organization.aliases.isEmpty {
      others[organization.name, default: []] += organization.aliases
    }
    for region in world.regions.all where !region.aliases.isEmpty {
      others[region.name, default: []] += region.aliases
    }
    self.init(
      entries: entries,
      speechVerbs: speech.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
      sizes: [
        .countries: world.countries.all.count, .regions: world.regions.all.count,
        .settlements: world.gazetteer.count, .organizations: world.organizations.all.count,
        .givenNames: world.givenNames.count, .speechVerbs: speech.count, .eventWords: words,
      ],
      otherNames: others)
  }

  /// The names in a field of the table, which "; " separates and a dash stands for if there are none.
  private static func names(_ field: String) -> [String] {
    field.split(separator: ";").compactMap { part in
      let name = part.drop { $0 == " " }
      return name.isEmpty || name == "—" ? nil : String(name)
    }
  }
}
