import DossierModel
import Knowledge

/// Who was introduced with which role, named or not, and where each was last mentioned.
struct IntroducedRoles {
  /// A role and who holds it.
  struct Entry {
    var role: RolePhrase
    var actor: Int
    var isNamed: Bool
  }

  private(set) var entries: [Entry] = []
  /// The places of the entries of each title's noun, and of sources without a name, in order.
  private var places: [LexemeTable.ID: [Int]] = [:]
  private(set) var unnamedSources: [Int] = []
  private var lastMention: [Int: Int] = [:]

  mutating func add(_ role: RolePhrase, _ actor: Int, isNamed: Bool) {
    places[role.title.noun, default: []].append(entries.count)
    if !isNamed, role.word.roleClass == .source { unnamedSources.append(entries.count) }
    entries.append(Entry(role: role, actor: actor, isNamed: isNamed))
  }

  /// The places of the entries with the title's `noun`, in order.
  func places(of noun: LexemeTable.ID) -> [Int] { places[noun] ?? [] }

  mutating func note(_ actor: Int, at token: Int) { lastMention[actor] = token }

  func lastMention(of actor: Int) -> Int { lastMention[actor] ?? -1 }
}

extension NameResolution {
  /// Ties a role to the person whose name it introduces or follows.
  func attach(_ index: Int, to actor: Int) {
    let role = scan.roles[index]
    let isFeminine = role.agreement.gender == .feminine && role.agreement.number != .plural
    // A woman may be "il ministro"; nobody calls a man "la ministra".
    if isFeminine || role.word.roleClass == .honorific || role.word.roleClass == .kin {
      actors[actor].agreement.gender = actors[actor].agreement.gender ?? role.agreement.gender
    }
    guard role.word.roleClass != .honorific, role.word.roleClass != .kin else { return }
    let span = tokens.span(role.tokens)
    let text = singular(role) ?? Self.uncapitalized(tokens.text[span])
    if !actors[actor].roles.contains(where: { $0.text == text }) {
      actors[actor].roles.append(ArticleReading.Role(text: text, span: span))
    }
    if actors[actor].country == nil, case .country(let code)? = role.homeland,
      !role.isHomelandOfBody || !isElsewhere(code)
    {
      actors[actor].country = knowledge.countries[code]?.isoCode
    }
    introduced.add(role, actor, isNamed: true)
  }

  /// What each of several is: "studentessa" of "due studentesse, X e Y".
  private func singular(_ role: RolePhrase) -> String? {
    guard role.agreement.number == .plural, role.tokens.count == 1 else { return nil }
    return lexicon.roles.singular(of: role.word).map(language.lexemes.form)
  }

  /// Finds the roles whose holder is named with the role that follows them; in a list each has its own
  /// holder ("il ministro, il generale X e il colonnello Y").
  func findFollowedRoles() {
    for role in scan.roles {
      guard let before = role.follows, let name = role.name, kinds[name] == .person else {
        continue
      }
      let next = found[name].tokens.upperBound
      if next < tokens.count {
        if words.isAnd(tokens[next].lexeme) { continue }
        if tokens.isMark(next, ","), opensRole(next + 1) { continue }
      }
      followedRoles.insert(before)
    }
  }

  private func opensRole(_ i: Int) -> Bool {
    guard i + 1 < tokens.count,
      language.grammar.isAny(tokens[i].lexeme, of: .definiteArticle, .indefiniteArticle)
    else { return false }
    return lexicon.roles.nouns.contains(tokens[i + 1].lexeme)
  }

  /// Resolves a role without a name: "un alto diplomatico", "il ministro".
  func describe(_ index: Int) {
    let role = scan.roles[index]
    switch role.word.roleClass {
    case .honorific, .kin, .people: return
    case .office, .rank, .source, .person: break
    }
    let before = role.tokens.lowerBound - 1
    let grammar = language.grammar
    let determiner = before >= 0 ? tokens[before].lexeme : LexemeTable.unknown
    let isIndefinite = grammar.isAny(determiner, of: .indefiniteArticle, .quantifier)
    let isDefinite = grammar.isAny(
      determiner, of: .definiteArticle, .articulatedPreposition, .demonstrative)
    let isPlural = role.agreement.number == .plural
    // "nessun ferito" is nobody.
    if words.isNegative(determiner) { return }
    if isIndefinite || (isPlural && !isDefinite) {
      guard isIndefinite || speaksAlone(role) else { return }
      add(role, newAnonymous(role))
      return
    }
    guard isDefinite else { return }
    if isPlural {
      if role.isSpecific { add(role, newAnonymous(role)) }
      return
    }
    if let actor = holder(of: role) {
      add(role, actor)
    } else if role.isSpecific {
      add(role, newAnonymous(role))
    } else {
      mentions.append(
        Mention(
          span: tokens.span(role.tokens), label: .person, resolution: .description,
          sieve: "description-open"))
    }
  }

