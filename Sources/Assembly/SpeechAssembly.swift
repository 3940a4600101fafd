import DossierModel

/// The quotations of all articles with their identities.
struct QuotationAssembly {
  /// The quotations, in the order of the corpus.
  private(set) var quotations: [Quotation] = []
  /// The first number of each article's quotations.
  private(set) var offsets: [Int] = []

  /// Gives identities to the quotations of `corpus`.
  init(_ corpus: Corpus, actors: ActorAssembly) {
    for (article, reading) in corpus.readings.enumerated() {
      offsets.append(quotations.count)
      let map = corpus.maps[article]
      let ids = reading.quotations.map { quotation in
        let range = map.codePoints(quotation.span)
        return Quotation.ID(
          "\(corpus.articles[article].id)-c\(range.lowerBound)-\(range.upperBound)")
      }
      for (index, read) in reading.quotations.enumerated() {
        var quotation = Quotation(
          id: ids[index], passage: corpus.passage(article, read.span),
          codePoints: map.codePoints(read.span), kind: read.kind)
        quotation.continues = read.continues.map { ids[$0] }
        quotation.speakers = actors.ids(article: article, read.speakers)
        quotation.basis = read.basis
        quotation.sieve = read.sieve
        quotation.cue = read.cue.map { corpus.passage(article, $0) }
        quotation.integrity = read.integrity
        quotation.chain = read.chain.map { actors.id(article: article, $0) }.uniqued()
          .filter { !quotation.speakers.contains($0) }
        quotation.date = read.date
        quotations.append(quotation)
      }
    }
  }
}

/// The claims of all articles with their identities.
struct ClaimAssembly {
  /// The claims, in the order of the corpus.
  private(set) var claims: [Claim] = []
  /// The events that each claim is about, as numbers among all events of the corpus.
  private(set) var about: [[Int]] = []
  /// The article of each claim, by its number.
  private(set) var articleOf: [Int] = []

  /// Gives identities to the claims of `corpus`.
  init(_ corpus: Corpus, actors: ActorAssembly) {
    var names = UniqueNames()
    for (article, reading) in corpus.readings.enumerated() {
      for read in reading.claims {
        let range = corpus.maps[article].codePoints(read.span)
        let sort = read.figure?.metric.rawValue ?? read.kind.rawValue
        let plain =
          "\(corpus.articles[article].id)-\(sort)-\(range.lowerBound)-\(range.upperBound)"
        let fact = (read.figure?.victims ?? "") + "\(read.figure?.low ?? -1)"
        var claim = Claim(
          id: Claim.ID(names.claim(plain, fact: fact)),
          passage: corpus.passage(article, read.span), kind: read.kind)
        claim.claimants = actors.ids(article: article, read.claimants)
        claim.chain = read.chain.map { actors.id(article: article, $0) }.uniqued()
          .filter { !claim.claimants.contains($0) }
        claim.addressees = actors.ids(article: article, read.addressees)
        claim.modality = read.modality
        claim.asOf = read.asOf
        claim.figure = read.figure
        claim.sieve = read.sieve
        claims.append(claim)
        about.append(read.about.map { corpus.eventOffsets[article] + $0 })
        articleOf.append(article)
      }
    }
  }
}

extension Array where Element: Hashable {
  /// The elements without those that came before.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
