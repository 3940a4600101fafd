import DossierModel
import Knowledge

/// A verb with its auxiliaries, modal verb, negation, unstressed pronouns and the adverbs between:
/// "non lo ha mai detto", "è stato ucciso", "ha fatto sapere", "sta avanzando", "arrendersi".
struct VerbGroup: Sendable, Hashable {
  /// Who does it and who undergoes it.
  enum Voice: UInt8, Sendable {
    case active, passive
    /// With si: the subject does it to itself, or nobody in particular does (si è arreso, si legge).
    case reflexive
  }

  /// Unstressed pronouns.
  struct Clitics: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    /// lo, la, l’, li, le as an object.
    static let object = Clitics(rawValue: 1 << 0)
    /// gli, le, loro: to whom.
    static let dative = Clitics(rawValue: 1 << 1)
    /// si.
    static let reflexive = Clitics(rawValue: 1 << 2)
    /// mi, ti, ci, vi: of those who speak and are spoken to; ci, vi also of a place.
    static let speaker = Clitics(rawValue: 1 << 3)
    /// ne.
    static let partitive = Clitics(rawValue: 1 << 4)
  }

  /// All its tokens, from the negation or first pronoun to the last verb.
  var tokens: Range<Int>
  /// The token of the main verb.
  var head: Int
  /// The token of the finite verb; the head itself in simple tenses.
  var finite: Int
  /// The main verb: sapere in "ha fatto sapere".
  var verb: VerbLexicon.ID
  var mood: VerbLexicon.Mood
  var tense: VerbLexicon.Tense
  var voice: Voice = .active
  var isNegated = false
  /// Under way: sta avanzando.
  var isProgressive = false
  /// Lets or makes somebody else do it: fa sapere, ha lasciato passare.
  var isCausative = false
  /// potere, dovere or volere before an infinitive.
  var modal: VerbLexicon.ID?
  /// 1 or 3; 0 if the group shows none.
  var person: UInt8 = 0
  /// The number of the subject.
  var number: ArticleReading.Agreement.Number?
  /// The gender of the subject, where a participle shows it.
  var gender: ArticleReading.Agreement.Gender?
  var clitics: Clitics = []

  /// Whether it has a subject of its own.
  var isFinite: Bool { mood.isFinite }
  /// Whether something is told at a distance: avrebbe attaccato, sarebbe morto.
  var isHearsay: Bool { mood == .conditional && tense == .perfect }
}

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

/// Finds the verb groups of a text.
struct VerbGroupFinder: Sendable {
  let language: Language

  private var verbs: VerbLexicon { language.verbs }
  private var grammar: Grammar { language.grammar }
  private var words: VerbGroupWords { language.verbGroupWords }

  /// The verb groups of `sentence`, in order; they do not overlap.
  func groups(_ text: TokenizedText, in sentence: Range<Int>) -> [VerbGroup] {
    var groups: [VerbGroup] = []
    find(text, in: sentence, into: &groups)
    return groups
  }

