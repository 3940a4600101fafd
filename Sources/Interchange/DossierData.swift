import DossierModel

/// The data files of a dossier, as the data contract (version 1) lays them down.
///
/// Offsets are converted to code points of the article's published text.
public struct DossierData: Sendable {
  private let dossier: Dossier
  private let generator: String
  private let articles: [Article.ID: Int]
  private let maps: [CodePointMap]

  /// The data of `dossier`, made by `generator`.
  public init(_ dossier: Dossier, generator: String) {
    self.dossier = dossier
    self.generator = generator
    articles = Dictionary(
      dossier.articles.enumerated().map { ($1.article.id, $0) }, uniquingKeysWith: { a, _ in a })
    maps = dossier.articles.map { CodePointMap($0.article.text) }
  }

  /// A file of the site folder.
  public struct File: Sendable {
    /// Where it stands.
    public var path: SitePath
    /// The article that it is made of, by its place in the dossier; `nil` if it tells of all.
    public var article: Int?
    /// What it holds; made when it is asked for, on any thread.
    public var bytes: @Sendable () -> [UInt8]
  }

  /// All files for machines: the model, what was read in each article, and the articles' texts.
  public var files: [File] {
    var files = [File(path: SitePath("data/dossier.json")) { dossierJSON() }]
    for (index, record) in dossier.articles.enumerated() {
      let id = record.article.id
      files.append(
        File(path: SitePath("data/articles/\(id).json"), article: index) { articleJSON(index) })
      files.append(
        File(path: SitePath.article(id).plainText, article: index) { record.article.text.bytes })
    }
    return files
  }

