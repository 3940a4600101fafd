import DossierModel

/// The editor's decisions over what words refer to and what dates mean: applied to the readings, so
/// that everything after sees them.
struct ReadingDecisions {
  private let mentions: [Article.ID: [MentionDecision]]
  private let dates: [Article.ID: [DateDecision]]

  /// The decisions of `editor`.
  init(editor: EditorFile) {
    mentions = Dictionary(grouping: editor.mentions) { $0.passage.article }
    dates = Dictionary(grouping: editor.dates) { $0.passage.article }
  }

  /// Whether there are none.
  var isEmpty: Bool { mentions.isEmpty && dates.isEmpty }

  /// `corpus` with the decisions applied.
  func applied(to corpus: Corpus, _ diagnostics: inout [Diagnostic]) -> Corpus {
    var readings = corpus.readings
    for (number, article) in corpus.articles.enumerated() {
      for decision in mentions[article.id] ?? [] {
        apply(decision, to: &readings[number], article.text)
      }
      for decision in dates[article.id] ?? [] { apply(decision, to: &readings[number]) }
    }
    return Corpus(articles: corpus.articles, readings: readings)
  }

  private func apply(
    _ decision: MentionDecision, to reading: inout ArticleReading, _ text: ArticleText
  ) {
    let span = decision.passage.span
    let words = text[span]
    var index = reading.mentions.firstIndex { $0.span == span }
    if index == nil {
      // What overlaps and is no name of its own gives way to the editor's words.
      let label: ArticleReading.Mention.Label =
        decision.location?.value != nil ? .place : .person
      let place = reading.mentions.firstIndex { span < $0.span } ?? reading.mentions.count
      reading.mentions.insert(
        .init(span: span, label: label, resolution: .editor, sieve: "editor"), at: place)
      index = place
    }
    guard let index else { return }
    reading.mentions[index].resolution = .editor
    reading.mentions[index].sieve = "editor"
    if let actor = decision.actor {
      reading.mentions[index].actor = actor.value.map { name in
        self.actor(named: name, words, &reading)
      }
    }
    if let location = decision.location {
      reading.mentions[index].label = .place
      reading.mentions[index].place = location.value.map { name in
        self.place(named: name, words, &reading)
      }
    }
  }

  private func actor(
    named name: String, _ words: String, _ reading: inout ArticleReading
  ) -> Int {
    let folded = EditorialNames.fold(name)
    let known = reading.actors.firstIndex { actor in
      EditorialNames.fold(actor.name) == folded
        || actor.forms.contains { EditorialNames.fold($0) == folded }
    }
    let index = known ?? reading.actors.count
    if known == nil { reading.actors.append(.init(name: name, kind: .person)) }
    if !reading.actors[index].forms.contains(words) { reading.actors[index].forms.append(words) }
    return index
  }

  private func place(
    named name: String, _ words: String, _ reading: inout ArticleReading
  ) -> Int {
    let folded = EditorialNames.fold(name)
    let known = reading.places.firstIndex { place in
      EditorialNames.fold(place.name) == folded
        || place.forms.contains { EditorialNames.fold($0) == folded }
    }
    let index = known ?? reading.places.count
    if known == nil { reading.places.append(.init(name: name, kind: .other)) }
    if !reading.places[index].forms.contains(words) { reading.places[index].forms.append(words) }
    return index
  }

  private func apply(_ decision: DateDecision, to reading: inout ArticleReading) {
    let span = decision.passage.span
    let date = decision.edtf.value
    if let index = reading.dates.firstIndex(where: { $0.span.overlaps(span) }) {
      reading.dates[index].edtf = date
      reading.dates[index].rule = "editor"
      reading.dates[index].anchor = .none
    } else {
      let place = reading.dates.firstIndex { span < $0.span } ?? reading.dates.count
      reading.dates.insert(
        TemporalExpression(span: span, edtf: date, anchor: .none, rule: "editor"), at: place)
    }
    for index in reading.events.indices
    where reading.events[index].date.span?.overlaps(span) ?? false {
      reading.events[index].date.edtf = date
      reading.events[index].date.basis = date == nil ? .unknown : .editor
    }
  }
}
