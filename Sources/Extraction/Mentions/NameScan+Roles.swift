import DossierModel
import Knowledge

extension NameScan {
  // MARK: Roles

  /// Reads the role whose noun is at `noun`; `false` if it is none.
  func scanRole(_ noun: Int) -> Bool {
    guard let word = lexicon.roles.nouns[tokens[noun].lexeme] else { return false }
    // "Maggiore" in a name, "capo" in "Capo Verde": a capital that goes on another is no role.
    if tokens[noun].isCapitalized, let known = knownName(noun), known.end > noun + 1 {
      return false
    }
    // "posizioni militari", "questioni diplomatiche" are adjectives.
    if lexicon.roles.adjuncts[tokens[noun].lexeme]?.contains(.after) == true,
      noun > sentence.lowerBound, tokens[noun - 1].isWord, !isFunction(noun - 1),
      lexicon.roles.adjuncts[tokens[noun - 1].lexeme]?.isDisjoint(with: [.before, .former]) ?? true
    {
      return false
    }
    if isParticipleInGroup(noun) { return false }
    // "l'avvocato Nunzio Scarano"
    if isPending(noun), words.isGivenName(tokens, noun), noun + 1 < sentence.upperBound,
      capital(noun + 1) == .strong
    {
      return false
    }
    // "la vicina Slovenia", but "il vicino Aldo".
    if lexicon[tokens[noun].lexeme].contains(.nearby), noun + 1 < sentence.upperBound,
      tokens[noun + 1].isCapitalized, !words.isGivenName(tokens, noun + 1)
    {
      return false
    }
    var start = noun
    var adjuncts: [LexemeTable.ID] = []
    var isFormer = false
    while start - 1 >= sentence.lowerBound, adjuncts.count < 3 {
      let before = tokens[start - 1]
      if tokens.isMark(start - 1, "-"), start - 2 >= sentence.lowerBound,
        lexicon.roles.adjuncts.contains(tokens[start - 2].lexeme)
      {
        start -= 1
        continue
      }
      guard let adjunct = lexicon.roles.adjuncts[before.lexeme],
        !adjunct.isDisjoint(with: [.before, .former])
      else { break }
      if adjunct.contains(.former) { isFormer = true }
      adjuncts.append(before.lexeme)
      start -= 1
    }
    var role = RolePhrase(
      tokens: start..<(noun + 1), noun: noun, word: word,
      agreement: agreement(of: word, after: start - 1),
      title: lexicon.roles.title(tokens, noun: noun, adjuncts: adjuncts), adjuncts: adjuncts,
      isFormer: isFormer, nameStart: noun + 1)
    if word.roleClass == .honorific || word.roleClass == .kin {
      var next = noun + 1
      if tokens.isMark(next, "."), next + 1 < sentence.upperBound { next += 1 }
      // "il marito, Wilner, è con lei".
      if word.roleClass == .kin, tokens.isMark(next, ","), next + 2 < sentence.upperBound,
        endsApposition(runEnd(next + 1))
      {
        next += 1
      }
      guard next < sentence.upperBound, capital(next) == .strong else { return false }
      if word.roleClass == .honorific, tokens.isMark(noun + 1, ".") == false,
        tokens[noun].end - tokens[noun].start <= 4, !isHonorificWhole(noun)
      {
        return false
      }
      role.nameStart = next
    } else {
      readComplements(of: &role)
    }
    if role.word.roleClass != .honorific { role.apposedTo = apposition(of: role) }
    role.follows = followedRole(role)
    roles.append(role)
    pendingRole = (roles.count - 1, role.nameStart)
    if role.nameStart > noun + 1, role.nameStart < sentence.upperBound,
      capital(role.nameStart) != .none
    {
      boundary = role.nameStart
    }
    return true
  }

  /// The role without a name that ends at the comma before `role`.
  private func followedRole(_ role: RolePhrase) -> Int? {
    guard let last = roles.indices.last, roles[last].name == nil, roles[last].apposedTo == nil,
      role.word.agreement.number != .plural, roles[last].agreement.number != .plural,
      roles[last].word.roleClass == .office || roles[last].word.roleClass == .rank
        || roles[last].word.roleClass == .source
    else { return nil }
    var k = role.tokens.lowerBound - 1
    if k >= sentence.lowerBound, language.grammar.isAny(tokens[k].lexeme, of: .definiteArticle) {
      k -= 1
    }
    return k > sentence.lowerBound && tokens.isMark(k, ",") && roles[last].tokens.upperBound == k
      ? last : nil
  }

