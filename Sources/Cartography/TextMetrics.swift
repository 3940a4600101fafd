import DossierModel

/// How wide words are, whatever sans-serif typeface the reader's system has.
///
/// The widths are those of DejaVu Sans, the widest of the common ones, in 1/1000 of the type size: a
/// label that has room in it has room in the others.
enum TextMetrics {
  /// The widths of the characters from U+0020 to U+007E.
  private static let widths: [Int] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
    1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
    603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
  ]
  /// The width of a character that has none of its own: that of wide letters.
  private static let other = 800
  /// How much wider bold type is.
  private static let bold = 1.14

  /// The width of `text` in type of `size`.
  static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    var sum = 0
    for scalar in text.unicodeScalars {
      if (0x20...0x7E).contains(scalar.value) {
        sum += widths[Int(scalar.value) - 0x20]
      } else if scalar.properties.canonicalCombiningClass == .notReordered {
        // A letter with a mark is as wide as the letter.
        let plain = LatinFold.fold(String(scalar)).utf8.first
        let isCapital = scalar.properties.isUppercase
        let base = plain.map { isCapital && (97...122).contains($0) ? $0 - 32 : $0 }
        sum += base.map { (0x20...0x7E).contains($0) ? widths[Int($0) - 0x20] : other } ?? other
      }
    }
    return Double(sum) / 1000 * size * (isBold ? bold : 1)
  }
}
