import Cache
import DossierModel
import SiteGenerator

/// What a build keeps of itself, so that the next one can tell that there is nothing to do.
struct LastBuild: Hashable {
  /// The hash of everything that the site was made of.
  var inputs: CacheKey
  /// What the site was like afterwards.
  var site: SiteState
  /// How much was found.
  var found: Build.Found
  /// How many pages the site has.
  var pages: Int
  /// How many files it has.
  var files: Int
  /// How many files in its folder are somebody else's.
  var carried: Int
  /// What linking had to tell the user.
  var remarks: [Diagnostic]

  /// Where it is kept.
  private static let key = CacheKey(of: "last build")

  /// The build that made the site in the folder `site`, as `cache` keeps it; `nil` if it is not known.
  static func read(_ cache: CacheFolder, site: String) -> LastBuild? {
    guard let pack = cache.pack(.sites, of: site), let bytes = pack.entry(key) else { return nil }
    pack.touch()
    return try? LastBuild(bytes)
  }

  /// Keeps it in `pack`.
  func keep(in pack: NewPack) { pack.add(bytes, at: Self.key) }

  private var bytes: [UInt8] {
    var out = BinaryWriter()
    out.write(key: inputs)
    out.write(key: site.key)
    for count in found.counts + [pages, files, carried] { out.write(count: count) }
    out.write(list: remarks) { out, remark in
      out.write(case: remark.severity)
      out.write(remark.file) { $0.write(text: $1) }
      out.write(remark.line) { $0.write(count: $1) }
      out.write(remark.column) { $0.write(count: $1) }
      out.write(text: remark.message)
      out.write(text: remark.code)
    }
    return out.bytes
  }

  private init(_ bytes: [UInt8]) throws(DamagedBytes) {
    let limit = Int(Int32.max)
    var input = BinaryReader(bytes)
    inputs = try input.key()
    site = SiteState(key: try input.key())
    var counts: [Int] = []
    for _ in 0..<10 { counts.append(try input.count(upTo: limit)) }
    found = Build.Found(
      articles: counts[0], events: counts[1], actors: counts[2], locations: counts[3],
      quotations: counts[4], claims: counts[5], unattributed: counts[6])
    (pages, files, carried) = (counts[7], counts[8], counts[9])
    remarks = try input.list { (input) throws(DamagedBytes) in
      let severity = try input.case(Diagnostic.Severity.self)
      let file = try input.optional { (input) throws(DamagedBytes) in try input.text() }
      let line = try input.optional { (input) throws(DamagedBytes) in
        try input.count(upTo: limit)
      }
      let column = try input.optional { (input) throws(DamagedBytes) in
        try input.count(upTo: limit)
      }
      let message = try input.text()
      return Diagnostic(
        severity, file: file, line: line, column: column, message, code: try input.text())
    }
    try input.end()
  }
}

extension LastBuild {
  /// The build that found `found`, had `remarks` and wrote `summary`; `nil` if nobody knows what its
  /// site is like.
  init?(
    of inputs: CacheKey, _ found: Build.Found, _ remarks: [Diagnostic], _ summary: Site.Summary
  ) {
    guard let state = summary.publication.state else { return nil }
    (self.inputs, site, self.found, self.remarks) = (inputs, state, found, remarks)
    pages = summary.pages
    files = summary.publication.written + summary.publication.unchanged
    carried = summary.publication.carried
  }

  /// What a build did that found nothing to do.
  var summary: Site.Summary {
    var publication = PublicationSummary()
    (publication.unchanged, publication.carried) = (files, carried)
    publication.state = site
    return Site.Summary(pages: pages, publication: publication)
  }
}
