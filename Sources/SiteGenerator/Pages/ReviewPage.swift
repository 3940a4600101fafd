import DossierModel

/// Something that deserves a decision of the editor: a line of the working notes of a draft.
public struct WorkingNote: Sendable, Hashable {
  /// What it is about, in the words of the site: "Parlante non identificato".
  public var subject: String
  /// What is to be decided, and why.
  public var explanation: String
  /// The words that it is about.
  public var passage: Passage?
  /// The lines for the editor's file, as they can be pasted.
  public var lines: [String]

  /// A note on `subject`.
  public init(subject: String, explanation: String, passage: Passage?, lines: [String]) {
    (self.subject, self.explanation) = (subject, explanation)
    (self.passage, self.lines) = (passage, lines)
  }
}

extension SitePath {
  /// The page of what is to be checked, in a draft.
  static let review = SitePath("review.md")
}

/// The page of a draft that lists what deserves a decision, in the order in which the notes come.
struct ReviewPage: Sendable {
  private let edition: Edition
  private let notes: [WorkingNote]

  private var words: Words { edition.words }

  /// The page of `notes`.
  init(_ edition: Edition, notes: [WorkingNote]) { (self.edition, self.notes) = (edition, notes) }

  /// The pages; at least one.
  var pages: [PlannedPage] {
    var groups: [ListPlan.Group] = []
    for (number, note) in notes.enumerated() {
      if let group = groups.firstIndex(where: { $0.title == [.text(note.subject)] }) {
        groups[group].items.append(number)
      } else {
        groups.append(
          ListPlan.Group(
            title: [.text(note.subject)], id: "n\(groups.count + 1)", items: [number]))
      }
    }
    return ListPages(
      edition: edition, plan: ListPlan(path: .review, groups: groups, limit: 200), frame: .review,
      title: words[.reviewTitle],
      summary: notes.isEmpty ? words[.reviewNone] : edition.phrasing.number(notes.count),
      entries: { numbers in numbers.map(entry) }
    ).pages
  }

  private func entry(_ number: Int) -> Block {
    let note = notes[number]
    var blocks: [Block] = [.paragraph([.text(note.explanation)])]
    if let passage = note.passage {
      let words = edition.phrasing.quoted(edition.words(at: passage))
      blocks.append(
        .paragraph([
          .link(words, to: edition.target(passage)), " ", edition.source(passage),
        ]))
    }
    if !note.lines.isEmpty {
      blocks.append(.region(.div, class: "paste", note.lines.map { .paragraph([.code($0)]) }))
    }
    return .region(.div, class: "entry", blocks)
  }
}
