import DossierModel

/// Those who hand on what somebody said.
extension CueReader {
  /// Whom a medium relies on, and through which medium somebody speaks: "ha riferito POLITICO citando
  /// un diplomatico", "ha detto X, citato dalla Tass", "ha detto alla Cnn X".
  mutating func relay(_ number: Int, _ cue: inout Cue) {
    let group = groups[number]
    let sentence = clauses.sentence(of: group.head)
    // "Il Post, citando un funzionario, riferisce che": between the subject and its verb.
    if let subject = clauses.subjects[number].phrase,
      subject.tokens.upperBound < group.tokens.lowerBound,
      group.tokens.lowerBound - subject.tokens.upperBound < 30
    {
      for i in subject.tokens.upperBound..<group.tokens.lowerBound {
        if takeTeller(at: i, number, &cue, sentence) { return }
      }
    }
    var i = group.tokens.upperBound
    let limit = min(cue.complement ?? sentence.upperBound, sentence.upperBound, i + 40)
    while i < limit {
      if takeTeller(at: i, number, &cue, sentence) || takeAddressee(at: i, number, &cue, sentence) {
        return
      }
      if clauses.groupAt[i] >= 0, groups[Int(clauses.groupAt[i])].isFinite { return }
      i += 1
    }
  }

  /// "citando X", "citato da Y" at the token `i`.
  mutating func takeTeller(
    at i: Int, _ number: Int, _ cue: inout Cue, _ sentence: Range<Int>
  ) -> Bool {
    guard clauses.level[i] == clauses.level[groups[number].head], i + 1 < sentence.upperBound else {
      return false
    }
    // "Il ministero, tramite la portavoce X, ha ribadito": she speaks.
    if let through = lexicon.phrase(text, i, .through) {
      let first = i + through.words.count
      guard first < sentence.upperBound,
        let voice = clauses.phrase(first, sourceEnd(first, sentence)), voice.actors.count == 1,
        let actor = voice.actors.first, reading.actors[actor].kind == .person
      else { return false }
      cue.attribution = attribution(of: voice, sieve: "through")
      return true
    }
    if let quoting = lexicon.phrase(text, i, .quoting) {
      let first = i + quoting.words.count
      guard first < sentence.upperBound,
        let source = clauses.phrase(first, sourceEnd(first, sentence))
      else { return true }
      let medium = cue.attribution.actors
      lastMedium = medium.last { reading.actors[$0].kind == .media } ?? lastMedium
      // Sources that nothing is known of leave the medium as who says it.
      let found = introduced(attribution(of: source, sieve: "quoting"))
      guard found.isKnown else { return true }
      cue.attribution = found
      cue.attribution.chain = medium.filter { !found.actors.contains($0) }
      for actor in found.actors where reading.actors[actor].kind == .anonymous {
        tellers[actor] = cue.attribution.chain
      }
      return true
    }
    if let quoted = lexicon.phrase(text, i, .quoted), i + 2 < sentence.upperBound,
      clauses.grammar.preposition(text[i + 1].lexeme) == quoted.companion,
      groups[number].mood != .participle,
      let medium = clauses.phrase(i + 2, sourceEnd(i + 2, sentence)), !medium.actors.isEmpty
    {
      for actor in medium.actors where !cue.attribution.actors.contains(actor) {
        cue.attribution.chain.append(actor)
      }
      return true
    }
    return false
  }

  /// "ha detto a Politico": the medium hands the words on.
  func takeAddressee(
    at i: Int, _ number: Int, _ cue: inout Cue, _ sentence: Range<Int>
  ) -> Bool {
    guard clauses.level[i] == clauses.level[groups[number].head], i + 1 < sentence.upperBound,
      clauses.grammar.preposition(text[i].lexeme) == lexicon.to, cue.attribution.isKnown,
      let medium = clauses.phrase(i + 1, sourceEnd(i + 1, sentence)),
      let actor = medium.actors.first, medium.actors.count == 1,
      reading.actors[actor].kind == .media, !cue.attribution.actors.contains(actor)
    else { return false }
    cue.attribution.chain.append(actor)
    return true
  }

  /// Adds those who tell of a speech that is told of itself: "il governo ha affermato che il premier ha
  /// condannato …".
  mutating func linkTellers() {
    for number in cues.indices {
      var chain = cues[number].attribution.chain
      if let group = cues[number].group {
        var current = group
        var steps = 0
        while steps < 8, let r = clauses.introducer[current],
          let governor = clauses.governor(of: r), governor < current
        {
          steps += 1
          current = governor
          if cueOfGroup[governor] >= 0 {
            chain += cues[Int(cueOfGroup[governor])].attribution.actors
          }
        }
        // "Secondo la Tass, X ha detto che …"
        let sentence = clauses.sentence(of: groups[group].head)
        var k = number - 1
        while k >= max(0, number - 40), cues[k].tokens.lowerBound >= sentence.lowerBound {
          if cues[k].group == nil, !cues[k].isPointing, !cues[k].isOpinion,
            clauses.level[cues[k].tokens.lowerBound] < 0
          {
            chain += cues[k].attribution.actors
            break
          }
          k -= 1
        }
      }
      for actor in cues[number].attribution.actors { chain += tellers[actor] ?? [] }
      var seen = Set(cues[number].attribution.actors)
      cues[number].attribution.chain = chain.filter { seen.insert($0).inserted }
    }
  }
}
