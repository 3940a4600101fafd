import DossierModel
import Knowledge

extension NameResolution {
  // MARK: What the open names are

  func key(_ range: Range<Int>) -> String {
    LatinFold.fold(tokens.string(range))
  }

  /// What the article as a whole says of a form that names have.
  private struct Usage {
    /// What speaks for each reading, of all its names.
    var evidence = Evidence()
    /// Whether it stands alone somewhere.
    var isAlone = false
    /// Whether it is the full name of a person; the end of one; the beginning of one.
    var isPerson = false
    var isSurname = false
    var isGivenName = false
    /// Whether a noun says that it is a place.
    var isPlaced = false
  }

  func decide() {
    kinds = found.map { name in
      switch name.kind {
      case .known: .nothing
      case .institution: .organization
      case .person: .person
      case .place: .place
      case .people: .people
      case .border: .place
      case .open: .unresolved
      }
    }
    supportLists()
    let open = found.indices.filter { found[$0].kind == .open }
    // Of each name its whole, its end with and without a prefix, its beginning, its core.
    let forms = FoldedForms(of: tokens, capacity: found.count * 6)
    var usage: [Usage] = []
    func change(_ form: Int, _ body: (inout Usage) -> Void) {
      while usage.count <= form { usage.append(Usage()) }
      body(&usage[form])
    }
    // All occurrences of one name are one thing.
    let keys = open.map { index in
      let whole = forms.number(of: found[index].tokens)
      return (whole: whole, bare: bare(found[index].tokens, forms))
    }
    for (index, key) in zip(open, keys) {
      change(key.whole) { $0.evidence += found[index].evidence }
      change(key.bare) { if found[index].tokens.count == 1 { $0.isAlone = true } }
    }
    // A name whose last word goes on alone is a person's, mostly.
    for (index, key) in zip(open, keys) where found[index].tokens.count > 1 {
      let last = bare(lastWord(found[index].tokens), forms)
      guard last < usage.count, usage[last].isAlone,
        !lexicon[tokens[found[index].tokens.upperBound - 1].lexeme].contains(.organizationWord)
      else { continue }
      usage[key.whole].evidence.person += 4
    }
    for (index, key) in zip(open, keys) where found[index].tokens.count > 1 {
      let name = found[index].tokens
      let evidence = usage[key.whole].evidence
      let best = max(evidence.organization, evidence.place, evidence.other)
      guard evidence.person >= best, evidence.person > 0 else { continue }
      usage[key.whole].isPerson = true
      change(bare(lastWord(name), forms)) { $0.isSurname = true }
      change(forms.number(of: surnameRange(name))) { $0.isSurname = true }
      if evidence.person >= best + 3 {
        change(forms.number(of: name.prefix(1))) { $0.isGivenName = true }
      }
    }
    // "la contea di Nasir" makes "a Nasir" a place.
    for name in found
    where name.kind == .place && !name.placeNoun.isEmpty && !name.placeNoun.contains(.venue) {
      change(forms.number(of: name.core)) { $0.isPlaced = true }
    }
    for (index, key) in zip(open, keys) {
      found[index].evidence.body = usage[key.whole].evidence.body
      found[index].evidence.somebody = usage[key.whole].evidence.somebody
      kinds[index] = decide(
        index, usage[key.whole], isSurname: usage[key.whole].isSurname || usage[key.bare].isSurname)
    }
  }

  /// The number of the folded words without a prefix such as "al-".
  private func bare(_ range: Range<Int>, _ forms: FoldedForms) -> Int {
    forms.number(of: range, without: lexicon.hyphenPrefixes)
  }

