import DossierModel
import Knowledge

/// Finds every place where a text speaks of an event, with what its clause says of it: who, where,
/// when, how real and who says so.
final class EventFinder {
  let document: Document
  let language: Language
  let outline: Outline
  let stances: Stances
  let references: References
  let quotedSpeech: QuotedSpeech
  let dates: [TemporalExpression]
  /// By phrase: the clauses that a relative pronoun or participle hangs on it.
  let describing: TextArray<TextArray<Int>>
  /// How much the sentences speak of fields in which words of war are images.
  let fields: FiguredFields
  var mentions: [EventMention] = []

  let a: LexemeTable.ID
  let contro: LexemeTable.ID

  var lexicon: EventLexicon { @inline(__always) get { language.events } }
  var text: TokenizedText { document.tokens }

  /// The most code points of a passage that carries an event.
  static let longestEvidence = 560

  /// The events that `outline` speaks of.
  init(
    document: Document, language: Language, outline: Outline, stances: Stances,
    quotedSpeech: QuotedSpeech
  ) {
    (self.document, self.language, self.outline) = (document, language, outline)
    self.quotedSpeech = quotedSpeech
    self.stances = stances
    references = stances.references
    dates = references.reading.dates
    fields = FiguredFields(outline, document, language)
    (a, contro) = (language.words.a, language.words.contro)
    describing = TextArray(
      repeating: TextArray(in: outline.memory), count: outline.phrases.count, in: outline.memory)
    for (index, clause) in outline.clauses.enumerated() {
      if let antecedent = clause.antecedent { describing[antecedent].append(index) }
    }
  }

  /// The reading, with the actors that only adjectives name.
  var reading: ArticleReading { references.reading }

  /// Finds the mentions of all sentences.
  func find() {
    for sentence in outline.sentences.indices {
      let first = mentions.count
      for clause in outline.sentences[sentence] {
        if let mention = verbMention(clause) { mentions.append(mention) }
      }
      for phrase in outline.phrasesOfSentence[sentence]
      where outline.phrases[phrase].triggers != nil {
        if let mention = nounMention(phrase) { mentions.append(mention) }
      }
      if mentions.count > first + 1 {
        mentions[first...].sort { $0.trigger.lowerBound < $1.trigger.lowerBound }
      }
      joinInClause(first)
      if sentence == 0 { takeDateline(first) }
    }
  }

  /// "Mariupol, bombardato il teatro": the town before the comma of a headline is where it happened, if it
  /// is no capital, which may stand for its country.
  private func takeDateline(_ first: Int) {
    guard outline.sentences.count > 1, outline.paragraphs[0] != outline.paragraphs[1],
      let phrase = outline.phrasesOfSentence[0].first, outline.phrases[phrase].preposition == nil,
      outline.phrases[phrase].mentions.count == 1
    else { return }
    let end = outline.phrases[phrase].tokens.upperBound
    guard end < text.count, text.isMark(end, ",") || text.isMark(end, ":"),
      let place = references.references(of: phrase).first, let index = place.place,
      references.reading.places[index].kind == .settlement, !isSeat(index)
    else { return }
    for mention in mentions.indices.dropFirst(first)
    where mentions[mention].places.isEmpty && mentions[mention].standing == .told
      && EventKinship.family(mentions[mention].type) == .violence
    {
      addPlace(place, to: &mentions[mention])
    }
  }

  /// Whether the town can stand for a government.
  private func isSeat(_ place: Int) -> Bool {
    Knowledge.shared.names.lookup(references.reading.places[place].name).contains {
      if case .seat = $0.referent { true } else { false }
    }
  }

  func add(
    _ reference: Reference, _ role: ParticipantRole, to mention: inout EventMention
  ) {
    guard let actor = reference.actor,
      !mention.participants.contains(where: { $0.actor == actor })
    else { return }
    mention.participants.append(
      EventParticipant(actor: actor, role: role, span: reference.span))
  }

  func addPlace(_ reference: Reference, to mention: inout EventMention) {
    guard let place = reference.place, !mention.places.contains(where: { $0.place == place }) else {
      return
    }
    mention.places.append(EventPlace(place: place, span: reference.span))
    if let seat = references.seat(of: place), !mention.places.contains(where: { $0.place == seat })
    {
      mention.places.append(EventPlace(place: seat, span: reference.span))
    }
  }

  /// Words that tell a more exact type than a general trigger does.
  func refine(
    _ mention: inout EventMention, by tokens: Range<Int>, at places: [EventLexicon.ModifierPlace]
  ) {
    guard mention.flags.contains(.general) else { return }
    for token in tokens where text[token].lexeme >= 0 {
      guard let modifier = lexicon.modifiers[text[token].lexeme], places.contains(modifier.place)
      else { continue }
      if modifier.place == .clash, mention.frame.agent != .party { continue }
      mention.type = modifier.type
      mention.flags.remove(.general)
      return
    }
  }

  /// The clause with a verb of its own person that tells of the tokens `around`; at most
  /// `longestEvidence` code points.
  func evidence(of clause: Int, around tokens: Range<Int>) -> TextSpan {
    var index = clause
    for _ in 0..<6 {
      let own = outline.clauses[index]
      if own.kind.isFinite, own.verb != nil { break }
      guard let parent = own.parent else { break }
      index = parent
    }
    let own = outline.clauses[index]
    var range = min(own.start, tokens.lowerBound)..<max(own.end, tokens.upperBound)
    if codePoints(range) > Self.longestEvidence {
      let inner = outline.clauses[clause]
      range = min(inner.start, tokens.lowerBound)..<max(inner.end, tokens.upperBound)
    }
    if codePoints(range) > Self.longestEvidence {
      var end = tokens.upperBound
      while end < range.upperBound, codePoints(tokens.lowerBound..<end + 1) < Self.longestEvidence {
        end += 1
      }
      range = tokens.lowerBound..<end
    }
    return text.span(trimmed(range, around: tokens))
  }

  func codePoints(_ tokens: Range<Int>) -> Int {
    let span = text.span(tokens)
    // A byte is at most a code point: an upper bound is enough.
    if span.count <= Self.longestEvidence { return span.count }
    return text.bytes[span.range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// `range` without conjunctions and marks at its ends.
  func trimmed(_ range: Range<Int>, around tokens: Range<Int>) -> Range<Int> {
    var (first, last) = (range.lowerBound, range.upperBound)
    while first < tokens.lowerBound,
      text[first].isPunctuation
        || language.grammar.isAny(text[first].lexeme, of: .coordinator, .subordinator)
    {
      first += 1
    }
    while last > tokens.upperBound,
      text[last - 1].isPunctuation
        || language.grammar.isAny(text[last - 1].lexeme, of: .coordinator)
    {
      last -= 1
    }
    return first..<max(last, first + 1)
  }

  /// Who answers for an event inside a quotation: those who speak.
  func settleSpeakers(_ mention: inout EventMention) {
    guard let innermost = quotedSpeech.innermost(at: mention.trigger.lowerBound) else { return }
    mention.stance.isReported = true
    if !innermost.speakers.isEmpty {
      mention.stance.claimants = TextArray(innermost.speakers, in: outline.memory)
      mention.stance.chain = TextArray(innermost.chain, in: outline.memory)
    }
  }

}
