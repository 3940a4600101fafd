import DossierModel

/// Tells which mentions speak of one event, and makes the events of a text from them.
///
/// It goes through the mentions in the order of the text. Each joins the event told before that it
/// fits best, by kind, date, places, participants and the article before its noun, or begins an event.
final class EventMerger {
  /// An event in the making.
  struct Draft: Sendable {
    var event: ArticleReading.Event
    var mentions: [Int]
    var family: EventKinship.Family
    /// Whether some mention tells it, so that it may be published.
    var isTold: Bool
    /// Whether the article itself tells it, nobody else being named for it.
    var isNarrated: Bool
    var isDenied: Bool
    /// The last sentence that speaks of it.
    var lastSentence: Int
    /// Whether only deaths or wounds tell of it.
    var isKillingOnly: Bool
    /// How many events it stands for: "due guerre".
    var count: Int
    /// Whether it was brought in beside the main line of the text.
    var isAside: Bool
    var flags: EventLexicon.Flags
    var dateSpans: [TextSpan]
    /// Whether its words name somebody or some place, known or not.
    var hasName = false
  }

  let document: Document
  let outline: Outline
  let reading: ArticleReading
  let mentions: [EventMention]
  var drafts: [Draft] = []
  /// The draft of each mention; `nil` for those that speak of no event told here.
  var draftOfMention: [Int?]

  /// How many events back a mention is compared with: a text does not take up older ones by a bare
  /// noun.
  static let reach = 24

  init(
    document: Document, outline: Outline, reading: ArticleReading, mentions: [EventMention]
  ) {
    (self.document, self.outline, self.reading, self.mentions) = (
      document, outline, reading, mentions
    )
    draftOfMention = Array(repeating: nil, count: mentions.count)
  }

  /// Makes the drafts.
  func merge() {
    var index = 0
    while index < mentions.count {
      let sentence = mentions[index].sentence
      var end = index
      while end < mentions.count, mentions[end].sentence == sentence { end += 1 }
      for number in index..<end where mentions[number].sameAs == nil { place(number) }
      for number in index..<end {
        if let other = mentions[number].sameAs, let draft = draftOfMention[other] {
          absorb(number, into: draft)
        } else if mentions[number].sameAs != nil, draftOfMention[number] == nil {
          place(number)
        }
      }
      index = end
    }
    joinSame()
  }

  // MARK: Choosing

  func place(_ number: Int) {
    let mention = mentions[number]
    var best: (draft: Int, score: Int)?
    for draft in drafts.indices.reversed().prefix(Self.reach) {
      guard let score = score(mention, number, drafts[draft]) else { continue }
      // Of equals the one spoken of last.
      let isBetter = best.map { known in
        (score, drafts[draft].lastSentence) > (known.score, drafts[known.draft].lastSentence)
      }
      if isBetter ?? true { best = (draft, score) }
    }
    let isBeginning = begins(mention)
    // What tells an event of its own needs more to be taken for another's.
    let needed = mention.standing == .told && !isAnaphoric(mention) ? 4 : 3
    if let best, best.score >= needed {
      absorb(number, into: best.draft)
    } else if isBeginning {
      begin(number)
    }
  }

  func isAnaphoric(_ mention: EventMention) -> Bool {
    mention.isDefinite && mention.flags.contains(.wide) && !mention.isNew
  }

