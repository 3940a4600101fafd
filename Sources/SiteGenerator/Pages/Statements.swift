import DossierModel

// How statements are shown wherever they stand: each with its state beside it and its source one
// click away.
extension Edition {
  // MARK: Quotations

  /// What a quotation's entry leaves out because its page says it already.
  struct Omission: OptionSet {
    let rawValue: Int
    static let speaker = Omission(rawValue: 1)
    static let events = Omission(rawValue: 2)
  }

  /// Words that were uttered, between marks, as a link to their place.
  private func wordsLink(_ quotation: Quotation) -> Inline {
    .link(
      phrasing.quoted(words(at: quotation.passage)),
      to: .page(.article(quotation.passage.article), anchor: quotation.anchor))
  }

  /// Who says something in one sentence and how that is known: what quotations of one entry share.
  private struct Voice: Equatable {
    var sentence: Passage
    var speakers: [Actor.ID]
    var chain: [Actor.ID]
    var date: EDTF?
    var isEditorial: Bool
    var review: Review
  }

  /// `quotations` with who said them, how that is known, who tells it, and where they stand.
  ///
  /// Those of one sentence and one voice that follow each other are one entry.
  func entries(_ quotations: [Int], leavingOut omitted: Omission = []) -> [Block] {
    var blocks: [Block] = []
    var group: [Quotation] = []
    var common: Voice?
    for number in quotations {
      let quotation = dossier.quotations[number]
      let passage = quotation.passage
      let sentence = sentence(around: passage)
      let voice = Voice(
        sentence: Passage(passage.article, sentence), speakers: quotation.speakers,
        chain: quotation.chain, date: quotation.date,
        isEditorial: quotation.basis == .editor, review: quotation.review)
      if voice != common, let sentence = common?.sentence {
        blocks.append(entry(group, in: sentence, leavingOut: omitted))
        group.removeAll()
      }
      common = voice
      group.append(quotation)
    }
    if let sentence = common?.sentence {
      blocks.append(entry(group, in: sentence, leavingOut: omitted))
    }
    return blocks
  }

  private func entry(
    _ quotations: [Quotation], in sentence: Passage, leavingOut omitted: Omission
  ) -> Block {
    guard let first = quotations.first else { return .paragraph([]) }
    let uttered = quotations.filter { $0.kind != .indirect }
    let reported = quotations.filter { $0.kind == .indirect }
    var said: [Block] = []
    if !uttered.isEmpty {
      var inlines: [Inline] = []
      for quotation in uttered {
        if !inlines.isEmpty { inlines.append(" … ") }
        inlines.append(wordsLink(quotation))
      }
      said.append(.paragraph(inlines))
    }
    if uttered.isEmpty {
      said.append(.paragraph(context(of: quotations, in: sentence, linking: reported)))
    } else if quotations.contains(where: { $0.kind != .direct && $0.passage != sentence }) {
      said.append(
        .paragraph([
          .emphasis(
            [.text(words[.inContext] + " ")]
              + context(of: quotations, in: sentence, linking: reported))
        ]))
    }
    var row: [[Inline]] = []
    let omitsSpeaker = omitted.contains(.speaker) && first.speakers.count == 1
    if !omitsSpeaker { row.append(speakers(of: first)) }
    if let date = first.date { row.append([.text(phrasing.date(date))]) }
    row.append(chain(first.chain))
    row += remarks(on: quotations).map { [$0] }
    row.append([source(first.passage)])
    row.append([citationLink(first)])
    said.append(.paragraph(self.row(row)))
    said.append(.paragraph(self.row(record(of: quotations, leavingOut: omitted))))
    for note in quotations.compactMap(\.editorial?.note) {
      said.append(.paragraph([.chip(.editor, words[.editorNote]), .text(" " + note)]))
    }
    let kind = uttered.first { $0.kind == .mixed } ?? uttered.first ?? first
    return .region(.div, class: "quotation \(kind.kind.rawValue)", [.quote(said)])
  }

