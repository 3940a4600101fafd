import DossierModel
import Knowledge

/// The words that verb groups are made of besides their main verb: auxiliaries, pronouns, negation.
struct VerbGroupWords: Sendable {
  /// What a verb does in groups.
  enum Task: String, Sendable { case have, be, become, progressive, modal, causative }

  /// The tasks of verbs, by number.
  private(set) var tasks: TableArray<Task?>
  /// The kinds of unstressed pronouns.
  private(set) var pronouns = LexemeMap<VerbGroup.Clitics>()
  /// Pronouns that stand only before another.
  private(set) var weak = LexemeMap<Bool>()
  /// Words that negate the verb after them.
  private(set) var negations = LexemeMap<Bool>()
  /// Words before a verb that show it to be no noun.
  private(set) var binders = LexemeMap<Bool>()
  /// Conjunctions that can stand inside a group as adverbs do: "ha però detto".
  private(set) var asides = LexemeMap<Bool>()
  /// Words that open a clause after a verb.
  private(set) var clauseOpeners = LexemeMap<Bool>()
  /// Prepositions of whom or what a passive is done by.
  private(set) var agents = LexemeMap<Bool>()
  /// Prepositions that a finite verb can follow.
  private(set) var transparent = LexemeMap<Bool>()
  /// Pronouns at the ends of verbs, longest first.
  private(set) var endings =
    TableArray<(bytes: TableArray<UInt8>, clitics: VerbGroup.Clitics)>()
  /// For each last byte of them, which letters (bit 0 is a) stand before it.
  private var endingLetters = TableArray<UInt32>(repeating: 0, count: 256)
  /// The endings of adverbs of manner.
  private(set) var adverbEndings = TableArray<TableArray<UInt8>>()
  /// Verbs without an object, or of whose turn it is, so that somebody after them is the subject: "sedeva
  /// X", "ha aperto il sindaco".
  private(set) var inverting = TableArray<VerbLexicon.ID>()
  /// The verbs of denying.
  private(set) var deniers = TableArray<VerbLexicon.ID>()
  /// The verbs that give somebody a name with "si": "si chiama".
  private(set) var naming = TableArray<VerbLexicon.ID>()
  /// The endings of infinitives.
  private(set) var infinitiveEndings = TableArray<TableArray<UInt8>>()
  /// Adjectives that stand before their noun.
  private(set) var prenominals = LexemeMap<ArticleReading.Agreement>()

  /// The words of the language whose tables stand under `folder`.
  init(folder: String, verbs: VerbLexicon, lexemes: inout LexemeTable) {
    tasks = TableArray(repeating: nil, count: verbs.count)
    for row in EmbeddedTable.rows(of: folder + "/verb-groups.tsv") {
      switch row[1] {
      case "verb":
        if let verb = verbs.id(row[0]) { tasks[Int(verb)] = Task(rawValue: row[2]) }
      case "pronoun":
        let form = lexemes.intern(row[0])
        pronouns[form] = Self.clitics(row.list(2))
        if row.list(2).contains("weak") { weak[form] = true }
      case "ending":
        let bytes = Array(row[0].utf8)
        endings.append((TableArray(bytes), Self.clitics(row.list(2))))
        guard let last = bytes.last, bytes.count >= 2 else { continue }
        endingLetters[Int(last)] |= Self.letter(bytes[bytes.count - 2])
      case "adverb-ending": adverbEndings.append(TableArray(row[0].utf8))
      case "inverting": if let verb = verbs.id(row[0]) { inverting.append(verb) }
      case "naming": if let verb = verbs.id(row[0]) { naming.append(verb) }
      case "denier": if let verb = verbs.id(row[0]) { deniers.append(verb) }
      case "infinitive-ending": infinitiveEndings.append(TableArray(row[0].utf8))
      case "negation": negations[lexemes.intern(row[0])] = true
      case "binder": binders[lexemes.intern(row[0])] = true
      case "clause-opener": clauseOpeners[lexemes.intern(row[0])] = true
      case "aside": asides[lexemes.intern(row[0])] = true
      case "agent": agents[lexemes.intern(row[0])] = true
      case "transparent": transparent[lexemes.intern(row[0])] = true
      default: break
      }
    }
    for row in EmbeddedTable.rows(of: folder + "/prenominals.tsv") {
      for (form, agreement) in Self.forms(ofAdjective: row[0]) {
        prenominals[lexemes.intern(form)] = agreement
      }
    }
  }

  private static func clitics(_ names: [String]) -> VerbGroup.Clitics {
    var clitics: VerbGroup.Clitics = []
    for name in names {
      switch name {
      case "object": clitics.insert(.object)
      case "dative": clitics.insert(.dative)
      case "reflexive": clitics.insert(.reflexive)
      case "speaker": clitics.insert(.speaker)
      case "partitive": clitics.insert(.partitive)
      default: break
      }
    }
    return clitics
  }

  /// The four forms of an adjective in -o, the two of one in -e.
  private static func forms(
    ofAdjective base: String
  ) -> [(String, ArticleReading.Agreement)] {
    let stem = String(base.dropLast())
    if base.hasSuffix("o") {
      let hard = stem.hasSuffix("c") || stem.hasSuffix("g") ? stem + "h" : stem
      return [
        (base, .init(gender: .masculine, number: .singular)),
        (stem + "a", .init(gender: .feminine, number: .singular)),
        (
          (stem.hasSuffix("i") ? String(stem.dropLast()) : stem) + "i",
          .init(gender: .masculine, number: .plural)
        ),
        (hard + "e", .init(gender: .feminine, number: .plural)),
      ]
    }
    if base.hasSuffix("e") {
      return [(base, .init(number: .singular)), (stem + "i", .init(number: .plural))]
    }
    return [(base, .init())]
  }

  /// Whether the token `j` ends as adverbs of manner do: -mente.
  func isMannerAdverb(_ text: TokenizedText, _ j: Int) -> Bool {
    guard !text[j].isCapitalized else { return false }
    let word = text.bytes(j)
    return adverbEndings.contains { word.count > $0.count + 1 && word.ends(with: $0) }
  }

  /// Whether the token `j` ends as infinitives do.
  func looksInfinitive(_ text: TokenizedText, _ j: Int) -> Bool {
    let word = text.bytes(j)
    return infinitiveEndings.contains { word.count > $0.count + 1 && word.ends(with: $0) }
  }

  /// The pronoun at the end of `word`, which is in small letters: its length and kind.
  ///
  /// Endings of verbs are of two letters or three; their last two tell them apart from most words.
  @inline(__always)
  func ending(of word: UnsafeBufferPointer<UInt8>) -> (length: Int, clitics: VerbGroup.Clitics)? {
    guard word.count > 2,
      endingLetters[Int(word[word.count - 1])] & Self.letter(word[word.count - 2]) != 0
    else { return nil }
    for ending in endings
    where word.count > ending.bytes.count + 2 && word.ends(with: ending.bytes) {
      return (ending.bytes.count, ending.clitics)
    }
    return nil
  }

  /// The bit of a small letter; none of other bytes.
  private static func letter(_ byte: UInt8) -> UInt32 {
    (97...122).contains(byte) ? 1 << UInt32(byte - 97) : 0
  }

  /// What `verb` does in groups, if anything special.
  func task(_ verb: VerbLexicon.ID) -> Task? { tasks[Int(verb)] }
}
