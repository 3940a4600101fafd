import DossierModel

// The versions of those who differ, side by side: the same rows for each, in an order that no side can
// object to, and no verdict.
extension Edition {
  /// How many voices stand side by side, and how many statements of each; an event of which more is
  /// said has a list of all statements.
  private static let shownVoices = 40
  private static let shownClaims = 12

  /// What one voice says of a matter.
  private struct Version {
    var claimants: [Actor.ID]
    var claims: [Claim]
    var date: EDTF?
    var ranks: [Int]
  }

  /// The matters over which `event` is contested, each with its versions under a heading of `level`.
  func contests(of event: Event, level: Int) -> [Block] {
    event.contests.flatMap { contest in
      [
        .heading(
          level, [.text(words(.matterLine, ["matters": matter(contest)]))]),
        .region(.div, class: "versions", versions(of: contest, in: event, level: level + 1)),
      ]
    }
  }

  /// On what the versions of `event` differ, in words; `nil` if the texts do not say.
  func matters(of event: Event) -> String? {
    var matters: [String] = []
    for matter in event.contests.map(matter) where !matters.contains(matter) {
      matters.append(matter)
    }
    return matters.isEmpty ? nil : words(.matterLine, ["matters": phrasing.list(matters)])
  }

  /// What `contest` is about, in words.
  private func matter(_ contest: Contest) -> String {
    let figure = contest.claims.first.flatMap { claim($0)?.figure }
    return words.matter(
      contest.matter, counted: figure.map { counted($0).lowercasedFirst } ?? "")
  }

  private func claim(_ id: Claim.ID) -> Claim? {
    index.claimNumber[id].map { dossier.claims[$0] }
  }

  private func versions(of contest: Contest, in event: Event, level: Int) -> [Block] {
    let claims = telling(contest.claims.compactMap(claim))
    var blocks = voices(of: claims).prefix(Self.shownVoices)
      .map { version(of: $0, level: level) }
    // Where only one voice speaks against what the articles tell, theirs is the other version.
    if blocks.count < 2 { blocks.append(accountVersion(of: event, beside: claims, level: level)) }
    return blocks
  }

  /// `claims` by who makes them: by date of publication, then by name; the articles' own voice last.
  private func voices(of claims: [Claim]) -> [Version] {
    var voices: [[Actor.ID]: [Claim]] = [:]
    for claim in claims { voices[claim.claimants.sorted(), default: []].append(claim) }
    return voices.map { claimants, claims in
      Version(
        claimants: byName(claimants), claims: claims.sorted { precedes($0.passage, $1.passage) },
        date: claims.compactMap { article($0.passage.article)?.article.published }.min(),
        ranks: claimants.isEmpty ? [.max] : byName(claimants).map(rank))
    }.sorted { a, b in
      if a.claimants.isEmpty != b.claimants.isEmpty { return b.claimants.isEmpty }
      if a.date != b.date {
        guard let x = a.date else { return false }
        guard let y = b.date else { return true }
        return x < y
      }
      return a.ranks.lexicographicallyPrecedes(b.ranks)
    }
  }

  /// What each of `claims`' voices says, side by side.
  func cards(of claims: [Claim], level: Int) -> [Block] {
    let voices = voices(of: telling(claims)).prefix(Self.shownVoices)
    if voices.isEmpty { return [] }
    return [
      .region(
        .div, class: "versions",
        voices.map { version(of: $0, level: level, tellsSide: false) })
    ]
  }

  private func version(of version: Version, level: Int, tellsSide: Bool = true) -> Block {
    let title: [Inline] =
      version.claimants.isEmpty
      ? [.text(words[.articleVoiceTitle])] : enumeration(version.claimants.map(link))
    return .region(
      .section, class: "version",
      [
        .heading(level, title),
        .paragraph(tellsSide ? [.emphasis(side(of: version.claimants))] : []),
        .list(
          version.claims.prefix(Self.shownClaims)
            .map { item($0, leavingOut: [.speaker, .events]) }),
      ])
  }

  /// On which side of the conflict `claimants` stand, and who says so.
  private func side(of claimants: [Actor.ID]) -> [Inline] {
    if claimants.isEmpty { return [.text(words[.sideArticles])] }
    var seen: Set<String> = []
    let sides = claimants.compactMap { dossier.sides[$0] }.filter { seen.insert($0.name).inserted }
    // Of a party it says nothing to call it a party of its own name.
    let names = Set(claimants.compactMap { actor($0)?.name })
    guard let first = sides.first, !seen.isSubset(of: names) else { return [] }
    let links = sides.map { side -> Inline in
      guard let event = side.event, self.event(event) != nil else { return .text(side.name) }
      return .link(side.name, to: .page(.event(event)))
    }
    // The words around a name that leads somewhere.
    let sentence = words(
      first.basis == .text ? .sideText : .sideEditor, ["side": Self.slot])
    let parts = sentence.split(separator: Self.slot, omittingEmptySubsequences: false)
    return [.text(String(parts.first ?? ""))] + enumeration(links)
      + [.text(parts.count > 1 ? String(parts[1]) : "")]
  }

