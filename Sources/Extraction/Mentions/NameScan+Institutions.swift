import DossierModel
import Knowledge

extension NameScan {
  // MARK: Institutions

  /// Reads the institution that begins at `start`; gives the token after it.
  func scanInstitution(_ start: Int) -> Int? {
    guard
      let (headEnd, head) = lexicon.institutions.heads.longest(
        in: tokens, at: start, limit: sentence.upperBound),
      !head.grammar.contains(.none)
    else { return nil }
    let isCapital =
      capital(start) == .strong
      || (capital(start) == .weak
        && (headEnd > start + 1
          || headEnd < sentence.upperBound && tokens[headEnd].isCapitalized))
    if head.grammar.contains(.upper), !isCapital { return nil }
    // "la ministra Marina Rossi"
    if headEnd == start + 1, isCapital, words.isGivenName(tokens, start),
      headEnd < sentence.upperBound, capital(headEnd) == .strong,
      !lexicon.isWord(tokens[headEnd].lexeme) || isPending(start)
    {
      return nil
    }
    if head.grammar.contains(.article), !isDefinite(start - 1), !isCapital { return nil }
    var end = headEnd
    // Where the span ends if the complement is a name of its own.
    var ownEnd: Int?
    var name = InstitutionName(
      head: head, headTokens: start..<headEnd, portfolio: nil, homeland: nil,
      whole: start..<headEnd, isBare: true, isOwn: false)
    if head.grammar.contains(.introduces), !isCapital,
      let introduced = scanIntroduced(start, headEnd, head)
    {
      return introduced
    }
    // Capitals that follow belong to a head with a capital ("Aeronautica Militare").
    if isCapital {
      while end < sentence.upperBound, capital(end) == .strong, end < boundary,
        // "Radio Free Asia" has a place in its name.
        isKnownPlace(end)
          ? head.kind == .media && end > headEnd : !words.isGivenName(tokens, end),
        !lexicon.roles.nouns.contains(tokens[end].lexeme)
          || lexicon.roles.adjuncts.contains(tokens[end].lexeme)
      {
        end += 1
        name.isBare = false
        name.isOwn = true
      }
    }
    if head.grammar.contains(.portfolio), let after = portfolio(after: end) {
      end = after.end
      name.portfolio = after.portfolio
      name.isBare = false
    }
    var complemented = false
    var steps = 0
    while steps < 6, end < sentence.upperBound {
      steps += 1
      if let after = homelandAdjective(end), head.grammar.contains(.adjective) {
        if name.homeland == nil {
          name.homeland = after
          name.demonym = lexicon.demonyms[tokens[end].lexeme]?.first?.lemma
        }
        name.isBare = false
        end += 1
        continue
      }
      if head.grammar.contains(.adjective), isInstitutionAdjective(end),
        homelandAdjective(end + 1) != nil
      {
        end += 1
        name.isOwn = true
        continue
      }
      if head.grammar.contains(.name), name.isBare, capital(end) == .strong, end < boundary,
        !words.isGivenName(tokens, end)
      {
        end += 1
        // "la Regione Toscana Mario Rossi" ends before the person.
        while end < sentence.upperBound, capital(end) == .strong, !startsFullName(end) { end += 1 }
        name.isBare = false
        name.isOwn = true
        continue
      }
      if head.grammar.contains(.complement), !complemented,
        let after = complement(
          after: end, takesUnknown: head.grammar.contains(.name),
          seatMeansState: head.keyClass.map(Self.ofStates.contains) == true)
      {
        name.homeland = name.homeland ?? after.homeland
        name.isBare = false
        if after.homeland == nil { name.isOwn = true }
        complemented = true
        if !head.grammar.contains(.whole), after.isPlace { ownEnd = ownEnd ?? end }
        end = after.end
        continue
      }
      if !head.grammar.isDisjoint(with: [.name, .introduces, .capital]), isCapital, steps <= 5,
        head.grammar.contains(.name) || name.isOwn,
        let after = descriptiveComplement(
          after: end, isFirst: name.isBare, isStrong: capital(start) == .strong)
      {
        name.isBare = false
        name.isOwn = true
        end = after
        continue
      }
      break
    }
    // "Commissione elettorale nazionale indipendente", "47ª brigata meccanizzata"
    let numbered = ordinal(before: start) != nil && head.kind == .military
    var more = 0
    while isCapital || numbered, more < 3, ownEnd == nil, end < sentence.upperBound,
      isInstitutionAdjective(end) || numbered && isSingularAdjective(end)
    {
      end += 1
      more += 1
      name.isOwn = true
      if isCapital { name.isBare = false }
    }
    let accepted: Bool
    if numbered {
      accepted = true
      name.isBare = false
      name.isOwn = true
    } else if name.isBare {
      // "l'attuale governo", "il nuovo parlamento"
      var before = start - 1
      if before > sentence.lowerBound,
        lexicon.roles.adjuncts[tokens[before].lexeme]?.contains(.before) == true
      {
        before -= 1
      }
      let definite =
        isDefinite(before)
        || before > sentence.lowerBound && preposition(before) == words.di
          && head.grammar.contains(.bare) && lexicon.roles.nouns.contains(tokens[before - 1].lexeme)
        || before >= sentence.lowerBound && preposition(before) == words.inn
          && head.keyClass == "parliament"
      if !head.grammar.isDisjoint(with: [.must, .name, .introduces]) {
        // "il Comitato centrale"
        accepted =
          isCapital && headEnd > start + 1 && head.grammar.contains(.name)
          && head.grammar.isDisjoint(with: [.must, .introduces])
      } else if head.grammar.contains(.bare) {
        accepted = definite || isCapital
      } else if head.grammar.contains(.capital) {
        accepted =
          isCapital && (definite || headEnd > start + 1)
          && !(preposition(end) == words.di && end + 1 < sentence.upperBound
            && tokens[end + 1].isCapitalized)
      } else {
        accepted = false
      }
    } else {
      accepted = true
    }
    // An institution that the world knows by name ("Corte penale internazionale").
    if let known = knownOrganization(start), known.end >= end,
      name.homeland == nil || known.end > end || fits(name.homeland, known.names)
    {
      var foundName = FoundName(tokens: start..<known.end, kind: .known, core: start..<known.end)
      foundName.referents = known.names
      if !accepted, known.end == headEnd, !isCapital { return nil }
      append(foundName)
      return known.end
    }
    guard accepted else { return nil }
    // "nel dipartimento di Cochabamba" is a place.
    if !isCapital, ownEnd != nil, name.portfolio == nil, name.homeland == nil,
      lexicon[tokens[start].lexeme].contains(.admin)
    {
      return nil
    }
    var start = start
    if head.kind == .military || head.grammar.contains(.whole) == false,
      let ordinal = ordinal(before: start)
    {
      start = ordinal
    }
    name.whole = start..<end
    let spanEnd = ownEnd ?? end
    var foundName = FoundName(tokens: start..<spanEnd, kind: .institution, core: start..<spanEnd)
    foundName.institution = name
    append(foundName)
    return spanEnd
  }

