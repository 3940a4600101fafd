import DossierModel
import Testing

@testable import Assembly

/// What deserves a decision, and that the lines which are proposed say what they promise.
@Suite struct ReviewTests {
  /// Articles that leave one question of each kind open.
  private static func doubts() -> [Telling] {
    var a = Telling(
      "a",
      "Ada Brenz ha visitato Grovena lunedì. «Andremo avanti». A Sedra si spara: cinque morti, "
        + "dice Ada Brenz. Sei morti, dice Ivo Lem. L’esercito tace. «Mai \"più\\ ».",
      published: nil)
    a.reading.sentences = sentences(of: a.article.text)
    let ada = a.actor("Ada Brenz", country: "VD")
    let ivo = a.actor("Ivo Lem", country: "SE")
    let sedra = a.settlement("Sedra", 8)
    _ = a.settlement("Grovenna", 9)
    a.mention("Ada Brenz", actor: ada)
    a.mention("Ada Brenz", 2, actor: ada)
    a.mention("Ivo Lem", actor: ivo)
    a.mention("Sedra", place: sedra, label: .place)
    a.mention("Grovena", label: .place)
    a.mention("esercito", label: .organization)
    a.actor("Esercito di Sedra", .military)
    a.mention("L’esercito", actor: 2, label: .organization)
    a.date("lunedì", nil)
    a.quotation("Andremo avanti", by: [])
    a.quotation("Mai \"più\\", by: [ada])
    a.reading.quotations[1].integrity = .damaged
    let clash = a.event(.armedClash, "A Sedra si spara", places: [sedra], roles: [(ada, .party)])
    a.claim(
      .figure, "cinque morti", by: [ada], about: clash,
      figure: Figure(metric: .killed, victims: nil, low: 5, high: 5, qualifier: .exact))
    a.claim(
      .figure, "Sei morti", by: [ivo], about: clash,
      figure: Figure(metric: .killed, victims: nil, low: 6, high: 6, qualifier: .exact))

    var b = Telling(
      "b", "A maggio Ada Brenz e Yvo Lem si sono visti a Sedra.", published: "2031-06-02")
    b.date("A maggio", "2031-05")
    let (other, yvo) = (b.actor("Ada Brenz", country: "VD"), b.actor("Yvo Lem", country: "SE"))
    b.mention("Yvo Lem", actor: yvo)
    let town = b.settlement("Sedra", 8)
    b.event(
      .meeting, "Ada Brenz e Yvo Lem si sono visti a Sedra", date: "2031-05", places: [town],
      roles: [(other, .party), (yvo, .party)])
    var c = Telling(
      "c", "Il 3 maggio Ada Brenz è andata a Sedra per un incontro.", published: "2031-05-04")
    let (guest, there) = (c.actor("Ada Brenz", country: "VD"), c.settlement("Sedra", 8))
    c.event(
      .meeting, "Ada Brenz è andata a Sedra per un incontro", date: "2031-05-03", places: [there],
      roles: [(guest, .party)])
    var d = Telling("d", "Il 4 maggio incontro a Sedra.", published: "2031-05-05")
    let where_ = d.settlement("Sedra", 8)
    d.event(.meeting, "incontro a Sedra", date: "2031-05-04", places: [where_])
    return [a, b, c, d]
  }

  private static func review(_ yaml: String = "") -> (edited: Edited, items: [ReviewItem]) {
    let edited = Edited(doubts(), yaml)
    return (edited, ReviewList(of: edited.dossier).items)
  }

