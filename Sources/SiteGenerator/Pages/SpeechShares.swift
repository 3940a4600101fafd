import DossierModel

/// Whose words some quotations are: how many each speaker has, and how many each party to the conflict.
struct SpeechShares {
  /// A speaker with the number of quotations.
  struct Speaker {
    var actor: Actor.ID
    var count: Int
  }

  /// A party with the number of quotations of those who stand on its side.
  struct Party {
    /// What it is called; `nil` for those who stand on none, as far as is known.
    var name: String?
    var count: Int
  }

  /// How many quotations there are.
  private(set) var total = 0
  /// The speakers, those with most quotations first, then by name.
  private(set) var speakers: [Speaker] = []
  /// The parties in the order of their names, those who stand on none last.
  private(set) var parties: [Party] = []
  /// How many quotations are of nobody known.
  private(set) var unknown = 0

  /// The shares in `quotations`, by their places in the dossier of `edition`; a quotation of several
  /// speakers counts for each.
  init(of quotations: some Sequence<Int>, _ edition: Edition) {
    var bySpeaker: [Actor.ID: Int] = [:]
    var byParty: [String: Int] = [:]
    var without = 0
    for number in quotations {
      total += 1
      let speakers = Set(edition.dossier.quotations[number].speakers)
      if speakers.isEmpty {
        unknown += 1
        continue
      }
      for speaker in speakers { bySpeaker[speaker, default: 0] += 1 }
      let sides = Set(speakers.compactMap { edition.dossier.sides[$0]?.name })
      for side in sides { byParty[side, default: 0] += 1 }
      if sides.isEmpty { without += 1 }
    }
    speakers = bySpeaker.map { Speaker(actor: $0.key, count: $0.value) }.sorted { a, b in
      a.count != b.count ? a.count > b.count : edition.rank(a.actor) < edition.rank(b.actor)
    }
    parties = byParty.map { Party(name: $0.key, count: $0.value) }.sorted { a, b in
      let (x, y) = (a.name ?? "", b.name ?? "")
      let (p, q) = (LatinFold.fold(x), LatinFold.fold(y))
      return p != q ? p < q : x.utf8.lexicographicallyPrecedes(y.utf8)
    }
    if without > 0 { parties.append(Party(name: nil, count: without)) }
  }
}

extension Edition {
  /// `part` of `whole` as a percentage in words: "41%"; what is less than one is said so.
  func percentage(_ part: Int, of whole: Int) -> String {
    part > 0 && part * 100 < whole
      ? words[.percentUnderOne] : words(.percent, ["n": Self.percent(part, of: whole)])
  }

  /// The shares as a table: the first `limit` speakers, then the parties, then what nobody answers for.
  func table(of shares: SpeechShares, limit: Int) -> [Block] {
    if shares.total == 0 { return [] }
    func row(_ name: [Inline], _ count: Int) -> [[Inline]] {
      [name, [.text(phrasing.number(count))], [.text(percentage(count, of: shares.total))]]
    }
    func table(_ title: Word, _ rows: [[[Inline]]]) -> Block {
      .region(
        .div, class: "shares",
        [
          .table(
            header: [title, .navQuotations, .coverageQuota].map { [.text(words[$0])] }, rows: rows)
        ])
    }
    var speakers = shares.speakers.prefix(limit).map { speaker -> [[Inline]] in
      var name = [link(speaker.actor)]
      if let role = mainRole(speaker.actor) {
        name += [" ", .emphasis([.text(role.collapsed)])]
      }
      return row(name, speaker.count)
    }
    if shares.unknown > 0 {
      speakers.append(row([.chip(.open, words[.speakerUnknown])], shares.unknown))
    }
    var blocks = [table(.shareSpeaker, speakers)]
    if !dossier.sides.isEmpty, shares.parties.contains(where: { $0.name != nil }) {
      var parties = shares.parties.map { party in
        row([.text(party.name ?? words[.shareNoParty])], party.count)
      }
      if shares.unknown > 0 {
        parties.append(row([.chip(.open, words[.speakerUnknown])], shares.unknown))
      }
      blocks.append(table(.shareParty, parties))
    }
    return blocks
  }

  /// The shares as two lines: whose words they are, by party and by speaker.
  func lines(of shares: SpeechShares, limit: Int) -> [Block] {
    if shares.total == 0 { return [] }
    func share(_ name: [Inline], _ count: Int) -> [Inline] {
      name + [.text(" " + percentage(count, of: shares.total))]
    }
    var groups: [[Inline]] = []
    if shares.parties.contains(where: { $0.name != nil }) {
      groups.append(
        [.strong([.text(words[.shareParty])]), ": "]
          + row(
            shares.parties.map { share([.text($0.name ?? words[.shareNoParty])], $0.count) }))
    }
    var speakers = shares.speakers.prefix(limit).map { share([link($0.actor)], $0.count) }
    if shares.unknown > 0 {
      speakers.append(share([.text(words[.speakerUnknown])], shares.unknown))
    }
    if shares.speakers.count > limit { speakers.append([.text("…")]) }
    groups.append([.strong([.text(words[.shareSpeaker])]), ": "] + row(speakers))
    return [
      .paragraph(
        words(.shareOf, ["quotations": words.count(shares.total, .quotations, phrasing)])),
      .bullets(groups),
    ]
  }
}