  /// Whether a mention that fits no event told before tells one.
  func begins(_ mention: EventMention) -> Bool {
    if mention.stance.reality == .hypothetical {
      return mention.standing != .passing && mention.isDateOwn && mention.isDefinite
    }
    let hasSomething =
      mention.hasName || !mention.participants.isEmpty || !mention.places.isEmpty
      || mention.date.span != nil
    switch mention.standing {
    case .told:
      // A promise or statement of nobody is none.
      let isOfSomebody =
        mention.type == .pledge && mention.phrase == nil
        && outline.clauses[mention.clause].kind != .participle
      if mention.type == .pledge || mention.type == .statement, mention.participants.isEmpty,
        !isOfSomebody
      {
        return false
      }
      if mention.stance.reality == .denied { return mention.stance.isReported && hasSomething }
      if mention.flags.contains(.weak), mention.phrase != nil, !mention.isAnchored { return false }
      return hasSomething || mention.phrase == nil && !mention.isKilling || !mention.isDefinite
    case .presupposed:
      if mention.stance.reality == .denied {
        return mention.stance.isReported && mention.isAnchored
      }
      return mention.isAnchored
        && (mention.isDefinite || mention.date.span != nil || mention.phrase == nil
          || isSetAfter(mention) && !mention.places.isEmpty && !mention.flags.contains(.weak))
    case .passing: return false
    }
  }

  /// "dopo una marcia a X": what went before, or around, has happened.
  private func isSetAfter(_ mention: EventMention) -> Bool {
    switch mention.phrase.flatMap({ outline.phrases[$0].preposition?.relation }) {
    case .cause, .within: true
    default: false
    }
  }

  /// How well `mention` fits the event; `nil` if it cannot be that.
  func score(_ mention: EventMention, _ number: Int, _ draft: Draft) -> Int? {
    let type = draft.event.type
    // Two words in one clause tell two things, unless the clause itself has made them one.
    let isHeadline = self.isHeadline(mention.sentence)
    if !mention.isKilling, !draft.isKillingOnly,
      !(isHeadline && EventKinship.isAttack(mention.type) && EventKinship.isAttack(type)),
      // Sentences come in order: a long article's mentions need not be looked through each time.
      draft.lastSentence >= mention.sentence,
      draft.mentions.contains(where: {
        mentions[$0].clause == mention.clause && mentions[$0].sentence == mention.sentence
      })
    {
      return nil
    }
    // "hanno colpito X, in risposta agli attacchi nel Mar Rosso": what went before is another.
    if let phrase = mention.phrase, outline.phrases[phrase].preposition?.relation == .cause,
      draft.lastSentence == mention.sentence, !mention.isKilling, !draft.isKillingOnly
    {
      return nil
    }
    guard let kinship = kinship(mention, draft) else { return nil }
    var score = kinship
    let isAnaphor = isAnaphoric(mention)
    let distance = mention.sentence - draft.lastSentence
    // Dates.
    switch dates(mention, draft) {
    case .apart: return nil
    case .same: score += 3
    case .within: score += 2
    case .unlike: score -= 3
    case .open:
      // A dated mention of an event that was dated otherwise named before stands apart.
      break
    }
    if let first = draft.mentions.first, mention.standing == .told,
      (mention.stance.reality == .planned) != (mentions[first].stance.reality == .planned),
      dates(mention, draft) == .open, !isAnaphor
    {
      // "ha inviato truppe", then "invierà una nave": what is to come is another.
      score -= 2
    }
    // Participants and places.
    let others = draft.event.participants.map(\.actor)
    let own = mention.participants.map(\.actor)
    if draft.family == .talks, isAnaphor, mention.isAnchored, !others.isEmpty,
      own.contains(where: { actor in !others.contains { isOne($0, actor) } })
    {
      // "i colloqui con X" are with others.
      return nil
    }
    if mention.isRecent, draft.event.date.edtf != nil, isLatest(draft) { score += 3 }
    let shared = own.filter { actor in others.contains { isOne($0, actor) } }.count
    let isRetort = self.isRetort(mention, draft)
    if shared > 0 {
      score += min(shared, 2) * 2
    } else if !own.isEmpty, !others.isEmpty {
      score -= isRetort || mention.isKilling && draft.isKillingOnly ? 0 : 3
    }
    let places = settlements(draft.event.places.lazy.map(\.place))
    let named = settlements(mention.places.lazy.map(\.place))
    if !named.isEmpty, !places.isEmpty {
      if named.contains(where: { places.contains($0) }) {
        score += 3
      } else if !isRetort {
        score -= isAnaphor ? 2 : 5
      }
    } else if mention.places.contains(where: { link in
      draft.event.places.contains { $0.place == link.place }
    }) {
      score += 2
    }
    if isRetort { score += 4 }
    // What the text has spoken of often it is likelier to take up.
    if isAnaphor { score += min(draft.mentions.count / 2, 2) }
    // The article before the noun.
    if isAnaphor {
      score += 3
      if draft.isAside, distance > 0 { score -= 2 }
    } else if mention.isNew {
      score -= 1
    }
    if mention.isByAnother, distance > 0, mention.date.span != nil { score -= 2 }
    if mention.count > 1 || draft.count > 1 {
      if mention.count > 1, draft.count == 1 { return nil }
      if draft.count > 1, !isAnaphor, mention.count == 1 { return nil }
    }
    // Distance.
    if distance <= 1 {
      score += 2
    } else if distance <= 3 {
      score += 1
    } else if distance > 4 {
      score -= isAnaphor ? 1 : 2
    }
    // A headline and the sentence after it tell one thing.
    if mention.sentence <= 2, draft.lastSentence <= 1, draft.lastSentence < mention.sentence,
      type == mention.type, mention.standing == .told || mention.isDefinite
    {
      score += 3
    } else if isAnnounced(mention, draft) {
      score += 3
    }
    // What one side denies is what the other tells.
    if draft.isDenied != (mention.stance.reality == .denied), distance <= 3,
      EventKinship.isAttack(mention.type), EventKinship.isAttack(type)
    {
      score += 4
    }
    if distance == 0, mention.isKilling, draft.isKillingOnly, shared == 0,
      mention.date.span == draft.event.date.span
    {
      score += 3
    }
    // Hurt in what was just told.
    if mention.isKilling, draft.family == .violence, mention.date.span == nil || shared > 0,
      distance <= 2
    {
      score += distance <= 1 ? 4 : 2
    }
    return score
  }