  /// The dossier after the lines of the proposal `meaning` to the item of `kind` are pasted.
  private static func decided(
    _ kind: ReviewItem.Kind, _ meaning: ReviewItem.Proposal.Meaning, value: String? = nil,
    title: String? = nil
  ) throws -> (edited: Edited, item: ReviewItem, left: [ReviewItem]) {
    let item = try #require(
      review().items.first { item in
        item.kind == kind && (title == nil || item.title == title)
          && item.proposals.contains { $0.meaning == meaning }
      })
    let proposal = try #require(
      item.proposals.first { $0.meaning == meaning && (value == nil || $0.value == value) })
    let (edited, left) = review(proposal.lines.joined(separator: "\n"))
    #expect(edited.diagnostics == [])
    return (edited, item, left)
  }

  // MARK: The list

  @Test func everyKindOfDoubtIsListed() {
    #expect(Set(Self.review().items.map(\.kind)) == Set(ReviewItem.Kind.allCases))
  }

  @Test func theMostValuableComesFirst() {
    let items = Self.review().items
    #expect(items.map(\.weight) == items.map(\.weight).sorted(by: >))
    #expect(items.first?.kind == .publication)
    #expect(items.last?.kind == .damage)
  }

  @Test func everyItemHasItsPlaceAndAnAnswer() {
    for item in Self.review().items {
      #expect(!item.passages.isEmpty && !item.proposals.isEmpty && !item.title.isEmpty)
    }
    #expect(Set(Self.review().items.map(\.id)).count == Self.review().items.count)
  }

  @Test func whatIsSettledIsNotListed() {
    #expect(ReviewList(of: Edited(valdoria().suffix(1) + []).dossier).items == [])
  }

  @Test func figuresOfDifferentVictimsAreNoDoubt() {
    var tellings = Self.doubts()
    tellings[0].reading.claims[0].figure?.victims = "civili"
    tellings[0].reading.claims[1].figure?.victims = "soldati"
    let items = ReviewList(of: Edited(tellings).dossier).items
    #expect(!items.contains { $0.kind == .figures })
  }

  @Test func anArticleOfOneVoiceHasNoContestedFigures() {
    var tellings = Self.doubts()
    tellings[0].reading.claims[1].claimants = tellings[0].reading.claims[0].claimants
    let items = ReviewList(of: Edited(tellings).dossier).items
    #expect(!items.contains { $0.kind == .figures })
  }

  // MARK: Pasting

  @Test func everyProposalParsesAndSettlesItsItem() {
    for item in Self.review().items {
      for proposal in item.proposals {
        let (edited, left) = Self.review(proposal.lines.joined(separator: "\n"))
        #expect(edited.diagnostics == [], "\(proposal.lines)")
        // A hidden or merged figure or event can leave its item only if it is gone altogether.
        #expect(
          !left.contains { $0.id == item.id && $0.proposals == item.proposals }, "\(proposal)")
      }
    }
  }

  @Test func allFirstProposalsTogetherLeaveNothingOpen() {
    var lines: [String] = []
    for _ in 0..<4 {
      let items = Self.review(lines.joined(separator: "\n")).items
      if items.isEmpty { break }
      for item in items {
        lines += (item.proposals.last { $0.meaning == .accept } ?? item.proposals[0]).lines
      }
    }
    let (edited, left) = Self.review(lines.joined(separator: "\n"))
    #expect(edited.diagnostics.filter { $0.severity == .error } == [])
    #expect(left.map(\.id) == [])
  }

  @Test func aDateOfPublicationCanBeUnknown() throws {
    let (edited, item, _) = try Self.decided(.publication, .publicationUnknown)
    #expect(item.subject == .article(.init("a")))
    #expect(edited.words(item.passages[0]) == "lunedì")
    #expect(edited.dossier.articles[0].article.published == nil)
  }

  @Test func aSpeakerIsOneOfThoseNamedAround() throws {
    let (edited, item, _) = try Self.decided(.speaker, .speaker, value: "Ada Brenz")
    #expect(item.proposals.last?.meaning == .accept)
    #expect(edited.quotation("Andremo avanti")?.speakers.map(\.rawValue) == ["ada-brenz"])
    #expect(edited.quotation("Andremo avanti")?.basis == .editor)
  }

  @Test func aSpeakerCanStayUnknown() throws {
    let (edited, _, left) = try Self.decided(.speaker, .accept)
    #expect(edited.quotation("Andremo avanti")?.speakers == [])
    #expect(!left.contains { $0.kind == .speaker })
  }

  @Test func aFigureCanBeLeftOutOrBothStand() throws {
    let (one, _, _) = try Self.decided(.figures, .hide, value: "Sei morti")
    #expect(one.claim("Sei morti") == nil && one.claim("cinque morti") != nil)
    let (both, _, _) = try Self.decided(.figures, .accept)
    #expect(both.claim("Sei morti")?.review == .accepted)
    #expect(both.claim("cinque morti")?.review == .accepted)
  }

  @Test func anEventCanStayUndated() throws {
    let (edited, item, _) = try Self.decided(.eventDate, .accept)
    #expect(edited.words(item.passages[0]) == "A Sedra si spara")
    #expect(edited.event("A Sedra si spara")?.when.edtf == nil)
    #expect(edited.event("A Sedra si spara")?.review == .accepted)
  }

  @Test func anEventTakesADateOfItsParagraph() throws {
    var tellings = Self.doubts()
    tellings[0].date("Sei", "2031-05-01")
    let items = ReviewList(of: Edited(tellings).dossier).items
    let proposal = try #require(
      items.first { $0.kind == .eventDate }?.proposals.first { $0.meaning == .date })
    let edited = Edited(tellings, proposal.lines.joined(separator: "\n"))
    #expect(edited.event("A Sedra si spara")?.when.edtf?.text == "2031-05-01")
    #expect(edited.event("A Sedra si spara")?.when.basis == .editor)
  }

  @Test func aDoubtfulMergeIsUndoneOrStands() throws {
    let words = "Ada Brenz è andata a Sedra per un incontro"
    let (split, _, _) = try Self.decided(.merge, .split)
    #expect(split.event(words)?.accounts.count == 1)
    let (stands, _, _) = try Self.decided(.merge, .accept)
    #expect(stands.event(words)?.accounts.count == 2)
  }

  @Test func eventsThatWereLeftTwoCanBeOne() throws {
    let (edited, _, _) = try Self.decided(.merge, .merge)
    let event = try #require(edited.event("incontro a Sedra"))
    #expect(event.accounts.count == 3)
    #expect(event.mergeReasons.contains("editor"))
  }

  @Test func aSpellingIsOneActorOrTwo() throws {
    let (same, item, _) = try Self.decided(.identity, .same)
    #expect(item.passages.map(same.words) == ["Ivo Lem", "Yvo Lem"])
    #expect(same.dossier.actors.count { $0.name.hasSuffix("Lem") } == 1)
    let (two, _, _) = try Self.decided(.identity, .separate)
    #expect(two.dossier.actors.count { $0.name.hasSuffix("Lem") } == 2)
  }

  @Test func aNameIsSomebodyOrNobodyOrNoName() throws {
    let (named, _, _) = try Self.decided(.name, .actor, title: "esercito")
    #expect(named.mentions("esercito").map(\.actor?.rawValue) == ["esercito-di-sedra"])
    let (open, _, _) = try Self.decided(.name, .unresolved, title: "esercito")
    #expect(open.mentions("esercito").map(\.resolution) == [.editor])
    let (none, _, _) = try Self.decided(.name, .noName, title: "esercito")
    #expect(none.mentions("esercito") == [])
  }

  @Test func aPlaceIsAKnownOneOrItsOwn() throws {
    let (known, _, _) = try Self.decided(.name, .location, title: "Grovena")
    #expect(known.mentions("Grovena").map(\.location?.rawValue) == ["grovenna"])
    let (own, _, _) = try Self.decided(.name, .newLocation, title: "Grovena")
    #expect(own.mentions("Grovena").map(\.location?.rawValue) == ["grovena"])
    #expect(own.location("Grovena")?.kind == .settlement)
  }

  @Test func damagedMarksAreWholeOrStandOrTheWordsGo() throws {
    let words = "Mai \"più\\"
    let (whole, _, _) = try Self.decided(.damage, .intact)
    #expect(whole.quotation(words)?.integrity == .intact)
    let (stands, _, _) = try Self.decided(.damage, .accept)
    #expect(stands.quotation(words)?.integrity == .damaged)
    let (gone, _, _) = try Self.decided(.damage, .hide)
    #expect(gone.quotation(words) == nil)
  }

  @Test(arguments: [
    "Ada Brenz", "null", "D’Alì", "a: b", "x #y", "[z]", "\u{AB}sì\u{BB}", "- uno", "", " a ",
    "2031-05",
    "yes", "\"x\" \\ \n\t\u{1}\u{85}\u{2028}\u{FEFF}", "👩‍👧 é", "@x", "'x'", "~", "Null",
  ]) func anyTextIsWrittenSoThatItIsReadAgain(_ text: String) {
    guard text.contains(where: { $0 != " " }) else { return }
    let edited = Edited(
      valdoria(), "actors:\n  - {name: Lega, aliases: \(EditorLines.list([text]))}")
    #expect(edited.diagnostics == [])
    #expect(edited.file.actors.first?.aliases?.map(\.value) == [text])
  }
}

