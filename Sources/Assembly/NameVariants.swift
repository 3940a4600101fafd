import DossierModel

/// Compares personal names written in several ways: Antony and Anthony, Sergey and Sergej.
enum NameVariants {
  /// The words of `name` in lower-case ASCII, apostrophes and full stops dropped.
  static func words(_ name: String) -> [String] {
    LatinFold.fold(name).utf8
      .filter { $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: ".") }
      .split(separator: UInt8(ascii: " "))
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The last of `words` without the Arabic article: al-Burhan is Burhan.
  static func surname(_ words: [String]) -> String? {
    guard let last = words.last else { return nil }
    for article in ["al-", "el-", "ar-", "as-", "ash-", "at-", "an-", "ad-"]
    where last.hasPrefix(article) && last.utf8.count > article.utf8.count + 2 {
      return String(last.dropFirst(article.utf8.count))
    }
    return last
  }

  /// `word`, which is folded, as transliterations have it in common: y and j are i, kh is h, th is t,
  /// double letters are one, a final -iy or -ij is i.
  static func skeleton(_ word: String) -> String {
    var bytes: [UInt8] = []
    let source = Array(word.utf8)
    var i = 0
    while i < source.count {
      let byte = source[i]
      let next = i + 1 < source.count ? source[i + 1] : 0
      var width = 1
      var letter = byte
      switch (byte, next) {
      case (UInt8(ascii: "k"), UInt8(ascii: "h")), (UInt8(ascii: "c"), UInt8(ascii: "h")):
        (letter, width) = (UInt8(ascii: "h"), 2)
      case (UInt8(ascii: "t"), UInt8(ascii: "h")): (letter, width) = (UInt8(ascii: "t"), 2)
      case (UInt8(ascii: "s"), UInt8(ascii: "h")): (letter, width) = (UInt8(ascii: "s"), 2)
      case (UInt8(ascii: "z"), UInt8(ascii: "h")): (letter, width) = (UInt8(ascii: "z"), 2)
      case (UInt8(ascii: "g"), UInt8(ascii: "h")): (letter, width) = (UInt8(ascii: "g"), 2)
      case (UInt8(ascii: "p"), UInt8(ascii: "h")): (letter, width) = (UInt8(ascii: "f"), 2)
      case (UInt8(ascii: "d"), UInt8(ascii: "j")): (letter, width) = (UInt8(ascii: "g"), 2)
      case (UInt8(ascii: "y"), _), (UInt8(ascii: "j"), _): letter = UInt8(ascii: "i")
      case (UInt8(ascii: "w"), _): letter = UInt8(ascii: "v")
      case (UInt8(ascii: "q"), _): letter = UInt8(ascii: "k")
      case (UInt8(ascii: "-"), _): letter = 0
      default: break
      }
      if letter != 0, bytes.last != letter { bytes.append(letter) }
      i += width
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether one insertion, deletion or replacement makes `a` into `b`.
  static func differByOne(_ a: String, _ b: String) -> Bool {
    let (short, long) = a.utf8.count <= b.utf8.count ? (a, b) : (b, a)
    let (x, y) = (Array(short.utf8), Array(long.utf8))
    guard y.count - x.count <= 1 else { return false }
    var i = 0
    while i < x.count, x[i] == y[i] { i += 1 }
    return x.count == y.count
      ? x[min(i + 1, x.count)...] == y[min(i + 1, y.count)...]
      : x[i...] == y[(i + 1)...]
  }

  /// Whether two given names can be one person's: equal but for transliteration, one an initial of
  /// the other, or one letter apart if both have four letters or more.
  static func givenNamesAgree(_ a: String, _ b: String) -> Bool {
    let (x, y) = (skeleton(a), skeleton(b))
    if x == y { return true }
    if x.utf8.count == 1 || y.utf8.count == 1 { return x.utf8.first == y.utf8.first }
    // Paolo and Paola, Daniela and Daniele are two people.
    if x.utf8.count == y.utf8.count, x.utf8.last != y.utf8.last { return false }
    return min(x.utf8.count, y.utf8.count) >= 4 && x.utf8.first == y.utf8.first
      && differByOne(x, y)
  }
}
