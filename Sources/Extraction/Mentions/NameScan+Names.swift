import DossierModel
import Knowledge

extension NameScan {
  // MARK: Names by their capitals

  /// Reads the name that begins at `i`; gives the token after it.
  func scanName(_ i: Int) -> Int? {
    // "il Primo Ministro David Cameron": the role comes next.
    if tokens[i].isCapitalized, i + 1 < sentence.upperBound,
      lexicon.roles.adjuncts[tokens[i].lexeme]?.isDisjoint(with: [.before, .former]) == false,
      lexicon.roles.nouns.contains(tokens[i + 1].lexeme)
    {
      return nil
    }
    // "La Repubblica di Moldova" is no newspaper.
    if isFunction(i), i + 3 < sentence.upperBound, lexicon[tokens[i + 1].lexeme].contains(.realm),
      preposition(i + 2) == words.di, isCountry(i + 3)
    {
      return nil
    }
    if isOfAccount(i) || isTag(i) { return i + 1 }
    let strength = capital(i)
    // "a L'Aquila"
    if strength == .none, !isShouting, tokens[i].shape.contains(.elided), tokens[i].isCapitalized,
      !startsClause(i) || !isDefinite(i) && preposition(i) == nil,
      let known = knownName(i), known.end > i + 1
    {
      var name = FoundName(tokens: i..<known.end, kind: .open, core: i..<known.end)
      name.referents = known.names
      if known.names.contains(where: isTableName) { name.kind = .known }
      return finish(&name)
    }
    if strength == .none {
      guard isShouting, tokens[i].shape.contains(.allCapitals), let known = knownName(i),
        known.names.contains(where: isTableName) || isGreatPlace(i)
      else { return nil }
      var name = FoundName(tokens: i..<known.end, kind: .place, core: i..<known.end)
      name.referents = known.names
      if known.names.contains(where: isTableName) {
        name.kind = .known
        name.referents = known.names.filter(isTableName)
      }
      append(name)
      return known.end
    }
    let cue = lexicon[tokens[i].lexeme]
    let known = knownName(i)
    if i + 1 >= sentence.upperBound || capital(i + 1) == .none, known == nil {
      let papers = paper(at: i)
      if !papers.isEmpty {
        var name = FoundName(tokens: i..<(i + 1), kind: .known, core: i..<(i + 1))
        name.referents = papers
        append(name)
        return i + 1
      }
    }
    if let road = scanRoad(i) { return road }
    if let body = scanCelestial(i, cue, strength) { return body }
    let end = runEnd(i)
    if let body = body(at: i, strength == .weak, known) {
      var name = FoundName(tokens: i..<body, kind: .open, core: i..<body)
      if let known, known.end == body { name.referents = known.names }
      name.evidence.organization = 20
      name.evidence.body = 1
      if i > sentence.lowerBound, !isDefinite(i - 1), let base = preposition(i - 1) {
        name.preposition = base
      }
      name.isBody = true
      name.isClub = isTeam(i..<body)
      name.evidence.person = -20
      name.evidence.place = -20
      append(name)
      return productEnd(i, body)
    }
    if strength == .weak, !acceptsWeak(i, end, known, cue) {
      return nil
    }
    if end == i + 1, let province = provinceInBrackets(i) {
      var name = FoundName(tokens: i..<end, kind: .known, core: i..<end)
      name.referents = [province]
      append(name)
      return end
    }
    // "epatite B": a letter is no name.
    if end == i + 1, tokens[i].shape.contains(.initials), tokens[i].end - tokens[i].start == 1 {
      return end
    }
    if end == i + 1, strength == .strong, (known?.end ?? 0) <= end,
      !(known?.names.contains(where: isTableName) ?? false),
      !isPending(i) || isRestOfComplement(i, cue)
    {
      if !cue.isDisjoint(with: [.notName, .eventWord, .speech]) { return end }
      if !isNameByItself(i, cue, hasReferents: known != nil) { return end }
    }
    if cue.contains(.eventWord), end > i + 1, known == nil || (known?.end ?? 0) < end { return end }
    if isEdition(i, end) {
      // "Venezia Film Festival": the town is a place all the same.
      if let known, known.end < end, strength == .strong, isGreatPlace(i) {
        var name = FoundName(tokens: i..<known.end, kind: .place, core: i..<known.end)
        name.referents = known.names
        append(name)
      }
      return end
    }
    if end > i + 1, words.isFamous(tokens, i..<end) {
      var name = FoundName(tokens: i..<end, kind: .open, core: i..<end)
      name.evidence.person = 20
      return finish(&name)
    }
    if let known {
      if known.end >= end {
        var name = FoundName(tokens: i..<known.end, kind: .open, core: i..<known.end)
        name.referents = known.names
        if known.names.contains(where: isTableName) { name.kind = .known }
        name.isWeak = strength == .weak
        return finish(&name)
      }
      let restIsPerson =
        words.isGivenName(tokens, known.end)
        || (known.end - i > 1 && known.names.contains(where: isTableName))
        || (tokens[i].shape.contains(.allCapitals)
          && !tokens[known.end].shape.contains(.allCapitals))
      if known.end == i + 1, known.names.contains(where: isTableName),
        lexicon.bodies.longest(in: tokens, at: i, limit: known.end) != nil,
        productEnd(i, known.end) > known.end
      {
        var name = FoundName(tokens: i..<known.end, kind: .known, core: i..<known.end)
        name.referents = known.names
        append(name)
        return end
      }
      let isParticle = cue.contains(.particle) && known.end == i + 1
      let isWholeName = isPending(i) && !known.names.contains(where: isTableName)
      if restIsPerson, !isParticle, !isWholeName,
        !words.isGivenName(tokens, i) || known.end - i > 1,
        !lexicon[tokens[known.end].lexeme].contains(.organizationWord)
      {
        var name = FoundName(tokens: i..<known.end, kind: .open, core: i..<known.end)
        name.referents = known.names
        if known.names.contains(where: isTableName) { name.kind = .known }
        name.isWeak = strength == .weak
        return finish(&name)
      }
    }
    // "Speciale Omicidio Mario Rossi", "Chicago Bulls Michael Jordan"
    if let split = personAfterWords(i, end) {
      if strength == .weak || lexicon.isWord(tokens[i].lexeme) { return split }
      var name = FoundName(tokens: i..<split, kind: .open, core: i..<split)
      return finish(&name)
    }
    var name = FoundName(tokens: i..<end, kind: .open, core: i..<end)
    name.isWeak = strength == .weak && end == i + 1
    return finish(&name)
  }

