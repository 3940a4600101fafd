import DossierModel

/// What parts the paragraphs of a text, which an open mark may cross or not.
struct ParagraphBreaks {
  private let paragraphs: [TextSpan]
  private let reported: (TextSpan) -> Bool
  /// For each paragraph the number of empty lines, or of lines that are no prose, before it.
  private let cuts: [Int]

  init(text: ArticleText, paragraphs: [TextSpan], isReported: @escaping (TextSpan) -> Bool) {
    (self.paragraphs, reported) = (paragraphs, isReported)
    var cuts: [Int] = []
    cuts.reserveCapacity(paragraphs.count)
    var end = 0
    var count = 0
    for paragraph in paragraphs {
      var lines = 0
      var isBlank = true
      for byte in text.bytes[end..<max(end, paragraph.start)] {
        switch byte {
        case 10: lines += 1
        case 9, 11, 12, 13, 32, 0xA0, 0xC2: break
        default: isBlank = false
        }
      }
      if lines > 1 || !isBlank { count += 1 }
      cuts.append(count)
      end = max(end, paragraph.end)
    }
    self.cuts = cuts
  }

  /// Whether an empty line, or one that is no prose, stands between the two paragraphs.
  func isCut(from first: Int, to next: Int) -> Bool {
    guard first < cuts.count, next < cuts.count else { return true }
    return cuts[first] != cuts[next]
  }

  /// Whether the reporter speaks after `position` in the paragraph of this number.
  func isReported(after position: Int, in paragraph: Int) -> Bool {
    guard paragraph < paragraphs.count, position < paragraphs[paragraph].end else { return false }
    return reported(TextSpan(position, paragraphs[paragraph].end))
  }
}
