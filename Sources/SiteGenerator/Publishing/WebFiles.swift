import DossierModel

extension SitePath {
  /// The Atom feed.
  static let feed = SitePath("feed.xml")
  /// The list of all pages for search engines.
  static let sitemap = SitePath("sitemap.xml")
  /// What search engines ask a host for first.
  static let robots = SitePath("robots.txt")
}

/// The files that only a site on the web has: feed, sitemap, and what tells search engines of them.
struct WebFiles: Sendable {
  private let edition: Edition
  private let address: SiteAddress
  /// The pages, as Markdown.
  private let pages: [SitePath]
  private let limit: Int

  /// How many of the latest articles and corrections the feed has.
  private static let shown = 100
  /// How many events the summary of an entry names.
  private static let shownEvents = 5
  /// How many addresses one sitemap may have (sitemaps.org).
  static let sitemapLimit = 50_000

  /// The files of `edition`, whose `pages` will stand at `address`, with at most `limit` addresses in
  /// one sitemap.
  init(
    _ edition: Edition, at address: SiteAddress, pages: [SitePath],
    limit: Int = WebFiles.sitemapLimit
  ) {
    (self.edition, self.address, self.pages, self.limit) = (edition, address, pages, limit)
  }

  private var words: Words { edition.words }
  private var dossier: Dossier { edition.dossier }

  /// The files.
  var files: [SiteFile] {
    var files = sitemaps
    if let latest = edition.feedEntries.first {
      files.append(SiteFile(.feed) { Array(feed(updated: latest.date).utf8) })
    }
    // A host is asked for it at its root only.
    if address.path == "/" {
      let text = "User-agent: *\nAllow: /\nSitemap: \(address.address(of: .sitemap))\n"
      files.append(SiteFile(.robots) { Array(text.utf8) })
    }
    return files
  }

  // MARK: Sitemap