  /// The bytes of `data/dossier.json`: one object a line.
  public func dossierJSON() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("schemaVersion")
      json.integer(1)
      json.key("title")
      json.string(dossier.title)
      json.key("language")
      json.string(dossier.language)
      json.key("generator")
      json.string(generator)
      json.key("articles")
      json.array(dossier.articles.indices, lines: true) { write(article: $1, &$0) }
      json.key("actors")
      json.array(dossier.actors, lines: true) { write($1, &$0) }
      json.key("locations")
      json.array(dossier.locations, lines: true) { write($1, &$0) }
      json.key("events")
      json.array(dossier.events, lines: true) { write($1, &$0) }
      json.key("quotations")
      json.array(dossier.quotations, lines: true) { write($1, &$0) }
      json.key("claims")
      json.array(dossier.claims, lines: true) { write($1, &$0) }
    }
    json.newline()
    return json.bytes
  }

  /// The bytes of `data/articles/<id>.json` for the article number `index` of the dossier.
  public func articleJSON(_ index: Int) -> [UInt8] {
    let record = dossier.articles[index]
    var json = JSONWriter()
    json.object { json in
      json.key("mentions")
      json.array(record.mentions, lines: true) { json, mention in
        json.object { json in
          spanFields(Passage(record.article.id, mention.span), &json)
          json.key("label")
          json.string(mention.label.rawValue)
          json.key("actor")
          json.string(mention.actor?.rawValue)
          json.key("location")
          json.string(mention.location?.rawValue)
          json.key("resolution")
          json.string(mention.resolution.rawValue)
          json.key("sieve")
          json.string(mention.sieve)
        }
      }
      json.key("dates")
      json.array(record.dates, lines: true) { json, date in
        json.object { json in
          spanFields(Passage(record.article.id, date.span), &json)
          json.key("edtf")
          json.string(date.edtf?.text)
          json.key("duration")
          json.string(date.duration)
          json.key("relation")
          json.string(date.relation.rawValue)
          json.key("anchor")
          json.string(date.anchor.rawValue)
          json.key("rule")
          json.string(date.rule)
        }
      }
    }
    json.newline()
    return json.bytes
  }

  // MARK: Spans

  private func spanFields(_ passage: Passage, _ json: inout JSONWriter) {
    let number = articles[passage.article]
    let range = number.map { maps[$0].codePoints(passage.span) } ?? 0..<0
    json.key("article")
    json.string(passage.article.rawValue)
    json.key("start")
    json.integer(range.lowerBound)
    json.key("end")
    json.integer(range.upperBound)
    json.key("exact")
    json.string(number.map { dossier.articles[$0].article.text[passage.span] } ?? "")
  }

  private func write(_ passage: Passage?, _ json: inout JSONWriter) {
    guard let passage else {
      json.null()
      return
    }
    json.object { spanFields(passage, &$0) }
  }

  private func write(_ passages: [Passage], _ json: inout JSONWriter) {
    json.array(passages) { write($1, &$0) }
  }

  private func strings<Subject>(_ ids: [Identifier<Subject>], _ json: inout JSONWriter) {
    json.array(ids) { $0.string($1.rawValue) }
  }

  // MARK: Objects

  private func write(article index: Int, _ json: inout JSONWriter) {
    let article = dossier.articles[index].article
    json.object { json in
      json.key("id")
      json.string(article.id.rawValue)
      json.key("file")
      json.string(article.file)
      json.key("title")
      json.string(article.title)
      json.key("publisher")
      json.string(article.publisher)
      json.key("author")
      json.string(article.author)
      json.key("url")
      json.string(article.url)
      json.key("retrieved")
      json.string(article.retrieved?.text)
      json.key("archiveUrl")
      json.string(article.archiveURL)
      json.key("published")
      json.string(article.published?.text)
      json.key("publishedBasis")
      json.string(article.publishedBasis.rawValue)
      json.key("language")
      json.string(article.language)
      json.key("translated")
      json.string(article.translated?.rawValue)
      json.key("sha256")
      json.string(article.sha256.description)
      json.key("codePoints")
      json.integer(maps[index].count)
      json.key("textPublished")
      json.string("whole")
      json.key("note")
      json.string(article.note)
      write(article.editorial, &json)
      json.key("page")
      json.string(SitePath.article(article.id).html.path)
    }
  }

  private func write(_ actor: Actor, _ json: inout JSONWriter) {
    json.object { json in
      json.key("id")
      json.string(actor.id.rawValue)
      json.key("name")
      json.string(actor.name)
      json.key("kind")
      json.string(actor.kind.rawValue)
      json.key("aliases")
      json.array(actor.aliases) { $0.string($1) }
      json.key("country")
      json.string(actor.country)
      json.key("roles")
      json.array(actor.roles) { json, role in
        json.object { json in
          json.key("text")
          json.string(role.text)
          json.key("evidence")
          write(role.evidence, &json)
        }
      }
      json.key("side")
      json.string(actor.side)
      json.key("wikidata")
      json.string(actor.wikidata)
      json.key("merges")
      json.array(actor.merges) { json, merge in
        json.object { json in
          json.key("rule")
          json.string(merge.rule)
          json.key("name")
          json.string(merge.name)
        }
      }
      write(actor.editorial, &json)
      json.key("page")
      json.string(SitePath.actor(actor.id).html.path)
    }
  }

  private func write(_ location: Location, _ json: inout JSONWriter) {
    json.object { json in
      json.key("id")
      json.string(location.id.rawValue)
      json.key("name")
      json.string(location.name)
      json.key("kind")
      json.string(location.kind.rawValue)
      json.key("aliases")
      json.array(location.aliases) { $0.string($1) }
      json.key("latitude")
      json.number(location.latitude)
      json.key("longitude")
      json.number(location.longitude)
      json.key("precision")
      json.integer(location.precision)
      json.key("country")
      json.string(location.country)
      json.key("geonames")
      json.integer(location.geonames)
      json.key("statusNote")
      json.string(location.statusNote)
      write(location.editorial, &json)
      json.key("page")
      json.string(SitePath.location(location.id).html.path)
    }
  }

  private func write(_ event: Event, _ json: inout JSONWriter) {
    json.object { json in
      json.key("id")
      json.string(event.id.rawValue)
      json.key("formerIds")
      strings(event.formerIDs, &json)
      json.key("title")
      json.string(event.title)
      json.key("type")
      json.string(event.type.rawValue)
      json.key("status")
      json.string(event.status.rawValue)
      json.key("date")
      write(event.when, &json)
      json.key("locations")
      json.array(event.places) { json, place in
        json.object { json in
          json.key("location")
          json.string(place.location.rawValue)
          json.key("evidence")
          write(place.evidence, &json)
        }
      }
      json.key("participants")
      json.array(event.participants) { json, part in
        json.object { json in
          json.key("actor")
          json.string(part.actor.rawValue)
          json.key("role")
          json.string(part.role.rawValue)
          json.key("evidence")
          write(part.evidence, &json)
        }
      }
      json.key("partOf")
      json.string(event.partOf?.rawValue)
      json.key("evidence")
      write(event.evidence, &json)
      json.key("accounts")
      json.array(event.accounts) { json, account in
        json.object { json in
          json.key("source")
          json.string(account.article.rawValue)
          json.key("status")
          json.string(account.status.rawValue)
          json.key("date")
          write(account.when, &json)
          json.key("trigger")
          write(account.trigger, &json)
          json.key("rule")
          json.string(account.rule)
        }
      }
      json.key("figures")
      strings(event.figures, &json)
      json.key("claims")
      strings(event.claims, &json)
      json.key("quotations")
      strings(event.quotations, &json)
      json.key("contested")
      json.bool(event.contested)
      json.key("mergeReasons")
      json.array(event.mergeReasons) { $0.string($1) }
      json.key("review")
      json.string(event.review.rawValue)
      write(event.editorial, &json)
      json.key("page")
      json.string(SitePath.event(event.id).html.path)
    }
  }

  private func write(_ when: Event.When, _ json: inout JSONWriter) {
    json.object { json in
      json.key("edtf")
      json.string(when.edtf?.text)
      json.key("duration")
      json.string(when.duration)
      json.key("literal")
      json.string(when.literal)
      json.key("basis")
      json.string(when.basis.rawValue)
      json.key("span")
      write(when.passage, &json)
    }
  }

  private func write(_ quotation: Quotation, _ json: inout JSONWriter) {
    json.object { json in
      json.key("id")
      json.string(quotation.id.rawValue)
      spanFields(quotation.passage, &json)
      json.key("kind")
      json.string(quotation.kind.rawValue)
      json.key("continues")
      json.string(quotation.continues?.rawValue)
      json.key("speakers")
      strings(quotation.speakers, &json)
      json.key("speakerBasis")
      json.string(quotation.basis.rawValue)
      json.key("sieve")
      json.string(quotation.sieve)
      json.key("cue")
      write(quotation.cue, &json)
      json.key("integrity")
      json.string(quotation.integrity.rawValue)
      json.key("chain")
      strings(quotation.chain, &json)
      json.key("about")
      strings(quotation.about, &json)
      json.key("date")
      json.string(quotation.date?.text)
      json.key("original")
      if let original = quotation.original {
        json.object { json in
          json.key("text")
          json.string(original.text)
          json.key("language")
          json.string(original.language)
          json.key("url")
          json.string(original.url)
        }
      } else {
        json.null()
      }
      json.key("href")
      let page = SitePath.article(quotation.passage.article).html
      json.string("\(page)#\(quotation.anchor)")
      json.key("review")
      json.string(quotation.review.rawValue)
      write(quotation.editorial, &json)
    }
  }

  private func write(_ claim: Claim, _ json: inout JSONWriter) {
    json.object { json in
      json.key("id")
      json.string(claim.id.rawValue)
      spanFields(claim.passage, &json)
      json.key("kind")
      json.string(claim.kind.rawValue)
      json.key("claimants")
      strings(claim.claimants, &json)
      json.key("chain")
      strings(claim.chain, &json)
      json.key("addressees")
      strings(claim.addressees, &json)
      json.key("about")
      strings(claim.about, &json)
      json.key("modality")
      json.string(claim.modality.rawValue)
      json.key("asOf")
      json.string(claim.asOf?.text)
      json.key("figure")
      if let figure = claim.figure {
        json.object { json in
          json.key("metric")
          json.string(figure.metric.rawValue)
          json.key("victims")
          json.string(figure.victims)
          json.key("low")
          json.integer(figure.low)
          json.key("high")
          json.integer(figure.high)
          json.key("qualifier")
          json.string(figure.qualifier.rawValue)
        }
      } else {
        json.null()
      }
      json.key("sieve")
      json.string(claim.sieve)
      json.key("review")
      json.string(claim.review.rawValue)
      write(claim.editorial, &json)
    }
  }

  private func write(_ decision: EditorialDecision?, _ json: inout JSONWriter) {
    json.key("editor")
    guard let decision else {
      json.null()
      return
    }
    json.object { json in
      json.key("decided")
      json.array(decision.keys) { $0.string($1) }
      json.key("note")
      json.string(decision.note)
    }
  }
}
