import DossierModel
import Knowledge

/// Finds the verb groups of a text.
struct VerbGroupFinder: Sendable {
  let language: Language

  var verbs: VerbLexicon { language.verbs }
  var grammar: Grammar { language.grammar }
  var words: VerbGroupWords { language.verbGroupWords }

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
  func readsAsNoun(
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
}
