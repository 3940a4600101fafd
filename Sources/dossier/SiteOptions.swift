import ArgumentParser
import Cache
import DossierModel
import Foundation
import SiteGenerator

/// What a site is built of and how, for every command that builds one.
struct SiteOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of articles.", valueName: "dir"))
  var articles = "seeds"
  @Option(help: ArgumentHelp("The folder of the site.", valueName: "dir"))
  var site = "site"
  @Option(
    help: ArgumentHelp(
      "The folder of templates; without one, ./Templates or the built-in copy.",
      valueName: "dir"))
  var templates: String?
  @Option(help: "The language of the site's words: it or en.")
  var language: String?
  @Option(
    help: ArgumentHelp(
      "The address of the folder that the site will have on the web, for its feed, sitemap and links.",
      valueName: "url"))
  var baseURL: String?
  @Flag(help: "Add the list of what is to be checked, and mark every page as a working copy.")
  var draft = false
  @Option(
    help: ArgumentHelp(
      "Where to keep what spares work to the next build; by default in the user's cache folder.",
      valueName: "dir"))
  var cache: String?
  @Option(help: "How many threads to use; by default one for each processor.")
  var jobs: Int?
  @Flag(help: "Keep nothing between builds, and use nothing that was kept.")
  var noCache = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
    if cache != nil, noCache {
      throw ValidationError("--cache and --no-cache exclude each other; leave one out")
    }
    if let cache, cache.isEmpty { throw ValidationError("--cache takes a folder") }
    if let language, language != "it", language != "en" {
      throw ValidationError("--language takes it or en, not \"\(language)\"")
    }
    do { _ = try address() } catch { throw ValidationError("--base-url: \(error)") }
  }

  private func address() throws(SiteAddress.Fault) -> SiteAddress? {
    guard let baseURL else { return nil }
    return try SiteAddress(baseURL)
  }

  /// The build that is asked for; `console` is told if nothing can be kept for the next one.
  func build(_ console: Console) throws -> Build {
    Build(
      articles: articles, site: site, templates: templates, language: language,
      jobs: jobs ?? max(1, ProcessInfo.processInfo.activeProcessorCount), isDraft: draft,
      address: try address(), cache: cacheFolder(console))
  }

  /// Where builds keep things for each other; `nil`, and a note, if nowhere.
  private func cacheFolder(_ console: Console) -> CacheFolder? {
    if noCache { return nil }
    guard let path = cache ?? CacheFolder.standard else {
      if !console.isQuiet {
        console.report([
          .nothingKept(in: "~/.cache", because: "the environment does not tell where that is")
        ])
      }
      return nil
    }
    do throws(CacheUnavailable) {
      return try CacheFolder(path)
    } catch {
      if !console.isQuiet {
        console.report([.nothingKept(in: error.folder, because: error.reason)])
      }
      return nil
    }
  }
}
