import DossierModel
import Knowledge

extension NameScan {
  // MARK: Nouns of places

  /// "la provincia di X", "il fiume X", "l'ospedale X": gives the token after it.
  func scanPlaceNoun(_ start: Int, _ cue: NameLexicon.Cue) -> Int? {
    // "segretario di Stato vaticano Ada Brenz": the noun is the role's.
    let isInRole = roles.last.map { $0.tokens.contains(start) || $0.nameStart > start } ?? false
    if isInRole, !namesVenue(start, cue) { return nil }
    if tokens[start].isCapitalized, let known = knownName(start), known.end > start + 1 {
      return nil
    }
    // "partito via Casablanca" is no street.
    if tokens[start].lexeme == words.via, !tokens[start].isCapitalized,
      start == sentence.lowerBound || !isFunction(start - 1)
    {
      return nil
    }
    if isVerbHere(start) { return nil }
    if let known = knownRegion(start) {
      var name = FoundName(tokens: start..<known.end, kind: .known, core: start..<known.end)
      name.referents = known.names
      append(name)
      return known.end
    }
    var i = start + 1
    // "l'aeroporto internazionale di", "la città portuale di", "le province di confine di".
    var steps = 0
    while steps < 3, i < sentence.upperBound, tokens[i].isWord, !tokens[i].isCapitalized {
      if homelandAdjective(i) != nil || words.looksAdjectival(tokens, i)
        || lexicon.roles.adjuncts[tokens[i].lexeme]?.contains(.after) == true
      {
        i += 1
      } else if preposition(i) == words.di, i + 2 < sentence.upperBound,
        !tokens[i + 1].isCapitalized,
        tokens[i + 1].isWord, !isFunction(i + 1), preposition(i + 2) == words.di
      {
        i += 2
      } else {
        break
      }
      steps += 1
    }
    let adjectives = i - start - 1
    // "la città natale di X": X is a person.
    if adjectives > 0, lexicon[tokens[i - 1].lexeme].contains(.owned) { return nil }
    var hasPreposition = false
    if i < sentence.upperBound, preposition(i) == words.di {
      hasPreposition = true
      i += 1
    }
    let marked = i < sentence.upperBound && isOpeningMark(i)
    if marked { i += 1 }
    guard i < sentence.upperBound, capital(i) == .strong || marked && tokens[i].isCapitalized
    else { return nil }
    // "il porto dell'Isola del Giglio": the next noun has the name.
    if hasPreposition, !lexicon[tokens[i].lexeme].isDisjoint(with: [.feature, .admin, .venue]) {
      return nil
    }
    let end: Int
    let known = knownName(i)
    let run = capitalRun(i)
    let isSaint = isSaintName(i)
    if let known {
      end = hasPreposition && !isSaint ? wholeTown(i, known) : max(known.end, run)
    } else {
      end = run
    }
    // "Sulla porta Rossi precisa": the surname of somebody whom the article names in full acts.
    if !hasPreposition, !marked, !tokens[start].isCapitalized, end == i + 1,
      end < sentence.upperBound, capitals.followsCapital(tokens, i), isFiniteVerb(end)
    {
      return nil
    }
    // "l'ospedale di Medici senza frontiere" is theirs, and has no name.
    if cue.contains(.venue), hasPreposition, let known, known.names.contains(where: isOrganization),
      !known.names.contains(where: isTown)
    {
      return nil
    }
    let isPlural = words.isPluralPlaceNoun(tokens, start)
    if cue.contains(.realm), !(known?.names.contains(where: isTableName) ?? false) { return nil }
    var name = FoundName(tokens: i..<end, kind: .place, core: i..<end)
    name.placeNoun = cue
    name.referents = known.map { $0.end == end ? $0.names : [] } ?? []
    if name.referents.contains(where: isTableName), known?.end == end, !cue.contains(.venue) {
      // "il mare di X" is not X.
      if isWater(start), name.referents.contains(where: isCountryName) {
        name.tokens = start..<end
        name.referents = []
        append(name)
        return end
      }
      // "la regione del Nagorno-Karabakh", "l'isola di Cuba"
      name.kind = .known
      name.placeNoun = []
      if !isPlural, adjectives == 0, cue.isDisjoint(with: .settlement) { name.tokens = start..<end }
      append(name)
      return end
    }
    if cue.contains(.settlement) || isPlural
      || adjectives > 0 && hasPreposition && !cue.contains(.venue)
    {
      if name.referents.contains(where: {
        if case .organization = $0.referent { true } else { false }
      }) {
        return nil
      }
      append(name)
      return end
    }
    if cue.contains(.venue), hasPreposition, !isSaint,
      !cue.contains(.sacred) || adjectives > 0 || name.referents.contains(where: isTown),
      !(isDefinite(i - 1) && words.isStreet(tokens, start)
        && (tokens[start].isCapitalized || !name.referents.contains(where: isTown)))
    {
      // "l'ospedale di Palermo": the town is the name, unless it is a saint's.
      if !tokens[start].isCapitalized || name.referents.contains(where: isTown) {
        // The town is the name; the venue is told by a description.
        name.kind = .open
        name.placeNoun = []
        name.evidence.place = 12
        append(name)
        venues.append((start..<end, found.count - 1))
        return end
      }
    }
    if cue.contains(.venue), !hasPreposition, words.isGivenName(tokens, i), !marked,
      lexicon[tokens[start].lexeme].contains(.work)
    {
      return nil
    }
    // The marks around the name keep the noun out of it.
    if !marked { name.tokens = start..<end }
    append(name)
    return end
  }