/// How things came about, in words.
@Suite struct ExplanationTests {
  private func lines(_ id: String, _ yaml: String = "") -> [String] {
    let edited = Edited(valdoria(), yaml)
    let steps = Explainer(edited.dossier).explanation(of: id)?.steps ?? []
    return steps.map { step in
      step.text + (step.passage.map { ": " + edited.words($0) } ?? "")
    }
  }

  @Test(arguments: [
    "quotation a17-c53-70, direct: Tre morti a Grova", "said by Ada Brenz (ada-brenz), basis name",
    "rule: subject-before - the subject before the verb of saying",
    "named here (exact, person - a person's name): Ada Brenz", "introduced by: ha detto",
    "told by Lega (lega), from the speaker outward",
  ]) func aQuotationTellsWhoSaysSoAndByWhichRule(_ line: String) {
    #expect(lines("a17-c53-70").contains(line), "\(lines("a17-c53-70"))")
  }

  @Test(arguments: [
    "told by a17 as occurred, 2031-04-29 (stated), lasting PT6H: L’attacco di martedì è durato sei ore",
    "rule: noun - a noun of the tables", "dated by: martedì",
    "several accounts are one event: same-type-day-place - type, day and place agree",
    "where: Grova (grova): L’attacco di martedì è durato sei ore", "part of war-2031",
    "evidence: l’attacco a Grova di martedì ha fatto cinque morti",
    "contested: claimants of several sides differ",
  ]) func anEventTellsItsAccountsAndWhyTheyAreOne(_ line: String) {
    let told = lines("shelling-grova-2031-04-29")
    #expect(told.contains(line), "\(told)")
  }

