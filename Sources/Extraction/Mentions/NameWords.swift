import DossierModel
import Knowledge

/// Words of the language that the rules for names ask for by name, and what the letters of a word
/// tell.
final class NameWords: Sendable {
  let di: LexemeTable.ID
  let a: LexemeTable.ID
  let da: LexemeTable.ID
  let inn: LexemeTable.ID
  let per: LexemeTable.ID
  let presso: LexemeTable.ID
  let verso: LexemeTable.ID
  let tra: LexemeTable.ID
  let fra: LexemeTable.ID
  let e: LexemeTable.ID
  let anni: LexemeTable.ID
  let con: LexemeTable.ID
  let contro: LexemeTable.ID
  let secondo: LexemeTable.ID
  let su: LexemeTable.ID
  let via: LexemeTable.ID
  let come: LexemeTable.ID
  private let auxiliaries: LexemeMap<Bool>
  private let conjunctions: LexemeMap<Bool>
  private let negatives: LexemeMap<Bool>
  private let pluralPlaceNouns: LexemeMap<Bool>
  private let streets: LexemeMap<Bool>
  private let adjectiveEndings: WordEndings
  private let commonEndings: WordEndings
  private let givenNames: GivenNames
  private let surnames: Surnames
  private let people: FamousPeople
  private let verbEndings: VerbEndings

  init(folder: String, lexemes: inout LexemeTable, knowledge: Knowledge) {
    verbEndings = VerbEndings(folder: folder)
    di = lexemes.intern("di")
    a = lexemes.intern("a")
    da = lexemes.intern("da")
    inn = lexemes.intern("in")
    per = lexemes.intern("per")
    presso = lexemes.intern("presso")
    verso = lexemes.intern("verso")
    tra = lexemes.intern("tra")
    fra = lexemes.intern("fra")
    e = lexemes.intern("e")
    anni = lexemes.intern("anni")
    con = lexemes.intern("con")
    contro = lexemes.intern("contro")
    secondo = lexemes.intern("secondo")
    su = lexemes.intern("su")
    via = lexemes.intern("via")
    come = lexemes.intern("come")
    var classes: [String: [String]] = [:]
    for row in EmbeddedTable.rows(of: folder + "/name-cues.tsv") {
      classes[row[0], default: []] += row[1].split(separator: " ").map(String.init)
    }
    func forms(_ name: String) -> LexemeMap<Bool> {
      var map = LexemeMap<Bool>()
      for form in classes[name] ?? [] { map[lexemes.intern(form)] = true }
      return map
    }
    auxiliaries = forms("auxiliary")
    conjunctions = forms("and")
    negatives = forms("negative")
    pluralPlaceNouns = forms("places")
    streets = forms("street")
    adjectiveEndings = WordEndings(classes["adjective-ending"] ?? [])
    commonEndings = WordEndings(classes["common-ending"] ?? [])
    givenNames = knowledge.givenNames
    surnames = knowledge.surnames
    people = knowledge.people
  }

  /// Whether the word joins the members of a list.
  func isAnd(_ lexeme: LexemeTable.ID) -> Bool { conjunctions.contains(lexeme) }

  /// Whether the word says that there is none of what follows.
  func isNegative(_ lexeme: LexemeTable.ID) -> Bool { negatives.contains(lexeme) }

  func isAuxiliary(_ lexeme: LexemeTable.ID) -> Bool { auxiliaries.contains(lexeme) }

  /// Whether a noun makes a name with what follows "di": "via della Spiga", "piazza del Popolo".
  func isStreet(_ tokens: TokenizedText, _ i: Int) -> Bool { streets.contains(tokens[i].lexeme) }

  func isPluralPlaceNoun(_ tokens: TokenizedText, _ i: Int) -> Bool {
    pluralPlaceNouns.contains(tokens[i].lexeme)
  }

  /// Whether the token is a given name with a capital.
  func isGivenName(_ tokens: TokenizedText, _ i: Int) -> Bool {
    guard i < tokens.count, tokens[i].isCapitalized, tokens[i].isWord,
      !tokens[i].shape.contains(.initials)
    else { return false }
    return tokens.has(.givenName, i) {
      givenNames.contains(ascii: tokens.bytes(i)) ?? givenNames.contains(folded: folded(tokens, i))
    }
  }

  /// Whether a given name is an ordinary word or a place too ("Vittoria", "Lorena").
  func isWordName(_ tokens: TokenizedText, _ i: Int) -> Bool {
    tokens.has(.wordName, i) { givenNames.isWord(folded: folded(tokens, i)) }
  }

  /// Whether the words are the full name of somebody whom the tables know.
  func isFamous(_ tokens: TokenizedText, _ range: Range<Int>) -> Bool {
    people.named(tokens.bytes(range)) != nil
  }

  /// The person whom the tables know by this full name or nickname.
  func famous(_ name: String) -> FamousPerson? {
    people.named(folded: Array(LatinFold.fold(name).utf8))
  }

  /// Whether the word alone is the surname of somebody whom the tables know, and of nobody else.
  func isFamousSurname(_ tokens: TokenizedText, _ i: Int) -> Bool {
    tokens.has(.ownSurname, i) {
      people.surnamed(tokens.bytes(i)).map { !$0.sharesSurname } ?? false
    }
  }

  /// The person whom the tables know by these words: a full name, a nickname, or a surname that is
  /// nobody else's.
  func famous(_ tokens: TokenizedText, _ range: Range<Int>) -> FamousPerson? {
    let name = tokens.bytes(range)
    if let person = people.named(name) { return person }
    return people.surnamed(name).flatMap { $0.sharesSurname ? nil : $0 }
  }

