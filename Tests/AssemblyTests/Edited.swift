import DossierModel
import Testing

@testable import Assembly
@testable import Ingestion

/// A dossier as the editor's file makes it.
struct Edited {
  var dossier: Dossier
  /// What the reader of the file and the assembly tell, sorted.
  var diagnostics: [Diagnostic]
  /// The editor's file.
  var file: EditorFile

  /// The dossier of `tellings` with the decisions of `yaml`.
  init(_ tellings: [Telling], _ yaml: String = "") {
    var directory = ArticleDirectory()
    for telling in tellings {
      directory.add(ArticlePath(text: telling.article.file), .article(telling.article))
    }
    var reader = EditorFileReader(directory: directory)
    reader.read([(Array(yaml.utf8)[...], "dossier.yml")])
    file = reader.editorFile
    let decisions = Dictionary(uniqueKeysWithValues: file.articles.map { ($0.file, $0) })
    let kept = tellings.filter { decisions[$0.article.file]?.exclude?.value != true }
    let articles = kept.map { telling in
      var article = telling.article
      if let decision = decisions[article.file] { article.apply(decision, basis: .editor) }
      return article
    }
    let wording = EventWording(language: "it", knowledge: .shared) { $0.text }
    let (dossier, remarks) = Assembly(wording: wording)
      .assemble(articles: articles, readings: kept.map(\.reading), editor: file)
    self.dossier = dossier
    diagnostics = (reader.diagnostics + remarks).sorted()
  }

  func quotation(_ words: String) -> Quotation? {
    dossier.quotations.first { self.words($0.passage) == words }
  }

  func claim(_ words: String) -> Claim? {
    dossier.claims.first { self.words($0.passage) == words }
  }

  /// The event told by exactly `words` somewhere.
  func event(_ words: String) -> Event? {
    dossier.events.first { $0.evidence.contains { self.words($0) == words } }
  }

  func actor(_ name: String) -> Actor? { dossier.actors.first { $0.name == name } }
  func location(_ name: String) -> Location? { dossier.locations.first { $0.name == name } }

  /// The mentions that are written `words`.
  func mentions(_ words: String) -> [ArticleRecord.Mention] {
    dossier.articles.flatMap { record in
      record.mentions.filter { record.article.text[$0.span] == words }
    }
  }

  func words(_ passage: Passage) -> String {
    dossier.articles.first { $0.article.id == passage.article }?.article.text[passage.span] ?? ""
  }
}

extension Telling {
  /// The place number `occurrence` of `words`.
  func span(_ words: String, _ occurrence: Int) -> TextSpan {
    let places = article.text.occurrences(of: Array(words.utf8))
    return places.indices.contains(occurrence - 1)
      ? TextSpan(places[occurrence - 1], places[occurrence - 1] + words.utf8.count)
      : TextSpan(0, 0)
  }

  /// Adds a mention of an actor, a place, both or neither.
  mutating func mention(
    _ words: String, _ occurrence: Int = 1, actor: Int? = nil, place: Int? = nil,
    label: ArticleReading.Mention.Label = .person
  ) {
    reading.mentions.append(
      .init(
        span: span(words, occurrence), label: label, actor: actor, place: place,
        resolution: actor == nil && place == nil ? .unresolved : .exact, sieve: "person"))
    reading.mentions.sort { $0.span < $1.span }
  }

  /// Adds a quotation.
  mutating func quotation(
    _ words: String, by speakers: [Int], cue: String? = nil, chain: [Int] = [],
    continues: Int? = nil
  ) {
    var quotation = ArticleReading.Quotation(span: span(words), kind: .direct)
    (quotation.speakers, quotation.chain, quotation.continues) = (speakers, chain, continues)
    quotation.basis = speakers.isEmpty ? .unresolved : .name
    quotation.sieve = speakers.isEmpty ? "" : "subject-before"
    quotation.cue = cue.map { span($0) }
    reading.quotations.append(quotation)
  }

  /// Adds a temporal expression.
  mutating func date(_ words: String, _ edtf: String?, _ occurrence: Int = 1) {
    reading.dates.append(
      TemporalExpression(
        span: span(words, occurrence), edtf: edtf.flatMap { EDTF($0) }, anchor: .none,
        rule: "weekday"))
    reading.dates.sort { $0.span < $1.span }
  }
}

/// Two articles about one attack, with one of everything that is published.
func valdoria() -> [Telling] {
  var a = Telling(
    "a17",
    "Ada Brenz, ministra degli Esteri, ha detto martedì: «Tre morti a Grova». «Basta», ha aggiunto. "
      + "L’attacco di martedì è durato sei ore. È un giorno di guerra. "
      + "La Lega accusa Ada Brenz dell’attacco: quattro morti.", published: "2031-05-02")
  // Sentences end where a full stop does.
  a.reading.sentences = sentences(of: a.article.text)
  let ada = a.actor("Ada Brenz", country: "VD")
  let league = a.actor("Lega", .organization)
  a.reading.actors[ada].roles = [
    .init(text: "ministra degli Esteri", span: a.span("ministra degli Esteri"))
  ]
  let grova = a.settlement("Grova", 7)
  a.mention("Ada Brenz", actor: ada)
  a.mention("Ada Brenz", 2, actor: ada)
  a.mention("Grova", place: grova, label: .place)
  a.mention("Lega", actor: league, label: .organization)
  a.date("martedì", "2031-04-29", 1)
  a.date("martedì", "2031-04-29", 2)
  a.quotation("Tre morti a Grova", by: [ada], cue: "ha detto", chain: [league])
  a.quotation("Basta", by: [ada], cue: "ha aggiunto", continues: 0)
  let attack = a.event(
    .shelling, "L’attacco di martedì è durato sei ore", date: "2031-04-29", places: [grova],
    roles: [(league, .initiator), (ada, .victim)])
  a.reading.events[attack].date.duration = "PT6H"
  a.reading.events[attack].date.span = a.span("martedì", 2)
  a.reading.events[attack].sieve = "noun"
  let war = a.event(.war, "È un giorno di guerra", date: "2031")
  a.reading.events[attack].partOf = war
  a.claim(.accusation, "La Lega accusa Ada Brenz dell’attacco", by: [league], about: attack)
  a.reading.claims[0].addressees = [ada]
  a.claim(
    .figure, "Tre morti", by: [ada], about: attack,
    figure: Figure(metric: .killed, victims: nil, low: 3, high: 3, qualifier: .exact))
  a.claim(
    .figure, "quattro morti", by: [league], about: attack,
    figure: Figure(metric: .killed, victims: nil, low: 4, high: 4, qualifier: .exact))

  var b = Telling(
    "b", "Secondo la Lega, l’attacco a Grova di martedì ha fatto cinque morti.",
    published: "2031-05-03")
  let other = b.actor("Lega", .organization)
  let there = b.settlement("Grova", 7)
  b.mention("Lega", actor: other, label: .organization)
  b.mention("Grova", place: there, label: .place)
  b.event(
    .shelling, "l’attacco a Grova di martedì ha fatto cinque morti", date: "2031-04-29",
    places: [there], roles: [(other, .initiator)])
  return [a, b]
}

/// The spans between full stops.
func sentences(of text: ArticleText) -> [TextSpan] {
  var spans: [TextSpan] = []
  var start = 0
  for (offset, byte) in text.bytes.enumerated() where byte == UInt8(ascii: ".") {
    spans.append(text.trimmed(TextSpan(start, offset + 1)))
    start = offset + 1
  }
  return spans
}