  /// "La giunta porta Rossi in tribunale": the noun's form is a verb's, and nothing before it makes
  /// it a noun.
  private func isVerbHere(_ i: Int) -> Bool {
    guard !tokens[i].isCapitalized, isFiniteVerb(i) else { return false }
    let before = i - 1
    guard before >= sentence.lowerBound, tokens[before].isWord else { return true }
    let lexeme = tokens[before].lexeme
    return
      !(language.grammar.isAny(
        lexeme, of: .definiteArticle, .articulatedPreposition, .indefiniteArticle, .demonstrative,
        .possessive, .quantifier) || preposition(before) != nil
      || lexicon.roles.adjuncts[lexeme]?.contains(.before) == true
      || language.numbers.words.contains(lexeme) || words.isAnd(lexeme))
  }

  /// "San", "Santa", and in one word "Saint-Martin".
  private func isSaintName(_ i: Int) -> Bool {
    if lexicon[tokens[i].lexeme].contains(.saint) { return true }
    let bytes = tokens.bytes(i)
    return tokens[i].shape.contains(.hyphenated)
      && (bytes.starts(with: "Saint-".utf8) || bytes.starts(with: "Sainte-".utf8))
  }

  private func isWater(_ i: Int) -> Bool { lexicon[tokens[i].lexeme].contains(.water) }

  private func isOrganization(_ name: KnownName) -> Bool {
    if case .organization = name.referent { true } else { false }
  }

  private func isCountryName(_ name: KnownName) -> Bool {
    if case .country = name.referent { true } else { false }
  }

  private func isTown(_ name: KnownName) -> Bool {
    if case .settlement = name.referent { true } else { false }
  }

  /// "il direttore dell'ospedale al-Shifa": the venue's noun inside a role has a name of its own that
  /// is nobody's.
  private func namesVenue(_ noun: Int, _ cue: NameLexicon.Cue) -> Bool {
    var next = noun + 1
    guard cue.contains(.venue), !tokens[noun].isCapitalized, next < sentence.upperBound else {
      return false
    }
    // "i residenti di via Rossi"
    if words.isStreet(tokens, noun), tokens[next].isCapitalized { return true }
    if isOpeningMark(next) { next += 1 }
    guard next < sentence.upperBound, !words.isGivenName(tokens, next) else { return false }
    return next > noun + 1 && tokens[next].isCapitalized || beginsWithHyphenPrefix(next)
      || lexicon[tokens[next].lexeme].contains(.saint)
      || tokens[next].isCapitalized && tokens[next].shape.contains(.hyphenated)
  }

