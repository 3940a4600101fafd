import DossierModel

/// How a text falls into sections with a time of their own, and which of its stretches are no prose.
///
/// A live blog has entries ("14:35 – …"), an agency's wire has takes ("(ANSA) – ROMA, 13 SET – …"): each
/// is a section that speaks for itself. No pronoun, missing subject or "il giorno dopo" leans on what
/// another section names.
struct Sections: Sendable {
  /// A stretch of text that speaks for itself.
  struct Section: Sendable, Hashable {
    /// What begins it.
    enum Kind: Sendable, Hashable {
      /// Nothing: the text begins.
      case body
      /// A heading that is a date.
      case day
      /// A clock time, a dateline or a sign such as "URGENTE".
      case entry
    }

    /// What begins it.
    var kind: Kind
    /// Its bytes, the stamp included.
    var span: TextSpan
    /// The bytes of its head, which tell when it was written and are no prose: "14:35 –".
    var stamp: TextSpan?
    /// The bytes of the date in the stamp.
    var date: TextSpan?
    /// Minutes after midnight, if the stamp has a clock time.
    var minutes: Int?
  }

  /// A stretch of text that is no prose: nothing is read from it.
  struct Aside: Sendable, Hashable, Comparable {
    /// What it is.
    enum Kind: Sendable, Hashable {
      /// Metadata of the article: its dateline, byline, signature.
      case metadata
      /// The head of a section.
      case stamp
      /// What stands under a picture, or says whose it is.
      case caption
      /// What leads the reader elsewhere: "Leggi anche: …".
      case teaser
      /// A claim of rights.
      case rights
      /// A sign of the trade: "(SEGUE)", "(ANSA)".
      case sign
      /// Words in a language that is not the article's.
      case foreign
    }

    /// Its bytes.
    var span: TextSpan
    /// What it is.
    var kind: Kind
    /// Whether prose goes on after it in the same line.
    var isInline = false

    static func < (a: Aside, b: Aside) -> Bool { a.span < b.span }
  }

  /// The sections, in order; they cover the text, and there is at least one.
  private(set) var all: [Section]
  /// What is no prose, in order; none overlaps another.
  private(set) var asides: [Aside]

  /// The `sections` that begin in a text of `count` bytes, and what is no prose in it.
  init(_ sections: [Section] = [], asides: [Aside] = [], count: Int) {
    all = []
    if sections.first?.span.start != 0 {
      all.append(Section(kind: .body, span: TextSpan(0, count)))
    }
    all += sections
    for i in all.indices {
      all[i].span.end = i + 1 < all.count ? all[i + 1].span.start : count
    }
    self.asides = []
    for aside in asides.sorted() {
      if let last = self.asides.last, aside.span.start < last.span.end {
        self.asides[self.asides.count - 1].span.end = max(last.span.end, aside.span.end)
      } else {
        self.asides.append(aside)
      }
    }
  }

  /// The number of the section that holds the byte `position`.
  func number(at position: Int) -> Int {
    var (low, high) = (0, all.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if all[middle].span.start <= position { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Whether the bytes `a` and `b` lie in one section.
  func areTogether(_ a: Int, _ b: Int) -> Bool {
    all.count == 1 || number(at: a) == number(at: b)
  }

  /// Whether the byte `position` belongs to prose.
  func isProse(_ position: Int) -> Bool {
    var (low, high) = (0, asides.count)
    while low < high {
      let middle = (low + high) / 2
      if asides[middle].span.end <= position { low = middle + 1 } else { high = middle }
    }
    return low == asides.count || position < asides[low].span.start
  }

  /// `paragraphs` cut where sections begin.
  func cut(_ paragraphs: [TextSpan], of text: ArticleText) -> [TextSpan] {
    guard all.count > 1 else { return paragraphs }
    var result: [TextSpan] = []
    var next = 0
    for paragraph in paragraphs {
      var start = paragraph.start
      while next < all.count, all[next].span.start < paragraph.end {
        let here = all[next].span.start
        next += 1
        guard here > start else { continue }
        let piece = text.trimmed(TextSpan(start, here))
        if !piece.isEmpty { result.append(piece) }
        start = here
      }
      let piece = text.trimmed(TextSpan(start, paragraph.end))
      if !piece.isEmpty { result.append(piece) }
    }
    return result
  }

  /// `paragraphs` without what is no prose at their ends or in lines of its own.
  func prose(of paragraphs: [TextSpan], in text: ArticleText) -> [TextSpan] {
    guard !asides.isEmpty else { return paragraphs }
    var result: [TextSpan] = []
    var next = 0
    for paragraph in paragraphs {
      var start = paragraph.start
      while next < asides.count, asides[next].span.end <= start { next += 1 }
      var i = next
      while i < asides.count, asides[i].span.start < paragraph.end {
        let aside = asides[i]
        i += 1
        if aside.isInline, aside.span.start > start, aside.span.end < paragraph.end { continue }
        if aside.span.start > start {
          let piece = text.trimmed(TextSpan(start, aside.span.start))
          if !piece.isEmpty { result.append(piece) }
        }
        start = max(start, aside.span.end)
      }
      if start < paragraph.end {
        let piece = text.trimmed(TextSpan(start, paragraph.end))
        if !piece.isEmpty { result.append(piece) }
      }
    }
    return result
  }

  /// The same with more that is no prose.
  func adding(_ more: [Aside]) -> Sections {
    guard !more.isEmpty, let end = all.last?.span.end else { return self }
    return Sections(all, asides: asides + more, count: end)
  }
}
