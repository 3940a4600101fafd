import DossierModel

/// Finds the sections of a text, line by line: heads of entries, headings that are dates, lines that are
/// no prose.
///
/// It looks at the first words of each line and at what stands in brackets, so its work is in
/// proportion to the text.
struct SectionReader {
  /// The tokens.
  let text: TokenizedText
  /// The language's tables.
  let language: Language
  private let cues: PhraseMap<SectionLexicon.Cue>
  private let kinds: LexemeMap<TemporalLexicon.Kind>

  private var sections: [Sections.Section] = []
  private var asides: [Sections.Aside] = []
  /// Lines that begin with a clock time written with a full stop, which may be numbers of headings.
  private var doubtful: [Sections.Section] = []
  /// Whether the line before leads elsewhere and says not yet where.
  private var isTeaserOpen = false

  /// A reader of `text`.
  init(_ text: TokenizedText, language: Language) {
    self.text = text
    self.language = language
    cues = language.sections.cues
    kinds = language.temporal.kinds
  }

  /// The sections of the text, which has these `paragraphs` and `metadata`.
  mutating func read(_ paragraphs: [TextSpan], metadata: [TextSpan]) -> Sections {
    for paragraph in paragraphs {
      let tokens = text.range(in: paragraph)
      var start = tokens.lowerBound
      while start < tokens.upperBound {
        var end = start + 1
        while end < tokens.upperBound, !text[end].shape.contains(.lineStart) { end += 1 }
        readLine(start..<end, opensParagraph: start == tokens.lowerBound)
        start = end
      }
    }
    settleDoubtful()
    asides += metadata.map { Sections.Aside(span: $0, kind: .metadata) }
    return Sections(sections, asides: asides, count: text.text.bytes.count)
  }

  // MARK: A line

  private mutating func readLine(_ line: Range<Int>, opensParagraph: Bool) {
    let isOpen = isTeaserOpen
    isTeaserOpen = false
    if isOpen, line.count <= 30, !endsSentence(line.upperBound - 1) {
      return set(aside: .teaser, line, in: line)
    }
    let start = afterBullets(line)
    if let kind = asideLine(start..<line.upperBound) { return set(aside: kind, line, in: line) }
    let isFree = opensParagraph || endsSentence(line.lowerBound - 1)
    if readStamp(start, line, isFree: isFree) { return }
    readTail(line)
  }

  private mutating func set(
    aside kind: Sections.Aside.Kind, _ tokens: Range<Int>, in line: Range<Int>
  ) {
    asides.append(
      Sections.Aside(
        span: text.span(tokens), kind: kind, isInline: tokens.upperBound < line.upperBound))
  }

  /// The token after the signs of a list at the head of `line`.
  private func afterBullets(_ line: Range<Int>) -> Int {
    var i = line.lowerBound
    while i + 1 < line.upperBound, i < line.lowerBound + 3, text[i].isPunctuation,
      isDash(i) || text.isMark(i, "*") || text.isMark(i, ">") || text.isMark(i, "•")
        || text.isMark(i, "·") || text.isMark(i, "▶") || text.isMark(i, "►")
        || text.isMark(i, "→") || text.isMark(i, "■") || text.isMark(i, "»")
    {
      i += 1
    }
    return i
  }

  /// What the whole line is, if it is no prose.
  private mutating func asideLine(_ line: Range<Int>) -> Sections.Aside.Kind? {
    guard let first = line.first else { return nil }
    let isBracketed = text.isMark(first, "(") || text.isMark(first, "[")
    let head = isBracketed ? first + 1 : first
    if let (cue, end) = cue(head), end <= line.upperBound {
      let isAlone = isOver(end, line, isBracketed: isBracketed)
      switch cue {
      case .teaser:
        let isClear = isAlone || isSeparator(end) || text[end].isCapitalized || isQuote(end)
        if isClear || line.count <= 12 && !endsSentence(line.upperBound - 1) {
          isTeaserOpen = isAlone || isSeparator(end) && end + 1 >= line.upperBound
          return .teaser
        }
      case .teaserWord:
        if isAlone || isSeparator(end) && !isDash(end) {
          isTeaserOpen = isAlone && isOpening(cue, end, line)
          return .teaser
        }
      case .caption:
        if isAlone || text.isMark(end, ":") || isCredit(end, line) { return .caption }
      case .captionPlace:
        if isAlone || text.isMark(end, ":") || text.isMark(end, ",") { return .caption }
      case .rights:
        if isAlone || text[end].isCapitalized || isCopyright(head) || isCopyright(end) {
          return .rights
        }
      case .sign: if isAlone { return .sign }
      case .update, .flash: break
      }
    }
    if !endsSentence(line.upperBound - 1), isCreditedPicture(line) { return .caption }
    return isCreditLine(line) ? .caption : nil
  }