  /// How the program understood `quotations` of one entry: their kind, how the speaker is known, by
  /// which word, what they continue and are about.
  private func record(of quotations: [Quotation], leavingOut omitted: Omission) -> [[Inline]] {
    guard let first = quotations.first else { return [] }
    var row: [[Inline]] = [
      [
        .text(
          phrasing.list(
            QuotationKind.allCases.filter { kind in quotations.contains { $0.kind == kind } }
              .map { words.name(.quotationKind, $0) }))
      ],
      [attribution(of: quotations)],
    ]
    let cues = quotations.compactMap(\.cue).map { phrasing.quoted(words(at: $0)) }
    if let cue = cues.first { row.append([.text(words(.introducedBy, ["cue": cue]))]) }
    if let before = first.continues.flatMap({ index.quotationNumber[$0] }) {
      let earlier = dossier.quotations[before]
      row.append([
        .link(
          words[.continues], to: .page(.article(earlier.passage.article), anchor: earlier.anchor))
      ])
    }
    var events: [Event.ID] = []
    for event in quotations.flatMap(\.about) where !events.contains(event) { events.append(event) }
    if !omitted.contains(.events), !events.isEmpty {
      row.append([.text(words[.about] + " ")] + enumeration(events.map(link)))
    }
    return row
  }

  /// The sentence that quotations stand in; those in `linked` lead to their places.
  private func context(
    of quotations: [Quotation], in sentence: Passage, linking linked: [Quotation]
  ) -> [Inline] {
    guard let text = text(of: sentence.article),
      var union = quotations.first?.passage.span
    else { return [] }
    for quotation in quotations { union = union.union(quotation.passage.span) }
    let window = Excerpt.window(around: union, in: sentence.span, of: text, margin: 240)
    // Where reported clauses hold others, every stretch leads to the innermost.
    let sorted = linked.sorted { $0.passage.span < $1.passage.span }
    let borders = Set(
      [window.start, window.end] + sorted.flatMap { [$0.passage.span.start, $0.passage.span.end] }
    ).sorted()
    var inlines: [Inline] = window.start > sentence.span.start ? ["… "] : []
    var next = 0
    var open: [Quotation] = []
    for (start, end) in zip(borders, borders.dropFirst()) {
      open.removeAll { $0.passage.span.end <= start }
      while next < sorted.count, sorted[next].passage.span.start <= start {
        open.append(sorted[next])
        next += 1
      }
      let words = text[TextSpan(start, end)]
      guard let innermost = open.last else {
        inlines.append(.text(words))
        continue
      }
      inlines.append(
        .link(
          words, to: .page(.article(innermost.passage.article), anchor: innermost.anchor)))
    }
    if window.end < sentence.span.end { inlines.append(" …") }
    return inlines
  }

  /// Who speaks, with their first role; or that nobody knows.
  func speakers(of quotation: Quotation) -> [Inline] {
    if quotation.speakers.isEmpty { return [.chip(.open, words[.speakerUnknown])] }
    var inlines = enumeration(quotation.speakers.map(link))
    if quotation.speakers.count == 1, let role = quotation.speakers.first.flatMap(mainRole) {
      inlines.append(.text(", " + role))
    }
    return inlines
  }

  /// The names of those who speak, as one line of text.
  func speakerNames(of quotation: Quotation) -> String {
    if quotation.speakers.isEmpty { return words[.speakerUnknown] }
    return phrasing.list(quotation.speakers.map(name))
  }

  /// The role that most passages give to an actor.
  func mainRole(_ id: Actor.ID) -> String? {
    guard let number = index.actorNumber[id], dossier.actors[number].kind == .person else {
      return nil
    }
    return dossier.actors[number].roles.max { $0.evidence.count < $1.evidence.count }?.text
  }

  /// Through whom the words reached the article: "secondo A, citato da B".
  func chain(_ tellers: [Actor.ID]) -> [Inline] {
    guard let first = tellers.first else { return [] }
    var inlines: [Inline] = [.text(words[.chainFirst] + " "), link(first)]
    for teller in tellers.dropFirst() {
      inlines += [.text(", \(words[.chainNext]) "), link(teller)]
    }
    return inlines
  }

  /// How the speaker is known: by the program alone, or by the editor.
  func attribution(of quotations: [Quotation]) -> Inline {
    guard let first = quotations.first, !first.speakers.isEmpty else {
      return .text(words[.attributionNone])
    }
    if first.basis == .editor || first.review == .accepted {
      return .chip(.editor, words[.attributionEditor])
    }
    let bases = SpeakerBasis.allCases.filter { basis in quotations.contains { $0.basis == basis } }
    return .text(
      words(
        .attributionAutomatic,
        ["basis": phrasing.list(bases.map { words.name(.speakerBasis, $0) })]))
  }

