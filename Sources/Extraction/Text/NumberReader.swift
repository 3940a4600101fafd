import DossierModel

/// Reads numbers: digits with Italian separators, words, both together, rounded and open ones.
struct NumberReader {
  /// A cardinal.
  struct Numeral: Hashable, Sendable {
    /// Its value.
    var value: Int
    /// The token after it.
    var end: Int
    /// Whether a word for a scale stands in it: tre milioni.
    var isScaled = false
  }

  /// The text.
  let text: TokenizedText
  /// The tables of the language.
  private let language: Language

  /// The number words.
  var lexicon: NumberLexicon { @inline(__always) get { language.numbers } }
  private var grammar: Grammar { @inline(__always) get { language.grammar } }
  private var function: FunctionWords { @inline(__always) get { language.words } }

  /// A reader of the numbers in `text`.
  init(text: TokenizedText, language: Language) {
    (self.text, self.language) = (text, language)
  }

  /// All quantities of the text, in order; none overlaps another.
  func quantities() -> [Quantity] {
    var result: [Quantity] = []
    var i = 0
    while i < text.count {
      if let quantity = quantity(at: i) {
        result.append(quantity)
        i = quantity.tokens.upperBound
      } else {
        i += 1
      }
    }
    return result
  }

  /// The quantity that begins with the token `index`, its bounding words included.
  @inline(__always)
  func quantity(at index: Int) -> Quantity? { mayBegin(index) ? read(at: index) : nil }

  /// Whether a quantity can begin with the token `index`: with most none does.
  @inline(__always)
  private func mayBegin(_ index: Int) -> Bool {
    guard index >= 0, index < text.count else { return false }
    let token = text[index]
    if token.isPunctuation { return false }
    guard token.isWord else { return true }
    if token.lexeme >= 0 { return lexicon.openings.contains(token.lexeme) }
    return text.has(.numeral, index) { word(at: index) != nil }
  }

  private func read(at index: Int) -> Quantity? {
    let token = text[index]
    if token.isWord, token.lexeme < 0 { return core(at: index) }
    if token.isWord {
      guard let opening = lexicon.openings[token.lexeme] else { return nil }
      if opening.contains(.vague),
        let (_, end) = lexicon.vague.match(text, at: index, grammar: grammar)
      {
        return vague(from: index, to: end)
      }
      if opening.contains(.bound),
        let (bound, end) = lexicon.before.match(text, at: index, grammar: grammar)
      {
        return bounded(bound, from: index, at: end)
      }
      if opening.contains(.between) { return range(at: index, joint: { $0 == function.e }) }
      if opening.contains(.from) {
        return range(at: index, joint: { grammar.preposition($0) == function.a })
      }
    }
    guard var quantity = core(at: index) else { return nil }
    if let (bound, end) = lexicon.after.match(
      text, at: quantity.tokens.upperBound, grammar: grammar)
    {
      quantity = apply(bound, to: quantity)
      quantity.tokens = index..<end
    }
    return quantity
  }

  // MARK: Parts of a quantity

  /// "alcuni", but "alcune centinaia" says at least how many.
  private func vague(from start: Int, to end: Int) -> Quantity {
    var next = end
    if lexicon.vague.match(text, at: next, grammar: grammar) != nil { next += 1 }
    if let rounded = collective(at: next, counted: false) {
      return Quantity(
        tokens: start..<rounded.tokens.upperBound, low: rounded.low, high: nil,
        qualifier: .atLeast, wording: .collective)
    }
    return Quantity(
      tokens: start..<end, low: nil, high: nil, qualifier: .unspecified, wording: .vague)
  }

