import DossierModel

extension Verification {
  /// Checks that every span of a dossier holds words of its article, and that all that points to
  /// something points to something.
  static func spans(of dossier: Dossier) -> [Diagnostic] {
    var check = SpanCheck(dossier)
    check.run()
    return check.faults.sorted()
  }
}

private struct SpanCheck {
  private(set) var faults: [Diagnostic] = []
  private let dossier: Dossier
  private var texts: [Article.ID: ArticleText] = [:]

  init(_ dossier: Dossier) {
    self.dossier = dossier
    for record in dossier.articles { texts[record.article.id] = record.article.text }
  }

  mutating func run() {
    for record in dossier.articles {
      let id = record.article.id
      for mention in record.mentions { check(Passage(id, mention.span), "a mention") }
      for date in record.dates { check(Passage(id, date.span), "a date") }
    }
    for actor in dossier.actors {
      for role in actor.roles { check(role.evidence, "the role of \(actor.id)") }
    }
    for event in dossier.events { check(event) }
    let cited = Dictionary(grouping: dossier.quotations, by: \.passage.article)
    for (article, quotations) in cited.sorted(by: { $0.key < $1.key }) {
      let map = texts[article].map { CodePointMap($0) }
      for quotation in quotations { check(quotation, map: map) }
    }
    for claim in dossier.claims { check(claim.passage, "the claim \(claim.id)") }
    checkReferences()
  }

  private mutating func fault(_ file: String?, _ message: String, _ code: String) {
    faults.append(Diagnostic(.error, file: file, message, code: code))
  }

  private mutating func check(_ passages: [Passage], _ what: String) {
    for passage in passages { check(passage, what) }
  }

  private mutating func check(_ passage: Passage, _ what: String) {
    guard let bytes = texts[passage.article]?.bytes else {
      fault(nil, "\(what) rests on an article that is not there: \(passage.article)", "span")
      return
    }
    let (start, end) = (passage.span.start, passage.span.end)
    let isInside =
      start >= 0 && start < end && end <= bytes.count && bytes[start] & 0xC0 != 0x80
      && (end == bytes.count || bytes[end] & 0xC0 != 0x80)
    if !isInside {
      fault(
        SitePath.article(passage.article).path,
        "\(what) rests on bytes \(start) to \(end), which are no words of the article", "span")
    }
  }

  private mutating func check(_ event: Event) {
    let what = "the event \(event.id)"
    if event.evidence.isEmpty {
      fault(SitePath.event(event.id).path, "\(what) has no evidence", "span")
    }
    check(event.evidence, what)
    for place in event.places { check(place.evidence, what) }
    for participant in event.participants { check(participant.evidence, what) }
    check(event.when.passage.map { [$0] } ?? [], what)
    for account in event.accounts {
      check(account.trigger, what)
      check(account.when.passage.map { [$0] } ?? [], what)
    }
  }

  private mutating func check(_ quotation: Quotation, map: CodePointMap?) {
    let what = "the quotation \(quotation.id)"
    let before = faults.count
    check(quotation.passage, what)
    check(quotation.cue.map { [$0] } ?? [], what)
    guard faults.count == before, let map else { return }
    if map.codePoints(quotation.passage.span) != quotation.codePoints {
      fault(
        SitePath.article(quotation.passage.article).path,
        "\(what) counts other code points than its bytes are", "span")
    }
  }

  private mutating func checkReferences() {
    let actors = ids(dossier.actors.map(\.id), "actors")
    let locations = ids(dossier.locations.map(\.id), "locations")
    let events = ids(dossier.events.map(\.id), "events")
    let quotations = ids(dossier.quotations.map(\.id), "quotations")
    let claims = ids(dossier.claims.map(\.id), "claims")
    _ = ids(dossier.articles.map(\.article.id), "articles")
    for event in dossier.events {
      let what = "the event \(event.id)"
      refer(event.participants.map(\.actor), to: actors, what)
      refer(event.places.map(\.location), to: locations, what)
      refer(event.figures + event.claims, to: claims, what)
      refer(event.quotations, to: quotations, what)
      refer(event.partOf.map { [$0] } ?? [], to: events, what)
    }
    for quotation in dossier.quotations {
      let what = "the quotation \(quotation.id)"
      refer(quotation.speakers + quotation.chain, to: actors, what)
      refer(quotation.about, to: events, what)
      refer(quotation.continues.map { [$0] } ?? [], to: quotations, what)
    }
    for claim in dossier.claims {
      let what = "the claim \(claim.id)"
      refer(claim.claimants + claim.chain + claim.addressees, to: actors, what)
      refer(claim.about, to: events, what)
    }
    for record in dossier.articles {
      refer(record.mentions.compactMap(\.actor), to: actors, "a mention in \(record.article.id)")
      refer(
        record.mentions.compactMap(\.location), to: locations, "a mention in \(record.article.id)")
    }
  }

  /// `ids` as a set, each of which must be there once.
  private mutating func ids<Subject>(
    _ ids: [Identifier<Subject>], _ kind: String
  ) -> Set<Identifier<Subject>> {
    var set = Set<Identifier<Subject>>()
    for id in ids where !set.insert(id).inserted {
      fault(nil, "two of the \(kind) have the id \(id)", "id")
    }
    return set
  }

  private mutating func refer<Subject>(
    _ ids: [Identifier<Subject>], to known: Set<Identifier<Subject>>, _ what: String
  ) {
    for id in ids where !known.contains(id) {
      fault(nil, "\(what) points to \(id), which is not there", "reference")
    }
  }
}