  /// Whether a comma, a full stop or the end of the sentence stands at `i`.
  private func endsApposition(_ i: Int) -> Bool {
    i >= sentence.upperBound || tokens.isMark(i, ",") || tokens.isMark(i, ".")
  }

  /// "ha inviato", "è stato delegato": the noun is a verb's participle.
  func isParticipleInGroup(_ noun: Int) -> Bool {
    guard
      language.verbs.readings(tokens[noun].lexeme).contains(where: { $0.mood == .participle })
    else { return false }
    var k = noun - 1
    while k >= sentence.lowerBound, noun - k <= 3,
      language.grammar.isAny(tokens[k].lexeme, of: .adverb)
    {
      k -= 1
    }
    guard k >= sentence.lowerBound else { return false }
    return language.verbs.readings(tokens[k].lexeme).contains { reading in
      guard let task = language.verbGroupWords.task(reading.verb) else { return false }
      return task == .have || task == .be || task == .become
    }
  }

  /// The name that a role follows as an apposition: "X, consigliere di Y", "X, che funge da inviato".
  func apposition(of role: RolePhrase) -> Int? {
    guard role.word.agreement.number != .plural, let last = found.last else { return nil }
    var k = role.tokens.lowerBound - 1
    func isAny(_ i: Int, _ classes: Grammar.WordClass...) -> Bool {
      guard i >= sentence.lowerBound else { return false }
      return language.grammar.entries[tokens[i].lexeme]?.contains {
        classes.contains($0.wordClass)
      } ?? false
    }
    if isAny(k, .possessive) { k -= 1 }
    if isAny(k, .definiteArticle, .indefiniteArticle) {
      k -= 1
    } else if k >= sentence.lowerBound, preposition(k) == words.da || preposition(k) == words.di {
      // ", che funge da", ", in qualità di"
      var back = k - 1
      var steps = 0
      while back > last.tokens.upperBound, steps < 3, tokens[back].isWord { back -= 1; steps += 1 }
      guard back == last.tokens.upperBound, tokens.isMark(back, ","),
        isAny(back + 1, .relative, .subordinator) || preposition(back + 1) == words.inn
      else { return nil }
      k = back
    }
    guard k == last.tokens.upperBound, k >= sentence.lowerBound, tokens.isMark(k, ",") else {
      return nil
    }
    return last.kind == .open || last.kind == .person ? found.count - 1 : nil
  }

  /// Abbreviations are titles only with their full stop, except those that are words ("don", "sir").
  func isHonorificWhole(_ i: Int) -> Bool {
    !language.grammar.abbreviations.contains(tokens[i].lexeme)
      || tokens[i].lexeme == LexemeTable.unknown
  }

  /// Reads adjectives and complements after a role's noun, and where a name would start.
  func readComplements(of role: inout RolePhrase) {
    var i = role.noun + 1
    var sureEnd = i
    var steps = 0
    var isSure = true
    loop: while i < sentence.upperBound, steps < 6 {
      steps += 1
      let token = tokens[i]
      guard token.isWord else { break }
      if !token.isCapitalized {
        if let homeland = homelandAdjective(i) {
          role.homeland = role.homeland ?? homeland
          role.isSpecific = true
          i += 1
          if isSure { sureEnd = i }
          continue
        }
        if lexicon.roles.adjuncts[token.lexeme]?.contains(.after) == true {
          i += 1
          if isSure { sureEnd = i }
          continue
        }
      }
      // "il presidente Usa Barack Obama".
      if token.isCapitalized, token.end - token.start <= 4, i == role.noun + 1,
        let known = knownName(i), let homeland = homeland(of: known.names)
      {
        role.homeland = role.homeland ?? homeland
        role.isSpecific = true
        i = known.end
        sureEnd = i
        continue
      }
      guard let base = preposition(i) else {
        // "ministro Esteri", "capo Pentagono" of headlines are left to the name.
        break loop
      }
      let isDi = base == words.di
      guard
        isDi || base == words.per || base == words.a || base == words.inn || base == words.presso
      else { break }
      var j = i + 1
      if j < sentence.upperBound, isDefinite(j) { j += 1 }
      guard j < sentence.upperBound, tokens[j].isWord else { break }
      if !isDi { isSure = false }
      if let after = portfolio(after: i), isDi || base == words.a || base == words.per,
        lexicon.roles.ministers.contains(role.title.noun) || !isHeadOfInstitution(j)
      {
        if role.title.field == nil { role.title.field = after.portfolio.keyClass ?? "other" }
        role.isSpecific = true
        if base == words.a || base == words.per { isSure = true }
        fields.append(j..<after.end)
        i = after.end
        if isSure { sureEnd = i }
        continue
      }
      let before = role.homeland
      if let end = complementEnd(j, role: &role, isDi: isDi) {
        let isOfTitle = role.noun + lexicon.roles.titleLength(tokens, noun: role.noun) > j
        let isHomeland =
          isOfTitle || before == nil && role.homeland != nil && isHomelandName(j, end)
        if isDi, role.complement == nil, !isHomeland { role.complement = j..<end }
        if isDi { role.isSpecific = true }
        i = end
        if isSure { sureEnd = i }
        continue
      }
      break
    }
    role.tokens = role.tokens.lowerBound..<max(sureEnd, role.noun + 1)
    role.nameStart = i
    // "il ministro degli Esteri, Sergej Lavrov, ha detto".
    if i + 1 < sentence.upperBound, tokens.isMark(i, ","), capital(i + 1) == .strong {
      role.nameStart = i + 1
    }
    if role.nameStart >= sentence.upperBound || capital(role.nameStart) == .none {
      // No name follows: what was tentative is not the role's.
      role.nameStart = role.tokens.upperBound
    }
  }