  private var sitemaps: [SiteFile] {
    let starts = Array(stride(from: 0, to: pages.count, by: limit))
    if starts.count < 2 { return [SiteFile(.sitemap) { sitemap(of: pages[...]) }] }
    let parts = starts.indices.map { SitePath("sitemap-\($0 + 1).xml") }
    let index = SiteFile(.sitemap) {
      var text = Self.head + "<sitemapindex xmlns=\"\(Self.sitemapNamespace)\">\n"
      for part in parts {
        text += "<sitemap><loc>\(XML.escaped(address.address(of: part)))</loc></sitemap>\n"
      }
      return Array((text + "</sitemapindex>\n").utf8)
    }
    return [index]
      + zip(parts, starts).map { part, start in
        SiteFile(part) {
          sitemap(of: pages[start..<min(start + limit, pages.count)])
        }
      }
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
  private static let sitemapNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

  private func sitemap(of pages: ArraySlice<SitePath>) -> [UInt8] {
    var text = Self.head + "<urlset xmlns=\"\(Self.sitemapNamespace)\">\n"
    for page in pages {
      text += "<url><loc>\(XML.escaped(address.address(of: page.html)))</loc></url>\n"
    }
    return Array((text + "</urlset>\n").utf8)
  }

  // MARK: Feed

  /// The feed (RFC 4287): its dates are those of the articles and corrections, never the clock's.
  private func feed(updated: String) -> String {
    let entries = edition.feedEntries.prefix(Self.shown)
    var text = Self.head
    text +=
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(XML.escaped(dossier.language))\">\n"
    text += XML.element("title", dossier.title)
    text += XML.element("subtitle", edition.coverage)
    text += XML.element("id", address.text)
    text += link("self", "application/atom+xml", address.address(of: .feed))
    text += link("alternate", "text/html", address.text)
    text += XML.element("updated", updated)
    text += "<author>" + XML.element("name", dossier.title) + "</author>\n"
    text += XML.element("generator", "dossier")
    for entry in entries {
      switch entry.subject {
      case .article(let number): text += self.entry(number, entry.date)
      case .correction(let number): text += correction(number, entry.date)
      }
    }
    return text + "</feed>\n"
  }

  private func link(_ relation: String, _ type: String, _ address: String) -> String {
    "<link rel=\"\(relation)\" type=\"\(type)\" href=\"\(XML.escaped(address))\"/>\n"
  }

  private func entry(_ number: Int, _ date: String) -> String {
    let article = dossier.articles[number].article
    let page = address.address(of: SitePath.article(article.id).html)
    var text = "<entry>\n" + XML.element("title", edition.title(of: article.id))
    text += XML.element("id", page) + link("alternate", "text/html", page)
    text += XML.element("published", date) + XML.element("updated", date)
    let author = article.publisher ?? article.author ?? words[.publisherUnknown]
    text += "<author>" + XML.element("name", author) + "</author>\n"
    return text + XML.element("summary", summary(of: number)) + "</entry>\n"
  }

  /// How much of an article is in the dossier, and what it tells.
  private func summary(of number: Int) -> String {
    let own = edition.index.articles[number]
    let counts = [
      words.count(own.quotations.count, .quotations, edition.phrasing),
      words.count(own.events.count, .events, edition.phrasing),
    ].joined(separator: ", ")
    let events = own.events.prefix(Self.shownEvents).map { dossier.events[$0].title }
    let source = edition.source(dossier.articles[number].article.id)
    let more = own.events.count > Self.shownEvents ? "; …" : ""
    return "\(source) · \(counts)"
      + (events.isEmpty ? "" : ": " + events.joined(separator: "; ") + more)
  }

  private func correction(_ number: Int, _ date: String) -> String {
    let correction = dossier.corrections[number]
    let page =
      address.address(of: SitePath.changes.html) + "#" + edition.correctionAnchor(number)
    let title = words(
      .correctionOf, ["date": edition.phrasing.date(correction.date)])
    return "<entry>\n" + XML.element("title", title) + XML.element("id", page)
      + link("alternate", "text/html", page) + XML.element("updated", date)
      + XML.element("summary", correction.text) + "</entry>\n"
  }
}

/// Moments of a feed.
enum FeedDate {
  /// The moment (RFC 3339) that `date` begins; of a month or year its first day, the only one that is
  /// not a guess at what came later.
  static func text(_ date: EDTF) -> String? {
    guard let first = date.dates.first, (0...9999).contains(first.year) else { return nil }
    let day = first.earliest.text
    guard let time = first.time else { return day + "T00:00:00Z" }
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let zone = time.zone ?? 0
    let offset =
      zone == 0 ? "Z" : "\(zone < 0 ? "-" : "+")\(two(abs(zone) / 60)):\(two(abs(zone) % 60))"
    return "\(day)T\(two(time.hour)):\(two(time.minute)):\(two(time.second))\(offset)"
  }
}

/// What a feed tells of.
struct FeedEntry: Sendable {
  /// What it is about, by its place in the dossier.
  enum Subject: Sendable { case article(Int), correction(Int) }
  var subject: Subject
  /// The moment, RFC 3339.
  var date: String
}

extension FeedEntry {
  /// The articles with a date of publication and the corrections of `dossier`, the latest first.
  static func all(of dossier: Dossier, _ index: DossierIndex) -> [FeedEntry] {
    let articles = index.articlesByDate.reversed().compactMap { number in
      dossier.articles[number].article.published.flatMap { date in
        FeedDate.text(date).map { (date, FeedEntry(subject: .article(number), date: $0)) }
      }
    }
    let corrections = dossier.corrections.indices.compactMap { number in
      FeedDate.text(dossier.corrections[number].date).map {
        (dossier.corrections[number].date, FeedEntry(subject: .correction(number), date: $0))
      }
    }
    // Both lists are sorted; where dates are equal, corrections come first.
    var entries: [FeedEntry] = []
    var (a, c) = (0, 0)
    while a < articles.count || c < corrections.count {
      if c < corrections.count, a == articles.count || articles[a].0 <= corrections[c].0 {
        entries.append(corrections[c].1)
        c += 1
      } else {
        entries.append(articles[a].1)
        a += 1
      }
    }
    return entries
  }
}

/// Text for XML.
enum XML {
  /// `text` for an element or a quoted attribute, without the control characters that XML cannot hold.
  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
      case "\t", "\n", "\r": out.append(scalar)
      default:
        let isAllowed = scalar.value >= 32 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        out.append(isAllowed ? scalar : "\u{FFFD}")
      }
    }
    return String(out)
  }

  /// An element `name` that holds `text`.
  static func element(_ name: String, _ text: String) -> String {
    "<\(name)>\(escaped(text))</\(name)>\n"
  }
}
