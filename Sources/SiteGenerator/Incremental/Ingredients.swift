import Cache
import DossierModel

/// What the pages of a dossier are made of, as keys: a page whose ingredients have the same keys as in
/// the last build is the same page, and need not even be composed.
///
/// The key of a thing stands for all that a page shows of it wherever it names it, and of what it shows
/// with it: that of a quotation for its article and the names of its speakers too.
struct Ingredients: Sendable {
  let edition: Edition
  /// What every page may show: templates, title, language, address.
  private let scope: CacheKey
  /// By article: its text and what is known of it, its sentences, and where it quotes.
  fileprivate private(set) var articles: [CacheKey] = []
  /// By article: the same with all that was read there.
  fileprivate private(set) var readings: [CacheKey] = []
  /// By actor, location and event: what other pages show of it.
  fileprivate private(set) var actors: [CacheKey] = []
  fileprivate private(set) var locations: [CacheKey] = []
  fileprivate private(set) var events: [CacheKey] = []
  /// By actor and event: everything.
  fileprivate private(set) var wholeActors: [CacheKey] = []
  fileprivate private(set) var wholeEvents: [CacheKey] = []
  /// By quotation and claim: everything, with what stands beside it.
  fileprivate private(set) var quotations: [CacheKey] = []
  fileprivate private(set) var claims: [CacheKey] = []

  /// The ingredients of `edition`; `scope` stands for the templates, `jobs` threads work.
  init(_ edition: Edition, scope: CacheKey, jobs: Int) {
    self.edition = edition
    let dossier = edition.dossier
    var head = Recipe(nil)
    head.add(key: scope)
    for text in [dossier.title, dossier.language, edition.coverage] { head.add(text) }
    head.add(edition.address.map { $0.address(of: .index) } ?? "")
    for flag in [
      edition.review != nil, edition.feedEntries.isEmpty, edition.hasYearPages,
      dossier.sides.isEmpty,
    ] { head.add(flag ? 1 : 0) }
    self.scope = head.key

    func keys(_ count: Int, _ write: @Sendable (inout Recipe, Int) -> Void) -> [CacheKey] {
      let known = self
      return parallelMap(count: count, jobs: jobs) { number in
        var recipe = Recipe(known)
        write(&recipe, number)
        return recipe.key
      }
    }
    let index = edition.index
    articles = keys(dossier.articles.count) { recipe, number in
      let record = dossier.articles[number]
      recipe.write { $0.write(record) }
      for quotation in index.articles[number].quotations.map({ dossier.quotations[$0] }) {
        recipe.write {
          $0.write(quotation.passage)
          $0.write(text: quotation.kind.rawValue)
          $0.write(text: quotation.anchor)
        }
      }
    }
    actors = keys(dossier.actors.count) { recipe, number in
      let actor = dossier.actors[number]
      for text in [actor.id.rawValue, actor.name, actor.kind.rawValue] { recipe.add(text) }
      for text in [actor.article, actor.country, actor.side, edition.mainRole(actor.id)] {
        recipe.add(optional: text)
      }
      let side = dossier.sides[actor.id]
      recipe.write { $0.write(side) }
      recipe.add(side?.event.map { index.eventNumber[$0] == nil ? 1 : 2 } ?? 0)
    }
    locations = keys(dossier.locations.count) { recipe, number in
      recipe.write { $0.write(dossier.locations[number]) }
      recipe.add(edition.atlas.places[number]?.events ?? -1)
    }
    events = keys(dossier.events.count) { recipe, number in
      let event = dossier.events[number]
      for text in [event.id.rawValue, event.title, event.type.rawValue, event.status.rawValue] {
        recipe.add(text)
      }
      recipe.add(optional: event.when.edtf?.text)
      recipe.add(optional: event.when.duration)
      recipe.add(event.contested ? 1 : 0)
    }
    wholeActors = keys(dossier.actors.count) { recipe, number in
      recipe.write { $0.write(dossier.actors[number]) }
      recipe.add(key: recipe.known.actors[number])
    }
    wholeEvents = keys(dossier.events.count) { recipe, number in
      recipe.write { $0.write(dossier.events[number]) }
      recipe.add(key: recipe.known.events[number])
    }
    readings = keys(dossier.articles.count) { recipe, number in
      recipe.add(key: recipe.known.articles[number])
      let record = dossier.articles[number]
      recipe.write { out in
        out.write(list: record.mentions) { $0.write($1) }
        out.write(list: record.dates) { $0.write($1) }
      }
    }
    quotations = keys(dossier.quotations.count) { recipe, number in
      let quotation = dossier.quotations[number]
      recipe.write { $0.write(quotation) }
      recipe.add(edition.quotationPlaces[number])
      recipe.add(article: quotation.passage.article)
      for actor in quotation.speakers + quotation.chain { recipe.add(actor) }
      for event in quotation.about { recipe.add(event) }
      if let earlier = quotation.continues.flatMap({ index.quotationNumber[$0] }) {
        let earlier = dossier.quotations[earlier]
        recipe.write { $0.write(earlier.passage) }
        recipe.add(earlier.anchor)
      }
    }
    claims = keys(dossier.claims.count) { recipe, number in
      let claim = dossier.claims[number]
      recipe.write { $0.write(claim) }
      recipe.add(article: claim.passage.article)
      for actor in claim.claimants + claim.chain + claim.addressees { recipe.add(actor) }
      for event in claim.about { recipe.add(event) }
    }
  }

