import DossierModel

/// A small dossier about an invented conflict, with everything that pages can show.
enum PageSamples {
  /// Builds a dossier from texts in which the words of every span are looked up, so that no offset
  /// is counted by hand.
  struct Builder {
    var dossier: Dossier

    init(title: String, language: String = "it") {
      dossier = Dossier(title: title, language: language)
    }

    mutating func article(
      _ id: String, _ text: String, set: (inout Article) -> Void = { _ in }
    ) {
      var article = Article(
        id: .init(id), file: id + ".txt", text: ArticleText(text), sha256: ContentHash(of: text))
      set(&article)
      var record = ArticleRecord(article: article)
      var start = 0
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        let end = start + line.utf8.count
        if !line.isEmpty {
          record.paragraphs.append(TextSpan(start, end))
          var from = start
          let bytes = article.text.bytes
          for i in start..<end
          where bytes[i] == UInt8(ascii: ".") && (i + 1 == end || bytes[i + 1] == 32) {
            record.sentences.append(TextSpan(from, i + 1))
            from = min(i + 2, end)
          }
          if from < end { record.sentences.append(TextSpan(from, end)) }
        }
        start = end + 1
      }
      dossier.articles.append(record)
    }

    /// The place of `words` in `article`, for the `occurrence`th time.
    func passage(_ article: String, _ words: String, _ occurrence: Int = 1) -> Passage {
      let bytes = record(article).article.text.bytes
      let wanted = Array(words.utf8)
      var seen = 0
      for i in 0...max(0, bytes.count - wanted.count)
      where bytes[i...].starts(with: wanted) {
        seen += 1
        if seen == occurrence { return Passage(.init(article), TextSpan(i, i + wanted.count)) }
      }
      preconditionFailure("“\(words)” does not stand in \(article)")
    }

    private func record(_ article: String) -> ArticleRecord {
      dossier.articles.first { $0.article.id.rawValue == article }
        ?? ArticleRecord(
          article: Article(
            id: .init(article), file: "", text: ArticleText(""), sha256: ContentHash(of: "")))
    }

    mutating func actor(
      _ name: String, _ kind: ActorKind, set: (inout Actor) -> Void = { _ in }
    ) -> Actor.ID {
      var actor = Actor(id: .init(Slug.page(name)), name: name, kind: kind)
      set(&actor)
      dossier.actors.append(actor)
      return actor.id
    }

    mutating func location(
      _ name: String, _ kind: LocationKind, set: (inout Location) -> Void = { _ in }
    ) -> Location.ID {
      var location = Location(id: .init(Slug.page(name)), name: name, kind: kind)
      set(&location)
      dossier.locations.append(location)
      return location.id
    }

    mutating func mention(
      _ article: String, _ words: String, _ occurrence: Int = 1, actor: Actor.ID? = nil,
      location: Location.ID? = nil
    ) {
      guard let i = dossier.articles.firstIndex(where: { $0.article.id.rawValue == article })
      else { return }
      dossier.articles[i].mentions.append(
        .init(
          span: passage(article, words, occurrence).span, label: actor == nil ? .place : .person,
          actor: actor, location: location, resolution: .exact, sieve: "sample"))
    }

    mutating func quotation(
      _ article: String, _ words: String, _ kind: QuotationKind, by speakers: [Actor.ID],
      set: (inout Quotation) -> Void = { _ in }
    ) -> Quotation.ID {
      let passage = passage(article, words)
      let points = CodePointMap(record(article).article.text).codePoints(passage.span)
      var quotation = Quotation(
        id: .init("\(article)-c\(points.lowerBound)-\(points.upperBound)"), passage: passage,
        codePoints: points, kind: kind)
      quotation.speakers = speakers
      quotation.basis = speakers.isEmpty ? .unresolved : .name
      set(&quotation)
      dossier.quotations.append(quotation)
      return quotation.id
    }

    mutating func claim(
      _ article: String, _ words: String, _ kind: ClaimKind, by claimants: [Actor.ID],
      set: (inout Claim) -> Void = { _ in }
    ) -> Claim.ID {
      let passage = passage(article, words)
      let points = CodePointMap(record(article).article.text).codePoints(passage.span)
      var claim = Claim(
        id: .init("\(article)-k\(points.lowerBound)-\(points.upperBound)-\(kind.rawValue)"),
        passage: passage, kind: kind)
      claim.claimants = claimants
      set(&claim)
      dossier.claims.append(claim)
      return claim.id
    }

    mutating func event(
      _ id: String, _ title: String, _ type: EventType, set: (inout Event) -> Void
    ) {
      var event = Event(id: .init(id), title: title, type: type)
      set(&event)
      dossier.events.append(event)
    }

    /// The dossier with its lists in the order that it promises.
    var finished: Dossier {
      var dossier = dossier
      dossier.articles.sort { $0.article.id < $1.article.id }
      for i in dossier.articles.indices { dossier.articles[i].mentions.sort { $0.span < $1.span } }
      dossier.actors.sort { $0.id < $1.id }
      dossier.locations.sort { $0.id < $1.id }
      dossier.quotations.sort { $0.passage < $1.passage }
      dossier.claims.sort { $0.passage < $1.passage }
      dossier.events.sort { a, b in
        if a.when.edtf != b.when.edtf {
          guard let x = a.when.edtf else { return false }
          guard let y = b.when.edtf else { return true }
          return x < y
        }
        return a.id < b.id
      }
      return dossier
    }
  }
}
