import DossierModel

/// Finds reported speech and its speakers: words in marks, reported clauses, and words whose marks are
/// lost.
struct SpeechReader: Sendable {
  /// The tables of the language.
  let language: Language

  /// A reader of speech in `language`.
  init(language: Language) { self.language = language }

  /// Fills the quotations of `reading`, which has its mentions, actors and dates already.
  func read(_ document: Document, into reading: inout ArticleReading) {
    let referents = Referents(reading, in: document)
    let clauses = Clauses(document: document, language: language, referents: referents)
    var cues = CueReader(clauses: clauses, reading: reading)
    cues.run()
    var marked = MarkedSpeech(clauses: clauses, cues: cues, reading: reading)
    marked.run()
    var indirect = IndirectSpeech(clauses: clauses, cues: cues, reading: reading)
    indirect.run(avoiding: marked.found.map(\.quotation.span))
    var found = marked.found + indirect.found
    for (sentence, actors) in indirect.tellers {
      let media = actors.filter { reading.actors[$0].kind == .media }
      for index in found.indices where sentence.contains(found[index].quotation.span) {
        let known = found[index].quotation.speakers + found[index].quotation.chain
        found[index].quotation.chain += media.filter { !known.contains($0) }
      }
    }
    reading.quotations = Self.arrange(found)
  }

  /// The quotations in order of the text, each place once.
  private static func arrange(_ found: [FoundSpeech]) -> [ArticleReading.Quotation] {
    let order = found.indices.sorted {
      let (a, b) = (found[$0].quotation.span, found[$1].quotation.span)
      return a != b ? a < b : $0 < $1
    }
    var numbers = [Int?](repeating: nil, count: found.count)
    var quotations: [ArticleReading.Quotation] = []
    var continued: [Int?] = []
    for index in order {
      let quotation = found[index].quotation
      if let last = quotations.last, last.span == quotation.span {
        numbers[index] = quotations.count - 1
        continue
      }
      numbers[index] = quotations.count
      quotations.append(quotation)
      continued.append(found[index].continues)
    }
    for index in quotations.indices {
      if let number = continued[index], let target = numbers[number], target < index {
        quotations[index].continues = target
      }
    }
    return quotations
  }
}

/// A quotation and the one found before that it goes on with.
struct FoundSpeech: Sendable {
  var quotation: ArticleReading.Quotation
  /// Its number among those found.
  var continues: Int?
}