  /// A number after words that bound it: "più di 6.500", "oltre i 300", "circa tre o quattro".
  private func bounded(_ bound: NumberLexicon.Bound, from start: Int, at index: Int) -> Quantity? {
    var next = index
    // "quasi fino a": one more, not any number of them.
    if let (_, end) = lexicon.before.match(text, at: next, grammar: grammar) { next = end }
    if isDefiniteArticle(next) { next += 1 }
    guard next < text.count else { return nil }
    let inner =
      core(at: next)
      ?? (text[next].lexeme >= 0 && grammar.preposition(text[next].lexeme) == function.tra
        ? range(at: next, joint: { $0 == function.e }) : nil)
    guard let inner, inner.wording != .vague else { return nil }
    var quantity = apply(bound, to: inner)
    quantity.tokens = start..<inner.tokens.upperBound
    if quantity.wording == .article { quantity.wording = .numeral }
    return quantity
  }

  private func apply(_ bound: NumberLexicon.Bound, to quantity: Quantity) -> Quantity {
    var result = quantity
    switch bound {
    case .atLeast: (result.high, result.qualifier) = (nil, .atLeast)
    case .atMost:
      (result.low, result.high) = (nil, quantity.high ?? quantity.low)
      result.qualifier = .about
    case .about: if quantity.qualifier != .atLeast { result.qualifier = .about }
    }
    return result
  }

  /// "tra i 20 e i 30", "da 15mila a 20mila"; the scale of the second may stand for both.
  private func range(at index: Int, joint: (LexemeTable.ID) -> Bool) -> Quantity? {
    var first = index + 1
    if isDefiniteArticle(first) { first += 1 }
    guard let low = numeral(at: first), low.end < text.count, joint(text[low.end].lexeme) else {
      return nil
    }
    var second = low.end + 1
    if isDefiniteArticle(second) { second += 1 }
    guard let high = numeral(at: second) else { return nil }
    return span(from: index, low, high)
  }

  private func span(from start: Int, _ low: Numeral, _ high: Numeral) -> Quantity? {
    var least = low.value
    if high.isScaled, !low.isScaled, least < 1000, let scale = scale(endingAt: high.end) {
      least = least.multipliedReportingOverflow(by: scale).partialValue
    }
    guard least < high.value, !isPercentage(high.end) else { return nil }
    return Quantity(
      tokens: start..<high.end, low: least, high: high.value, qualifier: .exact,
      wording: .numeral)
  }

  private func scale(endingAt end: Int) -> Int? {
    for word in words(end - 1) { if case .scale(let value) = word { return value } }
    return nil
  }

  /// A number without words that bound it.
  private func core(at index: Int) -> Quantity? {
    let numeral = self.numeral(at: index)
    if let rounded = collective(at: index, counted: true, numeral) { return rounded }
    for word in words(index) {
      if case .count(let count) = word {
        return Quantity(
          tokens: index..<index + 1, low: count, high: count, qualifier: .exact, wording: .numeral)
      }
    }
    guard let numeral, !isPercentage(numeral.end) else { return nil }
    if isName(index) { return nil }
    // "20-30", "due o tre"
    if numeral.end + 1 < text.count,
      isHyphen(numeral.end) && !text[numeral.end].shape.contains(.spaceBefore)
        || text[numeral.end].lexeme == function.o,
      let high = self.numeral(at: numeral.end + 1),
      isHyphen(numeral.end) || high.value <= numeral.value * 2,
      let range = span(from: index, numeral, high)
    {
      return range
    }
    let isArticle = words(index).contains(.article) && numeral.end == index + 1
    return Quantity(
      tokens: index..<numeral.end, low: numeral.value, high: numeral.value, qualifier: .exact,
      wording: isArticle ? .article : .numeral)
  }

