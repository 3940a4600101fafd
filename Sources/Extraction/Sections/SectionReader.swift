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
  let kinds: LexemeMap<TemporalLexicon.Kind>

  var sections: [Sections.Section] = []
  var asides: [Sections.Aside] = []
  /// Lines that begin with a clock time written with a full stop, which may be numbers of headings.
  var doubtful: [Sections.Section] = []
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

  mutating func set(
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
  func isOver(_ i: Int, _ line: Range<Int>, isBracketed: Bool) -> Bool {
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
  mutating func readTail(_ line: Range<Int>) {
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

  // MARK: Tokens

  func has(_ i: Int) -> Bool { i >= 0 && i < text.count }

  func cue(_ i: Int) -> (value: SectionLexicon.Cue, end: Int)? {
    if text.isMark(i, "©") {
      let next = cues.match(text, at: i + 1, grammar: language.grammar)
      return (.rights, next?.value == .rights ? next?.end ?? i + 1 : i + 1)
    }
    return cues.match(text, at: i, grammar: language.grammar)
  }

  private func isCopyright(_ i: Int) -> Bool { text.isMark(i, "©") }

  func isDash(_ i: Int) -> Bool {
    text.isMark(i, "-") || text.isMark(i, "–") || text.isMark(i, "—")
  }

  func isSeparator(_ i: Int) -> Bool {
    guard has(i), text[i].isPunctuation else { return false }
    return isDash(i) || text.isMark(i, ":") || text.isMark(i, "|") || text.isMark(i, ">")
      || text.isMark(i, ",") || text.isMark(i, ".") || text.isMark(i, "•")
      || text.isMark(i, "→")
  }

  func isQuote(_ i: Int) -> Bool {
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