  /// What a reader must know before using the words; the article's own page says once for all that
  /// it is a translation.
  func remarks(on quotations: [Quotation], isOnItsPage: Bool = false) -> [Inline] {
    guard let first = quotations.first else { return [] }
    var chips: [Inline] = []
    if quotations.contains(where: { $0.integrity == .damaged }) {
      chips.append(.chip(.open, words[.damaged]))
    }
    if !isOnItsPage, isMachineTranslated(first.passage.article) {
      chips.append(.chip(.open, words[.machineTranslated]))
    }
    if first.review == .conflict { chips.append(.chip(.contested, words[.reviewConflict])) }
    return chips
  }

  // MARK: Claims

  /// A claim: its words, those that are quoted in it leading to their place, what sort of statement
  /// it is and where it stands.
  func item(_ claim: Claim, leavingOut omitted: Omission = []) -> [Block] {
    var row: [[Inline]] = []
    if !omitted.contains(.speaker) { row.append(claimants(of: claim)) }
    row.append([.text(words.name(.claimKind, claim.kind))])
    if claim.modality == .conditional { row.append([.text(words[.conditional])]) }
    row.append(chain(claim.chain))
    if !omitted.contains(.events), !claim.about.isEmpty {
      row.append([.text(words[.about] + " ")] + enumeration(claim.about.map(link)))
    }
    if claim.editorial != nil { row.append([.chip(.editor, words[.byEditor])]) }
    row.append([source(claim.passage, tellsTranslation: true)])
    return [.paragraph(text(of: claim)), .paragraph(self.row(row))]
  }

  /// `claims` without those whose words the same claimants have in a longer one, and with one refusal
  /// to comment for each article: to say nothing twice says no more.
  func telling(_ claims: [Claim]) -> [Claim] {
    struct Voice: Hashable {
      var claimants: [Actor.ID]
      var article: Article.ID
    }
    var ends: [Voice: Int] = [:]
    var silent: Set<Voice> = []
    return claims.sorted { $0.passage < $1.passage }.filter { claim in
      let voice = Voice(claimants: claim.claimants.sorted(), article: claim.passage.article)
      if let end = ends[voice], claim.passage.span.end <= end, claim.figure == nil { return false }
      if claim.kind == .noComment, !silent.insert(voice).inserted { return false }
      ends[voice] = max(ends[voice] ?? 0, claim.passage.span.end)
      return true
    }
  }

  /// Who answers for a claim; the article itself if nobody else does.
  func claimants(of claim: Claim) -> [Inline] {
    claim.claimants.isEmpty
      ? [.text(words[.articleVoice])] : enumeration(claim.claimants.map(link))
  }

  /// The clause, with the quotations in it as links; without any, the clause itself is the link.
  func text(of claim: Claim) -> [Inline] {
    guard let number = index.articleNumber[claim.passage.article] else { return [] }
    let record = dossier.articles[number]
    let text = record.article.text
    let span = Quoting.balanced(
      claim.passage.span, in: record.sentence(at: claim.passage.span) ?? claim.passage.span,
      of: text)
    var inlines: [Inline] = []
    var position = span.start
    let quotations = index.articles[number].quotations
    var (low, high) = (0, quotations.count)
    while low < high {
      let middle = (low + high) / 2
      let start = dossier.quotations[quotations[middle]].passage.span.start
      if start < span.start { low = middle + 1 } else { high = middle }
    }
    while low < quotations.count {
      let quotation = dossier.quotations[quotations[low]]
      low += 1
      if quotation.passage.span.start >= span.end { break }
      guard quotation.kind != .indirect, span.contains(quotation.passage.span),
        quotation.passage.span.start >= position
      else { continue }
      inlines.append(.text(text[TextSpan(position, quotation.passage.span.start)]))
      inlines.append(
        .link(
          [.text(text[quotation.passage.span])],
          to: .page(.article(claim.passage.article), anchor: quotation.anchor)))
      position = quotation.passage.span.end
    }
    if inlines.isEmpty {
      inlines = [.link(text[span].collapsed, to: target(claim.passage))]
    } else {
      inlines.append(.text(text[TextSpan(position, span.end)]))
    }
    // A clause out of the middle of its sentence.
    let isWhole = text[span].unicodeScalars.first?.properties.isLowercase != true
    return (isWhole ? [] : ["… "]) + inlines
  }

