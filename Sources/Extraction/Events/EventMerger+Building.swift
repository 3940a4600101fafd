import DossierModel

/// Begins events and adds to them what their mentions say.
extension EventMerger {
  func begin(_ number: Int) {
    let mention = mentions[number]
    var event = ArticleReading.Event(
      type: mention.type, trigger: document.tokens.span(mention.trigger),
      evidence: [mention.evidence])
    event.date = mention.date
    event.participants = mention.participants.map(\.participation)
    event.places = mention.places.map(\.link)
    event.sieve = mention.phrase == nil ? "verb" : "noun"
    let clause = outline.clauses[mention.clause]
    draftOfMention[number] = drafts.count
    drafts.append(
      Draft(
        event: event, mentions: [number], family: EventKinship.family(mention.type),
        isTold: true, isNarrated: isNarrated(mention), isDenied: mention.stance.reality == .denied,
        lastSentence: mention.sentence, isKillingOnly: mention.isKilling, count: mention.count,
        isAside: clause.kind == .relative || clause.kind == .participle
          || clause.kind == .subordinate,
        flags: mention.flags, dateSpans: mention.date.span.map { [$0] } ?? []))
    drafts[drafts.count - 1].hasName = mention.hasName
  }

  func isNarrated(_ mention: EventMention) -> Bool {
    // "ponga fine al blocco": what is spoken of as known the article tells too.
    let isKnown = mention.phrase != nil && mention.isDefinite && mention.standing == .presupposed
    return (!mention.stance.isReported || isKnown) && !mention.stance.isHearsay
      && mention.stance.reality == .occurred
  }

  /// Adds what the mention says to the event.
  func absorb(_ number: Int, into index: Int) {
    draftOfMention[number] = index
    // In its place: a copy of all that a long article says of one event would be made for each
    // mention.
    absorb(number, into: &drafts[index])
  }

  private func absorb(_ number: Int, into draft: inout Draft) {
    let mention = mentions[number]
    draft.mentions.append(number)
    draft.lastSentence = mention.sentence
    let carries =
      mention.standing == .told
      || mention.standing == .presupposed
        && (mention.isAnchored
          || mention.isDefinite && mention.isInFact && !mention.flags.contains(.weak))
    let isReal = mention.stance.reality == .occurred || mention.stance.reality == .planned
    if carries, isReal {
      draft.event.evidence.add(mention.evidence)
      merge(dateOf: mention, into: &draft)
      merge(participantsOf: mention, into: &draft)
      for place in mention.places { Self.add(place.link, to: &draft.event.places) }
      if EventKinship.exactness(mention.type) > EventKinship.exactness(draft.event.type),
        draft.isKillingOnly && !mention.isKilling || draft.event.type == .meeting
      {
        draft.event.type = mention.type
        draft.event.trigger = document.tokens.span(mention.trigger)
      } else if draft.flags.contains(.general), !mention.flags.contains(.general),
        !mention.isKilling, draft.event.type == .armedClash, mention.standing == .told,
        EventKinship.isAttack(mention.type) || mention.type == .operation
      {
        // "un attacco", then "i missili": the more exact word tells what it was.
        draft.event.type = mention.type
        draft.event.trigger = document.tokens.span(mention.trigger)
        draft.flags.remove(.general)
      } else if draft.isKillingOnly, !mention.isKilling {
        draft.event.type = mention.type
        draft.event.trigger = document.tokens.span(mention.trigger)
      }
      if outline.clauses[mention.clause].kind == .main { draft.isAside = false }
      if !mention.isKilling { draft.isKillingOnly = false }
      if isNarrated(mention), mention.standing == .told { draft.isNarrated = true }
      if mention.count == 1, mention.date.edtf != nil { draft.count = 1 }
      if mention.standing == .told { draft.isTold = true }
      if mention.stance.reality == .occurred { draft.isDenied = false }
    }
  }

  func merge(dateOf mention: EventMention, into draft: inout Draft) {
    let date = mention.date
    if let duration = date.duration, draft.event.date.duration == nil {
      draft.event.date.duration = duration
    }
    if let span = date.span { draft.dateSpans.append(span) }
    guard let edtf = date.edtf else {
      if draft.event.date.span == nil { draft.event.date.span = date.span }
      return
    }
    guard let known = draft.event.date.edtf else {
      let duration = draft.event.date.duration
      draft.event.date = date
      draft.event.date.duration = date.duration ?? duration
      return
    }
    // The more exact of two that agree.
    if isNarrower(edtf, than: known), mention.isDateOwn || draft.event.date.basis != .stated {
      let duration = draft.event.date.duration
      draft.event.date = date
      draft.event.date.duration = date.duration ?? duration
    }
  }

  /// Whether the same did the same in the same place.
  func isOneDeed(_ mention: EventMention, _ draft: Draft) -> Bool {
    mention.type == draft.event.type
      && mention.participants.contains { part in
        draft.event.participants.contains { $0.actor == part.actor && $0.role == part.role }
      }
      && mention.places.contains { link in
        draft.event.places.contains { $0.place == link.place }
      }
  }

  /// The days that a date spans; many if it is open.
  func days(_ edtf: EDTF) -> Int {
    guard let first = edtf.earliest, let last = edtf.latest else { return 1_000_000 }
    return last.dayNumber - first.dayNumber
  }

  func isNarrower(_ a: EDTF, than b: EDTF) -> Bool {
    guard let first = a.earliest, let last = a.latest else { return false }
    guard let start = b.earliest, let end = b.latest else { return true }
    return last.dayNumber - first.dayNumber < end.dayNumber - start.dayNumber
  }

  func merge(participantsOf mention: EventMention, into draft: inout Draft) {
    for part in mention.participants {
      if let known = draft.event.participants.firstIndex(where: { $0.actor == part.actor }) {
        let role = draft.event.participants[known].role
        draft.event.participants[known].evidence.add(part.span)
        if role == part.role { continue }
        // Those who clashed stay parties, whoever of them suffered losses.
        if role == .party, part.role == .victim { continue }
        // A side's account makes nobody the initiator; the article's own may.
        if role == .party, isNarrated(mention),
          !draft.mentions.contains(where: {
            mentions[$0].stance.isReported
          })
        {
          draft.event.participants[known].role = part.role
        } else if (role == .initiator && part.role == .target)
          || (role == .target && part.role == .initiator)
        {
          draft.event.participants[known].role = .party
        }
        continue
      }
      var part = part.participation
      // Beside neutral parties a side's account stays neutral.
      if mention.stance.isReported, draft.event.participants.contains(where: { $0.role == .party }),
        part.role == .initiator || part.role == .target
      {
        part.role = .party
      }
      draft.event.participants.append(part)
    }
  }

  static func add(_ link: ArticleReading.PlaceLink, to links: inout [ArticleReading.PlaceLink]) {
    if let known = links.firstIndex(where: { $0.place == link.place }) {
      for span in link.evidence { links[known].evidence.add(span) }
    } else {
      links.append(link)
    }
  }
}

extension [TextSpan] {
  /// Adds `span` if it is not there: mentions are read in the order of the text, so that the same
  /// passage is among the last few, however long the article.
  fileprivate mutating func add(_ span: TextSpan) {
    if !suffix(32).contains(span) { append(span) }
  }
}