  /// "sul profilo Facebook", "la pagina Instagram": where something is written, and no body that acts.
  private func isOfAccount(_ i: Int) -> Bool {
    let before = i - 1
    return tokens[i].isCapitalized && lexicon[tokens[i].lexeme].contains(.platform)
      && before >= sentence.lowerBound && tokens[before].isWord && !tokens[before].isCapitalized
      && !isFunction(before) && !isFiniteVerb(before)
      && !language.speech.standIns.contains(tokens[before].lexeme)
      && lexicon.roles.adjuncts[tokens[before].lexeme] == nil
  }

  /// Whether the words name a festival, a cup, a holiday, or the number of an edition stands before
  /// them: "Eurovision Song Contest", "XV Giornata".
  func isEdition(_ start: Int, _ end: Int) -> Bool {
    guard end > start + 1, !isPending(start), !words.isGivenName(tokens, start),
      !(start..<end).contains(where: {
        !lexicon[tokens[$0].lexeme].isDisjoint(with: [.organizationWord, .placeWord])
      })
    else { return false }
    if isRomanNumeral(start), tokens[start].shape.contains(.allCapitals) { return true }
    return ((start + 1)..<end).contains {
      tokens[$0].isCapitalized && lexicon[tokens[$0].lexeme].contains(.eventWord)
        && !words.isGivenName(tokens, $0 - 1)
        || isCamelEvent($0)
    }
  }

