import DossierModel
import Knowledge

/// What the tables of a language know of events: triggers, frames, what the words around make of
/// them, words that count people, verbs of speech acts.
struct EventLexicon: Sendable {
  private var openings = TableArray<Opening>()
  private(set) var triggers = TableArray<Trigger>()
  /// Triggers that are nouns, by their words.
  private(set) var nouns = PhraseMap<TableArray<Int>>()
  private var verbTriggers: TableArray<TableArray<Int>>
  /// The classes of nouns.
  private(set) var classes = PhraseMap<NounClass>()
  private var verbEffects: TableArray<TableArray<(slot: GovernedSlot, effect: Effect)>>
  private var delegates: TableArray<TableArray<GovernedSlot>>
  /// Nouns before "di", "a", "per", "su" and an event's noun.
  private var nounEffects = LexemeMap<TableArray<(preposition: LexemeTable.ID, effect: Effect)>>()
  /// Adjectives of an event's noun.
  private(set) var adjectiveEffects = LexemeMap<Effect>()
  /// Prepositions before an event's noun.
  private(set) var prepositionEffects = TableArray<Effect?>()
  /// All prepositions and prepositional phrases.
  private(set) var prepositions = PhraseMap<Preposition>()
  /// Prepositions of one word, by their base form.
  private(set) var simplePrepositions = LexemeMap<Preposition>()
  /// Conjunctions.
  private(set) var subordinators = PhraseMap<Effect>()
  private var figureVerbs: TableArray<TableArray<FigureCue>>
  /// Nouns and participles that count people.
  private(set) var figureWords = PhraseMap<TableArray<FigureCue>>()
  private let tellers = TableValue<[VerbLexicon.ID: Bool]>([:])
  /// The verbs whose subject gives a figure; whether a state can be it, or only a body or person.
  var figureTellers: [VerbLexicon.ID: Bool] { tellers.value }
  private let exceedingVerbs = TableValue<[VerbLexicon.ID: Bool]>([:])
  /// Verbs whose subject is more than the number in their object: "superare".
  var exceeding: [VerbLexicon.ID: Bool] { exceedingVerbs.value }
  private let countingVerbs = TableValue<[VerbLexicon.ID: Bool]>([:])
  /// Verbs whose subject is as many as the number after them: "salire", "ammontare".
  var counting: [VerbLexicon.ID: Bool] { countingVerbs.value }
  /// Words before the most that a number can be: "fino a".
  private(set) var limits = LexemeMap<Bool>()
  /// Nouns for figures that somebody gives: "bilancio".
  private(set) var tolls = LexemeMap<Bool>()
  private var claimVerbs: TableArray<TableArray<ClaimCue>>
  /// Words that make a claim of another kind of a statement which holds them.
  private(set) var claimContents = LexemeMap<ClaimKind>()
  /// Words that tell the exact type of an event.
  private(set) var modifiers = LexemeMap<Modifier>()
  /// Words that names of ministries begin with, in lower case.
  private(set) var ministries: [String] = []
  /// Words of fields in which words of war are images.
  private(set) var fields = PhraseMap<Bool>()
  /// Words for both sides.
  private(set) var pairs = LexemeMap<PairNeed>()

