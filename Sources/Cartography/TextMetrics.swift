import DossierModel

/// How wide words are, whatever sans-serif typeface the reader's system has.
///
/// The widths are those of DejaVu Sans, the widest of the common ones, in 1/1000 of the type size: a
/// label that has room in it has room in the others.
public enum TextMetrics {
  /// The widths of the characters from U+0020 to U+007E.
  private static let widths: [Int] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
    1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
    603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
  ]
  /// How much wider bold type is.
  private static let bold = 1.14

  /// The width of `text` in type of `size`, in the units of `size`.
  public static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    let sum = text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    return Double(sum) / 1000 * size * (isBold ? bold : 1)
  }

  /// The width of `scalar` in 1/1000 of the type size; that of a wide letter if it is not known.
  public static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: return widths[Int(scalar.value) - 0x20]
    case 0x2018, 0x2019: return 318
    case 0x2026: return 1000
    case 0x2E80...0xFFFF: return 1000
    default: break
    }
    guard scalar.properties.canonicalCombiningClass == .notReordered else { return 0 }
    // A letter with a mark is as wide as the letter.
    let plain = LatinFold.fold(String(scalar)).utf8.first
    let isCapital = scalar.properties.isUppercase
    let base = plain.map { isCapital && (97...122).contains($0) ? $0 - 32 : $0 }
    return base.flatMap { (0x20...0x7E).contains($0) ? widths[Int($0) - 0x20] : nil } ?? 850
  }
}
