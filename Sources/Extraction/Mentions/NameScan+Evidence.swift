import DossierModel
import Knowledge

extension NameScan {
  /// Adds what speaks for each reading and keeps the name.
  func finish(_ name: inout FoundName) -> Int? {
    if name.kind == .open, name.referents.allSatisfy({ !$0.isPrimary }) {
      let end = townEnd(name.tokens)
      if end > name.tokens.upperBound {
        name.tokens = name.tokens.lowerBound..<end
        name.core = name.tokens
        name.referents = []
        name.evidence.place += 9
      }
    }
    let range = name.tokens
    guard let first = range.first else { return nil }
    let count = range.count
    let before = first - 1
    var evidence = Evidence()
    let lastCue = lexicon[tokens[range.upperBound - 1].lexeme]
    let isAcronym = count == 1 && tokens[first].shape.contains(.allCapitals)
    let isGiven = words.isGivenName(tokens, first)
    if isGiven {
      evidence.person += count >= 2 ? 6 : words.isWordName(tokens, first) ? 3 : 5
    } else if count >= 2,
      tokens[first].shape.contains(.initials) || lexicon[tokens[first].lexeme].contains(.particle)
        || beginsWithHyphenPrefix(range.upperBound - 1)
    {
      evidence.person += 4
    }
    // "secondo Le Nouvelliste": a foreign article; surnames that begin so follow a given name somewhere.
    if count >= 2, !isPending(first), lexicon[tokens[first].lexeme].contains(.foreignArticle),
      words.surnameWeight(tokens, range.upperBound - 1, endings: false) == 0
    {
      evidence.person -= 8
      evidence.organization += 2
    }
    if count >= 2 {
      evidence.person += 3
      if !isGiven, words.surnameWeight(tokens, range.upperBound - 1, endings: false) > 0 {
        evidence.person += 1
      }
    } else if !isAcronym {
      evidence.organization += 1
      if !isGiven, !tokens[first].shape.contains(.hasDigit),
        !lexicon.isWord(tokens[first].lexeme) || words.isFamousSurname(tokens, first)
      {
        evidence.person += words.surnameWeight(
          tokens, first, endings: name.referents.isEmpty && !words.looksCommon(tokens, first))
      }
    }
    if count > 1 { judgeParts(range, isGiven, &evidence) }
    if count > 1, lexicon[tokens[first].lexeme].contains(.saint) {
      if before > sentence.lowerBound, preposition(before) == words.di,
        lexicon[tokens[before - 1].lexeme].contains(.devotion)
      {
        evidence.person += 8
      } else {
        evidence.place += 3
      }
    }
    if count > 1, lexicon[tokens[first].lexeme].contains(.placeHead), !isGiven {
      evidence.place += 6
      evidence.person -= 2
    }
    if tokens[first].shape.contains(.hyphenated), count == 1, isPairOfPlaces(first) {
      evidence.place += 8
    }
    if tokens[first].shape.contains(.hyphenated), count == 1, before >= sentence.lowerBound,
      lexicon[tokens[before].lexeme].contains(.line)
    {
      evidence.place += 12
    }
    if count > 4 { evidence.person -= 3; evidence.organization += 2 }
    if count == 1, isCamelEvent(first) { evidence.other += 9 }
    if count == 1, isTwoInitials(first) {
      evidence.person += 9
    } else if isAcronym {
      evidence.organization += 4
    }
    if words.isCamelCase(tokens, first), count == 1 { evidence.organization += 3 }
    if tokens[first].shape.contains(.hasDigit) { evidence.organization += 1; evidence.person -= 3 }
    for k in range {
      let cue = lexicon[tokens[k].lexeme]
      if cue.contains(.organizationWord), count > 1 { evidence.organization += 5 }
      if cue.contains(.placeWord), count > 1, k > first {
        evidence.place += 5
        if k == range.upperBound - 1, name.role == nil, !isPending(first) {
          evidence.person -= 5
        }
      }
      if cue.contains(.connector), !tokens[k].isCapitalized, !cue.contains(.particle) {
        evidence.organization += 3
        evidence.person -= 2
      }
      if cue.contains(.particle), !tokens[k].isCapitalized, count > 2 { evidence.person += 2 }
      if cue.contains(.common) || isFunction(k), tokens[k].isCapitalized, count > 1 {
        evidence.person -= 2
        evidence.organization += 1
      }
      if tokens.isMark(k, "&") { evidence.organization += 5 }
      if k > first, tokens[k].shape.contains(.hasDigit) { evidence.person -= 6 }
      // "Protest The Pope"
      if cue.contains(.connector), tokens[k].isCapitalized, k > first, !cue.contains(.particle) {
        evidence.organization += 3
        evidence.person -= 4
      }
    }
    for k in range.dropFirst() where words.isCamelCase(tokens, k) {
      evidence.organization += 2
      evidence.person -= 2
    }
    if lastCue.contains(.companyMark), count > 1 { evidence.organization += 12 }
    if lastCue.contains(.suffix), count > 1 { evidence.person += 4 }
    if let pending = pendingRole, pending.start == first {
      if count == 1, !isGiven, roles[pending.role].apposedTo != nil,
        roles[pending.role].tokens.upperBound == first,
        tokens.isMark(roles[pending.role].tokens.lowerBound - 1, ",")
      {
        // "X, delegato Rsu": the body that somebody named already serves.
        evidence.organization += 6
        pendingRole = nil
      } else {
        evidence.person += 9
        name.role = pending.role
      }
    }
    if before >= sentence.lowerBound {
      let definite = isDefinite(before)
      name.hasArticle = definite
      name.isIndefinite =
        count <= 2 && language.grammar.isAny(tokens[before].lexeme, of: .indefiniteArticle)
      if definite, preposition(before) == words.di, before > sentence.lowerBound,
        lexicon[tokens[before - 1].lexeme].contains(.vessel)
      {
        evidence.other += 9
      }
      let isPersonsArticle =
        count == 1 && !isAcronym && isGiven == false
        && words.surnameWeight(tokens, first, endings: false) >= 4
        && !tokens[before].shape.contains(.elided) && isSingular(before)
      if definite {
        // "la Merkel", "del Bernini".
        evidence.person -= isPersonsArticle ? 1 : 4
        evidence.organization += isPersonsArticle ? 0 : 3
        if preposition(before) == words.inn, !isAcronym { evidence.place += 4 }
      } else if let base = preposition(before) {
        name.preposition = base
        if base == words.inn {
          evidence.place += 6
          evidence.person -= 2
        }
        if base == words.a, !isAcronym { evidence.place += isGiven ? 2 : 4 }
        if base == words.di, before > sentence.lowerBound {
          let weight = placeWeight(after: before - 1)
          if weight >= 10 || !isGiven && !isAcronym { evidence.place += weight }
        }
        if before > sentence.lowerBound, isNative(before, base) { evidence.place += 8 }
        if base == words.a, count > 1, isInRegion(range.upperBound) { evidence.place += 6 }
        if base == words.di, before > sentence.lowerBound,
          lexicon[tokens[before - 1].lexeme].contains(.owned)
        {
          evidence.person += 4
        }
        if base == words.verso || base == words.presso { evidence.place += 2 }
        if base == words.da { evidence.place += 1 }
        if base == words.su {
          evidence.organization += 2
          evidence.person -= 2
          if lexicon[tokens[first].lexeme].contains(.platform) { return range.upperBound }
        }
      }
      if isAfterAlias(before) {
        name.isAlias = true
        evidence.person += 8
      }
      // "un ragazzo che si chiama X", "mi chiamo X"
      if isGivenItsName(before) { evidence.person += 8 }
      let cue = lexicon[tokens[before].lexeme]
      if cue.contains(.nearby), count == 1 || !name.referents.isEmpty { evidence.place += 8 }
      if cue.contains(.work) { evidence.other += 9 }
      if cue.contains(.speech), count == 1, !isAcronym { evidence.person += 3 }
      if cue.contains(.eponym), count == 1, !isAcronym { evidence.person += 5 }
      if isOpeningMark(before), range.upperBound < sentence.upperBound,
        isClosingMark(range.upperBound)
      {
        if before - 1 >= sentence.lowerBound, lexicon[tokens[before - 1].lexeme].contains(.work) {
          evidence.other += 9
        } else {
          evidence.other += 3
          // A name of two words in marks is hardly anybody's.
          if count > 1, !isGiven, !name.isAlias {
            evidence.person -= 3
            evidence.organization += 3
          }
        }
      }
    }
    let next = range.upperBound
    if next < sentence.upperBound {
      // "l'Excelsior hotel"
      if !tokens[next].isCapitalized,
        !lexicon.isWord(tokens[next].lexeme) || tokens.isWritten(next, "hotel"),
        lexicon[tokens[next].lexeme].contains(.placeWord)
      {
        evidence.place += 8
      }
      let isSpeech =
        lexicon[tokens[next].lexeme].contains(.speech)
        || (words.isAuxiliary(tokens[next].lexeme) && next + 1 < sentence.upperBound
          && lexicon[tokens[next + 1].lexeme].contains(.speech))
      if isSpeech, name.preposition == LexemeTable.unknown {
        evidence.person += name.hasArticle ? 0 : 3
        evidence.organization += 1
      }
      // "X, direttore di Y," and "X, 45 anni,".
      if tokens.isMark(next, ","), next + 1 < sentence.upperBound {
        var k = next + 1
        // "Nella vicina X, una vedova aspetta": somebody new.
        let isNewcomer =
          language.grammar.isAny(tokens[k].lexeme, of: .indefiniteArticle)
          && (name.preposition != LexemeTable.unknown
            || before >= sentence.lowerBound && lexicon[tokens[before].lexeme].contains(.nearby))
        if language.grammar.isAny(tokens[k].lexeme, of: .definiteArticle, .indefiniteArticle) {
          k += 1
        }
        while k < sentence.upperBound,
          lexicon.roles.adjuncts[tokens[k].lexeme].map({ !$0.isDisjoint(with: [.before, .former]) })
            == true
        {
          k += 1
        }
        if k < sentence.upperBound, let noun = lexicon.roles.nouns[tokens[k].lexeme],
          noun.roleClass != .honorific, noun.agreement.number != .plural, !name.hasArticle,
          !isNewcomer
        {
          evidence.person += 5
        }
        if k + 1 < sentence.upperBound, tokens[k].isNumber,
          tokens[k + 1].lexeme == words.anni
        {
          evidence.person += 6
        }
      }
      if tokens.isMark(next, "("), next + 2 < sentence.upperBound, tokens.isMark(next + 2, ")") {
        let inside = tokens[next + 1]
        if inside.shape.contains(.allCapitals), inside.end - inside.start == 2, count <= 3,
          !name.hasArticle
        {
          evidence.place += lexicon.provinces[tokens.string(next + 1)] == nil ? 3 : 9
        } else if inside.shape.contains(.allCapitals), inside.end - inside.start > 2 {
          evidence.organization += 4
        }
      }
    }
    if count == 1, name.hasArticle, isClubArticle(before), namesTownWithoutArticle(name.referents),
      preposition(before) != words.inn || isTeam(range)
    {
      evidence.organization += 8
    }
    if count == 1, !capitals.followsCapital(tokens, first),
      name.referents.contains(where: { if case .seat = $0.referent { true } else { false } })
    {
      evidence.place += 6
    }
    for referent in name.referents where referent.isWeak {
      switch referent.referent {
      case .country, .region: evidence.place += name.hasArticle ? 8 : 4
      case .organization: evidence.organization += 4
      default: break
      }
    }
    for referent in name.referents {
      if case .settlement(let place) = referent.referent {
        let population = knowledge.gazetteer.population(of: place)
        if count > 1, !referent.isWeak { evidence.place += 8 }
        if referent.isWeak {
          evidence.place += population > 1_000_000 ? 2 : 0
        } else {
          evidence.place +=
            3 + (population > 100_000 ? 2 : 0) + (referent.isPrimary ? 1 : 0)
          evidence.organization -= 1
        }
        break
      }
    }
    prove(name, &evidence)
    name.evidence += evidence
    name.isClub = isTeam(range)
    append(name)
    return name.tokens.upperBound
  }