  /// "il rettore dell’Università di X": what is a field for a minister is a body of its own.
  private func isHeadOfInstitution(_ i: Int) -> Bool {
    guard lexicon.institutions.starts.contains(tokens[i].lexeme),
      let (_, head) = lexicon.institutions.heads.longest(
        in: tokens, at: i, limit: sentence.upperBound)
    else { return false }
    return !head.grammar.contains(.none)
  }

  func homeland(of names: [KnownName]) -> Demonym.Homeland? {
    for name in names {
      switch name.referent {
      case .country(let code): return .country(code)
      case .region(let slug): return .region(slug)
      default: continue
      }
    }
    return nil
  }

  /// Whether the tokens are nothing but the name of a country, region or seat of government.
  func isHomelandName(_ start: Int, _ end: Int) -> Bool {
    guard let known = knownName(start), known.end == end else { return false }
    return known.names.contains {
      switch $0.referent {
      case .country, .region, .seat: true
      default: false
      }
    }
  }

  /// Gender and number of a noun with the article before it ("la premier", "i leader").
  func agreement(
    of word: RoleLexicon.Noun, after determiner: Int
  ) -> ArticleReading.Agreement {
    var agreement = word.agreement
    guard determiner >= sentence.lowerBound else { return agreement }
    for entry in language.grammar.entries[tokens[determiner].lexeme] ?? [] {
      switch entry.wordClass {
      case .definiteArticle, .indefiniteArticle, .articulatedPreposition, .quantifier:
        agreement.gender = agreement.gender ?? entry.agreement.gender
        agreement.number = agreement.number ?? entry.agreement.number
      default: break
      }
    }
    return agreement
  }

