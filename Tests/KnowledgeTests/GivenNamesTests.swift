import Testing

@testable import Knowledge

@Suite struct GivenNamesTests {
  let names = Knowledge.shared.givenNames

  @Test func thereAreThousands() { #expect(names.count > 8000) }

  @Test func rowsAreWholeAndUnique() {
    var seen: Set<[UInt8]> = []
    for row in EmbeddedTable.rows(of: "world/given-names.tsv") {
      #expect(row.fields.count == 3 && ["m", "f", "u"].contains(row[1]), "\(row.line)")
      #expect(row[2].isEmpty || row[2] == "word", "\(row.line)")
      #expect(seen.insert(NameKey.make(row[0])).inserted, "\(row.line): \(row[0])")
    }
  }

  @Test(arguments: [
    ("Giuseppe", GivenNames.Gender.masculine), ("Giulia", .feminine), ("Volodymyr", .masculine),
    ("Sergei", .masculine), ("Sergej", .masculine), ("Serghei", .masculine),
    ("Dmitrij", .masculine), ("Muhammad", .masculine), ("Mohamed", .masculine),
    ("Yevgeny", .masculine), ("Ekaterina", .feminine), ("Oleksandr", .masculine),
    ("Nikol", .masculine), ("Ilham", .either), ("Recep", .masculine), ("Hayk", .masculine),
    ("Avigdor", .masculine), ("Yahya", .masculine), ("Abiy", .masculine), ("Shinzo", .masculine),
    ("Zelimkhan", .masculine), ("Ngozi", .feminine), ("Mariam", .feminine), ("Łukasz", .masculine),
    ("Jean-Pierre", .masculine), ("Andrea", .either), ("Simone", .either),
  ])
  func aGivenNameTellsItsGender(name: String, gender: GivenNames.Gender) {
    #expect(names.gender(name) == gender)
  }

  @Test(arguments: ["Armenia", "Ministero", "Tuttavia", "Baku", "Il", "Ha", "Cremlino", ""])
  func otherWordsAreNone(word: String) { #expect(names.gender(word) == nil) }

  @Test(arguments: [("secondo", true), ("franca", true), ("sofia", true), ("giuseppe", false)])
  func wordsAreKnownAsSuch(name: String, isWord: Bool) {
    #expect(names.isWord(folded: name.utf8) == isWord)
  }
}
