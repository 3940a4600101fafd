import DossierModel

/// Reads events, figures and claims: what is told to have happened, when, where and with whom, how
/// many were hurt, and who says so.
struct EventReader: Sendable {
  /// The tables of the language.
  let language: Language

  /// Fills the events and claims of `reading`, whose mentions, dates and quotations are known; actors
  /// that only adjectives and common nouns name are added.
  func read(_ document: Document, into reading: inout ArticleReading) {
    let outline = OutlineReader(document: document, language: language, reading: reading).read()
    let references = References(
      document: document, language: language, outline: outline, reading: reading)
    let stances = Stances(
      document: document, language: language, outline: outline, references: references)
    let quotedSpeech = QuotedSpeech(reading.quotations, in: document)
    let figures = FigureReader(
      document: document, language: language, outline: outline, stances: stances,
      quotedSpeech: quotedSpeech)
    figures.find()
    let claims = ClaimReader(
      document: document, language: language, outline: outline, stances: stances,
      quotedSpeech: quotedSpeech)
    claims.find()
    let finder = EventFinder(
      document: document, language: language, outline: outline, stances: stances,
      quotedSpeech: quotedSpeech)
    finder.find()
    let merger = EventMerger(
      document: document, outline: outline, reading: finder.reading, mentions: finder.mentions)
    merger.merge()
    let assembly = EventAssembly(
      document: document, language: language, outline: outline, stances: stances,
      reading: finder.reading, mentions: finder.mentions, merger: merger)
    assembly.assemble(figures: figures.figures, claims: claims.claims)
    let known = reading.actors.count
    let knownPlaces = reading.places.count
    reading.actors = references.reading.actors
    reading.places = references.reading.places
    reading.events = assembly.events
    reading.claims = assembly.claims
    reading.forgetActors(after: known)
    reading.forgetPlaces(after: knownPlaces)
  }
}

extension ArticleReading {
  /// Takes away those of the actors from `known` on that no event and no claim speaks of.
  fileprivate mutating func forgetActors(after known: Int) {
    var isUsed = Array(repeating: false, count: actors.count)
    for index in 0..<known { isUsed[index] = true }
    for event in events {
      for part in event.participants { isUsed[part.actor] = true }
      for actor in event.claimants { isUsed[actor] = true }
    }
    for claim in claims {
      for actor in claim.claimants + claim.chain + claim.addressees { isUsed[actor] = true }
    }
    var places = Array(repeating: 0, count: actors.count)
    var count = 0
    for index in actors.indices {
      places[index] = count
      if isUsed[index] { count += 1 }
    }
    if count == actors.count { return }
    actors = actors.indices.filter { isUsed[$0] }.map { actors[$0] }
    for event in events.indices {
      for part in events[event].participants.indices {
        events[event].participants[part].actor = places[events[event].participants[part].actor]
      }
      events[event].claimants = events[event].claimants.map { places[$0] }
    }
    for claim in claims.indices {
      claims[claim].claimants = claims[claim].claimants.map { places[$0] }
      claims[claim].chain = claims[claim].chain.map { places[$0] }
      claims[claim].addressees = claims[claim].addressees.map { places[$0] }
    }
  }

  /// Takes away those of the places from `known` on at which nothing happened.
  fileprivate mutating func forgetPlaces(after known: Int) {
    guard places.count > known else { return }
    var numbers: [Int: Int] = [:]
    var kept = Array(places[..<known])
    for event in events.indices {
      for link in events[event].places.indices {
        let place = events[event].places[link].place
        guard place >= known else { continue }
        if numbers[place] == nil {
          numbers[place] = kept.count
          kept.append(places[place])
        }
        events[event].places[link].place = numbers[place] ?? place
      }
    }
    places = kept
  }
}