  @Test func aClaimTellsItsFigureAndClaimants() {
    let told = lines("a17-killed-196-209")
    #expect(told.contains("killed: low 4, high 4, exact"))
    #expect(told.contains("claimed by Lega (lega)"))
    #expect(told.contains("about shelling-grova-2031-04-29"))
  }

  @Test func anActorTellsItsFormsAndWhyTheyAreOne() {
    let told = lines("lega")
    #expect(told.contains("\"Lega\" is the same: same-name - one kind of actor with one name"))
    #expect(told.contains("named 2 times so (exact, person - a person's name): Lega"))
  }

  @Test func wordsTellWhatWasReadThere() {
    #expect(lines("a17-c43-50").first == "date, at 2031-04-29: martedì")
    #expect(lines("a17-c65-70").first == "name, place: Grova")
  }

  @Test func theEditorsDecisionsAreToldWithTheirPlace() {
    let yaml = "quotations:\n  - {article: a17.txt, exact: Basta, speakers: [Lega], note: sentito}"
    let id = Edited(valdoria()).quotation("Basta")?.id.rawValue ?? ""
    let told = lines(id, yaml)
    #expect(told.contains("the editor decided: speakers (dossier.yml:2:5)"))
    #expect(told.contains("note: sentito"))
    #expect(told.contains("said by Lega (lega), basis editor"))
  }

  @Test func anArticleTellsHowItsDateIsKnown() {
    #expect(lines("a17").contains("published 2031-05-02 (unknown)"))
    #expect(lines("b.txt").first == "article b: b.txt")
  }

  @Test func anUnknownIdHasItsNearest() {
    let explainer = Explainer(Edited(valdoria()).dossier)
    #expect(explainer.explanation(of: "ada-brens") == nil)
    #expect(explainer.ids(near: "ada-brens").first == "ada-brenz")
    #expect(explainer.ids(near: "Brenz") == ["ada-brenz"])
    #expect(explainer.ids(near: "shelling-grova-2031-04-28").first == "shelling-grova-2031-04-29")
    #expect(explainer.ids(near: "zzzzzz") == [])
  }
}
