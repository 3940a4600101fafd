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
    reading.actors = cues.reading.actors
    Self.insert(cues.added, into: &reading.mentions)
    var marked = MarkedSpeech(clauses: clauses, cues: cues, reading: reading)
    marked.run()
    var found = marked.found
    OpenSpeakers(clauses: clauses, reading: reading).resolve(&found)
    var indirect = IndirectSpeech(clauses: clauses, cues: cues, reading: reading)
    indirect.run(avoiding: marked)
    var quotations = Self.arrange(found + indirect.found)
    Self.addTellers(indirect.tellers, to: &quotations, reading)
    reading.quotations = quotations
  }

  /// Adds mentions in the order of the text.
  private static func insert(
    _ added: [ArticleReading.Mention], into mentions: inout [ArticleReading.Mention]
  ) {
    guard !added.isEmpty else { return }
    var seen = Set(mentions.lazy.filter { $0.actor != nil }.map(\.span))
    let new = added.filter { seen.insert($0.span).inserted }
    // An open description at the same place is resolved by it.
    let spans = Set(new.map(\.span))
    mentions.removeAll {
      $0.actor == nil && $0.resolution == .description && spans.contains($0.span)
    }
    mentions = (mentions + new).enumerated().sorted { a, b in
      (a.element.span.start, a.offset) < (b.element.span.start, b.offset)
    }.map(\.element)
  }

  /// Adds the media that tell of a whole sentence to the chains of what is said in it.
  private static func addTellers(
    _ tellers: [(sentence: TextSpan, actors: [Int])],
    to quotations: inout [ArticleReading.Quotation], _ reading: ArticleReading
  ) {
    var index = 0
    for (sentence, actors) in tellers {
      let media = actors.filter { reading.actors[$0].kind == .media }
      while index < quotations.count, quotations[index].span.start < sentence.start { index += 1 }
      while index < quotations.count, quotations[index].span.start < sentence.end {
        let known = quotations[index].speakers + quotations[index].chain
        if quotations[index].span.end <= sentence.end {
          quotations[index].chain += media.filter { !known.contains($0) }
        }
        index += 1
      }
    }
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
  /// Whether it is an answer in an interview, without marks.
  var isAnswer = false
}
