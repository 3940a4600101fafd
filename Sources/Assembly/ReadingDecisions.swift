import DossierModel

/// The editor's decisions over what words refer to and what dates mean: applied to the readings, so
/// that everything after sees them.
struct ReadingDecisions {
  private let mentions: [Article.ID: [MentionDecision]]
  private let dates: [Article.ID: [DateDecision]]
  /// Names that the editor gives to actors and places, by the folded writing.
  private let actorNames: [String: String]
  private let placeNames: [String: String]
  private let separate: Set<Set<String>>

  /// The decisions of `editor`.
  init(editor: EditorFile) {
    mentions = Dictionary(grouping: editor.mentions) { $0.passage.article }
    dates = Dictionary(grouping: editor.dates) { $0.passage.article }
    actorNames = Self.names(editor.actors.map { ($0.name, $0.aliases) })
    placeNames = Self.names(editor.locations.map { ($0.name, $0.aliases) })
    separate = EditorialNames(editor: editor).separate
  }

  private static func names(
    _ decisions: [(name: Decided<String>, aliases: [Decided<String>]?)]
  ) -> [String: String] {
    Dictionary(
      decisions.flatMap { decision in
        ([decision.name] + (decision.aliases ?? [])).map {
          (EditorialNames.fold($0.value), decision.name.value)
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether there are none.
  var isEmpty: Bool {
    mentions.isEmpty && dates.isEmpty && actorNames.isEmpty && placeNames.isEmpty
      && separate.isEmpty
  }

  /// `corpus` with the decisions applied.
  func applied(to corpus: Corpus) -> Corpus {
    let known = KnownNames(corpus.readings)
    let readings = corpus.articles.indices.map { number in
      var edit = ReadingEdit(corpus.readings[number], corpus.articles[number].text, known)
      let article = corpus.articles[number].id
      for decision in mentions[article] ?? [] { edit.apply(decision) }
      for decision in dates[article] ?? [] { edit.apply(decision) }
      edit.resolve(actors: actorNames, places: placeNames)
      edit.split(separate)
      return edit.reading
    }
    return Corpus(articles: corpus.articles, readings: readings)
  }
}

/// The actors and places that the articles know, by name.
private struct KnownNames {
  private(set) var actors: [String: ArticleReading.Actor] = [:]
  private(set) var places: [String: ArticleReading.Place] = [:]

  init(_ readings: [ArticleReading]) {
    // A canonical name goes before another form, and the article told first before the others.
    for reading in readings {
      for actor in reading.actors where actor.kind != .anonymous {
        actors[EditorialNames.fold(actor.name)] =
          actors[EditorialNames.fold(actor.name)] ?? Self.bare(actor)
      }
      for place in reading.places {
        places[EditorialNames.fold(place.name)] =
          places[EditorialNames.fold(place.name)] ?? Self.bare(place)
      }
    }
    for reading in readings {
      for actor in reading.actors where actor.kind != .anonymous {
        for form in actor.forms where actors[EditorialNames.fold(form)] == nil {
          actors[EditorialNames.fold(form)] = Self.bare(actor)
        }
      }
      for place in reading.places {
        for form in place.forms where places[EditorialNames.fold(form)] == nil {
          places[EditorialNames.fold(form)] = Self.bare(place)
        }
      }
    }
  }

  private static func bare(_ actor: ArticleReading.Actor) -> ArticleReading.Actor {
    .init(name: actor.name, kind: actor.kind, country: actor.country, key: actor.key)
  }

  private static func bare(_ place: ArticleReading.Place) -> ArticleReading.Place {
    var place = place
    place.forms = []
    return place
  }
}

/// Changes what was read in one article.
private struct ReadingEdit {
  private(set) var reading: ArticleReading
  private let text: ArticleText
  private let known: KnownNames

  init(_ reading: ArticleReading, _ text: ArticleText, _ known: KnownNames) {
    (self.reading, self.text, self.known) = (reading, text, known)
  }

  // MARK: Mentions

  mutating func apply(_ decision: MentionDecision) {
    let span = decision.passage.span
    let words = text[span]
    let index = reading.mentions.firstIndex { $0.span == span }
    if decision.hide?.value == true {
      guard let index else { return }
      let mention = reading.mentions.remove(at: index)
      if let actor = mention.actor { forget(words, ofActor: actor) }
      if let place = mention.place { forget(words, ofPlace: place) }
      return
    }
    let number = index ?? insert(span, decision)
    let old = reading.mentions[number]
    reading.mentions[number].resolution = .editor
    reading.mentions[number].sieve = "editor"
    if let location = decision.location {
      if location.value != nil { reading.mentions[number].label = .place }
      reading.mentions[number].place = location.value.map { place(named: $0, words) }
      if let place = old.place { forget(words, ofPlace: place) }
    }
    if let label = decision.label { reading.mentions[number].label = label.value }
    if let actor = decision.actor {
      let label = reading.mentions[number].label
      let new = actor.value.map { self.actor(named: $0, words, label) }
      reading.mentions[number].actor = new
      if let old = old.actor, old != new {
        if let new { reassign(old, to: new, at: span) }
        forget(words, ofActor: old)
      }
    }
  }

  /// Adds a mention where none was read.
  private mutating func insert(_ span: TextSpan, _ decision: MentionDecision) -> Int {
    let label: ArticleReading.Mention.Label =
      decision.label?.value ?? (decision.location?.value != nil ? .place : .person)
    let place = reading.mentions.firstIndex { span < $0.span } ?? reading.mentions.count
    reading.mentions.insert(
      .init(span: span, label: label, resolution: .editor, sieve: "editor"), at: place)
    return place
  }

  /// The number of the actor that the editor calls `name`, which has `words` for a form.
  private mutating func actor(
    named name: String, _ words: String, _ label: ArticleReading.Mention.Label
  ) -> Int {
    let folded = EditorialNames.fold(name)
    // A form that several share names nobody: the canonical name goes first.
    let index =
      reading.actors.firstIndex { EditorialNames.fold($0.name) == folded }
      ?? reading.actors.firstIndex { actor in
        actor.forms.contains { EditorialNames.fold($0) == folded }
      } ?? reading.actors.count
    if index == reading.actors.count {
      let kind: ActorKind =
        switch label {
        case .person: .person
        case .group: .group
        case .organization, .place: .organization
        }
      reading.actors.append(known.actors[folded] ?? .init(name: name, kind: kind))
    }
    if !reading.actors[index].forms.contains(words) { reading.actors[index].forms.append(words) }
    return index
  }

  private mutating func place(named name: String, _ words: String) -> Int {
    let folded = EditorialNames.fold(name)
    let index =
      reading.places.firstIndex { EditorialNames.fold($0.name) == folded }
      ?? reading.places.firstIndex { place in
        place.forms.contains { EditorialNames.fold($0) == folded }
      } ?? reading.places.count
    if index == reading.places.count {
      reading.places.append(known.places[folded] ?? .init(name: name, kind: .other))
    }
    if !reading.places[index].forms.contains(words) { reading.places[index].forms.append(words) }
    return index
  }

  /// `words` are no form of the actor any more, unless another mention has them.
  private mutating func forget(_ words: String, ofActor actor: Int) {
    if reading.mentions.contains(where: { $0.actor == actor && text[$0.span] == words }) { return }
    reading.actors[actor].forms.removeAll { $0 == words }
  }

  private mutating func forget(_ words: String, ofPlace place: Int) {
    if reading.mentions.contains(where: { $0.place == place && text[$0.span] == words }) { return }
    reading.places[place].forms.removeAll { $0 == words }
  }

  /// What the sentence around `span` says of the actor `old` it says of `new`, unless it names `old`
  /// elsewhere.
  private mutating func reassign(_ old: Int, to new: Int, at span: TextSpan) {
    let sentence = reading.sentences.first { $0.overlaps(span) } ?? span
    let isNamed = reading.mentions.contains { $0.actor == old && sentence.contains($0.span) }
    if isNamed { return }
    func replaced(_ actors: [Int]) -> [Int] { actors.map { $0 == old ? new : $0 }.uniqued() }
    for index in reading.quotations.indices
    where reading.quotations[index].span.overlaps(sentence) {
      reading.quotations[index].speakers = replaced(reading.quotations[index].speakers)
      reading.quotations[index].chain = replaced(reading.quotations[index].chain)
    }
    for index in reading.claims.indices where reading.claims[index].span.overlaps(sentence) {
      reading.claims[index].claimants = replaced(reading.claims[index].claimants)
      reading.claims[index].chain = replaced(reading.claims[index].chain)
      reading.claims[index].addressees = replaced(reading.claims[index].addressees)
    }
    for event in reading.events.indices {
      for part in reading.events[event].participants.indices
      where reading.events[event].participants[part].actor == old
        && reading.events[event].participants[part].evidence.contains(where: {
          $0.overlaps(sentence)
        })
      {
        reading.events[event].participants[part].actor = new
      }
    }
  }

  // MARK: Names

  /// Gives unresolved words that are a name or alias of the editor's their actor or place.
  mutating func resolve(actors: [String: String], places: [String: String]) {
    if actors.isEmpty, places.isEmpty { return }
    for index in reading.mentions.indices {
      let mention = reading.mentions[index]
      guard mention.resolution == .unresolved, mention.actor == nil, mention.place == nil else {
        continue
      }
      let words = text[mention.span]
      let folded = EditorialNames.fold(words)
      if let name = places[folded] {
        reading.mentions[index].place = place(named: name, words)
        reading.mentions[index].label = .place
      }
      if let name = actors[folded] {
        reading.mentions[index].actor = actor(named: name, words, mention.label)
      }
      if reading.mentions[index] != mention {
        reading.mentions[index].resolution = .editor
        reading.mentions[index].sieve = "editor"
      }
    }
  }

  /// Makes two of every actor that has two names which the editor keeps apart.
  mutating func split(_ pairs: Set<Set<String>>) {
    if pairs.isEmpty { return }
    let names = Set(pairs.flatMap(\.self))
    for old in reading.actors.indices {
      let actor = reading.actors[old]
      let own = EditorialNames.fold(actor.name)
      let others = Set(actor.forms.map { EditorialNames.fold($0) })
        .filter { $0 != own && names.contains($0) && pairs.contains([$0, own]) }
      for other in others.sorted() { split(old, other) }
    }
    for old in reading.places.indices {
      let place = reading.places[old]
      let own = EditorialNames.fold(place.name)
      let others = Set(place.forms.map { EditorialNames.fold($0) })
        .filter { $0 != own && pairs.contains([$0, own]) }
      for other in others.sorted() { splitPlace(old, other) }
    }
  }

  /// Takes the forms that fold to `name` away from the actor `old`, for an actor of their own.
  private mutating func split(_ old: Int, _ name: String) {
    let actor = reading.actors[old]
    guard let writing = actor.forms.first(where: { EditorialNames.fold($0) == name }) else {
      return
    }
    var new = ArticleReading.Actor(name: writing, kind: actor.kind, country: actor.country)
    new.forms = actor.forms.filter { EditorialNames.fold($0) == name }
    let number = reading.actors.count
    reading.actors.append(new)
    reading.actors[old].forms.removeAll { EditorialNames.fold($0) == name }
    let moved = reading.mentions.indices.filter {
      reading.mentions[$0].actor == old
        && EditorialNames.fold(text[reading.mentions[$0].span]) == name
    }
    for index in moved {
      reading.mentions[index].actor = number
      reading.mentions[index].resolution = .editor
      reading.mentions[index].sieve = "editor"
    }
    for index in moved { reassign(old, to: number, at: reading.mentions[index].span) }
  }

  private mutating func splitPlace(_ old: Int, _ name: String) {
    let place = reading.places[old]
    guard let writing = place.forms.first(where: { EditorialNames.fold($0) == name }) else {
      return
    }
    var new = ArticleReading.Place(name: writing, kind: place.kind)
    new.country = place.country
    new.forms = place.forms.filter { EditorialNames.fold($0) == name }
    let number = reading.places.count
    reading.places.append(new)
    reading.places[old].forms.removeAll { EditorialNames.fold($0) == name }
    for index in reading.mentions.indices
    where reading.mentions[index].place == old
      && EditorialNames.fold(text[reading.mentions[index].span]) == name
    {
      let span = reading.mentions[index].span
      reading.mentions[index].place = number
      reading.mentions[index].resolution = .editor
      reading.mentions[index].sieve = "editor"
      for event in reading.events.indices {
        for link in reading.events[event].places.indices
        where reading.events[event].places[link].place == old
          && reading.events[event].places[link].evidence.contains(where: { $0.contains(span) })
        {
          reading.events[event].places[link].place = number
        }
      }
    }
  }

  // MARK: Dates

  mutating func apply(_ decision: DateDecision) {
    let span = decision.passage.span
    var index = reading.dates.firstIndex { $0.span == span }
    if index == nil { index = reading.dates.firstIndex { $0.span.overlaps(span) } }
    if decision.hide?.value == true {
      if let index { reading.dates.remove(at: index) }
      for event in reading.events.indices
      where reading.events[event].date.span?.overlaps(span) ?? false {
        reading.events[event].date = .init()
      }
      return
    }
    let number = index ?? insert(span)
    reading.dates[number].rule = "editor"
    if let date = decision.edtf {
      reading.dates[number].edtf = date.value
      reading.dates[number].anchor = .none
    }
    if let duration = decision.duration { reading.dates[number].duration = duration.value }
    if let relation = decision.relation { reading.dates[number].relation = relation.value }
    for event in reading.events.indices
    where reading.events[event].date.span?.overlaps(span) ?? false {
      if let date = decision.edtf {
        reading.events[event].date.edtf = date.value
        reading.events[event].date.basis = date.value == nil ? .unknown : .editor
      }
      if let duration = decision.duration {
        reading.events[event].date.duration = duration.value
      }
    }
  }

  private mutating func insert(_ span: TextSpan) -> Int {
    let place = reading.dates.firstIndex { span < $0.span } ?? reading.dates.count
    reading.dates.insert(
      TemporalExpression(span: span, edtf: nil, anchor: .none, rule: "editor"), at: place)
    return place
  }
}
