import DossierModel

/// The people whom titles introduce.
extension References {
  /// The person that a title in `phrase` introduces past its complement: "il presidente
  /// della Camera Ugo Neri".
  func person(after phrase: Int) -> TextArray<Reference>? {
    var current = phrase
    for _ in 0..<4 {
      guard current + 1 < outline.phrases.count, outline.phrases[current + 1].follows == current,
        let preposition = outline.phrases[current + 1].preposition,
        preposition.relation == .of
          || preposition.relation == .beneficiary
      else { return apposed(to: phrase, after: current) }
      current += 1
      var persons = references(ofMentionsIn: outline.phrases[current]).filter(\.isPerson)
      // "il portavoce di Ivan Petrov" has the name right after "di".
      if let first = persons.first {
        let start = outline.phrases[current].core.lowerBound
        guard Int(text[start].start) < first.span.start else { return nil }
        // "i ministri degli Esteri X e Y", "il ministro degli Esteri X e il collega Y"
        if outline.phrases[current].listHead == current {
          for member in outline.list(current).dropFirst() {
            persons.append(
              contentsOf: references(ofMentionsIn: outline.phrases[member]).filter(\.isPerson))
          }
        }
        return persons
      }
    }
    return nil
  }

  /// The person set off by a comma after a title: "il presidente del Niger, Seydou Maïga".
  private func apposed(to title: Int, after phrase: Int) -> TextArray<Reference>? {
    guard phrase + 1 < outline.phrases.count else { return nil }
    if outline.phrases[title].agreement.number == .plural {
      return severalApposed(after: phrase)
    }
    guard phrase > title else { return nil }
    let next = outline.phrases[phrase + 1]
    let end = outline.phrases[phrase].tokens.upperBound
    guard end < text.count, text.isMark(end, ","), next.tokens.lowerBound == end + 1,
      next.preposition == nil, next.classes.isEmpty
    else { return nil }
    let persons = references(ofMentionsIn: next).filter(\.isPerson)
    guard let first = persons.first, persons.count == 1,
      first.span.start == Int(text[next.tokens.lowerBound].start)
    else { return nil }
    return persons
  }

  /// "i presidenti del Kenya e della Somalia, X e Y": as many people as the title has.
  private func severalApposed(after phrase: Int) -> TextArray<Reference>? {
    var last = phrase
    while last + 1 < outline.phrases.count, last < phrase + 3,
      outline.phrases[last + 1].preposition?.relation == .of,
      outline.phrases[last + 1].clause == outline.phrases[phrase].clause
    {
      last += 1
    }
    let end = outline.phrases[last].tokens.upperBound
    guard last + 1 < outline.phrases.count, end < text.count, text.isMark(end, ","),
      outline.phrases[last + 1].tokens.lowerBound == end + 1,
      outline.phrases[last + 1].preposition == nil
    else { return nil }
    var persons = nobody
    for member in outline.list(last + 1) {
      persons.append(
        contentsOf: references(ofMentionsIn: outline.phrases[member]).filter(\.isPerson))
    }
    return persons.count > 1 ? persons : nil
  }
}