  /// The lexicon of the language whose tables stand under `folder`.
  init(folder: String, verbs: VerbLexicon, grammar: Grammar, lexemes: inout LexemeTable) {
    verbTriggers = TableArray(repeating: [], count: verbs.count)
    verbEffects = TableArray(repeating: [], count: verbs.count)
    delegates = TableArray(repeating: [], count: verbs.count)
    figureVerbs = TableArray(repeating: [], count: verbs.count)
    claimVerbs = TableArray(repeating: [], count: verbs.count)
    readClasses(folder, &lexemes)
    readPrepositions(folder, grammar, &lexemes)
    readTriggers(folder, verbs, &lexemes)
    readEffects(folder, verbs, grammar, &lexemes)
    readFigures(folder, verbs, &lexemes)
    readClaims(folder, verbs, &lexemes)
    for row in EmbeddedTable.rows(of: folder + "/event-modifiers.tsv") {
      guard let type = EventType(rawValue: row[1]), let place = ModifierPlace(rawValue: row[2])
      else { continue }
      for form in row.list(0) {
        modifiers[lexemes.intern(form)] = Modifier(type: type, place: place)
      }
    }
    for row in EmbeddedTable.rows(of: folder + "/event-pairs.tsv") {
      pairs[lexemes.intern(row[0])] = PairNeed(rawValue: row[1])
    }
    ministries = EmbeddedTable.rows(of: folder + "/institutions.tsv")
      .filter { row in row[3] == "ministry" || row[3] == "mfa" }.flatMap { row in row.list(0) }
    for row in EmbeddedTable.rows(of: folder + "/event-domains.tsv") {
      for form in row.list(1) { fields.add(form, true, lexemes: &lexemes) }
    }
    for id in LexemeTable.ID(0)..<LexemeTable.ID(lexemes.count) {
      var opening: Opening = []
      if fields.begins(with: id) { opening.insert(.field) }
      if classes.begins(with: id) { opening.insert(.nounClass) }
      if nouns.begins(with: id) { opening.insert(.trigger) }
      if prepositions.begins(with: id) || grammar.preposition(id) != nil {
        opening.insert(.preposition)
      }
      if subordinators.begins(with: id) { opening.insert(.subordinator) }
      if figureWords.begins(with: id) { opening.insert(.figure) }
      if opening.contains(.subordinator) || grammar.preposition(id) != nil
        || grammar.isAny(id, of: .coordinator, .relative, .definiteArticle)
      {
        opening.insert(.conjunction)
      }
      if opening.contains(.preposition) || grammar.isFunctionWord(id) { opening.insert(.function) }
      openings.append(opening)
    }
  }

  /// How phrases of the tables can begin with the form `lexeme`.
  @inline(__always)
  func opening(_ lexeme: LexemeTable.ID) -> Opening {
    lexeme >= 0 && Int(lexeme) < openings.count ? openings[Int(lexeme)] : []
  }

  /// The triggers of the verb `verb`, in order of the table.
  @inline(__always)
  func triggers(of verb: VerbLexicon.ID) -> TableArray<Int> { verbTriggers[Int(verb)] }

  /// Whether `verb` tells an event whoever its subject is.
  func isEventful(_ verb: VerbLexicon.ID) -> Bool {
    triggers(of: verb).contains { trigger in
      !triggers[trigger].conditions.contains {
        if case .slot(.subject, _) = $0 { true } else { false }
      }
    }
  }

  /// What the verb `verb` makes of an event in `slot`.
  @inline(__always)
  func effect(of verb: VerbLexicon.ID, on slot: GovernedSlot) -> Effect? {
    for entry in verbEffects[Int(verb)] where entry.slot == slot {
      return entry.effect
    }
    return nil
  }

  /// Where the verb `verb` names those who stand for somebody at talks.
  @inline(__always)
  func delegateSlots(of verb: VerbLexicon.ID) -> TableArray<GovernedSlot> {
    delegates[Int(verb)]
  }

  /// What the noun `noun` makes of an event's noun that `preposition` joins to it.
  func effect(
    ofNoun noun: LexemeTable.ID, _ preposition: LexemeTable.ID
  ) -> Effect? {
    guard let effects = nounEffects[noun] else { return nil }
    for entry in effects where entry.preposition == preposition { return entry.effect }
    return nil
  }

  /// The ways in which `verb` counts people.
  @inline(__always)
  func figureCues(of verb: VerbLexicon.ID) -> TableArray<FigureCue> { figureVerbs[Int(verb)] }

  /// The speech acts that `verb` may be.
  @inline(__always)
  func claimCues(of verb: VerbLexicon.ID) -> TableArray<ClaimCue> { claimVerbs[Int(verb)] }

  // MARK: Reading the tables

  private mutating func readClasses(_ folder: String, _ lexemes: inout LexemeTable) {
    var classes: [String: NounClass] = [:]
    var order: [String] = []
    for row in EmbeddedTable.rows(of: folder + "/noun-classes.tsv") {
      guard let noun = NounClass(named: row[0]) else { continue }
      for form in row.list(1) {
        if classes[form] == nil { order.append(form) }
        classes[form, default: []].insert(noun)
      }
    }
    for form in order { self.classes.add(form, classes[form] ?? [], lexemes: &lexemes) }
  }