  /// The key of the file at `path`, which is made of what `write` names and of nothing else.
  func key(_ path: SitePath, _ write: (inout Recipe) -> Void) -> CacheKey {
    var recipe = Recipe(self)
    recipe.add(key: scope)
    recipe.add(path.path)
    write(&recipe)
    return recipe.key
  }
}

/// The ingredients of one file, written one behind the other.
struct Recipe {
  private let ingredients: Ingredients?
  private var out = BinaryWriter()

  /// Nothing yet.
  fileprivate init(_ ingredients: Ingredients?) { self.ingredients = ingredients }

  /// The keys of the things.
  fileprivate var known: Ingredients {
    guard let ingredients else { preconditionFailure("a scope names no things") }
    return ingredients
  }
  /// What the file tells of.
  var edition: Edition { known.edition }

  /// The key of all that.
  fileprivate var key: CacheKey { CacheKey(of: out.bytes) }

  /// Adds what `body` writes.
  mutating func write(_ body: (inout BinaryWriter) -> Void) { body(&out) }

  mutating func add(_ text: String) { out.write(text: text) }
  mutating func add(optional text: String?) { out.write(text) { $0.write(text: $1) } }
  mutating func add(_ number: Int) { out.write(integer: number) }
  mutating func add(key: CacheKey) { out.write(key: key) }
  mutating func add(_ inlines: [Inline]) { out.write(inlines) }

  /// Adds what pages show of a thing that they name; of one that is not there, that.
  mutating func add(_ id: Actor.ID) {
    add(known.edition.index.actorNumber[id].map { known.actors[$0] }, id.rawValue)
  }
  mutating func add(_ id: Location.ID) {
    add(known.edition.index.locationNumber[id].map { known.locations[$0] }, id.rawValue)
  }
  mutating func add(_ id: Event.ID) {
    add(known.edition.index.eventNumber[id].map { known.events[$0] }, id.rawValue)
  }
  mutating func add(article id: Article.ID) {
    add(known.edition.index.articleNumber[id].map { known.articles[$0] }, id.rawValue)
  }
  mutating func add(_ id: Quotation.ID) {
    add(known.edition.index.quotationNumber[id].map { known.quotations[$0] }, id.rawValue)
  }
  mutating func add(_ id: Claim.ID) {
    add(known.edition.index.claimNumber[id].map { known.claims[$0] }, id.rawValue)
  }
  private mutating func add(_ key: CacheKey?, _ id: String) {
    out.write(flag: key != nil)
    if let key { out.write(key: key) } else { out.write(text: id) }
  }

  mutating func add(actor number: Int) { add(key: known.actors[number]) }
  mutating func add(location number: Int) { add(key: known.locations[number]) }
  mutating func add(event number: Int) { add(key: known.events[number]) }
  mutating func add(article number: Int) { add(key: known.articles[number]) }
  mutating func add(quotation number: Int) { add(key: known.quotations[number]) }
  mutating func add(claim number: Int) { add(key: known.claims[number]) }

  /// Adds everything of a thing.
  mutating func add(wholeActor number: Int) { add(key: known.wholeActors[number]) }
  mutating func add(wholeEvent number: Int) { add(key: known.wholeEvents[number]) }
  mutating func add(wholeArticle number: Int) { add(key: known.readings[number]) }

  /// Adds a passage and the article around it.
  mutating func add(_ passage: Passage) {
    out.write(passage)
    add(article: passage.article)
  }

  /// Adds where something is named.
  mutating func add(_ naming: DossierIndex.Naming) {
    add(naming.count)
    add(naming.forms.count)
    for (form, at) in naming.forms {
      add(form)
      add(at.count)
      add(at.first)
    }
    add(naming.articles.count)
    for (article, at) in naming.articles {
      add(article: article)
      add(at.count)
      out.write(at.first)
    }
  }

  /// Adds the corrections of a page.
  mutating func add(corrections subject: Correction.Subject) {
    let numbers = edition.correctionsBySubject[subject] ?? []
    add(numbers.count)
    for number in numbers {
      let correction = edition.dossier.corrections[number]
      for text in [correction.date.text, correction.text, edition.correctionAnchor(number)] {
        add(text)
      }
    }
  }
}

extension BinaryWriter {
  /// Writes a piece of a line.
  fileprivate mutating func write(_ inlines: [Inline]) {
    write(list: inlines) { out, inline in
      switch inline {
      case .text(let text):
        out.write(count: 0)
        out.write(text: text)
      case .code(let text):
        out.write(count: 1)
        out.write(text: text)
      case .emphasis(let inlines):
        out.write(count: 2)
        out.write(inlines)
      case .strong(let inlines):
        out.write(count: 3)
        out.write(inlines)
      case .chip(let chip, let text):
        out.write(count: 4)
        out.write(text: chip.rawValue)
        out.write(text: text)
      case .link(let inlines, .page(let path, let anchor)):
        out.write(count: 5)
        out.write(inlines)
        out.write(text: path.path)
        out.write(anchor) { $0.write(text: $1) }
      case .link(let inlines, .external(let address)):
        out.write(count: 6)
        out.write(inlines)
        out.write(text: address)
      }
    }
  }
}
