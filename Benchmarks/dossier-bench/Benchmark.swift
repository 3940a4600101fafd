import DossierModel
import Extraction
import Foundation
import Ingestion

/// Measures how fast articles are read, on one core:
/// `swift run -c release dossier-bench [FOLDER [ROUNDS]]`.
///
/// The articles of the folder (`seeds` by default) are read again and again until two seconds of
/// computing have passed in each of five rounds; the best round counts, as it is the least disturbed.
/// With a number of rounds the articles are read so many times and nothing is timed: for a profiler.
/// With `digest` a number is printed that tells whether another program reads the same in them.
@main struct Benchmark {
  static func main() {
    let folder = CommandLine.arguments.dropFirst().first ?? "seeds"
    let input = Ingestion.read(folder: folder)
    let bytes = input.articles.reduce(0) { $0 + $1.text.bytes.count }
    guard bytes > 0 else {
      FileHandle.standardError.write(Data("\(folder): error: no article to read\n".utf8))
      exit(1)
    }
    let extractor = Extractor()
    func round(seconds: Double) -> [Stage] {
      var stages: [Stage] = []
      var rounds = 0
      let start = processorSeconds()
      while processorSeconds() - start < seconds {
        for article in input.articles {
          var last = processorSeconds()
          let reading = extractor.read(article) { name in
            let now = processorSeconds()
            let spent = now - last
            last = now
            if let known = stages.firstIndex(where: { $0.name == name }) {
              stages[known].seconds += spent
            } else {
              stages.append(Stage(name: name, seconds: spent))
            }
          }
          precondition(reading.article == article.id)
        }
        rounds += 1
      }
      return stages.map { Stage(name: $0.name, seconds: $0.seconds / Double(rounds)) }
    }

    if CommandLine.arguments.dropFirst(2).first == "digest" {
      print(digest(of: input.articles, extractor))
      return
    }
    if let count = CommandLine.arguments.dropFirst(2).first.flatMap({ Int($0) }) {
      for _ in 0..<count { for article in input.articles { _ = extractor.read(article) } }
      return
    }
    _ = round(seconds: 0.5)
    let rounds = (1...5).map { _ in round(seconds: 2) }
    guard let best = rounds.min(by: { total($0) < total($1) }) else { return }
    print("\(input.articles.count) articles, \(bytes) bytes, one core, best of five rounds")
    for stage in best { print(line(stage.name, bytes, stage.seconds)) }
    print(line("all", bytes, total(best)))
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

  /// The seconds that this thread has computed: time in which others use the core does not count.
  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
  }

  /// What one stage of reading took.
  private struct Stage {
    var name: String
    var seconds: Double
  }

  private static func total(_ stages: [Stage]) -> Double {
    stages.reduce(0) { $0 + $1.seconds }
  }

  private static func line(_ name: String, _ bytes: Int, _ seconds: Double) -> String {
    let speed = seconds > 0 ? Double(bytes) / 1_000_000 / seconds : 0
    let padding = String(repeating: " ", count: max(1, 34 - name.count))
    return name + padding
      + String(format: "%8.1f MB/s %10.3f ms", speed, seconds * 1000)
  }
}