  /// What the open name number `index` is, whose form is used so in the article.
  private func decide(_ index: Int, _ own: Usage, isSurname: Bool) -> Decision {
    let name = found[index]
    let evidence = own.evidence
    if own.isPlaced, name.preposition == words.a || name.preposition == words.inn { return .place }
    if evidence.other >= 6, evidence.other >= evidence.person { return .nothing }
    if name.isAlias, name.tokens.count <= 3 { return .person }
    if isTownOfTeam(name) { return .place }
    if own.isPerson { return .person }
    if isSurname, name.evidence.place < 8 { return .person }
    // "Declan" after "Declan Moriarty", "Lai" after "Lai Ching-te".
    if own.isGivenName, name.evidence.organization < 5, name.preposition != words.inn,
      name.preposition != words.a, name.evidence.place < 5 || name.referents.isEmpty
    {
      return .person
    }
    // Where nothing shows that it acts, one place that says where it is decides.
    if evidence.body == 0, evidence.somebody == 0, evidence.place >= 4, evidence.person < 9 {
      return .place
    }
    if evidence.place > 0, evidence.place >= evidence.organization,
      evidence.place >= evidence.person
    {
      return .place
    }
    if evidence.organization > 0,
      evidence.organization > evidence.person
        || evidence.organization == evidence.person && (name.hasArticle || name.tokens.count > 1)
    {
      // "un Boeing", "uno Slam": one of a kind, and no body.
      return name.isIndefinite && name.referents.isEmpty ? .nothing : .organization
    }
    if evidence.person > 0 { return .person }
    return name.hasArticle ? .organization : .person
  }

  /// The members of a list are alike: what stands among places in "a X, Y e Z" is a place, among
  /// people a person, among teams a team.
  func supportLists() {
    var start = 0
    while start < found.count {
      var end = start + 1
      while end < found.count, isCoordinated(end - 1, end) { end += 1 }
      if end - start > 1 {
        for index in start..<end { lists[index] = start..<end }
        support(start..<end)
      }
      start = end
    }
    supportFixtures()
  }

  private func support(_ list: Range<Int>) {
    let places = list.filter { isSurePlace($0) }.count
    let preposed = found[list.lowerBound].evidence.place >= 3
    // A comma alone may stand between two clauses.
    let isList = list.count > 2 || hasConjunction(list)
    let isTownOfRegion =
      list.count == 2 && isSurePlace(list.upperBound - 1)
      && found[list.upperBound - 1].kind == .known
    let first = found[list.lowerBound].evidence
    let isWhere = first.place >= 6 && first.person < 5 && first.organization < 5
    if list.contains(where: { isSureTeam($0) }) {
      supportTeams(list)
    } else if places > 0 || isWhere || isGazetteerList(list), isList || preposed || isTownOfRegion {
      for index in list where found[index].kind == .open {
        let isPerson = found[index].tokens.count > 1 && found[index].evidence.person >= 6
        if !isPerson, found[index].evidence.organization < 4 {
          found[index].evidence.place += preposed || places > 1 ? 8 : 4
        }
      }
    } else if isList {
      let people = list.filter { isSurePerson($0) }.count
      let bodies = list.filter { isSureBody($0) }.count
      guard people == 0 || bodies == 0, people + bodies > 0 else { return }
      for index in list where isUndecided(index) {
        if people > 0 {
          found[index].evidence.person += 3
          found[index].evidence.somebody += 1
        } else {
          found[index].evidence.organization += 4
          found[index].evidence.body += 1
        }
      }
    }
  }

  /// Whether half of a long list are called as towns are and none as a person or body.
  private func isGazetteerList(_ list: Range<Int>) -> Bool {
    guard list.count > 3 else { return false }
    let towns = list.filter { index in
      found[index].referents.contains {
        if case .settlement = $0.referent { true } else { false }
      }
    }
    return towns.count * 2 >= list.count
      && !list.contains { isSureBody($0) || isSurePerson($0) && !towns.contains($0) }
  }

  /// Whether "e" or the like stands before the last member.
  private func hasConjunction(_ list: Range<Int>) -> Bool {
    let (before, last) = (found[list.upperBound - 2], found[list.upperBound - 1])
    return (before.tokens.upperBound..<last.tokens.lowerBound).contains {
      words.isAnd(tokens[$0].lexeme)
    }
  }