  /// The person whom a surname alone means, if it is nobody else's.
  func famous(surname: String) -> FamousPerson? {
    people.surnamed(folded: Array(LatinFold.fold(surname).utf8)).flatMap {
      $0.sharesSurname ? nil : $0
    }
  }

  /// How much a word alone speaks for a person: surnames that everybody knows, frequent ones, and
  /// words that end as surnames do.
  func surnameWeight(_ tokens: TokenizedText, _ i: Int, endings: Bool) -> Int {
    if tokens.has(.famous, i, { famousWord(tokens, i) != nil }) {
      let isOwn = tokens.has(.unmistakable, i) { famousWord(tokens, i)?.sharesSurname == false }
      return isOwn ? 7 : 4
    }
    if tokens.has(.surname, i, { isSurname(tokens, i) }) { return 4 }
    let endsSo =
      endings
      && tokens.has(.surnameEnding, i) {
        surnames.hasEnding(folded: pastPrefix(folded(tokens, i)))
      }
    return endsSo ? 3 : 0
  }

  /// The person whom the word alone means.
  private func famousWord(_ tokens: TokenizedText, _ i: Int) -> FamousPerson? {
    people.named(tokens.bytes(i)) ?? people.surnamed(tokens.bytes(i))
  }

  private func isSurname(_ tokens: TokenizedText, _ i: Int) -> Bool {
    let word = tokens.bytes(i)
    // A prefix of a word with other letters than ASCII may be longer than it looks.
    if tokens[i].shape.contains(.hyphenated) {
      let word = pastPrefix(folded(tokens, i))
      return people.hasSurname(folded: word) || surnames.contains(folded: word)
    }
    return people.hasSurname(word) || surnames.contains(word)
  }

  /// The folded word without "al-" or the like.
  private func pastPrefix(_ word: [UInt8]) -> [UInt8] {
    guard let hyphen = word.firstIndex(of: UInt8(ascii: "-")), hyphen <= 3 else { return word }
    return Array(word[(hyphen + 1)...])
  }

  /// The gender that a given name tells.
  func gender(_ tokens: TokenizedText, _ i: Int) -> ArticleReading.Agreement.Gender? {
    switch givenNames.gender(folded: folded(tokens, i)) {
    case .masculine: .masculine
    case .feminine: .feminine
    default: nil
    }
  }

  private func folded(_ tokens: TokenizedText, _ i: Int) -> [UInt8] {
    LatinFold.fold(utf8: tokens.bytes(i))
  }

  /// Whether a known name of a place is rather the start of a person's ("Santiago Carrillo").
  func isPersonStart(
    _ tokens: TokenizedText, _ start: Int, _ end: Int, _ sentence: Range<Int>
  ) -> Bool {
    end == start + 1 && isGivenName(tokens, start) && end < sentence.upperBound
      && tokens[end].isCapitalized && tokens[end].isWord
  }

  /// Whether two capitals in a row without more start at `i`.
  func startsPerson(_ tokens: TokenizedText, _ i: Int, _ sentence: Range<Int>) -> Bool {
    i + 1 < sentence.upperBound && tokens[i].isCapitalized && tokens[i + 1].isCapitalized
      && !tokens[i].shape.contains(.allCapitals)
  }

  /// Whether a word in small letters has the ending of an adjective.
  func looksAdjectival(_ tokens: TokenizedText, _ i: Int) -> Bool {
    guard tokens[i].end - tokens[i].start >= 6 else { return false }
    return tokens.has(.adjectival, i) { adjectiveEndings.end(tokens.bytes(i)) }
  }

  /// Whether a capital stands inside a word as in "YouTube", and not as in "McDonald".
  func isCamelCase(_ tokens: TokenizedText, _ i: Int) -> Bool {
    guard tokens[i].shape.contains(.innerCapital), !tokens[i].shape.contains(.hyphenated) else {
      return false
    }
    let bytes = tokens.bytes(i)
    let inner = bytes.indices.dropFirst().first { bytes[$0] >= 65 && bytes[$0] <= 90 }
    return (inner ?? 0) >= 3 && !bytes.starts(with: "Mac".utf8)
  }

  /// Whether the token is a form of a verb that no table lists.
  func isVerbForm(_ tokens: TokenizedText, _ i: Int, _ language: Language) -> Bool {
    let word = LexemeTable.normalized(tokens.bytes(i))
    return verbEndings.isVerb(word, lexemes: language.lexemes, verbs: language.verbs)
  }

  /// Whether the ending is one of ordinary words.
  func looksCommon(_ tokens: TokenizedText, _ i: Int) -> Bool {
    guard tokens[i].end - tokens[i].start >= 6 else { return false }
    return tokens.has(.common, i) { commonEndings.end(tokens.bytes(i)) }
  }
}

/// Endings of words, found by their last letter.
private struct WordEndings: Sendable {
  private var byLast = TableArray<TableArray<TableArray<UInt8>>>(repeating: [], count: 256)

  init(_ endings: [String]) {
    for ending in endings {
      guard let last = ending.utf8.last else { continue }
      byLast[Int(last)] = TableArray(Array(byLast[Int(last)]) + [TableArray(ending.utf8)])
    }
  }

  /// Whether `word` ends with one of them.
  func end(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = word.last else { return false }
    return byLast[Int(last)].contains { word.ends(with: $0) }
  }
}
