import DossierModel

/// Finds the temporal expressions of a text and says which dates they mean.
struct TemporalReader {
  /// The language's tables.
  let language: Language

  /// The temporal expressions of `document`, in order; none overlaps another.
  func read(_ document: Document) -> [TemporalExpression] {
    var pass = TemporalPass(document: document, language: language)
    return pass.run()
  }
}

/// One reading of one text, from its first paragraph to its last.
private struct TemporalPass {
  private typealias Kind = TemporalLexicon.Kind

  /// A time that the text has named, and where.
  private struct Named {
    var antecedent: TemporalResolver.Antecedent
    var paragraph: Int
    var sentence: Int
    var end: Int
    /// Whether it opens its sentence or clause, and so speaks for what follows.
    var isFronted = false
  }

  private let document: Document
  private let text: TemporalText
  private var sections: TemporalSections
  private var expressions: [TemporalExpression] = []
  private var last: Named?
  private var lastDay: Named?
  /// The last month or day.
  private var lastMonth: Named?
  private var narrated: Named?
  private var paragraph = 0
  private var sentence = 0
  /// The token after the last expression.
  private var floor = 0

  init(document: Document, language: Language) {
    self.document = document
    text = TemporalText(document, language: language)
    var published: EDTF.Date?
    if case .date(let date)? = document.article.published?.value, date.unspecifiedYearDigits == 0 {
      published = date
    }
    sections = TemporalSections(document.sections, published: published)
  }

  mutating func run() -> [TemporalExpression] {
    let asides = document.sections.asides
    var hidden = 0
    for span in document.paragraphs {
      text.bounds = document.tokens.range(in: span)
      if sections.enter(span.start, text) {
        (last, lastDay, lastMonth, narrated) = (nil, nil, nil, nil)
      }
      var i = text.bounds.lowerBound
      while i < text.bounds.upperBound {
        guard text.mayStart(i) else {
          i += 1
          continue
        }
        let start = Int(text[i].start)
        while hidden < asides.count, asides[hidden].span.end <= start { hidden += 1 }
        if hidden < asides.count, asides[hidden].span.start <= start {
          i += 1
          continue
        }
        i = read(at: i)
      }
      paragraph += 1
    }
    return expressions
  }

  /// Reads the expression that begins with the token `i`, if one does; the next token to look at.
  private mutating func read(at i: Int) -> Int {
    if let end = text.phrase(i, is: .name) { return end }
    var best: (match: TemporalMatch, rule: String)?
    let kind = text.kinds[i]
    for number in text.startsOfComposed.indices
    where !text.startsOfComposed[number].isDisjoint(with: kind) {
      if let match = TemporalRule.composed[number].match(text, i),
        match.tokens.upperBound > best?.match.tokens.upperBound ?? i
      {
        best = (match, TemporalRule.composed[number].name)
      }
    }
    if let simple = text.simple(i, beyond: best?.match.tokens.upperBound ?? i) { best = simple }
    guard let (match, rule) = best else { return i + 1 }
    let end = match.tokens.upperBound
    if isNameOfPlace(match) { return end }
    while sentence < document.sentences.count, document.sentences[sentence].upperBound <= i {
      sentence += 1
    }
    let prefix = prefix(of: match)
    var resolver = TemporalResolver(written: sections.written)
    resolver.tense = prefix.tense ?? text.tense(around: match.tokens)
    if resolver.tense == .none, prefix.isAttributive { resolver.tense = .past }
    if resolver.tense == .narration, prefix.relation == .until { resolver.tense = .present }
    if prefix.isAttributive || prefix.relation ?? .at != .at {
      let days = text.lexicon.knownDays
      resolver.knownYear = { month, day in days[month * 100 + day] }
    }
    lend(to: &resolver, for: match)
    var resolution = resolver.resolve(match.meaning)
    if prefix.relation == .before, case .duration(let amount) = match.meaning,
      resolver.tense != .past, resolver.tense != .remotePast, !text.leansOnMore(end)
    {
      // "Entro 48 ore"
      let duration = resolution.duration
      resolution = resolver.resolve(.away(amount, 1))
      resolution.duration = duration
    }
    expressions.append(
      TemporalExpression(
        span: document.tokens.span(prefix.start..<end), edtf: resolution.edtf,
        duration: resolution.duration,
        relation: relation(of: match.meaning) ?? prefix.relation ?? .at,
        anchor: resolution.anchor, rule: rule))
    remember(resolution, match, prefix)
    floor = end
    return end
  }

