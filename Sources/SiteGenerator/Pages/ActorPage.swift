import DossierModel

/// The page of an actor: what they said, what is said of them, what they had a part in.
struct ActorPage {
  private let edition: Edition
  private let number: Int
  private let actor: Actor
  /// The location of the same name.
  private let place: Location.ID?
  private let own: DossierIndex.ActorContents
  private let path: SitePath

  private var words: Words { edition.words }
  private var phrasing: any Phrasing { edition.phrasing }
  private var dossier: Dossier { edition.dossier }

  /// The page of the actor at `number`.
  init(_ edition: Edition, number: Int) {
    (self.edition, self.number) = (edition, number)
    actor = edition.dossier.actors[number]
    own = edition.index.actors[number]
    place = edition.index.locationOfActor[number].map { edition.dossier.locations[$0].id }
    path = .actor(actor.id)
  }

  /// The page, composed.
  func page() -> Page {
    var contents = PageContents(path: path)
    contents.fill("title", line: [.text(actor.name)])
    contents.fill(
      "crumbs",
      edition.crumbs([
        .link(words[.navActors], to: .page(.actors)),
        .text(words.name(.actorKinds, actor.kind)),
      ]))
    contents.fill("chips", edition.chips(chips))
    contents.fill("facts", [facts])
    contents.fill("roles", roles)
    for section in sections { contents.fill(section.name, section.blocks(on: path, edition)) }
    let ties = edition.ties(of: number)
    if let picture = edition.network(around: number) {
      contents.fill("ties", figure: picture, named: "network", follows: true, ties)
    } else {
      contents.fill("ties", ties)
    }
    contents.fill("names", edition.names(own.naming, of: actor.name))
    contents.fill(
      "note", edition.note(actor.editorial) + edition.corrections(of: .actor(actor.id)))
    return edition.page(
      path, .actor, frame: .actor, title: actor.name, contents, description: description,
      frontMatter: frontMatter)
  }

  /// Names what the page is made of.
  func write(recipe: inout Recipe) {
    recipe.add(wholeActor: number)
    if let place { recipe.add(place) }
    for article in Set(actor.roles.flatMap(\.evidence).map(\.article)).sorted() {
      recipe.add(article: article)
    }
    recipe.add(own.naming)
    for section in sections { section.write(recipe: &recipe) }
    for tie in edition.ties.ofActor[number] ?? [] {
      let tie = edition.ties.all[tie]
      recipe.add(tie.kind.rawValue)
      recipe.add(tie.evidence.count)
      for end in tie.ends { recipe.add(actor: end) }
    }
    recipe.add(corrections: .actor(actor.id))
  }

  private var frontMatter: FrontMatter {
    var matter = FrontMatter()
    matter.add("title", actor.name)
    matter.add("kind", "actor")
    matter.add("id", actor.id.rawValue)
    matter.add("actorKind", actor.kind.rawValue)
    matter.add("country", actor.country)
    matter.add("aliases", .list(actor.aliases.map { .string($0) }))
    return matter
  }

  private var description: String {
    words.name(.actorKind, actor.kind) + ": "
      + edition.presence(own.naming, quotations: own.quotations.count, events: own.events.count)
  }

  private var chips: [Inline] {
    actor.editorial == nil ? [] : [.chip(.editor, words[.byEditor])]
  }

  private var facts: Block {
    edition.facts([
      edition.fact(.factKind, [.text(words.name(.actorKind, actor.kind))]),
      edition.fact(.factCountry, actor.country.map { [.text(words.country($0))] } ?? []),
      edition.fact(.factAsPlace, place.map { [edition.link($0)] } ?? []),
      edition.fact(
        .factInThisDossier,
        [
          .text(
            edition.presence(
              own.naming, quotations: own.quotations.count, events: own.events.count))
        ]),
      edition.fact(
        .factWikidata,
        actor.wikidata.map { item in
          [.link(item, to: .external("https://www.wikidata.org/wiki/\(item)"))]
        } ?? []),
    ])
  }

  /// Titles and roles, each leading to the words that give it.
  private var roles: [Block] {
    if actor.roles.isEmpty { return [] }
    return [
      .list(
        actor.roles.map { role in
          let sources = role.evidence.map { edition.source($0) }
          return [
            .paragraph(edition.row([[.text(role.text.collapsed)], edition.enumeration(sources)]))
          ]
        })
    ]
  }

  /// The claims that are not in words which the page quotes anyway.
  private var unquotedClaims: [Int] {
    let quoted = Dictionary(
      grouping: own.quotations.map { edition.dossier.quotations[$0].passage }, by: \.article)
    return own.claims.filter { number in
      let claim = edition.dossier.claims[number]
      let quotations = quoted[claim.passage.article] ?? []
      return claim.figure != nil
        || !quotations.contains { $0.span.contains(claim.passage.span) }
    }
  }

  /// What grows with the number of articles: what the actor said and claims, what others say of it,
  /// what it had a part in, where it is named.
  private var sections: [LongSection] {
    let id = actor.id
    let (edition, words, phrasing) = (edition, words, phrasing)
    return [
      edition.section(
        "quotations", title: .headSaid, quotations: own.quotations, leavingOut: .speaker),
      edition.section(
        "claims", title: .headClaims, claims: unquotedClaims, leavingOut: .speaker),
      edition.section("about", title: .headAbout, quotations: own.quotationsAbout),
      edition.section("accusations", title: .headAddressed, claims: own.claimsAbout),
      edition.section("events", title: .headEvents, events: own.events) { event in
        let roles = ParticipantRole.allCases.filter { role in
          event.participants.contains { $0.actor == id && $0.role == role }
        }
        return edition.item(event)
          + [
            " ",
            .emphasis([
              .text("· " + phrasing.list(roles.map { words.role($0, count: 1).lowercasedFirst }))
            ]),
          ]
      },
      edition.section("sources", title: .headNamedIn, naming: own.naming),
    ]
  }

  /// The lists of what does not fit the page.
  var lists: [PlannedPage] {
    sections.flatMap { $0.pages(of: path, named: actor.name, edition) }
  }
}
