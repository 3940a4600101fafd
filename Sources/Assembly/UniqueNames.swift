import DossierModel

/// Gives out slugs, each once.
struct UniqueNames {
  private var taken: Set<String> = []

  /// Keeps `slug` from being given out.
  mutating func reserve(_ slug: String) { taken.insert(slug) }

  /// `slug` if it is free, else `slug` with as many hex digits of the hash of `fact` as make it free,
  /// at least `digits` (0 allows the plain slug).
  mutating func claim(_ slug: String, fact: String, digits: Int = 0) -> String {
    if digits == 0, taken.insert(slug).inserted { return slug }
    let hash = ContentHash(of: fact)
    var count = max(4, digits)
    while count <= 64 {
      let name = fitted(slug, count + 1) + "-" + hash.hex(count)
      if taken.insert(name).inserted { return name }
      count += 2
    }
    // Two things that agree in every fact: the number of the attempt tells them apart.
    var number = 2
    while true {
      let name = fitted(slug, 24) + "-" + hash.hex(16) + "-\(number)"
      if taken.insert(name).inserted { return name }
      number += 1
    }
  }

  /// `slug` cut so that `room` more bytes fit.
  private func fitted(_ slug: String, _ room: Int) -> String {
    guard slug.utf8.count + room > Slug.limit else { return slug }
    var cut = Array(slug.utf8.prefix(Slug.limit - room))
    while cut.last == UInt8(ascii: "-") { cut.removeLast() }
    return String(decoding: cut, as: UTF8.self)
  }
}