  /// "una ventina", "decine", "due dozzine", "centinaia di migliaia", "milioni"; `number` is the cardinal
  /// there.
  private func collective(
    at index: Int, counted: Bool, _ number: Numeral? = nil
  ) -> Quantity? {
    func result(_ low: Int, _ high: Int?, _ end: Int) -> Quantity? {
      if isPercentage(end) { return nil }
      return Quantity(
        tokens: index..<end, low: low, high: high, qualifier: high == nil ? .atLeast : .about,
        wording: .collective)
    }
    for word in words(index) {
      switch word {
      case .collectives(_, let least):
        var end = index + 1
        // "decine e decine"
        if end + 1 < text.count, text[end].lexeme == function.e,
          text[end + 1].lexeme == text[index].lexeme
        {
          end += 2
        }
        if let (scale, after) = ofScale(at: end) { return result(least * scale, nil, after) }
        return result(least, nil, end)
      case .scale(let value) where value > 1000 && !text[index].shape.contains(.hasDigit):
        if isNumber(index - 1) { return nil }
        return result(value, nil, index + 1)
      case .collective(let value) where !counted: return result(value, value, index + 1)
      case .article where counted:
        for next in words(index + 1) {
          if case .collective(let value) = next {
            if let (scale, end) = ofScale(at: index + 2) {
              return result(value * scale, value * scale, end)
            }
            return result(value, value, index + 2)
          }
        }
      case .half where counted:
        for next in words(index + 1) {
          if case .collective(let value) = next { return result(value / 2, value / 2, index + 2) }
          if case .scale(let value) = next { return result(value / 2, value / 2, index + 2) }
        }
      default: break
      }
    }
    // "due dozzine"
    if let number, number.value < 100 {
      for next in words(number.end) {
        if case .collectives(let value, _) = next {
          return result(number.value * value, number.value * value, number.end + 1)
        }
      }
    }
    return nil
  }

  /// "di migliaia", "di milioni".
  private func ofScale(at index: Int) -> (Int, Int)? {
    guard index + 1 < text.count, text[index].lexeme == function.di else { return nil }
    for word in words(index + 1) {
      switch word {
      case .collectives(let value, _) where value >= 1000: return (value, index + 2)
      case .scale(let value) where value > 1000: return (value, index + 2)
      default: break
      }
    }
    return nil
  }

  // MARK: Numerals

  /// The cardinal that begins with the token `index`: 30.000, 6,5 milioni, ventuno, un milione e
  /// mezzo; the indefinite article counts as one.
  func numeral(at index: Int) -> Numeral? { numeral(at: index, below: Int.max) }

  /// The same, where only a scale less than `limit` can follow the number: each is said after a
  /// greater one.
  private func numeral(at index: Int, below limit: Int) -> Numeral? {
    guard index >= 0, index < text.count else { return nil }
    let token = text[index]
    if token.isNumber { return digits(at: index, below: limit) }
    guard token.isWord, let value = word(at: index) else { return nil }
    return scaled(Decimal(mantissa: value), from: index + 1, below: limit)
  }

  /// The value of a numeral of one word, at the token `index`.
  func word(at index: Int) -> Int? {
    guard index >= 0, index < text.count else { return nil }
    let token = text[index]
    guard token.isWord else { return nil }
    for word in words(index) {
      switch word {
      case .numeral(let value): return value
      case .article: return 1
      default: break
      }
    }
    // Compounds that a table knows have been given their value.
    if token.lexeme >= 0 { return nil }
    return lexicon.compound(text.bytes(index))
  }

  /// The value of a token that is digits alone, such as a day or a year, and how many digits it has.
  func plainDigits(at index: Int) -> (value: Int, count: Int)? {
    guard index >= 0, index < text.count, text[index].isNumber else { return nil }
    return Self.plainDigits(text.bytes(index))
  }

