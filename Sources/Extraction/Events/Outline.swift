import DossierModel

/// A noun phrase with the preposition before it: "alla periferia di Homs", "due dei suoi soldati".
struct Phrase: Sendable {
  /// What stands before the noun.
  enum Determiner: UInt8, Sendable {
    case none, definite, indefinite, demonstrative, quantifier
  }

  /// All its tokens, the preposition included.
  @CompactRange var tokens: Range<Int>
  /// Its tokens without the preposition.
  @CompactRange var core: Range<Int>
  /// The preposition, if any.
  var preposition: EventLexicon.Preposition?
  /// What stands before the noun.
  var determiner: Determiner = .none
  /// Whether a possessive stands in it: "i suoi soldati".
  var isPossessive = false
  /// The token of the noun.
  var head: Int
  /// The kinds of its noun.
  var classes: NounClass = []
  /// Gender and number, as article and number word show them.
  var agreement = ArticleReading.Agreement()
  /// The mentions inside, by their places in the reading.
  var mentions: TextArray<Int>
  /// The temporal expression that it is.
  @CompactIndex var date: Int? = nil
  /// The number in it.
  var quantity: Quantity?
  /// Whether its number counts several kinds together: "40 tra morti e feriti".
  var isMixed = false
  /// The triggers of the event that it names, and the words that do.
  var triggers: (numbers: TableArray<Int>, tokens: Range<Int>)?
  /// The phrase right before it, with nothing between, in the same clause.
  @CompactIndex var follows: Int? = nil
  /// The phrase that it is joined to by a comma or conjunction, and whether by a conjunction.
  @CompactIndex var joinedTo: Int? = nil
  /// Whether a conjunction joins it.
  var isJoinedByConjunction = false
  /// The first of the list that it belongs to; itself if it stands alone.
  var listHead: Int
  /// The next of the same list.
  @CompactIndex var nextInList: Int? = nil
  /// Whether the phrase before in the same list leads to it.
  var isLinked = false
  /// The clause that it stands in.
  var clause: Int
}

/// A clause: a verb with what belongs to it.
struct Clause: Sendable {
  /// How it hangs on its parent.
  enum Kind: UInt8, Sendable {
    case main, complement, relative, subordinate, infinitive, gerund, participle, aside

    /// Whether it has a verb of its own person.
    var isFinite: Bool { rawValue < Kind.infinitive.rawValue }
  }

  var kind: Kind
  /// The clause that it depends on.
  @CompactIndex var parent: Int? = nil
  /// The clause that it stands beside, with the same parent.
  @CompactIndex var sibling: Int? = nil
  /// The sentence that it stands in.
  var sentence: Int
  /// Its verb group.
  @CompactIndex var verb: Int? = nil
  /// What its conjunction makes of what it tells.
  var effect: EventLexicon.Effect?
  /// The preposition before its infinitive or relative pronoun.
  var preposition: LexemeTable.ID = LexemeTable.unknown
  /// The phrase that a relative clause or participle tells more of.
  @CompactIndex var antecedent: Int? = nil
  /// Its phrases, in order.
  var phrases: TextArray<Int>
  /// Its subject: the first phrase of the list.
  @CompactIndex var subject: Int? = nil
  /// Its object.
  @CompactIndex var object: Int? = nil
  /// The first token.
  var start: Int
  /// The token after the last.
  var end: Int
  /// Whether a comma opened it.
  var isSetOff = false
  /// Whether its participle tells an event, as headlines do: "Gaza, uccisi dodici civili".
  var isHeadline = false
}

/// The phrases and clauses of a text, as far as rules over words and their order find them.
struct Outline: Sendable {
  /// What its lists are kept in.
  let memory: TextMemory
  /// The phrases, in order of the text.
  var phrases: TextArray<Phrase>
  /// The clauses; a parent comes before its children.
  var clauses: TextArray<Clause>
  /// The clauses of each sentence.
  var sentences: TextArray<Range<Int>>
  /// The number of the paragraph that each sentence stands in.
  var paragraphs: TextArray<Int>
  /// The phrases of each sentence.
  var phrasesOfSentence: TextArray<Range<Int>>

  /// An outline without phrases, in `memory`.
  init(in memory: TextMemory) {
    self.memory = memory
    phrases = TextArray(in: memory)
    clauses = TextArray(in: memory)
    sentences = TextArray(in: memory)
    paragraphs = TextArray(in: memory)
    phrasesOfSentence = TextArray(in: memory)
  }

  /// The members of the list that begins with `phrase`, in order.
  func list(_ phrase: Int) -> PhraseList { PhraseList(phrases: phrases, first: phrase) }
}

/// The phrases of a list, in order.
struct PhraseList: Sequence {
  fileprivate let phrases: TextArray<Phrase>
  /// The first of them.
  let first: Int

  /// Whether there are just two; the members of a long list are not counted for it.
  var isPair: Bool { prefix(3).reduce(0) { count, _ in count + 1 } == 2 }
  /// The phrase after the first, if any.
  var second: Int? { phrases[first].listHead == first ? phrases[first].nextInList : nil }

  func makeIterator() -> Iterator { Iterator(phrases: phrases, first: first, following: first) }

  /// Goes from member to member.
  struct Iterator: IteratorProtocol {
    fileprivate let phrases: TextArray<Phrase>
    fileprivate let first: Int
    fileprivate var following: Int?

    mutating func next() -> Int? {
      guard let current = following else { return nil }
      following = phrases[current].listHead == first ? phrases[current].nextInList : nil
      return current
    }
  }
}

extension Outline {
  private static let closingMarks: [[UInt8]] = ["»", "”", "\"", "’", "'", "–", "—", "-"].map {
    (mark: String) in Array(mark.utf8)
  }

  /// Whether the verb group follows words in quotation marks, as the words beside them do.
  func isTag(_ group: VerbGroup, in text: TokenizedText) -> Bool {
    var token = group.tokens.lowerBound - 1
    if token > 0, text.isMark(token, ",") { token -= 1 }
    guard token >= 0 else { return false }
    guard text[token].isPunctuation else { return false }
    let bytes = text.bytes(token)
    return Self.closingMarks.contains { bytes.elementsEqual($0) }
  }
}
