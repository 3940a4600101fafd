import DossierModel

/// Cuts paragraphs into sentences.
struct SentenceSplitter: Sendable {
  /// Abbreviations that end with a full stop in the midst of a sentence (gen., on., sig.).
  let abbreviations: LexemeMap<Bool>

  /// The sentences of `paragraphs`, as ranges of tokens.
  ///
  /// A sentence is not cut inside `quoted`, the paired quotation marks with what is between them.
  func split(
    _ text: TokenizedText, paragraphs: [TextSpan], quoted: [TextSpan]
  ) -> [Range<Int>] {
    let inside = Self.merged(quoted)
    var next = 0
    var sentences: [Range<Int>] = []
    for paragraph in paragraphs {
      let tokens = text.range(in: paragraph)
      var start = tokens.lowerBound
      var i = start
      while i < tokens.upperBound {
        // Only marks end sentences.
        guard text[i].isPunctuation else {
          i += 1
          continue
        }
        let here = Int(text[i].start)
        while next < inside.count, inside[next].end <= here { next += 1 }
        let isQuoted = next < inside.count && inside[next].contains(here)
        if isQuoted ? closesSentence(text, i, inside[next], tokens) : endsSentence(text, i, tokens)
        {
          var end = i + 1
          // Closing marks and brackets belong to the sentence that they close.
          while end < tokens.upperBound, isTrailing(text, end) { end += 1 }
          sentences.append(start..<end)
          start = end
          i = end
        } else {
          i += 1
        }
      }
      if start < tokens.upperBound { sentences.append(start..<tokens.upperBound) }
    }
    return sentences
  }

  /// The sentences that `sentence` consists of when those inside quotation marks are cut too.
  func pieces(_ text: TokenizedText, of sentence: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = sentence.lowerBound
    var i = start
    while i < sentence.upperBound {
      guard text[i].isPunctuation, endsSentence(text, i, sentence) else {
        i += 1
        continue
      }
      i += 1
      while i < sentence.upperBound, isTrailing(text, i) { i += 1 }
      pieces.append(start..<i)
      start = i
    }
    if start < sentence.upperBound { pieces.append(start..<sentence.upperBound) }
    return pieces
  }

  /// The outermost of the spans, in order.
  private static func merged(_ spans: [TextSpan]) -> [TextSpan] {
    var result: [TextSpan] = []
    for span in spans.sorted() {
      if let last = result.last, span.start < last.end {
        result[result.count - 1].end = max(last.end, span.end)
      } else {
        result.append(span)
      }
    }
    return result
  }

  /// Whether a quotation ends with the token `i` and the sentence with it: «Basta!» Poi è uscito.
  private func closesSentence(
    _ text: TokenizedText, _ i: Int, _ quotation: TextSpan, _ paragraph: Range<Int>
  ) -> Bool {
    guard Int(text[i].end) == quotation.end, i > paragraph.lowerBound, i + 1 < paragraph.upperBound
    else { return false }
    let before = text[i - 1]
    guard isTerminal(text, i - 1), Int(before.start) > quotation.start else { return false }
    return startsSentence(text, i + 1)
  }

  private func endsSentence(_ text: TokenizedText, _ i: Int, _ paragraph: Range<Int>) -> Bool {
    guard isTerminal(text, i) else { return false }
    var next = i + 1
    while next < paragraph.upperBound, isTrailing(text, next) { next += 1 }
    guard next < paragraph.upperBound else { return true }
    guard text[next].shape.contains(.spaceBefore), startsSentence(text, next) else { return false }
    if text.isMark(i, "."), i > paragraph.lowerBound, !text[i].shape.contains(.spaceBefore) {
      let before = text[i - 1]
      // "gen. Dvornikov", "S. Mattarella"; but "nel 2020. Poi" and "alle 10. Poi" end.
      if abbreviations.contains(before.lexeme) { return false }
      if before.shape.contains(.initials), before.end - before.start == 1 { return false }
    }
    return true
  }

  private func startsSentence(_ text: TokenizedText, _ i: Int) -> Bool {
    let token = text[i]
    if token.isPunctuation {
      // After «Basta!» the sentence goes on: ", ha detto".
      switch token.mark {
      case ",", ";", ":", ")", "]": return false
      default: return true
      }
    }
    return token.isCapitalized || token.isNumber || token.shape.contains(.foreignScript)
  }

  private func isTerminal(_ text: TokenizedText, _ i: Int) -> Bool {
    switch text.mark(i) {
    case ".", "!", "?", "…": true
    default:
      // "..."
      text[i].isPunctuation && text.bytes[Int(text[i].start)] == UInt8(ascii: ".")
    }
  }

  /// Marks that close what stands before them, without white space between.
  private func isTrailing(_ text: TokenizedText, _ i: Int) -> Bool {
    let token = text[i]
    guard token.isPunctuation, !token.shape.contains(.spaceBefore) else { return false }
    if isTerminal(text, i) { return true }
    switch token.mark {
    case ")", "]", "\"", "”", "»", "’", "›": return true
    default: return false
    }
  }
}