  /// One word that the tables have no place for and whose letters say little.
  private func isUndecided(_ index: Int) -> Bool {
    let name = found[index]
    return name.kind == .open && name.tokens.count == 1 && name.evidence.place < 3
      && name.evidence.organization < 5
      && !tokens[name.tokens.lowerBound].shape.contains(.allCapitals)
  }

  private func isSurePerson(_ index: Int) -> Bool {
    let name = found[index]
    switch name.kind {
    case .person: return true
    case .open:
      return name.evidence.person >= 5 && name.evidence.person > name.evidence.organization + 2
        && name.evidence.person > name.evidence.place + 2
    default: return false
    }
  }

  private func isSureBody(_ index: Int) -> Bool {
    let name = found[index]
    switch name.kind {
    case .known:
      return name.referents.contains {
        if case .organization = $0.referent { true } else { false }
      }
    case .institution: return true
    case .open:
      return name.evidence.organization >= 9 && name.evidence.organization > name.evidence.person
    default: return false
    }
  }

  /// A team that is called as no town is.
  private func isSureTeam(_ index: Int) -> Bool {
    found[index].isClub && found[index].kind == .open && found[index].evidence.organization >= 15
  }

  /// Whether no place is called as the team is.
  private func isTeamOnly(_ name: FoundName) -> Bool {
    !name.referents.contains {
      switch $0.referent {
      case .settlement, .region: true
      default: false
      }
    }
  }

  /// Teams, called as their towns are, become what they are: "Juventus e Lazio".
  private func supportTeams(_ list: Range<Int>) {
    for index in list where found[index].isClub || isUndecided(index) {
      found[index].kind = .open
      found[index].referents = []
      found[index].evidence.organization += 15
      found[index].evidence.body += 1
    }
  }

  /// "Juventus - Milan": of two teams with a dash between, one is sure.
  private func supportFixtures() {
    for index in found.indices.dropFirst() {
      let gap = found[index - 1].tokens.upperBound
      guard found[index].tokens.lowerBound == gap + 1,
        tokens.isMark(gap, "-") || tokens.isMark(gap, "–"),
        found[index - 1].isClub, found[index].isClub,
        isTeamOnly(found[index - 1]) || isTeamOnly(found[index])
      else { continue }
      supportTeams((index - 1)..<(index + 1))
    }
  }

  /// "il prefetto di Verona", "a Verona": the town, though the article speaks of its team too.
  private func isTownOfTeam(_ name: FoundName) -> Bool {
    guard name.isClub, !name.hasArticle, !isTeamOnly(name) else { return false }
    return name.preposition == words.di || name.preposition == words.a
      || name.preposition == words.inn || name.preposition == words.verso
  }

  /// Whether only a comma or "e" stands between two names.
  func isCoordinated(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (found[a].tokens.upperBound, found[b].tokens.lowerBound)
    guard second > first, second - first <= 3 else { return false }
    var k = first
    if tokens.isMark(k, ",") { k += 1 }
    if k < second, words.isAnd(tokens[k].lexeme) { k += 1 }
    guard k > first else { return false }
    if k < second, language.grammar.preposition(tokens[k].lexeme) == found[a].preposition {
      k += 1
    }
    return k == second
  }

  func isSurePlace(_ index: Int) -> Bool {
    switch found[index].kind {
    case .place: true
    case .known:
      found[index].referents.contains {
        if case .region = $0.referent { true } else { false }
      }
    case .open:
      found[index].referents.contains {
        if case .settlement = $0.referent { !$0.isWeak && $0.isPrimary } else { false }
      } && found[index].evidence.person < 6
    default: false
    }
  }

  func lastWord(_ range: Range<Int>) -> Range<Int> {
    var last = range.upperBound - 1
    while last > range.lowerBound,
      lexicon[tokens[last].lexeme].contains(.suffix) || !tokens[last].isWord
    {
      last -= 1
    }
    return last..<(last + 1)
  }