  /// Whether a given name and another capital stand at `i`.
  private func startsFullName(_ i: Int) -> Bool {
    words.isGivenName(tokens, i) && i + 1 < sentence.upperBound && capital(i + 1) == .strong
  }

  /// "47ª brigata meccanizzata": an adjective in the singular, which units have.
  private func isSingularAdjective(_ i: Int) -> Bool {
    guard words.looksAdjectival(tokens, i), let last = tokens.bytes(i).last
    else { return false }
    return last == UInt8(ascii: "o") || last == UInt8(ascii: "a") || last == UInt8(ascii: "e")
  }

  /// Where a number begins that numbers the unit at `i`: "15º Stormo", "47ª brigata".
  func ordinal(before i: Int) -> Int? {
    guard i - 1 >= sentence.lowerBound else { return nil }
    if i - 2 >= sentence.lowerBound, tokens[i - 2].isNumber,
      tokens.isWritten(i - 1, "º") || tokens.isWritten(i - 1, "ª") || tokens.isMark(i - 1, "°")
        || tokens.isWritten(i - 1, "a") || tokens.isWritten(i - 1, "esima")
    {
      return i - 2
    }
    return nil
  }

  /// The longest organization of the tables at `i`, whatever its capitals.
  func knownOrganization(_ i: Int) -> (end: Int, names: [KnownName])? {
    let limit = min(sentence.upperBound, boundary)
    guard i < limit else { return nil }
    return firstMatch(i, limit) { names, _ in
      names.filter {
        if case .organization = $0.referent { !$0.isWeak || tokens[i].isCapitalized } else { false }
      }
    }
  }

  /// Whether one of the organizations belongs to `homeland`.
  func fits(_ homeland: Demonym.Homeland?, _ names: [KnownName]) -> Bool {
    names.contains { name in
      guard case .organization(let slug) = name.referent,
        let organization = knowledge.organizations[slug]
      else { return false }
      guard case .country(let code)? = homeland else { return true }
      return organization.country == code
    }
  }

