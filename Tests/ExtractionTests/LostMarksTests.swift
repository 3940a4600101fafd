import DossierModel
import Testing

@testable import Extraction

/// Articles that lose a mark: the other quotations stay as they were.
@Suite struct LostMarksTests {
  /// A quotation in marks: where it stands in the whole text, and whether it is said to be damaged.
  private struct Reading: Hashable {
    var span: TextSpan
    var isDamaged: Bool
  }

  @Test(arguments: LostMarksArticles.all)
  func leavesOtherQuotationsAlone(_ article: String) {
    let bytes = Array(article.utf8)
    let clean = readings(of: bytes, without: nil)
    #expect(clean.allSatisfy { !$0.isDamaged })
    for mark in marks(in: bytes) {
      let touched = clean.filter { touches($0.span, mark) }
      let found = readings(of: bytes, without: mark)
      let near = String(
        decoding: bytes[max(0, mark.start - 30)..<min(bytes.count, mark.end + 30)], as: UTF8.self)
      for reading in clean where !touched.contains(reading) {
        #expect(found.contains(reading), "at \(near)")
      }
      for reading in found where !clean.contains(reading) || touched.contains(reading) {
        #expect(reading.isDamaged, "at \(near)")
        #expect(!bytes[reading.span.start..<reading.span.end].contains(10), "at \(near)")
        #expect(
          touched.contains {
            $0.span.start < reading.span.end && reading.span.start < $0.span.end
          }, "at \(near)")
      }
    }
  }

  private func check(_ marked: String) {
    let example = SpeechCase(marked)
    #expect(example.found == example.expected, "\(example.text)")
  }

  @Test(arguments: LostMarksCases.lost) func readsWhatHasLostAMark(_ text: String) { check(text) }
  @Test(arguments: LostMarksCases.mixed) func joinsMarksOfTwoStyles(_ text: String) { check(text) }
  @Test(arguments: LostMarksCases.paragraphs) func staysInTheParagraph(_ text: String) {
    check(text)
  }
  @Test(arguments: LostMarksCases.mentioned) func leavesMentionedWordsAlone(_ text: String) {
    check(text)
  }
  @Test(arguments: LostMarksCases.lines) func readsLines(_ text: String) { check(text) }

  /// The double marks among `bytes`.
  private func marks(in bytes: [UInt8]) -> [TextSpan] {
    bytes.indices.compactMap { i in
      switch bytes[i] {
      case UInt8(ascii: "\""): TextSpan(i, i + 1)
      case 0xC2 where bytes[i + 1] == 0xAB || bytes[i + 1] == 0xBB: TextSpan(i, i + 2)
      case 0xE2 where bytes[i + 1] == 0x80 && (bytes[i + 2] == 0x9C || bytes[i + 2] == 0x9D):
        TextSpan(i, i + 3)
      default: nil
      }
    }
  }

  /// Whether the mark stands beside the words.
  private func touches(_ span: TextSpan, _ mark: TextSpan) -> Bool {
    mark.end == span.start || mark.start == span.end
  }

  /// What is read in the text without the mark `lost`, with the spans of the whole text.
  private func readings(of bytes: [UInt8], without lost: TextSpan?) -> [Reading] {
    var rest = bytes
    if let lost { rest.removeSubrange(lost.start..<lost.end) }
    let spoken = SpokenWords(String(decoding: rest, as: UTF8.self))
    return spoken.reading.quotations.filter { $0.kind != .indirect }.map { quotation in
      var span = quotation.span
      if let lost {
        if span.start >= lost.start { span.start += lost.count }
        if span.end > lost.start { span.end += lost.count }
      }
      return Reading(span: span, isDamaged: quotation.integrity == .damaged)
    }
  }
}