  /// "nato a X", "originario di X", "64 anni, di X": where somebody is from.
  func isNative(_ i: Int, _ base: LexemeTable.ID) -> Bool {
    guard base == words.a || base == words.di || base == words.inn else { return false }
    if lexicon[tokens[i - 1].lexeme].contains(.native) { return true }
    return base == words.di && i - 2 >= sentence.lowerBound && tokens.isMark(i - 1, ",")
      && tokens[i - 2].lexeme == words.anni
  }

  /// Whether "in" and a country or region stand at `i`: "a Bassano Romano in Lazio".
  func isInRegion(_ i: Int) -> Bool {
    guard i + 1 < sentence.upperBound, preposition(i) == words.inn else { return false }
    return knownName(i + 1)?.names.contains {
      switch $0.referent {
      case .country, .region: true
      default: false
      }
    } ?? false
  }

  func isSingular(_ i: Int) -> Bool {
    language.grammar.entries[tokens[i].lexeme]?.contains { $0.agreement.number == .singular }
      ?? false
  }

  /// Whether "detto", "noto come", "alias" stand at `i`, before marks and an article: "alias «il Boia»".
  func isAfterAlias(_ i: Int) -> Bool {
    var k = i
    if k > sentence.lowerBound, language.grammar.isAny(tokens[k].lexeme, of: .definiteArticle) {
      k -= 1
    }
    if k > sentence.lowerBound, isOpeningMark(k) { k -= 1 }
    if k > sentence.lowerBound, tokens[k].lexeme == words.come {
      return lexicon[tokens[k - 1].lexeme].contains(.alias)
    }
    // "X, detto Y", "X alias Y"; in "ha detto Y" nobody is called so.
    return k >= sentence.lowerBound && lexicon[tokens[k].lexeme].contains(.alias)
      && (k == sentence.lowerBound || tokens[k - 1].isPunctuation || tokens[k - 1].isCapitalized)
  }