  /// The end of the complement that begins at `j` after preposition and article; `nil` if it is none.
  func complementEnd(_ j: Int, role: inout RolePhrase, isDi: Bool) -> Int? {
    if lexicon.institutions.starts.contains(tokens[j].lexeme) || tokens[j].isCapitalized,
      let known = knownOrganization(j), known.end > j + 1 || tokens[j].isCapitalized
    {
      var end = known.end
      for name in known.names {
        if case .organization(let slug) = name.referent,
          let code = knowledge.organizations[slug]?.country, role.homeland == nil
        {
          role.homeland = .country(code)
          role.isHomelandOfBody = true
        }
      }
      while end < sentence.upperBound, let homeland = homelandAdjective(end) {
        role.homeland = homeland
        end += 1
      }
      return end
    }
    // An institution by its head.
    if lexicon.institutions.starts.contains(tokens[j].lexeme),
      let (headEnd, head) = lexicon.institutions.heads.longest(
        in: tokens, at: j, limit: sentence.upperBound), !head.grammar.contains(.none)
    {
      var end = headEnd
      if let after = portfolio(after: end), head.grammar.contains(.portfolio) { end = after.end }
      var more = 0
      while more < 3, end < sentence.upperBound {
        more += 1
        if let homeland = homelandAdjective(end) {
          role.homeland = role.homeland ?? homeland
          end += 1
        } else if isInstitutionAdjective(end) {
          end += 1
        } else if let after = complement(after: end) {
          if role.homeland == nil { role.homeland = after.homeland }
          end = after.end
        } else if capital(end) == .strong, let known = knownName(end),
          known.names.contains(where: isTableName), known.end < sentence.upperBound,
          words.isGivenName(tokens, known.end)
        {
          // "della Regione Toscana Mario Rossi"
          if role.homeland == nil { role.homeland = homeland(of: known.names) }
          end = known.end
        } else if capital(end) == .strong,
          !head.grammar.isDisjoint(with: [.introduces, .name]) || tokens[j].isCapitalized,
          !words.isGivenName(tokens, end), !words.startsPerson(tokens, end, sentence)
        {
          end += 1
        } else {
          break
        }
      }
      return end
    }
    if tokens[j].isCapitalized || beginsWithHyphenPrefix(j) {
      let runEnd = capitalRun(j)
      if let known = knownName(j) {
        if known.end <= runEnd || known.end == j + 1 || known.end > runEnd {
          for name in known.names {
            switch name.referent {
            case .country(let code): role.homeland = role.homeland ?? .country(code)
            case .region(let slug): role.homeland = role.homeland ?? .region(slug)
            case .organization(let slug):
              if role.homeland == nil, let code = knowledge.organizations[slug]?.country {
                role.homeland = .country(code)
                role.isHomelandOfBody = true
              }
            case .seat(let key):
              if key.utf8.starts(with: "state:".utf8), isDi, role.word.roleClass != .kin,
                !known.names.contains(where: {
                  if case .country = $0.referent { true } else { false }
                }), role.word.roleClass == .source || role.word.roleClass == .office
              {
                role.homeland = role.homeland ?? .country(String(key.dropFirst(6)))
              }
            default: break
            }
            if role.homeland != nil { break }
          }
          return known.end
        }
      }
      let count = runEnd - j
      if count == 1 {
        // "del Blocco progressista"
        let isAdjective =
          tokens[j - 1].isWord && runEnd < sentence.upperBound && tokens[runEnd].isWord
          && !tokens[runEnd].isCapitalized && words.looksAdjectival(tokens, runEnd)
          && language.grammar.isAny(tokens[j - 1].lexeme, of: .articulatedPreposition)
        return isAdjective ? runEnd + 1 : runEnd
      }
      for k in (j + 1)..<runEnd where words.isGivenName(tokens, k) { return k }
      if words.isGivenName(tokens, j) { return nil }
      return runEnd
    }
    // A plain noun with its adjectives: "della diplomazia europea", "dei diritti umani"; no
    // infinitive ("di aver taciuto").
    guard !isFunction(j), !language.numbers.words.contains(tokens[j].lexeme),
      !lexicon.roles.nouns.contains(tokens[j].lexeme), !isInfinitive(j)
    else { return nil }
    var end = j + 1
    // "di alto livello", "di primo piano"
    if lexicon.roles.adjuncts[tokens[j].lexeme]?.contains(.before) == true
      || language.verbGroupWords.prenominals.contains(tokens[j].lexeme)
    {
      guard end < sentence.upperBound, tokens[end].isWord, !tokens[end].isCapitalized,
        !isFunction(end)
      else { return nil }
      end += 1
    }
    var more = 0
    while more < 2, end < sentence.upperBound, !tokens[end].isCapitalized, tokens[end].isWord {
      more += 1
      if let homeland = homelandAdjective(end) {
        role.homeland = role.homeland ?? homeland
        end += 1
      } else if lexicon.roles.adjuncts[tokens[end].lexeme]?.contains(.after) == true
        || words.looksAdjectival(tokens, end)
      {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  /// Whether an infinitive that is no noun stands at `i`: "alla Regione di convocare".
  func isInfinitive(_ i: Int) -> Bool {
    language.verbs.readings(tokens[i].lexeme).contains { $0.mood == .infinitive }
      && language.verbs.noun(tokens[i].lexeme) == nil
  }

  /// The end of the run of capitals at `i`.
  func capitalRun(_ i: Int) -> Int {
    var end = i + 1
    while end < sentence.upperBound {
      if capital(end) == .strong {
        end += 1
      } else if end + 1 < sentence.upperBound, capital(end + 1) == .strong,
        lexicon[tokens[end].lexeme].contains(.particle), !isFunction(end)
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }
}