  /// The name that an introducing noun stands before: "il gruppo Wagner", "il quotidiano La Stampa".
  func scanIntroduced(
    _ start: Int, _ headEnd: Int, _ head: InstitutionLexicon.Head
  ) -> Int? {
    var i = headEnd
    // Adjectives may stand between: "il quotidiano tedesco Bild", "il gruppo armato Hamas".
    var steps = 0
    while steps < 3, i < sentence.upperBound, !tokens[i].isCapitalized,
      homelandAdjective(i) != nil
        || lexicon.roles.adjuncts[tokens[i].lexeme]?.contains(.after) == true
    {
      i += 1
      steps += 1
    }
    // Marks around the name are none of the name.
    if i < sentence.upperBound, isOpeningMark(i) { i += 1 }
    guard i < sentence.upperBound, i < boundary else { return nil }
    // "il sito esempio.it"
    if tokens[i].shape.contains(.address) {
      var name = FoundName(tokens: i..<(i + 1), kind: .open, core: i..<(i + 1))
      name.evidence.organization += 9
      name.evidence.body = 1
      name.introducedKind = head.kind
      append(name)
      return i + 1
    }
    // "il quotidiano la Repubblica"
    if head.kind == .media, !tokens[i].isCapitalized, isDefinite(i),
      let known = knownOrganization(i),
      known.end > i + 1
    {
      var name = FoundName(tokens: i..<known.end, kind: .known, core: i..<known.end)
      name.referents = known.names
      append(name)
      return known.end
    }
    var limit = i
    // An article with a capital may begin the name ("La Stampa", "The Guardian").
    while limit < sentence.upperBound, limit < boundary, limit - i < 7,
      tokens[limit].isCapitalized || (tokens[limit].isNumber && limit > i)
        || limit > i && beginsWithHyphenPrefix(limit)
        || (limit > i && limit + 1 < sentence.upperBound && tokens[limit].isWord
          && lexicon[tokens[limit].lexeme].contains(.connector)
          && tokens[limit + 1].isCapitalized)
    {
      limit += 1
    }
    if lexicon.bodyStarts.contains(tokens[i].lexeme),
      let body = lexicon.bodies.longest(
        in: tokens, at: i, limit: min(sentence.upperBound, boundary))
    {
      limit = max(limit, body.end)
    }
    guard limit > i else { return nil }
    if limit == i + 1, isFunction(i) { return nil }
    var name = FoundName(tokens: i..<limit, kind: .open, core: i..<limit)
    if let known = knownName(i), known.end >= limit - 0 || known.end > i {
      if known.end < limit, words.isGivenName(tokens, known.end) {
        name.tokens = i..<known.end
        name.core = name.tokens
        name.referents = known.names
      } else if known.end >= limit {
        name.referents = known.names
        name.tokens = i..<known.end
        name.core = name.tokens
      }
    }
    // "gruppo Stato Islamico" is known; a person after an introducing noun is none ("gruppo Mario Rossi").
    name.evidence.organization += 9
    name.evidence.body = 1
    name.introducedKind = head.kind
    append(name)
    return name.tokens.upperBound
  }

  /// Whether the token after an institution's head is an adjective that may stand before a demonym.
  func isInstitutionAdjective(_ i: Int) -> Bool {
    guard i < sentence.upperBound, tokens[i].isWord, !tokens[i].isCapitalized else { return false }
    return lexicon.roles.adjuncts[tokens[i].lexeme]?.contains(.after) == true
      || lexicon[tokens[i].lexeme].contains(.institutional)
  }

  /// The homeland of the demonym at `i`, if it is one in small letters.
  func homelandAdjective(_ i: Int) -> Demonym.Homeland? {
    guard i < sentence.upperBound, let demonyms = lexicon.demonyms[tokens[i].lexeme] else {
      return nil
    }
    return demonyms.first?.homeland
  }

  /// The field of government after the token `end`: "della Difesa", "per gli Affari esteri".
  func portfolio(
    after end: Int
  ) -> (end: Int, portfolio: InstitutionLexicon.Portfolio)? {
    guard end + 1 < sentence.upperBound else { return nil }
    var i = end
    if let base = preposition(i) {
      guard base == words.di || base == words.per || base == words.a else { return nil }
      i += 1
      if isDefinite(i) { i += 1 }
    }
    guard
      let (after, portfolio) = lexicon.institutions.portfolios.longest(
        in: tokens, at: i, limit: sentence.upperBound)
    else { return nil }
    if i == end, !tokens[i].isCapitalized { return nil }
    // "degli Esteri e della Cooperazione".
    var last = after
    if last + 2 < sentence.upperBound, tokens[last].lexeme == words.e {
      var next = last + 1
      if preposition(next) == words.di { next += 1 }
      if let (more, _) = lexicon.institutions.portfolios.longest(
        in: tokens, at: next, limit: sentence.upperBound), tokens[next].isCapitalized
      {
        last = more
      }
    }
    return (last, portfolio)
  }