  /// Whether the sentence is a headline: the first of the text, without a full stop.
  func isHeadline(_ sentence: Int) -> Bool {
    guard sentence == 0, outline.sentences.count > 1,
      outline.paragraphs[0] != outline.paragraphs[1]
    else { return false }
    return !document.tokens.isMark(document.sentences[0].upperBound - 1, ".")
  }

  /// Whether a headline has told in other words what its article begins with.
  func isAnnounced(_ mention: EventMention, _ draft: Draft) -> Bool {
    guard let first = draft.mentions.first, isHeadline(mentions[first].sentence),
      draft.lastSentence <= 1, mention.sentence <= 2, mention.standing == .told,
      draft.mentions.allSatisfy({
        mentions[$0].isKilling || isHeadline(mentions[$0].sentence)
      }),
      draft.family == .violence, EventKinship.family(mention.type) == .violence
    else { return false }
    return !isTerritorial(mention.type) && !isTerritorial(draft.event.type)
  }

  /// Whether no event of its family is dated later.
  func isLatest(_ draft: Draft) -> Bool {
    guard let own = draft.event.date.edtf else { return false }
    return drafts.allSatisfy { other in
      guard other.family == draft.family, let edtf = other.event.date.edtf else { return true }
      return !(own < edtf)
    }
  }

  /// How near the types are; `nil` if they cannot be one event.
  func kinship(_ mention: EventMention, _ draft: Draft) -> Int? {
    let type = draft.event.type
    if type == mention.type { return 2 }
    guard EventKinship.family(mention.type) == draft.family, draft.family != .other else {
      return nil
    }
    let isAnaphor = isAnaphoric(mention)
    switch draft.family {
    case .violence:
      if mention.isKilling || draft.isKillingOnly { return 0 }
      // A war or an offensive holds other events and is none of them; only "gli scontri", "il conflitto"
      // may stand for it.
      if isContainer(mention.type) != isContainer(type) {
        if isAnnounced(mention, draft), mention.type != .war, type != .war { return 0 }
        return isAnaphor && (!isContainer(type) || mention.type == .armedClash) ? 0 : nil
      }
      if isTerritorial(mention.type) || isTerritorial(type) { return isAnaphor ? -1 : nil }
      if isContainer(mention.type) { return isAnaphor ? 0 : nil }
      return 0
    case .talks:
      if mention.type == .phoneCall || type == .phoneCall { return isAnaphor ? -1 : nil }
      return 1
    case .truce: return isAnaphor ? 0 : nil
    case .unrest: return 1
    default: return 0
    }
  }