  /// Appends the verb groups of `sentence` to `groups`.
  func find(_ text: TokenizedText, in sentence: Range<Int>, into groups: inout [VerbGroup]) {
    let first = groups.count
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      guard text[i].isWord, mayBeVerb(text, i),
        let group = group(
          text, at: i, in: sentence, after: groups.count > first ? groups.last : nil)
      else {
        i += 1
        continue
      }
      groups.append(group)
      i = group.tokens.upperBound
    }
  }

  /// The group whose first verb is the token `i`.
  private func group(
    _ text: TokenizedText, at i: Int, in sentence: Range<Int>, after previous: VerbGroup?
  ) -> VerbGroup? {
    let floor = previous?.tokens.upperBound ?? sentence.lowerBound
    if let form = finiteReading(text, i, in: sentence, after: previous) {
      return complete(text, form, at: i, in: sentence, floor: floor)
    }
    if let (form, clitics) = infiniteReading(text, i, in: sentence) {
      if let previous, let group = goingOn(text, form, at: i, in: sentence, after: previous) {
        return group
      }
      var group = complete(text, form, at: i, in: sentence, floor: floor)
      group.clitics.formUnion(clitics)
      if clitics.contains(.reflexive), group.voice == .active { group.voice = .reflexive }
      return group
    }
    return nil
  }

  /// "ha proclamato il lutto e spedito rinforzi", "sono stati uccisi e dati alle fiamme": a participle
  /// after a conjunction that goes on with the auxiliary of the group before.
  private func goingOn(
    _ text: TokenizedText, _ form: VerbLexicon.Form, at i: Int, in sentence: Range<Int>,
    after previous: VerbGroup
  ) -> VerbGroup? {
    guard form.mood == .participle, previous.isFinite, previous.head != previous.finite,
      previous.modal == nil, !previous.isCausative
    else { return nil }
    var j = i - 1
    while j > previous.head, isAdverb(text, j) { j -= 1 }
    let e = language.words.e
    guard j > previous.head, text[j].lexeme == e || text[j].lexeme == language.words.ed else {
      return nil
    }
    let takesHave = verbs.auxiliary(of: form.verb) == .avere
    let hadHave = verbs.readings(text[previous.finite].lexeme).contains {
      words.task($0.verb) == .have
    }
    if hadHave, previous.voice == .active, takesHave {
      // An object follows: "un uomo ferito e ucciso" has none.
      guard form.gender == .masculine, form.number == .singular, i + 1 < sentence.upperBound,
        text[i + 1].isWord || text[i + 1].isNumber,
        grammar.preposition(text[i + 1].lexeme) == nil || numberFollows(text, i + 1)
      else { return nil }
    } else {
      let isPassive = previous.voice == .passive && takesHave
      guard isPassive || previous.voice == .active && !takesHave && !hadHave,
        form.gender == previous.gender, form.number == previous.number
      else { return nil }
    }
    var group = previous
    group.tokens = i..<(i + 1)
    (group.head, group.finite, group.verb) = (i, i, form.verb)
    group.clitics = []
    return group
  }

  /// Whether the article or preposition at `i` stands before a number: "ferito almeno tre", "oltre 20".
  private func numberFollows(_ text: TokenizedText, _ i: Int) -> Bool {
    i + 1 < text.count && text[i + 1].isNumber
  }

  // MARK: - One word

  /// Whether the token is a form of a verb, perhaps with pronouns at its end: most words aren't.
  private func mayBeVerb(_ text: TokenizedText, _ i: Int) -> Bool {
    text.has(.verbal, i) { verbs.contains(text[i].lexeme) || withClitics(text, i) != nil }
  }

  /// The finite reading of the token `i`, if it is a verb there and not a noun or adjective.
  private func finiteReading(
    _ text: TokenizedText, _ i: Int, in sentence: Range<Int>, after previous: VerbGroup?
  ) -> VerbLexicon.Form? {
    let token = text[i]
    let readings = verbs.readings(token.lexeme)
    guard var form = readings.first(where: { $0.mood.isFinite }) else { return nil }
    // The third person is what news is told in; the first needs its pronoun or a bare form.
    if form.person == 1, let third = readings.first(where: { $0.mood.isFinite && $0.person == 3 }) {
      form = third
    }
    if isName(text, i, in: sentence) { return nil }
    // "attraverso la sua agenzia": a reporter seldom says "I".
    if form.person == 1, form.number == .singular, grammar.preposition(token.lexeme) != nil {
      return nil
    }
    let before = i > sentence.lowerBound ? text[i - 1] : nil
    let isAfterMark = before?.isPunctuation ?? true
    let lexeme = before?.lexeme ?? LexemeTable.unknown
    // Forms of avere and essere are always verbs, "sia … sia" and the like apart.
    if let task = words.task(form.verb), task == .have || task == .be {
      return isCorrelative(text, i, form, in: sentence) ? nil : form
    }
    if !isAfterMark {
      // dell’attacco, in fuga, un aumento: no verb follows a preposition or these articles.
      if grammar.preposition(lexeme) != nil, !words.transparent.contains(lexeme) { return nil }
      // "un suo collega", "le sue conquiste"
      if grammar.isAny(lexeme, of: .indefiniteArticle, .possessive) { return nil }
      if grammar.isAny(lexeme, of: .definiteArticle), !grammar.isAny(lexeme, of: .clitic) {
        return nil
      }
    }
    // "il suo ex collega"
    if !isAfterMark, language.names.roles.adjuncts[lexeme]?.contains(.former) ?? false {
      return nil
    }
    // "l’articolo" is no form of articolare.
    if form.person == 1, form.number == .singular, !isAfterMark,
      grammar.isAny(lexeme, of: .definiteArticle)
    {
      return nil
    }
    // "il direttore medico": people are no verbs in the first person.
    if form.person == 1, form.number == .singular, language.names.roles.nouns.contains(token.lexeme)
    {
      return nil
    }
    // "secondo la procura": a body after its article.
    if !isAfterMark, grammar.isAny(lexeme, of: .definiteArticle), !isUnelided(text, i),
      language.speech.phrase(text, i, .body) != nil
        || language.speech.standIns.contains(token.lexeme)
    {
      return nil
    }
    // "poche settimane fa" counts time back.
    if let before, language.temporal.kinds[token.lexeme]?.contains(.ago) ?? false,
      language.temporal.kinds[before.lexeme]?.contains(.unit) ?? false
    {
      return nil
    }
    let noun = verbs.noun(token.lexeme)
    let isBoundToVerb =
      !isAfterMark
      && (isUnelided(text, i) || grammar.isAny(lexeme, of: .negation, .subjectPronoun)
        || words.binders.contains(lexeme)
        || (grammar.isAny(lexeme, of: .clitic)
          && !grammar.isAny(lexeme, of: .definiteArticle, .articulatedPreposition)))
    // "si legge ancora", "prima"
    if grammar.isAny(token.lexeme, of: .adverb), !isBoundToVerb { return nil }
    if noun != nil, isAfterMark, isDeniedNoun(text, i, in: sentence) { return nil }
    if let noun, !isBoundToVerb {
      // "Macron nota che": what opens a clause follows a verb.
      let isBeforeClause =
        i + 1 < sentence.upperBound && words.clauseOpeners.contains(text[i + 1].lexeme)
        && !isAfterMark && !readsAsNoun(text, i, noun.agreement, in: sentence)
      if noun.isUsual, !isBeforeClause {
        // "la parte", "stampa"; but "lo nota", whose pronoun is no article of this noun.
        guard !isAfterMark, let entry = grammar.entry(lexeme, .clitic),
          isApart(entry.agreement, noun.agreement)
        else { return nil }
      }
      if !isAfterMark, readsAsNoun(text, i, noun.agreement, in: sentence) { return nil }
      // A noun after a finite verb is its object: "lancia accuse", "chiede conto".
      if let previous, previous.isFinite, previous.tokens.upperBound == i { return nil }
      if form.person == 1 { return nil }
    }
    // The subjunctive in -i needs what governs it, and no verb in between.
    if form.mood == .subjunctive, form.tense == .present, endsInI(text, i) {
      guard let governor = subordinator(text, before: i, in: sentence),
        noun == nil || (previous?.tokens.upperBound ?? 0) <= governor
      else { return isBoundToVerb && noun == nil ? form : nil }
    }
    // uccise, prese, chiuse: participles after a noun in the feminine plural.
    if form.tense == .past, form.mood == .indicative,
      readings.contains(where: { $0.mood == .participle }),
      !isBoundToVerb, looksFemininePlural(text, i - 1, in: sentence)
    {
      return nil
    }
    return form
  }

  /// "la accusa di mentire": before a vowel the article would have lost its own.
  private func isUnelided(_ text: TokenizedText, _ i: Int) -> Bool {
    let before = text[i - 1]
    guard before.span.count == 2, !text[i].isCapitalized,
      grammar.isAny(before.lexeme, of: .definiteArticle),
      grammar.isAny(before.lexeme, of: .clitic)
    else { return false }
    let bytes = text.text.bytes
    let (last, first) = (bytes[Int(before.end) - 1], bytes[Int(text[i].start)])
    return (last == UInt8(ascii: "a") || last == UInt8(ascii: "o"))
      && [UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "o"), UInt8(ascii: "u")]
        .contains(first)
  }

  /// ", accusa che X respinge": a noun whose clause denies it.
  private func isDeniedNoun(_ text: TokenizedText, _ i: Int, in sentence: Range<Int>) -> Bool {
    guard i + 2 < sentence.upperBound, words.clauseOpeners.contains(text[i + 1].lexeme) else {
      return false
    }
    for j in (i + 2)..<min(sentence.upperBound, i + 8) {
      if text[j].isPunctuation { return false }
      for form in verbs.readings(text[j].lexeme) where form.mood.isFinite {
        return words.deniers.contains(form.verb)
      }
    }
    return false
  }

  /// The infinitive, gerund or participle at the token `i`, with the pronouns that hang on it.
  private func infiniteReading(
    _ text: TokenizedText, _ i: Int, in sentence: Range<Int>
  ) -> (VerbLexicon.Form, VerbGroup.Clitics)? {
    let token = text[i]
    if isName(text, i, in: sentence) { return nil }
    let readings = verbs.readings(token.lexeme)
    if let form = readings.first(where: { !$0.mood.isFinite }) {
      if form.mood == .participle, readsAsNoun(text, i, form, in: sentence) { return nil }
      // "il potere", "al potere"; but "di avere".
      if form.mood == .infinitive, let noun = verbs.noun(token.lexeme), i > sentence.lowerBound,
        grammar.entry(text[i - 1].lexeme, .preposition) == nil,
        readsAsNoun(text, i, noun.agreement, in: sentence)
      {
        return nil
      }
      return (form, [])
    }
    if !readings.isEmpty { return nil }
    return withClitics(text, i)
  }

  /// Whether the participle `form` at `i` stands for people or things: i morti, gli sfollati, due
  /// feriti.
  private func readsAsNoun(
    _ text: TokenizedText, _ i: Int, _ form: VerbLexicon.Form, in sentence: Range<Int>
  ) -> Bool {
    let before = i > sentence.lowerBound ? text[i - 1].lexeme : LexemeTable.unknown
    if grammar.preposition(before) != nil
      || grammar.isAny(
        before, of: .definiteArticle, .indefiniteArticle, .quantifier, .possessive, .demonstrative)
    {
      return true
    }
    guard verbs.noun(text[i].lexeme) != nil else { return false }
    // "feriti da un drone" are so by a verb; "feriti" alone are people.
    guard i + 1 < sentence.upperBound else { return true }
    return !words.agents.contains(grammar.preposition(text[i + 1].lexeme) ?? LexemeTable.unknown)
  }

  /// arrendersi, ucciderlo, dicendogli: the verb without the pronouns at its end.
  private func withClitics(
    _ text: TokenizedText, _ i: Int
  ) -> (VerbLexicon.Form, VerbGroup.Clitics)? {
    let word = text.bytes(i)
    guard word.count >= 5 else { return nil }
    if word.dropFirst().allSatisfy({ $0 < 0x80 && !(65...90).contains($0) }), word[0] < 0x80 {
      return withClitics(word) { language.lexemes.id(ascii: $0) }
    }
    return LexemeTable.normalized(word).withUnsafeBufferPointer { word in
      withClitics(word) { language.lexemes.id(normalized: Array($0)) }
    }
  }

  /// The same for the `word` in small letters, whose parts have the numbers that `id` tells.
  private func withClitics(
    _ word: UnsafeBufferPointer<UInt8>, _ id: (UnsafeBufferPointer<UInt8>) -> LexemeTable.ID
  ) -> (VerbLexicon.Form, VerbGroup.Clitics)? {
    var rest = word
    var clitics: VerbGroup.Clitics = []
    for _ in 0..<2 {
      guard let (length, kind) = words.ending(of: rest) else { return nil }
      rest = UnsafeBufferPointer(rebasing: rest.dropLast(length))
      clitics.formUnion(kind)
      if let form = verbs.readings(id(rest)).first(where: {
        $0.mood == .infinitive || $0.mood == .gerund
          || ($0.mood == .participle && clitics.contains(.reflexive))
      }) {
        return (form, clitics)
      }
    }
    return nil
  }

  // MARK: - The whole group

  /// The group that starts with the verb `first` at the token `i`: its later verbs, then the
  /// pronouns and negation before it.
  private func complete(
    _ text: TokenizedText, _ first: VerbLexicon.Form, at i: Int, in sentence: Range<Int>,
    floor: Int
  ) -> VerbGroup {
    var group = VerbGroup(
      tokens: i..<(i + 1), head: i, finite: i, verb: first.verb, mood: first.mood,
      tense: first.tense)
    (group.person, group.number) = (first.person, first.number)
    if first.mood == .participle { (group.gender, group.voice) = (first.gender, .passive) }
    takePronouns(text, before: i, floor: floor, first: first, into: &group)
    if first.mood == .participle, verbs.auxiliary(of: first.verb) == .essere {
      group.voice = .active
    }
    var verb = first.verb
    // Modal verbs and "fare", "lasciare", possibly after auxiliaries, lead to an infinitive.
    var steps = 0
    while steps < 4 {
      steps += 1
      let end = group.tokens.upperBound
      let task = words.task(verb)
      if task == .have || task == .be || task == .become,
        first.mood != .participle || task == .be, let task,
        let (j, form) = participle(text, from: end, in: sentence, after: task, group)
      {
        take(form, at: j, auxiliary: task, into: &group)
        verb = form.verb
        continue
      }
      if task == .progressive, let j = next(text, end, in: sentence),
        let form = verbs.reading(text[j].lexeme, in: .gerund)
      {
        extend(&group, to: j, form)
        group.isProgressive = true
        verb = form.verb
        continue
      }
      if task == .modal || task == .causative,
        let (j, form, clitics) = infinitive(text, from: end, in: sentence)
      {
        if task == .modal { group.modal = verb } else { group.isCausative = true }
        extend(&group, to: j, form)
        group.clitics.formUnion(clitics)
        verb = form.verb
        continue
      }
      break
    }
    if group.clitics.contains(.reflexive), group.voice == .active { group.voice = .reflexive }
    return group
  }

  private func extend(_ group: inout VerbGroup, to j: Int, _ form: VerbLexicon.Form) {
    group.tokens = group.tokens.lowerBound..<(j + 1)
    group.head = j
    group.verb = form.verb
  }

  /// Adds the participle `form` at `j` after the auxiliary.
  private func take(
    _ form: VerbLexicon.Form, at j: Int, auxiliary: VerbGroupWords.Task, into group: inout VerbGroup
  ) {
    let wasBeen = words.task(group.verb) == .be && group.head != group.finite
    extend(&group, to: j, form)
    if auxiliary == .have {
      group.tense = Self.compound(group.tense)
    } else if words.task(form.verb) == .be {
      // "è stato": the past of essere; a passive may follow.
      group.tense = Self.compound(group.tense)
      (group.gender, group.number) = (form.gender, form.number ?? group.number)
    } else if auxiliary == .become {
      group.voice = .passive
      group.gender = form.gender
    } else {
      group.gender = form.gender
      if group.number == nil { group.number = form.number }
      if wasBeen {
        group.voice = .passive
      } else if group.clitics.contains(.reflexive) {
        group.tense = Self.compound(group.tense)
        group.voice = .reflexive
      } else if verbs.auxiliary(of: form.verb) == .avere {
        group.voice = .passive
      } else {
        group.tense = Self.compound(group.tense)
      }
    }
  }

  private static func compound(_ tense: VerbLexicon.Tense) -> VerbLexicon.Tense {
    switch tense {
    case .present: .perfect
    case .imperfect, .past: .pluperfect
    case .future: .futurePerfect
    default: tense
    }
  }

  /// The participle that goes with the auxiliary before `start`, past adverbs.
  private func participle(
    _ text: TokenizedText, from start: Int, in sentence: Range<Int>,
    after auxiliary: VerbGroupWords.Task,
    _ group: VerbGroup
  ) -> (Int, VerbLexicon.Form)? {
    guard let j = next(text, start, in: sentence) else { return nil }
    let lexeme = text[j].lexeme
    guard !isName(text, j, in: sentence) else { return nil }
    guard
      let form = verbs.readings(lexeme).first(where: {
        // Of two readings the one that agrees: "sono stati", "è morto".
        $0.mood == .participle
          && (auxiliary != .be || group.number == nil || group.person == 1
            || $0.number == group.number)
      }) ?? (auxiliary == .be ? nil : verbs.reading(lexeme, in: .participle))
    else { return nil }
    // "è un fatto", "ha stato": no participle of avere after venire, none of essere after avere.
    if auxiliary != .be, words.task(form.verb) == .be { return nil }
    // "viene dato": venire and a participle of a verb of motion are two things.
    if auxiliary == .become, verbs.auxiliary(of: form.verb) == .essere { return nil }
    if auxiliary == .become, j > start + 1 { return nil }
    // "sono stati due": nouns in the place of the participle ("ci sono morti", "ci sono feriti").
    if auxiliary == .be, group.clitics.contains(.speaker), verbs.noun(lexeme) != nil {
      return nil
    }
    return (j, form)
  }

  /// The infinitive right after `start`, past adverbs.
  private func infinitive(
    _ text: TokenizedText, from start: Int, in sentence: Range<Int>
  ) -> (Int, VerbLexicon.Form, VerbGroup.Clitics)? {
    guard let j = next(text, start, in: sentence) else { return nil }
    if let form = verbs.reading(text[j].lexeme, in: .infinitive) {
      if !isName(text, j, in: sentence) { return (j, form, []) }
      return nil
    }
    if verbs.contains(text[j].lexeme) { return nil }
    guard let (form, clitics) = withClitics(text, j), form.mood == .infinitive else { return nil }
    return (j, form, clitics)
  }

  /// The first token from `start` that is no adverb or short aside: "ha, tra l’altro, detto".
  private func next(_ text: TokenizedText, _ start: Int, in sentence: Range<Int>) -> Int? {
    var j = start
    var isAside = false
    let limit = min(sentence.upperBound, start + 6)
    while j < limit {
      let token = text[j]
      if verbs.contains(token.lexeme), !grammar.isAny(token.lexeme, of: .adverb) { return j }
      if token.isWord, isAdverb(text, j) {
        j += 1
        continue
      }
      // An aside between commas.
      if text.isMark(j, ","), isAside || (j + 2 < limit && isAdverb(text, j + 1)) {
        isAside.toggle()
        j += 1
        continue
      }
      return token.isWord ? j : nil
    }
    return nil
  }

  private func isAdverb(_ text: TokenizedText, _ j: Int) -> Bool {
    let lexeme = text[j].lexeme
    if grammar.isAny(lexeme, of: .adverb, .negation) || words.asides.contains(lexeme) {
      return true
    }
    return words.isMannerAdverb(text, j)
  }

  /// Takes pronouns and negation that stand before the verb at `i` into the group.
  private func takePronouns(
    _ text: TokenizedText, before i: Int, floor: Int, first: VerbLexicon.Form,
    into group: inout VerbGroup
  ) {
    var start = i
    var j = i - 1
    if first.mood.isFinite {
      while j >= floor, i - j <= 3 {
        let lexeme = text[j].lexeme
        guard let kind = words.pronouns[lexeme] else { break }
        let isNext = j == i - 1
        if isNext, words.weak.contains(lexeme) { break }
        group.clitics.formUnion(kind)
        start = j
        j -= 1
      }
    }
    // "non", also with an adverb between: "non ancora".
    let k = start - 1
    if k >= floor, words.negations.contains(text[k].lexeme) {
      group.isNegated = true
      start = k
    } else if k - 1 >= floor, words.negations.contains(text[k - 1].lexeme), isAdverb(text, k) {
      group.isNegated = true
      start = k - 1
    }
    group.tokens = start..<group.tokens.upperBound
  }

  // MARK: - Verb or noun

  /// Whether the token is a name: a capital inside a sentence, headlines in capitals apart.
  private func isName(_ text: TokenizedText, _ i: Int, in sentence: Range<Int>) -> Bool {
    let token = text[i]
    guard token.isCapitalized, i > sentence.lowerBound else { return false }
    let before = text[i - 1]
    if before.isPunctuation {
      // After a mark, colon or bracket a sentence begins; after a comma a name.
      return text.isMark(i - 1, ",") || text.isMark(i - 1, "-") || text.isMark(i - 1, "/")
    }
    if isLostStart(text, i, in: sentence) { return false }
    if token.shape.contains(.allCapitals) {
      return !before.shape.contains(.allCapitals)
        && !(i + 1 < sentence.upperBound && text[i + 1].shape.contains(.allCapitals))
    }
    return true
  }

  /// A verb with a capital in the midst of a sentence, where a mark or full stop is lost: "Ci sono
  /// perdite Disse", "non ci fermeremo Ha detto".
  private func isLostStart(_ text: TokenizedText, _ i: Int, in sentence: Range<Int>) -> Bool {
    let (token, before) = (text[i], text[i - 1])
    guard !token.shape.contains(.allCapitals), before.isWord, !before.isCapitalized,
      i + 1 < sentence.upperBound, !text[i + 1].isCapitalized,
      grammar.preposition(before.lexeme) == nil,
      !grammar.isAny(
        before.lexeme, of: .definiteArticle, .indefiniteArticle, .possessive, .demonstrative)
    else { return false }
    guard verbs.noun(token.lexeme) == nil else { return false }
    return verbs.readings(token.lexeme).contains { form in
      guard form.mood == .indicative, form.person == 3 else { return false }
      if form.tense == .past { return true }
      return form.tense == .present && words.task(form.verb) == .have
        && verbs.reading(text[i + 1].lexeme, in: .participle) != nil
    }
  }

  /// "sia … sia", "sia … che": no verb.
  private func isCorrelative(
    _ text: TokenizedText, _ i: Int, _ form: VerbLexicon.Form, in sentence: Range<Int>
  ) -> Bool {
    guard words.task(form.verb) == .be, form.mood == .subjunctive,
      form.tense == .present, form.number == .singular, i + 1 < sentence.upperBound
    else { return false }
    if subordinator(text, before: i, in: sentence) != nil { return false }
    let next = text[i + 1].lexeme
    return grammar.isAny(next, of: .definiteArticle, .indefiniteArticle)
      || grammar.preposition(next) != nil || text[i + 1].isCapitalized
  }

  /// The conjunction or relative that may govern a subjunctive at `i`: the last one shortly before.
  private func subordinator(
    _ text: TokenizedText, before i: Int, in sentence: Range<Int>
  ) -> Int? {
    var j = i - 1
    while j >= sentence.lowerBound, i - j <= 12 {
      if grammar.isAny(text[j].lexeme, of: .subordinator, .relative) { return j }
      j -= 1
    }
    return nil
  }

  private func endsInI(_ text: TokenizedText, _ i: Int) -> Bool {
    text.bytes[Int(text[i].end) - 1] == UInt8(ascii: "i")
  }

  /// Whether gender or number of the two exclude each other.
  private func isApart(_ a: ArticleReading.Agreement, _ b: ArticleReading.Agreement) -> Bool {
    if let x = a.gender, let y = b.gender, x != y { return true }
    if let x = a.number, let y = b.number, x != y { return true }
    return false
  }

  /// Whether an article, preposition or adjective before the token `i` makes a noun of it.
  private func readsAsNoun(
    _ text: TokenizedText, _ i: Int, _ noun: ArticleReading.Agreement, in sentence: Range<Int>
  ) -> Bool {
    let before = text[i - 1]
    if before.isNumber { return true }
    if grammar.preposition(before.lexeme) != nil { return true }
    for entry in grammar.entries[before.lexeme] ?? [] {
      switch entry.wordClass {
      case .definiteArticle, .indefiniteArticle, .possessive, .demonstrative, .quantifier,
        .articulatedPreposition:
        if !isApart(entry.agreement, noun) { return true }
      default: break
      }
    }
    // An adjective before the noun: "una nuova minaccia", "gravi accuse".
    guard let adjective = words.prenominals[before.lexeme] else { return false }
    return !isApart(adjective, noun)
  }

  /// Whether the token `i` looks like a noun in the feminine plural with its article: "le persone".
  private func looksFemininePlural(_ text: TokenizedText, _ i: Int, in sentence: Range<Int>) -> Bool
  {
    guard i > sentence.lowerBound, text[i].isWord, !text[i].isCapitalized else { return false }
    let before = text[i - 1]
    let last = text.bytes[Int(text[i].end) - 1]
    guard last == UInt8(ascii: "e") || last == UInt8(ascii: "i") || last == 0xA0 else {
      return false
    }
    if before.isNumber { return true }
    return (grammar.entries[before.lexeme] ?? []).contains {
      $0.agreement.gender == .feminine && $0.agreement.number == .plural
    }
  }
}
