import DossierModel

/// What several decisions over one thing say together.
extension EditorFileReader {
  /// What two decisions say together; notes a fault where they differ.
  mutating func settle<Value>(
    _ first: Decided<Value>?, _ second: Decided<Value>?, _ key: String, _ thing: String
  ) -> Decided<Value>? {
    guard let first else { return second }
    if let second, first.value != second.value {
      contradiction(key, thing, first.position, second.position)
    }
    return first
  }

  private mutating func contradiction(
    _ key: String, _ thing: String, _ first: SourcePosition, _ second: SourcePosition
  ) {
    reader.diagnostics.append(
      Diagnostic(
        .error, file: second.file, line: second.line, column: second.column,
        "\"\(key)\" of \(thing) is decided otherwise at \(first); keep one of the two",
        code: "contradiction"))
  }

  /// The same for lists, which must have the same items in the same order.
  mutating func settle<Value>(
    _ first: [Decided<Value>]?, _ second: [Decided<Value>]?, _ key: String, _ thing: String,
    _ firstPosition: SourcePosition, _ secondPosition: SourcePosition
  ) -> [Decided<Value>]? {
    guard let first else { return second }
    if let second, first.map(\.value) != second.map(\.value) {
      contradiction(
        key, thing, first.first?.position ?? firstPosition,
        second.first?.position ?? secondPosition)
    }
    return first
  }

  /// Lists that add up.
  func union<Value>(_ first: [Decided<Value>]?, _ second: [Decided<Value>]?)
    -> [Decided<Value>]?
  {
    guard let first else { return second }
    let known = Set(first.map(\.value))
    return first + (second ?? []).filter { !known.contains($0.value) }
  }

  /// What decisions say of each article's account of an event.
  private mutating func settled(
    _ first: [EventDecision.Account]?, _ second: [EventDecision.Account]?, _ thing: String
  ) -> [EventDecision.Account]? {
    guard var accounts = first, let second else { return first ?? second }
    for account in second {
      guard let index = accounts.firstIndex(where: { $0.article == account.article }) else {
        accounts.append(account)
        continue
      }
      let known = accounts[index]
      accounts[index].status = settle(known.status, account.status, "status", thing)
      accounts[index].date = settle(known.date, account.date, "date", thing)
    }
    return accounts
  }

  mutating func merged(_ a: ArticleDecision, _ b: ArticleDecision) -> ArticleDecision {
    let thing = "\"\(excerpt(a.file, limit: 200))\""
    var result = a
    result.published = settle(a.published, b.published, "published", thing)
    result.title = settle(a.title, b.title, "title", thing)
    result.publisher = settle(a.publisher, b.publisher, "publisher", thing)
    result.author = settle(a.author, b.author, "author", thing)
    result.url = settle(a.url, b.url, "url", thing)
    result.retrieved = settle(a.retrieved, b.retrieved, "retrieved", thing)
    result.archiveURL = settle(a.archiveURL, b.archiveURL, "archiveUrl", thing)
    result.language = settle(a.language, b.language, "language", thing)
    result.translated = settle(a.translated, b.translated, "translated", thing)
    result.note = settle(a.note, b.note, "note", thing)
    result.exclude = settle(a.exclude, b.exclude, "exclude", thing)
    return result
  }

  mutating func merged(_ a: ActorDecision, _ b: ActorDecision) -> ActorDecision {
    let thing = "\"\(excerpt(a.name.value))\""
    var result = a
    result.aliases = union(a.aliases, b.aliases)
    result.kind = settle(a.kind, b.kind, "kind", thing)
    result.country = settle(a.country, b.country, "country", thing)
    result.roles = settle(a.roles, b.roles, "roles", thing, a.position, b.position)
    result.side = settle(a.side, b.side, "side", thing)
    result.wikidata = settle(a.wikidata, b.wikidata, "wikidata", thing)
    result.hide = settle(a.hide, b.hide, "hide", thing)
    result.note = settle(a.note, b.note, "note", thing)
    return result
  }

  mutating func merged(_ a: LocationDecision, _ b: LocationDecision) -> LocationDecision {
    let thing = "\"\(excerpt(a.name.value))\""
    var result = a
    result.aliases = union(a.aliases, b.aliases)
    result.kind = settle(a.kind, b.kind, "kind", thing)
    result.point = settle(a.point, b.point, "latitude", thing)
    result.country = settle(a.country, b.country, "country", thing)
    result.precision = settle(a.precision, b.precision, "precision", thing)
    result.geonames = settle(a.geonames, b.geonames, "geonames", thing)
    result.hide = settle(a.hide, b.hide, "hide", thing)
    result.statusNote = settle(a.statusNote, b.statusNote, "statusNote", thing)
    result.note = settle(a.note, b.note, "note", thing)
    return result
  }