  // MARK: What the text has named

  /// Gives the resolver the times that `match` may be reckoned from.
  private func lend(to resolver: inout TemporalResolver, for match: TemporalMatch) {
    let isNear = { (named: Named?, reach: Int) in
      named.flatMap { self.paragraph - $0.paragraph <= reach ? $0 : nil }
    }
    resolver.last = isNear(last, 1)?.antecedent
    switch match.meaning {
    case .clock, .hours:
      // Only a day that speaks for what follows, or stands close by.
      if let day = lastDay, day.sentence == sentence,
        day.isFronted || match.tokens.lowerBound - day.end <= 12
      {
        resolver.lastDay = day.antecedent
      } else if sections.isEntry, let day = sections.written?.calendarDay {
        resolver.lastDay = .init(edtf: EDTF(day), hasYear: false)
      }
    case .part: resolver.lastDay = isNear(lastDay, 0)?.antecedent
    case .day, .range:
      resolver.lastDay = isNear(lastDay, 0)?.antecedent
      resolver.lastMonth = isNear(lastMonth, 0)?.antecedent
    default: resolver.lastDay = isNear(lastDay, 1)?.antecedent
    }
    if let narrated = isNear(narrated, 0) {
      let isYear = narrated.antecedent.edtf.dates.first?.precision == 0
      let isClose =
        narrated.sentence == sentence
        && (narrated.isFronted || match.tokens.lowerBound - narrated.end <= 4)
      let isHistory = resolver.tense == .remotePast
      if isYear ? isClose : isClose || narrated.isFronted || isHistory {
        resolver.narrated = narrated.antecedent
      }
    }
  }

  private mutating func remember(
    _ resolution: TemporalResolver.Resolution, _ match: TemporalMatch, _ prefix: Prefix
  ) {
    guard let edtf = resolution.edtf, resolution.duration == nil else { return }
    let before = prefix.start - 1
    let opensSentence =
      sentence < document.sentences.count
      && prefix.start == document.sentences[sentence].lowerBound
    let named = Named(
      antecedent: .init(edtf: edtf, hasYear: resolution.hasYear), paragraph: paragraph,
      sentence: sentence, end: match.tokens.upperBound,
      isFronted: !prefix.isAttributive
        && (opensSentence || before < text.bounds.lowerBound || text[before].isPunctuation
          || text.isAnd(before))
    )
    last = named
    if edtf.dates.last?.precision == 2, !edtf.isQualified { lastDay = named }
    let isMonth = edtf.dates.count == 1 && edtf.dates.first?.month.map { $0 <= 12 } ?? false
    if isMonth { lastMonth = named }
    guard resolution.hasYear, !prefix.isAttributive else { return }
    switch match.meaning {
    case .year, .month, .day, .shifted, .neighbour, .part: break
    default: return
    }
    narrated = named
  }

  // MARK: What stands around a match

  private struct Prefix {
    var start: Int
    var relation: TemporalExpression.Relation?
    /// Whether a noun before it is determined by it: "gli scontri del 2020".
    var isAttributive = false
    /// What the preposition says of the tense: what goes on since a day began before.
    var tense: TemporalResolver.Tense?
  }

