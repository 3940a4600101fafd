import Testing

@testable import Knowledge

@Suite struct FamousPeopleTests {
  let people = Knowledge.shared.people
  let surnames = Knowledge.shared.surnames

  @Test func rowsAreWholeAndUnique() {
    var seen: Set<[UInt8]> = []
    for row in EmbeddedTable.rows(of: "world/persons.tsv") {
      #expect(row.fields.count == 5 && ["m", "f"].contains(row[1]), "\(row.line)")
      #expect(row[2].isEmpty || Knowledge.shared.countries[row[2]] != nil, "\(row.line)")
      #expect(row[4].isEmpty || row[4] == "common", "\(row.line)")
      #expect(seen.insert(NameKey.make(row[0])).inserted, "\(row.line): \(row[0])")
    }
    #expect(people.all.count > 600)
  }

  @Test(arguments: [
    ("putin", "Vladimir Putin"), ("suu kyi", "Aung San Suu Kyi"), ("sisi", "Abdel Fattah al-Sisi"),
    ("von der leyen", "Ursula von der Leyen"), ("bin salman", "Mohammed bin Salman"),
  ]) func aSurnameAloneIsEnough(surname: String, name: String) {
    #expect(people.surnamed(folded: Array(surname.utf8))?.name == name)
  }

  @Test(arguments: [("abu mazen", "Mahmoud Abbas"), ("hemedti", "Mohamed Hamdan Dagalo")])
  func otherNamesAreKnown(alias: String, name: String) {
    #expect(people.named(folded: Array(alias.utf8))?.name == name)
  }

  @Test(arguments: ["bianchi", "un", "il", "bush", "kirchner", ""])
  func othersAreNobody(surname: String) {
    let person = people.surnamed(folded: Array(surname.utf8))
    #expect(person == nil || person?.sharesSurname == true)
  }

  @Test(arguments: [
    ("petrenko", true), ("tonelli", true), ("saakashvili", true), ("governo", false),
    ("elli", false), ("tavolo", false),
  ]) func endingsTell(word: String, isSurname: Bool) {
    #expect(surnames.hasEnding(folded: Array(word.utf8)) == isSurname)
  }
}