  /// Classes of bodies that states have: "il governo di Kabul" is Afghanistan's.
  private static let ofStates: Set<String> = ["gov", "ministry", "mil", "mfa"]

  /// "di" and a name after an institution: "del Karabakh", "di Trani", "degli Stati Uniti".
  func complement(
    after end: Int, takesUnknown: Bool = false, seatMeansState: Bool = false
  ) -> (end: Int, homeland: Demonym.Homeland?, isPlace: Bool)? {
    guard end + 1 < sentence.upperBound, preposition(end) == words.di else { return nil }
    let i = end + 1
    guard i < boundary else { return nil }
    guard capital(i) == .strong || isShouting else { return nil }
    if let known = knownName(i) {
      guard !words.isPersonStart(tokens, i, known.end, sentence) else { return nil }
      for name in known.names where seatMeansState {
        if case .seat(let key) = name.referent, key.utf8.starts(with: "state:".utf8) {
          return (known.end, .country(String(key.dropFirst(6))), true)
        }
      }
      for name in known.names {
        switch name.referent {
        case .country(let code): return (known.end, .country(code), true)
        case .region(let slug): return (known.end, .region(slug), true)
        // The town's country is not said to be the institution's.
        case .settlement: return (wholeTown(i, known), nil, true)
        case .organization: return (known.end, nil, false)
        case .seat, .demonym: continue
        }
      }
    }
    guard takesUnknown, capital(i) == .strong, !words.isGivenName(tokens, i) else { return nil }
    return (capitalRun(i), nil, false)
  }

  /// Where a town's name ends that goes on beyond what the tables have of it: "Haret Hreik" when they
  /// have "Haret" only.
  func wholeTown(_ i: Int, _ known: (end: Int, names: [KnownName])) -> Int {
    let run = min(capitalRun(i), boundary)
    guard run > known.end, !known.names.contains(where: isTableName),
      !(known.end..<run).contains(where: { words.isGivenName(tokens, $0) }),
      !lexicon.roles.nouns.contains(tokens[known.end].lexeme),
      !tokens[known.end].shape.contains(.allCapitals), knownName(known.end) == nil
    else { return known.end }
    return run
  }

  /// What follows a head with a capital in lower-case or capital words: "Organizzazione mondiale
  /// della sanità", "Comitato per la protezione dei giornalisti".
  func descriptiveComplement(
    after end: Int, isFirst: Bool, isStrong: Bool
  ) -> Int? {
    guard end < sentence.upperBound, end < boundary else { return nil }
    var i = end
    if tokens[i].isWord, !tokens[i].isCapitalized,
      words.looksAdjectival(tokens, i) || homelandAdjective(i) != nil
    {
      return i + 1
    }
    // "e Vulcanologia", "e della vigna".
    if !isFirst, tokens[i].lexeme == words.e, i + 1 < sentence.upperBound {
      if capital(i + 1) == .strong, !words.isGivenName(tokens, i + 1), knownName(i + 1) == nil {
        return i + 2
      }
      if preposition(i + 1) == words.di, i + 2 < sentence.upperBound, tokens[i + 2].isWord,
        !isFunction(i + 2), !tokens[i + 2].isCapitalized || knownName(i + 2) == nil
      {
        return i + 3
      }
      return nil
    }
    guard let base = preposition(i), base == words.di || base == words.per || base == words.a else {
      return nil
    }
    i += 1
    if i < sentence.upperBound, isDefinite(i) { i += 1 }
    guard i < sentence.upperBound, tokens[i].isWord, !isFunction(i), !isInfinitive(i) else {
      return nil
    }
    if tokens[i].isCapitalized {
      guard base == words.di || isStrong, !words.isGivenName(tokens, i) else { return nil }
      // "l'Osservatorio di Parigi": the town is a name of its own.
      if base == words.di, !isDefinite(i - 1), isKnownPlace(i) { return nil }
      while i < sentence.upperBound, i < boundary, tokens[i].isCapitalized, tokens[i].isWord {
        i += 1
      }
      return i
    }
    // "per la protezione", "della sanità": after an adjective, for a purpose, or of a proper head.
    guard base == words.per || !isFirst || isStrong else { return nil }
    return i + 1
  }
}