  mutating func merged(_ a: EventDecision, _ b: EventDecision) -> EventDecision {
    let thing = if case .id(let id) = a.subject { "the event \(id)" } else { "this event" }
    var result = a
    result.id = settle(a.id, b.id, "id", thing)
    result.evidence = union(a.evidence, b.evidence)
    result.accounts = settled(a.accounts, b.accounts, thing)
    result.duration = settle(a.duration, b.duration, "duration", thing)
    result.split = settle(a.split, b.split, "split", thing)
    result.contested = settle(a.contested, b.contested, "contested", thing)
    result.title = settle(a.title, b.title, "title", thing)
    result.type = settle(a.type, b.type, "type", thing)
    result.status = settle(a.status, b.status, "status", thing)
    result.date = settle(a.date, b.date, "date", thing)
    if let mine = a.participants, let others = b.participants {
      if mine.map({ [$0.actor.value, $0.role.rawValue] })
        != others.map({ [$0.actor.value, $0.role.rawValue] })
      {
        contradiction("participants", thing, a.position, b.position)
      }
    } else {
      result.participants = a.participants ?? b.participants
    }
    result.locations = settle(a.locations, b.locations, "locations", thing, a.position, b.position)
    result.merge = union(a.merge, b.merge)
    result.partOf = settle(a.partOf, b.partOf, "partOf", thing)
    result.hide = settle(a.hide, b.hide, "hide", thing)
    result.review = settle(a.review, b.review, "review", thing)
    result.note = settle(a.note, b.note, "note", thing)
    return result
  }

  mutating func merged(_ a: QuotationDecision, _ b: QuotationDecision) -> QuotationDecision {
    let thing = "this quotation"
    var result = a
    result.speakers = settle(a.speakers, b.speakers, "speakers", thing, a.position, b.position)
    result.kind = settle(a.kind, b.kind, "kind", thing)
    result.integrity = settle(a.integrity, b.integrity, "integrity", thing)
    result.chain = settle(a.chain, b.chain, "chain", thing, a.position, b.position)
    result.continues = settle(a.continues, b.continues, "continues", thing)
    result.cue = settle(a.cue, b.cue, "cue", thing)
    result.about = settle(a.about, b.about, "about", thing, a.position, b.position)
    result.date = settle(a.date, b.date, "date", thing)
    result.original = settle(a.original, b.original, "original", thing)
    result.hide = settle(a.hide, b.hide, "hide", thing)
    result.review = settle(a.review, b.review, "review", thing)
    result.note = settle(a.note, b.note, "note", thing)
    return result
  }

  mutating func merged(_ a: ClaimDecision, _ b: ClaimDecision) -> ClaimDecision {
    let thing = "this claim"
    var result = a
    result.claimants = settle(a.claimants, b.claimants, "claimants", thing, a.position, b.position)
    result.chain = settle(a.chain, b.chain, "chain", thing, a.position, b.position)
    result.addressees = settle(
      a.addressees, b.addressees, "addressees", thing, a.position, b.position)
    result.about = settle(a.about, b.about, "about", thing, a.position, b.position)
    result.kind = settle(a.kind, b.kind, "kind", thing)
    result.modality = settle(a.modality, b.modality, "modality", thing)
    result.asOf = settle(a.asOf, b.asOf, "asOf", thing)
    if var figure = a.figure, let other = b.figure?.value {
      let mine = figure.value
      figure.value.metric = settle(mine.metric, other.metric, "metric", thing)
      figure.value.victims = settle(mine.victims, other.victims, "victims", thing)
      figure.value.low = settle(mine.low, other.low, "low", thing)
      figure.value.high = settle(mine.high, other.high, "high", thing)
      figure.value.qualifier = settle(mine.qualifier, other.qualifier, "qualifier", thing)
      result.figure = figure
    } else {
      result.figure = a.figure ?? b.figure
    }
    result.hide = settle(a.hide, b.hide, "hide", thing)
    result.review = settle(a.review, b.review, "review", thing)
    result.note = settle(a.note, b.note, "note", thing)
    return result
  }

  mutating func merged(_ a: MentionDecision, _ b: MentionDecision) -> MentionDecision {
    let thing = "these words"
    var result = a
    result.actor = settle(a.actor, b.actor, "actor", thing)
    result.location = settle(a.location, b.location, "location", thing)
    result.label = settle(a.label, b.label, "label", thing)
    result.hide = settle(a.hide, b.hide, "hide", thing)
    return result
  }

  mutating func merged(_ a: DateDecision, _ b: DateDecision) -> DateDecision {
    var result = a
    let thing = "these words"
    result.edtf = settle(a.edtf, b.edtf, "edtf", thing)
    result.duration = settle(a.duration, b.duration, "duration", thing)
    result.relation = settle(a.relation, b.relation, "relation", thing)
    result.hide = settle(a.hide, b.hide, "hide", thing)
    return result
  }
}
