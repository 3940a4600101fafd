import DossierModel
import Knowledge

/// Links what many articles say into one dossier.
///
/// Actors and places that are one get one identity, events that agree become one, and the editor's
/// decisions are applied last. Nothing here depends on the order in which articles are handed over.
public struct Assembly: Sendable {
  /// How titles and dates are worded.
  public let wording: EventWording

  /// An assembly whose event titles are worded by `wording`.
  public init(wording: EventWording) { self.wording = wording }

  /// The dossier of `articles`, whose `readings` are in the same order, with the decisions of `editor`.
  ///
  /// The diagnostics are decisions that found nothing to decide.
  public func assemble(
    articles: [Article], readings: [ArticleReading], editor: EditorFile
  ) -> (dossier: Dossier, diagnostics: [Diagnostic]) {
    var corpus = Corpus(articles: articles, readings: readings)
    let decisions = ReadingDecisions(editor: editor)
    if !decisions.isEmpty {
      corpus = decisions.applied(to: corpus)
    }
    let names = EditorialNames(editor: editor)
    let actors = ActorAssembly(corpus, names: names)
    let locations = LocationAssembly(corpus, names: names)
    let merging = EventMerging(corpus, actorOf: actors.setOf, placeOf: locations.setOf)

    var dossier = Dossier(
      title: editor.title?.value ?? wording.untitled,
      language: editor.language?.value ?? wording.language)
    dossier.actors = actors.actors
    dossier.locations = locations.locations
    dossier.articles = corpus.articles.indices.map { number in
      record(number, corpus, actors, locations)
    }

    let claims = ClaimAssembly(corpus, actors: actors)
    let quotations = QuotationAssembly(corpus, actors: actors)
    var events = EventAssembly(
      corpus, merging: merging, actors: actors, locations: locations)
    events.link(claims: claims, quotations: quotations, corpus: corpus)
    events.entitle(actors: actors, locations: locations, wording: wording)
    dossier.events = events.events
    dossier.claims = events.claims
    dossier.quotations = events.quotations

    var desk = DossierDecisions(dossier, editor: editor, corpus: corpus, wording: wording)
    desk.apply()
    Contestation.mark(&desk.dossier)
    desk.settleContested()
    dossier = desk.dossier
    Contestation.settle(&dossier)
    nameNoContestedAuthors(in: &dossier)
    for index in dossier.actors.indices {
      dossier.actors[index].article = wording.article(of: dossier.actors[index])
    }
    Self.sort(&dossier)
    return (dossier, desk.diagnostics.sorted())
  }

  private func record(
    _ number: Int, _ corpus: Corpus, _ actors: ActorAssembly, _ locations: LocationAssembly
  ) -> ArticleRecord {
    let reading = corpus.readings[number]
    var record = ArticleRecord(article: corpus.articles[number])
    record.isAnalyzed = reading.isAnalyzed
    if let language = reading.language { record.article.language = language }
    record.paragraphs = reading.paragraphs
    record.sentences = reading.sentences
    record.dates = reading.dates
    record.mentions = reading.mentions.map { mention in
      ArticleRecord.Mention(
        span: mention.span, label: mention.label,
        actor: mention.actor.map { actors.id(article: number, $0) },
        location: mention.place.map { locations.id(article: number, $0) },
        resolution: mention.resolution, sieve: mention.sieve)
    }
    return record
  }

  /// Takes authors out of the titles of violent events of which it is contested who did what.
  private func nameNoContestedAuthors(in dossier: inout Dossier) {
    let contested = dossier.events.indices.filter { index in
      let event = dossier.events[index]
      return event.type.isViolence && event.editorial?.keys.contains("title") != true
        && event.contests.contains { $0.matter != .howMany }
    }
    if contested.isEmpty { return }
    let actors = Dictionary(uniqueKeysWithValues: dossier.actors.map { ($0.id, $0) })
    let locations = Dictionary(uniqueKeysWithValues: dossier.locations.map { ($0.id, $0) })
    let claims = Dictionary(uniqueKeysWithValues: dossier.claims.map { ($0.id, $0) })
    for index in contested {
      dossier.events[index].title = wording.title(
        of: dossier.events[index], actors: actors, locations: locations, claims: claims,
        namesAuthor: false)
    }
  }

  /// Articles, actors and locations by id; events by date, then id; the rest by place in the text.
  private static func sort(_ dossier: inout Dossier) {
    sort(&dossier.articles) { $0.article.id < $1.article.id }
    sort(&dossier.actors) { $0.id < $1.id }
    sort(&dossier.locations) { $0.id < $1.id }
    sort(&dossier.events) { a, b in
      switch (a.when.edtf, b.when.edtf) {
      case (let x?, let y?) where x != y: x < y
      case (.some, nil): true
      case (nil, .some): false
      default: a.id < b.id
      }
    }
    sort(&dossier.quotations) {
      $0.passage == $1.passage ? $0.id < $1.id : $0.passage < $1.passage
    }
    sort(&dossier.claims) { $0.passage == $1.passage ? $0.id < $1.id : $0.passage < $1.passage }
  }

  /// Sorts large values by their places, so that each is moved once.
  private static func sort<Item>(_ items: inout [Item], by precedes: (Item, Item) -> Bool) {
    let order = items.indices.sorted { precedes(items[$0], items[$1]) }
    items = order.map { items[$0] }
  }
}