  /// "il confine tra X e Y", "il confine armeno-turco", "la frontiera Siria-Turchia".
  func scanBorder(_ noun: Int) {
    var i = noun + 1
    var steps = 0
    // "linea di contatto", "confine terrestre"
    while steps < 3, i < sentence.upperBound, tokens[i].isWord, !tokens[i].isCapitalized,
      !tokens[i].shape.contains(.hyphenated), preposition(i) != words.tra,
      preposition(i) != words.fra
    {
      i += 1
      steps += 1
    }
    guard i < sentence.upperBound, tokens[i].isWord else { return }
    if tokens[i].shape.contains(.hyphenated) {
      var codes: [String] = []
      if tokens[i].isCapitalized {
        for part in tokens.string(i).utf8.split(separator: UInt8(ascii: "-")) {
          codes += countries(named: String(Substring(part))).prefix(1)
        }
      } else if let compound = knowledge.compound(folded: LatinFold.fold(tokens.string(i)).utf8),
        compound.stance == nil
      {
        for member in compound.members {
          if case .country(let code)? = member.first?.homeland { codes.append(code) }
        }
      }
      if codes.count == 2, codes[0] != codes[1] { borders.append((noun..<(i + 1), codes.sorted())) }
      return
    }
    guard preposition(i) == words.tra || preposition(i) == words.fra else { return }
    i += 1
    if i < sentence.upperBound, isDefinite(i) { i += 1 }
    guard let first = knownName(i), case .country(let a)? = homeland(of: first.names) else {
      return
    }
    i = first.end
    guard i < sentence.upperBound, tokens[i].lexeme == words.e else { return }
    i += 1
    if i < sentence.upperBound, isDefinite(i) { i += 1 }
    guard let second = knownName(i), case .country(let b)? = homeland(of: second.names), a != b
    else { return }
    borders.append((noun..<second.end, [a, b].sorted()))
  }

  func countries(named name: String) -> [String] {
    knowledge.names.lookup(name).compactMap {
      if case .country(let code) = $0.referent { code } else { nil }
    }
  }

  /// The longest region of the tables at `i` that has its noun with it: "golfo del Messico".
  func knownRegion(_ i: Int) -> (end: Int, names: [KnownName])? {
    let limit = min(sentence.upperBound, boundary)
    guard i < limit else { return nil }
    return firstMatch(i, limit) { names, end in
      guard end > i + 1, !hasMark(i..<end), tokens[end - 1].isCapitalized else { return [] }
      return names.filter {
        if case .region = $0.referent { true } else { false }
      }
    }
  }

  func isOpeningMark(_ i: Int) -> Bool {
    switch tokens.mark(i) {
    case "\"", "“", "«", "‘", "„", "'": true
    default: false
    }
  }

  func isClosingMark(_ i: Int) -> Bool {
    switch tokens.mark(i) {
    case "\"", "”", "»", "’", "“", "'": true
    default: false
    }
  }

  // MARK: People by their demonym

  /// "i russi", "gli armeni del Karabakh"; and the capital at a sentence's start ("Russi e ucraini").
  func scanPeople(_ i: Int, _ demonyms: [Demonym]) -> Int? {
    let token = tokens[i]
    if token.isCapitalized, capital(i) == .strong { return nil }
    guard
      let plural = demonyms.first(where: { $0.agreement.number == .plural }),
      plural.agreement.gender != .feminine
        || demonyms.contains(where: { $0.agreement.gender == nil })
    else { return nil }
    let before = i - 1
    var isNoun = false
    if before < sentence.lowerBound {
      isNoun = token.isCapitalized
    } else if language.grammar.isAny(
      tokens[before].lexeme, of: .definiteArticle, .articulatedPreposition, .quantifier)
    {
      isNoun = true
    } else if tokens[before].lexeme == words.e || tokens[before].lexeme == words.tra
      || tokens[before].lexeme == words.fra
    {
      isNoun =
        tokens[before].lexeme != words.e
        || (found.last?.kind == .people && found.last?.tokens.upperBound == before)
    }
    guard isNoun else { return nil }
    // An adjective before a noun is no noun: "gli europei conservatori" is rare, "i russi attacchi" too.
    let next = i + 1
    if next < sentence.upperBound, tokens[next].isWord, !tokens[next].isCapitalized,
      !isFunction(next), lexicon.roles.nouns.contains(tokens[next].lexeme)
    {
      return nil
    }
    if next < sentence.upperBound, capital(next) == .strong { return nil }
    var end = next
    var name = FoundName(tokens: i..<end, kind: .people, core: i..<end)
    name.demonyms = demonyms
    if let after = complement(after: end), after.homeland != nil {
      end = after.end
      name.tokens = i..<end
    }
    append(name)
    // The names inside the complement are mentions of their own.
    return next
  }
}