  /// Whether a word that leads elsewhere waits for the line below: "Approfondisci:".
  private func isOpening(_ cue: SectionLexicon.Cue, _ end: Int, _ line: Range<Int>) -> Bool {
    end < line.upperBound && text.isMark(end, ":")
  }

  /// Whether the line is over at `i`, but for a colon, a full stop, arrows or the closing bracket.
  private func isOver(_ i: Int, _ line: Range<Int>, isBracketed: Bool) -> Bool {
    var i = i
    while i < line.upperBound {
      guard text[i].isPunctuation, !isQuote(i) else { return false }
      i += 1
    }
    return true
  }

  /// Whether a picture's owner follows: "Foto Ansa", "Foto di Mario Rossi", "Photo by …".
  private func isCredit(_ start: Int, _ line: Range<Int>) -> Bool {
    guard line.count <= 12, !endsSentence(line.upperBound - 1) else { return false }
    var i = start
    var names = 0
    while i < line.upperBound {
      let token = text[i]
      if token.isCapitalized {
        names += 1
      } else if token.isWord, token.end - token.start > 3 {
        return false
      }
      i += 1
    }
    return names > 0
  }

  /// Whether the line ends with a credit in brackets and has no sentence before it: "Due razzi sul
  /// porto (Foto Reuters)".
  private func isCreditedPicture(_ line: Range<Int>) -> Bool {
    guard line.count <= 40, text.isMark(line.upperBound - 1, ")") else { return false }
    var i = line.upperBound - 2
    while i > line.lowerBound, line.upperBound - i < 12, !text.isMark(i, "(") { i -= 1 }
    guard i > line.lowerBound, text.isMark(i, "("), let (cue, _) = cue(i + 1), cue == .caption
    else { return false }
    return !(line.lowerBound..<i).contains { endsSentence($0) && $0 + 1 <= i }
  }

  /// Whether the line is the credit of a picture by its shape: "REUTERS/Mario Rossi".
  private func isCreditLine(_ line: Range<Int>) -> Bool {
    guard (3...7).contains(line.count), text[line.lowerBound].shape.contains(.allCapitals),
      text.isMark(line.lowerBound + 1, "/"), !text[line.lowerBound + 1].shape.contains(.spaceBefore)
    else { return false }
    return line.dropFirst(2).allSatisfy { text[$0].isCapitalized || text.isMark($0, "/") }
  }

  /// What is no prose in the midst or at the end of a line: credits and signs in brackets, claims of
  /// rights, what leads elsewhere after the end of a sentence.
  private mutating func readTail(_ line: Range<Int>) {
    var i = line.lowerBound + 1
    while i < line.upperBound {
      // Most words follow others.
      guard text[i].isPunctuation || text[i - 1].isPunctuation && endsSentence(i - 1) else {
        i += 1
        continue
      }
      if text.isMark(i, "(") || text.isMark(i, "["), let (kind, end) = bracketed(i, line) {
        set(aside: kind, i..<end, in: line)
        i = end
        continue
      }
      if endsSentence(i - 1), let (cue, end) = cue(i) {
        let isEnd = line.upperBound - i <= 25 && !endsSentence(line.upperBound - 1)
        switch cue {
        case .rights where isEnd || end == line.upperBound || isOver(end, line, isBracketed: false),
          .teaser
        where isEnd && (end == line.upperBound || isSeparator(end) || text[end].isCapitalized):
          set(aside: cue == .rights ? .rights : .teaser, i..<line.upperBound, in: line)
          return
        default: break
        }
      }
      i += 1
    }
    if text.isMark(line.upperBound - 1, "+"), text.isMark(line.upperBound - 2, "+") {
      set(aside: .sign, line.upperBound - 2..<line.upperBound, in: line)
    }
  }