  /// The value of at most nine digits, and how many there are.
  static func plainDigits(_ bytes: some Collection<UInt8>) -> (value: Int, count: Int)? {
    guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
    var value = 0
    for byte in bytes {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte) - 48
    }
    return (value, bytes.count)
  }

  /// A number `mantissa / 10^decimals`.
  private struct Decimal {
    var mantissa: Int
    var decimals = 0

    /// The number times `scale`, if it is whole.
    func times(_ scale: Int) -> Int? {
      var divisor = 1
      for _ in 0..<decimals { divisor *= 10 }
      let (product, overflow) = mantissa.multipliedReportingOverflow(by: scale)
      return overflow || product % divisor != 0 ? nil : product / divisor
    }
  }

  private func digits(at index: Int, below limit: Int) -> Numeral? {
    let token = text[index]
    if index > 0, !token.shape.contains(.spaceBefore), text.isMark(index - 1, "+") { return nil }
    guard let parts = digitGroups(token.span) else { return nil }
    let first = parts.first
    if first.count > 1, text.bytes[Int(token.start)] == UInt8(ascii: "0") { return nil }
    if parts.separators == 0 { return grouped(first, at: index, below: limit) }
    let isScaled = scale(at: index + 1) != nil
    var mantissa = first.value
    var decimals = 0
    var start = Int(token.start) + first.count
    while start < Int(token.end) {
      let separator = text.bytes[start]
      guard decimals == 0, separator != UInt8(ascii: ":"),
        let group = digitGroup(from: start + 1, to: Int(token.end))
      else { return nil }
      start += 1 + group.count
      let (shifted, overflow) = mantissa.multipliedReportingOverflow(by: Self.power(group.count))
      guard !overflow else { return nil }
      mantissa = shifted + group.value
      if group.count == 3, first.count <= 3, first.value > 0,
        separator == UInt8(ascii: ".") || (!isScaled && parts.isUniform)
      {
        continue
      }
      guard separator == UInt8(ascii: ",") || (isScaled && parts.separators == 1) else {
        return nil
      }
      decimals = group.count
    }
    return scaled(Decimal(mantissa: mantissa, decimals: decimals), from: index + 1, below: limit)
  }

  /// What groups of digits a number is written in: the first, how many marks set them apart, and
  /// whether all marks are the same; `nil` if it is not digits and marks alone.
  private func digitGroups(
    _ span: TextSpan
  ) -> (first: (value: Int, count: Int), separators: Int, isUniform: Bool)? {
    guard let first = digitGroup(from: span.start, to: span.end) else { return nil }
    var end = span.start + first.count
    var separators = 0
    var isUniform = true
    while end < span.end {
      let separator = text.bytes[end]
      guard
        separator == UInt8(ascii: ".") || separator == UInt8(ascii: ",")
          || separator == UInt8(ascii: ":"), let group = digitGroup(from: end + 1, to: span.end)
      else { return nil }
      if separator != text.bytes[span.start + first.count] { isUniform = false }
      separators += 1
      end += 1 + group.count
    }
    return (first, separators, isUniform)
  }

  /// The value of the one to nine digits from the byte `start` on, and how many there are before
  /// `limit`.
  private func digitGroup(from start: Int, to limit: Int) -> (value: Int, count: Int)? {
    var end = start
    var value = 0
    while end < limit, (48...57).contains(text.bytes[end]) {
      value = value * 10 + Int(text.bytes[end]) - 48
      end += 1
      if end - start > 9 { return nil }
    }
    return end > start ? (value, end - start) : nil
  }

  private static func power(_ exponent: Int) -> Int {
    var result = 1
    for _ in 0..<min(exponent, 9) { result *= 10 }
    return result
  }

  /// Digits alone, with the groups of three that spaces or apostrophes set apart: 30 000, 30’000.
  private func grouped(
    _ first: (value: Int, count: Int), at index: Int, below limit: Int
  ) -> Numeral? {
    var value = first.value
    var end = index + 1
    while first.count <= 3, first.value > 0, value < 1_000_000_000 {
      let bytes = text.bytes
      let isQuoted =
        end < text.count && !text[end].shape.contains(.spaceBefore)
        && (text.isMark(end, "'") || text.isMark(end, "’"))
      let next = isQuoted ? end + 1 : end
      guard let group = plainDigits(at: next), group.count == 3 else { break }
      let gap = bytes[Int(text[next - 1].end)..<Int(text[next].start)]
      if isQuoted ? !gap.isEmpty : gap.elementsEqual([32]) && group.value != 0 { break }
      if gap.contains(10) { break }
      value = value * 1000 + group.value
      end = next + 1
    }
    return scaled(Decimal(mantissa: value), from: end, below: limit)
  }

  private func scale(at index: Int) -> Int? {
    for word in words(index) { if case .scale(let value) = word { return value } }
    return nil
  }

  /// `number` with the scale that may follow at `index`, and what is added to that.
  private func scaled(_ number: Decimal, from index: Int, below limit: Int) -> Numeral? {
    guard let scale = scale(at: index), scale < limit else {
      guard let value = number.times(1) else { return nil }
      // A number that letters follow at once is no number: 16enne, 10km.
      if index < text.count, !text[index].shape.contains(.spaceBefore), text[index].isWord,
        text[index - 1].isNumber
      {
        return nil
      }
      return Numeral(value: value, end: index)
    }
    guard var value = number.times(scale) else { return nil }
    var end = index + 1
    if scale == 1000, let outer = self.scale(at: end), outer > 1000 { return nil }
    guard scale > 1000 else { return Numeral(value: value, end: end, isScaled: true) }
    // "un milione e mezzo", "3 milioni e 200mila", "due milioni 300.000"
    let joint = end < text.count && text[end].lexeme == function.e ? end + 1 : end
    if joint > end, words(joint).contains(.half) {
      value += scale / 2
      end = joint + 1
    } else if joint < text.count, text[joint].isNumber || joint > end,
      let rest = numeral(at: joint, below: scale), rest.value >= 1000, rest.value < scale
    {
      value += rest.value
      end = rest.end
    }
    return Numeral(value: value, end: end, isScaled: true)
  }

  // MARK: What stands around

  private func words(_ index: Int) -> TableArray<NumberLexicon.Word> {
    guard index >= 0, index < text.count else { return [] }
    return lexicon.words[text[index].lexeme] ?? []
  }

  private func isNumber(_ index: Int) -> Bool {
    guard index >= 0 else { return false }
    return text[index].isNumber || !words(index).isEmpty
  }

  private func isDefiniteArticle(_ index: Int) -> Bool {
    index < text.count && grammar.isAny(text[index].lexeme, of: .definiteArticle)
  }

  private func isHyphen(_ index: Int) -> Bool {
    text.isMark(index, "-") || text.isMark(index, "–") || text.isMark(index, "—")
  }

  /// Whether a sign of percentage stands at `index`, or after a second number: 3 e il 5 per cento.
  private func isPercentage(_ index: Int) -> Bool {
    if isPercentSign(index) { return true }
    guard index + 1 < text.count else { return false }
    let joint = text[index].lexeme
    guard
      isHyphen(index)
        || joint >= 0
          && (joint == function.e || joint == function.o
            || grammar.preposition(joint) == function.a)
    else { return false }
    let next = isDefiniteArticle(index + 1) ? index + 2 : index + 1
    return next < text.count && text[next].isNumber && isPercentSign(next + 1)
  }

  private func isPercentSign(_ index: Int) -> Bool {
    guard index < text.count else { return false }
    if text.isMark(index, "%") || text.isWritten(index, "percento") { return true }
    return text[index].lexeme == function.per && index + 1 < text.count
      && text[index + 1].lexeme == function.cento
  }

  /// Whether a number at `index` is part of a name (articolo 5, legge n° 104), of "per cento"
  /// or of a telephone number.
  private func isName(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    if text[index].lexeme == function.cento, text[index - 1].lexeme == function.per { return true }
    guard text[index].isNumber else { return false }
    if text[index - 1].isNumber, text.bytes[Int(text[index - 1].start)] == UInt8(ascii: "0") {
      return true
    }
    var before = index - 1
    if text.isMark(before, "."), before > 0 { before -= 1 }
    return lexicon.designators.contains(text[before].lexeme)
  }
}
