import DossierModel

/// A noun phrase with the preposition before it: "alla periferia di Homs", "due dei suoi soldati".
struct Phrase: Sendable, Hashable {
  /// What stands before the noun.
  enum Determiner: UInt8, Sendable {
    case none, definite, indefinite, demonstrative, quantifier
  }

  /// All its tokens, the preposition included.
  var tokens: Range<Int>
  /// Its tokens without the preposition.
  var core: Range<Int>
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
  var mentions: [Int] = []
  /// The temporal expression that it is.
  var date: Int?
  /// The number in it.
  var quantity: Quantity?
  /// The triggers of the event that it names, and the words that do.
  var triggers: (numbers: [Int], tokens: Range<Int>)?
  /// The phrase right before it, with nothing between, in the same clause.
  var follows: Int?
  /// The phrase that it is joined to by a comma or conjunction, and whether by a conjunction.
  var joinedTo: Int?
  /// Whether a conjunction joins it.
  var isJoinedByConjunction = false
  /// The first of the list that it belongs to; itself if it stands alone.
  var listHead: Int
  /// The clause that it stands in.
  var clause: Int

  static func == (a: Phrase, b: Phrase) -> Bool { a.tokens == b.tokens }
  func hash(into hasher: inout Hasher) { hasher.combine(tokens) }
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
  var parent: Int?
  /// The clause that it stands beside, with the same parent.
  var sibling: Int?
  /// The sentence that it stands in.
  var sentence: Int
  /// Its verb group.
  var verb: Int?
  /// What its conjunction makes of what it tells.
  var effect: EventLexicon.Effect?
  /// The preposition before its infinitive or relative pronoun.
  var preposition: LexemeTable.ID = LexemeTable.unknown
  /// The phrase that a relative clause or participle tells more of.
  var antecedent: Int?
  /// Its phrases, in order.
  var phrases: [Int] = []
  /// Its subject: the first phrase of the list.
  var subject: Int?
  /// Its object.
  var object: Int?
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
  /// The phrases, in order of the text.
  var phrases: [Phrase] = []
  /// The clauses; a parent comes before its children.
  var clauses: [Clause] = []
  /// The clauses of each sentence.
  var sentences: [Range<Int>] = []
  /// The number of the paragraph that each sentence stands in.
  var paragraphs: [Int] = []
  /// The phrases of each sentence.
  var phrasesOfSentence: [Range<Int>] = []

  /// The members of the list that begins with `phrase`, in order.
  func list(_ phrase: Int) -> [Int] {
    var members = [phrase]
    var next = phrase + 1
    while next < phrases.count, phrases[next].clause < clauses.count,
      next - members[members.count - 1] < 12
    {
      if phrases[next].listHead == phrase { members.append(next) }
      next += 1
    }
    return members
  }
}
