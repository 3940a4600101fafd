import DossierModel
import Testing

@testable import SiteGenerator

/// What `--base-url` takes.
@Suite struct SiteAddressTests {
  @Test(arguments: [
    ("https://example.org", "https://example.org/", "/"),
    ("https://example.org/", "https://example.org/", "/"),
    ("HTTPS://Example.ORG/Un/Dossier", "https://example.org/Un/Dossier/", "/Un/Dossier/"),
    ("http://localhost:8000/d/", "http://localhost:8000/d/", "/d/"),
    ("https://xn--citt-0na.example/a%20b", "https://xn--citt-0na.example/a%20b/", "/a%20b/"),
    ("http://[::1]:80/", "http://[::1]:80/", "/"),
    ("https://example.org/~ada/x", "https://example.org/~ada/x/", "/~ada/x/"),
  ])
  func takesTheAddressOfAFolder(_ text: String, _ address: String, _ path: String) throws {
    let read = try SiteAddress(text)
    #expect(read.text == address)
    #expect(read.path == path)
  }

  @Test(arguments: [
    ("", "does not begin with https://"), ("example.org", "does not begin with https://"),
    ("//example.org", "does not begin with https://"), ("ftp://example.org", "its scheme is ftp"),
    ("file:///tmp/site", "its scheme is file"), ("https://", "the host is missing"),
    ("https:///dossier", "the host is missing"), ("https://exa mple.org", "it holds a space"),
    ("https://città.example", "must be ASCII"), ("https://a:b@example.org", "a user's name"),
    ("https://example.org:0/", "0 is no port"), ("https://example.org:x/", "x is no port"),
    ("https://example..org/", "no name of a host"), ("https://exam_ple.org/", "no name of a host"),
    ("https://example.org/?a=1", "no ? and no #"), ("https://example.org/#a", "no ? and no #"),
    ("https://example.org/a//b", "// stands"), ("https://example.org/../a", ". or .. stands"),
    ("https://example.org/index.html", "names a page"), ("https://example.org/%zz", "a % is not"),
    ("https://example.org/a<b", "percent-encoded"),
  ])
  func refusesWhatIsNone(_ text: String, _ fault: String) {
    do throws(SiteAddress.Fault) {
      _ = try SiteAddress(text)
      Issue.record("\(text) was taken")
    } catch {
      #expect(error.description.contains(fault), "\(error)")
      #expect(error.description.hasSuffix("write it like https://example.org/dossier/"))
    }
  }

  @Test func givesEveryPageItsAddress() throws {
    let site = try SiteAddress("https://example.org/d")
    #expect(site.address(of: SitePath.index.html) == "https://example.org/d/")
    #expect(
      site.address(of: SitePath("events/a.html")) == "https://example.org/d/events/a.html")
  }
}
