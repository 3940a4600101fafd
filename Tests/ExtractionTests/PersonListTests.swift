import DossierModel
import Testing

@testable import Extraction

@Suite struct PersonListTests {
  private func list(_ names: [[String]], few: Int = 0) -> PersonList {
    var list = PersonList(few: few)
    for name in names {
      list.append(.init(words: name, folded: name, actor: list.count, isFull: name.count > 1))
    }
    return list
  }

  @Test(arguments: [
    (["orsk"], [0, 2]), (["lena"], [0]), (["velz"], [1]), (["dario", "orsk"], [0, 1, 2]),
    (["nobody"], []), (["orsk", "orsk"], [0, 2]),
  ]) func findsWords(_ words: [String], _ expected: [Int]) {
    let persons = list([["lena", "orsk"], ["dario", "velz"], ["ivo", "orsk"]])
    #expect(persons.places(of: words[0], words[words.count - 1]) == expected)
  }

  @Test func comparesAFewWithAll() {
    let names = [["lena", "orsk"], ["dario", "velz"], ["ivo", "orsk"]]
    #expect(list(names, few: 3).places(of: "velz") == [0, 1, 2])
    #expect(list(names, few: 3).places(like: "velzo") == [0, 1, 2])
    #expect(list(names, few: 2).places(of: "velz") == [1])
    #expect(list(names, few: 2).places(of: "velz", "ivo") == [1, 2])
  }

  @Test func findsThoseWhoWereRenamed() {
    var persons = list([["orsk"], ["dario", "velz"]])
    persons[0].folded = ["lena", "maria", "orsk"]
    #expect(persons.places(of: "maria") == [0] && persons.places(of: "orsk") == [0])
    persons[0].folded = ["lena", "dario", "orsk"]
    #expect(persons.places(of: "dario") == [0, 1])
  }

  /// Whatever is but one change away is among those that are compared.
  @Test(arguments: ["velzinar", "orskov", "bahira", "chernyk"]) func missesNoSpelling(
    _ name: String
  ) {
    let letters = Array(name)
    var spellings: Set<String> = [name]
    for i in letters.indices {
      spellings.insert(String(letters[..<i] + letters[(i + 1)...]))
      spellings.insert(String(letters[..<i] + ["x"] + letters[(i + 1)...]))
      spellings.insert(String(letters[..<i] + ["x"] + letters[i...]))
      guard i + 1 < letters.count else { continue }
      spellings.insert(String(letters[..<i] + [letters[i + 1], letters[i]] + letters[(i + 2)...]))
    }
    let persons = list([["lena", name], ["ivo", "montalbano"]])
    for spelling in spellings {
      #expect(EditDistance.isWithin(1, spelling, name))
      #expect(persons.places(like: spelling).contains(0))
      #expect(!persons.places(like: spelling).contains(1))
    }
  }
}
