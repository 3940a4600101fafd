import DossierModel
import Knowledge

extension NameScan {
  // MARK: What shows that a name is somebody's or a body's

  /// From what weight of one reading on, at one place of the article, a name needs no other proof.
  private static let enough = 5
  /// How far from a name its verb may stand, in tokens.
  private static let reach = 9

  /// Notes what shows that a name is somebody's or a body's beyond its letters and its article, which a
  /// mountain's, a ship's or a prayer's has too.
  func prove(_ name: FoundName, _ evidence: inout Evidence) {
    guard let first = name.tokens.first else { return }
    let acts = acts(name)
    let (person, body) = (
      name.evidence.person + evidence.person, name.evidence.organization + evidence.organization
    )
    if acts && !isMarked(name.tokens) || person >= Self.enough || isPlainlySomebody(name, person) {
      evidence.somebody += 1
    }
    let isAcronym = name.tokens.count == 1 && tokens[first].shape.contains(.allCapitals)
    if acts || isAcronym || body >= Self.enough || isServed(first - 1) || isShortForm(name)
      || isBand(name) || name.tokens.count > 1 && isCountry(name.tokens.upperBound - 1)
    {
      evidence.body += 1
    }
  }

  /// Two or three words that no table knows and that stand where people do: not in marks, after an
  /// article or in a place.
  private func isPlainlySomebody(_ name: FoundName, _ weight: Int) -> Bool {
    guard (2...3).contains(name.tokens.count), weight >= 3, !name.hasArticle,
      !isMarked(name.tokens)
    else { return false }
    return name.preposition != words.inn && name.preposition != words.verso
      && name.preposition != words.presso && name.preposition != words.su
  }

  /// Whether quotation marks stand right around a name.
  func isMarked(_ range: Range<Int>) -> Bool {
    range.lowerBound > sentence.lowerBound && range.upperBound < sentence.upperBound
      && isOpeningMark(range.lowerBound - 1) && isClosingMark(range.upperBound)
  }

  /// "dirigenti della X", "il portavoce di X": bodies have people who serve them.
  private func isServed(_ before: Int) -> Bool {
    guard before > sentence.lowerBound, preposition(before) == words.di,
      !lexicon[tokens[before - 1].lexeme].contains(.ruledPlace),
      let noun = lexicon.roles.nouns[tokens[before - 1].lexeme]
    else { return false }
    return noun.roleClass == .office || isDefinite(before) && noun.roleClass != .kin
  }

  /// Whether a name is the subject of a verb of saying or doing, or the source of what is told.
  private func acts(_ name: FoundName) -> Bool {
    var before = name.tokens.lowerBound - 1
    if before >= sentence.lowerBound, isOpeningMark(before) { before -= 1 }
    if before >= sentence.lowerBound {
      let lexeme = tokens[before].lexeme
      if lexeme == words.secondo { return true }
      if let base = preposition(before) {
        // "è stato annunciato da X"
        return base == words.da && before > sentence.lowerBound
          && lexicon[tokens[before - 1].lexeme].contains(.speech)
      }
      if language.grammar.isAny(lexeme, of: .definiteArticle) { before -= 1 }
      if before >= sentence.lowerBound {
        if tokens[before].lexeme == words.secondo { return true }
        if tells(before) { return true }
        if preposition(before) != nil { return false }
      }
    }
    return speaks(name.tokens.upperBound)
  }

  /// Whether the token says something: "ha gridato X", "scrive X".
  private func tells(_ i: Int) -> Bool {
    lexicon[tokens[i].lexeme].contains(.speech)
      || language.verbs.readings(tokens[i].lexeme).contains {
        !language.events.claimCues(of: $0.verb).isEmpty
      }
  }

  /// Whether the first verb after a name, past what stands between two commas, is one of saying or
  /// doing.
  private func speaks(_ start: Int) -> Bool {
    var k = start
    var isAside = false
    while k < sentence.upperBound, k < start + Self.reach {
      let token = tokens[k]
      if tokens.isMark(k, ",") {
        isAside.toggle()
      } else if !token.isWord, !token.isNumber, k > start || !isClosingMark(k) {
        return false
      } else if !isAside, token.isWord, !token.isCapitalized {
        if lexicon[token.lexeme].contains(.speech) { return true }
        if !words.isAuxiliary(token.lexeme), !isFunction(k) {
          let finite = language.verbs.readings(token.lexeme).filter { $0.mood.isFinite }
          if !finite.isEmpty {
            return finite.contains {
              !language.events.claimCues(of: $0.verb).isEmpty
                || language.events.isEventful($0.verb)
            }
          }
        }
      }
      k += 1
    }
    return false
  }

