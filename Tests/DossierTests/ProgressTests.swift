import Testing

@testable import dossier

/// What a build that takes long says of itself.
@Suite struct ProgressTests {
  private static func line(
    _ stage: Progress.Stage, _ done: Int = 0, of total: Int = 0, after seconds: Double = 0,
    columns: Int = 80
  ) -> String {
    Progress(stage: stage, done: done, total: total).line(after: seconds, columns: columns)
  }

  @Test func itSaysWhatIsDone() {
    #expect(Self.line(.files("seeds")) == "Reading seeds …")
    #expect(Self.line(.assembly, after: 30) == "Linking what they say …")
  }

  @Test func itSaysHowManyOfHowMany() {
    #expect(Self.line(.extraction, 7, of: 1000) == "Reading what the articles say: 7 of 1,000")
    #expect(Self.line(.pages, 12345, of: 1_234_567) == "Writing the site: 12,345 of 1,234,567")
    #expect(Self.line(.pages, of: 3) == "Writing the site: 0 of 3")
  }

  @Test(arguments: [
    (1, 10, 1.0, "9 s"), (50, 100, 5, "5 s"), (1, 4, 4.9, "15 s"), (999, 1000, 30, "1 s"),
    (10, 100, 10, "1 min 30 s"), (10, 110, 8.9, "1 min 20 s"), (1, 1000, 2, "34 min"),
    (1, 1_000_000_000, 1000, "16667 min"),
  ])
  func itSaysHowLongItStillTakes(done: Int, total: Int, seconds: Double, left: String) {
    let line = Self.line(.extraction, done, of: total, after: seconds)
    #expect(line.hasSuffix(", \(left) left"), "\(line)")
  }

  @Test(arguments: [(0, 10, 5.0), (10, 10, 5), (5, 10, 0.5), (0, 0, 5)])
  func itSaysNothingOfWhatItCannotKnow(done: Int, total: Int, seconds: Double) {
    #expect(!Self.line(.pages, done, of: total, after: seconds).contains("left"))
  }

  @Test func itNeverFillsTheTerminal() {
    for columns in 0...60 {
      let line = Self.line(
        .extraction, 3000, of: 10000, after: 20, columns: columns)
      #expect(line.count <= max(1, columns - 1), "\(line)")
    }
    #expect(Self.line(.files("seeds"), columns: 12) == "Reading se…")
  }
}
