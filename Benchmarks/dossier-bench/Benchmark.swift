import DossierModel
import Extraction
import Foundation
import Ingestion

/// Measures how fast articles are read, on one core:
/// `swift run -c release dossier-bench [FOLDER [ROUNDS]]`.
///
/// The articles of the folder (`seeds` by default) are read one by one, and as one long article, which
/// has their texts one after the other; both by a reader that has met no word yet, and by one that has
/// read them before. Of five rounds the best counts, as it is the least disturbed; only the time counts
/// that this thread computes. The tables of the language are read before.
///
/// With a number of rounds the articles are read so many times and nothing is timed: for a profiler.
/// With `digest` a number is printed that tells whether another program reads the same in them.
@main struct Benchmark {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let folder = arguments.first ?? "seeds"
    let articles = Ingestion.read(folder: folder).articles
    guard let first = articles.first(where: { !$0.text.bytes.isEmpty }) else {
      FileHandle.standardError.write(Data("\(folder): error: no article to read\n".utf8))
      exit(1)
    }
    let extractor = Extractor()
    if arguments.dropFirst().first == "digest" { return print(digest(of: articles, extractor)) }
    if let count = arguments.dropFirst().first.flatMap({ Int($0) }) {
      for _ in 0..<count { for article in articles { _ = extractor.read(article) } }
      return
    }
    var long = first
    long.text = ArticleText(bytes: Array(articles.map(\.text.bytes).joined(separator: [10, 10])))
    let measured = [articles, [long]].flatMap { articles in
      [Measurement(of: articles, isWarm: false), Measurement(of: articles, isWarm: true)]
    }
    report(measured, articles)
  }

  private static func report(_ measured: [Measurement], _ articles: [Article]) {
    let bytes = articles.reduce(0) { $0 + $1.text.bytes.count }
    print("\(articles.count) articles of \(bytes) bytes, and all as one, in MB/s on one core")
    print(row("", ["articles", "again", "as one", "again"]))
    let stages = measured.first?.stages.map(\.name) ?? []
    for (number, name) in stages.enumerated() {
      print(row(name, measured.map { speed($0.bytes, $0.stages[number].seconds) }))
    }
    print(row("all", measured.map { speed($0.bytes, $0.seconds) }))
  }

  private static func speed(_ bytes: Int, _ seconds: Double) -> String {
    seconds > 0 ? String(format: "%.1f", Double(bytes) / 1_000_000 / seconds) : "-"
  }

  private static func row(_ name: String, _ cells: [String]) -> String {
    name + String(repeating: " ", count: max(1, 34 - name.count))
      + cells.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined()
  }

  /// A number that tells two programs apart which read something else in the articles.
  private static func digest(of articles: [Article], _ extractor: Extractor) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for article in articles {
      for byte in "\(extractor.read(article))".utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
    return String(hash, radix: 16)
  }
}

/// What reading some articles took.
private struct Measurement {
  /// One stage of reading.
  struct Stage {
    var name: String
    var seconds: Double
  }

  let bytes: Int
  private(set) var stages: [Stage] = []
  var seconds: Double { stages.reduce(0) { $0 + $1.seconds } }

  /// The best of five rounds, by a reader that has read the articles before or by a new one in each.
  init(of articles: [Article], isWarm: Bool) {
    bytes = articles.reduce(0) { $0 + $1.text.bytes.count }
    // A round reads half a megabyte at least, as short times are measured badly.
    let times = max(1, 500_000 / max(1, bytes))
    var extractor = Extractor()
    for round in 0...5 {
      var now = Measurement(bytes: bytes)
      for _ in 0..<times {
        if !isWarm { extractor = Extractor() }
        for article in articles { now.read(article, extractor) }
      }
      for number in now.stages.indices { now.stages[number].seconds /= Double(times) }
      // The first round warms the reader, and the processor.
      if round == 1 || round > 1 && now.seconds < seconds { stages = now.stages }
    }
  }

  private init(bytes: Int) { self.bytes = bytes }

  private mutating func read(_ article: Article, _ extractor: Extractor) {
    var last = Self.processorSeconds()
    func end(_ name: String) {
      let now = Self.processorSeconds()
      let spent = now - last
      last = now
      if let known = stages.firstIndex(where: { $0.name == name }) {
        stages[known].seconds += spent
      } else {
        stages.append(Stage(name: name, seconds: spent))
      }
    }
    let reading = extractor.read(article, ended: end)
    precondition(reading.article == article.id)
    end("clearing up")
  }

  /// The seconds that this thread has computed: time in which others use the core does not count.
  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
  }
}
