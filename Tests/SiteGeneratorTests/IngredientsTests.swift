import Cache
import DossierModel
import Testing

@testable import SiteGenerator

/// What pages are made of, as keys.
@Suite struct IngredientsTests {
  /// Whoever adds a property to one of these must write it in Ingredients+Values.swift, unless no page
  /// can show it, and raise the number.
  @Test func everyPropertyOfADossierIsInAKey() {
    let passage = Passage(Article.ID("a"), TextSpan(0, 1))
    let article = Article(
      id: Article.ID("a"), file: "a.txt", text: ArticleText("a"), sha256: ContentHash(of: "a"))
    let values: [(Any, Int)] = [
      (article, 19), (ArticleRecord(article: article), 6),
      (
        ArticleRecord.Mention(
          span: TextSpan(0, 1), label: .person, actor: nil, location: nil, resolution: .exact,
          sieve: ""), 6
      ),
      (TemporalExpression(span: TextSpan(0, 1), edtf: nil, anchor: .none, rule: ""), 6),
      (Actor(id: Actor.ID("a"), name: "a", kind: .person), 11),
      (Actor.Role(text: "", evidence: []), 2), (Actor.Merge(rule: "", name: ""), 2),
      (Side(name: "", basis: .text), 3),
      (Location(id: Location.ID("a"), name: "a", kind: .settlement), 11),
      (Event(id: Event.ID("e"), title: "e", type: .shelling), 19), (Event.When(), 5),
      (Event.Place(location: Location.ID("a"), evidence: []), 2),
      (Event.Participant(actor: Actor.ID("a"), role: .initiator, evidence: []), 3),
      (
        Event.Account(
          article: article.id, status: .occurred, when: Event.When(), trigger: passage), 5
      ),
      (Contest(matter: .who, claims: []), 2),
      (
        Quotation(id: Quotation.ID("q"), passage: passage, codePoints: 0..<1, kind: .direct), 16
      ),
      (Quotation.Original(text: ""), 3),
      (Claim(id: Claim.ID("c"), passage: passage, kind: .fact), 13),
      (Figure(metric: .killed, victims: nil, low: nil, high: nil, qualifier: .exact), 5),
      // Where its decisions stand in the editor's file no page tells.
      (EditorialDecision(keys: []), 3),
      (
        Correction(date: EDTF(EDTF.Date(year: 2020, unspecifiedDigits: 0)), subjects: [], text: ""),
        3
      ),
    ]
    for (value, count) in values {
      #expect(Mirror(reflecting: value).children.count == count, "\(type(of: value))")
    }
  }

  /// A fingerprint is the same in every run, and no other string of the same letters has it.
  @Test func fingerprintsTellApart() {
    let words = ["", "a", "b", "ab", "ba", "articles/a.html", "articles/b.html", "c1-2", "c12-"]
    let prints = words.map { Fingerprint($0) }
    #expect(Set(prints).count == words.count)
    #expect(prints.allSatisfy { $0.bits != 0 })
    let places = prints.flatMap { file in prints.map { file.place($0) } }
    #expect(Set(places).count == words.count * words.count)
    var set = FingerprintSet(places)
    #expect(set.count == places.count && places.allSatisfy(set.contains))
    #expect(!set.contains(Fingerprint("c")) && !set.insert(places[0]))
    #expect(Set(set.all) == Set(places))
  }
}