  /// A masculine singular article: "il Varese" is the club.
  func isClubArticle(_ i: Int) -> Bool {
    language.grammar.entries[tokens[i].lexeme]?.contains {
      $0.agreement.gender == .masculine && $0.agreement.number == .singular
    } ?? false
  }

  /// Whether a name is a town's that has no article, and no region's ("il Donetsk").
  func namesTownWithoutArticle(_ names: [KnownName]) -> Bool {
    var town: String?
    for name in names {
      switch name.referent {
      case .settlement(let place):
        if town == nil { town = knowledge.gazetteer[place].name }
      case .country, .region, .organization: return false
      case .seat, .demonym: continue
      }
    }
    guard let town, !town.contains(" ") else { return false }
    for head in ["oblast di ", "regione di ", "Stato di ", "governatorato di "] {
      for name in knowledge.names.lookup(head + town) {
        if case .region(let slug) = name.referent,
          knowledge.regions[slug]?.country?.lowercased() != language.code
        {
          return false
        }
      }
    }
    return true
  }

  /// What the words of a name of several words say when they are words of the language or places.
  func judgeParts(_ range: Range<Int>, _ isGiven: Bool, _ evidence: inout Evidence) {
    for k in range where tokens[k].isCapitalized {
      let cue = lexicon[tokens[k].lexeme]
      if !words.isGivenName(tokens, k), cue.isDisjoint(with: [.particle, .suffix]) {
        if lexicon.isWord(tokens[k].lexeme) || words.looksCommon(tokens, k) {
          evidence.person -= isGiven ? 1 : 4
          evidence.organization += 1
        }
        if lexicon.bodyStarts.contains(tokens[k].lexeme),
          lexicon.bodies.longest(in: tokens, at: k, limit: range.upperBound)?.value.needsEvidence
            == false
        {
          evidence.organization += 4
          evidence.person -= 4
        }
        if k == range.lowerBound, isGreatPlace(k) {
          evidence.place += 4
          evidence.person -= 3
        } else if k == range.upperBound - 1, !isGiven, isGreatPlace(k) {
          evidence.organization += 4
          evidence.person -= 3
        }
      }
    }
  }

  /// "Roma-Viterbo".
  func isPairOfPlaces(_ i: Int) -> Bool {
    let parts = tokens.string(i).split(separator: "-")
    guard parts.count == 2 else { return false }
    return parts.allSatisfy { part in
      part.utf8.count > 2
        && knowledge.names.lookup(part).contains {
          switch $0.referent {
          case .settlement, .region, .country: !$0.isWeak
          default: false
          }
        }
    }
  }

  func append(_ name: consuming FoundName) {
    if let pending = pendingRole, pending.start == name.tokens.lowerBound, name.kind == .open,
      !name.isBody
    {
      name.role = pending.role
      roles[pending.role].name = found.count
      pendingRole = nil
    }
    let before = name.tokens.lowerBound - 1
    if before >= sentence.lowerBound, name.kind != .open {
      name.hasArticle = isDefinite(before)
      if !name.hasArticle, let base = preposition(before) { name.preposition = base }
    }
    found.append(name)
  }
}