  func isContainer(_ type: EventType) -> Bool { type == .war || type == .operation }

  func isTerritorial(_ type: EventType) -> Bool {
    type == .territoryRegained || type == .territoryOvertaken
  }

  enum DateRelation { case same, within, open, unlike, apart }

  func dates(_ mention: EventMention, _ draft: Draft) -> DateRelation {
    guard let span = mention.date.span, let other = draft.event.date.span ?? draft.dateSpans.first
    else { return .open }
    guard let a = mention.date.edtf, let b = draft.event.date.edtf else {
      if mention.date.edtf == nil, draft.event.date.edtf == nil {
        if mention.date.duration != nil || draft.event.date.duration != nil { return .open }
        return isSameText(span, other) ? .same : .unlike
      }
      return mention.date.duration != nil || draft.event.date.duration != nil ? .open : .unlike
    }
    if a == b { return .same }
    guard overlap(a, b) else { return .apart }
    // Dated anew in another measure: "La scorsa settimana …", then "Ad agosto …".
    if mention.standing == .told, !isAnaphoric(mention), mention.sentence > draft.lastSentence,
      span != other, max(days(a), days(b)) > 3, !isOneDeed(mention, draft)
    {
      return .apart
    }
    return .within
  }

  func isSameText(_ a: TextSpan, _ b: TextSpan) -> Bool {
    let bytes = document.article.text.bytes
    return LexemeTable.normalized(bytes[a.range]) == LexemeTable.normalized(bytes[b.range])
  }

  func overlap(_ a: EDTF, _ b: EDTF) -> Bool {
    if let end = a.latest, let start = b.earliest, end < start { return false }
    if let end = b.latest, let start = a.earliest, end < start { return false }
    return true
  }

  /// Whether a side tells its own version of what the other side has told: what an undated account
  /// says of the same two.
  func isRetort(_ mention: EventMention, _ draft: Draft) -> Bool {
    guard draft.family == .violence, mention.stance.isReported, mention.date.span == nil,
      mention.sentence - draft.lastSentence <= 4, !mention.stance.claimants.isEmpty
    else { return false }
    let sides = draft.event.participants.map(\.actor)
    guard
      sides.count >= 2 || draft.mentions.contains(where: { !mentions[$0].stance.claimants.isEmpty })
    else { return false }
    let isSide = mention.stance.claimants.contains { claimant in
      sides.contains { side in
        side == claimant
          || reading.actors[claimant].country.map { $0 == reading.actors[side].country } ?? false
      }
    }
    return isSide
      && mention.participants.allSatisfy { part in sides.contains { isOne($0, part.actor) } }
  }

  /// Whether two actors are one side: the same, or a state and its forces.
  func isOne(_ a: Int, _ b: Int) -> Bool {
    if a == b { return true }
    let (x, y) = (reading.actors[a], reading.actors[b])
    guard let country = x.country, country == y.country else { return false }
    return isArm(x.kind) && isArm(y.kind)
  }

  func isArm(_ kind: ActorKind) -> Bool {
    kind == .state || kind == .government || kind == .military
  }

  func settlements(_ places: some Sequence<Int>) -> [Int] {
    places.filter {
      let kind = reading.places[$0].kind
      return kind != .country && kind != .region
    }
  }

  /// Gives the drafts away.
  func takeDrafts() -> [Draft] {
    defer { drafts = [] }
    return drafts
  }
}
