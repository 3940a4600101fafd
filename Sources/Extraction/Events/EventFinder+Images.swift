import DossierModel

/// Words of war that tell of none: images of sport, politics, weather and trade, and those of speakers.
extension EventFinder {
  /// Whether the field that the sentence or paragraph speaks of makes an image of the event: "l’attacco
  /// della capolista", "l’opposizione bombarda il governo di emendamenti".
  ///
  /// People hurt, weapons, fighters and states in the same sentence make it literal.
  func isFigurative(_ mention: EventMention) -> Bool {
    guard canBeImage(mention.type) else { return false }
    if isHurledAt(mention) { return true }
    let sentence = mention.sentence
    let own = fields.cues[sentence]
    guard own > 0 || fields.around(sentence, outline.paragraphs) > 1 else { return false }
    if fields.isLiteral[sentence] { return false }
    if own == 0, fields.isLiteralAround(sentence, outline.paragraphs) { return false }
    if !mention.places.isEmpty {
      switch mention.type {
      case .shelling, .airDroneStrike, .explosive: return false
      default: if !mention.participants.isEmpty { return false }
      }
    }
    return !mention.participants.contains { participant in
      switch references.reading.actors[participant.actor].kind {
      case .state, .military: true
      default: false
      }
    }
  }

  /// "È stato bombardato di critiche": what comes with "di" right after such a verb is no weapon.
  private func isHurledAt(_ mention: EventMention) -> Bool {
    guard mention.phrase == nil, mention.type == .shelling,
      let next = outline.clauses[mention.clause].phrases.first(where: {
        outline.phrases[$0].tokens.lowerBound == mention.trigger.upperBound
      })
    else { return false }
    return outline.phrases[next].preposition?.base == language.words.di
      && outline.phrases[next].classes.isDisjoint(with: .arms)
      && outline.phrases[next].mentions.isEmpty && outline.phrases[next].date == nil
  }

  /// Whether the words of a speaker name nobody, no place and no day: "«Vinceremo questa battaglia»".
  func isSpeakersImage(_ mention: EventMention) -> Bool {
    guard EventKinship.family(mention.type) == .violence, !mention.isKilling,
      mention.participants.isEmpty, mention.places.isEmpty, mention.date.span == nil,
      let speech = quotedSpeech.innermost(at: mention.trigger.lowerBound)
    else { return false }
    return speech.kind != .indirect && (mention.phrase == nil || !mention.hasName)
  }

  private func canBeImage(_ type: EventType) -> Bool {
    switch EventKinship.family(type) {
    case .violence, .truce, .blockade: true
    default:
      type == .displacement || type == .surrender || type == .mobilization
        || type == .territoryTransfer || type == .threat
    }
  }
}

/// How much the sentences of a text speak of fields in which words of war are images.
struct FiguredFields: Sendable {
  /// How many words of such fields each sentence has.
  private(set) var cues: [Int] = []
  /// Whether a sentence speaks of fighters, weapons or people hurt.
  private(set) var isLiteral: [Bool] = []

  /// The fields of the sentences of `outline`.
  init(_ outline: Outline, _ document: Document, _ language: Language) {
    let text = document.tokens
    let lexicon = language.events
    cues.reserveCapacity(outline.sentences.count)
    isLiteral.reserveCapacity(outline.sentences.count)
    for sentence in outline.sentences.indices {
      var count = 0
      var token = document.sentences[sentence].lowerBound
      let end = document.sentences[sentence].upperBound
      while token < end {
        if lexicon.opening(text[token].lexeme).contains(.field),
          let (_, next) = lexicon.fields.match(text, at: token, grammar: language.grammar)
        {
          count += 1
          token = next
        } else {
          token += 1
        }
      }
      cues.append(count)
      isLiteral.append(
        outline.phrasesOfSentence[sentence].contains { phrase in
          let own = outline.phrases[phrase]
          if own.classes.contains(.weapon) { return true }
          if own.classes.contains(.fighter),
            own.quantity.map({ $0.wording != .article }) ?? false || !own.mentions.isEmpty
          {
            return true
          }
          return own.quantity != nil
            && own.core.contains {
              lexicon.opening(text[$0].lexeme).contains(.figure)
                && lexicon.figureWords.match(text, at: $0, grammar: language.grammar).map {
                  $0.value.contains { $0.metric == .killed }
                } ?? false
            }
        })
    }
  }

  /// The words of such fields in the paragraph of `sentence`.
  func around(_ sentence: Int, _ paragraphs: TextArray<Int>) -> Int {
    range(sentence, paragraphs).reduce(0) { $0 + cues[$1] }
  }

  /// Whether the paragraph of `sentence` speaks of fighters, weapons or people hurt.
  func isLiteralAround(_ sentence: Int, _ paragraphs: TextArray<Int>) -> Bool {
    range(sentence, paragraphs).contains { isLiteral[$0] }
  }

  /// The most sentences on either side that are looked at.
  private static let reach = 12

  private func range(_ sentence: Int, _ paragraphs: TextArray<Int>) -> Range<Int> {
    var (first, last) = (sentence, sentence)
    while first > 0, sentence - first < Self.reach, paragraphs[first - 1] == paragraphs[sentence] {
      first -= 1
    }
    while last + 1 < cues.count, last - sentence < Self.reach,
      paragraphs[last + 1] == paragraphs[sentence] || sentence == 0 && paragraphs[last + 1] < 2
    {
      last += 1
    }
    return first..<last + 1
  }
}