  private mutating func readPrepositions(
    _ folder: String, _ grammar: Grammar, _ lexemes: inout LexemeTable
  ) {
    for row in EmbeddedTable.rows(of: folder + "/event-prepositions.tsv") {
      guard let relation = Relation(rawValue: row[1]) else { continue }
      let words = row[0].split(separator: " ")
      // The last word governs the phrase: "vicino a", "da parte di".
      let base = lexemes.intern(words.count == 1 ? row[0] : String(words.last ?? ""))
      let number = prepositionEffects.count
      prepositionEffects.append(nil)
      let preposition = Preposition(
        number: number, base: words.count == 1 ? grammar.preposition(base) ?? base : base,
        relation: relation)
      if words.count == 1, grammar.preposition(base) == base {
        simplePrepositions[base] = preposition
      } else {
        prepositions.add(row[0], preposition, lexemes: &lexemes)
      }
    }
  }

  private mutating func readTriggers(
    _ folder: String, _ verbs: VerbLexicon, _ lexemes: inout LexemeTable
  ) {
    var frames: [String: Frame] = [:]
    for row in EmbeddedTable.rows(of: folder + "/event-frames.tsv") {
      let role = { ParticipantRole(rawValue: row[$0]) }
      frames[row[0]] = Frame(
        agent: role(1), patient: role(2), companion: role(3), pair: role(4),
        ofIsPatient: row[5] == "patient", goal: role(6))
    }
    var nouns: [String: [Int]] = [:]
    var order: [String] = []
    for row in EmbeddedTable.rows(of: folder + "/event-triggers.tsv") {
      guard let type = EventType(rawValue: row[2]), let frame = frames[row[3]] else { continue }
      let number = triggers.count
      let isNoun = row[0] == "noun"
      var flags = Flags(named: row[5])
      var conditions = Self.conditions(row[4], verbs, &lexemes)
      // A column too many or too few is a slip that a test finds; here it harms nothing.
      if isNoun, row[4].isEmpty { conditions = [] }
      if !isNoun { flags.formUnion(Flags(named: row[5])) }
      triggers.append(Trigger(type: type, frame: frame, conditions: conditions, flags: flags))
      if isNoun {
        for form in row.list(1) {
          if nouns[form] == nil { order.append(form) }
          nouns[form, default: []].append(number)
        }
      } else if let verb = verbs.id(row[1]) {
        verbTriggers[Int(verb)].append(number)
      }
    }
    for form in order { self.nouns.add(form, TableArray(nouns[form] ?? []), lexemes: &lexemes) }
  }

  private mutating func readEffects(
    _ folder: String, _ verbs: VerbLexicon, _ grammar: Grammar, _ lexemes: inout LexemeTable
  ) {
    var prepositionNumbers: [String: Int] = [:]
    for row in EmbeddedTable.rows(of: folder + "/event-prepositions.tsv") {
      prepositionNumbers[row[0]] = prepositionNumbers.count
    }
    for row in EmbeddedTable.rows(of: folder + "/event-context.tsv") {
      guard let effect = Effect(rawValue: row[3]) else { continue }
      switch row[0] {
      case "verb":
        let slot: GovernedSlot =
          switch row[2] {
          case "subject": .subject
          case "object": .object
          case "clause": .clause
          case "agent": .agent
          case "participle": .participle
          default: .preposition(lexemes.intern(row[2]))
          }
        for lemma in row.list(1) {
          guard let verb = verbs.id(lemma) else { continue }
          if effect == .delegate {
            delegates[Int(verb)].append(slot)
          } else {
            verbEffects[Int(verb)].append((slot, effect))
          }
        }
      case "noun":
        let preposition = lexemes.intern(row[2])
        for form in row.list(1) {
          let id = lexemes.intern(form)
          var known = nounEffects[id] ?? []
          if !known.contains(where: { $0.preposition == preposition }) {
            known.append((preposition, effect))
          }
          nounEffects[id] = known
        }
      case "adjective":
        for form in row.list(1) { adjectiveEffects[lexemes.intern(form)] = effect }
      case "preposition":
        for form in row.list(1) {
          if let number = prepositionNumbers[form] { prepositionEffects[number] = effect }
        }
      default: break
      }
    }
    for row in EmbeddedTable.rows(of: folder + "/event-subordinators.tsv") {
      guard let effect = Effect(rawValue: row[1]) else { continue }
      subordinators.add(row[0], effect, lexemes: &lexemes)
    }
  }