  /// The name without its first word, if that leaves something.
  func surnameRange(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 1 else { return range }
    return (range.lowerBound + 1)..<range.upperBound
  }

  // MARK: A name and its acronym

  func tieTwins() {
    for index in found.indices.dropFirst() {
      let (before, after) = (found[index - 1], found[index])
      let gap = before.tokens.upperBound
      guard after.tokens.lowerBound == gap + 1, tokens.isMark(gap, "("),
        after.tokens.upperBound < tokens.count, tokens.isMark(after.tokens.upperBound, ")")
      else { continue }
      let (first, second) = (before.tokens, after.tokens)
      // "l'Alleanza contadina della Bolivia (Aco)": the place is part of the body's whole name.
      if index > 1, let whole = found[index - 2].institution?.whole, whole.upperBound == gap,
        whole.lowerBound < first.lowerBound,
        isInitials(second.lowerBound, of: whole) || isShortForm(index, of: index - 2, whole)
      {
        tie(index, to: index - 2)
        continue
      }
      if second.count == 1,
        isInitials(second.lowerBound, of: first)
          || (kinds[index - 1] == .organization
            && tokens[second.lowerBound].shape.contains(.allCapitals)
            && tokens[second.lowerBound].end - tokens[second.lowerBound].start > 2)
          || isShortForm(index, of: index - 1, first)
      {
        tie(index, to: index - 1)
      } else if first.count == 1, isInitials(first.lowerBound, of: second) {
        tie(index, to: index - 1)
      }
    }
  }

  /// "l'Associazione cristiana della Nigeria (Can)": a short word in brackets that nothing else
  /// explains, after a body of several words.
  private func isShortForm(_ index: Int, of other: Int, _ whole: Range<Int>) -> Bool {
    let short = found[index]
    guard kinds[other] == .organization, whole.count > 2, short.kind == .open,
      short.tokens.count == 1, short.referents.allSatisfy(isVillage)
    else { return false }
    let token = tokens[short.tokens.lowerBound]
    return token.end - token.start <= 5
  }

  /// Whether a name is that of a place too small to stand in brackets for where something is.
  private func isVillage(_ name: KnownName) -> Bool {
    if case .settlement(let place) = name.referent {
      knowledge.gazetteer.population(of: place) < 15_000
    } else {
      false
    }
  }

  func tie(_ index: Int, to other: Int) {
    // "Governo di unità nazionale (Nug)": the tables know the acronym only.
    if found[index].kind == .known, found[other].kind != .known {
      found[other].kind = .known
      found[other].referents = found[index].referents
      return
    }
    found[index].twin = other
    for one in [index, other] where found[one].kind == .open { kinds[one] = .organization }
    // The acronym stands for the institution wherever it occurs.
    for one in [index, other] {
      for k in openNames[key(found[one].tokens)] ?? [] where found[k].kind == .open {
        kinds[k] = .organization
        found[k].evidence.body += 1
      }
    }
  }

  /// Whether the letters of the token are the initials of the words in `range`, small words aside.
  func isInitials(_ i: Int, of range: Range<Int>) -> Bool {
    let letters = tokens.bytes(i).map { $0 >= 97 ? $0 - 32 : $0 }
    guard letters.count >= 2, letters.count <= 8, range.count >= 2 else { return false }
    var initials: [UInt8] = []
    var all: [UInt8] = []
    for k in range where tokens[k].isWord {
      var first = tokens.bytes[Int(tokens[k].start)]
      if first >= 97 && first <= 122 { first -= 32 }
      all.append(first)
      if !language.grammar.entries.contains(tokens[k].lexeme),
        !lexicon[tokens[k].lexeme].contains(.connector)
      {
        initials.append(first)
      }
    }
    return letters.elementsEqual(initials) || letters.elementsEqual(all)
  }
}