  /// Stands for a name in a sentence until the name is put there as a link.
  private static let slot = "\u{1F}"

  /// What the articles tell, apart from the words of `claims`; or that they tell nothing else.
  private func accountVersion(of event: Event, beside claims: [Claim], level: Int) -> Block {
    // Of each article the passage that tells most.
    var longest: [Article.ID: Passage] = [:]
    for passage in outermost(event.evidence)
    where !claims.contains(where: {
      $0.passage.article == passage.article && $0.passage.span.overlaps(passage.span)
    }) {
      if let known = longest[passage.article], known.span.count >= passage.span.count { continue }
      longest[passage.article] = passage
    }
    let passages = longest.values.sorted(by: precedes).prefix(Self.shownClaims)
    if passages.isEmpty {
      return .region(
        .section, class: "version",
        [
          .heading(level, [.text(words[.otherVersion])]),
          .paragraph([.emphasis([.text(words[.otherVersionNone])])]),
        ])
    }
    return .region(
      .section, class: "version",
      [
        .heading(level, [.text(words[.articlesTell])]),
        .paragraph([.emphasis([.text(words[.sideArticles])])]),
        .list(
          passages.map { passage in
            [
              .paragraph([.link(words(at: passage), to: target(passage))]),
              .paragraph([source(passage, tellsTranslation: true)]),
            ]
          }),
      ])
  }

  /// Whether `a` stands before `b`: by date of publication, those without a date last, then by article
  /// and place.
  func precedes(_ a: Passage, _ b: Passage) -> Bool {
    if a.article == b.article { return a.span < b.span }
    let (x, y) = (published(a.article), published(b.article))
    if x == y { return a < b }
    guard let x else { return false }
    guard let y else { return true }
    return x < y
  }
}

extension String {
  /// The words as they stand at the start of a sentence.
  var uppercasedFirst: String {
    unicodeScalars.first.map { $0.properties.uppercaseMapping + String(unicodeScalars.dropFirst()) }
      ?? self
  }

  /// The words as they stand inside a sentence.
  var lowercasedFirst: String {
    unicodeScalars.first.map { $0.properties.lowercaseMapping + String(unicodeScalars.dropFirst()) }
      ?? self
  }
}

extension SitePath {
  /// The page of the versions side by side.
  static let versions = SitePath("versions.md")
}

/// The page that gathers the events of which several versions are told.
struct VersionsPages: Sendable {
  private let edition: Edition

  /// The page of `edition`'s contested events.
  init(_ edition: Edition) { self.edition = edition }

  /// The contested events, by year.
  static func plan(_ dossier: Dossier, _ words: Words, _ phrasing: any Phrasing) -> ListPlan {
    let events = dossier.events.indices.filter { !dossier.events[$0].contests.isEmpty }
    let groups = ListPlan.Group.byYear(events, undated: words[.undatedGroup], phrasing) {
      dossier.events[$0].when.edtf
    }
    return ListPlan(path: .versions, groups: groups, limit: 40)
  }

  /// The pages; at least one.
  var pages: [PlannedPage] {
    let words = edition.words
    let count = edition.versionList.groups.reduce(0) { $0 + $1.items.count }
    return ListPages(
      edition: edition, plan: edition.versionList, frame: .versions, title: words[.headCompared],
      summary: count == 0
        ? words[.versionsNone] : words.count(count, .events, edition.phrasing),
      ingredient: { number, recipe in
        let event = edition.dossier.events[number]
        recipe.add(wholeEvent: number)
        for claim in event.contests.flatMap(\.claims) { recipe.add(claim) }
        for article in Set(event.evidence.map(\.article)).sorted() { recipe.add(article: article) }
      },
      entries: { numbers in numbers.flatMap(entry) }
    ).pages
  }

  private func entry(_ number: Int) -> [Block] {
    let event = edition.dossier.events[number]
    return [
      .region(
        .div, class: "contest", id: Self.anchor(of: event),
        [.heading(3, [edition.link(event.id)])] + edition.contests(of: event, level: 4))
    ]
  }

  /// The id of an event's versions on the page.
  static func anchor(of event: Event) -> String { "v-" + event.id.rawValue }
}