  /// Whether people in the plural without an article speak or are spoken of as a source: "fonti
  /// della sicurezza hanno riferito", "secondo testimoni".
  private func speaksAlone(_ role: RolePhrase) -> Bool {
    guard role.word.roleClass == .source || role.word.roleClass == .person else { return false }
    let before = role.tokens.lowerBound - 1
    if before >= 0 {
      let lexeme = tokens[before].lexeme
      if lexeme == words.secondo { return true }
      if tokens[before].isWord {
        let base = language.grammar.preposition(lexeme)
        return base == words.secondo || base == words.da && role.word.roleClass == .source
      }
    }
    return role.word.roleClass == .source || role.isSpecific
  }

  /// Who holds the role that a definite description repeats: the one mentioned last.
  private func holder(of description: RolePhrase) -> Int? {
    var best: (actor: Int, last: Int)?
    func take(_ place: Int) {
      let entry = introduced.entries[place]
      guard fits(description, entry) else { return }
      let last = introduced.lastMention(of: entry.actor)
      if best == nil || last > (best?.last ?? -1) { best = (entry.actor, last) }
    }
    // The leaders of a country go by many titles, others by their own.
    if lexicon.roles.isLeader(description.title), description.homeland != nil {
      introduced.entries.indices.forEach(take)
    } else {
      introduced.places(of: description.title.noun).forEach(take)
    }
    if let best { return best.actor }
    // Those who talk to reporters unnamed go by many words: "un diplomatico" … "l'inviato".
    guard description.word.roleClass == .source, !description.isSpecific else { return nil }
    for entry in introduced.unnamedSources.lazy.map({ self.introduced.entries[$0] }) {
      guard entry.role.agreement.number != .plural else { continue }
      let last = introduced.lastMention(of: entry.actor)
      if best == nil || last > (best?.last ?? -1) { best = (entry.actor, last) }
    }
    return best?.actor
  }

  /// Whether a definite description can mean the holder of an introduced role.
  private func fits(_ description: RolePhrase, _ entry: IntroducedRoles.Entry) -> Bool {
    let role = entry.role
    guard role.agreement.number != .plural || entry.isNamed else { return false }
    var isSameTitle =
      role.title.noun == description.title.noun
      && role.title.isPrime == description.title.isPrime
      && role.title.isDeputy == description.title.isDeputy
    if let field = description.title.field, role.title.field != field { isSameTitle = false }
    if !isSameTitle, lexicon.roles.isLeader(description.title), description.homeland != nil,
      role.complement == nil
    {
      var head = role.title
      head.field = nil
      isSameTitle = lexicon.roles.isHead(head)
    }
    guard isSameTitle, role.isFormer == description.isFormer else { return false }
    if let homeland = description.homeland {
      if let known = role.homeland {
        guard known == homeland else { return false }
      } else {
        guard case .country(let code) = homeland, actors[entry.actor].country == code else {
          return false
        }
      }
    }
    if let complement = description.complement {
      guard let known = role.complement,
        LatinFold.fold(tokens.string(known)) == LatinFold.fold(tokens.string(complement))
      else { return false }
    }
    guard Set(description.adjuncts).isSubset(of: role.adjuncts) else { return false }
    if let gender = description.agreement.gender {
      if let known = actors[entry.actor].agreement.gender, known != gender {
        guard gender == .masculine, role.agreement.gender == .masculine else { return false }
      }
    }
    return true
  }

  private func add(_ role: RolePhrase, _ actor: Int) {
    let span = tokens.span(role.tokens)
    // "il viceministro" is what a named person is, not what they are called.
    if actors[actor].kind == .anonymous { note(tokens.text[span], actor: actor) }
    mentions.append(
      Mention(
        span: span, label: role.agreement.number == .plural ? .group : .person, actor: actor,
        resolution: .description, sieve: "description"))
    introduced.note(actor, at: role.tokens.lowerBound)
  }

  /// An unnamed person of the article: one for each description.
  private func newAnonymous(_ role: RolePhrase) -> Int {
    let span = tokens.span(role.tokens)
    let text = Self.uncapitalized(tokens.text[span])
    while anonymousCount < actors.count {
      let actor = actors[anonymousCount]
      if actor.kind == .anonymous, anonymous[actor.name] == nil {
        anonymous[actor.name] = anonymousCount
      }
      anonymousCount += 1
    }
    if let known = anonymous[text] {
      introduced.add(role, known, isNamed: false)
      return known
    }
    var actor = Actor(name: text, kind: .anonymous)
    actor.agreement = role.agreement
    if actor.agreement.number == nil { actor.agreement.number = .singular }
    if case .country(let code)? = role.homeland {
      actor.country = knowledge.countries[code]?.isoCode
    }
    actor.roles.append(ArticleReading.Role(text: text, span: span))
    actors.append(actor)
    introduced.add(role, actors.count - 1, isNamed: false)
    return actors.count - 1
  }
}