  /// What the brackets that open at `i` hold, if it is no prose, and the token after them.
  private func bracketed(_ i: Int, _ line: Range<Int>) -> (Sections.Aside.Kind, Int)? {
    guard i + 2 < line.upperBound else { return nil }
    let limit = min(line.upperBound, i + 30)
    guard let close = (i + 1..<limit).first(where: { text.isMark($0, ")") || text.isMark($0, "]") })
    else { return nil }
    if let (cue, end) = cue(i + 1), end <= close {
      switch cue {
      case .caption, .captionPlace, .rights:
        if end == close || !text[end].isWord || text[end].isCapitalized
          || text[end].end - text[end].start <= 3
        {
          return (.caption, close + 1)
        }
      case .teaser: return (.teaser, close + 1)
      case .teaserWord where end == close || isSeparator(end): return (.teaser, close + 1)
      case .sign where end == close: return (.sign, close + 1)
      default: break
      }
    }
    // "… nella notte. (ANSA)", "(ANSA). AB-CD": an agency signs the end of a line.
    let isLast = (close + 1..<line.upperBound).allSatisfy {
      text[$0].isPunctuation || text[$0].shape.contains(.allCapitals)
    }
    if isLast, close == i + 2, text[i + 1].shape.contains(.allCapitals),
      text.isMark(i - 1, ".") || text.isMark(i - 1, "!") || text.isMark(i - 1, "?")
    {
      return (.sign, line.upperBound)
    }
    return nil
  }

  // MARK: Stamps

  /// Begins a section if a stamp stands at `start` of `line`.
  ///
  /// `isFree` says that no sentence of the line before goes on.
  private mutating func readStamp(_ start: Int, _ line: Range<Int>, isFree: Bool) -> Bool {
    guard start < line.upperBound else { return false }
    let token = text[start]
    guard
      token.isNumber || token.isPunctuation || token.isCapitalized || kinds.contains(token.lexeme)
    else { return false }
    // "++ Esplosioni nel porto ++"
    if text.isMark(start, "+"), text.isMark(start + 1, "+") {
      var end = start
      while end < line.upperBound, text.isMark(end, "+") { end += 1 }
      begin(.entry, line, stampEnd: end)
      readTail(line)
      return true
    }
    if isFree, let date = dateEnd(start), isOver(date, line, isBracketed: false) {
      begin(.day, line, stampEnd: line.upperBound, date: start..<date)
      return true
    }
    return readClock(start, line, isFree: isFree) || readUpdate(start, line)
      || readAgo(start, line, isFree: isFree) || readFlash(start, line)
      || isFree && readDateline(start, line)
  }

  private mutating func begin(
    _ kind: Sections.Section.Kind, _ line: Range<Int>, stampEnd: Int, date: Range<Int>? = nil,
    minutes: Int? = nil
  ) {
    let start = Int(text[line.lowerBound].start)
    sections.append(
      Sections.Section(
        kind: kind, span: TextSpan(start, start), stamp: text.span(line.lowerBound..<stampEnd),
        date: date.map { text.span($0) }, minutes: minutes))
    set(aside: .stamp, line.lowerBound..<stampEnd, in: line)
    if stampEnd < line.upperBound { readTail(stampEnd..<line.upperBound) }
  }