  /// The article and preposition that belong to `match`, and how they relate it to what is told.
  private func prefix(of match: TemporalMatch) -> Prefix {
    let first = match.tokens.lowerBound
    var start = first
    var isAttributive = false
    let low = max(floor, text.bounds.lowerBound)
    var isDuration = false
    switch match.meaning {
    case .duration, .sinceDuration: isDuration = true
    case .sinceUnknown: return Prefix(start: first, relation: .since)
    case .clock where text.preposition(first) != nil:
      let isSince = text.isPreposition(first, text.lexicon.da)
      return Prefix(start: first, relation: isSince ? .since : nil)
    case .range where text.preposition(first) != nil, .hours: return Prefix(start: first)
    case .recurring:
      let hasArticle = first > low && text.isArticle(first - 1)
      return Prefix(start: hasArticle ? first - 1 : first)
    default: break
    }
    if start - 1 >= low, text.isArticle(start - 1) { start -= 1 }
    for back in 1...3 where start - back >= low {
      if text.phrase(start - back, is: .deadline) == start {
        return Prefix(
          start: start - back, relation: .before, tense: isDuration ? nil : .future)
      }
      let found = text.phrase(start - back) { sense in
        if case .relation(let relation) = sense { relation } else { nil }
      }
      if let (relation, end) = found, end == start {
        return Prefix(
          start: start - back, relation: relation,
          tense: relation == .since ? sinceTense(match) : nil)
      }
    }
    guard start - 1 >= low, let base = text.preposition(start - 1) else {
      return Prefix(start: start)
    }
    if base == text.lexicon.da {
      if isDuration, case .duration = match.meaning { return Prefix(start: start) }
      return Prefix(start: start - 1, relation: .since, tense: sinceTense(match))
    }
    if isDuration { return Prefix(start: start) }
    switch base {
    case text.lexicon.in, text.lexicon.su, text.lexicon.durante, text.lexicon.verso: start -= 1
    case text.lexicon.a:
      if case .dayShift = match.meaning { break }
      start -= 1
    case text.lexicon.di: isAttributive = true
    default: break
    }
    return Prefix(start: start, isAttributive: isAttributive)
  }

  /// What goes on since a day began in the past, unless the clause tells what will begin then: "dal 1°
  /// giugno scatta il divieto".
  private func sinceTense(_ match: TemporalMatch) -> TemporalResolver.Tense {
    text.tense(around: match.tokens, endsAtAnd: true) == .future ? .future : .past
  }

  /// What the words themselves say of how the time relates to what is told.
  private func relation(of meaning: TemporalMeaning) -> TemporalExpression.Relation? {
    switch meaning {
    case .sinceThen, .sinceDuration, .sinceUnknown: .since
    case .shifted(nil, let direction, from: _): direction > 0 ? .after : .before
    default: nil
    }
  }

  /// Whether a date is part of a name: via XX Settembre, piazza 25 Aprile.
  private func isNameOfPlace(_ match: TemporalMatch) -> Bool {
    switch match.meaning {
    case .day, .month, .holiday, .several, .range: break
    default: return false
    }
    var i = match.tokens.lowerBound - 1
    guard text.has(i) else { return false }
    // The Roman numeral of "via XX Settembre"
    if case .month = match.meaning, text.roman(i) != nil { i -= 1 }
    if text.isArticle(i) || text.preposition(i) != nil, text.isArticulated(i) { return false }
    return text.isAny(i, .place)
  }
}

extension TemporalText {
  /// Whether a rule is worth trying at `i`.
  ///
  /// Prepositions, articles and numbers begin an expression
  /// only in certain company; most do not, and are soon told.
  func mayStart(_ i: Int) -> Bool {
    let kind = kinds[i].intersection(starts)
    if kind.isEmpty { return false }
    if kind.contains(.phrase) { return true }
    if kind.isSubset(of: [.at, .opening]) {
      let next = isArticle(i + 1) ? i + 2 : i + 1
      let company: Kind =
        kind.contains(.opening) ? starts : [.digits, .numeral, .hour, .clock]
      return isAny(next, company) || kind.contains(.opening) && roman(next) != nil
    }
    if kind.isSubset(of: [.numeral, .vague, .digits]) {
      let end = min(i + 5, bounds.upperBound)
      for j in i + 1..<max(i + 1, end)
      where !kinds[j].isDisjoint(with: [.unit, .month, .phrase, .portion, .weekday, .clock]) {
        return true
      }
      if kind.contains(.digits) {
        // Dates in figures, and years after their preposition.
        let token = text[i]
        if token.end - token.start > 2, isArticulated(i - 1) || isArticle(i - 1) { return true }
        if isAny(i - 1, [.yearNoun, .weekday, .unit, .portion, .season, .apostrophe]) {
          return true
        }
        if has(i + 1), text[i + 1].isPunctuation { return true }
        if has(i - 1), text[i - 1].isPunctuation { return true }
      }
      // "il 17", "per il due", "nel millenovecento"
      return isArticle(i - 1) || isArticulated(i - 1)
    }
    return true
  }