  /// The newspaper whose article went into the preposition: "alla «Stampa»", "sul Foglio".
  func paper(at i: Int) -> [KnownName] {
    var before = i - 1
    if before > sentence.lowerBound, isOpeningMark(before) { before -= 1 }
    guard before >= sentence.lowerBound, capital(i) != .none, lexicon.isWord(tokens[i].lexeme),
      let article = language.grammar.entries[tokens[before].lexeme]?.first(where: {
        ($0.wordClass == .articulatedPreposition || $0.wordClass == .definiteArticle)
          && $0.agreement.number == .singular
      })
    else { return [] }
    let feminine = article.agreement.gender == .feminine
    let names = knowledge.names.lookup((feminine ? "la " : "il ") + tokens.string(i))
    return names.filter {
      if case .organization(let slug) = $0.referent {
        knowledge.organizations[slug]?.kind == .media
      } else {
        false
      }
    }
  }

  // MARK: Capitals that are no names

  /// "#NouBouke", "@nobody": what is written on a network.
  func isTag(_ i: Int) -> Bool {
    i > 0 && !tokens[i].shape.contains(.spaceBefore)
      && (tokens.isMark(i - 1, "#") || tokens.isMark(i - 1, "@"))
  }

  /// A long word of the language in capitals, or one that stands in marks alone, which is no acronym.
  func isShoutedWord(_ i: Int) -> Bool {
    tokens[i].end - tokens[i].start >= 6
      && (lexicon.isWord(tokens[i].lexeme) || words.looksCommon(tokens, i)
        || isMarked(i..<(i + 1)))
  }

  /// Whether a short word after an article ends as acronyms do, and Italian words don't: "la Cub".
  private func isShortForm(_ name: FoundName) -> Bool {
    guard name.hasArticle, name.tokens.count == 1, name.referents.isEmpty,
      let first = name.tokens.first, tokens[first].end - tokens[first].start <= 5,
      preposition(first - 1) != words.su, let last = tokens.bytes(first).last
    else { return false }
    return last > 0x61 && last < 0x7B && !"aeiou".utf8.contains(last)
  }

  /// Whether the article of men in the plural stands before a word that is none of the language: "i
  /// Mashababos".
  private func isBand(_ name: FoundName) -> Bool {
    guard name.tokens.count == 1, let first = name.tokens.first, first > sentence.lowerBound,
      name.referents.isEmpty, !lexicon.isWord(tokens[first].lexeme),
      first - 1 == sentence.lowerBound || !tokens[first - 2].isCapitalized
    else { return false }
    return language.grammar.entries[tokens[first - 1].lexeme]?.contains {
      ($0.wordClass == .definiteArticle || $0.wordClass == .articulatedPreposition)
        && $0.agreement.number == .plural && $0.agreement.gender == .masculine
    } ?? false
  }

  /// "il Sessantotto", "il Quattrocento": a number that stands for its time.
  func isNumeral(_ i: Int) -> Bool {
    language.numbers.words.contains(tokens[i].lexeme)
      || language.numbers.compound(tokens.bytes(i)) != nil
  }

  /// "si chiama", "mi chiamo", "di nome" before a name.
  func isGivenItsName(_ i: Int) -> Bool {
    guard i > sentence.lowerBound, lexicon[tokens[i].lexeme].contains(.called) else {
      return false
    }
    if preposition(i - 1) == words.di { return true }
    guard language.grammar.isAny(tokens[i - 1].lexeme, of: .clitic) else { return false }
    let before = i - 2
    guard before >= sentence.lowerBound, tokens[before].isWord else { return true }
    if lexicon.roles.nouns.contains(tokens[before].lexeme) { return true }
    // "un ragazzo che si chiama X", not "un paese che si chiama X"
    return isFunction(before)
      && !(max(sentence.lowerBound, before - 5)..<before).contains {
        !lexicon[tokens[$0].lexeme].isDisjoint(with: .anyPlaceNoun.union([.work, .sited]))
      }
  }

  // MARK: Where somebody or something is

  /// What "di" and a name without article say after a noun: "un'azienda di X", "il distretto di X",
  /// "manovali di X".
  func placeWeight(after noun: Int) -> Int {
    let cue = lexicon[tokens[noun].lexeme]
    if !cue.isDisjoint(with: [.ruledPlace, .admin, .settlement]) { return 10 }
    if cue.contains(.sited) { return 6 }
    guard !cue.contains(.owned), !cue.contains(.sport),
      let people = lexicon.roles.nouns[tokens[noun].lexeme], people.agreement.number == .plural,
      people.roleClass == .people || people.roleClass == .person
    else { return 0 }
    return 4
  }
}
