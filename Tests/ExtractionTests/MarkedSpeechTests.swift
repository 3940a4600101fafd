import DossierModel
import Testing

@testable import Extraction

/// A text and what is speech in it, as `MarkedSpeechCases` writes it.
struct SpeechCase {
  /// The text.
  var text = ""
  /// What is speech, as `d|words`.
  var expected: [String] = []

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var open: [(tag: UInt8, start: Int)] = []
    var closed: [(start: Int, words: String)] = []
    let all = Array(marked.utf8)
    var i = 0
    while i < all.count {
      if all[i] == UInt8(ascii: "{"), i + 2 < all.count, all[i + 2] == UInt8(ascii: "|") {
        open.append((all[i + 1], bytes.count))
        i += 3
      } else if all[i] == UInt8(ascii: "}"), let (tag, start) = open.popLast() {
        let words = String(decoding: bytes[start...], as: UTF8.self)
        closed.append((start, "\(UnicodeScalar(tag))|\(words)"))
        i += 1
      } else {
        bytes.append(all[i])
        i += 1
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    expected = closed.sorted { $0.start < $1.start }.map(\.words)
  }

  /// What is read in the text.
  var found: [String] {
    let spoken = SpokenWords(text)
    return spoken.reading.quotations.filter { $0.kind != .indirect }.map { quotation in
      let tag = quotation.kind == .direct ? "d" : "m"
      return (quotation.integrity == .damaged ? tag.uppercased() : tag) + "|"
        + spoken.words(quotation)
    }
  }
}

@Suite struct MarkedSpeechTests {
  func check(_ marked: String) {
    let example = SpeechCase(marked)
    #expect(example.found == example.expected, "\(example.text)")
  }

  @Test(arguments: MarkedSpeechCases.marks) func readsMarks(_ text: String) { check(text) }
  @Test(arguments: MarkedSpeechCases.utterances) func readsUtterances(_ text: String) {
    check(text)
  }
  @Test(arguments: MarkedSpeechCases.fragments) func readsFragments(_ text: String) { check(text) }
  @Test(arguments: MarkedSpeechCases.names) func leavesNamesAlone(_ text: String) { check(text) }
  @Test(arguments: MarkedSpeechCases.mixture) func tellsThemApart(_ text: String) { check(text) }
  @Test(arguments: MarkedSpeechCases.damage) func readsDamage(_ text: String) { check(text) }
  @Test(arguments: MarkedSpeechCases.typography) func readsTypography(_ text: String) {
    check(text)
  }
  @Test(arguments: MarkedSpeechCases.dashes) func readsDashes(_ text: String) { check(text) }
  @Test(arguments: MarkedSpeechCases.interviews) func readsInterviews(_ text: String) {
    check(text)
  }
  @Test(arguments: MarkedSpeechCases.headlines) func readsHeadlines(_ text: String) { check(text) }
  @Test(arguments: MarkedSpeechCases.turns) func readsOtherTurns(_ text: String) { check(text) }
  @Test(arguments: MarkedSpeechCases.terms) func leavesTermsAlone(_ text: String) { check(text) }
}