  /// What the words around `tokens` speak of.
  ///
  /// The nearest sign in the clause counts: a future form or a word that announces ("previsto"),
  /// against a verb in a tense of the past.
  ///
  /// With `endsAtAnd` the clause ends where another is joined to it.
  func tense(around tokens: Range<Int>, endsAtAnd: Bool = false) -> TemporalResolver.Tense {
    var best = (distance: 40, tense: TemporalResolver.Tense.none)
    for step in [1, -1] {
      var i = step > 0 ? tokens.upperBound : tokens.lowerBound - 1
      var distance = 1
      var clauses = 0
      while has(i), distance < best.distance {
        let token = text[i]
        if token.isPunctuation {
          if isMark(i, ",") { distance += 3 } else if endsTense(i) { break }
        } else if endsAtAnd, isAnd(i) {
          break
        } else if isAny(i, .clause) {
          clauses += 1
          distance += 6
          if clauses > 1 { break }
        } else if let tense = tense(i) {
          best = (distance, tense)
          break
        }
        distance += 1
        i += step
      }
    }
    return best.tense
  }

  /// Whether a duration before `i` is reckoned from something else: "entro due anni dalla guerra".
  func leansOnMore(_ i: Int) -> Bool {
    isPreposition(i, lexicon.da) || isPreposition(i, lexicon.di) || isAny(i, .follow)
  }

  /// What the word at `i` tells of the time.
  private func tense(_ i: Int) -> TemporalResolver.Tense? {
    if isFuture(i) { return .future }
    let sign = verbs[i]
    if kinds[i].contains(.phrase), phrase(i, is: .noun) != nil { return nil }
    if isAny(i, .announced) { return .announced }
    if sign.contains(.remote) { return .remotePast }
    if sign.contains(.past) { return .past }
    guard sign.contains(.present) else { return nil }
    return isAny(i, .copula) ? .present : .narration
  }

  private func endsTense(_ i: Int) -> Bool {
    isMark(i, ".") || isMark(i, ";") || isMark(i, ":") || isMark(i, "?") || isMark(i, "!")
      || isMark(i, "\"") || text.isMark(i, "«") || text.isMark(i, "»")
      || text.isMark(i, "“") || text.isMark(i, "”")
  }

  /// Whether the word at `i` tells what will be: a verb in the future, a word that announces, or what
  /// looks like a verb in the future (-rà, -ranno, -rò).
  func isFuture(_ i: Int) -> Bool {
    if verbs[i].contains(.future) || isAny(i, .planned) { return true }
    if verbs[i].contains(.present), isAny(i, .scheduled) { return true }
    let token = text[i]
    guard token.isWord, token.end - token.start > 4 else { return false }
    // The last byte of à, of ò, or the o of -ranno.
    switch text.bytes[Int(token.end) - 1] {
    case 0xA0, 0xB2, UInt8(ascii: "o"): break
    default: return false
    }
    if isAny(i, .notFuture) { return false }
    if token.isCapitalized, i > bounds.lowerBound, !text[i - 1].isPunctuation { return false }
    let bytes = text.bytes
    let end = Int(token.end)
    func ends(_ suffix: StaticString) -> Bool {
      suffix.withUTF8Buffer { suffix in
        guard end - suffix.count >= Int(token.start) else { return false }
        for k in 0..<suffix.count where bytes[end - suffix.count + k] != suffix[k] { return false }
        return true
      }
    }
    return ends("rà") || ends("ranno") || ends("rò")
  }
}