  private mutating func readFigures(
    _ folder: String, _ verbs: VerbLexicon, _ lexemes: inout LexemeTable
  ) {
    var words: [String: [FigureCue]] = [:]
    var order: [String] = []
    for row in EmbeddedTable.rows(of: folder + "/figures.tsv") {
      if row[0] == "teller", let verb = verbs.id(row[1]) {
        tellers.value[verb] = row[2] == "any"
      } else if row[0] == "exceed", let verb = verbs.id(row[1]) {
        exceedingVerbs.value[verb] = true
      } else if row[0] == "count", let verb = verbs.id(row[1]) {
        countingVerbs.value[verb] = true
      } else if row[0] == "limit" {
        for form in row.list(1) { limits[lexemes.intern(form)] = true }
      } else if row[0] == "toll" {
        for form in row.list(1) { tolls[lexemes.intern(form)] = true }
      }
      guard let form = FigureForm(rawValue: row[0]), let metric = Figure.Metric(rawValue: row[2])
      else { continue }
      let cue = FigureCue(
        form: form, metric: metric, conditions: Self.conditions(row[3], verbs, &lexemes),
        victims: row[4].isEmpty ? nil : row[4])
      switch form {
      case .subject, .object, .owner, .recipient:
        if let verb = verbs.id(row[1]) { figureVerbs[Int(verb)].append(cue) }
      case .participle, .noun, .of:
        for word in row.list(1) {
          if words[word] == nil { order.append(word) }
          words[word, default: []].append(cue)
        }
      }
    }
    for word in order {
      figureWords.add(word, TableArray(words[word] ?? []), lexemes: &lexemes)
    }
  }

  private mutating func readClaims(
    _ folder: String, _ verbs: VerbLexicon, _ lexemes: inout LexemeTable
  ) {
    for row in EmbeddedTable.rows(of: folder + "/claims.tsv") {
      guard let kind = ClaimKind(rawValue: row[2]) else { continue }
      if row[0] == "content" {
        for form in row.list(1) { claimContents[lexemes.intern(form)] = kind }
        continue
      }
      guard let verb = verbs.id(row[1]) else { continue }
      let addressees: Slot? =
        switch row[3] {
        case "", "-": nil
        case "object": .object
        default: .preposition(lexemes.intern(row[3]))
        }
      claimVerbs[Int(verb)].append(
        ClaimCue(
          kind: kind, addressees: addressees,
          conditions: Self.conditions(row[4], verbs, &lexemes)))
    }
  }

  /// The conditions in `text`, separated by spaces (before a word that has "=" or stands alone) or
  /// commas before a name of a condition.
  private static func conditions(
    _ text: String, _ verbs: VerbLexicon, _ lexemes: inout LexemeTable
  ) -> TableArray<Condition> {
    let conditions: [Condition] = text.split(separator: " ").compactMap { part in
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2 else {
        switch part {
        case "reflexive": return .reflexive
        case "plain": return .plain
        case "clause": return .clause
        case "negated": return .negated
        case "marked": return .marked
        case "future": return .future
        case "causative": return .causative
        case "pronoun": return .pronoun
        case "infinitive": return .infinitive([])
        default: return nil
        }
      }
      let values = sides[1].split { $0 == "," || $0 == "|" }.map(String.init)
      if sides[0] == "infinitive" {
        return .infinitive(TableArray(values.compactMap { verbs.id($0) }))
      }
      let slot: Slot =
        switch sides[0] {
        case "subject": .subject
        case "object": .object
        case "of": .of
        default: .preposition(lexemes.intern(sides[0]))
        }
      return .slot(slot, TableArray(values.map { want($0, &lexemes) }))
    }
    return TableArray(conditions)
  }

  private static func want(_ text: String, _ lexemes: inout LexemeTable) -> Want {
    switch text {
    case "place": .place
    case "actor": .actor
    case "person": .person
    case "none": .none
    case "any": .any
    case "event": .event
    case "deed": .deed
    default: NounClass(named: text).map { .noun($0) } ?? .word(lexemes.intern(text))
    }
  }
}