  /// "WineFestival", "MotoGP": the last part of the word names an event.
  func isCamelEvent(_ i: Int) -> Bool {
    guard tokens[i].shape.contains(.innerCapital) else { return false }
    let bytes = tokens.bytes(i)
    return ["Festival", "Fest", "Cup", "GP", "Expo", "Day", "Awards"].contains {
      bytes.count > $0.utf8.count + 2 && bytes.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  /// A road by its number: "SS 195", "Provinciale 38", "l'autostrada A1", "sulla A14".
  func scanRoad(_ i: Int) -> Int? {
    let next = i + 1
    if lexicon[tokens[i].lexeme].contains(.road), next < sentence.upperBound,
      tokens[next].isNumber, tokens[next].end - tokens[next].start <= 4
    {
      appendRoad(i..<(next + 1))
      return next + 1
    }
    let bytes = tokens.bytes(i)
    guard bytes.count >= 2, bytes.count <= 3, let first = bytes.first, i > sentence.lowerBound,
      first >= 65, first <= 90, bytes.dropFirst().allSatisfy({ $0 >= 48 && $0 <= 57 })
    else { return nil }
    let isAfterNoun = lexicon[tokens[i - 1].lexeme].contains(.road)
    let isMotorway =
      (first == UInt8(ascii: "A") || first == UInt8(ascii: "E")) && isDefinite(i - 1)
      && language.grammar.entries[tokens[i - 1].lexeme]?.contains {
        $0.agreement.gender == .feminine || $0.agreement.gender == nil
      } ?? false
    guard isAfterNoun || isMotorway else { return nil }
    appendRoad(i..<next)
    return next
  }

  /// "sulla Luna", "la sonda su Marte": no place of the tables, but one all the same.
  func scanCelestial(
    _ i: Int, _ cue: NameLexicon.Cue, _ strength: Capital
  ) -> Int? {
    guard cue.contains(.celestial), strength == .strong, i > sentence.lowerBound,
      isDefinite(i - 1) || preposition(i - 1) != nil,
      i + 1 >= sentence.upperBound || capital(i + 1) != .strong
    else { return nil }
    append(FoundName(tokens: i..<(i + 1), kind: .place, core: i..<(i + 1)))
    return i + 1
  }

  func appendRoad(_ range: Range<Int>) {
    var name = FoundName(tokens: range, kind: .place, core: range)
    name.placeNoun = .feature
    append(name)
  }

  /// Where a person's name begins in a run of capitals whose first words are none of it.
  func personAfterWords(_ start: Int, _ end: Int) -> Int? {
    guard end - start >= 3, !isPending(start), !words.isGivenName(tokens, start),
      !tokens[start].shape.contains(.initials),
      !lexicon[tokens[start].lexeme].contains(.particle),
      lexicon.isWord(tokens[start].lexeme) || words.looksCommon(tokens, start)
        || isGreatPlace(start) || tokens[start].shape.contains(.allCapitals)
    else { return nil }
    for k in (start + 1)..<(end - 1)
    where words.isGivenName(tokens, k) && !words.isWordName(tokens, k) {
      for rest in k..<end where lexicon[tokens[rest].lexeme].contains(.organizationWord) {
        return nil
      }
      return k
    }
    return nil
  }

  /// The province of a code in brackets after a town: "Scarperia (FI)".
  func provinceInBrackets(_ i: Int) -> KnownName? {
    guard tokens[i].shape.contains(.allCapitals), tokens[i].end - tokens[i].start == 2,
      i > sentence.lowerBound, tokens.isMark(i - 1, "("), i + 1 < sentence.upperBound,
      tokens.isMark(i + 1, ")"), found.last?.tokens.upperBound == i - 1,
      let province = lexicon.provinces[tokens.string(i)]
    else { return nil }
    return knowledge.names.lookup(province).first {
      if case .region = $0.referent { true } else { false }
    }
  }

  /// The end of the company's or club's name at `i`.
  func body(
    at i: Int, _ isWeak: Bool, _ known: (end: Int, names: [KnownName])?
  ) -> Int? {
    guard lexicon.bodyStarts.contains(tokens[i].lexeme),
      let (end, found) = lexicon.bodies.longest(
        in: tokens, at: i, limit: min(sentence.upperBound, boundary)),
      known.map({
        $0.end <= end && ($0.end < end || !$0.names.contains(where: isTableName))
          || found.isClub && $0.end == end && isClubHere(i)
      }) ?? true
    else { return nil }
    for k in i..<end where tokens[k].isWord && !isFunction(k) && capital(k) == .none {
      return nil
    }
    if end == i + 1 {
      // "Bologna Fiere", "Ferrari Marco": the name goes on.
      if end < sentence.upperBound, capital(end) == .strong, !words.isGivenName(tokens, end),
        found.needsEvidence || found.isClub || productEnd(i, end) == end
      {
        return nil
      }
      // A club has an article where its town has none: "il Napoli".
      if found.needsEvidence, !isClubHere(i) {
        guard i > sentence.lowerBound, isDefinite(i - 1),
          language.grammar.entries[tokens[i - 1].lexeme]?.contains(where: {
            $0.agreement.number != .plural
          }) == true
        else { return nil }
      } else if isWeak, lexicon[tokens[i].lexeme].contains(.common) {
        return nil
      }
    }
    return end
  }

  /// Where the name of a company's product ends that begins with the company's: "Apple Watch",
  /// "Microsoft Office"; `end` if what follows is the company's own ("Uber Italy", "Fiat Group").
  func productEnd(_ start: Int, _ end: Int) -> Int {
    guard end < sentence.upperBound, end < boundary, capital(end) == .strong, !isShouting,
      !tokens[end].shape.contains(.allCapitals), tokens[end].isWord
    else { return end }
    guard end > start + 1 || !words.isGivenName(tokens, start) else { return end }
    let run = runEnd(start)
    for k in end..<run where tokens[k].isCapitalized {
      let cue = lexicon[tokens[k].lexeme]
      if !cue.isDisjoint(with: [.organizationWord, .companyMark, .placeWord, .suffix])
        || words.isGivenName(tokens, k) || lexicon.isWord(tokens[k].lexeme)
        || words.surnameWeight(tokens, k, endings: true) > 0 || knownName(k) != nil
        || lexicon.bodyStarts.contains(tokens[k].lexeme)
      {
        return end
      }
    }
    return run
  }

  /// Whether the tables have the name as a team.
  func isTeam(_ range: Range<Int>) -> Bool {
    guard lexicon.bodyStarts.contains(tokens[range.lowerBound].lexeme),
      let (end, body) = lexicon.bodies.longest(
        in: tokens, at: range.lowerBound, limit: range.upperBound)
    else { return false }
    return body.isClub && end == range.upperBound
  }

  /// Whether the name at `i` follows a noun of sports: "i tifosi della Lazio", "il portiere del Napoli".
  func isClubHere(_ i: Int) -> Bool {
    var k = i - 1
    guard k >= sentence.lowerBound, isDefinite(k), preposition(k) == words.di else { return false }
    k -= 1
    var steps = 0
    while k >= sentence.lowerBound, steps < 2 {
      if lexicon[tokens[k].lexeme].contains(.sport) { return true }
      guard homelandAdjective(k) != nil || words.looksAdjectival(tokens, k) else { return false }
      k -= 1
      steps += 1
    }
    return false
  }

  /// "dirigente al settore Finanze": the ordinary word belongs to what the role governs.
  func isRestOfComplement(_ i: Int, _ cue: NameLexicon.Cue) -> Bool {
    guard let pending = pendingRole, pending.start == i else { return false }
    if cue.contains(.institutional) || lexicon.demonyms.contains(tokens[i].lexeme)
      || lexicon.roles.adjuncts[tokens[i].lexeme]?.contains(.after) == true
    {
      return true
    }
    return roles[pending.role].tokens.upperBound < i - 1
      && (cue.contains(.common) || lexicon.isWord(tokens[i].lexeme) || words.looksCommon(tokens, i))
      && words.surnameWeight(tokens, i, endings: false) == 0
  }

  /// Whether one word with a capital inside a sentence can be a name: no word of the language, no
  /// number, no model of a weapon.
  func isNameByItself(_ i: Int, _ cue: NameLexicon.Cue, hasReferents: Bool) -> Bool {
    let token = tokens[i]
    if lexicon.institutions.starts.contains(token.lexeme) { return false }
    if lexicon.demonyms.contains(token.lexeme) { return false }
    if isRomanNumeral(i) { return false }
    if token.shape.contains(.hasDigit), !hasReferents { return false }
    if token.shape.contains(.allCapitals) {
      return !cue.contains(.common) && (hasReferents || !isShoutedWord(i))
    }
    if words.isGivenName(tokens, i) || capitals.followsCapital(tokens, i) { return true }
    if words.isFamousSurname(tokens, i) { return true }
    if cue.contains(.common) || capitals.isSmall(tokens, i) || isPluralNoun(i) { return false }
    if hasReferents { return true }
    if isNumeral(i) { return false }
    return !lexicon.isWord(token.lexeme) && !words.looksCommon(tokens, i)
  }

  func isRomanNumeral(_ i: Int) -> Bool {
    tokens.bytes(i).allSatisfy {
      $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") || $0 == UInt8(ascii: "X")
        || $0 == UInt8(ascii: "L")
    }
  }

  /// "le Istituzioni": an ordinary noun in the plural with a capital.
  func isPluralNoun(_ i: Int) -> Bool {
    guard i > sentence.lowerBound, let last = tokens.bytes(i).last,
      last == UInt8(ascii: "i") || last == UInt8(ascii: "e")
    else { return false }
    return language.grammar.entries[tokens[i - 1].lexeme]?.contains { entry in
      (entry.wordClass == .definiteArticle || entry.wordClass == .articulatedPreposition)
        && entry.agreement.number == .plural
    } ?? false
  }

  /// Whether the tables' name needs nothing but its letters.
  func isTableName(_ name: KnownName) -> Bool {
    switch name.referent {
    case .country, .region, .organization: !name.isWeak
    case .settlement, .seat, .demonym: false
    }
  }

  func isPending(_ i: Int) -> Bool { pendingRole?.start == i }

  /// The end of the name that begins at `i`: capitals, small words between them, initials.
  func runEnd(_ i: Int) -> Int {
    var end = i + 1
    let limit = min(sentence.upperBound, boundary > i ? boundary : Int.max)
    while end < limit {
      let token = tokens[end]
      if token.shape.contains(.lineStart) { break }
      // "J. K. Rowling".
      if tokens.isMark(end, "."), !token.shape.contains(.spaceBefore),
        tokens[end - 1].shape.contains(.initials), tokens[end - 1].end - tokens[end - 1].start == 1,
        end + 1 < limit, capital(end + 1) == .strong
      {
        end += 2
        continue
      }
      if capital(end) == .strong {
        // A role with a capital starts another phrase ("Nato Segretario").
        end += 1
        continue
      }
      // "Musée d'Orsay", "Côte d'Ivoire"; but "GP d'Italia".
      if token.shape.contains(.elided), preposition(end) == words.di, end + 1 < limit,
        end == i + 1, capital(end + 1) == .strong,
        !lexicon.isWord(tokens[i].lexeme)
          || lexicon[tokens[i].lexeme].contains(.placeWord),
        !isCountry(end + 1)
      {
        end += 2
        continue
      }
      if token.shape.contains(.elided), token.isCapitalized, end + 1 < limit,
        capital(end + 1) == .strong
      {
        end += 2
        continue
      }
      if token.isNumber, tokens[end - 1].isWord, end - i <= 2, !tokens[i].shape.contains(.initials),
        token.end - token.start <= 2, isProductNumber(end)
      {
        break
      }
      let cue = lexicon[token.lexeme]
      if end + 1 < limit, token.isWord, !token.isCapitalized, capital(end + 1) == .strong {
        if cue.contains(.particle) || cue.contains(.connector) {
          if !isFunction(end) {
            end += 2
            continue
          }
          // "Luigi di Maio" is one, "Putin di Russia" two.
          if cue.contains(.particle), end == i + 1, preposition(end) != nil,
            words.isGivenName(tokens, i), !isCountry(i),
            !(knownName(end + 1)?.names.contains { isTableName($0) || !$0.isWeak } ?? false)
          {
            end += 2
            continue
          }
        }
      }
      // "Council of the Europe", "Ursula von der Leyen".
      if end + 2 < limit, !cue.isDisjoint(with: [.connector, .particle]), !isFunction(end),
        !token.isCapitalized,
        !lexicon[tokens[end + 1].lexeme].isDisjoint(with: [.connector, .particle]),
        !isFunction(end + 1), !tokens[end + 1].isCapitalized, capital(end + 2) == .strong
      {
        end += 3
        continue
      }
      if tokens.isMark(end, "&"), end + 1 < limit, capital(end + 1) == .strong {
        end += 2
        continue
      }
      // 'Giuseppe "Pippo" Calò'.
      if isOpeningMark(end), end + 3 < limit, capital(end + 1) != .none, isClosingMark(end + 2),
        tokens[end + 3].isCapitalized, words.isGivenName(tokens, i)
      {
        end += 4
        continue
      }
      break
    }
    // "Jr." keeps no full stop; a suffix alone is no name.
    return end
  }

  func isCountry(_ i: Int) -> Bool {
    knownName(i)?.names.contains {
      if case .country = $0.referent { true } else { false }
    } ?? false
  }

  func isProductNumber(_ i: Int) -> Bool { true }

  /// Whether a capital at the start of a sentence is a name's.
  func acceptsWeak(
    _ i: Int, _ end: Int, _ known: (end: Int, names: [KnownName])?, _ cue: NameLexicon.Cue
  ) -> Bool {
    let token = tokens[i]
    let isTable = known?.names.contains(where: isTableName) ?? false
    // "Abu Dhabi", "La Spezia"; but "La Guardia di Finanza", "La Striscia".
    if let known, known.end > i + 1, known.names.contains(where: { !$0.isWeak }),
      !isFunction(i) || !lexicon[tokens[i + 1].lexeme].contains(.notName),
      !isFunction(i)
        || !lexicon.institutions.starts.contains(tokens[i + 1].lexeme)
          && known.names.contains(where: { isArticleOf($0, tokens.string(i)) })
    {
      return true
    }
    if isTwoInitials(i) { return true }
    // "detto «Mezzanotte»"
    if i - 1 > sentence.lowerBound, isOpeningMark(i - 1), isAfterAlias(i - 1),
      let last = found.last, sentence.contains(last.tokens.lowerBound),
      i - last.tokens.upperBound <= 4
    {
      return true
    }
    // "Von der Leyen", "Abu Mazen"
    if end > i + 1, words.isFamous(tokens, i..<end) || cue.contains(.particle) && !isFunction(i) {
      return true
    }
    if isFunction(i) || cue.contains(.common) || cue.contains(.notName) {
      // "La Repubblica", "Il Sole 24 Ore"; "Stati Uniti"; "Nuova Delhi"
      if let known, known.end > i + 1, isTable || !isFunction(i) { return true }
      if words.isGivenName(tokens, i), end > i + 1, !isFunction(i), !cue.contains(.notName) {
        return true
      }
      return capitals.followsCapital(tokens, i) && !isFunction(i)
    }
    if lexicon.demonyms.contains(token.lexeme), !isTable { return false }
    if isTable || isPending(i) { return true }
    let next = i + 1
    if words.isGivenName(tokens, i) {
      // "Vittoria ha vinto", but "Vittoria schiacciante".
      return end > next || !words.isWordName(tokens, i) || capitals.isName(tokens, i)
        || !isLowerWord(next) || isFiniteVerb(next) || words.isAuxiliary(tokens[next].lexeme)
    }
    let isOrdinary =
      lexicon.isWord(token.lexeme) || words.looksCommon(tokens, i)
      || token.lexeme == LexemeTable.unknown && words.isVerbForm(tokens, i, language)
    if end > next {
      return !isOrdinary || token.shape.contains(.initials) || capitals.isName(tokens, i)
        || cue.contains(.organizationWord)
    }
    if capitals.isName(tokens, i) { return true }
    if capitals.isSmall(tokens, i) { return false }
    if let known, isNamedHere(known, isOrdinary: isOrdinary || beginsSpeech(i)) { return true }
    // The tables hold ordinary words; what they do not know may be a name.
    if isOrdinary { return false }
    // "Vibber ha spiegato", "Kiev:".
    guard next < sentence.upperBound else { return false }
    // What somebody says may begin with any word: «Acciaio è vita».
    if beginsSpeech(i) { return words.surnameWeight(tokens, i, endings: false) > 0 }
    if words.isAuxiliary(tokens[next].lexeme) || isFiniteVerb(next) { return true }
    if tokens.isMark(next, ":") || tokens.isMark(next, ",") {
      return token.shape.contains(.hyphenated)
    }
    // "Contrari anche i moderati"
    if let last = tokens.bytes(i).last,
      last == UInt8(ascii: "i") || last == UInt8(ascii: "e"),
      language.grammar.isAny(tokens[next].lexeme, of: .definiteArticle, .adverb)
        || words.isAnd(tokens[next].lexeme)
    {
      return words.surnameWeight(tokens, i, endings: false) > 0
    }
    return preposition(next) == nil && isFunction(next)
  }

  /// Whether a known name at the start of a sentence is one and no ordinary word: small towns must
  /// go on as names do ("Bahira, Sulda e Temne", "Bahira resiste").
  private func isNamedHere(
    _ known: (end: Int, names: [KnownName]), isOrdinary: Bool
  ) -> Bool {
    let next = known.end
    let goesOn =
      next < sentence.upperBound
      && (tokens.isMark(next, ",") || tokens.isMark(next, "(") || tokens.isMark(next, ":")
        || words.isAnd(tokens[next].lexeme) || words.isAuxiliary(tokens[next].lexeme)
        || isFiniteVerb(next))
    return known.names.contains { name in
      guard !name.isWeak else { return false }
      guard case .settlement(let place) = name.referent else { return true }
      let population = knowledge.gazetteer.population(of: place)
      return !isOrdinary && goesOn
        || name.isPrimary && population >= (isOrdinary ? 200_000 : 50_000)
    }
  }

  private func isLowerWord(_ i: Int) -> Bool {
    i < sentence.upperBound && tokens[i].isWord && !tokens[i].isCapitalized
  }

  /// Whether a quotation mark, a question or an exclamation stands right before the token.
  private func beginsSpeech(_ i: Int) -> Bool {
    let before = i - 1
    return before >= 0
      && (isOpeningMark(before) || tokens.isMark(before, "?") || tokens.isMark(before, "!"))
  }

  /// Whether the name itself begins with the article.
  func isArticleOf(_ name: KnownName, _ article: String) -> Bool {
    let text: String
    switch name.referent {
    case .country(let code): text = knowledge.countries[code]?.name ?? ""
    case .region(let slug): text = knowledge.regions[slug]?.name ?? ""
    case .organization(let slug): text = knowledge.organizations[slug]?.name ?? ""
    case .settlement(let place): text = knowledge.gazetteer[place].name
    case .seat, .demonym: return false
    }
    return LatinFold.fold(text).utf8.starts(with: LatinFold.fold(article).utf8)
  }

  func isFiniteVerb(_ i: Int) -> Bool {
    language.verbs.readings(tokens[i].lexeme).contains { $0.mood.isFinite }
  }

  /// "a Castiglione dei Pepoli": the end of a town's name of two parts, after a preposition of place.
  func townEnd(_ range: Range<Int>) -> Int {
    let end = range.upperBound
    guard range.count == 1, end + 1 < sentence.upperBound, end < boundary,
      range.lowerBound > sentence.lowerBound,
      !lexicon.isWord(tokens[range.lowerBound].lexeme),
      !tokens[range.lowerBound].shape.contains(.allCapitals),
      !words.isGivenName(tokens, range.lowerBound)
    else { return end }
    let before = preposition(range.lowerBound - 1)
    let isInProvince = isProvinceCode(after: end + 2)
    guard
      isInProvince
        || (before == words.a || before == words.inn || before == words.di)
          && !isDefinite(range.lowerBound - 1),
      let inner = preposition(end),
      inner == words.di && isDefinite(end) || inner == words.a || inner == words.su
        || inner == words.di && end + 2 < sentence.upperBound && tokens.isMark(end + 2, "("),
      capital(end + 1) == .strong, !words.isGivenName(tokens, end + 1),
      !isGreatPlace(end + 1), !tokens[end + 1].shape.contains(.allCapitals),
      !lexicon.institutions.starts.contains(tokens[end + 1].lexeme)
    else { return end }
    return end + 2
  }

  /// Whether the code of a province stands in brackets at `i`: "(FI)".
  func isProvinceCode(after i: Int) -> Bool {
    i + 2 < sentence.upperBound && tokens.isMark(i, "(") && tokens.isMark(i + 2, ")")
      && lexicon.provinces[tokens.string(i + 1)] != nil
  }

  /// Whether the token is two initials with full stops, as papers write of minors and suspects: "M.R.".
  func isTwoInitials(_ i: Int) -> Bool {
    let bytes = tokens.bytes(i)
    guard bytes.count == 3 || bytes.count == 4 else { return false }
    let dot = UInt8(ascii: ".")
    return bytes[0] >= 65 && bytes[0] <= 90 && bytes[1] == dot && bytes[2] >= 65 && bytes[2] <= 90
      && (bytes.count == 3 || bytes[3] == dot)
  }
}