  /// "14:35 –", "[10:20]", "ore 9.10 -", "13 settembre, ore 14:35 –", "09:12 | …", "14:35" alone.
  private mutating func readClock(_ start: Int, _ line: Range<Int>, isFree: Bool) -> Bool {
    var i = start
    if text.isMark(i, "[") || text.isMark(i, "(") { i += 1 }
    var date: Range<Int>?
    if let end = dateEnd(i) {
      date = i..<end
      i = end
      while i < line.upperBound, text.isMark(i, ",") || isDash(i) || text.isMark(i, "|") { i += 1 }
    }
    guard let clock = clock(i), clock.end <= line.upperBound else { return false }
    var end = clock.end
    if text.isMark(end, "]") || text.isMark(end, ")") { end += 1 }
    end = afterZone(end, line)
    if end >= line.upperBound || isSeparator(end) && text[end].shape.contains(.spaceBefore)
      || isSeparator(end) && !text.isMark(end, ",")
    {
      // "9.10.": the full stop after the time belongs to it.
      while end < line.upperBound, isSeparator(end) { end += 1 }
      if date == nil, let after = dateEnd(end), after == line.upperBound || isSeparator(after) {
        date = end..<after
        end = after
        while end < line.upperBound, isSeparator(end) { end += 1 }
      }
      begin(.entry, line, stampEnd: end, date: date, minutes: clock.minutes)
      return true
    }
    // "14:35 Razzi sul porto" is an entry; "14.35 Razzi" is one among others of its kind, for
    // "1.15 Finanziamento" is a numbered heading.
    guard isFree, text[end].isCapitalized || isQuote(end) else { return false }
    if clock.isClear || date != nil {
      begin(.entry, line, stampEnd: end, date: date, minutes: clock.minutes)
      return true
    }
    let first = Int(text[line.lowerBound].start)
    doubtful.append(
      Sections.Section(
        kind: .entry, span: TextSpan(first, first), stamp: text.span(line.lowerBound..<end),
        minutes: clock.minutes))
    return false
  }

  /// Takes the doubtful heads for clock times if there are several and hours of the day among them.
  private mutating func settleDoubtful() {
    guard doubtful.count > 1, doubtful.contains(where: { ($0.minutes ?? 0) >= 600 }) else { return }
    sections = (sections + doubtful).sorted { $0.span.start < $1.span.start }
    asides += doubtful.compactMap { section in
      section.stamp.map { Sections.Aside(span: $0, kind: .stamp, isInline: true) }
    }
  }

  /// A clock time at `i`: minutes after midnight, the token after it, whether it can be nothing else.
  private func clock(_ i: Int) -> (minutes: Int, end: Int, isClear: Bool)? {
    var j = i
    // "alle ore 14", "ore 14:35"
    if has(j), language.grammar.preposition(text[j].lexeme) == language.temporal.a { j += 1 }
    let isIntroduced = has(j) && kinds[text[j].lexeme]?.contains(.clock) ?? false
    guard isIntroduced || j == i else { return nil }
    if isIntroduced { j += 1 }
    if text.isMark(j, ".") { j += 1 }
    guard has(j), text[j].isNumber else { return nil }
    let bytes = text.bytes(j)
    let parts = bytes.split(omittingEmptySubsequences: false) { byte in
      byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
    }
    let numbers = parts.compactMap { NumberReader.plainDigits($0) }
    guard numbers.count == parts.count, let hour = numbers.first, hour.value < 24, hour.count <= 2
    else { return nil }
    if numbers.count == 1 { return isIntroduced ? (hour.value * 60, j + 1, true) : nil }
    guard numbers.count == 2, numbers[1].count == 2, numbers[1].value < 60 else { return nil }
    if !isIntroduced, bytes.contains(UInt8(ascii: ",")) { return nil }
    return (
      hour.value * 60 + numbers[1].value, j + 1,
      isIntroduced || bytes.contains(UInt8(ascii: ":"))
    )
  }

  /// The token after a zone: "(ora italiana)", "GMT".
  private func afterZone(_ i: Int, _ line: Range<Int>) -> Int {
    let isBracketed = text.isMark(i, "(")
    let start = isBracketed ? i + 1 : i
    guard start < line.upperBound else { return i }
    var end: Int?
    if case .zone? = language.temporal.senses[text[start].lexeme]?.first { end = start + 1 }
    if let match = language.temporal.phrases.match(text, at: start, grammar: language.grammar),
      case .zone = match.value
    {
      end = match.end
    }
    guard let end else { return i }
    if isBracketed { return text.isMark(end, ")") ? end + 1 : i }
    return end
  }

