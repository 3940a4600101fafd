import DossierModel

extension Explainer {
  private typealias Step = Explanation.Step

  // MARK: Speech

  func steps(of quotation: Quotation) -> [Explanation.Step] {
    var steps = [
      Step(0, "quotation \(quotation.id), \(quotation.kind.rawValue)", quotation.passage)
    ]
    if quotation.integrity == .damaged {
      steps.append(Step(1, "its marks are not whole: \(rule(quotation.sieve))"))
    }
    if quotation.speakers.isEmpty {
      steps.append(Step(1, "nobody is known to speak: \(rule(quotation.sieve))"))
    } else {
      steps.append(
        Step(1, "said by \(names.actors(quotation.speakers)), basis \(quotation.basis.rawValue)"))
      steps.append(Step(2, "rule: \(rule(quotation.sieve))"))
      steps += namings(of: quotation.speakers, around: quotation.passage)
    }
    if let cue = quotation.cue { steps.append(Step(1, "introduced by", cue)) }
    if !quotation.chain.isEmpty {
      steps.append(Step(1, "told by \(names.actors(quotation.chain)), from the speaker outward"))
    }
    if let before = quotation.continues { steps.append(Step(1, "goes on with \(before)")) }
    if let date = quotation.date { steps.append(Step(1, "said \(date.text)")) }
    for id in quotation.about { steps.append(Step(1, about(id, quotation.passage))) }
    return steps + review(quotation.review) + decision(quotation.editorial)
  }

  /// Where the sentence of `passage` names the actors, and by which rule.
  private func namings(of actors: [Actor.ID], around passage: Passage) -> [Explanation.Step] {
    guard
      let record = dossier.articles.first(where: { $0.article.id == passage.article })
    else { return [] }
    let sentences = record.sentences.filter { $0.overlaps(passage.span) }
    return record.mentions.filter { mention in
      mention.actor.map { actors.contains($0) } ?? false
        && sentences.contains { $0.contains(mention.span) }
    }.map { mention in
      Step(
        2, "named here (\(mention.resolution.rawValue), \(rule(mention.sieve)))",
        Passage(passage.article, mention.span))
    }
  }

  /// Why a quotation is about an event.
  private func about(_ id: Event.ID, _ passage: Passage) -> String {
    let event = dossier.events.first { $0.id == id }
    let isTold =
      event?.evidence.contains {
        $0.article == passage.article && $0.span.overlaps(passage.span)
      } ?? false
    return "about \(id): "
      + (isTold ? "its words tell the event" : "its sentence tells the event or a claim of it")
  }

  func steps(of claim: Claim) -> [Explanation.Step] {
    var steps = [Step(0, "claim \(claim.id), \(claim.kind.rawValue)", claim.passage)]
    steps.append(Step(1, "rule: \(rule(claim.sieve))"))
    if claim.claimants.isEmpty {
      steps.append(Step(1, "in the article's own voice"))
    } else {
      steps.append(Step(1, "claimed by \(names.actors(claim.claimants))"))
      steps += namings(of: claim.claimants, around: claim.passage)
    }
    if !claim.chain.isEmpty {
      steps.append(Step(1, "told by \(names.actors(claim.chain)), from the claimant outward"))
    }
    if !claim.addressees.isEmpty {
      steps.append(Step(1, "accused or addressed: \(names.actors(claim.addressees))"))
    }
    if claim.modality == .conditional {
      steps.append(Step(1, "told in the conditional of distance"))
    }
    if let figure = claim.figure {
      let low = figure.low.map(String.init) ?? "unknown"
      let high = figure.high.map(String.init) ?? "unknown"
      steps.append(
        Step(
          1,
          "\(figure.metric.rawValue): low \(low), high \(high), \(figure.qualifier.rawValue)"
            + (figure.victims.map { ", victims \"\($0)\"" } ?? "")))
    }
    if let asOf = claim.asOf { steps.append(Step(1, "speaks for \(asOf.text)")) }
    for id in claim.about { steps.append(Step(1, "about \(id)")) }
    return steps + review(claim.review) + decision(claim.editorial)
  }

  // MARK: Events

  func steps(of event: Event) -> [Explanation.Step] {
    var steps = [Step(0, "event \(event.id), \(event.type.rawValue): \(event.title)")]
    if !event.formerIDs.isEmpty {
      let ids = event.formerIDs.map(\.rawValue).joined(separator: ", ")
      steps.append(Step(1, "called before: \(ids)"))
    }
    for account in event.accounts {
      steps.append(
        Step(
          1, "told by \(account.article) as \(account.status.rawValue), \(date(account.when))",
          account.trigger))
      if !account.rule.isEmpty { steps.append(Step(2, "rule: \(rule(account.rule))")) }
      if let passage = account.when.passage { steps.append(Step(2, "dated by", passage)) }
    }
    steps.append(Step(1, "taken together: \(event.status.rawValue), \(date(event.when))"))
    for reason in event.mergeReasons {
      steps.append(Step(1, "several accounts are one event: \(rule(reason))"))
    }
    for place in event.places {
      steps.append(Step(1, "where: \(names.location(place.location))", place.evidence.first))
    }
    for part in event.participants {
      steps.append(
        Step(1, "\(part.role.rawValue): \(names.actor(part.actor))", part.evidence.first))
    }
    if let whole = event.partOf { steps.append(Step(1, "part of \(whole)")) }
    for passage in event.evidence { steps.append(Step(1, "evidence", passage)) }
    for id in event.figures + event.claims {
      guard let claim = dossier.claims.first(where: { $0.id == id }) else { continue }
      let claimants =
        claim.claimants.isEmpty ? "the article" : names.actors(claim.claimants)
      steps.append(Step(1, "\(claim.kind.rawValue) of \(claimants): \(id)", claim.passage))
    }
    if event.contested { steps.append(Step(1, "contested: claimants of several sides differ")) }
    return steps + review(event.review) + decision(event.editorial)
  }