  /// A figure's number in words.
  func quantity(_ figure: Figure) -> String {
    phrasing.quantity(figure) ?? words[.quantityUnknown]
  }

  /// What a figure counts: "Morti, civili".
  func counted(_ figure: Figure) -> String {
    let metric = words.name(.metric, figure.metric)
    guard let victims = figure.victims?.collapsed, !victims.isEmpty else { return metric }
    return "\(metric), \(victims)"
  }

  // MARK: Passages

  /// The words of articles that tell something, each in its sentence and leading to its place.
  func evidence(_ passages: [Passage]) -> [Block] {
    var blocks: [Block] = []
    var sentence: (article: Article.ID, span: TextSpan, passages: [Passage])?
    func end() {
      if let sentence { blocks.append(entry(sentence.passages, in: sentence.span)) }
      sentence = nil
    }
    for passage in outermost(passages).sorted(by: precedes) {
      if let last = sentence?.passages.last, last.article == passage.article,
        sentence?.span.contains(passage.span) == true, last.span.end <= passage.span.start
      {
        sentence?.passages.append(passage)
      } else {
        end()
        let whole = self.sentence(around: passage)
        sentence = (passage.article, whole, [passage])
      }
    }
    end()
    return blocks
  }

  /// `passages` of one sentence, which they lead to the parts of.
  private func entry(_ passages: [Passage], in sentence: TextSpan) -> Block {
    guard let first = passages.first, let last = passages.last,
      let text = text(of: first.article)
    else { return .paragraph([]) }
    let window = Excerpt.window(
      around: first.span.union(last.span), in: sentence, of: text, margin: 160)
    // Without marks: the sentence may have its own, and the rule at its side tells that it is quoted.
    var inlines: [Inline] = window.start > sentence.start ? ["… "] : []
    var position = window.start
    for passage in passages {
      inlines.append(.text(text[TextSpan(position, passage.span.start)]))
      inlines.append(.link(words(at: passage), to: target(passage)))
      position = passage.span.end
    }
    inlines.append(.text(text[text.trimmedEnd(TextSpan(position, window.end))]))
    if window.end < sentence.end { inlines.append(" …") }
    return .region(
      .div, class: "evidence",
      [.quote([.paragraph(inlines), .paragraph([source(first, tellsTranslation: true)])])])
  }

  /// `passages` without those that lie inside others, in order of publication, then of the text.
  func outermost(_ passages: [Passage]) -> [Passage] {
    var result: [Passage] = []
    for passage in Set(passages).sorted() {
      if let last = result.last, last.article == passage.article, last.span.contains(passage.span) {
        continue
      }
      result.append(passage)
    }
    return result
  }

  // MARK: Events

  /// When an event happened, in words; `nil` if nobody says.
  func date(of event: Event) -> String? {
    event.when.edtf.map {
      event.type.isContainer || event.when.duration != nil
        ? phrasing.period($0) : phrasing.date($0)
    }
  }

  /// The title of an event whose date stands beside it, unless only a word would be left.
  func titleWithoutDate(of event: Event) -> String {
    guard let date = event.when.edtf.map(phrasing.date) else { return event.title }
    let ending = ", " + date
    guard event.title.hasSuffix(ending) else { return event.title }
    let title = event.title.dropLast(ending.count)
    return title.utf8.contains(32) ? String(title) : event.title
  }

  /// An event in a list: its date, its title, its state, as far as the list does not tell it of all.
  func item(_ event: Event, isAmongContested: Bool = false) -> [Inline] {
    var inlines: [Inline] = [
      .emphasis([.text(date(of: event) ?? words[.undated])]), " ",
      .link(titleWithoutDate(of: event), to: .page(.event(event.id))),
    ]
    if event.contested, !isAmongContested {
      inlines += [" ", .chip(.contested, words[.contested])]
    }
    if event.status != .occurred {
      inlines += [" ", .chip(chip(for: event.status), words.name(.status, event.status))]
    }
    return inlines
  }

  /// The shape of a status.
  func chip(for status: EventStatus) -> Chip {
    switch status {
    case .occurred: .stated
    case .alleged: .alleged
    case .denied: .contested
    case .planned, .hypothetical: .open
    }
  }

