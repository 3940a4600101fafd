import DossierModel
import Foundation
import Testing

@testable import SiteGenerator

/// What only a site on the web has: feed, sitemap, addresses in the pages.
@Suite struct WebFilesTests {
  /// The files of `dossier` at `address`, by path.
  func files(
    _ dossier: Dossier, at address: String = "https://example.org/d", limit: Int = 50_000
  ) throws -> [String: String] {
    let address = try SiteAddress(address)
    let edition = Edition(
      dossier, templates: try Templates(language: dossier.language), address: address)
    let web = WebFiles(edition, at: address, pages: edition.pages.map(\.path), limit: limit)
    return Dictionary(
      uniqueKeysWithValues: try web.files.map {
        ($0.path.path, String(decoding: try $0.bytes(), as: UTF8.self))
      })
  }

  /// An element with what stands in it.
  private final class Element {
    let name: String
    let attributes: [String: String]
    var text = ""
    var children: [Element] = []

    init(_ name: String, _ attributes: [String: String]) {
      (self.name, self.attributes) = (name, attributes)
    }

    func all(_ name: String) -> [Element] { children.filter { $0.name == name } }
    func text(_ name: String) -> String? { all(name).first?.text }
  }

  /// The root of an XML file, read by a small reader of our own: start tags, end tags, text.
  private func root(_ xml: String) throws -> Element {
    var open = [Element("", [:])]
    for part in xml.split(separator: "<").dropFirst() where !part.hasPrefix("?") {
      let pieces = part.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
      let tag = String(pieces[0])
      if tag.hasPrefix("/") {
        let element = open.removeLast()
        #expect("/" + element.name == tag)
        continue
      }
      let words = tag.split(separator: " ", maxSplits: 1)
      var attributes: [String: String] = [:]
      for match in tag.matches(of: /([a-z:]+)="([^"]*)"/) {
        attributes[String(match.1)] = String(match.2)
      }
      let name = words[0].hasSuffix("/") ? String(words[0].dropLast()) : String(words[0])
      let element = Element(name, attributes)
      open.last?.children.append(element)
      if !tag.hasSuffix("/") {
        element.text = String(pieces[1])
        open.append(element)
      }
    }
    #expect(open.count == 1, "every element is closed")
    return try #require(open[0].children.first)
  }

  @Test func theFeedHasWhatAtomAsksFor() throws {
    let feed = try root(try #require(files(PageSamples.valdoria)["feed.xml"]))
    #expect(feed.name == "feed")
    #expect(feed.attributes["xmlns"] == "http://www.w3.org/2005/Atom")
    let moment = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)/
    let entries = feed.all("entry")
    #expect(!entries.isEmpty)
    for element in [feed] + entries {
      for name in ["id", "title", "updated"] { #expect(element.all(name).count == 1, "\(name)") }
      #expect(try #require(element.text("updated")).wholeMatch(of: moment) != nil)
    }
    for entry in entries {
      #expect(entry.all("link").contains { $0.attributes["rel"] == "alternate" })
    }
    #expect(Set(entries.compactMap { $0.text("id") }).count == entries.count)
    #expect(
      feed.all("link").contains {
        $0.attributes == [
          "rel": "self", "type": "application/atom+xml", "href": "https://example.org/d/feed.xml",
        ]
      })
    // The latest first, and the feed is as old as its latest entry.
    let moments = entries.compactMap { $0.text("updated") }
    #expect(moments == moments.sorted(by: >))
    #expect(feed.text("updated") == moments.first)
  }

  @Test func onlyWhatHasADateIsInTheFeed() throws {
    var dossier = PageSamples.valdoria
    let dated = dossier.articles.count { $0.article.published != nil }
    let feed = try root(try #require(files(dossier)["feed.xml"]))
    #expect(feed.all("entry").count == dated)
    for i in dossier.articles.indices { dossier.articles[i].article.published = nil }
    #expect(try files(dossier)["feed.xml"] == nil)
    dossier.corrections = [
      Correction(date: try #require(EDTF("2031-07")), subjects: [], text: "Era <altro> & \"più\".")
    ]
    let corrected = try root(try #require(files(dossier)["feed.xml"]))
    let entry = try #require(corrected.all("entry").first)
    #expect(entry.text("updated") == "2031-07-01T00:00:00Z")
    #expect(entry.text("summary") == "Era &lt;altro&gt; &amp; &quot;più&quot;.")
    #expect(try #require(entry.text("id")).hasPrefix("https://example.org/d/changes.html#k-"))
  }

  @Test(arguments: [
    ("2031", "2031-01-01T00:00:00Z"), ("2031-05", "2031-05-01T00:00:00Z"),
    ("2031-05-02", "2031-05-02T00:00:00Z"), ("0987-05-02", "0987-05-02T00:00:00Z"),
    ("2031-05-02T08:09:07+02:00", "2031-05-02T08:09:07+02:00"),
    ("2031-05-02T08:09:07-03:30", "2031-05-02T08:09:07-03:30"),
    ("2031-05-02T08:09:07Z", "2031-05-02T08:09:07Z"),
  ])
  func datesAreMoments(_ edtf: String, _ moment: String?) throws {
    #expect(FeedDate.text(try #require(EDTF(edtf))) == moment)
  }

  @Test func theSitemapHasEveryPageOnce() throws {
    let whole = try files(PageSamples.valdoria)
    let edition = Edition(PageSamples.valdoria, templates: try Templates(language: "it"))
    let addresses = try root(try #require(whole["sitemap.xml"])).all("url")
      .compactMap { $0.text("loc") }
    #expect(addresses.count == edition.pages.count)
    #expect(Set(addresses).count == addresses.count)
    #expect(addresses.contains("https://example.org/d/"))
    #expect(!addresses.contains("https://example.org/d/index.html"))
    // A host is asked for robots.txt at its root only.
    #expect(whole["robots.txt"] == nil)
    #expect(
      try files(PageSamples.valdoria, at: "https://example.org")["robots.txt"]?
        .hasSuffix("Sitemap: https://example.org/sitemap.xml\n") == true)

    let parts = try files(PageSamples.valdoria, limit: 10)
    let listed = try root(try #require(parts["sitemap.xml"])).all("sitemap")
      .compactMap { $0.text("loc") }
    #expect(listed.count == (addresses.count + 9) / 10)
    #expect(listed.last == "https://example.org/d/sitemap-\(listed.count).xml")
    let inParts = try (1...listed.count).flatMap {
      try root(try #require(parts["sitemap-\($0).xml"])).all("url").compactMap { $0.text("loc") }
    }
    #expect(inParts == addresses)
  }

  @Test func pagesTellTheirAddressOnlyIfTheyHaveOne() throws {
    func page(_ address: SiteAddress?, review: ReviewList? = nil) throws -> String {
      let folder = try TemporaryFolder()
      let dossier = PageSamples.valdoria
      let texts = dossier.articles.map { record in
        SiteFile(SitePath.article(record.article.id).plainText) { record.article.text.bytes }
      }
      let data = SiteFile(SitePath("data/dossier.json")) { Array("{}".utf8) }
      _ = try Site.build(
        dossier, templates: Templates(language: "it"), review: review, address: address,
        to: folder.path + "/site", files: texts + [data], jobs: 2, version: "0")
      let files = folder.files(in: "site")
      #expect((files["sitemap.xml"] != nil) == (address != nil && review == nil))
      #expect(files.values.allSatisfy { !$0.contains("src=\"http") })
      return try #require(files["events/displacement.html"])
    }
    let local = try page(nil)
    #expect(!local.contains("canonical") && !local.contains("og:") && !local.contains("feed.xml"))
    #expect(!local.contains("noindex"))
    let site = try SiteAddress("https://example.org/d")
    let published = try page(site)
    let address = "https://example.org/d/events/displacement.html"
    #expect(published.contains("<link rel=\"canonical\" href=\"\(address)\">"))
    #expect(published.contains("<meta property=\"og:url\" content=\"\(address)\">"))
    #expect(published.contains("<meta property=\"og:locale\" content=\"it_IT\">"))
    #expect(published.contains("href=\"../feed.xml\""))
    let draft = try page(site, review: ReviewList([]))
    #expect(!draft.contains("canonical"))
    #expect(draft.contains("<meta name=\"robots\" content=\"noindex\">"))
  }
}