  /// "Aggiornamento delle 18", "Ultimo aggiornamento: 14:35".
  private mutating func readUpdate(_ start: Int, _ line: Range<Int>) -> Bool {
    guard let (cue, next) = cue(start), cue == .update else { return false }
    var i = next
    while i < line.upperBound, text.isMark(i, ":") || isDash(i) { i += 1 }
    var date: Range<Int>?
    if let end = dateEnd(i) {
      date = i..<end
      i = end
      while i < line.upperBound, text.isMark(i, ",") || isDash(i) { i += 1 }
    }
    var minutes: Int?
    if let clock = clock(i) {
      (minutes, i) = (clock.minutes, clock.end)
    } else if has(i),
      let (hour, count) = NumberReader.plainDigits(text.bytes(i)),
      hour < 24, count <= 2
    {
      (minutes, i) = (hour * 60, i + 1)
    }
    guard minutes != nil || date != nil, i >= line.upperBound || isSeparator(i) else {
      return false
    }
    while i < line.upperBound, isSeparator(i) { i += 1 }
    if date == nil, let end = dateEnd(i), end >= line.upperBound || isSeparator(end) {
      date = i..<end
      i = end
    }
    // Above the first entry it tells of the whole article.
    if sections.isEmpty, i >= line.upperBound {
      set(aside: .metadata, line, in: line)
      return true
    }
    begin(.entry, line, stampEnd: i, date: date, minutes: minutes)
    return true
  }

  /// "10 minuti fa", "2 ore fa –": alone or before a mark.
  private mutating func readAgo(_ start: Int, _ line: Range<Int>, isFree: Bool) -> Bool {
    guard isFree, text[start].isNumber, start + 2 < line.upperBound,
      kinds[text[start + 1].lexeme]?.contains(.unit) ?? false,
      kinds[text[start + 2].lexeme]?.contains(.ago) ?? false
    else { return false }
    var end = start + 3
    guard end >= line.upperBound || isDash(end) || text.isMark(end, "|") else { return false }
    if end < line.upperBound { end += 1 }
    begin(.entry, line, stampEnd: end)
    return true
  }

  /// "URGENTE –", "Ultim'ora:".
  private mutating func readFlash(_ start: Int, _ line: Range<Int>) -> Bool {
    guard let (cue, end) = cue(start), cue == .flash, isSeparator(end), end + 1 < line.upperBound
    else { return false }
    begin(.entry, line, stampEnd: end + 1)
    return true
  }

  // MARK: Dates and datelines

  /// The token after a date with its day and month at `i`, or after a weekday with them.
  private func dateEnd(_ i: Int) -> Int? {
    guard has(i) else { return nil }
    var j = i
    let isNamed = kinds[text[j].lexeme]?.contains(.weekday) ?? false
    if isNamed {
      j += 1
      if text.isMark(j, ",") { j += 1 }
    }
    guard has(j), text[j].isNumber else { return nil }
    if let end = numericDateEnd(j) { return end }
    guard let (day, _) = digits(j), (1...31).contains(day) else { return nil }
    j += 1
    if has(j), text.isMark(j, "°") || text.isWritten(j, "º") { j += 1 }
    guard has(j), kinds[text[j].lexeme]?.contains(.month) ?? false else { return nil }
    j += 1
    let isShort = text[j - 1].end - text[j - 1].start <= 4
    if isShort, text.isMark(j, "."), !text[j].shape.contains(.spaceBefore) { j += 1 }
    if let (year, count) = digits(j), count == 4, (1000..<2200).contains(year) { return j + 1 }
    return j
  }

  /// The token after "13/09/2022", "13.09.2022", "2022-09-13".
  private func numericDateEnd(_ i: Int) -> Int? {
    let parts = text.bytes(i).split(separator: UInt8(ascii: "."))
    if parts.count == 3 {
      let numbers = parts.compactMap { NumberReader.plainDigits($0) }
      return numbers.count == 3 && numbers[2].count == 4 && numbers[0].value <= 31 ? i + 1 : nil
    }
    guard let first = digits(i), text.isMark(i + 1, "/") || text.isMark(i + 1, "-"),
      let second = digits(i + 2), second.count <= 2,
      text.isMark(i + 3, "/") || text.isMark(i + 3, "-"), let third = digits(i + 4)
    else { return nil }
    return first.count == 4 || third.count == 4 ? i + 5 : nil
  }

  private func digits(_ i: Int) -> (value: Int, count: Int)? {
    guard has(i), text[i].isNumber else { return nil }
    return NumberReader.plainDigits(text.bytes(i))
  }

