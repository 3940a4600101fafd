import DossierModel

/// The pages that say who and what is meant by which name: abbreviations, and the forms in which the
/// articles and the program's tables write people, institutions and places.
struct NamesPages: Sendable {
  /// A line of the glossary.
  private struct Entry: Sendable {
    var line: [Inline]
    var key: String
  }

  private let edition: Edition
  private let entries: [Entry]
  private let plan: ListPlan

  /// The pages of `edition`.
  init(_ edition: Edition) {
    self.edition = edition
    var glossary = Glossary(edition)
    glossary.addActors()
    glossary.addLocations()
    (entries, plan) = glossary.plan
  }

  /// The pages; at least one.
  var pages: [PlannedPage] {
    ListPages(
      edition: edition, plan: plan, frame: .names, title: edition.words[.namesTitle],
      summary: entries.isEmpty ? edition.words[.namesNone] : "",
      entries: { numbers in [.bullets(numbers.map { entries[$0].line })] }
    ).pages
  }

  /// Collects the lines.
  private struct Glossary {
    private let edition: Edition
    private var abbreviations: [Entry] = []
    private var actors: [Entry] = []
    private var locations: [Entry] = []

    init(_ edition: Edition) { self.edition = edition }

    mutating func addActors() {
      for (number, actor) in edition.dossier.actors.enumerated() where actor.kind != .anonymous {
        // A state is listed as the place that it is.
        if edition.index.locationOfActor[number] != nil { continue }
        // What begins with a small letter describes somebody and names nobody.
        let written = edition.index.actors[number].naming.forms.filter {
          $0.form.unicodeScalars.first?.properties.isLowercase != true
        }
        let short = written.filter { form in
          Abbreviation.isOne(
            form.form, of: [actor.name] + written.map(\.form) + known(actor.name))
        }
        for (form, at) in short where form != actor.name {
          abbreviations.append(
            Entry(
              line: [.link(form, to: edition.target(at.first)), " · ", edition.link(actor.id)],
              key: LatinFold.fold(form)))
        }
        if let line = line([edition.link(actor.id)], actor.name, written) {
          actors.append(Entry(line: line, key: LatinFold.fold(actor.name)))
        }
      }
    }

    mutating func addLocations() {
      for (number, location) in edition.dossier.locations.enumerated() {
        let written = edition.index.locations[number].naming.forms
        // Where two parties use two names, both are its name.
        let link = [edition.link(location.id)]
        let isOneOfTwo = (edition.atlas.places[number]?.names.count ?? 1) > 1
        if let line = line(link, location.name, written) ?? (isOneOfTwo ? link : nil) {
          locations.append(Entry(line: line, key: LatinFold.fold(location.name)))
        }
      }
    }

    /// The other names that the tables know.
    private func known(_ name: String) -> [String] { edition.codebook.otherNames[name] ?? [] }

    /// A name with its other forms, those of the articles leading to where they stand first; `nil` if
    /// it has none.
    private func line(
      _ link: [Inline], _ name: String,
      _ written: [(form: String, at: DossierIndex.Occurrences)]
    ) -> [Inline]? {
      var seen: Set<String> = [Self.letters(of: name)]
      let forms = written.filter { seen.insert(Self.letters(of: $0.form)).inserted }
      let others = known(name).filter { seen.insert(Self.letters(of: $0)).inserted }
      if forms.isEmpty, others.isEmpty { return nil }
      var line = link
      if !forms.isEmpty {
        line += [" "]
        for (place, form) in forms.enumerated() {
          line += [place == 0 ? "· " : ", ", .link(form.form, to: edition.target(form.at.first))]
        }
      }
      if !others.isEmpty {
        let text = edition.words(.namesAlso, ["names": others.joined(separator: ", ")])
        line += [" ", .emphasis([.text(text)])]
      }
      return line
    }

    /// What two forms must differ in to be two: their letters, without case, marks and spaces.
    private static func letters(of form: String) -> String {
      String(
        decoding: LatinFold.fold(form).utf8.filter {
          (97...122).contains($0) || (48...57).contains($0)
        }, as: UTF8.self)
    }

    /// The lines by kind, each in the order of the alphabet.
    var plan: ([Entry], ListPlan) {
      var entries: [Entry] = []
      var groups: [ListPlan.Group] = []
      let parts: [(Word, String, [Entry])] = [
        (.namesAbbreviations, "abbreviations", abbreviations), (.navActors, "actors", actors),
        (.navLocations, "locations", locations),
      ]
      for (title, id, part) in parts where !part.isEmpty {
        let sorted = part.enumerated().sorted {
          ($0.element.key, $0.offset) < ($1.element.key, $1.offset)
        }
        groups.append(
          ListPlan.Group(
            title: [.text(edition.words[title])], id: id,
            items: Array(entries.count..<entries.count + sorted.count)))
        entries += sorted.map(\.element)
      }
      return (entries, ListPlan(path: .names, groups: groups, limit: 400))
    }
  }
}

/// Names cut to their first letters.
enum Abbreviation {
  /// Whether `form` is made of the first letters of one of `names`: "Onu" of "Organizzazione delle
  /// Nazioni Unite".
  static func isOne(_ form: String, of names: [String]) -> Bool {
    let letters = LatinFold.fold(form).utf8.filter { (97...122).contains($0) }
    let scalars = form.unicodeScalars
    guard (2...8).contains(letters.count), !scalars.contains(" "),
      scalars.first?.properties.isUppercase == true
    else { return false }
    return names.contains { $0 != form && isMade(letters[...], of: $0) }
  }

  /// Whether `letters` begin the words of `name`, of which only short ones are passed over.
  private static func isMade(_ letters: ArraySlice<UInt8>, of name: String) -> Bool {
    var rest = letters
    var words = 0
    for word in LatinFold.fold(name).utf8.split(whereSeparator: { !(97...122).contains($0) }) {
      words += 1
      if let letter = rest.first, word.first == letter {
        rest = rest.dropFirst()
      } else if word.count > 5 {
        return false
      }
    }
    return rest.isEmpty && words >= letters.count
  }
}
