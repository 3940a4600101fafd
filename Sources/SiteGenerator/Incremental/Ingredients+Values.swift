import Cache
import DossierModel

// Every property of what a dossier is made of: one that were left out would let a page stand that it
// has changed. IngredientsTests counts them.
extension BinaryWriter {
  private mutating func write(optional text: String?) { write(text) { $0.write(text: $1) } }
  private mutating func write(texts: [String]) { write(list: texts) { $0.write(text: $1) } }
  private mutating func write<Subject>(ids: [Identifier<Subject>]) {
    write(list: ids) { $0.write(text: $1.rawValue) }
  }
  private mutating func write(optional date: EDTF?) { write(optional: date?.text) }
  private mutating func write(optional number: Int?) { write(number) { $0.write(integer: $1) } }

  mutating func write(_ span: TextSpan) {
    write(integer: span.start)
    write(integer: span.end)
  }

  mutating func write(_ passage: Passage) {
    write(text: passage.article.rawValue)
    write(passage.span)
  }

  private mutating func write(_ passages: [Passage]) {
    write(list: passages) { $0.write($1) }
  }

  private mutating func write(_ decision: EditorialDecision?) {
    write(decision) { out, decision in
      out.write(texts: decision.keys)
      out.write(optional: decision.note)
      // No page tells where in the editor's file a decision stands, which every line added there moves.
    }
  }

  /// An article with its text and sentences, but for what was read in it.
  mutating func write(_ record: ArticleRecord) {
    let article = record.article
    for text in [
      article.id.rawValue, article.file, article.format.rawValue, article.publishedBasis.rawValue,
      article.language,
    ] { write(text: text) }
    write(data: article.text.bytes)
    write(plain: article.sha256.digest)
    for text in [
      article.title, article.publisher, article.author, article.url, article.archiveURL,
      article.note, article.translated?.rawValue,
    ] { write(optional: text) }
    for date in [article.retrieved, article.published] { write(optional: date) }
    write(article.editorial)
    write(list: article.metadata) { $0.write($1) }
    write(article.dateline) { $0.write($1) }
    write(flag: record.isAnalyzed)
    write(list: record.paragraphs) { $0.write($1) }
    write(list: record.sentences) { $0.write($1) }
  }

  mutating func write(_ mention: ArticleRecord.Mention) {
    write(mention.span)
    for text in [mention.label.rawValue, mention.resolution.rawValue, mention.sieve] {
      write(text: text)
    }
    write(optional: mention.actor?.rawValue)
    write(optional: mention.location?.rawValue)
  }

  mutating func write(_ date: TemporalExpression) {
    write(date.span)
    write(optional: date.edtf)
    write(optional: date.duration)
    for text in [date.relation.rawValue, date.anchor.rawValue, date.rule] { write(text: text) }
  }

  mutating func write(_ actor: Actor) {
    for text in [actor.id.rawValue, actor.name, actor.kind.rawValue] { write(text: text) }
    for text in [actor.article, actor.country, actor.side, actor.wikidata] { write(optional: text) }
    write(texts: actor.aliases)
    write(list: actor.roles) {
      $0.write(text: $1.text)
      $0.write($1.evidence)
    }
    write(list: actor.merges) {
      $0.write(text: $1.rule)
      $0.write(text: $1.name)
    }
    write(actor.editorial)
  }

  mutating func write(_ side: Side?) {
    write(side) {
      $0.write(text: $1.name)
      $0.write(text: $1.basis.rawValue)
      $0.write(optional: $1.event?.rawValue)
    }
  }

  mutating func write(_ location: Location) {
    for text in [location.id.rawValue, location.name, location.kind.rawValue] { write(text: text) }
    write(texts: location.aliases)
    for number in [location.latitude, location.longitude] {
      write(number) { $0.write(double: $1) }
    }
    for number in [location.precision, location.geonames] { write(optional: number) }
    for text in [location.country, location.statusNote] { write(optional: text) }
    write(location.editorial)
  }

  private mutating func write(_ when: Event.When) {
    write(optional: when.edtf)
    write(optional: when.duration)
    write(optional: when.literal)
    write(text: when.basis.rawValue)
    write(when.passage) { $0.write($1) }
  }

  mutating func write(_ event: Event) {
    for text in [
      event.id.rawValue, event.title, event.type.rawValue, event.status.rawValue,
      event.review.rawValue,
    ] { write(text: text) }
    write(ids: event.formerIDs)
    write(event.when)
    write(list: event.places) {
      $0.write(text: $1.location.rawValue)
      $0.write($1.evidence)
    }
    write(list: event.participants) {
      $0.write(text: $1.actor.rawValue)
      $0.write(text: $1.role.rawValue)
      $0.write($1.evidence)
    }
    write(optional: event.partOf?.rawValue)
    write(event.evidence)
    write(list: event.accounts) {
      $0.write(text: $1.article.rawValue)
      $0.write(text: $1.status.rawValue)
      $0.write($1.when)
      $0.write($1.trigger)
      $0.write(text: $1.rule)
    }
    write(ids: event.figures)
    write(ids: event.claims)
    write(ids: event.quotations)
    write(flag: event.contested)
    write(list: event.contests) {
      $0.write(text: $1.matter.rawValue)
      $0.write(ids: $1.claims)
    }
    write(texts: event.mergeReasons)
    write(event.editorial)
  }

  mutating func write(_ quotation: Quotation) {
    for text in [
      quotation.id.rawValue, quotation.kind.rawValue, quotation.basis.rawValue, quotation.sieve,
      quotation.integrity.rawValue, quotation.review.rawValue,
    ] { write(text: text) }
    write(quotation.passage)
    write(integer: quotation.codePoints.lowerBound)
    write(integer: quotation.codePoints.upperBound)
    write(optional: quotation.continues?.rawValue)
    write(ids: quotation.speakers)
    write(quotation.cue) { $0.write($1) }
    write(ids: quotation.chain)
    write(ids: quotation.about)
    write(optional: quotation.date)
    write(quotation.original) {
      $0.write(text: $1.text)
      $0.write(optional: $1.language)
      $0.write(optional: $1.url)
    }
    write(quotation.editorial)
  }

  mutating func write(_ claim: Claim) {
    for text in [
      claim.id.rawValue, claim.kind.rawValue, claim.modality.rawValue, claim.sieve,
      claim.review.rawValue,
    ] { write(text: text) }
    write(claim.passage)
    write(ids: claim.claimants)
    write(ids: claim.chain)
    write(ids: claim.addressees)
    write(ids: claim.about)
    write(optional: claim.asOf)
    write(claim.figure) {
      $0.write(text: $1.metric.rawValue)
      $0.write(optional: $1.victims)
      $0.write(optional: $1.low)
      $0.write(optional: $1.high)
      $0.write(text: $1.qualifier.rawValue)
    }
    write(claim.editorial)
  }
}