  /// What one part of a dateline, up to a dash, holds.
  private struct Group {
    var hasPlace = false
    var isCapitals = true
    var hasAgency = false
    var date: Range<Int>?
    var end = 0
  }

  /// "(ANSA) – ROMA, 13 SET –", "KIEV, 24 FEB –", "ROMA (ITALPRESS) –".
  private mutating func readDateline(_ start: Int, _ line: Range<Int>) -> Bool {
    guard text.isMark(start, "(") || text[start].isCapitalized,
      let first = group(start, line),
      first.hasAgency || first.hasPlace && first.date != nil
    else { return false }
    var (end, date) = (first.end, first.date)
    if date == nil, let second = group(end, line),
      second.date != nil || second.hasPlace && second.isCapitals && !second.hasAgency
    {
      (end, date) = (second.end, second.date)
    }
    guard end < line.upperBound else { return false }
    begin(.entry, line, stampEnd: end, date: date)
    return true
  }

  private func group(_ start: Int, _ line: Range<Int>) -> Group? {
    var group = Group()
    var i = start
    while i < line.upperBound, i < start + 14 {
      if isDash(i) || text.isMark(i, "-") {
        group.end = i + 1
        return i > start ? group : nil
      }
      if text.isMark(i, "(") {
        var close = i + 1
        while close < line.upperBound, close < i + 7, !text.isMark(close, ")") { close += 1 }
        guard text.isMark(close, ")"), close > i + 1 else { return nil }
        let inner = i + 1..<close
        let isAgency =
          inner.allSatisfy {
            text[$0].isCapitalized || text.isMark($0, "/") || text.isMark($0, "-")
          }
          && inner.contains { j in
            text[j].shape.contains(.allCapitals) || text[j].shape.contains(.innerCapital)
          }
        let isLowerAgency = close == i + 2 && text[i + 1].isWord && group.date != nil
        if isAgency || isLowerAgency {
          group.hasAgency = true
        } else if !group.hasPlace {
          return nil
        }
        i = close + 1
        continue
      }
      if group.date == nil, text[i].isNumber {
        guard group.hasPlace || group.hasAgency, let end = dateEnd(i) else { return nil }
        group.date = i..<end
        i = end
        continue
      }
      if group.date == nil, text[i].isCapitalized {
        group.hasPlace = true
        if !text[i].shape.contains(.allCapitals) { group.isCapitals = false }
      } else if text.isMark(i, ",") || text.isMark(i, "/") || text.isMark(i, ".") {
        guard i > start else { return nil }
      } else if !text[i].isWord || text[i].end - text[i].start > 3 || !group.hasPlace
        || group.date != nil
      {
        return nil
      }
      i += 1
    }
    return nil
  }

  // MARK: Tokens

  private func has(_ i: Int) -> Bool { i >= 0 && i < text.count }

  private func cue(_ i: Int) -> (value: SectionLexicon.Cue, end: Int)? {
    if text.isMark(i, "©") {
      let next = cues.match(text, at: i + 1, grammar: language.grammar)
      return (.rights, next?.value == .rights ? next?.end ?? i + 1 : i + 1)
    }
    return cues.match(text, at: i, grammar: language.grammar)
  }

  private func isCopyright(_ i: Int) -> Bool { text.isMark(i, "©") }

  private func isDash(_ i: Int) -> Bool {
    text.isMark(i, "-") || text.isMark(i, "–") || text.isMark(i, "—")
  }

  private func isSeparator(_ i: Int) -> Bool {
    guard has(i), text[i].isPunctuation else { return false }
    return isDash(i) || text.isMark(i, ":") || text.isMark(i, "|") || text.isMark(i, ">")
      || text.isMark(i, ",") || text.isMark(i, ".") || text.isMark(i, "•")
      || text.isMark(i, "→")
  }

  private func isQuote(_ i: Int) -> Bool {
    text.isMark(i, "\"") || text.isMark(i, "«") || text.isMark(i, "“")
      || text.isMark(i, "‘")
  }

  /// Whether the token `i` ends a sentence.
  private func endsSentence(_ i: Int) -> Bool {
    if i < 0 { return true }
    switch text.mark(i) {
    case ".", "!", "?", "\"", "”", "»", "…": return true
    default: return false
    }
  }
}
