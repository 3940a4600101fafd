import DossierModel

/// The mentions, roles and dates of one article by token, for rules that walk over tokens.
struct Referents: Sendable {
  /// A mention by its tokens.
  struct Mention: Sendable {
    var tokens: Range<Int>
    /// Its index in the reading.
    var index: Int
    var actor: Int?
    var label: ArticleReading.Mention.Label
    var resolution: ArticleReading.Mention.Resolution
  }

  /// A role by its tokens.
  struct Role: Sendable {
    var tokens: Range<Int>
    var actor: Int
  }

  /// The mentions in order, of two that start together the longer first.
  let mentions: [Mention]
  /// The actors.
  let actors: [ArticleReading.Actor]
  private let firstMention: [Int32]
  private let role: [Int32]
  private let roles: [Role]
  private let covering: [Int32]
  private let dated: [Int32]

  /// The referents in `reading`, which is of `document`.
  init(_ reading: ArticleReading, in document: Document) {
    let count = document.tokens.count
    var mentions: [Mention] = []
    for (index, mention) in reading.mentions.enumerated() {
      let tokens = document.tokens.range(in: mention.span)
      if tokens.isEmpty { continue }
      mentions.append(
        Mention(
          tokens: tokens, index: index, actor: mention.actor, label: mention.label,
          resolution: mention.resolution))
    }
    mentions.sort {
      $0.tokens.lowerBound != $1.tokens.lowerBound
        ? $0.tokens.lowerBound < $1.tokens.lowerBound
        : $0.tokens.upperBound != $1.tokens.upperBound
          ? $0.tokens.upperBound > $1.tokens.upperBound : $0.index < $1.index
    }
    var first = [Int32](repeating: -1, count: count)
    var covering = [Int32](repeating: -1, count: count)
    for (number, mention) in mentions.enumerated() {
      if first[mention.tokens.lowerBound] < 0 { first[mention.tokens.lowerBound] = Int32(number) }
      for token in mention.tokens where covering[token] < 0 { covering[token] = Int32(number) }
    }
    var roles: [Role] = []
    var role = [Int32](repeating: -1, count: count)
    for (actor, entry) in reading.actors.enumerated() {
      for each in entry.roles {
        let tokens = document.tokens.range(in: each.span)
        guard let start = tokens.first else { continue }
        if role[start] >= 0, roles[Int(role[start])].tokens.count >= tokens.count { continue }
        role[start] = Int32(roles.count)
        roles.append(Role(tokens: tokens, actor: actor))
      }
    }
    var dated = [Int32](repeating: -1, count: count)
    for (number, date) in reading.dates.enumerated() {
      for token in document.tokens.range(in: date.span) where token < count {
        dated[token] = Int32(number)
      }
    }
    (self.mentions, self.roles, actors) = (mentions, roles, reading.actors)
    (firstMention, self.covering, self.role, self.dated) = (first, covering, role, dated)
  }

  /// The longest mention that starts with the token `i`.
  func mention(startingAt i: Int) -> Mention? {
    guard i >= 0, i < firstMention.count, firstMention[i] >= 0 else { return nil }
    return mentions[Int(firstMention[i])]
  }

  /// The outermost mention that holds the token `i`.
  func mention(covering i: Int) -> Mention? {
    guard i >= 0, i < covering.count, covering[i] >= 0 else { return nil }
    return mentions[Int(covering[i])]
  }

  /// The mentions that begin before the token `i`, the nearest first.
  func mentions(before i: Int) -> ReversedCollection<ArraySlice<Mention>> {
    var (low, high) = (0, mentions.count)
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].tokens.lowerBound < i { low = middle + 1 } else { high = middle }
    }
    return mentions[..<low].reversed()
  }

  /// The role that starts with the token `i`.
  func role(startingAt i: Int) -> Role? {
    guard i >= 0, i < role.count, role[i] >= 0 else { return nil }
    return roles[Int(role[i])]
  }

  /// The number of the temporal expression that the token `i` belongs to.
  func date(at i: Int) -> Int? {
    guard i >= 0, i < dated.count, dated[i] >= 0 else { return nil }
    return Int(dated[i])
  }
}