  // MARK: Facts

  /// A labelled fact; `nil` if there is nothing to tell.
  func fact(_ label: Word, _ value: [Inline]) -> [Inline]? { fact(words[label], value) }
  func fact(_ label: String, _ value: [Inline]) -> [Inline]? {
    value.isEmpty ? nil : [.strong([.text(label)]), " "] + value
  }

  /// The facts as a list that the style sheet shows in two columns.
  func facts(_ facts: [[Inline]?]) -> Block {
    .region(.div, class: "facts", [.bullets(facts.compactMap { $0 })])
  }

  /// An editor's remark under a page, if there is one.
  func note(_ editorial: EditorialDecision?) -> [Block] {
    guard let note = editorial?.note else { return [] }
    return [
      .region(
        .div, class: "note", [.paragraph([.chip(.editor, words[.editorNote]), .text(" " + note)])])
    ]
  }

  /// How much of something is in this dossier: "2 citazioni, un evento; nominato 3 volte in un
  /// articolo".
  func presence(_ naming: DossierIndex.Naming, quotations: Int = 0, events: Int = 0) -> String {
    var parts: [String] = []
    if quotations > 0 { parts.append(words.count(quotations, .quotations, phrasing)) }
    if events > 0 { parts.append(words.count(events, .events, phrasing)) }
    if naming.count > 0 {
      parts.append(
        words(
          .namedIn,
          [
            "n": words.count(naming.count, .mentions, phrasing),
            "articles": words.count(naming.articles.count, .articles, phrasing),
          ]))
    }
    return parts.joined(separator: ", ")
  }

  /// The names as written, each leading to its first place; nothing if there is but the `title`.
  func names(_ naming: DossierIndex.Naming, of title: String) -> [Block] {
    if naming.forms.allSatisfy({ $0.form == title }) { return [] }
    return [
      .bullets(
        naming.forms.map { form, at in
          [
            .link(form, to: target(at.first)),
            .text(" " + words(.times, ["n": words.count(at.count, .mentions, phrasing)])),
          ]
        })
    ]
  }

  // MARK: Frames

  /// The way from the front page.
  func crumbs(_ steps: [Inline]) -> [Block] {
    var inlines: [Inline] = []
    for (i, step) in steps.enumerated() {
      if i > 0 { inlines.append(" › ") }
      inlines.append(step)
    }
    return [.region(.nav, class: "crumbs", label: words[.crumbsLabel], [.paragraph(inlines)])]
  }

  /// The state of a page's subject, as a row of chips.
  func chips(_ chips: [Inline]) -> [Block] {
    var inlines: [Inline] = []
    for chip in chips {
      if !inlines.isEmpty { inlines.append(" ") }
      inlines.append(chip)
    }
    return chips.isEmpty ? [] : [.region(.div, class: "chips", [.paragraph(inlines)])]
  }
}

/// What fills the slots of a page, written for its place in the site.
struct PageContents {
  let path: SitePath
  private(set) var slots: [String: Frame.Content] = [:]
  /// The figures of the page, by name.
  private(set) var figures: [String: [UInt8]] = [:]

  init(path: SitePath) { self.path = path }

  /// Fills `slot` with blocks; an empty list leaves it empty.
  mutating func fill(_ slot: String, _ blocks: [Block]) {
    if !blocks.isEmpty { slots[slot] = .blocks(MarkdownWriter.write(blocks, on: path)) }
  }
  /// Fills `slot` with a figure, HTML, and `blocks` that tell the same; without them it stays empty.
  ///
  /// The figure is called like the slot if it has no `name`; it stands before the blocks unless it
  /// `follows`.
  mutating func fill(
    _ slot: String, figure: [UInt8], named name: String? = nil, follows: Bool = false,
    _ blocks: [Block]
  ) {
    if blocks.allSatisfy(\.isEmpty) { return }
    fill(slot, [.figure(name ?? slot, follows: follows, blocks)])
    figures[name ?? slot] = figure
  }
  /// Adds the figure that a block `figure` called `name` stands for.
  mutating func add(figure: [UInt8], _ name: String) { figures[name] = figure }
  /// Fills `slot` with a piece of a line.
  mutating func fill(_ slot: String, line inlines: [Inline]) {
    slots[slot] = .line(MarkdownWriter.line(inlines, on: path))
  }
}
