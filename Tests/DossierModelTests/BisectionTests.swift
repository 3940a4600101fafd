import Testing

@testable import DossierModel

/// Spans in order are found by where they stand.
@Suite struct BisectionTests {
  private let spans = [TextSpan(0, 4), TextSpan(5, 9), TextSpan(9, 12), TextSpan(20, 30)]

  @Test(arguments: [
    (TextSpan(0, 1), [0]), (TextSpan(3, 6), [0, 5]), (TextSpan(4, 5), []), (TextSpan(9, 10), [9]),
    (TextSpan(0, 99), [0, 5, 9, 20]), (TextSpan(30, 40), []), (TextSpan(12, 20), []),
  ]) func overlapping(_ span: TextSpan, _ starts: [Int]) {
    #expect(spans.overlapping(span, \.self).map(\.start) == starts)
  }

  @Test(arguments: [
    (TextSpan(0, 1), [0]), (TextSpan(1, 6), [5]), (TextSpan(5, 20), [5, 9]), (TextSpan(21, 99), []),
  ]) func starting(_ span: TextSpan, _ starts: [Int]) {
    #expect(spans.starting(in: span, \.self).map(\.start) == starts)
  }

  @Test func nothingIsFoundInNothing() {
    #expect([TextSpan]().overlapping(TextSpan(0, 9), \.self).isEmpty)
    #expect([TextSpan]().starting(in: TextSpan(0, 9), \.self).isEmpty)
  }
}