  private func date(_ when: Event.When) -> String {
    let date = when.edtf?.text ?? "no date"
    return "\(date) (\(when.basis.rawValue))" + (when.duration.map { ", lasting \($0)" } ?? "")
  }

  // MARK: Names

  func steps(of actor: Actor) -> [Explanation.Step] {
    var steps = [Step(0, "actor \(actor.id), \(actor.kind.rawValue): \(actor.name)")]
    if let country = actor.country { steps.append(Step(1, "country \(country)")) }
    if let side = actor.side { steps.append(Step(1, "side: \(side)")) }
    for merge in actor.merges {
      steps.append(Step(1, "\"\(merge.name)\" is the same: \(rule(merge.rule))"))
    }
    steps += forms { $0.actor == actor.id }
    for role in actor.roles {
      steps.append(Step(1, "role: \(role.text)", role.evidence.first))
    }
    return steps + decision(actor.editorial)
  }

  func steps(of location: Location) -> [Explanation.Step] {
    var steps = [Step(0, "location \(location.id), \(location.kind.rawValue): \(location.name)")]
    if let latitude = location.latitude, let longitude = location.longitude {
      let source = location.geonames.map { ", GeoNames \($0)" } ?? ""
      steps.append(Step(1, "at \(latitude), \(longitude)\(source)"))
    } else {
      steps.append(Step(1, "its position is not known"))
    }
    if let country = location.country { steps.append(Step(1, "country \(country)")) }
    steps += forms { $0.location == location.id }
    return steps + decision(location.editorial)
  }

  /// Each way in which mentions write a name, with its rule, how often, and where first.
  private func forms(_ isMeant: (ArticleRecord.Mention) -> Bool) -> [Explanation.Step] {
    struct Form: Hashable {
      var words: String
      var rule: String
    }
    var counts: [Form: (count: Int, first: Passage)] = [:]
    var order: [Form] = []
    for record in dossier.articles {
      for mention in record.mentions where isMeant(mention) {
        let form = Form(
          words: record.article.text[mention.span],
          rule: "\(mention.resolution.rawValue), \(rule(mention.sieve))")
        if let known = counts[form] {
          counts[form] = (known.count + 1, known.first)
        } else {
          counts[form] = (1, Passage(record.article.id, mention.span))
          order.append(form)
        }
      }
    }
    return order.map { form in
      let known = counts[form]
      let count = known?.count ?? 1
      return Step(
        1, "named \(count == 1 ? "once" : "\(count) times") so (\(form.rule))", known?.first)
    }
  }

  func steps(of mention: ArticleRecord.Mention, in article: Article.ID) -> [Explanation.Step] {
    var steps = [Step(0, "name, \(mention.label.rawValue)", Passage(article, mention.span))]
    if let actor = mention.actor { steps.append(Step(1, "actor \(names.actor(actor))")) }
    if let location = mention.location {
      steps.append(Step(1, "location \(names.location(location))"))
    }
    if mention.actor == nil, mention.location == nil {
      steps.append(Step(1, "names nobody that could be told"))
    }
    steps.append(Step(1, "\(mention.resolution.rawValue), rule: \(rule(mention.sieve))"))
    return steps
  }

  func steps(of date: TemporalExpression, in article: Article.ID) -> [Explanation.Step] {
    let value = date.edtf?.text ?? date.duration ?? "not settled"
    var steps = [Step(0, "date, \(date.relation.rawValue) \(value)", Passage(article, date.span))]
    let anchor =
      switch date.anchor {
      case .publication: "reckoned from the publication"
      case .text: "reckoned from a date of the text"
      case .none: "not reckoned from another date"
      }
    steps.append(Step(1, "rule: \(rule(date.rule)); \(anchor)"))
    return steps
  }

  // MARK: Articles

  func steps(of record: ArticleRecord) -> [Explanation.Step] {
    let article = record.article
    var steps = [Step(0, "article \(article.id): \(article.file)")]
    let published = article.published?.text ?? "unknown"
    steps.append(Step(1, "published \(published) (\(article.publishedBasis.rawValue))"))
    steps.append(
      Step(1, "language \(article.language)" + (record.isAnalyzed ? "" : ", not analysed")))
    let counts = [
      ("sentences", record.sentences.count), ("names", record.mentions.count),
      ("dates", record.dates.count),
      ("quotations", dossier.quotations.count { $0.passage.article == article.id }),
      ("claims", dossier.claims.count { $0.passage.article == article.id }),
    ]
    steps.append(Step(1, "read: " + counts.map { "\($0.1) \($0.0)" }.joined(separator: ", ")))
    for span in article.metadata {
      steps.append(Step(1, "taken for metadata", Passage(article.id, span)))
    }
    return steps + decision(article.editorial)
  }
}
